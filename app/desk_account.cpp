#include "app/desk_account.h"

#include "core/log/chain.h"
#include "server/log/log_tables.h"
#include "server/people/events.h"
#include "server/people/password_rules.h"

#include <QCoreApplication>
#include <QPointer>

#include <array>
#include <utility>

namespace haneul::app {

namespace {

constexpr auto desk = "desk";
constexpr auto demonstrator = "supervisor";
constexpr std::uint64_t entriesAtOnce = 2000; // of a verification: pages are read in between

// Answers come on threads of the service; they are given on that of the windows.
template <class F>
void hop(F act) {
    QMetaObject::invokeMethod(QCoreApplication::instance(), std::move(act), Qt::QueuedConnection);
}

QString shown(const std::string& text) {
    return QString::fromStdString(text);
}

QString shown(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString hex(log::ByteView bytes) {
    return QString::fromStdString(log::toHex(bytes));
}

QStringList shown(const std::set<std::string>& texts) {
    QStringList list;
    for (const std::string& each : texts)
        list += shown(each);
    return list;
}

std::set<std::string> texts(const QStringList& list) {
    std::set<std::string> set;
    for (const QString& each : list)
        set.insert(each.toStdString());
    return set;
}

QString shown(const std::optional<people::Date>& day) {
    return day ? shown(people::toIsoDate(*day)) : QString();
}

access::ApprovalRules shown(const people::ApprovalPolicy& policy) {
    return {policy.always, shown(policy.zones), shown(policy.riskClasses), policy.fatalities_perFlight,
            policy.collisions_perHour};
}

// The service judges each licence in its order, then the insurance; what is missing is judged too.
std::vector<access::PaperRow> papersOf(const people::JudgedOrganisation& judged) {
    using State = access::PaperRow::State;
    constexpr std::array states{State::Valid, State::ExpiresSoon, State::Unknown, State::Expired};
    const auto& licences = judged.record.organisation.licences;
    std::vector<access::PaperRow> papers;
    for (std::size_t i = 0; i < judged.expiries.size(); ++i) {
        const people::JudgedExpiry& each = judged.expiries[i];
        papers.push_back({.insurance = i + 1 == judged.expiries.size(),
                          .name = i < licences.size() ? shown(licences[i].kind + " " + licences[i].number) : QString(),
                          .state = states[static_cast<std::size_t>(each.state)],
                          .expires = shown(each.expires),
                          .days_left = each.days_left});
    }
    return papers;
}

access::OrganisationRow shown(const people::JudgedOrganisation& judged) {
    const people::Organisation& organisation = judged.record.organisation;
    access::OrganisationRow row{.id = shown(organisation.id),
                                .name = shown(organisation.name),
                                .address = shown(organisation.address),
                                .contact = shown(organisation.contact.name),
                                .email = shown(organisation.contact.email),
                                .phone = shown(organisation.contact.phone),
                                .region = shown(organisation.region),
                                .insured = organisation.insurance.has_value(),
                                .revision = judged.record.revision,
                                .changed = judged.record.changed,
                                .changedBy = shown(judged.record.changedBy),
                                .papers = papersOf(judged)};
    for (const people::Licence& licence : organisation.licences)
        row.licences.push_back({shown(licence.kind), shown(licence.number), shown(licence.expires)});
    if (const auto& insurance = organisation.insurance) {
        row.insurer = shown(insurance->insurer);
        row.policy = shown(insurance->policy);
        row.amount = insurance->amount;
        row.currency = shown(insurance->currency);
        row.insuredUntil = shown(insurance->expires);
    }
    for (const std::string& user : judged.record.members)
        row.members += shown(user);
    return row;
}

logbook::Decision shown(const log::EntryRecord& record) {
    const log::Entry& entry = record.entry;
    return {.sequence = entry.sequence,
            .time = utcMs(entry.time.wall_ms),
            .origin = shown(entry.origin),
            .user = shown(entry.user),
            .role = shown(entry.role),
            .session = shown(entry.session),
            .desk = shown(entry.desk),
            .type = shown(entry.type),
            .body = shown(people::shownBody(entry.type, entry.body)),
            .digest = hex(record.digest),
            .previous = hex(entry.previous)};
}

// One verification of the whole log, a piece at a time.
struct Check {
    log::ChainVerifier verifier;
    std::shared_ptr<std::atomic<bool>> gone;
    std::function<void(logbook::ChainState)> tell; // on the log's reader thread
};

void checkSome(log::EventLog& log, const std::shared_ptr<Check>& check) {
    log.read([&log, check](const storage::Database& database) {
        if (*check->gone) return;
        log::LogTables tables(database);
        log::ChainVerifier& verifier = check->verifier;
        std::optional<Error> bad;
        std::uint64_t taken = 0;
        const auto read =
            tables.upwards(log.instance().instanceId, verifier.sequence() + 1, [&](auto, log::ByteView record) {
                const auto entry = verifier.take(record);
                if (!entry) bad = entry.error();
                return entry && ++taken < entriesAtOnce;
            });
        if (!read) bad = read.error();
        logbook::ChainState state{.checked = verifier.sequence()};
        const bool more = !bad && taken == entriesAtOnce;
        if (!bad && !more)
            if (const auto ended = verifier.finish(); !ended) bad = ended.error();
        state.verdict = bad    ? logbook::ChainState::Verdict::Broken
                        : more ? logbook::ChainState::Verdict::Checking
                               : logbook::ChainState::Verdict::Whole;
        if (bad) state.detail = shown(bad->message);
        check->tell(state);
        if (more) checkSome(log, check);
    });
}

} // namespace

DeskAccount::DeskAccount(people::PeopleService& people, people::OrganisationService& organisations,
                         people::SecurityService& security, log::EventLog& log, const clock::Clock& clock,
                         bool demonstration)
    : m_people(people)
    , m_organisations(organisations)
    , m_security(security)
    , m_log(log)
    , m_clock(clock)
    , m_demonstration(demonstration)
    , m_gone(std::make_shared<std::atomic<bool>>(false)) {}

DeskAccount::~DeskAccount() {
    *m_gone = true;
}

access::Refusal DeskAccount::refusalOf(const Error& error) const {
    access::Refusal why{.code = shown(error.code),
                        .detail = shown(error.code == "FORBIDDEN" ? error.where : error.message)};
    if (error.code == "LOCKED_OUT")
        if (const auto until = fromRfc3339(error.where)) why.wait = *until - m_clock.now();
    return why;
}

people::Principal DeskAccount::who() const {
    return m_principal;
}

template <class T, class Shown>
people::Done<T> DeskAccount::answering(access::Answer<Shown> answer, Shown (DeskAccount::*show)(const T&)) {
    return [self = QPointer(this), answer = std::move(answer), show](Result<T> given) {
        hop([self, answer, show, given = std::move(given)] {
            if (!self) return;
            if (given)
                answer((self->*show)(*given));
            else
                answer(std::unexpected(self->refusalOf(given.error())));
        });
    };
}

people::Done<void> DeskAccount::answering(access::Answer<bool> answer) {
    return [self = QPointer(this), answer = std::move(answer)](Result<void> given) {
        hop([self, answer, given = std::move(given)] {
            if (!self) return;
            if (given)
                answer(true);
            else
                answer(std::unexpected(self->refusalOf(given.error())));
        });
    };
}

// Someone else has taken over: the session before ends, which the log keeps.
access::Person DeskAccount::takeLogIn(const people::LogIn& logIn) {
    if (!m_token.empty()) m_people.logOut(m_token, [](const Result<void>&) {});
    m_token = logIn.token;
    m_principal = logIn.principal;
    return {.user = shown(m_principal.user),
            .name = shown(m_principal.displayName),
            .role = m_principal.role ? shown(people::toString(*m_principal.role)) : QString(),
            .scopes = shown(m_principal.scopes),
            .session = shown(m_principal.session)};
}

std::vector<access::UserRow> DeskAccount::showUsers(const std::vector<people::UserRecord>& users) {
    using State = access::UserRow::State;
    std::vector<access::UserRow> rows;
    for (const people::UserRecord& user : users)
        rows.push_back({.user = shown(user.user),
                        .name = shown(user.displayName),
                        .role = shown(people::toString(user.role)),
                        .state = user.state == people::UserState::Active     ? State::Active
                                 : user.state == people::UserState::Disabled ? State::Disabled
                                                                             : State::Review,
                        .requestedRole = user.requestedRole ? shown(people::toString(*user.requestedRole)) : QString(),
                        .requestedBy = shown(user.requestedBy),
                        .created = user.created,
                        .lastLogIn = user.lastLogIn,
                        .organisation = shown(user.organisation)});
    return rows;
}

std::vector<access::SessionRow> DeskAccount::showSessions(const std::vector<people::SessionRecord>& sessions) {
    std::vector<access::SessionRow> rows;
    for (const people::SessionRecord& each : sessions)
        rows.push_back({.id = shown(each.session),
                        .user = shown(each.user),
                        .desk = shown(each.desk),
                        .local = people::addressClassOf(each.desk) == people::AddressClass::Local,
                        .begun = each.begun,
                        .lastSeen = each.lastSeen,
                        .expires = each.expires});
    return rows;
}

std::vector<access::TokenRow> DeskAccount::showTokens(const std::vector<people::TokenRecord>& tokens) {
    std::vector<access::TokenRow> rows;
    for (const people::TokenRecord& token : tokens)
        rows.push_back({.id = shown(token.id),
                        .name = shown(token.name),
                        .scopes = shown(token.scopes),
                        .issuedBy = shown(token.issuedBy),
                        .issued = token.issued,
                        .expires = token.expires,
                        .revoked = token.revoked});
    return rows;
}

std::vector<access::OrganisationRow>
DeskAccount::showOrganisations(const std::vector<people::JudgedOrganisation>& organisations) {
    std::vector<access::OrganisationRow> rows;
    for (const people::JudgedOrganisation& each : organisations)
        rows.push_back(shown(each));
    return rows;
}

std::vector<access::OrganisationChangeRow>
DeskAccount::showHistory(const std::vector<people::OrganisationChange>& history) {
    std::vector<access::OrganisationChangeRow> rows;
    for (const people::OrganisationChange& entry : history)
        for (const people::FieldChange& change : entry.changes)
            rows.push_back({.at = entry.at,
                            .user = shown(entry.user),
                            .role = shown(entry.role),
                            .desk = shown(entry.desk),
                            .field = shown(change.field),
                            .before = shown(change.before.value_or(std::string())),
                            .after = shown(change.after.value_or(std::string()))});
    return rows;
}

std::vector<access::AlarmRow> DeskAccount::showAlarms(const std::vector<people::AlarmRecord>& alarms) {
    std::vector<access::AlarmRow> rows;
    for (const people::AlarmRecord& alarm : alarms)
        rows.push_back({.id = shown(alarm.alarm),
                        .kind = shown(people::toString(alarm.kind)),
                        .subject = shown(alarm.subject),
                        .count = alarm.count,
                        .raised = alarm.raised,
                        .cleared = alarm.cleared,
                        .acknowledged = alarm.acknowledged,
                        .acknowledgedBy = shown(alarm.acknowledgedBy),
                        .note = shown(alarm.note)});
    return rows;
}

access::ApprovalRulesState DeskAccount::showRules(const people::OrganisationService::Policy& policy) {
    access::ApprovalRulesState state{
        .now = shown(policy.now.policy), .setBy = shown(policy.now.setBy), .at = policy.now.at};
    if (policy.waiting) {
        state.waiting = shown(policy.waiting->policy);
        state.waitingBy = shown(policy.waiting->by);
    }
    return state;
}

void DeskAccount::writeLocked(bool idle) {
    const log::Actor actor{.user = m_principal.user,
                           .role = m_principal.role ? std::string(people::toString(*m_principal.role)) : std::string(),
                           .session = m_principal.session,
                           .desk = desk};
    const char* body = idle ? R"({"reason":"idle"})" : R"({"reason":"asked"})";
    m_log.submit(
        actor,
        [body](const storage::Database&, UtcMs) {
            return log::Decision{.events = {{.type = "desk.locked", .body = body}}, .refusal = {}};
        },
        [](const Result<log::Committed>& written) {
            if (!written) qWarning("the lock of the desk was not written: %s", written.error().message.c_str());
        });
}

void DeskAccount::addUser(const access::NewPerson& person, access::Answer<bool> answer) {
    const auto role = people::roleFrom(person.role.toStdString());
    if (!role)
        return answer(std::unexpected(access::Refusal{.code = QStringLiteral("BAD_ROLE"), .detail = person.role}));
    m_people.addUser(who(),
                     {.user = person.user.toStdString(),
                      .displayName = person.name.toStdString(),
                      .email = {},
                      .role = *role,
                      .password = person.password.toStdString()},
                     answering(std::move(answer), &DeskAccount::showUser));
}

void DeskAccount::changeRole(const QString& user, const QString& role, access::Answer<bool> answer) {
    const auto wanted = people::roleFrom(role.toStdString());
    if (!wanted) return answer(std::unexpected(access::Refusal{.code = QStringLiteral("BAD_ROLE"), .detail = role}));
    m_people.changeRole(who(), user.toStdString(), *wanted, answering(std::move(answer), &DeskAccount::showRole));
}

void DeskAccount::issueToken(const access::NewMachineToken& token, access::Answer<QString> answer) {
    people::NewToken wanted{.name = token.name.toStdString(), .scopes = {}, .days = token.days};
    for (const QString& scope : token.scopes)
        wanted.scopes.insert(scope.toStdString());
    m_people.issueToken(who(), wanted, answering(std::move(answer), &DeskAccount::showIssued));
}

access::AccessControl DeskAccount::control() {
    access::AccessControl c;
    c.setUpNeeded = [this] { return m_people.setUpNeeded(); };
    c.setUpCode = [this] { return shown(m_people.setUpCode()); };
    if (m_demonstration)
        c.logInByItself = [this](access::Answer<access::Person> answer) {
            m_people.logInDemo(demonstrator, answering(std::move(answer), &DeskAccount::takeLogIn));
        };
    c.setUp = [this](const QString& code, const access::NewPerson& first, access::Answer<access::Person> answer) {
        m_people.setUp(code.toStdString(),
                       {.user = first.user.toStdString(),
                        .displayName = first.name.toStdString(),
                        .email = {},
                        .role = people::Role::Administrator,
                        .password = first.password.toStdString()},
                       desk, answering(std::move(answer), &DeskAccount::takeLogIn));
    };
    c.logIn = [this](const QString& user, const QString& password, access::Answer<access::Person> answer) {
        m_people.logIn({.user = user.toStdString(), .password = password.toStdString(), .desk = desk},
                       answering(std::move(answer), &DeskAccount::takeLogIn));
    };
    c.logOut = [this](access::Answer<bool> answer) {
        m_principal = {};
        m_people.logOut(std::exchange(m_token, {}), answering(std::move(answer)));
    };
    c.unlock = [this](const QString& password, access::Answer<bool> answer) {
        m_people.checkPassword(m_token, password.toStdString(), answering(std::move(answer)));
    };
    c.locked = [this](bool idle) { writeLocked(idle); };
    c.present = [this] { return m_people.principalOf(m_token, desk).has_value(); };
    c.judgePassword = [this](const QString& password, const QString& user) -> std::optional<access::Refusal> {
        const std::array words{user.toStdString()};
        const auto judged = people::acceptedPassword(password.toStdString(), words);
        if (judged) return {};
        return refusalOf(judged.error());
    };
    c.changePassword = [this](const QString& present, const QString& wanted, access::Answer<bool> answer) {
        m_people.setPassword(who(), m_principal.user, present.toStdString(), wanted.toStdString(),
                             answering(std::move(answer)));
    };
    c.roles = [] {
        QStringList roles;
        for (const people::Role role : people::allRoles())
            roles += shown(people::toString(role));
        return roles;
    };
    c.scopes = [] {
        QStringList scopes;
        for (const people::Scope& scope : people::allScopes())
            scopes += shown(scope.name);
        return scopes;
    };
    c.users = [this](access::Answer<std::vector<access::UserRow>> answer) {
        m_people.users(who(), answering(std::move(answer), &DeskAccount::showUsers));
    };
    c.addUser = [this](const access::NewPerson& person, access::Answer<bool> answer) {
        addUser(person, std::move(answer));
    };
    c.changeRole = [this](const QString& user, const QString& role, access::Answer<bool> answer) {
        changeRole(user, role, std::move(answer));
    };
    c.resetPassword = [this](const QString& user, const QString& password, access::Answer<bool> answer) {
        m_people.setPassword(who(), user.toStdString(), {}, password.toStdString(), answering(std::move(answer)));
    };
    c.disableUser = [this](const QString& user, bool disabled, access::Answer<bool> answer) {
        if (disabled)
            m_people.disableUser(who(), user.toStdString(), answering(std::move(answer)));
        else
            m_people.enableUser(who(), user.toStdString(), answering(std::move(answer)));
    };
    c.sessions = [this](access::Answer<std::vector<access::SessionRow>> answer) {
        m_people.sessions(who(), answering(std::move(answer), &DeskAccount::showSessions));
    };
    c.endSession = [this](const QString& id, access::Answer<bool> answer) {
        m_people.endSession(who(), id.toStdString(), answering(std::move(answer)));
    };
    c.endSessionsOf = [this](const QString& user, access::Answer<bool> answer) {
        m_people.endSessionsOf(who(), user.toStdString(), answering(std::move(answer), &DeskAccount::showEnded));
    };
    c.tokens = [this](access::Answer<std::vector<access::TokenRow>> answer) {
        m_people.tokens(who(), answering(std::move(answer), &DeskAccount::showTokens));
    };
    c.issueToken = [this](const access::NewMachineToken& token, access::Answer<QString> answer) {
        issueToken(token, std::move(answer));
    };
    c.revokeToken = [this](const QString& id, access::Answer<bool> answer) {
        m_people.revokeToken(who(), id.toStdString(), answering(std::move(answer)));
    };
    addHouse(c);
    return c;
}

void DeskAccount::addHouse(access::AccessControl& c) {
    c.organisations = [this](access::Answer<std::vector<access::OrganisationRow>> answer) {
        m_organisations.organisations(who(), answering(std::move(answer), &DeskAccount::showOrganisations));
    };
    c.saveOrganisation = [this](const access::OrganisationRow& row, access::Answer<bool> answer) {
        saveOrganisation(row, std::move(answer));
    };
    c.organisationHistory = [this](const QString& id,
                                   access::Answer<std::vector<access::OrganisationChangeRow>> answer) {
        m_organisations.history(who(), id.toStdString(), answering(std::move(answer), &DeskAccount::showHistory));
    };
    c.setOrganisation = [this](const QString& user, const QString& organisation, access::Answer<bool> answer) {
        m_organisations.setMember(who(), user.toStdString(), organisation.toStdString(), answering(std::move(answer)));
    };
    c.approvalRules = [this](access::Answer<access::ApprovalRulesState> answer) {
        m_organisations.policy(who(), answering(std::move(answer), &DeskAccount::showRules));
    };
    c.setApprovalRules = [this](const access::ApprovalRules& rules, access::Answer<bool> answer) {
        m_organisations.setPolicy(who(),
                                  {rules.always, texts(rules.zones), texts(rules.riskClasses),
                                   rules.fatalitiesPerFlight, rules.collisionsPerHour},
                                  answering(std::move(answer), &DeskAccount::showInForce));
    };
    c.alarms = [this](access::Answer<std::vector<access::AlarmRow>> answer) {
        m_security.alarms(who(), answering(std::move(answer), &DeskAccount::showAlarms));
    };
    c.acknowledgeAlarm = [this](const QString& id, const QString& note, access::Answer<bool> answer) {
        m_security.acknowledge(who(), id.toStdString(), note.toStdString(), answering(std::move(answer)));
    };
}

void DeskAccount::saveOrganisation(const access::OrganisationRow& row, access::Answer<bool> answer) {
    std::optional<QString> noDay; // what was meant as one and is none
    const auto day = [&noDay](const QString& text) {
        const auto date = people::dateFromIso(text.toStdString());
        if (!date && !text.isEmpty()) noDay = text;
        return date;
    };
    people::Organisation wanted{
        .id = row.id.toStdString(),
        .name = row.name.toStdString(),
        .address = row.address.toStdString(),
        .contact = {row.contact.toStdString(), row.email.toStdString(), row.phone.toStdString()},
        .licences = {},
        .insurance = {},
        .region = row.region.toStdString()};
    for (const access::LicenceRow& licence : row.licences)
        wanted.licences.push_back({licence.kind.toStdString(), licence.number.toStdString(), day(licence.expires)});
    if (row.insured)
        wanted.insurance = people::Insurance{row.insurer.toStdString(), row.policy.toStdString(), row.amount,
                                             row.currency.toStdString(), day(row.insuredUntil)};
    if (noDay)
        return answer(std::unexpected(access::Refusal{.code = QStringLiteral("BAD_ORGANISATION"), .detail = *noDay}));
    m_organisations.save(who(), wanted, row.revision, answering(std::move(answer), &DeskAccount::showSaved));
}

void DeskAccount::readPage(const logbook::DecisionFilter& filter, std::optional<std::uint64_t> before,
                           std::size_t limit, std::function<void(Result<logbook::DecisionPage>)> done) {
    if (!m_principal.may("log.read")) {
        if (!m_token.empty()) m_people.noteRefusal(m_principal, "log.read", "log panel");
        return done(fail("FORBIDDEN", "this needs the scope log.read", "log.read"));
    }
    const auto unlessEmpty = [](const QString& text) {
        return text.isEmpty() ? std::nullopt : std::optional(text.toStdString());
    };
    log::EntryFilter wanted{.typePrefix = unlessEmpty(filter.type),
                            .user = unlessEmpty(filter.user),
                            .text = unlessEmpty(filter.text),
                            .shown = people::shownBody,
                            .from = filter.from,
                            .to = filter.to,
                            .before = before,
                            .limit = limit};
    m_log.page(std::move(wanted), [done = std::move(done)](Result<log::EntryPage> page) {
        Result<logbook::DecisionPage> given = std::unexpected(Error{});
        if (page) {
            given = logbook::DecisionPage{.entries = {}, .last = !page->nextBefore};
            for (const log::EntryRecord& record : page->entries)
                given->entries.push_back(shown(record));
        } else {
            given = std::unexpected(page.error());
        }
        hop([done, given = std::move(given)] { done(given); });
    });
}

void DeskAccount::verify(std::function<void(logbook::ChainState)> done) {
    auto check = std::make_shared<Check>(Check{
        .verifier = log::ChainVerifier(log::Signatures::Check, m_log.publicKey()),
        .gone = m_gone,
        .tell = [done = std::move(done)](const logbook::ChainState& state) { hop([done, state] { done(state); }); }});
    check->verifier.expect(m_log.head());
    checkSome(m_log, check);
}

delivery::DeliveryDesk::WhoAsks DeskAccount::whoAsks() {
    return [this]() -> std::optional<people::Principal> {
        if (m_token.empty()) return std::nullopt;
        // As the service knows him now: a session may have been ended elsewhere.
        auto principal = m_people.principalOf(m_token, desk, people::PeopleService::Use::Peek);
        if (!principal) return std::nullopt;
        return *std::move(principal);
    };
}

logbook::DecisionSource DeskAccount::decisions() {
    return {.read = [this](logbook::DecisionFilter filter, std::optional<std::uint64_t> before, std::size_t limit,
                           auto done) { readPage(filter, before, limit, std::move(done)); },
            .verify = [this](auto done) { verify(std::move(done)); },
            .subscribe =
                [this](std::function<void()> tell) {
                    m_log.subscribe([tell = std::move(tell), gone = m_gone](const log::Entry&) {
                        if (!*gone) hop(tell);
                    });
                }};
}

} // namespace haneul::app
