#include "ui/risk_ground/heat_map_view.h"

#include "ui/risk_ground/words.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace haneul::risk_ground {

namespace {

constexpr int legendLetters = 15;
constexpr int leastLines = 7;
constexpr std::size_t largeStep = 10;

} // namespace

HeatMapView::HeatMapView(const char* name, const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(QLatin1StringView(name));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

double HeatMapView::line() const {
    return fontMetrics().height();
}

QSize HeatMapView::sizeHint() const {
    const int side = static_cast<int>(line()) * 20;
    return {side + fontMetrics().averageCharWidth() * legendLetters, side};
}

QSize HeatMapView::minimumSizeHint() const {
    const int side = static_cast<int>(line()) * leastLines;
    return {side + fontMetrics().averageCharWidth() * legendLetters, side};
}

void HeatMapView::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    update();
}

void HeatMapView::setTitle(const QString& title) {
    m_title = title;
    tell();
    update();
}

void HeatMapView::setAnswer(ground_risk::MapAnswerPtr answer, const HeatScale& scale) {
    m_answer = std::move(answer);
    m_scale = scale;
    m_cell.reset();
    tell();
    update();
}

void HeatMapView::setCell(std::optional<Cell> cell) {
    m_cell = cell;
    tell();
    update();
}

QRectF HeatMapView::mapArea() const {
    const double legend = fontMetrics().averageCharWidth() * legendLetters + line() / 2;
    const QRectF room(2, line() * 1.5, std::max(1.0, width() - legend - 4), std::max(1.0, height() - line() * 1.5 - 4));
    if (!m_answer) return room;
    const auto& grid = m_answer->map.grid();
    const double columns = static_cast<double>(grid.columns), rows = static_cast<double>(grid.rows);
    const double cell = std::min(room.width() / columns, room.height() / rows);
    return {room.left(), room.top(), cell * columns, cell * rows};
}

std::optional<HeatMapView::Cell> HeatMapView::cellAt(QPointF pixel) const {
    if (!m_answer) return std::nullopt;
    const QRectF area = mapArea();
    if (!area.contains(pixel)) return std::nullopt;
    const auto& grid = m_answer->map.grid();
    const auto index = [](double share, std::size_t count) {
        return std::min(count - 1, static_cast<std::size_t>(share * static_cast<double>(count)));
    };
    return Cell{index((pixel.x() - area.left()) / area.width(), grid.columns),
                index((area.bottom() - pixel.y()) / area.height(), grid.rows)};
}

QRectF HeatMapView::cellArea(Cell cell) const {
    const QRectF area = mapArea();
    const auto& grid = m_answer->map.grid();
    const double side = area.width() / static_cast<double>(grid.columns);
    return {area.left() + static_cast<double>(cell.first) * side,
            area.bottom() - static_cast<double>(cell.second + 1) * side, side, side};
}

void HeatMapView::choose(Cell cell) {
    setCell(cell);
    Q_EMIT cellChosen(cell.first, cell.second);
}

void HeatMapView::tell() {
    setAccessibleName(m_title);
    if (!m_answer || !m_cell) return setAccessibleDescription(tr("Arrow keys choose a cell."));
    setAccessibleDescription(tr("Column %1, row %2: %3")
                                 .arg(m_cell->first)
                                 .arg(m_cell->second)
                                 .arg(numberText(m_answer->map.at(m_cell->first, m_cell->second))));
}

void HeatMapView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(m_theme.color(theme::ColorRole::Text));
    QFont strong = font();
    strong.setBold(true);
    painter.setFont(strong);
    painter.drawText(QRectF(2, 0, width() - 4, line() * 1.4), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_title, Qt::ElideRight, width() - 4));
    painter.setFont(font());
    const QRectF area = mapArea();
    if (!m_answer) {
        painter.setPen(m_theme.color(theme::ColorRole::SecondaryText));
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, tr("Compute to see the map."));
        painter.setPen(m_theme.color(theme::ColorRole::Line));
        painter.drawRect(area);
    } else {
        paintHeat(painter, area, *m_answer, m_scale, m_theme);
        const double left = area.right() + line() / 2;
        paintLegend(painter, QRectF(left, area.top(), width() - left, std::max(area.height(), line() * 8)), m_scale,
                    m_answer->map.unit(), m_theme);
    }
    if (m_answer && m_cell) {
        // Wide enough to be seen around a cell of one pixel.
        const double grow = std::max(1.0, (line() / 2 - cellArea(*m_cell).width()) / 2);
        const QRectF mark = cellArea(*m_cell).adjusted(-grow, -grow, grow, grow);
        painter.setPen(QPen(m_theme.color(theme::ColorRole::Base), 4));
        painter.drawRect(mark);
        painter.setPen(QPen(m_theme.color(theme::ColorRole::Selection), 2));
        painter.drawRect(mark);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(theme::ColorRole::Focus), 2));
        painter.drawRect(area.adjusted(-1, -1, 1, 1));
    }
}

void HeatMapView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    if (const auto cell = cellAt(event->position())) choose(*cell);
}

void HeatMapView::keyPressEvent(QKeyEvent* event) {
    if (!m_answer) return QWidget::keyPressEvent(event);
    const auto& grid = m_answer->map.grid();
    const Cell from = m_cell.value_or(Cell{grid.columns / 2, grid.rows / 2});
    const std::size_t step = event->modifiers().testFlag(Qt::ShiftModifier) ? largeStep : 1;
    const auto back = [&](std::size_t at) { return at >= step ? at - step : 0; };
    const auto forth = [&](std::size_t at, std::size_t count) { return std::min(count - 1, at + step); };
    switch (event->key()) {
    case Qt::Key_Left:
        return choose({back(from.first), from.second});
    case Qt::Key_Right:
        return choose({forth(from.first, grid.columns), from.second});
    case Qt::Key_Down:
        return choose({from.first, back(from.second)});
    case Qt::Key_Up:
        return choose({from.first, forth(from.second, grid.rows)});
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return choose(from);
    default:
        QWidget::keyPressEvent(event);
    }
}

bool HeatMapView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto cell = cellAt(QPointF(help->pos()));
    if (!cell) {
        QToolTip::hideText();
        return true;
    }
    const auto value = m_answer->map.at(cell->first, cell->second);
    const auto place = m_answer->cornerOf(cell->first, cell->second);
    QToolTip::showText(help->globalPos(),
                       tr("%1 %2\n%3, %4")
                           .arg(numberText(value), value ? unitText(m_answer->map.unit()) : QString())
                           .arg(place.latitude_deg, 0, 'f', 5)
                           .arg(place.longitude_deg, 0, 'f', 5),
                       this);
    return true;
}

} // namespace haneul::risk_ground
