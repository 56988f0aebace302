#include "server/paths/path_json.h"

#include "core/json/json_writer.h"

#include <cmath>
#include <format>

namespace haneul::paths {

using json::JsonWriter;
using json::Object;

namespace {

constexpr double jouleToWattHour = 1.0 / 3600;

// Reads fields and keeps the first error; what is absent stays as it was.
class Fields {
public:
    explicit Fields(Object& object)
        : m_object(object) {}

    void number(const char* key, double& value, double least, double most) {
        if (const auto read = take(m_object.optionalNumber(key))) {
            if (*read >= least && *read <= most)
                value = *read;
            else
                refuse({"BAD_FIELD", std::format("must be {} to {}", least, most), key});
        }
    }

    std::optional<double> number(const char* key, double least, double most) {
        const auto read = take(m_object.optionalNumber(key));
        if (read && !(*read >= least && *read <= most)) {
            refuse({"BAD_FIELD", std::format("must be {} to {}", least, most), key});
            return std::nullopt;
        }
        return read;
    }

    void count(const char* key, std::size_t& value, std::int64_t most) {
        if (const auto read = take(m_object.optionalInteger(key))) {
            if (*read >= 0 && *read <= most)
                value = static_cast<std::size_t>(*read);
            else
                refuse({"BAD_FIELD", std::format("must be 0 to {}", most), key});
        }
    }

    void flag(const char* key, bool& value) {
        if (const auto read = take(m_object.optionalBoolean(key))) value = *read;
    }

    std::optional<std::string> text(const char* key) { return take(m_object.optionalString(key)); }

    template <class Value, class From>
    void word(const char* key, Value& value, From from, const char* accepted) {
        const auto read = text(key);
        if (!read) return;
        if (const auto found = from(*read))
            value = *found;
        else
            refuse({"BAD_FIELD", std::format("must be {}", accepted), key});
    }

    [[nodiscard]] bool has(const char* key) {
        if (m_object.has(key)) return true;
        take(m_object.optionalString(key)); // asked for; null is as absent
        return false;
    }

    template <class Read>
    void object(const char* key, Read read) {
        if (!has(key)) return;
        auto found = m_object.object(key);
        if (!found) return refuse(found.error());
        Fields fields(*found);
        read(fields);
        fields.finishInto(*this);
    }

    template <class Read>
    void list(const char* key, std::size_t most, Read read) {
        auto found = m_object.objects(key);
        if (!found) return refuse(found.error());
        if (found->size() > most) return refuse({"BAD_FIELD", std::format("has at most {} items", most), key});
        for (auto& item : *found) {
            Fields fields(item);
            read(fields);
            fields.finishInto(*this);
        }
    }

    void place(const char* key, geo::LatLon& value) {
        const auto numbers = m_object.numbers(key);
        if (!numbers) return refuse(numbers.error());
        if (numbers->size() != 2) return refuse({"BAD_FIELD", "must be [longitude, latitude]", key});
        value = {(*numbers)[1], (*numbers)[0]};
        if (!value.valid()) refuse({"BAD_FIELD", "must be [longitude, latitude] in degrees", key});
    }

    void texts(const char* key, std::vector<std::string>& values) {
        if (!has(key)) return;
        auto read = m_object.strings(key);
        if (read)
            values = *std::move(read);
        else
            refuse(read.error());
    }

    void refuse(Error error) {
        if (!m_refusal) m_refusal = std::move(error);
    }

    [[nodiscard]] Result<void> refusal() const {
        if (m_refusal) return std::unexpected(*m_refusal);
        return {};
    }

private:
    void finishInto(Fields& outer) {
        if (m_refusal) return outer.refuse(*m_refusal);
        if (auto done = m_object.finish(); !done) outer.refuse(done.error());
    }

    template <class Value>
    std::optional<Value> take(Result<std::optional<Value>> read) {
        if (read) return *std::move(read);
        refuse(read.error());
        return std::nullopt;
    }

    Object& m_object;
    std::optional<Error> m_refusal;
};

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

template <class Known> // Space or CheckedSpace
void writeBasis(JsonWriter& json, const Known& known) {
    json.key("synthetic").boolean(known.synthetic);
    writeTexts(json, "provenance", known.provenance);
    writeTexts(json, "notes", known.notes);
}

void writeAsked(JsonWriter& json, const Question& question) {
    json.key("reference").string(geo::toString(question.reference));
    json.key("departure").time(question.task.departure);
}

void writeSpace(JsonWriter& json, const Space& space) {
    const auto& grid = space.grid;
    json.key("space").beginObject().key("cell_m").exact(grid.size().cell_m);
    json.key("columns").integer(grid.nx()).key("rows").integer(grid.ny()).key("layers").integer(grid.nz());
    json.key("lower_m").exact(grid.floor_m(0)).key("upper_m").exact(grid.floor_m(grid.nz())).endObject();
    writeBasis(json, space);
}

void writeSpace(JsonWriter& json, const CheckedSpace& space) {
    json.key("space").beginObject().key("cell_m").exact(space.cell_m).key("pieces").count(space.pieces);
    json.key("layers").integer(space.layers).key("lower_m").exact(space.lower_m);
    json.key("upper_m").exact(space.upper_m).endObject();
    writeBasis(json, space);
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
    writeTotals(json, path.totals, answer.space.grid.anyRiskKnown());
    json.key("legs").count(path.points.size() - 1).key("few_enough").boolean(path.fewEnough);
    json.key("points").beginArray();
    for (const auto& point : path.points)
        writePlace(json, answer.space.placeOf(point));
    json.endArray();
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

std::string toJson(const Answer& answer) {
    JsonWriter json;
    json.beginObject();
    writeAsked(json, answer.question);
    writeSpace(json, answer.space);
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
    writeSpace(json, answer.space);
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
        writePlace(json, answer.space.placing.placeOf(finding.from));
        json.key("to");
        writePlace(json, answer.space.placing.placeOf(finding.to));
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
