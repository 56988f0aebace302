#include "server/delivery/state_builder.h"

#include "server/delivery/tables.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace haneul::delivery {

namespace {

struct Touch {
    Touched& touched;

    void operator()(const NetworkSaved& event) { touched.networks.insert(event.network); }

    void operator()(const LinkVerified& event) { touched.networks.insert(event.network); }

    void operator()(const VerificationWithdrawn& event) { touched.networks.insert(event.network); }

    void operator()(const NetworkRemoved& event) { touched.networks.insert(event.network); }

    void operator()(const OrderPlaced& event) { touched.orders.insert(event.order); }

    void operator()(const OrderCancelled& event) { touched.orders.insert(event.order); }

    void operator()(const OrderRefused& event) { touched.orders.insert(event.order); }

    void operator()(const MissionBooked& event) {
        touched.missions.insert(event.mission);
        touched.orders.insert(event.orders.begin(), event.orders.end());
    }

    void operator()(const MissionRetimed& event) { touched.missions.insert(event.mission); }

    void operator()(const DroneAssigned& event) { touched.missions.insert(event.mission); }

    void operator()(const MissionCancelled& event) {
        touched.missions.insert(event.mission);
        touched.ordersOfMissions.insert(event.mission);
    }

    void operator()(const MissionAdvanced& event) {
        touched.missions.insert(event.mission);
        touched.orders.insert(event.delivered.begin(), event.delivered.end());
        touched.orders.insert(event.returned.begin(), event.returned.end());
    }

    void operator()(const ActualsRecorded& event) { touched.missions.insert(event.mission); }

    void operator()(const MissionHandedOver&) {}
};

std::optional<SavedNetwork> networkOf(const std::optional<NetworkRow>& row) {
    if (!row || row->removed) return std::nullopt;
    auto saved = savedNetwork(*row);
    if (!saved) return std::nullopt;
    return *std::move(saved);
}

Result<Changes> withNetworks(const storage::Database& database, const std::vector<std::string>& networks) {
    Changes changes;
    for (const std::string& id : networks) {
        const auto row = readNetworkRow(database, id);
        if (!row) return std::unexpected(row.error());
        changes.networks.emplace_back(id, networkOf(*row));
    }
    return changes;
}

auto orderKey(const Order& order) {
    return std::tie(order.placed, order.id);
}

auto missionKey(const MissionPtr& mission) {
    return std::tie(mission->start, mission->id);
}

bool isOver(const Order& order) {
    return order.state != OrderState::Waiting && order.state != OrderState::Booked;
}

bool isOver(const Mission& mission) {
    return mission.step() == MissionStep::Completed || mission.step() == MissionStep::Cancelled;
}

// `changed` take the place of those with the same id.
template <class Item, class Id>
void replace(std::vector<Item>& items, std::vector<Item> changed, Id idOf) {
    std::map<std::string, Item*> wanted;
    for (Item& item : changed)
        wanted.emplace(idOf(item), &item);
    for (Item& item : items)
        if (const auto found = wanted.find(idOf(item)); found != wanted.end()) {
            item = std::move(*found->second);
            wanted.erase(found);
        }
    for (const auto& [id, item] : wanted)
        items.push_back(std::move(*item));
}

} // namespace

void Touched::add(const DeliveryEvent& event) {
    std::visit(Touch{*this}, event);
}

Result<Changes> readChanges(const storage::Database& database, const Touched& touched) {
    auto changes = withNetworks(database, {touched.networks.begin(), touched.networks.end()});
    if (!changes) return changes;
    std::set<std::string> orderIds = touched.orders;
    for (const std::string& mission : touched.ordersOfMissions) {
        const auto ids = readOrderIdsOf(database, mission);
        if (!ids) return std::unexpected(ids.error());
        orderIds.insert(ids->begin(), ids->end());
    }
    auto orders = readOrders(database, {orderIds.begin(), orderIds.end()});
    if (!orders) return std::unexpected(orders.error());
    auto missions = readMissions(database, {touched.missions.begin(), touched.missions.end()});
    if (!missions) return std::unexpected(missions.error());
    changes->orders = *std::move(orders);
    changes->missions = *std::move(missions);
    return changes;
}

Result<Changes> readAllSince(const storage::Database& database, UtcMs since) {
    const auto ids = readNetworkIds(database);
    if (!ids) return std::unexpected(ids.error());
    auto changes = withNetworks(database, *ids);
    if (!changes) return changes;
    auto orders = readOrdersSince(database, since);
    if (!orders) return std::unexpected(orders.error());
    auto missions = readMissionsSince(database, since);
    if (!missions) return std::unexpected(missions.error());
    changes->orders = *std::move(orders);
    changes->missions = *std::move(missions);
    return changes;
}

DeliveryState merged(const DeliveryState& before, Changes changes, UtcMs since) {
    DeliveryState state = before;
    for (auto& [id, network] : changes.networks) {
        std::erase_if(state.networks, [&](const SavedNetwork& saved) { return saved.network.id == id; });
        if (network) state.networks.push_back(*std::move(network));
    }
    std::ranges::sort(state.networks, {},
                      [](const SavedNetwork& saved) -> const std::string& { return saved.network.id; });
    if (!changes.orders.empty())
        replace(state.orders, std::move(changes.orders), [](const Order& order) { return order.id; });
    if (!changes.missions.empty())
        replace(state.missions, std::move(changes.missions), [](const MissionPtr& mission) { return mission->id; });
    std::erase_if(state.orders, [&](const Order& order) { return isOver(order) && order.placed < since; });
    std::erase_if(state.missions, [&](const MissionPtr& mission) {
        return isOver(*mission) && mission->booking.end < sinceEpoch_ms(since);
    });
    std::ranges::sort(state.orders, [](const Order& l, const Order& r) { return orderKey(l) < orderKey(r); });
    std::ranges::sort(state.missions,
                      [](const MissionPtr& l, const MissionPtr& r) { return missionKey(l) < missionKey(r); });
    ++state.number;
    return state;
}

} // namespace haneul::delivery
