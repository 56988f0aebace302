#include "ui/map/track_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace haneul::map {

namespace {

constexpr double level_mps = 0.5; // climb or descent below this is level flight

QString localised(const char* text) {
    return QCoreApplication::translate("TrackText", text);
}

QString fromAscii(std::string_view text) {
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

QString nameOf(const traffic::Track& track) {
    if (!track.label.empty()) return QString::fromStdString(track.label).trimmed();
    const QString id = QString::fromStdString(track.id);
    return id.sliced(id.indexOf(u':') + 1);
}

QString heightOf(const traffic::Track& track) {
    if (!track.height) return localised(QT_TRANSLATE_NOOP("TrackText", "height unknown"));
    return QString::number(std::lround(track.height->metres)) % QStringLiteral(" m ") %
           fromAscii(geo::toString(track.height->datum));
}

QString climbOf(const traffic::Track& track) {
    if (!track.verticalRate_mps || std::abs(*track.verticalRate_mps) < level_mps) return {};
    return *track.verticalRate_mps > 0 ? QStringLiteral("↑") : QStringLiteral("↓");
}

QString speedOf(const traffic::Track& track) {
    if (!track.velocity) return localised(QT_TRANSLATE_NOOP("TrackText", "speed unknown"));
    return QString::number(std::lround(track.velocity->groundSpeed_mps())) % QStringLiteral(" m/s");
}

QString courseOf(const traffic::Track& track) {
    const auto course = reliableCourse_deg(track);
    if (!course) return {};
    return QStringLiteral("%1°").arg(std::lround(*course) % 360, 3, 10, QLatin1Char('0'));
}

QString heightDifferenceOf(const std::optional<geo::Height>& first, const std::optional<geo::Height>& second) {
    if (!first || !second)
        return localised(QT_TRANSLATE_NOOP("TrackText", "height difference not judged: a height is unknown"));
    if (first->datum != second->datum)
        return localised(QT_TRANSLATE_NOOP("TrackText", "height difference not judged: %1 and %2"))
            .arg(fromAscii(geo::toString(first->datum)), fromAscii(geo::toString(second->datum)));
    const long metres = std::lround(second->metres - first->metres);
    const QString sign = metres > 0 ? QStringLiteral("+") : metres < 0 ? QStringLiteral("−") : QStringLiteral("±");
    return sign % QString::number(std::abs(metres)) % QStringLiteral(" m ") % fromAscii(geo::toString(first->datum));
}

QString ageOf(milliseconds age) {
    const auto seconds = std::max<std::int64_t>(0, age.count() / 1000);
    if (seconds < 60) return QString::number(seconds) % QStringLiteral(" s");
    return QStringLiteral("%1 min %2 s").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString stateOf(traffic::TrackState state) {
    switch (state) {
    case traffic::TrackState::Live:
        return localised(QT_TRANSLATE_NOOP("TrackText", "live"));
    case traffic::TrackState::Stale:
        return localised(QT_TRANSLATE_NOOP("TrackText", "stale"));
    case traffic::TrackState::Lost:
        return localised(QT_TRANSLATE_NOOP("TrackText", "lost"));
    }
    return {};
}

QString kindOf(traffic::SourceKind kind) {
    switch (kind) {
    case traffic::SourceKind::Telemetry:
        return localised(QT_TRANSLATE_NOOP("TrackText", "UAS telemetry"));
    case traffic::SourceKind::Sbs:
        return localised(QT_TRANSLATE_NOOP("TrackText", "ADS-B"));
    case traffic::SourceKind::Mavlink:
        return localised(QT_TRANSLATE_NOOP("TrackText", "MAVLink"));
    }
    return {};
}

QString summaryOf(const traffic::Track& track, UtcMs now) {
    QStringList lines;
    const QString id = QString::fromStdString(track.id);
    const QString name = nameOf(track);
    lines << (track.label.empty() ? id : QString(name % QStringLiteral("  ·  ") % id));
    QString height = heightOf(track);
    if (track.verticalRate_mps)
        height += QStringLiteral("  %1%2 m/s")
                      .arg(*track.verticalRate_mps > 0 ? QStringLiteral("+") : QString())
                      .arg(*track.verticalRate_mps, 0, 'f', 1);
    lines << height;
    QString motion = speedOf(track);
    if (const QString course = courseOf(track); !course.isEmpty()) motion += QStringLiteral("  ") % course;
    lines << motion;
    lines << QString(stateOf(track.state) % QStringLiteral("  ·  ") %
                     localised(QT_TRANSLATE_NOOP("TrackText", "heard %1 ago")).arg(ageOf(track.age(now))));
    QStringList sources;
    for (const traffic::TrackSource& source : track.sources)
        sources << QString(kindOf(source.kind) % QStringLiteral(" (") % QString::fromStdString(source.feed) % u')');
    lines << sources.join(QStringLiteral(", "));
    return lines.join(u'\n');
}

std::optional<double> reliableCourse_deg(const traffic::Track& track) {
    if (!track.velocity || track.velocity->groundSpeed_mps() < minSpeedForCourse_mps) return std::nullopt;
    return track.velocity->course_deg();
}

} // namespace haneul::map
