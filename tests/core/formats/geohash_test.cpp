#include "core/formats/geohash.h"

#include <QtTest>

#include <algorithm>
#include <random>
#include <set>

using namespace haneul;
using namespace haneul::formats;

class GeohashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownCells();                // R-PIPE-03
    void decodeHoldsWhatWasEncoded(); // R-PIPE-04
    void knownNeighbours();           // R-PIPE-04
    void neighboursTouch();           // R-PIPE-04
    void neighboursAtTheEdges();      // R-PIPE-04
    void refusesOtherTexts();
};

void GeohashTest::knownCells() {
    QCOMPARE(geohashEncode({57.64911, 10.40744}, 11), "u4pruydqqvj"); // the example of geohash.org
    QCOMPARE(geohashEncode({37.5665, 126.9780}, 5), "wydm9");         // Seoul city hall
    QCOMPARE(geohashEncode({-25.382708, -49.265506}, 8), "6gkzwgjz");
    QCOMPARE(geohashEncode({0, 0}, 1), "s");
    QCOMPARE(geohashEncode({-1e-300, 1e-300}, 1), "k"); // south of the equator, however little
    QCOMPARE(geohashEncode({0, -1e-300}, 1), "e");
    QCOMPARE(geohashEncode({90, 180}, 2), geohashEncode({90, -180}, 2));
}

void GeohashTest::decodeHoldsWhatWasEncoded() {
    std::mt19937_64 random(5);
    std::uniform_real_distribution latitude(-90.0, 90.0), longitude(-180.0, 180.0);
    for (int i = 0; i < 5000; ++i) {
        const geo::LatLon point{latitude(random), longitude(random)};
        const int precision = 1 + static_cast<int>(random() % 12);
        const std::string hash = geohashEncode(point, precision);
        QCOMPARE(hash.size(), static_cast<std::size_t>(precision));
        const auto cell = geohashDecode(hash);
        QVERIFY(cell);
        QVERIFY(cell->southWest.latitude_deg <= point.latitude_deg &&
                point.latitude_deg <= cell->northEast.latitude_deg);
        QVERIFY(cell->southWest.longitude_deg <= point.longitude_deg &&
                point.longitude_deg <= cell->northEast.longitude_deg);
        QCOMPARE(geohashEncode(cell->centre(), precision), hash);
    }
}

void GeohashTest::knownNeighbours() {
    using Cells = std::vector<std::string>;
    QCOMPARE(geohashNeighbours("wydm9"),
             (Cells{"wydmb", "wydmc", "wydmf", "wydm8", "wydmd", "wydm2", "wydm3", "wydm6"}));
    // Where the Greenwich meridian meets 45 degrees north, most begin with another letter.
    QCOMPARE(geohashNeighbours("ezzz"), (Cells{"gbp8", "gbpb", "u000", "ezzx", "spbp", "ezzw", "ezzy", "spbn"}));
    // At the date line, just north of the equator.
    QCOMPARE(geohashNeighbours("xbpbp"),
             (Cells{"xbpbq", "xbpbr", "80002", "xbpbn", "80000", "rzzzy", "rzzzz", "2pbpb"}));
    // At a pole and the date line at once.
    QCOMPARE(geohashNeighbours("zzzzz"), (Cells{"zzzzy", "bpbpb", "zzzzw", "zzzzx", "bpbp8"}));
    QCOMPARE(geohashNeighbours("00000"), (Cells{"pbpbr", "00002", "00003", "pbpbp", "00001"}));
}

void GeohashTest::neighboursTouch() {
    std::mt19937_64 random(6);
    std::uniform_real_distribution latitude(-60.0, 60.0), longitude(-179.0, 179.0);
    for (int i = 0; i < 500; ++i) {
        const std::string hash = geohashEncode({latitude(random), longitude(random)}, 5);
        const auto around = geohashNeighbours(hash);
        QCOMPARE(around.size(), 8u);
        QCOMPARE(std::set(around.begin(), around.end()).size(), 8u);
        for (const auto& next : around) {
            const auto back = geohashNeighbours(next);
            QVERIFY(std::ranges::find(back, hash) != back.end());
        }
    }
}

void GeohashTest::neighboursAtTheEdges() {
    QCOMPARE(geohashNeighbours(geohashEncode({89.99, 10}, 5)).size(), 5u);
    QCOMPARE(geohashNeighbours(geohashEncode({-89.99, 10}, 5)).size(), 5u);
    const auto east = geohashNeighbours(geohashEncode({10, 179.99}, 5));
    QVERIFY(std::ranges::find(east, geohashEncode({10, -179.99}, 5)) != east.end());
}

void GeohashTest::refusesOtherTexts() {
    for (const char* text : {"", "a", "i", "l", "o", "wydM9", "wydm9wydm9wyd", "wy m9"}) {
        QVERIFY(!geohashDecode(text));
        QVERIFY(geohashNeighbours(text).empty());
    }
    QVERIFY(geohashEncode({91, 0}, 5).empty());
}

QTEST_GUILESS_MAIN(GeohashTest)
#include "geohash_test.moc"
