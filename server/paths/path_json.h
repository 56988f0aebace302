#pragma once

#include "core/json/object.h"
#include "core/plan/flight_plan.h"
#include "server/paths/path_service.h"

#include <string>

namespace haneul::paths {

// Questions and answers as JSON (PathQuestion, PathsAnswer, PathCheckAnswer in resources/openapi.json). What may be
// left out has the value of Question. `now`: the departure when none is said. Codes: those of json::Object; BAD_FIELD.
[[nodiscard]] Result<Question> questionFrom(json::Object& body, UtcMs now);
[[nodiscard]] Result<CheckQuestion> checkQuestionFrom(json::Object& body, UtcMs now);

[[nodiscard]] std::string toJson(const Question& question); // reads back as the same question
[[nodiscard]] std::string toJson(const Answer& answer, UtcMs found);
[[nodiscard]] std::string toJson(const CheckAnswer& answer);

// The path as the route of a flight plan, from point to point in the question's reference (R-PATH-06).
[[nodiscard]] plan::WaypointRoute routeOf(const Answer& answer, const path::PlannedPath& path);

} // namespace haneul::paths
