#include "program.h"

#include <QtTest>

#include <memory>
#include <vector>

using namespace haneul::tests;

// The deliveries of a real demonstration, as a planner's program sees them.
class DeliveriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theDemonstrationHasMissions();     // R-SLT-07
    void theReferenceNetworkIsExact();      // R-SLT-01 R-SLT-07
    void theWorkedExampleIsExact();         // R-RTE-13
    void aStudyIsAnswered();                // R-SLT-01
    void ofTwentyOnlyOneBooks();            // R-SLT-12
    void cancelFreesTheSlot();              // R-SLT-12
    void occupancyIsReported();             // R-SLT-11
    void missionsUnderWayAreFollowed();     // R-RTE-13
    void rolesAreKept();                    // R-SEC-03
    void killedAndStartedAgainItKeepsAll(); // G1

private:
    std::pair<int, QByteArray> book(const QByteArray& id, const QByteArray& start) {
        return m_program.post(QStringLiteral("/api/v1/missions"), R"({"network":"REF","request":{"id":")" + id +
                                                                      R"(","stops":[{"node":"DP-02"}]},"start":")" +
                                                                      start + R"("})");
    }

    QJsonArray missions(const QString& query) {
        return m_program.json(QStringLiteral("/api/v1/missions?limit=1000&") + query)[QStringLiteral("missions")]
            .toArray();
    }

    [[nodiscard]] QString at(const QString& time) const { return m_day + u'T' + time + QStringLiteral(".000Z"); }

    Program m_program;
    QString m_day; // of the first start
};

namespace {

QString codeIn(const QByteArray& body) {
    return QJsonDocument::fromJson(body).object()[QStringLiteral("error")][QStringLiteral("code")].toString();
}

} // namespace

void DeliveriesTest::initTestCase() {
    QVERIFY2(m_program.start({QStringLiteral("--demo")}), m_program.output());
    const auto reference = missions(QStringLiteral("network=REF"));
    QVERIFY(!reference.isEmpty());
    m_day = reference.at(0)[QStringLiteral("start")].toString().left(10);
}

void DeliveriesTest::theDemonstrationHasMissions() {
    QCOMPARE(missions(QStringLiteral("network=SEOUL")).size(), 40);
    QVERIFY(!missions(QStringLiteral("network=SEOUL&step=completed")).isEmpty());
    QVERIFY(!missions(QStringLiteral("network=SEOUL&step=booked")).isEmpty());
    const auto networks = m_program.json(QStringLiteral("/api/v1/networks"))[QStringLiteral("networks")].toArray();
    QCOMPARE(networks.size(), 3);
    for (const auto& network : networks)
        QCOMPARE(network[QStringLiteral("unverified")].toInt(-1), 0);
}

void DeliveriesTest::theReferenceNetworkIsExact() {
    struct Row {
        const char* id;
        const char* start;
        const char* firstEta;
        const char* end;
    };

    for (const Row& row :
         {Row{"m1", "10:00:00", "10:05:51", "10:16:13"}, Row{"m2", "10:04:22", "10:11:13", "10:20:35"},
          Row{"m3", "10:08:02", "10:12:53", "10:17:44"}, Row{"m4", "10:10:22", "10:15:43", "10:25:15"}}) {
        const auto mission = m_program.json(QStringLiteral("/api/v1/missions/") + QLatin1StringView(row.id));
        QCOMPARE(mission[QStringLiteral("start")].toString(), at(QLatin1StringView(row.start)));
        QCOMPARE(mission[QStringLiteral("stops")].toArray().at(1)[QStringLiteral("planned_eta")].toString(),
                 at(QLatin1StringView(row.firstEta)));
        QCOMPARE(mission[QStringLiteral("planned_end")].toString(), at(QLatin1StringView(row.end)));
    }
}

void DeliveriesTest::theWorkedExampleIsExact() {
    const auto stops = m_program.json(QStringLiteral("/api/v1/missions/G1"))[QStringLiteral("stops")].toArray();
    QCOMPARE(stops.size(), 4);
    const char* const times[][2] = {
        {"10:00:00", "10:04:00"}, {"10:19:00", "10:22:00"}, {"10:32:00", "10:35:00"}, {"10:45:00", "10:49:00"}};
    for (qsizetype i = 0; i < stops.size(); ++i) {
        QCOMPARE(stops.at(i)[QStringLiteral("planned_eta")].toString(), at(QLatin1StringView(times[i][0])));
        QCOMPARE(stops.at(i)[QStringLiteral("planned_etd")].toString(), at(QLatin1StringView(times[i][1])));
    }
}

void DeliveriesTest::aStudyIsAnswered() {
    const auto [status, body] =
        m_program.post(QStringLiteral("/api/v1/studies/slots"),
                       R"({"network":{"base":"A","nodes":{"A":{"capacity":1}},"links":[]},)"
                       R"("new":[{"kind":"node","id":"A","frm":0,"to":5}],)"
                       R"("existing":[{"kind":"node","id":"A","frm":10,"to":12}],"ready":0,"horizon":20})");
    QCOMPARE(status, 200);
    const auto answer = QJsonDocument::fromJson(body).object();
    QCOMPARE(answer[QStringLiteral("st1")].toDouble(-1), 0.0);
    QCOMPARE(answer[QStringLiteral("windows")].toArray(), (QJsonArray{QJsonArray{0, 5}, QJsonArray{12, 20}}));
}

void DeliveriesTest::ofTwentyOnlyOneBooks() {
    QNetworkAccessManager network; // asks several at once
    std::vector<QNetworkReply*> replies;
    for (int i = 0; i < 20; ++i) {
        QNetworkRequest request(m_program.url(QStringLiteral("/api/v1/missions")));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        request.setRawHeader("Authorization", "Bearer " + m_program.token());
        replies.push_back(network.post(request, R"({"network":"REF","request":{"id":"race-)" + QByteArray::number(i) +
                                                    R"(","stops":[{"node":"DP-02"}]},"start":")" +
                                                    at(QStringLiteral("20:00:00")).toUtf8() + R"("})"));
    }
    int won = 0, lost = 0;
    for (QNetworkReply* reply : replies) {
        QVERIFY(QTest::qWaitFor([&] { return reply->isFinished(); }, 20'000));
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 201) ++won;
        if (status == 409 && codeIn(reply->readAll()) == QStringLiteral("SLOT_TAKEN")) ++lost;
        reply->deleteLater();
    }
    QCOMPARE(won, 1);
    QCOMPARE(lost, 19);
}

void DeliveriesTest::cancelFreesTheSlot() {
    const QByteArray start = at(QStringLiteral("21:00:00")).toUtf8();
    QCOMPARE(book("first", start).first, 201);
    const auto [status, body] = book("second", start);
    QCOMPARE(status, 409);
    QCOMPARE(codeIn(body), QStringLiteral("SLOT_TAKEN"));
    QVERIFY2(body.contains("first"), body);
    QCOMPARE(m_program.post(QStringLiteral("/api/v1/missions/first/cancel"), R"({"reason":"rain"})").first, 200);
    QCOMPARE(book("second", start).first, 201);
}

void DeliveriesTest::occupancyIsReported() {
    const auto report = m_program.json(QStringLiteral("/api/v1/networks/REF/occupancy?from=%1&to=%2")
                                           .arg(at(QStringLiteral("09:00:00")), at(QStringLiteral("11:00:00"))));
    int held = 0;
    for (const auto& node : report[QStringLiteral("nodes")].toArray())
        held += static_cast<int>(node[QStringLiteral("held")].toArray().size());
    QCOMPARE(held, 4 * 2 + 7);
}

void DeliveriesTest::missionsUnderWayAreFollowed() {
    // A drone of the demonstration flies what is booked, and says so.
    const auto flying = [&] { return missions(QStringLiteral("network=SEOUL&step=flying")); };
    QVERIFY(QTest::qWaitFor([&] { return !flying().isEmpty(); }, 60'000));
}

void DeliveriesTest::rolesAreKept() {
    const auto as = [&](const char* role, const QString& path, const QByteArray& body) {
        return m_program.postAs(m_program.demoToken(QLatin1StringView(role)), path, body).first;
    };
    const QString missionsPath = QStringLiteral("/api/v1/missions");
    QCOMPARE(as("auditor", missionsPath, "{}"), 403);
    QCOMPARE(as("planner", QStringLiteral("/api/v1/networks/REF/links/BP-01/DP-01/verify"), R"({"note":"x"})"), 403);
    QCOMPARE(as("approver", QStringLiteral("/api/v1/networks/REF/links/BP-01/DP-01/verify"), R"({"note":"x"})"), 200);
    QCOMPARE(as("pilot", QStringLiteral("/api/v1/studies/slots"), "{}"), 403);
    QCOMPARE(m_program.getAs(m_program.demoToken(QStringLiteral("trainee")), missionsPath).first, 200);
}

void DeliveriesTest::killedAndStartedAgainItKeepsAll() {
    QCOMPARE(book("kept", at(QStringLiteral("22:00:00")).toUtf8()).first, 201);
    m_program.process().kill();
    QVERIFY(m_program.process().waitForFinished(5'000));
    QVERIFY2(m_program.start({QStringLiteral("--demo")}), m_program.output());
    QCOMPARE(m_program.json(QStringLiteral("/api/v1/missions/kept"))[QStringLiteral("start")].toString(),
             at(QStringLiteral("22:00:00")));
    QCOMPARE(m_program.json(QStringLiteral("/api/v1/missions/first"))[QStringLiteral("step")].toString(),
             QStringLiteral("cancelled"));
    QCOMPARE(codeIn(book("again", at(QStringLiteral("22:00:00")).toUtf8()).second), QStringLiteral("SLOT_TAKEN"));
    QCOMPARE(missions(QStringLiteral("network=SEOUL")).size(), 40); // made once
    theReferenceNetworkIsExact();
}

QTEST_GUILESS_MAIN(DeliveriesTest)
#include "deliveries_test.moc"
