#include "tests/bench/path_peers.h"

#include "core/sim/random.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/astar_search.hpp>
#include <boost/graph/r_c_shortest_paths.hpp>
#include <boost/iterator/iterator_facade.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <ctime>
#include <functional>
#include <queue>
#include <unordered_map>

namespace haneul::bench {

using namespace haneul::path;

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

namespace {

// The cells as a graph: vertices are Grid::index, edges the free steps.
struct Edge {
    std::uint32_t from, to;
    std::uint8_t step;

    bool operator==(const Edge&) const = default;
};

class CellGraph {
public:
    using vertex_descriptor = std::uint32_t;
    using edge_descriptor = Edge;
    using directed_category = boost::directed_tag;
    using edge_parallel_category = boost::disallow_parallel_edge_tag;
    using traversal_category = boost::incidence_graph_tag;
    using degree_size_type = std::uint32_t;

    CellGraph(const Grid& grid, const StepCosts& costs)
        : m_grid(grid)
        , m_costs(costs)
        , m_words(grid.passable({}, costs.usesRisk())) {}

    static vertex_descriptor null_vertex() { return 0xffff'ffff; }

    class out_edge_iterator
        : public boost::iterator_facade<out_edge_iterator, Edge, boost::forward_traversal_tag, Edge> {
    public:
        out_edge_iterator() = default;

        out_edge_iterator(const CellGraph* graph, std::uint32_t from, std::uint32_t free)
            : m_graph(graph)
            , m_from(from)
            , m_free(free) {}

    private:
        friend class boost::iterator_core_access;

        void increment() { m_free &= m_free - 1; }

        [[nodiscard]] bool equal(const out_edge_iterator& other) const { return m_free == other.m_free; }

        [[nodiscard]] Edge dereference() const {
            const auto step = static_cast<std::uint8_t>(std::countr_zero(m_free));
            return {m_from, m_graph->after(m_from, step), step};
        }

        const CellGraph* m_graph = nullptr;
        std::uint32_t m_from = 0, m_free = 0;
    };

    [[nodiscard]] std::uint32_t after(std::uint32_t cell, int step) const {
        const auto [dx, dy, dz] = stepOf(step);
        const auto row = static_cast<std::int64_t>(m_grid.columnsPerRow());
        return static_cast<std::uint32_t>(cell + (dy * row + dx) * (std::int64_t{1} << m_grid.strideBits()) + dz);
    }

    [[nodiscard]] unsigned layerOf(std::uint32_t cell) const { return cell & ((1U << m_grid.strideBits()) - 1); }

    [[nodiscard]] std::uint32_t freeFrom(std::uint32_t cell) const {
        auto free = freeSteps(m_words.data(), cell >> m_grid.strideBits(), m_grid.columnsPerRow(), layerOf(cell));
        const auto* fixed = &m_costs.fixed[layerOf(cell) * steps];
        for (auto rest = free; rest != 0; rest &= rest - 1)
            if (fixed[std::countr_zero(rest)] == StepCosts::never) free &= ~(rest & (~rest + 1U));
        return free;
    }

    [[nodiscard]] std::uint32_t cost(const Edge& edge) const {
        const auto at = layerOf(edge.from) * steps + edge.step;
        const auto* risk = m_grid.riskSteps();
        return m_costs.fixed[at] +
               static_cast<std::uint32_t>((m_costs.perRisk[at] * (std::uint64_t{risk[edge.from]} + risk[edge.to])) >>
                                          StepCosts::riskBits);
    }

    [[nodiscard]] std::uint32_t cells() const {
        return static_cast<std::uint32_t>(m_grid.columns() << m_grid.strideBits());
    }

    [[nodiscard]] const Grid& grid() const { return m_grid; }

    // Octile in three dimensions, in units of a straight step.
    [[nodiscard]] std::uint32_t straight(std::uint32_t cell, const Cell& goal) const {
        const auto c = m_grid.cellOf(cell);
        std::array<double, 3> d{std::abs(double(c.x) - goal.x), std::abs(double(c.y) - goal.y),
                                std::abs(double(c.z) - goal.z)};
        std::ranges::sort(d);
        const double length = d[0] * std::sqrt(3.0) + (d[1] - d[0]) * std::sqrt(2.0) + (d[2] - d[1]);
        return static_cast<std::uint32_t>(length * 9'999); // a straight step is 10,000; rounding stays below
    }

private:
    const Grid& m_grid;
    const StepCosts& m_costs;
    std::vector<std::uint32_t> m_words;
};

std::pair<CellGraph::out_edge_iterator, CellGraph::out_edge_iterator> out_edges(std::uint32_t cell,
                                                                                const CellGraph& graph) {
    return {{&graph, cell, graph.freeFrom(cell)}, {&graph, cell, 0}};
}

std::uint32_t out_degree(std::uint32_t cell, const CellGraph& graph) {
    return static_cast<std::uint32_t>(std::popcount(graph.freeFrom(cell)));
}

std::uint32_t source(const Edge& edge, const CellGraph&) {
    return edge.from;
}

std::uint32_t target(const Edge& edge, const CellGraph&) {
    return edge.to;
}

struct Arrived {};

struct StopAtGoal : boost::default_astar_visitor {
    explicit StopAtGoal(std::uint32_t at)
        : goal(at) {}

    void examine_vertex(std::uint32_t cell, const CellGraph&) const {
        if (cell == goal) throw Arrived{};
    }

    std::uint32_t goal;
};

struct StraightBound : boost::astar_heuristic<CellGraph, std::uint32_t> {
    StraightBound(const CellGraph& of, Cell to)
        : graph(&of)
        , goal(to) {}

    std::uint32_t operator()(std::uint32_t cell) const { return graph->straight(cell, goal); }

    const CellGraph* graph;
    Cell goal;
};

struct EdgeCost {
    using value_type = std::uint32_t;
    using reference = std::uint32_t;
    using key_type = Edge;
    using category = boost::readable_property_map_tag;
    const CellGraph* graph = nullptr;
};

std::uint32_t get(const EdgeCost& map, const Edge& edge) {
    return map.graph->cost(edge);
}

} // namespace

PeerAnswer textbookAstar(const Grid& grid, const StepCosts& costs, Cell start, Cell goal) {
    const CellGraph graph(grid, costs);
    const auto from = static_cast<std::uint32_t>(grid.index(start)), to = static_cast<std::uint32_t>(grid.index(goal));
    const double begin = cpu_ms();
    using Waiting = std::pair<std::uint64_t, std::uint32_t>;
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> open;
    std::unordered_map<std::uint32_t, std::uint64_t> cost;
    std::unordered_map<std::uint32_t, std::uint32_t> before;
    std::unordered_map<std::uint32_t, bool> closed;
    cost[from] = 0;
    open.emplace(graph.straight(from, goal), from);
    while (!open.empty()) {
        const auto cell = open.top().second;
        open.pop();
        if (closed[cell]) continue;
        closed[cell] = true;
        if (cell == to) break;
        const auto [first, last] = out_edges(cell, graph);
        for (auto it = first; it != last; ++it) {
            const auto edge = *it;
            const auto total = cost[cell] + graph.cost(edge);
            const auto known = cost.find(edge.to);
            if (known != cost.end() && known->second <= total) continue;
            cost[edge.to] = total;
            before[edge.to] = cell;
            open.emplace(total + graph.straight(edge.to, goal), edge.to);
        }
    }
    const double ms = cpu_ms() - begin;
    return {ms, cost.contains(to) ? cost[to] : 0};
}

PeerAnswer boostAstar(const Grid& grid, const StepCosts& costs, Cell start, Cell goal) {
    const CellGraph graph(grid, costs);
    const auto from = static_cast<std::uint32_t>(grid.index(start)), to = static_cast<std::uint32_t>(grid.index(goal));
    const double begin = cpu_ms();
    const auto count = std::size_t{graph.cells()};
    constexpr std::uint32_t far = 0x7fff'ffff;
    std::vector<std::uint32_t> before(count), rank(count, far), cost(count, far);
    std::vector<boost::default_color_type> colour(count, boost::white_color);
    const auto index = boost::identity_property_map();
    const auto map = [&](auto& values) { return boost::make_iterator_property_map(values.begin(), index); };
    cost[from] = 0;
    rank[from] = graph.straight(from, goal);
    try {
        boost::astar_search_no_init(graph, from, StraightBound(graph, goal), StopAtGoal(to), map(before), map(rank),
                                    map(cost), EdgeCost{&graph}, map(colour), index, std::less<>(),
                                    boost::closed_plus<std::uint32_t>(far), far, std::uint32_t{0});
    } catch (const Arrived&) {
        return {cpu_ms() - begin, cost[to]};
    }
    return {cpu_ms() - begin, 0};
}

namespace {

struct VertexProperty {
    int number = 0;
};

struct EdgeProperty {
    int number = 0;
    double length_m = 0, risk = 0;
};

using BudgetGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, VertexProperty, EdgeProperty>;

struct Spent {
    double length_m = 0, risk = 0;

    bool operator==(const Spent& other) const { return length_m == other.length_m && risk == other.risk; }

    bool operator<(const Spent& other) const {
        return length_m < other.length_m || (length_m == other.length_m && risk < other.risk);
    }
};

struct Extend {
    double budget;

    bool operator()(const BudgetGraph& graph, Spent& next, const Spent& old, BudgetGraph::edge_descriptor edge) const {
        next.length_m = old.length_m + graph[edge].length_m;
        next.risk = old.risk + graph[edge].risk;
        return next.risk <= budget;
    }
};

struct Dominates {
    bool operator()(const Spent& a, const Spent& b) const { return a.length_m <= b.length_m && a.risk <= b.risk; }
};

} // namespace

PeerAnswer boostBudget(const Grid& grid, const StepEfforts& efforts, Cell start, Cell goal, double budget) {
    const StepCosts costs(grid, efforts, {1, 0, 0});
    const CellGraph cells(grid, costs);
    const auto words = grid.passable({}, true);
    std::vector<int> number(cells.cells(), -1);
    BudgetGraph graph;
    for (std::uint32_t cell = 0; cell < cells.cells(); ++cell)
        if ((words[cell >> grid.strideBits()] >> (cells.layerOf(cell) + 1) & 1U) != 0) {
            number[cell] = static_cast<int>(boost::num_vertices(graph));
            boost::add_vertex(VertexProperty{number[cell]}, graph);
        }
    int edges = 0;
    for (std::uint32_t cell = 0; cell < cells.cells(); ++cell) {
        if (number[cell] < 0) continue;
        auto free = freeSteps(words.data(), cell >> grid.strideBits(), grid.columnsPerRow(), cells.layerOf(cell));
        for (; free != 0; free &= free - 1) {
            const auto to = cells.after(cell, std::countr_zero(free));
            const std::vector<Cell> both{grid.cellOf(cell), grid.cellOf(to)};
            const auto totals = totalsOf(grid, efforts, both);
            boost::add_edge(static_cast<std::size_t>(number[cell]), static_cast<std::size_t>(number[to]),
                            EdgeProperty{edges++, totals.length_m, totals.risk}, graph);
        }
    }
    const double begin = cpu_ms(); // the graph is there already
    std::vector<BudgetGraph::edge_descriptor> way;
    Spent spent;
    boost::r_c_shortest_paths(
        graph, boost::get(&VertexProperty::number, graph), boost::get(&EdgeProperty::number, graph),
        static_cast<std::size_t>(number[grid.index(start)]), static_cast<std::size_t>(number[grid.index(goal)]), way,
        spent, Spent{}, Extend{budget}, Dominates{});
    return {cpu_ms() - begin, way.empty() ? 0 : static_cast<std::uint64_t>(std::llround(spent.length_m * 1000))};
}

std::vector<std::optional<double>> rrtStar(const LegMeter& meter, const Weights& weights, Point_m start, Point_m goal,
                                           const std::vector<double>& after_s, std::uint64_t seed) {
    struct Node {
        Point_m at;
        std::size_t before = 0;
        double cost = 0;
        std::vector<std::size_t> children;
    };

    constexpr double reach_m = 150, bin_m = 150;
    const auto& grid = meter.grid();
    const double width_m = grid.nx() * grid.size().cell_m, depth_m = grid.ny() * grid.size().cell_m;
    const auto binsX = static_cast<std::size_t>(width_m / bin_m) + 1,
               binsY = static_cast<std::size_t>(depth_m / bin_m) + 1;
    std::vector<std::vector<std::size_t>> bins(binsX * binsY);
    std::vector<Node> nodes{{start, 0, 0, {}}};
    const auto binOf = [&](Point_m p) {
        return static_cast<std::size_t>(p.y / bin_m) * binsX + static_cast<std::size_t>(p.x / bin_m);
    };
    bins[binOf(start)].push_back(0);
    const auto distance = [](Point_m a, Point_m b) { return std::hypot(a.x - b.x, a.y - b.y, a.z - b.z); };
    const auto costOf = [&](Point_m a, Point_m b) -> std::optional<double> {
        const auto totals = meter.measure(a, b);
        if (!totals) return std::nullopt;
        return totals->cost(weights);
    };
    // Nodes within a ring of bins; all, where the ring is empty.
    const auto near = [&](Point_m p, int ring) {
        std::vector<std::size_t> found;
        const auto bx = static_cast<int>(p.x / bin_m), by = static_cast<int>(p.y / bin_m);
        for (int y = std::max(0, by - ring); y <= std::min(static_cast<int>(binsY) - 1, by + ring); ++y)
            for (int x = std::max(0, bx - ring); x <= std::min(static_cast<int>(binsX) - 1, bx + ring); ++x) {
                const auto& bin = bins[static_cast<std::size_t>(y) * binsX + static_cast<std::size_t>(x)];
                found.insert(found.end(), bin.begin(), bin.end());
            }
        return found;
    };
    sim::Random random(seed);
    std::vector<std::optional<double>> told;
    std::optional<double> best;
    std::vector<std::pair<std::size_t, double>> ends; // nodes that see the goal, and the rest
    const double begin = cpu_ms();
    for (std::size_t round = 0; told.size() < after_s.size(); ++round) {
        if (round % 64 == 0)
            while (told.size() < after_s.size() && cpu_ms() - begin >= after_s[told.size()] * 1000) {
                for (const auto& [node, rest] : ends)
                    if (!best || nodes[node].cost + rest < *best) best = nodes[node].cost + rest;
                told.push_back(best);
            }
        Point_m sample = random.unit() < 0.05 ? goal
                                              : Point_m{random.uniform(0, width_m), random.uniform(0, depth_m),
                                                        random.uniform(grid.floor_m(0), grid.floor_m(grid.nz()))};
        std::size_t closest = 0;
        double closest_m = 1e18;
        for (int ring = 1;; ring *= 4) {
            for (const auto node : near(sample, ring))
                if (const double d = distance(nodes[node].at, sample); d < closest_m) {
                    closest_m = d;
                    closest = node;
                }
            if (closest_m < 1e18) break;
        }
        if (closest_m > reach_m) {
            const auto from = nodes[closest].at;
            const double share = reach_m / closest_m;
            sample = {from.x + (sample.x - from.x) * share, from.y + (sample.y - from.y) * share,
                      from.z + (sample.z - from.z) * share};
        } else if (closest_m < 1) {
            continue;
        }
        // The radius shrinks as the tree fills the space (gamma (log n / n)^(1/3)).
        const double n = static_cast<double>(nodes.size()) + 1;
        const double radius_m = std::min(reach_m, 2'500 * std::cbrt(std::log(n + 1) / n));
        std::size_t before = closest;
        auto step = costOf(nodes[closest].at, sample);
        if (!step) continue;
        double cost = nodes[closest].cost + *step;
        const auto around = near(sample, 1);
        for (const auto node : around) {
            if (distance(nodes[node].at, sample) > radius_m || nodes[node].cost >= cost) continue;
            if (const auto other = costOf(nodes[node].at, sample); other && nodes[node].cost + *other < cost) {
                cost = nodes[node].cost + *other;
                before = node;
            }
        }
        const auto added = nodes.size();
        nodes.push_back({sample, before, cost, {}});
        nodes[before].children.push_back(added);
        bins[binOf(sample)].push_back(added);
        for (const auto node : around) {
            const double far_m = distance(nodes[node].at, sample);
            if (far_m > radius_m || cost + far_m * weights.perMetre >= nodes[node].cost) continue;
            const auto other = costOf(sample, nodes[node].at);
            if (!other || cost + *other >= nodes[node].cost) continue;
            std::erase(nodes[nodes[node].before].children, node);
            nodes[node].before = added;
            nodes[added].children.push_back(node);
            const double less = nodes[node].cost - (cost + *other);
            std::vector<std::size_t> below{node};
            while (!below.empty()) {
                const auto at = below.back();
                below.pop_back();
                nodes[at].cost -= less;
                below.insert(below.end(), nodes[at].children.begin(), nodes[at].children.end());
            }
        }
        if (distance(sample, goal) <= reach_m)
            if (const auto rest = costOf(sample, goal)) ends.emplace_back(added, *rest);
    }
    return told;
}

} // namespace haneul::bench
