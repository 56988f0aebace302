#include "server/plan/decisions.h"

#include "core/plan/pattern.h"
#include "server/delivery/ids.h"
#include "server/delivery/tables.h"
#include "server/notify/notifier.h"
#include "server/people/approval_rules.h"
#include "server/people/house_tables.h"
#include "server/plan/checking.h"
#include "server/plan/plan_codec.h"
#include "server/plan/tables.h"

#include <algorithm>
#include <format>
#include <utility>

namespace haneul::plan {

namespace {

constexpr std::size_t largestPlan = 1000 * 1024; // bytes as JSON; what an entry of the log can hold
constexpr std::size_t longestText = 2000;        // bytes of a reason or of conditions

using notify::NewNotice;

Error noSuchPlan(const std::string& id) {
    return {"NO_SUCH_PLAN", "there is no flight plan with this id", id};
}

Result<PlanPtr> wantedPlan(const Deciding& deciding, const std::string& id) {
    auto plan = readPlan(deciding.database, id);
    if (plan && !*plan) return std::unexpected(noSuchPlan(id));
    return plan;
}

Result<void> atRevision(const PlanRecord& record, std::uint64_t revision) {
    if (record.revision == revision) return {};
    return fail("STALE_REVISION",
                std::format("it is at revision {} by now: look at it again, then decide", record.revision),
                record.plan.id);
}

Result<void> textFits(const std::string& text, const char* where) {
    if (text.size() <= longestText) return {};
    return fail("TOO_LONG", std::format("at most {} bytes", longestText), where);
}

Result<void> withReason(const std::string& reason) {
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail("NO_REASON", "say why: the pilot is told", "reason");
    return textFits(reason, "reason");
}

// Authors, the pilot, and whoever belongs to the operator's organisation.
Result<void> isOwn(const Deciding& deciding, const PlanRecord& record) {
    if (record.authors.contains(deciding.by.user)) return {};
    if (!record.pilotUser.empty() && record.pilotUser == deciding.by.user) return {};
    const auto organisation = people::organisationOf(deciding.database, deciding.by.user);
    if (!organisation) return std::unexpected(organisation.error());
    if (!organisation->empty() && *organisation == record.plan.operator_id) return {};
    return fail("NOT_YOURS", "only its authors, its pilot and its operator's people do this", record.plan.id);
}

std::set<std::string> pilotAndAuthor(const PlanRecord& record) {
    std::set<std::string> users{record.createdBy, record.changedBy, record.submittedBy, record.pilotUser};
    users.erase("");
    return users;
}

// Adds the event and its notice, whose id the event then names.
template <class Outcome, class Event>
Result<void> addWithNotice(Decided<Outcome>& decided, const Deciding& deciding, Event event, const NewNotice& notice) {
    auto notices = notify::noticeEvents(deciding.database, notice);
    if (!notices) return std::unexpected(notices.error());
    if (!notices->empty()) event.notice = notify::noticeIdOf(notice.key);
    decided.events.push_back(toEvent(event));
    std::ranges::move(*notices, std::back_inserter(decided.events));
    return {};
}

NewNotice noticeOf(const PlanRecord& record, std::string_view step, std::string message,
                   std::vector<std::string> arguments) {
    return {.key = std::format("plan:{}:{}:{}:{}", record.plan.id, step, record.revision, record.sequence),
            .kind = notify::NoticeKind::PlanStep,
            .severity = notify::Severity::Info,
            .message = std::move(message),
            .arguments = std::move(arguments),
            .to = {},
            .about = {.plan = record.plan.id, .zone = {}, .mission = record.plan.mission_id}};
}

Result<void> operatorFits(const Deciding& deciding, const FlightPlan& plan) {
    const auto organisation = people::organisationOf(deciding.database, deciding.by.user);
    if (!organisation) return std::unexpected(organisation.error());
    if (organisation->empty() || plan.operator_id.empty() || plan.operator_id == *organisation) return {};
    return fail("OTHER_OPERATOR", "you belong to the organisation " + *organisation, "operator_id");
}

Result<void> missionThere(const Deciding& deciding, const std::string& mission) {
    if (mission.empty()) return {};
    const auto found = delivery::readMission(deciding.database, mission);
    if (!found) return std::unexpected(found.error());
    if (!*found) return fail("NO_SUCH_MISSION", "there is no mission with this id", "mission_id");
    return {};
}

Result<std::string> idFor(const Deciding& deciding, const std::string& wanted, std::uint64_t basedOn) {
    if (wanted.empty() && basedOn == 0)
        return nextNumber(deciding.database).transform([](std::int64_t number) {
            return delivery::idOf(planIds, number);
        });
    if (!delivery::isGoodId(wanted)) return fail("BAD_ID", "an id is 1 to 64 letters, digits, '-', '_' and '.'", "id");
    return wanted;
}

// What a plan stood at before, if anything, and whether it may be changed from there.
Result<PlanPtr> before(const Deciding& deciding, const std::string& id, std::uint64_t basedOn) {
    auto known = readPlan(deciding.database, id);
    if (!known) return known;
    if (basedOn == 0) {
        if (*known) return fail("SAME_ID", "there is a plan with this id already", id);
        return PlanPtr();
    }
    if (!*known) return std::unexpected(noSuchPlan(id));
    if (auto own = isOwn(deciding, **known); !own) return std::unexpected(own.error());
    if (auto same = atRevision(**known, basedOn); !same) return std::unexpected(same.error());
    if (auto next = apply((*known)->plan.state, Action::Edit); !next) return std::unexpected(next.error());
    return known;
}

people::ApprovalCase caseOf(const PlanRecord& record) {
    return {.authors = record.authors, .lastEditor = record.changedBy, .firstApprover = {}};
}

// Why the checks return a plan: the check, what it found and where, for the reader's language to say.
std::vector<std::string> whyReturned(const PlanRecord& record, const Evidence& evidence, const PlanPolicy& policy) {
    const auto obstacle = obstacleIn(evidence.reports, record.plan, policy);
    if (!obstacle) return {record.plan.id, "", "", ""};
    const auto& found = obstacle->finding;
    return {record.plan.id, std::string(toString(obstacle->check)), found ? found->code : "SOURCE_MISSING",
            found ? found->where : ""};
}

PlanChecked checkedEvent(const PlanRecord& record, const Evidence& evidence, State state) {
    return {.plan = record.plan.id,
            .revision = evidence.revision,
            .state = state,
            .digest = evidence.digest,
            .acceptable = evidence.acceptable,
            .approvals = evidence.needed.number,
            .reasons = evidence.needed.reasons,
            .reports = evidence.reports,
            .notice = {}};
}

} // namespace

// ---------------------------------------------------------------- writing and submitting

Result<Decided<SavedPlan>> decideSave(const Deciding& deciding, const FlightPlan& plan, std::uint64_t basedOn) {
    const auto id = idFor(deciding, plan.id, basedOn);
    if (!id) return std::unexpected(id.error());
    const auto known = before(deciding, *id, basedOn);
    if (!known) return std::unexpected(known.error());
    if (auto fits = operatorFits(deciding, plan); !fits) return std::unexpected(fits.error());
    if (auto there = missionThere(deciding, plan.mission_id); !there) return std::unexpected(there.error());
    FlightPlan kept = plan;
    kept.id = *id;
    kept.version = 1; // its state and its revision are not its contents
    kept.state = State::Draft;
    if (kept.volumes.empty())
        if (auto volumes = volumesOf(kept, deciding.settings.containment)) kept.volumes = *std::move(volumes);
    PlanSaved event{
        .plan = *id, .revision = basedOn + 1, .mission = kept.mission_id, .pilot_user = {}, .body = planToJson(kept)};
    if (event.body.size() > largestPlan)
        return fail("TOO_LARGE", std::format("the plan is {} bytes long; {} fit", event.body.size(), largestPlan), *id);
    if (deciding.settings.sources.pilotUser)
        event.pilot_user = deciding.settings.sources.pilotUser(deciding.database, kept.pilot_id);
    const bool same = *known && (*known)->plan.state == State::Draft && [&] {
        FlightPlan old = (*known)->plan;
        old.version = kept.version;
        return old == kept;
    }();
    if (same) return Decided<SavedPlan>{.outcome = {*id, basedOn}, .refusal = {}};
    return Decided<SavedPlan>{.events = {toEvent(event)}, .outcome = {*id, basedOn + 1}, .refusal = {}};
}

Result<Decided<Submission>> decideSubmit(const Deciding& deciding, const std::string& plan, std::uint64_t revision) {
    const auto found = wantedPlan(deciding, plan);
    if (!found) return std::unexpected(found.error());
    const PlanRecord& record = **found;
    if (auto own = isOwn(deciding, record); !own) return std::unexpected(own.error());
    if (auto same = atRevision(record, revision); !same) return std::unexpected(same.error());
    if (auto next = apply(record.plan.state, Action::Submit); !next) return std::unexpected(next.error());
    auto evidence = evidenceOf(deciding.database, record.plan, deciding.settings, deciding.now);
    if (!evidence) return std::unexpected(evidence.error());
    const State state = evidence->acceptable ? State::PendingApproval : State::Returned;
    Decided<Submission> decided{.outcome = {plan, revision, state, *evidence}, .refusal = {}};
    decided.events.push_back(toEvent(PlanSubmitted{plan, revision}));
    NewNotice notice = noticeOf(record, "submitted", "PLAN_SUBMITTED", {plan, deciding.by.user});
    notice.to.roles = {people::Role::Approver, people::Role::Supervisor};
    if (!evidence->acceptable) {
        notice =
            noticeOf(record, "refused", "PLAN_CHECKS_FAILED", whyReturned(record, *evidence, deciding.settings.policy));
        notice.to.users = pilotAndAuthor(record);
        notice.to.users.insert(deciding.by.user);
    }
    if (auto added = addWithNotice(decided, deciding, checkedEvent(record, *evidence, state), notice); !added)
        return std::unexpected(added.error());
    return decided;
}

Result<Decided<Nothing>> decideWithdraw(const Deciding& deciding, const std::string& plan, const std::string& reason) {
    const auto found = wantedPlan(deciding, plan);
    if (!found) return std::unexpected(found.error());
    const PlanRecord& record = **found;
    if (auto own = isOwn(deciding, record); !own) return std::unexpected(own.error());
    if (auto fits = textFits(reason, "reason"); !fits) return std::unexpected(fits.error());
    if (auto next = apply(record.plan.state, Action::Withdraw); !next) return std::unexpected(next.error());
    PlanWithdrawn event{plan, record.revision, reason, {}};
    Decided<Nothing> decided;
    // Approvers have seen those that wait or are approved; nobody else need know of a draft.
    if (record.plan.state == State::Draft || record.plan.state == State::Returned) {
        decided.events.push_back(toEvent(event));
        return decided;
    }
    NewNotice notice = noticeOf(record, "withdrawn", "PLAN_WITHDRAWN", {plan});
    notice.to.roles = {people::Role::Approver, people::Role::Supervisor};
    if (auto added = addWithNotice(decided, deciding, event, notice); !added) return std::unexpected(added.error());
    return decided;
}

// ---------------------------------------------------------------- approving

namespace {

// What the checks say now beside what the approver saw. Different: the new evidence is kept and the approval refused.
Result<Decided<ApprovalOutcome>> seenAnew(const PlanRecord& record, const Evidence& now, const PlanPolicy& policy) {
    Decided<ApprovalOutcome> decided;
    decided.events.push_back(toEvent(checkedEvent(record, now, State::PendingApproval)));
    const auto fits = mayGoOn(now.reports, record.plan, policy);
    decided.refusal =
        fits ? Error{"STALE_EVIDENCE", "the checks say something else by now: look at the plan again", now.digest}
             : fits.error();
    return decided;
}

NewNotice secondWanted(const PlanRecord& record) {
    NewNotice notice = noticeOf(record, "first_approved", "PLAN_SECOND_APPROVAL", {record.plan.id});
    notice.to.roles = {people::Role::Supervisor};
    return notice;
}

NewNotice approvedNotice(const PlanRecord& record, const std::string& conditions) {
    NewNotice notice = conditions.empty()
                           ? noticeOf(record, "approved", "PLAN_APPROVED", {record.plan.id})
                           : noticeOf(record, "approved", "PLAN_APPROVED_CONDITIONS", {record.plan.id, conditions});
    notice.to.users = pilotAndAuthor(record);
    return notice;
}

} // namespace

Result<Decided<ApprovalOutcome>> decideApprove(const Deciding& deciding, const ApprovePlan& wanted) {
    const auto found = wantedPlan(deciding, wanted.plan);
    if (!found) return std::unexpected(found.error());
    const PlanRecord& record = **found;
    if (auto next = apply(record.plan.state, Action::Approve); !next) return std::unexpected(next.error());
    auto duties = caseOf(record);
    if (!record.approvals.empty()) duties.firstApprover = record.approvals.front().by;
    if (auto may = people::mayApprove(deciding.by, duties); !may) return std::unexpected(may.error());
    if (auto fits = textFits(wanted.conditions, "conditions"); !fits) return std::unexpected(fits.error());
    if (auto same = atRevision(record, wanted.revision); !same) return std::unexpected(same.error());
    if (!record.evidence || record.evidence->digest != wanted.evidence)
        return fail("STALE_EVIDENCE", "that is not the evidence that the plan has now: look at it again",
                    record.evidence ? record.evidence->digest : "");
    const auto now = evidenceOf(deciding.database, record.plan, deciding.settings, deciding.now);
    if (!now) return std::unexpected(now.error());
    if (now->digest != wanted.evidence) return seenAnew(record, *now, deciding.settings.policy);
    if (auto fits = mayGoOn(now->reports, record.plan, deciding.settings.policy); !fits)
        return std::unexpected(fits.error());

    Decided<ApprovalOutcome> decided;
    const int given = static_cast<int>(record.approvals.size()) + 1;
    if (given < now->needed.number) {
        decided.outcome = {State::PendingApproval, given, now->needed.number};
        const PlanFirstApproved event{wanted.plan, wanted.revision, wanted.evidence, wanted.conditions, {}};
        if (auto added = addWithNotice(decided, deciding, event, secondWanted(record)); !added)
            return std::unexpected(added.error());
        return decided;
    }
    decided.outcome = {State::Approved, given, std::max(given, now->needed.number)};
    std::string conditions = record.conditions();
    if (!wanted.conditions.empty()) conditions += (conditions.empty() ? "" : "\n") + wanted.conditions;
    const PlanApproved event{wanted.plan, wanted.revision, wanted.evidence, wanted.conditions, {}};
    if (auto added = addWithNotice(decided, deciding, event, approvedNotice(record, conditions)); !added)
        return std::unexpected(added.error());
    return decided;
}

namespace {

template <class Event>
Result<Decided<Nothing>> refused(const Deciding& deciding, const RefusePlan& wanted, std::string_view step,
                                 const char* message) {
    const auto found = wantedPlan(deciding, wanted.plan);
    if (!found) return std::unexpected(found.error());
    const PlanRecord& record = **found;
    if (auto may = people::mayApprove(deciding.by, caseOf(record)); !may) return std::unexpected(may.error());
    if (auto said = withReason(wanted.reason); !said) return std::unexpected(said.error());
    if (auto next = apply(record.plan.state, Event::action); !next) return std::unexpected(next.error());
    if (auto same = atRevision(record, wanted.revision); !same) return std::unexpected(same.error());
    NewNotice notice = noticeOf(record, step, message, {wanted.plan, wanted.reason});
    notice.to.users = pilotAndAuthor(record);
    Decided<Nothing> decided;
    if (auto added = addWithNotice(decided, deciding, Event{wanted.plan, wanted.revision, wanted.reason, {}}, notice);
        !added)
        return std::unexpected(added.error());
    return decided;
}

} // namespace

Result<Decided<Nothing>> decideReturn(const Deciding& deciding, const RefusePlan& wanted) {
    return refused<PlanReturned>(deciding, wanted, "returned", "PLAN_RETURNED");
}

Result<Decided<Nothing>> decideReject(const Deciding& deciding, const RefusePlan& wanted) {
    return refused<PlanRejected>(deciding, wanted, "rejected", "PLAN_REJECTED");
}

// Whoever may approve may take an approval back, his own too: it makes the sky emptier, not fuller.
Result<Decided<Nothing>> decideRevoke(const Deciding& deciding, const std::string& plan, const std::string& reason) {
    const auto found = wantedPlan(deciding, plan);
    if (!found) return std::unexpected(found.error());
    const PlanRecord& record = **found;
    if (!deciding.by.role) return fail("NOT_A_PERSON", "a person revokes, logged in by name", deciding.by.user);
    if (auto said = withReason(reason); !said) return std::unexpected(said.error());
    if (auto next = apply(record.plan.state, Action::Revoke); !next) return std::unexpected(next.error());
    NewNotice notice = noticeOf(record, "revoked", "PLAN_REVOKED", {plan, reason});
    notice.severity = notify::Severity::Warning;
    notice.to.users = pilotAndAuthor(record);
    Decided<Nothing> decided;
    if (auto added = addWithNotice(decided, deciding, PlanRevoked{plan, record.revision, reason, {}}, notice); !added)
        return std::unexpected(added.error());
    return decided;
}

// ---------------------------------------------------------------- flying

namespace {

// Whoever holds plan.operate for his own plans only also holds plan.submit; the others work in the control room.
Result<PlanPtr> operated(const Deciding& deciding, const std::string& plan, Action action) {
    auto found = wantedPlan(deciding, plan);
    if (!found) return found;
    if (deciding.by.may("plan.submit"))
        if (auto own = isOwn(deciding, **found); !own) return std::unexpected(own.error());
    if (auto next = apply((*found)->plan.state, action); !next) return std::unexpected(next.error());
    return found;
}

constexpr bool countsAtTakeOff(CheckKind kind) {
    return kind == CheckKind::Airspace || kind == CheckKind::Conflicts || kind == CheckKind::Readiness ||
           kind == CheckKind::Documents;
}

} // namespace

Result<Decided<Nothing>> decideActivate(const Deciding& deciding, const std::string& plan) {
    const auto found = operated(deciding, plan, Action::Activate);
    if (!found) return std::unexpected(found.error());
    const PlanRecord& record = **found;
    if (deciding.now + deciding.settings.policy.activateBefore < record.plan.start)
        return fail("TOO_EARLY", "it begins at " + toRfc3339(record.plan.start), plan);
    if (deciding.now >= record.plan.end) return fail("TOO_LATE", "it ended at " + toRfc3339(record.plan.end), plan);
    auto evidence = evidenceOf(deciding.database, record.plan, deciding.settings, deciding.now);
    if (!evidence) return std::unexpected(evidence.error());
    // The start may be past by now; how long it takes and how it looks was judged before.
    auto counting = evidence->reports;
    std::erase_if(counting, [](const CheckReport& report) { return !countsAtTakeOff(report.kind); });
    PlanPolicy policy = deciding.settings.policy;
    policy.profilesAsk = false;
    policy.mustBeJudged = policy.mustBeJudgedToFly;
    Decided<Nothing> decided;
    if (auto fits = mayGoOn(counting, record.plan, policy); !fits) {
        evidence->acceptable = false;
        if (!record.evidence || record.evidence->digest != evidence->digest)
            decided.events.push_back(toEvent(checkedEvent(record, *evidence, record.plan.state)));
        decided.refusal = fits.error();
        return decided;
    }
    decided.events.push_back(toEvent(PlanActivated{plan, record.revision, {}, {}}));
    return decided;
}

Result<Decided<Nothing>> decideEnd(const Deciding& deciding, const std::string& plan, const std::string& note) {
    const auto found = operated(deciding, plan, Action::End);
    if (!found) return std::unexpected(found.error());
    if (auto fits = textFits(note, "note"); !fits) return std::unexpected(fits.error());
    Decided<Nothing> decided;
    decided.events.push_back(toEvent(PlanEnded{plan, (*found)->revision, note, {}}));
    return decided;
}

} // namespace haneul::plan
