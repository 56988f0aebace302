#pragma once

#include "server/paths/path_service.h"
#include "ui/profile/chart.h"

namespace haneul::risk_path {

// Heights along the paths, with ground and buildings below the chosen one; hatched where nobody knows what stands.
[[nodiscard]] profile::ChartData heightChart(const paths::Answer& answer, std::size_t chosen);

// Risk against length: the front of what is possible, and where the paths are.
[[nodiscard]] profile::ChartData frontChart(const paths::Answer& answer);

} // namespace haneul::risk_path
