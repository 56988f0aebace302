#pragma once

#include "core/traffic/track.h"
#include "server/broker/broker.h"
#include "server/mqtt/mqtt_intake.h"
#include "server/situation/situation.h"

#include <array>
#include <functional>
#include <memory>
#include <span>
#include <string_view>

namespace haneul::mqtt {

// Why a payload (or, for TooFast, a record) was not let in although it could be read; Malformed: could not be read.
enum class Refusal {
    Topic,         // not haneul/v1/tele/{geohash5}/{client}
    UnknownClient, // no such account
    TooLarge,      // more bytes than this account may send at once
    Malformed,     // not a telemetry payload of the contract
    WrongDrone,    // speaks for a drone that is not its own and not listed for it
    WrongCell,     // position far from the cell named in the topic
    TooFast,       // over the drone's rate
    TooManyDrones, // maxDrones reached
};
inline constexpr std::size_t refusalKinds = 8;
[[nodiscard]] std::string_view toString(Refusal reason); // "topic", "unknown_client", ...

enum class UnknownClients {
    Refuse,
    // For an external broker that guards its own accounts: a client that is not listed is a drone and speaks for
    // itself.
    SpeakForThemselves,
};

struct TelemetrySettings {
    std::string feed = "mqtt";
    UnknownClients unknownClients = UnknownClients::Refuse;
    double rate_perSecond = 20; // per drone, records; burst: how many may come at once after a pause
    double burst = 40;
    std::size_t maxDronePayload_bytes = 4'096;
    std::size_t maxGatewayPayload_bytes = 65'536;
    std::size_t maxDrones = 50'000; // with SpeakForThemselves: how many names may be invented
    milliseconds clockTolerance{300'000};
    milliseconds noticeEvery{10'000};
};

struct TelemetryCounters {
    std::uint64_t messages = 0;  // well-formed payloads
    std::uint64_t updates = 0;   // records handed on
    std::uint64_t malformed = 0; // payloads
    std::uint64_t refused = 0;   // payloads refused whole, and records over the rate
    std::uint64_t gaps = 0;      // sequence numbers that never came, per drone
    std::uint64_t clockOff = 0;  // records whose sender's clock differs from ours by more than clockTolerance; let in
    std::array<std::uint64_t, refusalKinds> byReason{}; // indexed by Refusal

    bool operator==(const TelemetryCounters&) const = default;
};

// From a payload on a topic to track updates: reads the contract's JSON or binary form, checks who speaks for whom, and
// counts what it does not let in. One bad record refuses its whole payload. Pure but for the notice board: the present
// is `received`. Not thread-safe; one owner.
//
// Identity (promise G9): the client named in the topic must be an account (the broker's ACL makes sure that only this
// account could publish there), and each record's drone_id must be that client, or be listed for it.
// Cell: a drone's position must lie in the topic's geohash cell or one of its eight neighbours (it may still use the
// old cell right after a border, and cells are 5 km wide). A gateway's cell says where the batch was routed, not where
// each of its drones is, and is only checked for its form.
class TelemetryIntake {
public:
    using Sink = std::function<void(const traffic::TrackUpdate&)>;

    TelemetryIntake(TelemetrySettings settings, situation::NoticeBoard& notices);
    ~TelemetryIntake();
    TelemetryIntake(const TelemetryIntake&) = delete;
    TelemetryIntake& operator=(const TelemetryIntake&) = delete;

    // Whom to believe; replaces the list. Rates and sequences of drones that stay are kept.
    void setAccounts(std::span<const broker::MqttAccount> accounts);

    // 64 bytes behind `payload` need not be readable.
    void process(std::string_view topic, std::string_view payload, UtcMs received, const Sink& sink);

    [[nodiscard]] const TelemetryCounters& counters() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

// Both halves as one line of the feed list.
[[nodiscard]] situation::FeedHealth feedHealth(std::string id, const IntakeStatus& intake,
                                               const TelemetryCounters& counters);

} // namespace haneul::mqtt
