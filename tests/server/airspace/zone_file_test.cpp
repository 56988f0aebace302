#include "server/airspace/zone_file.h"
#include "tests/core/formats/zone_samples.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace haneul;
using namespace haneul::airspace;
using namespace haneul::tests;

namespace {

const formats::ZoneFileOptions options{"KOR", formats::ZoneDefaults{"KOR", "S", ZoneType::Prohibited, {}, {}},
                                       decodeTableText};
const std::string park = "\xB0\xF8\xBF\xF8"; // 공원 in CP949

} // namespace

// Files of zones from a disk.
class ZoneFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shapefileWithItsNeighbours();
    void otherFilesComeAlone();
    void refusals();
    void encodings_data();
    void encodings();

private:
    void put(const char* name, const std::string& bytes) const {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0)
            qFatal("not written");
    }

    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    [[nodiscard]] Result<ZoneFile> load(const char* name) const {
        return loadZoneFile(path(name).toStdString(), options);
    }

    QTemporaryDir m_folder;
};

void ZoneFileTest::shapefileWithItsNeighbours() {
    put("Parks.SHP", shpOf({polygonContent({squareRing(127, 37, 0.1)})}));
    put("Parks.dbf", dbfOf("NAME", {park}));
    put("Parks.PRJ", wgs84Prj);
    put("Parks.cpg", "949");
    put("Parks2.dbf", dbfOf("NAME", {"other"}));
    const auto file = load("Parks.SHP");
    QVERIFY(file);
    QCOMPARE(file->name, std::string("Parks.SHP"));
    QCOMPARE(file->neighbours.size(), 3u);
    const auto import = formats::readZoneFile(file->bytes, file->name, file->options, file->neighbours);
    QVERIFY2(import, import ? "" : import.error().message.c_str());
    QCOMPARE(QString::fromStdString(textIn(import->features.at(0).zone->name, "ko")), QStringLiteral("공원"));
    QVERIFY(QFile::remove(path("Parks.PRJ"))); // then nobody knows where it is
    const auto lost = load("Parks.SHP");
    QCOMPARE(formats::readZoneFile(lost->bytes, lost->name, lost->options, lost->neighbours).error().code,
             std::string("UNKNOWN_DATUM"));
}

void ZoneFileTest::otherFilesComeAlone() {
    put("Parks.json", R"({"features":[]})");
    const auto file = load("Parks.json");
    QVERIFY(file && file->neighbours.empty());
    QCOMPARE(file->bytes, std::string(R"({"features":[]})"));
}

void ZoneFileTest::refusals() {
    QCOMPARE(load("none.shp").error().code, std::string("CANNOT_READ"));
    QFile large(path("large.kml"));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(65LL << 20));
    QCOMPARE(load("large.kml").error().code, std::string("TOO_LARGE"));
}

void ZoneFileTest::encodings_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QString>("expected"); // empty: not read
    const auto row = [](const char* encoding, const char* bytes, const QString& expected) {
        QTest::newRow(encoding) << QByteArray(bytes) << QByteArray(encoding) << expected;
    };
    for (const char* const korean : {"CP949", "949", "ansi 949", "EUC-KR"})
        row(korean, park.c_str(), QStringLiteral("공원"));
    row("88591", "\xE9", QStringLiteral("é"));
    row("ISO 88591", "\xE9", QStringLiteral("é"));
    row("1252", "\x80", QStringLiteral("€"));
    row("UTF-8", "\xC3\xA9", QStringLiteral("é"));
    row("utf-8 but is not", "\xE9", QString());
    row("UTF-8 ", "\xE9", QString());
    row("no such thing", "a", QString());
}

void ZoneFileTest::encodings() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, encoding);
    QFETCH(const QString, expected);
    const auto text = decodeTableText(bytes.toStdString(), encoding.toStdString());
    QCOMPARE(text ? QString::fromStdString(*text) : QString(), expected);
}

QTEST_GUILESS_MAIN(ZoneFileTest)
#include "zone_file_test.moc"
