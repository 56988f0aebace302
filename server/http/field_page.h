#pragma once

#include "server/http/api.h"

#include <span>
#include <string_view>

// The page for pilots in the field (resources/field), built in. Its files are public and hold nothing secret; all that
// it shows it asks for over /api/v1 with the token of whoever logged in.
namespace haneul::http {

struct FieldFile {
    std::string_view name; // "field.js"; the page itself is "index.html"
    std::string_view text;
};

[[nodiscard]] std::span<const FieldFile> fieldFiles();

[[nodiscard]] bool isFieldRoute(RouteId route);

// The page, one of its files, or the way there. A client that has the file already is told so (If-None-Match).
[[nodiscard]] Response answerField(const MatchedRoute& match, const RequestHead& head);

} // namespace haneul::http
