#include "server/studies/studies.h"
#include "study_cases.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <format>

using namespace haneul;
using namespace haneul::studies::tests;

// Every case of tests/cases whose study is there: dropping a file in adds its cases.
class CasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCase_data();
    void everyCase(); // R-RSK-09 R-RTE-03 R-RTE-04 R-RTE-05 R-RTE-06 R-RTE-09 R-RTE-10 R-RTE-11 R-RTE-12 R-RTE-13
                      // R-SLT-01 R-SLT-07
    void onlyMissionsCountAgainstTheFleet(); // R-SLT-10
    void malformedBodiesAreRefused_data();
    void malformedBodiesAreRefused();
    void anUnknownStudyIsRefused();
};

void CasesTest::everyCase_data() {
    QTest::addColumn<QString>("op");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QJsonValue>("expected");
    QTest::addColumn<Tolerance>("allowed");
    QVERIFY(forEachCase([](const StudyCase& one) {
        QTest::newRow(qPrintable(one.id)) << one.op << one.input << one.expected << one.allowed;
    }));
}

void CasesTest::everyCase() {
    QFETCH(QString, op);
    QFETCH(QByteArray, input);
    QFETCH(QJsonValue, expected);
    QFETCH(Tolerance, allowed);
    const auto answer = studies::answer(op.toStdString(), input.toStdString());
    const QJsonValue refusal = expected[QStringLiteral("error")];
    if (refusal.isString()) {
        QVERIFY(!answer);
        QCOMPARE(QString::fromStdString(answer.error().code), refusal.toString());
        return;
    }
    QVERIFY_RESULT(answer);
    QCOMPARE(difference(expected, parsed(*answer), allowed, op), QString());
}

// A place that is held is no drone that is away: with a fleet of one, what is held elsewhere is in nobody's way.
void CasesTest::onlyMissionsCountAgainstTheFleet() {
    const auto slots = [](std::string_view existing) {
        const auto answer = studies::answer(
            "slots", std::format(R"({{"network":{{"base":"B","nodes":{{"B":{{}},"D":{{}}}},"links":[],)"
                                 R"("fleet":{{"size":1,"turnaround":2}}}},"new":[{{"kind":"node","id":"B","frm":0,)"
                                 R"("to":5}}],"existing":[{}],"ready":0,"horizon":40}})",
                                 existing));
        return answer ? QString::fromStdString(*answer) : QString::fromStdString(answer.error().message);
    };
    const char* const held = R"({"kind":"node","id":"D","frm":0,"to":10},{"kind":"link","id":"B>D","frm":0,"to":10})";
    const char* const away = R"({"kind":"mission","frm":20,"to":30})";
    QCOMPARE(slots(held), QStringLiteral(R"({"windows":[[0,40]],"st1":0})"));
    QCOMPARE(slots(away), QStringLiteral(R"({"windows":[[0,13],[32,40]],"st1":0})"));
    QCOMPARE(slots(std::format("{},{}", held, away)), slots(away));
    // It still counts against its own place.
    QCOMPARE(slots(R"({"kind":"node","id":"B","frm":0,"to":10})"), QStringLiteral(R"({"windows":[[10,40]],"st1":10})"));
}

void CasesTest::malformedBodiesAreRefused_data() {
    QTest::addColumn<QByteArray>("body");
    for (const char* body : {"", "[]", "{}", "{\"distance\":\"far\"}", "{\"P\":[[1,2],3]}", "{\"network\":{}}"})
        QTest::addRow("%s", body) << QByteArray(body);
}

void CasesTest::malformedBodiesAreRefused() {
    QFETCH(QByteArray, body);
    for (const auto& study : studies::all()) {
        const auto answer = study.answer(std::string_view(body.constData(), static_cast<std::size_t>(body.size())));
        QVERIFY2(!answer, study.op.data());
        QVERIFY(!answer.error().message.empty());
    }
}

void CasesTest::anUnknownStudyIsRefused() {
    const auto answer = studies::answer("nonsense", "{}");
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, std::string("UNKNOWN_STUDY"));
}

QTEST_GUILESS_MAIN(CasesTest)
#include "cases_test.moc"
