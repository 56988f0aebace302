#pragma once

#include "server/paths/path_service.h"

#include <optional>
#include <string>
#include <string_view>

namespace haneul::paths {

inline constexpr std::string_view studyKind = "path"; // of saved studies

// A study of paths as it is kept: its input is a PathQuestion, its result a PathsAnswer (resources/openapi.json), so
// that a client can keep what the API answered. A long profile is kept in fewer points: each has the highest ground,
// building and risk of those it stands for.
[[nodiscard]] std::string inputJson(const Question& question);
[[nodiscard]] std::string resultJson(const Answer& answer, UtcMs found);

// Codes: those of json::Object, BAD_FIELD, BAD_LAYERS; MISSING_FIELD without a departure: a study is of one time.
[[nodiscard]] Result<Question> questionOfStudy(std::string_view input);

struct KeptAnswer {
    AnswerPtr answer;           // null: nothing was kept ("{}")
    std::optional<UtcMs> found; // none: it is not said
};

// Codes: those of json::Object, BAD_FIELD.
[[nodiscard]] Result<KeptAnswer> answerOfStudy(Question question, std::string_view result);

// Whether both can be read again. Codes: those of the two.
[[nodiscard]] Result<void> checkStudy(std::string_view input, std::string_view result);

} // namespace haneul::paths
