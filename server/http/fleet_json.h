#pragma once

#include "server/fleet/fleet_service.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the routes about the fleet answer (resources/openapi.json).
namespace haneul::http {

// Records of one kind in the order of their names.
struct FleetListQuery {
    fleet::Kind kind = fleet::Kind::Drone;
    bool retired = false;             // those too
    std::optional<std::string> drone; // batteries and maintenance of that one only
    std::string after;                // names behind this one
    std::size_t limit = 200;
};

[[nodiscard]] std::string fleetRecordsJson(const fleet::FleetState& state, const FleetListQuery& query);
// nullopt: there is none.
[[nodiscard]] std::optional<std::string> fleetRecordJson(const fleet::FleetState& state, fleet::Kind kind,
                                                         std::string_view id);
[[nodiscard]] std::string fleetHistoryJson(const std::vector<fleet::Change>& changes);
[[nodiscard]] std::string readinessJson(const fleet::Assessment& assessment);
[[nodiscard]] std::string fleetOverviewJson(const std::vector<fleet::Assessment>& assessments);
[[nodiscard]] std::string fleetRulesJson(const fleet::ReadinessRules& rules);
[[nodiscard]] std::string fleetOverridesJson(const fleet::FleetState& state, bool all, UtcMs now);

} // namespace haneul::http
