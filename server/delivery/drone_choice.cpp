#include "server/delivery/drone_choice.h"

#include "server/delivery/tables.h"

#include <algorithm>
#include <format>
#include <map>
#include <utility>

namespace haneul::delivery {

namespace {

constexpr std::size_t mostPassedOver = 20; // drones that are named one by one

std::string listed(const std::vector<DroneItem>& items) {
    std::string text;
    for (const DroneItem& item : items)
        text += std::format("{}{}: {}", text.empty() ? "" : "; ", item.code, item.words);
    return text;
}

void note(std::vector<DroneNote>& notes, DroneNote::Kind kind, const std::string& drone,
          const std::vector<DroneItem>& items) {
    for (const DroneItem& item : items)
        notes.push_back({.kind = kind, .drone = drone, .code = item.code, .words = item.words});
}

DroneGiven given(const std::string& drone, DroneVerdict verdict) {
    DroneGiven given{.battery = std::move(verdict.battery), .notes = {}};
    note(given.notes, DroneNote::Kind::NotJudged, drone, verdict.notJudged);
    note(given.notes, DroneNote::Kind::NotJudged, drone, verdict.pilotUnnamed);
    note(given.notes, DroneNote::Kind::AnsweredFor, drone, verdict.answeredFor);
    return given;
}

// Of drones that are given away in one decision: the tables do not know it yet.
using Taken = std::multimap<std::string, std::pair<UtcMs, UtcMs>>;

// What keeps the program from taking a drone by itself; empty: nothing.
std::vector<DroneItem> obstaclesOf(const DroneVerdict& verdict) {
    std::vector<DroneItem> obstacles = verdict.notReady;
    obstacles.insert(obstacles.end(), verdict.notJudged.begin(), verdict.notJudged.end());
    return obstacles;
}

class Chooser {
public:
    Chooser(const storage::Database& database, const DroneJudge& judge, const Network& network)
        : m_database(database)
        , m_judge(judge)
        , m_network(network)
        , m_drones(judge.drones()) {}

    Result<void> choose(MissionBooked& mission) {
        const DroneNeed need = needOf(mission.route, m_network, mission.start, mission.end);
        std::size_t passed = 0;
        for (const std::string& drone : m_drones) {
            auto obstacles = busy(drone, need);
            if (!obstacles) return std::unexpected(obstacles.error());
            DroneVerdict verdict;
            if (obstacles->empty()) {
                auto judged = m_judge.judge(drone, need);
                if (!judged) return std::unexpected(judged.error());
                verdict = *std::move(judged);
                obstacles = obstaclesOf(verdict);
            }
            if (obstacles->empty()) {
                take(mission, drone, std::move(verdict));
                break;
            }
            if (++passed <= mostPassedOver) note(mission.notes, DroneNote::Kind::PassedOver, drone, *obstacles);
        }
        if (passed > mostPassedOver)
            mission.notes.push_back({.kind = DroneNote::Kind::PassedOver,
                                     .drone = {},
                                     .code = "MORE",
                                     .words = std::format("{} further drones", passed - mostPassedOver)});
        return {};
    }

private:
    [[nodiscard]] Result<std::vector<DroneItem>> busy(const std::string& drone, const DroneNeed& need) const {
        const auto turnaround = milliseconds(m_network.fleet ? m_network.fleet->turnaround_ms : 0);
        const auto [begin, end] = m_taken.equal_range(drone);
        if (std::any_of(begin, end, [&](const auto& one) {
                const auto& [from, to] = one.second;
                return need.start - turnaround < to && from < need.end + turnaround;
            }))
            return std::vector<DroneItem>{{"DRONE_BUSY", "it flies another of these missions at that time"}};
        auto other = missionOfDrone(m_database, drone, need.start - turnaround, need.end + turnaround, {});
        if (!other) return std::unexpected(other.error());
        if (other->empty()) return std::vector<DroneItem>{};
        return std::vector<DroneItem>{{"DRONE_BUSY", std::format("it flies {} at that time", *other)}};
    }

    void take(MissionBooked& mission, const std::string& drone, DroneVerdict verdict) {
        auto equipment = given(drone, std::move(verdict));
        mission.drone = drone;
        mission.battery = std::move(equipment.battery);
        mission.notes.insert(mission.notes.begin(), std::make_move_iterator(equipment.notes.begin()),
                             std::make_move_iterator(equipment.notes.end()));
        m_taken.emplace(drone, std::pair(mission.start, mission.end));
    }

    const storage::Database& m_database;
    const DroneJudge& m_judge;
    const Network& m_network;
    std::vector<std::string> m_drones;
    Taken m_taken;
};

} // namespace

Result<void> checkDroneFree(const storage::Database& database, const Network& network, const std::string& drone,
                            const std::string& mission, std::int64_t begin, std::int64_t end) {
    if (drone.empty()) return {};
    const std::int64_t turnaround = network.fleet ? network.fleet->turnaround_ms : 0;
    const auto other = missionOfDrone(database, drone, utcMs(begin - turnaround), utcMs(end + turnaround), mission);
    if (!other) return std::unexpected(other.error());
    if (other->empty()) return {};
    return fail("DRONE_BUSY", std::format("{} flies {} at that time", drone, *other), *other);
}

DroneNeed needOf(const MissionRoute& route, const Network& network, UtcMs start, UtcMs end) {
    DroneNeed need{.start = start,
                   .end = end,
                   .flight_s = static_cast<double>(route.flight_ms) / 1000,
                   .payload_kg = route.request.payload_kg};
    if (const DroneType* const type = network.droneType(route.request.droneType)) {
        need.speed_mps = type->flight_mps;
        need.climb_mps = type->takeOff_mps;
        need.descent_mps = type->landing_mps;
    }
    return need;
}

Result<DroneGiven> giveDrone(const storage::Database& database, const DroneJudges& judges, const std::string& drone,
                             const DroneNeed& need) {
    if (drone.empty() || !judges) return DroneGiven{};
    const auto judge = judges(database);
    if (!judge) return std::unexpected(judge.error());
    auto verdict = (*judge)->judge(drone, need);
    if (!verdict) return std::unexpected(verdict.error());
    if (!verdict->notReady.empty())
        return fail("DRONE_NOT_READY", std::format("{} is not ready: {}", drone, listed(verdict->notReady)), drone);
    return given(drone, *std::move(verdict));
}

Result<void> chooseDrones(const storage::Database& database, const DroneJudges& judges, const Network& network,
                          std::vector<DeliveryEvent>& events) {
    if (!judges) return {};
    const auto judge = judges(database);
    if (!judge) return std::unexpected(judge.error());
    Chooser chooser(database, **judge, network);
    for (DeliveryEvent& event : events)
        if (auto* const mission = std::get_if<MissionBooked>(&event))
            if (const auto chosen = chooser.choose(*mission); !chosen) return chosen;
    return {};
}

} // namespace haneul::delivery
