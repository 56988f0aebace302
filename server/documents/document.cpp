#include "server/documents/document.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"

#include <algorithm>

namespace haneul::documents {

namespace {

bool isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isName(std::string_view text) {
    constexpr std::size_t longest = 64;
    return !text.empty() && text.size() <= longest && isLetterOrDigit(text.front()) &&
           std::ranges::all_of(text, [](char c) { return isLetterOrDigit(c) || c == '.' || c == '_' || c == '-'; });
}

bool isReference(std::string_view text) {
    constexpr std::size_t longest = 255;
    return text.size() <= longest &&
           std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

std::unexpected<Error> badPath() {
    return fail("BAD_PATH", "expected names and numbers like sensor.readings[0].temperature, at most 16 of them",
                "path");
}

} // namespace

Result<NewDocument> accepted(NewDocument document) {
    if (!document.id.empty() && !isName(document.id))
        return fail("BAD_DOCUMENT_ID", "an id is 1 to 64 letters, digits, '.', '_' or '-'", "id");
    if (!isName(document.kind)) return fail("BAD_KIND", "a kind is 1 to 64 letters, digits, '.', '_' or '-'", "kind");
    for (const std::string* text : {&document.about.mission, &document.about.plan, &document.about.drone})
        if (!isReference(*text))
            return fail("BAD_REFERENCE", "a reference has at most 255 bytes and no control characters", "about");
    auto wrapped = json::Object::parse("{\"body\":" + document.body + "}");
    if (!wrapped) return fail("BAD_JSON", "the document is not one well-formed JSON object", "body");
    auto body = wrapped->raw("body");
    if (!body || !wrapped->finish()) return fail("BAD_JSON", "the document is not one well-formed JSON object", "body");
    if (body->size() > largestBody) return fail("DOCUMENT_TOO_LARGE", "a document has at most 262144 bytes", "body");
    document.body = *std::move(body);
    return document;
}

Result<std::string> sqlPath(std::string_view path) {
    constexpr int mostSteps = 16;
    std::string made = "$";
    int steps = 0;
    for (std::size_t at = 0; at < path.size(); ++steps) {
        if (path[at] == '[') {
            const auto end = path.find(']', at);
            const auto number = path.substr(at + 1, end == std::string_view::npos ? 0 : end - at - 1);
            if (number.empty() || number.size() > 6 ||
                number.find_first_not_of("0123456789") != std::string_view::npos || steps == 0)
                return badPath();
            made += '[' + std::string(number) + ']';
            at = end + 1;
            continue;
        }
        if ((path[at] == '.') != (steps > 0)) return badPath();
        if (steps > 0) ++at;
        const auto end = std::min(path.find_first_of(".[", at), path.size());
        const auto name = path.substr(at, end - at);
        const bool good = !name.empty() && std::ranges::all_of(name, [](char c) {
            return isLetterOrDigit(c) || c == '_' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
        });
        if (!good) return badPath();
        made += ".\"" + std::string(name) + '"';
        at = end;
    }
    if (steps == 0 || steps > mostSteps) return badPath();
    return made;
}

log::NewEvent toEvent(const NewDocument& document) {
    json::JsonWriter json;
    json.beginObject().key("document").string(document.id);
    json.key("based_on").count(document.basedOn).key("kind").string(document.kind);
    json.key("mission").string(document.about.mission).key("plan").string(document.about.plan);
    json.key("drone").string(document.about.drone).key("body").raw(document.body).endObject();
    return {std::string(documentPut), json.take()};
}

Result<NewDocument> documentFrom(std::string_view text) {
    auto object = json::Object::parse(text);
    if (!object) return std::unexpected(object.error());
    const auto id = object->string("document");
    const auto basedOn = object->integer("based_on");
    const auto kind = object->string("kind");
    const auto mission = object->string("mission");
    const auto plan = object->string("plan");
    const auto drone = object->string("drone");
    const auto body = object->raw("body");
    for (const auto* one : {&id, &kind, &mission, &plan, &drone, &body})
        if (!*one) return std::unexpected(one->error());
    if (!basedOn) return std::unexpected(basedOn.error());
    if (const auto finished = object->finish(); !finished) return std::unexpected(finished.error());
    return NewDocument{
        *id, static_cast<std::uint64_t>(std::max<std::int64_t>(*basedOn, 0)), *kind, {*mission, *plan, *drone}, *body};
}

} // namespace haneul::documents
