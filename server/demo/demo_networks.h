#pragma once

#include "core/delivery/mission.h"
#include "core/delivery/network.h"
#include "server/demo/demo_scenario.h"

#include <string>
#include <vector>

// Delivery networks of the demonstration, as data: no clock, no service.
namespace haneul::demo {

// The reference network of six nodes: measured flight, take-off and landing times, laid out so that no links cross.
[[nodiscard]] delivery::Network referenceNetwork();

// The worked example of Yu et al.: BP-01, DP-02 and DP-05.
[[nodiscard]] delivery::Network exampleNetwork();
// Its mission: base, DP-02, DP-05 and back, with its own processing and flight times (49 minutes). Codes: those of
// missionRoute.
[[nodiscard]] Result<delivery::MissionRoute> exampleRoute(delivery::Network verified);

// Two bases and their delivery points in the west of Seoul, from the places of the scenario; clear of its keep-outs.
[[nodiscard]] delivery::Network seoulNetwork(const DemoScenario& scenario);

} // namespace haneul::demo
