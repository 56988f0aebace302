#pragma once

#include "core/base/error.h"
#include "server/delivery/delivery_state.h"
#include "server/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the tables of DeliveryProjection say. Code DATABASE, and those of networkFromJson and eventFrom.
namespace haneul::delivery {

// A network as the tables keep it, not yet read.
struct NetworkRow {
    std::string id;
    std::uint64_t revision = 0;
    UtcMs saved{};
    std::string by;
    std::string body; // without verifications
    bool removed = false;
    std::vector<Link> verified; // ends and verification only

    bool operator==(const NetworkRow&) const = default;
};

[[nodiscard]] Result<std::optional<NetworkRow>> readNetworkRow(const storage::Database& database,
                                                               const std::string& network);
[[nodiscard]] Result<std::vector<std::string>> readNetworkIds(const storage::Database& database); // not the removed
[[nodiscard]] Result<SavedNetwork> savedNetwork(const NetworkRow& row);

[[nodiscard]] Result<std::vector<Order>> readOrders(const storage::Database& database,
                                                    const std::vector<std::string>& ids);
// By time, then id.
[[nodiscard]] Result<std::vector<Order>> readWaitingOrders(const storage::Database& database,
                                                           const std::string& network);
// Those that are waiting or booked, and those that were placed after `since`.
[[nodiscard]] Result<std::vector<Order>> readOrdersSince(const storage::Database& database, UtcMs since);
[[nodiscard]] Result<std::vector<std::string>> readOrderIdsOf(const storage::Database& database,
                                                              const std::string& mission);

[[nodiscard]] Result<std::vector<MissionPtr>> readMissions(const storage::Database& database,
                                                           const std::vector<std::string>& ids);
[[nodiscard]] Result<MissionPtr> readMission(const storage::Database& database, const std::string& id); // null: none
// Those that end after `since`, and those that are neither completed nor cancelled.
[[nodiscard]] Result<std::vector<MissionPtr>> readMissionsSince(const storage::Database& database, UtcMs since);

// What stands on a network and overlaps [from, to).
[[nodiscard]] Result<std::vector<Booking>> readBookings(const storage::Database& database, const std::string& network,
                                                        UtcMs from, UtcMs to);
// The end of the last mission of a network, whether it stands or not; nullopt: none.
[[nodiscard]] Result<std::optional<UtcMs>> lastEnd(const storage::Database& database, const std::string& network);
// Ids of the missions that overlap [from, to), in the order in which they were booked; those cancelled too.
[[nodiscard]] Result<std::vector<std::string>> readIdsAsBooked(const storage::Database& database,
                                                               const std::string& network, UtcMs from, UtcMs to);
// Missions with orders, booked at `since` or later, that start after `now` and for which nothing has been done yet: not
// prepared, not handed over, without a drone, nothing seen of them; no person asked for just their start.
[[nodiscard]] Result<std::vector<MissionPtr>> readMovable(const storage::Database& database, const std::string& network,
                                                          UtcMs since, UtcMs now);
// A mission of this drone, other than `ignoring`, that overlaps [from, to); empty: none.
[[nodiscard]] Result<std::string> missionOfDrone(const storage::Database& database, const std::string& drone,
                                                 UtcMs from, UtcMs to, const std::string& ignoring);
[[nodiscard]] Result<bool> hasOpenMissions(const storage::Database& database, const std::string& network);

[[nodiscard]] Result<bool> missionExists(const storage::Database& database, const std::string& id);
[[nodiscard]] Result<bool> orderExists(const storage::Database& database, const std::string& id);
[[nodiscard]] Result<std::int64_t> nextMissionNumber(const storage::Database& database);
[[nodiscard]] Result<std::int64_t> nextOrderNumber(const storage::Database& database);

} // namespace haneul::delivery
