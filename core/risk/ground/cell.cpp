#include "core/risk/ground/cell.h"

#include "core/risk/ground/range.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <utility>

namespace haneul::risk::ground {

namespace {

constexpr std::array modelNames{
    std::pair{Model::PeopleUniform, std::string_view("people_uniform")},
    std::pair{Model::PeopleAmenity, std::string_view("people_amenity")},
    std::pair{Model::PeopleAmenityArea, std::string_view("people_amenity_area")},
    std::pair{Model::TrafficRoad, std::string_view("traffic_road")},
    std::pair{Model::TrafficAmenity, std::string_view("traffic_amenity")},
    std::pair{Model::BuildingArea, std::string_view("building_area")},
    std::pair{Model::BuildingHeight, std::string_view("building_height")},
    std::pair{Model::BuildingCombined, std::string_view("building_combined")},
    std::pair{Model::BuildingCover, std::string_view("building_cover")},
    std::pair{Model::Sheltering, std::string_view("sheltering")},
    std::pair{Model::Sum, std::string_view("sum")},
};

enum class Kind {
    People,
    Traffic,
    Building,
    Layer, // no cost
    Sum,
};

Kind kindOf(Model model) {
    switch (model) {
    case Model::PeopleUniform:
    case Model::PeopleAmenity:
    case Model::PeopleAmenityArea:
        return Kind::People;
    case Model::TrafficRoad:
    case Model::TrafficAmenity:
        return Kind::Traffic;
    case Model::Sheltering:
        return Kind::Layer;
    case Model::Sum:
        return Kind::Sum;
    default:
        return Kind::Building;
    }
}

template <class T>
std::optional<T> known(Result<T> result) {
    return result ? std::optional<T>(*std::move(result)) : std::nullopt;
}

const char* const rate = "1/h";

std::string sourced(const Sourced& source) {
    return std::format("{}: {}", toString(source.origin), source.words);
}

// ---- people
// ----------------------------------------------------------------------------------------------------------

void explainFactor(const Settings& settings, const CellInputs& cell, std::optional<double> factor, Explanation& out) {
    if (settings.model == Model::PeopleUniform) return;
    if (settings.model == Model::PeopleAmenityArea) {
        out.input("amenity_floor", "floor", settings.amenityFloor, "", "setting");
        out.step("amenity_factor", "φ", factor, "", "4.4: φ = max(1 + A(t)·(exp(1 − (d/L)²) − 1), floor)",
                 {"amenity_floor"});
        return;
    }
    out.input("amenity_distance", "r", cell.amenity_m ? std::optional(*cell.amenity_m / 1000) : std::nullopt, "km",
              "amenity layer: to the nearest");
    out.input("amenity_scale", "L", settings.amenityScale_km, "km", "setting; the paper gives no unit");
    out.step("amenity_factor", "φ", factor, "", "eqs. 3, 9: exp(1 − (r/L)²)", {"amenity_distance", "amenity_scale"});
}

std::optional<double> factorOf(const Settings& settings, Model model, const CellInputs& cell) {
    if (model == Model::PeopleUniform) return 1;
    if (model == Model::PeopleAmenityArea) return cell.amenityFactor;
    if (!cell.amenity_m) return std::nullopt;
    return known(amenityPull(*cell.amenity_m / 1000, settings.amenityScale_km));
}

void explainFall(const Settings& settings, const std::optional<PeopleCost>& cost, Explanation& out) {
    const Vehicle& vehicle = settings.vehicle;
    out.input("mass", "m", vehicle.body.mass_kg, "kg", sourced(vehicle.mass));
    out.input("hit_area", "S_hit", vehicle.body.hitArea_m2, "m²", sourced(vehicle.hitArea));
    out.input("drag", "C_d", vehicle.body.dragCoefficient, "", sourced(vehicle.drag));
    out.input("air_density", "ρ", settings.air.density_kgpm3, "kg/m³", "DOMAIN 4.1");
    out.input("height", "h", settings.height_m, "m", "setting: height of the flight above the ground");
    const auto impact = known(impactOf(vehicle.body, settings.height_m, settings.air));
    out.step("drag_constant", "k", vehicle.body.dragCoefficient * vehicle.body.hitArea_m2 * settings.air.density_kgpm3,
             "kg/m", "eq. 6: k = C_d·S_hit·ρ", {"drag", "hit_area", "air_density"});
    out.step("impact_speed", "v", impact ? std::optional(impact->speed_mps) : std::nullopt, "m/s",
             "eq. 6: v = √((2mg/k)·(1 − exp(−hk/m)))", {"mass", "drag_constant", "height"});
    out.step("impact_energy", "E", impact ? std::optional(impact->energy_J) : std::nullopt, "J", "eq. 5: E = ½mv²",
             {"mass", "impact_speed"});
    out.input("half_energy", "b", settings.lethality.half_J, "J", "literature: 50 % die at S_f = 0.5");
    out.input("threshold_energy", "d", settings.lethality.threshold_J, "J", "literature: Dalamagkidis et al.");
    out.step("fatality_rate", "R_f", cost ? std::optional(cost->fatalityRate) : std::nullopt, "",
             "eq. 4: R_f = 1/(1 + √(b/d)·(d/E)^(1/(4·S_f)))",
             {"impact_energy", "half_energy", "threshold_energy", "shelter"});
}

std::optional<double> people(const Settings& settings, Model model, const CellInputs& cell, Explanation* out) {
    const auto shelter = cell.shelter ? cell.shelter : settings.shelterWhereUnknown;
    const auto factor = factorOf(settings, model, cell);
    std::optional<PeopleCost> cost;
    if (cell.people_perKm2 && shelter && factor)
        cost = known(peopleCost(settings.vehicle, settings.height_m, *cell.people_perKm2 * settings.peopleScale,
                                *factor, *shelter, settings.lethality, settings.air));
    if (out != nullptr) {
        out->input("density", "σ", cell.people_perKm2, "1/km²", "population layer at this hour");
        if (settings.peopleScale != 1) out->input("people_scale", "N/Σσ", settings.peopleScale, "", "people conserved");
        out->input("shelter", "S_f", shelter, "",
                   cell.shelter ? "land use: sheltering class" : "setting: assumed where not known");
        Settings one = settings;
        one.model = model;
        explainFactor(one, cell, factor, *out);
        explainFall(settings, cost, *out);
        out->step("people_hit", "N_hit", cost ? std::optional(cost->hits) : std::nullopt, "",
                  model == Model::PeopleUniform ? "eq. 2: N_hit = S_hit·σ·1e-6" : "eq. 3: N_hit = S_hit·φ·σ·1e-6",
                  {"hit_area", "density", "people_scale", "amenity_factor"});
        out->input("crash_rate", "P_crash", settings.vehicle.crashRate_perHour, rate,
                   sourced(settings.vehicle.crashRate));
        out->step("people_risk", "R_p", cost ? std::optional(cost->risk_perFlightHour) : std::nullopt, rate,
                  "eq. 1: R_p = P_crash·N_hit·R_f", {"crash_rate", "people_hit", "fatality_rate"});
    }
    return cost ? std::optional(cost->risk_perFlightHour) : std::nullopt;
}

// ---- traffic
// ---------------------------------------------------------------------------------------------------------

std::optional<TrafficCost> trafficOnRoads(const Settings& settings, const CellInputs& cell) {
    if (!cell.roads) return std::nullopt;
    if (cell.roads->length_km <= 0) return TrafficCost{}; // counted, and no road here
    const RoadPiece all{.vehicles_perKm = cell.roads->vehicles / cell.roads->length_km,
                        .length_km = cell.roads->length_km,
                        .width_m = cell.roads->area_m2 / (cell.roads->length_km * 1000)};
    return known(roadCost(settings.vehicle.crashRate_perHour, settings.carArea_m2, all, settings.deaths));
}

std::optional<TrafficCost> trafficSpread(const Settings& settings, const CellInputs& cell) {
    const auto factor = factorOf(settings, Model::TrafficAmenity, cell);
    if (!cell.vehicles_perKm2 || !factor) return std::nullopt;
    return known(spreadTrafficCost(settings.vehicle.crashRate_perHour, settings.vehicle.body.hitArea_m2,
                                   *cell.vehicles_perKm2, *factor, settings.deaths));
}

void explainTraffic(const Settings& settings, Model model, const CellInputs& cell, std::optional<double> hits,
                    Explanation& out) {
    const char* const counted = settings.trafficReading == TrafficReading::Physical
                                    ? "traffic layer: vehicles per day · share of the hour / mean speed (physical)"
                                    : "traffic layer: vehicles of the whole day at once (preset paper)";
    if (model == Model::TrafficRoad) {
        const auto& roads = cell.roads;
        out.input("vehicles", "N", roads ? std::optional(roads->vehicles) : std::nullopt, "", counted);
        out.input("road_length", "l", roads ? std::optional(roads->length_km) : std::nullopt, "km",
                  "traffic layer: road within the cell");
        out.input("road_area", "S_road", roads ? std::optional(roads->area_m2) : std::nullopt, "m²",
                  "traffic layer: length · width");
        out.input("car_area", "S_car", settings.carArea_m2, "m²", "setting; assumption: a passenger car");
        out.step("vehicles_hit", "N_hit", hits, "", "eq. 8: N_hit = S_car·N/S_road",
                 {"vehicles", "road_area", "car_area"});
        return;
    }
    out.input("vehicle_density", "σ_v", cell.vehicles_perKm2, "1/km²", counted);
    out.input("hit_area", "S_hit", settings.vehicle.body.hitArea_m2, "m²", sourced(settings.vehicle.hitArea));
    Settings one = settings;
    one.model = model;
    explainFactor(one, cell, factorOf(settings, model, cell), out);
    out.step("vehicles_hit", "N_hit", hits, "", "eq. 9: N_hit = S_hit·exp(1 − (r/L)²)·σ_v·1e-6",
             {"vehicle_density", "hit_area", "amenity_factor"});
}

std::optional<double> traffic(const Settings& settings, Model model, const CellInputs& cell, Explanation* out) {
    const auto cost = model == Model::TrafficRoad ? trafficOnRoads(settings, cell) : trafficSpread(settings, cell);
    const auto risk = cost ? std::optional(cost->risk_perFlightHour) : std::nullopt;
    if (out != nullptr) {
        explainTraffic(settings, model, cell, cost ? std::optional(cost->hits) : std::nullopt, *out);
        out->input("crash_rate", "P_crash", settings.vehicle.crashRate_perHour, rate,
                   sourced(settings.vehicle.crashRate));
        out->input("deaths", "R_fv", settings.deaths, "", "as_printed: deaths per accident, 2022");
        out->step("traffic_risk", "R_v", risk, rate, "eq. 7: R_v = P_crash·N_hit·R_fv",
                  {"crash_rate", "vehicles_hit", "deaths"});
    }
    return risk;
}

// ---- buildings
// -------------------------------------------------------------------------------------------------------

std::optional<double> buildingArea(const Settings& settings, const CellInputs& cell, Explanation* out) {
    const auto cost =
        cell.building_m ? known(buildingByArea_perM(*cell.building_m, settings.areaSigma_m)) : std::nullopt;
    if (out != nullptr) {
        out->input("building_distance", "d", cell.building_m, "m", "building layer: to the nearest centre");
        out->input("area_sigma", "σ", settings.areaSigma_m, "m", "as_printed: 8 m, or the setting");
        out->step("building_cost", "R_b", cost, "1/m", "eq. 10: R_b = exp(−d²/(2σ²))/(σ√(2π))",
                  {"building_distance", "area_sigma"});
    }
    return cost;
}

void explainSpread(const Settings& settings, Explanation& out) {
    out.input("height", "h", settings.height_m, "m", "setting: height of the flight above the ground");
    out.input("height_mu", "μ", settings.heights.mu, "ln m", settings.heightsSource);
    out.input("height_sigma", "σ", settings.heights.sigma, "ln m", settings.heightsSource);
}

std::optional<double> buildingHeight(const Settings& settings, Explanation* out) {
    const auto cost = known(buildingByHeight(settings.height_m, settings.heights));
    if (out != nullptr) {
        explainSpread(settings, *out);
        out->step("median_height", "e^μ", std::exp(settings.heights.mu), "m", "eq. 12: constant up to here",
                  {"height_mu"});
        out->step("height_density", "ψ", cost ? std::optional(cost->density_perM) : std::nullopt, "1/m",
                  "eq. 11: ψ(h) = exp(−(ln h − μ)²/(2σ²))/(hσ√(2π))", {"height", "height_mu", "height_sigma"});
        out->step("building_cost", "R_b", cost ? std::optional(cost->risk_perM) : std::nullopt, "1/m",
                  "eq. 12: ψ(e^μ) up to e^μ, ψ(h) above", {"height_density", "median_height"});
    }
    return cost ? std::optional(cost->risk_perM) : std::nullopt;
}

std::optional<double> buildingCombined(const Settings& settings, const CellInputs& cell, Explanation* out) {
    const auto cost = cell.buildings
                          ? known(chanceToMeetAny(*cell.buildings, cell.place, settings.height_m, settings.navigation))
                          : std::nullopt;
    if (out == nullptr) return cost;
    out->input("height", "z", settings.height_m, "m", "setting: height of the flight above the ground");
    out->input("horizontal_error", "σ_xy", settings.navigation.horizontal_m, "m", "setting: navigation error");
    out->input("vertical_error", "σ_z", settings.navigation.vertical_m, "m", "setting: navigation error");
    out->input("buildings_near", "n",
               cell.buildings ? std::optional(static_cast<double>(cell.buildings->size())) : std::nullopt, "",
               "building layer: within reach of the navigation error");
    // The building that counts most stands for the product.
    const Building* most = nullptr;
    double greatest = -1;
    for (const Building& building : cell.buildings.value_or(std::span<const Building>{}))
        if (const double met = chanceToMeet(building, cell.place, settings.height_m, settings.navigation);
            met > greatest) {
            greatest = met;
            most = &building;
        }
    if (most != nullptr) {
        out->input("building_height", "H_j", most->height_m, "m", "building layer: the one that counts most");
        out->input("building_footprint", "A_j", most->footprint_m2, "m²", "building layer: the one that counts most");
        out->step("greatest_chance", "g_j·q_j", greatest, "",
                  "4.4: g = exp(−(d − ρ)²/(2σ_xy²)), q = 1 − Φ((z − H)/σ_z)",
                  {"height", "horizontal_error", "vertical_error", "building_height", "building_footprint"});
    }
    out->step("building_cost", "R", cost, "", "4.4: R = 1 − Π(1 − g_j·q_j)", {"buildings_near", "greatest_chance"});
    return cost;
}

std::optional<double> buildingCover(const Settings& settings, const CellInputs& cell, Explanation* out) {
    const auto cost =
        cell.cover ? known(chanceByCover(settings.height_m, *cell.cover, settings.heights)) : std::nullopt;
    if (out != nullptr) {
        explainSpread(settings, *out);
        out->input("cover", "κ", cell.cover, "", "building layer: share of the cell that is built over");
        out->step("building_cost", "R", cost, "", "4.4: R = κ·(1 − Φ((ln z − μ)/σ))",
                  {"cover", "height", "height_mu", "height_sigma"});
    }
    return cost;
}

std::optional<double> sheltering(const Settings& settings, const CellInputs& cell, Explanation* out) {
    const auto factor = cell.shelter ? cell.shelter : settings.shelterWhereUnknown;
    if (out != nullptr) {
        out->input("shelter", "S_f", factor, "",
                   cell.shelter ? "land use: mean over those who are there" : "setting: assumed where not known");
        out->step("sheltering", "S_f", factor, "",
                  "table 1: none 0, trees 0.25, low-rise 0.5, high-rise 0.75, industrial 1", {"shelter"});
    }
    return factor;
}

std::optional<double> single(const Settings& settings, Model model, const CellInputs& cell, Explanation* out) {
    switch (kindOf(model)) {
    case Kind::People:
        return people(settings, model, cell, out);
    case Kind::Traffic:
        return traffic(settings, model, cell, out);
    default:
        break;
    }
    if (model == Model::Sheltering) return sheltering(settings, cell, out);
    if (model == Model::BuildingArea) return buildingArea(settings, cell, out);
    if (model == Model::BuildingHeight) return buildingHeight(settings, out);
    if (model == Model::BuildingCombined) return buildingCombined(settings, cell, out);
    return buildingCover(settings, cell, out);
}

std::optional<double> sum(const Settings& settings, const CellInputs& cell, Explanation* out) {
    const SumOf& of = settings.sum;
    Costs costs;
    bool judged = true;
    const auto add = [&](const std::optional<Model>& model, std::optional<double>& cost) {
        if (!model) return;
        cost = single(settings, *model, cell, out);
        judged = judged && cost;
    };
    add(of.people, costs.people_perFlightHour);
    add(of.traffic, costs.traffic_perFlightHour);
    add(of.building, costs.building);
    const auto total = judged ? known(weightedSum(costs, of.weights)) : std::nullopt;
    if (out != nullptr) {
        if (of.people) out->input("weight_people", "w_p", of.weights.people, "", "stated weight");
        if (of.traffic) out->input("weight_traffic", "w_v", of.weights.traffic, "", "stated weight");
        if (of.building) out->input("weight_buildings", "w_b", of.weights.buildings, "", "stated weight");
        out->step(
            "weighted_sum", "R", total, "weighted", "R = w_p·R_p + w_v·R_v + w_b·R_b",
            {"weight_people", "people_risk", "weight_traffic", "traffic_risk", "weight_buildings", "building_cost"});
    }
    return total;
}

Result<void> checkSum(const SumOf& sum) {
    if (!sum.people && !sum.traffic && !sum.building)
        return fail("NO_MODEL", "a sum names at least one model to add", "sum");
    const auto wrong = [](const std::optional<Model>& model, Kind kind) { return model && kindOf(*model) != kind; };
    if (wrong(sum.people, Kind::People)) return fail("NO_MODEL", "not a model of people", "sum.people");
    if (wrong(sum.traffic, Kind::Traffic)) return fail("NO_MODEL", "not a model of traffic", "sum.traffic");
    if (wrong(sum.building, Kind::Building)) return fail("NO_MODEL", "not a model of buildings", "sum.building");
    const auto nothing = [](const std::optional<Model>& model) { return model ? std::optional(0.0) : std::nullopt; };
    return weightedSum({nothing(sum.people), nothing(sum.traffic), nothing(sum.building)}, sum.weights)
        .transform([](double) {});
}

Result<void> checkFall(const Settings& settings) {
    return impactOf(settings.vehicle.body, settings.height_m, settings.air)
        .and_then([&](const Impact& impact) {
            return fatalityRate(impact.energy_J, settings.shelterWhereUnknown.value_or(1), settings.lethality);
        })
        .transform([](double) {});
}

} // namespace

std::string_view toString(Model model) {
    const auto found = std::ranges::find(modelNames, model, &std::pair<Model, std::string_view>::first);
    return found == modelNames.end() ? "" : found->second;
}

std::optional<Model> modelFromString(std::string_view name) {
    const auto found = std::ranges::find(modelNames, name, &std::pair<Model, std::string_view>::second);
    return found == modelNames.end() ? std::nullopt : std::optional(found->first);
}

Unit unitOf(Model model) {
    switch (kindOf(model)) {
    case Kind::People:
    case Kind::Traffic:
        return Unit::FatalitiesPerFlightHour;
    case Kind::Sum:
        return Unit::Weighted;
    case Kind::Layer:
        return Unit::Factor;
    case Kind::Building:
        break;
    }
    return model == Model::BuildingArea || model == Model::BuildingHeight ? Unit::PerMetre : Unit::Chance;
}

std::string_view toString(Unit unit) {
    switch (unit) {
    case Unit::FatalitiesPerFlightHour:
        return "1/h";
    case Unit::PerMetre:
        return "1/m";
    case Unit::Chance:
        return "1";
    case Unit::Factor:
        return "factor";
    case Unit::Weighted:
        return "weighted";
    }
    return "";
}

std::span<const ShelterClass> shelterClasses() {
    static constexpr std::array classes{
        ShelterClass{"none", 0},         ShelterClass{"trees", 0.25},     ShelterClass{"low_rise", 0.5},
        ShelterClass{"high_rise", 0.75}, ShelterClass{"industrial", 1.0},
    };
    return classes;
}

Result<void> check(const Settings& settings) {
    auto fine = check(
        {anyNumber("time", settings.moment.timeOfDay_s), notNegative("people_scale", settings.peopleScale),
         notNegative("p_crash", settings.vehicle.crashRate_perHour),
         aboveZero("amenity_scale_km", settings.amenityScale_km), notNegative("amenity_floor", settings.amenityFloor),
         notNegative("s_car", settings.carArea_m2), notNegative("r_fv", settings.deaths),
         aboveZero("area_sigma_m", settings.areaSigma_m), aboveZero("sigma", settings.heights.sigma),
         anyNumber("mu", settings.heights.mu), notNegative("sigma_xy", settings.navigation.horizontal_m),
         notNegative("sigma_z", settings.navigation.vertical_m)});
    if (!fine) return fine;
    for (const double weight : settings.trafficWeights)
        if (fine = check({notNegative("traffic_weights", weight)}); !fine) return fine;
    if (fine = checkFall(settings); !fine) return fine;
    const bool byHeight = settings.model == Model::BuildingHeight || settings.sum.building == Model::BuildingHeight;
    if (byHeight && settings.height_m <= 0)
        return fail("INVALID_ARGUMENT", "the height type is for flights above the ground: a height above 0 m",
                    "height");
    return settings.model == Model::Sum ? checkSum(settings.sum) : Result<void>{};
}

Settings printedSettings(Model model) {
    Settings settings;
    settings.model = model;
    settings.vehicle = vehicles().front();
    settings.heights = {std::log(printedMeanHeight_m), printedHeightDeviation};
    settings.heightsSource = "as_printed: mean 8.42 m, deviation 1.347, read as log_sd";
    return settings;
}

std::optional<double> costOf(const Settings& settings, const CellInputs& cell, Explanation* explanation) {
    return settings.model == Model::Sum ? sum(settings, cell, explanation)
                                        : single(settings, settings.model, cell, explanation);
}

} // namespace haneul::risk::ground
