// Flight plans in the drone-diagram. Their state is told by form: waiting ones are hollow with a dashed edge, approved
// ones are filled within a thin edge, flying ones within a heavy one, drafts are hollow and dotted.

#include "ui/diagram/diagram_painter.h"
#include "ui/diagram/diagram_words.h"
#include "ui/plans/words.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace haneul::diagram {

using theme::ColorRole;

namespace {

constexpr double planShare = 0.84;     // of the height of a row
constexpr double flagShare = 0.34;     // of a plan at its mission
constexpr double flagLength_em = 0.55; // at least
constexpr double leastLabelled = 0.7;  // of the height of the text: letters fit, its room need not
constexpr std::size_t mostPlanLabels = 200;

enum Form { Dotted, Dashed, Thin, Heavy, Forms };

Form formOf(plan::State state) {
    if (plan::inFlight(state)) return Heavy;
    if (plan::holdsAirspace(state)) return Thin;
    return state == plan::State::Draft || state == plan::State::Returned ? Dotted : Dashed;
}

QString labelOf(const plan::FlightPlan& plan) {
    return QStringLiteral("%1 · %2").arg(QString::fromStdString(plan.id), plans::stateText(plan.state));
}

} // namespace

QRectF planBox(const PlanBar& bar, const DiagramScale& scale, const QFontMetricsF& metrics) {
    const double left = scale.x(static_cast<double>(bar.begin_ms));
    const double middle = scale.y(static_cast<double>(bar.row));
    const double height = scale.rowHeight_px();
    if (!bar.line) {
        const double right = scale.x(static_cast<double>(bar.end_ms));
        const double tall = std::min(height * planShare, metrics.height() * 2.2);
        return {left, middle - tall / 2, std::max(right - left, 2.0), tall};
    }
    const double tall = std::min(height * flagShare, metrics.height() * 0.6);
    return {left, middle - tall * 1.25, std::max(tall * 0.8, metrics.height() * flagLength_em), tall};
}

void DiagramPainter::plans() {
    if (m_contents.plans.empty()) return;
    std::array<std::vector<QRectF>, Forms> boxes;
    Lines ticks;
    const bool smooth = m_painter.testRenderHint(QPainter::Antialiasing);
    m_painter.setRenderHint(QPainter::Antialiasing, false); // upright edges need no smoothing
    for (const PlanBar& bar : m_contents.plans) {
        if (!inPicture(bar.begin_ms, bar.end_ms)) continue;
        const QRectF box = planBox(bar, m_scale, m_metrics);
        boxes.at(formOf(bar.plan->plan.state)).push_back(box);
        if (!bar.line) volumeTicks(bar, box, ticks);
    }
    for (int form = 0; form < Forms; ++form) {
        const auto& some = boxes.at(static_cast<std::size_t>(form));
        if (some.empty()) continue;
        QColor fill = m_look.theme.color(ColorRole::SecondaryText);
        fill.setAlphaF(form == Heavy ? 0.45F : 0.25F);
        m_painter.setBrush(form >= Thin ? QBrush(fill) : QBrush(Qt::NoBrush));
        QPen edge = pen(ColorRole::Text, form == Heavy ? 2.4 : 1.0, form == Dotted ? 0.7 : 1.0);
        if (form == Dashed) edge.setDashPattern({5, 3});
        if (form == Dotted) edge.setDashPattern({1, 2.5});
        m_painter.setPen(edge);
        m_painter.drawRects(some.data(), static_cast<int>(some.size()));
    }
    m_painter.setBrush(Qt::NoBrush);
    draw(ticks, pen(ColorRole::SecondaryText, 1));
    planConflicts();
    m_painter.setRenderHint(QPainter::Antialiasing, smooth);
    planLabels();
}

// Where volumes begin and end, at the foot of the bar; closer ones than can be told apart are one.
void DiagramPainter::volumeTicks(const PlanBar& bar, const QRectF& box, Lines& ticks) const {
    constexpr double apart_px = 3;
    std::vector<double> at;
    for (const auto& [from, to] : bar.volumes)
        for (const std::int64_t time : {from, to})
            if (time > bar.begin_ms && time < bar.end_ms) at.push_back(m_scale.x(static_cast<double>(time)));
    std::ranges::sort(at);
    double last = box.left();
    for (const double x : at) {
        if (x - last < apart_px || box.right() - x < apart_px) continue;
        ticks.emplace_back(QPointF(x, box.bottom() - box.height() * 0.3), QPointF(x, box.bottom()));
        last = x;
    }
}

// Hatched over both bars for as long as they meet, with the sign at the beginning; at a mission, the sign on its line.
void DiagramPainter::planConflicts() {
    m_painter.setPen(Qt::NoPen);
    for (const PlanConflict& conflict : m_contents.planConflicts) {
        if (!conflict.hinders || !inPicture(conflict.begin_ms, conflict.end_ms)) continue;
        for (const auto& index : {std::optional(conflict.bar), conflict.other}) {
            if (!index || m_contents.plans[*index].line) continue;
            const QRectF box = planBox(m_contents.plans[*index], m_scale, m_metrics);
            const double left = std::max(box.left(), m_scale.x(static_cast<double>(conflict.begin_ms)));
            const double right = std::min(box.right(), m_scale.x(static_cast<double>(conflict.end_ms)));
            m_painter.setBrush(QBrush(m_look.theme.color(ColorRole::Warning), Qt::BDiagPattern));
            m_painter.drawRect(QRectF(left, box.top(), std::max(right - left, 3.0), box.height()));
        }
    }
    m_painter.setBrush(Qt::NoBrush);
    for (const PlanConflict& conflict : m_contents.planConflicts)
        if (conflict.hinders && inPicture(conflict.begin_ms, conflict.end_ms))
            for (const auto& index : {std::optional(conflict.bar), conflict.other})
                if (index) sign(placeOf(conflict, *index));
}

QPointF DiagramPainter::placeOf(const PlanConflict& conflict, std::size_t index) const {
    const PlanBar& bar = m_contents.plans[index];
    const std::int64_t time = std::clamp(conflict.begin_ms, bar.begin_ms, std::max(bar.begin_ms, bar.end_ms));
    double row = static_cast<double>(bar.row);
    if (bar.line) {
        const MissionLine& line = m_contents.lines[*bar.line];
        row = rowAt(line.expected.empty() ? line.planned : line.expected, time);
    }
    return {m_scale.x(static_cast<double>(time)), m_scale.y(row)};
}

void DiagramPainter::planLabels() {
    std::size_t shown = 0;
    m_painter.setPen(m_look.theme.color(ColorRole::Text));
    for (const PlanBar& bar : m_contents.plans) {
        if (bar.line || !inPicture(bar.begin_ms, bar.end_ms) || shown >= mostPlanLabels) continue;
        if (planLabel(bar)) ++shown;
    }
}

// In the part of the bar that is in the picture; where the state has no room the id stands alone.
bool DiagramPainter::planLabel(const PlanBar& bar) {
    const QRectF box = planBox(bar, m_scale, m_metrics);
    const double gap = m_metrics.height() * 0.3;
    double left = std::max(box.left(), m_scale.plot().left) + gap;
    const auto index = static_cast<std::size_t>(&bar - m_contents.plans.data());
    for (const PlanConflict& conflict : m_contents.planConflicts) { // behind a sign that stands there
        const double sign_px = m_metrics.ascent();
        const double at = placeOf(conflict, index).x();
        if (conflict.hinders && (conflict.bar == index || conflict.other == index) && at > left - sign_px &&
            at < left + sign_px)
            left = at + sign_px;
    }
    const double room = std::min(box.right(), m_scale.plot().right()) - gap - left;
    QString plain = labelOf(bar.plan->plan);
    if (m_metrics.horizontalAdvance(plain) > room) plain = QString::fromStdString(bar.plan->plan.id);
    if (m_metrics.horizontalAdvance(plain) > room || box.height() < m_metrics.height() * leastLabelled) return false;
    text({left, box.center().y() - m_metrics.height() / 2}, plain);
    return true;
}

// The plan with the halo of what is chosen, its whole time, and with whom it conflicts.
void DiagramPainter::chosenPlan(std::size_t index) {
    const PlanBar& bar = m_contents.plans[index];
    QRectF box = planBox(bar, m_scale, m_metrics);
    if (bar.line) box.setRight(std::max(box.right(), m_scale.x(static_cast<double>(bar.end_ms))));
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setBrush(Qt::NoBrush);
    // Around it, so that its own edge still tells its state.
    m_painter.setPen(pen(ColorRole::Base, 2));
    m_painter.drawRect(box.adjusted(-2, -2, 2, 2));
    m_painter.setPen(pen(ColorRole::Selection, 2));
    m_painter.drawRect(box.adjusted(-4, -4, 4, 4));
    if (bar.line) {
        Lines ticks;
        volumeTicks(bar, box, ticks);
        draw(ticks, pen(ColorRole::Selection, 1));
    }
    m_painter.setRenderHint(QPainter::Antialiasing, m_look.edges == Edges::Smooth);
    std::vector<QString> notes;
    if (bar.line) notes.push_back(labelOf(bar.plan->plan));
    for (const PlanConflict& conflict : m_contents.planConflicts)
        if (conflict.bar == index) notes.push_back(planConflictText(conflict));
    planNotes(box, notes);
}

// On a plate below the box, or above it where the plot ends.
void DiagramPainter::planNotes(const QRectF& box, const std::vector<QString>& notes) {
    constexpr std::size_t most = 4;
    if (notes.empty()) return;
    const std::size_t shown = std::min(notes.size(), most);
    const double line = m_metrics.height();
    double widest = 0;
    for (std::size_t i = 0; i < shown; ++i)
        widest = std::max(widest, m_metrics.horizontalAdvance(notes[i]));
    QRectF plate(std::max(box.left(), m_scale.plot().left), box.bottom() + line * 0.4, widest + line * 0.6,
                 line * (static_cast<double>(shown) + 0.2));
    if (plate.bottom() > m_scale.plot().bottom()) plate.moveBottom(box.top() - line * 0.4);
    if (plate.right() > m_scale.plot().right()) plate.moveRight(m_scale.plot().right());
    QColor ground = m_look.theme.color(ColorRole::Raised);
    ground.setAlphaF(0.92F);
    m_painter.fillRect(plate, ground);
    m_painter.setPen(m_look.theme.color(ColorRole::Text));
    for (std::size_t i = 0; i < shown; ++i)
        text({plate.left() + line * 0.3, plate.top() + line * (static_cast<double>(i) + 0.1)}, notes[i]);
}

} // namespace haneul::diagram
