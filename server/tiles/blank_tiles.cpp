#include "server/tiles/blank_tiles.h"

#include "server/tiles/style_stack.h"
#include "server/tiles/tile_address.h"

#include <utility>

namespace haneul::tiles {

namespace {

constexpr std::uint32_t rgb(std::uint32_t red, std::uint32_t green, std::uint32_t blue) {
    return red | green << 8U | blue << 16U | 0xFF000000U;
}

struct Hatching {
    std::uint32_t ground; // RGBA in memory order
    std::uint32_t line;
};

Hatching coloursOf(Palette palette) {
    switch (palette) {
    case Palette::Dark:
        return {rgb(0x20, 0x24, 0x2A), rgb(0x2E, 0x34, 0x3C)};
    case Palette::Light:
        return {rgb(0xF4, 0xF5, 0xF6), rgb(0xDF, 0xE3, 0xE7)};
    case Palette::Contrast:
        return {rgb(0x00, 0x00, 0x00), rgb(0x4A, 0x4A, 0x4A)};
    }
    std::unreachable();
}

} // namespace

Canvas hatching(const TileAddress& tile) {
    constexpr int period_px = 16; // divides the tile's side, so that the hatching runs on into the next tile
    const Hatching colours = coloursOf(tile.palette);
    Canvas canvas(tile.side_px(), tile.side_px());
    auto pixel = canvas.pixels.begin();
    for (int y = 0; y < tile.side_px(); ++y)
        for (int x = 0; x < tile.side_px(); ++x)
            *pixel++ = (x + y) / tile.scale % period_px == 0 ? colours.line : colours.ground;
    return canvas;
}

Result<std::string> BlankTiles::png(std::string_view style, int zoom, int x, int y, int scale) {
    const auto stack = styleStackFrom(style);
    if (!stack) return std::unexpected(stack.error());
    if (!stack->layers.empty()) return fail("NO_SUCH_LAYER", "there is no such layer", stack->layers.front().id);
    const auto tile = tileAddress(stack->palette, zoom, x, y, scale);
    if (!tile) return std::unexpected(tile.error());
    return encodePng(hatching(*tile));
}

} // namespace haneul::tiles
