#pragma once

#include "core/base/error.h"
#include "server/log/event_log.h"
#include "server/people/password_hasher.h"
#include "server/people/secrets.h"

#include <filesystem>
#include <string>
#include <vector>

namespace haneul::people {

// One line of demo-accounts.json. The token does not end and has the scopes of the user's role.
struct DemoAccount {
    std::string user, role, password, token;

    bool operator==(const DemoAccount&) const = default;
};

inline constexpr const char* demoAccountsFile = "demo-accounts.json";

// Code BAD_DEMO_ACCOUNTS: not the array that demoAccountsJson writes.
[[nodiscard]] Result<std::vector<DemoAccount>> demoAccountsFrom(const std::string& json);
[[nodiscard]] std::string demoAccountsJson(const std::vector<DemoAccount>& accounts);

// Sees that a demonstration has one user per role, named like the role, and that demo-accounts.json (mode 0600) in its
// data folder says how to log in. What is there and still works is left alone; where the file is gone or does not fit
// the users, all get new passwords and tokens. Only for a log of the kind Demo; call it before PeopleService::open.
// Codes: NOT_A_DEMO, DEMO_ACCOUNTS_FILE (cannot be written), those of EventLog.
[[nodiscard]] Result<std::vector<DemoAccount>> seeToDemoAccounts(const std::filesystem::path& dataFolder,
                                                                 log::EventLog& log, const PasswordHasher& hasher,
                                                                 const RandomBytes& random);

} // namespace haneul::people
