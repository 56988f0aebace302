#include "ui/risk_collision/reich_study.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "server/studies/reich_json.h"

#include <algorithm>
#include <utility>

namespace haneul::risk::collision {

using json::JsonWriter;
using json::Object;

namespace {

Result<Preset> presetIn(Object& object) {
    auto inner = object.object("preset");
    if (!inner) return std::unexpected(inner.error());
    const auto name = inner->string("name");
    if (!name) return std::unexpected(name.error());
    if (const Preset* const builtIn = builtInPreset(*name)) return *builtIn; // it does not change
    return studies::presetFrom(*inner);
}

Result<std::vector<Scenario>> scenariosIn(Object& object) {
    auto items = object.objects("scenarios");
    if (!items) return std::unexpected(items.error());
    std::vector<Scenario> scenarios;
    for (Object& item : *items) {
        Scenario scenario;
        auto name = item.string("name");
        if (!name) return std::unexpected(name.error());
        scenario.name = *std::move(name);
        for (auto [key, value] : {std::pair{"lx", &scenario.size.length_m}, std::pair{"ly", &scenario.size.width_m},
                                  std::pair{"lz", &scenario.size.height_m}, std::pair{"v", &scenario.speed_kt}}) {
            const auto number = item.number(key);
            if (!number) return std::unexpected(number.error());
            *value = *number;
        }
        if (auto done = item.finish(); !done) return std::unexpected(done.error());
        scenarios.push_back(std::move(scenario));
    }
    return scenarios;
}

Result<std::vector<Obstacle>> obstaclesIn(Object& object) {
    auto items = object.objects("obstacles");
    if (!items) return std::unexpected(items.error());
    std::vector<Obstacle> obstacles;
    for (Object& item : *items) {
        auto name = item.string("name");
        if (!name) return std::unexpected(name.error());
        const auto distance_m = item.number("distance_m");
        if (!distance_m) return std::unexpected(distance_m.error());
        const auto top_m = item.optionalNumber("top_m");
        if (!top_m) return std::unexpected(top_m.error());
        auto source = item.optionalString("source"); // none in older studies: typed in
        if (!source) return std::unexpected(source.error());
        if (auto done = item.finish(); !done) return std::unexpected(done.error());
        obstacles.push_back({*std::move(name), *distance_m, *top_m, source->value_or(std::string())});
    }
    return obstacles;
}

Result<Overlap> overlapIn(Object& object) {
    Overlap overlap;
    const auto word = object.string("lookup");
    if (!word) return std::unexpected(word.error());
    const auto lookup = lookupFrom(*word);
    if (!lookup) return fail("BAD_FIELD", "a lookup is ramp, linear, loglinear or step", "lookup");
    overlap.lookup = *lookup;
    for (auto [key, value] : {std::pair{"p0", &overlap.ramp.atZero}, std::pair{"dmax", &overlap.ramp.zero_m},
                              std::pair{"floor", &overlap.ramp.floor}}) {
        const auto number = object.number(key);
        if (!number) return std::unexpected(number.error());
        *value = *number;
    }
    auto table = studies::overlapTableFrom(object);
    if (!table) return std::unexpected(table.error());
    overlap.table = *std::move(table);
    return overlap;
}

// The table's JSON without its braces, to stand among other fields.
std::string_view inner(const std::string& object) {
    return std::string_view(object).substr(1, object.size() - 2);
}

} // namespace

Result<ReichResults> resultsOf(const ReichStudy& study) {
    if (study.scenarios.empty() || study.distances_m.empty())
        return fail("INVALID_ARGUMENT", "a study has at least one scenario and one distance", "scenarios");
    if (study.scenario >= study.scenarios.size() || study.distance >= study.distances_m.size())
        return fail("INVALID_ARGUMENT", "the chosen cell is not in the table", "chosen");
    ReichResults results;
    const Constants constants = study.preset.constants();
    auto table = resultTable(study.scenarios, study.distances_m, constants, study.overlap, study.targetPerHour);
    if (!table) return std::unexpected(table.error());
    results.table = *std::move(table);
    for (const Scenario& scenario : study.scenarios) {
        const auto least =
            minimumSeparation(scenario.size, scenario.speed_kt, constants, study.overlap, study.targetPerHour);
        if (!least) return std::unexpected(least.error());
        results.leastOfEach.push_back(*least);
    }
    const Scenario& chosen = study.chosen();
    results.terms = *termsOf(chosen.size, chosen.speed_kt, constants);
    results.separations =
        *separationByLookup(chosen.size, chosen.speed_kt, constants, study.overlap, study.targetPerHour);
    const auto ranked = ranking(chosen.size, chosen.speed_kt, constants);
    if (!ranked) return std::unexpected(ranked.error());
    for (const Sensitivity& one : *ranked) {
        const auto raised = sensitivityOf(one.parameter, study.change_percent, chosen.size, chosen.speed_kt, constants);
        const auto lowered =
            sensitivityOf(one.parameter, -study.change_percent, chosen.size, chosen.speed_kt, constants);
        if (!raised) return std::unexpected(raised.error());
        if (!lowered) return std::unexpected(lowered.error());
        results.ranking.push_back(*raised);
        results.lowered.push_back(*lowered);
    }
    if (const auto metres = results.leastOfEach[study.scenario].wholeMetres(); metres && *metres > 0) {
        const auto space = divideSpace(study.strip_m, study.ceiling_m, *metres, study.layers);
        if (!space) return std::unexpected(space.error());
        results.space = *space;
    }
    const auto corridor = checkCorridor(results.cell(study).collisionsPerHour, study.targetPerHour,
                                        study.chosenDistance_m(), study.level_m, study.clearance_m, study.obstacles);
    if (!corridor) return std::unexpected(corridor.error());
    results.corridor = *corridor;
    return results;
}

std::string inputJson(const ReichStudy& study) {
    JsonWriter json;
    json.beginObject().key("preset");
    studies::write(json, study.preset);
    json.key("lookup").string(toString(study.overlap.lookup)).key("p0").exact(study.overlap.ramp.atZero);
    json.key("dmax").exact(study.overlap.ramp.zero_m).key("floor").exact(study.overlap.ramp.floor);
    json.key("table_name").string(study.tableName).key("tls").exact(study.targetPerHour);
    json.key("scenarios").beginArray();
    for (const Scenario& scenario : study.scenarios) {
        json.beginObject().key("name").string(scenario.name).key("lx").exact(scenario.size.length_m);
        json.key("ly").exact(scenario.size.width_m).key("lz").exact(scenario.size.height_m);
        json.key("v").exact(scenario.speed_kt).endObject();
    }
    json.endArray().key("distances_m").beginArray();
    for (const double distance_m : study.distances_m)
        json.exact(distance_m);
    json.endArray().key("scenario").count(study.scenario).key("distance").count(study.distance);
    json.key("change_percent").exact(study.change_percent).key("strip_m").exact(study.strip_m);
    json.key("ceiling_m").exact(study.ceiling_m).key("layers").integer(study.layers);
    json.key("level_m").exact(study.level_m).key("clearance_m").exact(study.clearance_m);
    json.key("obstacles").beginArray();
    for (const Obstacle& obstacle : study.obstacles) {
        json.beginObject().key("name").string(obstacle.name).key("distance_m").exact(obstacle.distance_m);
        json.key("top_m");
        obstacle.top_m ? json.exact(*obstacle.top_m) : json.null();
        if (!obstacle.source.empty()) json.key("source").string(obstacle.source);
        json.endObject();
    }
    json.endArray().endObject();
    std::string text = json.take();
    text.pop_back();
    return text + ',' + std::string(inner(studies::overlapTableJson(study.overlap.table))) + '}';
}

Result<ReichStudy> studyFrom(std::string_view input) {
    auto body = Object::parse(input);
    if (!body) return std::unexpected(body.error());
    ReichStudy study;
    auto preset = presetIn(*body);
    if (!preset) return std::unexpected(preset.error());
    study.preset = *std::move(preset);
    auto overlap = overlapIn(*body);
    if (!overlap) return std::unexpected(overlap.error());
    study.overlap = *std::move(overlap);
    auto tableName = body->string("table_name");
    if (!tableName) return std::unexpected(tableName.error());
    study.tableName = *std::move(tableName);
    auto scenarios = scenariosIn(*body);
    if (!scenarios) return std::unexpected(scenarios.error());
    study.scenarios = *std::move(scenarios);
    auto distances_m = body->numbers("distances_m");
    if (!distances_m) return std::unexpected(distances_m.error());
    study.distances_m = *std::move(distances_m);
    auto obstacles = obstaclesIn(*body);
    if (!obstacles) return std::unexpected(obstacles.error());
    study.obstacles = *std::move(obstacles);
    for (auto [key, value] :
         {std::pair{"tls", &study.targetPerHour}, std::pair{"change_percent", &study.change_percent},
          std::pair{"strip_m", &study.strip_m}, std::pair{"ceiling_m", &study.ceiling_m},
          std::pair{"level_m", &study.level_m}, std::pair{"clearance_m", &study.clearance_m}}) {
        const auto number = body->number(key);
        if (!number) return std::unexpected(number.error());
        *value = *number;
    }
    const auto layers = body->integer("layers");
    if (!layers) return std::unexpected(layers.error());
    study.layers = *layers;
    for (auto [key, value] : {std::pair{"scenario", &study.scenario}, std::pair{"distance", &study.distance}}) {
        const auto index = body->integer(key);
        if (!index) return std::unexpected(index.error());
        if (*index < 0) return fail("BAD_FIELD", "must not be below 0", key);
        *value = static_cast<std::size_t>(*index);
    }
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    if (const auto works = resultsOf(study); !works) return std::unexpected(works.error());
    return study;
}

std::string resultJson(const ReichStudy& study, const ReichResults& results) {
    JsonWriter json;
    json.beginObject().key("preset").string(study.preset.name).key("fitted").boolean(isFitted(study.preset));
    json.key("n").exact(results.cell(study).collisionsPerHour);
    json.key("accept").boolean(results.cell(study).decision == Decision::Accept);
    json.key("corridor").string(toString(results.corridor.verdict)).key("table").beginArray();
    for (const auto& row : results.table) {
        json.beginArray();
        for (const Cell& cell : row)
            json.exact(cell.collisionsPerHour);
        json.endArray();
    }
    json.endArray().key("separation_m").beginObject();
    for (std::size_t i = 0; i < allLookups.size(); ++i) {
        json.key(toString(allLookups[i]));
        const auto& distance_m = results.separations[i].distance_m;
        distance_m ? json.exact(*distance_m) : json.null();
    }
    json.endObject().key("routes");
    results.space ? json.integer(results.space->routes()) : json.null();
    json.endObject();
    return json.take();
}

} // namespace haneul::risk::collision
