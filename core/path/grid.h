#pragma once

#include "core/base/error.h"
#include "core/base/time.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Paths over a grid of cells: what is shortest, what hurts least, and why a path is not allowed (R-PATH).
namespace haneul::path {

// Metres east, north of the grid's south-west corner; up from the reference of its heights.
struct Point_m {
    double x = 0;
    double y = 0;
    double z = 0;

    bool operator==(const Point_m&) const = default;
};

struct Cell {
    int x = 0; // to the east
    int y = 0; // to the north
    int z = 0; // layer, from below

    bool operator==(const Cell&) const = default;
};

// Square cells in layers. A layer reaches half way to its neighbours; the lowest and the highest as far outwards.
struct GridSize {
    int nx = 0, ny = 0;
    double cell_m = 0;
    std::vector<double> heights_m; // of the middle of each layer, rising

    bool operator==(const GridSize&) const = default;
};

inline constexpr int mostLayers = 30;
inline constexpr std::int64_t mostCells = 16'000'000;

// Why a cell may not be flown. Unknown: nobody knows what stands there; that is not "clear".
enum class CauseKind { Building, Terrain, Zone, Unknown };
[[nodiscard]] std::string_view toString(CauseKind kind); // "BUILDING", "TERRAIN", "ZONE", "UNKNOWN"

// Half open.
struct TimeSpan {
    UtcMs from, to;

    bool operator==(const TimeSpan&) const = default;
};

struct Cause {
    CauseKind kind = CauseKind::Building;
    std::string name;             // of the building or the zone; of Unknown: what is not known
    std::vector<TimeSpan> closed; // empty: always

    bool operator==(const Cause&) const = default;
};

// What a search may enter.
struct Policy {
    bool unknownAllowed = false;     // cells of which nobody knows what stands there
    bool unknownRiskAllowed = false; // cells without a known risk; they count as the riskiest cell of the grid
    enum class Windows {
        Closed, // what is closed at any time of `flight` is closed throughout
        Open,   // what is closed only for a time is open: a bound, not a path
    } windows = Windows::Closed;
    std::optional<TimeSpan> flight; // none: every window counts
};

// A space of cells, each free or with its causes, each with a risk or without a known one.
class Grid {
public:
    using CauseNumber = std::uint32_t;

    // Codes: BAD_GRID (sizes, heights), TOO_MANY_CELLS.
    [[nodiscard]] static Result<Grid> make(GridSize size);

    [[nodiscard]] const GridSize& size() const { return m_size; }

    [[nodiscard]] int nx() const { return m_size.nx; }

    [[nodiscard]] int ny() const { return m_size.ny; }

    [[nodiscard]] int nz() const { return static_cast<int>(m_size.heights_m.size()); }

    // -- building
    [[nodiscard]] Result<CauseNumber> addCause(Cause cause); // TOO_MANY_CAUSES
    // The cell has this cause too; cells outside, and those that are closed for ever already, are passed over. Code
    // TOO_MANY_CAUSES (as sets of causes).
    Result<void> add(Cell cell, CauseNumber cause);
    // Expected fatalities per second of flight in each cell, layer by layer of each column, columns to the east, then
    // to the north: index (y * nx + x) * nz + z. Not finite or below 0: not known. Kept in 65,534 steps, rounded up: a
    // path's risk is never told too low. Code BAD_RISK (wrong number of cells).
    Result<void> setRisk(std::span<const float> perSecond);

    // -- looking
    [[nodiscard]] bool contains(Cell cell) const;
    [[nodiscard]] std::optional<Cell> cellAt(Point_m point) const; // nullopt: outside
    [[nodiscard]] Point_m centre(Cell cell) const;
    [[nodiscard]] double floor_m(int layer) const; // lower edge of a layer; of nz(): the upper edge of the highest
    [[nodiscard]] std::vector<CauseNumber> causesOf(Cell cell) const;

    [[nodiscard]] const Cause& cause(CauseNumber number) const { return m_causes[number]; }

    [[nodiscard]] std::optional<double> risk(Cell cell) const; // per second, as kept; nullopt: not known

    [[nodiscard]] bool anyRiskKnown() const { return m_anyRisk; }

    [[nodiscard]] double meanRisk() const { return m_meanRisk; } // of the cells with a known one, per second

    // -- for searches: columns with a border of closed ones around, bit z + 1 of a column's word is layer z
    [[nodiscard]] std::size_t columns() const {
        return static_cast<std::size_t>(m_size.nx + 2) * static_cast<std::size_t>(m_size.ny + 2);
    }

    [[nodiscard]] std::size_t columnsPerRow() const { return static_cast<std::size_t>(m_size.nx + 2); }

    [[nodiscard]] unsigned strideBits() const { return m_strideBits; } // a column has 2^this cells, the first nz used

    [[nodiscard]] std::size_t index(Cell cell) const {
        return ((static_cast<std::size_t>(cell.y + 1) * columnsPerRow() + static_cast<std::size_t>(cell.x + 1))
                << m_strideBits) +
               static_cast<std::size_t>(cell.z);
    }

    [[nodiscard]] Cell cellOf(std::size_t index) const;
    [[nodiscard]] std::vector<std::uint32_t> passable(const Policy& policy, bool needsRisk) const;

    [[nodiscard]] const std::uint16_t* riskSteps() const { return m_risk.data(); } // by index()

    [[nodiscard]] double riskStep() const { return m_riskStep; } // per second

    [[nodiscard]] bool anyWindows() const { return m_anyWindows; }

    // Is the cell closed by a window that meets [from, to]? Causes without windows are not looked at.
    [[nodiscard]] bool closedIn(std::size_t index, UtcMs from, UtcMs to) const;

    // Only windows keep the cell from being free (words as of passable()).
    [[nodiscard]] const std::vector<std::uint32_t>& windowed() const { return m_windowed; }

private:
    explicit Grid(GridSize size);
    void judge(std::size_t index); // its bits, from its causes
    [[nodiscard]] Result<std::uint32_t> setWith(std::uint32_t set, CauseNumber cause);

    GridSize m_size;
    unsigned m_strideBits = 0;
    std::vector<Cause> m_causes;
    std::vector<std::vector<CauseNumber>> m_sets;                           // 0: none
    std::vector<std::vector<std::pair<CauseNumber, std::uint32_t>>> m_next; // set with one more cause
    std::vector<std::uint32_t> m_cells;                                     // set of each cell; empty: all free
    std::vector<std::uint16_t> m_risk;
    double m_riskStep = 0;
    double m_meanRisk = 0;
    bool m_anyRisk = false;
    bool m_anyWindows = false;
    std::vector<std::uint32_t> m_inside;      // cells there are
    std::vector<std::uint32_t> m_never;       // closed whatever the time and whatever is allowed
    std::vector<std::uint32_t> m_unknown;     // has an unknown
    std::vector<std::uint32_t> m_windowed;    // has a window, and is not closed for ever
    std::vector<std::uint32_t> m_riskUnknown; // has no known risk
};

// Steps from cell to cell: number ((dy + 1) * 3 + dx + 1) * 3 + dz + 1; 13 is none. All cells of the box that a step
// spans must be free: no corner is cut.
inline constexpr int steps = 27;
inline constexpr int noStep = 13;

struct Step {
    int dx, dy, dz;
};

[[nodiscard]] constexpr Step stepOf(int number) {
    return {number / 3 % 3 - 1, number / 9 - 1, number % 3 - 1};
}

// Steps that are free from a cell, as bits by their number. `words` as of Grid::passable, `at` the cell's column, `row`
// columns per row.
[[nodiscard]] inline std::uint32_t freeSteps(const std::uint32_t* words, std::size_t at, std::size_t row, unsigned z) {
    const auto around = [&](std::size_t column) { return (words[column] >> z) & 7U; };
    const auto beside = [](std::uint32_t cells, std::uint32_t with) {
        return (cells >> 1 & 1U) != 0 ? cells & with : 0U;
    };
    const std::uint32_t own = around(at);
    const std::uint32_t west = beside(around(at - 1), own), east = beside(around(at + 1), own);
    const std::uint32_t south = beside(around(at - row), own), north = beside(around(at + row), own);
    // A corner's box holds both sides' cells, and theirs above or below where it climbs.
    const auto corner = [&](std::size_t column, std::uint32_t one, std::uint32_t other) {
        return (one >> 1 & other >> 1 & 1U) != 0 ? beside(around(column), one & other) : 0U;
    };
    return corner(at - row - 1, south, west) | south << 3 | corner(at - row + 1, south, east) << 6 | west << 9 |
           (own & 5U) << 12 | east << 15 | corner(at + row - 1, north, west) << 18 | north << 21 |
           corner(at + row + 1, north, east) << 24;
}

} // namespace haneul::path
