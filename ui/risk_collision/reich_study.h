#pragma once

#include "core/risk/collision/corridor.h"
#include "core/risk/collision/preset.h"
#include "core/risk/collision/scenario.h"
#include "core/risk/collision/sensitivity.h"
#include "core/risk/collision/separation.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::risk::collision {

// All that a study of collision risk was asked. As it is made it is the paper's Table 4.
struct ReichStudy {
    Preset preset = table4Fit();
    Overlap overlap;
    std::string tableName; // of an own overlap table; empty: the paper's Table 1
    double targetPerHour = icaoTargetPerHour;
    std::vector<Scenario> scenarios{paperScenarios().begin(), paperScenarios().end()};
    std::vector<double> distances_m{paperDistances_m().begin(), paperDistances_m().end()};
    std::size_t scenario = 0; // the one that is looked at; inside the list
    std::size_t distance = 5; // likewise
    double change_percent = 50;
    double strip_m = 6000;
    double ceiling_m = 150;
    std::int64_t layers = 2;
    double level_m = 75; // of the routes, above the ground
    double clearance_m = 15;
    std::vector<Obstacle> obstacles;

    bool operator==(const ReichStudy&) const = default;

    [[nodiscard]] const Scenario& chosen() const { return scenarios[scenario]; }

    [[nodiscard]] double chosenDistance_m() const { return distances_m[distance]; }
};

struct ReichResults {
    Terms terms;                                           // of the chosen scenario
    std::vector<std::vector<Cell>> table;                  // by distance and scenario
    std::vector<Separation> leastOfEach;                   // of each scenario, by the lookup of the study
    std::array<Separation, allLookups.size()> separations; // of the chosen scenario, by each lookup
    std::vector<Sensitivity> ranking;                      // each raised by the change
    std::vector<Sensitivity> lowered;                      // the same parameters lowered by it
    std::optional<SpaceDivision> space; // by the least separation; none: no distance of the lookup meets the target
    CorridorCheck corridor;             // at the chosen distance

    [[nodiscard]] const Cell& cell(const ReichStudy& study) const { return table[study.distance][study.scenario]; }

    bool operator==(const ReichResults&) const = default;
};

// Codes: those of the model; INVALID_ARGUMENT for a study without scenarios or distances.
[[nodiscard]] Result<ReichResults> resultsOf(const ReichStudy& study);

// As it is kept (kind "reich"). Codes of reading: those of json::Object, of the presets and tables, and of resultsOf.
[[nodiscard]] std::string inputJson(const ReichStudy& study);
[[nodiscard]] Result<ReichStudy> studyFrom(std::string_view input);
[[nodiscard]] std::string resultJson(const ReichStudy& study, const ReichResults& results);

} // namespace haneul::risk::collision
