#pragma once

#include "core/base/error.h"
#include "core/fleet/inventory.h"
#include "server/fleet/fleet_service.h"
#include "server/fleet/records.h"
#include "server/people/organisation_service.h"

#include <string>
#include <vector>

namespace haneul::demo {

// The fleet of the demonstration as data, in an order in which it can be saved: two types, the drones DL-… and HN-…
// with their batteries and inspections, payloads and pilots. Most are ready, and of each way not to be some are not.
[[nodiscard]] std::vector<fleet::Record> demoFleet(UtcMs now);

// Who operates it, with insurance and licence that are good for months.
[[nodiscard]] people::Organisation demoOperator(UtcMs now);

// Sees that a demonstration has this operator, saved through the service itself; one that is there already stays as it
// is. Waits for the service. Codes: those of the service.
[[nodiscard]] Result<void> seeToDemoOperator(people::OrganisationService& service, UtcMs now);

// Sees that a demonstration has a fleet, saved through the service itself. Where there are drones already, nothing is
// made. Waits for the service. Codes: those of the service.
[[nodiscard]] Result<void> seeToDemoFleet(fleet::FleetService& service, const people::Principal& by, UtcMs now);

// The drones of missions that are ready for any mission of the demonstration, but for a pilot: at most two dozen.
[[nodiscard]] std::vector<std::string> readyDrones(const fleet::FleetService& service, UtcMs now);

} // namespace haneul::demo
