#include "core/risk/ground/picture.h"

#include "core/risk/ground/range.h"

#include <algorithm>
#include <cmath>

namespace haneul::risk::ground {

namespace {

double squared(Place_m a, Place_m b) {
    const double east = a.east - b.east, north = a.north - b.north;
    return east * east + north * north;
}

Box_m boxOf(std::span<const Place_m> points) {
    Box_m box{points.front(), points.front()};
    for (const Place_m& point : points) {
        box.southWest = {std::min(box.southWest.east, point.east), std::min(box.southWest.north, point.north)};
        box.northEast = {std::max(box.northEast.east, point.east), std::max(box.northEast.north, point.north)};
    }
    return box;
}

Box_m around(Place_m centre, double half_m) {
    return {{centre.east - half_m, centre.north - half_m}, {centre.east + half_m, centre.north + half_m}};
}

bool meet(const Box_m& a, const Box_m& b) {
    return a.southWest.east <= b.northEast.east && b.southWest.east <= a.northEast.east &&
           a.southWest.north <= b.northEast.north && b.southWest.north <= a.northEast.north;
}

double leastBetween_m(const Box_m& a, const Box_m& b) {
    const double east = std::max({0.0, a.southWest.east - b.northEast.east, b.southWest.east - a.northEast.east});
    const double north = std::max({0.0, a.southWest.north - b.northEast.north, b.southWest.north - a.northEast.north});
    return std::hypot(east, north);
}

double farthest_m(const Box_m& box, Place_m point) {
    const double east = std::max(std::abs(box.southWest.east - point.east), std::abs(box.northEast.east - point.east));
    const double north =
        std::max(std::abs(box.southWest.north - point.north), std::abs(box.northEast.north - point.north));
    return std::hypot(east, north);
}

// Length of an edge within a box (Liang and Barsky).
double lengthWithin_m(Place_m from, Place_m to, const Box_m& box) {
    const double east = to.east - from.east, north = to.north - from.north;
    double enter = 0, leave = 1;
    const auto clip = [&](double direction, double room) {
        if (direction == 0) return room >= 0;
        const double at = room / direction;
        if (direction < 0)
            enter = std::max(enter, at);
        else
            leave = std::min(leave, at);
        return enter <= leave;
    };
    const bool inside = clip(-east, from.east - box.southWest.east) && clip(east, box.northEast.east - from.east) &&
                        clip(-north, from.north - box.southWest.north) && clip(north, box.northEast.north - from.north);
    return inside ? (leave - enter) * std::hypot(east, north) : 0;
}

// The part of a ring on one side of a line (Sutherland and Hodgman); `inside` is the signed distance to it.
template <class Inside>
void clipRing(std::vector<Place_m>& ring, std::vector<Place_m>& scratch, Inside inside) {
    scratch.clear();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Place_m a = ring[i], b = ring[(i + 1) % ring.size()];
        const double ina = inside(a), inb = inside(b);
        if (ina >= 0) scratch.push_back(a);
        if ((ina > 0 && inb < 0) || (ina < 0 && inb > 0)) {
            const double part = ina / (ina - inb);
            scratch.push_back({a.east + part * (b.east - a.east), a.north + part * (b.north - a.north)});
        }
    }
    std::swap(ring, scratch);
}

double areaWithin_m2(const std::vector<Place_m>& outline, const Box_m& box, std::vector<Place_m>& ring,
                     std::vector<Place_m>& scratch) {
    ring = outline;
    clipRing(ring, scratch, [&](Place_m p) { return p.east - box.southWest.east; });
    clipRing(ring, scratch, [&](Place_m p) { return box.northEast.east - p.east; });
    clipRing(ring, scratch, [&](Place_m p) { return p.north - box.southWest.north; });
    clipRing(ring, scratch, [&](Place_m p) { return box.northEast.north - p.north; });
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Place_m a = ring[i], b = ring[(i + 1) % ring.size()];
        twice += (a.east - box.southWest.east) * (b.north - box.southWest.north) -
                 (b.east - box.southWest.east) * (a.north - box.southWest.north);
    }
    return std::abs(twice) / 2;
}

// Boxes found by place, within one box.
class Buckets {
public:
    Buckets() = default;

    Buckets(const Box_m& within, double bucket_m)
        : m_within(within)
        , m_bucket_m(bucket_m)
        , m_columns(count(within.northEast.east - within.southWest.east))
        , m_rows(count(within.northEast.north - within.southWest.north))
        , m_lists(m_columns * m_rows) {}

    void add(std::uint32_t index, const Box_m& box) {
        const auto [west, south] = bucketOf(box.southWest);
        const auto [east, north] = bucketOf(box.northEast);
        for (std::size_t row = south; row <= north; ++row)
            for (std::size_t column = west; column <= east; ++column)
                m_lists[row * m_columns + column].push_back(index);
    }

    [[nodiscard]] std::span<const std::uint32_t> at(Place_m place) const {
        if (m_lists.empty()) return {};
        const auto [column, row] = bucketOf(place);
        return m_lists[row * m_columns + column];
    }

private:
    [[nodiscard]] std::size_t count(double length_m) const {
        return static_cast<std::size_t>(std::max(1.0, std::ceil(length_m / m_bucket_m)));
    }

    [[nodiscard]] std::pair<std::size_t, std::size_t> bucketOf(Place_m place) const {
        const auto index = [this](double offset_m, std::size_t number) {
            return static_cast<std::size_t>(
                std::clamp(std::floor(offset_m / m_bucket_m), 0.0, static_cast<double>(number - 1)));
        };
        return {index(place.east - m_within.southWest.east, m_columns),
                index(place.north - m_within.southWest.north, m_rows)};
    }

    Box_m m_within;
    double m_bucket_m = 1;
    std::size_t m_columns = 0, m_rows = 0;
    std::vector<std::vector<std::uint32_t>> m_lists;
};

struct Needs {
    bool residents = false, nearestAmenity = false, amenityFactor = false, roads = false, nearestBuilding = false,
         buildings = false, cover = false;
};

void addNeeds(Needs& needs, Model model) {
    needs.residents |= model == Model::Sheltering || model == Model::PeopleUniform || model == Model::PeopleAmenity ||
                       model == Model::PeopleAmenityArea;
    needs.nearestAmenity |= model == Model::PeopleAmenity || model == Model::TrafficAmenity;
    needs.amenityFactor |= model == Model::PeopleAmenityArea;
    needs.roads |= model == Model::TrafficRoad || model == Model::TrafficAmenity;
    needs.nearestBuilding |= model == Model::BuildingArea;
    needs.buildings |= model == Model::BuildingCombined;
    needs.cover |= model == Model::BuildingCover;
}

Needs needsOf(const Settings& settings) {
    Needs needs;
    if (settings.model != Model::Sum)
        addNeeds(needs, settings.model);
    else
        for (const auto& model : {settings.sum.people, settings.sum.traffic, settings.sum.building})
            if (model) addNeeds(needs, *model);
    return needs;
}

} // namespace

// ---- Picture
// ---------------------------------------------------------------------------------------------------------

namespace {

void widen(std::optional<Box_m>& box, const std::vector<Place_m>& points) {
    if (points.empty()) return;
    const Box_m more = boxOf(points);
    if (!box) box = more;
    box = boxOf(std::array{box->southWest, box->northEast, more.southWest, more.northEast});
}

bool holds(const std::optional<Box_m>& box, Place_m place) {
    return box && meet(*box, {place, place});
}

} // namespace

std::shared_ptr<const Picture::Index> Picture::indexed(PictureParts parts) {
    auto index = std::make_shared<Index>();
    index->parts = std::move(parts);
    if (index->parts.roads)
        for (const PlacedRoad& road : *index->parts.roads)
            widen(index->roadsBox, road.line);
    if (index->parts.buildings)
        for (const PlacedBuilding& building : *index->parts.buildings) {
            widen(index->buildingsBox, building.outline);
            widen(index->buildingsBox, {building.centre});
        }
    if (!index->parts.buildings || index->parts.buildings->empty()) return index;
    const auto& buildings = *index->parts.buildings;
    std::vector<Place_m> centres;
    centres.reserve(buildings.size());
    for (const PlacedBuilding& building : buildings)
        centres.push_back(building.centre);
    const Box_m box = boxOf(centres);
    const double east_m = box.northEast.east - box.southWest.east, north_m = box.northEast.north - box.southWest.north;
    // About as many buckets as buildings at most, however far apart they stand.
    index->bucket_m = std::max(50.0, std::sqrt(east_m * north_m / static_cast<double>(centres.size())));
    index->bucket_m = std::max(index->bucket_m, std::max(east_m, north_m) / static_cast<double>(centres.size()));
    index->southWest = box.southWest;
    index->columns = static_cast<std::size_t>(east_m / index->bucket_m) + 1;
    index->rows = static_cast<std::size_t>(north_m / index->bucket_m) + 1;
    index->buckets.resize(index->columns * index->rows);
    for (std::uint32_t i = 0; i < centres.size(); ++i) {
        const auto column = static_cast<std::size_t>((centres[i].east - box.southWest.east) / index->bucket_m);
        const auto row = static_cast<std::size_t>((centres[i].north - box.southWest.north) / index->bucket_m);
        index->buckets[row * index->columns + column].push_back(i);
    }
    return index;
}

Picture::Picture(PictureParts parts)
    : m_index(indexed(std::move(parts))) {}

bool Picture::roadsKnownAt(Place_m place) const {
    return holds(m_index->roadsBox, place);
}

bool Picture::buildingsKnownAt(Place_m place) const {
    return holds(m_index->buildingsBox, place);
}

std::optional<double> Picture::nearestBuilding_m(Place_m place) const {
    const Index& index = *m_index;
    if (index.buckets.empty()) return std::nullopt;
    const auto columns = static_cast<std::int64_t>(index.columns), rows = static_cast<std::int64_t>(index.rows);
    const auto bucket = [&](double offset_m) {
        return static_cast<std::int64_t>(std::clamp(std::floor(offset_m / index.bucket_m), -1e9, 1e9));
    };
    const std::int64_t column = bucket(place.east - index.southWest.east),
                       row = bucket(place.north - index.southWest.north);
    const auto outside = [](std::int64_t at, std::int64_t count) {
        return at < 0 ? -at : std::max<std::int64_t>(0, at - (count - 1));
    };
    double least = -1; // squared
    const auto look = [&](std::int64_t c, std::int64_t r) {
        if (c < 0 || r < 0 || c >= columns || r >= rows) return;
        for (const std::uint32_t i : index.buckets[static_cast<std::size_t>(r * columns + c)]) {
            const double away = squared((*index.parts.buildings)[i].centre, place);
            if (least < 0 || away < least) least = away;
        }
    };
    // Rings of buckets outwards; what is in ring n + 1 is at least n buckets away.
    std::int64_t ring = std::max(outside(column, columns), outside(row, rows));
    for (;; ++ring) {
        if (least >= 0) {
            const double sure_m = static_cast<double>(ring - 1) * index.bucket_m;
            if (sure_m > 0 && sure_m * sure_m >= least) break;
        }
        const std::int64_t west = std::max<std::int64_t>(0, column - ring), east = std::min(columns - 1, column + ring);
        const std::int64_t south = std::max<std::int64_t>(0, row - ring), north = std::min(rows - 1, row + ring);
        for (std::int64_t c = west; c <= east; ++c) {
            look(c, row - ring);
            if (ring > 0) look(c, row + ring);
        }
        for (std::int64_t r = std::max(south, row - ring + 1); r <= std::min(north, row + ring - 1); ++r) {
            look(column - ring, r);
            look(column + ring, r);
        }
        const bool all =
            column - ring <= 0 && column + ring >= columns - 1 && row - ring <= 0 && row + ring >= rows - 1;
        if (all) break;
    }
    return std::sqrt(least);
}

std::optional<HeightSpread> Picture::heightSpread() const {
    if (!parts().buildings) return std::nullopt;
    double count = 0, mean = 0, squares = 0; // Welford
    for (const PlacedBuilding& building : *parts().buildings) {
        if (!building.height_m || *building.height_m <= 0) continue;
        const double value = std::log(*building.height_m);
        ++count;
        const double off = value - mean;
        mean += off / count;
        squares += off * (value - mean);
    }
    if (count < 2 || squares <= 0) return std::nullopt;
    return HeightSpread{mean, std::sqrt(squares / (count - 1))};
}

// ---- CellReader
// ------------------------------------------------------------------------------------------------------

struct CellReader::Stretch {
    struct RoadEdge {
        const PlacedRoad* road;
        Place_m from, to;
        std::optional<double> vehicles_perKm;
    };

    const Picture& picture;
    Settings settings;
    Box_m within;
    double cell_m;
    Needs needs;
    std::vector<Amenity> nearest, strongest; // with the activity of the day
    std::vector<RoadEdge> edges;
    Buckets edgeBuckets, reachBuckets, coverBuckets;
    std::vector<Building> met;
    std::vector<Place_m> ring, scratch;

    void findAmenities();
    void findRoads();
    void findBuildings();
    void readAmenities(Place_m centre, bool nearAmenity, CellInputs& cell, Explanation* out) const;
    void readRoads(const Box_m& box, CellInputs& cell) const;
    void readBuildings(Place_m centre, CellInputs& cell);
    void readCover(const Box_m& box, CellInputs& cell);
    [[nodiscard]] std::optional<double> vehicles_perKm(const PlacedRoad& road) const;
};

namespace {

constexpr double bucket_m = 32;

// Sides of buckets over a stretch: never finer than a cell, never more than 256 a side.
double bucketSide_m(const Box_m& within, double cell_m) {
    const double longer =
        std::max(within.northEast.east - within.southWest.east, within.northEast.north - within.southWest.north);
    return std::max({bucket_m, cell_m, longer / 256});
}

} // namespace

void CellReader::Stretch::findAmenities() {
    if (!picture.parts().amenities) return;

    struct Candidate {
        Amenity amenity;
        double least_m, most_m;
    };

    constexpr double margin = 1e-9; // for rounding: a candidate more changes nothing
    std::vector<Candidate> all;
    double nearestMost_m = noLimit, strongestLeast = 0;
    const double time = settings.moment.timeOfDay_s;
    for (const PlacedAmenity& placed : *picture.parts().amenities) {
        Candidate one{placed.weekday, 0, noLimit};
        if (settings.moment.day == DayType::Weekend) one.amenity.activity = placed.weekendActivity;
        one.least_m = leastBetween_m(boxOf(one.amenity.polygon), within);
        for (const Place_m& corner : one.amenity.polygon)
            one.most_m = std::min(one.most_m, farthest_m(within, corner));
        nearestMost_m = std::min(nearestMost_m, one.most_m);
        strongestLeast = std::max(strongestLeast, pullOf(one.amenity, one.most_m, time));
        all.push_back(std::move(one));
    }
    for (const Candidate& one : all) {
        if (one.least_m <= nearestMost_m * (1 + margin)) nearest.push_back(one.amenity);
        if (pullOf(one.amenity, one.least_m, time) >= strongestLeast * (1 - margin)) strongest.push_back(one.amenity);
    }
}

std::optional<double> CellReader::Stretch::vehicles_perKm(const PlacedRoad& road) const {
    if (!road.vehicles_perDay) return std::nullopt;
    if (settings.trafficReading == TrafficReading::AsPrinted) {
        const auto all = vehiclesPerKmAsPrinted(*road.vehicles_perDay, road.roadLength_km);
        return all ? std::optional(*all) : std::nullopt;
    }
    if (!road.speed_kmh) return std::nullopt;
    const double share = std::min(1.0, weightAt(settings.trafficWeights, settings.moment.timeOfDay_s) / 24);
    const auto present = vehiclesPerKm(*road.vehicles_perDay, *road.speed_kmh, share);
    return present ? std::optional(*present) : std::nullopt;
}

void CellReader::Stretch::findRoads() {
    if (!picture.parts().roads) return;
    edgeBuckets = Buckets(within, bucketSide_m(within, cell_m));
    for (const PlacedRoad& road : *picture.parts().roads) {
        const auto present = vehicles_perKm(road);
        for (std::size_t i = 1; i < road.line.size(); ++i) {
            const std::array ends{road.line[i - 1], road.line[i]};
            const Box_m box = boxOf(ends);
            if (!meet(box, within)) continue;
            edgeBuckets.add(static_cast<std::uint32_t>(edges.size()), box);
            edges.push_back({&road, ends[0], ends[1], present});
        }
    }
}

void CellReader::Stretch::findBuildings() {
    if (!picture.parts().buildings) return;
    const auto& buildings = *picture.parts().buildings;
    if (needs.buildings) reachBuckets = Buckets(within, bucketSide_m(within, cell_m));
    if (needs.cover) coverBuckets = Buckets(within, bucketSide_m(within, cell_m));
    for (std::uint32_t i = 0; i < buildings.size(); ++i) {
        const PlacedBuilding& one = buildings[i];
        if (needs.buildings) {
            const double reach = reach_m({one.centre, one.footprint_m2, 0}, settings.navigation);
            if (const Box_m box = around(one.centre, reach); meet(box, within)) reachBuckets.add(i, box);
        }
        if (needs.cover && !one.outline.empty())
            if (const Box_m box = boxOf(one.outline); meet(box, within)) coverBuckets.add(i, box);
    }
}

void CellReader::Stretch::readAmenities(Place_m centre, bool nearAmenity, CellInputs& cell, Explanation* out) const {
    if (!picture.parts().amenities) return;
    if ((nearAmenity || needs.nearestAmenity) && !nearest.empty()) {
        double least = noLimit;
        for (const Amenity& amenity : nearest)
            least = std::min(least, distanceTo_m(amenity, centre));
        cell.amenity_m = least;
    }
    if (!needs.amenityFactor) return;
    if (strongest.empty()) {
        cell.amenityFactor = std::max(1.0, settings.amenityFloor);
        return;
    }
    const Amenity* most = nullptr;
    double greatest = -1, away_m = 0;
    for (const Amenity& amenity : strongest) {
        const double distance = distanceTo_m(amenity, centre);
        const double pull = pullOf(amenity, distance, settings.moment.timeOfDay_s);
        if (pull <= greatest) continue;
        greatest = pull;
        most = &amenity;
        away_m = distance;
    }
    cell.amenityFactor = std::max(greatest, settings.amenityFloor);
    if (out == nullptr) return;
    out->input("amenity_distance", "d", away_m / 1000, "km", "amenity layer: the one that draws most here");
    out->input("amenity_scale", "L", most->scale_m / 1000, "km", "amenity layer: the one that draws most here");
    out->input("amenity_activity", "A(t)", weightAt(most->activity, settings.moment.timeOfDay_s), "",
               "amenity layer: activity at this hour");
    out->input("amenity_floor", "floor", settings.amenityFloor, "", "setting");
    out->step("amenity_factor", "φ", cell.amenityFactor, "", "4.4: φ = max(1 + A(t)·(exp(1 − (d/L)²) − 1), floor)",
              {"amenity_distance", "amenity_scale", "amenity_activity", "amenity_floor"});
}

void CellReader::Stretch::readRoads(const Box_m& box, CellInputs& cell) const {
    if (!picture.parts().roads) return;
    CellInputs::Roads roads;
    bool counted = true, wide = true;
    const auto add = [&](std::uint32_t index) {
        const RoadEdge& edge = edges[index];
        const double length_km = lengthWithin_m(edge.from, edge.to, box) / 1000;
        if (length_km <= 0) return;
        counted = counted && edge.vehicles_perKm;
        wide = wide && edge.road->width_m;
        roads.length_km += length_km;
        roads.vehicles += edge.vehicles_perKm.value_or(0) * length_km;
        roads.area_m2 += edge.road->width_m.value_or(0) * length_km * 1000;
    };
    // A cell is no larger than a bucket, so that it touches four at most: each edge is added once.
    std::array<std::span<const std::uint32_t>, 4> lists{
        edgeBuckets.at(box.southWest), edgeBuckets.at({box.northEast.east, box.southWest.north}),
        edgeBuckets.at({box.southWest.east, box.northEast.north}), edgeBuckets.at(box.northEast)};
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < lists.size(); ++i) {
        if (std::any_of(lists.begin(), lists.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const auto& one) { return one.data() == lists[i].data(); }))
            continue;
        found.insert(found.end(), lists[i].begin(), lists[i].end());
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    std::ranges::for_each(found, add);
    if (counted && wide) cell.roads = roads;
    if (counted) cell.vehicles_perKm2 = roads.vehicles / (cell_m * cell_m * 1e-6);
}

void CellReader::Stretch::readBuildings(Place_m centre, CellInputs& cell) {
    if (!picture.parts().buildings) return;
    const auto& buildings = *picture.parts().buildings;
    met.clear();
    bool known = true;
    for (const std::uint32_t i : reachBuckets.at(centre)) {
        const PlacedBuilding& one = buildings[i];
        const Building shape{one.centre, one.footprint_m2, one.height_m.value_or(0)};
        const double reach = reach_m(shape, settings.navigation);
        if (squared(one.centre, centre) > reach * reach) continue;
        known = known && one.height_m;
        met.push_back(shape);
    }
    if (known) cell.buildings = met;
}

void CellReader::Stretch::readCover(const Box_m& box, CellInputs& cell) {
    if (!picture.parts().buildings) return;
    const auto& buildings = *picture.parts().buildings;
    std::vector<std::uint32_t> found;
    for (const Place_m corner : {box.southWest, Place_m{box.northEast.east, box.southWest.north},
                                 Place_m{box.southWest.east, box.northEast.north}, box.northEast}) {
        const auto list = coverBuckets.at(corner);
        found.insert(found.end(), list.begin(), list.end());
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    double covered_m2 = 0;
    for (const std::uint32_t i : found)
        covered_m2 += areaWithin_m2(buildings[i].outline, box, ring, scratch);
    cell.cover = std::min(1.0, covered_m2 / (cell_m * cell_m));
}

CellReader::CellReader(const Picture& picture, const Settings& settings, const Box_m& within, double cell_m)
    : m_stretch(new Stretch{picture, settings, within, cell_m, needsOf(settings), {}, {}, {}, {}, {}, {}, {}, {}, {}}) {
    m_stretch->findAmenities();
    if (m_stretch->needs.roads) m_stretch->findRoads();
    if (m_stretch->needs.buildings || m_stretch->needs.cover) m_stretch->findBuildings();
}

CellReader::~CellReader() = default;

CellInputs CellReader::at(Place_m centre, bool nearAmenity, Explanation* explanation) {
    Stretch& stretch = *m_stretch;
    CellInputs cell;
    cell.place = centre;
    const Box_m box = around(centre, stretch.cell_m / 2);
    if (stretch.needs.residents && stretch.picture.parts().residents) {
        const auto here = stretch.picture.parts().residents(centre, stretch.settings.moment, explanation);
        cell.people_perKm2 = here.people_perKm2;
        cell.shelter = here.shelter;
    }
    stretch.readAmenities(centre, nearAmenity, cell, explanation);
    if (stretch.needs.roads && stretch.picture.roadsKnownAt(centre)) stretch.readRoads(box, cell);
    if (!stretch.picture.buildingsKnownAt(centre)) return cell;
    if (stretch.needs.nearestBuilding) cell.building_m = stretch.picture.nearestBuilding_m(centre);
    if (stretch.needs.buildings) stretch.readBuildings(centre, cell);
    if (stretch.needs.cover) stretch.readCover(box, cell);
    return cell;
}

} // namespace haneul::risk::ground
