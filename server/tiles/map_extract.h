#pragma once

#include "core/geo/position.h"
#include "server/tiles/map_pack.h"

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace haneul::tiles {

// A square around a place; sides run along meridians and parallels.
struct MapArea {
    geo::LatLon middle;
    double halfWidth_m = 0;

    bool operator==(const MapArea&) const = default;
};

using GeoLine = std::vector<geo::LatLon>;

// Rings are closed (first point = last point); the outer ring comes first, then its holes.
struct GeoPolygon {
    std::vector<GeoLine> rings;
};

enum class AirfieldKind : std::uint8_t { LargeAirport, MediumAirport, SmallAirport, Heliport };

struct Airfield {
    geo::LatLon place;
    AirfieldKind kind = AirfieldKind::SmallAirport;
    std::string code; // ICAO; where there is none, the identifier of the source
    std::string name; // in English: the source has no other
    std::optional<double> elevation_m;
};

struct Runway {
    geo::LatLon from;
    geo::LatLon to;
    double width_m = 0; // 0: the source does not say
};

struct PlaceName {
    geo::LatLon place;
    std::string korean; // may be empty
    std::string english;
    int labelZoom = 0; // first zoom of the flat map that names it: smaller is more important
};

// What of a base map lies in an area, as values for views that draw ground themselves. Water, rivers and borders are
// cut at the edge of the area.
struct MapExtract {
    MapArea area;
    geo::LatLon southWest; // corners of where it was cut
    geo::LatLon northEast;
    std::vector<GeoPolygon> water; // sea, estuaries
    std::vector<GeoLine> rivers;
    std::vector<GeoLine> districtBorders;
    std::vector<GeoLine> provinceBorders;
    std::vector<GeoLine> countryBorders;
    std::vector<Airfield> airfields;
    std::vector<Runway> runways;
    std::vector<PlaceName> places;
};

// A layer that the pack does not have is empty in the extract.
[[nodiscard]] MapExtract extractOf(const MapPack& pack, const MapArea& area);

// Reads extracts on a thread of its own; nothing of the pack stays in memory between two requests. Thread-safe.
class MapReader {
public:
    using Done = std::function<void(Result<MapExtract>)>;

    // `pack` as in MapnikSettings; packs beside it (<pack>-rivers.gpkg, <pack>-runways.gpkg) are read with it where
    // they are.
    explicit MapReader(std::filesystem::path pack);

    // `done` runs on the reader's thread. A request that has not begun is replaced by the next one of the same `who`;
    // its `done` is then never called. Errors: those of readMapPack.
    void request(const void* who, MapArea area, Done done);
    void forget(const void* who); // after it returns, no `done` of that `who` runs any more

private:
    struct Request {
        const void* who;
        MapArea area;
        Done done;
    };

    void work(const std::stop_token& stop);
    [[nodiscard]] Result<MapExtract> read(const MapArea& area) const;

    std::filesystem::path m_pack;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::vector<Request> m_waiting;
    const void* m_serving = nullptr;
    std::jthread m_thread; // last: ends first
};

} // namespace haneul::tiles
