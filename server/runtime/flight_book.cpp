#include "server/runtime/flight_book.h"

#include "core/plan/form.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <utility>

namespace haneul::runtime {

using delivery::DeliveryStatePtr;
using delivery::Mission;
using timing::EventKind;

namespace {

constexpr const char* planFlight = "plan:"; // in the fleet's history, where missions stand by their name

bool hasFlown(plan::State state) {
    using enum plan::State;
    return state == Approved || state == Activated || state == Nonconforming || state == Contingent || state == Ended;
}

} // namespace

// Gives each flight to the fleet until that took it, or refused it for good.
struct FlightBook::Impl : std::enable_shared_from_this<Impl> {
    explicit Impl(fleet::EventFleetService& fleetGiven)
        : fleet(fleetGiven) {}

    template <class Flight>
    void give(const std::string& id, const Flight& flight) {
        {
            const std::lock_guard lock(mutex);
            if (!given.insert(id).second) return;
        }
        std::optional<fleet::FlownFlight> flown = flight();
        if (!flown) return;
        fleet.countFlight(fleet::EventFleetService::programItself(), *std::move(flown),
                          [weak = weak_from_this(), id](const Result<bool>& counted) {
                              const auto alive = weak.lock();
                              if (!alive || counted || counted.error().code == "BAD_FLIGHT") return;
                              const std::lock_guard lock(alive->mutex);
                              alive->given.erase(id); // it is given again with the next state
                          });
    }

    fleet::EventFleetService& fleet;
    std::mutex mutex;
    std::set<std::string> given;
};

CrewOf crewsOf(const plan::PlanService& plans) {
    return [&plans](const std::string& mission) -> Crew {
        const auto state = plans.state();
        for (const plan::PlanPtr& record : state->plans)
            if (record->plan.mission_id == mission && hasFlown(record->plan.state))
                return {record->plan.pilot_id, record->plan.battery_id};
        return {};
    };
}

std::optional<fleet::FlownFlight> flightOf(const Mission& mission, const Crew& crew) {
    const auto& legs = mission.times.legs;
    if (mission.step() != delivery::MissionStep::Completed || mission.drone.empty() || legs.empty())
        return std::nullopt;
    std::int64_t flown_ms = 0;
    for (const auto& leg : legs)
        flown_ms += leg.arrivals.back() - leg.departures.front();
    const auto seen = [&](std::size_t leg, std::size_t waypoint, EventKind kind) {
        return std::ranges::any_of(mission.actuals, [&](const auto& actual) {
            return actual.segment == leg && actual.waypoint == waypoint && actual.kind == kind;
        });
    };
    return fleet::FlownFlight{.mission = mission.id,
                              .drone = mission.drone,
                              .battery = crew.battery.empty() ? mission.battery : crew.battery,
                              .pilot = crew.pilot,
                              .departed = utcMs(legs.front().departures.front()),
                              .landed = utcMs(legs.back().arrivals.back()),
                              .flight_s = static_cast<double>(flown_ms) / 1000,
                              .measured = seen(0, 0, EventKind::Departure) &&
                                          seen(legs.size() - 1, legs.back().arrivals.size() - 1, EventKind::Arrival)};
}

std::optional<fleet::FlownFlight> flightOf(const plan::PlanRecord& record) {
    const plan::FlightPlan& plan = record.plan;
    if (plan.state != plan::State::Ended || !plan.mission_id.empty() || !record.activated || !record.ended)
        return std::nullopt;
    const double open_s = static_cast<double>((*record.ended - *record.activated).count()) / 1000;
    return fleet::FlownFlight{.mission = planFlight + plan.id,
                              .drone = plan.drone_id,
                              .battery = plan.battery_id,
                              .pilot = plan.pilot_id,
                              .departed = *record.activated,
                              .landed = *record.ended,
                              .flight_s = std::min(plan::flightTime_s(plan), open_s),
                              .measured = false};
}

FlightBook::FlightBook(delivery::DeliveryService& deliveries, fleet::EventFleetService& fleet, CrewOf crewOf)
    : m_impl(std::make_shared<Impl>(fleet)) {
    const auto count = [weak = std::weak_ptr<Impl>(m_impl), crewOf = std::move(crewOf)](const DeliveryStatePtr& state) {
        const auto impl = weak.lock();
        if (!impl) return;
        for (const delivery::MissionPtr& mission : state->missions)
            if (mission->step() == delivery::MissionStep::Completed)
                impl->give(mission->id, [&] { return flightOf(*mission, crewOf(mission->id)); });
    };
    m_subscription = deliveries.subscribe(count);
    count(deliveries.state());
}

FlightBook::FlightBook(plan::PlanService& plans, fleet::EventFleetService& fleet)
    : m_impl(std::make_shared<Impl>(fleet)) {
    const auto count = [weak = std::weak_ptr<Impl>(m_impl)](const plan::PlanStatePtr& state) {
        const auto impl = weak.lock();
        if (!impl) return;
        for (const plan::PlanPtr& record : state->plans)
            if (record->plan.state == plan::State::Ended)
                impl->give(record->plan.id, [&] { return flightOf(*record); });
    };
    m_subscription = plans.subscribe(count);
    count(plans.state());
}

} // namespace haneul::runtime
