#pragma once

#include "app/options.h"
#include "core/base/error.h"
#include "server/people/scopes.h"

#include <QStringList>

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <variant>

namespace haneul::app {

// What "haneul-server user …" and "haneul-server token …" ask for.
struct PeopleCommand {
    enum class Verb { AddUser, ListUsers, DisableUser, EnableUser, SetPassword, IssueToken, ListTokens, RevokeToken };

    Verb verb = Verb::ListUsers;
    std::filesystem::path dataFolder;
    std::filesystem::path keyPassphraseFile; // empty: the key is not sealed
    bool demo = false;
    std::string name; // of the user, of the token; with RevokeToken its id
    std::string displayName, email;
    people::Role role = people::Role::Controller;
    bool passwordFromInput = false; // the first line of standard input instead of the terminal
    std::set<std::string> scopes;
    std::optional<int> days;
};

[[nodiscard]] bool isPeopleCommand(const QStringList& arguments);

// Code USAGE.
[[nodiscard]] Result<std::variant<PeopleCommand, Message>> readPeopleCommand(const QStringList& arguments,
                                                                             const Places& places);

// `fromInput`: the first line of standard input; else asks twice on the terminal, without echo.
// Codes: NO_TERMINAL, PASSWORDS_DIFFER.
using AskPassword = std::function<Result<std::string>(bool fromInput)>;
[[nodiscard]] Result<std::string> askPassword(bool fromInput);

// Locks the data folder and does it through the same log and service as a running instance; returns what to print.
// Codes: DATA_FOLDER_IN_USE (an instance runs: use its API), those of AskPassword and of PeopleService.
[[nodiscard]] Result<std::string> carryOut(const PeopleCommand& command, const AskPassword& askPassword);

} // namespace haneul::app
