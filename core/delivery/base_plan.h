#pragma once

#include "core/delivery/mission.h"

#include <vector>

namespace haneul::delivery {

using Window = schedule::Window<std::int64_t>;
using Forbidden = schedule::Forbidden<std::int64_t>;

// One way of flying a mission: from a certain node to a certain node. With fixed bases there is one; with a base that
// moves (R-RTE-23) one for each pair of nodes at which it stands, each possible at the starts for which it is there.
struct MissionWay {
    MissionRoute route; // its request as it was asked for; nodes.front() and nodes.back() are where the base stands
    Booking relative;   // counted from the start
    // Starts at which a moving base does not stand where it is needed: there from the arrival of the mission (loading)
    // to the end of take-off, and from the beginning of landing to the end of unloading. Empty for fixed bases.
    std::vector<Forbidden> absences; // Rule::BaseAbsent, `place` the node
};

// All ways, in the order of the stays. Ways that cannot be flown are left out; when there is none, the code of the
// first of them: missionRoute's.
[[nodiscard]] Result<std::vector<MissionWay>> missionWays(const Network& network, const MissionRequest& request);

} // namespace haneul::delivery
