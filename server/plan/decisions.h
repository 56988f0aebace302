#pragma once

#include "core/base/error.h"
#include "server/people/principal.h"
#include "server/plan/events.h"
#include "server/plan/plan_service.h"
#include "server/plan/plan_settings.h"
#include "server/storage/database.h"

#include <optional>
#include <vector>

// What is decided inside the log's transaction. Each function reads the tables as they are then and gives the events,
// or why not.
namespace haneul::plan {

template <class Outcome>
struct Decided {
    std::vector<log::NewEvent> events; // of plans, and the notices that go with them
    Outcome outcome{};
    std::optional<Error> refusal; // the events are written all the same
};

using Nothing = std::monostate;

// Who decides, when and by what rules.
struct Deciding {
    const storage::Database& database;
    const PlanSettings& settings;
    const people::Principal& by;
    UtcMs now{};
};

[[nodiscard]] Result<Decided<SavedPlan>> decideSave(const Deciding& deciding, const FlightPlan& plan,
                                                    std::uint64_t basedOn);
[[nodiscard]] Result<Decided<Submission>> decideSubmit(const Deciding& deciding, const std::string& plan,
                                                       std::uint64_t revision);
[[nodiscard]] Result<Decided<ApprovalOutcome>> decideApprove(const Deciding& deciding, const ApprovePlan& wanted);
[[nodiscard]] Result<Decided<Nothing>> decideLookAgain(const Deciding& deciding, const std::string& plan);
[[nodiscard]] Result<Decided<Nothing>> decideReturn(const Deciding& deciding, const RefusePlan& wanted);
[[nodiscard]] Result<Decided<Nothing>> decideReject(const Deciding& deciding, const RefusePlan& wanted);
[[nodiscard]] Result<Decided<Nothing>> decideWithdraw(const Deciding& deciding, const std::string& plan,
                                                      const std::string& reason);
[[nodiscard]] Result<Decided<Nothing>> decideRevoke(const Deciding& deciding, const std::string& plan,
                                                    const std::string& reason);
[[nodiscard]] Result<Decided<Nothing>> decideActivate(const Deciding& deciding, const std::string& plan);
[[nodiscard]] Result<Decided<Nothing>> decideEnd(const Deciding& deciding, const std::string& plan,
                                                 const std::string& note);

} // namespace haneul::plan
