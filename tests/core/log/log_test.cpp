#include "core/log/export_file.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>
#include <format>

using namespace haneul;
using namespace haneul::log;

class LogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void entryComesBackAsItWas();
    void bytesAreThoseOfTheFormat();
    void wrongEntriesAreRefused_data();
    void wrongEntriesAreRefused();
    void everyShorterOrLongerRecordIsRefused();
    void hybridTimeGrows();
    void headComesBackAsItWas();
    void goodExportIsGood();
    void inPiecesOfAnySize();
    void everyFlippedByteIsFound(); // F5 G3
    void everyMovedEntryIsFound_data();
    void everyMovedEntryIsFound();     // F5 G3
    void headsKeptElsewhereFindACut(); // F5 G3
    void signedByAnotherKey();         // F5

private:
    static SigningKey key(std::uint8_t seed) {
        Bytes bytes(seedSize, seed);
        return *SigningKey::fromSeed(bytes);
    }

    struct Log {
        std::vector<Bytes> records;
        std::vector<Head> heads; // after each record
    };

    static Log make(std::size_t count, const SigningKey& by);
    static Bytes exported(const std::vector<Bytes>& records, const Head& head);
    static Result<std::vector<SectionReport>> check(ByteView file, VerifySettings settings = {});

    Log m_log;
};

namespace {

const std::string origin = "00112233445566778899aabbccddeeff";

Entry sample() {
    Entry entry;
    entry.origin = origin;
    entry.sequence = 7;
    entry.time = {1'800'000'000'123, 4};
    entry.user = "김관제";
    entry.role = "supervisor";
    entry.session = "s-1";
    entry.desk = "192.0.2.1";
    entry.type = "plan.submitted";
    entry.body = R"({"plan":"P-1"})";
    entry.previous.fill(0xab);
    return entry;
}

} // namespace

LogTest::Log LogTest::make(std::size_t count, const SigningKey& by) {
    Log log;
    HybridClock clock;
    Digest previous{};
    for (std::size_t i = 1; i <= count; ++i) {
        Entry entry;
        entry.origin = origin;
        entry.sequence = i;
        entry.time = clock.next(utcMs(1'800'000'000'000 + static_cast<std::int64_t>(i / 3)));
        entry.user = i == 1 ? "system" : "kim";
        entry.type = i == 1 ? std::string(openedType) : "plan.submitted";
        entry.body = i == 1 ? openedBody(by.publicKey()) : std::format(R"({{"plan":{}}})", i);
        entry.previous = previous;
        const auto record = signedRecord(entry, by);
        previous = digestOf(*record);
        log.records.push_back(*record);
        log.heads.push_back(*signedHead({origin, i, previous, entry.time, {}}, by));
    }
    return log;
}

Bytes LogTest::exported(const std::vector<Bytes>& records, const Head& head) {
    Bytes file(exportMagic.begin(), exportMagic.end());
    const auto add = [&](const Bytes& frame) { file.insert(file.end(), frame.begin(), frame.end()); };
    for (const Bytes& record : records)
        add(entryFrame(record));
    add(headFrame(head));
    return file;
}

Result<std::vector<SectionReport>> LogTest::check(ByteView file, VerifySettings settings) {
    ExportVerifier verifier(std::move(settings));
    if (auto fed = verifier.feed(file); !fed) return std::unexpected(fed.error());
    return verifier.finish();
}

void LogTest::initTestCase() {
    m_log = make(100, key(1));
}

void LogTest::entryComesBackAsItWas() {
    const auto bytes = encode(sample());
    QVERIFY_RESULT(bytes);
    const auto entry = decode(*bytes);
    QVERIFY_RESULT(entry);
    QVERIFY(*entry == sample());
    QVERIFY(encode(*entry) == *bytes);
}

// The format is a promise: these bytes must be read by every later version.
void LogTest::bytesAreThoseOfTheFormat() {
    const auto bytes = encode(sample());
    QVERIFY_RESULT(bytes);
    QCOMPARE(toHex(*bytes), "484c4501"
                            "00112233445566778899aabbccddeeff"
                            "0000000000000007"
                            "000001a3185c507b"
                            "00000004" +
                                std::string(64, 'x').replace(0, 64,
                                                             [] {
                                                                 std::string previous;
                                                                 for (int i = 0; i < 32; ++i)
                                                                     previous += "ab";
                                                                 return previous;
                                                             }()) +
                                "0009eab980eab480eca09c"
                                "000a73757065727669736f72"
                                "0003732d31"
                                "00093139322e302e322e31"
                                "000e706c616e2e7375626d6974746564"
                                "0000000e7b22706c616e223a22502d31227d");
}

void LogTest::wrongEntriesAreRefused_data() {
    QTest::addColumn<std::function<void(Entry&)>>("spoil");
    using Spoil = std::function<void(Entry&)>;
    QTest::newRow("origin short") << Spoil([](Entry& e) { e.origin.pop_back(); });
    QTest::newRow("origin in capitals") << Spoil([](Entry& e) { e.origin[30] = 'F'; });
    QTest::newRow("no sequence") << Spoil([](Entry& e) { e.sequence = 0; });
    QTest::newRow("before 1970") << Spoil([](Entry& e) { e.time.wall_ms = -1; });
    QTest::newRow("no type") << Spoil([](Entry& e) { e.type.clear(); });
    QTest::newRow("user too long") << Spoil([](Entry& e) { e.user.assign(256, 'x'); });
    QTest::newRow("user not UTF-8") << Spoil([](Entry& e) { e.user = "\xff"; });
    QTest::newRow("body too long") << Spoil([](Entry& e) { e.body.assign(maxBody + 1, 'x'); });
    QTest::newRow("body not UTF-8") << Spoil([](Entry& e) { e.body = "{\"\xc3\"}"; });
}

void LogTest::wrongEntriesAreRefused() {
    QFETCH(std::function<void(Entry&)>, spoil);
    Entry entry = sample();
    spoil(entry);
    const auto bytes = encode(entry);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, "BAD_ENTRY");
}

void LogTest::everyShorterOrLongerRecordIsRefused() {
    Bytes record = *signedRecord(sample(), key(1));
    QVERIFY_RESULT(decodeRecord(record));
    for (std::size_t length = 0; length < record.size(); ++length)
        QVERIFY(!decodeRecord(ByteView(record).first(length)));
    record.push_back(0);
    QVERIFY(!decodeRecord(record));
}

void LogTest::hybridTimeGrows() {
    HybridClock clock;
    QVERIFY(clock.next(utcMs(100)) == (HybridTime{100, 0}));
    QVERIFY(clock.next(utcMs(100)) == (HybridTime{100, 1}));
    QVERIFY(clock.next(utcMs(50)) == (HybridTime{100, 2}));
    clock.seen({200, 7});
    QVERIFY(clock.next(utcMs(150)) == (HybridTime{200, 8}));
    QVERIFY(clock.next(utcMs(201)) == (HybridTime{201, 0}));
    HybridClock full(HybridTime{300, UINT32_MAX});
    QVERIFY(full.next(utcMs(1)) == (HybridTime{301, 0}));
}

void LogTest::headComesBackAsItWas() {
    const Head head = m_log.heads.back();
    const auto read = headFromText(toText(head));
    QVERIFY_RESULT(read);
    QVERIFY(*read == head);
    QVERIFY(verifyHead(*read, key(1).publicKey()));
    Head other = head;
    ++other.time.counter;
    QVERIFY(!verifyHead(other, key(1).publicKey()));
    QVERIFY(!headFromText("{}"));
    QVERIFY(!headFromText(toText(head).substr(1)));
}

void LogTest::goodExportIsGood() {
    std::size_t seen = 0;
    const auto report =
        check(exported(m_log.records, m_log.heads.back()),
              {.pinned = key(1).publicKey(), .heads = m_log.heads, .onEntry = [&](ByteView, const Entry&) { ++seen; }});
    QVERIFY_RESULT(report);
    QCOMPARE(report->size(), 1U);
    QCOMPARE(report->front().origin, origin);
    QVERIFY(report->front().key == key(1).publicKey());
    QVERIFY(report->front().head == m_log.heads.back());
    QCOMPARE(seen, 100U);
}

void LogTest::inPiecesOfAnySize() {
    const Bytes file = exported(m_log.records, m_log.heads.back());
    for (const std::size_t piece : {1U, 2U, 7U, 1000U}) {
        ExportVerifier verifier({});
        for (std::size_t at = 0; at < file.size(); at += piece)
            QVERIFY_RESULT(verifier.feed(ByteView(file).subspan(at, std::min(piece, file.size() - at))));
        QVERIFY_RESULT(verifier.finish());
    }
}

// Three of the 255 ways of changing a byte, in turn: one bit, another, all bits. What is before the changed entry is
// read once and kept.
void LogTest::everyFlippedByteIsFound() {
    const Bytes good = exported(m_log.records, m_log.heads.back());
    ExportVerifier before({});
    QVERIFY_RESULT(before.feed(exportMagic));
    std::size_t start = exportMagic.size(), flips = 0;
    const auto flipped = [&](std::size_t place) {
        Bytes rest(good.begin() + static_cast<std::ptrdiff_t>(start), good.end());
        rest[place - start] ^= static_cast<std::uint8_t>(place % 3 == 0 ? 0x01 : place % 3 == 1 ? 0x80 : 0xff);
        ExportVerifier verifier = before;
        const auto fed = verifier.feed(rest);
        const auto finished = fed ? verifier.finish() : std::unexpected(fed.error());
        return finished ? std::string() : finished.error().message;
    };
    for (std::size_t i = 0; i < m_log.records.size(); ++i) {
        const std::size_t end = start + 5 + m_log.records[i].size();
        for (std::size_t place = start; place < end; ++place, ++flips) {
            const std::string found = flipped(place);
            QVERIFY2(found.starts_with(std::format("entry {}:", i + 1)),
                     std::format("byte {} of entry {}: \"{}\"", place - start, i + 1, found).c_str());
        }
        QVERIFY_RESULT(before.feed(ByteView(good).subspan(start, end - start)));
        start = end;
    }
    const std::size_t head = start;
    for (std::size_t place = head; place < good.size(); ++place)
        QVERIFY2(!flipped(place).empty(), std::format("byte {} of the head", place - head).c_str());
    for (std::size_t place = 0; place < exportMagic.size(); ++place) {
        Bytes file = good;
        file[place] ^= 1;
        QVERIFY(!check(file));
    }
    qInfo("%zu bytes of 100 entries changed, each found and its entry named", flips);
}

void LogTest::everyMovedEntryIsFound_data() {
    QTest::addColumn<std::function<std::size_t(std::vector<Bytes>&, std::size_t)>>("change");
    using Change = std::function<std::size_t(std::vector<Bytes>&, std::size_t)>; // the entry to be named
    QTest::newRow("deleted") << Change([](std::vector<Bytes>& records, std::size_t i) {
        records.erase(records.begin() + static_cast<std::ptrdiff_t>(i));
        return i + 1;
    });
    QTest::newRow("swapped with the next") << Change([](std::vector<Bytes>& records, std::size_t i) {
        if (i + 1 == records.size()) --i;
        std::swap(records[i], records[i + 1]);
        return i + 1;
    });
    QTest::newRow("doubled") << Change([](std::vector<Bytes>& records, std::size_t i) {
        records.insert(records.begin() + static_cast<std::ptrdiff_t>(i), records[i]);
        return i + 2;
    });
    QTest::newRow("doubled at the end") << Change([](std::vector<Bytes>& records, std::size_t i) {
        records.push_back(records[i]);
        return records.size();
    });
    QTest::newRow("tail cut before it") << Change([](std::vector<Bytes>& records, std::size_t i) {
        records.resize(i);
        return i + 1;
    });
    QTest::newRow("signed by another key") << Change([](std::vector<Bytes>& records, std::size_t i) {
        records[i] = *signedRecord(decodeRecord(records[i])->entry, key(2));
        return i + 1;
    });
    QTest::newRow("written anew and chained anew by another key")
        << Change([](std::vector<Bytes>& records, std::size_t i) {
               Digest previous = i == 0 ? Digest{} : digestOf(records[i - 1]);
               for (std::size_t k = i; k < records.size(); ++k) {
                   Entry entry = decodeRecord(records[k])->entry;
                   entry.previous = previous;
                   if (k == i) entry.user = "mallory";
                   records[k] = *signedRecord(entry, key(2));
                   previous = digestOf(records[k]);
               }
               return i + 1;
           });
}

void LogTest::everyMovedEntryIsFound() {
    using Change = std::function<std::size_t(std::vector<Bytes>&, std::size_t)>;
    QFETCH(Change, change);
    for (std::size_t i = 0; i < m_log.records.size(); ++i) {
        std::vector<Bytes> records = m_log.records;
        const std::size_t named = change(records, i);
        const auto checked = check(exported(records, m_log.heads.back()));
        QVERIFY2(!checked, qPrintable(QStringLiteral("entry %1: not found").arg(i + 1)));
        if (records.empty()) continue; // a head without entries
        QVERIFY2(checked.error().message.starts_with(std::format("entry {}:", named)),
                 std::format("{}: {}", named, checked.error().message).c_str());
    }
}

void LogTest::headsKeptElsewhereFindACut() {
    // An older, genuine head at the end: the file alone looks good.
    for (std::size_t kept : {1U, 50U, 99U}) {
        const std::vector<Bytes> records(m_log.records.begin(),
                                         m_log.records.begin() + static_cast<std::ptrdiff_t>(kept));
        const Bytes file = exported(records, m_log.heads[kept - 1]);
        QVERIFY_RESULT(check(file));
        QVERIFY_RESULT(check(file, {.heads = {m_log.heads[kept - 1], m_log.heads[0]}}));
        const auto cut = check(file, {.heads = {m_log.heads[kept]}});
        QVERIFY(!cut);
        QCOMPARE(cut.error().code, "LOG_CUT");
        QVERIFY(cut.error().message.starts_with(std::format("entry {}:", kept + 1)));
    }
    // A head of the same origin and key, but of another history.
    Head other = m_log.heads[49];
    other.digest[0] ^= 1;
    const auto differs = check(exported(m_log.records, m_log.heads.back()), {.heads = {*signedHead(other, key(1))}});
    QVERIFY(!differs);
    QCOMPARE(differs.error().code, "OTHER_HISTORY");
    QVERIFY(differs.error().message.starts_with("entry 50:"));
    Head elsewhere = m_log.heads[0];
    elsewhere.origin[0] = 'f';
    QCOMPARE(check(exported(m_log.records, m_log.heads.back()), {.heads = {elsewhere}}).error().code, "MISSING_ORIGIN");
}

void LogTest::signedByAnotherKey() {
    const Log forged = make(5, key(9));
    const Bytes file = exported(forged.records, forged.heads.back());
    QVERIFY_RESULT(check(file)); // consistent in itself ...
    const auto pinned = check(file, {.pinned = key(1).publicKey()});
    QVERIFY(!pinned); // ... but not ours
    QCOMPARE(pinned.error().code, "OTHER_KEY");
}

QTEST_GUILESS_MAIN(LogTest)
#include "log_test.moc"
