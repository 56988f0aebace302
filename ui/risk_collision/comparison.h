#pragma once

#include "ui/risk_collision/reich_study.h"
#include "ui/study_store/compare_row.h"

#include <vector>

namespace haneul::risk::collision {

using study_store::CompareRow;

// What was asked and what came out, of two studies. Each as it looks at its own chosen cell.
[[nodiscard]] std::vector<CompareRow> compared(const ReichStudy& one, const ReichResults& oneResults,
                                               const ReichStudy& other, const ReichResults& otherResults);

} // namespace haneul::risk::collision
