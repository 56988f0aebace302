#include "server/people/demo_accounts.h"
#include "server/people/people_projection.h"
#include "server/people/people_service.h"
#include "tests/support/result_macros.h"

#include <sodium.h>

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

using namespace haneul;
using namespace haneul::people;
using namespace std::chrono_literals;

namespace {

const UtcMs noon = *fromRfc3339("2026-11-21T12:00:00.000Z");
const std::string good = "quiet copper lantern 84";
const std::string better = "seven brass kettles hum";

// As the real one, but quick, and it counts.
class CountingHasher final : public PasswordHasher {
public:
    Result<std::string> hash(std::string_view password) const override { return "h:" + tokenHash(password); }

    bool verify(std::string_view hash, std::string_view password) const override {
        ++verified;
        const int now = ++underWay;
        atOnce = std::max(atOnce.load(), now);
        std::this_thread::sleep_for(std::chrono::milliseconds(slow_ms));
        --underWay;
        return hash == "h:" + tokenHash(password);
    }

    mutable std::atomic<int> verified = 0, underWay = 0, atOnce = 0;
    std::atomic<int> slow_ms = 0;
};

template <class T, class Call>
Result<T> waitFor(Call call) {
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto future = promise->get_future();
    call([promise](Result<T> result) { promise->set_value(std::move(result)); });
    if (future.wait_for(10s) != std::future_status::ready) return fail("NO_ANSWER", "nobody answered", "");
    return future.get();
}

template <class T>
std::string codeOf(const Result<T>& result) {
    return result ? std::string() : result.error().code;
}

struct House {
    explicit House(storage::DataKind kindWanted = storage::DataKind::Real, PeopleSettings settingsWanted = {})
        : kind(kindWanted)
        , settings(settingsWanted) {
        open();
    }

    void open() {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<PeopleProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString(), .kind = kind}, clock,
                                          std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        auto service = PeopleService::open(*log, clock, hasher, systemRandom, settings, &notices);
        if (!service) qFatal("%s", service.error().message.c_str());
        people = *std::move(service);
    }

    void restart() {
        people.reset();
        log.reset();
        open();
    }

    Result<UserRecord> add(const std::string& user, Role role, const std::string& password = good) {
        return addBy(PeopleService::programItself(), {.user = user, .role = role, .password = password});
    }

    Result<UserRecord> addBy(const Principal& by, const NewUser& user) {
        return waitFor<UserRecord>([&](auto done) { people->addUser(by, user, done); });
    }

    Result<LogIn> logIn(const std::string& user, const std::string& password = good, const std::string& desk = "desk") {
        return waitFor<LogIn>([&](auto done) { people->logIn({user, password, desk}, done); });
    }

    // What was given to the log before is in it now.
    void settle() {
        (void)log->submit(log::systemActor(), [](const storage::Database&, UtcMs) { return log::Decision{}; }).get();
    }

    std::vector<std::string> bodies(const std::string& typePrefix) {
        settle();
        std::promise<std::vector<std::string>> promise;
        log->page({.typePrefix = typePrefix, .limit = 1000}, [&](const Result<log::EntryPage>& page) {
            std::vector<std::string> found;
            if (page)
                for (const auto& record : page->entries)
                    found.insert(found.begin(), record.entry.body);
            promise.set_value(found);
        });
        return promise.get_future().get();
    }

    std::optional<StoredUser> stored(const std::string& user) {
        settle();
        std::promise<std::optional<StoredUser>> promise;
        log->read([&](const storage::Database& database) {
            std::optional<StoredUser> found;
            const auto users = readUsers(database);
            if (users)
                for (const auto& one : *users)
                    if (one.record.user == user) found = one;
            promise.set_value(found);
        });
        return promise.get_future().get();
    }

    QTemporaryDir folder;
    storage::DataKind kind;
    PeopleSettings settings;
    clock::ManualClock clock{noon};
    CountingHasher hasher;
    situation::NoticeBoard notices;
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<PeopleService> people;
};

bool filesContain(const QString& folder, const std::string& secret) {
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(QByteArray::fromStdString(secret))) return true;
    }
    return false;
}

} // namespace

class PeopleServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QVERIFY(sodium_init() >= 0); }

    void setUpOnce();                   // R-SEC-01
    void logInAndOut();                 // R-SEC-04
    void sameAnswerForUnknownUsers();   // R-SEC-08
    void delaysAndLock();               // R-SEC-08
    void failuresSurviveARestart();     // R-SEC-08
    void reviewEndsByAnAdministrator(); // R-SEC-08
    void lastAdministratorAtTheDesk();  // R-SEC-08
    void oneHashAtATime();              // R-SEC-08
    void parallelGuessesAreCounted();   // R-SEC-08
    void tooManyWait();                 // R-SEC-08
    void sessionsEnd();                 // R-SEC-04
    void sessionsKeepToTheirPlace();    // R-SEC-04
    void roleChangeNeedsTwo();          // R-SEC-03
    void roleChangeEndsSessions();      // R-SEC-03
    void passwordChanges();             // R-SEC-07
    void administratorsRemain();        // R-SEC-03
    void everyCallNeedsItsScope();      // R-SEC-03
    void tokens();                      // R-SEC-03
    void unlockTheDesk();               // R-SEC-04
    void nothingSecretInTheFiles();     // R-SEC-07 R-SEC-04
    void usersTable();                  // R-DB-01
    void tablesCanBeMadeAgain();        // R-DB-14
    void refusalsAreLogged();           // R-SEC-08
    void stoppingAnswersAll();
    void demoAccounts();
};

void PeopleServiceTest::setUpOnce() {
    House house;
    QVERIFY(house.people->setUpNeeded());
    const auto noticed = [&] {
        return std::ranges::contains(house.notices.latest(), "SET_UP_NEEDED", &situation::Notice::code);
    };
    QVERIFY(noticed());
    const std::string code = house.people->setUpCode();
    QCOMPARE(code.size(), std::size_t{24});
    const auto setUp = [&](const std::string& typed, const std::string& password) {
        return waitFor<LogIn>([&](auto done) {
            house.people->setUp(typed, {.user = "first", .role = Role::Pilot, .password = password}, "desk", done);
        });
    };
    QCOMPARE(codeOf(setUp("2222-2222-2222-2222-2222", good)), std::string("SET_UP_REFUSED"));
    QCOMPARE(codeOf(setUp(code, "short")), std::string("PASSWORD_TOO_SHORT"));
    const auto first = setUp(code, good);
    QVERIFY_RESULT(first);
    QVERIFY(first->principal.role == Role::Administrator);
    QVERIFY(house.people->principalOf(first->token));
    QVERIFY(!house.people->setUpNeeded() && house.people->setUpCode().empty());
    QVERIFY(!noticed()); // nothing is left to be done
    QCOMPARE(codeOf(setUp(code, good)), std::string("SET_UP_DONE"));
    QVERIFY(!filesContain(house.folder.path(), code));
    house.restart();
    QVERIFY(!house.people->setUpNeeded() && house.people->setUpCode().empty());
}

void PeopleServiceTest::logInAndOut() {
    House house;
    QVERIFY_RESULT(house.add("kim", Role::Controller));
    const auto logIn = house.logIn("KIM");
    QVERIFY_RESULT(logIn);
    QVERIFY(logIn->expires == noon + 12h);
    const auto who = house.people->principalOf(logIn->token);
    QVERIFY_RESULT(who);
    QVERIFY(*who == logIn->principal);
    QVERIFY(who->user == "kim" && who->may("telemetry.read") && !who->may("user.write"));
    QCOMPARE(codeOf(house.people->principalOf("")), std::string("SESSION_ENDED"));
    QVERIFY_RESULT(waitFor<void>([&](auto done) { house.people->logOut(logIn->token, done); }));
    QCOMPARE(codeOf(house.people->principalOf(logIn->token)), std::string("SESSION_ENDED"));
    QCOMPARE(codeOf(waitFor<void>([&](auto done) { house.people->logOut(logIn->token, done); })),
             std::string("SESSION_ENDED"));
    QCOMPARE(house.bodies("people.logged_in").size(), std::size_t{1});
    QCOMPARE(house.bodies("people.session_ended").size(), std::size_t{1});
}

void PeopleServiceTest::sameAnswerForUnknownUsers() {
    House house;
    QVERIFY_RESULT(house.add("kim", Role::Controller));
    QVERIFY_RESULT(house.add("gone", Role::Controller));
    QVERIFY_RESULT(
        waitFor<void>([&](auto done) { house.people->disableUser(PeopleService::programItself(), "gone", done); }));
    // Attempt by attempt: the same errors, the same number of hashes.
    for (int attempt = 0; attempt < 12; ++attempt) {
        std::vector<Error> errors;
        for (const char* user : {"kim", "nobody", "gone"}) {
            const int before = house.hasher.verified;
            const auto answer = house.logIn(user, "wrong", std::string("192.0.2.") + user);
            QVERIFY(!answer);
            errors.push_back(answer.error());
            QCOMPARE(house.hasher.verified - before, 1);
            const int between = house.hasher.verified;
            const auto again = house.logIn(user, "wrong", std::string("192.0.2.") + user);
            errors.back().message += codeOf(again) + std::to_string(house.hasher.verified - between);
            (void)again;
        }
        QVERIFY(errors[0] == errors[1] && errors[0] == errors[2]);
        house.clock.advance(15min);
    }
    // The right password of a disabled user is answered like a wrong one.
    house.clock.advance(2h);
    QCOMPARE(codeOf(house.logIn("gone")), std::string("LOG_IN_REFUSED"));
}

void PeopleServiceTest::delaysAndLock() {
    House house;
    QVERIFY_RESULT(house.add("kim", Role::Controller));
    for (int failure = 1; failure <= 10; ++failure) {
        QCOMPARE(codeOf(house.logIn("kim", "wrong", "192.0.2." + std::to_string(failure))),
                 std::string("LOG_IN_REFUSED"));
        const auto wait = waitAfter({}, failure, false);
        if (wait == 0ms) continue;
        const auto early = house.logIn("kim", good, "198.51.100.1");
        QCOMPARE(codeOf(early), std::string("LOCKED_OUT"));
        QCOMPARE(early.error().where, toRfc3339(house.clock.now() + wait));
        house.clock.advance(wait - 1ms);
        QCOMPARE(codeOf(house.logIn("kim", good, "198.51.100.1")), std::string("LOCKED_OUT"));
        house.clock.advance(1ms);
    }
    QVERIFY_RESULT(house.logIn("kim"));
    QCOMPARE(house.bodies("people.locked_out").size(), std::size_t{1});
    house.notices.withdraw("SET_UP_NEEDED"); // this house has no administrator
    const auto notices = house.notices.latest();
    QCOMPARE(notices.size(), std::size_t{1});
    QCOMPARE(notices.front().code, std::string("ACCOUNT_LOCKED"));
    QVERIFY_RESULT(house.logIn("kim")); // the count began anew
}

void PeopleServiceTest::failuresSurviveARestart() {
    House house;
    QVERIFY_RESULT(house.add("kim", Role::Controller));
    for (int failure = 1; failure <= 10; ++failure) {
        (void)house.logIn("kim", "wrong", "192.0.2." + std::to_string(failure));
        if (failure < 10) house.clock.advance(64s);
    }
    house.restart();
    QVERIFY(house.stored("kim")->failures == 10);
    QCOMPARE(codeOf(house.logIn("kim", good, "198.51.100.1")), std::string("LOCKED_OUT"));
    house.clock.advance(15min);
    QVERIFY_RESULT(house.logIn("kim"));
    QVERIFY(house.stored("kim")->failures == 0);
}

void PeopleServiceTest::reviewEndsByAnAdministrator() {
    House house;
    QVERIFY_RESULT(house.add("kim", Role::Controller));
    for (int failure = 1; failure <= 100; ++failure) {
        QCOMPARE(codeOf(house.logIn("kim", "wrong", "192.0.2." + std::to_string(failure))),
                 std::string("LOG_IN_REFUSED"));
        house.clock.advance(15min);
    }
    QVERIFY(house.stored("kim")->record.state == UserState::Review);
    house.clock.advance(std::chrono::days(30));
    QCOMPARE(codeOf(house.logIn("kim")), std::string("LOCKED_OUT"));
    house.restart();
    QCOMPARE(codeOf(house.logIn("kim")), std::string("LOCKED_OUT"));
    QVERIFY_RESULT(
        waitFor<void>([&](auto done) { house.people->enableUser(PeopleService::programItself(), "kim", done); }));
    QVERIFY_RESULT(house.logIn("kim"));
}

void PeopleServiceTest::lastAdministratorAtTheDesk() {
    House house;
    QVERIFY_RESULT(house.add("admin", Role::Administrator));
    for (int failure = 1; failure <= 100; ++failure) {
        (void)house.logIn("admin", "wrong", "192.0.2." + std::to_string(failure));
        house.clock.advance(15min);
    }
    QVERIFY(house.stored("admin")->record.state == UserState::Review);
    QCOMPARE(codeOf(house.logIn("admin", good, "192.0.2.200")), std::string("LOCKED_OUT"));
    QCOMPARE(codeOf(house.logIn("admin", "wrong", "desk")), std::string("LOG_IN_REFUSED"));
    house.clock.advance(64s);
    QVERIFY_RESULT(house.logIn("admin", good, "desk"));
    QVERIFY(house.stored("admin")->record.state == UserState::Active);
}

void PeopleServiceTest::oneHashAtATime() {
    House house;
    for (int i = 0; i < 50; ++i)
        QVERIFY_RESULT(house.add("user" + std::to_string(i), Role::Controller));
    house.hasher.slow_ms = 5;
    std::atomic<int> loggedIn = 0;
    std::atomic<int> answered = 0;
    for (int i = 0; i < 50; ++i)
        house.people->logIn({"user" + std::to_string(i), good, "192.0.2." + std::to_string(i)},
                            [&](const Result<LogIn>& result) {
                                if (result) ++loggedIn;
                                ++answered;
                            });
    QVERIFY(QTest::qWaitFor([&] { return answered == 50; }, 20'000));
    QCOMPARE(loggedIn.load(), 50);
    QCOMPARE(house.hasher.atOnce.load(), 1);
}

void PeopleServiceTest::parallelGuessesAreCounted() {
    House house;
    QVERIFY_RESULT(house.add("kim", Role::Controller));
    std::atomic<int> refused = 0;
    std::atomic<int> locked = 0;
    for (int i = 0; i < 50; ++i)
        house.people->logIn({"kim", "guess " + std::to_string(i), "192.0.2." + std::to_string(i)},
                            [&](const Result<LogIn>& result) {
                                if (codeOf(result) == "LOG_IN_REFUSED") ++refused;
                                if (codeOf(result) == "LOCKED_OUT") ++locked;
                            });
    QVERIFY(QTest::qWaitFor([&] { return refused + locked == 50; }, 20'000));
    QCOMPARE(refused.load(), 3); // the third brings the first delay
    QCOMPARE(house.hasher.verified.load(), 3);
}

void PeopleServiceTest::tooManyWait() {
    House house(storage::DataKind::Real, {.waiting = 4});
    QVERIFY_RESULT(house.add("kim", Role::Controller));
    house.hasher.slow_ms = 50;
    std::atomic<int> busy = 0;
    std::atomic<int> answered = 0;
    for (int i = 0; i < 20; ++i)
        house.people->logIn({"kim", good, "desk"}, [&](const Result<LogIn>& result) {
            if (codeOf(result) == "BUSY") ++busy;
            ++answered;
        });
    QVERIFY(QTest::qWaitFor([&] { return answered == 20; }, 20'000));
    QVERIFY(busy >= 15 && busy <= 16);
}

void PeopleServiceTest::sessionsEnd() {
    House house;
    QVERIFY_RESULT(house.add("kim", Role::Controller));
    const auto idle = house.logIn("kim");
    const auto busy = house.logIn("kim");
    QVERIFY_RESULT(idle);
    QVERIFY_RESULT(busy);
    house.clock.advance(30min - 1ms);
    QVERIFY_RESULT(house.people->principalOf(busy->token));
    QVERIFY_RESULT(house.people->principalOf(idle->token, "desk", PeopleService::Use::Peek)); // no use of it
    house.clock.advance(1ms);
    QCOMPARE(codeOf(house.people->principalOf(idle->token)), std::string("SESSION_ENDED"));
    QVERIFY(QTest::qWaitFor([&] { return house.bodies("people.session_ended").size() == 1; }, 5'000));
    for (UtcMs until = noon + 12h; house.clock.now() + 20min < until;) {
        house.clock.advance(20min);
        QVERIFY_RESULT(house.people->principalOf(busy->token));
    }
    house.clock.set(noon + 12h - 1ms);
    QVERIFY_RESULT(house.people->principalOf(busy->token));
    house.clock.advance(1ms);
    QCOMPARE(codeOf(house.people->principalOf(busy->token)), std::string("SESSION_ENDED"));
    QVERIFY(QTest::qWaitFor([&] { return house.bodies("people.session_ended").size() == 2; }, 5'000));
    QVERIFY(house.bodies("people.session_ended")[0].contains("idle"));
    QVERIFY(house.bodies("people.session_ended")[1].contains("expired"));

    const auto last = house.logIn("kim");
    QVERIFY_RESULT(last);
    house.restart();
    QCOMPARE(codeOf(house.people->principalOf(last->token)), std::string("SESSION_ENDED"));
    QCOMPARE(house.bodies("people.all_sessions_ended").size(), std::size_t{1});

    // Twenty sessions of one user; the one unused longest makes room.
    std::vector<std::string> tokens;
    for (int i = 0; i < 21; ++i) {
        house.clock.advance(1s);
        tokens.push_back(house.logIn("kim")->token);
    }
    QCOMPARE(codeOf(house.people->principalOf(tokens[0])), std::string("SESSION_ENDED"));
    QVERIFY_RESULT(house.people->principalOf(tokens[1]));
}

void PeopleServiceTest::sessionsKeepToTheirPlace() {
    House house;
    QVERIFY_RESULT(house.add("kim", Role::Controller));
    const auto local = house.logIn("kim", good, "127.0.0.1");
    const auto remote = house.logIn("kim", good, "192.0.2.7");
    QVERIFY_RESULT(house.people->principalOf(local->token, "desk"));
    QCOMPARE(codeOf(house.people->principalOf(local->token, "192.0.2.7")), std::string("SESSION_ENDED"));
    QVERIFY_RESULT(house.people->principalOf(remote->token, "192.0.2.8")); // a tablet moves between networks
    QCOMPARE(codeOf(house.people->principalOf(remote->token, "::1")), std::string("SESSION_ENDED"));
}

void PeopleServiceTest::roleChangeNeedsTwo() {
    House house;
    for (const char* admin : {"one", "two", "three"})
        QVERIFY_RESULT(house.add(admin, Role::Administrator));
    QVERIFY_RESULT(house.add("kim", Role::Controller));
    const auto one = house.logIn("one")->principal;
    const auto two = house.logIn("two")->principal;
    const auto change = [&](const Principal& by, const std::string& user, Role role) {
        return waitFor<RoleChange>([&](auto done) { house.people->changeRole(by, user, role, done); });
    };
    QVERIFY(change(one, "kim", Role::Approver) == RoleChange::WaitsForSecondAdministrator);
    QVERIFY(house.stored("kim")->record.role == Role::Controller);
    QVERIFY(house.stored("kim")->record.requestedRole == Role::Approver);
    QVERIFY(change(one, "kim", Role::Approver) == RoleChange::WaitsForSecondAdministrator);   // himself once more
    QVERIFY(change(two, "kim", Role::Supervisor) == RoleChange::WaitsForSecondAdministrator); // something else
    QVERIFY(change(two, "kim", Role::Supervisor) == RoleChange::WaitsForSecondAdministrator);
    QVERIFY(change(one, "kim", Role::Supervisor) == RoleChange::Done);
    QVERIFY(house.stored("kim")->record.role == Role::Supervisor);
    QVERIFY(!house.stored("kim")->record.requestedRole);
    QCOMPARE(codeOf(change(one, "one", Role::Approver)), std::string("OWN_ROLE"));
    QCOMPARE(codeOf(change(one, "nobody", Role::Approver)), std::string("NO_SUCH_USER"));
}

void PeopleServiceTest::roleChangeEndsSessions() {
    House house;
    QVERIFY_RESULT(house.add("admin", Role::Administrator));
    QVERIFY_RESULT(house.add("kim", Role::Approver));
    const auto admin = house.logIn("admin")->principal;
    const auto first = house.logIn("kim");
    const auto second = house.logIn("kim", good, "192.0.2.1");
    const auto changed =
        waitFor<RoleChange>([&](auto done) { house.people->changeRole(admin, "kim", Role::Pilot, done); });
    QVERIFY(changed == RoleChange::Done); // there is no second administrator
    QCOMPARE(codeOf(house.people->principalOf(first->token)), std::string("SESSION_ENDED"));
    QCOMPARE(codeOf(house.people->principalOf(second->token, "192.0.2.1")), std::string("SESSION_ENDED"));
    QVERIFY(house.logIn("kim")->principal.role == Role::Pilot);
    QVERIFY_RESULT(waitFor<void>([&](auto done) { house.people->disableUser(admin, "kim", done); }));
    QCOMPARE(codeOf(house.logIn("kim")), std::string("LOG_IN_REFUSED"));
    QVERIFY_RESULT(waitFor<void>([&](auto done) { house.people->enableUser(admin, "kim", done); }));
    QVERIFY_RESULT(house.logIn("kim"));
}

void PeopleServiceTest::passwordChanges() {
    House house;
    QVERIFY_RESULT(house.add("kim", Role::Controller));
    const auto mine = house.logIn("kim");
    const auto other = house.logIn("kim");
    const auto set = [&](const Principal& by, const std::string& current, const std::string& wanted) {
        return waitFor<void>([&](auto done) { house.people->setPassword(by, "kim", current, wanted, done); });
    };
    QCOMPARE(codeOf(set(mine->principal, "wrong", better)), std::string("LOG_IN_REFUSED"));
    QCOMPARE(codeOf(set(mine->principal, good, "kim kim kim kim kim")), std::string("PASSWORD_COMMON"));
    QVERIFY_RESULT(set(mine->principal, good, better));
    QVERIFY_RESULT(house.people->principalOf(mine->token));
    QCOMPARE(codeOf(house.people->principalOf(other->token)), std::string("SESSION_ENDED"));
    QCOMPARE(codeOf(house.logIn("kim", good)), std::string("LOG_IN_REFUSED"));
    QVERIFY_RESULT(house.logIn("kim", better));
    QVERIFY_RESULT(set(PeopleService::programItself(), "", good));
    QCOMPARE(codeOf(house.people->principalOf(mine->token)), std::string("SESSION_ENDED"));
    QVERIFY_RESULT(house.logIn("kim", good));
}

void PeopleServiceTest::administratorsRemain() {
    House house;
    QVERIFY_RESULT(house.add("admin", Role::Administrator));
    const auto self = PeopleService::programItself();
    QCOMPARE(codeOf(waitFor<void>([&](auto done) { house.people->disableUser(self, "admin", done); })),
             std::string("LAST_ADMINISTRATOR"));
    QCOMPARE(
        codeOf(waitFor<RoleChange>([&](auto done) { house.people->changeRole(self, "admin", Role::Pilot, done); })),
        std::string("LAST_ADMINISTRATOR"));
    QVERIFY_RESULT(house.add("second", Role::Administrator));
    QVERIFY_RESULT(waitFor<void>([&](auto done) { house.people->disableUser(self, "admin", done); }));
    QCOMPARE(codeOf(waitFor<void>([&](auto done) { house.people->disableUser(self, "second", done); })),
             std::string("LAST_ADMINISTRATOR"));
    QCOMPARE(codeOf(house.add("SECOND", Role::Pilot)), std::string("USER_EXISTS"));
}

void PeopleServiceTest::everyCallNeedsItsScope() {
    House house;
    QVERIFY_RESULT(house.add("admin", Role::Administrator));
    auto& people = *house.people;
    using Call = std::function<std::string(const Principal&)>;
    const std::vector<std::pair<std::string, Call>> calls{
        {"user.read",
         [&](auto by) { return codeOf(waitFor<std::vector<UserRecord>>([&](auto d) { people.users(by, d); })); }},
        {"user.write",
         [&](auto by) { return codeOf(waitFor<UserRecord>([&](auto d) { people.addUser(by, {}, d); })); }},
        {"user.write",
         [&](auto by) {
             return codeOf(waitFor<RoleChange>([&](auto d) { people.changeRole(by, "x", Role::Pilot, d); }));
         }},
        {"user.write",
         [&](auto by) { return codeOf(waitFor<void>([&](auto d) { people.setPassword(by, "x", "", good, d); })); }},
        {"user.write", [&](auto by) { return codeOf(waitFor<void>([&](auto d) { people.disableUser(by, "x", d); })); }},
        {"user.write", [&](auto by) { return codeOf(waitFor<void>([&](auto d) { people.enableUser(by, "x", d); })); }},
        {"session.write",
         [&](auto by) { return codeOf(waitFor<void>([&](auto d) { people.endSession(by, "x", d); })); }},
        {"token.read",
         [&](auto by) { return codeOf(waitFor<std::vector<TokenRecord>>([&](auto d) { people.tokens(by, d); })); }},
        {"token.write",
         [&](auto by) { return codeOf(waitFor<IssuedToken>([&](auto d) { people.issueToken(by, {}, d); })); }},
        {"token.write",
         [&](auto by) { return codeOf(waitFor<void>([&](auto d) { people.revokeToken(by, "x", d); })); }},
    };
    for (const Role role : allRoles())
        for (const auto& [scope, call] : calls) {
            const Principal by{.user = "somebody", .role = role, .scopes = scopesOf(role), .desk = "desk"};
            QCOMPARE(call(by) == "FORBIDDEN", !scopesOf(role).contains(scope));
        }
}

void PeopleServiceTest::tokens() {
    House house;
    const auto self = PeopleService::programItself();
    const auto issue = [&](const NewToken& token) {
        return waitFor<IssuedToken>([&](auto done) { house.people->issueToken(self, token, done); });
    };
    QCOMPARE(codeOf(issue({"gw", {"telemetry.*"}, {}})), std::string("NO_SUCH_SCOPE"));
    QCOMPARE(codeOf(issue({"gw", {}, {}})), std::string("NO_SUCH_SCOPE"));
    QCOMPARE(codeOf(issue({"g w", {"telemetry.read"}, {}})), std::string("BAD_USER_NAME"));
    QCOMPARE(codeOf(issue({"gw", {"telemetry.read"}, 0})), std::string("BAD_DAYS"));
    QCOMPARE(codeOf(issue({"gw", {"telemetry.read"}, 3651})), std::string("BAD_DAYS"));
    const auto day = issue({"gw", {"telemetry.read"}, 1});
    const auto lasting = issue({"gw", {"notice.read"}, {}});
    QVERIFY_RESULT(day);
    QVERIFY_RESULT(lasting);
    const auto who = house.people->principalOf(day->token, "192.0.2.1");
    QVERIFY_RESULT(who);
    QVERIFY(who->scopes == std::set<std::string>{"telemetry.read"});
    QVERIFY(!who->role && who->user == "token:gw");
    house.clock.advance(24h - 1ms);
    QVERIFY_RESULT(house.people->principalOf(day->token));
    house.clock.advance(1ms);
    QCOMPARE(codeOf(house.people->principalOf(day->token)), std::string("SESSION_ENDED"));
    house.restart();
    QVERIFY_RESULT(house.people->principalOf(lasting->token));
    QCOMPARE(codeOf(waitFor<void>([&](auto done) { house.people->revokeToken(self, "none", done); })),
             std::string("NO_SUCH_TOKEN"));
    QVERIFY_RESULT(waitFor<void>([&](auto done) { house.people->revokeToken(self, lasting->id, done); }));
    QCOMPARE(codeOf(house.people->principalOf(lasting->token)), std::string("SESSION_ENDED"));
    house.restart();
    QCOMPARE(codeOf(house.people->principalOf(lasting->token)), std::string("SESSION_ENDED"));
    const auto listed = waitFor<std::vector<TokenRecord>>([&](auto done) { house.people->tokens(self, done); });
    QCOMPARE(listed->size(), std::size_t{2});
}

void PeopleServiceTest::unlockTheDesk() {
    House house;
    QVERIFY_RESULT(house.add("kim", Role::Controller));
    const auto logIn = house.logIn("kim");
    const auto check = [&](const std::string& token, const std::string& password) {
        return waitFor<void>([&](auto done) { house.people->checkPassword(token, password, done); });
    };
    QVERIFY_RESULT(check(logIn->token, good));
    QCOMPARE(codeOf(check("x", good)), std::string("SESSION_ENDED"));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(codeOf(check(logIn->token, "wrong")), std::string("LOG_IN_REFUSED"));
    QCOMPARE(codeOf(check(logIn->token, good)), std::string("LOCKED_OUT"));
    house.clock.advance(1s);
    QVERIFY_RESULT(check(logIn->token, good));
    QCOMPARE(house.bodies("people.desk_unlocked").size(), std::size_t{2});
}

void PeopleServiceTest::nothingSecretInTheFiles() {
    House house;
    QVERIFY_RESULT(house.add("kim", Role::Controller));
    const auto logIn = house.logIn("kim");
    (void)house.logIn("kim", "canary-wrong-password");
    (void)house.logIn("canary-as-a-name", "x"); // somebody typed his password into the wrong field
    const auto token = waitFor<IssuedToken>([&](auto done) {
        house.people->issueToken(PeopleService::programItself(), {"gw", {"telemetry.read"}, {}}, done);
    });
    house.restart();
    QVERIFY(filesContain(house.folder.path(), "telemetry.read")); // the search finds what is there
    for (const std::string& secret :
         {good, logIn->token, token->token, std::string("canary-wrong-password"), std::string("canary-as-a-name")})
        QVERIFY2(!filesContain(house.folder.path(), secret), secret.c_str());
    QVERIFY(filesContain(house.folder.path(), tokenHash(token->token)));
    QVERIFY(!filesContain(house.folder.path(), tokenHash(logIn->token))); // sessions live in memory
}

void PeopleServiceTest::usersTable() {
    House house;
    QVERIFY_RESULT(house.addBy(
        PeopleService::programItself(),
        {.user = "kim", .displayName = "김관제", .email = "k@example.org", .role = Role::Fleet, .password = good}));
    std::promise<QStringList> promise;
    house.log->read([&](const storage::Database& database) {
        QStringList row;
        for (const QString& query :
             {QStringLiteral("SELECT user_id FROM users"), QStringLiteral("SELECT name FROM users"),
              QStringLiteral("SELECT email FROM users"), QStringLiteral("SELECT role FROM users"),
              QStringLiteral("SELECT password_hash FROM users")})
            row << database.value(query)->toString();
        promise.set_value(row);
    });
    const QStringList row = promise.get_future().get();
    QCOMPARE(row.mid(0, 4), (QStringList{QStringLiteral("kim"), QStringLiteral("김관제"),
                                         QStringLiteral("k@example.org"), QStringLiteral("fleet")}));
    QVERIFY(row[4].startsWith(QStringLiteral("h:")));
}

void PeopleServiceTest::tablesCanBeMadeAgain() {
    House house;
    QVERIFY_RESULT(house.add("admin", Role::Administrator));
    QVERIFY_RESULT(house.add("kim", Role::Controller));
    const auto self = PeopleService::programItself();
    QVERIFY_RESULT(house.logIn("kim"));
    (void)house.logIn("kim", "wrong");
    QVERIFY_RESULT(
        waitFor<IssuedToken>([&](auto done) { house.people->issueToken(self, {"gw", {"telemetry.read"}, 3}, done); }));
    QVERIFY_RESULT(waitFor<RoleChange>([&](auto done) { house.people->changeRole(self, "kim", Role::Pilot, done); }));
    QVERIFY_RESULT(house.logIn("kim"));
    house.settle();
    const auto tables = house.log->rebuild().get();
    QVERIFY_RESULT(tables);
    QVERIFY(tables->size() >= 3);
    for (const auto& table : *tables)
        QVERIFY2(table.onlyBefore == 0 && table.onlyAfter == 0, table.table.c_str());
    QVERIFY_RESULT(house.logIn("kim"));
}

void PeopleServiceTest::refusalsAreLogged() {
    House house;
    QVERIFY_RESULT(house.add("kim", Role::Pilot));
    const auto kim = house.logIn("kim")->principal;
    for (int i = 0; i < 1000; ++i)
        house.people->noteRefusal(kim, "user.write", "POST /api/v1/users");
    QCOMPARE(house.bodies("people.access_refused").size(), std::size_t{1});
    house.clock.advance(1min);
    QVERIFY(QTest::qWaitFor([&] { return house.bodies("people.access_refused").size() == 2; }, 5'000));
    QVERIFY(house.bodies("people.access_refused")[1].contains("\"count\":999"));
    for (int i = 0; i < 5; ++i)
        (void)house.logIn("kim", "wrong", "192.0.2.1");
    const auto refused = house.bodies("people.log_in_refused");
    QCOMPARE(refused.size(), std::size_t{2}); // one of each kind
    QVERIFY(refused[0].contains("refused") && refused[1].contains("locked_out"));
    house.restart(); // what was counted is written at the end
    QCOMPARE(house.bodies("people.log_in_refused").size(), std::size_t{4});
    QVERIFY(house.stored("kim")->failures == 3);
}

void PeopleServiceTest::stoppingAnswersAll() {
    House house;
    QVERIFY_RESULT(house.add("kim", Role::Controller));
    house.hasher.slow_ms = 20;
    std::atomic<int> answered = 0;
    for (int i = 0; i < 30; ++i)
        house.people->logIn({"kim", good, "desk"}, [&](const Result<LogIn>&) { ++answered; });
    house.people.reset();
    QCOMPARE(answered.load(), 30);
}

void PeopleServiceTest::demoAccounts() {
    House real;
    QCOMPARE(codeOf(seeToDemoAccounts(real.folder.path().toStdString(), *real.log, real.hasher, systemRandom)),
             std::string("NOT_A_DEMO"));
    QCOMPARE(codeOf(waitFor<LogIn>([&](auto done) { real.people->logInDemo("x", done); })), std::string("NOT_A_DEMO"));

    House house(storage::DataKind::Demo, {.demo = true});
    const std::filesystem::path folder = house.folder.path().toStdString();
    const auto see = [&] {
        house.people.reset();
        auto accounts = seeToDemoAccounts(folder, *house.log, house.hasher, systemRandom);
        house.restart();
        return accounts;
    };
    const auto accounts = see();
    QVERIFY_RESULT(accounts);
    QCOMPARE(accounts->size(), allRoles().size());
    const QString file = house.folder.filePath(QStringLiteral("demo-accounts.json"));
    QVERIFY(QFile::permissions(file) == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    for (const DemoAccount& account : *accounts) {
        const auto role = roleFrom(account.role);
        const auto byToken = house.people->principalOf(account.token, "192.0.2.1");
        QVERIFY_RESULT(byToken);
        QVERIFY(byToken->role == role && byToken->scopes == scopesOf(*role));
        const auto byPassword = house.logIn(account.user, account.password);
        QVERIFY_RESULT(byPassword);
        QVERIFY(byPassword->principal.role == role);
    }
    QVERIFY_RESULT(waitFor<LogIn>([&](auto done) { house.people->logInDemo("supervisor", done); }));
    QCOMPARE(codeOf(waitFor<LogIn>([&](auto done) { house.people->logInDemo("nobody", done); })),
             std::string("NO_SUCH_USER"));
    QVERIFY(!house.people->setUpNeeded());

    QVERIFY(*see() == *accounts); // stable across restarts
    QVERIFY(QFile::remove(file));
    const auto anew = see();
    QVERIFY(*anew != *accounts);
    QCOMPARE(codeOf(house.people->principalOf(accounts->front().token)), std::string("SESSION_ENDED"));
    QVERIFY_RESULT(house.people->principalOf(anew->front().token));
    QVERIFY_RESULT(house.logIn(anew->front().user, anew->front().password));
    for (const char* broken : {"", "[]", "{}", "[{\"user\":\"x\"}]", "not json"})
        QVERIFY(!demoAccountsFrom(broken) || demoAccountsFrom(broken)->empty());
}

QTEST_GUILESS_MAIN(PeopleServiceTest)
#include "people_service_test.moc"
