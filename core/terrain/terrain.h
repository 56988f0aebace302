#pragma once

#include "core/terrain/elevation_grid.h"

#include <functional>
#include <memory>

namespace haneul::terrain {

// The height of the ground at a place, or why it is not known.
struct Ground {
    std::optional<double> metres;
    std::optional<geo::HeightDatum> datum; // of `metres`; nullopt: unknown, the height is only for looking at
    const Provenance* from = nullptr;      // of a known height
};

// Several grids as one ground: the finest that knows a place answers. Immutable, thread-safe; copies share it.
class Terrain {
public:
    Terrain();                                          // knows nothing
    explicit Terrain(std::vector<ElevationGrid> grids); // sound ones

    [[nodiscard]] const std::vector<ElevationGrid>& grids() const; // the finest first

    [[nodiscard]] bool empty() const { return grids().empty(); }

    [[nodiscard]] bool synthetic() const;

    [[nodiscard]] Ground groundAt(geo::LatLon point) const;
    // Above mean sea level: what heights above the ground may be judged by. `geoid_m` turns ellipsoid heights; without
    // it they are not known here. Grids of an unknown datum, and made-up ones, never answer.
    [[nodiscard]] std::optional<double>
    amslAt_m(geo::LatLon point, const std::function<std::optional<double>(geo::LatLon)>& geoid_m) const;

private:
    std::shared_ptr<const std::vector<ElevationGrid>> m_grids;
};

} // namespace haneul::terrain
