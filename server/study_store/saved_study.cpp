#include "server/study_store/saved_study.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"

#include <algorithm>
#include <format>

namespace haneul::study_store {

namespace {

constexpr std::size_t longestName = 200;
constexpr std::size_t longestProvenance = 2000;

bool isWord(std::string_view text) {
    constexpr std::size_t longest = 64;
    return !text.empty() && text.size() <= longest && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-';
    });
}

bool isPlain(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

// A JSON object without blanks.
Result<std::string> compact(const std::string& text, const char* where) {
    auto wrapped = json::Object::parse("{\"value\":" + text + "}");
    auto value = wrapped ? wrapped->raw("value") : std::unexpected(wrapped.error());
    if (!value || !wrapped->finish()) return fail("BAD_JSON", "one well-formed JSON object is wanted", where);
    return value;
}

} // namespace

Result<NewStudy> accepted(NewStudy study, const StudyChecks& checks) {
    if (!study.id.empty() && !isWord(study.id))
        return fail("BAD_STUDY_ID", "an id is 1 to 64 letters, digits, '.', '_' or '-'", "id");
    if (!isWord(study.kind)) return fail("BAD_KIND", "a kind is 1 to 64 letters, digits, '.', '_' or '-'", "kind");
    if (study.name.empty() || study.name.size() > longestName || !isPlain(study.name))
        return fail("BAD_NAME", "a name is 1 to 200 bytes without control characters", "name");
    if (study.preset.size() > longestName || !isPlain(study.preset))
        return fail("BAD_PRESET", "a preset is named in at most 200 bytes without control characters", "preset");
    if (study.provenance.size() > longestProvenance)
        return fail("BAD_PRESET", "a provenance has at most 2000 bytes", "provenance");
    auto input = compact(study.input, "input");
    if (!input) return std::unexpected(input.error());
    auto result = compact(study.result, "result");
    if (!result) return std::unexpected(result.error());
    if (input->size() + result->size() > largestStudy)
        return fail("STUDY_TOO_LARGE",
                    std::format("input and result have {} bytes; at most {} are kept", input->size() + result->size(),
                                largestStudy),
                    "input");
    study.input = *std::move(input);
    study.result = *std::move(result);
    if (const auto check = checks.find(study.kind); check != checks.end())
        if (auto good = check->second(study); !good) return std::unexpected(good.error());
    return study;
}

log::NewEvent toEvent(const NewStudy& study) {
    json::JsonWriter json;
    json.beginObject().key("study").string(study.id).key("based_on").count(study.basedOn);
    json.key("kind").string(study.kind).key("name").string(study.name).key("preset").string(study.preset);
    json.key("provenance").string(study.provenance).key("input").raw(study.input);
    json.key("result").raw(study.result).endObject();
    return {std::string(studySaved), json.take()};
}

log::NewEvent toEvent(const RetiredStudy& retired) {
    json::JsonWriter json;
    json.beginObject().key("study").string(retired.id).key("reason").string(retired.reason).endObject();
    return {std::string(studyRetired), json.take()};
}

Result<NewStudy> studyFrom(std::string_view body) {
    auto object = json::Object::parse(body);
    if (!object) return std::unexpected(object.error());
    const auto id = object->string("study");
    const auto basedOn = object->integer("based_on");
    const auto kind = object->string("kind");
    const auto name = object->string("name");
    const auto preset = object->string("preset");
    const auto provenance = object->string("provenance");
    const auto input = object->raw("input");
    const auto result = object->raw("result");
    for (const auto* one : {&id, &kind, &name, &preset, &provenance, &input, &result})
        if (!*one) return std::unexpected(one->error());
    if (!basedOn) return std::unexpected(basedOn.error());
    if (const auto finished = object->finish(); !finished) return std::unexpected(finished.error());
    if (*basedOn < 0) return fail("BAD_FIELD", "must not be below 0", "based_on");
    return NewStudy{*id, static_cast<std::uint64_t>(*basedOn), *kind, *name, *preset, *provenance, *input, *result};
}

Result<RetiredStudy> retiredFrom(std::string_view body) {
    auto object = json::Object::parse(body);
    if (!object) return std::unexpected(object.error());
    const auto id = object->string("study");
    const auto reason = object->string("reason");
    for (const auto* one : {&id, &reason})
        if (!*one) return std::unexpected(one->error());
    if (const auto finished = object->finish(); !finished) return std::unexpected(finished.error());
    return RetiredStudy{*id, *reason};
}

} // namespace haneul::study_store
