#include "server/people/people_projection.h"

#include "server/people/events.h"
#include "server/people/house_tables.h"
#include "server/storage/sql.h"

#include <initializer_list>
#include <iterator>
#include <sstream>

namespace haneul::people {

namespace {

using storage::readAll;
using storage::run;
using storage::sqlText;
using storage::sqlTime;
using storage::text;
using storage::time;
using storage::timeOrNone;

std::string joined(const std::set<std::string>& scopes) {
    std::string list;
    for (const std::string& scope : scopes)
        list += (list.empty() ? "" : " ") + scope;
    return list;
}

std::set<std::string> split(const std::string& list) {
    std::istringstream words(list);
    return {std::istream_iterator<std::string>(words), {}};
}

// Each function makes of one event what the tables say after it.
struct Apply {
    storage::Database& database;
    const log::Entry& entry;

    [[nodiscard]] QVariant at() const { return QVariant::fromValue<qlonglong>(entry.time.wall_ms); }

    Result<void> endSessions(const std::string& user, const std::string& kept = {}) {
        return run(database, QStringLiteral("DELETE FROM sessions WHERE user_id = ? AND session_id <> ?"),
                   {sqlText(user), sqlText(kept)});
    }

    Result<void> operator()(const UserAdded& event) {
        // Two desks may add the same name apart; the first that arrives stands.
        return run(database,
                   QStringLiteral("INSERT INTO users (user_id, name, email, password_hash, role, state, created_ms) "
                                  "VALUES (?, ?, ?, ?, ?, 'active', ?) ON CONFLICT (user_id) DO NOTHING"),
                   {sqlText(event.user), sqlText(event.name), sqlText(event.email), sqlText(event.passwordHash),
                    sqlText(toString(event.role)), at()});
    }

    Result<void> operator()(const RoleRequested& event) {
        return run(database, QStringLiteral("UPDATE users SET requested_role = ?, requested_by = ? WHERE user_id = ?"),
                   {sqlText(toString(event.role)), sqlText(entry.user), sqlText(event.user)});
    }

    Result<void> operator()(const RoleChanged& event) {
        auto done = run(
            database,
            QStringLiteral("UPDATE users SET role = ?, requested_role = NULL, requested_by = NULL WHERE user_id = ?"),
            {sqlText(toString(event.role)), sqlText(event.user)});
        return done ? endSessions(event.user) : done;
    }

    Result<void> operator()(const PasswordSet& event) {
        auto done = run(database,
                        QStringLiteral("UPDATE users SET password_hash = ?, failures = 0, last_failure_ms = NULL "
                                       "WHERE user_id = ?"),
                        {sqlText(event.passwordHash), sqlText(event.user)});
        return done ? endSessions(event.user, event.keptSession) : done;
    }

    Result<void> operator()(const UserDisabled& event) {
        auto done = run(database,
                        QStringLiteral("UPDATE users SET state = 'disabled', requested_role = NULL, "
                                       "requested_by = NULL WHERE user_id = ?"),
                        {sqlText(event.user)});
        return done ? endSessions(event.user) : done;
    }

    Result<void> operator()(const UserEnabled& event) {
        return run(database,
                   QStringLiteral("UPDATE users SET state = 'active', failures = 0, last_failure_ms = NULL "
                                  "WHERE user_id = ?"),
                   {sqlText(event.user)});
    }

    Result<void> operator()(const ReviewNeeded& event) {
        return run(database, QStringLiteral("UPDATE users SET state = 'review' WHERE user_id = ? AND state = 'active'"),
                   {sqlText(event.user)});
    }

    Result<void> operator()(const LoggedIn& event) {
        auto done = run(database,
                        QStringLiteral("UPDATE users SET last_log_in_ms = ?, failures = 0, last_failure_ms = NULL "
                                       "WHERE user_id = ?"),
                        {at(), sqlText(event.user)});
        if (!done) return done;
        return run(database,
                   QStringLiteral("INSERT INTO sessions (session_id, user_id, origin, desk, begun_ms, expires_ms) "
                                  "VALUES (?, ?, ?, ?, ?, ?)"),
                   {sqlText(event.session), sqlText(event.user), sqlText(entry.origin), sqlText(entry.desk), at(),
                    sqlTime(event.expires)});
    }

    Result<void> operator()(const SessionEnded& event) {
        return run(database, QStringLiteral("DELETE FROM sessions WHERE session_id = ?"), {sqlText(event.session)});
    }

    Result<void> operator()(const AllSessionsEnded&) {
        return run(database, QStringLiteral("DELETE FROM sessions WHERE origin = ?"), {sqlText(entry.origin)});
    }

    Result<void> operator()(const DeskUnlocked&) {
        return run(database, QStringLiteral("UPDATE users SET failures = 0, last_failure_ms = NULL WHERE user_id = ?"),
                   {sqlText(entry.user)});
    }

    Result<void> operator()(const TokenIssued& event) {
        return run(database,
                   QStringLiteral("INSERT INTO access_tokens (token_id, name, user_id, scopes, token_hash, issued_by, "
                                  "issued_ms, expires_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                   {sqlText(event.id), sqlText(event.name), event.user.empty() ? QVariant() : sqlText(event.user),
                    sqlText(joined(event.scopes)), sqlText(event.tokenHash), sqlText(entry.user), at(),
                    sqlTime(event.expires)});
    }

    Result<void> operator()(const TokenRevoked& event) {
        return run(database,
                   QStringLiteral("UPDATE access_tokens SET revoked_ms = ? WHERE token_id = ? AND revoked_ms IS NULL"),
                   {at(), sqlText(event.id)});
    }

    Result<void> operator()(const LogInRefused& event) {
        if (event.reason != "refused") return {}; // not heard, so not counted
        return run(database,
                   QStringLiteral("UPDATE users SET failures = failures + ?, last_failure_ms = ? WHERE user_id = ?"),
                   {QVariant::fromValue<qlonglong>(event.count), at(), sqlText(event.user)});
    }

    Result<void> operator()(const LockedOut&) { return {}; }

    Result<void> operator()(const AccessRefused&) { return {}; }
};

} // namespace

std::vector<std::string> PeopleProjection::tables() const {
    std::vector<std::string> names{"users", "sessions", "access_tokens"}; // the parent of the foreign keys first
    for (const std::string& name : houseTables())
        names.push_back(name);
    return names;
}

Result<void> PeopleProjection::create(storage::Database& database) {
    const QStringList statements{
        QStringLiteral("CREATE TABLE IF NOT EXISTS users ("
                       "user_id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, "
                       "password_hash TEXT NOT NULL, role TEXT NOT NULL, state TEXT NOT NULL, "
                       "created_ms INTEGER NOT NULL, last_log_in_ms INTEGER, failures INTEGER NOT NULL DEFAULT 0, "
                       "last_failure_ms INTEGER, requested_role TEXT, requested_by TEXT) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS sessions ("
                       "session_id TEXT NOT NULL PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users, "
                       "origin TEXT NOT NULL, desk TEXT NOT NULL, begun_ms INTEGER NOT NULL, "
                       "expires_ms INTEGER NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS access_tokens ("
                       "token_id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, user_id TEXT REFERENCES users, "
                       "scopes TEXT NOT NULL, token_hash TEXT NOT NULL UNIQUE, issued_by TEXT NOT NULL, "
                       "issued_ms INTEGER NOT NULL, expires_ms INTEGER, revoked_ms INTEGER) STRICT"),
    };
    for (const QString& statement : statements)
        if (auto done = database.execute(statement); !done) return done;
    return createHouseTables(database);
}

Result<void> PeopleProjection::apply(storage::Database& database, const log::Entry& entry) {
    if (isHouseEvent(entry.type)) return applyHouseEvent(database, entry);
    if (!entry.type.starts_with(peoplePrefix)) return {};
    const auto event = eventFrom(entry.type, entry.body);
    if (!event) return std::unexpected(event.error());
    return std::visit(Apply{database, entry}, *event);
}

Result<std::vector<StoredUser>> readUsers(const storage::Database& database) {
    return readAll<StoredUser>(
        database,
        QStringLiteral("SELECT user_id, name, email, password_hash, role, state, created_ms, last_log_in_ms, failures, "
                       "last_failure_ms, requested_role, requested_by, org_id FROM users "
                       "LEFT JOIN organization_members USING (user_id) ORDER BY user_id"),
        {}, [](const QSqlQuery& row) {
            StoredUser user;
            user.record.user = text(row, 0);
            user.record.displayName = text(row, 1);
            user.record.email = text(row, 2);
            user.passwordHash = text(row, 3);
            user.record.role = roleFrom(text(row, 4)).value_or(Role::Trainee);
            user.record.state = userStateFrom(text(row, 5)).value_or(UserState::Disabled);
            user.record.created = time(row, 6);
            user.record.lastLogIn = timeOrNone(row, 7);
            user.failures = row.value(8).toInt();
            user.lastFailure = time(row, 9);
            user.record.requestedRole = roleFrom(text(row, 10));
            user.record.requestedBy = text(row, 11);
            user.record.organisation = text(row, 12);
            return user;
        });
}

Result<std::vector<StoredToken>> readTokens(const storage::Database& database) {
    return readAll<StoredToken>(
        database,
        QStringLiteral("SELECT token_id, name, user_id, scopes, token_hash, issued_by, issued_ms, expires_ms, "
                       "revoked_ms FROM access_tokens ORDER BY name, issued_ms, token_id"),
        {}, [](const QSqlQuery& row) {
            StoredToken token;
            token.record.id = text(row, 0);
            token.record.name = text(row, 1);
            token.record.user = text(row, 2);
            token.record.scopes = split(text(row, 3));
            token.tokenHash = text(row, 4);
            token.record.issuedBy = text(row, 5);
            token.record.issued = time(row, 6);
            token.record.expires = timeOrNone(row, 7);
            token.record.revoked = timeOrNone(row, 8);
            return token;
        });
}

Result<std::vector<SessionRecord>> readSessions(const storage::Database& database) {
    return readAll<SessionRecord>(
        database,
        QStringLiteral(
            "SELECT session_id, user_id, desk, begun_ms, expires_ms FROM sessions ORDER BY user_id, begun_ms"),
        {}, [](const QSqlQuery& row) {
            return SessionRecord{.session = text(row, 0),
                                 .user = text(row, 1),
                                 .desk = text(row, 2),
                                 .begun = time(row, 3),
                                 .lastSeen = time(row, 3),
                                 .expires = time(row, 4)};
        });
}

} // namespace haneul::people
