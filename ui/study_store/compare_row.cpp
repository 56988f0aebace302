#include "ui/study_store/compare_row.h"

#include <QCoreApplication>

#include <algorithm>

namespace haneul::study_store {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::study_store::Comparison)
};

} // namespace

std::vector<CompareRow> sideBySide(const Facts& one, const Facts& other) {
    const QString none = QStringLiteral("–");
    const auto valueIn = [&](const Facts& facts, const QString& what) {
        const auto found = std::ranges::find(facts, what, &Facts::value_type::first);
        return found == facts.end() ? none : found->second;
    };
    std::vector<CompareRow> rows;
    for (const auto& [what, value] : one)
        rows.push_back({what, value, valueIn(other, what)});
    for (const auto& [what, value] : other)
        if (!std::ranges::contains(one, what, &Facts::value_type::first)) rows.push_back({what, none, value});
    return rows;
}

std::vector<access::RecordTable<CompareRow>::Column> compareColumns() {
    return {{[] { return Words::tr("What"); },
             [](const CompareRow& row) {
                 return QString((row.differs() ? QStringLiteral("≠ ") : QStringLiteral("= ")) % row.what);
             }},
            {[] { return Words::tr("This study"); }, [](const CompareRow& row) { return row.one; }},
            {[] { return Words::tr("The other"); }, [](const CompareRow& row) { return row.other; }}};
}

} // namespace haneul::study_store
