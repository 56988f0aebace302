#include "core/geo/geodesic.h"

#include <GeographicLib/Geodesic.hpp>

namespace haneul::geo {

GeodesicLine inverse(LatLon from, LatLon to) {
    GeodesicLine line;
    double azimuth1 = 0;
    double azimuth2 = 0;
    GeographicLib::Geodesic::WGS84().Inverse(from.latitude_deg, from.longitude_deg, to.latitude_deg, to.longitude_deg,
                                             line.distance_m, azimuth1, azimuth2);
    line.initialBearing_deg = azimuth1 < 0 ? azimuth1 + 360.0 : azimuth1;
    return line;
}

LatLon direct(LatLon from, double bearing_deg, double distance_m) {
    LatLon to;
    GeographicLib::Geodesic::WGS84().Direct(from.latitude_deg, from.longitude_deg, bearing_deg, distance_m,
                                            to.latitude_deg, to.longitude_deg);
    return to;
}

} // namespace haneul::geo
