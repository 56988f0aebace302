#include "core/avoid/planner.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace haneul::avoid {

namespace {

constexpr std::array<std::string_view, allModes.size()> modeNames{"none", "rules", "rules+shield", "learned",
                                                                  "learned+shield"};

// The learned modes without a policy are the rule's.
Mode flown(Mode wanted, bool hasPolicy) {
    if (hasPolicy || !isLearned(wanted)) return wanted;
    return isShielded(wanted) ? Mode::RulesShield : Mode::Rules;
}

Reason reasonFor(const Prospect& refused) {
    if (refused.traffic_m < 0) return Reason::ShieldTraffic;
    return refused.zones_m < 0 ? Reason::ShieldZone : Reason::ShieldVolume;
}

bool finite(const geo::Enu_m& position, double a, double b, double c) {
    return std::isfinite(position.east + position.north + position.up + a + b + c);
}

// Positions and velocities that are numbers; comparisons with anything else would answer "clear".
bool known(const Situation& situation) {
    const OwnState& own = situation.own;
    const Guidance& wanted = situation.guidance;
    return finite(own.position, own.course_deg, own.speed_mps, own.climb_mps) &&
           std::isfinite(wanted.course_deg + wanted.height_m + wanted.speed_mps + situation.weather.windEast_mps +
                         situation.weather.windNorth_mps + situation.weather.gust_mps) &&
           std::ranges::all_of(situation.traffic, [](const Traffic& other) {
               return finite(other.position, other.velocity.east_mps, other.velocity.north_mps,
                             other.velocity.up_mps) &&
                      std::isfinite(other.age_s + other.positionError_m + other.heightError_m);
           });
}

Decision notJudged(Mode mode) {
    Decision decision;
    decision.mode = mode;
    decision.overridden = true;
    decision.alert = true;
    decision.safe = false;
    decision.reason = Reason::NotJudged;
    decision.replan = Replan::NoSafeAction;
    return decision; // its action is: straight, level, down to a stop
}

} // namespace

std::string_view toString(Mode mode) {
    return modeNames.at(static_cast<std::size_t>(mode));
}

std::optional<Mode> modeFrom(std::string_view text) {
    const auto found = std::ranges::find(modeNames, text);
    if (found == modeNames.end()) return std::nullopt;
    return allModes.at(static_cast<std::size_t>(found - modeNames.begin()));
}

bool isLearned(Mode mode) {
    return mode == Mode::Learned || mode == Mode::LearnedShield;
}

bool isShielded(Mode mode) {
    return mode == Mode::RulesShield || mode == Mode::LearnedShield;
}

std::string_view toString(Reason reason) {
    switch (reason) {
    case Reason::Preferred:
        return "preferred";
    case Reason::ShieldTraffic:
        return "shield-traffic";
    case Reason::ShieldZone:
        return "shield-zone";
    case Reason::ShieldVolume:
        return "shield-volume";
    case Reason::OutsideVolume:
        return "outside-volume";
    case Reason::NotJudged:
        return "not-judged";
    case Reason::LeastBad:
        return "least-bad";
    }
    return "unknown";
}

std::string_view toString(Replan replan) {
    switch (replan) {
    case Replan::None:
        return "none";
    case Replan::NoSafeAction:
        return "no-safe-action";
    case Replan::PathBlocked:
        return "path-blocked";
    }
    return "unknown";
}

struct Planner::Ranked {
    Candidates candidates;
    std::array<Assessment, candidateCount> assessed;
    std::array<double, candidateCount> scores;
    std::array<std::uint8_t, candidateCount> order;
};

Planner::Planner(Mode mode, std::optional<Policy> policy, ShieldSettings shield)
    : m_mode(flown(mode, policy.has_value()))
    , m_policy(policy.value_or(Policy()))
    , m_shield(shield) {}

Decision Planner::decide(const Situation& situation) const {
    if (!known(situation)) return notJudged(m_mode);
    Ranked ranked;
    ranked.candidates = candidatesFor(situation);
    for (std::size_t i = 0; i < candidateCount; ++i) {
        ranked.assessed[i] = assess(situation, ranked.candidates[i]);
        const Assessment& assessed = ranked.assessed[i];
        ranked.scores[i] = m_mode == Mode::None ? -assessed.pathCost : -assessed.ruleCost;
        if (isLearned(m_mode)) ranked.scores[i] += static_cast<double>(m_policy.adjust(assessed.features));
        ranked.order[i] = static_cast<std::uint8_t>(i);
    }
    std::ranges::sort(ranked.order, [&](std::uint8_t a, std::uint8_t b) {
        if (ranked.scores[a] != ranked.scores[b]) return ranked.scores[a] > ranked.scores[b];
        return a < b;
    });
    Decision decision;
    decision.mode = m_mode;
    decision.preferred = decision.chosen = ranked.order.front();
    decision.alert = conflictAhead(situation);
    if (isShielded(m_mode)) choose(situation, ranked, decision);
    if (decision.replan == Replan::None && situation.guidance.sinceProgress_s >= blockedAfter_s)
        decision.replan = Replan::PathBlocked;
    decision.action = ranked.candidates[decision.chosen];
    decision.features = ranked.assessed[decision.chosen].features;
    decision.score = ranked.scores[decision.chosen];
    return decision;
}

void Planner::choose(const Situation& situation, const Ranked& ranked, Decision& decision) const {
    const Shield shield(situation, m_shield);
    std::optional<std::size_t> clear;
    std::size_t leastBad = ranked.order.front();
    double leastBad_m = -std::numeric_limits<double>::infinity();
    double clear_m = 0;
    Reason refused = Reason::Preferred;
    for (const std::size_t index : ranked.order) {
        const Prospect prospect = shield.prospect(ranked.candidates[index]);
        if (prospect.safe()) {
            decision.chosen = index;
            decision.reason = refused;
            decision.overridden = index != decision.preferred;
            decision.worstMargin_m = prospect.worst_m();
            return;
        }
        if (index == decision.preferred) refused = reasonFor(prospect);
        if (prospect.clear() && !clear) {
            clear = index;
            clear_m = prospect.worst_m();
        }
        if (prospect.worst_m() > leastBad_m) {
            leastBad_m = prospect.worst_m();
            leastBad = index;
        }
    }
    decision.safe = false;
    decision.replan = Replan::NoSafeAction;
    decision.chosen = clear.value_or(leastBad);
    decision.worstMargin_m = clear ? clear_m : leastBad_m;
    decision.reason = clear ? Reason::OutsideVolume : Reason::LeastBad;
    decision.overridden = decision.chosen != decision.preferred;
}

} // namespace haneul::avoid
