#include "core/log/chain.h"
#include "core/log/export_file.h"
#include "server/log/chain_check.h"
#include "server/log/instance_key.h"
#include "server/log/small_file.h"
#include "tests/server/log/log_fixture.h"
#include "tests/support/result_macros.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <format>
#include <set>
#include <thread>

#include <sys/stat.h>

using namespace haneul;
using namespace haneul::log;

class EventLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void entriesAreSignedAndChained();         // G1 G3
    void answersComeAfterTheCommit();          // G1
    void commandsOfManyThreadsAllCount();      // G1
    void aCommandThatFailsIsRolledBackAlone(); // G1
    void refusalsAreWrittenToo();
    void sameStateWhenOpenedAgain(); // G1
    void timeNeverGoesBack();        // F15
    void nobodyButAProjectionWrites_data();
    void nobodyButAProjectionWrites(); // G1
    void aProjectionWritesOnlyItsOwnTables();
    void newProjectionIsMadeFromTheLog();
    void rebuildSaysWhatDiffers(); // G4 G10
    void exportIsGoodByItself();   // G3
    void pagesAreFiltered();
    void pageAfterPageShowsAll();
    void cutTailIsRefused(); // G3 F5
    void changedEntryIsRefused_data();
    void changedEntryIsRefused();               // G3 F5
    void otherSignaturesAreFoundWhileRunning(); // G3 F5
    void missingHeadIsTold();
    void keyIsPrivateAndMissed();
    void otherKeyIsRefused();
    void sealedKeyNeedsItsPassphrase();
    void headFileFollows(); // G3
    void badEventsAreRefused_data();
    void badEventsAreRefused();
    void fullQueueRefuses(); // G7

private:
    Result<std::unique_ptr<EventLog>> open() {
        return EventLog::open(settings(), m_clock, accountsOnly(), &*m_notices);
    }

    EventLogSettings settings() const { return settingsFor(folder()); }

    std::filesystem::path folder() const { return m_folder->path().toStdString(); }

    static Result<Committed> now(EventLog& log, Decide decide) {
        return log.submit({"kim", "supervisor", "s1", "desk"}, std::move(decide)).get();
    }

    static EntryPage pageOf(EventLog& log, EntryFilter filter) {
        std::promise<Result<EntryPage>> promise;
        log.page(std::move(filter), [&](Result<EntryPage> page) { promise.set_value(std::move(page)); });
        auto page = promise.get_future().get();
        return page ? *std::move(page) : EntryPage{};
    }

    // As one who has the file, but not the key.
    void tamper(const QString& statement, const QVariantList& values = {}) const {
        auto database = storage::Database::open(folder() / "haneul.sqlite", storage::Database::Role::Writer);
        QVERIFY_RESULT(database);
        QVERIFY_RESULT(database->value(statement, values));
    }

    bool noticed(const std::string& code) const {
        return std::ranges::contains(m_notices->latest(), code, &situation::Notice::code);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    clock::ManualClock m_clock{utcMs(1'800'000'000'000)};
    std::optional<situation::NoticeBoard> m_notices;
};

void EventLogTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_notices.emplace();
}

void EventLogTest::entriesAreSignedAndChained() {
    const auto log = open();
    QVERIFY_RESULT(log);
    const auto first = now(**log, move("a", 5));
    QVERIFY_RESULT(first);
    QCOMPARE(first->first, 2U); // "log.opened" is the first
    QCOMPARE(first->last, 2U);
    QVERIFY_RESULT(now(**log, move("b", 7)));
    const auto page = pageOf(**log, {});
    QCOMPARE(page.entries.size(), 3U);
    QVERIFY(page.entries[2].entry.type == openedType);
    QVERIFY(openedKey(page.entries[2].entry) == (*log)->publicKey());
    QVERIFY(page.entries[0].entry.previous == page.entries[1].digest);
    QVERIFY(page.entries[1].entry.previous == page.entries[2].digest);
    QCOMPARE(page.entries[1].entry.user, "kim");
    QCOMPARE(page.entries[1].entry.body, R"({"name":"a","by":5})");
    const Head head = (*log)->head();
    QCOMPARE(head.sequence, 3U);
    QVERIFY(head.digest == page.entries[0].digest);
    QVERIFY(verifyHead(head, (*log)->publicKey()));
}

void EventLogTest::answersComeAfterTheCommit() {
    const auto log = open();
    QVERIFY_RESULT(log);
    std::vector<std::string> order;
    (*log)->subscribe([&](const Entry& entry) { order.push_back(entry.type); });
    std::promise<int> seen;
    (*log)->submit(systemActor(), move("a", 1), [&](const Result<Committed>& result) {
        order.push_back(result ? "answer" : "refused");
        // Another connection sees it by now.
        auto reader = storage::Database::open(folder() / "haneul.sqlite", storage::Database::Role::Reader);
        seen.set_value(reader->value(QStringLiteral("SELECT balance FROM account"))->toInt());
    });
    QCOMPARE(seen.get_future().get(), 1);
    QVERIFY(order == (std::vector<std::string>{"account.moved", "answer"}));
}

void EventLogTest::commandsOfManyThreadsAllCount() {
    constexpr int threads = 8, each = 50;
    {
        const auto log = open();
        QVERIFY_RESULT(log);
        std::atomic<int> good = 0;
        std::vector<std::jthread> submitters;
        for (int i = 0; i < threads; ++i)
            submitters.emplace_back([&, i] {
                for (int k = 0; k < each; ++k)
                    if (now(**log, move(std::to_string(i), 1))) ++good;
            });
        submitters.clear();
        QCOMPARE(good.load(), threads * each);
        QCOMPARE((*log)->head().sequence, 1U + threads * each);
    }
    QCOMPARE(complaintAbout(folder()), "");
}

void EventLogTest::aCommandThatFailsIsRolledBackAlone() {
    {
        const auto log = open();
        QVERIFY_RESULT(log);
        // The first one holds the log's thread until the others wait behind it: they share a transaction.
        std::promise<void> go;
        auto gate = go.get_future();
        auto held = (*log)->submit(systemActor(), [&](const storage::Database&, UtcMs) {
            gate.wait();
            return Decision{};
        });
        auto before = (*log)->submit(systemActor(), move("a", 1));
        auto bad = (*log)->submit(systemActor(), [](const storage::Database&, UtcMs) {
            // The second event cannot be applied: the first one must not stay.
            return Decision{.events = {{"account.moved", R"({"name":"a","by":100})"}, {"account.moved", R"({"by":1})"}},
                            .refusal = {}};
        });
        auto thrown = (*log)->submit(systemActor(), [](const storage::Database&, UtcMs) -> Decision {
            throw std::runtime_error("no such plan");
        });
        auto after = (*log)->submit(systemActor(), move("a", 1));
        go.set_value();
        QVERIFY(held.get()->first == 0);
        QVERIFY_RESULT(before.get());
        const auto failed = bad.get();
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, "MISSING_FIELD");
        QCOMPARE(thrown.get().error().code, "LOG_DECIDE");
        const auto last = after.get();
        QVERIFY_RESULT(last);
        QCOMPARE(last->last, 3U);
        QCOMPARE((*log)->head().sequence, 3U);
    }
    QCOMPARE(complaintAbout(folder()), "");
}

void EventLogTest::refusalsAreWrittenToo() {
    const auto log = open();
    QVERIFY_RESULT(log);
    const auto refused = now(**log, move("a", -1));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, "ACCOUNT_SHORT");
    QCOMPARE(pageOf(**log, {}).entries.front().entry.type, "account.refused");
}

void EventLogTest::sameStateWhenOpenedAgain() {
    Head before;
    {
        const auto log = open();
        QVERIFY_RESULT(log);
        for (int i = 0; i < 10; ++i)
            QVERIFY_RESULT(now(**log, move("a", i)));
        before = (*log)->head();
    }
    const auto log = open();
    QVERIFY_RESULT(log);
    QVERIFY((*log)->head() == before);
    QVERIFY_RESULT(now(**log, move("a", -45)));
    QVERIFY(!now(**log, move("a", -1)));
    QVERIFY(QTest::qWaitFor([&] { return (*log)->signaturesChecked() == before.sequence; }));
    QVERIFY(m_notices->latest().empty());
}

void EventLogTest::timeNeverGoesBack() {
    const auto log = open();
    QVERIFY_RESULT(log);
    QVERIFY_RESULT(now(**log, move("a", 1)));
    m_clock.advance(std::chrono::hours(-1));
    QVERIFY_RESULT(now(**log, move("a", 1)));
    m_clock.advance(std::chrono::hours(2));
    QVERIFY_RESULT(now(**log, move("a", 1)));
    const auto entries = pageOf(**log, {}).entries;
    for (std::size_t i = 0; i + 1 < entries.size(); ++i)
        QVERIFY(entries[i].entry.time > entries[i + 1].entry.time);
    QCOMPARE(entries[1].entry.time.wall_ms, entries[2].entry.time.wall_ms);
}

void EventLogTest::nobodyButAProjectionWrites_data() {
    QTest::addColumn<QString>("statement");
    for (const char* statement :
         {"INSERT INTO account VALUES ('thief', 1000000)", "UPDATE account SET balance = 7", "DELETE FROM account",
          "DROP TABLE account", "CREATE TABLE other (x)", "DELETE FROM log_entry", "UPDATE instance SET kind = 'demo'",
          "COMMIT", "ROLLBACK", "PRAGMA synchronous=OFF", "ATTACH ':memory:' AS other",
          "CREATE TRIGGER t AFTER INSERT ON account_move BEGIN DELETE FROM account; END"})
        QTest::newRow(statement) << QString::fromLatin1(statement);
}

void EventLogTest::nobodyButAProjectionWrites() {
    QFETCH(QString, statement);
    {
        const auto log = open();
        QVERIFY_RESULT(log);
        QVERIFY_RESULT(now(**log, move("a", 3)));
        const auto tried = now(**log, [&](const storage::Database& database, UtcMs) {
            QSqlQuery query(database.connection());
            (void)query.exec(statement); // and goes on as if nothing were
            return Decision{.events = {{"account.moved", R"({"name":"a","by":1})"}}, .refusal = {}};
        });
        QVERIFY(!tried);
        QCOMPARE(tried.error().code, "LOG_GUARD");
        QCOMPARE((*log)->head().sequence, 2U);
        QVERIFY_RESULT(now(**log, move("a", -3)));
    }
    QCOMPARE(complaintAbout(folder()), "");
}

namespace {

// Writes another projection's table.
class Intruder final : public Projection {
public:
    [[nodiscard]] std::string_view name() const override { return "intruder"; }

    [[nodiscard]] std::vector<std::string> tables() const override { return {"intruder"}; }

    Result<void> create(storage::Database& database) override {
        return database.execute(QStringLiteral("CREATE TABLE IF NOT EXISTS intruder (x INTEGER)"));
    }

    Result<void> apply(storage::Database& database, const Entry& entry) override {
        if (entry.type != "intruder.tries") return {};
        return database.execute(QStringLiteral("UPDATE account SET balance = 1000"));
    }
};

} // namespace

void EventLogTest::aProjectionWritesOnlyItsOwnTables() {
    {
        auto projections = accountsOnly();
        projections.push_back(std::make_unique<Intruder>());
        const auto log = EventLog::open(settings(), m_clock, std::move(projections), &*m_notices);
        QVERIFY_RESULT(log);
        QVERIFY_RESULT(now(**log, move("a", 3)));
        const auto tried = now(**log, [](const storage::Database&, UtcMs) {
            return Decision{.events = {{"intruder.tries", "{}"}}, .refusal = {}};
        });
        QVERIFY(!tried);
        QCOMPARE(tried.error().code, "LOG_GUARD");
        QVERIFY_RESULT(now(**log, move("a", -3)));
    }
    QCOMPARE(complaintAbout(folder()), "");
}

void EventLogTest::newProjectionIsMadeFromTheLog() {
    {
        const auto log = EventLog::open(settings(), m_clock, {}, &*m_notices);
        QVERIFY_RESULT(log);
        for (int i = 0; i < 5; ++i)
            QVERIFY_RESULT(now(**log, [&](const storage::Database&, UtcMs) {
                return Decision{.events = {{"account.moved", R"({"name":"a","by":2})"}}, .refusal = {}};
            }));
    }
    const auto balance = [&](EventLog& log) {
        std::promise<int> found;
        log.read([&](const storage::Database& database) {
            found.set_value(database.value(QStringLiteral("SELECT balance FROM account"))->toInt());
        });
        return found.get_future().get();
    };
    {
        const auto log = open();
        QVERIFY_RESULT(log);
        QCOMPARE(balance(**log), 10);
    }
    tamper(QStringLiteral("UPDATE account SET balance = 99"));
    auto newer = std::make_unique<Accounts>();
    newer->setVersion(2);
    std::vector<std::unique_ptr<Projection>> projections;
    projections.push_back(std::move(newer));
    const auto log = EventLog::open(settings(), m_clock, std::move(projections), &*m_notices);
    QVERIFY_RESULT(log);
    QCOMPARE(balance(**log), 10); // another version: made again
}

void EventLogTest::rebuildSaysWhatDiffers() {
    using Tables = std::vector<TableComparison>;
    {
        const auto log = open();
        QVERIFY_RESULT(log);
        for (const char* name : {"a", "b", "a", "c"})
            QVERIFY_RESULT(now(**log, move(name, 2)));
        const auto equal = (*log)->rebuild().get();
        QVERIFY_RESULT(equal);
        QVERIFY(*equal == (Tables{{"accounts", "account", 3, 0, 0}, {"accounts", "account_move", 4, 0, 0}}));
        QVERIFY_RESULT(now(**log, move("a", -4))); // and it goes on
    }
    tamper(QStringLiteral("UPDATE account SET balance = 99 WHERE name = 'b'"));
    tamper(QStringLiteral("DELETE FROM account_move WHERE sequence = 2"));
    {
        const auto log = open();
        QVERIFY_RESULT(log);
        const auto tables = (*log)->rebuild().get();
        QVERIFY_RESULT(tables);
        QVERIFY(*tables == (Tables{{"accounts", "account", 3, 1, 1}, {"accounts", "account_move", 5, 0, 1}}));
    }
    QCOMPARE(complaintAbout(folder()), "");
}

void EventLogTest::exportIsGoodByItself() {
    const auto file = folder() / "exported";
    const auto log = open();
    QVERIFY_RESULT(log);
    for (int i = 0; i < 50; ++i)
        QVERIFY_RESULT(now(**log, move("a", 1)));
    const auto head = (*log)->exportTo(file).get();
    QVERIFY_RESULT(head);
    QVERIFY(*head == (*log)->head());
    QFile bytes(QString::fromStdString(file.string()));
    QVERIFY(bytes.open(QIODevice::ReadOnly));
    const QByteArray all = bytes.readAll();
    ExportVerifier verifier({.pinned = (*log)->publicKey(), .heads = {*head}});
    QVERIFY_RESULT(verifier.feed(
        ByteView(reinterpret_cast<const std::uint8_t*>(all.data()), static_cast<std::size_t>(all.size()))));
    const auto sections = verifier.finish();
    QVERIFY_RESULT(sections);
    QCOMPARE(sections->front().head.sequence, 51U);
    QCOMPARE((*log)->exportTo("/nowhere/at/all").get().error().code, "FILE_UNWRITABLE");
}

void EventLogTest::pagesAreFiltered() {
    const auto log = open();
    QVERIFY_RESULT(log);
    for (int i = 0; i < 10; ++i) {
        m_clock.advance(std::chrono::minutes(1));
        const Actor actor{i % 2 == 0 ? "kim" : "lee", "pilot", "s", "desk"};
        QVERIFY_RESULT((*log)->submit(actor, move("Plan-" + std::to_string(i), 1)).get());
    }
    (void)now(**log, move("short", -1));
    const auto count = [&](const EntryFilter& filter) { return pageOf(**log, filter).entries.size(); };
    QCOMPARE(count({}), 12U);
    QCOMPARE(count({.typePrefix = "account.moved"}), 10U);
    QCOMPARE(count({.typePrefix = "account."}), 11U);
    QCOMPARE(count({.user = "lee"}), 5U);
    QCOMPARE(count({.text = "plan-7"}), 1U);
    QCOMPARE(count({.text = "PLAN"}), 10U);
    const auto nothing = [](std::string_view, const std::string&) { return std::string("{}"); };
    QCOMPARE(count({.text = "plan-7", .shown = nothing}), 0U); // what may not be read cannot be found either
    QCOMPARE(count({.before = 4}), 3U);
    QCOMPARE(count({.limit = 4}), 4U);
    const auto minute = [&](int n) { return m_clock.now() - std::chrono::minutes(10 - n); };
    QCOMPARE(count({.from = minute(3), .to = minute(5)}), 3U);
    QCOMPARE(count({.from = minute(11)}), 0U);
    QCOMPARE(count({.to = minute(-1)}), 0U);
}

void EventLogTest::pageAfterPageShowsAll() {
    const auto log = open();
    QVERIFY_RESULT(log);
    for (int i = 0; i < 25; ++i)
        QVERIFY_RESULT(now(**log, move("a", 1)));
    std::vector<std::uint64_t> seen;
    EntryFilter filter{.limit = 4};
    do {
        const auto page = pageOf(**log, filter);
        for (const auto& record : page.entries)
            seen.push_back(record.entry.sequence);
        filter.before = page.nextBefore;
    } while (filter.before);
    QCOMPARE(seen.size(), 26U);
    QVERIFY(std::ranges::is_sorted(seen, std::greater{}));
}

void EventLogTest::cutTailIsRefused() {
    {
        const auto log = open();
        QVERIFY_RESULT(log);
        for (int i = 0; i < 9; ++i)
            QVERIFY_RESULT(now(**log, move("a", 1)));
    }
    tamper(QStringLiteral("DELETE FROM log_entry WHERE sequence > 7"));
    const auto again = open();
    QVERIFY(!again);
    QCOMPARE(again.error().code, "LOG_CUT");
    const auto says = [&](const char* text) { return again.error().message.contains(text); };
    QVERIFY2(says("entry 8") && says("10 entries") && says("ends at 7"), again.error().message.c_str());
    QVERIFY(again.error().where.contains("haneul.sqlite") && again.error().where.contains("log.head"));
}

void EventLogTest::changedEntryIsRefused_data() {
    QTest::addColumn<QString>("statement");
    QTest::addColumn<int>("bad");
    QTest::newRow("one bit") << "UPDATE log_entry SET record = CAST(replace(record, CAST('\"by\":4' AS BLOB), "
                                "CAST('\"by\":9' AS BLOB)) AS BLOB) WHERE sequence = 5"
                             << 6;
    QTest::newRow("deleted") << "DELETE FROM log_entry WHERE sequence = 4" << 4;
    QTest::newRow("copied") << "UPDATE log_entry SET record = (SELECT record FROM log_entry WHERE sequence = 3) WHERE "
                               "sequence = 4"
                            << 4;
    // The last byte of an Ed25519 signature is at most 0x10, and 0x00 in one of sixteen: 0xFF always changes it.
    QTest::newRow("the last")
        << "UPDATE log_entry SET record = CAST(substr(record, 1, length(record) - 1) || x'FF' AS BLOB) WHERE "
           "sequence = 10"
        << 10;
    QTest::newRow("of another origin")
        << "INSERT INTO log_entry SELECT 'ffffffffffffffffffffffffffffffff', 1, record FROM log_entry LIMIT 1" << 0;
}

void EventLogTest::changedEntryIsRefused() {
    QFETCH(QString, statement);
    QFETCH(int, bad);
    {
        const auto log = open();
        QVERIFY_RESULT(log);
        for (int i = 1; i < 10; ++i)
            QVERIFY_RESULT(now(**log, move("a", i)));
    }
    tamper(statement);
    const auto again = open();
    QVERIFY(!again);
    if (bad > 0) QVERIFY2(again.error().message.contains(std::format("entry {}:", bad)), again.error().message.c_str());
}

void EventLogTest::otherSignaturesAreFoundWhileRunning() {
    std::uint64_t last = 0;
    {
        const auto log = open();
        QVERIFY_RESULT(log);
        for (int i = 1; i < 200; ++i)
            (void)(*log)->submit(systemActor(), move("a", i));
        QVERIFY_RESULT(now(**log, move("a", 1)));
        last = (*log)->head().sequence;
    }
    // One who has the key file but wrote the signature of entry 150 wrongly: a chain made again that fits.
    {
        auto database = storage::Database::open(folder() / "haneul.sqlite", storage::Database::Role::Writer);
        QVERIFY_RESULT(database);
        const auto key = readInstanceKey({folder() / "instance.key", {}, {}});
        QVERIFY_RESULT(key);
        LogTables tables(*database);
        const std::string origin =
            database->value(QStringLiteral("SELECT instance_id FROM instance"))->toString().toStdString();
        Digest previous{};
        for (std::uint64_t sequence = 150; sequence <= last; ++sequence) {
            Bytes bytes = **tables.record(origin, sequence);
            if (sequence == 150) {
                bytes.back() ^= 1;
            } else {
                auto record = decodeRecord(bytes);
                record->entry.previous = previous;
                bytes = *signedRecord(record->entry, **key);
            }
            previous = digestOf(bytes);
            QVERIFY_RESULT(database->value(
                QStringLiteral("UPDATE log_entry SET record = ? WHERE sequence = ?"),
                {QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())),
                 QVariant::fromValue<quint64>(sequence)}));
        }
        std::filesystem::remove(folder() / "log.head");
    }
    const auto log = open();
    QVERIFY_RESULT(log);
    QVERIFY(QTest::qWaitFor([&] { return noticed("LOG_SIGNATURE_BAD"); }));
    QCOMPARE((*log)->signaturesChecked(), 149U);
    const auto notices = m_notices->latest();
    QVERIFY(std::ranges::find(notices, "LOG_SIGNATURE_BAD", &situation::Notice::code)->facts ==
            std::vector<std::string>{"150"});
}

void EventLogTest::missingHeadIsTold() {
    {
        const auto log = open();
        QVERIFY_RESULT(log);
        QVERIFY_RESULT(now(**log, move("a", 1)));
    }
    QVERIFY(!noticed("LOG_HEAD_MISSING"));
    std::filesystem::remove(folder() / "log.head");
    {
        const auto log = open();
        QVERIFY_RESULT(log);
        QVERIFY(noticed("LOG_HEAD_MISSING"));
    }
    QVERIFY_RESULT(replaceSmallFile(folder() / "log.head", "half a he"));
    const auto log = open();
    QVERIFY(!log);
    QCOMPARE(log.error().code, "LOG_HEAD_UNREADABLE");
}

void EventLogTest::keyIsPrivateAndMissed() {
    {
        const auto log = open();
        QVERIFY_RESULT(log);
    }
    const auto key = folder() / "instance.key";
    struct stat facts{};
    QCOMPARE(::stat(key.c_str(), &facts), 0);
    QCOMPARE(facts.st_mode & 0777, 0600U);
    QCOMPARE(::chmod(key.c_str(), 0644), 0);
    QCOMPARE(open().error().code, "KEY_EXPOSED");
    std::filesystem::remove(key);
    QCOMPARE(open().error().code, "KEY_MISSING");
    QVERIFY(!std::filesystem::exists(key));
}

void EventLogTest::otherKeyIsRefused() {
    {
        const auto log = open();
        QVERIFY_RESULT(log);
    }
    QVERIFY_RESULT(makeInstanceKey({folder() / "instance.key", {}, {}}));
    const auto log = open();
    QVERIFY(!log);
    QCOMPARE(log.error().code, "KEY_DIFFERS");
}

void EventLogTest::sealedKeyNeedsItsPassphrase() {
    PublicKey key{};
    {
        const auto log = open();
        QVERIFY_RESULT(log);
        key = (*log)->publicKey();
    }
    const auto with = [&](const char* passphrase) {
        auto wanted = settings();
        wanted.keyPassphrase = passphrase;
        return EventLog::open(wanted, m_clock, accountsOnly(), &*m_notices);
    };
    {
        const auto log = with("하늘 correct horse"); // seals the open key
        QVERIFY_RESULT(log);
        QVERIFY((*log)->publicKey() == key);
        QVERIFY_RESULT(now(**log, move("a", 1)));
    }
    const auto text = readSmallFile(folder() / "instance.key", 4096);
    QVERIFY((*text)->contains("sealed_seed") && !(*text)->contains("\"seed\""));
    QCOMPARE(open().error().code, "KEY_SEALED");
    QCOMPARE(with("wrong").error().code, "KEY_PASSPHRASE");
    const auto log = with("하늘 correct horse");
    QVERIFY_RESULT(log);
    QVERIFY((*log)->publicKey() == key);
}

void EventLogTest::headFileFollows() {
    const auto log = open();
    QVERIFY_RESULT(log);
    QVERIFY_RESULT(now(**log, move("a", 1)));
    const Head head = (*log)->head();
    QVERIFY(QTest::qWaitFor([&] { return *readHeadFile(headFileIn(folder())) == std::optional(head); }, 1500));
}

void EventLogTest::badEventsAreRefused_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no type") << "" << QByteArray("{}");
    QTest::newRow("no room") << "moved" << QByteArray("{}");
    QTest::newRow("capitals") << "Account.moved" << QByteArray("{}");
    QTest::newRow("no JSON") << "a.b" << QByteArray("{");
    QTest::newRow("an array") << "a.b" << QByteArray("[]");
    QTest::newRow("not UTF-8") << "a.b" << QByteArray("{\"x\":\"\xff\"}");
    QTest::newRow("too long") << "a.b" << QByteArray("{\"x\":\"" + QByteArray(1024 * 1024, 'x') + "\"}");
}

void EventLogTest::badEventsAreRefused() {
    QFETCH(QString, type);
    QFETCH(QByteArray, body);
    const auto log = open();
    QVERIFY_RESULT(log);
    const auto tried = now(**log, [&](const storage::Database&, UtcMs) {
        return Decision{.events = {{type.toStdString(), body.toStdString()}}, .refusal = {}};
    });
    QVERIFY(!tried);
    QCOMPARE(tried.error().code, "LOG_BAD_EVENT");
    QCOMPARE((*log)->head().sequence, 1U);
}

void EventLogTest::fullQueueRefuses() {
    auto wanted = settings();
    wanted.queueLimit = 2;
    const auto log = EventLog::open(wanted, m_clock, accountsOnly(), &*m_notices);
    QVERIFY_RESULT(log);
    std::promise<void> go, started;
    auto gate = go.get_future();
    auto held = (*log)->submit(systemActor(), [&](const storage::Database&, UtcMs) {
        started.set_value();
        gate.wait();
        return Decision{};
    });
    started.get_future().wait();
    auto one = (*log)->submit(systemActor(), move("a", 1));
    auto two = (*log)->submit(systemActor(), move("a", 1));
    auto three = (*log)->submit(systemActor(), move("a", 1));
    QCOMPARE(three.get().error().code, "LOG_BUSY");
    go.set_value();
    QVERIFY_RESULT(one.get());
    QVERIFY_RESULT(two.get());
}

QTEST_GUILESS_MAIN(EventLogTest)
#include "event_log_test.moc"
