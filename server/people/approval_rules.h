#pragma once

#include "core/base/error.h"
#include "server/people/principal.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::people {

// What must be known of something that waits for approval (a flight plan, a zone) to say who may approve it.
struct ApprovalCase {
    std::set<std::string> authors; // user ids of all who wrote or submitted any version of it
    std::string lastEditor;        // user id of who changed it last
    std::string firstApprover;     // user id; empty: nobody has approved it yet
};

// Separation of duties: nobody approves what he made, nobody twice, no administrator at all, no machine. A second
// approval (where `firstApprover` is set) is another person's, who holds plan.override. An author or editor that is
// not known is nobody in particular: then nobody may. To be asked at each decision, and again when logs of several
// instances are merged. Codes: NOT_A_PERSON, ADMINISTRATOR_MAY_NOT_APPROVE, FORBIDDEN (`where` is the scope),
// AUTHOR_UNKNOWN, OWN_PLAN, LAST_EDITOR, SAME_APPROVER.
[[nodiscard]] Result<void> mayApprove(const Principal& principal, const ApprovalCase& waiting);

// Where one approval is not enough, and what a flight may risk, as administrators have laid it down.
struct ApprovalPolicy {
    bool always = false;
    std::set<std::string> zones;       // ids of zones; a plan that touches one needs two approvals
    std::set<std::string> riskClasses; // as the risk check names them
    // What the checks of a flight plan hold its risks against; none: nobody has said what is too much.
    std::optional<double> fatalities_perFlight = {}; // expected, on the ground
    std::optional<double> collisions_perHour = {};   // of flight: the target level of safety

    bool operator==(const ApprovalPolicy&) const = default;
};

// Up to 200 zones and 50 risk classes, each 1 to 64 characters without control characters; limits above 0 and at
// most 1. Code BAD_POLICY.
[[nodiscard]] Result<ApprovalPolicy> acceptedPolicy(const ApprovalPolicy& policy);

// What was found out about a plan that the policy asks for.
struct ApprovalFacts {
    std::optional<std::set<std::string>> zones; // it touches; none: not judged
    std::optional<std::string> riskClass;       // none: not judged
};

struct ApprovalsNeeded {
    int number = 1;
    std::vector<std::string> reasons; // why two: "zone RKP73", "the risk class is not judged"

    bool operator==(const ApprovalsNeeded&) const = default;
};

// What is not judged is not harmless: where the policy names zones (risk classes) and those of the plan are not known,
// two must approve.
[[nodiscard]] ApprovalsNeeded approvalsNeeded(const ApprovalPolicy& policy, const ApprovalFacts& facts);

} // namespace haneul::people
