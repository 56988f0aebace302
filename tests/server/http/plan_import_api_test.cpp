#include "http_fixture.h"
#include "openapi_shape.h"
#include "plan_fixture.h"
#include "server/plan/plan_codec.h"

#include <QTest>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;
using people::Role;
using plan::tests::House;

namespace {

const std::string twoLines =
    R"~({"type":"FeatureCollection","features":[)~"
    R"~({"type":"Feature","properties":{"name":"open"},"geometry":{"type":"LineString","coordinates":[[127,37.5],[127.01,37.5]]}},)~"
    R"~({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[127,37.5,90],[127.01,37.5,95]]}}]})~";

} // namespace

// Files into drafts, and the list of one's own plans, over HTTP; a token is a user's name.
class PlanImportApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void cleanupTestCase() { m_server.reset(); } // before the service it asks

    void aFileBecomesADraft();   // R-PLAN-01 R-PLAN-02
    void whatIsRefusedSaysWhy(); // G8
    void ownPlansAreListed();    // R-UI-02

private:
    [[nodiscard]] HttpAnswer ask(const std::string& method, const std::string& path, const std::string& token,
                                 const std::string& body = {}) const {
        const auto authorization = token.empty() ? std::string() : "Authorization: Bearer " + token + "\r\n";
        const auto text =
            std::format("{} {} HTTP/1.1\r\nHost: localhost\r\n{}Content-Type: application/octet-stream\r\n"
                        "Content-Length: {}\r\n\r\n{}",
                        method, path, authorization, body.size(), body);
        return RawClient(m_server->port()).request(text, method).value_or(HttpAnswer{});
    }

    // As the OpenAPI document says.
    [[nodiscard]] QStringList wrong(const HttpAnswer& answer, const QString& path, const QString& method) const {
        return OpenApiShape(m_document).wrong(path, method, answer.status, jsonOf(answer.body));
    }

    House m_house;
    situation::SituationBoard m_board;
    std::unique_ptr<HttpServer> m_server;
    QJsonObject m_document;
};

void PlanImportApiTest::initTestCase() {
    HttpSettings settings;
    settings.limits.rates = {unlimited, unlimited};
    const std::map<std::string, Role> users{{"kim", Role::Pilot}, {"park", Role::Planner}, {"lee", Role::Approver}};
    auto started = HttpServer::start(settings, {.board = m_board,
                                                .clock = m_house.clock,
                                                .version = "1",
                                                .instance = "x",
                                                .authorise = [users](std::string_view token, std::string_view,
                                                                     TokenUse) -> Result<people::Principal> {
                                                    const auto found = users.find(std::string(token));
                                                    if (found == users.end())
                                                        return fail("NOT_LOGGED_IN", "log in", "");
                                                    return plan::tests::person(found->first, found->second);
                                                },
                                                .plans = m_house.service.get()});
    QVERIFY(started);
    m_server = *std::move(started);
    m_document = jsonOf(ask("GET", "/api/v1/openapi.json", "").body);
}

void PlanImportApiTest::aFileBecomesADraft() {
    const QString imports = QStringLiteral("/api/v1/plan-imports");
    const auto answer = ask("POST", "/api/v1/plan-imports", "kim", twoLines);
    QVERIFY2(answer.status == 200, answer.body.c_str());
    const auto shape = wrong(answer, imports, QStringLiteral("post"));
    QVERIFY2(shape.isEmpty(), qPrintable(shape.join(u'\n')));
    const auto body = jsonOf(answer.body);
    QCOMPARE(body[QStringLiteral("taken")].toInt(), 1);
    QCOMPARE(body[QStringLiteral("shapes")].toArray().size(), 2);
    const auto draft = QJsonDocument(body[QStringLiteral("plan")].toObject()).toJson().toStdString();
    const auto plan = plan::planFromJson(draft); // a plan as it can be written and checked
    QVERIFY(plan);
    QCOMPARE(std::get<plan::WaypointRoute>(plan->operation).points.size(), std::size_t{2});
    const auto other = ask("POST", "/api/v1/plan-imports?shape=0&height_m=80.5&height_reference=AGL", "park", twoLines);
    QCOMPARE(jsonOf(other.body)[QStringLiteral("taken")].toInt(), 0);
    const auto none = ask("POST", "/api/v1/plan-imports?shape=0", "park", twoLines);
    QVERIFY(wrong(none, imports, QStringLiteral("post")).isEmpty());
    QVERIFY(jsonOf(none.body)[QStringLiteral("plan")].isNull());
    QVERIFY(m_house.service->state()->plans.empty()); // nothing is kept
}

void PlanImportApiTest::whatIsRefusedSaysWhy() {
    const std::string path = "/api/v1/plan-imports";
    QCOMPARE(ask("POST", path, "", twoLines).status, 401);
    QCOMPARE(ask("POST", path, "lee", twoLines).status, 403); // an approver writes no plans
    QCOMPARE(codeOf(ask("POST", path, "kim", "hello")), QStringLiteral("UNKNOWN_FORMAT"));
    QCOMPARE(ask("POST", path, "kim", "hello").status, 422);
    QCOMPARE(ask("POST", path, "kim", "{").status, 400);
    for (const char* query : {"?shape=-1", "?shape=x", "?height_m=80", "?height_reference=AGL",
                              "?height_m=nan&height_reference=AGL", "?height_m=80&height_reference=SEA", "?else=1"})
        QCOMPARE(codeOf(ask("POST", path + query, "kim", twoLines)), QStringLiteral("BAD_QUERY"));
    QCOMPARE(codeOf(ask("POST", path + "?shape=2", "kim", twoLines)), QStringLiteral("NO_SUCH_SHAPE"));
    const auto large = ask("POST", path, "kim", std::string(std::size_t{4} * 1024 * 1024 + 1, ' '));
    QVERIFY(large.status == 413 || large.status == 0); // refused by its head; the rest may not be sent any more
}

void PlanImportApiTest::ownPlansAreListed() {
    auto plan = haneul::tests::deliveryPlan("OWN");
    QVERIFY(m_house.save(plan, 0, "park"));
    plan = haneul::tests::deliveryPlan("HIS");
    QVERIFY(m_house.save(plan, 0, "kim"));
    const auto idsOf = [&](const char* user) {
        const auto answer = ask("GET", "/api/v1/plans?mine=true", user);
        QStringList ids;
        for (const auto& one : jsonOf(answer.body)[QStringLiteral("plans")].toArray())
            ids += one[QStringLiteral("id")].toString();
        return ids;
    };
    QVERIFY(idsOf("park").contains(QStringLiteral("OWN")));
    QVERIFY(!idsOf("park").contains(QStringLiteral("HIS")));
    QVERIFY(idsOf("kim").contains(QStringLiteral("HIS")));
    QVERIFY(idsOf("lee").isEmpty());
    QCOMPARE(codeOf(ask("GET", "/api/v1/plans?mine=yes", "kim")), QStringLiteral("BAD_QUERY"));
    QCOMPARE(jsonOf(ask("GET", "/api/v1/plans?mine=false", "lee").body)[QStringLiteral("total")].toInt(), 2);
}

QTEST_GUILESS_MAIN(PlanImportApiTest)
#include "plan_import_api_test.moc"
