#pragma once

#include "core/base/error.h"
#include "server/delivery/delivery_state.h"
#include "server/people/principal.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace haneul::delivery {

// Called once, on a thread of the service or of the log: hop to your own.
template <class T>
using Done = std::function<void(Result<T>)>;

struct NewOrder {
    std::string id; // empty: the service gives one
    std::string network;
    Stop stop;
    double payload_kg = 0;
    std::optional<UtcMs> deadline;
};

enum class Dispatch {
    Given, // stops in the order in which they were asked for
    Best,  // of all orders of at most three stops the one that ends first
    // What is dispatched together is planned together, with what was booked a short time ago and has not started
    // (schedule/optimiser.h): never later in all than Best, first come first served. Of a single mission: as Best.
    Optimised,
};

struct NewMission {
    std::string network;
    MissionRequest request;          // `id` empty: the service gives one
    std::vector<std::string> orders; // waiting orders that this mission serves; may be empty
    std::string drone;
    std::optional<UtcMs> start; // exactly then, or not at all; none: the earliest from `ready` on
    std::optional<UtcMs> ready; // none: now
    Dispatch dispatch = Dispatch::Given;
};

struct SlotQuery {
    std::string network;
    MissionRequest request;
    UtcMs from{}, to{};
    std::string ignoring; // a mission that is to be moved; empty: none
};

struct SlotAnswer {
    std::vector<schedule::Window<std::int64_t>> windows;      // availableTimeSlot, milliseconds since the epoch
    std::vector<schedule::Forbidden<std::int64_t>> forbidden; // why not elsewhere
    std::optional<UtcMs> earliest;                            // st1
    std::vector<schedule::Window<std::int64_t>> baseFree;     // the literal reading: the base's own column is free
};

enum class HandOverForm {
    QgcPlan,      // QGroundControl .plan (JSON)
    MavlinkItems, // "QGC WPL 110" mission items file
    Json,         // the message that goes to MQTT haneul/v1/events/mission
};

// Networks, orders, missions and bookings of this instance. What it decides are entries of the log ("delivery.…"); its
// tables are a projection of them. Thread-safe; every call returns at once.
// Scopes: delivery.read, network.write, network.verify, order.write, mission.write, mission.report (actual times).
// Codes besides those named: FORBIDDEN (`where` is the scope), NO_SUCH_NETWORK, NO_SUCH_ORDER, NO_SUCH_MISSION, and
// those of EventLog.
class DeliveryService {
public:
    virtual ~DeliveryService() = default;

    // The latest; never null. Without I/O.
    [[nodiscard]] virtual DeliveryStatePtr state() const = 0;
    // Told after each publication, on a thread of the service. The subscription ends with the returned object.
    using Subscription = std::shared_ptr<void>;
    [[nodiscard]] virtual Subscription subscribe(std::function<void(DeliveryStatePtr)> subscriber) = 0;

    // -- networks
    // `basedOn`: the revision it was drawn from, 0 for a new one; another one meanwhile: STALE_REVISION. A link whose
    // way differs from the saved one loses its verification; verifications in `network` itself do not count.
    // Codes: those of check().
    virtual void saveNetwork(people::Principal by, Network network, std::uint64_t basedOn,
                             Done<std::uint64_t> revision) = 0;
    virtual void verifyLink(people::Principal by, std::string network, std::string a, std::string b, std::string note,
                            Done<void> done) = 0; // NO_LINK
    virtual void withdrawVerification(people::Principal by, std::string network, std::string a, std::string b,
                                      std::string reason, Done<void> done) = 0;
    virtual void removeNetwork(people::Principal by, std::string network, Done<void> done) = 0; // MISSIONS_STAND

    // -- orders
    virtual void placeOrder(people::Principal by, NewOrder order,
                            Done<std::string> id) = 0; // SAME_ID, and missionRoute's
    virtual void cancelOrder(people::Principal by, std::string order, std::string reason, Done<void> done) = 0;
    // Turns waiting orders whose batching window is over (R-SLT-09) into missions, first come first served; `all`: does
    // not wait for windows. Answers the missions made. An order that cannot be flown is refused with the reason.
    virtual void dispatch(people::Principal by, std::string network, Dispatch how, bool all,
                          Done<std::vector<std::string>> missions) = 0;

    // -- missions
    virtual void slots(people::Principal by, SlotQuery query, Done<SlotAnswer> done) = 0; // missionRoute's codes
    // Books it in one step or not at all. Codes: missionRoute's; SLOT_TAKEN (`where`: rule, place and mission).
    virtual void bookMission(people::Principal by, NewMission mission, Done<std::string> id) = 0;
    // SLOT_TAKEN; MISSION_UNDER_WAY (it has left the ground); DRONE_BUSY, DRONE_NOT_READY (of its drone, at the new
    // time).
    virtual void retimeMission(people::Principal by, std::string mission, UtcMs start, Done<void> done) = 0;
    // Moves several missions in one step or not at all: the starts proposed after a delay fit only together. Codes as
    // of retimeMission; INVALID_ARGUMENT (one named twice, more than a hundred).
    virtual void retimeMissions(people::Principal by, std::vector<std::pair<std::string, UtcMs>> starts,
                                Done<void> done) = 0;
    virtual void assignDrone(people::Principal by, std::string mission, std::string drone, Done<void> done) = 0;
    // Frees all its ranges; its orders wait again. MISSION_UNDER_WAY.
    virtual void cancelMission(people::Principal by, std::string mission, std::string reason, Done<void> done) = 0;
    // NOT_NOW: the step may not follow the present one.
    virtual void advanceMission(people::Principal by, std::string mission, MissionStep step, std::string note,
                                Done<void> done) = 0;
    // Actual times as they are seen; the estimates behind them move, later missions are checked again.
    virtual void recordActuals(people::Principal by, std::string mission,
                               std::vector<timing::ActualTime<std::int64_t>> actuals, Done<void> done) = 0;

    // What is expected of a mission beyond its actual times: an event that is overdue moves what follows before it has
    // happened. It is not an entry of the log and holds until the next actual time. Program only: no scope.
    virtual void expect(std::string, Times) {}

    // A mission as a file or message for the drone or its ground station (R-RTE-21).
    virtual void handOver(people::Principal by, std::string mission, HandOverForm form, Done<std::string> done) = 0;
};

} // namespace haneul::delivery
