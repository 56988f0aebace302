#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/delivery/mission.h"
#include "server/delivery/delivery_state.h"

#include <QString>

#include <optional>
#include <string_view>

// What the delivery rooms say, in the language of the desk.
namespace haneul::delivery {

// Why something was refused: what is wrong and what to do, with the place where it is. The service's own words where
// there is no sentence for the code.
[[nodiscard]] QString refusalText(const Error& error);
[[nodiscard]] bool hasSentence(std::string_view code);

// The reason kept with an order or a conflict ("NO_LINK: there is no link"): a sentence when it begins with a code that
// is known, else as it was written.
[[nodiscard]] QString reasonText(const std::string& reason);

[[nodiscard]] QString orderStateText(OrderState state);
[[nodiscard]] QString stepText(MissionStep step);
[[nodiscard]] QString noteKindText(DroneNote::Kind kind); // "Not judged", "Answered for", "Not taken"
// What was not judged of the mission's drone, or is answered for, in one line; empty: nothing.
[[nodiscard]] QString droneNotesText(const Mission& mission);
[[nodiscard]] QString handOverText(HandOver handOver); // "Land", "Drop"
[[nodiscard]] QString ruleText(schedule::Rule rule);   // "column of a node", ...
// One reason why a start is not free: "column of BP-01 is held by M-000002".
[[nodiscard]] QString ruleText(schedule::Rule rule, const std::string& place, const std::string& against);
[[nodiscard]] QString placeText(const std::string& place); // "a>b" as "a → b"

// Durations as people read them: "49 min", "2 min 3 s", "1 h 5 min", "0 s"; with a sign for delays: "+2 min 3 s", "–40
// s".
[[nodiscard]] QString durationText(milliseconds duration);
[[nodiscard]] QString delayText(milliseconds delay);

// "10:05:00Z", with the day when it is not that of `now`: "10:05:00Z (2026-11-22)".
[[nodiscard]] QString timeText(UtcMs time, UtcMs now);

// A time as typed: "10:05", "10:05:30", with or without a Z; the first such instant from `now` on when `future`, else
// the nearest one. A whole date before it ("2026-11-21 10:05") says exactly. Nothing for another text.
[[nodiscard]] std::optional<UtcMs> typedTime(const QString& text, UtcMs now, bool future = true);

} // namespace haneul::delivery
