#include "core/delivery/link_flight.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>

namespace haneul::delivery {

DurationMs rounded_ms(double seconds) {
    return static_cast<DurationMs>(std::floor(seconds * 1000 + 0.5));
}

namespace {

constexpr double longest_s = 7 * 24 * 3600;

Result<DurationMs> columnOf_ms(const Node& node, std::optional<DurationMs> measured, double speed_mps,
                               const DroneType& type) {
    if (!node.ground_m) return fail("GROUND_UNKNOWN", "the height of the ground here is not known", node.id);
    if (measured) return *measured;
    const auto profile =
        timing::profileOver(node.top_m - *node.ground_m, {.speed_mps = speed_mps,
                                                          .acceleration_mps2 = type.acceleration_mps2,
                                                          .deceleration_mps2 = type.deceleration_mps2});
    if (!profile) return fail(profile.error().code, profile.error().message, node.id);
    return rounded_ms(profile->total_s());
}

} // namespace

Result<DurationMs> takeOffOf_ms(const Node& node, const DroneType& type) {
    return columnOf_ms(node, node.takeOff_ms, type.takeOff_mps, type);
}

Result<DurationMs> landingOf_ms(const Node& node, const DroneType& type) {
    return columnOf_ms(node, node.landing_ms, type.landing_mps, type);
}

Result<LinkFlight> LinkFlight::make(const Network& network, const Link& link, std::string_view from,
                                    const DroneType& type) {
    const bool backwards = from != link.a;
    const Node* const start = network.node(backwards ? link.b : link.a);
    const Node* const end = network.node(backwards ? link.a : link.b);
    if (!start || !end || (backwards && from != link.b))
        return fail("UNKNOWN_NODE", "a link is flown from one of its ends to the other",
                    std::format("links.{}>{}", link.a, link.b));
    LinkFlight flight;
    flight.m_waypoints.push_back({start->place, start->top_m});
    flight.m_waypoints.insert(flight.m_waypoints.end(), link.via.begin(), link.via.end());
    if (backwards) std::reverse(flight.m_waypoints.begin() + 1, flight.m_waypoints.end());
    flight.m_waypoints.push_back({end->place, end->top_m});
    if (auto moved = flight.move(link, type); !moved) {
        Error refusal = moved.error();
        refusal.where = std::format("links.{}>{}", link.a, link.b);
        return std::unexpected(std::move(refusal));
    }
    return flight;
}

Result<void> LinkFlight::move(const Link& link, const DroneType& type) {
    if (link.shape == LinkShape::Curve) {
        auto curve = route::Curve::through(m_waypoints);
        if (!curve) return std::unexpected(curve.error());
        m_curve = *std::move(curve);
        m_along_m = m_curve->waypointsAt_m();
    } else {
        m_along_m.push_back(0);
        for (std::size_t i = 0; i + 1 < m_waypoints.size(); ++i)
            m_along_m.push_back(m_along_m.back() + route::distance_m(m_waypoints[i], m_waypoints[i + 1]));
    }
    const timing::TurningLimits limits{
        {.speed_mps = std::min(type.flight_mps, link.speed_mps.value_or(type.flight_mps)),
         .acceleration_mps2 = type.acceleration_mps2,
         .deceleration_mps2 = type.deceleration_mps2},
        type.turnRate_dps * std::numbers::pi / 180};
    if (link.corner == Corner::FlyThrough) {
        if (auto added = addRun(0, length_m(), limits); !added) return added;
    } else {
        for (std::size_t i = 0; i + 1 < m_along_m.size(); ++i)
            if (auto added = addRun(m_along_m[i], m_along_m[i + 1], limits); !added) return added;
    }
    return time(link);
}

Result<void> LinkFlight::addRun(double from_m, double to_m, const timing::TurningLimits& limits) {
    Run run{.start_m = from_m, .start_s = m_computed_s};
    if (m_curve) {
        auto profile = timing::profileAlong(*m_curve, from_m, to_m, limits);
        if (!profile) return std::unexpected(profile.error());
        run.profile = *std::move(profile);
    } else {
        const auto profile = timing::profileOver(to_m - from_m, limits.motion);
        if (!profile) return std::unexpected(profile.error());
        run.profile = timing::CurveProfile(*profile);
    }
    m_computed_s += run.profile.total_s();
    m_runs.push_back(std::move(run));
    return {};
}

Result<void> LinkFlight::time(const Link& link) {
    if (link.flight_ms) m_stretch = static_cast<double>(*link.flight_ms) / 1000 / m_computed_s;
    if (!std::isfinite(m_stretch)) return fail("INVALID_ARGUMENT", "a link has a length");
    if (total_s() > longest_s) return fail("INVALID_ARGUMENT", "the flight would take longer than a week");
    // A measured time is a sum to keep: its parts are rounded where they end, not each on its own.
    double before_s = 0;
    for (std::size_t i = 1; i < m_along_m.size(); ++i) {
        const double now_s = i + 1 == m_along_m.size() ? total_s() : reached_s(m_along_m[i]);
        m_flights_ms.push_back(link.flight_ms ? rounded_ms(now_s) - rounded_ms(before_s)
                                              : rounded_ms(now_s - before_s));
        before_s = now_s;
    }
    return {};
}

const LinkFlight::Run& LinkFlight::runAt_s(double computed_s) const {
    const auto after = std::ranges::upper_bound(m_runs, computed_s, {}, &Run::start_s);
    return after == m_runs.begin() ? m_runs.front() : *std::prev(after);
}

double LinkFlight::reached_s(double along_m) const {
    if (along_m <= 0) return 0;
    if (along_m >= length_m()) return total_s();
    const auto& run = *std::prev(std::ranges::upper_bound(m_runs, along_m, {}, &Run::start_m));
    return m_stretch * (run.start_s + run.profile.reached_s(along_m - run.start_m));
}

double LinkFlight::travelled_m(double after_s) const {
    if (m_stretch <= 0 || after_s >= total_s()) return length_m();
    const Run& run = runAt_s(after_s / m_stretch);
    return run.start_m + run.profile.travelled_m(after_s / m_stretch - run.start_s);
}

double LinkFlight::speed_mps(double after_s) const {
    if (m_stretch <= 0) return 0;
    const Run& run = runAt_s(after_s / m_stretch);
    return run.profile.speed_mps(after_s / m_stretch - run.start_s) / m_stretch;
}

double LinkFlight::fractionAt(double along_m) const {
    std::size_t first = 0;
    std::size_t last = m_waypoints.size() - 1;
    while (first + 1 < last && route::samePlace(m_waypoints[first + 1].place, m_waypoints.front().place))
        ++first;
    while (last - 1 > first && route::samePlace(m_waypoints[last - 1].place, m_waypoints.back().place))
        --last;
    const double from_s = reached_s(m_along_m[first]);
    const double whole_s = reached_s(m_along_m[last]) - from_s;
    return whole_s > 0 ? std::clamp((reached_s(along_m) - from_s) / whole_s, 0.0, 1.0) : 0;
}

std::vector<double> LinkFlight::corners_s() const {
    std::vector<double> corners;
    for (const Run& run : m_runs)
        for (const double corner_s : run.profile.corners_s())
            if (const double at_s = m_stretch * (run.start_s + corner_s); corners.empty() || at_s > corners.back())
                corners.push_back(at_s);
    return corners;
}

route::Waypoint LinkFlight::at(double along_m) const {
    if (m_curve) return m_curve->at(along_m);
    if (along_m <= 0) return m_waypoints.front();
    if (along_m >= length_m()) return m_waypoints.back();
    const auto next = std::ranges::upper_bound(m_along_m, along_m);
    const auto i = static_cast<std::size_t>(next - m_along_m.begin());
    const double share = (along_m - m_along_m[i - 1]) / (m_along_m[i] - m_along_m[i - 1]);
    const auto frame = route::SphereFrame(m_waypoints[i - 1].place);
    const auto from = frame.toMetric(m_waypoints[i - 1]);
    return frame.toWaypoint(from + share * (frame.toMetric(m_waypoints[i]) - from));
}

std::vector<route::Curve::Sample> LinkFlight::path(double deviation_m) const {
    if (m_curve) return m_curve->sampled(deviation_m);
    std::vector<route::Curve::Sample> samples;
    for (std::size_t i = 0; i < m_waypoints.size(); ++i)
        samples.push_back({m_waypoints[i], m_along_m[i]});
    return samples;
}

} // namespace haneul::delivery
