#include "server/paths/path_json.h"

#include "core/json/json_writer.h"
#include "server/paths/fields.h"

#include <cmath>
#include <format>

namespace haneul::paths {

using json::JsonWriter;
using json::Object;

namespace {

constexpr double jouleToWattHour = 1.0 / 3600;

std::optional<path::Objective> objectiveFrom(std::string_view name) {
    if (name == "LENGTH") return path::Objective::Length;
    if (name == "ENERGY") return path::Objective::Energy;
    return std::nullopt;
}

void readVehicle(Fields& from, path::Vehicle& vehicle) {
    from.number("speed_mps", vehicle.speed_mps, 1, 100);
    from.number("climb_mps", vehicle.climb_mps, 0.1, 50);
    from.number("descent_mps", vehicle.descent_mps, 0.1, 50);
    from.number("steepest_deg", vehicle.steepest_deg, 1, 90);
    from.number("mass_kg", vehicle.mass_kg, 0.05, 2000);
    from.number("level_w", vehicle.level_w, 1, 1e6);
    from.number("climb_efficiency", vehicle.climbEfficiency, 0.05, 1);
    from.number("descent_share", vehicle.descentShare, 0, 1);
}

void readPlaces(Fields& from, const char* key, std::size_t most, std::vector<Place>& places) {
    from.list(key, most, [&](Fields& item) {
        Place place;
        item.place("position", place.place);
        item.number("height_m", place.height_m, -1000, 20'000);
        places.push_back(place);
    });
}

void readSpace(Fields& from, Question& question, UtcMs now) {
    from.word(
        "reference", question.reference, [](std::string_view name) { return geo::verticalReferenceFromString(name); },
        "AGL or AMSL");
    from.word("surroundings", question.surroundings, surroundingsFromString, "imported or synthetic");
    from.number("cell_m", question.cell_m, 1, 1000);
    from.number("layer_m", question.layer_m, 1, 500);
    from.number("lower_m", question.lower_m, -1000, 20'000);
    from.number("upper_m", question.upper_m, -1000, 20'000);
    from.number("margin_m", question.margin_m, 0, greatestSide_m);
    from.number("clearance_m", question.clearance_m, 0, 1000);
    from.texts("allowed_zones", question.allowedZones);
    auto& task = question.task;
    from.object("vehicle", [&](Fields& item) { readVehicle(item, task.vehicle); });
    from.object("wind", [&](Fields& item) {
        item.number("from_deg", question.windFrom_deg, 0, 360);
        item.number("speed_mps", question.wind_mps, 0, 100);
    });
    task.departure = now;
    if (const auto departure = from.text("departure")) {
        if (const auto time = fromRfc3339(*departure))
            task.departure = *time;
        else
            from.refuse({"BAD_FIELD", "must be a time as 2026-11-26T09:00:00Z", "departure"});
    }
    from.flag("allow_unknown", task.unknownAllowed);
    from.flag("allow_unknown_risk", task.unknownRiskAllowed);
    from.count("most_legs", task.legs.most, 10'000);
    from.number("longest_leg_m", task.legs.longest_m, 0, greatestSide_m);
}

void readBudgets(Fields& from, path::Budgets& budgets) {
    budgets.risk = from.number("risk_budget", 0, 1e6);
    if (const auto energy = from.number("energy_budget_wh", 0.001, 1e9)) budgets.energy_j = *energy / jouleToWattHour;
}

void writePosition(JsonWriter& json, geo::LatLon place) {
    json.beginArray().number(place.longitude_deg, 7).number(place.latitude_deg, 7).endArray();
}

void writePlace(JsonWriter& json, const Place& place) {
    json.beginObject().key("position");
    writePosition(json, place.place);
    json.key("height_m").number(place.height_m, 2).endObject();
}

void writeExact(JsonWriter& json, const std::optional<double>& value) {
    if (value)
        json.exact(*value);
    else
        json.null();
}

void writeTotals(JsonWriter& json, const path::Totals& totals, bool anyRisk) {
    json.key("length_m").number(totals.length_m, 2).key("time_s").number(totals.time_s, 2);
    json.key("energy_wh").number(totals.energy_j * jouleToWattHour, 3);
    json.key("risk");
    writeExact(json, anyRisk ? totals.judgedRisk() : std::nullopt);
    json.key("risk_unknown_m").number(anyRisk ? totals.riskUnknown_m : totals.length_m, 1);
    json.key("unknown_m").number(totals.unknown_m, 1);
}

void writeProfile(JsonWriter& json, const std::vector<path::ProfilePoint>& profile) {
    json.key("profile").beginArray();
    for (const auto& point : profile) {
        json.beginObject().key("distance_m").number(point.distance_m, 1).key("height_m").number(point.height_m, 1);
        json.key("ground_m").numberOrNull(point.ground_m, 1).key("building_m").numberOrNull(point.building_m, 1);
        json.key("risk_per_s");
        writeExact(json, point.risk);
        json.key("unknown").boolean(point.unknown).endObject();
    }
    json.endArray();
}

void writeTexts(JsonWriter& json, const char* key, const std::vector<std::string>& texts) {
    json.key(key).beginArray();
    for (const auto& text : texts)
        json.string(text);
    json.endArray();
}

void writeBasis(JsonWriter& json, const SpaceFacts& known) {
    json.key("synthetic").boolean(known.synthetic);
    writeTexts(json, "provenance", known.provenance);
    writeTexts(json, "notes", known.notes);
}

void writeAsked(JsonWriter& json, const Question& question) {
    json.key("reference").string(geo::toString(question.reference));
    json.key("departure").time(question.task.departure);
}

void writeSpace(JsonWriter& json, const SpaceFacts& space, bool pieces) {
    json.key("space").beginObject().key("cell_m").exact(space.cell_m);
    if (pieces)
        json.key("pieces").count(space.pieces);
    else
        json.key("columns").integer(space.columns).key("rows").integer(space.rows);
    json.key("layers").integer(space.layers).key("lower_m").exact(space.lower_m);
    json.key("upper_m").exact(space.upper_m).endObject();
    writeBasis(json, space);
}

void writePoints(JsonWriter& json, const char* key, const SpaceFacts& space, const std::vector<path::Point_m>& points) {
    json.key(key).beginArray();
    for (const auto& point : points)
        writePlace(json, space.placeOf(point));
    json.endArray();
}

// As in a flight plan (server/plan/plan_codec.h).
void writeOperation(JsonWriter& json, const plan::WaypointRoute& route) {
    json.key("operation").beginObject().key("pattern").string("WAYPOINTS").key("points").beginArray();
    for (const auto& point : route.points) {
        json.beginObject().key("lat").exact(point.place.latitude_deg).key("lon").exact(point.place.longitude_deg);
        json.key("height").beginObject().key("metres").exact(point.height.metres);
        json.key("reference").string(geo::toString(point.height.reference)).endObject();
        json.key("hold_ms").integer(point.hold.count()).endObject();
    }
    json.endArray().endObject();
}

void writePath(JsonWriter& json, const Answer& answer, const path::PlannedPath& path) {
    json.beginObject().key("kind").string(toString(path.kind)).key("answer").string(toString(path.answer));
    json.key("gap").number(path.gap, 6);
    writeTotals(json, path.totals, answer.space.anyRisk);
    json.key("legs").count(path.points.size() - 1).key("few_enough").boolean(path.fewEnough);
    writePoints(json, "points", answer.space, path.points);
    writePoints(json, "line", answer.space, path.smoothed.points);
    json.key("turns").beginArray();
    for (const auto& turn : path.smoothed.turns) {
        json.beginObject().key("at").count(turn.at).key("angle_deg").number(turn.angle_deg, 1);
        json.key("radius_m").number(turn.radius_m, 1).key("speed_mps").number(turn.speed_mps, 2).endObject();
    }
    json.endArray().key("flyable").boolean(path.smoothed.flyable);
    json.key("kept_layers").beginArray();
    for (const auto& kept : path.kept) {
        json.beginObject().key("leg").count(kept.leg).key("wanted_m").number(kept.wanted_m, 1);
        json.key("flown_m").number(kept.flown_m, 1).key("why").string(kept.why).endObject();
    }
    json.endArray();
    writeTexts(json, "notes", path.notes);
    writeProfile(json, path.profile);
    writeOperation(json, routeOf(answer, path));
    json.endObject();
}

} // namespace

Result<Question> questionFrom(Object& body, UtcMs now) {
    Question question;
    Fields from(body);
    readPlaces(from, "places", mostPlaces, question.places);
    readSpace(from, question, now);
    auto& task = question.task;
    from.word("objective", task.objective, objectiveFrom, "LENGTH or ENERGY");
    task.riskWeight = from.number("risk_weight", 0, 1e6);
    readBudgets(from, task.budgets);
    from.number("gap", task.gap, 0, 1);
    from.number("bank_deg", task.turns.bank_deg, 1, 80);
    from.number("slowest_turn_mps", task.turns.slowest_mps, 0, 100);
    from.count("front", task.front, 30);
    std::vector<path::HeadingSector> sectors;
    if (from.has("heading_layers"))
        from.list("heading_layers", 36, [&](Fields& item) {
            path::HeadingSector sector;
            item.number("from_deg", sector.from_deg, 0, 359.999);
            item.number("height_m", sector.height_m, -1000, 20'000);
            sectors.push_back(sector);
        });
    if (auto fine = from.refusal(); !fine) return std::unexpected(fine.error());
    if (!sectors.empty()) {
        auto layers = path::HeadingLayers::make(std::move(sectors));
        if (!layers) return std::unexpected(layers.error());
        task.layers = *std::move(layers);
    }
    task.turns.speed_mps = task.vehicle.speed_mps;
    return question;
}

Result<CheckQuestion> checkQuestionFrom(Object& body, UtcMs now) {
    CheckQuestion asked;
    Fields from(body);
    readPlaces(from, "places", mostPathPlaces, asked.path);
    if (from.has("found_between")) readPlaces(from, "found_between", mostPlaces, asked.question.places);
    readSpace(from, asked.question, now);
    readBudgets(from, asked.budgets);
    if (auto fine = from.refusal(); !fine) return std::unexpected(fine.error());
    return asked;
}

std::string toJson(const Question& question) {
    const auto& task = question.task;
    const auto& vehicle = task.vehicle;
    JsonWriter json;
    json.beginObject().key("places").beginArray();
    for (const auto& [at, height_m] : question.places) {
        json.beginObject().key("position").beginArray().exact(at.longitude_deg).exact(at.latitude_deg).endArray();
        json.key("height_m").exact(height_m).endObject();
    }
    json.endArray().key("reference").string(geo::toString(question.reference));
    json.key("surroundings").string(toString(question.surroundings));
    if (question.cell_m > 0) json.key("cell_m").exact(question.cell_m);
    json.key("layer_m").exact(question.layer_m).key("lower_m").exact(question.lower_m);
    json.key("upper_m").exact(question.upper_m).key("margin_m").exact(question.margin_m);
    json.key("clearance_m").exact(question.clearance_m);
    writeTexts(json, "allowed_zones", question.allowedZones);
    json.key("vehicle").beginObject().key("speed_mps").exact(vehicle.speed_mps);
    json.key("climb_mps").exact(vehicle.climb_mps).key("descent_mps").exact(vehicle.descent_mps);
    json.key("steepest_deg").exact(vehicle.steepest_deg).key("mass_kg").exact(vehicle.mass_kg);
    json.key("level_w").exact(vehicle.level_w).key("climb_efficiency").exact(vehicle.climbEfficiency);
    json.key("descent_share").exact(vehicle.descentShare).endObject();
    json.key("wind").beginObject().key("from_deg").exact(question.windFrom_deg);
    json.key("speed_mps").exact(question.wind_mps).endObject();
    json.key("departure").time(task.departure).key("allow_unknown").boolean(task.unknownAllowed);
    json.key("allow_unknown_risk").boolean(task.unknownRiskAllowed).key("most_legs").count(task.legs.most);
    json.key("longest_leg_m").exact(task.legs.longest_m);
    if (task.budgets.risk) json.key("risk_budget").exact(*task.budgets.risk);
    if (task.budgets.energy_j) json.key("energy_budget_wh").exact(*task.budgets.energy_j * jouleToWattHour);
    json.key("objective").string(task.objective == path::Objective::Length ? "LENGTH" : "ENERGY");
    if (task.riskWeight) json.key("risk_weight").exact(*task.riskWeight);
    json.key("gap").exact(task.gap).key("bank_deg").exact(task.turns.bank_deg);
    json.key("slowest_turn_mps").exact(task.turns.slowest_mps).key("front").count(task.front);
    if (task.layers) {
        json.key("heading_layers").beginArray();
        for (const auto& sector : task.layers->sectors())
            json.beginObject()
                .key("from_deg")
                .exact(sector.from_deg)
                .key("height_m")
                .exact(sector.height_m)
                .endObject();
        json.endArray();
    }
    json.endObject();
    return json.take();
}

std::string toJson(const Answer& answer, UtcMs found) {
    JsonWriter json;
    json.beginObject().key("found").time(found);
    writeAsked(json, answer.question);
    writeSpace(json, answer.space, false);
    json.key("paths").beginArray();
    for (const auto& path : answer.planned.paths)
        writePath(json, answer, path);
    json.endArray().key("none").beginArray();
    for (const auto& none : answer.planned.none) {
        json.beginObject().key("kind").string(toString(none.kind)).key("proven").boolean(none.proven);
        json.key("code").string(none.error.code).key("message").string(none.error.message).endObject();
    }
    json.endArray().key("front").beginArray();
    for (const auto& point : answer.planned.front) {
        json.beginObject();
        writeTotals(json, point.totals, true);
        json.endObject();
    }
    json.endArray().endObject();
    return json.take();
}

std::string toJson(const CheckAnswer& answer) {
    JsonWriter json;
    json.beginObject();
    writeAsked(json, answer.question.question);
    writeSpace(json, answer.space, true);
    json.key("allowed").boolean(answer.checked.findings.empty() && answer.checked.complete);
    json.key("complete").boolean(answer.checked.complete);
    writeTotals(json, answer.checked.totals, answer.space.anyRisk);
    json.key("legs").count(answer.question.path.size() - 1).key("offending_legs").beginArray();
    for (const auto leg : answer.checked.legs)
        json.count(leg);
    json.endArray().key("findings").beginArray();
    for (const auto& finding : answer.checked.findings) {
        json.beginObject().key("code").string(finding.code).key("message").string(finding.message);
        json.key("name").string(finding.name).key("leg").count(finding.leg);
        json.key("distance_m").number(finding.distance_m, 1).key("from");
        writePlace(json, answer.space.placeOf(finding.from));
        json.key("to");
        writePlace(json, answer.space.placeOf(finding.to));
        json.key("when_from").timeOrNull(finding.when ? std::optional(finding.when->from) : std::nullopt);
        json.key("when_to").timeOrNull(finding.when ? std::optional(finding.when->to) : std::nullopt).endObject();
    }
    json.endArray();
    writeProfile(json, answer.profile);
    json.endObject();
    return json.take();
}

plan::WaypointRoute routeOf(const Answer& answer, const path::PlannedPath& path) {
    plan::WaypointRoute route;
    for (const auto& point : path.points) {
        const auto place = answer.space.placeOf(point);
        route.points.push_back({place.place, {place.height_m, answer.question.reference}, milliseconds{0}});
    }
    return route;
}

} // namespace haneul::paths
