#include "ui/plans/plan_solids.h"

#include "core/plan/pattern.h"
#include "ui/plans/plan_picture.h"
#include "ui/plans/words.h"

#include <cmath>
#include <map>
#include <optional>
#include <string>

namespace haneul::plans {

using map::PlanShape;
using plan::CheckKind;

namespace {

// On from the one before it across the edge of the world if need be.
geo::Mercator onFrom(const std::optional<geo::Mercator>& before, geo::LatLon place) {
    geo::Mercator at = geo::toMercator(place);
    if (before) at.x += std::round(before->x - at.x);
    return at;
}

map::ZoneRing mercatorOf(const std::vector<geo::LatLon>& corners) {
    map::ZoneRing ring;
    for (const geo::LatLon& corner : corners)
        ring.push_back(onFrom(ring.empty() ? std::nullopt : std::optional(ring.back()), corner));
    return ring;
}

std::vector<map::ZoneRing> ringsOf(const geo::Area& area) {
    std::vector<geo::LatLon> outer = ringOf(area);
    if (outer.size() < 2) return {};
    outer.pop_back(); // the closing repetition
    std::vector<map::ZoneRing> rings{mercatorOf(outer)};
    if (const auto* polygon = std::get_if<geo::Polygon>(&area))
        for (const auto& hole : polygon->holes)
            rings.push_back(mercatorOf(hole));
    return rings;
}

PlanShape::State stateOf(plan::State state) {
    if (plan::inFlight(state)) return PlanShape::State::Flying;
    if (plan::holdsAirspace(state)) return PlanShape::State::Approved;
    return state == plan::State::Draft || state == plan::State::Returned ? PlanShape::State::Draft
                                                                         : PlanShape::State::Waiting;
}

// Another plan always, even one that gives way; a zone where it is in the way or not judged.
bool meets(const plan::CheckReport& report, const plan::Finding& finding) {
    if (report.kind == CheckKind::Conflicts) return finding.code.starts_with("CONFLICT");
    const bool zones = report.kind == CheckKind::Airspace || report.kind == CheckKind::Documents;
    return zones && finding.verdict != plan::Verdict::Pass;
}

} // namespace

PlanShape solidOf(const plan::FlightPlan& plan, const geo::Surroundings& surroundings) {
    PlanShape shape{
        .id = QString::fromStdString(plan.id),
        .label = QStringLiteral("%1 · %2 · %3")
                     .arg(QString::fromStdString(plan.id), stateText(plan.state), windowText(plan.start, plan.end)),
        .state = stateOf(plan.state)};
    std::vector<map::ZoneVolumeShape> volumes;
    for (const geo::Volume4D& volume : plan.volumes) {
        auto rings = ringsOf(volume.area);
        if (rings.empty()) continue;
        const geo::LatLon at = ringOf(volume.area).front();
        volumes.push_back(
            map::zoneVolume(std::move(rings), map::placedHeights(volume.lower, volume.upper, at, surroundings)));
    }
    shape.volumes = std::make_shared<const std::vector<map::ZoneVolumeShape>>(std::move(volumes));
    if (const auto route = plan::routeOf(plan.operation))
        for (const plan::RoutePoint& point : route->points)
            shape.way.push_back(
                {onFrom(shape.way.empty() ? std::nullopt : std::optional(shape.way.back().place), point.place),
                 map::placedHeight(point.height, point.place, surroundings)});
    return shape;
}

std::vector<map::PlanHitShape> hitsOf(const plan::PlanRecord& record, const geo::Surroundings& surroundings) {
    std::vector<map::PlanHitShape> hits;
    if (!record.evidence) return hits;
    std::map<std::string, bool> hinders; // each once, whatever checks found it
    for (const plan::CheckReport& report : record.evidence->reports)
        for (const plan::Finding& finding : report.findings)
            if (meets(report, finding) && finding.place)
                hinders[finding.where] = hinders[finding.where] || finding.verdict == plan::Verdict::Fail;
    for (const plan::CheckReport& report : record.evidence->reports)
        for (const plan::Finding& finding : report.findings) {
            if (!meets(report, finding) || !finding.place) continue;
            const auto found = hinders.find(finding.where);
            if (found == hinders.end()) continue;
            const QString sign = found->second ? QStringLiteral("▲") : QStringLiteral("◆");
            hits.push_back({.place = geo::toMercator(*finding.place),
                            .heights = map::placedHeights(finding.lower, finding.upper, *finding.place, surroundings),
                            .label = QStringLiteral("%1 %2").arg(sign, QString::fromStdString(finding.where)),
                            .hinders = found->second});
            hinders.erase(found);
        }
    return hits;
}

QStringList zonesMetBy(const plan::PlanRecord& record) {
    QStringList zones;
    if (record.evidence)
        for (const plan::CheckReport& report : record.evidence->reports)
            for (const plan::Finding& finding : report.findings)
                if (report.kind != CheckKind::Conflicts && meets(report, finding))
                    zones << QString::fromStdString(finding.where);
    zones.removeDuplicates();
    return zones;
}

} // namespace haneul::plans
