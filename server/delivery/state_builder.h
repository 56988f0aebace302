#pragma once

#include "core/base/error.h"
#include "server/delivery/delivery_state.h"
#include "server/delivery/events.h"
#include "server/storage/database.h"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace haneul::delivery {

// What entries of the log have touched since the last publication.
struct Touched {
    std::set<std::string> networks, orders, missions;
    std::set<std::string> ordersOfMissions; // all orders of these missions

    [[nodiscard]] bool empty() const {
        return networks.empty() && orders.empty() && missions.empty() && ordersOfMissions.empty();
    }

    void add(const DeliveryEvent& event);
};

// That, as the tables have it now.
struct Changes {
    std::vector<std::pair<std::string, std::optional<SavedNetwork>>> networks; // nullopt: removed, or cannot be read
    std::vector<Order> orders;
    std::vector<MissionPtr> missions;
};

[[nodiscard]] Result<Changes> readChanges(const storage::Database& database, const Touched& touched);
// Everything that is not over, and what has been over only since `since`.
[[nodiscard]] Result<Changes> readAllSince(const storage::Database& database, UtcMs since);

// The state before with the changes in it; what has not changed is the same object. `since`: what was over before then
// is left out.
[[nodiscard]] DeliveryState merged(const DeliveryState& before, Changes changes, UtcMs since);

} // namespace haneul::delivery
