// Long calculations one after the other: cancelled while they run, before their turn, and at the end.
#include "server/threads/job_line.h"

#include <QtTest>

#include <future>
#include <vector>

using haneul::threads::JobLine;

class JobLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneAfterTheOtherInTheirOrder();
    void cancelledWhileItRuns();
    void cancelledBeforeItsTurnItIsToldSo();
    void theEndCancelsAllAndTellsEach();
};

namespace {

// Runs until it is cancelled; says when it has begun.
JobLine::Job untilCancelled(std::promise<void>& begun, std::promise<void>& ended) {
    return [&](const std::atomic<bool>& cancelled) {
        begun.set_value();
        while (!cancelled)
            std::this_thread::yield();
        ended.set_value();
    };
}

} // namespace

void JobLineTest::oneAfterTheOtherInTheirOrder() {
    std::vector<int> done;
    {
        JobLine line;
        std::promise<void> last;
        for (int n = 0; n < 20; ++n)
            (void)line.start([&, n](const std::atomic<bool>& cancelled) {
                if (!cancelled) done.push_back(n);
                if (n == 19) last.set_value();
            });
        last.get_future().wait();
    }
    QCOMPARE(done.size(), 20U);
    QVERIFY(std::ranges::is_sorted(done));
}

void JobLineTest::cancelledWhileItRuns() {
    JobLine line;
    std::promise<void> begun, ended;
    const auto ticket = line.start(untilCancelled(begun, ended));
    begun.get_future().wait();
    line.cancel(ticket + 1); // never was
    line.cancel(ticket);
    ended.get_future().wait();
}

void JobLineTest::cancelledBeforeItsTurnItIsToldSo() {
    JobLine line;
    std::promise<void> begun, ended;
    std::promise<bool> second;
    const auto first = line.start(untilCancelled(begun, ended));
    const auto waiting = line.start([&](const std::atomic<bool>& cancelled) { second.set_value(cancelled); });
    begun.get_future().wait();
    line.cancel(waiting);
    line.cancel(first);
    QVERIFY(second.get_future().get());
}

void JobLineTest::theEndCancelsAllAndTellsEach() {
    int told = 0;
    std::promise<void> begun, ended;
    {
        JobLine line;
        (void)line.start(untilCancelled(begun, ended));
        for (int n = 0; n < 5; ++n)
            (void)line.start([&](const std::atomic<bool>& cancelled) { told += cancelled ? 1 : 0; });
        begun.get_future().wait();
    }
    QCOMPARE(told, 5);
}

QTEST_GUILESS_MAIN(JobLineTest)
#include "job_line_test.moc"
