#include "ui/delivery/network_choice.h"

#include <unordered_map>

namespace haneul::delivery {

namespace {

using WorkByNetwork = std::unordered_map<std::string_view, std::size_t>;

bool isWork(const Mission& mission) {
    return mission.standing() && mission.step() != MissionStep::Completed;
}

// In one pass: there may be ten thousand missions, and every view asks with each new state.
WorkByNetwork workOf(const DeliveryState& state) {
    WorkByNetwork work;
    for (const MissionPtr& mission : state.missions)
        if (isWork(*mission)) ++work[mission->network];
    for (const Order& order : state.orders)
        if (order.state == OrderState::Waiting) ++work[order.network];
    return work;
}

std::size_t at(const WorkByNetwork& work, std::string_view network) {
    const auto found = work.find(network);
    return found == work.end() ? 0 : found->second;
}

std::string begin(const DeliveryState& state, const WorkByNetwork& work, std::string_view lastUsed) {
    const bool known = state.network(lastUsed) != nullptr;
    if (known && at(work, lastUsed) > 0) return std::string(lastUsed);
    std::string busiest;
    std::size_t most = 0;
    for (const SavedNetwork& saved : state.networks)
        if (const std::size_t here = at(work, saved.network.id); here > most) {
            most = here;
            busiest = saved.network.id;
        }
    if (most > 0) return busiest;
    if (known) return std::string(lastUsed);
    return state.networks.empty() ? std::string() : state.networks.front().network.id;
}

} // namespace

std::string networkToBeginWith(const DeliveryState& state, std::string_view lastUsed) {
    return begin(state, workOf(state), lastUsed);
}

std::string networkToShow(const DeliveryState& state, std::string_view lastUsed, std::string_view shown, bool chosen) {
    const bool known = state.network(shown) != nullptr;
    if (known && chosen) return std::string(shown);
    const WorkByNetwork work = workOf(state);
    const std::string wanted = begin(state, work, lastUsed);
    const std::size_t here = at(work, shown);
    return known && here > 0 && here * 2 >= at(work, wanted) ? std::string(shown) : wanted;
}

} // namespace haneul::delivery
