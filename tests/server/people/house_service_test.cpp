#include "server/people/organisation_service.h"
#include "server/people/people_projection.h"
#include "server/people/security_service.h"

#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace haneul;
using namespace haneul::people;
using namespace std::chrono_literals;

namespace {

const UtcMs noon = *fromRfc3339("2026-11-21T12:00:00.000Z");

Principal person(const std::string& user, Role role) {
    return {.user = user, .role = role, .scopes = scopesOf(role), .session = "s", .desk = "desk"};
}

template <class T, class Call>
Result<T> waitFor(Call call) {
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto future = promise->get_future();
    call([promise](Result<T> result) { promise->set_value(std::move(result)); });
    return future.get();
}

// A log that can be closed and opened again, with the services on it.
struct House {
    House() { open(); }

    void open() {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<PeopleProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        const auto tell = [this](const Principal& who, std::string_view scope, std::string_view) {
            refusals += QString::fromStdString(who.user + ":" + std::string(scope));
        };
        auto watch = SecurityService::open(*log, clock, tell, &notices);
        if (!watch) qFatal("%s", watch.error().message.c_str());
        security = *std::move(watch);
        organisations = std::make_unique<OrganisationService>(*log, clock, tell);
    }

    void restart() {
        organisations.reset();
        security.reset();
        log.reset();
        open();
    }

    void settle() const {
        (void)log->submit(log::systemActor(), [](const storage::Database&, UtcMs) { return log::Decision{}; }).get();
    }

    std::vector<AlarmRecord> alarms() {
        settle();
        return waitFor<std::vector<AlarmRecord>>(
                   [this](auto done) { security->alarms(person("boss", Role::Supervisor), done); })
            .value_or(std::vector<AlarmRecord>{});
    }

    QTemporaryDir folder;
    clock::ManualClock clock{noon};
    situation::NoticeBoard notices;
    QStringList refusals;
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<SecurityService> security;
    std::unique_ptr<OrganisationService> organisations;
};

} // namespace

class HouseServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void alarmOutlivesTheProgram();        // R-SEC-08
    void oneOfTwentySavesWins();           // R-DB-14
    void whoMayNotIsRefusedAndTold();      // R-SEC-03
    void everythingIsThereAfterARestart(); // R-DB-02 R-DB-14
};

void HouseServiceTest::alarmOutlivesTheProgram() {
    House house;
    for (int i = 0; i < 5; ++i)
        house.security->observe({Observation::What::FailedLogIn, "kim", ""});
    QCOMPARE(house.alarms().size(), std::size_t{1});
    const auto id = house.alarms().front().alarm;
    house.restart();
    QCOMPARE(house.alarms().size(), std::size_t{1});
    QVERIFY(!house.alarms().front().cleared);
    house.security->observe({Observation::What::FailedLogIn, "kim", ""}); // the same episode, not a new alarm
    QCOMPARE(house.alarms().size(), std::size_t{1});
    QCOMPARE(house.alarms().front().count, std::int64_t{6});
    house.clock.advance(5min);
    QVERIFY(QTest::qWaitFor([&] { return house.alarms().front().cleared.has_value(); }, 20'000));
    QCOMPARE(house.alarms().front().alarm, id);
    QCOMPARE(house.alarms().front().count, std::int64_t{6});
    for (int i = 0; i < 5; ++i)
        house.security->observe({Observation::What::FailedLogIn, "kim", ""});
    QCOMPARE(house.alarms().size(), std::size_t{2}); // another episode
    QVERIFY(house.alarms().front().alarm != id);
}

void HouseServiceTest::oneOfTwentySavesWins() {
    const House house;
    const auto admin = person("root", Role::Administrator);
    std::vector<std::future<Result<std::uint64_t>>> answers;
    for (int i = 0; i < 20; ++i) {
        auto promise = std::make_shared<std::promise<Result<std::uint64_t>>>();
        answers.push_back(promise->get_future());
        house.organisations->save(admin, {.id = "han", .name = "Han " + std::to_string(i)}, 0,
                                  [promise](const Result<std::uint64_t>& result) { promise->set_value(result); });
    }
    int won = 0;
    for (auto& answer : answers) {
        const auto result = answer.get();
        if (result)
            ++won;
        else
            QCOMPARE(result.error().code, std::string("STALE_REVISION"));
    }
    QCOMPARE(won, 1);
    const auto history =
        waitFor<std::vector<OrganisationChange>>([&](auto done) { house.organisations->history(admin, "han", done); });
    QVERIFY(history);
    QCOMPARE(history->size(), std::size_t{1});
}

void HouseServiceTest::whoMayNotIsRefusedAndTold() {
    House house;
    const auto pilot = person("kim", Role::Pilot);
    const auto saved = waitFor<std::uint64_t>(
        [&](auto done) { house.organisations->save(pilot, {.id = "han", .name = "Han"}, 0, done); });
    QCOMPARE(saved.error().code, std::string("FORBIDDEN"));
    const auto set = waitFor<bool>([&](auto done) { house.organisations->setPolicy(pilot, {true, {}, {}}, done); });
    QCOMPARE(set.error().where, std::string("policy.write"));
    const auto acknowledged = waitFor<void>([&](auto done) { house.security->acknowledge(pilot, "a", "", done); });
    QCOMPARE(acknowledged.error().code, std::string("FORBIDDEN"));
    QCOMPARE(house.refusals, (QStringList{QStringLiteral("kim:organisation.write"), QStringLiteral("kim:policy.write"),
                                          QStringLiteral("kim:security.acknowledge")}));
}

void HouseServiceTest::everythingIsThereAfterARestart() {
    House house;
    const auto admin = person("root", Role::Administrator);
    Organisation wanted{.id = "Han", .name = " Han ", .region = "KR"};
    QVERIFY(waitFor<std::uint64_t>([&](auto done) { house.organisations->save(admin, wanted, 0, done); }));
    QVERIFY(waitFor<bool>([&](auto done) { house.organisations->setPolicy(admin, {false, {"RKP73"}, {}}, done); }));
    house.restart();
    const auto read =
        waitFor<JudgedOrganisation>([&](auto done) { house.organisations->organisation(admin, "han", done); });
    QVERIFY(read);
    QCOMPARE(read->record.organisation.name, std::string("Han"));
    QCOMPARE(read->record.changedBy, std::string("root"));
    QVERIFY(worstOf(read->expiries) == ExpiryState::Unknown);
    const auto policy =
        waitFor<OrganisationService::Policy>([&](auto done) { house.organisations->policy(admin, done); });
    QVERIFY(policy && policy->now.policy.zones.contains("RKP73"));
    const auto compared = house.log->rebuild().get();
    QVERIFY(compared);
    for (const auto& table : *compared)
        QVERIFY2(table.onlyBefore == 0 && table.onlyAfter == 0, table.table.c_str());
}

QTEST_GUILESS_MAIN(HouseServiceTest)
#include "house_service_test.moc"
