#pragma once

#include "core/deconflict/intents.h"
#include "server/people/principal.h"
#include "server/plan/plan_state.h"

#include <optional>
#include <string>
#include <vector>

// What an approval would cause, for the person who is about to give it: worked out before the click (alert probe).
namespace haneul::plans {

// A plan that is not approved yet and would meet this one.
struct Affected {
    std::string plan;
    plan::State state = plan::State::PendingApproval;
    deconflict::Standing standing =
        deconflict::Standing::Blocks;                // of this one: Blocks, the other could not be approved
    geo::Judgement answer = geo::Judgement::Unknown; // Unknown: their heights cannot be compared
    std::optional<UtcMs> from, to;                   // both would be there

    bool operator==(const Affected&) const = default;
};

struct Consequences {
    std::optional<Error> hindrance;            // why this person cannot approve it, as the service would say
    plan::State after = plan::State::Approved; // PendingApproval: a second person must approve too
    int given = 1, needed = 1;                 // approvals, this one among them
    std::vector<std::string> whyMore;          // than one
    std::vector<std::string> toldUsers;        // user ids
    bool toldSupervisors = false;
    int notJudged = 0;              // checks that say so: the approver takes them upon himself
    std::vector<Affected> affected; // those that it would block first, then by time
    std::size_t intents = 0;        // volumes that others must keep out of from then on; 0: none yet
};

[[nodiscard]] Consequences consequencesOf(const plan::PlanRecord& record, const plan::PlanState& state,
                                          const std::optional<people::Principal>& by,
                                          const deconflict::PriorityRules& rules,
                                          const geo::Surroundings& surroundings);

// Whether this person may decide about it, as the service judges (separation of duties). Codes: those of mayApprove.
[[nodiscard]] Result<void> mayDecide(const plan::PlanRecord& record, const std::optional<people::Principal>& by,
                                     bool approving);

// User ids of those who are told what becomes of a plan: its pilot and authors.
[[nodiscard]] std::vector<std::string> concerned(const plan::PlanRecord& record);

} // namespace haneul::plans
