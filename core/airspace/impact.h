#pragma once

#include "core/airspace/zone_index.h"

#include <span>

namespace haneul::airspace {

// Something that takes up space and time: a flight plan, a mission.
struct NamedVolume {
    std::string kind; // "plan", "mission"
    std::string id;
    geo::Volume4D volume;

    bool operator==(const NamedVolume&) const = default;
};

struct Impact {
    std::string kind, id;
    geo::Judgement answer = geo::Judgement::Unknown; // Yes or Unknown
    std::string why;

    bool operator==(const Impact&) const = default;
};

// What a zone would hit if it were published: each of kind and id once, with the most certain answer.
[[nodiscard]] std::vector<Impact> impactOf(const Zone& zone, std::span<const NamedVolume> volumes,
                                           const geo::Surroundings& surroundings);

} // namespace haneul::airspace
