#include "app/desk_account.h"
#include "server/people/people_projection.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace haneul;

namespace {

const UtcMs noon = *fromRfc3339("2026-11-21T12:00:00.000Z");
const QString boss = QStringLiteral("boss");
const QString phrase = QStringLiteral("quiet copper lantern 84");
const QString other = QStringLiteral("seven brass kettles hum");

class QuickHasher final : public people::PasswordHasher {
public:
    Result<std::string> hash(std::string_view password) const override { return "h:" + people::tokenHash(password); }

    bool verify(std::string_view hash, std::string_view password) const override {
        return hash == "h:" + people::tokenHash(password);
    }
};

// A core's log and service, and the desk that asks them.
struct House {
    QTemporaryDir folder;
    clock::ManualClock clock{noon};
    QuickHasher hasher;
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<people::PeopleService> people;
    std::unique_ptr<people::OrganisationService> organisations;
    std::unique_ptr<people::SecurityService> security;
    std::unique_ptr<app::DeskAccount> account;
    access::AccessControl control;

    House() {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<people::PeopleProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        auto service = people::PeopleService::open(*log, clock, hasher, people::systemRandom);
        if (!service) qFatal("%s", service.error().message.c_str());
        people = *std::move(service);
        organisations = std::make_unique<people::OrganisationService>(*log, clock, nullptr);
        auto watch = people::SecurityService::open(*log, clock, nullptr);
        if (!watch) qFatal("%s", watch.error().message.c_str());
        security = *std::move(watch);
        account = std::make_unique<app::DeskAccount>(*people, *organisations, *security, *log, clock, false);
        control = account->control();
    }

    // Answers come by the event loop, on this thread.
    template <class T, class Call>
    static std::expected<T, access::Refusal> ask(Call call) {
        std::optional<std::expected<T, access::Refusal>> answer;
        const QThread* here = QThread::currentThread();
        call([&answer, here](std::expected<T, access::Refusal> given) {
            if (QThread::currentThread() != here) qFatal("an answer came on another thread");
            answer = std::move(given);
        });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
            return std::unexpected(access::Refusal{.code = QStringLiteral("NO_ANSWER"), .detail = {}});
        return *answer;
    }

    auto setUp() {
        return ask<access::Person>([this](auto answer) {
            control.setUp(control.setUpCode(),
                          {.user = boss, .name = QStringLiteral("큰 하늘"), .role = {}, .password = phrase}, answer);
        });
    }

    std::vector<logbook::Decision> decisions(const logbook::DecisionFilter& filter = {}) {
        std::optional<Result<logbook::DecisionPage>> answer;
        account->decisions().read(filter, {}, 100, [&answer](Result<logbook::DecisionPage> page) { answer = page; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000) || !*answer) return {};
        return (*answer)->entries;
    }
};

} // namespace

class DeskAccountTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void firstStartToUnlock(); // R-SEC-05
    void takeOverEndsTheSessionBefore();
    void refusalsKeepTheirCodeAndTime();
    void administrationReachesTheService();
    void houseReachesTheServices(); // R-DB-02 R-DB-14 R-GEN-08
    void logIsReadByWhoMayOnly();
    void chainIsVerifiedPieceByPiece();
    void answersToADeskThatIsGoneAreDropped();
};

void DeskAccountTest::firstStartToUnlock() {
    House house;
    QVERIFY(house.control.setUpNeeded());
    const auto person = house.setUp();
    QVERIFY(person.has_value());
    QCOMPARE(person->role, QStringLiteral("administrator"));
    QCOMPARE(person->name, QStringLiteral("큰 하늘"));
    QVERIFY(person->may(QStringLiteral("user.write")));
    QVERIFY(!house.control.setUpNeeded());
    QVERIFY(house.control.setUpCode().isEmpty());
    QVERIFY(house.control.present());
    house.control.locked(true);
    const auto wrong = House::ask<bool>([&](auto answer) { house.control.unlock(other, answer); });
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, QStringLiteral("LOG_IN_REFUSED"));
    QVERIFY(House::ask<bool>([&](auto answer) { house.control.unlock(phrase, answer); }).has_value());
    QVERIFY(QTest::qWaitFor(
        [&] { return house.decisions({.text = {}, .type = QStringLiteral("desk."), .user = {}}).size() == 1; }));
    const auto locked = house.decisions({.text = {}, .type = QStringLiteral("desk."), .user = {}}).front();
    QCOMPARE(locked.user, boss);
    QCOMPARE(locked.body, QStringLiteral(R"({"reason":"idle"})"));
    QVERIFY(House::ask<bool>([&](auto answer) { house.control.logOut(answer); }).has_value());
    QVERIFY(!house.control.present());
}

void DeskAccountTest::takeOverEndsTheSessionBefore() {
    House house;
    QVERIFY(house.setUp().has_value());
    QVERIFY(
        House::ask<bool>([&](auto answer) {
            house.control.addUser(
                {.user = QStringLiteral("kim"), .name = {}, .role = QStringLiteral("supervisor"), .password = other},
                answer);
        }).has_value());
    const auto taken =
        House::ask<access::Person>([&](auto answer) { house.control.logIn(QStringLiteral("kim"), other, answer); });
    QVERIFY(taken.has_value());
    QVERIFY(QTest::qWaitFor([&] {
        const auto sessions =
            House::ask<std::vector<access::SessionRow>>([&](auto answer) { house.control.sessions(answer); });
        return sessions && sessions->size() == 1 && sessions->front().user == QStringLiteral("kim");
    }));
}

void DeskAccountTest::refusalsKeepTheirCodeAndTime() {
    House house;
    QVERIFY(house.setUp().has_value());
    access::Refusal last;
    for (int i = 0; i < 12 && last.code != QLatin1StringView("LOCKED_OUT"); ++i) {
        const auto refused = House::ask<access::Person>(
            [&](auto answer) { house.control.logIn(QStringLiteral("nobody"), other, answer); });
        QVERIFY(!refused);
        last = refused.error();
    }
    QCOMPARE(last.code, QStringLiteral("LOCKED_OUT"));
    QVERIFY(last.wait && *last.wait > milliseconds{0} && *last.wait <= milliseconds{15 * 60'000});
    const auto judged = house.control.judgePassword(QStringLiteral("short"), boss);
    QVERIFY(judged && judged->code == QStringLiteral("PASSWORD_TOO_SHORT"));
    QVERIFY(!house.control.judgePassword(phrase, boss));
}

void DeskAccountTest::administrationReachesTheService() {
    House house;
    QVERIFY(house.setUp().has_value());
    QVERIFY(house.control.roles().contains(QStringLiteral("pilot")));
    QVERIFY(house.control.scopes().contains(QStringLiteral("telemetry.read")));
    const QString kim = QStringLiteral("kim");
    QVERIFY(House::ask<bool>([&](auto answer) {
                house.control.addUser({.user = kim, .name = {}, .role = QStringLiteral("pilot"), .password = other},
                                      answer);
            }).has_value());
    QVERIFY(House::ask<bool>([&](auto answer) { house.control.disableUser(kim, true, answer); }).has_value());
    auto users = House::ask<std::vector<access::UserRow>>([&](auto answer) { house.control.users(answer); });
    QVERIFY(users.has_value());
    const auto found = std::ranges::find(*users, kim, &access::UserRow::user);
    QVERIFY(found != users->end() && found->state == access::UserRow::State::Disabled);
    QVERIFY(House::ask<bool>([&](auto answer) { house.control.disableUser(kim, false, answer); }).has_value());
    const auto odd =
        House::ask<bool>([&](auto answer) { house.control.changeRole(kim, QStringLiteral("king"), answer); });
    QVERIFY(!odd);
    const auto secret = House::ask<QString>([&](auto answer) {
        house.control.issueToken({.name = QStringLiteral("gateway-7"), .scopes = {QStringLiteral("telemetry.read")}},
                                 answer);
    });
    QVERIFY2(secret.has_value(), secret ? "" : qPrintable(secret.error().code + secret.error().detail));
    const auto tokens = House::ask<std::vector<access::TokenRow>>([&](auto answer) { house.control.tokens(answer); });
    QVERIFY(tokens.has_value());
    QCOMPARE(tokens->size(), 1U);
    QVERIFY(House::ask<bool>([&](auto answer) { house.control.revokeToken(tokens->front().id, answer); }).has_value());
}

void DeskAccountTest::houseReachesTheServices() {
    House house;
    QVERIFY(house.setUp().has_value());
    access::OrganisationRow row{.id = QStringLiteral("sky-parcel"),
                                .name = QStringLiteral("하늘소포"),
                                .region = QStringLiteral("KR"),
                                .licences = {{QStringLiteral("사용사업"), QStringLiteral("7"), QString()}},
                                .insured = true,
                                .insurer = QStringLiteral("Hanguk"),
                                .policy = QStringLiteral("P-7"),
                                .amount = 1'500'000'000,
                                .currency = QStringLiteral("KRW"),
                                .insuredUntil = QStringLiteral("2020-01-01")};
    const auto save = [&] {
        return House::ask<bool>([&](auto answer) { house.control.saveOrganisation(row, answer); });
    };
    QVERIFY(save().has_value());
    QCOMPARE(save().error().code, QStringLiteral("STALE_REVISION")); // another new one of the same id
    const auto list = [&] {
        return House::ask<std::vector<access::OrganisationRow>>(
                   [&](auto answer) { house.control.organisations(answer); })
            .value_or(std::vector<access::OrganisationRow>{});
    };
    QCOMPARE(list().size(), 1U);
    const auto read = list().front();
    QCOMPARE(read.name, row.name);
    QVERIFY(read.licences == row.licences);
    QCOMPARE(read.amount, row.amount);
    QCOMPARE(read.changedBy, boss);
    using State = access::PaperRow::State;
    QVERIFY(read.papers[0].state == State::Unknown && !read.papers[0].insurance);
    QVERIFY(read.papers[1].state == State::Expired && read.papers[1].insurance);
    row = read;
    row.insuredUntil = QStringLiteral("2027-02-30");
    QCOMPARE(save().error().code, QStringLiteral("BAD_ORGANISATION"));
    row.insuredUntil = QStringLiteral("2027-02-28");
    QVERIFY(save().has_value());
    QVERIFY(list().front().papers[1].state == State::Valid);
    const auto history = House::ask<std::vector<access::OrganisationChangeRow>>(
        [&](auto answer) { house.control.organisationHistory(row.id, answer); });
    QVERIFY(history.has_value());
    QCOMPARE(history->front().field, QStringLiteral("insurance.expires"));
    QCOMPARE(history->front().before, QStringLiteral("2020-01-01"));
    QCOMPARE(history->front().after, QStringLiteral("2027-02-28"));
    QVERIFY(House::ask<bool>([&](auto answer) { house.control.setOrganisation(boss, row.id, answer); }).has_value());
    QCOMPARE(list().front().members, QStringList{boss});

    const access::ApprovalRules rules{.always = false,
                                      .zones = {QStringLiteral("RKP73")},
                                      .riskClasses = {},
                                      .fatalitiesPerFlight = 1e-6,
                                      .collisionsPerHour = 2.5e-9};
    QVERIFY(House::ask<bool>([&](auto answer) { house.control.setApprovalRules(rules, answer); }).value_or(false));
    const auto state =
        House::ask<access::ApprovalRulesState>([&](auto answer) { house.control.approvalRules(answer); });
    QVERIFY(state.has_value() && state->now == rules && !state->waiting);

    for (int i = 0; i < 5; ++i)
        house.security->observe({people::Observation::What::FailedLogIn, "boss", "192.0.2.7"});
    std::vector<access::AlarmRow> alarms;
    QVERIFY(QTest::qWaitFor([&] {
        alarms = House::ask<std::vector<access::AlarmRow>>([&](auto answer) {
                     house.control.alarms(answer);
                 }).value_or(std::vector<access::AlarmRow>{});
        return alarms.size() == 1;
    }));
    QCOMPARE(alarms.front().kind, QStringLiteral("account_log_ins"));
    QCOMPARE(alarms.front().subject, boss);
    QVERIFY(House::ask<bool>([&](auto answer) {
                house.control.acknowledgeAlarm(alarms.front().id, QStringLiteral("seen"), answer);
            }).has_value());
    QVERIFY(House::ask<bool>([&](auto answer) { house.control.endSessionsOf(boss, answer); }).has_value());
    QVERIFY(house.control.present()); // this desk stays
}

void DeskAccountTest::logIsReadByWhoMayOnly() { // R-SEC-05
    House house;
    std::optional<Result<logbook::DecisionPage>> answer;
    house.account->decisions().read({}, {}, 10, [&answer](Result<logbook::DecisionPage> page) { answer = page; });
    QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }));
    QVERIFY(!*answer);
    QCOMPARE(answer->error().code, std::string("FORBIDDEN"));
    QVERIFY(house.setUp().has_value());
    const auto entries = house.decisions();
    QVERIFY(entries.size() >= 2);
    QVERIFY(entries.front().sequence > entries.back().sequence);
    for (const logbook::Decision& entry : entries) { // no hash of a password is shown
        QVERIFY(!entry.body.contains(QString::fromStdString(people::tokenHash(phrase.toStdString()))));
        QCOMPARE(entry.digest.size(), 64);
    }
    int told = 0;
    house.account->decisions().subscribe([&told] { ++told; });
    house.control.locked(false);
    QVERIFY(QTest::qWaitFor([&] { return told == 1; }));
}

void DeskAccountTest::chainIsVerifiedPieceByPiece() {
    House house;
    QVERIFY(house.setUp().has_value());
    for (int i = 0; i < 4100; ++i)
        house.control.locked(false);
    std::vector<logbook::ChainState> states;
    QVERIFY(QTest::qWaitFor([&] { return house.log->head().sequence > 4100; }, 60'000));
    house.account->decisions().verify([&states](logbook::ChainState state) { states.push_back(std::move(state)); });
    QVERIFY(QTest::qWaitFor(
        [&] { return !states.empty() && states.back().verdict == logbook::ChainState::Verdict::Whole; }, 60'000));
    QVERIFY(states.size() >= 3);
    QCOMPARE(states.back().checked, house.log->head().sequence);
}

void DeskAccountTest::answersToADeskThatIsGoneAreDropped() {
    House house;
    QVERIFY(house.setUp().has_value());
    bool answered = false;
    house.control.users([&answered](const auto&) { answered = true; });
    house.account.reset();
    bool later = false;
    house.log->read([&later](const storage::Database&) {
        QMetaObject::invokeMethod(QCoreApplication::instance(), [&later] { later = true; }, Qt::QueuedConnection);
    });
    QVERIFY(QTest::qWaitFor([&] { return later; }));
    QVERIFY(!answered);
}

QTEST_MAIN(DeskAccountTest)
#include "desk_account_test.moc"
