#pragma once

#include "core/base/time.h"
#include "server/maps/place_index.h"
#include "server/maps/raster_source.h"
#include "server/tiles/mapnik_tiles.h"
#include "server/tiles/tile_source.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::maps {

enum class LayerKind : std::uint8_t { Base, Raster };
enum class LayerState : std::uint8_t {
    Ready,
    Arriving,   // still being copied into the folder
    Converting, // a GeoTIFF on its way to tiles
    Unusable,   // see `reason`
};
[[nodiscard]] std::string_view nameOf(LayerKind kind);   // "base", "raster"
[[nodiscard]] std::string_view nameOf(LayerState state); // "ready", "arriving", "converting", "unusable"

struct MapLayerInfo {
    std::string id; // of a base layer the group's name: "land"
    LayerKind kind = LayerKind::Raster;
    LayerState state = LayerState::Ready;
    RasterFacts facts; // of a base layer too
    std::string file;  // name within the folder; empty for the base map
    std::uint64_t size_bytes = 0;
    std::optional<UtcMs> fileTime; // when the file was last written: the newest its data can be
    std::string version;           // changes when the data does
    std::string reasonCode;        // why it is unusable
    std::string reason;
};

// Immutable picture of what there is to show.
struct MapCatalog {
    std::uint64_t revision = 0;       // grows with every change
    std::vector<MapLayerInfo> layers; // base groups bottom to top, then the customer's by id
    std::vector<std::string> lacks;   // codes of what this map does not show: "roads", "buildings", "terrain", ...
    std::string credits;              // whom the base map must name
};

using MapCatalogPtr = std::shared_ptr<const MapCatalog>;

struct MapLibrarySettings {
    tiles::MapnikSettings base;
    std::filesystem::path folder;    // the customer's drop-in folder; empty: none. Made when it is not there
    std::filesystem::path converted; // where tiles made from GeoTIFF are kept; the only place that is written to
    std::filesystem::path worker;    // the program that converts GeoTIFF; empty: such files are refused
    int poll_ms = 1000;
};

// One line about one file: taken, or refused and why.
struct FileReport {
    std::string file;
    bool taken = false;
    std::string code; // MAP_LAYER_TAKEN, MAP_LAYER_GONE, or why not
    std::string text;
};

// Everything that the map is drawn from: the base pack and the customer's files in one folder, which is looked at again
// while the program runs, on a thread of its own. Draws tiles of any stack. Thread-safe.
class MapLibrary final : public tiles::TileSource {
public:
    using Report = std::function<void(const FileReport&)>;

    // Never fails: without a usable pack the base map is hatching, and the catalog says why. `report` is called on
    // threads of the library's and of those who ask for tiles.
    [[nodiscard]] static std::shared_ptr<MapLibrary> open(MapLibrarySettings settings, Report report);
    ~MapLibrary() override;

    // `style` is a tiles::StyleStack in text. Codes: NO_SUCH_TILE, BAD_STYLE, NO_SUCH_LAYER, TILE_FAILED.
    [[nodiscard]] Result<std::string> png(std::string_view style, int zoom, int x, int y, int scale) override;
    [[nodiscard]] std::uint64_t dataVersion(std::string_view style) const override;

    [[nodiscard]] MapCatalogPtr catalog() const;
    [[nodiscard]] const PlaceIndex& places() const;
    // Why there is no base map; nullopt: there is one.
    [[nodiscard]] const std::optional<Error>& baseTrouble() const;

private:
    struct Impl;
    explicit MapLibrary(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace haneul::maps
