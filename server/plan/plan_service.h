#pragma once

#include "core/base/error.h"
#include "core/plan/proposals.h"
#include "server/people/principal.h"
#include "server/plan/plan_settings.h"
#include "server/plan/plan_state.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace haneul::plan {

// Called once, on a thread of the service or of the log: hop to your own.
template <class T>
using Done = std::function<void(Result<T>)>;

struct SavedPlan {
    std::string id;
    std::uint64_t revision = 0;
};

struct Submission {
    std::string id;
    std::uint64_t revision = 0;
    State state = State::Returned; // PendingApproval, or Returned when the checks keep it from that
    Evidence evidence;
};

// What the approver saw: another revision or other evidence by now is not approved.
struct ApprovePlan {
    std::string plan;
    std::uint64_t revision = 0;
    std::string evidence;   // digest
    std::string conditions; // that the flight must keep to; may be empty
};

struct ApprovalOutcome {
    State state = State::Approved; // PendingApproval: a second person must approve too
    int given = 1, needed = 1;
};

struct RefusePlan {
    std::string plan;
    std::uint64_t revision = 0;
    std::string reason;
};

// A plan for a delivery that is booked: who flies it, and what the booking does not say.
struct MissionPlan {
    std::string mission;
    std::string operator_id, pilot_id, battery_id;
    std::string drone_id; // empty: the one that is assigned to the mission
    int priority = 0;
    Contingency contingency;
    std::vector<RegulatoryDocument> documents;
};

// Flight plans from the draft to the end of the flight: the ten steps of R-PLAN-06..16 by their names. What it decides
// are entries of the log ("plan.…"); its tables are a projection of them. Thread-safe; every call returns at once.
// Scopes: plan.read, plan.submit, plan.approve, plan.override (second approval), plan.operate.
// Codes besides those named: FORBIDDEN (`where` is the scope), NO_SUCH_PLAN, ILLEGAL_STATE (the message says what is
// allowed), NOT_YOURS (neither an author, nor the pilot, nor of the operator's organisation), and those of EventLog.
class PlanService {
public:
    virtual ~PlanService() = default;

    // The latest; never null. Without I/O.
    [[nodiscard]] virtual PlanStatePtr state() const = 0;
    // Told after each publication, on a thread of the service. The subscription ends with the returned object.
    using Subscription = std::shared_ptr<void>;
    [[nodiscard]] virtual Subscription subscribe(std::function<void(PlanStatePtr)> subscriber) = 0;

    // -- scope plan.submit
    // A new plan (`basedOn` 0; an empty id: the service gives one), or new contents of one, drawn from the revision
    // `basedOn`; another one meanwhile: STALE_REVISION. What was approved is a draft again (R-PLAN-19). A plan without
    // volumes gets those that hold its flight; while it has none, it stays a draft. Codes: SAME_ID, BAD_ID,
    // NO_SUCH_MISSION, OTHER_OPERATOR (the author belongs to another organisation), TOO_LARGE.
    virtual void createFlightPlan(people::Principal by, FlightPlan plan, std::uint64_t basedOn,
                                  Done<SavedPlan> done) = 0;
    // The same of a booked mission, with its way and its times; the latest plan of a mission is its plan. Codes
    // besides: NO_SUCH_MISSION, MISSION_OVER.
    virtual void createFromMission(people::Principal by, MissionPlan wanted, Done<SavedPlan> done) = 0;
    // Steps 1 to 5: all checks, in the same transaction; then it waits for its approval and the approvers are told, or
    // it is returned with what is in the way. STALE_REVISION.
    virtual void submitFlightPlan(people::Principal by, std::string plan, std::uint64_t revision,
                                  Done<Submission> done) = 0;
    virtual void withdraw(people::Principal by, std::string plan, std::string reason, Done<void> done) = 0;

    // -- scope plan.approve (a person who neither wrote, nor submitted, nor changed it last: mayApprove)
    // Steps 6 to 10. All checks are made again, in the same transaction. Codes: STALE_REVISION, STALE_EVIDENCE (what
    // was seen is not what the checks say now; the new evidence is kept), CHECKS_FAILED (`where`: what is hit), and
    // those of people::mayApprove.
    virtual void approveFlightPlan(people::Principal by, ApprovePlan wanted, Done<ApprovalOutcome> done) = 0;
    // The checks of a plan that waits are made once more, so that whoever is about to decide sees what is so now. Kept
    // when it shows something else; a plan that does not wait stays as it is.
    virtual void lookAgain(people::Principal by, std::string plan, Done<void> done) = 0;
    // For changes, or for good; with a reason (NO_REASON) that goes to the pilot. STALE_REVISION.
    virtual void returnFlightPlan(people::Principal by, RefusePlan wanted, Done<void> done) = 0;
    virtual void rejectFlightPlan(people::Principal by, RefusePlan wanted, Done<void> done) = 0;
    virtual void revoke(people::Principal by, std::string plan, std::string reason, Done<void> done) = 0; // NO_REASON

    // -- scope plan.operate
    // TOO_EARLY, TOO_LATE (outside of the plan's time), CHECKS_FAILED (of airspace, conflicts and readiness, made
    // again).
    virtual void activate(people::Principal by, std::string plan, Done<void> done) = 0;
    virtual void end(people::Principal by, std::string plan, std::string note, Done<void> done) = 0;

    // -- scope plan.read
    virtual void history(people::Principal by, std::string plan, Done<std::vector<PlanStep>> done) = 0;
    virtual void plan(people::Principal by, std::string plan, Done<PlanPtr> done) = 0; // also one of long ago
    // What the checks would say, without deciding anything. The plan needs no id.
    virtual void check(people::Principal by, FlightPlan plan, Done<Evidence> done) = 0;
    virtual void checkAirspaceRestrictions(people::Principal by, std::vector<geo::Volume4D> operationVolume,
                                           Done<CheckReport> done) = 0;
    virtual void checkStrategicConflicts(people::Principal by, std::vector<geo::Volume4D> operationVolume, int priority,
                                         Done<CheckReport> done) = 0;
    // What would pass instead. Codes: those of propose(); BUSY.
    virtual void proposals(people::Principal by, FlightPlan plan, Done<ProposalSearch> done) = 0;

    // -- limits of capacity (R-SVC-13). Scopes zone.read, zone.write. What waits for approval is checked by them at its
    // approval; what is approved stands. Codes: BAD_ID, BAD_CAPACITY, those of geo::check, TOO_MANY, NO_SUCH_LIMIT.
    virtual void capacityLimits(people::Principal by, Done<std::vector<deconflict::CapacityLimit>> done) = 0; // by id
    virtual void setCapacity(people::Principal by, deconflict::CapacityLimit limit, Done<void> done) = 0;
    virtual void removeCapacity(people::Principal by, std::string id, Done<void> done) = 0;

    // Intents that have a volume in the given one, or may (R-SVC-09), by start. Without I/O.
    [[nodiscard]] virtual std::vector<PlanPtr> intentsIn(const geo::Volume4D& volume) const = 0;
};

} // namespace haneul::plan
