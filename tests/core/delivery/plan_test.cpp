#include "core/delivery/plan.h"
#include "tests/core/delivery/delivery_examples.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace haneul;
using namespace haneul::delivery;
using examples::request;
using schedule::Rule;

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t hour = 3600 * second;

MovingBase truck(std::initializer_list<std::tuple<const char*, std::int64_t, std::int64_t>> stays) {
    MovingBase base{.id = "TRUCK-1", .stays = {}};
    for (const auto& [node, from_s, to_s] : stays)
        base.stays.push_back({node, utcMs(from_s * second), utcMs(to_s * second)});
    return base;
}

// The reference network with a second base: BP-02, 70 s from DP-02 and 90 s from DP-05.
Network twoBases() {
    Network network = examples::reference();
    network.nodes.push_back(examples::node("BP-02", NodeKind::Base, 1900, -600));
    network.nodes.back().takeOff_ms = 17 * second;
    network.nodes.back().landing_ms = 26 * second;
    network.links.push_back(examples::link("DP-02", "BP-02", 70 * second, TrackKind::Single));
    network.links.push_back(examples::link("DP-05", "BP-02", 90 * second, TrackKind::Single));
    return network;
}

// From the truck's stay at BP-01 through DP-02 to BP-02, from the start: column of BP-01 to 140 s, DP-02 from 320 to
// 431 s, column of BP-02 from 501 to 592 s. Back to BP-01 instead: its column from 611 to 702 s.
MissionRequest fromTruck(std::string id = "m") {
    MissionRequest wanted = request(std::move(id), {"DP-02"});
    wanted.from = "TRUCK-1";
    return wanted;
}

std::vector<Window> seconds(std::initializer_list<std::pair<std::int64_t, std::int64_t>> windows) {
    std::vector<Window> result;
    for (const auto& [from, to] : windows)
        result.push_back({from * second, to * second});
    return result;
}

} // namespace

class PlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void missionsOneAfterTheOther();        // R-SLT-01 R-SLT-07
    void slotsAreWhatPlanningUses();        // R-SLT-01
    void noSlotBeforeTheHorizon();          // R-SLT-01
    void fromABaseToAnotherOne();           // R-RTE-23
    void theTruckMovesDuringTheMission();   // R-RTE-23
    void theTruckStaysLongEnough();         // R-RTE-23
    void theTruckIsSomewhereElseLater();    // R-RTE-23
    void aFixedBaseAndAMovingOne();         // R-RTE-23
    void staysThatTouchAreOne();            // R-RTE-23
    void theTruckIsNeverThere();            // R-RTE-23
    void waysThatCannotBeFlownAreLeftOut(); // R-RTE-23
    void rulesHoldForTheTruckToo();         // R-RTE-23 R-SLT-03
    void everyStartIsJudgedAlike();         // R-RTE-23 R-SLT-01
    void bookingsOfOneIdAreRefused();
};

void PlanTest::missionsOneAfterTheOther() {
    const Network network = examples::reference();
    std::vector<Booking> booked;
    const std::vector<std::tuple<MissionRequest, std::int64_t, std::int64_t, std::int64_t>> expected{
        {request("m1", {"DP-02", "DP-05"}), 36000, 36000, 36973},
        {request("m2", {"DP-05", "DP-02"}), 36060, 36262, 37235},
        {request("m3", {"DP-01"}), 36120, 36482, 37064},
        {request("m4", {"DP-03", "DP-04"}), 36120, 36622, 37515}};
    for (const auto& [wanted, ready, start, end] : expected) {
        const auto mission = planMission(network, wanted, ready * second, 100 * hour, booked);
        QVERIFY_RESULT(mission);
        QCOMPARE(mission->start_ms, start * second);
        QCOMPARE(mission->booking.begin, start * second);
        QCOMPARE(mission->booking.end, end * second);
        QCOMPARE(mission->times.nodes.back().departure, end * second);
        booked.push_back(mission->booking);
    }
}

void PlanTest::slotsAreWhatPlanningUses() {
    const Network network = examples::reference();
    const auto first = planMission(network, request("m1", {"DP-02", "DP-05"}), 36'000 * second, 100 * hour, {});
    const std::vector booked{first->booking};
    const auto slots = slotsFor(network, request("m2", {"DP-05", "DP-02"}), 36'060 * second, 40'000 * second, booked);
    QVERIFY_RESULT(slots);
    QCOMPARE(slots->earliest_ms(), std::optional(36'262 * second));
    // The base's own column is held until 36140 and from 36882 to 36973.
    QCOMPARE(slots->baseFree, seconds({{36'140, 36'882}, {36'973, 40'000}}));
    for (const Window& window : slots->windows) {
        QVERIFY(schedule::violations(slots->forbidden, window.from).empty());
        QVERIFY(schedule::violations(slots->forbidden, window.to).empty());
    }
    QVERIFY(!schedule::violations(slots->forbidden, 36'200 * second).empty());
    // With an index and the scheduler's network made before: the same.
    const auto schedule = scheduleNetwork(network);
    const schedule::BookingIndex<std::int64_t> index{std::span<const Booking>(booked)};
    const auto again =
        slotsFor(network, *schedule, request("m2", {"DP-05", "DP-02"}), 36'060 * second, 40'000 * second, index);
    QCOMPARE(again->windows, slots->windows);
}

void PlanTest::noSlotBeforeTheHorizon() {
    const Network network = examples::reference();
    const auto first = planMission(network, request("m1", {"DP-02"}), 0, hour, {});
    const std::vector booked{first->booking};
    const auto none = planMission(network, request("m2", {"DP-02"}), 1 * second, 30 * second, booked);
    QVERIFY(!none);
    QCOMPARE(none.error().code, std::string("NO_SLOT"));
    QVERIFY(none.error().message.contains("m1"));
    QCOMPARE(none.error().where, std::string("BP-01"));
    QCOMPARE(slotsFor(network, request("m2", {"DP-02"}), 1 * second, 30 * second, booked)->earliest_ms(), std::nullopt);
    QCOMPARE(planMission(network, request("m", {"DP-09"}), 0, hour, {}).error().code, std::string("UNKNOWN_NODE"));
    QCOMPARE(slotsFor(network, request("m", {}), 0, hour, {}).error().code, std::string("NO_STOPS"));
}

void PlanTest::fromABaseToAnotherOne() {
    const Network network = twoBases();
    MissionRequest wanted = request("m1", {"DP-02"});
    wanted.to = "BP-02";
    const auto first = planMission(network, wanted, 0, hour, {});
    QVERIFY_RESULT(first);
    QCOMPARE(first->booking.usages.back().from, std::string("BP-02"));
    QCOMPARE(first->booking.usages.back().begin, 501 * second);
    QCOMPARE(first->booking.end, 592 * second);
    // Another from BP-02: its column is asked for, not that of BP-01. DP-05 is 140 s + 90 s away.
    MissionRequest other = request("m2", {"DP-05"});
    other.from = "BP-02";
    const std::vector booked{first->booking};
    const auto slots = slotsFor(network, other, 300 * second, hour, booked);
    QVERIFY_RESULT(slots);
    // Its own column for 140 s at the start and again at 140 + 90 + 111 + 90 = 431 s, for 91 s.
    QCOMPARE(slots->windows, seconds({{300, 361}, {592, 3600}}));
    QCOMPARE(slots->baseFree, seconds({{300, 501}, {592, 3600}}));
}

void PlanTest::theTruckMovesDuringTheMission() {
    Network network = twoBases();
    network.movingBases = {truck({{"BP-01", 0, 600}, {"BP-02", 900, 2000}})};
    const auto mission = planMission(network, fromTruck(), 0, hour, {});
    QVERIFY_RESULT(mission);
    // Not before the truck has got to BP-02 when the landing begins: 900 - 501.
    QCOMPARE(mission->route.nodes, (std::vector<std::string>{"BP-01", "DP-02", "BP-02"}));
    QCOMPARE(mission->start_ms, 399 * second);
    QCOMPARE(mission->times.nodes[1].arrival, (399 + 351) * second);
    QCOMPARE(mission->times.nodes[2].arrival, (399 + 532) * second);
    QCOMPARE(mission->booking.usages.front().end, (399 + 140) * second);
    QCOMPARE(mission->booking.usages.back().begin, 900 * second);
    QCOMPARE(mission->booking.end, (399 + 592) * second);
    QCOMPARE(mission->route.request.from, std::string("TRUCK-1"));
    const auto slots = slotsFor(network, fromTruck(), 0, hour, {});
    QVERIFY_RESULT(slots);
    // The take-off must end before it leaves BP-01 at 600. From BP-02 and back to it: 900 to 2000 - (140 + 70 + 111 +
    // 70 + 91).
    QCOMPARE(slots->windows, seconds({{399, 460}, {900, 1518}}));
    QCOMPARE(slots->baseFree, seconds({{0, 600}, {900, 2000}}));
    const auto absent = schedule::violations(slots->forbidden, 398 * second);
    QVERIFY(!absent.empty());
    QVERIFY(absent.front().rule == Rule::BaseAbsent);
    QCOMPARE(planMission(network, fromTruck(), 461 * second, hour, {})->start_ms, 900 * second);
}

void PlanTest::theTruckStaysLongEnough() {
    Network network = twoBases();
    network.movingBases = {truck({{"BP-01", 100, 802}, {"BP-02", 5000, 5001}})};
    // There and back at one stay of exactly the mission's length.
    const auto slots = slotsFor(network, fromTruck(), 0, hour, {});
    QVERIFY_RESULT(slots);
    QCOMPARE(slots->windows, seconds({{100, 100}}));
    const auto mission = planMission(network, fromTruck(), 0, hour, {});
    QVERIFY_RESULT(mission);
    QCOMPARE(mission->route.nodes.back(), std::string("BP-01"));
    QCOMPARE(mission->booking.end, 802 * second);
    network.movingBases[0].stays[0].to = utcMs(801 * second);
    QCOMPARE(planMission(network, fromTruck(), 0, hour, {}).error().code, std::string("BASE_ABSENT"));
}

void PlanTest::theTruckIsSomewhereElseLater() {
    // Of two ways at one start the one that ends first: back at BP-01 only after 702 s, at BP-02 after 592 s.
    Network network = twoBases();
    network.movingBases = {truck({{"BP-01", 0, 150}, {"BP-02", 400, 595}, {"BP-01", 605, 710}})};
    const auto mission = planMission(network, fromTruck(), 0, hour, {});
    QVERIFY_RESULT(mission);
    QCOMPARE(mission->start_ms, 0);
    QCOMPARE(mission->route.nodes.back(), std::string("BP-02"));
    const auto slots = slotsFor(network, fromTruck(), 0, hour, {});
    QCOMPARE(slots->windows, seconds({{0, 8}})); // to BP-02 until 3, to BP-01 until 8
    QCOMPARE(planMission(network, fromTruck(), 4 * second, hour, {})->route.nodes.back(), std::string("BP-01"));
    for (std::int64_t start = 0; start <= 8; ++start)
        QVERIFY(schedule::violations(slots->forbidden, start * second).empty());
    QVERIFY(!schedule::violations(slots->forbidden, 8 * second + 1).empty());
}

void PlanTest::aFixedBaseAndAMovingOne() {
    Network network = twoBases();
    network.movingBases = {truck({{"BP-02", 1000, 1500}})};
    MissionRequest wanted = request("m", {"DP-02"});
    wanted.to = "TRUCK-1";
    // From BP-01 whenever; on the truck at BP-02 from 1000 - 501 to 1500 - 592.
    QCOMPARE(slotsFor(network, wanted, 0, hour, {})->windows, seconds({{499, 908}}));
    wanted.from = "TRUCK-1";
    wanted.to = "BP-01";
    const auto slots = slotsFor(network, wanted, 0, hour, {});
    QVERIFY_RESULT(slots);
    QCOMPARE(slots->windows, seconds({{1000, 1360}}));
}

void PlanTest::staysThatTouchAreOne() {
    Network network = twoBases();
    network.movingBases = {truck({{"BP-01", 0, 400}, {"BP-01", 400, 800}})};
    QCOMPARE(slotsFor(network, fromTruck(), 0, hour, {})->windows, seconds({{0, 98}}));
    QCOMPARE(missionWays(network, fromTruck())->size(), std::size_t{1});
}

void PlanTest::theTruckIsNeverThere() {
    Network network = twoBases();
    network.movingBases = {truck({{"BP-01", 0, 600}})};
    const auto late = planMission(network, fromTruck(), 700 * second, hour, {});
    QVERIFY(!late);
    QCOMPARE(late.error().code + late.error().where, std::string("BASE_ABSENTTRUCK-1"));
    QCOMPARE(slotsFor(network, fromTruck(), 700 * second, hour, {})->windows, std::vector<Window>());
    network.movingBases[0].stays.clear();
    QCOMPARE(planMission(network, fromTruck(), 0, hour, {}).error().code, std::string("NOT_A_BASE"));
}

void PlanTest::waysThatCannotBeFlownAreLeftOut() {
    Network network = twoBases();
    network.movingBases = {truck({{"BP-01", 0, 600}, {"BP-02", 900, 2000}})};
    QCOMPARE(missionWays(network, fromTruck())->size(), std::size_t{4});
    MissionRequest wanted = request("m", {"DP-03"}); // no link from BP-02
    wanted.from = "TRUCK-1";
    const auto ways = missionWays(network, wanted);
    QVERIFY_RESULT(ways);
    QCOMPARE(ways->size(), std::size_t{1});
    QCOMPARE(ways->front().route.nodes, (std::vector<std::string>{"BP-01", "DP-03", "BP-01"}));
    wanted.stops[0].node = "DP-09";
    QCOMPARE(missionWays(network, wanted).error().code, std::string("UNKNOWN_NODE"));
}

void PlanTest::rulesHoldForTheTruckToo() {
    Network network = twoBases();
    network.movingBases = {truck({{"BP-01", 0, 2000}})};
    const auto first = planMission(network, request("first", {"DP-01"}), 0, hour, {}); // from BP-01 itself
    const std::vector booked{first->booking};
    const auto second_ = planMission(network, fromTruck("second"), 0, hour, booked);
    QVERIFY_RESULT(second_);
    QCOMPARE(second_->start_ms, 140 * second); // the column of BP-01 is the same for both
    network.nodes[0].capacity = 2;
    QCOMPARE(planMission(network, fromTruck("second"), 0, hour, booked)->start_ms, 0);
}

// Every start is judged by itself: each way's stays and the booked missions, without intervals.
void PlanTest::everyStartIsJudgedAlike() {
    std::mt19937 source(5);
    const auto pick = [&](std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution(low, high)(source);
    };
    int free = 0, absent = 0, held = 0;
    for (int round = 0; round < 40; ++round) {
        Network network = twoBases();
        const std::int64_t first = pick(200, 900), second_ = first + pick(1, 300), third = second_ + pick(300, 900);
        network.movingBases = {
            truck({{"BP-01", 0, first}, {"BP-02", second_, third}, {"BP-01", third + 60, third + 900}})};
        std::vector<Booking> booked;
        for (const char* stop : {"DP-01", "DP-02"}) {
            const auto other = planMission(network, request(stop, {stop}), pick(0, 1500) * second, 10 * hour, booked);
            QVERIFY_RESULT(other);
            booked.push_back(other->booking);
        }
        const auto slots = slotsFor(network, fromTruck(), 0, 3000 * second, booked);
        QVERIFY_RESULT(slots);
        const auto ways = missionWays(network, fromTruck());
        const auto schedule = scheduleNetwork(network);
        const auto stands = [&](const timing::Usage<std::int64_t>& usage) {
            return std::ranges::any_of(network.movingBases[0].stays, [&](const BaseStay& stay) {
                return stay.node == usage.from && sinceEpoch_ms(stay.from) <= usage.begin &&
                       usage.end <= sinceEpoch_ms(stay.to);
            });
        };
        for (std::int64_t start = 0; start <= 3000 * second; start += 7 * second) {
            bool possible = false, there = false;
            for (const MissionWay& way : *ways) {
                const auto placed = placedAt(way.route, start);
                const bool standing = stands(placed->booking.usages.front()) && stands(placed->booking.usages.back());
                there = there || standing;
                const auto rules = schedule::forbiddenStarts<std::int64_t>(*schedule, way.relative, booked);
                possible = possible || (standing && schedule::violations(rules, start).empty());
            }
            const bool offered = std::ranges::any_of(
                slots->windows, [&](const Window& window) { return window.from <= start && start <= window.to; });
            QCOMPARE(offered, possible);
            QCOMPARE(schedule::violations(slots->forbidden, start).empty(), possible);
            free += possible;
            absent += !there;
            held += there && !possible;
        }
    }
    QVERIFY(free > 500 && absent > 500 && held > 500);
}

void PlanTest::bookingsOfOneIdAreRefused() {
    const Network network = examples::reference();
    const auto first = planMission(network, request("m", {"DP-01"}), 0, hour, {});
    const std::vector booked{first->booking, first->booking};
    QCOMPARE(planMission(network, request("n", {"DP-01"}), 0, hour, booked).error().code, std::string("SAME_ID"));
}

QTEST_GUILESS_MAIN(PlanTest)
#include "plan_test.moc"
