#pragma once

#include "ui/profile/chart.h"
#include "ui/risk_collision/reich_study.h"

namespace haneul::risk::collision {

// N over the distance of the routes by each lookup, for the chosen scenario, on a logarithmic axis, with the target and
// the least distance of each.
[[nodiscard]] profile::ChartData riskCurves(const ReichStudy& study, const ReichResults& results);

// How N changes when one parameter is changed, the others fixed: Sx, ẏ, ż, V, and those that N is proportional to.
[[nodiscard]] profile::ChartData sensitivityCurves(const ReichStudy& study);

} // namespace haneul::risk::collision
