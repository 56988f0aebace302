#pragma once

#include "server/log/event_log.h"

namespace haneul::plan {

// The tables made from the plan.* entries:
//   flight_plans           R-DB-06: plan_id, pilot_id, drone_id, start_time, end_time (milliseconds since the epoch),
//                          status, route_geom (SpatiaLite, EPSG:4326; null while there is no route); the mission that
//                          it flies; and the box and time of its volumes, by which others that are in the way are found
//   flight_plan_versions   the contents of every revision, as JSON
//   flight_plan_evidence   what the checks said, each time
//   flight_plan_approvals  who approved which revision, on what evidence
//   flight_plan_steps      R-PLAN-20: one row for each step, with who, when, from what to what
//   capacity_limits        how many flights may be in a place at once (capacity_limits.h)
class PlanProjection final : public log::Projection {
public:
    [[nodiscard]] std::string_view name() const override { return "plan"; }

    [[nodiscard]] std::vector<std::string> tables() const override {
        return {"flight_plans",          "flight_plan_versions", "flight_plan_evidence",
                "flight_plan_approvals", "flight_plan_steps",    "capacity_limits"};
    }

    Result<void> create(storage::Database& database) override;
    Result<void> apply(storage::Database& database, const log::Entry& entry) override;
};

} // namespace haneul::plan
