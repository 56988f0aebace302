#pragma once

#include "core/json/object.h"
#include "server/ground_risk/ground_risk_service.h"

#include <string>
#include <string_view>

namespace haneul::ground_risk {

// A question as JSON: bodies of the API and the input of a kept study (GroundQuestion in resources/openapi.json). What
// may be left out has the value of risk::ground::printedSettings. Takes its own fields only; the caller asks for others
// and calls finish(). Codes: those of json::Object; BAD_FIELD (a word that is none of those accepted); BAD_AREA.
[[nodiscard]] Result<Question> questionFrom(json::Object& body);

[[nodiscard]] std::string toJson(const Question& question); // all fields

// What a kept study of kind "risk.ground" asks: one question, or model A and B beside each other.
inline constexpr std::string_view studyKind = "risk.ground";

struct Comparison {
    Question a, b;
};

[[nodiscard]] Result<Comparison> comparisonFrom(std::string_view input); // {"a": question, "b": question}
[[nodiscard]] std::string toJson(const Comparison& comparison);

} // namespace haneul::ground_risk
