#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace haneul::tests {

struct Pixel {
    std::uint8_t red, green, blue, alpha;
    bool operator==(const Pixel&) const = default;
};

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<Pixel> pixels;

    [[nodiscard]] Pixel at(int x, int y) const { return pixels[static_cast<std::size_t>(y * width + x)]; }

    [[nodiscard]] double shareOf(Pixel colour) const; // 0..1
};

// Decoded with libpng, not with the library that made the tile.
[[nodiscard]] std::optional<Picture> decodePng(const std::string& bytes);

} // namespace haneul::tests
