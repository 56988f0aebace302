#include "core/city_files/land_use.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <limits>
#include <span>

namespace haneul::city_files {

namespace {

constexpr std::size_t across = 3;     // places of a cell, in a row
constexpr std::size_t leastKnown = 5; // of the nine
constexpr double mostSteps = 5e8;     // edges and places that are looked at
constexpr std::uint8_t nobody = std::numeric_limits<std::uint8_t>::max();

geo::Box boxAround(const std::vector<LandUsePiece>& pieces) {
    geo::Box all{.south_deg = 90, .west_deg = 180, .north_deg = -90, .east_deg = -180};
    for (const auto& piece : pieces)
        for (const auto& corner : piece.outline.outer) {
            all.south_deg = std::min(all.south_deg, corner.latitude_deg);
            all.north_deg = std::max(all.north_deg, corner.latitude_deg);
            all.west_deg = std::min(all.west_deg, corner.longitude_deg);
            all.east_deg = std::max(all.east_deg, corner.longitude_deg);
        }
    return all;
}

Result<city::CellGrid> gridOver(const geo::Box& box, std::optional<double> cell_m, std::size_t classes) {
    const geo::LatLon centre{(box.south_deg + box.north_deg) / 2, (box.west_deg + box.east_deg) / 2};
    const auto scale = city::metresPerDegree(centre.latitude_deg);
    const double width_m = std::max((box.east_deg - box.west_deg) * scale.east, 1.0);
    const double height_m = std::max((box.north_deg - box.south_deg) * scale.north, 1.0);
    constexpr std::size_t mostShares = 16'000'000;
    const auto cells = static_cast<double>(std::min(mostLandUseCells, mostShares / std::max<std::size_t>(classes, 1)));
    double side_m = cell_m.value_or(usualLandUseCell_m);
    const auto countAt = [&](double side) { return std::ceil(width_m / side) * std::ceil(height_m / side); };
    while (!cell_m && countAt(side_m) > cells)
        side_m *= 1.25;
    if (!(side_m >= 1) || !(countAt(side_m) <= cells))
        return fail("TOO_MANY_CELLS",
                    std::format("cells of {} m are {:.0f}; up to {:.0f} are possible here: take larger ones", side_m,
                                countAt(side_m), cells),
                    "cell_m");
    return city::gridAround(centre, width_m, height_m, side_m);
}

// Which class each place belongs to, row by row of the places from the south.
class Places {
public:
    explicit Places(const city::CellGrid& grid)
        : m_grid(grid)
        , m_columns(grid.columns * across)
        , m_rows(grid.rows * across)
        , m_of(m_columns * m_rows, nobody) {}

    // False: too much was drawn already.
    bool draw(const geo::Polygon& outline, std::uint8_t use) {
        double south = 90, north = -90;
        std::size_t edges = outline.outer.size();
        for (const auto& corner : outline.outer) {
            south = std::min(south, corner.latitude_deg);
            north = std::max(north, corner.latitude_deg);
        }
        for (const auto& hole : outline.holes)
            edges += hole.size();
        const std::size_t first = rowAbove(south), end = std::min(rowAbove(north), m_rows);
        for (std::size_t row = first; row < end; ++row) {
            m_steps += static_cast<double>(edges);
            if (m_steps > mostSteps) return false;
            fill(row, outline, use);
        }
        return true;
    }

    [[nodiscard]] std::uint8_t at(std::size_t row, std::size_t column) const { return m_of[row * m_columns + column]; }

private:
    [[nodiscard]] double latitudeOf(std::size_t row) const {
        return m_grid.southWest.latitude_deg + (static_cast<double>(row) + 0.5) * m_grid.rowStep_deg / across;
    }

    [[nodiscard]] std::size_t rowAbove(double latitude_deg) const {
        const double row = (latitude_deg - m_grid.southWest.latitude_deg) / m_grid.rowStep_deg * across - 0.5;
        return static_cast<std::size_t>(std::clamp(std::ceil(row), 0.0, static_cast<double>(m_rows)));
    }

    [[nodiscard]] std::size_t columnAbove(double longitude_deg) const {
        const double column = (longitude_deg - m_grid.southWest.longitude_deg) / m_grid.columnStep_deg * across - 0.5;
        return static_cast<std::size_t>(std::clamp(std::ceil(column), 0.0, static_cast<double>(m_columns)));
    }

    void fill(std::size_t row, const geo::Polygon& outline, std::uint8_t use) {
        const double latitude_deg = latitudeOf(row);
        m_crossings.clear();
        const auto cross = [&](const std::vector<geo::LatLon>& ring) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const auto a = ring[i], b = ring[(i + 1) % ring.size()];
                if ((a.latitude_deg <= latitude_deg) == (b.latitude_deg <= latitude_deg)) continue;
                const double share = (latitude_deg - a.latitude_deg) / (b.latitude_deg - a.latitude_deg);
                m_crossings.push_back(a.longitude_deg + (b.longitude_deg - a.longitude_deg) * share);
            }
        };
        cross(outline.outer);
        for (const auto& hole : outline.holes)
            cross(hole);
        std::ranges::sort(m_crossings);
        for (std::size_t i = 0; i + 1 < m_crossings.size(); i += 2) {
            const auto from = columnAbove(m_crossings[i]), to = columnAbove(m_crossings[i + 1]);
            if (to <= from) continue;
            std::fill_n(m_of.begin() + static_cast<std::ptrdiff_t>(row * m_columns + from), to - from, use);
            m_steps += static_cast<double>(to - from) / 4; // plain writes
        }
    }

    const city::CellGrid& m_grid;
    std::size_t m_columns, m_rows;
    std::vector<std::uint8_t> m_of;
    std::vector<double> m_crossings;
    double m_steps = 0;
};

void setShares(city::LandUseGrid& layer, const Places& places, std::size_t index) {
    const auto cell = layer.grid.cellAt(index);
    const std::span<float> shares(layer.shares.data() + index * layer.classes.size(), layer.classes.size());
    std::size_t known = 0;
    for (std::size_t row = 0; row < across; ++row)
        for (std::size_t column = 0; column < across; ++column) {
            const auto use = places.at(cell.row * across + row, cell.column * across + column);
            if (use == nobody) continue;
            ++known;
            shares[use] += 1;
        }
    for (float& share : shares)
        share = known < leastKnown ? std::numeric_limits<float>::quiet_NaN() : share / static_cast<float>(known);
}

} // namespace

Result<city::LandUseGrid> landUseGrid(const std::vector<LandUsePiece>& pieces, const Provenance& provenance,
                                      std::optional<double> cell_m) {
    city::LandUseGrid layer;
    layer.provenance = provenance;
    std::vector<std::uint8_t> uses;
    for (const auto& piece : pieces) {
        const auto found = std::ranges::find(layer.classes, piece.use);
        uses.push_back(static_cast<std::uint8_t>(found - layer.classes.begin()));
        if (found != layer.classes.end()) continue;
        if (layer.classes.size() == mostLandUseClasses)
            return fail(
                "TOO_MANY_CLASSES",
                std::format("more than {} kinds of ground that differ in their people or hours", mostLandUseClasses));
        layer.classes.push_back(piece.use);
    }
    auto grid = gridOver(boxAround(pieces), cell_m, layer.classes.size());
    if (!grid) return std::unexpected(grid.error());
    layer.grid = *grid;
    Places places(layer.grid);
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (!places.draw(pieces[i].outline, uses[i]))
            return fail("TOO_MANY_CELLS",
                        "the outlines are too many for such cells: take larger ones, or a smaller area", "cell_m");
    layer.shares.assign(layer.grid.size() * layer.classes.size(), 0);
    for (std::size_t i = 0; i < layer.grid.size(); ++i)
        setShares(layer, places, i);
    if (auto sound = city::check(layer); !sound) return std::unexpected(sound.error());
    return layer;
}

} // namespace haneul::city_files
