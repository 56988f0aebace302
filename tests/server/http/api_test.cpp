#include "core/json/json_writer.h"
#include "server/http/access_policy.h"
#include "server/http/api.h"
#include "server/http/api_json.h"
#include "server/http/metrics.h"
#include "server/http/replay_command.h"
#include "server/http/routes.h"
#include "server/http/tile_service.h"
#include "tests/support/result_macros.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cmath>
#include <limits>
#include <random>
#include <set>

using namespace haneul;
using namespace haneul::http;
using json::JsonWriter;

namespace {

// const: on a temporary that may change, operator[] would give a reference into it.
const QJsonObject jsonOf(const std::string& text) {
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text), &problem);
    if (problem.error != QJsonParseError::NoError)
        qWarning("not JSON: %s at %d", qPrintable(problem.errorString()), problem.offset);
    return document.object();
}

template <class Value>
std::string codeOf(const Result<Value>& result) {
    return result ? std::string() : result.error().code;
}

} // namespace

class ApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyBytesBecomeValidJson(); // G8
    void numbersAreRoundedAndUnknownIsNull();
    void replayCommands_data();
    void replayCommands(); // G8
    void trackQueries_data();
    void trackQueries(); // G8
    void boxAcrossTheDateLine();
    void unknownIsNullNeverZero();
    void routesMatch_data();
    void routesMatch();
    void openApiListsExactlyTheRoutes();
    void openApiReferencesExist();
    void hostsAndOrigins_data();
    void hostsAndOrigins(); // G8
    void tileKeys_data();
    void tileKeys(); // G8
    void tileCacheKeepsItsBound();
    void deltasRebuildTheState();  // R-PIPE-10
    void metricLabelsAreEscaped(); // R-OPS-13
};

void ApiTest::anyBytesBecomeValidJson() {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"plain", "plain"},
        {"q\"b\\", "q\"b\\"},
        {std::string("a\0b\x1f\n\t", 6), std::string("a\0b\x1f\n\t", 6)},
        {"\xed\x95\x98\xeb\x8a\x98", "\xed\x95\x98\xeb\x8a\x98"},
        {"\xf0\x9f\x9a\x81", "\xf0\x9f\x9a\x81"},
        {"a\xff"
         "b",
         "a\xef\xbf\xbd"
         "b"},
        {"\xc0\xaf", "\xef\xbf\xbd\xef\xbf\xbd"},                                 // overlong
        {"\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},                 // surrogate
        {"\xf4\x90\x80\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"}, // above U+10FFFF
        {"\xe2\x82", "\xef\xbf\xbd\xef\xbf\xbd"},                                 // cut off
    };
    for (const auto& [bytes, expected] : cases) {
        JsonWriter json;
        json.beginObject().key("k").string(bytes).endObject();
        const auto value = jsonOf(json.text())[QStringLiteral("k")];
        QVERIFY(value.isString());
        QCOMPARE(value.toString(), QString::fromUtf8(expected.data(), static_cast<qsizetype>(expected.size())));
    }
    std::mt19937 random(1);
    for (int i = 0; i < 2000; ++i) {
        std::string bytes(random() % 24, '\0');
        for (char& c : bytes)
            c = static_cast<char>(random());
        JsonWriter json;
        json.beginObject().key(bytes).string(bytes).endObject();
        QCOMPARE(jsonOf(json.text()).size(), 1);
        QVERIFY(QString::fromUtf8(json.text()).toUtf8().toStdString() == json.text());
    }
}

void ApiTest::numbersAreRoundedAndUnknownIsNull() {
    JsonWriter json;
    json.beginArray();
    json.number(37.5, 7).number(127.00000004, 7).number(-0.00000001, 7).number(100, 3).number(-12.3456, 3);
    json.number(std::nan(""), 3).number(std::numeric_limits<double>::infinity(), 3).number(1e300, 3);
    json.integer(-5).count(18446744073709551615ULL).null().boolean(true);
    json.numberOrNull(std::nullopt, 1).endArray();
    QCOMPARE(json.text(),
             std::string("[37.5,127,0,100,-12.346,null,null,1e+300,-5,18446744073709551615,null,true,null]"));
}

void ApiTest::replayCommands_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char* json, const char* code, const char* where = "") {
        QTest::newRow(json) << QByteArray(json) << QByteArray(code) << QByteArray(where);
    };
    row(R"({"action":"play"})", "");
    row(R"( { "action" : "pause" } )", "");
    row(R"({"speed":0.1,"action":"speed"})", "");
    row(R"({"action":"speed","speed":60})", "");
    row(R"({"action":"seek","to":"2026-11-21T04:05:06.789Z"})", "");
    row(R"({"act\u0069on":"play"})", "");
    row("", "BAD_JSON", "body");
    row("play", "BAD_JSON", "body");
    row("[]", "BAD_JSON", "body");
    row("null", "BAD_JSON", "body");
    row(R"({"action":"play"}x)", "BAD_JSON", "body");
    row(R"({"action":"play"}{})", "BAD_JSON", "body");
    row(R"({"action":"play")", "BAD_JSON", "body");
    row(R"({"action":"play",})", "BAD_JSON", "body");
    row("{}", "BAD_REPLAY_COMMAND", "action");
    row(R"({"action":"stop"})", "BAD_REPLAY_COMMAND", "action");
    row(R"({"action":1})", "BAD_REPLAY_COMMAND", "action");
    row(R"({"action":"play","action":"play"})", "BAD_REPLAY_COMMAND", "action");
    row(R"({"action":"play","loop":true})", "BAD_REPLAY_COMMAND", "loop");
    row(R"({"action":"play","speed":2})", "BAD_REPLAY_COMMAND", "speed");
    row(R"({"action":"speed"})", "BAD_REPLAY_COMMAND", "speed");
    row(R"({"action":"speed","speed":0.09})", "BAD_REPLAY_COMMAND", "speed");
    row(R"({"action":"speed","speed":60.1})", "BAD_REPLAY_COMMAND", "speed");
    row(R"({"action":"speed","speed":"2"})", "BAD_REPLAY_COMMAND", "speed");
    row(R"({"action":"speed","speed":1e999})", "BAD_REPLAY_COMMAND", "speed");
    row(R"({"action":"seek"})", "BAD_REPLAY_COMMAND", "to");
    row(R"({"action":"seek","to":"yesterday"})", "BAD_REPLAY_COMMAND", "to");
    row(R"({"action":"seek","to":"2026-11-21T04:05:06+09:00"})", "BAD_REPLAY_COMMAND", "to");
    row(R"({"action":"pause","to":"2026-11-21T04:05:06Z"})", "BAD_REPLAY_COMMAND", "to");
}

void ApiTest::replayCommands() {
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, where);
    const auto command = replayCommandFromJson(json.toStdString());
    QCOMPARE(codeOf(command), code.toStdString());
    if (command) return;
    QCOMPARE(command.error().where, where.toStdString());
}

void ApiTest::trackQueries_data() {
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char* query, const char* where = "") {
        QTest::newRow(query) << QByteArray(query) << QByteArray(where);
    };
    row("");
    row("state=live");
    row("state=stale&limit=1");
    row("limit=10000");
    row("bbox=126.9,37.4,127.2,37.7");
    row("bbox=126.9%2C37.4%2C127.2%2C37.7");
    row("bbox=179,-10,-179,10");
    row("state=flying", "state");
    row("state=", "state");
    row("state=live&state=live", "state");
    row("limit=0", "limit");
    row("limit=10001", "limit");
    row("limit=-1", "limit");
    row("limit=5x", "limit");
    row("limit=99999999999999999999", "limit");
    row("bbox=1,2,3", "bbox");
    row("bbox=1,2,3,4,5", "bbox");
    row("bbox=a,2,3,4", "bbox");
    row("bbox=1,2,3,nan", "bbox");
    row("bbox=1,2,3,inf", "bbox");
    row("bbox=1,2,3,91", "bbox");
    row("bbox=181,2,3,4", "bbox");
    row("bbox=1,5,3,4", "bbox");
    row("color=red", "color");
    row("state", "query");
    row("=live", "query");
    row("state=%zz", "query");
    row("state=%4", "query");
}

void ApiTest::trackQueries() {
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, where);
    const auto parsed = trackQueryFrom(query.toStdString());
    QCOMPARE(codeOf(parsed), std::string(where.isEmpty() ? "" : "BAD_QUERY"));
    if (!parsed) QCOMPARE(parsed.error().where, where.toStdString());
}

void ApiTest::boxAcrossTheDateLine() {
    situation::Situation situation;
    const auto add = [&](const char* id, std::optional<geo::LatLon> position) {
        traffic::Track track;
        track.id = id;
        track.position = position;
        situation.tracks.push_back(std::make_shared<const traffic::Track>(track));
    };
    add("a", geo::LatLon{0, 179.5});
    add("b", geo::LatLon{0, -179.5});
    add("c", geo::LatLon{0, 0});
    add("d", std::nullopt);
    const auto ids = [&](const char* query) {
        QString found;
        const auto tracks = jsonOf(tracksJson(situation, *trackQueryFrom(query)))[QStringLiteral("tracks")].toArray();
        for (const auto& track : tracks)
            found += track[QStringLiteral("id")].toString();
        return found;
    };
    QCOMPARE(ids(""), QStringLiteral("abcd"));
    QCOMPARE(ids("bbox=179,-1,-179,1"), QStringLiteral("ab"));
    QCOMPARE(ids("bbox=-179,-1,179,1"), QStringLiteral("c"));
    QCOMPARE(ids("bbox=-180,-90,180,90"), QStringLiteral("abc"));
}

void ApiTest::unknownIsNullNeverZero() {
    traffic::Track track;
    track.id = "icao:71be01";
    const auto unknown = jsonOf(trackJson({}, track));
    for (const char* key : {"label", "position", "height", "ground_speed_mps", "course_deg", "vertical_rate_mps",
                            "on_ground", "squawk", "battery_pct", "mission_id", "pilot_id"}) {
        QVERIFY2(unknown.contains(QLatin1StringView(key)), key);
        QVERIFY2(unknown[QLatin1StringView(key)].isNull(), key);
    }
    QVERIFY(unknown[QStringLiteral("times")][QStringLiteral("source")].isNull());

    track.squawk = std::uint16_t{0x1c0}; // 0700 octal
    track.velocity = traffic::Velocity_mps{};
    track.verticalRate_mps = 0.0;
    track.onGround = true;
    const auto known = jsonOf(trackJson({}, track));
    QCOMPARE(known[QStringLiteral("squawk")].toString(), QStringLiteral("0700"));
    QCOMPARE(known[QStringLiteral("ground_speed_mps")].toDouble(-1), 0.0);
    QVERIFY(known[QStringLiteral("course_deg")].isNull()); // it does not move
    QCOMPARE(known[QStringLiteral("vertical_rate_mps")].toDouble(-1), 0.0);
    QCOMPARE(known[QStringLiteral("on_ground")], QJsonValue(true));
}

void ApiTest::routesMatch_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("expected"); // parameters with '|', or the code
    const auto row = [](const char* path, const char* expected) {
        QTest::newRow(path) << QByteArray(path) << QByteArray(expected);
    };
    row("/healthz", "");
    row("/api/v1/tracks", "");
    row("/api/v1/tracks/uas:A", "uas:A|");
    row("/api/v1/tracks/uas%3AA%2fB%20C", "uas:A/B C|");
    row("/api/v1/tracks/%ff", "\xff|");
    row("/tiles/dark/1/2/3@2x.png", "dark|1|2|3@2x.png|");
    row("/", "NOT_FOUND");
    row("/healthz/", "NOT_FOUND");
    row("//healthz", "NOT_FOUND");
    row("/Healthz", "NOT_FOUND");
    row("/%68ealthz", "NOT_FOUND");
    row("/api/v1/tracks/", "NOT_FOUND");
    row("/api/v1/tracks/a/b", "NOT_FOUND");
    row("/tiles/dark/1/2", "NOT_FOUND");
    row("/tiles/dark/1/2/3/4", "NOT_FOUND");
    row("/api/v1/replay", "METHOD_NOT_ALLOWED");
}

void ApiTest::routesMatch() {
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, expected);
    const auto match = matchRoute(Method::Get, path.toStdString());
    std::string found = codeOf(match);
    if (match)
        for (const auto& parameter : match->parameters)
            found += parameter + "|";
    QCOMPARE(found, expected.toStdString());
    QCOMPARE(matchRoute(Method::Head, path.toStdString()).has_value(), match.has_value());
}

void ApiTest::openApiListsExactlyTheRoutes() {
    const auto document = jsonOf(std::string(openApiDocument()));
    QCOMPARE(document[QStringLiteral("openapi")].toString(), QStringLiteral("3.1.0"));
    std::set<std::string> described;
    const auto paths = document[QStringLiteral("paths")].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path)
        for (const auto& method : path.value().toObject().keys())
            described.insert(method.toUpper().toStdString() + " " + path.key().toStdString());
    std::set<std::string> served;
    for (const auto& route : routes())
        served.insert(std::string(toString(route.method)) + " " + std::string(route.pattern));
    QCOMPARE(described, served);
}

void ApiTest::openApiReferencesExist() {
    const auto text = QString::fromUtf8(openApiDocument());
    const auto schemas =
        jsonOf(std::string(openApiDocument()))[QStringLiteral("components")][QStringLiteral("schemas")];
    QRegularExpression reference(QStringLiteral("#/components/schemas/(\\w+)"));
    auto matches = reference.globalMatch(text);
    QVERIFY(matches.hasNext());
    while (matches.hasNext()) {
        const auto name = matches.next().captured(1);
        QVERIFY2(schemas.toObject().contains(name), qPrintable(name));
    }
}

void ApiTest::hostsAndOrigins_data() {
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("hostAllowed");
    QTest::addColumn<bool>("originAllowed");
    const auto row = [](const char* host, const char* origin, bool hostAllowed, bool originAllowed) {
        QTest::addRow("%s from %s", host, origin)
            << QByteArray(host) << QByteArray(origin) << hostAllowed << originAllowed;
    };
    row("localhost", "", true, true);
    row("LOCALHOST:80", "http://localhost:80", true, true);
    row("127.0.0.1:8480", "http://127.0.0.1:8480", true, true);
    row("127.1.2.3", "http://127.0.0.1", true, false);
    row("[::1]:8480", "http://[::1]:8480", true, true);
    row("desk.local:1", "http://tower.example", true, true); // both listed
    row("evil.example", "http://evil.example", false, true);
    row("127.0.0.1.evil.example", "", false, true);
    row("127.evil", "", false, true);
    row("127.0.0.256", "", false, true);
    row("127.0.0.1.1", "", false, true);
    row("localhost:80:80", "", false, true);
    row("localhost:x", "", false, true);
    row("[::1", "", false, true);
    row("localhost", "null", true, false);
    row("localhost", "https://localhost", true, false);
    row("localhost", "http://localhost:81", true, false);
    row("localhost", "http://evil.example", true, false);
}

void ApiTest::hostsAndOrigins() {
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, origin);
    QFETCH(bool, hostAllowed);
    QFETCH(bool, originAllowed);
    const AccessPolicy policy(AccessPolicy::Binding::Loopback, {"desk.local"}, {"http://tower.example"});
    QCOMPARE(policy.hostAllowed(host.toStdString()), hostAllowed);
    QCOMPARE(policy.originAllowed(origin.toStdString(), host.toStdString()), originAllowed);
    const AccessPolicy behindProxy(AccessPolicy::Binding::Loopback, {},
                                   {"https://utm.example", "https://b.example:8443"});
    for (const char* name : {"utm.example", "b.example:8443", "127.0.0.1:8480"}) // passed on, or not
        QVERIFY(behindProxy.hostAllowed(name) && behindProxy.originAllowed("https://utm.example", name));
    for (const char* name : {"evil.example", "b.example", "utm.example:81", "utm.example.evil.example"})
        QVERIFY(!behindProxy.hostAllowed(name));
    QVERIFY(!behindProxy.originAllowed("http://utm.example", "127.0.0.1:8480"));
    QVERIFY(!behindProxy.originAllowed("https://utm.example.evil.example", "127.0.0.1:8480"));
    const AccessPolicy open(AccessPolicy::Binding::Network, {}, {});
    QVERIFY(open.hostAllowed("any.example"));
    const AccessPolicy named(AccessPolicy::Binding::Network, {"desk.local"}, {});
    QVERIFY(named.hostAllowed("desk.local:8480"));
    QVERIFY(!named.hostAllowed("any.example"));
}

void ApiTest::tileKeys_data() {
    QTest::addColumn<QByteArray>("path"); // style z x y
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("scale");
    const auto row = [](const char* path, const char* code, int scale = 1) {
        QTest::newRow(path) << QByteArray(path) << QByteArray(code) << scale;
    };
    row("dark 0 0 0", "");
    row("dark 3 7 7.png", "");
    row("dark 3 7 7@2x", "", 2);
    row("dark 3 7 7@2x.png", "", 2);
    row("dark 20 1048575 0", "");
    row("dark 21 0 0", "NO_SUCH_TILE");
    row("dark 3 8 0", "NO_SUCH_TILE");
    row("dark 3 0 8", "NO_SUCH_TILE");
    row("dark -1 0 0", "BAD_TILE");
    row("dark +1 0 0", "BAD_TILE");
    row("dark 1.0 0 0", "BAD_TILE");
    row("dark 0x1 0 0", "BAD_TILE");
    row("dark 1 0 0.jpg", "BAD_TILE");
    row("dark 1 0 0@3x", "BAD_TILE");
    row("dark 1 0 .png", "BAD_TILE");
    row("dark 99999999999999999999 0 0", "BAD_TILE");
    row("dark 1 4294967296 0", "BAD_TILE");
    row("DARK 1 0 0", "BAD_STYLE");
    row("../etc 1 0 0", "BAD_STYLE");
}

void ApiTest::tileKeys() {
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, code);
    QFETCH(int, scale);
    const auto parts = path.split(' ');
    const auto key =
        tileKeyFrom(parts[0].toStdString(), parts[1].toStdString(), parts[2].toStdString(), parts[3].toStdString());
    QCOMPARE(codeOf(key), code.toStdString());
    if (key) QCOMPARE(key->scale, scale);
}

void ApiTest::tileCacheKeepsItsBound() {
    constexpr std::size_t bound = 10'000;
    TileCache cache(bound);
    const auto key = [](int x) { return TileKey{"dark", 10, x, 0, 1}; };
    const auto tile = [](std::size_t size) { return std::make_shared<const std::string>(size, 'x'); };
    for (int x = 0; x < 100; ++x) {
        cache.insert(key(x), tile(1000));
        QVERIFY(cache.bytes() <= bound);
        QVERIFY(cache.find(key(0))); // used each time: stays
    }
    QVERIFY(cache.size() >= 5);
    QVERIFY(cache.find(key(99)));
    QVERIFY(!cache.find(key(1)));
    const auto before = cache.bytes();
    cache.insert(key(200), tile(bound)); // bigger than everything
    QVERIFY(!cache.find(key(200)));
    QCOMPARE(cache.bytes(), before);
}

void ApiTest::deltasRebuildTheState() {
    std::mt19937 random(20261121);
    situation::Situation before;
    QJsonObject state;
    const auto apply = [&state](const QJsonObject& message) {
        const auto changed = message[QStringLiteral("changed")].toArray();
        for (const auto& track : changed)
            state[track[QStringLiteral("id")].toString()] = track;
        const auto removed = message[QStringLiteral("removed")].toArray();
        for (const auto& id : removed)
            state.remove(id.toString());
    };
    QVERIFY(streamDelta(before, before).empty());
    for (int step = 0; step < 300; ++step) {
        situation::Situation after = before;
        after.tracks.clear();
        for (int i = 0; i < 30; ++i) {
            const auto id = "uas:" + std::to_string(100 + i);
            const auto old = std::ranges::find(before.tracks, id, [](const auto& track) { return track->id; });
            const auto dice = random() % 10;
            if (dice == 0) continue; // gone, or never there
            if (old != before.tracks.end() && dice < 7) {
                after.tracks.push_back(*old);
                continue;
            }
            traffic::Track track;
            track.id = id;
            track.revision = random() % 3; // counts anew now and then, as after a seek
            track.battery_pct = static_cast<double>(random() % 100);
            after.tracks.push_back(std::make_shared<const traffic::Track>(track));
        }
        const auto delta = streamDelta(before, after);
        if (!delta.empty()) apply(jsonOf(delta));
        QJsonObject expected;
        const auto tracks = jsonOf(streamSnapshot(after))[QStringLiteral("tracks")].toArray();
        for (const auto& track : tracks)
            expected[track[QStringLiteral("id")].toString()] = track;
        QCOMPARE(state, expected);
        before = after;
    }
}

void ApiTest::metricLabelsAreEscaped() {
    situation::Situation situation;
    situation::FeedHealth feed;
    feed.id = "sbs:\"roof\\\n\xff";
    feed.messages = 42;
    situation.feeds = {feed};
    HttpMetrics metrics;
    metrics.countRequest("/healthz", 200, std::chrono::milliseconds(3));
    metrics.countRefusal("BAD_HOST");
    const auto text = metricsText(metrics, {.situation = situation, .version = "1"});
    const auto has = [&](std::string_view line) { return ("\n" + text).contains("\n" + std::string(line) + "\n"); };
    QVERIFY(has("haneul_feed_messages_total{feed=\"sbs:\\\"roof\\\\\\n\xef\xbf\xbd\",kind=\"telemetry\"} 42"));
    QVERIFY(has("haneul_http_requests_total{route=\"/healthz\",status=\"200\"} 1"));
    QVERIFY(has("haneul_http_refused_total{reason=\"BAD_HOST\"} 1"));
    QVERIFY(has("haneul_http_request_duration_seconds_bucket{le=\"0.001\"} 0"));
    QVERIFY(has("haneul_http_request_duration_seconds_bucket{le=\"0.005\"} 1"));
    QVERIFY(has("haneul_http_request_duration_seconds_bucket{le=\"+Inf\"} 1"));
    for (const char* name : {"process_cpu_seconds_total ", "process_resident_memory_bytes ", "haneul_uptime_seconds "})
        QVERIFY2(text.contains(std::string("\n") + name), name);
}

QTEST_APPLESS_MAIN(ApiTest)
#include "api_test.moc"
