#include "tests/core/schedule/brute_force.h"

#include <algorithm>
#include <cstdlib>

namespace haneul::tests::brute {

namespace {

using schedule::Booking;
using schedule::Network;
using timing::PlaceKind;
using Usage = timing::Usage<Time>;

struct Held {
    Time begin = 0, end = 0;
};

// Is there an instant in [begin, end) at which `most` or more of the half-open intervals hold? Their number rises only
// where one begins, so those instants are enough.
bool full(const std::vector<Held>& held, Time begin, Time end, std::size_t most) {
    std::vector<Time> instants{begin};
    for (const auto& one : held)
        if (begin < one.begin && one.begin < end) instants.push_back(one.begin);
    return begin < end && std::ranges::any_of(
                              instants,
                              [&](Time instant) {
                                  return static_cast<std::size_t>(std::ranges::count_if(held, [&](const Held& one) {
                                             return one.begin <= instant && instant < one.end;
                                         })) >= most;
                              });
}

bool columnFits(const Network<Time>& network, const Usage& wanted, const std::vector<Booking<Time>>& booked) {
    const auto own = network.nodeBuffers.find(wanted.from);
    const Time buffer = own == network.nodeBuffers.end() ? network.nodeBuffer : own->second;
    std::vector<Held> held;
    for (const auto& booking : booked)
        for (const auto& usage : booking.usages)
            if (usage.kind == PlaceKind::Node && usage.from == wanted.from && usage.begin < usage.end)
                held.push_back({usage.begin - buffer, usage.end + buffer});
    return !full(held, wanted.begin, wanted.end, static_cast<std::size_t>(network.nodes.at(wanted.from).capacity));
}

bool isOf(const Usage& usage, const schedule::Link<Time>& link) {
    return (usage.from == link.a && usage.to == link.b) || (usage.from == link.b && usage.to == link.a);
}

// A thousand times the instant at which it passes the place `fraction` of the way from the link's end a.
Time passes_us(const Usage& usage, const schedule::Link<Time>& link, double fraction) {
    const auto thousandths = static_cast<Time>(fraction * 1000 + 0.5);
    const Time along = usage.from == link.a ? thousandths : 1000 - thousandths;
    return 1000 * usage.begin + along * (usage.end - usage.begin);
}

bool crossingFits(const schedule::Crossing<Time>& crossing, const Network<Time>& network, const Usage& mine,
                  const Usage& theirs) {
    const auto& first = network.links[crossing.first];
    const auto& second = network.links[crossing.second];
    const auto apart = [&](const Usage& onFirst, const Usage& onSecond) {
        return std::abs(passes_us(onFirst, first, crossing.firstFraction) -
                        passes_us(onSecond, second, crossing.secondFraction)) >= 1000 * crossing.separation;
    };
    if (isOf(mine, first) && isOf(theirs, second)) return apart(mine, theirs);
    if (isOf(mine, second) && isOf(theirs, first)) return apart(theirs, mine);
    return true;
}

bool linksFit(const Network<Time>& network, const Usage& mine, const Usage& theirs) {
    if (mine.begin >= mine.end || theirs.begin >= theirs.end) return true;
    if (mine.from == theirs.from && mine.to == theirs.to) {
        const bool apart = std::abs(mine.begin - theirs.begin) >= network.headway &&
                           std::abs(mine.end - theirs.end) >= network.headway;
        const bool inOrder = (mine.begin <= theirs.begin && mine.end <= theirs.end) ||
                             (mine.begin >= theirs.begin && mine.end >= theirs.end);
        if (!apart || !inOrder) return false;
    }
    if (mine.from == theirs.to && mine.to == theirs.from) {
        const auto link = std::ranges::find_if(network.links, [&](const auto& one) { return isOf(mine, one); });
        const bool together =
            mine.begin < theirs.end + network.oppositeBuffer && theirs.begin - network.oppositeBuffer < mine.end;
        if (link->track == schedule::Track::Single && together) return false;
    }
    return std::ranges::all_of(network.crossings,
                               [&](const auto& one) { return crossingFits(one, network, mine, theirs); });
}

bool fleetFits(const Network<Time>& network, const Booking<Time>& mission, const std::vector<Booking<Time>>& booked) {
    if (!network.fleet) return true;
    std::vector<Held> away;
    for (const auto& booking : booked)
        away.push_back({booking.begin, booking.end + network.fleet->turnaround});
    return !full(away, mission.begin, mission.end + network.fleet->turnaround, network.fleet->size);
}

} // namespace

Booking<Time> shifted(Booking<Time> booking, Time by) {
    for (auto& usage : booking.usages) {
        usage.begin += by;
        usage.end += by;
    }
    booking.begin += by;
    booking.end += by;
    return booking;
}

bool fits(const Network<Time>& network, const Booking<Time>& mission, const std::vector<Booking<Time>>& booked) {
    for (const auto& mine : mission.usages) {
        if (mine.kind == PlaceKind::Node) {
            if (!columnFits(network, mine, booked)) return false;
            continue;
        }
        for (const auto& booking : booked)
            for (const auto& theirs : booking.usages)
                if (theirs.kind == PlaceKind::Link && !linksFit(network, mine, theirs)) return false;
    }
    return fleetFits(network, mission, booked);
}

} // namespace haneul::tests::brute
