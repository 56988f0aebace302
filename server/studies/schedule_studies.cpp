#include "server/studies/schedule_studies.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "core/schedule/dispatch.h"
#include "server/studies/reading.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <iterator>
#include <vector>

namespace haneul::studies {

namespace {

using json::JsonWriter;
using json::Object;
using schedule::Booking;
using schedule::Network;
using timing::PlaceKind;
using timing::Usage;

Result<void> readNode(Object& json, const std::string& id, Network<double>& network) {
    schedule::Node<double> node;
    const auto capacity = json.optionalInteger("capacity");
    if (!capacity) return std::unexpected(capacity.error());
    if (capacity->value_or(1) < 1 || capacity->value_or(1) > 1'000'000)
        return invalid("a node has at least one place", "network.nodes." + id);
    node.capacity = static_cast<int>(capacity->value_or(1));
    if (auto read = readOptionals(json, std::pair{"load", &node.load}, std::pair{"unload", &node.unload},
                                  std::pair{"serve", &node.serve}, std::pair{"takeoff", &node.takeOff},
                                  std::pair{"landing", &node.landing});
        !read)
        return read;
    const auto buffer = json.optionalNumber("buffer");
    if (!buffer) return std::unexpected(buffer.error());
    if (*buffer) network.nodeBuffers.emplace(id, **buffer);
    network.nodes.emplace(id, node);
    return json.finish();
}

Result<void> readLink(Object& json, Network<double>& network) {
    schedule::Link<double> link;
    auto a = json.string("a");
    if (!a) return std::unexpected(a.error());
    auto b = json.string("b");
    if (!b) return std::unexpected(b.error());
    const auto track = json.string("track");
    if (!track) return std::unexpected(track.error());
    if (*track != "single" && *track != "double") return invalid("a track is single or double", "network.links.track");
    const auto flight = json.number("flight");
    if (!flight) return std::unexpected(flight.error());
    network.links.push_back({*std::move(a), *std::move(b), *flight,
                             *track == "single" ? schedule::Track::Single : schedule::Track::Double});
    return json.finish();
}

Result<std::size_t> readLinkName(Object& json, const char* key, const Network<double>& network) {
    const auto ends = json.strings(key);
    if (!ends) return std::unexpected(ends.error());
    if (ends->size() != 2) return invalid("a link is named by its two ends", key);
    const auto link = network.linkBetween((*ends)[0], (*ends)[1]);
    if (!link) return invalid("the network has no such link", key);
    return *link;
}

// {"first": [a, b], "second": [a, b], "x_first": 0..1, "x_second": 0..1, "sep": time}; x counts from the link's end a.
Result<void> readCrossing(Object& json, Network<double>& network) {
    schedule::Crossing<double> crossing;
    const auto first = readLinkName(json, "first", network);
    if (!first) return std::unexpected(first.error());
    const auto second = readLinkName(json, "second", network);
    if (!second) return std::unexpected(second.error());
    const auto firstFraction = json.number("x_first");
    if (!firstFraction) return std::unexpected(firstFraction.error());
    const auto secondFraction = json.number("x_second");
    if (!secondFraction) return std::unexpected(secondFraction.error());
    const auto separation = json.number("sep");
    if (!separation) return std::unexpected(separation.error());
    network.crossings.push_back({*first, *second, *firstFraction, *secondFraction, *separation});
    return json.finish();
}

Result<void> readFleet(Object& json, Network<double>& network) {
    const auto size = json.integer("size");
    if (!size) return std::unexpected(size.error());
    if (*size < 1) return invalid("a fleet has at least one drone", "network.fleet.size");
    double turnaround = 0;
    if (auto read = readOptional(json, "turnaround", turnaround); !read) return read;
    network.fleet = schedule::Fleet<double>{static_cast<std::size_t>(*size), turnaround};
    return json.finish();
}

template <class Read>
Result<void> forEach(Object& json, const char* key, Read read) {
    if (!json.has(key)) return json.optionalNumber(key).transform([](auto&&) {});
    auto items = json.objects(key);
    if (!items) return std::unexpected(items.error());
    for (Object& item : *items)
        if (auto done = read(item); !done) return done;
    return {};
}

Result<Network<double>> readNetwork(Object& body) {
    auto json = body.object("network");
    if (!json) return std::unexpected(json.error());
    Network<double> network;
    auto base = json->string("base");
    if (!base) return std::unexpected(base.error());
    network.base = *std::move(base);
    auto nodes = json->object("nodes");
    if (!nodes) return std::unexpected(nodes.error());
    for (const std::string& id : nodes->keys()) {
        auto node = nodes->object(id);
        if (!node) return std::unexpected(node.error());
        if (auto read = readNode(*node, id, network); !read) return std::unexpected(read.error());
    }
    if (auto read = forEach(*json, "links", [&](Object& link) { return readLink(link, network); }); !read)
        return std::unexpected(read.error());
    if (auto read = forEach(*json, "crossings", [&](Object& crossing) { return readCrossing(crossing, network); });
        !read)
        return std::unexpected(read.error());
    if (auto read = readOptionals(
            *json, std::pair{"headway", &network.headway}, std::pair{"opposite_buffer", &network.oppositeBuffer},
            std::pair{"node_buffer", &network.nodeBuffer}, std::pair{"hover_top", &network.hoverTop},
            std::pair{"hover_land", &network.hoverLanding});
        !read)
        return std::unexpected(read.error());
    if (json->has("fleet")) {
        auto fleet = json->object("fleet");
        if (!fleet) return std::unexpected(fleet.error());
        if (auto read = readFleet(*fleet, network); !read) return std::unexpected(read.error());
    } else if (auto none = json->optionalNumber("fleet"); !none) {
        return std::unexpected(none.error());
    }
    if (auto done = json->finish(); !done) return std::unexpected(done.error());
    if (auto fine = schedule::check(network); !fine) return std::unexpected(fine.error());
    return network;
}

// {"kind": "node", "id": name} or {"kind": "link", "id": "a>b"} or {"kind": "mission", …} for the fleet, each with
// "frm" and "to".
Result<void> readUsage(Object& json, Booking<double>& booking) {
    const auto kind = json.string("kind");
    if (!kind) return std::unexpected(kind.error());
    auto id = json.optionalString("id");
    if (!id) return std::unexpected(id.error());
    const auto from = json.number("frm");
    if (!from) return std::unexpected(from.error());
    const auto to = json.number("to");
    if (!to) return std::unexpected(to.error());
    if (*to < *from) return invalid("a usage ends after it begins", "to");
    if (auto done = json.finish(); !done) return done;
    const std::string name = id->value_or("");
    const std::size_t arrow = name.find('>');
    if (*kind == "node")
        booking.usages.push_back({PlaceKind::Node, name, {}, *from, *to});
    else if (*kind == "link" && arrow != std::string::npos)
        booking.usages.push_back({PlaceKind::Link, name.substr(0, arrow), name.substr(arrow + 1), *from, *to});
    else if (*kind != "mission")
        return invalid("a usage is of a node, of a link \"a>b\", or of a whole mission", "kind");
    booking.begin = *from;
    booking.end = *to;
    return {};
}

// A new mission spans all that it uses; each of the booked usages stands for itself.
Result<Booking<double>> readNew(Object& body) {
    Booking<double> mission{.id = "new"};
    bool first = true;
    double begin = 0, end = 0;
    auto read = forEach(body, "new", [&](Object& usage) {
        auto done = readUsage(usage, mission);
        begin = first ? mission.begin : std::min(begin, mission.begin);
        end = first ? mission.end : std::max(end, mission.end);
        first = false;
        return done;
    });
    if (!read) return std::unexpected(read.error());
    mission.begin = begin;
    mission.end = end;
    return mission;
}

// What is booked: places that are held, by whomever, and whole missions, which alone count against the fleet.
struct Existing {
    std::vector<Booking<double>> held;
    std::vector<Booking<double>> missions;

    [[nodiscard]] std::size_t size() const { return held.size() + missions.size(); }
};

Result<Existing> readExisting(Object& body) {
    Existing booked;
    auto read = forEach(body, "existing", [&](Object& usage) {
        Booking<double> one{.id = std::format("existing[{}]", booked.size())};
        auto done = readUsage(usage, one);
        (one.usages.empty() ? booked.missions : booked.held).push_back(std::move(one));
        return done;
    });
    if (!read) return std::unexpected(read.error());
    return booked;
}

Result<schedule::VisitOrder> readVisits(Object& body) {
    const auto policy = body.optionalString("order_policy");
    if (!policy) return std::unexpected(policy.error());
    if (policy->value_or("given") == "given") return schedule::VisitOrder::Given;
    if (**policy == "best") return schedule::VisitOrder::Best;
    return invalid("the visiting order is given or best", "order_policy");
}

Result<std::vector<schedule::Order<double>>> readOrders(Object& body) {
    std::vector<schedule::Order<double>> orders;
    auto read = forEach(body, "orders", [&](Object& json) -> Result<void> {
        auto id = json.string("id");
        if (!id) return std::unexpected(id.error());
        const auto time = json.number("t");
        if (!time) return std::unexpected(time.error());
        auto stops = json.strings("stops");
        if (!stops) return std::unexpected(stops.error());
        orders.push_back({*std::move(id), *time, *std::move(stops)});
        return json.finish();
    });
    if (!read) return std::unexpected(read.error());
    return orders;
}

// A study answers in about a second at most: what would take longer is refused before it begins.
constexpr std::size_t mostPairs = 2'000'000; // of a new usage and a booked one, each compared once
constexpr std::size_t mostOrders = 2'000;    // each planned against all before it
constexpr std::size_t mostOrdersBest = 800;  // in up to six orders of visit

Result<void> affordable(std::size_t wanted, std::size_t most, const char* what, const char* where) {
    if (wanted <= most) return {};
    return fail("TOO_COSTLY", std::format("{} {}: at most {} are calculated at once", wanted, what, most), where);
}

std::string missionsText(const Network<double>& network,
                         const std::vector<schedule::PlannedMission<double>>& missions) {
    JsonWriter json;
    json.beginArray();
    for (const auto& mission : missions) {
        json.beginObject().key("id").string(mission.id).key("stops").beginArray();
        for (const auto& stop : mission.stops)
            json.string(stop);
        json.endArray().key("st1").exact(mission.start()).key("end").exact(mission.end());
        json.key("nodes").beginArray();
        for (std::size_t k = 0; k < mission.times.nodes.size(); ++k) {
            const bool base = k == 0 || k > mission.stops.size();
            json.beginArray().string(base ? network.base : mission.stops[k - 1]);
            json.exact(mission.times.nodes[k].arrival).exact(mission.times.nodes[k].departure).endArray();
        }
        json.endArray().endObject();
    }
    json.endArray();
    return json.take();
}

} // namespace

Result<std::string> slots(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto network = readNetwork(*body);
    if (!network) return std::unexpected(network.error());
    const auto mission = readNew(*body);
    if (!mission) return std::unexpected(mission.error());
    const auto booked = readExisting(*body);
    if (!booked) return std::unexpected(booked.error());
    const auto ready = body->number("ready");
    if (!ready) return std::unexpected(ready.error());
    const auto horizon = body->number("horizon");
    if (!horizon) return std::unexpected(horizon.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    if (auto fine = affordable(mission->usages.size() * booked->size(), mostPairs, "pairs of usages", "existing");
        !fine)
        return std::unexpected(fine.error());
    Network<double> places = *network;
    places.fleet.reset();
    auto forbidden = schedule::forbiddenStarts(places, *mission, std::span<const Booking<double>>(booked->held));
    std::ranges::move(schedule::forbiddenStarts(*network, *mission, std::span<const Booking<double>>(booked->missions)),
                      std::back_inserter(forbidden));
    const auto windows = schedule::availableSlots(forbidden, *ready, *horizon);
    JsonWriter json;
    json.beginObject().key("windows").beginArray();
    for (const auto& window : windows)
        json.beginArray().exact(window.from).exact(window.to).endArray();
    json.endArray().key("st1");
    if (windows.empty())
        json.null();
    else
        json.exact(windows.front().from);
    json.endObject();
    return json.take();
}

Result<std::string> fcfs(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto network = readNetwork(*body);
    if (!network) return std::unexpected(network.error());
    auto orders = readOrders(*body);
    if (!orders) return std::unexpected(orders.error());
    const auto visits = readVisits(*body);
    if (!visits) return std::unexpected(visits.error());
    double preparation = 0;
    if (auto read = readOptional(*body, "prep", preparation); !read) return std::unexpected(read.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    const bool best = *visits == schedule::VisitOrder::Best;
    if (auto fine = affordable(orders->size(), best ? mostOrdersBest : mostOrders, "orders", "orders"); !fine)
        return std::unexpected(fine.error());
    return schedule::firstComeFirstServed(*network, *std::move(orders), *visits, preparation)
        .transform([&](const auto& missions) { return missionsText(*network, missions); });
}

Result<std::string> batch(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    std::vector<schedule::SingleOrder<double>> orders;
    auto read = forEach(*body, "orders", [&](Object& json) -> Result<void> {
        auto id = json.string("id");
        if (!id) return std::unexpected(id.error());
        const auto time = json.number("t");
        if (!time) return std::unexpected(time.error());
        auto stop = json.string("stop");
        if (!stop) return std::unexpected(stop.error());
        orders.push_back({*std::move(id), *time, *std::move(stop)});
        return json.finish();
    });
    if (!read) return std::unexpected(read.error());
    const auto window = body->number("window");
    if (!window) return std::unexpected(window.error());
    const auto maxStops = body->integer("max_stops");
    if (!maxStops) return std::unexpected(maxStops.error());
    if (*maxStops < 1) return invalid("a batch has at least one stop", "max_stops");
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    const auto batches = schedule::batched(std::move(orders), *window, static_cast<std::size_t>(*maxStops));
    if (!batches) return std::unexpected(batches.error());
    JsonWriter json;
    json.beginArray();
    for (const auto& order : *batches) {
        json.beginObject().key("id").string(order.id).key("t").exact(order.time).key("stops").beginArray();
        for (const auto& stop : order.stops)
            json.string(stop);
        json.endArray().endObject();
    }
    json.endArray();
    return json.take();
}

} // namespace haneul::studies
