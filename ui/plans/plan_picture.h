#pragma once

#include "server/plan/plan_state.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <vector>

// A plan from above without a map: its volumes, its way, landing sites, those that meet it, and a scale.
namespace haneul::plans {

void paintPlan(QPainter& painter, const QRectF& area, const plan::PlanRecord& record, const plan::PlanState& others,
               const theme::Theme& theme);

// The outline of an area as a closed ring of places.
[[nodiscard]] std::vector<geo::LatLon> ringOf(const geo::Area& area);
// The way of a plan; of an area none.
[[nodiscard]] std::vector<geo::LatLon> wayOf(const plan::FlightPlan& plan);
// All corners of all that a plan takes up.
[[nodiscard]] std::vector<geo::LatLon> placesOf(const plan::FlightPlan& plan);
// Other plans that its evidence says are in the way or may be.
[[nodiscard]] std::vector<std::string> metBy(const plan::PlanRecord& record);

} // namespace haneul::plans
