#pragma once

#include <cstdint>

namespace haneul::map {

// How much a track's label says. Every level begins with the id or callsign.
enum class LabelDetail : std::uint8_t {
    None,     // only the selected track, the one under the pointer and pinned labels
    Name,     // one line
    TwoLines, // and height with datum, climb or descent
    Full,     // and speed with course, or how long nothing was heard of it
};

} // namespace haneul::map
