#include "core/path/search.h"

#include "core/path/bucket_queue.h"
#include "core/path/column_bound.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <functional>
#include <new>

namespace haneul::path {

namespace {

constexpr std::uint32_t costLimit = 0xf000'0000;
constexpr std::uint64_t askCancelEvery = 4096;
constexpr unsigned coarsest = 8; // times the unit is doubled, by 4 each, before a cost counts as too large

// Whole columns begin on cache lines.
template <class T>
class Lines {
public:
    explicit Lines(std::size_t count)
        : m_data(static_cast<T*>(::operator new[](count * sizeof(T), line))) {}

    T& operator[](std::size_t at) { return m_data.get()[at]; }

private:
    static constexpr std::align_val_t line{64};

    struct Free {
        void operator()(T* data) const { ::operator delete[](data, line); }
    };

    std::unique_ptr<T, Free> m_data;
};

} // namespace

struct Searcher::State {
    explicit State(const Grid& of)
        : grid(of)
        , bound(of)
        , cost(of.columns() << of.strideBits())
        , step(of.columns() << of.strideBits())
        , columnBound(of.columns()) {}

    const Grid& grid;
    ColumnBound bound;
    BucketQueue queue;
    std::vector<std::uint32_t> words; // passable
    Lines<std::uint32_t> cost;
    Lines<std::uint8_t> step;               // by which the cell was entered
    std::vector<std::uint32_t> columnBound; // untouched: the column's costs are not set
    std::vector<float> arrival_s;           // with a departure
    std::optional<UtcMs> departure;
    std::uint64_t expanded = 0;
    bool tooLarge = false;

    static constexpr std::uint32_t untouched = 0xffff'fffe;

    void touch(std::size_t column, bool bounded) {
        columnBound[column] = bounded ? bound.of(column) : 0;
        const auto stride = std::size_t{1} << grid.strideBits();
        std::fill_n(&cost[column << grid.strideBits()], stride, unreached);
    }

    [[nodiscard]] bool openFor(std::size_t column, unsigned z, const Step& by, float from_s, float to_s) const;
    template <bool Bounded, bool Timed>
    bool run(const StepEfforts& efforts, const StepCosts& costs, std::size_t start, std::size_t goal,
             std::uint32_t limit, const Cancel& cancel);
};

// Every cell of the box that the step spans, all of the time that it takes.
bool Searcher::State::openFor(std::size_t column, unsigned z, const Step& by, float from_s, float to_s) const {
    const auto& windowed = grid.windowed();
    const auto from = *departure + milliseconds(static_cast<std::int64_t>(std::floor(from_s * 1000.0F)));
    const auto to = *departure + milliseconds(static_cast<std::int64_t>(std::ceil(to_s * 1000.0F)));
    const auto row = static_cast<std::ptrdiff_t>(grid.columnsPerRow());
    for (int y = 0; y <= std::abs(by.dy); ++y)
        for (int x = 0; x <= std::abs(by.dx); ++x) {
            const auto at = column + static_cast<std::size_t>(y * by.dy * row + x * by.dx);
            for (int k = 0; k <= std::abs(by.dz); ++k) {
                const auto layer = static_cast<unsigned>(static_cast<int>(z) + k * by.dz);
                if ((windowed[at] >> (layer + 1) & 1U) == 0) continue;
                if (grid.closedIn((at << grid.strideBits()) + layer, from, to)) return false;
            }
        }
    return true;
}

// false: cancelled. Cells come back when a cheaper way to them is found, until no bound is below the best.
template <bool Bounded, bool Timed>
bool Searcher::State::run(const StepEfforts& efforts, const StepCosts& costs, std::size_t start, std::size_t goal,
                          std::uint32_t limit, const Cancel& cancel) {
    const unsigned bits = grid.strideBits();
    const std::size_t stride = std::size_t{1} << bits;
    const std::size_t row = grid.columnsPerRow();
    const std::array<std::size_t, 9> beside{0 - row - 1, 0 - row, 0 - row + 1, 0 - std::size_t{1}, 0, 1,
                                            row - 1,     row,     row + 1};
    const std::uint16_t* risk = grid.riskSteps();
    std::ranges::fill(columnBound, untouched);
    // Narrow buckets where bounds tell cells apart: in wide ones cells are looked at again and again.
    queue.reset(costs.cheapest == StepCosts::never ? 1 : costs.cheapest / (Bounded ? 64 : 1),
                Bounded ? std::uint64_t{3} * costs.dearest : costs.dearest);
    expanded = 0;
    tooLarge = false;
    std::uint64_t best = std::uint64_t{limit} + 1; // exclusive
    touch(start >> bits, Bounded);
    cost[start] = 0;
    step[start] = noStep;
    if constexpr (Timed) arrival_s[start] = 0;
    queue.push(static_cast<std::uint32_t>(start), 0, 0);

    BucketQueue::Entry entry{};
    std::uint64_t least = 0;
    while (queue.pop(entry, least)) {
        if (least >= best && queue.asideFrom() >= best) break;
        const std::size_t cell = entry.cell;
        if (cost[cell] != entry.cost) continue; // has been reached more cheaply since
        if (++expanded % askCancelEvery == 0 && cancel && cancel(askCancelEvery)) return false;
        const std::size_t column = cell >> bits;
        const auto z = static_cast<unsigned>(cell & (stride - 1));
        const std::uint32_t free = freeSteps(words.data(), column, row, z);
        const std::uint32_t* fixed = &costs.fixed[z * steps];
        const std::uint64_t* perRisk = &costs.perRisk[z * steps];
        const std::uint64_t here = risk[cell];
        for (unsigned k = 0; k < 9; ++k) {
            auto layers = free >> (3 * k) & 7U;
            if (layers == 0) continue;
            const std::size_t next = column + beside[k];
            if (columnBound[next] == untouched) touch(next, Bounded);
            const std::uint64_t rest = columnBound[next];
            if (Bounded && rest == unreached) continue;
            for (; layers != 0; layers &= layers - 1) {
                const auto dz = static_cast<unsigned>(std::countr_zero(layers));
                const unsigned by = 3 * k + dz;
                if (fixed[by] == StepCosts::never) continue;
                const std::size_t to = (next << bits) + z + dz - 1;
                const std::uint64_t total =
                    entry.cost + std::uint64_t{fixed[by]} + ((perRisk[by] * (here + risk[to])) >> StepCosts::riskBits);
                if (total >= cost[to]) continue;
                std::uint64_t bounded = total;
                if constexpr (Bounded) bounded = bound.withClimb(total, static_cast<std::uint32_t>(rest), z + dz - 1);
                if (bounded >= best) {
                    tooLarge = tooLarge || total > costLimit;
                    continue;
                }
                if constexpr (Timed) {
                    const auto leave_s = arrival_s[cell];
                    const auto reach_s =
                        leave_s + static_cast<float>(efforts.of(static_cast<int>(z), static_cast<int>(by))->time_s);
                    if (!openFor(column, z, stepOf(static_cast<int>(by)), leave_s, reach_s)) continue;
                    arrival_s[to] = reach_s;
                }
                cost[to] = static_cast<std::uint32_t>(total);
                step[to] = static_cast<std::uint8_t>(by);
                if (to == goal) {
                    best = total;
                    continue; // its rest is 0: it need not come back
                }
                queue.push(static_cast<std::uint32_t>(to), static_cast<std::uint32_t>(total),
                           static_cast<std::uint32_t>(bounded));
            }
        }
    }
    return true;
}

Searcher::Searcher(const Grid& grid)
    : m_state(std::make_unique<State>(grid)) {}

Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

std::string whyNot(const Grid& grid, Cell cell, const Policy& policy, bool needsRisk) {
    if (!grid.contains(cell)) return "it lies outside of the area";
    if (needsRisk && !policy.unknownRiskAllowed && !grid.risk(cell)) return "the risk on the ground is not known there";
    for (const auto number : grid.causesOf(cell)) {
        const auto& cause = grid.cause(number);
        if (cause.kind == CauseKind::Unknown && policy.unknownAllowed) continue;
        const bool always = cause.closed.empty();
        if (!always && policy.windows == Policy::Windows::Open) continue;
        const auto meets = [&](const TimeSpan& span) {
            return !policy.flight || (span.from <= policy.flight->to && policy.flight->from < span.to);
        };
        if (always || std::ranges::any_of(cause.closed, meets))
            return std::format("{} {} is there", toString(cause.kind), cause.name);
    }
    return {};
}

namespace {

Result<void> checkEnds(const Grid& grid, const SearchTask& task, const Policy& policy, bool needsRisk) {
    if (const auto why = whyNot(grid, task.start, policy, needsRisk); !why.empty())
        return fail("BAD_START", "The path cannot begin here: " + why, "start");
    if (const auto why = whyNot(grid, task.goal, policy, needsRisk); !why.empty())
        return fail("BAD_GOAL", "The path cannot end here: " + why, "goal");
    return {};
}

Policy policyOf(const SearchTask& task) {
    auto policy = task.policy;
    if (task.departure) policy.windows = Policy::Windows::Open;
    return policy;
}

std::vector<std::uint32_t> wordsOf(const Grid& grid, const SearchTask& task, const Policy& policy, bool needsRisk) {
    auto words = grid.passable(policy, needsRisk);
    if (task.only) std::ranges::transform(words, *task.only, words.begin(), std::bit_and{});
    return words;
}

} // namespace

Result<GridPath> Searcher::shortest(const StepEfforts& efforts, const SearchTask& task) {
    auto& state = *m_state;
    const auto& grid = state.grid;
    const auto policy = policyOf(task);
    const bool timed = task.departure && grid.anyWindows();
    for (unsigned coarser = 0;; coarser += 4) {
        const StepCosts costs(grid, efforts, task.weights, coarser);
        const bool needsRisk = costs.usesRisk() || task.riskMatters;
        if (const auto ends = checkEnds(grid, task, policy, needsRisk); !ends) return std::unexpected(ends.error());
        state.words = wordsOf(grid, task, policy, needsRisk);
        state.bound.reset(costs, state.words, task.start, task.goal);
        const auto start = grid.index(task.start), goal = grid.index(task.goal);
        if (start == goal) return GridPath{{task.start}, 0, costs.unit, 0, 0};
        bool done = true;
        if (timed) {
            state.departure = task.departure->at;
            state.arrival_s.resize(grid.columns() << grid.strideBits());
            done = state.run<true, true>(efforts, costs, start, goal, costLimit, task.cancel);
        } else {
            done = state.run<true, false>(efforts, costs, start, goal, costLimit, task.cancel);
        }
        if (!done) return fail("CANCELLED", "The search was stopped");
        const bool found =
            state.columnBound[goal >> grid.strideBits()] != State::untouched && state.cost[goal] != unreached;
        if (!found && state.tooLarge && coarser < coarsest) continue;
        if (!found && state.tooLarge)
            return fail("COST_TOO_LARGE",
                        "No path has a cost that can be summed up: take a smaller weight of the risk");
        if (!found)
            return fail("NO_PATH", "There is no way from the start to the goal through cells that may be flown");
        GridPath path{{}, state.cost[goal], costs.unit, state.expanded, state.bound.expanded()};
        for (auto at = goal; at != start;) {
            path.cells.push_back(grid.cellOf(at));
            const auto [dx, dy, dz] = stepOf(state.step[at]);
            const auto cell = path.cells.back();
            at = grid.index({cell.x - dx, cell.y - dy, cell.z - dz});
        }
        path.cells.push_back(task.start);
        std::ranges::reverse(path.cells);
        return path;
    }
}

std::vector<std::uint32_t> Searcher::lowerBounds(const StepEfforts& efforts, const SearchTask& task) {
    auto& state = *m_state;
    const auto& grid = state.grid;
    const StepCosts costs(grid, efforts, task.weights);
    state.words = grid.passable(policyOf(task), costs.usesRisk() || task.riskMatters);
    state.bound.reset(costs, state.words, task.start, task.goal);
    std::vector<std::uint32_t> bounds(grid.columns() << grid.strideBits(), unreached);
    for (std::size_t column = 0; column < grid.columns(); ++column)
        for (int z = 0; z < grid.nz(); ++z) {
            if ((state.words[column] >> (z + 1) & 1U) == 0) continue;
            const auto rest = state.bound.of(column);
            if (rest == unreached) continue;
            bounds[(column << grid.strideBits()) + static_cast<std::size_t>(z)] =
                static_cast<std::uint32_t>(state.bound.withClimb(0, rest, static_cast<unsigned>(z)));
        }
    return bounds;
}

Result<CostToGo> Searcher::dijkstra(const StepEfforts& efforts, const SearchTask& task, double limit, bool fromStart) {
    auto& state = *m_state;
    const auto& grid = state.grid;
    const bool needsRisk = task.riskMatters || (task.weights.perRisk > 0 && grid.anyRiskKnown());
    if (const auto ends = checkEnds(grid, task, task.policy, needsRisk); !ends) return std::unexpected(ends.error());
    state.words = wordsOf(grid, task, task.policy, needsRisk);
    const auto from = grid.index(fromStart ? task.start : task.goal);
    constexpr std::size_t nowhere = ~std::size_t{0};
    double unit = 1;
    for (unsigned coarser = 0; coarser <= coarsest; coarser += 4) {
        const StepCosts costs(grid, efforts, task.weights, coarser);
        unit = costs.unit;
        const double inUnits = std::min(limit / unit + 1, double{costLimit});
        if (!state.run<false, false>(efforts, fromStart ? costs : costs.backwards(grid.nz()), from, nowhere,
                                     static_cast<std::uint32_t>(inUnits), task.cancel))
            return fail("CANCELLED", "The search was stopped");
        if (inUnits < costLimit || !state.tooLarge) break;
        if (coarser == coarsest) return fail("COST_TOO_LARGE", "The cost of some paths cannot be summed up");
    }
    const auto cells = grid.columns() << grid.strideBits();
    CostToGo toGo{std::vector<std::uint32_t>(cells, unreached), std::vector<std::uint8_t>(cells, noStep), unit,
                  fromStart};
    const auto stride = std::size_t{1} << grid.strideBits();
    for (std::size_t column = 0; column < grid.columns(); ++column) {
        if (state.columnBound[column] == State::untouched) continue;
        for (std::size_t at = column << grid.strideBits(); at < (column << grid.strideBits()) + stride; ++at) {
            toGo.cost[at] = state.cost[at];
            if (state.cost[at] == unreached || at == from) continue;
            toGo.step[at] = static_cast<std::uint8_t>(fromStart ? state.step[at] : steps - 1 - state.step[at]);
        }
    }
    return toGo;
}

Result<CostToGo> Searcher::costsTo(const StepEfforts& efforts, const SearchTask& task, double limit) {
    return dijkstra(efforts, task, limit, false);
}

Result<CostToGo> Searcher::costsFrom(const StepEfforts& efforts, const SearchTask& task, double limit) {
    return dijkstra(efforts, task, limit, true);
}

std::size_t CostToGo::next(const Grid& grid, std::size_t cell) const {
    const auto [dx, dy, dz] = stepOf(backwards ? steps - 1 - step[cell] : step[cell]);
    const auto row = static_cast<std::ptrdiff_t>(grid.columnsPerRow());
    return cell + static_cast<std::size_t>((dy * row + dx) * (std::ptrdiff_t{1} << grid.strideBits()) + dz);
}

std::vector<Cell> CostToGo::path(const Grid& grid, Cell cell) const {
    auto at = grid.index(cell);
    if (cost[at] == unreached) return {};
    std::vector<Cell> cells{cell};
    for (; step[at] != noStep; cells.push_back(grid.cellOf(at)))
        at = next(grid, at);
    if (backwards) std::ranges::reverse(cells);
    return cells;
}

} // namespace haneul::path
