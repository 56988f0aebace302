#include "server/delivery/mission_export.h"

#include "core/formats/qgc_plan.h"
#include "core/formats/waypoint_text.h"
#include "core/json/json_writer.h"
#include "server/delivery/mission_codec.h"

#include <format>
#include <utility>

namespace haneul::delivery {

namespace {

using formats::MissionItem;
using formats::MissionItemKind;

// An item, and the waypoint of a leg where it is reached.
struct Timed {
    MissionItem item;
    std::size_t leg = 0, waypoint = 0;
};

std::string_view nameOf(MissionItemKind kind) {
    switch (kind) {
    case MissionItemKind::TakeOff:
        return "take_off";
    case MissionItemKind::Land:
        return "land";
    case MissionItemKind::Drop:
        return "drop";
    case MissionItemKind::Waypoint:
        break;
    }
    return "waypoint";
}

MissionItemKind kindOf(const Leg& leg, std::size_t waypoint) {
    const auto& parts = leg.parts;
    const bool fromGround = parts.takeOff.first < parts.takeOff.last;
    const bool toGround = parts.landing.first < parts.landing.last;
    if (waypoint == 1 && fromGround) return MissionItemKind::TakeOff;
    if (waypoint + 1 < leg.waypoints.size()) return MissionItemKind::Waypoint;
    return toGround ? MissionItemKind::Land : MissionItemKind::Drop;
}

std::optional<double> speedTo(MissionItemKind kind, const Leg& leg, const DroneType* type, const Network* network) {
    if (type == nullptr) return std::nullopt;
    if (kind == MissionItemKind::TakeOff) return type->takeOff_mps;
    if (kind == MissionItemKind::Land) return type->landing_mps;
    const Link* const link = network->link(leg.from, leg.to);
    return link != nullptr ? link->speed_mps.value_or(type->flight_mps) : type->flight_mps;
}

std::vector<Timed> timedItems(const Mission& mission, const Network* network) {
    const DroneType* const type = network != nullptr ? network->droneType(mission.route.request.droneType) : nullptr;
    std::vector<Timed> items;
    for (std::size_t k = 0; k < mission.route.legs.size(); ++k) {
        const Leg& leg = mission.route.legs[k];
        for (std::size_t i = 1; i < leg.waypoints.size(); ++i) {
            const MissionItemKind kind = kindOf(leg, i);
            items.push_back({MissionItem{.kind = kind,
                                         .place = leg.waypoints[i].place,
                                         .height_m = leg.waypoints[i].height_m,
                                         .hold_ms = mission.route.durations.stays[k][i],
                                         .speed_mps = speedTo(kind, leg, type, network)},
                             k, i});
        }
    }
    return items;
}

void write(json::JsonWriter& json, const Timed& timed, const Mission& mission) {
    const MissionItem& item = timed.item;
    const auto& times = mission.times.legs[timed.leg];
    json.beginObject().key("kind").string(nameOf(item.kind));
    json.key("latitude_deg").exact(item.place.latitude_deg).key("longitude_deg").exact(item.place.longitude_deg);
    json.key("height_m").number(item.height_m, 3).key("datum").string("AMSL").key("hold_ms").integer(item.hold_ms);
    json.key("speed_mps").numberOrNull(item.speed_mps, 3);
    json.key("eta").time(utcMs(times.arrivals[timed.waypoint]));
    json.key("etd").time(utcMs(times.departures[timed.waypoint])).endObject();
}

} // namespace

formats::MissionItems itemsOf(const Mission& mission, const Network* network) {
    formats::MissionItems items{.name = mission.id, .home = {}, .items = {}};
    if (mission.route.legs.empty()) return items;
    const auto& home = mission.route.legs.front().waypoints.front();
    items.home = {home.place, home.height_m};
    for (Timed& timed : timedItems(mission, network))
        items.items.push_back(std::move(timed.item));
    return items;
}

Result<std::string> exported(const Mission& mission, const Network* network, HandOverForm form) {
    switch (form) {
    case HandOverForm::QgcPlan:
        return formats::writeQgcPlan(itemsOf(mission, network));
    case HandOverForm::MavlinkItems:
        return formats::writeWaypointText(itemsOf(mission, network));
    case HandOverForm::Json:
        break;
    }
    return missionMessage(mission, network, {});
}

std::string missionMessage(const Mission& mission, const Network* network, std::string_view event) {
    json::JsonWriter json;
    json.beginObject().key("schema").string("haneul.mission.1").key("event");
    event.empty() ? json.null() : json.string(event);
    json.key("mission_id").string(mission.id).key("network").string(mission.network);
    json.key("revision").count(mission.revision).key("drone_id");
    mission.drone.empty() ? json.null() : json.string(mission.drone);
    json.key("step").string(toString(mission.step())).key("start").time(mission.start);
    json.key("end").time(utcMs(mission.booking.end));
    json.key("payload_kg").exact(mission.route.request.payload_kg);
    json.key("distance_m").number(mission.route.distance_m, 3);
    json.key("orders").beginArray();
    for (const std::string& order : mission.orders)
        json.string(order);
    json.endArray().key("nodes").beginArray();
    for (std::size_t p = 0; p < mission.route.nodes.size(); ++p) {
        const auto& times = mission.times.nodes[p];
        json.beginObject().key("node").string(mission.route.nodes[p]);
        json.key("eta").time(utcMs(times.arrival)).key("etd").time(utcMs(times.departure)).endObject();
    }
    json.endArray().key("items").beginArray();
    for (const Timed& timed : timedItems(mission, network))
        write(json, timed, mission);
    json.endArray().endObject();
    return json.take();
}

} // namespace haneul::delivery
