#include "server/http/request_api.h"

#include "core/json/json_writer.h"
#include "server/http/reading.h"

namespace haneul::http {

Response answerRequests(const RequestLog& log, std::string_view query) {
    QueryReader asked(query);
    RequestFilter filter;
    filter.from = asked.time("from");
    filter.to = asked.time("to");
    filter.user = asked.text("user");
    filter.limit = asked.limit();
    if (const auto error = asked.error()) return errorResponse(*error);
    json::JsonWriter writer;
    writer.beginObject();
    writer.key("requests").beginArray();
    for (const std::string& line : log.find(filter))
        writer.raw(line);
    writer.endArray();
    writer.key("lost").count(log.lost());
    writer.endObject();
    return jsonResponse(writer.take());
}

} // namespace haneul::http
