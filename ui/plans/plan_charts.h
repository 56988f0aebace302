#pragma once

#include "server/plan/plan_state.h"
#include "ui/profile/chart.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QString>

#include <optional>
#include <vector>

// A plan beside others: its heights over time, and when each of them is in the air.
namespace haneul::plans {

// Heights over UTC: the route where there is one, the limits of the volumes, and those of the others where and when
// they meet it, by the findings. What has another height reference than the plan is left out and named in the title.
[[nodiscard]] profile::ChartData heightChart(const plan::PlanRecord& record, const plan::PlanState& state);

// One bar of the strip of times.
struct TimeBar {
    QString id;
    QString what; // drone, state
    UtcMs from{}, to{};
    plan::State state = plan::State::Draft;
    bool subject = false;                    // the plan that it is about
    std::optional<UtcMs> meetsFrom, meetsTo; // in the way of it

    bool operator==(const TimeBar&) const = default;
};

// The plan first, then those that meet it, then what else is in the air within an hour of it.
[[nodiscard]] std::vector<TimeBar> timeBars(const plan::PlanRecord& record, const plan::PlanState& state);

// Drawn with the painter's font; `now`: a line, where it is in sight.
void paintTimeBars(QPainter& painter, const QRectF& area, const std::vector<TimeBar>& bars, std::optional<UtcMs> now,
                   const theme::Theme& theme);

} // namespace haneul::plans
