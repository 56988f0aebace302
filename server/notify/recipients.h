#pragma once

#include "server/notify/events.h"
#include "server/storage/database.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace haneul::notify {

struct Reached {
    std::vector<std::string> users; // by name
    std::vector<Way> ways;          // besides the desk

    bool operator==(const Reached&) const = default;
};

// Whom a notice reaches and how, as users, preferences and channels stand. A named user who is not there (yet) finds it
// at his desk later. Ways without an enabled channel or without an address are not taken.
[[nodiscard]] Result<Reached> reachedBy(const storage::Database& database, const NewNotice& notice);

// His own address for the channel: of the preferences, for mails else that of the account. Empty: none.
[[nodiscard]] std::string addressOf(const Preferences& preferences, const std::string& accountEmail, Channel channel);

} // namespace haneul::notify
