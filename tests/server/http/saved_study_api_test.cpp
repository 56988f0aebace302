#include "http_fixture.h"
#include "openapi_shape.h"
#include "server/http/api.h"
#include "server/paths/path_study.h"
#include "server/study_store/event_study_service.h"

#include <QTemporaryDir>
#include <QtTest>

#include <format>
#include <tuple>
#include <utility>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;

namespace {

// "reader" may only run studies; the test token holds all.
Result<people::Principal> readerOrAll(std::string_view token, std::string_view address, TokenUse use) {
    if (token == testToken) return testAuthorise(token, address, use);
    people::Principal principal{.user = "reader", .desk = std::string(address)};
    principal.scopes = {"study.run"};
    return principal;
}

struct Door {
    explicit Door(bool withStudies = true, study_store::StudyChecks checks = {}) {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<study_store::StudyProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        service = std::make_unique<study_store::EventStudyService>(*log, study_store::TellRefusal{}, std::move(checks));
        HttpSettings settings;
        settings.limits.rates = {.user = unlimited, .address = unlimited};
        auto started = HttpServer::start(settings, {.board = board,
                                                    .clock = clock,
                                                    .version = "1",
                                                    .instance = "desk",
                                                    .authorise = readerOrAll,
                                                    .studies = withStudies ? service.get() : nullptr});
        if (!started) qFatal("%s", started.error().message.c_str());
        server = *std::move(started);
    }

    // Each answer must be one that the document promises for that status.
    HttpAnswer ask(const char* method, const std::string& path, const QByteArray& body = {},
                   const std::string& fields = std::string(testAuthorization),
                   const char* type = "application/json") const {
        const bool bodiless = std::string_view(method) == "GET";
        const std::string text = std::format(
            "{} /api/v1/saved-studies{} HTTP/1.1\r\nHost: localhost\r\n{}{}\r\n{}", method, path, fields,
            bodiless ? std::string() : std::format("Content-Type: {}\r\nContent-Length: {}\r\n", type, body.size()),
            body.toStdString());
        auto answer = RawClient(server->port()).request(text, method).value_or(HttpAnswer{});
        QStringList parts =
            QString::fromStdString("/api/v1/saved-studies" + path.substr(0, path.find('?'))).split(u'/');
        if (parts.size() > 4) parts[4] = QStringLiteral("{study}");
        [&] {
            const OpenApiShape shape(jsonOf(std::string(openApiDocument())));
            const auto wrong = shape.wrong(parts.join(u'/'), QString::fromLatin1(method).toLower(), answer.status,
                                           jsonOf(answer.body));
            QVERIFY2(wrong.isEmpty(), qPrintable(QString::fromStdString(path) % u' ' % wrong.join(u'\n')));
        }();
        return answer;
    }

    QTemporaryDir folder;
    clock::ManualClock clock{noon};
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<study_store::StudyService> service;
    situation::SituationBoard board;
    std::unique_ptr<HttpServer> server;
};

const QByteArray corridor = R"({"kind":"reich","name":"Corridor A","preset":"table4_fit","provenance":"Ey fitted",)"
                            R"("input":{"distance_m":500},"result":{"n":0.0145}})";

} // namespace

// Saved studies as others see them: over real HTTP, each answer of the shape that is documented.
class SavedStudyApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saveReadChangeRetire();           // R-UI-10
    void aPathStudyIsReadBeforeItIsKept(); // R-UI-10
    void refusals_data();
    void refusals();
    void scopes(); // R-SEC-03
    void withoutStudies();

    void cleanupTestCase() { m_door.reset(); }

private:
    std::unique_ptr<Door> m_door; // of all refusals
};

void SavedStudyApiTest::saveReadChangeRetire() {
    const Door door;
    const auto made = door.ask("POST", "", corridor);
    QCOMPARE(made.status, 201);
    const std::string id = jsonOf(made.body)[QStringLiteral("id")].toString().toStdString();
    const auto back = jsonOf(door.ask("GET", "/" + id).body);
    QCOMPARE(back[QStringLiteral("input")][QStringLiteral("distance_m")].toInt(), 500);
    QCOMPARE(back[QStringLiteral("result")][QStringLiteral("n")].toDouble(), 0.0145);
    QCOMPARE(back[QStringLiteral("by")].toString(), QStringLiteral("test"));
    QCOMPARE(back[QStringLiteral("provenance")].toString(), QStringLiteral("Ey fitted"));
    QVERIFY(back[QStringLiteral("retired")].isNull());
    const auto put = [&](int basedOn) {
        return door.ask("PUT", "/" + id, "{\"based_on\":" + QByteArray::number(basedOn) + "," + corridor.mid(1));
    };
    QCOMPARE(put(1).status, 200);
    QCOMPARE(put(1).status, 409);
    QCOMPARE(door.ask("PUT", "/by-name", R"({"based_on":0,"kind":"path","name":"B","input":{}})").status, 201);
    const auto found = [&](const std::string& query) {
        return jsonOf(door.ask("GET", query).body)[QStringLiteral("studies")].toArray().size();
    };
    QCOMPARE(found(""), 2);
    QCOMPARE(found("?kind=path"), 1);
    QCOMPARE(door.ask("POST", "/" + id + "/retire", R"({"reason":"superseded"})").status, 200);
    QCOMPARE(door.ask("POST", "/" + id + "/retire", R"({"reason":"superseded"})").status, 409);
    QCOMPARE(found(""), 1);
    QCOMPARE(found("?retired=true"), 2);
}

void SavedStudyApiTest::aPathStudyIsReadBeforeItIsKept() {
    const Door door(true, {{std::string(paths::studyKind), [](const study_store::NewStudy& study) {
                                return paths::checkStudy(study.input, study.result);
                            }}});
    const auto study = [](const QByteArray& input, const QByteArray& result) -> QByteArray {
        return QByteArray(R"({"kind":"path","name":"Han river","input":)") + input + R"(,"result":)" + result + "}";
    };
    const QByteArray asked = R"({"departure":"2026-11-26T09:00:00Z","vehicle":{"speed_mps":12},"places":[)"
                             R"({"position":[126.97,37.56],"height_m":65},{"position":[126.98,37.57],"height_m":65}]})";
    QCOMPARE(door.ask("POST", "", study(asked, "{}")).status, 201);
    QByteArray fast = asked, timeless = asked;
    fast.replace("12}", "12000}");
    timeless.replace("departure", "allow_later");
    for (const auto& [body, code, where] : {std::tuple{study(fast, "{}"), "BAD_FIELD", "input.speed_mps"},
                                            {study(timeless, "{}"), "MISSING_FIELD", "input.departure"},
                                            {study(asked, R"({"paths":[]})"), "MISSING_FIELD", "result.space"},
                                            {study("{}", "{}"), "MISSING_FIELD", "input.departure"}}) {
        const auto answer = door.ask("POST", "", body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(codeOf(answer), QString::fromLatin1(code));
        const auto said = jsonOf(answer.body)[QStringLiteral("error")][QStringLiteral("where")].toString();
        QVERIFY2(said.startsWith(QString::fromLatin1(where).section(u'.', 0, 0)), qPrintable(said));
    }
    QCOMPARE(jsonOf(door.ask("GET", "?kind=path").body)[QStringLiteral("studies")].toArray().size(), 1);
}

void SavedStudyApiTest::refusals_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* method, const char* path, const QByteArray& body, int status, const char* code) {
        QTest::addRow("%s %s %s", method, path, body.left(90).constData())
            << QByteArray(method) << QByteArray(path) << body << status << QString::fromLatin1(code);
    };
    row("POST", "", "{", 400, "BAD_JSON");
    row("POST", "", R"({"kind":"k","name":"n"})", 400, "MISSING_FIELD");
    row("POST", "", R"({"kind":"k","name":"n","input":[]})", 400, "BAD_FIELD");
    row("POST", "", R"({"kind":"k","name":"n","input":{},"more":1})", 400, "UNKNOWN_FIELD");
    row("POST", "", R"({"kind":"a b","name":"n","input":{}})", 422, "BAD_KIND");
    row("POST", "", R"({"kind":"k","name":"","input":{}})", 422, "BAD_NAME");
    row("POST", "?x=1", R"({"kind":"k","name":"n","input":{}})", 400, "BAD_QUERY");
    row("POST", "", R"({"kind":"k","name":"n","input":{"a":")" + QByteArray(900'000, 'x') + R"("}})", 413,
        "STUDY_TOO_LARGE");
    row("POST", "", QByteArray(1'100'000, ' '), 413, "CONTENT_TOO_LARGE");
    row("PUT", "/a", R"({"kind":"k","name":"n","input":{}})", 400, "MISSING_FIELD");
    row("PUT", "/a", R"({"based_on":3,"kind":"k","name":"n","input":{}})", 409, "STALE_REVISION");
    row("PUT", "/a%20b", R"({"based_on":0,"kind":"k","name":"n","input":{}})", 422, "BAD_STUDY_ID");
    row("GET", "/none", "", 404, "NO_SUCH_STUDY");
    row("POST", "/none/retire", R"({"reason":"x"})", 404, "NO_SUCH_STUDY");
    row("POST", "/none/retire", R"({"reason":""})", 422, "BAD_REASON");
    row("GET", "?limit=0", "", 400, "BAD_QUERY");
    row("GET", "?colour=red", "", 400, "BAD_QUERY");
}

void SavedStudyApiTest::refusals() {
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QString, code);
    if (!m_door) m_door = std::make_unique<Door>();
    const auto answer = m_door->ask(method.constData(), path.toStdString(), body);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(answer.status, status);
}

void SavedStudyApiTest::scopes() {
    const Door door;
    const std::string reader = "Authorization: Bearer reader\r\n";
    QCOMPARE(door.ask("GET", "", {}, reader).status, 200);
    QCOMPARE(door.ask("POST", "", corridor, reader).status, 403);
    QCOMPARE(door.ask("POST", "/a/retire", R"({"reason":"x"})", reader).status, 403);
    QCOMPARE(door.ask("POST", "", corridor, std::string(testAuthorization), "text/plain").status, 415);
}

void SavedStudyApiTest::withoutStudies() {
    const Door door(false);
    QCOMPARE(door.ask("GET", "").status, 503);
}

QTEST_GUILESS_MAIN(SavedStudyApiTest)
#include "saved_study_api_test.moc"
