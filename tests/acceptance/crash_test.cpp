#include "program.h"

#include <QFile>
#include <QJsonArray>
#include <QtTest>

#include <csignal>

using namespace haneul::tests;

// The real console, killed without warning.
class CrashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedConsoleComesBack(); // G1

private:
    static QJsonObject session(const Program& console) {
        QFile file(console.dataFolder() + QStringLiteral("/session.json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }

    static bool waitForSession(const Program& console, const std::function<bool(const QJsonObject&)>& pleases) {
        return QTest::qWaitFor([&] { return pleases(session(console)); }, 20'000);
    }

    static void kill(Program& console) {
        QCOMPARE(::kill(static_cast<pid_t>(console.processId()), SIGKILL), 0);
        QVERIFY(console.process().waitForFinished(10'000));
    }
};

void CrashTest::initTestCase() {
    if (qEnvironmentVariableIsEmpty("DISPLAY")) QSKIP("no display (DISPLAY is empty)");
}

void CrashTest::killedConsoleComesBack() {
    Program console(QStringLiteral(HANEUL_CONSOLE));
    const QStringList options{QStringLiteral("--demo"), QStringLiteral("--theme"), QStringLiteral("light")};
    QVERIFY2(console.start(options), console.output());
    QVERIFY(waitForSession(console, [](const QJsonObject& s) {
        return s.contains(QStringLiteral("layout")) && s[QStringLiteral("theme")].toString() == QStringLiteral("light");
    }));
    QCOMPARE(session(console)[QStringLiteral("after_crash")].toBool(true), false);
    kill(console);
    QCOMPARE(session(console)[QStringLiteral("clean_end")].toBool(true), false);

    // The first crash: as it was, and the session says that it follows one.
    QVERIFY2(console.start({QStringLiteral("--demo")}), console.output());
    QVERIFY(waitForSession(console, [](const QJsonObject& s) { return s[QStringLiteral("after_crash")].toBool(); }));
    QCOMPARE(session(console)[QStringLiteral("theme")].toString(), QStringLiteral("light"));
    kill(console);

    // The second at once: safe mode, the session put aside.
    QVERIFY2(console.start({QStringLiteral("--demo")}), console.output());
    QVERIFY(QTest::qWaitFor(
        [&] { return QFile::exists(console.dataFolder() + QStringLiteral("/session.json.unused-1")); }, 20'000));
    QVERIFY(waitForSession(console, [](const QJsonObject& s) { return s.contains(QStringLiteral("layout")); }));
    QCOMPARE(console.stop(), 0);
    QVERIFY(session(console)[QStringLiteral("clean_end")].toBool());

    QVERIFY2(console.start({QStringLiteral("--demo")}), console.output());
    QVERIFY(waitForSession(console, [](const QJsonObject& s) {
        return s.contains(QStringLiteral("layout")) && !s[QStringLiteral("clean_end")].toBool(true);
    }));
    QCOMPARE(session(console)[QStringLiteral("after_crash")].toBool(true), false);
    QCOMPARE(console.stop(), 0);
}

QTEST_GUILESS_MAIN(CrashTest)
#include "crash_test.moc"
