#include "ui/risk_collision/reich_charts.h"

#include "ui/risk_collision/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <set>

namespace haneul::risk::collision {

using profile::AxisKind;
using profile::ChartData;
using profile::LineStyle;
using theme::ColorRole;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::risk::collision::Charts)
};

constexpr LineStyle styleOf[] = {LineStyle::Thick, LineStyle::Dashed, LineStyle::Dotted, LineStyle::DashDot};
constexpr profile::MarkerShape shapeOf[] = {profile::MarkerShape::Dot, profile::MarkerShape::Square,
                                            profile::MarkerShape::Triangle, profile::MarkerShape::Diamond};
constexpr int points = 400;
constexpr double lowestPower = -30; // what is below is drawn there

double power(double value) {
    return value > 0 ? std::max(lowestPower, std::log10(value)) : lowestPower;
}

double farthest_m(const ReichStudy& study) {
    const double table_m = study.overlap.table.rows().back().distance_m;
    return 1.1 * std::max({study.overlap.ramp.zero_m, table_m, std::ranges::max(study.distances_m)});
}

// Evenly, and on both sides of every corner.
std::set<double> placesOf(const ReichStudy& study, double last_m) {
    std::set<double> places;
    for (int i = 0; i <= points; ++i)
        places.insert(last_m * i / points);
    const auto corner = [&](double at_m) {
        for (const double side : {-1e-3, 0., 1e-3})
            if (at_m + side >= 0 && at_m + side <= last_m) places.insert(at_m + side);
    };
    corner(study.overlap.ramp.zero_m);
    for (const OverlapRow& row : study.overlap.table.rows())
        corner(row.distance_m);
    return places;
}

} // namespace

ChartData riskCurves(const ReichStudy& study, const ReichResults& results) {
    const Scenario& scenario = study.chosen();
    const double last_m = farthest_m(study);
    ChartData chart;
    chart.title = Words::tr("Scenario %1").arg(plain(scenario.name));
    chart.x = {.title = Words::tr("Distance of the routes (m)"), .from = 0, .to = last_m};
    chart.y = {.title = Words::tr("Collisions per flight hour"), .kind = AxisKind::Power10};
    const auto places = placesOf(study, last_m);
    Overlap overlap = study.overlap;
    for (std::size_t i = 0; i < allLookups.size(); ++i) {
        overlap.lookup = allLookups[i];
        profile::Series series{.name = lookupText(allLookups[i]), .points = {}, .style = styleOf[i]};
        for (const double at_m : places) {
            const auto probability = overlapAt(overlap, at_m);
            if (!probability) continue;
            const double risk = *probability * results.terms.perNauticalMile * results.terms.sum_kt();
            series.points.emplace_back(at_m, power(risk));
        }
        chart.series.push_back(std::move(series));
        if (const auto metres = results.separations[i].distance_m; metres && *metres <= last_m)
            chart.markers.push_back({.at = {*metres, power(study.targetPerHour)},
                                     .label = QString(lookupText(allLookups[i]) % u' ' %
                                                      metresOrNone(results.separations[i].wholeMetres())),
                                     .shape = shapeOf[i],
                                     .labelled = allLookups[i] == Lookup::LogLinear});
    }
    chart.series.push_back({.name = Words::tr("Target %1").arg(riskText(study.targetPerHour)),
                            .points = {{0, power(study.targetPerHour)}, {last_m, power(study.targetPerHour)}},
                            .style = LineStyle::Solid,
                            .role = ColorRole::Warning});
    return chart;
}

ChartData sensitivityCurves(const ReichStudy& study) {
    constexpr double from = -90, to = 110, highest = 200;
    const Scenario& scenario = study.chosen();
    ChartData chart;
    chart.title = Words::tr("Scenario %1").arg(plain(scenario.name));
    chart.x = {.title = Words::tr("Change of one parameter (%)"), .from = from, .to = to};
    chart.y = {.title = Words::tr("Change of the risk (%)"), .from = -100, .to = highest};

    struct Line {
        Parameter parameter;
        QString name;
        LineStyle style;
    };

    const Line lines[] = {{Parameter::HalfWindow, QStringLiteral("Sx"), LineStyle::Thick},
                          {Parameter::OppositeOccupancy, QStringLiteral("Ey, Pz, Py"), LineStyle::Solid},
                          {Parameter::GroundSpeed, QStringLiteral("V"), LineStyle::Dashed},
                          {Parameter::CrossTrackSpeed, QStringLiteral("ẏ"), LineStyle::DashDot},
                          {Parameter::VerticalSpeed, QStringLiteral("ż"), LineStyle::Dotted}};
    for (const Line& line : lines) {
        profile::Series series{.name = line.name, .points = {}, .style = line.style};
        for (double change = from; change <= to; change += 1) {
            const auto one =
                sensitivityOf(line.parameter, change, scenario.size, scenario.speed_kt, study.preset.constants());
            if (one) series.points.emplace_back(change, one->riskChange_percent);
        }
        chart.series.push_back(std::move(series));
    }
    for (const double asked : {-study.change_percent, study.change_percent})
        if (asked >= from && asked <= to) chart.columns.emplace_back(asked, percentText(asked));
    std::ranges::sort(chart.columns);
    return chart;
}

} // namespace haneul::risk::collision
