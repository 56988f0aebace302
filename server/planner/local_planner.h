#pragma once

#include "core/avoid/planner.h"
#include "core/base/error.h"
#include "core/base/time.h"
#include "core/geo/position.h"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace haneul::planner {

// Which planner is wanted; a setting of the program.
enum class Choice { Learned, Rules };

struct LocalPlannerSettings {
    Choice choice = Choice::Learned;
    std::filesystem::path policy; // its training record stands beside it, with ".json" behind the name
};

// How the policy came to be, from its record.
struct Training {
    std::int64_t seed = 0;
    std::int64_t generations = 0;
    std::int64_t encounters = 0;
    double firstReward = 0; // mean reward of an encounter before the first and before the last generation
    double lastReward = 0;
    double ruleReward = 0; // of the rule with shield in the last generation's encounters
};

// What flies, and why it is not what was wanted.
struct Status {
    Choice wanted = Choice::Learned;
    avoid::Mode mode = avoid::Mode::RulesShield;
    std::string version;          // of the policy; empty: none could be read
    std::optional<Error> refused; // why the policy is not flown although it is wanted
    std::optional<Training> training;
};

// A decision that was flown, with what is needed to understand it later.
struct FlownDecision {
    UtcMs time{};
    std::string drone;
    geo::LatLon position;
    double height_m = 0; // AMSL
    double course_deg = 0;
    double speed_mps = 0;
    double battery_pct = 0;
    std::size_t traffic = 0; // aircraft it knew of
    double wind_mps = 0;
    avoid::Decision decision;
};

struct Counters {
    std::uint64_t decisions = 0;
    std::uint64_t alerts = 0;
    std::uint64_t overrides = 0;
    std::uint64_t unsafe = 0;
    std::uint64_t replans = 0;
};

// The local planner of this instance: reads the policy once, and flies the rule with shield where there is none, where
// it is damaged or made for other features, or where the setting says so. Keeps the latest decisions that differ from
// following the path. All functions are thread-safe.
class LocalPlanner {
public:
    explicit LocalPlanner(const LocalPlannerSettings& settings);

    [[nodiscard]] const Status& status() const { return m_status; }

    [[nodiscard]] const avoid::Planner& planner() const { return m_planner; }

    // Counts it, and keeps it when there was an alert, an override, a request, or no safe action.
    void record(FlownDecision decision);

    [[nodiscard]] std::vector<FlownDecision> recent() const; // latest first
    [[nodiscard]] Counters counters() const;

    static constexpr std::size_t kept = 200;

private:
    Status m_status;
    avoid::Planner m_planner;
    mutable std::mutex m_mutex;
    std::deque<FlownDecision> m_recent;
    Counters m_counters;
};

} // namespace haneul::planner
