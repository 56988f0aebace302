#include "map_samples.h"
#include "server/maps/pmtiles.h"
#include "server/maps/raster_source.h"
#include "server/tiles/canvas.h"
#include "tests/support/result_macros.h"
#include "tests/support/shared_data.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace haneul;
using namespace haneul::maps;
using namespace haneul::tests;

namespace {

constexpr std::uint32_t red = 0xFF0000FF;
constexpr std::uint32_t blue = 0xFFFF0000;

Result<RasterPtr> inMemory(const std::string& bytes) {
    return openPmtiles(
        [bytes](std::uint64_t offset, std::uint64_t length) -> Result<std::string> {
            if (offset > bytes.size() || length > bytes.size() - offset) return fail("MAP_FILE_BROKEN", "outside");
            return bytes.substr(offset, length);
        },
        bytes.size());
}

std::vector<SampleTile> twoTiles() {
    return {{3, 1, 0, plainPng(red)}, {3, 6, 7, plainPng(blue)}};
}

} // namespace

class MapFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsMbtiles_data();
    void readsMbtiles();
    void refusesHostileMbtiles_data();
    void refusesHostileMbtiles(); // R-SEC-05
    void survivesDamagedMbtiles();
    void readsPmtiles_data();
    void readsPmtiles();
    void numbersPmtilesAsTheFormatSays();
    void refusesWrongPmtiles_data();
    void refusesWrongPmtiles();
    void survivesCutPmtiles();
    void cleansForeignText();
    void refusesLargeImages();
    void readsRealFiles();
};

void MapFilesTest::readsMbtiles_data() {
    QTest::addColumn<bool>("view");
    QTest::newRow("table") << false;
    QTest::newRow("view over map and images") << true;
}

void MapFilesTest::readsMbtiles() {
    QFETCH(bool, view);
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("100% #1?.mbtiles")).toStdString();
    writeMbtiles(path, twoTiles(), {}, view);
    const auto source = openMbtiles(path);
    QVERIFY_RESULT(source);
    const auto& facts = (*source)->facts();
    QCOMPARE(facts.title, "Aerial 2024");
    QCOMPARE(facts.attribution, "City");
    QCOMPARE(facts.date, "2024-05-01");
    QCOMPARE(facts.minZoom, 3);
    QCOMPARE(facts.maxZoom, 3);
    const auto tile = (*source)->tile(3, 1, 0); // y from the north
    QVERIFY_RESULT(tile);
    QVERIFY(*tile == twoTiles()[0].image);
    QVERIFY(!(*source)->tile(3, 0, 0).value());
    QVERIFY(!(*source)->tile(4, 0, 0).value());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void MapFilesTest::refusesHostileMbtiles_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("code");
    QTest::newRow("trigger") << "CREATE TRIGGER t AFTER INSERT ON tiles BEGIN DELETE FROM tiles; END"
                             << "MAP_FILE_BROKEN";
    QTest::newRow("view") << "CREATE VIEW metadata2 AS SELECT 1" << "MAP_FILE_BROKEN";
    QTest::newRow("tiles by a function")
        << "DROP TABLE tiles; CREATE TABLE map (a); CREATE TABLE images (b); CREATE VIEW tiles AS SELECT 1 AS "
           "zoom_level, 0 AS tile_column, 0 AS tile_row, zeroblob(900000000) AS tile_data FROM map"
        << "MAP_FILE_BROKEN";
    QTest::newRow("endless view")
        << "DROP TABLE tiles; CREATE TABLE map (a); CREATE TABLE images (b); CREATE VIEW tiles AS WITH RECURSIVE "
           "n(zoom_level) AS (SELECT 1 UNION ALL SELECT zoom_level + 1 FROM n) SELECT zoom_level, 0 AS tile_column, "
           "0 AS tile_row, x'00' AS tile_data FROM n"
        << "MAP_FILE_BROKEN";
    QTest::newRow("no tiles") << "DELETE FROM tiles" << "MAP_FILE_BROKEN";
    QTest::newRow("no table") << "DROP TABLE tiles" << "MAP_FILE_BROKEN";
    QTest::newRow("zoom 99") << "UPDATE tiles SET zoom_level = 99" << "MAP_FILE_BROKEN";
    QTest::newRow("not pictures") << "UPDATE tiles SET tile_data = 'text'" << "MAP_FILE_BROKEN";
    QTest::newRow("vector tiles") << "UPDATE tiles SET tile_data = x'1f8b0800'" << "MAP_FILE_NOT_RASTER";
    QTest::newRow("vector by name") << "UPDATE metadata SET value = 'pbf' WHERE name = 'format'"
                                    << "MAP_FILE_NOT_RASTER";
}

void MapFilesTest::refusesHostileMbtiles() {
    QFETCH(QString, sql);
    QFETCH(QString, code);
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("a.mbtiles")).toStdString();
    writeMbtiles(path, twoTiles(), sql.toStdString());
    QElapsedTimer time;
    time.start();
    const auto source = openMbtiles(path);
    QVERIFY(!source);
    QCOMPARE(QString::fromStdString(source.error().code), code);
    QVERIFY(time.elapsed() < 60'000);
}

void MapFilesTest::survivesDamagedMbtiles() {
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("a.mbtiles"));
    writeMbtiles(path.toStdString(), twoTiles());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    for (qsizetype at = 0; at < whole.size(); at += 97) {
        QByteArray damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
        QVERIFY(file.seek(0) && file.write(damaged) == damaged.size() && file.flush());
        if (const auto source = openMbtiles(path.toStdString())) (void)(*source)->tile(3, 1, 0);
    }
    QVERIFY(file.resize(whole.size() / 2));
    QVERIFY(!openMbtiles(path.toStdString()));
}

void MapFilesTest::readsPmtiles_data() {
    QTest::addColumn<int>("compression");
    QTest::newRow("plain directories") << 1;
    QTest::newRow("gzip") << 2;
}

void MapFilesTest::readsPmtiles() {
    QFETCH(int, compression);
    const auto source = inMemory(pmtilesOf(twoTiles(), static_cast<std::uint8_t>(compression)));
    QVERIFY_RESULT(source);
    QCOMPARE((*source)->facts().title, "Chart");
    QCOMPARE((*source)->facts().attribution, "Us");
    QCOMPARE((*source)->facts().minZoom, 3);
    const auto tile = (*source)->tile(3, 6, 7);
    QVERIFY_RESULT(tile);
    QVERIFY(*tile == twoTiles()[1].image);
    QVERIFY(!(*source)->tile(3, 6, 6).value());
}

void MapFilesTest::numbersPmtilesAsTheFormatSays() {
    // The examples of the specification, and the first ids of zoom 1 along the curve.
    QCOMPARE(pmtilesId(0, 0, 0), 0U);
    QCOMPARE(pmtilesId(1, 0, 0), 1U);
    QCOMPARE(pmtilesId(1, 0, 1), 2U);
    QCOMPARE(pmtilesId(1, 1, 1), 3U);
    QCOMPARE(pmtilesId(1, 1, 0), 4U);
    QCOMPARE(pmtilesId(2, 0, 0), 5U);
    QCOMPARE(pmtilesId(12, 3423, 1763), 19078479U);
}

void MapFilesTest::refusesWrongPmtiles_data() {
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("value");
    QTest::addColumn<QString>("code");
    QTest::newRow("magic") << 0 << int{'X'} << "MAP_FILE_BROKEN";
    QTest::newRow("version 2") << 7 << 2 << "MAP_FILE_BROKEN";
    QTest::newRow("root beyond the end") << 14 << 0x7F << "MAP_FILE_BROKEN";
    QTest::newRow("root of nearly all 64 bits") << 23 << 0xFF << "MAP_FILE_BROKEN";
    QTest::newRow("brotli") << 97 << 3 << "MAP_FILE_BROKEN";
    QTest::newRow("vector") << 99 << 1 << "MAP_FILE_NOT_RASTER";
    QTest::newRow("avif") << 99 << 5 << "MAP_FILE_BROKEN";
    QTest::newRow("zooms upside down") << 100 << 9 << "MAP_FILE_BROKEN";
    QTest::newRow("zoom 200") << 101 << 200 << "MAP_FILE_BROKEN";
    QTest::newRow("empty directory") << 127 << 0 << "MAP_FILE_BROKEN";
    QTest::newRow("more entries than bytes") << 127 << 100 << "MAP_FILE_BROKEN";
}

void MapFilesTest::refusesWrongPmtiles() {
    QFETCH(int, at);
    QFETCH(int, value);
    QFETCH(QString, code);
    auto bytes = pmtilesOf(twoTiles(), 1);
    bytes[static_cast<std::size_t>(at)] = static_cast<char>(value);
    const auto source = inMemory(bytes);
    QVERIFY(!source);
    QCOMPARE(QString::fromStdString(source.error().code), code);
}

void MapFilesTest::survivesCutPmtiles() {
    const auto whole = pmtilesOf(twoTiles(), 2);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto source = inMemory(whole.substr(0, length));
        QVERIFY(!source);
    }
}

void MapFilesTest::cleansForeignText() {
    QCOMPARE(plainText("<a href='x'>서울</a>\n시\x01"), "서울 시");
    QCOMPARE(plainText("\xFF"), "\xEF\xBF\xBD");
    QVERIFY(plainText(std::string(9999, 'x')).size() <= 300);
    QVERIFY(plainText([] {
                std::string many;
                for (int i = 0; i < 500; ++i)
                    many += "한";
                return many;
            }())
                .size() <= 300);
}

void MapFilesTest::refusesLargeImages() {
    tiles::Canvas large(tiles::maxImageSide_px + 1, 1);
    const auto refused = tiles::decodeImage(tiles::encodePng(large).value());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, "IMAGE_TOO_LARGE");
    QCOMPARE(tiles::decodeImage("GIF89a").error().code, "IMAGE_BROKEN");
    const auto png = plainPng(red);
    for (std::size_t length = 0; length < png.size(); length += 7)
        (void)tiles::decodeImage(std::string_view(png).substr(0, length));
}

void MapFilesTest::readsRealFiles() {
    HANEUL_NEEDS_SHARED(countries, "data/tiles/world-countries-png-z0-5.mbtiles");
    HANEUL_NEEDS_SHARED(toner, "data/tiles/stamen-toner-raster-z0-3.pmtiles");
    HANEUL_NEEDS_SHARED(vector, "data/tiles/honolulu-vector-z14.mbtiles");
    const auto view = openMbtiles(countries.toStdString());
    QVERIFY_RESULT(view);
    QCOMPARE((*view)->facts().maxZoom, 5);
    QVERIFY(tiles::decodeImage((*view)->tile(5, 27, 12).value().value()));
    const auto archive = openPmtiles(toner.toStdString());
    QVERIFY_RESULT(archive);
    for (int zoom = 0; zoom <= 3; ++zoom)
        QVERIFY(tiles::decodeImage((*archive)->tile(zoom, (1 << zoom) - 1, 0).value().value()));
    QCOMPARE(openMbtiles(vector.toStdString()).error().code, "MAP_FILE_NOT_RASTER");
}

QTEST_APPLESS_MAIN(MapFilesTest)
#include "map_files_test.moc"
