#include "ui/orders/list_filter.h"

#include "ui/orders/synced_table.h"

#include <algorithm>

namespace haneul::orders {

ListFilter::ListFilter(QAbstractItemModel& model, QObject* parent)
    : QSortFilterProxyModel(parent) {
    setSortRole(SortRole);
    setSourceModel(&model);
}

void ListFilter::setWords(const QString& text) {
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words == m_words) return;
    m_words = words;
    invalidateRowsFilter();
}

void ListFilter::setOnlyOpen(bool onlyOpen) {
    if (std::exchange(m_onlyOpen, onlyOpen) != onlyOpen) invalidateRowsFilter();
}

void ListFilter::setOnlySigned(int column) {
    if (std::exchange(m_onlySigned, column) != column) invalidateRowsFilter();
}

bool ListFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QAbstractItemModel& model = *sourceModel();
    const auto cell = [&](int column, int role) { return model.index(row, column, parent).data(role); };
    if (m_onlyOpen && cell(0, QuietRole).toBool()) return false;
    if (m_onlySigned >= 0 && cell(m_onlySigned, SignRole).toInt() == static_cast<int>(ListSign::None)) return false;
    return std::ranges::all_of(m_words, [&](const QString& word) {
        for (int column = 0; column < model.columnCount(parent); ++column)
            if (cell(column, Qt::DisplayRole).toString().contains(word, Qt::CaseInsensitive)) return true;
        return false;
    });
}

bool ListFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const QVariant a = left.data(SortRole);
    const QVariant b = right.data(SortRole);
    if (a.isValid() != b.isValid()) return a.isValid() == (sortOrder() == Qt::AscendingOrder);
    if (a == b) return left.data(IdRole).toString() < right.data(IdRole).toString();
    return QVariant::compare(a, b) == QPartialOrdering::Less;
}

} // namespace haneul::orders
