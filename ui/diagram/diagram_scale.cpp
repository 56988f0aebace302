#include "ui/diagram/diagram_scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace haneul::diagram {

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

// Each divides the next, so that every line with a label is also one of the thin ones.
constexpr std::array steps_ms{second,      5 * second, 10 * second, 30 * second, minute,    5 * minute, 10 * minute,
                              30 * minute, hour,       3 * hour,    6 * hour,    12 * hour, day,        7 * day};
constexpr double mostRowZoom = 8;

std::int64_t firstAtOrAfter(double instant_ms, std::int64_t step_ms) {
    const double step = static_cast<double>(step_ms);
    return static_cast<std::int64_t>(std::ceil(instant_ms / step)) * step_ms;
}

} // namespace

void DiagramScale::setPlot(const PlotArea& plot) {
    m_plot = plot;
    m_plot.width = std::max(plot.width, 1.0);
    m_plot.height = std::max(plot.height, 1.0);
    clampTime();
    clampRows();
}

void DiagramScale::setRows(std::size_t count, double least_px) {
    m_rows = std::max<std::size_t>(count, 1);
    m_leastRow_px = std::max(least_px, 1.0);
    clampRows();
}

void DiagramScale::setBounds(const TimeRange& bounds) {
    m_bounds = bounds;
    clampTime();
}

TimeRange DiagramScale::visible() const {
    return {timeAt(m_plot.left), timeAt(m_plot.right())};
}

UtcMs DiagramScale::timeAt(double x) const {
    return utcMs(std::llround(m_from_ms + (x - m_plot.left) * m_msPerPx));
}

void DiagramScale::show(const TimeRange& range) {
    m_msPerPx = static_cast<double>(range.length().count()) / m_plot.width;
    const double middle = static_cast<double>(sinceEpoch_ms(range.from) + sinceEpoch_ms(range.to)) / 2;
    m_msPerPx = std::clamp(m_msPerPx, closest_msPerPx, widest_msPerPx);
    m_from_ms = middle - m_msPerPx * m_plot.width / 2;
    clampTime();
}

void DiagramScale::zoomTime(double factor, double about_x) {
    const double about_ms = m_from_ms + (about_x - m_plot.left) * m_msPerPx;
    m_msPerPx = std::clamp(m_msPerPx / factor, closest_msPerPx, widest_msPerPx);
    m_from_ms = about_ms - (about_x - m_plot.left) * m_msPerPx;
    clampTime();
}

void DiagramScale::panTime(double by_px) {
    m_from_ms += by_px * m_msPerPx;
    clampTime();
}

void DiagramScale::zoomRows(double factor, double about_y) {
    const double about = rowAt(about_y);
    m_rowZoom = std::clamp(m_rowZoom * factor, 1.0, mostRowZoom);
    clampRows();
    m_firstRow = about + 0.5 - (about_y - m_plot.top) / m_rowHeight_px;
    clampRows();
}

void DiagramScale::panRows(double by_px) {
    m_firstRow += by_px / m_rowHeight_px;
    clampRows();
}

void DiagramScale::clampTime() {
    m_msPerPx = std::clamp(m_msPerPx, closest_msPerPx, widest_msPerPx);
    if (m_bounds.from >= m_bounds.to) return;
    const double picture_ms = m_msPerPx * m_plot.width;
    const double low = static_cast<double>(sinceEpoch_ms(m_bounds.from)) - picture_ms;
    const double high = static_cast<double>(sinceEpoch_ms(m_bounds.to));
    m_from_ms = std::clamp(m_from_ms, low, high);
}

void DiagramScale::clampRows() {
    const double even = m_plot.height / static_cast<double>(m_rows);
    m_rowHeight_px = std::max(even, m_leastRow_px) * m_rowZoom;
    const double inPicture = m_plot.height / m_rowHeight_px;
    m_firstRow = std::clamp(m_firstRow, 0.0, std::max(0.0, static_cast<double>(m_rows) - inPicture));
}

milliseconds DiagramScale::labelStep(double minutes_px, double seconds_px) const {
    const auto fits = [&](std::int64_t step) {
        return static_cast<double>(step) / m_msPerPx >= (step < minute ? seconds_px : minutes_px);
    };
    const auto found = std::ranges::find_if(steps_ms, fits);
    return milliseconds{found == steps_ms.end() ? steps_ms.back() : *found};
}

std::vector<Graduation> DiagramScale::graduations(double minutes_px, double seconds_px) const {
    const std::int64_t major = labelStep(minutes_px, seconds_px).count();
    std::int64_t minor = major;
    for (const std::int64_t step : steps_ms)
        if (step < major && static_cast<double>(step) / m_msPerPx >= leastMinor_px) {
            minor = step;
            break;
        }
    std::vector<Graduation> lines;
    const double end_ms = m_from_ms + m_plot.width * m_msPerPx;
    for (std::int64_t at = firstAtOrAfter(m_from_ms, minor); static_cast<double>(at) <= end_ms; at += minor) {
        const bool labelled = at % major == 0;
        const GraduationKind kind = at % day == 0 ? GraduationKind::Day
                                    : labelled    ? GraduationKind::Major
                                                  : GraduationKind::Minor;
        lines.push_back({utcMs(at), kind, labelled});
    }
    return lines;
}

} // namespace haneul::diagram
