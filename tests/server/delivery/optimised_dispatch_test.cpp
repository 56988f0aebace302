#include "core/sim/random.h"
#include "delivery_fixture.h"
#include "server/demo/demo_networks.h"
#include "tests/core/schedule/brute_force.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <format>

using namespace haneul;
using namespace haneul::delivery;
using namespace haneul::delivery::tests;
using timing::EventKind;

class OptimisedDispatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void laterInTurnThanPlannedTogether(); // R-SLT-14 R-SLT-07
    void neverWorseThanInTurn();           // R-SLT-14 R-SLT-08 R-SLT-09
    void onlyWhatHasNotBegunIsMoved_data();
    void onlyWhatHasNotBegunIsMoved(); // R-SLT-14
    void aSingleMissionIsBookedAsBest();
    void theSameOrdersGiveTheSamePlan();      // R-SLT-14
    void aBaseThatMovesIsWhereItIsNeeded();   // R-SLT-14 R-RTE-23
    void aHundredBatchesAreQuick();           // R-SLT-14
    void theTimesAreThoseOfTheRestartedLog(); // R-SLT-14
};

namespace {

struct Sums {
    std::int64_t late_s = 0;
    std::int64_t delivery_s = 0;

    auto operator<=>(const Sums&) const = default;
};

// Over all orders that are booked: how late they are handed over, and how long that takes.
Sums sumsOf(const DeliveryStatePtr& state) {
    Sums sums;
    for (const Order& order : state->orders) {
        const auto mission = state->mission(order.mission);
        if (!mission) continue;
        const auto node = std::ranges::find(mission->route.nodes, order.stop.node);
        const auto handedOver =
            utcMs(mission->times.nodes[static_cast<std::size_t>(node - mission->route.nodes.begin())].departure);
        sums.delivery_s += (handedOver - order.placed).count() / 1000;
        if (order.deadline && handedOver > *order.deadline)
            sums.late_s += (handedOver - *order.deadline).count() / 1000;
    }
    return sums;
}

// Empty: each mission starts no earlier than `now` if it was made by then, and breaks no rule against those that were
// booked before it.
QString wrongWith(const DeliveryStatePtr& state, const std::string& network) {
    const auto rules = scheduleNetwork(state->network(network)->network);
    if (!rules) return QString::fromStdString(rules.error().message);
    auto missions = state->missions;
    std::ranges::sort(missions, {}, [](const MissionPtr& one) { return std::pair(one->steps.front().at, one->id); });
    std::vector<schedule::Booking<std::int64_t>> before;
    for (const MissionPtr& mission : missions) {
        if (!mission->standing()) continue;
        const QString id = QString::fromStdString(mission->id);
        if (mission->start < mission->steps.front().at) return id + QStringLiteral(" starts before it was booked");
        if (!haneul::tests::brute::fits(*rules, mission->booking, before)) return id + QStringLiteral(" breaks a rule");
        before.push_back(mission->booking);
    }
    return {};
}

void place(House& house, const std::string& id, const std::string& node, std::optional<UtcMs> deadline = {},
           HandOver handOver = HandOver::Land) {
    QVERIFY_RESULT(house.order({.id = id,
                                .network = "REF",
                                .stop = {.node = node, .handOver = handOver},
                                .payload_kg = 1,
                                .deadline = deadline}));
}

MissionPtr missionOfOrder(House& house, const std::string& order) {
    const auto state = house.state();
    const auto found = std::ranges::find(state->orders, order, &Order::id);
    return found == state->orders.end() ? nullptr : state->mission(found->mission);
}

// Everything that the scheduler knows of, now this, now that.
Network randomNetwork(sim::Random& random) {
    Network network = demo::referenceNetwork();
    network.batchWindow_ms = random.below(2) == 0 ? 0 : 120'000;
    network.batchStops = 1 + random.below(3);
    network.preparation_ms = static_cast<std::int64_t>(random.below(3)) * 30'000;
    network.headway_ms = random.between(10, 90) * 1000;
    network.nodeBuffer_ms = static_cast<std::int64_t>(random.below(3)) * 10'000;
    if (random.below(2) == 0) network.fleet = Fleet{.size = 1 + random.below(3), .turnaround_ms = 60'000};
    for (Node& node : network.nodes)
        node.capacity = 1 + static_cast<int>(random.below(2));
    return network;
}

void placeSome(House& house, sim::Random random, const std::string& prefix) {
    const std::size_t count = 2 + random.below(5);
    for (std::size_t n = 0; n < count; ++n) {
        house.clock.set(house.clock.now() + milliseconds(random.between(0, 60'000)));
        std::optional<UtcMs> deadline;
        if (random.below(2) == 0) deadline = house.clock.now() + milliseconds(random.between(300, 1500) * 1000);
        place(house, std::format("{}{}", prefix, n), std::format("DP-0{}", 1 + random.below(5)), deadline,
              random.below(4) == 0 ? HandOver::Drop : HandOver::Land);
    }
}

} // namespace

void OptimisedDispatchTest::laterInTurnThanPlannedTogether() {
    Sums inTurn, together;
    for (const auto how : {Dispatch::Best, Dispatch::Optimised}) {
        House house;
        house.addVerified(demo::referenceNetwork());
        place(house, "long-1", "DP-05");
        place(house, "long-2", "DP-04");
        place(house, "short-1", "DP-01", at(36'600));
        place(house, "long-3", "DP-04", at(39'600));
        place(house, "short-2", "DP-01", at(36'900));
        const auto made = house.dispatch("REF", how);
        QVERIFY_RESULT(made);
        QCOMPARE(made->size(), 5U);
        QCOMPARE(wrongWith(house.state(), "REF"), QString());
        QVERIFY(house.state()->conflicts.empty());
        (how == Dispatch::Best ? inTurn : together) = sumsOf(house.state());
    }
    std::printf("first come, first served: %lld s late, %lld s to deliver; planned together: %lld s late, %lld s to "
                "deliver\n",
                static_cast<long long>(inTurn.late_s), static_cast<long long>(inTurn.delivery_s),
                static_cast<long long>(together.late_s), static_cast<long long>(together.delivery_s));
    QVERIFY(inTurn.late_s > 0);
    QVERIFY(together.late_s < inTurn.late_s);
}

// The same orders, dispatched in turn at first, and then in two copies either way.
void OptimisedDispatchTest::neverWorseThanInTurn() {
    constexpr std::uint64_t sets = 20;
    int better = 0, moved = 0;
    for (std::uint64_t set = 1; set <= sets; ++set) {
        Sums sums[2];
        for (const bool together : {false, true}) {
            auto random = sim::Random::stream(20'261'126, set);
            House house;
            const Network network = randomNetwork(random);
            house.addVerified(network);
            placeSome(house, sim::Random::stream(1, set), "a");
            house.clock.set(house.clock.now() + milliseconds(network.batchWindow_ms));
            QVERIFY_RESULT(house.dispatch("REF", Dispatch::Best));
            const auto first = house.state();
            placeSome(house, sim::Random::stream(2, set), "b");
            house.clock.set(house.clock.now() + milliseconds(network.batchWindow_ms));
            const UtcMs now = house.clock.now();
            QVERIFY_RESULT(house.dispatch("REF", together ? Dispatch::Optimised : Dispatch::Best));
            QVERIFY2(wrongWith(house.state(), "REF").isEmpty(),
                     qPrintable(QStringLiteral("set %1: %2").arg(set).arg(wrongWith(house.state(), "REF"))));
            QVERIFY2(house.state()->conflicts.empty(), qPrintable(QStringLiteral("set %1").arg(set)));
            for (const Order& order : house.state()->orders)
                QVERIFY2(order.state == OrderState::Booked, order.id.c_str());
            for (const MissionPtr& mission : first->missions) {
                const auto after = house.state()->mission(mission->id);
                if (after->start == mission->start) continue;
                QVERIFY2(mission->start > now && after->start >= now, mission->id.c_str());
                moved += together;
                QVERIFY(together);
            }
            sums[together] = sumsOf(house.state());
        }
        QVERIFY2(sums[1] <= sums[0], qPrintable(QStringLiteral("set %1").arg(set)));
        better += sums[1] < sums[0];
        std::printf("set %2llu: in turn %6lld s late %6lld s, together %6lld s late %6lld s\n",
                    static_cast<unsigned long long>(set), static_cast<long long>(sums[0].late_s),
                    static_cast<long long>(sums[0].delivery_s), static_cast<long long>(sums[1].late_s),
                    static_cast<long long>(sums[1].delivery_s));
    }
    std::printf("better on %d of %llu sets; %d missions moved\n", better, static_cast<unsigned long long>(sets), moved);
    QVERIFY(better > 5 && moved > 0);
}

void OptimisedDispatchTest::onlyWhatHasNotBegunIsMoved_data() {
    QTest::addColumn<QString>("done");
    QTest::addColumn<bool>("moved");
    QTest::newRow("nothing") << QStringLiteral("nothing") << true;
    QTest::newRow("prepared") << QStringLiteral("prepared") << false;
    QTest::newRow("handed over") << QStringLiteral("handed over") << false;
    QTest::newRow("a drone") << QStringLiteral("drone") << false;
    QTest::newRow("seen") << QStringLiteral("seen") << false;
    QTest::newRow("start set by hand") << QStringLiteral("set") << false;
    QTest::newRow("booked for a start") << QStringLiteral("exact") << false;
    QTest::newRow("booked by hand") << QStringLiteral("by hand") << false;
    QTest::newRow("booked long ago") << QStringLiteral("long ago") << false;
    QTest::newRow("dispatched in turn") << QStringLiteral("in turn") << false;
}

void OptimisedDispatchTest::onlyWhatHasNotBegunIsMoved() {
    QFETCH(QString, done);
    QFETCH(bool, moved);
    House house;
    house.addVerified(demo::referenceNetwork());
    if (done == QLatin1StringView("by hand")) {
        QVERIFY_RESULT(house.book("slow", {"DP-04"}, at(38'000)));
    } else {
        place(house, "slow-order", "DP-04");
        QVERIFY_RESULT(
            house.book({.network = "REF",
                        .request = {.id = "slow"},
                        .orders = {"slow-order"},
                        .start = done == QLatin1StringView("exact") ? std::optional(at(38'000)) : std::nullopt,
                        .ready = at(38'000)}));
    }
    if (done == QLatin1StringView("set")) {
        QVERIFY_RESULT(house.retime("slow", at(38'010)));
        QVERIFY_RESULT(house.retime("slow", at(38'000)));
    }
    if (done == QLatin1StringView("prepared")) QVERIFY_RESULT(house.advance("slow", MissionStep::Prepared));
    if (done == QLatin1StringView("handed over")) QVERIFY_RESULT(house.handOver("slow", HandOverForm::QgcPlan));
    if (done == QLatin1StringView("drone")) QVERIFY_RESULT(house.assign("slow", "HN-001"));
    if (done == QLatin1StringView("seen")) QVERIFY_RESULT(house.actual("slow", 0, 0, EventKind::Arrival, at(38'000)));
    // A place at the base just before it that only the urgent order can use when the slow one makes room.
    house.clock.set(at(done == QLatin1StringView("long ago") ? 37'950 : 37'700));
    place(house, "urgent", "DP-05", at(37'700 + 700));
    const auto before = house.state()->mission("slow")->start;
    QVERIFY_RESULT(house.dispatch("REF", done == QLatin1StringView("in turn") ? Dispatch::Best : Dispatch::Optimised));
    QCOMPARE(house.state()->mission("slow")->start != before, moved);
    QVERIFY(missionOfOrder(house, "urgent") != nullptr);
    QCOMPARE(wrongWith(house.state(), "REF"), QString());
}

void OptimisedDispatchTest::aSingleMissionIsBookedAsBest() {
    House house;
    house.addVerified(demo::referenceNetwork());
    QVERIFY_RESULT(house.book("m1", {"DP-02", "DP-05"}, at(36'000)));
    NewMission wanted{.network = "REF",
                      .request = {.id = "m", .stops = {{.node = "DP-05"}, {.node = "DP-02"}}},
                      .ready = at(36'060),
                      .dispatch = Dispatch::Best};
    QVERIFY_RESULT(house.book(wanted));
    const auto best = house.state()->mission("m");
    QVERIFY_RESULT(house.cancel("m"));
    wanted.request.id = "n";
    wanted.dispatch = Dispatch::Optimised;
    QVERIFY_RESULT(house.book(wanted));
    const auto optimised = house.state()->mission("n");
    QVERIFY(optimised->start == best->start);
    QCOMPARE(optimised->route.nodes, best->route.nodes);
}

void OptimisedDispatchTest::theSameOrdersGiveTheSamePlan() {
    std::vector<std::pair<std::string, UtcMs>> starts[2];
    for (auto& found : starts) {
        House house;
        house.addVerified(demo::referenceNetwork());
        placeSome(house, sim::Random::stream(7, 7), "o");
        QVERIFY_RESULT(house.dispatch("REF", Dispatch::Optimised));
        for (const MissionPtr& mission : house.state()->missions)
            found.emplace_back(mission->id, mission->start);
    }
    QVERIFY(!starts[0].empty());
    QCOMPARE(starts[0], starts[1]);
}

// Of two places of a truck the orders go where it stands; what is moved stays within its stay.
void OptimisedDispatchTest::aBaseThatMovesIsWhereItIsNeeded() {
    House house;
    Network network = demo::referenceNetwork();
    std::ranges::find(network.nodes, "DP-05", &Node::id)->kind = NodeKind::Base;
    network.movingBases = {{"TRUCK", {{"BP-01", at(35'000), at(37'400)}, {"DP-05", at(37'600), at(43'000)}}}};
    house.addVerified(network);
    const auto book = [&](const char* id, const char* node, std::int64_t ready) {
        place(house, id, node);
        return house.book({.network = "REF",
                           .request = {.id = std::string("m-") + id, .from = "TRUCK"},
                           .orders = {id},
                           .ready = at(ready)});
    };
    QVERIFY_RESULT(book("a", "DP-04", 36'300)); // there and back before the truck leaves
    const auto before = house.state()->mission("m-a");
    QVERIFY(before->start > house.clock.now());
    place(house, "b", "DP-01", at(36'500));
    place(house, "c", "DP-02", at(36'900));
    QVERIFY_RESULT(house.dispatch("REF", Dispatch::Optimised));
    const auto after = house.state()->mission("m-a");
    QVERIFY(utcMs(after->booking.usages.front().end) <= at(37'400));
    QVERIFY(after->start != before->start);
    QCOMPARE(after->route.nodes, before->route.nodes);
    QVERIFY(utcMs(after->booking.usages.back().begin) >= at(35'000) && utcMs(after->booking.end) <= at(37'400));
    QCOMPARE(wrongWith(house.state(), "REF"), QString());
    QVERIFY(house.state()->conflicts.empty());
}

// It runs where all commands do: none may wait long.
void OptimisedDispatchTest::aHundredBatchesAreQuick() {
    House house;
    house.addVerified(demo::referenceNetwork());
    for (int n = 0; n < 100; ++n)
        place(house, std::format("o{}", n), std::format("DP-0{}", 1 + n % 5),
              n % 3 == 0 ? std::optional(at(37'000 + 60 * n)) : std::nullopt);
    const auto begun = std::chrono::steady_clock::now();
    const auto made = house.dispatch("REF", Dispatch::Optimised);
    const auto took =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun).count();
    QVERIFY_RESULT(made);
    QCOMPARE(made->size(), 100U);
    const Sums sums = sumsOf(house.state());
    std::printf("100 missions planned together in %lld ms: %lld s late, %lld s to deliver\n",
                static_cast<long long>(took), static_cast<long long>(sums.late_s),
                static_cast<long long>(sums.delivery_s));
    QCOMPARE(wrongWith(house.state(), "REF"), QString());
}

void OptimisedDispatchTest::theTimesAreThoseOfTheRestartedLog() {
    House house;
    house.addVerified(demo::referenceNetwork());
    placeSome(house, sim::Random::stream(3, 3), "a");
    QVERIFY_RESULT(house.dispatch("REF", Dispatch::Best));
    placeSome(house, sim::Random::stream(4, 4), "b");
    QVERIFY_RESULT(house.dispatch("REF", Dispatch::Optimised));
    std::vector<std::pair<std::string, UtcMs>> before, after;
    for (const MissionPtr& mission : house.state()->missions)
        before.emplace_back(mission->id, mission->start);
    house.restart();
    for (const MissionPtr& mission : house.state()->missions)
        after.emplace_back(mission->id, mission->start);
    QCOMPARE(after, before);
    const auto compared = house.rebuild();
    QVERIFY_RESULT(compared);
    for (const auto& table : *compared)
        QVERIFY2(table.onlyBefore == 0 && table.onlyAfter == 0, table.table.c_str());
}

QTEST_GUILESS_MAIN(OptimisedDispatchTest)
#include "optimised_dispatch_test.moc"
