#include "core/city/city_data.h"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <ranges>

namespace haneul::city {

namespace {

namespace bg = boost::geometry;
using Corner = bg::model::d2::point_xy<double>;
using Rectangle = bg::model::box<Corner>;

// One of a layer's things: the number of the layer and the number in it.
struct Key {
    std::size_t layer = 0;
    std::size_t item = 0;

    auto operator<=>(const Key&) const = default;
};

using Entry = std::pair<Rectangle, Key>;
using Tree = bg::index::rtree<Entry, bg::index::rstar<16>>;

struct Flat {
    double x = 0, y = 0;
};

using FlatRing = std::vector<Flat>;

// Metres east and north of a place.
class FlatFrame {
public:
    explicit FlatFrame(geo::LatLon origin)
        : m_origin(origin)
        , m_scale(metresPerDegree(origin.latitude_deg)) {}

    [[nodiscard]] Flat operator()(geo::LatLon point) const {
        return {std::remainder(point.longitude_deg - m_origin.longitude_deg, 360.0) * m_scale.east,
                (point.latitude_deg - m_origin.latitude_deg) * m_scale.north};
    }

    [[nodiscard]] FlatRing operator()(const std::vector<geo::LatLon>& points) const {
        FlatRing ring;
        ring.reserve(points.size());
        for (const geo::LatLon point : points)
            ring.push_back((*this)(point));
        return ring;
    }

private:
    geo::LatLon m_origin;
    MetresPerDegree m_scale;
};

Rectangle rectangleOf(const std::vector<geo::LatLon>& points) {
    Rectangle rectangle;
    bg::assign_inverse(rectangle);
    for (const geo::LatLon point : points)
        bg::expand(rectangle, Corner(point.longitude_deg, point.latitude_deg));
    return rectangle;
}

Rectangle rectangleOf(const Amenity& amenity) {
    if (const auto* const point = std::get_if<geo::LatLon>(&amenity.shape)) return rectangleOf(std::vector{*point});
    return rectangleOf(std::get<geo::Polygon>(amenity.shape).outer);
}

std::vector<Rectangle> rectanglesOf(const geo::Box& box) {
    if (box.west_deg <= box.east_deg) return {Rectangle({box.west_deg, box.south_deg}, {box.east_deg, box.north_deg})};
    return {Rectangle({box.west_deg, box.south_deg}, {180, box.north_deg}),
            Rectangle({-180, box.south_deg}, {box.east_deg, box.north_deg})};
}

std::vector<Key> keysIn(const Tree& tree, const geo::Box& box) {
    std::vector<Key> keys;
    for (const Rectangle& rectangle : rectanglesOf(box))
        for (auto found = tree.qbegin(bg::index::intersects(rectangle)); found != tree.qend(); ++found)
            keys.push_back(found->second);
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    return keys;
}

bool holds(const FlatRing& ring, Flat p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Flat &a = ring[i], &b = ring[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
}

double distanceToEdge(Flat a, Flat b, Flat p) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double share = squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - share * dx, p.y - a.y - share * dy);
}

double distanceToRing(const FlatRing& ring, Flat p) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < ring.size(); ++i)
        least = std::min(least, distanceToEdge(ring[i], ring[(i + 1) % ring.size()], p));
    return least;
}

bool contains(const geo::Polygon& polygon, geo::LatLon point) {
    const FlatFrame frame(point);
    if (!holds(frame(polygon.outer), {})) return false;
    return std::ranges::none_of(polygon.holes, [&](const auto& hole) { return holds(frame(hole), {}); });
}

double distance_km(const Amenity& amenity, geo::LatLon point) {
    if (const auto* const place = std::get_if<geo::LatLon>(&amenity.shape)) {
        const Flat there = FlatFrame(point)(*place);
        return std::hypot(there.x, there.y) / 1000;
    }
    return distance_m(std::get<geo::Polygon>(amenity.shape), point) / 1000;
}

// A box in metres: south-west corner at 0, 0 of a frame around it.
struct FlatBox {
    FlatFrame frame;
    double wide = 0, high = 0;

    explicit FlatBox(const geo::Box& box)
        : frame({box.south_deg, box.west_deg})
        , wide(frame({box.south_deg, box.east_deg}).x)
        , high(frame({box.north_deg, box.west_deg}).y) {}
};

// The part of a segment inside the box (Liang and Barsky), in metres.
double lengthInside(const FlatBox& box, Flat a, Flat b) {
    double from = 0, to = 1;
    const double dx = b.x - a.x, dy = b.y - a.y;
    const auto cut = [&](double step, double room) { // step * t <= room
        if (step == 0) return room >= 0;
        const double t = room / step;
        if (step < 0)
            from = std::max(from, t);
        else
            to = std::min(to, t);
        return from <= to;
    };
    if (!cut(-dx, a.x) || !cut(dx, box.wide - a.x) || !cut(-dy, a.y) || !cut(dy, box.high - a.y)) return 0;
    return (to - from) * std::hypot(dx, dy);
}

// One side of Sutherland and Hodgman: keeps what has `inside` >= 0.
template <class Side>
FlatRing cutBy(const FlatRing& ring, Side inside) {
    FlatRing kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Flat a = ring[i], b = ring[(i + 1) % ring.size()];
        const double ia = inside(a), ib = inside(b);
        if (ia >= 0) kept.push_back(a);
        if ((ia >= 0) != (ib >= 0)) {
            const double t = ia / (ia - ib);
            kept.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        }
    }
    return kept;
}

double areaInside_m2(const FlatBox& box, FlatRing ring) {
    ring = cutBy(ring, [](Flat p) { return p.x; });
    ring = cutBy(ring, [&](Flat p) { return box.wide - p.x; });
    ring = cutBy(ring, [](Flat p) { return p.y; });
    ring = cutBy(ring, [&](Flat p) { return box.high - p.y; });
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Flat a = ring[i], b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

double areaInside_m2(const FlatBox& box, const geo::Polygon& polygon) {
    double area = areaInside_m2(box, box.frame(polygon.outer));
    for (const auto& hole : polygon.holes)
        area -= areaInside_m2(box, box.frame(hole));
    return std::max(0.0, area);
}

template <class Layers, class Items>
Tree treeOf(const Layers& layers, Items items) {
    std::vector<Entry> entries;
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        const auto& list = layers[layer].*items;
        for (std::size_t item = 0; item < list.size(); ++item) {
            if constexpr (requires { list[item].outline; })
                entries.emplace_back(rectangleOf(list[item].outline.outer), Key{layer, item});
            else if constexpr (requires { list[item].line; })
                entries.emplace_back(rectangleOf(list[item].line), Key{layer, item});
            else
                entries.emplace_back(rectangleOf(list[item]), Key{layer, item});
        }
    }
    return Tree(entries);
}

} // namespace

struct CityData::Index {
    CityLayers layers;
    Tree areas, roads, buildings, amenities;
    std::vector<std::vector<BuildingHere>> facts; // of each layer's buildings

    explicit Index(CityLayers own)
        : layers(std::move(own))
        , areas(treeOf(layers.populationAreas, &PopulationAreas::areas))
        , roads(treeOf(layers.traffic, &TrafficCounts::pieces))
        , buildings(treeOf(layers.buildings, &Buildings::buildings))
        , amenities(treeOf(layers.amenities, &Amenities::amenities)) {
        for (const Buildings& layer : layers.buildings) {
            auto& list = facts.emplace_back();
            list.reserve(layer.buildings.size());
            for (const Building& building : layer.buildings)
                list.push_back(
                    {&building, &layer.provenance, centreOf(building.outline), city::area_m2(building.outline)});
        }
    }
};

CityData::CityData()
    : CityData(CityLayers{}) {}

CityData::CityData(CityLayers layers)
    : m_index(std::make_shared<const Index>(std::move(layers))) {}

const CityLayers& CityData::layers() const {
    return m_index->layers;
}

bool CityData::empty() const {
    return provenances().empty();
}

bool CityData::synthetic() const {
    return std::ranges::any_of(provenances(), &Provenance::synthetic);
}

std::vector<Provenance> CityData::provenances() const {
    std::vector<Provenance> all;
    const auto add = [&](const auto& layers) {
        for (const auto& layer : layers)
            all.push_back(layer.provenance);
    };
    const CityLayers& own = m_index->layers;
    add(own.populationGrids);
    add(own.populationAreas);
    add(own.landUse);
    add(own.traffic);
    add(own.buildings);
    add(own.amenities);
    return all;
}

Density CityData::densityAt(geo::LatLon point) const {
    const CityLayers& own = m_index->layers;
    const geo::Box here{point.latitude_deg, point.longitude_deg, point.latitude_deg, point.longitude_deg};
    const std::vector<Key> keys = keysIn(m_index->areas, here);
    for (const bool synthetic : {false, true}) {
        for (const PopulationGrid& layer : own.populationGrids | std::views::reverse) {
            if (layer.provenance.synthetic != synthetic) continue;
            const std::optional<Cell> cell = layer.grid.cellOf(point);
            const std::optional<double> density = cell ? layer.densityOf(*cell) : std::nullopt;
            if (density) return {density, &layer.provenance};
        }
        for (const Key key : keys | std::views::reverse) {
            const PopulationAreas& layer = own.populationAreas[key.layer];
            const PopulationArea& area = layer.areas[key.item];
            if (layer.provenance.synthetic != synthetic || !area.people_per_km2) continue;
            if (contains(area.outline, point)) return {area.people_per_km2, &layer.provenance};
        }
    }
    return {};
}

std::optional<LandUseHere> CityData::landUseAt(geo::LatLon point) const {
    for (const LandUseGrid& layer : m_index->layers.landUse | std::views::reverse)
        if (const std::optional<Cell> cell = layer.grid.cellOf(point); cell && !layer.sharesOf(*cell).empty())
            return LandUseHere{&layer, *cell};
    return std::nullopt;
}

std::vector<BuildingHere> CityData::buildingsIn(const geo::Box& box) const {
    std::vector<BuildingHere> found;
    for (const Key key : keysIn(m_index->buildings, box))
        found.push_back(m_index->facts[key.layer][key.item]);
    return found;
}

std::vector<BuildingHere> CityData::buildingsNear(geo::LatLon point, double radius_m) const {
    std::vector<BuildingHere> found = buildingsIn(boxAround(point, radius_m));
    std::erase_if(found,
                  [&](const BuildingHere& here) { return distance_m(here.building->outline, point) > radius_m; });
    return found;
}

std::optional<BuildingHere> CityData::buildingAt(geo::LatLon point) const {
    const auto height_m = [](const BuildingHere& here) {
        return here.building->height_m.value_or(std::numeric_limits<double>::infinity());
    };
    std::optional<BuildingHere> highest;
    for (const BuildingHere& here :
         buildingsIn({point.latitude_deg, point.longitude_deg, point.latitude_deg, point.longitude_deg}))
        if (contains(here.building->outline, point) && (!highest || height_m(here) > height_m(*highest)))
            highest = here;
    return highest;
}

std::vector<RoadHere> CityData::roadsIn(const geo::Box& box) const {
    const FlatBox flat(box);
    std::vector<RoadHere> found;
    for (const Key key : keysIn(m_index->roads, box)) {
        const TrafficCounts& layer = m_index->layers.traffic[key.layer];
        const RoadPiece& piece = layer.pieces[key.item];
        const FlatRing line = flat.frame(piece.line);
        double length_m = 0;
        for (std::size_t i = 1; i < line.size(); ++i)
            length_m += lengthInside(flat, line[i - 1], line[i]);
        if (length_m > 0) found.push_back({&piece, &layer.provenance, length_m});
    }
    return found;
}

std::vector<AmenityHere> CityData::amenitiesNear(geo::LatLon point, double distance_km) const {
    std::vector<AmenityHere> found;
    for (const Key key : keysIn(m_index->amenities, boxAround(point, distance_km * 1000))) {
        const Amenities& layer = m_index->layers.amenities[key.layer];
        const Amenity& amenity = layer.amenities[key.item];
        const double away_km = city::distance_km(amenity, point);
        if (away_km <= distance_km) found.push_back({&amenity, &layer.provenance, away_km});
    }
    std::ranges::stable_sort(found, {}, &AmenityHere::distance_km);
    return found;
}

BoxFacts CityData::factsOf(const geo::Box& box) const {
    constexpr int places = 5; // a side
    const FlatBox flat(box);
    const double area_m2 = flat.wide * flat.high;
    BoxFacts facts{.area_km2 = area_m2 * 1e-6, .roads = roadsIn(box)};
    int known = 0;
    double sum = 0;
    const double wide_deg = std::remainder(box.east_deg - box.west_deg, 360.0);
    for (int row = 0; row < places; ++row)
        for (int column = 0; column < places; ++column) {
            const geo::LatLon place{box.south_deg + (box.north_deg - box.south_deg) * (row + 0.5) / places,
                                    std::remainder(box.west_deg + wide_deg * (column + 0.5) / places, 360.0)};
            if (const Density density = densityAt(place); density.people_per_km2) {
                sum += *density.people_per_km2;
                ++known;
            }
        }
    if (known > 0) facts.people_per_km2 = sum / known;
    facts.peopleKnownShare = known / static_cast<double>(places * places);
    for (const BuildingHere& here : buildingsIn(box)) {
        const double inside_m2 = areaInside_m2(flat, here.building->outline);
        if (inside_m2 <= 0) continue;
        facts.buildings.push_back(here);
        facts.coverShare += inside_m2 / area_m2;
    }
    facts.coverShare = std::min(1.0, facts.coverShare);
    return facts;
}

geo::Box boxAround(geo::LatLon point, double radius_m) {
    const double margin_m = radius_m * 1.001;
    const double latitudes_deg = margin_m / metresPerDegree(point.latitude_deg).north;
    const double farthest_deg = std::min(89.0, std::abs(point.latitude_deg) + latitudes_deg);
    const double longitudes_deg = margin_m / metresPerDegree(farthest_deg).east;
    return {.south_deg = point.latitude_deg - latitudes_deg,
            .west_deg = std::remainder(point.longitude_deg - longitudes_deg, 360.0),
            .north_deg = point.latitude_deg + latitudes_deg,
            .east_deg = std::remainder(point.longitude_deg + longitudes_deg, 360.0)};
}

double distance_m(const geo::Polygon& polygon, geo::LatLon point) {
    if (contains(polygon, point)) return 0;
    const FlatFrame frame(point);
    double least = distanceToRing(frame(polygon.outer), {});
    for (const auto& hole : polygon.holes)
        least = std::min(least, distanceToRing(frame(hole), {}));
    return least;
}

} // namespace haneul::city
