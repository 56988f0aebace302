#include "core/formats/zone_json.h"
#include "http_fixture.h"
#include "server/airspace/airspace_projection.h"
#include "server/airspace/event_airspace_service.h"
#include "server/http/zone_answers.h"
#include "tests/core/formats/zone_samples.h"

#include <QTemporaryDir>
#include <QtTest>

#include <format>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;

namespace {

// "read" may only read; the test token holds all.
Result<people::Principal> readerOrAll(std::string_view token, std::string_view address, TokenUse use) {
    if (token == testToken) return testAuthorise(token, address, use);
    people::Principal principal{.user = "reader", .desk = std::string(address)};
    principal.scopes = {"zone.read"};
    if (token == "stream") principal.scopes = {"zone.read", "telemetry.read"};
    if (token == "blind") principal.scopes = {"telemetry.read"};
    return principal;
}

struct Door {
    Door() {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<airspace::AirspaceProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        auto made = airspace::EventAirspaceService::open(*log, clock, {});
        if (!made) qFatal("%s", made.error().message.c_str());
        service = *std::move(made);
        HttpSettings settings;
        settings.limits.rates = {.user = unlimited, .address = unlimited};
        auto started = HttpServer::start(settings, {.board = board,
                                                    .clock = clock,
                                                    .version = "1",
                                                    .instance = "desk",
                                                    .authorise = readerOrAll,
                                                    .airspace = service.get()});
        if (!started) qFatal("%s", started.error().message.c_str());
        server = *std::move(started);
    }

    HttpAnswer ask(std::string_view method, const std::string& path, const QByteArray& body = {},
                   const char* type = "application/json",
                   const std::string& fields = std::string(testAuthorization)) const {
        const std::string text =
            std::format("{} {} HTTP/1.1\r\nHost: localhost\r\n{}{}\r\n{}", method, path, fields,
                        method == "GET" ? std::string()
                                        : std::format("Content-Type: {}\r\nContent-Length: {}\r\n", type, body.size()),
                        body.toStdString());
        return RawClient(server->port()).request(text, method).value_or(HttpAnswer{});
    }

    QJsonObject json(const std::string& path) const { return jsonOf(ask("GET", path).body); }

    HttpAnswer put(const std::string& identifier, const QByteArray& layer, int basedOn = 0,
                   const QByteArray& more = {}) const {
        return ask("PUT", "/api/v1/zones/KOR/" + identifier,
                   QByteArray(R"({"based_on":)") + QByteArray::number(basedOn) + R"(,"zone":{"identifier":")" +
                       QByteArray::fromStdString(identifier) + R"(","country":"KOR","type":"PROHIBITED",)" + more +
                       R"("layers":[)" + layer + "]}}");
    }

    QTemporaryDir folder;
    clock::ManualClock clock{noon};
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<airspace::EventAirspaceService> service;
    situation::SituationBoard board;
    std::unique_ptr<HttpServer> server;
};

const QByteArray circle =
    R"({"centre":[126.978,37.5665],"radius_m":1000,"lower":null,"upper":{"metres":150,"reference":"AGL"}})";

QByteArray geoJsonOf(const QByteArray& features) {
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

QByteArray ed318(const QByteArray& identifier, const QByteArray& last) {
    return R"({"type":"Feature","properties":{"identifier":")" + identifier +
           R"(","country":"KOR","type":"PROHIBITED","variant":"COMMON","zoneAuthority":[{"purpose":"AUTHORIZATION"}]},
        "geometry":{"type":"Polygon","coordinates":[[[127,37],[127.01,37],[127.01,37.01],[127,37.01],)" +
           last + R"(]],"layer":{"lower":0,"lowerReference":"AGL","upper":120,"upperReference":"AGL"}}})";
}

} // namespace

// Zones as others see them: over real HTTP.
class ZoneApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publishChangeWithdraw();   // R-SVC-18
    void awarenessByPointAndTime(); // R-SVC-03 R-MS-11 R-MS-12
    void awarenessByVolume();       // R-SVC-03
    void importWithReport();
    void importOfNotam();
    void importOfArchives_data();
    void importOfArchives();
    void exportIsReadAgain();
    void listAndImpact();
    void refusals_data();
    void refusals();
    void scopes(); // R-SEC-03
    void theStreamTells();

    void cleanupTestCase() { m_door.reset(); }

private:
    std::unique_ptr<Door> m_door; // of all refusals
};

void ZoneApiTest::publishChangeWithdraw() {
    const Door door;
    QCOMPARE(door.put("P73", circle).status, 201);
    QCOMPARE(door.put("P73", circle).status, 409);
    QCOMPARE(door.put("P73", circle, 1).status, 200);
    const auto zone = door.json("/api/v1/zones/KOR/P73");
    QCOMPARE(zone[QStringLiteral("revision")].toInt(), 2);
    QCOMPARE(zone[QStringLiteral("active")].toString(), QStringLiteral("yes"));
    QCOMPARE(zone[QStringLiteral("by")].toString(), QStringLiteral("test"));
    QVERIFY(formats::zoneFromJson(
        QJsonDocument(zone[QStringLiteral("zone")].toObject()).toJson(QJsonDocument::Compact).toStdString()));
    QCOMPARE(door.ask("POST", "/api/v1/zones/KOR/P73/withdraw", R"({"reason":"over"})").status, 200);
    QCOMPARE(door.ask("GET", "/api/v1/zones/KOR/P73").status, 404);
    QCOMPARE(door.ask("POST", "/api/v1/zones/KOR/P73/withdraw", R"({"reason":"over"})").status, 404);
}

void ZoneApiTest::awarenessByPointAndTime() {
    const Door door;
    QCOMPARE(door.put("P73", circle, 0, R"("periods":[{"from":"2026-11-21T13:00:00Z","to":"2026-11-21T14:00:00Z"}],)")
                 .status,
             201);
    const auto hits = [&](const char* question) {
        const auto answer = door.ask("POST", "/api/v1/geo-awareness", question);
        return answer.status == 200 ? jsonOf(answer.body)[QStringLiteral("hits")].toArray() : QJsonArray{answer.status};
    };
    QCOMPARE(hits(R"({"point":[126.978,37.5665],"time":"2026-11-21T12:59:59Z"})").size(), 0);
    const auto inside = hits(R"({"point":[126.978,37.5665],"time":"2026-11-21T13:00:00Z"})");
    QCOMPARE(inside.size(), 1);
    QCOMPARE(inside[0][QStringLiteral("answer")].toString(), QStringLiteral("yes"));
    QCOMPARE(inside[0][QStringLiteral("windows")].toArray().size(), 1);
    QCOMPARE(hits(R"({"point":[126.978,37.5665],"time":"2026-11-21T14:00:00Z"})").size(), 0);
    const auto above =
        hits(R"({"point":[126.978,37.5665],"height":{"metres":400,"reference":"AMSL"},"time":"2026-11-21T13:30:00Z"})");
    QCOMPARE(above[0][QStringLiteral("answer")].toString(), QStringLiteral("unknown"));
    QVERIFY(above[0][QStringLiteral("why")].toString().contains(QStringLiteral("no terrain")));
    QCOMPARE(
        hits(R"({"point":[126.978,37.5665],"height":{"metres":400,"reference":"AGL"},"time":"2026-11-21T13:30:00Z"})")
            .size(),
        0);
    QCOMPARE(hits(R"({"point":[126.978,37.5765],"time":"2026-11-21T13:30:00Z"})").size(), 0);
}

void ZoneApiTest::awarenessByVolume() {
    const Door door;
    QCOMPARE(door.put("P73", circle).status, 201);
    const auto ask = [&](const char* from, const char* to) {
        return door.ask("POST", "/api/v1/geo-awareness",
                        QByteArray::fromStdString(std::format(
                            R"({{"volume":{{"polygon":[[[126.97,37.55],[126.99,37.55],[126.99,37.57],[126.97,37.57]]],
                "lower":{{"metres":50,"reference":"AGL"}},"upper":{{"metres":100,"reference":"AGL"}}}},"from":"{}","to":"{}"}})",
                            from, to)));
    };
    const auto answer = ask("2026-11-21T13:00:00Z", "2026-11-21T14:00:00Z");
    QCOMPARE(answer.status, 200);
    QCOMPARE(jsonOf(answer.body)[QStringLiteral("hits")].toArray().size(), 1);
    QCOMPARE(jsonOf(answer.body)[QStringLiteral("zones_known")].toInt(), 1);
    QCOMPARE(ask("2026-11-21T14:00:00Z", "2026-11-21T13:00:00Z").status, 422);
}

void ZoneApiTest::importWithReport() {
    const Door door;
    const QByteArray good = geoJsonOf(ed318("A", "[127,37]") + ',' + ed318("B", "[127.001,37.001]"));
    const auto look = door.ask("POST", "/api/v1/zone-imports?file=a.json&dry_run=true", good);
    QCOMPARE(look.status, 200);
    QCOMPARE(jsonOf(look.body)[QStringLiteral("quarantined")].toInt(), 1);
    QVERIFY(jsonOf(look.body)[QStringLiteral("record")].isNull());
    const auto refused = door.ask("POST", "/api/v1/zone-imports?file=a.json", good);
    QCOMPARE(refused.status, 422);
    QCOMPARE(jsonOf(refused.body)[QStringLiteral("error")][QStringLiteral("code")].toString(),
             QStringLiteral("IMPORT_NOT_SOUND"));
    const auto features = jsonOf(refused.body)[QStringLiteral("report")][QStringLiteral("features")].toArray();
    QCOMPARE(features[1][QStringLiteral("findings")][0][QStringLiteral("where")].toString(),
             QStringLiteral("features[1].geometry.coordinates[0]"));
    QCOMPARE(door.json("/api/v1/zones")[QStringLiteral("total")].toInt(), 0);
    const auto taken = door.ask("POST", "/api/v1/zone-imports?file=a.json&choice=with_quarantined", good);
    QCOMPARE(taken.status, 201);
    QCOMPARE(jsonOf(taken.body)[QStringLiteral("record")][QStringLiteral("published")].toInt(), 2);
    QCOMPARE(door.json("/api/v1/zones")[QStringLiteral("total")].toInt(), 2);
    const auto imports = door.json("/api/v1/zone-imports")[QStringLiteral("imports")].toArray();
    QCOMPARE(imports.size(), 1);
    QCOMPARE(imports[0][QStringLiteral("choice")].toString(), QStringLiteral("with_quarantined"));
}

void ZoneApiTest::importOfNotam() {
    const Door door;
    const QByteArray text = "(D3596/25 NOTAMN\r\nQ)RKRR/QRDCA/IV/BO/W/000/007/3646N12721E001\r\nA)RKRR B)2601010100 "
                            "C)2612280600\r\nD)0100-0600\r\nE)A CIRCLE RADIUS 0.3NM CENTERED ON "
                            "364623N1272051E\r\nF)SFC G)656FT AGL)";
    QCOMPARE(door.ask("POST", "/api/v1/zone-imports?country=KOR", text, "text/plain").status, 201);
    QCOMPARE(door.ask("GET", "/api/v1/zones/KOR/D3596%2F25").status, 200);
    const QByteArray cancel = "(D3597/25 NOTAMC D3596/25\r\nQ)RKRR/QRDCN/IV/BO/W/000/007/3646N12721E001\r\nA)RKRR "
                              "B)2601010100\r\nE)CNL)";
    const auto cancelled = door.ask("POST", "/api/v1/zone-imports?country=KOR&choice=sound", cancel, "text/plain");
    QCOMPARE(cancelled.status, 201);
    QCOMPARE(jsonOf(cancelled.body)[QStringLiteral("record")][QStringLiteral("withdrawn")].toInt(), 1);
    QCOMPARE(door.ask("GET", "/api/v1/zones/KOR/D3596%2F25").status, 404);
}

void ZoneApiTest::importOfArchives_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("name");
    const std::string kml =
        "<kml><Placemark><name>Park</name><Polygon><outerBoundaryIs><LinearRing><coordinates>127,37 "
        "127.1,37 127.1,37.1 127,37</coordinates></LinearRing></outerBoundaryIs></Polygon>"
        "</Placemark></kml>";
    const std::string shp =
        haneul::tests::shpOf({haneul::tests::polygonContent({haneul::tests::squareRing(127, 37, 0.1)})});
    QTest::newRow("KML") << QByteArray::fromStdString(kml) << QByteArray("application/vnd.google-earth.kml+xml")
                         << QStringLiteral("Park");
    QTest::newRow("KMZ") << QByteArray::fromStdString(haneul::tests::zipOf({{"doc.kml", kml}}))
                         << QByteArray("application/vnd.google-earth.kmz") << QStringLiteral("Park");
    QTest::newRow("Shapefile") << QByteArray::fromStdString(haneul::tests::zipOf(
                                      {{"a.shp", shp},
                                       {"a.dbf", haneul::tests::dbfOf("NAME", {"\xB0\xF8\xBF\xF8"})},
                                       {"a.prj", haneul::tests::wgs84Prj},
                                       {"a.cpg", "949"}}))
                               << QByteArray("application/zip") << QStringLiteral("공원");
}

void ZoneApiTest::importOfArchives() {
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    QFETCH(const QString, name);
    const Door door;
    const std::string path = "/api/v1/zone-imports?country=KOR&prefix=S&upper_agl_m=150&type=PROHIBITED";
    QCOMPARE(door.ask("POST", path, body, type.constData()).status, 422); // nothing without a person's word
    QCOMPARE(door.ask("POST", path + "&choice=with_quarantined", body, type.constData()).status, 201);
    const auto zone = door.json("/api/v1/zones/KOR/S1")[QStringLiteral("zone")].toObject();
    QCOMPARE(zone[QStringLiteral("name")].toArray()[0].toObject()[QStringLiteral("text")].toString(), name);
    QCOMPARE(zone[QStringLiteral("layers")]
                 .toArray()[0]
                 .toObject()[QStringLiteral("upper")]
                 .toObject()[QStringLiteral("metres")]
                 .toDouble(),
             150.0);
    // Broken on the way: said, not stored.
    QCOMPARE(door.ask("POST", path + "&choice=with_quarantined", body.first(body.size() / 2), type.constData()).status,
             422);
}

void ZoneApiTest::exportIsReadAgain() {
    const Door door;
    QCOMPARE(door.put("P73", circle).status, 201);
    const auto exported = door.ask("GET", "/api/v1/zone-export");
    QCOMPARE(exported.status, 200);
    QCOMPARE(exported.fields.at("content-type"), std::string("application/geo+json"));
    QCOMPARE(door.ask("POST", "/api/v1/zones/KOR/P73/withdraw", R"({"reason":"over"})").status, 200);
    QCOMPARE(door.ask("POST", "/api/v1/zone-imports", QByteArray::fromStdString(exported.body)).status, 201);
    QCOMPARE(door.ask("GET", "/api/v1/zones/KOR/P73").status, 200);
}

void ZoneApiTest::listAndImpact() {
    const Door door;
    QCOMPARE(door.put("P73", circle).status, 201);
    const auto total = [&](const char* query) {
        return door.json(std::string("/api/v1/zones?") + query)[QStringLiteral("total")].toInt();
    };
    QCOMPARE(total("bbox=126.9,37.5,127,37.6"), 1);
    QCOMPARE(total("bbox=127.9,37.5,128,37.6"), 0);
    QCOMPARE(total("type=PROHIBITED"), 1);
    QCOMPARE(total("type=CONDITIONAL"), 0);
    door.service->addVolumesInUse([](UtcMs now) {
        return std::vector{airspace::NamedVolume{
            "plan", "FP-1", {geo::Circle{{37.5665, 126.978}, 50}, {}, {}, now, now + milliseconds(1000)}}};
    });
    const auto impact =
        door.ask("POST", "/api/v1/zone-impact",
                 R"({"zone":{"identifier":"X","country":"KOR","type":"PROHIBITED","layers":[)" + circle + "]}}");
    QCOMPARE(impact.status, 200);
    QCOMPARE(jsonOf(impact.body)[QStringLiteral("hits")][0][QStringLiteral("id")].toString(), QStringLiteral("FP-1"));
    QCOMPARE(door.ask("GET", "/api/v1/zones/KOR/X").status, 404); // only asked
}

void ZoneApiTest::refusals_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* line, const QByteArray& body, int status, const char* code) {
        QTest::addRow("%s %s", line, body.left(60).constData())
            << QString::fromLatin1(line) << body << status << QString::fromLatin1(code);
    };
    row("GET /api/v1/zones?bbox=1,2,3", {}, 400, "BAD_QUERY");
    row("GET /api/v1/zones?type=CLOSED", {}, 400, "BAD_QUERY");
    row("GET /api/v1/zones?limit=0", {}, 400, "BAD_QUERY");
    row("GET /api/v1/zones?colour=red", {}, 400, "BAD_QUERY");
    row("GET /api/v1/zones/KOR/P73?x=1", {}, 400, "BAD_QUERY");
    row("PUT /api/v1/zones/KOR/P73", "{", 400, "BAD_JSON");
    row("PUT /api/v1/zones/KOR/P73", R"({"based_on":-1,"zone":{}})", 400, "BAD_FIELD");
    row("PUT /api/v1/zones/KOR/P73", R"({"based_on":0,"zone":{"identifier":"Q","country":"KOR","type":"PROHIBITED"}})",
        400, "BAD_FIELD");
    row("PUT /api/v1/zones/KOR/P73",
        R"({"based_on":0,"zone":{"identifier":"P73","country":"KOR","type":"PROHIBITED"}})", 422, "NO_LAYER");
    row("PUT /api/v1/zones/KOR/P73",
        R"({"based_on":0,"zone":{"identifier":"P73","country":"KOR","type":"PROHIBITED"},"x":1})", 400,
        "UNKNOWN_FIELD");
    row("POST /api/v1/zone-imports?choice=all", "{}", 400, "BAD_QUERY");
    row("POST /api/v1/zone-imports?upper_agl_m=5", "{}", 400, "BAD_QUERY");
    row("POST /api/v1/zone-imports", "hello", 422, "UNKNOWN_FORMAT");
    row("POST /api/v1/zone-imports", "{}", 422, "NOT_ZONES");
    row("POST /api/v1/zone-imports?choice=sound", R"({"features":[]})", 422, "NOTHING_TAKEN");
    row("POST /api/v1/geo-awareness", R"({"point":[1],"time":"2026-11-21T13:00:00Z"})", 400, "BAD_FIELD");
    row("POST /api/v1/geo-awareness", R"({"point":[1,99],"time":"2026-11-21T13:00:00Z"})", 422, "BAD_PLACE");
    row("POST /api/v1/geo-awareness", R"({"point":[1,9]})", 400, "MISSING_FIELD");
    row("POST /api/v1/geo-awareness", R"({"volume":{"polygon":[[[1,1],[2,2]]]}})", 422, "BAD_AREA");
}

void ZoneApiTest::refusals() {
    QFETCH(const QString, line);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QString, code);
    if (!m_door) m_door = std::make_unique<Door>();
    const auto parts = line.split(u' ');
    const auto answer = m_door->ask(parts[0].toStdString(), parts[1].toStdString(), body);
    QCOMPARE(jsonOf(answer.body)[QStringLiteral("error")][QStringLiteral("code")].toString(), code);
    QCOMPARE(answer.status, status);
}

void ZoneApiTest::scopes() {
    const Door door;
    const std::string reader = "Authorization: Bearer read\r\n";
    QCOMPARE(door.ask("GET", "/api/v1/zones", {}, "", reader).status, 200);
    QCOMPARE(door.ask("POST", "/api/v1/zone-imports", "{}", "application/json", reader).status, 403);
    QCOMPARE(door.ask("PUT", "/api/v1/zones/KOR/P73", "{}", "application/json", reader).status, 403);
    QCOMPARE(door.ask("GET", "/api/v1/zones", {}, "", "").status, 401);
}

void ZoneApiTest::theStreamTells() {
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
    const auto client = open("stream");
    const auto blind = open("blind");
    QVERIFY(client && blind);
    QVERIFY(client->readFrame()); // the snapshots
    QVERIFY(blind->readFrame());
    const auto told = [](RawClient& stream) {
        for (int i = 0; i < 5; ++i) {
            const auto frame = stream.readFrame(std::chrono::seconds(2));
            if (!frame) break;
            const auto message = jsonOf(frame->payload);
            if (message[QStringLiteral("type")].toString() == QStringLiteral("zones")) return message;
        }
        return QJsonObject();
    };
    const QJsonArray one{QStringLiteral("KOR:A")};
    QCOMPARE(door.put("A", circle).status, 201);
    QCOMPARE(told(*client)[QStringLiteral("zones")].toArray(), one);
    QCOMPARE(door.put("A", circle, 1, R"("region":7,)").status, 200);
    QCOMPARE(told(*client)[QStringLiteral("zones")].toArray(), one);
    QVERIFY(told(*blind).isEmpty());

    // Many at once are not named one by one.
    airspace::AirspaceState many;
    for (int i = 0; i < 1'001; ++i)
        many.records.push_back({.key = "KOR:" + std::to_string(i), .revision = 1, .by = ""});
    const auto all = jsonOf(streamZones({}, many));
    QVERIFY(all[QStringLiteral("all")].toBool() && all[QStringLiteral("zones")].toArray().isEmpty());
    QVERIFY(streamZones(many, many).empty());
}

QTEST_GUILESS_MAIN(ZoneApiTest)
#include "zone_api_test.moc"
