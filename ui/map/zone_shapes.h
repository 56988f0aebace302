#pragma once

#include "core/geo/mercator.h"
#include "core/geo/volume4d.h"
#include "ui/map/camera.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace haneul::map {

// A corner of an area: Web Mercator, but x runs on beyond 0..1 where the area crosses the edge of the world.
using ZoneRing = std::vector<geo::Mercator>; // without the closing repetition

// How far up and down a volume reaches in a 3D view, metres above mean sea level; none: from the ground, or without an
// upper limit.
struct ZoneHeights {
    std::optional<double> floor_m, ceiling_m;
    // A limit above ground without terrain, or above the ellipsoid without a geoid, stands here as if the ground, or
    // the ellipsoid, were mean sea level.
    bool assumed = false;

    bool operator==(const ZoneHeights&) const = default;
};

// A height that people gave, above mean sea level as far as the surroundings are known.
struct PlacedHeight {
    double metres = 0;
    bool assumed = false; // as in ZoneHeights

    bool operator==(const PlacedHeight&) const = default;
};

[[nodiscard]] PlacedHeight placedHeight(const geo::VerticalLimit& limit, geo::LatLon at,
                                        const geo::Surroundings& surroundings);
// From the ground up nothing is assumed: it stands on whatever ground is drawn.
[[nodiscard]] ZoneHeights placedHeights(const std::optional<geo::VerticalLimit>& lower,
                                        const std::optional<geo::VerticalLimit>& upper, geo::LatLon at,
                                        const geo::Surroundings& surroundings);

struct ZoneVolumeShape {
    std::vector<ZoneRing> rings; // the outer one, then holes
    geo::Mercator least, most;   // of all rings
    ZoneHeights heights;
};

// Shared: a zone that only becomes selected keeps its corners.
using ZoneVolumes = std::shared_ptr<const std::vector<ZoneVolumeShape>>; // never null

[[nodiscard]] ZoneVolumeShape zoneVolume(std::vector<ZoneRing> rings, const ZoneHeights& heights);

// Zones of airspace as a map or a 3D view draws them. Who makes them knows what a zone is; the map does not.
struct ZoneShape {
    enum class Kind : std::uint8_t { Prohibited, Authorisation, Conditional, Information };
    enum class State : std::uint8_t {
        Active,
        Inactive,  // not now: thinner, without hatching
        NotJudged, // nobody knows whether it is active: grey hatching all over
    };

    QString key;
    QStringList label; // name, then what stands below it
    QString tip;
    Kind kind = Kind::Prohibited;
    State state = State::Active;
    bool selected = false; // halo
    bool draft = false;    // being drawn: not published
    QString identifier;    // of the zone, as plans name it
    ZoneVolumes volumes = std::make_shared<const std::vector<ZoneVolumeShape>>();
};

struct ZoneHandle {
    enum class Kind : std::uint8_t { Corner, Middle, Centre, Rim }; // Middle: where a corner can be put in

    geo::Mercator place;
    Kind kind = Kind::Corner;
    bool selected = false;
};

struct ZoneShapes {
    std::vector<ZoneShape> zones;
    std::vector<ZoneHandle> handles;  // of the area in hand
    ZoneRing rubber;                  // the line being drawn, up to the pointer
    bool rubberCloses = false;        // it would be a ring
    std::optional<geo::Mercator> pen; // where the notes stand
    QStringList notes;                // length, bearing, radius
};

using ZoneShapesPtr = std::shared_ptr<const ZoneShapes>; // never null: an empty one

// In pixels, in that copy of the world that is nearest to the middle of the map.
[[nodiscard]] std::vector<QPointF> pixelsOf(const ZoneRing& ring, const ZoneVolumeShape& volume,
                                            const MapCamera& camera);

// Numbers of the zones under a pixel, the smallest first: people point at the small one inside the large one.
[[nodiscard]] std::vector<std::size_t> zonesAt(const ZoneShapes& shapes, const MapCamera& camera, QPointF pixel,
                                               double radius_px);
// The zone whose border is nearest and no farther than that: inside of a large zone nobody wants to be told of it.
[[nodiscard]] std::optional<std::size_t> zoneBorderAt(const ZoneShapes& shapes, const MapCamera& camera, QPointF pixel,
                                                      double radius_px);

} // namespace haneul::map
