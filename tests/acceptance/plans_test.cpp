#include "program.h"

#include <QtTest>

#include <set>

using namespace haneul::tests;

namespace {

QByteArray pointAt(double lat, double lon) {
    return QStringLiteral(R"~({"lat":%1,"lon":%2,"height":{"metres":120,"reference":"AMSL"}})~")
        .arg(lat)
        .arg(lon)
        .toUtf8();
}

// A flight over Seoul so many minutes from now, by a drone of the demonstration that is ready.
QByteArray plan(const char* id, int minutes, const char* drone = "DL-001") {
    const auto start = QDateTime::currentDateTimeUtc().addSecs(60 * minutes);
    const auto time = [](const QDateTime& at) { return at.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss'Z'")); };
    const QString body = QStringLiteral(
        R"~({"id":"%1","operator_id":"haneul-air","drone_id":"%5",)~"
        R"~("pilot_id":"PILOT-01","battery_id":"B-%5","payload_ids":["BOX-S"],"profile":"logistics",)~"
        R"~("mission_type":"delivery","operation":{"pattern":"WAYPOINTS","points":[%2]},"start":"%3","end":"%4",)~"
        R"~("parameters":{"cruise_mps":10,"climb_mps":3,"descent_mps":2,"mode":"BVLOS"},)~"
        R"~("contingency":{"lost_link":"RTH","landing_sites":[{"name":"park","lat":37.5670,"lon":126.9800}]}})~");
    return body
        .arg(QLatin1StringView(id), QString::fromUtf8(pointAt(37.5663, 126.9779) + ',' + pointAt(37.5690, 126.9870)),
             time(start), time(start.addSecs(900)), QLatin1StringView(drone))
        .toUtf8();
}

} // namespace

// The ten steps of a flight plan (R-PLAN-06..16) through the real program, with real accounts, killed in between.
class PlansTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theTenStepsSurviveKills(); // R-PLAN-06 R-PLAN-07 R-PLAN-10 R-PLAN-12 R-PLAN-13 R-PLAN-20 R-EVT-01 G1
    void itIsFlown();               // R-PLAN-15 R-PLAN-16 R-EVT-03
    void twentyApprovalsGiveOne();  // R-PLAN-18

private:
    std::pair<int, QJsonObject> as(const char* role, const QString& path, const QByteArray& body) {
        const auto [status, text] = m_program.postAs(m_program.demoToken(QLatin1StringView(role)), path, body);
        return {status, QJsonDocument::fromJson(text).object()};
    }

    QJsonObject read(const QString& path) {
        return QJsonDocument::fromJson(m_program.getAs(m_program.demoToken(QStringLiteral("approver")), path).second)
            .object();
    }

    void killAndStart() {
        m_program.process().kill();
        QVERIFY(m_program.process().waitForFinished(5'000));
        QVERIFY2(m_program.start({QStringLiteral("--demo")}), m_program.output());
    }

    QByteArray digestOf(const QString& id) {
        return read(QStringLiteral("/api/v1/plans/") + id)[QStringLiteral("evidence")][QStringLiteral("digest")]
            .toString()
            .toUtf8();
    }

    Program m_program;
};

void PlansTest::initTestCase() {
    QVERIFY2(m_program.start({QStringLiteral("--demo")}), m_program.output());
}

void PlansTest::theTenStepsSurviveKills() {
    const QString plans = QStringLiteral("/api/v1/plans");
    const QString one = QStringLiteral("/api/v1/plans/TEN");
    QCOMPARE(m_program.postAs({}, plans, plan("TEN", 180)).first, 401); // step 2: never reaches the service
    QCOMPARE(as("auditor", plans, plan("TEN", 180)).first, 403);
    const auto [made, saved] = as("planner", plans, plan("TEN", 180));
    QVERIFY2(made == 201, QJsonDocument(saved).toJson());
    killAndStart();
    const auto [status, submitted] = as("planner", one + QStringLiteral("/submit"), R"({"revision":1})");
    QVERIFY2(status == 200, QJsonDocument(submitted).toJson());
    QVERIFY2(submitted[QStringLiteral("state")].toString() == QStringLiteral("PENDING_APPROVAL"),
             QJsonDocument(submitted).toJson());
    killAndStart();
    QCOMPARE(read(one)[QStringLiteral("state")].toString(), QStringLiteral("PENDING_APPROVAL"));
    const QByteArray approval =
        R"({"revision":1,"conditions":"daylight","evidence":")" + digestOf(QStringLiteral("TEN")) + "\"}";
    QCOMPARE(as("planner", one + QStringLiteral("/approve"), approval).first, 403);
    QCOMPARE(as("administrator", one + QStringLiteral("/approve"), approval).first, 403);
    QCOMPARE(as("approver", one + QStringLiteral("/approve"), approval).first, 200);
    killAndStart();
    const auto kept = read(one);
    QCOMPARE(kept[QStringLiteral("state")].toString(), QStringLiteral("APPROVED"));
    QCOMPARE(kept[QStringLiteral("conditions")].toString(), QStringLiteral("daylight"));
    QCOMPARE(as("approver", one + QStringLiteral("/approve"), approval).first, 409); // once
    QStringList steps;
    for (const auto& step : read(one + QStringLiteral("/history"))[QStringLiteral("steps")].toArray())
        steps += step[QStringLiteral("step")].toString();
    QCOMPARE(steps, (QStringList{QStringLiteral("CREATED"), QStringLiteral("SUBMITTED"),
                                 QStringLiteral("CHECKS_PASSED"), QStringLiteral("APPROVERS_NOTIFIED"),
                                 QStringLiteral("APPROVED"), QStringLiteral("PILOT_NOTIFIED")}));
    const auto shared = [this](const QString& path, const QString& list, const QString& key) {
        QStringList ids;
        for (const auto& entry : read(path)[list].toArray())
            ids += entry[key].toString();
        return ids.count(QStringLiteral("TEN"));
    };
    QCOMPARE(shared(QStringLiteral("/api/v1/intents?bbox=126.9,37.5,127.1,37.6"), QStringLiteral("intents"),
                    QStringLiteral("id")),
             1);
    QCOMPARE(shared(QStringLiteral("/api/v1/flights"), QStringLiteral("flights"), QStringLiteral("plan_id")), 1);
    int approvals = 0;
    for (const auto& entry :
         read(QStringLiteral("/api/v1/log?type=plan.approved"))[QStringLiteral("entries")].toArray())
        approvals += QJsonDocument(entry.toObject()).toJson().contains("TEN") ? 1 : 0;
    QCOMPARE(approvals, 1);
}

void PlansTest::itIsFlown() {
    const QString one = QStringLiteral("/api/v1/plans/SOON");
    QCOMPARE(as("planner", QStringLiteral("/api/v1/plans"), plan("SOON", 10, "DL-008")).first, 201);
    const auto [status, submitted] = as("planner", one + QStringLiteral("/submit"), R"({"revision":1})");
    QVERIFY2(submitted[QStringLiteral("state")].toString() == QStringLiteral("PENDING_APPROVAL"),
             QJsonDocument(submitted).toJson());
    const QByteArray approval = R"({"revision":1,"evidence":")" + digestOf(QStringLiteral("SOON")) + "\"}";
    QCOMPARE(as("approver", one + QStringLiteral("/approve"), approval).first, 200);
    // The pilot is told once, at his own desk.
    const auto own =
        m_program.getAs(m_program.demoToken(QStringLiteral("pilot")), QStringLiteral("/api/v1/me/notices"));
    int told = 0;
    for (const auto& notice : QJsonDocument::fromJson(own.second)[QStringLiteral("notices")].toArray())
        told += notice[QStringLiteral("message")].toString() == QStringLiteral("PLAN_APPROVED") &&
                        notice[QStringLiteral("about")][QStringLiteral("plan")].toString() == QStringLiteral("SOON")
                    ? 1
                    : 0;
    QVERIFY2(told == 1, own.second);
    QCOMPARE(as("pilot", one + QStringLiteral("/activate"), {}).first, 200);
    QCOMPARE(read(one)[QStringLiteral("state")].toString(), QStringLiteral("ACTIVATED"));
    killAndStart();
    QCOMPARE(as("pilot", one + QStringLiteral("/end"), R"({"note":"landed"})").first, 200);
    QCOMPARE(read(one)[QStringLiteral("state")].toString(), QStringLiteral("ENDED"));
}

void PlansTest::twentyApprovalsGiveOne() {
    std::vector<std::pair<QString, QByteArray>> wanted;
    for (const char* id : {"RACE-A", "RACE-B"}) {
        const QString path = QStringLiteral("/api/v1/plans/") + QLatin1StringView(id);
        QCOMPARE(as("planner", QStringLiteral("/api/v1/plans"), plan(id, 360)).first, 201);
        QCOMPARE(as("planner", path + QStringLiteral("/submit"), R"({"revision":1})").first, 200);
        wanted.emplace_back(path + QStringLiteral("/approve"),
                            R"({"revision":1,"evidence":")" + digestOf(QLatin1StringView(id)) + "\"}");
    }
    QNetworkAccessManager network; // asks several at once
    std::vector<QNetworkReply*> replies;
    for (std::size_t i = 0; i < 20; ++i) {
        QNetworkRequest request(m_program.url(wanted[i % 2].first));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const auto role = i % 4 < 2 ? QStringLiteral("approver") : QStringLiteral("supervisor");
        request.setRawHeader("Authorization", "Bearer " + m_program.demoToken(role));
        replies.push_back(network.post(request, wanted[i % 2].second));
    }
    int won = 0, lost = 0;
    for (QNetworkReply* reply : replies) {
        QVERIFY(QTest::qWaitFor([&] { return reply->isFinished(); }, 20'000));
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 200) ++won;
        if (status == 409) ++lost;
        reply->deleteLater();
    }
    QCOMPARE(won, 1);
    QCOMPARE(lost, 19);
}

QTEST_GUILESS_MAIN(PlansTest)
#include "plans_test.moc"
