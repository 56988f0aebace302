#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string>

// Lateral occupancy from a traffic sample: how often an aircraft has a neighbour on another route (DOMAIN.md 1.5).
namespace haneul::risk::collision {

// One flight along the common axis of all routes, at an even speed from entry to exit.
struct AxisFlight {
    std::string route;
    double entry_h = 0;
    double exit_h = 0;
    double entry_nm = 0;
    double exit_nm = 0;

    [[nodiscard]] double duration_h() const { return exit_h - entry_h; }

    [[nodiscard]] double speed_kt() const { return (exit_nm - entry_nm) / duration_h(); } // along the axis, signed
};

enum class PairKind { Opposite, Same };

// When two flights are at most Sx apart along the axis.
struct Together {
    double from_h = 0;
    double to_h = 0;

    [[nodiscard]] double duration_h() const { return to_h > from_h ? to_h - from_h : 0; }
};

[[nodiscard]] Together togetherness(const AxisFlight& a, const AxisFlight& b, double halfWindow_nm);

// Calls `take` for every pair on different routes that is ever together; indices of `flights`, the smaller first.
void forEachPair(std::span<const AxisFlight> flights, double halfWindow_nm,
                 const std::function<void(std::size_t a, std::size_t b, PairKind kind, const Together& time)>& take);

// Ey = 2·ΣT/H. Codes: INVALID_SX; INVALID_TRACK (no flight at all; a flight without duration, movement or finite
// numbers; `where`: "flights[2]").
[[nodiscard]] Result<double> occupancy(std::span<const AxisFlight> flights, double halfWindow_nm, PairKind kind);

} // namespace haneul::risk::collision
