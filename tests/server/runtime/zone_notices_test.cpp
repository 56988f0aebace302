#include "plan_fixture.h"
#include "server/demo/demo_zones.h"
#include "server/runtime/volumes_in_use.h"
#include "server/runtime/zone_notices.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>

using namespace haneul;
using namespace haneul::plan::tests;

// Who is told when the airspace changes.
class ZoneNoticesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void operatorsOfTheAreaAreTold();  // R-SVC-15 R-SVC-18
    void plansThatAreHitAreNamed();    // R-SVC-15 R-EVT-04
    void aLargeImportIsOneNotice();    // R-SVC-15
    void impactNamesPlansThatWait();   // R-SVC-18
    void demonstrationZonesAreSound(); // R-MS-12
};

namespace {

void openAirspace(House& house) {
    house.airspace.reset();
    auto opened = airspace::EventAirspaceService::open(*house.log, house.clock, {},
                                                       {.surroundings = {}, .alsoWritten = runtime::noticesOfZones});
    if (!opened) qFatal("%s", opened.error().message.c_str());
    house.airspace = *std::move(opened);
}

airspace::Zone zoneAt(const char* id, geo::LatLon centre, double radius_m) {
    airspace::Zone zone = demo::demoZones(haneul::tests::noon).front();
    zone.identifier = id;
    zone.layers.front().area = geo::Circle{centre, radius_m};
    return zone;
}

std::vector<std::string> told(House& house, const std::string& user, people::Role role) {
    std::vector<std::string> messages;
    for (const auto& notice : house.noticesOf(user, role))
        messages.push_back(notice.message + " " + notice.about.zone + " " + notice.about.plan);
    return messages;
}

std::size_t count(const std::vector<std::string>& messages, const std::string& begin) {
    return static_cast<std::size_t>(
        std::ranges::count_if(messages, [&](const std::string& message) { return message.starts_with(begin); }));
}

} // namespace

void ZoneNoticesTest::operatorsOfTheAreaAreTold() {
    House house;
    openAirspace(house);
    const auto fly = [&](const std::string& user, people::Role role, geo::LatLon where) {
        notify::Preferences preferences;
        preferences.areas = {notify::Circle{where, 5'000}};
        return waitFor<void>([&](auto done) { house.notices->setPreferences(person(user, role), preferences, done); });
    };
    QVERIFY_RESULT(fly("kim", people::Role::Pilot, {37.57, 126.98}));
    QVERIFY_RESULT(fly("park", people::Role::Planner, {35.15, 129.05})); // Busan
    house.publish(zoneAt("Z1", {37.56, 126.99}, 500));
    QCOMPARE(count(told(house, "kim", people::Role::Pilot), "ZONE_PUBLISHED KOR"), 1U);
    QCOMPARE(count(told(house, "park", people::Role::Planner), "ZONE"), 0U);
    QCOMPARE(count(told(house, "root", people::Role::Administrator), "ZONE"), 0U);
    const std::string key = house.airspace->state()->records.front().key;
    QVERIFY_RESULT(waitFor<void>([&](auto done) {
        house.airspace->withdrawZone(airspace::EventAirspaceService::programItself(), key, "over", done);
    }));
    QCOMPARE(count(told(house, "kim", people::Role::Pilot), "ZONE_WITHDRAWN"), 1U);
    QCOMPARE(count(told(house, "park", people::Role::Planner), "ZONE"), 0U);
}

void ZoneNoticesTest::plansThatAreHitAreNamed() {
    House house;
    openAirspace(house);
    QVERIFY_RESULT(house.approve(house.waiting(haneul::tests::deliveryPlan("HIT"))));
    const auto box = geo::boxOf(house.service->state()->plan("HIT")->plan.volumes.front().area);
    const geo::LatLon there{(box.south_deg + box.north_deg) / 2, (box.west_deg + box.east_deg) / 2};
    house.publish(zoneAt("FAR", {there.latitude_deg + 0.5, there.longitude_deg}, 500));
    QCOMPARE(count(told(house, "lee", people::Role::Approver), "ZONE_HITS_PLAN"), 0U);
    house.publish(zoneAt("NEAR", there, 500));
    const auto approver = told(house, "lee", people::Role::Approver);
    QCOMPARE(count(approver, "ZONE_HITS_PLAN"), 1U);
    QVERIFY(std::ranges::any_of(approver, [](const std::string& message) { return message.ends_with(" HIT"); }));
    QCOMPARE(count(told(house, "park", people::Role::Planner), "ZONE_HITS_PLAN"), 1U); // its author
}

void ZoneNoticesTest::aLargeImportIsOneNotice() {
    House house;
    openAirspace(house);
    airspace::ZoneImport import;
    import.format = "GeoJSON";
    for (int i = 0; i < 30; ++i) {
        airspace::FeatureReport report;
        report.outcome = airspace::Outcome::Taken;
        report.zone = zoneAt(("I" + std::to_string(i)).c_str(), {37.0 + 0.01 * i, 127.0}, 300);
        import.features.push_back(std::move(report));
    }
    const auto imported = waitFor<airspace::ImportRecord>([&](auto done) {
        house.airspace->importZones(airspace::EventAirspaceService::programItself(), import, "many.geojson",
                                    airspace::ImportChoice::AllOrNothing, done);
    });
    QVERIFY_RESULT(imported);
    const auto messages = told(house, "kim", people::Role::Pilot);
    QCOMPARE(count(messages, "ZONES_IMPORTED"), 1U);
    QCOMPARE(count(messages, "ZONE_PUBLISHED"), 0U);
}

void ZoneNoticesTest::impactNamesPlansThatWait() {
    House house;
    openAirspace(house);
    house.airspace->addVolumesInUse([&](UtcMs now) { return runtime::volumesOfPlans(*house.service->state(), now); });
    house.waiting(haneul::tests::deliveryPlan("WAITS"));
    const auto box = geo::boxOf(house.service->state()->plan("WAITS")->plan.volumes.front().area);
    const auto hit = zoneAt("NEW", {(box.south_deg + box.north_deg) / 2, (box.west_deg + box.east_deg) / 2}, 500);
    const auto impacts = waitFor<std::vector<airspace::Impact>>(
        [&](auto done) { house.airspace->impactOf(airspace::EventAirspaceService::programItself(), hit, done); });
    QVERIFY_RESULT(impacts);
    QCOMPARE(impacts->size(), std::size_t{1});
    QCOMPARE(impacts->front().id, std::string("WAITS"));
    QVERIFY(impacts->front().answer == geo::Judgement::Yes);
}

void ZoneNoticesTest::demonstrationZonesAreSound() {
    House house;
    QVERIFY_RESULT(
        demo::seeToDemoZones(*house.airspace, airspace::EventAirspaceService::programItself(), house.clock.now()));
    QCOMPARE(house.airspace->state()->records.size(), demo::demoZones(house.clock.now()).size());
    for (const airspace::Zone& zone : demo::demoZones(house.clock.now()))
        for (const airspace::Finding& finding : airspace::findingsOf(zone))
            QVERIFY2(finding.severity != airspace::Severity::Refuse, finding.message.c_str());
}

QTEST_GUILESS_MAIN(ZoneNoticesTest)
#include "zone_notices_test.moc"
