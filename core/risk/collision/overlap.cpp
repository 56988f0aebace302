#include "core/risk/collision/overlap.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace haneul::risk::collision {

namespace {

constexpr std::array<std::string_view, allLookups.size()> names{"ramp", "linear", "loglinear", "step"};
constexpr std::size_t mostRows = 1000;

std::string rowName(std::size_t row) {
    return std::format("table[{}]", row);
}

Result<void> check(const Ramp& ramp) {
    const auto isProbability = [](double value) { return std::isfinite(value) && value > 0 && value <= 1; };
    if (!isProbability(ramp.atZero))
        return fail("INVALID_ARGUMENT", "the overlap at no distance is above 0 and at most 1", "p0");
    if (!(std::isfinite(ramp.zero_m) && ramp.zero_m > 0))
        return fail("INVALID_ARGUMENT", "the ramp ends at a distance above 0", "dmax");
    if (!(std::isfinite(ramp.floor) && ramp.floor >= 0 && ramp.floor <= ramp.atZero))
        return fail("INVALID_ARGUMENT", "the floor is between 0 and the overlap at no distance", "floor");
    return {};
}

double rampAt(const Ramp& ramp, double distance_m) {
    return distance_m >= ramp.zero_m ? ramp.floor : std::max(ramp.atZero * (1 - distance_m / ramp.zero_m), ramp.floor);
}

// Between two rows: straight in Py, or in its logarithm.
double between(const OverlapRow& from, const OverlapRow& to, double distance_m, Lookup lookup) {
    const double share = (distance_m - from.distance_m) / (to.distance_m - from.distance_m);
    if (lookup == Lookup::Linear) return from.probability + (to.probability - from.probability) * share;
    const double first = std::log(from.probability), last = std::log(to.probability);
    return std::exp(first + (last - first) * share);
}

double shareFor(const OverlapRow& from, const OverlapRow& to, double probability, Lookup lookup) {
    if (lookup == Lookup::Linear) return (from.probability - probability) / (from.probability - to.probability);
    return (std::log(from.probability) - std::log(probability)) /
           (std::log(from.probability) - std::log(to.probability));
}

double tableAt(const OverlapTable& table, double distance_m, Lookup lookup) {
    const auto rows = table.rows();
    const auto after = std::ranges::upper_bound(rows, distance_m, {}, &OverlapRow::distance_m);
    if (after == rows.begin()) return rows.front().probability;
    const OverlapRow& below = *std::prev(after);
    if (after == rows.end() || lookup == Lookup::Step || below.distance_m == distance_m) return below.probability;
    return between(below, *after, distance_m, lookup);
}

} // namespace

std::string_view toString(Lookup lookup) {
    return names[static_cast<std::size_t>(lookup)];
}

std::optional<Lookup> lookupFrom(std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return allLookups[static_cast<std::size_t>(found - names.begin())];
}

Result<OverlapTable> OverlapTable::of(std::vector<OverlapRow> rows) {
    if (rows.empty()) return fail("INVALID_ARGUMENT", "a table has at least one row", "table");
    if (rows.size() > mostRows)
        return fail("INVALID_ARGUMENT", std::format("a table has at most {} rows", mostRows), "table");
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!std::isfinite(rows[i].distance_m))
            return fail("INVALID_ARGUMENT", "a distance is a finite number of metres", rowName(i));
    std::ranges::stable_sort(rows, {}, &OverlapRow::distance_m);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double probability = rows[i].probability;
        if (rows[i].distance_m < 0) return fail("NEGATIVE_DISTANCE", "a distance is not below 0", rowName(i));
        if (!(std::isfinite(probability) && probability > 0 && probability <= 1))
            return fail("INVALID_ARGUMENT", "an overlap is above 0 and at most 1", rowName(i));
        if (i == 0) continue;
        if (rows[i].distance_m == rows[i - 1].distance_m)
            return fail("INVALID_ARGUMENT", "each distance stands once", rowName(i));
        if (probability >= rows[i - 1].probability)
            return fail("INVALID_ARGUMENT", "the overlap falls from row to row", rowName(i));
    }
    return OverlapTable(std::move(rows));
}

const OverlapTable& paperTable() {
    static const OverlapTable table = [] {
        const std::string source = "Reich drone separation study, Table 1";
        return *OverlapTable::of({{0, 4.84e-2, source},
                                  {10, 4.81e-2, source},
                                  {100, 4.58e-2, source},
                                  {500, 3.53e-2, source},
                                  {1000, 2.23e-2, source},
                                  {1852, 7.86e-18, source}});
    }();
    return table;
}

Result<double> overlapAt(const Overlap& overlap, double distance_m) {
    if (!std::isfinite(distance_m))
        return fail("INVALID_ARGUMENT", "a distance is a finite number of metres", "distance_m");
    if (distance_m < 0) return fail("NEGATIVE_DISTANCE", "a distance is not below 0", "distance_m");
    if (overlap.lookup != Lookup::Ramp) return tableAt(overlap.table, distance_m, overlap.lookup);
    if (auto good = check(overlap.ramp); !good) return std::unexpected(good.error());
    return rampAt(overlap.ramp, distance_m);
}

Result<std::optional<double>> distanceFor_m(const Overlap& overlap, double probability) {
    if (std::isnan(probability) || probability < 0)
        return fail("INVALID_ARGUMENT", "a probability that is not below 0 is wanted", "py");
    if (overlap.lookup == Lookup::Ramp) {
        const Ramp& ramp = overlap.ramp;
        if (auto good = check(ramp); !good) return std::unexpected(good.error());
        if (probability >= ramp.atZero) return 0.0;
        if (probability < ramp.floor) return std::nullopt;
        return ramp.zero_m * (1 - probability / ramp.atZero);
    }
    const auto rows = overlap.table.rows();
    const auto first = std::ranges::find_if(rows, [&](const auto& row) { return row.probability <= probability; });
    if (first == rows.begin()) return 0.0; // the first row holds below it too
    if (first == rows.end()) return std::nullopt;
    if (overlap.lookup == Lookup::Step) return first->distance_m;
    const OverlapRow& before = *std::prev(first);
    const double share = shareFor(before, *first, probability, overlap.lookup);
    return before.distance_m + (first->distance_m - before.distance_m) * share;
}

} // namespace haneul::risk::collision
