#include "core/delivery/crossings.h"

#include "core/delivery/link_flight.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

namespace haneul::delivery {

namespace {

using route::Metric_m;

constexpr double beside_m = 1;        // nearer than this, parallel lines are one
constexpr double parallelSine = 0.02; // about one degree
constexpr double vertical_m = 1e-3;   // a piece no longer than this, seen from above, is a point
constexpr double atNode_m = 1;
constexpr double same_m = 0.5;   // crossings nearer than this along both links are one
constexpr double drawn_m = 0.25; // how far the lines of curves may be beside them

struct Box {
    double west = 0, south = 0, east = 0, north = 0;

    [[nodiscard]] bool meets(const Box& other) const {
        return west - beside_m <= other.east && other.west - beside_m <= east && south - beside_m <= other.north &&
               other.south - beside_m <= north;
    }

    void cover(const Box& other) {
        west = std::min(west, other.west);
        south = std::min(south, other.south);
        east = std::max(east, other.east);
        north = std::max(north, other.north);
    }
};

// A straight piece of a link's way.
struct Piece {
    Metric_m from, to;
    double from_m = 0, to_m = 0; // along the link
    Box box;

    [[nodiscard]] double length_m() const { return std::hypot(to.east - from.east, to.north - from.north); }

    [[nodiscard]] Metric_m at(double share) const { return from + share * (to - from); }

    [[nodiscard]] double along_m(double share) const { return from_m + share * (to_m - from_m); }
};

struct Way {
    LinkFlight flight;
    std::vector<Piece> pieces;
    Box box;
};

// Shares of the two pieces, 0 to 1, where they are at one place; from and to, the same at a point.
struct Meeting {
    double first = 0, second = 0;
    double firstEnd = 0, secondEnd = 0;
};

Way wayOf(LinkFlight flight, const route::SphereFrame& frame) {
    Way way{.flight = std::move(flight), .pieces = {}, .box = {}};
    const auto samples = way.flight.path(drawn_m);
    for (std::size_t i = 0; i + 1 < samples.size(); ++i) {
        Piece piece{.from = frame.toMetric(samples[i].waypoint),
                    .to = frame.toMetric(samples[i + 1].waypoint),
                    .from_m = samples[i].along_m,
                    .to_m = samples[i + 1].along_m};
        piece.box = {std::min(piece.from.east, piece.to.east), std::min(piece.from.north, piece.to.north),
                     std::max(piece.from.east, piece.to.east), std::max(piece.from.north, piece.to.north)};
        if (way.pieces.empty()) way.box = piece.box;
        way.box.cover(piece.box);
        way.pieces.push_back(piece);
    }
    return way;
}

double cross(Metric_m first, Metric_m second) {
    return first.east * second.north - first.north * second.east;
}

double dotOfPlane(Metric_m first, Metric_m second) {
    return first.east * second.east + first.north * second.north;
}

// The part of [low, high] where |begin + slope * x| <= most; none when empty.
std::optional<std::pair<double, double>> within(double low, double high, double begin, double slope, double most) {
    if (std::abs(slope) < 1e-15) {
        if (std::abs(begin) > most) return std::nullopt;
    } else {
        const auto [enter, leave] = std::minmax({(-most - begin) / slope, (most - begin) / slope});
        low = std::max(low, enter);
        high = std::min(high, leave);
    }
    if (low > high) return std::nullopt;
    return std::pair{low, high};
}

// One of them stands still, seen from above: where the other passes it.
std::optional<Meeting> meetPoint(const Piece& point, const Piece& line, double height_m) {
    const Metric_m direction = line.to - line.from;
    const double square = dotOfPlane(direction, direction);
    const double share = square > 0 ? std::clamp(dotOfPlane(point.from - line.from, direction) / square, 0.0, 1.0) : 0;
    const Metric_m nearest = line.at(share);
    if (std::hypot(nearest.east - point.from.east, nearest.north - point.from.north) > same_m) return std::nullopt;
    const double climb_m = point.to.height - point.from.height;
    const double level = climb_m != 0 ? std::clamp((nearest.height - point.from.height) / climb_m, 0.0, 1.0) : 0.0;
    if (std::abs(point.at(level).height - nearest.height) > height_m) return std::nullopt;
    return Meeting{level, share, level, share};
}

std::optional<Meeting> meetParallel(const Piece& first, const Piece& second, double height_m) {
    const double length_m = first.length_m();
    const Metric_m direction = (1 / length_m) * (first.to - first.from);
    const Metric_m begin = second.from - first.from;
    const Metric_m step = second.to - second.from;
    // By the share t of the second piece: along the first, beside it, and above it.
    const double along = dotOfPlane(begin, direction), alongStep = dotOfPlane(step, direction);
    const double beside = cross(direction, begin), besideStep = cross(direction, step);
    const double climb = (first.to.height - first.from.height) / length_m;
    auto range = within(0, 1, along - length_m / 2, alongStep, length_m / 2);
    if (range) range = within(range->first, range->second, beside, besideStep, beside_m);
    if (range)
        range = within(range->first, range->second, begin.height - climb * along, step.height - climb * alongStep,
                       height_m);
    if (!range) return std::nullopt;
    const auto share = [&](double t) { return std::clamp((along + alongStep * t) / length_m, 0.0, 1.0); };
    return Meeting{share(range->first), range->first, share(range->second), range->second};
}

std::optional<Meeting> meet(const Piece& first, const Piece& second, double height_m) {
    if (first.length_m() < vertical_m) return meetPoint(first, second, height_m);
    if (second.length_m() < vertical_m) {
        const auto met = meetPoint(second, first, height_m);
        if (!met) return std::nullopt;
        return Meeting{met->second, met->first, met->secondEnd, met->firstEnd};
    }
    const Metric_m u = first.to - first.from;
    const Metric_m v = second.to - second.from;
    const double sine = cross(u, v) / (first.length_m() * second.length_m());
    if (std::abs(sine) < parallelSine) return meetParallel(first, second, height_m);
    const Metric_m between = second.from - first.from;
    const double s = cross(between, v) / cross(u, v);
    const double t = cross(between, u) / cross(u, v);
    const double slackS = vertical_m / first.length_m(); // so that a way cannot slip through a joint of the other
    const double slackT = vertical_m / second.length_m();
    if (s < -slackS || s > 1 + slackS || t < -slackT || t > 1 + slackT) return std::nullopt;
    const double share = std::clamp(s, 0.0, 1.0), other = std::clamp(t, 0.0, 1.0);
    if (std::abs(first.at(share).height - second.at(other).height) > height_m) return std::nullopt;
    return Meeting{share, other, share, other};
}

class Search {
public:
    Search(const Network& network, std::vector<Way> ways, const route::SphereFrame& frame)
        : m_network(network)
        , m_ways(std::move(ways))
        , m_frame(frame) {}

    std::vector<FoundCrossing> run() {
        for (std::size_t i = 0; i < m_ways.size(); ++i)
            for (std::size_t j = i + 1; j < m_ways.size(); ++j)
                if (m_ways[i].box.meets(m_ways[j].box)) pair(i, j);
        return std::move(m_found);
    }

private:
    void pair(std::size_t i, std::size_t j) {
        std::vector<FoundCrossing> found;
        for (const Piece& first : m_ways[i].pieces) {
            if (!first.box.meets(m_ways[j].box)) continue;
            for (const Piece& second : m_ways[j].pieces) {
                if (!first.box.meets(second.box)) continue;
                if (const auto met = meet(first, second, m_network.crossingHeight_m))
                    stretch(i, j, first, second, *met, found);
            }
        }
        const auto key = [](const FoundCrossing& one) { return std::tuple(one.first_m, one.second_m); };
        std::ranges::sort(found, {}, key);
        for (const FoundCrossing& one : found)
            if (!atSharedNode(one) && !known(one)) m_found.push_back(one);
    }

    // The two ends of a meeting, and between them as many as the time needs.
    void stretch(std::size_t i, std::size_t j, const Piece& first, const Piece& second, const Meeting& met,
                 std::vector<FoundCrossing>& found) const {
        const auto at = [&](double share) {
            return crossing(i, j, first, second, met.first + share * (met.firstEnd - met.first),
                            met.second + share * (met.secondEnd - met.second));
        };
        found.push_back(at(0));
        between(at, 0, 1, found);
        found.push_back(at(1));
    }

    template <class At>
    void between(const At& at, double from, double to, std::vector<FoundCrossing>& found) const {
        constexpr double finest = 1.0 / 1024;
        const FoundCrossing begin = at(from);
        const FoundCrossing end = at(to);
        const auto takes_s = [&](std::size_t link, double a_m, double b_m) {
            return std::abs(m_ways[link].flight.reached_s(b_m) - m_ways[link].flight.reached_s(a_m));
        };
        const double longest_s = std::max(takes_s(begin.first, begin.first_m, end.first_m),
                                          takes_s(begin.second, begin.second_m, end.second_m));
        const double most_s = static_cast<double>(m_network.crossingSeparation_ms) / 2000;
        if (most_s <= 0 || longest_s <= most_s || to - from <= finest) return;
        const double middle = (from + to) / 2;
        between(at, from, middle, found);
        found.push_back(at(middle));
        between(at, middle, to, found);
    }

    [[nodiscard]] FoundCrossing crossing(std::size_t i, std::size_t j, const Piece& first, const Piece& second,
                                         double firstShare, double secondShare) const {
        const Metric_m place = first.at(firstShare);
        FoundCrossing result{.first = i,
                             .second = j,
                             .place = m_frame.toWaypoint(place).place,
                             .firstHeight_m = place.height,
                             .secondHeight_m = second.at(secondShare).height,
                             .first_m = first.along_m(firstShare),
                             .second_m = second.along_m(secondShare)};
        result.firstFraction = m_ways[i].flight.fractionAt(result.first_m);
        result.secondFraction = m_ways[j].flight.fractionAt(result.second_m);
        return result;
    }

    [[nodiscard]] bool atSharedNode(const FoundCrossing& one) const {
        const Link& first = m_network.links[one.first];
        const Link& second = m_network.links[one.second];
        const auto near = [&](std::size_t link, const std::string& node, double along_m) {
            const double end_m = m_network.links[link].a == node ? 0 : m_ways[link].flight.length_m();
            return std::abs(along_m - end_m) <= atNode_m;
        };
        for (const std::string& node : {first.a, first.b})
            if ((node == second.a || node == second.b) && near(one.first, node, one.first_m) &&
                near(one.second, node, one.second_m))
                return true;
        return false;
    }

    [[nodiscard]] bool known(const FoundCrossing& one) const {
        for (auto other = m_found.rbegin();
             other != m_found.rend() && other->first == one.first && other->second == one.second; ++other)
            if (std::abs(other->first_m - one.first_m) <= same_m && std::abs(other->second_m - one.second_m) <= same_m)
                return true;
        return false;
    }

    const Network& m_network;
    std::vector<Way> m_ways;
    const route::SphereFrame& m_frame;
    std::vector<FoundCrossing> m_found;
};

} // namespace

Result<std::vector<FoundCrossing>> findCrossings(const Network& network, std::string_view droneType) {
    const DroneType* const type = network.droneType(droneType);
    if (!type) return fail("UNKNOWN_DRONE_TYPE", "the network has no such drone type", std::string(droneType));
    std::vector<route::Waypoint> tops;
    for (const Node& node : network.nodes)
        tops.push_back({node.place, node.top_m});
    const auto frame = route::SphereFrame::around(tops);
    std::vector<Way> ways;
    for (const Link& link : network.links) {
        auto flight = LinkFlight::make(network, link, link.a, *type);
        if (!flight) return std::unexpected(flight.error());
        ways.push_back(wayOf(*std::move(flight), frame));
    }
    return Search(network, std::move(ways), frame).run();
}

} // namespace haneul::delivery
