#include "server/studies/reich_studies.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "core/risk/collision/corridor.h"
#include "core/risk/collision/occupancy.h"
#include "core/risk/collision/scenario.h"
#include "core/risk/collision/sensitivity.h"
#include "core/risk/collision/separation.h"
#include "server/studies/reading.h"
#include "server/studies/reich_json.h"

#include <cmath>
#include <cstdint>
#include <format>
#include <optional>
#include <utility>
#include <vector>

namespace haneul::studies {

namespace {

namespace reich = risk::collision;
using json::JsonWriter;
using json::Object;

// A study answers in about a second at most.
constexpr std::size_t mostFlights = 5'000; // of a traffic sample
constexpr std::size_t mostCells = 100'000; // of a table
constexpr std::size_t mostObstacles = 10'000;

Result<double> targetIn(Object& object) {
    double target = reich::icaoTargetPerHour;
    if (auto read = readOptional(object, "tls", target); !read) return std::unexpected(read.error());
    if (!(target > 0)) return invalid("a target level of safety is above 0", "tls");
    return target;
}

Result<reich::Constants> constantsIn(Object& object) {
    reich::Constants constants;
    if (auto read = readNumbers(
            object, std::pair{"pz", &constants.verticalOverlap}, std::pair{"ey", &constants.oppositeOccupancy},
            std::pair{"sx", &constants.halfWindow_nm}, std::pair{"ydot", &constants.crossTrackSpeed_kt},
            std::pair{"zdot", &constants.verticalSpeed_kt});
        !read)
        return std::unexpected(read.error());
    return constants;
}

// "v", "lx", "ly", "lz"
Result<reich::Scenario> scenarioIn(Object& object) {
    reich::Scenario scenario;
    if (auto read = readNumbers(object, std::pair{"v", &scenario.speed_kt}, std::pair{"lx", &scenario.size.length_m},
                                std::pair{"ly", &scenario.size.width_m}, std::pair{"lz", &scenario.size.height_m});
        !read)
        return std::unexpected(read.error());
    return scenario;
}

// The name of the lookup under `key`, its table ("table", else the paper's) or ramp ("p0", "dmax", "floor").
Result<reich::Overlap> overlapIn(Object& object, const char* key, bool named) {
    reich::Overlap overlap;
    const auto name = named ? object.string(key).transform([](auto&& text) { return std::optional(text); })
                            : object.optionalString(key);
    if (!name) return std::unexpected(name.error());
    const auto lookup = reich::lookupFrom(name->value_or("ramp"));
    if (!lookup) return invalid("a lookup is ramp, linear, loglinear or step", key);
    overlap.lookup = *lookup;
    if (auto read = readOptionals(object, std::pair{"p0", &overlap.ramp.atZero},
                                  std::pair{"dmax", &overlap.ramp.zero_m}, std::pair{"floor", &overlap.ramp.floor});
        !read)
        return std::unexpected(read.error());
    if (object.has("table")) {
        auto table = overlapTableFrom(object);
        if (!table) return std::unexpected(table.error());
        overlap.table = *std::move(table);
    } else if (auto none = object.optionalString("table"); !none) {
        return std::unexpected(none.error());
    }
    return overlap;
}

// "preset": the name of one of the program, or a whole one.
Result<reich::Preset> presetIn(Object& object) {
    auto name = object.optionalString("preset");
    if (name) {
        const auto* const found = reich::builtInPreset(name->value_or(std::string(reich::fittedPresetName)));
        if (found == nullptr)
            return fail("NO_SUCH_PRESET", "a preset is table4_fit, as_printed, or an object with its own values",
                        "preset");
        return *found;
    }
    auto own = object.object("preset");
    if (!own) return std::unexpected(name.error());
    return presetFrom(*own);
}

std::string_view remarkOf(const reich::Preset& preset) {
    const auto manned = reich::fromMannedAviation(preset);
    if (manned.empty()) return "";
    return reich::isFitted(preset)
               ? "constants come from manned aviation, and one of them is fitted to the paper's results"
               : "constants come from manned aviation";
}

void writePreset(JsonWriter& json, const reich::Preset& preset) {
    json.key("preset").string(preset.name).key("fitted").boolean(reich::isFitted(preset));
    json.key("constants_remark").string(remarkOf(preset));
}

void writeSensitivity(JsonWriter& json, const reich::Sensitivity& one) {
    json.beginObject().key("param").string(toString(one.parameter)).key("percent").exact(one.change_percent);
    json.key("change_percent").exact(one.riskChange_percent).key("elasticity").exact(one.elasticity);
    json.key("direction").string(toString(one.direction)).key("raising").string(toString(one.ofRaising));
    json.key("words").string(inWords(one)).endObject();
}

void writeSeparation(JsonWriter& json, const reich::Separation& separation) {
    json.key("py_required").exact(separation.overlapNeeded).key("distance_m");
    separation.distance_m ? json.exact(*separation.distance_m) : json.null();
    json.key("ceil_m");
    separation.wholeMetres() ? json.exact(*separation.wholeMetres()) : json.null();
}

bool accepts(double risk, double target) {
    return reich::decide(risk, target) == reich::Decision::Accept;
}

// The scenario of the paper with that number, where sizes and speed are not all said.
Result<reich::Scenario> scenarioOrNumber(Object& object) {
    const auto number = object.optionalInteger("scenario");
    if (!number) return std::unexpected(number.error());
    const bool said = object.has("v") || object.has("lx") || object.has("ly") || object.has("lz");
    if (said || !*number) return scenarioIn(object);
    const auto all = reich::paperScenarios();
    if (**number < 1 || **number > static_cast<std::int64_t>(all.size()))
        return invalid("the paper has the scenarios 1 to 9; another needs v, lx, ly and lz", "scenario");
    return all[static_cast<std::size_t>(**number - 1)];
}

Result<std::vector<reich::Scenario>> scenariosIn(Object& object) {
    if (!object.has("scenarios")) {
        const auto all = reich::paperScenarios();
        return object.optionalString("scenarios").transform([&](auto&&) {
            return std::vector<reich::Scenario>(all.begin(), all.end());
        });
    }
    auto items = object.objects("scenarios");
    if (!items) return std::unexpected(items.error());
    std::vector<reich::Scenario> scenarios;
    for (Object& item : *items) {
        auto scenario = scenarioIn(item);
        if (!scenario) return scenario.transform([](auto&&) { return std::vector<reich::Scenario>(); });
        auto name = item.optionalString("name");
        if (!name) return std::unexpected(name.error());
        scenario->name = name->value_or(std::format("#{}", scenarios.size() + 1));
        if (auto done = item.finish(); !done) return std::unexpected(done.error());
        scenarios.push_back(*std::move(scenario));
    }
    return scenarios;
}

Result<std::vector<reich::AxisFlight>> flightsIn(Object& object) {
    auto items = object.objects("flights");
    if (!items) return std::unexpected(items.error());
    if (items->size() > mostFlights)
        return fail("TOO_COSTLY",
                    std::format("{} flights: at most {} are calculated at once", items->size(), mostFlights),
                    "flights");
    std::vector<reich::AxisFlight> flights;
    for (Object& item : *items) {
        reich::AxisFlight flight;
        auto route = item.string("route");
        if (!route) return std::unexpected(route.error());
        flight.route = *std::move(route);
        if (auto read = readNumbers(item, std::pair{"t_in", &flight.entry_h}, std::pair{"t_out", &flight.exit_h},
                                    std::pair{"x_in", &flight.entry_nm}, std::pair{"x_out", &flight.exit_nm});
            !read)
            return std::unexpected(read.error());
        if (auto done = item.finish(); !done) return std::unexpected(done.error());
        flights.push_back(std::move(flight));
    }
    return flights;
}

} // namespace

Result<std::string> tls(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto scenario = scenarioOrNumber(*body);
    if (!scenario) return std::unexpected(scenario.error());
    const auto distance_m = body->number("distance_m");
    if (!distance_m) return std::unexpected(distance_m.error());
    const auto overlap = overlapIn(*body, "overlap", false);
    if (!overlap) return std::unexpected(overlap.error());
    const auto preset = presetIn(*body);
    if (!preset) return std::unexpected(preset.error());
    const auto target = targetIn(*body);
    if (!target) return std::unexpected(target.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    const auto probability = reich::overlapAt(*overlap, *distance_m);
    if (!probability) return std::unexpected(probability.error());
    const auto risk = reich::collisionsPerHour(*probability, scenario->size, scenario->speed_kt, preset->constants());
    if (!risk) return std::unexpected(risk.error());
    JsonWriter json;
    json.beginObject().key("value").exact(*risk).key("printed").string(reich::printed(*risk));
    json.key("accept").boolean(accepts(*risk, *target)).key("py").exact(*probability);
    writePreset(json, *preset);
    json.endObject();
    return json.take();
}

Result<std::string> collisionRisk(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    double probability = 0;
    if (auto read = readNumbers(*body, std::pair{"py", &probability}); !read) return std::unexpected(read.error());
    const auto scenario = scenarioIn(*body);
    if (!scenario) return std::unexpected(scenario.error());
    const auto constants = constantsIn(*body);
    if (!constants) return std::unexpected(constants.error());
    const auto target = targetIn(*body);
    if (!target) return std::unexpected(target.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    const auto risk = reich::collisionsPerHour(probability, scenario->size, scenario->speed_kt, *constants);
    if (!risk) return std::unexpected(risk.error());
    JsonWriter json;
    json.beginObject().key("value").exact(*risk).key("accept").boolean(accepts(*risk, *target)).endObject();
    return json.take();
}

Result<std::string> overlap(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto overlap = overlapIn(*body, "mode", true);
    if (!overlap) return std::unexpected(overlap.error());
    const auto distance_m = body->number("distance_m");
    if (!distance_m) return std::unexpected(distance_m.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    return reich::overlapAt(*overlap, *distance_m).transform([](double probability) {
        JsonWriter json;
        json.beginObject().key("value").exact(probability).endObject();
        return json.take();
    });
}

Result<std::string> sensitivity(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto name = body->string("param");
    if (!name) return std::unexpected(name.error());
    const auto parameter = reich::parameterFrom(*name);
    if (!parameter) return invalid("a parameter is sx, ydot, zdot, v, ey, pz, py, lx, ly or lz", "param");
    const auto percent = body->number("percent");
    if (!percent) return std::unexpected(percent.error());
    const auto scenario = scenarioIn(*body);
    if (!scenario) return std::unexpected(scenario.error());
    const auto constants = constantsIn(*body);
    if (!constants) return std::unexpected(constants.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    return reich::sensitivityOf(*parameter, *percent, scenario->size, scenario->speed_kt, *constants)
        .transform([](const reich::Sensitivity& one) {
            JsonWriter json;
            writeSensitivity(json, one);
            return json.take();
        });
}

Result<std::string> gridCapacity(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    double width_m = 0, ceiling_m = 150, separation_m = 1852;
    if (auto read = readNumbers(*body, std::pair{"width_m", &width_m}); !read) return std::unexpected(read.error());
    if (auto read = readOptionals(*body, std::pair{"ceiling_m", &ceiling_m}, std::pair{"separation_m", &separation_m});
        !read)
        return std::unexpected(read.error());
    const auto layers = body->optionalInteger("layers");
    if (!layers) return std::unexpected(layers.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    return reich::divideSpace(width_m, ceiling_m, separation_m, layers->value_or(2))
        .transform([](const reich::SpaceDivision& space) {
            JsonWriter json;
            json.beginObject().key("tracks").integer(space.tracks).key("layers").integer(space.layers);
            json.key("layer_height_m").exact(space.layerHeight_m).key("routes").integer(space.routes()).endObject();
            return json.take();
        });
}

Result<std::string> minSeparation(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto overlap = overlapIn(*body, "mode", true);
    if (!overlap) return std::unexpected(overlap.error());
    const auto target = targetIn(*body);
    if (!target) return std::unexpected(target.error());
    const auto scenario = scenarioIn(*body);
    if (!scenario) return std::unexpected(scenario.error());
    const auto constants = constantsIn(*body);
    if (!constants) return std::unexpected(constants.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    return reich::minimumSeparation(scenario->size, scenario->speed_kt, *constants, *overlap, *target)
        .transform([](const reich::Separation& separation) {
            JsonWriter json;
            json.beginObject();
            writeSeparation(json, separation);
            json.endObject();
            return json.take();
        });
}

Result<std::string> eyOccupancy(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto flights = flightsIn(*body);
    if (!flights) return std::unexpected(flights.error());
    const auto halfWindow_nm = body->number("sx");
    if (!halfWindow_nm) return std::unexpected(halfWindow_nm.error());
    const auto kind = body->string("kind");
    if (!kind) return std::unexpected(kind.error());
    if (*kind != "opp" && *kind != "same") return invalid("a kind is opp or same", "kind");
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    return reich::occupancy(*flights, *halfWindow_nm,
                            *kind == "opp" ? reich::PairKind::Opposite : reich::PairKind::Same)
        .transform([](double occupancy) {
            JsonWriter json;
            json.beginObject().key("value").exact(occupancy).endObject();
            return json.take();
        });
}

Result<std::string> reichTable(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto distances_m = body->numbers("distances_m");
    if (!distances_m) return std::unexpected(distances_m.error());
    const auto scenarios = scenariosIn(*body);
    if (!scenarios) return std::unexpected(scenarios.error());
    if (distances_m->size() * scenarios->size() > mostCells)
        return fail("TOO_COSTLY", std::format("at most {} cells are calculated at once", mostCells), "scenarios");
    const auto overlap = overlapIn(*body, "overlap", false);
    if (!overlap) return std::unexpected(overlap.error());
    const auto preset = presetIn(*body);
    if (!preset) return std::unexpected(preset.error());
    const auto target = targetIn(*body);
    if (!target) return std::unexpected(target.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    const auto table = reich::resultTable(*scenarios, *distances_m, preset->constants(), *overlap, *target);
    if (!table) return std::unexpected(table.error());
    JsonWriter json;
    json.beginObject().key("tls").exact(*target);
    writePreset(json, *preset);
    json.key("scenarios").beginArray();
    for (const auto& scenario : *scenarios) {
        const auto separation =
            reich::minimumSeparation(scenario.size, scenario.speed_kt, preset->constants(), *overlap, *target);
        if (!separation) return std::unexpected(separation.error());
        json.beginObject().key("name").string(scenario.name);
        writeSeparation(json, *separation);
        json.endObject();
    }
    json.endArray().key("rows").beginArray();
    for (std::size_t row = 0; row < table->size(); ++row) {
        json.beginObject().key("distance_m").exact((*distances_m)[row]).key("cells").beginArray();
        for (const reich::Cell& cell : (*table)[row]) {
            json.beginObject().key("value").exact(cell.collisionsPerHour);
            json.key("printed").string(reich::printed(cell.collisionsPerHour));
            json.key("accept").boolean(cell.decision == reich::Decision::Accept).endObject();
        }
        json.endArray().endObject();
    }
    json.endArray().endObject();
    return json.take();
}

Result<std::string> reichRanking(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto scenario = scenarioIn(*body);
    if (!scenario) return std::unexpected(scenario.error());
    const auto constants = constantsIn(*body);
    if (!constants) return std::unexpected(constants.error());
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    const auto ranked = reich::ranking(scenario->size, scenario->speed_kt, *constants);
    if (!ranked) return std::unexpected(ranked.error());
    JsonWriter json;
    json.beginObject().key("ranking").beginArray();
    for (const reich::Sensitivity& one : *ranked)
        writeSensitivity(json, one);
    json.endArray().endObject();
    return json.take();
}

Result<std::string> reichCorridor(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    double risk = 0, separation_m = 0, level_m = 0, clearance_m = 0;
    if (auto read = readNumbers(*body, std::pair{"n", &risk}, std::pair{"separation_m", &separation_m},
                                std::pair{"level_m", &level_m});
        !read)
        return std::unexpected(read.error());
    if (auto read = readOptional(*body, "clearance_m", clearance_m); !read) return std::unexpected(read.error());
    const auto target = targetIn(*body);
    if (!target) return std::unexpected(target.error());
    auto items = body->objects("obstacles");
    if (!items) return std::unexpected(items.error());
    if (items->size() > mostObstacles)
        return fail("TOO_COSTLY", std::format("at most {} obstacles are looked at", mostObstacles), "obstacles");
    std::vector<reich::Obstacle> obstacles;
    for (Object& item : *items) {
        auto name = item.string("name");
        if (!name) return std::unexpected(name.error());
        const auto distance_m = item.number("distance_m");
        if (!distance_m) return std::unexpected(distance_m.error());
        const auto top_m = item.optionalNumber("top_m");
        if (!top_m) return std::unexpected(top_m.error());
        if (auto done = item.finish(); !done) return std::unexpected(done.error());
        obstacles.push_back({*std::move(name), *distance_m, *top_m});
    }
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    const auto check = reich::checkCorridor(risk, *target, separation_m, level_m, clearance_m, obstacles);
    if (!check) return std::unexpected(check.error());
    JsonWriter json;
    json.beginObject().key("verdict").string(toString(check->verdict));
    for (const auto& [key, indices] :
         {std::pair{"in_the_way", &check->inTheWay}, std::pair{"height_unknown", &check->unknown}}) {
        json.key(key).beginArray();
        for (const std::size_t index : *indices)
            json.string(obstacles[index].name);
        json.endArray();
    }
    json.endObject();
    return json.take();
}

Result<TrafficAnswer> estimatePreset(const TrafficQuestion& question, std::span<const std::byte> file) {
    const auto* const base = reich::builtInPreset(question.base);
    if (base == nullptr)
        return fail("NO_SUCH_PRESET", "what stays where the traffic says nothing is table4_fit or as_printed", "base");
    const auto recording = formats::readTraffic(question.format, file);
    if (!recording) return std::unexpected(recording.error());
    auto traffic = reich::ontoAxis(std::span(&*recording, 1), question.tracks);
    if (!traffic) return std::unexpected(traffic.error());
    sim::Random random(question.seed);
    const auto estimate = reich::estimateFrom(*traffic, question.estimate, random);
    if (!estimate) return std::unexpected(estimate.error());
    auto preset = reich::presetFrom(*estimate, question.estimate, *base, question.name, question.made, question.source);
    if (auto good = reich::check(preset); !good) return std::unexpected(good.error());
    return TrafficAnswer{std::move(preset), *estimate, *std::move(traffic)};
}

std::string trafficAnswerJson(const TrafficAnswer& answer) {
    JsonWriter json;
    json.beginObject().key("preset");
    write(json, answer.preset);
    json.key("estimate");
    write(json, answer.estimate);
    const reich::Axis& axis = answer.traffic.axis;
    json.key("axis").beginObject().key("lat_deg").number(axis.origin.latitude_deg, 7);
    json.key("lon_deg").number(axis.origin.longitude_deg, 7).key("bearing_deg").number(axis.bearing_deg, 3).endObject();
    json.key("routes_m").beginArray();
    for (const double route_m : answer.traffic.routes_m)
        json.number(route_m, 1);
    json.endArray().key("notes").beginArray();
    for (const formats::FileNote& note : answer.traffic.notes) {
        json.beginObject().key("code").string(note.code).key("message").string(note.message);
        json.key("where").string(note.where).endObject();
    }
    json.endArray().key("constants_remark").string(remarkOf(answer.preset)).endObject();
    return json.take();
}

} // namespace haneul::studies
