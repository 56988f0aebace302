#pragma once

#include "core/base/error.h"
#include "core/formats/mission_items.h"
#include "server/delivery/delivery_service.h"
#include "server/delivery/delivery_state.h"

#include <string>
#include <string_view>
#include <vector>

namespace haneul::delivery {

// The ordered points of a mission with height and speed (R-RTE-21). `network` is where the speeds come from; null: they
// are left out.
[[nodiscard]] formats::MissionItems itemsOf(const Mission& mission, const Network* network);

// Codes: those of checkMissionItems.
[[nodiscard]] Result<std::string> exported(const Mission& mission, const Network* network, HandOverForm form);

// The message of MQTT haneul/v1/events/mission. `event` is what happened: "booked", "moved", "assigned", "cancelled",
// "handed_over"; empty when it only tells of the mission.
[[nodiscard]] std::string missionMessage(const Mission& mission, const Network* network, std::string_view event);

} // namespace haneul::delivery
