#pragma once

#include "core/path/costs.h"

#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace haneul::path {

// What a path takes and where it leads. Risk: expected fatalities of the flight, the sum over its cells of the risk per
// second times the seconds in them (DOMAIN.md 4.4).
struct Totals {
    double length_m = 0;
    double time_s = 0;
    double energy_j = 0;
    double risk = 0;          // of the parts where it is known
    double riskUnknown_m = 0; // so far through cells without a known risk
    double unknown_m = 0;     // so far through cells of which nobody knows what stands there

    Totals& operator+=(const Totals& more);
    bool operator==(const Totals&) const = default;

    [[nodiscard]] std::optional<double> judgedRisk() const { // nullopt: not known throughout
        return riskUnknown_m > 0 ? std::nullopt : std::optional(risk);
    }

    [[nodiscard]] double cost(const Weights& weights) const {
        return weights.perMetre * length_m + weights.perJoule * energy_j + weights.perRisk * risk;
    }
};

// The cells of a straight leg in their order: visit(cell, from, to) with the shares of the leg at which it is entered
// and left, until it returns false. Where the leg goes through an edge or a corner, the cells beside it are visited
// too, from == to. false: stopped, or the leg leaves the grid.
template <class Visit>
bool walk(const Grid& grid, Point_m a, Point_m b, Visit&& visit);

// Measures straight legs over a grid.
class LegMeter {
public:
    // All outlive it. `words`: cells that may be entered (Grid::passable).
    LegMeter(const Grid& grid, const Vehicle& vehicle, const std::vector<Wind>& wind,
             const std::vector<std::uint32_t>& words);

    // nullopt: it is not free, or cannot be flown.
    [[nodiscard]] std::optional<Totals> measure(Point_m a, Point_m b) const;
    [[nodiscard]] bool free(Point_m a, Point_m b) const;
    // Whatever is in the way; nullopt: it leaves the grid or cannot be flown.
    [[nodiscard]] std::optional<Totals> measureThrough(Point_m a, Point_m b) const;

    [[nodiscard]] const Grid& grid() const { return m_grid; }

private:
    [[nodiscard]] const Wind& windAt(int layer) const;
    [[nodiscard]] std::optional<Totals> measure(Point_m a, Point_m b, bool through) const;

    const Grid& m_grid;
    const Vehicle& m_vehicle;
    const std::vector<Wind>& m_wind;
    const std::vector<std::uint32_t>& m_words;
    std::vector<std::uint32_t> m_unknown; // empty: no cell is unknown
    std::vector<std::uint32_t> m_riskKnown;
};

// Of a whole path. nullopt: one of its legs is not free.
[[nodiscard]] std::optional<Totals> totalsOf(const LegMeter& meter, std::span<const Point_m> points);

template <class Visit>
bool walk(const Grid& grid, Point_m a, Point_m b, Visit&& visit) {
    const auto first = grid.cellAt(a);
    if (!first || !grid.cellAt(b)) return false;
    constexpr double same = 1e-9;
    constexpr double end = 1 - 1e-12;
    const double cell_m = grid.size().cell_m;
    Cell at = *first;
    const double dx = b.x - a.x, dy = b.y - a.y, dz = b.z - a.z;
    const int sx = dx > 0 ? 1 : -1, sy = dy > 0 ? 1 : -1, sz = dz > 0 ? 1 : -1;
    constexpr double never = std::numeric_limits<double>::infinity();
    const auto nextX = [&] { return dx == 0 ? never : ((at.x + (sx > 0 ? 1 : 0)) * cell_m - a.x) / dx; };
    const auto nextY = [&] { return dy == 0 ? never : ((at.y + (sy > 0 ? 1 : 0)) * cell_m - a.y) / dy; };
    const auto nextZ = [&] { return dz == 0 ? never : (grid.floor_m(at.z + (sz > 0 ? 1 : 0)) - a.z) / dz; };
    double tx = nextX(), ty = nextY(), tz = nextZ(), from = 0;
    for (;;) {
        const double to = std::min({tx, ty, tz, 1.0});
        if (!visit(at, from, std::max(from, to))) return false;
        if (to >= end) return true;
        const bool x = tx <= to + same, y = ty <= to + same, z = tz <= to + same;
        if (int{x} + int{y} + int{z} > 1)
            for (int part = 1; part < 7; ++part) { // what lies beside the edge or corner, but not ahead
                const bool px = (part & 1) != 0, py = (part & 2) != 0, pz = (part & 4) != 0;
                if ((px && !x) || (py && !y) || (pz && !z) || (px == x && py == y && pz == z)) continue;
                const Cell beside{at.x + (px ? sx : 0), at.y + (py ? sy : 0), at.z + (pz ? sz : 0)};
                if (grid.contains(beside) && !visit(beside, to, to)) return false;
            }
        if (x) at.x += sx;
        if (y) at.y += sy;
        if (z) at.z += sz;
        if (!grid.contains(at)) return true; // the end lies on the outer edge
        if (x) tx = nextX();
        if (y) ty = nextY();
        if (z) tz = nextZ();
        from = std::max(from, to);
    }
}

} // namespace haneul::path
