#include "server/runtime/server_core.h"
#include "tests/support/result_macros.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace haneul;
using namespace haneul::runtime;
using situation::TimeMode;

class RuntimeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void liveCorePublishesByItself();  // R-DEP-08
    void demoComesInThroughTheDoors(); // R-PIPE-01 R-SVC-05 R-DEP-08
    void replayObeys();
    void liveCoreRefusesReplayControl();
    void secondCoreOnTheSameFolderIsRefused(); // F6
    void missingMapIsSaid();
    void startsAndStopsAgainAndAgain();

private:
    Settings settings() {
        return {.dataFolder = std::filesystem::path(m_folder.path().toStdString()) / QTest::currentTestFunction(),
                .httpPort = 0,
                .mapPack = HANEUL_SOURCE_DIR "/maps/korea.gpkg"};
    }

    static bool hasNotice(const ServerCore& core, std::string_view code) {
        const auto situation = core.board().latest();
        return std::ranges::any_of(situation->notices, [&](const auto& notice) { return notice.code == code; });
    }

    QTemporaryDir m_folder;
};

void RuntimeTest::liveCorePublishesByItself() {
    const auto core = ServerCore::start(settings(), "test");
    QVERIFY_RESULT(core);
    const auto first = (*core)->board().waitForNewer(0, milliseconds(5000));
    QVERIFY(first->number >= 1);
    QVERIFY(first->mode == TimeMode::Live);
    QVERIFY(first->broker.starts_with("embedded 127.0.0.1:"));
    QCOMPARE(first->feeds.size(), 1u);
    // With nothing going on it still says once a second that it lives.
    const auto later = (*core)->board().waitForNewer(first->number + 1, milliseconds(5000));
    QVERIFY(later->number > first->number);
    QVERIFY(later->time > first->time);
    QVERIFY((*core)->httpUrl().starts_with("http://127.0.0.1:"));
    QCOMPARE((*core)->instanceId().size(), 32u);
}

void RuntimeTest::demoComesInThroughTheDoors() {
    auto wanted = settings();
    wanted.demo = true;
    const auto core = ServerCore::start(wanted, "test");
    QVERIFY_RESULT(core);
    // Beside these, drones that fly booked missions ("DL-…"), and those that cross ("XC-…"): as many as fly just now.
    const auto count = [&](traffic::SourceKind kind) {
        const auto situation = (*core)->board().latest();
        return std::ranges::count_if(situation->tracks, [&](const auto& track) {
            return track->kind() == kind && track->position && !track->id.starts_with("uas:DL-") &&
                   !track->id.starts_with("uas:XC-");
        });
    };
    QVERIFY(QTest::qWaitFor(
        [&] {
            return count(traffic::SourceKind::Telemetry) == 200 && count(traffic::SourceKind::Sbs) == 10 &&
                   count(traffic::SourceKind::Mavlink) == 1;
        },
        60'000));
    QVERIFY((*core)->board().latest()->tracks.size() >= 211u);
    // What flies for a mission says for which.
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto situation = (*core)->board().latest();
            return std::ranges::any_of(situation->tracks, [&](const auto& track) {
                return track->id.starts_with("uas:DL-") && track->missionId &&
                       (*core)->deliveries().state()->mission(*track->missionId);
            });
        },
        20'000));
}

void RuntimeTest::replayObeys() {
    auto wanted = settings();
    const QString file = m_folder.filePath(QStringLiteral("recording.txt"));
    QFile recording(file);
    QVERIFY(recording.open(QIODevice::WriteOnly));
    for (int second = 0; second < 60; ++second)
        recording.write(QStringLiteral("MSG,3,1,1,71BF01,1,2026/03/15,01:02:%1.000,,,,1000,,,37.5,127.0,,,,,,\n")
                            .arg(second, 2, 10, QLatin1Char('0'))
                            .toUtf8());
    recording.close();
    wanted.replayFile = file.toStdString();
    const auto core = ServerCore::start(wanted, "test");
    QVERIFY_RESULT(core);
    const auto latest = [&] { return (*core)->board().latest(); };
    QVERIFY(
        QTest::qWaitFor([&] { return latest()->mode == TimeMode::Replay && latest()->tracks.size() == 1; }, 10'000));
    QVERIFY(latest()->broker.empty()); // no live feed beside a replay
    QVERIFY_RESULT((*core)->control({.action = http::ReplayAction::Pause}));
    QVERIFY(QTest::qWaitFor([&] { return latest()->mode == TimeMode::Paused; }, 5'000));
    const UtcMs middle = latest()->replay->begin + milliseconds(30'000);
    QVERIFY_RESULT((*core)->control({.action = http::ReplayAction::Seek, .to = middle}));
    QVERIFY(QTest::qWaitFor([&] { return latest()->time == middle; }, 5'000));
    QVERIFY(latest()->mode == TimeMode::Paused);
    QVERIFY_RESULT((*core)->control({.action = http::ReplayAction::Speed, .speed = 60.0}));
    QVERIFY_RESULT((*core)->control({.action = http::ReplayAction::Play}));
    QVERIFY(QTest::qWaitFor([&] { return latest()->replay->finished; }, 10'000));
    QVERIFY(latest()->time == latest()->replay->end);
}

void RuntimeTest::liveCoreRefusesReplayControl() {
    const auto core = ServerCore::start(settings(), "test");
    QVERIFY_RESULT(core);
    QCOMPARE((*core)->control({.action = http::ReplayAction::Pause}).error().code, "NOT_REPLAYING");
}

void RuntimeTest::secondCoreOnTheSameFolderIsRefused() {
    const auto first = ServerCore::start(settings(), "test");
    QVERIFY_RESULT(first);
    const auto second = ServerCore::start(settings(), "test");
    QVERIFY(!second);
    QCOMPARE(second.error().code, "DATA_FOLDER_IN_USE");
}

void RuntimeTest::missingMapIsSaid() {
    auto wanted = settings();
    wanted.mapPack = "/nonexistent/map.gpkg";
    const auto core = ServerCore::start(wanted, "test");
    QVERIFY_RESULT(core); // a desk without a map is still a desk
    QVERIFY(QTest::qWaitFor([&] { return hasNotice(**core, "NO_BASE_MAP"); }, 5'000));
}

void RuntimeTest::startsAndStopsAgainAndAgain() {
    std::string instance;
    for (int i = 0; i < 5; ++i) {
        const auto core = ServerCore::start(settings(), "test");
        QVERIFY_RESULT(core);
        QVERIFY(instance.empty() || instance == (*core)->instanceId());
        instance = (*core)->instanceId();
    }
}

QTEST_GUILESS_MAIN(RuntimeTest)
#include "runtime_test.moc"
