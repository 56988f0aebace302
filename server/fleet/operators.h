#pragma once

#include "core/base/error.h"
#include "core/fleet/inventory.h"
#include "server/fleet/assessor.h"
#include "server/log/event_log.h"
#include "server/people/organisation.h"

namespace haneul::fleet {

// What readiness asks of an organisation (R-GEN-08). A paper is good until the end of its last day at the place where
// it was issued; of several licences the one that ends first counts. Where no licence is recorded, or the end of one is
// not known, the end of the licence is not known; the same for the insurance.
[[nodiscard]] Organisation operatorFrom(const people::Organisation& organisation,
                                        const people::ExpiryRules& rules = {});

// The organisations that the log knows, now and later, for the judgement of drones: what is saved holds from the next
// judgement on. The log must have been opened with a PeopleProjection; the function may outlive it and is called on any
// thread, without I/O. Codes: DATABASE, BAD_ENTRY.
[[nodiscard]] Result<OrganisationOf> operatorsOf(log::EventLog& log);

} // namespace haneul::fleet
