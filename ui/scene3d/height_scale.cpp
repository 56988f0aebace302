#include "ui/scene3d/height_scale.h"

#include <algorithm>
#include <cmath>

namespace haneul::scene3d {

namespace {

constexpr double smallestStep_m = 10.0;
constexpr double largestStep_m = 10'000.0;
constexpr double lowestTop_m = 150.0; // what drones may fly to without leave (Aviation Safety Act of Korea, art. 127)
constexpr int mostSteps = 12;

} // namespace

double roundStep(double about) {
    const double decade = std::pow(10.0, std::floor(std::log10(about)));
    for (const double step : {1.0, 2.0, 5.0})
        if (step * decade >= about * (1 - 1e-9)) return step * decade;
    return 10.0 * decade;
}

HeightScale heightScale(double reach_m, double metresPerPixel, double apart_px) {
    const double reach = std::max(reach_m, lowestTop_m);
    const double least = std::max({smallestStep_m, metresPerPixel * apart_px, reach / mostSteps});
    const double step = std::min(roundStep(least), largestStep_m);
    return {.step_m = step, .steps = std::clamp(static_cast<int>(std::ceil(reach / step)), 1, mostSteps)};
}

} // namespace haneul::scene3d
