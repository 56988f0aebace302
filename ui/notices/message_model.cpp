#include "ui/notices/message_model.h"

#include "server/notify/wording.h"
#include "ui/models/words.h"

#include <QColor>
#include <QFont>

#include <algorithm>

namespace haneul::notices {

namespace {

QString aboutText(const notify::Reference& about) {
    QStringList parts;
    for (const std::string* id : {&about.plan, &about.zone, &about.mission})
        if (!id->empty()) parts << QString::fromStdString(*id);
    return parts.join(QStringLiteral(", "));
}

QVariant colorOf(notify::Severity severity, const theme::Theme& theme) {
    switch (severity) {
    case notify::Severity::Emergency:
        return theme.color(theme::ColorRole::Danger);
    case notify::Severity::Warning:
        return theme.color(theme::ColorRole::Warning);
    case notify::Severity::Info:
        break;
    }
    return {};
}

} // namespace

QString severityText(notify::Severity severity) {
    switch (severity) {
    case notify::Severity::Emergency:
        return MessageModel::tr("■ Emergency");
    case notify::Severity::Warning:
        return MessageModel::tr("▲ Warning");
    case notify::Severity::Info:
        break;
    }
    return MessageModel::tr("● Information");
}

QString kindText(notify::NoticeKind kind) {
    switch (kind) {
    case notify::NoticeKind::PlanStep:
        return MessageModel::tr("Flight plan");
    case notify::NoticeKind::Airspace:
        return MessageModel::tr("Airspace");
    case notify::NoticeKind::Emergency:
        return MessageModel::tr("Emergency");
    case notify::NoticeKind::System:
        break;
    }
    return MessageModel::tr("System");
}

MessageModel::MessageModel(QObject* parent)
    : QAbstractTableModel(parent) {}

// The same notices in the same order are changed in place, so that selection and scrolling stay; new ones come in on
// top.
void MessageModel::setNotices(std::vector<notify::NoticeRecord> notices) {
    const auto sameIds = [](const auto& a, const auto& b) { return a.id == b.id; };
    const std::size_t added = notices.size() - std::min(notices.size(), m_notices.size());
    const bool grown =
        notices.size() >= m_notices.size() &&
        std::equal(m_notices.begin(), m_notices.end(), notices.begin() + static_cast<std::ptrdiff_t>(added), sameIds);
    if (!grown) {
        beginResetModel();
        m_notices = std::move(notices);
        endResetModel();
        return;
    }
    if (added > 0) {
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
        m_notices.insert(m_notices.begin(), notices.begin(), notices.begin() + static_cast<std::ptrdiff_t>(added));
        endInsertRows();
    }
    for (std::size_t row = added; row < notices.size(); ++row) {
        if (m_notices[row] == notices[row]) continue;
        m_notices[row] = notices[row];
        const int at = static_cast<int>(row);
        Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
    }
}

void MessageModel::setLanguage(notify::Language language) {
    m_language = language;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_notices.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void MessageModel::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    if (!m_notices.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const notify::NoticeRecord* MessageModel::at(const QModelIndex& index) const {
    if (!index.isValid()) return nullptr;
    return checkIndex(index) ? &m_notices[static_cast<std::size_t>(index.row())] : nullptr;
}

int MessageModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_notices.size());
}

int MessageModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant MessageModel::data(const QModelIndex& index, int role) const {
    const notify::NoticeRecord* const notice = at(index);
    if (notice == nullptr) return {};
    const auto words = notify::worded(notice->message, notice->arguments, m_language);
    if (role == Qt::ToolTipRole) return QString::fromStdString(words.text);
    if (role == Qt::FontRole && !notice->acknowledged) {
        QFont font;
        font.setBold(true);
        return font;
    }
    if (role == Qt::ForegroundRole && m_theme && static_cast<Column>(index.column()) == Column::Severity)
        return notice->acknowledged ? QVariant() : colorOf(notice->severity, *m_theme);
    if (role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(index.column())) {
    case Column::Time:
        return models::utcTime(notice->created);
    case Column::Severity:
        return severityText(notice->severity);
    case Column::Kind:
        return kindText(notice->kind);
    case Column::Subject:
        return QString::fromStdString(words.subject);
    case Column::Text:
        return QString::fromStdString(words.text);
    case Column::About:
        return aboutText(notice->about);
    case Column::Acknowledged:
        return notice->acknowledged ? models::utcTime(*notice->acknowledged) : models::unknownText();
    case Column::Count:
        break;
    }
    return {};
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Column::Time:
        return tr("Time");
    case Column::Severity:
        return tr("Weight");
    case Column::Kind:
        return tr("Kind");
    case Column::Subject:
        return tr("Subject");
    case Column::Text:
        return tr("Text");
    case Column::About:
        return tr("About");
    case Column::Acknowledged:
        return tr("Acknowledged");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace haneul::notices
