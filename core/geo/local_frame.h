#pragma once

#include "core/geo/position.h"

#include <GeographicLib/LocalCartesian.hpp>

namespace haneul::geo {

// Metres east, north and up of an origin on the ellipsoid.
struct Enu_m {
    double east = 0;
    double north = 0;
    double up = 0;
};

// A tangent-plane frame around an origin; exact (no flat-earth shortcut), fit for a city and its surroundings.
class LocalFrame {
public:
    explicit LocalFrame(LatLon origin);

    [[nodiscard]] Enu_m toEnu(LatLon point, double height_m) const;
    [[nodiscard]] LatLon toLatLon(Enu_m place) const;

    [[nodiscard]] LatLon origin() const { return m_origin; }

private:
    LatLon m_origin;
    GeographicLib::LocalCartesian m_frame;
};

} // namespace haneul::geo
