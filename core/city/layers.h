#pragma once

#include "core/base/provenance.h"
#include "core/city/cell_grid.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <variant>

// What stands and lives on the ground, each set with where it comes from. Unknown is never 0: a cell without a value, a
// building without a height and a road without a count are told apart from empty, flat and quiet ones.
namespace haneul::city {

// How much a roof shelters (paper 003, table 1); the factor S_f is 0, 0.25, 0.5, 0.75, 1 in this order.
enum class Sheltering : std::uint8_t { None, Trees, LowRise, HighRise, Industrial };
[[nodiscard]] double shelteringFactor(Sheltering sheltering);
[[nodiscard]] std::string_view
toString(Sheltering sheltering); // "none", "trees", "low_rise", "high_rise", "industrial"
[[nodiscard]] std::optional<Sheltering> shelteringFromString(std::string_view name);

// Weights of the full hours 0..23 of local time, on workdays (Monday to Friday) and at the weekend.
struct DayWeights {
    std::array<double, 24> weekday{};
    std::array<double, 24> weekend{};

    bool operator==(const DayWeights&) const = default;
};

// People per km2 in cells.
struct PopulationGrid {
    Provenance provenance;
    CellGrid grid;
    std::vector<float> people_per_km2; // by CellGrid::indexOf; NaN: unknown. Read it through densityOf.

    [[nodiscard]] std::optional<double> densityOf(Cell cell) const;
};

// People by areas that somebody else drew (districts).
struct PopulationArea {
    std::string name;
    geo::Polygon outline;
    std::optional<double> people_per_km2;

    bool operator==(const PopulationArea&) const = default;
};

struct PopulationAreas {
    Provenance provenance;
    std::vector<PopulationArea> areas;
};

// A kind of ground: how many people are there on average, and when. The mean of each 24 weights is 1.
struct LandUseClass {
    std::string name; // "residential"
    double people_per_km2 = 0;
    DayWeights weights;
    std::optional<Sheltering> sheltering; // what usually covers people there

    bool operator==(const LandUseClass&) const = default;
};

// Shares of land-use classes in cells; known shares of a cell add up to 1.
struct LandUseGrid {
    Provenance provenance;
    CellGrid grid;
    std::vector<LandUseClass> classes;
    std::vector<float> shares; // classes.size() for each cell, by CellGrid::indexOf; NaN: unknown. See sharesOf.

    // Shares in the order of `classes`; empty: unknown.
    [[nodiscard]] std::vector<double> sharesOf(Cell cell) const;
};

// A piece of road where vehicles were counted.
struct RoadPiece {
    std::string name;
    std::vector<geo::LatLon> line; // at least two points
    std::optional<double> width_m; // of the whole carriageway
    std::optional<int> lanes;      // of both directions
    std::optional<double> vehicles_per_day;
    std::optional<double> speed_kmh; // mean speed of the traffic

    bool operator==(const RoadPiece&) const = default;
};

struct TrafficCounts {
    Provenance provenance;
    std::vector<RoadPiece> pieces;
};

// A lane where no width is known (m).
inline constexpr double usualLane_m = 3.25;
// The width, else lanes times usualLane_m, else unknown.
[[nodiscard]] std::optional<double> widthOf_m(const RoadPiece& piece);

struct Building {
    std::string name;
    geo::Polygon outline;
    std::optional<double> height_m; // above the ground; nullopt: not known, which is not "low"
    std::optional<Sheltering> sheltering;

    bool operator==(const Building&) const = default;
};

struct Buildings {
    Provenance provenance;
    std::vector<Building> buildings;
};

// A place that draws people, as a point or as an area (DOMAIN 4.4).
struct Amenity {
    std::string name;
    std::string kind;                                // "school", "hospital", "stadium", ...
    std::variant<geo::LatLon, geo::Polygon> shape;   // where it is
    std::variant<double, DayWeights> activity = 1.0; // 0..1, always or by the hour
    double range_km = 1;                             // L: how far it draws

    bool operator==(const Amenity&) const = default;
};

struct Amenities {
    Provenance provenance;
    std::vector<Amenity> amenities;
};

// Codes: BAD_GRID; BAD_LAYER (a number of values that is not that of the cells, a density, share, weight, width, count,
// speed, height, activity or range out of its range, shares that do not add up to 1 within 0.01, weights whose mean is
// not 1 within 0.001); BAD_AREA. `where` names the cell or the member: "buildings[12].height_m".
[[nodiscard]] Result<void> check(const PopulationGrid& layer);
[[nodiscard]] Result<void> check(const PopulationAreas& layer);
[[nodiscard]] Result<void> check(const LandUseGrid& layer);
[[nodiscard]] Result<void> check(const TrafficCounts& layer);
[[nodiscard]] Result<void> check(const Buildings& layer);
[[nodiscard]] Result<void> check(const Amenities& layer);

// Of one of them, for readers that go on after a bad one.
[[nodiscard]] Result<void> check(const PopulationArea& area);
[[nodiscard]] Result<void> check(const RoadPiece& piece);
[[nodiscard]] Result<void> check(const Building& building);
[[nodiscard]] Result<void> check(const Amenity& amenity);

// What a number of a layer may be.
struct Bounds {
    std::string_view member;
    double least = 0, greatest = 0;
};

[[nodiscard]] const Bounds* boundsOf(std::string_view member); // of the members of the layers; null: it has none

inline constexpr double greatestDensity_per_km2 = 2e6; // Dharavi has 0.4e6; above it a unit is wrong
inline constexpr double greatestBuilding_m = 1000;
inline constexpr double greatestWidth_m = 200;
inline constexpr double greatestCount_per_day = 1e6;
inline constexpr double greatestRange_km = 50;

// Area on the ground in m2, of a polygon the size of a city or less; holes are not counted.
[[nodiscard]] double area_m2(const geo::Polygon& polygon);
// Centre of gravity of the outer ring (of one without extent: the mean of its points).
[[nodiscard]] geo::LatLon centreOf(const geo::Polygon& polygon);
[[nodiscard]] double length_m(const std::vector<geo::LatLon>& line);

} // namespace haneul::city
