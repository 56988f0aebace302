#include "http_fixture.h"
#include "openapi_shape.h"
#include "plan_fixture.h"
#include "server/http/http_server.h"
#include "server/plan/plan_codec.h"

#include <QTest>

#include <map>
#include <set>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;
using people::Role;
using plan::tests::House;

namespace {

// The door with the plans of a house behind it; a token is a user's name.
class PlanDoor {
public:
    PlanDoor() {
        HttpSettings settings;
        settings.limits.rates = {unlimited, unlimited};
        const std::map<std::string, Role> users{{"kim", Role::Pilot},       {"park", Role::Planner},
                                                {"lee", Role::Approver},    {"han", Role::Supervisor},
                                                {"choi", Role::Controller}, {"moon", Role::Auditor}};
        auto started = HttpServer::start(settings, {.board = board,
                                                    .clock = house.clock,
                                                    .version = "1",
                                                    .instance = "x",
                                                    .authorise = [users](std::string_view token, std::string_view,
                                                                         TokenUse) -> Result<people::Principal> {
                                                        const auto found = users.find(std::string(token));
                                                        if (found == users.end())
                                                            return fail("NOT_LOGGED_IN", "log in", "");
                                                        return plan::tests::person(found->first, found->second);
                                                    },
                                                    .plans = house.service.get()});
        if (!started) qFatal("%s", started.error().message.c_str());
        server = *std::move(started);
        document = jsonOf(ask("GET", "/api/v1/openapi.json", "").body);
    }

    ~PlanDoor() { server.reset(); } // before the service it asks

    [[nodiscard]] HttpAnswer ask(const std::string& method, const std::string& path, const std::string& token,
                                 const std::string& body = {}) const {
        const auto authorization = token.empty() ? std::string() : "Authorization: Bearer " + token + "\r\n";
        const auto type = body.empty() ? "" : "Content-Type: application/json\r\n";
        const auto text = std::format("{} {} HTTP/1.1\r\nHost: localhost\r\n{}{}Content-Length: {}\r\n\r\n{}", method,
                                      path, authorization, type, body.size(), body);
        return RawClient(server->port()).request(text, method).value_or(HttpAnswer{});
    }

    situation::SituationBoard board;
    House house;
    std::unique_ptr<HttpServer> server;
    QJsonObject document;
};

QString text(const QJsonObject& object, const char* key) {
    return object[QLatin1StringView(key)].toString();
}

std::string planBody(const std::string& id, const std::string& drone = "D1") {
    auto plan = haneul::tests::deliveryPlan(id);
    plan.drone_id = drone;
    return plan::planToJson(plan);
}

} // namespace

class PlanApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWholeWay();          // R-PLAN-06 R-PLAN-07 R-PLAN-12 R-PLAN-20 R-SVC-04 R-SVC-09
    void whatIsRefusedSaysWhy(); // R-PLAN-09 R-PLAN-17 G8
    void listsArePaged();        // R-PLAN-10
    void capacityIsLaidDown();   // R-SVC-13
    void checksAndProposals();   // R-SVC-08 R-SVC-10

private:
    // Asks, checks the answer against the OpenAPI document, and gives it.
    QJsonObject good(const std::string& method, const std::string& path, const QString& pattern,
                     const std::string& token, const std::string& body = {}, unsigned status = 200) {
        const auto answer = m_door.ask(method, path, token, body);
        const auto object = jsonOf(answer.body);
        const auto wrong =
            OpenApiShape(m_door.document)
                .wrong(pattern, QString::fromStdString(method).toLower(), static_cast<int>(answer.status), object);
        if (answer.status != static_cast<int>(status) || !wrong.isEmpty())
            QTest::qFail(qPrintable(QStringLiteral("%1: %2 %3 %4")
                                        .arg(pattern, QString::number(answer.status), wrong.join(u'\n'),
                                             QString::fromStdString(answer.body).left(300))),
                         __FILE__, __LINE__);
        return object;
    }

    PlanDoor m_door;
};

void PlanApiTest::theWholeWay() {
    const QString plans = QStringLiteral("/api/v1/plans");
    const QString one = QStringLiteral("/api/v1/plans/{plan}");
    const auto made = good("POST", "/api/v1/plans", plans, "park", planBody("", "DA"), 201);
    const std::string id = text(made, "id").toStdString();
    QVERIFY(id.starts_with("FP-"));
    const std::string path = "/api/v1/plans/" + id;
    QCOMPARE(text(good("GET", path, one, "moon"), "state"), QStringLiteral("DRAFT"));
    const auto submitted = good("POST", path + "/submit", QString(one + u"/submit"), "park", R"({"revision":1})");
    QCOMPARE(text(submitted, "state"), QStringLiteral("PENDING_APPROVAL"));
    const auto seen = good("GET", path, one, "lee");
    const std::string digest = seen[QStringLiteral("evidence")][QStringLiteral("digest")].toString().toStdString();
    QCOMPARE(digest.size(), std::size_t{64});
    const std::string seenBody = R"({"revision":1,"conditions":"below 100 m","evidence":")" + digest + "\"}";
    QCOMPARE(m_door.ask("POST", path + "/approve", "park", seenBody).status, 403U);
    QCOMPARE(codeOf(m_door.ask("POST", path + "/approve", "lee", R"({"revision":1,"evidence":"x"})")),
             QStringLiteral("STALE_EVIDENCE"));
    const auto approved = good("POST", path + "/approve", QString(one + u"/approve"), "lee", seenBody);
    QCOMPARE(text(approved, "state"), QStringLiteral("APPROVED"));
    QCOMPARE(text(good("GET", path, one, "kim"), "conditions"), QStringLiteral("below 100 m"));
    const auto there = good("GET", "/api/v1/intents?bbox=126.9,37.5,127.1,37.6&lower_m=0&upper_m=500",
                            QStringLiteral("/api/v1/intents"), "moon");
    QCOMPARE(there[QStringLiteral("intents")].toArray().size(), 1);
    QCOMPARE(there[QStringLiteral("intents")][0][QStringLiteral("f3548_state")].toString(), QStringLiteral("Accepted"));
    const auto flights = good("GET", "/api/v1/flights", QStringLiteral("/api/v1/flights"), "moon");
    const auto flight = flights[QStringLiteral("flights")][0];
    QCOMPARE(flight[QStringLiteral("plan_id")].toString().toStdString(), id);
    QCOMPARE(flight[QStringLiteral("state")].toString(), QStringLiteral("APPROVED"));
    QVERIFY(flight[QStringLiteral("track")].isNull());
    const auto elsewhere =
        good("GET", "/api/v1/intents?bbox=128.9,35.0,129.1,35.2", QStringLiteral("/api/v1/intents"), "moon");
    QCOMPARE(elsewhere[QStringLiteral("intents")].toArray().size(), 0);
    const auto history = good("GET", path + "/history", QString(one + u"/history"), "moon");
    QCOMPARE(history[QStringLiteral("steps")].toArray().size(), 6);
    QCOMPARE(codeOf(m_door.ask("POST", path + "/activate", "kim")), QStringLiteral("TOO_EARLY"));
    m_door.house.clock.set(haneul::tests::noon);
    good("POST", path + "/activate", QString(one + u"/activate"), "kim");
    good("POST", path + "/end", QString(one + u"/end"), "choi", R"({"note":"landed"})");
    QCOMPARE(text(good("GET", path, one, "kim"), "state"), QStringLiteral("ENDED"));
    m_door.house.clock.set(haneul::tests::noon - std::chrono::hours(1));
}

void PlanApiTest::whatIsRefusedSaysWhy() {
    const QString one = QStringLiteral("/api/v1/plans/{plan}");
    good("POST", "/api/v1/plans", QStringLiteral("/api/v1/plans"), "park", planBody("R1"), 201);
    QCOMPARE(codeOf(m_door.ask("POST", "/api/v1/plans", "park", planBody("R1"))), QStringLiteral("SAME_ID"));
    QCOMPARE(m_door.ask("POST", "/api/v1/plans", "", planBody("R2")).status, 401U); // never reaches the service
    QCOMPARE(m_door.ask("POST", "/api/v1/plans", "lee", planBody("R2")).status, 403U);
    QCOMPARE(codeOf(m_door.ask("POST", "/api/v1/plans", "park", R"({"id":"R2"})")), QStringLiteral("BAD_FIELD"));
    QCOMPARE(codeOf(m_door.ask("POST", "/api/v1/plans", "park", "{")), QStringLiteral("BAD_JSON"));
    QCOMPARE(codeOf(m_door.ask("GET", "/api/v1/plans/none", "park")), QStringLiteral("NO_SUCH_PLAN"));
    QCOMPARE(codeOf(m_door.ask("GET", "/api/v1/plans?state=GREEN", "park")), QStringLiteral("BAD_QUERY"));
    QCOMPARE(codeOf(m_door.ask("GET", "/api/v1/intents", "park")), QStringLiteral("BAD_QUERY"));
    QCOMPARE(codeOf(m_door.ask("GET", "/api/v1/intents?bbox=1,2,3", "park")), QStringLiteral("BAD_QUERY"));
    QCOMPARE(codeOf(m_door.ask("POST", "/api/v1/plans/R1/activate", "kim")), QStringLiteral("ILLEGAL_STATE"));
    QCOMPARE(codeOf(m_door.ask("POST", "/api/v1/plans/R1/reject", "lee", R"({"revision":1,"reason":"no"})")),
             QStringLiteral("ILLEGAL_STATE"));
    QCOMPARE(m_door.ask("POST", "/api/v1/plans/R1/reject", "lee", R"({"revision":1,"reason":""})").status, 422U);
    const std::string stale = R"({"based_on":4,"plan":)" + planBody("R1") + "}";
    QCOMPARE(codeOf(m_door.ask("PUT", "/api/v1/plans/R1", "park", stale)), QStringLiteral("STALE_REVISION"));
    const std::string renamed = R"({"based_on":1,"plan":)" + planBody("R9") + "}";
    QCOMPARE(codeOf(m_door.ask("PUT", "/api/v1/plans/R1", "park", renamed)), QStringLiteral("BAD_FIELD"));
    good("PUT", "/api/v1/plans/R1", one, "park", R"({"based_on":1,"plan":)" + planBody("R1", "D7") + "}");
    good("POST", "/api/v1/plans/R1/submit", QString(one + u"/submit"), "park", R"({"revision":2})");
    good("POST", "/api/v1/plans/R1/return", QString(one + u"/return"), "lee", R"({"revision":2,"reason":"fly lower"})");
    QCOMPARE(text(good("GET", "/api/v1/plans/R1", one, "kim"), "reason"), QStringLiteral("fly lower"));
    good("POST", "/api/v1/plans/R1/withdraw", QString(one + u"/withdraw"), "park", "{}");
}

void PlanApiTest::listsArePaged() {
    const QString plans = QStringLiteral("/api/v1/plans");
    for (const char* id : {"L1", "L2", "L3"})
        good("POST", "/api/v1/plans", plans, "park", planBody(id, "DL"), 201);
    std::set<QString> seen;
    std::string query = "/api/v1/plans?drone=DL&limit=1&state=DRAFT";
    for (int page = 0; page < 3; ++page) {
        const auto list = good("GET", query, plans, "moon");
        QCOMPARE(list[QStringLiteral("total")].toInt(), 3);
        QCOMPARE(list[QStringLiteral("plans")].toArray().size(), 1);
        seen.insert(list[QStringLiteral("plans")][0][QStringLiteral("id")].toString());
        QCOMPARE(list[QStringLiteral("next")].isNull(), page == 2);
        query = "/api/v1/plans?drone=DL&limit=1&state=DRAFT&after=" + text(list, "next").toStdString();
    }
    QCOMPARE(seen.size(), std::size_t{3});
    QCOMPARE(
        good("GET", "/api/v1/plans?drone=DL&to=2020-01-01T00:00:00Z", plans, "moon")[QStringLiteral("total")].toInt(),
        0);
}

void PlanApiTest::checksAndProposals() {
    const auto standing = m_door.house.waiting([] {
        auto plan = haneul::tests::deliveryPlan("STANDS");
        plan.start += std::chrono::hours(5);
        plan.end += std::chrono::hours(5);
        plan.volumes.clear();
        return plan;
    }());
    QVERIFY(m_door.house.approve(standing));
    auto wanted = m_door.house.service->state()->plan("STANDS")->plan;
    wanted.id = "OTHER";
    const auto body = plan::planToJson(wanted);
    const auto evidence = good("POST", "/api/v1/plan-checks", QStringLiteral("/api/v1/plan-checks"), "moon", body);
    QCOMPARE(evidence[QStringLiteral("acceptable")].toBool(true), false);
    QCOMPARE(codeOf(m_door.ask("GET", "/api/v1/plans/OTHER", "moon")),
             QStringLiteral("NO_SUCH_PLAN")); // decided nothing
    json::JsonWriter volumes;
    volumes.beginObject().key("volumes").beginArray();
    for (const auto& volume : wanted.volumes)
        plan::writeVolume(volumes, volume);
    volumes.endArray().endObject();
    const auto checks =
        good("POST", "/api/v1/volume-checks", QStringLiteral("/api/v1/volume-checks"), "moon", volumes.take());
    QCOMPARE(checks[QStringLiteral("reports")][1][QStringLiteral("verdict")].toString(), QStringLiteral("FAIL"));
    const auto search = good("POST", "/api/v1/plan-proposals", QStringLiteral("/api/v1/plan-proposals"), "park", body);
    QVERIFY(search.contains(QStringLiteral("proposals")));
}

void PlanApiTest::capacityIsLaidDown() {
    const QString all = QStringLiteral("/api/v1/capacity-limits");
    const QString one = QStringLiteral("/api/v1/capacity-limits/{limit}");
    json::JsonWriter body;
    body.beginObject().key("most").integer(2).key("place");
    geo::Volume4D place;
    place.area = geo::Circle{{37.56, 126.98}, 500};
    plan::writeVolume(body, place);
    body.endObject();
    const std::string text = body.take();
    QCOMPARE(m_door.ask("PUT", "/api/v1/capacity-limits/PORT-1", "park", text).status, 403U);
    good("PUT", "/api/v1/capacity-limits/PORT-1", one, "han", text);
    const auto limits = good("GET", "/api/v1/capacity-limits", all, "kim")[QStringLiteral("limits")].toArray();
    QCOMPARE(limits.size(), 1);
    QCOMPARE(limits[0][QStringLiteral("most")].toInt(), 2);
    QCOMPARE(codeOf(m_door.ask("PUT", "/api/v1/capacity-limits/PORT-1", "han", "{}")), QStringLiteral("MISSING_FIELD"));
    good("DELETE", "/api/v1/capacity-limits/PORT-1", one, "han");
    QCOMPARE(codeOf(m_door.ask("DELETE", "/api/v1/capacity-limits/PORT-1", "han")), QStringLiteral("NO_SUCH_LIMIT"));
}

QTEST_GUILESS_MAIN(PlanApiTest)
#include "plan_api_test.moc"
