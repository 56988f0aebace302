#pragma once

#include "core/log/entry.h"
#include "server/people/events.h"
#include "server/people/people_projection.h"
#include "server/people/principal.h"
#include "server/people/session_rules.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::people {

// A session that lives. Its token is known by its hash only, and only in memory.
struct LiveSession {
    std::string id;
    std::string user;
    std::string desk;
    UtcMs begun{};
    UtcMs lastSeen{};
};

// What must be known without asking the tables: who may log in, and whose token that is. Follows the log entry by
// entry. Not thread-safe.
class Directory {
public:
    struct User {
        std::string displayName;
        Role role = Role::Controller;
        UserState state = UserState::Active;
        std::string passwordHash;
    };

    Directory(const std::vector<StoredUser>& users, const std::vector<StoredToken>& tokens);

    void apply(const PeopleEvent& event);

    [[nodiscard]] const User* user(std::string_view id) const;
    [[nodiscard]] bool hasAdministrator() const; // of any state
    // Administrators who are neither disabled nor under review.
    [[nodiscard]] std::vector<std::string> activeAdministrators() const;

    void begin(const std::string& tokenHash, LiveSession session);
    [[nodiscard]] std::vector<LiveSession> sessions() const;
    [[nodiscard]] std::vector<LiveSession> sessionsOf(std::string_view user) const;

    // Whose token it is, if it is good now and from there. `use`: the session lives on by it.
    [[nodiscard]] std::optional<Principal> principalOf(const std::string& tokenHash, std::string_view desk, UtcMs now,
                                                       const SessionRules& rules, bool use = true);

private:
    struct Token {
        std::string id, name, user;
        std::set<std::string> scopes;
        std::optional<UtcMs> expires;
    };

    void endSessionsOf(std::string_view user, std::string_view kept = {});
    [[nodiscard]] std::optional<Principal> sessionPrincipal(LiveSession& session, std::string_view desk, UtcMs now,
                                                            const SessionRules& rules, bool use) const;
    [[nodiscard]] std::optional<Principal> tokenPrincipal(const Token& token, std::string_view desk, UtcMs now) const;

    std::map<std::string, User, std::less<>> m_users;
    std::map<std::string, Token, std::less<>> m_tokens;         // by hash
    std::map<std::string, LiveSession, std::less<>> m_sessions; // by hash
};

} // namespace haneul::people
