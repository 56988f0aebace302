#pragma once

#include "server/airspace/airspace_state.h"
#include "ui/airspace/zone_status.h"

#include <QString>

namespace haneul::airspace {

// Everything about a published zone as rich text of the desk's language: what it asks, why, who answers for it, each
// volume with datum and unit, its times, and why it is active or not at that time.
[[nodiscard]] QString detailsHtml(const Zone& zone, const ZoneRecord& record, const ZoneStatus& status, UtcMs now,
                                  const QString& language);

} // namespace haneul::airspace
