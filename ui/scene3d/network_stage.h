#pragma once

#include "core/geo/local_frame.h"
#include "ui/map/network_shapes.h"

#include <QString>

#include <span>
#include <vector>

namespace haneul::scene3d {

// The three parts of a flight (Yu et al., eqs. 1-3), told apart by how they go: straight up, along, straight down.
enum class WayPart : std::uint8_t { TakeOff, Flight, Landing };

[[nodiscard]] WayPart partBetween(const geo::Enu_m& from, const geo::Enu_m& to);

struct StagedWay {
    std::vector<geo::Enu_m> points; // up = height above mean sea level, not exaggerated
    bool verified = false;
    bool doubleTrack = false;
    bool selected = false;
    bool mission = false;
};

struct StagedNode {
    QString label;
    geo::Enu_m top; // of its column
    std::optional<double> ground_m;
    bool base = false;
    bool selected = false;
};

// Where the delivery networks stand in the scene; heights as those of tracks, above a flat ground.
class NetworkStage {
public:
    void setShapes(map::NetworkShapesPtr shapes, const geo::LocalFrame& frame);
    void setFrame(const geo::LocalFrame& frame);

    [[nodiscard]] std::span<const StagedWay> ways() const { return m_ways; }

    [[nodiscard]] std::span<const StagedNode> nodes() const { return m_nodes; }

private:
    map::NetworkShapesPtr m_shapes = std::make_shared<const map::NetworkShapes>();
    std::vector<StagedWay> m_ways;
    std::vector<StagedNode> m_nodes;
};

} // namespace haneul::scene3d
