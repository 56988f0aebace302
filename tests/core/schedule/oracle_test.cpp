#include "core/schedule/dispatch.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace haneul;
using namespace haneul::schedule;
using timing::PlaceKind;
using timing::Usage;

// The rules of DOMAIN.md 3 as they are written, tried start by start and instant by instant: slow and plain, nothing
// shared with the interval arithmetic. All times are whole numbers, so one test per unit of time is enough.
namespace oracle {

using Time = std::int64_t;

bool columnFits(const Network<Time>& network, const Usage<Time>& wanted, const std::vector<Booking<Time>>& booked,
                Time start) {
    const Time buffer = network.bufferOf(wanted.from);
    const int capacity = network.nodes.find(wanted.from)->second.capacity;
    for (Time instant = wanted.begin + start; instant < wanted.end + start; ++instant) {
        int there = 0;
        for (const auto& booking : booked)
            for (const auto& usage : booking.usages)
                if (usage.kind == PlaceKind::Node && usage.from == wanted.from && usage.begin < usage.end &&
                    usage.begin - buffer <= instant && instant < usage.end + buffer)
                    ++there;
        if (there >= capacity) return false;
    }
    return true;
}

double passes(const Usage<Time>& usage, const Link<Time>& link, double fraction, Time shift) {
    const double along = usage.from == link.a ? fraction : 1 - fraction;
    return static_cast<double>(usage.begin + shift) + along * static_cast<double>(usage.end - usage.begin);
}

bool linksFit(const Network<Time>& network, const Usage<Time>& mine, const Usage<Time>& theirs, Time start) {
    if (mine.begin == mine.end || theirs.begin == theirs.end) return true;
    const Time entry = mine.begin + start, exit = mine.end + start;
    const std::size_t link = *network.linkBetween(mine.from, mine.to);
    const std::size_t other = *network.linkBetween(theirs.from, theirs.to);
    if (mine.from == theirs.from && mine.to == theirs.to) {
        const bool apart =
            std::abs(entry - theirs.begin) >= network.headway && std::abs(exit - theirs.end) >= network.headway;
        const bool sameOrder =
            (entry <= theirs.begin && exit <= theirs.end) || (entry >= theirs.begin && exit >= theirs.end);
        return apart && sameOrder;
    }
    if (mine.from == theirs.to && mine.to == theirs.from)
        return network.links[link].track == Track::Double || exit + network.oppositeBuffer <= theirs.begin ||
               theirs.end + network.oppositeBuffer <= entry;
    for (const auto& crossing : network.crossings) {
        const bool straight = crossing.first == link && crossing.second == other;
        if (!straight && !(crossing.first == other && crossing.second == link)) continue;
        const double here =
            passes(mine, network.links[link], straight ? crossing.firstFraction : crossing.secondFraction, start);
        const double there =
            passes(theirs, network.links[other], straight ? crossing.secondFraction : crossing.firstFraction, 0);
        if (std::abs(here - there) < static_cast<double>(crossing.separation)) return false;
    }
    return true;
}

bool fleetFits(const Network<Time>& network, const Booking<Time>& mission, const std::vector<Booking<Time>>& booked,
               Time start) {
    if (!network.fleet) return true;
    for (Time instant = start; instant < start + mission.end + network.fleet->turnaround; ++instant) {
        std::size_t away = 0;
        for (const auto& booking : booked)
            if (booking.begin <= instant && instant < booking.end + network.fleet->turnaround) ++away;
        if (away >= network.fleet->size) return false;
    }
    return true;
}

bool fits(const Network<Time>& network, const Booking<Time>& mission, const std::vector<Booking<Time>>& booked,
          Time start) {
    for (const auto& wanted : mission.usages) {
        if (wanted.kind == PlaceKind::Node) {
            if (!columnFits(network, wanted, booked, start)) return false;
            continue;
        }
        for (const auto& booking : booked)
            for (const auto& usage : booking.usages)
                if (usage.kind == PlaceKind::Link && !linksFit(network, wanted, usage, start)) return false;
    }
    return fleetFits(network, mission, booked, start);
}

} // namespace oracle

class ScheduleOracleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void windowsAreExactlyTheStartsThatBreakNoRule(); // R-SLT-01 R-SLT-02 R-SLT-03 R-SLT-04 R-SLT-05 R-SLT-06 R-SLT-10
    void aScheduleBreaksNoRuleAndStartsAsEarlyAsItCan(); // R-SLT-07 R-SLT-08
};

namespace {

using Random = std::mt19937_64;
using oracle::Time;

Time between(Random& random, Time low, Time high) {
    return std::uniform_int_distribution<Time>(low, high)(random);
}

Network<Time> randomNetwork(Random& random) {
    Network<Time> network{.base = "B"};
    const std::vector<std::string> names{"B", "P", "Q", "R"};
    for (const auto& name : names)
        network.nodes[name] = {.capacity = static_cast<int>(between(random, 1, 2)),
                               .load = between(random, 0, 4),
                               .unload = between(random, 0, 3),
                               .serve = between(random, 0, 4),
                               .takeOff = between(random, 0, 3),
                               .landing = between(random, 0, 3)};
    for (std::size_t i = 0; i < names.size(); ++i)
        for (std::size_t j = i + 1; j < names.size(); ++j)
            network.links.push_back({.a = names[i],
                                     .b = names[j],
                                     .flight = between(random, 0, 9),
                                     .track = between(random, 0, 1) ? Track::Double : Track::Single});
    network.headway = between(random, 0, 4);
    network.oppositeBuffer = between(random, 0, 2);
    network.nodeBuffer = between(random, 0, 2);
    network.hoverTop = between(random, 0, 2);
    network.hoverLanding = between(random, 0, 2);
    if (between(random, 0, 2) == 0)
        network.fleet = Fleet<Time>{static_cast<std::size_t>(between(random, 1, 3)), between(random, 0, 4)};
    if (between(random, 0, 1) == 0) // halves: the passing is at a whole or a half unit
        network.crossings.push_back({.first = 1,
                                     .second = 3,
                                     .firstFraction = 0.5,
                                     .secondFraction = 0.5,
                                     .separation = between(random, 0, 4)});
    return network;
}

std::vector<std::string> randomStops(Random& random) {
    std::vector<std::string> stops{"P", "Q", "R"};
    std::ranges::shuffle(stops, random);
    stops.resize(static_cast<std::size_t>(between(random, 1, 3)));
    return stops;
}

} // namespace

void ScheduleOracleTest::windowsAreExactlyTheStartsThatBreakNoRule() {
    constexpr int plans = 5000;
    constexpr Time horizon = 90;
    Random random(20261121);
    std::size_t allowed = 0, refused = 0;
    for (int plan = 0; plan < plans; ++plan) {
        const auto network = randomNetwork(random);
        QVERIFY_RESULT(check(network));
        std::vector<Booking<Time>> booked;
        for (Time n = between(random, 0, 4); n > 0; --n) // anywhere: also where rules are broken already
            booked.push_back(
                missionAt(network, std::to_string(n), randomStops(random), between(random, 0, 60))->booking);
        const auto mission = missionAt(network, "new", randomStops(random), Time{0});
        QVERIFY_RESULT(mission);
        const auto forbidden = forbiddenStarts(network, mission->booking, std::span<const Booking<Time>>(booked));
        const auto windows = availableSlots(forbidden, Time{0}, horizon);
        for (Time start = 0; start <= horizon; ++start) {
            const bool inside =
                std::ranges::any_of(windows, [&](const auto& w) { return w.from <= start && start <= w.to; });
            const bool fits = oracle::fits(network, mission->booking, booked, start);
            if (inside != fits)
                QFAIL(qPrintable(
                    QStringLiteral("plan %1, start %2: the windows say %3").arg(plan).arg(start).arg(inside)));
            QCOMPARE(violations(forbidden, start).empty(), fits);
            ++(fits ? allowed : refused);
        }
    }
    QVERIFY(allowed > 50'000 && refused > 50'000); // both answers were really tried
}

void ScheduleOracleTest::aScheduleBreaksNoRuleAndStartsAsEarlyAsItCan() {
    Random random(7);
    for (int run = 0; run < 300; ++run) {
        const auto network = randomNetwork(random);
        std::vector<Order<Time>> orders;
        for (int n = 0; n < 5; ++n)
            orders.push_back({std::string(1, static_cast<char>('a' + n)), between(random, 0, 30), randomStops(random)});
        const auto missions = firstComeFirstServed(network, orders, VisitOrder::Given, Time{2});
        QVERIFY_RESULT(missions);
        std::vector<Booking<Time>> before;
        for (const auto& mission : *missions) {
            const auto relative = missionAt(network, mission.id, mission.stops, Time{0});
            const auto order = std::ranges::find(orders, mission.id, &Order<Time>::id);
            for (Time start = order->time + 2; start < mission.start(); ++start)
                QVERIFY(!oracle::fits(network, relative->booking, before, start));
            QVERIFY(oracle::fits(network, relative->booking, before, mission.start()));
            before.push_back(mission.booking);
        }
    }
}

QTEST_GUILESS_MAIN(ScheduleOracleTest)
#include "oracle_test.moc"
