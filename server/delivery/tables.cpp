#include "server/delivery/tables.h"

#include "server/delivery/events.h"
#include "server/delivery/mission_codec.h"
#include "server/storage/sql.h"

#include <algorithm>
#include <map>
#include <utility>

namespace haneul::delivery {

namespace {

using storage::readAll;
using storage::sqlInteger;
using storage::sqlText;
using storage::sqlTime;
using storage::text;
using storage::time;
using storage::timeOrNone;

constexpr std::size_t idsAtOnce = 500; // in one statement

// A condition on missions or orders, with its values.
struct Where {
    QString condition;
    QVariantList values;
};

Where idIn(const QString& column, const std::vector<std::string>& ids) {
    Where where;
    QStringList marks;
    for (const std::string& id : ids) {
        marks << QStringLiteral("?");
        where.values << sqlText(id);
    }
    where.condition = column % QStringLiteral(" IN (") % marks.join(u',') % u')';
    return where;
}

// `read` gives a vector for each part of the ids.
template <class Record, class Read>
Result<std::vector<Record>> inParts(const std::vector<std::string>& ids, Read read) {
    std::vector<Record> all;
    for (std::size_t at = 0; at < ids.size(); at += idsAtOnce) {
        const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), at + idsAtOnce));
        auto some = read(std::vector<std::string>(begin, end));
        if (!some) return some;
        std::ranges::move(*some, std::back_inserter(all));
    }
    return all;
}

Result<std::vector<Order>> ordersWhere(const storage::Database& database, const Where& where) {
    return readAll<Order>(
        database,
        QStringLiteral("SELECT order_id, network_id, node, hand_over, stay_ms, payload_kg, placed_ms, deadline_ms, "
                       "placed_by, state, mission_id, reason FROM orders WHERE ") %
            where.condition % QStringLiteral(" ORDER BY placed_ms, order_id"),
        where.values, [](const QSqlQuery& row) {
            Order order;
            order.id = text(row, 0);
            order.network = text(row, 1);
            order.stop.node = text(row, 2);
            order.stop.handOver = text(row, 3) == nameOf(HandOver::Drop) ? HandOver::Drop : HandOver::Land;
            if (!row.isNull(4)) order.stop.stay_ms = row.value(4).toLongLong();
            order.payload_kg = row.value(5).toDouble();
            order.placed = time(row, 6);
            order.deadline = timeOrNone(row, 7);
            order.by = text(row, 8);
            order.state = orderStateFrom(text(row, 9)).value_or(OrderState::Refused);
            order.mission = text(row, 10);
            order.reason = text(row, 11);
            return order;
        });
}

struct MissionRow {
    std::string id, drone, battery, body;
    UtcMs start{}, begin{}, end{};
};

template <class Value>
using Owned = std::pair<std::string, Value>; // by a mission

timing::Usage<std::int64_t> usageOf(const QSqlQuery& row, int column) {
    return {.kind = text(row, column) == "link" ? timing::PlaceKind::Link : timing::PlaceKind::Node,
            .from = text(row, column + 1),
            .to = text(row, column + 2),
            .begin = row.value(column + 3).toLongLong(),
            .end = row.value(column + 4).toLongLong()};
}

// Rows of a table that belongs to missions, by mission.
template <class Value, class Take>
Result<std::map<std::string, std::vector<Value>>> ownedBy(const storage::Database& database, const QString& columns,
                                                          const QString& table, const Where& missions, Take take) {
    auto rows = readAll<Owned<Value>>(
        database,
        QStringLiteral("SELECT t.mission_id, ") % columns % QStringLiteral(" FROM missions AS m JOIN ") % table %
            QStringLiteral(" AS t ON t.mission_id = m.mission_id WHERE ") % missions.condition %
            QStringLiteral(" ORDER BY t.mission_id, t.seq"),
        missions.values, [&](const QSqlQuery& row) { return Owned<Value>(text(row, 0), take(row)); });
    if (!rows) return std::unexpected(rows.error());
    std::map<std::string, std::vector<Value>> owned;
    for (auto& [mission, value] : *rows)
        owned[mission].push_back(std::move(value));
    return owned;
}

Result<std::shared_ptr<Mission>> missionFrom(const MissionRow& row, Usages usages, Actuals actuals,
                                             std::vector<StepRecord> steps) {
    auto event = eventFrom("delivery.mission_booked", row.body);
    if (!event) return std::unexpected(event.error());
    auto& booked = std::get<MissionBooked>(*event);
    auto mission = std::make_shared<Mission>();
    mission->id = row.id;
    mission->network = std::move(booked.network);
    mission->revision = booked.revision;
    mission->drone = row.drone;
    mission->battery = row.battery;
    mission->orders = std::move(booked.orders);
    mission->route = std::move(booked.route);
    mission->start = row.start;
    mission->actuals = std::move(actuals);
    mission->steps = std::move(steps);
    mission->booking = {row.id, std::move(usages), sinceEpoch_ms(row.begin), sinceEpoch_ms(row.end)};

    auto durations = mission->route.durations;
    durations.start = sinceEpoch_ms(row.start);
    auto planned = timing::missionTimes(durations);
    if (!planned) return std::unexpected(planned.error());
    mission->planned = *std::move(planned);
    auto times = timing::missionTimes<std::int64_t>(durations, mission->actuals);
    if (!times) return std::unexpected(times.error());
    mission->times = *std::move(times);
    return mission;
}

Result<std::vector<MissionPtr>> missionsWhere(const storage::Database& database, const Where& where) {
    auto rows = readAll<MissionRow>(
        database,
        QStringLiteral("SELECT m.mission_id, m.drone_id, b.battery_id, m.body, m.start_ms, m.begin_ms, m.end_ms "
                       "FROM missions AS m LEFT JOIN mission_batteries AS b ON b.mission_id = m.mission_id WHERE ") %
            where.condition % QStringLiteral(" ORDER BY m.start_ms, m.mission_id"),
        where.values, [](const QSqlQuery& row) {
            return MissionRow{text(row, 0), text(row, 1), text(row, 2), text(row, 3),
                              time(row, 4), time(row, 5), time(row, 6)};
        });
    if (!rows) return std::unexpected(rows.error());
    auto usages = ownedBy<timing::Usage<std::int64_t>>(
        database, QStringLiteral("t.kind, t.from_node, t.to_node, t.begin_ms, t.end_ms"), QStringLiteral("usages"),
        where, [](const QSqlQuery& row) { return usageOf(row, 1); });
    auto actuals = ownedBy<timing::ActualTime<std::int64_t>>(
        database, QStringLiteral("t.segment, t.waypoint, t.kind, t.time_ms"), QStringLiteral("actuals"), where,
        [](const QSqlQuery& row) {
            const bool departure = text(row, 3) == nameOf(timing::EventKind::Departure);
            return timing::ActualTime<std::int64_t>{.segment = static_cast<std::size_t>(row.value(1).toLongLong()),
                                                    .waypoint = static_cast<std::size_t>(row.value(2).toLongLong()),
                                                    .kind = departure ? timing::EventKind::Departure
                                                                      : timing::EventKind::Arrival,
                                                    .time = row.value(4).toLongLong()};
        });
    auto steps =
        ownedBy<StepRecord>(database, QStringLiteral("t.step, t.at_ms, t.by_user, t.note"), QStringLiteral("steps"),
                            where, [](const QSqlQuery& row) {
                                return StepRecord{.step = missionStepFrom(text(row, 1)).value_or(MissionStep::Booked),
                                                  .at = time(row, 2),
                                                  .by = text(row, 3),
                                                  .note = text(row, 4)};
                            });
    auto notes =
        ownedBy<DroneNote>(database, QStringLiteral("t.kind, t.drone_id, t.code, t.words"),
                           QStringLiteral("drone_notes"), where, [](const QSqlQuery& row) {
                               return DroneNote{.kind = noteKindFrom(text(row, 1)).value_or(DroneNote::Kind::NotJudged),
                                                .drone = text(row, 2),
                                                .code = text(row, 3),
                                                .words = text(row, 4)};
                           });
    if (!notes) return std::unexpected(notes.error());
    if (!usages) return std::unexpected(usages.error());
    if (!actuals) return std::unexpected(actuals.error());
    if (!steps) return std::unexpected(steps.error());
    std::vector<MissionPtr> missions;
    for (const MissionRow& row : *rows) {
        auto mission =
            missionFrom(row, std::move((*usages)[row.id]), std::move((*actuals)[row.id]), std::move((*steps)[row.id]));
        if (!mission) return std::unexpected(mission.error());
        (*mission)->droneNotes = std::move((*notes)[row.id]);
        missions.push_back(*std::move(mission));
    }
    return missions;
}

Result<bool> exists(const storage::Database& database, const QString& query, const std::string& id) {
    return database.value(query, {sqlText(id)}).transform([](const QVariant& value) { return value.isValid(); });
}

Result<std::int64_t> next(const storage::Database& database, const QString& query) {
    return database.value(query).transform([](const QVariant& value) { return value.toLongLong() + 1; });
}

} // namespace

Result<std::optional<NetworkRow>> readNetworkRow(const storage::Database& database, const std::string& network) {
    auto rows = readAll<NetworkRow>(
        database,
        QStringLiteral(
            "SELECT network_id, revision, saved_ms, saved_by, body, removed FROM networks WHERE network_id = ?"),
        {sqlText(network)}, [](const QSqlQuery& row) {
            return NetworkRow{.id = text(row, 0),
                              .revision = row.value(1).toULongLong(),
                              .saved = time(row, 2),
                              .by = text(row, 3),
                              .body = text(row, 4),
                              .removed = row.value(5).toBool(),
                              .verified = {}};
        });
    if (!rows) return std::unexpected(rows.error());
    if (rows->empty()) return std::nullopt;
    auto verified = readAll<Link>(
        database,
        QStringLiteral("SELECT a, b, verified_by, verified_ms, note FROM link_verifications WHERE network_id = ? "
                       "ORDER BY a, b"),
        {sqlText(network)}, [](const QSqlQuery& row) {
            Link link;
            link.a = text(row, 0);
            link.b = text(row, 1);
            link.verification = Verification{.by = text(row, 2), .at = time(row, 3), .note = text(row, 4)};
            return link;
        });
    if (!verified) return std::unexpected(verified.error());
    rows->front().verified = *std::move(verified);
    return std::move(rows->front());
}

Result<std::vector<std::string>> readNetworkIds(const storage::Database& database) {
    return readAll<std::string>(database,
                                QStringLiteral("SELECT network_id FROM networks WHERE removed = 0 ORDER BY network_id"),
                                {}, [](const QSqlQuery& row) { return text(row, 0); });
}

Result<SavedNetwork> savedNetwork(const NetworkRow& row) {
    auto network = networkFromJson(row.body);
    if (!network) return std::unexpected(network.error());
    for (Link& link : network->links)
        link.verification.reset();
    for (const Link& verified : row.verified) {
        const auto link = std::ranges::find_if(
            network->links, [&](const Link& one) { return one.a == verified.a && one.b == verified.b; });
        if (link != network->links.end()) link->verification = verified.verification;
    }
    return SavedNetwork{*std::move(network), row.revision, row.saved, row.by};
}

Result<std::vector<Order>> readOrders(const storage::Database& database, const std::vector<std::string>& ids) {
    return inParts<Order>(ids, [&](const std::vector<std::string>& some) {
        return ordersWhere(database, idIn(QStringLiteral("order_id"), some));
    });
}

Result<std::vector<Order>> readWaitingOrders(const storage::Database& database, const std::string& network) {
    return ordersWhere(database,
                       {QStringLiteral("network_id = ? AND state = 'waiting'"), QVariantList{sqlText(network)}});
}

Result<std::vector<Order>> readOrdersSince(const storage::Database& database, UtcMs since) {
    return ordersWhere(database,
                       {QStringLiteral("placed_ms >= ? OR state IN ('waiting', 'booked')"), {sqlTime(since)}});
}

Result<std::vector<std::string>> readOrderIdsOf(const storage::Database& database, const std::string& mission) {
    return readAll<std::string>(database,
                                QStringLiteral("SELECT order_id FROM mission_orders WHERE mission_id = ? ORDER BY seq"),
                                {sqlText(mission)}, [](const QSqlQuery& row) { return text(row, 0); });
}

Result<std::vector<MissionPtr>> readMissions(const storage::Database& database, const std::vector<std::string>& ids) {
    return inParts<MissionPtr>(ids, [&](const std::vector<std::string>& some) {
        return missionsWhere(database, idIn(QStringLiteral("m.mission_id"), some));
    });
}

Result<MissionPtr> readMission(const storage::Database& database, const std::string& id) {
    auto found = readMissions(database, {id});
    if (!found) return std::unexpected(found.error());
    return found->empty() ? MissionPtr() : found->front();
}

Result<std::vector<MissionPtr>> readMissionsSince(const storage::Database& database, UtcMs since) {
    return missionsWhere(
        database, {QStringLiteral("(m.end_ms >= ? OR m.status NOT IN ('completed', 'cancelled'))"), {sqlTime(since)}});
}

Result<std::vector<Booking>> readBookings(const storage::Database& database, const std::string& network, UtcMs from,
                                          UtcMs to) {
    // Nothing that began longer ago than the longest takes can still go on: that keeps the search inside the index.
    const auto longest = database.value(QStringLiteral("SELECT end_ms - begin_ms FROM missions WHERE network_id = ? "
                                                       "ORDER BY end_ms - begin_ms DESC LIMIT 1"),
                                        {sqlText(network)});
    if (!longest) return std::unexpected(longest.error());

    struct Row {
        std::string id;
        std::int64_t begin, end;
        timing::Usage<std::int64_t> usage;
    };

    auto rows = readAll<Row>(
        database,
        QStringLiteral("SELECT m.mission_id, m.begin_ms, m.end_ms, u.kind, u.from_node, u.to_node, u.begin_ms, "
                       "u.end_ms FROM missions AS m JOIN usages AS u ON u.mission_id = m.mission_id "
                       "WHERE m.network_id = ? AND m.begin_ms >= ? AND m.begin_ms < ? AND m.end_ms > ? "
                       "ORDER BY m.begin_ms, m.mission_id, u.seq"),
        {sqlText(network), sqlInteger(sinceEpoch_ms(from) - longest->toLongLong()), sqlTime(to), sqlTime(from)},
        [](const QSqlQuery& row) {
            return Row{text(row, 0), row.value(1).toLongLong(), row.value(2).toLongLong(), usageOf(row, 3)};
        });
    if (!rows) return std::unexpected(rows.error());
    std::vector<Booking> bookings;
    for (Row& row : *rows) {
        if (bookings.empty() || bookings.back().id != row.id) bookings.push_back({row.id, {}, row.begin, row.end});
        bookings.back().usages.push_back(std::move(row.usage));
    }
    return bookings;
}

Result<std::optional<UtcMs>> lastEnd(const storage::Database& database, const std::string& network) {
    return database
        .value(QStringLiteral("SELECT end_ms FROM missions WHERE network_id = ? ORDER BY end_ms DESC LIMIT 1"),
               {sqlText(network)})
        .transform([](const QVariant& value) {
            return value.isNull() ? std::nullopt : std::optional(utcMs(value.toLongLong()));
        });
}

Result<std::vector<std::string>> readIdsAsBooked(const storage::Database& database, const std::string& network,
                                                 UtcMs from, UtcMs to) {
    return readAll<std::string>(
        database,
        QStringLiteral("SELECT mission_id FROM missions WHERE network_id = ? AND end_ms > ? AND begin_ms < ? "
                       "ORDER BY booked_ms, mission_id"),
        {sqlText(network), sqlTime(from), sqlTime(to)}, [](const QSqlQuery& row) { return text(row, 0); });
}

Result<std::vector<MissionPtr>> readMovable(const storage::Database& database, const std::string& network, UtcMs since,
                                            UtcMs now) {
    return missionsWhere(
        database,
        {QStringLiteral("m.network_id = ? AND m.booked_ms >= ? AND m.status = 'booked' AND m.start_ms > ? AND "
                        "m.start_kept = 0 AND m.handed_over_ms IS NULL AND m.drone_id IS NULL AND "
                        "NOT EXISTS (SELECT 1 FROM actuals AS seen WHERE seen.mission_id = m.mission_id) AND "
                        "EXISTS (SELECT 1 FROM mission_orders AS served WHERE served.mission_id = m.mission_id)"),
         {sqlText(network), sqlTime(since), sqlTime(now)}});
}

Result<std::string> missionOfDrone(const storage::Database& database, const std::string& drone, UtcMs from, UtcMs to,
                                   const std::string& ignoring) {
    return database
        .value(QStringLiteral("SELECT mission_id FROM missions WHERE drone_id = ? AND begin_ms < ? AND end_ms > ? "
                              "AND status NOT IN ('completed', 'cancelled') AND mission_id <> ? "
                              "ORDER BY begin_ms LIMIT 1"),
               {sqlText(drone), sqlTime(to), sqlTime(from), sqlText(ignoring)})
        .transform([](const QVariant& value) { return value.toString().toStdString(); });
}

Result<bool> hasOpenMissions(const storage::Database& database, const std::string& network) {
    return exists(database,
                  QStringLiteral("SELECT 1 FROM missions WHERE network_id = ? AND status NOT IN ('completed', "
                                 "'cancelled') LIMIT 1"),
                  network);
}

Result<bool> missionExists(const storage::Database& database, const std::string& id) {
    return exists(database, QStringLiteral("SELECT 1 FROM missions WHERE mission_id = ?"), id);
}

Result<bool> orderExists(const storage::Database& database, const std::string& id) {
    return exists(database, QStringLiteral("SELECT 1 FROM orders WHERE order_id = ?"), id);
}

Result<std::int64_t> nextMissionNumber(const storage::Database& database) {
    return next(database, QStringLiteral("SELECT max(number) FROM missions"));
}

Result<std::int64_t> nextOrderNumber(const storage::Database& database) {
    return next(database, QStringLiteral("SELECT max(number) FROM orders"));
}

} // namespace haneul::delivery
