#pragma once

#include "core/sim/encounter.h"
#include "server/demo/demo_broadcast.h"
#include "server/planner/local_planner.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::demo {

// Four drones that cross at one place in wind, each with the local planner on board: "XC-001" .. "XC-004", heard
// through a gateway of their own.
inline constexpr std::size_t crossingDroneCount = 4;
inline constexpr std::string_view crossingGateway = "gw-crossing";
inline constexpr geo::LatLon crossingPlace{37.4900, 126.9780}; // none of the other demo drones comes near
inline constexpr double crossingHeight_m = 110;                // AMSL
inline constexpr double crossingRadius_m = 400;                // from the middle to where they wait
[[nodiscard]] std::string crossingDrone(std::size_t number);   // from 1
[[nodiscard]] std::vector<std::string> crossingDrones();

// Where advice goes that the console publishes: one drone's, as JSON.
class AdvisorySink {
public:
    virtual ~AdvisorySink() = default;
    virtual void advise(std::string_view drone, std::string_view message) = 0;
};

// Flies the crossing every three minutes, to and fro, and says what the drones would send: one batch a second. Whenever
// a decision differs from flying on along the path (alert, override, request), it is recorded and an advisory is
// published. Wind 4 m/s with gusts of 1 m/s, reports half a second old, outages. Between two crossings they hover on
// the far side, where batteries are replaced. No clock, no thread, no sockets: equal seeds and instants give equal
// bytes.
class CrossingFlights {
public:
    CrossingFlights(std::uint64_t seed, std::shared_ptr<planner::LocalPlanner> planner);

    // Flies on to `now` and sends what fell due. After a pause of more than `longestCatchUp` the time between is not
    // flown. Going back in time does nothing.
    void advanceTo(UtcMs now, TelemetrySink& telemetry, AdvisorySink& advisories);

    // Smallest separation of any two so far, 1 at the edge of loss.
    [[nodiscard]] double closest() const { return m_closest; }

    [[nodiscard]] std::size_t crossings() const { return m_crossings; } // begun

    static constexpr milliseconds every{180'000};
    static constexpr milliseconds longestCatchUp{5'000};

private:
    // One crossing being flown; what the flight refers to stands before it.
    struct Crossing {
        sim::Encounter encounter;
        sim::Decide decide;
        std::unique_ptr<sim::EncounterFlight> flight;
    };

    void begin();
    void step(AdvisorySink& advisories);
    void send(TelemetrySink& sink);
    void judge();
    [[nodiscard]] avoid::Decision decide(std::size_t drone, const avoid::Situation& situation);

    std::uint64_t m_seed;
    std::shared_ptr<planner::LocalPlanner> m_planner;
    geo::LocalFrame m_frame;
    sim::BatteryModel m_battery;
    std::unique_ptr<Crossing> m_crossing;
    std::vector<geo::Enu_m> m_starts;
    std::vector<geo::Enu_m> m_ends;
    std::array<double, crossingDroneCount> m_battery_pct{};
    std::array<std::uint32_t, crossingDroneCount> m_sequences{};
    std::optional<UtcMs> m_time;
    UtcMs m_begun{};
    UtcMs m_sent{};
    AdvisorySink* m_advisories = nullptr; // during a step
    std::size_t m_crossings = 0;
    double m_closest = 1e9;
};

} // namespace haneul::demo
