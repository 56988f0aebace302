// Trains the local planner: planner_train --seed N --out FILE [--generations N] [--pairs N] [--encounters N] [--threads
// N] writes FILE (the policy) and FILE.json (the training record). Equal seed and numbers give equal files.
#include "core/avoid/policy_file.h"
#include "tests/bench/planner_training.h"

#include <chrono>
#include <cstdio>
#include <format>
#include <fstream>
#include <string>

namespace {

using namespace haneul;

struct Arguments {
    bench::TrainingSettings settings;
    std::string out;
};

bool parse(int argc, char** argv, Arguments& made) {
    if (argc % 2 == 0) return false;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        const std::string value = argv[i + 1];
        if (name == "--out") {
            made.out = value;
            continue;
        }
        const std::uint64_t number = std::stoull(value);
        if (name == "--seed")
            made.settings.seed = number;
        else if (name == "--generations")
            made.settings.generations = number;
        else if (name == "--pairs")
            made.settings.pairs = number;
        else if (name == "--encounters")
            made.settings.firstEncounters = number;
        else if (name == "--sigma-permille")
            made.settings.sigma = static_cast<double>(number) / 1000;
        else if (name == "--step-permille")
            made.settings.step = static_cast<double>(number) / 1000;
        else if (name == "--threads")
            made.settings.threads = static_cast<unsigned>(number);
        else
            return false;
    }
    return !made.out.empty() && made.settings.pairs > 0 && made.settings.firstEncounters > 0;
}

std::string record(const bench::TrainingSettings& settings, const bench::TrainingResult& result,
                   const std::string& version) {
    std::string text = std::format(
        "{{\n \"policy\": \"{}\",\n \"method\": \"antithetic evolution strategy, ranks, Adam, shield in the loop\",\n"
        " \"features\": \"{}\",\n \"seed\": {},\n \"generations\": {},\n \"pairs\": {},\n \"sigma\": {},\n \"step\": "
        "{},\n"
        " \"first_encounters\": {},\n \"encounters_flown\": {},\n \"rewards\": [\n",
        version, avoid::featureSet, settings.seed, settings.generations, settings.pairs, settings.sigma, settings.step,
        settings.firstEncounters, result.encountersFlown);
    for (const bench::GenerationReport& generation : result.generations)
        text += std::format("  {{\"generation\": {}, \"encounters\": {}, \"reward\": {:.4f}, \"rule_reward\": {:.4f}, "
                            "\"losses_per_1000\": {:.2f}, \"rule_losses_per_1000\": {:.2f}}}{}\n",
                            generation.generation, generation.encounters, generation.reward, generation.ruleReward,
                            generation.losses, generation.ruleLosses,
                            generation.generation + 1 < result.generations.size() ? "," : "");
    return text + " ]\n}\n";
}

} // namespace

int main(int argc, char** argv) {
    Arguments arguments;
    if (!parse(argc, argv, arguments)) {
        std::fputs(
            "usage: planner_train --seed N --out FILE [--generations N] [--pairs N] [--encounters N] [--threads N]\n",
            stderr);
        return 2;
    }
    const auto begin = std::chrono::steady_clock::now();
    const auto result = bench::train(arguments.settings, [&](const bench::GenerationReport& report) {
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        std::printf("%3zu  %6.1f s  %zu encounters  reward %.3f (rule %.3f)  losses per 1,000 %.1f (rule %.1f)\n",
                    report.generation, took.count(), report.encounters, report.reward, report.ruleReward, report.losses,
                    report.ruleLosses);
        std::fflush(stdout);
    });
    const auto bytes = avoid::encodePolicy(avoid::Policy(result.weights));
    const auto stored = avoid::decodePolicy(bytes);
    std::ofstream policy(arguments.out, std::ios::binary);
    policy.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    std::ofstream json(arguments.out + ".json");
    json << record(arguments.settings, result, stored ? stored->version : "");
    policy.close();
    json.close();
    if (!stored || !policy || !json) {
        std::fprintf(stderr, "%s could not be written\n", arguments.out.c_str());
        return 1;
    }
    std::printf("policy %s\n", stored->version.c_str());
    return 0;
}
