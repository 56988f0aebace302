// kill -9 in the middle of telling people: every notice that was acknowledged to its maker arrives, and what arrives
// twice has the same key.
#include "notify_fixture.h"

#include "tests/support/loopback/http_target.h"
#include "tests/support/loopback/mail_server.h"
#include "tests/support/result_macros.h"

#include <sodium.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <format>
#include <map>
#include <set>
#include <sstream>

#include <unistd.h>

using namespace haneul;
using namespace haneul::notify;
using namespace haneul::notify::tests;
using namespace haneul::loopback;
using namespace std::chrono_literals;

namespace {

constexpr int cycles = 12;

// The lives that are killed are programs of their own (this one, called by another name of its work): the test holds
// servers on threads, and a process with threads is not to be forked.
const QString prepareCommand = QStringLiteral("--prepare");
const QString tellCommand = QStringLiteral("--tell");

int prepare(const std::filesystem::path& folder, std::uint16_t mailPort, std::uint16_t hookPort) {
    House house([](auto&&...) { return Sent{Outcome::Failed, "X", "", {}}; }, folder);
    house.addPeople();
    const bool good =
        house.set(mailTo(mailPort)).has_value() && house.set(postTo(Channel::Webhook, hookPort), "key").has_value();
    house.close();
    return good ? 0 : 1;
}

// Makes notices without end and says which are safe.
int tellWithoutEnd(const std::filesystem::path& folder, int cycle) {
    House house(sendByNetwork, folder);
    for (int i = 0;; ++i) {
        auto notice = approved(std::format("P-{}-{}", cycle, i), "kim");
        notice.kind = NoticeKind::Emergency;
        const auto made = house.create(notice);
        if (!made) return 1;
        const std::string line = *made + "\n";
        if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) return 2;
    }
}

std::set<std::string> killedAfter(const QString& folder, std::chrono::milliseconds time, int cycle) {
    QProcess life;
    life.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    life.start(QCoreApplication::applicationFilePath(), {tellCommand, folder, QString::number(cycle)});
    std::ignore = life.waitForFinished(static_cast<int>(time.count()));
    life.kill();
    std::ignore = life.waitForFinished();
    std::istringstream lines(life.readAllStandardOutput().toStdString());
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
    const QTemporaryDir folder;
    const std::filesystem::path place = folder.path().toStdString();
    HttpTarget hook; // in this process: outlives the killed ones
    MailServer mail;
    std::set<std::string> acknowledged;
    QCOMPARE(
        QProcess::execute(QCoreApplication::applicationFilePath(),
                          {prepareCommand, folder.path(), QString::number(mail.port()), QString::number(hook.port())}),
        0);
    for (int cycle = 0; cycle < cycles; ++cycle) {
        // The servers are in a mood, each time another.
        hook.mood = cycle % 3 == 1 ? HttpMood::CloseAfterBody : cycle % 3 == 2 ? HttpMood::Answer : HttpMood::Well;
        mail.mood = cycle % 3 == 2 ? MailMood::CloseAfterData : cycle % 3 == 1 ? MailMood::Later : MailMood::Well;
        const auto ids = killedAfter(folder.path(), std::chrono::milliseconds(150 + 37 * cycle), cycle);
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

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (sodium_init() < 0) qFatal("no sodium");
    const QStringList words = application.arguments();
    if (words.size() == 5 && words[1] == prepareCommand)
        return prepare(words[2].toStdString(), words[3].toUShort(), words[4].toUShort());
    if (words.size() == 4 && words[1] == tellCommand) return tellWithoutEnd(words[2].toStdString(), words[3].toInt());
    NotifyCrashTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "notify_crash_test.moc"
