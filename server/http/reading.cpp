#include "server/http/reading.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace haneul::http {

QueryReader::QueryReader(std::string_view query) {
    auto items = parseQuery(query);
    if (!items) {
        m_error = items.error();
        return;
    }
    for (QueryItem& item : *items)
        m_items.emplace(std::move(item.name), std::move(item.value));
}

std::optional<std::string> QueryReader::text(const std::string& name) {
    const auto found = m_items.extract(name);
    if (!found) return std::nullopt;
    return found.mapped();
}

std::size_t QueryReader::limit(std::size_t usual, std::size_t largest) {
    return count("limit", usual, largest);
}

std::size_t QueryReader::count(const std::string& name, std::size_t usual, std::size_t largest) {
    const auto value = text(name);
    if (!value) return usual;
    std::size_t number = 0;
    const auto [end, problem] = std::from_chars(value->data(), value->data() + value->size(), number);
    if (problem != std::errc() || end != value->data() + value->size() || number < 1 || number > largest)
        bad(name, "expected a number from 1 to " + std::to_string(largest));
    return number;
}

bool QueryReader::flag(const std::string& name) {
    const auto value = text(name);
    if (value && *value != "true" && *value != "false") bad(name, "expected true or false");
    return value == "true";
}

std::optional<UtcMs> QueryReader::time(const std::string& name) {
    const auto value = text(name);
    if (!value) return std::nullopt;
    const auto time = fromRfc3339(*value);
    if (!time) bad(name, "expected a time like 2026-11-21T04:05:06Z");
    return time;
}

std::optional<std::vector<double>> QueryReader::numbers(const std::string& name, std::size_t count) {
    const auto value = text(name);
    if (!value) return std::nullopt;
    std::vector<double> found;
    const char* at = value->data();
    const char* const end = at + value->size();
    while (found.size() < count) {
        double number = 0;
        const auto [next, problem] = std::from_chars(at, end, number);
        if (problem != std::errc() || (next != end && *next != ',')) break;
        found.push_back(number);
        at = next == end ? end : next + 1;
        if (next == end) break;
    }
    if (found.size() == count && at == end) return found;
    bad(name, "expected " + std::to_string(count) + " numbers with commas between them");
    return std::nullopt;
}

void QueryReader::bad(const std::string& name, std::string message) {
    if (!m_error) m_error = Error{"BAD_QUERY", std::move(message), name};
}

std::optional<Error> QueryReader::error() {
    if (!m_error && !m_items.empty()) bad(m_items.begin()->first, "there is no such parameter");
    return m_error;
}

BodyReader::BodyReader(std::string_view contentType, std::string_view body)
    : m_object(contentType.substr(0, contentType.find_first_of("; ")) == "application/json"
                   ? json::Object::parse(body)
                   : fail("UNSUPPORTED_MEDIA_TYPE", "send application/json", "content-type")) {
    if (!m_object) m_error = m_object.error();
}

std::string BodyReader::text(std::string_view key) {
    return take<std::string>([&](json::Object& object) { return object.string(key); });
}

std::optional<std::string> BodyReader::optionalText(std::string_view key) {
    return take<std::optional<std::string>>([&](json::Object& object) { return object.optionalString(key); });
}

std::string BodyReader::textOrEmpty(std::string_view key) {
    return optionalText(key).value_or("");
}

std::vector<std::string> BodyReader::texts(std::string_view key) {
    return take<std::vector<std::string>>([&](json::Object& object) { return object.strings(key); });
}

std::vector<std::string> BodyReader::optionalTexts(std::string_view key) {
    return take<std::vector<std::string>>([&](json::Object& object) -> Result<std::vector<std::string>> {
        if (!object.has(key))
            return object.optionalString(key).transform([](auto&&) { return std::vector<std::string>(); });
        return object.strings(key);
    });
}

void BodyReader::bad(std::string_view key, std::string message) {
    if (!m_error) m_error = Error{"BAD_FIELD", std::move(message), std::string(key)};
}

std::optional<Error> BodyReader::error() {
    if (!m_error)
        if (const auto finished = m_object->finish(); !finished) m_error = finished.error();
    return m_error;
}

Response withStatus(unsigned status, std::string body) {
    auto response = jsonResponse(std::move(body));
    response.status = status;
    return response;
}

Response okay() {
    return jsonResponse(R"({"status":"ok"})");
}

Response refusalOfRule(const Error& error) {
    constexpr std::array inside{"INTERNAL",  "DATABASE",  "PROJECTION",     "LOG_BAD_EVENT",
                                "LOG_GUARD", "BAD_ENTRY", "FILE_UNWRITABLE"};
    auto response = errorResponse(error);
    if (response.status == 500 && !std::ranges::contains(inside, std::string_view(error.code))) response.status = 422;
    return response;
}

} // namespace haneul::http
