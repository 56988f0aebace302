#pragma once

#include "server/log/event_log.h"
#include "server/people/house_events.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The tables made from the organisation.*, policy.approval_* and security.alarm_* entries, part of PeopleProjection:
//   organizations        R-DB-02: org_id, name, address; and the whole as JSON, its revision
//   organization_members which user belongs to which; one at most
//   organization_history one row per entry, with what was before and after
//   approval_policies    all that ever held, the last one holds
//   policy_requests      what waits for a second administrator; one row at most
//   security_alarms      all that were ever raised
namespace haneul::people {

[[nodiscard]] std::vector<std::string> houseTables(); // a table before those whose foreign keys point to it
Result<void> createHouseTables(storage::Database& database);
Result<void> applyHouseEvent(storage::Database& database, const log::Entry& entry);

struct OrganisationRecord {
    Organisation organisation;
    std::uint64_t revision = 0; // from 1
    UtcMs changed{};
    std::string changedBy;            // user id
    std::vector<std::string> members; // user ids
};

// One entry of the log about one organisation.
struct OrganisationChange {
    UtcMs at{};
    std::string user, role, desk; // who, and from where
    std::uint64_t sequence = 0;   // of the entry
    std::uint64_t revision = 0;   // of the organisation, after it
    std::vector<FieldChange> changes;
};

struct PolicyRecord {
    ApprovalPolicy policy;
    std::uint64_t revision = 0; // 0: nobody has laid down anything yet
    std::optional<UtcMs> at;
    std::string setBy;       // who put it into force
    std::string requestedBy; // who had asked for it first; may be empty
};

struct PolicyRequest {
    ApprovalPolicy policy;
    UtcMs at{};
    std::string by;
};

struct AlarmRecord {
    std::string alarm; // id
    AlarmKind kind = AlarmKind::AllLogIns;
    std::string subject;
    UtcMs since{}, raised{};
    std::int64_t count = 0; // at its end; before: when it was raised
    std::optional<UtcMs> cleared;
    std::optional<UtcMs> acknowledged;
    std::string acknowledgedBy, note;
};

// Code DATABASE; BAD_ENTRY where a table holds what no entry says.
[[nodiscard]] Result<std::vector<OrganisationRecord>> readOrganisations(const storage::Database& database);
[[nodiscard]] Result<std::optional<OrganisationRecord>> readOrganisation(const storage::Database& database,
                                                                         std::string_view id);
[[nodiscard]] Result<std::vector<OrganisationChange>> readOrganisationHistory(const storage::Database& database,
                                                                              std::string_view id); // the newest first
[[nodiscard]] Result<std::string> organisationOf(const storage::Database& database,
                                                 std::string_view user);                         // empty: none
[[nodiscard]] Result<std::vector<PolicyRecord>> readPolicies(const storage::Database& database); // the newest first
[[nodiscard]] Result<std::optional<PolicyRequest>> readPolicyRequest(const storage::Database& database);
// The newest first; `openOnly`: those that have not ended.
[[nodiscard]] Result<std::vector<AlarmRecord>> readAlarms(const storage::Database& database, bool openOnly = false);

} // namespace haneul::people
