#pragma once

#include "server/paths/path_service.h"
#include "ui/study_store/compare_row.h"

namespace haneul::risk_path {

// All that was asked, each with its unit, and what it rests on: preset, notes and provenance.
[[nodiscard]] study_store::Facts inputFacts(const paths::Question& question);
[[nodiscard]] study_store::Facts sourceFacts(const paths::Answer& answer);
// What came out of each kind of path: length, time, energy, expected fatalities, use of the budgets, gap.
[[nodiscard]] study_store::Facts resultFacts(const paths::Answer& answer);

// What the risk rests on, as it is named everywhere.
[[nodiscard]] std::string presetName();

} // namespace haneul::risk_path
