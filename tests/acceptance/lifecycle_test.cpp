#include "program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QSet>
#include <QtTest>

#include <csignal>

using namespace haneul::tests;

class LifecycleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void helpAndVersion();
    void badOptionsAreUsageErrors_data();
    void badOptionsAreUsageErrors();
    void badConfigurationNamesThePlace_data();
    void badConfigurationNamesThePlace();
    void stopsCleanlyOnSigterm();
    void secondInstanceIsRefused(); // F6
    void portInUseIsAnError();
    void dataOfTheOtherKindIsRefused();
    void damagedDatabaseIsRefused(); // G10 F6
    void unreadableRecordingIsAnError();
    void startsAgainAfterKill();  // G1 F1
    void listensOnLoopbackOnly(); // R-SEC-02

private:
    struct Ended {
        int code = -1;
        QByteArray output;
    };

    Ended runToEnd(const QStringList& arguments) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(HANEUL_SERVER), arguments);
        if (!process.waitForFinished(20'000)) return {};
        return {process.exitCode(), process.readAll()};
    }
};

void LifecycleTest::helpAndVersion() {
    const Ended help = runToEnd({QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    for (const char* option : {"--data", "--http", "--mqtt", "--demo", "--replay", "--lang", "--config", "--help",
                               "--version", "Exit codes"})
        QVERIFY2(help.output.contains(option), option);
    const Ended version = runToEnd({QStringLiteral("--version")});
    QCOMPARE(version.code, 0);
    QVERIFY(version.output.startsWith("haneul-server "));
}

void LifecycleTest::badOptionsAreUsageErrors_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown") << QStringList{QStringLiteral("--nothing")};
    QTest::newRow("no value") << QStringList{QStringLiteral("--data")};
    QTest::newRow("stray word") << QStringList{QStringLiteral("demo")};
    QTest::newRow("no port") << QStringList{QStringLiteral("--http"), QStringLiteral("127.0.0.1")};
    QTest::newRow("port too large") << QStringList{QStringLiteral("--http"), QStringLiteral("127.0.0.1:65536")};
    QTest::newRow("mqtt") << QStringList{QStringLiteral("--mqtt"), QStringLiteral("http://x")};
    QTest::newRow("language") << QStringList{QStringLiteral("--lang"), QStringLiteral("fr")};
    QTest::newRow("demo and replay") << QStringList{QStringLiteral("--demo"), QStringLiteral("--replay"),
                                                    QStringLiteral("x")};
    QTest::newRow("no such configuration")
        << QStringList{QStringLiteral("--config"), QStringLiteral("/nonexistent.toml")};
}

void LifecycleTest::badOptionsAreUsageErrors() {
    QFETCH(QStringList, arguments);
    const Ended ended = runToEnd(arguments);
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.output.startsWith("haneul-server: "), ended.output);
}

void LifecycleTest::badConfigurationNamesThePlace_data() {
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no TOML") << QByteArray("data = = 1") << QByteArray(":1:");
    QTest::newRow("unknown key") << QByteArray("\ndta = 'x'") << QByteArray("dta: unknown key");
    QTest::newRow("type") << QByteArray("http = 8080") << QByteArray("http: expected a text");
    QTest::newRow("port") << QByteArray("[[feeds.sbs]]\nname='a'\nport=70000") << QByteArray("feeds.sbs.port");
    QTest::newRow("name") << QByteArray("[[feeds.mavlink]]\nname='a b'") << QByteArray("feeds.mavlink.name");
    QTest::newRow("plain password") << QByteArray("[[mqtt.account]]\nname='d'\npassword_hash='secret'")
                                    << QByteArray("password_hash");
    QTest::newRow("account twice") << QByteArray("[[mqtt.account]]\nname='d'\npassword_hash='$7$1$a$b'\n[[mqtt.account]"
                                                 "]\nname='d'\npassword_hash='$7$1$a$b'")
                                   << QByteArray("named twice");
    QTest::newRow("order of ages") << QByteArray("[tracks]\nstale_after_s = 90") << QByteArray("stale_after_s <");
}

void LifecycleTest::badConfigurationNamesThePlace() {
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, says);
    Program program;
    QVERIFY(!program.start({}, config));
    QVERIFY2(program.output().contains(says), program.output());
    QCOMPARE(program.process().exitCode(), 2);
}

void LifecycleTest::stopsCleanlyOnSigterm() {
    Program program;
    QVERIFY2(program.start({}), program.output());
    const auto broker = childrenOf(program.processId(), QStringLiteral("mosquitto"));
    QCOMPARE(broker.size(), 1);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(program.stop(), 0);
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY(QTest::qWaitFor([&] { return ::kill(static_cast<pid_t>(broker.first()), 0) != 0; }, 3000));
}

void LifecycleTest::secondInstanceIsRefused() {
    Program program;
    QVERIFY2(program.start({}), program.output());
    const Ended second = runToEnd(
        {QStringLiteral("--http"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--data"), program.dataFolder()});
    QCOMPARE(second.code, 3);
    QVERIFY2(second.output.contains(QByteArray::number(program.processId())), second.output);
    QCOMPARE(program.get(QStringLiteral("/healthz")).first, 200); // the first is not disturbed
}

void LifecycleTest::portInUseIsAnError() {
    Program program;
    QVERIFY2(program.start({}), program.output());
    QTemporaryDir other;
    const Ended second =
        runToEnd({QStringLiteral("--http"), QStringLiteral("127.0.0.1:%1").arg(program.url(QString()).port()),
                  QStringLiteral("--data"), other.filePath(QStringLiteral("d"))});
    QCOMPARE(second.code, 5);
}

void LifecycleTest::dataOfTheOtherKindIsRefused() {
    Program program;
    QVERIFY2(program.start({}), program.output());
    QCOMPARE(program.stop(), 0);
    const Ended demo = runToEnd({QStringLiteral("--demo"), QStringLiteral("--http"), QStringLiteral("127.0.0.1:0"),
                                 QStringLiteral("--data"), program.dataFolder()});
    QCOMPARE(demo.code, 4);
    QVERIFY2(demo.output.contains("real data"), demo.output);
}

void LifecycleTest::damagedDatabaseIsRefused() {
    Program program;
    QVERIFY2(program.start({}), program.output());
    QCOMPARE(program.stop(), 0);
    QFile file(program.dataFolder() + QStringLiteral("/haneul.sqlite"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(4096);
    file.write(QByteArray(4096, '\x5a'));
    file.close();
    const Ended again = runToEnd(
        {QStringLiteral("--http"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--data"), program.dataFolder()});
    QCOMPARE(again.code, 4);
    QVERIFY2(again.output.contains("DATABASE_DAMAGED"), again.output);
}

void LifecycleTest::unreadableRecordingIsAnError() {
    QTemporaryDir folder;
    const Ended ended = runToEnd({QStringLiteral("--replay"), QStringLiteral("/nonexistent.tlog"),
                                  QStringLiteral("--data"), folder.filePath(QStringLiteral("d"))});
    QCOMPARE(ended.code, 6);
}

void LifecycleTest::startsAgainAfterKill() {
    Program program;
    QString instance;
    for (int round = 0; round < 5; ++round) {
        QVERIFY2(program.start({}), program.output());
        const QString id = program.json(QStringLiteral("/healthz"))[QStringLiteral("instance")].toString();
        QVERIFY(!id.isEmpty());
        QVERIFY(instance.isEmpty() || instance == id);
        instance = id;
        const auto broker = childrenOf(program.processId(), QStringLiteral("mosquitto"));
        program.process().kill();
        QVERIFY(program.process().waitForFinished(5000));
        for (const qint64 child : broker) // no child outlives its parent
            QVERIFY(QTest::qWaitFor([&] { return ::kill(static_cast<pid_t>(child), 0) != 0; }, 3000));
    }
}

void LifecycleTest::listensOnLoopbackOnly() {
    Program program;
    QVERIFY2(program.start({QStringLiteral("--demo")}), program.output());
    QVERIFY(program.waitForJson(QStringLiteral("/api/v1/tracks"),
                                [](const QJsonObject& o) { return !o[QStringLiteral("tracks")].toArray().isEmpty(); }));
    // Every listening or bound socket of this process and its children, from /proc.
    QSet<QByteArray> inodes;
    for (const qint64 process :
         QList<qint64>{program.processId()} + childrenOf(program.processId(), QStringLiteral("mosquitto")))
        for (const QFileInfo& entry :
             QDir(QStringLiteral("/proc/%1/fd").arg(process)).entryInfoList(QDir::System | QDir::Files)) {
            const QString target = QFile::symLinkTarget(entry.filePath());
            if (const qsizetype at = target.indexOf(QStringLiteral("socket:[")); at >= 0)
                inodes << target.mid(at + 8).chopped(1).toUtf8();
        }
    int open = 0;
    for (const char* table : {"/proc/net/tcp", "/proc/net/tcp6", "/proc/net/udp", "/proc/net/udp6"}) {
        QFile file{QString::fromLatin1(table)};
        if (!file.open(QIODevice::ReadOnly)) continue;
        for (const QByteArray& line : file.readAll().split('\n').mid(1)) {
            const auto fields = line.simplified().split(' ');
            if (fields.size() < 10 || !inodes.contains(fields[9])) continue;
            const bool listening = fields[3] == "0A" || QByteArray(table).contains("udp");
            if (!listening) continue;
            ++open;
            QVERIFY2(fields[1].startsWith("0100007F:") || fields[1].startsWith("00000000000000000000000001000000:"),
                     line);
        }
    }
    QVERIFY(open >= 4); // HTTP, broker, SBS of the demo, MAVLink
}

QTEST_GUILESS_MAIN(LifecycleTest)
#include "lifecycle_test.moc"
