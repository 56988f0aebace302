#include "http_fixture.h"
#include "openapi_shape.h"
#include "server/ground_risk/ground_risk_service.h"
#include "server/http/api.h"

#include <QtTest>

#include <format>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;

namespace {

// Over the synthetic city, so that nothing needs to be imported.
struct Door {
    explicit Door(bool withService = true) {
        HttpSettings settings;
        settings.limits.rates = {.user = unlimited, .address = unlimited};
        auto started = HttpServer::start(settings, {.board = board,
                                                    .clock = clock,
                                                    .version = "1",
                                                    .instance = "desk",
                                                    .authorise = testAuthorise,
                                                    .groundRisk = withService ? &service : nullptr});
        if (!started) qFatal("%s", started.error().message.c_str());
        server = *std::move(started);
    }

    // Each answer must be one that the document promises for that status.
    [[nodiscard]] HttpAnswer ask(const std::string& path, const QByteArray& body) const {
        const bool bodiless = path == "/library";
        const char* method = bodiless ? "GET" : "POST";
        const std::string text = std::format(
            "{} /api/v1/ground-risk{} HTTP/1.1\r\nHost: localhost\r\n{}{}\r\n{}", method, path, testAuthorization,
            bodiless ? std::string()
                     : std::format("Content-Type: application/json\r\nContent-Length: {}\r\n", body.size()),
            bodiless ? std::string() : body.toStdString());
        auto answer = RawClient(server->port()).request(text, method).value_or(HttpAnswer{});
        [&] {
            const OpenApiShape shape(jsonOf(std::string(openApiDocument())));
            const auto wrong =
                shape.wrong(QString::fromStdString("/api/v1/ground-risk" + path.substr(0, path.find('?'))),
                            QString::fromLatin1(method).toLower(), answer.status, jsonOf(answer.body));
            QVERIFY2(wrong.isEmpty(), qPrintable(QString::fromStdString(path) % u' ' % wrong.join(u'\n')));
        }();
        return answer;
    }

    ground_risk::GroundRiskService service{nullptr};
    situation::SituationBoard board;
    clock::ManualClock clock{noon};
    std::unique_ptr<HttpServer> server;
};

QByteArray body(const char* rest = "", int cell_m = 50) {
    return R"({"area":{"centre":[126.978,37.5665],"width_m":1000,"height_m":800,"cell_m":)" +
           QByteArray::number(cell_m) + R"(},"ground":"synthetic")" + rest + "}";
}

} // namespace

class GroundRiskApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { m_door = std::make_unique<Door>(); }

    void cleanupTestCase() { m_door.reset(); }

    void aMap();          // R-RSK-11
    void aDayAndANight(); // R-RSK-14
    void aCell();         // R-RSK-18
    void aPath();         // R-RSK-21
    void theLibrary();    // R-RSK-12 R-RSK-05
    void refusals_data();
    void refusals();
    void withoutAService();

private:
    std::unique_ptr<Door> m_door;
};

void GroundRiskApiTest::aMap() {
    const auto answer = m_door->ask("/maps", body());
    QCOMPARE(answer.status, 200);
    const auto map = jsonOf(answer.body);
    QCOMPARE(map[QStringLiteral("unit")].toString(), QStringLiteral("1/h"));
    QVERIFY(map[QStringLiteral("synthetic")].toBool());
    const QJsonArray rows = map[QStringLiteral("values")].toArray();
    QCOMPARE(rows.size(), 16);
    QCOMPARE(rows.first().toArray().size(), 20);
    double most = 0;
    for (const QJsonValue& row : rows)
        for (const QJsonValue& value : row.toArray())
            most = std::max(most, value.toDouble());
    QVERIFY(most > 0);
    QCOMPARE(map[QStringLiteral("summary")][QStringLiteral("max")].toDouble(), most);
    QCOMPARE(map[QStringLiteral("question")][QStringLiteral("vehicle")].toString(), QStringLiteral("phantom-4"));
}

void GroundRiskApiTest::aDayAndANight() {
    const auto mean = [&](const char* rest) {
        return jsonOf(m_door->ask("/maps", body(rest)).body)[QStringLiteral("summary")][QStringLiteral("mean")]
            .toDouble();
    };
    QVERIFY(mean(R"(,"hour":3)") != mean(R"(,"hour":14)"));
    QVERIFY(mean(R"(,"hour":14,"day":"weekend")") != mean(R"(,"hour":14)"));
}

void GroundRiskApiTest::aCell() {
    const auto map = jsonOf(m_door->ask("/maps", body(R"(,"model":"people_amenity_area")")).body);
    const auto answer = m_door->ask("/cells", body(R"(,"model":"people_amenity_area","point":[126.979,37.567])"));
    QCOMPARE(answer.status, 200);
    const auto cell = jsonOf(answer.body);
    QCOMPARE(
        cell[QStringLiteral("value")],
        map[QStringLiteral("values")][cell[QStringLiteral("row")].toInt()][cell[QStringLiteral("column")].toInt()]);
    QVERIFY(cell[QStringLiteral("steps")].toArray().size() > 10);
}

void GroundRiskApiTest::aPath() {
    const auto answer =
        m_door->ask("/paths", body(R"(,"path":[[126.974,37.565,60],[126.980,37.568,90]],"speeds_mps":[12])"));
    QCOMPARE(answer.status, 200);
    const auto path = jsonOf(answer.body);
    QVERIFY(path[QStringLiteral("fatalities_per_flight")].toDouble() > 0);
    QVERIFY(path[QStringLiteral("cells")].toArray().size() > 10);
}

void GroundRiskApiTest::theLibrary() {
    const auto library = jsonOf(m_door->ask("/library", {}).body);
    QVERIFY(library[QStringLiteral("vehicles")].toArray().size() >= 4);
    QCOMPARE(library[QStringLiteral("sheltering")].toArray().size(), 5);
    QCOMPARE(library[QStringLiteral("sheltering")][3][QStringLiteral("factor")].toDouble(), 0.75);
}

void GroundRiskApiTest::refusals_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* path, const QByteArray& text, int status, const char* code) {
        QTest::addRow("%s %s", path, text.left(120).constData())
            << QByteArray(path) << text << status << QString::fromLatin1(code);
    };
    row("/maps", "{", 400, "BAD_JSON");
    row("/maps", "{}", 400, "MISSING_FIELD");
    row("/maps", body(R"(,"colour":"red")"), 400, "UNKNOWN_FIELD");
    row("/maps", body(R"(,"model":"luck")"), 400, "BAD_FIELD");
    row("/maps", body("", 2), 422, "TOO_MANY_CELLS");
    row("/maps", body(R"(,"flight_height_m":-1)"), 422, "INVALID_ARGUMENT");
    row("/maps",
        body(R"(,"model":"sum","sum":{"people":"people_uniform","building":"building_area","weight_people":1})"), 422,
        "WEIGHT_NOT_STATED");
    row("/maps", R"({"area":{"centre":[126.978,37.5665],"width_m":1000,"height_m":800,"cell_m":50}})", 422,
        "NO_GROUND_DATA");
    row("/maps", R"({"area":{"centre":[126.978,97],"width_m":1000,"height_m":800,"cell_m":50}})", 422, "BAD_AREA");
    row("/maps?x=1", body(), 400, "BAD_QUERY");
    row("/cells", body(R"(,"point":[127.5,37.5])"), 422, "OUTSIDE_AREA");
    row("/cells", body(R"(,"point":[127.5])"), 400, "BAD_FIELD");
    row("/cells", body(R"(,"point":[126.978,37.5665],"conserve_people":true)", 2), 422, "TOO_MANY_CELLS");
    row("/paths", body(R"(,"path":[[126.974,37.565,60]],"speeds_mps":[])"), 422, "BAD_PATH");
    row("/paths", body(R"(,"path":[[126.974,37.565]],"speeds_mps":[])"), 400, "BAD_FIELD");
    row("/paths",
        body(R"(,"model":"building_area","path":[[126.974,37.565,60],[126.980,37.568,90]],"speeds_mps":[12])"), 422,
        "NOT_A_RATE");
    row("/paths", body(R"(,"path":[[126.974,37.565,60],[126.980,37.568,90]],"speeds_mps":[0])"), 422,
        "INVALID_ARGUMENT");
}

void GroundRiskApiTest::refusals() {
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, text);
    QFETCH(const int, status);
    QFETCH(const QString, code);
    const auto answer = m_door->ask(path.toStdString(), text);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(answer.status, status);
}

void GroundRiskApiTest::withoutAService() {
    const Door door(false);
    QCOMPARE(door.ask("/maps", body()).status, 503);
}

QTEST_GUILESS_MAIN(GroundRiskApiTest)
#include "ground_risk_api_test.moc"
