#pragma once

#include "core/avoid/policy.h"
#include "core/sim/encounter.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace haneul::bench {

// How the local planner is trained: antithetic evolution strategy (Salimans et al. 2017) on ranks, steps by Adam, in
// the encounter simulator with the shield in the loop. Equal settings give equal weights, bit for bit, with any number
// of threads: each trial is computed alone, and sums are made in one order.
struct TrainingSettings {
    std::uint64_t seed = 1;
    std::size_t generations = 36;
    std::size_t pairs = 24;
    double sigma = 0.05;
    double step = 0.03;
    std::size_t firstEncounters = 32; // of each trial; doubled after a quarter and after half of the generations
    unsigned threads = 1;
};

struct GenerationReport {
    std::size_t generation = 0;
    std::size_t encounters = 0;
    double reward = 0;     // of the policy before this step, mean of the encounters
    double ruleReward = 0; // of the rule with shield in the same encounters
    double losses = 0;     // of separation, a thousand encounters
    double ruleLosses = 0;
};

struct TrainingResult {
    avoid::Weights weights{};
    std::vector<GenerationReport> generations;
    std::uint64_t encountersFlown = 0;
};

// What an encounter is worth: losses of separation first, then time, turning, climbing, speed changes, alerts,
// overrides and near misses, each with its price.
[[nodiscard]] double reward(const sim::EncounterOutcome& outcome);

// Encounter `index` of the training: 1 to 8 aircraft, gusts 1 or 2 m/s, half surprises, latency up to 1 s.
[[nodiscard]] sim::Encounter trainingEncounter(std::uint64_t seed, std::uint64_t index);

[[nodiscard]] TrainingResult train(const TrainingSettings& settings,
                                   const std::function<void(const GenerationReport&)>& report);

} // namespace haneul::bench
