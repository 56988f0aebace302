#pragma once

#include "server/http/api.h"
#include "server/http/request_log.h"

#include <string_view>

namespace haneul::http {

// GET /api/v1/requests: the lines of the request log, newest first. Reads files: not on the network thread.
[[nodiscard]] Response answerRequests(const RequestLog& log, std::string_view query);

} // namespace haneul::http
