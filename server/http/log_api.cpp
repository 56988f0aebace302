#include "server/http/log_api.h"

#include "core/json/json_writer.h"
#include "server/people/events.h"

#include <charconv>

namespace haneul::http {

namespace {

Result<std::uint64_t> numberFrom(const QueryItem& item, std::uint64_t most) {
    std::uint64_t value = 0;
    const char* const end = item.value.data() + item.value.size();
    const auto [stop, problem] = std::from_chars(item.value.data(), end, value);
    if (problem != std::errc() || stop != end || value < 1 || value > most)
        return fail("BAD_QUERY", "expected a number from 1 to " + std::to_string(most), item.name);
    return value;
}

Result<void> take(log::EntryFilter& filter, const QueryItem& item) {
    if (item.name == "type") {
        filter.typePrefix = item.value;
    } else if (item.name == "user") {
        filter.user = item.value;
    } else if (item.name == "text") {
        filter.text = item.value;
    } else if (item.name == "from" || item.name == "to") {
        const auto time = fromRfc3339(item.value);
        if (!time) return fail("BAD_QUERY", "expected a time like 2026-11-21T04:05:06Z", item.name);
        (item.name == "from" ? filter.from : filter.to) = *time;
    } else if (item.name == "before") {
        const auto number = numberFrom(item, INT64_MAX);
        if (!number) return std::unexpected(number.error());
        filter.before = *number;
    } else if (item.name == "limit") {
        const auto number = numberFrom(item, 1000);
        if (!number) return std::unexpected(number.error());
        filter.limit = *number;
    } else {
        return fail("BAD_QUERY", "there is no such parameter", item.name);
    }
    return {};
}

void write(json::JsonWriter& writer, const log::EntryRecord& record) {
    const log::Entry& entry = record.entry;
    writer.beginObject();
    writer.key("origin").string(entry.origin);
    writer.key("sequence").count(entry.sequence);
    writer.key("time").time(utcMs(entry.time.wall_ms));
    writer.key("counter").count(entry.time.counter);
    writer.key("user").string(entry.user);
    writer.key("role").string(entry.role);
    writer.key("session").string(entry.session);
    writer.key("desk").string(entry.desk);
    writer.key("type").string(entry.type);
    // As written and signed, and so as text; but nobody needs the hashes of passwords and tokens.
    writer.key("body").string(people::shownBody(entry.type, entry.body));
    writer.key("previous").string(log::toHex(entry.previous));
    writer.key("digest").string(log::toHex(record.digest));
    writer.key("signature").string(log::toHex(record.signature));
    writer.endObject();
}

} // namespace

Result<log::EntryFilter> entryFilterFrom(std::string_view query) {
    const auto items = parseQuery(query);
    if (!items) return std::unexpected(items.error());
    log::EntryFilter filter{.shown = people::shownBody};
    for (const QueryItem& item : *items)
        if (auto taken = take(filter, item); !taken) return std::unexpected(taken.error());
    return filter;
}

std::string entryPageJson(const log::EntryPage& page) {
    json::JsonWriter writer;
    writer.beginObject();
    writer.key("entries").beginArray();
    for (const log::EntryRecord& record : page.entries)
        write(writer, record);
    writer.endArray();
    writer.key("next_before");
    if (page.nextBefore)
        writer.count(*page.nextBefore);
    else
        writer.null();
    writer.endObject();
    return writer.take();
}

std::string logHeadJson(const log::EventLog& log) {
    const log::Head head = log.head();
    json::JsonWriter writer;
    writer.beginObject();
    writer.key("origin").string(head.origin);
    writer.key("sequence").count(head.sequence);
    writer.key("digest").string(log::toHex(head.digest));
    writer.key("wall_ms").integer(head.time.wall_ms);
    writer.key("counter").integer(head.time.counter);
    writer.key("signature").string(log::toHex(head.signature));
    writer.key("public_key").string(log::toHex(log.publicKey()));
    writer.key("fingerprint").string(log::fingerprint(log.publicKey()));
    writer.key("signatures_checked").count(log.signaturesChecked());
    writer.endObject();
    return writer.take();
}

void answerAboutLog(log::EventLog& log, RouteId route, std::string_view query, std::function<void(Response)> done) {
    if (route == RouteId::LogHead) {
        done(query.empty() ? jsonResponse(logHeadJson(log))
                           : errorResponse({"BAD_QUERY", "this path takes no query", "query"}));
        return;
    }
    auto filter = entryFilterFrom(query);
    if (!filter) {
        done(errorResponse(filter.error()));
        return;
    }
    log.page(*std::move(filter), [done = std::move(done)](const Result<log::EntryPage>& page) {
        done(page ? jsonResponse(entryPageJson(*page)) : errorResponse(page.error()));
    });
}

} // namespace haneul::http
