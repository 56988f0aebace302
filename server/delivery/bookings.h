#pragma once

#include "core/schedule/booking_index.h"
#include "server/delivery/events.h"
#include "server/delivery/planner.h"
#include "server/storage/database.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

// What commands on missions see of those that are booked. On the log's thread.
namespace haneul::delivery {

// What the tables say, without the missions `ignoring` and with `also`, which must both outlive it.
[[nodiscard]] Result<Booked> bookedIn(const storage::Database& database, const std::string& network,
                                      const std::set<std::string>& ignoring, const std::vector<Booking>& also);

// The bookings of the networks in memory, for searches that would read thousands of rows. The tables stay what counts:
// a start that is found with it is looked at there before anything is booked, so that a command which was decided and
// then not written cannot lead to a wrong one.
class BookingCache {
public:
    using Index = schedule::BookingIndex<std::int64_t>;

    // With all that ends after `from`. Code DATABASE.
    [[nodiscard]] Result<Index*> of(const storage::Database& database, const std::string& network, std::int64_t from);

    void apply(const DeliveryEvent& event); // decided, or written; more than once does no harm

    void forget() { m_networks.clear(); } // what was applied is not to be trusted

private:
    struct Known {
        std::int64_t from = 0;
        Index index;
    };

    void remove(const std::string& mission);
    void move(const std::string& mission, const std::vector<timing::Usage<std::int64_t>>& usages, UtcMs begin,
              UtcMs end);

    std::map<std::string, Known> m_networks;
};

[[nodiscard]] MissionBooked bookedEvent(const SavedNetwork& saved, Plan plan, std::string drone,
                                        std::vector<std::string> orders);

} // namespace haneul::delivery
