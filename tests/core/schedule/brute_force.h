#pragma once

#include "core/schedule/slots.h"

#include <cstdint>
#include <vector>

// The rules of DOMAIN.md 3 as they are written, applied to explicit intervals in whole milliseconds: slow and plain,
// and nothing shared with the arithmetic of forbidden starts. Fractions of crossings are thousandths, so that passing
// times compare exactly.
namespace haneul::tests::brute {

using Time = std::int64_t;

[[nodiscard]] schedule::Booking<Time> shifted(schedule::Booking<Time> booking, Time by);

// Does the mission, placed in time, break no rule against the booked ones?
[[nodiscard]] bool fits(const schedule::Network<Time>& network, const schedule::Booking<Time>& mission,
                        const std::vector<schedule::Booking<Time>>& booked);

} // namespace haneul::tests::brute
