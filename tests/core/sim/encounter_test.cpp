#include "core/sim/encounter.h"
#include "tests/support/result_macros.h"

#include <QElapsedTimer>

#include <cmath>

using namespace haneul;
using namespace haneul::sim;
using avoid::Mode;
using avoid::Planner;

namespace {

Decide with(const Planner& planner) {
    return [&planner](std::size_t, const avoid::Situation& situation) { return planner.decide(situation); };
}

// The own aircraft alone on its path.
Encounter alone(double gust_mps = 1) {
    EncounterSettings settings = EncounterSettings::easy(1);
    settings.gust_mps = gust_mps;
    return makeEncounter(settings, 1, 1);
}

} // namespace

class EncounterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void othersAreAimedAtThePath();
    void sameSeedSameFlight(); // R-PATH-12
    void planCannotChangeTheWeather();
    void aloneItFliesItsPath();
    void latencyAndOutagesAgeReports();
    void everybodyAvoidsAtOnce();                          // R-PATH-08
    void fourDronesCrossInWind();                          // R-PATH-08
    void aNewObstacleIsAvoidedAndThePathFoundAgain_data(); // R-PATH-08
    void aNewObstacleIsAvoidedAndThePathFoundAgain();
    void volumeIsNotLeftUnasked();       // R-PATH-09
    void aBlockedVolumeForcesARequest(); // R-PATH-09
    void aRecordingIsFlownAsItWas();
    void isFast();
};

void EncounterTest::othersAreAimedAtThePath() {
    const Planner blind(Mode::None);
    EncounterSettings settings = EncounterSettings::easy(2);
    settings.surpriseShare = 0;
    std::size_t losses = 0;
    for (std::uint64_t i = 0; i < 100; ++i)
        losses += fly(makeEncounter(settings, 3, i), with(blind)).loss ? 1 : 0;
    QVERIFY2(losses > 90, qPrintable(QString::number(losses)));
    for (const std::size_t count : {2U, 4U, 8U}) {
        const Encounter encounter = makeEncounter(EncounterSettings::hard(count), 3, 5);
        QCOMPARE(encounter.aircraft.size(), std::size_t{count});
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(std::hypot(encounter.aircraft[i].path[0].east - encounter.aircraft[j].path[0].east,
                                   encounter.aircraft[i].path[0].north - encounter.aircraft[j].path[0].north) >= 160);
    }
}

void EncounterTest::sameSeedSameFlight() {
    const Planner planner(Mode::RulesShield);
    const auto flown = [&](std::uint64_t seed, std::uint64_t index) {
        return fly(makeEncounter(EncounterSettings::hard(5), seed, index), with(planner));
    };
    for (std::uint64_t i = 0; i < 10; ++i)
        QVERIFY(flown(8, i) == flown(8, i));
    QVERIFY(!(flown(8, 0) == flown(8, 1)));
    QVERIFY(!(flown(8, 0) == flown(9, 0)));
}

void EncounterTest::planCannotChangeTheWeather() {
    // The others do not avoid: they must fly the same, whatever the own aircraft does.
    EncounterSettings settings = EncounterSettings::hard(3);
    settings.avoiding = Avoiding::Own;
    const Encounter encounter = makeEncounter(settings, 12, 4);
    const Planner planners[]{Planner(Mode::None), Planner(Mode::RulesShield)};
    std::vector<std::vector<double>> tracks;
    for (const Planner& planner : planners) {
        const Decide decide = with(planner);
        EncounterFlight flight(encounter, decide);
        std::vector<double>& track = tracks.emplace_back();
        for (int step = 0; step < 120 && !flight.finished(); ++step) {
            flight.step();
            for (const std::size_t other : {1U, 2U})
                track.insert(track.end(), {flight.view(other).position.east, flight.view(other).position.up});
        }
    }
    QVERIFY(tracks[0] == tracks[1]);
}

void EncounterTest::aloneItFliesItsPath() {
    const Planner planner(Mode::RulesShield);
    const EncounterOutcome outcome = fly(alone(), with(planner));
    QVERIFY(outcome.arrived && !outcome.loss);
    QVERIFY(outcome.flight_s > 45 && outcome.flight_s < 55);
    QVERIFY(outcome.offPath_m < 12);
    QVERIFY(outcome.turn_deg < 150);
    QCOMPARE(outcome.alerts, std::size_t{0});
    QCOMPARE(outcome.replans, std::size_t{0});
}

void EncounterTest::latencyAndOutagesAgeReports() {
    EncounterSettings settings = EncounterSettings::easy(2);
    settings.outagesPerMinute = 0;
    double oldest_s = 0;
    const Planner planner(Mode::RulesShield);
    const Decide watch = [&](std::size_t aircraft, const avoid::Situation& situation) {
        if (aircraft == 0) oldest_s = std::max(oldest_s, situation.traffic.front().age_s);
        return planner.decide(situation);
    };
    (void)fly(makeEncounter(settings, 3, 1), watch);
    QCOMPARE(oldest_s, 1.0);
    settings.outagesPerMinute = 20;
    (void)fly(makeEncounter(settings, 3, 1), watch);
    QVERIFY2(oldest_s > 3 && oldest_s <= 9, qPrintable(QString::number(oldest_s)));
}

void EncounterTest::everybodyAvoidsAtOnce() {
    EncounterSettings settings = EncounterSettings::easy(6);
    settings.avoiding = Avoiding::All;
    settings.surpriseShare = 0;
    const Planner planner(Mode::RulesShield);
    const Planner blind(Mode::None);
    std::size_t blindPairs = 0;
    std::size_t pairs = 0;
    for (std::uint64_t i = 0; i < 40; ++i) {
        const Encounter encounter = makeEncounter(settings, 21, i);
        const EncounterOutcome outcome = fly(encounter, with(planner));
        pairs += outcome.otherLosses + (outcome.loss ? 1 : 0);
        QVERIFY(outcome.decisions > 5 * 20);
        blindPairs += fly(encounter, with(blind)).otherLosses;
    }
    qInfo("pairs that lost separation: %zu blind, %zu avoiding", blindPairs, pairs);
    QVERIFY(blindPairs > 40);
    QVERIFY(pairs <= 2);
}

void EncounterTest::fourDronesCrossInWind() {
    const Planner planner(Mode::RulesShield);
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Encounter encounter;
        encounter.seed = seed;
        encounter.settings = EncounterSettings::easy(4);
        encounter.weather = {.windEast_mps = 4, .windNorth_mps = -2, .gust_mps = 1};
        for (const auto& [east, north] : {std::pair{0.0, -300.0}, {300.0, 0.0}, {0.0, 300.0}, {-300.0, 0.0}})
            encounter.aircraft.push_back(
                {.path = {{east, north, 80}, {-east, -north, 80}}, .speed_mps = 12, .avoids = true});
        const EncounterOutcome outcome = fly(encounter, with(planner));
        QVERIFY2(!outcome.loss && outcome.otherLosses == 0, qPrintable(QString::number(seed)));
        QVERIFY(outcome.arrived && outcome.endOffPath_m < 20);
        QVERIFY(fly(encounter, with(Planner(Mode::None))).loss);
    }
}

void EncounterTest::aNewObstacleIsAvoidedAndThePathFoundAgain_data() {
    QTest::addColumn<double>("east_m");
    QTest::addColumn<double>("from_s");
    QTest::addColumn<double>("drift_mps");
    QTest::addColumn<bool>("traffic");
    QTest::newRow("closed before the start") << 5.0 << 0.0 << 0.0 << false;
    QTest::newRow("closed in flight") << -15.0 << 8.0 << 0.0 << false;
    QTest::newRow("a cell that drifts in") << -90.0 << 0.0 << 3.0 << false;
    QTest::newRow("closed, and others there") << 5.0 << 5.0 << 0.0 << true;
}

void EncounterTest::aNewObstacleIsAvoidedAndThePathFoundAgain() {
    QFETCH(const double, east_m);
    QFETCH(const double, from_s);
    QFETCH(const double, drift_mps);
    QFETCH(const bool, traffic);
    for (const Mode mode : {Mode::RulesShield, Mode::LearnedShield}) {
        const Planner planner(mode, avoid::Policy());
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            EncounterSettings settings = EncounterSettings::easy(traffic ? 3 : 1);
            settings.surpriseShare = 0;
            Encounter encounter = makeEncounter(settings, 31, seed);
            encounter.zones.push_back({.from_s = from_s,
                                       .prism = {.corners = avoid::polygonAround({east_m, 320}, 55, 8),
                                                 .floor_m = 0,
                                                 .ceiling_m = 200,
                                                 .driftEast_mps = drift_mps}});
            const EncounterOutcome outcome = fly(encounter, with(planner));
            QCOMPARE(outcome.zoneSteps, std::size_t{0});
            QVERIFY(!outcome.loss);
            QVERIFY(outcome.arrived);
            QVERIFY2(outcome.offPath_m > 30, qPrintable(QString::number(outcome.offPath_m)));
            QVERIFY2(outcome.endOffPath_m < 15, qPrintable(QString::number(outcome.endOffPath_m)));
        }
    }
}

void EncounterTest::volumeIsNotLeftUnasked() {
    const Planner planner(Mode::RulesShield);
    EncounterSettings settings = EncounterSettings::hard(4);
    settings.corridorHalfWidth_m = 45;
    std::size_t replans = 0;
    for (std::uint64_t i = 0; i < 60; ++i) {
        const EncounterOutcome outcome = fly(makeEncounter(settings, 41, i), with(planner));
        QCOMPARE(outcome.unaskedOutside, std::size_t{0});
        replans += outcome.replans;
    }
    QVERIFY(replans > 0);
}

void EncounterTest::aBlockedVolumeForcesARequest() {
    const Planner planner(Mode::RulesShield);
    EncounterSettings settings = EncounterSettings::easy(1);
    settings.corridorHalfWidth_m = 60;
    Encounter encounter = makeEncounter(settings, 51, 1);
    encounter.zones.push_back(
        {.from_s = 10,
         .prism = {.corners = {{-200, 300}, {200, 300}, {200, 360}, {-200, 360}}, .floor_m = 0, .ceiling_m = 200}});
    bool asked = false;
    double farthest_m = 0;
    const EncounterOutcome outcome = fly(encounter, [&](std::size_t, const avoid::Situation& situation) {
        const avoid::Decision decision = planner.decide(situation);
        asked = asked || decision.replan == avoid::Replan::PathBlocked;
        farthest_m = std::max(farthest_m, situation.own.position.north);
        return decision;
    });
    QVERIFY(asked);
    QVERIFY(!outcome.arrived);
    QCOMPARE(outcome.zoneSteps, std::size_t{0});
    QVERIFY2(farthest_m < 300 && farthest_m > 150, qPrintable(QString::number(farthest_m)));
}

void EncounterTest::aRecordingIsFlownAsItWas() {
    Encounter encounter = alone();
    Recording recording;
    for (int i = 0; i < 100; ++i)
        recording.places.push_back({500.0 - 10 * i, 200, 90});
    encounter.aircraft.push_back({.speed_mps = 10, .recording = recording});
    const Planner planner(Mode::RulesShield);
    const Decide decide = with(planner);
    EncounterFlight flight(encounter, decide);
    for (int step = 0; step < 42; ++step)
        flight.step();
    QVERIFY(std::abs(flight.view(1).position.east - 395) < 1e-9);
    QCOMPARE(flight.view(1).velocity.east_mps, -10.0);
}

void EncounterTest::isFast() {
    EncounterSettings settings = EncounterSettings::hard(8);
    settings.avoiding = Avoiding::Own;
    const Planner planner(Mode::None);
    const avoid::Decision straight = planner.decide({.own = {.position = {0, 0, 80}, .speed_mps = 12}});
    QElapsedTimer timer;
    timer.start();
    std::size_t steps = 0;
    for (std::uint64_t i = 0; i < 50; ++i) {
        const Encounter encounter = makeEncounter(settings, 61, i);
        const EncounterOutcome outcome = fly(encounter, [&](std::size_t, const avoid::Situation&) { return straight; });
        steps += static_cast<std::size_t>(outcome.flight_s / encounterStep_s) * 8;
    }
    qInfo("%.0f steps of one aircraft a second",
          static_cast<double>(steps) / (static_cast<double>(timer.nsecsElapsed()) * 1e-9));
    QVERIFY(steps > 10'000);
}

QTEST_GUILESS_MAIN(EncounterTest)
#include "encounter_test.moc"
