#include "server/city/city_service.h"
#include "tests/support/result_macros.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <future>

using namespace haneul;
using namespace haneul::city;
using city_files::LayerKind;

namespace {

const UtcMs noon = *fromRfc3339("2026-11-26T12:00:00.000Z");

template <class T, class Call>
Result<T> waitFor(Call call) {
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto future = promise->get_future();
    call([promise](Result<T> result) { promise->set_value(std::move(result)); });
    if (future.wait_for(std::chrono::seconds(60)) != std::future_status::ready)
        return fail("NO_ANSWER", "nobody answered", "");
    return future.get();
}

template <class T>
std::string codeOf(const Result<T>& result) {
    return result ? std::string() : result.error().code;
}

struct House {
    House() { open(); }

    void open() {
        service.reset();
        log.reset();
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<CityProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        auto made = CityService::open(
            *log, clock,
            [this](const people::Principal&, std::string_view scope, std::string_view) {
                refusals.emplace_back(scope);
            },
            {.folder = payloads().toStdString(), .worker = HANEUL_MAP_WORKER}, &notices);
        if (!made) qFatal("%s", made.error().message.c_str());
        service = *std::move(made);
    }

    [[nodiscard]] QString payloads() const { return folder.filePath(QStringLiteral("city")); }

    [[nodiscard]] CityStatePtr loaded() const {
        QDeadlineTimer deadline(60'000);
        while (service->state()->loading && !deadline.hasExpired())
            QThread::msleep(1);
        return service->state();
    }

    Result<ImportOutcome> import(NewFile file) {
        return waitFor<ImportOutcome>([&](auto done) { service->import(by, file, done); });
    }

    Result<ImportOutcome> look(NewFile file) {
        return waitFor<ImportOutcome>([&](auto done) { service->look(by, file, done); });
    }

    Result<Dataset> synthetic(SyntheticCitySpec spec) {
        return waitFor<Dataset>([&](auto done) { service->addSynthetic(by, spec, done); });
    }

    Result<void> retire(const std::string& id, const std::string& reason) {
        return waitFor<void>([&](auto done) { service->retire(by, id, reason, done); });
    }

    QTemporaryDir folder;
    clock::ManualClock clock{noon};
    situation::NoticeBoard notices;
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<CityService> service;
    people::Principal by{.user = "kim", .scopes = {"city.read", "city.write"}, .desk = "desk"};
    std::vector<std::string> refusals;
};

NewFile fileOf(std::string name, std::string bytes, LayerKind kind) {
    NewFile file{.name = std::move(name), .bytes = std::move(bytes), .options = {}};
    file.options.kind = kind;
    file.options.provenance = {"Set", "an office", "2026-05", false};
    return file;
}

const std::string roads = "name,from_lon,from_lat,to_lon,to_lat,aadt,lanes\n"
                          "Sejong-daero,126.9769,37.5663,126.9770,37.5720,69676,8\n"
                          "swapped,37.5663,126.9769,37.5720,126.9770,10,2\n";
const std::string house = R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"height":25},
"geometry":{"type":"Polygon","coordinates":[[[127,37.5],[127.001,37.5],[127.001,37.501],[127,37.501],[127,37.5]]]}}]})";
constexpr geo::LatLon inHouse{37.5005, 127.0005};
constexpr SyntheticCitySpec smallCity{.centre = {37.5663, 126.9779}, .width_m = 1500, .height_m = 1500};

} // namespace

class CityServiceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void csvIsKeptAndComesBackAfterARestart();  // R-RSK-20
    void geoJsonGoesThroughTheConfinedReader(); // R-RSK-20
    void landUseGoesThroughTheConfinedReader(); // R-RSK-20
    void lookingKeepsNothing();
    void retiredDataIsNotUsedAnyMore();
    void changedOrMissingPayloadIsNotUsed_data();
    void changedOrMissingPayloadIsNotUsed();
    void syntheticCityIsMarkedAndStandsBehindMeasuredData();
    void terrainAnswersForHeightsAboveTheGround(); // R-RSK-20
    void refuses_data();
    void refuses();
    void needsTheScope();
    void projectionIsTheSameWhenMadeAgain();
    void eventsComeBackAsTheyWere();
};

void CityServiceTest::csvIsKeptAndComesBackAfterARestart() {
    House house1;
    const auto outcome = house1.import(fileOf("counts.csv", roads, LayerKind::Traffic));
    QVERIFY_RESULT(outcome);
    QVERIFY(outcome->dataset.has_value());
    QCOMPARE(outcome->report.taken, std::size_t(1));
    QCOMPARE(outcome->report.refused, std::size_t(1));
    const auto state = house1.service->state(); // published before the answer
    QCOMPARE(state->datasets.size(), std::size_t(1));
    const Dataset dataset = state->datasets[0].dataset;
    QCOMPARE(dataset.provenance.date, std::string("2026-05"));
    QCOMPARE(dataset.by, std::string("kim"));
    QCOMPARE(dataset.at, noon);
    QCOMPARE(std::get<FileOrigin>(dataset.origin).fileBytes, roads.size());
    QCOMPARE(std::get<FileOrigin>(dataset.origin).fileSha256.size(), std::size_t(64));
    QCOMPARE(state->city.roadsIn({37.56, 126.97, 37.58, 126.98}).size(), std::size_t(1));
    QVERIFY(!state->city.synthetic());

    house1.open();
    const auto again = house1.loaded();
    QCOMPARE(again->datasets.size(), std::size_t(1));
    QVERIFY(again->datasets[0].dataset == dataset);
    QVERIFY(again->datasets[0].report != nullptr);
    QCOMPARE(again->datasets[0].report->codes.at("LON_LAT_SWAPPED"), std::size_t(1));
    QCOMPARE(again->city.roadsIn({37.56, 126.97, 37.58, 126.98}).size(), std::size_t(1));
}

void CityServiceTest::geoJsonGoesThroughTheConfinedReader() {
    House home;
    QVERIFY_RESULT(home.import(fileOf("../../한글 houses.GeoJSON", house, LayerKind::Buildings)));
    const auto building = home.service->state()->city.buildingAt(inHouse);
    QVERIFY(building.has_value());
    QCOMPARE(building->building->height_m, std::optional(25.0));
    QCOMPARE(building->from->source, std::string("an office"));
    // Nothing of the way in is left behind.
    QCOMPARE(QDir(home.payloads()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
}

void CityServiceTest::landUseGoesThroughTheConfinedReader() {
    // A list of numbers is a list in GeoJSON; here the week has people by day and the weekend by night.
    std::string day = "[", night = "[";
    for (int hour = 0; hour < 24; ++hour) {
        const bool bright = hour >= 8 && hour < 20;
        day += std::string(hour == 0 ? "" : ",") + (bright ? "1.75" : "0.25");
        night += std::string(hour == 0 ? "" : ",") + (bright ? "0" : "2");
    }
    const std::string uses =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"landuse":"business",
"people_per_km2":30000,"sheltering":"high_rise","weekday":)" +
        day + "],\"weekend\":" + night + R"(]},
"geometry":{"type":"Polygon","coordinates":[[[127,37.5],[127.01,37.5],[127.01,37.51],[127,37.51],[127,37.5]]]}},
{"type":"Feature","properties":{"landuse":"field"},"geometry":{"type":"Point","coordinates":[127,37.5]}}]})";
    House home;
    const auto outcome = home.import(fileOf("uses.geojson", uses, LayerKind::LandUse));
    QVERIFY_RESULT(outcome);
    QCOMPARE(outcome->report.taken, std::size_t(1));
    QCOMPARE(outcome->report.refused, std::size_t(1));
    QCOMPARE(std::string(kindOf(*outcome->dataset)), std::string("land_use"));
    const auto check = [](const CityState& state) {
        const auto here = state.city.landUseAt(inHouse);
        QVERIFY(here.has_value());
        QCOMPARE(here->layer->provenance.source, std::string("an office"));
        QCOMPARE(here->layer->provenance.date, std::string("2026-05"));
        const auto& use = here->layer->classes.front();
        QVERIFY(std::abs(use.weights.weekday[12] - 1.75) < 1e-9 && std::abs(use.weights.weekend[12]) < 1e-9);
        QVERIFY(std::abs(use.weights.weekend[2] - 2) < 1e-9);
    };
    check(*home.service->state());
    home.open();
    check(*home.loaded());
}

void CityServiceTest::lookingKeepsNothing() {
    House home;
    const auto outcome = home.look(fileOf("counts.csv", roads, LayerKind::Traffic));
    QVERIFY_RESULT(outcome);
    QVERIFY(!outcome->dataset);
    QCOMPARE(outcome->columns, (std::vector<std::string>{"name", "aadt", "lanes"}));
    QCOMPARE(home.service->state()->datasets.size(), std::size_t(0));
    QVERIFY(!QDir(home.payloads()).exists());
}

void CityServiceTest::retiredDataIsNotUsedAnyMore() {
    House home;
    const auto outcome = home.import(fileOf("h.geojson", house, LayerKind::Buildings));
    QVERIFY_RESULT(outcome);
    const std::string id = outcome->dataset->id;
    QCOMPARE(codeOf(home.retire(id, "")), std::string("BAD_REASON"));
    QCOMPARE(codeOf(home.retire("nothing", "old")), std::string("NO_SUCH_DATASET"));
    QVERIFY_RESULT(home.retire(id, "a newer one came"));
    QVERIFY(!home.service->state()->city.buildingAt(inHouse));
    QCOMPARE(home.service->state()->datasets[0].dataset.retired->reason, std::string("a newer one came"));
    QCOMPARE(codeOf(home.retire(id, "again")), std::string("RETIRED"));
    home.open();
    QVERIFY(!home.loaded()->city.buildingAt(inHouse));
    QVERIFY(!home.loaded()->datasets[0].inUse());
}

void CityServiceTest::changedOrMissingPayloadIsNotUsed_data() {
    QTest::addColumn<bool>("missing");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << true << QStringLiteral("PAYLOAD_MISSING");
    QTest::newRow("changed") << false << QStringLiteral("PAYLOAD_CHANGED");
}

void CityServiceTest::changedOrMissingPayloadIsNotUsed() {
    QFETCH(bool, missing);
    QFETCH(QString, code);
    House home;
    QVERIFY_RESULT(home.import(fileOf("h.geojson", house, LayerKind::Buildings)));
    home.service.reset();
    QFile payload(QDir(home.payloads()).entryInfoList(QDir::Files).front().filePath());
    if (missing) {
        QVERIFY(payload.remove());
    } else {
        QVERIFY(payload.open(QIODevice::Append));
        payload.write("x");
        payload.close();
    }
    home.open();
    const auto state = home.loaded();
    QVERIFY(state->datasets[0].trouble.has_value());
    QCOMPARE(QString::fromStdString(state->datasets[0].trouble->code), code);
    QVERIFY(!state->city.buildingAt(inHouse));
}

void CityServiceTest::syntheticCityIsMarkedAndStandsBehindMeasuredData() {
    House home;
    NewFile people = fileOf("p.csv", "lon,lat,people_per_km2\n126.9779,37.5663,12345\n", LayerKind::Population);
    people.options.cell_m = 100;
    QVERIFY_RESULT(home.import(people));
    const auto made = home.synthetic(smallCity);
    QVERIFY_RESULT(made);
    QVERIFY(made->provenance.synthetic);
    const auto state = home.service->state();
    QVERIFY(state->city.synthetic());
    QVERIFY(state->city.layers().buildings.at(0).buildings.size() > 100);
    const Density here = state->city.densityAt({37.5663, 126.9779});
    QCOMPARE(here.people_per_km2, std::optional(12345.0));
    QVERIFY(!here.from->synthetic);
    const Density beside = state->city.densityAt({37.5683, 126.9779});
    QVERIFY(beside.people_per_km2 && beside.from->synthetic);
    QCOMPARE(std::string(kindOf(state->datasets[1].dataset)), std::string("synthetic_city"));
    home.open();
    QVERIFY(home.loaded()->city.layers().buildings.at(0).buildings ==
            state->city.layers().buildings.at(0).buildings); // made again, the same
    QCOMPARE(codeOf(home.synthetic({.centre = {37.5, 127}, .width_m = 1})), std::string("BAD_SYNTHETIC_CITY"));
}

void CityServiceTest::terrainAnswersForHeightsAboveTheGround() {
    HANEUL_NEEDS_SHARED(source, "data/dem/mt_fuji_90m.tif");
    House home;
    const geo::LatLon slope{35.30, 138.73};
    const auto ground = home.service->groundAmsl_m();
    QVERIFY(!ground(slope));
    NewFile file = fileOf("fuji.tif", haneul::tests::readFile(source).value().toStdString(), LayerKind::Elevation);
    const auto unknown = home.import(file);
    QVERIFY_RESULT(unknown);
    QVERIFY(home.service->state()->terrain.groundAt(slope).metres.has_value());
    QVERIFY(!ground(slope)); // the file does not say what its heights are measured from
    file.options.datum = geo::HeightDatum::Amsl;
    QVERIFY_RESULT(home.import(file));
    const auto height_m = ground(slope);
    const std::string version = home.service->terrainVersion()();
    QCOMPARE(version.size(), std::size_t(2 * 12 + 1));
    QVERIFY(height_m && *height_m > 1000 && *height_m < 2500);
    home.service.reset();
    QVERIFY(!ground(slope));
}

void CityServiceTest::refuses_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* tag, const char* name, const QByteArray& bytes, const char* kind,
                        const char* source, const char* date, const char* code) {
        QTest::newRow(tag) << QString::fromUtf8(name) << bytes << QString::fromUtf8(kind) << QString::fromUtf8(source)
                           << QString::fromUtf8(date) << QString::fromUtf8(code);
    };
    const QByteArray csv = QByteArray::fromStdString(roads);
    row("no source", "a.csv", csv, "traffic", "", "2026", "BAD_PROVENANCE");
    row("no date", "a.csv", csv, "traffic", "office", "", "BAD_PROVENANCE");
    row("month 13", "a.csv", csv, "traffic", "office", "2026-13", "BAD_PROVENANCE");
    row("another type", "a.docx", csv, "traffic", "office", "2026", "BAD_FILE_TYPE");
    row("no type", "roads", csv, "traffic", "office", "2026", "BAD_FILE_TYPE");
    row("a lie about the type", "a.tif", csv, "traffic", "office", "2026", "GIS_BROKEN");
    row("nothing to take", "a.csv", csv, "buildings", "office", "2026", "NOTHING_TAKEN");
    row("no rows", "a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}", "buildings", "office", "2026",
        "GIS_EMPTY");
}

void CityServiceTest::refuses() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, kind);
    QFETCH(QString, source);
    QFETCH(QString, date);
    QFETCH(QString, code);
    House home;
    NewFile file =
        fileOf(name.toStdString(), bytes.toStdString(), city_files::layerKindFrom(kind.toStdString()).value());
    file.options.provenance = {"Set", source.toStdString(), date.toStdString(), false};
    QCOMPARE(QString::fromStdString(codeOf(home.import(file))), code);
    QCOMPARE(home.service->state()->datasets.size(), std::size_t(0));
}

void CityServiceTest::needsTheScope() {
    House home;
    home.by.scopes = {"city.read"};
    QCOMPARE(codeOf(home.import(fileOf("a.csv", roads, LayerKind::Traffic))), std::string("FORBIDDEN"));
    QCOMPARE(codeOf(home.look(fileOf("a.csv", roads, LayerKind::Traffic))), std::string("FORBIDDEN"));
    QCOMPARE(codeOf(home.synthetic(smallCity)), std::string("FORBIDDEN"));
    QCOMPARE(codeOf(home.retire("x", "y")), std::string("FORBIDDEN"));
    QCOMPARE(home.refusals.size(), std::size_t(4));
}

void CityServiceTest::projectionIsTheSameWhenMadeAgain() {
    House home;
    const auto outcome = home.import(fileOf("a.csv", roads, LayerKind::Traffic));
    QVERIFY_RESULT(outcome);
    QVERIFY_RESULT(home.synthetic(smallCity));
    QVERIFY_RESULT(home.retire(outcome->dataset->id, "old"));
    const auto rebuilt = home.log->rebuild().get();
    QVERIFY_RESULT(rebuilt);
    QCOMPARE(rebuilt->size(), std::size_t(1));
    QCOMPARE(rebuilt->front().rows, std::uint64_t(2));
    QCOMPARE(rebuilt->front().onlyBefore + rebuilt->front().onlyAfter, std::uint64_t(0));
}

void CityServiceTest::eventsComeBackAsTheyWere() {
    Dataset dataset{
        .id = "d1", .provenance = {"이름", "source", "2026", false}, .origin = {}, .by = {}, .at = {}, .retired = {}};
    FileOrigin origin{.file = "f.csv",
                      .fileSha256 = std::string(64, 'a'),
                      .payloadSha256 = std::string(64, 'b'),
                      .fileBytes = 5,
                      .payloadBytes = 6,
                      .options = {},
                      .taken = 1,
                      .quarantined = 2,
                      .refused = 3};
    origin.options.kind = LayerKind::Population;
    origin.options.provenance = dataset.provenance;
    origin.options.columns = {{"people", "POP"}};
    origin.options.heightUnit = city_files::HeightUnit::Floors;
    origin.options.cell_m = 250;
    origin.options.peoplePerCell = true;
    origin.options.datum = geo::HeightDatum::W84;
    origin.options.range_km = 0.7;
    origin.options.area = geo::Box{37, 126, 38, 128};
    dataset.origin = origin;
    const auto again = datasetFrom(toEvent(dataset).body);
    QVERIFY_RESULT(again);
    QVERIFY(*again == dataset);
    dataset.origin = SyntheticOrigin{smallCity};
    const auto made = datasetFrom(toEvent(dataset).body);
    QVERIFY_RESULT(made);
    QVERIFY(*made == dataset);
    for (const char* const bad : {"{}", "[]", "", "{\"dataset\":\"x\",\"kind\":\"moon\"}"})
        QVERIFY(!datasetFrom(bad));
}

QTEST_GUILESS_MAIN(CityServiceTest)
#include "city_service_test.moc"
