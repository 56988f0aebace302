#include "core/risk/ground/amenities.h"

#include "core/risk/ground/range.h"

#include <algorithm>
#include <cmath>

namespace haneul::risk::ground {

namespace {

double distanceToEdge_m(Place_m from, Place_m to, Place_m place) {
    const double east = to.east - from.east, north = to.north - from.north;
    const double squared = east * east + north * north;
    double along = 0;
    if (squared > 0)
        along = std::clamp(((place.east - from.east) * east + (place.north - from.north) * north) / squared, 0.0, 1.0);
    return std::hypot(place.east - from.east - along * east, place.north - from.north - along * north);
}

// Whether a ray to the east crosses the edge.
bool crosses(Place_m from, Place_m to, Place_m place) {
    if ((from.north > place.north) == (to.north > place.north)) return false;
    const double part = (place.north - from.north) / (to.north - from.north);
    return place.east < from.east + part * (to.east - from.east);
}

} // namespace

double distanceTo_m(const Amenity& amenity, Place_m place) {
    const auto& ring = amenity.polygon;
    bool inside = false;
    double least = noLimit;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Place_m from = ring[i], to = ring[(i + 1) % ring.size()];
        least = std::min(least, distanceToEdge_m(from, to, place));
        if (ring.size() > 2 && crosses(from, to, place)) inside = !inside;
    }
    return inside ? 0 : least;
}

Result<void> check(const Amenity& amenity) {
    if (amenity.polygon.empty()) return fail("INVALID_ARGUMENT", "an amenity has at least one point", "polygon");
    for (const Place_m& corner : amenity.polygon)
        if (auto fine = check({anyNumber("polygon", corner.east), anyNumber("polygon", corner.north)}); !fine)
            return fine;
    if (auto fine = check({aboveZero("scale", amenity.scale_m)}); !fine) return fine;
    for (const double activity : amenity.activity)
        if (auto fine = check({share("activity", activity)}); !fine) return fine;
    return {};
}

double pullOf(const Amenity& amenity, double distance_m, double timeOfDay_s) {
    const double r = distance_m / amenity.scale_m;
    return 1 + weightAt(amenity.activity, timeOfDay_s) * (std::exp(1 - r * r) - 1);
}

Result<AmenityFactor> amenityFactor(std::span<const Amenity> amenities, Place_m place, double timeOfDay_s,
                                    double floor) {
    const auto fine = check({anyNumber("x_km", place.east), anyNumber("y_km", place.north),
                             anyNumber("t_s", timeOfDay_s), notNegative("floor", floor)});
    if (!fine) return std::unexpected(fine.error());
    AmenityFactor answer;
    for (const Amenity& amenity : amenities) {
        if (auto sound = check(amenity); !sound) return std::unexpected(sound.error());
        answer.distances_m.push_back(distanceTo_m(amenity, place));
        const double pull = pullOf(amenity, answer.distances_m.back(), timeOfDay_s);
        answer.factor = answer.distances_m.size() == 1 ? pull : std::max(answer.factor, pull);
    }
    answer.factor = std::max(answer.factor, floor);
    return answer;
}

} // namespace haneul::risk::ground
