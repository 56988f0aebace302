#include "server/study_store/event_study_service.h"
#include "tests/support/result_macros.h"

#include <QTemporaryDir>
#include <QtTest>

#include <future>

using namespace haneul;
using namespace haneul::study_store;

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
        projections.push_back(std::make_unique<StudyProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        const StudyChecks checks{{"reich.preset", [](const NewStudy& study) -> Result<void> {
                                      if (study.input.contains("ey")) return {};
                                      return fail("BAD_PRESET", "no ey", "input.ey");
                                  }}};
        service = std::make_unique<EventStudyService>(
            *log,
            [this](const people::Principal&, std::string_view scope, std::string_view) {
                refusals.emplace_back(scope);
            },
            checks);
    }

    Result<StudyHead> save(NewStudy study) {
        return waitFor<StudyHead>([&](auto done) { service->save(by, study, done); });
    }

    Result<std::vector<StudyHead>> find(StudyFilter filter) {
        return waitFor<std::vector<StudyHead>>([&](auto done) { service->find(by, filter, done); });
    }

    Result<SavedStudy> read(const std::string& id) {
        return waitFor<SavedStudy>([&](auto done) { service->read(by, id, done); });
    }

    Result<void> retire(const std::string& id, const std::string& reason) {
        return waitFor<void>([&](auto done) { service->retire(by, id, reason, done); });
    }

    QTemporaryDir folder;
    clock::ManualClock clock{noon};
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<EventStudyService> service;
    people::Principal by{.user = "kim", .scopes = {"study.run", "study.save"}, .desk = "desk"};
    std::vector<std::string> refusals;
};

NewStudy corridor(const std::string& id = {}, std::uint64_t basedOn = 0) {
    return {.id = id,
            .basedOn = basedOn,
            .kind = "reich",
            .name = "Corridor A",
            .preset = "table4_fit",
            .provenance = "Ey fitted to the paper's results",
            .input = R"({ "distance_m": 500 })",
            .result = R"({"n": 1.45e-2})"};
}

} // namespace

// Studies that are kept: nothing of them is lost, none is changed behind somebody's back.
class StudyStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savedAndReadAgain(); // R-UI-10
    void aStudyIsChangedByRevision();
    void retiredStaysReadable();
    void byKind();
    void refusals_data();
    void refusals();
    void ownPresetsAreChecked();
    void onlyWithScopes(); // R-SEC-03
    void restartAndRebuild();
};

void StudyStoreTest::savedAndReadAgain() {
    House house;
    const auto head = house.save(corridor());
    QVERIFY_RESULT(head);
    QCOMPARE(head->id.size(), 32U);
    const auto back = house.read(head->id);
    QVERIFY_RESULT(back);
    QVERIFY(back->head == *head);
    QCOMPARE(back->input, std::string(R"({"distance_m":500})"));
    QCOMPARE(back->result, std::string(R"({"n":0.0145})"));
    QCOMPARE(back->head.preset, std::string("table4_fit"));
    QCOMPARE(back->head.provenance, std::string("Ey fitted to the paper's results"));
    QCOMPARE(back->head.by, std::string("kim"));
    QCOMPARE(back->head.at, noon);
}

void StudyStoreTest::aStudyIsChangedByRevision() {
    House house;
    QVERIFY_RESULT(house.save(corridor("a")));
    QCOMPARE(codeOf(house.save(corridor("a"))), std::string("STALE_REVISION"));
    const auto second = house.save(corridor("a", 1));
    QVERIFY_RESULT(second);
    QCOMPARE(second->revision, 2U);
    QCOMPARE(house.save(corridor("a", 1)).error().where, std::string("2"));
    QCOMPARE(house.find({})->size(), 1U);
    QCOMPARE(house.read("a")->head.revision, 2U);
}

void StudyStoreTest::retiredStaysReadable() {
    House house;
    QVERIFY_RESULT(house.save(corridor("a")));
    QCOMPARE(codeOf(house.retire("a", "")), std::string("BAD_REASON"));
    QCOMPARE(codeOf(house.retire("b", "x")), std::string("NO_SUCH_STUDY"));
    QVERIFY_RESULT(house.retire("a", "superseded"));
    QCOMPARE(codeOf(house.retire("a", "again")), std::string("STUDY_RETIRED"));
    QVERIFY(house.find({})->empty());
    QCOMPARE(house.find({.retired = true})->size(), 1U);
    QCOMPARE(house.read("a")->head.retired->reason, std::string("superseded"));
    QVERIFY_RESULT(house.save(corridor("a", 1)));
    QVERIFY(!house.read("a")->head.retired);
}

void StudyStoreTest::byKind() {
    House house;
    QVERIFY_RESULT(house.save(corridor("a")));
    auto path = corridor("b");
    path.kind = "path";
    house.clock.set(noon + std::chrono::seconds(5));
    QVERIFY_RESULT(house.save(path));
    QCOMPARE(house.find({.kind = "path"})->front().id, std::string("b"));
    QCOMPARE(house.find({})->front().id, std::string("b")); // the newest first
    QCOMPARE(house.find({.limit = 1})->size(), 1U);
}

void StudyStoreTest::refusals_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("code");
    QTest::newRow("id") << "id" << QByteArray("a b") << "BAD_STUDY_ID";
    QTest::newRow("kind") << "kind" << QByteArray() << "BAD_KIND";
    QTest::newRow("no name") << "name" << QByteArray() << "BAD_NAME";
    QTest::newRow("long name") << "name" << QByteArray(201, 'x') << "BAD_NAME";
    QTest::newRow("name of two lines") << "name" << QByteArray("a\nb") << "BAD_NAME";
    QTest::newRow("input") << "input" << QByteArray("[1]") << "BAD_JSON";
    QTest::newRow("cut off") << "input" << QByteArray("{") << "BAD_JSON";
    QTest::newRow("smuggled") << "result" << QByteArray("{},\"x\":{}") << "BAD_JSON";
    QTest::newRow("large") << "result" << QByteArray("{\"a\":\"") + QByteArray(900'000, 'x') + "\"}"
                           << "STUDY_TOO_LARGE";
}

void StudyStoreTest::refusals() {
    QFETCH(const QString, field);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, code);
    auto study = corridor("a");
    const std::map<QString, std::string*> fields{{QStringLiteral("id"), &study.id},
                                                 {QStringLiteral("kind"), &study.kind},
                                                 {QStringLiteral("name"), &study.name},
                                                 {QStringLiteral("input"), &study.input},
                                                 {QStringLiteral("result"), &study.result}};
    *fields.at(field) = value.toStdString();
    House house;
    QCOMPARE(QString::fromStdString(codeOf(house.save(study))), code);
    QVERIFY(house.find({})->empty());
}

void StudyStoreTest::ownPresetsAreChecked() {
    House house;
    QCOMPARE(codeOf(house.save({.kind = "reich.preset", .name = "x", .input = "{}"})), std::string("BAD_PRESET"));
    QVERIFY_RESULT(house.save({.kind = "reich.preset", .name = "x", .input = R"({"ey":1})"}));
}

void StudyStoreTest::onlyWithScopes() {
    House house;
    house.by.scopes = {"study.run"};
    QCOMPARE(codeOf(house.save(corridor())), std::string("FORBIDDEN"));
    QCOMPARE(codeOf(house.retire("a", "x")), std::string("FORBIDDEN"));
    QVERIFY_RESULT(house.find({}));
    house.by.scopes = {};
    QCOMPARE(codeOf(house.find({})), std::string("FORBIDDEN"));
    QCOMPARE(codeOf(house.read("a")), std::string("FORBIDDEN"));
    QCOMPARE(house.refusals, std::vector<std::string>({"study.save", "study.save", "study.run", "study.run"}));
}

void StudyStoreTest::restartAndRebuild() {
    House house;
    QVERIFY_RESULT(house.save(corridor("a")));
    QVERIFY_RESULT(house.save(corridor("a", 1)));
    QVERIFY_RESULT(house.save(corridor("b")));
    QVERIFY_RESULT(house.retire("b", "x"));
    house.service.reset();
    house.log.reset();
    house.open();
    QCOMPARE(house.read("a")->head.revision, 2U);
    QVERIFY(house.read("b")->head.retired);
    const auto tables = house.log->rebuild().get();
    QVERIFY_RESULT(tables);
    for (const auto& table : *tables) {
        QCOMPARE(table.onlyBefore, 0U);
        QCOMPARE(table.onlyAfter, 0U);
    }
    QCOMPARE(house.find({.retired = true})->size(), 2U);
}

QTEST_GUILESS_MAIN(StudyStoreTest)
#include "study_store_test.moc"
