#include "core/formats/mavlink.h"
#include "core/formats/tlog.h"
#include "tests/support/shared_data.h"

#include <QtTest>

#include <map>
#include <random>

using namespace haneul;
using namespace haneul::formats;

namespace {

std::span<const std::byte> bytesOf(const QByteArray& bytes) {
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

std::vector<MavlinkFrame> parsed(std::span<const std::byte> bytes, MavlinkParser& parser, std::size_t step = 1 << 20) {
    std::vector<MavlinkFrame> frames;
    for (std::size_t from = 0; from < bytes.size(); from += step)
        parser.feed(bytes.subspan(from, std::min(step, bytes.size() - from)), [&](const MavlinkFrame& frame) { frames.push_back(frame); });
    return frames;
}

MavlinkFrame positionFrame(MavlinkVersion version, std::uint8_t sequence) {
    MavlinkFrame frame = frameOf(MavlinkGlobalPosition{.sinceBoot_ms = 1000u + sequence, .latitude_e7 = 375'000'000, .longitude_e7 = 1'270'000'000,
                                                       .altitude_mm = 120'000, .relativeAltitude_mm = 80'000, .velocityNorth_cms = 500,
                                                       .velocityEast_cms = -20, .velocityDown_cms = 3, .heading_cdeg = 35'900});
    frame.version = version;
    frame.sequence = sequence;
    frame.systemId = 1;
    frame.componentId = 1;
    return frame;
}

} // namespace

class MavlinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordedFlightHasTheKnownCounts();
    void tlogSurvivesDamage();       // G8
    void framesRoundTrip_data();
    void framesRoundTrip();
    void messagesRoundTrip();
    void everyFlippedByteIsNoticed(); // G8
    void garbageBetweenFramesIsPassedOver(); // G8
    void signedFramesAreReadAndUnknownFlagsRefused();
    void onlyAirframesAreVehicles();
};

void MavlinkTest::recordedFlightHasTheKnownCounts() {
    HANEUL_NEEDS_SHARED(path, "data/mavlink-tlog/flight.tlog");
    const auto file = *tests::readFile(path);
    TlogReader reader(bytesOf(file));
    MavlinkParser parser;
    std::map<std::uint32_t, int> byMessage;
    std::map<int, int> bySystem;
    std::optional<UtcMs> first, last;
    int entries = 0;
    while (const auto entry = reader.next()) {
        ++entries;
        if (!first) first = entry->time;
        last = entry->time;
        parser.feed(bytesOf(file).subspan(entry->offset, entry->length), [&](const MavlinkFrame& frame) {
            ++byMessage[frame.messageId];
            ++bySystem[frame.systemId];
        });
    }
    // 76,792 frames begin in this file; the last, a heartbeat of the ground station, is cut off after 11 of its 17 bytes.
    QCOMPARE(entries, 76'791);
    QCOMPARE(parser.counters().frames, 76'791u);
    QCOMPARE(parser.counters().badChecksum + parser.counters().garbageBytes + parser.counters().unknown, 0u);
    QCOMPARE(reader.damagedPlaces(), 1u);
    QCOMPARE(byMessage.size(), 36u);
    QCOMPARE(byMessage[mavlinkGlobalPositionId], 2833);
    QCOMPARE(byMessage[mavlinkHeartbeatId], 2422 - 1);
    QCOMPARE(bySystem.size(), 3u);
    QVERIFY(bySystem.contains(1) && bySystem.contains(51) && bySystem.contains(255));
    QCOMPARE(std::chrono::round<std::chrono::seconds>(*last - *first).count(), 1377); // 1378 to the frame that is cut off
}

void MavlinkTest::tlogSurvivesDamage() {
    QByteArray log;
    for (int i = 0; i < 50; ++i) {
        const std::uint64_t stamp = 1'700'000'000'000'000u + static_cast<std::uint64_t>(i) * 250'000;
        for (int shift = 56; shift >= 0; shift -= 8)
            log += static_cast<char>(stamp >> shift & 0xff);
        const auto frame = encodeMavlink(positionFrame(i % 2 ? MavlinkVersion::V2 : MavlinkVersion::V1, static_cast<std::uint8_t>(i)));
        log.append(reinterpret_cast<const char*>(frame.data()), static_cast<qsizetype>(frame.size()));
    }
    const auto count = [](const QByteArray& bytes) {
        TlogReader reader(bytesOf(bytes));
        int entries = 0;
        while (const auto entry = reader.next()) {
            if (entry->offset + entry->length > static_cast<std::size_t>(bytes.size())) return -1;
            ++entries;
        }
        return entries;
    };
    QCOMPARE(count(log), 50);
    QCOMPARE(count(log.chopped(1)), 49);
    QByteArray hurt = log;
    hurt.insert(500, QByteArray(37, '\x42'));
    TlogReader reader(bytesOf(hurt));
    int entries = 0;
    while (reader.next())
        ++entries;
    QVERIFY(entries >= 49);
    QVERIFY(reader.damagedPlaces() >= 1);
}

void MavlinkTest::framesRoundTrip_data() {
    QTest::addColumn<int>("step");
    for (const int step : {1, 2, 7, 64, 100'000})
        QTest::addRow("%d bytes at once", step) << step;
}

void MavlinkTest::framesRoundTrip() {
    QFETCH(int, step);
    std::vector<MavlinkFrame> sent;
    QByteArray stream;
    for (int i = 0; i < 200; ++i) {
        sent.push_back(positionFrame(i % 3 ? MavlinkVersion::V2 : MavlinkVersion::V1, static_cast<std::uint8_t>(i)));
        const auto bytes = encodeMavlink(sent.back());
        stream.append(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    }
    MavlinkParser parser;
    const auto back = parsed(bytesOf(stream), parser, static_cast<std::size_t>(step));
    QVERIFY(back == sent);
    QCOMPARE(parser.counters().garbageBytes, 0u);
}

void MavlinkTest::messagesRoundTrip() {
    const MavlinkHeartbeat heartbeat{.type = 2, .autopilot = 3, .baseMode = 81, .customMode = 5, .systemStatus = 4};
    QCOMPARE(decodeHeartbeat(frameOf(heartbeat)), heartbeat);
    for (const auto remaining : {std::optional<std::uint8_t>{}, std::optional<std::uint8_t>{0}, std::optional<std::uint8_t>{100}}) {
        const MavlinkSysStatus status{.voltage_mv = 22'200, .remaining_pct = remaining};
        QCOMPARE(decodeSysStatus(frameOf(status)), status);
    }
    const MavlinkSystemTime time{1'700'000'000'000'000, 123'456};
    QCOMPARE(decodeSystemTime(frameOf(time)), time);
    MavlinkGlobalPosition position{.sinceBoot_ms = 9, .latitude_e7 = -1, .longitude_e7 = 2, .altitude_mm = -3, .heading_cdeg = 0};
    QCOMPARE(decodeGlobalPosition(frameOf(position)), position);
    position.heading_cdeg.reset();
    QCOMPARE(decodeGlobalPosition(frameOf(position)), position);
    QVERIFY(!decodeGlobalPosition(frameOf(heartbeat)));
}

void MavlinkTest::everyFlippedByteIsNoticed() {
    for (const auto version : {MavlinkVersion::V1, MavlinkVersion::V2}) {
        const auto good = encodeMavlink(positionFrame(version, 9));
        for (std::size_t i = 0; i < good.size(); ++i) {
            auto bad = good;
            bad[i] ^= 0x20;
            MavlinkParser parser;
            QVERIFY(parsed(std::as_bytes(std::span(bad)), parser).empty());
        }
    }
}

void MavlinkTest::garbageBetweenFramesIsPassedOver() {
    std::mt19937 random(6);
    QByteArray stream;
    for (int i = 0; i < 100; ++i) {
        for (auto n = random() % 40; n > 0; --n)
            stream += static_cast<char>(random() % 0xfd); // anything that starts no frame
        const auto bytes = encodeMavlink(positionFrame(MavlinkVersion::V2, static_cast<std::uint8_t>(i)));
        stream.append(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    }
    MavlinkParser parser;
    QCOMPARE(parsed(bytesOf(stream), parser, 13).size(), 100u);
    // With false starts among it, frames may be delayed but none is misread.
    QByteArray wild;
    for (int i = 0; i < 20'000; ++i)
        wild += static_cast<char>(random());
    MavlinkParser second;
    for (const auto& frame : parsed(bytesOf(wild + stream), second))
        QVERIFY(frame.messageId != mavlinkGlobalPositionId || decodeGlobalPosition(frame)->latitude_e7 == 375'000'000);
    QVERIFY(second.counters().frames >= 98);
}

void MavlinkTest::signedFramesAreReadAndUnknownFlagsRefused() {
    auto bytes = encodeMavlink(positionFrame(MavlinkVersion::V2, 1));
    bytes[2] = 1; // signed: 13 more bytes; the checksum covers the flag
    MavlinkParser broken;
    QVERIFY(parsed(std::as_bytes(std::span(bytes)), broken).empty());
    bytes[2] = 0x80;
    MavlinkParser refusing;
    QVERIFY(parsed(std::as_bytes(std::span(bytes)), refusing).empty());
    QCOMPARE(refusing.counters().refused, 1u);
}

void MavlinkTest::onlyAirframesAreVehicles() {
    const auto vehicle = [](std::uint8_t type, std::uint8_t autopilot) { return MavlinkHeartbeat{.type = type, .autopilot = autopilot}.isVehicle(); };
    QVERIFY(vehicle(2, 3));   // quadrotor, ArduPilot
    QVERIFY(vehicle(1, 12));  // fixed wing, PX4
    QVERIFY(vehicle(22, 12)); // VTOL
    QVERIFY(!vehicle(6, 8));  // ground station
    QVERIFY(!vehicle(2, 8));  // claims an airframe, but is no autopilot
    QVERIFY(!vehicle(5, 3));  // antenna tracker
    QVERIFY(!vehicle(10, 3)); // rover
    QVERIFY(!vehicle(18, 3)); // companion computer
    QVERIFY(!vehicle(26, 0)); // gimbal
    QVERIFY(!vehicle(27, 0)); // ADS-B receiver
}

QTEST_GUILESS_MAIN(MavlinkTest)
#include "mavlink_test.moc"
