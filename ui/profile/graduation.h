#pragma once

#include <QString>

#include <vector>

namespace haneul::profile {

enum class AxisKind {
    Number,   // of any unit
    Duration, // seconds from a beginning, "12:30"
    UtcTime,  // seconds since the epoch, "10:05:30Z"
    Power10,  // the decimal logarithm of what is read, "1E-09": for values over many magnitudes
};

// What an axis is marked with: round values inside `from` .. `to`, no more than `most`, at least one where there is
// any.
[[nodiscard]] std::vector<double> graduations(double from, double to, int most, AxisKind kind);

// A value as a mark says it; `step` decides the decimals.
[[nodiscard]] QString markText(double value, double step, AxisKind kind);

} // namespace haneul::profile
