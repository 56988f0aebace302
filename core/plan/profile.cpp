#include "core/plan/profile.h"

#include <algorithm>

namespace haneul::plan {

std::string_view toString(CheckKind kind) {
    switch (kind) {
    case CheckKind::Form:
        return "FORM";
    case CheckKind::Performance:
        return "PERFORMANCE";
    case CheckKind::Airspace:
        return "AIRSPACE";
    case CheckKind::Conflicts:
        return "CONFLICTS";
    case CheckKind::Capacity:
        return "CAPACITY";
    case CheckKind::Readiness:
        return "READINESS";
    case CheckKind::Documents:
        return "DOCUMENTS";
    case CheckKind::Weather:
        return "WEATHER";
    case CheckKind::GroundRisk:
        return "GROUND_RISK";
    case CheckKind::CollisionRisk:
        return "COLLISION_RISK";
    }
    return "";
}

std::optional<CheckKind> checkKindFromString(std::string_view name) {
    for (const auto kind : allCheckKinds)
        if (name == toString(kind)) return kind;
    return std::nullopt;
}

std::string_view toString(Field field) {
    switch (field) {
    case Field::Mission:
        return "mission_id";
    case Field::Objective:
        return "objective";
    case Field::Payload:
        return "payload_ids";
    case Field::Battery:
        return "battery_id";
    case Field::LandingSites:
        return "contingency.landingSites";
    case Field::LostLink:
        return "contingency.lostLink";
    case Field::Permit:
        return "documents";
    }
    return "";
}

std::span<const Profile> profiles() {
    using enum CheckKind;
    static const std::vector<Profile> all{
        {.id = "logistics",
         .missionTypes = {"delivery", "medical_delivery", "depot_transfer"},
         .patterns = {Pattern::Waypoints},
         .mode = SightMode::Bvlos,
         .required = {Field::Battery, Field::LostLink, Field::LandingSites},
         .capabilities = {"cargo"},
         .collects = {"delivery_proof", "telemetry"},
         .mustPass = {Form, Performance, Airspace, Conflicts, Capacity, Readiness, Documents}},
        {.id = "inspection",
         .missionTypes = {"power_line", "bridge", "facade", "plant"},
         .patterns = {Pattern::Corridor, Pattern::Waypoints, Pattern::Grid},
         .required = {Field::Objective, Field::Payload, Field::LostLink},
         .capabilities = {"camera.rgb"},
         .collects = {"images", "thermal_images", "point_cloud", "telemetry"},
         .mustPass = {Form, Performance, Airspace, Conflicts, Readiness, Documents}},
        {.id = "agriculture",
         .missionTypes = {"spraying", "crop_survey", "seeding"},
         .patterns = {Pattern::Grid, Pattern::Area},
         .required = {Field::Objective, Field::Payload},
         .capabilities = {},
         .collects = {"multispectral_images", "spray_log", "telemetry"},
         .mustPass = {Form, Performance, Airspace, Conflicts, Readiness}},
        {.id = "monitoring",
         .missionTypes = {"traffic", "environment", "construction", "mapping"},
         .patterns = {Pattern::Area, Pattern::Grid, Pattern::Corridor, Pattern::Waypoints},
         .required = {Field::Objective, Field::Payload, Field::LostLink},
         .capabilities = {"camera.rgb"},
         .collects = {"video", "images", "telemetry"},
         .mustPass = {Form, Performance, Airspace, Conflicts, Readiness, Documents}},
        {.id = "public_safety",
         .missionTypes = {"search", "fire", "police", "disaster"},
         .patterns = {Pattern::Area, Pattern::Waypoints, Pattern::Grid, Pattern::Corridor},
         .mode = SightMode::Bvlos,
         .priority = 50,
         .required = {Field::Objective, Field::LostLink, Field::LandingSites},
         .capabilities = {"camera.rgb"},
         .collects = {"video", "thermal_images", "telemetry"},
         .mustPass = {Form, Performance, Airspace, Conflicts, Readiness}},
    };
    return all;
}

const Profile* profile(std::string_view id) {
    const auto all = profiles();
    const auto found = std::ranges::find(all, id, &Profile::id);
    return found == all.end() ? nullptr : &*found;
}

FlightPlan presetPlan(const Profile& profile) {
    FlightPlan plan{.profile = profile.id, .missionType = profile.missionTypes.front()};
    plan.parameters.mode = profile.mode;
    plan.priority = profile.priority;
    switch (profile.patterns.front()) {
    case Pattern::Waypoints:
        plan.operation = WaypointRoute{};
        break;
    case Pattern::Grid:
        plan.operation = GridPattern{};
        break;
    case Pattern::Corridor:
        plan.operation = CorridorPattern{};
        break;
    case Pattern::Area:
        plan.operation = AreaOperation{};
        break;
    }
    return plan;
}

bool given(const FlightPlan& plan, Field field) {
    switch (field) {
    case Field::Mission:
        return !plan.mission_id.empty();
    case Field::Objective:
        return !plan.objective.empty();
    case Field::Payload:
        return !plan.payload_ids.empty();
    case Field::Battery:
        return !plan.battery_id.empty();
    case Field::LandingSites:
        return !plan.contingency.landingSites.empty();
    case Field::LostLink:
        return plan.contingency.lostLink.has_value();
    case Field::Permit:
        return !plan.documents.empty();
    }
    return false;
}

} // namespace haneul::plan
