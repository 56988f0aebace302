#include "map_samples.h"
#include "server/maps/map_library.h"
#include "server/tiles/canvas.h"
#include "tests/support/result_macros.h"
#include "tests/support/shared_data.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <mutex>

using namespace haneul;
using namespace haneul::maps;
using namespace haneul::tests;

namespace {

constexpr std::uint32_t red = 0xFF0000FF;
constexpr std::uint32_t blue = 0xFFFF0000;
constexpr int wait_ms = 30'000;

// A library on a folder of its own, and what it reports.
class Fixture {
public:
    Fixture() {
        QVERIFY(QDir(root.path()).mkdir(QStringLiteral("maps")));
        library = MapLibrary::open({.base = {.pack = std::string(HANEUL_SOURCE_DIR) + "/maps/korea.gpkg"},
                                    .folder = file(""),
                                    .converted = root.filePath(QStringLiteral("converted")).toStdString(),
                                    .worker = HANEUL_MAP_WORKER,
                                    .poll_ms = 20},
                                   [this](const FileReport& report) {
                                       const std::lock_guard lock(mutex);
                                       reports.push_back(report);
                                   });
    }

    [[nodiscard]] std::string file(const std::string& name) const {
        return root.filePath(QStringLiteral("maps/") + QString::fromStdString(name)).toStdString();
    }

    [[nodiscard]] std::optional<MapLayerInfo> layer(const std::string& id) const {
        const auto catalog = library->catalog();
        const auto found = std::ranges::find(catalog->layers, id, &MapLayerInfo::id);
        if (found == catalog->layers.end()) return std::nullopt;
        return *found;
    }

    [[nodiscard]] bool reaches(const std::string& id, LayerState state) const {
        return QTest::qWaitFor([&] { return layer(id) && layer(id)->state == state; }, wait_ms);
    }

    [[nodiscard]] std::uint32_t pixel(const std::string& style, int zoom, int x, int y, int scale = 1) const {
        const auto png = library->png(style, zoom, x, y, scale);
        if (!png) return 0;
        const auto canvas = tiles::decodeImage(*png).value();
        return canvas.pixels[canvas.pixels.size() / 2 + static_cast<std::size_t>(canvas.width) / 2];
    }

    QTemporaryDir root;
    std::mutex mutex;
    std::vector<FileReport> reports;
    std::shared_ptr<MapLibrary> library;
};

bool near(std::uint32_t pixel, int wantedRed, int wantedGreen, int wantedBlue) {
    const auto channel = [pixel](unsigned shift) { return static_cast<int>((pixel >> shift) & 0xFFU); };
    return std::abs(channel(0) - wantedRed) <= 2 && std::abs(channel(8) - wantedGreen) <= 2 &&
           std::abs(channel(16) - wantedBlue) <= 2;
}

} // namespace

class MapLibraryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatIsDropped();
    void stacksByOrderAndOpacity();
    void enlargesAndReduces();
    void saysWhyNot();
    void waitsForAHalfCopiedFile();
    void noticesChangesAndLoss();
    void convertsGeotiff();
    void saysWhatTheMapLacks();
    void worksWithoutABaseMap();
};

void MapLibraryTest::takesWhatIsDropped() {
    Fixture fixture;
    writeMbtiles(fixture.file("Aerial 2024.mbtiles"), {{3, 6, 3, plainPng(red)}});
    QVERIFY(fixture.reaches("aerial-2024", LayerState::Ready));
    const auto layer = *fixture.layer("aerial-2024");
    QCOMPARE(layer.file, "Aerial 2024.mbtiles");
    QCOMPARE(layer.facts.minZoom, 3);
    QVERIFY(layer.size_bytes > 0 && layer.fileTime && !layer.version.empty());
    QVERIFY(near(fixture.pixel("dark~aerial-2024~!places", 3, 6, 3), 255, 0, 0));
    QCOMPARE(fixture.library->png("dark~other", 3, 6, 3, 1).error().code, "NO_SUCH_LAYER");
    QCOMPARE(fixture.library->png("dark~!", 3, 6, 3, 1).error().code, "BAD_STYLE");
    const std::lock_guard lock(fixture.mutex);
    QCOMPARE(fixture.reports.size(), 1U);
    QVERIFY(fixture.reports.front().taken);
}

void MapLibraryTest::stacksByOrderAndOpacity() {
    Fixture fixture;
    writeMbtiles(fixture.file("a.mbtiles"), {{3, 0, 0, plainPng(red)}});
    writeMbtiles(fixture.file("b.mbtiles"), {{3, 0, 0, plainPng(blue)}});
    QVERIFY(fixture.reaches("a", LayerState::Ready) && fixture.reaches("b", LayerState::Ready));
    QVERIFY(near(fixture.pixel("dark~a~b", 3, 0, 0), 0, 0, 255));
    QVERIFY(near(fixture.pixel("dark~b~a", 3, 0, 0), 255, 0, 0));
    QVERIFY(near(fixture.pixel("dark~a~b.40", 3, 0, 0), 153, 0, 102));
    QVERIFY(near(fixture.pixel("dark~+a~b", 3, 0, 0), 255, 0, 0));
}

void MapLibraryTest::enlargesAndReduces() {
    Fixture fixture;
    writeMbtiles(
        fixture.file("a.mbtiles"),
        {{3, 0, 0, plainPng(red)}, {3, 1, 0, plainPng(red)}, {3, 0, 1, plainPng(red)}, {3, 1, 1, plainPng(blue)}});
    QVERIFY(fixture.reaches("a", LayerState::Ready));
    QVERIFY(near(fixture.pixel("dark~a", 6, 5, 5), 255, 0, 0)); // a part of 3/0/0
    QVERIFY(near(fixture.pixel("dark~a", 4, 3, 3, 2), 0, 0, 255));
    QVERIFY(near(fixture.pixel("dark~a", 2, 0, 0), 0, 0, 255));   // its middle is the corner of 3/1/1
    QVERIFY(!near(fixture.pixel("dark~a", 10, 0, 0), 255, 0, 0)); // too deep: nothing of it
}

void MapLibraryTest::saysWhyNot() {
    Fixture fixture;
    QFile broken(QString::fromStdString(fixture.file("broken.pmtiles")));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no map") == 6);
    broken.close();
    writeMbtiles(fixture.file("land.mbtiles"), {{3, 0, 0, plainPng(red)}}, "DELETE FROM tiles");
    QVERIFY(fixture.reaches("broken", LayerState::Unusable));
    QCOMPARE(fixture.layer("broken")->reasonCode, "MAP_FILE_BROKEN");
    QVERIFY(!fixture.layer("broken")->reason.empty());
    const auto catalog = fixture.library->catalog();
    QCOMPARE(std::ranges::count(catalog->layers, "land", &MapLayerInfo::id), 1); // the group keeps its name
}

void MapLibraryTest::waitsForAHalfCopiedFile() {
    Fixture fixture;
    const auto whole = pmtilesOf({{3, 0, 0, plainPng(red)}, {3, 1, 1, plainPng(blue)}}, 1);
    QFile file(QString::fromStdString(fixture.file("slow.pmtiles")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (std::size_t at = 0; at < whole.size(); at += 64) {
        const auto part = whole.substr(at, 64);
        QVERIFY(file.write(part.data(), static_cast<qint64>(part.size())) > 0 && file.flush());
    }
    file.close();
    QVERIFY(fixture.reaches("slow", LayerState::Ready));
    // A journal beside a database: somebody still writes to it.
    QFile journal(QString::fromStdString(fixture.file("busy.mbtiles-journal")));
    QVERIFY(journal.open(QIODevice::WriteOnly) && journal.write("x") == 1);
    journal.close();
    writeMbtiles(fixture.root.filePath(QStringLiteral("busy")).toStdString(), {{3, 0, 0, plainPng(red)}});
    QVERIFY(QFile::rename(fixture.root.filePath(QStringLiteral("busy")),
                          QString::fromStdString(fixture.file("busy.mbtiles"))));
    QVERIFY(fixture.reaches("busy", LayerState::Arriving));
    QVERIFY(journal.remove());
    QVERIFY(fixture.reaches("busy", LayerState::Ready));
}

void MapLibraryTest::noticesChangesAndLoss() {
    Fixture fixture;
    writeMbtiles(fixture.file("a.mbtiles"), {{3, 0, 0, plainPng(red)}});
    QVERIFY(fixture.reaches("a", LayerState::Ready));
    const auto before = fixture.library->dataVersion("dark~a");
    const auto version = fixture.layer("a")->version;
    QVERIFY(QFile::remove(QString::fromStdString(fixture.file("a.mbtiles"))));
    writeMbtiles(fixture.file("a.mbtiles"), {{3, 0, 0, plainPng(blue)}, {4, 0, 0, plainPng(blue)}});
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto layer = fixture.layer("a");
            return layer && layer->state == LayerState::Ready && layer->version != version;
        },
        wait_ms));
    QVERIFY(fixture.library->dataVersion("dark~a") != before);
    QCOMPARE(fixture.library->dataVersion("dark"), 0U);
    QVERIFY(near(fixture.pixel("dark~a", 3, 0, 0), 0, 0, 255));
    QVERIFY(QFile::remove(QString::fromStdString(fixture.file("a.mbtiles"))));
    QVERIFY(QTest::qWaitFor([&] { return !fixture.layer("a"); }, wait_ms));
    QCOMPARE(fixture.library->png("dark~a", 3, 0, 0, 1).error().code, "NO_SUCH_LAYER");
}

void MapLibraryTest::convertsGeotiff() {
    Fixture fixture;
    QFile broken(QString::fromStdString(fixture.file("broken.tif")));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("II*\0", 4) == 4);
    broken.close();
    QVERIFY(fixture.reaches("broken", LayerState::Unusable));
    QCOMPARE(fixture.layer("broken")->reasonCode, "GEOTIFF_BROKEN");
    HANEUL_NEEDS_SHARED(heights, "data/dem/mt_fuji_90m.tif");
    QVERIFY(QFile::copy(heights, QString::fromStdString(fixture.file("heights.tif"))));
    QVERIFY(fixture.reaches("heights", LayerState::Unusable));
    QCOMPARE(fixture.layer("heights")->reasonCode, "GEOTIFF_NOT_A_PICTURE");
}

void MapLibraryTest::saysWhatTheMapLacks() {
    Fixture fixture;
    const auto catalog = fixture.library->catalog();
    for (const auto* code : {"roads", "buildings", "terrain"})
        QVERIFY(std::ranges::contains(catalog->lacks, code));
    QVERIFY(catalog->credits.starts_with("© "));
    QVERIFY(catalog->credits.contains("OpenStreetMap"));
    const auto land = fixture.layer("land");
    QVERIFY(land && land->kind == LayerKind::Base && land->state == LayerState::Ready);
    QCOMPARE(land->facts.date, "2017-11-30");
}

void MapLibraryTest::worksWithoutABaseMap() {
    const QTemporaryDir root;
    const auto folder = root.filePath(QStringLiteral("maps")).toStdString();
    QVERIFY(QDir(root.path()).mkdir(QStringLiteral("maps")));
    writeMbtiles(folder + "/a.mbtiles", {{3, 0, 0, plainPng(red)}});
    const auto library = MapLibrary::open({.base = {.pack = folder + "/none.gpkg"}, .folder = folder, .poll_ms = 20},
                                          [](const FileReport&) {});
    QVERIFY(library->baseTrouble());
    QCOMPARE(library->baseTrouble()->code, "MAP_PACK_MISSING");
    QVERIFY(QTest::qWaitFor([&] { return library->png("dark~a", 3, 0, 0, 1).has_value(); }, wait_ms));
    QVERIFY_RESULT(library->png("dark", 3, 0, 0, 1));
    QVERIFY(library->catalog()->layers.front().state == LayerState::Unusable);
}

QTEST_GUILESS_MAIN(MapLibraryTest)
#include "map_library_test.moc"
