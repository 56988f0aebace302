#include "tests/bench/planner_training.h"
#include "tests/support/result_macros.h"

#include <algorithm>

using namespace haneul;
using namespace haneul::bench;

namespace {

// A training of seconds: enough to move, far too little to learn.
TrainingResult tiny(std::uint64_t seed, unsigned threads = 1) {
    TrainingSettings settings;
    settings.seed = seed;
    settings.generations = 3;
    settings.pairs = 3;
    settings.firstEncounters = 4;
    settings.threads = threads;
    return train(settings, {});
}

} // namespace

class PlannerTrainingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalSeedsGiveEqualWeights();  // R-PATH-11
    void threadsChangeNothing();        // R-PATH-11
    void aLossCostsMoreThanAnyDetour(); // R-PATH-07
    void encountersAreAllKinds();
};

void PlannerTrainingTest::equalSeedsGiveEqualWeights() {
    const TrainingResult one = tiny(5);
    QVERIFY(one.weights == tiny(5).weights); // every bit
    QVERIFY(one.weights != tiny(6).weights);
    QCOMPARE(one.generations.size(), std::size_t{3});
    QVERIFY(std::ranges::any_of(one.weights.end() - 17, one.weights.end(), [](float weight) { return weight != 0; }));
    QCOMPARE(one.encountersFlown, std::uint64_t{(4 + 8 + 16) * 8});
}

void PlannerTrainingTest::threadsChangeNothing() {
    QVERIFY(tiny(5, 1).weights == tiny(5, 3).weights);
}

void PlannerTrainingTest::aLossCostsMoreThanAnyDetour() {
    const sim::EncounterOutcome straight{.closest = 0.9, .arrived = true, .flight_s = 50};
    sim::EncounterOutcome loss = straight;
    loss.loss = true;
    sim::EncounterOutcome detour{.closest = 1.4, .arrived = true, .flight_s = 70, .turn_deg = 400, .climb_m = 100};
    QVERIFY(reward(loss) < reward(detour));
    const double before = reward(detour);
    detour.speedError_m = 100; // flying fast or slow is not for nothing
    QVERIFY(reward(detour) < before);
}

void PlannerTrainingTest::encountersAreAllKinds() {
    std::array<std::size_t, 9> crowds{};
    std::size_t everybody = 0;
    for (std::uint64_t i = 0; i < 300; ++i) {
        const sim::Encounter encounter = trainingEncounter(1, i);
        ++crowds.at(encounter.aircraft.size());
        everybody += encounter.settings.avoiding == sim::Avoiding::All ? 1 : 0;
        QVERIFY(encounter.settings.latency_s >= 0 && encounter.settings.latency_s <= 1);
    }
    for (const std::size_t crowd : {1U, 2U, 3U, 4U, 6U, 8U})
        QVERIFY(crowds[crowd] > 10);
    QVERIFY(everybody > 15 && everybody < 150);
}

QTEST_GUILESS_MAIN(PlannerTrainingTest)
#include "planner_training_test.moc"
