#pragma once

#include "core/schedule/slots.h"
#include "server/delivery/delivery_state.h"
#include "ui/diagram/diagram_contents.h"
#include "ui/diagram/diagram_picking.h"

#include <QString>
#include <QStringList>

namespace haneul::diagram {

// Texts of the drone-diagram in the language of the moment.

[[nodiscard]] QString dateText(UtcMs time);  // "2026-11-21"
[[nodiscard]] QString exactTime(UtcMs time); // "10:07:00Z", "10:07:00.250Z" where it is not a whole second
[[nodiscard]] QString axisTime(UtcMs time, milliseconds of); // "10:05Z", with seconds for steps below a minute
[[nodiscard]] QString delayText(milliseconds delay);         // "+1:05", "−0:20", "0:00"
[[nodiscard]] QString rangeText(const TimeRange& range);     // "2026-11-21 10:00:00Z – 2026-11-22 10:00:00Z"

[[nodiscard]] QString rowsInSight(std::size_t first, std::size_t last, std::size_t all); // "1–5 of 16"
[[nodiscard]] QString rowText(const DiagramRow& row); // "DP-02 Riverside", "1  DP-02"; "×2" with two places
[[nodiscard]] QString placeText(const delivery::Mission& mission,
                                const MissionPlace& place); // "DP-02", "BP-01 → DP-02"

// An arrival or departure of a mission at one of its nodes, planned and now.
struct MissionEvent {
    delivery::MissionPtr mission;
    std::size_t visit = 0;
    timing::EventKind kind = timing::EventKind::Arrival;
    UtcMs planned{};
    UtcMs now{};         // actual, or expected
    bool actual = false; // it has happened
};

[[nodiscard]] std::vector<MissionEvent> eventsOf(const delivery::MissionPtr& mission);

// The mission, its drone and state, and the place with its times to the second.
[[nodiscard]] QString tipText(const delivery::MissionPtr& mission, const MissionPlace& place);
[[nodiscard]] QString conflictText(const delivery::MissionConflict& conflict);
[[nodiscard]] QString crossingText(const CrossingMark& mark);
// The plan, its state, who and when, and what it conflicts with.
[[nodiscard]] QString planTip(const DiagramContents& contents, std::size_t bar);
[[nodiscard]] QString planConflictText(const PlanConflict& conflict); // "▲ FP-000012 10:05:00Z–10:07:00Z"

} // namespace haneul::diagram
