#include "core/schedule/booking_index.h"
#include "core/schedule/dispatch.h"
#include "tests/core/schedule/brute_force.h"
#include "tests/core/schedule/random_plans.h"
#include "tests/support/result_macros.h"

#include <QtTest>

using namespace haneul;
using namespace haneul::schedule;
using namespace haneul::tests;

// The interval arithmetic against the rules as they are written (brute_force.h).
class ScheduleOracleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStartOfSmallPlans();   // R-SLT-01 R-SLT-02 R-SLT-03 R-SLT-04 R-SLT-05 R-SLT-06 R-SLT-10 R-RTE-16 R-RTE-20
    void boundariesInMilliseconds(); // R-SLT-01 R-SLT-02 R-SLT-03 R-SLT-04 R-SLT-05 R-SLT-06 R-SLT-10 R-RTE-16 R-RTE-20
    void theBaseColumnIsFreeWhenNobodyHoldsIt();         // R-SLT-01 R-SLT-03
    void aScheduleBreaksNoRuleAndStartsAsEarlyAsItCan(); // R-SLT-07 R-SLT-08
    void batchesAreWhatTheirDefinitionSays();            // R-SLT-09
};

namespace {

constexpr std::uint64_t plans = 5000; // of each kind

std::vector<Booking<Time>> randomBookings(RandomPlans& plan, std::uint64_t most, std::int64_t within) {
    std::vector<Booking<Time>> booked; // anywhere: also where rules are broken already
    for (std::uint64_t n = plan.random().below(most + 1); n > 0; --n)
        booked.push_back(plan.placedMission("m" + std::to_string(n), within));
    return booked;
}

// What the product says of one plan, by its list and by its index.
struct Answers {
    Answers(RandomPlans& plan, Time ready, Time horizon)
        : booked(randomBookings(plan, 5, 60))
        , mission(plan.mission("new"))
        , forbidden(forbiddenStarts(plan.network(), mission, std::span<const Booking<Time>>(booked)))
        , windows(availableSlots(forbidden, ready, horizon)) {
        const BookingIndex<Time> index{std::span<const Booking<Time>>(booked)};
        byIndex = availableSlots(forbiddenStarts(plan.network(), mission, index, ready, horizon), ready, horizon);
    }

    bool allows(Time start) const {
        return std::ranges::any_of(windows, [start](const auto& w) { return w.from <= start && start <= w.to; });
    }

    std::vector<Booking<Time>> booked;
    Booking<Time> mission;
    std::vector<Forbidden<Time>> forbidden;
    std::vector<Window<Time>> windows;
    std::vector<Window<Time>> byIndex;
};

QByteArray sayWhere(std::uint64_t plan, Time start) {
    return QStringLiteral("HANEUL_SEED=%1: plan %2, start %3").arg(runSeed()).arg(plan).arg(start).toUtf8();
}

// Starts at which some moment of the new mission meets some moment of a booked one, a distance that a rule knows apart,
// and a millisecond to each side.
std::vector<Time> meetings(RandomPlans& plan, const Answers& answers, std::size_t count) {
    const auto& network = plan.network();
    std::vector<Time> distances{0, network.headway, network.oppositeBuffer, network.nodeBuffer};
    for (const auto& [node, buffer] : network.nodeBuffers)
        distances.push_back(buffer);
    for (const auto& crossing : network.crossings)
        distances.push_back(crossing.separation);
    if (network.fleet) distances.push_back(network.fleet->turnaround);
    const auto any = [&](const auto& list) -> const auto& { return list[plan.random().below(list.size())]; };
    const auto moment = [&](const Booking<Time>& booking) {
        const auto& usage = any(booking.usages);
        return plan.once(2) ? usage.begin : usage.end;
    };
    std::vector<Time> starts;
    for (std::size_t n = 0; n < count && !answers.booked.empty(); ++n) {
        const Time distance = plan.once(2) ? any(distances) : -any(distances);
        starts.push_back(moment(any(answers.booked)) - moment(answers.mission) + distance +
                         plan.random().between(-1, 1));
    }
    return starts;
}

Network<Time> randomNetwork(Random& random) {
    Network<Time> network{.base = "B"};
    const std::vector<std::string> names{"B", "P", "Q", "R"};
    for (const auto& name : names)
        network.nodes[name] = {.capacity = static_cast<int>(random.between(1, 2)),
                               .load = random.between(0, 4),
                               .unload = random.between(0, 3),
                               .serve = random.between(0, 4),
                               .takeOff = random.between(0, 3),
                               .landing = random.between(0, 3)};
    for (std::size_t i = 0; i < names.size(); ++i)
        for (std::size_t j = i + 1; j < names.size(); ++j)
            network.links.push_back({.a = names[i],
                                     .b = names[j],
                                     .flight = random.between(0, 9),
                                     .track = random.between(0, 1) ? Track::Double : Track::Single});
    network.headway = random.between(0, 4);
    network.oppositeBuffer = random.between(0, 2);
    network.nodeBuffer = random.between(0, 2);
    network.hoverTop = random.between(0, 2);
    network.hoverLanding = random.between(0, 2);
    if (random.between(0, 2) == 0)
        network.fleet = Fleet<Time>{static_cast<std::size_t>(random.between(1, 3)), random.between(0, 4)};
    if (random.between(0, 1) == 0)
        network.crossings.push_back({.first = 1,
                                     .second = 3,
                                     .firstFraction = static_cast<double>(random.between(0, 1000)) / 1000,
                                     .secondFraction = static_cast<double>(random.between(0, 1000)) / 1000,
                                     .separation = random.between(0, 4)});
    return network;
}

std::vector<std::string> randomStops(Random& random) {
    std::vector<std::string> stops{"P", "Q", "R"};
    for (std::size_t i = stops.size(); i > 1; --i)
        std::swap(stops[i - 1], stops[random.below(i)]);
    stops.resize(static_cast<std::size_t>(random.between(1, 3)));
    return stops;
}

} // namespace

void ScheduleOracleTest::everyStartOfSmallPlans() {
    constexpr Time horizon = 90;
    std::size_t allowed = 0, refused = 0;
    for (std::uint64_t n = 0; n < plans; ++n) {
        RandomPlans plan(n, {.unit = 1});
        QVERIFY_RESULT(check(plan.network()));
        const Answers answers(plan, 0, horizon);
        QVERIFY2(answers.windows == answers.byIndex, sayWhere(n, 0));
        for (Time start = 0; start <= horizon; ++start) {
            const bool fits = brute::fits(plan.network(), brute::shifted(answers.mission, start), answers.booked);
            QVERIFY2(answers.allows(start) == fits, sayWhere(n, start));
            QVERIFY2(violations(answers.forbidden, start).empty() == fits, sayWhere(n, start));
            ++(fits ? allowed : refused);
        }
    }
    QVERIFY(allowed > 50'000 && refused > 50'000); // both answers were really tried
}

void ScheduleOracleTest::boundariesInMilliseconds() {
    std::size_t allowed = 0, refused = 0, isolated = 0;
    for (std::uint64_t n = 0; n < plans; ++n) {
        RandomPlans plan(plans + n, {.unit = 1000, .jitter = n % 2 == 0 ? 999 : 0});
        const Time ready = plan.time(0, 40), horizon = ready + plan.time(0, 90);
        const Answers answers(plan, ready, horizon);
        QVERIFY2(answers.windows == answers.byIndex, sayWhere(n, ready));
        std::vector<Time> starts = meetings(plan, answers, 40);
        for (int i = 0; i < 10; ++i)
            starts.push_back(plan.random().between(ready, horizon));
        for (const auto& window : answers.windows) {
            isolated += window.from == window.to;
            for (const Time edge : {window.from, window.to})
                for (const Time start : {edge - 1, edge, edge + 1})
                    starts.push_back(start);
        }
        Time earliest = never<Time>;
        for (const Time start : starts) {
            const bool fits = brute::fits(plan.network(), brute::shifted(answers.mission, start), answers.booked);
            QVERIFY2(violations(answers.forbidden, start).empty() == fits, sayWhere(n, start));
            if (start < ready || start > horizon) continue;
            QVERIFY2(answers.allows(start) == fits, sayWhere(n, start));
            if (fits) earliest = std::min(earliest, start);
            ++(fits ? allowed : refused);
        }
        const Time st1 = earliestStart(answers.forbidden, ready);
        QVERIFY2(brute::fits(plan.network(), brute::shifted(answers.mission, st1), answers.booked), sayWhere(n, st1));
        QVERIFY2(st1 <= earliest, sayWhere(n, st1));
        QVERIFY2(answers.windows.empty() ? st1 > horizon : st1 == answers.windows.front().from, sayWhere(n, st1));
    }
    QVERIFY(allowed > 10'000 && refused > 10'000 && isolated > 0);
}

void ScheduleOracleTest::theBaseColumnIsFreeWhenNobodyHoldsIt() {
    for (std::uint64_t n = 0; n < 1000; ++n) {
        RandomPlans plan(n, {.unit = 1});
        const auto booked = randomBookings(plan, 6, 60);
        const auto windows = freeBaseColumn(plan.network(), std::span<const Booking<Time>>(booked), Time{0}, Time{90});
        for (Time start = 0; start < 90; ++start) { // is it free from this unit of time to the next?
            const Booking<Time> stay{"new", {{timing::PlaceKind::Node, "B", {}, start, start + 1}}, 0, 0};
            auto network = plan.network();
            network.fleet.reset();
            const bool free =
                std::ranges::any_of(windows, [start](const auto& w) { return w.from <= start && start + 1 <= w.to; });
            QVERIFY2(free == brute::fits(network, stay, booked), sayWhere(n, start));
        }
    }
}

void ScheduleOracleTest::aScheduleBreaksNoRuleAndStartsAsEarlyAsItCan() {
    for (std::uint64_t run = 0; run < 300; ++run) {
        Random random = Random::stream(runSeed(), 20'000 + run);
        const auto network = randomNetwork(random);
        std::vector<Order<Time>> orders;
        for (int n = 0; n < 5; ++n)
            orders.push_back({std::string(1, static_cast<char>('a' + n)), random.between(0, 30), randomStops(random)});
        const auto missions = firstComeFirstServed(network, orders, VisitOrder::Given, Time{2});
        QVERIFY_RESULT(missions);
        std::vector<Booking<Time>> before;
        for (const auto& mission : *missions) {
            const auto relative = missionAt(network, mission.id, mission.stops, Time{0});
            const auto order = std::ranges::find(orders, mission.id, &Order<Time>::id);
            for (Time start = order->time + 2; start < mission.start(); ++start)
                QVERIFY2(!brute::fits(network, brute::shifted(relative->booking, start), before), sayWhere(run, start));
            QVERIFY2(brute::fits(network, mission.booking, before), sayWhere(run, mission.start()));
            before.push_back(mission.booking);
        }
    }
}

// The definition once more, order by order: which batch an order is in, and when that is released.
void ScheduleOracleTest::batchesAreWhatTheirDefinitionSays() {
    for (std::uint64_t run = 0; run < 1000; ++run) {
        Random random = Random::stream(runSeed(), 40'000 + run);
        const Time window = random.between(0, 12);
        const auto most = 1 + random.below(4);
        std::vector<SingleOrder<Time>> orders;
        Time time = 0;
        for (int n = 0; n < 12; ++n) {
            time += random.between(0, 6);
            orders.push_back({QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')).toStdString(), time,
                              std::string(1, static_cast<char>('P' + random.below(4)))});
        }
        const auto batches = batched(orders, window, most);
        QVERIFY_RESULT(batches);
        std::size_t next = 0;
        for (const auto& batch : *batches) {
            const Time opened = orders[next].time;
            std::string id;
            std::vector<std::string> stops;
            Time released = opened + window;
            while (next < orders.size() && orders[next].time <= opened + window && stops.size() < most) {
                id += (id.empty() ? "" : "+") + orders[next].id;
                if (!std::ranges::contains(stops, orders[next].stop)) stops.push_back(orders[next].stop);
                if (stops.size() == most) released = orders[next].time;
                ++next;
            }
            QCOMPARE(batch.id, id);
            QCOMPARE(batch.time, released);
            QVERIFY2(batch.stops == stops, sayWhere(run, opened));
        }
        QCOMPARE(next, orders.size());
    }
}

QTEST_GUILESS_MAIN(ScheduleOracleTest)
#include "oracle_test.moc"
