#include "server/delivery/bookings.h"

#include "server/delivery/tables.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace haneul::delivery {

namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
constexpr std::int64_t farthest_ms = 4'102'444'800'000; // the year 2100: later than anything that is booked

} // namespace

Result<Booked> bookedIn(const storage::Database& database, const std::string& network,
                        const std::set<std::string>& ignoring, const std::vector<Booking>& also) {
    const auto last = lastEnd(database, network);
    if (!last) return std::unexpected(last.error());
    std::int64_t end = *last ? sinceEpoch_ms(**last) : 0;
    for (const Booking& booking : also)
        end = std::max(end, booking.end);
    const auto between = [&database, &ignoring, &also, network](std::int64_t from,
                                                                std::int64_t to) -> Result<std::vector<Booking>> {
        auto bookings = readBookings(database, network, utcMs(from), utcMs(to));
        if (!bookings) return bookings;
        std::erase_if(*bookings, [&](const Booking& booking) { return ignoring.contains(booking.id); });
        for (const Booking& booking : also)
            if (booking.begin < to && booking.end > from) bookings->push_back(booking);
        return bookings;
    };
    return Booked{.between = between, .lastEnd = end};
}

// A day more than is asked for, so that it is read anew once a day, without what is over by then.
Result<BookingCache::Index*> BookingCache::of(const storage::Database& database, const std::string& network,
                                              std::int64_t from) {
    const auto known = m_networks.find(network);
    if (known != m_networks.end() && known->second.from <= from && from - known->second.from <= 2 * day_ms)
        return &known->second.index;
    const auto bookings = readBookings(database, network, utcMs(from - day_ms), utcMs(farthest_ms));
    if (!bookings) return std::unexpected(bookings.error());
    Known fresh{.from = from - day_ms, .index = Index(std::span<const Booking>(*bookings))};
    return &m_networks.insert_or_assign(network, std::move(fresh)).first->second.index;
}

void BookingCache::remove(const std::string& mission) {
    for (auto& [network, known] : m_networks)
        known.index.remove(mission);
}

void BookingCache::move(const std::string& mission, const std::vector<timing::Usage<std::int64_t>>& usages, UtcMs begin,
                        UtcMs end) {
    for (auto& [network, known] : m_networks)
        if (known.index.remove(mission))
            known.index.insert({mission, usages, sinceEpoch_ms(begin), sinceEpoch_ms(end)});
}

void BookingCache::apply(const DeliveryEvent& event) {
    if (const auto* const booked = std::get_if<MissionBooked>(&event)) {
        remove(booked->mission);
        const auto known = m_networks.find(booked->network);
        if (known != m_networks.end())
            known->second.index.insert(
                {booked->mission, booked->usages, sinceEpoch_ms(booked->start), sinceEpoch_ms(booked->end)});
    } else if (const auto* const retimed = std::get_if<MissionRetimed>(&event)) {
        move(retimed->mission, retimed->usages, retimed->start, retimed->end);
    } else if (const auto* const seen = std::get_if<ActualsRecorded>(&event)) {
        move(seen->mission, seen->usages, seen->begin, seen->end);
    } else if (const auto* const cancelled = std::get_if<MissionCancelled>(&event)) {
        remove(cancelled->mission);
    }
}

MissionBooked bookedEvent(const SavedNetwork& saved, Plan plan, std::string drone, std::vector<std::string> orders) {
    const auto start = utcMs(plan.start()), end = utcMs(plan.end());
    return {.mission = plan.route.request.id,
            .network = saved.network.id,
            .revision = saved.revision,
            .drone = std::move(drone),
            .orders = std::move(orders),
            .route = std::move(plan.route),
            .start = start,
            .end = end,
            .usages = std::move(plan.booking.usages)};
}

} // namespace haneul::delivery
