#include "core/schedule/dispatch.h"
#include "tests/core/schedule/reference_network.h"
#include "tests/support/result_macros.h"

#include <QtTest>

using namespace haneul;
using namespace haneul::schedule;
using tests::referenceNetwork;

namespace {

using Time = std::int64_t;

} // namespace

class ScheduleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWorkedExampleOfFourMissions(); // R-SLT-07
    void anUnverifiedLinkCannotBeUsed();   // R-RTE-15
    void slotsByHand_data();
    void slotsByHand();                // R-SLT-01 R-SLT-02 R-SLT-03 R-SLT-04 R-SLT-05 R-SLT-06 R-SLT-10 R-RTE-16
    void aRefusalNamesWhoIsInTheWay(); // R-SLT-13
    void missionsThatTheNetworkCannotFly();
    void cancellingFreesEverything();     // R-SLT-12
    void theBestVisitingOrderEndsFirst(); // R-SLT-08
    void aBadNetworkIsRefused_data();
    void aBadNetworkIsRefused();
    void ordersCloseInTimeShareADrone(); // R-SLT-09
};

void ScheduleTest::theWorkedExampleOfFourMissions() {
    const auto missions = firstComeFirstServed<Time>(referenceNetwork(),
                                                     {{"m1", 36000, {"DP-02", "DP-05"}},
                                                      {"m2", 36060, {"DP-05", "DP-02"}},
                                                      {"m3", 36120, {"DP-01"}},
                                                      {"m4", 36120, {"DP-03", "DP-04"}}},
                                                     VisitOrder::Given, 0);
    QVERIFY_RESULT(missions);

    struct Expected {
        Time start, end;
        std::vector<std::pair<Time, Time>> stops; // ETA, ETD
    };

    const std::vector<Expected> expected{{36000, 36973, {{36351, 36411}, {36562, 36622}}},
                                         {36262, 37235, {{36673, 36733}, {36884, 36944}}},
                                         {36482, 37064, {{36773, 36833}}},
                                         {36622, 37515, {{36943, 37003}, {37134, 37194}}}};
    QCOMPARE(missions->size(), expected.size());
    for (std::size_t m = 0; m < expected.size(); ++m) {
        const auto& mission = (*missions)[m];
        QCOMPARE(mission.start(), expected[m].start);
        QCOMPARE(mission.end(), expected[m].end);
        for (std::size_t s = 0; s < expected[m].stops.size(); ++s) {
            QCOMPARE(mission.times.nodes[s + 1].arrival, expected[m].stops[s].first);
            QCOMPARE(mission.times.nodes[s + 1].departure, expected[m].stops[s].second);
        }
    }
}

void ScheduleTest::anUnverifiedLinkCannotBeUsed() {
    auto network = referenceNetwork();
    network.links[0].verified = false;
    const auto mission = missionAt<Time>(network, "m", {"DP-01"}, 0);
    QVERIFY(!mission);
    QCOMPARE(mission.error().code, std::string("NO_LINK"));
    QVERIFY(mission.error().message.contains("verified"));
}

namespace {

using Usage = timing::Usage<Time>;

Usage column(const char* node, Time begin, Time end) {
    return {timing::PlaceKind::Node, node, {}, begin, end};
}

Usage flight(const char* from, const char* to, Time begin, Time end) {
    return {timing::PlaceKind::Link, from, to, begin, end};
}

Booking<Time> bookingOf(std::string id, Usage usage) {
    return {std::move(id), {usage}, usage.begin, usage.end};
}

// A node with two places, one with a buffer; a single and a double track that cross at a third and a half.
Network<Time> smallNetwork() {
    Network<Time> network{.base = "B", .headway = 3, .oppositeBuffer = 2};
    network.nodes = {{"B", {}}, {"TWO", {.capacity = 2}}, {"WIDE", {}}, {"FAR", {}}};
    network.nodeBuffers["WIDE"] = 4;
    network.links = {{"B", "TWO", 30, Track::Single}, {"WIDE", "FAR", 20, Track::Double}};
    network.crossings = {{0, 1, 0.25, 0.5, 5}};
    return network;
}

} // namespace

void ScheduleTest::slotsByHand_data() {
    QTest::addColumn<Usage>("wanted"); // counted from the start
    QTest::addColumn<std::vector<Usage>>("booked");
    QTest::addColumn<Time>("fleet");                      // 0: as many as are needed
    QTest::addColumn<std::vector<Window<Time>>>("slots"); // of [0, 100]
    const auto row = [](const char* name, const Usage& wanted, const std::vector<Usage>& booked, Time fleet,
                        const std::vector<Window<Time>>& slots) {
        QTest::newRow(name) << wanted << booked << fleet << slots;
    };
    using Slots = std::vector<Window<Time>>;
    row("touching is allowed", column("B", 0, 10), {column("B", 20, 30)}, 0, Slots{{0, 10}, {30, 100}});
    row("a gap of exactly the length", column("B", 0, 10), {column("B", 0, 20), column("B", 30, 50)}, 0,
        Slots{{20, 20}, {50, 100}});
    row("between two that touch", column("B", 0, 10), {column("B", 0, 20), column("B", 20, 50)}, 0, Slots{{50, 100}});
    row("booked empty", column("B", 0, 10), {column("B", 20, 20)}, 0, Slots{{0, 100}});
    row("wanted empty", column("B", 5, 5), {column("B", 0, 100)}, 0, Slots{{0, 100}});
    row("one of two places", column("TWO", 0, 10), {column("TWO", 20, 30)}, 0, Slots{{0, 100}});
    row("both places", column("TWO", 0, 10), {column("TWO", 20, 40), column("TWO", 30, 50)}, 0,
        Slots{{0, 20}, {40, 100}});
    row("both for an instant only", column("TWO", 0, 10), {column("TWO", 20, 30), column("TWO", 30, 50)}, 0,
        Slots{{0, 100}});
    row("buffer on both sides", column("WIDE", 0, 10), {column("WIDE", 30, 40)}, 0, Slots{{0, 16}, {44, 100}});
    row("single track, head on", flight("B", "TWO", 0, 30), {flight("TWO", "B", 50, 80)}, 0, Slots{{0, 18}, {82, 100}});
    row("double track, head on", flight("WIDE", "FAR", 0, 20), {flight("FAR", "WIDE", 50, 70)}, 0, Slots{{0, 100}});
    row("behind one another", flight("B", "TWO", 0, 30), {flight("B", "TWO", 50, 80)}, 0, Slots{{0, 47}, {53, 100}});
    row("a faster follower", flight("B", "TWO", 0, 10), {flight("B", "TWO", 50, 80)}, 0, Slots{{0, 47}, {73, 100}});
    row("a slower follower", flight("B", "TWO", 0, 30), {flight("B", "TWO", 50, 60)}, 0, Slots{{0, 27}, {53, 100}});
    // B>TWO passes at a quarter, TWO>B at three quarters of its way; WIDE>FAR and FAR>WIDE at the half.
    row("crossing", flight("B", "TWO", 0, 40), {flight("WIDE", "FAR", 50, 70)}, 0, Slots{{0, 45}, {55, 100}});
    row("crossing, back", flight("TWO", "B", 0, 40), {flight("FAR", "WIDE", 50, 70)}, 0, Slots{{0, 25}, {35, 100}});
    row("crossing, the other new", flight("FAR", "WIDE", 0, 20), {flight("TWO", "B", 20, 60)}, 0,
        Slots{{0, 35}, {45, 100}});
    row("crossing at a half millisecond", flight("B", "TWO", 0, 42), {flight("WIDE", "FAR", 50, 70)}, 0,
        Slots{{0, 44}, {55, 100}}); // passes 10.5 after its start: 44.5 and 54.5 are the limits
    row("one drone and its turnaround", column("B", 0, 10), {column("TWO", 30, 50)}, 1, Slots{{0, 13}, {57, 100}});
    row("two drones", column("B", 0, 10), {column("TWO", 30, 50)}, 2, Slots{{0, 100}});
}

void ScheduleTest::slotsByHand() {
    QFETCH(Usage, wanted);
    QFETCH(std::vector<Usage>, booked);
    QFETCH(Time, fleet);
    QFETCH(std::vector<Window<Time>>, slots);
    auto network = smallNetwork();
    QVERIFY_RESULT(check(network));
    if (fleet > 0) network.fleet = Fleet<Time>{static_cast<std::size_t>(fleet), 7};
    std::vector<Booking<Time>> bookings;
    for (const auto& usage : booked)
        bookings.push_back(bookingOf("m", usage));
    const auto forbidden = forbiddenStarts(network, bookingOf("new", wanted), std::span<const Booking<Time>>(bookings));
    QVERIFY(availableSlots(forbidden, Time{0}, Time{100}) == slots);
    QCOMPARE(earliestStart(forbidden, Time{0}), slots.front().from);
    QVERIFY(availableSlots(forbidden, Time{100}, Time{99}).empty());
}

void ScheduleTest::aRefusalNamesWhoIsInTheWay() {
    const auto network = smallNetwork();
    const std::vector<Booking<Time>> booked{bookingOf("early", column("B", 0, 20)),
                                            bookingOf("late", column("B", 20, 50))};
    const auto forbidden =
        forbiddenStarts(network, bookingOf("new", column("B", 0, 10)), std::span<const Booking<Time>>(booked));
    const auto broken = violations(forbidden, Time{15}); // reaches into both
    QCOMPARE(broken.size(), 2U);
    QCOMPARE(broken[0].against, std::string("early"));
    QCOMPARE(broken[1].against, std::string("late"));
    auto none = network;
    none.fleet = Fleet<Time>{1, 0};
    const Booking<Time> nothing{.id = "nothing"}; // needs a drone for no time at all
    QVERIFY(forbiddenStarts(none, nothing, std::span<const Booking<Time>>(booked)).empty());
    const auto unknown = forbiddenStarts<Time>(network, bookingOf("new", flight("X", "Y", 0, 10)),
                                               std::vector{bookingOf("m", flight("Y", "X", 20, 30))});
    QCOMPARE(unknown.size(), 1U); // a link that the network does not know is not free of rules
    QVERIFY(unknown[0].rule == Rule::OppositeDirection);
}

void ScheduleTest::missionsThatTheNetworkCannotFly() {
    const auto code = [](const std::vector<std::string>& stops) {
        const auto mission = missionAt<Time>(referenceNetwork(), "m", stops, 0);
        return mission ? std::string() : mission.error().code;
    };
    QCOMPARE(code({}), std::string("NO_STOPS"));
    QCOMPARE(code({"DP-01", "DP-01"}), std::string("REPEATED_NODE"));
    QCOMPARE(code({"BP-01"}), std::string("REPEATED_NODE"));
    QCOMPARE(code({"DP-01", "DP-04"}), std::string("NO_LINK"));
    QCOMPARE(code({"elsewhere"}), std::string("NO_LINK"));
}

void ScheduleTest::cancellingFreesEverything() {
    const auto network = referenceNetwork();
    const auto first = missionAt<Time>(network, "first", {"DP-03"}, 0);
    const Order<Time> next{"next", 0, {"DP-03"}};
    const std::vector<Booking<Time>> booked{first->booking};
    QVERIFY(planOrder<Time>(network, next, VisitOrder::Given, 0, booked)->start() > 0);
    QCOMPARE(planOrder<Time>(network, next, VisitOrder::Given, 0, {})->start(), 0);
}

void ScheduleTest::theBestVisitingOrderEndsFirst() {
    auto network = referenceNetwork();
    network.links[4].flight = 1000; // BP-01 to DP-05: better to come to it through DP-02 and go back the same way round
    const Order<Time> order{"o", 0, {"DP-05", "DP-02"}};
    const auto given = planOrder<Time>(network, order, VisitOrder::Given, 0, {});
    const auto best = planOrder<Time>(network, order, VisitOrder::Best, 0, {});
    QVERIFY_RESULT(best);
    QVERIFY(best->end() <= given->end());
    QVERIFY((best->stops == std::vector<std::string>{"DP-02", "DP-05"})); // the same end: the first in the alphabet
    // The other way round is the only one with links.
    const auto only = planOrder<Time>(network, {"o", 0, {"DP-01", "DP-05", "DP-02"}}, VisitOrder::Best, 0, {});
    QVERIFY_RESULT(only);
    QVERIFY(only->stops[1] == "DP-02");
    const auto four = planOrder<Time>(network, {"o", 0, {"DP-01", "DP-02", "DP-03", "DP-04"}}, VisitOrder::Best, 0, {});
    QCOMPARE(four.error().code, std::string("INVALID_ARGUMENT"));
}

void ScheduleTest::aBadNetworkIsRefused_data() {
    QTest::addColumn<int>("fault");
    QTest::newRow("base unknown") << 0;
    QTest::newRow("no place") << 1;
    QTest::newRow("link to nowhere") << 2;
    QTest::newRow("link to itself") << 3;
    QTest::newRow("link twice") << 4;
    QTest::newRow("negative flight") << 5;
    QTest::newRow("crossing outside") << 6;
    QTest::newRow("empty fleet") << 7;
    QTest::newRow("negative headway") << 8;
}

void ScheduleTest::aBadNetworkIsRefused() {
    QFETCH(int, fault);
    auto network = referenceNetwork();
    QVERIFY_RESULT(check(network));
    switch (fault) {
    case 0:
        network.base = "X";
        break;
    case 1:
        network.nodes["DP-01"].capacity = 0;
        break;
    case 2:
        network.links[0].b = "X";
        break;
    case 3:
        network.links[0].b = network.links[0].a;
        break;
    case 4:
        network.links.push_back({"DP-01", "BP-01", 1});
        break;
    case 5:
        network.links[0].flight = -1;
        break;
    case 6:
        network.crossings.push_back({0, 1, 1.5, 0.5, 1});
        break;
    case 7:
        network.fleet = Fleet<Time>{0, 0};
        break;
    case 8:
        network.headway = -1;
        break;
    default:
        break;
    }
    const auto checked = check(network);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, std::string("INVALID_ARGUMENT"));
}

void ScheduleTest::ordersCloseInTimeShareADrone() {
    const auto batches = batched<Time>({{"a", 0, "X"}, {"b", 60, "Y"}, {"c", 70, "Z"}}, 120, 2);
    QVERIFY_RESULT(batches);
    QCOMPARE(batches->size(), 2U);
    QCOMPARE((*batches)[0].id, std::string("a+b"));
    QCOMPARE((*batches)[0].time, 60);
    QCOMPARE((*batches)[1].time, 190);
    QCOMPARE(batched<Time>({{"a", 5, "X"}}, 120, 1)->front().time, 5); // at once
    QVERIFY(!batched<Time>({}, -1, 2));
    QVERIFY(!batched<Time>({}, 1, 0));
}

QTEST_GUILESS_MAIN(ScheduleTest)
#include "schedule_test.moc"
