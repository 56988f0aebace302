#pragma once

#include <cstdint>

namespace haneul::map {

// How much a track's label says. Every level begins with the id or callsign.
enum class LabelDetail : std::uint8_t {
    None,
    Name,
    Full, // name; height with datum and climb or descent, speed
};

} // namespace haneul::map
