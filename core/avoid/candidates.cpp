#include "core/avoid/candidates.h"

#include "core/avoid/motion.h"

#include <algorithm>
#include <cmath>

namespace haneul::avoid {

namespace {

constexpr double lowBattery_pct = 15;
// Less than this is noise of the own position, not worth a turn or a climb.
constexpr double smallestTurn_deg = 3;
constexpr double smallestClimb_mps = 0.15;

template <std::size_t N>
void snap(std::array<double, N>& choices, double wanted) {
    *std::ranges::min_element(choices, {}, [wanted](double choice) { return std::abs(choice - wanted); }) = wanted;
}

std::array<double, courseChoices> turns_deg(const Situation& situation) {
    const double widest_deg = widestTurn_deg(situation);
    std::array<double, courseChoices> turns{-widest_deg, -widest_deg / 2, 0, widest_deg / 2, widest_deg};
    const double wanted_deg = turnBetween_deg(situation.own.course_deg, situation.guidance.course_deg);
    if (std::abs(wanted_deg) >= smallestTurn_deg) snap(turns, std::clamp(wanted_deg, -widest_deg, widest_deg));
    return turns;
}

std::array<double, speedChoices> speeds_mps(const Situation& situation) {
    const Envelope& envelope = situation.envelope;
    const double wind_mps = std::hypot(situation.weather.windEast_mps, situation.weather.windNorth_mps);
    const double reach_mps = std::max(envelope.maxAirspeed_mps - wind_mps, 0.0);
    const double wanted_mps = std::min(situation.guidance.speed_mps, reach_mps);
    const double fast_mps = situation.own.battery_pct < lowBattery_pct ? wanted_mps : envelope.fast_mps;
    return {std::min(envelope.slow_mps, wanted_mps), wanted_mps, std::min(std::max(fast_mps, wanted_mps), reach_mps)};
}

std::array<double, climbChoices> climbs_mps(const Situation& situation) {
    const Envelope& envelope = situation.envelope;
    std::array<double, climbChoices> climbs{-envelope.descent_mps, 0, envelope.climb_mps};
    // Two decisions to get there: the rate is approached, not jumped to.
    const double wanted_mps = (situation.guidance.height_m - situation.own.position.up) / (2 * decisionEvery_s);
    if (std::abs(wanted_mps) >= smallestClimb_mps)
        snap(climbs, std::clamp(wanted_mps, -envelope.descent_mps, envelope.climb_mps));
    const double up_mps = (situation.ceiling_m - situation.own.position.up) / (2 * decisionEvery_s);
    const double down_mps = (situation.floor_m - situation.own.position.up) / (2 * decisionEvery_s);
    for (double& climb : climbs) {
        climb = std::min(climb, std::max(up_mps, 0.0));
        climb = std::max(climb, std::min(down_mps, 0.0));
    }
    return climbs;
}

} // namespace

double widestTurn_deg(const Situation& situation) {
    return std::min(situation.envelope.turnRate_dps(situation.own.speed_mps) * decisionEvery_s, 180.0);
}

Candidates candidatesFor(const Situation& situation) {
    Candidates made;
    std::size_t next = 0;
    const auto speeds = speeds_mps(situation);
    const auto climbs = climbs_mps(situation);
    for (const double turn : turns_deg(situation))
        for (const double speed : speeds)
            for (const double climb : climbs)
                made[next++] = {.turn_deg = turn, .speed_mps = speed, .climb_mps = climb};
    return made;
}

} // namespace haneul::avoid
