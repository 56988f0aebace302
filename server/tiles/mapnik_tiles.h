#pragma once

#include "server/tiles/blank_tiles.h" // what to serve when create() refuses
#include "server/tiles/canvas.h"
#include "server/tiles/map_pack.h"
#include "server/tiles/style_stack.h"
#include "server/tiles/tile_source.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace haneul::tiles {

struct MapnikSettings {
    // The base map, maps/korea.gpkg.
    std::filesystem::path pack;
    // Rivers, a pack of its own because of its licence. Empty: the file <pack>-rivers.gpkg beside the pack, if any.
    std::filesystem::path rivers = {};
    // One font file with Hangul and Latin that holds the face "Noto Sans CJK KR Regular".
    std::filesystem::path font = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
};

// Both packs as one. Errors: those of readMapPack.
[[nodiscard]] Result<MapPack> readMapPacks(const MapnikSettings& settings);

// Draws tiles from a GeoPackage with Mapnik in the styles of resources/map. The packs are read once, into memory: the
// files may be replaced or unplugged while the program runs. Drawing takes no lock, and equal calls give equal bytes.
class MapnikTiles : public TileSource {
public:
    // Errors: those of readMapPack, MAP_PACK_INCOMPLETE (a layer that the map cannot do without is absent),
    // MAP_FONT_MISSING, MAP_STYLE_BROKEN. A pack without rivers, borders or places gives a map without them.
    [[nodiscard]] static Result<std::shared_ptr<MapnikTiles>> create(const MapnikSettings& settings);
    // Of a pack that is read already.
    [[nodiscard]] static Result<std::shared_ptr<MapnikTiles>> create(const MapnikSettings& settings, MapPack pack);
    ~MapnikTiles() override;

    // Of a stack without layers of the customer's (those: NO_SUCH_LAYER).
    [[nodiscard]] Result<std::string> png(std::string_view style, int zoom, int x, int y, int scale) override;

    // The two halves of a tile, between which other layers are laid. Land hidden: hatching. Code TILE_FAILED.
    [[nodiscard]] Result<Canvas> ground(const TileAddress& tile, const StyleStack& stack) const;
    [[nodiscard]] Result<void> names(const TileAddress& tile, const StyleStack& stack, Canvas& canvas) const;

    // Whom to name for the map.
    [[nodiscard]] const std::vector<MapSource>& sources() const;

private:
    struct Impl;
    explicit MapnikTiles(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace haneul::tiles
