#pragma once

#include "core/delivery/network.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// What an editor does to a network, one function each. Indices are those of the network's own lists and must be in
// range. None of them looks after verifications: judgeVerifications() does, after any of them.
namespace haneul::network {

using delivery::Network;

// "BP-01" for a base, "DP-01" for a delivery point: the first that is not taken.
[[nodiscard]] std::string freeNodeId(const Network& network, delivery::NodeKind kind);
// Letters, digits, - _ . and at most 32 of them (delivery::Node).
[[nodiscard]] bool goodId(std::string_view id);

// On a whole 1e-7 degree; where something of the network is within that (route::samePlace), exactly there.
[[nodiscard]] geo::LatLon settled(const Network& network, geo::LatLon place);

// With an id of its own and the top of the node before it; the first base becomes the network's. Answers its index.
std::size_t addNode(Network& network, delivery::NodeKind kind, geo::LatLon place);
// With its links, its stays and its declared crossings; another base takes its place as the network's.
void removeNode(Network& network, std::size_t node);
// Whatever names it follows. False: no good id, or taken.
[[nodiscard]] bool renameNode(Network& network, std::size_t node, const std::string& id);
// Waypoints in its column go with it.
void moveNode(Network& network, std::size_t node, geo::LatLon place);

[[nodiscard]] std::optional<std::size_t> nodeIndex(const Network& network, std::string_view id);
[[nodiscard]] std::optional<std::size_t> linkIndex(const Network& network, std::string_view a, std::string_view b);

// Nothing: the ends are the same or unknown, or there is such a link.
std::optional<std::size_t> addLink(Network& network, const std::string& a, const std::string& b,
                                   std::vector<route::Waypoint> via);
void removeLink(Network& network, std::size_t link);
// Other ends for a link, as addLink() would allow. False: they are not possible.
[[nodiscard]] bool reconnect(Network& network, std::size_t link, const std::string& a, const std::string& b);

// Both ends included: the tops of their columns, then the waypoints, in the order a to b. Empty: an end is unknown.
[[nodiscard]] std::vector<route::Waypoint> wayOf(const Network& network, const delivery::Link& link);
// A waypoint before the one with that index (via.size(): the last), at that place; its height lies between those
// beside it. Answers the index.
std::size_t insertWaypoint(Network& network, std::size_t link, std::size_t before, geo::LatLon place);
void moveWaypoint(Network& network, std::size_t link, std::size_t waypoint, geo::LatLon place);
void removeWaypoint(Network& network, std::size_t link, std::size_t waypoint);

// Moving bases as rows, one for each stay; a base without any has one of its own.
struct StayAt {
    std::size_t base = 0;
    std::optional<std::size_t> stay; // none: the base has no stay
};

[[nodiscard]] std::size_t stayRows(const Network& network);
[[nodiscard]] StayAt stayAt(const Network& network, std::size_t row);
[[nodiscard]] std::size_t rowOf(const Network& network, std::size_t movingBase); // its first
// With an id of its own, standing at the network's base for an hour. Answers its row; nothing: there is no base point.
std::optional<std::size_t> addMovingBase(Network& network, UtcMs from);
// Of the base of that row, behind its last one: at another base point, where there is one, half an hour later, for as
// long. Answers its row.
std::size_t addStay(Network& network, std::size_t row);
void removeStay(Network& network, std::size_t row); // with the last one its base goes
void sortStays(delivery::MovingBase& base);         // by their beginning
// False: no good id, or taken by a node or another moving base.
[[nodiscard]] bool renameMovingBase(Network& network, std::size_t base, const std::string& id);

// Of two different links, in the middle of each, `first` among them when it is given. Nothing: there are none.
std::optional<std::size_t> addCrossing(Network& network, std::optional<std::size_t> first);
void removeCrossing(Network& network, std::size_t crossing);

// Each link has the verification of the saved link of the same way, or none. Null: nothing is saved.
void judgeVerifications(Network& network, const Network* saved);

} // namespace haneul::network
