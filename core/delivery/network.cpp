#include "core/delivery/network.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <queue>
#include <set>
#include <utility>

namespace haneul::delivery {

namespace {

using Severity = Finding::Severity;

constexpr std::size_t longestId = 32;
constexpr std::size_t longestName = 200; // bytes
constexpr DurationMs longest_ms = 7 * 24 * 3'600'000LL;
constexpr double near_m = 20;
constexpr UtcMs firstInstant = utcMs(0);
constexpr UtcMs lastInstant = utcMs(253'402'300'799'999); // the end of 9999: what RFC 3339 can say

bool isId(std::string_view id) {
    return !id.empty() && id.size() <= longestId && std::ranges::all_of(id, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    });
}

bool isInstant(UtcMs time) {
    return time >= firstInstant && time <= lastInstant;
}

std::string nameOf(std::string_view list, std::string_view id, std::size_t index) {
    return isId(id) ? std::format("{}.{}", list, id) : std::format("{}[{}]", list, index);
}

std::string nameOf(const Link& link) {
    return std::format("links.{}>{}", link.a, link.b);
}

class Check {
public:
    explicit Check(const Network& network)
        : m_network(network) {}

    std::vector<Finding> run() {
        sizes();
        settings();
        for (std::size_t i = 0; i < m_network.nodes.size(); ++i)
            node(m_network.nodes[i], i);
        for (std::size_t i = 0; i < m_network.droneTypes.size(); ++i)
            droneType(m_network.droneTypes[i], i);
        base();
        for (const Link& each : m_network.links)
            link(each);
        for (std::size_t i = 0; i < m_network.movingBases.size(); ++i)
            movingBase(m_network.movingBases[i], i);
        for (std::size_t i = 0; i < m_network.crossings.size(); ++i)
            crossing(m_network.crossings[i], i);
        neighbours();
        reach();
        std::ranges::stable_sort(m_found, {}, &Finding::severity);
        return std::move(m_found);
    }

private:
    void add(Severity severity, std::string code, std::string message, std::string where) {
        m_found.push_back({severity, std::move(code), std::move(message), std::move(where)});
    }

    void error(std::string code, std::string message, std::string where) {
        add(Severity::Error, std::move(code), std::move(message), std::move(where));
    }

    void number(double value, double low, double high, std::string_view field, const std::string& where) {
        if (!(value >= low && value <= high)) // not a number fails both
            error("BAD_NUMBER", std::format("{} is {} and must be from {} to {}", field, value, low, high), where);
    }

    void duration(DurationMs value, std::string_view field, const std::string& where) {
        if (value < 0 || value > longest_ms)
            error("BAD_NUMBER", std::format("{} is {} ms and must be from 0 to {} ms", field, value, longest_ms),
                  where);
    }

    void duration(std::optional<DurationMs> value, std::string_view field, const std::string& where) {
        if (value) duration(*value, field, where);
    }

    void count(std::size_t size, std::size_t least, std::size_t most, std::string_view what) {
        if (size < least || size > most)
            error("BAD_NUMBER", std::format("there are {} {} and there must be {} to {}", size, what, least, most),
                  std::string(what));
    }

    void name(std::string_view text, const std::string& where) {
        if (text.size() > longestName)
            error("BAD_NAME", std::format("a text has at most {} bytes, this has {}", longestName, text.size()), where);
    }

    // `ids`: those that must differ from it.
    void id(std::string_view id, const std::string& where, std::set<std::string_view>& ids) {
        if (!isId(id))
            error("BAD_ID", std::format("an id has 1 to {} of A-Z a-z 0-9 - _ . and this is \"{}\"", longestId, id),
                  where);
        else if (!ids.insert(id).second)
            error("SAME_ID", std::format("the id {} is there twice", id), where);
    }

    void sizes() {
        count(m_network.nodes.size(), 0, 500, "nodes");
        count(m_network.links.size(), 0, 2000, "links");
        count(m_network.droneTypes.size(), 1, 50, "drone types");
        count(m_network.movingBases.size(), 0, 50, "moving bases");
        count(m_network.crossings.size(), 0, 2000, "crossings");
    }

    void settings() {
        std::set<std::string_view> own;
        id(m_network.id, "id", own);
        name(m_network.name, "name");
        duration(m_network.headway_ms, "headway", "headway_ms");
        duration(m_network.nodeBuffer_ms, "node buffer", "node_buffer_ms");
        duration(m_network.oppositeBuffer_ms, "buffer of opposite directions", "opposite_buffer_ms");
        duration(m_network.hoverTop_ms, "hover after take-off", "hover_top_ms");
        duration(m_network.hoverLanding_ms, "hover before landing", "hover_landing_ms");
        duration(m_network.crossingSeparation_ms, "separation at crossings", "crossing_separation_ms");
        number(m_network.crossingHeight_m, 0, 1000, "height of crossings in metres", "crossing_height_m");
        duration(m_network.preparation_ms, "preparation", "preparation_ms");
        duration(m_network.batchWindow_ms, "batching window", "batch_window_ms");
        count(m_network.batchStops, 1, 100, "batch_stops");
        if (!m_network.fleet) return;
        count(m_network.fleet->size, 1, 100'000, "fleet.size");
        duration(m_network.fleet->turnaround_ms, "turnaround", "fleet.turnaround_ms");
    }

    void node(const Node& node, std::size_t index) {
        const std::string where = nameOf("nodes", node.id, index);
        id(node.id, where, m_places);
        name(node.name, where);
        if (!node.place.valid())
            error("BAD_PLACE", "a latitude is from -90 to 90 and a longitude from -180 to 180 degrees", where);
        if (node.ground_m) number(*node.ground_m, -500, 9000, "ground in metres", where);
        number(node.top_m, -500, 9000, "top of the column in metres", where);
        if (node.capacity < 1 || node.capacity > 1000)
            error("BAD_NUMBER", std::format("a node has 1 to 1000 places, this has {}", node.capacity), where);
        duration(node.buffer_ms, "buffer", where);
        duration(node.load_ms, "loading", where);
        duration(node.unload_ms, "unloading", where);
        duration(node.serve_ms, "hand-over", where);
        duration(node.drop_ms, "drop", where);
        duration(node.takeOff_ms, "take-off", where);
        duration(node.landing_ms, "landing", where);
        if (!node.ground_m)
            add(Severity::NotJudged, "GROUND_UNKNOWN",
                "the height of the ground is not known, so nothing through this node can be timed", where);
        else if (node.top_m <= *node.ground_m)
            error(
                "TOP_BELOW_GROUND",
                std::format("the top of the column, {} m, must be above the ground, {} m", node.top_m, *node.ground_m),
                where);
    }

    void droneType(const DroneType& type, std::size_t index) {
        const std::string where = nameOf("drone_types", type.id, index);
        id(type.id, where, m_types);
        number(type.takeOff_mps, 0.1, 100, "speed of take-off in m/s", where);
        number(type.flight_mps, 0.1, 100, "speed of flight in m/s", where);
        number(type.landing_mps, 0.1, 100, "speed of landing in m/s", where);
        number(type.acceleration_mps2, 0.01, 50, "acceleration in m/s2", where);
        number(type.deceleration_mps2, 0.01, 50, "deceleration in m/s2", where);
        number(type.turnRate_dps, 0.1, 720, "turn rate in degrees per second", where);
        duration(type.endurance_ms, "endurance", where);
        number(type.range_m, 1, 1'000'000, "range in metres", where);
        number(type.maxPayload_kg, 0, 10'000, "payload in kg", where);
    }

    void base() {
        const Node* const found = m_network.node(m_network.base);
        if (!found || found->kind != NodeKind::Base)
            error("NO_BASE", std::format("\"{}\" is no base of this network; name a node of kind base", m_network.base),
                  "base");
    }

    void link(const Link& link) {
        const std::string where = nameOf(link);
        const Node* const a = m_network.node(link.a);
        const Node* const b = m_network.node(link.b);
        for (const auto& end : {link.a, link.b})
            if (!m_network.node(end)) error("UNKNOWN_NODE", std::format("there is no node \"{}\"", end), where);
        if (a && b && (a == b || route::samePlace(a->place, b->place)))
            error("SAME_ENDS", "a link leads from one node to another, at another place", where);
        else if (!m_links.insert(std::minmax<std::string_view>(link.a, link.b)).second)
            error("SAME_LINK", "these nodes are linked twice", where);
        way(link, where);
        if (link.speed_mps) number(*link.speed_mps, 0.1, 100, "speed in m/s", where);
        duration(link.flight_ms, "flight", where);
        if (!link.verification)
            add(Severity::NotJudged, "LINK_NOT_VERIFIED", "no test flight vouches for this link, so nobody can use it",
                where);
        else
            verification(*link.verification, where);
        if (a && b) tooLow(link, *a, *b, where);
    }

    void way(const Link& link, const std::string& where) {
        if (link.via.size() > 200)
            error("BAD_NUMBER", std::format("a link has at most 200 waypoints, this has {}", link.via.size()), where);
        for (const auto& waypoint : link.via) {
            if (!waypoint.place.valid())
                error("BAD_PLACE", "a latitude is from -90 to 90 and a longitude from -180 to 180 degrees", where);
            number(waypoint.height_m, -500, 9000, "height of a waypoint in metres", where);
        }
    }

    void verification(const Verification& verification, const std::string& where) {
        if (verification.by.empty()) error("BAD_NAME", "a verification says who vouches for it", where);
        name(verification.by, where);
        name(verification.note, where);
        if (!isInstant(verification.at)) error("BAD_NUMBER", "a verification is of the years 1970 to 9999", where);
    }

    void tooLow(const Link& link, const Node& a, const Node& b, const std::string& where) {
        for (std::size_t i = 0; i < link.via.size(); ++i)
            for (const Node* end : {&a, &b})
                if (end->ground_m && link.via[i].height_m < *end->ground_m) {
                    add(Severity::Hint, "LINK_TOO_LOW",
                        std::format("waypoint {} is at {} m, below the ground of {} at {} m", i + 1,
                                    link.via[i].height_m, end->id, *end->ground_m),
                        where);
                    break;
                }
    }

    void movingBase(const MovingBase& base, std::size_t index) {
        const std::string where = nameOf("moving_bases", base.id, index);
        id(base.id, where, m_places); // a mission names a node or a moving base by its id
        if (base.stays.empty() || base.stays.size() > 1000)
            error("BAD_STAYS", std::format("a moving base has 1 to 1000 stays, this has {}", base.stays.size()), where);
        for (std::size_t i = 0; i < base.stays.size(); ++i) {
            const BaseStay& stay = base.stays[i];
            const Node* const node = m_network.node(stay.node);
            if (!node)
                error("UNKNOWN_NODE", std::format("there is no node \"{}\"", stay.node), where);
            else if (node->kind != NodeKind::Base)
                error("BAD_STAYS", std::format("it can stand at a base only, and {} is none", stay.node), where);
            if (!isInstant(stay.from) || !isInstant(stay.to) || stay.from >= stay.to)
                error("BAD_STAYS", std::format("stay {} must end after it begins, in the years 1970 to 9999", i + 1),
                      where);
            if (i > 0 && stay.from < base.stays[i - 1].to)
                error("BAD_STAYS", std::format("stay {} must begin after the one before it has ended", i + 1), where);
        }
    }

    void crossing(const DeclaredCrossing& crossing, std::size_t index) {
        const std::string where = std::format("crossings[{}]", index);
        const Link* const first = m_network.link(crossing.firstA, crossing.firstB);
        const Link* const second = m_network.link(crossing.secondA, crossing.secondB);
        if (!first || !second)
            error("UNKNOWN_LINK", "a crossing is of two links of the network", where);
        else if (first == second)
            error("SAME_LINK", "a crossing is of two different links", where);
        number(crossing.firstFraction, 0, 1, "fraction of the first link", where);
        number(crossing.secondFraction, 0, 1, "fraction of the second link", where);
        duration(crossing.separation_ms, "separation", where);
    }

    void neighbours() {
        const auto& nodes = m_network.nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            for (std::size_t j = i + 1; j < nodes.size(); ++j) {
                const double apart_m = route::horizontalDistance_m(nodes[i].place, nodes[j].place);
                if (apart_m < near_m)
                    add(Severity::Hint, "NEAR_NODE",
                        std::format("only {:.1f} m from {}; their columns are kept apart by nothing", apart_m,
                                    nodes[i].id),
                        nameOf("nodes", nodes[j].id, j));
            }
    }

    // Which nodes a drone can get to from any base, over links verified or not.
    void reach() {
        std::multimap<std::string_view, std::string_view> ways;
        for (const Link& link : m_network.links) {
            ways.emplace(link.a, link.b);
            ways.emplace(link.b, link.a);
        }
        std::set<std::string_view> reached;
        std::queue<std::string_view> next;
        for (const Node& node : m_network.nodes)
            if (node.kind == NodeKind::Base && reached.insert(node.id).second) next.push(node.id);
        for (; !next.empty(); next.pop())
            for (auto [way, end] = ways.equal_range(next.front()); way != end; ++way)
                if (reached.insert(way->second).second) next.push(way->second);
        for (std::size_t i = 0; i < m_network.nodes.size(); ++i) {
            const std::string& id = m_network.nodes[i].id;
            if (!ways.contains(id))
                add(Severity::Hint, "NODE_WITHOUT_LINK", "no link leads here", nameOf("nodes", id, i));
            else if (!reached.contains(id))
                add(Severity::Hint, "NOT_REACHABLE", "no way leads here from a base", nameOf("nodes", id, i));
        }
    }

    const Network& m_network;
    std::vector<Finding> m_found;
    std::set<std::string_view> m_places; // nodes and moving bases
    std::set<std::string_view> m_types;
    std::set<std::pair<std::string_view, std::string_view>> m_links;
};

} // namespace

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

bool sameWay(const Network& before, const Link& old, const Network& after, const Link& now) {
    const auto sameColumn = [&](const std::string& id) {
        const Node* const first = before.node(id);
        const Node* const second = after.node(id);
        return first != nullptr && second != nullptr && first->place == second->place && first->top_m == second->top_m;
    };
    return old.a == now.a && old.b == now.b && old.via == now.via && old.shape == now.shape &&
           old.corner == now.corner && sameColumn(old.a) && sameColumn(old.b);
}

std::vector<Finding> check(const Network& network) {
    return Check(network).run();
}

} // namespace haneul::delivery
