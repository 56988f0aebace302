#pragma once

#include "core/avoid/motion.h"
#include "core/avoid/path_follower.h"
#include "core/avoid/planner.h"
#include "core/sim/random.h"

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace haneul::sim {

// Who of an encounter avoids.
enum class Avoiding {
    Own,  // the own aircraft alone; the others fly their way
    All,  // everybody who does not fly a surprise
    Mixed // one in two encounters of each
};

// What encounters are drawn from. Speeds, times and places are uniform within their ranges; noise and gusts have the
// shape of a sum of four uniform numbers (close to normal, never beyond 3.46 standard deviations).
struct EncounterSettings {
    std::size_t aircraft = 4; // with the own one: 2 to 8
    Avoiding avoiding = Avoiding::Mixed;
    double wind_mps = 3;        // at most, to each axis; the autopilots hold their course over ground against it
    double gust_mps = 1;        // standard deviation of what they do not hold; correlated over 5 s
    double surpriseShare = 0.3; // of the others, that turn or climb without warning
    double positionNoise_m = 1.5;
    double heightNoise_m = 0.3;
    double velocityNoise_mps = 0.3;
    double latency_s = 1;           // age of a report when it can be used
    double outagesPerMinute = 1;    // of each other aircraft's reports, 2 to 6 s long
    double corridorHalfWidth_m = 0; // of an approved volume around the own path; 0: none

    [[nodiscard]] static EncounterSettings easy(std::size_t aircraft);
    [[nodiscard]] static EncounterSettings hard(std::size_t aircraft); // gusts 2 m/s, surprises 60 %
};

// A change without warning: from `at_s`, for `for_s`.
struct Surprise {
    double at_s = 0;
    double for_s = 0;
    double turn_deg = 0;
    double climb_mps = 0;
};

// Flown as recorded: places one after the other, a fixed time apart.
struct Recording {
    std::vector<geo::Enu_m> places;
    double interval_s = 1;
};

struct EncounterAircraft {
    std::vector<geo::Enu_m> path; // starts at the first place, along the first leg
    double speed_mps = 10;
    bool avoids = false;
    std::optional<Surprise> surprise;
    std::optional<Recording> recording; // instead of the path
};

// A zone that is closed (or a weather cell that is seen) only from `from_s` on.
struct NewZone {
    double from_s = 0;
    avoid::Prism prism;
};

// Everything of one encounter except what the planners decide. Aircraft 0 is the own one.
struct Encounter {
    std::uint64_t seed = 0; // of noise, gusts and outages
    EncounterSettings settings;
    avoid::Weather weather;
    std::vector<EncounterAircraft> aircraft;
    std::vector<NewZone> zones;
    std::vector<avoid::Prism> volume;
    double longest_s = 150;
};

// Encounter `index` of the family `seed`: a straight path of 600 m, others aimed at it so that they would pass within
// 45 m and 12 m. The same arguments give the same encounter on every machine, up to the rounding of sin and cos.
[[nodiscard]] Encounter makeEncounter(const EncounterSettings& settings, std::uint64_t seed, std::uint64_t index);

struct EncounterOutcome {
    bool loss = false;           // of separation of the own aircraft from any other
    std::size_t otherLosses = 0; // pairs of others of which at least one avoids
    double closest = 0;          // smallest separation of the own one, 1 at the edge of the loss cylinder
    bool arrived = false;        // at the end of the path
    double flight_s = 0;
    double distance_m = 0;
    double turn_deg = 0;            // sum of changes of course
    double climb_m = 0;             // sum of changes of height, both ways
    double speedError_m = 0;        // integral of |speed - wanted|
    double offPath_m = 0;           // largest distance from the path
    double endOffPath_m = 0;        // distance from the path at the end
    std::size_t alerts = 0;         // times a conflict ahead began
    std::size_t overrides = 0;      // by the shield
    std::size_t unsafe = 0;         // decisions without a safe action
    std::size_t replans = 0;        // decisions with a request
    std::size_t unaskedOutside = 0; // steps outside the volume before any request
    std::size_t zoneSteps = 0;      // steps inside a zone that was known
    std::size_t decisions = 0;      // of all aircraft

    bool operator==(const EncounterOutcome&) const = default;
};

// Steps of the simulated motion; decisions are every avoid::decisionEvery_s, those of the other aircraft out of step.
inline constexpr double encounterStep_s = 0.25;

// What each aircraft that avoids asks; `aircraft` is its index.
using Decide = std::function<avoid::Decision(std::size_t aircraft, const avoid::Situation& situation)>;

// One place in time of one aircraft, for those who want to watch.
struct EncounterView {
    double time_s = 0;
    std::size_t aircraft = 0;
    geo::Enu_m position;
    avoid::Velocity velocity;
    double course_deg = 0;
};

// An encounter being flown, step by step. Noise, gusts and outages depend on the encounter alone, never on what is
// decided: two planners meet the same.
class EncounterFlight {
public:
    EncounterFlight(const Encounter& encounter, const Decide& decide); // both must outlive it

    [[nodiscard]] bool finished() const { return m_finished; }

    void step(); // encounterStep_s

    [[nodiscard]] double time_s() const { return m_step * encounterStep_s; }

    [[nodiscard]] EncounterView view(std::size_t aircraft) const;

    [[nodiscard]] EncounterOutcome outcome() const { return m_outcome; }

private:
    static constexpr std::size_t historyLength = 40; // steps: latency and the longest outage together

    struct Flyer {
        avoid::Motion motion;
        avoid::PathFollower follower;
        Random gusts;
        Random sensors;
        geo::Enu_m gust{};
        avoid::Action action;
        double targetCourse_deg = 0;
        int outageLeft = 0; // steps in which nothing is heard of it
        int heardStep = 0;  // of the latest report that got through
        std::array<geo::Enu_m, historyLength> places{};
        std::array<avoid::Velocity, historyLength> velocities{};
    };

    void decideFor(std::size_t index);
    void fillSituation(std::size_t index);
    void move(std::size_t index);
    void moveRecorded(std::size_t index);
    void flyUnaware(std::size_t index);
    void report(std::size_t index);
    void judge();
    void judgeStatic();
    void finish();
    [[nodiscard]] static double separation(const geo::Enu_m& a, const geo::Enu_m& b);

    const Encounter& m_encounter;
    const Decide& m_decide;
    std::vector<Flyer> m_flyers;
    avoid::Situation m_situation; // filled anew for each decision
    std::vector<avoid::Prism> m_zones;
    std::vector<bool> m_lost; // pairs
    EncounterOutcome m_outcome;
    int m_step = 0;
    bool m_alert = false;
    bool m_finished = false;
};

[[nodiscard]] EncounterOutcome fly(const Encounter& encounter, const Decide& decide);

} // namespace haneul::sim
