#pragma once

#include "server/http/api.h"

#include <string_view>

namespace haneul::http {

// POST /api/v1/studies/{op}: 200 with what the study comes to, 404 for an op that there is not, 400 and 415 for a body
// that is no JSON, 422 with the study's own code. Calculates: not on the network thread.
[[nodiscard]] Response answerStudy(std::string_view op, std::string_view contentType, std::string_view body);

// POST /api/v1/traffic-estimates: a preset of the Reich model from recorded traffic, dated `now`; nothing is kept.
// Calculates: not on the network thread.
[[nodiscard]] Response answerTrafficEstimate(std::string_view query, std::string_view body, UtcMs now);

} // namespace haneul::http
