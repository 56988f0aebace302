#include "http_fixture.h"
#include "openapi_shape.h"
#include "server/documents/document_projection.h"
#include "server/http/api.h"

#include <QTemporaryDir>
#include <QtTest>

#include <format>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;

namespace {

// "reader" may only read; the test token holds all.
Result<people::Principal> readerOrAll(std::string_view token, std::string_view address, TokenUse use) {
    if (token == testToken) return testAuthorise(token, address, use);
    people::Principal principal{.user = "reader", .desk = std::string(address)};
    principal.scopes = {"document.read"};
    return principal;
}

struct Door {
    explicit Door(bool withDocuments = true) {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<documents::DocumentProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        service = std::make_unique<documents::DocumentService>(*log, documents::TellRefusal{});
        HttpSettings settings;
        settings.limits.rates = {.user = unlimited, .address = unlimited};
        auto started = HttpServer::start(settings, {.board = board,
                                                    .clock = clock,
                                                    .version = "1",
                                                    .instance = "desk",
                                                    .authorise = readerOrAll,
                                                    .documents = withDocuments ? service.get() : nullptr});
        if (!started) qFatal("%s", started.error().message.c_str());
        server = *std::move(started);
    }

    // The pattern whose parameter is the document's id.
    static QString patternOf(const std::string& path) {
        const QStringList parts = QString::fromStdString(path.substr(0, path.find('?'))).split(u'/');
        QStringList pattern = parts;
        if (pattern.size() > 4) pattern[4] = QStringLiteral("{document}");
        return pattern.join(u'/');
    }

    // Each answer must be one that the document promises for that status.
    HttpAnswer ask(const char* method, const std::string& path, const QByteArray& body = {},
                   const std::string& fields = std::string(testAuthorization),
                   const char* type = "application/json") const {
        const bool bodiless = std::string_view(method) == "GET";
        const std::string text = std::format(
            "{} {} HTTP/1.1\r\nHost: localhost\r\n{}{}\r\n{}", method, path, fields,
            bodiless ? std::string() : std::format("Content-Type: {}\r\nContent-Length: {}\r\n", type, body.size()),
            body.toStdString());
        auto answer = RawClient(server->port()).request(text, method).value_or(HttpAnswer{});
        [&] {
            const OpenApiShape shape(jsonOf(std::string(openApiDocument())));
            const auto wrong =
                shape.wrong(patternOf(path), QString::fromLatin1(method).toLower(), answer.status, jsonOf(answer.body));
            QVERIFY2(wrong.isEmpty(), qPrintable(QString::fromStdString(path) % u' ' % wrong.join(u'\n')));
        }();
        return answer;
    }

    std::string found(const std::string& query) const { // kinds, in the order of the answer
        std::string kinds;
        const auto answer = ask("GET", "/api/v1/documents" + query);
        if (answer.status != 200) return std::to_string(answer.status);
        for (const QJsonValue& one : jsonOf(answer.body)[QStringLiteral("documents")].toArray())
            kinds += one[QStringLiteral("kind")].toString().toStdString() + ' ';
        return kinds;
    }

    QTemporaryDir folder;
    clock::ManualClock clock{noon};
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<documents::DocumentService> service;
    situation::SituationBoard board;
    std::unique_ptr<HttpServer> server;
};

const std::string sum(64, 'a');

const QByteArray film = QByteArray::fromStdString(
    R"({"kind":"film","plan":"P-1","mission":"M-1","content":{"place":"s3://films/1.mp4","media_type":"video/mp4",)"
    R"("sha256":")" +
    sum + R"(","bytes":5000000000},"keep_until":"2027-11-21T00:00:00Z","body":{"camera":{"lens_mm":35}}})");
const QByteArray sensor = R"({"kind":"sensor.log","drone":"HN-1","body":{"readings":[21.5,22]}})";

} // namespace

// Records of payloads and sensors as others see them: over real HTTP, each answer of the shape that is documented.
class DocumentApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoThatDiffer(); // R-DB-13
    void changeAndRevisions();
    void withdraw();
    void refusals_data();
    void refusals();
    void scopes(); // R-SEC-03
    void withoutDocuments();

    void cleanupTestCase() { m_door.reset(); }

private:
    std::unique_ptr<Door> m_door; // of all refusals
};

void DocumentApiTest::twoThatDiffer() {
    const Door door;
    const auto made = door.ask("POST", "/api/v1/documents", film);
    QCOMPARE(made.status, 201);
    const std::string id = jsonOf(made.body)[QStringLiteral("id")].toString().toStdString();
    QCOMPARE(id.size(), 32U);
    QCOMPARE(door.ask("POST", "/api/v1/documents", sensor).status, 201);

    const auto back = jsonOf(door.ask("GET", "/api/v1/documents/" + id).body);
    QCOMPARE(back[QStringLiteral("by")].toString(), QStringLiteral("test"));
    QCOMPARE(back[QStringLiteral("at")].toString(), QStringLiteral("2026-11-21T12:00:00.000Z"));
    QCOMPARE(back[QStringLiteral("keep_until")].toString(), QStringLiteral("2027-11-21T00:00:00.000Z"));
    QCOMPARE(back[QStringLiteral("content")][QStringLiteral("place")].toString(), QStringLiteral("s3://films/1.mp4"));
    QCOMPARE(back[QStringLiteral("content")][QStringLiteral("bytes")].toInteger(), 5'000'000'000);
    QCOMPARE(back[QStringLiteral("body")][QStringLiteral("camera")][QStringLiteral("lens_mm")].toInt(), 35);
    QVERIFY(back[QStringLiteral("drone")].isNull());

    QCOMPARE(door.found("?plan=P-1"), std::string("film "));
    QCOMPARE(door.found("?mission=M-1"), std::string("film "));
    QCOMPARE(door.found("?drone=HN-1"), std::string("sensor.log "));
    QCOMPARE(door.found("?kind=film&drone=HN-1"), std::string());
    QCOMPARE(door.found("?field=camera.lens_mm&value=35"), std::string("film "));
    QCOMPARE(door.found("?field=readings[0]&value=21.5"), std::string("sensor.log "));
    QCOMPARE(door.found("?field=readings"), std::string("sensor.log "));
    QCOMPARE(door.found("?sha256=" + sum), std::string("film "));
    QCOMPARE(door.found("?from=2026-11-21T12:00:00Z&limit=1").size() > 0, true);
    QCOMPARE(door.found("?from=2026-11-21T12:00:01Z"), std::string());
    QCOMPARE(door.found("?to=2026-11-21T12:00:00Z"), std::string());
}

void DocumentApiTest::changeAndRevisions() {
    const Door door;
    const auto put = [&](const char* body) { return door.ask("PUT", "/api/v1/documents/log-1", body).status; };
    QCOMPARE(put(R"({"based_on":0,"kind":"k","body":{"v":1}})"), 201);
    QCOMPARE(put(R"({"based_on":0,"kind":"k","body":{"v":2}})"), 409);
    QCOMPARE(put(R"({"based_on":1,"kind":"k","keep_until":"2026-12-01T00:00:00Z","body":{"v":2}})"), 200);
    QCOMPARE(put(R"({"based_on":2,"kind":"k","body":{"v":3}})"), 422); // kept shorter
    QCOMPARE(put(R"({"based_on":2,"kind":"k","keep_until":"2026-12-02T00:00:00Z","body":{"v":3}})"), 200);
    const auto body = [&](const std::string& query) {
        return jsonOf(
                   door.ask("GET", "/api/v1/documents/log-1" + query).body)[QStringLiteral("body")][QStringLiteral("v")]
            .toInt();
    };
    QCOMPARE(body(""), 3);
    QCOMPARE(body("?revision=1"), 1);
    QCOMPARE(door.ask("GET", "/api/v1/documents/log-1?revision=4").status, 404);
    const auto revisions = jsonOf(door.ask("GET", "/api/v1/documents/log-1/revisions").body);
    QCOMPARE(revisions[QStringLiteral("revisions")].toArray().size(), 3);
    QCOMPARE(revisions[QStringLiteral("revisions")][0][QStringLiteral("revision")].toInt(), 3);
}

void DocumentApiTest::withdraw() {
    const Door door;
    QCOMPARE(door.ask("PUT", "/api/v1/documents/a", R"({"based_on":0,"kind":"k","body":{}})").status, 201);
    QCOMPARE(door.ask("POST", "/api/v1/documents/a/withdraw", R"({"reason":""})").status, 422);
    QCOMPARE(door.ask("POST", "/api/v1/documents/a/withdraw", R"({"reason":"wrong flight"})").status, 200);
    QCOMPARE(door.ask("POST", "/api/v1/documents/a/withdraw", R"({"reason":"again"})").status, 409);
    QCOMPARE(door.ask("PUT", "/api/v1/documents/a", R"({"based_on":1,"kind":"k","body":{}})").status, 409);
    QCOMPARE(door.found(""), std::string());
    QCOMPARE(door.found("?withdrawn=true"), std::string("k "));
    const auto back = jsonOf(door.ask("GET", "/api/v1/documents/a").body);
    QCOMPARE(back[QStringLiteral("withdrawn")][QStringLiteral("reason")].toString(), QStringLiteral("wrong flight"));
}

void DocumentApiTest::refusals_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* method, const char* path, const QByteArray& body, int status, const char* code) {
        QTest::addRow("%s %s %s", method, path, body.left(90).constData())
            << QByteArray(method) << QByteArray("/api/v1/documents") + path << body << status
            << QString::fromLatin1(code);
    };
    row("POST", "", "{", 400, "BAD_JSON");
    row("POST", "", R"({"kind":"k"})", 400, "MISSING_FIELD");
    row("POST", "", R"({"kind":"k","body":[]})", 400, "BAD_FIELD");
    row("POST", "", R"({"kind":"k","body":{},"more":1})", 400, "UNKNOWN_FIELD");
    row("POST", "", R"({"based_on":0,"kind":"k","body":{}})", 400, "UNKNOWN_FIELD");
    row("POST", "", R"({"kind":"a b","body":{}})", 422, "BAD_KIND");
    row("POST", "", R"({"kind":"k","keep_until":"soon","body":{}})", 400, "BAD_FIELD");
    row("POST", "", R"({"kind":"k","content":{"place":"a","sha256":"1","bytes":1},"body":{}})", 422, "BAD_CONTENT");
    row("POST", "", R"({"kind":"k","content":{"place":"a","sha256":"1","bytes":-1},"body":{}})", 400, "BAD_FIELD");
    row("POST", "?x=1", R"({"kind":"k","body":{}})", 400, "BAD_QUERY");
    row("POST", "", R"({"kind":"k","body":{"a":")" + QByteArray(300'000, 'x') + R"("}})", 413, "DOCUMENT_TOO_LARGE");
    row("POST", "", QByteArray(600'000, ' '), 413, "CONTENT_TOO_LARGE");
    row("PUT", "/a", R"({"kind":"k","body":{}})", 400, "MISSING_FIELD");
    row("PUT", "/a", R"({"based_on":-1,"kind":"k","body":{}})", 400, "BAD_FIELD");
    row("PUT", "/a%20b", R"({"based_on":0,"kind":"k","body":{}})", 422, "BAD_DOCUMENT_ID");
    row("GET", "/none", "", 404, "NO_SUCH_DOCUMENT");
    row("GET", "/none/revisions", "", 404, "NO_SUCH_DOCUMENT");
    row("POST", "/none/withdraw", R"({"reason":"x"})", 404, "NO_SUCH_DOCUMENT");
    row("GET", "/a?revision=0", "", 400, "BAD_QUERY");
    row("GET", "?from=today", "", 400, "BAD_QUERY");
    row("GET", "?value=1", "", 400, "BAD_QUERY");
    row("GET", "?field=a..b", "", 422, "BAD_PATH");
    row("GET", "?limit=0", "", 400, "BAD_QUERY");
    row("GET", "?colour=red", "", 400, "BAD_QUERY");
}

void DocumentApiTest::refusals() {
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QString, code);
    if (!m_door) m_door = std::make_unique<Door>();
    const auto answer = m_door->ask(method.constData(), path.toStdString(), body);
    QCOMPARE(jsonOf(answer.body)[QStringLiteral("error")][QStringLiteral("code")].toString(), code);
    QCOMPARE(answer.status, status);
}

void DocumentApiTest::scopes() {
    const Door door;
    const std::string reader = "Authorization: Bearer reader\r\n";
    QCOMPARE(door.ask("GET", "/api/v1/documents", {}, reader).status, 200);
    QCOMPARE(door.ask("POST", "/api/v1/documents", sensor, reader).status, 403);
    QCOMPARE(door.ask("PUT", "/api/v1/documents/a", R"({"based_on":0,"kind":"k","body":{}})", reader).status, 403);
    QCOMPARE(door.ask("POST", "/api/v1/documents/a/withdraw", R"({"reason":"x"})", reader).status, 403);
    QCOMPARE(door.ask("POST", "/api/v1/documents", sensor, std::string(testAuthorization), "text/plain").status, 415);
}

void DocumentApiTest::withoutDocuments() {
    const Door door(false);
    QCOMPARE(door.ask("GET", "/api/v1/documents").status, 503);
}

QTEST_GUILESS_MAIN(DocumentApiTest)
#include "document_api_test.moc"
