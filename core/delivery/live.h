#pragma once

#include "core/base/error.h"
#include "core/delivery/mission.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// A mission while it is flown: actual times of arrival and departure at its waypoints, found in what the drone reports
// of its position (Yu et al., 5.1; R-RTE-13), and what they say of the delivery process (3.4; R-RTE-19). No clock: the
// present is an argument.
namespace haneul::delivery {

// What a drone says of itself at one instant (milliseconds since the epoch, UTC).
struct PositionReport {
    std::int64_t time_ms = 0;
    geo::LatLon place;
    std::optional<double> height_m; // above mean sea level; none: not known
    std::optional<double> groundSpeed_mps;

    bool operator==(const PositionReport&) const = default;
};

enum class Certainty {
    Seen,         // between two reports not more than maxReportGap_ms apart
    Interpolated, // somewhere in a longer gap: divided as the plan divides it
    Inferred,     // not to be seen, as the height is not known: from the planned durations
};

struct TrackedEvent {
    timing::ActualTime<std::int64_t> actual;
    Certainty certainty = Certainty::Seen;
};

enum class ImpliedStep { Flying, HandedOver, Returning, Completed };

struct StepSeen {
    ImpliedStep step = ImpliedStep::Flying;
    std::size_t node = 0; // of the route: where it took off, handed over, turned back, came home
    std::int64_t time_ms = 0;
    Certainty certainty = Certainty::Seen;

    bool operator==(const StepSeen&) const = default;
};

inline constexpr std::int64_t maxReportGap_ms = 5'000;

// Follows one drone along one mission. Waypoints are passed in their order and none is passed twice: it never goes
// back. How it decides:
//
// - The drone is on one stretch between two neighbouring waypoints. It has left a waypoint when it is farther along
//   than confirm (10 m, 6 m in height) and reached the next when less than tolerance (3 m, 2 m in height) is left; the
//   instants are those of crossing the tolerance, less or plus the time that the drone type needs between it and rest.
//   A waypoint without a rest is passed in the middle between both crossings.
// - A stretch straight up or down is measured in height. What the reported height is off by is learnt while it stands
//   on the ground, up to 15 m; what is farther off is taken as it is. Where the height is not known, the take-off is
//   dated back from leaving the column, the landing is taken as done when it has stood above the place for as long as
//   planned; both are marked Inferred.
// - A report that does not fit the stretch, or comes after a gap, is decided on together with the next: the first
//   stretch ahead that fits both, after a gap the one nearest to the expected time. Waypoints in between get times as
//   the plan divides the gap. Those before the first report of all get none.
// - The beginning of loading and the end of unloading cannot be seen and stay as planned.
//
// A link along a curve is followed by its waypoints, which lie on it.
class MissionTracker {
public:
    // `known`: what had been found before (a restart); it goes on behind the last of them. Codes: INVALID_ARGUMENT when
    // the route and the times do not fit each other, and those of timing::missionTimes.
    [[nodiscard]] static Result<MissionTracker> make(const MissionRoute& route, const Times& booked,
                                                     const DroneType& type,
                                                     std::span<const timing::ActualTime<std::int64_t>> known = {});

    // True: events are new. Reports that are not later than the one before are passed over.
    bool add(const PositionReport& report);
    // The present, where no report has come: an arrival that was about to be is there. True: events are new.
    bool advance(std::int64_t now_ms);

    [[nodiscard]] const std::vector<TrackedEvent>& events() const { return m_events; }

    [[nodiscard]] std::vector<timing::ActualTime<std::int64_t>> actuals() const;
    [[nodiscard]] std::vector<StepSeen> steps() const;

    // What is expected now: the actual times and what follows from them. An event that should have been is expected
    // now, so a drone that does not leave is late at once.
    [[nodiscard]] Result<Times> expectedTimes(std::int64_t now_ms) const;

    [[nodiscard]] bool completed() const { return m_stretch == m_stretches.size() && !m_reached; } // at the last node

    [[nodiscard]] std::uint64_t outOfOrderReports() const { return m_outOfOrder; }

    [[nodiscard]] std::uint64_t offRouteReports() const { return m_offRoute; } // on no stretch that it can have reached

private:
    // The nodes between two legs are one point, where the arrival belongs to the one leg and the departure to the
    // other.
    struct Point {
        std::size_t arrivalLeg = 0, arrivalWaypoint = 0;
        std::size_t departureLeg = 0, departureWaypoint = 0;
        std::optional<std::size_t> node;
        route::Waypoint at;
        std::int64_t stay_ms = 0;
        std::int64_t arrival_ms = 0; // planned, from the start
        std::int64_t departure_ms = 0;
    };

    // From point i to point i + 1.
    struct Stretch {
        bool vertical = false;
        bool up = false;
        double length_m = 0;
        std::int64_t flight_ms = 0;
        double tolerance_m = 0;
        double confirm_m = 0;
        std::int64_t fromRest_ms = 0; // to cover the tolerance
        std::int64_t toRest_ms = 0;
    };

    struct Fit {
        double along_m = 0;
        double apart_m = 0;
    };

    struct Mark {
        std::int64_t time_ms = 0;
        double along_m = 0;
    };

    struct Reached { // the point where the stretch begins, before its arrival is recorded
        std::int64_t crossed_ms = 0;
        std::int64_t rest_ms = 0; // if it comes to rest there
        Certainty certainty = Certainty::Seen;
    };

    struct Found { // first seen only in the middle of the mission
        std::int64_t time_ms = 0;
        std::size_t stretch = 0;
    };

    MissionTracker() = default;
    void layOut(const DroneType& type);
    void resume(std::span<const timing::ActualTime<std::int64_t>> known);

    [[nodiscard]] Fit fitOf(std::size_t stretch, const PositionReport& report, double from_m) const;
    [[nodiscard]] std::optional<std::size_t> stretchOf(const PositionReport& first, const PositionReport* second) const;
    [[nodiscard]] bool fitsBoth(std::size_t stretch, const PositionReport& first, const PositionReport* second,
                                double limit_m) const;
    [[nodiscard]] std::int64_t awayFromPlan_ms(std::size_t stretch, std::int64_t time_ms) const;
    [[nodiscard]] bool blind(const PositionReport& report) const;
    [[nodiscard]] bool onGround() const;
    [[nodiscard]] bool mayStand(const PositionReport& report) const;
    [[nodiscard]] bool standsAt(std::size_t point, const PositionReport& report) const;
    [[nodiscard]] std::optional<double> height_m(const PositionReport& report) const;

    void take(const PositionReport& report);
    void decide(const PositionReport& report);
    void follow(const PositionReport& report);
    void followBlind(const PositionReport& report);
    void followSeen(const PositionReport& report);
    void learnOffset(const PositionReport& report);
    void watchDeparture(const Mark& now);
    void settleArrival(std::int64_t now_ms);
    void depart(std::int64_t crossed_ms, Certainty certainty);
    void arrive(const Mark& now);
    void reach(const Reached& reached, std::int64_t now_ms);
    void enter(std::size_t stretch, const Mark& at);
    void jump(std::size_t stretch, const PositionReport& first);
    void jumpBlind(const PositionReport& first);
    void passPoints(std::size_t stretch, const Mark& now, bool waits);
    bool settledOnGround(const PositionReport& report, double along_m);
    void record(std::size_t point, timing::EventKind kind, std::int64_t time_ms, Certainty certainty);

    [[nodiscard]] double planned_ms(std::size_t stretch, double along_m) const;
    [[nodiscard]] std::int64_t crossing_ms(const Mark& before, const Mark& after, double level_m, bool leaving) const;
    [[nodiscard]] std::optional<timing::ActualTime<std::int64_t>> nextEvent(std::int64_t time_ms) const;
    [[nodiscard]] Result<Times> timesWith(std::span<const timing::ActualTime<std::int64_t>> actuals) const;

    timing::MissionDurations<std::int64_t> m_durations;
    std::vector<Point> m_points;
    std::vector<Stretch> m_stretches;
    double m_fastest_mps = 0;

    std::size_t m_stretch = 0; // behind the last: it has arrived
    bool m_departed = false;   // from the point where the stretch begins
    std::optional<Reached> m_reached;
    double m_along_m = 0;                   // farthest
    std::optional<Mark> m_last;             // where the last report on this stretch was
    std::optional<Mark> m_inside;           // the last within the tolerance of the point
    std::optional<Mark> m_outside;          // the first beyond it
    std::optional<PositionReport> m_anchor; // the last that fitted
    std::optional<PositionReport> m_waiting;
    std::optional<PositionReport> m_firstHere; // with a height, on this stretch
    std::optional<PositionReport> m_still;     // since when its height has not changed
    double m_offset_m = 0;                     // reported heights less those of the route
    bool m_offsetKnown = false;
    int m_learnt = 0; // reports on the ground here
    std::optional<Found> m_found;

    std::vector<TrackedEvent> m_events;
    std::optional<std::int64_t> m_latestReport_ms;
    std::uint64_t m_outOfOrder = 0;
    std::uint64_t m_offRoute = 0;
};

} // namespace haneul::delivery
