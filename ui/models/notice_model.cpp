#include "ui/models/notice_model.h"

#include "ui/models/words.h"

#include <algorithm>

namespace haneul::models {

using situation::Notice;

NoticeModel::NoticeModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void NoticeModel::setSituation(const situation::SituationPtr& situation) {
    const auto& notices = situation->notices; // oldest first
    // Numbers that went back belong to another run of the core: nothing shown is valid any more.
    const bool anotherRun = !m_notices.empty() && (notices.empty() || notices.back().number < m_notices.front().number);
    if (anotherRun) drop(0, m_notices.size());

    const std::uint64_t newest = m_notices.empty() ? 0 : m_notices.front().number;
    const auto firstNew = std::ranges::upper_bound(notices, newest, {}, &Notice::number);
    if (firstNew != notices.end()) {
        beginInsertRows({}, 0, static_cast<int>(notices.end() - firstNew) - 1);
        for (auto each = firstNew; each != notices.end(); ++each)
            m_notices.push_front(*each);
        endInsertRows();
    }
    dropGone(notices);
}

// The oldest, which a full board forgets, and those whose cause is over.
void NoticeModel::dropGone(const std::vector<Notice>& notices) {
    const auto gone = [&](const Notice& each) {
        return !std::ranges::binary_search(notices, each.number, {}, &Notice::number);
    };
    for (auto row = m_notices.size(); row > 0;) {
        const auto end = row;
        while (row > 0 && gone(m_notices[row - 1]))
            --row;
        if (row < end)
            drop(row, end);
        else
            --row;
    }
}

void NoticeModel::drop(std::size_t first, std::size_t end) {
    beginRemoveRows({}, static_cast<int>(first), static_cast<int>(end) - 1);
    m_notices.erase(m_notices.begin() + static_cast<std::ptrdiff_t>(first),
                    m_notices.begin() + static_cast<std::ptrdiff_t>(end));
    endRemoveRows();
}

void NoticeModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_notices.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int NoticeModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_notices.size());
}

int NoticeModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant NoticeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Notice& notice = m_notices[static_cast<std::size_t>(index.row())];
    if (role == SeverityRole) return static_cast<int>(notice.severity);
    if (role == Qt::ToolTipRole) return QString(QString::fromStdString(notice.code) + u'\n' + noticeDetails(notice));
    const bool sorting = role == SortRole;
    if (!sorting && role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(index.column())) {
    case Column::Time:
        if (sorting) return QVariant::fromValue<qlonglong>(sinceEpoch_ms(notice.time));
        return utcTime(notice.time);
    case Column::Severity:
        if (sorting) return static_cast<int>(notice.severity);
        return severityText(notice.severity);
    case Column::What:
        return noticeText(notice.code);
    case Column::Details:
        return noticeDetails(notice);
    case Column::Count:
        break;
    }
    return {};
}

QVariant NoticeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Column::Time:
        return tr("Time");
    case Column::Severity:
        return tr("Severity");
    case Column::What:
        return tr("What");
    case Column::Details:
        return tr("Details");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace haneul::models
