#pragma once

#include "core/airspace/zone.h"
#include "server/airspace/airspace_service.h"

#include <vector>

namespace haneul::demo {

// Zones of an exercise over Seoul, not those in force: one that prohibits, one that asks for an authorisation, one of
// this afternoon only (from an hour ahead, for four hours), one that holds from evening to morning.
[[nodiscard]] std::vector<airspace::Zone> demoZones(UtcMs now);

// Publishes them where no zone is known yet. Waits for the service. Codes: those of the service.
[[nodiscard]] Result<void> seeToDemoZones(airspace::AirspaceService& service, const people::Principal& by, UtcMs now);

} // namespace haneul::demo
