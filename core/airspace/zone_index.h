#pragma once

#include "core/airspace/activity.h"
#include "core/airspace/zone.h"

#include <memory>
#include <span>
#include <vector>

namespace haneul::airspace {

// A zone that a place or a volume is in, or may be in.
struct ZoneHit {
    std::size_t zone = 0;  // number in ZoneIndex::zones()
    std::size_t layer = 0; // the first of the zone's layers that is met with the most certain answer
    geo::Judgement answer = geo::Judgement::Unknown; // Yes or Unknown
    std::string why;                                 // of Unknown
    std::vector<Window> windows;                     // when the zone is active in the time that was asked for

    bool operator==(const ZoneHit&) const = default;
};

// Zones, found by place: built once, then only read (from any number of threads). Copies share it.
class ZoneIndex {
public:
    ZoneIndex();
    explicit ZoneIndex(std::vector<Zone> zones); // whose findings have no Refuse

    [[nodiscard]] const std::vector<Zone>& zones() const;

    // Of every zone with any meaning for the place, in the order of zones(). A zone whose AGL limit cannot be judged is
    // a hit of Unknown, never absent. Edges and limits belong to the zone. No height: at any height.
    [[nodiscard]] std::vector<ZoneHit> zonesAt(geo::LatLon point, std::optional<geo::VerticalLimit> height, UtcMs time,
                                               const geo::Surroundings& surroundings) const;
    // Of a sound volume.
    [[nodiscard]] std::vector<ZoneHit> zonesIn(const geo::Volume4D& volume,
                                               const geo::Surroundings& surroundings) const;
    // Numbers of the zones with a layer whose box meets the box: for drawing.
    [[nodiscard]] std::vector<std::size_t> zonesNear(const geo::Box& box) const;

private:
    struct Tree;
    std::shared_ptr<const Tree> m_tree;
};

} // namespace haneul::airspace
