#include "server/http/delivery_json.h"

#include "core/json/json_writer.h"
#include "server/delivery/mission_codec.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace haneul::http {

namespace {

using delivery::DeliveryState;
using delivery::Mission;
using delivery::MissionPtr;
using delivery::Order;
using delivery::SavedNetwork;
using json::JsonWriter;

JsonWriter& textOrNull(JsonWriter& json, const std::string& text) {
    return text.empty() ? json.null() : json.string(text);
}

void writeTexts(JsonWriter& json, const auto& texts) {
    json.beginArray();
    for (const auto& text : texts)
        json.string(text);
    json.endArray();
}

void writeWindows(JsonWriter& json, const std::vector<schedule::Window<std::int64_t>>& windows) {
    json.beginArray();
    for (const auto& window : windows)
        json.beginObject().key("from").time(utcMs(window.from)).key("to").time(utcMs(window.to)).endObject();
    json.endArray();
}

void writeNetworkHead(JsonWriter& json, const SavedNetwork& saved) {
    json.key("id").string(saved.network.id).key("name").string(saved.network.name);
    json.key("revision").count(saved.revision).key("saved").time(saved.saved).key("by").string(saved.by);
}

void writeOrder(JsonWriter& json, const Order& order) {
    json.beginObject().key("id").string(order.id).key("network").string(order.network).key("stop");
    delivery::writeStop(json, order.stop);
    json.key("payload_kg").exact(order.payload_kg).key("placed").time(order.placed);
    json.key("deadline").timeOrNull(order.deadline).key("by").string(order.by);
    json.key("state").string(toString(order.state)).key("mission");
    textOrNull(json, order.mission).key("reason");
    textOrNull(json, order.reason).endObject();
}

void writeMissionHead(JsonWriter& json, const Mission& mission) {
    json.key("id").string(mission.id).key("network").string(mission.network).key("revision").count(mission.revision);
    textOrNull(json.key("drone"), mission.drone).key("step").string(toString(mission.step()));
    json.key("start").time(mission.start).key("end").time(utcMs(mission.times.nodes.back().departure));
    json.key("planned_end").time(utcMs(mission.planned.nodes.back().departure));
    json.key("delay_ms").integer(mission.delay().count());
    writeTexts(json.key("nodes"), mission.route.nodes);
    writeTexts(json.key("orders"), mission.orders);
    json.key("payload_kg").exact(mission.route.request.payload_kg);
    json.key("distance_m").number(mission.route.distance_m, 3).key("flight_ms").integer(mission.route.flight_ms);
}

// When an event of a waypoint really was; the last report holds.
std::optional<UtcMs> actualOf(const Mission& mission, std::size_t leg, std::size_t waypoint, timing::EventKind kind) {
    std::optional<UtcMs> found;
    for (const auto& actual : mission.actuals)
        if (actual.segment == leg && actual.waypoint == waypoint && actual.kind == kind) found = utcMs(actual.time);
    return found;
}

// At a node, the end of one leg and the beginning of the next are one place.
std::optional<UtcMs> actualAtNode(const Mission& mission, std::size_t node, timing::EventKind kind) {
    std::optional<UtcMs> found;
    if (node > 0) found = actualOf(mission, node - 1, mission.route.legs[node - 1].waypoints.size() - 1, kind);
    if (node < mission.route.legs.size())
        if (const auto behind = actualOf(mission, node, 0, kind)) found = behind;
    return found;
}

void writeNodes(JsonWriter& json, const Mission& mission) {
    json.key("stops").beginArray();
    for (std::size_t p = 0; p < mission.route.nodes.size(); ++p) {
        const auto& times = mission.times.nodes[p];
        const auto& planned = mission.planned.nodes[p];
        json.beginObject().key("node").string(mission.route.nodes[p]);
        json.key("eta").time(utcMs(times.arrival)).key("etp_ms").integer(times.stay);
        json.key("etd").time(utcMs(times.departure));
        json.key("planned_eta").time(utcMs(planned.arrival)).key("planned_etd").time(utcMs(planned.departure));
        json.key("ata").timeOrNull(actualAtNode(mission, p, timing::EventKind::Arrival));
        json.key("atd").timeOrNull(actualAtNode(mission, p, timing::EventKind::Departure)).endObject();
    }
    json.endArray();
}

void writeWaypoint(JsonWriter& json, const Mission& mission, std::size_t k, std::size_t i) {
    const auto& waypoint = mission.route.legs[k].waypoints[i];
    const auto& times = mission.times.legs[k];
    const auto& planned = mission.planned.legs[k];
    json.beginObject().key("latitude_deg").exact(waypoint.place.latitude_deg);
    json.key("longitude_deg").exact(waypoint.place.longitude_deg);
    json.key("height_m").number(waypoint.height_m, 3).key("datum").string("AMSL");
    json.key("eta").time(utcMs(times.arrivals[i])).key("etp_ms").integer(times.stays[i]);
    json.key("etd").time(utcMs(times.departures[i]));
    json.key("planned_eta").time(utcMs(planned.arrivals[i])).key("planned_etd").time(utcMs(planned.departures[i]));
    json.key("ata").timeOrNull(actualOf(mission, k, i, timing::EventKind::Arrival));
    json.key("atd").timeOrNull(actualOf(mission, k, i, timing::EventKind::Departure)).endObject();
}

void writeRange(JsonWriter& json, std::string_view key, const route::WaypointRange& range) {
    json.key(key).beginArray().count(range.first).count(range.last).endArray();
}

void writeLegs(JsonWriter& json, const Mission& mission) {
    json.key("legs").beginArray();
    for (std::size_t k = 0; k < mission.route.legs.size(); ++k) {
        const auto& leg = mission.route.legs[k];
        const auto parts = timing::partTimes(mission.times.legs[k], leg.parts);
        json.beginObject().key("from").string(leg.from).key("to").string(leg.to);
        json.key("etf_ms").integer(mission.times.legs[k].flightTime());
        json.key("take_off_ms").integer(parts.takeOff).key("flight_ms").integer(parts.flight);
        json.key("landing_ms").integer(parts.landing).key("distance_m").number(leg.distances.total_m(), 3);
        writeRange(json, "take_off", leg.parts.takeOff);
        writeRange(json, "flight", leg.parts.flight);
        writeRange(json, "landing", leg.parts.landing);
        json.key("flights_ms").beginArray();
        for (const auto flight : mission.times.legs[k].flights)
            json.integer(flight);
        json.endArray().key("waypoints").beginArray();
        for (std::size_t i = 0; i < leg.waypoints.size(); ++i)
            writeWaypoint(json, mission, k, i);
        json.endArray().endObject();
    }
    json.endArray();
}

void writeConflict(JsonWriter& json, const delivery::MissionConflict& conflict) {
    json.beginObject().key("mission").string(conflict.mission).key("against");
    textOrNull(json, conflict.against).key("rule").string(toString(conflict.rule));
    json.key("place").string(conflict.place).key("proposed_start").timeOrNull(conflict.proposedStart).endObject();
}

// What holds a place, in order.
struct Held {
    std::string mission;
    std::int64_t begin = 0, end = 0;
};

void writeHeld(JsonWriter& json, std::vector<Held> held) {
    std::ranges::sort(held, {}, [](const Held& one) { return std::tie(one.begin, one.mission); });
    json.key("held").beginArray();
    for (const Held& one : held) {
        json.beginObject().key("mission").string(one.mission);
        json.key("from").time(utcMs(one.begin)).key("to").time(utcMs(one.end)).endObject();
    }
    json.endArray();
}

template <class Items>
std::set<std::string> changedIds(const Items& before, const Items& after, auto idOf, auto same) {
    std::map<std::string, const typename Items::value_type*> old;
    for (const auto& item : before)
        old.emplace(idOf(item), &item);
    std::set<std::string> changed;
    for (const auto& item : after) {
        const auto found = old.find(idOf(item));
        if (found == old.end() || !same(*found->second, item)) changed.insert(idOf(item));
        if (found != old.end()) old.erase(found);
    }
    for (const auto& [id, gone] : old)
        changed.insert(id);
    return changed;
}

// Null on the last page.
void writePage(JsonWriter& json, std::size_t total, const std::string& next) {
    json.key("total").count(total).key("next");
    if (next.empty())
        json.null();
    else
        json.string(next);
}

} // namespace

std::string networksJson(const DeliveryState& state) {
    JsonWriter json;
    json.beginObject().key("networks").beginArray();
    for (const SavedNetwork& saved : state.networks) {
        json.beginObject();
        writeNetworkHead(json, saved);
        json.key("nodes").count(saved.network.nodes.size()).key("links").count(saved.network.links.size());
        json.key("unverified")
            .count(static_cast<std::uint64_t>(std::ranges::count_if(
                saved.network.links, [](const delivery::Link& link) { return !link.verification; })));
        json.endObject();
    }
    json.endArray().endObject();
    return json.take();
}

std::string networkJson(const SavedNetwork& saved) {
    using Severity = delivery::Finding::Severity;
    JsonWriter json;
    json.beginObject();
    writeNetworkHead(json, saved);
    json.key("network").raw(delivery::toJson(saved.network));
    json.key("findings").beginArray();
    for (const delivery::Finding& finding : delivery::check(saved.network)) {
        json.beginObject().key("severity");
        json.string(finding.severity == Severity::Error       ? "error"
                    : finding.severity == Severity::NotJudged ? "not_judged"
                                                              : "hint");
        json.key("code").string(finding.code).key("message").string(finding.message);
        json.key("where").string(finding.where).endObject();
    }
    json.endArray().endObject();
    return json.take();
}

std::string ordersJson(const std::vector<const Order*>& orders, std::size_t total, const std::string& next) {
    JsonWriter json;
    json.beginObject();
    writePage(json, total, next);
    json.key("orders").beginArray();
    for (const Order* order : orders)
        writeOrder(json, *order);
    json.endArray().endObject();
    return json.take();
}

std::string missionsJson(const std::vector<MissionPtr>& missions, std::size_t total, const std::string& next) {
    JsonWriter json;
    json.beginObject();
    writePage(json, total, next);
    json.key("missions").beginArray();
    for (const MissionPtr& mission : missions) {
        json.beginObject();
        writeMissionHead(json, *mission);
        json.endObject();
    }
    json.endArray().endObject();
    return json.take();
}

void writeEquipment(JsonWriter& json, const Mission* mission) {
    textOrNull(json.key("battery"), mission != nullptr ? mission->battery : std::string());
    delivery::writeNotes(json.key("drone_notes"),
                         mission != nullptr ? mission->droneNotes : std::vector<delivery::DroneNote>());
}

std::string missionJson(const Mission& mission, const DeliveryState& state) {
    JsonWriter json;
    json.beginObject();
    writeMissionHead(json, mission);
    writeEquipment(json, &mission);
    json.key("request");
    delivery::writeRequest(json, mission.route.request);
    writeNodes(json, mission);
    writeLegs(json, mission);
    json.key("usages");
    delivery::writeUsages(json, mission.booking.usages);
    json.key("actuals");
    delivery::writeActuals(json, mission.actuals);
    json.key("steps").beginArray();
    for (const delivery::StepRecord& record : mission.steps) {
        json.beginObject().key("step").string(toString(record.step)).key("at").time(record.at);
        json.key("by").string(record.by).key("note").string(record.note).endObject();
    }
    json.endArray().key("conflicts").beginArray();
    for (const auto& conflict : state.conflicts)
        if (conflict.mission == mission.id) writeConflict(json, conflict);
    json.endArray().endObject();
    return json.take();
}

std::string slotsJson(const delivery::SlotAnswer& answer) {
    JsonWriter json;
    json.beginObject().key("earliest").timeOrNull(answer.earliest);
    writeWindows(json.key("windows"), answer.windows);
    json.key("forbidden").beginArray();
    for (const auto& fact : answer.forbidden) {
        json.beginObject().key("after").time(utcMs(fact.low)).key("before").time(utcMs(fact.high));
        json.key("rule").string(toString(fact.rule)).key("place").string(fact.place).key("against");
        textOrNull(json, fact.against).endObject();
    }
    json.endArray();
    writeWindows(json.key("base_free"), answer.baseFree);
    json.endObject();
    return json.take();
}

std::string occupancyJson(const SavedNetwork& saved, const DeliveryState& state, UtcMs from, UtcMs to) {
    using timing::PlaceKind;
    std::map<std::string, std::vector<Held>> nodes;
    std::map<std::pair<std::string, std::string>, std::vector<Held>> ways; // in the direction of flight
    for (const MissionPtr& mission : state.missions) {
        if (mission->network != saved.network.id || !mission->standing()) continue;
        for (const auto& usage : mission->booking.usages) {
            if (usage.end <= sinceEpoch_ms(from) || usage.begin >= sinceEpoch_ms(to)) continue;
            auto& held = usage.kind == PlaceKind::Node ? nodes[usage.from] : ways[{usage.from, usage.to}];
            held.push_back({mission->id, usage.begin, usage.end});
        }
    }
    JsonWriter json;
    json.beginObject().key("network").string(saved.network.id).key("from").time(from).key("to").time(to);
    json.key("nodes").beginArray();
    for (const delivery::Node& node : saved.network.nodes) {
        json.beginObject().key("node").string(node.id).key("capacity").integer(node.capacity);
        writeHeld(json, nodes[node.id]);
        json.endObject();
    }
    json.endArray().key("links").beginArray();
    for (const delivery::Link& link : saved.network.links)
        for (const auto& [a, b] : {std::pair(link.a, link.b), std::pair(link.b, link.a)}) {
            json.beginObject().key("from").string(a).key("to").string(b);
            json.key("track").string(link.track == delivery::TrackKind::Single ? "single" : "double");
            writeHeld(json, ways[{a, b}]);
            json.endObject();
        }
    json.endArray().endObject();
    return json.take();
}

std::string conflictsJson(std::string_view network, const DeliveryState& state) {
    JsonWriter json;
    json.beginObject().key("conflicts").beginArray();
    for (const auto& conflict : state.conflicts)
        if (const auto mission = state.mission(conflict.mission); mission && mission->network == network)
            writeConflict(json, conflict);
    json.endArray().endObject();
    return json.take();
}

std::string streamDeliveries(const DeliveryState& before, const DeliveryState& after) {
    const auto networks = changedIds(
        before.networks, after.networks, [](const SavedNetwork& saved) { return saved.network.id; },
        [](const SavedNetwork& l, const SavedNetwork& r) { return l == r; });
    const auto orders = changedIds(
        before.orders, after.orders, [](const Order& order) { return order.id; },
        [](const Order& l, const Order& r) { return l == r; });
    const auto missions = changedIds(
        before.missions, after.missions, [](const MissionPtr& mission) { return mission->id; },
        [](const MissionPtr& l, const MissionPtr& r) { return l == r; });
    const bool conflicts = before.conflicts != after.conflicts;
    if (networks.empty() && orders.empty() && missions.empty() && !conflicts) return {};
    JsonWriter json;
    json.beginObject().key("type").string("deliveries").key("number").count(after.number);
    writeTexts(json.key("networks"), networks);
    writeTexts(json.key("orders"), orders);
    writeTexts(json.key("missions"), missions);
    json.key("conflicts").count(after.conflicts.size()).endObject();
    return json.take();
}

} // namespace haneul::http
