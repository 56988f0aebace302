#include "ui/plans/plan_charts.h"

#include "core/plan/containment.h"
#include "core/plan/pattern.h"
#include "ui/models/words.h"
#include "ui/plans/words.h"
#include "ui/profile/graduation.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <set>
#include <tuple>

namespace haneul::plans {

using profile::ChartData;
using profile::LineStyle;
using profile::Series;
using theme::ColorRole;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::plans::PlanCharts)
};

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr std::chrono::hours beside{1};
constexpr std::size_t mostBars = 14;

double seconds(UtcMs time) {
    return static_cast<double>(sinceEpoch_ms(time)) / 1000;
}

// What the heights of the chart are measured from: that of the first volume which says it.
std::optional<geo::VerticalReference> referenceOf(const plan::FlightPlan& plan) {
    for (const geo::Volume4D& volume : plan.volumes)
        if (volume.upper) return volume.upper->reference;
    return std::nullopt;
}

// Steps along the limits of the volumes; a gap where one begins that does not join the last.
Series limitsOf(const plan::FlightPlan& plan, bool upper, geo::VerticalReference reference) {
    Series line;
    for (const geo::Volume4D& volume : plan.volumes) {
        const auto& limit = upper ? volume.upper : volume.lower;
        if (!limit || limit->reference != reference || !volume.from || !volume.to) continue;
        if (!line.points.empty()) line.points.emplace_back(seconds(*volume.from), nothing);
        line.points.emplace_back(seconds(*volume.from), limit->metres);
        line.points.emplace_back(seconds(*volume.to), limit->metres);
    }
    return line;
}

// Those whose plans the findings name.
std::map<std::string, const plan::Finding*> conflictsOf(const plan::PlanRecord& record) {
    std::map<std::string, const plan::Finding*> found;
    if (!record.evidence) return found;
    if (const auto* report = plan::reportOf(record.evidence->reports, plan::CheckKind::Conflicts))
        for (const plan::Finding& finding : report->findings)
            if (finding.code.starts_with("CONFLICT")) found.emplace(finding.where, &finding);
    return found;
}

void addRoute(ChartData& chart, const plan::FlightPlan& plan) {
    const auto route = plan::routeOf(plan.operation);
    if (!route) return;
    const auto timed = plan::timed(*route, plan.parameters, plan.start);
    if (!timed) return;
    Series line{
        .name = Words::tr("route of %1").arg(QString::fromStdString(plan.id)), .points = {}, .style = LineStyle::Thick};
    for (const plan::TimedPoint& point : timed->points)
        line.points.emplace_back(seconds(point.at), point.height_m);
    chart.series.push_back(std::move(line));
}

} // namespace

ChartData heightChart(const plan::PlanRecord& record, const plan::PlanState& state) {
    ChartData chart;
    chart.x = {.title = Words::tr("UTC"), .kind = profile::AxisKind::UtcTime};
    const auto reference = referenceOf(record.plan);
    if (!reference) return chart;
    chart.y = {.title = Words::tr("m %1").arg(QString::fromUtf8(toString(*reference)))};
    addRoute(chart, record.plan);
    for (const bool upper : {true, false}) {
        Series line = limitsOf(record.plan, upper, *reference);
        line.name = upper ? Words::tr("limits of its volumes") : QString();
        line.style = LineStyle::Dashed;
        line.role = ColorRole::SecondaryText;
        if (!line.points.empty()) chart.series.push_back(std::move(line));
    }
    QStringList leftOut;
    for (const auto& [id, finding] : conflictsOf(record)) {
        const plan::PlanPtr other = state.plan(id);
        if (!other) continue;
        const bool blocks = finding->verdict == plan::Verdict::Fail;
        bool any = false;
        for (const bool upper : {true, false}) {
            Series line = limitsOf(other->plan, upper, *reference);
            line.name = upper ? QString::fromStdString(id) : QString();
            line.style = LineStyle::Dotted;
            line.role = blocks ? ColorRole::Warning : ColorRole::Caution;
            any = any || !line.points.empty();
            if (!line.points.empty()) chart.series.push_back(std::move(line));
        }
        if (!any) leftOut << QString::fromStdString(id);
        if (finding->from && finding->to)
            chart.stretches.push_back({seconds(*finding->from), seconds(*finding->to),
                                       Words::tr("with %1").arg(QString::fromStdString(id)),
                                       finding->verdict == plan::Verdict::NotJudged});
    }
    chart.x.from = seconds(record.plan.start) - 60;
    chart.x.to = seconds(record.plan.end) + 60;
    chart.title =
        leftOut.isEmpty()
            ? Words::tr("Heights over time")
            : Words::tr("Heights over time (%1: other height reference)").arg(leftOut.join(QStringLiteral(", ")));
    return chart;
}

std::vector<TimeBar> timeBars(const plan::PlanRecord& record, const plan::PlanState& state) {
    const auto conflicts = conflictsOf(record);
    const auto barOf = [](const plan::FlightPlan& plan) {
        return TimeBar{.id = QString::fromStdString(plan.id),
                       .what =
                           QStringLiteral("%1 · %2").arg(QString::fromStdString(plan.drone_id), stateText(plan.state)),
                       .from = plan.start,
                       .to = plan.end,
                       .state = plan.state};
    };
    std::vector<TimeBar> bars;
    for (const plan::PlanPtr& other : state.plans) {
        const plan::FlightPlan& plan = other->plan;
        if (plan.id == record.plan.id) continue;
        const auto conflict = conflicts.find(plan.id);
        const bool near = plan.end + beside >= record.plan.start && plan.start <= record.plan.end + beside;
        if (conflict == conflicts.end() && (!near || plan::isFinal(plan.state) || plan.state == plan::State::Draft))
            continue;
        TimeBar bar = barOf(plan);
        if (conflict != conflicts.end()) {
            bar.meetsFrom = conflict->second->from;
            bar.meetsTo = conflict->second->to;
        }
        bars.push_back(std::move(bar));
    }
    std::ranges::stable_sort(bars, {}, [](const TimeBar& bar) { return std::tuple(!bar.meetsFrom, bar.from); });
    TimeBar own = barOf(record.plan);
    own.subject = true;
    bars.insert(bars.begin(), own);
    if (bars.size() > mostBars) bars.resize(mostBars);
    return bars;
}

void paintTimeBars(QPainter& painter, const QRectF& area, const std::vector<TimeBar>& bars, std::optional<UtcMs> now,
                   const theme::Theme& theme) {
    if (bars.empty()) return;
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.height() * 1.35;
    double names = 0;
    for (const TimeBar& bar : bars)
        names = std::max(names, metrics.horizontalAdvance(QString(bar.id % QStringLiteral("  ") % bar.what)));
    names = std::min(names + metrics.height(), area.width() * 0.45);
    const QRectF plot(area.left() + names, area.top() + line, area.width() - names - metrics.height() / 2,
                      area.height() - line);
    double from = seconds(bars.front().from) - 600;
    double to = seconds(bars.front().to) + 600;
    for (const TimeBar& bar : bars) {
        from = std::min(from, std::max(seconds(bar.from), seconds(bars.front().from) - 3600));
        to = std::max(to, std::min(seconds(bar.to), seconds(bars.front().to) + 3600));
    }
    const auto x = [&](double at) { return plot.left() + (at - from) / (to - from) * plot.width(); };
    const auto pen = [&](ColorRole role, double width, Qt::PenStyle style = Qt::SolidLine) {
        painter.setPen(QPen(theme.color(role), width, style));
    };
    const double unit = metrics.height() / 14;
    const int most = std::max(2, static_cast<int>(plot.width() / (metrics.horizontalAdvance(u'0') * 14)));
    const auto marks = profile::graduations(from, to, most, profile::AxisKind::UtcTime);
    const double step = marks.size() > 1 ? marks[1] - marks[0] : to - from;
    for (const double mark : marks) {
        pen(ColorRole::Line, unit);
        painter.drawLine(QPointF(x(mark), plot.top()), QPointF(x(mark), plot.bottom()));
        pen(ColorRole::SecondaryText, unit);
        const QString text = profile::markText(mark, step, profile::AxisKind::UtcTime);
        painter.drawText(QPointF(x(mark) - metrics.horizontalAdvance(text) / 2, area.top() + metrics.ascent()), text);
    }
    double y = plot.top();
    for (const TimeBar& bar : bars) {
        if (y + line > area.bottom() + 1) break;
        pen(bar.subject ? ColorRole::Text : ColorRole::SecondaryText, unit);
        painter.drawText(QPointF(area.left(), y + line / 2 + metrics.ascent() / 2 - metrics.descent() / 2),
                         metrics.elidedText(QString(bar.id % QStringLiteral("  ") % bar.what), Qt::ElideRight,
                                            names - metrics.height() / 2));
        const double left = std::max(x(seconds(bar.from)), plot.left());
        const double right = std::min(x(seconds(bar.to)), plot.right());
        const QRectF box(left, y + line * 0.2, std::max(right - left, 2 * unit), line * 0.6);
        const bool holds = plan::holdsAirspace(bar.state);
        QColor fill = theme.color(ColorRole::SecondaryText);
        fill.setAlphaF(holds ? 0.45F : 0.12F);
        painter.fillRect(box, fill);
        pen(bar.subject ? ColorRole::Selection : ColorRole::SecondaryText, bar.subject ? 2 * unit : unit,
            holds ? Qt::SolidLine : Qt::DashLine);
        painter.drawRect(box);
        if (bar.meetsFrom && bar.meetsTo) { // a bar within the bar, with a triangle: not by colour alone
            const double meets = std::max(x(seconds(*bar.meetsFrom)), plot.left());
            const QRectF part(meets, box.top(), std::max(x(seconds(*bar.meetsTo)) - meets, 3 * unit), box.height());
            QColor role = theme.color(ColorRole::Warning);
            painter.fillRect(part.intersected(box.adjusted(-unit, 0, unit, 0)), role);
            pen(ColorRole::Warning, unit);
            painter.drawText(QPointF(part.right() + 2 * unit, box.bottom() - metrics.descent() / 2),
                             QStringLiteral("▲"));
        }
        y += line;
    }
    if (now && seconds(*now) > from && seconds(*now) < to) {
        pen(ColorRole::Selection, unit, Qt::DashLine);
        painter.drawLine(QPointF(x(seconds(*now)), plot.top()), QPointF(x(seconds(*now)), plot.bottom()));
    }
}

} // namespace haneul::plans
