#include "ui/plans/capacity_model.h"

#include "ui/models/words.h"
#include "ui/plans/words.h"

#include <algorithm>

namespace haneul::plans {

using deconflict::CapacityStep;
using orders::ListSign;

namespace {

double seconds(UtcMs time) {
    return static_cast<double>(sinceEpoch_ms(time)) / 1000;
}

// "2", or "2–3" where the heights of one cannot be compared.
QString countText(const CapacityStep& step) {
    return step.demand == step.possible ? QString::number(step.demand)
                                        : QStringLiteral("%1–%2").arg(step.demand).arg(step.possible);
}

ListSign signOf(const CapacityStep& step, int most) {
    if (step.demand > most) return ListSign::Warning;
    return step.possible > most ? ListSign::Caution : ListSign::None;
}

QString namesOf(const CapacityStep& step) {
    QStringList names;
    for (const std::string& id : step.intents)
        names << QString::fromStdString(id);
    return names.join(QStringLiteral(", "));
}

} // namespace

const CapacityStep& CapacityRow::peak() const {
    return *std::ranges::max_element(steps, {},
                                     [](const CapacityStep& step) { return std::pair(step.demand, step.possible); });
}

QString areaText(const geo::Area& area) {
    if (const auto* const circle = std::get_if<geo::Circle>(&area))
        return CapacityModel::tr("Circle of %1 m around %2")
            .arg(circle->radius_m, 0, 'f', 0)
            .arg(placeText(circle->centre));
    const auto& polygon = std::get<geo::Polygon>(area);
    return CapacityModel::tr("Area with %n corner(s) at %1", nullptr, static_cast<int>(polygon.outer.size()))
        .arg(polygon.outer.empty() ? models::unknownText() : placeText(polygon.outer.front()));
}

QString CapacityModel::title(int column) const {
    switch (column) {
    case Id:
        return tr("Place");
    case Most:
        return tr("At once");
    case Now:
        return tr("Now");
    case Peak:
        return tr("Most, 12 h");
    case PeakAt:
        return tr("From");
    case Heights:
        return tr("Heights");
    case Times:
        return tr("Holds");
    default:
        return tr("Where");
    }
}

QString CapacityModel::text(const CapacityRow& row, int column) {
    const geo::Volume4D& place = row.limit.place;
    switch (column) {
    case Id:
        return QString::fromStdString(row.limit.id);
    case Most:
        return QString::number(row.limit.most);
    case Now:
        return countText(row.now());
    case Peak:
        return countText(row.peak());
    case PeakAt:
        return row.peak().possible == 0 ? models::unknownText() : models::utcTime(row.peak().from);
    case Heights:
        return place.lower || place.upper ? heightsText(place.lower, place.upper) : tr("any height");
    case Times:
        return place.from || place.to ? windowText(place.from, place.to) : tr("always");
    default:
        return areaText(place.area);
    }
}

QVariant CapacityModel::value(const CapacityRow& row, int column, int role) const {
    const CapacityStep& step = column == Now ? row.now() : row.peak();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return (column == Now || column == Peak) && step.possible > 0 ? namesOf(step) : text(row, column);
    case orders::IdRole:
        return QString::fromStdString(row.limit.id);
    case orders::SortRole:
        if (column == Most) return row.limit.most;
        if (column == Now || column == Peak) return step.possible;
        if (column == PeakAt) return static_cast<qint64>(sinceEpoch_ms(step.from));
        return text(row, column);
    case orders::SignRole:
        return static_cast<int>(column == Now || column == Peak ? signOf(step, row.limit.most) : ListSign::None);
    default:
        return {};
    }
}

profile::ChartData useChart(const CapacityRow& row) {
    profile::ChartData chart;
    const QString name = QString::fromStdString(row.limit.id);
    const double from = seconds(row.steps.front().from), to = seconds(row.steps.back().to);
    chart.title = CapacityModel::tr("Use of %1").arg(name);
    chart.x = {.title = CapacityModel::tr("UTC"), .kind = profile::AxisKind::UtcTime, .from = from, .to = to};
    const int highest = std::max(row.limit.most, row.peak().possible);
    chart.y = {.title = CapacityModel::tr("Flights at once"), .from = 0, .to = highest + 1};
    profile::Series sure{
        .name = CapacityModel::tr("Approved flights"), .points = {}, .style = profile::LineStyle::Thick};
    profile::Series possible{.name = CapacityModel::tr("With those whose heights cannot be compared"),
                             .points = {},
                             .style = profile::LineStyle::Dotted};
    bool differ = false;
    for (const CapacityStep& step : row.steps) {
        for (const double at : {seconds(step.from), seconds(step.to)}) {
            sure.points.emplace_back(at, step.demand);
            possible.points.emplace_back(at, step.possible);
        }
        differ |= step.demand != step.possible;
        if (signOf(step, row.limit.most) == ListSign::Warning)
            chart.markers.push_back({.at = {seconds(step.from), static_cast<double>(step.demand)},
                                     .label = CapacityModel::tr("too many"),
                                     .shape = profile::MarkerShape::Triangle});
    }
    chart.series = {sure};
    if (differ) chart.series.push_back(possible);
    chart.series.push_back({.name = CapacityModel::tr("Limit"),
                            .points = {QPointF(from, row.limit.most), QPointF(to, row.limit.most)},
                            .style = profile::LineStyle::Dashed,
                            .role = theme::ColorRole::SecondaryText});
    return chart;
}

QStringList useLines(const CapacityRow& row) {
    QStringList lines;
    for (const CapacityStep& step : row.steps) {
        if (step.possible == 0 || step.to - step.from < std::chrono::seconds(1)) continue;
        const ListSign sign = signOf(step, row.limit.most);
        const QString mark = sign == ListSign::Warning   ? QStringLiteral("▲ ")
                             : sign == ListSign::Caution ? QStringLiteral("◆ ")
                                                         : QString();
        lines << QStringLiteral("%1%2–%3: %4 · %5")
                     .arg(mark, models::utcTime(step.from), models::utcTime(step.to), countText(step), namesOf(step));
    }
    return lines;
}

} // namespace haneul::plans
