#include "core/schedule/booking_index.h"
#include "tests/core/schedule/random_plans.h"

#include <QtTest>

#include <algorithm>
#include <tuple>

using namespace haneul;
using namespace haneul::schedule;
using tests::PlanKind;
using tests::RandomPlans;
using tests::Time;
using timing::PlaceKind;

class BookingIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void forbidsWhatTheListForbids_data();
    void forbidsWhatTheListForbids();      // R-SLT-01 R-SLT-03 R-SLT-04 R-SLT-05 R-SLT-06 R-SLT-10
    void aRemovedMissionFreesAll();        // R-SLT-12
    void anIdIsBookedOnce();               // R-SLT-12
    void listsWhatIsHeld();                // R-SLT-11
    void theOrderOfBookingDoesNotMatter(); // R-SLT-12
    void aBaseThatMovesIsThereOrNot_data();
    void aBaseThatMovesIsThereOrNot();          // R-RTE-23 R-SLT-01
    void startsOutsideWindowsAreForbidden();    // R-RTE-23 R-SLT-01
    void aBaseThatLeavesForGoodEndsTheSearch(); // R-RTE-23
};

namespace {

using Facts = std::vector<std::tuple<Rule, std::string, std::string>>;

Facts factsAt(const std::vector<Forbidden<Time>>& forbidden, Time start) {
    Facts facts;
    for (const auto& one : violations(forbidden, start))
        facts.emplace_back(one.rule, one.place, one.against);
    std::ranges::sort(facts);
    return facts;
}

// Where an answer may change: at the ends of what is forbidden, and a unit to each side of them.
std::vector<Time> boundaries(const std::vector<Forbidden<Time>>& forbidden, Time ready, Time horizon) {
    std::vector<Time> starts{ready, horizon};
    for (const auto& one : forbidden)
        for (const Time edge : {one.low, one.high})
            for (const Time start : {edge - 1, edge, edge + 1})
                if (ready <= start && start <= horizon) starts.push_back(start);
    return starts;
}

std::vector<Booking<Time>> randomBookings(RandomPlans& plans, std::uint64_t most, std::int64_t within) {
    std::vector<Booking<Time>> booked;
    for (std::uint64_t n = plans.random().below(most + 1); n > 0; --n)
        booked.push_back(plans.placedMission("m" + std::to_string(n), within));
    return booked;
}

Booking<Time> atNode(std::string id, const std::string& node, Time begin, Time end) {
    return {std::move(id), {{PlaceKind::Node, node, {}, begin, end}}, begin, end};
}

} // namespace

void BookingIndexTest::forbidsWhatTheListForbids_data() {
    QTest::addColumn<Time>("unit");
    QTest::addColumn<Time>("jitter");
    QTest::newRow("units") << Time{1} << Time{0};
    QTest::newRow("milliseconds") << Time{1000} << Time{999};
}

void BookingIndexTest::forbidsWhatTheListForbids() {
    QFETCH(Time, unit);
    QFETCH(Time, jitter);
    std::size_t tried = 0, broken = 0;
    for (std::uint64_t plan = 0; plan < 1500; ++plan) {
        RandomPlans plans(plan, {unit, jitter});
        const auto booked = randomBookings(plans, 14, 200);
        const auto mission = plans.mission("new");
        const Time ready = plans.time(0, 150);
        const Time horizon = ready + plans.time(0, 80);
        const BookingIndex<Time> index{std::span<const Booking<Time>>(booked)};
        const auto byList = forbiddenStarts(plans.network(), mission, std::span<const Booking<Time>>(booked));
        const auto byIndex = forbiddenStarts(plans.network(), mission, index, ready, horizon);
        QVERIFY2(availableSlots(byIndex, ready, horizon) == availableSlots(byList, ready, horizon),
                 tests::sayWhere(plan));
        for (const Time start : boundaries(byList, ready, horizon)) {
            const Facts facts = factsAt(byList, start);
            QVERIFY2(factsAt(byIndex, start) == facts, tests::sayWhere(plan));
            ++(facts.empty() ? tried : broken);
        }
        QVERIFY2(earliestStart(plans.network(), mission, index, ready) == earliestStart(byList, ready),
                 tests::sayWhere(plan));
    }
    QVERIFY(tried > 1000 && broken > 1000); // both answers were really tried
}

void BookingIndexTest::aRemovedMissionFreesAll() {
    for (std::uint64_t plan = 0; plan < 300; ++plan) {
        RandomPlans plans(plan, {1, 0});
        const auto booked = randomBookings(plans, 8, 60);
        const auto mission = plans.mission("new");
        BookingIndex<Time> index{std::span<const Booking<Time>>(booked)};
        std::vector<Booking<Time>> left = booked;
        while (!left.empty()) {
            const std::string id = left[plans.random().below(left.size())].id;
            QVERIFY(index.remove(id));
            QVERIFY(!index.remove(id));
            QVERIFY(!index.find(id));
            std::erase_if(left, [&](const auto& booking) { return booking.id == id; });
            QCOMPARE(index.size(), left.size());
            const auto byList = forbiddenStarts(plans.network(), mission, std::span<const Booking<Time>>(left));
            QVERIFY(availableSlots(forbiddenStarts(plans.network(), mission, index, Time{0}, Time{120}), Time{0},
                                   Time{120}) == availableSlots(byList, Time{0}, Time{120}));
            Time end = 0;
            for (const auto& booking : left)
                end = std::max(end, booking.end);
            QCOMPARE(index.latestEnd(), end);
        }
    }
}

void BookingIndexTest::anIdIsBookedOnce() {
    BookingIndex<Time> index;
    QVERIFY(index.insert(atNode("m", "P", 0, 5)));
    QVERIFY(!index.insert(atNode("m", "P", 10, 15)));
    QCOMPARE(index.size(), 1U);
    QCOMPARE(index.find("m")->begin, 0);
    QCOMPARE(index.atNode("P", 10, 15).size(), 0U);
}

void BookingIndexTest::listsWhatIsHeld() {
    BookingIndex<Time> index;
    index.insert(
        {"m",
         {{PlaceKind::Node, "P", {}, 0, 5}, {PlaceKind::Link, "P", "Q", 5, 9}, {PlaceKind::Node, "Q", {}, 9, 9}},
         0,
         9});
    index.insert(atNode("long", "P", -1000, 1000)); // far longer than the others, and still found
    const auto ids = [](const auto& entries) {
        std::vector<std::string> found;
        for (const auto& entry : entries)
            found.push_back(entry.booking->id);
        return found;
    };
    QVERIFY((ids(index.atNode("P", 5, 6)) == std::vector<std::string>{"m", "long"})); // touching is enough
    QVERIFY((ids(index.atNode("P", 6, 7)) == std::vector<std::string>{"long"}));
    QVERIFY((ids(index.onLink("P", "Q", 0, 5)) == std::vector<std::string>{"m"}));
    QVERIFY(index.onLink("Q", "P", 0, 100).empty()); // in the direction of flight
    QVERIFY(index.atNode("Q", 0, 100).empty());      // an empty usage holds nothing
    QCOMPARE(index.missions(9, 20).size(), 2U);
}

void BookingIndexTest::theOrderOfBookingDoesNotMatter() {
    RandomPlans plans(1, {1, 0});
    auto booked = randomBookings(plans, 40, 60);
    const auto mission = plans.mission("new");
    const auto found = [&] {
        const BookingIndex<Time> index{std::span<const Booking<Time>>(booked)};
        std::vector<std::tuple<Time, Time, Rule, std::string, std::string>> facts;
        for (const auto& one : forbiddenStarts(plans.network(), mission, index, Time{0}, Time{100}))
            facts.emplace_back(one.low, one.high, one.rule, one.place, one.against);
        return facts;
    };
    const auto before = found();
    std::ranges::reverse(booked);
    QVERIFY(found() == before); // the facts in the same order too
}

void BookingIndexTest::aBaseThatMovesIsThereOrNot_data() {
    QTest::addColumn<Time>("begin");
    QTest::addColumn<Time>("end");
    QTest::addColumn<QList<Time>>("open");  // from, to, from, to, ...
    QTest::addColumn<QList<Time>>("slots"); // of [0, 100]
    QTest::newRow("nowhere") << Time{0} << Time{5} << QList<Time>{} << QList<Time>{};
    QTest::newRow("one stay") << Time{0} << Time{5} << QList<Time>{10, 20} << QList<Time>{10, 15};
    QTest::newRow("later usage") << Time{30} << Time{35} << QList<Time>{40, 50} << QList<Time>{10, 15};
    QTest::newRow("exactly long enough") << Time{0} << Time{10} << QList<Time>{10, 20} << QList<Time>{10, 10};
    QTest::newRow("a unit too short") << Time{0} << Time{11} << QList<Time>{10, 20} << QList<Time>{};
    QTest::newRow("two stays") << Time{0} << Time{5} << QList<Time>{50, 60, 10, 20} << QList<Time>{10, 15, 50, 55};
    QTest::newRow("stays that touch") << Time{0} << Time{5} << QList<Time>{10, 20, 20, 30} << QList<Time>{10, 25};
    QTest::newRow("stays that overlap") << Time{0} << Time{5} << QList<Time>{10, 25, 20, 30} << QList<Time>{10, 25};
    QTest::newRow("empty usage") << Time{3} << Time{3} << QList<Time>{10, 20} << QList<Time>{7, 17};
    QTest::newRow("backwards window") << Time{0} << Time{5} << QList<Time>{20, 10} << QList<Time>{};
    QTest::newRow("to the horizon") << Time{0} << Time{5} << QList<Time>{90, 1000} << QList<Time>{90, 100};
}

void BookingIndexTest::aBaseThatMovesIsThereOrNot() {
    QFETCH(Time, begin);
    QFETCH(Time, end);
    QFETCH(QList<Time>, open);
    QFETCH(QList<Time>, slots);
    const auto windowsOf = [](const QList<Time>& ends) {
        std::vector<Window<Time>> windows;
        for (qsizetype i = 0; i < ends.size(); i += 2)
            windows.push_back({ends[i], ends[i + 1]});
        return windows;
    };
    const auto windows = windowsOf(open);
    const timing::Usage<Time> usage{PlaceKind::Node, "B", {}, begin, end};
    const auto closed = outsideWindows(usage, std::span<const Window<Time>>(windows), "TRUCK-1");
    QVERIFY(availableSlots(closed, Time{0}, Time{100}) == windowsOf(slots));
    const auto broken = violations(closed, Time{0});
    QCOMPARE(broken.size(), 1U);
    QVERIFY(broken[0].rule == Rule::BaseAbsent);
    QCOMPARE(broken[0].place, std::string("TRUCK-1"));
    QCOMPARE(toString(Rule::BaseAbsent), std::string_view("base_absent"));
}

void BookingIndexTest::startsOutsideWindowsAreForbidden() {
    std::size_t inside = 0, outside = 0;
    for (std::uint64_t plan = 0; plan < 1000; ++plan) {
        RandomPlans plans(plan, {1, 0});
        std::vector<Window<Time>> open;
        for (std::uint64_t n = plans.random().below(4); n > 0; --n) {
            const Time from = plans.time(0, 60);
            open.push_back({from, from + plans.time(0, 25)});
        }
        const Time begin = plans.time(0, 10);
        const timing::Usage<Time> usage{PlaceKind::Node, "B", {}, begin, begin + plans.time(0, 12)};
        const auto closed = outsideWindows(usage, std::span<const Window<Time>>(open), "B");
        for (Time start = -20; start < 80; ++start) { // instant by instant: is the base there all the time?
            bool there = true;
            for (Time twice = 2 * (usage.begin + start); twice <= 2 * (usage.end + start); ++twice)
                there = there && std::ranges::any_of(open, [twice](const auto& window) {
                            return 2 * window.from <= twice && twice <= 2 * window.to;
                        });
            QCOMPARE(violations(closed, start).empty(), there);
            ++(there ? inside : outside);
        }
    }
    QVERIFY(inside > 1000 && outside > 1000);
}

void BookingIndexTest::aBaseThatLeavesForGoodEndsTheSearch() {
    Network<Time> network{.base = "B"};
    network.nodes["B"] = {};
    const BookingIndex<Time> index{std::span<const Booking<Time>>(std::vector{atNode("m", "B", 0, 50)})};
    const auto mission = atNode("new", "B", 0, 10);
    const auto stays = [&](Time from, Time to) {
        const std::vector<Window<Time>> open{{from, to}};
        return outsideWindows(mission.usages[0], std::span<const Window<Time>>(open), "TRUCK-1");
    };
    QCOMPARE(earliestStart(network, mission, index, Time{0}), 50);
    QCOMPARE(earliestStart<Time>(network, mission, index, 0, stays(0, 60)), 50); // just enough time left
    QCOMPARE(earliestStart<Time>(network, mission, index, 0, stays(0, 59)), never<Time>);
    QCOMPARE(earliestStart<Time>(network, mission, index, 0, stays(5000, 6000)), 5000);
}

QTEST_GUILESS_MAIN(BookingIndexTest)
#include "booking_index_test.moc"
