#pragma once

#include "ui/risk_collision/reich_study.h"

#include <QString>

#include <vector>

namespace haneul::risk::collision {

struct CompareRow {
    QString what;
    QString one, other;

    [[nodiscard]] bool differs() const { return one != other; }

    bool operator==(const CompareRow&) const = default;
};

// What was asked and what came out, of two studies. Each as it looks at its own chosen cell.
[[nodiscard]] std::vector<CompareRow> compared(const ReichStudy& one, const ReichResults& oneResults,
                                               const ReichStudy& other, const ReichResults& otherResults);

} // namespace haneul::risk::collision
