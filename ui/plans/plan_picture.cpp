#include "ui/plans/plan_picture.h"

#include "core/geo/geodesic.h"
#include "core/geo/mercator.h"
#include "core/plan/pattern.h"

#include <QCoreApplication>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace haneul::plans {

using theme::ColorRole;

namespace {

constexpr int circleCorners = 36;

QPointF flat(const geo::LatLon& place) {
    const auto at = geo::toMercator(place);
    return {at.x, at.y};
}

QRectF boundsOf(const std::vector<geo::LatLon>& places) {
    double left = std::numeric_limits<double>::max(), top = left, right = -left, bottom = -left;
    for (const geo::LatLon& place : places) {
        const QPointF at = flat(place);
        left = std::min(left, at.x());
        right = std::max(right, at.x());
        top = std::min(top, at.y());
        bottom = std::max(bottom, at.y());
    }
    return {QPointF(left, top), QPointF(right, bottom)};
}

// 1, 2 or 5 times a power of ten, at most `most`.
double roundLength(double most) {
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (const double factor : {5.0, 2.0})
        if (factor * power <= most) return factor * power;
    return power;
}

} // namespace

std::vector<geo::LatLon> ringOf(const geo::Area& area) {
    if (const auto* polygon = std::get_if<geo::Polygon>(&area)) {
        auto ring = polygon->outer;
        if (!ring.empty()) ring.push_back(ring.front());
        return ring;
    }
    const auto& circle = std::get<geo::Circle>(area);
    std::vector<geo::LatLon> ring;
    for (int i = 0; i <= circleCorners; ++i)
        ring.push_back(geo::direct(circle.centre, 360.0 * i / circleCorners, circle.radius_m));
    return ring;
}

std::vector<geo::LatLon> wayOf(const plan::FlightPlan& plan) {
    std::vector<geo::LatLon> way;
    if (const auto route = plan::routeOf(plan.operation))
        for (const plan::RoutePoint& point : route->points)
            way.push_back(point.place);
    return way;
}

std::vector<geo::LatLon> placesOf(const plan::FlightPlan& plan) {
    std::vector<geo::LatLon> places = wayOf(plan);
    for (const geo::Volume4D& volume : plan.volumes)
        std::ranges::copy(ringOf(volume.area), std::back_inserter(places));
    return places;
}

std::vector<std::string> metBy(const plan::PlanRecord& record) {
    std::vector<std::string> met;
    if (!record.evidence) return met;
    if (const auto* report = plan::reportOf(record.evidence->reports, plan::CheckKind::Conflicts))
        for (const plan::Finding& finding : report->findings)
            if (finding.code.starts_with("CONFLICT")) met.push_back(finding.where);
    return met;
}

void paintPlan(QPainter& painter, const QRectF& area, const plan::PlanRecord& record, const plan::PlanState& others,
               const theme::Theme& theme) {
    const auto places = placesOf(record.plan);
    if (places.empty()) return;
    const QFontMetricsF metrics(painter.font());
    const double margin = metrics.height() * 1.6;
    const QRectF bounds = boundsOf(places);
    const double scale = std::min((area.width() - 2 * margin) / std::max(bounds.width(), 1e-9),
                                  (area.height() - 2 * margin) / std::max(bounds.height(), 1e-9));
    const auto pixel = [&](const geo::LatLon& place) {
        return area.center() + (flat(place) - bounds.center()) * scale;
    };
    const auto polygon = [&](const std::vector<geo::LatLon>& ring) {
        QPolygonF drawn;
        for (const geo::LatLon& place : ring)
            drawn << pixel(place);
        return drawn;
    };
    painter.setRenderHint(QPainter::Antialiasing);
    const double unit = metrics.height() / 12;
    const auto volumes = [&](const plan::FlightPlan& plan, ColorRole role, Qt::PenStyle style, float alpha) {
        QColor fill = theme.color(role);
        fill.setAlphaF(alpha);
        painter.setBrush(fill);
        painter.setPen(QPen(theme.color(role), 0.7 * unit, style));
        for (const geo::Volume4D& volume : plan.volumes)
            painter.drawPolygon(polygon(ringOf(volume.area)));
        painter.setBrush(Qt::NoBrush);
    };
    for (const std::string& id : metBy(record))
        if (const auto other = others.plan(id)) {
            volumes(other->plan, ColorRole::Warning, Qt::DotLine, 0.06F);
            painter.setPen(QPen(theme.color(ColorRole::Warning), 1.4 * unit, Qt::DashLine));
            painter.drawPolyline(polygon(wayOf(other->plan)));
        }
    volumes(record.plan, ColorRole::SecondaryText, Qt::SolidLine, 0.08F);
    const auto way = polygon(wayOf(record.plan));
    painter.setPen(QPen(theme.color(ColorRole::Text), 1.6 * unit));
    painter.drawPolyline(way);
    if (!way.isEmpty()) { // take-off filled, landing open
        painter.setBrush(theme.color(ColorRole::Text));
        painter.drawEllipse(way.front(), 3 * unit, 3 * unit);
        painter.setBrush(theme.color(ColorRole::Base));
        painter.drawRect(QRectF(way.back() - QPointF(3, 3) * unit, QSizeF(6, 6) * unit));
        painter.setBrush(Qt::NoBrush);
    }
    painter.setPen(theme.color(ColorRole::SecondaryText));
    for (const plan::LandingSite& site : record.plan.contingency.landingSites) {
        const QPointF at = pixel(site.place);
        painter.drawText(at + QPointF(4 * unit, metrics.ascent() / 2),
                         QString(QStringLiteral("▽ ") % QString::fromStdString(site.name)));
    }
    const double metre = scale / std::cos(places.front().latitude_deg * std::numbers::pi / 180) / 40'075'016.686;
    const double bar_m = roundLength(area.width() * 0.3 / metre);
    const QPointF from(area.left() + margin / 2, area.bottom() - margin / 2);
    painter.setPen(QPen(theme.color(ColorRole::Text), 1.2 * unit));
    painter.drawLine(from, from + QPointF(bar_m * metre, 0));
    painter.drawText(from + QPointF(0, -2 * unit),
                     bar_m < 1000 ? QStringLiteral("%1 m").arg(bar_m) : QStringLiteral("%1 km").arg(bar_m / 1000));
    painter.drawText(QPointF(area.right() - margin, area.top() + margin), QStringLiteral("N ↑"));
}

} // namespace haneul::plans
