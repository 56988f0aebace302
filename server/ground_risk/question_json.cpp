#include "server/ground_risk/question_json.h"

#include "core/json/json_writer.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace haneul::ground_risk {

using json::JsonWriter;
using json::Object;
namespace ground = risk::ground;

namespace {

// Reads fields and keeps the first error; what is absent stays as it was.
class Fields {
public:
    explicit Fields(Object& object)
        : m_object(object) {}

    void number(const char* key, double& value) {
        if (const auto read = take(m_object.optionalNumber(key))) value = *read;
    }

    void number(const char* key, std::optional<double>& value) {
        if (const auto read = take(m_object.optionalNumber(key))) value = read;
    }

    void needed(const char* key, double& value) {
        const auto read = m_object.number(key);
        if (read)
            value = *read;
        else
            refuse(read.error());
    }

    void flag(const char* key, bool& value) {
        if (const auto read = take(m_object.optionalBoolean(key))) value = *read;
    }

    // One of some words; `accepted` names them.
    template <class Value, class From>
    void word(const char* key, Value& value, From from, const char* accepted) {
        const auto text = take(m_object.optionalString(key));
        if (!text) return;
        if (auto found = from(*text))
            value = *std::move(found);
        else
            refuse({"BAD_FIELD", std::format("must be {}", accepted), key});
    }

    template <class Read>
    void object(const char* key, Read read) {
        if (!m_object.has(key)) {
            take(m_object.optionalString(key)); // asked for; null is as absent
            return;
        }
        auto found = m_object.object(key);
        if (!found) return refuse(found.error());
        Fields fields(*found);
        read(fields);
        if (auto done = fields.done(); !done) refuse(done.error());
    }

    void place(const char* key, geo::LatLon& value) {
        const auto numbers = m_object.numbers(key);
        if (!numbers) return refuse(numbers.error());
        if (numbers->size() != 2) return refuse({"BAD_FIELD", "must be [longitude, latitude]", key});
        value = {(*numbers)[1], (*numbers)[0]};
    }

    void weights(const char* key, ground::HourlyWeights& value) {
        if (!m_object.has(key)) {
            take(m_object.optionalString(key));
            return;
        }
        const auto numbers = m_object.numbers(key);
        if (!numbers) return refuse(numbers.error());
        if (numbers->size() != value.size()) return refuse({"BAD_FIELD", "must be 24 numbers, one per hour", key});
        std::ranges::copy(*numbers, value.begin());
    }

    void refuse(Error error) {
        if (!m_refusal) m_refusal = std::move(error);
    }

    [[nodiscard]] Result<void> refusal() const {
        if (m_refusal) return std::unexpected(*m_refusal);
        return {};
    }

    [[nodiscard]] Result<void> done() const {
        if (m_refusal) return std::unexpected(*m_refusal);
        return m_object.finish();
    }

private:
    template <class Value>
    std::optional<Value> take(Result<std::optional<Value>> read) {
        if (read) return *std::move(read);
        refuse(read.error());
        return std::nullopt;
    }

    Object& m_object;
    std::optional<Error> m_refusal;
};

constexpr const char* modelNames =
    "people_uniform, people_amenity, people_amenity_area, traffic_road, traffic_amenity, "
    "building_area, building_height, building_combined, building_cover or sum";

std::optional<ground::DayType> dayFrom(std::string_view name) {
    if (name == "weekday") return ground::DayType::Weekday;
    if (name == "weekend") return ground::DayType::Weekend;
    return std::nullopt;
}

std::optional<ground::TrafficReading> trafficFrom(std::string_view name) {
    if (name == "physical") return ground::TrafficReading::Physical;
    if (name == "paper") return ground::TrafficReading::AsPrinted;
    return std::nullopt;
}

std::string_view toString(ground::TrafficReading reading) {
    return reading == ground::TrafficReading::Physical ? "physical" : "paper";
}

std::optional<ground::Vehicle> libraryVehicle(std::string_view id) {
    const ground::Vehicle* found = ground::vehicleOf(id);
    return found != nullptr ? std::optional(*found) : std::nullopt;
}

std::optional<std::optional<ground::Model>> optionalModelFrom(std::string_view name) {
    const auto model = ground::modelFromString(name);
    return model ? std::optional(model) : std::nullopt;
}

void readOwnVehicle(Fields& from, ground::Vehicle& vehicle) {
    from.needed("mass_kg", vehicle.body.mass_kg);
    from.needed("hit_area_m2", vehicle.body.hitArea_m2);
    from.needed("drag", vehicle.body.dragCoefficient);
    from.needed("crash_rate_per_hour", vehicle.crashRate_perHour);
    vehicle.id = "own";
    vehicle.name = "own";
    const ground::Sourced own{ground::Origin::OwnData, "entered by the user"};
    vehicle.mass = vehicle.hitArea = vehicle.drag = vehicle.crashRate = own;
}

void readHeights(Fields& from, Question& question) {
    double mean_m = ground::printedMeanHeight_m, deviation = ground::printedHeightDeviation;
    auto reading = ground::HeightReading::LogSd;
    from.flag("of_data", question.heightsOfData);
    from.number("mean_m", mean_m);
    from.number("deviation", deviation);
    from.word("reading", reading, ground::heightReadingFromString, "log_sd, moments or mean_log");
    std::optional<double> mu, sigma;
    from.number("mu", mu);
    from.number("sigma", sigma);
    if (mu.has_value() != sigma.has_value()) return from.refuse({"BAD_FIELD", "mu and sigma go together", "heights"});
    if (mu) {
        question.settings.heights = {*mu, *sigma};
        question.settings.heightsSource = std::format("own_data: mu {:g}, sigma {:g}", *mu, *sigma);
        return;
    }
    const auto spread = ground::heightSpread(mean_m, deviation, reading);
    if (!spread) return from.refuse(spread.error());
    if (!std::isfinite(spread->mu) || !std::isfinite(spread->sigma))
        return from.refuse({"BAD_FIELD", "mean and deviation are too far apart", "heights"});
    const bool printed = mean_m == ground::printedMeanHeight_m && deviation == ground::printedHeightDeviation;
    question.settings.heights = *spread;
    question.settings.heightsSource =
        std::format("{}: mean {:g} m, deviation {:g}, read as {}", printed ? "as_printed" : "own_data", mean_m,
                    deviation, ground::toString(reading));
}

void readSum(Fields& from, ground::SumOf& sum) {
    from.word("people", sum.people, optionalModelFrom, modelNames);
    from.word("traffic", sum.traffic, optionalModelFrom, modelNames);
    from.word("building", sum.building, optionalModelFrom, modelNames);
    from.number("weight_people", sum.weights.people);
    from.number("weight_traffic", sum.weights.traffic);
    from.number("weight_buildings", sum.weights.buildings);
}

void readArea(Fields& from, Area& area) {
    from.place("centre", area.centre);
    from.needed("width_m", area.width_m);
    from.needed("height_m", area.height_m);
    from.needed("cell_m", area.cell_m);
}

void readRest(Fields& from, ground::Settings& settings) {
    double hour = settings.moment.timeOfDay_s / 3600;
    from.number("hour", hour);
    if (hour < 0 || hour > 24) from.refuse({"BAD_FIELD", "must be a number from 0 to 24", "hour"});
    settings.moment.timeOfDay_s = hour * 3600;
    from.word("day", settings.moment.day, dayFrom, "weekday or weekend");
    from.number("half_energy_J", settings.lethality.half_J);
    from.number("threshold_energy_J", settings.lethality.threshold_J);
    from.number("people_scale", settings.peopleScale);
    from.number("shelter_where_unknown", settings.shelterWhereUnknown);
    from.number("amenity_scale_km", settings.amenityScale_km);
    from.number("amenity_floor", settings.amenityFloor);
    from.number("car_area_m2", settings.carArea_m2);
    from.number("deaths_per_accident", settings.deaths);
    from.word("traffic_reading", settings.trafficReading, trafficFrom, "physical or paper");
    from.weights("traffic_weights", settings.trafficWeights);
    from.number("area_sigma_m", settings.areaSigma_m);
    from.number("horizontal_error_m", settings.navigation.horizontal_m);
    from.number("vertical_error_m", settings.navigation.vertical_m);
}

// That reads back as the same second: a division and a multiplication may part by the last digit.
double hourOf(double timeOfDay_s) {
    const double hour = timeOfDay_s / 3600;
    for (const double one : {hour, std::nextafter(hour, 0), std::nextafter(hour, 25)})
        if (one * 3600 == timeOfDay_s) return one;
    return hour;
}

void writeModel(JsonWriter& json, const char* key, const std::optional<ground::Model>& model) {
    json.key(key);
    if (model)
        json.string(ground::toString(*model));
    else
        json.null();
}

void writeNumber(JsonWriter& json, const char* key, const std::optional<double>& value) {
    json.key(key);
    if (value)
        json.exact(*value);
    else
        json.null();
}

void writeVehicle(JsonWriter& json, const ground::Vehicle& vehicle) {
    if (ground::vehicleOf(vehicle.id) != nullptr) {
        json.key("vehicle").string(vehicle.id);
        return;
    }
    json.key("own_vehicle").beginObject();
    json.key("mass_kg").exact(vehicle.body.mass_kg).key("hit_area_m2").exact(vehicle.body.hitArea_m2);
    json.key("drag").exact(vehicle.body.dragCoefficient);
    json.key("crash_rate_per_hour").exact(vehicle.crashRate_perHour).endObject();
}

} // namespace

Result<Question> questionFrom(Object& body) {
    Question question{.settings = ground::printedSettings(ground::Model::PeopleUniform)};
    ground::Settings& settings = question.settings;
    Fields from(body);
    bool hasArea = false;
    from.object("area", [&](Fields& area) {
        readArea(area, question.area);
        hasArea = true;
    });
    if (!hasArea) from.refuse({"MISSING_FIELD", "missing; it must be an object", "area"});
    from.word("ground", question.ground, groundFromString, "imported or synthetic");
    from.word("model", settings.model, ground::modelFromString, modelNames);
    from.word("vehicle", settings.vehicle, libraryVehicle, "the id of a vehicle of the library");
    from.object("own_vehicle", [&](Fields& own) { readOwnVehicle(own, settings.vehicle); });
    from.number("flight_height_m", settings.height_m);
    from.flag("conserve_people", question.conservePeople);
    from.object("heights", [&](Fields& heights) { readHeights(heights, question); });
    from.object("sum", [&](Fields& sum) { readSum(sum, settings.sum); });
    readRest(from, settings);
    if (auto fine = from.refusal(); !fine) return std::unexpected(fine.error());
    return question;
}

std::string toJson(const Question& question) {
    const ground::Settings& settings = question.settings;
    JsonWriter json;
    json.beginObject().key("area").beginObject().key("centre").beginArray();
    json.exact(question.area.centre.longitude_deg).exact(question.area.centre.latitude_deg).endArray();
    json.key("width_m").exact(question.area.width_m).key("height_m").exact(question.area.height_m);
    json.key("cell_m").exact(question.area.cell_m).endObject();
    json.key("ground").string(toString(question.ground)).key("model").string(ground::toString(settings.model));
    writeVehicle(json, settings.vehicle);
    json.key("flight_height_m").exact(settings.height_m);
    json.key("day").string(ground::toString(settings.moment.day));
    json.key("hour").exact(hourOf(settings.moment.timeOfDay_s));
    json.key("conserve_people").boolean(question.conservePeople);
    json.key("heights").beginObject().key("of_data").boolean(question.heightsOfData);
    json.key("mu").exact(settings.heights.mu).key("sigma").exact(settings.heights.sigma).endObject();
    json.key("sum").beginObject();
    writeModel(json, "people", settings.sum.people);
    writeModel(json, "traffic", settings.sum.traffic);
    writeModel(json, "building", settings.sum.building);
    writeNumber(json, "weight_people", settings.sum.weights.people);
    writeNumber(json, "weight_traffic", settings.sum.weights.traffic);
    writeNumber(json, "weight_buildings", settings.sum.weights.buildings);
    json.endObject();
    json.key("half_energy_J").exact(settings.lethality.half_J);
    json.key("threshold_energy_J").exact(settings.lethality.threshold_J);
    json.key("people_scale").exact(settings.peopleScale);
    writeNumber(json, "shelter_where_unknown", settings.shelterWhereUnknown);
    json.key("amenity_scale_km").exact(settings.amenityScale_km).key("amenity_floor").exact(settings.amenityFloor);
    json.key("car_area_m2").exact(settings.carArea_m2).key("deaths_per_accident").exact(settings.deaths);
    json.key("traffic_reading").string(toString(settings.trafficReading)).key("traffic_weights").beginArray();
    for (const double weight : settings.trafficWeights)
        json.exact(weight);
    json.endArray().key("area_sigma_m").exact(settings.areaSigma_m);
    json.key("horizontal_error_m").exact(settings.navigation.horizontal_m);
    json.key("vertical_error_m").exact(settings.navigation.vertical_m).endObject();
    return json.take();
}

Result<Comparison> comparisonFrom(std::string_view input) {
    auto body = Object::parse(input);
    if (!body) return std::unexpected(body.error());
    Comparison comparison;
    for (const auto& [key, into] : {std::pair{"a", &comparison.a}, {"b", &comparison.b}}) {
        auto object = body->object(key);
        if (!object) return std::unexpected(object.error());
        auto question = questionFrom(*object);
        if (!question) return std::unexpected(question.error());
        if (auto done = object->finish(); !done) return std::unexpected(done.error());
        *into = *std::move(question);
    }
    if (auto done = body->finish(); !done) return std::unexpected(done.error());
    return comparison;
}

std::string toJson(const Comparison& comparison) {
    JsonWriter json;
    json.beginObject().key("a").raw(toJson(comparison.a)).key("b").raw(toJson(comparison.b)).endObject();
    return json.take();
}

} // namespace haneul::ground_risk
