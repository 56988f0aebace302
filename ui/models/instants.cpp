#include "ui/models/instants.h"

#include <QDateTime>
#include <QTimeZone>

namespace haneul::models {

std::optional<std::optional<UtcMs>> typedInstant(const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) return std::optional<UtcMs>();
    for (const char* form : {"yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"}) {
        QDateTime time = QDateTime::fromString(trimmed, QLatin1StringView(form));
        if (!time.isValid()) continue;
        time.setTimeZone(QTimeZone::UTC);
        return std::optional(utcMs(time.toMSecsSinceEpoch()));
    }
    return std::nullopt;
}

QString instantText(const std::optional<UtcMs>& time) {
    if (!time) return {};
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch_ms(*time), QTimeZone::UTC)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace haneul::models
