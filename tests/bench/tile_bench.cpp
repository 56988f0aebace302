// Tiles of the base map, drawn cold and one at a time on one thread: the limit is a p99 of 30 ms.
// The list is fixed: around seven places at every zoom from 4 to 17, in the three themes, 1x and 2x. Times are CPU time
// of this thread, so that other programs on the machine disturb less. Fails when a tile cannot be drawn, never on a
// time.
#include "core/geo/mercator.h"
#include "server/tiles/mapnik_tiles.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <ctime>

using namespace haneul;

namespace {

constexpr double limit_ms = 30.0;
constexpr std::array<geo::LatLon, 7> places{{{37.55, 126.99},   // Seoul
                                             {37.46, 126.44},   // Incheon
                                             {33.51, 126.53},   // Jeju
                                             {35.18, 129.08},   // Busan
                                             {34.40, 126.20},   // islands of the south-west
                                             {36.50, 131.00},   // open sea
                                             {38.00, 126.90}}}; // the border

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double quantile(std::vector<double> values, double share) {
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

// The times of one zoom; empty: a tile failed.
std::vector<double> drawAll(tiles::MapnikTiles& map, const std::string& style, int zoom, int scale, int reach) {
    std::vector<double> times_ms;
    for (const auto& place : places) {
        const auto unit = geo::toMercator(place);
        const int side = 1 << zoom;
        for (int dx = -reach; dx <= reach; ++dx)
            for (int dy = -reach; dy <= reach; ++dy) {
                const int x = std::clamp(static_cast<int>(unit.x * side) + dx, 0, side - 1);
                const int y = std::clamp(static_cast<int>(unit.y * side) + dy, 0, side - 1);
                const double before = cpu_ms();
                const auto png = map.png(style, zoom, x, y, scale);
                times_ms.push_back(cpu_ms() - before);
                if (!png) {
                    std::fprintf(stderr, "%s %d/%d/%d: %s\n", style.c_str(), zoom, x, y, png.error().message.c_str());
                    return {};
                }
            }
    }
    return times_ms;
}

} // namespace

int main(int argc, char** argv) {
    const int reach = argc > 1 ? std::max(0, std::atoi(argv[1])) : 2; // tiles to each side of a place
    const auto map = tiles::MapnikTiles::create({.pack = std::string(HANEUL_SOURCE_DIR) + "/maps/korea.gpkg"});
    if (!map) {
        std::fprintf(stderr, "%s\n", map.error().message.c_str());
        return 1;
    }
    std::printf("%-14s %4s %5s %6s %8s %8s %8s %6s\n", "style", "zoom", "scale", "tiles", "p50 ms", "p99 ms", "max ms",
                "p99/30");
    std::vector<double> all;
    for (const auto* style : {"dark", "light-en", "contrast"})
        for (const int scale : {1, 2})
            for (int zoom = 4; zoom <= 17; ++zoom) {
                const auto times = drawAll(**map, style, zoom, scale, reach);
                if (times.empty()) return 1;
                std::printf("%-14s %4d %5d %6zu %8.2f %8.2f %8.2f %6.2f\n", style, zoom, scale, times.size(),
                            quantile(times, 0.5), quantile(times, 0.99), quantile(times, 1.0),
                            quantile(times, 0.99) / limit_ms);
                all.insert(all.end(), times.begin(), times.end());
            }
    std::printf("all: %zu tiles, p50 %.2f ms, p99 %.2f ms, max %.2f ms; p99 is %.2f of the limit of %.0f ms\n",
                all.size(), quantile(all, 0.5), quantile(all, 0.99), quantile(all, 1.0), quantile(all, 0.99) / limit_ms,
                limit_ms);
    return 0;
}
