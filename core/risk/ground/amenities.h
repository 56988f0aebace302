#pragma once

#include "core/base/error.h"
#include "core/risk/ground/day.h"
#include "core/risk/ground/plane.h"

#include <optional>
#include <span>
#include <vector>

// Places that draw people, as areas with hours of activity.
namespace haneul::risk::ground {

struct Amenity {
    std::vector<Place_m> polygon;       // a ring without the repeated first point; one point is a place, two are a line
    double scale_m = 1000;              // L: over which it draws
    HourlyWeights activity = alwaysOne; // A, 0 to 1

    bool operator==(const Amenity&) const = default;
};

// 0 inside the polygon and on its edge.
[[nodiscard]] double distanceTo_m(const Amenity& amenity, Place_m place);

// INVALID_ARGUMENT: no point, a scale not above 0, an activity outside 0 to 1.
[[nodiscard]] Result<void> check(const Amenity& amenity);

// 1 + A (exp(1 - (d/L)^2) - 1).
[[nodiscard]] double pullOf(const Amenity& amenity, double distance_m, double timeOfDay_s);

struct AmenityFactor {
    double factor = 1;                 // phi
    std::vector<double> distances_m{}; // one per amenity
};

// The largest pull, never below `floor`; without amenities 1. A floor of 1: amenities only add.
// INVALID_ARGUMENT: see check; a floor below 0; a place or time that is not finite.
[[nodiscard]] Result<AmenityFactor> amenityFactor(std::span<const Amenity> amenities, Place_m place, double timeOfDay_s,
                                                  double floor);

} // namespace haneul::risk::ground
