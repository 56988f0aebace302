#include "ui/risk_path/path_charts.h"

#include "ui/risk_path/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace haneul::risk_path {

using profile::ChartData;
using profile::LineStyle;
using profile::MarkerShape;
using profile::Series;

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("haneul::risk_path::Charts", text);
}

LineStyle styleOf(path::PathKind kind) {
    switch (kind) {
    case path::PathKind::Shortest:
        return LineStyle::Dashed;
    case path::PathKind::Weighted:
        return LineStyle::DashDot;
    case path::PathKind::Budget:
        return LineStyle::Solid;
    }
    return LineStyle::Solid;
}

MarkerShape markerOf(path::PathKind kind) {
    switch (kind) {
    case path::PathKind::Shortest:
        return MarkerShape::Square;
    case path::PathKind::Weighted:
        return MarkerShape::Diamond;
    case path::PathKind::Budget:
        return MarkerShape::Triangle;
    }
    return MarkerShape::Dot;
}

void addStretches(ChartData& chart, const std::vector<path::ProfilePoint>& profile) {
    for (std::size_t i = 0; i < profile.size(); ++i) {
        if (!profile[i].unknown) continue;
        const auto from = profile[i].distance_m;
        while (i + 1 < profile.size() && profile[i + 1].unknown)
            ++i;
        chart.stretches.push_back(
            {from, profile[i].distance_m,
             translated(QT_TRANSLATE_NOOP("haneul::risk_path::Charts", "not known what stands here")), true});
    }
}

} // namespace

ChartData heightChart(const paths::Answer& answer, std::size_t chosen) {
    ChartData chart;
    const bool agl = answer.question.reference == geo::VerticalReference::Agl;
    if (answer.space.synthetic)
        chart.title = translated(QT_TRANSLATE_NOOP("haneul::risk_path::Charts", "SYNTHETIC: a made-up city"));
    chart.x.title = translated(QT_TRANSLATE_NOOP("haneul::risk_path::Charts", "Distance (m)"));
    chart.y.title = agl ? translated(QT_TRANSLATE_NOOP("haneul::risk_path::Charts", "Height AGL (m)"))
                        : translated(QT_TRANSLATE_NOOP("haneul::risk_path::Charts", "Height AMSL (m)"));
    const auto& found = answer.planned.paths;
    for (std::size_t i = 0; i < found.size(); ++i) {
        Series series{.name = kindText(found[i].kind),
                      .points = {},
                      .style = i == chosen ? LineStyle::Thick : styleOf(found[i].kind),
                      .role = i == chosen ? theme::ColorRole::Text : theme::ColorRole::SecondaryText};
        for (const auto& point : found[i].profile)
            series.points.emplace_back(point.distance_m, point.height_m);
        chart.series.push_back(std::move(series));
    }
    if (chosen >= found.size()) return chart;
    const double gap = std::nan("");
    Series ground{.name = translated(QT_TRANSLATE_NOOP("haneul::risk_path::Charts", "Ground")),
                  .points = {},
                  .style = LineStyle::Solid,
                  .role = theme::ColorRole::Trail};
    Series buildings{.name = translated(QT_TRANSLATE_NOOP("haneul::risk_path::Charts", "Buildings, with clearance")),
                     .points = {},
                     .style = LineStyle::Dotted,
                     .role = theme::ColorRole::Caution};
    bool anyGround = false, anyBuilding = false;
    for (const auto& point : found[chosen].profile) {
        ground.points.emplace_back(point.distance_m, point.ground_m.value_or(agl ? 0 : gap));
        buildings.points.emplace_back(point.distance_m, point.building_m.value_or(gap));
        anyGround = anyGround || agl || point.ground_m;
        anyBuilding = anyBuilding || point.building_m;
    }
    if (anyGround) chart.series.push_back(std::move(ground));
    if (anyBuilding) chart.series.push_back(std::move(buildings));
    addStretches(chart, found[chosen].profile);
    return chart;
}

ChartData frontChart(const paths::Answer& answer) {
    ChartData chart;
    if (answer.space.synthetic)
        chart.title = translated(QT_TRANSLATE_NOOP("haneul::risk_path::Charts", "SYNTHETIC: a made-up city"));
    chart.x.title = translated(QT_TRANSLATE_NOOP("haneul::risk_path::Charts", "Length (m)"));
    chart.y.title = translated(QT_TRANSLATE_NOOP("haneul::risk_path::Charts", "Risk (1e-9 fatalities per flight)"));
    constexpr double nano = 1e9;
    Series front{.name = translated(QT_TRANSLATE_NOOP("haneul::risk_path::Charts", "What can be had")),
                 .points = {},
                 .style = LineStyle::Solid,
                 .role = theme::ColorRole::SecondaryText};
    for (const auto& point : answer.planned.front) {
        front.points.emplace_back(point.totals.length_m, point.totals.risk * nano);
        chart.markers.push_back({{point.totals.length_m, point.totals.risk * nano}, {}, MarkerShape::Dot, false});
    }
    std::ranges::sort(front.points, {}, &QPointF::x);
    if (!front.points.empty()) chart.series.push_back(std::move(front));
    if (const auto budget = answer.question.task.budgets.risk; budget && !chart.series.empty()) {
        const auto& points = chart.series.front().points;
        chart.series.push_back({.name = translated(QT_TRANSLATE_NOOP("haneul::risk_path::Charts", "Budget")),
                                .points = {{points.front().x(), *budget * nano}, {points.back().x(), *budget * nano}},
                                .style = LineStyle::Dashed,
                                .role = theme::ColorRole::Text});
    }
    for (const auto& path : answer.planned.paths)
        if (const auto risk = path.totals.judgedRisk(); risk && answer.space.anyRisk)
            chart.markers.push_back(
                {{path.totals.length_m, *risk * nano}, kindText(path.kind), markerOf(path.kind), true});
    return chart;
}

} // namespace haneul::risk_path
