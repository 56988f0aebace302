#include "server/documents/document.h"

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

bool isPlain(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool isReference(std::string_view text) {
    constexpr std::size_t longest = 255;
    return text.size() <= longest && isPlain(text);
}

bool isMediaType(std::string_view text) { // RFC 6838, without parameters
    const std::size_t slash = text.find('/');
    const auto isWord = [](std::string_view word) {
        return !word.empty() && std::ranges::all_of(word, [](char c) {
            return isLetterOrDigit(c) || std::string_view("!#$&-^_.+").contains(c);
        });
    };
    return text.size() <= 127 && slash != std::string_view::npos && isWord(text.substr(0, slash)) &&
           isWord(text.substr(slash + 1));
}

Result<void> check(const Content& content) {
    constexpr std::size_t longestPlace = 1000;
    if (content.place.empty() || content.place.size() > longestPlace || !isPlain(content.place))
        return fail("BAD_CONTENT", "a place is 1 to 1000 bytes without control characters", "content.place");
    if (!content.mediaType.empty() && !isMediaType(content.mediaType))
        return fail("BAD_CONTENT", "a media type is like video/mp4", "content.media_type");
    const bool digits =
        std::ranges::all_of(content.sha256, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (content.sha256.size() != 64 || !digits)
        return fail("BAD_CONTENT", "a checksum is 64 hexadecimal digits in lower case (SHA-256)", "content.sha256");
    return {};
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
    if (document.content)
        if (auto good = check(*document.content); !good) return std::unexpected(good.error());
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

void write(json::JsonWriter& json, const Content& content) {
    json.beginObject().key("place").string(content.place).key("media_type").string(content.mediaType);
    json.key("sha256").string(content.sha256).key("bytes").count(content.bytes).endObject();
}

Result<std::optional<Content>> contentFrom(json::Object& object, std::string_view key) {
    if (!object.has(key)) return object.optionalString(key).transform([](auto&&) { return std::optional<Content>(); });
    auto inner = object.object(key);
    if (!inner) return std::unexpected(inner.error());
    auto place = inner->string("place");
    auto mediaType = inner->optionalString("media_type");
    auto sha256 = inner->string("sha256");
    const auto bytes = inner->integer("bytes");
    for (const auto* one : {&place, &sha256})
        if (!*one) return std::unexpected(one->error());
    if (!mediaType) return std::unexpected(mediaType.error());
    if (!bytes) return std::unexpected(bytes.error());
    if (*bytes < 0) return fail("BAD_FIELD", "must not be below 0", std::string(key) + ".bytes");
    if (const auto finished = inner->finish(); !finished) return std::unexpected(finished.error());
    return Content{*std::move(place), std::move(*mediaType).value_or(""), *std::move(sha256),
                   static_cast<std::uint64_t>(*bytes)};
}

Result<std::optional<UtcMs>> timeFrom(json::Object& object, std::string_view key) {
    const auto text = object.optionalString(key);
    if (!text) return std::unexpected(text.error());
    if (!*text) return std::nullopt;
    const auto time = fromRfc3339(**text);
    if (!time) return fail("BAD_FIELD", "must be a time like 2026-11-21T04:05:06Z", std::string(key));
    return time;
}

log::NewEvent toEvent(const NewDocument& document) {
    json::JsonWriter json;
    json.beginObject().key("document").string(document.id);
    json.key("based_on").count(document.basedOn).key("kind").string(document.kind);
    json.key("mission").string(document.about.mission).key("plan").string(document.about.plan);
    json.key("drone").string(document.about.drone).key("content");
    if (document.content)
        write(json, *document.content);
    else
        json.null();
    json.key("keep_until").timeOrNull(document.keepUntil).key("body").raw(document.body).endObject();
    return {std::string(documentPut), json.take()};
}

log::NewEvent toEvent(const WithdrawnDocument& withdrawn) {
    json::JsonWriter json;
    json.beginObject().key("document").string(withdrawn.id).key("reason").string(withdrawn.reason).endObject();
    return {std::string(documentWithdrawn), json.take()};
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
    const auto content = contentFrom(*object, "content");
    const auto keepUntil = timeFrom(*object, "keep_until");
    const auto body = object->raw("body");
    for (const auto* one : {&id, &kind, &mission, &plan, &drone, &body})
        if (!*one) return std::unexpected(one->error());
    if (!basedOn) return std::unexpected(basedOn.error());
    if (!content) return std::unexpected(content.error());
    if (!keepUntil) return std::unexpected(keepUntil.error());
    if (const auto finished = object->finish(); !finished) return std::unexpected(finished.error());
    if (*basedOn < 0) return fail("BAD_FIELD", "must not be below 0", "based_on");
    return NewDocument{
        *id, static_cast<std::uint64_t>(*basedOn), *kind, {*mission, *plan, *drone}, *content, *keepUntil, *body};
}

Result<WithdrawnDocument> withdrawnFrom(std::string_view text) {
    auto object = json::Object::parse(text);
    if (!object) return std::unexpected(object.error());
    const auto id = object->string("document");
    const auto reason = object->string("reason");
    for (const auto* one : {&id, &reason})
        if (!*one) return std::unexpected(one->error());
    if (const auto finished = object->finish(); !finished) return std::unexpected(finished.error());
    return WithdrawnDocument{*id, *reason};
}

} // namespace haneul::documents
