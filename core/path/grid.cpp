#include "core/path/grid.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <format>

namespace haneul::path {

namespace {

constexpr std::uint16_t riskiest = 65'534;
constexpr std::size_t mostCauses = 4'000'000; // and sets of them

bool soundHeights(const std::vector<double>& heights_m) {
    for (std::size_t i = 0; i < heights_m.size(); ++i)
        if (!std::isfinite(heights_m[i]) || (i > 0 && heights_m[i] <= heights_m[i - 1])) return false;
    return true;
}

} // namespace

std::string_view toString(CauseKind kind) {
    switch (kind) {
    case CauseKind::Building:
        return "BUILDING";
    case CauseKind::Terrain:
        return "TERRAIN";
    case CauseKind::Zone:
        return "ZONE";
    case CauseKind::Unknown:
        return "UNKNOWN";
    }
    return "";
}

Result<Grid> Grid::make(GridSize size) {
    const auto layers = size.heights_m.size();
    if (size.nx < 1 || size.ny < 1 || layers < 1 || layers > mostLayers)
        return fail("BAD_GRID", std::format("A grid has at least one cell each way and 1 to {} layers", mostLayers));
    if (!(size.cell_m > 0) || !std::isfinite(size.cell_m))
        return fail("BAD_GRID", "The size of a cell must be above 0 m", "cell_m");
    if (!soundHeights(size.heights_m))
        return fail("BAD_GRID", "Heights of the layers must rise from layer to layer", "heights_m");
    const auto cells = std::int64_t{size.nx} * size.ny * static_cast<std::int64_t>(layers);
    if (cells > mostCells)
        return fail("TOO_MANY_CELLS", std::format("The grid has {} cells; up to {} are searched: take larger cells or "
                                                  "a smaller area",
                                                  cells, mostCells));
    return Grid(std::move(size));
}

Grid::Grid(GridSize size)
    : m_size(std::move(size))
    , m_strideBits(static_cast<unsigned>(std::bit_width(m_size.heights_m.size() - 1)))
    , m_sets(1)
    , m_next(1)
    , m_risk(columns() << m_strideBits, 0)
    , m_inside(columns(), 0)
    , m_never(columns(), 0)
    , m_unknown(columns(), 0)
    , m_windowed(columns(), 0)
    , m_riskUnknown(columns(), 0) {
    const std::uint32_t all = ((1U << nz()) - 1U) << 1;
    for (int y = 0; y < ny(); ++y)
        for (int x = 0; x < nx(); ++x)
            m_inside[index({x, y, 0}) >> m_strideBits] = all;
    m_riskUnknown = m_inside; // until it is said
}

Result<Grid::CauseNumber> Grid::addCause(Cause cause) {
    if (m_causes.size() >= mostCauses)
        return fail("TOO_MANY_CAUSES", "The grid has more than 4,000,000 buildings and zones: take a smaller area");
    m_causes.push_back(std::move(cause));
    return static_cast<CauseNumber>(m_causes.size() - 1);
}

Result<std::uint32_t> Grid::setWith(std::uint32_t set, CauseNumber cause) {
    for (const auto& [with, number] : m_next[set])
        if (with == cause) return number;
    auto causes = m_sets[set];
    if (std::ranges::find(causes, cause) != causes.end()) return set;
    causes.push_back(cause);
    if (m_sets.size() >= mostCauses)
        return fail("TOO_MANY_CAUSES", "Too many buildings and zones lie over each other: take a smaller area");
    const auto number = static_cast<std::uint32_t>(m_sets.size());
    m_sets.push_back(std::move(causes));
    m_next.emplace_back();
    m_next[set].emplace_back(cause, number);
    return number;
}

Result<void> Grid::add(Cell cell, CauseNumber cause) {
    if (!contains(cell)) return {};
    if (m_cells.empty()) m_cells.assign(m_risk.size(), 0);
    const auto at = index(cell);
    if ((m_never[at >> m_strideBits] >> (cell.z + 1) & 1U) != 0) return {};
    const auto set = setWith(m_cells[at], cause);
    if (!set) return std::unexpected(set.error());
    m_cells[at] = *set;
    judge(at);
    return {};
}

void Grid::judge(std::size_t at) {
    const std::size_t column = at >> m_strideBits;
    const std::uint32_t bit = 2U << (at & ((std::size_t{1} << m_strideBits) - 1));
    bool never = false, unknown = false, windows = false;
    for (const auto number : m_sets[m_cells[at]]) {
        const auto& cause = m_causes[number];
        if (!cause.closed.empty())
            windows = true;
        else if (cause.kind == CauseKind::Unknown)
            unknown = true;
        else
            never = true;
    }
    const auto put = [&](std::vector<std::uint32_t>& words, bool on) {
        words[column] = on ? words[column] | bit : words[column] & ~bit;
    };
    put(m_never, never);
    put(m_unknown, unknown);
    put(m_windowed, windows && !never);
    m_anyWindows = m_anyWindows || windows;
}

Result<void> Grid::setRisk(std::span<const float> perSecond) {
    const auto layers = static_cast<std::size_t>(nz());
    if (perSecond.size() != static_cast<std::size_t>(nx()) * static_cast<std::size_t>(ny()) * layers)
        return fail("BAD_RISK", "The risk must be said for each cell of the grid, once");
    double largest = 0, sum = 0;
    std::size_t known = 0;
    const auto isKnown = [](float value) { return std::isfinite(value) && value >= 0; };
    for (const float value : perSecond)
        if (isKnown(value)) {
            largest = std::max(largest, static_cast<double>(value));
            sum += static_cast<double>(value);
            ++known;
        }
    m_anyRisk = known > 0;
    m_meanRisk = known > 0 ? sum / static_cast<double>(known) : 0;
    m_riskStep = largest / riskiest;
    std::ranges::fill(m_riskUnknown, 0U);
    std::size_t from = 0;
    for (int y = 0; y < ny(); ++y)
        for (int x = 0; x < nx(); ++x)
            for (int z = 0; z < nz(); ++z, ++from) {
                const auto at = index({x, y, z});
                const float value = perSecond[from];
                if (!isKnown(value)) m_riskUnknown[at >> m_strideBits] |= 2U << z;
                const double inSteps = m_riskStep > 0 ? std::ceil(static_cast<double>(value) / m_riskStep - 1e-9) : 0;
                m_risk[at] =
                    isKnown(value) ? static_cast<std::uint16_t>(std::min(inSteps, double{riskiest})) : riskiest;
            }
    return {};
}

bool Grid::contains(Cell cell) const {
    return cell.x >= 0 && cell.x < nx() && cell.y >= 0 && cell.y < ny() && cell.z >= 0 && cell.z < nz();
}

double Grid::floor_m(int layer) const {
    const auto& heights = m_size.heights_m;
    const auto at = [&](int z) { return heights[static_cast<std::size_t>(z)]; };
    if (nz() == 1) return at(0) + (layer == 0 ? -0.5 : 0.5) * m_size.cell_m;
    if (layer <= 0) return at(0) - (at(1) - at(0)) / 2;
    if (layer >= nz()) return at(nz() - 1) + (at(nz() - 1) - at(nz() - 2)) / 2;
    return (at(layer - 1) + at(layer)) / 2;
}

std::optional<Cell> Grid::cellAt(Point_m point) const {
    if (!std::isfinite(point.x) || !std::isfinite(point.y) || !std::isfinite(point.z)) return std::nullopt;
    const double x = std::floor(point.x / m_size.cell_m), y = std::floor(point.y / m_size.cell_m);
    if (x < 0 || x >= nx() || y < 0 || y >= ny() || point.z < floor_m(0) || point.z > floor_m(nz()))
        return std::nullopt;
    int z = 0;
    while (z + 1 < nz() && point.z >= floor_m(z + 1))
        ++z;
    return Cell{static_cast<int>(x), static_cast<int>(y), z};
}

Point_m Grid::centre(Cell cell) const {
    return {(cell.x + 0.5) * m_size.cell_m, (cell.y + 0.5) * m_size.cell_m,
            m_size.heights_m[static_cast<std::size_t>(cell.z)]};
}

std::vector<Grid::CauseNumber> Grid::causesOf(Cell cell) const {
    if (!contains(cell) || m_cells.empty()) return {};
    return m_sets[m_cells[index(cell)]];
}

std::optional<double> Grid::risk(Cell cell) const {
    if (!contains(cell)) return std::nullopt;
    const auto at = index(cell);
    if ((m_riskUnknown[at >> m_strideBits] >> (cell.z + 1) & 1U) != 0) return std::nullopt;
    return m_risk[at] * m_riskStep;
}

Cell Grid::cellOf(std::size_t at) const {
    const auto column = at >> m_strideBits;
    return {static_cast<int>(column % columnsPerRow()) - 1, static_cast<int>(column / columnsPerRow()) - 1,
            static_cast<int>(at & ((std::size_t{1} << m_strideBits) - 1))};
}

std::vector<std::uint32_t> Grid::passable(const Policy& policy, bool needsRisk) const {
    std::vector<std::uint32_t> words(columns());
    const bool closed = policy.windows == Policy::Windows::Closed;
    for (std::size_t column = 0; column < words.size(); ++column) {
        auto word = m_inside[column] & ~m_never[column];
        if (!policy.unknownAllowed) word &= ~m_unknown[column];
        if (needsRisk && !policy.unknownRiskAllowed) word &= ~m_riskUnknown[column];
        if (closed && m_windowed[column] != 0 && !policy.flight) word &= ~m_windowed[column];
        if (closed && policy.flight)
            for (auto rest = word & m_windowed[column]; rest != 0; rest &= rest - 1) {
                const auto z = static_cast<std::size_t>(std::countr_zero(rest)) - 1;
                if (closedIn((column << m_strideBits) + z, policy.flight->from, policy.flight->to))
                    word &= ~(rest & (~rest + 1U));
            }
        words[column] = word;
    }
    return words;
}

bool Grid::closedIn(std::size_t at, UtcMs from, UtcMs to) const {
    if (m_cells.empty()) return false;
    for (const auto number : m_sets[m_cells[at]])
        for (const auto& span : m_causes[number].closed)
            if (span.from <= to && from < span.to) return true;
    return false;
}

} // namespace haneul::path
