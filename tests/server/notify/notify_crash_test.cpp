// kill -9 in the middle of telling people: every notice that was acknowledged to its maker arrives, and what arrives
// twice has the same key.
#include "notify_fixture.h"

#include "tests/support/loopback/http_target.h"
#include "tests/support/loopback/mail_server.h"
#include "tests/support/result_macros.h"

#include <sodium.h>

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <format>
#include <map>
#include <set>
#include <sstream>

#include <sys/wait.h>
#include <unistd.h>

using namespace haneul;
using namespace haneul::notify;
using namespace haneul::notify::tests;
using namespace haneul::loopback;
using namespace std::chrono_literals;

namespace {

constexpr int cycles = 12;

// Makes notices without end and says which are safe.
int tellWithoutEnd(const std::filesystem::path& folder, int pipe, int cycle) {
    House house(sendByNetwork, folder);
    for (int i = 0;; ++i) {
        auto notice = approved(std::format("P-{}-{}", cycle, i), "kim");
        notice.kind = NoticeKind::Emergency;
        const auto made = house.create(notice);
        if (!made) return 1;
        const std::string line = *made + "\n";
        if (::write(pipe, line.data(), line.size()) < 0) return 2;
    }
}

std::set<std::string> killedAfter(const std::filesystem::path& folder, std::chrono::milliseconds time, int cycle) {
    int ends[2];
    if (::pipe(ends) != 0) qFatal("no pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        int count = 1;
        char name[] = "child";
        char* names[] = {name, nullptr};
        const QCoreApplication application(count, names); // QtSql wants one
        ::_exit(tellWithoutEnd(folder, ends[1], cycle));
    }
    ::close(ends[1]);
    const std::jthread killer([child, time] {
        std::this_thread::sleep_for(time);
        ::kill(child, SIGKILL);
    });
    std::string text;
    char block[4096];
    for (ssize_t size = 0; (size = ::read(ends[0], block, sizeof block)) > 0;)
        text.append(block, static_cast<std::size_t>(size));
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    std::istringstream lines(text);
    std::set<std::string> ids;
    for (std::string id; lines >> id;)
        ids.insert(id);
    return ids;
}

} // namespace

class NotifyCrashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLost(); // R-MS-16 G1
};

void NotifyCrashTest::nothingIsLost() {
    if (sodium_init() < 0) qFatal("no sodium");
    const QTemporaryDir folder;
    const std::filesystem::path place = folder.path().toStdString();
    HttpTarget hook; // in this process: outlives the killed ones
    MailServer mail;
    std::set<std::string> acknowledged;
    {
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const pid_t child = ::fork(); // nothing of Qt or SQLite lives in this process yet that it could break
        if (child == 0) {
            int count = 1;
            char name[] = "child";
            char* names[] = {name, nullptr};
            const QCoreApplication application(count, names);
            House house([](auto&&...) { return Sent{Outcome::Failed, "X", "", {}}; }, place);
            house.addPeople();
            const bool good = house.set(mailTo(mail.port())).has_value() &&
                              house.set(postTo(Channel::Webhook, hook.port()), "key").has_value();
            house.close();
            ::_exit(good ? 0 : 1);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
    }
    for (int cycle = 0; cycle < cycles; ++cycle) {
        // The servers are in a mood, each time another.
        hook.mood = cycle % 3 == 1 ? HttpMood::CloseAfterBody : cycle % 3 == 2 ? HttpMood::Answer : HttpMood::Well;
        mail.mood = cycle % 3 == 2 ? MailMood::CloseAfterData : cycle % 3 == 1 ? MailMood::Later : MailMood::Well;
        const auto ids = killedAfter(place, std::chrono::milliseconds(150 + 37 * cycle), cycle);
        acknowledged.insert(ids.begin(), ids.end());
    }
    QVERIFY2(acknowledged.size() >= 10, qPrintable(QString::number(acknowledged.size())));
    hook.mood = HttpMood::Well;
    mail.mood = MailMood::Well;

    House house(sendByNetwork, place);
    QVERIFY(eventually([&] { return house.outbox({.state = DeliveryState::Waiting, .limit = 10}).empty(); }) ||
            eventually([&] { return house.outbox({.state = DeliveryState::Waiting, .limit = 10}).empty(); }));
    std::map<std::string, std::set<std::string>> bodies; // of each key
    for (const Post& post : hook.posts())
        bodies[post.fields.at("idempotency-key")].insert(post.body);
    std::map<std::string, std::set<std::string>> mails;
    for (const Mail& one : mail.mails())
        mails[one.field("Message-ID")].insert(one.text);
    for (const std::string& id : acknowledged) {
        QVERIFY2(bodies.contains(id + "-webhook"), id.c_str());
        QVERIFY2(mails.contains("<" + id + "-email-kim@example.org>"), id.c_str());
    }
    for (const auto& [key, texts] : bodies)
        QCOMPARE(texts.size(), 1U);
    for (const auto& [key, texts] : mails)
        QCOMPARE(texts.size(), 1U);
    qInfo("%zu notices acknowledged in %d lives; %zu posts for %zu keys, %zu mails for %zu", acknowledged.size(),
          cycles, hook.posts().size(), bodies.size(), mail.mails().size(), mails.size());
}

QTEST_GUILESS_MAIN(NotifyCrashTest)
#include "notify_crash_test.moc"
