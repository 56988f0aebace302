#include "core/path/vehicle.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::path {

namespace {

constexpr double gravity_mps2 = 9.80665;
constexpr double fastest_mps = 150;

bool within(double value, double above, double most) {
    return value > above && value <= most;
}

// Horizontally, along a unit vector; nullopt: the wind is too strong.
std::optional<double> groundSpeed_mps(double speed_mps, const Wind& wind, double east, double north) {
    const double along = wind.toEast_mps * east + wind.toNorth_mps * north;
    const double across = wind.toEast_mps * north - wind.toNorth_mps * east;
    if (std::abs(across) >= speed_mps) return std::nullopt;
    const double ground = along + std::sqrt(speed_mps * speed_mps - across * across);
    if (ground < slowest_mps) return std::nullopt;
    return ground;
}

double power_w(const Vehicle& vehicle, double rate_mps) {
    if (rate_mps > 0) return vehicle.level_w + vehicle.mass_kg * gravity_mps2 * rate_mps / vehicle.climbEfficiency;
    if (rate_mps < 0) {
        // From level flight to the full descent the share comes in evenly.
        const double share = std::min(1.0, -rate_mps / vehicle.descent_mps);
        return vehicle.level_w * (1 - share * (1 - vehicle.descentShare));
    }
    return vehicle.level_w;
}

} // namespace

Result<void> check(const Vehicle& vehicle) {
    const auto bad = [](const char* where, const char* accepted) { return fail("BAD_VEHICLE", accepted, where); };
    if (!within(vehicle.speed_mps, slowest_mps, fastest_mps))
        return bad("speed_mps", "The speed must be above 0.5 m/s and up to 150 m/s");
    if (!within(vehicle.climb_mps, 0, fastest_mps)) return bad("climb_mps", "The climb rate must be above 0 m/s");
    if (!within(vehicle.descent_mps, 0, fastest_mps)) return bad("descent_mps", "The descent rate must be above 0 m/s");
    if (!within(vehicle.steepest_deg, 0, 90))
        return bad("steepest_deg", "The steepest slope is above 0 and up to 90 degrees");
    if (!within(vehicle.mass_kg, 0, 10'000)) return bad("mass_kg", "The mass must be above 0 kg and up to 10,000 kg");
    if (!within(vehicle.level_w, 0, 1e7)) return bad("level_w", "The power in level flight must be above 0 W");
    if (!within(vehicle.climbEfficiency, 0, 1)) return bad("climb_efficiency", "The efficiency is above 0 and up to 1");
    if (!(vehicle.descentShare >= 0 && vehicle.descentShare <= 1))
        return bad("descent_share", "The share of the power in a descent is 0 to 1");
    return {};
}

Result<void> check(const std::vector<Wind>& wind, int layers) {
    if (wind.size() > 1 && wind.size() != static_cast<std::size_t>(layers))
        return fail("BAD_WIND", "Wind is said once, or once for each layer", "wind");
    for (const auto& one : wind)
        if (!(std::hypot(one.toEast_mps, one.toNorth_mps) <= fastest_mps))
            return fail("BAD_WIND", "Wind is up to 150 m/s", "wind");
    return {};
}

std::optional<Effort> effortOf(const Vehicle& vehicle, const Wind& wind, double east_m, double north_m, double up_m) {
    const double flat_m = std::hypot(east_m, north_m);
    Effort effort{.length_m = std::hypot(flat_m, up_m)};
    if (effort.length_m == 0) return effort;
    constexpr double rounding_deg = 1e-9;
    if (std::atan2(std::abs(up_m), flat_m) * 180 / std::numbers::pi > vehicle.steepest_deg + rounding_deg)
        return std::nullopt;
    const double rise_s = up_m > 0 ? up_m / vehicle.climb_mps : -up_m / vehicle.descent_mps;
    if (flat_m > 0) {
        const auto ground = groundSpeed_mps(vehicle.speed_mps, wind, east_m / flat_m, north_m / flat_m);
        if (!ground) return std::nullopt;
        effort.time_s = std::max(effort.length_m / *ground, rise_s);
    } else {
        if (std::hypot(wind.toEast_mps, wind.toNorth_mps) >= vehicle.speed_mps) return std::nullopt; // is blown away
        effort.time_s = rise_s;
    }
    effort.energy_j = power_w(vehicle, up_m / effort.time_s) * effort.time_s;
    return effort;
}

} // namespace haneul::path
