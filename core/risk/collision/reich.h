#pragma once

#include "core/base/error.h"

// The Reich model for two drones that fly in opposite directions on parallel routes at one level (Reich drone
// separation study, eq. 5).
namespace haneul::risk::collision {

struct DroneSize {
    double length_m = 0; // λx
    double width_m = 0;  // λy
    double height_m = 0; // λz

    bool operator==(const DroneSize&) const = default;
};

// What the model takes for given beside the drones and their distance.
struct Constants {
    double verticalOverlap = 0;    // Pz(0): probability that two drones at one level have the same height
    double oppositeOccupancy = 0;  // Ey: opposite-direction lateral occupancy
    double halfWindow_nm = 0;      // Sx: half of the longitudinal window in which drones count as neighbours
    double crossTrackSpeed_kt = 0; // ẏ: relative, when lateral separation is lost; counts by magnitude
    double verticalSpeed_kt = 0;   // ż: relative; counts by magnitude

    bool operator==(const Constants&) const = default;
};

// N(d) = Py(d) · C · B, with C = Pz(0)·Ey/Sx in 1/NM and B in kt, the sum of three terms.
struct Terms {
    double perNauticalMile = 0; // C
    double along_kt = 0;        // V
    double across_kt = 0;       // λx·|ẏ|/(2λy)
    double vertical_kt = 0;     // λx·|ż|/(2λz)

    [[nodiscard]] double sum_kt() const { return along_kt + across_kt + vertical_kt; } // B
};

// `speed_kt`: mean ground speed V. Codes, in this order: INVALID_SIZE (a size is not > 0), INVALID_SX, INVALID_ARGUMENT
// (a probability outside 0..1, a negative speed or occupancy, a number that is not finite); `where` names the value.
[[nodiscard]] Result<Terms> termsOf(const DroneSize& size, double speed_kt, const Constants& constants);

// N in expected collisions per flight hour for a lateral overlap Py. Codes: those of termsOf.
[[nodiscard]] Result<double> collisionsPerHour(double lateralOverlap, const DroneSize& size, double speed_kt,
                                               const Constants& constants);

// ICAO's target level of safety: one collision in 4·10⁸ flight hours.
inline constexpr double icaoTargetPerHour = 2.5e-9;

enum class Decision { Accept, Reject };

// The paper's Table 3: N at the target is still accepted.
[[nodiscard]] constexpr Decision decide(double collisionsPerHour, double targetPerHour) {
    return collisionsPerHour <= targetPerHour ? Decision::Accept : Decision::Reject;
}

} // namespace haneul::risk::collision
