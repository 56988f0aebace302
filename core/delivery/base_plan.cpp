#include "core/delivery/base_plan.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace haneul::delivery {

namespace {

const MovingBase* movingBase(const Network& network, const std::string& id) {
    const auto found = std::ranges::find(network.movingBases, id, &MovingBase::id);
    return found == network.movingBases.end() ? nullptr : &*found;
}

// Where a base can be: a node, or those of the stays.
std::vector<std::string> nodesOf(const Network& network, const std::string& id) {
    const MovingBase* const moving = movingBase(network, id);
    if (!moving) return {id};
    std::vector<std::string> nodes;
    for (const BaseStay& stay : moving->stays)
        if (!std::ranges::contains(nodes, stay.node)) nodes.push_back(stay.node);
    return nodes;
}

void addAbsences(const MovingBase* base, const timing::Usage<std::int64_t>& usage, std::vector<Forbidden>& absences) {
    if (!base) return;
    std::vector<Window> stays;
    for (const BaseStay& stay : base->stays)
        if (stay.node == usage.from) stays.push_back({sinceEpoch_ms(stay.from), sinceEpoch_ms(stay.to)});
    const auto closed = schedule::outsideWindows<std::int64_t>(usage, stays, usage.from);
    absences.insert(absences.end(), closed.begin(), closed.end());
}

Result<MissionWay> wayBetween(const Network& network, const MissionRequest& request, const std::string& from,
                              const std::string& to) {
    MissionRequest standing = request;
    standing.from = from;
    standing.to = to;
    auto route = missionRoute(network, standing);
    if (!route) return std::unexpected(route.error());
    route->request = request;
    const auto times = timesAt(*route, 0);
    if (!times) return std::unexpected(times.error());
    auto relative = bookingOf(*route, *times);
    if (!relative) return std::unexpected(relative.error());
    MissionWay way{*std::move(route), *std::move(relative), {}};
    addAbsences(movingBase(network, request.from), way.relative.usages.front(), way.absences);
    addAbsences(movingBase(network, request.to.empty() ? request.from : request.to), way.relative.usages.back(),
                way.absences);
    return way;
}

} // namespace

Result<std::vector<MissionWay>> missionWays(const Network& network, const MissionRequest& request) {
    const std::string& from = request.from.empty() ? network.base : request.from;
    const std::string& to = request.to.empty() ? from : request.to;
    std::vector<MissionWay> ways;
    std::optional<Error> refusal;
    for (const std::string& start : nodesOf(network, from))
        for (const std::string& end : nodesOf(network, to)) {
            auto way = wayBetween(network, request, start, end);
            if (way)
                ways.push_back(*std::move(way));
            else if (!refusal)
                refusal = way.error();
        }
    if (ways.empty() && refusal) return std::unexpected(*std::move(refusal));
    if (ways.empty()) return fail("NOT_A_BASE", "this base never stands anywhere", from);
    return ways;
}

} // namespace haneul::delivery
