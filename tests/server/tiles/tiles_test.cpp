#include "core/geo/mercator.h"
#include "picture.h"
#include "server/tiles/blank_tiles.h"
#include "server/tiles/mapnik_tiles.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <set>
#include <thread>

using namespace haneul;
using namespace haneul::tiles;
using tests::decodePng;
using tests::Picture;
using tests::Pixel;

namespace {

constexpr Pixel darkLand{0x28, 0x2D, 0x34, 255};
constexpr Pixel darkSea{0x19, 0x1C, 0x21, 255};

const std::filesystem::path maps = std::filesystem::path(HANEUL_SOURCE_DIR) / "maps";

struct Address {
    int zoom, x, y;
};

Address addressOf(double latitude_deg, double longitude_deg, int zoom) {
    const auto unit = geo::toMercator({.latitude_deg = latitude_deg, .longitude_deg = longitude_deg});
    const int side = 1 << zoom;
    return {zoom, static_cast<int>(unit.x * side), static_cast<int>(unit.y * side)};
}

Pixel pixelAt(TileSource& source, double latitude_deg, double longitude_deg, int zoom) {
    const auto unit = geo::toMercator({.latitude_deg = latitude_deg, .longitude_deg = longitude_deg});
    const double side_px = 256.0 * (1 << zoom);
    const auto tile = addressOf(latitude_deg, longitude_deg, zoom);
    const auto bytes = source.png("dark~!aerodromes~!heliports~!places~!borders", zoom, tile.x, tile.y, 1).value();
    const auto picture = decodePng(bytes).value();
    return picture.at(static_cast<int>(unit.x * side_px) % 256, static_cast<int>(unit.y * side_px) % 256);
}

// How much two pixels differ in their worst channel.
int difference(Pixel a, Pixel b) {
    return std::max({std::abs(a.red - b.red), std::abs(a.green - b.green), std::abs(a.blue - b.blue)});
}

} // namespace

class TilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void placesAreLandOrSea_data();
    void placesAreLandOrSea();
    void aTileOnTheCoastHasBoth();
    void theHanFlowsThroughSeoul();
    void tilesJoinWithoutASeam_data();
    void tilesJoinWithoutASeam();
    void fourTilesMakeTheirParent();
    void labelsRunOnAcrossTheEdge();
    void stylesDiffer();
    void mapIsGrey();
    void doubleScaleIs512();
    void refusesWhatIsNoTile_data();
    void refusesWhatIsNoTile();
    void sameCallGivesSameBytes();
    void fourThreadsDrawTheSame();
    void namesItsSources();
    void drawsWithoutRivers();

    void missingPackIsRefused();
    void truncatedPackIsRefused_data();
    void truncatedPackIsRefused();
    void damagedPackNeverCrashes();
    void otherFilesAreRefused();
    void packWithoutSeaIsRefused();
    void missingFontIsRefused();

    void blankTilesAreHatched();
    void blankTilesRefuseWhatIsNoTile();

    void benchTilesAroundSeoul();

private:
    std::shared_ptr<MapnikTiles> m_tiles;
};

void TilesTest::initTestCase() {
    auto created = MapnikTiles::create({.pack = maps / "korea.gpkg"});
    QVERIFY_RESULT(created);
    m_tiles = *created;
}

void TilesTest::placesAreLandOrSea_data() {
    QTest::addColumn<double>("latitude_deg");
    QTest::addColumn<double>("longitude_deg");
    QTest::addColumn<int>("firstZoom");
    QTest::addColumn<bool>("land");
    QTest::newRow("Yellow Sea") << 36.5 << 125.0 << 3 << false;
    QTest::newRow("East Sea") << 37.6 << 130.0 << 3 << false;
    QTest::newRow("Pacific, far from Korea") << 10.0 << 160.0 << 0 << false;
    QTest::newRow("Umyeonsan, south of Seoul") << 37.470 << 127.005 << 10 << true;
    QTest::newRow("Pyeongchang") << 37.60 << 128.45 << 5 << true;
    QTest::newRow("Hallasan") << 33.40 << 126.56 << 6 << true;
    QTest::newRow("Incheon airport, on reclaimed land") << 37.46 << 126.44 << 8 << true;
    QTest::newRow("Mongolia, far from Korea") << 46.0 << 105.0 << 3 << true;
}

void TilesTest::placesAreLandOrSea() {
    QFETCH(double, latitude_deg);
    QFETCH(double, longitude_deg);
    QFETCH(int, firstZoom);
    QFETCH(bool, land);
    for (int zoom = firstZoom; zoom <= maxZoom; ++zoom) {
        const auto pixel = pixelAt(*m_tiles, latitude_deg, longitude_deg, zoom);
        QVERIFY2(pixel == (land ? darkLand : darkSea), qPrintable(QStringLiteral("zoom %1").arg(zoom)));
    }
}

void TilesTest::aTileOnTheCoastHasBoth() {
    for (const int zoom : {5, 6, 7, 8, 9, 10, 11, 12}) {
        const auto tile = zoom < 9 ? addressOf(37.45, 126.50, zoom) : addressOf(37.45, 126.60, zoom); // Incheon
        const auto picture = decodePng(m_tiles->png("dark", zoom, tile.x, tile.y, 1).value()).value();
        QVERIFY2(picture.shareOf(darkLand) > 0.05, qPrintable(QString::number(zoom)));
        QVERIFY2(picture.shareOf(darkSea) > 0.05, qPrintable(QString::number(zoom)));
    }
}

void TilesTest::theHanFlowsThroughSeoul() {
    const auto tile = addressOf(37.53, 126.95, 11); // no sea within 20 km
    const auto picture = decodePng(m_tiles->png("dark", tile.zoom, tile.x, tile.y, 1).value()).value();
    QVERIFY(picture.shareOf(darkSea) > 0.003);
    QVERIFY(picture.shareOf(darkLand) > 0.9);
}

void TilesTest::tilesJoinWithoutASeam_data() {
    QTest::addColumn<QString>("style");
    QTest::addColumn<int>("zoom");
    QTest::addColumn<int>("scale");
    for (const int zoom : {5, 7, 8, 9, 11, 13})
        for (const int scale : {1, 2})
            QTest::addRow("zoom %d scale %d", zoom, scale) << QStringLiteral("dark") << zoom << scale;
    for (const auto* style : {"light", "contrast"})
        QTest::addRow("%s", style) << QString::fromLatin1(style) << 9 << 1;
}

// Across the edges between neighbours the picture changes no more than from column to column inside the tiles. A label,
// a line or a polygon cut at the edge would change many rows at once.
void TilesTest::tilesJoinWithoutASeam() {
    QFETCH(QString, style);
    QFETCH(int, zoom);
    QFETCH(int, scale);
    const auto centre = addressOf(37.5, 126.8, zoom);
    const auto name = style.toStdString();
    const auto changes = [](const Picture& left, int leftX, const Picture& right, int rightX) {
        int count = 0;
        for (int y = 0; y < left.height; ++y)
            if (difference(left.at(leftX, y), right.at(rightX, y)) > 8) ++count;
        return count;
    };
    constexpr int insideColumns = 16;
    int across = 0;
    int inside = 0;
    for (int row = -2; row <= 2; ++row)
        for (int column = -2; column < 2; ++column) {
            const auto draw = [&](int x) {
                return decodePng(m_tiles->png(name, zoom, x, centre.y + row, scale).value()).value();
            };
            const auto left = draw(centre.x + column);
            const auto right = draw(centre.x + column + 1);
            across += changes(left, left.width - 1, right, 0);
            for (int x = 1; x <= insideColumns / 2; ++x)
                inside += changes(left, left.width - x - 1, left, left.width - x) + changes(right, x - 1, right, x);
        }
    QVERIFY2(across <= inside / insideColumns * 3 / 2 + 20 * scale,
             qPrintable(QStringLiteral("%1 across, %2 inside").arg(across).arg(inside / insideColumns)));
}

// Four tiles at scale 1 show the ground of their parent at scale 2, pixel for pixel, but for wider lines and larger
// labels: they agree along the inner edges as well as elsewhere.
void TilesTest::fourTilesMakeTheirParent() {
    for (const int zoom : {6, 7, 9, 11, 13}) {
        const auto centre = addressOf(37.4, 126.6, zoom - 1);
        long onEdges = 0;
        long everywhere = 0;
        long edgePixels = 0;
        long allPixels = 0;
        for (int row = -1; row <= 1; ++row)
            for (int column = -1; column <= 1; ++column) {
                const int x = centre.x + column;
                const int y = centre.y + row;
                const auto parent = decodePng(m_tiles->png("dark", zoom - 1, x, y, 2).value()).value();
                for (int child = 0; child < 4; ++child) {
                    const int right = child % 2;
                    const int below = child / 2;
                    const auto part =
                        decodePng(m_tiles->png("dark", zoom, 2 * x + right, 2 * y + below, 1).value()).value();
                    for (int py = 0; py < 256; ++py)
                        for (int px = 0; px < 256; ++px) {
                            const bool differs =
                                difference(part.at(px, py), parent.at(256 * right + px, 256 * below + py)) > 10;
                            const bool edge = px == (right ? 0 : 255) || py == (below ? 0 : 255);
                            everywhere += differs;
                            ++allPixels;
                            onEdges += edge && differs;
                            edgePixels += edge;
                        }
                }
            }
        const double edgeShare = static_cast<double>(onEdges) / static_cast<double>(edgePixels);
        const double share = static_cast<double>(everywhere) / static_cast<double>(allPixels);
        QVERIFY2(share < 0.05, qPrintable(QStringLiteral("zoom %1: %2 differ").arg(zoom).arg(share)));
        QVERIFY2(edgeShare < 2 * share + 0.002,
                 qPrintable(QStringLiteral("zoom %1: %2 against %3").arg(zoom).arg(edgeShare).arg(share)));
    }
}

// Where label colour reaches one side of an edge, it goes on at the other.
void TilesTest::labelsRunOnAcrossTheEdge() {
    int edgesWithText = 0;
    for (int zoom = 8; zoom <= 11; ++zoom) {
        const auto centre = addressOf(37.4, 127.0, zoom);
        for (int row = -4; row <= 4; ++row)
            for (int column = -4; column < 4; ++column) {
                const auto draw = [&](int x) {
                    return decodePng(m_tiles->png("dark", zoom, x, centre.y + row, 1).value()).value();
                };
                const auto left = draw(centre.x + column);
                const auto right = draw(centre.x + column + 1);
                const auto bright = [](const Picture& picture, int from) { // a strip of 4 columns
                    int count = 0;
                    for (int y = 0; y < picture.height; ++y)
                        for (int x = from; x < from + 4; ++x)
                            if (picture.at(x, y).red > 0x60) ++count;
                    return count;
                };
                const int leftText = bright(left, left.width - 4);
                const int rightText = bright(right, 0);
                if (leftText >= 12 || rightText >= 12) ++edgesWithText;
                QVERIFY2(!(leftText >= 20 && rightText == 0) && !(rightText >= 20 && leftText == 0),
                         qPrintable(QStringLiteral("zoom %1 column %2 row %3: %4 | %5")
                                        .arg(zoom)
                                        .arg(column)
                                        .arg(row)
                                        .arg(leftText)
                                        .arg(rightText)));
            }
    }
    QVERIFY(edgesWithText >= 3);
}

void TilesTest::stylesDiffer() {
    const auto tile = addressOf(37.45, 126.60, 9);
    const auto draw = [&](const char* style) { return m_tiles->png(style, tile.zoom, tile.x, tile.y, 1).value(); };
    QVERIFY(draw("dark") != draw("light"));
    QVERIFY(draw("light") != draw("contrast"));
    QVERIFY(draw("dark") != draw("contrast"));
}

void TilesTest::mapIsGrey() {
    for (const auto* style : {"dark", "light", "contrast"})
        for (int zoom = 4; zoom <= 14; ++zoom) {
            const auto tile = addressOf(37.5, 126.7, zoom);
            const auto picture = decodePng(m_tiles->png(style, zoom, tile.x, tile.y, 1).value()).value();
            for (const auto p : picture.pixels) {
                const auto [low, high] = std::minmax({p.red, p.green, p.blue});
                QVERIFY2(high - low <= 24, style);
                QCOMPARE(p.alpha, 255);
            }
        }
}

void TilesTest::doubleScaleIs512() {
    const auto tile = addressOf(37.45, 126.60, 9);
    const auto single = decodePng(m_tiles->png("dark", tile.zoom, tile.x, tile.y, 1).value()).value();
    const auto twice = decodePng(m_tiles->png("dark", tile.zoom, tile.x, tile.y, 2).value()).value();
    QCOMPARE(single.width, 256);
    QCOMPARE(single.height, 256);
    QCOMPARE(twice.width, 512);
    QCOMPARE(twice.height, 512);
    int alike = 0;
    for (int y = 0; y < 256; ++y)
        for (int x = 0; x < 256; ++x)
            if (difference(single.at(x, y), twice.at(2 * x, 2 * y)) <= 8) ++alike;
    QVERIFY(alike > 256 * 256 * 9 / 10); // the same ground, the same labels at the same spots
}

void TilesTest::refusesWhatIsNoTile_data() {
    QTest::addColumn<QString>("style");
    QTest::addColumn<int>("zoom");
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("y");
    QTest::addColumn<int>("scale");
    QTest::newRow("unknown style") << "satellite" << 3 << 1 << 1 << 1;
    QTest::newRow("empty style") << "" << 3 << 1 << 1 << 1;
    QTest::newRow("style in capitals") << "Dark" << 3 << 1 << 1 << 1;
    QTest::newRow("negative zoom") << "dark" << -1 << 0 << 0 << 1;
    QTest::newRow("zoom too deep") << "dark" << maxZoom + 1 << 0 << 0 << 1;
    QTest::newRow("zoom 31") << "dark" << 31 << 0 << 0 << 1;
    QTest::newRow("negative x") << "dark" << 3 << -1 << 0 << 1;
    QTest::newRow("negative y") << "dark" << 3 << 0 << -1 << 1;
    QTest::newRow("x outside") << "dark" << 3 << 8 << 0 << 1;
    QTest::newRow("y outside") << "dark" << 0 << 0 << 1 << 1;
    QTest::newRow("scale 0") << "dark" << 3 << 0 << 0 << 0;
    QTest::newRow("scale 3") << "dark" << 3 << 0 << 0 << 3;
}

void TilesTest::refusesWhatIsNoTile() {
    QFETCH(QString, style);
    QFETCH(int, zoom);
    QFETCH(int, x);
    QFETCH(int, y);
    QFETCH(int, scale);
    const auto refused = m_tiles->png(style.toStdString(), zoom, x, y, scale);
    QVERIFY(!refused);
    const bool wrongStyle = style != QStringLiteral("dark");
    QCOMPARE(refused.error().code, wrongStyle ? "BAD_STYLE" : "NO_SUCH_TILE");
    QVERIFY(!refused.error().message.empty());
}

void TilesTest::sameCallGivesSameBytes() {
    const auto again = MapnikTiles::create({.pack = maps / "korea.gpkg"});
    QVERIFY_RESULT(again);
    for (int zoom = 0; zoom <= 14; ++zoom) {
        const auto tile = addressOf(37.55, 126.9, zoom);
        const auto first = m_tiles->png("dark", zoom, tile.x, tile.y, 1);
        QVERIFY_RESULT(first);
        QCOMPARE(m_tiles->png("dark", zoom, tile.x, tile.y, 1).value(), *first);
        QCOMPARE((*again)->png("dark", zoom, tile.x, tile.y, 1).value(), *first);
    }
}

void TilesTest::fourThreadsDrawTheSame() {
    std::vector<Address> addresses;
    for (int zoom = 5; zoom <= 12; ++zoom) {
        const auto centre = addressOf(37.5, 126.9, zoom);
        for (int step = -1; step <= 1; ++step)
            addresses.push_back({zoom, centre.x + step, centre.y});
    }
    constexpr std::array styles{"dark", "light", "contrast"};
    const auto styleOf = [&styles](std::size_t i) { return styles.at(i % styles.size()); };
    std::vector<std::string> expected;
    for (std::size_t i = 0; i < addresses.size(); ++i)
        expected.push_back(m_tiles->png(styleOf(i), addresses[i].zoom, addresses[i].x, addresses[i].y, 1).value());

    std::atomic<int> wrong = 0;
    std::vector<std::jthread> threads;
    for (std::size_t worker = 0; worker < 4; ++worker)
        threads.emplace_back([&, worker] {
            for (std::size_t n = 0; n < addresses.size(); ++n) {
                const auto i = (n + worker * 5) % addresses.size();
                const auto drawn = m_tiles->png(styleOf(i), addresses[i].zoom, addresses[i].x, addresses[i].y, 1);
                if (!drawn || *drawn != expected[i]) ++wrong;
            }
        });
    threads.clear();
    QCOMPARE(wrong.load(), 0);
}

void TilesTest::namesItsSources() {
    const auto& sources = m_tiles->sources();
    const auto names = [&sources](const std::string& layer, const std::string& licence) {
        return std::ranges::any_of(sources,
                                   [&](const MapSource& s) { return s.layer == layer && s.licence == licence; });
    };
    QVERIFY(names("sea", "ODbL-1.0"));
    QVERIFY(names("place", "CC-BY-4.0"));
    QVERIFY(names("river", "LGPL-3.0-or-later"));
}

void TilesTest::drawsWithoutRivers() {
    QTemporaryDir folder;
    const auto alone = std::filesystem::path(folder.path().toStdString()) / "korea.gpkg";
    std::filesystem::copy_file(maps / "korea.gpkg", alone);
    const auto created = MapnikTiles::create({.pack = alone});
    QVERIFY_RESULT(created);
    const auto tile = addressOf(37.53, 126.95, 11);
    const auto picture = decodePng((*created)->png("dark", tile.zoom, tile.x, tile.y, 1).value()).value();
    QCOMPARE(picture.shareOf(darkSea), 0.0);
}

void TilesTest::missingPackIsRefused() {
    const auto refused = MapnikTiles::create({.pack = maps / "no-such.gpkg"});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, "MAP_PACK_MISSING");
    QVERIFY(refused.error().where.ends_with("no-such.gpkg"));
    QCOMPARE(MapnikTiles::create({.pack = {}}).error().code, "MAP_PACK_MISSING");
    QCOMPARE(MapnikTiles::create({.pack = maps}).error().code, "MAP_PACK_MISSING"); // a folder
    QCOMPARE(MapnikTiles::create({.pack = maps / "korea.gpkg", .rivers = maps / "no-such.gpkg"}).error().code,
             "MAP_PACK_MISSING"); // asked for by name
}

void TilesTest::truncatedPackIsRefused_data() {
    QTest::addColumn<double>("share");
    for (const double share : {0.0001, 0.001, 0.01, 0.25, 0.5, 0.75, 0.9, 0.999})
        QTest::addRow("%g of the file", share) << share;
}

void TilesTest::truncatedPackIsRefused() {
    QFETCH(double, share);
    QTemporaryDir folder;
    const auto broken = std::filesystem::path(folder.path().toStdString()) / "korea.gpkg";
    std::filesystem::copy_file(maps / "korea.gpkg", broken);
    const auto size = static_cast<double>(std::filesystem::file_size(broken));
    std::filesystem::resize_file(broken, static_cast<std::uintmax_t>(size * share));
    const auto refused = MapnikTiles::create({.pack = broken});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, "MAP_PACK_BROKEN");
}

void TilesTest::damagedPackNeverCrashes() {
    QFile original(QString::fromStdString((maps / "korea.gpkg").string()));
    QVERIFY(original.open(QIODevice::ReadOnly));
    const QByteArray good = original.readAll();
    QTemporaryDir folder;
    int refused = 0;
    constexpr int rounds = 12;
    std::uint32_t random = 12345; // a linear congruential generator: the same damage in every run
    for (int round = 0; round < rounds; ++round) {
        QByteArray bad = good;
        for (int hit = 0; hit < 400; ++hit) {
            random = random * 1664525U + 1013904223U;
            bad[static_cast<qsizetype>(random % static_cast<std::uint32_t>(bad.size()))] ^=
                static_cast<char>(1U << (random >> 29U));
        }
        const auto path = folder.filePath(QStringLiteral("damaged%1.gpkg").arg(round));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bad) == bad.size());
        file.close();
        const auto created = MapnikTiles::create({.pack = path.toStdString()});
        if (!created)
            ++refused;
        else
            QVERIFY_RESULT((*created)->png("dark", 8, 218, 99, 1));
    }
    QVERIFY(refused > 0);
}

void TilesTest::otherFilesAreRefused() {
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("text.gpkg"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("This is not a map.\n");
    file.close();
    QCOMPARE(MapnikTiles::create({.pack = path.toStdString()}).error().code, "MAP_PACK_BROKEN");
}

void TilesTest::packWithoutSeaIsRefused() {
    const auto refused = MapnikTiles::create({.pack = maps / "korea-rivers.gpkg"});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, "MAP_PACK_INCOMPLETE");
}

void TilesTest::missingFontIsRefused() {
    const auto refused = MapnikTiles::create({.pack = maps / "korea.gpkg", .font = maps / "no-such-font.ttc"});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, "MAP_FONT_MISSING");
}

void TilesTest::blankTilesAreHatched() {
    BlankTiles blank;
    std::set<std::string> different;
    for (const auto* style : {"dark", "light", "contrast"})
        for (const int scale : {1, 2}) {
            const auto bytes = blank.png(style, 7, 109, 49, scale);
            QVERIFY_RESULT(bytes);
            different.insert(*bytes);
            const auto picture = decodePng(*bytes).value();
            QCOMPARE(picture.width, 256 * scale);
            const double ground = picture.shareOf(picture.at(1, 0 + scale));
            QVERIFY(ground > 0.85 && ground < 0.97); // neither empty nor loud
            for (int y = 0; y < picture.height; ++y) // runs on into the next tile
                QCOMPARE(picture.at(picture.width - 1, y), picture.at((picture.width - 1) % (16 * scale), y));
        }
    QCOMPARE(different.size(), 6U);
}

void TilesTest::blankTilesRefuseWhatIsNoTile() {
    BlankTiles blank;
    QCOMPARE(blank.png("satellite", 0, 0, 0, 1).error().code, "BAD_STYLE");
    QCOMPARE(blank.png("dark", 2, 4, 0, 1).error().code, "NO_SUCH_TILE");
    QCOMPARE(blank.png("dark", 2, 0, 0, 4).error().code, "NO_SUCH_TILE");
}

void TilesTest::benchTilesAroundSeoul() {
    std::vector<double> times_ms;
    std::size_t bytes = 0;
    for (int zoom = 6; zoom <= 15; ++zoom) {
        const auto centre = addressOf(37.55, 126.95, zoom);
        for (int i = 0; i < 20; ++i) {
            const auto start = std::chrono::steady_clock::now();
            const auto drawn = m_tiles->png("dark", zoom, centre.x + i % 5 - 2, centre.y + i / 5 - 2, 1);
            times_ms.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
            QVERIFY_RESULT(drawn);
            bytes += drawn->size();
        }
    }
    std::ranges::sort(times_ms);
    qInfo(
        "bench: %zu tiles, zoom 6-15 around Seoul, one thread: p50 %.2f ms, p99 %.2f ms, worst %.2f ms, %.1f kB a tile",
        times_ms.size(), times_ms[times_ms.size() / 2], times_ms[times_ms.size() * 99 / 100], times_ms.back(),
        static_cast<double>(bytes) / static_cast<double>(times_ms.size()) / 1000.0);
}

QTEST_APPLESS_MAIN(TilesTest)
#include "tiles_test.moc"
