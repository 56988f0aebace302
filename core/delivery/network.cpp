#include "core/delivery/network.h"

#include <algorithm>

namespace haneul::delivery {

const Node* Network::node(std::string_view wanted) const {
    const auto found = std::ranges::find(nodes, wanted, &Node::id);
    return found == nodes.end() ? nullptr : &*found;
}

const Link* Network::link(std::string_view from, std::string_view to) const {
    const auto found = std::ranges::find_if(
        links, [&](const Link& link) { return (link.a == from && link.b == to) || (link.a == to && link.b == from); });
    return found == links.end() ? nullptr : &*found;
}

const DroneType* Network::droneType(std::string_view wanted) const {
    if (wanted.empty()) return droneTypes.empty() ? nullptr : &droneTypes.front();
    const auto found = std::ranges::find(droneTypes, wanted, &DroneType::id);
    return found == droneTypes.end() ? nullptr : &*found;
}

} // namespace haneul::delivery
