#include "tests/bench/planner_training.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numbers>
#include <numeric>
#include <thread>

namespace haneul::bench {

namespace {

using avoid::Mode;
using avoid::policySize;
using Vector = std::vector<double>;

// Box and Muller, from the fixed engine.
double normal(sim::Random& random) {
    const double radius = std::sqrt(-2 * std::log(1 - random.unit()));
    return radius * std::cos(2 * std::numbers::pi * random.unit());
}

avoid::Weights rounded(const Vector& values) {
    avoid::Weights weights{};
    std::ranges::transform(values, weights.begin(), [](double value) { return static_cast<float>(value); });
    return weights;
}

// Hidden weights small and random, output zero: the untrained policy is the rule.
Vector untrained(sim::Random& random) {
    Vector made(policySize, 0.0);
    for (std::size_t i = 0; i < avoid::featureCount * avoid::hiddenUnits; ++i)
        made[i] = 0.4 * normal(random);
    return made;
}

struct Trial {
    double reward = 0;
    double losses = 0;
};

Trial tryOut(Mode mode, const avoid::Policy& policy, const std::vector<sim::Encounter>& encounters) {
    const avoid::Planner planner(mode, policy);
    const sim::Decide decide = [&planner](std::size_t, const avoid::Situation& situation) {
        return planner.decide(situation);
    };
    Trial trial;
    for (const sim::Encounter& encounter : encounters) {
        const sim::EncounterOutcome outcome = sim::fly(encounter, decide);
        trial.reward += reward(outcome);
        trial.losses += outcome.loss ? 1 : 0;
    }
    const auto count = static_cast<double>(encounters.size());
    return {trial.reward / count, trial.losses / count * 1000};
}

class Adam {
public:
    explicit Adam(double step)
        : m_step(step) {}

    void ascend(Vector& values, const Vector& gradient) {
        constexpr double beta1 = 0.9;
        constexpr double beta2 = 0.999;
        m_scale1 *= beta1;
        m_scale2 *= beta2;
        for (std::size_t i = 0; i < values.size(); ++i) {
            m_mean[i] = beta1 * m_mean[i] + (1 - beta1) * gradient[i];
            m_square[i] = beta2 * m_square[i] + (1 - beta2) * gradient[i] * gradient[i];
            values[i] += m_step * (m_mean[i] / (1 - m_scale1)) / (std::sqrt(m_square[i] / (1 - m_scale2)) + 1e-8);
        }
    }

private:
    double m_step;
    double m_scale1 = 1;
    double m_scale2 = 1;
    Vector m_mean = Vector(policySize, 0.0);
    Vector m_square = Vector(policySize, 0.0);
};

// Ranks from -0.5 to 0.5; equal rewards by position, so that the order is always one.
Vector ranks(const std::vector<Trial>& trials) {
    std::vector<std::size_t> order(trials.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return trials[i].reward; });
    Vector made(trials.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        made[order[place]] = static_cast<double>(place) / static_cast<double>(order.size() - 1) - 0.5;
    return made;
}

std::vector<sim::Encounter> encountersOf(const TrainingSettings& settings, std::uint64_t first, std::size_t count) {
    std::vector<sim::Encounter> made;
    for (std::size_t i = 0; i < count; ++i)
        made.push_back(trainingEncounter(settings.seed, first + i));
    return made;
}

std::size_t encountersIn(const TrainingSettings& settings, std::size_t generation) {
    if (generation * 2 >= settings.generations) return settings.firstEncounters * 4;
    return generation * 4 >= settings.generations ? settings.firstEncounters * 2 : settings.firstEncounters;
}

} // namespace

double reward(const sim::EncounterOutcome& outcome) {
    const double nearMiss = std::max(1.4 - outcome.closest, 0.0);
    return -(outcome.loss ? 60 : 0) - 20 * static_cast<double>(outcome.otherLosses) - 25 * nearMiss * nearMiss -
           (outcome.arrived ? 0 : 30) - 0.05 * outcome.flight_s - 0.02 * outcome.turn_deg - 0.04 * outcome.climb_m -
           0.05 * outcome.speedError_m - 0.2 * static_cast<double>(outcome.alerts) -
           0.1 * static_cast<double>(outcome.overrides) - 0.02 * outcome.endOffPath_m;
}

sim::Encounter trainingEncounter(std::uint64_t seed, std::uint64_t index) {
    sim::Random random = sim::Random::stream(seed ^ 0x7a11ULL, index);
    constexpr std::array<std::size_t, 8> crowds{1, 2, 2, 3, 4, 4, 6, 8};
    sim::EncounterSettings settings;
    settings.aircraft = crowds[random.below(crowds.size())];
    settings.avoiding = random.unit() < 0.12 ? sim::Avoiding::All : sim::Avoiding::Own;
    settings.gust_mps = random.unit() < 0.3 ? 1 : 2;
    settings.surpriseShare = 0.5;
    settings.latency_s = random.unit() < 0.7 ? 1 : random.uniform(0, 1);
    return sim::makeEncounter(settings, seed, index);
}

TrainingResult train(const TrainingSettings& settings, const std::function<void(const GenerationReport&)>& report) {
    sim::Random random = sim::Random::stream(settings.seed, 0xe5ULL << 32U);
    Vector centre = untrained(random);
    Adam adam(settings.step);
    TrainingResult result;
    std::uint64_t firstIndex = 0;
    for (std::size_t generation = 0; generation < settings.generations; ++generation) {
        const std::size_t count = encountersIn(settings, generation);
        const std::vector<sim::Encounter> encounters = encountersOf(settings, firstIndex, count);
        firstIndex += count;
        std::vector<Vector> offsets(settings.pairs, Vector(policySize));
        for (Vector& offset : offsets)
            for (double& value : offset)
                value = normal(random);
        std::vector<Trial> trials(2 * settings.pairs + 2); // then the centre, then the rule
        std::atomic<std::size_t> next = 0;
        const auto work = [&] {
            for (std::size_t i = next++; i < trials.size(); i = next++) {
                if (i + 1 == trials.size()) {
                    trials[i] = tryOut(Mode::RulesShield, {}, encounters);
                    continue;
                }
                Vector values = centre;
                const double sigma = i % 2 == 0 ? settings.sigma : -settings.sigma;
                for (std::size_t k = 0; k < policySize && i < 2 * settings.pairs; ++k)
                    values[k] += sigma * offsets[i / 2][k];
                trials[i] = tryOut(Mode::LearnedShield, avoid::Policy(rounded(values)), encounters);
            }
        };
        {
            std::vector<std::jthread> threads;
            for (unsigned i = 1; i < settings.threads; ++i)
                threads.emplace_back(work);
            work();
        }
        const Trial rule = trials[2 * settings.pairs + 1];
        const Trial before = trials[2 * settings.pairs];
        trials.resize(2 * settings.pairs);
        const Vector ranked = ranks(trials);
        Vector gradient(policySize, 0.0);
        for (std::size_t i = 0; i < settings.pairs; ++i)
            for (std::size_t k = 0; k < policySize; ++k)
                gradient[k] += (ranked[2 * i] - ranked[2 * i + 1]) * offsets[i][k];
        adam.ascend(centre, gradient);

        const GenerationReport made{.generation = generation,
                                    .encounters = count,
                                    .reward = before.reward,
                                    .ruleReward = rule.reward,
                                    .losses = before.losses,
                                    .ruleLosses = rule.losses};
        result.encountersFlown += count * (2 * settings.pairs + 2);
        result.generations.push_back(made);
        if (report) report(made);
    }
    result.weights = rounded(centre);
    return result;
}

} // namespace haneul::bench
