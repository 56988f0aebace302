#include "server/geoid/geoid_model.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace haneul;

class GeoidModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asProjHasIt_data();
    void asProjHasIt(); // R-GEN-08
    void whereItCameFrom();
    void withoutOne();
};

// What PROJ 9.6 makes of the same file (+proj=vgridshift +grids=egm96_15.gtx +multiplier=1).
void GeoidModelTest::asProjHasIt_data() {
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::addColumn<double>("expected");
    QTest::newRow("Seoul") << 37.5665 << 126.978 << 22.8975;
    QTest::newRow("Jeju") << 33.4996 << 126.5312 << 25.5639;
    QTest::newRow("Busan") << 35.1796 << 129.0756 << 29.2787;
    QTest::newRow("London") << 51.5074 << -0.1276 << 45.9679;
    QTest::newRow("New York") << 40.7128 << -74.006 << -32.7602;
    QTest::newRow("Sydney") << -33.8688 << 151.2093 << 22.4197;
    QTest::newRow("south of India") << 4.0 << 80.0 << -105.6974;
    QTest::newRow("Fiji, east of the antimeridian") << -17.0 << 179.99 << 51.458;
    QTest::newRow("Fiji, west of it") << -17.0 << -179.99 << 51.4143;
    QTest::newRow("north pole") << 90.0 << 0.0 << 13.6062;
    QTest::newRow("south pole") << -90.0 << 0.0 << -29.5338;
}

void GeoidModelTest::asProjHasIt() {
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    QFETCH(double, expected);
    const auto model = geoid::read(geoid::installedFile());
    QVERIFY2(model, model ? "" : model.error().message.c_str());
    const auto height_m = geoid::undulationOf(*model)({latitude, longitude});
    QVERIFY(height_m);
    QVERIFY2(std::abs(*height_m - expected) < 0.0005, qPrintable(QString::number(*height_m)));
}

void GeoidModelTest::whereItCameFrom() {
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("egm96_15.gtx"));
    QVERIFY(QFile::copy(QString::fromStdString(geoid::installedFile().string()), copy));
    qputenv("PROJ_DATA", (QStringLiteral("/nonexistent:") + folder.path()).toLocal8Bit());
    const auto named = geoid::installedFile();
    qunsetenv("PROJ_DATA");
    QCOMPARE(QString::fromStdString(named.string()), copy); // whoever names a folder means it
    const auto model = geoid::read(named);
    QVERIFY(model);
    QCOMPARE((*model)->name, std::string("egm96_15.gtx"));
    QCOMPARE((*model)->sha256.size(), std::size_t{64});
    QCOMPARE(geoid::versionOf(*model), "egm96_15.gtx " + (*model)->sha256.substr(0, 12));
    QFile file(copy); // another file is another version
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(5000) && file.write("\x41", 1) == 1);
    file.close();
    QVERIFY(geoid::versionOf(geoid::read(named).value()) != geoid::versionOf(*model));
}

void GeoidModelTest::withoutOne() {
    QVERIFY(!geoid::undulationOf(nullptr));
    QCOMPARE(geoid::versionOf(nullptr), std::string("none"));
    const auto missing = geoid::read("/nonexistent/geoid.gtx");
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, std::string("GEOID_UNREADABLE"));
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.gtx")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello") == 5);
    file.close();
    QCOMPARE(geoid::read(file.fileName().toStdString()).error().code, std::string("BAD_GEOID"));
}

QTEST_GUILESS_MAIN(GeoidModelTest)
#include "geoid_model_test.moc"
