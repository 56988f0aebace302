#include "server/fleet/fleet_projection.h"

#include "server/fleet/events.h"
#include "server/fleet/record_codec.h"
#include "server/storage/sql.h"

namespace haneul::fleet {

namespace {

using storage::run;
using storage::sqlInteger;
using storage::sqlText;
using storage::sqlTime;
using storage::Statements;
using storage::textOrNone;

QVariant numberOrNone(const std::optional<double>& value) {
    return value ? QVariant(*value) : QVariant();
}

QVariant numberOrNone(const std::optional<int>& value) {
    return value ? sqlInteger(*value) : QVariant();
}

QVariant truth(bool value) {
    return sqlInteger(value ? 1 : 0);
}

// The row of a record, as it is after an event.
struct Row {
    Statements& statements;

    void operator()(const DroneModel& record) const {
        statements.then(
            QStringLiteral(
                "INSERT INTO drone_models (model_id, name, max_speed_mps, max_climb_mps, max_descent_mps, endurance_s, "
                "max_payload_kg, min_firmware, inspection_every_h, inspection_every_d, battery_cycle_limit, "
                "battery_capacity_mah, retired) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) "
                "ON CONFLICT (model_id) DO UPDATE SET name = excluded.name, max_speed_mps = excluded.max_speed_mps, "
                "max_climb_mps = excluded.max_climb_mps, max_descent_mps = excluded.max_descent_mps, "
                "endurance_s = excluded.endurance_s, max_payload_kg = excluded.max_payload_kg, "
                "min_firmware = excluded.min_firmware, inspection_every_h = excluded.inspection_every_h, "
                "inspection_every_d = excluded.inspection_every_d, battery_cycle_limit = excluded.battery_cycle_limit, "
                "battery_capacity_mah = excluded.battery_capacity_mah"),
            {sqlText(record.id), sqlText(record.name), numberOrNone(record.maxSpeed_mps),
             numberOrNone(record.maxClimb_mps), numberOrNone(record.maxDescent_mps), numberOrNone(record.endurance_s),
             numberOrNone(record.maxPayload_kg), textOrNone(record.minFirmware), numberOrNone(record.inspectionEvery_h),
             numberOrNone(record.inspectionEvery_d), numberOrNone(record.batteryCycleLimit),
             numberOrNone(record.batteryCapacity_mah)});
    }

    void operator()(const Drone& record) const {
        statements.then(
            QStringLiteral("INSERT INTO drones (drone_id, org_id, model, serial_number, registration_id, "
                           "firmware_version, flown_h, status, retired) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0) "
                           "ON CONFLICT (drone_id) DO UPDATE SET org_id = excluded.org_id, model = excluded.model, "
                           "serial_number = excluded.serial_number, registration_id = excluded.registration_id, "
                           "firmware_version = excluded.firmware_version, flown_h = excluded.flown_h, "
                           "status = excluded.status"),
            {sqlText(record.id), textOrNone(record.organisation_id), sqlText(record.model_id),
             sqlText(record.serial_number), textOrNone(record.registration_id), textOrNone(record.firmware_version),
             numberOrNone(record.flown_h), sqlText(toString(record.status))});
    }

    void operator()(const Battery& record) const {
        statements.then(
            QStringLiteral(
                "INSERT INTO batteries (battery_id, drone_id, model, serial_number, cycle_count, last_charged_date, "
                "capacity_mah, charge_pct, charge_read_ms, retired) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0) "
                "ON CONFLICT (battery_id) DO UPDATE SET drone_id = excluded.drone_id, model = excluded.model, "
                "serial_number = excluded.serial_number, cycle_count = excluded.cycle_count, "
                "last_charged_date = excluded.last_charged_date, capacity_mah = excluded.capacity_mah, "
                "charge_pct = excluded.charge_pct, charge_read_ms = excluded.charge_read_ms"),
            {sqlText(record.id), textOrNone(record.drone_id), textOrNone(record.model), sqlText(record.serial_number),
             numberOrNone(record.cycle_count), sqlTime(record.last_charged), numberOrNone(record.capacity_mah),
             numberOrNone(record.charge_pct), sqlTime(record.charge_read)});
    }

    void operator()(const Payload& record) const {
        statements
            .then(QStringLiteral("INSERT INTO payloads (payload_id, name, mass_kg, retired) VALUES (?, ?, ?, 0) "
                                 "ON CONFLICT (payload_id) DO UPDATE SET name = excluded.name, "
                                 "mass_kg = excluded.mass_kg"),
                  {sqlText(record.id), sqlText(record.name), numberOrNone(record.mass_kg)})
            .then(QStringLiteral("DELETE FROM payload_models WHERE payload_id = ?"), {sqlText(record.id)});
        for (const std::string& model : record.model_ids)
            statements.then(QStringLiteral("INSERT INTO payload_models (payload_id, model_id) VALUES (?, ?)"),
                            {sqlText(record.id), sqlText(model)});
    }

    void operator()(const Pilot& record) const {
        statements
            .then(QStringLiteral("INSERT INTO pilots (pilot_id, user_id, certification_number, certified_until_ms, "
                                 "last_flight_date, total_flight_hours, suspended, retired) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (pilot_id) DO UPDATE SET "
                                 "user_id = excluded.user_id, certification_number = excluded.certification_number, "
                                 "certified_until_ms = excluded.certified_until_ms, "
                                 "last_flight_date = excluded.last_flight_date, "
                                 "total_flight_hours = excluded.total_flight_hours, suspended = excluded.suspended"),
                  {sqlText(record.id), textOrNone(record.user_id), textOrNone(record.certification_number),
                   sqlTime(record.certified_until), sqlTime(record.last_flight), numberOrNone(record.flown_h),
                   truth(record.suspended)})
            .then(QStringLiteral("DELETE FROM pilot_ratings WHERE pilot_id = ?"), {sqlText(record.id)});
        if (!record.ratings) return;
        for (const Rating& rating : *record.ratings)
            statements.then(
                QStringLiteral("INSERT INTO pilot_ratings (pilot_id, model_id, valid_until_ms, bvlos) "
                               "VALUES (?, ?, ?, ?)"),
                {sqlText(record.id), sqlText(rating.model_id), sqlTime(rating.valid_until), truth(rating.bvlos)});
    }

    void operator()(const MaintenanceRecord& record) const {
        statements.then(
            QStringLiteral("INSERT INTO maintenance (record_id, drone_id, kind, at_ms, flown_h, closed_ms, by_whom, "
                           "note, retired) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (record_id) DO UPDATE SET "
                           "drone_id = excluded.drone_id, kind = excluded.kind, at_ms = excluded.at_ms, "
                           "flown_h = excluded.flown_h, closed_ms = excluded.closed_ms, by_whom = excluded.by_whom, "
                           "note = excluded.note"),
            {sqlText(record.id), sqlText(record.drone_id), sqlText(toString(record.kind)), sqlTime(record.at),
             numberOrNone(record.flown_h), sqlTime(record.closed_at), sqlText(record.by), sqlText(record.note)});
    }
};

QString retireStatement(Kind kind) {
    switch (kind) {
    case Kind::Model:
        return QStringLiteral("UPDATE drone_models SET retired = ? WHERE model_id = ?");
    case Kind::Drone:
        return QStringLiteral("UPDATE drones SET retired = ? WHERE drone_id = ?");
    case Kind::Battery:
        return QStringLiteral("UPDATE batteries SET retired = ? WHERE battery_id = ?");
    case Kind::Payload:
        return QStringLiteral("UPDATE payloads SET retired = ? WHERE payload_id = ?");
    case Kind::Pilot:
        return QStringLiteral("UPDATE pilots SET retired = ? WHERE pilot_id = ?");
    case Kind::Maintenance:
        break;
    }
    return QStringLiteral("UPDATE maintenance SET retired = ? WHERE record_id = ?");
}

// The last maintenance of each drone: a record may have moved from one to another.
void refreshMaintenanceDates(Statements& statements) {
    statements.then(
        QStringLiteral("UPDATE drones SET last_maintenance_date = (SELECT max(m.at_ms) FROM maintenance AS m "
                       "WHERE m.drone_id = drones.drone_id AND m.retired = 0 AND m.kind <> 'defect')"),
        {});
}

struct Apply {
    storage::Database& database;
    const log::Entry& entry;

    [[nodiscard]] QVariant at() const { return sqlInteger(entry.time.wall_ms); }

    Result<void> operator()(const RecordSaved& event) const {
        Statements statements(database);
        std::visit(Row{statements}, event.record);
        const Kind kind = kindOf(event.record);
        if (kind == Kind::Maintenance) refreshMaintenanceDates(statements);
        keep(statements, toString(kind), idOf(event.record), event.revision,
             event.flight.empty() ? "saved" : flownChange, event.note, sqlText(toJson(event.record)));
        if (!event.flight.empty())
            statements.then(
                QStringLiteral(
                    "INSERT INTO fleet_flights (mission_id, kind, record_id, counted_ms) VALUES (?, ?, ?, ?)"),
                {sqlText(event.flight), sqlText(toString(kind)), sqlText(idOf(event.record)), at()});
        return statements.outcome();
    }

    Result<void> operator()(const RecordRetired& event) const {
        Statements statements(database);
        statements.then(retireStatement(event.kind), {truth(event.retired), sqlText(event.id)});
        if (event.kind == Kind::Maintenance) refreshMaintenanceDates(statements);
        const auto body = database.value(QStringLiteral("SELECT body FROM fleet_history WHERE kind = ? AND "
                                                        "record_id = ? ORDER BY revision DESC LIMIT 1"),
                                         {sqlText(toString(event.kind)), sqlText(event.id)});
        if (!body) return std::unexpected(body.error());
        keep(statements, toString(event.kind), event.id, event.revision, event.retired ? "retired" : "restored",
             event.reason, *body);
        return statements.outcome();
    }

    Result<void> operator()(const RulesChanged& event) const {
        Statements statements(database);
        keep(statements, "rules", event.rules.id, static_cast<std::uint64_t>(event.rules.version), "saved",
             event.reason, sqlText(toJson(event.rules)));
        return statements.outcome();
    }

    Result<void> operator()(const OverrideGiven& event) const {
        return run(database,
                   QStringLiteral("INSERT INTO readiness_overrides (override_id, drone_id, battery_id, pilot_id, "
                                  "question, reason, by_user, by_role, given_ms, until_ms, body) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                   {sqlText(event.id), sqlText(event.drone), textOrNone(event.battery), textOrNone(event.pilot),
                    sqlText(toString(event.question)), sqlText(event.reason), sqlText(entry.user), sqlText(entry.role),
                    at(), sqlTime(event.until), sqlText(entry.body)});
    }

    Result<void> operator()(const OverrideWithdrawn& event) const {
        return run(database,
                   QStringLiteral("UPDATE readiness_overrides SET withdrawn_ms = ?, withdrawn_by = ?, "
                                  "withdrawn_reason = ? WHERE override_id = ?"),
                   {at(), sqlText(entry.user), sqlText(event.reason), sqlText(event.id)});
    }

    void keep(Statements& statements, std::string_view kind, const std::string& id, std::uint64_t revision,
              std::string_view change, const std::string& note, const QVariant& body) const {
        statements.then(QStringLiteral("INSERT INTO fleet_history (kind, record_id, revision, at_ms, by_user, by_role, "
                                       "change, note, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                        {sqlText(kind), sqlText(id), sqlInteger(static_cast<std::int64_t>(revision)), at(),
                         sqlText(entry.user), sqlText(entry.role), sqlText(change), sqlText(note), body});
    }
};

} // namespace

Result<void> FleetProjection::create(storage::Database& database) {
    const QStringList statements{
        QStringLiteral("CREATE TABLE IF NOT EXISTS drone_models ("
                       "model_id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, max_speed_mps REAL, "
                       "max_climb_mps REAL, max_descent_mps REAL, endurance_s REAL, max_payload_kg REAL, "
                       "min_firmware TEXT, inspection_every_h REAL, inspection_every_d REAL, "
                       "battery_cycle_limit INTEGER, battery_capacity_mah REAL, retired INTEGER NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS drones ("
                       "drone_id TEXT NOT NULL PRIMARY KEY, org_id TEXT, "
                       "model TEXT NOT NULL REFERENCES drone_models, serial_number TEXT NOT NULL UNIQUE, "
                       "registration_id TEXT UNIQUE, firmware_version TEXT, last_maintenance_date INTEGER, "
                       "flown_h REAL, status TEXT NOT NULL, retired INTEGER NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS drones_by_model ON drones (model)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS batteries ("
                       "battery_id TEXT NOT NULL PRIMARY KEY, drone_id TEXT REFERENCES drones, model TEXT, "
                       "serial_number TEXT NOT NULL UNIQUE, cycle_count INTEGER, last_charged_date INTEGER, "
                       "capacity_mah REAL, charge_pct REAL, charge_read_ms INTEGER, "
                       "retired INTEGER NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS batteries_by_drone ON batteries (drone_id)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS payloads ("
                       "payload_id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, mass_kg REAL, "
                       "retired INTEGER NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS pilots ("
                       "pilot_id TEXT NOT NULL PRIMARY KEY, user_id TEXT UNIQUE REFERENCES users, "
                       "certification_number TEXT UNIQUE, certified_until_ms INTEGER, last_flight_date INTEGER, "
                       "total_flight_hours REAL, suspended INTEGER NOT NULL, retired INTEGER NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS maintenance ("
                       "record_id TEXT NOT NULL PRIMARY KEY, drone_id TEXT NOT NULL REFERENCES drones, "
                       "kind TEXT NOT NULL, at_ms INTEGER NOT NULL, flown_h REAL, closed_ms INTEGER, "
                       "by_whom TEXT NOT NULL, note TEXT NOT NULL, retired INTEGER NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS maintenance_by_drone ON maintenance (drone_id, at_ms)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS payload_models ("
                       "payload_id TEXT NOT NULL REFERENCES payloads, model_id TEXT NOT NULL REFERENCES drone_models, "
                       "PRIMARY KEY (payload_id, model_id)) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS pilot_ratings ("
                       "pilot_id TEXT NOT NULL REFERENCES pilots, model_id TEXT NOT NULL REFERENCES drone_models, "
                       "valid_until_ms INTEGER, bvlos INTEGER NOT NULL, PRIMARY KEY (pilot_id, model_id)) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS fleet_history ("
                       "kind TEXT NOT NULL, record_id TEXT NOT NULL, revision INTEGER NOT NULL, "
                       "at_ms INTEGER NOT NULL, by_user TEXT NOT NULL, by_role TEXT NOT NULL, change TEXT NOT NULL, "
                       "note TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, record_id, revision)) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS fleet_flights ("
                       "mission_id TEXT NOT NULL, kind TEXT NOT NULL, record_id TEXT NOT NULL, "
                       "counted_ms INTEGER NOT NULL, PRIMARY KEY (mission_id, kind)) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS readiness_overrides ("
                       "override_id TEXT NOT NULL PRIMARY KEY, drone_id TEXT NOT NULL REFERENCES drones, "
                       "battery_id TEXT REFERENCES batteries, pilot_id TEXT REFERENCES pilots, "
                       "question TEXT NOT NULL, reason TEXT NOT NULL, by_user TEXT NOT NULL, by_role TEXT NOT NULL, "
                       "given_ms INTEGER NOT NULL, until_ms INTEGER NOT NULL, withdrawn_ms INTEGER, "
                       "withdrawn_by TEXT, withdrawn_reason TEXT, body TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS readiness_overrides_by_drone ON readiness_overrides (drone_id)"),
    };
    for (const QString& statement : statements)
        if (auto done = database.execute(statement); !done) return done;
    return {};
}

Result<void> FleetProjection::apply(storage::Database& database, const log::Entry& entry) {
    if (!entry.type.starts_with(fleetPrefix)) return {};
    const auto event = eventFrom(entry.type, entry.body);
    if (!event) return std::unexpected(event.error());
    return std::visit(Apply{database, entry}, *event);
}

} // namespace haneul::fleet
