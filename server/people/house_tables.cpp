#include "server/people/house_tables.h"

#include "server/storage/sql.h"

#include <algorithm>

namespace haneul::people {

namespace {

using storage::readAll;
using storage::run;
using storage::sqlInteger;
using storage::sqlText;
using storage::sqlTime;
using storage::text;
using storage::time;
using storage::timeOrNone;

constexpr int alarmsShown = 1000;

std::uint64_t number(const QSqlQuery& row, int column) {
    return row.value(column).toULongLong();
}

// Each function makes of one event what the tables say after it.
struct Apply {
    storage::Database& database;
    const log::Entry& entry;

    [[nodiscard]] QVariant at() const { return sqlInteger(entry.time.wall_ms); }

    Result<void> remember(const std::string& organisation, std::uint64_t revision, const char* kind,
                          const std::optional<std::string>& before, const std::optional<std::string>& after) {
        const auto orNull = [](const std::optional<std::string>& value) {
            return value ? sqlText(*value) : QVariant();
        };
        return run(
            database,
            QStringLiteral("INSERT INTO organization_history (origin, sequence, org_id, revision, at_ms, user_id, "
                           "role, desk, kind, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {sqlText(entry.origin), sqlInteger(static_cast<std::int64_t>(entry.sequence)), sqlText(organisation),
             sqlInteger(static_cast<std::int64_t>(revision)), at(), sqlText(entry.user), sqlText(entry.role),
             sqlText(entry.desk), sqlText(kind), orNull(before), orNull(after)});
    }

    Result<void> operator()(const OrganisationSaved& event) {
        const auto before = readOrganisation(database, event.organisation.id);
        if (!before) return std::unexpected(before.error());
        const auto& organisation = event.organisation;
        const auto body = toJson(organisation);
        auto done = run(
            database,
            QStringLiteral("INSERT INTO organizations (org_id, name, address, revision, changed_ms, changed_by, body) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (org_id) DO UPDATE SET name = excluded.name, "
                           "address = excluded.address, revision = excluded.revision, "
                           "changed_ms = excluded.changed_ms, changed_by = excluded.changed_by, body = excluded.body"),
            {sqlText(organisation.id), sqlText(organisation.name), sqlText(organisation.address),
             sqlInteger(static_cast<std::int64_t>(event.revision)), at(), sqlText(entry.user), sqlText(body)});
        if (!done) return done;
        return remember(organisation.id, event.revision, "saved",
                        *before ? std::optional(toJson((*before)->organisation)) : std::nullopt, body);
    }

    Result<void> operator()(const MemberSet& event) {
        const auto before = organisationOf(database, event.user);
        if (!before) return std::unexpected(before.error());
        auto done =
            run(database, QStringLiteral("DELETE FROM organization_members WHERE user_id = ?"), {sqlText(event.user)});
        if (done && !event.organisation.empty())
            done = run(database,
                       QStringLiteral("INSERT INTO organization_members (user_id, org_id, since_ms) VALUES (?, ?, ?)"),
                       {sqlText(event.user), sqlText(event.organisation), at()});
        if (done && !before->empty() && *before != event.organisation)
            done = rememberMember(*before, event.user, std::nullopt);
        if (done && !event.organisation.empty() && *before != event.organisation)
            done = rememberMember(event.organisation, std::nullopt, event.user);
        return done;
    }

    Result<void> rememberMember(const std::string& organisation, const std::optional<std::string>& before,
                                const std::optional<std::string>& after) {
        const auto known = readOrganisation(database, organisation);
        if (!known) return std::unexpected(known.error());
        return remember(organisation, *known ? (*known)->revision : 0, "member", before, after);
    }

    Result<void> operator()(const PolicyRequested& event) {
        return run(database,
                   QStringLiteral("INSERT OR REPLACE INTO policy_requests (only_one, at_ms, requested_by, body) "
                                  "VALUES (1, ?, ?, ?)"),
                   {at(), sqlText(entry.user), sqlText(toJson(event.policy))});
    }

    Result<void> operator()(const PolicySet& event) {
        const auto body = toJson(event.policy);
        auto done = run(database,
                        QStringLiteral("INSERT INTO approval_policies (revision, at_ms, set_by, requested_by, body) "
                                       "SELECT COALESCE((SELECT MAX(revision) FROM approval_policies), 0) + 1, ?, ?, "
                                       "(SELECT requested_by FROM policy_requests WHERE body = ?), ?"),
                        {at(), sqlText(entry.user), sqlText(body), sqlText(body)});
        return done ? run(database, QStringLiteral("DELETE FROM policy_requests"), {}) : done;
    }

    Result<void> operator()(const AlarmRaised& event) {
        return run(database,
                   QStringLiteral("INSERT INTO security_alarms (alarm_id, kind, subject, since_ms, raised_ms, count) "
                                  "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (alarm_id) DO NOTHING"),
                   {sqlText(event.alarm), sqlText(toString(event.kind)), sqlText(event.subject), sqlTime(event.since),
                    at(), sqlInteger(event.count)});
    }

    Result<void> operator()(const AlarmAcknowledged& event) {
        return run(database,
                   QStringLiteral("UPDATE security_alarms SET acknowledged_ms = ?, acknowledged_by = ?, note = ? "
                                  "WHERE alarm_id = ? AND acknowledged_ms IS NULL"),
                   {at(), sqlText(entry.user), sqlText(event.note), sqlText(event.alarm)});
    }

    Result<void> operator()(const AlarmCleared& event) {
        return run(database,
                   QStringLiteral("UPDATE security_alarms SET cleared_ms = ?, count = ? "
                                  "WHERE alarm_id = ? AND cleared_ms IS NULL"),
                   {at(), sqlInteger(event.count), sqlText(event.alarm)});
    }
};

// A row whose JSON is not what an entry says is damage, not an empty record.
template <class Row, class Value>
Result<std::vector<Row>> unpacked(Result<std::vector<std::pair<Row, Result<Value>>>> rows, Value Row::* place) {
    if (!rows) return std::unexpected(rows.error());
    std::vector<Row> records;
    for (auto& [row, value] : *rows) {
        if (!value) return fail("BAD_ENTRY", value.error().message, value.error().where);
        row.*place = *std::move(value);
        records.push_back(std::move(row));
    }
    return records;
}

// `id` empty: all.
Result<std::vector<OrganisationRecord>> organisationsOf(const storage::Database& database, std::string_view id) {
    using Row = std::pair<OrganisationRecord, Result<Organisation>>;
    auto records = unpacked(readAll<Row>(database,
                                         QStringLiteral("SELECT revision, changed_ms, changed_by, body FROM "
                                                        "organizations WHERE ? = '' OR org_id = ? ORDER BY org_id"),
                                         {sqlText(id), sqlText(id)},
                                         [](const QSqlQuery& row) {
                                             return Row{{.organisation = {},
                                                         .revision = number(row, 0),
                                                         .changed = time(row, 1),
                                                         .changedBy = text(row, 2),
                                                         .members = {}},
                                                        organisationFromJson(text(row, 3))};
                                         }),
                            &OrganisationRecord::organisation);
    if (!records) return records;
    using Member = std::pair<std::string, std::string>;
    const auto members =
        readAll<Member>(database, QStringLiteral("SELECT org_id, user_id FROM organization_members ORDER BY user_id"),
                        {}, [](const QSqlQuery& row) { return Member{text(row, 0), text(row, 1)}; });
    if (!members) return std::unexpected(members.error());
    for (const auto& [organisation, user] : *members)
        for (OrganisationRecord& record : *records)
            if (record.organisation.id == organisation) record.members.push_back(user);
    return records;
}

struct HistoryRow {
    OrganisationChange change;
    std::string kind;
    std::optional<std::string> before, after;
};

std::optional<std::string> textOrNone(const QSqlQuery& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(text(row, column));
}

Result<std::vector<FieldChange>> changesOf(const HistoryRow& row) {
    if (row.kind == "member") return std::vector{FieldChange{"member", row.before, row.after}};
    std::optional<Organisation> before;
    if (row.before) {
        auto read = organisationFromJson(*row.before);
        if (!read) return std::unexpected(read.error());
        before = *std::move(read);
    }
    const auto after = organisationFromJson(row.after.value_or(""));
    if (!after) return std::unexpected(after.error());
    return changesBetween(before, *after);
}

} // namespace

std::vector<std::string> houseTables() {
    return {"organizations",     "organization_members", "organization_history",
            "approval_policies", "policy_requests",      "security_alarms"};
}

Result<void> createHouseTables(storage::Database& database) {
    const QStringList statements{
        QStringLiteral("CREATE TABLE IF NOT EXISTS organizations ("
                       "org_id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, address TEXT NOT NULL, "
                       "revision INTEGER NOT NULL, changed_ms INTEGER NOT NULL, changed_by TEXT NOT NULL, "
                       "body TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS organization_members ("
                       "user_id TEXT NOT NULL PRIMARY KEY REFERENCES users, "
                       "org_id TEXT NOT NULL REFERENCES organizations, since_ms INTEGER NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS organization_history ("
                       "origin TEXT NOT NULL, sequence INTEGER NOT NULL, org_id TEXT NOT NULL, "
                       "revision INTEGER NOT NULL, at_ms INTEGER NOT NULL, user_id TEXT NOT NULL, role TEXT NOT NULL, "
                       "desk TEXT NOT NULL, kind TEXT NOT NULL, before TEXT, after TEXT, "
                       "PRIMARY KEY (org_id, at_ms, origin, sequence)) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS approval_policies ("
                       "revision INTEGER NOT NULL PRIMARY KEY, at_ms INTEGER NOT NULL, set_by TEXT NOT NULL, "
                       "requested_by TEXT, body TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS policy_requests ("
                       "only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1), at_ms INTEGER NOT NULL, "
                       "requested_by TEXT NOT NULL, body TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS security_alarms ("
                       "alarm_id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, "
                       "since_ms INTEGER NOT NULL, raised_ms INTEGER NOT NULL, count INTEGER NOT NULL, "
                       "cleared_ms INTEGER, acknowledged_ms INTEGER, acknowledged_by TEXT, note TEXT) STRICT"),
    };
    for (const QString& statement : statements)
        if (auto done = database.execute(statement); !done) return done;
    return {};
}

Result<void> applyHouseEvent(storage::Database& database, const log::Entry& entry) {
    const auto event = houseEventFrom(entry.type, entry.body);
    if (!event) return std::unexpected(event.error());
    return std::visit(Apply{database, entry}, *event);
}

Result<std::vector<OrganisationRecord>> readOrganisations(const storage::Database& database) {
    return organisationsOf(database, "");
}

Result<std::optional<OrganisationRecord>> readOrganisation(const storage::Database& database, std::string_view id) {
    if (id.empty()) return std::nullopt;
    auto found = organisationsOf(database, id);
    if (!found) return std::unexpected(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::vector<OrganisationChange>> readOrganisationHistory(const storage::Database& database,
                                                                std::string_view id) {
    auto rows = readAll<HistoryRow>(
        database,
        QStringLiteral("SELECT at_ms, user_id, role, desk, sequence, revision, kind, before, after FROM "
                       "organization_history WHERE org_id = ? ORDER BY at_ms DESC, origin, sequence DESC"),
        {sqlText(id)}, [](const QSqlQuery& row) {
            return HistoryRow{.change = {.at = time(row, 0),
                                         .user = text(row, 1),
                                         .role = text(row, 2),
                                         .desk = text(row, 3),
                                         .sequence = number(row, 4),
                                         .revision = number(row, 5),
                                         .changes = {}},
                              .kind = text(row, 6),
                              .before = textOrNone(row, 7),
                              .after = textOrNone(row, 8)};
        });
    if (!rows) return std::unexpected(rows.error());
    std::vector<OrganisationChange> history;
    for (HistoryRow& row : *rows) {
        auto changes = changesOf(row);
        if (!changes) return fail("BAD_ENTRY", changes.error().message, changes.error().where);
        row.change.changes = *std::move(changes);
        history.push_back(std::move(row.change));
    }
    return history;
}

Result<std::string> organisationOf(const storage::Database& database, std::string_view user) {
    const auto found =
        database.value(QStringLiteral("SELECT org_id FROM organization_members WHERE user_id = ?"), {sqlText(user)});
    if (!found) return std::unexpected(found.error());
    return found->toString().toStdString();
}

Result<std::vector<PolicyRecord>> readPolicies(const storage::Database& database) {
    using Row = std::pair<PolicyRecord, Result<ApprovalPolicy>>;
    return unpacked(readAll<Row>(database,
                                 QStringLiteral("SELECT revision, at_ms, set_by, requested_by, body FROM "
                                                "approval_policies ORDER BY revision DESC"),
                                 {},
                                 [](const QSqlQuery& row) {
                                     return Row{{.policy = {},
                                                 .revision = number(row, 0),
                                                 .at = time(row, 1),
                                                 .setBy = text(row, 2),
                                                 .requestedBy = text(row, 3)},
                                                policyFromJson(text(row, 4))};
                                 }),
                    &PolicyRecord::policy);
}

Result<std::optional<PolicyRequest>> readPolicyRequest(const storage::Database& database) {
    using Row = std::pair<PolicyRequest, Result<ApprovalPolicy>>;
    auto found =
        unpacked(readAll<Row>(database, QStringLiteral("SELECT at_ms, requested_by, body FROM policy_requests"), {},
                              [](const QSqlQuery& row) {
                                  return Row{{.policy = {}, .at = time(row, 0), .by = text(row, 1)},
                                             policyFromJson(text(row, 2))};
                              }),
                 &PolicyRequest::policy);
    if (!found) return std::unexpected(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::vector<AlarmRecord>> readAlarms(const storage::Database& database, bool openOnly) {
    return readAll<AlarmRecord>(
        database,
        QStringLiteral("SELECT alarm_id, kind, subject, since_ms, raised_ms, count, cleared_ms, acknowledged_ms, "
                       "acknowledged_by, note FROM security_alarms WHERE ? = 0 OR cleared_ms IS NULL "
                       "ORDER BY raised_ms DESC, alarm_id LIMIT ?"),
        {sqlInteger(openOnly ? 1 : 0), sqlInteger(alarmsShown)}, [](const QSqlQuery& row) {
            return AlarmRecord{.alarm = text(row, 0),
                               .kind = alarmKindFrom(text(row, 1)).value_or(AlarmKind::AllLogIns),
                               .subject = text(row, 2),
                               .since = time(row, 3),
                               .raised = time(row, 4),
                               .count = row.value(5).toLongLong(),
                               .cleared = timeOrNone(row, 6),
                               .acknowledged = timeOrNone(row, 7),
                               .acknowledgedBy = text(row, 8),
                               .note = text(row, 9)};
        });
}

} // namespace haneul::people
