#include "core/plan/state.h"

#include <algorithm>
#include <format>
#include <string>

namespace haneul::plan {

namespace {

struct Transition {
    State from;
    Action action;
    State to;
};

// A flight under way is not revoked or withdrawn: its volumes would vanish for others while it is in them. It ends.
constexpr std::array transitions{
    Transition{State::Draft, Action::Edit, State::Draft},
    Transition{State::Draft, Action::Submit, State::Submitted},
    Transition{State::Draft, Action::Withdraw, State::Withdrawn},
    Transition{State::Submitted, Action::PassChecks, State::PendingApproval},
    Transition{State::Submitted, Action::FailChecks, State::Returned},
    Transition{State::Submitted, Action::Reject, State::Rejected},
    Transition{State::Submitted, Action::Withdraw, State::Withdrawn},
    Transition{State::PendingApproval, Action::Edit, State::Draft},
    Transition{State::PendingApproval, Action::Approve, State::Approved},
    Transition{State::PendingApproval, Action::ApproveProvisionally, State::Provisional},
    Transition{State::PendingApproval, Action::Reject, State::Rejected},
    Transition{State::PendingApproval, Action::Return, State::Returned},
    Transition{State::PendingApproval, Action::Withdraw, State::Withdrawn},
    Transition{State::Returned, Action::Edit, State::Draft},
    Transition{State::Returned, Action::Withdraw, State::Withdrawn},
    Transition{State::Approved, Action::Edit, State::Draft},
    Transition{State::Approved, Action::Activate, State::Activated},
    Transition{State::Approved, Action::Withdraw, State::Withdrawn},
    Transition{State::Approved, Action::Revoke, State::Revoked},
    Transition{State::Approved, Action::FindConflict, State::Conflict},
    Transition{State::Approved, Action::LeaveVolume, State::Nonconforming},
    Transition{State::Approved, Action::DeclareContingency, State::Contingent},
    Transition{State::Approved, Action::End, State::Ended},
    Transition{State::Provisional, Action::Edit, State::Draft},
    Transition{State::Provisional, Action::Confirm, State::Approved},
    Transition{State::Provisional, Action::FindConflict, State::Conflict},
    Transition{State::Provisional, Action::Withdraw, State::Withdrawn},
    Transition{State::Provisional, Action::Revoke, State::Revoked},
    Transition{State::Conflict, Action::Edit, State::Draft},
    Transition{State::Conflict, Action::LetStand, State::Approved},
    Transition{State::Conflict, Action::Withdraw, State::Withdrawn},
    Transition{State::Conflict, Action::Revoke, State::Revoked},
    Transition{State::Activated, Action::LeaveVolume, State::Nonconforming},
    Transition{State::Activated, Action::DeclareContingency, State::Contingent},
    Transition{State::Activated, Action::End, State::Ended},
    Transition{State::Nonconforming, Action::Restore, State::Activated},
    Transition{State::Nonconforming, Action::DeclareContingency, State::Contingent},
    Transition{State::Nonconforming, Action::End, State::Ended},
    Transition{State::Contingent, Action::End, State::Ended},
};

} // namespace

std::string_view toString(State state) {
    switch (state) {
    case State::Draft:
        return "DRAFT";
    case State::Submitted:
        return "SUBMITTED";
    case State::PendingApproval:
        return "PENDING_APPROVAL";
    case State::Approved:
        return "APPROVED";
    case State::Activated:
        return "ACTIVATED";
    case State::Ended:
        return "ENDED";
    case State::Rejected:
        return "REJECTED";
    case State::Returned:
        return "RETURNED";
    case State::Withdrawn:
        return "WITHDRAWN";
    case State::Revoked:
        return "REVOKED";
    case State::Nonconforming:
        return "NONCONFORMING";
    case State::Contingent:
        return "CONTINGENT";
    case State::Provisional:
        return "PROVISIONAL";
    case State::Conflict:
        return "CONFLICT";
    }
    return "";
}

std::string_view requirementName(State state) {
    switch (state) {
    case State::Withdrawn:
        return "CANCELLED";
    case State::Activated:
        return "ACTIVE";
    case State::Ended:
        return "COMPLETED";
    default:
        return toString(state);
    }
}

std::optional<State> stateFromString(std::string_view name) {
    for (const auto state : allStates)
        if (name == toString(state) || name == requirementName(state)) return state;
    return std::nullopt;
}

std::optional<std::string_view> f3548Name(State state) {
    switch (state) {
    // In conflict it stands for others as it was told to them: accepted, until somebody takes it back.
    case State::Approved:
    case State::Conflict:
        return "Accepted";
    case State::Activated:
        return "Activated";
    case State::Nonconforming:
        return "Nonconforming";
    case State::Contingent:
        return "Contingent";
    case State::Ended:
        return "Ended";
    default:
        return std::nullopt;
    }
}

std::string_view toString(Action action) {
    switch (action) {
    case Action::Edit:
        return "EDIT";
    case Action::Submit:
        return "SUBMIT";
    case Action::PassChecks:
        return "PASS_CHECKS";
    case Action::FailChecks:
        return "FAIL_CHECKS";
    case Action::Approve:
        return "APPROVE";
    case Action::ApproveProvisionally:
        return "APPROVE_PROVISIONALLY";
    case Action::Reject:
        return "REJECT";
    case Action::Return:
        return "RETURN";
    case Action::Withdraw:
        return "WITHDRAW";
    case Action::Revoke:
        return "REVOKE";
    case Action::Activate:
        return "ACTIVATE";
    case Action::FindConflict:
        return "FIND_CONFLICT";
    case Action::Confirm:
        return "CONFIRM";
    case Action::LetStand:
        return "LET_STAND";
    case Action::LeaveVolume:
        return "LEAVE_VOLUME";
    case Action::Restore:
        return "RESTORE";
    case Action::DeclareContingency:
        return "DECLARE_CONTINGENCY";
    case Action::End:
        return "END";
    }
    return "";
}

std::optional<State> after(State state, Action action) {
    for (const auto& transition : transitions)
        if (transition.from == state && transition.action == action) return transition.to;
    return std::nullopt;
}

Result<State> apply(State state, Action action) {
    if (const auto next = after(state, action)) return *next;
    std::string names;
    for (const auto possible : allowedActions(state))
        names += (names.empty() ? "" : ", ") + std::string(toString(possible));
    return fail("ILLEGAL_STATE",
                std::format("{} is not allowed in {}; allowed: {}", toString(action), toString(state),
                            names.empty() ? "nothing" : names),
                "state");
}

std::vector<Action> allowedActions(State state) {
    std::vector<Action> found;
    for (const auto& transition : transitions)
        if (transition.from == state) found.push_back(transition.action);
    return found;
}

bool allowed(State from, State to) {
    return std::ranges::any_of(transitions, [&](const Transition& t) { return t.from == from && t.to == to; });
}

bool isFinal(State state) {
    return allowedActions(state).empty();
}

bool holdsAirspace(State state) {
    switch (state) {
    case State::Approved:
    case State::Provisional:
    case State::Conflict:
    case State::Activated:
    case State::Nonconforming:
    case State::Contingent:
        return true;
    default:
        return false;
    }
}

bool inFlight(State state) {
    return state == State::Activated || hasOffNominalVolumes(state);
}

bool hasOffNominalVolumes(State state) {
    return state == State::Nonconforming || state == State::Contingent;
}

} // namespace haneul::plan
