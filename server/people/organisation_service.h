#pragma once

#include "server/clock/clock.h"
#include "server/people/house_tables.h"
#include "server/people/log_desk.h"
#include "server/people/worker.h"
#include "server/situation/situation.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace haneul::people {

// An organisation and what is to be said of its papers now.
struct JudgedOrganisation {
    OrganisationRecord record;
    std::vector<JudgedExpiry> expiries;
};

// Organisations, and where two approvals are needed: what administrators lay down besides users. All of it are entries
// of the log. Thread-safe; every call returns at once; answers come on a thread of the log, or at once for a refusal.
// Codes besides those named: FORBIDDEN (`where` is the scope) and those of EventLog.
class OrganisationService {
public:
    template <class T>
    using Done = std::function<void(Result<T>)>;

    // The log must have been opened with a PeopleProjection; it, the clock and the notices outlive the service.
    // `notices`: what has expired or soon will is posted once, when it becomes so or at the start.
    OrganisationService(log::EventLog& log, const clock::Clock& clock, TellRefusal tellRefusal,
                        situation::NoticeBoard* notices = nullptr, ExpiryRules rules = {});
    ~OrganisationService();
    OrganisationService(const OrganisationService&) = delete;
    OrganisationService& operator=(const OrganisationService&) = delete;

    // -- scope organisation.read
    void organisations(const Principal& by, Done<std::vector<JudgedOrganisation>> done);
    void organisation(const Principal& by, const std::string& id,
                      Done<JudgedOrganisation> done); // NO_SUCH_ORGANISATION
    void history(const Principal& by, const std::string& id,
                 Done<std::vector<OrganisationChange>> done); // the newest first; NO_SUCH_ORGANISATION

    // -- scope organisation.write
    // `basedOn`: the revision that was read, 0 for a new one; another one meanwhile: STALE_REVISION, so that nobody
    // overwrites what he did not see. The same again changes nothing. Codes of acceptedOrganisation.
    void save(const Principal& by, const Organisation& organisation, std::uint64_t basedOn,
              Done<std::uint64_t> revision);
    // A user belongs to one organisation at most; empty: to none. Codes: NO_SUCH_USER, NO_SUCH_ORGANISATION.
    void setMember(const Principal& by, std::string user, std::string organisation, Done<void> done);

    // -- where two approvals are needed
    struct Policy {
        PolicyRecord now;
        std::optional<PolicyRequest> waiting; // for a second administrator
    };

    void policy(const Principal& by, Done<Policy> done); // scope policy.read
    // Scope policy.write. Where there is another administrator, a second one must ask for the same before it holds:
    // false. Code BAD_POLICY.
    void setPolicy(const Principal& by, const ApprovalPolicy& policy, Done<bool> inForce);
    // What holds, for whoever must decide within a command of the log. Code DATABASE.
    [[nodiscard]] static Result<ApprovalPolicy> policyIn(const storage::Database& database);
    [[nodiscard]] static Result<PolicyRecord> policyRecordIn(const storage::Database& database);

    // Judges all papers now; the program does it by itself once an hour and after each save.
    void judgeAll();

private:
    void everySecond();
    void tell(const JudgedOrganisation& organisation);

    const clock::Clock& m_clock;
    ExpiryRules m_rules;
    situation::NoticeBoard* m_notices;
    std::mutex m_mutex;                                               // of the two below
    std::map<std::string, std::map<std::string, ExpiryState>> m_told; // by organisation, by paper
    std::optional<UtcMs> m_judged;
    LogDesk m_log; // waits for its answers before the rest goes
    std::unique_ptr<Worker> m_worker;
};

} // namespace haneul::people
