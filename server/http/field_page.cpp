#include "server/http/field_page.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <format>

namespace haneul::http {

namespace {

constexpr std::array fieldRoutes{RouteId::FieldEntrance, RouteId::FieldPage, RouteId::FieldFile};

// Only what comes from here, nothing within the page itself, no frames.
constexpr std::string_view contentPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'none'";

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> typeOfEnding{
    {{".html", "text/html; charset=utf-8"},
     {".css", "text/css; charset=utf-8"},
     {".js", "text/javascript; charset=utf-8"},
     {".svg", "image/svg+xml"}}};

std::string_view contentTypeOf(std::string_view name) {
    const auto found =
        std::ranges::find_if(typeOfEnding, [&](const auto& ending) { return name.ends_with(ending.first); });
    return found != typeOfEnding.end() ? found->second : "application/octet-stream";
}

// FNV-1a, 64 bits: tells versions of a file apart, no more.
std::string tagOf(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return std::format("\"{:016x}\"", hash);
}

// RFC 9110 13.1.2: a list of tags, weak ones count too; "*" is any.
bool holds(std::string_view list, std::string_view tag) {
    if (list == "*") return true;
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        auto one = list.substr(0, end);
        list.remove_prefix(std::min(end + 1, list.size()));
        while (one.starts_with(' ') || one.starts_with('\t'))
            one.remove_prefix(1);
        while (one.ends_with(' ') || one.ends_with('\t'))
            one.remove_suffix(1);
        if (one.starts_with("W/")) one.remove_prefix(2);
        if (one == tag) return true;
    }
    return false;
}

Response entrance() {
    Response response;
    response.status = 308;
    response.cacheControl = "no-cache";
    response.fields.emplace_back("Location", "/field/");
    return response;
}

Response fileNamed(std::string_view name, const RequestHead& head) {
    const auto files = fieldFiles();
    const auto file = std::ranges::find(files, name, &FieldFile::name);
    if (file == files.end())
        return errorResponse({"NOT_FOUND", "the field page has no file of that name", std::string(name)});
    Response response;
    response.cacheControl = "no-cache"; // kept, but asked about each time: an update is there at once
    auto tag = tagOf(file->text);
    const bool known = holds(head.field("if-none-match"), tag);
    response.fields.emplace_back("ETag", std::move(tag));
    response.fields.emplace_back("Content-Security-Policy", contentPolicy);
    response.fields.emplace_back("Referrer-Policy", "no-referrer");
    if (known) {
        response.status = 304;
        return response;
    }
    response.contentType = contentTypeOf(name);
    response.body = std::make_shared<const std::string>(file->text);
    return response;
}

} // namespace

bool isFieldRoute(RouteId route) {
    return std::ranges::contains(fieldRoutes, route);
}

Response answerField(const MatchedRoute& match, const RequestHead& head) {
    if (!head.query.empty()) return errorResponse({"BAD_QUERY", "this path takes no query", "query"});
    switch (match.route->id) {
    case RouteId::FieldEntrance:
        return entrance();
    case RouteId::FieldPage:
        return fileNamed("index.html", head);
    default:
        return fileNamed(match.parameters.front(), head);
    }
}

} // namespace haneul::http
