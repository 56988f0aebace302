#include "ui/airspace/zone_status.h"

#include <algorithm>
#include <chrono>

namespace haneul::airspace {

namespace {

constexpr std::chrono::days lookBack{8}; // no daily period is longer
constexpr std::chrono::days lookAhead{30};

} // namespace

ZoneStatus statusOf(const Zone& zone, UtcMs now) {
    if (zone.periods.empty()) return {};
    const Activity activity = activityOf(zone, now, now + milliseconds(1));
    switch (activity.judged.answer) {
    case geo::Judgement::Yes:
        return {};
    case geo::Judgement::Unknown:
        return {ZoneNow::NotJudged, activity.judged.why};
    case geo::Judgement::No:
        break;
    }
    const bool over =
        std::ranges::all_of(zone.periods, [&](const Period& period) { return period.to && *period.to <= now; });
    return {over ? ZoneNow::Ended : ZoneNow::Inactive, {}};
}

std::optional<Window> windowAround(const Zone& zone, UtcMs now) {
    const Activity activity = activityOf(zone, now - lookBack, now + lookAhead);
    for (const Window& window : activity.windows)
        if (window.to > now) return window;
    return std::nullopt;
}

} // namespace haneul::airspace
