#pragma once

#include "core/airspace/zone.h"
#include "core/base/error.h"
#include "server/airspace/airspace_service.h"

#include <vector>

namespace haneul::demo {

// Zones of the demonstration as data: around what its drones keep clear of, of each type, one of them by a schedule
// past midnight. They are made up and say so; they are not the published airspace.
[[nodiscard]] std::vector<airspace::Zone> demoZones();

// Sees that a demonstration has them, published through the service itself. Where there are zones already, nothing is
// made. Waits for the service. Codes: those of the service.
[[nodiscard]] Result<void> seeToDemoZones(airspace::AirspaceService& service, const people::Principal& by);

} // namespace haneul::demo
