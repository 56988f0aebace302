#include "server/delivery/delivery_projection.h"

#include "core/json/object.h"
#include "server/delivery/events.h"
#include "server/delivery/ids.h"
#include "server/delivery/mission_codec.h"
#include "server/storage/sql.h"

#include <initializer_list>

namespace haneul::delivery {

namespace {

using storage::run;
using storage::sqlInteger;
using storage::sqlText;
using storage::sqlTime;
using storage::Statements;
using storage::textOrNone;

std::string objectiveOf(const MissionRoute& route) {
    std::string objective = "deliver to";
    for (const Stop& stop : route.request.stops)
        objective += (objective.ends_with("to") ? " " : ", ") + stop.node;
    return objective;
}

// Each function makes of one event what the tables say after it.
struct Apply {
    storage::Database& database;
    const log::Entry& entry;

    [[nodiscard]] QVariant at() const { return sqlInteger(entry.time.wall_ms); }

    void addUsages(Statements& statements, const std::string& mission, const Usages& usages) const {
        std::int64_t number = 0;
        for (const auto& usage : usages)
            statements.then(
                QStringLiteral("INSERT INTO usages (mission_id, seq, kind, from_node, to_node, begin_ms, end_ms) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?)"),
                {sqlText(mission), sqlInteger(number++),
                 sqlText(usage.kind == timing::PlaceKind::Link ? "link" : "node"), sqlText(usage.from),
                 textOrNone(usage.to), sqlInteger(usage.begin), sqlInteger(usage.end)});
    }

    static void dropUsages(Statements& statements, const std::string& mission) {
        statements.then(QStringLiteral("DELETE FROM usages WHERE mission_id = ?"), {sqlText(mission)});
    }

    void addStep(Statements& statements, const std::string& mission, MissionStep step, const std::string& note) const {
        statements
            .then(
                QStringLiteral("INSERT INTO steps (mission_id, seq, step, at_ms, by_user, note) VALUES "
                               "(?, (SELECT count(*) FROM steps WHERE mission_id = ?), ?, ?, ?, ?)"),
                {sqlText(mission), sqlText(mission), sqlText(toString(step)), at(), sqlText(entry.user), sqlText(note)})
            .then(QStringLiteral("UPDATE missions SET status = ? WHERE mission_id = ?"),
                  {sqlText(toString(step)), sqlText(mission)});
    }

    static void setOrder(Statements& statements, const std::string& order, OrderState state, const QVariant& mission,
                         const std::string& reason = {}) {
        statements.then(QStringLiteral("UPDATE orders SET state = ?, mission_id = ?, reason = ? WHERE order_id = ?"),
                        {sqlText(toString(state)), mission, sqlText(reason), sqlText(order)});
    }

    static void setEquipment(Statements& statements, const std::string& mission, const std::string& battery,
                             const std::vector<DroneNote>& notes) {
        statements.then(QStringLiteral("DELETE FROM drone_notes WHERE mission_id = ?"), {sqlText(mission)})
            .then(QStringLiteral("DELETE FROM mission_batteries WHERE mission_id = ?"), {sqlText(mission)});
        if (!battery.empty())
            statements.then(QStringLiteral("INSERT INTO mission_batteries (mission_id, battery_id) VALUES (?, ?)"),
                            {sqlText(mission), sqlText(battery)});
        std::int64_t number = 0;
        for (const DroneNote& note : notes)
            statements.then(QStringLiteral("INSERT INTO drone_notes (mission_id, seq, kind, drone_id, code, words) "
                                           "VALUES (?, ?, ?, ?, ?, ?)"),
                            {sqlText(mission), sqlInteger(number++), sqlText(toString(note.kind)), sqlText(note.drone),
                             sqlText(note.code), sqlText(note.words)});
    }

    Result<void> operator()(const NetworkSaved& event) {
        Statements statements(database);
        statements.then(
            QStringLiteral("INSERT INTO networks (network_id, revision, saved_ms, saved_by, body, removed) "
                           "VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (network_id) DO UPDATE SET "
                           "revision = excluded.revision, saved_ms = excluded.saved_ms, saved_by = excluded.saved_by, "
                           "body = excluded.body, removed = 0"),
            {sqlText(event.network), sqlInteger(static_cast<std::int64_t>(event.revision)), at(), sqlText(entry.user),
             sqlText(event.body)});
        for (const LinkEnds& ends : event.unverified)
            statements.then(QStringLiteral("DELETE FROM link_verifications WHERE network_id = ? AND a = ? AND b = ?"),
                            {sqlText(event.network), sqlText(ends.a), sqlText(ends.b)});
        return statements.outcome();
    }

    Result<void> operator()(const LinkVerified& event) {
        return run(database,
                   QStringLiteral("INSERT INTO link_verifications (network_id, a, b, verified_by, verified_ms, note) "
                                  "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (network_id, a, b) DO UPDATE SET "
                                  "verified_by = excluded.verified_by, verified_ms = excluded.verified_ms, "
                                  "note = excluded.note"),
                   {sqlText(event.network), sqlText(event.a), sqlText(event.b), sqlText(entry.user), at(),
                    sqlText(event.note)});
    }

    Result<void> operator()(const VerificationWithdrawn& event) {
        return run(database, QStringLiteral("DELETE FROM link_verifications WHERE network_id = ? AND a = ? AND b = ?"),
                   {sqlText(event.network), sqlText(event.a), sqlText(event.b)});
    }

    Result<void> operator()(const NetworkRemoved& event) {
        return Statements(database)
            .then(QStringLiteral("UPDATE networks SET removed = 1 WHERE network_id = ?"), {sqlText(event.network)})
            .then(QStringLiteral("DELETE FROM link_verifications WHERE network_id = ?"), {sqlText(event.network)})
            .outcome();
    }

    Result<void> operator()(const OrderPlaced& event) {
        return run(database,
                   QStringLiteral("INSERT INTO orders (order_id, number, network_id, node, hand_over, stay_ms, "
                                  "payload_kg, placed_ms, deadline_ms, placed_by, state, mission_id, reason) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', NULL, '')"),
                   {sqlText(event.order), sqlInteger(numberOf(orderIds, event.order)), sqlText(event.network),
                    sqlText(event.stop.node), sqlText(nameOf(event.stop.handOver)),
                    event.stop.stay_ms ? sqlInteger(*event.stop.stay_ms) : QVariant(), event.payload_kg,
                    sqlTime(event.placed), sqlTime(event.deadline), sqlText(entry.user)});
    }

    Result<void> operator()(const OrderCancelled& event) {
        Statements statements(database);
        setOrder(statements, event.order, OrderState::Cancelled, {}, event.reason);
        return statements.outcome();
    }

    Result<void> operator()(const OrderRefused& event) {
        Statements statements(database);
        setOrder(statements, event.order, OrderState::Refused, {}, event.code + ": " + event.reason);
        return statements.outcome();
    }

    Result<void> operator()(const MissionBooked& event) {
        Statements statements(database);
        statements.then(
            QStringLiteral("INSERT INTO missions (mission_id, number, plan_id, objective, status, payload_data_link, "
                           "network_id, drone_id, start_ms, begin_ms, end_ms, booked_ms, start_kept, handed_over_ms, "
                           "body) VALUES (?, ?, NULL, ?, 'booked', NULL, ?, ?, ?, ?, ?, ?, ?, NULL, ?)"),
            {sqlText(event.mission), sqlInteger(numberOf(missionIds, event.mission)), sqlText(objectiveOf(event.route)),
             sqlText(event.network), textOrNone(event.drone), sqlTime(event.start), sqlTime(event.start),
             sqlTime(event.end), at(), sqlInteger(event.startKept), sqlText(entry.body)});
        addUsages(statements, event.mission, event.usages);
        std::int64_t number = 0;
        for (const std::string& order : event.orders) {
            statements.then(QStringLiteral("INSERT INTO mission_orders (mission_id, seq, order_id) VALUES (?, ?, ?)"),
                            {sqlText(event.mission), sqlInteger(number++), sqlText(order)});
            setOrder(statements, order, OrderState::Booked, sqlText(event.mission));
        }
        setEquipment(statements, event.mission, event.battery, event.notes);
        addStep(statements, event.mission, MissionStep::Booked, {});
        return statements.outcome();
    }

    Result<void> operator()(const MissionRetimed& event) {
        Statements statements(database);
        statements.then(
            QStringLiteral(
                "UPDATE missions SET start_ms = ?, begin_ms = ?, end_ms = ?, start_kept = ? WHERE mission_id = ?"),
            {sqlTime(event.start), sqlTime(event.start), sqlTime(event.end), sqlInteger(event.startKept),
             sqlText(event.mission)});
        dropUsages(statements, event.mission);
        addUsages(statements, event.mission, event.usages);
        return statements.outcome();
    }

    Result<void> operator()(const DroneAssigned& event) {
        Statements statements(database);
        statements.then(QStringLiteral("UPDATE missions SET drone_id = ? WHERE mission_id = ?"),
                        {textOrNone(event.drone), sqlText(event.mission)});
        setEquipment(statements, event.mission, event.battery, event.notes);
        return statements.outcome();
    }

    Result<void> operator()(const MissionCancelled& event) {
        Statements statements(database);
        dropUsages(statements, event.mission);
        statements.then(QStringLiteral("UPDATE orders SET state = 'waiting', mission_id = NULL "
                                       "WHERE mission_id = ? AND state = 'booked'"),
                        {sqlText(event.mission)});
        addStep(statements, event.mission, MissionStep::Cancelled, event.reason);
        return statements.outcome();
    }

    Result<void> operator()(const MissionAdvanced& event) {
        Statements statements(database);
        for (const std::string& order : event.delivered)
            setOrder(statements, order, OrderState::Delivered, sqlText(event.mission));
        for (const std::string& order : event.returned)
            setOrder(statements, order, OrderState::Waiting, {});
        addStep(statements, event.mission, event.step, event.note);
        return statements.outcome();
    }

    Result<void> operator()(const ActualsRecorded& event) {
        Statements statements(database);
        for (const auto& actual : event.actuals)
            statements.then(
                QStringLiteral("INSERT INTO actuals (mission_id, seq, segment, waypoint, kind, time_ms, recorded_ms, "
                               "by_user) VALUES (?, (SELECT count(*) FROM actuals WHERE mission_id = ?), ?, ?, ?, ?, "
                               "?, ?)"),
                {sqlText(event.mission), sqlText(event.mission), sqlInteger(static_cast<std::int64_t>(actual.segment)),
                 sqlInteger(static_cast<std::int64_t>(actual.waypoint)), sqlText(nameOf(actual.kind)),
                 sqlInteger(actual.time), at(), sqlText(entry.user)});
        statements.then(QStringLiteral("UPDATE missions SET begin_ms = ?, end_ms = ? WHERE mission_id = ?"),
                        {sqlTime(event.begin), sqlTime(event.end), sqlText(event.mission)});
        dropUsages(statements, event.mission);
        addUsages(statements, event.mission, event.usages);
        return statements.outcome();
    }

    Result<void> operator()(const MissionHandedOver& event) {
        return run(database, QStringLiteral("UPDATE missions SET handed_over_ms = ? WHERE mission_id = ?"),
                   {at(), sqlText(event.mission)});
    }
};

} // namespace

Result<void> DeliveryProjection::create(storage::Database& database) {
    const QStringList statements{
        QStringLiteral("CREATE TABLE IF NOT EXISTS networks ("
                       "network_id TEXT NOT NULL PRIMARY KEY, revision INTEGER NOT NULL, saved_ms INTEGER NOT NULL, "
                       "saved_by TEXT NOT NULL, body TEXT NOT NULL, removed INTEGER NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS link_verifications ("
                       "network_id TEXT NOT NULL REFERENCES networks, a TEXT NOT NULL, b TEXT NOT NULL, "
                       "verified_by TEXT NOT NULL, verified_ms INTEGER NOT NULL, note TEXT NOT NULL, "
                       "PRIMARY KEY (network_id, a, b)) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS missions ("
                       "mission_id TEXT NOT NULL PRIMARY KEY, number INTEGER NOT NULL, plan_id TEXT, "
                       "objective TEXT NOT NULL, status TEXT NOT NULL, payload_data_link TEXT, "
                       "network_id TEXT NOT NULL REFERENCES networks, drone_id TEXT, start_ms INTEGER NOT NULL, "
                       "begin_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL, booked_ms INTEGER NOT NULL, "
                       "start_kept INTEGER NOT NULL, "
                       "handed_over_ms INTEGER, body TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS missions_in_time ON missions (network_id, begin_ms, end_ms)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS missions_by_length ON missions (network_id, end_ms - begin_ms)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS missions_by_end ON missions (network_id, end_ms)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS missions_by_booking ON missions (network_id, booked_ms)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS missions_by_number ON missions (number)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS missions_by_drone ON missions (drone_id, begin_ms)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS orders ("
                       "order_id TEXT NOT NULL PRIMARY KEY, number INTEGER NOT NULL, "
                       "network_id TEXT NOT NULL REFERENCES networks, node TEXT NOT NULL, hand_over TEXT NOT NULL, "
                       "stay_ms INTEGER, payload_kg REAL NOT NULL, placed_ms INTEGER NOT NULL, deadline_ms INTEGER, "
                       "placed_by TEXT NOT NULL, state TEXT NOT NULL, mission_id TEXT REFERENCES missions, "
                       "reason TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS orders_by_state ON orders (network_id, state, placed_ms)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS orders_by_mission ON orders (mission_id)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS orders_by_number ON orders (number)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS mission_orders ("
                       "mission_id TEXT NOT NULL REFERENCES missions, seq INTEGER NOT NULL, "
                       "order_id TEXT NOT NULL REFERENCES orders, PRIMARY KEY (mission_id, seq)) STRICT"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS mission_orders_by_order ON mission_orders (order_id)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS usages ("
                       "mission_id TEXT NOT NULL REFERENCES missions, seq INTEGER NOT NULL, kind TEXT NOT NULL, "
                       "from_node TEXT NOT NULL, to_node TEXT, begin_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL, "
                       "PRIMARY KEY (mission_id, seq)) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS actuals ("
                       "mission_id TEXT NOT NULL REFERENCES missions, seq INTEGER NOT NULL, "
                       "segment INTEGER NOT NULL, waypoint INTEGER NOT NULL, kind TEXT NOT NULL, "
                       "time_ms INTEGER NOT NULL, recorded_ms INTEGER NOT NULL, by_user TEXT NOT NULL, "
                       "PRIMARY KEY (mission_id, seq)) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS mission_batteries ("
                       "mission_id TEXT NOT NULL PRIMARY KEY REFERENCES missions, battery_id TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS drone_notes ("
                       "mission_id TEXT NOT NULL REFERENCES missions, seq INTEGER NOT NULL, kind TEXT NOT NULL, "
                       "drone_id TEXT NOT NULL, code TEXT NOT NULL, words TEXT NOT NULL, "
                       "PRIMARY KEY (mission_id, seq)) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS steps ("
                       "mission_id TEXT NOT NULL REFERENCES missions, seq INTEGER NOT NULL, step TEXT NOT NULL, "
                       "at_ms INTEGER NOT NULL, by_user TEXT NOT NULL, note TEXT NOT NULL, "
                       "PRIMARY KEY (mission_id, seq)) STRICT"),
    };
    for (const QString& statement : statements)
        if (auto done = database.execute(statement); !done) return done;
    return {};
}

namespace {

constexpr std::string_view planSaved = "plan.saved"; // of the flight plans, which stand on this room

// R-DB-07: the latest flight plan that was written for a mission is its plan.
Result<void> linkPlan(storage::Database& database, const log::Entry& entry) {
    auto object = json::Object::parse(entry.body);
    if (!object) return std::unexpected(object.error());
    const auto plan = object->string("plan");
    if (!plan) return std::unexpected(plan.error());
    const auto mission = object->string("mission");
    if (!mission) return std::unexpected(mission.error());
    return storage::run(database, QStringLiteral("UPDATE missions SET plan_id = ? WHERE mission_id = ?"),
                        {storage::sqlText(*plan), storage::sqlText(*mission)});
}

} // namespace

Result<void> DeliveryProjection::apply(storage::Database& database, const log::Entry& entry) {
    if (entry.type == planSaved) return linkPlan(database, entry);
    if (!entry.type.starts_with(deliveryPrefix)) return {};
    const auto event = eventFrom(entry.type, entry.body);
    if (!event) return std::unexpected(event.error());
    return std::visit(Apply{database, entry}, *event);
}

} // namespace haneul::delivery
