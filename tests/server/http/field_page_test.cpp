#include "http_fixture.h"
#include "server/http/field_page.h"

#include <QTest>

#include <set>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;

// The files of the page for pilots, as they are served.
class FieldPageFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void filesComeAsWhatTheyAre_data();
    void filesComeAsWhatTheyAre();
    void knownFilesAreNotSentAgain();
    void theWayIn();
    void nothingElseIsThere();
    void nothingComesFromElsewhere();

private:
    HttpAnswer ask(const std::string& method, const std::string& path, const std::string& fields = {}) {
        const auto text = std::format("{} {} HTTP/1.1\r\nHost: localhost\r\n{}\r\n", method, path, fields);
        return RawClient(m_server->port()).request(text, method).value_or(HttpAnswer{});
    }

    situation::SituationBoard m_board;
    clock::ManualClock m_clock{utcMs(0)};
    std::unique_ptr<HttpServer> m_server;
};

void FieldPageFilesTest::initTestCase() {
    auto started =
        HttpServer::start({}, {.board = m_board, .clock = m_clock, .version = "1", .instance = "x", .authorise = {}});
    QVERIFY(started);
    m_server = *std::move(started);
}

void FieldPageFilesTest::filesComeAsWhatTheyAre_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("page") << QByteArray("/field/") << QByteArray("text/html; charset=utf-8");
    QTest::newRow("style") << QByteArray("/field/field.css") << QByteArray("text/css; charset=utf-8");
    QTest::newRow("script") << QByteArray("/field/field.js") << QByteArray("text/javascript; charset=utf-8");
    QTest::newRow("picture") << QByteArray("/field/icon.svg") << QByteArray("image/svg+xml");
}

void FieldPageFilesTest::filesComeAsWhatTheyAre() {
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, type);
    const auto got = ask("GET", path.toStdString());
    QCOMPARE(got.status, 200);
    QCOMPARE(got.fields.at("content-type"), type.toStdString());
    QCOMPARE(got.fields.at("cache-control"), std::string("no-cache"));
    QCOMPARE(got.fields.at("x-content-type-options"), std::string("nosniff"));
    QVERIFY(got.body.size() > 100);
    const auto& policy = got.fields.at("content-security-policy");
    QVERIFY(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"));
    QVERIFY(!policy.contains("unsafe") && policy.contains("frame-ancestors 'none'"));
    const auto head = ask("HEAD", path.toStdString());
    QCOMPARE(head.status, 200);
    QCOMPARE(head.fields.at("content-length"), std::to_string(got.body.size()));
    QCOMPARE(head.fields.at("etag"), got.fields.at("etag"));
    QVERIFY(head.body.empty());
}

void FieldPageFilesTest::knownFilesAreNotSentAgain() {
    const auto tag = ask("GET", "/field/texts.js").fields.at("etag");
    for (const std::string& known : {tag, "W/" + tag, "\"x\", " + tag, std::string("*")}) {
        const auto again = ask("GET", "/field/texts.js", "If-None-Match: " + known + "\r\n");
        QCOMPARE(again.status, 304);
        QCOMPARE(again.fields.at("etag"), tag);
        QVERIFY(again.body.empty());
    }
    QCOMPARE(ask("GET", "/field/texts.js", "If-None-Match: \"other\"\r\n").status, 200);
}

void FieldPageFilesTest::theWayIn() {
    const auto moved = ask("GET", "/field");
    QCOMPARE(moved.status, 308);
    QCOMPARE(moved.fields.at("location"), std::string("/field/"));
    QCOMPARE(ask("GET", "/field/?x=1").status, 400);
    QCOMPARE(ask("POST", "/field/", "Content-Length: 0\r\n").status, 405);
}

void FieldPageFilesTest::nothingElseIsThere() {
    for (const char* path : {"/field/none.js", "/field/..%2Findex.html", "/field/sub/field.js", "/fields/", "/field//"})
        QVERIFY2(ask("GET", path).status >= 400, path);
    QCOMPARE(ask("GET", "/field/none.js").status, 404);
}

// Air-gapped, and safe from what others wrote: no other address, nothing within the page, no markup out of data.
void FieldPageFilesTest::nothingComesFromElsewhere() {
    std::set<std::string_view> names;
    for (const FieldFile& file : fieldFiles()) {
        QVERIFY2(names.insert(file.name).second && file.text.size() > 100, file.name.data());
        for (const std::string_view bad : {"https://", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write",
                                           "eval(", "new Function", " style=", "onclick="})
            QVERIFY2(!file.text.contains(bad), file.name.data());
        const auto address = file.text.find("http://");
        QVERIFY2(address == std::string_view::npos ||
                     file.text.substr(address).starts_with("http://www.w3.org/2000/svg"),
                 file.name.data());
    }
    QVERIFY(names.contains("index.html"));
    for (const FieldFile& file : fieldFiles()) { // what one file asks of another is there
        for (auto at = file.text.find("from './"); at != std::string_view::npos;
             at = file.text.find("from './", at + 1)) {
            const auto rest = file.text.substr(at + 8);
            QVERIFY2(names.contains(rest.substr(0, rest.find('\''))), file.name.data());
        }
    }
}

QTEST_GUILESS_MAIN(FieldPageFilesTest)
#include "field_page_test.moc"
