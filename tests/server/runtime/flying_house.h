#pragma once

#include "delivery_fixture.h"
#include "fleet_fixture.h"
#include "server/delivery/event_delivery_service.h"
#include "server/fleet/event_fleet_service.h"

#include <QTemporaryDir>

#include <memory>
#include <string>
#include <vector>

namespace haneul::runtime::tests {

// A log with people, fleet and deliveries, and the two services on it put together as the program does it: drones of
// missions are judged by the fleet. The reference network with all its links verified, a good drone HN-001 and HN-002.
struct FlyingHouse {
    FlyingHouse();
    void open();
    void restart();

    Result<void> save(const fleet::Record& record, std::uint64_t basedOn = 0);
    Result<std::string> book(const std::string& id, const std::string& drone, UtcMs ready,
                             const std::string& stop = "DP-01", double payload_kg = 1.2);
    Result<void> assign(const std::string& mission, const std::string& drone);
    Result<void> retime(const std::string& mission, UtcMs start);
    Result<std::string> override(fleet::Question question, const std::string& drone, UtcMs until);
    Result<void> advance(const std::string& mission, delivery::MissionStep step);
    [[nodiscard]] delivery::Mission mission(const std::string& id) const;

    QTemporaryDir folder;
    clock::ManualClock clock{fleet::tests::noon};
    fleet::Organisation organisation{.id = "HANEUL",
                                     .name = "Haneul Air",
                                     .insured_until = fleet::tests::noon + std::chrono::days(300),
                                     .licensed_until = fleet::tests::noon + std::chrono::days(300)};
    people::Principal dispatcher = delivery::EventDeliveryService::programItself();
    people::Principal workshop = fleet::tests::someone({"fleet.read", "fleet.write"}, people::Role::Fleet);
    people::Principal supervisor = fleet::tests::someone({"fleet.override"}, people::Role::Supervisor);
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<delivery::EventDeliveryService> deliveries;
    std::unique_ptr<fleet::EventFleetService> fleet;
};

} // namespace haneul::runtime::tests
