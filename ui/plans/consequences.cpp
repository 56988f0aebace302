#include "ui/plans/consequences.h"

#include "server/people/approval_rules.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace haneul::plans {

using deconflict::Standing;
using plan::State;

namespace {

bool mayStillCome(State state) {
    return state == State::PendingApproval || state == State::Submitted || state == State::Returned ||
           state == State::Draft;
}

std::vector<Affected> affectedBy(const plan::PlanRecord& record, const plan::PlanState& state,
                                 const deconflict::PriorityRules& rules, const geo::Surroundings& surroundings) {
    std::vector<Affected> affected;
    deconflict::IntentIndex index;
    if (!index.insert({record.plan.id, record.plan.priority, record.plan.volumes})) return affected;
    for (const plan::PlanPtr& other : state.plans) {
        const plan::FlightPlan& plan = other->plan;
        if (plan.id == record.plan.id || !mayStillCome(plan.state) || plan.volumes.empty()) continue;
        if (!std::ranges::all_of(plan.volumes, [](const auto& volume) { return geo::check(volume).has_value(); }))
            continue;
        for (const auto& conflict : index.conflicts({plan.id, plan.priority, plan.volumes}, rules, surroundings))
            if (conflict.standing != Standing::Permitted)
                affected.push_back(
                    {plan.id, plan.state, conflict.standing, conflict.answer, conflict.from, conflict.to});
    }
    std::ranges::sort(affected, {}, [](const Affected& one) {
        return std::tuple(one.standing != Standing::Blocks, one.from.value_or(UtcMs{}), one.plan);
    });
    return affected;
}

Result<void> stillWaits(const plan::PlanRecord& record) {
    if (auto next = plan::apply(record.plan.state, plan::Action::Approve); !next) return std::unexpected(next.error());
    if (!record.evidence) return fail("CHECKS_FAILED", "it has not been checked", "evidence");
    if (record.evidence->acceptable) return {};
    for (const plan::CheckReport& report : record.evidence->reports)
        for (const plan::Finding& finding : report.findings)
            if (finding.verdict == plan::Verdict::Fail) return fail("CHECKS_FAILED", finding.words, finding.where);
    return fail("CHECKS_FAILED", "a check that must be judged is not judged", "evidence");
}

} // namespace

Result<void> mayDecide(const plan::PlanRecord& record, const std::optional<people::Principal>& by, bool approving) {
    if (!by) return fail("FORBIDDEN", "nobody is signed in", "plan.approve");
    people::ApprovalCase waiting{.authors = record.authors, .lastEditor = record.changedBy, .firstApprover = {}};
    if (approving && !record.approvals.empty()) waiting.firstApprover = record.approvals.front().by;
    return people::mayApprove(*by, waiting);
}

std::vector<std::string> concerned(const plan::PlanRecord& record) {
    std::set<std::string> users{record.createdBy, record.changedBy, record.submittedBy, record.pilotUser};
    users.erase("");
    return {users.begin(), users.end()};
}

Consequences consequencesOf(const plan::PlanRecord& record, const plan::PlanState& state,
                            const std::optional<people::Principal>& by, const deconflict::PriorityRules& rules,
                            const geo::Surroundings& surroundings) {
    Consequences all;
    if (auto may = mayDecide(record, by, true); !may)
        all.hindrance = may.error();
    else if (auto waits = stillWaits(record); !waits)
        all.hindrance = waits.error();
    all.given = static_cast<int>(record.approvals.size()) + 1;
    if (record.evidence) {
        all.needed = std::max(1, record.evidence->needed.number);
        all.whyMore = record.evidence->needed.reasons;
        all.notJudged = static_cast<int>(std::ranges::count_if(
            record.evidence->reports, [](const auto& report) { return report.verdict == plan::Verdict::NotJudged; }));
    }
    if (all.given < all.needed) {
        all.after = State::PendingApproval;
        all.toldSupervisors = true;
        return all;
    }
    all.toldUsers = concerned(record);
    all.intents = record.plan.volumes.size();
    all.affected = affectedBy(record, state, rules, surroundings);
    return all;
}

} // namespace haneul::plans
