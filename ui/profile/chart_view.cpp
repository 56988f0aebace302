#include "ui/profile/chart_view.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace haneul::profile {

using theme::ColorRole;

ChartView::ChartView(const char* name, const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(QLatin1StringView(name));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void ChartView::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    update();
}

void ChartView::setData(ChartData data) {
    m_data = std::move(data);
    setAccessibleName(m_data.title.isEmpty() ? m_data.y.title
                                             : QString(m_data.title + QStringLiteral(", ") + m_data.y.title));
    update();
}

void ChartView::setEmptyText(const QString& text) {
    m_empty = text;
    update();
}

void ChartView::setReader(std::optional<double> x) {
    if (x == m_reader) return;
    m_reader = x;
    setAccessibleDescription(readOut().join(QStringLiteral(", ")));
    update();
}

void ChartView::moveReader(std::optional<double> x) {
    setReader(x);
    Q_EMIT readerMoved(x);
}

ChartFrame ChartView::frame() const {
    return frameOf(m_data, QRectF(rect()), QFontMetricsF(font()));
}

QStringList ChartView::readOut() const {
    if (!m_reader || m_data.isEmpty()) return {};
    const ChartFrame here = frame();
    const double step = (here.right - here.left) / 1000;
    QStringList lines{
        QStringLiteral("%1 %2").arg(markText(*m_reader, std::max(step, 0.1), m_data.x.kind), m_data.x.title)};
    const Marker* near = nullptr;
    const double reach = (here.right - here.left) * 0.008;
    for (const Marker& marker : m_data.markers)
        if (std::abs(marker.at.x() - *m_reader) <= reach &&
            (!near || std::abs(marker.at.x() - *m_reader) < std::abs(near->at.x() - *m_reader)))
            near = &marker;
    if (near) lines << near->label;
    for (const Series& series : m_data.series) {
        if (series.name.isEmpty()) continue;
        if (const auto value = ChartData::valueAt(series, *m_reader))
            lines << QStringLiteral("%1: %2").arg(series.name, markText(*value, 0.1, m_data.y.kind));
    }
    for (const Stretch& stretch : m_data.stretches)
        if (stretch.hatched && stretch.from <= *m_reader && *m_reader <= stretch.to) lines << stretch.label;
    return lines;
}

void ChartView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (m_data.isEmpty()) {
        painter.fillRect(rect(), m_theme.color(ColorRole::Base));
        painter.setPen(m_theme.color(ColorRole::SecondaryText));
        painter.drawText(rect().adjusted(font().pointSize(), 0, -font().pointSize(), 0),
                         Qt::AlignCenter | Qt::TextWordWrap, m_empty);
    } else {
        paintChart(painter, QRectF(rect()), m_data, m_theme);
        drawReader(painter);
    }
    if (hasFocus()) {
        painter.setPen(m_theme.color(ColorRole::Focus));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void ChartView::drawReader(QPainter& painter) const {
    if (!m_reader) return;
    const ChartFrame here = frame();
    const QFontMetricsF metrics(font());
    const double x = here.pixel(*m_reader, 0).x();
    if (x < here.plot.left() || x > here.plot.right()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(ColorRole::Selection));
    painter.drawLine(QPointF(x, here.plot.top()), QPointF(x, here.plot.bottom()));
    const QStringList lines = readOut();
    double wide = 0;
    for (const QString& line : lines)
        wide = std::max(wide, metrics.horizontalAdvance(line));
    QRectF box(x + metrics.height() * 0.5, here.plot.top() + metrics.height() * 1.2, wide + metrics.height(),
               metrics.height() * (static_cast<double>(lines.size()) + 0.5));
    if (box.right() > here.plot.right()) box.moveRight(x - metrics.height() * 0.5);
    painter.setPen(m_theme.color(ColorRole::Line));
    painter.setBrush(m_theme.color(ColorRole::Raised));
    painter.drawRect(box);
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.drawText(box.adjusted(metrics.height() * 0.5, metrics.height() * 0.25, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                     lines.join(u'\n'));
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
    const ChartFrame here = frame();
    moveReader(std::clamp(here.valueX(event->position().x()), here.left, here.right));
}

void ChartView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    if (!hasFocus()) moveReader({});
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    const ChartFrame here = frame();
    const double step = (here.right - here.left) / ((event->modifiers() & Qt::ShiftModifier) != 0 ? 20 : 200);
    const double at = m_reader.value_or(here.left);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveReader(std::max(here.left, at - step));
    case Qt::Key_Right:
        return moveReader(std::min(here.right, at + step));
    case Qt::Key_Home:
        return moveReader(here.left);
    case Qt::Key_End:
        return moveReader(here.right);
    case Qt::Key_Escape:
        return moveReader({});
    default:
        QWidget::keyPressEvent(event);
    }
}

void ChartView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void ChartView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

QSize ChartView::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 10};
}

QSize ChartView::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 6};
}

} // namespace haneul::profile
