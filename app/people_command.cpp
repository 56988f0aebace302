#include "app/people_command.h"

#include "server/clock/clock.h"
#include "server/runtime/decisions.h"
#include "server/storage/instance_lock.h"

#include <QCommandLineParser>

#include <array>
#include <cstdio>
#include <format>
#include <future>
#include <iostream>
#include <utility>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace haneul::app {

namespace {

using Verb = PeopleCommand::Verb;

struct Grammar {
    std::string_view noun, verb, operand; // operand: what it is called, empty: none
    Verb what;
};

constexpr std::array grammar{
    Grammar{"user", "add", "NAME", Verb::AddUser},          Grammar{"user", "list", "", Verb::ListUsers},
    Grammar{"user", "disable", "NAME", Verb::DisableUser},  Grammar{"user", "enable", "NAME", Verb::EnableUser},
    Grammar{"user", "password", "NAME", Verb::SetPassword}, Grammar{"token", "issue", "NAME", Verb::IssueToken},
    Grammar{"token", "list", "", Verb::ListTokens},         Grammar{"token", "revoke", "ID", Verb::RevokeToken},
};

std::unexpected<Error> usage(std::string message, std::string where) {
    return fail("USAGE", std::move(message), std::move(where));
}

std::string helpText() {
    std::string text = R"(Works on the data folder of an instance that does not run (a running one: its API).

  haneul-server user add NAME --role ROLE [--display-name TEXT] [--email ADDRESS] [--password-stdin]
  haneul-server user list
  haneul-server user disable NAME
  haneul-server user enable NAME           also after too many wrong passwords
  haneul-server user password NAME [--password-stdin]
  haneul-server token issue NAME --scope SCOPE [--scope SCOPE ...] [--days N]
  haneul-server token list
  haneul-server token revoke ID

  --data DIR   folder of the instance's data      --demo   that of the demonstration
  --key-passphrase-file FILE   where the instance's key is sealed
  A password has 15 to 128 characters; it is asked on the terminal, or read from the first line of standard input.

Roles:)";
    for (const people::Role role : people::allRoles())
        text += std::format(" {}", people::toString(role));
    text += "\n\nScopes:\n";
    for (const people::Scope& scope : people::allScopes())
        text += std::format("  {:18} {}\n", scope.name, scope.allows);
    return text;
}

// The future of one call of the service.
template <class T, class Call>
Result<T> waitFor(Call call) {
    std::promise<Result<T>> promise;
    auto future = promise.get_future();
    call([&promise](Result<T> result) { promise.set_value(std::move(result)); });
    return future.get();
}

Result<std::string> addUser(people::PeopleService& service, const PeopleCommand& command, std::string password) {
    const auto added = waitFor<people::UserRecord>([&](people::Done<people::UserRecord> done) {
        service.addUser(people::PeopleService::programItself(),
                        {.user = command.name,
                         .displayName = command.displayName,
                         .email = command.email,
                         .role = command.role,
                         .password = std::move(password)},
                        std::move(done));
    });
    return added.transform([](const people::UserRecord& user) {
        return std::format("user {} added with the role {}\n", user.user, people::toString(user.role));
    });
}

Result<std::string> listUsers(people::PeopleService& service) {
    const auto users = waitFor<std::vector<people::UserRecord>>(
        [&](auto done) { service.users(people::PeopleService::programItself(), std::move(done)); });
    return users.transform([](const std::vector<people::UserRecord>& records) {
        std::string text = std::format("{:20} {:14} {:9} {:24} {}\n", "USER", "ROLE", "STATE", "LAST LOG-IN", "NAME");
        for (const auto& user : records)
            text += std::format("{:20} {:14} {:9} {:24} {}\n", user.user, people::toString(user.role),
                                people::toString(user.state), user.lastLogIn ? toRfc3339(*user.lastLogIn) : "never",
                                user.displayName);
        return text;
    });
}

Result<std::string> issueToken(people::PeopleService& service, const PeopleCommand& command) {
    const auto issued = waitFor<people::IssuedToken>([&](auto done) {
        service.issueToken(people::PeopleService::programItself(),
                           {.name = command.name, .scopes = command.scopes, .days = command.days}, std::move(done));
    });
    return issued.transform([](const people::IssuedToken& token) {
        return std::format(
            "id      {}\ntoken   {}\nexpires {}\nIt is shown this once; the program keeps only its hash.\n", token.id,
            token.token, token.expires ? toRfc3339(*token.expires) : "never");
    });
}

Result<std::string> listTokens(people::PeopleService& service) {
    const auto tokens = waitFor<std::vector<people::TokenRecord>>(
        [&](auto done) { service.tokens(people::PeopleService::programItself(), std::move(done)); });
    return tokens.transform([](const std::vector<people::TokenRecord>& records) {
        std::string text = std::format("{:32} {:20} {:24} {}\n", "ID", "NAME", "EXPIRES", "SCOPES");
        for (const auto& token : records) {
            std::string scopes;
            for (const std::string& scope : token.scopes)
                scopes += scope + " ";
            text += std::format("{:32} {:20} {:24} {}\n", token.id, token.name,
                                token.revoked   ? "revoked"
                                : token.expires ? toRfc3339(*token.expires)
                                                : "never",
                                token.user.empty() ? scopes : "those of " + token.user);
        }
        return text;
    });
}

template <class Call>
Result<std::string> simply(std::string said, Call call) {
    return waitFor<void>(std::move(call)).transform([&] { return said; });
}

Result<std::string> carryOutOn(people::PeopleService& service, const PeopleCommand& command, std::string password) {
    const auto self = people::PeopleService::programItself();
    switch (command.verb) {
    case Verb::AddUser:
        return addUser(service, command, std::move(password));
    case Verb::ListUsers:
        return listUsers(service);
    case Verb::DisableUser:
        return simply(std::format("user {} disabled\n", command.name),
                      [&](auto done) { service.disableUser(self, command.name, std::move(done)); });
    case Verb::EnableUser:
        return simply(std::format("user {} enabled\n", command.name),
                      [&](auto done) { service.enableUser(self, command.name, std::move(done)); });
    case Verb::SetPassword:
        return simply(std::format("password of {} set\n", command.name), [&](auto done) {
            service.setPassword(self, command.name, "", std::move(password), std::move(done));
        });
    case Verb::IssueToken:
        return issueToken(service, command);
    case Verb::ListTokens:
        return listTokens(service);
    case Verb::RevokeToken:
        return simply(std::format("token {} revoked\n", command.name),
                      [&](auto done) { service.revokeToken(self, command.name, std::move(done)); });
    }
    return usage("unknown command", "command line");
}

// The terminal itself, so that a redirected standard input or output gives nothing away.
class Terminal {
public:
    Terminal()
        : m_descriptor(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
        if (m_descriptor < 0 || ::tcgetattr(m_descriptor, &m_before) != 0) return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_quiet = ::tcsetattr(m_descriptor, TCSAFLUSH, &quiet) == 0;
    }

    ~Terminal() {
        if (m_quiet) ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
        if (m_descriptor >= 0) ::close(m_descriptor);
    }

    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    [[nodiscard]] bool quiet() const { return m_quiet; }

    std::string ask(std::string_view prompt) const {
        write(prompt);
        std::string line;
        for (char c = 0; ::read(m_descriptor, &c, 1) == 1 && c != '\n';)
            line.push_back(c);
        write("\n");
        return line;
    }

private:
    void write(std::string_view text) const {
        if (::write(m_descriptor, text.data(), text.size()) < 0) return; // then nobody reads it either
    }

    int m_descriptor;
    bool m_quiet = false;
    termios m_before{};
};

bool needsPassword(Verb verb) {
    return verb == Verb::AddUser || verb == Verb::SetPassword;
}

} // namespace

// The first word counts, whether options stand before it or not.
bool isPeopleCommand(const QStringList& arguments) {
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString& each = arguments[i];
        if (!each.startsWith(u'-')) return each == QStringLiteral("user") || each == QStringLiteral("token");
        if (each == QStringLiteral("--data") || each == QStringLiteral("--key-passphrase-file")) ++i; // its value
    }
    return false;
}

Result<std::variant<PeopleCommand, Message>> readPeopleCommand(const QStringList& arguments, const Places& places) {
    QCommandLineParser parser;
    const QString text = QStringLiteral("TEXT");
    const QCommandLineOption data(QStringLiteral("data"), {}, text), demo(QStringLiteral("demo")),
        role(QStringLiteral("role"), {}, text), displayName(QStringLiteral("display-name"), {}, text),
        email(QStringLiteral("email"), {}, text), fromInput(QStringLiteral("password-stdin")),
        scope(QStringLiteral("scope"), {}, text), days(QStringLiteral("days"), {}, text),
        passphrase(QStringLiteral("key-passphrase-file"), {}, text),
        help(QStringList{QStringLiteral("h"), QStringLiteral("help")});
    parser.addOptions({data, demo, role, displayName, email, fromInput, scope, days, passphrase, help});
    if (!parser.parse(arguments)) return usage(parser.errorText().toStdString(), "command line");
    if (parser.isSet(help)) return Message{helpText()};

    const QStringList words = parser.positionalArguments();
    const auto word = [&](qsizetype i) { return words.value(i).toStdString(); };
    const Grammar* found = nullptr;
    for (const Grammar& one : grammar)
        if (one.noun == word(0) && one.verb == word(1)) found = &one;
    if (found == nullptr)
        return usage("expected user add|list|disable|enable|password or token issue|list|revoke", "command line");
    if (words.size() != (found->operand.empty() ? 2 : 3))
        return usage(std::format("expected: {} {} {}", found->noun, found->verb, found->operand), "command line");

    PeopleCommand command{.verb = found->what, .demo = parser.isSet(demo), .name = word(2)};
    command.dataFolder = parser.isSet(data) ? std::filesystem::path(parser.value(data).toStdString())
                                            : places.dataHome / "haneul" / (command.demo ? "demo" : "default");
    const auto belongs = [&](const QCommandLineOption& option, bool here) -> Result<void> {
        if (parser.isSet(option) && !here)
            return usage("does not go with this command", "--" + option.names().first().toStdString());
        return {};
    };
    const bool adding = command.verb == Verb::AddUser;
    const bool issuing = command.verb == Verb::IssueToken;
    for (const auto& fits :
         {belongs(role, adding), belongs(displayName, adding), belongs(email, adding),
          belongs(fromInput, needsPassword(command.verb)), belongs(scope, issuing), belongs(days, issuing)})
        if (!fits) return std::unexpected(fits.error());

    command.keyPassphraseFile = parser.value(passphrase).toStdString();
    command.displayName = parser.value(displayName).toStdString();
    command.email = parser.value(email).toStdString();
    command.passwordFromInput = parser.isSet(fromInput);
    if (adding) {
        const auto wanted = people::roleFrom(parser.value(role).toStdString());
        if (!wanted) return usage("user add needs a role; haneul-server user --help lists them", "--role");
        command.role = *wanted;
    }
    for (const QString& one : parser.values(scope)) {
        if (!people::isScope(one.toStdString()))
            return usage("there is no scope \"" + one.toStdString() + "\"; haneul-server token --help lists them",
                         "--scope");
        command.scopes.insert(one.toStdString());
    }
    if (issuing && command.scopes.empty()) return usage("token issue needs at least one scope", "--scope");
    if (parser.isSet(days)) {
        bool number = false;
        command.days = parser.value(days).toInt(&number);
        if (!number || *command.days < 1 || *command.days > 3650) return usage("expected 1 to 3650", "--days");
    }
    return command;
}

Result<std::string> askPassword(bool fromInput) {
    if (fromInput) {
        std::string line;
        std::getline(std::cin, line);
        if (line.ends_with('\r')) line.pop_back();
        return line;
    }
    const Terminal terminal;
    if (!terminal.quiet())
        return fail("NO_TERMINAL", "there is no terminal to ask for the password; use --password-stdin", "password");
    std::string first = terminal.ask("Password (15 to 128 characters): ");
    if (first != terminal.ask("Once more: ")) return fail("PASSWORDS_DIFFER", "the two are not the same", "password");
    return first;
}

Result<std::string> carryOut(const PeopleCommand& command, const AskPassword& ask) {
    auto lock = storage::InstanceLock::acquire(command.dataFolder);
    if (!lock) {
        if (lock.error().code == "DATA_FOLDER_IN_USE")
            lock.error().message += "; while an instance runs, users and tokens are kept through its window or its API "
                                    "(/api/v1/users, /api/v1/tokens)";
        return std::unexpected(lock.error());
    }
    std::string password;
    if (needsPassword(command.verb)) {
        auto asked = ask(command.passwordFromInput);
        if (!asked) return std::unexpected(asked.error());
        password = *std::move(asked);
    }
    const clock::IngestClock clock;
    runtime::Settings settings;
    settings.dataFolder = command.dataFolder;
    settings.demo = command.demo;
    settings.keyPassphraseFile = command.keyPassphraseFile;
    auto decisions = runtime::Decisions::open(settings, clock);
    if (!decisions) return std::unexpected(decisions.error());
    return carryOutOn((*decisions)->people(), command, std::move(password));
}

} // namespace haneul::app
