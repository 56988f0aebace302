#pragma once

#include "core/risk/ground/picture.h"

#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

// Costs of all cells of a grid.
namespace haneul::risk::ground {

struct Grid {
    Place_m southWest;
    double cell_m = 100;
    std::size_t columns = 60, rows = 60; // the paper's 60 x 60

    bool operator==(const Grid&) const = default;

    [[nodiscard]] std::size_t size() const { return columns * rows; }

    [[nodiscard]] Place_m centreOf(std::size_t column, std::size_t row) const {
        return {southWest.east + (static_cast<double>(column) + 0.5) * cell_m,
                southWest.north + (static_cast<double>(row) + 0.5) * cell_m};
    }
};

inline constexpr std::size_t mostMapCells = 4'000'000;
inline constexpr double leastCell_m = 1;

// Code BAD_GRID: no cell, more than mostMapCells, a cell smaller than leastCell_m or larger than 10 km, a corner that
// is not finite.
[[nodiscard]] Result<void> check(const Grid& grid);

struct MapSummary {
    std::size_t cells = 0, notJudged = 0;
    std::optional<double> mean, most, least;  // of the judged; none: no cell is
    std::optional<std::size_t> nearAmenities; // judged cells near one; none: no amenity is known
    std::optional<double> meanNear, meanElsewhere;
};

class RiskMap {
public:
    RiskMap(const Grid& grid, Unit unit)
        : m_grid(grid)
        , m_unit(unit)
        , m_values(grid.size())
        , m_near(grid.size()) {}

    [[nodiscard]] const Grid& grid() const { return m_grid; }

    [[nodiscard]] Unit unit() const { return m_unit; }

    // nullopt: not judged. Column from the west, row from the south.
    [[nodiscard]] std::optional<double> at(std::size_t column, std::size_t row) const;

    [[nodiscard]] bool nearAmenity(std::size_t column, std::size_t row) const {
        return m_near[row * m_grid.columns + column] != 0;
    }

    [[nodiscard]] MapSummary summary() const;

    void set(std::size_t column, std::size_t row, std::optional<double> value, bool near);
    bool amenitiesKnown = false;

private:
    Grid m_grid;
    Unit m_unit;
    std::vector<double> m_values; // NaN: not judged
    std::vector<unsigned char> m_near;
};

inline constexpr std::size_t tileSide = 64; // cells
inline constexpr double nearAmenity_m = 1000;

// Where tiles already computed are kept, by all that goes into them.
class TileStore {
public:
    struct Tile {
        std::vector<double> values;
        std::vector<unsigned char> near;
    };

    using TilePtr = std::shared_ptr<const Tile>;

    virtual ~TileStore() = default;
    [[nodiscard]] virtual TilePtr find(const std::string& key) = 0; // null: not there
    virtual void put(const std::string& key, TilePtr tile) = 0;
};

// In memory; the oldest leave when it is full. Not thread-safe.
class TileCache final : public TileStore {
public:
    explicit TileCache(std::size_t mostTiles)
        : m_most(mostTiles) {}

    [[nodiscard]] TilePtr find(const std::string& key) override;
    void put(const std::string& key, TilePtr tile) override;

    [[nodiscard]] std::size_t size() const { return m_tiles.size(); }

    [[nodiscard]] std::size_t hits() const { return m_hits; }

private:
    struct Entry {
        TilePtr tile;
        std::list<std::string>::iterator place;
    };

    std::size_t m_most, m_hits = 0;
    std::list<std::string> m_order; // latest first
    std::unordered_map<std::string, Entry> m_tiles;
};

// Asked after each tile with the share that is done; false ends it.
using Progress = std::function<bool(double)>;

// Codes: those of check(Grid) and check(Settings); CANCELLED. `cache` may be null.
[[nodiscard]] Result<RiskMap> riskMap(const Picture& picture, const Settings& settings, const Grid& grid,
                                      TileStore* cache = nullptr, const Progress& goOn = {});

struct JudgedCell {
    std::optional<double> value; // nullopt: not judged
    Explanation explanation;     // every value on the way
};

// One cell alone, the same value as in the map. Codes as riskMap; BAD_GRID for a cell outside.
[[nodiscard]] Result<JudgedCell> explainCell(const Picture& picture, const Settings& settings, const Grid& grid,
                                             std::size_t column, std::size_t row);
[[nodiscard]] std::optional<double> cellCost(const Picture& picture, const Settings& settings, const Grid& grid,
                                             std::size_t column, std::size_t row); // of sound settings

// All that a value depends on besides the picture and the place, as text: the same text, the same values.
[[nodiscard]] std::string keyOf(const Settings& settings);

struct Crowd {
    double people = 0;
    std::size_t notKnown = 0; // cells
};

// People in the cells of a grid at a moment. Their number over the day stays the same with
// peopleScale = (number wanted) / people.
[[nodiscard]] Crowd peopleIn(const Picture& picture, const Grid& grid, const Moment& moment);

} // namespace haneul::risk::ground
