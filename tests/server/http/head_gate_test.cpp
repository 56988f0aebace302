#include "server/http/head_gate.h"
#include "tests/support/result_macros.h"

#include <QtTest>

using namespace haneul::http;

namespace {

std::string withFields(const std::string& fields, const std::string& line = "GET / HTTP/1.1") {
    return line + "\r\n" + fields + "\r\n";
}

const std::string host = "Host: desk\r\n";

std::string repeated(const std::string& text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i)
        result += text;
    return result;
}

} // namespace

class HeadGateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesWhatIsLegal_data();
    void passesWhatIsLegal(); // G8
    void refusesWhatIsNot_data();
    void refusesWhatIsNot(); // G8
    void readsTheHead();
    void survivesEveryPrefixAndByte(); // G8
};

void HeadGateTest::passesWhatIsLegal_data() {
    QTest::addColumn<QByteArray>("head");
    const auto row = [](const char* name, const std::string& head) {
        QTest::newRow(name) << QByteArray::fromStdString(head);
    };
    row("smallest", withFields(host));
    row("host with port", withFields("Host: 127.0.0.1:8480\r\n"));
    row("IPv6 host", withFields("Host: [::1]:8480\r\n"));
    row("field names in any case", withFields("hOsT: desk\r\n"));
    row("blanks around the value", withFields("Host: \t desk \t\r\n"));
    row("tab inside a value", withFields(host + "X-A: a\tb\r\n"));
    row("empty value", withFields(host + "X-A:\r\n"));
    row("64 fields", withFields(host + repeated("A: b\r\n", 63)));
    row("target of 2048", withFields(host, "GET /" + std::string(2047, 'a') + " HTTP/1.1"));
    row("16 KiB", withFields(host + "A: " + std::string(16384 - 35, 'a') + "\r\n"));
    row("query with dots", withFields(host, "GET /a?to=../b HTTP/1.1"));
    row("dots in names", withFields(host, "GET /a..b/...c/.d HTTP/1.1"));
    row("encoded bytes", withFields(host, "GET /%ed%95%98 HTTP/1.1"));
    row("post with length", withFields(host + "Content-Length: 5\r\n", "POST / HTTP/1.1"));
    row("post of nothing", withFields(host + "Content-Length: 0\r\n", "POST / HTTP/1.1"));
    row("connection list", withFields(host + "Connection: keep-alive , Upgrade\r\n"));
    for (const char* method : {"GET", "HEAD", "DELETE", "OPTIONS"})
        row(method, withFields(host, std::string(method) + " / HTTP/1.1"));
    for (const char* method : {"PUT", "PATCH"})
        row(method, withFields(host + "Content-Length: 1\r\n", std::string(method) + " / HTTP/1.1"));
}

void HeadGateTest::passesWhatIsLegal() {
    QFETCH(QByteArray, head);
    QVERIFY_RESULT(checkHead(head.toStdString()));
}

void HeadGateTest::refusesWhatIsNot_data() {
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("code");
    QTest::addColumn<unsigned>("status");
    const auto row = [](const char* name, const std::string& head, const char* code, unsigned status) {
        QTest::newRow(name) << QByteArray::fromStdString(head) << QString::fromLatin1(code) << status;
    };
    const auto line = [](const std::string& text) { return withFields(host, text); };
    const auto field = [](const std::string& text) { return withFields(host + text); };

    row("empty", "", "BAD_REQUEST_LINE", 400);
    row("only the empty line", "\r\n\r\n", "BAD_REQUEST_LINE", 400);
    row("empty line first", "\r\n" + line("GET / HTTP/1.1"), "BAD_REQUEST_LINE", 400);
    row("no end", "GET / HTTP/1.1\r\nHost: desk\r\n", "BAD_REQUEST_LINE", 400);
    row("two words", line("GET HTTP/1.1"), "BAD_REQUEST_LINE", 400);
    row("no version", line("GET /"), "BAD_REQUEST_LINE", 400);
    row("bare LF", "GET / HTTP/1.1\nHost: desk\r\n\r\n", "BAD_REQUEST_LINE", 400);
    row("bare LF in a field", field("A: b\nC: d\r\n"), "BAD_FIELD", 400);
    row("bare CR", field("A: b\rC: d\r\n"), "BAD_FIELD", 400);
    row("method with a blank before", line(" GET / HTTP/1.1"), "BAD_REQUEST_LINE", 400);
    row("unknown method", line("BREW / HTTP/1.1"), "METHOD_UNKNOWN", 501);
    row("CONNECT", line("CONNECT / HTTP/1.1"), "METHOD_UNKNOWN", 501);
    row("TRACE", line("TRACE / HTTP/1.1"), "METHOD_UNKNOWN", 501);
    row("method in lower case", line("get / HTTP/1.1"), "METHOD_UNKNOWN", 501);
    row("HTTP/1.0", line("GET / HTTP/1.0"), "HTTP_VERSION", 505);
    row("HTTP/1.2", line("GET / HTTP/1.2"), "HTTP_VERSION", 505);
    row("HTTP/2.0", line("GET / HTTP/2.0"), "HTTP_VERSION", 505);
    row("HTTP/0.9", line("GET / HTTP/0.9"), "HTTP_VERSION", 505);
    row("HTTP/11", line("GET / HTTP/11"), "BAD_REQUEST_LINE", 400);
    row("http/1.1", line("GET / http/1.1"), "BAD_REQUEST_LINE", 400);
    row("target x", line("GET x HTTP/1.1"), "BAD_TARGET", 400);
    row("absolute target", line("GET http://desk/ HTTP/1.1"), "BAD_TARGET", 400);
    row("asterisk", line("OPTIONS * HTTP/1.1"), "BAD_TARGET", 400);
    row("parent", line("GET /../.. HTTP/1.1"), "BAD_TARGET", 400);
    row("parent inside", line("GET /a/../b HTTP/1.1"), "BAD_TARGET", 400);
    row("parent at the end", line("GET /a/.. HTTP/1.1"), "BAD_TARGET", 400);
    row("parent before a query", line("GET /a/..?b HTTP/1.1"), "BAD_TARGET", 400);
    row("parent half encoded", line("GET /.%2e/a HTTP/1.1"), "BAD_TARGET", 400);
    row("parent encoded", line("GET /%2E%2e/a HTTP/1.1"), "BAD_TARGET", 400);
    row("parent with encoded slash", line("GET /a%2f..%2Fb HTTP/1.1"), "BAD_TARGET", 400);
    row("parent with backslash", line("GET /a\\..\\b HTTP/1.1"), "BAD_TARGET", 400);
    row("parent with encoded backslash", line("GET /a%5c..%5cb HTTP/1.1"), "BAD_TARGET", 400);
    row("encoded NUL", line("GET /a%00b HTTP/1.1"), "BAD_TARGET", 400);
    row("half an encoding", line("GET /a%4 HTTP/1.1"), "BAD_TARGET", 400);
    row("wrong encoding", line("GET /a%zz HTTP/1.1"), "BAD_TARGET", 400);
    row("fragment", line("GET /a#b HTTP/1.1"), "BAD_TARGET", 400);
    row("blank in the target", line("GET /a b HTTP/1.1"), "BAD_TARGET", 400);
    row("byte above 0x7f in the target", line("GET /\xc3\xa9 HTTP/1.1"), "BAD_TARGET", 400);
    row("DEL in the target", line("GET /\x7f HTTP/1.1"), "BAD_TARGET", 400);
    row("target of 2049", line("GET /" + std::string(2048, 'a') + " HTTP/1.1"), "TARGET_TOO_LONG", 414);
    row("no Host", withFields("A: b\r\n"), "BAD_HOST", 400);
    row("two Hosts", withFields(host + host), "BAD_HOST", 400);
    row("empty Host", withFields("Host:\r\n"), "BAD_HOST", 400);
    row("Host a b", withFields("Host: a b/@\r\n"), "BAD_HOST", 400);
    row("Host with user", withFields("Host: a@b\r\n"), "BAD_HOST", 400);
    row("Host with path", withFields("Host: a/b\r\n"), "BAD_HOST", 400);
    row("Host list", withFields("Host: a,b\r\n"), "BAD_HOST", 400);
    row("length -5", field("Content-Length: -5\r\n"), "BAD_CONTENT_LENGTH", 400);
    row("length +5", field("Content-Length: +5\r\n"), "BAD_CONTENT_LENGTH", 400);
    row("length 0x5", field("Content-Length: 0x5\r\n"), "BAD_CONTENT_LENGTH", 400);
    row("length empty", field("Content-Length:\r\n"), "BAD_CONTENT_LENGTH", 400);
    row("length 5,5", field("Content-Length: 5,5\r\n"), "BAD_CONTENT_LENGTH", 400);
    row("length 5 5", field("Content-Length: 5 5\r\n"), "BAD_CONTENT_LENGTH", 400);
    row("length above 2^64", field("Content-Length: 18446744073709551616\r\n"), "CONTENT_TOO_LARGE", 413);
    row("length twice, equal", field("Content-Length: 5\r\nContent-Length: 5\r\n"), "AMBIGUOUS_LENGTH", 400);
    row("length twice, different", field("Content-Length: 5\r\nContent-Length: 6\r\n"), "AMBIGUOUS_LENGTH", 400);
    row("length and chunked", field("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), "AMBIGUOUS_LENGTH", 400);
    row("chunked and length", field("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"), "AMBIGUOUS_LENGTH", 400);
    for (const char* coding : {"chunked", "xchunked", "chunked, identity", "gzip, chunked", "identity", "", "CHUNKED"})
        row(qPrintable(QStringLiteral("coding '%1'").arg(QString::fromLatin1(coding))),
            field("transfer-encoding: " + std::string(coding) + "\r\n"), "LENGTH_REQUIRED", 411);
    row("post without length", line("POST / HTTP/1.1"), "LENGTH_REQUIRED", 411);
    row("expect", field("Expect: 100-continue\r\n"), "EXPECT_REFUSED", 417);
    row("obs-fold", field("A: b\r\n c\r\n"), "BAD_FIELD", 400);
    row("obs-fold with tab", field("A: b\r\n\tc\r\n"), "BAD_FIELD", 400);
    row("obs-fold of the request line", "GET / HTTP/1.1\r\n Host: desk\r\n\r\n", "BAD_FIELD", 400);
    row("blank before the colon", field("A : b\r\n"), "BAD_FIELD", 400);
    row("no colon", field("A\r\n"), "BAD_FIELD", 400);
    row("empty name", field(": b\r\n"), "BAD_FIELD", 400);
    row("name not a token", field("A(b): c\r\n"), "BAD_FIELD", 400);
    row("NUL in a value", field(std::string("A: b\0c\r\n", 8)), "BAD_FIELD", 400);
    row("control character in a value", field("A: b\x01\r\n"), "BAD_FIELD", 400);
    row("byte above 0x7f in a value", field("A: \xed\x95\x98\r\n"), "BAD_FIELD", 400);
    row("connection not a list", field("Connection: a b\r\n"), "BAD_FIELD", 400);
    row("65 fields", withFields(host + repeated("A: b\r\n", 64)), "TOO_MANY_FIELDS", 431);
    row("3,000 tiny fields", withFields(host + repeated("A:\r\n", 3000)), "TOO_MANY_FIELDS", 431);
    row("16 KiB and one", withFields(host + "A: " + std::string(16384 - 34, 'a') + "\r\n"), "HEAD_TOO_LARGE", 431);
    row("request line of 20 KiB", "GET /" + std::string(20000, 'a'), "TARGET_TOO_LONG", 414);
}

void HeadGateTest::refusesWhatIsNot() {
    QFETCH(QByteArray, head);
    QFETCH(QString, code);
    QFETCH(unsigned, status);
    const auto checked = checkHead(head.toStdString());
    QVERIFY(!checked);
    QCOMPARE(QString::fromStdString(checked.error().code), code);
    QCOMPARE(httpStatus(checked.error().code), status);
}

void HeadGateTest::readsTheHead() {
    const auto head =
        checkHead("PUT /a%20b?c=d HTTP/1.1\r\nHost: desk:1\r\nX-Two:  x y \r\ncontent-length: 007\r\n\r\n");
    QVERIFY_RESULT(head);
    QVERIFY(head->method == Method::Put);
    QCOMPARE(head->target, std::string("/a%20b?c=d"));
    QCOMPARE(head->path, std::string("/a%20b"));
    QCOMPARE(head->query, std::string("c=d"));
    QCOMPARE(head->host, std::string("desk:1"));
    QCOMPARE(head->contentLength, std::optional<std::uint64_t>(7));
    QCOMPARE(head->field("x-two"), std::string_view("x y"));
    QCOMPARE(head->field("x-three"), std::string_view());
}

void HeadGateTest::survivesEveryPrefixAndByte() {
    const std::string good = "POST /api/v1/replay?x=%41 HTTP/1.1\r\nHost: desk\r\nContent-Length: 5\r\n\r\n";
    QVERIFY_RESULT(checkHead(good));
    for (std::size_t size = 0; size < good.size(); ++size)
        QVERIFY(!checkHead(good.substr(0, size)));
    int accepted = 0;
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            auto changed = good;
            changed[at] = static_cast<char>(byte);
            const auto checked = checkHead(changed);
            if (!checked) QVERIFY(httpStatus(checked.error().code) < 600);
            accepted += checked ? 1 : 0;
        }
    }
    QVERIFY(accepted > 0);
}

QTEST_APPLESS_MAIN(HeadGateTest)
#include "head_gate_test.moc"
