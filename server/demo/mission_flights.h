#pragma once

#include "core/sim/random.h"
#include "core/sim/vehicle.h"
#include "server/delivery/delivery_state.h"
#include "server/demo/demo_broadcast.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::demo {

// Drones that fly what is booked: "DL-001" .. "DL-060", heard through a gateway of their own.
inline constexpr std::size_t missionDroneCount = 60;
inline constexpr std::string_view missionGateway = "gw-delivery";
[[nodiscard]] std::string missionDrone(std::size_t number); // from 1
[[nodiscard]] std::vector<std::string> missionDrones();

// The route that the simulator flies for a mission: its waypoints with their stays, never ahead of the booked
// departures at the nodes. `network` says where it flies through without a stop; null: it stops at every waypoint.
[[nodiscard]] sim::Route routeOf(const delivery::Mission& mission, const delivery::Network* network);

// Flies the booked missions of these drones in the simulator and says what the drones would send: one batch a second,
// each record with its mission. A drone reports from two minutes before the start of its mission until one minute
// after its end; a mission that is already under way is joined where the simulator has it by now. What is cancelled
// before its start is not flown; what is moved flies at its new start.
// No clock, no thread, no sockets: equal missions and instants give equal bytes.
class MissionFlights {
public:
    explicit MissionFlights(std::uint64_t seed)
        : m_seed(seed) {}

    void setMissions(delivery::DeliveryStatePtr state);

    // Whether there is anything to be sent by then: only then the latest state is wanted.
    [[nodiscard]] bool due(UtcMs now) const { return !m_time || now >= *m_time + std::chrono::seconds(1); }

    // Flies on to `now` and sends what fell due. Going back in time does nothing.
    void advanceTo(UtcMs now, TelemetrySink& sink);

    [[nodiscard]] std::size_t reporting() const { return m_flights.size(); }

    static constexpr milliseconds before{120'000}; // reports from then on
    static constexpr milliseconds after{60'000};

private:
    struct Flight {
        delivery::MissionPtr mission;
        sim::Vehicle vehicle;
        sim::Random fading;
        geo::LatLon base;
        std::optional<UtcMs> ended;
    };

    void enter(UtcMs now);
    void leave(UtcMs now);
    void send(UtcMs now, TelemetrySink& sink);

    std::uint64_t m_seed;
    delivery::DeliveryStatePtr m_state;
    std::map<std::string, Flight> m_flights;          // by mission
    std::map<std::string, std::uint32_t> m_sequences; // by drone
    std::map<std::string, UtcMs> m_flown;             // by mission: its booked start; never flown twice
    std::optional<UtcMs> m_time;                      // of the last second sent
};

} // namespace haneul::demo
