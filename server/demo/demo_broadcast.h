#pragma once

#include "core/base/error.h"
#include "server/demo/demo_scenario.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace haneul::demo {

// Where telemetry goes: one publish by `account` (user name) to `topic`.
class TelemetrySink {
public:
    virtual ~TelemetrySink() = default;
    virtual void send(std::string_view account, std::string_view topic, std::string_view payload) = 0;
};

// Where an ADS-B receiver's BaseStation lines go; each ends with CR LF.
class SbsSink {
public:
    virtual ~SbsSink() = default;
    virtual void send(std::string_view line) = 0;
};

// Where MAVLink goes: one whole frame, sent as one datagram.
class MavlinkSink {
public:
    virtual ~MavlinkSink() = default;
    virtual void send(std::span<const std::uint8_t> frame) = 0;
};

struct DemoSinks {
    TelemetrySink& telemetry;
    SbsSink& sbs;
    MavlinkSink& mavlink;
};

// Flies a scenario and says what its aircraft would send, in the order of time. No clock, no thread, no sockets:
// equal scenario and equal instants give equal bytes.
//
//   telemetry : every drone once a second; single JSON objects, spread over the second, from drones with an account of
//               their own (topic: cell of the drone); one batch a second from each gateway (topic: cell of the gateway)
//   SBS-1     : MSG,3 twice a second, MSG,4 once a second, MSG,1 and MSG,6 every five seconds
//   MAVLink 2 : HEARTBEAT, SYS_STATUS and SYSTEM_TIME once a second, GLOBAL_POSITION_INT four times (MAVLink 1 from
//               the ground station and the radio: HEARTBEAT, RADIO_STATUS)
class DemoBroadcast {
public:
    // Flies from scenario.start to scenario.ready without sending. Codes as sim::FlightPath::make.
    [[nodiscard]] static Result<DemoBroadcast> make(DemoScenario scenario);
    DemoBroadcast(DemoBroadcast&&) noexcept;
    DemoBroadcast& operator=(DemoBroadcast&&) noexcept;
    ~DemoBroadcast();

    // Flies on to `now` and sends everything that fell due. After a pause of more than `longestCatchUp` the time
    // between is flown but not sent, as from aircraft that were out of reach. Going back in time does nothing.
    void advanceTo(UtcMs now, const DemoSinks& sinks);

    [[nodiscard]] UtcMs time() const;
    [[nodiscard]] const DemoScenario& scenario() const;

    static constexpr milliseconds longestCatchUp{5000};

private:
    struct State;
    explicit DemoBroadcast(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace haneul::demo
