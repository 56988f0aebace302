#include "picture.h"

#include <png.h>

#include <algorithm>

namespace haneul::tests {

static_assert(sizeof(Pixel) == 4);

double Picture::shareOf(Pixel colour) const {
    return static_cast<double>(std::ranges::count(pixels, colour)) / static_cast<double>(pixels.size());
}

std::optional<Picture> decodePng(const std::string& bytes) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&header, bytes.data(), bytes.size())) return std::nullopt;
    header.format = PNG_FORMAT_RGBA;
    Picture picture{.width = static_cast<int>(header.width), .height = static_cast<int>(header.height)};
    picture.pixels.resize(std::size_t{header.width} * header.height);
    if (!png_image_finish_read(&header, nullptr, picture.pixels.data(), 0, nullptr)) return std::nullopt;
    return picture;
}

} // namespace haneul::tests
