#pragma once

#include "core/risk/ground/risk_map.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// What a flight costs: risk of the cells under it times the time over each.
namespace haneul::risk::ground {

struct Dwell {
    double risk_perFlightHour = 0;
    double length_m = 0;
    double groundSpeed_mps = 0;
};

// Sum of risk x (length / speed) / 3600: expected fatalities per flight. INVALID_ARGUMENT: a risk or length below 0, a
// speed not above 0.
[[nodiscard]] Result<double> flightRisk(std::span<const Dwell> dwells);

struct Leg {
    Place_m from, to;
    double fromHeight_m = 0, toHeight_m = 0; // above the ground
    double groundSpeed_mps = 0;
};

struct CrossedCell {
    std::int64_t column = 0, row = 0; // of the lattice, may be below 0
    double length_m = 0;              // horizontal
    double height_m = 0;              // in the middle of the piece
    double groundSpeed_mps = 0;
    std::optional<double> risk_perFlightHour; // nullopt: not judged
};

struct PathRisk {
    std::optional<double> fatalities_perFlight; // nullopt: a part is not judged
    double judged_perFlight = 0;                // of the judged part alone
    double length_m = 0, notJudged_m = 0;
    double time_s = 0;
    std::vector<CrossedCell> cells; // in the order of flight
};

inline constexpr std::size_t mostCrossedCells = 50'000;

// Over cells of `cell_m` that begin at `southWest` and go on without end; each at the height of flight over it instead
// of settings.height_m. Codes: check(Settings); NOT_A_RATE (the model is no risk per flight hour, or a sum with
// buildings); INVALID_ARGUMENT (a height below 0, a speed not above 0, no leg); BAD_GRID; TOO_COSTLY (more than
// mostCrossedCells).
[[nodiscard]] Result<PathRisk> pathRisk(const Picture& picture, Settings settings, Place_m southWest, double cell_m,
                                        std::span<const Leg> legs);

} // namespace haneul::risk::ground
