#pragma once

#include "core/city/layers.h"

#include <optional>
#include <vector>

namespace haneul::city_files {

// An area of one kind of ground, as somebody drew it.
struct LandUsePiece {
    geo::Polygon outline;
    city::LandUseClass use;

    bool operator==(const LandUsePiece&) const = default;
};

inline constexpr std::size_t mostLandUseClasses = 64;      // that differ in anything
inline constexpr std::size_t mostLandUseCells = 1'000'000; // of the grid that they are drawn into
inline constexpr double usualLandUseCell_m = 50;

// The pieces as shares of cells: of nine places in a cell, which piece each lies in (the later of two). A cell of which
// less than half is covered is not known. Without `cell_m` cells are 50 m wide, wider where the area is large.
// Codes: TOO_MANY_CLASSES, TOO_MANY_CELLS (also: the outlines are too many for so fine cells), BAD_GRID, BAD_LAYER.
[[nodiscard]] Result<city::LandUseGrid> landUseGrid(const std::vector<LandUsePiece>& pieces,
                                                    const Provenance& provenance, std::optional<double> cell_m);

} // namespace haneul::city_files
