#include "core/risk/ground/day.h"

#include "core/risk/ground/range.h"

#include <cmath>

namespace haneul::risk::ground {

std::string_view toString(DayType day) {
    return day == DayType::Weekday ? "weekday" : "weekend";
}

double weightAt(const HourlyWeights& weights, double timeOfDay_s) {
    const double hours = timeOfDay_s / 3600;
    const double whole = std::floor(hours);
    const double part = hours - whole;
    double first = std::fmod(whole, 24);
    if (first < 0) first += 24;
    const auto from = static_cast<std::size_t>(first);
    return weights[from] + part * (weights[(from + 1) % 24] - weights[from]);
}

Result<double> densityAt_perKm2(std::span<const LandUse> classes, double timeOfDay_s) {
    if (auto fine = check({anyNumber("t_s", timeOfDay_s)}); !fine) return std::unexpected(fine.error());
    double density = 0;
    for (const LandUse& use : classes) {
        if (auto fine = check({share("share", use.share), notNegative("density", use.people_perKm2)}); !fine)
            return std::unexpected(fine.error());
        for (const double weight : use.weights)
            if (auto fine = check({notNegative("weight", weight)}); !fine) return std::unexpected(fine.error());
        density += use.share * use.people_perKm2 * weightAt(use.weights, timeOfDay_s);
    }
    return density;
}

Result<std::vector<double>> conserved(std::vector<double> people_perKm2, std::span<const double> areas_km2,
                                      double total) {
    if (auto fine = check({notNegative("total", total)}); !fine) return std::unexpected(fine.error());
    if (people_perKm2.size() != areas_km2.size())
        return fail("INVALID_ARGUMENT", "there must be one area for each density", "areas_km2");
    double people = 0;
    for (std::size_t i = 0; i < areas_km2.size(); ++i) {
        auto fine = check({notNegative("densities", people_perKm2[i]), notNegative("areas_km2", areas_km2[i])});
        if (!fine) return std::unexpected(fine.error());
        people += people_perKm2[i] * areas_km2[i];
    }
    if (people == 0 && total > 0)
        return fail("INVALID_ARGUMENT", "nobody lives in these cells, so that nobody can be scaled", "densities");
    for (double& density : people_perKm2)
        density = people > 0 ? density * (total / people) : 0;
    return people_perKm2;
}

} // namespace haneul::risk::ground
