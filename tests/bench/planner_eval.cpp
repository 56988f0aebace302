// The local planner measured: rows none, rules, rules+shield, learned, learned+shield over the same encounters, on
// seeds that no training saw. Without arguments the whole table; one row alone with
//     planner_eval --row learned+shield --set hard --aircraft 4
// Options: --rows compared (the two with shield), --encounters N (1000), --seed N (90000001), --policy FILE,
// --recordings FOLDER (daa-encounters). Fails only when the policy cannot be read or an answer is not reproducible,
// never on a figure.
#include "core/avoid/policy_file.h"
#include "core/geo/geodesic.h"
#include "core/sim/encounter.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <format>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>
#include <string>

namespace {

using namespace haneul;
using avoid::Mode;

// Training uses small seeds; these families are far from them.
constexpr std::uint64_t evaluationSeed = 90'000'001;

struct Arguments {
    std::optional<Mode> row;
    bool shielded = false; // only the two rows that are compared
    std::string set;
    std::optional<std::size_t> aircraft;
    std::size_t encounters = 1000;
    std::uint64_t seed = evaluationSeed;
    std::string policy = HANEUL_SOURCE_DIR "/resources/planner/planner.policy";
    std::string recordings;
};

struct Row {
    std::vector<sim::EncounterOutcome> outcomes;
    double us = 0; // per decision

    [[nodiscard]] double mean(auto what) const {
        double sum = 0;
        for (const auto& outcome : outcomes)
            sum += static_cast<double>(std::invoke(what, outcome));
        return sum / static_cast<double>(outcomes.size());
    }

    [[nodiscard]] std::size_t losses() const {
        return static_cast<std::size_t>(std::ranges::count_if(outcomes, &sim::EncounterOutcome::loss));
    }
};

// Turning and climbing in one number: what a metre of height and 2 degrees of course are worth the same.
double effort(const sim::EncounterOutcome& outcome) {
    return outcome.turn_deg / 2 + outcome.climb_m;
}

Row flyAll(Mode mode, const avoid::Policy& policy, const std::vector<sim::Encounter>& encounters) {
    const avoid::Planner planner(mode, policy);
    const sim::Decide decide = [&](std::size_t, const avoid::Situation& situation) {
        return planner.decide(situation);
    };
    Row row;
    const auto begin = std::chrono::steady_clock::now();
    for (const sim::Encounter& encounter : encounters)
        row.outcomes.push_back(sim::fly(encounter, decide));
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
    row.us = took.count() / (row.mean(&sim::EncounterOutcome::decisions) * static_cast<double>(encounters.size()));
    return row;
}

struct Interval {
    double low = 0;
    double high = 0;
};

// 95 % interval of the mean of paired differences, by 2,000 bootstrap samples.
Interval bootstrap(const std::vector<double>& differences) {
    sim::Random random(7);
    std::vector<double> means;
    for (int i = 0; i < 2000; ++i) {
        double sum = 0;
        for (std::size_t k = 0; k < differences.size(); ++k)
            sum += differences[random.below(differences.size())];
        means.push_back(sum / static_cast<double>(differences.size()));
    }
    std::ranges::sort(means);
    return {means[50], means[1949]};
}

void printHead() {
    std::printf(
        "| set | aircraft | row | losses | other pairs | time s | distance m | turning deg | climbing m | alerts | "
        "overrides | "
        "no safe action | not arrived | us/decision |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
}

void printRow(const std::string& set, const std::string& aircraft, Mode mode, const Row& row) {
    using O = sim::EncounterOutcome;
    std::printf("| %s | %s | %s | %zu of %zu | %.0f | %.1f | %.0f | %.0f | %.1f | %.2f | %.2f | %.3f | %.0f | %.1f |\n",
                set.c_str(), aircraft.c_str(), std::string(toString(mode)).c_str(), row.losses(), row.outcomes.size(),
                row.mean(&O::otherLosses) * static_cast<double>(row.outcomes.size()), row.mean(&O::flight_s),
                row.mean(&O::distance_m), row.mean(&O::turn_deg), row.mean(&O::climb_m), row.mean(&O::alerts),
                row.mean(&O::overrides), row.mean(&O::unsafe),
                row.mean([](const O& o) { return o.arrived ? 0 : 1; }) * static_cast<double>(row.outcomes.size()),
                row.us);
    std::fflush(stdout);
}

void comparePair(const std::string& label, const Row& rules, const Row& learned) {
    std::vector<double> losses;
    std::vector<double> efforts;
    std::size_t onlyRules = 0;
    std::size_t onlyLearned = 0;
    for (std::size_t i = 0; i < rules.outcomes.size(); ++i) {
        const sim::EncounterOutcome& a = rules.outcomes[i];
        const sim::EncounterOutcome& b = learned.outcomes[i];
        losses.push_back(1000.0 * ((b.loss ? 1 : 0) - (a.loss ? 1 : 0)));
        efforts.push_back(effort(b) - effort(a));
        onlyRules += a.loss && !b.loss ? 1 : 0;
        onlyLearned += b.loss && !a.loss ? 1 : 0;
    }
    const Interval loss = bootstrap(losses);
    const Interval work = bootstrap(efforts);
    std::printf("%s: losses %zu -> %zu (only with rules+shield %zu, only with learned+shield %zu; per 1,000: %+.1f, 95 "
                "%% %.1f to %.1f); effort "
                "(turning/2 + climbing) %.1f -> %.1f (95 %% of the difference %.1f to %.1f)\n",
                label.c_str(), rules.losses(), learned.losses(), onlyRules, onlyLearned,
                1000.0 * (static_cast<double>(learned.losses()) - static_cast<double>(rules.losses())) /
                    static_cast<double>(rules.outcomes.size()),
                loss.low, loss.high, rules.mean(effort), learned.mean(effort), work.low, work.high);
}

// One recording: first the column names, then for each second a line of each aircraft.
struct Track {
    std::vector<geo::LatLon> places;
    std::vector<double> heights_m;
};

std::map<std::string, Track> readRecording(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::map<std::string, Track> tracks;
    for (std::string line; std::getline(in, line);) {
        std::ranges::replace(line, ',', ' ');
        std::istringstream fields(line);
        std::string name;
        double latitude = 0;
        double longitude = 0;
        double height_ft = 0;
        if (!(fields >> name >> latitude >> longitude >> height_ft)) continue;
        tracks[name].places.push_back({latitude, longitude});
        tracks[name].heights_m.push_back(height_ft * 0.3048);
    }
    return tracks;
}

// The recording brought to the size of drones: lengths scaled so that the recorded own aircraft flies 12 m/s, the other
// as it was, the last 60 s before they are nearest.
std::vector<sim::Encounter> encountersFrom(const std::filesystem::path& file, std::size_t count, std::uint64_t seed) {
    const auto tracks = readRecording(file);
    const auto own = tracks.find("Ownship");
    const auto other = tracks.find("Intruder");
    if (own == tracks.end() || other == tracks.end()) return {};
    const std::size_t length = std::min(own->second.places.size(), other->second.places.size());
    const geo::LocalFrame frame(own->second.places.front());
    const auto plane = [&](const Track& track, std::size_t i) {
        const geo::GeodesicLine line = geo::inverse(own->second.places.front(), track.places[i]);
        const double angle = line.initialBearing_deg * M_PI / 180;
        return geo::Enu_m{line.distance_m * std::sin(angle), line.distance_m * std::cos(angle), track.heights_m[i]};
    };
    std::size_t nearest = 0;
    double nearest_m = INFINITY;
    for (std::size_t i = 0; i < length; ++i) {
        const geo::Enu_m a = plane(own->second, i);
        const geo::Enu_m b = plane(other->second, i);
        const double apart = std::hypot(a.east - b.east, a.north - b.north);
        if (apart >= nearest_m) continue;
        nearest_m = apart;
        nearest = i;
    }
    const std::size_t first = nearest > 60 ? nearest - 60 : 0;
    const geo::Enu_m start = plane(own->second, first);
    const geo::Enu_m next = plane(own->second, first + 1);
    const double scale = 12 / std::hypot(next.east - start.east, next.north - start.north);
    const auto scaled = [&](const geo::Enu_m& p) {
        return geo::Enu_m{(p.east - start.east) * scale, (p.north - start.north) * scale,
                          80 + (p.up - start.up) * scale};
    };
    std::vector<sim::Encounter> made;
    for (std::size_t n = 0; n < count; ++n) {
        sim::Encounter encounter;
        encounter.seed = seed + n;
        encounter.settings = sim::EncounterSettings::hard(2);
        encounter.weather = {.gust_mps = encounter.settings.gust_mps};
        sim::Recording recording;
        for (std::size_t i = first; i < length; ++i)
            recording.places.push_back(scaled(plane(other->second, i)));
        const geo::Enu_m direction = scaled(next);
        encounter.aircraft = {
            {.path = {scaled(start), {direction.east * 80, direction.north * 80, 80}}, .speed_mps = 12, .avoids = true},
            {.path = {}, .speed_mps = 12, .avoids = false, .surprise = {}, .recording = recording}};
        made.push_back(std::move(encounter));
    }
    return made;
}

std::optional<Arguments> parse(int argc, char** argv) {
    Arguments made;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        const std::string value = argv[i + 1];
        if (name == "--row") {
            made.row = avoid::modeFrom(value);
            if (!made.row) return std::nullopt;
        } else if (name == "--rows" && value == "compared") {
            made.shielded = true;
        } else if (name == "--set" && (value == "easy" || value == "hard" || value == "recordings")) {
            made.set = value;
        } else if (name == "--aircraft") {
            made.aircraft = std::stoul(value);
        } else if (name == "--encounters") {
            made.encounters = std::stoul(value);
        } else if (name == "--seed") {
            made.seed = std::stoull(value);
        } else if (name == "--policy") {
            made.policy = value;
        } else if (name == "--recordings") {
            made.recordings = value;
        } else {
            return std::nullopt;
        }
    }
    if (argc % 2 == 0) return std::nullopt;
    return made;
}

class Evaluation {
public:
    Evaluation(Arguments arguments, avoid::Policy policy)
        : m_arguments(std::move(arguments))
        , m_policy(policy) {}

    void run() {
        printHead();
        for (const std::string set : {"easy", "hard"})
            for (const std::size_t aircraft : {2, 4, 8})
                if ((m_arguments.set.empty() || m_arguments.set == set) &&
                    m_arguments.aircraft.value_or(aircraft) == aircraft)
                    generated(set, aircraft);
        if (!m_arguments.recordings.empty() && (m_arguments.set.empty() || m_arguments.set == "recordings")) recorded();
        std::printf("\n");
        for (const std::string& line : m_lines)
            std::fputs(line.c_str(), stdout);
        for (const auto& [label, rules, learned] : m_compared)
            comparePair(label, rules, learned);
        verdict();
    }

private:
    struct Compared {
        std::string label;
        Row rules;
        Row learned;
    };

    void rows(const std::string& set, const std::string& aircraft, const std::vector<sim::Encounter>& encounters) {
        std::map<Mode, Row> made;
        for (const Mode mode : avoid::allModes) {
            if (m_arguments.row.value_or(mode) != mode || (m_arguments.shielded && !avoid::isShielded(mode))) continue;
            Row& row = made[mode] = flyAll(mode, m_policy, encounters);
            printRow(set, aircraft, mode, row);
        }
        if (made.contains(Mode::RulesShield) && made.contains(Mode::LearnedShield))
            m_compared.push_back({set + " " + aircraft, made[Mode::RulesShield], made[Mode::LearnedShield]});
    }

    void generated(const std::string& set, std::size_t aircraft) {
        const auto settings =
            set == "easy" ? sim::EncounterSettings::easy(aircraft) : sim::EncounterSettings::hard(aircraft);
        std::vector<sim::Encounter> encounters;
        for (std::size_t i = 0; i < m_arguments.encounters; ++i)
            encounters.push_back(sim::makeEncounter(settings, m_arguments.seed + aircraft, i));
        rows(set, std::to_string(aircraft), encounters);
    }

    void recorded() {
        std::vector<std::filesystem::path> files;
        if (std::filesystem::is_directory(m_arguments.recordings))
            for (const auto& entry : std::filesystem::directory_iterator(m_arguments.recordings))
                if (entry.path().extension() == ".daa") files.push_back(entry.path());
        std::ranges::sort(files);
        if (files.empty()) m_lines.push_back("No recordings there: skipped.\n");
        for (const auto& file : files)
            rows(file.stem().string(), "2",
                 encountersFrom(file, std::min<std::size_t>(m_arguments.encounters, 200), m_arguments.seed));
    }

    void verdict() {
        Row rules;
        Row learned;
        for (const Compared& compared : m_compared) {
            if (!compared.label.starts_with("hard")) continue;
            rules.outcomes.insert(rules.outcomes.end(), compared.rules.outcomes.begin(), compared.rules.outcomes.end());
            learned.outcomes.insert(learned.outcomes.end(), compared.learned.outcomes.begin(),
                                    compared.learned.outcomes.end());
        }
        if (rules.outcomes.empty()) return;
        comparePair("hard set, all", rules, learned);
        const bool fewer = learned.losses() < rules.losses();
        const bool easier = learned.mean(effort) < rules.mean(effort);
        std::printf("learned+shield on the hard set: %s losses than rules+shield, %s effort: %s\n",
                    fewer ? "fewer" : "NOT fewer", easier ? "less" : "NOT less",
                    fewer && easier ? "the learned planner may be the default" : "the rules stay the default");
    }

    Arguments m_arguments;
    avoid::Policy m_policy;
    std::vector<Compared> m_compared;
    std::vector<std::string> m_lines;
};

} // namespace

int main(int argc, char** argv) {
    const auto arguments = parse(argc, argv);
    if (!arguments) {
        std::fputs(
            "usage: planner_eval [--row none|rules|rules+shield|learned|learned+shield] [--set "
            "easy|hard|recordings] [--aircraft 2|4|8]\n"
            "                    [--rows compared] [--encounters N] [--seed N] [--policy FILE] [--recordings FOLDER]\n",
            stderr);
        return 2;
    }
    std::ifstream in(arguments->policy, std::ios::binary);
    const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(in), {}};
    const auto stored = avoid::decodePolicy(bytes);
    if (!stored) {
        std::fprintf(stderr, "%s: %s (%s)\n", arguments->policy.c_str(), stored.error().message.c_str(),
                     stored.error().code.c_str());
        return 1;
    }
    std::printf("policy %s, %zu encounters each, seed %llu, latency 1 s\n\n", stored->version.c_str(),
                arguments->encounters, static_cast<unsigned long long>(arguments->seed));
    Evaluation(*arguments, stored->policy).run();
    return 0;
}
