#include "core/city/synthetic_city.h"

#include "core/city/synthetic_plan.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numeric>
#include <utility>

namespace haneul::city {

namespace {

using namespace synthetic;

using Hours = std::array<double, 24>;

Hours withMeanOne(Hours hours) {
    const double mean = std::accumulate(hours.begin(), hours.end(), 0.0) / 24;
    for (double& hour : hours)
        hour /= mean;
    return hours;
}

// People of a kind of ground over the day; written as what they look like, scaled to a mean of 1.
LandUseClass land(std::string name, double people_per_km2, const Hours& weekday, const Hours& weekend,
                  std::optional<Sheltering> sheltering) {
    return {std::move(name), people_per_km2, {withMeanOne(weekday), withMeanOne(weekend)}, sheltering};
}

constexpr Hours evenHours{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
constexpr Hours homeWeekday{95, 96, 97, 97, 96, 92, 82, 66, 50, 42, 38, 37,
                            38, 37, 37, 39, 43, 50, 60, 69, 77, 84, 89, 93};
constexpr Hours homeWeekend{94, 95, 96, 96, 96, 95, 92, 87, 80, 73, 67, 64,
                            62, 60, 59, 60, 62, 66, 71, 76, 81, 86, 90, 93};
constexpr Hours workWeekday{6, 5, 5, 5, 6, 10, 24, 55, 86, 98, 99, 97, 90, 95, 98, 97, 93, 82, 60, 41, 29, 20, 13, 9};
constexpr Hours workWeekend{7, 6, 6, 6, 6, 8, 11, 15, 20, 25, 29, 32, 33, 33, 33, 32, 31, 29, 27, 24, 21, 17, 13, 9};
constexpr Hours shopWeekday{14, 10, 8, 7, 7, 9, 15, 28, 45, 58, 68, 82, 92, 84, 76, 76, 80, 90, 98, 94, 80, 60, 40, 24};
constexpr Hours shopWeekend{24, 18, 14, 11, 9,  9,  12, 18, 29, 45, 62, 78,
                            90, 97, 99, 98, 96, 95, 93, 86, 73, 58, 43, 32};
constexpr Hours parkWeekday{8, 5, 4, 4, 8, 22, 38, 40, 42, 50, 56, 60, 66, 62, 58, 60, 66, 74, 78, 70, 54, 38, 24, 14};
constexpr Hours parkWeekend{8, 5, 4, 4, 7, 18, 32, 44, 60, 78, 92, 99, 98, 98, 99, 97, 92, 84, 74, 62, 46, 32, 20, 12};

struct Made {
    const SyntheticCitySpec& spec;
    const Plan& plan;
    Provenance provenance;
};

Provenance provenanceOf(const SyntheticCitySpec& spec) {
    return {.name = "Synthetic city",
            .source = std::format("Haneul city generator 1, seed {}", spec.seed),
            .date = {},
            .synthetic = true};
}

LandUseGrid landUseOf(const Made& made, const CellGrid& grid) {
    constexpr int places = 5; // a side of a cell
    LandUseGrid layer{made.provenance, grid, syntheticLandUse(), {}};
    layer.shares.reserve(grid.size() * layer.classes.size());
    for (std::size_t i = 0; i < grid.size(); ++i) {
        const geo::Box box = grid.boxOf(grid.cellAt(i));
        std::array<int, 6> counts{};
        for (int row = 0; row < places; ++row)
            for (int column = 0; column < places; ++column) {
                const geo::LatLon place{box.south_deg + grid.rowStep_deg * (row + 0.5) / places,
                                        box.west_deg + grid.columnStep_deg * (column + 0.5) / places};
                ++counts[std::to_underlying(made.plan.useAt(made.plan.toPlan(place)))];
            }
        for (const int count : counts)
            layer.shares.push_back(static_cast<float>(count) / (places * places));
    }
    return layer;
}

PopulationGrid populationOf(const Made& made, const LandUseGrid& use) {
    PopulationGrid layer{made.provenance, use.grid, {}};
    layer.people_per_km2.reserve(use.grid.size());
    for (std::size_t i = 0; i < use.grid.size(); ++i) {
        const std::vector<double> shares = use.sharesOf(use.grid.cellAt(i));
        double density = 0;
        for (std::size_t c = 0; c < shares.size(); ++c)
            density += shares[c] * use.classes[c].people_per_km2;
        layer.people_per_km2.push_back(static_cast<float>(std::round(density)));
    }
    return layer;
}

// A street along u (`across` false: v is `line` streets) or along v.
PlanPoint onStreet(bool across, int line, double along_m) {
    return across ? PlanPoint{line * street_m, along_m} : PlanPoint{along_m, line * street_m};
}

std::optional<RoadPiece> pieceOf(const Made& made, bool across, int line, int section) {
    const bool arterial = isArterial(line);
    RoadPiece piece;
    for (int step = 0; step <= arterialEvery; ++step) {
        const PlanPoint point = onStreet(across, line, (section * arterialEvery + step) * street_m);
        if (!made.plan.inside(point)) continue;
        if (!arterial && made.plan.isWater(point, 60)) return std::nullopt; // streets do not cross the river
        piece.line.push_back(made.plan.toLatLon(point));
    }
    if (piece.line.size() < 2) return std::nullopt;
    sim::Random random = made.plan.randomOf(across ? Block{line, section} : Block{section, line}, across ? 2 : 3);
    const double core_m =
        made.plan.distanceToCore_m(onStreet(across, line, (section + 0.5) * arterialEvery * street_m));
    const double busy = 1 / (1 + core_m / 3000); // 1 at the core
    piece.name = std::format("{} {}{}", arterial ? "Arterial" : "Street", across ? 'N' : 'E', line);
    piece.width_m = arterial ? arterialWidth_m : streetWidth_m;
    piece.lanes = arterial ? 6 : 2;
    const double count = arterial ? 20'000 + 50'000 * busy * random.uniform(0.6, 1) : random.uniform(500, 4000);
    piece.vehicles_per_day = std::round(count / 10) * 10;
    piece.speed_kmh = std::round(arterial ? 40 - 14 * busy : random.uniform(18, 28));
    return piece;
}

TrafficCounts trafficOf(const Made& made) {
    TrafficCounts layer{made.provenance, {}};
    const int reach = made.plan.reach();
    const int sections = reach / arterialEvery + 1;
    for (const bool across : {false, true})
        for (int line = -reach; line <= reach; ++line)
            for (int section = -sections; section < sections; ++section)
                if (auto piece = pieceOf(made, across, line, section)) layer.pieces.push_back(*std::move(piece));
    return layer;
}

// How the lots of a block of some use are built on.
struct LotRule {
    int columns = 1, rows = 1;
    double setback_m = 3; // between a building and its lot
    double builtShare = 1;
    double median_m = 10, spread = 0.2; // lognormal heights
    double least_m = 3, greatest_m = 20;
    Sheltering sheltering = Sheltering::LowRise;
};

std::optional<LotRule> ruleOf(Use use, sim::Random& random) {
    switch (use) {
    case Use::Business:
        return LotRule{2, 2, 6, 0.92, 75, 0.5, 30, 250, Sheltering::HighRise};
    case Use::Commercial:
        return LotRule{3, 3, 2.5, 0.9, 20, 0.4, 8, 60, Sheltering::HighRise};
    case Use::Residential:
        if (random.unit() < 0.45) return LotRule{1, 4, 7, 1, 50, 0.25, 30, 100, Sheltering::HighRise};
        return LotRule{5, 4, 2, 0.9, 8, 0.25, 4, 15, Sheltering::LowRise};
    case Use::Industrial:
        return LotRule{2, 1, 8, 0.85, 11, 0.2, 7, 20, Sheltering::Industrial};
    case Use::Water:
    case Use::Green:
        break;
    }
    return std::nullopt;
}

// Nearly normal: twelve uniform numbers, less six.
double normal(sim::Random& random) {
    double sum = -6;
    for (int i = 0; i < 12; ++i)
        sum += random.unit();
    return sum;
}

// The part of a block that is not road: least and greatest corner.
std::pair<PlanPoint, PlanPoint> landOf(Block block) {
    const auto half = [](int line) { return (isArterial(line) ? arterialWidth_m : streetWidth_m) / 2 + 2; }; // pavement
    return {{block.column * street_m + half(block.column), block.row * street_m + half(block.row)},
            {(block.column + 1) * street_m - half(block.column + 1), (block.row + 1) * street_m - half(block.row + 1)}};
}

geo::Polygon rectangle(const Plan& plan, PlanPoint least, PlanPoint greatest) {
    return {.outer = {plan.toLatLon(least), plan.toLatLon({greatest.u_m, least.v_m}), plan.toLatLon(greatest),
                      plan.toLatLon({least.u_m, greatest.v_m})},
            .holes = {}};
}

bool isDry(const Plan& plan, PlanPoint least, PlanPoint greatest) {
    for (const double u_m : {least.u_m, greatest.u_m})
        for (const double v_m : {least.v_m, greatest.v_m})
            if (plan.isWater({u_m, v_m}, 15) || !plan.inside({u_m, v_m})) return false;
    return true;
}

void build(const Made& made, Block block, std::vector<Building>& buildings) {
    sim::Random random = made.plan.randomOf(block, 4);
    const std::optional<LotRule> rule = ruleOf(made.plan.useOf(block), random);
    if (!rule) return;
    const auto [least, greatest] = landOf(block);
    const double wide_m = (greatest.u_m - least.u_m) / rule->columns;
    const double deep_m = (greatest.v_m - least.v_m) / rule->rows;
    for (int row = 0; row < rule->rows; ++row)
        for (int column = 0; column < rule->columns; ++column) {
            const bool built = random.unit() < rule->builtShare;
            const double height_m =
                std::clamp(rule->median_m * std::exp(rule->spread * normal(random)), rule->least_m, rule->greatest_m);
            const double margin_m = rule->setback_m * random.uniform(0.7, 1.4);
            const PlanPoint from{least.u_m + column * wide_m + margin_m, least.v_m + row * deep_m + margin_m};
            const PlanPoint to{least.u_m + (column + 1) * wide_m - margin_m, least.v_m + (row + 1) * deep_m - margin_m};
            if (!built || !isDry(made.plan, from, to)) continue;
            buildings.push_back({.name = {},
                                 .outline = rectangle(made.plan, from, to),
                                 .height_m = std::round(height_m * 10) / 10,
                                 .sheltering = rule->sheltering});
        }
}

Buildings buildingsOf(const Made& made) {
    Buildings layer{made.provenance, {}};
    const int reach = made.plan.reach();
    for (int row = -reach; row < reach; ++row)
        for (int column = -reach; column < reach; ++column)
            build(made, {column, row}, layer.buildings);
    return layer;
}

DayWeights schoolHours() {
    DayWeights hours;
    for (std::size_t hour = 8; hour <= 16; ++hour)
        hours.weekday[hour] = hour < 9 || hour > 15 ? 0.5 : 1;
    return hours;
}

DayWeights stationHours() {
    return {.weekday = {0.1, 0,   0,   0,   0,   0.3, 0.6, 0.9, 1,   0.8, 0.6, 0.6,
                        0.7, 0.6, 0.6, 0.6, 0.7, 0.9, 1,   0.8, 0.6, 0.5, 0.4, 0.2},
            .weekend = {0.2, 0,   0,   0,   0,   0.2, 0.3, 0.4, 0.5, 0.5, 0.6, 0.7,
                        0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.6, 0.6, 0.5, 0.4, 0.3}};
}

DayWeights marketHours() {
    DayWeights hours;
    for (std::size_t hour = 9; hour <= 20; ++hour) {
        hours.weekday[hour] = hour >= 16 ? 0.8 : 0.5;
        hours.weekend[hour] = 1;
    }
    return hours;
}

DayWeights stadiumHours() {
    DayWeights hours;
    for (std::size_t hour = 13; hour <= 17; ++hour)
        hours.weekend[hour] = 1;
    for (std::size_t hour = 18; hour <= 21; ++hour)
        hours.weekday[hour] = 0.4;
    return hours;
}

// What stands on the block nearest to a place whose use fits; nothing when there is none within six blocks.
std::optional<Amenity> amenityAt(const Made& made, PlanPoint place, Use use, Amenity amenity) {
    const Block wanted{static_cast<int>(std::floor(place.u_m / street_m)),
                       static_cast<int>(std::floor(place.v_m / street_m))};
    for (int ring = 0; ring <= 6; ++ring)
        for (int row = -ring; row <= ring; ++row)
            for (int column = -ring; column <= ring; ++column) {
                if (std::max(std::abs(row), std::abs(column)) != ring) continue;
                const Block block{wanted.column + column, wanted.row + row};
                const auto [least, greatest] = landOf(block);
                if (made.plan.useOf(block) != use || !isDry(made.plan, least, greatest)) continue;
                amenity.shape = rectangle(made.plan, least, greatest);
                return amenity;
            }
    return std::nullopt;
}

Amenities amenitiesOf(const Made& made) {
    Amenities layer{made.provenance, {}};
    const auto add = [&](PlanPoint place, Use use, std::string_view kind, std::variant<double, DayWeights> activity,
                         double range_km) {
        const auto number = 1 + std::ranges::count(layer.amenities, kind, &Amenity::kind);
        Amenity amenity{.name = std::format("Synthetic {} {}", kind, number),
                        .kind = std::string(kind),
                        .shape = geo::LatLon{},
                        .activity = std::move(activity),
                        .range_km = range_km};
        if (auto found = amenityAt(made, place, use, std::move(amenity)); found && made.plan.inside(place))
            layer.amenities.push_back(*std::move(found));
    };
    const double wide_m = made.spec.width_m, high_m = made.spec.height_m;
    constexpr double schoolEvery_m = 1000;
    for (double v_m = -high_m / 2 + schoolEvery_m / 2; v_m < high_m / 2; v_m += schoolEvery_m)
        for (double u_m = -wide_m / 2 + schoolEvery_m / 2; u_m < wide_m / 2; u_m += schoolEvery_m)
            add({u_m, v_m}, Use::Residential, "school", schoolHours(), 0.3);
    add({0.22 * wide_m, 0.2 * high_m}, Use::Residential, "hospital", 0.9, 0.4);
    add({-0.25 * wide_m, -0.05 * high_m}, Use::Commercial, "hospital", 0.9, 0.4);
    const PlanPoint core = made.plan.core();
    add(core, Use::Business, "station", stationHours(), 0.5);
    add({core.u_m + 0.2 * wide_m, core.v_m}, Use::Commercial, "station", stationHours(), 0.4);
    add({core.u_m - 0.15 * wide_m, core.v_m + 0.12 * high_m}, Use::Commercial, "market", marketHours(), 0.3);
    add({0.3 * wide_m, -0.12 * high_m}, Use::Green, "stadium", stadiumHours(), 0.8);
    return layer;
}

Result<void> check(const SyntheticCitySpec& spec) {
    const auto sideFits = [](double side_m) { // a NaN does not
        return side_m >= leastSyntheticSide_m && side_m <= greatestSyntheticSide_m;
    };
    if (!sideFits(spec.width_m) || !sideFits(spec.height_m))
        return fail("BAD_SYNTHETIC_CITY", std::format("{} m by {} m; sides from {} to {} m are possible", spec.width_m,
                                                      spec.height_m, leastSyntheticSide_m, greatestSyntheticSide_m));
    if (!(spec.cell_m >= leastSyntheticCell_m))
        return fail("BAD_SYNTHETIC_CITY",
                    std::format("cells of {} m; at least {} m are possible", spec.cell_m, leastSyntheticCell_m));
    if (!spec.centre.valid() || std::abs(spec.centre.latitude_deg) > 70 || std::abs(spec.centre.longitude_deg) > 179)
        return fail("BAD_SYNTHETIC_CITY", "the centre is within 70 degrees of latitude and 179 of longitude");
    return {};
}

} // namespace

const std::vector<LandUseClass>& syntheticLandUse() {
    static const std::vector<LandUseClass> classes{
        land("water", 0, evenHours, evenHours, Sheltering::None),
        land("green", 900, parkWeekday, parkWeekend, Sheltering::Trees),
        land("residential", 21'000, homeWeekday, homeWeekend, Sheltering::LowRise),
        land("commercial", 24'000, shopWeekday, shopWeekend, Sheltering::HighRise),
        land("business", 30'000, workWeekday, workWeekend, Sheltering::HighRise),
        land("industrial", 5'000, workWeekday, workWeekend, Sheltering::Industrial)};
    return classes;
}

Result<CityLayers> syntheticCity(const SyntheticCitySpec& spec) {
    if (Result<void> fits = check(spec); !fits) return std::unexpected(std::move(fits).error());
    return gridAround(spec.centre, spec.width_m, spec.height_m, spec.cell_m).transform([&](const CellGrid& grid) {
        const Plan plan(spec);
        const Made made{spec, plan, provenanceOf(spec)};
        CityLayers layers;
        layers.landUse.push_back(landUseOf(made, grid));
        layers.populationGrids.push_back(populationOf(made, layers.landUse.front()));
        layers.traffic.push_back(trafficOf(made));
        layers.buildings.push_back(buildingsOf(made));
        layers.amenities.push_back(amenitiesOf(made));
        return layers;
    });
}

} // namespace haneul::city
