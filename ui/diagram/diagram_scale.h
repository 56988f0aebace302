#pragma once

#include "core/base/time.h"

#include <cstddef>
#include <vector>

namespace haneul::diagram {

struct TimeRange {
    UtcMs from{};
    UtcMs to{};

    [[nodiscard]] milliseconds length() const { return to - from; }

    bool operator==(const TimeRange&) const = default;
};

// The part of a picture in which lines are drawn. Logical pixels, or points on paper.
struct PlotArea {
    double left = 0;
    double top = 0;
    double width = 1;
    double height = 1;

    [[nodiscard]] double right() const { return left + width; }

    [[nodiscard]] double bottom() const { return top + height; }

    bool operator==(const PlotArea&) const = default;
};

enum class GraduationKind {
    Minor, // a thin line
    Major, // a line with a label
    Day,   // midnight, UTC: a strong line with the date
};

struct Graduation {
    UtcMs time{};
    GraduationKind kind = GraduationKind::Minor;
    bool labelled = false; // labels of neighbours do not touch

    bool operator==(const Graduation&) const = default;
};

// Where an instant and a row of a drone-diagram lie in the picture, and the reverse. Time runs to the right, rows run
// down. Plain numbers, no widget.
class DiagramScale {
public:
    static constexpr double closest_msPerPx = 20;
    static constexpr double widest_msPerPx = 1'000'000;
    static constexpr double leastMinor_px = 10; // between lines without a label

    // Where the picture is now this large, the left edge and the scale of time stay.
    void setPlot(const PlotArea& plot);
    // `least_px`: no row is lower. Rows fill the plot evenly; those that do not fit are scrolled to.
    void setRows(std::size_t count, double least_px);
    // Neither edge of the picture goes farther than one picture beyond these. An empty range: no limit.
    void setBounds(const TimeRange& bounds);

    [[nodiscard]] const PlotArea& plot() const { return m_plot; }

    [[nodiscard]] std::size_t rows() const { return m_rows; }

    [[nodiscard]] double rowHeight_px() const { return m_rowHeight_px; }

    [[nodiscard]] double msPerPx() const { return m_msPerPx; }

    [[nodiscard]] TimeRange visible() const;

    [[nodiscard]] double x(UtcMs time) const { return x(static_cast<double>(sinceEpoch_ms(time))); }

    [[nodiscard]] double x(double sinceEpoch_ms) const { return m_plot.left + (sinceEpoch_ms - m_from_ms) / m_msPerPx; }

    [[nodiscard]] UtcMs timeAt(double x) const; // to the nearest millisecond

    // The middle of a row; a fraction lies on the way to the next.
    [[nodiscard]] double y(double row) const { return m_plot.top + (row - m_firstRow + 0.5) * m_rowHeight_px; }

    [[nodiscard]] double rowAt(double y) const { return (y - m_plot.top) / m_rowHeight_px + m_firstRow - 0.5; }

    void show(const TimeRange& range);
    void zoomTime(double factor, double about_x); // above 1: closer; what is at `about_x` stays there
    void panTime(double by_px);                   // positive: later times come into the picture
    void zoomRows(double factor, double about_y);
    void panRows(double by_px); // positive: lower rows come into the picture

    // Lines of time in the picture, in order. A label of hours and minutes takes `minutes_px`, one with seconds
    // `seconds_px`, both with the gap between neighbours.
    [[nodiscard]] std::vector<Graduation> graduations(double minutes_px, double seconds_px) const;
    // Between labels; below one minute they have seconds.
    [[nodiscard]] milliseconds labelStep(double minutes_px, double seconds_px) const;

private:
    void clampTime();
    void clampRows();

    PlotArea m_plot;
    TimeRange m_bounds;
    double m_from_ms = 0;
    double m_msPerPx = 10'000;
    std::size_t m_rows = 1;
    double m_leastRow_px = 1;
    double m_rowZoom = 1; // 1: rows fill the plot
    double m_rowHeight_px = 1;
    double m_firstRow = 0;
};

} // namespace haneul::diagram
