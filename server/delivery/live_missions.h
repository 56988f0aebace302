#pragma once

#include "core/delivery/live.h"
#include "server/delivery/delivery_service.h"
#include "server/situation/situation.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace haneul::delivery {

// Follows the drones of the missions that are under way: finds in the picture when they left, passed and reached their
// waypoints, and reports it to the service, with the steps of the delivery process that it shows (R-RTE-13, R-RTE-19).
// Whoever is overdue is expected later before it has moved (R-SLT-13).
// A drone belongs to a mission when it is assigned to it or says so itself; one that reports another mission is not
// taken for it. Heights above mean sea level are used as they are, those above the ellipsoid by
// the geoid where it is known; others count as unknown.
// One thread at a time.
class LiveMissions {
public:
    // `by` holds mission.report and mission.write; `service` outlives this.
    LiveMissions(DeliveryService& service, people::Principal by,
                 std::function<std::optional<double>(geo::LatLon)> geoid_m = {});

    void look(const situation::Situation& situation);

    [[nodiscard]] std::size_t followed() const { return m_followed.size(); }

    static constexpr milliseconds before{300'000};    // looks for the drone from so long before the start on
    static constexpr milliseconds worthSaying{5'000}; // by less the expected end is not moved

private:
    // What is on its way to the log; answered on another thread.
    enum class Sending { Nothing, UnderWay, Refused };

    struct Followed {
        UtcMs start{};
        MissionTracker tracker;
        std::size_t reported = 0; // of the tracker's events
        std::size_t reporting = 0;
        std::shared_ptr<std::atomic<Sending>> actuals = std::make_shared<std::atomic<Sending>>(Sending::Nothing);
        std::shared_ptr<std::atomic<Sending>> step = std::make_shared<std::atomic<Sending>>(Sending::Nothing);
        std::size_t stepFrom = 0; // steps on record when the last one was sent
    };

    void follow(const Mission& mission, const Network* network, const traffic::Track& track);
    void report(const Mission& mission, Followed& followed);
    void advance(const Mission& mission, Followed& followed);
    void expect(const Mission& mission, const Followed& followed, UtcMs now);

    DeliveryService* m_service;
    people::Principal m_by;
    std::function<std::optional<double>(geo::LatLon)> m_geoid_m;
    std::map<std::string, Followed> m_followed; // by mission
};

// What follows the steps on record, by what has been seen of the flight; nullopt: nothing. Somebody who was ahead of
// the telemetry is not corrected.
[[nodiscard]] std::optional<StepRecord> nextStep(const Mission& mission, std::span<const StepSeen> seen);

} // namespace haneul::delivery
