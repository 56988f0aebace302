#include "core/path/column_bound.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

namespace haneul::path {

namespace {

constexpr std::uint32_t unknownCost = 0xffff'ffff;
constexpr std::uint64_t mostCost = 0xf000'0000;
constexpr int staying = 4; // the direction that is none

// Cells of a column, with those above and below.
std::uint32_t spread(std::uint32_t word) {
    return word | word << 1 | word >> 1;
}

} // namespace

ColumnBound::ColumnBound(const Grid& grid)
    : m_grid(grid)
    , m_leastRisk(grid.columns())
    , m_cost(grid.columns()) {}

// Level steps cost what they cost; what a climb or descent costs beyond a level step, layer by layer, is the climb's
// part. Where going up and down again would gain, there is no such part, and every step counts as the cheapest.
void ColumnBound::setLevelCosts(const StepCosts& costs, int goalLayer) {
    const int layers = m_grid.nz();
    const auto fixedOf = [&](int z, int direction, int dz) -> std::int64_t {
        return costs.fixed[static_cast<std::size_t>(z * steps + direction * 3 + dz + 1)];
    };
    std::array<std::int64_t, 9> level{}, least{};
    level.fill(StepCosts::never);
    least.fill(StepCosts::never);
    level[staying] = 0;
    m_perRisk.fill(~std::uint64_t{0});
    for (int z = 0; z < layers; ++z)
        for (int direction = 0; direction < 9; ++direction)
            for (int dz = -1; dz <= 1; ++dz) {
                const auto fixed = fixedOf(z, direction, dz);
                if (fixed == StepCosts::never) continue;
                const auto d = static_cast<std::size_t>(direction);
                if (dz == 0) level[d] = std::min(level[d], fixed);
                least[d] = std::min(least[d], fixed);
                m_perRisk[d] =
                    std::min(m_perRisk[d], costs.perRisk[static_cast<std::size_t>(z * steps + direction * 3 + dz + 1)]);
            }
    // Beyond level: from z up to z + 1, and from z + 1 down to z.
    std::vector<std::int64_t> up(static_cast<std::size_t>(layers), 0), down(static_cast<std::size_t>(layers), 0);
    bool apart = true;
    for (int z = 0; z + 1 < layers && apart; ++z) {
        const auto beyond = [&](int from, int dz) {
            std::int64_t smallest = StepCosts::never;
            for (int direction = 0; direction < 9; ++direction) {
                const auto fixed = fixedOf(from, direction, dz);
                if (fixed == StepCosts::never) continue;
                // Can it only be flown on a slope, a level step of that direction costs as much as the slope.
                smallest = std::min(smallest, fixed - level[static_cast<std::size_t>(direction)]);
            }
            return smallest;
        };
        up[static_cast<std::size_t>(z)] = beyond(z, 1);
        down[static_cast<std::size_t>(z)] = beyond(z + 1, -1);
        apart = up[static_cast<std::size_t>(z)] + down[static_cast<std::size_t>(z)] >= 0;
    }
    m_climb.assign(static_cast<std::size_t>(layers), 0);
    for (int z = goalLayer - 1; z >= 0 && apart; --z)
        m_climb[static_cast<std::size_t>(z)] =
            m_climb[static_cast<std::size_t>(z) + 1] + up[static_cast<std::size_t>(z)];
    for (int z = goalLayer + 1; z < layers && apart; ++z)
        m_climb[static_cast<std::size_t>(z)] =
            m_climb[static_cast<std::size_t>(z) - 1] + down[static_cast<std::size_t>(z) - 1];
    m_straight = m_diagonal = StepCosts::never;
    for (std::size_t d = 0; d < 9; ++d) {
        m_fixed[d] = static_cast<std::uint32_t>(apart ? level[d] : least[d]);
        if (d == staying || m_fixed[d] == StepCosts::never) continue;
        auto& kind = d % 2 == 0 ? m_diagonal : m_straight;
        kind = std::min(kind, std::int64_t{m_fixed[d]});
    }
    m_diagonal = std::min({m_diagonal, 2 * m_straight, std::int64_t{StepCosts::most}});
    m_straight = std::min({m_straight, m_diagonal, std::int64_t{StepCosts::most}});
}

void ColumnBound::reset(const StepCosts& costs, const std::vector<std::uint32_t>& words, Cell start, Cell goal) {
    m_words = &words;
    m_start = start;
    m_expanded = 0;
    setLevelCosts(costs, goal.z);
    const unsigned bits = m_grid.strideBits();
    const std::uint16_t* risk = m_grid.riskSteps();
    for (std::size_t column = 0; column < words.size(); ++column) {
        std::uint16_t least = 0xffff;
        for (auto rest = words[column] >> 1; rest != 0; rest &= rest - 1)
            least = std::min(least, risk[(column << bits) + static_cast<std::size_t>(std::countr_zero(rest))]);
        m_leastRisk[column] = least;
    }
    std::ranges::fill(m_cost, unknownCost);
    m_done = 0;
    m_queue.reset(costs.cheapest == StepCosts::never ? 1 : costs.cheapest / 8, std::uint64_t{2} * costs.dearest);
    const auto at = m_grid.index(goal) >> bits;
    m_cost[at] = 0;
    m_queue.push(static_cast<std::uint32_t>(at), 0, static_cast<std::uint32_t>(towardsStart(at)));
}

// At least, from the start to the column.
std::uint64_t ColumnBound::towardsStart(std::size_t column) const {
    const auto row = m_grid.columnsPerRow();
    const auto dx = std::abs(static_cast<std::int64_t>(column % row) - 1 - m_start.x);
    const auto dy = std::abs(static_cast<std::int64_t>(column / row) - 1 - m_start.y);
    const auto both = std::min(dx, dy);
    return static_cast<std::uint64_t>(both * m_diagonal + (std::max(dx, dy) - both) * m_straight);
}

bool ColumnBound::linked(std::size_t from, std::size_t to, std::size_t side, std::size_t other) const {
    const auto& words = *m_words;
    return (spread(words[from]) & spread(words[to]) & words[side] & words[other]) != 0;
}

// Columns may come back within a bucket; once all of one has been looked at, what is in it is final.
bool ColumnBound::lookAtNext() {
    BucketQueue::Entry entry{};
    std::uint64_t least = 0;
    if (!m_queue.pop(entry, least)) {
        m_done = ~std::uint64_t{0};
        return false;
    }
    if (least > m_done) m_done = std::min(least, m_queue.asideFrom());
    const std::size_t column = entry.cell;
    if (m_cost[column] != entry.cost) return true;
    ++m_expanded;
    const auto& words = *m_words;
    const auto row = static_cast<std::ptrdiff_t>(m_grid.columnsPerRow());
    const auto back = [&](std::ptrdiff_t by) { return column - static_cast<std::size_t>(by); };
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) {
            const auto d = static_cast<std::size_t>((dy + 1) * 3 + dx + 1);
            if (d == staying || m_fixed[d] == StepCosts::never) continue;
            const auto from = back(dy * row + dx); // the step goes from there to here
            if (words[from] == 0) continue;
            const bool diagonal = dx != 0 && dy != 0;
            if (diagonal ? !linked(from, column, back(dx), back(dy * row)) : (spread(words[from]) & words[column]) == 0)
                continue;
            const std::uint64_t total =
                std::uint64_t{entry.cost} + m_fixed[d] +
                ((m_perRisk[d] * (std::uint64_t{m_leastRisk[column]} + m_leastRisk[from])) >> StepCosts::riskBits);
            if (total >= m_cost[from] || total > mostCost) continue;
            m_cost[from] = static_cast<std::uint32_t>(total);
            m_queue.push(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(total),
                         static_cast<std::uint32_t>(std::min<std::uint64_t>(total + towardsStart(from), unknownCost)));
        }
    return true;
}

} // namespace haneul::path
