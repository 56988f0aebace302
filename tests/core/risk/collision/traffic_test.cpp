#include "core/formats/recorded_traffic.h"
#include "core/formats/sbs.h"
#include "core/geo/local_frame.h"
#include "core/risk/collision/estimate.h"
#include "core/risk/collision/occupancy.h"
#include "tests/support/result_macros.h"
#include "tests/support/shared_data.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace haneul;
using namespace haneul::risk::collision;
using formats::RecordedFlight;

namespace {

const UtcMs morning = *fromRfc3339("2026-05-04T06:00:00.000Z");
constexpr geo::LatLon han{37.52, 126.95};

std::span<const std::byte> bytesOf(const std::string& text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

template <class T>
QString codeOf(const Result<T>& result) {
    return result ? QString() : QString::fromStdString(result.error().code);
}

// One flight of the synthetic log: along a route at an offset, with constant drifts.
struct Synthetic {
    std::string name;
    double begin_s = 0;
    double from_nm = 0, to_nm = 0;
    double speed_kt = 40;
    double offset_m = 0;
    double across_kt = 0, climb_kt = 0;
};

// Samples a second along a course, with velocities or without.
formats::RecordedVehicle fly(const Synthetic& flight, double bearing_deg, bool velocities) {
    const geo::LocalFrame frame(han);
    const double bearing = bearing_deg * std::numbers::pi / 180;
    const double direction = flight.to_nm > flight.from_nm ? 1 : -1;
    const double last_s = std::abs(flight.to_nm - flight.from_nm) / flight.speed_kt * 3600;
    formats::RecordedVehicle vehicle{.name = flight.name, .samples = {}};
    for (double at_s = 0; at_s <= last_s + 1e-9; ++at_s) {
        const double along_m = (flight.from_nm + direction * flight.speed_kt * at_s / 3600) * 1852;
        const double across_m = flight.offset_m + flight.across_kt * (at_s - last_s / 2) / 3600 * 1852;
        formats::FlightSample sample;
        sample.time = morning + milliseconds(std::llround((flight.begin_s + at_s) * 1000));
        sample.sinceBoot_ms = std::llround(at_s * 1000);
        sample.place = frame.toLatLon({along_m * std::sin(bearing) + across_m * std::cos(bearing),
                                       along_m * std::cos(bearing) - across_m * std::sin(bearing), 0});
        sample.height_m = 100 + flight.climb_kt * at_s / 3600 * 1852;
        if (velocities) {
            const double along_mps = direction * flight.speed_kt * geo::metresPerSecondPerKnot;
            const double across_mps = flight.across_kt * geo::metresPerSecondPerKnot;
            sample.velocityEast_mps = along_mps * std::sin(bearing) + across_mps * std::cos(bearing);
            sample.velocityNorth_mps = along_mps * std::cos(bearing) - across_mps * std::sin(bearing);
            sample.velocityDown_mps = -flight.climb_kt * geo::metresPerSecondPerKnot;
        }
        vehicle.samples.push_back(sample);
    }
    return vehicle;
}

// Two routes 800 m apart with the traffic in opposite directions, and set values.
std::vector<RecordedFlight> twoRoutes(bool velocities, int flights = 12) {
    RecordedFlight recording;
    for (int i = 0; i < flights; ++i) {
        const double begin_s = 240. * i;
        recording.vehicles.push_back(fly({.name = "east " + std::to_string(i),
                                          .begin_s = begin_s,
                                          .from_nm = -2,
                                          .to_nm = 2,
                                          .speed_kt = 30,
                                          .across_kt = 0.3,
                                          .climb_kt = 0.2},
                                         70, velocities));
        recording.vehicles.push_back(fly({.name = "west " + std::to_string(i),
                                          .begin_s = begin_s,
                                          .from_nm = 2,
                                          .to_nm = -2,
                                          .speed_kt = 50,
                                          .offset_m = 800,
                                          .across_kt = -0.4,
                                          .climb_kt = -0.1},
                                         70, velocities));
    }
    return {recording};
}

std::string sbsOf(const std::vector<RecordedFlight>& recordings) {
    std::string text;
    std::uint32_t address = 0x710000;
    for (const auto& recording : recordings)
        for (const auto& vehicle : recording.vehicles) {
            ++address;
            for (const auto& sample : vehicle.samples) {
                formats::SbsMessage message{.transmissionType = 3, .icaoAddress = address};
                message.generated = message.logged = sample.time;
                message.latitude_deg = sample.place.latitude_deg;
                message.longitude_deg = sample.place.longitude_deg;
                message.altitude_ft = static_cast<std::int32_t>(std::lround(sample.height_m / geo::metresPerFoot));
                message.onGround = false;
                text += formats::writeSbsLine(message);
            }
        }
    return text;
}

std::string csvOf(const std::vector<RecordedFlight>& recordings) {
    std::string text = "id,time,lat_deg,lon_deg,height_m,vn_mps,ve_mps,vd_mps\r\n";
    for (const auto& recording : recordings)
        for (const auto& vehicle : recording.vehicles)
            for (const auto& sample : vehicle.samples)
                text += std::format("{},{},{:.9f},{:.9f},{:.3f},{},{},{}\r\n", vehicle.name, toRfc3339(*sample.time),
                                    sample.place.latitude_deg, sample.place.longitude_deg, sample.height_m,
                                    *sample.velocityNorth_mps, *sample.velocityEast_mps, *sample.velocityDown_mps);
    return text;
}

Result<TrafficEstimate> estimated(const std::vector<RecordedFlight>& recordings, double halfWindow_nm = 1,
                                  std::uint64_t seed = 7) {
    const auto traffic = ontoAxis(recordings, {.axis = Axis{han, 70}}); // what drifts across must not turn the axis
    if (!traffic) return std::unexpected(traffic.error());
    sim::Random random(seed);
    return estimateFrom(*traffic, {.halfWindow_nm = halfWindow_nm, .replicates = 200}, random);
}

// The occupancy by looking at every second.
double occupancyByClock(const std::vector<AxisFlight>& flights, double halfWindow_nm, PairKind kind) {
    double together_h = 0, all_h = 0;
    constexpr double step_h = 1. / 7200;
    for (std::size_t i = 0; i < flights.size(); ++i) {
        all_h += flights[i].duration_h();
        for (std::size_t j = i + 1; j < flights.size(); ++j) {
            const AxisFlight &a = flights[i], &b = flights[j];
            const bool same = (a.exit_nm > a.entry_nm) == (b.exit_nm > b.entry_nm);
            if (a.route == b.route || same != (kind == PairKind::Same)) continue;
            const double from = std::max(a.entry_h, b.entry_h), to = std::min(a.exit_h, b.exit_h);
            for (double at = from + step_h / 2; at < to; at += step_h)
                if (std::abs(a.entry_nm + a.speed_kt() * (at - a.entry_h) - b.entry_nm -
                             b.speed_kt() * (at - b.entry_h)) <= halfWindow_nm)
                    together_h += step_h;
        }
    }
    return 2 * together_h / all_h;
}

} // namespace

// Constants of the model from traffic: set values come back, and what the traffic does not say stays unknown.
class TrafficTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDomainsExample();        // R-CRM-12
    void occupancyAgainstTheClock(); // R-CRM-12
    void badTracks_data();
    void badTracks(); // R-CRM-12
    void setValuesComeBack_data();
    void setValuesComeBack();     // R-CRM-13
    void sbsGivesTheSame();       // R-CRM-13
    void csvGivesTheSame();       // R-CRM-13
    void recordedTlog();          // R-CRM-13
    void intervalsHoldTheTruth(); // R-CRM-13
    void sameSeedSameIntervals(); // R-CRM-13
    void nobodyMetSaysNothing();  // R-CRM-13
    void aDatedPreset();          // R-CRM-13 R-CRM-14
    void whoTurnsRoundFliesTwoLegs();
    void csvRefusals_data();
    void csvRefusals();
    void damagedSbs();
};

void TrafficTest::theDomainsExample() {
    const std::vector<AxisFlight> flights{{"A", 0, 1, 0, 40}, {"B", 0, 1, 40, 0}};
    QCOMPARE(*occupancy(flights, 10, PairKind::Opposite), 0.25);
    QCOMPARE(*occupancy(flights, 10, PairKind::Same), 0.0);
    auto onOne = flights;
    onOne[1].route = "A"; // pairs of one route do not count
    QCOMPARE(*occupancy(onOne, 10, PairKind::Opposite), 0.0);
}

void TrafficTest::occupancyAgainstTheClock() {
    sim::Random random(11);
    for (int round = 0; round < 20; ++round) {
        std::vector<AxisFlight> flights;
        for (int i = 0; i < 8; ++i) {
            AxisFlight flight{.route = std::string(1, static_cast<char>('A' + random.below(3))),
                              .entry_h = random.uniform(0, 1),
                              .exit_h = 0,
                              .entry_nm = random.uniform(0, 30),
                              .exit_nm = random.uniform(0, 30)};
            flight.exit_h = flight.entry_h + random.uniform(0.2, 1);
            if (i % 3 == 0 && !flights.empty()) { // as fast as another: their distance stays
                flight.exit_nm = flight.entry_nm + flights.back().speed_kt() * flight.duration_h();
            }
            flights.push_back(flight);
        }
        for (const PairKind kind : {PairKind::Opposite, PairKind::Same})
            QCOMPARE_LT(std::abs(*occupancy(flights, 5, kind) - occupancyByClock(flights, 5, kind)), 5e-3);
    }
}

void TrafficTest::badTracks_data() {
    QTest::addColumn<double>("exit_h");
    QTest::addColumn<double>("exit_nm");
    QTest::addColumn<double>("sx");
    QTest::addColumn<QString>("code");
    QTest::newRow("no duration") << 1.0 << 5.0 << 3.0 << "INVALID_TRACK";
    QTest::newRow("backwards in time") << 0.5 << 5.0 << 3.0 << "INVALID_TRACK";
    QTest::newRow("no movement") << 2.0 << 0.0 << 3.0 << "INVALID_TRACK";
    QTest::newRow("no number") << 2.0 << std::numeric_limits<double>::quiet_NaN() << 3.0 << "INVALID_TRACK";
    QTest::newRow("no window") << 2.0 << 5.0 << 0.0 << "INVALID_SX";
}

void TrafficTest::badTracks() {
    QFETCH(const double, exit_h);
    QFETCH(const double, exit_nm);
    QFETCH(const double, sx);
    QFETCH(const QString, code);
    const std::vector<AxisFlight> flights{{"A", 0, 1, 0, 40}, {"A", 1, exit_h, 0, exit_nm}};
    QCOMPARE(codeOf(occupancy(flights, sx, PairKind::Same)), code);
    QCOMPARE(codeOf(occupancy({}, 3, PairKind::Same)), QStringLiteral("INVALID_TRACK"));
}

void TrafficTest::setValuesComeBack_data() {
    QTest::addColumn<bool>("velocities");
    QTest::newRow("with velocities") << true;
    QTest::newRow("from positions alone") << false;
}

void TrafficTest::setValuesComeBack() {
    QFETCH(const bool, velocities);
    const auto traffic = ontoAxis(twoRoutes(velocities));
    QVERIFY_RESULT(traffic);
    QCOMPARE_LT(std::abs(traffic->axis.bearing_deg - 70), 0.6); // atan(0.3/30): both routes drift
    QCOMPARE(traffic->routes_m.size(), 2U);
    QCOMPARE_LT(std::abs(traffic->routes_m[1] - traffic->routes_m[0] - 800), 5);
    QCOMPARE(traffic->legs.size(), 24U);
    const auto estimate = estimated(twoRoutes(velocities));
    QVERIFY_RESULT(estimate);
    QCOMPARE(estimate->routes, 2U);
    // Each flies 4 NM, in 480 s and 288 s.
    QCOMPARE_LT(std::abs(estimate->hours - 12 * (480 + 288) / 3600.), 0.01);
    QCOMPARE_LT(std::abs(estimate->groundSpeed_kt->value - 8 / ((480 + 288) / 3600.)), 0.05);
    // One against the other: |0.3 - -0.4| across, |0.2 - -0.1| vertically.
    QCOMPARE_LT(std::abs(estimate->crossTrackSpeed_kt->value - 0.7), 0.01);
    QCOMPARE_LT(std::abs(estimate->verticalSpeed_kt->value - 0.3), 0.01);
    // Meeting at 80 kt within 1 NM takes 2/80 h; two begin together every 240 s, so that later ones meet too.
    std::vector<AxisFlight> flights;
    for (int i = 0; i < 12; ++i) {
        flights.push_back({"E", i * 240 / 3600., (i * 240 + 480) / 3600., -2, 2});
        flights.push_back({"W", i * 240 / 3600., (i * 240 + 288) / 3600., 2, -2});
    }
    QCOMPARE_LT(std::abs(estimate->oppositeOccupancy->value / *occupancy(flights, 1, PairKind::Opposite) - 1), 0.01);
    QVERIFY(!estimate->sameOccupancy); // all of one route fly in one direction
}

void TrafficTest::sbsGivesTheSame() {
    const auto read = formats::readTraffic(formats::TrafficFormat::Sbs, bytesOf(sbsOf(twoRoutes(false))));
    QVERIFY_RESULT(read);
    QCOMPARE(read->vehicles.size(), 24U);
    const auto estimate = estimated({*read});
    const auto direct = estimated(twoRoutes(true));
    QVERIFY_RESULT(estimate);
    QCOMPARE_LT(std::abs(estimate->oppositeOccupancy->value / direct->oppositeOccupancy->value - 1), 0.02);
    QCOMPARE_LT(std::abs(estimate->groundSpeed_kt->value / direct->groundSpeed_kt->value - 1), 0.01);
    // Heights are whole feet here: a step of one foot in two seconds is 0.3 kt.
    QCOMPARE_LT(std::abs(estimate->verticalSpeed_kt->value - 0.3), 0.3);
}

void TrafficTest::csvGivesTheSame() {
    const auto read = formats::readTraffic(formats::TrafficFormat::Csv, bytesOf(csvOf(twoRoutes(true))));
    QVERIFY_RESULT(read);
    QVERIFY(read->notes.empty());
    const auto estimate = estimated({*read});
    const auto direct = estimated(twoRoutes(true));
    QVERIFY_RESULT(estimate);
    QCOMPARE_LT(std::abs(estimate->oppositeOccupancy->value / direct->oppositeOccupancy->value - 1), 1e-3);
    QCOMPARE_LT(std::abs(estimate->verticalSpeed_kt->value - 0.3), 1e-3);
    QCOMPARE_LT(std::abs(estimate->crossTrackSpeed_kt->value - direct->crossTrackSpeed_kt->value), 1e-2);
}

void TrafficTest::recordedTlog() {
    HANEUL_NEEDS_SHARED(path, "data/mavlink-tlog/flight.tlog");
    const auto file = haneul::tests::readFile(path);
    QVERIFY(file);
    const auto read = formats::readTraffic(formats::TrafficFormat::Tlog, bytesOf(file->toStdString()));
    QVERIFY_RESULT(read);
    const auto estimate = estimated({*read}, 80);
    if (!estimate) { // it stays where it is: said so, not made up
        QCOMPARE(codeOf(estimate), QStringLiteral("INVALID_TRACK"));
        return;
    }
    QVERIFY(!estimate->oppositeOccupancy || estimate->oppositePairs > 0);
    QCOMPARE_GT(estimate->groundSpeed_kt->value, 0.0);
}

// Noise of which the truth is known: the intervals hold it in most of many logs.
void TrafficTest::intervalsHoldTheTruth() {
    int held = 0;
    constexpr int rounds = 40;
    for (int round = 0; round < rounds; ++round) {
        sim::Random random = sim::Random::stream(3, static_cast<std::uint64_t>(round));
        AxisTraffic traffic{.axis = {}, .routes_m = {0, 800}, .legs = {}, .notes = {}};
        for (int i = 0; i < 40; ++i) {
            AxisLeg leg{.name = "x", .route = static_cast<std::size_t>(i % 2), .samples = {}};
            const double begin_h = random.uniform(0, 2), speed_kt = random.uniform(30, 50);
            const double direction = leg.route == 0 ? 1 : -1;
            for (int k = 0; k <= 20; ++k)
                leg.samples.push_back({.time_h = begin_h + k * 0.01,
                                       .along_nm = direction * (speed_kt * k * 0.01 - 4),
                                       .across_m = random.uniform(-50, 50)});
            traffic.legs.push_back(std::move(leg));
        }
        const auto estimate = estimateFrom(traffic, {.halfWindow_nm = 1, .replicates = 200}, random);
        QVERIFY_RESULT(estimate);
        const Interval& speed = estimate->groundSpeed_kt->interval;
        if (speed.low <= 40 && 40 <= speed.high) ++held;
        QCOMPARE_LE(speed.low, estimate->groundSpeed_kt->value);
        QCOMPARE_GE(speed.high, estimate->groundSpeed_kt->value);
    }
    QCOMPARE_GE(held, rounds * 8 / 10);
}

void TrafficTest::sameSeedSameIntervals() {
    const auto one = estimated(twoRoutes(true)), again = estimated(twoRoutes(true)),
               other = estimated(twoRoutes(true), 1, 8);
    QVERIFY(*one == *again);
    QVERIFY(one->oppositeOccupancy->interval != other->oppositeOccupancy->interval);
    QCOMPARE(one->oppositeOccupancy->value, other->oppositeOccupancy->value);
}

void TrafficTest::nobodyMetSaysNothing() {
    RecordedFlight lonely;
    lonely.vehicles.push_back(fly({.name = "alone", .from_nm = -2, .to_nm = 2}, 70, true));
    const auto estimate = estimated({lonely});
    QVERIFY_RESULT(estimate);
    QVERIFY(!estimate->oppositeOccupancy && !estimate->sameOccupancy);
    QVERIFY(!estimate->crossTrackSpeed_kt && !estimate->verticalSpeed_kt);
    QVERIFY(estimate->groundSpeed_kt);
    const Preset preset = presetFrom(*estimate, {.halfWindow_nm = 80}, table4Fit(), "alone", morning, "log");
    QVERIFY(preset.oppositeOccupancy == table4Fit().oppositeOccupancy); // not 0: that would accept everything
    QCOMPARE(fromMannedAviation(preset).size(), 5U);
}

void TrafficTest::aDatedPreset() {
    const auto estimate = estimated(twoRoutes(true));
    QVERIFY_RESULT(estimate);
    const Preset preset = presetFrom(*estimate, {.halfWindow_nm = 1}, table4Fit(), "May", morning, "may.csv");
    QVERIFY_RESULT(check(preset));
    QVERIFY((preset.made) == (std::optional(morning)));
    QVERIFY((preset.oppositeOccupancy.provenance) == (Provenance::OwnData));
    QCOMPARE(preset.oppositeOccupancy.source, std::string("may.csv"));
    QVERIFY(preset.oppositeOccupancy.interval);
    QCOMPARE(preset.halfWindow_nm.value, 1.0);
    QVERIFY((preset.halfWindow_nm.provenance) == (Provenance::Entered));
    QVERIFY(!isFitted(preset));
    const auto manned = fromMannedAviation(preset);
    QCOMPARE(manned, std::vector<std::string_view>{"Pz(0)"}); // nobody has measured that
}

void TrafficTest::whoTurnsRoundFliesTwoLegs() {
    auto there = fly({.name = "x", .from_nm = -2, .to_nm = 2}, 70, true);
    const auto back = fly({.name = "x", .begin_s = 361, .from_nm = 2, .to_nm = -2, .offset_m = 800}, 70, true);
    there.samples.insert(there.samples.end(), back.samples.begin(), back.samples.end());
    auto hovering = fly({.name = "y", .from_nm = 0, .to_nm = 0.05}, 70, true);
    RecordedFlight recording{.vehicles = {there, hovering}, .notes = {}};
    const auto traffic = ontoAxis(std::vector{recording});
    QVERIFY_RESULT(traffic);
    QCOMPARE(traffic->legs.size(), 2U);
    QVERIFY(std::ranges::any_of(traffic->notes, [](const auto& note) { return note.code == "SHORT_LEGS"; }));
    QCOMPARE(codeOf(ontoAxis({})), QStringLiteral("INVALID_TRACK"));
    QCOMPARE(codeOf(ontoAxis(std::vector{RecordedFlight{.vehicles = {hovering}, .notes = {}}})),
             QStringLiteral("INVALID_TRACK"));
    QCOMPARE(codeOf(ontoAxis(std::vector{recording}, {.routeGap_m = 0})), QStringLiteral("INVALID_ARGUMENT"));
}

void TrafficTest::csvRefusals_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QByteArray() << "CSV_COLUMNS";
    QTest::newRow("no height") << QByteArray("id,time,lat_deg,lon_deg\n") << "CSV_COLUMNS";
    QTest::newRow("no time") << QByteArray("id,lat_deg,lon_deg,height_m\n") << "CSV_COLUMNS";
    QTest::newRow("twice") << QByteArray("id,id,t_ms,lat_deg,lon_deg,height_m\n") << "CSV_COLUMNS";
    QTest::newRow("no rows") << QByteArray("id,t_ms,lat_deg,lon_deg,height_m\n") << "NO_POSITIONS";
    QTest::newRow("one row") << QByteArray("id,t_ms,lat_deg,lon_deg,height_m\na,5,37,127,10\n") << "NO_POSITIONS";
    QTest::newRow("bad rows") << QByteArray("id,t_ms,lat_deg,lon_deg,height_m\na,5,37,x,1\na,6,91,127,1\n,7,37,127,1\n")
                              << "NO_POSITIONS";
    QTest::newRow("good") << QByteArray("\xef\xbb\xbf\"id\", height_m,t_ms,lat_deg,lon_deg,colour\r\n"
                                        "a,10,5,37,127,red\r\n\r\na,1e1,7,37.1,127\r\na,10,x,37,127\r\n")
                          << "";
}

void TrafficTest::csvRefusals() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, code);
    const auto read = formats::readTrafficCsv(bytesOf(text.toStdString()));
    QCOMPARE(codeOf(read), code);
    if (!read) return;
    QCOMPARE(read->vehicles.front().samples.size(), 2U);
    QCOMPARE(read->notes.size(), 2U);
    QCOMPARE(read->notes[0].code, std::string("IGNORED"));
    QCOMPARE(read->notes[1].code, std::string("UNREADABLE"));
    QCOMPARE(read->notes[1].where, std::string("line 5"));
}

void TrafficTest::damagedSbs() {
    std::string text = sbsOf(twoRoutes(false, 1));
    text.insert(0, "MSG,3,garbage\r\n\x01\x02\r\n");
    const auto read = formats::readSbsTraffic(bytesOf(text));
    QVERIFY_RESULT(read);
    QCOMPARE(read->vehicles.size(), 2U);
    QCOMPARE(read->notes.front().code, std::string("DAMAGED"));
    QCOMPARE(codeOf(formats::readSbsTraffic(bytesOf("nothing\n"))), QStringLiteral("NO_POSITIONS"));
}

QTEST_APPLESS_MAIN(TrafficTest)
#include "traffic_test.moc"
