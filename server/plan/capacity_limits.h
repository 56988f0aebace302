#pragma once

#include "core/base/error.h"
#include "core/deconflict/capacity.h"
#include "server/log/event_log.h"
#include "server/storage/database.h"

#include <string>
#include <string_view>
#include <vector>

// How many flights may be in a place at once (R-SVC-13), as supervisors lay it down. Entries of the log
// ("capacity.limit_set", "capacity.limit_removed"); the table capacity_limits is a part of PlanProjection.
namespace haneul::plan {

inline constexpr std::string_view capacityPrefix = "capacity.";
inline constexpr std::size_t mostCapacityLimits = 1'000;

Result<void> createCapacityTable(storage::Database& database);
Result<void> applyCapacityEvent(storage::Database& database, const log::Entry& entry);

// By id. Codes: DATABASE, and those of the codec.
[[nodiscard]] Result<std::vector<deconflict::CapacityLimit>> readCapacityLimits(const storage::Database& database);

// Inside a log::Decide. Codes: BAD_ID, those of deconflict::check; TOO_MANY; NO_SUCH_LIMIT.
[[nodiscard]] Result<std::vector<log::NewEvent>> decideSetCapacity(const storage::Database& database,
                                                                   const deconflict::CapacityLimit& limit);
[[nodiscard]] Result<std::vector<log::NewEvent>> decideRemoveCapacity(const storage::Database& database,
                                                                      const std::string& id);

} // namespace haneul::plan
