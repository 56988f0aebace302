#include "openapi_shape.h"
#include "server/http/planner_api.h"

#include <QFile>
#include <QtTest>

using namespace haneul;
using namespace haneul::http;
using planner::Choice;
using planner::LocalPlanner;

namespace {

const char* const shipped = HANEUL_SOURCE_DIR "/resources/planner/planner.policy";

QJsonObject bodyOf(const Response& response) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(*response.body)).object();
}

QStringList wrongWith(const Response& response) {
    const QByteArray document(openApiDocument().data(), static_cast<qsizetype>(openApiDocument().size()));
    const tests::OpenApiShape shape(QJsonDocument::fromJson(document).object());
    return shape.wrong(QStringLiteral("/api/v1/planner"), QStringLiteral("get"), static_cast<int>(response.status),
                       bodyOf(response));
}

} // namespace

class PlannerApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatFliesAndHowItWasTrained();     // R-PATH-11
    void showsWhyTheRuleFlies();                 // R-PATH-11
    void showsDecisionsWithWhatTheyWereMadeOf(); // R-PATH-07
    void whereThereIsNone();
};

void PlannerApiTest::showsWhatFliesAndHowItWasTrained() {
    const LocalPlanner planner({.policy = shipped});
    const Response response = answerLocalPlanner(&planner);
    QCOMPARE(wrongWith(response), QStringList());
    const QJsonObject body = bodyOf(response);
    QCOMPARE(body[QStringLiteral("mode")].toString(), QStringLiteral("learned+shield"));
    QCOMPARE(body[QStringLiteral("policy")].toString().toStdString(), planner.status().version);
    QVERIFY(body[QStringLiteral("training")][QStringLiteral("encounters")].toInt() > 100'000);
    QVERIFY(body[QStringLiteral("refused")].isNull());
}

void PlannerApiTest::showsWhyTheRuleFlies() {
    const LocalPlanner disabled({.choice = Choice::Rules, .policy = shipped});
    const LocalPlanner missing({.policy = "/nowhere/planner.policy"});
    for (const LocalPlanner* planner : {&disabled, &missing}) {
        QCOMPARE(wrongWith(answerLocalPlanner(planner)), QStringList());
        QCOMPARE(bodyOf(answerLocalPlanner(planner))[QStringLiteral("mode")].toString(),
                 QStringLiteral("rules+shield"));
    }
    QCOMPARE(bodyOf(answerLocalPlanner(&disabled))[QStringLiteral("wanted")].toString(), QStringLiteral("rules"));
    const QJsonObject body = bodyOf(answerLocalPlanner(&missing));
    QCOMPARE(body[QStringLiteral("refused")][QStringLiteral("code")].toString(), QStringLiteral("POLICY_MISSING"));
    QVERIFY(body[QStringLiteral("policy")].isNull());
    QVERIFY(!QString::fromStdString(*answerLocalPlanner(&missing).body).contains(QLatin1StringView("/nowhere")));
}

void PlannerApiTest::showsDecisionsWithWhatTheyWereMadeOf() {
    LocalPlanner planner({.policy = shipped});
    const avoid::Situation situation{.own = {.position = {0, 0, 80}, .speed_mps = 12},
                                     .guidance = {.height_m = 80},
                                     .traffic = {{.position = {0, 300, 80}, .velocity = {0, -12, 0}}}};
    const avoid::Decision decision = planner.planner().decide(situation);
    planner.record({.time = utcMs(1'795'233'600'000),
                    .drone = "XC-001",
                    .position = {37.49, 126.98},
                    .height_m = 110,
                    .speed_mps = 12,
                    .battery_pct = 90,
                    .traffic = 1,
                    .decision = decision});
    const Response response = answerLocalPlanner(&planner);
    QCOMPARE(wrongWith(response), QStringList());
    const QJsonArray decisions = bodyOf(response)[QStringLiteral("decisions")].toArray();
    QCOMPARE(decisions.size(), 1);
    const QJsonObject one = decisions[0].toObject();
    QCOMPARE(one[QStringLiteral("drone_id")].toString(), QStringLiteral("XC-001"));
    QVERIFY(one[QStringLiteral("conflict_ahead")].toBool());
    QCOMPARE(one[QStringLiteral("candidate")].toInt(), static_cast<int>(decision.chosen));
    QCOMPARE(one[QStringLiteral("features")].toArray().size(), 12);
    QCOMPARE(one[QStringLiteral("reason")].toString().toStdString(), std::string(toString(decision.reason)));
}

void PlannerApiTest::whereThereIsNone() {
    const Response response = answerLocalPlanner(nullptr);
    QCOMPARE(response.status, 503U);
    QCOMPARE(wrongWith(response), QStringList());
}

QTEST_GUILESS_MAIN(PlannerApiTest)
#include "planner_api_test.moc"
