#include "ui/logbook/program_model.h"

#include "ui/access/words.h"
#include "ui/models/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace haneul::logbook {

QString severityText(MessageSeverity severity) {
    switch (severity) {
    case MessageSeverity::Debug:
        return QCoreApplication::translate("haneul::logbook", "Detail");
    case MessageSeverity::Info:
        return QCoreApplication::translate("haneul::logbook", "Information");
    case MessageSeverity::Warning:
        return QCoreApplication::translate("haneul::logbook", "Warning");
    case MessageSeverity::Error:
        return QCoreApplication::translate("haneul::logbook", "Error");
    }
    return {};
}

ProgramModel::ProgramModel(const ProgramLog& log, QObject* parent)
    : QAbstractTableModel(parent)
    , m_log(log) {
    connect(&log, &ProgramLog::added, this, &ProgramModel::take);
    take();
}

void ProgramModel::take() {
    const auto fresh = m_log.after(m_messages.empty() ? 0 : m_messages.front().number);
    if (!fresh.empty()) {
        beginInsertRows({}, 0, static_cast<int>(fresh.size()) - 1);
        m_messages.insert(m_messages.begin(), fresh.rbegin(), fresh.rend());
        endInsertRows();
    }
    const std::uint64_t oldest = m_log.oldest();
    const auto gone = std::ranges::count_if(m_messages, [&](const auto& each) { return each.number < oldest; });
    if (gone == 0) return;
    beginRemoveRows({}, rowCount() - static_cast<int>(gone), rowCount() - 1);
    m_messages.resize(m_messages.size() - static_cast<std::size_t>(gone));
    endRemoveRows();
}

void ProgramModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_messages.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ProgramModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

int ProgramModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant ProgramModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const ProgramMessage& message = m_messages[static_cast<std::size_t>(index.row())];
    if (role == SeverityRole) return static_cast<int>(message.severity);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    switch (static_cast<Column>(index.column())) {
    case Column::Time:
        return access::dateAndTime(message.time);
    case Column::Severity:
        return severityText(message.severity);
    case Column::Source:
        return message.source;
    case Column::Text:
        if (!message.notice) return message.text;
        return QString(models::noticeText(message.notice->code) + QStringLiteral(": ") +
                       models::noticeDetails(*message.notice));
    case Column::Count:
        break;
    }
    return {};
}

QVariant ProgramModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Column::Time:
        return tr("Time (UTC)");
    case Column::Severity:
        return tr("Severity");
    case Column::Source:
        return tr("Source");
    case Column::Text:
        return tr("What");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace haneul::logbook
