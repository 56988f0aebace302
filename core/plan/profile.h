#pragma once

#include "core/plan/flight_plan.h"

#include <span>

// What a kind of operation presets in the form, asks for and has checked (R-GEN-06).
namespace haneul::plan {

enum class CheckKind {
    Form,
    Performance,
    Airspace,
    Conflicts,
    Capacity,
    Readiness,
    Documents,
    Weather,
    GroundRisk,
    CollisionRisk,
};
inline constexpr std::array allCheckKinds{
    CheckKind::Form,      CheckKind::Performance, CheckKind::Airspace, CheckKind::Conflicts,  CheckKind::Capacity,
    CheckKind::Readiness, CheckKind::Documents,   CheckKind::Weather,  CheckKind::GroundRisk, CheckKind::CollisionRisk};
[[nodiscard]] std::string_view toString(CheckKind kind); // "FORM", "GROUND_RISK", ...
[[nodiscard]] std::optional<CheckKind> checkKindFromString(std::string_view name);

// Members of a plan that a profile may ask for beyond what every plan has.
enum class Field {
    Mission, // the delivery that it flies
    Objective,
    Payload,
    Battery,
    LandingSites,
    LostLink,
    Permit,
};
[[nodiscard]] std::string_view toString(Field field); // the member: "mission_id", "contingency.landingSites", ...

struct Profile {
    std::string id;
    std::vector<std::string> missionTypes; // the first is preset
    std::vector<Pattern> patterns;         // that make sense; the first is preset
    SightMode mode = SightMode::Vlos;      // preset
    int priority = 0;                      // preset
    std::vector<Field> required;
    std::vector<std::string> capabilities; // that the payloads must have
    std::vector<std::string> collects;     // data
    std::vector<CheckKind> mustPass;       // not judged is not enough for these

    bool operator==(const Profile&) const = default;
};

// "logistics", "inspection", "agriculture", "monitoring", "public_safety".
[[nodiscard]] std::span<const Profile> profiles();
[[nodiscard]] const Profile* profile(std::string_view id); // null: unknown

// A new plan as the profile presets it: id, ids of people and places are left empty.
[[nodiscard]] FlightPlan presetPlan(const Profile& profile);

[[nodiscard]] bool given(const FlightPlan& plan, Field field);

} // namespace haneul::plan
