#pragma once

#include "server/delivery/delivery_service.h"
#include "server/fleet/event_fleet_service.h"
#include "server/plan/plan_service.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace haneul::runtime {

// Who and what flew a mission, as its flight plan says; empty: not known.
struct Crew {
    std::string pilot, battery;
};

using CrewOf = std::function<Crew(const std::string& mission)>; // called on any thread, without I/O

// From the plans that were written for missions. `plans` outlives it.
[[nodiscard]] CrewOf crewsOf(const plan::PlanService& plans);

// The flight of a completed mission, with its actual times where they were seen and the expected ones elsewhere;
// nullopt: it is not completed, or names no drone.
[[nodiscard]] std::optional<fleet::FlownFlight> flightOf(const delivery::Mission& mission, const Crew& crew);

// Hours and cycles of the fleet follow the missions that are flown: each completed mission is counted by the fleet,
// once, and what was completed while nobody counted is counted at the next start. Both services outlive it.
class FlightBook {
public:
    FlightBook(delivery::DeliveryService& deliveries, fleet::EventFleetService& fleet, CrewOf crewOf);
    FlightBook(const FlightBook&) = delete;
    FlightBook& operator=(const FlightBook&) = delete;

private:
    struct Impl;
    std::shared_ptr<Impl> m_impl; // shared with what the fleet still has to answer
    delivery::DeliveryService::Subscription m_subscription;
};

} // namespace haneul::runtime
