#include "core/formats/mavlink.h"
#include "core/formats/recorded_flight.h"
#include "core/formats/ulog.h"
#include "core/route/segment.h"
#include "tests/support/result_macros.h"
#include "tests/support/shared_data.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <string>

using namespace haneul;
using namespace haneul::formats;

namespace {

std::span<const std::byte> bytesOf(const QByteArray& file) {
    return std::as_bytes(std::span(file.constData(), static_cast<std::size_t>(file.size())));
}

std::span<const std::byte> bytesOf(const std::string& file) {
    return std::as_bytes(std::span(file));
}

const FileNote* noteOf(const RecordedFlight& flight, std::string_view code) {
    const auto found = std::ranges::find(flight.notes, code, &FileNote::code);
    return found == flight.notes.end() ? nullptr : &*found;
}

template <class T>
std::string raw(T value) {
    const auto bytes = std::bit_cast<std::array<char, sizeof(T)>>(value); // little-endian, as the tests' machines are
    return {bytes.data(), bytes.size()};
}

std::string record(char type, const std::string& body) {
    return raw(static_cast<std::uint16_t>(body.size())) + type + body;
}

std::string header(std::uint8_t version = 1) {
    return std::string("\x55\x4c\x6f\x67\x01\x12\x35", 7) + raw(version) + raw(std::uint64_t{1});
}

std::string flags(std::uint8_t incompatible, std::uint64_t appended = 0) {
    return record('B', std::string(8, '\0') + raw(incompatible) + std::string(7, '\0') + raw(appended) +
                           std::string(16, '\0'));
}

std::string subscription(std::uint16_t id, const std::string& name, std::uint8_t instance = 0) {
    return record('A', raw(instance) + raw(id) + name);
}

const std::string synchronisation = record('S', "\x2f\x73\x13\x20\x25\x0c\xbb\x12");

const std::string globalFormat = record(
    'F', "vehicle_global_position:uint64_t timestamp;double lat;double lon;float alt;bool ok;uint8_t[3] _padding0;");
const std::string localFormat = record(
    'F', "vehicle_local_position:uint64_t timestamp;float[2] delta_xy;double ref_lat;double ref_lon;float ref_alt;"
         "float x;float y;float z;float vx;float vy;float vz;bool xy_valid;bool z_valid;bool v_xy_valid;"
         "bool v_z_valid;bool xy_global;bool z_global;");
const std::string gpsFormat = record(
    'F', "vehicle_gps_position:uint64_t timestamp;uint64_t time_utc_usec;double latitude_deg;double longitude_deg;"
         "double altitude_msl_m;float vel_n_m_s;float vel_e_m_s;float vel_d_m_s;bool vel_ned_valid;uint8_t fix_type;");

std::string global(std::uint16_t id, std::int64_t time_ms, double latitude, double longitude, float height) {
    return record('D', raw(id) + raw(static_cast<std::uint64_t>(time_ms * 1000)) + raw(latitude) + raw(longitude) +
                           raw(height) + '\1'); // without the padding, as PX4 writes it
}

std::string local(std::uint16_t id, std::int64_t time_ms, float x, float y, float z, bool global_) {
    return record('D', raw(id) + raw(static_cast<std::uint64_t>(time_ms * 1000)) + std::string(8, '\0') + raw(47.0) +
                           raw(8.0) + raw(400.0f) + raw(x) + raw(y) + raw(z) + raw(3.0f) + raw(4.0f) + raw(-1.5f) +
                           "\1\1\1\1" + (global_ ? "\1\1" : std::string(2, '\0')));
}

std::string gps(std::uint16_t id, std::int64_t time_ms, std::int64_t utc_ms, std::uint8_t fix) {
    return record('D', raw(id) + raw(static_cast<std::uint64_t>(time_ms * 1000)) +
                           raw(static_cast<std::uint64_t>(utc_ms * 1000)) + raw(47.1) + raw(8.1) + raw(500.0) +
                           raw(1.0f) + raw(2.0f) + raw(3.0f) + '\1' + raw(fix));
}

// A .tlog of these frames.
class Tlog {
public:
    void add(std::int64_t stamp_ms, MavlinkFrame frame, std::uint8_t system = 1) {
        frame.systemId = system;
        frame.componentId = mavlinkAutopilotComponent;
        for (int shift = 56; shift >= 0; shift -= 8)
            m_bytes += static_cast<char>(static_cast<std::uint64_t>(stamp_ms * 1000) >> shift);
        for (const std::uint8_t byte : encodeMavlink(frame))
            m_bytes += static_cast<char>(byte);
    }

    void position(std::int64_t stamp_ms, std::uint32_t boot_ms, double latitude = 37.5, std::uint8_t system = 1) {
        MavlinkGlobalPosition at;
        at.sinceBoot_ms = boot_ms;
        at.latitude_e7 = static_cast<std::int32_t>(latitude * 1e7);
        at.longitude_e7 = latitude == 0 ? 0 : 1'270'000'000;
        at.altitude_mm = 123'456;
        at.velocityNorth_cms = 300;
        at.velocityEast_cms = -400;
        at.velocityDown_cms = 150;
        add(stamp_ms, frameOf(at), system);
    }

    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

    std::string m_bytes;
};

constexpr std::int64_t someday_ms = 1'780'000'000'000;

} // namespace

class RecordedFlightTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheTelemetryLog();    // R-UI-06
    void readsThePx4Log();          // R-UI-06
    void telemetryLogGivesSpeeds(); // R-UI-06
    void ownClockGoesBeforeTheStations();
    void aClockThatBeginsAgainIsAnotherStart();
    void nothingToSeeIsRefused();
    void globalPositionGoesFirst();  // R-UI-06
    void localPositionHasAnOrigin(); // R-UI-06
    void gpsIsTakenWhereNothingElseIs();
    void damageIsCountedAndReadingGoesOn(); // G8
    void appendedDataIsRead();
    void flagsCountOnlyAsTheFirstRecord();
    void recordsOfUnknownKindsAreCounted();
    void fieldsAreFoundBehindArraysAndFormats();
    void refusesBadLogs_data();
    void refusesBadLogs();
    void everyCutOfALogIsRead(); // G8
};

void RecordedFlightTest::readsTheTelemetryLog() {
    HANEUL_NEEDS_SHARED(path, "data/mavlink-tlog/flight.tlog");
    const auto file = tests::readFile(path);
    const auto flight = readTlogFlight(bytesOf(*file));
    QVERIFY_RESULT(flight);
    QCOMPARE(flight->vehicles.size(), 2u); // neither the station nor the radio; its clock began again after 252 s
    QCOMPARE(flight->vehicles[0].name, std::string("system 1"));
    const RecordedVehicle& vehicle = flight->vehicles[1];
    QCOMPARE(vehicle.name, std::string("system 1, start 2"));
    QVERIFY(noteOf(*flight, "NO_FIX"));                                   // before its GPS knew
    QVERIFY(!noteOf(*flight, "TIME_OF_STATION"));                         // both times it had the time of its GPS
    QVERIFY(noteOf(*flight, "DAMAGED")->message.starts_with("1 places")); // cut short at its end
    const std::string noFix = noteOf(*flight, "NO_FIX")->message;
    QCOMPARE(flight->vehicles[0].samples.size() + vehicle.samples.size() + std::stoul(noFix), 2833u);
    QVERIFY(*flight->vehicles[0].samples.back().time < *vehicle.samples.front().time);
    const FlightSample& last = vehicle.samples.back();
    QCOMPARE(last.sinceBoot_ms, 816'146);
    QCOMPARE(last.place, (geo::LatLon{-35.3623295, 149.1657436}));
    QCOMPARE(last.height_m, 590.35);
    QCOMPARE(*last.velocityNorth_mps, -0.13);
    // SYSTEM_TIME: 1436057056945 ms at 816471 ms of its clock; receiving takes a little.
    QVERIFY(std::abs(sinceEpoch_ms(*last.time) - (1'436'057'056'945 - 816'471 + 816'146)) < 100);
    const auto fastest = std::ranges::max(vehicle.samples, {}, [](const auto& s) { return *s.groundSpeed_mps(); });
    QVERIFY(std::abs(*fastest.groundSpeed_mps() - 7.984140) < 1e-5);
    QVERIFY(std::ranges::is_sorted(vehicle.samples, {}, &FlightSample::sinceBoot_ms));
}

void RecordedFlightTest::readsThePx4Log() {
    HANEUL_NEEDS_SHARED(path, "data/px4-ulog/sample_log_small.ulg");
    const auto file = tests::readFile(path);
    std::size_t attitudes = 0, local = 0;
    const auto counters = readUlog(bytesOf(*file), [&](const UlogRecord& entry) {
        attitudes += entry.topic().name == "vehicle_attitude";
        local += entry.topic().name == "vehicle_local_position";
    });
    QVERIFY_RESULT(counters);
    QCOMPARE(counters->records, 14'604u);
    QCOMPARE(attitudes, 1298u);
    QCOMPARE(local, 636u);
    QCOMPARE(counters->dropouts, 1u);
    QCOMPARE(counters->damagedBytes, 0u);
    QCOMPARE(counters->unreadable, 0u);

    const auto flight = readUlogFlight(bytesOf(*file));
    QVERIFY_RESULT(flight);
    // It stood indoors: its local position has no place on Earth, only the receiver has.
    QVERIFY(noteOf(*flight, "SOURCE")->message.ends_with("vehicle_gps_position"));
    const auto& samples = flight->vehicles[0].samples;
    QCOMPARE(samples.size(), 32u);
    QCOMPARE(samples[0].sinceBoot_ms, 20'471);
    QCOMPARE(samples[0].place, (geo::LatLon{63.4170622, 10.4082151}));
    QCOMPARE(samples[0].height_m, 66.814);
    QVERIFY(std::abs(sinceEpoch_ms(*samples[0].time) - 1'618'986'658'600) < 100);
    QVERIFY(std::abs(*samples[0].velocityDown_mps - 0.242) < 1e-6);
}

void RecordedFlightTest::telemetryLogGivesSpeeds() {
    Tlog log;
    log.position(someday_ms, 1000);
    log.position(someday_ms + 200, 1200);
    log.position(someday_ms + 200, 1200);       // said twice
    log.position(someday_ms + 400, 1400, 0);    // nowhere
    log.position(someday_ms + 400, 900, 37, 2); // only one of another
    const auto flight = readTlogFlight(bytesOf(log.bytes()));
    QVERIFY_RESULT(flight);
    QCOMPARE(flight->vehicles.size(), 1u);
    const auto& samples = flight->vehicles[0].samples;
    QCOMPARE(samples.size(), 2u);
    QCOMPARE(*samples[0].groundSpeed_mps(), 5.0);
    QCOMPARE(*samples[0].climbRate_mps(), -1.5);
    QCOMPARE(samples[0].height_m, 123.456);
    QCOMPARE(*samples[1].time, utcMs(someday_ms + 200));
    QVERIFY(noteOf(*flight, "TIME_OF_STATION") && noteOf(*flight, "NO_FIX") && noteOf(*flight, "OUT_OF_ORDER"));
}

void RecordedFlightTest::ownClockGoesBeforeTheStations() {
    Tlog log;
    log.position(someday_ms, 1000);
    log.add(someday_ms + 100, frameOf(MavlinkSystemTime{0, 1100}));                          // does not know
    log.add(someday_ms + 100, frameOf(MavlinkSystemTime{1'000'000'000'000'000, 1100}));      // not set
    log.add(someday_ms + 100, frameOf(MavlinkSystemTime{(someday_ms - 5000) * 1000, 1100})); // 5 s apart
    log.position(someday_ms + 200, 1200);
    const auto flight = readTlogFlight(bytesOf(log.bytes()));
    QVERIFY_RESULT(flight);
    QCOMPARE(*flight->vehicles[0].samples[0].time, utcMs(someday_ms - 5100));
    QVERIFY(!noteOf(*flight, "TIME_OF_STATION"));
}

void RecordedFlightTest::aClockThatBeginsAgainIsAnotherStart() {
    Tlog log;
    for (std::uint32_t i = 0; i < 5; ++i)
        log.position(someday_ms + i * 1000, 50'000 + i * 1000);
    for (std::uint32_t i = 0; i < 3; ++i)
        log.position(someday_ms + 20'000 + i * 1000, 4000 + i * 1000);
    const auto flight = readTlogFlight(bytesOf(log.bytes()));
    QVERIFY_RESULT(flight);
    QCOMPARE(flight->vehicles.size(), 2u);
    QCOMPARE(flight->vehicles[0].samples.size(), 5u);
    QCOMPARE(flight->vehicles[1].name, std::string("system 1, start 2"));
    QCOMPARE(*flight->vehicles[1].samples[0].time, utcMs(someday_ms + 20'000));
}

void RecordedFlightTest::nothingToSeeIsRefused() {
    QCOMPARE(readTlogFlight({}).error().code, std::string("NO_POSITIONS"));
    QCOMPARE(readTlogFlight(bytesOf(std::string(5000, 'x'))).error().code, std::string("NO_POSITIONS"));
    QCOMPARE(readUlogFlight(bytesOf(header())).error().code, std::string("NO_POSITIONS"));
}

void RecordedFlightTest::globalPositionGoesFirst() {
    std::string log = header() + globalFormat + localFormat + gpsFormat + subscription(1, "vehicle_global_position") +
                      subscription(2, "vehicle_local_position") + subscription(3, "vehicle_gps_position") +
                      subscription(4, "vehicle_gps_position", 1);
    log += gps(3, 1000, someday_ms, 3) + gps(4, 1000, someday_ms + 99'000, 3);
    log += local(2, 1100, 0, 0, 0, true) + global(1, 1150, 47.5, 8.5, 450.5f) + local(2, 1900, 0, 0, 0, true);
    log += global(1, 1160, 0, 0, 450) + global(1, 3150, 47.6, 8.6, 451.5f) + global(1, 3100, 47.7, 8.7, 451.5f);
    const auto flight = readUlogFlight(bytesOf(log));
    QVERIFY_RESULT(flight);
    const auto& samples = flight->vehicles[0].samples;
    QCOMPARE(samples.size(), 2u); // one is nowhere, one is late
    QCOMPARE(samples[0].place, (geo::LatLon{47.5, 8.5}));
    QCOMPARE(samples[0].height_m, 450.5);
    QCOMPARE(*samples[0].time, utcMs(someday_ms + 150)); // by the first receiver
    QCOMPARE(*samples[0].groundSpeed_mps(), 5.0);        // of the local position
    QCOMPARE(*samples[0].climbRate_mps(), 1.5);
    QVERIFY(!samples[1].groundSpeed_mps()); // none near
    QVERIFY(noteOf(*flight, "NO_FIX") && noteOf(*flight, "OUT_OF_ORDER"));
}

void RecordedFlightTest::localPositionHasAnOrigin() {
    std::string log = header() + localFormat + subscription(2, "vehicle_local_position");
    log += local(2, 1000, 0, 0, -10, true) + local(2, 2000, 1000, 0, -10, true) + local(2, 3000, 0, 1000, -20, true) +
           local(2, 4000, 0, 2000, -20, false);
    const auto flight = readUlogFlight(bytesOf(log));
    QVERIFY_RESULT(flight);
    const auto& samples = flight->vehicles[0].samples;
    QCOMPARE(samples.size(), 3u); // the last has no place on Earth
    QCOMPARE(samples[0].place, (geo::LatLon{47, 8}));
    QCOMPARE(samples[0].height_m, 410.0);
    QVERIFY(std::abs(route::horizontalDistance_m({47, 8}, samples[1].place) - 1000) < 0.05);
    QVERIFY(std::abs(route::horizontalDistance_m({47, 8}, samples[2].place) - 1000) < 0.05);
    QCOMPARE(samples[1].place.longitude_deg, 8.0);
    QVERIFY(samples[2].place.longitude_deg > 8);
    QVERIFY(!samples[0].time && noteOf(*flight, "TIME_UNKNOWN"));
}

void RecordedFlightTest::gpsIsTakenWhereNothingElseIs() {
    const std::string log = header() + gpsFormat + subscription(3, "vehicle_gps_position") + gps(3, 1000, 0, 2) +
                            gps(3, 1200, someday_ms, 3) + gps(3, 1400, someday_ms + 200, 3);
    const auto flight = readUlogFlight(bytesOf(log));
    QVERIFY_RESULT(flight);
    const auto& samples = flight->vehicles[0].samples;
    QCOMPARE(samples.size(), 2u); // the first had no fix
    QCOMPARE(samples[1].place, (geo::LatLon{47.1, 8.1}));
    QCOMPARE(samples[1].height_m, 500.0);
    QCOMPARE(*samples[1].time, utcMs(someday_ms + 200));
    QCOMPARE(*samples[1].climbRate_mps(), -3.0);
}

void RecordedFlightTest::damageIsCountedAndReadingGoesOn() {
    const std::string start =
        header() + globalFormat + subscription(1, "vehicle_global_position") + global(1, 1000, 47.5, 8.5, 450);
    const std::string garbage("\xff\xff\x00garbage", 10);
    const std::string log = start + garbage + synchronisation + global(1, 2000, 47.5, 8.5, 450) + "\x20";
    std::size_t seen = 0;
    const auto counters = readUlog(bytesOf(log), [&](const UlogRecord&) { ++seen; });
    QVERIFY_RESULT(counters);
    QCOMPARE(seen, 2u);
    QCOMPARE(counters->damagedPlaces, 2u); // the garbage, and a tail
    QCOMPARE(counters->damagedBytes, 11u);
    QVERIFY(noteOf(*readUlogFlight(bytesOf(log)), "DAMAGED"));
}

void RecordedFlightTest::appendedDataIsRead() {
    const std::string body =
        globalFormat + subscription(1, "vehicle_global_position") + global(1, 1000, 47.5, 8.5, 450);
    const std::string half = global(1, 1500, 47.5, 8.5, 450).substr(0, 9); // the power went
    const std::size_t offset = header().size() + flags(1, 1).size() + body.size() + half.size();
    const std::string log = header() + flags(1, offset) + body + half + global(1, 2000, 47.5, 8.5, 450);
    std::vector<std::uint64_t> times;
    const auto counters =
        readUlog(bytesOf(log), [&](const UlogRecord& entry) { times.push_back(*entry.count("timestamp")); });
    QVERIFY_RESULT(counters);
    QCOMPARE(times, (std::vector<std::uint64_t>{1'000'000, 2'000'000}));
    QCOMPARE(counters->damagedBytes, half.size());
}

void RecordedFlightTest::flagsCountOnlyAsTheFirstRecord() {
    const std::string body =
        globalFormat + subscription(1, "vehicle_global_position") + global(1, 1000, 47.5, 8.5, 450);
    // Offsets into the flags themselves, and flags in the middle that would have the data read twice.
    for (const std::string& log : {header() + flags(1, header().size() + 5) + body,
                                   header() + body + flags(1, header().size() + 1), header() + body + flags(2)}) {
        const auto counters = readUlog(bytesOf(log), [](const UlogRecord&) {});
        QVERIFY_RESULT(counters);
        QCOMPARE(counters->records, 1u);
        QCOMPARE(counters->damagedBytes, 0u);
    }
}

void RecordedFlightTest::recordsOfUnknownKindsAreCounted() {
    const std::string log = header() + subscription(1, "nobody_knows") + global(1, 1000, 1, 2, 3) +
                            global(9, 1000, 1, 2, 3) + record('D', "x") + record('I', "x") + record('L', "text");
    const auto counters = readUlog(bytesOf(log), [](const UlogRecord&) {});
    QVERIFY_RESULT(counters);
    QCOMPARE(counters->records, 0u);
    QCOMPARE(counters->unreadable, 4u);
}

void RecordedFlightTest::fieldsAreFoundBehindArraysAndFormats() {
    const std::string log =
        header() + record('F', "inner:float a;int8_t[3] b;") +
        record('F', "outer:inner[2] parts;int16_t value;bool on;float odd;char letter;uint8_t cut;") +
        subscription(7, "outer") +
        record('D',
               raw(std::uint16_t{7}) + std::string(14, 'x') + raw(std::int16_t{-42}) + '\1' + raw(std::nanf("")) + 'a');
    bool seen = false;
    const auto counters = readUlog(bytesOf(log), [&](const UlogRecord& entry) {
        seen = true;
        QCOMPARE(*entry.number("value"), -42.0);
        QVERIFY(!entry.count("value")); // below 0
        QCOMPARE(*entry.truth("on"), true);
        QVERIFY(!entry.number("on") && !entry.number("odd") && !entry.number("letter") && !entry.number("parts"));
        QVERIFY(!entry.number("cut") && !entry.number("nothing"));
    });
    QVERIFY_RESULT(counters);
    QVERIFY(seen);
}

void RecordedFlightTest::refusesBadLogs_data() {
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const std::string& log, const char* code) {
        QTest::newRow(name) << QByteArray::fromStdString(log) << QByteArray(code);
    };
    row("empty", "", "NOT_A_ULOG");
    row("text", "this is no log at all", "NOT_A_ULOG");
    row("half a header", header().substr(0, 12), "NOT_A_ULOG");
    row("version 2", header(2), "BAD_VERSION");
    row("unknown flags", header() + flags(2), "INCOMPATIBLE");
    row("short flags", header() + record('B', "x"), "BAD_FORMAT");
    row("format without a name", header() + record('F', "uint64_t timestamp;"), "BAD_FORMAT");
    row("field without a name", header() + record('F', "a:float;"), "BAD_FORMAT");
    row("array without a number", header() + record('F', "a:float[] b;"), "BAD_FORMAT");
    row("format that contains itself",
        header() + record('F', "a:b x;") + record('F', "b:a[2] x;") + subscription(1, "a"), "BAD_FORMAT");
    row("unknown type", header() + record('F', "a:decimal x;") + subscription(1, "a"), "BAD_FORMAT");
    row("huge", header() + record('F', "a:double[60000] x;") + subscription(1, "a"), "BAD_FORMAT");
    std::string deep = header() + record('F', "f0:float x;");
    for (int i = 1; i < 40; ++i)
        deep += record('F', "f" + std::to_string(i) + ":f" + std::to_string(i - 1) + " x;");
    row("deep", deep + subscription(1, "f39"), "BAD_FORMAT");
}

void RecordedFlightTest::refusesBadLogs() {
    QFETCH(QByteArray, log);
    QFETCH(QByteArray, code);
    const auto counters = readUlog(bytesOf(log), [](const UlogRecord&) {});
    QVERIFY(!counters);
    QCOMPARE(counters.error().code, code.toStdString());
}

void RecordedFlightTest::everyCutOfALogIsRead() {
    const std::string log = header() + flags(0) + globalFormat + subscription(1, "vehicle_global_position") +
                            global(1, 1000, 47.5, 8.5, 450) + synchronisation + global(1, 2000, 47.5, 8.5, 450);
    for (std::size_t length = header().size(); length <= log.size(); ++length) {
        const std::string cut = log.substr(0, length);
        std::size_t seen = 0;
        const auto counters = readUlog(bytesOf(cut), [&](const UlogRecord&) { ++seen; });
        QVERIFY_RESULT(counters);
        QCOMPARE(seen, counters->records);
        QVERIFY(counters->damagedBytes < log.size());
    }
}

QTEST_GUILESS_MAIN(RecordedFlightTest)
#include "recorded_flight_test.moc"
