#include "server/people/events.h"
#include "server/people/lock_out.h"
#include "server/people/password_hasher.h"
#include "server/people/password_rules.h"
#include "server/people/refusal_book.h"
#include "server/people/scopes.h"
#include "server/people/secrets.h"
#include "server/people/session_rules.h"
#include "server/people/user_rules.h"
#include "tests/support/result_macros.h"

#include <sodium.h>

#include <QTest>

#include <map>
#include <random>
#include <vector>

using namespace haneul;
using namespace haneul::people;
using namespace std::chrono_literals;

namespace {

const UtcMs noon = *fromRfc3339("2026-11-21T12:00:00.000Z");

template <class T>
std::string codeOf(const Result<T>& result) {
    return result ? std::string() : result.error().code;
}

// Said again from the norm: what happened, counted anew each time.
class LockOutModel {
public:
    struct Failure {
        std::string account, address;
        UtcMs at;
    };

    [[nodiscard]] UtcMs heardFrom(const std::string& account, const std::string& address, bool mild) const {
        int ofAccount = 0;
        int ofAddress = 0;
        UtcMs lastAccount{};
        UtcMs lastAddress{};
        for (const Failure& failure : m_failures) {
            if (failure.account == account) {
                ++ofAccount;
                lastAccount = failure.at;
            }
            if (failure.address == address) {
                ofAddress = failure.at - lastAddress >= 1h ? 1 : ofAddress + 1;
                lastAddress = failure.at;
            }
        }
        return std::max(lastAccount + wait(ofAccount, mild), lastAddress + wait(ofAddress, mild));
    }

    void failed(const std::string& account, const std::string& address, UtcMs at) {
        m_failures.push_back({account, address, at});
    }

    void succeeded(const std::string& account) {
        for (Failure& failure : m_failures)
            if (failure.account == account) failure.account.clear();
    }

private:
    static milliseconds wait(int failures, bool mild) {
        static constexpr std::array<int, 10> seconds{0, 0, 0, 1, 2, 4, 8, 16, 32, 64};
        if (failures < 10) return std::chrono::seconds(seconds[static_cast<std::size_t>(failures)]);
        return mild ? milliseconds(64s) : milliseconds(15min);
    }

    std::vector<Failure> m_failures;
};

} // namespace

class PeopleRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QVERIFY(sodium_init() >= 0); }

    void rolesAndScopes(); // R-SEC-03
    void passwords_data();
    void passwords();         // R-SEC-07
    void passwordsAreText();  // R-SEC-07
    void sameTextSameBytes(); // R-SEC-07
    void argon2id();          // R-SEC-07
    void userNames_data();
    void userNames();
    void waits();                     // R-SEC-08
    void lockAndReview();             // R-SEC-08
    void lastAdministratorGetsIn();   // R-SEC-08
    void addressesForget();           // R-SEC-08
    void lockOutRemembersSoMany();    // R-SEC-08
    void randomClientAgainstModel();  // R-SEC-08
    void sessionLimits();             // R-SEC-04
    void addressClasses();            // R-SEC-04
    void tokensAndCodes();            // R-SEC-04
    void refusalsAreSummedUp();       // R-SEC-08
    void refusalsCannotFillTheDisk(); // R-SEC-08
    void eventsReadBack();            // R-SEC-04
    void hashesAreNotShown();         // R-SEC-07
};

void PeopleRulesTest::rolesAndScopes() {
    QCOMPARE(allRoles().size(), std::size_t{11});
    std::set<std::string> held;
    for (const Role role : allRoles()) {
        QVERIFY(roleFrom(toString(role)) == role);
        for (const std::string& scope : scopesOf(role)) {
            QVERIFY(isScope(scope));
            held.insert(scope);
        }
        QVERIFY(scopesOf(role).contains("own.session"));
    }
    QCOMPARE(held.size(), allScopes().size()); // none that nobody has
    QVERIFY(!roleFrom("root"));
    QVERIFY(!isScope("plan.*"));
    // Keeping the house and deciding about flights exclude each other; so do writing plans and approving them.
    for (const char* scope : {"plan.submit", "plan.approve", "plan.override", "zone.write", "fleet.write"})
        QVERIFY(!scopesOf(Role::Administrator).contains(scope));
    for (const Role role : {Role::Approver, Role::Supervisor})
        QVERIFY(scopesOf(role).contains("plan.approve") && !scopesOf(role).contains("plan.submit"));
    for (const Role role : allRoles())
        QCOMPARE(scopesOf(role).contains("user.write"), role == Role::Administrator);
}

void PeopleRulesTest::passwords_data() {
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const QString& password, const char* code) {
        QTest::newRow(name) << password << QString::fromLatin1(code);
    };
    row("14 characters", QStringLiteral("tq9 vmx 2hz pk"), "PASSWORD_TOO_SHORT");
    row("15 characters", QStringLiteral("tq9 vmx 2hz pkw"), "");
    row("128 characters", QStringLiteral("tq9 vmx 2hz pkw ").repeated(3) + QStringLiteral("rf71 bdjw ").repeated(8),
        "");
    row("129 characters",
        QStringLiteral("tq9 vmx 2hz pkw ").repeated(3) + QStringLiteral("rf71 bdjw ").repeated(8) + QStringLiteral("x"),
        "PASSWORD_TOO_LONG");
    row("14 Korean", QStringLiteral("강물이 흐르는 새벽 다리로"), "PASSWORD_TOO_SHORT");
    row("15 Korean", QStringLiteral("강물이 흐르는 새벽 다리 위"), "");
    row("14 after NFKC", QStringLiteral("tq9 vmx 2h ㎒"), "PASSWORD_TOO_SHORT"); // one sign becomes "MHz"
    row("15 after NFKC", QStringLiteral("tq9 vmx 2hz ㎒"), "");
    row("15 outside the BMP", QStringLiteral("🚁🌊🎻🐙🍋🚀🌵🧭🎲🐢🍉🪁🧊🎯🪕"), "");
    row("passphrase", QStringLiteral("quiet copper lantern 84"), "");
    row("passphrase in capitals", QStringLiteral("Correct Horse Battery Staple"), "");
    row("random digits", QStringLiteral("839205718264930"), "");
    row("one letter", QStringLiteral("aaaaaaaaaaaaaaaa"), "PASSWORD_COMMON");
    row("two letters", QStringLiteral("abababababababab"), "PASSWORD_COMMON");
    row("digits up", QStringLiteral("123456789012345"), "PASSWORD_COMMON");
    row("digits down", QStringLiteral("987654321098765"), "PASSWORD_COMMON");
    row("keyboard", QStringLiteral("qwertyuiopasdfgh"), "PASSWORD_COMMON");
    row("keyboard in columns of rows", QStringLiteral("qwertyasdfghzxcvbn"), "PASSWORD_COMMON");
    row("password twice", QStringLiteral("passwordpassword"), "PASSWORD_COMMON");
    row("password and digits", QStringLiteral("password1234567"), "PASSWORD_COMMON");
    row("substitutions", QStringLiteral("P@ssw0rdP@ssw0rd!"), "PASSWORD_COMMON");
    row("site words and a year", QStringLiteral("haneul-controller-2026"), "PASSWORD_COMMON");
    row("own name", QStringLiteral("kim.gwanje.kim.gwanje"), "PASSWORD_COMMON");
    row("own address", QStringLiteral("gwanje@example.org1"), "PASSWORD_COMMON");
    row("Korean words", QStringLiteral("비밀번호비밀번호비밀번호비밀번호"), "PASSWORD_COMMON");
    row("control character", QStringLiteral("quiet copper\nlantern 84"), "PASSWORD_NOT_TEXT");
}

void PeopleRulesTest::passwords() {
    QFETCH(QString, password);
    QFETCH(QString, code);
    const std::vector<std::string> own{"kim.gwanje", "김관제", "gwanje@example.org"};
    QCOMPARE(codeOf(acceptedPassword(password.toStdString(), own)), code.toStdString());
}

void PeopleRulesTest::passwordsAreText() {
    QCOMPARE(codeOf(acceptedPassword("quiet copper lantern \xff", {})), std::string("PASSWORD_NOT_TEXT"));
    QCOMPARE(codeOf(normalisedPassword("\xed\xa0\x80")), std::string("PASSWORD_NOT_TEXT")); // half a surrogate
    QCOMPARE(codeOf(normalisedPassword(std::string_view("a\0b", 3))), std::string("PASSWORD_NOT_TEXT"));
}

void PeopleRulesTest::sameTextSameBytes() {
    // A Korean word composed and decomposed (as some input methods and file systems give it), full-width letters.
    QCOMPARE(*normalisedPassword("한글"), *normalisedPassword("\u1112\u1161\u11ab\u1100\u1173\u11af"));
    QCOMPARE(*normalisedPassword("ＡＢＣ"), std::string("ABC"));
    QVERIFY(*normalisedPassword("abc") != *normalisedPassword("ABC"));
}

void PeopleRulesTest::argon2id() {
    const Argon2id hasher;
    const auto hash = hasher.hash("quiet copper lantern 84");
    QVERIFY_RESULT(hash);
    QVERIFY(hash->starts_with("$argon2id$v=19$m=65536,"));
    QVERIFY(hasher.verify(*hash, "quiet copper lantern 84"));
    QVERIFY(!hasher.verify(*hash, "quiet copper lantern 85"));
    QVERIFY(!hasher.verify("", "") && !hasher.verify("quiet copper lantern 84", "quiet copper lantern 84"));
    QVERIFY(*hash != *hasher.hash("quiet copper lantern 84")); // salted
}

void PeopleRulesTest::userNames_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept"); // empty: refused
    const auto row = [](const QString& typed, const QString& kept) {
        QTest::newRow(qPrintable(typed.left(20) + QString::number(typed.size()))) << typed << kept;
    };
    row(QStringLiteral("Kim.G-1_x"), QStringLiteral("kim.g-1_x"));
    row(QStringLiteral("김관제"), QStringLiteral("김관제"));
    row(QStringLiteral("ＫＩＭ"), QStringLiteral("kim"));
    row(QStringLiteral("k").repeated(64), QStringLiteral("k").repeated(64));
    row(QStringLiteral("k").repeated(65), {});
    row(QStringLiteral(""), {});
    row(QStringLiteral(".kim"), {});
    row(QStringLiteral("kim park"), {});
    row(QStringLiteral("token:kim"), {});
    row(QStringLiteral("kim\n"), {});
    row(QStringLiteral("'; DROP TABLE users"), {});
    row(QStringLiteral("System"), {});
    row(QStringLiteral("anonymous"), {});
}

void PeopleRulesTest::userNames() {
    QFETCH(QString, typed);
    QFETCH(QString, kept);
    const auto name = acceptedUserName(typed.toStdString());
    QCOMPARE(codeOf(name), kept.isEmpty() ? std::string("BAD_USER_NAME") : std::string());
    if (!name) return;
    QCOMPARE(*name, kept.toStdString());
    QCOMPARE(foldedUserName(typed.toStdString()), *name);
}

void PeopleRulesTest::waits() {
    const LockOutRules rules;
    const std::vector<milliseconds> expected{0s, 0s, 0s, 1s, 2s, 4s, 8s, 16s, 32s, 64s, 15min, 15min};
    for (std::size_t failures = 0; failures < expected.size(); ++failures)
        QVERIFY(waitAfter(rules, static_cast<int>(failures), false) == expected[failures]);
    QVERIFY(waitAfter(rules, 1'000'000, false) == 15min);
    QVERIFY(waitAfter(rules, 9, true) == 64s && waitAfter(rules, 1'000'000, true) == 64s);
}

void PeopleRulesTest::lockAndReview() {
    LockOut lockOut;
    using Kind = LockOut::Verdict::Kind;
    UtcMs now = noon;
    for (int failure = 1; failure <= 100; ++failure) {
        // Each time from elsewhere: the account alone is counted.
        const LockOut::Attempt attempt{"kim", "192.0.2." + std::to_string(failure)};
        QVERIFY(lockOut.judge(attempt, now).kind == Kind::Heard);
        const auto consequence = lockOut.failed(attempt, now);
        QCOMPARE(consequence.accountFailures, failure);
        QCOMPARE(consequence.locked, failure >= 10);
        QCOMPARE(consequence.review, failure == 100);
        const milliseconds wait = waitAfter({}, failure, false);
        const LockOut::Attempt next{"kim", "198.51.100.7"};
        if (failure < 100 && wait > 0ms) {
            QVERIFY(lockOut.judge(next, now + wait - 1ms) == (LockOut::Verdict{Kind::Wait, now + wait}));
            QVERIFY(lockOut.judge(next, now + wait).kind == Kind::Heard);
        }
        now += wait;
    }
    QVERIFY(lockOut.judge({"kim", "198.51.100.7"}, now + std::chrono::years(1)).kind == Kind::Review);
    QVERIFY(lockOut.judge({"lee", "198.51.100.7"}, now).kind == Kind::Heard);
    lockOut.forgive("kim");
    QVERIFY(lockOut.judge({"kim", "198.51.100.7"}, now).kind == Kind::Heard);
    lockOut.restore("kim", 100, noon);
    QVERIFY(lockOut.judge({"kim", "198.51.100.7"}, now).kind == Kind::Review);
}

void PeopleRulesTest::lastAdministratorGetsIn() {
    LockOut lockOut;
    using Kind = LockOut::Verdict::Kind;
    lockOut.restore("admin", 250, noon);
    for (int i = 0; i < 50; ++i)
        lockOut.failed({"x" + std::to_string(i), "desk"}, noon);
    const LockOut::Attempt atDesk{"admin", "desk", true};
    QVERIFY(lockOut.judge(atDesk, noon + 63'999ms).kind == Kind::Wait);
    QVERIFY(lockOut.judge(atDesk, noon + 64s).kind == Kind::Heard);
    QVERIFY(!lockOut.failed(atDesk, noon + 64s).locked);
    // Not from the network, not one of several administrators.
    QVERIFY(lockOut.judge({"admin", "192.0.2.1", true}, noon + 24h).kind == Kind::Review);
    QVERIFY(lockOut.judge({"admin", "desk", false}, noon + 24h).kind == Kind::Review);
}

void PeopleRulesTest::addressesForget() {
    LockOut lockOut;
    using Kind = LockOut::Verdict::Kind;
    for (int i = 0; i < 10; ++i)
        lockOut.failed({"u" + std::to_string(i), "192.0.2.1"}, noon);
    QVERIFY(lockOut.judge({"other", "192.0.2.1"}, noon + 15min - 1ms).kind == Kind::Wait);
    lockOut.succeeded({"other", "192.0.2.1"}); // one good account opens no door to the others
    QVERIFY(lockOut.judge({"other", "192.0.2.1"}, noon + 15min - 1ms).kind == Kind::Wait);
    QVERIFY(lockOut.judge({"other", "192.0.2.1"}, noon + 15min).kind == Kind::Heard);
    QCOMPARE(lockOut.failed({"other", "192.0.2.1"}, noon + 1h - 1ms).addressFailures, 11);
    QCOMPARE(lockOut.failed({"other", "192.0.2.1"}, noon + 2h - 1ms).addressFailures, 1);
}

void PeopleRulesTest::lockOutRemembersSoMany() {
    LockOut lockOut({.remembered = 3});
    for (int i = 0; i < 10; ++i)
        lockOut.failed({"u" + std::to_string(i), "a"}, noon + std::chrono::seconds(i));
    QCOMPARE(lockOut.failuresOf("u6"), 0);
    for (const char* account : {"u7", "u8", "u9"})
        QCOMPARE(lockOut.failuresOf(account), 1);
}

void PeopleRulesTest::randomClientAgainstModel() {
    std::mt19937 random(20261121);
    const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    int heard = 0;
    int refused = 0;
    for (int round = 0; round < 40; ++round) {
        LockOut lockOut;
        LockOutModel model;
        UtcMs now = noon;
        for (int step = 0; step < 150; ++step) {
            static constexpr std::array<int, 8> gaps_ms{0, 1, 999, 1000, 4000, 64'000, 900'000, 3'600'000};
            now += milliseconds(gaps_ms[static_cast<std::size_t>(pick(8))]);
            const bool administrator = pick(4) == 0;
            const LockOut::Attempt attempt{administrator ? "admin" : "u" + std::to_string(pick(3)),
                                           pick(2) == 0 ? "desk" : "192.0.2.1", administrator};
            const UtcMs from = model.heardFrom(attempt.account, attempt.address,
                                               attempt.lastAdministrator && attempt.address == "desk");
            const auto verdict = lockOut.judge(attempt, now);
            QCOMPARE(verdict.kind == LockOut::Verdict::Kind::Heard, now >= from);
            if (now < from) {
                QVERIFY(verdict.until == from);
                ++refused;
                continue;
            }
            ++heard;
            if (pick(10) == 0) {
                lockOut.succeeded(attempt);
                model.succeeded(attempt.account);
            } else {
                lockOut.failed(attempt, now);
                model.failed(attempt.account, attempt.address, now);
            }
        }
    }
    QVERIFY2(heard > 500 && refused > 500, qPrintable(QStringLiteral("%1 %2").arg(heard).arg(refused)));
}

void PeopleRulesTest::sessionLimits() {
    const SessionRules rules;
    QVERIFY(sessionState(rules, noon, noon, noon + 30min - 1ms) == SessionState::Alive);
    QVERIFY(sessionState(rules, noon, noon, noon + 30min) == SessionState::Idle);
    QVERIFY(sessionState(rules, noon, noon + 12h - 1min, noon + 12h - 1ms) == SessionState::Alive);
    QVERIFY(sessionState(rules, noon, noon + 12h - 1ms, noon + 12h) == SessionState::Expired);
}

void PeopleRulesTest::addressClasses() {
    for (const char* local : {"desk", "cli", "127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"})
        QVERIFY2(addressClassOf(local) == AddressClass::Local, local);
    for (const char* network : {"192.0.2.1", "::", "2001:db8::1", "", "127", "10.127.0.1"})
        QVERIFY2(addressClassOf(network) == AddressClass::Network, network);
}

void PeopleRulesTest::tokensAndCodes() {
    const std::string token = newToken(systemRandom);
    QCOMPARE(token.size(), std::size_t{43});
    QVERIFY(token != newToken(systemRandom));
    // BLAKE2b-256 of "abc", made with b2sum -l 256.
    QCOMPARE(tokenHash("abc"), std::string("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
    const std::string code = newSetUpCode(systemRandom);
    QCOMPARE(code.size(), std::size_t{24});
    QVERIFY(sameSetUpCode(code, code));
    QVERIFY(sameSetUpCode(QString::fromStdString(code).toLower().remove(QLatin1Char('-')).toStdString(), code));
    QVERIFY(!sameSetUpCode(code.substr(1), code) && !sameSetUpCode("", code) && !sameSetUpCode("", ""));
    std::string other = code;
    other.back() = other.back() == 'A' ? 'B' : 'A';
    QVERIFY(!sameSetUpCode(other, code));
    // A byte source that is not even: 240 and above are thrown away, not folded.
    std::uint8_t next = 250;
    const std::string counted = newSetUpCode([&](std::span<std::uint8_t> bytes) { bytes[0] = next++; });
    QCOMPARE(counted, std::string("2345-6789-ABCD-EFGH-JKMN"));
}

void PeopleRulesTest::refusalsAreSummedUp() {
    RefusalBook book;
    const RefusalKey key{.user = "kim", .desk = "192.0.2.1", .reason = "refused"};
    QVERIFY(book.note(key, noon) == (std::vector<RefusalSum>{{key, 1}}));
    for (int i = 1; i <= 500; ++i)
        QVERIFY(book.note(key, noon + milliseconds(i)).empty());
    QVERIFY(book.due(noon + 1min - 1ms).empty());
    QVERIFY(book.due(noon + 1min) == (std::vector<RefusalSum>{{key, 500}}));
    QVERIFY(book.note(key, noon + 61s).empty()); // still in a window
    QVERIFY(book.rest() == (std::vector<RefusalSum>{{key, 1}}));
    // After a quiet minute the first is written at once again.
    QVERIFY(book.note(key, noon + 1h) == (std::vector<RefusalSum>{{key, 1}}));
    QVERIFY(book.due(noon + 1h + 1min).empty());
    QVERIFY(book.note(key, noon + 1h + 1min) == (std::vector<RefusalSum>{{key, 1}}));
}

void PeopleRulesTest::refusalsCannotFillTheDisk() {
    RefusalBook book;
    std::int64_t entries = 0;
    std::int64_t counted = 0;
    UtcMs now = noon;
    const auto take = [&](const std::vector<RefusalSum>& sums) {
        for (const RefusalSum& sum : sums) {
            ++entries;
            counted += sum.count;
        }
    };
    constexpr int attempts = 100'000; // over ten minutes, each of another name and address
    for (int i = 0; i < attempts; ++i) {
        now += 6ms;
        const std::string name = std::to_string(i);
        take(book.note({.user = name, .desk = name, .reason = "refused"}, now));
        if (i % 100 == 0) take(book.due(now));
    }
    take(book.rest());
    QCOMPARE(counted, attempts); // none is lost
    QVERIFY2(entries <= 11 * 61, qPrintable(QString::number(entries)));
}

void PeopleRulesTest::eventsReadBack() {
    const std::vector<PeopleEvent> events{
        UserAdded{"kim", "김 \"관제\"", "k@example.org", Role::Controller, "$argon2id$x"},
        RoleRequested{"kim", Role::Approver},
        RoleChanged{"kim", Role::Auditor},
        PasswordSet{"kim", "$argon2id$y", "0123"},
        UserDisabled{"kim"},
        UserEnabled{"kim"},
        ReviewNeeded{"kim"},
        LoggedIn{"kim", "0123", noon},
        SessionEnded{"0123", "idle"},
        AllSessionsEnded{},
        DeskUnlocked{},
        TokenIssued{.id = "7", .name = "gw", .tokenHash = "ab", .user = "", .scopes = {"a.b", "c.d"}, .expires = noon},
        TokenIssued{.id = "8", .name = "gw", .tokenHash = "cd", .user = "kim", .scopes = {}, .expires = std::nullopt},
        TokenRevoked{"7"},
        LogInRefused{"", "refused", 77},
        LockedOut{"kim", noon},
        AccessRefused{"user.write", "GET /api/v1/users", 3}};
    for (const PeopleEvent& event : events) {
        const auto written = toEvent(event);
        QVERIFY(written.type.starts_with("people."));
        const auto read = eventFrom(written.type, written.body);
        QVERIFY_RESULT(read);
        QVERIFY2(*read == event, written.body.c_str());
    }
    QCOMPARE(codeOf(eventFrom("people.unheard_of", "{}")), std::string("BAD_ENTRY"));
    QCOMPARE(codeOf(eventFrom("people.role_changed", R"({"user":"kim","role":"god"})")), std::string("BAD_ENTRY"));
    QVERIFY(!eventFrom("people.user_disabled", R"({"user":"kim","x":1})"));
    QVERIFY(!eventFrom("people.user_disabled", R"({})"));
}

void PeopleRulesTest::hashesAreNotShown() {
    const auto added = toEvent(UserAdded{"kim", "Kim", "", Role::Pilot, "$argon2id$secret"});
    const auto shown = shownBody(added.type, added.body);
    QVERIFY(!shown.contains("argon2id") && shown.contains("\"kim\""));
    const auto issued =
        toEvent(TokenIssued{.id = "7", .name = "gw", .tokenHash = "abcdef", .user = "", .scopes = {}, .expires = {}});
    QVERIFY(!shownBody(issued.type, issued.body).contains("abcdef"));
    QCOMPARE(shownBody("people.of_tomorrow", R"({"password_hash":"x"})"), std::string("{}"));
    QCOMPARE(shownBody("zone.added", R"({"a":1})"), std::string(R"({"a":1})"));
}

QTEST_GUILESS_MAIN(PeopleRulesTest)
#include "people_rules_test.moc"
