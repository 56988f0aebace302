#include "server/plan/plan_codec.h"

#include "core/formats/zone_json.h"

#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace haneul::plan {

namespace {

using json::JsonWriter;
using json::Object;

// ---------------------------------------------------------------- writing

void writePlace(JsonWriter& json, geo::LatLon place) {
    json.beginObject().key("lat").exact(place.latitude_deg).key("lon").exact(place.longitude_deg).endObject();
}

void writeLimit(JsonWriter& json, const std::optional<geo::VerticalLimit>& limit) {
    if (!limit) {
        json.null();
        return;
    }
    json.beginObject().key("metres").exact(limit->metres).key("reference").string(toString(limit->reference));
    json.endObject();
}

void writeTexts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    json.key(key).beginArray();
    for (const std::string& text : texts)
        json.string(text);
    json.endArray();
}

struct WriteOperation {
    JsonWriter& json;

    void operator()(const WaypointRoute& route) const {
        json.key("points").beginArray();
        for (const RoutePoint& point : route.points) {
            json.beginObject().key("lat").exact(point.place.latitude_deg).key("lon").exact(point.place.longitude_deg);
            writeLimit(json.key("height"), point.height);
            json.key("hold_ms").integer(point.hold.count()).endObject();
        }
        json.endArray();
    }

    void operator()(const GridPattern& grid) const {
        formats::writeLayer(json.key("area"), {.area = grid.area, .lower = {}, .upper = {}});
        json.key("spacing_m").exact(grid.spacing_m).key("heading_deg").exact(grid.heading_deg);
        writeLimit(json.key("height"), grid.height);
    }

    void operator()(const CorridorPattern& corridor) const {
        json.key("line").beginArray();
        for (const geo::LatLon place : corridor.line)
            writePlace(json, place);
        json.endArray().key("half_width_m").exact(corridor.halfWidth_m).key("passes").integer(corridor.passes);
        writeLimit(json.key("height"), corridor.height);
    }

    void operator()(const AreaOperation& area) const {
        formats::writeLayer(json.key("area"), {.area = area.area, .lower = area.lower, .upper = area.upper});
    }
};

void writeContingency(JsonWriter& json, const Contingency& contingency) {
    json.key("contingency").beginObject().key("lost_link");
    contingency.lostLink ? json.string(toString(*contingency.lostLink)) : json.null();
    json.key("landing_sites").beginArray();
    for (const LandingSite& site : contingency.landingSites)
        json.beginObject()
            .key("name")
            .string(site.name)
            .key("lat")
            .exact(site.place.latitude_deg)
            .key("lon")
            .exact(site.place.longitude_deg)
            .endObject();
    json.endArray().endObject();
}

void writeDocuments(JsonWriter& json, const std::vector<RegulatoryDocument>& documents) {
    json.key("documents").beginArray();
    for (const RegulatoryDocument& document : documents) {
        json.beginObject().key("kind").string(toString(document.kind)).key("number").string(document.number);
        json.key("authority").string(document.authority);
        writeTexts(json, "zone_ids", document.zone_ids);
        json.key("valid_from").timeOrNull(document.valid_from).key("valid_until").timeOrNull(document.valid_until);
        json.endObject();
    }
    json.endArray();
}

void writeFinding(JsonWriter& json, const Finding& finding) {
    const auto number = [&](std::string_view key, const std::optional<double>& value) {
        json.key(key);
        value ? json.exact(*value) : json.null();
    };
    const auto duration = [&](std::string_view key, const std::optional<milliseconds>& value) {
        json.key(key);
        value ? json.integer(value->count()) : json.null();
    };
    json.beginObject().key("code").string(finding.code).key("where").string(finding.where);
    json.key("words").string(finding.words).key("verdict").string(toString(finding.verdict));
    number("value", finding.value);
    number("limit", finding.limit);
    json.key("unit").string(finding.unit).key("place");
    if (finding.place)
        writePlace(json, *finding.place);
    else
        json.null();
    json.key("from").timeOrNull(finding.from).key("to").timeOrNull(finding.to);
    writeLimit(json.key("lower"), finding.lower);
    writeLimit(json.key("upper"), finding.upper);
    duration("later_by_ms", finding.laterBy);
    duration("earlier_by_ms", finding.earlierBy);
    json.endObject();
}

// ---------------------------------------------------------------- reading

// The fields of one object, the first error kept.
class Reader {
public:
    explicit Reader(Object object)
        : m_object(std::move(object)) {}

    template <class T, class Take>
    T take(Take take) {
        if (m_error) return T{};
        Result<T> value = take(m_object);
        if (value) return *std::move(value);
        m_error = value.error();
        return T{};
    }

    std::string text(std::string_view key) {
        return take<std::optional<std::string>>([&](Object& object) { return object.optionalString(key); })
            .value_or("");
    }

    std::string wantedText(std::string_view key) {
        return take<std::string>([&](Object& object) { return object.string(key); });
    }

    double number(std::string_view key) {
        return take<std::optional<double>>([&](Object& object) { return object.optionalNumber(key); }).value_or(0);
    }

    double wantedNumber(std::string_view key) {
        return take<double>([&](Object& object) { return object.number(key); });
    }

    std::optional<double> optionalNumber(std::string_view key) {
        return take<std::optional<double>>([&](Object& object) { return object.optionalNumber(key); });
    }

    std::optional<std::int64_t> integer(std::string_view key) {
        return take<std::optional<std::int64_t>>([&](Object& object) { return object.optionalInteger(key); });
    }

    int smallInteger(std::string_view key, int absent) {
        const auto value = integer(key).value_or(absent);
        if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) {
            bad(key, "is far out of range");
            return absent;
        }
        return static_cast<int>(value);
    }

    std::optional<milliseconds> duration(std::string_view key) {
        const auto value = integer(key);
        if (!value) return std::nullopt;
        constexpr std::int64_t longest_ms = std::int64_t{400} * 24 * 3600 * 1000;
        if (*value < 0 || *value > longest_ms) bad(key, "must be 0 to 400 days in milliseconds");
        return milliseconds(*value);
    }

    std::optional<UtcMs> time(std::string_view key) {
        const std::string written = text(key);
        if (written.empty()) return std::nullopt;
        const auto time = fromRfc3339(written);
        if (!time) bad(key, "must be a time like 2026-11-21T04:05:06Z");
        return time;
    }

    // A name of a list; empty: absent.
    template <class Find>
    auto named(std::string_view key, Find find) -> decltype(find(std::string_view())) {
        const std::string name = text(key);
        if (name.empty()) return std::nullopt;
        const auto value = find(name);
        if (!value) bad(key, "\"" + name.substr(0, 40) + "\" is not one of the names");
        return value;
    }

    std::vector<std::string> texts(std::string_view key) {
        if (absent(key)) return {};
        return take<std::vector<std::string>>([&](Object& object) { return object.strings(key); });
    }

    template <class T, class From>
    std::vector<T> list(std::string_view key, From from) {
        std::vector<T> values;
        if (absent(key)) return values;
        auto objects = take<std::vector<Object>>([&](Object& object) { return object.objects(key); });
        if (objects.size() > mostListed) bad(key, "has too many");
        for (Object& object : objects) {
            if (m_error) break;
            Result<T> value = from(std::move(object));
            if (value)
                values.push_back(*std::move(value));
            else
                m_error = value.error();
        }
        return values;
    }

    template <class T, class From>
    std::optional<T> below(std::string_view key, From from) {
        if (absent(key)) return std::nullopt;
        auto inner = m_object.object(key);
        if (!inner) {
            m_error = inner.error();
            return std::nullopt;
        }
        Result<T> value = from(*std::move(inner));
        if (value) return *std::move(value);
        m_error = value.error();
        return std::nullopt;
    }

    std::optional<geo::VerticalLimit> limit(std::string_view key) {
        return take<std::optional<geo::VerticalLimit>>([&](Object& object) { return formats::limitFrom(object, key); });
    }

    geo::VerticalLimit wantedLimit(std::string_view key) {
        const auto value = limit(key);
        if (!value) bad(key, "is needed: {\"metres\", \"reference\"}");
        return value.value_or(geo::VerticalLimit{});
    }

    geo::LatLon place() {
        const geo::LatLon place{wantedNumber("lat"), wantedNumber("lon")};
        if (!m_error && (std::abs(place.latitude_deg) > 90 || std::abs(place.longitude_deg) > 180))
            bad("lat", "a place is at -90..90, -180..180 degrees");
        return place;
    }

    void bad(std::string_view key, std::string message) {
        if (!m_error) m_error = Error{"BAD_FIELD", std::move(message), std::string(key)};
    }

    template <class T>
    Result<T> done(T value) {
        if (!m_error)
            if (const auto finished = m_object.finish(); !finished) m_error = finished.error();
        if (m_error) return std::unexpected(*m_error);
        return value;
    }

private:
    // Missing or null; also when something was wrong before.
    bool absent(std::string_view key) {
        if (m_error) return true;
        if (m_object.has(key)) return false;
        (void)m_object.optionalString(key); // asked for, so that a null is not left over
        return true;
    }

    Object m_object;
    std::optional<Error> m_error;
};

Result<RoutePoint> pointFrom(Object object) {
    Reader read(std::move(object));
    RoutePoint point{.place = read.place(), .height = read.wantedLimit("height")};
    point.hold = read.duration("hold_ms").value_or(milliseconds{});
    return read.done(point);
}

Result<geo::LatLon> placeFrom(Object object) {
    Reader read(std::move(object));
    const auto place = read.place();
    return read.done(place);
}

Result<airspace::Layer> layerOf(Object object) {
    auto layer = formats::layerFrom(object);
    if (!layer) return layer;
    if (const auto finished = object.finish(); !finished) return std::unexpected(finished.error());
    return layer;
}

Result<Operation> operationFrom(Object object) {
    Reader read(std::move(object));
    const auto pattern = read.named("pattern", patternFromString);
    if (!pattern) {
        read.bad("pattern", "must be WAYPOINTS, GRID, CORRIDOR or AREA");
        return read.done(Operation{});
    }
    switch (*pattern) {
    case Pattern::Waypoints:
        return read.done(Operation{WaypointRoute{read.list<RoutePoint>("points", pointFrom)}});
    case Pattern::Grid: {
        const auto layer = read.below<airspace::Layer>("area", layerOf);
        const auto* const polygon = layer ? std::get_if<geo::Polygon>(&layer->area) : nullptr;
        if (polygon == nullptr) read.bad("area", "must be a polygon");
        return read.done(Operation{GridPattern{.area = polygon != nullptr ? *polygon : geo::Polygon{},
                                               .spacing_m = read.wantedNumber("spacing_m"),
                                               .heading_deg = read.number("heading_deg"),
                                               .height = read.wantedLimit("height")}});
    }
    case Pattern::Corridor:
        return read.done(Operation{CorridorPattern{.line = read.list<geo::LatLon>("line", placeFrom),
                                                   .halfWidth_m = read.wantedNumber("half_width_m"),
                                                   .passes = read.smallInteger("passes", 1),
                                                   .height = read.wantedLimit("height")}});
    case Pattern::Area: {
        const auto layer = read.below<airspace::Layer>("area", layerOf);
        if (!layer || !layer->upper) read.bad("area", "must be an area with an upper limit");
        AreaOperation area;
        if (layer && layer->upper) area = {.area = layer->area, .lower = layer->lower, .upper = *layer->upper};
        return read.done(Operation{std::move(area)});
    }
    }
    return read.done(Operation{});
}

Result<OperatingParameters> parametersFrom(Object object) {
    Reader read(std::move(object));
    OperatingParameters parameters{.cruise_mps = read.number("cruise_mps"),
                                   .climb_mps = read.number("climb_mps"),
                                   .descent_mps = read.number("descent_mps")};
    if (const auto mode = read.named("mode", sightModeFromString)) parameters.mode = *mode;
    return read.done(parameters);
}

Result<LandingSite> siteFrom(Object object) {
    Reader read(std::move(object));
    LandingSite site{.name = read.text("name"), .place = read.place()};
    return read.done(std::move(site));
}

Result<Contingency> contingencyFrom(Object object) {
    Reader read(std::move(object));
    Contingency contingency{.lostLink = read.named("lost_link", lostLinkActionFromString),
                            .landingSites = read.list<LandingSite>("landing_sites", siteFrom)};
    return read.done(std::move(contingency));
}

Result<RegulatoryDocument> documentFrom(Object object) {
    Reader read(std::move(object));
    RegulatoryDocument document{
        .kind = read.named("kind", documentKindFromString).value_or(DocumentKind::Permit),
        .number = read.text("number"),
        .authority = read.text("authority"),
        .zone_ids = read.texts("zone_ids"),
        .valid_from = read.time("valid_from"),
        .valid_until = read.time("valid_until"),
    };
    return read.done(std::move(document));
}

std::optional<Verdict> verdictFrom(std::string_view name) {
    for (const Verdict verdict : {Verdict::Pass, Verdict::NotJudged, Verdict::Fail})
        if (name == toString(verdict)) return verdict;
    return std::nullopt;
}

Result<Finding> findingFrom(Object object) {
    Reader read(std::move(object));
    Finding finding{.code = read.wantedText("code"), .where = read.text("where"), .words = read.text("words")};
    const auto verdict = read.named("verdict", verdictFrom);
    if (!verdict) read.bad("verdict", "is needed");
    finding.verdict = verdict.value_or(Verdict::Fail);
    finding.value = read.optionalNumber("value");
    finding.limit = read.optionalNumber("limit");
    finding.unit = read.text("unit");
    finding.place = read.below<geo::LatLon>("place", placeFrom);
    finding.from = read.time("from");
    finding.to = read.time("to");
    finding.lower = read.limit("lower");
    finding.upper = read.limit("upper");
    const auto asDuration = [](std::int64_t value_ms) { return milliseconds(value_ms); };
    finding.laterBy = read.integer("later_by_ms").transform(asDuration);
    finding.earlierBy = read.integer("earlier_by_ms").transform(asDuration);
    return read.done(std::move(finding));
}

struct Parameter {
    std::string name, value;
};

Result<Parameter> parameterFrom(Object object) {
    Reader read(std::move(object));
    Parameter parameter{read.wantedText("name"), read.text("value")};
    return read.done(std::move(parameter));
}

Result<CheckReport> reportFrom(Object object) {
    Reader read(std::move(object));
    CheckReport report;
    const auto kind = read.named("kind", checkKindFromString);
    if (!kind) read.bad("kind", "is needed");
    report.kind = kind.value_or(CheckKind::Form);
    report.id = read.wantedText("id");
    report.version = read.smallInteger("version", 1);
    report.inputs = read.text("inputs");
    for (Parameter& parameter : read.list<Parameter>("parameters", parameterFrom))
        report.parameters.emplace_back(std::move(parameter.name), std::move(parameter.value));
    const auto verdict = read.named("verdict", verdictFrom);
    if (!verdict) read.bad("verdict", "is needed");
    report.verdict = verdict.value_or(Verdict::NotJudged);
    report.findings = read.list<Finding>("findings", findingFrom);
    return read.done(std::move(report));
}

} // namespace

void writeVolume(JsonWriter& json, const geo::Volume4D& volume) {
    json.beginObject();
    formats::writeLayer(json.key("layer"), {.area = volume.area, .lower = volume.lower, .upper = volume.upper});
    json.key("from").timeOrNull(volume.from).key("to").timeOrNull(volume.to).endObject();
}

Result<geo::Volume4D> volumeFrom(Object object) {
    Reader read(std::move(object));
    auto layer = read.below<airspace::Layer>("layer", layerOf);
    if (!layer) {
        read.bad("layer", "is needed");
        return read.done(geo::Volume4D{});
    }
    geo::Volume4D volume{.area = std::move(layer->area),
                         .lower = layer->lower,
                         .upper = layer->upper,
                         .from = read.time("from"),
                         .to = read.time("to")};
    return read.done(std::move(volume));
}

void writePlan(JsonWriter& json, const FlightPlan& plan) {
    json.beginObject().key("id").string(plan.id).key("operator_id").string(plan.operator_id);
    json.key("drone_id").string(plan.drone_id).key("pilot_id").string(plan.pilot_id);
    json.key("battery_id").string(plan.battery_id);
    writeTexts(json, "payload_ids", plan.payload_ids);
    json.key("parcels_kg").exact(plan.parcels_kg).key("profile").string(plan.profile);
    json.key("mission_type").string(plan.missionType).key("objective").string(plan.objective);
    json.key("mission_id").string(plan.mission_id);
    json.key("operation").beginObject().key("pattern").string(toString(patternOf(plan.operation)));
    std::visit(WriteOperation{json}, plan.operation);
    json.endObject().key("start").time(plan.start).key("end").time(plan.end);
    json.key("parameters").beginObject().key("cruise_mps").exact(plan.parameters.cruise_mps);
    json.key("climb_mps").exact(plan.parameters.climb_mps).key("descent_mps").exact(plan.parameters.descent_mps);
    json.key("mode").string(toString(plan.parameters.mode)).endObject();
    writeContingency(json, plan.contingency);
    writeDocuments(json, plan.documents);
    json.key("priority").integer(plan.priority).key("volumes").beginArray();
    for (const geo::Volume4D& volume : plan.volumes)
        writeVolume(json, volume);
    json.endArray().endObject();
}

std::string planToJson(const FlightPlan& plan) {
    JsonWriter json;
    writePlan(json, plan);
    return json.take();
}

Result<FlightPlan> planFrom(Object object) {
    Reader read(std::move(object));
    FlightPlan plan;
    plan.id = read.text("id");
    plan.operator_id = read.text("operator_id");
    plan.drone_id = read.text("drone_id");
    plan.pilot_id = read.text("pilot_id");
    plan.battery_id = read.text("battery_id");
    plan.payload_ids = read.texts("payload_ids");
    plan.parcels_kg = read.number("parcels_kg");
    plan.profile = read.text("profile");
    plan.missionType = read.text("mission_type");
    plan.objective = read.text("objective");
    plan.mission_id = read.text("mission_id");
    if (auto operation = read.below<Operation>("operation", operationFrom))
        plan.operation = *std::move(operation);
    else
        read.bad("operation", "is needed");
    plan.start = read.time("start").value_or(UtcMs{});
    plan.end = read.time("end").value_or(UtcMs{});
    plan.parameters = read.below<OperatingParameters>("parameters", parametersFrom).value_or(OperatingParameters{});
    plan.contingency = read.below<Contingency>("contingency", contingencyFrom).value_or(Contingency{});
    plan.documents = read.list<RegulatoryDocument>("documents", documentFrom);
    plan.priority = read.smallInteger("priority", 0);
    plan.volumes = read.list<geo::Volume4D>("volumes", volumeFrom);
    return read.done(std::move(plan));
}

Result<FlightPlan> planFromJson(std::string_view text) {
    auto object = Object::parse(text);
    if (!object) return std::unexpected(object.error());
    return planFrom(*std::move(object));
}

void writeReports(JsonWriter& json, const std::vector<CheckReport>& reports) {
    json.beginArray();
    for (const CheckReport& report : reports) {
        json.beginObject().key("kind").string(toString(report.kind)).key("id").string(report.id);
        json.key("version").integer(report.version).key("inputs").string(report.inputs);
        json.key("parameters").beginArray();
        for (const auto& [name, value] : report.parameters)
            json.beginObject().key("name").string(name).key("value").string(value).endObject();
        json.endArray().key("verdict").string(toString(report.verdict)).key("findings").beginArray();
        for (const Finding& finding : report.findings)
            writeFinding(json, finding);
        json.endArray().endObject();
    }
    json.endArray();
}

Result<std::vector<CheckReport>> reportsFrom(Object& object, std::string_view key) {
    auto objects = object.objects(key);
    if (!objects) return std::unexpected(objects.error());
    std::vector<CheckReport> reports;
    for (Object& each : *objects) {
        auto report = reportFrom(std::move(each));
        if (!report) return std::unexpected(report.error());
        reports.push_back(*std::move(report));
    }
    return reports;
}

} // namespace haneul::plan
