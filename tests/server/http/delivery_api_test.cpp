#include "core/formats/mission_file.h"
#include "core/formats/waypoint_text.h"
#include "delivery_fixture.h"
#include "http_fixture.h"
#include "server/demo/demo_networks.h"

#include <QtTest>

#include <format>
#include <thread>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;
using haneul::delivery::tests::at;
using haneul::delivery::tests::House;

namespace {

// Holds what its name lists: "delivery.read,order.write"; the test token holds all.
Result<people::Principal> scopesAsToken(std::string_view token, std::string_view address, TokenUse use) {
    if (token == testToken) return testAuthorise(token, address, use);
    people::Principal principal{.user = "limited", .desk = std::string(address)};
    for (std::size_t at = 0; at < token.size();) {
        const auto end = std::min(token.find('_', at), token.size());
        principal.scopes.emplace(token.substr(at, end - at));
        at = end + 1;
    }
    return principal;
}

struct Door {
    Door() {
        HttpSettings settings;
        settings.limits.rates = {.user = unlimited, .address = unlimited};
        auto started = HttpServer::start(settings, {.board = board,
                                                    .clock = house.clock,
                                                    .version = "1",
                                                    .instance = "desk",
                                                    .authorise = scopesAsToken,
                                                    .deliveries = house.service.get()});
        if (!started) qFatal("%s", started.error().message.c_str());
        server = *std::move(started);
    }

    HttpAnswer ask(std::string_view method, const std::string& path, const QByteArray& body = {},
                   const std::string& fields = std::string(testAuthorization)) const {
        const std::string text = std::format(
            "{} {} HTTP/1.1\r\nHost: localhost\r\n{}{}\r\n{}", method, path, fields,
            method == "GET" ? std::string()
                            : std::format("Content-Type: application/json\r\nContent-Length: {}\r\n", body.size()),
            body.toStdString());
        return RawClient(server->port()).request(text, method).value_or(HttpAnswer{});
    }

    QJsonObject json(const std::string& path) const { return jsonOf(ask("GET", path).body); }

    int put(const delivery::Network& network, int basedOn) const {
        return ask("PUT", "/api/v1/networks/" + network.id,
                   QByteArray::fromStdString(
                       std::format(R"({{"based_on":{},"network":{}}})", basedOn, toJson(network))))
            .status;
    }

    void addReference() const {
        const auto network = demo::referenceNetwork();
        QCOMPARE(put(network, 0), 201);
        for (const auto& link : network.links)
            QCOMPARE(ask("POST", std::format("/api/v1/networks/REF/links/{}/{}/verify", link.a, link.b),
                         R"({"note":"test flight 7"})")
                         .status,
                     200);
    }

    HttpAnswer book(const char* id, const char* stops, const char* when) const {
        return ask("POST", "/api/v1/missions",
                   QByteArray::fromStdString(
                       std::format(R"({{"network":"REF","request":{{"id":"{}","stops":[{}]}},{}}})", id, stops, when)));
    }

    House house{{.drones = delivery::tests::plainJudges()}};
    situation::SituationBoard board;
    std::unique_ptr<HttpServer> server;
};

constexpr const char* firstStops = R"({"node":"DP-02"},{"node":"DP-05"})";
constexpr const char* atTen = R"("ready":"2026-11-21T10:00:00.000Z")";

} // namespace

// Deliveries as others see them: over real HTTP.
class DeliveryApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void networks();
    void linksAreVerifiedBySomebody(); // R-RTE-15
    void missionsWithAllTimes();       // R-SLT-07 R-RTE-13
    void parallelBookings();           // R-SLT-12
    void slotsAndReasons();            // R-SLT-01
    void occupancyReport();            // R-SLT-11
    void ordersAndDispatch();          // R-SLT-07 R-SLT-09
    void dispatchPlansTogether();      // R-SLT-14
    void listsArePaged();
    void theProcess();     // R-RTE-19
    void delaysAndMoves(); // R-SLT-13
    void handOver();       // R-RTE-21
    void refusals_data();
    void refusals();
    void scopes(); // R-SEC-03
    void withoutAService();
    void theStreamTells();

    void cleanupTestCase() { m_door.reset(); }

private:
    std::unique_ptr<Door> m_door; // of all refusals
};

void DeliveryApiTest::networks() {
    const Door door;
    auto network = demo::referenceNetwork();
    QCOMPARE(door.put(network, 0), 201);
    QCOMPARE(door.put(network, 0), 409);
    QCOMPARE(door.put(network, 1), 200);
    const auto list = door.json("/api/v1/networks")[QStringLiteral("networks")].toArray();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0][QStringLiteral("revision")].toInt(), 2);
    QCOMPARE(list[0][QStringLiteral("links")].toInt(), 9);
    QCOMPARE(list[0][QStringLiteral("unverified")].toInt(), 9);
    const auto whole = door.json("/api/v1/networks/REF");
    const auto back = delivery::networkFromJson(
        QJsonDocument(whole[QStringLiteral("network")].toObject()).toJson(QJsonDocument::Compact).toStdString());
    QVERIFY(back);
    QCOMPARE(back->nodes.size(), network.nodes.size());
    QCOMPARE(whole[QStringLiteral("by")].toString(), QStringLiteral("test"));
    QVERIFY(whole[QStringLiteral("findings")].toArray().size() >= 9); // links that cannot be used
    const auto geo = door.ask("GET", "/api/v1/networks/REF?format=geojson");
    QCOMPARE(geo.status, 200);
    QCOMPARE(geo.fields.at("content-type"), std::string("application/geo+json"));
    QCOMPARE(jsonOf(geo.body)[QStringLiteral("type")].toString(), QStringLiteral("FeatureCollection"));
    QCOMPARE(door.ask("DELETE", "/api/v1/networks/REF").status, 200);
    QCOMPARE(door.ask("GET", "/api/v1/networks/REF").status, 404);
}

void DeliveryApiTest::linksAreVerifiedBySomebody() {
    const Door door;
    QCOMPARE(door.put(demo::referenceNetwork(), 0), 201);
    const auto refused = door.book("m", R"({"node":"DP-02"})", atTen);
    QCOMPARE(refused.status, 422);
    QCOMPARE(codeOf(refused), QStringLiteral("LINK_NOT_VERIFIED"));
    QCOMPARE(door.ask("POST", "/api/v1/networks/REF/links/DP-02/BP-01/verify", R"({"note":"7"})").status, 200);
    QCOMPARE(door.book("m", R"({"node":"DP-02"})", atTen).status, 201);
    QCOMPARE(door.ask("POST", "/api/v1/networks/REF/links/DP-02/BP-01/withdraw", R"({"reason":"crane"})").status, 200);
    QCOMPARE(door.book("n", R"({"node":"DP-02"})", atTen).status, 422);
    QCOMPARE(codeOf(door.ask("POST", "/api/v1/networks/REF/links/DP-01/DP-05/verify", R"({"note":""})")),
             QStringLiteral("NO_LINK"));
}

void DeliveryApiTest::missionsWithAllTimes() {
    const Door door;
    door.addReference();
    const auto made = door.book("m1", firstStops, atTen);
    QCOMPARE(made.status, 201);
    QCOMPARE(jsonOf(made.body)[QStringLiteral("id")].toString(), QStringLiteral("m1"));
    QCOMPARE(door.book("", R"({"node":"DP-05"},{"node":"DP-02"})", R"("ready":"2026-11-21T10:01:00.000Z")").status,
             201);
    const auto mission = door.json("/api/v1/missions/m1");
    const auto stops = mission[QStringLiteral("stops")].toArray();
    QCOMPARE(stops.size(), 4);
    QCOMPARE(stops[1][QStringLiteral("node")].toString(), QStringLiteral("DP-02"));
    QCOMPARE(stops[1][QStringLiteral("eta")].toString(), QStringLiteral("2026-11-21T10:05:51.000Z")); // 36351
    QCOMPARE(stops[2][QStringLiteral("etd")].toString(), QStringLiteral("2026-11-21T10:10:22.000Z")); // 36622
    QCOMPARE(mission[QStringLiteral("end")].toString(), QStringLiteral("2026-11-21T10:16:13.000Z"));  // 36973
    const auto leg = mission[QStringLiteral("legs")].toArray().at(0);
    QCOMPARE(leg[QStringLiteral("take_off_ms")].toInt(), 20'000); // with the hover at the top
    QCOMPARE(leg[QStringLiteral("waypoints")].toArray().size(), 4);
    QCOMPARE(door.json("/api/v1/missions/M-000001")[QStringLiteral("start")].toString(),
             QStringLiteral("2026-11-21T10:04:22.000Z")); // 36262
    // Filters.
    const auto total = [&](const std::string& query) {
        return door.json("/api/v1/missions" + query)[QStringLiteral("total")].toInt(-1);
    };
    QCOMPARE(total(""), 2);
    QCOMPARE(total("?limit=1"), 2);
    QCOMPARE(door.json("/api/v1/missions?limit=1")[QStringLiteral("missions")].toArray().size(), 1);
    QCOMPARE(total("?network=REF&step=booked"), 2);
    QCOMPARE(door.put(demo::exampleNetwork(), 0), 201);
    QCOMPARE(total("?network=G1"), 0);
    QCOMPARE(total("?step=flying"), 0);
    QCOMPARE(total("?from=2026-11-21T10:17:00.000Z"), 1);
    QCOMPARE(total("?to=2026-11-21T10:02:00.000Z"), 1);
    QCOMPARE(door.ask("POST", "/api/v1/missions/m1/assign", R"({"drone":"HN-001"})").status, 200);
    QCOMPARE(total("?drone=HN-001"), 1);
    // Readiness: what is not known is said, what is not ready is refused with its name.
    const auto given = jsonOf(door.ask("POST", "/api/v1/missions/m1/assign", R"({"drone":"HN-002"})").body);
    QCOMPARE(given[QStringLiteral("battery")].toString(), QStringLiteral("B-HN-002"));
    QCOMPARE(given[QStringLiteral("drone_notes")].toArray().at(0)[QStringLiteral("code")].toString(),
             QStringLiteral("PILOT"));
    QCOMPARE(door.json("/api/v1/missions/m1")[QStringLiteral("drone_notes")].toArray().size(), 1);
    const auto refused = door.ask("POST", "/api/v1/missions/m1/assign", R"({"drone":"HN-013"})");
    QCOMPARE(refused.status, 409);
    const auto why = jsonOf(refused.body)[QStringLiteral("error")];
    QCOMPARE(why[QStringLiteral("code")].toString(), QStringLiteral("DRONE_NOT_READY"));
    QCOMPARE(why[QStringLiteral("where")].toString(), QStringLiteral("HN-013"));
    QVERIFY(why[QStringLiteral("message")].toString().contains(QStringLiteral("AIRFRAME_STATUS")));
    // What has happened stands beside what was planned.
    QCOMPARE(
        door.ask("POST", "/api/v1/missions/m1/actuals",
                 R"({"actuals":[{"segment":0,"waypoint":0,"kind":"departure","time":"2026-11-21T10:02:10.000Z"}]})")
            .status,
        200);
    const auto late = door.json("/api/v1/missions/m1");
    QCOMPARE(late[QStringLiteral("delay_ms")].toInt(), 10'000);
    const auto base = late[QStringLiteral("stops")].toArray().at(0);
    QCOMPARE(base[QStringLiteral("atd")].toString(), QStringLiteral("2026-11-21T10:02:10.000Z"));
    QCOMPARE(base[QStringLiteral("planned_etd")].toString(), QStringLiteral("2026-11-21T10:02:00.000Z"));
    QVERIFY(base[QStringLiteral("ata")].isNull());
}

void DeliveryApiTest::parallelBookings() {
    const Door door;
    door.addReference();
    std::atomic<int> won = 0, lost = 0;
    std::vector<std::jthread> askers;
    for (int i = 0; i < 20; ++i)
        askers.emplace_back([&] {
            const auto answer = door.book("", R"({"node":"DP-02"})", R"("start":"2026-11-21T11:00:00.000Z")");
            if (answer.status == 201) ++won;
            if (answer.status == 409 && codeOf(answer) == QStringLiteral("SLOT_TAKEN")) ++lost;
        });
    askers.clear();
    QCOMPARE(won.load(), 1);
    QCOMPARE(lost.load(), 19);
    QCOMPARE(door.json("/api/v1/missions")[QStringLiteral("total")].toInt(), 1);
}

void DeliveryApiTest::slotsAndReasons() {
    const Door door;
    door.addReference();
    QCOMPARE(door.book("m1", firstStops, atTen).status, 201);
    const auto answer = door.ask("POST", "/api/v1/networks/REF/slots",
                                 R"({"request":{"stops":[{"node":"DP-05"},{"node":"DP-02"}]},)"
                                 R"("from":"2026-11-21T10:01:00.000Z","to":"2026-11-21T11:00:00.000Z"})");
    QCOMPARE(answer.status, 200);
    const auto slots = jsonOf(answer.body);
    QCOMPARE(slots[QStringLiteral("earliest")].toString(), QStringLiteral("2026-11-21T10:04:22.000Z"));
    const auto reasons = slots[QStringLiteral("forbidden")].toArray();
    QVERIFY(!reasons.isEmpty());
    for (const auto& reason : reasons) {
        QCOMPARE(reason[QStringLiteral("against")].toString(), QStringLiteral("m1"));
        QVERIFY(!reason[QStringLiteral("rule")].toString().isEmpty());
    }
    QVERIFY(!slots[QStringLiteral("base_free")].toArray().isEmpty());
    const auto taken = door.book("n", R"({"node":"DP-05"},{"node":"DP-02"})", R"("start":"2026-11-21T10:04:21.999Z")");
    QCOMPARE(taken.status, 409);
    QVERIFY(taken.body.contains("m1"));
}

void DeliveryApiTest::occupancyReport() {
    const Door door;
    door.addReference();
    QCOMPARE(door.book("m1", firstStops, atTen).status, 201);
    QCOMPARE(door.book("m2", R"({"node":"DP-05"},{"node":"DP-02"})", R"("ready":"2026-11-21T10:01:00.000Z")").status,
             201);
    QCOMPARE(door.book("m3", R"({"node":"DP-01"})", R"("ready":"2026-11-21T10:02:00.000Z")").status, 201);
    QCOMPARE(door.book("m4", R"({"node":"DP-03"},{"node":"DP-04"})", R"("ready":"2026-11-21T10:02:00.000Z")").status,
             201);
    const auto report = door.json("/api/v1/networks/REF/occupancy?from=2026-11-21T09:00:00.000Z");
    const auto nodes = report[QStringLiteral("nodes")].toArray();
    const auto links = report[QStringLiteral("links")].toArray();
    QCOMPARE(nodes.size(), 6);
    QCOMPARE(links.size(), 18); // nine, either way
    int held = 0;
    for (const auto& node : nodes) {
        UtcMs free{};
        for (const auto& one : node[QStringLiteral("held")].toArray()) { // capacity 1: one behind the other
            ++held;
            const auto from = fromRfc3339(one[QStringLiteral("from")].toString().toStdString());
            QVERIFY(from && *from >= free);
            free = *fromRfc3339(one[QStringLiteral("to")].toString().toStdString());
        }
    }
    QCOMPARE(held, 4 * 2 + 7); // each at the base twice, and seven stops
    const auto base = nodes[0][QStringLiteral("held")].toArray();
    QCOMPARE(base[0][QStringLiteral("mission")].toString(), QStringLiteral("m1"));
    QCOMPARE(base[0][QStringLiteral("from")].toString(), QStringLiteral("2026-11-21T10:00:00.000Z"));
    QCOMPARE(base[0][QStringLiteral("to")].toString(), QStringLiteral("2026-11-21T10:02:20.000Z"));
    const auto nothing = door.json("/api/v1/networks/REF/occupancy?from=2026-11-22T09:00:00.000Z");
    QVERIFY(nothing[QStringLiteral("nodes")].toArray().at(0)[QStringLiteral("held")].toArray().isEmpty());
}

void DeliveryApiTest::ordersAndDispatch() {
    const Door door;
    door.addReference();
    const auto place = [&](const char* node) {
        return door.ask("POST", "/api/v1/orders",
                        QByteArray::fromStdString(
                            std::format(R"({{"network":"REF","stop":{{"node":"{}"}},"payload_kg":0.5}})", node)));
    };
    QCOMPARE(place("DP-02").status, 201);
    QCOMPARE(place("DP-03").status, 201);
    QCOMPARE(place("DP-01").status, 201);
    QCOMPARE(door.ask("POST", "/api/v1/orders/O-000003/cancel", R"({"reason":"no"})").status, 200);
    const auto waiting = door.json("/api/v1/orders?network=REF&state=waiting");
    QCOMPARE(waiting[QStringLiteral("total")].toInt(), 2);
    const auto made = door.ask("POST", "/api/v1/networks/REF/dispatch", R"({"visits":"best","all":true})");
    QCOMPARE(made.status, 200);
    QCOMPARE(jsonOf(made.body)[QStringLiteral("missions")].toArray().size(), 2);
    const auto booked = door.json("/api/v1/orders?state=booked")[QStringLiteral("orders")].toArray();
    QCOMPARE(booked.size(), 2);
    QCOMPARE(booked[0][QStringLiteral("mission")].toString(), QStringLiteral("M-000001"));
    QCOMPARE(door.ask("POST", "/api/v1/missions/M-000001/cancel", R"({"reason":"rain"})").status, 200);
    QCOMPARE(door.json("/api/v1/orders?state=waiting")[QStringLiteral("total")].toInt(), 1);
    QCOMPARE(codeOf(door.ask("POST", "/api/v1/orders/O-000002/cancel", R"({"reason":"no"})")),
             QStringLiteral("NOT_WAITING"));
}

void DeliveryApiTest::dispatchPlansTogether() {
    const Door door;
    door.addReference();
    const auto place = [&](const char* id, const char* node, const char* more) {
        QCOMPARE(door.ask("POST", "/api/v1/orders",
                          QByteArray::fromStdString(
                              std::format(R"({{"id":"{}","network":"REF","stop":{{"node":"{}"}}{}}})", id, node, more)))
                     .status,
                 201);
    };
    place("long", "DP-05", "");
    place("short", "DP-01", R"(,"deadline":"2026-11-21T10:06:00.000Z")");
    const auto made = door.ask("POST", "/api/v1/networks/REF/dispatch", R"({"visits":"optimised","all":true})");
    QCOMPARE(made.status, 200);
    QCOMPARE(jsonOf(made.body)[QStringLiteral("missions")].toArray().size(), 2);
    const auto missions = door.json("/api/v1/missions")[QStringLiteral("missions")].toArray(); // by start
    QCOMPARE(missions[0][QStringLiteral("orders")].toArray()[0].toString(), QStringLiteral("short"));
}

void DeliveryApiTest::listsArePaged() {
    const Door door;
    door.addReference();
    for (int n = 0; n < 7; ++n) {
        QCOMPARE(door.book(std::format("m{}", n).c_str(), R"({"node":"DP-01"})", atTen).status, 201);
        QCOMPARE(door.ask("POST", "/api/v1/orders",
                          QByteArray::fromStdString(
                              std::format(R"({{"id":"o{}","network":"REF","stop":{{"node":"DP-02"}}}})", n)))
                     .status,
                 201);
    }
    for (const auto& [list, prefix] : {std::pair("missions", "m"), std::pair("orders", "o")}) {
        QStringList seen;
        std::string after;
        for (int page = 0; page < 4; ++page) {
            const auto answer = door.json(std::format("/api/v1/{}?network=REF&limit=2{}", list, after));
            QCOMPARE(answer[QStringLiteral("total")].toInt(), 7);
            for (const auto& item : answer[QLatin1StringView(list)].toArray())
                seen << item[QStringLiteral("id")].toString();
            const auto next = answer[QStringLiteral("next")];
            QCOMPARE(next.isNull(), page == 3);
            after = "&after=" + next.toString().toStdString();
        }
        QStringList wanted;
        for (int n = 0; n < 7; ++n)
            wanted << QLatin1StringView(prefix) + QString::number(n);
        QCOMPARE(seen, wanted);
    }
    // A window that reaches back beyond what is kept says from when on it is.
    const auto refused = door.ask("GET", "/api/v1/missions?from=2026-11-14T09:59:59Z");
    QCOMPARE(refused.status, 400);
    QVERIFY(refused.body.contains("2026-11-14T10:00:00.000Z"));
    QCOMPARE(door.ask("GET", "/api/v1/missions?from=2026-11-14T10:00:00Z&to=2027-01-01T00:00:00Z").status, 200);
}

void DeliveryApiTest::theProcess() {
    const Door door;
    door.addReference();
    QCOMPARE(door.book("m1", R"({"node":"DP-02"})", atTen).status, 201);
    const auto step = [&](const char* name) {
        return door.ask("POST", "/api/v1/missions/m1/step",
                        QByteArray::fromStdString(std::format(R"({{"step":"{}"}})", name)));
    };
    QCOMPARE(codeOf(step("completed")), QStringLiteral("NOT_NOW"));
    for (const char* name : {"prepared", "flying", "handed_over", "returning", "completed"})
        QCOMPARE(step(name).status, 200);
    QCOMPARE(door.json("/api/v1/missions/m1")[QStringLiteral("steps")].toArray().size(), 6);
    QCOMPARE(codeOf(step("landed")), QStringLiteral("BAD_FIELD"));
}

void DeliveryApiTest::delaysAndMoves() {
    const Door door;
    door.addReference();
    QCOMPARE(door.book("m1", firstStops, atTen).status, 201);
    QCOMPARE(door.book("m2", R"({"node":"DP-05"},{"node":"DP-02"})", R"("ready":"2026-11-21T10:01:00.000Z")").status,
             201);
    QCOMPARE(
        door.ask("POST", "/api/v1/missions/m1/actuals",
                 R"({"actuals":[{"segment":0,"waypoint":0,"kind":"departure","time":"2026-11-21T10:04:00.000Z"}]})")
            .status,
        200);
    const auto conflicts = door.json("/api/v1/networks/REF/conflicts")[QStringLiteral("conflicts")].toArray();
    QVERIFY(!conflicts.isEmpty());
    QCOMPARE(conflicts[0][QStringLiteral("mission")].toString(), QStringLiteral("m2"));
    QCOMPARE(conflicts[0][QStringLiteral("against")].toString(), QStringLiteral("m1"));
    const auto start = conflicts[0][QStringLiteral("proposed_start")].toString().toUtf8();
    QCOMPARE(door.json("/api/v1/missions/m2")[QStringLiteral("conflicts")].toArray(), conflicts);
    QCOMPARE(
        door.ask("POST", "/api/v1/mission-moves", R"({"moves":[{"mission":"m2","start":")" + start + R"("}]})").status,
        200);
    QVERIFY(door.json("/api/v1/networks/REF/conflicts")[QStringLiteral("conflicts")].toArray().isEmpty());
    QCOMPARE(door.json("/api/v1/missions/m2")[QStringLiteral("start")].toString().toUtf8(), start);
    QCOMPARE(codeOf(door.ask("POST", "/api/v1/missions/m1/retime", R"({"start":"2026-11-21T12:00:00.000Z"})")),
             QStringLiteral("MISSION_UNDER_WAY"));
    QCOMPARE(door.ask("POST", "/api/v1/missions/m2/retime", R"({"start":"2026-11-21T12:00:00.000Z"})").status, 200);
}

void DeliveryApiTest::handOver() {
    const Door door;
    door.addReference();
    QCOMPARE(door.book("m1", firstStops, atTen).status, 201);
    const auto text = door.ask("POST", "/api/v1/missions/m1/hand-over", R"({"form":"mavlink_items"})");
    QCOMPARE(text.status, 200);
    QVERIFY(text.fields.at("content-type").starts_with("text/plain"));
    QVERIFY(formats::readWaypointText(text.body));
    const auto plan = door.ask("POST", "/api/v1/missions/m1/hand-over", R"({"form":"qgc_plan"})");
    QCOMPARE(jsonOf(plan.body)[QStringLiteral("fileType")].toString(), QStringLiteral("Plan"));
    const auto message = door.ask("POST", "/api/v1/missions/m1/hand-over", R"({"form":"json"})");
    QCOMPARE(jsonOf(message.body)[QStringLiteral("mission_id")].toString(), QStringLiteral("m1"));
}

void DeliveryApiTest::refusals_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* method, const char* path, const char* body, int status, const char* code) {
        QTest::addRow("%s %s %s", method, path, body)
            << QByteArray(method) << QByteArray(path) << QByteArray(body) << status << QString::fromLatin1(code);
    };
    row("GET", "networks/none", "", 404, "NO_SUCH_NETWORK");
    row("GET", "networks/none/occupancy", "", 404, "NO_SUCH_NETWORK");
    row("GET", "networks/REF?format=kml", "", 400, "BAD_QUERY");
    row("GET", "networks/REF/occupancy?from=2026-11-21T00:00:00Z&to=2026-12-21T00:00:00Z", "", 400, "BAD_QUERY");
    row("GET", "networks?x=1", "", 400, "BAD_QUERY");
    row("GET", "missions/none", "", 404, "NO_SUCH_MISSION");
    row("GET", "missions?network=NONE", "", 404, "NO_SUCH_NETWORK");
    row("GET", "orders?network=NONE", "", 404, "NO_SUCH_NETWORK");
    row("GET", "missions?from=2026-11-01T00:00:00Z", "", 400, "BAD_QUERY");
    row("GET", "missions?to=2026-11-01T00:00:00Z", "", 400, "BAD_QUERY");
    row("GET", "missions?after=M-000001", "", 400, "BAD_QUERY");
    row("GET", "missions?limit=0", "", 400, "BAD_QUERY");
    row("GET", "missions?step=landed", "", 400, "BAD_QUERY");
    row("GET", "missions?from=yesterday", "", 400, "BAD_QUERY");
    row("GET", "orders?state=lost", "", 400, "BAD_QUERY");
    row("GET", "orders?colour=red", "", 400, "BAD_QUERY");
    row("PUT", "networks/REF", "{", 400, "BAD_JSON");
    row("PUT", "networks/REF", R"({"based_on":0})", 400, "MISSING_FIELD");
    row("DELETE", "networks/none", "", 404, "NO_SUCH_NETWORK");
    row("POST", "orders", R"({"network":"REF","stop":{"node":"DP-99"}})", 422, "UNKNOWN_NODE");
    row("POST", "orders", R"({"network":"REF","stop":{"node":"DP-02","hand_over":"throw"}})", 400, "BAD_FIELD");
    row("POST", "orders", R"({"network":"REF","stop":{"node":"DP-02"},"payload_kg":99})", 422, "PAYLOAD_TOO_HEAVY");
    row("POST", "orders", R"({"network":"REF","stop":{"node":"DP-02"},"colour":"red"})", 400, "UNKNOWN_FIELD");
    row("POST", "orders/none/cancel", R"({"reason":""})", 404, "NO_SUCH_ORDER");
    row("POST", "networks/none/dispatch", "{}", 404, "NO_SUCH_NETWORK");
    row("POST", "networks/REF/dispatch", R"({"visits":"worst"})", 400, "BAD_FIELD");
    row("POST", "missions", R"({"network":"REF","request":{"stops":[]}})", 422, "NO_STOPS");
    row("POST", "missions", R"({"network":"REF","request":{"id":"m1","stops":[{"node":"DP-02"}]}})", 409, "SAME_ID");
    row("POST", "missions", R"({"network":"REF","request":{"stops":[{"node":"DP-02"}]},"start":"soon"})", 400,
        "BAD_FIELD");
    row("POST", "missions/none/retime", R"({"start":"2026-11-21T12:00:00.000Z"})", 404, "NO_SUCH_MISSION");
    row("POST", "missions/m1/actuals",
        R"({"actuals":[{"segment":9,"waypoint":0,"kind":"arrival",)"
        R"("time":"2026-11-21T12:00:00.000Z"}]})",
        422, "INVALID_ARGUMENT");
    row("POST", "missions/m1/assign", R"({"drone":"a b"})", 422, "BAD_ID");
    row("POST", "missions/m1/hand-over", R"({"form":"pdf"})", 400, "BAD_FIELD");
    row("POST", "mission-moves", R"({"moves":[{"mission":"none","start":"2026-11-21T12:00:00.000Z"}]})", 404,
        "NO_SUCH_MISSION");
    row("POST", "networks/REF/slots",
        R"({"request":{"stops":[{"node":"DP-02"}]},)"
        R"("from":"2026-11-21T12:00:00.000Z","to":"2027-11-21T12:00:00.000Z"})",
        400, "BAD_FIELD");
}

void DeliveryApiTest::refusals() {
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    if (!m_door) {
        m_door = std::make_unique<Door>();
        m_door->addReference();
        QCOMPARE(m_door->book("m1", firstStops, atTen).status, 201);
    }
    const auto answer = m_door->ask(method.toStdString(), "/api/v1/" + path.toStdString(), body);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(answer.status, status);
}

void DeliveryApiTest::scopes() {
    const Door door;
    door.addReference();
    const std::string reader = "Authorization: Bearer delivery.read\r\n";
    QCOMPARE(door.ask("GET", "/api/v1/networks", {}, reader).status, 200);
    for (const auto& [method, path] :
         {std::pair{"PUT", "networks/REF"}, std::pair{"DELETE", "networks/REF"},
          std::pair{"POST", "networks/REF/links/BP-01/DP-01/verify"}, std::pair{"POST", "networks/REF/dispatch"},
          std::pair{"POST", "orders"}, std::pair{"POST", "missions"}, std::pair{"POST", "missions/m/actuals"}})
        QCOMPARE(
            door.ask(method, std::string("/api/v1/") + path, QByteArray(method) == "DELETE" ? "" : "{}", reader).status,
            403);
    QCOMPARE(door.ask("GET", "/api/v1/networks", {}, "").status, 401);
}

void DeliveryApiTest::withoutAService() {
    const TestServer server;
    const auto answer = server.get("/api/v1/missions");
    QVERIFY(answer);
    QCOMPARE(answer->status, 503);
    QCOMPARE(codeOf(*answer), QStringLiteral("NO_DELIVERIES"));
}

void DeliveryApiTest::theStreamTells() {
    const Door door;
    const auto open = [&](const char* token) {
        auto client = std::make_unique<RawClient>(door.server->port());
        client->send(std::format("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                                 "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer {}\r\n\r\n",
                                 token));
        const auto answer = client->readAnswer();
        if (!answer || answer->status != 101) client.reset();
        return client;
    };
    const auto client = open("telemetry.read_delivery.read");
    const auto blind = open("telemetry.read");
    QVERIFY(client && blind);
    QVERIFY(client->readFrame()); // the snapshots
    QVERIFY(blind->readFrame());
    QCOMPARE(door.put(demo::referenceNetwork(), 0), 201);
    const auto told = [](RawClient& stream) {
        for (int i = 0; i < 5; ++i) {
            const auto frame = stream.readFrame(2s);
            if (!frame) break;
            const auto message = jsonOf(frame->payload);
            if (message[QStringLiteral("type")].toString() == QStringLiteral("deliveries")) return message;
        }
        return QJsonObject();
    };
    QCOMPARE(told(*client)[QStringLiteral("networks")].toArray(), (QJsonArray{QStringLiteral("REF")}));
    QVERIFY(told(*blind).isEmpty());
}

QTEST_GUILESS_MAIN(DeliveryApiTest)
#include "delivery_api_test.moc"
