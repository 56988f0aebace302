#include "server/fleet/tables.h"

#include "server/fleet/operators.h"
#include "server/fleet/record_codec.h"
#include "server/people/house_tables.h"
#include "server/storage/sql.h"

#include <utility>

namespace haneul::fleet {

using storage::readAll;
using storage::sqlText;
using storage::text;
using storage::time;

namespace {

Result<std::string> textOf(const storage::Database& database, const QString& query, const std::string& value) {
    return database.value(query, {sqlText(value)}).transform([](const QVariant& found) {
        return found.toString().toStdString();
    });
}

const QString latestOfEach =
    QStringLiteral("SELECT h.kind, h.revision, h.change, h.at_ms, h.by_user, h.by_role, h.body "
                   "FROM fleet_history AS h WHERE h.kind <> 'rules' AND h.revision = (SELECT max(revision) "
                   "FROM fleet_history WHERE kind = h.kind AND record_id = h.record_id)");

// The latest document of each record that is asked for, the kinds in an order of no consequence.
Result<void> readRecords(const storage::Database& database, FleetState& state, const QString& query,
                         const QVariantList& values) {
    struct Row {
        RecordSaved saved;
        bool retired = false;
        Authorship author;
        std::optional<Error> error;
    };

    auto rows = readAll<Row>(database, query, values, [](const QSqlQuery& row) {
        Row read;
        const auto kind = kindFrom(text(row, 0));
        auto record = kind ? recordFromJson(*kind, text(row, 6))
                           : Result<Record>(fail("BAD_ENTRY", "an unknown kind of record", text(row, 0)));
        if (!record)
            read.error = record.error();
        else
            read.saved = {static_cast<std::uint64_t>(row.value(1).toLongLong()), *std::move(record), {}};
        read.retired = text(row, 2) == "retired";
        read.author = {text(row, 4), text(row, 5), time(row, 3)};
        return read;
    });
    if (!rows) return std::unexpected(rows.error());
    for (const Row& row : *rows) {
        if (row.error) return std::unexpected(*row.error);
        if (row.retired) { // the step of retiring is the latest revision
            RecordSaved before = row.saved;
            --before.revision;
            state.apply(before, row.author);
            state.apply(RecordRetired{kindOf(row.saved.record), idOf(row.saved.record), row.saved.revision, true, {}},
                        row.author);
        } else {
            state.apply(row.saved, row.author);
        }
    }
    return {};
}

Result<void> readRules(const storage::Database& database, FleetState& state) {
    const auto body = database.value(
        QStringLiteral("SELECT body FROM fleet_history WHERE kind = 'rules' ORDER BY revision DESC LIMIT 1"));
    if (!body) return std::unexpected(body.error());
    if (body->isNull()) return {};
    auto object = json::Object::parse(body->toString().toStdString());
    if (!object) return std::unexpected(object.error());
    auto rules = rulesFrom(*std::move(object));
    if (!rules) return std::unexpected(rules.error());
    state.rules = *std::move(rules);
    return {};
}

Result<void> readOverrides(const storage::Database& database, FleetState& state, const QString& where,
                           const QVariantList& values) {
    struct Row {
        std::string body;
        Authorship author;
        std::optional<Withdrawal> withdrawn;
    };

    auto rows = readAll<Row>(database,
                             QStringLiteral("SELECT body, by_user, by_role, given_ms, withdrawn_ms, withdrawn_by, "
                                            "withdrawn_reason FROM readiness_overrides ") +
                                 where + QStringLiteral(" ORDER BY given_ms, override_id"),
                             values, [](const QSqlQuery& row) {
                                 Row read{text(row, 0), {text(row, 1), text(row, 2), time(row, 3)}, {}};
                                 if (const auto at = storage::timeOrNone(row, 4))
                                     read.withdrawn = Withdrawal{text(row, 5), text(row, 6), *at};
                                 return read;
                             });
    if (!rows) return std::unexpected(rows.error());
    for (const Row& row : *rows) {
        const auto event = eventFrom("fleet.override_given", row.body);
        if (!event) return std::unexpected(event.error());
        state.apply(*event, row.author);
        if (row.withdrawn)
            state.apply(OverrideWithdrawn{std::get<OverrideGiven>(*event).id, row.withdrawn->reason},
                        {row.withdrawn->by, {}, row.withdrawn->at});
    }
    return {};
}

} // namespace

Result<std::optional<Standing>> readStanding(const storage::Database& database, Kind kind, const std::string& id) {
    auto rows = readAll<Standing>(
        database,
        QStringLiteral("SELECT revision, change FROM fleet_history WHERE kind = ? AND record_id = ? "
                       "ORDER BY revision DESC LIMIT 1"),
        {sqlText(toString(kind)), sqlText(id)}, [](const QSqlQuery& row) {
            return Standing{static_cast<std::uint64_t>(row.value(0).toLongLong()), text(row, 1) == "retired"};
        });
    return rows.transform(
        [](const std::vector<Standing>& found) { return found.empty() ? std::nullopt : std::optional(found.front()); });
}

Result<std::string> ownerOf(const storage::Database& database, Unique what, const std::string& value) {
    switch (what) {
    case Unique::DroneSerial:
        return textOf(database, QStringLiteral("SELECT drone_id FROM drones WHERE serial_number = ?"), value);
    case Unique::DroneRegistration:
        return textOf(database, QStringLiteral("SELECT drone_id FROM drones WHERE registration_id = ?"), value);
    case Unique::BatterySerial:
        return textOf(database, QStringLiteral("SELECT battery_id FROM batteries WHERE serial_number = ?"), value);
    case Unique::PilotUser:
        return textOf(database, QStringLiteral("SELECT pilot_id FROM pilots WHERE user_id = ?"), value);
    case Unique::PilotCertificate:
        break;
    }
    return textOf(database, QStringLiteral("SELECT pilot_id FROM pilots WHERE certification_number = ?"), value);
}

Result<bool> userExists(const storage::Database& database, const std::string& user) {
    return textOf(database, QStringLiteral("SELECT user_id FROM users WHERE user_id = ?"), user)
        .transform([](const std::string& found) { return !found.empty(); });
}

Result<std::string> droneInUseOf(const storage::Database& database, const std::string& model) {
    return textOf(
        database,
        QStringLiteral("SELECT drone_id FROM drones WHERE model = ? AND retired = 0 ORDER BY drone_id LIMIT 1"), model);
}

Result<std::int64_t> countOf(const storage::Database& database, Kind kind) {
    return database
        .value(QStringLiteral("SELECT count(DISTINCT record_id) FROM fleet_history WHERE kind = ?"),
               {sqlText(toString(kind))})
        .transform([](const QVariant& count) { return static_cast<std::int64_t>(count.toLongLong()); });
}

Result<FleetState> readState(const storage::Database& database) {
    FleetState state;
    if (const auto done = readRecords(database, state, latestOfEach, {}); !done) return std::unexpected(done.error());
    if (const auto done = readRules(database, state); !done) return std::unexpected(done.error());
    if (const auto done = readOverrides(database, state, {}, {}); !done) return std::unexpected(done.error());
    return state;
}

namespace {

// Of the state what has to do with one flight: the drone with its model, its maintenance and its overrides, the
// battery, the payloads, the pilot, and the rules.
Result<FleetState> readStateOf(const storage::Database& database, const Ask& ask) {
    FleetState state;
    const auto add = [&](Kind kind, const QString& ids, const QVariantList& values) {
        return readRecords(database, state,
                           QString(latestOfEach + QStringLiteral(" AND h.kind = '") +
                                   QString::fromUtf8(toString(kind).data(), qsizetype(toString(kind).size())) +
                                   QStringLiteral("' AND h.record_id IN (") + ids + u')'),
                           values);
    };
    const auto drone = sqlText(ask.drone);
    std::vector<std::pair<Kind, std::pair<QString, QVariantList>>> wanted{
        {Kind::Drone, {QStringLiteral("?"), {drone}}},
        {Kind::Model, {QStringLiteral("SELECT model FROM drones WHERE drone_id = ?"), {drone}}},
        {Kind::Maintenance, {QStringLiteral("SELECT record_id FROM maintenance WHERE drone_id = ?"), {drone}}},
        {Kind::Battery, {QStringLiteral("?"), {sqlText(ask.battery)}}},
        {Kind::Pilot, {QStringLiteral("?"), {sqlText(ask.pilot)}}}};
    for (const std::string& payload : ask.payloads)
        wanted.push_back({Kind::Payload, {QStringLiteral("?"), {sqlText(payload)}}});
    for (const auto& [kind, which] : wanted)
        if (const auto done = add(kind, which.first, which.second); !done) return std::unexpected(done.error());
    if (const auto done = readRules(database, state); !done) return std::unexpected(done.error());
    if (const auto done = readOverrides(database, state, QStringLiteral("WHERE drone_id = ?"), {drone}); !done)
        return std::unexpected(done.error());
    return state;
}

} // namespace

Result<FlightAssignment> readAssignment(const storage::Database& database, const Ask& ask) {
    const auto state = readStateOf(database, ask);
    if (!state) return std::unexpected(state.error());
    FlightAssignment found{.assignment = assignmentOf(*state, ask, {}), .rules = state->rules, .overrides = {}};
    if (const auto& drone = found.assignment.drone) {
        found.assignment.maintenance.emplace();
        for (const auto& [id, record] : state->maintenance)
            if (!record->retired) found.assignment.maintenance->push_back(record->value);
        const auto organisation = people::readOrganisation(database, drone->organisation_id);
        if (!organisation) return std::unexpected(organisation.error());
        if (*organisation) found.assignment.organisation = operatorFrom((*organisation)->organisation);
    }
    if (const auto readiness = judge(found.assignment, ask.need, found.rules))
        for (const OverridePtr& one : overridesOf(*state, ask, *readiness))
            found.overrides.push_back(plain(*one));
    return found;
}

Result<std::string> userOfPilot(const storage::Database& database, const std::string& pilot) {
    return textOf(database, QStringLiteral("SELECT user_id FROM pilots WHERE pilot_id = ?"), pilot);
}

Result<std::vector<Change>> readHistory(const storage::Database& database, const std::string& kind,
                                        const std::string& id) {
    auto changes =
        readAll<Change>(database,
                        QStringLiteral("SELECT revision, at_ms, by_user, by_role, change, note, body "
                                       "FROM fleet_history WHERE kind = ? AND record_id = ? ORDER BY revision"),
                        {sqlText(kind), sqlText(id)}, [](const QSqlQuery& row) {
                            return Change{.revision = static_cast<std::uint64_t>(row.value(0).toLongLong()),
                                          .at = time(row, 1),
                                          .user = text(row, 2),
                                          .role = text(row, 3),
                                          .what = text(row, 4),
                                          .note = text(row, 5),
                                          .before = {},
                                          .after = text(row, 6)};
                        });
    if (changes)
        for (std::size_t i = 1; i < changes->size(); ++i)
            (*changes)[i].before = (*changes)[i - 1].after;
    return changes;
}

} // namespace haneul::fleet
