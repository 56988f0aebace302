#pragma once

#include "core/base/error.h"

// A drone that falls: how fast and how hard it hits, and how often that kills (Kim et al. 2024, eqs. 4-6).
namespace haneul::risk::ground {

struct FallingBody {
    double mass_kg = 0;
    double hitArea_m2 = 0; // S_hit: also the area that the air drags at
    double dragCoefficient = 0;
};

struct Air {
    double density_kgpm3 = 1.225;
    double gravity_mps2 = 9.80665;
};

struct Impact {
    double speed_mps = 0;
    double energy_J = 0;
};

// Eqs. 5 and 6, from rest at `height_m` above the ground; without drag sqrt(2 g h). INVALID_ARGUMENT: a height, area or
// coefficient below 0, a mass or gravity not above 0.
[[nodiscard]] Result<Impact> impactOf(const FallingBody& body, double height_m, const Air& air = {});

// Neither constant is in the paper; 1e6 J and 100 J are usual (Dalamagkidis et al.), 34 J the other common choice.
struct Lethality {
    double half_J = 1e6;      // b: energy that kills every second person at a sheltering factor of 0.5
    double threshold_J = 100; // d: energy below which nobody dies where nothing shelters

    bool operator==(const Lethality&) const = default;
};

// Eq. 4, the chance that a hit kills: 1 / (1 + sqrt(b/d) (d/E)^(1/(4 S_f))). S_f = 0 is the limit of it; no energy, no
// death. INVALID_ARGUMENT: energy below 0, S_f outside 0 to 1, b or d not above 0.
[[nodiscard]] Result<double> fatalityRate(double energy_J, double shelter, const Lethality& lethality = {});

} // namespace haneul::risk::ground
