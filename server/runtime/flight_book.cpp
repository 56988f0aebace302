#include "server/runtime/flight_book.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <utility>

namespace haneul::runtime {

using delivery::DeliveryStatePtr;
using delivery::Mission;
using timing::EventKind;

namespace {

bool hasFlown(plan::State state) {
    using enum plan::State;
    return state == Approved || state == Activated || state == Nonconforming || state == Contingent || state == Ended;
}

} // namespace

struct FlightBook::Impl {
    Impl(fleet::EventFleetService& fleetGiven, CrewOf crewGiven)
        : fleet(fleetGiven)
        , crewOf(std::move(crewGiven)) {}

    fleet::EventFleetService& fleet;
    CrewOf crewOf;
    std::mutex mutex;
    std::set<std::string> given; // to the fleet: those that it took, or refused for good
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

FlightBook::FlightBook(delivery::DeliveryService& deliveries, fleet::EventFleetService& fleet, CrewOf crewOf)
    : m_impl(std::make_shared<Impl>(fleet, std::move(crewOf))) {
    const auto count = [weak = std::weak_ptr<Impl>(m_impl)](const DeliveryStatePtr& state) {
        const auto impl = weak.lock();
        if (!impl) return;
        for (const delivery::MissionPtr& mission : state->missions) {
            if (mission->step() != delivery::MissionStep::Completed) continue;
            {
                const std::lock_guard lock(impl->mutex);
                if (!impl->given.insert(mission->id).second) continue;
            }
            auto flight = flightOf(*mission, impl->crewOf(mission->id));
            if (!flight) continue;
            impl->fleet.countFlight(fleet::EventFleetService::programItself(), *std::move(flight),
                                    [weak, id = mission->id](const Result<bool>& counted) {
                                        const auto alive = weak.lock();
                                        if (!alive || counted || counted.error().code == "BAD_FLIGHT") return;
                                        const std::lock_guard lock(alive->mutex);
                                        alive->given.erase(id); // it is given again with the next state
                                    });
        }
    };
    m_subscription = deliveries.subscribe(count);
    count(deliveries.state());
}

} // namespace haneul::runtime
