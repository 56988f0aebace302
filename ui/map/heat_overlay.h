#pragma once

#include "core/geo/position.h"

#include <QImage>

#include <memory>

namespace haneul::map {

// A picture that lies on the ground, under everything else that the map draws: a risk map. Its colours, hatching and
// marks are in the picture.
struct HeatOverlay {
    QImage image; // north up
    geo::LatLon northWest, northEast, southEast, southWest;
};

using HeatOverlayPtr = std::shared_ptr<const HeatOverlay>; // null: none

} // namespace haneul::map
