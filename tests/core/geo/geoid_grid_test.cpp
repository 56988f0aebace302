#include "core/geo/geoid_grid.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace haneul;
using namespace haneul::geo;

namespace {

template <class Bits>
void put(std::string& bytes, Bits value) {
    for (int shift = int{sizeof(Bits) * 8} - 8; shift >= 0; shift -= 8)
        bytes += static_cast<char>((value >> shift) & 0xFF);
}

struct Gtx {
    double south = -90, west = -180, rowStep = 90, columnStep = 90;
    std::uint32_t rows = 3, columns = 4;
    std::vector<float> posts;

    [[nodiscard]] std::string bytes() const {
        std::string all;
        for (const double each : {south, west, rowStep, columnStep})
            put(all, std::bit_cast<std::uint64_t>(each));
        put(all, rows);
        put(all, columns);
        for (const float each : posts)
            put(all, std::bit_cast<std::uint32_t>(each));
        return all;
    }
};

// Two poles and four meridians.
Gtx earth() {
    return {.posts = {-30, -30, -30, -30, 10, 20, 30, 40, 14, 14, 14, 14}};
}

} // namespace

class GeoidGridTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void betweenPosts_data();
    void betweenPosts(); // R-GEN-08
    void aPartOfTheEarth();
    void postsWithoutAValue();
    void badFiles_data();
    void badFiles();
};

void GeoidGridTest::betweenPosts_data() {
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::addColumn<double>("expected");
    QTest::newRow("a post") << 0.0 << -90.0 << 20.0;
    QTest::newRow("along a parallel") << 0.0 << -45.0 << 25.0;
    QTest::newRow("along a meridian") << 45.0 << 0.0 << 22.0;
    QTest::newRow("in a cell") << 45.0 << -45.0 << 19.5;
    QTest::newRow("south pole") << -90.0 << 77.0 << -30.0;
    QTest::newRow("north pole") << 90.0 << 13.0 << 14.0;
    QTest::newRow("antimeridian from the west") << 0.0 << -180.0 << 10.0;
    QTest::newRow("antimeridian from the east") << 0.0 << 180.0 << 10.0;
    QTest::newRow("behind the last column") << 0.0 << 135.0 << 25.0;
}

void GeoidGridTest::betweenPosts() {
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    QFETCH(double, expected);
    const auto grid = GeoidGrid::read(earth().bytes());
    QVERIFY(grid);
    const auto height = grid->undulation_m({latitude, longitude});
    QVERIFY(height);
    QVERIFY2(std::abs(*height - expected) < 1e-9, qPrintable(QString::number(*height)));
    QVERIFY(!grid->undulation_m({91, 0}));
    QVERIFY(!grid->undulation_m({std::nan(""), 0}));
    QVERIFY(!GeoidGrid().undulation_m({latitude, longitude})); // nothing was read
}

void GeoidGridTest::aPartOfTheEarth() {
    Gtx korea{
        .south = 33, .west = 124, .rowStep = 3, .columnStep = 4, .rows = 2, .columns = 2, .posts = {20, 24, 22, 26}};
    const auto grid = GeoidGrid::read(korea.bytes());
    QVERIFY(grid);
    QCOMPARE(grid->undulation_m({34.5, 126}), std::optional(23.0));
    QCOMPARE(grid->undulation_m({36, 128}), std::optional(26.0)); // the edge belongs to it
    for (const LatLon outside : {LatLon{32.9, 126}, {36.1, 126}, {34, 123.9}, {34, 128.1}, {34, -56}})
        QVERIFY(!grid->undulation_m(outside));
    korea.west = 178; // over the antimeridian
    const auto pacific = GeoidGrid::read(korea.bytes());
    QCOMPARE(pacific->undulation_m({34.5, -180}), std::optional(23.0));
    QVERIFY(!pacific->undulation_m({34.5, -177}));
}

void GeoidGridTest::postsWithoutAValue() {
    Gtx file = earth();
    file.posts[5] = -88.8888F;
    file.posts[6] = std::numeric_limits<float>::quiet_NaN();
    const auto grid = GeoidGrid::read(file.bytes());
    QVERIFY(grid);
    QVERIFY(!grid->undulation_m({0, -90}));
    QVERIFY(!grid->undulation_m({1, -1}));
    QCOMPARE(grid->undulation_m({0, 90}), std::optional(40.0)); // its neighbour does not count there
}

void GeoidGridTest::badFiles_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const std::string& bytes, const char* code = "BAD_GEOID") {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(code);
    };
    const auto changed = [](auto&& change) {
        Gtx file = earth();
        change(file);
        return file.bytes();
    };
    row("nothing", "");
    row("half a head", earth().bytes().substr(0, 39));
    row("zeros", std::string(92, '\0'));
    row("cut", earth().bytes().substr(0, 60));
    row("more than it says", earth().bytes() + "x");
    row("no step", changed([](Gtx& file) { file.rowStep = 0; }));
    row("steps back", changed([](Gtx& file) { file.columnStep = -90; }));
    row("no number", changed([](Gtx& file) { file.south = std::nan(""); }));
    row("beyond the pole", changed([](Gtx& file) { file.south = -80; }));
    row("around twice", changed([](Gtx& file) { file.columnStep = 180; }));
    row("one row", changed([](Gtx& file) { file.rows = 1; }));
    row("too many posts", changed([](Gtx& file) { file.rows = file.columns = 0xFFFFFFFF; }), "TOO_LARGE");
    row("a mountain", changed([](Gtx& file) { file.posts[3] = 8848; }));
    row("endless", changed([](Gtx& file) { file.posts[3] = std::numeric_limits<float>::infinity(); }));
}

void GeoidGridTest::badFiles() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, code);
    const auto grid = GeoidGrid::read(bytes.toStdString());
    QVERIFY(!grid);
    QCOMPARE(grid.error().code, code.toStdString());
    QVERIFY(!grid.error().message.empty() && !grid.error().where.empty());
}

QTEST_APPLESS_MAIN(GeoidGridTest)
#include "geoid_grid_test.moc"
