#include "ui/profile/profile_charts.h"

#include "core/delivery/link_flight.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace haneul::profile {

using delivery::FlightPart;
using delivery::HeightStretch;
using delivery::SpeedSample;
using delivery::SpeedStretch;

namespace {

struct Charts {
    Q_DECLARE_TR_FUNCTIONS(haneul::profile::Charts)
};

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

QString partText(FlightPart part) {
    switch (part) {
    case FlightPart::TakeOff:
        return Charts::tr("Take-off");
    case FlightPart::Flight:
        return Charts::tr("Flight");
    case FlightPart::Landing:
        return Charts::tr("Landing");
    case FlightPart::Stay:
        break;
    }
    return Charts::tr("Stay");
}

LineStyle styleOf(FlightPart part) {
    switch (part) {
    case FlightPart::TakeOff:
        return LineStyle::Thick;
    case FlightPart::Landing:
        return LineStyle::Dashed;
    case FlightPart::Flight:
    case FlightPart::Stay:
        break;
    }
    return LineStyle::Solid;
}

QString heightText(double height_m, const models::Units& units) {
    return QString(models::heightNumber(height_m, units) % u' ' % models::unitText(units.height));
}

// Worked out in SI; shown in the units of the settings.
void scale(ChartData& chart, const std::function<double(double)>& x, const std::function<double(double)>& y) {
    for (Series& series : chart.series)
        for (QPointF& point : series.points)
            point = {x(point.x()), y(point.y())};
    for (auto& marker : chart.markers)
        marker.at = {x(marker.at.x()), y(marker.at.y())};
    for (auto& stretch : chart.stretches) {
        stretch.from = x(stretch.from);
        stretch.to = x(stretch.to);
    }
    for (auto& column : chart.columns)
        column.first = x(column.first);
}

double same(double value) {
    return value;
}

QString distanceTitle(models::DistanceUnit unit) {
    return unit == models::DistanceUnit::NauticalMile ? Charts::tr("NM over the ground")
                                                      : Charts::tr("m over the ground");
}

QString heightTitle(HeightDatum datum, models::HeightUnit unit) {
    const QString name = models::unitText(unit);
    return datum == HeightDatum::AboveSea ? Charts::tr("%1 above sea level (HASL)").arg(name)
                                          : Charts::tr("%1 above ground (AGL)").arg(name);
}

Series partSeries(const delivery::HeightProfile& profile, FlightPart part, HeightDatum datum) {
    Series series{.name = partText(part), .points = {}, .style = styleOf(part), .role = theme::ColorRole::Text};
    for (const HeightStretch& stretch : profile.stretches) {
        if (stretch.part != part) continue;
        for (const delivery::HeightPoint& point : stretch.points) {
            const bool known = datum == HeightDatum::AboveSea || point.ground_m.has_value();
            const double base_m = datum == HeightDatum::AboveSea ? 0 : point.ground_m.value_or(0);
            series.points.emplace_back(point.along_m, known ? point.height_m - base_m : nothing);
        }
        if (!series.points.empty()) series.points.emplace_back(series.points.back().x(), nothing);
    }
    return series;
}

// Whether the ground between a point and the next is known, and not only at the two ends of the way.
bool knownBetween(const HeightStretch& stretch, std::size_t i) {
    return stretch.points.size() > 2 && stretch.points[i].ground_m && stretch.points[i + 1].ground_m;
}

Series groundSeries(const delivery::HeightProfile& profile) {
    Series series{.name = Charts::tr("Ground"),
                  .points = {},
                  .style = LineStyle::Dotted,
                  .role = theme::ColorRole::SecondaryText};
    for (const HeightStretch& stretch : profile.stretches)
        if (stretch.part == FlightPart::Flight)
            for (std::size_t i = 0; i < stretch.points.size(); ++i) {
                const delivery::HeightPoint& point = stretch.points[i];
                if (i > 0 && !knownBetween(stretch, i - 1)) series.points.emplace_back(point.along_m, nothing);
                series.points.emplace_back(point.along_m, point.ground_m.value_or(nothing));
            }
    return series;
}

// Where the ground is not known: between known points, one stretch each.
void addUnknownGround(ChartData& chart, const delivery::HeightProfile& profile) {
    const QString label = Charts::tr("ground between not known");
    for (const HeightStretch& stretch : profile.stretches) {
        if (stretch.part != FlightPart::Flight) continue;
        for (std::size_t i = 0; i + 1 < stretch.points.size(); ++i) {
            const auto& from = stretch.points[i];
            const auto& to = stretch.points[i + 1];
            if (knownBetween(stretch, i)) continue;
            if (!chart.stretches.empty() && chart.stretches.back().to == from.along_m)
                chart.stretches.back().to = to.along_m;
            else
                chart.stretches.push_back({from.along_m, to.along_m, label, true});
        }
    }
}

// The waypoints of a leg on its profile: their share of the way over the ground.
void addWaypoints(ChartData& chart, const HeightSubject& subject, std::size_t leg, HeightDatum datum,
                  const models::Units& units) {
    const auto& waypoints = subject.waypoints[leg];
    double from_m = std::numeric_limits<double>::infinity();
    double to_m = 0;
    std::vector<const delivery::HeightPoint*> points;
    for (const HeightStretch& stretch : subject.profile.stretches) {
        if (stretch.leg != leg) continue;
        for (const auto& point : stretch.points) {
            from_m = std::min(from_m, point.along_m);
            to_m = std::max(to_m, point.along_m);
            points.push_back(&point);
        }
    }
    double way_m = 0;
    for (std::size_t i = 1; i < waypoints.size(); ++i)
        way_m += route::horizontalDistance_m(waypoints[i - 1].place, waypoints[i].place);
    double along_m = 0;
    for (std::size_t i = 0; i < waypoints.size(); ++i) {
        if (i > 0) along_m += route::horizontalDistance_m(waypoints[i - 1].place, waypoints[i].place);
        const double at_m = from_m + (way_m > 0 ? along_m / way_m * (to_m - from_m) : 0);
        const bool top = i > 0 && i + 1 < waypoints.size();
        double base_m = 0;
        if (datum == HeightDatum::AboveGround) {
            const auto nearest = std::ranges::min_element(
                points, {}, [&](const auto* point) { return std::abs(point->along_m - at_m); });
            if (nearest == points.end() || !(*nearest)->ground_m || std::abs((*nearest)->along_m - at_m) > 1) continue;
            base_m = *(*nearest)->ground_m;
        }
        chart.markers.push_back(
            {.at = {at_m, waypoints[i].height_m - base_m},
             .label = QStringLiteral("w%1  %2").arg(i + 1).arg(heightText(waypoints[i].height_m - base_m, units)),
             .shape = top ? MarkerShape::Dot : MarkerShape::Square,
             .labelled = top});
    }
}

// Keeps the shape of a long line: of each stretch the lowest and the highest.
std::vector<QPointF> thinned(std::vector<QPointF> points, std::size_t most) {
    if (most < 4 || points.size() <= most) return points;
    const std::size_t bucket = (points.size() * 2 + most - 1) / most;
    std::vector<QPointF> kept;
    for (std::size_t begin = 0; begin < points.size(); begin += bucket) {
        const auto first = points.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto last = points.begin() + static_cast<std::ptrdiff_t>(std::min(begin + bucket, points.size()));
        const auto gap = std::find_if(first, last, [](const QPointF& point) { return std::isnan(point.y()); });
        auto [low, high] = std::minmax_element(first, gap, [](const auto& a, const auto& b) { return a.y() < b.y(); });
        if (low != gap) {
            kept.push_back(std::min(low, high) == low ? *low : *high);
            if (low != high) kept.push_back(std::min(low, high) == low ? *high : *low);
        }
        if (gap != last) kept.push_back(*gap);
    }
    return kept;
}

Series plannedSeries(const std::vector<SpeedStretch>& planned, double zero_ms, double SpeedSample::* speed) {
    Series series{
        .name = Charts::tr("Planned"), .points = {}, .style = LineStyle::Solid, .role = theme::ColorRole::Text};
    for (const SpeedStretch& stretch : planned)
        for (const SpeedSample& sample : stretch.samples)
            series.points.emplace_back((sample.time_ms - zero_ms) / 1000, sample.*speed);
    return series;
}

Series recordedSeries(const RecordedRuns& recorded, double zero_ms, double SpeedSample::* speed, std::size_t most) {
    Series series{.name = Charts::tr("Flown"),
                  .points = {},
                  .style = LineStyle::DashDot,
                  .role = theme::ColorRole::SourceTelemetry};
    for (const auto& run : recorded.runs) {
        if (!series.points.empty()) series.points.emplace_back(series.points.back().x(), nothing);
        for (const SpeedSample& sample : run)
            series.points.emplace_back((sample.time_ms - zero_ms) / 1000, sample.*speed);
    }
    series.points = thinned(std::move(series.points), most);
    return series;
}

} // namespace

ChartData heightChart(const HeightSubject& subject, HeightDatum datum, const models::Units& units) {
    ChartData chart{.title = Charts::tr("Height profile"),
                    .x = {.title = distanceTitle(units.distance)},
                    .y = {.title = heightTitle(datum, units.height)}};
    for (const FlightPart part : {FlightPart::TakeOff, FlightPart::Flight, FlightPart::Landing})
        chart.series.push_back(partSeries(subject.profile, part, datum));
    if (datum == HeightDatum::AboveSea) chart.series.push_back(groundSeries(subject.profile));
    addUnknownGround(chart, subject.profile);
    for (std::size_t leg = 0; leg < subject.waypoints.size(); ++leg)
        addWaypoints(chart, subject, leg, datum, units);
    for (const delivery::NodeOnProfile& node : subject.profile.nodes) {
        const QString ground = node.ground_m ? Charts::tr("ground %1").arg(heightText(*node.ground_m, units))
                                             : Charts::tr("ground not known");
        chart.columns.emplace_back(node.along_m,
                                   QStringLiteral("%1, %2").arg(QString::fromStdString(node.node), ground));
        if (datum == HeightDatum::AboveSea && node.ground_m)
            chart.markers.push_back({.at = {node.along_m, *node.ground_m},
                                     .label = ground,
                                     .shape = MarkerShape::Triangle,
                                     .labelled = false});
    }
    const bool nauticalMiles = units.distance == models::DistanceUnit::NauticalMile;
    scale(
        chart, [&](double metres) { return nauticalMiles ? models::distanceIn(metres, units.distance) : metres; },
        [&](double metres) { return models::heightIn(metres, units.height); });
    return chart;
}

Result<HeightSubject> linkSubject(const delivery::Network& network, const delivery::Link& link) {
    const delivery::DroneType* type = network.droneType({});
    if (!type) return fail("UNKNOWN_DRONE_TYPE", "the network has no drone type", network.id);
    const auto flight = delivery::LinkFlight::make(network, link, link.a, *type);
    if (!flight) return std::unexpected(flight.error());
    const delivery::Node& a = *network.node(link.a);
    const delivery::Node& b = *network.node(link.b);
    HeightSubject subject;
    HeightStretch way{.part = FlightPart::Flight, .leg = 0, .points = {}};
    double along_m = 0;
    const auto path = flight->path();
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (i > 0) along_m += route::horizontalDistance_m(path[i - 1].waypoint.place, path[i].waypoint.place);
        way.points.push_back({along_m, path[i].waypoint.height_m, {}});
    }
    way.points.front().ground_m = a.ground_m;
    way.points.back().ground_m = b.ground_m;
    std::vector<route::Waypoint> waypoints = flight->waypoints();
    const auto column = [](const delivery::Node& node, double at_m, FlightPart part) {
        HeightStretch stretch{.part = part,
                              .leg = 0,
                              .points = {{at_m, *node.ground_m, node.ground_m}, {at_m, node.top_m, node.ground_m}}};
        if (part == FlightPart::Landing) std::ranges::reverse(stretch.points);
        return stretch;
    };
    if (a.ground_m) {
        subject.profile.stretches.push_back(column(a, 0, FlightPart::TakeOff));
        waypoints.insert(waypoints.begin(), {a.place, *a.ground_m});
    }
    subject.profile.stretches.push_back(std::move(way));
    if (b.ground_m) {
        subject.profile.stretches.push_back(column(b, along_m, FlightPart::Landing));
        waypoints.push_back({b.place, *b.ground_m});
    }
    subject.profile.nodes = {{a.id, 0, a.ground_m, a.top_m}, {b.id, along_m, b.ground_m, b.top_m}};
    subject.waypoints.push_back(std::move(waypoints));
    return subject;
}

std::optional<double> RecordedRuns::takeOff_ms() const {
    if (!sorties.empty()) return sorties.front().begin_ms;
    for (const auto& run : runs)
        if (!run.empty()) return run.front().time_ms;
    return {};
}

std::optional<double> takeOffOf_ms(const std::vector<SpeedStretch>& planned) {
    for (const SpeedStretch& stretch : planned)
        if (stretch.part != FlightPart::Stay && !stretch.samples.empty()) return stretch.samples.front().time_ms;
    return {};
}

SpeedCharts speedCharts(const std::vector<SpeedStretch>& planned, const RecordedRuns* recorded, Alignment alignment,
                        std::size_t most, const models::Units& units) {
    const bool utc = alignment == Alignment::Utc;
    const ChartAxis time{.title = utc ? Charts::tr("UTC") : Charts::tr("since take-off"),
                         .kind = utc ? AxisKind::UtcTime : AxisKind::Duration};
    SpeedCharts charts{
        .climb = {.title = Charts::tr("Climb rate"),
                  .x = time,
                  .y = {.title = Charts::tr("%1, up positive").arg(models::climbUnitText(units.height))}},
        .ground = {.title = Charts::tr("Ground speed, 2D"), .x = time, .y = {.title = models::unitText(units.speed)}}};
    const double zero_ms = utc ? 0 : takeOffOf_ms(planned).value_or(0);
    if (!planned.empty()) {
        charts.climb.series.push_back(plannedSeries(planned, zero_ms, &SpeedSample::climb_mps));
        charts.ground.series.push_back(plannedSeries(planned, zero_ms, &SpeedSample::ground_mps));
    }
    if (recorded) {
        const double flownZero_ms = utc ? 0 : recorded->takeOff_ms().value_or(0);
        charts.climb.series.push_back(recordedSeries(*recorded, flownZero_ms, &SpeedSample::climb_mps, most));
        charts.ground.series.push_back(recordedSeries(*recorded, flownZero_ms, &SpeedSample::ground_mps, most));
    }
    scale(charts.climb, same, [&](double mps) { return models::climbIn(mps, units.height); });
    scale(charts.ground, same, [&](double mps) { return models::speedIn(mps, units.speed); });
    return charts;
}

std::vector<PartRow> partRows(const delivery::MissionRoute& route, const delivery::Times& times,
                              const std::vector<delivery::FlownSortie>& sorties) {
    PartRow takeOff{partText(FlightPart::TakeOff)};
    PartRow flight{partText(FlightPart::Flight)};
    PartRow landing{partText(FlightPart::Landing)};
    for (std::size_t i = 0; i < route.legs.size(); ++i) {
        const auto parts = timing::partTimes(times.legs[i], route.legs[i].parts);
        takeOff.planned_ms += static_cast<double>(parts.takeOff);
        flight.planned_ms += static_cast<double>(parts.flight);
        landing.planned_ms += static_cast<double>(parts.landing);
    }
    for (const delivery::FlownSortie& sortie : sorties) {
        takeOff.flown_ms += sortie.takeOffFor_ms();
        flight.flown_ms += sortie.flightFor_ms();
        landing.flown_ms += sortie.landingFor_ms();
    }
    PartRow all{Charts::tr("In the air")};
    for (const PartRow& row : {takeOff, flight, landing}) {
        all.planned_ms += row.planned_ms;
        all.flown_ms += row.flown_ms;
    }
    return {takeOff, flight, landing, all};
}

std::size_t plannedSorties(const delivery::MissionRoute& route) {
    std::size_t sorties = 0;
    for (const delivery::Leg& leg : route.legs)
        if (leg.parts.landing.last > leg.parts.landing.first) ++sorties;
    return sorties;
}

} // namespace haneul::profile
