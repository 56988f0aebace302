#include "core/delivery/network_fields.h"

#include <algorithm>

namespace haneul::delivery {

namespace {

using json::JsonWriter;

constexpr Names<NodeKind> nodeKinds{{{NodeKind::Base, "base"}, {NodeKind::Delivery, "delivery"}}};
constexpr Names<LinkShape> shapes{{{LinkShape::Straight, "straight"}, {LinkShape::Curve, "curve"}}};
constexpr Names<Corner> corners{{{Corner::Stop, "stop"}, {Corner::FlyThrough, "fly_through"}}};
constexpr Names<TrackKind> tracks{{{TrackKind::Single, "single"}, {TrackKind::Double, "double"}}};

template <class Value, class Write>
void list(JsonWriter& out, std::string_view key, const std::vector<Value>& values, Write write) {
    out.key(key).beginArray();
    for (const Value& value : values) {
        out.beginObject();
        write(out, value);
        out.endObject();
    }
    out.endArray();
}

void durationOrNull(JsonWriter& out, std::string_view key, std::optional<DurationMs> value) {
    out.key(key);
    if (value)
        out.integer(*value);
    else
        out.null();
}

void exactOrNull(JsonWriter& out, std::string_view key, std::optional<double> value) {
    out.key(key);
    if (value)
        out.exact(*value);
    else
        out.null();
}

void writeDroneType(JsonWriter& out, const DroneType& type) {
    out.key("id").string(type.id);
    out.key("take_off_mps").exact(type.takeOff_mps).key("flight_mps").exact(type.flight_mps);
    out.key("landing_mps").exact(type.landing_mps).key("acceleration_mps2").exact(type.acceleration_mps2);
    out.key("deceleration_mps2").exact(type.deceleration_mps2).key("turn_rate_dps").exact(type.turnRate_dps);
    out.key("endurance_ms").integer(type.endurance_ms).key("range_m").exact(type.range_m);
    out.key("max_payload_kg").exact(type.maxPayload_kg);
}

void writeMovingBase(JsonWriter& out, const MovingBase& base) {
    out.key("id").string(base.id);
    list(out, "stays", base.stays, [](JsonWriter& to, const BaseStay& stay) {
        to.key("node").string(stay.node).key("from").time(stay.from).key("to").time(stay.to);
    });
}

void writeCrossing(JsonWriter& out, const DeclaredCrossing& crossing) {
    out.key("first_a").string(crossing.firstA).key("first_b").string(crossing.firstB);
    out.key("second_a").string(crossing.secondA).key("second_b").string(crossing.secondB);
    out.key("first_fraction").exact(crossing.firstFraction).key("second_fraction").exact(crossing.secondFraction);
    out.key("separation_ms").integer(crossing.separation_ms);
}

void readDroneType(FieldReader& in, DroneType& type) {
    in.must("id", type.id).may("take_off_mps", type.takeOff_mps).may("flight_mps", type.flight_mps);
    in.may("landing_mps", type.landing_mps).may("acceleration_mps2", type.acceleration_mps2);
    in.may("deceleration_mps2", type.deceleration_mps2).may("turn_rate_dps", type.turnRate_dps);
    in.may("endurance_ms", type.endurance_ms).may("range_m", type.range_m);
    in.may("max_payload_kg", type.maxPayload_kg);
}

void readMovingBase(FieldReader& in, MovingBase& base) {
    in.must("id", base.id);
    in.list("stays", true, base.stays, [](FieldReader& from, BaseStay& stay) {
        from.must("node", stay.node).must("from", stay.from).must("to", stay.to);
    });
}

void readCrossing(FieldReader& in, DeclaredCrossing& crossing) {
    in.must("first_a", crossing.firstA).must("first_b", crossing.firstB);
    in.must("second_a", crossing.secondA).must("second_b", crossing.secondB);
    in.must("first_fraction", crossing.firstFraction).must("second_fraction", crossing.secondFraction);
    in.may("separation_ms", crossing.separation_ms);
}

} // namespace

void writeHead(JsonWriter& out, const Network& network) {
    out.key("id").string(network.id).key("name").string(network.name).key("base").string(network.base);
}

void writePlace(JsonWriter& out, geo::LatLon place) {
    out.key("latitude_deg").exact(place.latitude_deg).key("longitude_deg").exact(place.longitude_deg);
}

void writeNodeFields(JsonWriter& out, const Node& node) {
    out.key("id").string(node.id).key("name").string(node.name).key("kind").string(nameOf(nodeKinds, node.kind));
    exactOrNull(out, "ground_m", node.ground_m);
    out.key("top_m").exact(node.top_m).key("capacity").integer(node.capacity);
    durationOrNull(out, "buffer_ms", node.buffer_ms);
    out.key("load_ms").integer(node.load_ms).key("unload_ms").integer(node.unload_ms);
    out.key("serve_ms").integer(node.serve_ms).key("drop_ms").integer(node.drop_ms);
    durationOrNull(out, "take_off_ms", node.takeOff_ms);
    durationOrNull(out, "landing_ms", node.landing_ms);
}

void writeLinkFields(JsonWriter& out, const Link& link) {
    out.key("a").string(link.a).key("b").string(link.b);
    out.key("shape").string(nameOf(shapes, link.shape)).key("corner").string(nameOf(corners, link.corner));
    out.key("track").string(nameOf(tracks, link.track));
    exactOrNull(out, "speed_mps", link.speed_mps);
    durationOrNull(out, "flight_ms", link.flight_ms);
    out.key("verification");
    if (!link.verification) {
        out.null();
        return;
    }
    out.beginObject().key("by").string(link.verification->by).key("at").time(link.verification->at);
    out.key("note").string(link.verification->note).endObject();
}

void writeSettings(JsonWriter& out, const Network& network) {
    list(out, "drone_types", network.droneTypes, writeDroneType);
    out.key("headway_ms").integer(network.headway_ms).key("node_buffer_ms").integer(network.nodeBuffer_ms);
    out.key("opposite_buffer_ms").integer(network.oppositeBuffer_ms).key("hover_top_ms").integer(network.hoverTop_ms);
    out.key("hover_landing_ms").integer(network.hoverLanding_ms);
    out.key("crossing_separation_ms").integer(network.crossingSeparation_ms);
    out.key("crossing_height_m").exact(network.crossingHeight_m).key("fleet");
    if (network.fleet)
        out.beginObject()
            .key("size")
            .count(network.fleet->size)
            .key("turnaround_ms")
            .integer(network.fleet->turnaround_ms)
            .endObject();
    else
        out.null();
    out.key("preparation_ms").integer(network.preparation_ms).key("batch_window_ms").integer(network.batchWindow_ms);
    out.key("batch_stops").count(network.batchStops);
    list(out, "moving_bases", network.movingBases, writeMovingBase);
    list(out, "crossings", network.crossings, writeCrossing);
}

void readHead(FieldReader& in, Network& network) {
    in.must("id", network.id).may("name", network.name).must("base", network.base);
}

void readPlace(FieldReader& in, geo::LatLon& place) {
    in.must("latitude_deg", place.latitude_deg).must("longitude_deg", place.longitude_deg);
}

void readNodeFields(FieldReader& in, Node& node) {
    in.must("id", node.id).may("name", node.name).must("kind", nodeKinds, node.kind);
    in.may("ground_m", node.ground_m).may("top_m", node.top_m).may("capacity", node.capacity);
    in.may("buffer_ms", node.buffer_ms).may("load_ms", node.load_ms).may("unload_ms", node.unload_ms);
    in.may("serve_ms", node.serve_ms).may("drop_ms", node.drop_ms);
    in.may("take_off_ms", node.takeOff_ms).may("landing_ms", node.landing_ms);
}

void readLinkFields(FieldReader& in, Link& link) {
    in.must("a", link.a).must("b", link.b);
    in.may("shape", shapes, link.shape).may("corner", corners, link.corner).may("track", tracks, link.track);
    in.may("speed_mps", link.speed_mps).may("flight_ms", link.flight_ms);
    in.may("verification", link.verification, [](FieldReader& from, Verification& verification) {
        from.must("by", verification.by).must("at", verification.at).may("note", verification.note);
    });
}

void readSettings(FieldReader& in, Network& network) {
    in.list("drone_types", false, network.droneTypes, readDroneType);
    in.may("headway_ms", network.headway_ms).may("node_buffer_ms", network.nodeBuffer_ms);
    in.may("opposite_buffer_ms", network.oppositeBuffer_ms).may("hover_top_ms", network.hoverTop_ms);
    in.may("hover_landing_ms", network.hoverLanding_ms);
    in.may("crossing_separation_ms", network.crossingSeparation_ms);
    in.may("crossing_height_m", network.crossingHeight_m);
    in.may("fleet", network.fleet, [](FieldReader& from, Fleet& fleet) {
        from.may("size", fleet.size).may("turnaround_ms", fleet.turnaround_ms);
    });
    in.list("moving_bases", false, network.movingBases, readMovingBase);
    in.list("crossings", false, network.crossings, readCrossing);
    in.may("preparation_ms", network.preparation_ms).may("batch_window_ms", network.batchWindow_ms);
    in.may("batch_stops", network.batchStops);
}

Result<Network> accepted(Network network, std::optional<Error> refusal) {
    if (refusal) return std::unexpected(*std::move(refusal));
    const auto findings = check(network);
    if (!findings.empty() && findings.front().severity == Finding::Severity::Error)
        return fail(findings.front().code, findings.front().message, findings.front().where);
    return network;
}

} // namespace haneul::delivery
