#include "core/formats/mavlink.h"
#include "core/formats/sbs.h"
#include "core/formats/tlog.h"
#include "server/feeds/decoder.h"
#include "server/feeds/mavlink_udp.h"
#include "server/feeds/sbs_client.h"
#include "tests/support/shared_data.h"

#include <QTcpServer>
#include <QUdpSocket>
#include <QtTest>

#include <cmath>
#include <random>
#include <set>

using namespace haneul;
using namespace haneul::feeds;
using namespace std::chrono_literals;
using situation::FeedState;

namespace {

constexpr UtcMs start = utcMs(1'800'000'000'000);

std::span<const std::byte> bytesOf(const QByteArray& bytes) {
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

QByteArray wire(formats::MavlinkFrame frame, std::uint8_t system, std::uint8_t component = 1) {
    frame.systemId = system;
    frame.componentId = component;
    const auto bytes = formats::encodeMavlink(frame);
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

const formats::MavlinkHeartbeat quadrotor{.type = 2, .autopilot = 3};
const formats::MavlinkHeartbeat groundStation{.type = 6, .autopilot = 8};
const formats::MavlinkGlobalPosition somewhere{.sinceBoot_ms = 5000,
                                               .latitude_e7 = 375'000'000,
                                               .longitude_e7 = 1'270'000'000,
                                               .altitude_mm = 120'500,
                                               .velocityNorth_cms = 300,
                                               .velocityEast_cms = -400,
                                               .velocityDown_cms = 150};

} // namespace

class FeedsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sbsLineBecomesAnUpdate();    // R-SVC-05
    void sbsRecordingIsOneAircraft(); // R-SVC-05
    void sbsGarbageStopsNothing();    // G8
    void onlyTheVehicleBecomesAnAircraft();
    void mavlinkRecordingIsOneAircraft();
    void mavlinkZeroPositionIsUnknown();
    void mavlinkTimeComesFromTheVehicle();
    void mavlinkGarbageStopsNothing();      // G8
    void sbsClientConnectsAgain();          // F9 G7
    void sbsClientSaysWhyItCannotConnect(); // G11
    void udpPortTakenIsShown();             // G11
    void udpSendersAreDecodedApart();       // G8
};

void FeedsTest::sbsLineBecomesAnUpdate() {
    auto decoder = makeSbsDecoder("sbs:roof");
    std::vector<traffic::TrackUpdate> updates;
    const QByteArray lines =
        "MSG,3,1,1,71BF01,1,2026/03/15,01:02:03.456,2026/03/15,01:02:03.500,,1000,,,37.5,127.0,,,0,,0,0\r\n"
        "MSG,4,1,1,71BF01,1,2026/03/15,01:02:04.456,2026/03/15,01:02:04.500,,,100,90,,,-600,,,,,0\r\n"
        "CLK,,1,,,,2026/03/15,01:02:04.456,2026/03/15,01:02:04.500\r\n";
    decoder->decode(bytesOf(lines), start, [&](const traffic::TrackUpdate& u) { updates.push_back(u); });
    QCOMPARE(updates.size(), 2u);
    QCOMPARE(updates[0].id, "icao:71BF01");
    QCOMPARE(updates[0].feed, "sbs:roof");
    QCOMPARE(updates[0].position, (geo::LatLon{37.5, 127.0}));
    QCOMPARE(updates[0].height->metres, 304.8);
    QVERIFY(updates[0].height->datum == geo::HeightDatum::Std); // pressure altitude, not sea level
    QCOMPARE(toRfc3339(*updates[0].sourceTime), "2026-03-15T01:02:03.456Z");
    QVERIFY(updates[0].received == start);
    QVERIFY(!updates[0].velocity && !updates[1].position);
    QVERIFY(std::abs(updates[1].velocity->east - 51.4444) < 0.001);
    QVERIFY(std::abs(updates[1].velocity->north) < 1e-9);
    QVERIFY(std::abs(*updates[1].verticalRate_mps + 3.048) < 1e-9);
    QCOMPARE(decoder->counters().messages, 3u);
    QCOMPARE(decoder->counters().ignored, 1u);
}

void FeedsTest::sbsRecordingIsOneAircraft() {
    HANEUL_NEEDS_SHARED(path, "data/adsb-modes/sbs-approach-10min.txt");
    auto decoder = makeSbsDecoder("sbs:file");
    std::set<std::string> aircraft;
    int positions = 0;
    decoder->decode(bytesOf(*tests::readFile(path)), start, [&](const traffic::TrackUpdate& u) {
        aircraft.insert(u.id);
        positions += u.position.has_value();
    });
    QVERIFY(aircraft == std::set<std::string>{"icao:400F99"});
    QCOMPARE(positions, 1274);
    QCOMPARE(decoder->counters().messages, 8118u);
    QCOMPARE(decoder->counters().malformed, 0u);
}

void FeedsTest::sbsGarbageStopsNothing() {
    auto decoder = makeSbsDecoder("sbs:x");
    std::mt19937 random(2);
    int updates = 0;
    for (int round = 0; round < 50; ++round) {
        QByteArray garbage;
        for (int i = 0; i < 3000; ++i)
            garbage += static_cast<char>(random());
        decoder->decode(bytesOf(garbage + '\n'), start, [&](const traffic::TrackUpdate&) { ++updates; });
        QCOMPARE(updates, round);
        decoder->decode(bytesOf("MSG,3,1,1,71BF01,1,,,,,,1000,,,37.5,127.0,,,,,,\n"), start,
                        [&](const traffic::TrackUpdate&) { ++updates; });
        QCOMPARE(updates, round + 1);
    }
    QVERIFY(decoder->counters().malformed >= 50);
    decoder->decode(bytesOf("MSG,3,1,1,71BF01,1,,,,,,1000,,,97.5,127.0,,,,,,\n"), start,
                    [&](const traffic::TrackUpdate&) { ++updates; });
    QCOMPARE(decoder->counters().refused, 1u);
}

void FeedsTest::onlyTheVehicleBecomesAnAircraft() {
    auto decoder = makeMavlinkDecoder("mavlink:14550");
    std::vector<traffic::TrackUpdate> updates;
    const auto give = [&](const QByteArray& bytes) {
        decoder->decode(bytesOf(bytes), start, [&](const traffic::TrackUpdate& u) { updates.push_back(u); });
    };
    give(wire(frameOf(somewhere), 1)); // before it said what it is
    QVERIFY(updates.empty());
    give(wire(frameOf(groundStation), 255, 190));
    give(wire(frameOf(somewhere), 255, 1)); // a ground station that knows where it stands
    give(wire(frameOf(quadrotor), 51, 68)); // the radio's own component
    give(wire(frameOf(somewhere), 51, 68));
    QVERIFY(updates.empty());
    give(wire(frameOf(quadrotor), 1));
    give(wire(frameOf(somewhere), 1));
    QCOMPARE(updates.size(), 1u);
    QCOMPARE(updates[0].id, "mav:14550:1");
    QCOMPARE(updates[0].height->metres, 120.5);
    QVERIFY(updates[0].height->datum == geo::HeightDatum::Amsl);
    QCOMPARE(updates[0].velocity->groundSpeed_mps(), 5.0);
    QCOMPARE(*updates[0].verticalRate_mps, -1.5);
    QCOMPARE(decoder->counters().updates, 1u);
    QCOMPARE(decoder->counters().ignored, 6u);
}

void FeedsTest::mavlinkRecordingIsOneAircraft() {
    HANEUL_NEEDS_SHARED(path, "data/mavlink-tlog/flight.tlog");
    const auto file = *tests::readFile(path);
    auto decoder = makeMavlinkDecoder("mavlink:log");
    std::set<std::string> aircraft;
    formats::TlogReader reader(bytesOf(file));
    while (const auto entry = reader.next())
        decoder->decode(bytesOf(file).subspan(entry->offset, entry->length), entry->time,
                        [&](const traffic::TrackUpdate& u) { aircraft.insert(u.id); });
    QVERIFY(aircraft == std::set<std::string>{"mav:log:1"});
    QCOMPARE(decoder->counters().messages, 76'791u);
    QCOMPARE(decoder->counters().updates, 2833u); // every GLOBAL_POSITION_INT
    QCOMPARE(decoder->counters().malformed, 0u);
}

void FeedsTest::mavlinkZeroPositionIsUnknown() {
    auto decoder = makeMavlinkDecoder("mavlink:x");
    std::vector<traffic::TrackUpdate> updates;
    const auto sink = [&](const traffic::TrackUpdate& u) { updates.push_back(u); };
    decoder->decode(
        bytesOf(wire(frameOf(quadrotor), 1) + wire(frameOf(formats::MavlinkGlobalPosition{.altitude_mm = 5}), 1)),
        start, sink);
    QCOMPARE(updates.size(), 1u);
    QVERIFY(!updates[0].position && !updates[0].height);
    decoder->decode(
        bytesOf(wire(frameOf(formats::MavlinkGlobalPosition{.latitude_e7 = 910'000'000, .longitude_e7 = 1}), 1)), start,
        sink);
    QCOMPARE(updates.size(), 1u);
    QCOMPARE(decoder->counters().refused, 1u);
}

void FeedsTest::mavlinkTimeComesFromTheVehicle() {
    auto decoder = makeMavlinkDecoder("mavlink:x");
    std::vector<traffic::TrackUpdate> updates;
    const auto sink = [&](const traffic::TrackUpdate& u) { updates.push_back(u); };
    decoder->decode(bytesOf(wire(frameOf(quadrotor), 1) + wire(frameOf(somewhere), 1)), start, sink);
    QVERIFY(!updates[0].sourceTime); // unknown until it has told the time
    decoder->decode(bytesOf(wire(frameOf(formats::MavlinkSystemTime{1'799'999'990'000'000, 3000}), 1) +
                            wire(frameOf(somewhere), 1)),
                    start, sink);
    QCOMPARE(sinceEpoch_ms(*updates[1].sourceTime), 1'799'999'992'000);
}

void FeedsTest::mavlinkGarbageStopsNothing() {
    auto decoder = makeMavlinkDecoder("mavlink:x");
    std::mt19937 random(3);
    int updates = 0;
    const auto sink = [&](const traffic::TrackUpdate&) { ++updates; };
    decoder->decode(bytesOf(wire(frameOf(quadrotor), 1)), start, sink);
    QByteArray garbage;
    for (int i = 0; i < 5000; ++i)
        garbage += static_cast<char>(random() % 0xfd);
    for (int round = 0; round < 20; ++round)
        decoder->decode(bytesOf(garbage + wire(frameOf(somewhere), 1)), start, sink);
    QCOMPARE(updates, 20);
    QCOMPARE(decoder->counters().malformed, 20u);
}

void FeedsTest::sbsClientConnectsAgain() {
    QTcpServer receiver;
    QVERIFY(receiver.listen(QHostAddress::LocalHost));
    clock::ManualClock clock(start);
    int updates = 0;
    SbsClient client("roof", "127.0.0.1", receiver.serverPort(), clock,
                     [&](const traffic::TrackUpdate&) { ++updates; });
    QVERIFY(client.health().state == FeedState::Starting);
    client.start();
    for (int connection = 1; connection <= 2; ++connection) {
        QVERIFY(QTest::qWaitFor([&] { return receiver.hasPendingConnections(); }, 10'000));
        QTcpSocket* const peer = receiver.nextPendingConnection();
        peer->write("MSG,3,1,1,71BF01,1,,,,,,1000,,,37.5,127.0,,,,,,\nMSG,3,1,1,71B"); // and half a line
        QVERIFY(QTest::qWaitFor([&] { return updates == connection; }, 5'000));
        QVERIFY(client.health().state == FeedState::Connected);
        QVERIFY(client.health().lastMessage == start);
        peer->abort();
        delete peer;
        QVERIFY(QTest::qWaitFor([&] { return client.health().state == FeedState::Disconnected; }, 5'000));
    }
    QCOMPARE(client.health().malformed, 0u); // the half line was no line
    QVERIFY(!client.health().detail.empty());
}

void FeedsTest::sbsClientSaysWhyItCannotConnect() {
    quint16 port = 0;
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        port = gone.serverPort();
    }
    clock::ManualClock clock(start);
    SbsClient client("roof", "127.0.0.1", port, clock, [](const traffic::TrackUpdate&) {});
    client.start();
    QVERIFY(QTest::qWaitFor([&] { return client.health().state == FeedState::Disconnected; }, 5'000));
    QVERIFY(!client.health().detail.empty());
    QVERIFY(!client.health().lastMessage);
}

void FeedsTest::udpPortTakenIsShown() {
    clock::ManualClock clock(start);
    MavlinkUdp first("a", "127.0.0.1", 0, clock, [](const traffic::TrackUpdate&) {});
    first.start();
    QVERIFY(first.port() != 0);
    MavlinkUdp second("b", "127.0.0.1", first.port(), clock, [](const traffic::TrackUpdate&) {});
    second.start();
    QCOMPARE(second.port(), std::uint16_t{0});
    QVERIFY(second.health().state == FeedState::Failed);
    QVERIFY(!second.health().detail.empty());
    QVERIFY(first.health().state == FeedState::Starting);
    clock.advance(11s);
    QVERIFY(first.health().state == FeedState::Silent);
}

void FeedsTest::udpSendersAreDecodedApart() {
    clock::ManualClock clock(start);
    std::vector<traffic::TrackUpdate> updates;
    MavlinkUdp feed("14550", "127.0.0.1", 0, clock, [&](const traffic::TrackUpdate& u) { updates.push_back(u); });
    feed.start();
    QUdpSocket honest, broken;
    const QByteArray position = wire(frameOf(somewhere), 1);
    honest.writeDatagram(wire(frameOf(quadrotor), 1), QHostAddress::LocalHost, feed.port());
    for (int i = 0; i < 5; ++i) {
        broken.writeDatagram(position.first(10), QHostAddress::LocalHost, feed.port()); // half a frame each
        honest.writeDatagram(position, QHostAddress::LocalHost, feed.port());
    }
    QVERIFY(QTest::qWaitFor([&] { return updates.size() == 5; }, 5'000));
    QVERIFY(feed.health().state == FeedState::Connected);
    QCOMPARE(feed.health().messages, 6u);
}

QTEST_GUILESS_MAIN(FeedsTest)
#include "feeds_test.moc"
