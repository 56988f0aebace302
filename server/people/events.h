#pragma once

#include "core/base/error.h"
#include "core/log/entry.h"
#include "server/log/event_log.h"
#include "server/people/scopes.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>

namespace haneul::people {

// What the log says of people. Who did it and where stands in the entry.

struct UserAdded { // people.user_added
    std::string user, name, email;
    Role role = Role::Controller;
    std::string passwordHash;

    bool operator==(const UserAdded&) const = default;
};

struct RoleRequested { // people.role_requested: waits for a second administrator
    std::string user;
    Role role = Role::Controller;

    bool operator==(const RoleRequested&) const = default;
};

struct RoleChanged { // people.role_changed: ends all sessions of the user
    std::string user;
    Role role = Role::Controller;

    bool operator==(const RoleChanged&) const = default;
};

struct PasswordSet { // people.password_set: ends all sessions of the user but one
    std::string user, passwordHash;
    std::string keptSession; // may be empty

    bool operator==(const PasswordSet&) const = default;
};

struct UserDisabled { // people.user_disabled: ends all sessions of the user
    std::string user;

    bool operator==(const UserDisabled&) const = default;
};

struct UserEnabled { // people.user_enabled: also after a review
    std::string user;

    bool operator==(const UserEnabled&) const = default;
};

struct ReviewNeeded { // people.review_needed: too many failed log-ins
    std::string user;

    bool operator==(const ReviewNeeded&) const = default;
};

struct LoggedIn { // people.logged_in
    std::string user, session;
    UtcMs expires{};

    bool operator==(const LoggedIn&) const = default;
};

struct SessionEnded {            // people.session_ended
    std::string session, reason; // "log_out", "idle", "expired", "ended"

    bool operator==(const SessionEnded&) const = default;
};

struct AllSessionsEnded { // people.all_sessions_ended: those of this instance that were left over at its start
    bool operator==(const AllSessionsEnded&) const = default;
};

struct DeskUnlocked { // people.desk_unlocked
    bool operator==(const DeskUnlocked&) const = default;
};

struct TokenIssued { // people.token_issued
    std::string id, name, tokenHash;
    std::string user; // whose; empty: a machine's
    std::set<std::string> scopes;
    std::optional<UtcMs> expires;

    bool operator==(const TokenIssued&) const = default;
};

struct TokenRevoked { // people.token_revoked
    std::string id;

    bool operator==(const TokenRevoked&) const = default;
};

struct LogInRefused {   // people.log_in_refused: summed up
    std::string user;   // empty: no such user. What was typed is not kept: it may be a password
    std::string reason; // "refused", "locked_out"
    std::int64_t count = 1;

    bool operator==(const LogInRefused&) const = default;
};

struct LockedOut {    // people.locked_out
    std::string user; // empty: no such user
    UtcMs until{};

    bool operator==(const LockedOut&) const = default;
};

struct AccessRefused { // people.access_refused: summed up
    std::string scope; // that was lacking; empty: no valid token
    std::string what;  // "GET /api/v1/users"
    std::int64_t count = 1;

    bool operator==(const AccessRefused&) const = default;
};

using PeopleEvent = std::variant<UserAdded, RoleRequested, RoleChanged, PasswordSet, UserDisabled, UserEnabled,
                                 ReviewNeeded, LoggedIn, SessionEnded, AllSessionsEnded, DeskUnlocked, TokenIssued,
                                 TokenRevoked, LogInRefused, LockedOut, AccessRefused>;

inline constexpr std::string_view peoplePrefix = "people.";

[[nodiscard]] log::NewEvent toEvent(const PeopleEvent& event);
// Codes: BAD_ENTRY (a type that this version does not know, or a body that it does not have), and those of
// json::Object.
[[nodiscard]] Result<PeopleEvent> eventFrom(std::string_view type, std::string_view body);

// The body as people may see it: hashes of passwords and tokens are replaced by "(hidden)".
[[nodiscard]] std::string shownBody(std::string_view type, const std::string& body);

} // namespace haneul::people
