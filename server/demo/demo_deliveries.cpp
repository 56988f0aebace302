#include "server/demo/demo_deliveries.h"

#include "server/demo/calls.h"
#include "server/demo/demo_networks.h"
#include "server/demo/demo_scenario.h"
#include "server/demo/mission_flights.h"

#include <array>
#include <chrono>
#include <format>
#include <string>
#include <utility>
#include <vector>

namespace haneul::demo {

namespace {

using namespace std::chrono_literals;
using delivery::EventDeliveryService;
using delivery::HandOver;
using delivery::Mission;
using delivery::MissionPtr;
using delivery::MissionStep;
using delivery::Network;
using delivery::NewMission;
using delivery::NewOrder;
using timing::EventKind;

constexpr std::uint64_t scenarioSeed = 1;
constexpr auto exampleBegin = 10h; // of the day
constexpr int seoulMissions = 40;
constexpr auto seoulBegin = -60min;
constexpr auto seoulStep = 10min + 30s; // 40 of them reach six hours ahead

class Maker {
public:
    Maker(EventDeliveryService& service, UtcMs now, std::vector<std::string> drones)
        : m_service(service)
        , m_drones(std::move(drones))
        , m_by(EventDeliveryService::programItself())
        , m_now(now) {}

    Result<void> make() {
        const std::vector networks{referenceNetwork(), exampleNetwork(),
                                   seoulNetwork(DemoScenario::overSeoul(scenarioSeed, m_now))};
        for (const Network& network : networks)
            m_service.saveNetwork(m_by, network, 0, m_calls.next<std::uint64_t>());
        if (auto saved = m_calls.wait(); !saved) return saved;
        for (const Network& network : networks)
            for (const delivery::Link& link : network.links)
                m_service.verifyLink(m_by, network.id, link.a, link.b, "demonstration flight", m_calls.next<void>());
        if (auto verified = m_calls.wait(); !verified) return verified;
        makeReference();
        if (auto made = makeExample(); !made) return made;
        makeSeoul();
        if (auto booked = m_calls.wait(); !booked) return booked;
        flySeoul();
        return m_calls.wait();
    }

private:
    [[nodiscard]] UtcMs exampleTime() const { return std::chrono::floor<std::chrono::days>(m_now) + exampleBegin; }

    void book(const std::string& network, const std::string& id, const std::vector<delivery::Stop>& stops, UtcMs ready,
              const std::string& from = {}, const std::vector<std::string>& orders = {}) {
        m_service.bookMission(m_by,
                              {.network = network,
                               .request = {.id = id, .from = from, .stops = stops, .payload_kg = 1.2},
                               .orders = orders,
                               .drone = {},
                               .start = std::nullopt,
                               .ready = ready},
                              m_calls.next<std::string>());
    }

    void makeReference() {
        book("REF", "m1", {{.node = "DP-02"}, {.node = "DP-05"}}, exampleTime());
        book("REF", "m2", {{.node = "DP-05"}, {.node = "DP-02"}}, exampleTime() + 60s);
        book("REF", "m3", {{.node = "DP-01"}}, exampleTime() + 120s);
        book("REF", "m4", {{.node = "DP-03"}, {.node = "DP-04"}}, exampleTime() + 120s);
    }

    Result<void> makeExample() {
        auto route = exampleRoute(m_service.state()->network("G1")->network);
        if (!route) return std::unexpected(route.error());
        m_service.bookRoute(m_by, "G1", *std::move(route), exampleTime(), m_calls.next<std::string>());
        return {};
    }

    void makeSeoul() {
        struct Trip {
            const char* from;
            std::vector<delivery::Stop> stops;
        };

        const std::array trips{
            Trip{"BP-02", {{.node = "DP-04"}, {.node = "DP-05"}}},
            Trip{"BP-01", {{.node = "DP-01"}}},
            Trip{"BP-02", {{.node = "DP-08"}}},
            Trip{"BP-02", {{.node = "DP-06"}, {.node = "DP-07"}}},
            Trip{"BP-01", {{.node = "DP-02"}, {.node = "DP-01"}, {.node = "DP-03"}}},
            Trip{"BP-02", {{.node = "DP-09"}, {.node = "DP-14"}}},
            Trip{"BP-02", {{.node = "DP-07", .handOver = HandOver::Drop}}},
            Trip{"BP-01", {{.node = "DP-03"}}},
            Trip{"BP-02", {{.node = "DP-07"}, {.node = "DP-09"}}},
            Trip{"BP-02", {{.node = "DP-10"}}},
            Trip{"BP-02", {{.node = "DP-05"}}},
            Trip{"BP-02", {{.node = "DP-14"}}},
        };
        for (int i = 0; i < seoulMissions; ++i) {
            const Trip& trip = trips[static_cast<std::size_t>(i) % trips.size()];
            const UtcMs ready = m_now + seoulBegin + seoulStep * i;
            std::vector<std::string> orders;
            for (const delivery::Stop& stop : trip.stops) { // of those from now on
                if (ready < m_now || i % 2 != 0) continue;
                orders.push_back(std::format("demo-{:02}-{}", i, stop.node));
                order(orders.back(), stop, ready + 30min);
            }
            book("SEOUL", missionId(i), trip.stops, ready, trip.from, orders);
            if (!m_drones.empty())
                m_service.assignDrone(m_by, missionId(i), m_drones[static_cast<std::size_t>(i) % m_drones.size()],
                                      m_calls.next<void>());
        }
        for (const char* node : {"DP-04", "DP-08", "DP-06", "DP-09"}) // these wait for the desk
            order(std::format("demo-{}", node), {.node = node}, m_now + 2h);
    }

    void order(const std::string& id, const delivery::Stop& stop, UtcMs deadline) {
        m_service.placeOrder(m_by,
                             {.id = id, .network = "SEOUL", .stop = stop, .payload_kg = 0.6, .deadline = deadline},
                             m_calls.next<std::string>());
    }

    [[nodiscard]] static std::string missionId(int number) { return std::format("S-{:03}", number + 1); }

    // What began before now has been flown so far, a little beside the plan.
    void flySeoul() {
        const auto state = m_service.state();
        for (int i = 0; i < seoulMissions; ++i)
            if (const MissionPtr mission = state->mission(missionId(i)); mission && mission->start < m_now)
                fly(*mission, (i % 5 - 1) * 12s);
    }

    void step(const Mission& mission, MissionStep step, const std::string& note = {}) {
        m_service.advanceMission(m_by, mission.id, step, note, m_calls.next<void>());
    }

    void fly(const Mission& mission, milliseconds late) {
        std::vector<timing::ActualTime<std::int64_t>> actuals;
        const auto seen = [&](std::size_t leg, std::size_t waypoint, EventKind kind, std::int64_t planned) {
            const std::int64_t time = planned + late.count();
            if (time > sinceEpoch_ms(m_now)) return false;
            actuals.push_back({leg, waypoint, kind, time});
            return true;
        };
        step(mission, MissionStep::Prepared);
        for (std::size_t k = 0; k < mission.planned.legs.size(); ++k) {
            const auto& leg = mission.planned.legs[k];
            if (!seen(k, 0, EventKind::Departure, leg.departures.front())) break;
            const bool last = k + 1 == mission.planned.legs.size();
            step(mission, last ? MissionStep::Returning : MissionStep::Flying);
            if (!seen(k, leg.arrivals.size() - 1, EventKind::Arrival, leg.arrivals.back())) break;
            step(mission, last ? MissionStep::Completed : MissionStep::HandedOver);
        }
        if (!actuals.empty()) m_service.recordActuals(m_by, mission.id, std::move(actuals), m_calls.next<void>());
    }

    EventDeliveryService& m_service;
    std::vector<std::string> m_drones; // each is back long before its next mission
    people::Principal m_by;
    UtcMs m_now;
    Calls m_calls;
};

} // namespace

Result<void> seeToDemoDeliveries(EventDeliveryService& service, UtcMs now, const std::vector<std::string>& drones) {
    const auto state = service.state();
    for (const char* network : {"REF", "G1", "SEOUL"})
        if (state->network(network) != nullptr) return {};
    return Maker(service, now, drones).make();
}

} // namespace haneul::demo
