#include "server/runtime/decisions.h"
#include "tests/support/result_macros.h"
#include "tests/support/shared_data.h"

#include <QTemporaryDir>
#include <QtTest>

#include <future>

using namespace haneul;
using namespace haneul::runtime;

namespace {

constexpr geo::LatLon slope{35.30, 138.73}; // of Mount Fuji

std::unique_ptr<Decisions> opened(const QTemporaryDir& folder, const clock::Clock& clock, bool demo) {
    Settings settings;
    settings.dataFolder = folder.path().toStdString();
    settings.mapWorker = HANEUL_MAP_WORKER;
    settings.demo = demo;
    auto decisions =
        Decisions::open(settings, clock, nullptr, demo ? Decisions::Use::Running : Decisions::Use::Command);
    if (!decisions) qFatal("%s", decisions.error().message.c_str());
    return *std::move(decisions);
}

Result<city::ImportOutcome> importTerrain(city::CityService& service, const QByteArray& bytes) {
    city::NewFile file{.name = "fuji.tif", .bytes = bytes.toStdString(), .options = {}};
    file.options.kind = city_files::LayerKind::Elevation;
    file.options.provenance = {"SRTM", "NASA", "2000", false};
    file.options.datum = geo::HeightDatum::Amsl;
    std::promise<Result<city::ImportOutcome>> promise;
    service.import(city::CityService::programItself(), std::move(file),
                   [&](const Result<city::ImportOutcome>& outcome) { promise.set_value(outcome); });
    return promise.get_future().get();
}

} // namespace

class GroundTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void importedTerrainIsTheGroundOfZonesAndPlans();
    void theDemonstrationStandsOnASyntheticCity(); // R-RSK-20
};

// A limit above the ground is not judged before, and is judged afterwards.
void GroundTest::importedTerrainIsTheGroundOfZonesAndPlans() {
    HANEUL_NEEDS_SHARED(source, "data/dem/mt_fuji_90m.tif");
    const QTemporaryDir folder;
    const clock::ManualClock clock{*fromRfc3339("2026-11-26T12:00:00.000Z")};
    const auto decisions = opened(folder, clock, false);
    const geo::Surroundings& around = decisions->airspace().surroundings();
    const geo::Volume4D low{geo::Circle{slope, 100}, {}, geo::VerticalLimit{150, geo::VerticalReference::Agl}, {}, {}};
    const auto at = [&](double amsl_m) {
        return geo::Volume4D{geo::Circle{slope, 50},
                             geo::VerticalLimit{amsl_m, geo::VerticalReference::Amsl},
                             geo::VerticalLimit{amsl_m + 10, geo::VerticalReference::Amsl},
                             {},
                             {}};
    };
    QVERIFY(geo::heightsOverlap(low, at(3000), around).answer == geo::Judgement::Unknown);
    QVERIFY_RESULT(importTerrain(decisions->city(), haneul::tests::readFile(source).value()));
    const auto ground_m = around.ground_amsl_m(slope);
    QVERIFY(ground_m.has_value());
    QVERIFY(geo::heightsOverlap(low, at(*ground_m + 1000), around).answer == geo::Judgement::No);
    QVERIFY(geo::heightsOverlap(low, at(*ground_m + 100), around).answer == geo::Judgement::Yes);
}

void GroundTest::theDemonstrationStandsOnASyntheticCity() {
    const QTemporaryDir folder;
    const clock::ManualClock clock{*fromRfc3339("2026-11-26T12:00:00.000Z")};
    const auto decisions = opened(folder, clock, true);
    const auto state = decisions->city().state();
    QCOMPARE(state->datasets.size(), std::size_t(1));
    QVERIFY(state->city.synthetic());
    QVERIFY(state->city.layers().buildings.at(0).buildings.size() > 1000);
    QVERIFY(!decisions->airspace().surroundings().ground_amsl_m({37.5663, 126.9779})); // no made-up clearance
}

QTEST_GUILESS_MAIN(GroundTest)
#include "ground_test.moc"
