#include "core/json/object.h"
#include "server/people/approval_rules.h"
#include "server/people/house_events.h"
#include "server/people/organisation.h"
#include "server/people/security_watch.h"

#include <QTest>

using namespace haneul;
using namespace haneul::people;
using namespace std::chrono_literals;

namespace {

const UtcMs noon = *fromRfc3339("2026-11-21T12:00:00.000Z"); // 21:00 in Seoul

Principal person(const std::string& user, Role role) {
    return {.user = user, .role = role, .scopes = scopesOf(role), .session = "s"};
}

std::string codeOf(const Result<void>& result) {
    return result ? std::string() : result.error().code;
}

template <class T>
std::string codeOf(const Result<T>& result) {
    return result ? std::string() : result.error().code;
}

Organisation sample() {
    return {.id = "sky-parcel",
            .name = "하늘소포",
            .address = "서울특별시 중구 세종대로 110",
            .contact = {.name = "김 담당", .email = "desk@sky.example", .phone = "+82 2 120"},
            .licences = {{"초경량비행장치사용사업", "2021-7", dateFromIso("2027-03-31")}},
            .insurance = Insurance{"Hanguk Insurance", "P-77", 1'500'000'000, "KRW", dateFromIso("2026-12-01")},
            .region = "KR"};
}

Observation failed(const std::string& user, const std::string& address) {
    return {Observation::What::FailedLogIn, user, address};
}

std::vector<std::string> kindsOf(const std::vector<Episode>& episodes) {
    std::vector<std::string> kinds;
    for (const Episode& episode : episodes)
        kinds.push_back(std::string(toString(episode.kind)) + ":" + episode.subject);
    return kinds;
}

using Texts = std::vector<std::string>;

} // namespace

class HouseRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void nobodyApprovesWhatHeMade_data();
    void nobodyApprovesWhatHeMade(); // R-SEC-03
    void twoApprovalsWhereThePolicySaysSo_data();
    void twoApprovalsWhereThePolicySaysSo(); // R-SEC-03
    void policiesAreChecked();
    void datesAreDaysThatExist_data();
    void datesAreDaysThatExist();
    void expiryIsJudgedToTheDay_data();
    void expiryIsJudgedToTheDay();  // R-GEN-08
    void missingPapersAreUnknown(); // R-GEN-08
    void organisationsAreChecked_data();
    void organisationsAreChecked(); // R-DB-02
    void organisationsGoToJsonAndBack();
    void changesAreNamedFieldByField(); // R-DB-14
    void eventsGoToTheLogAndBack();
    void unknownEventsAreRefused();
    void alarmIsRaisedOnceAndEndsOnce();   // R-SEC-08
    void slowTriesRaiseNothing();          // R-SEC-08
    void manyAccountsAFewTriesEach();      // R-SEC-08
    void eachKindCountsItsOwn();           // R-SEC-08
    void betweenTheLimitsNothingChanges(); // R-SEC-08
    void restoredAlarmEndsAfterOneQuietWindow();
    void subjectsAreBounded();
};

void HouseRulesTest::nobodyApprovesWhatHeMade_data() {
    QTest::addColumn<QString>("user");
    QTest::addColumn<int>("role"); // -1: a machine that holds all scopes
    QTest::addColumn<QStringList>("authors");
    QTest::addColumn<QString>("lastEditor");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* user, int role, const QStringList& authors, const char* editor,
                        const char* first, const char* code) {
        QTest::newRow(name) << QString::fromLatin1(user) << role << authors << QString::fromLatin1(editor)
                            << QString::fromLatin1(first) << QString::fromLatin1(code);
    };
    const auto of = [](Role role) { return static_cast<int>(role); };
    const QStringList kim{QStringLiteral("kim")};
    const QStringList two{QStringLiteral("kim"), QStringLiteral("lee")};
    row("approver", "park", of(Role::Approver), kim, "kim", "", "");
    row("supervisor", "park", of(Role::Supervisor), kim, "kim", "", "");
    row("author", "kim", of(Role::Approver), kim, "lee", "", "OWN_PLAN");
    row("one of the authors", "lee", of(Role::Supervisor), two, "kim", "", "OWN_PLAN");
    row("last editor", "lee", of(Role::Supervisor), kim, "lee", "", "LAST_EDITOR");
    row("administrator", "root", of(Role::Administrator), kim, "kim", "", "ADMINISTRATOR_MAY_NOT_APPROVE");
    row("planner", "park", of(Role::Planner), kim, "kim", "", "FORBIDDEN");
    row("controller", "park", of(Role::Controller), kim, "kim", "", "FORBIDDEN");
    row("auditor", "park", of(Role::Auditor), kim, "kim", "", "FORBIDDEN");
    row("machine", "token:gw", -1, kim, "kim", "", "NOT_A_PERSON");
    row("author unknown", "park", of(Role::Approver), {}, "kim", "", "AUTHOR_UNKNOWN");
    row("an author without a name", "park", of(Role::Approver), {QString()}, "kim", "", "AUTHOR_UNKNOWN");
    row("last editor unknown", "park", of(Role::Approver), kim, "", "", "AUTHOR_UNKNOWN");
    row("second by supervisor", "cho", of(Role::Supervisor), kim, "kim", "park", "");
    row("second by the first", "park", of(Role::Supervisor), kim, "kim", "park", "SAME_APPROVER");
    row("second by approver", "cho", of(Role::Approver), kim, "kim", "park", "FORBIDDEN");
    row("second by author", "kim", of(Role::Supervisor), kim, "lee", "park", "OWN_PLAN");
    row("second by last editor", "lee", of(Role::Supervisor), kim, "lee", "park", "LAST_EDITOR");
}

void HouseRulesTest::nobodyApprovesWhatHeMade() {
    QFETCH(QString, user);
    QFETCH(int, role);
    QFETCH(QStringList, authors);
    QFETCH(QString, lastEditor);
    QFETCH(QString, first);
    QFETCH(QString, code);
    Principal who{.user = user.toStdString()};
    if (role < 0)
        for (const Scope& scope : allScopes())
            who.scopes.emplace(scope.name);
    else
        who = person(user.toStdString(), static_cast<Role>(role));
    ApprovalCase waiting{.authors = {}, .lastEditor = lastEditor.toStdString(), .firstApprover = first.toStdString()};
    for (const QString& author : authors)
        waiting.authors.insert(author.toStdString());
    QCOMPARE(codeOf(mayApprove(who, waiting)), code.toStdString());
}

void HouseRulesTest::twoApprovalsWhereThePolicySaysSo_data() {
    QTest::addColumn<bool>("always");
    QTest::addColumn<QString>("zones"); // of the policy
    QTest::addColumn<QString>("risks");
    QTest::addColumn<QString>("touched"); // "?": not judged
    QTest::addColumn<QString>("risk");
    QTest::addColumn<QString>("reasons");
    const auto row = [](const char* name, bool always, const char* zones, const char* risks, const char* touched,
                        const char* risk, const char* reasons) {
        QTest::newRow(name) << always << QString::fromLatin1(zones) << QString::fromLatin1(risks)
                            << QString::fromLatin1(touched) << QString::fromLatin1(risk)
                            << QString::fromLatin1(reasons);
    };
    row("no policy", false, "", "", "RKP73", "high", "");
    row("no policy, nothing judged", false, "", "", "?", "?", "");
    row("always", true, "", "", "", "low", "every plan");
    row("zone", false, "RKP73", "", "RKP73", "low", "zone RKP73");
    row("other zone", false, "RKP73", "", "RKR75", "low", "");
    row("no zone", false, "RKP73", "", "", "low", "");
    row("zones not judged", false, "RKP73", "", "?", "low", "the zones are not judged");
    row("risk", false, "", "high", "", "high", "risk class high");
    row("other risk", false, "", "high", "", "low", "");
    row("risk not judged", false, "", "high", "", "?", "the risk class is not judged");
    row("both", false, "RKP73", "high", "RKP73", "high", "zone RKP73|risk class high");
}

void HouseRulesTest::twoApprovalsWhereThePolicySaysSo() {
    QFETCH(bool, always);
    QFETCH(QString, zones);
    QFETCH(QString, risks);
    QFETCH(QString, touched);
    QFETCH(QString, risk);
    QFETCH(QString, reasons);
    const auto set = [](const QString& text) {
        return text.isEmpty() ? std::set<std::string>{} : std::set<std::string>{text.toStdString()};
    };
    const QString unknown = QStringLiteral("?");
    const ApprovalPolicy policy{always, set(zones), set(risks)};
    const ApprovalFacts facts{.zones = touched == unknown ? std::nullopt : std::optional(set(touched)),
                              .riskClass = risk == unknown ? std::nullopt : std::optional(risk.toStdString())};
    const auto needed = approvalsNeeded(policy, facts);
    QStringList given;
    for (const std::string& reason : needed.reasons)
        given += QString::fromStdString(reason);
    QCOMPARE(given.join(u'|'), reasons);
    QCOMPARE(needed.number, reasons.isEmpty() ? 1 : 2);
}

void HouseRulesTest::policiesAreChecked() {
    const auto accepted = acceptedPolicy({false, {" RKP73 ", "수도권"}, {"high"}});
    QVERIFY(accepted);
    QVERIFY(*accepted == (ApprovalPolicy{false, {"RKP73", "수도권"}, {"high"}}));
    QCOMPARE(codeOf(acceptedPolicy({false, {""}, {}})), std::string("BAD_POLICY"));
    QCOMPARE(codeOf(acceptedPolicy({false, {std::string(65, 'x')}, {}})), std::string("BAD_POLICY"));
    QCOMPARE(codeOf(acceptedPolicy({false, {}, {"a\nb"}})), std::string("BAD_POLICY"));
    std::set<std::string> many;
    for (int i = 0; i <= 200; ++i)
        many.insert(std::to_string(i));
    QCOMPARE(codeOf(acceptedPolicy({false, many, {}})), std::string("BAD_POLICY"));
}

void HouseRulesTest::datesAreDaysThatExist_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    for (const char* text : {"2027-03-31", "2028-02-29", "1900-01-01", "9999-12-31"})
        QTest::newRow(text) << QString::fromLatin1(text) << true;
    for (const char* text : {"2027-02-29", "2027-13-01", "2027-00-10", "2027-01-00", "1899-12-31", "2027-3-31", "",
                             "2027/03/31", "2027-03-31T00:00:00Z", "-027-03-31", "2027-+1-01", "20270331xx"})
        QTest::newRow(text) << QString::fromLatin1(text) << false;
}

void HouseRulesTest::datesAreDaysThatExist() {
    QFETCH(QString, text);
    QFETCH(bool, good);
    const auto date = dateFromIso(text.toStdString());
    QCOMPARE(date.has_value(), good);
    if (date) QCOMPARE(QString::fromStdString(toIsoDate(*date)), text);
}

void HouseRulesTest::expiryIsJudgedToTheDay_data() {
    QTest::addColumn<QString>("expires");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("left");
    const auto row = [](const char* name, const char* expires, const char* now, const char* state, int left) {
        QTest::newRow(name) << QString::fromLatin1(expires) << QString::fromLatin1(now) << QString::fromLatin1(state)
                            << left;
    };
    row("far", "2027-03-31", "2026-11-21T12:00:00Z", "valid", 130);
    row("31 days", "2026-12-22", "2026-11-21T12:00:00Z", "valid", 31);
    row("30 days", "2026-12-21", "2026-11-21T12:00:00Z", "expires_soon", 30);
    row("tomorrow", "2026-11-22", "2026-11-21T12:00:00Z", "expires_soon", 1);
    row("the last day", "2026-11-21", "2026-11-21T12:00:00Z", "expires_soon", 0);
    row("its last millisecond in Seoul", "2026-11-21", "2026-11-21T14:59:59.999Z", "expires_soon", 0);
    row("midnight in Seoul", "2026-11-21", "2026-11-21T15:00:00Z", "expired", -1);
    row("a date in the past", "2020-01-01", "2026-11-21T12:00:00Z", "expired", -2516);
}

void HouseRulesTest::expiryIsJudgedToTheDay() {
    QFETCH(QString, expires);
    QFETCH(QString, now);
    QFETCH(QString, state);
    QFETCH(int, left);
    const auto judged = judgeExpiry("insurance", dateFromIso(expires.toStdString()), *fromRfc3339(now.toStdString()));
    QCOMPARE(QString::fromUtf8(toString(judged.state).data()), state);
    QCOMPARE(judged.days_left.value_or(9999), left);
    QVERIFY2(judged.reason.contains(expires.toStdString()), judged.reason.c_str());
}

void HouseRulesTest::missingPapersAreUnknown() {
    const auto nothing = judgeExpiries({.id = "x", .name = "X"}, noon);
    QCOMPARE(nothing.size(), std::size_t{2});
    for (const JudgedExpiry& each : nothing)
        QVERIFY(each.state == ExpiryState::Unknown && !each.reason.empty());
    auto organisation = sample();
    organisation.licences[0].expires.reset();
    const auto judged = judgeExpiries(organisation, noon);
    QVERIFY(judged[0].state == ExpiryState::Unknown);
    QVERIFY(judged[1].state == ExpiryState::ExpiresSoon);
    QVERIFY(worstOf(judged) == ExpiryState::Unknown); // graver than what is known to hold a little longer
    organisation.insurance->expires = dateFromIso("2020-01-01");
    QVERIFY(worstOf(judgeExpiries(organisation, noon)) == ExpiryState::Expired);
}

void HouseRulesTest::organisationsAreChecked_data() {
    QTest::addColumn<QString>("where"); // empty: good
    QTest::addColumn<QString>("code");
    const auto row = [](const char* where, const char* code) {
        QTest::newRow(where) << QString::fromLatin1(where) << QString::fromLatin1(code);
    };
    row("", "");
    row("organisation", "BAD_USER_NAME");
    row("name", "BAD_NAME");
    row("address", "BAD_NAME");
    row("contact.email", "BAD_EMAIL");
    row("contact.phone", "BAD_NAME");
    row("licences.1.kind", "BAD_NAME");
    row("licences.1.number", "BAD_NAME");
    row("licences", "BAD_ORGANISATION");
    row("insurance.insurer", "BAD_NAME");
    row("insurance.policy", "BAD_NAME");
    row("insurance.amount", "BAD_ORGANISATION");
    row("insurance.currency", "BAD_ORGANISATION");
    row("region", "BAD_ORGANISATION");
}

void HouseRulesTest::organisationsAreChecked() {
    QFETCH(QString, where);
    QFETCH(QString, code);
    auto organisation = sample();
    const auto is = [&](const char* name) { return where == QLatin1StringView(name); };
    if (is("organisation")) organisation.id = "하늘 소포";
    if (is("name")) organisation.name = "  ";
    if (is("address")) organisation.address = std::string(301, 'x');
    if (is("contact.email")) organisation.contact.email = "nobody";
    if (is("contact.phone")) organisation.contact.phone = std::string(101, '1');
    if (is("licences.1.kind")) organisation.licences[0].kind = "";
    if (is("licences.1.number")) organisation.licences[0].number = "a\nb";
    if (is("licences")) organisation.licences.assign(51, organisation.licences[0]);
    if (is("insurance.insurer")) organisation.insurance->insurer = "";
    if (is("insurance.policy")) organisation.insurance->policy = "";
    if (is("insurance.amount")) organisation.insurance->amount = 0;
    if (is("insurance.currency")) organisation.insurance->currency = "won";
    if (is("region")) organisation.region = "korea";
    const auto accepted = acceptedOrganisation(organisation);
    QCOMPARE(QString::fromStdString(codeOf(accepted)), code);
    if (!accepted) QCOMPARE(QString::fromStdString(accepted.error().where), where);
}

void HouseRulesTest::organisationsGoToJsonAndBack() {
    Organisation bare{.id = "x", .name = "X"};
    for (const Organisation& organisation : {sample(), bare}) {
        const auto back = organisationFromJson(toJson(organisation));
        QVERIFY2(back.has_value(), back ? "" : back.error().message.c_str());
        QVERIFY(*back == organisation);
    }
    // As a client may send it: what may be left out is left out.
    const auto least = organisationFromJson(R"({"organisation":"x","name":"X","licences":[]})");
    QVERIFY(least && *least == bare);
    QCOMPARE(codeOf(organisationFromJson(R"({"organisation":"x","name":"X"})")), std::string("MISSING_FIELD"));
    QCOMPARE(codeOf(organisationFromJson(R"({"organisation":"x","name":"X","licences":[],"colour":1})")),
             std::string("UNKNOWN_FIELD"));
    const auto bad = organisationFromJson(
        R"({"organisation":"x","name":"X","licences":[{"kind":"a","number":"1","expires":"2027-02-30"}]})");
    QCOMPARE(codeOf(bad), std::string("BAD_ORGANISATION"));
    QCOMPARE(bad.error().where, std::string("licences.1.expires"));
}

void HouseRulesTest::changesAreNamedFieldByField() {
    auto after = sample();
    after.address = "부산";
    after.insurance->expires = dateFromIso("2027-12-01");
    after.licences.push_back({"운송", "9", {}});
    after.contact.phone = "";
    QVERIFY(changesBetween(sample(), sample()).empty());
    const auto changes = changesBetween(sample(), after);
    const std::vector<FieldChange> expected{{"address", "서울특별시 중구 세종대로 110", "부산"},
                                            {"licences.2.kind", std::nullopt, "운송"},
                                            {"licences.2.number", std::nullopt, "9"},
                                            {"insurance.expires", "2026-12-01", "2027-12-01"},
                                            {"contact.phone", "+82 2 120", std::nullopt}};
    QVERIFY(changes == expected);
    const auto fresh = changesBetween(std::nullopt, sample());
    QVERIFY(std::ranges::all_of(fresh, [](const FieldChange& each) { return !each.before && each.after; }));
    QCOMPARE(fresh.size(), std::size_t{14});
}

void HouseRulesTest::eventsGoToTheLogAndBack() {
    const std::vector<HouseEvent> events{
        OrganisationSaved{3, sample()},
        MemberSet{"kim", "sky-parcel"},
        MemberSet{"kim", ""},
        PolicyRequested{{true, {"RKP73"}, {}}},
        PolicySet{{false, {}, {"high"}}},
        PolicySet{{.fatalities_perFlight = 1e-6, .collisions_perHour = 2.5e-9}},
        AlarmRaised{"a1", AlarmKind::AddressLogIns, "192.0.2.7", noon, 10},
        AlarmAcknowledged{"a1", "seen \"it\""},
        AlarmCleared{"a1", 25},
    };
    for (const HouseEvent& event : events) {
        const auto written = toEvent(event);
        QVERIFY(isHouseEvent(written.type));
        const auto back = houseEventFrom(written.type, written.body);
        QVERIFY2(back.has_value(), written.body.c_str());
        QVERIFY(*back == event);
    }
}

void HouseRulesTest::unknownEventsAreRefused() {
    QCOMPARE(codeOf(houseEventFrom("organisation.dissolved", "{}")), std::string("BAD_ENTRY"));
    QCOMPARE(codeOf(houseEventFrom("organisation.member_set", R"({"user":"kim"})")), std::string("MISSING_FIELD"));
    QCOMPARE(codeOf(houseEventFrom("organisation.member_set", R"({"user":"a","organisation":"","x":1})")),
             std::string("UNKNOWN_FIELD"));
    QCOMPARE(
        codeOf(houseEventFrom("security.alarm_raised",
                              R"({"alarm":"a","kind":"war","subject":"","since":"2026-11-21T12:00:00Z","count":1})")),
        std::string("BAD_ENTRY"));
    QVERIFY(!isHouseEvent("people.user_added"));
    QVERIFY(!isHouseEvent("security.key_rotated")); // another room's
}

void HouseRulesTest::alarmIsRaisedOnceAndEndsOnce() {
    SecurityWatch watch;
    UtcMs now = noon;
    for (int i = 0; i < 4; ++i, now += 1s)
        QVERIFY(watch.note(failed("kim", "192.0.2.7"), now).empty());
    const auto raised = watch.note(failed("kim", "192.0.2.7"), now);
    QCOMPARE(kindsOf(raised), Texts{"account_log_ins:kim"});
    QVERIFY(raised[0].since == noon);
    QVERIFY(raised[0].raised == now);
    QCOMPARE(raised[0].count, std::int64_t{5});
    for (int i = 0; i < 4; ++i, now += 1s)
        QVERIFY(watch.note(failed("kim", "192.0.2.7"), now).empty());
    now += 1s;
    QCOMPARE(kindsOf(watch.note(failed("kim", "192.0.2.7"), now)), Texts{"address_log_ins:192.0.2.7"});
    QVERIFY(watch.due(now + 4min).empty());
    const auto ended = watch.due(now + 5min);
    QCOMPARE(kindsOf(ended), (Texts{"account_log_ins:kim", "address_log_ins:192.0.2.7"}));
    QCOMPARE(ended[0].count, std::int64_t{10}); // also those after it was raised
    QVERIFY(watch.due(now + 10min).empty());
    QVERIFY(watch.standing().empty());
    for (int i = 0; i < 5; ++i)
        if (!watch.note(failed("kim", "192.0.2.9"), now + 20min).empty()) QCOMPARE(i, 4); // and again
    QCOMPARE(watch.standing().size(), std::size_t{1});
}

void HouseRulesTest::slowTriesRaiseNothing() {
    SecurityWatch watch;
    UtcMs now = noon;
    for (int i = 0; i < 200; ++i, now += 76s) // 4 in any 5 minutes
        QVERIFY(watch.note(failed("kim", "192.0.2.7"), now).empty());
    QVERIFY(watch.due(now).empty());
}

void HouseRulesTest::manyAccountsAFewTriesEach() {
    SecurityWatch watch;
    std::vector<std::string> raised;
    for (int i = 0; i < 30; ++i)
        for (const std::string& each :
             kindsOf(watch.note(failed("user" + std::to_string(i), "192.0.2." + std::to_string(i)), noon + i * 1s)))
            raised.push_back(each);
    QCOMPARE(raised, Texts{"all_log_ins:"});
    // Accounts that do not exist are no subject: what was typed may be a password.
    SecurityWatch other;
    for (int i = 0; i < 9; ++i)
        QVERIFY(other.note(failed("", "192.0.2.7"), noon).empty());
    QCOMPARE(kindsOf(other.note(failed("", "192.0.2.7"), noon)), Texts{"address_log_ins:192.0.2.7"});
}

void HouseRulesTest::eachKindCountsItsOwn() {
    using What = Observation::What;
    const auto raisedBy = [](const Observation& observation) -> std::pair<int, Texts> {
        SecurityWatch watch;
        for (int i = 1; i <= 1000; ++i)
            if (const auto raised = watch.note(observation, noon + i * 10ms); !raised.empty())
                return {i, kindsOf(raised)};
        return {0, {}};
    };
    QVERIFY(raisedBy({What::Refused, "kim", "192.0.2.7"}) == std::pair(20, Texts{"refusals:kim"}));
    QVERIFY(raisedBy({What::NoToken, "", "192.0.2.7"}) == std::pair(120, Texts{"no_token:192.0.2.7"}));
    QVERIFY(raisedBy({What::TooMany, "kim", "192.0.2.7"}) == std::pair(50, Texts{"rate:kim"}));
    QVERIFY(raisedBy({What::TooMany, "", "192.0.2.7"}) == std::pair(50, Texts{"rate:192.0.2.7"}));
    for (std::size_t i = 0; i < alarmKinds; ++i) {
        const auto kind = static_cast<AlarmKind>(i);
        QVERIFY(alarmKindFrom(toString(kind)) == kind);
        const SecurityRules rules;
        const AlarmRule& rule = rules.of(kind);
        QVERIFY(rule.clearAt < rule.raiseAt && rule.window > 0ms);
    }
    QVERIFY(!alarmKindFrom("war"));
}

void HouseRulesTest::betweenTheLimitsNothingChanges() {
    SecurityWatch watch;
    const Observation refused{Observation::What::Refused, "kim", ""};
    for (int i = 0; i < 20; ++i)
        (void)watch.note(refused, noon);
    QCOMPARE(watch.standing().size(), std::size_t{1});
    UtcMs now = noon;
    for (int i = 0; i < 600; ++i) { // one every 6 s: about 10 in the window, above 5 and below 20
        now += 6s;
        QVERIFY(watch.note(refused, now).empty());
        QVERIFY(watch.due(now).empty());
    }
    QCOMPARE(kindsOf(watch.due(now + 31s)), Texts{"refusals:kim"});
}

void HouseRulesTest::restoredAlarmEndsAfterOneQuietWindow() {
    SecurityWatch watch;
    const Episode before{AlarmKind::AccountLogIns, "kim", noon - 1h, noon - 1h, 7};
    watch.restore(before, noon);
    QVERIFY(watch.standing() == std::vector{before});
    QVERIFY(watch.due(noon + 4min).empty());
    QVERIFY(watch.note(failed("kim", ""), noon + 4min).empty());
    const auto ended = watch.due(noon + 5min);
    QCOMPARE(kindsOf(ended), Texts{"account_log_ins:kim"});
    QCOMPARE(ended[0].count, std::int64_t{8});
}

void HouseRulesTest::subjectsAreBounded() {
    SecurityRules rules;
    rules.remembered = 50;
    SecurityWatch watch(rules);
    for (int i = 0; i < 5; ++i)
        (void)watch.note(failed("kim", ""), noon);
    for (int i = 0; i < 1000; ++i) {
        (void)watch.note(failed("user" + std::to_string(i), ""), noon + i * 1ms);
        QVERIFY(watch.subjects(AlarmKind::AccountLogIns) <= 50);
    }
    QVERIFY(std::ranges::contains(kindsOf(watch.standing()), std::string("account_log_ins:kim"))); // not pushed out
}

QTEST_GUILESS_MAIN(HouseRulesTest)
#include "house_rules_test.moc"
