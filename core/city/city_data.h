#pragma once

#include "core/city/layers.h"

#include <memory>
#include <span>

namespace haneul::city {

// All that is known of the ground. Sound layers (see check); of one kind the later stand before the earlier, and what
// was measured before what is made up.
struct CityLayers {
    std::vector<PopulationGrid> populationGrids;
    std::vector<PopulationAreas> populationAreas; // asked where no grid knows
    std::vector<LandUseGrid> landUse;
    std::vector<TrafficCounts> traffic;
    std::vector<Buildings> buildings;
    std::vector<Amenities> amenities;
};

// Answers point into the CityData they come from and live as long as it or a copy of it.
struct Density {
    std::optional<double> people_per_km2; // nullopt: unknown there
    const Provenance* from = nullptr;     // of a known one
};

struct LandUseHere {
    const LandUseGrid* layer = nullptr;
    Cell cell; // whose shares are known
};

struct BuildingHere {
    const Building* building = nullptr;
    const Provenance* from = nullptr;
    geo::LatLon centre;
    double area_m2 = 0;

    bool operator==(const BuildingHere&) const = default;
};

struct RoadHere {
    const RoadPiece* piece = nullptr;
    const Provenance* from = nullptr;
    double length_m = 0; // within the box that was asked for
};

struct AmenityHere {
    const Amenity* amenity = nullptr;
    const Provenance* from = nullptr;
    double distance_km = 0; // 0: inside
};

// What lies in one box (a cell of a risk map).
struct BoxFacts {
    double area_km2 = 0;
    std::optional<double> people_per_km2; // mean over the part where it is known
    double peopleKnownShare = 0;          // 0..1 of the box; looked at in 5 x 5 places
    std::vector<RoadHere> roads;
    std::vector<BuildingHere> buildings; // that reach into it
    double coverShare = 0;               // 0..1 of the box under buildings, where they do not overlap each other
};

// Everything about a city, found by place: built once, then only read, from any number of threads. Copies share it.
class CityData {
public:
    CityData(); // knows nothing
    explicit CityData(CityLayers layers);

    [[nodiscard]] const CityLayers& layers() const;
    [[nodiscard]] bool empty() const;
    // Any layer is made up: must be shown wherever a number made of this is shown.
    [[nodiscard]] bool synthetic() const;
    [[nodiscard]] std::vector<Provenance> provenances() const; // of all layers, in the order of CityLayers

    [[nodiscard]] Density densityAt(geo::LatLon point) const;
    [[nodiscard]] std::optional<LandUseHere> landUseAt(geo::LatLon point) const;

    // Buildings whose outline's box meets the box, in the order of the layers.
    [[nodiscard]] std::vector<BuildingHere> buildingsIn(const geo::Box& box) const;
    // Buildings whose outline is within `radius_m` of the point.
    [[nodiscard]] std::vector<BuildingHere> buildingsNear(geo::LatLon point, double radius_m) const;
    // The one that the point is in; of several the highest, of which one without a height is taken as the highest.
    [[nodiscard]] std::optional<BuildingHere> buildingAt(geo::LatLon point) const;

    [[nodiscard]] std::vector<RoadHere> roadsIn(const geo::Box& box) const;
    // Amenities at most `distance_km` away, the nearest first.
    [[nodiscard]] std::vector<AmenityHere> amenitiesNear(geo::LatLon point, double distance_km) const;

    [[nodiscard]] BoxFacts factsOf(const geo::Box& box) const;

private:
    struct Index;
    std::shared_ptr<const Index> m_index;
};

// A box around a point that holds every place within `radius_m`.
[[nodiscard]] geo::Box boxAround(geo::LatLon point, double radius_m);
// Exact enough (1 in 10,000) up to some 10 km; inside: 0.
[[nodiscard]] double distance_m(const geo::Polygon& polygon, geo::LatLon point);

} // namespace haneul::city
