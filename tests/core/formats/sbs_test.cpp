#include "core/formats/sbs.h"
#include "tests/support/result_macros.h"
#include "tests/support/shared_data.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <random>
#include <set>

using namespace haneul;
using namespace haneul::formats;

namespace {

// Lines of a stream by transmission type (index), refused lines (0).
struct Tally {
    std::array<int, 9> byType{};
    int positions = 0;
    std::set<std::uint32_t> aircraft;
    int lines = 0;
};

Tally tallyOf(const QByteArray& bytes, std::size_t step) {
    Tally tally;
    SbsLineSplitter splitter;
    const auto all = std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    for (std::size_t from = 0; from < all.size(); from += step)
        splitter.feed(all.subspan(from, std::min(step, all.size() - from)), [&](std::string_view line) {
            ++tally.lines;
            const auto message = parseSbsLine(line);
            ++tally.byType[static_cast<std::size_t>(message ? message->transmissionType : 0)];
            if (!message) return;
            tally.aircraft.insert(message->icaoAddress);
            if (message->latitude_deg) ++tally.positions;
        });
    return tally;
}

} // namespace

class SbsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAPositionLine();
    void readsOtherLines();
    void absentIsNotZero();
    void refusesBadLines_data();
    void refusesBadLines(); // G8
    void recordedApproachHasTheKnownCounts();
    void recordedSingleAircraftHasTheKnownCounts();
    void cuttingTheStreamChangesNothing();
    void garbageIsCountedAndTheNextLineSurvives(); // G8
    void garbageWithoutAnEndIsCountedAndBounded(); // G8
    void writesWhatItReads();
};

void SbsTest::readsAPositionLine() {
    const auto m = parseSbsLine(
        "MSG,3,1,1,400F99,1,2016/03/15,01:02:03.456,2016/03/15,01:02:03.500,,34000,,,51.47010,-0.46120,,,0,,0,0");
    QVERIFY_RESULT(m);
    QCOMPARE(m->transmissionType, 3);
    QCOMPARE(m->icaoAddress, 0x400F99u);
    QCOMPARE(toRfc3339(*m->generated), "2016-03-15T01:02:03.456Z");
    QCOMPARE(*m->altitude_ft, 34'000);
    QCOMPARE(*m->latitude_deg, 51.4701);
    QCOMPARE(*m->longitude_deg, -0.4612);
    QCOMPARE(*m->onGround, false);
    QVERIFY(!m->groundSpeed_kt && !m->callsign);
}

void SbsTest::readsOtherLines() {
    QCOMPARE(parseSbsLine("MSG,1,1,1,406B90,1,2026/11/21,04:29:57.223,2026/11/21,04:29:57.225,BAW3AK  ,,,,,,,,,,,0")
                 ->callsign,
             "BAW3AK");
    QCOMPARE(*parseSbsLine("MSG,6,1,1,406B90,1,,,,,,,,,,,,7700,0,1,0,-1")->squawk, 07700);
    QCOMPARE(*parseSbsLine("MSG,6,1,1,406B90,1,,,,,,,,,,,,7700,0,1,0,-1")->onGround, true);
    QCOMPARE(*parseSbsLine("MSG,4,1,1,406B90,1,,,,,,,494.5,285,,,-64,,,,,0")->verticalRate_fpm, -64);
    QVERIFY(parseSbsLine("SEL,,496,2286,4CA4E5,27215,2010/02/19,18:06:07.710,2010/02/19,18:06:07.710,RYR1427")->kind ==
            SbsMessage::Kind::Other);
}

void SbsTest::absentIsNotZero() {
    const auto m = parseSbsLine("MSG,8,1,1,406B90,1,,,,,,,,,,,,,,,,");
    QVERIFY_RESULT(m);
    QVERIFY(!m->generated && !m->altitude_ft && !m->latitude_deg && !m->squawk && !m->onGround && !m->alert);
}

void SbsTest::refusesBadLines_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const char* line, const char* code) {
        QTest::newRow(name) << QByteArray(line) << QByteArray(code);
    };
    row("empty", "", "SBS_TYPE");
    row("not SBS", "hello", "SBS_TYPE");
    row("lower case", "msg,3,1,1,406B90,1,,,,,,,,,,,,,,,,", "SBS_TYPE");
    row("type 9", "MSG,9,1,1,406B90,1,,,,,,,,,,,,,,,,", "SBS_TYPE");
    row("type 0", "MSG,0,1,1,406B90,1,,,,,,,,,,,,,,,,", "SBS_TYPE");
    row("few fields", "MSG,3,1,1,406B90", "SBS_FIELDS");
    row("many fields", "MSG,3,1,1,406B90,1,,,,,,,,,,,,,,,,,", "SBS_FIELDS");
    row("no address", "MSG,3,1,1,,1,,,,,,,,,,,,,,,,", "SBS_ADDRESS");
    row("address zero", "MSG,3,1,1,000000,1,,,,,,,,,,,,,,,,", "SBS_ADDRESS");
    row("address of 7", "MSG,3,1,1,1406B90,1,,,,,,,,,,,,,,,,", "SBS_ADDRESS");
    row("address not hex", "MSG,3,1,1,40GB90,1,,,,,,,,,,,,,,,,", "SBS_ADDRESS");
    row("latitude 91", "MSG,3,1,1,406B90,1,,,,,,,,,91,0,,,,,,", "SBS_RANGE");
    row("latitude alone", "MSG,3,1,1,406B90,1,,,,,,,,,51,,,,,,,", "SBS_RANGE");
    row("NaN", "MSG,3,1,1,406B90,1,,,,,,,,,nan,0,,,,,,", "SBS_NUMBER");
    row("infinite", "MSG,3,1,1,406B90,1,,,,,,inf,,,,,,,,,,", "SBS_NUMBER");
    row("hexadecimal number", "MSG,3,1,1,406B90,1,,,,,,0x10,,,,,,,,,,", "SBS_NUMBER");
    row("altitude text", "MSG,3,1,1,406B90,1,,,,,,high,,,,,,,,,,", "SBS_NUMBER");
    row("squawk with 8", "MSG,6,1,1,406B90,1,,,,,,,,,,,,7800,,,,", "SBS_NUMBER");
    row("two signs", "MSG,3,1,1,406B90,1,,,,,,+-500,,,,,,,,,,", "SBS_NUMBER");
    row("sign alone", "MSG,3,1,1,406B90,1,,,,,,+,,,,,,,,,,", "SBS_NUMBER");
    row("control character in callsign", "MSG,1,1,1,406B90,1,,,,,A\x1b[31m,,,,,,,,,,,", "SBS_RANGE");
    row("long callsign", "MSG,1,1,1,406B90,1,,,,,ABCDEFGHIJKLMNOPQ,,,,,,,,,,,", "SBS_RANGE");
    row("flag 2", "MSG,3,1,1,406B90,1,,,,,,,,,,,,,,,,2", "SBS_NUMBER");
}

void SbsTest::refusesBadLines() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, code);
    const auto result = parseSbsLine(line.toStdString());
    QVERIFY(!result);
    QCOMPARE(result.error().code, code.toStdString());
    QVERIFY(std::ranges::all_of(result.error().message, [](char c) { return c >= 0x20 && c <= 0x7e; }));
}

void SbsTest::recordedApproachHasTheKnownCounts() {
    HANEUL_NEEDS_SHARED(path, "data/adsb-modes/sbs-approach-10min.txt");
    const auto tally = tallyOf(*tests::readFile(path), 4096);
    QCOMPARE(tally.lines, 8118);
    QCOMPARE(tally.byType[0], 0);
    QCOMPARE(tally.byType[1], 130);
    QCOMPARE(tally.byType[3], 1275);
    QCOMPARE(tally.positions, 1274);
    QCOMPARE(tally.byType[4], 1264);
    QCOMPARE(tally.byType[5], 3186);
    QCOMPARE(tally.byType[6], 2263);
    QVERIFY(tally.aircraft == std::set<std::uint32_t>{0x400F99});
}

void SbsTest::recordedSingleAircraftHasTheKnownCounts() {
    HANEUL_NEEDS_SHARED(path, "data/adsb-modes/sbs-single-aircraft.txt");
    const auto tally = tallyOf(*tests::readFile(path), 1000);
    QCOMPARE(tally.lines, 2000);
    QCOMPARE(tally.byType[0], 0);
    QCOMPARE(tally.byType[1], 98);
    QCOMPARE(tally.byType[3], 937);
    QCOMPARE(tally.positions, 928);
    QCOMPARE(tally.byType[4], 965);
    QVERIFY(tally.aircraft == std::set<std::uint32_t>{0x406B90});
}

void SbsTest::cuttingTheStreamChangesNothing() {
    const QByteArray stream = "MSG,8,1,1,406B90,1,,,,,,,,,,,,,,,,\r\nMSG,8,1,1,406B91,1,,,,,,,,,,,,,,,,\nMSG,8,1,1,"
                              "406B92,1,,,,,,,,,,,,,,,,\r\nhalf";
    for (std::size_t step = 1; step < 130; ++step) {
        const auto tally = tallyOf(stream, step);
        QCOMPARE(tally.lines, 3);
        QCOMPARE(tally.aircraft.size(), 3u);
    }
}

void SbsTest::garbageIsCountedAndTheNextLineSurvives() {
    SbsLineSplitter splitter;
    QByteArray stream(100'000, 'x'); // far over the longest line
    stream += "\nMSG,8,1,1,406B90,1,,,,,,,,,,,,,,,,\r\n\x01\x02\n\r\r\nMSG,8,1,1,406B91,1,,,,,,,,,,,,,,,,\n";
    int lines = 0;
    splitter.feed(std::as_bytes(std::span(stream.constData(), static_cast<std::size_t>(stream.size()))),
                  [&](std::string_view line) {
                      QVERIFY(parseSbsLine(line));
                      ++lines;
                  });
    QCOMPARE(lines, 2);
    QCOMPARE(splitter.malformedLines(), 3u);
}

void SbsTest::garbageWithoutAnEndIsCountedAndBounded() {
    SbsLineSplitter splitter;
    const auto feed = [&](const QByteArray& bytes) {
        int lines = 0;
        splitter.feed(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))),
                      [&](std::string_view) { ++lines; });
        return lines;
    };
    const auto longest = static_cast<qsizetype>(SbsLineSplitter::maxLineLength);
    QCOMPARE(feed(QByteArray(longest, 'x') + '\n'), 1);
    QCOMPARE(splitter.malformedBytes(), 0u);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(feed(QByteArray(100, 'x')), 0);
    QCOMPARE(splitter.malformedLines(), 0u); // it has not ended
    QCOMPARE(splitter.malformedBytes(), 10'000u);
    QCOMPARE(feed("\nMSG\n"), 1);
    QCOMPARE(splitter.malformedLines(), 1u);
    QCOMPARE(splitter.malformedBytes(), 10'000u);
}

void SbsTest::writesWhatItReads() {
    std::mt19937_64 random(4);
    const auto maybe = [&] { return random() % 2 == 0; };
    for (int i = 0; i < 2000; ++i) {
        SbsMessage m;
        m.transmissionType = 1 + static_cast<int>(random() % 8);
        m.icaoAddress = 1 + static_cast<std::uint32_t>(random() % 0xFFFFFF);
        if (maybe()) m.generated = utcMs(static_cast<std::int64_t>(random() % 4'000'000'000'000));
        if (maybe()) m.logged = utcMs(static_cast<std::int64_t>(random() % 4'000'000'000'000));
        if (maybe()) m.callsign = "KAL" + std::to_string(random() % 1000);
        if (maybe()) m.altitude_ft = static_cast<std::int32_t>(random() % 40'000) - 1000;
        if (maybe()) m.groundSpeed_kt = static_cast<double>(random() % 6000) / 10;
        if (maybe()) m.track_deg = static_cast<double>(random() % 3600) / 10;
        if (maybe()) {
            m.latitude_deg = static_cast<double>(static_cast<std::int64_t>(random() % 180'000'000) - 90'000'000) / 1e6;
            m.longitude_deg =
                static_cast<double>(static_cast<std::int64_t>(random() % 360'000'000) - 180'000'000) / 1e6;
        }
        if (maybe()) m.verticalRate_fpm = static_cast<std::int32_t>(random() % 6000) - 3000;
        if (maybe()) m.squawk = static_cast<std::uint16_t>(random() % 010000);
        if (maybe()) m.alert = maybe();
        if (maybe()) m.onGround = maybe();
        const std::string line = writeSbsLine(m);
        QVERIFY(line.ends_with("\r\n"));
        const auto back = parseSbsLine(std::string_view(line).substr(0, line.size() - 2));
        QVERIFY_RESULT(back);
        QVERIFY2(*back == m, line.c_str());
    }
}

QTEST_GUILESS_MAIN(SbsTest)
#include "sbs_test.moc"
