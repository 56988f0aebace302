#include "ui/plans/route_import.h"

#include "core/formats/kml_lines.h"
#include "core/formats/mission_file.h"
#include "core/formats/qgc_plan.h"
#include "core/formats/waypoint_text.h"

#include <QFileInfo>

namespace haneul::plans {

namespace {

QStringList notesOf(const std::vector<formats::FileNote>& notes) {
    QStringList lines;
    for (const formats::FileNote& note : notes)
        lines << QStringLiteral("%1: %2").arg(QString::fromStdString(note.where), QString::fromStdString(note.message));
    return lines;
}

Result<ImportedRoute> routeOf(const Result<formats::MissionFile>& file) {
    if (!file) return std::unexpected(file.error());
    const auto mission = formats::missionItems(*file);
    if (!mission) return std::unexpected(mission.error());
    ImportedRoute route{
        .name = QString::fromStdString(mission->name), .points = {}, .cruise_mps = {}, .notes = notesOf(file->notes)};
    const auto add = [&](geo::LatLon place, double height_m, std::int64_t hold_ms) {
        const plan::RoutePoint point{place, {height_m, geo::VerticalReference::Amsl}, milliseconds{hold_ms}};
        if (route.points.empty() || route.points.back() != point) route.points.push_back(point);
    };
    add(mission->home.place, mission->home.height_m, 0);
    for (const formats::MissionItem& item : mission->items) {
        add(item.place, item.height_m, item.hold_ms);
        if (item.speed_mps && !route.cruise_mps) route.cruise_mps = item.speed_mps;
    }
    return route;
}

Result<ImportedRoute> routeOf(const Result<formats::KmlFile>& file) {
    if (!file) return std::unexpected(file.error());
    if (file->lines.empty()) return fail("NO_ROUTE", "there is no line in the file");
    const formats::KmlLine& line = file->lines.front();
    ImportedRoute route{.name = QString::fromStdString(line.name),
                        .points = {},
                        .ring = line.kind == formats::KmlLineKind::LinearRing,
                        .cruise_mps = {},
                        .notes = notesOf(file->notes)};
    const bool above = line.heights == formats::KmlHeight::AboveGround;
    route.heights = above || line.heights == formats::KmlHeight::Amsl;
    for (const formats::KmlPoint& point : line.points) {
        if (!point.height_m) route.heights = false;
        route.points.push_back(
            {point.place,
             {point.height_m.value_or(0), above ? geo::VerticalReference::Agl : geo::VerticalReference::Amsl}});
    }
    if (route.ring && route.points.size() > 1) route.points.pop_back();
    if (file->lines.size() > 1)
        route.notes << QStringLiteral("%1: %2").arg(QString::fromStdString(file->lines[1].name),
                                                    QStringLiteral("only the first line is taken"));
    return route;
}

} // namespace

Result<ImportedRoute> readRoute(const QString& fileName, const QByteArray& content) {
    const QString ending = QFileInfo(fileName).suffix().toLower();
    const std::string_view text(content.constData(), static_cast<std::size_t>(content.size()));
    if (ending == QLatin1StringView("plan")) return routeOf(formats::readQgcPlan(text));
    if (ending == QLatin1StringView("waypoints") || ending == QLatin1StringView("txt"))
        return routeOf(formats::readWaypointText(text));
    if (ending == QLatin1StringView("kml")) return routeOf(formats::readKml(text));
    return fail("UNKNOWN_FILE_TYPE", "a .plan, .waypoints, .txt or .kml file is expected", fileName.toStdString());
}

} // namespace haneul::plans
