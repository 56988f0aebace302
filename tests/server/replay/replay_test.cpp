#include "server/replay/player.h"
#include "tests/support/result_macros.h"
#include "tests/support/shared_data.h"

#include <QTemporaryDir>
#include <QtTest>

#include <format>
#include <random>

using namespace haneul;
using namespace haneul::replay;
using namespace std::chrono_literals;

namespace {

constexpr UtcMs wall = utcMs(1'800'000'000'000);
constexpr UtcMs flown = utcMs(1'500'000'000'000);

// Five aircraft over 20 minutes with pauses long enough to become stale, lost and forgotten.
Recording invented() {
    std::string text = "STA,,1,1,,,,,,\r\n"; // a line without a time comes first
    std::mt19937 random(9);
    for (int second = 0; second < 1200; ++second)
        for (int aircraft = 0; aircraft < 5; ++aircraft) {
            if (aircraft == 1 && second > 100 && second < 180) continue;
            if (aircraft == 2 && second > 60 && second < 900) continue;
            if (aircraft == 3 && second > 300) continue;
            if (random() % 3 == 0) continue;
            const UtcMs time = flown + std::chrono::seconds(second) + milliseconds(aircraft * 100);
            text += std::format("MSG,3,1,1,71BF0{},1,{:%Y/%m/%d},{:%T},,,,{},,,{:.5f},127.{},,,,,,\r\n", aircraft, time,
                                time, 1000 + second, 37.0 + second * 1e-4, aircraft);
        }
    std::vector<std::byte> bytes(text.size());
    std::memcpy(bytes.data(), text.data(), text.size());
    auto recording = Recording::fromBytes(std::move(bytes), "invented");
    Q_ASSERT(recording);
    return *recording;
}

// All of a picture that a person could see; the running numbers of its changes are not part of it.
std::vector<traffic::Track> seen(const Player& player) {
    std::vector<traffic::Track> tracks;
    for (const auto& track : player.picture().tracks()) {
        tracks.push_back(*track);
        tracks.back().revision = 0;
    }
    return tracks;
}

} // namespace

class ReplayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speedsPauseAndEnd();
    void pictureDoesNotDependOnTheWayThere(); // R-PIPE-11 G12
    void seekIsClampedToTheRecording();
    void agesRunInTheRecordingsTime(); // A10
    void recordedApproach();
    void recordedFlight();
    void unreadableFilesAreErrors(); // G8
};

void ReplayTest::speedsPauseAndEnd() {
    Player player(invented(), {}, wall);
    QVERIFY(player.now() == player.recording().begin());
    player.advance(wall + 1s);
    QCOMPARE((player.now() - player.recording().begin()).count(), 1000);
    player.setSpeed(60, wall + 1s);
    player.advance(wall + 2s);
    QCOMPARE((player.now() - player.recording().begin()).count(), 61'000);
    player.setSpeed(0.1, wall + 2s);
    for (int i = 1; i <= 100; ++i) // small steps lose nothing
        player.advance(wall + 2s + milliseconds(i * 3));
    QCOMPARE((player.now() - player.recording().begin()).count(), 61'030);
    player.pause(wall + 2300ms);
    player.advance(wall + 60s);
    QCOMPARE((player.now() - player.recording().begin()).count(), 61'030);
    QVERIFY(!player.playing());
    player.setSpeed(1000, wall + 60s); // clamped
    QCOMPARE(player.position().speed, 60.0);
    player.play(wall + 60s);
    player.advance(wall + 90s);
    QVERIFY(player.position().finished);
    QVERIFY(player.now() == player.recording().end());
    player.play(wall + 91s); // once more from the start
    QVERIFY(player.now() == player.recording().begin());
    QVERIFY(player.playing());
}

void ReplayTest::pictureDoesNotDependOnTheWayThere() {
    const Recording recording = invented();
    std::mt19937 random(1);
    for (int round = 0; round < 40; ++round) {
        const UtcMs target =
            recording.begin() +
            milliseconds(random() % static_cast<unsigned>((recording.end() - recording.begin()).count()));
        Player straight(recording, {}, wall);
        UtcMs now = wall;
        while (straight.now() < target) {
            now += std::min<milliseconds>(target - straight.now(), milliseconds(1 + random() % 5000));
            straight.advance(now);
        }
        Player jumping(recording, {}, wall);
        for (int jump = 0; jump < 5; ++jump)
            jumping.seek(recording.begin() + milliseconds(random() % 1'300'000), wall);
        jumping.seek(target, wall);
        QVERIFY(straight.now() == jumping.now());
        QVERIFY(seen(straight) == seen(jumping));
        QVERIFY(!seen(straight).empty());
    }
}

void ReplayTest::seekIsClampedToTheRecording() {
    Player player(invented(), {}, wall);
    player.seek(utcMs(0), wall);
    QVERIFY(player.now() == player.recording().begin());
    player.seek(wall, wall);
    QVERIFY(player.now() == player.recording().end());
}

void ReplayTest::agesRunInTheRecordingsTime() {
    Player player(invented(), {}, wall);
    player.seek(flown + 400s, wall); // aircraft 3 was heard last at about 300 s
    const auto gone = player.picture().find("icao:71BF03");
    QVERIFY(gone);
    QVERIFY(gone->state == traffic::TrackState::Lost);
    const auto there = player.picture().find("icao:71BF00");
    QVERIFY(there->state == traffic::TrackState::Live);
    QVERIFY(there->age(player.now()) < 15s);
}

void ReplayTest::recordedApproach() {
    HANEUL_NEEDS_SHARED(path, "data/adsb-modes/sbs-approach-10min.txt");
    const auto recording = Recording::load(path.toStdString());
    QVERIFY_RESULT(recording);
    QVERIFY(recording->kind() == traffic::SourceKind::Sbs);
    QCOMPARE(recording->units().size(), 8118u);
    Player player(*recording, {}, wall);
    player.seek(recording->end(), wall);
    const auto tracks = player.picture().tracks();
    QCOMPARE(tracks.size(), 1u);
    QCOMPARE(tracks[0]->id, "icao:400F99");
    QVERIFY(tracks[0]->position);
    QVERIFY(std::abs(tracks[0]->height->metres - 28'050 * 0.3048) < 30); // descending to 28,050 ft
    QCOMPARE(player.health().messages, 8118u);
}

void ReplayTest::recordedFlight() {
    HANEUL_NEEDS_SHARED(path, "data/mavlink-tlog/flight.tlog");
    const auto recording = Recording::load(path.toStdString());
    QVERIFY_RESULT(recording);
    QVERIFY(recording->kind() == traffic::SourceKind::Mavlink);
    Player player(*recording, {}, wall);
    player.seek(recording->begin() + 700s, wall);
    const auto tracks = player.picture().tracks();
    QCOMPARE(tracks.size(), 1u); // neither the ground station nor the radio
    QCOMPARE(tracks[0]->id, "mav:replay:1");
    QVERIFY(tracks[0]->position);
    QVERIFY(tracks[0]->state == traffic::TrackState::Live);
    player.seek(recording->end(), wall);
    QCOMPARE(player.health().messages, 76'791u);
    QCOMPARE(player.health().updates, 2833u);
}

void ReplayTest::unreadableFilesAreErrors() {
    QTemporaryDir folder;
    const auto code = [&](const QByteArray& content) {
        QFile file(folder.filePath(QStringLiteral("x")));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) qFatal("cannot write a test file");
        file.write(content);
        file.close();
        const auto recording = Recording::load(file.fileName().toStdString());
        return recording ? std::string("read") : recording.error().code;
    };
    QCOMPARE(code(""), "REPLAY_UNREADABLE");
    QCOMPARE(code("hello\nworld\n"), "REPLAY_UNREADABLE");
    QCOMPARE(code(QByteArray(100'000, '\0')), "REPLAY_UNREADABLE");
    QCOMPARE(code("MSG,3,1,1,71BF01,1,,,,,,1000,,,37.5,127.0,,,,,,\n"), "REPLAY_UNREADABLE"); // no line says when
    QCOMPARE(code("MSG,3,1,1,71BF01,1,2026/03/15,01:02:03.456,,,,1000,,,37.5,127.0,,,,,,"), "read");
    QCOMPARE(Recording::load("/nonexistent/file").error().code, "REPLAY_UNREADABLE");
}

QTEST_GUILESS_MAIN(ReplayTest)
#include "replay_test.moc"
