#pragma once

#include "core/plan/risk.h"
#include "core/risk/collision/overlap.h"
#include "core/risk/collision/preset.h"
#include "server/ground_risk/grounds.h"

#include <memory>
#include <string>

// What the checks of flight plans ask of the risk models.
namespace haneul::plan_risk {

// What the Reich model is asked with.
struct CollisionSettings {
    risk::collision::Preset preset = risk::collision::table4Fit();
    risk::collision::Overlap overlap;
    // Of both drones: plans do not say how large they are. The paper's first size.
    risk::collision::DroneSize size{.length_m = 1, .width_m = 2, .height_m = 2};
};

[[nodiscard]] plan::CollisionModel collisionModel(CollisionSettings settings = {});

struct GroundSettings {
    std::string vehicle = "phantom-4"; // of risk::ground::vehicles(): fleets do not say how their drones fall
    double cell_m = 50;
    int ahead_s = 9 * 3600; // of UTC, the local time: people move by it
};

// Expected fatalities of a plan's way: people under it, by amenities where they are known, and the traffic of the roads
// that are known, by the hour and the day of the flight. Not judged: nothing is known there, a part of the way is over
// unknown ground, heights above the ground are not known, or the plan has no route.
[[nodiscard]] plan::GroundRiskSource groundRiskOf(std::shared_ptr<ground_risk::Grounds> grounds,
                                                  geo::Surroundings surroundings, GroundSettings settings = {});

} // namespace haneul::plan_risk
