#pragma once

#include "core/plan/checks.h"

// What would pass instead of a plan that does not (R-PLAN-08, R-PLAN-09, R-SVC-10, R-SVC-13): another time, another
// height, another route. Each proposal was checked as it is.
namespace haneul::plan {

struct ProposalLimits {
    milliseconds earlier{std::int64_t{2} * 3600 * 1000};
    milliseconds later{std::int64_t{6} * 3600 * 1000};
    milliseconds step{30'000}; // where a place is full
    int looks = 12;            // over the time earlier or later, at what is in the way for nobody knows how long
    double lower_m = 60;       // at most so much lower or higher
    double higher_m = 60;
    double step_m = 10;
    double least_m = 30;                       // above the ends of a route
    std::optional<geo::VerticalLimit> ceiling; // of another reference than the plan's: nothing higher is proposed
    double clearance_m = 5;                    // from what is flown around, beyond the containment
    double longest = 2;                        // times the way of the plan
    double leastArea = 0.5;                    // of the area of the plan
    int mostTries = 60;                        // for each kind
};

enum class ProposalKind {
    Later,
    Earlier,
    Height,
    Route,
};
[[nodiscard]] std::string_view toString(ProposalKind kind); // "LATER", ...

struct Proposal {
    ProposalKind kind = ProposalKind::Later;
    FlightPlan plan;   // whole, the next version: passes when it is submitted unchanged
    double change = 0; // seconds later or earlier; metres higher, below 0 lower; metres longer (of an area: m2 fewer)
    std::vector<CheckReport> reports;
};

// Why a kind found nothing.
enum class NothingFound {
    Closed,    // at each time, or each height, that was tried something is in the way
    NoTime,    // no time is left before the plan's start
    NoHeight,  // no other height is within the limits, or there is none to change
    NoWay,     // no way around is free, or within the limits
    OtherCheck // what was in the way is not there, but another check does not pass
};
[[nodiscard]] std::string_view toString(NothingFound reason); // "CLOSED", "NO_TIME", ...

// How a kind was looked for.
struct Attempt {
    ProposalKind kind = ProposalKind::Later;
    int tried = 0; // plans that were made and checked; of routes: ways around that were looked for
    NothingFound reason = NothingFound::Closed;
    std::vector<std::string> always; // ids of zones, plans and limits that were in the way of each of them
    std::string why;                 // in words

    bool operator==(const Attempt&) const = default;
};

struct ProposalSearch {
    std::vector<Proposal> proposals; // at most one of each kind, the least change of it
    std::vector<Attempt> attempts;   // those kinds that found nothing
    // Checks that no time, height or route changes: they come first, and nothing was looked for.
    std::vector<CheckKind> blockedBy;

    // Time, height and route were each tried at least once, and nothing passes within the limits.
    [[nodiscard]] bool noneExists() const;
};

// For a plan that is not acceptable (check_report.h). Codes: UNKNOWN_PROFILE; NOT_NEEDED (it is acceptable as it is).
[[nodiscard]] Result<ProposalSearch> propose(const FlightPlan& plan, const CheckInputs& inputs,
                                             const ProposalLimits& limits);

} // namespace haneul::plan
