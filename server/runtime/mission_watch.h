#pragma once

#include "server/delivery/live_missions.h"
#include "server/situation/situation.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <thread>

namespace haneul::runtime {

// Follows the missions under way on a thread of its own, once a second, for as long as it lives.
class MissionWatch {
public:
    // Both outlive it. `geoid_m` may be empty.
    MissionWatch(delivery::DeliveryService& service, const situation::SituationBoard& board,
                 std::function<std::optional<double>(geo::LatLon)> geoid_m);

private:
    void run(const std::stop_token& stop);

    delivery::LiveMissions m_missions;
    const situation::SituationBoard& m_board;
    std::jthread m_thread; // last: it uses the rest, and is joined first
};

} // namespace haneul::runtime
