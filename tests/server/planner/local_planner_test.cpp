#include "server/planner/local_planner.h"
#include "tests/support/result_macros.h"

#include <QFile>
#include <QTemporaryDir>

using namespace haneul;
using namespace haneul::planner;
using avoid::Mode;

namespace {

// The policy that ships.
const QString shipped = QStringLiteral(HANEUL_SOURCE_DIR "/resources/planner/planner.policy");

std::filesystem::path pathOf(const QString& file) {
    return file.toStdString();
}

FlownDecision decisionOf(const char* drone) {
    return {.time = utcMs(1'795'233'600'000), .drone = drone, .decision = {.mode = Mode::RulesShield}};
}

} // namespace

class LocalPlannerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theShippedPolicyFlies();            // R-PATH-11
    void theSettingDisablesThePolicy();      // R-PATH-11
    void aMissingFileMeansTheRule();         // R-PATH-11
    void aDamagedFileMeansTheRule();         // R-PATH-11
    void aRecordOfAnotherPolicyIsNotShown(); // R-PATH-11
    void keepsWhatWasNotOrdinary();          // R-PATH-07
};

void LocalPlannerTest::theShippedPolicyFlies() {
    const LocalPlanner planner({.policy = pathOf(shipped)});
    const Status& status = planner.status();
    QVERIFY(status.mode == Mode::LearnedShield);
    QVERIFY(!status.refused);
    QCOMPARE(status.version.size(), std::size_t{12});
    QVERIFY(status.training.has_value());
    QVERIFY(status.training->encounters > 100'000);
    QVERIFY(status.training->lastReward > status.training->ruleReward);
}

void LocalPlannerTest::theSettingDisablesThePolicy() {
    const LocalPlanner planner({.choice = Choice::Rules, .policy = pathOf(shipped)});
    QVERIFY(planner.status().mode == Mode::RulesShield);
    QVERIFY(!planner.status().refused);
    QVERIFY(!planner.status().version.empty()); // it is known, only not flown
    const avoid::Situation situation{.own = {.position = {0, 0, 80}, .speed_mps = 12},
                                     .traffic = {{.position = {0, 300, 80}, .velocity = {0, -12, 0}}}};
    QVERIFY(planner.planner().decide(situation) == avoid::Planner(Mode::RulesShield).decide(situation));
}

void LocalPlannerTest::aMissingFileMeansTheRule() {
    const LocalPlanner planner({.policy = "/nowhere/planner.policy"});
    QVERIFY(planner.status().mode == Mode::RulesShield);
    QCOMPARE(planner.status().refused->code, std::string("POLICY_MISSING"));
    QCOMPARE(planner.status().refused->where, std::string("/nowhere/planner.policy"));
    QVERIFY(!planner.status().training);
}

void LocalPlannerTest::aDamagedFileMeansTheRule() {
    QTemporaryDir folder;
    QFile good(shipped);
    QVERIFY(good.open(QIODevice::ReadOnly));
    QByteArray bytes = good.readAll();
    bytes[300] = static_cast<char>(bytes[300] ^ 1);
    QFile bad(folder.filePath(QStringLiteral("bad.policy")));
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write(bytes) == bytes.size());
    bad.close();
    const LocalPlanner planner({.policy = pathOf(bad.fileName())});
    QVERIFY(planner.status().mode == Mode::RulesShield);
    QCOMPARE(planner.status().refused->code, std::string("POLICY_DAMAGED"));
}

void LocalPlannerTest::aRecordOfAnotherPolicyIsNotShown() {
    QTemporaryDir folder;
    const QString policy = folder.filePath(QStringLiteral("p"));
    QVERIFY(QFile::copy(shipped, policy));
    QFile record(folder.filePath(QStringLiteral("p.json")));
    QVERIFY(record.open(QIODevice::WriteOnly));
    record.write("{\"policy\": \"000000000000\", \"rewards\": [{\"reward\": 1}]}");
    record.close();
    const LocalPlanner planner({.policy = pathOf(policy)});
    QVERIFY(planner.status().mode == Mode::LearnedShield);
    QVERIFY(!planner.status().training);
}

void LocalPlannerTest::keepsWhatWasNotOrdinary() {
    LocalPlanner planner({.choice = Choice::Rules, .policy = pathOf(shipped)});
    planner.record(decisionOf("quiet"));
    QVERIFY(planner.recent().empty());
    FlownDecision alert = decisionOf("alert");
    alert.decision.alert = true;
    planner.record(alert);
    FlownDecision overridden = decisionOf("overridden");
    overridden.decision.overridden = true;
    planner.record(overridden);
    FlownDecision asks = decisionOf("asks");
    asks.decision.replan = avoid::Replan::NoSafeAction;
    asks.decision.safe = false;
    planner.record(asks);
    QCOMPARE(planner.recent().size(), std::size_t{3});
    QCOMPARE(planner.recent().front().drone, std::string("asks"));
    const Counters counters = planner.counters();
    QCOMPARE(counters.decisions, std::uint64_t{4});
    QCOMPARE(counters.alerts, std::uint64_t{1});
    QCOMPARE(counters.overrides, std::uint64_t{1});
    QCOMPARE(counters.unsafe, std::uint64_t{1});
    QCOMPARE(counters.replans, std::uint64_t{1});
    for (std::size_t i = 0; i < 2 * LocalPlanner::kept; ++i)
        planner.record(alert);
    QCOMPARE(planner.recent().size(), LocalPlanner::kept);
}

QTEST_GUILESS_MAIN(LocalPlannerTest)
#include "local_planner_test.moc"
