#include "core/formats/mission_file.h"
#include "core/formats/qgc_plan.h"
#include "core/formats/waypoint_text.h"
#include "core/json/object.h"
#include "delivery_fixture.h"
#include "server/delivery/mission_export.h"
#include "server/demo/demo_networks.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <format>
#include <thread>

using namespace haneul;
using namespace haneul::delivery;
using namespace haneul::delivery::tests;
using namespace std::chrono_literals;
using timing::EventKind;

class DeliveryServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void networksHaveRevisions();
    void aChangedWayLosesItsVerification(); // R-RTE-15
    void unverifiedLinksCannotBeUsed();     // R-RTE-15
    void removedNetworks();
    void referenceNetworkToTheDigit(); // R-SLT-01 R-SLT-07
    void workedExampleToTheDigit();    // R-RTE-13
    void ofTwentyOnlyOneGetsTheSlot(); // R-SLT-12
    void cancelFreesEverything();      // R-SLT-12
    void retiming();
    void freeSlots();  // R-SLT-01
    void fleetOfOne(); // R-SLT-10
    void oneDroneInOneMissionAtATime();
    void twoBasesAndOneThatMoves(); // R-RTE-23
    void orders();
    void batching();               // R-SLT-09
    void bestOrderOfVisit();       // R-SLT-08
    void heavyBatchesAreDivided(); // R-RTE-18
    void limits();                 // R-RTE-18
    void dropDelivery();           // R-RTE-20
    void theProcess();             // R-RTE-19
    void ordersOfAMission();
    void actualTimesMoveWhatFollows();     // R-RTE-13
    void aDelayIsFoundAndProposesStarts(); // R-SLT-13
    void whatIsOnlyExpectedIsCheckedToo(); // R-SLT-13
    void handOverForms();                  // R-RTE-21
    void scopesAreAskedFor();
    void refusals_data();
    void refusals();
    void restartKeepsEverything();
    void stateIsSharedAndInOrder();
    void subscribersEnd();
    void automaticDispatch(); // R-SLT-09
};

namespace {

constexpr auto reference = demo::referenceNetwork;

const Mission& of(const DeliveryStatePtr& state, const std::string& id) {
    static const Mission none;
    const auto found = state->mission(id);
    return found ? *found : none;
}

std::int64_t second(std::int64_t time_ms) {
    return (time_ms - sinceEpoch_ms(midnight)) / 1000;
}

void bookReferenceMissions(House& house) {
    house.addVerified(reference());
    QVERIFY_RESULT(house.book("m1", {"DP-02", "DP-05"}, at(36'000)));
    QVERIFY_RESULT(house.book("m2", {"DP-05", "DP-02"}, at(36'060)));
    QVERIFY_RESULT(house.book("m3", {"DP-01"}, at(36'120)));
    QVERIFY_RESULT(house.book("m4", {"DP-03", "DP-04"}, at(36'120)));
}

const Order* orderOf(const DeliveryStatePtr& state, const std::string& id) {
    const auto found = std::ranges::find(state->orders, id, &Order::id);
    return found == state->orders.end() ? nullptr : &*found;
}

} // namespace

void DeliveryServiceTest::networksHaveRevisions() {
    House house;
    Network network = reference();
    QCOMPARE(house.save(network, 0).value_or(0), 1U);
    QCOMPARE(codeOf(house.save(network, 0)), std::string("STALE_REVISION"));
    network.name = "renamed";
    QCOMPARE(house.save(network, 1).value_or(0), 2U);
    const SavedNetwork* const saved = house.state()->network("REF");
    QVERIFY(saved != nullptr);
    QCOMPARE(saved->network, network);
    QCOMPARE(saved->revision, 2U);
    QCOMPARE(saved->by, std::string("system"));
    QVERIFY(saved->saved == house.clock.now());
    network.base = "nowhere";
    QVERIFY(!codeOf(house.save(network, 2)).empty());
    QCOMPARE(house.state()->network("REF")->revision, 2U);
}

void DeliveryServiceTest::aChangedWayLosesItsVerification() {
    House house;
    Network network = reference();
    house.addVerified(network);
    const auto verified = [&](std::string_view a, std::string_view b) {
        return house.state()->network("REF")->network.link(a, b)->verification.has_value();
    };
    QVERIFY(verified("DP-02", "BP-01"));
    QCOMPARE(house.state()->network("REF")->network.link("BP-01", "DP-02")->verification->note,
             std::string("test flight 7"));
    // What is saved says nothing of verifications: neither to give nor to take.
    network.links[1].verification = Verification{.by = "nobody", .at = at(0), .note = "forged"};
    network.links[2].flight_ms = 155'000; // not the way
    network.links[0].via = {{network.node("DP-01")->place, 90}};
    QVERIFY_RESULT(house.save(network, 1));
    QVERIFY(!verified("BP-01", "DP-01"));
    QVERIFY(verified("BP-01", "DP-02"));
    QVERIFY(verified("BP-01", "DP-03"));
    QCOMPARE(house.state()->network("REF")->network.link("BP-01", "DP-02")->verification->by, std::string("system"));
    // A node that is put elsewhere changes the ways of all its links.
    std::ranges::find(network.nodes, "DP-05", &Node::id)->place.latitude_deg += 0.001;
    QVERIFY_RESULT(house.save(network, 2));
    QVERIFY(!verified("BP-01", "DP-05"));
    QVERIFY(!verified("DP-02", "DP-05"));
    QVERIFY(!verified("DP-04", "DP-05"));
    QVERIFY(verified("BP-01", "DP-02"));
}

void DeliveryServiceTest::unverifiedLinksCannotBeUsed() {
    House house;
    QVERIFY_RESULT(house.save(reference()));
    QCOMPARE(codeOf(house.book("m", {"DP-02"}, at(36'000))), std::string("LINK_NOT_VERIFIED"));
    QVERIFY_RESULT(house.verify("REF", "DP-02", "BP-01")); // named the other way round
    QVERIFY_RESULT(house.book("m", {"DP-02"}, at(36'000)));
    QCOMPARE(codeOf(house.verify("REF", "DP-01", "DP-05")), std::string("NO_LINK"));
    QVERIFY_RESULT(waitFor<void>([&](auto done) {
        house.service->withdrawVerification(house.by, "REF", "BP-01", "DP-02", "a new crane", done);
    }));
    QCOMPARE(codeOf(house.book("n", {"DP-02"}, at(36'000))), std::string("LINK_NOT_VERIFIED"));
    QVERIFY(of(house.state(), "m").standing()); // what was booked keeps its route
}

void DeliveryServiceTest::removedNetworks() {
    House house;
    house.addVerified(reference());
    const auto remove = [&] {
        return waitFor<void>([&](auto done) { house.service->removeNetwork(house.by, "REF", done); });
    };
    QVERIFY_RESULT(house.book("m", {"DP-02"}, at(36'000)));
    QVERIFY_RESULT(house.order({.id = "o", .network = "REF", .stop = {.node = "DP-01"}}));
    QCOMPARE(codeOf(remove()), std::string("MISSIONS_STAND"));
    QVERIFY_RESULT(house.cancel("m"));
    QVERIFY_RESULT(remove());
    QVERIFY(house.state()->networks.empty());
    QVERIFY(orderOf(house.state(), "o")->state == OrderState::Refused);
    QCOMPARE(codeOf(remove()), std::string("NO_SUCH_NETWORK"));
    QCOMPARE(codeOf(house.book("n", {"DP-02"}, at(36'000))), std::string("NO_SUCH_NETWORK"));
    // The same name may come again, with all its links to be verified anew.
    QCOMPARE(house.save(reference(), 0).value_or(0), 2U);
    QVERIFY(!house.state()->network("REF")->network.link("BP-01", "DP-02")->verification);
}

void DeliveryServiceTest::referenceNetworkToTheDigit() {
    House house;
    bookReferenceMissions(house);

    struct Row {
        const char* id;
        std::int64_t start;
        std::vector<std::pair<std::int64_t, std::int64_t>> stops;
        std::int64_t end;
    };

    for (const Row& row : {Row{"m1", 36'000, {{36'351, 36'411}, {36'562, 36'622}}, 36'973},
                           Row{"m2", 36'262, {{36'673, 36'733}, {36'884, 36'944}}, 37'235},
                           Row{"m3", 36'482, {{36'773, 36'833}}, 37'064},
                           Row{"m4", 36'622, {{36'943, 37'003}, {37'134, 37'194}}, 37'515}}) {
        const auto mission = house.state()->mission(row.id);
        QVERIFY2(mission, row.id);
        QVERIFY(mission->start == at(row.start));
        for (std::size_t k = 0; k < row.stops.size(); ++k) {
            QCOMPARE(mission->planned.nodes[k + 1].arrival, sinceEpoch_ms(at(row.stops[k].first)));
            QCOMPARE(mission->planned.nodes[k + 1].departure, sinceEpoch_ms(at(row.stops[k].second)));
        }
        QCOMPARE(mission->booking.end, sinceEpoch_ms(at(row.end)));
    }
    QVERIFY(house.state()->conflicts.empty());
}

void DeliveryServiceTest::workedExampleToTheDigit() {
    House house;
    house.addVerified(demo::exampleNetwork());
    const auto route = demo::exampleRoute(house.state()->network("G1")->network);
    QVERIFY_RESULT(route);
    QVERIFY_RESULT(
        waitFor<std::string>([&](auto done) { house.service->bookRoute(house.by, "G1", *route, at(36'000), done); }));
    const auto mission = house.state()->mission("G1");
    QVERIFY(mission);
    const auto minutes = [](std::int64_t time) { return (second(time) - 36'000) / 60; };
    const std::vector<std::vector<std::int64_t>> arrivals{{0, 6, 15, 17, 19}, {19, 24, 28, 30, 32}, {32, 37, 43, 45}};
    for (std::size_t k = 0; k < arrivals.size(); ++k)
        for (std::size_t i = 0; i < arrivals[k].size(); ++i)
            QCOMPARE(minutes(mission->times.legs[k].arrivals[i]), arrivals[k][i]);
    QCOMPARE(minutes(mission->booking.end), 49);
    std::string tiling;
    for (const auto& usage : mission->booking.usages)
        tiling += std::format("{}{} {}-{};", usage.from, usage.to, minutes(usage.begin), minutes(usage.end));
    QCOMPARE(tiling, std::string("BP-01 0-7;BP-01DP-02 7-15;DP-02 15-24;DP-02DP-05 24-28;DP-05 28-37;"
                                 "DP-05BP-01 37-43;BP-01 43-49;"));
    // Times that do not fit each other are refused.
    auto wrong = *route;
    wrong.request.id = "other";
    wrong.durations.stays[0][4] += 1;
    QCOMPARE(codeOf(waitFor<std::string>(
                 [&](auto done) { house.service->bookRoute(house.by, "G1", wrong, at(50'000), done); })),
             std::string("SHARED_NODE_ETP_MISMATCH"));
}

void DeliveryServiceTest::ofTwentyOnlyOneGetsTheSlot() {
    House house;
    house.addVerified(reference());
    std::vector<std::future<Result<std::string>>> answers;
    std::vector<std::jthread> askers;
    std::atomic<bool> go = false;
    for (int i = 0; i < 20; ++i) {
        auto promise = std::make_shared<std::promise<Result<std::string>>>();
        answers.push_back(promise->get_future());
        askers.emplace_back([&house, &go, promise, i] {
            NewMission mission{
                .network = "REF",
                .request = {.id = i % 2 == 0 ? std::format("race-{}", i) : "", .stops = {{.node = "DP-02"}}},
                .start = at(40'000)};
            go.wait(false);
            house.service->bookMission(house.by, mission,
                                       [promise](Result<std::string> id) { promise->set_value(std::move(id)); });
        });
    }
    go = true;
    go.notify_all();
    int won = 0, lost = 0;
    for (auto& answer : answers) {
        const auto result = answer.get();
        if (result) ++won;
        if (codeOf(result) == "SLOT_TAKEN") ++lost;
    }
    QCOMPARE(won, 1);
    QCOMPARE(lost, 19);
    QCOMPARE(house.state()->missions.size(), 1U);
    QCOMPARE(std::ranges::count(house.types(), "delivery.mission_booked"), 1);
}

void DeliveryServiceTest::cancelFreesEverything() {
    House house;
    bookReferenceMissions(house);
    // What m2 would get again without m1, and with it.
    QVERIFY_RESULT(house.cancel("m2"));
    QVERIFY_RESULT(house.book("again", {"DP-05", "DP-02"}, at(36'060)));
    QVERIFY(of(house.state(), "again").start == at(36'262));
    for (const char* id : {"again", "m1", "m3", "m4"})
        QVERIFY_RESULT(house.cancel(id));
    QVERIFY_RESULT(house.book("alone", {"DP-05", "DP-02"}, at(36'060)));
    QVERIFY(of(house.state(), "alone").start == at(36'060));
    const auto cancelled = house.state()->mission("m1");
    QVERIFY(!cancelled->standing());
    QVERIFY(cancelled->booking.usages.empty());
    QCOMPARE(cancelled->steps.back().note, std::string("no need"));
    QCOMPARE(codeOf(house.cancel("m1")), std::string("NOT_NOW"));
}

void DeliveryServiceTest::retiming() {
    House house;
    bookReferenceMissions(house);
    const auto taken = house.retime("m3", at(36'481));
    QCOMPARE(codeOf(taken), std::string("SLOT_TAKEN"));
    QVERIFY(taken.error().where.contains("BP-01"));
    QVERIFY_RESULT(house.retime("m3", at(40'000)));
    const auto moved = house.state()->mission("m3");
    QVERIFY(moved->start == at(40'000));
    QCOMPARE(moved->booking.begin, sinceEpoch_ms(at(40'000)));
    QCOMPARE(moved->planned.nodes.back().departure, sinceEpoch_ms(at(40'582)));
    QCOMPARE(moved->booking.end, sinceEpoch_ms(at(40'582)));
    // Its old slot is free again; it is not in its own way when it moves by a little.
    QVERIFY_RESULT(house.book("m5", {"DP-01"}, at(36'120)));
    QVERIFY(of(house.state(), "m5").start == at(36'482));
    QVERIFY_RESULT(house.retime("m3", at(40'010)));
    QVERIFY_RESULT(house.retime("m3", at(40'010)));
    QCOMPARE(std::ranges::count(house.types(), "delivery.mission_retimed"), 2);
    QVERIFY_RESULT(house.advance("m3", MissionStep::Prepared));
    QVERIFY_RESULT(house.advance("m3", MissionStep::Flying));
    QCOMPARE(codeOf(house.retime("m3", at(50'000))), std::string("MISSION_UNDER_WAY"));
    QCOMPARE(codeOf(house.cancel("m3")), std::string("MISSION_UNDER_WAY"));
}

void DeliveryServiceTest::freeSlots() {
    House house;
    bookReferenceMissions(house);
    SlotQuery query{.network = "REF",
                    .request = {.stops = {{.node = "DP-01"}}},
                    .from = at(36'120),
                    .to = at(39'000),
                    .ignoring = {}};
    const auto answer = house.slots(query);
    QVERIFY_RESULT(answer);
    QVERIFY(answer->earliest.has_value());
    const auto bookAt = [&](const std::string& id, std::int64_t start) {
        return house.book(
            {.network = "REF", .request = {.id = id, .stops = {{.node = "DP-01"}}}, .start = utcMs(start)});
    };
    for (std::size_t i = 0; i < answer->windows.size(); ++i) { // each end can be booked, just outside cannot
        const auto& window = answer->windows[i];
        const std::string id = std::format("w{}", i);
        QVERIFY_RESULT(bookAt(id + "-from", window.from));
        QVERIFY_RESULT(house.cancel(id + "-from"));
        QVERIFY_RESULT(bookAt(id + "-to", window.to));
        QVERIFY_RESULT(house.cancel(id + "-to"));
        if (window.from > sinceEpoch_ms(query.from))
            QCOMPARE(codeOf(bookAt(id + "-before", window.from - 1)), std::string("SLOT_TAKEN"));
    }
    QVERIFY(!answer->forbidden.empty());
    for (const auto& fact : answer->forbidden)
        QVERIFY(!fact.place.empty());
    QVERIFY(!answer->baseFree.empty());
    // Without m3 its own start is free.
    query.ignoring = "m3";
    const auto without = house.slots(query);
    QVERIFY_RESULT(without);
    QVERIFY(without->earliest == at(36'482));
    query.network = "nowhere";
    QCOMPARE(codeOf(house.slots(query)), std::string("NO_SUCH_NETWORK"));
}

void DeliveryServiceTest::fleetOfOne() {
    House house;
    Network network = reference();
    network.fleet = Fleet{.size = 1, .turnaround_ms = 300'000};
    house.addVerified(network);
    QVERIFY_RESULT(house.book("m1", {"DP-02"}, at(36'000)));
    QVERIFY_RESULT(house.book("m2", {"DP-03"}, at(36'000)));
    QCOMPARE(sinceEpoch_ms(of(house.state(), "m2").start), of(house.state(), "m1").booking.end + 300'000);
}

void DeliveryServiceTest::oneDroneInOneMissionAtATime() {
    House house;
    bookReferenceMissions(house);
    QVERIFY_RESULT(house.assign("m1", "HN-001"));
    QCOMPARE(of(house.state(), "m1").drone, std::string("HN-001"));
    const auto busy = house.assign("m2", "HN-001");
    QCOMPARE(codeOf(busy), std::string("DRONE_BUSY"));
    QCOMPARE(busy.error().where, std::string("m1"));
    QVERIFY_RESULT(house.assign("m2", "HN-002"));
    Network other = reference(); // also on another network
    other.id = "OTHER";
    house.addVerified(other);
    NewMission elsewhere{.network = "OTHER",
                         .request = {.id = "elsewhere", .stops = {{.node = "DP-03"}}},
                         .orders = {},
                         .drone = "HN-002",
                         .start = at(37'234)};
    QCOMPARE(codeOf(house.book(elsewhere)), std::string("DRONE_BUSY"));
    elsewhere.start = at(37'235); // m2 is back
    QVERIFY_RESULT(house.book(elsewhere));
    QVERIFY_RESULT(house.assign("m1", ""));
    QVERIFY_RESULT(house.assign("m3", "HN-001"));
    QCOMPARE(codeOf(house.assign("m4", "not a drone!")), std::string("BAD_ID"));
}

void DeliveryServiceTest::twoBasesAndOneThatMoves() {
    House house;
    Network network = reference();
    for (Node& node : network.nodes)
        if (node.id == "DP-01" || node.id == "DP-03") node.kind = NodeKind::Base;
    network.movingBases = {{.id = "TRUCK-1",
                            .stays = {{.node = "DP-01", .from = at(36'000), .to = at(37'000)},
                                      {.node = "DP-03", .from = at(38'000), .to = at(45'000)}}}};
    house.addVerified(network);
    // From one base to another.
    QVERIFY_RESULT(house.book(
        {.network = "REF", .request = {.id = "a", .stops = {{.node = "DP-02"}}, .to = "DP-01"}, .ready = at(36'000)}));
    QCOMPARE(of(house.state(), "a").route.nodes, (std::vector<std::string>{"BP-01", "DP-02", "DP-01"}));
    // The truck: from where it stands, back to where it stands then.
    QVERIFY_RESULT(house.book({.network = "REF",
                               .request = {.id = "b", .from = "TRUCK-1", .stops = {{.node = "DP-04"}}},
                               .ready = at(37'000)}));
    const auto truck = house.state()->mission("b");
    QCOMPARE(truck->route.nodes, (std::vector<std::string>{"DP-03", "DP-04", "DP-03"}));
    QVERIFY(truck->start == at(38'000));
    QCOMPARE(truck->route.request.from, std::string("TRUCK-1"));
    QCOMPARE(codeOf(house.retime("b", at(37'500))), std::string("SLOT_TAKEN"));
    QCOMPARE(codeOf(house.retime("b", at(44'900))), std::string("SLOT_TAKEN"));
    QVERIFY_RESULT(house.retime("b", at(40'000)));
    // Too late for its last stay.
    QCOMPARE(codeOf(house.book({.network = "REF",
                                .request = {.id = "c", .from = "TRUCK-1", .stops = {{.node = "DP-04"}}},
                                .ready = at(44'900)})),
             std::string("SLOT_TAKEN"));
}

void DeliveryServiceTest::orders() {
    House house;
    house.addVerified(reference());
    const auto given = house.order({.network = "REF", .stop = {.node = "DP-02"}, .payload_kg = 1.5});
    QCOMPARE(given.value_or(""), std::string("O-000001"));
    QCOMPARE(
        house.order({.id = "o-7", .network = "REF", .stop = {.node = "DP-03"}, .deadline = at(39'000)}).value_or(""),
        std::string("o-7"));
    QCOMPARE(house.order({.network = "REF", .stop = {.node = "DP-02"}}).value_or(""), std::string("O-000002"));
    const Order* const order = orderOf(house.state(), "o-7");
    QVERIFY(order != nullptr);
    QVERIFY(order->deadline == at(39'000));
    QVERIFY(order->placed == house.clock.now());
    QVERIFY(order->state == OrderState::Waiting);
    QVERIFY_RESULT(
        waitFor<void>([&](auto done) { house.service->cancelOrder(house.by, "o-7", "changed his mind", done); }));
    QVERIFY(orderOf(house.state(), "o-7")->state == OrderState::Cancelled);
    QCOMPARE(orderOf(house.state(), "o-7")->reason, std::string("changed his mind"));
    // First come, first served, each alone when there is no window.
    const auto missions = house.dispatch("REF");
    QVERIFY_RESULT(missions);
    QCOMPARE(*missions, (std::vector<std::string>{"M-000001", "M-000002"}));
    QCOMPARE(orderOf(house.state(), "O-000001")->mission, std::string("M-000001"));
    QVERIFY(orderOf(house.state(), "O-000001")->state == OrderState::Booked);
    QCOMPARE(of(house.state(), "M-000001").orders, std::vector<std::string>{"O-000001"});
    QCOMPARE(of(house.state(), "M-000001").route.request.payload_kg, 1.5);
    QVERIFY(of(house.state(), "M-000001").start < of(house.state(), "M-000002").start);
    QVERIFY(house.dispatch("REF")->empty());
}

void DeliveryServiceTest::batching() {
    House house;
    Network network = reference();
    network.batchWindow_ms = 120'000;
    network.batchStops = 2;
    network.preparation_ms = 30'000;
    house.addVerified(network);
    const auto place = [&](const char* id, std::int64_t time, const char* node) {
        house.clock.set(at(time));
        QVERIFY_RESULT(house.order({.id = id, .network = "REF", .stop = {.node = node}}));
    };
    place("a", 36'000, "DP-02");
    place("b", 36'030, "DP-02"); // the same stop
    QVERIFY(house.dispatch("REF", Dispatch::Given, false)->empty());
    place("c", 36'060, "DP-05"); // the second stop: released now
    place("d", 36'070, "DP-01");
    const auto first = house.dispatch("REF", Dispatch::Given, false);
    QVERIFY_RESULT(first);
    QCOMPARE(first->size(), 1U);
    const auto mission = house.state()->mission(first->front());
    QCOMPARE(mission->orders, (std::vector<std::string>{"a", "b", "c"}));
    QCOMPARE(mission->route.nodes, (std::vector<std::string>{"BP-01", "DP-02", "DP-05", "BP-01"}));
    QVERIFY(mission->start == at(36'090)); // released at c, and the time to prepare
    house.clock.set(at(36'190));           // d's window
    const auto second = house.dispatch("REF", Dispatch::Given, false);
    QVERIFY_RESULT(second);
    QCOMPARE(second->size(), 1U);
    QCOMPARE(of(house.state(), second->front()).orders, std::vector<std::string>{"d"});
}

void DeliveryServiceTest::bestOrderOfVisit() {
    House house;
    house.addVerified(reference());
    QVERIFY_RESULT(house.book("m1", {"DP-02", "DP-05"}, at(36'000)));
    const NewMission wanted{.network = "REF",
                            .request = {.id = "given", .stops = {{.node = "DP-05"}, {.node = "DP-02"}}},
                            .ready = at(36'060)};
    NewMission best = wanted;
    best.request.id = "best";
    best.dispatch = Dispatch::Best;
    QVERIFY_RESULT(house.book(wanted));
    const auto given = of(house.state(), "given").booking.end;
    QVERIFY_RESULT(house.cancel("given"));
    QVERIFY_RESULT(house.book(best));
    QVERIFY(of(house.state(), "best").booking.end < given);
    QCOMPARE(of(house.state(), "best").route.nodes, (std::vector<std::string>{"BP-01", "DP-02", "DP-05", "BP-01"}));
    best.request = {.stops = {{.node = "DP-01"}, {.node = "DP-02"}, {.node = "DP-03"}, {.node = "DP-04"}}};
    QCOMPARE(codeOf(house.book(best)), std::string("INVALID_ARGUMENT"));
    // No order of these two stops has links.
    best.request = {.stops = {{.node = "DP-01"}, {.node = "DP-04"}}};
    QCOMPARE(codeOf(house.book(best)), std::string("NO_LINK"));
}

void DeliveryServiceTest::heavyBatchesAreDivided() {
    House house;
    Network network = reference();
    network.batchWindow_ms = 600'000;
    network.batchStops = 2;
    house.addVerified(network);
    for (const auto& [id, node, weight] : {std::tuple{"a", "DP-02", 3.0}, std::tuple{"b", "DP-02", 2.0},
                                           std::tuple{"c", "DP-02", 1.0}, std::tuple{"d", "DP-05", 4.5}})
        QVERIFY_RESULT(house.order({.id = id, .network = "REF", .stop = {.node = node}, .payload_kg = weight}));
    const auto missions = house.dispatch("REF");
    QVERIFY_RESULT(missions);
    QCOMPARE(missions->size(), 3U);
    QCOMPARE(of(house.state(), (*missions)[0]).orders, (std::vector<std::string>{"a", "b"}));
    QCOMPARE(of(house.state(), (*missions)[0]).route.request.payload_kg, 5.0);
    QCOMPARE(of(house.state(), (*missions)[1]).orders, std::vector<std::string>{"c"});
    QCOMPARE(of(house.state(), (*missions)[2]).orders, std::vector<std::string>{"d"});
}

void DeliveryServiceTest::limits() {
    House house;
    Network network = reference();
    network.droneTypes.front().endurance_ms = 15 * 60'000;
    house.addVerified(network);
    QCOMPARE(codeOf(house.order({.network = "REF", .stop = {.node = "DP-02"}, .payload_kg = 5.1})),
             std::string("PAYLOAD_TOO_HEAVY"));
    QCOMPARE(codeOf(house.book("m", {"DP-02", "DP-05", "DP-04"}, at(36'000))), std::string("ENDURANCE_EXCEEDED"));
    // An order that could be flown when it came and cannot be now is refused with the reason.
    QVERIFY_RESULT(house.order({.id = "o", .network = "REF", .stop = {.node = "DP-05"}}));
    network.droneTypes.front().endurance_ms = 60'000;
    QVERIFY_RESULT(house.save(network, 1));
    QVERIFY(house.dispatch("REF")->empty());
    QVERIFY(orderOf(house.state(), "o")->state == OrderState::Refused);
    QVERIFY(orderOf(house.state(), "o")->reason.starts_with("ENDURANCE_EXCEEDED: "));
}

void DeliveryServiceTest::dropDelivery() {
    House house;
    house.addVerified(reference());
    QVERIFY_RESULT(house.book({.network = "REF",
                               .request = {.id = "drop", .stops = {{.node = "DP-02", .handOver = HandOver::Drop}}},
                               .ready = at(36'000)}));
    const auto dropped = house.state()->mission("drop");
    QVERIFY_RESULT(house.book("land", {"DP-02"}, at(40'000)));
    const auto landed = house.state()->mission("land");
    QVERIFY(dropped->route.total_ms() < landed->route.total_ms());
    QVERIFY(dropped->route.legs[0].parts.landing.first == dropped->route.legs[0].parts.landing.last);
    const auto held = [](const Mission& mission) {
        for (const auto& usage : mission.booking.usages)
            if (usage.kind == timing::PlaceKind::Node && usage.from == "DP-02") return usage.end - usage.begin;
        return std::int64_t{0};
    };
    QVERIFY(held(*dropped) < held(*landed));
    QVERIFY(itemsOf(*dropped, nullptr).items[1].kind == formats::MissionItemKind::Drop);
    QVERIFY(itemsOf(*landed, nullptr).items[2].kind == formats::MissionItemKind::Land);
}

void DeliveryServiceTest::theProcess() {
    using enum MissionStep;
    House house;
    house.addVerified(reference());
    QVERIFY_RESULT(house.book("m", {"DP-02", "DP-05"}, at(36'000)));
    QCOMPARE(codeOf(house.advance("m", Flying)), std::string("NOT_NOW"));
    for (const auto& [step, note] : {std::pair{Prepared, ""}, std::pair{Flying, ""}, std::pair{HandedOver, ""},
                                     std::pair{Flying, ""}, std::pair{HandedOver, "DP-05"}}) {
        house.clock.advance(60s);
        QVERIFY_RESULT(house.advance("m", step, note));
    }
    QCOMPARE(codeOf(house.advance("m", Completed)), std::string("NOT_NOW")); // only when the drone is back
    QVERIFY_RESULT(house.advance("m", Returning));
    QVERIFY_RESULT(house.advance("m", Completed));
    std::string told;
    for (const StepRecord& record : of(house.state(), "m").steps)
        told += std::format("{}({});", toString(record.step), record.note);
    QCOMPARE(told, std::string("booked();prepared();flying();handed_over(DP-02);flying();handed_over(DP-05);"
                               "returning();completed();"));
    QVERIFY(of(house.state(), "m").steps[1].at == at(36'060));
    QCOMPARE(codeOf(house.advance("m", Flying)), std::string("NOT_NOW"));
}

void DeliveryServiceTest::ordersOfAMission() {
    using enum MissionStep;
    House house;
    house.addVerified(reference());
    for (const auto& [id, node] : {std::pair{"a", "DP-02"}, std::pair{"b", "DP-05"}, std::pair{"c", "DP-01"}})
        QVERIFY_RESULT(house.order({.id = id, .network = "REF", .stop = {.node = node}, .payload_kg = 1}));
    const NewMission mission{.network = "REF", .request = {.id = "m"}, .orders = {"a", "b"}};
    QVERIFY_RESULT(house.book(mission));
    QCOMPARE(of(house.state(), "m").route.nodes, (std::vector<std::string>{"BP-01", "DP-02", "DP-05", "BP-01"}));
    QCOMPARE(of(house.state(), "m").route.request.payload_kg, 2.0);
    QCOMPARE(codeOf(house.book({.network = "REF", .request = {.id = "n"}, .orders = {"a"}})),
             std::string("NOT_WAITING"));
    QCOMPARE(codeOf(house.book({.network = "REF", .request = {.stops = {{.node = "DP-02"}}}, .orders = {"c"}})),
             std::string("INVALID_ARGUMENT"));
    QCOMPARE(codeOf(house.book({.network = "REF", .request = {.id = "n"}, .orders = {"z"}})),
             std::string("NO_SUCH_ORDER"));
    // Cancelled: they wait again, and can be booked again.
    QVERIFY_RESULT(house.cancel("m"));
    QVERIFY(orderOf(house.state(), "a")->state == OrderState::Waiting);
    QVERIFY(orderOf(house.state(), "a")->mission.empty());
    NewMission again = mission;
    again.request.id = "again";
    QVERIFY_RESULT(house.book(again));
    // One is handed over, the other comes back.
    for (const MissionStep step : {Prepared, Flying, HandedOver, Returning, Completed})
        QVERIFY_RESULT(house.advance("again", step));
    QVERIFY(orderOf(house.state(), "a")->state == OrderState::Delivered);
    QCOMPARE(orderOf(house.state(), "a")->mission, std::string("again"));
    QVERIFY(orderOf(house.state(), "b")->state == OrderState::Waiting);
    QCOMPARE(codeOf(waitFor<void>([&](auto done) { house.service->cancelOrder(house.by, "a", "", done); })),
             std::string("NOT_WAITING"));
}

void DeliveryServiceTest::actualTimesMoveWhatFollows() {
    House house;
    house.addVerified(reference());
    QVERIFY_RESULT(house.book("m", {"DP-02"}, at(36'000)));
    const auto before = house.state()->mission("m");
    // It leaves the base thirty seconds late.
    QVERIFY_RESULT(house.actual("m", 0, 0, EventKind::Departure, at(36'150)));
    const auto after = house.state()->mission("m");
    QCOMPARE(after->times.nodes[1].arrival, before->times.nodes[1].arrival + 30'000);
    QCOMPARE(after->times.nodes.back().departure, before->times.nodes.back().departure + 30'000);
    QCOMPARE(after->booking.end, before->booking.end + 30'000);
    QCOMPARE(after->planned.nodes[1].arrival, before->planned.nodes[1].arrival);
    QVERIFY(after->delay() == 30s);
    QCOMPARE(after->actuals.size(), 1U);
    // Later it is found to have been ten; the last report holds.
    QVERIFY_RESULT(house.actual("m", 0, 0, EventKind::Departure, at(36'130)));
    QVERIFY(of(house.state(), "m").delay() == 10s);
    QCOMPARE(codeOf(house.actual("m", 7, 0, EventKind::Arrival, at(36'130))), std::string("INVALID_ARGUMENT"));
    QCOMPARE(codeOf(house.retime("m", at(50'000))), std::string("MISSION_UNDER_WAY"));
}

void DeliveryServiceTest::aDelayIsFoundAndProposesStarts() {
    House house;
    bookReferenceMissions(house);
    QVERIFY(house.state()->conflicts.empty());
    QVERIFY_RESULT(house.advance("m1", MissionStep::Prepared));
    QVERIFY_RESULT(house.advance("m1", MissionStep::Flying));
    house.clock.set(at(36'240));
    QVERIFY_RESULT(house.actual("m1", 0, 0, EventKind::Departure, at(36'240))); // two minutes late
    const auto state = house.state();
    QVERIFY(!state->conflicts.empty());
    std::map<std::string, UtcMs> proposals;
    for (const auto& conflict : state->conflicts) {
        QVERIFY(conflict.mission != "m1");
        QVERIFY(!conflict.place.empty());
        QVERIFY(conflict.proposedStart.has_value());
        proposals.insert_or_assign(conflict.mission, *conflict.proposedStart);
    }
    // One alone may be in the way of another; all together they can be moved, and then all is well.
    const std::vector<std::pair<std::string, UtcMs>> moves(proposals.begin(), proposals.end());
    QVERIFY(moves.size() >= 2);
    const auto moveAll = [&](const auto& wanted) {
        return waitFor<void>([&](auto done) { house.service->retimeMissions(house.by, wanted, done); });
    };
    auto wrong = moves;
    wrong.back().second = at(36'000);
    QCOMPARE(codeOf(moveAll(wrong)), std::string("SLOT_TAKEN"));
    QVERIFY(of(house.state(), moves[0].first).start == of(state, moves[0].first).start); // all or nothing
    QVERIFY_RESULT(moveAll(moves));
    QVERIFY(house.state()->conflicts.empty());
    for (const auto& [mission, start] : moves)
        QVERIFY(of(house.state(), mission).start == start);
    QCOMPARE(codeOf(moveAll(std::vector{moves[0], moves[0]})), std::string("INVALID_ARGUMENT"));
}

// A mission that is overdue without an actual time holds what it is expected to hold: also against what is booked,
// moved or cancelled afterwards, none of which has actual times either.
void DeliveryServiceTest::whatIsOnlyExpectedIsCheckedToo() {
    House house;
    house.addVerified(reference());
    QVERIFY_RESULT(house.book("m1", {"DP-02", "DP-05"}, at(36'000)));
    QVERIFY_RESULT(house.book("far", {"DP-03"}, at(50'000)));
    const Mission m1 = of(house.state(), "m1");
    const std::vector<timing::ActualTime<std::int64_t>> overdue{
        {0, 3, EventKind::Departure, sinceEpoch_ms(at(36'531))}};
    const auto times = timesAt(m1.route, sinceEpoch_ms(m1.start), overdue); // two minutes later at DP-02
    QVERIFY_RESULT(times);
    house.service->expect("m1", *times);
    const auto conflictOf = [&](const std::string& id) {
        const auto state = house.state();
        const auto found = std::ranges::find(state->conflicts, id, &MissionConflict::mission);
        return found == state->conflicts.end() ? nullptr : std::make_shared<MissionConflict>(*found);
    };
    // The tables know nothing of the delay: m2 is booked where m1 will be.
    QVERIFY_RESULT(house.book("m2", {"DP-05", "DP-02"}, at(36'060)));
    QVERIFY(of(house.state(), "m1").delay() == 120s);
    QVERIFY(of(house.state(), "m2").start == at(36'262));
    QVERIFY(conflictOf("m2"));
    QCOMPARE(conflictOf("m2")->against, std::string("m1"));
    QVERIFY(conflictOf("m2")->proposedStart == at(36'382));
    // It stays while others change far away.
    QVERIFY_RESULT(house.retime("far", at(51'000)));
    QVERIFY(conflictOf("m2"));
    // Moved out of the way and back.
    QVERIFY_RESULT(house.retime("m2", at(40'000)));
    QVERIFY(house.state()->conflicts.empty());
    QVERIFY_RESULT(house.retime("m2", at(36'262)));
    QVERIFY(conflictOf("m2"));
    // As soon as m1 is expected in time again, all is well.
    house.service->expect("m1", m1.planned);
    QVERIFY_RESULT(house.assign("far", "HN-001")); // a change far away, answered after it
    QVERIFY(house.state()->conflicts.empty());
    QVERIFY_RESULT(house.cancel("m1"));
    QVERIFY(house.state()->conflicts.empty());
}

void DeliveryServiceTest::handOverForms() {
    House house;
    house.addVerified(reference());
    QVERIFY_RESULT(house.book("m", {"DP-02", "DP-05"}, at(36'000)));
    const auto mission = house.state()->mission("m");
    auto items = itemsOf(*mission, &house.state()->network("REF")->network);
    QCOMPARE(items.items.size(), 9U); // up, over, down, three times
    QVERIFY(items.home.place == house.state()->network("REF")->network.node("BP-01")->place);
    QCOMPARE(items.items[0].height_m, 80.0);
    QCOMPARE(items.items[0].hold_ms, 3'000);
    QCOMPARE(items.items[0].speed_mps.value_or(0), 4.0);
    QCOMPARE(items.items[1].speed_mps.value_or(0), 8.0);
    QCOMPARE(items.items[1].hold_ms, 5'000);
    QCOMPARE(items.items[2].height_m, 20.0);
    QCOMPARE(items.items[2].hold_ms, 60'000);

    const auto plan = house.handOver("m", HandOverForm::QgcPlan);
    QVERIFY_RESULT(plan);
    const auto read = formats::readQgcPlan(*plan).and_then(formats::missionItems);
    QVERIFY_RESULT(read);
    const auto text = house.handOver("m", HandOverForm::MavlinkItems);
    QVERIFY_RESULT(text);
    QVERIFY(text->starts_with("QGC WPL 110"));
    const auto again = formats::readWaypointText(*text).and_then(formats::missionItems);
    QVERIFY_RESULT(again);
    items.name = read->name;
    QVERIFY(*read == items);
    items.name = again->name;
    QVERIFY(*again == items);

    const auto message = house.handOver("m", HandOverForm::Json);
    QVERIFY_RESULT(message);
    auto object = json::Object::parse(*message);
    QVERIFY_RESULT(object);
    QCOMPARE(object->string("mission_id").value_or(""), std::string("m"));
    QCOMPARE(object->string("start").value_or(""), std::string("2026-11-21T10:00:00.000Z"));
    QCOMPARE(object->objects("items")->size(), 9U);
    QCOMPARE(std::ranges::count(house.types(), "delivery.mission_handed_over"), 3);
    QCOMPARE(codeOf(house.handOver("n", HandOverForm::Json)), std::string("NO_SUCH_MISSION"));
}

void DeliveryServiceTest::scopesAreAskedFor() {
    House house;
    house.addVerified(reference());
    QVERIFY_RESULT(house.book("m", {"DP-02"}, at(36'000)));
    const std::size_t entries = house.types("").size();
    house.by = someone({});
    const std::vector<std::string> codes{
        codeOf(house.save(reference(), 1)),
        codeOf(house.verify("REF", "BP-01", "DP-01")),
        codeOf(house.order({.network = "REF", .stop = {.node = "DP-02"}})),
        codeOf(house.dispatch("REF")),
        codeOf(house.book("n", {"DP-02"}, at(40'000))),
        codeOf(house.retime("m", at(40'000))),
        codeOf(house.assign("m", "HN-001")),
        codeOf(house.cancel("m")),
        codeOf(house.advance("m", MissionStep::Prepared)),
        codeOf(house.actual("m", 0, 0, EventKind::Departure, at(36'150))),
        codeOf(house.slots({.network = "REF"})),
        codeOf(house.handOver("m", HandOverForm::Json)),
    };
    for (const std::string& code : codes)
        QCOMPARE(code, std::string("FORBIDDEN"));
    QCOMPARE(house.refusals.size(), codes.size());
    QCOMPARE(house.refusals.front(), std::string("network.write"));
    QCOMPARE(house.types("").size(), entries);
    QCOMPARE(of(house.state(), "m").steps.front().by, std::string("system"));
}

void DeliveryServiceTest::refusals_data() {
    QTest::addColumn<QString>("network");
    QTest::addColumn<QStringList>("stops");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* network, const QStringList& stops, const char* id,
                        const char* code) {
        QTest::newRow(name) << QString::fromLatin1(network) << stops << QString::fromLatin1(id)
                            << QString::fromLatin1(code);
    };
    const QStringList one{QStringLiteral("DP-02")};
    row("no network", "nowhere", one, "", "NO_SUCH_NETWORK");
    row("no stops", "REF", {}, "", "NO_STOPS");
    row("a stop twice", "REF", {one[0], one[0]}, "", "REPEATED_NODE");
    row("no link", "REF", {QStringLiteral("DP-01"), QStringLiteral("DP-04")}, "", "NO_LINK");
    row("no such stop", "REF", {QStringLiteral("DP-99")}, "", "UNKNOWN_NODE");
    row("name taken", "REF", one, "m1", "SAME_ID");
    row("bad name", "REF", one, "m 1", "BAD_ID");
}

void DeliveryServiceTest::refusals() {
    QFETCH(QString, network);
    QFETCH(QStringList, stops);
    QFETCH(QString, id);
    QFETCH(QString, code);
    House house;
    house.addVerified(reference());
    QVERIFY_RESULT(house.book("m1", {"DP-02"}, at(36'000)));
    const auto types = house.types();
    std::vector<std::string> nodes;
    for (const QString& stop : stops)
        nodes.push_back(stop.toStdString());
    QCOMPARE(codeOf(house.book(id.toStdString(), nodes, at(50'000), network.toStdString())), code.toStdString());
    QCOMPARE(house.types(), types);
    QCOMPARE(codeOf(house.order({.id = "a b", .network = "REF", .stop = {.node = "DP-02"}})), std::string("BAD_ID"));
    QCOMPARE(codeOf(house.retime("none", at(0))), std::string("NO_SUCH_MISSION"));
    QCOMPARE(codeOf(house.assign("none", "HN-001")), std::string("NO_SUCH_MISSION"));
    QCOMPARE(codeOf(house.cancel("none")), std::string("NO_SUCH_MISSION"));
    QCOMPARE(codeOf(house.dispatch("none")), std::string("NO_SUCH_NETWORK"));
    QCOMPARE(house.types(), types);
}

void DeliveryServiceTest::restartKeepsEverything() {
    House house;
    bookReferenceMissions(house);
    QVERIFY_RESULT(house.order({.network = "REF", .stop = {.node = "DP-02"}, .payload_kg = 0.3}));
    QVERIFY_RESULT(house.cancel("m4"));
    QVERIFY_RESULT(house.retime("m3", at(40'000)));
    QVERIFY_RESULT(house.assign("m2", "HN-002"));
    QVERIFY_RESULT(house.advance("m1", MissionStep::Prepared));
    QVERIFY_RESULT(house.actual("m1", 0, 0, EventKind::Departure, at(36'240)));
    const auto before = house.state();
    house.restart();
    const auto after = house.state();
    QCOMPARE(after->networks, before->networks);
    QCOMPARE(after->orders, before->orders);
    QCOMPARE(after->conflicts, before->conflicts);
    QCOMPARE(after->missions.size(), before->missions.size());
    for (std::size_t i = 0; i < after->missions.size(); ++i) {
        const Mission& was = *before->missions[i];
        const Mission& is = *after->missions[i];
        QCOMPARE(is.id, was.id);
        QVERIFY(is.start == was.start);
        QCOMPARE(is.drone, was.drone);
        QCOMPARE(is.revision, was.revision);
        QCOMPARE(is.steps, was.steps);
        QCOMPARE(is.booking.usages, was.booking.usages);
        QCOMPARE(is.booking.end, was.booking.end);
        QCOMPARE(is.route.request, was.route.request);
        QCOMPARE(is.route.legs, was.route.legs);
        QCOMPARE(is.times.nodes.back().departure, was.times.nodes.back().departure);
    }
    QVERIFY_RESULT(house.book("m5", {"DP-02"}, at(36'000)));
}

void DeliveryServiceTest::stateIsSharedAndInOrder() {
    House house;
    bookReferenceMissions(house);
    const auto before = house.state();
    QVERIFY_RESULT(house.book("early", {"DP-03"}, at(10'000)));
    const auto after = house.state();
    QVERIFY(after->number > before->number);
    QVERIFY(after->mission("m1") == before->mission("m1")); // the very same object
    QCOMPARE(after->missions.front()->id, std::string("early"));
    QVERIFY(std::ranges::is_sorted(after->missions, {}, [](const MissionPtr& mission) { return mission->start; }));
    // What is over for long leaves the state, not the log.
    for (const char* id : {"early", "m2"})
        QVERIFY_RESULT(house.cancel(id));
    house.clock.advance(std::chrono::days(8));
    QVERIFY_RESULT(house.order({.network = "REF", .stop = {.node = "DP-02"}}));
    QVERIFY(!house.state()->mission("early"));
    QVERIFY(house.state()->mission("m1")); // not over
}

void DeliveryServiceTest::subscribersEnd() {
    House house;
    std::atomic<int> told = 0;
    std::atomic<std::uint64_t> number = 0;
    auto subscription = house.service->subscribe([&](const DeliveryStatePtr& state) {
        ++told;
        number = state->number;
    });
    QVERIFY_RESULT(house.save(reference()));
    QVERIFY(told >= 1);
    QCOMPARE(number.load(), house.state()->number);
    subscription.reset();
    const int before = told;
    QVERIFY_RESULT(house.save(reference(), 1));
    QCOMPARE(told.load(), before);
}

void DeliveryServiceTest::automaticDispatch() {
    House house({.automaticDispatch = true});
    Network network = reference();
    house.addVerified(network);
    network.id = "AUTO";
    network.batchWindow_ms = 60'000;
    network.batchStops = 2;
    house.addVerified(network);
    QVERIFY_RESULT(house.order({.id = "by-hand", .network = "REF", .stop = {.node = "DP-02"}}));
    QVERIFY_RESULT(house.order({.id = "by-itself", .network = "AUTO", .stop = {.node = "DP-02"}}));
    QTest::qWait(1'500); // the service looks once a second
    QVERIFY(orderOf(house.state(), "by-itself")->state == OrderState::Waiting);
    house.clock.advance(60s);
    QVERIFY(QTest::qWaitFor([&] { return orderOf(house.state(), "by-itself")->state == OrderState::Booked; }, 5'000));
    QVERIFY(orderOf(house.state(), "by-hand")->state == OrderState::Waiting);
    QCOMPARE(house.state()->missions.size(), 1U);
    QCOMPARE(house.state()->missions.front()->steps.front().by, std::string("system"));
}

QTEST_GUILESS_MAIN(DeliveryServiceTest)
#include "delivery_service_test.moc"
