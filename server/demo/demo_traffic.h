#pragma once

#include "core/base/error.h"
#include "server/broker/broker.h"
#include "server/clock/clock.h"
#include "server/delivery/delivery_state.h"
#include "server/planner/local_planner.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace haneul::demo {

struct DemoSettings {
    std::uint64_t seed = 20251; // of the scenario; passwords are random at each start of the program
    // Where the broker is now; asked before each connection, since an embedded broker may come back on another port.
    // User and password are ignored: every account has its own. Called from several threads at once. Host empty: none.
    std::function<broker::BrokerEndpoint()> broker;
    std::uint16_t mavlinkPort = 0; // on 127.0.0.1; 0: no MAVLink
    std::uint16_t sbsPort = 0;     // to listen on at 127.0.0.1; 0: any free one, see DemoTraffic::sbsPort()
    // The booked missions, which drones of their own fly (mission_flights.h); called on the demo's thread once a
    // second. Empty: nobody flies them.
    std::function<delivery::DeliveryStatePtr()> deliveries;
    // Flies four drones that cross in wind (crossing_flights.h); advice to them is published by the broker's own user
    // of the console, `broker` above. Null: nobody crosses.
    std::shared_ptr<planner::LocalPlanner> planner;
};

// What the demo's doors have done since start.
struct DemoCounters {
    std::uint64_t payloads = 0;        // handed to MQTT publishers
    std::uint64_t payloadsDropped = 0; // no connection, or a full queue
    std::uint64_t sbsLines = 0;
    std::uint64_t sbsClientsDropped = 0; // read too slowly
    std::uint64_t mavlinkFrames = 0;

    bool operator==(const DemoCounters&) const = default;
};

// Demonstration traffic over Seoul that comes in through the real doors: MQTT through the broker, SBS-1 over TCP,
// MAVLink over UDP. On a thread of its own; all functions may be called from any one other thread.
class DemoTraffic {
public:
    // `clock` must outlive this object.
    DemoTraffic(DemoSettings settings, const clock::Clock& clock);
    DemoTraffic(const DemoTraffic&) = delete;
    DemoTraffic& operator=(const DemoTraffic&) = delete;
    ~DemoTraffic(); // stops

    // To be given to the broker before start(). The passwords live in this object only.
    [[nodiscard]] const std::vector<broker::MqttAccount>& accounts() const;

    // Returns when the SBS door listens. Codes: DEMO_RUNNING, DEMO_SBS_PORT, DEMO_UDP, and those of FlightPath::make.
    [[nodiscard]] Result<void> start();
    void stop(); // within a second; start() may follow

    [[nodiscard]] std::uint16_t sbsPort() const; // 0 while stopped
    [[nodiscard]] DemoCounters counters() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace haneul::demo
