#include "ui/profile/chart.h"

#include "ui/logbook/csv.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace haneul::profile {

using theme::ColorRole;

namespace {

struct Range {
    double from = std::numeric_limits<double>::infinity();
    double to = -std::numeric_limits<double>::infinity();

    void add(double value) {
        if (!std::isfinite(value)) return;
        from = std::min(from, value);
        to = std::max(to, value);
    }

    [[nodiscard]] bool isEmpty() const { return from > to; }
};

Range widened(Range range, const ChartAxis& axis, double margin) {
    if (range.isEmpty()) range = {0, 1};
    const double room =
        range.to > range.from ? (range.to - range.from) * margin : std::max(1.0, std::abs(range.to) * 0.1);
    const bool flat = range.to <= range.from;
    return {axis.from.value_or(margin > 0 || flat ? range.from - room : range.from),
            axis.to.value_or(margin > 0 || flat ? range.to + room : range.to)};
}

Range rangeX(const ChartData& data) {
    Range range;
    for (const Series& series : data.series)
        for (const QPointF& point : series.points)
            range.add(point.x());
    for (const Marker& marker : data.markers)
        range.add(marker.at.x());
    for (const auto& [x, label] : data.columns)
        range.add(x);
    return widened(range, data.x, 0);
}

Range rangeY(const ChartData& data) {
    Range range;
    for (const Series& series : data.series)
        for (const QPointF& point : series.points)
            range.add(point.y());
    for (const Marker& marker : data.markers)
        range.add(marker.at.y());
    return widened(range, data.y, 0.08);
}

QPen penOf(LineStyle style, const QColor& color, double unit) {
    QPen pen(color, unit);
    pen.setJoinStyle(Qt::RoundJoin);
    switch (style) {
    case LineStyle::Solid:
        break;
    case LineStyle::Thick:
        pen.setWidthF(unit * 2.4);
        break;
    case LineStyle::Dashed:
        pen.setWidthF(unit * 1.6);
        pen.setDashPattern({6, 3});
        break;
    case LineStyle::Dotted:
        pen.setWidthF(unit * 1.6);
        pen.setDashPattern({1.2, 2.4});
        break;
    case LineStyle::DashDot:
        pen.setWidthF(unit * 1.6);
        pen.setDashPattern({7, 2.5, 1.2, 2.5});
        break;
    }
    return pen;
}

QString titleOf(const ChartData& data) {
    return data.title.isEmpty() ? data.y.title : QString(data.title + QStringLiteral(",  ") + data.y.title);
}

// The legend has a row of its own where it does not fit beside the title.
bool legendBelow(const ChartData& data, const QRectF& area, const QFontMetricsF& metrics) {
    double wide = metrics.horizontalAdvance(titleOf(data)) + metrics.height();
    for (const Series& series : data.series)
        if (!series.name.isEmpty()) wide += metrics.horizontalAdvance(series.name) + metrics.height() * 3.1;
    return wide > area.width();
}

// One painting.
class Painting {
public:
    Painting(QPainter& painter, const QRectF& area, const ChartData& data, const theme::Theme& theme)
        : m_painter(painter)
        , m_area(area)
        , m_data(data)
        , m_theme(theme)
        , m_metrics(painter.fontMetrics())
        , m_unit(m_metrics.height() / 15)
        , m_frame(frameOf(data, area, m_metrics)) {}

    void run() {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        stretches();
        axes();
        columns();
        m_painter.save();
        m_painter.setClipRect(m_frame.plot.adjusted(-m_unit, -m_unit, m_unit, m_unit));
        for (const Series& series : m_data.series)
            line(series);
        m_painter.restore();
        markers();
        legend();
        m_painter.restore();
    }

private:
    [[nodiscard]] QColor color(ColorRole role) const { return m_theme.color(role); }

    void text(const QRectF& box, int flags, const QString& words, ColorRole role = ColorRole::SecondaryText) {
        m_painter.setPen(color(role));
        m_painter.drawText(box, flags, words);
    }

    void stretches() {
        for (const Stretch& stretch : m_data.stretches) {
            const double left = m_frame.pixel(stretch.from, 0).x();
            const double right = m_frame.pixel(stretch.to, 0).x();
            const QRectF box = QRectF(left, m_frame.plot.top(), right - left, m_frame.plot.height()) & m_frame.plot;
            if (box.isEmpty()) continue;
            if (stretch.hatched) {
                m_painter.fillRect(box, QBrush(color(ColorRole::Line), Qt::BDiagPattern));
                const double wide = m_metrics.horizontalAdvance(stretch.label) + m_metrics.height();
                if (wide > box.width()) continue;
                const QRectF plate(box.center().x() - wide / 2, box.center().y() - m_metrics.height() * 0.65, wide,
                                   m_metrics.height() * 1.3);
                m_painter.fillRect(plate, color(ColorRole::Base));
                text(plate, Qt::AlignCenter, stretch.label);
            } else if (m_metrics.horizontalAdvance(stretch.label) < box.width()) {
                text(box.adjusted(0, m_metrics.height() * 1.1, 0, 0), Qt::AlignHCenter | Qt::AlignTop, stretch.label);
            }
        }
    }

    void axes() {
        const QRectF& plot = m_frame.plot;
        const int mostX = std::max(1, static_cast<int>(plot.width() / (m_metrics.averageCharWidth() * 13)));
        const int mostY = std::max(1, static_cast<int>(plot.height() / (m_metrics.height() * 1.8)));
        const auto marksX = graduations(m_frame.left, m_frame.right, mostX, m_data.x.kind);
        const auto marksY = graduations(m_frame.bottom, m_frame.top, mostY, m_data.y.kind);
        const auto step = [](const std::vector<double>& marks) { return marks.size() > 1 ? marks[1] - marks[0] : 1; };
        for (const double value : marksX) {
            const double x = m_frame.pixel(value, 0).x();
            m_painter.setPen(penOf(LineStyle::Solid, color(ColorRole::Line), m_unit * 0.6));
            m_painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
            text({x - plot.width() / 2, plot.bottom() + m_metrics.height() * 0.2, plot.width(), m_metrics.height()},
                 Qt::AlignHCenter | Qt::AlignTop, markText(value, step(marksX), m_data.x.kind));
        }
        for (const double value : marksY) {
            const double y = m_frame.pixel(0, value).y();
            const bool zero = value == 0;
            m_painter.setPen(penOf(LineStyle::Solid, color(zero ? ColorRole::SecondaryText : ColorRole::Line),
                                   m_unit * (zero ? 0.9 : 0.6)));
            m_painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
            text({m_area.left(), y - m_metrics.height() / 2, plot.left() - m_area.left() - m_metrics.height() * 0.3,
                  m_metrics.height()},
                 Qt::AlignRight | Qt::AlignVCenter, markText(value, step(marksY), m_data.y.kind));
        }
        m_painter.setPen(penOf(LineStyle::Solid, color(ColorRole::Line), m_unit));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(plot);
        text({plot.left(), plot.bottom() + m_metrics.height() * 1.15, plot.width(), m_metrics.height()},
             Qt::AlignRight | Qt::AlignTop, m_data.x.title);
        text({m_area.left(), m_area.top(), m_area.width(), m_metrics.height() * 1.2}, Qt::AlignLeft | Qt::AlignVCenter,
             m_data.title.isEmpty() ? m_data.y.title : QString(m_data.title + QStringLiteral(",  ") + m_data.y.title),
             ColorRole::Text);
    }

    // Names in a row above the plot: whole, or up to the first comma, as far as the next column.
    void columns() {
        const auto& all = m_data.columns;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const double x = m_frame.pixel(all[i].first, 0).x();
            if (x < m_frame.plot.left() - 1 || x > m_frame.plot.right() + 1) continue;
            m_painter.setPen(penOf(LineStyle::Solid, color(ColorRole::SecondaryText), m_unit * 0.8));
            m_painter.drawLine(QPointF(x, m_frame.plot.top() - m_metrics.height() * 0.3),
                               QPointF(x, m_frame.plot.bottom()));
            const bool last = i > 0 && i + 1 == all.size();
            const double before = i > 0 ? m_frame.pixel(all[i - 1].first, 0).x() : m_area.left();
            const double next = i + 1 == all.size() ? m_frame.plot.right() : m_frame.pixel(all[i + 1].first, 0).x();
            const double room = (last ? x - before - m_metrics.averageCharWidth() * 10 : next - x) - m_unit * 4;
            for (const QString& label : {all[i].second, all[i].second.section(u',', 0, 0)}) {
                const double wide = m_metrics.horizontalAdvance(label) + m_unit;
                if (wide > room) continue;
                text({last ? x - wide : x - m_unit, m_frame.plot.top() - m_metrics.height() * 1.3, wide,
                      m_metrics.height()},
                     Qt::AlignLeft | Qt::AlignVCenter, label, ColorRole::Text);
                break;
            }
        }
    }

    void line(const Series& series) {
        m_painter.setPen(penOf(series.style, color(series.role), m_unit));
        QPolygonF part;
        const auto end = [&] {
            if (part.size() > 1) m_painter.drawPolyline(part);
            part.clear();
        };
        for (const QPointF& point : series.points)
            if (std::isfinite(point.y()))
                part << m_frame.pixel(point.x(), point.y());
            else
                end();
        end();
    }

    void markers() {
        const double size = m_metrics.height() * 0.22;
        double free = -std::numeric_limits<double>::infinity();
        for (const Marker& marker : m_data.markers) {
            const QPointF at = m_frame.pixel(marker.at.x(), marker.at.y());
            m_painter.setPen(penOf(LineStyle::Solid, color(ColorRole::Text), m_unit));
            m_painter.setBrush(color(ColorRole::Base));
            switch (marker.shape) {
            case MarkerShape::Dot:
                m_painter.drawEllipse(at, size, size);
                break;
            case MarkerShape::Square:
                m_painter.drawRect(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size));
                break;
            case MarkerShape::Triangle:
                m_painter.drawPolygon(QPolygonF{
                    {at.x(), at.y() - 1.2 * size}, {at.x() + size, at.y() + size}, {at.x() - size, at.y() + size}});
                break;
            case MarkerShape::Diamond:
                m_painter.drawPolygon(QPolygonF{{at.x(), at.y() - 1.3 * size},
                                                {at.x() + 1.3 * size, at.y()},
                                                {at.x(), at.y() + 1.3 * size},
                                                {at.x() - 1.3 * size, at.y()}});
                break;
            }
            const double wide = m_metrics.horizontalAdvance(marker.label);
            const double left = at.x() + 2 * size;
            if (!marker.labelled || left < free || left + wide > m_frame.plot.right()) continue;
            text({left, at.y() - m_metrics.height() * 1.15, wide + m_unit, m_metrics.height()},
                 Qt::AlignLeft | Qt::AlignVCenter, marker.label);
            free = left + wide + m_metrics.height() * 0.4;
        }
    }

    void legend() {
        const double sample = m_metrics.height() * 2;
        double x = m_area.right();
        for (auto series = m_data.series.rbegin(); series != m_data.series.rend(); ++series) {
            if (series->name.isEmpty()) continue;
            const double wide = m_metrics.horizontalAdvance(series->name);
            x -= wide + m_metrics.height() * 0.3;
            const double top = m_area.top() + (legendBelow(m_data, m_area, m_metrics) ? m_metrics.height() * 1.2 : 0);
            const double y = top + m_metrics.height() * 0.6;
            text({x, top, wide + m_unit, m_metrics.height() * 1.2}, Qt::AlignLeft | Qt::AlignVCenter, series->name);
            x -= sample + m_metrics.height() * 0.3;
            m_painter.setPen(penOf(series->style, color(series->role), m_unit));
            m_painter.drawLine(QPointF(x, y), QPointF(x + sample, y));
            x -= m_metrics.height() * 0.5;
        }
    }

    QPainter& m_painter;
    const QRectF m_area;
    const ChartData& m_data;
    const theme::Theme& m_theme;
    const QFontMetricsF m_metrics;
    const double m_unit; // about a pixel on a screen
    const ChartFrame m_frame;
};

QString number(double value) {
    return std::isfinite(value) ? QString::number(value, 'g', 10) : QString();
}

} // namespace

bool ChartData::isEmpty() const {
    return std::ranges::all_of(series, [](const Series& each) { return each.points.empty(); });
}

std::optional<double> ChartData::valueAt(const Series& series, double x) {
    const auto& points = series.points;
    const auto after = std::ranges::lower_bound(points, x, {}, [](const QPointF& point) { return point.x(); });
    if (after == points.end()) return {};
    if (after->x() == x && std::isfinite(after->y())) return after->y();
    if (after == points.begin()) return {};
    const QPointF& before = *std::prev(after);
    if (!std::isfinite(before.y()) || !std::isfinite(after->y())) return {};
    return before.y() + (after->y() - before.y()) * (x - before.x()) / (after->x() - before.x());
}

QPointF ChartFrame::pixel(double x, double y) const {
    return {plot.left() + (x - left) / (right - left) * plot.width(),
            plot.bottom() - (y - bottom) / (top - bottom) * plot.height()};
}

double ChartFrame::valueX(double pixel) const {
    return left + (pixel - plot.left()) / plot.width() * (right - left);
}

ChartFrame frameOf(const ChartData& data, const QRectF& area, const QFontMetricsF& metrics) {
    const Range x = rangeX(data);
    const Range y = rangeY(data);
    const double line = metrics.height();
    const double head = line * (1.3 + (legendBelow(data, area, metrics) ? 1.2 : 0) + (data.columns.empty() ? 0 : 1.2));
    const QRectF plot = area.adjusted(metrics.averageCharWidth() * 7, head, -line * 0.5, -line * 2.2);
    // Labels of markers stand above them.
    const double labels =
        data.markers.empty() ? 0 : (y.to - y.from) * std::min(1.0, 1.2 * line / std::max(1.0, plot.height()));
    return {.plot = plot.width() > 1 && plot.height() > 1 ? plot : QRectF(area.topLeft(), QSizeF(1, 1)),
            .left = x.from,
            .right = x.to,
            .bottom = y.from,
            .top = y.to + labels};
}

void paintChart(QPainter& painter, const QRectF& area, const ChartData& data, const theme::Theme& theme) {
    painter.fillRect(area, theme.color(ColorRole::Base));
    Painting(painter, area, data, theme).run();
}

QByteArray chartCsv(const std::vector<const ChartData*>& charts) {
    std::vector<QStringList> rows;
    for (const ChartData* chart : charts) {
        if (chart->isEmpty()) continue;
        QStringList head{chart->x.title};
        std::set<double> all;
        for (const Series& series : chart->series) {
            head << QString(chart->y.title + QStringLiteral(": ") + series.name);
            for (const QPointF& point : series.points)
                all.insert(point.x());
        }
        rows.push_back(head);
        for (const double x : all) {
            QStringList row{number(x)};
            for (const Series& series : chart->series) {
                const auto value = ChartData::valueAt(series, x);
                row << (value ? number(*value) : QString());
            }
            rows.push_back(row);
        }
    }
    return logbook::csvText(rows);
}

} // namespace haneul::profile
