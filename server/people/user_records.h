#pragma once

#include "core/base/time.h"
#include "server/people/scopes.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace haneul::people {

enum class UserState {
    Active,
    Disabled, // by an administrator
    Review,   // 100 failed log-ins: an administrator must look at it and enable it again
};
[[nodiscard]] std::string_view toString(UserState state); // "active", "disabled", "review"
[[nodiscard]] std::optional<UserState> userStateFrom(std::string_view text);

// What the tables know of a user; never his password's hash.
struct UserRecord {
    std::string user;
    std::string displayName;
    std::string email;
    Role role = Role::Controller;
    UserState state = UserState::Active;
    UtcMs created{};
    std::optional<UtcMs> lastLogIn;
    std::optional<Role> requestedRole; // waits for a second administrator
    std::string requestedBy;
    std::string organisation; // id of the one to which the user belongs; empty: none
};

struct SessionRecord {
    std::string session;
    std::string user;
    std::string desk;
    UtcMs begun{};
    UtcMs lastSeen{};
    UtcMs expires{};
};

struct TokenRecord {
    std::string id;
    std::string name;
    std::string user;             // whose token it is; empty: a machine's
    std::set<std::string> scopes; // of a machine; a user's token has the scopes of his role
    std::string issuedBy;
    UtcMs issued{};
    std::optional<UtcMs> expires;
    std::optional<UtcMs> revoked;
};

} // namespace haneul::people
