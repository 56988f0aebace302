#include "core/delivery/link_flight.h"
#include "core/delivery/speed_profile.h"
#include "tests/core/delivery/delivery_examples.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace haneul;
using namespace haneul::delivery;
using examples::request;

namespace {

// 800 m along a meridian, nothing measured: take-off 17 s, flight 104 s, landing 25.25 s.
Network oneLink() {
    Network network{.id = "one", .base = "B"};
    network.nodes = {examples::node("B", NodeKind::Base, 0, 0), examples::node("D", NodeKind::Delivery, 0, 0)};
    network.nodes[1].place.latitude_deg += 800 / route::earthRadius_m * 180 / M_PI;
    network.links = {examples::link("B", "D", {}, TrackKind::Single)};
    return network;
}

Result<std::vector<SpeedStretch>> profileOf(const Network& network, const MissionRequest& wanted, std::int64_t start) {
    const auto mission = missionRoute(network, wanted);
    if (!mission) return std::unexpected(mission.error());
    return speedProfile(network, *mission, *timesAt(*mission, start));
}

std::vector<FlightPart> partsOf(const std::vector<SpeedStretch>& stretches) {
    std::vector<FlightPart> parts;
    for (const SpeedStretch& stretch : stretches)
        parts.push_back(stretch.part);
    return parts;
}

bool near(double first, double second, double by = 1e-6) {
    return std::abs(first - second) <= by;
}

// What climb and ground speed add up to, by trapezoids, over all stretches.
std::pair<double, double> addedUp(const std::vector<SpeedStretch>& stretches) {
    double climb_m = 0, ground_m = 0;
    for (const SpeedStretch& stretch : stretches)
        for (std::size_t i = 0; i + 1 < stretch.samples.size(); ++i) {
            const SpeedSample& a = stretch.samples[i];
            const SpeedSample& b = stretch.samples[i + 1];
            climb_m += (a.climb_mps + b.climb_mps) / 2 * (b.time_ms - a.time_ms) / 1000;
            ground_m += (a.ground_mps + b.ground_mps) / 2 * (b.time_ms - a.time_ms) / 1000;
        }
    return {climb_m, ground_m};
}

} // namespace

class SpeedProfileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partsAreToldApart();     // R-UI-05 R-UI-06
    void cornersAreExact();       // R-UI-06 R-RTE-05
    void waypointsFlownThrough(); // R-UI-06
    void speedsAddUpToTheWay_data();
    void speedsAddUpToTheWay();         // R-UI-06
    void actualTimesStretchTheMotion(); // R-UI-06 R-RTE-13
    void aDropStaysAtTheTop();          // R-UI-06 R-RTE-20
    void g1HasItsParts();               // R-UI-05
    void heightsOverTheDistance();      // R-UI-05
    void theGroundIsAskedFor();         // R-UI-05
    void aChangedNetworkIsSaid();
    void recordedVelocitiesAreTaken();     // R-UI-06
    void withoutVelocitiesTheyAreFitted(); // R-UI-06
    void gapsBreakTheRun();                // R-UI-06
    void samplesThatAreNoneAreRefused();
};

void SpeedProfileTest::partsAreToldApart() {
    const auto stretches = profileOf(oneLink(), request("m", {"D"}), 1'000'000);
    QVERIFY_RESULT(stretches);
    using enum FlightPart;
    QCOMPARE(partsOf(*stretches), (std::vector{Stay, TakeOff, Stay, Flight, Stay, Landing, Stay, TakeOff, Stay, Flight,
                                               Stay, Landing, Stay}));
    double end_ms = 1'000'000;
    for (const SpeedStretch& stretch : *stretches) { // without a hole
        QCOMPARE(stretch.samples.front().time_ms, end_ms);
        end_ms = stretch.samples.back().time_ms;
    }
    QCOMPARE(end_ms, 1'000'000.0 + 2 * (17'000 + 3'000 + 104'000 + 5'000 + 25'250) + 120'000 + 2 * 60'000);
    QCOMPARE((*stretches)[6].leg, std::size_t{0}); // the stay at D once, with the leg that ends there
    QCOMPARE((*stretches)[7].leg, std::size_t{1});
}

void SpeedProfileTest::cornersAreExact() {
    const auto stretches = profileOf(oneLink(), request("m", {"D"}), 0);
    QVERIFY_RESULT(stretches);
    const auto& takeOff = (*stretches)[1].samples; // Table 1 of the paper: 0, 2, 15, 17 s after 120 s of loading
    QCOMPARE(takeOff.size(), std::size_t{4});
    const std::vector<std::array<double, 3>> expected{
        {120'000, 0, 20}, {122'000, 4, 24}, {135'000, 4, 76}, {137'000, 0, 80}};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QVERIFY(near(takeOff[i].time_ms, expected[i][0]));
        QVERIFY(near(takeOff[i].climb_mps, expected[i][1]));
        QVERIFY(near(takeOff[i].height_m, expected[i][2]));
        QCOMPARE(takeOff[i].ground_mps, 0.0);
        QCOMPARE(takeOff[i].along_m, 0.0);
    }
    const auto& flight = (*stretches)[3].samples; // 4 s up to speed, 96 s, 4 s down
    QCOMPARE(flight.size(), std::size_t{4});
    const std::vector<std::array<double, 3>> level{
        {140'000, 0, 0}, {144'000, 8, 16}, {240'000, 8, 784}, {244'000, 0, 800}};
    for (std::size_t i = 0; i < level.size(); ++i) {
        QVERIFY(near(flight[i].time_ms, level[i][0], 1e-3));
        QVERIFY(near(flight[i].ground_mps, level[i][1]));
        QVERIFY(near(flight[i].along_m, level[i][2], 1e-5));
        QVERIFY(near(flight[i].climb_mps, 0, 1e-9));
        QVERIFY(near(flight[i].height_m, 80));
    }
    const auto& landing = (*stretches)[5].samples;
    QVERIFY(near(landing[1].climb_mps, -2.5) && near(landing[1].time_ms, 249'000 + 1'250));
    QVERIFY(near(landing.back().height_m, 20));
}

void SpeedProfileTest::waypointsFlownThrough() {
    Network network = oneLink();
    auto middle = network.nodes[0].place;
    middle.latitude_deg += 400 / route::earthRadius_m * 180 / M_PI;
    network.links[0].via = {{middle, 380}}; // 400 m there, 300 m up: 3-4-5
    network.links[0].corner = Corner::FlyThrough;
    const auto stretches = profileOf(network, request("m", {"D"}), 0);
    QVERIFY_RESULT(stretches);
    const auto& flight = (*stretches)[3];
    QVERIFY(flight.part == FlightPart::Flight);
    QCOMPARE(flight.samples.size(), std::size_t{6});
    const auto& before = flight.samples[2];
    const auto& after = flight.samples[3];
    QVERIFY(near(before.time_ms, after.time_ms, 1e-3)); // one instant, two directions
    QVERIFY(near(before.climb_mps, 8 * 0.6, 1e-4) && near(before.ground_mps, 8 * 0.8, 1e-4));
    QVERIFY(near(after.climb_mps, -8 * 0.6, 1e-4) && near(after.ground_mps, 8 * 0.8, 1e-4));
    QVERIFY(near(before.height_m, 380, 1e-3));
}

void SpeedProfileTest::speedsAddUpToTheWay_data() {
    QTest::addColumn<bool>("curve");
    QTest::addColumn<bool>("through");
    QTest::addColumn<double>("turnRate_dps");
    QTest::newRow("stops") << false << false << 45.0;
    QTest::newRow("through") << false << true << 45.0;
    QTest::newRow("curve") << true << true << 45.0;
    QTest::newRow("curve, stops") << true << false << 45.0;
    QTest::newRow("curve, slow turns") << true << true << 2.0;
}

void SpeedProfileTest::speedsAddUpToTheWay() {
    QFETCH(const bool, curve);
    QFETCH(const bool, through);
    QFETCH(const double, turnRate_dps);
    Network network = oneLink();
    network.droneTypes[0].turnRate_dps = turnRate_dps;
    network.nodes[1].ground_m = 50;
    network.nodes[1].top_m = 100;
    network.links[0].via = {{examples::placed(150, 200), 120}, {examples::placed(-50, 500), 90}};
    network.links[0].shape = curve ? LinkShape::Curve : LinkShape::Straight;
    network.links[0].corner = through ? Corner::FlyThrough : Corner::Stop;
    const auto mission = missionRoute(network, request("m", {"D"}));
    QVERIFY_RESULT(mission);
    const auto stretches = speedProfile(network, *mission, *timesAt(*mission, 0));
    QVERIFY_RESULT(stretches);
    std::vector<SpeedStretch> there;
    for (const SpeedStretch& stretch : *stretches)
        if (stretch.leg == 0) there.push_back(stretch);
    const auto [climb_m, ground_m] = addedUp(there);
    QVERIFY2(near(climb_m, 30, curve ? 0.5 : 0.02), std::to_string(climb_m).c_str());
    const double expected_m = there.back().samples.back().along_m;
    QVERIFY2(near(ground_m, expected_m, 2e-3 * expected_m), std::to_string(ground_m - expected_m).c_str());
    const double flown_m = mission->legs[0].distances.flight_m; // with the climbs, so a little longer
    QVERIFY(expected_m < flown_m && expected_m > 0.97 * flown_m);
    for (const SpeedStretch& stretch : *stretches)
        for (const SpeedSample& sample : stretch.samples)
            QVERIFY(std::hypot(sample.climb_mps, sample.ground_mps) <= 8.001 && sample.ground_mps >= 0);
}

void SpeedProfileTest::actualTimesStretchTheMotion() {
    const Network network = oneLink();
    const auto mission = missionRoute(network, request("m", {"D"}));
    // It arrives over D after 208 instead of 104 s of flight.
    const std::vector<timing::ActualTime<std::int64_t>> actuals{{0, 2, timing::EventKind::Arrival, 140'000 + 208'000}};
    const auto stretches = speedProfile(network, *mission, *timesAt(*mission, 0, actuals));
    QVERIFY_RESULT(stretches);
    const auto& flight = (*stretches)[3].samples;
    QVERIFY(near(flight[1].ground_mps, 4, 1e-4) && near(flight[1].time_ms, 148'000, 1));
    QVERIFY(near(flight.back().time_ms, 348'000, 1e-3));
    QVERIFY(near(flight.back().along_m, 800, 1e-5));
    QVERIFY(near(addedUp({(*stretches)[3]}).second, 800, 0.01));
}

void SpeedProfileTest::aDropStaysAtTheTop() {
    MissionRequest wanted = request("m", {"D"});
    wanted.stops[0].handOver = HandOver::Drop;
    const auto stretches = profileOf(oneLink(), wanted, 0);
    QVERIFY_RESULT(stretches);
    using enum FlightPart;
    QCOMPARE(partsOf(*stretches), (std::vector{Stay, TakeOff, Stay, Flight, Stay, Flight, Stay, Landing, Stay}));
    QCOMPARE((*stretches)[4].samples[0].height_m, 80.0);
    QCOMPARE((*stretches)[4].samples[1].time_ms - (*stretches)[4].samples[0].time_ms, 20'000.0);
}

void SpeedProfileTest::g1HasItsParts() {
    const Network network = examples::g1();
    const auto mission = missionRoute(network, request("g1", {"DP-02", "DP-05"}));
    QVERIFY_RESULT(mission);
    const auto stretches = speedProfile(network, *mission, *timesAt(*mission, 0));
    QVERIFY_RESULT(stretches);
    constexpr double minute = 60'000;
    std::vector<std::pair<FlightPart, double>> found; // part, end in minutes
    for (const SpeedStretch& stretch : *stretches)
        found.emplace_back(stretch.part, std::round(stretch.samples.back().time_ms / minute * 1e6) / 1e6);
    using enum FlightPart;
    const std::vector<std::pair<FlightPart, double>> expected{
        {Stay, 4},     {TakeOff, 7}, {Flight, 15},  {Landing, 19}, {Stay, 22},    {TakeOff, 24}, {Flight, 28},
        {Landing, 32}, {Stay, 35},   {TakeOff, 37}, {Flight, 43},  {Landing, 45}, {Stay, 49}};
    QCOMPARE(found, expected);
}

void SpeedProfileTest::heightsOverTheDistance() {
    Network network = oneLink();
    network.nodes[1].ground_m = 50;
    const auto mission = missionRoute(network, request("m", {"D"}));
    const auto profile = heightProfile(network, *mission);
    QVERIFY_RESULT(profile);
    QCOMPARE(profile->nodes.size(), std::size_t{3});
    QVERIFY(near(profile->nodes[1].along_m, 800, 1e-5) && near(profile->nodes[2].along_m, 1600, 1e-5));
    QCOMPARE(profile->nodes[1].ground_m, std::optional(50.0));
    using enum FlightPart;
    std::vector<FlightPart> parts;
    for (const HeightStretch& stretch : profile->stretches)
        parts.push_back(stretch.part);
    QCOMPARE(parts, (std::vector{TakeOff, Flight, Landing, TakeOff, Flight, Landing}));
    QCOMPARE(profile->stretches[0].points, (std::vector<HeightPoint>{{0, 20, 20}, {0, 80, 20}}));
    QCOMPARE(profile->stretches[2].points.back().height_m, 50.0);
    // A waypoint between: nothing is known of the ground there.
    network.links[0].via = {{examples::placed(0, 300), 110}};
    const auto bent = heightProfile(network, *missionRoute(network, request("m", {"D"})));
    QVERIFY_RESULT(bent);
    const auto& flight = bent->stretches[1].points;
    QCOMPARE(flight.size(), std::size_t{3});
    QCOMPARE(flight[1].height_m, 110.0);
    QCOMPARE(flight[1].ground_m, std::nullopt);
    QCOMPARE(flight[2].ground_m, std::optional(50.0));
}

void SpeedProfileTest::theGroundIsAskedFor() {
    const Network network = oneLink();
    const auto mission = missionRoute(network, request("m", {"D"}));
    const double south = network.nodes[0].place.latitude_deg;
    const auto hill = [&](geo::LatLon place) -> std::optional<double> {
        const double north_m = (place.latitude_deg - south) * 111'195;
        return north_m < 700 ? std::optional(20 + north_m / 20) : std::nullopt;
    };
    const auto profile = heightProfile(network, *mission, hill, 50);
    QVERIFY_RESULT(profile);
    const auto& flight = profile->stretches[1].points;
    QCOMPARE(flight.size(), std::size_t{17});
    QVERIFY(near(*flight[8].ground_m, 40, 0.1));
    QCOMPARE(flight[15].ground_m, std::nullopt); // beyond what is known
}

void SpeedProfileTest::aChangedNetworkIsSaid() {
    Network network = oneLink();
    const auto mission = missionRoute(network, request("m", {"D"}));
    const auto times = timesAt(*mission, 0);
    const auto code = [&] {
        const auto speeds = speedProfile(network, *mission, *times);
        const auto heights = heightProfile(network, *mission);
        return speeds || heights ? std::string() : speeds.error().code + " " + heights.error().code;
    };
    network.links[0].via = {{examples::placed(100, 300), 110}};
    QCOMPARE(code(), std::string("ROUTE_CHANGED ROUTE_CHANGED"));
    network.links.clear();
    QCOMPARE(code(), std::string("ROUTE_CHANGED ROUTE_CHANGED"));
    network = oneLink();
    network.nodes[1].top_m = 90;
    QCOMPARE(code(), std::string("ROUTE_CHANGED ROUTE_CHANGED"));
    const auto other = missionRoute(examples::reference(), request("m", {"DP-01"}));
    network = oneLink();
    QCOMPARE(speedProfile(network, *other, *times).error().code, std::string("ROUTE_CHANGED"));
}

void SpeedProfileTest::recordedVelocitiesAreTaken() {
    const std::vector<RecordedSample> samples{
        {.time_ms = 0, .place = examples::placed(0, 0), .height_m = 50, .north_mps = 3, .east_mps = -4, .down_mps = -1},
        {.time_ms = 500,
         .place = examples::placed(90, 0),
         .height_m = 90,
         .north_mps = 0,
         .east_mps = 2,
         .down_mps = 0.5}};
    const auto speeds = recordedSpeeds(samples);
    QVERIFY_RESULT(speeds);
    QCOMPARE(speeds->runs.size(), std::size_t{1});
    QCOMPARE(speeds->runs[0][0].ground_mps, 5.0);
    QCOMPARE(speeds->runs[0][0].climb_mps, 1.0);
    QCOMPARE(speeds->runs[0][1].climb_mps, -0.5);
    QVERIFY(near(speeds->runs[0][1].along_m, 90, 0.2));
    QCOMPARE(speeds->groundComputed + speeds->climbComputed, std::size_t{0});
}

void SpeedProfileTest::withoutVelocitiesTheyAreFitted() {
    // 5 m/s over the ground (3-4-5), 1.5 m/s up, ten times a second, with half a metre of noise.
    std::mt19937 source(1);
    std::normal_distribution noise(0.0, 0.5);
    for (const bool noisy : {false, true}) {
        std::vector<RecordedSample> samples;
        for (int i = 0; i < 300; ++i) {
            const double now_s = i * 0.1;
            const auto off = [&] { return noisy ? noise(source) : 0; };
            samples.push_back({.time_ms = now_s * 1000,
                               .place = examples::placed(3 * now_s + off(), 4 * now_s + off()),
                               .height_m = 50 + 1.5 * now_s + off()});
        }
        const auto speeds = recordedSpeeds(samples);
        QVERIFY_RESULT(speeds);
        QCOMPARE(speeds->groundComputed, samples.size());
        double worst = 0, raw = 0;
        for (std::size_t i = 20; i + 20 < samples.size(); ++i) {
            const SpeedSample& sample = speeds->runs[0][i];
            worst = std::max({worst, std::abs(sample.ground_mps - 5), std::abs(sample.climb_mps - 1.5)});
            raw = std::max(raw, std::abs((samples[i + 1].height_m - samples[i].height_m) / 0.1 - 1.5));
        }
        QVERIFY2(worst < (noisy ? 1.0 : 0.02), std::to_string(worst).c_str());
        if (noisy) QVERIFY(raw > 10); // what plain differences would show
    }
    // Slower than the window: the neighbours all the same.
    const std::vector<RecordedSample> slow{{.time_ms = 0, .place = examples::placed(0, 0)},
                                           {.time_ms = 3000, .place = examples::placed(0, 30), .height_m = 6}};
    const auto speeds = recordedSpeeds(slow);
    QVERIFY(near(speeds->runs[0][0].ground_mps, 10, 0.05) && near(speeds->runs[0][1].climb_mps, 2, 1e-6));
}

void SpeedProfileTest::gapsBreakTheRun() {
    std::vector<RecordedSample> samples;
    for (const double now_s : {20.0, 0.0, 1.0, 2.0, 7.0, 12.5, 2.0}) // not in order, one twice
        samples.push_back({.time_ms = now_s * 1000, .place = examples::placed(now_s, 0)});
    const auto speeds = recordedSpeeds(samples);
    QVERIFY_RESULT(speeds);
    QCOMPARE(speeds->runs.size(), std::size_t{3});
    QCOMPARE(speeds->runs[0].size(), std::size_t{4}); // 0, 1, 2, 7
    QCOMPARE(speeds->runs[2][0].ground_mps, 0.0);     // alone
    QVERIFY(near(speeds->runs[2][0].along_m, 20, 0.1));
    QCOMPARE(recordedSpeeds({})->runs.size(), std::size_t{0});
}

void SpeedProfileTest::samplesThatAreNoneAreRefused() {
    const std::vector<RecordedSample> nowhere{{.time_ms = 0, .place = {91, 0}}};
    QCOMPARE(recordedSpeeds(nowhere).error().code, std::string("INVALID_ARGUMENT"));
    const std::vector<RecordedSample> nan{{.time_ms = 0, .place = {1, 0}, .north_mps = std::nan("")}};
    QCOMPARE(recordedSpeeds(nan).error().code, std::string("INVALID_ARGUMENT"));
    QCOMPARE(recordedSpeeds({}, 0).error().code, std::string("INVALID_ARGUMENT"));
}

QTEST_GUILESS_MAIN(SpeedProfileTest)
#include "speed_profile_test.moc"
