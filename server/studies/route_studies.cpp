#include "server/studies/route_studies.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "core/timing/mission_times.h"
#include "core/timing/motion.h"
#include "server/studies/reading.h"

#include <cmath>
#include <optional>
#include <span>
#include <vector>

namespace haneul::studies {

namespace {

using json::JsonWriter;
using json::Object;
using route::SegmentSplit;
using route::Waypoint;
using route::WaypointRange;
using timing::MissionDurations;
using timing::MissionTimes;
using timing::MotionLimits;
using timing::MotionProfile;

// [longitude, latitude, height above sea level]
Result<Waypoint> waypointFrom(const std::vector<double>& numbers, const char* where) {
    if (numbers.size() != 3) return invalid("a point is [longitude, latitude, height]", where);
    const Waypoint point{{numbers[1], numbers[0]}, numbers[2]};
    if (!point.place.valid()) return invalid("longitude is -180 to 180, latitude -90 to 90", where);
    return point;
}

Result<Waypoint> readPoint(Object& body, const char* key) {
    return body.numbers(key).and_then([key](const auto& numbers) { return waypointFrom(numbers, key); });
}

void writeIndices(JsonWriter& json, const char* key, const WaypointRange& range) {
    json.key(key).beginArray();
    for (std::size_t i = range.first; i <= range.last; ++i)
        json.count(i + 1); // indices of waypoints count from 1
    json.endArray();
}

Result<MotionLimits> readLimits(Object& body) {
    MotionLimits limits;
    auto speed = body.number("speed");
    if (!speed) return std::unexpected(speed.error());
    auto acceleration = body.number("acceleration");
    if (!acceleration) return std::unexpected(acceleration.error());
    auto deceleration = body.optionalNumber("deceleration");
    if (!deceleration) return std::unexpected(deceleration.error());
    return MotionLimits{*speed, *acceleration, deceleration->value_or(*acceleration)};
}

Result<MotionProfile> readProfile(Object& body) {
    const auto distance = body.number("distance");
    if (!distance) return std::unexpected(distance.error());
    const auto limits = readLimits(body);
    if (!limits) return std::unexpected(limits.error());
    return timing::profileOver(*distance, *limits);
}

Result<MissionDurations<double>> readDurations(Object& body) {
    MissionDurations<double> durations;
    auto stays = body.numberRows("P");
    if (!stays) return std::unexpected(stays.error());
    auto flights = body.numberRows("F");
    if (!flights) return std::unexpected(flights.error());
    auto start = body.number("start");
    if (!start) return std::unexpected(start.error());
    return MissionDurations<double>{*std::move(stays), *std::move(flights), *start};
}

void writeNumbers(JsonWriter& json, const char* key, const std::vector<double>& numbers) {
    json.key(key).beginArray();
    for (const double number : numbers)
        json.exact(number);
    json.endArray();
}

std::string timesText(const MissionTimes<double>& times) {
    JsonWriter json;
    json.beginObject().key("nodes").beginArray();
    for (const auto& node : times.nodes) {
        json.beginObject().key("ETA").exact(node.arrival).key("ETP").exact(node.stay);
        json.key("ETD").exact(node.departure).endObject();
    }
    json.endArray().key("legs").beginArray();
    for (const auto& leg : times.legs) {
        json.beginObject();
        writeNumbers(json, "eta", leg.arrivals);
        writeNumbers(json, "etp", leg.stays);
        writeNumbers(json, "etd", leg.departures);
        writeNumbers(json, "etf", leg.flights);
        json.key("ETF").exact(leg.flightTime()).endObject();
    }
    json.endArray().key("total").exact(times.total()).endObject();
    return json.take();
}

std::optional<std::size_t> indexFrom(const json::Scalar& item) {
    const double* const number = std::get_if<double>(&item);
    if (!number || *number < 1 || *number > 1e6 || *number != std::floor(*number)) return std::nullopt;
    return static_cast<std::size_t>(*number) - 1;
}

// [segment from 1, waypoint from 1, "A" or "D", time]
Result<timing::ActualTime<double>> actualFrom(const std::vector<json::Scalar>& row) {
    const auto wrong = [] { return invalid("an actual time is [segment, waypoint, \"A\" or \"D\", time]", "actuals"); };
    if (row.size() != 4) return wrong();
    const auto segment = indexFrom(row[0]);
    const auto waypoint = indexFrom(row[1]);
    const auto* const kind = std::get_if<std::string>(&row[2]);
    const auto* const time = std::get_if<double>(&row[3]);
    if (!segment || !waypoint || !kind || !time || (*kind != "A" && *kind != "D")) return wrong();
    return timing::ActualTime<double>{*segment, *waypoint,
                                      *kind == "A" ? timing::EventKind::Arrival : timing::EventKind::Departure, *time};
}

// The waypoints of one part as a list of consecutive numbers from 1.
Result<WaypointRange> readRange(Object& segment, const char* key) {
    const auto numbers = segment.numbers(key);
    if (!numbers) return std::unexpected(numbers.error());
    if (numbers->empty()) return invalid("a part has at least one waypoint", key);
    for (std::size_t i = 0; i < numbers->size(); ++i)
        if ((*numbers)[i] != numbers->front() + static_cast<double>(i) || numbers->front() < 1)
            return invalid("the waypoints of a part are consecutive and count from 1", key);
    const auto first = static_cast<std::size_t>(numbers->front()) - 1;
    return WaypointRange{first, first + numbers->size() - 1};
}

Result<SegmentSplit> readSplit(Object& segment) {
    const auto takeOff = readRange(segment, "T");
    if (!takeOff) return std::unexpected(takeOff.error());
    const auto flight = readRange(segment, "F");
    if (!flight) return std::unexpected(flight.error());
    const auto landing = readRange(segment, "L");
    if (!landing) return std::unexpected(landing.error());
    if (takeOff->first != 0 || takeOff->last != flight->first || flight->last != landing->first)
        return invalid("the parts follow each other and share their boundary waypoint", "segments");
    return SegmentSplit{*takeOff, *flight, *landing};
}

Result<std::vector<SegmentSplit>> readSplits(Object& body) {
    auto segments = body.objects("segments");
    if (!segments) return std::unexpected(segments.error());
    std::vector<SegmentSplit> splits;
    for (Object& segment : *segments) {
        const auto parts = readSplit(segment);
        if (!parts) return std::unexpected(parts.error());
        if (auto done = segment.finish(); !done) return std::unexpected(done.error());
        splits.push_back(*parts);
    }
    return splits;
}

void writeLine(JsonWriter& json, const char* key, const std::vector<timing::DiagramPoint<double>>& line) {
    json.key(key).beginArray();
    for (const auto& point : line)
        json.beginArray().exact(point.time).count(point.level).endArray();
    json.endArray();
}

std::string occupancyText(const MissionTimes<double>& times, const std::vector<timing::Usage<double>>& usages,
                          const std::vector<SegmentSplit>& splits) {
    JsonWriter json;
    json.beginObject().key("usage").beginArray();
    for (const auto& usage : usages) {
        const bool node = usage.kind == timing::PlaceKind::Node;
        json.beginArray().string(node ? "node" : "link").string(node ? usage.from : usage.from + ">" + usage.to);
        json.exact(usage.begin).exact(usage.end).endArray();
    }
    json.endArray().key("etf").beginArray();
    for (std::size_t k = 0; k < splits.size(); ++k) {
        const auto parts = timing::partTimes(times.legs[k], splits[k]);
        json.beginObject().key("T").exact(parts.takeOff).key("F").exact(parts.flight);
        json.key("L").exact(parts.landing).endObject();
    }
    json.endArray();
    writeLine(json, "diagram", timing::coarseDiagram(times));
    writeLine(json, "diagram_detailed", timing::detailedDiagram(times, std::span(splits)));
    json.endObject();
    return json.take();
}

} // namespace

Result<std::string> split(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto rows = body->numberRows("waypoints");
    if (!rows) return std::unexpected(rows.error());
    const auto origin = readPoint(*body, "vp");
    if (!origin) return std::unexpected(origin.error());
    const auto destination = readPoint(*body, "vq");
    if (!destination) return std::unexpected(destination.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    std::vector<Waypoint> waypoints;
    for (const auto& row : *rows) {
        const auto waypoint = waypointFrom(row, "waypoints");
        if (!waypoint) return std::unexpected(waypoint.error());
        waypoints.push_back(*waypoint);
    }
    const auto parts = route::split(waypoints, origin->place, destination->place);
    if (!parts) return std::unexpected(parts.error());
    JsonWriter json;
    json.beginObject();
    writeIndices(json, "T", parts->takeOff);
    writeIndices(json, "F", parts->flight);
    writeIndices(json, "L", parts->landing);
    json.endObject();
    return json.take();
}

Result<std::string> trapezoid(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto profile = readProfile(*body);
    if (!profile) return std::unexpected(profile.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    JsonWriter json;
    json.beginObject();
    json.key("kind").string(profile->kind == timing::ProfileKind::Trapezoid ? "trapezoid" : "triangle");
    json.key("v_peak").exact(profile->peakSpeed_mps);
    json.key("t_acc").exact(profile->accelerating_s).key("t_cruise").exact(profile->cruising_s);
    json.key("t_dec").exact(profile->decelerating_s).key("total").exact(profile->total_s());
    json.key("d_acc").exact(profile->accelerating_m).key("d_cruise").exact(profile->cruising_m);
    json.key("d_dec").exact(profile->decelerating_m);
    const double cruiseEnd_s = profile->accelerating_s + profile->cruising_s;
    writeNumbers(json, "stamps", {0, profile->accelerating_s, cruiseEnd_s, profile->total_s()});
    json.endObject();
    return json.take();
}

Result<std::string> position(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto profile = readProfile(*body);
    if (!profile) return std::unexpected(profile.error());
    const auto after = body->number("t");
    if (!after) return std::unexpected(after.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    JsonWriter json;
    json.beginObject().key("travelled").exact(profile->travelled_m(*after)).endObject();
    return json.take();
}

Result<std::string> legTimes(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto distances = body->numbers("distances");
    if (!distances) return std::unexpected(distances.error());
    const auto limits = readLimits(*body);
    if (!limits) return std::unexpected(limits.error());
    const auto stops = body->booleans("stops");
    if (!stops) return std::unexpected(stops.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    const auto legs = timing::legTimes_s(*distances, *limits, *stops);
    if (!legs) return std::unexpected(legs.error());
    JsonWriter json;
    json.beginObject();
    writeNumbers(json, "times", *legs);
    json.endObject();
    return json.take();
}

Result<std::string> distance3d(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto from = readPoint(*body, "a");
    if (!from) return std::unexpected(from.error());
    const auto to = readPoint(*body, "b");
    if (!to) return std::unexpected(to.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    JsonWriter json;
    json.beginObject().key("metres").exact(route::distance_m(*from, *to)).endObject();
    return json.take();
}

Result<std::string> times(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto durations = readDurations(*body);
    if (!durations) return std::unexpected(durations.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    return timing::missionTimes(*durations).transform(timesText);
}

Result<std::string> updateActual(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto durations = readDurations(*body);
    if (!durations) return std::unexpected(durations.error());
    const auto rows = body->rows("actuals");
    if (!rows) return std::unexpected(rows.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    std::vector<timing::ActualTime<double>> actuals;
    for (const auto& row : *rows) {
        const auto actual = actualFrom(row);
        if (!actual) return std::unexpected(actual.error());
        actuals.push_back(*actual);
    }
    return timing::missionTimes(*durations, std::span<const timing::ActualTime<double>>(actuals)).transform(timesText);
}

Result<std::string> occupancy(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto durations = readDurations(*body);
    if (!durations) return std::unexpected(durations.error());
    const auto splits = readSplits(*body);
    if (!splits) return std::unexpected(splits.error());
    const auto names = body->strings("names");
    if (!names) return std::unexpected(names.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    const auto mission = timing::missionTimes(*durations);
    if (!mission) return std::unexpected(mission.error());
    const auto usages = timing::occupancy(*mission, std::span(*splits), std::span(*names));
    if (!usages) return std::unexpected(usages.error());
    return occupancyText(*mission, *usages, *splits);
}

} // namespace haneul::studies
