#include "core/geo/local_frame.h"

namespace haneul::geo {

LocalFrame::LocalFrame(LatLon origin)
    : m_origin(origin)
    , m_frame(origin.latitude_deg, origin.longitude_deg, 0.0) {}

Enu_m LocalFrame::toEnu(LatLon point, double height_m) const {
    Enu_m place;
    m_frame.Forward(point.latitude_deg, point.longitude_deg, height_m, place.east, place.north, place.up);
    return place;
}

LatLon LocalFrame::toLatLon(Enu_m place) const {
    LatLon point;
    double height_m = 0;
    m_frame.Reverse(place.east, place.north, place.up, point.latitude_deg, point.longitude_deg, height_m);
    return point;
}

} // namespace haneul::geo
