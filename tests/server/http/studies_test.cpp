#include "http_fixture.h"
#include "openapi_shape.h"
#include "server/http/api.h"
#include "server/studies/reich_json.h"
#include "study_cases.h"

#include <QtTest>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;
using namespace haneul::studies::tests;

// Studies as others ask for them: over HTTP, with the cases that core is judged by.
class StudiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void
    everyCase(); // R-RTE-03 R-RTE-04 R-RTE-05 R-RTE-06 R-RTE-09 R-RTE-10 R-RTE-11 R-RTE-12 R-RTE-13 R-SLT-01 R-SLT-07
    void refusals_data();
    void refusals();
    void aBodyThatCostsTooMuchIsRefusedAtOnce();
    void costlyStudiesHoldUpNobody();
    void aPresetFromTraffic(); // R-CRM-12 R-CRM-13 R-CRM-14
    void badTraffic_data();
    void badTraffic();
};

namespace {

std::optional<HttpAnswer> ask(RawClient& client, const std::string& op, std::string_view body) {
    return client.request(postRequest("/api/v1/studies/" + op, body, "Content-Type: application/json\r\n"), "POST");
}

std::optional<HttpAnswer> ask(const TestServer& server, const std::string& op, std::string_view body) {
    RawClient client(server.port());
    return ask(client, op, body);
}

// A schedule of so many orders, one after the other.
std::string manyOrders(std::size_t number, std::string_view policy) {
    std::string orders;
    for (std::size_t i = 0; i < number; ++i)
        orders += std::format("{}{{\"id\":\"m{}\",\"t\":{},\"stops\":[\"DP-01\"]}}", i == 0 ? "" : ",", i, i);
    return std::format(
        R"({{"network":{{"base":"BP-01","nodes":{{"BP-01":{{"load":5,"unload":5,"takeoff":1,"landing":1}},)"
        R"("DP-01":{{"serve":5,"takeoff":1,"landing":1}}}},"links":[{{"a":"BP-01","b":"DP-01",)"
        R"("flight":10,"track":"double"}}]}},"orders":[{}],"order_policy":"{}"}})",
        orders, policy);
}

} // namespace

void StudiesTest::everyCase() {
    const TestServer server;
    RawClient client(server.port());
    int cases = 0;
    const bool read = forEachCase([&](const StudyCase& one) {
        ++cases;
        const auto answer = ask(client, one.op.toStdString(), one.input.toStdString());
        QVERIFY2(answer, qPrintable(one.id));
        const QJsonValue refusal = one.expected[QStringLiteral("error")];
        if (refusal.isString()) {
            QVERIFY2(answer->status == 422, qPrintable(one.id));
            QCOMPARE(codeOf(*answer), refusal.toString());
            return;
        }
        QVERIFY2(answer->status == 200, qPrintable(one.id));
        QCOMPARE(difference(one.expected, parsed(answer->body), one.allowed, one.id), QString());
    });
    QVERIFY(read);
    QVERIFY2(cases >= 150, "the files of cases were not found");
}

void StudiesTest::refusals_data() {
    QTest::addColumn<QString>("op");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such study") << "nonsense" << QByteArray("{}") << 404 << "UNKNOWN_STUDY";
    QTest::newRow("no JSON") << "slots" << QByteArray("{") << 400 << "BAD_JSON";
    QTest::newRow("a field is missing") << "slots" << QByteArray("{}") << 422 << "MISSING_FIELD";
    QTest::newRow("a field too many") << "trapezoid"
                                      << QByteArray(R"({"distance":1,"speed":1,"acceleration":1,"colour":"red"})")
                                      << 422 << "UNKNOWN_FIELD";
    QTest::newRow("too long") << "slots" << QByteArray(1024 * 1024 + 1, ' ') << 413 << "CONTENT_TOO_LARGE";
}

void StudiesTest::refusals() {
    QFETCH(QString, op);
    QFETCH(QByteArray, text);
    QFETCH(int, status);
    QFETCH(QString, code);
    const TestServer server;
    const auto answer = ask(server, op.toStdString(), text.toStdString());
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QCOMPARE(codeOf(*answer), code);
}

void StudiesTest::aBodyThatCostsTooMuchIsRefusedAtOnce() {
    const TestServer server;
    for (const auto& text : {manyOrders(2'001, "given"), manyOrders(801, "best")}) {
        const auto answer = ask(server, "fcfs", text);
        QVERIFY(answer);
        QCOMPARE(answer->status, 422);
        QCOMPARE(codeOf(*answer), QStringLiteral("TOO_COSTLY"));
    }
    std::string usages, booked;
    for (int i = 0; i < 1'500; ++i)
        usages += std::format("{}{{\"kind\":\"node\",\"id\":\"A\",\"frm\":{},\"to\":{}}}", i == 0 ? "" : ",", i, i + 1);
    const auto text = std::format(
        R"({{"network":{{"base":"A","nodes":{{"A":{{}}}}}},"new":[{0}],"existing":[{0}],"ready":0,"horizon":9}})",
        usages);
    const auto answer = ask(server, "slots", text);
    QVERIFY(answer);
    QCOMPARE(codeOf(*answer), QStringLiteral("TOO_COSTLY"));
}

void StudiesTest::costlyStudiesHoldUpNobody() {
    const TestServer server;
    const std::string text = manyOrders(300, "given");
    std::atomic<int> good = 0, busy = 0;
    std::vector<std::jthread> askers;
    for (int i = 0; i < 30; ++i) // more than run and wait at once
        askers.emplace_back([&] {
            const auto answer = ask(server, "fcfs", text);
            if (answer && answer->status == 200) ++good;
            if (answer && answer->status == 503) ++busy;
        });
    std::this_thread::sleep_for(100ms);
    const auto asked = std::chrono::steady_clock::now();
    const auto health = server.get("/healthz");
    const auto took = std::chrono::steady_clock::now() - asked;
    QVERIFY(health && health->status == 200);
    QVERIFY2(took < 2s, "the network thread waited for a study");
    askers.clear();
    QCOMPARE(good + busy, 30);
    QVERIFY(good >= 2);
}

namespace {

// Two towards each other on routes about 900 m apart, 30 kt each, a sample every 5 s for 400 s.
std::string twoAgainstEachOther() {
    std::string text = "id,t_ms,lat_deg,lon_deg,height_m\n";
    for (int i = 0; i <= 80; ++i) {
        const double degrees = i * 5 * 15.4333 / 111'195; // of latitude
        text += std::format("north,{},{:.8f},127,100\n", i * 5'000, 37.0 + degrees);
        text += std::format("south,{},{:.8f},127.01,100\n", i * 5'000, 37.0 + 400 * 15.4333 / 111'195 - degrees);
    }
    return text;
}

HttpAnswer askTraffic(const TestServer& server, const std::string& query, const std::string& body) {
    RawClient client(server.port());
    auto answer = client
                      .request(postRequest("/api/v1/traffic-estimates" + query, body,
                                           "Content-Type: application/octet-stream\r\n"),
                               "POST")
                      .value_or(HttpAnswer{});
    [&] {
        const OpenApiShape shape(jsonOf(std::string(openApiDocument())));
        const auto wrong = shape.wrong(QStringLiteral("/api/v1/traffic-estimates"), QStringLiteral("post"),
                                       answer.status, jsonOf(answer.body));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }();
    return answer;
}

} // namespace

void StudiesTest::aPresetFromTraffic() {
    const TestServer server;
    const auto answer = askTraffic(server, "?format=csv&name=May&sx_nm=0.5&source=roof", twoAgainstEachOther());
    QCOMPARE(answer.status, 200);
    const auto json = jsonOf(answer.body);
    const QJsonValue estimate = json[QStringLiteral("estimate")], preset = json[QStringLiteral("preset")];
    QCOMPARE(estimate[QStringLiteral("opposite_pairs")].toInt(), 1);
    // Together for 2·0.5 NM at 60 kt, of two times 400 s.
    const double wanted = 2 * (1 / 60.) / (800 / 3600.);
    QCOMPARE_LT(std::abs(estimate[QStringLiteral("ey")][QStringLiteral("value")].toDouble() / wanted - 1), 0.01);
    QCOMPARE(preset[QStringLiteral("ey")][QStringLiteral("provenance")].toString(), QStringLiteral("own data"));
    QCOMPARE(preset[QStringLiteral("pz")][QStringLiteral("provenance")].toString(), QStringLiteral("as printed"));
    QCOMPARE(preset[QStringLiteral("made")].toString(), QStringLiteral("2026-11-21T12:00:00.000Z"));
    QVERIFY(json[QStringLiteral("constants_remark")].toString().contains(QStringLiteral("manned aviation")));
    QCOMPARE(askTraffic(server, "?format=csv&name=May&sx_nm=0.5&source=roof", twoAgainstEachOther()).body,
             answer.body); // the same numbers each time
    // The preset that comes out is one that studies take.
    const auto text = QJsonDocument(preset.toObject()).toJson(QJsonDocument::Compact).toStdString();
    QVERIFY(studies::presetFrom(text).has_value());
    const auto risk = ask(server, "tls", R"({"scenario":1,"distance_m":500,"preset":)" + text + "}");
    QVERIFY(risk);
    QCOMPARE(risk->status, 200);
    QCOMPARE(jsonOf(risk->body)[QStringLiteral("fitted")].toBool(), false);
    QCOMPARE(jsonOf(risk->body)[QStringLiteral("preset")].toString(), QStringLiteral("May"));
}

void StudiesTest::badTraffic_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto good = QByteArray::fromStdString(twoAgainstEachOther());
    QTest::newRow("no format") << "?name=x" << good << 400 << "BAD_QUERY";
    QTest::newRow("no name") << "?format=csv" << good << 400 << "BAD_QUERY";
    QTest::newRow("unknown parameter") << "?format=csv&name=x&colour=red" << good << 400 << "BAD_QUERY";
    QTest::newRow("half an axis") << "?format=csv&name=x&axis=37,127" << good << 400 << "BAD_QUERY";
    QTest::newRow("another format") << "?format=tlog&name=x" << good << 422 << "NO_POSITIONS";
    QTest::newRow("no table") << "?format=csv&name=x" << QByteArray("hello") << 422 << "CSV_COLUMNS";
    QTest::newRow("nowhere along the axis") << "?format=csv&name=x&axis=37,127,90" << good << 422 << "INVALID_TRACK";
    QTest::newRow("no window") << "?format=csv&name=x&sx_nm=0" << good << 422 << "INVALID_SX";
    QTest::newRow("few replicates") << "?format=csv&name=x&replicates=2" << good << 422 << "INVALID_ARGUMENT";
    QTest::newRow("no such base") << "?format=csv&name=x&base=mine" << good << 422 << "NO_SUCH_PRESET";
    QTest::newRow("a taken name") << "?format=csv&name=table4_fit" << good << 422 << "BAD_NAME";
}

void StudiesTest::badTraffic() {
    QFETCH(const QString, query);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QString, code);
    const TestServer server;
    const auto answer = askTraffic(server, query.toStdString(), body.toStdString());
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(answer.status, status);
}

QTEST_GUILESS_MAIN(StudiesTest)
#include "studies_test.moc"
