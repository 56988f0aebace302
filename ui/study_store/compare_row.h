#pragma once

#include "ui/access/record_table.h"

#include <QString>

#include <utility>
#include <vector>

namespace haneul::study_store {

// What was asked or what came out, of a study in words: the same list for each study of a kind.
using Facts = std::vector<std::pair<QString, QString>>;

struct CompareRow {
    QString what;
    QString one, other;

    [[nodiscard]] bool differs() const { return one != other; }

    bool operator==(const CompareRow&) const = default;
};

// Both lists side by side; what only one has stands against "–".
[[nodiscard]] std::vector<CompareRow> sideBySide(const Facts& one, const Facts& other);

// What, this study, the other: what differs has a sign of its own.
[[nodiscard]] std::vector<access::RecordTable<CompareRow>::Column> compareColumns();

} // namespace haneul::study_store
