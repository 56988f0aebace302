#include "core/path/constrained.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <queue>

namespace haneul::path {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr double rounding = 1e-9; // a share by which sums may differ
constexpr int mostCuts = 24;
constexpr double dualEnough = 3e-4;
constexpr int mostRounds = 12;            // of bounds by cells
constexpr double closeMultipliers = 1.05; // nothing is gained between two of which one is so many times the other

// What the search counts: objective, risk, energy.
struct Sums {
    double objective = 0;
    double risk = 0;
    double energy_j = 0;

    Sums& operator+=(const Sums& more) {
        objective += more.objective;
        risk += more.risk;
        energy_j += more.energy_j;
        return *this;
    }
};

struct Multipliers {
    double perRisk = 0;
    double perJoule = 0;
};

Sums sumsOf(const Totals& totals, Objective objective) {
    return {objective == Objective::Length ? totals.length_m : totals.energy_j, totals.risk, totals.energy_j};
}

Weights weightsOf(Objective objective, const Multipliers& at) {
    return {.perMetre = objective == Objective::Length ? 1.0 : 0.0,
            .perJoule = at.perJoule + (objective == Objective::Energy ? 1.0 : 0.0),
            .perRisk = at.perRisk};
}

// The best weights for the paths that are known: the highest point under all their planes
// objective + perRisk * (risk - budget) + perJoule * (energy - budget). Few planes: every corner is looked at.
class Planes {
public:
    Planes(const Budgets& budgets, const Multipliers& most)
        : m_budgets(budgets)
        , m_most(most) {}

    void add(const Sums& path) {
        m_planes.push_back({path.objective, m_budgets.risk ? path.risk - *m_budgets.risk : 0,
                            m_budgets.energy_j ? path.energy_j - *m_budgets.energy_j : 0});
    }

    [[nodiscard]] double under(const Multipliers& at) const {
        double least = never;
        for (const auto& [objective, risk, energy] : m_planes)
            least = std::min(least, objective + at.perRisk * risk + at.perJoule * energy);
        return least;
    }

    [[nodiscard]] Multipliers highest() const {
        Multipliers best{};
        double value = under(best);
        const auto consider = [&](Multipliers at) {
            if (!std::isfinite(at.perRisk) || !std::isfinite(at.perJoule)) return;
            at = {std::clamp(at.perRisk, 0.0, m_most.perRisk), std::clamp(at.perJoule, 0.0, m_most.perJoule)};
            if (const double height = under(at); height > value) {
                value = height;
                best = at;
            }
        };
        // Lines on which two planes meet, or one of the axes; corners are where two lines cross.
        std::vector<std::array<double, 3>> lines{{1, 0, 0}, {0, 1, 0}, {1, 0, m_most.perRisk}, {0, 1, m_most.perJoule}};
        for (std::size_t i = 0; i < m_planes.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                lines.push_back({m_planes[i][1] - m_planes[j][1], m_planes[i][2] - m_planes[j][2],
                                 m_planes[j][0] - m_planes[i][0]});
        const auto cross = [&](const auto& a, const auto& b) {
            const double det = a[0] * b[1] - a[1] * b[0];
            if (det != 0) consider({(a[2] * b[1] - a[1] * b[2]) / det, (a[0] * b[2] - a[2] * b[0]) / det});
        };
        const bool two = m_budgets.risk && m_budgets.energy_j;
        const std::size_t with = two ? lines.size() : 4; // with one budget the other axis is a line of its own
        for (std::size_t i = 0; i < lines.size(); ++i)
            for (std::size_t j = 0; j < std::min(i, with); ++j)
                cross(lines[i], lines[j]);
        return best;
    }

private:
    Budgets m_budgets;
    Multipliers m_most;
    std::vector<std::array<double, 3>> m_planes;
};

// Ways to the goal from every cell (or from the start to it), with what they sum up to, computed when asked for.
class Ways {
public:
    Ways(const Grid& grid, CostToGo toGo)
        : m_grid(grid)
        , m_toGo(std::move(toGo))
        , m_sums(m_toGo.cost.size(), Sums{-1, 0, 0}) {}

    [[nodiscard]] double least(std::size_t cell) const {
        const auto cost = m_toGo.cost[cell];
        return cost == unreached ? never : cost * m_toGo.unit;
    }

    [[nodiscard]] std::vector<Cell> path(Cell cell) const { return m_toGo.path(m_grid, cell); }

    template <class StepSums>
    [[nodiscard]] const Sums& sums(std::size_t cell, const StepSums& ofStep) {
        m_way.clear();
        while (m_sums[cell].objective < 0 && m_toGo.step[cell] != noStep) {
            m_way.push_back(cell);
            cell = m_toGo.next(m_grid, cell);
        }
        if (m_sums[cell].objective < 0) m_sums[cell] = {};
        while (!m_way.empty()) {
            auto sum = m_sums[cell];
            const auto before = m_way.back();
            m_way.pop_back();
            const auto step = m_toGo.step[before];
            sum += m_toGo.backwards ? ofStep(cell, step, before) : ofStep(before, step, cell);
            m_sums[before] = sum;
            cell = before;
        }
        return m_sums[cell];
    }

private:
    const Grid& m_grid;
    CostToGo m_toGo;
    std::vector<Sums> m_sums;
    std::vector<std::size_t> m_way;
};

class BudgetSearch {
public:
    BudgetSearch(Searcher& searcher, const Grid& grid, const StepEfforts& efforts, const BudgetTask& task)
        : m_searcher(searcher)
        , m_grid(grid)
        , m_efforts(efforts)
        , m_task(task)
        , m_policy(task.policy) {}

    Result<BudgetPath> run();

private:
    struct Label {
        std::uint32_t cell = 0;
        std::uint32_t before = 0;
        std::uint32_t nextInCell = 0;
        std::uint8_t step = noStep;
        bool dominated = false;
        Sums sums;
    };

    static constexpr std::uint32_t noLabel = 0xffff'ffff;

    [[nodiscard]] bool within(const Sums& sums) const {
        return (!m_task.budgets.risk || sums.risk <= *m_task.budgets.risk * (1 + rounding)) &&
               (!m_task.budgets.energy_j || sums.energy_j <= *m_task.budgets.energy_j * (1 + rounding));
    }

    [[nodiscard]] SearchTask taskOf(const Weights& weights) const {
        return {.start = m_task.start,
                .goal = m_task.goal,
                .weights = weights,
                .policy = m_policy,
                .cancel = m_task.cancel,
                .riskMatters = m_task.budgets.risk.has_value(),
                .only = m_near.empty() ? nullptr : &m_near};
    }

    Result<Sums> solve(const Weights& weights, double& cost);
    Result<Sums> solve(const Multipliers& at, double& dual);
    void offerPath(const std::vector<Cell>& cells);
    Result<Ways> ways(const Weights& weights, double limit);
    Result<bool> provesNone();
    Result<bool> provesNoneByPlaces();
    Result<void> dual();
    Result<void> closeGap();
    Result<void> byCells();
    Result<void> lookByCells(float share);
    void keepNear();
    [[nodiscard]] std::size_t narrowest() const;
    Result<void> labels();
    void switchOver(Ways& way);

    [[nodiscard]] bool goodEnough() const {
        return m_bestSums && m_bestSums->objective <= m_bound * (1 + m_task.gap) + slack();
    }

    [[nodiscard]] double slack() const { return m_bestSums->objective * rounding; }

    [[nodiscard]] BudgetPath answer() const;

    [[nodiscard]] Sums stepSums(std::size_t from, std::uint8_t step, std::size_t to) const {
        const auto z = static_cast<int>(from & ((std::size_t{1} << m_grid.strideBits()) - 1));
        const auto& effort = *m_efforts.of(z, step);
        const auto* risk = m_grid.riskSteps();
        return {m_task.objective == Objective::Length ? effort.length_m : effort.energy_j,
                (risk[from] + risk[to]) * m_grid.riskStep() * effort.time_s / 2, effort.energy_j};
    }

    [[nodiscard]] double beyond(const Multipliers& at) const { // what they take off the bound
        return at.perRisk * m_task.budgets.risk.value_or(0) + at.perJoule * m_task.budgets.energy_j.value_or(0);
    }

    [[nodiscard]] std::size_t neighbour(std::size_t cell, int step) const {
        const auto [dx, dy, dz] = stepOf(step);
        const auto row = static_cast<std::ptrdiff_t>(m_grid.columnsPerRow());
        return cell + static_cast<std::size_t>((dy * row + dx) * (std::ptrdiff_t{1} << m_grid.strideBits()) + dz);
    }

    [[nodiscard]] double best() const { return m_bestSums ? m_bestSums->objective : never; }

    // What the paths by a cell have at least of the objective: the highest of the duals that were looked at.
    struct ByCell {
        double bound = 0;
        float share = 0;   // of the multipliers at which it is so
        bool over = false; // the cheapest path there is beyond the budgets: dearer ones may bound it better
    };

    Searcher& m_searcher;
    const Grid& m_grid;
    const StepEfforts& m_efforts;
    const BudgetTask& m_task;
    Policy m_policy;
    std::vector<Cell> m_best;
    std::optional<Sums> m_bestSums;
    double m_bound = 0;
    bool m_exhausted = false; // every path that could be better has been looked at
    Multipliers m_at;         // of the bound
    std::optional<Ways> m_byRisk, m_byEnergy;
    std::vector<ByCell> m_byCell;          // by Grid::index
    std::vector<std::uint32_t> m_passable; // words as of Grid::passable
    std::vector<std::uint32_t> m_near;     // of them those that are, or touch, a cell that a better path may go by
    BudgetPath m_told;
    std::vector<Sums> m_known; // of paths that have been found
    std::vector<std::vector<Cell>> m_paths;
};

// The cheapest, over all places that the path goes by.
Result<Sums> BudgetSearch::solve(const Weights& weights, double& cost) {
    std::vector<Cell> cells{m_task.start};
    auto places = m_task.via;
    places.push_back(m_task.goal);
    cost = 0;
    for (const auto& place : places) {
        auto task = taskOf(weights);
        task.start = cells.back();
        task.goal = place;
        const auto path = m_searcher.shortest(m_efforts, task);
        if (!path) return std::unexpected(path.error());
        m_told.expanded += path->expanded;
        cost += static_cast<double>(path->cost) * path->unit;
        cells.insert(cells.end(), path->cells.begin() + 1, path->cells.end());
    }
    offerPath(cells);
    return m_known.back();
}

Result<Sums> BudgetSearch::solve(const Multipliers& at, double& dual) {
    const auto sums = solve(weightsOf(m_task.objective, at), dual);
    dual -= beyond(at);
    return sums;
}

void BudgetSearch::offerPath(const std::vector<Cell>& cells) {
    const auto sums = sumsOf(totalsOf(m_grid, m_efforts, cells), m_task.objective);
    m_known.push_back(sums);
    m_paths.push_back(cells);
    if (within(sums) && (!m_bestSums || sums.objective < m_bestSums->objective)) {
        m_bestSums = sums;
        m_best = cells;
    }
}

Result<Ways> BudgetSearch::ways(const Weights& weights, double limit) {
    auto toGo = m_searcher.costsTo(m_efforts, taskOf(weights), limit);
    if (!toGo) return std::unexpected(toGo.error());
    return Ways(m_grid, std::move(*toGo));
}

// Ways of the least risk and the least energy; when even those are above the budget, there is no path.
Result<bool> BudgetSearch::provesNone() {
    const auto start = m_grid.index(m_task.start);
    if (!m_task.via.empty()) return provesNoneByPlaces();
    if (m_task.budgets.risk) {
        auto found = ways({0, 0, 1}, *m_task.budgets.risk * (1 + rounding));
        if (!found) return std::unexpected(found.error());
        m_byRisk.emplace(std::move(*found));
        if (m_byRisk->least(start) > *m_task.budgets.risk * (1 + rounding)) {
            const auto least = m_searcher.shortest(m_efforts, taskOf({0, 0, 1}));
            if (least) m_told.leastRisk = static_cast<double>(least->cost) * least->unit;
            return true;
        }
        offerPath(m_byRisk->path(m_task.start));
    }
    if (m_task.budgets.energy_j) {
        auto found = ways({0, 1, 0}, *m_task.budgets.energy_j * (1 + rounding));
        if (!found) return std::unexpected(found.error());
        m_byEnergy.emplace(std::move(*found));
        if (m_byEnergy->least(start) > *m_task.budgets.energy_j * (1 + rounding)) {
            const auto least = m_searcher.shortest(m_efforts, taskOf({0, 1, 0}));
            if (least) m_told.leastEnergy_j = static_cast<double>(least->cost) * least->unit;
            return true;
        }
        offerPath(m_byEnergy->path(m_task.start));
    }
    return false;
}

Result<bool> BudgetSearch::provesNoneByPlaces() {
    const auto above = [&](const Weights& weights, double budget, std::optional<double>& told) -> Result<bool> {
        double least = 0;
        const auto sums = solve(weights, least);
        if (!sums) return std::unexpected(sums.error());
        if (least <= budget * (1 + rounding)) return false;
        told = least;
        return true;
    };
    if (m_task.budgets.risk)
        if (const auto none = above({0, 0, 1}, *m_task.budgets.risk, m_told.leastRisk); !none || *none) return none;
    if (m_task.budgets.energy_j) return above({0, 1, 0}, *m_task.budgets.energy_j, m_told.leastEnergy_j);
    return false;
}

Result<void> BudgetSearch::dual() {
    const auto first = m_known.front().objective;
    const auto cap = [&](const std::optional<double>& budget) {
        return budget ? 1e6 * first / std::max(*budget, 1e-300) : 0.0;
    };
    Planes planes(m_task.budgets, {cap(m_task.budgets.risk), cap(m_task.budgets.energy_j)});
    for (const auto& sums : m_known)
        planes.add(sums);
    for (int cut = 0; cut < mostCuts && !goodEnough(); ++cut) {
        const auto at = planes.highest();
        double value = 0;
        const auto sums = solve(at, value);
        if (!sums) {
            if (sums.error().code == "COST_TOO_LARGE") return {}; // the bound stays as it is
            return std::unexpected(sums.error());
        }
        if (value > m_bound) {
            m_bound = value;
            m_at = at;
        }
        if (planes.under(at) - value <= dualEnough * std::abs(value)) return {};
        planes.add(*sums);
    }
    return {};
}

// Each path that was found, as far as it goes, and from there another way to the goal.
void BudgetSearch::switchOver(Ways& way) {
    const auto ofStep = [&](std::size_t from, std::uint8_t step, std::size_t to) { return stepSums(from, step, to); };
    for (std::size_t number = 0; number < m_paths.size(); ++number) {
        const auto& path = m_paths[number];
        std::size_t bestAt = 0;
        Sums so;
        for (std::size_t i = 1; i < path.size(); ++i) {
            const auto from = m_grid.index(path[i - 1]), to = m_grid.index(path[i]);
            const auto& a = path[i - 1];
            const auto& b = path[i];
            so += stepSums(from, static_cast<std::uint8_t>(((b.y - a.y + 1) * 3 + b.x - a.x + 1) * 3 + b.z - a.z + 1),
                           to);
            if (way.least(to) == never) continue;
            auto whole = so;
            whole += way.sums(to, ofStep);
            if (!within(whole) || (m_bestSums && whole.objective >= m_bestSums->objective)) continue;
            m_bestSums = whole;
            bestAt = i;
        }
        if (bestAt == 0) continue;
        m_best.assign(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(bestAt));
        const auto rest = way.path(path[bestAt]);
        m_best.insert(m_best.end(), rest.begin(), rest.end());
    }
}

Result<void> BudgetSearch::closeGap() {
    if (m_byRisk) switchOver(*m_byRisk);
    if (m_byEnergy) switchOver(*m_byEnergy);
    if (goodEnough()) return {};
    m_passable = m_grid.passable(m_policy, m_task.budgets.risk.has_value() && m_grid.anyRiskKnown());
    m_byCell.assign(m_passable.size() << m_grid.strideBits(), {});
    if (const auto done = byCells(); !done) return done;
    return goodEnough() || m_exhausted ? Result<void>{} : labels();
}

// Each path goes by some cells, and has at least the most that one of them demands. The multipliers that demand most of
// the paths by one cell are not those of another: around a risky place on one side and the other, for example. So
// they are chosen for the cell that no path can avoid to better (narrowest) until that is good enough.
Result<void> BudgetSearch::byCells() {
    std::vector<float> shares; // looked at, rising
    float share = 1;
    for (int round = 0; round < mostRounds && m_at.perRisk + m_at.perJoule > 0; ++round) {
        if (const auto done = lookByCells(share); !done) {
            if (done.error().code == "COST_TOO_LARGE") return {}; // the bound stays as it is
            return done;
        }
        shares.insert(std::ranges::upper_bound(shares, share), share);
        keepNear();
        const auto cell = narrowest();
        const auto& there = m_byCell[cell];
        m_exhausted = there.bound >= best();
        m_bound = std::max(m_bound, std::min(there.bound, best()));
        if (m_exhausted || goodEnough()) return {};
        const auto at = std::ranges::find(shares, there.share);
        if (at == shares.end()) return {};
        if (there.over)
            share = at + 1 == shares.end() ? *at * 2 : std::sqrt(*at * *(at + 1));
        else
            share = at == shares.begin() ? *at / 2 : std::sqrt(*at * *(at - 1));
        if (std::max(share / *at, *at / share) < closeMultipliers) return {};
    }
    return {};
}

// The cheapest path by each cell, at this share of the multipliers: it bounds all by the cell, and may be the best yet.
Result<void> BudgetSearch::lookByCells(float share) {
    const Multipliers at{share * m_at.perRisk, share * m_at.perJoule};
    const auto task = taskOf(weightsOf(m_task.objective, at));
    auto to = m_searcher.costsTo(m_efforts, task, best() + beyond(at));
    if (!to) return std::unexpected(to.error());
    auto from = m_searcher.costsFrom(m_efforts, task, best() + beyond(at));
    if (!from) return std::unexpected(from.error());
    Ways onwards(m_grid, std::move(*to)), hither(m_grid, std::move(*from));
    const auto ofStep = [&](std::size_t cell, std::uint8_t step, std::size_t next) {
        return stepSums(cell, step, next);
    };
    std::optional<std::size_t> bestBy;
    for (std::size_t cell = 0; cell < m_byCell.size(); ++cell) {
        auto& known = m_byCell[cell];
        if (known.bound >= best()) continue;
        const double bound = hither.least(cell) + onwards.least(cell) - beyond(at);
        if (bound >= best()) {
            known.bound = bound;
            continue;
        }
        auto sums = hither.sums(cell, ofStep);
        sums += onwards.sums(cell, ofStep);
        if (within(sums) && sums.objective < best()) {
            m_bestSums = sums;
            bestBy = cell;
        }
        if (bound <= known.bound) continue;
        known = {bound, share, at.perRisk * sums.risk + at.perJoule * sums.energy_j > beyond(at)};
    }
    if (!bestBy) return {};
    m_best = hither.path(m_grid.cellOf(*bestBy));
    m_best.pop_back();
    const auto rest = onwards.path(m_grid.cellOf(*bestBy));
    m_best.insert(m_best.end(), rest.begin(), rest.end());
    return {};
}

// A step between two cells needs those beside it free too: what touches a cell stays.
void BudgetSearch::keepNear() {
    const auto row = m_grid.columnsPerRow();
    const auto stride = std::size_t{1} << m_grid.strideBits();
    m_near.assign(m_passable.size(), 0);
    for (std::size_t column = 0; column < m_passable.size(); ++column) {
        if (m_passable[column] == 0) continue;
        std::uint32_t word = 0;
        for (std::size_t z = 0; z < stride; ++z)
            if (m_byCell[column * stride + z].bound < best()) word |= 7U << z;
        for (const auto at : {column - row, column, column + row})
            for (const auto beside : {at - 1, at, at + 1})
                m_near[beside] |= word;
    }
}

// Of all ways to the goal the one whose most demanding cell demands least, and that cell; the start: there is none.
std::size_t BudgetSearch::narrowest() const {
    using Waiting = std::pair<double, std::size_t>;
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> queue;
    std::vector<bool> seen(m_byCell.size());
    const auto start = m_grid.index(m_task.start), goal = m_grid.index(m_task.goal);
    auto worst = start;
    queue.emplace(m_byCell[start].bound, start);
    seen[start] = true;
    while (!queue.empty()) {
        const auto cell = queue.top().second;
        queue.pop();
        if (m_byCell[cell].bound > m_byCell[worst].bound) worst = cell;
        if (cell == goal) break;
        const auto z = static_cast<unsigned>(cell & ((std::size_t{1} << m_grid.strideBits()) - 1));
        for (auto free = freeSteps(m_passable.data(), cell >> m_grid.strideBits(), m_grid.columnsPerRow(), z);
             free != 0; free &= free - 1) {
            const auto step = std::countr_zero(free);
            const auto to = neighbour(cell, step);
            if (seen[to] || !m_efforts.of(static_cast<int>(z), step)) continue;
            seen[to] = true;
            queue.emplace(m_byCell[to].bound, to);
        }
    }
    return worst;
}

Result<void> BudgetSearch::labels() {
    auto byBound = ways(weightsOf(m_task.objective, m_at), best() + beyond(m_at));
    if (!byBound) return std::unexpected(byBound.error());
    const auto ofStep = [&](std::size_t from, std::uint8_t step, std::size_t to) { return stepSums(from, step, to); };
    const auto goal = m_grid.index(m_task.goal);
    const unsigned bits = m_grid.strideBits();
    const auto row = m_grid.columnsPerRow();

    std::vector<Label> labels;
    std::vector<std::uint32_t> firstInCell(m_grid.columns() << m_grid.strideBits(), noLabel);
    using Waiting = std::pair<double, std::uint32_t>;
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> queue;
    std::uint32_t bestLabel = noLabel;
    Ways* bestWay = nullptr;

    const auto boundOf = [&](std::size_t cell, const Sums& sums) {
        return std::max(m_byCell[cell].bound, sums.objective + m_at.perRisk * sums.risk +
                                                  m_at.perJoule * sums.energy_j + byBound->least(cell) - beyond(m_at));
    };
    const auto hopeless = [&](std::size_t cell, const Sums& sums) {
        return (m_byRisk && sums.risk + m_byRisk->least(cell) > *m_task.budgets.risk * (1 + rounding)) ||
               (m_byEnergy && sums.energy_j + m_byEnergy->least(cell) > *m_task.budgets.energy_j * (1 + rounding));
    };
    const auto complete = [&](std::uint32_t label, Ways& way) {
        const auto& at = labels[label];
        if (way.least(at.cell) == never) return;
        auto whole = at.sums;
        whole += way.sums(at.cell, ofStep);
        if (!within(whole) || whole.objective >= best()) return;
        m_bestSums = whole;
        bestLabel = label;
        bestWay = &way;
    };
    const auto offer = [&](std::size_t cell, const Sums& sums, std::uint32_t before, std::uint8_t step) {
        if (hopeless(cell, sums)) return;
        const double bound = std::max(boundOf(cell, sums), before == noLabel ? -never : m_bound);
        if (bound >= best() * (1 - rounding)) return;
        for (auto other = firstInCell[cell]; other != noLabel; other = labels[other].nextInCell) {
            const auto& o = labels[other].sums;
            if (o.objective <= sums.objective && (!m_byRisk || o.risk <= sums.risk) &&
                (!m_byEnergy || o.energy_j <= sums.energy_j))
                return;
            if (sums.objective <= o.objective && (!m_byRisk || sums.risk <= o.risk) &&
                (!m_byEnergy || sums.energy_j <= o.energy_j))
                labels[other].dominated = true;
        }
        const auto number = static_cast<std::uint32_t>(labels.size());
        labels.push_back({static_cast<std::uint32_t>(cell), before, firstInCell[cell], step, false, sums});
        firstInCell[cell] = number;
        complete(number, *byBound);
        if (m_byRisk) complete(number, *m_byRisk);
        if (m_byEnergy) complete(number, *m_byEnergy);
        queue.emplace(bound, number);
    };

    offer(m_grid.index(m_task.start), {}, noLabel, noStep);
    std::uint64_t looked = 0;
    m_exhausted = true;
    while (!queue.empty()) {
        const auto [bound, number] = queue.top();
        if (bound >= best() * (1 - rounding)) break;
        m_bound = std::max(m_bound, bound);
        if (goodEnough() || labels.size() >= m_task.mostLabels) {
            m_exhausted = false;
            break;
        }
        queue.pop();
        const auto label = labels[number];
        if (label.dominated || label.cell == goal) continue;
        if (++looked % 1024 == 0 && m_task.cancel && m_task.cancel(1024))
            return fail("CANCELLED", "The search was stopped");
        const std::size_t column = label.cell >> bits;
        const auto z = static_cast<unsigned>(label.cell & ((1U << bits) - 1));
        for (auto free = freeSteps(m_passable.data(), column, row, z); free != 0; free &= free - 1) {
            const auto step = static_cast<std::uint8_t>(std::countr_zero(free));
            if (!m_efforts.of(static_cast<int>(z), step)) continue;
            const auto to = neighbour(label.cell, step);
            auto sums = label.sums;
            sums += stepSums(label.cell, step, to);
            offer(to, sums, number, step);
        }
    }
    m_told.labels = labels.size();
    m_told.expanded += looked;
    if (bestLabel == noLabel) return {};
    std::vector<Cell> cells = bestWay->path(m_grid.cellOf(labels[bestLabel].cell));
    std::ranges::reverse(cells);
    for (auto at = labels[bestLabel].before; at != noLabel; at = labels[at].before)
        cells.push_back(m_grid.cellOf(labels[at].cell));
    std::ranges::reverse(cells);
    m_best = std::move(cells);
    return {};
}

Result<BudgetPath> BudgetSearch::run() {
    double value = 0;
    const auto shortest = solve(Multipliers{}, value); // without budgets
    if (!shortest) return std::unexpected(shortest.error());
    m_bound = value;
    if (m_bestSums) {
        m_exhausted = true;
        return answer();
    }
    const auto none = provesNone();
    if (!none) return std::unexpected(none.error());
    if (*none) {
        m_told.answer = BudgetAnswer::None;
        return m_told;
    }
    if (const auto done = dual(); !done) return std::unexpected(done.error());
    if (!goodEnough() && m_task.via.empty())
        if (const auto done = closeGap(); !done) return std::unexpected(done.error());
    return answer();
}

BudgetPath BudgetSearch::answer() const {
    auto told = m_told;
    told.perRisk = m_at.perRisk;
    told.perJoule = m_at.perJoule;
    if (!m_bestSums) {
        told.answer = m_exhausted ? BudgetAnswer::None : BudgetAnswer::NoneFound;
        told.bound = m_bound;
        return told;
    }
    told.cells = m_best;
    told.totals = totalsOf(m_grid, m_efforts, m_best);
    const double objective = m_bestSums->objective;
    told.bound = m_exhausted ? objective : std::min(m_bound, objective);
    told.gap = objective > told.bound ? (objective - told.bound) / told.bound : 0;
    told.answer = m_exhausted || told.gap <= rounding ? BudgetAnswer::Optimal : BudgetAnswer::WithinGap;
    return told;
}

Result<void> checkTask(const Grid& grid, const BudgetTask& task) {
    const auto& [risk, energy_j] = task.budgets;
    if (!risk && !energy_j) return fail("BAD_BUDGET", "A budget of risk or of energy is needed", "budgets");
    if ((risk && !(*risk >= 0)) || (energy_j && !(*energy_j > 0)))
        return fail("BAD_BUDGET", "A budget is not below 0", "budgets");
    if (risk && !grid.anyRiskKnown())
        return fail("RISK_UNKNOWN", "The risk on the ground is not known anywhere in the area", "budgets.risk");
    return {};
}

} // namespace

std::string_view toString(BudgetAnswer answer) {
    switch (answer) {
    case BudgetAnswer::Optimal:
        return "OPTIMAL";
    case BudgetAnswer::WithinGap:
        return "WITHIN_GAP";
    case BudgetAnswer::None:
        return "NONE";
    case BudgetAnswer::NoneFound:
        return "NONE_FOUND";
    }
    return "";
}

Totals totalsOf(const Grid& grid, const StepEfforts& efforts, std::span<const Cell> cells) {
    Totals totals;
    const auto* risk = grid.riskSteps();
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
        const auto &a = cells[i], &b = cells[i + 1];
        const auto& effort = *efforts.of(a.z, ((b.y - a.y + 1) * 3 + b.x - a.x + 1) * 3 + b.z - a.z + 1);
        totals.length_m += effort.length_m;
        totals.time_s += effort.time_s;
        totals.energy_j += effort.energy_j;
        totals.risk += (risk[grid.index(a)] + risk[grid.index(b)]) * grid.riskStep() * effort.time_s / 2;
    }
    return totals;
}

Result<BudgetPath> withinBudgets(Searcher& searcher, const Grid& grid, const StepEfforts& efforts,
                                 const BudgetTask& task) {
    if (const auto sound = checkTask(grid, task); !sound) return std::unexpected(sound.error());
    return BudgetSearch(searcher, grid, efforts, task).run();
}

Result<std::vector<FrontPoint>> riskFront(Searcher& searcher, const Grid& grid, const StepEfforts& efforts,
                                          const BudgetTask& task, std::size_t most) {
    if (!grid.anyRiskKnown())
        return fail("RISK_UNKNOWN", "The risk on the ground is not known anywhere in the area", "risk");
    const auto at = [&](const Weights& weights) -> Result<FrontPoint> {
        const auto path =
            searcher.shortest(efforts, {task.start, task.goal, weights, task.policy, std::nullopt, task.cancel, true});
        if (!path) return std::unexpected(path.error());
        return FrontPoint{path->cells, totalsOf(grid, efforts, path->cells), weights.perRisk};
    };
    const auto objectiveOf = [&](const FrontPoint& p) { return sumsOf(p.totals, task.objective).objective; };
    // The shortest that may be entered with the same policy, of those the least risky: a trace of weight on the risk.
    const auto scale = grid.meanRisk() > 0 ? 1 / grid.meanRisk() : 1.0;
    auto first = at(weightsOf(task.objective, {1e-6 * scale, 0}));
    if (!first) return std::unexpected(first.error());
    auto last = at({task.objective == Objective::Length ? 1e-3 : 0.0, task.objective == Objective::Energy ? 1e-5 : 0.0,
                    scale * 10});
    if (!last) return std::unexpected(last.error());
    last->perRisk = scale * 1e4;
    std::vector<FrontPoint> front{std::move(*first), std::move(*last)};
    for (std::size_t i = 0; i + 1 < front.size() && front.size() < std::max<std::size_t>(most, 2);) {
        const double longer = objectiveOf(front[i + 1]) - objectiveOf(front[i]);
        const double saved = front[i].totals.risk - front[i + 1].totals.risk;
        if (longer <= rounding * objectiveOf(front[i]) || saved <= rounding * front[i].totals.risk) {
            ++i;
            continue;
        }
        auto between = at(weightsOf(task.objective, {longer / saved, 0}));
        if (!between) return std::unexpected(between.error());
        const auto isNew = [&](const FrontPoint& end) {
            return std::abs(objectiveOf(*between) - objectiveOf(end)) > rounding * objectiveOf(end) &&
                   std::abs(between->totals.risk - end.totals.risk) > rounding * std::max(end.totals.risk, 1e-300);
        };
        const double price = longer / saved;
        const auto priced = [&](const FrontPoint& p) { return objectiveOf(p) + price * p.totals.risk; };
        if (isNew(front[i]) && isNew(front[i + 1]) && priced(*between) < priced(front[i]) * (1 - 1e-6))
            front.insert(front.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(*between));
        else
            ++i;
    }
    if (objectiveOf(front[0]) == objectiveOf(front.back()) && front.size() == 2) front.pop_back();
    return front;
}

} // namespace haneul::path
