#include "core/delivery/live.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <limits>
#include <numbers>
#include <numeric>
#include <utility>

namespace haneul::delivery {

namespace {

using timing::EventKind;
using Actual = timing::ActualTime<std::int64_t>;

constexpr double tolerance_m = 3, verticalTolerance_m = 2;
constexpr double confirm_m = 10, verticalConfirm_m = 6;
constexpr double nearPoint_m = 15;   // beside the waypoint when it is reached
constexpr double nearColumn_m = 25;  // beside the place when it stands there
constexpr double backwards_m = 10;   // what noise and wind may take back
constexpr double heightSlack_m = 10; // of reported heights against the route's
constexpr double margin_m = 5;       // stretches that fit as well as the best
constexpr double offRoute_m = 100;   // fits nothing
constexpr double reachSlack_m = 30;  // beyond what the drone can have flown
constexpr double standing_mps = 1;
constexpr double leaving_mps = 2;
constexpr double largestOffset_m = 15;   // of reported heights on the ground
constexpr double stillHeight_m = 1.5;    // what noise makes of one height
constexpr double moved_m = 3;            // more than that
constexpr std::int64_t learn_ms = 3'000; // stands on the ground, so its height is the ground's
constexpr int learnFrom = 20;            // reports that the mean of the offset remembers
constexpr std::int64_t still_ms = 8'000; // on the ground, though the height says otherwise

struct Flat {
    double east_m = 0;
    double north_m = 0;
};

// Around an origin; links are a few kilometres long.
Flat flat(geo::LatLon origin, geo::LatLon place) {
    constexpr double perDegree_m = route::earthRadius_m * std::numbers::pi / 180;
    const double east_deg = std::remainder(place.longitude_deg - origin.longitude_deg, 360);
    return {east_deg * perDegree_m * std::cos(origin.latitude_deg * std::numbers::pi / 180),
            (place.latitude_deg - origin.latitude_deg) * perDegree_m};
}

// Time to cover `way_m` from rest, or to rest, with even acceleration up to `speed_mps`.
std::int64_t restTime_ms(double way_m, double speed_mps, double acceleration_mps2) {
    const double ramp_m = speed_mps * speed_mps / (2 * acceleration_mps2);
    const double time_s = ramp_m >= way_m ? std::sqrt(2 * way_m / acceleration_mps2)
                                          : speed_mps / acceleration_mps2 + (way_m - ramp_m) / speed_mps;
    return std::llround(time_s * 1000);
}

Certainty certaintyOf(std::int64_t span_ms) {
    return span_ms <= maxReportGap_ms ? Certainty::Seen : Certainty::Interpolated;
}

bool fits(const MissionRoute& route, const Times& booked) {
    const std::size_t legs = route.legs.size();
    if (legs == 0 || route.nodes.size() != legs + 1 || route.durations.stays.size() != legs ||
        route.durations.flights.size() != legs || booked.legs.size() != legs || booked.nodes.size() != legs + 1)
        return false;
    for (std::size_t k = 0; k < legs; ++k) {
        const std::size_t waypoints = route.legs[k].waypoints.size();
        if (waypoints < 2 || route.durations.stays[k].size() != waypoints ||
            route.durations.flights[k].size() + 1 != waypoints || booked.legs[k].arrivals.size() != waypoints ||
            booked.legs[k].departures.size() != waypoints)
            return false;
    }
    return true;
}

bool possible(const DroneType& type) {
    return std::ranges::all_of(
        std::array{type.takeOff_mps, type.flight_mps, type.landing_mps, type.acceleration_mps2, type.deceleration_mps2},
        [](double value) { return value > 0 && std::isfinite(value); });
}

} // namespace

// ---------------------------------------------------------------------------------------------- the way

Result<MissionTracker> MissionTracker::make(const MissionRoute& route, const Times& booked, const DroneType& type,
                                            std::span<const Actual> known) {
    if (!fits(route, booked)) return fail("INVALID_ARGUMENT", "the times are not those of this route", "booked");
    if (!possible(type)) return fail("INVALID_ARGUMENT", "speeds and accelerations are more than 0", "type");
    MissionTracker tracker;
    tracker.m_durations = route.durations;
    tracker.m_durations.start = booked.nodes.front().arrival;
    if (const auto times = tracker.timesWith(known); !times) return std::unexpected(times.error());
    for (std::size_t k = 0; k < route.legs.size(); ++k) {
        const auto& waypoints = route.legs[k].waypoints;
        for (std::size_t w = 0; w < waypoints.size(); ++w) {
            const std::int64_t departure_ms = booked.legs[k].departures[w] - tracker.m_durations.start;
            if (k > 0 && w == 0) { // the node is there already
                tracker.m_points.back().departureLeg = k;
                tracker.m_points.back().departureWaypoint = 0;
                tracker.m_points.back().departure_ms = departure_ms;
                continue;
            }
            Point point{k, w, k, w, {}, waypoints[w], route.durations.stays[k][w], 0, departure_ms};
            point.arrival_ms = booked.legs[k].arrivals[w] - tracker.m_durations.start;
            if (w == 0) point.node = 0;
            if (w + 1 == waypoints.size()) point.node = k + 1;
            tracker.m_points.push_back(point);
        }
    }
    tracker.layOut(type);
    tracker.resume(known);
    return tracker;
}

void MissionTracker::layOut(const DroneType& type) {
    m_fastest_mps = std::max({type.takeOff_mps, type.flight_mps, type.landing_mps});
    for (std::size_t i = 0; i + 1 < m_points.size(); ++i) {
        const route::Waypoint &from = m_points[i].at, &to = m_points[i + 1].at;
        Stretch stretch;
        stretch.vertical = route::samePlace(from.place, to.place);
        stretch.up = stretch.vertical && to.height_m > from.height_m;
        const Flat end = flat(from.place, to.place);
        stretch.length_m = std::max(0.1, stretch.vertical ? std::abs(to.height_m - from.height_m)
                                                          : std::hypot(end.east_m, end.north_m));
        stretch.flight_ms = m_durations.flights[m_points[i].departureLeg][m_points[i].departureWaypoint];
        stretch.tolerance_m = std::min(stretch.vertical ? verticalTolerance_m : tolerance_m, 0.3 * stretch.length_m);
        stretch.confirm_m = std::min(stretch.vertical ? verticalConfirm_m : confirm_m, 0.6 * stretch.length_m);
        const double speed_mps = stretch.up ? type.takeOff_mps : stretch.vertical ? type.landing_mps : type.flight_mps;
        stretch.fromRest_ms = restTime_ms(stretch.tolerance_m, speed_mps, type.acceleration_mps2);
        stretch.toRest_ms = restTime_ms(stretch.tolerance_m, speed_mps, type.deceleration_mps2);
        m_stretches.push_back(stretch);
    }
}

void MissionTracker::resume(std::span<const Actual> known) {
    for (std::size_t i = 0; i < m_points.size(); ++i)
        for (const EventKind kind : {EventKind::Arrival, EventKind::Departure}) {
            const Point& point = m_points[i];
            const auto same = [&](const Actual& actual) {
                const bool arrives = actual.segment == point.arrivalLeg && actual.waypoint == point.arrivalWaypoint;
                const bool departs = actual.segment == point.departureLeg && actual.waypoint == point.departureWaypoint;
                return actual.kind == kind && (arrives || departs);
            };
            const auto last = std::ranges::find_last_if(known, same);
            if (last.empty()) continue;
            m_events.push_back({last.front(), Certainty::Seen});
            m_stretch = i;
            m_departed = kind == EventKind::Departure && i < m_stretches.size();
        }
}

MissionTracker::Fit MissionTracker::fitOf(std::size_t stretch, const PositionReport& report, double from_m) const {
    const Stretch& way = m_stretches[stretch];
    const route::Waypoint &start = m_points[stretch].at, &end = m_points[stretch + 1].at;
    const Flat at = flat(start.place, report.place);
    const auto height = height_m(report);
    const double low_m = std::min(from_m, way.length_m);
    if (way.vertical) {
        const double beside_m = std::hypot(at.east_m, at.north_m);
        if (!height) return {low_m, beside_m};
        const double raw_m = way.up ? *height - start.height_m : start.height_m - *height;
        const double along_m = std::clamp(raw_m, low_m, way.length_m);
        return {along_m, std::hypot(beside_m, std::max(0.0, std::abs(raw_m - along_m) - heightSlack_m))};
    }
    const Flat to = flat(start.place, end.place);
    const double raw_m = (at.east_m * to.east_m + at.north_m * to.north_m) / way.length_m;
    const double along_m = std::clamp(raw_m, low_m, way.length_m);
    const double share = along_m / way.length_m;
    const double beside_m = std::hypot(at.east_m - share * to.east_m, at.north_m - share * to.north_m);
    if (!height) return {along_m, beside_m};
    const double line_m = start.height_m + share * (end.height_m - start.height_m);
    return {along_m, std::hypot(beside_m, std::max(0.0, std::abs(*height - line_m) - heightSlack_m))};
}

double MissionTracker::planned_ms(std::size_t stretch, double along_m) const {
    const Stretch& way = m_stretches[stretch];
    return static_cast<double>(m_points[stretch].departure_ms) +
           static_cast<double>(way.flight_ms) * along_m / way.length_m;
}

std::optional<double> MissionTracker::height_m(const PositionReport& report) const {
    return report.height_m.transform([&](double height) { return height - m_offset_m; });
}

bool MissionTracker::blind(const PositionReport& report) const {
    return m_stretches[m_stretch].vertical && !report.height_m;
}

// It waits where the way leads straight up.
bool MissionTracker::onGround() const {
    return m_stretches[m_stretch].up && !m_departed;
}

bool MissionTracker::standsAt(std::size_t point, const PositionReport& report) const {
    return route::horizontalDistance_m(m_points[point].at.place, report.place) <= nearColumn_m &&
           report.groundSpeed_mps.value_or(0) <= standing_mps;
}

// ---------------------------------------------------------------------------------------------- which stretch

bool MissionTracker::fitsBoth(std::size_t stretch, const PositionReport& first, const PositionReport* second,
                              double limit_m) const {
    const double from_m = stretch == m_stretch ? std::max(0.0, m_along_m - backwards_m) : 0;
    const Fit fit = fitOf(stretch, first, from_m);
    if (fit.apart_m > limit_m) return false;
    // Without a height a drone that is parked beside its pad looks as if it had flown a little.
    if (stretch > m_stretch && onGround() && blind(first) &&
        (fit.along_m < m_stretches[stretch].confirm_m || first.groundSpeed_mps.value_or(leaving_mps) < leaving_mps))
        return false;
    if (!second) return true;
    const Fit then = fitOf(stretch, *second, from_m);
    return then.apart_m <= limit_m + backwards_m && then.along_m >= fit.along_m - margin_m;
}

// How far an instant is from when the stretch is expected to be flown.
std::int64_t MissionTracker::awayFromPlan_ms(std::size_t stretch, std::int64_t time_ms) const {
    const auto times = timesWith(actuals());
    if (!times) return 0;
    const Point &from = m_points[stretch], &to = m_points[stretch + 1];
    const std::int64_t begin_ms = times->legs[from.arrivalLeg].arrivals[from.arrivalWaypoint];
    const std::int64_t end_ms = times->legs[to.arrivalLeg].arrivals[to.arrivalWaypoint];
    return std::max({std::int64_t{0}, begin_ms - time_ms, time_ms - end_ms});
}

std::optional<std::size_t> MissionTracker::stretchOf(const PositionReport& first, const PositionReport* second) const {
    const bool gap = !m_anchor || first.time_ms - m_anchor->time_ms > maxReportGap_ms;
    const double reach_m =
        m_anchor ? reachSlack_m + 1.5 * m_fastest_mps * static_cast<double>(first.time_ms - m_anchor->time_ms) / 1000
                 : std::numeric_limits<double>::infinity();
    std::vector<std::size_t> reachable;
    double best_m = std::numeric_limits<double>::infinity();
    double ahead_m = blind(first) ? -m_stretches[m_stretch].length_m : -m_along_m; // to where stretch s begins
    for (std::size_t s = m_stretch; s < m_stretches.size() && ahead_m <= reach_m; ++s) {
        const Fit fit = fitOf(s, first, s == m_stretch ? std::max(0.0, m_along_m - backwards_m) : 0);
        if ((s == m_stretch && blind(first)) || ahead_m + fit.along_m <= reach_m) {
            reachable.push_back(s);
            best_m = std::min(best_m, fit.apart_m);
        }
        ahead_m += m_stretches[s].length_m;
    }
    if (best_m > offRoute_m) return std::nullopt;
    std::erase_if(reachable, [&](std::size_t s) { return !fitsBoth(s, first, second, best_m + margin_m); });
    if (reachable.empty()) return std::nullopt;
    if (!gap) return reachable.front();
    return std::ranges::min(reachable, {}, [&](std::size_t s) { return awayFromPlan_ms(s, first.time_ms); });
}

bool MissionTracker::add(const PositionReport& report) {
    if (!report.place.valid() || (m_latestReport_ms && report.time_ms <= *m_latestReport_ms)) {
        ++m_outOfOrder;
        return false;
    }
    m_latestReport_ms = report.time_ms;
    const auto finite = [](double value) { return std::isfinite(value) ? std::optional(value) : std::nullopt; };
    PositionReport known = report;
    known.height_m = report.height_m.and_then(finite);
    known.groundSpeed_mps = report.groundSpeed_mps.and_then(finite);
    const std::size_t before = m_events.size();
    take(known);
    return m_events.size() > before;
}

bool MissionTracker::advance(std::int64_t now_ms) {
    const std::size_t before = m_events.size();
    settleArrival(now_ms);
    return m_events.size() > before;
}

void MissionTracker::take(const PositionReport& report) {
    if (m_stretch == m_stretches.size())
        settleArrival(report.time_ms);
    else
        decide(report);
}

void MissionTracker::decide(const PositionReport& report) {
    const bool soon = m_anchor && report.time_ms - m_anchor->time_ms <= maxReportGap_ms;
    if (soon && stretchOf(report, nullptr) == m_stretch) {
        m_waiting.reset();
        follow(report);
        return;
    }
    const auto first = std::exchange(m_waiting, report);
    if (!first) return;
    const auto stretch = stretchOf(*first, &report);
    if (!stretch) {
        ++m_offRoute;
        return;
    }
    m_waiting.reset();
    if (*stretch == m_stretch)
        follow(*first);
    else
        jump(*stretch, *first);
    take(report);
}

// ---------------------------------------------------------------------------------------------- along it

void MissionTracker::follow(const PositionReport& report) {
    learnOffset(report);
    if (blind(report))
        followBlind(report);
    else if (!report.height_m || !mayStand(report))
        followSeen(report);
    m_anchor = report;
}

void MissionTracker::followSeen(const PositionReport& report) {
    const Stretch& way = m_stretches[m_stretch];
    const Mark now{report.time_ms, fitOf(m_stretch, report, std::max(0.0, m_along_m - backwards_m)).along_m};
    if (!m_departed) watchDeparture(now);
    const double beside_m = route::horizontalDistance_m(m_points[m_stretch + 1].at.place, report.place);
    if (way.length_m - now.along_m <= way.tolerance_m && beside_m <= (way.vertical ? nearColumn_m : nearPoint_m)) {
        arrive(now);
    } else if (!settledOnGround(report, now.along_m)) {
        m_last = now;
        m_along_m = std::max(m_along_m, now.along_m);
    }
}

// Reported heights differ from the route's by what the sensor and the survey differ; on the ground it shows.
void MissionTracker::learnOffset(const PositionReport& report) {
    if (!report.height_m) return;
    if (!m_firstHere) m_firstHere = report;
    if (!m_still || std::abs(*report.height_m - *m_still->height_m) > stillHeight_m) m_still = report;
    if (!onGround() || report.time_ms - m_still->time_ms < learn_ms || !standsAt(m_stretch, report)) return;
    const double offset_m = *report.height_m - m_points[m_stretch].at.height_m;
    if (std::abs(offset_m) > largestOffset_m || (m_learnt > 0 && std::abs(offset_m - m_offset_m) > stillHeight_m))
        return;
    m_learnt = std::min(m_learnt + 1, learnFrom);
    m_offset_m += (offset_m - m_offset_m) / m_learnt;
    m_offsetKnown = true;
}

// Before the first take-off: the height that it reports on the ground is not known yet, and it may be standing.
bool MissionTracker::mayStand(const PositionReport& report) const {
    return onGround() && !m_offsetKnown && standsAt(m_stretch, report) &&
           std::abs(*report.height_m - *m_firstHere->height_m) <= moved_m &&
           std::abs(*report.height_m - m_points[m_stretch].at.height_m) <= largestOffset_m;
}

void MissionTracker::watchDeparture(const Mark& now) {
    const Stretch& way = m_stretches[m_stretch];
    if (now.along_m <= way.tolerance_m) {
        m_inside = now;
        m_outside.reset();
        settleArrival(now.time_ms);
        return;
    }
    if (!m_outside) m_outside = now;
    if (now.along_m < way.confirm_m) return;
    const Mark before = m_inside.value_or(*m_outside);
    depart(crossing_ms(before, *m_outside, way.tolerance_m, true), certaintyOf(m_outside->time_ms - before.time_ms));
}

// It stands there: what was to come of the arrival has come.
void MissionTracker::settleArrival(std::int64_t now_ms) {
    if (!m_reached || now_ms < m_reached->rest_ms) return;
    record(m_stretch, EventKind::Arrival, m_reached->rest_ms, m_reached->certainty);
    m_reached.reset();
}

void MissionTracker::depart(std::int64_t crossed_ms, Certainty certainty) {
    std::int64_t left_ms = crossed_ms - m_stretches[m_stretch].fromRest_ms;
    if (const auto reached = std::exchange(m_reached, std::nullopt)) {
        const bool rested = left_ms >= reached->rest_ms;
        const std::int64_t middle_ms = std::midpoint(reached->crossed_ms, crossed_ms);
        record(m_stretch, EventKind::Arrival, rested ? reached->rest_ms : middle_ms, reached->certainty);
        if (!rested) left_ms = middle_ms;
    }
    record(m_stretch, EventKind::Departure, left_ms, certainty);
    m_departed = true;
}

void MissionTracker::arrive(const Mark& now) {
    const Stretch& way = m_stretches[m_stretch];
    if (!m_departed) {
        const Mark outside = m_outside.value_or(now), before = m_inside.value_or(outside);
        depart(crossing_ms(before, outside, way.tolerance_m, true), certaintyOf(outside.time_ms - before.time_ms));
    }
    const Mark before = m_last.value_or(now);
    const std::int64_t crossed_ms = crossing_ms(before, now, way.length_m - way.tolerance_m, false);
    reach({crossed_ms, crossed_ms + way.toRest_ms, certaintyOf(now.time_ms - before.time_ms)}, now.time_ms);
}

// The end of the present stretch is reached.
void MissionTracker::reach(const Reached& reached, std::int64_t now_ms) {
    enter(m_stretch + 1, {now_ms, 0});
    m_reached = reached;
    settleArrival(now_ms);
}

void MissionTracker::enter(std::size_t stretch, const Mark& at) {
    m_stretch = stretch;
    m_departed = false;
    m_reached.reset();
    m_along_m = at.along_m;
    m_last = at;
    m_inside = at;
    m_outside.reset();
    m_firstHere.reset();
    m_still.reset();
    m_learnt = 0;
}

// A landing whose heights do not come down to the ground of the route: it has stood still for a while near it.
bool MissionTracker::settledOnGround(const PositionReport& report, double along_m) {
    const Stretch& way = m_stretches[m_stretch];
    if (!way.vertical || way.up || !report.height_m) return false;
    if (report.time_ms - m_still->time_ms < still_ms || !standsAt(m_stretch + 1, report) ||
        way.length_m - along_m > std::min(largestOffset_m, way.length_m / 2))
        return false;
    const std::int64_t since_ms = m_still->time_ms;
    if (!m_departed) depart(since_ms, Certainty::Interpolated);
    m_offset_m = *report.height_m - m_points[m_stretch + 1].at.height_m;
    reach({since_ms, since_ms, Certainty::Seen}, report.time_ms);
    return true;
}

std::int64_t MissionTracker::crossing_ms(const Mark& before, const Mark& after, double level_m, bool leaving) const {
    const std::int64_t span_ms = after.time_ms - before.time_ms;
    const double way_m = after.along_m - before.along_m;
    if (span_ms <= 0 || way_m <= 0) return after.time_ms;
    const double share = std::clamp((level_m - before.along_m) / way_m, 0.0, 1.0);
    std::int64_t crossed_ms = before.time_ms + std::llround(share * static_cast<double>(span_ms));
    if (span_ms > maxReportGap_ms) { // it did not crawl all the time: it stood, and flew as planned
        const Stretch& way = m_stretches[m_stretch];
        const double pace = static_cast<double>(way.flight_ms) / way.length_m;
        const auto flown_ms = [&](double over_m) -> std::int64_t { return std::llround(pace * over_m); };
        crossed_ms = leaving ? std::max(crossed_ms, after.time_ms - flown_ms(after.along_m - level_m))
                             : std::min(crossed_ms, before.time_ms + flown_ms(level_m - before.along_m));
    }
    return std::clamp(crossed_ms, before.time_ms, after.time_ms);
}

// ---------------------------------------------------------------------------------------------- without heights

// Straight up or down without a height. Up: leaving the column will tell. Down: it is down when it has had the time.
void MissionTracker::followBlind(const PositionReport& report) {
    settleArrival(report.time_ms);
    const Stretch& way = m_stretches[m_stretch];
    if (way.up || m_reached || m_events.empty()) return;
    const std::int64_t left_ms = m_events.back().actual.time + (m_departed ? 0 : m_points[m_stretch].stay_ms);
    const std::int64_t down_ms = left_ms + way.flight_ms;
    if (report.time_ms < down_ms || !standsAt(m_stretch + 1, report)) return;
    if (!m_departed) record(m_stretch, EventKind::Departure, left_ms, Certainty::Inferred);
    reach({down_ms, down_ms, Certainty::Inferred}, report.time_ms);
}

// From the ground to the way out of the column, which is seen; what came before is dated back.
void MissionTracker::jumpBlind(const PositionReport& first) {
    const std::size_t stretch = m_stretch + 1;
    const Mark before{m_anchor->time_ms, fitOf(stretch, *m_anchor, 0).along_m};
    const Mark after{first.time_ms, fitOf(stretch, first, 0).along_m};
    const std::int64_t up_ms = m_stretches[m_stretch].flight_ms, stay_ms = m_points[stretch].stay_ms;
    const std::size_t ground = m_stretch;
    settleArrival(std::numeric_limits<std::int64_t>::max());
    m_stretch = stretch;
    const Stretch& way = m_stretches[stretch];
    const std::int64_t left_ms = crossing_ms(before, after, way.tolerance_m, true) - way.fromRest_ms;
    record(ground, EventKind::Departure, left_ms - stay_ms - up_ms, Certainty::Inferred);
    record(stretch, EventKind::Arrival, left_ms - stay_ms, Certainty::Inferred);
    record(stretch, EventKind::Departure, left_ms, certaintyOf(after.time_ms - before.time_ms));
    enter(stretch, after);
    m_departed = true;
}

// ---------------------------------------------------------------------------------------------- over waypoints

void MissionTracker::jump(std::size_t stretch, const PositionReport& first) {
    const double along_m = fitOf(stretch, first, 0).along_m;
    const bool waits = along_m <= m_stretches[stretch].tolerance_m;
    if (!m_anchor) {
        m_found = {first.time_ms, stretch};
    } else if (onGround() && stretch == m_stretch + 1 && blind(first)) {
        jumpBlind(first);
        m_anchor = first;
        return;
    } else {
        settleArrival(std::numeric_limits<std::int64_t>::max());
        passPoints(stretch, {first.time_ms, along_m}, waits);
    }
    enter(stretch, {first.time_ms, along_m});
    m_departed = !waits;
    m_anchor = first;
}

// Times of everything between the last report that fitted and `now` on a later stretch, as the plan divides them. A
// drone that waits at its point may have been there for long: it has flown no slower than planned.
void MissionTracker::passPoints(std::size_t stretch, const Mark& now, bool waits) {
    const double from_ms = planned_ms(m_stretch, m_departed && m_last ? m_last->along_m : 0);
    const double to_ms = waits ? static_cast<double>(m_points[stretch].arrival_ms) : planned_ms(stretch, now.along_m);
    const std::int64_t span_ms = now.time_ms - m_anchor->time_ms;
    double scale = to_ms > from_ms ? static_cast<double>(span_ms) / (to_ms - from_ms) : 0;
    if (waits) scale = std::min(scale, 1.0);
    const auto timeOf = [&](std::int64_t event_ms) {
        return m_anchor->time_ms + std::llround(scale * std::max(0.0, static_cast<double>(event_ms) - from_ms));
    };
    const Certainty certainty = certaintyOf(span_ms);
    if (!m_departed) record(m_stretch, EventKind::Departure, timeOf(m_points[m_stretch].departure_ms), certainty);
    for (std::size_t i = m_stretch + 1; i <= stretch; ++i) {
        record(i, EventKind::Arrival, timeOf(m_points[i].arrival_ms), certainty);
        if (i < stretch || !waits) record(i, EventKind::Departure, timeOf(m_points[i].departure_ms), certainty);
    }
}

// ---------------------------------------------------------------------------------------------- what it says

void MissionTracker::record(std::size_t point, EventKind kind, std::int64_t time_ms, Certainty certainty) {
    const Point& at = m_points[point];
    if (!m_events.empty()) time_ms = std::max(time_ms, m_events.back().actual.time);
    const bool arrives = kind == EventKind::Arrival;
    m_events.push_back({{arrives ? at.arrivalLeg : at.departureLeg, arrives ? at.arrivalWaypoint : at.departureWaypoint,
                         kind, time_ms},
                        certainty});
}

std::vector<Actual> MissionTracker::actuals() const {
    std::vector<Actual> actuals;
    for (const TrackedEvent& event : m_events)
        actuals.push_back(event.actual);
    return actuals;
}

std::vector<StepSeen> MissionTracker::steps() const {
    std::vector<StepSeen> steps;
    const std::size_t last = m_durations.stays.size();
    const auto left = [&](std::size_t node, std::int64_t time_ms, Certainty certainty) {
        steps.push_back({node == 0 ? ImpliedStep::Flying : ImpliedStep::HandedOver, node, time_ms, certainty});
        if (node + 1 == last && node > 0) steps.push_back({ImpliedStep::Returning, node, time_ms, certainty});
    };
    if (m_found) // what it had behind it when it was first seen
        for (std::size_t i = 0; i < m_found->stretch; ++i)
            if (m_points[i].node) left(*m_points[i].node, m_found->time_ms, Certainty::Inferred);
    for (const TrackedEvent& event : m_events) {
        const Actual& actual = event.actual;
        if (actual.kind == EventKind::Departure && actual.waypoint == 0)
            left(actual.segment, actual.time, event.certainty);
    }
    if (completed() && !m_events.empty())
        steps.push_back({ImpliedStep::Completed, last, m_events.back().actual.time, m_events.back().certainty});
    return steps;
}

Result<Times> MissionTracker::timesWith(std::span<const Actual> actuals) const {
    return timing::missionTimes(m_durations, actuals);
}

// The one that is to come, if it could be seen.
std::optional<Actual> MissionTracker::nextEvent(std::int64_t time_ms) const {
    if (completed()) return std::nullopt;
    const bool arrival = m_departed || m_reached;
    const Point& point = m_points[m_departed ? m_stretch + 1 : m_stretch];
    return Actual{arrival ? point.arrivalLeg : point.departureLeg,
                  arrival ? point.arrivalWaypoint : point.departureWaypoint,
                  arrival ? EventKind::Arrival : EventKind::Departure, time_ms};
}

Result<Times> MissionTracker::expectedTimes(std::int64_t now_ms) const {
    auto known = actuals();
    const auto times = timesWith(known);
    const auto next = nextEvent(now_ms);
    if (!times || !next) return times;
    const auto& leg = times->legs[next->segment];
    const auto& expected = next->kind == EventKind::Arrival ? leg.arrivals : leg.departures;
    if (expected[next->waypoint] >= now_ms) return times;
    known.push_back(*next);
    return timesWith(known);
}

} // namespace haneul::delivery
