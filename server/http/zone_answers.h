#pragma once

#include "server/airspace/airspace_service.h"

#include <string>
#include <vector>

// Bodies of the answers about zones (resources/openapi.json).
namespace haneul::http {

// The zones of these numbers, without their areas.
[[nodiscard]] std::string zonesJson(const airspace::AirspaceState& state, const std::vector<std::size_t>& numbers,
                                    std::size_t total, UtcMs now);
[[nodiscard]] std::string zoneJson(const airspace::AirspaceState& state, std::size_t number, UtcMs now);
[[nodiscard]] std::string awarenessJson(const airspace::Awareness& awareness);
[[nodiscard]] std::string impactJson(const airspace::Zone& zone, const std::vector<airspace::Impact>& impacts);
// `record` null: only looked at.
[[nodiscard]] std::string importJson(const airspace::ZoneImport& import, const airspace::ImportRecord* record);
// Which zones differ between two states, as a message of the stream; empty: none. Above 1,000 none is named (`all`).
[[nodiscard]] std::string streamZones(const airspace::AirspaceState& before, const airspace::AirspaceState& after);
[[nodiscard]] std::string importsJson(const airspace::AirspaceState& state);

} // namespace haneul::http
