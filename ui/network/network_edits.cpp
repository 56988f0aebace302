#include "ui/network/network_edits.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <format>

namespace haneul::network {

using delivery::Link;
using delivery::Node;
using delivery::NodeKind;
using route::Waypoint;

namespace {

double wholeE7(double degrees) {
    return std::round(degrees * 1e7) / 1e7;
}

} // namespace

bool goodId(std::string_view id) {
    const auto good = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    };
    return !id.empty() && id.size() <= 32 && std::ranges::all_of(id, good);
}

std::string freeNodeId(const Network& network, NodeKind kind) {
    for (int number = 1;; ++number) {
        std::string id = std::format("{}-{:02}", kind == NodeKind::Base ? "BP" : "DP", number);
        if (!network.node(id)) return id;
    }
}

geo::LatLon settled(const Network& network, geo::LatLon place) {
    for (const Node& node : network.nodes)
        if (route::samePlace(node.place, place)) return node.place;
    for (const Link& link : network.links)
        for (const Waypoint& waypoint : link.via)
            if (route::samePlace(waypoint.place, place)) return waypoint.place;
    return {wholeE7(place.latitude_deg), wholeE7(place.longitude_deg)};
}

std::size_t addNode(Network& network, NodeKind kind, geo::LatLon place) {
    Node node{.id = freeNodeId(network, kind), .name = {}, .kind = kind, .place = place};
    if (!network.nodes.empty()) node.top_m = network.nodes.back().top_m;
    if (kind == NodeKind::Base && network.base.empty()) network.base = node.id;
    network.nodes.push_back(std::move(node));
    return network.nodes.size() - 1;
}

void removeNode(Network& network, std::size_t node) {
    const std::string id = network.nodes[node].id;
    network.nodes.erase(network.nodes.begin() + static_cast<std::ptrdiff_t>(node));
    std::erase_if(network.links, [&](const Link& link) { return link.a == id || link.b == id; });
    std::erase_if(network.crossings, [&](const delivery::DeclaredCrossing& crossing) {
        return crossing.firstA == id || crossing.firstB == id || crossing.secondA == id || crossing.secondB == id;
    });
    for (delivery::MovingBase& base : network.movingBases)
        std::erase_if(base.stays, [&](const delivery::BaseStay& stay) { return stay.node == id; });
    std::erase_if(network.movingBases, [](const delivery::MovingBase& base) { return base.stays.empty(); });
    if (network.base != id) return;
    const auto other = std::ranges::find(network.nodes, NodeKind::Base, &Node::kind);
    network.base = other == network.nodes.end() ? std::string() : other->id;
}

bool renameNode(Network& network, std::size_t node, const std::string& id) {
    const std::string old = network.nodes[node].id;
    if (id == old) return true;
    if (!goodId(id) || network.node(id)) return false;
    if (std::ranges::contains(network.movingBases, id, &delivery::MovingBase::id)) return false;
    const auto follow = [&](std::string& name) {
        if (name == old) name = id;
    };
    follow(network.nodes[node].id);
    follow(network.base);
    for (Link& link : network.links) {
        follow(link.a);
        follow(link.b);
    }
    for (delivery::DeclaredCrossing& crossing : network.crossings)
        for (std::string* name : {&crossing.firstA, &crossing.firstB, &crossing.secondA, &crossing.secondB})
            follow(*name);
    for (delivery::MovingBase& base : network.movingBases)
        for (delivery::BaseStay& stay : base.stays)
            follow(stay.node);
    return true;
}

void moveNode(Network& network, std::size_t node, geo::LatLon place) {
    const geo::LatLon before = network.nodes[node].place;
    const std::string& id = network.nodes[node].id;
    for (Link& link : network.links)
        if (link.a == id || link.b == id)
            for (Waypoint& waypoint : link.via)
                if (route::samePlace(waypoint.place, before)) waypoint.place = place;
    network.nodes[node].place = place;
}

std::optional<std::size_t> nodeIndex(const Network& network, std::string_view id) {
    const auto found = std::ranges::find(network.nodes, id, &Node::id);
    if (found == network.nodes.end()) return std::nullopt;
    return static_cast<std::size_t>(std::distance(network.nodes.begin(), found));
}

std::optional<std::size_t> linkIndex(const Network& network, std::string_view a, std::string_view b) {
    const auto found = std::ranges::find_if(
        network.links, [&](const Link& link) { return (link.a == a && link.b == b) || (link.a == b && link.b == a); });
    if (found == network.links.end()) return std::nullopt;
    return static_cast<std::size_t>(std::distance(network.links.begin(), found));
}

std::optional<std::size_t> addLink(Network& network, const std::string& a, const std::string& b,
                                   std::vector<Waypoint> via) {
    if (a == b || !network.node(a) || !network.node(b) || network.link(a, b)) return std::nullopt;
    network.links.push_back(Link{.a = a, .b = b, .via = std::move(via)});
    return network.links.size() - 1;
}

void removeLink(Network& network, std::size_t link) {
    const Link& gone = network.links[link];
    const auto is = [&](const std::string& a, const std::string& b) {
        return (a == gone.a && b == gone.b) || (a == gone.b && b == gone.a);
    };
    std::erase_if(network.crossings, [&](const delivery::DeclaredCrossing& crossing) {
        return is(crossing.firstA, crossing.firstB) || is(crossing.secondA, crossing.secondB);
    });
    network.links.erase(network.links.begin() + static_cast<std::ptrdiff_t>(link));
}

bool reconnect(Network& network, std::size_t link, const std::string& a, const std::string& b) {
    if (a == b || !network.node(a) || !network.node(b)) return false;
    const auto there = linkIndex(network, a, b);
    if (there && *there != link) return false;
    network.links[link].a = a;
    network.links[link].b = b;
    return true;
}

std::vector<Waypoint> wayOf(const Network& network, const Link& link) {
    const Node* a = network.node(link.a);
    const Node* b = network.node(link.b);
    if (!a || !b) return {};
    std::vector<Waypoint> way{{a->place, a->top_m}};
    way.insert(way.end(), link.via.begin(), link.via.end());
    way.push_back({b->place, b->top_m});
    return way;
}

std::size_t insertWaypoint(Network& network, std::size_t link, std::size_t before, geo::LatLon place) {
    Link& changed = network.links[link];
    const auto way = wayOf(network, changed);
    const std::size_t at = std::min(before, changed.via.size());
    double height_m = 60;
    if (!way.empty()) {
        const Waypoint& from = way[at];
        const Waypoint& to = way[at + 1];
        const double first = route::horizontalDistance_m(from.place, place);
        const double second = route::horizontalDistance_m(place, to.place);
        const double share = first + second > 0 ? first / (first + second) : 0.5;
        height_m = std::round((from.height_m + (to.height_m - from.height_m) * share) * 10) / 10;
    }
    changed.via.insert(changed.via.begin() + static_cast<std::ptrdiff_t>(at), {place, height_m});
    return at;
}

void moveWaypoint(Network& network, std::size_t link, std::size_t waypoint, geo::LatLon place) {
    network.links[link].via[waypoint].place = place;
}

void removeWaypoint(Network& network, std::size_t link, std::size_t waypoint) {
    auto& via = network.links[link].via;
    via.erase(via.begin() + static_cast<std::ptrdiff_t>(waypoint));
}

std::size_t stayRows(const Network& network) {
    std::size_t rows = 0;
    for (const delivery::MovingBase& base : network.movingBases)
        rows += std::max<std::size_t>(1, base.stays.size());
    return rows;
}

StayAt stayAt(const Network& network, std::size_t row) {
    for (std::size_t base = 0; base < network.movingBases.size(); ++base) {
        const std::size_t stays = network.movingBases[base].stays.size();
        const std::size_t rows = std::max<std::size_t>(1, stays);
        if (row < rows) return {base, stays > 0 ? std::optional(row) : std::nullopt};
        row -= rows;
    }
    return {};
}

std::size_t rowOf(const Network& network, std::size_t movingBase) {
    std::size_t row = 0;
    for (std::size_t base = 0; base < movingBase; ++base)
        row += std::max<std::size_t>(1, network.movingBases[base].stays.size());
    return row;
}

std::optional<std::size_t> addMovingBase(Network& network, UtcMs from) {
    const Node* at = network.node(network.base);
    if (!at || at->kind != NodeKind::Base) {
        const auto any = std::ranges::find(network.nodes, NodeKind::Base, &Node::kind);
        if (any == network.nodes.end()) return std::nullopt;
        at = &*any;
    }
    const auto taken = [&](const std::string& id) {
        return network.node(id) || std::ranges::contains(network.movingBases, id, &delivery::MovingBase::id);
    };
    int number = 1;
    while (taken(std::format("TRUCK-{}", number)))
        ++number;
    network.movingBases.push_back({std::format("TRUCK-{}", number), {{at->id, from, from + std::chrono::hours{1}}}});
    return rowOf(network, network.movingBases.size() - 1);
}

std::size_t addStay(Network& network, std::size_t row) {
    const std::size_t index = stayAt(network, row).base;
    delivery::MovingBase& base = network.movingBases[index];
    if (base.stays.empty()) return row;
    delivery::BaseStay next = base.stays.back();
    for (const Node& node : network.nodes)
        if (node.kind == NodeKind::Base && node.id != base.stays.back().node) {
            next.node = node.id;
            break;
        }
    const auto length = next.to - next.from;
    next.from = next.to + std::chrono::minutes{30};
    next.to = next.from + length;
    base.stays.push_back(std::move(next));
    return rowOf(network, index) + base.stays.size() - 1;
}

void removeStay(Network& network, std::size_t row) {
    const StayAt at = stayAt(network, row);
    auto& stays = network.movingBases[at.base].stays;
    if (at.stay) stays.erase(stays.begin() + static_cast<std::ptrdiff_t>(*at.stay));
    if (stays.empty()) network.movingBases.erase(network.movingBases.begin() + static_cast<std::ptrdiff_t>(at.base));
}

void sortStays(delivery::MovingBase& base) {
    std::ranges::stable_sort(base.stays, {}, &delivery::BaseStay::from);
}

bool renameMovingBase(Network& network, std::size_t base, const std::string& id) {
    if (id == network.movingBases[base].id) return true;
    if (!goodId(id) || network.node(id)) return false;
    if (std::ranges::contains(network.movingBases, id, &delivery::MovingBase::id)) return false;
    network.movingBases[base].id = id;
    return true;
}

std::optional<std::size_t> addCrossing(Network& network, std::optional<std::size_t> first) {
    if (network.links.size() < 2) return std::nullopt;
    const std::size_t one = first.value_or(0);
    const Link& a = network.links[one];
    const Link& b = network.links[one == 0 ? 1 : 0];
    network.crossings.push_back({.firstA = a.a,
                                 .firstB = a.b,
                                 .secondA = b.a,
                                 .secondB = b.b,
                                 .firstFraction = 0.5,
                                 .secondFraction = 0.5,
                                 .separation_ms = network.crossingSeparation_ms});
    return network.crossings.size() - 1;
}

void removeCrossing(Network& network, std::size_t crossing) {
    network.crossings.erase(network.crossings.begin() + static_cast<std::ptrdiff_t>(crossing));
}

void judgeVerifications(Network& network, const Network* saved) {
    for (Link& link : network.links) {
        const Link* before = saved ? saved->link(link.a, link.b) : nullptr;
        if (before && delivery::sameWay(network, link, *saved, *before))
            link.verification = before->verification;
        else
            link.verification.reset();
    }
}

} // namespace haneul::network
