#pragma once

#include "server/delivery/bookings.h"
#include "server/delivery/delivery_service.h"
#include "server/delivery/drone_choice.h"
#include "server/delivery/events.h"
#include "server/delivery/planner.h"
#include "server/delivery/tables.h"
#include "server/log/event_log.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// What a command on deliveries comes to, read from the tables as they are before it, inside its transaction: two
// commands of one group see each other. Runs on the log's thread.
namespace haneul::delivery {

// What is kept between commands. Parsed networks, while their rows stay as they are: a transaction that is rolled back
// cannot leave a wrong one; and the bookings.
class RulesCache {
public:
    BookingCache bookings;

    // Codes: NO_SUCH_NETWORK, those of readNetworkRow, savedNetwork.
    [[nodiscard]] Result<std::shared_ptr<NetworkRules>> of(const storage::Database& database,
                                                           const std::string& network);

private:
    std::map<std::string, std::pair<NetworkRow, std::shared_ptr<NetworkRules>>> m_rules;
};

// How drones are judged that a decision gives to missions.
struct DroneChoice {
    DroneJudges judges;
    bool choose = false; // what has no drone gets one that is ready
};

// The events, or why not.
template <class Outcome>
struct Decided {
    std::vector<DeliveryEvent> events;
    Outcome outcome{};
};

using Nothing = std::monostate;
using Database = storage::Database;

[[nodiscard]] Result<Decided<std::uint64_t>> decideSave(const Database& database, const Network& network,
                                                        const std::string& body, std::uint64_t basedOn);
[[nodiscard]] Result<Decided<Nothing>> decideVerify(const Database& database, RulesCache& cache, LinkVerified wanted);
[[nodiscard]] Result<Decided<Nothing>> decideWithdraw(const Database& database, RulesCache& cache,
                                                      VerificationWithdrawn wanted);
[[nodiscard]] Result<Decided<Nothing>> decideRemove(const Database& database, const std::string& network);

[[nodiscard]] Result<Decided<std::string>> decideOrder(const Database& database, RulesCache& cache, NewOrder order,
                                                       UtcMs now);
[[nodiscard]] Result<Decided<Nothing>> decideCancelOrder(const Database& database, const std::string& order,
                                                         const std::string& reason);
[[nodiscard]] Result<Decided<std::vector<std::string>>> decideDispatch(const Database& database, RulesCache& cache,
                                                                       const std::string& network, Dispatch how,
                                                                       bool all, UtcMs now,
                                                                       const DroneChoice& drones = {});

[[nodiscard]] Result<Decided<std::string>> decideBook(const Database& database, RulesCache& cache, NewMission mission,
                                                      UtcMs now, const DroneJudges& judges);
// A mission whose processing and flight times are given.
[[nodiscard]] Result<Decided<std::string>> decideBookRoute(const Database& database, RulesCache& cache,
                                                           const std::string& network, MissionRoute route, UtcMs start);
using Move = std::pair<std::string, UtcMs>; // a mission and its new start
// All of them or none. Drones are judged again for their new times; what they are judged with is kept with the mission.
[[nodiscard]] Result<Decided<Nothing>> decideRetime(const Database& database, RulesCache& cache,
                                                    std::vector<Move> moves, const DroneJudges& judges);
[[nodiscard]] Result<Decided<Nothing>> decideAssign(const Database& database, const std::string& mission,
                                                    const std::string& drone, const DroneJudges& judges);
[[nodiscard]] Result<Decided<Nothing>> decideCancel(const Database& database, const std::string& mission,
                                                    const std::string& reason);
[[nodiscard]] Result<Decided<Nothing>> decideAdvance(const Database& database, const std::string& mission,
                                                     MissionStep step, const std::string& note);
[[nodiscard]] Result<Decided<Nothing>> decideActuals(const Database& database, const std::string& mission,
                                                     const std::vector<timing::ActualTime<std::int64_t>>& actuals);
[[nodiscard]] Result<Decided<Nothing>> decideHandOver(const Database& database, const std::string& mission,
                                                      HandOverForm form);

[[nodiscard]] std::string_view nameOf(HandOverForm form); // "qgc_plan", "mavlink_items", "json"

} // namespace haneul::delivery
