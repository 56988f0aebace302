#pragma once

#include "server/delivery/batches.h"
#include "server/delivery/bookings.h"
#include "server/delivery/delivery_service.h"
#include "server/delivery/planner.h"

#include <cstdint>
#include <string>
#include <vector>

namespace haneul::delivery {

// Makes missions of batches of orders, and the events that book them. On the log's thread.
class Dispatcher {
public:
    Dispatcher(const storage::Database& database, NetworkRules& rules, BookingCache& cache, Dispatch how, UtcMs now)
        : m_database(database)
        , m_rules(rules)
        , m_cache(cache)
        , m_how(how)
        , m_now(now) {}

    // Each behind all before it, at its earliest start; with Dispatch::Optimised they are then planned together
    // (together.h), so that the sum over all is lower or stays.
    [[nodiscard]] Result<void> fly(std::vector<Batch> batches);

    std::vector<DeliveryEvent> events;
    std::vector<std::string> made; // ids of the missions

private:
    // A batch with its mission.
    struct Made {
        Batch batch;
        Plan plan;
        std::int64_t ready = 0;
    };

    [[nodiscard]] Result<void> flyInTurn(std::vector<Batch> batches);
    [[nodiscard]] Result<Batch> fly(Batch& batch);
    [[nodiscard]] std::int64_t readyOf(const Batch& batch) const;
    [[nodiscard]] Result<Plan> planned(const Batch& batch);
    [[nodiscard]] Result<void> planTogether();
    void book(const Batch& batch, Plan plan);
    void makeEvents();

    const storage::Database& m_database;
    NetworkRules& m_rules;
    BookingCache& m_cache;
    Dispatch m_how;
    UtcMs m_now;
    std::int64_t m_number = 0;
    std::vector<Made> m_made;
    std::vector<Booking> m_bookings; // of those made: not yet in the tables
    std::vector<MissionRetimed> m_moved;
    std::vector<OrderRefused> m_refused;
};

} // namespace haneul::delivery
