#include "server/delivery/batches.h"

#include "core/schedule/dispatch.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace haneul::delivery {

namespace {

// What two orders for one node come to: who lands can also let down, and the longer stay serves both.
void join(Stop& stop, const Stop& other) {
    if (other.handOver == HandOver::Land) stop.handOver = HandOver::Land;
    if (stop.stay_ms && other.stay_ms) stop.stay_ms = std::max(*stop.stay_ms, *other.stay_ms);
    if (!other.stay_ms) stop.stay_ms.reset();
}

std::vector<std::string> parts(const std::string& joined) {
    std::vector<std::string> ids;
    for (std::size_t at = 0; at <= joined.size();) {
        const auto plus = std::min(joined.find('+', at), joined.size());
        ids.push_back(joined.substr(at, plus - at));
        at = plus + 1;
    }
    return ids;
}

} // namespace

std::vector<Stop> Batch::stops() const {
    std::vector<Stop> stops;
    for (const Order& order : orders) {
        const auto known = std::ranges::find(stops, order.stop.node, &Stop::node);
        if (known == stops.end())
            stops.push_back(order.stop);
        else
            join(*known, order.stop);
    }
    return stops;
}

double Batch::payload_kg() const {
    double sum = 0;
    for (const Order& order : orders)
        sum += order.payload_kg;
    return sum;
}

Result<std::vector<Batch>> batchesOf(const Network& network, const std::vector<Order>& waiting, UtcMs now, bool all) {
    std::vector<schedule::SingleOrder<std::int64_t>> singles;
    std::map<std::string, const Order*> byId;
    for (const Order& order : waiting) {
        singles.push_back({order.id, sinceEpoch_ms(order.placed), order.stop.node});
        byId.emplace(order.id, &order);
    }
    const auto joined = schedule::batched(std::move(singles), network.batchWindow_ms,
                                          network.batchWindow_ms > 0 ? network.batchStops : 1);
    if (!joined) return std::unexpected(joined.error());
    std::vector<Batch> batches;
    for (const auto& each : *joined) {
        if (!all && each.time > sinceEpoch_ms(now)) continue;
        Batch batch{.orders = {}, .released = utcMs(std::min(each.time, sinceEpoch_ms(now)))};
        for (const std::string& id : parts(each.id))
            batch.orders.push_back(*byId.at(id));
        batches.push_back(std::move(batch));
    }
    std::ranges::sort(batches, {}, [](const Batch& batch) {
        return std::tie(batch.released, batch.orders.front().placed, batch.orders.front().id);
    });
    return batches;
}

} // namespace haneul::delivery
