#include "server/runtime/mission_watch.h"

#include "server/delivery/event_delivery_service.h"

#include <chrono>
#include <utility>

namespace haneul::runtime {

namespace {

constexpr milliseconds every{1'000};
constexpr milliseconds patience{200}; // how long a stop may have to wait

people::Principal telemetry() {
    people::Principal by = delivery::EventDeliveryService::programItself();
    by.user = "telemetry";
    return by;
}

} // namespace

MissionWatch::MissionWatch(delivery::DeliveryService& service, const situation::SituationBoard& board,
                           std::function<std::optional<double>(geo::LatLon)> geoid_m)
    : m_missions(service, telemetry(), std::move(geoid_m))
    , m_board(board)
    , m_thread([this](const std::stop_token& stop) { run(stop); }) {}

void MissionWatch::run(const std::stop_token& stop) {
    std::uint64_t seen = 0;
    UtcMs looked{};
    while (!stop.stop_requested()) {
        const situation::SituationPtr situation = m_board.waitForNewer(seen, patience);
        if (situation->number == seen) continue;
        seen = situation->number;
        if (situation->mode != situation::TimeMode::Live || situation->time < looked + every) continue;
        looked = situation->time;
        m_missions.look(*situation);
    }
}

} // namespace haneul::runtime
