#pragma once

#include "core/base/error.h"
#include "core/fleet/readiness.h"
#include "core/fleet/readiness_rules.h"
#include "server/fleet/records.h"
#include "server/log/event_log.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace haneul::fleet {

// What the log says of the fleet. Who did it, where and when stands in the entry.

inline constexpr std::string_view flownChange = "flown"; // of a record, in its history

struct RecordSaved { // fleet.record_saved
    std::uint64_t revision = 0;
    Record record;
    std::string note;
    std::string flight; // the mission whose flight was counted; empty: somebody saved it

    bool operator==(const RecordSaved&) const = default;
};

struct RecordRetired { // fleet.record_retired
    Kind kind = Kind::Drone;
    std::string id;
    std::uint64_t revision = 0;
    bool retired = true; // false: it is taken back into use
    std::string reason;

    bool operator==(const RecordRetired&) const = default;
};

struct RulesChanged { // fleet.rules_changed
    ReadinessRules rules;
    std::string reason;

    bool operator==(const RulesChanged&) const = default;
};

// Somebody has answered for a question that was not ready, for what he saw and until then.
struct OverrideGiven { // fleet.override_given
    std::string id;
    std::string drone, battery, pilot; // as they were assigned; empty: none
    std::vector<std::string> payloads;
    Question question = Question::Airframe;
    std::vector<Item> items; // of the question, those not ready or not judged when it was given
    Need need;
    int rulesVersion = 0;
    std::string reason;
    UtcMs until{};

    bool operator==(const OverrideGiven& other) const;
};

struct OverrideWithdrawn { // fleet.override_withdrawn
    std::string id, reason;

    bool operator==(const OverrideWithdrawn&) const = default;
};

using FleetEvent = std::variant<RecordSaved, RecordRetired, RulesChanged, OverrideGiven, OverrideWithdrawn>;

inline constexpr std::string_view fleetPrefix = "fleet.";

[[nodiscard]] log::NewEvent toEvent(const FleetEvent& event);
// Codes: BAD_ENTRY (a type that this version does not know), and those of record_codec.h.
[[nodiscard]] Result<FleetEvent> eventFrom(std::string_view type, std::string_view body);

} // namespace haneul::fleet
