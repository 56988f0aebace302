#pragma once

#include "core/base/error.h"
#include "core/plan/check_report.h"
#include "core/plan/state.h"
#include "server/log/event_log.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace haneul::plan {

// What the log says of flight plans. Who did it, where and when stands in the entry.

struct PlanSaved { // plan.saved: a new plan, or new contents of one, which is a draft again
    std::string plan;
    std::uint64_t revision = 0;
    std::string mission;    // of the delivery that it flies; empty: none
    std::string pilot_user; // user id of its pilot as the fleet knows him; empty: not known
    std::string body;       // as planToJson writes it

    bool operator==(const PlanSaved&) const = default;
};

struct PlanSubmitted { // plan.submitted
    std::string plan;
    std::uint64_t revision = 0;

    bool operator==(const PlanSubmitted&) const = default;
};

// plan.checked: on submission, and again at a decision when the checks come to another result than before. `state` is
// where the plan stands after it.
struct PlanChecked {
    std::string plan;
    std::uint64_t revision = 0;
    State state = State::PendingApproval;
    std::string digest;
    bool acceptable = false;
    std::int64_t approvals = 1;       // that are needed
    std::vector<std::string> reasons; // why more than one
    std::vector<CheckReport> reports;
    std::string notice; // that was sent with it; empty: none

    bool operator==(const PlanChecked&) const = default;
};

struct PlanFirstApproved { // plan.first_approved: of two
    std::string plan;
    std::uint64_t revision = 0;
    std::string digest; // of the evidence that the approver saw
    std::string conditions;
    std::string notice;

    bool operator==(const PlanFirstApproved&) const = default;
};

struct PlanApproved { // plan.approved
    std::string plan;
    std::uint64_t revision = 0;
    std::string digest;
    std::string conditions;
    std::string notice;

    bool operator==(const PlanApproved&) const = default;
};

// What else becomes of a plan: the state changes as the action says, with a reason.
template <Action taken>
struct PlanMoved {
    static constexpr Action action = taken;
    std::string plan;
    std::uint64_t revision = 0;
    std::string reason;
    std::string notice;

    bool operator==(const PlanMoved&) const = default;
};

using PlanReturned = PlanMoved<Action::Return>;    // plan.returned
using PlanRejected = PlanMoved<Action::Reject>;    // plan.rejected
using PlanWithdrawn = PlanMoved<Action::Withdraw>; // plan.withdrawn
using PlanRevoked = PlanMoved<Action::Revoke>;     // plan.revoked
using PlanActivated = PlanMoved<Action::Activate>; // plan.activated
using PlanEnded = PlanMoved<Action::End>;          // plan.ended

using PlanEvent = std::variant<PlanSaved, PlanSubmitted, PlanChecked, PlanFirstApproved, PlanApproved, PlanReturned,
                               PlanRejected, PlanWithdrawn, PlanRevoked, PlanActivated, PlanEnded>;

inline constexpr std::string_view planPrefix = "plan.";

[[nodiscard]] log::NewEvent toEvent(const PlanEvent& event);
// Codes: BAD_ENTRY (a type that this version does not know, or a body that it does not have), those of json::Object,
// BAD_FIELD.
[[nodiscard]] Result<PlanEvent> eventFrom(std::string_view type, std::string_view body);
[[nodiscard]] const std::string& planOf(const PlanEvent& event);

} // namespace haneul::plan
