#include "server/runtime/volumes_of_nodes.h"

namespace haneul::runtime {

std::vector<airspace::NamedVolume> volumesOfNodes(const delivery::DeliveryState& state) {
    std::vector<airspace::NamedVolume> volumes;
    for (const delivery::SavedNetwork& saved : state.networks)
        for (const delivery::Node& node : saved.network.nodes)
            volumes.push_back({"node",
                               saved.network.id + ' ' + node.id,
                               {.area = geo::Circle{node.place, nodeRadius_m},
                                .lower = {},
                                .upper = geo::VerticalLimit{node.top_m, geo::VerticalReference::Amsl},
                                .from = {},
                                .to = {}}});
    return volumes;
}

} // namespace haneul::runtime
