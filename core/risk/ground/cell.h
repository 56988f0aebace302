#pragma once

#include "core/base/error.h"
#include "core/risk/ground/buildings.h"
#include "core/risk/ground/day.h"
#include "core/risk/ground/explain.h"
#include "core/risk/ground/impact.h"
#include "core/risk/ground/people.h"
#include "core/risk/ground/traffic.h"
#include "core/risk/ground/vehicles.h"
#include "core/risk/ground/weights.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// The cost of one cell of a risk map: all models behind one call.
namespace haneul::risk::ground {

enum class Model {
    PeopleUniform,     // eqs. 1, 2, 4
    PeopleAmenity,     // eq. 3
    PeopleAmenityArea, // amenities as areas with hours
    TrafficRoad,       // eqs. 7, 8
    TrafficAmenity,    // eqs. 7, 9
    BuildingArea,      // eq. 10
    BuildingHeight,    // eqs. 11, 12
    BuildingCombined,  // area and height together
    BuildingCover,     // share built over and spread of heights
    Sheltering,        // S_f itself, as a layer
    Sum,               // weighted
};
inline constexpr std::array allModels{
    Model::PeopleUniform, Model::PeopleAmenity,  Model::PeopleAmenityArea, Model::TrafficRoad,   Model::TrafficAmenity,
    Model::BuildingArea,  Model::BuildingHeight, Model::BuildingCombined,  Model::BuildingCover, Model::Sheltering,
    Model::Sum,
};
[[nodiscard]] std::string_view toString(Model model); // "people_uniform"
[[nodiscard]] std::optional<Model> modelFromString(std::string_view name);

// What one unit of the value is.
enum class Unit {
    FatalitiesPerFlightHour,
    PerMetre, // a probability density
    Chance,   // to meet a building, 0 to 1
    Factor,   // a number without a unit
    Weighted, // sum of costs by stated weights
};
[[nodiscard]] Unit unitOf(Model model);
[[nodiscard]] std::string_view toString(Unit unit); // "1/h", "1/m", "1", "factor", "weighted"

// Roof over people: share of the energy that a shelter takes (the paper's table 1).
struct ShelterClass {
    std::string_view name; // "none", "trees", "low_rise", "high_rise", "industrial"
    double factor;
};

[[nodiscard]] std::span<const ShelterClass> shelterClasses();

struct Moment {
    DayType day = DayType::Weekday;
    double timeOfDay_s = 12 * 3600.0; // local

    bool operator==(const Moment&) const = default;
};

enum class TrafficReading {
    Physical,  // count x share of the hour / speed
    AsPrinted, // the whole day's count on the road at once (preset `paper`)
};

// The models that a sum adds, and how much each counts.
struct SumOf {
    std::optional<Model> people, traffic, building;
    Weights weights;

    bool operator==(const SumOf&) const = default;
};

struct Settings {
    Model model = Model::PeopleUniform;
    Vehicle vehicle;
    double height_m = 100; // of the flight above the ground
    Moment moment;
    Lethality lethality;
    Air air;
    double peopleScale = 1;                    // see Picture::peopleIn: keeps their number over the day
    std::optional<double> shelterWhereUnknown; // an assumption of the user's; none: not judged there
    double amenityScale_km = 1;                // L of eqs. 3 and 9
    double amenityFloor = 0;
    double carArea_m2 = 8; // S_car
    double deaths = deathsPerAccident;
    TrafficReading trafficReading = TrafficReading::Physical;
    HourlyWeights trafficWeights = alwaysOne; // of the hours, mean 1
    double areaSigma_m = ground::areaSigma_m;
    HeightSpread heights;      // of buildings; mu and sigma
    std::string heightsSource; // in words: "mean 8.42 m, 1.347, log_sd"
    NavigationError navigation;
    SumOf sum;
};

// INVALID_ARGUMENT as the models themselves would say; WEIGHT_NOT_STATED; NO_MODEL (a sum of nothing, or of a model
// that is not of that kind).
[[nodiscard]] Result<void> check(const Settings& settings);

// The paper's constants: mean height 8.42 m, deviation 1.347, read as `log_sd`, and the Phantom 4.
[[nodiscard]] Settings printedSettings(Model model);

// All that the models ask of one cell. What is not known there is nullopt: no data is not nobody.
struct CellInputs {
    Place_m place;                       // its centre
    std::optional<double> people_perKm2; // at the moment
    std::optional<double> shelter;       // S_f
    std::optional<double> amenity_m;     // to the nearest
    std::optional<double> amenityFactor; // phi

    struct Roads {
        double vehicles = 0; // on the pieces within the cell at one time
        double length_km = 0;
        double area_m2 = 0;
    };

    std::optional<Roads> roads; // nullopt: not counted or not wide for sure
    std::optional<double> vehicles_perKm2;
    std::optional<double> building_m;                   // to the nearest centre
    std::optional<std::span<const Building>> buildings; // that can be met here
    std::optional<double> cover;                        // share built over
};

// nullopt: not judged, because something it needs is not known. `settings` are sound (see check). With an explanation
// every value on the way is written into it, and of what is not known that it is not.
[[nodiscard]] std::optional<double> costOf(const Settings& settings, const CellInputs& cell,
                                           Explanation* explanation = nullptr);

} // namespace haneul::risk::ground
