#pragma once

#include "core/base/error.h"
#include "server/fleet/assessor.h"
#include "server/fleet/fleet_service.h"
#include "server/fleet/fleet_state.h"
#include "server/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What the tables of FleetProjection say. Code DATABASE.
namespace haneul::fleet {

struct Standing {
    std::uint64_t revision = 0;
    bool retired = false;
};

// nullopt: there is no such record.
[[nodiscard]] Result<std::optional<Standing>> readStanding(const storage::Database& database, Kind kind,
                                                           const std::string& id);

enum class Unique {
    DroneSerial,
    DroneRegistration,
    BatterySerial,
    PilotUser,
    PilotCertificate,
};
// The id of the record that has this value; empty: none has.
[[nodiscard]] Result<std::string> ownerOf(const storage::Database& database, Unique what, const std::string& value);

[[nodiscard]] Result<bool> userExists(const storage::Database& database, const std::string& user);
[[nodiscard]] Result<std::string> droneInUseOf(const storage::Database& database, const std::string& model);
[[nodiscard]] Result<std::int64_t> countOf(const storage::Database& database, Kind kind);
[[nodiscard]] Result<FleetState> readState(const storage::Database& database);

// What a decision on one flight judges readiness by. What is not in the fleet is left out.
struct FlightAssignment {
    Assignment assignment;
    ReadinessRules rules;
    std::vector<ReadinessOverride> overrides; // that stand for it and cover what is not ready
};

[[nodiscard]] Result<FlightAssignment> readAssignment(const storage::Database& database, const Ask& ask);
[[nodiscard]] Result<std::string> userOfPilot(const storage::Database& database,
                                              const std::string& pilot); // empty: none
[[nodiscard]] Result<std::vector<Change>> readHistory(const storage::Database& database, const std::string& kind,
                                                      const std::string& id);

} // namespace haneul::fleet
