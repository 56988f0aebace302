#pragma once

#include "server/log/event_log.h"

namespace haneul::delivery {

// The tables made from the delivery.* entries:
//   networks            the latest revision of each, as JSON; those removed stay, for what was flown on them
//   link_verifications  of links that may be used
//   missions            R-DB-07: mission_id, plan_id, objective, status, payload_data_link; and when it is flown
//   orders              with their state
//   mission_orders      which orders a mission was booked for
//   usages              the columns and links that a mission holds, and when
//   actuals             what has happened, and when
//   steps               of the process
//   mission_batteries   with which the drone of a mission was judged
//   drone_notes         what was said when a drone was given to a mission
class DeliveryProjection final : public log::Projection {
public:
    [[nodiscard]] std::string_view name() const override { return "delivery"; }

    [[nodiscard]] std::vector<std::string> tables() const override {
        return {"networks", "link_verifications", "missions",   "orders", "mission_orders", "usages", "actuals",
                "steps",    "mission_batteries",  "drone_notes"};
    }

    [[nodiscard]] int version() const override { return 3; }

    Result<void> create(storage::Database& database) override;
    Result<void> apply(storage::Database& database, const log::Entry& entry) override;
};

} // namespace haneul::delivery
