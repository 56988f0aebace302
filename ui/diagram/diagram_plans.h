#pragma once

#include "server/plan/plan_state.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace haneul::diagram {

struct DiagramContents;

// A flight plan in a drone-diagram: at its mission's line, or, without a network, in a row of its own.
struct PlanBar {
    plan::PlanPtr plan;
    std::size_t row = 0;             // its own, or where its mission takes off
    std::optional<std::size_t> line; // of DiagramContents::lines: its mission's
    std::int64_t begin_ms = 0;
    std::int64_t end_ms = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> volumes; // their times; by begin
};

// Two plans are in each other's way, as the checks of the one found.
struct PlanConflict {
    std::size_t bar = 0;              // of DiagramContents::plans: whose checks
    std::optional<std::size_t> other; // the other one's bar; none: it is not in the diagram
    std::string plan;                 // the other one
    std::int64_t begin_ms = 0;
    std::int64_t end_ms = 0;
    bool hinders = true; // else it gives way, or it is not judged
};

// Bars, conflicts and rows below those of the nodes, for the plans that wait, are approved or fly, and the chosen one.
// Those of missions that the diagram does not show are left out. Rows of their own only where all missions are shown.
void addPlans(DiagramContents& contents, const plan::PlanState& state, const std::string& chosen);

[[nodiscard]] std::optional<std::size_t> barOf(const DiagramContents& contents, const std::string& plan);

} // namespace haneul::diagram
