#pragma once

#include "server/airspace/events.h"
#include "server/storage/database.h"

#include <span>
#include <vector>

namespace haneul::runtime {

// Who is told of changes of the airspace (R-SVC-15), in the transaction that makes them: all operators of the area of
// each zone, and of each standing flight plan that a new zone hits or may hit its pilot, its authors and the approvers.
// Of an import with more zones than mostZonesTold the operators are told in one notice. Codes: DATABASE, and those of
// the codecs.
inline constexpr std::size_t mostZonesTold = 20;
[[nodiscard]] Result<std::vector<log::NewEvent>>
noticesOfZones(const storage::Database& database, std::span<const airspace::AirspaceEvent> events, UtcMs now);

} // namespace haneul::runtime
