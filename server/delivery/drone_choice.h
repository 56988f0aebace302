#pragma once

#include "core/base/error.h"
#include "server/delivery/delivery_state.h"
#include "server/delivery/events.h"
#include "server/storage/database.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

// Whether a drone may be given to a mission (R-FLT-05). Deliveries do not know the fleet: whoever puts the house
// together says how drones are judged.
namespace haneul::delivery {

// What a mission asks of its drone.
struct DroneNeed {
    UtcMs start{}, end{};
    double flight_s = 0; // in the air
    double payload_kg = 0;
    double speed_mps = 0, climb_mps = 0, descent_mps = 0; // that the times of the mission count on
};

// One limit of readiness that is not met, or not known.
struct DroneItem {
    std::string code; // as in core/fleet: "BATTERY_CYCLES"
    std::string words;
};

struct DroneVerdict {
    std::string battery;                 // the one it was judged with; empty: it has none
    std::vector<DroneItem> notReady;     // and nobody answers for it: the drone stays on the ground
    std::vector<DroneItem> notJudged;    // something that is needed is not known, or the drone itself
    std::vector<DroneItem> answeredFor;  // not ready or not judged, and somebody answers for it
    std::vector<DroneItem> pilotUnnamed; // what only a pilot could answer: a mission names none
};

// As the fleet is in the transaction of the decision.
class DroneJudge {
public:
    virtual ~DroneJudge() = default;
    // Codes: those of fleet::judge.
    [[nodiscard]] virtual Result<DroneVerdict> judge(const std::string& drone, const DroneNeed& need) const = 0;
    [[nodiscard]] virtual std::vector<std::string> drones() const = 0; // in use, by name
};

// Called on the log's thread. Empty: nobody judges, and every drone is taken as it comes.
using DroneJudges = std::function<Result<std::unique_ptr<DroneJudge>>(const storage::Database&)>;

// A drone is in one mission at a time, with the time of the fleet to be made ready between two. Codes: DRONE_BUSY
// (`where` is the other mission), DATABASE.
[[nodiscard]] Result<void> checkDroneFree(const storage::Database& database, const Network& network,
                                          const std::string& drone, const std::string& mission, std::int64_t begin,
                                          std::int64_t end);

[[nodiscard]] DroneNeed needOf(const MissionRoute& route, const Network& network, UtcMs start, UtcMs end);

// What is kept of a drone that was given to a mission.
struct DroneGiven {
    std::string battery;
    std::vector<DroneNote> notes;
};

// A drone that is named for a mission. Codes: DRONE_NOT_READY (`where` is the drone; the message names every item),
// those of DroneJudge.
[[nodiscard]] Result<DroneGiven> giveDrone(const storage::Database& database, const DroneJudges& judges,
                                           const std::string& drone, const DroneNeed& need);

// Gives missions that were just booked without a drone the first drone that is ready and free, and says of each that
// was passed over why. A mission that finds none stays without. Codes: DATABASE, those of DroneJudge.
[[nodiscard]] Result<void> chooseDrones(const storage::Database& database, const DroneJudges& judges,
                                        const Network& network, std::vector<DeliveryEvent>& events);

} // namespace haneul::delivery
