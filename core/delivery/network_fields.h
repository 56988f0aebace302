#pragma once

#include "core/delivery/field_reader.h"
#include "core/delivery/network.h"
#include "core/json/json_writer.h"

// The fields of a network's parts on the wire, as toJson and GeoJSON share them.
namespace haneul::delivery {

void writeHead(json::JsonWriter& out, const Network& network);     // id, name, base
void writeNodeFields(json::JsonWriter& out, const Node& node);     // all but the place
void writeLinkFields(json::JsonWriter& out, const Link& link);     // all but the waypoints
void writeSettings(json::JsonWriter& out, const Network& network); // all but the head, nodes and links
void writePlace(json::JsonWriter& out, geo::LatLon place);

void readHead(FieldReader& in, Network& network);
void readNodeFields(FieldReader& in, Node& node);
void readLinkFields(FieldReader& in, Link& link);
void readSettings(FieldReader& in, Network& network);
void readPlace(FieldReader& in, geo::LatLon& place);

// What was read, when nothing was refused and check() finds no error.
[[nodiscard]] Result<Network> accepted(Network network, std::optional<Error> refusal);

} // namespace haneul::delivery
