#include "server/people/directory.h"

#include <algorithm>
#include <type_traits>

namespace haneul::people {

Directory::Directory(const std::vector<StoredUser>& users, const std::vector<StoredToken>& tokens) {
    for (const StoredUser& user : users)
        m_users[user.record.user] = {user.record.displayName, user.record.role, user.record.state, user.passwordHash};
    for (const StoredToken& token : tokens)
        if (!token.record.revoked)
            m_tokens[token.tokenHash] = {token.record.id, token.record.name, token.record.user, token.record.scopes,
                                         token.record.expires};
}

void Directory::apply(const PeopleEvent& event) {
    const auto change = [this](const std::string& id, auto&& how) {
        if (const auto found = m_users.find(id); found != m_users.end()) how(found->second);
    };
    std::visit(
        [&](const auto& happened) {
            using Event = std::decay_t<decltype(happened)>;
            if constexpr (std::is_same_v<Event, UserAdded>) {
                m_users.try_emplace(happened.user,
                                    User{happened.name, happened.role, UserState::Active, happened.passwordHash});
            } else if constexpr (std::is_same_v<Event, RoleChanged>) {
                change(happened.user, [&](User& user) { user.role = happened.role; });
                endSessionsOf(happened.user);
            } else if constexpr (std::is_same_v<Event, PasswordSet>) {
                change(happened.user, [&](User& user) { user.passwordHash = happened.passwordHash; });
                endSessionsOf(happened.user, happened.keptSession);
            } else if constexpr (std::is_same_v<Event, UserDisabled>) {
                change(happened.user, [](User& user) { user.state = UserState::Disabled; });
                endSessionsOf(happened.user);
            } else if constexpr (std::is_same_v<Event, UserEnabled>) {
                change(happened.user, [](User& user) { user.state = UserState::Active; });
            } else if constexpr (std::is_same_v<Event, ReviewNeeded>) {
                change(happened.user, [](User& user) {
                    if (user.state == UserState::Active) user.state = UserState::Review;
                });
            } else if constexpr (std::is_same_v<Event, SessionEnded>) {
                std::erase_if(m_sessions, [&](const auto& item) { return item.second.id == happened.session; });
            } else if constexpr (std::is_same_v<Event, TokenIssued>) {
                m_tokens[happened.tokenHash] = {happened.id, happened.name, happened.user, happened.scopes,
                                                happened.expires};
            } else if constexpr (std::is_same_v<Event, TokenRevoked>) {
                std::erase_if(m_tokens, [&](const auto& item) { return item.second.id == happened.id; });
            }
        },
        event);
}

const Directory::User* Directory::user(std::string_view id) const {
    const auto found = m_users.find(id);
    return found == m_users.end() ? nullptr : &found->second;
}

bool Directory::hasAdministrator() const {
    return std::ranges::any_of(m_users, [](const auto& item) { return item.second.role == Role::Administrator; });
}

std::vector<std::string> Directory::activeAdministrators() const {
    std::vector<std::string> ids;
    for (const auto& [id, user] : m_users)
        if (user.role == Role::Administrator && user.state == UserState::Active) ids.push_back(id);
    return ids;
}

void Directory::begin(const std::string& tokenHash, LiveSession session) {
    m_sessions[tokenHash] = std::move(session);
}

std::vector<LiveSession> Directory::sessions() const {
    std::vector<LiveSession> all;
    for (const auto& [hash, session] : m_sessions)
        all.push_back(session);
    return all;
}

std::vector<LiveSession> Directory::sessionsOf(std::string_view user) const {
    auto all = sessions();
    std::erase_if(all, [&](const LiveSession& session) { return session.user != user; });
    return all;
}

void Directory::endSessionsOf(std::string_view user, std::string_view kept) {
    std::erase_if(m_sessions, [&](const auto& item) { return item.second.user == user && item.second.id != kept; });
}

std::optional<Principal> Directory::principalOf(const std::string& tokenHash, std::string_view desk, UtcMs now,
                                                const SessionRules& rules, bool use) {
    if (const auto session = m_sessions.find(tokenHash); session != m_sessions.end())
        return sessionPrincipal(session->second, desk, now, rules, use);
    if (const auto token = m_tokens.find(tokenHash); token != m_tokens.end())
        return tokenPrincipal(token->second, desk, now);
    return std::nullopt;
}

std::optional<Principal> Directory::sessionPrincipal(LiveSession& session, std::string_view desk, UtcMs now,
                                                     const SessionRules& rules, bool use) const {
    const User* const owner = user(session.user);
    if (owner == nullptr || sessionState(rules, session.begun, session.lastSeen, now) != SessionState::Alive ||
        addressClassOf(session.desk) != addressClassOf(desk))
        return std::nullopt;
    if (use) session.lastSeen = std::max(session.lastSeen, now);
    return Principal{.user = session.user,
                     .displayName = owner->displayName,
                     .role = owner->role,
                     .scopes = scopesOf(owner->role),
                     .session = session.id,
                     .desk = std::string(desk),
                     .expires = session.begun + rules.absolute};
}

std::optional<Principal> Directory::tokenPrincipal(const Token& token, std::string_view desk, UtcMs now) const {
    if (token.expires && now >= *token.expires) return std::nullopt;
    Principal principal{.user = token.name,
                        .displayName = token.name,
                        .role = std::nullopt,
                        .scopes = token.scopes,
                        .session = "token:" + token.id,
                        .desk = std::string(desk),
                        .expires = token.expires};
    if (token.user.empty()) {
        principal.user = "token:" + token.name; // no log-in name has a colon
        return principal;
    }
    const User* const owner = user(token.user);
    if (owner == nullptr || owner->state != UserState::Active) return std::nullopt;
    principal.user = token.user;
    principal.displayName = owner->displayName;
    principal.role = owner->role;
    principal.scopes = scopesOf(owner->role);
    return principal;
}

} // namespace haneul::people
