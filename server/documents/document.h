#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "server/log/event_log.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace haneul::documents {

inline constexpr std::size_t largestBody = 256 * 1024; // bytes of JSON without blanks

struct About { // what it belongs to; empty: nothing of that sort
    std::string mission, plan, drone;

    bool operator==(const About&) const = default;
};

// What the document describes and is not kept here: a film, a log of a sensor, a paper in a safe.
struct Content {
    std::string place;       // where it is: a URI, or words; 1 to 1000 bytes
    std::string mediaType;   // "video/mp4"; empty: not said
    std::string sha256;      // 64 hexadecimal digits, so that whoever fetches it can prove that it is the same
    std::uint64_t bytes = 0; // its size

    bool operator==(const Content&) const = default;
};

struct Withdrawal { // the document is not valid any more; all that was put stays
    std::string by, reason;
    UtcMs at{};

    bool operator==(const Withdrawal&) const = default;
};

struct DocumentHead {
    std::string id;             // 1 to 64 letters, digits, '.', '_', '-'
    std::uint64_t revision = 1; // from 1; all are kept
    std::string kind;           // "payload", "sensor.log": like an id
    About about;
    std::optional<Content> content;
    std::optional<UtcMs> keepUntil; // until when the content must be kept; none: not said
    std::string by;
    UtcMs at{};
    std::size_t bytes = 0; // of the body
    std::optional<Withdrawal> withdrawn;

    bool operator==(const DocumentHead&) const = default;
};

struct Document {
    DocumentHead head;
    std::string body; // a JSON object, as it was put but for blanks

    bool operator==(const Document&) const = default;
};

struct NewDocument {
    std::string id;            // empty: one is made
    std::uint64_t basedOn = 0; // the revision it was made from; 0: a new document
    std::string kind;
    About about;
    std::optional<Content> content;
    std::optional<UtcMs> keepUntil;
    std::string body = "{}";

    bool operator==(const NewDocument&) const = default;
};

// Codes BAD_DOCUMENT_ID, BAD_KIND, BAD_REFERENCE, BAD_CONTENT, BAD_JSON, DOCUMENT_TOO_LARGE.
[[nodiscard]] Result<NewDocument> accepted(NewDocument document);

// "sensor.readings[0].temperature" as SQLite's JSON functions take it: $."sensor"."readings"[0]."temperature".
// Names of letters of any script, digits, '_' and '-'; at most 16 steps. Code BAD_PATH.
[[nodiscard]] Result<std::string> sqlPath(std::string_view path);

struct WithdrawnDocument {
    std::string id, reason;
};

// Two events: document.put, document.withdrawn. Codes: those of json::Object, BAD_FIELD.
inline constexpr std::string_view documentPut = "document.put";
inline constexpr std::string_view documentWithdrawn = "document.withdrawn";
[[nodiscard]] log::NewEvent toEvent(const NewDocument& document);
[[nodiscard]] log::NewEvent toEvent(const WithdrawnDocument& withdrawn);
[[nodiscard]] Result<NewDocument> documentFrom(std::string_view body);
[[nodiscard]] Result<WithdrawnDocument> withdrawnFrom(std::string_view body);

// {"place", "media_type", "sha256", "bytes"}, on the wire and in the log.
void write(json::JsonWriter& json, const Content& content);
[[nodiscard]] Result<std::optional<Content>> contentFrom(json::Object& object, std::string_view key); // absent: none
[[nodiscard]] Result<std::optional<UtcMs>> timeFrom(json::Object& object, std::string_view key);      // likewise

} // namespace haneul::documents
