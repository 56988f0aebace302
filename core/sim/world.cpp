#include "core/sim/world.h"

#include <algorithm>

namespace haneul::sim {

World::World(UtcMs start, std::uint64_t seed)
    : m_time(start)
    , m_seed(seed) {}

std::size_t World::add(std::shared_ptr<const FlightPath> path, std::optional<BatteryModel> battery) {
    const std::size_t index = m_vehicles.size();
    m_vehicles.emplace_back(std::move(path), m_time, Random::stream(m_seed, index), battery);
    return index;
}

void World::advance(milliseconds interval) {
    m_owed += std::max(interval, milliseconds{0});
    const std::int64_t steps = m_owed / simulationStep;
    m_owed -= steps * simulationStep;
    m_time += steps * simulationStep;
    // Vehicle by vehicle: each stays in the cache for all its steps, and none looks at another.
    for (Vehicle& vehicle : m_vehicles) {
        for (std::int64_t i = 0; i < steps; ++i) {
            vehicle.step();
        }
    }
}

void World::advanceTo(UtcMs instant) {
    advance(instant - m_time - m_owed);
}

} // namespace haneul::sim
