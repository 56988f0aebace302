#include "core/city/layers.h"

#include "core/geo/geodesic.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numeric>
#include <utility>

namespace haneul::city {

namespace {

constexpr std::array<std::pair<Sheltering, std::string_view>, 5> shelterings{{{Sheltering::None, "none"},
                                                                              {Sheltering::Trees, "trees"},
                                                                              {Sheltering::LowRise, "low_rise"},
                                                                              {Sheltering::HighRise, "high_rise"},
                                                                              {Sheltering::Industrial, "industrial"}}};

// A ring in metres around its first point.
struct Flat {
    double x_m = 0, y_m = 0;
};

std::vector<Flat> flat(const std::vector<geo::LatLon>& ring) {
    std::vector<Flat> points;
    points.reserve(ring.size());
    if (ring.empty()) return points;
    const MetresPerDegree scale = metresPerDegree(ring.front().latitude_deg);
    for (const geo::LatLon point : ring)
        points.push_back({std::remainder(point.longitude_deg - ring.front().longitude_deg, 360.0) * scale.east,
                          (point.latitude_deg - ring.front().latitude_deg) * scale.north});
    return points;
}

double signedArea_m2(const std::vector<Flat>& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Flat& a = ring[i];
        const Flat& b = ring[(i + 1) % ring.size()];
        twice += a.x_m * b.y_m - b.x_m * a.y_m;
    }
    return twice / 2;
}

constexpr std::array bounds{Bounds{"people_per_km2", 0, greatestDensity_per_km2},
                            Bounds{"width_m", 0.5, greatestWidth_m},
                            Bounds{"lanes", 1, 40},
                            Bounds{"vehicles_per_day", 0, greatestCount_per_day},
                            Bounds{"speed_kmh", 1, 300},
                            Bounds{"height_m", 0.1, greatestBuilding_m},
                            Bounds{"range_km", 0.001, greatestRange_km},
                            Bounds{"activity", 0, 1}};

// Refuses a number that is not within [least, greatest].
Result<void> within(double value, double least, double greatest, std::string_view what, std::string_view member) {
    if (std::isfinite(value) && value >= least && value <= greatest) return {};
    return fail("BAD_LAYER", std::format("{} is {}; from {} to {} is possible", what, value, least, greatest),
                std::string(member));
}

Result<void> within(const std::optional<double>& value, double least, double greatest, std::string_view what,
                    std::string_view member) {
    return value ? within(*value, least, greatest, what, member) : Result<void>{};
}

// By the bounds of the member.
Result<void> within(const std::optional<double>& value, std::string_view what, std::string_view member) {
    const Bounds& possible = *boundsOf(member);
    return within(value, possible.least, possible.greatest, what, member);
}

Result<void> countIs(std::size_t values, std::size_t wanted) {
    if (values == wanted) return {};
    return fail("BAD_LAYER", std::format("the layer has {} values for {}", values, wanted));
}

Result<void> checkArea(const geo::Polygon& polygon) {
    return geo::check(geo::Area(polygon));
}

Result<void> checkWeights(const std::array<double, 24>& weights, double greatest, std::string_view member) {
    for (std::size_t hour = 0; hour < weights.size(); ++hour)
        if (Result<void> fits = within(weights[hour], 0, greatest, std::format("the weight of {} h", hour), member);
            !fits)
            return fits;
    return {};
}

Result<void> checkMean(const std::array<double, 24>& weights, std::string_view member) {
    const double mean = std::accumulate(weights.begin(), weights.end(), 0.0) / 24;
    if (std::abs(mean - 1) <= 0.001) return {};
    return fail("BAD_LAYER", std::format("the mean of the 24 weights is {}; it must be 1", mean), std::string(member));
}

Result<void> check(const LandUseClass& use) {
    return within(use.people_per_km2, "the density", "people_per_km2")
        .and_then([&] { return checkWeights(use.weights.weekday, 24, "weights.weekday"); })
        .and_then([&] { return checkWeights(use.weights.weekend, 24, "weights.weekend"); })
        .and_then([&] { return checkMean(use.weights.weekday, "weights.weekday"); })
        .and_then([&] { return checkMean(use.weights.weekend, "weights.weekend"); });
}

// Checks each of a list and says in `where` which one it is.
template <class T>
Result<void> checkEach(const std::vector<T>& list, std::string_view name) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (Result<void> sound = check(list[i]); !sound) {
            Error error = std::move(sound).error();
            error.where = std::format("{}[{}]{}{}", name, i, error.where.empty() ? "" : ".", error.where);
            return std::unexpected(std::move(error));
        }
    return {};
}

} // namespace

const Bounds* boundsOf(std::string_view member) {
    const auto* const found = std::ranges::find(bounds, member, &Bounds::member);
    return found == bounds.end() ? nullptr : found;
}

double shelteringFactor(Sheltering sheltering) {
    return 0.25 * static_cast<double>(std::to_underlying(sheltering));
}

std::string_view toString(Sheltering sheltering) {
    return shelterings[std::to_underlying(sheltering)].second;
}

std::optional<Sheltering> shelteringFromString(std::string_view name) {
    const auto* const found = std::ranges::find(shelterings, name, &std::pair<Sheltering, std::string_view>::second);
    return found == shelterings.end() ? std::nullopt : std::optional(found->first);
}

std::optional<double> PopulationGrid::densityOf(Cell cell) const {
    const auto density = static_cast<double>(people_per_km2[grid.indexOf(cell)]);
    return std::isnan(density) ? std::nullopt : std::optional(density);
}

std::vector<double> LandUseGrid::sharesOf(Cell cell) const {
    const auto first = shares.begin() + static_cast<std::ptrdiff_t>(grid.indexOf(cell) * classes.size());
    std::vector<double> found(first, first + static_cast<std::ptrdiff_t>(classes.size()));
    if (std::ranges::any_of(found, [](double share) { return std::isnan(share); })) found.clear();
    return found;
}

std::optional<double> widthOf_m(const RoadPiece& piece) {
    if (piece.width_m) return piece.width_m;
    if (piece.lanes) return *piece.lanes * usualLane_m;
    return std::nullopt;
}

Result<void> check(const PopulationGrid& layer) {
    if (Result<void> sound = check(layer.grid); !sound) return sound;
    if (Result<void> fits = countIs(layer.people_per_km2.size(), layer.grid.size()); !fits) return fits;
    for (std::size_t i = 0; i < layer.people_per_km2.size(); ++i) {
        const auto density = static_cast<double>(layer.people_per_km2[i]);
        if (std::isnan(density)) continue;
        const Cell cell = layer.grid.cellAt(i);
        if (Result<void> fits = within(density, 0, greatestDensity_per_km2, "the density",
                                       std::format("row {}, column {}", cell.row, cell.column));
            !fits)
            return fits;
    }
    return {};
}

Result<void> check(const PopulationArea& area) {
    return checkArea(area.outline).and_then([&] {
        return within(area.people_per_km2, "the density", "people_per_km2");
    });
}

Result<void> check(const PopulationAreas& layer) {
    return checkEach(layer.areas, "areas");
}

Result<void> check(const LandUseGrid& layer) {
    if (Result<void> sound = check(layer.grid); !sound) return sound;
    if (Result<void> sound = checkEach(layer.classes, "classes"); !sound) return sound;
    if (layer.classes.empty()) return fail("BAD_LAYER", "the layer has no land-use class", "classes");
    if (Result<void> fits = countIs(layer.shares.size(), layer.grid.size() * layer.classes.size()); !fits) return fits;
    for (std::size_t i = 0; i < layer.grid.size(); ++i) {
        const Cell cell = layer.grid.cellAt(i);
        const std::vector<double> shares = layer.sharesOf(cell);
        if (shares.empty()) continue;
        const std::string where = std::format("row {}, column {}", cell.row, cell.column);
        for (const double share : shares)
            if (Result<void> fits = within(share, 0, 1, "a share", where); !fits) return fits;
        const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
        if (std::abs(sum - 1) > 0.01)
            return fail("BAD_LAYER", std::format("the shares of the cell add up to {}; it must be 1", sum), where);
    }
    return {};
}

Result<void> check(const RoadPiece& piece) {
    if (piece.line.size() < 2) return fail("BAD_LAYER", "a road has at least two points", "line");
    for (std::size_t i = 0; i < piece.line.size(); ++i)
        if (!piece.line[i].valid())
            return fail("BAD_LAYER", "the point is not on the earth", std::format("line[{}]", i));
    return within(piece.width_m, "the width", "width_m")
        .and_then([&] {
            return within(piece.lanes ? std::optional<double>(*piece.lanes) : std::nullopt, "the number of lanes",
                          "lanes");
        })
        .and_then([&] { return within(piece.vehicles_per_day, "the count", "vehicles_per_day"); })
        .and_then([&] { return within(piece.speed_kmh, "the mean speed", "speed_kmh"); });
}

Result<void> check(const TrafficCounts& layer) {
    return checkEach(layer.pieces, "pieces");
}

Result<void> check(const Building& building) {
    return checkArea(building.outline).and_then([&] { return within(building.height_m, "the height", "height_m"); });
}

Result<void> check(const Buildings& layer) {
    return checkEach(layer.buildings, "buildings");
}

Result<void> check(const Amenity& amenity) {
    if (const auto* const point = std::get_if<geo::LatLon>(&amenity.shape); point && !point->valid())
        return fail("BAD_LAYER", "the point is not on the earth", "shape");
    if (const auto* const polygon = std::get_if<geo::Polygon>(&amenity.shape))
        if (Result<void> sound = checkArea(*polygon); !sound) return sound;
    if (Result<void> fits = within(amenity.range_km, "the range", "range_km"); !fits) return fits;
    if (const auto* const constant = std::get_if<double>(&amenity.activity))
        return within(*constant, "the activity", "activity");
    const auto& hours = std::get<DayWeights>(amenity.activity);
    return checkWeights(hours.weekday, 1, "activity.weekday").and_then([&] {
        return checkWeights(hours.weekend, 1, "activity.weekend");
    });
}

Result<void> check(const Amenities& layer) {
    return checkEach(layer.amenities, "amenities");
}

double area_m2(const geo::Polygon& polygon) {
    double area = std::abs(signedArea_m2(flat(polygon.outer)));
    for (const auto& hole : polygon.holes)
        area -= std::abs(signedArea_m2(flat(hole)));
    return std::max(area, 0.0);
}

geo::LatLon centreOf(const geo::Polygon& polygon) {
    if (polygon.outer.empty()) return {};
    const std::vector<Flat> ring = flat(polygon.outer);
    const double area = signedArea_m2(ring);
    Flat centre;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Flat& a = ring[i];
        const Flat& b = ring[(i + 1) % ring.size()];
        const double cross = a.x_m * b.y_m - b.x_m * a.y_m;
        const double weight = std::abs(area) > 1e-6 ? cross / (6 * area) : 0.5 / static_cast<double>(ring.size());
        centre.x_m += (a.x_m + b.x_m) * weight;
        centre.y_m += (a.y_m + b.y_m) * weight;
    }
    const geo::LatLon origin = polygon.outer.front();
    const MetresPerDegree scale = metresPerDegree(origin.latitude_deg);
    return {origin.latitude_deg + centre.y_m / scale.north,
            std::remainder(origin.longitude_deg + centre.x_m / scale.east, 360.0)};
}

double length_m(const std::vector<geo::LatLon>& line) {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += geo::inverse(line[i - 1], line[i]).distance_m;
    return length;
}

} // namespace haneul::city
