#pragma once

#include "core/base/time.h"
#include "core/delivery/mission.h"
#include "core/delivery/network.h"
#include "core/schedule/slots.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::delivery {

// A saved network: each save is a new revision; what was booked keeps the route it was booked with.
struct SavedNetwork {
    Network network;
    std::uint64_t revision = 0; // from 1
    UtcMs saved{};
    std::string by; // user

    bool operator==(const SavedNetwork&) const = default;
};

enum class OrderState { Waiting, Booked, Delivered, Cancelled, Refused };
[[nodiscard]] std::string_view toString(OrderState state); // "waiting", ...

struct Order {
    std::string id; // "O-000123", given by the service when the caller gives none
    std::string network;
    Stop stop;
    double payload_kg = 0;
    UtcMs placed{};
    std::optional<UtcMs> deadline; // wanted hand-over; later is late, not forbidden
    std::string by;                // user
    OrderState state = OrderState::Waiting;
    std::string mission; // once booked
    std::string reason;  // of Cancelled, Refused: code and words

    bool operator==(const Order&) const = default;
};

// The delivery process (Yu et al., 3.4; R-RTE-19). Complete only when the drone is back.
enum class MissionStep { Booked, Prepared, Flying, HandedOver, Returning, Completed, Cancelled };
[[nodiscard]] std::string_view toString(MissionStep step); // "booked", "prepared", "flying", "handed_over", ...
[[nodiscard]] bool mayFollow(MissionStep now, MissionStep next);

struct StepRecord {
    MissionStep step = MissionStep::Booked;
    UtcMs at{};
    std::string by;   // user, or "telemetry"
    std::string note; // node of a hand-over, reason of a cancellation

    bool operator==(const StepRecord&) const = default;
};

// What was said when a drone was given to a mission, or to none (R-FLT-05).
struct DroneNote {
    enum class Kind {
        NotJudged,   // of the drone of the mission: something that is needed is not known
        AnsweredFor, // of the drone of the mission: not ready, and somebody answers for it
        PassedOver,  // a drone that the program did not take, and why
    };
    Kind kind = Kind::NotJudged;
    std::string drone;
    std::string code; // "BATTERY_CYCLES"; "DRONE_BUSY"; "MORE": further drones that are not listed
    std::string words;

    bool operator==(const DroneNote&) const = default;
};

[[nodiscard]] std::string_view toString(DroneNote::Kind kind); // "not_judged", "answered_for", "passed_over"
[[nodiscard]] std::optional<DroneNote::Kind> noteKindFrom(std::string_view name);

struct Mission {
    std::string id; // "M-000045"
    std::string network;
    std::uint64_t revision = 0; // of the network it was booked on
    std::string drone;          // "HN-001"; empty: not assigned
    std::string battery;        // with which the drone was found ready; empty: not known
    std::vector<DroneNote> droneNotes;
    std::vector<std::string> orders;
    MissionRoute route;
    UtcMs start{}; // booked ETA(v_0)
    std::vector<timing::ActualTime<std::int64_t>> actuals;
    Times planned; // as booked
    Times times;   // with the actual times: what is expected now
    Booking booking;
    std::vector<StepRecord> steps;

    [[nodiscard]] MissionStep step() const { return steps.empty() ? MissionStep::Booked : steps.back().step; }

    [[nodiscard]] bool standing() const { return step() != MissionStep::Cancelled; }

    // How much later than booked it is now expected to end; negative: earlier.
    [[nodiscard]] milliseconds delay() const;
};

using MissionPtr = std::shared_ptr<const Mission>;

// A later mission that no longer fits since an earlier one is late (R-SLT-13).
struct MissionConflict {
    std::string mission; // the later one
    std::string against; // the one in its way; empty: several together
    schedule::Rule rule = schedule::Rule::Column;
    std::string place;                  // node, "a>b"
    std::optional<UtcMs> proposedStart; // where it would fit; none: not before its network's horizon

    bool operator==(const MissionConflict&) const = default;
};

// Everything about deliveries, as of one entry of the log. Immutable; unchanged missions are the same object.
struct DeliveryState {
    std::uint64_t number = 0;           // grows by one per publication
    std::vector<SavedNetwork> networks; // the latest revision of each, by id
    std::vector<Order> orders;          // by time, then id
    std::vector<MissionPtr> missions;   // by start, then id
    std::vector<MissionConflict> conflicts;

    [[nodiscard]] const SavedNetwork* network(std::string_view id) const;
    [[nodiscard]] MissionPtr mission(std::string_view id) const; // null: none
};

using DeliveryStatePtr = std::shared_ptr<const DeliveryState>;

} // namespace haneul::delivery
