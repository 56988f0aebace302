#include "core/risk/ground/risk_map.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <limits>

namespace haneul::risk::ground {

namespace {

constexpr double notJudged = std::numeric_limits<double>::quiet_NaN();
constexpr double largestCell_m = 10'000;

struct TilePart {
    std::size_t column, row, columns, rows;
};

TilePart partAt(const Grid& grid, std::size_t tileColumn, std::size_t tileRow) {
    const std::size_t column = tileColumn * tileSide, row = tileRow * tileSide;
    return {column, row, std::min(tileSide, grid.columns - column), std::min(tileSide, grid.rows - row)};
}

Box_m boxOf(const Grid& grid, const TilePart& part) {
    const Place_m corner{grid.southWest.east + static_cast<double>(part.column) * grid.cell_m,
                         grid.southWest.north + static_cast<double>(part.row) * grid.cell_m};
    return {corner,
            {corner.east + static_cast<double>(part.columns) * grid.cell_m,
             corner.north + static_cast<double>(part.rows) * grid.cell_m}};
}

TileStore::TilePtr computeTile(const Picture& picture, const Settings& settings, const Grid& grid,
                               const TilePart& part) {
    auto tile = std::make_shared<TileStore::Tile>();
    tile->values.reserve(part.columns * part.rows);
    tile->near.reserve(part.columns * part.rows);
    CellReader reader(picture, settings, boxOf(grid, part), grid.cell_m);
    for (std::size_t row = 0; row < part.rows; ++row)
        for (std::size_t column = 0; column < part.columns; ++column) {
            const auto cell = reader.at(grid.centreOf(part.column + column, part.row + row), true);
            tile->values.push_back(costOf(settings, cell).value_or(notJudged));
            tile->near.push_back(cell.amenity_m && *cell.amenity_m <= nearAmenity_m ? 1 : 0);
        }
    return tile;
}

std::string tileKey(const std::string& common, const Grid& grid, const TilePart& part) {
    const Box_m box = boxOf(grid, part);
    return std::format("{}|{} {} {} {} {}", common, box.southWest.east, box.southWest.north, grid.cell_m, part.columns,
                       part.rows);
}

template <class Value>
std::string text(const std::optional<Value>& value) {
    if constexpr (std::is_enum_v<Value>)
        return value ? std::to_string(static_cast<int>(*value)) : "-";
    else
        return value ? std::format("{}", *value) : "-";
}

Result<void> checkAll(const Settings& settings, const Grid& grid) {
    if (auto fine = check(grid); !fine) return fine;
    return check(settings);
}

} // namespace

Result<void> check(const Grid& grid) {
    const auto bad = [](std::string message, const char* where) { return fail("BAD_GRID", std::move(message), where); };
    if (!std::isfinite(grid.southWest.east) || !std::isfinite(grid.southWest.north))
        return bad("the south-west corner must be finite", "south_west");
    if (!(grid.cell_m >= leastCell_m && grid.cell_m <= largestCell_m))
        return bad(std::format("a cell is from {} m to {} m wide", leastCell_m, largestCell_m), "cell_m");
    if (grid.columns == 0 || grid.rows == 0) return bad("a grid has at least one cell", "columns");
    if (grid.columns > mostMapCells || grid.rows > mostMapCells || grid.size() > mostMapCells)
        return bad(std::format("at most {} cells; take larger cells or a smaller area", mostMapCells), "cells");
    return {};
}

std::optional<double> RiskMap::at(std::size_t column, std::size_t row) const {
    const double value = m_values[row * m_grid.columns + column];
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

void RiskMap::set(std::size_t column, std::size_t row, std::optional<double> value, bool near) {
    m_values[row * m_grid.columns + column] = value.value_or(notJudged);
    m_near[row * m_grid.columns + column] = near ? 1 : 0;
}

MapSummary RiskMap::summary() const {
    MapSummary summary{.cells = m_values.size()};
    double all = 0, near = 0;
    std::size_t judgedNear = 0;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        const double value = m_values[i];
        if (std::isnan(value)) {
            ++summary.notJudged;
            continue;
        }
        all += value;
        summary.most = std::max(summary.most.value_or(value), value);
        summary.least = std::min(summary.least.value_or(value), value);
        if (m_near[i] == 0) continue;
        near += value;
        ++judgedNear;
    }
    const std::size_t judged = summary.cells - summary.notJudged;
    if (judged > 0) summary.mean = all / static_cast<double>(judged);
    if (!amenitiesKnown) return summary;
    summary.nearAmenities = judgedNear;
    if (judgedNear > 0) summary.meanNear = near / static_cast<double>(judgedNear);
    if (judged > judgedNear) summary.meanElsewhere = (all - near) / static_cast<double>(judged - judgedNear);
    return summary;
}

TileStore::TilePtr TileCache::find(const std::string& key) {
    const auto found = m_tiles.find(key);
    if (found == m_tiles.end()) return nullptr;
    m_order.splice(m_order.begin(), m_order, found->second.place);
    ++m_hits;
    return found->second.tile;
}

void TileCache::put(const std::string& key, TilePtr tile) {
    if (m_most == 0 || m_tiles.contains(key)) return;
    if (m_tiles.size() >= m_most) {
        m_tiles.erase(m_order.back());
        m_order.pop_back();
    }
    m_order.push_front(key);
    m_tiles.emplace(key, Entry{std::move(tile), m_order.begin()});
}

std::string keyOf(const Settings& s) {
    const Vehicle& v = s.vehicle;
    std::string key = std::format(
        "{} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {}", toString(s.model), v.body.mass_kg,
        v.body.hitArea_m2, v.body.dragCoefficient, v.crashRate_perHour, s.height_m, toString(s.moment.day),
        s.moment.timeOfDay_s, s.lethality.half_J, s.lethality.threshold_J, s.air.density_kgpm3, s.air.gravity_mps2,
        s.peopleScale, text(s.shelterWhereUnknown), s.amenityScale_km, s.amenityFloor, s.carArea_m2, s.deaths,
        static_cast<int>(s.trafficReading), s.areaSigma_m, s.heights.mu, s.heights.sigma, s.navigation.horizontal_m);
    key += std::format(" {} {} {} {} {} {} {}", s.navigation.vertical_m, text(s.sum.people), text(s.sum.traffic),
                       text(s.sum.building), text(s.sum.weights.people), text(s.sum.weights.traffic),
                       text(s.sum.weights.buildings));
    for (const double weight : s.trafficWeights)
        key += std::format(" {}", weight);
    return key;
}

Result<RiskMap> riskMap(const Picture& picture, const Settings& settings, const Grid& grid, TileStore* cache,
                        const Progress& goOn) {
    if (auto fine = checkAll(settings, grid); !fine) return std::unexpected(fine.error());
    RiskMap map(grid, unitOf(settings.model));
    map.amenitiesKnown = picture.parts().amenities && !picture.parts().amenities->empty();
    const std::string common = picture.parts().revision + '|' + keyOf(settings);
    const std::size_t across = (grid.columns + tileSide - 1) / tileSide, up = (grid.rows + tileSide - 1) / tileSide;
    for (std::size_t index = 0; index < across * up; ++index) {
        const TilePart part = partAt(grid, index % across, index / across);
        const std::string key = cache != nullptr ? tileKey(common, grid, part) : std::string();
        auto tile = cache != nullptr ? cache->find(key) : nullptr;
        if (!tile) {
            tile = computeTile(picture, settings, grid, part);
            if (cache != nullptr) cache->put(key, tile);
        }
        for (std::size_t i = 0; i < tile->values.size(); ++i) {
            const double value = tile->values[i];
            map.set(part.column + i % part.columns, part.row + i / part.columns,
                    std::isnan(value) ? std::nullopt : std::optional(value), tile->near[i] != 0);
        }
        if (goOn && !goOn(static_cast<double>(index + 1) / static_cast<double>(across * up)))
            return fail("CANCELLED", "the map was not wanted any more");
    }
    return map;
}

std::optional<double> cellCost(const Picture& picture, const Settings& settings, const Grid& grid, std::size_t column,
                               std::size_t row) {
    CellReader reader(picture, settings, boxOf(grid, {column, row, 1, 1}), grid.cell_m);
    return costOf(settings, reader.at(grid.centreOf(column, row)));
}

Result<JudgedCell> explainCell(const Picture& picture, const Settings& settings, const Grid& grid, std::size_t column,
                               std::size_t row) {
    if (auto fine = checkAll(settings, grid); !fine) return std::unexpected(fine.error());
    if (column >= grid.columns || row >= grid.rows)
        return fail("BAD_GRID", std::format("the grid has {} columns and {} rows", grid.columns, grid.rows), "column");
    CellReader reader(picture, settings, boxOf(grid, {column, row, 1, 1}), grid.cell_m);
    JudgedCell judged;
    const auto cell = reader.at(grid.centreOf(column, row), false, &judged.explanation);
    judged.value = costOf(settings, cell, &judged.explanation);
    return judged;
}

Crowd peopleIn(const Picture& picture, const Grid& grid, const Moment& moment) {
    Crowd crowd;
    const double area_km2 = grid.cell_m * grid.cell_m * 1e-6;
    const auto& residents = picture.parts().residents;
    for (std::size_t row = 0; row < grid.rows; ++row)
        for (std::size_t column = 0; column < grid.columns; ++column) {
            const auto here = residents ? residents(grid.centreOf(column, row), moment, nullptr) : Residents{};
            if (!here.people_perKm2) {
                ++crowd.notKnown;
                continue;
            }
            crowd.people += *here.people_perKm2 * area_km2;
        }
    return crowd;
}

} // namespace haneul::risk::ground
