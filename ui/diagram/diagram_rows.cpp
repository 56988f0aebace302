#include "ui/diagram/diagram_rows.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <ranges>
#include <utility>

namespace haneul::diagram {

namespace {

using delivery::Network;
using delivery::Node;
using delivery::NodeKind;

constexpr std::size_t mostImproved = 60; // nodes: beyond, the first order by direction has to do
constexpr int mostRounds = 20;

// Around the base, so that neighbours on the ground are neighbours in the order before it is improved.
double direction(const Node& from, const Node& to) {
    return std::atan2(to.place.longitude_deg - from.place.longitude_deg,
                      to.place.latitude_deg - from.place.latitude_deg);
}

// The rows of the ends of each link, for orders that are tried.
class Spans {
public:
    Spans(const Network& network, const std::vector<std::string>& order) {
        std::map<std::string_view, std::size_t> place;
        for (std::size_t i = 0; i < order.size(); ++i)
            place.emplace(order[i], i);
        for (const delivery::Link& link : network.links) {
            const auto a = place.find(link.a);
            const auto b = place.find(link.b);
            if (a != place.end() && b != place.end()) m_links.emplace_back(a->second, b->second);
        }
    }

    // `rows[i]`: where the i-th node of the order stands.
    [[nodiscard]] std::size_t total(const std::vector<std::size_t>& rows) const {
        std::size_t sum = 0;
        for (const auto& [a, b] : m_links)
            sum += rows[a] > rows[b] ? rows[a] - rows[b] : rows[b] - rows[a];
        return sum;
    }

private:
    std::vector<std::pair<std::size_t, std::size_t>> m_links;
};

std::vector<std::size_t> rowsOf(const std::vector<std::size_t>& sequence) {
    std::vector<std::size_t> rows(sequence.size());
    for (std::size_t row = 0; row < sequence.size(); ++row)
        rows[sequence[row]] = row;
    return rows;
}

// Takes each node out and puts it where the links become shortest, until nothing is gained. Those before `fixed` stay.
std::vector<std::string> improved(const Network& network, const std::vector<std::string>& order, std::size_t fixed) {
    if (order.size() > mostImproved) return order;
    const Spans spans(network, order);
    std::vector<std::size_t> best(order.size());
    std::ranges::copy(std::views::iota(std::size_t{0}, order.size()), best.begin());
    std::size_t least = spans.total(rowsOf(best));
    for (int round = 0; round < mostRounds; ++round) {
        const std::size_t before = least;
        for (std::size_t from = fixed; from < order.size(); ++from)
            for (std::size_t to = fixed; to < order.size(); ++to) {
                std::vector<std::size_t> tried = best;
                const std::size_t node = tried[from];
                tried.erase(tried.begin() + static_cast<std::ptrdiff_t>(from));
                tried.insert(tried.begin() + static_cast<std::ptrdiff_t>(to), node);
                const std::size_t sum = spans.total(rowsOf(tried));
                if (sum >= least) continue;
                least = sum;
                best = std::move(tried);
            }
        if (least == before) break;
    }
    std::vector<std::string> names;
    for (const std::size_t index : best)
        names.push_back(order[index]);
    return names;
}

} // namespace

std::vector<std::string> rowOrder(const Network& network) {
    std::vector<const Node*> bases, others;
    for (const Node& node : network.nodes)
        (node.kind == NodeKind::Base ? bases : others).push_back(&node);
    std::ranges::stable_sort(bases, [&](const Node* l, const Node* r) {
        return (l->id == network.base) != (r->id == network.base) ? l->id == network.base : l->id < r->id;
    });
    std::ranges::sort(others, {}, &Node::id);
    if (!bases.empty())
        std::ranges::stable_sort(others, {}, [&](const Node* node) { return direction(*bases.front(), *node); });
    std::vector<std::string> order;
    for (const Node* node : bases)
        order.push_back(node->id);
    for (const Node* node : others)
        order.push_back(node->id);
    return improved(network, order, bases.size());
}

std::vector<std::string> completedOrder(const Network& network, const std::vector<std::string>& wanted) {
    std::vector<std::string> order;
    for (const std::string& node : wanted)
        if (network.node(node) && !std::ranges::contains(order, node)) order.push_back(node);
    const std::vector<std::string> standard = rowOrder(network);
    for (std::size_t i = 0; i < standard.size(); ++i)
        if (!std::ranges::contains(order, standard[i]))
            order.insert(order.begin() + static_cast<std::ptrdiff_t>(std::min(i, order.size())), standard[i]);
    return order;
}

std::size_t rowsSpanned(const Network& network, const std::vector<std::string>& order) {
    std::vector<std::size_t> rows(order.size());
    std::ranges::copy(std::views::iota(std::size_t{0}, order.size()), rows.begin());
    return Spans(network, order).total(rows);
}

std::vector<std::string> withMovedRow(std::vector<std::string> order, std::string_view node, int by) {
    const auto found = std::ranges::find(order, node);
    if (found == order.end()) return order;
    const auto from = std::distance(order.begin(), found);
    const auto to = std::clamp<std::ptrdiff_t>(from + by, 0, std::ssize(order) - 1);
    std::string name = std::move(*found);
    order.erase(found);
    order.insert(order.begin() + to, std::move(name));
    return order;
}

} // namespace haneul::diagram
