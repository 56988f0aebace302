#include "core/risk/collision/estimate.h"

#include "core/risk/collision/occupancy.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <span>
#include <vector>

namespace haneul::risk::collision {

namespace {

constexpr double mostSteps = 2e8; // of the bootstrap

struct Pair {
    std::size_t a = 0, b = 0;
    PairKind kind = PairKind::Opposite;
    double together_h = 0;
    double across_kt = 0; // mean difference while together
    double vertical_kt = 0;
};

// One flight's own sums.
struct Flight {
    double hours = 0;
    double length_nm = 0;
    double samples = 0, deviation_m = 0, squares_m2 = 0; // across, about the middle of the route
};

enum class Speed { Across, Vertical };

double speedAt(const AxisLeg& leg, double time_h, Speed which) {
    const auto value = [which](const AxisSample& sample) {
        return which == Speed::Across ? sample.acrossSpeed_kt : sample.verticalSpeed_kt;
    };
    const auto after = std::ranges::lower_bound(leg.samples, time_h, {}, &AxisSample::time_h);
    if (after == leg.samples.begin()) return value(leg.samples.front());
    if (after == leg.samples.end()) return value(leg.samples.back());
    const AxisSample& before = *std::prev(after);
    const double share = (time_h - before.time_h) / (after->time_h - before.time_h);
    return value(before) + (value(*after) - value(before)) * share;
}

// Over evenly spaced instants, one a second but at most 64.
double meanDifference_kt(const AxisLeg& a, const AxisLeg& b, const Together& time, Speed which) {
    const int count = static_cast<int>(std::clamp(time.duration_h() * 3600, 1.0, 64.0));
    double sum = 0;
    for (int i = 0; i < count; ++i) {
        const double at_h = time.from_h + time.duration_h() * (i + 0.5) / count;
        sum += std::abs(speedAt(a, at_h, which) - speedAt(b, at_h, which));
    }
    return sum / count;
}

std::vector<AxisFlight> flightsOf(const AxisTraffic& traffic) {
    std::vector<AxisFlight> flights;
    for (const AxisLeg& leg : traffic.legs)
        flights.push_back({.route = std::to_string(leg.route),
                           .entry_h = leg.samples.front().time_h,
                           .exit_h = leg.samples.back().time_h,
                           .entry_nm = leg.samples.front().along_nm,
                           .exit_nm = leg.samples.back().along_nm});
    return flights;
}

Flight sumsOf(const AxisLeg& leg, double middle_m) {
    Flight flight{.hours = leg.duration_h(),
                  .length_nm = std::abs(leg.samples.back().along_nm - leg.samples.front().along_nm)};
    for (const AxisSample& sample : leg.samples) {
        const double off_m = sample.across_m - middle_m;
        flight.samples += 1;
        flight.deviation_m += off_m;
        flight.squares_m2 += off_m * off_m;
    }
    return flight;
}

// The five values for flights that count so often each.
struct Draw {
    std::optional<double> opposite, same, across_kt, vertical_kt, speed_kt, deviation_m;
};

Draw valuesOf(std::span<const Flight> flights, std::span<const Pair> pairs, std::span<const double> counts) {
    double hours = 0, length = 0, samples = 0, deviation = 0, squares = 0;
    for (std::size_t i = 0; i < flights.size(); ++i) {
        hours += counts[i] * flights[i].hours;
        length += counts[i] * flights[i].length_nm;
        samples += counts[i] * flights[i].samples;
        deviation += counts[i] * flights[i].deviation_m;
        squares += counts[i] * flights[i].squares_m2;
    }
    double opposite_h = 0, same_h = 0, across = 0, vertical = 0;
    for (const Pair& pair : pairs) {
        const double weight_h = counts[pair.a] * counts[pair.b] * pair.together_h;
        (pair.kind == PairKind::Opposite ? opposite_h : same_h) += weight_h;
        across += weight_h * pair.across_kt;
        vertical += weight_h * pair.vertical_kt;
    }
    Draw draw;
    draw.opposite = 2 * opposite_h / hours;
    draw.same = 2 * same_h / hours;
    if (const double all_h = opposite_h + same_h; all_h > 0) {
        draw.across_kt = across / all_h;
        draw.vertical_kt = vertical / all_h;
    }
    draw.speed_kt = length / hours;
    const double mean = deviation / samples;
    draw.deviation_m = std::sqrt(std::max(0.0, squares / samples - mean * mean));
    return draw;
}

// The middle 95 % of the replicates that have the value.
std::optional<Estimated> estimated(std::span<const Draw> draws, const Draw& whole,
                                   std::optional<double> Draw::* member) {
    if (!(whole.*member)) return std::nullopt;
    std::vector<double> values{*(whole.*member)};
    for (const Draw& draw : draws)
        if (draw.*member) values.push_back(*(draw.*member));
    std::ranges::sort(values);
    const auto percentile = [&](double share) {
        return values[static_cast<std::size_t>(std::lround(share * static_cast<double>(values.size() - 1)))];
    };
    return Estimated{*(whole.*member), {percentile(0.025), percentile(0.975)}};
}

} // namespace

Result<TrafficEstimate> estimateFrom(const AxisTraffic& traffic, const EstimateSettings& settings,
                                     sim::Random& random) {
    if (!(std::isfinite(settings.halfWindow_nm) && settings.halfWindow_nm > 0))
        return fail("INVALID_SX", "the half window Sx is above 0 NM", "sx");
    if (settings.replicates < 10 || settings.replicates > 10'000)
        return fail("INVALID_ARGUMENT", "10 to 10000 replicates are wanted", "replicates");
    if (traffic.legs.empty()) return fail("INVALID_TRACK", "a traffic sample has at least one flight", "traffic");

    std::vector<Flight> flights;
    for (const AxisLeg& leg : traffic.legs)
        flights.push_back(sumsOf(leg, traffic.routes_m[leg.route]));
    std::vector<Pair> pairs;
    forEachPair(flightsOf(traffic), settings.halfWindow_nm,
                [&](std::size_t a, std::size_t b, PairKind kind, const Together& time) {
                    const AxisLeg &one = traffic.legs[a], &other = traffic.legs[b];
                    pairs.push_back({a, b, kind, time.duration_h(), meanDifference_kt(one, other, time, Speed::Across),
                                     meanDifference_kt(one, other, time, Speed::Vertical)});
                });
    if (static_cast<double>(pairs.size() + flights.size()) * settings.replicates > mostSteps)
        return fail("TOO_COSTLY",
                    std::format("{} pairs are too many for {} replicates", pairs.size(), settings.replicates),
                    "replicates");

    std::vector<double> counts(flights.size(), 1);
    const Draw whole = valuesOf(flights, pairs, counts);
    std::vector<Draw> draws;
    for (int i = 0; i < settings.replicates; ++i) {
        std::ranges::fill(counts, 0);
        for (std::size_t drawn = 0; drawn < flights.size(); ++drawn)
            ++counts[static_cast<std::size_t>(random.below(flights.size()))];
        draws.push_back(valuesOf(flights, pairs, counts));
    }
    TrafficEstimate estimate{.flights = flights.size(),
                             .routes = traffic.routes_m.size(),
                             .oppositeOccupancy = estimated(draws, whole, &Draw::opposite),
                             .sameOccupancy = estimated(draws, whole, &Draw::same),
                             .crossTrackSpeed_kt = estimated(draws, whole, &Draw::across_kt),
                             .verticalSpeed_kt = estimated(draws, whole, &Draw::vertical_kt),
                             .groundSpeed_kt = estimated(draws, whole, &Draw::speed_kt),
                             .deviation_m = estimated(draws, whole, &Draw::deviation_m)};
    for (const Flight& flight : flights)
        estimate.hours += flight.hours;
    for (const Pair& pair : pairs)
        ++(pair.kind == PairKind::Opposite ? estimate.oppositePairs : estimate.samePairs);
    if (estimate.oppositePairs == 0) estimate.oppositeOccupancy.reset(); // nobody met: that says nothing
    if (estimate.samePairs == 0) estimate.sameOccupancy.reset();
    return estimate;
}

Preset presetFrom(const TrafficEstimate& estimate, const EstimateSettings& settings, const Preset& base,
                  std::string name, UtcMs made, const std::string& source) {
    const auto own = [&](const Estimated& from) {
        return Value{from.value, Provenance::OwnData, source, from.interval};
    };
    const auto ownOr = [&](const std::optional<Estimated>& from, const Value& otherwise) {
        return from ? own(*from) : otherwise;
    };
    Preset preset = base;
    preset.name = std::move(name);
    preset.made = made;
    preset.oppositeOccupancy = ownOr(estimate.oppositeOccupancy, base.oppositeOccupancy);
    preset.crossTrackSpeed_kt = ownOr(estimate.crossTrackSpeed_kt, base.crossTrackSpeed_kt);
    preset.verticalSpeed_kt = ownOr(estimate.verticalSpeed_kt, base.verticalSpeed_kt);
    if (settings.halfWindow_nm != base.halfWindow_nm.value)
        preset.halfWindow_nm = {settings.halfWindow_nm, Provenance::Entered, "window of the estimate", {}};
    preset.groundSpeed_kt = estimate.groundSpeed_kt.transform(own);
    preset.sameOccupancy = estimate.sameOccupancy.transform(own);
    preset.deviation_m = estimate.deviation_m.transform(own);
    preset.note =
        std::format("{} flights on {} routes, {:.2f} flight hours, {} opposite and {} same-direction pairs",
                    estimate.flights, estimate.routes, estimate.hours, estimate.oppositePairs, estimate.samePairs);
    return preset;
}

} // namespace haneul::risk::collision
