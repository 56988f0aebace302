#include "tests/core/delivery/delivery_examples.h"
#include "tests/support/result_macros.h"

#include "core/delivery/link_flight.h"
#include "core/route/curve.h"

#include <QtTest>

#include <functional>
#include <numeric>

using namespace haneul;
using namespace haneul::delivery;
using examples::request;
using timing::PlaceKind;

namespace {

constexpr DurationMs second = 1000;
constexpr DurationMs minute = 60 * second;

using Change = std::function<void(Network&, MissionRequest&)>;
using Instants = std::vector<std::pair<std::int64_t, std::int64_t>>;

// A base and one delivery point `distance_m` apart on a meridian, 60 m columns, nothing measured.
Network oneLink(double distance_m) {
    Network network{.id = "one", .base = "B"};
    network.nodes = {examples::node("B", NodeKind::Base, 0, 0), examples::node("D", NodeKind::Delivery, 0, 0)};
    network.nodes[1].place.latitude_deg += distance_m / route::earthRadius_m * 180 / M_PI;
    network.links = {examples::link("B", "D", {}, TrackKind::Single)};
    return network;
}

std::string codeOf(const Network& network, const MissionRequest& wanted) {
    const auto mission = missionRoute(network, wanted);
    return mission ? std::string() : mission.error().code + " " + mission.error().where;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class DeliveryMissionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theReferenceMissionsToTheDigit();      // R-SLT-07 R-RTE-08 R-RTE-14
    void theSchedulersNetworkHasTheSameTimes(); // R-RTE-09 R-RTE-16
    void g1ToTheDigit();                        // R-RTE-01 R-RTE-11 R-RTE-12 R-SLT-02
    void g1FromItsRows();                       // R-RTE-02 R-RTE-03 R-RTE-09 R-RTE-11 R-RTE-12 R-SLT-02
    void timesFromTheHeights();                 // R-RTE-04 R-RTE-05 R-RTE-07 R-RTE-08
    void speedsOfTheTypeAndOfTheLink();         // R-RTE-07
    void staysAreEditedPerNodeAndPerStop();     // R-RTE-14
    void waypointsAreStopsOrFlownThrough();
    void theWayBackIsTheWayThere();
    void aMeasuredTimeIsSpreadOverTheWaypoints();
    void aStraightCurveIsTheStraightLink();   // R-RTE-22
    void aCurvedLinkIsLongerAndTurnsInTime(); // R-RTE-22
    void dropDeliveryDoesNotLand();           // R-RTE-20
    void twoDropsInARow();                    // R-RTE-20
    void fromOneBaseToAnother();              // R-RTE-23
    void whatCannotBeFlown_data();            // R-RTE-01 R-RTE-15 R-RTE-18
    void whatCannotBeFlown();
    void limitsCountExactly();                      // R-RTE-18
    void unknownAreLeftOutAndUnverifiedAreMarked(); // R-RTE-15
    void declaredCrossingsCountFromTheirOwnEnds();
};

void DeliveryMissionTest::theReferenceMissionsToTheDigit() {
    const Network network = examples::reference();
    const auto schedule = scheduleNetwork(network);
    QVERIFY_RESULT(schedule);

    struct Expected {
        MissionRequest request;
        DurationMs ordered, start, end;
        Instants stops;
    };

    const std::vector<Expected> expected{
        {request("m1", {"DP-02", "DP-05"}), 36000, 36000, 36973, {{36351, 36411}, {36562, 36622}}},
        {request("m2", {"DP-05", "DP-02"}), 36060, 36262, 37235, {{36673, 36733}, {36884, 36944}}},
        {request("m3", {"DP-01"}), 36120, 36482, 37064, {{36773, 36833}}},
        {request("m4", {"DP-03", "DP-04"}), 36120, 36622, 37515, {{36943, 37003}, {37134, 37194}}}};
    std::vector<Booking> booked;
    for (const Expected& one : expected) {
        const auto mission = missionRoute(network, one.request);
        QVERIFY_RESULT(mission);
        const auto relative = bookingOf(*mission, *timesAt(*mission, 0));
        QVERIFY_RESULT(relative);
        const auto start = schedule::earliestStart(
            schedule::forbiddenStarts(*schedule, *relative, std::span<const Booking>(booked)), one.ordered * second);
        QCOMPARE(start, one.start * second);
        const auto times = timesAt(*mission, start);
        QVERIFY_RESULT(times);
        QCOMPARE(times->nodes.back().departure, one.end * second);
        QCOMPARE(mission->total_ms(), (one.end - one.start) * second);
        for (std::size_t s = 0; s < one.stops.size(); ++s) {
            QCOMPARE(times->nodes[s + 1].arrival, one.stops[s].first * second);
            QCOMPARE(times->nodes[s + 1].departure, one.stops[s].second * second);
        }
        booked.push_back(*bookingOf(*mission, *times));
        QCOMPARE(booked.back().id, one.request.id);
    }
}

void DeliveryMissionTest::theSchedulersNetworkHasTheSameTimes() {
    Network network = examples::reference();
    network.nodes[3].buffer_ms = 7 * second;
    network.nodes[4].capacity = 2;
    network.fleet = Fleet{3, 30 * second};
    for (const bool measured : {true, false}) {
        if (!measured) {
            for (Node& node : network.nodes)
                node.takeOff_ms = node.landing_ms = std::nullopt;
            for (Link& link : network.links)
                link.flight_ms.reset();
        }
        const auto schedule = scheduleNetwork(network);
        QVERIFY_RESULT(schedule);
        const auto rows = schedule::missionDurations(*schedule, {"DP-03", "DP-04"});
        QVERIFY_RESULT(rows);
        const auto mission = missionRoute(network, request("m", {"DP-03", "DP-04"}));
        QVERIFY_RESULT(mission);
        QCOMPARE(mission->durations.stays, rows->stays);
        QCOMPARE(mission->durations.flights, rows->flights);
        QCOMPARE(schedule->links[0].track, schedule::Track::Double);
        QCOMPARE(schedule->links[1].track, schedule::Track::Single);
        QCOMPARE(schedule->bufferOf("DP-03"), 7 * second);
        QCOMPARE(schedule->bufferOf("DP-04"), 0);
        QCOMPARE(schedule->nodes.at("DP-04").capacity, 2);
        QCOMPARE(schedule->fleet->size, std::size_t{3});
        QCOMPARE(schedule->fleet->turnaround, 30 * second);
        QCOMPARE(schedule->headway, 60 * second);
    }
}

void DeliveryMissionTest::g1ToTheDigit() {
    const auto mission = missionRoute(examples::g1(), request("g1", {"DP-02", "DP-05"}));
    QVERIFY_RESULT(mission);
    QCOMPARE(mission->nodes, (std::vector<std::string>{"BP-01", "DP-02", "DP-05", "BP-01"}));
    constexpr std::int64_t ten = 600 * minute;
    const auto times = timesAt(*mission, ten);
    QVERIFY_RESULT(times);
    const Instants nodes{{0, 4}, {19, 22}, {32, 35}, {45, 49}};
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        QCOMPARE(times->nodes[i].arrival, ten + nodes[i].first * minute);
        QCOMPARE(times->nodes[i].departure, ten + nodes[i].second * minute);
    }
    const std::vector<DurationMs> flights{15, 10, 10};
    for (std::size_t i = 0; i < flights.size(); ++i)
        QCOMPARE(times->legs[i].flightTime(), flights[i] * minute);
    const auto booking = bookingOf(*mission, *times);
    QVERIFY_RESULT(booking);
    const auto usage = [&](PlaceKind kind, const char* from, const char* to, DurationMs begin, DurationMs end) {
        return timing::Usage<std::int64_t>{kind, from, to, ten + begin * minute, ten + end * minute};
    };
    using enum PlaceKind;
    QCOMPARE(booking->usages, (std::vector{usage(Node, "BP-01", "", 0, 7), usage(Link, "BP-01", "DP-02", 7, 15),
                                           usage(Node, "DP-02", "", 15, 24), usage(Link, "DP-02", "DP-05", 24, 28),
                                           usage(Node, "DP-05", "", 28, 37), usage(Link, "DP-05", "BP-01", 37, 43),
                                           usage(Node, "BP-01", "", 43, 49)}));
    QCOMPARE(booking->begin, ten);
    QCOMPARE(booking->end, ten + 49 * minute);
}

// The same with all the waypoints and stays of the paper: what a mission can hold is more than what a network makes.
void DeliveryMissionTest::g1FromItsRows() {
    const Network network = examples::g1();
    MissionRoute mission{.request = request("g1", {"DP-02", "DP-05"}), .nodes = {"BP-01", "DP-02", "DP-05", "BP-01"}};
    const std::vector<std::size_t> sizes{5, 5, 4};
    for (std::size_t k = 0; k < 3; ++k) {
        const auto p = network.node(mission.nodes[k])->place;
        const auto q = network.node(mission.nodes[k + 1])->place;
        Leg leg{.from = mission.nodes[k], .to = mission.nodes[k + 1], .waypoints = {{p, 20}, {p, 80}, {q, 80}}};
        if (sizes[k] == 5) leg.waypoints.push_back({q, 40});
        leg.waypoints.push_back({q, 20});
        leg.parts = *route::split(leg.waypoints, p, q);
        mission.legs.push_back(leg);
    }
    mission.durations.stays = {{4, 1, 1, 1, 3}, {3, 0, 1, 1, 3}, {3, 0, 0, 4}};
    mission.durations.flights = {{2, 8, 1, 1}, {2, 4, 1, 1}, {2, 6, 2}};
    const auto times = timesAt(mission, 0);
    QVERIFY_RESULT(times);
    QCOMPARE(mission.total_ms(), 49);
    QCOMPARE(times->legs[0].arrivals, (std::vector<std::int64_t>{0, 6, 15, 17, 19}));
    QCOMPARE(times->legs[0].departures, (std::vector<std::int64_t>{4, 7, 16, 18, 22}));
    QCOMPARE(times->legs[1].arrivals, (std::vector<std::int64_t>{19, 24, 28, 30, 32}));
    QCOMPARE(times->legs[2].arrivals, (std::vector<std::int64_t>{32, 37, 43, 45}));
    QCOMPARE(timing::partTimes(times->legs[0], mission.legs[0].parts), (timing::PartTimes<std::int64_t>{3, 9, 3}));
    QCOMPARE(timing::partTimes(times->legs[2], mission.legs[2].parts), (timing::PartTimes<std::int64_t>{2, 6, 2}));
    const auto booking = bookingOf(mission, *times);
    QVERIFY_RESULT(booking);
    std::vector<std::int64_t> bounds;
    for (const auto& usage : booking->usages)
        bounds.push_back(usage.begin);
    QCOMPARE(bounds, (std::vector<std::int64_t>{0, 7, 15, 24, 28, 37, 43}));
    // An actual time moves what follows.
    const std::vector<timing::ActualTime<std::int64_t>> late{{0, 2, timing::EventKind::Arrival, 20}};
    QCOMPARE(timesAt(mission, 0, late)->nodes.back().departure, 54);
}

void DeliveryMissionTest::timesFromTheHeights() {
    const Network network = oneLink(800);
    const auto mission = missionRoute(network, request("m", {"D"}));
    QVERIFY_RESULT(mission);
    // Table 1: 60 m up take 17 s; landing 60 / 2.5 + 2.5 / 2 = 25.25 s; flight 800 / 8 + 8 / 2 = 104 s.
    QCOMPARE(mission->durations.flights[0], (std::vector<DurationMs>{17'000, 104'000, 25'250}));
    QCOMPARE(mission->durations.flights[1], (std::vector<DurationMs>{17'000, 104'000, 25'250}));
    QCOMPARE(mission->durations.stays[0], (std::vector<DurationMs>{120'000, 3'000, 5'000, 60'000}));
    QCOMPARE(mission->durations.stays[1], (std::vector<DurationMs>{60'000, 3'000, 5'000, 60'000}));
    const Leg& leg = mission->legs[0];
    QCOMPARE(leg.parts, (route::SegmentSplit{{0, 1}, {1, 2}, {2, 3}}));
    QCOMPARE(leg.distances.takeOff_m, 60.0);
    QCOMPARE(leg.distances.landing_m, 60.0);
    QVERIFY(std::abs(leg.distances.flight_m - 800) < 1e-6);
    QVERIFY(std::abs(mission->distance_m - 2 * 920) < 1e-6);
    const auto times = timesAt(*mission, 0);
    QCOMPARE(timing::partTimes(times->legs[0], leg.parts).takeOff, 20'000); // with the hover at the top
    QCOMPARE(mission->flight_ms, 2 * (17'000 + 3'000 + 104'000 + 5'000 + 25'250));
    QCOMPARE(mission->total_ms(), mission->flight_ms + 120'000 + 60'000 + 60'000);
}

void DeliveryMissionTest::speedsOfTheTypeAndOfTheLink() {
    Network network = oneLink(800);
    network.droneTypes.push_back({.id = "fast",
                                  .takeOff_mps = 5,
                                  .flight_mps = 16,
                                  .landing_mps = 3,
                                  .acceleration_mps2 = 4,
                                  .deceleration_mps2 = 2});
    MissionRequest wanted = request("m", {"D"});
    wanted.droneType = "fast";
    // 60 m at 5 m/s: 12 + 5/8 + 5/4 = 13.875; flight 800/16 + 16/8 + 16/4 = 56; landing 20 + 3/8 + 3/4 = 21.125.
    QCOMPARE(missionRoute(network, wanted)->durations.flights[0], (std::vector<DurationMs>{13'875, 56'000, 21'125}));
    network.links[0].speed_mps = 4; // 200 + 4/8 + 4/4
    QCOMPARE(missionRoute(network, wanted)->durations.flights[0][1], 201'500);
    network.links[0].speed_mps = 40; // a link makes nobody faster
    QCOMPARE(missionRoute(network, wanted)->durations.flights[0][1], 56'000);
    // 0.4375 ms are rounded down and 0.5 ms up, once.
    QCOMPARE(rounded_ms(0.0004375), 0);
    QCOMPARE(rounded_ms(0.0005), 1);
    QCOMPARE(rounded_ms(1.2345), 1235);
}

void DeliveryMissionTest::staysAreEditedPerNodeAndPerStop() {
    Network network = oneLink(800);
    network.nodes[0].load_ms = 150'000;
    network.nodes[0].unload_ms = 30'000;
    network.nodes[1].serve_ms = 45'000;
    MissionRequest wanted = request("m", {"D"});
    const auto mission = missionRoute(network, wanted);
    QCOMPARE(mission->durations.stays[0].front(), 150'000);
    QCOMPARE(mission->durations.stays[0].back(), 45'000);
    QCOMPARE(mission->durations.stays[1].back(), 30'000);
    wanted.stops[0].stay_ms = 90'000;
    QCOMPARE(missionRoute(network, wanted)->durations.stays[0].back(), 90'000);
    QCOMPARE(missionRoute(network, wanted)->total_ms(), mission->total_ms() + 45'000);
}

void DeliveryMissionTest::waypointsAreStopsOrFlownThrough() {
    Network network = oneLink(800);
    const auto between = [&](double share) {
        auto place = network.nodes[0].place;
        place.latitude_deg += share * (network.nodes[1].place.latitude_deg - place.latitude_deg);
        return route::Waypoint{place, 80};
    };
    network.links[0].via = {between(0.25), between(0.5)};
    const auto stopping = missionRoute(network, request("m", {"D"}));
    QVERIFY_RESULT(stopping);
    QCOMPARE(stopping->durations.flights[0], (std::vector<DurationMs>{17'000, 29'000, 29'000, 54'000, 25'250}));
    QCOMPARE(stopping->durations.stays[0], (std::vector<DurationMs>{120'000, 3'000, 0, 0, 5'000, 60'000}));
    QCOMPARE(stopping->legs[0].waypoints.size(), std::size_t{6});
    QCOMPARE(stopping->legs[0].parts, (route::SegmentSplit{{0, 1}, {1, 4}, {4, 5}}));
    network.links[0].corner = Corner::FlyThrough;
    const auto through = missionRoute(network, request("m", {"D"}));
    QCOMPARE(through->durations.flights[0], (std::vector<DurationMs>{17'000, 27'000, 25'000, 52'000, 25'250}));
}

void DeliveryMissionTest::theWayBackIsTheWayThere() {
    Network network = oneLink(800);
    network.links[0].via = {{examples::placed(100, 100), 120}, {examples::placed(-50, 500), 90}};
    const auto mission = missionRoute(network, request("m", {"D"}));
    QVERIFY_RESULT(mission);
    auto back = mission->legs[1].waypoints;
    std::ranges::reverse(back);
    QCOMPARE(back, mission->legs[0].waypoints);
    auto flights = mission->durations.flights[1];
    QCOMPARE(flights[1], mission->durations.flights[0][3]);
    QCOMPARE(flights[3], mission->durations.flights[0][1]);
    QCOMPARE(mission->legs[0].distances.flight_m, mission->legs[1].distances.flight_m);
}

void DeliveryMissionTest::aMeasuredTimeIsSpreadOverTheWaypoints() {
    Network network = oneLink(800);
    for (const DurationMs measured : {150'000, 99'999, 1, 7}) {
        network.links[0].via = {{examples::placed(100, 100), 120}, {examples::placed(-50, 300), 90}};
        network.links[0].flight_ms.reset();
        const auto computed = missionRoute(network, request("m", {"D"}))->durations.flights[0];
        network.links[0].flight_ms = measured;
        const auto spread = missionRoute(network, request("m", {"D"}))->durations.flights[0];
        QCOMPARE(std::accumulate(spread.begin() + 1, spread.end() - 1, DurationMs{0}), measured);
        const auto whole = std::accumulate(computed.begin() + 1, computed.end() - 1, 0.0);
        for (std::size_t i = 1; i + 1 < spread.size(); ++i)
            QVERIFY(std::abs(static_cast<double>(spread[i]) - static_cast<double>(computed[i] * measured) / whole) <=
                    2);
    }
}

void DeliveryMissionTest::aStraightCurveIsTheStraightLink() {
    for (const Corner corner : {Corner::Stop, Corner::FlyThrough}) {
        Network network = oneLink(1234.5);
        network.links[0].corner = corner;
        for (const double share : {0.1, 0.15, 0.7}) {
            auto place = network.nodes[0].place;
            place.latitude_deg += share * (network.nodes[1].place.latitude_deg - place.latitude_deg);
            network.links[0].via.push_back({place, 80});
        }
        const auto straight = missionRoute(network, request("m", {"D"}));
        QVERIFY_RESULT(straight);
        network.links[0].shape = LinkShape::Curve;
        const auto curved = missionRoute(network, request("m", {"D"}));
        QVERIFY_RESULT(curved);
        QCOMPARE(curved->durations.flights, straight->durations.flights);
        QVERIFY(curved->distance_m == straight->distance_m);
        QCOMPARE(curved->legs, straight->legs);
    }
}

void DeliveryMissionTest::aCurvedLinkIsLongerAndTurnsInTime() {
    Network network = oneLink(800);
    network.links[0].via = {{examples::placed(150, 400), 80}};
    network.links[0].corner = Corner::FlyThrough;
    const auto straight = missionRoute(network, request("m", {"D"}));
    QVERIFY_RESULT(straight);
    network.links[0].shape = LinkShape::Curve;
    const auto curved = missionRoute(network, request("m", {"D"}));
    QVERIFY_RESULT(curved);
    QVERIFY(curved->legs[0].distances.flight_m > straight->legs[0].distances.flight_m);
    const auto curve = route::Curve::through(
        std::vector<route::Waypoint>(curved->legs[0].waypoints.begin() + 1, curved->legs[0].waypoints.end() - 1));
    QCOMPARE(curved->legs[0].distances.flight_m, curve->length_m());
    network.droneTypes[0].turnRate_dps = 0.5;
    const auto careful = missionRoute(network, request("m", {"D"}));
    QVERIFY_RESULT(careful);
    QVERIFY(careful->flight_ms > curved->flight_ms);
    QCOMPARE(careful->distance_m, curved->distance_m);
}

void DeliveryMissionTest::dropDeliveryDoesNotLand() {
    const Network network = examples::reference();
    MissionRequest wanted = request("m", {"DP-02", "DP-05"});
    wanted.stops[0].handOver = HandOver::Drop;
    const auto mission = missionRoute(network, wanted);
    QVERIFY_RESULT(mission);
    QCOMPARE(mission->durations.stays[0], (std::vector<DurationMs>{120'000, 3'000, 20'000}));
    QCOMPARE(mission->durations.flights[0], (std::vector<DurationMs>{17'000, 180'000}));
    QCOMPARE(mission->durations.stays[1], (std::vector<DurationMs>{20'000, 5'000, 60'000}));
    QCOMPARE(mission->durations.flights[1], (std::vector<DurationMs>{100'000, 26'000}));
    QCOMPARE(mission->legs[0].parts, (route::SegmentSplit{{0, 1}, {1, 2}, {2, 2}}));
    QCOMPARE(mission->legs[1].parts, (route::SegmentSplit{{0, 0}, {0, 1}, {1, 2}}));
    QCOMPARE(mission->legs[0].distances.landing_m, 0.0);
    QCOMPARE(mission->legs[1].distances.takeOff_m, 0.0);
    const auto times = timesAt(*mission, 0);
    QVERIFY_RESULT(times);
    const auto booking = bookingOf(*mission, *times);
    QVERIFY_RESULT(booking);
    // The column is held for the drop only; with a landing it would be 5 + 26 + 60 + 17 + 3 s.
    QCOMPARE(booking->usages[2], (timing::Usage<std::int64_t>{PlaceKind::Node, "DP-02", "", 320'000, 340'000}));
    const auto landing = missionRoute(network, request("m", {"DP-02", "DP-05"}));
    QCOMPARE(landing->total_ms() - mission->total_ms(), (5 + 26 + 60 + 17 + 3 - 20) * second);
    QCOMPARE(timing::partTimes(times->legs[0], mission->legs[0].parts),
             (timing::PartTimes<std::int64_t>{20'000, 180'000, 0}));
    QCOMPARE(timing::partTimes(times->legs[1], mission->legs[1].parts),
             (timing::PartTimes<std::int64_t>{0, 105'000, 26'000}));
    // The drop is in the air, the hand-over at DP-05 is not.
    QCOMPARE(mission->flight_ms, mission->total_ms() - (120 + 60 + 60) * second);
}

void DeliveryMissionTest::twoDropsInARow() {
    MissionRequest wanted = request("m", {"DP-02", "DP-05"});
    for (Stop& stop : wanted.stops)
        stop.handOver = HandOver::Drop;
    wanted.stops[1].stay_ms = 11'000;
    const auto mission = missionRoute(examples::reference(), wanted);
    QVERIFY_RESULT(mission);
    QCOMPARE(mission->legs[1].waypoints.size(), std::size_t{2});
    QCOMPARE(mission->legs[1].parts, (route::SegmentSplit{{0, 0}, {0, 1}, {1, 1}}));
    const auto times = timesAt(*mission, 0);
    const auto booking = bookingOf(*mission, *times);
    QVERIFY_RESULT(booking);
    std::vector<std::int64_t> bounds;
    for (const auto& usage : booking->usages)
        bounds.push_back(usage.begin / second);
    QCOMPARE(bounds, (std::vector<std::int64_t>{0, 140, 320, 340, 440, 451, 691}));
    QCOMPARE(booking->end, (691 + 5 + 26 + 60) * second);
    QCOMPARE(mission->flight_ms, mission->total_ms() - 180 * second);
}

void DeliveryMissionTest::fromOneBaseToAnother() {
    Network network = examples::reference();
    network.nodes.push_back(examples::node("BP-02", NodeKind::Base, 1500, -900));
    network.nodes.back().unload_ms = 40'000;
    network.links.push_back(examples::link("DP-02", "BP-02", 70'000, TrackKind::Single));
    MissionRequest wanted = request("m", {"DP-02"});
    wanted.to = "BP-02";
    const auto there = missionRoute(network, wanted);
    QVERIFY_RESULT(there);
    QCOMPARE(there->nodes, (std::vector<std::string>{"BP-01", "DP-02", "BP-02"}));
    QCOMPARE(there->durations.stays[0].front(), 120'000);
    QCOMPARE(there->durations.stays[1].back(), 40'000);
    wanted.from = "BP-02";
    wanted.to = "BP-01";
    QCOMPARE(missionRoute(network, wanted)->nodes, (std::vector<std::string>{"BP-02", "DP-02", "BP-01"}));
    wanted.to.clear(); // back to where it came from
    QCOMPARE(missionRoute(network, wanted)->nodes, (std::vector<std::string>{"BP-02", "DP-02", "BP-02"}));
    QVERIFY_RESULT(scheduleNetwork(network));
}

void DeliveryMissionTest::whatCannotBeFlown_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, Change change, const char* expected) {
        QTest::newRow(name) << change << QString::fromUtf8(expected);
    };
    row("no stops", [](Network&, MissionRequest& r) { r.stops.clear(); }, "NO_STOPS stops");
    row("stop twice", [](Network&, MissionRequest& r) { r.stops[1] = r.stops[0]; }, "REPEATED_NODE DP-02");
    row("stop at the base", [](Network&, MissionRequest& r) { r.stops[1].node = "BP-01"; }, "REPEATED_NODE BP-01");
    row("unknown stop", [](Network&, MissionRequest& r) { r.stops[1].node = "DP-09"; }, "UNKNOWN_NODE DP-09");
    row("unknown base", [](Network&, MissionRequest& r) { r.from = "BP-09"; }, "UNKNOWN_NODE BP-09");
    row("from a delivery point", [](Network&, MissionRequest& r) { r.from = "DP-01"; }, "NOT_A_BASE DP-01");
    row("to a delivery point", [](Network&, MissionRequest& r) { r.to = "DP-01"; }, "NOT_A_BASE DP-01");
    row(
        "from a moving base",
        [](Network& n, MissionRequest& r) {
            n.movingBases = {{"T", {{"BP-01", utcMs(0), utcMs(1)}}}};
            r.from = "T";
        },
        "NOT_A_BASE T");
    row("no link", [](Network&, MissionRequest& r) { r.stops[1].node = "DP-03"; }, "NO_LINK DP-02>DP-03");
    row(
        "link not verified", [](Network& n, MissionRequest&) { n.links[6].verification.reset(); },
        "LINK_NOT_VERIFIED DP-02>DP-05");
    row("ground unknown", [](Network& n, MissionRequest&) { n.nodes[5].ground_m.reset(); }, "GROUND_UNKNOWN DP-05");
    row("drone type", [](Network&, MissionRequest& r) { r.droneType = "blimp"; }, "UNKNOWN_DRONE_TYPE blimp");
    row("payload", [](Network&, MissionRequest& r) { r.payload_kg = 5.001; }, "PAYLOAD_TOO_HEAVY multirotor");
    row("negative payload", [](Network&, MissionRequest& r) { r.payload_kg = -1; }, "INVALID_ARGUMENT payload_kg");
    row("negative stay", [](Network&, MissionRequest& r) { r.stops[0].stay_ms = -1; }, "INVALID_ARGUMENT DP-02");
    row("range", [](Network& n, MissionRequest&) { n.droneTypes[0].range_m = 3000; }, "RANGE_EXCEEDED multirotor");
    row(
        "endurance", [](Network& n, MissionRequest&) { n.droneTypes[0].endurance_ms = 10 * minute; },
        "ENDURANCE_EXCEEDED multirotor");
}

void DeliveryMissionTest::whatCannotBeFlown() {
    QFETCH(const Change, change);
    QFETCH(const QString, expected);
    Network network = examples::reference();
    MissionRequest wanted = request("m", {"DP-02", "DP-05"});
    QCOMPARE(codeOf(network, wanted), std::string());
    change(network, wanted);
    QCOMPARE(QString::fromStdString(codeOf(network, wanted)), expected);
}

void DeliveryMissionTest::limitsCountExactly() {
    Network network = examples::reference();
    MissionRequest wanted = request("m", {"DP-02", "DP-05"});
    const auto mission = missionRoute(network, wanted);
    DroneType& type = network.droneTypes[0];
    // From take-off to the last landing: all but loading and unloading.
    type.endurance_ms = mission->total_ms() - 180 * second;
    type.range_m = mission->distance_m;
    wanted.payload_kg = type.maxPayload_kg;
    QVERIFY_RESULT(missionRoute(network, wanted));
    --type.endurance_ms;
    QCOMPARE(
        missionRoute(network, wanted).error().message,
        std::string("the mission takes 13.22 min from take-off to the last landing and one charge lasts 13.22 min"));
    wanted.stops[0].stay_ms = 0; // waiting less on the ground makes it possible
    QVERIFY_RESULT(missionRoute(network, wanted));
    type.range_m -= 1;
    const auto tooFar = missionRoute(network, wanted);
    QVERIFY(!tooFar);
    QVERIFY(tooFar.error().message.contains("km long"));
}

void DeliveryMissionTest::unknownAreLeftOutAndUnverifiedAreMarked() {
    Network network = examples::reference();
    network.nodes[1].ground_m.reset();
    network.links[3].verification.reset();
    const auto schedule = scheduleNetwork(network);
    QVERIFY_RESULT(schedule);
    QVERIFY(!schedule->nodes.contains("DP-01"));
    QCOMPARE(schedule->links.size(), network.links.size() - 2);
    const auto unverified = schedule->linkBetween("BP-01", "DP-04");
    QVERIFY(unverified);
    QVERIFY(!schedule->links[*unverified].verified);
    const auto refused = schedule::missionDurations(*schedule, {"DP-04"});
    QCOMPARE(refused.error().code, std::string("NO_LINK"));
    QVERIFY(!schedule->linkBetween("DP-01", "DP-02"));
    QCOMPARE(schedule->base, std::string("BP-01"));
    network.nodes[0].ground_m.reset();
    const auto none = scheduleNetwork(network);
    QVERIFY(!none);
    QCOMPARE(none.error().code + none.error().where, std::string("GROUND_UNKNOWNBP-01"));
    QCOMPARE(scheduleNetwork(network, "blimp").error().code, std::string("UNKNOWN_DRONE_TYPE"));
}

void DeliveryMissionTest::declaredCrossingsCountFromTheirOwnEnds() {
    Network network = examples::reference();
    network.crossings = {{"BP-01", "DP-01", "DP-05", "DP-02", 0.25, 0.125, 9'000}};
    const auto schedule = scheduleNetwork(network);
    QVERIFY_RESULT(schedule);
    const auto& crossing = schedule->crossings.back();
    QCOMPARE(crossing.first, *schedule->linkBetween("BP-01", "DP-01"));
    QCOMPARE(crossing.firstFraction, 0.25);
    QCOMPARE(crossing.second, *schedule->linkBetween("DP-02", "DP-05"));
    QCOMPARE(crossing.secondFraction, 0.875); // the link is drawn from DP-02
    QCOMPARE(crossing.separation, 9'000);
}

QTEST_GUILESS_MAIN(DeliveryMissionTest)
#include "mission_test.moc"
