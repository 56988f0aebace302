#pragma once

#include "core/geo/geodesic.h"
#include "core/plan/containment.h"
#include "core/plan/form.h"
#include "core/plan/profile.h"
#include "core/sim/random.h"

#include <algorithm>

// Plans over Seoul for the tests of the room.
namespace haneul::tests {

inline constexpr geo::LatLon cityHall{37.5663, 126.9779};
inline const UtcMs noon = utcMs(1'790'000'000'000);

inline geo::LatLon placeAt(double east_m, double north_m, geo::LatLon origin = cityHall) {
    return geo::direct(geo::direct(origin, 90, east_m), 0, north_m);
}

inline geo::VerticalLimit amsl(double metres) {
    return {metres, geo::VerticalReference::Amsl};
}

inline geo::VerticalLimit agl(double metres) {
    return {metres, geo::VerticalReference::Agl};
}

// Up, from place to place, down.
inline plan::WaypointRoute routeOver(const std::vector<geo::LatLon>& places, double ground_m = 40,
                                     double height_m = 120) {
    plan::WaypointRoute route;
    route.points.push_back({places.front(), amsl(ground_m)});
    for (const auto& place : places)
        route.points.push_back({place, amsl(height_m)});
    route.points.push_back({places.back(), amsl(ground_m)});
    return route;
}

inline geo::Polygon rectangle(double east_m, double north_m, double width_m, double length_m) {
    return {.outer = {placeAt(east_m, north_m), placeAt(east_m + width_m, north_m),
                      placeAt(east_m + width_m, north_m + length_m), placeAt(east_m, north_m + length_m)}};
}

inline void makeVolumes(plan::FlightPlan& plan) {
    plan.volumes = *plan::volumesOf(plan, plan::Containment{});
}

// A delivery that nothing is wrong with.
inline plan::FlightPlan deliveryPlan(std::string id = "P1") {
    auto plan = plan::presetPlan(*plan::profile("logistics"));
    plan.id = std::move(id);
    plan.operator_id = "O1";
    plan.drone_id = "D1";
    plan.pilot_id = "U1";
    plan.battery_id = "B1";
    plan.operation = routeOver({cityHall, placeAt(800, 300), placeAt(2000, 900)});
    plan.start = noon;
    plan.end = noon + milliseconds(600'000);
    plan.parameters.cruise_mps = 12;
    plan.parameters.climb_mps = 3;
    plan.parameters.descent_mps = 2;
    plan.contingency = {plan::LostLinkAction::ReturnHome, {{"park", placeAt(900, 200)}}};
    makeVolumes(plan);
    return plan;
}

// A route of up to eight legs with climbs, descents, holds and repeated places.
inline plan::WaypointRoute randomRoute(sim::Random& random) {
    plan::WaypointRoute route;
    const auto reference = random.below(2) == 0 ? geo::VerticalReference::Amsl : geo::VerticalReference::Agl;
    geo::LatLon place = placeAt(random.uniform(-20'000, 20'000), random.uniform(-20'000, 20'000));
    const std::size_t count = 2 + random.below(7);
    for (std::size_t n = 0; n < count; ++n) {
        route.points.push_back({place,
                                {random.uniform(0, 200), reference},
                                milliseconds(random.below(3) == 0 ? random.between(0, 90'000) : 0)});
        const double length_m = random.below(5) == 0 ? random.uniform(0, 15'000) : random.uniform(1, 800);
        if (random.below(4) != 0) place = geo::direct(place, random.uniform(0, 360), length_m);
    }
    return route;
}

inline plan::OperatingParameters randomSpeeds(sim::Random& random) {
    return {.cruise_mps = random.uniform(1, 25),
            .climb_mps = random.uniform(0.5, 6),
            .descent_mps = random.uniform(0.5, 4)};
}

} // namespace haneul::tests
