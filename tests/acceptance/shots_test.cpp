#include "program.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QtTest>

using namespace haneul::tests;

// The program takes pictures of itself on the demo; what is on them is counted.
class ShotsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyViewIsDrawn_data();
    void everyViewIsDrawn(); // R-SVC-01 R-GEN-10
};

void ShotsTest::initTestCase() {
    if (qEnvironmentVariableIsEmpty("DISPLAY")) QSKIP("no display (DISPLAY is empty)");
}

void ShotsTest::everyViewIsDrawn_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("theme");
    QTest::newRow("ko dark") << QStringLiteral("ko") << QStringLiteral("dark");
    QTest::newRow("en light") << QStringLiteral("en") << QStringLiteral("light");
}

void ShotsTest::everyViewIsDrawn() {
    constexpr int demoTracks = 211;
    QFETCH(QString, language);
    QFETCH(QString, theme);
    const QString folder = QStringLiteral(HANEUL_RESULTS "/shots/%1-%2").arg(language, theme);
    QProcess console;
    console.setProcessChannelMode(QProcess::MergedChannels);
    console.start(QStringLiteral(HANEUL_CONSOLE), {QStringLiteral("--shots"), folder, QStringLiteral("--lang"),
                                                   language, QStringLiteral("--theme"), theme});
    QVERIFY(console.waitForFinished(280'000));
    const QByteArray said = console.readAll();
    QVERIFY2(console.exitStatus() == QProcess::NormalExit && console.exitCode() == 0, said);

    QFile file(folder + QStringLiteral("/shots.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject list = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(!list[QStringLiteral("build")].toString().isEmpty());
    const QJsonArray pictures = list[QStringLiteral("pictures")].toArray();
    QVERIFY(pictures.size() >= 10);
    int maps = 0, scenes = 0;
    for (const auto& entry : pictures) {
        const QJsonObject picture = entry.toObject();
        const QString view = picture[QStringLiteral("view")].toString();
        QCOMPARE(picture[QStringLiteral("language")].toString(), language);
        QCOMPARE(picture[QStringLiteral("theme")].toString(), theme);
        QCOMPARE(QImage(folder + u'/' + picture[QStringLiteral("file")].toString()).size(), QSize(1920, 1080));
        // Normal traffic is calm: no red, no amber. Only the fleet of the demonstration has drones that must stay, its
        // approval desk has plans that something is in the way of, routes too close are rejected, and its city is
        // marked as made up.
        const int abnormal = picture[QStringLiteral("abnormal_pixels")].toInt(-1);
        const auto shows = [&](const char* what) { return view.contains(QLatin1StringView(what)); };
        const bool calm = !shows("fleet") && !shows("plans") && !shows("approval") && !shows("collision") &&
                          !shows("risk-studio") && view != QLatin1StringView("panel-ground");
        QVERIFY2(calm ? abnormal == 0 : abnormal > 0, qPrintable(view + u' ' + QString::number(abnormal)));
        if (picture.contains(QStringLiteral("tracks"))) {
            ++maps;
            QVERIFY2(picture[QStringLiteral("tracks")].toInt() >= demoTracks, qPrintable(view));
            QVERIFY2(picture[QStringLiteral("labels")].toInt() >= 10, qPrintable(view));
        }
        if (picture.contains(QStringLiteral("objects3d"))) {
            ++scenes;
            QVERIFY2(picture[QStringLiteral("objects3d")].toInt() >= demoTracks, qPrintable(view));
        }
    }
    QVERIFY(maps >= 3);
    QVERIFY(scenes >= 2);
}

QTEST_GUILESS_MAIN(ShotsTest)
#include "shots_test.moc"
