#pragma once

#include "core/sim/vehicle.h"

#include <span>
#include <vector>

namespace haneul::sim {

// Many vehicles in one time, stepped together. Vehicle i draws from Random::stream(seed, i): the same seed and the
// same vehicles give the same flights, and a further vehicle changes nothing for the others. Equal to the last bit on
// one machine; between machines to the rounding of their sin and cos.
// Not thread-safe; one owner.
class World {
public:
    World(UtcMs start, std::uint64_t seed);

    // Parked at the first waypoint from the world's present on. Returns its index.
    std::size_t add(std::shared_ptr<const FlightPath> path, std::optional<BatteryModel> battery = std::nullopt);

    void advance(milliseconds interval); // in whole steps, see simulationStep
    void advanceTo(UtcMs instant);       // up to the last whole step not after it; never back

    [[nodiscard]] UtcMs time() const { return m_time; } // of the last whole step

    [[nodiscard]] std::span<const Vehicle> vehicles() const { return m_vehicles; }

    [[nodiscard]] VehicleState state(std::size_t vehicle) const { return m_vehicles.at(vehicle).state(); }

private:
    UtcMs m_time;
    milliseconds m_owed{0};
    std::uint64_t m_seed;
    std::vector<Vehicle> m_vehicles;
};

} // namespace haneul::sim
