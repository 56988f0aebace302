#include "program.h"

#include "core/formats/telemetry_binary.h"
#include "core/formats/telemetry_json.h"
#include "core/formats/tlog.h"
#include "tests/support/shared_data.h"

#include <QJsonArray>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QUdpSocket>
#include <QtTest>

using namespace haneul;
using namespace haneul::tests;

namespace {

QJsonObject feedOf(Program& program, const QString& id) {
    for (const auto& feed : program.json(QStringLiteral("/api/v1/feeds"))[QStringLiteral("feeds")].toArray())
        if (feed[QStringLiteral("id")].toString() == id) {
            QJsonObject flat = feed[QStringLiteral("counters")].toObject(); // counters beside state and detail
            flat[QStringLiteral("state")] = feed[QStringLiteral("state")];
            return flat;
        }
    return {};
}

// Telemetry is sent once (QoS 0): what is published before the desk listens is nobody's.
bool listens(Program& program, const char* feed) {
    return QTest::qWaitFor(
        [&] {
            const QString state = feedOf(program, QLatin1StringView(feed))[QStringLiteral("state")].toString();
            return state == QStringLiteral("connected") || state == QStringLiteral("silent");
        },
        15'000);
}

QStringList idsOf(Program& program) {
    QStringList ids;
    for (const auto& track : program.json(QStringLiteral("/api/v1/tracks"))[QStringLiteral("tracks")].toArray())
        ids << track[QStringLiteral("id")].toString();
    return ids;
}

// A real readsb between two ports: raw and Beast in, SBS-1 out.
class Readsb {
public:
    bool start() {
        const QString arguments =
            QStringLiteral(
                "--net-only --net --net-bind-address 127.0.0.1 --net-ri-port %1 --net-bi-port %2 --net-sbs-port %3 "
                "--net-ro-port 0 --net-bo-port 0 --net-sbs-in-port 0 --quiet")
                .arg(raw)
                .arg(beast)
                .arg(sbs);
        m_process.start(QStringLiteral("readsb"), arguments.split(u' '));
        return m_process.waitForStarted(5000) && QTest::qWaitFor([&] { return accepts(raw) && accepts(sbs); }, 10'000);
    }

    ~Readsb() {
        m_process.terminate();
        if (!m_process.waitForFinished(3000)) m_process.kill();
        m_process.waitForFinished(3000);
    }

    // Sends as a receiver does.
    void send(quint16 port, const QByteArray& bytes) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        QVERIFY(socket.waitForConnected(5000));
        socket.write(bytes);
        while (socket.bytesToWrite() > 0)
            socket.waitForBytesWritten(1000);
        QTest::qWait(500);
    }

    const quint16 raw = freePort(), beast = freePort(), sbs = freePort();

private:
    static bool accepts(quint16 port) {
        QTcpSocket probe;
        probe.connectToHost(QHostAddress::LocalHost, port);
        return probe.waitForConnected(200);
    }

    QProcess m_process;
};

QByteArray hashOf(const QString& password) {
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("passwords"));
    QProcess tool;
    tool.start(QStringLiteral("mosquitto_passwd"),
               {QStringLiteral("-c"), QStringLiteral("-b"), file, QStringLiteral("x"), password});
    tool.waitForFinished(5000);
    const auto line = readFile(file);
    return line ? line->trimmed().mid(2) : QByteArray();
}

QString publish(quint16 port, const QString& user, const QString& topic, const QByteArray& payload) {
    QProcess tool;
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(QStringLiteral("mosquitto_pub"),
               {QStringLiteral("-V"), QStringLiteral("5"), QStringLiteral("-h"), QStringLiteral("127.0.0.1"),
                QStringLiteral("-p"), QString::number(port), QStringLiteral("-u"), user, QStringLiteral("-P"),
                QStringLiteral("word"), QStringLiteral("-q"), QStringLiteral("1"), QStringLiteral("-t"), topic,
                QStringLiteral("-s")});
    tool.write(payload);
    tool.closeWriteChannel();
    tool.waitForFinished(10'000);
    return QString::fromUtf8(tool.readAll());
}

formats::TelemetryRecord recordOf(const char* drone, std::uint32_t sequence) {
    return {.droneId = drone,
            .sequence = sequence,
            .time_ms = QDateTime::currentMSecsSinceEpoch(),
            .latitude_e7 = 375'665'000,
            .longitude_e7 = 1'269'780'000,
            .altitude_mm = 120'000,
            .velocityNorth_mms = 3000,
            .velocityEast_mms = 4000,
            .velocityDown_mms = -500,
            .battery_pct = 80,
            .battery_mv = 22'000,
            .rssi_dbm = -60};
}

QByteArray bytes(const std::string& text) {
    return QByteArray::fromStdString(text);
}

} // namespace

class RealFeedsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rawFramesThroughReadsb(); // R-SVC-05
    void beastThroughReadsb();     // R-SVC-05
    void recordedMavlinkOverUdp();
    void telemetryByMosquittoClients(); // R-PIPE-01 F14 G9
    void liesAreRefused();              // F14 G9
    void externalBroker();              // R-PIPE-01 F9
    void replayOfTheApproach();         // R-PIPE-11
    void replayOfTheFlight();
    void replayControlRefusesNonsense();
};

void RealFeedsTest::rawFramesThroughReadsb() {
    HANEUL_NEEDS_SHARED(path, "data/adsb-modes/mode-s-single-aircraft.csv");
    if (QStandardPaths::findExecutable(QStringLiteral("readsb")).isEmpty()) QSKIP("readsb is not installed");
    QByteArray frames;
    int count = 0;
    const QByteArray csv = *readFile(path);
    for (const QByteArray& line : csv.split('\n')) {
        const auto fields = line.split(',');
        if (fields.size() < 2) continue;
        frames += '*' + QByteArray(fields[1]).replace('"', "") + ";\n";
        ++count;
    }
    QCOMPARE(count, 2000);

    Readsb readsb;
    QVERIFY(readsb.start());
    Program program;
    QVERIFY2(program.start({}, "[[feeds.sbs]]\nname = 'readsb'\nport = " + QByteArray::number(readsb.sbs) + "\n"),
             program.output());
    QVERIFY(listens(program, "sbs:readsb"));
    readsb.send(readsb.raw, frames);
    QVERIFY2(
        QTest::qWaitFor(
            [&] { return feedOf(program, QStringLiteral("sbs:readsb"))[QStringLiteral("messages")].toInt() >= 2000; },
            20'000),
        QJsonDocument(feedOf(program, QStringLiteral("sbs:readsb"))).toJson());
    const auto feed = feedOf(program, QStringLiteral("sbs:readsb"));
    QCOMPARE(feed[QStringLiteral("messages")].toInt(), 2000); // 98 identity, 937 position, 965 velocity
    QCOMPARE(feed[QStringLiteral("updates")].toInt(), 2000);
    QCOMPARE(feed[QStringLiteral("malformed")].toInt(), 0);
    QCOMPARE(idsOf(program), QStringList{QStringLiteral("icao:406B90")});
}

void RealFeedsTest::beastThroughReadsb() {
    HANEUL_NEEDS_SHARED(path, "data/adsb-modes/beast-sample.bin");
    if (QStandardPaths::findExecutable(QStringLiteral("readsb")).isEmpty()) QSKIP("readsb is not installed");
    Readsb readsb;
    QVERIFY(readsb.start());
    Program program;
    QVERIFY2(program.start({}, "[[feeds.sbs]]\nname = 'readsb'\nport = " + QByteArray::number(readsb.sbs) + "\n"),
             program.output());
    QVERIFY(listens(program, "sbs:readsb"));
    readsb.send(readsb.beast, *readFile(path));
    QVERIFY(QTest::qWaitFor(
        [&] { return feedOf(program, QStringLiteral("sbs:readsb"))[QStringLiteral("messages")].toInt() >= 219; },
        20'000));
    QCOMPARE(idsOf(program), (QStringList{QStringLiteral("icao:3981E4"), QStringLiteral("icao:44CE69"),
                                          QStringLiteral("icao:48520A")}));
    QCOMPARE(feedOf(program, QStringLiteral("sbs:readsb"))[QStringLiteral("malformed")].toInt(), 0);
}

void RealFeedsTest::recordedMavlinkOverUdp() {
    HANEUL_NEEDS_SHARED(path, "data/mavlink-tlog/flight.tlog");
    const QByteArray file = *readFile(path);
    const quint16 port = freePort();
    Program program;
    QVERIFY2(program.start({}, "[[feeds.mavlink]]\nname = 'field'\nport = " + QByteArray::number(port) + "\n"),
             program.output());
    QUdpSocket sender;
    formats::TlogReader reader(std::as_bytes(std::span(file.constData(), static_cast<std::size_t>(file.size()))));
    int sent = 0;
    while (const auto entry = reader.next()) {
        sender.writeDatagram(file.mid(static_cast<qsizetype>(entry->offset), static_cast<qsizetype>(entry->length)),
                             QHostAddress::LocalHost, port);
        if (++sent % 100 == 0) QTest::qWait(1); // as fast as a socket buffer allows
        if (sent == 20'000) break;
    }
    QVERIFY(QTest::qWaitFor(
        [&] { return feedOf(program, QStringLiteral("mavlink:field"))[QStringLiteral("messages")].toInt() >= sent; },
        20'000));
    QCOMPARE(idsOf(program), QStringList{QStringLiteral("mav:field:1")}); // systems 255 and 51 are on the same link
    QVERIFY(feedOf(program, QStringLiteral("mavlink:field"))[QStringLiteral("ignored")].toInt() > 0);
}

void RealFeedsTest::telemetryByMosquittoClients() {
    const quint16 port = freePort();
    const QByteArray hash = hashOf(QStringLiteral("word"));
    QVERIFY(hash.startsWith("$7$"));
    Program program;
    QVERIFY2(program.start({}, "[mqtt]\nport = " + QByteArray::number(port) +
                                   "\n[[mqtt.account]]\nname = 'D-1'\npassword_hash = '" + hash +
                                   "'\n[[mqtt.account]]\nname = 'gw-1'\npassword_hash = '" + hash +
                                   "'\ndrones = ['D-2', 'D-3']\n"),
             program.output());
    QVERIFY(listens(program, "mqtt"));
    const std::vector one{recordOf("D-1", 1)};
    const std::vector two{recordOf("D-2", 1), recordOf("D-3", 1)};
    QCOMPARE(publish(port, QStringLiteral("D-1"), QStringLiteral("haneul/v1/tele/wydm9/D-1"),
                     bytes(formats::writeTelemetryJson(one))),
             QString());
    QCOMPARE(publish(port, QStringLiteral("gw-1"), QStringLiteral("haneul/v1/tele/wydm9/gw-1"),
                     bytes(formats::writeTelemetryBinary(two))),
             QString());
    QVERIFY(QTest::qWaitFor([&] { return idsOf(program).size() == 3; }, 10'000));
    const auto track = program.json(QStringLiteral("/api/v1/tracks/uas:D-1"));
    const auto body = track.contains(QStringLiteral("track")) ? track[QStringLiteral("track")].toObject() : track;
    QCOMPARE(body[QStringLiteral("position")][QStringLiteral("lat_deg")].toDouble(), 37.5665);
    QCOMPARE(body[QStringLiteral("height")][QStringLiteral("m")].toDouble(), 120.0);
    QCOMPARE(body[QStringLiteral("ground_speed_mps")].toDouble(), 5.0);
    QCOMPARE(body[QStringLiteral("vertical_rate_mps")].toDouble(), 0.5);
    QCOMPARE(body[QStringLiteral("battery_pct")].toDouble(), 80.0);
}

void RealFeedsTest::liesAreRefused() {
    const quint16 port = freePort();
    const QByteArray hash = hashOf(QStringLiteral("word"));
    Program program;
    QVERIFY2(program.start({}, "[mqtt]\nport = " + QByteArray::number(port) +
                                   "\n[[mqtt.account]]\nname = 'D-1'\npassword_hash = '" + hash + "'\n"),
             program.output());
    QVERIFY(listens(program, "mqtt"));
    const std::vector other{recordOf("D-9", 1)};
    // On another's topic: the broker's own rule.
    QVERIFY(publish(port, QStringLiteral("D-1"), QStringLiteral("haneul/v1/tele/wydm9/D-9"),
                    bytes(formats::writeTelemetryJson(other)))
                .contains(QStringLiteral("Not authorized"), Qt::CaseInsensitive));
    // Inside the payload, on the own topic: ours. Also without a password that is known, and broken.
    QCOMPARE(publish(port, QStringLiteral("D-1"), QStringLiteral("haneul/v1/tele/wydm9/D-1"),
                     bytes(formats::writeTelemetryJson(other))),
             QString());
    QCOMPARE(publish(port, QStringLiteral("D-1"), QStringLiteral("haneul/v1/tele/wydm9/D-1"), "{broken"), QString());
    QVERIFY(publish(port, QStringLiteral("D-2"), QStringLiteral("haneul/v1/tele/wydm9/D-2"), "x")
                .contains(QStringLiteral("Not authorized"), Qt::CaseInsensitive));
    QVERIFY2(QTest::qWaitFor(
                 [&] {
                     const auto feed = feedOf(program, QStringLiteral("mqtt"));
                     return feed[QStringLiteral("refused")].toInt() == 1 &&
                            feed[QStringLiteral("malformed")].toInt() == 1;
                 },
                 10'000),
             QJsonDocument(feedOf(program, QStringLiteral("mqtt"))).toJson());
    QVERIFY(idsOf(program).isEmpty());
    const std::vector own{recordOf("D-1", 1)};
    QCOMPARE(publish(port, QStringLiteral("D-1"), QStringLiteral("haneul/v1/tele/wydm9/D-1"),
                     bytes(formats::writeTelemetryJson(own))),
             QString());
    QVERIFY(QTest::qWaitFor([&] { return idsOf(program) == QStringList{QStringLiteral("uas:D-1")}; }, 10'000));
}

void RealFeedsTest::externalBroker() {
    const quint16 port = freePort();
    QTemporaryDir folder;
    const QByteArray hash = hashOf(QStringLiteral("word"));
    const auto write = [&](const char* name, const QByteArray& content) {
        QFile file(folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write a test file");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return file.fileName().toUtf8();
    };
    const QByteArray passwords = write("passwords", "desk:" + hash + "\nD-7:" + hash + "\n");
    const QByteArray rights =
        write("acl", "user desk\ntopic read haneul/v1/tele/#\ntopic readwrite haneul/v1/canary/#\n"
                     "pattern write haneul/v1/tele/+/%u\n");
    const QByteArray config = write("mosquitto.conf", "listener " + QByteArray::number(port) +
                                                          " 127.0.0.1\nallow_anonymous false\npassword_file " +
                                                          passwords + "\nacl_file " + rights + "\nuser root\n");
    Program program;
    QVERIFY2(program.start({QStringLiteral("--mqtt"), QStringLiteral("mqtt://desk:word@127.0.0.1:%1").arg(port)}),
             program.output());
    // The broker of the house is not there yet: that is shown, and nothing else stops.
    QVERIFY(QTest::qWaitFor(
        [&] {
            return feedOf(program, QStringLiteral("mqtt"))[QStringLiteral("state")] == QStringLiteral("disconnected");
        },
        15'000));
    QCOMPARE(program.json(QStringLiteral("/healthz"))[QStringLiteral("status")].toString(), QStringLiteral("degraded"));

    QProcess broker;
    broker.start(QStringLiteral("/usr/sbin/mosquitto"), {QStringLiteral("-c"), QString::fromUtf8(config)});
    QVERIFY(broker.waitForStarted(5000));
    const std::vector own{recordOf("D-7", 1)};
    QVERIFY(QTest::qWaitFor(
        [&] {
            (void)publish(port, QStringLiteral("D-7"), QStringLiteral("haneul/v1/tele/wydm9/D-7"),
                          bytes(formats::writeTelemetryJson(own)));
            return idsOf(program) == QStringList{QStringLiteral("uas:D-7")};
        },
        30'000));
    QCOMPARE(program.json(QStringLiteral("/healthz"))[QStringLiteral("broker")].toString(),
             QStringLiteral("external 127.0.0.1:%1").arg(port));
    QVERIFY(childrenOf(program.processId(), QStringLiteral("mosquitto")).isEmpty()); // none of our own
    broker.terminate();
    QVERIFY(broker.waitForFinished(5000));
}

void RealFeedsTest::replayOfTheApproach() {
    HANEUL_NEEDS_SHARED(path, "data/adsb-modes/sbs-approach-10min.txt");
    Program program;
    QVERIFY2(program.start({QStringLiteral("--replay"), path}), program.output());
    QVERIFY(program.waitForJson(QStringLiteral("/api/v1/tracks"), [](const QJsonObject& o) {
        return o[QStringLiteral("mode")] == QStringLiteral("replay") &&
               o[QStringLiteral("tracks")].toArray().size() == 1;
    }));
    QCOMPARE(program.post(QStringLiteral("/api/v1/replay"), R"({"action":"pause"})").first / 100, 2);
    QVERIFY(program.waitForJson(QStringLiteral("/api/v1/tracks"), [](const QJsonObject& o) {
        return o[QStringLiteral("mode")] == QStringLiteral("paused");
    }));
    const QString stood = program.json(QStringLiteral("/api/v1/tracks"))[QStringLiteral("time")].toString();
    QTest::qWait(1500);
    QCOMPARE(program.json(QStringLiteral("/api/v1/tracks"))[QStringLiteral("time")].toString(), stood);
    // To the end, at 60 times real time: all 8,118 lines have come by.
    const QString end = QDateTime::fromString(stood, Qt::ISODateWithMs).addSecs(570).toString(Qt::ISODateWithMs);
    QCOMPARE(
        program.post(QStringLiteral("/api/v1/replay"), R"({"action":"seek","to":")" + end.toUtf8() + R"("})").first /
            100,
        2);
    QCOMPARE(program.post(QStringLiteral("/api/v1/replay"), R"({"action":"speed","speed":60})").first / 100, 2);
    QCOMPARE(program.post(QStringLiteral("/api/v1/replay"), R"({"action":"play"})").first / 100, 2);
    QVERIFY(QTest::qWaitFor(
        [&] { return feedOf(program, QStringLiteral("replay"))[QStringLiteral("messages")].toInt() == 8118; }, 15'000));
    QCOMPARE(idsOf(program), QStringList{QStringLiteral("icao:400F99")});
}

void RealFeedsTest::replayOfTheFlight() {
    HANEUL_NEEDS_SHARED(path, "data/mavlink-tlog/flight.tlog");
    Program program;
    QVERIFY2(program.start({QStringLiteral("--replay"), path}), program.output());
    QVERIFY(program.waitForJson(QStringLiteral("/api/v1/tracks"), [](const QJsonObject& o) {
        return o[QStringLiteral("mode")] == QStringLiteral("replay");
    }));
    const QString begin = program.json(QStringLiteral("/api/v1/tracks"))[QStringLiteral("time")].toString();
    const QString end = QDateTime::fromString(begin, Qt::ISODateWithMs).addSecs(4000).toString(Qt::ISODateWithMs);
    QCOMPARE(
        program.post(QStringLiteral("/api/v1/replay"), R"({"action":"seek","to":")" + end.toUtf8() + R"("})").first /
            100,
        2);
    QVERIFY(QTest::qWaitFor(
        [&] { return feedOf(program, QStringLiteral("replay"))[QStringLiteral("messages")].toInt() == 76'791; },
        15'000));
    QCOMPARE(feedOf(program, QStringLiteral("replay"))[QStringLiteral("updates")].toInt(), 2833);
    QCOMPARE(idsOf(program), QStringList{QStringLiteral("mav:replay:1")});
}

void RealFeedsTest::replayControlRefusesNonsense() {
    Program live;
    QVERIFY2(live.start({}), live.output());
    QCOMPARE(live.post(QStringLiteral("/api/v1/replay"), R"({"action":"pause"})").first,
             409); // nothing is replayed here
    for (const char* nonsense : {"", "{}", "[]", R"({"action":"stop"})", R"({"action":"speed","speed":61})",
                                 R"({"action":"seek","to":"yesterday"})", R"({"action":"pause","x":1})"})
        QVERIFY(live.post(QStringLiteral("/api/v1/replay"), nonsense).first >= 400);
}

QTEST_GUILESS_MAIN(RealFeedsTest)
#include "real_feeds_test.moc"
