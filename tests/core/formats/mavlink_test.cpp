#include "core/formats/mavlink.h"
#include "core/formats/tlog.h"
#include "tests/support/shared_data.h"

#include <QtTest>

#include <cstring>
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
        parser.feed(bytes.subspan(from, std::min(step, bytes.size() - from)),
                    [&](const MavlinkFrame& frame) { frames.push_back(frame); });
    return frames;
}

MavlinkFrame positionFrame(MavlinkVersion version, std::uint8_t sequence) {
    MavlinkFrame frame = frameOf(MavlinkGlobalPosition{.sinceBoot_ms = 1000u + sequence,
                                                       .latitude_e7 = 375'000'000,
                                                       .longitude_e7 = 1'270'000'000,
                                                       .altitude_mm = 120'000,
                                                       .relativeAltitude_mm = 80'000,
                                                       .velocityNorth_cms = 500,
                                                       .velocityEast_cms = -20,
                                                       .velocityDown_cms = 3,
                                                       .heading_cdeg = 35'900});
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
    void tlogSurvivesDamage(); // G8
    void framesRoundTrip_data();
    void framesRoundTrip();
    void messagesRoundTrip();
    void everyFlippedByteIsNoticed();        // G8
    void garbageBetweenFramesIsPassedOver(); // G8
    void signedFramesAreReadAndUnknownFlagsRefused();
    void onlyAirframesAreVehicles();
    void unknownMessagesArePassedOverByLength(); // G8
    void shortFramesOfVersion1AreNotDecoded();   // G8
    void everyByteIsAccountedFor();              // G8
    void gpsReportsSayWhatIsNotKnown();
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
    // 76,792 frames begin in this file; the last, a heartbeat of the ground station, is cut off after 11 of its 17
    // bytes.
    QCOMPARE(entries, 76'791);
    QCOMPARE(parser.counters().frames, 76'791u);
    QCOMPARE(parser.counters().badChecksum + parser.counters().garbageBytes + parser.counters().unknown, 0u);
    QCOMPARE(reader.damagedPlaces(), 1u);
    QCOMPARE(byMessage.size(), 36u);
    QCOMPARE(byMessage[mavlinkGlobalPositionId], 2833);
    QCOMPARE(byMessage[mavlinkHeartbeatId], 2422 - 1);
    QCOMPARE(bySystem.size(), 3u);
    QVERIFY(bySystem.contains(1) && bySystem.contains(51) && bySystem.contains(255));
    QCOMPARE(std::chrono::round<std::chrono::seconds>(*last - *first).count(),
             1377); // 1378 to the frame that is cut off
}

void MavlinkTest::tlogSurvivesDamage() {
    QByteArray log;
    for (int i = 0; i < 50; ++i) {
        const std::uint64_t stamp = 1'700'000'000'000'000u + static_cast<std::uint64_t>(i) * 250'000;
        for (int shift = 56; shift >= 0; shift -= 8)
            log += static_cast<char>(stamp >> shift & 0xff);
        const auto frame =
            encodeMavlink(positionFrame(i % 2 ? MavlinkVersion::V2 : MavlinkVersion::V1, static_cast<std::uint8_t>(i)));
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
    for (const auto remaining :
         {std::optional<std::uint8_t>{}, std::optional<std::uint8_t>{0}, std::optional<std::uint8_t>{100}}) {
        const MavlinkSysStatus status{.voltage_mv = 22'200, .remaining_pct = remaining};
        QCOMPARE(decodeSysStatus(frameOf(status)), status);
    }
    const MavlinkSystemTime time{1'700'000'000'000'000, 123'456};
    QCOMPARE(decodeSystemTime(frameOf(time)), time);
    MavlinkGlobalPosition position{
        .sinceBoot_ms = 9, .latitude_e7 = -1, .longitude_e7 = 2, .altitude_mm = -3, .heading_cdeg = 0};
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
    // With the right checksum and any signature behind it.
    bytes[2] = 1;
    std::uint16_t crc = 0xffff;
    const auto accumulate = [&crc](std::uint8_t byte) { // CRC-16/MCRF4XX, bit by bit
        crc = static_cast<std::uint16_t>(crc ^ byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = static_cast<std::uint16_t>(crc & 1 ? (crc >> 1) ^ 0x8408 : crc >> 1);
    };
    for (std::size_t i = 1; i + 2 < bytes.size(); ++i)
        accumulate(bytes[i]);
    accumulate(104); // CRC_EXTRA of GLOBAL_POSITION_INT
    bytes[bytes.size() - 2] = static_cast<std::uint8_t>(crc & 0xff);
    bytes[bytes.size() - 1] = static_cast<std::uint8_t>(crc >> 8);
    bytes.insert(bytes.end(), 13, 0xfd);
    MavlinkParser reading;
    const auto frames = parsed(std::as_bytes(std::span(bytes)), reading);
    QCOMPARE(frames.size(), 1u);
    QVERIFY(frames[0].isSigned);
    QVERIFY(decodeGlobalPosition(frames[0]) == decodeGlobalPosition(positionFrame(MavlinkVersion::V2, 1)));
    QCOMPARE(reading.counters().signedFrames, 1u);
    QCOMPARE(reading.counters().garbageBytes, 0u);
    bytes.resize(bytes.size() - 13);
    bytes[2] = 0x80;
    MavlinkParser refusing;
    QVERIFY(parsed(std::as_bytes(std::span(bytes)), refusing).empty());
    QCOMPARE(refusing.counters().refused, 1u);
}

void MavlinkTest::onlyAirframesAreVehicles() {
    const auto vehicle = [](std::uint8_t type, std::uint8_t autopilot) {
        return MavlinkHeartbeat{.type = type, .autopilot = autopilot}.isVehicle();
    };
    QVERIFY(vehicle(2, 3));   // quadrotor, ArduPilot
    QVERIFY(vehicle(1, 12));  // fixed wing, PX4
    QVERIFY(vehicle(22, 12)); // VTOL
    QVERIFY(vehicle(43, 3));  // generic multirotor
    QVERIFY(!vehicle(46, 3)); // four-legged walker
    QVERIFY(!vehicle(6, 8));  // ground station
    QVERIFY(!vehicle(2, 8));  // claims an airframe, but is no autopilot
    QVERIFY(!vehicle(5, 3));  // antenna tracker
    QVERIFY(!vehicle(10, 3)); // rover
    QVERIFY(!vehicle(18, 3)); // companion computer
    QVERIFY(!vehicle(26, 0)); // gimbal
    QVERIFY(!vehicle(27, 0)); // ADS-B receiver
}

void MavlinkTest::unknownMessagesArePassedOverByLength() {
    const auto known = encodeMavlink(positionFrame(MavlinkVersion::V1, 1));
    const std::vector<std::uint8_t> unknown{0xfe, 3, 0, 1, 1, 201, 0xaa, 0xbb, 0xcc, 0x11, 0x22};
    std::vector<std::uint8_t> stream = unknown;
    stream.insert(stream.end(), known.begin(), known.end());
    stream.insert(stream.end(), unknown.begin(), unknown.end());
    stream.insert(stream.end(), known.begin(), known.end());
    for (std::size_t step = 1; step <= stream.size(); ++step) {
        MavlinkParser parser;
        QCOMPARE(parsed(std::as_bytes(std::span(stream)), parser, step).size(), 2u);
        QVERIFY((parser.counters() == MavlinkCounters{.frames = 2, .unknown = 2}));
    }
    // Where no frame follows, it was none: the frame inside is found.
    std::vector<std::uint8_t> lying{0xfe, 200, 0, 1, 1, 201};
    lying.insert(lying.end(), known.begin(), known.end());
    lying.resize(400, 0x55);
    for (std::size_t step = 1; step <= lying.size(); ++step) { // also where a piece ends just behind it
        MavlinkParser resyncing;
        QCOMPARE(parsed(std::as_bytes(std::span(lying)), resyncing, step).size(), 1u);
        QCOMPARE(resyncing.counters().unknown, 0u);
        QCOMPARE(resyncing.counters().garbageBytes, lying.size() - known.size());
    }
}

void MavlinkTest::shortFramesOfVersion1AreNotDecoded() {
    MavlinkFrame frame = positionFrame(MavlinkVersion::V1, 1);
    frame.payloadLength = 20;
    MavlinkParser parser;
    const auto bytes = encodeMavlink(frame);
    const auto frames = parsed(std::as_bytes(std::span(bytes)), parser);
    QCOMPARE(frames.size(), 1u);
    QVERIFY(!decodeGlobalPosition(frames[0]));
    frame.version = MavlinkVersion::V2; // there, zeros at the end are cut off
    QVERIFY(decodeGlobalPosition(frame));
}

void MavlinkTest::everyByteIsAccountedFor() {
    std::mt19937 random(8);
    for (int round = 0; round < 200; ++round) {
        QByteArray stream;
        for (int i = 0; i < 20; ++i) {
            auto bytes = encodeMavlink(
                positionFrame(i % 2 ? MavlinkVersion::V2 : MavlinkVersion::V1, static_cast<std::uint8_t>(i)));
            if (random() % 4 == 0) bytes[random() % bytes.size()] = static_cast<std::uint8_t>(random());
            stream.append(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
        }
        MavlinkParser parser;
        std::uint64_t framed = 0;
        for (const auto& frame : parsed(bytesOf(stream), parser, 1 + random() % 50))
            framed +=
                frame.payloadLength + (frame.version == MavlinkVersion::V2 ? 12u : 8u) + (frame.isSigned ? 13u : 0u);
        const auto& counters = parser.counters();
        if (counters.unknown > 0) continue;
        const auto rest = static_cast<std::uint64_t>(stream.size()) - framed - counters.garbageBytes;
        QVERIFY(rest < 300); // what may still become a frame
    }
}

void MavlinkTest::gpsReportsSayWhatIsNotKnown() {
    MavlinkFrame frame{.messageId = mavlinkGpsRawId, .payloadLength = 30};
    const auto put = [&](std::size_t at, auto value) { std::memcpy(frame.payload.data() + at, &value, sizeof value); };
    put(8, std::int32_t{375'000'000});
    put(12, std::int32_t{1'270'000'000});
    put(16, std::int32_t{120'000});
    put(20, std::uint16_t{UINT16_MAX});
    put(24, std::uint16_t{UINT16_MAX});
    put(26, std::uint16_t{UINT16_MAX});
    put(28, std::uint8_t{3});
    put(29, std::uint8_t{UINT8_MAX});
    const auto blind = decodeGpsRaw(frame);
    QVERIFY(blind);
    QCOMPARE(blind->latitude_e7, 375'000'000);
    QCOMPARE(blind->altitude_mm, 120'000);
    QCOMPARE(int(blind->fixType), 3);
    QVERIFY(!blind->hdop_centi && !blind->groundSpeed_cms && !blind->course_cdeg && !blind->satellites);
    put(20, std::uint16_t{121});
    put(24, std::uint16_t{500});
    put(26, std::uint16_t{9000});
    put(29, std::uint8_t{12});
    const auto seeing = decodeGpsRaw(frame);
    QVERIFY(seeing->hdop_centi == 121 && seeing->groundSpeed_cms == 500 && seeing->course_cdeg == 9000 &&
            seeing->satellites == 12);
    QVERIFY(!decodeGpsRaw(frameOf(MavlinkHeartbeat{})));
}

QTEST_GUILESS_MAIN(MavlinkTest)
#include "mavlink_test.moc"
