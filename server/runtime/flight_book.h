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

// The flight of a plan that was flown without a mission: it took off after its activation and was down before it was
// ended, and in between it flew as long as planned (never longer than that). nullopt: it was not flown, or flew a
// mission, which is counted as such.
[[nodiscard]] std::optional<fleet::FlownFlight> flightOf(const plan::PlanRecord& record);

// Hours and cycles of the fleet follow what is flown: each completed mission, or each ended plan that flew none, is
// counted by the fleet, once, and what was over while nobody counted is counted at the next start. The services outlive
// it.
class FlightBook {
public:
    FlightBook(delivery::DeliveryService& deliveries, fleet::EventFleetService& fleet, CrewOf crewOf);
    FlightBook(plan::PlanService& plans, fleet::EventFleetService& fleet);
    FlightBook(const FlightBook&) = delete;
    FlightBook& operator=(const FlightBook&) = delete;

private:
    struct Impl;
    std::shared_ptr<Impl> m_impl;         // shared with what the fleet still has to answer
    std::shared_ptr<void> m_subscription; // to the one or the other
};

} // namespace haneul::runtime
