#include "ui/scene3d/zone_stage.h"

#include <algorithm>

namespace haneul::scene3d {

void ZoneStage::setShapes(map::ZoneShapesPtr shapes, const geo::LocalFrame& frame, double reach_m) {
    m_shapes = std::move(shapes);
    setFrame(frame, reach_m);
}

void ZoneStage::setFrame(const geo::LocalFrame& frame, double reach_m) {
    m_zones.clear();
    ++m_revision;
    for (const map::ZoneShape& shape : m_shapes->zones)
        for (const map::ZoneVolumeShape& volume : *shape.volumes) {
            auto prism = prismOf(volume, frame, reach_m);
            if (!prism) continue;
            StagedZone zone{*std::move(prism)};
            zone.identifier = shape.identifier;
            zone.selected = shape.selected;
            zone.draft = shape.draft;
            zone.kind = shape.kind;
            zone.state = shape.state;
            m_zones.push_back(std::move(zone));
        }
}

std::size_t ZoneStage::assumed() const {
    return static_cast<std::size_t>(std::ranges::count(m_zones, true, &StagedZone::assumed));
}

} // namespace haneul::scene3d
