#include "http_fixture.h"
#include "openapi_shape.h"
#include "server/http/api.h"
#include "server/paths/path_service.h"

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
                                                    .paths = withService ? &service : nullptr});
        if (!started) qFatal("%s", started.error().message.c_str());
        server = *std::move(started);
    }

    // Each answer must be one that the document promises for that status.
    [[nodiscard]] HttpAnswer ask(const std::string& path, const QByteArray& body) const {
        const std::string text =
            std::format("POST {} HTTP/1.1\r\nHost: localhost\r\n{}Content-Type: application/json\r\nContent-Length: "
                        "{}\r\n\r\n{}",
                        path, testAuthorization, body.size(), body.toStdString());
        auto answer = RawClient(server->port()).request(text, "POST").value_or(HttpAnswer{});
        [&] {
            const OpenApiShape shape(jsonOf(std::string(openApiDocument())));
            const auto wrong = shape.wrong(QString::fromStdString(path.substr(0, path.find('?'))),
                                           QStringLiteral("post"), answer.status, jsonOf(answer.body));
            QVERIFY2(wrong.isEmpty(), qPrintable(QString::fromStdString(path) % u' ' % wrong.join(u'\n')));
        }();
        return answer;
    }

    ground_risk::GroundRiskService risk{nullptr};
    paths::PathService service{{.zones = {}, .ground = {}, .geoid_m = {}, .risk = &risk}};
    situation::SituationBoard board;
    clock::ManualClock clock{noon};
    std::unique_ptr<HttpServer> server;
};

constexpr const char* twoPlaces =
    R"("places":[{"position":[126.970,37.560],"height_m":65},{"position":[126.985,37.572],"height_m":65}])";

QByteArray body(const char* rest = "") {
    return QByteArray("{") + twoPlaces + R"(,"surroundings":"synthetic","cell_m":20)" + rest + "}";
}

} // namespace

class PathApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { m_door = std::make_unique<Door>(); }

    void cleanupTestCase() { m_door.reset(); }

    void threePaths();          // R-PATH-04 R-PATH-05 R-RSK-21
    void aBudgetThatIsTooLow(); // R-PATH-05
    void aCheck();              // R-PATH-01
    void refusals_data();
    void refusals();
    void withoutAService();

private:
    std::unique_ptr<Door> m_door;
};

void PathApiTest::threePaths() {
    const auto first = jsonOf(m_door->ask("/api/v1/paths", body(R"(,"risk_weight":20)")).body);
    const auto shortest = first[QStringLiteral("paths")][0];
    const double least = shortest[QStringLiteral("risk")].toDouble();
    QCOMPARE(shortest[QStringLiteral("kind")].toString(), QStringLiteral("SHORTEST"));
    QVERIFY(least > 0);
    const auto budget =
        QByteArray::number((least + first[QStringLiteral("paths")][1][QStringLiteral("risk")].toDouble()) / 2, 'g', 17);
    const QByteArray rest =
        QByteArrayLiteral(R"(,"risk_weight":20,"front":4,"wind":{"from_deg":270,"speed_mps":3},"risk_budget":)") +
        budget;
    const auto answer = m_door->ask("/api/v1/paths", body(rest.constData()));
    QCOMPARE(answer.status, 200);
    const auto json = jsonOf(answer.body);
    const auto paths = json[QStringLiteral("paths")].toArray();
    QCOMPARE(paths.size(), 3);
    QCOMPARE(paths[2][QStringLiteral("kind")].toString(), QStringLiteral("BUDGET"));
    QVERIFY(paths[2][QStringLiteral("risk")].toDouble() <= budget.toDouble() * (1 + 1e-6));
    QVERIFY(json[QStringLiteral("synthetic")].toBool());
    QVERIFY(json[QStringLiteral("front")].toArray().size() >= 2);
    QVERIFY(!paths[0][QStringLiteral("profile")].toArray().isEmpty());
}

void PathApiTest::aBudgetThatIsTooLow() {
    const auto json = jsonOf(m_door->ask("/api/v1/paths", body(R"(,"risk_budget":1e-15)")).body);
    const auto none = json[QStringLiteral("none")][0];
    QCOMPARE(none[QStringLiteral("kind")].toString(), QStringLiteral("BUDGET"));
    QCOMPARE(none[QStringLiteral("code")].toString(), QStringLiteral("OVER_BUDGET"));
    QVERIFY(none[QStringLiteral("proven")].toBool());
}

void PathApiTest::aCheck() {
    const auto answer = m_door->ask(
        "/api/v1/paths/check",
        body(R"(,"longest_leg_m":500,"energy_budget_wh":1,"vehicle":{"speed_mps":10,"mass_kg":5,"level_w":400})"));
    QCOMPARE(answer.status, 200);
    const auto json = jsonOf(answer.body);
    QVERIFY(!json[QStringLiteral("allowed")].toBool(true));
    QStringList codes;
    for (const auto& finding : json[QStringLiteral("findings")].toArray())
        codes << finding[QStringLiteral("code")].toString();
    QVERIFY(codes.contains(QStringLiteral("LEG_TOO_LONG")));
    QVERIFY(codes.contains(QStringLiteral("BATTERY_BUDGET")));
}

void PathApiTest::refusals_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* path, const QByteArray& text, int status, const char* code) {
        QTest::addRow("%s %s", path, text.right(60).constData())
            << QByteArray(path) << text << status << QString::fromLatin1(code);
    };
    row("", "{", 400, "BAD_JSON");
    row("", "{}", 400, "MISSING_FIELD");
    row("", body(R"(,"colour":"red")"), 400, "UNKNOWN_FIELD");
    row("", body(R"(,"objective":"LUCK")"), 400, "BAD_FIELD");
    row("", body(R"(,"departure":"noon")"), 400, "BAD_FIELD");
    row("", body(R"(,"vehicle":{"wings":2})"), 400, "UNKNOWN_FIELD");
    row("", body(R"(,"heading_layers":[{"from_deg":90,"height_m":60},{"from_deg":10,"height_m":70}])"), 422,
        "BAD_LAYERS");
    row("", body(R"(,"layer_m":1)"), 422, "BAD_LAYERS");
    row("", R"({"places":[{"position":[126.97,37.56],"height_m":60}]})", 422, "BAD_PLACE");
    row("", R"({"places":[{"position":[126.97],"height_m":60}]})", 400, "BAD_FIELD");
    row("?x=1", body(), 400, "BAD_QUERY");
    row("/check", body(R"(,"risk_weight":1)"), 400, "UNKNOWN_FIELD");
}

void PathApiTest::refusals() {
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, text);
    QFETCH(const int, status);
    QFETCH(const QString, code);
    const auto answer = m_door->ask("/api/v1/paths" + path.toStdString(), text);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(answer.status, status);
}

void PathApiTest::withoutAService() {
    const Door door(false);
    QCOMPARE(door.ask("/api/v1/paths", body()).status, 503);
}

QTEST_GUILESS_MAIN(PathApiTest)
#include "path_api_test.moc"
