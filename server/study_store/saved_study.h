#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "server/log/event_log.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace haneul::study_store {

inline constexpr std::size_t largestStudy = 800 * 1024; // bytes of input and result together, JSON without blanks

// Not offered any more; it stays readable.
struct Retirement {
    std::string by, reason;
    UtcMs at{};

    bool operator==(const Retirement&) const = default;
};

// A study that was kept, or what studies are made with: a preset or a table of one's own is a study without a result.
struct StudyHead {
    std::string id;             // 1 to 64 letters, digits, '.', '_', '-'
    std::uint64_t revision = 1; // from 1; earlier ones are in the event log
    std::string kind;           // "reich", "reich.preset", "reich.overlap", "risk.ground", "path": like an id
    std::string name;           // for people, 1 to 200 bytes
    std::string preset;         // what its numbers rest on ("table4_fit"); empty: none
    std::string provenance;     // where that comes from, in words, up to 2000 bytes
    std::string by;
    UtcMs at{};
    std::size_t bytes = 0; // of input and result
    std::optional<Retirement> retired;

    bool operator==(const StudyHead&) const = default;
};

struct SavedStudy {
    StudyHead head;
    std::string input = "{}";  // a JSON object
    std::string result = "{}"; // likewise

    bool operator==(const SavedStudy&) const = default;
};

struct NewStudy {
    std::string id;            // empty: one is made
    std::uint64_t basedOn = 0; // the revision it was made from; 0: a new study
    std::string kind, name, preset, provenance;
    std::string input = "{}";
    std::string result = "{}";

    bool operator==(const NewStudy&) const = default;
};

// Whether a study of this kind can be read again; a kind without one takes any objects.
using StudyChecks = std::map<std::string, std::function<Result<void>(const NewStudy& study)>, std::less<>>;

// As it is kept: JSON without blanks. Codes BAD_STUDY_ID, BAD_KIND, BAD_NAME, BAD_PRESET, BAD_JSON (`where`: input or
// result), STUDY_TOO_LARGE, and those of the check of its kind.
[[nodiscard]] Result<NewStudy> accepted(NewStudy study, const StudyChecks& checks);

struct RetiredStudy {
    std::string id, reason;
};

// Two events: study.saved, study.retired. Codes: those of json::Object, BAD_FIELD.
inline constexpr std::string_view studySaved = "study.saved";
inline constexpr std::string_view studyRetired = "study.retired";
[[nodiscard]] log::NewEvent toEvent(const NewStudy& study);
[[nodiscard]] log::NewEvent toEvent(const RetiredStudy& retired);
[[nodiscard]] Result<NewStudy> studyFrom(std::string_view body);
[[nodiscard]] Result<RetiredStudy> retiredFrom(std::string_view body);

} // namespace haneul::study_store
