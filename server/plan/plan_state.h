#pragma once

#include "core/plan/check_report.h"
#include "core/plan/flight_plan.h"
#include "server/people/approval_rules.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::plan {

// What the checks said of one revision of a plan at one time.
struct Evidence {
    std::string digest; // evidenceDigest()
    std::uint64_t revision = 0;
    UtcMs at{};
    bool acceptable = false; // nothing in it keeps the plan from its approval
    people::ApprovalsNeeded needed;
    std::vector<CheckReport> reports;
};

using EvidencePtr = std::shared_ptr<const Evidence>;

struct Approval {
    std::string by;
    UtcMs at{};
    std::string evidence; // digest of what was seen
    std::string conditions;

    bool operator==(const Approval&) const = default;
};

// A plan and where it stands. Immutable; one that has not changed is the same object from state to state.
struct PlanRecord {
    FlightPlan plan;            // with its state; `version` is the revision
    std::uint64_t revision = 0; // from 1; grows with each change
    UtcMs created{}, changed{}; // of the contents
    std::string createdBy, changedBy;
    std::string pilotUser;                 // user id of the pilot; empty: not known
    std::set<std::string> authors;         // user ids of all who wrote or submitted any revision
    std::optional<UtcMs> submitted;        // last
    std::string submittedBy;               // last
    EvidencePtr evidence;                  // the latest of this revision; null: not checked
    std::vector<Approval> approvals;       // of this revision
    std::optional<UtcMs> activated, ended; // last
    std::string reason;                    // of Returned, Rejected, Withdrawn, Revoked
    std::uint64_t sequence = 0;            // of the log's last entry about it

    // What an approved flight must keep to: of all its approvals, one line each.
    [[nodiscard]] std::string conditions() const;
};

using PlanPtr = std::shared_ptr<const PlanRecord>;

// All plans that are not over, and those that have been over for not too long, as of one entry of the log. Immutable.
struct PlanState {
    std::uint64_t number = 0;   // grows by one per publication
    std::vector<PlanPtr> plans; // by start, then id

    [[nodiscard]] PlanPtr plan(std::string_view id) const; // null: none
    // Those whose volumes count for others: approved, flying.
    [[nodiscard]] std::vector<PlanPtr> intents() const;
};

using PlanStatePtr = std::shared_ptr<const PlanState>;

// One step of a plan's way (R-PLAN-20): who, when, what, before and after.
struct FieldChange {
    std::string field;         // a member of the plan as JSON
    std::string before, after; // JSON; empty: there was nothing

    bool operator==(const FieldChange&) const = default;
};

struct PlanStep {
    std::uint64_t sequence = 0; // of the log's entry
    std::string step;           // "CREATED", "CHANGED", "SUBMITTED", "CHECKED", "APPROVERS_NOTIFIED", "APPROVED", ...
    UtcMs at{};
    std::string user, role, desk; // who, and from where
    std::uint64_t revision = 0;
    std::optional<State> before;
    State after = State::Draft;
    std::string note;     // reason, conditions, or what is to be known besides
    std::string evidence; // digest
    std::vector<FieldChange> changes;
};

// What is compared when somebody decides: the revision, and of each check its verdict, its findings and the digest of
// all that it looked at. Neither when it was looked nor how much else was known that had nothing to do with the plan.
// BLAKE2b-256, 64 hexadecimal characters.
[[nodiscard]] std::string evidenceDigest(std::uint64_t revision, const std::vector<CheckReport>& reports);

} // namespace haneul::plan
