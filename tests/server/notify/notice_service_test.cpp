#include "notify_fixture.h"

#include "server/notify/recipients.h"
#include "tests/support/loopback/http_target.h"
#include "tests/support/loopback/mail_server.h"
#include "tests/support/result_macros.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QtTest>

#include <map>

using namespace haneul;
using namespace haneul::notify;
using namespace haneul::notify::tests;
using namespace haneul::loopback;
using namespace std::chrono_literals;
using people::Role;

namespace {

// Answers what it is told, and counts.
struct FakeServer {
    SendMessage sender() {
        return [this](const ChannelConfig& config, const std::string&, const Outgoing& message, UtcMs,
                      const std::stop_token& stop) {
            std::unique_lock lock(mutex);
            seen.push_back(message);
            if (stalled.contains(config.channel)) {
                lock.unlock();
                while (!stop.stop_requested() && stalledNow)
                    std::this_thread::sleep_for(2ms);
                return Sent{Outcome::Failed, "TIMED_OUT", "no answer", {}};
            }
            return answer;
        };
    }

    std::size_t count() {
        const std::lock_guard lock(mutex);
        return seen.size();
    }

    std::vector<Outgoing> all() {
        const std::lock_guard lock(mutex);
        return seen;
    }

    void say(Sent sent) {
        const std::lock_guard lock(mutex);
        answer = std::move(sent);
    }

    std::mutex mutex;
    Sent answer{Outcome::Delivered, "", "", {}};
    std::vector<Outgoing> seen;
    std::set<Channel> stalled;
    std::atomic<bool> stalledNow = true;
};

ChannelConfig anyMail() {
    return mailTo(25);
}

const Sent failed{Outcome::Failed, "HTTP_503", "busy", {}};
const Sent refused{Outcome::Refused, "SMTP_550", "nobody", {}};

} // namespace

// Notices from the cause to the acknowledgement, with the log and its tables.
class NoticeServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDeskAlwaysGetsIt(); // R-EVT-03
    void theSameCauseOnce();    // R-EVT-05
    void insideAnotherDecision();
    void rolesAndAreas();    // R-SVC-15
    void waysByPreference(); // R-MS-16
    void readingAndAcknowledging();
    void pagesOfNotices();
    void onlyWithScopes(); // R-SEC-03
    void sendingByPeople();
    void retriesAreVisible();
    void refusalsGiveUpSooner();
    void sentAgainByAPerson();
    void anAddressThatWasMended();
    void aChannelThatIsOff();
    void aTestMessage(); // R-MS-16
    void aServerThatAsksForTime();
    void aStallHoldsUpNobody();
    void theOutboxOutlivesTheProgram();
    void everyAttemptHasTheSameKey();
    void realServersComeBack(); // R-MS-16
    void secretsStayOut();      // R-SEC-04
    void othersDeliveriesAreNotOurs();
    void rebuiltTablesAreEqual();
};

void NoticeServiceTest::theDeskAlwaysGetsIt() {
    House house;
    const auto id = house.create(approved("P-17", "kim"));
    QVERIFY_RESULT(id);
    const auto own = house.own("kim");
    QVERIFY_RESULT(own);
    QCOMPARE(own->unread, 1U);
    QCOMPARE(own->notices.size(), 1U);
    const NoticeRecord& notice = own->notices[0];
    QCOMPARE(notice.id, *id);
    QCOMPARE(notice.message, std::string("PLAN_APPROVED"));
    QCOMPARE(notice.arguments, std::vector<std::string>{"P-17"});
    QCOMPARE(notice.about.plan, std::string("P-17"));
    QCOMPARE(notice.created, noon);
    QCOMPARE(notice.by, std::string("system"));
    QVERIFY(!notice.acknowledged);
    QCOMPARE(house.own("lee")->notices.size(), 0U);
    const auto outbox = house.outbox();
    QCOMPARE(outbox.size(), 1U); // no channel is set: the desk alone
    QVERIFY(outbox[0].channel == Channel::Desk);
    QVERIFY(outbox[0].state == DeliveryState::Delivered);
}

void NoticeServiceTest::theSameCauseOnce() {
    FakeServer server;
    House house(server.sender());
    QVERIFY_RESULT(house.set(anyMail()));
    const auto first = house.create(approved("P-17", "kim"));
    const auto second = house.create(approved("P-17", "kim"));
    QVERIFY_RESULT(second);
    QCOMPARE(*first, *second);
    QVERIFY(*house.create(approved("P-18", "kim")) != *first);
    QCOMPARE(house.own("kim")->notices.size(), 2U);
    QVERIFY(eventually([&] { return server.count() == 2; }));
    // Without a key each is its own cause.
    auto keyless = approved("P-19", "kim");
    keyless.key.clear();
    QVERIFY(*house.create(keyless) != *house.create(keyless));
}

void NoticeServiceTest::insideAnotherDecision() {
    House house;
    const auto decideWith = [&](const NewNotice& notice, bool thenRefuse) {
        return house.log
            ->submit(log::systemActor(),
                     [&](const storage::Database& database, UtcMs) -> log::Decision {
                         auto events = noticeEvents(database, notice);
                         if (!events) return {{}, events.error()};
                         if (thenRefuse) return {{}, Error{"NO", "not so", ""}};
                         return {*events, {}};
                     })
            .get();
    };
    QVERIFY(!decideWith(approved("P-1", "kim"), true));
    QCOMPARE(house.own("kim")->notices.size(), 0U); // neither without the other
    QVERIFY_RESULT(decideWith(approved("P-1", "kim"), false));
    QCOMPARE(house.own("kim")->notices.size(), 1U);
    QCOMPARE(house.own("kim")->notices[0].id, noticeIdOf("plan:P-1:approved"));
    QVERIFY_RESULT(decideWith(approved("P-1", "kim"), false));
    QCOMPARE(house.own("kim")->notices.size(), 1U);
    auto keyless = approved("P-1", "kim");
    keyless.key.clear();
    QCOMPARE(codeOf(decideWith(keyless, false)), std::string("BAD_NOTICE"));
}

void NoticeServiceTest::rolesAndAreas() {
    House house;
    NewNotice zone{.key = "zone:1",
                   .kind = NoticeKind::Airspace,
                   .severity = Severity::Warning,
                   .message = "ZONE_WITHDRAWN",
                   .arguments = {"P73"},
                   .to = {.area = Circle{{37.5665, 126.9780}, 5'000}},
                   .about = {.zone = "P73"}};
    QVERIFY_RESULT(house.prefer("kim", {.areas = {{{37.60, 127.0}, 2'000}}}));   // 4.2 km: touches
    QVERIFY_RESULT(house.prefer("lee", {.areas = {{{35.18, 129.08}, 50'000}}})); // Busan
    QVERIFY_RESULT(house.create(zone));
    const auto has = [&](const char* user) { return house.own(user)->notices.size() == 1; };
    QVERIFY(has("kim"));
    QVERIFY(!has("lee"));
    QVERIFY(has("park") && has("choi") && has("han")); // operators who have not said where
    QVERIFY(!has("root") && !has("moon"));             // no operators
    // All operators of Busan.
    zone.key = "zone:2";
    zone.to = {.area = Circle{{35.1, 129.0}, 1'000}};
    QVERIFY_RESULT(house.create(zone));
    QVERIFY(has("kim"));
    QVERIFY(has("lee"));
    NewNotice roles = approved("P-2", "moon");
    roles.to.roles = {Role::Administrator};
    QVERIFY_RESULT(house.create(roles));
    QVERIFY(has("moon") && has("root"));
}

void NoticeServiceTest::waysByPreference() {
    FakeServer server;
    House house(server.sender(), false);
    for (const Channel channel : {Channel::Webhook, Channel::Sms, Channel::Push})
        QVERIFY_RESULT(house.set(postTo(channel, 9)));
    QVERIFY_RESULT(house.set(anyMail()));
    QVERIFY_RESULT(house.prefer(
        "kim", {.phone = "+821012345678", .push = "kim", .channels = {{NoticeKind::PlanStep, {Channel::Push}}}}));
    const auto ways = [&](const NewNotice& notice) {
        std::set<std::string> names;
        const auto id = house.create(notice);
        for (const auto& delivery : house.outbox({.notice = *id}))
            names.insert(std::string(toString(delivery.channel)) + " " + delivery.user);
        return names;
    };
    using Names = std::set<std::string>;
    auto notice = approved("P-1", "kim");
    QCOMPARE(ways(notice), (Names{"desk kim", "push kim", "webhook "}));
    notice.key = "2";
    notice.kind = NoticeKind::Emergency;
    notice.to.users = {"kim", "lee", "moon"}; // lee has mail alone, moon nothing
    QCOMPARE(ways(notice),
             (Names{"desk kim", "email kim", "sms kim", "push kim", "desk lee", "email lee", "desk moon", "webhook "}));
    notice.key = "3";
    notice.kind = NoticeKind::System;
    QCOMPARE(ways(notice), (Names{"desk kim", "desk lee", "desk moon", "webhook "}));
    auto hook = postTo(Channel::Webhook, 9);
    hook.kinds = {NoticeKind::Emergency};
    QVERIFY_RESULT(house.set(hook));
    notice.key = "4";
    QCOMPARE(ways(notice), (Names{"desk kim", "desk lee", "desk moon"}));
}

void NoticeServiceTest::readingAndAcknowledging() {
    House house;
    const auto id = house.create(approved("P-1", "kim"));
    QVERIFY_RESULT(house.create(approved("P-2", "kim")));
    QCOMPARE(codeOf(house.acknowledge("lee", *id)), std::string("NO_SUCH_NOTICE"));
    QCOMPARE(codeOf(house.acknowledge("kim", "nothing")), std::string("NO_SUCH_NOTICE"));
    house.manual.advance(90s);
    QVERIFY_RESULT(house.acknowledge("kim", *id));
    house.manual.advance(90s);
    QVERIFY_RESULT(house.acknowledge("kim", *id)); // once is enough
    const auto own = house.own("kim");
    QCOMPARE(own->unread, 1U);
    const auto& read = *std::ranges::find(own->notices, *id, &NoticeRecord::id);
    QCOMPARE(read.acknowledged, std::optional(noon + 90s));
    QCOMPARE(house.own("kim", {.unreadOnly = true})->notices.size(), 1U);
    const std::string log = house.everythingInTheLog();
    QCOMPARE(QString::fromStdString(log).count(QStringLiteral("notice.acknowledged")), 1);
}

void NoticeServiceTest::pagesOfNotices() {
    House house;
    for (int i = 0; i < 25; ++i) {
        if (i % 3 == 0) house.manual.advance(1s); // some share their instant
        QVERIFY_RESULT(house.create(approved("P-" + std::to_string(i), "kim")));
    }
    std::vector<std::string> seen;
    OwnFilter filter{.limit = 7};
    for (;;) {
        const auto page = house.own("kim", filter);
        QVERIFY_RESULT(page);
        QCOMPARE(page->unread, 25U);
        if (page->notices.empty()) break;
        for (const auto& notice : page->notices)
            seen.push_back(notice.id);
        filter.before = seen.back();
    }
    QCOMPARE(seen.size(), 25U);
    QCOMPARE(std::set<std::string>(seen.begin(), seen.end()).size(), 25U);
    QCOMPARE(seen.front(), house.own("kim")->notices.front().id);
}

void NoticeServiceTest::onlyWithScopes() {
    House house;
    people::Principal nobody{.user = "kim", .desk = "desk"};
    auto& service = *house.service;
    QCOMPARE(codeOf(waitFor<OwnNotices>([&](auto done) { service.own(nobody, {}, done); })), std::string("FORBIDDEN"));
    QCOMPARE(codeOf(waitFor<void>([&](auto done) { service.acknowledge(nobody, "x", done); })),
             std::string("FORBIDDEN"));
    QCOMPARE(codeOf(waitFor<Preferences>([&](auto done) { service.preferences(nobody, done); })),
             std::string("FORBIDDEN"));
    QCOMPARE(codeOf(waitFor<void>([&](auto done) { service.setPreferences(nobody, {}, done); })),
             std::string("FORBIDDEN"));
    const auto pilot = person("kim", Role::Pilot);
    QCOMPARE(codeOf(waitFor<std::string>([&](auto done) { service.send(pilot, approved("P", "lee"), done); })),
             std::string("FORBIDDEN"));
    QCOMPARE(codeOf(waitFor<std::vector<DeliveryRecord>>([&](auto done) { service.outbox(pilot, {}, done); })),
             std::string("FORBIDDEN"));
    QCOMPARE(codeOf(waitFor<DeliveryHistory>([&](auto done) { service.delivery(pilot, "x", done); })),
             std::string("FORBIDDEN"));
    QCOMPARE(codeOf(waitFor<std::vector<ChannelRecord>>([&](auto done) { service.channels(pilot, done); })),
             std::string("FORBIDDEN"));
    QCOMPARE(codeOf(waitFor<void>([&](auto done) { service.sendAgain(person("choi", Role::Controller), "x", done); })),
             std::string("FORBIDDEN"));
    QCOMPARE(codeOf(waitFor<void>(
                 [&](auto done) { service.setChannel(person("han", Role::Supervisor), anyMail(), {}, done); })),
             std::string("FORBIDDEN"));
    QCOMPARE(codeOf(waitFor<Attempt>([&](auto done) {
                 service.testChannel(person("han", Role::Supervisor), Channel::Email, "a@b.org", Language::English,
                                     done);
             })),
             std::string("FORBIDDEN"));
    const std::lock_guard lock(house.mutex);
    QCOMPARE(house.refusals.size(), 11U);
}

void NoticeServiceTest::aTestMessage() {
    std::mutex mutex;
    std::vector<Outgoing> seen;
    House house(
        [&](const ChannelConfig&, const std::string& secret, const Outgoing& message, UtcMs, const std::stop_token&) {
            const std::lock_guard lock(mutex);
            seen.push_back(message);
            return Sent{secret == "s3cret of the mail" ? Outcome::Delivered : Outcome::Refused, "SMTP_535", "who", {}};
        });
    const auto root = person("root", Role::Administrator);
    const auto test = [&](Channel channel, const std::string& to) {
        return waitFor<Attempt>(
            [&](auto done) { house.service->testChannel(root, channel, to, Language::Korean, done); });
    };
    QCOMPARE(codeOf(test(Channel::Email, "root@example.org")), std::string("BAD_URL")); // never set up
    auto off = anyMail();
    off.enabled = false;
    QVERIFY(house.set(off));
    QCOMPARE(codeOf(test(Channel::Email, "")), std::string("NO_ADDRESS"));
    QCOMPARE(codeOf(test(Channel::Desk, "x")), std::string("BAD_CHANNEL"));
    const auto refused = test(Channel::Email, "root@example.org");
    QVERIFY(refused && refused->outcome == Outcome::Refused && refused->code == "SMTP_535");
    QVERIFY(house.set(off, "s3cret of the mail"));
    const auto taken = test(Channel::Email, "root@example.org");
    QVERIFY(taken && taken->outcome == Outcome::Delivered);
    const std::lock_guard lock(mutex);
    QCOMPARE(seen.size(), 2U);
    QCOMPARE(seen.back().to, std::string("root@example.org"));
    QVERIFY(seen.front().key != seen.back().key);
    QVERIFY(house.outbox().empty());
}

void NoticeServiceTest::sendingByPeople() {
    House house;
    NewNotice notice{.kind = NoticeKind::Emergency,
                     .severity = Severity::Emergency,
                     .message = "TEXT_KO_EN",
                     .arguments = {"강풍", "착륙하십시오", "Gale", "Land now"},
                     .to = {.users = {"KIM"}}};
    const auto id = house.send("choi", Role::Controller, notice);
    QVERIFY_RESULT(id);
    QCOMPARE(house.own("kim")->notices[0].by, std::string("choi"));
    notice.to = {.users = {"nobody"}};
    QCOMPARE(codeOf(house.send("choi", Role::Controller, notice)), std::string("NO_SUCH_USER"));
    notice.to = {.roles = {Role::Trainee}};
    QCOMPARE(codeOf(house.send("choi", Role::Controller, notice)), std::string("NO_RECIPIENT"));
    notice.to = {};
    QCOMPARE(codeOf(house.send("choi", Role::Controller, notice)), std::string("BAD_NOTICE"));
    // A person cannot take the key of the plan and so keep its notice from being told.
    auto thief = approved("P-5", "choi");
    QCOMPARE(codeOf(house.send("choi", Role::Controller, thief)), std::string("NO_SUCH_MESSAGE"));
    thief.message = "TEXT";
    thief.arguments = {"a", "b"};
    QVERIFY_RESULT(house.send("choi", Role::Controller, thief));
    QVERIFY_RESULT(house.create(approved("P-5", "lee")));
    QCOMPARE(house.own("lee")->notices.size(), 1U);
}

void NoticeServiceTest::retriesAreVisible() {
    FakeServer server;
    server.say(failed);
    House house(server.sender());
    QVERIFY_RESULT(house.set(anyMail()));
    const std::string delivery = *house.create(approved("P-1", "kim")) + "-email-kim";
    QVERIFY(house.becomes(delivery, DeliveryState::Waiting, 1));
    auto history = house.history(delivery);
    QCOMPARE(history.delivery.nextTry, std::optional(noon + 5s)); // chance is 1: the whole pause
    QCOMPARE(history.delivery.lastCode, std::string("HTTP_503"));
    QCOMPARE(history.attempts, (std::vector<Attempt>{{1, noon, Outcome::Failed, "HTTP_503", "busy"}}));
    // Not before its time.
    house.manual.advance(4999ms);
    std::this_thread::sleep_for(60ms);
    QCOMPARE(server.count(), 1U);
    house.manual.advance(1ms);
    QVERIFY(house.becomes(delivery, DeliveryState::Waiting, 2));
    QCOMPARE(house.history(delivery).delivery.nextTry, std::optional(noon + 15s));
    server.say({Outcome::Delivered, "", "", {}});
    house.manual.advance(10s);
    QVERIFY(house.becomes(delivery, DeliveryState::Delivered, 3));
    history = house.history(delivery);
    QCOMPARE(history.delivery.delivered, std::optional(noon + 15s));
    QVERIFY(!history.delivery.nextTry);
    QCOMPARE(history.attempts.size(), 3U);
    house.manual.advance(1h);
    std::this_thread::sleep_for(60ms);
    QCOMPARE(server.count(), 3U); // what is delivered is not sent again
}

void NoticeServiceTest::refusalsGiveUpSooner() {
    FakeServer server;
    server.say(refused);
    House house(server.sender());
    QVERIFY_RESULT(house.set(anyMail()));
    const std::string delivery = *house.create(approved("P-1", "kim")) + "-email-kim";
    for (int i = 1; i < house.settings.retry.refusals; ++i) {
        QVERIFY(house.becomes(delivery, DeliveryState::Waiting, i));
        house.manual.advance(1h);
    }
    QVERIFY(house.becomes(delivery, DeliveryState::Dead, house.settings.retry.refusals));
    QCOMPARE(house.outbox({.state = DeliveryState::Dead}).size(), 1U);
    // Of failures there are more.
    server.say(failed);
    const std::string other = *house.create(approved("P-2", "kim")) + "-email-kim";
    for (int i = 1; i < house.settings.retry.attempts; ++i) {
        QVERIFY(house.becomes(other, DeliveryState::Waiting, i));
        house.manual.advance(1h);
    }
    QVERIFY(house.becomes(other, DeliveryState::Dead, house.settings.retry.attempts));
    QVERIFY(!house.history(other).delivery.nextTry);
}

void NoticeServiceTest::sentAgainByAPerson() {
    FakeServer server;
    server.say(refused);
    House house(server.sender());
    QVERIFY_RESULT(house.set(anyMail()));
    const std::string delivery = *house.create(approved("P-1", "kim")) + "-email-kim";
    for (int i = 1; i < 3; ++i) {
        QVERIFY(house.becomes(delivery, DeliveryState::Waiting, i));
        house.manual.advance(1h);
    }
    QVERIFY(house.becomes(delivery, DeliveryState::Dead, 3));
    QVERIFY_RESULT(house.sendAgain(delivery));
    QVERIFY(house.becomes(delivery, DeliveryState::Waiting, 4)); // with all tries again
    server.say({Outcome::Delivered, "", "", {}});
    QVERIFY_RESULT(house.sendAgain(delivery)); // need not wait for the next try
    QVERIFY(house.becomes(delivery, DeliveryState::Delivered, 5));
    QCOMPARE(house.history(delivery).attempts.size(), 5U);
    QCOMPARE(codeOf(house.sendAgain(delivery)), std::string("ALREADY_DELIVERED"));
    QCOMPARE(codeOf(house.sendAgain("nothing")), std::string("NO_SUCH_DELIVERY"));
    const auto all = server.all();
    QVERIFY(std::ranges::all_of(all, [&](const Outgoing& one) { return one.key == delivery; }));
}

void NoticeServiceTest::anAddressThatWasMended() {
    FakeServer server;
    server.say(refused);
    House house(server.sender());
    QVERIFY_RESULT(house.set(anyMail()));
    const std::string delivery = *house.create(approved("P-1", "kim")) + "-email-kim";
    QVERIFY(house.becomes(delivery, DeliveryState::Waiting, 1));
    QCOMPARE(server.all().back().to, std::string("kim@example.org"));
    QVERIFY(server.all().back().language == Language::Korean);
    QVERIFY_RESULT(house.prefer("kim", {.language = Language::English, .email = "kim@new.example"}));
    house.manual.advance(1h);
    QVERIFY(house.becomes(delivery, DeliveryState::Waiting, 2));
    QCOMPARE(server.all().back().to, std::string("kim@new.example"));
    QVERIFY(server.all().back().language == Language::English);
}

void NoticeServiceTest::aChannelThatIsOff() {
    FakeServer server;
    server.say(failed);
    House house(server.sender());
    QVERIFY_RESULT(house.set(anyMail()));
    const std::string delivery = *house.create(approved("P-1", "kim")) + "-email-kim";
    QVERIFY(house.becomes(delivery, DeliveryState::Waiting, 1));
    auto off = anyMail();
    off.enabled = false;
    QVERIFY_RESULT(house.set(off));
    house.manual.advance(1h);
    std::this_thread::sleep_for(60ms);
    QCOMPARE(server.count(), 1U); // waits
    const auto later = *house.create(approved("P-2", "kim"));
    QCOMPARE(house.outbox({.notice = later}).size(), 1U); // only the desk
    server.say({Outcome::Delivered, "", "", {}});
    QVERIFY_RESULT(house.set(anyMail()));
    QVERIFY(house.becomes(delivery, DeliveryState::Delivered, 2));
}

void NoticeServiceTest::aServerThatAsksForTime() {
    FakeServer server;
    server.say({Outcome::Failed, "HTTP_429", "slowly", milliseconds(10min)});
    House house(server.sender());
    QVERIFY_RESULT(house.set(anyMail()));
    const std::string delivery = *house.create(approved("P-1", "kim")) + "-email-kim";
    QVERIFY(house.becomes(delivery, DeliveryState::Waiting, 1));
    QCOMPARE(house.history(delivery).delivery.nextTry, std::optional(noon + 10min));
}

void NoticeServiceTest::aStallHoldsUpNobody() {
    FakeServer server;
    server.stalled = {Channel::Email};
    House house(server.sender());
    QVERIFY_RESULT(house.set(anyMail()));
    QVERIFY_RESULT(house.set(postTo(Channel::Webhook, 9)));
    QVERIFY_RESULT(house.create(approved("P-0", "kim")));
    QVERIFY(eventually([&] { return server.count() == 2; })); // the mail hangs now
    QElapsedTimer time;
    time.start();
    for (int i = 1; i <= 20; ++i)
        QVERIFY_RESULT(house.create(approved("P-" + std::to_string(i), "kim")));
    QVERIFY(eventually(
        [&] { return house.outbox({.state = DeliveryState::Delivered, .channel = Channel::Webhook}).size() == 21; }));
    QVERIFY2(time.elapsed() < 8000, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(house.outbox({.state = DeliveryState::Waiting, .channel = Channel::Email}).size(), 21U);
    server.stalledNow = false;
}

void NoticeServiceTest::theOutboxOutlivesTheProgram() {
    FakeServer server;
    server.say(failed);
    House house(server.sender());
    QVERIFY_RESULT(house.set(anyMail(), "password"));
    const std::string delivery = *house.create(approved("P-1", "kim")) + "-email-kim";
    QVERIFY(house.becomes(delivery, DeliveryState::Waiting, 1));
    house.restart();
    std::this_thread::sleep_for(60ms);
    QCOMPARE(server.count(), 1U); // its time has not come, restart or not
    server.say({Outcome::Delivered, "", "", {}});
    house.manual.advance(5s);
    QVERIFY(house.becomes(delivery, DeliveryState::Delivered, 2));
    QCOMPARE(house.own("kim")->unread, 1U);
}

void NoticeServiceTest::everyAttemptHasTheSameKey() {
    HttpTarget target;
    target.mood = HttpMood::CloseAfterBody; // it has it, and does not say so
    House house;
    QVERIFY_RESULT(house.set(postTo(Channel::Webhook, target.port()), "hmac"));
    const std::string delivery = *house.create(approved("P-1", "kim")) + "-webhook";
    QVERIFY(house.becomes(delivery, DeliveryState::Waiting, 1));
    target.mood = HttpMood::Well;
    house.restart();
    house.manual.advance(1min);
    QVERIFY(house.becomes(delivery, DeliveryState::Delivered, 2));
    const auto posts = target.posts();
    QCOMPARE(posts.size(), 2U);
    QCOMPARE(posts[0].fields.at("idempotency-key"), delivery);
    QCOMPARE(posts[1].fields.at("idempotency-key"), delivery);
    QCOMPARE(posts[0].body, posts[1].body); // a receiver that drops doubles loses nothing
}

void NoticeServiceTest::realServersComeBack() {
    MailServer mail;
    HttpTarget gateway;
    HttpTarget push;
    HttpTarget hook;
    House house;
    QVERIFY_RESULT(house.set(mailTo(mail.port())));
    QVERIFY_RESULT(house.set(postTo(Channel::Sms, gateway.port())));
    QVERIFY_RESULT(house.set(postTo(Channel::Push, push.port())));
    QVERIFY_RESULT(house.set(postTo(Channel::Webhook, hook.port())));
    for (const char* user : {"kim", "lee"})
        QVERIFY_RESULT(house.prefer(user, {.phone = "+821012345678", .push = user}));
    mail.mood = MailMood::Later;
    gateway.mood = HttpMood::Answer;
    push.mood = HttpMood::Stall;
    hook.stop();
    constexpr std::size_t notices = 5;
    for (std::size_t i = 0; i < notices; ++i)
        QVERIFY_RESULT(house.create({.key = std::to_string(i),
                                     .kind = NoticeKind::Emergency,
                                     .severity = Severity::Emergency,
                                     .message = "EMERGENCY",
                                     .arguments = {"HN-1", "x"},
                                     .to = {.users = {"kim", "lee"}}}));
    const auto waiting = [&] { return house.outbox({.state = DeliveryState::Waiting, .limit = 1000}); };
    // Each has failed at least once (those behind the stalled one have waited).
    QVERIFY(eventually([&] {
        const auto all = waiting();
        return all.size() == notices * 7 && std::ranges::all_of(all, [](const DeliveryRecord& one) {
                   return one.channel == Channel::Push || one.attempts >= 1;
               });
    }));
    mail.mood = MailMood::Well;
    gateway.mood = HttpMood::Well;
    push.mood = HttpMood::Well;
    hook.start();
    QVERIFY(eventually([&] {
        house.manual.advance(1min);
        return waiting().empty();
    }));
    QCOMPARE(house.outbox({.state = DeliveryState::Delivered, .limit = 1000}).size(), notices * 9);
    // Nothing lost, and nothing twice but under the same key: here those that were cut off while the gateway had them.
    QCOMPARE(mail.mails().size(), notices * 2);
    QCOMPARE(hook.posts().size(), notices);
    for (const auto* target : {&gateway, &push}) {
        std::set<std::string> keys;
        for (const Post& post : target->posts())
            keys.insert(post.fields.at("idempotency-key"));
        QCOMPARE(keys.size(), notices * 2);
    }
}

void NoticeServiceTest::secretsStayOut() {
    FakeServer server;
    House house(server.sender());
    const std::string secret = "battery-staple-19";
    QVERIFY_RESULT(house.set(anyMail(), secret));
    QVERIFY_RESULT(house.create(approved("P-1", "kim")));
    const auto channels = waitFor<std::vector<ChannelRecord>>(
        [&](auto done) { house.service->channels(person("root", Role::Administrator), done); });
    QVERIFY_RESULT(channels);
    const auto& mail =
        *std::ranges::find(*channels, Channel::Email, [](const auto& one) { return one.config.channel; });
    QVERIFY(mail.hasSecret);
    QCOMPARE(mail.by, std::string("root"));
    QVERIFY(!house.everythingInTheLog().contains(secret));
    house.close();
    QDirIterator files(QString::fromStdString(house.folder.string()), QDir::Files, QDirIterator::Subdirectories);
    bool kept = false;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const bool has = file.readAll().contains(QByteArray::fromStdString(secret));
        if (file.fileName().endsWith(QStringLiteral("channels.secret")))
            kept = has;
        else
            QVERIFY2(!has, qPrintable(file.fileName()));
    }
    QVERIFY(kept);
    house.open();
    // Kept when nothing is said, gone when it is said empty.
    auto config = anyMail();
    config.timeout_ms = 2000;
    QVERIFY_RESULT(house.set(config));
    const auto has = [&] {
        return waitFor<std::vector<ChannelRecord>>(
                   [&](auto done) { house.service->channels(person("root", Role::Administrator), done); })
            ->front()
            .hasSecret;
    };
    QVERIFY(has());
    QVERIFY_RESULT(house.set(config, ""));
    QVERIFY(!has());
    QCOMPARE(codeOf(house.set(config, "a\nb")), std::string("BAD_SECRET"));
}

void NoticeServiceTest::othersDeliveriesAreNotOurs() {
    FakeServer server;
    House house(server.sender());
    QCOMPARE(codeOf(house.set({.channel = Channel::Email, .enabled = true, .url = "smtp://mail.example.org"})),
             std::string("BAD_URL")); // security tls wants smtps
    // A named user who is not there yet finds it later.
    QVERIFY_RESULT(house.create(approved("P-1", "newcomer")));
    QCOMPARE(house.own("newcomer")->unread, 1U);
}

void NoticeServiceTest::rebuiltTablesAreEqual() {
    FakeServer server;
    server.say(refused);
    House house(server.sender());
    QVERIFY_RESULT(house.set(anyMail(), "p"));
    QVERIFY_RESULT(house.prefer("kim", {.language = Language::English, .areas = {{{1, 2}, 3}}}));
    const auto first = *house.create(approved("P-1", "kim"));
    QVERIFY(house.becomes(first + "-email-kim", DeliveryState::Waiting, 1));
    QVERIFY_RESULT(house.sendAgain(first + "-email-kim"));
    QVERIFY(house.becomes(first + "-email-kim", DeliveryState::Waiting, 2));
    QVERIFY_RESULT(house.acknowledge("kim", first));
    const auto tables = house.log->rebuild().get();
    QVERIFY_RESULT(tables);
    std::map<std::string, std::uint64_t> rows;
    for (const auto& table : *tables) {
        QVERIFY2(table.onlyBefore == 0 && table.onlyAfter == 0, table.table.c_str());
        rows[table.table] = table.rows;
    }
    QCOMPARE(rows["notices"], 1U);
    QCOMPARE(rows["notice_deliveries"], 2U);
    QCOMPARE(rows["notice_attempts"], 2U);
    QCOMPARE(rows["notice_preferences"], 1U);
    QCOMPARE(rows["notice_channels"], 1U);
}

QTEST_GUILESS_MAIN(NoticeServiceTest)
#include "notice_service_test.moc"
