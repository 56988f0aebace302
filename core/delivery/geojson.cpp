#include "core/delivery/geojson.h"

#include "core/delivery/network_fields.h"

#include <cmath>
#include <format>
#include <utility>

namespace haneul::delivery {

namespace {

using json::JsonWriter;

constexpr double sameHeight_m = 0.01; // what another program may make of a number

void writePosition(JsonWriter& out, geo::LatLon place, std::optional<double> height_m) {
    out.beginArray().exact(place.longitude_deg).exact(place.latitude_deg);
    if (height_m) out.exact(*height_m);
    out.endArray();
}

void writeFeature(JsonWriter& out, const Node& node) {
    out.beginObject().key("type").string("Feature").key("id").string("node " + node.id);
    out.key("geometry").beginObject().key("type").string("Point").key("coordinates");
    writePosition(out, node.place, node.ground_m);
    out.endObject().key("properties").beginObject().key("element").string("node");
    writeNodeFields(out, node);
    out.endObject().endObject();
}

void writeFeature(JsonWriter& out, const Network& network, const Link& link) {
    out.beginObject().key("type").string("Feature").key("id").string(std::format("link {}>{}", link.a, link.b));
    out.key("geometry").beginObject().key("type").string("LineString").key("coordinates").beginArray();
    const auto end = [&](const std::string& id) {
        if (const Node* const node = network.node(id)) writePosition(out, node->place, node->top_m);
    };
    end(link.a);
    for (const route::Waypoint& waypoint : link.via)
        writePosition(out, waypoint.place, waypoint.height_m);
    end(link.b);
    out.endArray().endObject().key("properties").beginObject().key("element").string("link");
    writeLinkFields(out, link);
    out.endObject().endObject();
}

// -- reading our own

std::optional<geo::LatLon> placeOf(const std::vector<double>& position) {
    const geo::LatLon place{position[1], position[0]};
    return place.valid() ? std::optional(place) : std::nullopt;
}

// A feature of either kind.
struct Feature {
    bool isNode = true;
    Node node;
    Link link;
    std::vector<route::Waypoint> line; // of a link
};

void readPoint(FieldReader& in, Feature& feature) {
    std::vector<double> position;
    in.must("coordinates", position);
    if (in.refused()) return;
    const bool whole = position.size() == 2 || position.size() == 3; // the ground of the node is a property
    if (const auto place = whole ? placeOf(position) : std::nullopt)
        feature.node.place = *place;
    else
        in.refuse("coordinates", "must be a longitude, a latitude and perhaps a height");
}

void readLine(FieldReader& in, Feature& feature) {
    std::vector<std::vector<double>> positions;
    in.must("coordinates", positions);
    if (in.refused()) return;
    for (const auto& position : positions) {
        const auto place = position.size() == 3 ? placeOf(position) : std::nullopt;
        if (!place) return in.refuse("coordinates", "must be longitudes, latitudes and heights");
        feature.line.push_back({*place, position[2]});
    }
    if (feature.line.size() < 2) in.refuse("coordinates", "must be two positions or more");
}

constexpr Names<bool> geometries{{{true, "Point"}, {false, "LineString"}}};

void readFeature(FieldReader& in, Feature& feature) {
    std::string id;
    in.must("type", "Feature").may("id", id);
    in.must("geometry", [&](FieldReader& geometry) {
        geometry.must("type", geometries, feature.isNode);
        if (feature.isNode)
            readPoint(geometry, feature);
        else
            readLine(geometry, feature);
    });
    in.must("properties", [&](FieldReader& properties) {
        properties.must("element", feature.isNode ? "node" : "link");
        if (feature.isNode)
            readNodeFields(properties, feature.node);
        else
            readLinkFields(properties, feature.link);
    });
}

bool endsAt(const route::Waypoint& end, const Node* node) {
    return node && route::samePlace(end.place, node->place) && std::abs(end.height_m - node->top_m) <= sameHeight_m;
}

// The waypoints between the ends of the lines, which must be where the nodes are.
Result<void> addLinks(std::vector<Feature>& features, Network& network) {
    for (Feature& feature : features) {
        if (feature.isNode) continue;
        Link& link = feature.link;
        const Node* const a = network.node(link.a);
        const Node* const b = network.node(link.b);
        if (a && b && (!endsAt(feature.line.front(), a) || !endsAt(feature.line.back(), b)))
            return fail("END_NOT_AT_NODE", "the line must begin and end at the tops of the columns of its nodes",
                        std::format("links.{}>{}", link.a, link.b));
        link.via.assign(feature.line.begin() + 1, feature.line.end() - 1);
        network.links.push_back(std::move(link));
    }
    return {};
}

} // namespace

std::string toGeoJson(const Network& network) {
    JsonWriter out;
    out.beginObject().key("type").string("FeatureCollection").key("haneul_network").beginObject();
    out.key("height_datum").string("AMSL");
    writeHead(out, network);
    writeSettings(out, network);
    out.endObject().key("features").beginArray();
    for (const Node& node : network.nodes)
        writeFeature(out, node);
    for (const Link& link : network.links)
        writeFeature(out, network, link);
    return out.endArray().endObject().take();
}

Result<Network> networkFromGeoJson(std::string_view text) {
    if (text.size() > maxGeoJsonBytes) return fail("TOO_LARGE", "a GeoJSON file has at most 16 MiB");
    auto object = json::Object::parse(text);
    if (!object) return std::unexpected(object.error());
    if (!object->has("haneul_network"))
        return fail("NOT_A_NETWORK",
                    "the file is no network written by this program; its lines can be imported as ways",
                    "haneul_network");
    Network network;
    std::vector<Feature> features;
    std::optional<Error> refusal;
    FieldReader in(*std::move(object), refusal);
    in.must("type", "FeatureCollection").must("haneul_network", [&](FieldReader& own) {
        own.must("height_datum", "AMSL");
        readHead(own, network);
        readSettings(own, network);
    });
    in.list("features", true, features, readFeature);
    in.finish();
    if (refusal) return std::unexpected(*std::move(refusal));
    for (Feature& feature : features)
        if (feature.isNode) network.nodes.push_back(std::move(feature.node));
    if (auto added = addLinks(features, network); !added) return std::unexpected(added.error());
    return accepted(std::move(network), std::nullopt);
}

} // namespace haneul::delivery
