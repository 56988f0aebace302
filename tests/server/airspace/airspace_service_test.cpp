#include "core/formats/zone_json.h"
#include "core/geo/geodesic.h"
#include "server/airspace/airspace_projection.h"
#include "server/airspace/event_airspace_service.h"
#include "server/airspace/events.h"
#include "server/airspace/tables.h"
#include "server/clock/clock.h"

#include <QTemporaryDir>
#include <QtTest>

#include <future>
#include <random>

using namespace haneul;
using namespace haneul::airspace;
using geo::Judgement;

namespace {

const geo::LatLon seoul{37.5665, 126.978};
const UtcMs noon = *fromRfc3339("2026-11-21T12:00:00Z");

template <class T, class Call>
Result<T> waitFor(Call call) {
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto future = promise->get_future();
    call([promise](Result<T> result) { promise->set_value(std::move(result)); });
    if (future.wait_for(std::chrono::seconds(10)) != std::future_status::ready)
        return fail("NO_ANSWER", "nobody answered", "");
    return future.get();
}

template <class T>
std::string codeOf(const Result<T>& result) {
    return result ? std::string() : result.error().code;
}

Zone zoneNamed(const std::string& identifier, geo::Area area) {
    Zone zone;
    zone.identifier = identifier;
    zone.country = "KOR";
    zone.name = {{"서울", "ko-KR"}};
    zone.authorities = {{.purpose = Purpose::Authorization}};
    zone.layers = {{std::move(area), geo::VerticalLimit{0, geo::VerticalReference::Agl},
                    geo::VerticalLimit{150, geo::VerticalReference::Agl}}};
    return zone;
}

Zone circleZone(const std::string& identifier, geo::LatLon centre = seoul, double radius_m = 1000) {
    return zoneNamed(identifier, geo::Circle{centre, radius_m});
}

struct House {
    explicit House(AirspaceSettings wanted = {})
        : settings(std::move(wanted)) {
        open();
    }

    void open() {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<AirspaceProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        auto made = EventAirspaceService::open(
            *log, clock,
            [this](const people::Principal&, std::string_view scope, std::string_view) {
                refusals.emplace_back(scope);
            },
            settings);
        if (!made) qFatal("%s", made.error().message.c_str());
        service = *std::move(made);
    }

    void restart() {
        service.reset();
        log.reset();
        open();
    }

    Result<std::uint64_t> publish(const Zone& zone, std::uint64_t basedOn = 0) {
        return waitFor<std::uint64_t>([&](auto done) { service->publishZone(by, zone, basedOn, done); });
    }

    Result<void> withdraw(const std::string& key) {
        return waitFor<void>([&](auto done) { service->withdrawZone(by, key, "over", done); });
    }

    Result<ImportRecord> import(const ZoneImport& zones, ImportChoice choice) {
        return waitFor<ImportRecord>([&](auto done) { service->importZones(by, zones, "file.json", choice, done); });
    }

    std::vector<std::string> types() {
        std::promise<std::vector<std::string>> promise;
        log->page({.typePrefix = "airspace."}, [&](const Result<log::EntryPage>& page) {
            std::vector<std::string> list;
            for (const auto& record : page->entries)
                list.insert(list.begin(), record.entry.type);
            promise.set_value(list);
        });
        return promise.get_future().get();
    }

    template <class T>
    T read(std::function<T(const storage::Database&)> take) {
        std::promise<T> promise;
        log->read([&](const storage::Database& database) { promise.set_value(take(database)); });
        return promise.get_future().get();
    }

    QTemporaryDir folder;
    AirspaceSettings settings;
    clock::ManualClock clock{noon};
    people::Principal by = EventAirspaceService::programItself();
    std::vector<std::string> refusals;
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<EventAirspaceService> service;
};

std::size_t hitsAt(const AirspaceState& state, geo::LatLon point, UtcMs time = noon) {
    return state.index.zonesAt(point, {}, time, {}).size();
}

} // namespace

class AirspaceServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsGoBothWays();
    void publishedChangedWithdrawn();  // R-SVC-18
    void temporaryZoneOnlyInItsTime(); // R-MS-12
    void badZonesAreRefused();
    void scopesAreWanted();
    void subscribersAreTold();
    void nothingIsLostOverARestart();
    void tablesAreMadeAgainFromTheLog();
    void importAllOrNothing(); // acceptance scenario A15
    void importAgainChangesOnlyWhatDiffers();
    void importTakesBack();
    void spatialQueriesByTheTables(); // R-DB-09
    void impactBeforePublishing();
};

void AirspaceServiceTest::eventsGoBothWays() {
    ImportRecord record;
    record.file = "f";
    record.format = "ED-318";
    record.choice = "sound";
    record.taken = 3;
    record.withdrawn = 1;
    for (const AirspaceEvent& event :
         {AirspaceEvent(ZonePublished{"KOR:A", 1, R"({"a":1})"}),
          AirspaceEvent(ZonePublished{"KOR:A", 2, R"({"a":1})"}), AirspaceEvent(ZoneWithdrawn{"KOR:A", "over"}),
          AirspaceEvent(ZonesImported{record})}) {
        const log::NewEvent written = toEvent(event);
        QVERIFY(eventFrom(written.type, written.body) == event);
    }
    QCOMPARE(toEvent(ZonePublished{"KOR:A", 2, "{}"}).type, std::string("airspace.zone_changed"));
    QCOMPARE(codeOf(eventFrom("airspace.other", "{}")), std::string("BAD_ENTRY"));
    QCOMPARE(codeOf(eventFrom("airspace.zone_withdrawn", R"({"zone":"A"})")), std::string("MISSING_FIELD"));
    QCOMPARE(codeOf(eventFrom("airspace.zone_published", R"({"zone":"A","revision":-1,"body":{}})")),
             std::string("BAD_FIELD"));
}

void AirspaceServiceTest::publishedChangedWithdrawn() {
    House house;
    QCOMPARE(house.publish(circleZone("P73")), Result<std::uint64_t>(1));
    QCOMPARE(hitsAt(*house.service->state(), seoul), 1u);
    QVERIFY(house.service->state()->record("KOR:P73")->published == noon);
    // The next question sees the change.
    QCOMPARE(house.publish(circleZone("P73", {35, 129}), 1), Result<std::uint64_t>(2));
    QCOMPARE(hitsAt(*house.service->state(), seoul), 0u);
    QCOMPARE(hitsAt(*house.service->state(), {35, 129}), 1u);
    QCOMPARE(codeOf(house.publish(circleZone("P73"), 1)), std::string("STALE_REVISION"));
    QCOMPARE(codeOf(house.publish(circleZone("P73"), 0)), std::string("STALE_REVISION"));
    QVERIFY(house.withdraw("KOR:P73"));
    QCOMPARE(hitsAt(*house.service->state(), {35, 129}), 0u);
    QCOMPARE(codeOf(house.withdraw("KOR:P73")), std::string("NO_SUCH_ZONE"));
    QVERIFY(house.service->state()->zone("KOR:P73") == nullptr);
    QCOMPARE(house.publish(circleZone("P73")), Result<std::uint64_t>(3)); // revisions go on
    QVERIFY(house.types() == (std::vector<std::string>{"airspace.zone_published", "airspace.zone_changed",
                                                       "airspace.zone_withdrawn", "airspace.zone_changed"}));
}

void AirspaceServiceTest::temporaryZoneOnlyInItsTime() {
    House house;
    Zone zone = circleZone("TFR1");
    zone.periods = {{noon + std::chrono::hours(1), noon + std::chrono::hours(2), {}}};
    QVERIFY(house.publish(zone));
    const AirspaceStatePtr state = house.service->state();
    QCOMPARE(hitsAt(*state, seoul, noon), 0u);
    QCOMPARE(hitsAt(*state, seoul, noon + std::chrono::hours(1)), 1u);
    QCOMPARE(hitsAt(*state, seoul, noon + std::chrono::hours(2)), 0u);
}

void AirspaceServiceTest::badZonesAreRefused() {
    House house;
    Zone zone = circleZone("A");
    zone.layers[0].upper = geo::VerticalLimit{-5, geo::VerticalReference::Agl};
    QCOMPARE(codeOf(house.publish(zone)), std::string("BAD_LIMITS"));
    zone = circleZone("");
    QCOMPARE(codeOf(house.publish(zone)), std::string("NO_IDENTIFIER"));
    zone = circleZone("A");
    zone.message = {{std::string(1'100'000, 'x'), "en"}};
    QCOMPARE(codeOf(house.publish(zone)), std::string("TOO_LARGE"));
    QVERIFY(house.types().empty());
}

void AirspaceServiceTest::scopesAreWanted() {
    House house;
    house.by.scopes = {"zone.read"};
    QCOMPARE(codeOf(house.publish(circleZone("A"))), std::string("FORBIDDEN"));
    QCOMPARE(codeOf(house.withdraw("KOR:A")), std::string("FORBIDDEN"));
    QCOMPARE(codeOf(house.import({}, ImportChoice::Sound)), std::string("FORBIDDEN"));
    QVERIFY(waitFor<std::vector<Impact>>([&](auto done) { house.service->impactOf(house.by, circleZone("A"), done); }));
    house.by.scopes = {"zone.write"};
    QCOMPARE(codeOf(waitFor<std::vector<Impact>>(
                 [&](auto done) { house.service->impactOf(house.by, circleZone("A"), done); })),
             std::string("FORBIDDEN"));
    QVERIFY(house.refusals == (std::vector<std::string>{"zone.write", "zone.write", "zone.write", "zone.read"}));
}

void AirspaceServiceTest::subscribersAreTold() {
    House house;
    std::vector<std::uint64_t> numbers;
    auto subscription =
        house.service->subscribe([&](const AirspaceStatePtr& state) { numbers.push_back(state->number); });
    QVERIFY(house.publish(circleZone("A")));
    QVERIFY(house.publish(circleZone("B")));
    subscription.reset();
    QVERIFY(house.publish(circleZone("C")));
    QCOMPARE(numbers.size(), 2u);
    QVERIFY(numbers[0] < numbers[1]);
    QCOMPARE(house.service->state()->index.zones().size(), 3u);
}

void AirspaceServiceTest::nothingIsLostOverARestart() {
    House house;
    Zone zone = circleZone("A");
    zone.periods = {{noon, {}, {{{Day::Fri}, ClockTime{79'200, 32'400}, Daylight::Sr}}}};
    zone.extended = R"({"colour":"red"})";
    QVERIFY(house.publish(zone));
    QVERIFY(house.publish(circleZone("B")));
    QVERIFY(house.withdraw("KOR:B"));
    const AirspaceStatePtr before = house.service->state();
    house.restart();
    const AirspaceStatePtr after = house.service->state();
    QVERIFY(after->index.zones() == before->index.zones());
    QVERIFY(after->records == before->records);
    QVERIFY(*after->zone("KOR:A") == zone);
}

void AirspaceServiceTest::tablesAreMadeAgainFromTheLog() {
    House house;
    QVERIFY(house.publish(circleZone("A")));
    QVERIFY(house.publish(zoneNamed("B", geo::Polygon{{{37, 127}, {37, 128}, {38, 128}}, {}})));
    QVERIFY(house.publish(circleZone("A", {35, 129}), 1));
    QVERIFY(house.publish(circleZone("C")));
    QVERIFY(house.withdraw("KOR:C"));
    const auto compared = house.log->rebuild().get();
    QVERIFY2(compared, compared ? "" : compared.error().message.c_str());
    QCOMPARE(compared->size(), 3u);
    for (const log::TableComparison& table : *compared)
        QVERIFY(table.onlyBefore == 0 && table.onlyAfter == 0);
}

void AirspaceServiceTest::importAllOrNothing() {
    House house;
    ZoneImport import{.format = "ED-318"};
    for (int i = 0; i < 400; ++i)
        import.features.push_back(
            reportOf("features[" + std::to_string(i) + ']', circleZone("Z" + std::to_string(i)), {}));
    Zone swapped = circleZone("Z7");
    swapped.layers[0].lower = geo::VerticalLimit{500, geo::VerticalReference::Agl};
    import.features[7] = reportOf("features[7]", swapped, {});
    import.features[9] =
        reportOf("features[9]", circleZone("Z9"), {{Severity::Quarantine, "RING_NOT_CLOSED", "", "x"}});
    const auto refused = house.import(import, ImportChoice::AllOrNothing);
    QCOMPARE(codeOf(refused), std::string("IMPORT_NOT_SOUND"));
    QCOMPARE(refused.error().where, std::string("features[7]"));
    QVERIFY(house.types().empty());
    const auto sound = house.import(import, ImportChoice::Sound);
    QVERIFY2(sound, sound ? "" : sound.error().message.c_str());
    QCOMPARE(sound->published, 398u);
    QCOMPARE(house.service->state()->index.zones().size(), 398u);
    const auto all = house.import(import, ImportChoice::WithQuarantined);
    QCOMPARE(all->published, 1u);
    QCOMPARE(all->unchanged, 398u);
    QCOMPARE(all->refused, 1u);
    const auto records = house.service->state()->imports;
    QCOMPARE(records.size(), 2u);
    QCOMPARE(records[0].choice, std::string("with_quarantined"));
    QVERIFY(records[0].at == noon && records[0].by == house.by.user);
    house.restart();
    QVERIFY(house.service->state()->imports == records);
}

void AirspaceServiceTest::importAgainChangesOnlyWhatDiffers() {
    House house;
    ZoneImport import{.format = "ED-318"};
    import.features = {reportOf("features[0]", circleZone("A"), {}), reportOf("features[1]", circleZone("B"), {})};
    QVERIFY(house.import(import, ImportChoice::AllOrNothing));
    import.features[1] = reportOf("features[1]", circleZone("B", seoul, 2000), {});
    const auto again = house.import(import, ImportChoice::AllOrNothing);
    QCOMPARE(again->changed, 1u);
    QCOMPARE(again->unchanged, 1u);
    QCOMPARE(house.service->state()->record("KOR:A")->revision, 1u);
    QCOMPARE(house.service->state()->record("KOR:B")->revision, 2u);
    QCOMPARE(codeOf(house.import({}, ImportChoice::Sound)), std::string("NOTHING_TAKEN"));
}

void AirspaceServiceTest::importTakesBack() {
    House house;
    QVERIFY(house.publish(circleZone("E0001/26")));
    ZoneImport import{.format = "NOTAM", .withdrawn = {"E0001/26", "E0002/26"}, .withdrawnCountry = "KOR"};
    const auto taken = house.import(import, ImportChoice::Sound);
    QVERIFY(taken);
    QCOMPARE(taken->withdrawn, 1u);
    QVERIFY(house.service->state()->index.zones().empty());
}

void AirspaceServiceTest::spatialQueriesByTheTables() {
    House house;
    std::mt19937_64 random(31);
    std::uniform_real_distribution<double> bearing(0, 360), away(0, 60'000), radius(100, 5000);
    ZoneImport import{.format = "test"};
    std::vector<Zone> zones;
    for (int i = 0; i < 120; ++i) {
        const geo::LatLon centre = geo::direct(seoul, bearing(random), away(random));
        geo::Polygon triangle;
        for (const double turn : {10.0, 130.0, 250.0})
            triangle.outer.push_back(geo::direct(centre, turn, radius(random)));
        zones.push_back(i % 2 == 0 ? circleZone("Z" + std::to_string(1000 + i), centre, radius(random))
                                   : zoneNamed("Z" + std::to_string(1000 + i), triangle));
        import.features.push_back(reportOf("f", zones.back(), {}));
    }
    Zone dateLine = circleZone("FJ1", {-17, 179.99}, 5000);
    dateLine.country = "FJI";
    import.features.push_back(reportOf("f", dateLine, {}));
    QVERIFY(house.import(import, ImportChoice::Sound));
    const auto meeting = [&](const geo::Box& box) {
        return house.read<std::vector<std::string>>(
            [&](const storage::Database& database) { return readZonesMeeting(database, box).value(); });
    };
    std::size_t found = 0;
    for (int i = 0; i < 40; ++i) {
        const geo::LatLon middle = geo::direct(seoul, bearing(random), away(random));
        const geo::Box box{middle.latitude_deg - 0.02, middle.longitude_deg - 0.03, middle.latitude_deg + 0.02,
                           middle.longitude_deg + 0.03};
        const geo::Area area = geo::Polygon{{{box.south_deg, box.west_deg},
                                             {box.south_deg, box.east_deg},
                                             {box.north_deg, box.east_deg},
                                             {box.north_deg, box.west_deg}},
                                            {}};
        const auto keys = meeting(box);
        for (const Zone& zone : zones) {
            const bool meets = geo::overlap(zone.layers[0].area, area);
            const bool near = geo::distance_m(zone.layers[0].area, area) < 5; // a circle is drawn a little wider
            const bool listed = std::ranges::contains(keys, zoneKey(zone));
            QVERIFY(!meets || listed);
            QVERIFY(!listed || near);
        }
        found += keys.size();
    }
    QVERIFY(found > 40);
    QVERIFY(meeting({-17.01, -179.99, -16.99, -179.98}) == std::vector<std::string>{"FJI:FJ1"});
    QVERIFY(meeting({-17.01, 179.97, -16.99, 179.98}) == std::vector<std::string>{"FJI:FJ1"});
    QVERIFY(meeting({-17.01, 179.999, -16.99, -179.999}) == std::vector<std::string>{"FJI:FJ1"});
    // Distance and containment by SQL, against known figures: a point 3,000 m from the centre of a circle of 1,000 m.
    QVERIFY(house.publish(circleZone("SQL", {33.4, 126.5}, 1000)));
    const geo::LatLon point = geo::direct({33.4, 126.5}, 90, 3000);
    const double distance_m = house.read<double>([&](const storage::Database& database) {
        return database
            .value(QStringLiteral(
                       "SELECT ST_Distance(area, MakePoint(?, ?, 4326), 1) FROM zone_layers WHERE zone_id = 'KOR:SQL'"),
                   {point.longitude_deg, point.latitude_deg})
            .value()
            .toDouble();
    });
    QVERIFY2(std::abs(distance_m - 2000) < 2, qPrintable(QString::number(distance_m)));
    QCOMPARE(house.read<int>([&](const storage::Database& database) {
        return database
            .value(QStringLiteral(
                "SELECT ST_Within(MakePoint(126.5, 33.4, 4326), area) FROM zone_layers WHERE zone_id = 'KOR:SQL'"))
            .value()
            .toInt();
    }),
             1);
}

void AirspaceServiceTest::impactBeforePublishing() {
    const auto volume = [](const char* id, double east_m, UtcMs from) {
        return NamedVolume{
            "plan",
            id,
            {geo::Circle{geo::direct(seoul, 90, east_m), 100}, geo::VerticalLimit{50, geo::VerticalReference::Agl},
             geo::VerticalLimit{100, geo::VerticalReference::Agl}, from, from + std::chrono::minutes(10)}};
    };
    House house;
    house.service->addVolumesInUse([&](UtcMs now) {
        return std::vector{volume("FP-1", 500, now), volume("FP-2", 5000, now),
                           volume("FP-3", 0, now + std::chrono::hours(5)), volume("FP-1", 700, now)};
    });
    house.service->addVolumesInUse([&](UtcMs now) {
        NamedVolume mission = volume("M-1", 0, now);
        mission.kind = "mission";
        mission.volume.lower->reference = mission.volume.upper->reference = geo::VerticalReference::Amsl;
        return std::vector{mission};
    });
    Zone zone = circleZone("A");
    zone.periods = {{noon, noon + std::chrono::hours(1), {}}};
    const auto impacts =
        waitFor<std::vector<Impact>>([&](auto done) { house.service->impactOf(house.by, zone, done); });
    QVERIFY(impacts);
    QCOMPARE(impacts->size(), 2u);
    QVERIFY((*impacts)[0] == (Impact{"plan", "FP-1", Judgement::Yes, {}}));
    QCOMPARE((*impacts)[1].id, std::string("M-1"));
    QCOMPARE((*impacts)[1].answer, Judgement::Unknown); // no terrain: not judged, never clear
    QVERIFY(house.types().empty());
    zone.layers.clear();
    QCOMPARE(codeOf(waitFor<std::vector<Impact>>([&](auto done) { house.service->impactOf(house.by, zone, done); })),
             std::string("NO_LAYER"));
}

QTEST_GUILESS_MAIN(AirspaceServiceTest)
#include "airspace_service_test.moc"
