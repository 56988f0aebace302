#pragma once

#include "server/situation/situation.h"

#include <QAbstractTableModel>

#include <deque>

namespace haneul::models {

// The program's notices, newest on top. Rows are added and dropped, never rewritten.
class NoticeModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Time, Severity, What, Details, Count };

    enum Role {
        SortRole = Qt::UserRole,
        SeverityRole, // int of situation::NoticeSeverity
    };

    explicit NoticeModel(QObject* parent = nullptr);

    void setSituation(const situation::SituationPtr& situation);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void dropGone(const std::vector<situation::Notice>& notices);
    void drop(std::size_t first, std::size_t end);

    std::deque<situation::Notice> m_notices; // newest first
};

} // namespace haneul::models
