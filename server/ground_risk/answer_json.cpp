#include "server/ground_risk/answer_json.h"

#include "core/json/json_writer.h"
#include "server/ground_risk/question_json.h"

namespace haneul::ground_risk {

using json::JsonWriter;
namespace ground = risk::ground;

namespace {

void writeNumber(JsonWriter& json, const char* key, const std::optional<double>& value) {
    json.key(key);
    if (value)
        json.exact(*value);
    else
        json.null();
}

void writePlace(JsonWriter& json, geo::LatLon place) {
    json.beginArray().number(place.longitude_deg, 7).number(place.latitude_deg, 7).endArray();
}

void writeProvenance(JsonWriter& json, const std::vector<std::string>& provenance, bool synthetic) {
    json.key("synthetic").boolean(synthetic).key("provenance").beginArray();
    for (const std::string& line : provenance)
        json.string(line);
    json.endArray();
}

void writeSummary(JsonWriter& json, const MapAnswer& answer) {
    const ground::MapSummary& summary = answer.summary;
    json.key("summary").beginObject().key("cells").count(summary.cells).key("not_judged").count(summary.notJudged);
    writeNumber(json, "mean", summary.mean);
    writeNumber(json, "max", summary.most);
    writeNumber(json, "min", summary.least);
    json.key("cells_near_amenities");
    if (summary.nearAmenities)
        json.count(*summary.nearAmenities);
    else
        json.null();
    writeNumber(json, "mean_near_amenities", summary.meanNear);
    writeNumber(json, "mean_elsewhere", summary.meanElsewhere);
    json.endObject();
}

void writeCommon(JsonWriter& json, const MapAnswer& answer) {
    json.key("unit").string(ground::toString(answer.map.unit()));
    writeSummary(json, answer);
    json.key("advice").beginObject().key("model").string(ground::toString(answer.advice));
    json.key("words").string(ground::words(answer.advice)).endObject();
    writeProvenance(json, answer.provenance, answer.synthetic);
    json.key("question").raw(toJson(answer.question));
}

void writeSourced(JsonWriter& json, const char* key, double value, const ground::Sourced& source) {
    json.key(key).beginObject().key("value").exact(value).key("origin").string(ground::toString(source.origin));
    json.key("source").string(source.words).endObject();
}

} // namespace

std::string mapJson(const MapAnswer& answer) {
    const ground::Grid& grid = answer.map.grid();
    JsonWriter json;
    json.reserve(grid.size() * 24 + 4096);
    json.beginObject();
    writeCommon(json, answer);
    json.key("grid").beginObject().key("cell_m").exact(grid.cell_m);
    json.key("columns").count(grid.columns).key("rows").count(grid.rows).key("corners").beginArray();
    writePlace(json, answer.cornerOf(0, 0));
    writePlace(json, answer.cornerOf(grid.columns, 0));
    writePlace(json, answer.cornerOf(grid.columns, grid.rows));
    writePlace(json, answer.cornerOf(0, grid.rows));
    json.endArray().endObject().key("values").beginArray();
    for (std::size_t row = 0; row < grid.rows; ++row) {
        json.beginArray();
        for (std::size_t column = 0; column < grid.columns; ++column) {
            const auto value = answer.map.at(column, row);
            if (value)
                json.exact(*value);
            else
                json.null();
        }
        json.endArray();
    }
    json.endArray().endObject();
    return json.take();
}

std::string summaryJson(const MapAnswer& answer) {
    JsonWriter json;
    json.beginObject();
    writeCommon(json, answer);
    json.endObject();
    return json.take();
}

std::string cellJson(const CellAnswer& answer) {
    JsonWriter json;
    json.beginObject().key("column").count(answer.column).key("row").count(answer.row).key("centre");
    writePlace(json, answer.centre);
    json.key("unit").string(ground::toString(answer.unit));
    writeNumber(json, "value", answer.cell.value);
    writeProvenance(json, answer.provenance, answer.synthetic);
    json.key("steps").beginArray();
    for (const ground::Step& step : answer.cell.explanation.steps()) {
        json.beginObject().key("id").string(step.id).key("symbol").string(step.symbol);
        writeNumber(json, "value", step.value);
        json.key("unit").string(step.unit).key("formula").string(step.formula).key("from").beginArray();
        for (const std::string& from : step.from)
            json.string(from);
        json.endArray().endObject();
    }
    json.endArray().endObject();
    return json.take();
}

std::string pathJson(const PathAnswer& answer) {
    const ground::PathRisk& risk = answer.risk;
    JsonWriter json;
    json.beginObject();
    writeNumber(json, "fatalities_per_flight", risk.fatalities_perFlight);
    json.key("judged_per_flight").exact(risk.judged_perFlight).key("length_m").exact(risk.length_m);
    json.key("not_judged_m").exact(risk.notJudged_m).key("time_s").exact(risk.time_s);
    writeProvenance(json, answer.provenance, answer.synthetic);
    json.key("cells").beginArray();
    for (const ground::CrossedCell& cell : risk.cells) {
        json.beginObject().key("length_m").number(cell.length_m, 3).key("height_m").number(cell.height_m, 2);
        json.key("ground_speed_mps").exact(cell.groundSpeed_mps);
        writeNumber(json, "risk_per_flight_hour", cell.risk_perFlightHour);
        json.endObject();
    }
    json.endArray().endObject();
    return json.take();
}

std::string libraryJson() {
    JsonWriter json;
    json.beginObject().key("vehicles").beginArray();
    for (const ground::Vehicle& vehicle : ground::vehicles()) {
        json.beginObject().key("id").string(vehicle.id).key("name").string(vehicle.name);
        json.key("airframe").string(vehicle.airframe == ground::Airframe::Multirotor ? "multirotor" : "fixed_wing");
        writeSourced(json, "mass_kg", vehicle.body.mass_kg, vehicle.mass);
        writeSourced(json, "hit_area_m2", vehicle.body.hitArea_m2, vehicle.hitArea);
        writeSourced(json, "drag", vehicle.body.dragCoefficient, vehicle.drag);
        writeSourced(json, "crash_rate_per_hour", vehicle.crashRate_perHour, vehicle.crashRate);
        json.endObject();
    }
    json.endArray().key("models").beginArray();
    for (const ground::Model model : ground::allModels) {
        json.beginObject().key("model").string(ground::toString(model));
        json.key("unit").string(ground::toString(ground::unitOf(model))).endObject();
    }
    json.endArray().key("sheltering").beginArray();
    for (const ground::ShelterClass& shelter : ground::shelterClasses()) {
        json.beginObject().key("name").string(shelter.name).key("factor").exact(shelter.factor).endObject();
    }
    json.endArray().endObject();
    return json.take();
}

} // namespace haneul::ground_risk
