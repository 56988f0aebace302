// What the drone-diagram paints: a layer that is kept, and over it what changes while one looks.

#include "ui/diagram/diagram_view.h"
#include "ui/diagram/diagram_words.h"
#include "ui/models/words.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <ctime>

namespace haneul::diagram {

using situation::TimeMode;
using theme::ColorRole;

namespace {

constexpr std::size_t smoothCorners = 6'000; // with more in the picture, edges are hard

// CPU time of this thread: what else runs on the machine does not count.
double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

} // namespace

// -- painting

DiagramLook DiagramView::look() const {
    std::size_t corners = 0;
    const auto from = sinceEpoch_ms(m_scale.visible().from), to = sinceEpoch_ms(m_scale.visible().to);
    for (const MissionLine& line : m_contents->lines)
        if (line.begin_ms <= to && line.end_ms >= from)
            corners += line.planned.size() + line.flown.size() + line.expected.size();
    return {.theme = *m_theme,
            .font = font(),
            .occupancy = m_occupancy,
            .edges = corners > smoothCorners ? Edges::Hard : Edges::Smooth};
}

void DiagramView::paintLayer() {
    const double begun = cpu_ms();
    const QSize wanted = size() * devicePixelRatio();
    if (m_layer.size() != wanted) m_layer = QPixmap(wanted);
    m_layer.setDevicePixelRatio(devicePixelRatio());
    QPainter painter(&m_layer);
    const DiagramLook now = look();
    DiagramPainter diagram(painter, *m_contents, m_scale, now, &m_texts);
    diagram.everything(size());
    if (m_contents->lines.empty() && m_contents->plans.empty()) {
        painter.setPen(m_theme->color(ColorRole::SecondaryText));
        const QString why = m_desk.state()->networks.empty()  ? tr("There is no delivery network yet")
                            : m_options.extent == Extent::One ? tr("Select a mission to see it alone")
                                                              : tr("No missions are booked on this network");
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, why);
    }
    m_stale = false;
    ++m_paintings;
    m_drawn = {diagram.drawnMissions(), diagram.drawnLabels(), cpu_ms() - begun};
}

void DiagramView::paintEvent(QPaintEvent* event) {
    if (m_stale || m_layer.devicePixelRatio() != devicePixelRatio()) paintLayer();
    QPainter painter(this);
    painter.setClipRegion(event->region());
    painter.drawPixmap(0, 0, m_layer);
    painter.setFont(font());
    const PlotArea& plot = m_scale.plot();
    painter.save();
    painter.setClipRect(QRectF(plot.left, plot.top, plot.width, plot.height), Qt::IntersectClip);
    paintChosen(painter);
    paintRetiming(painter);
    painter.restore();
    paintNow(painter);
    if (!hasFocus()) return;
    painter.setPen(QPen(m_theme->color(ColorRole::Focus), 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

void DiagramView::paintNow(QPainter& painter) const {
    const PlotArea& plot = m_scale.plot();
    const double x = now_px() + 0.5;
    if (m_now == UtcMs{} || x < plot.left || x > plot.right()) return;
    const QFontMetricsF metrics(font());
    const ColorRole role = m_mode == TimeMode::Live     ? ColorRole::Selection
                           : m_mode == TimeMode::Paused ? ColorRole::PausedFrame
                                                        : ColorRole::ReplayFrame;
    painter.setRenderHint(QPainter::Antialiasing, false);
    QPen pen(m_theme->color(role), 1);
    pen.setDashPattern({6, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(x, plot.top), QPointF(x, plot.bottom()));
    const QString text = (m_mode == TimeMode::Live ? tr("now %1") : tr("replay %1")).arg(models::utcTime(m_now));
    const double width = metrics.horizontalAdvance(text);
    // Never over the date at the left edge.
    const double free = plot.left + metrics.horizontalAdvance(QStringLiteral("0000-00-00")) + metrics.height() * 0.6;
    const double left = std::max(free, std::min(x - width / 2, this->width() - width));
    const QRectF box(left - metrics.height() * 0.2, plot.top - metrics.height() * 2.4, width + metrics.height() * 0.4,
                     metrics.height() * 1.1);
    painter.fillRect(box, m_theme->color(ColorRole::Raised));
    painter.setPen(m_theme->color(role));
    painter.drawText(QPointF(left, box.top() + metrics.ascent()), text);
}

void DiagramView::paintChosen(QPainter& painter) {
    const DiagramLook now = look();
    DiagramPainter diagram(painter, *m_contents, m_scale, now, &m_texts);
    if (!m_under.empty() && m_drag == Drag::None) diagram.pointedAt(m_under.front().line);
    const auto line = selectedLine();
    if (line) diagram.selected(*line);
    if (const auto bar = chosenBar()) diagram.chosenPlan(*bar);
    if (!line) return;
    if (const auto pixel = pixelOf(m_contents->lines[*line].mission->id, m_visit); pixel && hasFocus()) {
        const double size = QFontMetricsF(font()).ascent() * 0.4;
        painter.setPen(QPen(m_theme->color(ColorRole::Focus), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(pixel->x() - size, pixel->y() - size, 2 * size, 2 * size));
    }
}

void DiagramView::paintBox(QPainter& painter, QPointF at, const QString& text) const {
    const QFontMetricsF metrics(font());
    const double gap = metrics.height() * 0.3;
    QRectF box = metrics.boundingRect(QRectF(0, 0, width() * 0.5, height()), Qt::TextWordWrap, text)
                     .adjusted(-gap, -gap, gap, gap);
    const PlotArea& plot = m_scale.plot();
    box.moveTopLeft({std::clamp(at.x(), plot.left, std::max(plot.left, plot.right() - box.width())),
                     std::clamp(at.y(), plot.top, std::max(plot.top, plot.bottom() - box.height()))});
    painter.setPen(QPen(m_theme->color(ColorRole::Line), 1));
    painter.setBrush(m_theme->color(ColorRole::Raised));
    painter.drawRect(box);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(m_theme->color(ColorRole::Text));
    painter.drawText(box.adjusted(gap, gap, -gap, -gap), Qt::TextWordWrap, text);
}

// Starts that are not free are shaded over the whole height; the mission stands where it would be.
void DiagramView::paintRetiming(QPainter& painter) {
    const DiagramLook now = look();
    DiagramPainter diagram(painter, *m_contents, m_scale, now, &m_texts);
    for (const Retimer::Pending& pending : m_retimer.pending())
        if (const MissionLine* line = m_contents->line(pending.mission))
            diagram.ghost(*line, pending.start - line->mission->start, DiagramPainter::Ghost::Pending);
    if (!m_retimer.active()) return;
    const RetimeCheck& check = m_retimer.check();
    const MissionLine* line = m_contents->line(check.mission());
    if (!line) return;
    const PlotArea& plot = m_scale.plot();
    QColor shade = m_theme->color(ColorRole::Stale);
    shade.setAlphaF(0.35F);
    double from = plot.left;
    const auto shadeTo = [&](double x) {
        if (x > from) {
            QColor veil = m_theme->color(ColorRole::Base);
            veil.setAlphaF(0.45F);
            painter.fillRect(QRectF(from, plot.top, x - from, plot.height), veil);
            painter.fillRect(QRectF(from, plot.top, x - from, plot.height), QBrush(shade, Qt::BDiagPattern));
        }
    };
    for (const RetimeCheck::Window& window : check.windows()) {
        shadeTo(std::min(m_scale.x(static_cast<double>(window.from)), plot.right()));
        from = std::max(from, m_scale.x(static_cast<double>(window.to)));
    }
    shadeTo(plot.right());
    const bool fits = m_retimer.fits();
    const milliseconds by = m_retimer.tried() - m_retimer.booked();
    diagram.ghost(*line, by, fits ? DiagramPainter::Ghost::Free : DiagramPainter::Ghost::Refused);
    if (!fits) diagram.warnings(*line, by, check.inTheWay(m_retimer.tried()));
    const double x = m_scale.x(m_retimer.tried());
    painter.setPen(QPen(m_theme->color(fits ? ColorRole::Selection : ColorRole::Warning), 1.5));
    painter.drawLine(QPointF(x, plot.top), QPointF(x, plot.bottom()));
    const QString sign = fits ? QString() : QStringLiteral("▲ ");
    paintBox(
        painter, {x + QFontMetricsF(font()).height() * 0.5, plot.top},
        QStringLiteral("%1%2 (%3): %4").arg(sign, exactTime(m_retimer.tried()), delayText(by), m_retimer.judgement()));
}

} // namespace haneul::diagram
