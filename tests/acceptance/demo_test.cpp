#include "program.h"

#include <QJsonArray>
#include <QProcess>
#include <QSet>
#include <QtTest>

#include <csignal>

using namespace haneul::tests;

namespace {

QList<QJsonObject> tracksOf(const QJsonObject& answer, const QString& prefix = {}) {
    QList<QJsonObject> tracks;
    for (const auto& track : answer[QStringLiteral("tracks")].toArray())
        if (track[QStringLiteral("id")].toString().startsWith(prefix)) tracks << track.toObject();
    return tracks;
}

bool hasNotice(Program& program, const QString& code) {
    for (const auto& notice : program.json(QStringLiteral("/api/v1/notices"))[QStringLiteral("notices")].toArray())
        if (notice[QStringLiteral("code")].toString() == code) return true;
    return false;
}

} // namespace

// One demonstration server for the whole file.
class DemoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyAircraftOfTheDemoIsInThePicture(); // R-SVC-01 R-SVC-05 R-PIPE-01
    void everyTrackSaysWhatItKnows();
    void tracksMoveAndStayYoung();          // R-SVC-01
    void everyFeedIsHealthy();              // G11
    void nothingIsLostMalformedOrRefused(); // G2
    void mapTilesAreServed();
    void metricsAreServed(); // R-OPS-13
    void documentedRoutesAnswer();
    void brokerDiesAndComesBackVisibly(); // F9 G7 G11
    void hungBrokerIsReplaced();          // F9 G7
    void cleanupTestCase();

private:
    Program m_program;
    QStringList m_old;
};

void DemoTest::initTestCase() {
    QVERIFY2(m_program.start({QStringLiteral("--demo")}), m_program.output());
    // Drones that fly missions come beside these: the number alone does not say that all are there.
    QVERIFY2(m_program.waitForJson(
                 QStringLiteral("/api/v1/tracks?limit=10000"),
                 [](const QJsonObject& o) {
                     return tracksOf(o, QStringLiteral("uas:HN-")).size() == 200 &&
                            tracksOf(o, QStringLiteral("icao:")).size() == 10 &&
                            tracksOf(o, QStringLiteral("mav:")).size() == 1;
                 },
                 30'000),
             m_program.get(QStringLiteral("/api/v1/feeds")).second);
}

void DemoTest::everyAircraftOfTheDemoIsInThePicture() {
    const auto answer = m_program.json(QStringLiteral("/api/v1/tracks?limit=10000"));
    QCOMPARE(tracksOf(answer, QStringLiteral("uas:HN-")).size(), 200);
    QCOMPARE(tracksOf(answer, QStringLiteral("icao:")).size(), 10);
    QCOMPARE(tracksOf(answer, QStringLiteral("mav:")).size(), 1);               // not the ground station, not the radio
    const auto delivering = tracksOf(answer, QStringLiteral("uas:DL-")).size(); // as many as fly missions now
    const auto crossing = tracksOf(answer, QStringLiteral("uas:XC-")).size();   // four, while they fly
    QVERIFY(crossing <= 4);
    QCOMPARE(tracksOf(answer).size(), 211 + delivering + crossing);
}

void DemoTest::everyTrackSaysWhatItKnows() {
    for (const QJsonObject& track : tracksOf(m_program.json(QStringLiteral("/api/v1/tracks?limit=10000")))) {
        const QByteArray id = track[QStringLiteral("id")].toString().toUtf8();
        QVERIFY2(!track[QStringLiteral("sources")].toArray().isEmpty(), id);
        const auto position = track[QStringLiteral("position")].toObject();
        const double latitude = position[QStringLiteral("lat_deg")].toDouble(),
                     longitude = position[QStringLiteral("lon_deg")].toDouble();
        QVERIFY2(latitude > 36.5 && latitude < 38.5 && longitude > 125.5 && longitude < 128.5, id);
        const QString datum = track[QStringLiteral("height")][QStringLiteral("datum")].toString();
        QCOMPARE(datum, id.startsWith("icao:") ? QStringLiteral("STD") : QStringLiteral("AMSL"));
        const auto times = track[QStringLiteral("times")].toObject();
        for (const char* time : {"source", "received", "placed"})
            QVERIFY2(QDateTime::fromString(times[QLatin1String(time)].toString(), Qt::ISODateWithMs).isValid(), id);
        QCOMPARE(track[QStringLiteral("state")].toString(), QStringLiteral("live"));
    }
}

void DemoTest::tracksMoveAndStayYoung() {
    const auto positions = [&] {
        QHash<QString, QJsonValue> all;
        for (const QJsonObject& track : tracksOf(m_program.json(QStringLiteral("/api/v1/tracks?limit=10000")))) {
            all[track[QStringLiteral("id")].toString()] = track[QStringLiteral("position")];
            if (track[QStringLiteral("age_ms")].toInt() >= 2000) m_old << track[QStringLiteral("id")].toString();
        }
        return all;
    };
    const auto before = positions();
    QTest::qWait(5000);
    const auto after = positions();
    QVERIFY2(m_old.isEmpty(), qPrintable(m_old.join(u' ')));
    int moved = 0;
    for (auto it = before.begin(); it != before.end(); ++it)
        moved += after[it.key()] != it.value();
    QVERIFY2(moved > 120, qPrintable(QString::number(moved)));
}

void DemoTest::everyFeedIsHealthy() {
    const auto feeds = m_program.json(QStringLiteral("/api/v1/feeds"))[QStringLiteral("feeds")].toArray();
    QSet<QString> kinds;
    for (const auto& feed : feeds) {
        QCOMPARE(feed[QStringLiteral("state")].toString(), QStringLiteral("connected"));
        kinds << feed[QStringLiteral("kind")].toString();
    }
    QCOMPARE(kinds, (QSet<QString>{QStringLiteral("telemetry"), QStringLiteral("sbs"), QStringLiteral("mavlink")}));
}

void DemoTest::nothingIsLostMalformedOrRefused() {
    for (const auto& feed : m_program.json(QStringLiteral("/api/v1/feeds"))[QStringLiteral("feeds")].toArray())
        for (const char* trouble : {"malformed", "refused", "dropped", "gaps", "late", "duplicates"})
            QVERIFY2(feed[QStringLiteral("counters")][QLatin1String(trouble)].toInt(-1) == 0,
                     QJsonDocument(feed.toObject()).toJson());
}

void DemoTest::mapTilesAreServed() {
    for (const char* style : {"dark", "light", "contrast"}) {
        const auto [status, body] = m_program.get(QStringLiteral("/tiles/%1/9/436/198").arg(QLatin1String(style)));
        QCOMPARE(status, 200);
        QVERIFY(body.startsWith("\x89PNG"));
    }
    QCOMPARE(m_program.get(QStringLiteral("/tiles/dark/9/-1/198")).first, 400);
    QCOMPARE(m_program.get(QStringLiteral("/tiles/dark/9/512/198")).first, 404);
    QVERIFY(!hasNotice(m_program, QStringLiteral("NO_BASE_MAP")));
}

void DemoTest::metricsAreServed() {
    const auto [status, body] = m_program.get(QStringLiteral("/metrics"));
    QCOMPARE(status, 200);
    QVERIFY(body.contains("haneul_tracks"));
    QVERIFY(body.contains("haneul_feed"));
}

void DemoTest::documentedRoutesAnswer() {
    const auto needsQuery = [](const QJsonValue& path) {
        for (const auto& parameter : path[QStringLiteral("get")][QStringLiteral("parameters")].toArray())
            if (parameter[QStringLiteral("required")].toBool()) return true;
        return false;
    };
    // Whoever keeps the machine reads nearly all; studies are for those who work with them.
    const QByteArray administrator = m_program.demoToken(QStringLiteral("administrator"));
    const QByteArray supervisor = m_program.demoToken(QStringLiteral("supervisor"));
    QVERIFY(!administrator.isEmpty() && !supervisor.isEmpty());
    const auto statusOf = [&](const QString& path) {
        const int status = m_program.getAs(administrator, path).first;
        return status == 403 ? m_program.getAs(supervisor, path).first : status;
    };
    const auto paths = m_program.json(QStringLiteral("/api/v1/openapi.json"))[QStringLiteral("paths")].toObject();
    for (const char* path : {"/healthz", "/metrics", "/api/v1/openapi.json", "/api/v1/tracks", "/api/v1/stream"})
        QVERIFY2(paths.contains(QLatin1String(path)), path);
    for (auto it = paths.begin(); it != paths.end(); ++it)
        if (it.value().toObject().contains(QStringLiteral("get")) && !it.key().contains(u'{') &&
            it.key() != QStringLiteral("/api/v1/stream"))
            QVERIFY2(statusOf(it.key()) == (needsQuery(it.value()) ? 400 : 200), qPrintable(it.key()));
}

void DemoTest::brokerDiesAndComesBackVisibly() {
    const auto broker = childrenOf(m_program.processId(), QStringLiteral("mosquitto"));
    QCOMPARE(broker.size(), 1);
    QCOMPARE(::kill(static_cast<pid_t>(broker.first()), SIGKILL), 0);
    QVERIFY(QTest::qWaitFor([&] { return hasNotice(m_program, QStringLiteral("BROKER_RESTARTED")); }, 15'000));
    QVERIFY(hasNotice(m_program, QStringLiteral("BROKER_DIED")));
    QVERIFY(m_program.waitForJson(
        QStringLiteral("/api/v1/tracks?limit=10000"),
        [](const QJsonObject& o) {
            const auto tracks = tracksOf(o, QStringLiteral("uas:HN-"));
            return tracks.size() == 200 && std::ranges::all_of(tracks, [](const QJsonObject& t) {
                       return t[QStringLiteral("age_ms")].toInt() < 2000;
                   });
        },
        30'000));
}

void DemoTest::hungBrokerIsReplaced() {
    const auto broker = childrenOf(m_program.processId(), QStringLiteral("mosquitto"));
    QCOMPARE(broker.size(), 1);
    QCOMPARE(::kill(static_cast<pid_t>(broker.first()), SIGSTOP), 0);
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto now = childrenOf(m_program.processId(), QStringLiteral("mosquitto"));
            return now.size() == 1 && now != broker;
        },
        40'000));
    QVERIFY(m_program.waitForJson(
        QStringLiteral("/api/v1/tracks?limit=10000"),
        [](const QJsonObject& o) {
            const auto tracks = tracksOf(o, QStringLiteral("uas:HN-"));
            return tracks.size() == 200 && std::ranges::all_of(tracks, [](const QJsonObject& t) {
                       return t[QStringLiteral("age_ms")].toInt() < 2000;
                   });
        },
        40'000));
    // The rest of the picture never waited for it.
    for (const QJsonObject& track :
         tracksOf(m_program.json(QStringLiteral("/api/v1/tracks?limit=10000")), QStringLiteral("icao:")))
        QVERIFY(track[QStringLiteral("age_ms")].toInt() < 3000);
}

void DemoTest::cleanupTestCase() {
    QCOMPARE(m_program.stop(), 0);
}

QTEST_GUILESS_MAIN(DemoTest)
#include "demo_test.moc"
