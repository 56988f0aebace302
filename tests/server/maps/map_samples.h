#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace haneul::tests {

// A PNG of 256 x 256 pixels of one colour, RGBA in memory order.
std::string plainPng(std::uint32_t rgba);

struct SampleTile {
    int zoom, x, y;
    std::string image;
};

// An MBTiles file; `extraSql` is run last.
void writeMbtiles(const std::string& path, const std::vector<SampleTile>& tiles, const std::string& extraSql = {},
                  bool asView = false);

// A PMTiles 3 archive with one root directory.
std::string pmtilesOf(const std::vector<SampleTile>& tiles, std::uint8_t compression, std::uint8_t tileType = 2);

} // namespace haneul::tests
