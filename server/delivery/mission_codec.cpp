#include "server/delivery/mission_codec.h"

#include <array>
#include <cmath>
#include <format>
#include <string>
#include <utility>

namespace haneul::delivery {

namespace {

using route::Waypoint;
using route::WaypointRange;

constexpr std::size_t coordinates = 3;
constexpr double largestExact = 9007199254740992.0; // 2^53: whole numbers up to here are exact in JSON

Error badField(std::string_view key, std::string message) {
    return {"BAD_FIELD", std::move(message), std::string(key)};
}

// The first error of a row of reads is kept; what was read is given anyway.
struct Reading {
    std::optional<Error> error;

    template <class T>
    T take(Result<T> read) {
        if (read) return *std::move(read);
        if (!error) error = read.error();
        return T{};
    }

    void finish(const json::Object& object) {
        if (error) return;
        if (const auto finished = object.finish(); !finished) error = finished.error();
    }
};

void writeRange(json::JsonWriter& json, std::string_view key, const WaypointRange& range) {
    json.key(key).beginArray().count(range.first).count(range.last).endArray();
}

Result<WaypointRange> rangeFrom(json::Object& object, std::string_view key, std::size_t waypoints) {
    const auto numbers = object.numbers(key);
    if (!numbers) return std::unexpected(numbers.error());
    const auto isIndex = [&](double value) {
        return value >= 0 && value < static_cast<double>(waypoints) && std::floor(value) == value;
    };
    if (numbers->size() != 2 || !isIndex((*numbers)[0]) || !isIndex((*numbers)[1]) || (*numbers)[0] > (*numbers)[1])
        return std::unexpected(badField(key, "must be [first, last] of the leg's waypoints"));
    return WaypointRange{static_cast<std::size_t>((*numbers)[0]), static_cast<std::size_t>((*numbers)[1])};
}

void writeWaypoints(json::JsonWriter& json, const std::vector<Waypoint>& waypoints) {
    json.beginArray();
    for (const Waypoint& waypoint : waypoints)
        json.beginArray()
            .exact(waypoint.place.latitude_deg)
            .exact(waypoint.place.longitude_deg)
            .exact(waypoint.height_m)
            .endArray();
    json.endArray();
}

Result<std::vector<Waypoint>> waypointsFrom(json::Object& object, std::string_view key) {
    const auto rows = object.numberRows(key);
    if (!rows) return std::unexpected(rows.error());
    std::vector<Waypoint> waypoints;
    for (const auto& row : *rows) {
        if (row.size() != coordinates)
            return std::unexpected(badField(key, "each waypoint is [latitude, longitude, height_m]"));
        waypoints.push_back({{row[0], row[1]}, row[2]});
    }
    return waypoints;
}

void writeDurations(json::JsonWriter& json, const std::vector<std::vector<std::int64_t>>& rows) {
    json.beginArray();
    for (const auto& row : rows) {
        json.beginArray();
        for (const std::int64_t value : row)
            json.integer(value);
        json.endArray();
    }
    json.endArray();
}

Result<std::vector<std::vector<std::int64_t>>> durationsFrom(json::Object& object, std::string_view key) {
    const auto rows = object.numberRows(key);
    if (!rows) return std::unexpected(rows.error());
    std::vector<std::vector<std::int64_t>> durations;
    for (const auto& row : *rows) {
        auto& taken = durations.emplace_back();
        for (const double value : row) {
            if (std::floor(value) != value || std::abs(value) > largestExact)
                return std::unexpected(badField(key, "durations are whole milliseconds"));
            taken.push_back(static_cast<std::int64_t>(value));
        }
    }
    return durations;
}

void writeLeg(json::JsonWriter& json, const Leg& leg) {
    json.beginObject().key("from").string(leg.from).key("to").string(leg.to);
    json.key("waypoints");
    writeWaypoints(json, leg.waypoints);
    writeRange(json, "take_off", leg.parts.takeOff);
    writeRange(json, "flight", leg.parts.flight);
    writeRange(json, "landing", leg.parts.landing);
    json.key("take_off_m").exact(leg.distances.takeOff_m);
    json.key("flight_m").exact(leg.distances.flight_m);
    json.key("landing_m").exact(leg.distances.landing_m);
    json.endObject();
}

Result<Leg> legFrom(json::Object object) {
    Reading reading;
    Leg leg;
    leg.from = reading.take(object.string("from"));
    leg.to = reading.take(object.string("to"));
    leg.waypoints = reading.take(waypointsFrom(object, "waypoints"));
    leg.parts.takeOff = reading.take(rangeFrom(object, "take_off", leg.waypoints.size()));
    leg.parts.flight = reading.take(rangeFrom(object, "flight", leg.waypoints.size()));
    leg.parts.landing = reading.take(rangeFrom(object, "landing", leg.waypoints.size()));
    leg.distances.takeOff_m = reading.take(object.number("take_off_m"));
    leg.distances.flight_m = reading.take(object.number("flight_m"));
    leg.distances.landing_m = reading.take(object.number("landing_m"));
    reading.finish(object);
    if (reading.error) return std::unexpected(*std::move(reading.error));
    return leg;
}

Result<void> checkShape(const MissionRoute& route) {
    if (route.nodes.size() != route.legs.size() + 1 || route.durations.stays.size() != route.legs.size() ||
        route.durations.flights.size() != route.legs.size())
        return fail("BAD_FIELD", "nodes, legs and durations of a route do not fit each other", "legs");
    return {};
}

template <class Item, class Read>
Result<std::vector<Item>> listFrom(json::Object& object, std::string_view key, Read read) {
    auto objects = object.objects(key);
    if (!objects) return std::unexpected(objects.error());
    std::vector<Item> items;
    for (json::Object& each : *objects) {
        auto item = read(std::move(each));
        if (!item) return std::unexpected(item.error());
        items.push_back(*std::move(item));
    }
    return items;
}

Result<timing::Usage<std::int64_t>> usageFrom(json::Object object) {
    Reading reading;
    timing::Usage<std::int64_t> usage;
    const auto kind = reading.take(object.string("kind"));
    usage.kind = kind == "link" ? timing::PlaceKind::Link : timing::PlaceKind::Node;
    usage.from = reading.take(object.string("from"));
    if (usage.kind == timing::PlaceKind::Link) usage.to = reading.take(object.string("to"));
    usage.begin = sinceEpoch_ms(reading.take(timeFrom(object, "begin")));
    usage.end = sinceEpoch_ms(reading.take(timeFrom(object, "end")));
    reading.finish(object);
    if (!reading.error && kind != "link" && kind != "node") reading.error = badField("kind", "must be node or link");
    if (reading.error) return std::unexpected(*std::move(reading.error));
    return usage;
}

Result<std::size_t> indexFrom(json::Object& object, std::string_view key) {
    const auto value = object.integer(key);
    if (!value) return std::unexpected(value.error());
    if (*value < 0) return std::unexpected(badField(key, "counted from 0"));
    return static_cast<std::size_t>(*value);
}

Result<timing::ActualTime<std::int64_t>> actualFrom(json::Object object) {
    Reading reading;
    timing::ActualTime<std::int64_t> actual;
    actual.segment = reading.take(indexFrom(object, "segment"));
    actual.waypoint = reading.take(indexFrom(object, "waypoint"));
    const auto kind = reading.take(object.string("kind"));
    actual.kind =
        kind == nameOf(timing::EventKind::Departure) ? timing::EventKind::Departure : timing::EventKind::Arrival;
    actual.time = sinceEpoch_ms(reading.take(timeFrom(object, "time")));
    reading.finish(object);
    if (!reading.error && kind != nameOf(actual.kind)) reading.error = badField("kind", "must be arrival or departure");
    if (reading.error) return std::unexpected(*std::move(reading.error));
    return actual;
}

Result<DroneNote> noteFrom(json::Object object) {
    Reading reading;
    DroneNote note;
    const auto kind = noteKindFrom(reading.take(object.string("kind")));
    note.drone = reading.take(object.string("drone"));
    note.code = reading.take(object.string("code"));
    note.words = reading.take(object.string("words"));
    reading.finish(object);
    if (!reading.error && !kind) reading.error = badField("kind", "must be not_judged, answered_for or passed_over");
    if (reading.error) return std::unexpected(*std::move(reading.error));
    note.kind = *kind;
    return note;
}

} // namespace

std::string_view nameOf(HandOver handOver) {
    return handOver == HandOver::Drop ? "drop" : "land";
}

std::string_view nameOf(timing::EventKind kind) {
    return kind == timing::EventKind::Departure ? "departure" : "arrival";
}

std::optional<MissionStep> missionStepFrom(std::string_view name) {
    using enum MissionStep;
    for (const MissionStep step : {Booked, Prepared, Flying, HandedOver, Returning, Completed, Cancelled})
        if (toString(step) == name) return step;
    return std::nullopt;
}

std::optional<OrderState> orderStateFrom(std::string_view name) {
    using enum OrderState;
    for (const OrderState state : {Waiting, Booked, Delivered, Cancelled, Refused})
        if (toString(state) == name) return state;
    return std::nullopt;
}

Result<UtcMs> timeFrom(json::Object& object, std::string_view key) {
    const auto text = object.string(key);
    if (!text) return std::unexpected(text.error());
    const auto time = fromRfc3339(*text);
    if (!time) return std::unexpected(badField(key, "must be a time like 2026-11-21T04:05:06.000Z"));
    return *time;
}

Result<std::optional<UtcMs>> optionalTimeFrom(json::Object& object, std::string_view key) {
    const auto text = object.optionalString(key);
    if (!text) return std::unexpected(text.error());
    if (!*text) return std::nullopt;
    const auto time = fromRfc3339(**text);
    if (!time) return std::unexpected(badField(key, "must be a time like 2026-11-21T04:05:06.000Z"));
    return time;
}

void writeStop(json::JsonWriter& json, const Stop& stop) {
    json.beginObject().key("node").string(stop.node).key("hand_over").string(nameOf(stop.handOver)).key("stay_ms");
    stop.stay_ms ? json.integer(*stop.stay_ms) : json.null();
    json.endObject();
}

Result<Stop> stopFrom(json::Object object) {
    Reading reading;
    Stop stop;
    stop.node = reading.take(object.string("node"));
    const auto handOver = reading.take(object.optionalString("hand_over")).value_or("land");
    stop.handOver = handOver == "drop" ? HandOver::Drop : HandOver::Land;
    stop.stay_ms = reading.take(object.optionalInteger("stay_ms"));
    reading.finish(object);
    if (!reading.error && handOver != nameOf(stop.handOver))
        reading.error = badField("hand_over", "must be land or drop");
    if (!reading.error && stop.stay_ms.value_or(0) < 0) reading.error = badField("stay_ms", "must not be negative");
    if (reading.error) return std::unexpected(*std::move(reading.error));
    return stop;
}

void writeRequest(json::JsonWriter& json, const MissionRequest& request) {
    json.beginObject().key("id").string(request.id).key("from").string(request.from).key("to").string(request.to);
    json.key("drone_type").string(request.droneType).key("payload_kg").exact(request.payload_kg);
    json.key("stops").beginArray();
    for (const Stop& stop : request.stops)
        writeStop(json, stop);
    json.endArray().endObject();
}

Result<MissionRequest> requestFrom(json::Object object) {
    Reading reading;
    MissionRequest request;
    const auto optional = [&](std::string_view key) {
        return reading.take(object.optionalString(key)).value_or(std::string());
    };
    request.id = optional("id");
    request.from = optional("from");
    request.to = optional("to");
    request.droneType = optional("drone_type");
    request.payload_kg = reading.take(object.optionalNumber("payload_kg")).value_or(0.0);
    request.stops = reading.take(listFrom<Stop>(object, "stops", stopFrom));
    reading.finish(object);
    if (!reading.error && request.payload_kg < 0) reading.error = badField("payload_kg", "must not be negative");
    if (reading.error) return std::unexpected(*std::move(reading.error));
    return request;
}

void writeRoute(json::JsonWriter& json, const MissionRoute& route) {
    json.beginObject().key("request");
    writeRequest(json, route.request);
    json.key("nodes").beginArray();
    for (const std::string& node : route.nodes)
        json.string(node);
    json.endArray().key("legs").beginArray();
    for (const Leg& leg : route.legs)
        writeLeg(json, leg);
    json.endArray().key("stays_ms");
    writeDurations(json, route.durations.stays);
    json.key("flights_ms");
    writeDurations(json, route.durations.flights);
    json.key("distance_m").exact(route.distance_m).key("flight_ms").integer(route.flight_ms);
    json.endObject();
}

Result<MissionRoute> routeFrom(json::Object object) {
    Reading reading;
    MissionRoute route;
    if (auto request = object.object("request"))
        route.request = reading.take(requestFrom(*std::move(request)));
    else
        reading.error = request.error();
    route.nodes = reading.take(object.strings("nodes"));
    route.legs = reading.take(listFrom<Leg>(object, "legs", legFrom));
    route.durations.stays = reading.take(durationsFrom(object, "stays_ms"));
    route.durations.flights = reading.take(durationsFrom(object, "flights_ms"));
    route.distance_m = reading.take(object.number("distance_m"));
    route.flight_ms = reading.take(object.integer("flight_ms"));
    reading.finish(object);
    if (!reading.error)
        if (const auto fits = checkShape(route); !fits) reading.error = fits.error();
    if (reading.error) return std::unexpected(*std::move(reading.error));
    return route;
}

void writeUsages(json::JsonWriter& json, const Usages& usages) {
    json.beginArray();
    for (const auto& usage : usages) {
        const bool link = usage.kind == timing::PlaceKind::Link;
        json.beginObject().key("kind").string(link ? "link" : "node").key("from").string(usage.from);
        if (link) json.key("to").string(usage.to);
        json.key("begin").time(utcMs(usage.begin)).key("end").time(utcMs(usage.end)).endObject();
    }
    json.endArray();
}

Result<Usages> usagesFrom(json::Object& object, std::string_view key) {
    return listFrom<timing::Usage<std::int64_t>>(object, key, usageFrom);
}

void writeActuals(json::JsonWriter& json, const Actuals& actuals) {
    json.beginArray();
    for (const auto& actual : actuals)
        json.beginObject()
            .key("segment")
            .count(actual.segment)
            .key("waypoint")
            .count(actual.waypoint)
            .key("kind")
            .string(nameOf(actual.kind))
            .key("time")
            .time(utcMs(actual.time))
            .endObject();
    json.endArray();
}

Result<Actuals> actualsFrom(json::Object& object, std::string_view key) {
    return listFrom<timing::ActualTime<std::int64_t>>(object, key, actualFrom);
}

void writeNotes(json::JsonWriter& json, const std::vector<DroneNote>& notes) {
    json.beginArray();
    for (const DroneNote& note : notes)
        json.beginObject()
            .key("kind")
            .string(toString(note.kind))
            .key("drone")
            .string(note.drone)
            .key("code")
            .string(note.code)
            .key("words")
            .string(note.words)
            .endObject();
    json.endArray();
}

Result<std::vector<DroneNote>> notesFrom(json::Object& object, std::string_view key) {
    return listFrom<DroneNote>(object, key, noteFrom);
}

} // namespace haneul::delivery
