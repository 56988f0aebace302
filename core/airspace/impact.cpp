#include "core/airspace/impact.h"

#include <algorithm>

namespace haneul::airspace {

std::vector<Impact> impactOf(const Zone& zone, std::span<const NamedVolume> volumes,
                             const geo::Surroundings& surroundings) {
    const ZoneIndex index({zone});
    std::vector<Impact> impacts;
    for (const NamedVolume& named : volumes) {
        for (const ZoneHit& hit : index.zonesIn(named.volume, surroundings)) {
            const auto known = std::ranges::find_if(
                impacts, [&](const Impact& one) { return one.kind == named.kind && one.id == named.id; });
            if (known == impacts.end())
                impacts.push_back({named.kind, named.id, hit.answer, hit.why});
            else if (known->answer == geo::Judgement::Unknown && hit.answer == geo::Judgement::Yes)
                *known = {named.kind, named.id, hit.answer, hit.why};
        }
    }
    return impacts;
}

} // namespace haneul::airspace
