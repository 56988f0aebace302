#include "server/http/city_api.h"

#include "core/json/json_writer.h"
#include "server/http/reading.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace haneul::http {

using json::JsonWriter;

namespace {

using city::CityState;
using city::Dataset;
using city::FileOrigin;
using city::KnownDataset;
using city_files::ImportReport;
using Reply = std::function<void(Response)>;

constexpr std::array cityRoutes{RouteId::CityDatasets,      RouteId::ImportCityDataset, RouteId::CityDataset,
                                RouteId::RetireCityDataset, RouteId::AddSyntheticCity,  RouteId::CityFeatures,
                                RouteId::CityPlace};

void writeReport(JsonWriter& json, const ImportReport& report) {
    json.beginObject().key("taken").count(report.taken).key("quarantined").count(report.quarantined);
    json.key("refused").count(report.refused).key("reference").string(report.reference).key("codes").beginArray();
    for (const auto& [code, count] : report.codes)
        json.beginObject().key("code").string(code).key("count").count(count).endObject();
    json.endArray().key("columns").beginArray();
    for (const auto& [role, column] : report.columns)
        json.beginObject().key("part").string(role).key("column").string(column).endObject();
    json.endArray().key("remarks").beginArray();
    for (const std::string& remark : report.remarks)
        json.string(remark);
    json.endArray().key("rows").beginArray();
    for (const city_files::RowReport& row : report.rows) {
        json.beginObject().key("row").count(row.row).key("verdict").string(toString(row.verdict));
        json.key("code").string(row.code).key("values").beginArray();
        for (const std::string& value : row.values)
            json.string(value);
        json.endArray().key("message").string(row.message).key("column").string(row.column).endObject();
    }
    json.endArray().endObject();
}

void writeProvenance(JsonWriter& json, const Provenance& provenance) {
    json.key("name").string(provenance.name).key("source").string(provenance.source);
    json.key("date").string(provenance.date).key("synthetic").boolean(provenance.synthetic);
}

void writeFields(JsonWriter& json, const Dataset& dataset) {
    json.key("id").string(dataset.id).key("kind").string(kindOf(dataset));
    writeProvenance(json, dataset.provenance);
    json.key("by").string(dataset.by).key("at").time(dataset.at).key("file");
    if (const auto* const origin = std::get_if<FileOrigin>(&dataset.origin)) {
        json.beginObject().key("name").string(origin->file).key("sha256").string(origin->fileSha256);
        json.key("bytes").count(origin->fileBytes).key("taken").count(origin->taken);
        json.key("quarantined").count(origin->quarantined).key("refused").count(origin->refused).endObject();
    } else {
        json.null();
    }
    json.key("retired");
    if (dataset.retired) {
        json.beginObject().key("by").string(dataset.retired->by).key("at").time(dataset.retired->at);
        json.key("reason").string(dataset.retired->reason).endObject();
    } else {
        json.null();
    }
}

void writeKnown(JsonWriter& json, const KnownDataset& known) {
    writeFields(json, known.dataset);
    json.key("in_use").boolean(known.inUse()).key("trouble");
    if (known.trouble)
        json.beginObject()
            .key("code")
            .string(known.trouble->code)
            .key("message")
            .string(known.trouble->message)
            .endObject();
    else
        json.null();
}

std::string datasetsJson(const CityState& state, bool retiredToo) {
    JsonWriter json;
    json.beginObject().key("loading").boolean(state.loading).key("datasets").beginArray();
    for (const KnownDataset& known : state.datasets) {
        if (known.dataset.retired && !retiredToo) continue;
        json.beginObject();
        writeKnown(json, known);
        json.endObject();
    }
    json.endArray().endObject();
    return json.take();
}

std::string datasetJson(const KnownDataset& known) {
    JsonWriter json;
    json.beginObject();
    writeKnown(json, known);
    json.key("report");
    if (known.report)
        writeReport(json, *known.report);
    else
        json.null();
    json.endObject();
    return json.take();
}

std::string outcomeJson(const city::ImportOutcome& outcome) {
    JsonWriter json;
    json.beginObject().key("dataset");
    outcome.dataset ? json.string(outcome.dataset->id) : json.null();
    json.key("file_columns").beginArray();
    for (const std::string& column : outcome.columns)
        json.string(column);
    json.endArray().key("report");
    writeReport(json, outcome.report);
    json.endObject();
    return json.take();
}

// ---------------------------------------------------------------- features

void writePlace(JsonWriter& json, geo::LatLon place) {
    json.beginArray().number(place.longitude_deg, 7).number(place.latitude_deg, 7).endArray();
}

void writeLine(JsonWriter& json, const std::vector<geo::LatLon>& line, bool closed) {
    json.beginArray();
    for (const geo::LatLon place : line)
        writePlace(json, place);
    if (closed && !line.empty()) writePlace(json, line.front());
    json.endArray();
}

void writePolygon(JsonWriter& json, const geo::Polygon& polygon) {
    json.key("geometry").beginObject().key("type").string("Polygon").key("coordinates").beginArray();
    writeLine(json, polygon.outer, true);
    for (const auto& hole : polygon.holes)
        writeLine(json, hole, true);
    json.endArray().endObject();
}

// A FeatureCollection (RFC 7946) of what reaches into a box.
class Features {
public:
    explicit Features(std::size_t limit)
        : m_limit(limit) {
        m_json.beginObject().key("type").string("FeatureCollection").key("features").beginArray();
    }

    template <class Geometry, class Properties>
    void add(const Provenance& from, Geometry geometry, Properties properties) {
        if (m_count++ >= m_limit) return;
        m_json.beginObject().key("type").string("Feature");
        geometry(m_json);
        m_json.key("properties").beginObject().key("dataset").beginObject();
        writeProvenance(m_json, from);
        m_json.endObject();
        properties(m_json);
        m_json.endObject().endObject();
    }

    std::string finish() {
        m_json.endArray().key("truncated").boolean(m_count > m_limit).endObject();
        return m_json.take();
    }

private:
    JsonWriter m_json;
    std::size_t m_limit;
    std::size_t m_count = 0;
};

std::string buildingsJson(const CityState& state, const geo::Box& box, std::size_t limit) {
    Features features(limit);
    for (const city::BuildingHere& here : state.city.buildingsIn(box))
        features.add(
            *here.from, [&](JsonWriter& json) { writePolygon(json, here.building->outline); },
            [&](JsonWriter& json) {
                json.key("name").string(here.building->name).key("height_m").numberOrNull(here.building->height_m, 2);
                json.key("sheltering");
                here.building->sheltering ? json.string(toString(*here.building->sheltering)) : json.null();
            });
    return features.finish();
}

std::string trafficJson(const CityState& state, const geo::Box& box, std::size_t limit) {
    Features features(limit);
    for (const city::RoadHere& here : state.city.roadsIn(box))
        features.add(
            *here.from,
            [&](JsonWriter& json) {
                json.key("geometry").beginObject().key("type").string("LineString").key("coordinates");
                writeLine(json, here.piece->line, false);
                json.endObject();
            },
            [&](JsonWriter& json) {
                json.key("name").string(here.piece->name).key("vehicles_per_day");
                json.numberOrNull(here.piece->vehicles_per_day, 1).key("lanes");
                here.piece->lanes ? json.integer(*here.piece->lanes) : json.null();
                json.key("width_m").numberOrNull(widthOf_m(*here.piece), 2).key("speed_kmh");
                json.numberOrNull(here.piece->speed_kmh, 1);
            });
    return features.finish();
}

bool meets(const city::Amenity& amenity, const geo::Box& box) {
    const auto inside = [&](geo::LatLon place) {
        return place.latitude_deg >= box.south_deg && place.latitude_deg <= box.north_deg &&
               place.longitude_deg >= box.west_deg && place.longitude_deg <= box.east_deg;
    };
    if (const auto* const point = std::get_if<geo::LatLon>(&amenity.shape)) return inside(*point);
    return std::ranges::any_of(std::get<geo::Polygon>(amenity.shape).outer, inside);
}

std::string amenitiesJson(const CityState& state, const geo::Box& box, std::size_t limit) {
    Features features(limit);
    for (const city::Amenities& layer : state.city.layers().amenities)
        for (const city::Amenity& amenity : layer.amenities) {
            if (!meets(amenity, box)) continue;
            features.add(
                layer.provenance,
                [&](JsonWriter& json) {
                    if (const auto* const polygon = std::get_if<geo::Polygon>(&amenity.shape))
                        return writePolygon(json, *polygon);
                    json.key("geometry").beginObject().key("type").string("Point").key("coordinates");
                    writePlace(json, std::get<geo::LatLon>(amenity.shape));
                    json.endObject();
                },
                [&](JsonWriter& json) {
                    json.key("name").string(amenity.name).key("amenity").string(amenity.kind);
                    json.key("range_km").number(amenity.range_km, 3);
                });
        }
    return features.finish();
}

std::string placeJson(const CityState& state, geo::LatLon place) {
    JsonWriter json;
    const auto from = [&](const Provenance* provenance) {
        json.key("dataset");
        if (provenance == nullptr) {
            json.null();
            return;
        }
        json.beginObject();
        writeProvenance(json, *provenance);
        json.endObject();
    };
    const terrain::Ground ground = state.terrain.groundAt(place);
    json.beginObject().key("ground").beginObject().key("height_m").numberOrNull(ground.metres, 2).key("datum");
    ground.datum ? json.string(geo::toString(*ground.datum)) : json.null();
    from(ground.from);
    const city::Density density = state.city.densityAt(place);
    json.endObject().key("population").beginObject();
    json.key("people_per_km2").numberOrNull(density.people_per_km2, 2);
    from(density.from);
    const auto building = state.city.buildingAt(place);
    json.endObject().key("building");
    if (building) {
        json.beginObject().key("height_m").numberOrNull(building->building->height_m, 2);
        from(building->from);
        json.endObject();
    } else {
        json.null();
    }
    json.endObject();
    return json.take();
}

// ---------------------------------------------------------------- calls

std::optional<double> numberIn(QueryReader& query, const std::string& name) {
    return query.word(name, [](std::string_view text) -> std::optional<double> {
        double value = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        return problem == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
    });
}

std::optional<geo::Box> boxIn(QueryReader& query, const std::string& name) {
    const auto sides = query.numbers(name, 4);
    if (!sides) return std::nullopt;
    const geo::Box box{
        .south_deg = (*sides)[1], .west_deg = (*sides)[0], .north_deg = (*sides)[3], .east_deg = (*sides)[2]};
    const bool sound = geo::LatLon{box.south_deg, box.west_deg}.valid() &&
                       geo::LatLon{box.north_deg, box.east_deg}.valid() && box.south_deg < box.north_deg &&
                       box.west_deg < box.east_deg;
    if (!sound) query.bad(name, "west, south, east and north in degrees are wanted");
    return sound ? std::optional(box) : std::nullopt;
}

// "height:GRND_FLR,name:BLD_NM"
std::map<std::string, std::string> columnsIn(QueryReader& query) {
    std::map<std::string, std::string> columns;
    const std::string written = query.text("columns").value_or("");
    std::string_view rest = written;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        const std::string_view pair = rest.substr(0, end);
        const std::size_t colon = pair.find(':');
        if (colon == std::string_view::npos || colon == 0 || colon + 1 == pair.size()) {
            query.bad("columns", "pairs of part:column are wanted");
            return columns;
        }
        columns.emplace(pair.substr(0, colon), pair.substr(colon + 1));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return columns;
}

struct Answering {
    city::CityService& service;
    ServiceCall& call;
    Reply reply;

    template <class Reader>
    bool refused(Reader& reader) const {
        const auto error = reader.error();
        if (error) reply(errorResponse(*error));
        return error.has_value();
    }

    void datasets() const {
        QueryReader query(call.query);
        const bool retiredToo = query.flag("retired");
        if (!refused(query)) reply(jsonResponse(datasetsJson(*service.state(), retiredToo)));
    }

    void dataset() const {
        const auto state = service.state();
        const std::string& id = call.match.parameters.front();
        const auto found =
            std::ranges::find(state->datasets, id, [](const KnownDataset& known) { return known.dataset.id; });
        if (found == state->datasets.end())
            return reply(errorResponse({"NO_SUCH_DATASET", "there is no such dataset", id}));
        reply(jsonResponse(datasetJson(*found)));
    }

    void import() const {
        QueryReader query(call.query);
        city::NewFile file{.name = query.text("file").value_or(""), .bytes = std::move(call.body), .options = {}};
        city_files::ImportOptions& options = file.options;
        if (const auto kind = query.word("kind", city_files::layerKindFrom))
            options.kind = *kind;
        else
            query.bad("kind", "population, traffic, buildings, amenities or elevation");
        options.provenance = {.name = query.text("name").value_or(""),
                              .source = query.text("source").value_or(""),
                              .date = query.text("date").value_or(""),
                              .synthetic = query.flag("synthetic")};
        options.columns = columnsIn(query);
        options.heightUnit =
            query.word("height_unit", city_files::heightUnitFrom).value_or(city_files::HeightUnit::Metres);
        options.cell_m = numberIn(query, "cell_m");
        options.peoplePerCell = query.flag("people_per_cell");
        options.range_km = numberIn(query, "range_km").value_or(options.range_km);
        options.datum = query.word("datum", geo::heightDatumFromString);
        options.area = boxIn(query, "area");
        const bool dryRun = query.flag("dry_run");
        if (refused(query)) return;
        const auto done = [reply = reply](const Result<city::ImportOutcome>& outcome) {
            if (!outcome) return reply(refusalOfRule(outcome.error()));
            reply(withStatus(outcome->dataset ? 201 : 200, outcomeJson(*outcome)));
        };
        if (dryRun)
            service.look(call.who, std::move(file), done);
        else
            service.import(call.who, std::move(file), done);
    }

    void retire() const {
        BodyReader body(call.contentType, call.body);
        auto reason = body.text("reason");
        if (refused(body)) return;
        service.retire(
            call.who, call.match.parameters.front(), std::move(reason),
            [reply = reply](const Result<void>& done) { reply(done ? okay() : refusalOfRule(done.error())); });
    }

    void synthetic() const {
        BodyReader body(call.contentType, call.body);
        city::SyntheticCitySpec spec;
        const auto number = [&](std::string_view key, double usual) {
            return body.take<std::optional<double>>([&](json::Object& from) { return from.optionalNumber(key); })
                .value_or(usual);
        };
        spec.centre.latitude_deg = body.take<double>([](json::Object& from) { return from.number("latitude"); });
        spec.centre.longitude_deg = body.take<double>([](json::Object& from) { return from.number("longitude"); });
        spec.width_m = number("width_m", spec.width_m);
        spec.height_m = number("height_m", spec.height_m);
        spec.cell_m = number("cell_m", spec.cell_m);
        const auto seed =
            body.take<std::optional<std::int64_t>>([](json::Object& from) { return from.optionalInteger("seed"); });
        if (seed && *seed < 0) body.bad("seed", "must not be below 0");
        spec.seed = static_cast<std::uint64_t>(std::max<std::int64_t>(0, seed.value_or(1)));
        if (refused(body)) return;
        service.addSynthetic(call.who, spec, [reply = reply](const Result<Dataset>& dataset) {
            if (!dataset) return reply(refusalOfRule(dataset.error()));
            reply(withStatus(201, JsonWriter().beginObject().key("id").string(dataset->id).endObject().take()));
        });
    }

    void features() const {
        QueryReader query(call.query);
        const auto kind = query.word("kind", city_files::layerKindFrom);
        const auto box = boxIn(query, "box");
        const std::size_t limit = query.limit(1000, 5000);
        using city_files::LayerKind;
        if (!kind || (*kind != LayerKind::Buildings && *kind != LayerKind::Traffic && *kind != LayerKind::Amenities))
            query.bad("kind", "buildings, traffic or amenities");
        if (!box) query.bad("box", "west, south, east and north in degrees are wanted");
        if (refused(query)) return;
        const auto state = service.state();
        if (*kind == LayerKind::Buildings) return reply(jsonResponse(buildingsJson(*state, *box, limit)));
        if (*kind == LayerKind::Traffic) return reply(jsonResponse(trafficJson(*state, *box, limit)));
        reply(jsonResponse(amenitiesJson(*state, *box, limit)));
    }

    void place() const {
        QueryReader query(call.query);
        const auto point = query.numbers("point", 2);
        const geo::LatLon place = point ? geo::LatLon{(*point)[1], (*point)[0]} : geo::LatLon{};
        if (!point || !place.valid()) query.bad("point", "longitude and latitude are wanted");
        if (refused(query)) return;
        reply(jsonResponse(placeJson(*service.state(), place)));
    }
};

} // namespace

bool isCityRoute(RouteId route) {
    return std::ranges::contains(cityRoutes, route);
}

void answerCity(city::CityService& service, ServiceCall call, std::function<void(Response)> reply) {
    const Answering answering{service, call, std::move(reply)};
    switch (call.match.route->id) {
    case RouteId::CityDatasets:
        return answering.datasets();
    case RouteId::ImportCityDataset:
        return answering.import();
    case RouteId::CityFeatures:
        return answering.features();
    case RouteId::CityPlace:
        return answering.place();
    default:
        break;
    }
    if (!call.query.empty()) return answering.reply(errorResponse({"BAD_QUERY", "this path takes no query", "query"}));
    switch (call.match.route->id) {
    case RouteId::CityDataset:
        return answering.dataset();
    case RouteId::RetireCityDataset:
        return answering.retire();
    case RouteId::AddSyntheticCity:
        return answering.synthetic();
    default:
        return answering.reply(
            errorResponse({"INTERNAL", "the route has no answer", std::string(call.match.route->pattern)}));
    }
}

} // namespace haneul::http
