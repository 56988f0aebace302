#include "server/delivery/dispatcher.h"

#include "server/delivery/ids.h"
#include "server/delivery/tables.h"
#include "server/delivery/together.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <set>
#include <utility>

namespace haneul::delivery {

namespace {

constexpr std::size_t mostBatchesAtOnce = 100; // of one dispatch; the rest stays for the next

// Refusals that a smaller batch may not have.
bool maySplit(const Error& error) {
    return error.code == "PAYLOAD_TOO_HEAVY" || error.code == "RANGE_EXCEEDED" || error.code == "ENDURANCE_EXCEEDED" ||
           error.code == "NO_LINK" || error.code == "LINK_NOT_VERIFIED" || error.code == "INVALID_ARGUMENT";
}

} // namespace

Result<void> Dispatcher::fly(std::vector<Batch> batches) {
    auto done = flyInTurn(std::move(batches));
    if (done && m_how == Dispatch::Optimised && !m_made.empty()) done = planTogether();
    if (!done) {
        m_cache.forget(); // of what was to be booked
        return done;
    }
    makeEvents();
    return {};
}

Result<void> Dispatcher::flyInTurn(std::vector<Batch> batches) {
    const auto number = nextMissionNumber(m_database);
    if (!number) return std::unexpected(number.error());
    m_number = *number;
    if (batches.size() > mostBatchesAtOnce) batches.resize(mostBatchesAtOnce);
    std::deque<Batch> queue(std::make_move_iterator(batches.begin()), std::make_move_iterator(batches.end()));
    while (!queue.empty()) {
        Batch batch = std::move(queue.front());
        queue.pop_front();
        auto left = fly(batch);
        if (!left) return std::unexpected(left.error());
        if (!left->orders.empty()) queue.push_front(*std::move(left));
    }
    return {};
}

// Orders that do not fit go from the end of the batch into one of their own, which is given back.
Result<Batch> Dispatcher::fly(Batch& batch) {
    Batch left{.orders = {}, .released = batch.released};
    while (true) {
        auto plan = planned(batch);
        if (!plan && plan.error().code == "DATABASE") return std::unexpected(plan.error());
        if (plan) {
            book(batch, *std::move(plan));
            return left;
        }
        if (batch.orders.size() == 1) {
            m_refused.push_back({batch.orders.front().id, plan.error().code, plan.error().message});
            return left;
        }
        const std::size_t kept = maySplit(plan.error()) ? batch.orders.size() - 1 : 1;
        left.orders.insert(left.orders.begin(), batch.orders.begin() + static_cast<std::ptrdiff_t>(kept),
                           batch.orders.end());
        batch.orders.resize(kept);
    }
}

std::int64_t Dispatcher::readyOf(const Batch& batch) const {
    return std::max(sinceEpoch_ms(batch.released) + m_rules.network().preparation_ms, sinceEpoch_ms(m_now));
}

Result<Plan> Dispatcher::planned(const Batch& batch) {
    Wanted wanted;
    wanted.request.id = idOf(missionIds, m_number);
    wanted.request.stops = batch.stops();
    wanted.request.payload_kg = batch.payload_kg();
    wanted.dispatch = m_how;
    wanted.ready = readyOf(batch);
    const std::set<std::string> nobody;
    auto booked = bookedIn(m_database, m_rules.network().id, nobody, m_bookings);
    if (!booked) return std::unexpected(booked.error());
    const auto index = m_cache.of(m_database, m_rules.network().id, sinceEpoch_ms(m_now));
    if (!index) return std::unexpected(index.error());
    booked->index = *index;
    std::optional<Error> refusal; // of the network's own base
    for (const std::string& base : basesOf(m_rules.network())) {
        wanted.request.from = base;
        auto plan = planMission(m_rules, wanted, *booked);
        if (plan || plan.error().code == "DATABASE") return plan;
        if (!refusal) refusal = plan.error();
    }
    return std::unexpected(*refusal);
}

void Dispatcher::book(const Batch& batch, Plan plan) {
    m_bookings.push_back(plan.booking);
    m_cache.apply(bookedEvent(m_rules.saved(), plan, {}, {}));
    m_made.push_back({batch, std::move(plan), readyOf(batch)});
    ++m_number;
}

Result<void> Dispatcher::planTogether() {
    std::vector<NewMissionPlan> missions;
    for (const Made& one : m_made)
        missions.push_back({one.batch.orders, one.plan, one.ready});
    auto together = plannedTogether(m_database, m_rules, m_cache, missions, m_now);
    if (!together) return std::unexpected(together.error());
    for (std::size_t n = 0; n < m_made.size(); ++n)
        m_made[n].plan = std::move(together->made[n]);
    for (Plan& plan : together->moved)
        m_moved.push_back({.mission = plan.booking.id,
                           .start = utcMs(plan.start()),
                           .end = utcMs(plan.end()),
                           .usages = std::move(plan.booking.usages)});
    return {};
}

void Dispatcher::makeEvents() {
    for (OrderRefused& refused : m_refused)
        events.emplace_back(std::move(refused));
    for (MissionRetimed& moved : m_moved)
        events.emplace_back(std::move(moved));
    for (Made& one : m_made) {
        made.push_back(one.plan.route.request.id);
        std::vector<std::string> orders;
        for (const Order& order : one.batch.orders)
            orders.push_back(order.id);
        events.emplace_back(bookedEvent(m_rules.saved(), std::move(one.plan), {}, std::move(orders)));
    }
}

} // namespace haneul::delivery
