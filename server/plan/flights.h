#pragma once

#include "server/plan/plan_state.h"
#include "server/situation/situation.h"

#include <string_view>
#include <vector>

namespace haneul::plan {

// Whether the aircraft of an approved flight is in the live picture.
enum class Presence {
    Expected, // it is not to be there yet
    NotSeen,  // it should be there (its time has come, or it was activated) and is not
    Seen,
    Lost, // it was there; its last position is history
};
[[nodiscard]] std::string_view toString(Presence presence); // "EXPECTED", "NOT_SEEN", "SEEN", "LOST"

// A flight as the traffic service has it registered (R-PLAN-15, R-EVT-02): the approved plan and the aircraft.
struct Flight {
    PlanPtr plan;
    traffic::TrackPtr track; // of the plan's drone; null: none
    Presence presence = Presence::Expected;
};

// All approved and activated plans that are not over, by start, each with the track of its drone ("uas:<drone_id>").
[[nodiscard]] std::vector<Flight> flightsOf(const PlanState& plans, const situation::Situation& situation);

// The plan that the aircraft flies now, or has next; null: none.
[[nodiscard]] PlanPtr planOfTrack(const PlanState& plans, const traffic::Track& track, UtcMs now);

} // namespace haneul::plan
