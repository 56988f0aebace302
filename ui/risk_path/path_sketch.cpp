#include "ui/risk_path/path_sketch.h"

#include "ui/risk_path/words.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace haneul::risk_path {

using theme::ColorRole;

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("haneul::risk_path::Sketch", text);
}

Qt::PenStyle styleOf(path::PathKind kind) {
    switch (kind) {
    case path::PathKind::Shortest:
        return Qt::DashLine;
    case path::PathKind::Weighted:
        return Qt::DashDotLine;
    case path::PathKind::Budget:
        return Qt::SolidLine;
    }
    return Qt::SolidLine;
}

class Sketch {
public:
    Sketch(QPainter& painter, const QRectF& area, const paths::Answer& answer, const theme::Theme& theme)
        : m_painter(painter)
        , m_answer(answer)
        , m_theme(theme)
        , m_line(QFontMetricsF(painter.font(), painter.device()).height()) {
        QRectF around;
        for (const auto& path : answer.planned.paths)
            around |= polygonOf(path).boundingRect();
        for (const auto& place : answer.question.places) {
            const auto at = answer.space.pointOf(place);
            around |= QRectF(at.x - 1, at.y - 1, 2, 2);
        }
        const QRectF inside = area.adjusted(m_line * 3, m_line * 2, -m_line * 3, -m_line * 2);
        m_scale =
            std::min(inside.width() / std::max(around.width(), 1.0), inside.height() / std::max(around.height(), 1.0));
        m_middle = around.center();
        m_area = area;
    }

    void paint(std::size_t chosen) {
        m_painter.setRenderHint(QPainter::Antialiasing);
        const auto& found = m_answer.planned.paths;
        for (std::size_t i = 0; i < found.size(); ++i)
            if (i != chosen) line(found[i], false);
        if (chosen < found.size()) line(found[chosen], true);
        place(m_answer.question.places.front(), translated(QT_TRANSLATE_NOOP("haneul::risk_path::Sketch", "Start")));
        for (std::size_t i = 1; i + 1 < m_answer.question.places.size(); ++i)
            place(m_answer.question.places[i], QString::number(i));
        place(m_answer.question.places.back(), translated(QT_TRANSLATE_NOOP("haneul::risk_path::Sketch", "Goal")));
        measure();
        north();
        legend(chosen);
    }

private:
    [[nodiscard]] static QPolygonF polygonOf(const path::PlannedPath& path) {
        QPolygonF polygon;
        for (const auto& point : path.smoothed.points)
            polygon << QPointF(point.x, point.y);
        return polygon;
    }

    [[nodiscard]] QPointF pixel(double x, double y) const {
        return m_area.center() + QPointF((x - m_middle.x()) * m_scale, -(y - m_middle.y()) * m_scale);
    }

    [[nodiscard]] QPen penOf(path::PathKind kind, bool chosen) const {
        return {m_theme.color(chosen ? ColorRole::Text : ColorRole::SecondaryText), m_line * (chosen ? 0.2 : 0.1),
                chosen ? Qt::SolidLine : styleOf(kind)};
    }

    void line(const path::PlannedPath& path, bool chosen) {
        QPolygonF pixels;
        for (const QPointF& at : polygonOf(path))
            pixels << pixel(at.x(), at.y());
        m_painter.setPen(penOf(path.kind, chosen));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolyline(pixels);
    }

    void place(const paths::Place& place, const QString& label) {
        const auto at = m_answer.space.pointOf(place);
        const QPointF middle = pixel(at.x, at.y);
        m_painter.setPen(QPen(m_theme.color(ColorRole::Text), m_line * 0.1));
        m_painter.setBrush(m_theme.color(ColorRole::Panel));
        m_painter.drawEllipse(middle, m_line * 0.3, m_line * 0.3);
        m_painter.drawText(middle + QPointF(m_line * 0.5, -m_line * 0.4), label);
    }

    // 1, 2 or 5 times a power of ten, at most a fifth of the width.
    void measure() {
        const double most_m = m_area.width() / 5 / m_scale;
        const double ten = std::pow(10, std::floor(std::log10(most_m)));
        const double length_m = most_m >= 5 * ten ? 5 * ten : most_m >= 2 * ten ? 2 * ten : ten;
        const QPointF from(m_area.left() + m_line, m_area.bottom() - m_line * 0.7);
        const QPointF to = from + QPointF(length_m * m_scale, 0);
        m_painter.setPen(QPen(m_theme.color(ColorRole::Text), m_line * 0.1));
        m_painter.drawLine(from, to);
        for (const QPointF& end : {from, to})
            m_painter.drawLine(end - QPointF(0, m_line * 0.2), end + QPointF(0, m_line * 0.2));
        m_painter.drawText(from - QPointF(0, m_line * 0.4), lengthText(length_m));
    }

    void north() {
        const QPointF tip(m_area.right() - m_line * 1.5, m_area.top() + m_line);
        m_painter.setPen(QPen(m_theme.color(ColorRole::Text), m_line * 0.1));
        m_painter.drawLine(tip, tip + QPointF(0, m_line * 1.5));
        m_painter.drawLine(tip, tip + QPointF(-m_line * 0.3, m_line * 0.5));
        m_painter.drawLine(tip, tip + QPointF(m_line * 0.3, m_line * 0.5));
        m_painter.drawText(tip + QPointF(m_line * 0.4, m_line),
                           translated(QT_TRANSLATE_NOOP("haneul::risk_path::Sketch", "N")));
    }

    void legend(std::size_t chosen) {
        double y = m_area.top() + m_line;
        for (std::size_t i = 0; i < m_answer.planned.paths.size(); ++i) {
            const auto kind = m_answer.planned.paths[i].kind;
            const QPointF from(m_area.left() + m_line, y);
            m_painter.setPen(penOf(kind, i == chosen));
            m_painter.drawLine(from, from + QPointF(m_line * 3, 0));
            m_painter.setPen(m_theme.color(ColorRole::Text));
            m_painter.drawText(from + QPointF(m_line * 3.5, m_line * 0.3), kindText(kind));
            y += m_line * 1.2;
        }
    }

    QPainter& m_painter;
    const paths::Answer& m_answer;
    const theme::Theme& m_theme;
    double m_line;
    double m_scale = 1; // pixels per metre
    QPointF m_middle;   // in metres
    QRectF m_area;
};

} // namespace

void paintSketch(QPainter& painter, const QRectF& area, const paths::Answer& answer, std::size_t chosen,
                 const theme::Theme& theme) {
    if (answer.question.places.size() < 2) return;
    Sketch(painter, area, answer, theme).paint(chosen);
}

} // namespace haneul::risk_path
