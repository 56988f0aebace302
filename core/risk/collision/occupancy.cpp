#include "core/risk/collision/occupancy.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numeric>
#include <vector>

namespace haneul::risk::collision {

namespace {

Result<void> check(std::span<const AxisFlight> flights, double halfWindow_nm) {
    if (!(std::isfinite(halfWindow_nm) && halfWindow_nm > 0))
        return fail("INVALID_SX", "the half window Sx is above 0 NM", "sx");
    if (flights.empty()) return fail("INVALID_TRACK", "a traffic sample has at least one flight", "flights");
    for (std::size_t i = 0; i < flights.size(); ++i) {
        const AxisFlight& flight = flights[i];
        const bool finite = std::isfinite(flight.entry_h) && std::isfinite(flight.exit_h) &&
                            std::isfinite(flight.entry_nm) && std::isfinite(flight.exit_nm);
        if (!finite || !(flight.exit_h > flight.entry_h) || flight.exit_nm == flight.entry_nm)
            return fail("INVALID_TRACK", "a flight leaves after it enters, and somewhere else",
                        std::format("flights[{}]", i));
    }
    return {};
}

} // namespace

Together togetherness(const AxisFlight& a, const AxisFlight& b, double halfWindow_nm) {
    Together time{std::max(a.entry_h, b.entry_h), std::min(a.exit_h, b.exit_h)};
    if (time.to_h <= time.from_h) return time;
    // Their distance along the axis is a straight line in time.
    const auto apart = [&](double at_h) {
        return a.entry_nm + a.speed_kt() * (at_h - a.entry_h) - b.entry_nm - b.speed_kt() * (at_h - b.entry_h);
    };
    const double closing = a.speed_kt() - b.speed_kt();
    const double atStart = apart(time.from_h);
    if (closing == 0) {
        if (std::abs(atStart) > halfWindow_nm) time.to_h = time.from_h;
        return time;
    }
    const double one_h = time.from_h + (halfWindow_nm - atStart) / closing;
    const double other_h = time.from_h + (-halfWindow_nm - atStart) / closing;
    return {std::max(time.from_h, std::min(one_h, other_h)), std::min(time.to_h, std::max(one_h, other_h))};
}

void forEachPair(std::span<const AxisFlight> flights, double halfWindow_nm,
                 const std::function<void(std::size_t, std::size_t, PairKind, const Together&)>& take) {
    std::vector<std::size_t> order(flights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return flights[i].entry_h; });
    for (std::size_t i = 0; i < order.size(); ++i)
        for (std::size_t j = i + 1; j < order.size(); ++j) {
            const AxisFlight &a = flights[order[i]], &b = flights[order[j]];
            if (b.entry_h >= a.exit_h) break; // none of the later ones meets it in time
            if (a.route == b.route) continue;
            const Together time = togetherness(a, b, halfWindow_nm);
            if (!(time.duration_h() > 0)) continue;
            const bool same = (a.speed_kt() > 0) == (b.speed_kt() > 0);
            take(std::min(order[i], order[j]), std::max(order[i], order[j]), same ? PairKind::Same : PairKind::Opposite,
                 time);
        }
}

Result<double> occupancy(std::span<const AxisFlight> flights, double halfWindow_nm, PairKind kind) {
    if (auto good = check(flights, halfWindow_nm); !good) return std::unexpected(good.error());
    double together_h = 0, all_h = 0;
    forEachPair(flights, halfWindow_nm, [&](std::size_t, std::size_t, PairKind of, const Together& time) {
        if (of == kind) together_h += time.duration_h();
    });
    for (const AxisFlight& flight : flights)
        all_h += flight.duration_h();
    return 2 * together_h / all_h;
}

} // namespace haneul::risk::collision
