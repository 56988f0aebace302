#include "server/runtime/volumes_in_use.h"

#include "server/plan/mission_plan.h"

namespace haneul::runtime {

std::vector<airspace::NamedVolume> volumesOfPlans(const plan::PlanState& state, UtcMs now) {
    std::vector<airspace::NamedVolume> found;
    for (const plan::PlanPtr& record : state.plans) {
        const plan::FlightPlan& plan = record->plan;
        if (plan.end <= now) continue;
        if (!plan::holdsAirspace(plan.state) && plan.state != plan::State::PendingApproval) continue;
        for (const geo::Volume4D& volume : plan.volumes)
            found.push_back({"plan", plan.id, volume});
    }
    return found;
}

std::vector<airspace::NamedVolume> volumesOfMissions(const delivery::DeliveryState& state, UtcMs now) {
    std::vector<airspace::NamedVolume> found;
    for (const auto& mission : state.missions) {
        const auto plan = plan::planOfMission(*mission, {}, {});
        if (!plan || plan->end <= now) continue; // over, or without a way
        for (const geo::Volume4D& volume : plan->volumes)
            found.push_back({"mission", mission->id, volume});
    }
    return found;
}

} // namespace haneul::runtime
