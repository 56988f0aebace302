#pragma once

#include "ui/profile/graduation.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <optional>
#include <string>
#include <vector>

// The program's own charts: lines over one axis each, painted with QPainter, so that the screen, a picture, an SVG and
// paper get the same. Nothing else of the program needs to know how.
namespace haneul::profile {

enum class LineStyle { Solid, Thick, Dashed, Dotted, DashDot };

struct Series {
    QString name;                // in the legend; empty: not in it
    std::vector<QPointF> points; // in order of x; y not a number: a gap
    LineStyle style = LineStyle::Solid;
    theme::ColorRole role = theme::ColorRole::Text;
};

enum class MarkerShape { Dot, Square, Triangle, Diamond };

// A point with a label that is seen with the pointer near it, or always.
struct Marker {
    QPointF at;
    QString label;
    MarkerShape shape = MarkerShape::Dot;
    bool labelled = true; // always
};

// A stretch of the x axis that is named, hatched where something is not known there.
struct Stretch {
    double from = 0;
    double to = 0;
    QString label;
    bool hatched = false;
};

struct ChartAxis {
    QString title; // with the unit
    AxisKind kind = AxisKind::Number;
    std::optional<double> from = {}; // none: as the data need
    std::optional<double> to = {};
};

struct ChartData {
    QString title;
    ChartAxis x;
    ChartAxis y;
    std::vector<Series> series;
    std::vector<Marker> markers;
    std::vector<Stretch> stretches;
    std::vector<std::pair<double, QString>> columns; // vertical lines with a label at the upper edge

    [[nodiscard]] bool isEmpty() const;
    // The value of a series at x, between its points; nothing: there is none.
    [[nodiscard]] static std::optional<double> valueAt(const Series& series, double x);
};

// Where things are in one painting.
struct ChartFrame {
    QRectF plot;
    double left = 0, right = 1, bottom = 0, top = 1; // values at the edges of the plot

    [[nodiscard]] QPointF pixel(double x, double y) const;
    [[nodiscard]] double valueX(double pixel) const;
};

[[nodiscard]] ChartFrame frameOf(const ChartData& data, const QRectF& area, const QFontMetricsF& metrics);

// Fonts and line widths are those of the painter: a printer's are larger in pixels.
void paintChart(QPainter& painter, const QRectF& area, const ChartData& data, const theme::Theme& theme);

// All charts below each other as one table: x, then one column per series, a row for each x that a series has.
[[nodiscard]] QByteArray chartCsv(const std::vector<const ChartData*>& charts);

} // namespace haneul::profile
