#pragma once

#include "core/base/time.h"
#include "server/people/scopes.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace haneul::people {

// Who is asking, and what he may. Made by PeopleService only; a copy does not notice that the session has ended.
struct Principal {
    std::string user;             // user_id
    std::string displayName;      // users.name
    std::optional<Role> role;     // none: a token that holds scopes one by one
    std::set<std::string> scopes; // all he may
    std::string session;          // id of the session, or "token:" and the token's id; never a secret
    std::string desk;             // where from: "desk", "cli", or an address
    std::optional<UtcMs> expires; // when the session or token ends at the latest

    [[nodiscard]] bool may(std::string_view scope) const { return scopes.contains(std::string(scope)); }

    bool operator==(const Principal&) const = default;
};

} // namespace haneul::people
