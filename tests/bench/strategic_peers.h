#pragma once

#include "core/geo/volume4d.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

// Databases that answer the question of the strategic index, for strategic_bench. All are given the same polygons in
// metres of the city's plane, whose straight edges differ from geodesics by millimetres.
namespace haneul::bench {

struct PlaneVolume {
    std::vector<std::pair<double, double>> ring; // x, y in metres, closed
    double west = 0, south = 0, east = 0, north = 0;
    double lower_m = 0, upper_m = 0, from_s = 0, to_s = 0;
};

[[nodiscard]] PlaneVolume planeVolume(const geo::Volume4D& volume); // a polygon with all limits

// OGC well-known binary, little-endian.
[[nodiscard]] std::string wkb(const PlaneVolume& volume);

class DatabasePeer {
public:
    virtual ~DatabasePeer() = default;
    [[nodiscard]] virtual const char* name() const = 0;
    // What it runs as, "SQLite 3.46.1, SpatiaLite 5.1.0".
    [[nodiscard]] virtual std::string version() const = 0;

    virtual void insert(std::uint32_t key, const PlaneVolume& volume) = 0;
    virtual void commit() = 0; // ends what insert or erase began
    virtual void erase(std::uint32_t key) = 0;

    virtual void settle() {} // after many inserts: statistics

    [[nodiscard]] virtual std::size_t query(const PlaneVolume& wanted) = 0;
};

// In memory: an R*Tree of four dimensions (place, height, time) and ST_Intersects of SpatiaLite for what its boxes
// meet.
[[nodiscard]] std::unique_ptr<DatabasePeer> spatialite();

// A server of its own in a temporary folder, on a socket in it and on no network, without fsync; one GiST index over
// shape, heights and times, and ST_Intersects. Null where there is none; `why` says why.
[[nodiscard]] std::unique_ptr<DatabasePeer> postgis(std::string& why);

} // namespace haneul::bench
