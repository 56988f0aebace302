#include "core/delivery/speed_profile.h"

#include "core/delivery/link_flight.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace haneul::delivery {

namespace {

constexpr double curve_m = 0.25;  // deviation of the line that stands for a curve
constexpr double aside_m = 0.25;  // to look along a curve
constexpr double sameTime_ms = 1; // what rounding makes of a duration is no other speed

// One straight or curved piece between two waypoints of a leg, as a motion from 0 on.
struct Piece {
    double duration_s = 0;
    std::vector<SpeedSample> samples; // time in ms from its beginning, distance from its beginning
};

Piece column(double from_m, double to_m, const timing::MotionProfile& motion) {
    Piece piece{.duration_s = motion.total_s(), .samples = {}};
    const double up = to_m >= from_m ? 1 : -1;
    for (const double corner_s : timing::CurveProfile(motion).corners_s())
        piece.samples.push_back({.time_ms = corner_s * 1000,
                                 .climb_mps = up * motion.speed_mps(corner_s),
                                 .height_m = from_m + up * motion.travelled_m(corner_s)});
    return piece;
}

// Length over the ground up to places along a link's way.
class OverGround {
public:
    explicit OverGround(const LinkFlight& flight)
        : m_line(flight.path(curve_m)) {
        m_ground_m.push_back(0);
        for (std::size_t i = 0; i + 1 < m_line.size(); ++i)
            m_ground_m.push_back(m_ground_m.back() +
                                 route::horizontalDistance_m(m_line[i].waypoint.place, m_line[i + 1].waypoint.place));
    }

    [[nodiscard]] double at(double along_m) const {
        const auto next = std::ranges::upper_bound(m_line, along_m, {}, &route::Curve::Sample::along_m);
        if (next == m_line.begin()) return 0;
        if (next == m_line.end()) return m_ground_m.back();
        const auto i = static_cast<std::size_t>(next - m_line.begin());
        const double share = (along_m - m_line[i - 1].along_m) / (m_line[i].along_m - m_line[i - 1].along_m);
        return m_ground_m[i - 1] + share * (m_ground_m[i] - m_ground_m[i - 1]);
    }

    [[nodiscard]] const std::vector<route::Curve::Sample>& line() const { return m_line; }

private:
    std::vector<route::Curve::Sample> m_line;
    std::vector<double> m_ground_m;
};

// How much of a step along the way is climb and how much is over the ground.
struct Direction {
    double climb = 0;
    double ground = 0;
};

Direction directionAt(const LinkFlight& flight, double from_m, double to_m, double along_m) {
    const auto before = flight.at(std::max(from_m, along_m - aside_m));
    const auto after = flight.at(std::min(to_m, along_m + aside_m));
    const double climb_m = after.height_m - before.height_m;
    const double ground_m = route::horizontalDistance_m(before.place, after.place);
    const double step_m = std::hypot(climb_m, ground_m);
    return step_m > 0 ? Direction{climb_m / step_m, ground_m / step_m} : Direction{};
}

// The piece of a link's way between two of its waypoints.
Piece onLink(const LinkFlight& flight, const OverGround& ground, std::size_t waypoint) {
    const double from_m = flight.waypointsAt_m()[waypoint];
    const double to_m = flight.waypointsAt_m()[waypoint + 1];
    const double from_s = flight.reached_s(from_m);
    const double to_s = flight.reached_s(to_m);
    std::vector<double> instants_s{from_s, to_s};
    for (const double corner_s : flight.corners_s())
        if (corner_s > from_s && corner_s < to_s) instants_s.push_back(corner_s);
    for (const auto& sample : ground.line())
        if (sample.along_m > from_m && sample.along_m < to_m) instants_s.push_back(flight.reached_s(sample.along_m));
    std::ranges::sort(instants_s);
    Piece piece{.duration_s = to_s - from_s, .samples = {}};
    for (const double now_s : instants_s) {
        const double along_m = std::clamp(flight.travelled_m(now_s), from_m, to_m);
        const Direction direction = directionAt(flight, from_m, to_m, along_m);
        const double speed_mps = flight.speed_mps(now_s);
        piece.samples.push_back({.time_ms = (now_s - from_s) * 1000,
                                 .climb_mps = direction.climb * speed_mps,
                                 .ground_mps = direction.ground * speed_mps,
                                 .height_m = flight.at(along_m).height_m,
                                 .along_m = ground.at(along_m) - ground.at(from_m)});
    }
    return piece;
}

FlightPart partOf(const Leg& leg, std::size_t piece) {
    if (piece < leg.parts.takeOff.last) return FlightPart::TakeOff;
    return piece < leg.parts.landing.first ? FlightPart::Flight : FlightPart::Landing;
}

// A leg as it is flown on the network.
struct FlownLeg {
    LinkFlight flight;
    std::vector<Piece> pieces; // one fewer than the leg has waypoints
};

Result<FlownLeg> flown(const Network& network, const Leg& leg, const DroneType& type) {
    const std::string where = std::format("{}>{}", leg.from, leg.to);
    const Link* const link = network.link(leg.from, leg.to);
    if (!link) return fail("ROUTE_CHANGED", "the network no longer has this link", where);
    auto flight = LinkFlight::make(network, *link, leg.from, type);
    if (!flight) return std::unexpected(flight.error());
    const auto way = std::ranges::search(leg.waypoints, flight->waypoints());
    const auto before = static_cast<std::size_t>(way.begin() - leg.waypoints.begin());
    const auto after = static_cast<std::size_t>(leg.waypoints.end() - way.end());
    if (way.empty() || before > 1 || after > 1)
        return fail("ROUTE_CHANGED", "the link no longer has the waypoints of this mission", where);
    const auto vertical = [&](std::size_t waypoint, double speed_mps) {
        const double from_m = leg.waypoints[waypoint].height_m;
        const double to_m = leg.waypoints[waypoint + 1].height_m;
        return timing::profileOver(std::abs(to_m - from_m), {.speed_mps = speed_mps,
                                                             .acceleration_mps2 = type.acceleration_mps2,
                                                             .deceleration_mps2 = type.deceleration_mps2})
            .transform([&](const timing::MotionProfile& motion) { return column(from_m, to_m, motion); });
    };
    std::vector<Piece> pieces;
    if (before == 1) {
        auto up = vertical(0, type.takeOff_mps);
        if (!up) return std::unexpected(up.error());
        pieces.push_back(*std::move(up));
    }
    const OverGround ground(*flight);
    for (std::size_t i = 0; i + 1 < flight->waypoints().size(); ++i)
        pieces.push_back(onLink(*flight, ground, i));
    if (after == 1) {
        auto down = vertical(leg.waypoints.size() - 2, type.landing_mps);
        if (!down) return std::unexpected(down.error());
        pieces.push_back(*std::move(down));
    }
    return FlownLeg{*std::move(flight), std::move(pieces)};
}

class ProfileMaker {
public:
    std::vector<SpeedStretch> take() { return std::move(m_stretches); }

    // Stands at one place, if for any time.
    void stay(std::size_t leg, double from_ms, double to_ms, double height_m) {
        if (to_ms <= from_ms) return;
        m_stretches.push_back({FlightPart::Stay,
                               leg,
                               {{.time_ms = from_ms, .height_m = height_m, .along_m = m_along_m},
                                {.time_ms = to_ms, .height_m = height_m, .along_m = m_along_m}}});
    }

    void fly(FlightPart part, std::size_t leg, const Piece& piece, double from_ms, double to_ms) {
        const double duration_ms = to_ms - from_ms;
        if (duration_ms > 0 && piece.duration_s > 0) {
            const double computed_ms = piece.duration_s * 1000;
            const bool asComputed = std::abs(duration_ms - computed_ms) <= sameTime_ms;
            const double slower = asComputed ? 1 : duration_ms / computed_ms;
            // Continue the stretch when nothing came between.
            if (m_stretches.empty() || m_stretches.back().part != part || m_stretches.back().leg != leg)
                m_stretches.push_back({part, leg, {}});
            for (SpeedSample sample : piece.samples) {
                sample.time_ms = from_ms + sample.time_ms * duration_ms / computed_ms;
                sample.climb_mps /= slower;
                sample.ground_mps /= slower;
                sample.along_m += m_along_m;
                m_stretches.back().samples.push_back(sample);
            }
        }
        if (!piece.samples.empty()) m_along_m += piece.samples.back().along_m;
    }

private:
    std::vector<SpeedStretch> m_stretches;
    double m_along_m = 0;
};

Result<const DroneType*> typeOf(const Network& network, const MissionRoute& mission) {
    const DroneType* const type = network.droneType(mission.request.droneType);
    if (!type) return fail("UNKNOWN_DRONE_TYPE", "the network has no such drone type", mission.request.droneType);
    return type;
}

} // namespace

Result<std::vector<SpeedStretch>> speedProfile(const Network& network, const MissionRoute& mission,
                                               const Times& times) {
    const auto type = typeOf(network, mission);
    if (!type) return std::unexpected(type.error());
    if (times.legs.size() != mission.legs.size())
        return fail("INVALID_ARGUMENT", "the times are of another mission", mission.request.id);
    ProfileMaker maker;
    for (std::size_t k = 0; k < mission.legs.size(); ++k) {
        const Leg& leg = mission.legs[k];
        const auto& ofLeg = times.legs[k];
        const auto flying = flown(network, leg, **type);
        if (!flying) return std::unexpected(flying.error());
        if (ofLeg.arrivals.size() != leg.waypoints.size() || flying->pieces.size() + 1 != leg.waypoints.size())
            return fail("INVALID_ARGUMENT", "the times are of another mission", mission.request.id);
        for (std::size_t w = 0; w < leg.waypoints.size(); ++w) {
            const auto arrival_ms = static_cast<double>(ofLeg.arrivals[w]);
            const auto departure_ms = static_cast<double>(ofLeg.departures[w]);
            if (w > 0)
                maker.fly(partOf(leg, w - 1), k, flying->pieces[w - 1], static_cast<double>(ofLeg.departures[w - 1]),
                          arrival_ms);
            if (w > 0 || k == 0) maker.stay(k, arrival_ms, departure_ms, leg.waypoints[w].height_m);
        }
    }
    return maker.take();
}

Result<HeightProfile> heightProfile(const Network& network, const MissionRoute& mission, const GroundAt& groundAt,
                                    double groundSpacing_m) {
    const auto type = typeOf(network, mission);
    if (!type) return std::unexpected(type.error());
    HeightProfile profile;
    double base_m = 0;
    const auto groundOf = [&](geo::LatLon place) { return groundAt ? groundAt(place) : std::nullopt; };
    const auto addNode = [&](const std::string& id) {
        const Node* const node = network.node(id);
        if (node) profile.nodes.push_back({id, base_m, node->ground_m, node->top_m});
        return node;
    };
    if (mission.legs.empty() || !addNode(mission.legs.front().from))
        return fail("ROUTE_CHANGED", "the network no longer has the nodes of this mission", mission.request.id);
    for (std::size_t k = 0; k < mission.legs.size(); ++k) {
        const Leg& leg = mission.legs[k];
        const auto flying = flown(network, leg, **type);
        if (!flying) return std::unexpected(flying.error());
        const LinkFlight& flight = flying->flight;
        const OverGround ground(flight);
        const Node* const from = network.node(leg.from);
        const Node* const to = network.node(leg.to);
        if (leg.waypoints.front() != flight.waypoints().front())
            profile.stretches.push_back(
                {FlightPart::TakeOff,
                 k,
                 {{base_m, leg.waypoints.front().height_m, from->ground_m}, {base_m, from->top_m, from->ground_m}}});
        std::vector<double> places_m; // along the way
        for (const auto& sample : ground.line())
            places_m.push_back(sample.along_m);
        if (groundAt && groundSpacing_m > 0)
            for (double along_m = groundSpacing_m; along_m < flight.length_m() - curve_m; along_m += groundSpacing_m)
                places_m.push_back(along_m);
        std::ranges::sort(places_m);
        HeightStretch stretch{FlightPart::Flight, k, {}};
        for (const double along_m : places_m) {
            const auto waypoint = flight.at(along_m);
            stretch.points.push_back({base_m + ground.at(along_m), waypoint.height_m, groundOf(waypoint.place)});
        }
        stretch.points.front().ground_m = from->ground_m;
        stretch.points.back().ground_m = to->ground_m;
        profile.stretches.push_back(std::move(stretch));
        base_m += ground.at(flight.length_m());
        addNode(leg.to);
        if (leg.waypoints.back() != flight.waypoints().back())
            profile.stretches.push_back(
                {FlightPart::Landing,
                 k,
                 {{base_m, to->top_m, to->ground_m}, {base_m, leg.waypoints.back().height_m, to->ground_m}}});
    }
    return profile;
}

} // namespace haneul::delivery
