#pragma once

#include "server/situation/situation.h"
#include "ui/map/label_detail.h"
#include "ui/models/selection.h"
#include "ui/scene3d/city_drawing.h"
#include "ui/scene3d/conflict_stage.h"
#include "ui/scene3d/ground_plan.h"
#include "ui/scene3d/network_stage.h"
#include "ui/scene3d/plan_stage.h"
#include "ui/scene3d/track_stage.h"
#include "ui/scene3d/zone_stage.h"
#include "ui/theme/theme.h"

namespace haneul::scene3d {

inline constexpr double defaultExaggeration = 3.0; // drones fly at 100 m over cities of 20 km, aeroplanes at 2,500 m
inline constexpr double smallestExaggeration = 1.0;
inline constexpr double largestExaggeration = 20.0;
inline constexpr Area startArea{{37.55, 126.99}, 15'000.0};

// What one view shows, apart from how it is looked at; read by its 3D picture and by its section.
struct SceneContents {
    theme::Theme theme;
    models::Selection* selection;
    situation::SituationPtr situation; // never null
    UtcMs now{};                       // what ages are counted to
    TrackStage stage{startArea};
    NetworkStage networks;
    ZoneStage zones;
    PlanStage plans;
    ConflictStage conflicts;
    GroundPlan ground;
    CityStage city; // what stands on the ground, and the ground where its height is known
    map::LabelDetail labels = map::LabelDetail::Full;
    double vectorSeconds = 30;
    milliseconds trailLength{60'000};
};

// Time since the newest report of any track; nothing while there is none.
[[nodiscard]] std::optional<milliseconds> dataAge(const SceneContents& contents);

} // namespace haneul::scene3d
