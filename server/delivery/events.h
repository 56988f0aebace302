#pragma once

#include "core/base/error.h"
#include "core/delivery/mission.h"
#include "server/delivery/delivery_state.h"
#include "server/log/event_log.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace haneul::delivery {

// What the log says of deliveries. Who did it, where and when stands in the entry.

struct LinkEnds {
    std::string a, b;

    bool operator==(const LinkEnds&) const = default;
};

struct NetworkSaved { // delivery.network_saved
    std::string network;
    std::uint64_t revision = 0;
    std::string body;                 // as toJson writes it, without verifications
    std::vector<LinkEnds> unverified; // links whose verification this save takes away

    bool operator==(const NetworkSaved&) const = default;
};

struct LinkVerified { // delivery.link_verified
    std::string network, a, b, note;

    bool operator==(const LinkVerified&) const = default;
};

struct VerificationWithdrawn { // delivery.verification_withdrawn
    std::string network, a, b, reason;

    bool operator==(const VerificationWithdrawn&) const = default;
};

struct NetworkRemoved { // delivery.network_removed
    std::string network;

    bool operator==(const NetworkRemoved&) const = default;
};

struct OrderPlaced { // delivery.order_placed
    std::string order, network;
    Stop stop;
    double payload_kg = 0;
    UtcMs placed{};
    std::optional<UtcMs> deadline;

    bool operator==(const OrderPlaced&) const = default;
};

struct OrderCancelled { // delivery.order_cancelled
    std::string order, reason;

    bool operator==(const OrderCancelled&) const = default;
};

struct OrderRefused { // delivery.order_refused: it cannot be flown
    std::string order, code, reason;

    bool operator==(const OrderRefused&) const = default;
};

// Everything that is needed to have the mission again as it was booked, whatever the network and the program are then.
struct MissionBooked { // delivery.mission_booked
    std::string mission, network;
    std::uint64_t revision = 0; // of the network
    std::string drone;
    std::vector<std::string> orders;
    MissionRoute route;
    UtcMs start{}, end{};
    std::vector<timing::Usage<std::int64_t>> usages; // milliseconds since the epoch
    bool startKept = false;                          // a person asked for just this start: no dispatch moves it
    std::string battery;                             // of the drone; may be empty
    std::vector<DroneNote> notes;                    // on the drone
};

struct MissionRetimed { // delivery.mission_retimed
    std::string mission;
    UtcMs start{}, end{};
    std::vector<timing::Usage<std::int64_t>> usages;
    bool startKept = false; // as of MissionBooked

    bool operator==(const MissionRetimed&) const = default;
};

struct DroneAssigned { // delivery.drone_assigned
    std::string mission, drone;
    std::string battery; // may be empty
    std::vector<DroneNote> notes;

    bool operator==(const DroneAssigned&) const = default;
};

struct MissionCancelled { // delivery.mission_cancelled: frees its ranges; its orders wait again
    std::string mission, reason;

    bool operator==(const MissionCancelled&) const = default;
};

struct MissionAdvanced { // delivery.mission_step
    std::string mission;
    MissionStep step = MissionStep::Prepared;
    std::string note;                   // of a hand-over: the node
    std::vector<std::string> delivered; // orders that were handed over with it
    std::vector<std::string> returned;  // orders that came back and wait again

    bool operator==(const MissionAdvanced&) const = default;
};

struct ActualsRecorded { // delivery.actuals_recorded
    std::string mission;
    std::vector<timing::ActualTime<std::int64_t>> actuals;
    UtcMs begin{}, end{};                            // as it is expected now
    std::vector<timing::Usage<std::int64_t>> usages; // likewise
};

struct MissionHandedOver { // delivery.mission_handed_over: to the drone or its ground station
    std::string mission;
    std::string form; // "qgc_plan", "mavlink_items", "json"

    bool operator==(const MissionHandedOver&) const = default;
};

using DeliveryEvent = std::variant<NetworkSaved, LinkVerified, VerificationWithdrawn, NetworkRemoved, OrderPlaced,
                                   OrderCancelled, OrderRefused, MissionBooked, MissionRetimed, DroneAssigned,
                                   MissionCancelled, MissionAdvanced, ActualsRecorded, MissionHandedOver>;

inline constexpr std::string_view deliveryPrefix = "delivery.";

[[nodiscard]] log::NewEvent toEvent(const DeliveryEvent& event);
// Codes: BAD_ENTRY (a type that this version does not know, or a body that it does not have), and those of
// json::Object.
[[nodiscard]] Result<DeliveryEvent> eventFrom(std::string_view type, std::string_view body);

} // namespace haneul::delivery
