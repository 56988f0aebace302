#include "strategic_peers.h"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace haneul::bench {

static_assert(std::endian::native == std::endian::little);

PlaneVolume planeVolume(const geo::Volume4D& volume) {
    PlaneVolume made;
    for (const auto& place : std::get<geo::Polygon>(volume.area).outer)
        made.ring.emplace_back((place.longitude_deg - 127) * 88'000, (place.latitude_deg - 37.5) * 111'000);
    made.ring.push_back(made.ring.front());
    const auto [west, east] = std::ranges::minmax(made.ring, {}, [](const auto& p) { return p.first; });
    const auto [south, north] = std::ranges::minmax(made.ring, {}, [](const auto& p) { return p.second; });
    made.west = west.first;
    made.east = east.first;
    made.south = south.second;
    made.north = north.second;
    made.lower_m = volume.lower->metres;
    made.upper_m = volume.upper->metres;
    made.from_s = static_cast<double>(sinceEpoch_ms(*volume.from)) / 1000;
    made.to_s = static_cast<double>(sinceEpoch_ms(*volume.to)) / 1000;
    return made;
}

std::string wkb(const PlaneVolume& volume) {
    std::string bytes;
    const auto put = [&](auto value) {
        char raw[sizeof value];
        std::memcpy(raw, &value, sizeof value);
        bytes.append(raw, sizeof value);
    };
    bytes.reserve(13 + volume.ring.size() * 16);
    put(std::uint8_t{1});
    put(std::uint32_t{3});
    put(std::uint32_t{1});
    put(static_cast<std::uint32_t>(volume.ring.size()));
    for (const auto& [x, y] : volume.ring) {
        put(x);
        put(y);
    }
    return bytes;
}

} // namespace haneul::bench
