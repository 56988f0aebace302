#pragma once

#include "core/base/time.h"
#include "core/geo/position.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace haneul::traffic {

// Where an aircraft was reported at one instant; never interpolated.
struct TrailPoint {
    geo::LatLon position;
    std::optional<geo::Height> height; // of the same report; none: not said
    UtcMs received{};                  // by the ingest clock, as the track's own time

    bool operator==(const TrailPoint&) const = default;
};

// The recent past of one aircraft, thinned by time: the first report of every step of the clock, of the last 36 steps
// that brought one (three minutes without a gap). The steps are those of the clock and not of the track, so that the
// distance between two dots is the way flown in the same time for everybody, and dots stay where they are.
// A value that is cheap to copy: the points are immutable and shared by all snapshots and views.
class Trail {
public:
    static constexpr milliseconds step{5'000};
    static constexpr std::size_t maxPoints = 36;

    // Oldest first; gaps stay gaps.
    [[nodiscard]] std::span<const TrailPoint> points() const {
        return m_points ? std::span<const TrailPoint>(*m_points) : std::span<const TrailPoint>();
    }

    // Does a report of that instant begin a new step?
    [[nodiscard]] bool wants(UtcMs received) const { return received < m_from || received >= m_until; }

    // A clock that was set back starts the trail anew: its points would lie in the future.
    void add(const TrailPoint& point);

    // visit(point, age): the first point of each of the `count` steps of `every` (a multiple of Trail::step) before the
    // one that `last` lies in, newest first; `age` is 1 for the step just before. Steps without a report are left out.
    template <class Visit>
    void visitDots(UtcMs last, milliseconds every, std::size_t count, Visit&& visit) const {
        const auto stepOf = [every](UtcMs time) { return time.time_since_epoch() / every; };
        const auto points = this->points();
        for (std::size_t i = points.size(); i-- > 0;) {
            const auto age = stepOf(last) - stepOf(points[i].received);
            if (age > static_cast<std::int64_t>(count)) return;
            const bool first = i == 0 || stepOf(points[i - 1].received) != stepOf(points[i].received);
            if (age >= 1 && first) visit(points[i], static_cast<std::size_t>(age));
        }
    }

    bool operator==(const Trail& other) const;

private:
    std::shared_ptr<const std::vector<TrailPoint>> m_points;
    UtcMs m_from{}; // the newest point's step
    UtcMs m_until{};
};

} // namespace haneul::traffic
