#pragma once

#include "core/path/check_path.h"
#include "core/path/heading_layers.h"
#include "core/path/smooth.h"

#include <functional>
#include <string>
#include <vector>

namespace haneul::path {

enum class PathKind {
    Shortest, // whatever the risk
    Weighted, // length (or energy) and risk, with a weight
    Budget,   // the shortest whose risk and energy keep within budgets
};
[[nodiscard]] std::string_view toString(PathKind kind); // "SHORTEST", "WEIGHTED", "BUDGET"

struct PlanTask {
    std::vector<Point_m> places; // start, those on the way, goal
    Vehicle vehicle;
    std::vector<Wind> wind; // none; once; or for each layer
    Objective objective = Objective::Length;
    // Metres (joules times 1/ (what a metre of level flight takes)) of detour that a metre through the mean risk of the
    // area is worth; none: no weighted path.
    std::optional<double> riskWeight;
    Budgets budgets; // none: no such path
    bool unknownAllowed = false;
    bool unknownRiskAllowed = false;
    UtcMs departure{};
    LegLimits legs;
    TurnLimits turns;
    std::optional<HeadingLayers> layers;
    double gap = 0.01;
    std::size_t mostLabels = 300'000;
    std::size_t front = 0; // points of the front of risk against length; 0: none
    Cancel cancel;
    std::function<void(double)> progress; // 0..1; may be empty
};

struct ProfilePoint {
    double distance_m = 0;
    double height_m = 0;
    std::optional<double> ground_m, building_m; // upper edge of what is known to stand below; none: nothing known
    std::optional<double> risk;                 // per second
    bool unknown = false;                       // nobody knows what stands in the cell
};

struct PlannedPath {
    PathKind kind = PathKind::Shortest;
    BudgetAnswer answer = BudgetAnswer::Optimal; // of the path through the cells
    double gap = 0;                              // of its cost above what is proven to be the least
    std::vector<Point_m> points;                 // from leg to leg
    Totals totals;
    double gridCost = 0, cost = 0; // through the cells, and as straight legs; in what is minimised
    bool fewEnough = true;         // legs
    Smoothed smoothed;
    std::vector<KeptLayer> kept;
    std::vector<std::string> notes;
    std::vector<ProfilePoint> profile;
};

struct NoPath {
    PathKind kind = PathKind::Shortest;
    bool proven = false; // that there is none
    Error error;         // what was tried: NO_PATH, OVER_BUDGET, RISK_UNKNOWN, NONE_FOUND, and those of the search
};

struct PlannedPaths {
    std::vector<PlannedPath> paths; // in the order of PathKind
    std::vector<NoPath> none;
    std::vector<FrontPoint> front; // with straight legs
};

// Up to three paths for one question. Each is free of buildings, terrain and zones as they are at the time it is there:
// it has passed checkPath. Codes: BAD_PLACE (fewer than two, outside), those of check(Vehicle), check(Wind); CANCELLED.
[[nodiscard]] Result<PlannedPaths> planPaths(const Grid& grid, const PlanTask& task);

// At each crossing of a cell's width along the path.
[[nodiscard]] std::vector<ProfilePoint> profileOf(const Grid& grid, std::span<const Point_m> points);

} // namespace haneul::path
