#pragma once

#include "core/base/error.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

// Where a flight plan stands, and what may be done with it there.
namespace haneul::plan {

enum class State {
    Draft,
    Submitted, // being checked
    PendingApproval,
    Approved,
    Activated,
    Ended,
    Rejected,
    Returned, // to its author, for changes
    Withdrawn,
    Revoked,
    Nonconforming,
    Contingent,
    Provisional, // approved by an instance cut off from the one whose decision it is
    Conflict,    // stands against another plan that was approved elsewhere; a person decides
};
inline constexpr std::array allStates{State::Draft,       State::Submitted, State::PendingApproval, State::Approved,
                                      State::Activated,   State::Ended,     State::Rejected,        State::Returned,
                                      State::Withdrawn,   State::Revoked,   State::Nonconforming,   State::Contingent,
                                      State::Provisional, State::Conflict};

// On the wire and in tables: "DRAFT", "PENDING_APPROVAL", ...
[[nodiscard]] std::string_view toString(State state);
// Takes the names of REQUIREMENTS too: CANCELLED, ACTIVE and COMPLETED are WITHDRAWN, ACTIVATED and ENDED.
[[nodiscard]] std::optional<State> stateFromString(std::string_view name);
// As REQUIREMENTS R-PLAN-17 calls it.
[[nodiscard]] std::string_view requirementName(State state);
// As ASTM F3548-21 calls the operational intent: "Accepted", "Activated", "Nonconforming", "Contingent", "Ended"; none
// where the plan is not, or never was, an intent that others are told of.
[[nodiscard]] std::optional<std::string_view> f3548Name(State state);

enum class Action {
    Edit, // a new version is written; what was approved needs approval again
    Submit,
    PassChecks,
    FailChecks,
    Approve,
    ApproveProvisionally,
    Reject,
    Return,
    Withdraw, // by its operator, before the flight
    Revoke,   // by an approver, before the flight
    Activate,
    FindConflict,
    Confirm,  // a provisional approval, by the instance whose decision it is
    LetStand, // of two in conflict, this one
    LeaveVolume,
    Restore, // inside its volumes again
    DeclareContingency,
    End,
};
inline constexpr std::array allActions{Action::Edit,
                                       Action::Submit,
                                       Action::PassChecks,
                                       Action::FailChecks,
                                       Action::Approve,
                                       Action::ApproveProvisionally,
                                       Action::Reject,
                                       Action::Return,
                                       Action::Withdraw,
                                       Action::Revoke,
                                       Action::Activate,
                                       Action::FindConflict,
                                       Action::Confirm,
                                       Action::LetStand,
                                       Action::LeaveVolume,
                                       Action::Restore,
                                       Action::DeclareContingency,
                                       Action::End};
[[nodiscard]] std::string_view toString(Action action); // "EDIT", "PASS_CHECKS", ...

// Where the action leads; none: it is not allowed there.
[[nodiscard]] std::optional<State> after(State state, Action action);
// The same as a refusal: code ILLEGAL_STATE; the message says what is allowed.
[[nodiscard]] Result<State> apply(State state, Action action);
[[nodiscard]] std::vector<Action> allowedActions(State state);
[[nodiscard]] bool allowed(State from, State to); // by any action

[[nodiscard]] bool isFinal(State state);       // nothing is allowed any more
[[nodiscard]] bool holdsAirspace(State state); // its volumes count for others
[[nodiscard]] bool inFlight(State state);
// F3548-21 4.4: volumes outside the plan are told of too.
[[nodiscard]] bool hasOffNominalVolumes(State state);

} // namespace haneul::plan
