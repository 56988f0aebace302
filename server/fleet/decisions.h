#pragma once

#include "server/fleet/events.h"
#include "server/fleet/fleet_service.h"
#include "server/people/principal.h"
#include "server/storage/database.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

// What a command on the fleet comes to, read from the tables as they are before it, inside its transaction: two
// commands of one group see each other. Runs on the log's thread.
namespace haneul::fleet {

// The events, or why not.
template <class Outcome>
struct Decided {
    std::vector<FleetEvent> events;
    Outcome outcome{};
};

using Nothing = std::monostate;
using Database = storage::Database;

[[nodiscard]] Result<Decided<SavedRecord>> decideSave(const Database& database, Record record, std::uint64_t basedOn,
                                                      const std::string& note, UtcMs now);
// Hours of drone and pilot, cycles of the battery. What is not known stays so, what is retired or not of the fleet is
// left out; a mission that is counted already changes nothing.
[[nodiscard]] Result<Decided<bool>> decideFlight(const Database& database, const FlownFlight& flight);
[[nodiscard]] Result<Decided<std::uint64_t>> decideRetire(const Database& database, const RecordRetired& wanted,
                                                          std::uint64_t basedOn);
[[nodiscard]] Result<Decided<int>> decideRules(const Database& database, ReadinessRules rules, int basedOn,
                                               const std::string& reason);
[[nodiscard]] Result<Decided<std::string>> decideOverride(const Database& database, const NewOverride& wanted,
                                                          const people::Principal& by,
                                                          const OrganisationOf& organisationOf, UtcMs now);
[[nodiscard]] Result<Decided<Nothing>> decideWithdraw(const Database& database, const OverrideWithdrawn& wanted);

} // namespace haneul::fleet
