#pragma once

namespace haneul::risk::ground {

// Metres east and north of the origin of a local frame (geo::LocalFrame); of a study, of any plane.
struct Place_m {
    double east = 0;
    double north = 0;

    bool operator==(const Place_m&) const = default;
};

} // namespace haneul::risk::ground
