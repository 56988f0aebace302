#pragma once

#include "core/fleet/inventory.h"
#include "core/plan/check_report.h"
#include "core/plan/containment.h"
#include "core/plan/profile.h"

// Whether a plan is complete and can be flown by its drone (R-PLAN-01..05).
namespace haneul::plan {

// F3548-21: OiMaxVertices, OiMaxPlanHorizon.
inline constexpr std::size_t mostVertices = 10'000;
inline constexpr milliseconds longestHorizon{std::int64_t{30} * 24 * 3600 * 1000};

// Everything that is wrong with the form, not only the first: NO_ID, NO_OPERATOR, NO_DRONE, NO_PILOT, UNKNOWN_PROFILE,
// BAD_MISSION_TYPE, BAD_PATTERN_FOR_PROFILE, FIELD_REQUIRED (by the profile), BAD_TIMES, IN_THE_PAST, TOO_FAR_AHEAD,
// BAD_PRIORITY (not in 0..100), BAD_SPEED, LOST_LINK_REQUIRED and LANDING_SITE_REQUIRED (BVLOS), BAD_LANDING_SITE,
// BAD_DOCUMENT (no number, ends before it begins), BAD_PARCELS, NO_VOLUMES, TOO_MANY_VERTICES, END_BEFORE_LANDING (the
// route takes longer than the plan's time), VOLUMES_DO_NOT_CONTAIN (the flight, looked at each second), and the codes
// of the route, area or pattern.
[[nodiscard]] std::vector<Finding> checkForm(const FlightPlan& plan, const Containment& containment, UtcMs now);

struct Performance {
    std::vector<Finding> broken;    // SPEED_ABOVE_MODEL, CLIMB_ABOVE_MODEL, DESCENT_ABOVE_MODEL, TIME_ABOVE_ENDURANCE
    std::vector<Finding> kept;      // the same codes
    std::vector<Finding> notJudged; // MODEL_UNKNOWN: the limit is not known
};

// `flight_s`: in the air.
[[nodiscard]] Performance checkPerformance(const OperatingParameters& parameters, double flight_s,
                                           const std::optional<fleet::DroneModel>& model);

// Of the route; of an area operation the plan's whole time. 0 where it cannot be told.
[[nodiscard]] double flightTime_s(const FlightPlan& plan);

} // namespace haneul::plan
