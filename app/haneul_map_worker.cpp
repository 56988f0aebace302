// Converts one GeoTIFF into MBTiles, locked away: haneul-map-worker INPUT.tif OUTPUT.mbtiles
// Exit code 0: the output is whole; 2: wrong call; 3: refused, and standard output says "CODE message".
#include "server/geotiff/confine.h"
#include "server/geotiff/geotiff_tiles.h"

#include <cstdio>
#include <filesystem>

int main(int argc, char** argv) {
    using namespace haneul;
    if (argc != 3) {
        std::fputs("usage: haneul-map-worker INPUT.tif OUTPUT.mbtiles\n", stderr);
        return 2;
    }
    const std::filesystem::path output = std::filesystem::absolute(argv[2]);
    const auto done = geotiff::confine({.output = output}).and_then([&] {
        return geotiff::convertGeotiff(std::filesystem::absolute(argv[1]), output);
    });
    if (done) return 0;
    std::printf("%s %s\n", done.error().code.c_str(), done.error().message.c_str());
    return 3;
}
