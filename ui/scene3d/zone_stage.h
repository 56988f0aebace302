#pragma once

#include "ui/scene3d/prism.h"

#include <cstdint>
#include <span>
#include <vector>

namespace haneul::scene3d {

// One volume of a zone.
struct StagedZone : Prism {
    QString identifier;
    bool selected = false;
    bool draft = false;
    map::ZoneShape::Kind kind = map::ZoneShape::Kind::Prohibited;
    map::ZoneShape::State state = map::ZoneShape::State::Active;
};

// Where the zones stand in the scene. Volumes that do not reach into its surroundings are left out, and so are those
// that would be nothing above the level ground.
class ZoneStage {
public:
    void setShapes(map::ZoneShapesPtr shapes, const geo::LocalFrame& frame, double reach_m);
    void setFrame(const geo::LocalFrame& frame, double reach_m); // of the surroundings, from the middle

    [[nodiscard]] std::span<const StagedZone> zones() const { return m_zones; }

    [[nodiscard]] std::size_t assumed() const; // how many stand on an assumption

    [[nodiscard]] std::uint64_t revision() const { return m_revision; } // grows with every change

private:
    map::ZoneShapesPtr m_shapes = std::make_shared<const map::ZoneShapes>();
    std::vector<StagedZone> m_zones;
    std::uint64_t m_revision = 0;
};

} // namespace haneul::scene3d
