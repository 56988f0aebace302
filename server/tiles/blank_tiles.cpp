#include "server/tiles/blank_tiles.h"

#include "server/tiles/tile_address.h"

#include <mapnik/color.hpp>
#include <mapnik/image.hpp>
#include <mapnik/image_util.hpp>

#include <exception>
#include <utility>

namespace haneul::tiles {

namespace {

struct Hatching {
    mapnik::color ground;
    mapnik::color line;
};

Hatching hatching(Palette palette) {
    switch (palette) {
    case Palette::Dark:
        return {{0x20, 0x24, 0x2A}, {0x2E, 0x34, 0x3C}};
    case Palette::Light:
        return {{0xF4, 0xF5, 0xF6}, {0xDF, 0xE3, 0xE7}};
    case Palette::Contrast:
        return {{0x00, 0x00, 0x00}, {0x4A, 0x4A, 0x4A}};
    }
    std::unreachable();
}

std::string draw(const TileAddress& tile) {
    constexpr int period_px = 16; // divides the tile's side, so that the hatching runs on into the next tile
    const Hatching colours = hatching(tile.palette);
    mapnik::image_rgba8 image(tile.side_px(), tile.side_px());
    for (int y = 0; y < tile.side_px(); ++y)
        for (int x = 0; x < tile.side_px(); ++x) {
            const bool onLine = (x + y) / tile.scale % period_px == 0;
            image(static_cast<std::size_t>(x), static_cast<std::size_t>(y)) =
                (onLine ? colours.line : colours.ground).rgba();
        }
    return mapnik::save_to_string(image, "png8:t=0");
}

} // namespace

Result<std::string> BlankTiles::png(std::string_view style, int zoom, int x, int y, int scale) {
    const auto tile = tileAddress(style, zoom, x, y, scale);
    if (!tile) return std::unexpected(tile.error());
    try {
        return draw(*tile);
    } catch (const std::exception& problem) {
        return fail("TILE_FAILED", std::string("the tile cannot be drawn: ") + problem.what());
    }
}

} // namespace haneul::tiles
