#include "program.h"

#include <QImage>
#include <QJsonArray>
#include <QSet>
#include <QStandardPaths>
#include <QtTest>

using namespace haneul::tests;

namespace {

// Different colours in a part of the picture, given in shares of its width and height.
qsizetype coloursIn(const QImage& picture, const QRectF& share) {
    const QRect area(int(share.x() * picture.width()), int(share.y() * picture.height()),
                     int(share.width() * picture.width()), int(share.height() * picture.height()));
    QSet<QRgb> colours;
    for (int y = area.top(); y < area.bottom(); y += 2)
        for (int x = area.left(); x < area.right(); x += 2)
            colours << picture.pixel(x, y);
    return colours.size();
}

} // namespace

// The real console on a display without a screen.
class ConsoleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void demoIsOnTheScreen_data();
    void demoIsOnTheScreen(); // R-SVC-01 R-GEN-10
};

void ConsoleTest::initTestCase() {
    if (qEnvironmentVariableIsEmpty("DISPLAY")) QSKIP("no display (DISPLAY is empty)");
    if (QStandardPaths::findExecutable(QStringLiteral("import")).isEmpty())
        QSKIP("no ImageMagick to take a screenshot with");
}

void ConsoleTest::demoIsOnTheScreen_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("ko") << QStringLiteral("ko");
    QTest::newRow("en") << QStringLiteral("en");
}

void ConsoleTest::demoIsOnTheScreen() {
    QFETCH(QString, language);
    Program console(QStringLiteral(HANEUL_CONSOLE));
    QVERIFY2(console.start({QStringLiteral("--demo"), QStringLiteral("--lang"), language}), console.output());
    QVERIFY(console.waitForJson(
        QStringLiteral("/api/v1/tracks?limit=10000"),
        [](const QJsonObject& o) { return o[QStringLiteral("tracks")].toArray().size() >= 211; }, 60'000));
    // Tiles come over HTTP from the program itself: once they are drawn, the map is there.
    QVERIFY(QTest::qWaitFor([&] { return console.get(QStringLiteral("/metrics")).second.contains("haneul_tile"); },
                            30'000));
    QTest::qWait(8000);

    const QString file = QStringLiteral(HANEUL_RESULTS "/console-%1.png").arg(language);
    QProcess grab;
    grab.start(QStringLiteral("import"), {QStringLiteral("-window"), QStringLiteral("root"), file});
    QVERIFY(grab.waitForFinished(20'000));
    const QImage picture(file);
    QVERIFY(!picture.isNull());
    QVERIFY(coloursIn(picture, {0.02, 0.15, 0.6, 0.5}) > 30); // map with tracks
    QVERIFY(coloursIn(picture, {0.68, 0.16, 0.3, 0.4}) > 30); // 3D view: a lost scene is one colour
    QVERIFY(coloursIn(picture, {0.0, 0.75, 0.6, 0.2}) > 10);  // table
    QCOMPARE(console.stop(), 0);
    QVERIFY2(!console.output().contains("QOpenGL") && !console.output().contains("qml"), console.output());
}

QTEST_GUILESS_MAIN(ConsoleTest)
#include "console_test.moc"
