#pragma once

#include "core/geo/mercator.h"
#include "core/geo/position.h"

#include <QPointF>
#include <QSizeF>

#include <span>

namespace haneul::map {

// What part of the world a north-up map shows: enough to turn places into pixels and back, exactly as Qt Location's
// Map draws them at tilt 0 and bearing 0. Pixels are those of the map item, origin top left, y down.
struct MapCamera {
    geo::Mercator center;
    double zoom = 2.0;
    QSizeF size;

    bool operator==(const MapCamera& other) const {
        return center.x == other.center.x && center.y == other.center.y && zoom == other.zoom && size == other.size;
    }

    // Side of the whole world in pixels.
    [[nodiscard]] double world_px() const;
    // Takes the copy of the world that is nearest to the centre (antimeridian).
    [[nodiscard]] QPointF pixelOf(geo::Mercator place) const;
    [[nodiscard]] geo::Mercator placeAt(QPointF pixel) const; // x within 0..1
    // Ground metres one pixel spans at the centre's latitude.
    [[nodiscard]] double metresPerPixel() const;
};

// Largest round length (1, 2 or 5 times a power of ten, in metres) that is not longer than `longest_px` on the map.
struct ScaleBar {
    double length_m = 0;
    double length_px = 0;
};

[[nodiscard]] ScaleBar scaleBar(const MapCamera& camera, double longest_px);

// The camera that shows all places with a margin; `places` must not be empty.
[[nodiscard]] MapCamera fitting(std::span<const geo::Mercator> places, QSizeF size, double margin_px, double maxZoom);

} // namespace haneul::map
