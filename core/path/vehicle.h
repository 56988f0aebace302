#pragma once

#include "core/path/grid.h"

#include <optional>
#include <vector>

namespace haneul::path {

// Blows to there.
struct Wind {
    double toEast_mps = 0;
    double toNorth_mps = 0;

    bool operator==(const Wind&) const = default;
};

// How a drone moves through the air and what it takes. Power in level flight is the same at each speed; climbing adds
// the work against gravity over the efficiency of the drive, descending takes a share of level flight.
struct Vehicle {
    double speed_mps = 12; // through the air, along the path
    double climb_mps = 3;
    double descent_mps = 2;
    double steepest_deg = 90; // of a climb or a descent; 90: straight up and down too
    double mass_kg = 6;
    double level_w = 700;
    double climbEfficiency = 0.6; // 0..1
    double descentShare = 0.8;    // 0..1

    bool operator==(const Vehicle&) const = default;
};

inline constexpr double slowest_mps = 0.5; // over the ground; slower counts as no progress

// Codes BAD_VEHICLE (`where`: the member), BAD_WIND.
[[nodiscard]] Result<void> check(const Vehicle& vehicle);
[[nodiscard]] Result<void> check(const std::vector<Wind>& wind, int layers);

// What a straight piece takes.
struct Effort {
    double length_m = 0;
    double time_s = 0;
    double energy_j = 0;

    bool operator==(const Effort&) const = default;
};

// nullopt: it cannot be flown (against the wind, or too steep). The wind is met by heading into it: ground speed along
// the track = w_along + sqrt(v^2 - w_across^2).
[[nodiscard]] std::optional<Effort> effortOf(const Vehicle& vehicle, const Wind& wind, double east_m, double north_m,
                                             double up_m);

} // namespace haneul::path
