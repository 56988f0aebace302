#pragma once

#include "core/risk/ground/amenities.h"
#include "core/risk/ground/cell.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// What is known of the ground, in metres of one local frame, and how cells read it.
namespace haneul::risk::ground {

struct Box_m {
    Place_m southWest, northEast;

    bool operator==(const Box_m&) const = default;
};

struct PlacedAmenity {
    Amenity weekday;
    HourlyWeights weekendActivity = alwaysOne;
};

struct PlacedRoad {
    std::vector<Place_m> line;
    double roadLength_km = 0; // of the whole road of that name: what preset `paper` divides by
    std::optional<double> width_m, vehicles_perDay, speed_kmh;
};

struct PlacedBuilding {
    Place_m centre;
    double footprint_m2 = 0;
    std::optional<double> height_m;
    std::vector<Place_m> outline;
};

struct Residents {
    std::optional<double> people_perKm2; // at the moment
    std::optional<double> shelter;
};

struct PictureParts {
    // Who is at a place. Writes its own inputs into an explanation. Empty: nothing is known anywhere.
    std::function<Residents(Place_m, const Moment&, Explanation*)> residents;
    // nullopt: there is no such layer, which is not the same as nothing there.
    std::optional<std::vector<PlacedAmenity>> amenities;
    std::optional<std::vector<PlacedRoad>> roads;
    std::optional<std::vector<PlacedBuilding>> buildings;
    std::string revision;                // changes when anything above does: part of the key of cached tiles
    std::vector<std::string> provenance; // one line per layer: name, source, date
    bool synthetic = false;              // any layer is made up
};

// Read-only once made; copies share what they hold.
class Picture {
public:
    explicit Picture(PictureParts parts);

    [[nodiscard]] const PictureParts& parts() const { return m_index->parts; }

    // Whether the layer says anything there: outside the box around all that is in it, nobody has looked.
    [[nodiscard]] bool roadsKnownAt(Place_m place) const;
    [[nodiscard]] bool buildingsKnownAt(Place_m place) const;
    // nullopt: there is no building layer, or no building in it.
    [[nodiscard]] std::optional<double> nearestBuilding_m(Place_m place) const;
    // Mean and deviation of ln(height) of all buildings whose height is known; nullopt: fewer than two, or all alike.
    [[nodiscard]] std::optional<HeightSpread> heightSpread() const;

private:
    struct Index {
        PictureParts parts;
        std::optional<Box_m> roadsBox, buildingsBox;
        double bucket_m = 50;
        Place_m southWest;
        std::size_t columns = 0, rows = 0;
        std::vector<std::vector<std::uint32_t>> buckets; // of building centres
    };

    static std::shared_ptr<const Index> indexed(PictureParts parts);

    std::shared_ptr<const Index> m_index;
};

// Reads the cells of one stretch of ground: looks up once what any of them can need.
class CellReader {
public:
    // `within` covers the cells that will be asked for, edges included. The picture must outlive it.
    CellReader(const Picture& picture, const Settings& settings, const Box_m& within, double cell_m);
    ~CellReader();
    CellReader(const CellReader&) = delete;
    CellReader& operator=(const CellReader&) = delete;

    // `nearAmenity`: find the distance to the nearest amenity, whether the model asks for it or not. What spans point
    // to lives until the next call.
    [[nodiscard]] CellInputs at(Place_m centre, bool nearAmenity = false, Explanation* explanation = nullptr);

private:
    struct Stretch;
    std::unique_ptr<Stretch> m_stretch;
};

} // namespace haneul::risk::ground
