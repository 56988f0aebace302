#pragma once

#include "core/path/bucket_queue.h"
#include "core/path/costs.h"

#include <cstdint>
#include <vector>

namespace haneul::path {

// A lower bound of the cost from a cell to the goal, in the units of StepCosts: what the way through columns costs when
// each is as cheap as its cheapest cell that may be entered, and what the climb to the goal's layer costs at least
// beyond that. It is consistent: a step never costs less than the bound falls by. Columns are searched backwards from
// the goal, in the order of a way to the start, only as far as they are asked for.
class ColumnBound {
public:
    explicit ColumnBound(const Grid& grid);

    // `costs` and `words` (Grid::passable) outlive the next reset.
    void reset(const StepCosts& costs, const std::vector<std::uint32_t>& words, Cell start, Cell goal);

    // Of a column; unreached: no way.
    [[nodiscard]] std::uint32_t of(std::size_t column) {
        const auto towards = towardsStart(column);
        while (m_done <= m_cost[column] + towards && lookAtNext()) {
        }
        return m_cost[column];
    }

    // `cost` and the rest from layer z of a column whose bound is `column`.
    [[nodiscard]] std::uint64_t withClimb(std::uint64_t cost, std::uint32_t column, unsigned z) const {
        const std::int64_t rest = std::int64_t{column} + m_climb[z];
        return cost + static_cast<std::uint64_t>(rest < 0 ? 0 : rest);
    }

    [[nodiscard]] std::uint64_t expanded() const { return m_expanded; }

private:
    bool lookAtNext();
    void setLevelCosts(const StepCosts& costs, int goalLayer);
    [[nodiscard]] std::uint64_t towardsStart(std::size_t column) const;
    [[nodiscard]] bool linked(std::size_t from, std::size_t to, std::size_t side, std::size_t other) const;

    const Grid& m_grid;
    const std::vector<std::uint32_t>* m_words = nullptr;
    std::vector<std::uint16_t> m_leastRisk; // of the cells of a column that may be entered
    std::vector<std::uint32_t> m_cost;
    std::uint64_t m_done = 0; // costs whose sum with towardsStart is below are final
    BucketQueue m_queue;
    std::array<std::uint32_t, 9> m_fixed{};      // of the step from a column, by the direction (dy + 1) * 3 + dx + 1
    std::array<std::uint64_t, 9> m_perRisk{};    // the same
    std::vector<std::int64_t> m_climb;           // by layer
    std::int64_t m_straight = 0, m_diagonal = 0; // least cost of such a step, without risk
    Cell m_start;
    std::uint64_t m_expanded = 0;
};

} // namespace haneul::path
