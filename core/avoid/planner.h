#pragma once

#include "core/avoid/assessment.h"
#include "core/avoid/policy.h"
#include "core/avoid/shield.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace haneul::avoid {

enum class Mode {
    None,        // follows the path and sees nobody; to compare with
    Rules,       // velocity obstacle
    RulesShield, // the fall-back
    Learned,     // rule and learned scorer, unguarded; to compare with
    LearnedShield,
};
inline constexpr std::array allModes{Mode::None, Mode::Rules, Mode::RulesShield, Mode::Learned, Mode::LearnedShield};

[[nodiscard]] std::string_view toString(Mode mode); // "none", "rules", "rules+shield", "learned", "learned+shield"
[[nodiscard]] std::optional<Mode> modeFrom(std::string_view text);
[[nodiscard]] bool isLearned(Mode mode);
[[nodiscard]] bool isShielded(Mode mode);

// Why the chosen action was chosen.
enum class Reason {
    Preferred,     // the best by the scorer
    ShieldTraffic, // a better one was not safe from other aircraft
    ShieldZone,    // ... from a zone, the floor or the ceiling
    ShieldVolume,  // ... would have left the approved volume
    OutsideVolume, // none was safe inside the volume: the best that is clear of aircraft and zones, with a request
    NotJudged,     // something known is no number: it brakes, level, with a request
    LeastBad,      // none was clear at all: the one that keeps farthest off, with a request
};
[[nodiscard]] std::string_view toString(Reason reason);

// What the planner asks the operator for: the approved plan does not fit any more.
enum class Replan {
    None,
    NoSafeAction, // inside the approved volume
    PathBlocked,  // no progress along the path although nothing but the path's surroundings is in the way
};
[[nodiscard]] std::string_view toString(Replan replan);

// A decision with what it was made of, to be recorded.
struct Decision {
    Mode mode = Mode::None;    // as flown: without a policy the learned modes fly the rule
    std::size_t preferred = 0; // candidate the scorer ranked first
    std::size_t chosen = 0;
    Action action;
    Features features{}; // of the chosen one
    double score = 0;
    bool overridden = false; // by the shield
    Reason reason = Reason::Preferred;
    Replan replan = Replan::None;
    bool alert = false;       // flying on as before would have come to a conflict within 25 s
    bool safe = true;         // of the chosen one, by the shield; true where there is no shield
    double worstMargin_m = 0; // the shield's, of the chosen one

    bool operator==(const Decision&) const = default;
};

// Chooses among 45 actions: each is scored (-ruleCost, and the learned adjustment), ranked, and the first that the
// shield lets pass is flown. A pure function of the situation: the same input gives the same decision; equal scores go
// to the lower index.
class Planner {
public:
    explicit Planner(Mode mode, std::optional<Policy> policy = std::nullopt, ShieldSettings shield = {});

    [[nodiscard]] Decision decide(const Situation& situation) const;

    [[nodiscard]] Mode mode() const { return m_mode; } // as flown

    static constexpr double blockedAfter_s = 16;

private:
    struct Ranked;
    void choose(const Situation& situation, const Ranked& ranked, Decision& decision) const;

    Mode m_mode;
    Policy m_policy;
    ShieldSettings m_shield;
};

} // namespace haneul::avoid
