#include "core/formats/geohash.h"
#include "core/formats/mavlink.h"
#include "core/formats/sbs.h"
#include "core/formats/telemetry_binary.h"
#include "core/formats/telemetry_json.h"
#include "server/clock/clock.h"
#include "server/demo/demo_broadcast.h"
#include "tests/support/result_macros.h"

#include <QElapsedTimer>

#include <map>
#include <set>

using namespace haneul;
using namespace haneul::demo;
using namespace std::chrono_literals;

namespace {

const UtcMs ready = utcMs(1'795'233'600'000);
constexpr std::uint64_t seed = 20251;

struct Publish {
    std::string account;
    std::string topic;
    std::string payload;

    bool operator==(const Publish&) const = default;
};

struct Recording final : TelemetrySink, SbsSink, MavlinkSink {
    std::vector<Publish> publishes;
    std::vector<std::string> lines;
    std::vector<std::vector<std::uint8_t>> frames;

    void send(std::string_view account, std::string_view topic, std::string_view payload) override {
        publishes.push_back({std::string(account), std::string(topic), std::string(payload)});
    }

    void send(std::string_view line) override { lines.emplace_back(line); }

    void send(std::span<const std::uint8_t> frame) override { frames.emplace_back(frame.begin(), frame.end()); }

    [[nodiscard]] DemoSinks sinks() { return {*this, *this, *this}; }

    bool operator==(const Recording& other) const {
        return publishes == other.publishes && lines == other.lines && frames == other.frames;
    }
};

DemoBroadcast broadcastOf(std::uint64_t used) {
    Result<DemoBroadcast> broadcast = DemoBroadcast::make(DemoScenario::overSeoul(used, ready));
    if (!broadcast) qFatal("%s", broadcast.error().message.c_str());
    return *std::move(broadcast);
}

Recording record(std::uint64_t used, milliseconds time, milliseconds interval) {
    DemoBroadcast broadcast = broadcastOf(used);
    clock::ManualClock clock(ready);
    Recording recording;
    while (clock.now() < ready + time) {
        clock.advance(std::min(interval, ready + time - clock.now()));
        broadcast.advanceTo(clock.now(), recording.sinks());
    }
    return recording;
}

std::vector<formats::TelemetryRecord> decoded(formats::TelemetryJsonReader& json, const std::string& payload) {
    std::vector<formats::TelemetryRecord> records;
    const auto count =
        formats::looksBinary(payload) ? formats::readTelemetryBinary(payload, records) : json.read(payload, records);
    records.resize(count.value_or(0));
    return records;
}

// The last part of a topic, and the part before it.
std::pair<std::string, std::string> cellAndClient(const std::string& topic) {
    const std::size_t client = topic.rfind('/');
    const std::size_t cell = topic.rfind('/', client - 1);
    return {topic.substr(cell + 1, client - cell - 1), topic.substr(client + 1)};
}

} // namespace

class BroadcastTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tenMinutesTakeFarLessThanASecond();
    void sameSeedSameBytesOtherSeedOther();
    void intervalsOfTheClockDoNotMatter();
    void everyPayloadDecodes();
    void everyAccountSendsItsOwnForm();
    void sequencesHaveNoGaps();
    void topicsNameTheCellAndTheAccount();
    void tenAircraftInSbsLines();
    void sbsRates();
    void mavlinkFramesDecode();
    void aLongPauseIsNotMadeUpFor();
    void timeDoesNotGoBack();

private:
    Recording m_recording; // ten minutes
    double m_recording_ms = 0;
};

void BroadcastTest::initTestCase() {
    DemoBroadcast broadcast = broadcastOf(seed);
    clock::ManualClock clock(ready);
    QElapsedTimer timer;
    timer.start();
    while (clock.now() < ready + 10min) {
        clock.advance(100ms);
        broadcast.advanceTo(clock.now(), m_recording.sinks());
    }
    m_recording_ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void BroadcastTest::tenMinutesTakeFarLessThanASecond() {
    qInfo("ten minutes of traffic: %.0f ms; %zu payloads, %zu SBS lines, %zu MAVLink frames", m_recording_ms,
          m_recording.publishes.size(), m_recording.lines.size(), m_recording.frames.size());
#ifndef HANEUL_SANITIZED
    QVERIFY(m_recording_ms < 5000); // far below the 600 s that it stands for, also on a busy machine
#endif
}

void BroadcastTest::sameSeedSameBytesOtherSeedOther() {
    QVERIFY(record(seed, 10min, 100ms) == m_recording);
    const Recording other = record(seed + 1, 10min, 100ms);
    QVERIFY(other.publishes != m_recording.publishes);
}

void BroadcastTest::intervalsOfTheClockDoNotMatter() {
    QVERIFY(record(seed, 2min, 37ms) == record(seed, 2min, 1s));
}

void BroadcastTest::everyPayloadDecodes() {
    formats::TelemetryJsonReader json;
    const DemoArea area = DemoScenario::overSeoul(seed, ready).area;
    std::set<std::string> drones;
    std::size_t records = 0;
    std::size_t longest = 0;
    UtcMs last = ready;
    for (const Publish& publish : m_recording.publishes) {
        const std::vector<formats::TelemetryRecord> decodedRecords = decoded(json, publish.payload);
        QVERIFY2(!decodedRecords.empty(), publish.payload.substr(0, 300).c_str());
        longest = std::max(longest, publish.payload.size());
        for (const formats::TelemetryRecord& record : decodedRecords) {
            ++records;
            drones.insert(record.droneId);
            QVERIFY(area.contains({record.latitude_e7 / 1e7, record.longitude_e7 / 1e7}));
            QVERIFY(record.altitude_mm > 5'000 && record.altitude_mm < 170'000);
            QVERIFY(record.altitudeDatum == geo::HeightDatum::Amsl);
            QVERIFY(std::hypot(record.velocityNorth_mms, record.velocityEast_mms) < 15'001);
            QVERIFY(record.battery_pct > 20 && record.battery_mv > 20'000);
            QVERIFY(record.rssi_dbm < -30 && record.rssi_dbm > -110);
            QVERIFY(record.missionId && record.missionId->starts_with(record.droneId));
            QVERIFY(utcMs(record.time_ms) >= last);
            last = utcMs(record.time_ms);
        }
    }
    QCOMPARE(drones.size(), demoDroneCount);
    QCOMPARE(records, demoDroneCount * 600);
    qInfo("longest payload %zu bytes", longest);
    QVERIFY(longest < 65'536 - 200); // the broker's packet limit
}

void BroadcastTest::everyAccountSendsItsOwnForm() {
    const DemoScenario scenario = DemoScenario::overSeoul(seed, ready);
    std::map<std::string, std::size_t> payloads;
    formats::TelemetryJsonReader json;
    for (const Publish& publish : m_recording.publishes) {
        ++payloads[publish.account];
        const auto gateway = std::ranges::find(scenario.gateways, publish.account, &DemoGateway::id);
        const std::vector<formats::TelemetryRecord> records = decoded(json, publish.payload);
        if (gateway == scenario.gateways.end()) {
            QCOMPARE(publish.payload.front(), '{');
            QCOMPARE(records.size(), std::size_t{1});
            QCOMPARE(records.front().droneId, publish.account);
            QVERIFY(records.front().pilotId.has_value());
            continue;
        }
        QCOMPARE(publish.payload.front(), gateway->form == PayloadForm::Json ? '[' : 'H');
        std::vector<std::string> ids;
        for (const formats::TelemetryRecord& record : records) {
            ids.push_back(record.droneId);
        }
        QVERIFY(ids == gateway->drones);
    }
    QCOMPARE(payloads.size(), demoGatewayCount + demoOwnAccountCount);
    for (const auto& [account, count] : payloads) {
        QCOMPARE(count, std::size_t{600});
    }
}

void BroadcastTest::sequencesHaveNoGaps() {
    formats::TelemetryJsonReader json;
    std::map<std::string, std::uint32_t> sequences;
    std::map<std::string, std::int64_t> times;
    for (const Publish& publish : m_recording.publishes) {
        for (const formats::TelemetryRecord& record : decoded(json, publish.payload)) {
            QCOMPARE(record.sequence, ++sequences[record.droneId]);
            std::int64_t& previous_ms = times[record.droneId];
            if (previous_ms != 0) QCOMPARE(record.time_ms - previous_ms, std::int64_t{1000});
            previous_ms = record.time_ms;
        }
    }
}

void BroadcastTest::topicsNameTheCellAndTheAccount() {
    const DemoScenario scenario = DemoScenario::overSeoul(seed, ready);
    formats::TelemetryJsonReader json;
    for (const Publish& publish : m_recording.publishes) {
        QVERIFY(publish.topic.starts_with("haneul/v1/tele/"));
        const auto [cell, client] = cellAndClient(publish.topic);
        QCOMPARE(client, publish.account);
        const auto gateway = std::ranges::find(scenario.gateways, publish.account, &DemoGateway::id);
        if (gateway != scenario.gateways.end()) {
            QCOMPARE(cell, formats::geohashEncode(gateway->position, 5));
            continue;
        }
        const formats::TelemetryRecord only = decoded(json, publish.payload).front();
        // 1e-7 degrees may round across the border of a cell.
        const std::optional<formats::GeohashCell> place = formats::geohashDecode(cell);
        QVERIFY(place.has_value());
        const double latitude_deg = only.latitude_e7 / 1e7;
        const double longitude_deg = only.longitude_e7 / 1e7;
        QVERIFY(latitude_deg >= place->southWest.latitude_deg - 1e-6 &&
                latitude_deg <= place->northEast.latitude_deg + 1e-6);
        QVERIFY(longitude_deg >= place->southWest.longitude_deg - 1e-6 &&
                longitude_deg <= place->northEast.longitude_deg + 1e-6);
    }
}

void BroadcastTest::tenAircraftInSbsLines() {
    const DemoScenario scenario = DemoScenario::overSeoul(seed, ready);
    std::map<std::uint32_t, std::set<std::string>> callsigns;
    std::map<std::uint32_t, geo::LatLon> positions;
    std::map<std::uint32_t, UtcMs> times;
    for (const std::string& line : m_recording.lines) {
        QVERIFY(line.ends_with("\r\n"));
        const Result<formats::SbsMessage> message =
            formats::parseSbsLine(std::string_view(line).substr(0, line.size() - 2));
        QVERIFY2(message.has_value(), line.c_str());
        callsigns[message->icaoAddress];
        if (message->callsign) callsigns[message->icaoAddress].insert(*message->callsign);
        if (message->squawk) {
            const auto aircraft = std::ranges::find(scenario.aircraft, message->icaoAddress, &DemoAircraft::icao);
            QCOMPARE(*message->squawk, aircraft->squawk);
        }
        if (!message->latitude_deg) continue;
        const geo::LatLon position{*message->latitude_deg, *message->longitude_deg};
        if (times.contains(message->icaoAddress)) {
            const double degrees = std::hypot(position.latitude_deg - positions[message->icaoAddress].latitude_deg,
                                              position.longitude_deg - positions[message->icaoAddress].longitude_deg);
            QVERIFY2(degrees * 111'000 < 100,
                     line.c_str()); // half a second at 140 m/s, a degree of longitude too large
        }
        positions[message->icaoAddress] = position;
        times[message->icaoAddress] = *message->generated;
    }
    QCOMPARE(callsigns.size(), demoAircraftCount);
    for (const DemoAircraft& aircraft : scenario.aircraft) {
        QVERIFY(callsigns.at(aircraft.icao) == std::set<std::string>{aircraft.callsign});
    }
}

void BroadcastTest::sbsRates() {
    std::map<int, std::size_t> counts;
    for (const std::string& line : m_recording.lines) {
        ++counts[line.at(4) - '0'];
    }
    QCOMPARE(counts[1], demoAircraftCount * 120);
    QCOMPARE(counts[3], demoAircraftCount * 1200);
    QCOMPARE(counts[4], demoAircraftCount * 600);
    QCOMPARE(counts[6], demoAircraftCount * 120);
    QCOMPARE(counts.size(), std::size_t{4});
}

void BroadcastTest::mavlinkFramesDecode() {
    formats::MavlinkParser parser;
    std::map<int, std::uint8_t> nextSequence;
    std::map<std::pair<int, std::uint32_t>, std::size_t> counts;
    std::size_t aircraft = 0;
    bool inTheAir = false;
    for (const std::vector<std::uint8_t>& bytes : m_recording.frames) {
        parser.feed(std::as_bytes(std::span(bytes)), [&](const formats::MavlinkFrame& frame) {
            if (nextSequence.contains(frame.systemId)) QCOMPARE(frame.sequence, nextSequence[frame.systemId]);
            nextSequence[frame.systemId] = static_cast<std::uint8_t>(frame.sequence + 1);
            ++counts[{frame.systemId, frame.messageId}];
            const auto expected = frame.systemId == 1 ? formats::MavlinkVersion::V2 : formats::MavlinkVersion::V1;
            QVERIFY(frame.version == expected);
            if (const auto heartbeat = formats::decodeHeartbeat(frame); heartbeat && heartbeat->isVehicle()) {
                ++aircraft;
                QCOMPARE(int{frame.systemId}, 1);
            }
            if (const auto position = formats::decodeGlobalPosition(frame)) {
                QVERIFY(position->latitude_e7 > 375'000'000 && position->latitude_e7 < 376'000'000);
                QVERIFY(position->altitude_mm - position->relativeAltitude_mm == 12'000);
                inTheAir = inTheAir || position->relativeAltitude_mm > 50'000;
            }
            if (const auto status = formats::decodeSysStatus(frame)) QVERIFY(status->remaining_pct > 20);
            if (const auto time = formats::decodeSystemTime(frame)) {
                QVERIFY(time->unix_us / 1000 > static_cast<std::uint64_t>(sinceEpoch_ms(ready)));
                QVERIFY(time->sinceBoot_ms > 0);
            }
        });
    }
    QCOMPARE(parser.counters().frames, m_recording.frames.size());
    QCOMPARE(parser.counters().garbageBytes, std::uint64_t{0});
    const std::map<std::pair<int, std::uint32_t>, std::size_t> expected{
        {{1, formats::mavlinkHeartbeatId}, 600},   {{1, formats::mavlinkSysStatusId}, 600},
        {{1, formats::mavlinkSystemTimeId}, 600},  {{1, formats::mavlinkGlobalPositionId}, 2400},
        {{255, formats::mavlinkHeartbeatId}, 600}, {{51, 109}, 600}};
    QVERIFY(counts == expected);
    QCOMPARE(aircraft, std::size_t{600});
    QVERIFY(inTheAir);
}

void BroadcastTest::aLongPauseIsNotMadeUpFor() {
    DemoBroadcast broadcast = broadcastOf(seed);
    Recording before;
    broadcast.advanceTo(ready + 2s, before.sinks());
    Recording after;
    broadcast.advanceTo(ready + 1h, after.sinks());
    QVERIFY(after.publishes.size() < before.publishes.size());
    QVERIFY(broadcast.time() == ready + 1h);
    Recording later;
    broadcast.advanceTo(ready + 1h + 2s, later.sinks());
    formats::TelemetryJsonReader json;
    std::map<std::string, std::uint32_t> sequences;
    for (const Recording* recording : {&before, &after, &later}) {
        for (const Publish& publish : recording->publishes) {
            for (const formats::TelemetryRecord& record : decoded(json, publish.payload)) {
                QCOMPARE(record.sequence, ++sequences[record.droneId]);
            }
        }
    }
}

void BroadcastTest::timeDoesNotGoBack() {
    DemoBroadcast broadcast = broadcastOf(seed);
    Recording recording;
    broadcast.advanceTo(ready + 2s, recording.sinks());
    const std::size_t sent = recording.publishes.size();
    broadcast.advanceTo(ready - 1h, recording.sinks());
    broadcast.advanceTo(ready + 2s, recording.sinks());
    QCOMPARE(recording.publishes.size(), sent);
    QVERIFY(broadcast.time() == ready + 2s);
}

QTEST_GUILESS_MAIN(BroadcastTest)
#include "broadcast_test.moc"
