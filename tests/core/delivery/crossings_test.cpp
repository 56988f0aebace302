#include "core/delivery/crossings.h"
#include "core/delivery/link_flight.h"
#include "core/schedule/slots.h"
#include "tests/core/delivery/delivery_examples.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace haneul;
using namespace haneul::delivery;

namespace {

route::Waypoint at(double east_m, double north_m, double height_m = 80) {
    return {examples::placed(east_m, north_m), height_m};
}

// Base W0 and points; links between pairs of them, all by geometry.
struct Way {
    route::Waypoint from, to;
    std::vector<route::Waypoint> via;
};

Network network(const std::vector<Way>& ways) {
    Network network{.id = "crossed", .base = "A0"};
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const auto end = [&](const char* head, const route::Waypoint& top) {
            network.nodes.push_back({.id = head + std::to_string(i),
                                     .kind = NodeKind::Base,
                                     .place = top.place,
                                     .ground_m = 20,
                                     .top_m = top.height_m});
            return network.nodes.back().id;
        };
        const std::string a = end("A", ways[i].from), b = end("B", ways[i].to);
        network.links.push_back({.a = a, .b = b, .via = ways[i].via, .verification = examples::flown()});
    }
    return network;
}

LinkFlight flightOf(const Network& network, std::size_t link) {
    return *LinkFlight::make(network, network.links[link], network.links[link].a, network.droneTypes[0]);
}

double apart_m(const route::Waypoint& first, const route::Waypoint& second) {
    return route::horizontalDistance_m(first.place, second.place);
}

// A booking that holds a link only.
schedule::Booking<std::int64_t> onLink(const std::string& id, const std::string& from, const std::string& to,
                                       std::int64_t begin, std::int64_t length) {
    return {id, {{timing::PlaceKind::Link, from, to, begin, begin + length}}, begin, begin + length};
}

} // namespace

class CrossingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoLinksThatCrossAtOneLevel(); // R-SLT-06
    void heightsDecide_data();
    void heightsDecide();                           // R-SLT-06
    void severalCrossingsOfOnePair();               // R-SLT-06
    void atAJointOnce();                            // R-SLT-06
    void aSharedNodeIsNoCrossing();                 // R-SLT-06
    void curvesCrossWhereTheyAre();                 // R-SLT-06 R-RTE-22
    void straightUpThroughAnotherLink();            // R-SLT-06
    void theFractionIsThatOfTheTime();              // R-SLT-06
    void waypointsAboveTheEndsBelongToTheColumns(); // R-SLT-02 R-SLT-06
    void theSchedulerKeepsThemApart();              // R-SLT-06
    void aDeclaredOneHoldsInPlaceOfTheFound();      // R-SLT-06
    void nobodyMeetsOnACommonStretch_data();
    void nobodyMeetsOnACommonStretch(); // R-SLT-06
    void likeLookingAtEveryMetre();     // R-SLT-06
};

void CrossingsTest::twoLinksThatCrossAtOneLevel() {
    const Network crossed = network({{at(-300, 0), at(500, 0), {}}, {at(0, -200), at(0, 600), {}}});
    const auto found = findCrossings(crossed);
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), std::size_t{1});
    const FoundCrossing& one = found->front();
    QCOMPARE(one.first, std::size_t{0});
    QCOMPARE(one.second, std::size_t{1});
    QVERIFY(std::abs(one.first_m - 300) < 0.2 && std::abs(one.second_m - 200) < 0.2);
    QVERIFY(route::horizontalDistance_m(one.place, examples::placed(0, 0)) < 0.2);
    QCOMPARE(one.firstHeight_m, 80.0);
    // 300 of 800 m at 8 m/s with 2 s to speed up and 2 s to brake: 39.5 of 104 s.
    QVERIFY(std::abs(one.firstFraction - 39.5 / 104) < 5e-4);
    // A link that is not verified, or no longer, crosses all the same: somebody may be booked on it.
    Network drawn = crossed;
    drawn.links[0].verification.reset();
    QCOMPARE(findCrossings(drawn)->size(), std::size_t{1});
    QCOMPARE(scheduleNetwork(drawn)->crossings.size(), std::size_t{1});
    QCOMPARE(findCrossings(crossed, "blimp").error().code, std::string("UNKNOWN_DRONE_TYPE"));
}

void CrossingsTest::heightsDecide_data() {
    QTest::addColumn<double>("from_m");
    QTest::addColumn<double>("to_m");
    QTest::addColumn<bool>("crosses");
    QTest::newRow("one level") << 80.0 << 80.0 << true;
    QTest::newRow("at the limit") << 95.0 << 95.0 << true;
    QTest::newRow("above it") << 95.1 << 95.1 << false;
    QTest::newRow("below it") << 64.9 << 64.9 << false;
    QTest::newRow("climbing through") << 40.0 << 120.0 << true;
    QTest::newRow("climbed past") << 80.0 << 130.0 << false; // 105 m in the middle
}

void CrossingsTest::heightsDecide() {
    QFETCH(const double, from_m);
    QFETCH(const double, to_m);
    QFETCH(const bool, crosses);
    const auto found =
        findCrossings(network({{at(-300, 0), at(300, 0), {}}, {at(0, -300, from_m), at(0, 300, to_m), {}}}));
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), std::size_t{crosses});
    if (crosses) QVERIFY(std::abs(found->front().secondHeight_m - (from_m + to_m) / 2) < 0.1);
}

void CrossingsTest::severalCrossingsOfOnePair() {
    const auto found = findCrossings(
        network({{at(0, 0), at(1000, 0), {}},
                 {at(100, -100), at(900, 100), {at(200, 100), at(400, -100), at(600, 100), at(800, -100)}}}));
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), std::size_t{5});
    for (std::size_t i = 0; i < 5; ++i) {
        const std::vector<double> places{150, 300, 500, 700, 850};
        QVERIFY(std::abs((*found)[i].first_m - places[i]) < 0.5);
    }
}

void CrossingsTest::atAJointOnce() {
    // Both have a waypoint where they cross.
    const auto found = findCrossings(
        network({{at(-300, 0), at(500, 0), {at(0, 0)}}, {at(0, -200), at(100, 600), {at(0, 0), at(40, 300)}}}));
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), std::size_t{1});
    QVERIFY(std::abs(found->front().first_m - 300) < 0.5);
}

void CrossingsTest::aSharedNodeIsNoCrossing() {
    QCOMPARE(findCrossings(examples::reference())->size(), std::size_t{0});
    Network network = examples::reference();
    // Round about, over the link from BP-01 to DP-02 and to DP-01 from the other side.
    network.links[0].via = {at(600, -100), at(900, 100)};
    const auto found = findCrossings(network);
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), std::size_t{1});
    QCOMPARE(found->front().second, std::size_t{1});
    QVERIFY(found->front().first_m > 100);
}

void CrossingsTest::curvesCrossWhereTheyAre() {
    Network crossed = network(
        {{at(0, 0), at(800, 0), {at(400, 200)}}, {at(400, 150), at(400, 600), {}}, {at(330, 0), at(330, 300), {}}});
    crossed.links[0].shape = LinkShape::Curve;
    const auto found = findCrossings(crossed);
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), std::size_t{2});
    const LinkFlight curved = flightOf(crossed, 0);
    for (const FoundCrossing& one : *found) {
        const LinkFlight other = flightOf(crossed, one.second);
        QVERIFY(apart_m(curved.at(one.first_m), other.at(one.second_m)) < 0.5);
    }
    // The straight way between would have been crossed elsewhere.
    const double straight_m = 165; // height of the chord at 330 m east
    QVERIFY(std::abs((*found)[1].second_m - straight_m) > 5);
}

void CrossingsTest::straightUpThroughAnotherLink() {
    // It climbs from 60 to 200 m in one place, through the other link's level.
    Network crossed = network(
        {{at(-300, 0, 60), at(300, 0, 200), {at(0, 0, 60), at(0, 0, 200)}}, {at(0, -300, 130), at(0, 300, 130), {}}});
    const auto found = findCrossings(crossed);
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), std::size_t{1});
    QVERIFY(std::abs(found->front().first_m - 370) < 1);
    crossed.nodes[2].top_m = crossed.nodes[3].top_m = 216;
    QCOMPARE(findCrossings(crossed)->size(), std::size_t{0});
}

void CrossingsTest::theFractionIsThatOfTheTime() {
    Network crossed = network({{at(-300, 0), at(500, 0), {at(-200, 50), at(250, -60)}}, {at(0, -200), at(0, 600), {}}});
    for (const Corner corner : {Corner::Stop, Corner::FlyThrough})
        for (const std::optional<DurationMs> measured :
             {std::optional<DurationMs>{}, std::optional<DurationMs>{150'000}}) {
            crossed.links[0].corner = corner;
            crossed.links[0].flight_ms = measured;
            const auto found = findCrossings(crossed);
            QVERIFY_RESULT(found);
            QCOMPARE(found->size(), std::size_t{1});
            const LinkFlight flight = flightOf(crossed, 0);
            const double passed_s = found->front().firstFraction * flight.total_s();
            QVERIFY(std::abs(flight.travelled_m(passed_s) - found->front().first_m) < 1e-6);
            QVERIFY(apart_m(flight.at(flight.travelled_m(passed_s)), at(0, 0)) < 50);
        }
}

// The link climbs over its first node before it leaves: its usage, and so the fraction, begins after that.
void CrossingsTest::waypointsAboveTheEndsBelongToTheColumns() {
    const Network crossed =
        network({{at(-300, 0), at(500, 0), {at(-300, 0, 120)}}, {at(0, -200, 105), at(0, 600, 105), {}}});
    const auto found = findCrossings(crossed);
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), std::size_t{1});
    MissionRequest wanted = examples::request("m", {"B0"});
    const auto mission = missionRoute(crossed, wanted);
    QVERIFY_RESULT(mission);
    QCOMPARE(mission->legs[0].parts.takeOff, (route::WaypointRange{0, 2}));
    const auto times = timesAt(*mission, 0);
    const auto usage = bookingOf(*mission, *times)->usages[1];
    QCOMPARE(usage.begin, times->legs[0].departures[2]);
    const LinkFlight flight = flightOf(crossed, 0);
    const double passed_s = flight.reached_s(found->front().first_m) - flight.reached_s(flight.waypointsAt_m()[1]);
    const double uniform_s = found->front().firstFraction * static_cast<double>(usage.end - usage.begin) / 1000;
    QVERIFY(passed_s > 30 && std::abs(passed_s - uniform_s) < 2e-3);
}

void CrossingsTest::theSchedulerKeepsThemApart() {
    const Network crossed = network({{at(-300, 0), at(500, 0), {}}, {at(0, -200), at(0, 600), {}}});
    const auto schedule = scheduleNetwork(crossed);
    QVERIFY_RESULT(schedule);
    QCOMPARE(schedule->crossings.size(), std::size_t{1});
    const std::vector booked{onLink("first", "A0", "B0", 1'000'000, 104'000)};
    const auto forbidden =
        schedule::forbiddenStarts<std::int64_t>(*schedule, onLink("new", "A1", "B1", 0, 104'000), booked);
    QCOMPARE(forbidden.size(), std::size_t{1});
    QVERIFY(forbidden[0].rule == schedule::Rule::Crossing);
    // 300 m are passed after 39.5 s, 200 m after 27 s; 15 s either side.
    QVERIFY(std::abs(forbidden[0].low - (1'000'000 + 39'500 - 27'000 - 15'000)) < 60);
    QVERIFY(std::abs(forbidden[0].high - (1'000'000 + 39'500 - 27'000 + 15'000)) < 60);
}

void CrossingsTest::aDeclaredOneHoldsInPlaceOfTheFound() {
    Network crossed = network({{at(-300, 0), at(500, 0), {}}, {at(0, -200), at(0, 600), {}}});
    const FoundCrossing found = findCrossings(crossed)->front();
    crossed.crossings = {{"A1", "B1", "B0", "A0", found.secondFraction, 1 - found.firstFraction, 4'000}};
    auto schedule = scheduleNetwork(crossed);
    QVERIFY_RESULT(schedule);
    QCOMPARE(schedule->crossings.size(), std::size_t{1});
    QCOMPARE(schedule->crossings[0].separation, 4'000);
    crossed.crossings[0].firstFraction = 0.9; // elsewhere: both hold
    QCOMPARE(scheduleNetwork(crossed)->crossings.size(), std::size_t{2});
}

void CrossingsTest::nobodyMeetsOnACommonStretch_data() {
    QTest::addColumn<bool>("opposite");
    QTest::addColumn<double>("speed_mps");
    for (const double speed : {8.0, 3.0}) {
        QTest::addRow("against, %g m/s", speed) << true << speed;
        QTest::addRow("along, %g m/s", speed) << false << speed;
    }
}

void CrossingsTest::nobodyMeetsOnACommonStretch() {
    QFETCH(const bool, opposite);
    QFETCH(const double, speed_mps);
    // 400 m of the second link lie on the first.
    Way other{at(100, -300), at(700, 300), {at(200, 0), at(600, 0)}};
    if (opposite) other = {other.to, other.from, {other.via[1], other.via[0]}};
    Network crossed = network({{at(0, 0), at(800, 0), {}}, other});
    crossed.links[1].speed_mps = speed_mps;
    const auto found = findCrossings(crossed);
    QVERIFY_RESULT(found);
    QVERIFY(found->size() > 5);
    QVERIFY(std::abs(found->front().first_m - 200) < 1.5 && std::abs(found->back().first_m - 600) < 1.5);
    const auto schedule = scheduleNetwork(crossed);
    QVERIFY_RESULT(schedule);
    const LinkFlight first = flightOf(crossed, 0), second = flightOf(crossed, 1);
    const auto length = [](const LinkFlight& flight) { return static_cast<std::int64_t>(flight.total_s() * 1000); };
    const std::vector booked{onLink("first", "A0", "B0", 0, length(first))};
    const auto forbidden =
        schedule::forbiddenStarts<std::int64_t>(*schedule, onLink("new", "A1", "B1", 0, length(second)), booked);
    int allowed = 0;
    for (std::int64_t start = -300'000; start <= 300'000; start += 3'000) {
        if (!schedule::violations(forbidden, start).empty()) continue;
        ++allowed;
        for (double now_s = 0; now_s <= first.total_s(); now_s += 0.5) {
            const double other_s = now_s - static_cast<double>(start) / 1000;
            if (other_s < 0 || other_s > second.total_s()) continue;
            QVERIFY(apart_m(first.at(first.travelled_m(now_s)), second.at(second.travelled_m(other_s))) > 20);
        }
    }
    QVERIFY(allowed > 100);
}

void CrossingsTest::likeLookingAtEveryMetre() {
    std::mt19937 source(7);
    std::uniform_real_distribution place(-1000.0, 1000.0), height(60.0, 120.0);
    int seen = 0;
    for (int round = 0; round < 18; ++round) {
        std::vector<Way> ways;
        for (int i = 0; i < 4; ++i) {
            const auto point = [&] { return at(place(source), place(source), height(source)); };
            ways.push_back({point(), point(), {}});
            for (int via = round % 3; via > 0; --via)
                ways.back().via.push_back(point());
        }
        Network crossed = network(ways);
        if (round % 2) crossed.links[1].shape = crossed.links[2].shape = LinkShape::Curve;
        const auto found = findCrossings(crossed);
        QVERIFY_RESULT(found);
        const route::SphereFrame frame(examples::placed(0, 0));
        std::vector<std::vector<route::Metric_m>> metres;
        for (std::size_t i = 0; i < ways.size(); ++i) {
            auto& line = metres.emplace_back();
            const LinkFlight flight = flightOf(crossed, i);
            for (double along_m = 0; along_m <= flight.length_m(); along_m += 4)
                line.push_back(frame.toMetric(flight.at(along_m)));
        }
        for (std::size_t i = 0; i < ways.size(); ++i)
            for (std::size_t j = i + 1; j < ways.size(); ++j) {
                // Every one found is there.
                std::vector<FoundCrossing> ofPair;
                for (const FoundCrossing& one : *found)
                    if (one.first == i && one.second == j) ofPair.push_back(one);
                const LinkFlight first = flightOf(crossed, i), second = flightOf(crossed, j);
                for (const FoundCrossing& one : ofPair) {
                    QVERIFY(apart_m(first.at(one.first_m), second.at(one.second_m)) < 1.6);
                    QVERIFY(std::abs(first.at(one.first_m).height_m - second.at(one.second_m).height_m) < 15.6);
                }
                // Every one there, by the sides on which the ends of the metres lie, is found.
                for (std::size_t a = 0; a + 1 < metres[i].size(); ++a)
                    for (std::size_t b = 0; b + 1 < metres[j].size(); ++b) {
                        const auto &p = metres[i][a], &q = metres[i][a + 1];
                        const auto &r = metres[j][b], &s = metres[j][b + 1];
                        if (std::abs(p.east - r.east) > 10 || std::abs(p.north - r.north) > 10) continue;
                        const auto side = [](route::Metric_m o, route::Metric_m u, route::Metric_m v) {
                            return (u.east - o.east) * (v.north - o.north) - (u.north - o.north) * (v.east - o.east) >
                                   0;
                        };
                        if (side(p, q, r) == side(p, q, s) || side(r, s, p) == side(r, s, q)) continue;
                        if (std::abs(p.height - r.height) > 14) continue; // clearly at one level
                        ++seen;
                        QVERIFY(std::ranges::any_of(ofPair, [&](const FoundCrossing& one) {
                            return route::horizontalDistance_m(one.place, frame.toWaypoint(p).place) < 10;
                        }));
                    }
            }
    }
    QVERIFY2(seen > 30, std::to_string(seen).c_str());
}

QTEST_GUILESS_MAIN(CrossingsTest)
#include "crossings_test.moc"
