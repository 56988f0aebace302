#include "server/people/organisation_service.h"

#include "server/people/people_projection.h"
#include "server/people/user_rules.h"

#include <algorithm>
#include <format>
#include <memory>
#include <utility>

namespace haneul::people {

namespace {

constexpr milliseconds judgePeriod = std::chrono::hours(1);

log::Decision refuse(Error error) {
    return {{}, std::move(error)};
}

log::Decision decide(const HouseEvent& event) {
    return {.events = {toEvent(event)}, .refusal = {}};
}

Error noSuchOrganisation(const std::string& id) {
    return {"NO_SUCH_ORGANISATION", "there is no such organisation", id};
}

bool isActiveAdministrator(const StoredUser& user) {
    return user.record.role == Role::Administrator && user.record.state == UserState::Active;
}

} // namespace

OrganisationService::OrganisationService(log::EventLog& log, const clock::Clock& clock, TellRefusal tellRefusal,
                                         situation::NoticeBoard* notices, ExpiryRules rules)
    : m_clock(clock)
    , m_rules(rules)
    , m_notices(notices)
    , m_log(log, std::move(tellRefusal)) {
    if (m_notices != nullptr) m_worker = std::make_unique<Worker>(0, [this] { everySecond(); });
}

OrganisationService::~OrganisationService() {
    m_worker.reset();
}

// ---------------------------------------------------------------- organisations

void OrganisationService::organisations(const Principal& by, Done<std::vector<JudgedOrganisation>> done) {
    if (!m_log.allowed(by, "organisation.read", "list organisations", done)) return;
    m_log.read([this, done = std::move(done)](const storage::Database& database) {
        done(readOrganisations(database).transform([&](const std::vector<OrganisationRecord>& records) {
            std::vector<JudgedOrganisation> judged;
            for (const OrganisationRecord& record : records)
                judged.push_back({record, judgeExpiries(record.organisation, m_clock.now(), m_rules)});
            return judged;
        }));
    });
}

void OrganisationService::organisation(const Principal& by, const std::string& id, Done<JudgedOrganisation> done) {
    if (!m_log.allowed(by, "organisation.read", "see an organisation", done)) return;
    m_log.read([this, id = foldedUserName(id), done = std::move(done)](const storage::Database& database) {
        const auto found = readOrganisation(database, id);
        if (!found) return done(std::unexpected(found.error()));
        if (!*found) return done(std::unexpected(noSuchOrganisation(id)));
        done(JudgedOrganisation{**found, judgeExpiries((*found)->organisation, m_clock.now(), m_rules)});
    });
}

void OrganisationService::history(const Principal& by, const std::string& id,
                                  Done<std::vector<OrganisationChange>> done) {
    if (!m_log.allowed(by, "organisation.read", "see the history of an organisation", done)) return;
    m_log.read([id = foldedUserName(id), done = std::move(done)](const storage::Database& database) {
        auto history = readOrganisationHistory(database, id);
        if (history && history->empty()) history = std::unexpected(noSuchOrganisation(id));
        done(std::move(history));
    });
}

void OrganisationService::save(const Principal& by, const Organisation& organisation, std::uint64_t basedOn,
                               Done<std::uint64_t> done) {
    if (!m_log.allowed(by, "organisation.write", "save an organisation", done)) return;
    const auto accepted = acceptedOrganisation(organisation);
    if (!accepted) return done(std::unexpected(accepted.error()));
    const auto revision = std::make_shared<std::uint64_t>(basedOn);
    m_log.submit(
        actorOf(by),
        [wanted = *accepted, basedOn, revision](const storage::Database& database, UtcMs) -> log::Decision {
            const auto found = readOrganisation(database, wanted.id);
            if (!found) return refuse(found.error());
            const std::uint64_t present = *found ? (*found)->revision : 0;
            if (present != basedOn)
                return refuse({"STALE_REVISION",
                               std::format("it is at revision {} by now: read it again, then change it", present),
                               wanted.id});
            if (*found && (*found)->organisation == wanted) return {};
            *revision = present + 1;
            return decide(OrganisationSaved{*revision, wanted});
        },
        [this, revision, done = std::move(done)](const Result<log::Committed>& committed) {
            done(committed.transform([&](const log::Committed&) { return *revision; }));
            if (committed) judgeAll();
        });
}

void OrganisationService::setMember(const Principal& by, std::string user, std::string organisation, Done<void> done) {
    if (!m_log.allowed(by, "organisation.write", "say who belongs to an organisation", done)) return;
    m_log.submit(
        actorOf(by),
        [user = foldedUserName(user), organisation = foldedUserName(organisation)](const storage::Database& database,
                                                                                   UtcMs) -> log::Decision {
            const auto users = readUsers(database);
            if (!users) return refuse(users.error());
            const auto found = std::ranges::find(*users, user, [](const StoredUser& one) { return one.record.user; });
            if (found == users->end()) return refuse({"NO_SUCH_USER", "there is no such user", user});
            if (found->record.organisation == organisation) return {};
            if (!organisation.empty()) {
                const auto known = readOrganisation(database, organisation);
                if (!known) return refuse(known.error());
                if (!*known) return refuse(noSuchOrganisation(organisation));
            }
            return decide(MemberSet{user, organisation});
        },
        [done = std::move(done)](const Result<log::Committed>& committed) {
            done(committed.transform([](const log::Committed&) {}));
        });
}

// ---------------------------------------------------------------- where two approvals are needed

void OrganisationService::policy(const Principal& by, Done<Policy> done) {
    if (!m_log.allowed(by, "policy.read", "see where two approvals are needed", done)) return;
    m_log.read([done = std::move(done)](const storage::Database& database) {
        const auto policies = readPolicies(database);
        if (!policies) return done(std::unexpected(policies.error()));
        auto waiting = readPolicyRequest(database);
        if (!waiting) return done(std::unexpected(waiting.error()));
        done(Policy{policies->empty() ? PolicyRecord{} : policies->front(), *std::move(waiting)});
    });
}

void OrganisationService::setPolicy(const Principal& by, const ApprovalPolicy& policy, Done<bool> done) {
    if (!m_log.allowed(by, "policy.write", "lay down where two approvals are needed", done)) return;
    const auto accepted = acceptedPolicy(policy);
    if (!accepted) return done(std::unexpected(accepted.error()));
    const auto inForce = std::make_shared<bool>(true);
    m_log.submit(
        actorOf(by),
        [by, wanted = *accepted, inForce](const storage::Database& database, UtcMs) -> log::Decision {
            const auto users = readUsers(database);
            const auto policies = readPolicies(database);
            const auto waiting = readPolicyRequest(database);
            if (!users || !policies || !waiting)
                return refuse(!users ? users.error() : !policies ? policies.error() : waiting.error());
            const ApprovalPolicy present = policies->empty() ? ApprovalPolicy{} : policies->front().policy;
            if (present == wanted) // what another has asked for is withdrawn
                return *waiting ? decide(PolicySet{wanted}) : log::Decision{};
            const bool confirms = *waiting && (*waiting)->policy == wanted && (*waiting)->by != by.user;
            const bool another = std::ranges::any_of(*users, [&](const StoredUser& user) {
                return isActiveAdministrator(user) && user.record.user != by.user;
            });
            if (confirms || !another) return decide(PolicySet{wanted});
            *inForce = false;
            return decide(PolicyRequested{wanted});
        },
        [inForce, done = std::move(done)](const Result<log::Committed>& committed) {
            done(committed.transform([&](const log::Committed&) { return *inForce; }));
        });
}

Result<PolicyRecord> OrganisationService::policyRecordIn(const storage::Database& database) {
    return readPolicies(database).transform(
        [](const std::vector<PolicyRecord>& policies) { return policies.empty() ? PolicyRecord{} : policies.front(); });
}

Result<ApprovalPolicy> OrganisationService::policyIn(const storage::Database& database) {
    return policyRecordIn(database).transform([](const PolicyRecord& record) { return record.policy; });
}

// ---------------------------------------------------------------- what expires

void OrganisationService::everySecond() {
    {
        const std::lock_guard lock(m_mutex);
        const UtcMs now = m_clock.now();
        if (m_judged && now - *m_judged < judgePeriod) return;
        m_judged = now;
    }
    judgeAll();
}

void OrganisationService::judgeAll() {
    if (m_notices == nullptr) return;
    m_log.read([this](const storage::Database& database) {
        const auto records = readOrganisations(database);
        if (!records) return;
        for (const OrganisationRecord& record : *records)
            tell({record, judgeExpiries(record.organisation, m_clock.now(), m_rules)});
    });
}

// Each paper once per state: who renewed it and lets it expire again is told again.
void OrganisationService::tell(const JudgedOrganisation& organisation) {
    const std::string& id = organisation.record.organisation.id;
    std::map<std::string, ExpiryState> states;
    std::vector<JudgedExpiry> news;
    {
        const std::lock_guard lock(m_mutex);
        auto& told = m_told[id];
        for (const JudgedExpiry& each : organisation.expiries) {
            states[each.what] = each.state;
            const bool bad = each.expires && each.state != ExpiryState::Valid;
            const auto before = told.find(each.what);
            if (bad && (before == told.end() || before->second != each.state)) news.push_back(each);
        }
        told = std::move(states);
    }
    const std::string& name = organisation.record.organisation.name;
    for (const JudgedExpiry& each : news) {
        const bool expired = each.state == ExpiryState::Expired;
        const bool insurance = each.what == insuranceWhat;
        const std::string code = std::string(insurance ? "INSURANCE" : "LICENCE") + (expired ? "_EXPIRED" : "_EXPIRES");
        const std::string of = insurance ? name : std::format("{}, {}", name, each.what.substr(licenceWhat.size() + 1));
        m_notices->post(m_clock.now(), expired ? situation::NoticeSeverity::Error : situation::NoticeSeverity::Warning,
                        code, std::format("{}: {} {}", name, each.what, each.reason), {of, toIsoDate(*each.expires)});
    }
}

} // namespace haneul::people
