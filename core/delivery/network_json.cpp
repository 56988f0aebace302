#include "core/delivery/network.h"
#include "core/json/json_writer.h"
#include "core/json/object.h"

#include <array>
#include <concepts>
#include <format>
#include <optional>
#include <utility>

namespace haneul::delivery {

namespace {

using json::JsonWriter;
using json::Object;

template <class Value>
using Names = std::array<std::pair<Value, std::string_view>, 2>;

constexpr Names<NodeKind> nodeKinds{{{NodeKind::Base, "base"}, {NodeKind::Delivery, "delivery"}}};
constexpr Names<LinkShape> shapes{{{LinkShape::Straight, "straight"}, {LinkShape::Curve, "curve"}}};
constexpr Names<Corner> corners{{{Corner::Stop, "stop"}, {Corner::FlyThrough, "fly_through"}}};
constexpr Names<TrackKind> tracks{{{TrackKind::Single, "single"}, {TrackKind::Double, "double"}}};

template <class Value>
std::string_view nameOf(const Names<Value>& names, Value value) {
    return names[names[0].first == value ? 0 : 1].second;
}

// -- writing

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

void writePlace(JsonWriter& out, geo::LatLon place) {
    out.key("latitude_deg").exact(place.latitude_deg).key("longitude_deg").exact(place.longitude_deg);
}

void writeNode(JsonWriter& out, const Node& node) {
    out.key("id").string(node.id).key("name").string(node.name).key("kind").string(nameOf(nodeKinds, node.kind));
    writePlace(out, node.place);
    exactOrNull(out, "ground_m", node.ground_m);
    out.key("top_m").exact(node.top_m).key("capacity").integer(node.capacity);
    durationOrNull(out, "buffer_ms", node.buffer_ms);
    out.key("load_ms").integer(node.load_ms).key("unload_ms").integer(node.unload_ms);
    out.key("serve_ms").integer(node.serve_ms).key("drop_ms").integer(node.drop_ms);
    durationOrNull(out, "take_off_ms", node.takeOff_ms);
    durationOrNull(out, "landing_ms", node.landing_ms);
}

void writeLink(JsonWriter& out, const Link& link) {
    out.key("a").string(link.a).key("b").string(link.b);
    list(out, "via", link.via, [](JsonWriter& to, const route::Waypoint& waypoint) {
        writePlace(to, waypoint.place);
        to.key("height_m").exact(waypoint.height_m);
    });
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

void writeSettings(JsonWriter& out, const Network& network) {
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
}

// -- reading

// Takes the fields of an object one after the other. After the first refusal it does nothing more, so that it need be
// asked for only at the end.
class Reader {
public:
    Reader(Object object, std::optional<Error>& refusal)
        : m_object(std::move(object))
        , m_refusal(refusal) {}

    // Absent or null: `value` stays as it is.
    Reader& may(std::string_view key, std::string& value) {
        return take(m_object, key, &Object::optionalString, value);
    }

    Reader& may(std::string_view key, std::integral auto& value) {
        return take(m_object, key, &Object::optionalInteger, value);
    }

    Reader& may(std::string_view key, double& value) { return take(m_object, key, &Object::optionalNumber, value); }

    Reader& may(std::string_view key, std::optional<DurationMs>& value) {
        return take(m_object, key, &Object::optionalInteger, value);
    }

    Reader& may(std::string_view key, std::optional<double>& value) {
        return take(m_object, key, &Object::optionalNumber, value);
    }

    template <class Value>
    Reader& may(std::string_view key, const Names<Value>& names, Value& value) {
        std::optional<std::string> name;
        take(m_object, key, &Object::optionalString, name);
        if (name) choose(key, *name, names, value);
        return *this;
    }

    Reader& must(std::string_view key, std::string& value) { return take(m_object, key, &Object::string, value); }

    Reader& must(std::string_view key, double& value) { return take(m_object, key, &Object::number, value); }

    Reader& must(std::string_view key, UtcMs& value) {
        std::string text;
        must(key, text);
        if (m_refusal) return *this;
        if (const auto time = fromRfc3339(text))
            value = *time;
        else
            refuse(key, "must be a time like 2026-11-21T04:05:06.789Z");
        return *this;
    }

    template <class Value>
    Reader& must(std::string_view key, const Names<Value>& names, Value& value) {
        std::string name;
        must(key, name);
        if (!m_refusal) choose(key, name, names, value);
        return *this;
    }

    template <class Value, class Read>
    Reader& list(std::string_view key, bool required, std::vector<Value>& values, Read read) {
        if (m_refusal || (!required && skip(key))) return *this;
        auto objects = m_object.objects(key);
        if (!objects) {
            m_refusal = objects.error();
            return *this;
        }
        values.clear();
        for (Object& each : *objects) {
            Reader reader(std::move(each), m_refusal);
            read(reader, values.emplace_back());
            reader.finish();
        }
        return *this;
    }

    template <class Value, class Read>
    Reader& may(std::string_view key, std::optional<Value>& value, Read read) {
        if (m_refusal || skip(key)) return *this;
        auto object = m_object.object(key);
        if (!object) {
            m_refusal = object.error();
            return *this;
        }
        Reader reader(*std::move(object), m_refusal);
        read(reader, value.emplace());
        reader.finish();
        return *this;
    }

    // Nothing may be left over.
    void finish() {
        if (m_refusal) return;
        if (auto finished = m_object.finish(); !finished) m_refusal = finished.error();
    }

private:
    // Absent or null; marks the field as known.
    bool skip(std::string_view key) {
        if (m_object.has(key)) return false;
        (void)m_object.optionalString(key);
        return true;
    }

    void refuse(std::string_view key, std::string message) {
        // The object knows its own path: ask it for what is not there.
        const auto located = m_object.object(key);
        m_refusal = Error{"BAD_FIELD", std::move(message), located ? std::string(key) : located.error().where};
    }

    template <class Value>
    void choose(std::string_view key, std::string_view name, const Names<Value>& names, Value& value) {
        for (const auto& [each, itsName] : names)
            if (itsName == name) {
                value = each;
                return;
            }
        refuse(key, std::format("must be \"{}\" or \"{}\"", names[0].second, names[1].second));
    }

    template <class Found, class Value>
    Reader& take(Object& object, std::string_view key, Result<Found> (Object::*read)(std::string_view), Value& value) {
        if (m_refusal) return *this;
        auto found = (object.*read)(key);
        if (!found)
            m_refusal = found.error();
        else
            put(key, *std::move(found), value);
        return *this;
    }

    template <class Value>
    void put(std::string_view, Value found, Value& value) {
        value = std::move(found);
    }

    template <class Value>
    void put(std::string_view, std::optional<Value> found, Value& value) {
        if (found) value = *std::move(found);
    }

    // Out of range of the smaller type: the field is refused, not cut off.
    template <std::integral Value>
        requires(!std::same_as<Value, std::int64_t>)
    void put(std::string_view key, std::optional<std::int64_t> found, Value& value) {
        if (!found) return;
        if (!std::in_range<Value>(*found))
            refuse(key, "out of range");
        else
            value = static_cast<Value>(*found);
    }

    Object m_object;
    std::optional<Error>& m_refusal;
};

void readPlace(Reader& in, geo::LatLon& place) {
    in.must("latitude_deg", place.latitude_deg).must("longitude_deg", place.longitude_deg);
}

void readNode(Reader& in, Node& node) {
    in.must("id", node.id).may("name", node.name).must("kind", nodeKinds, node.kind);
    readPlace(in, node.place);
    in.may("ground_m", node.ground_m).may("top_m", node.top_m).may("capacity", node.capacity);
    in.may("buffer_ms", node.buffer_ms).may("load_ms", node.load_ms).may("unload_ms", node.unload_ms);
    in.may("serve_ms", node.serve_ms).may("drop_ms", node.drop_ms);
    in.may("take_off_ms", node.takeOff_ms).may("landing_ms", node.landing_ms);
}

void readLink(Reader& in, Link& link) {
    in.must("a", link.a).must("b", link.b);
    in.list("via", false, link.via, [](Reader& from, route::Waypoint& waypoint) {
        readPlace(from, waypoint.place);
        from.must("height_m", waypoint.height_m);
    });
    in.may("shape", shapes, link.shape).may("corner", corners, link.corner).may("track", tracks, link.track);
    in.may("speed_mps", link.speed_mps).may("flight_ms", link.flight_ms);
    in.may("verification", link.verification, [](Reader& from, Verification& verification) {
        from.must("by", verification.by).must("at", verification.at).may("note", verification.note);
    });
}

void readDroneType(Reader& in, DroneType& type) {
    in.must("id", type.id).may("take_off_mps", type.takeOff_mps).may("flight_mps", type.flight_mps);
    in.may("landing_mps", type.landing_mps).may("acceleration_mps2", type.acceleration_mps2);
    in.may("deceleration_mps2", type.deceleration_mps2).may("turn_rate_dps", type.turnRate_dps);
    in.may("endurance_ms", type.endurance_ms).may("range_m", type.range_m);
    in.may("max_payload_kg", type.maxPayload_kg);
}

void readMovingBase(Reader& in, MovingBase& base) {
    in.must("id", base.id);
    in.list("stays", true, base.stays, [](Reader& from, BaseStay& stay) {
        from.must("node", stay.node).must("from", stay.from).must("to", stay.to);
    });
}

void readCrossing(Reader& in, DeclaredCrossing& crossing) {
    in.must("first_a", crossing.firstA).must("first_b", crossing.firstB);
    in.must("second_a", crossing.secondA).must("second_b", crossing.secondB);
    in.must("first_fraction", crossing.firstFraction).must("second_fraction", crossing.secondFraction);
    in.may("separation_ms", crossing.separation_ms);
}

void readNetwork(Reader& in, Network& network) {
    in.must("id", network.id).may("name", network.name).must("base", network.base);
    in.list("nodes", true, network.nodes, readNode).list("links", true, network.links, readLink);
    in.list("drone_types", false, network.droneTypes, readDroneType);
    in.may("headway_ms", network.headway_ms).may("node_buffer_ms", network.nodeBuffer_ms);
    in.may("opposite_buffer_ms", network.oppositeBuffer_ms).may("hover_top_ms", network.hoverTop_ms);
    in.may("hover_landing_ms", network.hoverLanding_ms);
    in.may("crossing_separation_ms", network.crossingSeparation_ms);
    in.may("crossing_height_m", network.crossingHeight_m);
    in.may("fleet", network.fleet,
           [](Reader& from, Fleet& fleet) { from.may("size", fleet.size).may("turnaround_ms", fleet.turnaround_ms); });
    in.list("moving_bases", false, network.movingBases, readMovingBase);
    in.list("crossings", false, network.crossings, readCrossing);
    in.may("preparation_ms", network.preparation_ms).may("batch_window_ms", network.batchWindow_ms);
    in.may("batch_stops", network.batchStops);
}

} // namespace

std::string toJson(const Network& network) {
    JsonWriter out;
    out.beginObject().key("id").string(network.id).key("name").string(network.name).key("base").string(network.base);
    list(out, "nodes", network.nodes, writeNode);
    list(out, "links", network.links, writeLink);
    list(out, "drone_types", network.droneTypes, writeDroneType);
    writeSettings(out, network);
    list(out, "moving_bases", network.movingBases, writeMovingBase);
    list(out, "crossings", network.crossings, writeCrossing);
    return out.endObject().take();
}

Result<Network> networkDraftFromJson(std::string_view text) {
    auto object = Object::parse(text);
    if (!object) return std::unexpected(object.error());
    Network network;
    std::optional<Error> refusal;
    Reader reader(*std::move(object), refusal);
    readNetwork(reader, network);
    reader.finish();
    if (refusal) return std::unexpected(*std::move(refusal));
    return network;
}

Result<Network> networkFromJson(std::string_view text) {
    auto network = networkDraftFromJson(text);
    if (!network) return network;
    const auto findings = check(*network);
    if (!findings.empty() && findings.front().severity == Finding::Severity::Error)
        return fail(findings.front().code, findings.front().message, findings.front().where);
    return network;
}

} // namespace haneul::delivery
