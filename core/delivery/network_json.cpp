#include "core/delivery/network_fields.h"

namespace haneul::delivery {

namespace {

using json::JsonWriter;

void writeNodes(JsonWriter& out, const Network& network) {
    out.key("nodes").beginArray();
    for (const Node& node : network.nodes) {
        out.beginObject();
        writeNodeFields(out, node);
        writePlace(out, node.place);
        out.endObject();
    }
    out.endArray();
}

void writeLinks(JsonWriter& out, const Network& network) {
    out.key("links").beginArray();
    for (const Link& link : network.links) {
        out.beginObject();
        writeLinkFields(out, link);
        out.key("via").beginArray();
        for (const route::Waypoint& waypoint : link.via) {
            out.beginObject();
            writePlace(out, waypoint.place);
            out.key("height_m").exact(waypoint.height_m).endObject();
        }
        out.endArray().endObject();
    }
    out.endArray();
}

void readNode(FieldReader& in, Node& node) {
    readNodeFields(in, node);
    readPlace(in, node.place);
}

void readLink(FieldReader& in, Link& link) {
    readLinkFields(in, link);
    in.list("via", false, link.via, [](FieldReader& from, route::Waypoint& waypoint) {
        readPlace(from, waypoint.place);
        from.must("height_m", waypoint.height_m);
    });
}

} // namespace

std::string toJson(const Network& network) {
    JsonWriter out;
    out.beginObject();
    writeHead(out, network);
    writeNodes(out, network);
    writeLinks(out, network);
    writeSettings(out, network);
    return out.endObject().take();
}

namespace {

Result<Network> readWhole(std::string_view text, std::optional<Error>& refusal) {
    auto object = json::Object::parse(text);
    if (!object) return std::unexpected(object.error());
    Network network;
    FieldReader in(*std::move(object), refusal);
    readHead(in, network);
    in.list("nodes", true, network.nodes, readNode).list("links", true, network.links, readLink);
    readSettings(in, network);
    in.finish();
    return network;
}

} // namespace

Result<Network> networkDraftFromJson(std::string_view text) {
    std::optional<Error> refusal;
    auto network = readWhole(text, refusal);
    if (network && refusal) return std::unexpected(*std::move(refusal));
    return network;
}

Result<Network> networkFromJson(std::string_view text) {
    std::optional<Error> refusal;
    auto network = readWhole(text, refusal);
    if (!network) return network;
    return accepted(*std::move(network), std::move(refusal));
}

} // namespace haneul::delivery
