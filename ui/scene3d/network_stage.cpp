#include "ui/scene3d/network_stage.h"

#include <cmath>

namespace haneul::scene3d {

namespace {

constexpr double samePlace_m = 0.05; // a little more than 1e-7 degrees

geo::Enu_m placed(const geo::LocalFrame& frame, geo::Mercator place, double up_m) {
    geo::Enu_m enu = frame.toEnu(geo::fromMercator(place), 0.0);
    enu.up = up_m;
    return enu;
}

} // namespace

WayPart partBetween(const geo::Enu_m& from, const geo::Enu_m& to) {
    if (std::hypot(to.east - from.east, to.north - from.north) > samePlace_m) return WayPart::Flight;
    return to.up >= from.up ? WayPart::TakeOff : WayPart::Landing;
}

void NetworkStage::setShapes(map::NetworkShapesPtr shapes, const geo::LocalFrame& frame) {
    m_shapes = std::move(shapes);
    setFrame(frame);
}

void NetworkStage::setFrame(const geo::LocalFrame& frame) {
    m_ways.clear();
    m_nodes.clear();
    for (const map::NetworkLinkShape& link : m_shapes->links) {
        StagedWay way{.verified = link.verified,
                      .doubleTrack = link.doubleTrack,
                      .selected = link.selected,
                      .mission = link.mission};
        for (std::size_t i = 0; i < link.path.size() && i < link.heights_m.size(); ++i)
            way.points.push_back(placed(frame, link.path[i], link.heights_m[i]));
        m_ways.push_back(std::move(way));
    }
    for (const map::NetworkNodeShape& node : m_shapes->nodes)
        m_nodes.push_back({.label = node.label,
                           .top = placed(frame, node.place, node.top_m),
                           .ground_m = node.ground_m,
                           .base = node.kind == map::NetworkNodeShape::Kind::Base,
                           .selected = node.selected});
}

} // namespace haneul::scene3d
