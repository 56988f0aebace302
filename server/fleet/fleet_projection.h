#pragma once

#include "server/log/event_log.h"

namespace haneul::fleet {

// The tables made from the fleet.* entries:
//   drone_models, drones (R-DB-03), batteries (R-DB-04), payloads, pilots (R-DB-05), maintenance
//   payload_models, pilot_ratings  which models a payload fits, and a pilot may fly
//   fleet_history                  each revision of each record and of the rules: who, when, why, what it was then
//   fleet_flights                  the missions whose flights are counted, once each
//   readiness_overrides            who answers for what was not ready
// Needs PeopleProjection before it: pilots may be users.
class FleetProjection final : public log::Projection {
public:
    [[nodiscard]] std::string_view name() const override { return "fleet"; }

    [[nodiscard]] std::vector<std::string> tables() const override {
        return {"drone_models", "drones",         "batteries",     "payloads",      "pilots",
                "maintenance",  "payload_models", "pilot_ratings", "fleet_history", "readiness_overrides",
                "fleet_flights"};
    }

    [[nodiscard]] int version() const override { return 2; }

    Result<void> create(storage::Database& database) override;
    Result<void> apply(storage::Database& database, const log::Entry& entry) override;
};

} // namespace haneul::fleet
