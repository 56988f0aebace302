// A ground-risk map of 6 km x 6 km at 10 m (360,000 cells) over the synthetic city, model by model: time of a map, of
// the same map out of the tiles that are kept, and how a map compares with asking for its cells one by one. Times are
// CPU time of this thread. Fails when map and single cells differ, never on a time. By hand: ground_risk_bench [cell in
// m]
#include "core/city/synthetic_city.h"
#include "core/risk/ground/from_city.h"
#include "core/risk/ground/legs.h"
#include "core/risk/ground/risk_map.h"
#include "core/sim/random.h"

#include <cstdio>
#include <cstdlib>

#include <ctime>

using namespace haneul;
using namespace haneul::risk::ground;

namespace {

constexpr geo::LatLon seoul{37.5665, 126.978};
constexpr double side_m = 6000;
constexpr std::size_t singleCells = 200;

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Settings settingsOf(Model model) {
    Settings settings = printedSettings(model);
    settings.height_m = 60;
    settings.shelterWhereUnknown = 0;
    settings.sum = {Model::PeopleAmenityArea, Model::TrafficRoad, Model::BuildingCombined, {1.0, 1.0, 1e-6}};
    return settings;
}

} // namespace

int main(int count, char** arguments) {
    const double cell_m = count > 1 ? std::atof(arguments[1]) : 10;
    double begun = cpu_ms();
    auto layers = city::syntheticCity({.centre = seoul, .width_m = 8000, .height_m = 8000});
    if (!layers) {
        std::printf("no city: %s\n", layers.error().message.c_str());
        return 1;
    }
    const LocatedPicture located = pictureOf(city::CityData(*std::move(layers)), seoul, "bench");
    const Picture& picture = located.picture;
    std::printf("city of 8 km x 8 km: %zu buildings, %zu road pieces, %zu amenities; made and laid out in %.0f ms\n",
                picture.parts().buildings->size(), picture.parts().roads->size(), picture.parts().amenities->size(),
                cpu_ms() - begun);
    const auto cells = static_cast<std::size_t>(side_m / cell_m);
    const Grid grid{{-side_m / 2, -side_m / 2}, cell_m, cells, cells};
    std::printf("map of %.0f m x %.0f m at %.0f m: %zu cells\n\n", side_m, side_m, cell_m, grid.size());
    std::printf("%-20s %10s %10s %12s %14s %8s\n", "model", "map ms", "ns/cell", "kept ms", "single us/cell", "ratio");
    int wrong = 0;
    for (const Model model : allModels) {
        const Settings settings = settingsOf(model);
        TileCache cache(20'000);
        begun = cpu_ms();
        const auto map = riskMap(picture, settings, grid, &cache);
        const double map_ms = cpu_ms() - begun;
        if (!map) {
            std::printf("%s: %s\n", std::string(toString(model)).c_str(), map.error().message.c_str());
            return 1;
        }
        begun = cpu_ms();
        static_cast<void>(riskMap(picture, settings, grid, &cache));
        const double kept_ms = cpu_ms() - begun;
        sim::Random random(1);
        begun = cpu_ms();
        for (std::size_t i = 0; i < singleCells; ++i) {
            const std::size_t column = random.below(cells), row = random.below(cells);
            if (cellCost(picture, settings, grid, column, row) != map->at(column, row)) ++wrong;
        }
        const double single_us = (cpu_ms() - begun) * 1000 / singleCells;
        const double perCell_us = map_ms * 1000 / static_cast<double>(grid.size());
        std::printf("%-20s %10.0f %10.0f %12.1f %14.1f %7.0fx\n", std::string(toString(model)).c_str(), map_ms,
                    perCell_us * 1000, kept_ms, single_us, single_us / perCell_us);
    }
    begun = cpu_ms();
    const std::vector<Leg> legs{{{-2900, -2900}, {2900, 2500}, 60, 90, 12}, {{2900, 2500}, {-2000, 2800}, 90, 60, 12}};
    const auto path = pathRisk(picture, settingsOf(Model::PeopleAmenityArea), grid.southWest, cell_m, legs);
    std::printf("\npath of %.0f m over %zu cells: %.1f ms, %.3g expected fatalities per flight\n", path->length_m,
                path->cells.size(), cpu_ms() - begun, path->judged_perFlight);
    if (wrong > 0) std::printf("%d single cells differ from the map\n", wrong);
    return wrong == 0 ? 0 : 1;
}
