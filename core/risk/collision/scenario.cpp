#include "core/risk/collision/scenario.h"

#include <array>
#include <cmath>
#include <format>

namespace haneul::risk::collision {

std::span<const Scenario> paperScenarios() {
    static const auto all = [] {
        std::vector<Scenario> scenarios;
        for (const DroneSize& size : {DroneSize{1, 2, 2}, DroneSize{2, 3, 3}, DroneSize{3, 4, 4}})
            for (const double speed_kt : {25., 40., 45.})
                scenarios.push_back({std::format("#{}", scenarios.size() + 1), size, speed_kt});
        return scenarios;
    }();
    return all;
}

std::span<const double> paperDistances_m() {
    static constexpr std::array<double, 6> all{0, 10, 100, 500, 1000, 1852};
    return all;
}

Result<std::vector<std::vector<Cell>>> resultTable(std::span<const Scenario> scenarios,
                                                   std::span<const double> distances_m, const Constants& constants,
                                                   const Overlap& overlap, double targetPerHour) {
    if (!(std::isfinite(targetPerHour) && targetPerHour > 0))
        return fail("INVALID_ARGUMENT", "a target level of safety is above 0", "tls");
    std::vector<std::vector<Cell>> table;
    for (const double distance_m : distances_m) {
        const auto probability = overlapAt(overlap, distance_m);
        if (!probability) return std::unexpected(probability.error());
        std::vector<Cell> row;
        for (const Scenario& scenario : scenarios) {
            const auto risk = collisionsPerHour(*probability, scenario.size, scenario.speed_kt, constants);
            if (!risk) return fail(risk.error().code, risk.error().message, scenario.name + ": " + risk.error().where);
            row.push_back({*probability, *risk, decide(*risk, targetPerHour)});
        }
        table.push_back(std::move(row));
    }
    return table;
}

std::string printed(double value) {
    return std::format("{:.2E}", value);
}

} // namespace haneul::risk::collision
