#include "core/path/planner.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace haneul::path {

namespace {

constexpr milliseconds spare{60'000};
constexpr double longestTimes = 3; // the flight of the shortest path: windows in that time count for a budget

struct Found {
    std::vector<Cell> cells;
    double bound = 0; // of the cost
    Policy policy;    // under which it was found
};

class Planner {
public:
    Planner(const Grid& grid, const PlanTask& task)
        : m_grid(grid)
        , m_task(task)
        , m_efforts(grid, task.vehicle, task.wind)
        , m_searcher(grid) {}

    Result<PlannedPaths> run();

private:
    struct Cheapest {
        std::vector<Cell> cells;
        double cost = 0;
    };

    [[nodiscard]] Policy policy(Policy::Windows windows) const {
        return {m_task.unknownAllowed, m_task.unknownRiskAllowed, windows, m_flight};
    }

    [[nodiscard]] bool mayGoOn() const { return !m_task.cancel || !m_task.cancel(0); }

    void progress(double share) const {
        if (m_task.progress) m_task.progress(share);
    }

    Result<Cheapest> cheapest(const Weights& weights, const Policy& policy, bool timed);
    Result<Found> cheapestInTime(const Weights& weights);
    [[nodiscard]] CheckedPath checked(std::span<const Point_m> points, bool riskMatters) const;

    [[nodiscard]] Weights plain() const {
        return m_task.objective == Objective::Length ? Weights{1, 0, 0} : Weights{0, 1, 0};
    }

    [[nodiscard]] Weights weighted() const;
    void byWeights(PathKind kind, const Weights& weights);
    void byBudget();
    void front();

    void none(PathKind kind, bool proven, Error error) { m_answer.none.push_back({kind, proven, std::move(error)}); }

    bool finish(PlannedPath& planned, const std::vector<Cell>& cells, const Policy& policy, const Weights& weights,
                const Budgets& budgets);
    [[nodiscard]] std::optional<Straightened> straightened(const LegMeter& meter, const std::vector<Cell>& cells,
                                                           const Weights& weights) const;
    void flyLayers(PlannedPath& planned, const LegMeter& meter, const Budgets& budgets);

    const Grid& m_grid;
    const PlanTask& m_task;
    StepEfforts m_efforts;
    Searcher m_searcher;
    std::vector<Cell> m_places;
    std::optional<TimeSpan> m_flight;
    PlannedPaths m_answer;
};

Result<PlannedPaths> Planner::run() {
    if (m_task.places.size() < 2) return fail("BAD_PLACE", "A start and a goal are needed", "places");
    for (std::size_t i = 0; i < m_task.places.size(); ++i) {
        const auto cell = m_grid.cellAt(m_task.places[i]);
        if (!cell)
            return fail("BAD_PLACE", "The place lies outside of the area or of its layers",
                        std::format("places[{}]", i));
        m_places.push_back(*cell);
    }
    byWeights(PathKind::Shortest, plain());
    progress(0.3);
    if (!mayGoOn()) return fail("CANCELLED", "The search was stopped");
    if (m_task.riskWeight) {
        if (m_grid.anyRiskKnown())
            byWeights(PathKind::Weighted, weighted());
        else
            none(PathKind::Weighted, false,
                 {"RISK_UNKNOWN", "The risk on the ground is not known anywhere in the area", "risk_weight"});
    }
    progress(0.5);
    if (!mayGoOn()) return fail("CANCELLED", "The search was stopped");
    if (m_task.budgets.risk || m_task.budgets.energy_j) byBudget();
    progress(0.8);
    if (!mayGoOn()) return fail("CANCELLED", "The search was stopped");
    if (m_task.front > 1 && m_grid.anyRiskKnown()) front();
    if (!mayGoOn()) return fail("CANCELLED", "The search was stopped");
    progress(1);
    return std::move(m_answer);
}

// A metre at the vehicle's speed through the mean risk counts riskWeight metres more.
Weights Planner::weighted() const {
    auto weights = plain();
    if (m_grid.meanRisk() <= 0) return weights;
    const double metre = m_task.objective == Objective::Length ? 1 : m_task.vehicle.level_w / m_task.vehicle.speed_mps;
    weights.perRisk = *m_task.riskWeight * metre * m_task.vehicle.speed_mps / m_grid.meanRisk();
    return weights;
}

Result<Planner::Cheapest> Planner::cheapest(const Weights& weights, const Policy& policy, bool timed) {
    Cheapest all{{m_places.front()}, 0};
    auto departure = m_task.departure;
    for (std::size_t i = 1; i < m_places.size(); ++i) {
        SearchTask search{.start = m_places[i - 1],
                          .goal = m_places[i],
                          .weights = weights,
                          .policy = policy,
                          .cancel = m_task.cancel};
        if (timed) search.departure = Departure{departure};
        const auto path = m_searcher.shortest(m_efforts, search);
        if (!path) return std::unexpected(path.error());
        all.cost += static_cast<double>(path->cost) * path->unit;
        all.cells.insert(all.cells.end(), path->cells.begin() + 1, path->cells.end());
        const double time_s = totalsOf(m_grid, m_efforts, path->cells).time_s;
        departure += milliseconds(static_cast<std::int64_t>(std::llround(time_s * 1000)));
    }
    return all;
}

CheckedPath Planner::checked(std::span<const Point_m> points, bool riskMatters) const {
    return checkPath(m_grid, points,
                     {.vehicle = m_task.vehicle,
                      .wind = m_task.wind,
                      .policy = policy(Policy::Windows::Open),
                      .departure = m_task.departure,
                      .legs = {},
                      .budgets = {},
                      .riskMatters = riskMatters});
}

// As if nothing were closed for a time: that is a bound, and the answer when it keeps clear of what is closed when it
// is there. Else the cheaper of a path that follows the clock and one around all that may be closed.
Result<Found> Planner::cheapestInTime(const Weights& weights) {
    const auto open = policy(Policy::Windows::Open);
    const auto relaxed = cheapest(weights, open, false);
    if (!relaxed) return std::unexpected(relaxed.error());
    const auto flight_s = totalsOf(m_grid, m_efforts, relaxed->cells).time_s * longestTimes;
    if (!m_flight)
        m_flight = TimeSpan{m_task.departure,
                            m_task.departure + spare + milliseconds(static_cast<std::int64_t>(flight_s * 1000))};
    const bool riskMatters = weights.perRisk > 0;
    const auto keepsClear = [&](const std::vector<Cell>& cells) {
        return checked(centresOf(m_grid, cells), riskMatters).findings.empty();
    };
    if (!m_grid.anyWindows() || keepsClear(relaxed->cells)) return Found{relaxed->cells, relaxed->cost, open};
    const auto closed = policy(Policy::Windows::Closed);
    const auto inTime = cheapest(weights, open, true);
    const auto around = cheapest(weights, closed, false);
    const bool inTimeIs = inTime && keepsClear(inTime->cells);
    const bool aroundIs = around && keepsClear(around->cells);
    if (inTimeIs && (!aroundIs || inTime->cost < around->cost)) return Found{inTime->cells, relaxed->cost, open};
    if (aroundIs) return Found{around->cells, relaxed->cost, closed};
    if (!inTime && inTime.error().code == "CANCELLED") return std::unexpected(inTime.error());
    return fail("NONE_FOUND", "No path was found that keeps clear of zones while they are closed; another time of "
                              "departure may have one");
}

void Planner::byWeights(PathKind kind, const Weights& weights) {
    const auto found = cheapestInTime(weights);
    if (!found) {
        const auto& code = found.error().code;
        none(kind, code == "NO_PATH" || code == "BAD_START" || code == "BAD_GOAL", found.error());
        return;
    }
    PlannedPath planned{.kind = kind};
    planned.gridCost = totalsOf(m_grid, m_efforts, found->cells).cost(weights);
    constexpr double rounding = 1e-3; // costs are summed up in whole units, rounded down
    planned.gap = found->bound > 0 ? std::max(0.0, planned.gridCost / found->bound - 1) : 0;
    if (planned.gap <= rounding) planned.gap = 0;
    planned.answer = planned.gap > 0 ? BudgetAnswer::WithinGap : BudgetAnswer::Optimal;
    if (finish(planned, found->cells, found->policy, weights, {})) m_answer.paths.push_back(std::move(planned));
}

void Planner::byBudget() {
    const BudgetTask task{.start = m_places.front(),
                          .goal = m_places.back(),
                          .via = {m_places.begin() + 1, m_places.end() - 1},
                          .objective = m_task.objective,
                          .budgets = m_task.budgets,
                          .policy = policy(Policy::Windows::Closed),
                          .gap = m_task.gap,
                          .mostLabels = m_task.mostLabels,
                          .cancel = m_task.cancel};
    const auto found = withinBudgets(m_searcher, m_grid, m_efforts, task);
    if (!found) {
        none(PathKind::Budget, found.error().code == "NO_PATH", found.error());
        return;
    }
    if (found->cells.empty()) {
        std::string message = "No path within the budgets was found, but it is not proven that there is none";
        if (found->answer == BudgetAnswer::None) message = "There is no path within the budgets";
        if (found->leastRisk)
            message += std::format(": none has less than {:.3g} expected fatalities", *found->leastRisk);
        if (found->leastEnergy_j)
            message += std::format(": none takes less than {:.1f} Wh", *found->leastEnergy_j / 3600);
        const bool proven = found->answer == BudgetAnswer::None;
        none(PathKind::Budget, proven, {proven ? "OVER_BUDGET" : "NONE_FOUND", message, "budgets"});
        return;
    }
    PlannedPath planned{.kind = PathKind::Budget, .answer = found->answer, .gap = found->gap};
    auto weights = plain();
    planned.gridCost = totalsOf(m_grid, m_efforts, found->cells).cost(weights);
    if (m_grid.anyWindows())
        planned.notes.emplace_back("zones that are closed at any time of the flight count as closed");
    weights.perRisk = found->perRisk;
    weights.perJoule += found->perJoule;
    if (finish(planned, found->cells, task.policy, weights, m_task.budgets))
        m_answer.paths.push_back(std::move(planned));
}

// Straight legs, layers of headings, turns, profile. false: what came out is not allowed (said in `none`).
bool Planner::finish(PlannedPath& planned, const std::vector<Cell>& cells, const Policy& policy, const Weights& weights,
                     const Budgets& budgets) {
    const bool riskMatters = weights.perRisk > 0 || budgets.risk.has_value();
    const auto words = m_grid.passable(policy, riskMatters);
    const LegMeter meter(m_grid, m_task.vehicle, m_task.wind, words);
    const auto grid = centresOf(m_grid, cells);
    const auto allowed = [&](std::span<const Point_m> points, const Totals& totals) {
        if (budgets.risk && totals.risk > *budgets.risk * (1 + 1e-9)) return false;
        if (budgets.energy_j && totals.energy_j > *budgets.energy_j * (1 + 1e-9)) return false;
        return checked(points, riskMatters).findings.empty();
    };
    const auto plainCost = [&](const Totals& totals) { return totals.cost(plain()); };
    const auto gridTotals = totalsOf(meter, grid);
    if (!gridTotals || !allowed(grid, *gridTotals)) {
        none(planned.kind, false, {"NONE_FOUND", "The path that was found is not allowed at the time it is flown", ""});
        return false;
    }
    planned.points = grid;
    planned.totals = *gridTotals;
    planned.fewEnough = m_task.legs.most == 0 || grid.size() <= m_task.legs.most + 1;
    // A budget may be missed by legs that are cheaper in all: then more weight is on what it limits.
    auto priced = weights;
    for (int attempt = 0; attempt < 4; ++attempt, priced.perRisk *= 4, priced.perJoule *= budgets.energy_j ? 4 : 1) {
        const auto straight = straightened(meter, cells, priced);
        if (!straight || !allowed(straight->points, straight->totals)) continue;
        if (planned.kind == PathKind::Budget && plainCost(straight->totals) > plainCost(*gridTotals)) continue;
        planned.points = straight->points;
        planned.totals = straight->totals;
        planned.fewEnough = straight->fewEnough;
        break;
    }
    planned.cost = planned.totals.cost(planned.kind == PathKind::Budget ? plain() : weights);
    if (m_task.layers) flyLayers(planned, meter, budgets);
    if (!planned.fewEnough)
        planned.notes.push_back(std::format("{} legs: with {} it would cost more than the path through the cells",
                                            planned.points.size() - 1, m_task.legs.most));
    planned.smoothed = smooth(meter, planned.points, m_task.turns);
    planned.profile = profileOf(m_grid, planned.points);
    return true;
}

// Between the places on the way each stretch by itself: they are passed.
std::optional<Straightened> Planner::straightened(const LegMeter& meter, const std::vector<Cell>& cells,
                                                  const Weights& weights) const {
    auto limits = m_task.legs;
    const auto stretches = m_places.size() - 1;
    if (limits.most > 0) limits.most = std::max<std::size_t>(1, limits.most / stretches);
    Straightened whole;
    auto from = cells.begin();
    for (std::size_t i = 1; i < m_places.size(); ++i) {
        const bool last = i + 1 == m_places.size();
        const auto to = last ? cells.end() - 1 : std::find(from, cells.end(), m_places[i]);
        const auto part = straighten(meter, centresOf(m_grid, {from, to + 1}), weights, limits);
        if (!part) return std::nullopt;
        whole.points.insert(whole.points.end(), part->points.begin() + (i == 1 ? 0 : 1), part->points.end());
        whole.totals += part->totals;
        from = to;
    }
    whole.fewEnough = m_task.legs.most == 0 || whole.points.size() <= m_task.legs.most + 1;
    return whole;
}

void Planner::flyLayers(PlannedPath& planned, const LegMeter& meter, const Budgets& budgets) {
    auto layered = flyInLayers(meter, planned.points, *m_task.layers);
    const auto totals = layered ? totalsOf(meter, layered->points) : std::nullopt;
    const bool within = totals && (!budgets.risk || totals->risk <= *budgets.risk * (1 + 1e-9)) &&
                        (!budgets.energy_j || totals->energy_j <= *budgets.energy_j * (1 + 1e-9));
    if (!within || !checked(layered->points, false).findings.empty()) {
        planned.notes.emplace_back(
            "the layers of the headings cannot be kept on this path; it is not changed for them");
        return;
    }
    planned.points = std::move(layered->points);
    planned.kept = std::move(layered->kept);
    planned.totals = *totals;
    planned.notes.emplace_back("flown in the layers of its headings: this costs more than the path without them");
}

void Planner::front() {
    if (m_places.size() != 2) return; // of one search only
    auto points = riskFront(m_searcher, m_grid, m_efforts,
                            {.start = m_places.front(),
                             .goal = m_places.back(),
                             .via = {},
                             .objective = m_task.objective,
                             .budgets = {},
                             .policy = policy(Policy::Windows::Closed),
                             .cancel = m_task.cancel},
                            m_task.front);
    if (!points) return;
    // As the paths themselves: with straight legs.
    const auto words = m_grid.passable(policy(Policy::Windows::Closed), true);
    const LegMeter meter(m_grid, m_task.vehicle, m_task.wind, words);
    for (auto& point : *points) {
        auto weights = plain();
        weights.perRisk = point.perRisk;
        if (const auto straight = straightened(meter, point.cells, weights)) point.totals = straight->totals;
    }
    m_answer.front = std::move(*points);
}

// Upper edges of the highest ground and the highest building in a column.
struct Tops {
    std::optional<double> ground_m, building_m;
};

Tops topsAt(const Grid& grid, Cell cell) {
    Tops tops;
    for (cell.z = 0; cell.z < grid.nz(); ++cell.z)
        for (const auto number : grid.causesOf(cell)) {
            const auto kind = grid.cause(number).kind;
            if (kind == CauseKind::Terrain) tops.ground_m = grid.floor_m(cell.z + 1);
            if (kind == CauseKind::Building) tops.building_m = grid.floor_m(cell.z + 1);
        }
    return tops;
}

} // namespace

std::string_view toString(PathKind kind) {
    switch (kind) {
    case PathKind::Shortest:
        return "SHORTEST";
    case PathKind::Weighted:
        return "WEIGHTED";
    case PathKind::Budget:
        return "BUDGET";
    }
    return "";
}

std::vector<ProfilePoint> profileOf(const Grid& grid, std::span<const Point_m> points) {
    std::vector<ProfilePoint> profile;
    double before_m = 0;
    for (std::size_t leg = 0; leg + 1 < points.size(); ++leg) {
        const auto a = points[leg], b = points[leg + 1];
        const double length_m = std::hypot(b.x - a.x, b.y - a.y, b.z - a.z);
        const int parts = std::max(1, static_cast<int>(std::ceil(length_m / grid.size().cell_m)));
        for (int part = leg == 0 ? 0 : 1; part <= parts; ++part) {
            const double share = static_cast<double>(part) / parts;
            const Point_m at{a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, a.z + (b.z - a.z) * share};
            ProfilePoint point{.distance_m = before_m + length_m * share, .height_m = at.z};
            if (const auto cell = grid.cellAt(at)) {
                const auto tops = topsAt(grid, *cell);
                point.ground_m = tops.ground_m;
                point.building_m = tops.building_m;
                point.risk = grid.risk(*cell);
                for (const auto number : grid.causesOf(*cell))
                    point.unknown = point.unknown || grid.cause(number).kind == CauseKind::Unknown;
            }
            profile.push_back(point);
        }
        before_m += length_m;
    }
    return profile;
}

Result<PlannedPaths> planPaths(const Grid& grid, const PlanTask& task) {
    if (const auto sound = check(task.vehicle); !sound) return std::unexpected(sound.error());
    if (const auto sound = check(task.wind, grid.nz()); !sound) return std::unexpected(sound.error());
    if (task.riskWeight && !(*task.riskWeight >= 0 && *task.riskWeight <= 1e6))
        return fail("BAD_RISK_WEIGHT", "The weight of the risk is 0 to 1,000,000", "risk_weight");
    return Planner(grid, task).run();
}

} // namespace haneul::path
