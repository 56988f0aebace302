#include "server/plan/mission_plan.h"

#include "core/geo/geodesic.h"
#include "core/plan/profile.h"

#include <algorithm>
#include <cmath>

namespace haneul::plan {

namespace {

// A waypoint of the mission and when it is there.
struct Passed {
    geo::LatLon place;
    double height_m = 0;
    std::int64_t arrival_ms = 0, departure_ms = 0;
};

std::vector<Passed> passedBy(const delivery::Mission& mission) {
    std::vector<Passed> passed;
    for (std::size_t k = 0; k < mission.route.legs.size(); ++k) {
        const auto& waypoints = mission.route.legs[k].waypoints;
        const auto& times = mission.times.legs[k];
        for (std::size_t i = 0; i < waypoints.size(); ++i) {
            const bool again = i == 0 && !passed.empty(); // the node where the leg before ended
            if (!again) passed.push_back({waypoints[i].place, waypoints[i].height_m, times.arrivals[i], 0});
            passed.back().departure_ms = times.departures[i];
        }
    }
    return passed;
}

double seconds(std::int64_t value_ms) {
    return static_cast<double>(std::max<std::int64_t>(value_ms, 1)) / 1000;
}

// The fastest that the mission needs, so that the plan is never behind it.
OperatingParameters parametersOf(const std::vector<Passed>& passed) {
    OperatingParameters fastest{.cruise_mps = 0.1, .climb_mps = 0.1, .descent_mps = 0.1, .mode = SightMode::Bvlos};
    for (std::size_t i = 1; i < passed.size(); ++i) {
        const Passed& from = passed[i - 1];
        const Passed& to = passed[i];
        const double time_s = seconds(to.arrival_ms - from.departure_ms);
        const double rise_m = to.height_m - from.height_m;
        fastest.cruise_mps = std::max(fastest.cruise_mps, geo::inverse(from.place, to.place).distance_m / time_s);
        fastest.climb_mps = std::max(fastest.climb_mps, rise_m / time_s);
        fastest.descent_mps = std::max(fastest.descent_mps, -rise_m / time_s);
    }
    return fastest;
}

milliseconds flightBetween(const Passed& from, const Passed& to, const OperatingParameters& speed) {
    const double rise_m = to.height_m - from.height_m;
    const double over_s = geo::inverse(from.place, to.place).distance_m / speed.cruise_mps;
    const double up_s = std::max(rise_m / speed.climb_mps, -rise_m / speed.descent_mps);
    return milliseconds(std::llround(std::max(over_s, up_s) * 1000));
}

} // namespace

Result<FlightPlan> planOfMission(const delivery::Mission& mission, const MissionPlan& wanted,
                                 const Containment& containment) {
    using delivery::MissionStep;
    if (mission.step() == MissionStep::Completed || mission.step() == MissionStep::Cancelled)
        return fail("MISSION_OVER", "it is " + std::string(toString(mission.step())), mission.id);
    const auto passed = passedBy(mission);
    if (passed.size() < 2) return fail("BAD_ROUTE", "the mission has no way", mission.id);
    FlightPlan plan = presetPlan(*profile("logistics"));
    plan.operator_id = wanted.operator_id;
    plan.drone_id = wanted.drone_id.empty() ? mission.drone : wanted.drone_id;
    plan.pilot_id = wanted.pilot_id;
    plan.battery_id = wanted.battery_id;
    plan.parcels_kg = mission.route.request.payload_kg;
    plan.mission_id = mission.id;
    plan.priority = wanted.priority;
    plan.contingency = wanted.contingency;
    plan.documents = wanted.documents;
    plan.objective = "mission " + mission.id;
    plan.parameters = parametersOf(passed);
    WaypointRoute route;
    std::int64_t there_ms = passed.front().departure_ms; // when the plan comes to the waypoint
    for (std::size_t i = 0; i < passed.size(); ++i) {
        if (i > 0) there_ms += flightBetween(passed[i - 1], passed[i], plan.parameters).count();
        const bool last = i + 1 == passed.size();
        const std::int64_t leaves_ms = last || i == 0 ? there_ms : std::max(there_ms, passed[i].departure_ms);
        route.points.push_back({.place = passed[i].place,
                                .height = {passed[i].height_m, geo::VerticalReference::Amsl},
                                .hold = milliseconds(leaves_ms - there_ms)});
        there_ms = leaves_ms;
    }
    plan.operation = std::move(route);
    plan.start = utcMs(passed.front().departure_ms);
    plan.end = utcMs(std::max(there_ms, passed.back().arrival_ms));
    auto volumes = volumesOf(plan, containment);
    if (!volumes) return std::unexpected(volumes.error());
    plan.volumes = *std::move(volumes);
    return plan;
}

} // namespace haneul::plan
