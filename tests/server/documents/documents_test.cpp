#include "server/documents/document_service.h"
#include "tests/support/result_macros.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <future>

using namespace haneul;
using namespace haneul::documents;

namespace {

const UtcMs noon = *fromRfc3339("2026-11-26T12:00:00.000Z");

template <class T, class Call>
Result<T> waitFor(Call call) {
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto future = promise->get_future();
    call([promise](Result<T> result) { promise->set_value(std::move(result)); });
    if (future.wait_for(std::chrono::seconds(10)) != std::future_status::ready)
        return fail("NO_ANSWER", "nobody answered", "");
    return future.get();
}

template <class T>
std::string codeOf(const Result<T>& result) {
    return result ? std::string() : result.error().code;
}

struct House {
    House() { open(); }

    void open() {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<DocumentProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        service = std::make_unique<DocumentService>(*log, [this](const people::Principal&, std::string_view scope,
                                                                 std::string_view) { refusals.emplace_back(scope); });
    }

    Result<DocumentHead> put(NewDocument document) {
        return waitFor<DocumentHead>([&](auto done) { service->put(by, document, done); });
    }

    Result<std::vector<DocumentHead>> find(DocumentFilter filter) {
        return waitFor<std::vector<DocumentHead>>([&](auto done) { service->find(by, filter, done); });
    }

    std::string found(DocumentFilter filter) { // ids, in alphabetical order
        const auto heads = find(std::move(filter));
        if (!heads) return heads.error().code;
        std::vector<std::string> ids;
        for (const auto& head : *heads)
            ids.push_back(head.id);
        std::ranges::sort(ids);
        std::string all;
        for (const auto& id : ids)
            all += id;
        return all;
    }

    Result<Document> read(const std::string& id, std::optional<std::uint64_t> revision = {}) {
        return waitFor<Document>([&](auto done) { service->read(by, id, revision, done); });
    }

    Result<void> withdraw(const std::string& id, const std::string& reason) {
        return waitFor<void>([&](auto done) { service->withdraw(by, id, reason, done); });
    }

    QTemporaryDir folder;
    clock::ManualClock clock{noon};
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<DocumentService> service;
    people::Principal by{.user = "kim", .scopes = {"document.read", "document.write"}, .desk = "desk"};
    std::vector<std::string> refusals;
};

const std::string sum(64, 'a');

NewDocument film(const std::string& id, std::optional<UtcMs> keepUntil = {}, std::uint64_t basedOn = 0) {
    return {.id = id,
            .basedOn = basedOn,
            .kind = "film",
            .about = {.plan = "P-1"},
            .content = Content{"s3://films/1.mp4", "video/mp4", sum, 5'000'000'000},
            .keepUntil = keepUntil};
}

NewDocument sensor(const std::string& id, const std::string& body, std::uint64_t basedOn = 0) {
    return {
        .id = id, .basedOn = basedOn, .kind = "sensor.log", .about = {.mission = "M-1", .drone = "HN-1"}, .body = body};
}

} // namespace

// Documents without a fixed schema: kept, found by what is in them, never lost.
class DocumentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoThatDiffer(); // R-DB-13
    void byFieldAndValue_data();
    void byFieldAndValue(); // R-DB-13
    void revisionsAreKept();
    void contentIsDescribed(); // R-DB-13
    void byTimeAndPlan();
    void withdrawnStaysReadable();
    void retentionIsNotShortened();
    void paths_data();
    void paths();
    void refusals_data();
    void refusals();
    void badContent_data();
    void badContent();
    void onlyWithScopes(); // R-SEC-03
    void restartAndRebuild();
};

void DocumentsTest::twoThatDiffer() {
    House house;
    const auto log = house.put(sensor("a", R"({ "sensor": {"readings": [21.5, 22]}, "unit": "degC" })"));
    QVERIFY_RESULT(log);
    const auto payload =
        house.put({.kind = "payload", .about = {.plan = "P-1"}, .body = R"({"mass_g":1200,"cold":true})"});
    QVERIFY_RESULT(payload);
    QCOMPARE(payload->id.size(), 32U);
    const auto back = house.read("a");
    QVERIFY_RESULT(back);
    QCOMPARE(back->body, std::string(R"({"sensor":{"readings":[21.5,22]},"unit":"degC"})"));
    QCOMPARE(back->head.by, std::string("kim"));
    QCOMPARE(back->head.at, noon);
    QCOMPARE(back->head.about.mission, std::string("M-1"));
    QCOMPARE(back->head.bytes, back->body.size());
    QCOMPARE(house.find({})->size(), 2U);
    QCOMPARE(house.find({.kind = "payload"})->front().id, payload->id);
    QCOMPARE(house.find({.about = {.drone = "HN-1"}})->front().id, std::string("a"));
    QCOMPARE(house.find({.path = "mass_g", .value = "1200"})->front().id, payload->id);
    QCOMPARE(house.find({.path = "sensor.readings[0]", .value = "21.5"})->front().id, std::string("a"));
}

void DocumentsTest::byFieldAndValue_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* path, const char* value, const char* found) {
        QTest::addRow("%s = %s", path, value == nullptr ? "anything" : value)
            << QString::fromUtf8(path)
            << (value == nullptr ? QString() : QStringLiteral("=") + QString::fromUtf8(value))
            << QString::fromUtf8(found);
    };
    row("n", "1", "a");
    row("n", "1.0", "a"); // the number, not its letters
    row("n", "1.5", "b");
    row("n", "1.50", "b");
    row("n", "one", "c");
    row("n", "0", ""); // a text is no zero
    row("n", "abc", "");
    row("n", "true", "d");
    row("n", "null", "e");
    row("n", "object", ""); // the kind of a value is not its value
    row("n", nullptr, "abcdef");
    row("n.m[1].k", "x", "f");
    row("n.m[0]", "7", "f");
    row("이름", "하늘", "a");
    row("q", "' OR 1=1 --", "a");
    row("big", "9007199254740993", "b");
    row("none", nullptr, "");
}

void DocumentsTest::byFieldAndValue() {
    QFETCH(QString, path);
    QFETCH(QString, value);
    QFETCH(QString, found);
    House house;
    const std::string odd = "{\"n\":1,\"이름\":\"하늘\",\"q\":\"' OR 1=1 --\"}"; // not raw: moc stumbles over its quote
    QVERIFY_RESULT(house.put(sensor("a", odd)));
    QVERIFY_RESULT(house.put(sensor("b", R"({"n":1.5,"big":9007199254740992})")));
    QVERIFY_RESULT(house.put(sensor("c", R"({"n":"one"})")));
    QVERIFY_RESULT(house.put(sensor("d", R"({"n":true})")));
    QVERIFY_RESULT(house.put(sensor("e", R"({"n":null})")));
    QVERIFY_RESULT(house.put(sensor("f", R"({"n":{"m":[7,{"k":"x"}]}})")));
    DocumentFilter filter{.path = path.toStdString()};
    if (!value.isEmpty()) filter.value = value.mid(1).toStdString();
    QCOMPARE(house.found(filter), found.toStdString());
}

void DocumentsTest::revisionsAreKept() {
    House house;
    QVERIFY_RESULT(house.put(sensor("a", R"({"v":1})")));
    house.clock.advance(milliseconds(1000));
    const auto second = house.put(sensor("a", R"({"v":2})", 1));
    QVERIFY_RESULT(second);
    QCOMPARE(second->revision, 2U);
    const auto stale = house.put(sensor("a", R"({"v":3})", 1));
    QCOMPARE(codeOf(stale), std::string("STALE_REVISION"));
    QCOMPARE(stale.error().where, std::string("2"));
    QCOMPARE(codeOf(house.put(sensor("a", R"({"v":3})"))), std::string("STALE_REVISION"));
    QCOMPARE(codeOf(house.put(sensor("b", R"({"v":3})", 4))), std::string("STALE_REVISION"));
    QCOMPARE(house.read("a")->body, std::string(R"({"v":2})"));
    QCOMPARE(house.read("a", 1)->body, std::string(R"({"v":1})"));
    QCOMPARE(codeOf(house.read("a", 3)), std::string("NO_SUCH_DOCUMENT"));
    QCOMPARE(house.found({.path = "v", .value = "1"}), std::string()); // only the latest are searched
    const auto all =
        waitFor<std::vector<DocumentHead>>([&](auto done) { house.service->revisions(house.by, "a", done); });
    QCOMPARE(all->size(), 2U);
    QCOMPARE(all->front().revision, 2U);
}

void DocumentsTest::contentIsDescribed() {
    House house;
    const auto written = house.put(film("f", noon + std::chrono::hours(24)));
    QVERIFY_RESULT(written);
    QVERIFY_RESULT(house.put(sensor("s", "{}")));
    const auto back = house.read("f");
    QVERIFY(back->head == *written);
    QVERIFY(back->head.content == film("f").content);
    QCOMPARE(back->head.keepUntil.value(), noon + std::chrono::hours(24));
    QCOMPARE(back->body, std::string("{}"));
    QVERIFY(!house.read("s")->head.content && !house.read("s")->head.keepUntil);
    QCOMPARE(house.found({.sha256 = sum}), std::string("f")); // whose file is this?
    QCOMPARE(house.found({.sha256 = std::string(64, 'b')}), std::string());
}

void DocumentsTest::byTimeAndPlan() {
    House house;
    QVERIFY_RESULT(house.put(film("a")));
    house.clock.advance(std::chrono::hours(1));
    QVERIFY_RESULT(house.put(film("b")));
    QVERIFY_RESULT(house.put(sensor("c", "{}")));
    QCOMPARE(house.found({.about = {.plan = "P-1"}}), std::string("ab"));
    QCOMPARE(house.found({.from = noon + std::chrono::hours(1)}), std::string("bc"));
    QCOMPARE(house.found({.to = noon + std::chrono::hours(1)}), std::string("a"));
    QCOMPARE(house.found({.about = {.plan = "P-1"}, .from = noon, .to = noon + std::chrono::hours(2)}),
             std::string("ab"));
}

void DocumentsTest::withdrawnStaysReadable() {
    House house;
    QVERIFY_RESULT(house.put(film("a")));
    QCOMPARE(codeOf(house.withdraw("a", "")), std::string("BAD_REASON"));
    QCOMPARE(codeOf(house.withdraw("b", "wrong flight")), std::string("NO_SUCH_DOCUMENT"));
    QVERIFY_RESULT(house.withdraw("a", "wrong flight"));
    QCOMPARE(codeOf(house.withdraw("a", "again")), std::string("DOCUMENT_WITHDRAWN"));
    QCOMPARE(codeOf(house.put(film("a", {}, 1))), std::string("DOCUMENT_WITHDRAWN"));
    QCOMPARE(house.found({}), std::string());
    QCOMPARE(house.found({.withdrawn = true}), std::string("a"));
    QVERIFY(house.read("a")->head.withdrawn == (Withdrawal{"kim", "wrong flight", noon}));
    QVERIFY(house.read("a")->head.content == film("a").content);
}

void DocumentsTest::retentionIsNotShortened() {
    House house;
    QVERIFY_RESULT(house.put(film("a", noon + std::chrono::hours(24))));
    QCOMPARE(codeOf(house.put(film("a", noon + std::chrono::hours(23), 1))), std::string("RETENTION_SHORTENED"));
    QCOMPARE(codeOf(house.put(film("a", {}, 1))), std::string("RETENTION_SHORTENED"));
    QVERIFY_RESULT(house.put(film("a", noon + std::chrono::hours(24), 1)));
    QVERIFY_RESULT(house.put(film("a", noon + std::chrono::hours(48), 2)));
}

void DocumentsTest::paths_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("sql");
    QTest::newRow("one") << QStringLiteral("a") << QStringLiteral("$.\"a\"");
    QTest::newRow("many") << QStringLiteral("a.b-c[0][12].d") << QStringLiteral("$.\"a\".\"b-c\"[0][12].\"d\"");
    for (const char* bad : {"", ".", "a.", ".a", "a..b", "[0]", "a[", "a[x]", "a[-1]", "a[1", "a]", "a\"b", "a'b",
                            "$.a", "a b", "a[1]b", "a[9999999]", "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q"})
        QTest::newRow(bad) << QString::fromUtf8(bad) << QString();
}

void DocumentsTest::paths() {
    QFETCH(QString, path);
    QFETCH(QString, sql);
    const auto made = sqlPath(path.toStdString());
    QCOMPARE(made.value_or(""), sql.toStdString());
    if (!made) QCOMPARE(made.error().code, std::string("BAD_PATH"));
}

void DocumentsTest::refusals_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* id, const char* kind, const QByteArray& body, const char* code) {
        QTest::newRow(name) << QString::fromUtf8(id) << QString::fromUtf8(kind) << body << QString::fromUtf8(code);
    };
    row("good", "a", "k", "{}", "");
    row("id", "a/b", "k", "{}", "BAD_DOCUMENT_ID");
    row("kind", "a", "", "{}", "BAD_KIND");
    row("no json", "a", "k", "{", "BAD_JSON");
    row("no object", "a", "k", "[1]", "BAD_JSON");
    row("two", "a", "k", "{}{}", "BAD_JSON");
    row("smuggled", "a", "k", R"({},"more":{})", "BAD_JSON");
    const auto sized = [](std::size_t bytes) { // {"a":"xx..."}
        constexpr std::size_t around = 8;
        return QByteArray("{\"a\":\"") + QByteArray(static_cast<qsizetype>(bytes - around), 'x') + QByteArray("\"}");
    };
    row("largest", "a", "k", sized(largestBody), "");
    row("too large", "a", "k", sized(largestBody + 1), "DOCUMENT_TOO_LARGE");
}

void DocumentsTest::refusals() {
    QFETCH(QString, id);
    QFETCH(QString, kind);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    House house;
    QCOMPARE(codeOf(house.put({.id = id.toStdString(), .kind = kind.toStdString(), .body = body.toStdString()})),
             code.toStdString());
    QCOMPARE(house.find({})->size(), code.isEmpty() ? 1U : 0U);
}

void DocumentsTest::badContent_data() {
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("mediaType");
    QTest::addColumn<QString>("sha256");
    QTest::addColumn<bool>("good");
    const QString digits = QString::fromStdString(sum);
    QTest::newRow("shelf") << QStringLiteral("금고 3, 서가 2") << QString() << digits << true;
    QTest::newRow("nowhere") << QString() << QString() << digits << false;
    QTest::newRow("control") << QStringLiteral("a\nb") << QString() << digits << false;
    QTest::newRow("long place") << QString(1001, u'x') << QString() << digits << false;
    QTest::newRow("type") << QStringLiteral("a") << QStringLiteral("video") << digits << false;
    QTest::newRow("type with blanks") << QStringLiteral("a") << QStringLiteral("video/ mp4") << digits << false;
    QTest::newRow("no sum") << QStringLiteral("a") << QString() << QString() << false;
    QTest::newRow("short sum") << QStringLiteral("a") << QString() << digits.left(63) << false;
    QTest::newRow("capitals") << QStringLiteral("a") << QString() << digits.toUpper() << false;
    QTest::newRow("other letters") << QStringLiteral("a") << QString() << QString(64, u'g') << false;
}

void DocumentsTest::badContent() {
    QFETCH(QString, place);
    QFETCH(QString, mediaType);
    QFETCH(QString, sha256);
    QFETCH(bool, good);
    NewDocument document = film("a");
    document.content = Content{place.toStdString(), mediaType.toStdString(), sha256.toStdString(), 1};
    QCOMPARE(codeOf(accepted(document)), std::string(good ? "" : "BAD_CONTENT"));
}

void DocumentsTest::onlyWithScopes() {
    House house;
    house.by.scopes = {"document.read"};
    QCOMPARE(codeOf(house.put(sensor("a", "{}"))), std::string("FORBIDDEN"));
    QCOMPARE(codeOf(house.withdraw("a", "x")), std::string("FORBIDDEN"));
    house.by.scopes = {"document.write"};
    QVERIFY_RESULT(house.put(sensor("a", "{}")));
    QCOMPARE(codeOf(house.find({})), std::string("FORBIDDEN"));
    QCOMPARE(codeOf(house.read("a")), std::string("FORBIDDEN"));
    QCOMPARE(
        codeOf(waitFor<std::vector<DocumentHead>>([&](auto done) { house.service->revisions(house.by, "a", done); })),
        std::string("FORBIDDEN"));
    QCOMPARE(house.refusals.size(), 5U);
}

void DocumentsTest::restartAndRebuild() {
    House house;
    QVERIFY_RESULT(house.put(sensor("a", R"({"v":1})")));
    QVERIFY_RESULT(house.put(sensor("a", R"({"v":2})", 1)));
    QVERIFY_RESULT(house.put(film("b", noon)));
    QVERIFY_RESULT(house.withdraw("b", "twice"));
    const auto tables = house.log->rebuild().get();
    QVERIFY_RESULT(tables);
    QCOMPARE(tables->front().rows, 3U);
    QVERIFY(tables->front().onlyBefore == 0 && tables->front().onlyAfter == 0);
    house.service.reset();
    house.log.reset();
    house.open();
    QCOMPARE(house.read("a")->body, std::string(R"({"v":2})"));
    QCOMPARE(house.read("b")->head.withdrawn->reason, std::string("twice"));
}

QTEST_GUILESS_MAIN(DocumentsTest)
#include "documents_test.moc"
