#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::tiles {

// A picture of RGBA bytes in memory order, alpha not multiplied in; rows from the top.
struct Canvas {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels; // width * height

    Canvas() = default;

    Canvas(int width_px, int height_px)
        : width(width_px)
        , height(height_px)
        , pixels(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px)) {}
};

// A part of a canvas; fractions of its sides, 0..1.
struct Window {
    double left = 0;
    double top = 0;
    double size = 1; // of both sides
};

inline constexpr int maxImageSide_px = 4096;

// PNG, JPEG or WebP by its own first bytes; the size is looked at before anything is decoded.
// Codes: IMAGE_BROKEN, IMAGE_TOO_LARGE.
[[nodiscard]] Result<Canvas> decodeImage(std::string_view bytes);
enum class Alpha { Dropped, Kept };

// What is drawn for the map is opaque: without alpha it is smaller. Code TILE_FAILED.
[[nodiscard]] Result<std::string> encodePng(const Canvas& canvas, Alpha alpha = Alpha::Dropped);

// Lays `part` of `image` over the square of `side` pixels at (left, top) of an opaque canvas; smooth when it has to be
// enlarged. The square must lie inside the canvas.
void blend(Canvas& canvas, int left, int top, int side, const Canvas& image, Window part, int opacity_pct);

} // namespace haneul::tiles
