#include "core/terrain/terrain.h"

#include <algorithm>

namespace haneul::terrain {

Terrain::Terrain()
    : Terrain(std::vector<ElevationGrid>{}) {}

Terrain::Terrain(std::vector<ElevationGrid> grids) {
    std::ranges::stable_sort(grids, {}, &ElevationGrid::spacing_m);
    m_grids = std::make_shared<const std::vector<ElevationGrid>>(std::move(grids));
}

const std::vector<ElevationGrid>& Terrain::grids() const {
    return *m_grids;
}

bool Terrain::synthetic() const {
    return std::ranges::any_of(*m_grids, [](const ElevationGrid& grid) { return grid.provenance.synthetic; });
}

Ground Terrain::groundAt(geo::LatLon point) const {
    for (const ElevationGrid& grid : *m_grids)
        if (const std::optional<double> height_m = heightAt_m(grid, point))
            return {.metres = height_m, .datum = grid.datum, .from = &grid.provenance};
    return {};
}

std::optional<double> Terrain::amslAt_m(geo::LatLon point,
                                        const std::function<std::optional<double>(geo::LatLon)>& geoid_m) const {
    for (const ElevationGrid& grid : *m_grids) {
        if (!grid.datum || grid.provenance.synthetic) continue;
        const std::optional<double> height_m = heightAt_m(grid, point);
        if (!height_m) continue;
        if (grid.datum == geo::HeightDatum::Amsl) return height_m;
        const std::optional<double> undulation_m = geoid_m ? geoid_m(point) : std::nullopt;
        if (undulation_m) return *height_m - *undulation_m;
    }
    return std::nullopt;
}

} // namespace haneul::terrain
