#pragma once

#include "core/base/error.h"
#include "core/fleet/readiness.h"
#include "server/fleet/fleet_state.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::fleet {

// What is put together for a flight, by name. Empty: nobody and nothing is assigned yet.
struct Ask {
    std::string drone, battery, pilot;
    std::vector<std::string> payloads;
    Need need;
};

struct Assessment {
    Ask ask;
    Readiness readiness;
    std::vector<OverridePtr> overrides; // that stand beside it and cover what is not ready
    std::vector<Question> blocking;     // not ready, and nobody answers for it: the flight stays on the ground
};

// nullopt: nothing is known of that organisation.
using OrganisationOf = std::function<std::optional<Organisation>(std::string_view id)>;

// What the state says of those that are asked for; what it does not know is left out. Without maintenance: see
// Assessor.
[[nodiscard]] Assignment assignmentOf(const FleetState& state, const Ask& ask, const OrganisationOf& organisationOf);

// The overrides that stand for this very assignment and cover what is not ready.
[[nodiscard]] std::vector<OverridePtr> overridesOf(const FleetState& state, const Ask& ask, const Readiness& readiness);
[[nodiscard]] ReadinessOverride plain(const Override& given);

// Judges on one state of the fleet. The state is kept.
class Assessor {
public:
    explicit Assessor(FleetStatePtr state, OrganisationOf organisationOf = {});

    // Codes: NO_SUCH_DRONE, NO_SUCH_BATTERY, NO_SUCH_PAYLOAD, NO_SUCH_PILOT, and those of fleet::judge.
    [[nodiscard]] Result<Assessment> judge(const Ask& ask) const;

    // Every drone that is not retired, with that of its batteries and that pilot whose question is answered best (of
    // equals the first by name): which of them could go, and what keeps the others. In the order of the names.
    [[nodiscard]] Result<std::vector<Assessment>> overview(const Need& need) const;

private:
    [[nodiscard]] std::string bestBattery(const Drone& drone, const Need& need) const;
    [[nodiscard]] std::string bestPilot(const Drone& drone, const Need& need) const;

    FleetStatePtr m_state;
    OrganisationOf m_organisationOf;
    std::map<std::string, std::vector<MaintenanceRecord>, std::less<>> m_maintenance; // by drone
    std::map<std::string, std::vector<std::string>, std::less<>> m_batteries;         // in use, by drone
};

// An override covers a question of the very assignment that it was given for, while it stands and until the flight has
// ended, if nothing is worse than what was seen when it was given: another item that is not ready, or one that was only
// not judged then.
[[nodiscard]] bool covers(const Override& given, const Ask& ask, const Readiness& readiness);

} // namespace haneul::fleet
