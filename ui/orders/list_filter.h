#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace haneul::orders {

// Sorts by SortRole (what is unknown stands last either way) and shows the rows that hold every word of the filter in
// some column.
class ListFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit ListFilter(QAbstractItemModel& model, QObject* parent);

    void setWords(const QString& text);
    // Rows that are over and done, and rows without a sign in `column` where it is not negative, are left out.
    void setOnlyOpen(bool onlyOpen);
    void setOnlySigned(int column);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QStringList m_words;
    bool m_onlyOpen = false;
    int m_onlySigned = -1;
};

} // namespace haneul::orders
