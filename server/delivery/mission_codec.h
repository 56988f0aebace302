#pragma once

#include "core/base/error.h"
#include "core/delivery/mission.h"
#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "server/delivery/delivery_state.h"

#include <optional>
#include <string_view>
#include <vector>

// Missions and their parts as JSON, in the log and over REST. Times are RFC 3339, durations milliseconds, waypoints
// [latitude, longitude, height_m]. Codes of what reads: those of json::Object.
namespace haneul::delivery {

[[nodiscard]] std::string_view nameOf(HandOver handOver);      // "land", "drop"
[[nodiscard]] std::string_view nameOf(timing::EventKind kind); // "arrival", "departure"
[[nodiscard]] std::optional<MissionStep> missionStepFrom(std::string_view name);
[[nodiscard]] std::optional<OrderState> orderStateFrom(std::string_view name);

[[nodiscard]] Result<UtcMs> timeFrom(json::Object& object, std::string_view key);
[[nodiscard]] Result<std::optional<UtcMs>> optionalTimeFrom(json::Object& object, std::string_view key);

// {"node", "hand_over", "stay_ms"}; the last two may be missing.
void writeStop(json::JsonWriter& json, const Stop& stop);
[[nodiscard]] Result<Stop> stopFrom(json::Object object);

// {"id", "from", "to", "drone_type", "payload_kg", "stops"}; only the stops must be there.
void writeRequest(json::JsonWriter& json, const MissionRequest& request);
[[nodiscard]] Result<MissionRequest> requestFrom(json::Object object);

// {"request", "nodes", "legs", "stays_ms", "flights_ms", "distance_m", "flight_ms"}
void writeRoute(json::JsonWriter& json, const MissionRoute& route);
[[nodiscard]] Result<MissionRoute> routeFrom(json::Object object);

using Usages = std::vector<timing::Usage<std::int64_t>>;
void writeUsages(json::JsonWriter& json, const Usages& usages); // an array
[[nodiscard]] Result<Usages> usagesFrom(json::Object& object, std::string_view key);

using Actuals = std::vector<timing::ActualTime<std::int64_t>>;
void writeActuals(json::JsonWriter& json, const Actuals& actuals); // an array
[[nodiscard]] Result<Actuals> actualsFrom(json::Object& object, std::string_view key);

void writeNotes(json::JsonWriter& json, const std::vector<DroneNote>& notes); // an array
[[nodiscard]] Result<std::vector<DroneNote>> notesFrom(json::Object& object, std::string_view key);

} // namespace haneul::delivery
