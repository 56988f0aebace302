#include "core/path/legs.h"

#include <algorithm>

namespace haneul::path {

Totals& Totals::operator+=(const Totals& more) {
    length_m += more.length_m;
    time_s += more.time_s;
    energy_j += more.energy_j;
    risk += more.risk;
    riskUnknown_m += more.riskUnknown_m;
    unknown_m += more.unknown_m;
    return *this;
}

LegMeter::LegMeter(const Grid& grid, const Vehicle& vehicle, const std::vector<Wind>& wind,
                   const std::vector<std::uint32_t>& words)
    : m_grid(grid)
    , m_vehicle(vehicle)
    , m_wind(wind)
    , m_words(words)
    , m_riskKnown(grid.passable({.unknownAllowed = true, .windows = Policy::Windows::Open}, true)) {
    const auto known = grid.passable({.windows = Policy::Windows::Open}, false);
    auto unknown = grid.passable({.unknownAllowed = true, .windows = Policy::Windows::Open}, false);
    bool any = false;
    for (std::size_t column = 0; column < known.size(); ++column) {
        unknown[column] &= ~known[column];
        any = any || unknown[column] != 0;
    }
    if (any) m_unknown = std::move(unknown);
}

const Wind& LegMeter::windAt(int layer) const {
    static constexpr Wind none{};
    if (m_wind.empty()) return none;
    return m_wind.size() == 1 ? m_wind.front() : m_wind[static_cast<std::size_t>(layer)];
}

bool LegMeter::free(Point_m a, Point_m b) const {
    return walk(m_grid, a, b, [&](const Cell& cell, double, double) {
        return (m_words[m_grid.index(cell) >> m_grid.strideBits()] >> (cell.z + 1) & 1U) != 0;
    });
}

std::optional<Totals> LegMeter::measure(Point_m a, Point_m b) const {
    return measure(a, b, false);
}

std::optional<Totals> LegMeter::measureThrough(Point_m a, Point_m b) const {
    return measure(a, b, true);
}

std::optional<Totals> LegMeter::measure(Point_m a, Point_m b, bool through) const {
    const double east = b.x - a.x, north = b.y - a.y, up = b.z - a.z;
    const auto whole = effortOf(m_vehicle, windAt(0), east, north, up);
    const bool oneWind = m_wind.size() <= 1;
    if (!whole && oneWind) return std::nullopt;
    Totals totals;
    const std::uint16_t* risk = m_grid.riskSteps();
    double riskSteps = 0; // times seconds
    bool flyable = true;
    const bool walked = walk(m_grid, a, b, [&](const Cell& cell, double from, double to) {
        const auto at = m_grid.index(cell);
        const auto column = at >> m_grid.strideBits();
        const auto bit = static_cast<unsigned>(cell.z + 1);
        if (!through && (m_words[column] >> bit & 1U) == 0) return false;
        const double share = to - from;
        if (share <= 0) return true;
        double length_m = 0, time_s = 0;
        if (oneWind) {
            length_m = whole->length_m * share;
            time_s = whole->time_s * share;
        } else {
            const auto piece = effortOf(m_vehicle, windAt(cell.z), east * share, north * share, up * share);
            if (!piece) return flyable = false;
            length_m = piece->length_m;
            time_s = piece->time_s;
            totals.length_m += length_m;
            totals.time_s += time_s;
            totals.energy_j += piece->energy_j;
        }
        if ((m_riskKnown[column] >> bit & 1U) != 0)
            riskSteps += risk[at] * time_s;
        else if (!m_grid.risk(cell))
            totals.riskUnknown_m += length_m;
        else
            riskSteps += risk[at] * time_s; // closed, but its risk is known
        if (!m_unknown.empty() && (m_unknown[column] >> bit & 1U) != 0) totals.unknown_m += length_m;
        return true;
    });
    if (!walked || !flyable) return std::nullopt;
    if (oneWind) {
        totals.length_m = whole->length_m;
        totals.time_s = whole->time_s;
        totals.energy_j = whole->energy_j;
    }
    totals.risk = riskSteps * m_grid.riskStep();
    return totals;
}

std::optional<Totals> totalsOf(const LegMeter& meter, std::span<const Point_m> points) {
    Totals sum;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const auto leg = meter.measure(points[i], points[i + 1]);
        if (!leg) return std::nullopt;
        sum += *leg;
    }
    return sum;
}

} // namespace haneul::path
