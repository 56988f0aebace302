#include "server/tiles/map_pack.h"
#include "tests/support/result_macros.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sqlite3.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <memory>

using namespace haneul;
using namespace haneul::tiles;

namespace {

enum class Order { Little, Big };

// Writes geometries as OGC 12-128r18 clause 2.1.3 and OGC 06-103r4 clause 8 describe them.
class Blob {
public:
    explicit Blob(Order order = Order::Little)
        : m_order(order) {}

    Blob& header(unsigned envelopeCode = 0, unsigned envelopeDoubles = 0) {
        m_bytes += "GP";
        m_bytes += '\0';
        m_bytes += static_cast<char>(1U | (envelopeCode << 1U));
        for (const char c : {'\xE6', '\x10', '\0', '\0'})
            m_bytes += c; // 4326
        m_bytes.append(envelopeDoubles * sizeof(double), '\0');
        return *this;
    }

    Blob& geometry(std::uint32_t type) {
        m_bytes += static_cast<char>(m_order == Order::Little ? 1 : 0);
        return number(type);
    }

    Blob& number(std::uint32_t value) { return put(value); }

    Blob& position(double longitude_deg, double latitude_deg) { return put(longitude_deg).put(latitude_deg); }

    Blob& ring(double west, double south, double side) {
        return number(5)
            .position(west, south)
            .position(west + side, south)
            .position(west + side, south + side)
            .position(west, south + side)
            .position(west, south);
    }

    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    template <class T>
    Blob& put(T value) {
        auto raw = std::bit_cast<std::array<char, sizeof(T)>>(value);
        if (m_order == Order::Big) std::ranges::reverse(raw);
        m_bytes.append(raw.data(), raw.size());
        return *this;
    }

    std::string m_bytes;
    Order m_order;
};

Blob pointBlob(Order order) {
    return Blob(order).header().geometry(1).position(127, 37.5);
}

Blob lineBlob(Order order) {
    return Blob(order).header(1, 4).geometry(2).number(2).position(127, 37).position(128, 38);
}

Blob polygonBlob(Order order) {
    return Blob(order).header().geometry(3).number(2).ring(126, 37, 1).ring(126.2, 37.2, 0.1);
}

Blob multiBlob(Order order) {
    return Blob(order)
        .header(4, 8)
        .geometry(6)
        .number(2)
        .geometry(3)
        .number(1)
        .ring(126, 37, 1)
        .geometry(3)
        .number(2)
        .ring(128, 37, 1)
        .ring(128.1, 37.1, 0.1);
}

Result<Shape> read(const Blob& blob, std::size_t budget = 1000) {
    return readGeoPackageGeometry(blob.bytes(), budget);
}

// A small GeoPackage on disk, made with plain SQL.
class PackOnDisk {
public:
    PackOnDisk() {
        sqlite3_open(path().c_str(), &m_database);
        run("PRAGMA application_id = 0x47504B47;"
            "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);"
            "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);");
    }

    ~PackOnDisk() { sqlite3_close(m_database); }

    PackOnDisk(const PackOnDisk&) = delete;
    PackOnDisk& operator=(const PackOnDisk&) = delete;

    void run(const std::string& sql) const {
        QCOMPARE(sqlite3_exec(m_database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
    }

    void layer(const std::string& name, const std::string& geometryColumn, int srs) const {
        run("INSERT INTO gpkg_contents VALUES ('" + name +
            "', 'features');"
            "INSERT INTO gpkg_geometry_columns VALUES ('" +
            name + "', '" + geometryColumn + "', " + std::to_string(srs) + ");");
    }

    [[nodiscard]] std::string path() const {
        return m_folder.filePath(QStringLiteral("a #1 100% pack?.gpkg")).toStdString();
    }

private:
    QTemporaryDir m_folder;
    sqlite3* m_database = nullptr;
};

std::string hex(const Blob& blob) {
    return "x'" + QByteArray::fromStdString(blob.bytes()).toHex().toStdString() + "'";
}

} // namespace

class MapPackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsBothByteOrders_data();
    void readsBothByteOrders();
    void projectsToWebMercator();
    void putsThePoleOnTheEdge();
    void refusesGeometryCutAnywhere_data();
    void refusesGeometryCutAnywhere();
    void refusesWrongGeometry_data();
    void refusesWrongGeometry();
    void countsPointsDown();
    void readsLayersAttributesAndSources();
    void refusesWrongTables_data();
    void refusesWrongTables();
    void leavesNothingBesideTheFile();
};

void MapPackTest::readsBothByteOrders_data() {
    QTest::addColumn<int>("order");
    QTest::newRow("little endian") << static_cast<int>(Order::Little);
    QTest::newRow("big endian") << static_cast<int>(Order::Big);
}

void MapPackTest::readsBothByteOrders() {
    QFETCH(int, order);
    const auto byteOrder = static_cast<Order>(order);

    const auto point = read(pointBlob(byteOrder));
    QVERIFY_RESULT(point);
    QVERIFY(point->kind == ShapeKind::Points);
    QCOMPARE(point->lines.size(), 1U);

    const auto line = read(lineBlob(byteOrder));
    QVERIFY_RESULT(line);
    QVERIFY(line->kind == ShapeKind::Lines);
    QCOMPARE(line->lines.at(0).size(), 2U);

    const auto polygon = read(polygonBlob(byteOrder));
    QVERIFY_RESULT(polygon);
    QVERIFY(polygon->kind == ShapeKind::Polygons);
    QCOMPARE(polygon->lines.size(), 2U);
    QCOMPARE(polygon->polygonStarts, std::vector<std::size_t>{0});

    const auto multi = read(multiBlob(byteOrder));
    QVERIFY_RESULT(multi);
    QVERIFY(multi->kind == ShapeKind::Polygons);
    QCOMPARE(multi->lines.size(), 3U);
    QCOMPARE(multi->polygonStarts, (std::vector<std::size_t>{0, 1}));
}

void MapPackTest::projectsToWebMercator() {
    const auto point = read(pointBlob(Order::Little));
    QVERIFY_RESULT(point);
    const auto at = point->lines.at(0).at(0);
    // EPSG Guidance Note 7-2, method 1024: easting a*lambda, northing a*ln(tan(pi/4 + phi/2))
    QVERIFY(std::abs(at.x_m - 6378137.0 * 127 * M_PI / 180) < 0.001);
    QVERIFY(std::abs(at.y_m - 6378137.0 * std::log(std::tan(M_PI / 4 + 37.5 * M_PI / 360))) < 0.001);
}

void MapPackTest::putsThePoleOnTheEdge() {
    const auto pole = read(Blob().header().geometry(1).position(0, -90));
    QVERIFY_RESULT(pole);
    QVERIFY(std::abs(pole->lines.at(0).at(0).y_m + 6378137.0 * M_PI) < 0.001);
}

void MapPackTest::refusesGeometryCutAnywhere_data() {
    QTest::addColumn<QByteArray>("whole");
    QTest::newRow("point") << QByteArray::fromStdString(pointBlob(Order::Little).bytes());
    QTest::newRow("line with envelope") << QByteArray::fromStdString(lineBlob(Order::Big).bytes());
    QTest::newRow("polygon") << QByteArray::fromStdString(polygonBlob(Order::Little).bytes());
    QTest::newRow("polygons") << QByteArray::fromStdString(multiBlob(Order::Big).bytes());
}

void MapPackTest::refusesGeometryCutAnywhere() {
    QFETCH(QByteArray, whole);
    std::size_t budget = 1000;
    const std::string bytes = whole.toStdString();
    QVERIFY_RESULT(readGeoPackageGeometry(bytes, budget));
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        budget = 1000;
        const std::vector<char> exact(bytes.begin(),
                                      bytes.begin() + static_cast<std::ptrdiff_t>(length)); // for AddressSanitizer
        const auto refused = readGeoPackageGeometry({exact.data(), exact.size()}, budget);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, "MAP_PACK_BROKEN");
    }
    budget = 1000;
    QCOMPARE(readGeoPackageGeometry(bytes + '\0', budget).error().code, "MAP_PACK_BROKEN");
}

void MapPackTest::refusesWrongGeometry_data() {
    QTest::addColumn<QByteArray>("bytes");
    const auto add = [](const char* name, const Blob& blob) {
        QTest::newRow(name) << QByteArray::fromStdString(blob.bytes());
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    add("no header", Blob().geometry(1).position(127, 37));
    add("envelope code 5", Blob().header(5, 8).geometry(1).position(127, 37));
    add("empty point", Blob().header().geometry(1).position(nan, nan));
    add("latitude 91", Blob().header().geometry(1).position(127, 91));
    add("longitude 181", Blob().header().geometry(1).position(181, 37));
    add("infinite", Blob().header().geometry(1).position(std::numeric_limits<double>::infinity(), 0));
    add("3D point", Blob().header().geometry(1001).position(127, 37).position(0, 0));
    add("collection of anything", Blob().header().geometry(7).number(0));
    add("type 0", Blob().header().geometry(0));
    add("line of 4 billion points", Blob().header().geometry(2).number(0xFFFFFFFF).position(127, 37));
    add("4 billion rings", Blob().header().geometry(3).number(0xFFFFFFFF).ring(126, 37, 1));
    add("4 billion polygons", Blob().header().geometry(6).number(0xFFFFFFFF).geometry(3).number(0));
    add("line among polygons", Blob().header().geometry(6).number(1).geometry(2).number(1).position(127, 37));
    add("polygons in polygons", Blob().header().geometry(6).number(1).geometry(6).number(0));
}

void MapPackTest::refusesWrongGeometry() {
    QFETCH(QByteArray, bytes);
    std::size_t budget = 1000;
    const std::string blob = bytes.toStdString();
    const auto refused = readGeoPackageGeometry(blob, budget);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, "MAP_PACK_BROKEN");
}

void MapPackTest::countsPointsDown() {
    std::size_t budget = 10;
    QVERIFY_RESULT(readGeoPackageGeometry(polygonBlob(Order::Little).bytes(), budget));
    QCOMPARE(budget, 0U);
    QCOMPARE(readGeoPackageGeometry(pointBlob(Order::Little).bytes(), budget).error().code, "MAP_PACK_TOO_LARGE");
}

void MapPackTest::readsLayersAttributesAndSources() {
    const PackOnDisk pack;
    pack.run("CREATE TABLE \"odd \"\" name\" (id INTEGER PRIMARY KEY, shape BLOB, name TEXT, size REAL, gap TEXT);"
             "INSERT INTO \"odd \"\" name\" VALUES (7, " +
             hex(pointBlob(Order::Little)) +
             ", '서울', 1.5, NULL);"
             "INSERT INTO \"odd \"\" name\" VALUES (8, NULL, 'nowhere', 0, '');"
             "CREATE TABLE source (layer TEXT, source TEXT, licence TEXT, source_date TEXT);"
             "INSERT INTO gpkg_contents VALUES ('source', 'attributes');"
             "INSERT INTO source VALUES ('odd', 'us', 'CC0', NULL);");
    pack.layer("odd \" name", "shape", 4326);
    const auto read = readMapPack(pack.path());
    QVERIFY_RESULT(read);
    QCOMPARE(read->layers.size(), 1U);
    const auto& layer = read->layers.at("odd \" name");
    QCOMPARE(layer.attributeNames, (std::vector<std::string>{"id", "name", "size", "gap"}));
    QCOMPARE(layer.features.size(), 1U); // a row without geometry is not on the map
    const std::vector<Attribute> expected{std::int64_t{7}, std::string("서울"), 1.5, std::monostate{}};
    QVERIFY(layer.features.at(0).attributes == expected);
    QCOMPARE(read->sources.size(), 1U);
    QCOMPARE(read->sources.at(0).licence, "CC0");
    QCOMPARE(read->sources.at(0).date, "");
}

void MapPackTest::refusesWrongTables_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("column");
    QTest::addColumn<int>("srs");
    const auto good = QString::fromStdString("CREATE TABLE t (shape BLOB); INSERT INTO t VALUES (" +
                                             hex(pointBlob(Order::Little)) + ");");
    QTest::newRow("Korean grid, not degrees") << good << "shape" << 5179;
    QTest::newRow("no such column") << good << "geom" << 4326;
    QTest::newRow("no such table") << "" << "shape" << 4326;
    QTest::newRow("text as geometry") << "CREATE TABLE t (shape BLOB); INSERT INTO t VALUES ('POINT(127 37)');"
                                      << "shape" << 4326;
    QTest::newRow("empty geometry") << "CREATE TABLE t (shape BLOB); INSERT INTO t VALUES (x'');" << "shape" << 4326;
    QTest::newRow("not a GeoPackage") << good + QStringLiteral("PRAGMA application_id = 1;") << "shape" << 4326;
    QTest::newRow("no contents") << good + QStringLiteral("DROP TABLE gpkg_contents; CREATE TABLE gpkg_contents (x);")
                                 << "shape" << 4326;
}

void MapPackTest::refusesWrongTables() {
    QFETCH(QString, sql);
    QFETCH(QString, column);
    QFETCH(int, srs);
    const PackOnDisk pack;
    pack.layer("t", column.toStdString(), srs);
    pack.run(sql.toStdString());
    const auto refused = readMapPack(pack.path());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, "MAP_PACK_BROKEN");
    QVERIFY(QByteArray::fromStdString(refused.error().where).contains("pack?.gpkg"));
}

void MapPackTest::leavesNothingBesideTheFile() {
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("korea.gpkg"));
    QVERIFY(QFile::copy(QStringLiteral(HANEUL_SOURCE_DIR "/maps/korea.gpkg"), path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto before = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
    QVERIFY_RESULT(readMapPack(path.toStdString()));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("korea.gpkg")});
    file.seek(0);
    QCOMPARE(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256), before);
}

QTEST_APPLESS_MAIN(MapPackTest)
#include "map_pack_test.moc"
