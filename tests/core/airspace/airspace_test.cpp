#include "core/airspace/sun.h"
#include "core/airspace/zone_import.h"
#include "core/airspace/zone_index.h"
#include "core/geo/geodesic.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace haneul;
using namespace haneul::airspace;
using geo::Judgement;

namespace {

const geo::LatLon seoul{37.5665, 126.978};

UtcMs at(const char* text) {
    return fromRfc3339(text).value();
}

Zone zoneAround(geo::LatLon centre, double radius_m) {
    Zone zone;
    zone.identifier = "P73";
    zone.country = "KOR";
    zone.name = {{"Seoul", "en-GB"}, {"서울", "ko-KR"}};
    zone.layers = {{geo::Circle{centre, radius_m}, {}, {}}};
    zone.authorities = {{.purpose = Purpose::Authorization}};
    return zone;
}

ClockTime clockTime(int hour, int minute = 0, int ahead_s = 0) {
    return {hour * 3600 + minute * 60, ahead_s};
}

Zone scheduled(std::vector<Day> days, DayMark start, DayMark end) {
    Zone zone = zoneAround(seoul, 1000);
    zone.periods = {{{}, {}, {{std::move(days), start, end}}}};
    return zone;
}

Judgement activeAt(const Zone& zone, const char* time) {
    return activityOf(zone, at(time), at(time) + milliseconds(1)).judged.answer;
}

std::vector<std::string> codesOf(const std::vector<Finding>& findings, Severity severity) {
    std::vector<std::string> codes;
    for (const Finding& finding : findings)
        if (finding.severity == severity) codes.push_back(finding.code + ' ' + finding.where);
    return codes;
}

} // namespace

class AirspaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesGoBothWays();
    void schedulesPastMidnight(); // R-SVC-18
    void daysOfLocalTime();
    void temporaryZonesOnlyInside(); // R-MS-12
    void windowsOfAWeek();
    void openEndsAreJudged();
    void sunTimesOfKnownDays_data();
    void sunTimesOfKnownDays();
    void sunSchedulesAreUnknownNearTheirEnds();
    void pointsAgainstBruteForce();  // R-MS-11
    void volumesAgainstBruteForce(); // R-SVC-03
    void aglWithoutTerrainIsAHit();
    void edgesAndLimitsBelongToTheZone();
    void layersOverTheAntimeridian();
    void findingsOfBadZones();
    void outcomesOfFeatures();
};

void AirspaceTest::namesGoBothWays() {
    for (const auto type : {ZoneType::Uspace, ZoneType::Prohibited, ZoneType::ReqAuthorization, ZoneType::Conditional,
                            ZoneType::NoRestriction})
        QVERIFY(zoneTypeFromString(airspace::toString(type)) == type);
    QVERIFY(zoneTypeFromString("REQ_AUTHORISATION") == ZoneType::ReqAuthorization);
    QVERIFY(!zoneTypeFromString("COMMON"));
    QVERIFY(!zoneTypeFromString("prohibited"));
    for (int day = 0; day < 7; ++day)
        QVERIFY(dayFromString(airspace::toString(static_cast<Day>(day))) == static_cast<Day>(day));
    QCOMPARE(textIn(zoneAround(seoul, 1).name, "ko"), std::string("서울"));
    QCOMPARE(textIn(zoneAround(seoul, 1).name, "fr"), std::string("Seoul"));
    QCOMPARE(textIn({}, "ko"), std::string());
}

// Acceptance scenario A16; 2026-11-27 is a Friday.
void AirspaceTest::schedulesPastMidnight() {
    const Zone zone = scheduled({Day::Fri}, clockTime(22), clockTime(2));
    QCOMPARE(activeAt(zone, "2026-11-28T01:00:00Z"), Judgement::Yes); // Saturday
    QCOMPARE(activeAt(zone, "2026-11-27T01:00:00Z"), Judgement::No);  // Friday
    QCOMPARE(activeAt(zone, "2026-11-27T22:00:00Z"), Judgement::Yes);
    QCOMPARE(activeAt(zone, "2026-11-27T21:59:59Z"), Judgement::No);
    QCOMPARE(activeAt(zone, "2026-11-28T02:00:00Z"), Judgement::No); // half open
    // A period that ends at midnight cuts the second half off.
    Zone cut = zone;
    cut.periods[0].to = at("2026-11-28T00:00:00Z");
    QCOMPARE(activeAt(cut, "2026-11-27T23:59:59Z"), Judgement::Yes);
    QCOMPARE(activeAt(cut, "2026-11-28T01:00:00Z"), Judgement::No);
    // Beginning and end at one time: the whole day.
    const Zone whole = scheduled({Day::Fri}, clockTime(0), clockTime(0));
    QCOMPARE(activeAt(whole, "2026-11-27T23:59:59Z"), Judgement::Yes);
    QCOMPARE(activeAt(whole, "2026-11-28T00:00:00Z"), Judgement::No);
    QCOMPARE(activeAt(whole, "2026-11-26T23:59:59Z"), Judgement::No);
}

void AirspaceTest::daysOfLocalTime() {
    // Monday 06:00 in Korea is Sunday 21:00 UTC.
    const Zone zone = scheduled({Day::Mon}, clockTime(6, 0, 9 * 3600), clockTime(8, 30, 9 * 3600));
    QCOMPARE(activeAt(zone, "2026-11-29T21:00:00Z"), Judgement::Yes);
    QCOMPARE(activeAt(zone, "2026-11-29T23:29:59Z"), Judgement::Yes);
    QCOMPARE(activeAt(zone, "2026-11-29T23:30:00Z"), Judgement::No);
    QCOMPARE(activeAt(zone, "2026-11-30T21:00:00Z"), Judgement::No);
}

void AirspaceTest::temporaryZonesOnlyInside() {
    Zone zone = zoneAround(seoul, 1000);
    QCOMPARE(activeAt(zone, "1970-01-01T00:00:00Z"), Judgement::Yes); // permanent
    zone.periods = {{at("2026-03-01T00:00:00Z"), at("2026-03-02T00:00:00Z"), {}}, {at("2026-04-01T00:00:00Z"), {}, {}}};
    QCOMPARE(activeAt(zone, "2026-02-28T23:59:59Z"), Judgement::No);
    QCOMPARE(activeAt(zone, "2026-03-01T00:00:00Z"), Judgement::Yes);
    QCOMPARE(activeAt(zone, "2026-03-02T00:00:00Z"), Judgement::No);
    QCOMPARE(activeAt(zone, "2126-04-01T00:00:00Z"), Judgement::Yes);
    const auto until = activityOf(zone, at("2026-02-01T00:00:00Z"), at("2026-03-01T00:00:00Z"));
    QCOMPARE(until.judged.answer, Judgement::No);
}

void AirspaceTest::windowsOfAWeek() {
    Zone zone = scheduled({Day::Mon, Day::Wed}, clockTime(8), clockTime(12));
    zone.periods[0].schedule.push_back({{Day::Wed}, clockTime(11), clockTime(13)});
    const auto activity = activityOf(zone, at("2026-11-23T09:00:00Z"), at("2026-11-30T00:00:00Z"));
    QCOMPARE(activity.windows.size(), 2u);
    QVERIFY(activity.windows[0] == (Window{at("2026-11-23T09:00:00Z"), at("2026-11-23T12:00:00Z"), true, {}}));
    QVERIFY(activity.windows[1] == (Window{at("2026-11-25T08:00:00Z"), at("2026-11-25T13:00:00Z"), true, {}}));
    QVERIFY(!activity.more);
}

void AirspaceTest::openEndsAreJudged() {
    const Zone zone = scheduled({Day::Sun}, clockTime(8), clockTime(12));
    const auto always = activityOf(zone, {}, {});
    QCOMPARE(always.judged.answer, Judgement::Yes);
    QVERIFY(always.more);
    QCOMPARE(activityOf(zone, at("2026-01-01T00:00:00Z"), {}).judged.answer, Judgement::Yes);
    QCOMPARE(activityOf(zone, {}, at("2026-01-01T00:00:00Z")).judged.answer, Judgement::Yes);
}

void AirspaceTest::sunTimesOfKnownDays_data() {
    QTest::addColumn<geo::LatLon>("place");
    QTest::addColumn<QByteArray>("day");
    QTest::addColumn<int>("event");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, geo::LatLon place, const char* day, Daylight event, const char* expected) {
        QTest::newRow(name) << place << QByteArray(day) << static_cast<int>(event) << QByteArray(expected);
    };
    // Almanac (KASI / USNO): Seoul 2026-06-21 sunrise 05:11 KST, sunset 19:57 KST; 2026-12-22 07:43 and 17:17 KST.
    row("Seoul, June, sunrise", seoul, "2026-06-21", Daylight::Sr, "2026-06-20T20:11:00Z");
    row("Seoul, June, sunset", seoul, "2026-06-21", Daylight::Ss, "2026-06-21T10:57:00Z");
    row("Seoul, December, sunrise", seoul, "2026-12-22", Daylight::Sr, "2026-12-21T22:43:00Z");
    row("Seoul, December, sunset", seoul, "2026-12-22", Daylight::Ss, "2026-12-22T08:17:00Z");
    // Greenwich, equinox 2026-03-20: 06:03 and 18:13 UTC.
    row("Greenwich, March, sunrise", {51.4779, 0}, "2026-03-20", Daylight::Sr, "2026-03-20T06:03:00Z");
    row("Greenwich, March, sunset", {51.4779, 0}, "2026-03-20", Daylight::Ss, "2026-03-20T18:13:00Z");
}

void AirspaceTest::sunTimesOfKnownDays() {
    QFETCH(const geo::LatLon, place);
    QFETCH(const QByteArray, day);
    QFETCH(const int, event);
    QFETCH(const QByteArray, expected);
    const auto date = std::chrono::floor<std::chrono::days>(at(QByteArray(day + "T00:00:00Z").constData()));
    const auto found = sunEvent(place, date, static_cast<Daylight>(event));
    QVERIFY(found);
    QVERIFY2(std::chrono::abs(*found - at(expected.constData())) <= sunAccuracy, toRfc3339(*found).c_str());
    const auto twilight =
        sunEvent(place, date, static_cast<Daylight>(event) == Daylight::Sr ? Daylight::Bmct : Daylight::Eect);
    const double apart_min = std::abs(std::chrono::duration<double, std::ratio<60>>(*twilight - *found).count());
    QVERIFY(apart_min > 22 && apart_min < 45);
}

void AirspaceTest::sunSchedulesAreUnknownNearTheirEnds() {
    const Zone night = scheduled({}, Daylight::Eect, Daylight::Bmct);  // over midnight
    QCOMPARE(activeAt(night, "2026-06-21T15:00:00Z"), Judgement::Yes); // 00:00 in Seoul
    QCOMPARE(activeAt(night, "2026-06-21T03:00:00Z"), Judgement::No);  // noon
    const auto dusk = sunEvent(seoul, std::chrono::sys_days{std::chrono::year{2026} / 6 / 21}, Daylight::Eect).value();
    const auto near = activityOf(night, dusk, dusk + milliseconds(1000));
    QCOMPARE(near.judged.answer, Judgement::Unknown);
    QVERIFY(!near.judged.why.empty());
    Zone north = scheduled({}, Daylight::Sr, Daylight::Ss);
    north.layers = {{geo::Circle{{78, 15}, 1000}, {}, {}}};
    QCOMPARE(activeAt(north, "2026-06-21T12:00:00Z"), Judgement::Unknown); // the sun does not rise: not judged
}

void AirspaceTest::pointsAgainstBruteForce() {
    std::mt19937_64 random(21);
    std::uniform_real_distribution<double> bearing(0, 360), away(0, 60'000), radius(100, 9000), height(0, 500);
    std::vector<Zone> zones;
    for (int i = 0; i < 300; ++i) {
        Zone zone = zoneAround(geo::direct(seoul, bearing(random), away(random)), radius(random));
        const double low = height(random);
        zone.layers[0].lower = geo::VerticalLimit{low, geo::VerticalReference::Amsl};
        zone.layers[0].upper = geo::VerticalLimit{low + 100, geo::VerticalReference::Amsl};
        zones.push_back(zone);
    }
    const ZoneIndex index(zones);
    std::size_t found = 0;
    for (int i = 0; i < 300; ++i) {
        const geo::LatLon point = geo::direct(seoul, bearing(random), away(random));
        const double height_m = height(random);
        std::vector<std::size_t> expected;
        for (std::size_t zone = 0; zone < zones.size(); ++zone) {
            const geo::Circle circle = std::get<geo::Circle>(zones[zone].layers[0].area);
            if (geo::inverse(circle.centre, point).distance_m <= circle.radius_m &&
                height_m >= zones[zone].layers[0].lower->metres && height_m <= zones[zone].layers[0].upper->metres)
                expected.push_back(zone);
        }
        std::vector<std::size_t> hit;
        for (const ZoneHit& one :
             index.zonesAt(point, geo::VerticalLimit{height_m, geo::VerticalReference::Amsl}, utcMs(0), {})) {
            QCOMPARE(one.answer, Judgement::Yes);
            hit.push_back(one.zone);
        }
        QVERIFY(hit == expected);
        found += hit.size();
    }
    QVERIFY(found > 100);
}

void AirspaceTest::volumesAgainstBruteForce() {
    std::mt19937_64 random(22);
    std::uniform_real_distribution<double> bearing(0, 360), away(0, 60'000), radius(100, 9000);
    std::uniform_int_distribution<int> hour(0, 47);
    std::vector<Zone> zones;
    for (int i = 0; i < 200; ++i) {
        Zone zone = zoneAround(geo::direct(seoul, bearing(random), away(random)), radius(random));
        const UtcMs begin = utcMs(hour(random) * 3'600'000LL);
        if (i % 3 != 0) zone.periods = {{begin, begin + std::chrono::hours(3), {}}};
        zones.push_back(zone);
    }
    const ZoneIndex index(zones);
    std::size_t found = 0;
    for (int i = 0; i < 200; ++i) {
        const UtcMs begin = utcMs(hour(random) * 3'600'000LL);
        const geo::Volume4D volume{geo::Circle{geo::direct(seoul, bearing(random), away(random)), radius(random) / 3},
                                   {},
                                   {},
                                   begin,
                                   begin + std::chrono::hours(1)};
        std::vector<std::size_t> expected;
        for (std::size_t zone = 0; zone < zones.size(); ++zone) {
            geo::Volume4D own{zones[zone].layers[0].area, {}, {}, {}, {}};
            if (!zones[zone].periods.empty()) {
                own.from = zones[zone].periods[0].from;
                own.to = zones[zone].periods[0].to;
            }
            if (geo::overlap(own, volume, {}).answer == Judgement::Yes) expected.push_back(zone);
        }
        std::vector<std::size_t> hit;
        for (const ZoneHit& one : index.zonesIn(volume, {}))
            hit.push_back(one.zone);
        QVERIFY(hit == expected);
        found += hit.size();
    }
    QVERIFY(found > 100);
}

// Acceptance scenario A6.
void AirspaceTest::aglWithoutTerrainIsAHit() {
    Zone zone = zoneAround(seoul, 1000);
    zone.layers[0].upper = geo::VerticalLimit{150, geo::VerticalReference::Agl};
    const ZoneIndex index({zone});
    const auto high = geo::VerticalLimit{600, geo::VerticalReference::Amsl};
    const auto blind = index.zonesAt(seoul, high, utcMs(0), {});
    QCOMPARE(blind.size(), 1u);
    QCOMPARE(blind[0].answer, Judgement::Unknown);
    QVERIFY(blind[0].why.contains("no terrain"));
    const geo::Surroundings flat{[](geo::LatLon) { return std::optional(30.0); }, {}};
    QVERIFY(index.zonesAt(seoul, high, utcMs(0), flat).empty());
    QCOMPARE(index.zonesAt(seoul, geo::VerticalLimit{170, geo::VerticalReference::Amsl}, utcMs(0), flat)[0].answer,
             Judgement::Yes);
}

void AirspaceTest::edgesAndLimitsBelongToTheZone() {
    Zone zone = zoneAround(seoul, 1000);
    zone.layers[0].lower = geo::VerticalLimit{50, geo::VerticalReference::Agl};
    zone.layers[0].upper = geo::VerticalLimit{150, geo::VerticalReference::Agl};
    const ZoneIndex index({zone});
    const auto hits = [&](geo::LatLon point, double height_m) {
        return index.zonesAt(point, geo::VerticalLimit{height_m, geo::VerticalReference::Agl}, utcMs(0), {}).size();
    };
    QCOMPARE(hits(geo::direct(seoul, 90, 1000), 100), 1u);
    QCOMPARE(hits(geo::direct(seoul, 90, 1000.01), 100), 0u);
    QCOMPARE(hits(seoul, 50), 1u);
    QCOMPARE(hits(seoul, 150), 1u);
    QCOMPARE(hits(seoul, 150.01), 0u);
    QCOMPARE(hits(seoul, 49.99), 0u);
    QCOMPARE(index.zonesAt(seoul, {}, utcMs(0), {}).size(), 1u);
    QVERIFY(index.zonesAt({91, 0}, {}, utcMs(0), {}).empty());
}

void AirspaceTest::layersOverTheAntimeridian() {
    Zone zone = zoneAround({-17, 179.999}, 5000);
    zone.layers.push_back({geo::Circle{{-17, -170}, 100}, {}, {}});
    const ZoneIndex index({zoneAround(seoul, 1000), zone});
    for (const double longitude_deg : {179.97, 180.0, -180.0, -179.97})
        QCOMPARE(index.zonesAt({-17, longitude_deg}, {}, utcMs(0), {}).size(), 1u);
    const auto second = index.zonesAt({-17, -170}, {}, utcMs(0), {});
    QCOMPARE(second.size(), 1u);
    QCOMPARE(second[0].layer, 1u);
    QCOMPARE(index.zonesIn({geo::Circle{{-17, -179.99}, 500}, {}, {}, {}, {}}, {}).size(), 1u);
    QVERIFY(index.zonesNear({-18, 179, -16, -179}) == std::vector<std::size_t>{1});
    QVERIFY(ZoneIndex().zonesAt(seoul, {}, utcMs(0), {}).empty());
}

void AirspaceTest::findingsOfBadZones() {
    const Zone sound = zoneAround(seoul, 1000);
    QVERIFY(findingsOf(sound).empty());
    using Codes = std::vector<std::string>;
    Zone zone = sound;
    zone.layers[0].lower = geo::VerticalLimit{3000, geo::VerticalReference::Amsl};
    zone.layers[0].upper = geo::VerticalLimit{0, geo::VerticalReference::Amsl};
    QVERIFY(codesOf(findingsOf(zone), Severity::Refuse) == Codes{"BAD_LIMITS layers[0].upper"});
    zone.layers[0].upper = geo::VerticalLimit{0, geo::VerticalReference::Agl};
    QVERIFY(codesOf(findingsOf(zone), Severity::Refuse) == Codes{"BAD_LIMITS layers[0].upper"});
    zone.layers[0].upper = geo::VerticalLimit{120, geo::VerticalReference::Agl};
    QVERIFY(codesOf(findingsOf(zone), Severity::Quarantine) == Codes{"LIMITS_NOT_COMPARABLE layers[0].upper"});
    zone.layers[0].upper = geo::VerticalLimit{99'999, geo::VerticalReference::Amsl};
    QVERIFY(codesOf(findingsOf(zone), Severity::Quarantine) == Codes{"SUSPICIOUS_HEIGHT layers[0].upper"});
    zone = sound;
    zone.layers[0].area = geo::Polygon{{seoul, {37.6, 127}}, {}};
    QVERIFY(codesOf(findingsOf(zone), Severity::Refuse) == Codes{"BAD_AREA layers[0].area.outer"});
    zone.layers.clear();
    zone.country = "KR";
    zone.identifier.clear();
    QVERIFY(codesOf(findingsOf(zone), Severity::Refuse) ==
            (Codes{"NO_IDENTIFIER identifier", "BAD_COUNTRY country", "NO_LAYER layers"}));
    zone = scheduled({}, ClockTime{90'000, 0}, ClockTime{});
    zone.periods.push_back({utcMs(5), utcMs(5), {}});
    QVERIFY(codesOf(findingsOf(zone), Severity::Refuse) ==
            (Codes{"BAD_SCHEDULE periods[0].schedule[0]", "BAD_TIMES periods[1].to"}));
    zone = sound;
    zone.identifier = "LEZG_TMA";
    zone.authorities.clear();
    zone.name.clear();
    QVERIFY(codesOf(findingsOf(zone), Severity::Note) ==
            (Codes{"LONG_IDENTIFIER identifier", "NO_NAME name", "NO_AUTHORITY authorities"}));
}

void AirspaceTest::outcomesOfFeatures() {
    const Zone sound = zoneAround(seoul, 1000);
    Zone swapped = sound;
    swapped.layers[0].lower = geo::VerticalLimit{3000, geo::VerticalReference::Amsl};
    swapped.layers[0].upper = geo::VerticalLimit{0, geo::VerticalReference::Amsl};
    ZoneImport import;
    import.features = {reportOf("features[0]", sound, {}), reportOf("features[1]", swapped, {}),
                       reportOf("features[2]", sound, {{Severity::Quarantine, "RING_NOT_CLOSED", "", ""}}),
                       reportOf("features[3]", sound, {{Severity::Refuse, "UNKNOWN_UNIT", "", ""}})};
    QVERIFY(import.features[0].outcome == Outcome::Taken);
    QVERIFY(import.features[1].outcome == Outcome::Refused);
    QVERIFY(import.features[1].findings[0].where == "features[1]: layers[0].upper");
    QVERIFY(!import.features[1].zone);
    QVERIFY(import.features[2].outcome == Outcome::Quarantined);
    QVERIFY(import.features[3].outcome == Outcome::Refused);
    QCOMPARE(import.features[3].findings.size(), 1u);
    import.features[2].zone->identifier = "OTHER";
    import.features.push_back(reportOf("features[4]", sound, {}));
    findDuplicates(import);
    QVERIFY(import.features[4].outcome == Outcome::Quarantined);
    QCOMPARE(zonesOf(import, false).size(), 1u);
    QCOMPARE(zonesOf(import, true).size(), 3u);
}

QTEST_APPLESS_MAIN(AirspaceTest)
#include "airspace_test.moc"
