#pragma once

#include "core/sim/battery.h"
#include "core/sim/flight_path.h"
#include "core/sim/random.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace haneul::sim {

struct VehicleState {
    UtcMs time{};
    geo::LatLon position;
    double height_m = 0; // AMSL
    double velocityNorth_mps = 0;
    double velocityEast_mps = 0;
    double verticalRate_mps = 0; // up positive
    double course_deg = 0;
    bool onGround = false;
    Phase phase = Phase::Parked;
    std::optional<double> battery_pct; // none: the vehicle has no battery model
    std::size_t nextWaypoint = 0;      // the one flown to, or the one stopped at
    std::uint32_t sortie = 0;          // take-offs so far

    bool operator==(const VehicleState&) const = default;
};

// The step of the simulator. Every vehicle moves in whole steps from its start time, whatever the intervals in which
// it is asked to: advance(1 s) is exactly ten times advance(100 ms), because time is kept in whole milliseconds and
// the same steps are made with the same operations. What is left of a step waits for the next call.
inline constexpr milliseconds simulationStep{100};

// One vehicle that follows a path. Motion between two steps is solved exactly (accelerate, cruise, brake), so the
// length of the step limits how often it is seen, not how well it flies. Copyable: a copy flies on by itself and can
// be used to look ahead.
class Vehicle {
public:
    // At rest at the first waypoint at `start`. `random` draws the turnarounds.
    Vehicle(std::shared_ptr<const FlightPath> path, UtcMs start, Random random,
            std::optional<BatteryModel> battery = std::nullopt);

    void advance(milliseconds interval); // negative counts as 0
    void step();                         // one simulationStep

    [[nodiscard]] VehicleState state() const; // at time()

    [[nodiscard]] UtcMs time() const { return m_time; } // of the last whole step

    [[nodiscard]] Phase phase() const { return element().phase; }

    [[nodiscard]] bool finished() const { return m_finished; } // at the end of a route that does not repeat

    [[nodiscard]] const FlightPath& path() const { return *m_path; }

private:
    // How the current element is flown: from entry to peak, hold, to exit. A stop only holds.
    struct Profile {
        double entry_mps = 0;
        double peak_mps = 0;
        double exit_mps = 0;
        double accelerate_s = 0;
        double hold_s = 0;
        double brake_s = 0;

        [[nodiscard]] double duration_s() const { return accelerate_s + hold_s + brake_s; }
    };

    [[nodiscard]] const FlightPath::Element& element() const { return m_path->elements()[m_element]; }

    [[nodiscard]] const Waypoint& waypoint() const { return m_path->route().waypoints[element().waypoint]; }

    void enter(std::size_t element, double sinceStep_s);
    void leave(double sinceStep_s);
    void drainBattery();
    [[nodiscard]] Profile motionProfile() const;
    [[nodiscard]] Profile stopProfile(double sinceStep_s);
    [[nodiscard]] double distance_m() const;
    [[nodiscard]] double speed_mps() const;

    std::shared_ptr<const FlightPath> m_path;
    Random m_random;
    std::optional<BatteryModel> m_battery;
    UtcMs m_time;
    milliseconds m_owed{0};
    std::size_t m_element = 0;
    double m_elapsed_s = 0; // in the element
    Profile m_profile;
    double m_battery_pct = 100;
    std::uint32_t m_sortie = 0;
    bool m_finished = false;
};

} // namespace haneul::sim
