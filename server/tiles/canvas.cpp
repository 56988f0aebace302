#include "server/tiles/canvas.h"

#include <mapnik/image.hpp>
#include <mapnik/image_any.hpp>
#include <mapnik/image_reader.hpp>
#include <mapnik/image_util.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <memory>

namespace haneul::tiles {

namespace {

using Channels = std::array<float, 4>; // red, green, blue (times alpha), alpha; 0..255

Channels channels(std::uint32_t pixel) {
    const auto byte = [pixel](unsigned shift) { return static_cast<float>((pixel >> shift) & 0xFFU); };
    const float alpha = byte(24);
    const float factor = alpha / 255.0F;
    return {byte(0) * factor, byte(8) * factor, byte(16) * factor, alpha};
}

std::uint32_t over(std::uint32_t below, const Channels& above, float opacity) {
    const float rest = 1.0F - above[3] * opacity / 255.0F;
    std::uint32_t result = 0xFF000000U;
    for (unsigned i = 0; i < 3; ++i) {
        const auto old = static_cast<float>((below >> (8 * i)) & 0xFFU);
        const float mixed = std::clamp(above.at(i) * opacity + old * rest + 0.5F, 0.0F, 255.0F);
        result |= static_cast<std::uint32_t>(mixed) << (8 * i);
    }
    return result;
}

std::uint32_t at(const Canvas& image, int x, int y) {
    const auto column = static_cast<std::size_t>(std::clamp(x, 0, image.width - 1));
    const auto row = static_cast<std::size_t>(std::clamp(y, 0, image.height - 1));
    return image.pixels[row * static_cast<std::size_t>(image.width) + column];
}

Channels smooth(const Canvas& image, double x, double y) {
    const double left = std::floor(x - 0.5);
    const double top = std::floor(y - 0.5);
    const auto right = static_cast<float>(x - 0.5 - left);
    const auto lower = static_cast<float>(y - 0.5 - top);
    Channels sum{};
    for (int dy = 0; dy < 2; ++dy)
        for (int dx = 0; dx < 2; ++dx) {
            const float weight = (dx ? right : 1 - right) * (dy ? lower : 1 - lower);
            const Channels part = channels(at(image, static_cast<int>(left) + dx, static_cast<int>(top) + dy));
            for (std::size_t i = 0; i < sum.size(); ++i)
                sum.at(i) += weight * part.at(i);
        }
    return sum;
}

// The mean of the pixels that fall together when an image is reduced.
Channels mean(const Canvas& image, double x, double y, double stepX, double stepY) {
    const int across = std::max(1, static_cast<int>(std::ceil(stepX)));
    const int down = std::max(1, static_cast<int>(std::ceil(stepY)));
    Channels sum{};
    for (int row = 0; row < down; ++row)
        for (int column = 0; column < across; ++column) {
            const double atX = x + ((column + 0.5) / across - 0.5) * stepX;
            const double atY = y + ((row + 0.5) / down - 0.5) * stepY;
            const Channels part = channels(at(image, static_cast<int>(atX), static_cast<int>(atY)));
            for (std::size_t i = 0; i < sum.size(); ++i)
                sum.at(i) += part.at(i) / static_cast<float>(across * down);
        }
    return sum;
}

Canvas copied(const mapnik::image_rgba8& source) {
    Canvas canvas(static_cast<int>(source.width()), static_cast<int>(source.height()));
    std::copy(source.data(), source.data() + canvas.pixels.size(), canvas.pixels.begin());
    return canvas;
}

} // namespace

Result<Canvas> decodeImage(std::string_view bytes) {
    try {
        const std::unique_ptr<mapnik::image_reader> reader(mapnik::get_image_reader(bytes.data(), bytes.size()));
        if (!reader) return fail("IMAGE_BROKEN", "the image is neither PNG, JPEG nor WebP");
        const unsigned width = reader->width();
        const unsigned height = reader->height();
        if (width == 0 || height == 0) return fail("IMAGE_BROKEN", "the image is empty");
        if (width > maxImageSide_px || height > maxImageSide_px)
            return fail("IMAGE_TOO_LARGE", "the image is larger than 4096 x 4096 pixels");
        mapnik::image_rgba8 image(static_cast<int>(width), static_cast<int>(height));
        reader->read(0, 0, image);
        return copied(image);
    } catch (const std::exception& problem) {
        return fail("IMAGE_BROKEN", std::string("the image cannot be decoded: ") + problem.what());
    }
}

Result<std::string> encodePng(const Canvas& canvas, Alpha alpha) {
    try {
        mapnik::image_rgba8 image(canvas.width, canvas.height);
        std::ranges::copy(canvas.pixels, image.data());
        return mapnik::save_to_string(image, alpha == Alpha::Kept ? "png32:z=1" : "png32:t=0:z=1");
    } catch (const std::exception& problem) {
        return fail("TILE_FAILED", std::string("the tile cannot be written: ") + problem.what());
    }
}

void blend(Canvas& canvas, int left, int top, int side, const Canvas& image, Window part, int opacity_pct) {
    if (image.width <= 0 || image.height <= 0) return;
    const float opacity = static_cast<float>(opacity_pct) / 100.0F;
    const double stepX = part.size * image.width / side;
    const double stepY = part.size * image.height / side;
    const bool enlarged = stepX < 1.0 || stepY < 1.0;
    for (int row = 0; row < side; ++row) {
        const double y = part.top * image.height + (row + 0.5) * stepY;
        auto* target = &canvas.pixels[static_cast<std::size_t>(top + row) * static_cast<std::size_t>(canvas.width) +
                                      static_cast<std::size_t>(left)];
        for (int column = 0; column < side; ++column, ++target) {
            const double x = part.left * image.width + (column + 0.5) * stepX;
            const Channels above = enlarged ? smooth(image, x, y) : mean(image, x, y, stepX, stepY);
            if (above[3] > 0) *target = over(*target, above, opacity);
        }
    }
}

} // namespace haneul::tiles
