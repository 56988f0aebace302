#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
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

struct DocumentHead {
    std::string id;             // 1 to 64 letters, digits, '.', '_', '-'
    std::uint64_t revision = 1; // from 1; all are kept
    std::string kind;           // "payload", "sensor.log": like an id
    About about;
    std::string by;
    UtcMs at{};
    std::size_t bytes = 0; // of the body

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
    std::string body;

    bool operator==(const NewDocument&) const = default;
};

// Codes BAD_DOCUMENT_ID, BAD_KIND, BAD_REFERENCE, BAD_JSON, DOCUMENT_TOO_LARGE.
[[nodiscard]] Result<NewDocument> accepted(NewDocument document);

// "sensor.readings[0].temperature" as SQLite's JSON functions take it: $."sensor"."readings"[0]."temperature".
// Names of letters of any script, digits, '_' and '-'; at most 16 steps. Code BAD_PATH.
[[nodiscard]] Result<std::string> sqlPath(std::string_view path);

// One event: document.put. Code BAD_ENTRY, and those of json::Object.
inline constexpr std::string_view documentPut = "document.put";
[[nodiscard]] log::NewEvent toEvent(const NewDocument& document);
[[nodiscard]] Result<NewDocument> documentFrom(std::string_view body);

} // namespace haneul::documents
