// The desk between a service and the event log, and who is told of its states.
#include "server/clock/clock.h"
#include "server/log/event_log.h"
#include "server/people/published.h"
#include "server/people/publishing_desk.h"

#include <QtTest>

#include <atomic>

using namespace haneul;
using people::Principal;
using people::PublishingDesk;
using Number = Result<int>;

namespace {

// Nothing is written: what is decided is what is looked at.
auto deciding(int outcome) {
    return [outcome](const storage::Database&, UtcMs) -> Result<PublishingDesk::Reply<int>> {
        return PublishingDesk::Reply<int>{{}, outcome};
    };
}

} // namespace

class PublishingDeskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void subscriberIsToldUntilItEnds();         // R-EVT-01
    void subscriberMayEndItselfWhileItIsTold(); // R-EVT-01
    void answerComesAfterThePublication();      // R-EVT-01
    void whatChangedBeforeItOpensIsPublished();
    void closingGivesTheAnswersThatAreDue(); // R-EVT-01
    void whoMayNotIsToldSo();                // R-SEC-01
    void tooManySlowJobsAreBusy();
    void afterClosingJobsRunAtOnce();

private:
    QTemporaryDir m_folder;
    clock::ManualClock m_clock{utcMs(1'790'000'000'000)};
    std::unique_ptr<log::EventLog> m_log;
    std::atomic<int> m_published{0};
    int m_refused = 0;
    std::unique_ptr<PublishingDesk> m_desk;
};

void PublishingDeskTest::init() {
    auto opened = log::EventLog::open({.dataFolder = m_folder.path().toStdString()}, m_clock, {});
    QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
    m_log = *std::move(opened);
    m_published = 0;
    m_refused = 0;
    m_desk = std::make_unique<PublishingDesk>(
        *m_log, [this](const Principal&, std::string_view, std::string_view) { ++m_refused; },
        [this] { ++m_published; });
}

void PublishingDeskTest::cleanup() {
    m_desk->close();
    m_desk.reset();
    m_log.reset();
}

void PublishingDeskTest::subscriberIsToldUntilItEnds() {
    people::Published<int> published;
    std::vector<int> told;
    auto subscription = published.subscribe([&](const auto& state) { told.push_back(*state); });
    published.publish(std::make_shared<const int>(1));
    subscription.reset();
    published.publish(std::make_shared<const int>(2));
    QCOMPARE(told, std::vector{1});
    QCOMPARE(*published.latest(), 2);
}

void PublishingDeskTest::subscriberMayEndItselfWhileItIsTold() {
    people::Published<int> published;
    int told = 0;
    std::shared_ptr<void> subscription;
    subscription = published.subscribe([&](const auto&) {
        ++told;
        subscription.reset();
    });
    published.publish(std::make_shared<const int>(1));
    published.publish(std::make_shared<const int>(2));
    QCOMPARE(told, 1);
}

void PublishingDeskTest::answerComesAfterThePublication() {
    m_desk->open(1, [] {});
    std::promise<std::pair<int, int>> answered;
    m_desk->submit<int>(
        {},
        [this](const storage::Database&, UtcMs) -> Result<PublishingDesk::Reply<int>> {
            m_desk->publishSoon(); // as a service does that follows the log
            return PublishingDesk::Reply<int>{{}, 7};
        },
        [&](const Number& result) { answered.set_value({result.value_or(-1), m_published.load()}); });
    const auto [outcome, publications] = answered.get_future().get();
    QCOMPARE(outcome, 7);
    QCOMPARE(publications, 1);
}

void PublishingDeskTest::whatChangedBeforeItOpensIsPublished() {
    m_desk->publishSoon();
    QCOMPARE(m_published.load(), 0);
    m_desk->open(1, [] {});
    m_desk->close(); // does what is queued
    QCOMPARE(m_published.load(), 1);
}

void PublishingDeskTest::closingGivesTheAnswersThatAreDue() {
    m_desk->open(1, [] {});
    constexpr int many = 50;
    std::atomic<int> answers{0};
    for (int n = 0; n < many; ++n)
        m_desk->submit<int>({}, deciding(n), [&](const Number&) { ++answers; });
    m_desk->ask<int>([&](const Number&) { ++answers; }, [](const storage::Database&) -> Number { return 1; });
    m_desk->close();
    QCOMPARE(answers.load(), many + 1);
}

void PublishingDeskTest::whoMayNotIsToldSo() {
    m_desk->open(1, [] {});
    std::promise<std::string> code;
    QVERIFY(!m_desk->allowed<int>({}, "zone.write", "write a zone",
                                  [&](const Number& result) { code.set_value(result.error().code); }));
    QCOMPARE(code.get_future().get(), std::string("FORBIDDEN"));
    QCOMPARE(m_refused, 1);
    QVERIFY(m_desk->allowed<int>({.scopes = {"zone.write"}}, "zone.write", "write a zone", [](const Number&) {}));
}

void PublishingDeskTest::tooManySlowJobsAreBusy() {
    m_desk->open(1, [] {});
    std::promise<void> begun, end;
    m_desk->slow<int>([](const Number&) {},
                      [&, wait = end.get_future().share()](const auto&) {
                          begun.set_value();
                          wait.wait();
                      });
    begun.get_future().wait();
    std::promise<std::string> code;
    m_desk->slow<int>([](const Number&) {}, [](const auto& done) { done(1); }); // the one that may wait
    m_desk->slow<int>([&](const Number& result) { code.set_value(result ? "" : result.error().code); },
                      [](const auto& done) { done(2); });
    end.set_value();
    QCOMPARE(code.get_future().get(), std::string("BUSY"));
}

void PublishingDeskTest::afterClosingJobsRunAtOnce() {
    m_desk->open(1, [] {});
    m_desk->close();
    bool ran = false;
    m_desk->soon([&] { ran = true; });
    QVERIFY(ran);
    std::string code;
    m_desk->slow<int>([&](const Number& result) { code = result ? "" : result.error().code; },
                      [](const auto& done) { done(1); });
    QCOMPARE(code, std::string("STOPPING"));
}

QTEST_GUILESS_MAIN(PublishingDeskTest)
#include "publishing_desk_test.moc"
