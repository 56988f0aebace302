#include "server/studies/risk_studies.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "core/risk/ground/amenities.h"
#include "core/risk/ground/buildings.h"
#include "core/risk/ground/day.h"
#include "core/risk/ground/legs.h"
#include "core/risk/ground/people.h"
#include "core/risk/ground/traffic.h"
#include "server/studies/reading.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

namespace haneul::studies {

namespace {

using json::JsonWriter;
using json::Object;
namespace ground = risk::ground;

std::string answerOf(std::initializer_list<std::pair<const char*, double>> values) {
    JsonWriter json;
    json.beginObject();
    for (const auto& [name, value] : values)
        json.key(name).exact(value);
    json.endObject();
    return json.take();
}

std::string valueAnswer(double value) {
    return answerOf({{"value", value}});
}

// Reads numbers field by field and remembers the first refusal.
class Numbers {
public:
    explicit Numbers(Object& body)
        : m_body(body) {}

    double number(const char* key) { return take(m_body.number(key)); }

    double numberOr(const char* key, double otherwise) {
        return take(m_body.optionalNumber(key).transform([=](auto value) { return value.value_or(otherwise); }));
    }

    std::optional<double> maybe(const char* key) { return take(m_body.optionalNumber(key)); }

    [[nodiscard]] Result<void> done() const {
        if (m_refusal) return std::unexpected(*m_refusal);
        return m_body.finish();
    }

private:
    template <class Value>
    Value take(Result<Value> result) {
        if (result) return *std::move(result);
        if (!m_refusal) m_refusal = result.error();
        return {};
    }

    Object& m_body;
    std::optional<Error> m_refusal;
};

// Parses a body of numbers only, reads them with `read` and answers with `answer`.
template <class Read, class Answer>
Result<std::string> ofNumbers(std::string_view text, Read read, Answer answer) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    Numbers numbers(*body);
    const auto asked = read(numbers);
    if (auto done = numbers.done(); !done) return std::unexpected(done.error());
    return answer(asked);
}

Result<ground::Vehicle> readVehicle(Object& body) {
    auto object = body.object("uav");
    if (!object) return std::unexpected(object.error());
    Numbers numbers(*object);
    ground::Vehicle vehicle;
    vehicle.body = {numbers.number("mass"), numbers.number("s_hit"), numbers.number("drag")};
    vehicle.crashRate_perHour = numbers.number("p_crash");
    if (auto done = numbers.done(); !done) return std::unexpected(done.error());
    return vehicle;
}

ground::Air readAir(Numbers& numbers) {
    const ground::Air usual;
    return {numbers.numberOr("rho", usual.density_kgpm3), numbers.numberOr("g", usual.gravity_mps2)};
}

ground::Lethality readLethality(Numbers& numbers) {
    const ground::Lethality usual;
    return {numbers.numberOr("b", usual.half_J), numbers.numberOr("d", usual.threshold_J)};
}

Result<double> factorOf(std::optional<double> distance_km, double scale_km) {
    if (distance_km) return ground::amenityPull(*distance_km, scale_km);
    return ground::amenityPull(0, scale_km).transform([](double) { return 1.0; }); // uniform; the scale is still judged
}

Result<ground::HourlyWeights> weightsFrom(std::span<const double> numbers, const char* where) {
    ground::HourlyWeights weights{};
    if (numbers.size() != weights.size()) return invalid("there are 24 weights, one per hour", where);
    std::ranges::copy(numbers, weights.begin());
    return weights;
}

Result<std::vector<ground::LandUse>> readLandUse(Object& body) {
    const auto rows = body.rowsWithList("classes");
    if (!rows) return std::unexpected(rows.error());
    std::vector<ground::LandUse> classes;
    for (const json::RowWithList& row : *rows) {
        if (row.numbers.size() != 2) return invalid("a class is [share, people per km2, [24 weights]]", "classes");
        const auto weights = weightsFrom(row.list, "classes");
        if (!weights) return std::unexpected(weights.error());
        classes.push_back({row.numbers[0], row.numbers[1], *weights});
    }
    return classes;
}

constexpr double metresPerKm = 1000;

// A number, or 24 weights.
Result<ground::HourlyWeights> readActivity(Object& amenity) {
    if (const auto always = amenity.number("activity")) {
        ground::HourlyWeights weights{};
        weights.fill(*always);
        return weights;
    }
    const auto hourly = amenity.numbers("activity");
    if (!hourly) return std::unexpected(hourly.error());
    return weightsFrom(*hourly, "activity");
}

Result<ground::Amenity> readAmenity(Object& json) {
    const auto corners = json.numberRows("polygon");
    if (!corners) return std::unexpected(corners.error());
    const auto scale_km = json.number("scale");
    if (!scale_km) return std::unexpected(scale_km.error());
    const auto activity = readActivity(json);
    if (!activity) return std::unexpected(activity.error());
    if (auto done = json.finish(); !done) return std::unexpected(done.error());
    ground::Amenity amenity{.scale_m = *scale_km * metresPerKm, .activity = *activity};
    for (const auto& corner : *corners) {
        if (corner.size() != 2) return invalid("a corner is [x, y] in km", "polygon");
        amenity.polygon.push_back({corner[0] * metresPerKm, corner[1] * metresPerKm});
    }
    return amenity;
}

Result<std::vector<ground::Building>> readBuildings(Object& body) {
    const auto rows = body.numberRows("buildings");
    if (!rows) return std::unexpected(rows.error());
    std::vector<ground::Building> buildings;
    for (const auto& row : *rows) {
        if (row.size() != 4) return invalid("a building is [x, y, footprint, height]", "buildings");
        buildings.push_back({{row[0], row[1]}, row[2], row[3]});
    }
    return buildings;
}

} // namespace

Result<std::string> impact(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto vehicle = readVehicle(*body);
    if (!vehicle) return std::unexpected(vehicle.error());
    Numbers numbers(*body);
    const double height_m = numbers.number("height");
    const auto air = readAir(numbers);
    if (auto done = numbers.done(); !done) return std::unexpected(done.error());
    return ground::impactOf(vehicle->body, height_m, air).transform([](const ground::Impact& impact) {
        return answerOf({{"speed", impact.speed_mps}, {"energy", impact.energy_J}});
    });
}

Result<std::string> fatality(std::string_view text) {
    struct Asked {
        double energy_J, shelter;
        ground::Lethality lethality;
    };

    const auto read = [](Numbers& in) { return Asked{in.number("energy"), in.number("shelter"), readLethality(in)}; };
    return ofNumbers(text, read, [](const Asked& asked) {
        return ground::fatalityRate(asked.energy_J, asked.shelter, asked.lethality).transform(valueAnswer);
    });
}

Result<std::string> people(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto vehicle = readVehicle(*body);
    if (!vehicle) return std::unexpected(vehicle.error());
    Numbers numbers(*body);
    const double height_m = numbers.number("height"), shelter = numbers.number("shelter");
    const double people_perKm2 = numbers.number("sigma_km2");
    const auto distance_km = numbers.maybe("r_km");
    const double scale_km = numbers.numberOr("scale_km", 1);
    const auto lethality = readLethality(numbers);
    const auto air = readAir(numbers);
    if (auto done = numbers.done(); !done) return std::unexpected(done.error());
    const auto factor = factorOf(distance_km, scale_km);
    if (!factor) return std::unexpected(factor.error());
    return ground::peopleCost(*vehicle, height_m, people_perKm2, *factor, shelter, lethality, air)
        .transform([](const ground::PeopleCost& cost) {
            return answerOf({{"v", cost.impact.speed_mps},
                             {"energy", cost.impact.energy_J},
                             {"r_f", cost.fatalityRate},
                             {"n_hit", cost.hits},
                             {"risk", cost.risk_perFlightHour}});
        });
}

Result<std::string> vehicleRoad(std::string_view text) {
    struct Asked {
        double crashRate_perHour, carArea_m2, deaths;
        ground::RoadPiece road;
    };

    const auto read = [](Numbers& in) {
        return Asked{in.number("p_crash"),
                     in.number("s_car"),
                     in.numberOr("r_fv", ground::deathsPerAccident),
                     {in.number("veh_per_km"), in.number("road_km"), in.number("road_width_m")}};
    };
    return ofNumbers(text, read, [](const Asked& asked) {
        return ground::roadCost(asked.crashRate_perHour, asked.carArea_m2, asked.road, asked.deaths)
            .transform([](const ground::TrafficCost& cost) {
                return answerOf({{"n_hit", cost.hits}, {"risk", cost.risk_perFlightHour}});
            });
    });
}

Result<std::string> vehicleAmenity(std::string_view text) {
    struct Asked {
        double crashRate_perHour, hitArea_m2, vehicles_perKm2, deaths, scale_km;
        std::optional<double> distance_km;
    };

    const auto read = [](Numbers& in) {
        return Asked{in.number("p_crash"),       in.number("s_hit"),
                     in.number("sigma_v_km2"),   in.numberOr("r_fv", ground::deathsPerAccident),
                     in.numberOr("scale_km", 1), in.maybe("r_km")};
    };
    return ofNumbers(text, read, [](const Asked& asked) -> Result<std::string> {
        const auto factor = factorOf(asked.distance_km, asked.scale_km);
        if (!factor) return std::unexpected(factor.error());
        return ground::spreadTrafficCost(asked.crashRate_perHour, asked.hitArea_m2, asked.vehicles_perKm2, *factor,
                                         asked.deaths)
            .transform([](const ground::TrafficCost& cost) {
                return answerOf({{"n_hit", cost.hits}, {"risk", cost.risk_perFlightHour}});
            });
    });
}

Result<std::string> vehDensity(std::string_view text) {
    struct Asked {
        double vehicles_perDay, speed_kmh, shareOfHour;
    };

    const auto read = [](Numbers& in) {
        return Asked{in.number("veh_per_day"), in.number("speed_kmh"),
                     in.numberOr("hour_share", ground::evenShareOfHour)};
    };
    return ofNumbers(text, read, [](const Asked& asked) {
        return ground::vehiclesPerKm(asked.vehicles_perDay, asked.speed_kmh, asked.shareOfHour)
            .transform([](double density) { return answerOf({{"veh_per_km", density}}); });
    });
}

Result<std::string> buildingArea(std::string_view text) {
    const auto read = [](Numbers& in) {
        return std::pair{in.number("distance"), in.numberOr("sigma", ground::areaSigma_m)};
    };
    return ofNumbers(text, read, [](const auto& asked) {
        return ground::buildingByArea_perM(asked.first, asked.second).transform(valueAnswer);
    });
}

Result<std::string> buildingHeight(std::string_view text) {
    const auto read = [](Numbers& in) {
        return std::pair{in.number("h"), ground::HeightSpread{in.number("mu"), in.number("sigma")}};
    };
    return ofNumbers(text, read, [](const auto& asked) {
        return ground::buildingByHeight(asked.first, asked.second).transform([](const ground::HeightCost& cost) {
            return answerOf({{"value", cost.risk_perM}, {"psi", cost.density_perM}});
        });
    });
}

Result<std::string> heightParams(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto name = body->string("reading");
    if (!name) return std::unexpected(name.error());
    Numbers numbers(*body);
    const double mean_m = numbers.number("mean"), deviation = numbers.number("sd");
    if (auto done = numbers.done(); !done) return std::unexpected(done.error());
    const auto reading = ground::heightReadingFromString(*name);
    if (!reading) return invalid("a reading is log_sd, moments or mean_log", "reading");
    return ground::heightSpread(mean_m, deviation, *reading).transform([](const ground::HeightSpread& spread) {
        return answerOf({{"mu", spread.mu}, {"sigma", spread.sigma}});
    });
}

Result<std::string> densityAt(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto classes = readLandUse(*body);
    if (!classes) return std::unexpected(classes.error());
    Numbers numbers(*body);
    const double time_s = numbers.number("t_s");
    if (auto done = numbers.done(); !done) return std::unexpected(done.error());
    return ground::densityAt_perKm2(*classes, time_s).transform([](double density) {
        return answerOf({{"per_km2", density}});
    });
}

Result<std::string> conserve(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    auto densities = body->numbers("densities");
    if (!densities) return std::unexpected(densities.error());
    const auto areas = body->numbers("areas_km2");
    if (!areas) return std::unexpected(areas.error());
    Numbers numbers(*body);
    const double total = numbers.number("total");
    if (auto done = numbers.done(); !done) return std::unexpected(done.error());
    return ground::conserved(*std::move(densities), *areas, total).transform([](const std::vector<double>& scaled) {
        JsonWriter json;
        json.beginObject().key("densities").beginArray();
        for (const double density : scaled)
            json.exact(density);
        json.endArray().endObject();
        return json.take();
    });
}

Result<std::string> areaFactor(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    auto objects = body->objects("amenities");
    if (!objects) return std::unexpected(objects.error());
    Numbers numbers(*body);
    const ground::Place_m place{numbers.number("x_km") * metresPerKm, numbers.number("y_km") * metresPerKm};
    const double time_s = numbers.number("t_s"), floor = numbers.numberOr("floor", 0);
    if (auto done = numbers.done(); !done) return std::unexpected(done.error());
    std::vector<ground::Amenity> amenities;
    for (Object& object : *objects) {
        auto amenity = readAmenity(object);
        if (!amenity) return std::unexpected(amenity.error());
        amenities.push_back(*std::move(amenity));
    }
    return ground::amenityFactor(amenities, place, time_s, floor).transform([](const ground::AmenityFactor& factor) {
        JsonWriter json;
        json.beginObject().key("factor").exact(factor.factor).key("distances").beginArray();
        for (const double distance_m : factor.distances_m)
            json.exact(distance_m / metresPerKm);
        json.endArray().endObject();
        return json.take();
    });
}

Result<std::string> buildingCombined(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto buildings = readBuildings(*body);
    if (!buildings) return std::unexpected(buildings.error());
    Numbers numbers(*body);
    const ground::Place_m place{numbers.number("x"), numbers.number("y")};
    const double height_m = numbers.number("z");
    const ground::NavigationError error{numbers.number("sigma_xy"), numbers.number("sigma_z")};
    if (auto done = numbers.done(); !done) return std::unexpected(done.error());
    return ground::chanceToMeetAny(*buildings, place, height_m, error).transform(valueAnswer);
}

Result<std::string> buildingCell(std::string_view text) {
    struct Asked {
        double height_m, cover;
        ground::HeightSpread spread;
    };

    const auto read = [](Numbers& in) {
        return Asked{in.number("z"), in.number("cover"), {in.number("mu"), in.number("sigma")}};
    };
    return ofNumbers(text, read, [](const Asked& asked) {
        return ground::chanceByCover(asked.height_m, asked.cover, asked.spread).transform(valueAnswer);
    });
}

Result<std::string> pathRisk(std::string_view text) {
    auto body = Object::parse(text);
    if (!body) return std::unexpected(body.error());
    const auto rows = body->numberRows("cells");
    if (!rows) return std::unexpected(rows.error());
    Numbers numbers(*body);
    const double speed_mps = numbers.number("ground_speed");
    if (auto done = numbers.done(); !done) return std::unexpected(done.error());
    if (speed_mps <= 0) return invalid("must be above 0", "ground_speed"); // of a path without cells too
    std::vector<ground::Dwell> dwells;
    for (const auto& row : *rows) {
        if (row.size() != 2) return invalid("a cell is [risk per flight hour, length in m]", "cells");
        dwells.push_back({row[0], row[1], speed_mps});
    }
    return ground::flightRisk(dwells).transform(valueAnswer);
}

} // namespace haneul::studies
