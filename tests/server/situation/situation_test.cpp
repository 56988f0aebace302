#include "server/clock/clock.h"
#include "server/situation/situation.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace haneul;
using namespace haneul::situation;
using namespace std::chrono_literals;

class SituationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyAtFirst();
    void readersSeeOnlyWholeSituations(); // R-PIPE-10 R-UI-03
    void waitingEndsWithThePublicationOrTheTime();
    void noticesKeepTheLatest();
    void ingestClockFollowsTheSteadyClock(); // A10
};

void SituationTest::emptyAtFirst() {
    const SituationBoard board;
    QVERIFY(board.latest());
    QCOMPARE(board.latest()->number, 0u);
}

void SituationTest::readersSeeOnlyWholeSituations() {
    SituationBoard board;
    std::atomic<bool> done = false;
    std::atomic<bool> torn = false;
    std::vector<std::jthread> readers;
    for (int i = 0; i < 4; ++i)
        readers.emplace_back([&] {
            std::uint64_t last = 0;
            while (!done) {
                const auto seen = board.latest();
                if (seen->number < last || seen->pictureRevision != seen->number * 3) torn = true;
                last = seen->number;
            }
        });
    for (std::uint64_t n = 1; n <= 20'000; ++n)
        board.publish({.pictureRevision = n * 3});
    done = true;
    readers.clear();
    QVERIFY(!torn);
    QCOMPARE(board.latest()->number, 20'000u);
}

void SituationTest::waitingEndsWithThePublicationOrTheTime() {
    SituationBoard board;
    QCOMPARE(board.waitForNewer(0, 1ms)->number, 0u);
    std::jthread writer([&] { board.publish({}); });
    QCOMPARE(board.waitForNewer(0, 60s)->number, 1u);
    QCOMPARE(board.waitForNewer(0, 60s)->number, 1u); // already newer: at once
}

void SituationTest::noticesKeepTheLatest() {
    NoticeBoard notices(3);
    for (int i = 1; i <= 5; ++i)
        notices.post(utcMs(i), NoticeSeverity::Info, "CODE", std::to_string(i));
    const auto latest = notices.latest();
    QCOMPARE(latest.size(), 3u);
    QCOMPARE(latest.front().text, "3");
    QCOMPARE(latest.back().number, 5u);
}

void SituationTest::ingestClockFollowsTheSteadyClock() {
    const clock::IngestClock clock;
    const auto steady = std::chrono::steady_clock::now();
    const UtcMs first = clock.now();
    std::this_thread::sleep_for(20ms);
    const auto passed = std::chrono::steady_clock::now() - steady;
    QVERIFY(clock.now() - first >= 19ms);
    QVERIFY(clock.now() - first <= std::chrono::duration_cast<milliseconds>(passed) + 1000ms);
    QVERIFY(std::chrono::abs(clock.systemOffset()) < 1000ms);
}

QTEST_GUILESS_MAIN(SituationTest)
#include "situation_test.moc"
