#pragma once

#include "core/log/entry.h"
#include "server/plan/plan_state.h"

#include <string>
#include <string_view>

namespace haneul::plan {

// What others are told of an entry of the log: "flight_plan_approved" of a plan.approved, ...; empty: nothing. Also the
// last part of the topic.
[[nodiscard]] std::string_view announcedAs(std::string_view entryType);

// The message: {"schema", "id", "time", "event", "plan_id", "revision", "state", ...}. Its id is that of the entry,
// "<instance>:<sequence>": a message that comes twice has the same one.
[[nodiscard]] std::string planMessage(const log::Entry& entry, const PlanRecord& plan);

} // namespace haneul::plan
