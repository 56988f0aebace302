#pragma once

#include "core/base/error.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Lateral overlap Py(d): how probable it is that two drones on routes d apart are side by side (DOMAIN.md 1.2).
namespace haneul::risk::collision {

enum class Lookup {
    Ramp,      // max(p0·(1 − d/zero), floor)
    Linear,    // straight lines between the rows of a table
    LogLinear, // straight lines in ln Py between rows
    Step,      // the row at or below d: never underestimates
};
inline constexpr std::array allLookups{Lookup::Ramp, Lookup::Linear, Lookup::LogLinear, Lookup::Step};

[[nodiscard]] std::string_view toString(Lookup lookup); // "ramp", "linear", "loglinear", "step"
[[nodiscard]] std::optional<Lookup> lookupFrom(std::string_view name);

struct OverlapRow {
    double distance_m = 0;
    double probability = 0;
    std::string source; // where the number comes from

    bool operator==(const OverlapRow&) const = default;
};

// Rows in order of distance, their probabilities strictly decreasing.
class OverlapTable {
public:
    // Sorts. Codes: NEGATIVE_DISTANCE, INVALID_ARGUMENT (no row, more than 1000, a distance twice, a probability that
    // is not above 0 and at most 1 or does not fall with the distance); `where` is the row, "table[2]", as sorted.
    [[nodiscard]] static Result<OverlapTable> of(std::vector<OverlapRow> rows);

    [[nodiscard]] std::span<const OverlapRow> rows() const { return m_rows; }

    bool operator==(const OverlapTable&) const = default;

private:
    explicit OverlapTable(std::vector<OverlapRow> rows)
        : m_rows(std::move(rows)) {}

    std::vector<OverlapRow> m_rows;
};

// The six rows of the paper's Table 1.
[[nodiscard]] const OverlapTable& paperTable();

struct Ramp {
    double atZero = 4.8411e-2; // p0, fitted inside the rounding of the paper's 4.84e-2
    double zero_m = 1852;      // where the straight line meets zero
    double floor = 7.86e-18;   // from there on

    bool operator==(const Ramp&) const = default;
};

// All that the four lookups need.
struct Overlap {
    Lookup lookup = Lookup::Ramp;
    Ramp ramp;
    OverlapTable table = paperTable();

    bool operator==(const Overlap&) const = default;
};

// Py at the distance. The first and last rows of a table hold outside it.
// Codes: NEGATIVE_DISTANCE, INVALID_ARGUMENT (of a ramp).
[[nodiscard]] Result<double> overlapAt(const Overlap& overlap, double distance_m);

// The smallest distance with Py ≤ `probability`; none: even the last row (the floor) is above it.
// Code INVALID_ARGUMENT (of a ramp, or a probability that is not a number at least 0).
[[nodiscard]] Result<std::optional<double>> distanceFor_m(const Overlap& overlap, double probability);

} // namespace haneul::risk::collision
