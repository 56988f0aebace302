#include "server/geotiff/confine.h"
#include "server/geotiff/geotiff_tiles.h"
#include "server/maps/raster_source.h"
#include "server/tiles/canvas.h"
#include "tests/support/result_macros.h"

#include <QTemporaryDir>
#include <QtTest>

#include <gdal.h>

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fcntl.h>

#include <array>
#include <functional>

using namespace haneul;
using namespace haneul::geotiff;

namespace {

struct Sample {
    int side = 64;
    int bands = 3;
    GDALDataType type = GDT_Byte;
    bool placed = true;
};

// A picture of one colour at 127 E 37.5 N, 0.001 degrees a pixel.
void writeTiff(const std::string& path, const Sample& sample) {
    GDALAllRegister();
    auto* const file = GDALCreate(GDALGetDriverByName("GTiff"), path.c_str(), sample.side, sample.side, sample.bands,
                                  sample.type, nullptr);
    QVERIFY(file);
    if (sample.placed) {
        std::array<double, 6> transform{127, 0.001, 0, 37.5, 0, -0.001};
        GDALSetGeoTransform(file, transform.data());
        GDALSetProjection(file, "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
                                "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]");
    }
    for (int band = 1; band <= sample.bands; ++band)
        GDALFillRaster(GDALGetRasterBand(file, band), 50.0 * band, 0);
    GDALClose(file);
}

// In a child, because there is no way back.
int confinedExit(const std::function<int()>& act, const std::string& output) {
    const pid_t child = ::fork();
    if (child == 0) {
        if (!confine({.output = output})) ::_exit(99);
        ::_exit(act());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

class GeotiffTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void convertsPictures_data();
    void convertsPictures();
    void refuses_data();
    void refuses();
    void opensNoSocketWhenConfined();
};

void GeotiffTest::convertsPictures_data() {
    QTest::addColumn<int>("bands");
    QTest::newRow("grey") << 1;
    QTest::newRow("colour") << 3;
    QTest::newRow("colour with alpha") << 4;
}

void GeotiffTest::convertsPictures() {
    QFETCH(int, bands);
    const QTemporaryDir folder;
    const auto input = folder.filePath(QStringLiteral("a.tif")).toStdString();
    const auto output = folder.filePath(QStringLiteral("a.mbtiles")).toStdString();
    writeTiff(input, {.bands = bands});
    QVERIFY_RESULT(convertGeotiff(input, output));
    const auto tiles = maps::openMbtiles(output);
    QVERIFY_RESULT(tiles);
    const auto& facts = (*tiles)->facts();
    QVERIFY(std::abs(facts.bounds.west_deg - 127.0) < 0.01 && std::abs(facts.bounds.north_deg - 37.5) < 0.01);
    QVERIFY(facts.maxZoom >= 9 && facts.maxZoom <= 11);
    bool seen = false;
    const int side = 1 << facts.maxZoom;
    for (int x = 0; x < side; ++x)
        for (int y = side / 3; y < side / 2; ++y) {
            const auto tile = (*tiles)->tile(facts.maxZoom, x, y);
            if (!tile || !*tile) continue;
            const auto canvas = tiles::decodeImage(**tile).value();
            for (const auto pixel : canvas.pixels) {
                if (pixel >> 24U != (bands == 4 ? 200U : 255U)) continue; // the rim is softer
                seen = true;
                QVERIFY((pixel & 0xFFU) == 50 && ((pixel >> 8U) & 0xFFU) == (bands == 1 ? 50U : 100U));
            }
        }
    QVERIFY(seen);
}

void GeotiffTest::refuses_data() {
    QTest::addColumn<int>("bands");
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("placed");
    QTest::addColumn<QString>("code");
    QTest::newRow("heights") << 1 << static_cast<int>(GDT_Int16) << true << "GEOTIFF_NOT_A_PICTURE";
    QTest::newRow("twelve bands") << 12 << static_cast<int>(GDT_Byte) << true << "GEOTIFF_NOT_A_PICTURE";
    QTest::newRow("nowhere") << 3 << static_cast<int>(GDT_Byte) << false << "GEOTIFF_NOT_PLACED";
}

void GeotiffTest::refuses() {
    QFETCH(int, bands);
    QFETCH(int, type);
    QFETCH(bool, placed);
    QFETCH(QString, code);
    const QTemporaryDir folder;
    const auto input = folder.filePath(QStringLiteral("a.tif")).toStdString();
    const auto output = folder.filePath(QStringLiteral("a.mbtiles")).toStdString();
    writeTiff(input, {.bands = bands, .type = static_cast<GDALDataType>(type), .placed = placed});
    const auto done = convertGeotiff(input, output);
    QVERIFY(!done);
    QCOMPARE(QString::fromStdString(done.error().code), code);
    writeTiff(input, {.side = 64});
    QCOMPARE(convertGeotiff(input, output, {.pixels = 4095}).error().code, "GEOTIFF_TOO_LARGE");
    QCOMPARE(convertGeotiff(folder.filePath(QStringLiteral("none.tif")).toStdString(), output).error().code,
             "GEOTIFF_BROKEN");
}

void GeotiffTest::opensNoSocketWhenConfined() {
    const QTemporaryDir folder;
    const auto output = folder.filePath(QStringLiteral("a.mbtiles")).toStdString();
    const auto socket = [] { return ::socket(AF_INET, SOCK_STREAM, 0) < 0 ? 0 : 1; };
    QCOMPARE(socket(), 1);
    QCOMPARE(confinedExit(socket, output), 0);
    QCOMPARE(confinedExit([&] { return ::open(output.c_str(), O_CREAT | O_WRONLY, 0600) >= 0 ? 0 : 1; }, output), 0);
    QCOMPARE(confinedExit([] { return ::execl("/bin/true", "true", nullptr) == -1 ? 0 : 1; }, output), 0);
}

QTEST_APPLESS_MAIN(GeotiffTest)
#include "geotiff_test.moc"
