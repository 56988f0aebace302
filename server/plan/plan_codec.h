#pragma once

#include "core/base/error.h"
#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "core/plan/check_report.h"
#include "core/plan/flight_plan.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Plans and what their checks found as JSON, in the log and over REST: one form, read strictly (resources/openapi.json,
// FlightPlan and CheckReport). Times are RFC 3339, durations milliseconds, places {"lat", "lon"}; areas are those of
// zones (core/formats/zone_json.h), with [longitude, latitude] as in GeoJSON.
namespace haneul::plan {

inline constexpr std::size_t mostListed = 10'000; // points, volumes, findings in one list

// Without version and state, which are not its author's to say.
void writePlan(json::JsonWriter& json, const FlightPlan& plan);
[[nodiscard]] std::string planToJson(const FlightPlan& plan);
// What is not there is as in an empty plan; the operation must be. Codes: those of json::Object, BAD_FIELD.
[[nodiscard]] Result<FlightPlan> planFrom(json::Object object);
[[nodiscard]] Result<FlightPlan> planFromJson(std::string_view text);

void writeVolume(json::JsonWriter& json, const geo::Volume4D& volume);
[[nodiscard]] Result<geo::Volume4D> volumeFrom(json::Object object);

void writeReports(json::JsonWriter& json, const std::vector<CheckReport>& reports);
[[nodiscard]] Result<std::vector<CheckReport>> reportsFrom(json::Object& object, std::string_view key);

} // namespace haneul::plan
