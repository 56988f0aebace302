#include "core/avoid/motion.h"
#include "core/avoid/planner.h"
#include "core/sim/encounter.h"
#include "tests/support/result_macros.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace haneul;
using namespace haneul::avoid;

namespace {

// The parts that a situation only refers to.
struct World {
    Situation situation;
    std::vector<Prism> zones;
    std::vector<Prism> volume;
};

Prism box(double east_m, double north_m, double half_m) {
    return {.corners = polygonAround({east_m, north_m}, half_m, 4), .floor_m = 0, .ceiling_m = 200};
}

// From quiet to hopeless: aircraft, zones and a corridor anywhere around.
void fillRandomly(World& world, sim::Random& random) {
    Situation& situation = world.situation;
    situation.own = {.position = {0, 0, random.uniform(25, 145)},
                     .course_deg = random.uniform(0, 360),
                     .speed_mps = random.uniform(0, 16),
                     .climb_mps = random.uniform(-2, 2),
                     .battery_pct = random.uniform(5, 100)};
    situation.guidance = {.course_deg = random.uniform(0, 360), .height_m = random.uniform(40, 120), .speed_mps = 12};
    situation.weather = {random.uniform(-3, 3), random.uniform(-3, 3), random.uniform(0, 2)};
    situation.traffic.clear();
    const auto others = random.below(8);
    for (std::size_t i = 0; i < others; ++i)
        situation.traffic.push_back(
            {.position = {random.uniform(-300, 300), random.uniform(-300, 300),
                          situation.own.position.up + random.uniform(-40, 40)},
             .velocity = {random.uniform(-15, 15), random.uniform(-15, 15), random.uniform(-2, 2)},
             .age_s = random.uniform(0, 3)});
    world.zones.clear();
    if (random.unit() < 0.5) world.zones.push_back(box(random.uniform(-200, 200), random.uniform(-200, 200), 50));
    world.volume.clear();
    if (random.unit() < 0.5) {
        const double angle = random.uniform(0, 6.28);
        const double up_m = situation.own.position.up;
        const std::vector<geo::Enu_m> path{{-300 * std::sin(angle), -300 * std::cos(angle), up_m},
                                           {300 * std::sin(angle), 300 * std::cos(angle), up_m}};
        world.volume = corridor(path, random.uniform(8, 70), 6, 6);
    }
    situation.zones = world.zones;
    situation.volume = world.volume;
}

Policy somePolicy(std::uint64_t seed) {
    sim::Random random(seed);
    Weights weights{};
    for (float& weight : weights)
        weight = static_cast<float>(random.uniform(-1, 1));
    return Policy(weights);
}

// Wants nothing but conflicts.
Policy hostilePolicy() {
    Weights weights{};
    weights[static_cast<std::size_t>(Feature::Conflict) * hiddenUnits] = 3;
    weights[featureCount * hiddenUnits + hiddenUnits] = 60;
    return Policy(weights);
}

Situation quiet() {
    Situation situation;
    situation.own = {.position = {0, 0, 80}, .course_deg = 0, .speed_mps = 12};
    situation.guidance = {.course_deg = 0, .height_m = 80, .speed_mps = 12};
    return situation;
}

} // namespace

class PlannerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neverUnsafeWhileASafeOneExists();  // R-PATH-08 R-PATH-09
    void nothingInTheWayFollowsThePath();   // R-PATH-07
    void candidatesStayWithinTheirLimits(); // R-PATH-07
    void anUntrainedPolicyIsTheRule();      // R-PATH-11
    void withoutAPolicyTheRuleFlies();      // R-PATH-11
    void aPolicyDecides();                  // R-PATH-07 R-PATH-11
    void sameInputSameDecision();           // R-PATH-12
    void aDecisionSaysWhy();                // R-PATH-07
    void headOnIsAnAlert();
    void thereIsASafeWayAgain();        // R-PATH-08
    void beyondTheCeilingItComesBack(); // R-PATH-09
    void whatIsNoNumberIsNeverClear();
    void noProgressAsksForANewPlan(); // R-PATH-09
    void modesHaveNames();
};

void PlannerTest::neverUnsafeWhileASafeOneExists() {
    sim::Random random(20'261);
    World world;
    std::size_t safeOnes = 0;
    std::size_t overridden = 0;
    std::size_t outside = 0;
    std::size_t leastBad = 0;
    for (int i = 0; i < 1500; ++i) {
        fillRandomly(world, random);
        const Planner planner(i % 2 == 0 ? Mode::RulesShield : Mode::LearnedShield,
                              somePolicy(static_cast<std::uint64_t>(i)));
        const Decision decision = planner.decide(world.situation);
        const Candidates candidates = candidatesFor(world.situation);
        const Shield shield(world.situation);
        std::array<Prospect, candidateCount> prospects;
        std::ranges::transform(candidates, prospects.begin(),
                               [&](const Action& action) { return shield.prospect(action); });
        const Prospect& chosen = prospects[decision.chosen];
        QVERIFY(decision.action == candidates[decision.chosen]);
        QCOMPARE(decision.overridden, decision.chosen != decision.preferred);
        if (std::ranges::any_of(prospects, &Prospect::safe)) {
            QVERIFY(chosen.safe());
            QVERIFY(decision.safe && decision.replan == Replan::None);
            QCOMPARE(decision.overridden, !prospects[decision.preferred].safe());
            ++safeOnes;
            overridden += decision.overridden ? 1 : 0;
            continue;
        }
        QVERIFY(!decision.safe && decision.replan == Replan::NoSafeAction);
        if (std::ranges::any_of(prospects, &Prospect::clear)) {
            QVERIFY(chosen.clear() && decision.reason == Reason::OutsideVolume);
            ++outside;
            continue;
        }
        QVERIFY(decision.reason == Reason::LeastBad);
        for (const Prospect& prospect : prospects)
            QVERIFY(prospect.worst_m() <= chosen.worst_m());
        ++leastBad;
    }
    qInfo("%zu with a safe action (%zu overridden), %zu only outside the volume, %zu with none", safeOnes, overridden,
          outside, leastBad);
    QVERIFY(safeOnes > 500 && overridden > 50 && outside > 50 && leastBad > 50);
}

void PlannerTest::nothingInTheWayFollowsThePath() {
    for (const Mode mode : allModes) {
        const Decision decision = Planner(mode, Policy()).decide(quiet());
        QCOMPARE(decision.action.turn_deg, 0.0);
        QCOMPARE(decision.action.speed_mps, 12.0);
        QCOMPARE(decision.action.climb_mps, 0.0);
        QVERIFY(!decision.alert && !decision.overridden && decision.reason == Reason::Preferred);
    }
    Situation aside = quiet();
    aside.guidance.course_deg = 31;
    aside.guidance.height_m = 84;
    const Decision decision = Planner(Mode::RulesShield).decide(aside);
    QCOMPARE(decision.action.turn_deg, 31.0);
    QVERIFY(decision.action.climb_mps > 0.9);
}

void PlannerTest::candidatesStayWithinTheirLimits() {
    sim::Random random(5);
    World world;
    for (int i = 0; i < 500; ++i) {
        fillRandomly(world, random);
        const Situation& situation = world.situation;
        const double reach_mps = situation.envelope.maxAirspeed_mps -
                                 std::hypot(situation.weather.windEast_mps, situation.weather.windNorth_mps);
        for (const Action& action : candidatesFor(situation)) {
            QVERIFY(std::abs(action.turn_deg) <= widestTurn_deg(situation));
            QVERIFY(action.speed_mps >= 0 && action.speed_mps <= reach_mps + 1e-9);
            QVERIFY(action.climb_mps <= situation.envelope.climb_mps &&
                    action.climb_mps >= -situation.envelope.descent_mps);
            const double reached_m = situation.own.position.up + decisionEvery_s * action.climb_mps;
            QVERIFY(reached_m <= situation.ceiling_m && reached_m >= situation.floor_m);
            if (situation.own.battery_pct < 15) QVERIFY(action.speed_mps <= situation.guidance.speed_mps);
        }
    }
}

void PlannerTest::anUntrainedPolicyIsTheRule() {
    // Hidden weights as before training; nothing reaches the output.
    Weights weights = somePolicy(3).weights();
    std::fill(weights.begin() + featureCount * hiddenUnits + hiddenUnits, weights.end(), 0.0F);
    sim::Random random(6);
    World world;
    for (int i = 0; i < 300; ++i) {
        fillRandomly(world, random);
        const Decision rule = Planner(Mode::RulesShield).decide(world.situation);
        const Decision learned = Planner(Mode::LearnedShield, Policy(weights)).decide(world.situation);
        QVERIFY(learned.mode == Mode::LearnedShield);
        QCOMPARE(learned.chosen, rule.chosen);
        QCOMPARE(learned.score, rule.score);
    }
}

void PlannerTest::withoutAPolicyTheRuleFlies() {
    QVERIFY(Planner(Mode::LearnedShield).mode() == Mode::RulesShield);
    QVERIFY(Planner(Mode::Learned).mode() == Mode::Rules);
    sim::Random random(7);
    World world;
    for (int i = 0; i < 200; ++i) {
        fillRandomly(world, random);
        QVERIFY(Planner(Mode::LearnedShield).decide(world.situation) ==
                Planner(Mode::RulesShield).decide(world.situation));
    }
}

void PlannerTest::aPolicyDecides() {
    // One hidden unit that follows "speed error", with a large weight: the fastest candidate wins.
    Weights weights{};
    weights[static_cast<std::size_t>(Feature::SpeedError) * hiddenUnits] = 3;
    weights[featureCount * hiddenUnits + hiddenUnits] = 10;
    const Decision decision = Planner(Mode::LearnedShield, Policy(weights)).decide(quiet());
    QCOMPARE(decision.action.speed_mps, 16.0);
    QCOMPARE(decision.features[static_cast<std::size_t>(Feature::SpeedError)], 0.4F);
}

void PlannerTest::sameInputSameDecision() {
    sim::Random random(8);
    World world;
    const Planner planner(Mode::LearnedShield, somePolicy(9));
    for (int i = 0; i < 200; ++i) {
        fillRandomly(world, random);
        QVERIFY(planner.decide(world.situation) == planner.decide(world.situation));
    }
}

void PlannerTest::aDecisionSaysWhy() {
    const Planner eager(Mode::LearnedShield, hostilePolicy()); // the shield has the last word
    Situation situation = quiet();
    situation.traffic = {{.position = {0, 200, 80}, .velocity = {0, -13, 0}}};
    const Decision fromTraffic = eager.decide(situation);
    QVERIFY(fromTraffic.overridden);
    QVERIFY(fromTraffic.reason == Reason::ShieldTraffic);
    QVERIFY(fromTraffic.chosen != fromTraffic.preferred);
    QCOMPARE(toString(fromTraffic.reason), std::string_view("shield-traffic"));
    QVERIFY(!Planner(Mode::Learned, hostilePolicy()).decide(situation).overridden);

    const std::vector<Prism> wall{box(0, 120, 60)};
    situation = quiet();
    situation.zones = wall;
    QVERIFY(eager.decide(situation).reason == Reason::ShieldZone);

    const std::vector<Prism> volume{
        {.corners = {{-12, -300}, {-12, 300}, {12, 300}, {12, -300}}, .floor_m = 0, .ceiling_m = 200}};
    situation = quiet();
    situation.volume = volume;
    QVERIFY(eager.decide(situation).reason == Reason::ShieldVolume);
}

void PlannerTest::headOnIsAnAlert() {
    Situation situation = quiet();
    situation.traffic = {{.position = {0, 400, 80}, .velocity = {0, -10, 0}}};
    const Decision decision = Planner(Mode::RulesShield).decide(situation);
    QVERIFY(decision.alert);
    QVERIFY(decision.action.turn_deg != 0 || decision.action.climb_mps != 0 || decision.action.speed_mps != 12);
    situation.traffic.front().position.up = 110; // passes well above
    QVERIFY(!Planner(Mode::RulesShield).decide(situation).alert);
    // A report that is old counts from where the aircraft is by now: already past.
    situation.traffic = {{.position = {0, 300, 80}, .velocity = {0, -14, 0}, .age_s = 32}};
    QVERIFY(!Planner(Mode::RulesShield).decide(situation).alert);
}

// What the shield is for: where others fly straight and everything is known, a safe action is nearly always followed by
// one (what comes in sight in the last two seconds of its look ahead was not known), and separation is never lost.
void PlannerTest::thereIsASafeWayAgain() {
    sim::EncounterSettings settings = sim::EncounterSettings::easy(6);
    settings.avoiding = sim::Avoiding::Own;
    settings.gust_mps = settings.surpriseShare = settings.latency_s = settings.outagesPerMinute = 0;
    settings.positionNoise_m = settings.heightNoise_m = settings.velocityNoise_mps = 0;
    const Planner planner(Mode::LearnedShield, hostilePolicy());
    std::size_t overrides = 0;
    std::size_t safeOnes = 0;
    std::size_t becameUnsafe = 0;
    for (std::uint64_t i = 0; i < 60; ++i) {
        const sim::Encounter encounter = sim::makeEncounter(settings, 400, i);
        bool wasSafe = false;
        const auto outcome = sim::fly(encounter, [&](std::size_t, const Situation& situation) {
            const Decision decision = planner.decide(situation);
            becameUnsafe += wasSafe && !decision.safe ? 1 : 0;
            wasSafe = decision.safe;
            safeOnes += wasSafe ? 1 : 0;
            return decision;
        });
        QVERIFY2(!outcome.loss, qPrintable(QString::number(i)));
        overrides += outcome.overrides;
    }
    qInfo("%zu safe decisions, %zu times not safe after a safe one, %zu overrides", safeOnes, becameUnsafe, overrides);
    QVERIFY(overrides > 100);
    QVERIFY(becameUnsafe * 200 < safeOnes);
}

void PlannerTest::beyondTheCeilingItComesBack() {
    for (const auto& [height_m, down] : {std::pair{151.5, true}, {18.5, false}}) {
        Situation situation = quiet();
        situation.own.position.up = height_m;
        situation.guidance.height_m = height_m; // the path would have it stay
        const Decision decision = Planner(Mode::RulesShield).decide(situation);
        QVERIFY(decision.safe && decision.replan == Replan::None);
        QVERIFY(down ? decision.action.climb_mps < -0.3 : decision.action.climb_mps > 0.3);
        situation.own.climb_mps = down ? 3 : -2.5; // on the way out already: it cannot come back in time
        situation.own.position.up += down ? 3 : -3;
        QVERIFY(Planner(Mode::RulesShield).decide(situation).replan == Replan::NoSafeAction);
    }
}

void PlannerTest::whatIsNoNumberIsNeverClear() {
    const auto judged = [](const Situation& situation) {
        const Decision decision = Planner(Mode::RulesShield).decide(situation);
        return decision.reason != Reason::NotJudged && decision.safe && decision.replan == Replan::None;
    };
    Situation situation = quiet();
    situation.traffic = {{.position = {0, 900, 80}, .velocity = {0, 1, 0}}};
    QVERIFY(judged(situation));
    for (double* const number :
         {&situation.own.position.up, &situation.own.course_deg, &situation.traffic[0].position.east,
          &situation.traffic[0].velocity.up_mps, &situation.traffic[0].age_s, &situation.weather.gust_mps,
          &situation.guidance.height_m}) {
        const double before = std::exchange(*number, NAN);
        QVERIFY(!judged(situation));
        QCOMPARE(Planner(Mode::RulesShield).decide(situation).action.speed_mps, 0.0);
        *number = before;
    }
}

void PlannerTest::noProgressAsksForANewPlan() {
    Situation situation = quiet();
    situation.guidance.sinceProgress_s = Planner::blockedAfter_s - 2;
    QVERIFY(Planner(Mode::RulesShield).decide(situation).replan == Replan::None);
    situation.guidance.sinceProgress_s = Planner::blockedAfter_s;
    QVERIFY(Planner(Mode::RulesShield).decide(situation).replan == Replan::PathBlocked);
}

void PlannerTest::modesHaveNames() {
    for (const Mode mode : allModes)
        QVERIFY(modeFrom(toString(mode)) == mode);
    QVERIFY(!modeFrom("autopilot"));
}

QTEST_GUILESS_MAIN(PlannerTest)
#include "planner_test.moc"
