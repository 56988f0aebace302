#pragma once

#include "server/notify/notify_projection.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>

#include <optional>

namespace haneul::notices {

// A shape and a word, so that nobody needs a colour: "▲ Warning".
[[nodiscard]] QString severityText(notify::Severity severity);
[[nodiscard]] QString kindText(notify::NoticeKind kind);

// Own notices, the newest on top; what is not acknowledged is bold, and an emergency
// or warning among it coloured.
class MessageModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Time, Severity, Kind, Subject, Text, About, Acknowledged, Count };

    explicit MessageModel(QObject* parent = nullptr);

    void setNotices(std::vector<notify::NoticeRecord> notices);
    void setLanguage(notify::Language language);
    void setTheme(const theme::Theme& theme);
    [[nodiscard]] const notify::NoticeRecord* at(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::vector<notify::NoticeRecord> m_notices;
    notify::Language m_language = notify::Language::Korean;
    std::optional<theme::Theme> m_theme; // none: no colours
};

} // namespace haneul::notices
