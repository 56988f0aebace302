#include "core/delivery/flown_parts.h"

#include <algorithm>
#include <optional>

namespace haneul::delivery {

namespace {

constexpr double blip_ms = 800;       // what lasts shorter is noise
constexpr double standing_ms = 2'000; // a stand after a descent is a landing only when it lasts

struct Phase {
    FlightPart part = FlightPart::Stay;
    double begin_ms = 0;
    double end_ms = 0;

    [[nodiscard]] double lasts_ms() const { return end_ms - begin_ms; }
};

// Of the mean speeds between two samples.
FlightPart partOf(const SpeedSample& from, const SpeedSample& to) {
    const double ground_mps = (from.ground_mps + to.ground_mps) / 2;
    const double climb_mps = (from.climb_mps + to.climb_mps) / 2;
    if (ground_mps >= movesOver_mps) return FlightPart::Flight;
    if (climb_mps > climbsOver_mps) return FlightPart::TakeOff;
    if (climb_mps < -climbsOver_mps) return FlightPart::Landing;
    return FlightPart::Stay;
}

void add(std::vector<Phase>& phases, const Phase& phase) {
    if (!phases.empty() && phases.back().part == phase.part)
        phases.back().end_ms = phase.end_ms;
    else
        phases.push_back(phase);
}

// Phases of one run, what is too short given to the one before.
std::vector<Phase> phasesOf(const std::vector<SpeedSample>& run) {
    std::vector<Phase> all;
    for (std::size_t i = 0; i + 1 < run.size(); ++i)
        add(all, {partOf(run[i], run[i + 1]), run[i].time_ms, run[i + 1].time_ms});
    std::vector<Phase> phases;
    for (const Phase& phase : all) {
        if (!phases.empty() && phase.lasts_ms() < blip_ms)
            phases.back().end_ms = phase.end_ms;
        else
            add(phases, phase);
    }
    return phases;
}

// From the take-off at `first`: up to the landing, or to the last phase of the run. Nothing: it never flew on.
struct Found {
    std::optional<FlownSortie> sortie;
    std::size_t next = 0;
};

Found sortieFrom(const std::vector<Phase>& phases, std::size_t first) {
    FlownSortie sortie{.begin_ms = phases[first].begin_ms};
    bool flies = false;
    std::size_t i = first;
    for (; i < phases.size(); ++i) {
        const Phase& phase = phases[i];
        if (phase.part == FlightPart::Flight && !flies) {
            sortie.flight_ms = phase.begin_ms;
            flies = true;
        }
        const bool last = i + 1 == phases.size();
        const bool stands = !last && phases[i + 1].part == FlightPart::Stay &&
                            (i + 2 == phases.size() || phases[i + 1].lasts_ms() >= standing_ms);
        if (phase.part == FlightPart::Landing && (last || stands)) {
            sortie.landing_ms = phase.begin_ms;
            sortie.end_ms = phase.end_ms;
            if (!flies) return {{}, i + 1}; // up and down on one place
            return {sortie, i + 1};
        }
    }
    return {{}, i};
}

} // namespace

std::vector<FlownSortie> flownSorties(std::span<const std::vector<SpeedSample>> runs) {
    std::vector<FlownSortie> sorties;
    for (const auto& run : runs) {
        const std::vector<Phase> phases = phasesOf(run);
        for (std::size_t i = 0; i < phases.size();) {
            if (phases[i].part != FlightPart::TakeOff) {
                ++i;
                continue;
            }
            const Found found = sortieFrom(phases, i);
            if (found.sortie) sorties.push_back(*found.sortie);
            i = std::max(found.next, i + 1);
        }
    }
    return sorties;
}

} // namespace haneul::delivery
