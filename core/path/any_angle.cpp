#include "core/path/any_angle.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace haneul::path {

namespace {

constexpr std::size_t lookBack = 40; // places from which a leg to a place may come
constexpr int mostRounds = 8;
constexpr int mostBends = 4;
constexpr double never = std::numeric_limits<double>::infinity();
constexpr double worth = 1e-9; // a share of the cost that counts as cheaper

double distance_m(Point_m a, Point_m b) {
    return std::hypot(b.x - a.x, b.y - a.y, b.z - a.z);
}

class Straightener {
public:
    Straightener(const LegMeter& meter, const Weights& weights, const LegLimits& limits)
        : m_meter(meter)
        , m_weights(weights)
        , m_limits(limits) {}

    // The cheapest chain over places in their order, each leg priced at `perLeg` more.
    [[nodiscard]] std::vector<Point_m> chain(const std::vector<Point_m>& places, double perLeg) const {
        const std::size_t count = places.size();
        std::vector<double> best(count, never);
        std::vector<std::size_t> from(count, 0);
        best[0] = 0;
        for (std::size_t i = 1; i < count; ++i) {
            const std::size_t first = i > lookBack ? i - lookBack : 0;
            for (std::size_t j = i; j-- > first;) {
                if (best[j] + perLeg + m_weights.perMetre * distance_m(places[j], places[i]) >= best[i]) continue;
                const double cost = best[j] + perLeg + legCost(places[j], places[i], i == j + 1);
                if (cost < best[i]) {
                    best[i] = cost;
                    from[i] = j;
                }
            }
        }
        std::vector<Point_m> chosen;
        for (std::size_t at = count - 1; at != 0; at = from[at])
            chosen.push_back(places[at]);
        chosen.push_back(places[0]);
        std::ranges::reverse(chosen);
        return chosen;
    }

    // Each turn to a place beside it while that is cheaper.
    void moveTurns(std::vector<Point_m>& points) const {
        const double cell_m = m_meter.grid().size().cell_m;
        constexpr int directions[][3] = {{1, 0, 0},  {-1, 0, 0}, {0, 1, 0},   {0, -1, 0}, {1, 1, 0},
                                         {1, -1, 0}, {-1, 1, 0}, {-1, -1, 0}, {0, 0, 1},  {0, 0, -1}};
        for (const double reach_m : {2 * cell_m, cell_m, cell_m / 2, cell_m / 4})
            for (int round = 0; round < 4; ++round) {
                bool moved = false;
                for (std::size_t i = 1; i + 1 < points.size(); ++i) {
                    double cost = legCost(points[i - 1], points[i], true) + legCost(points[i], points[i + 1], true);
                    const auto here = points[i];
                    for (const auto& [dx, dy, dz] : directions) {
                        const Point_m there{here.x + dx * reach_m, here.y + dy * reach_m, here.z + dz * reach_m};
                        double total = legCost(points[i - 1], there, false);
                        if (total < cost) total += legCost(there, points[i + 1], false);
                        if (total >= cost * (1 - worth)) continue;
                        cost = total;
                        points[i] = there;
                        moved = true;
                    }
                }
                if (!moved) break;
            }
    }

    // Legs longer than `longest_m` with a turn of no angle in their middle.
    [[nodiscard]] static std::vector<Point_m> bend(const std::vector<Point_m>& points, double longest_m) {
        std::vector<Point_m> bent{points.front()};
        for (std::size_t i = 1; i < points.size(); ++i) {
            const auto a = points[i - 1], b = points[i];
            if (distance_m(a, b) > longest_m) bent.push_back({(a.x + b.x) / 2, (a.y + b.y) / 2, (a.z + b.z) / 2});
            bent.push_back(b);
        }
        return bent;
    }

private:
    // `given`: a leg of the path itself may be longer than the limit, and is split later.
    [[nodiscard]] double legCost(Point_m a, Point_m b, bool given) const {
        if (!given && m_limits.longest_m > 0 && distance_m(a, b) > m_limits.longest_m) return never;
        const auto totals = m_meter.measure(a, b);
        return totals ? totals->cost(m_weights) : never;
    }

    const LegMeter& m_meter;
    const Weights& m_weights;
    const LegLimits& m_limits;
};

std::vector<Point_m> split(const std::vector<Point_m>& points, double longest_m) {
    if (longest_m <= 0) return points;
    std::vector<Point_m> parts{points.front()};
    for (std::size_t i = 1; i < points.size(); ++i) {
        const auto a = points[i - 1], b = points[i];
        const auto count = std::max(1, static_cast<int>(std::ceil(distance_m(a, b) / longest_m - 1e-9)));
        for (int part = 1; part <= count; ++part) {
            const double t = static_cast<double>(part) / count;
            parts.push_back(
                part == count ? b : Point_m{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, a.z + (b.z - a.z) * t});
        }
    }
    return parts;
}

} // namespace

std::vector<Point_m> centresOf(const Grid& grid, std::span<const Cell> cells) {
    std::vector<Point_m> points;
    points.reserve(cells.size());
    for (const auto& cell : cells)
        points.push_back(grid.centre(cell));
    return points;
}

std::optional<Straightened> straighten(const LegMeter& meter, std::span<const Point_m> path, const Weights& weights,
                                       const LegLimits& limits) {
    std::vector<Point_m> given(path.begin(), path.end());
    auto givenTotals = totalsOf(meter, given);
    if (!givenTotals) return std::nullopt;
    const double givenCost = givenTotals->cost(weights);
    const auto enough = [&](const std::vector<Point_m>& points) {
        return limits.most == 0 || points.size() <= limits.most + 1;
    };
    Straightened answer{split(given, limits.longest_m), *givenTotals, false};
    answer.fewEnough = enough(answer.points);
    if (given.size() < 3) return answer;

    const Straightener straightener(meter, weights, limits);
    const auto take = [&](std::vector<Point_m> points) {
        points = split(points, limits.longest_m);
        const auto totals = totalsOf(meter, points);
        if (!totals || totals->cost(weights) > givenCost) return false;
        answer = {std::move(points), *totals, true};
        answer.fewEnough = enough(answer.points);
        return true;
    };
    auto points = straightener.chain(given, 0);
    for (int round = 0; round < mostRounds; ++round) {
        auto next = straightener.chain(points, 0);
        if (next.size() == points.size()) break;
        points = std::move(next);
    }
    straightener.moveTurns(points);
    points = straightener.chain(points, 0);
    take(points);
    // In a field of risk the best way is a curve: long legs get a turn in their middle, where it can be moved.
    const double cell_m = meter.grid().size().cell_m;
    for (int round = 0; round < mostBends; ++round) {
        auto bent = straightener.bend(points, 8 * cell_m);
        straightener.moveTurns(bent);
        bent = straightener.chain(bent, givenCost * 1e-6);
        const double before = answer.totals.cost(weights);
        const auto totals = totalsOf(meter, bent);
        if (!totals || totals->cost(weights) >= before * (1 - 1e-4)) break;
        points = std::move(bent);
        if (!take(points)) break;
    }
    // A price on each leg, doubled until they are few enough or the path would be the cheaper one.
    for (double perLeg = givenCost * 1e-5; !answer.fewEnough && perLeg < givenCost; perLeg *= 2) {
        auto fewer = straightener.chain(points, perLeg);
        straightener.moveTurns(fewer);
        if (fewer.size() >= points.size()) continue;
        if (!take(fewer)) break;
        points = std::move(fewer);
    }
    return answer;
}

} // namespace haneul::path
