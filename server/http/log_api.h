#pragma once

#include "server/http/api.h"
#include "server/log/event_log.h"

#include <functional>
#include <string_view>

namespace haneul::http {

// "type=people.&user=kim&text=P-1&from=…&to=…&before=120&limit=50"; code BAD_QUERY with the parameter's name in
// `where`.
[[nodiscard]] Result<log::EntryFilter> entryFilterFrom(std::string_view query);

[[nodiscard]] std::string entryPageJson(const log::EntryPage& page);
[[nodiscard]] std::string logHeadJson(const log::EventLog& log);

// Answers of /api/v1/log and /api/v1/log/head. `done` is called before this returns or later on a thread of the log.
void answerAboutLog(log::EventLog& log, RouteId route, std::string_view query, std::function<void(Response)> done);

} // namespace haneul::http
