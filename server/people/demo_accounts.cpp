#include "server/people/demo_accounts.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "server/people/events.h"
#include "server/people/people_projection.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <future>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

namespace haneul::people {

namespace {

struct Stored {
    std::vector<StoredUser> users;
    std::vector<StoredToken> tokens;
};

Result<Stored> stored(log::EventLog& log) {
    std::promise<Result<Stored>> promise;
    log.read([&promise](const storage::Database& database) {
        auto users = readUsers(database);
        auto tokens = readTokens(database);
        if (!users || !tokens)
            promise.set_value(std::unexpected(users ? tokens.error() : users.error()));
        else
            promise.set_value(Stored{*std::move(users), *std::move(tokens)});
    });
    return promise.get_future().get();
}

bool works(const DemoAccount& account, const Stored& known) {
    const bool user = std::ranges::any_of(known.users, [&](const StoredUser& one) {
        return one.record.user == account.user && toString(one.record.role) == account.role;
    });
    const bool token = std::ranges::any_of(known.tokens, [&](const StoredToken& one) {
        return one.record.user == account.user && !one.record.revoked && one.tokenHash == tokenHash(account.token);
    });
    return user && token;
}

// Every role once, each line good.
bool allWork(const std::vector<DemoAccount>& accounts, const Stored& known) {
    const auto hasRole = [&](Role role) { return std::ranges::contains(accounts, toString(role), &DemoAccount::role); };
    return std::ranges::all_of(allRoles(), hasRole) &&
           std::ranges::all_of(accounts, [&](const DemoAccount& account) { return works(account, known); });
}

std::string fileText(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// All or nothing, and for nobody else's eyes.
Result<void> writeFile(const std::filesystem::path& file, const std::string& text) {
    const std::string part = file.string() + ".part";
    const auto failed = [&] { return fail("DEMO_ACCOUNTS_FILE", std::strerror(errno), file.string()); };
    ::unlink(part.c_str());
    const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) return failed();
    const bool written =
        ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!written || ::rename(part.c_str(), file.c_str()) != 0) return failed();
    return {};
}

Result<void> addTo(log::Decision& decision, const DemoAccount& account, Role role, const Stored& known,
                   const PasswordHasher& hasher, const RandomBytes& random) {
    auto hash = hasher.hash(account.password);
    if (!hash) return std::unexpected(hash.error());
    const auto isUser = [&](const StoredUser& one) { return one.record.user == account.user; };
    if (const auto user = std::ranges::find_if(known.users, isUser); user == known.users.end()) {
        decision.events.push_back(toEvent(UserAdded{account.user, account.user, "", role, *std::move(hash)}));
    } else {
        decision.events.push_back(toEvent(PasswordSet{account.user, *std::move(hash), ""}));
        if (user->record.role != role) decision.events.push_back(toEvent(RoleChanged{account.user, role}));
        if (user->record.state != UserState::Active) decision.events.push_back(toEvent(UserEnabled{account.user}));
    }
    for (const StoredToken& token : known.tokens)
        if (token.record.user == account.user && !token.record.revoked)
            decision.events.push_back(toEvent(TokenRevoked{token.record.id}));
    decision.events.push_back(toEvent(TokenIssued{.id = newId(random),
                                                  .name = "demo-" + account.user,
                                                  .tokenHash = tokenHash(account.token),
                                                  .user = account.user,
                                                  .scopes = {},
                                                  .expires = std::nullopt}));
    return {};
}

} // namespace

std::string demoAccountsJson(const std::vector<DemoAccount>& accounts) {
    json::JsonWriter json;
    json.beginArray();
    for (const DemoAccount& account : accounts) {
        json.beginObject();
        json.key("user").string(account.user).key("role").string(account.role);
        json.key("password").string(account.password).key("token").string(account.token);
        json.endObject();
    }
    json.endArray();
    return json.take() + "\n";
}

Result<std::vector<DemoAccount>> demoAccountsFrom(const std::string& json) {
    const auto bad = [](const Error& error) { return fail("BAD_DEMO_ACCOUNTS", error.message, error.where); };
    auto root = json::Object::parse("{\"accounts\":" + json + "}"); // the reader reads objects
    if (!root) return bad(root.error());
    auto lines = root->objects("accounts");
    if (!lines) return bad(lines.error());
    std::vector<DemoAccount> accounts;
    for (json::Object& line : *lines) {
        DemoAccount account;
        for (const auto& [key, value] :
             {std::pair{"user", &account.user}, std::pair{"role", &account.role},
              std::pair{"password", &account.password}, std::pair{"token", &account.token}}) {
            auto text = line.string(key);
            if (!text) return bad(text.error());
            *value = *std::move(text);
        }
        if (const auto finished = line.finish(); !finished) return bad(finished.error());
        accounts.push_back(std::move(account));
    }
    return accounts;
}

Result<std::vector<DemoAccount>> seeToDemoAccounts(const std::filesystem::path& dataFolder, log::EventLog& log,
                                                   const PasswordHasher& hasher, const RandomBytes& random) {
    if (log.instance().kind != storage::DataKind::Demo)
        return fail("NOT_A_DEMO", "only a demonstration has accounts whose passwords lie in a file",
                    dataFolder.string());
    const auto known = stored(log);
    if (!known) return std::unexpected(known.error());
    const auto file = dataFolder / demoAccountsFile;
    if (auto accounts = demoAccountsFrom(fileText(file)); accounts && allWork(*accounts, *known)) return accounts;

    std::vector<DemoAccount> accounts;
    log::Decision decision;
    for (const Role role : allRoles()) {
        const std::string name(toString(role));
        accounts.push_back({name, name, newToken(random).substr(0, 24), newToken(random)});
        if (auto added = addTo(decision, accounts.back(), role, *known, hasher, random); !added)
            return std::unexpected(added.error());
    }
    const auto committed =
        log.submit(log::systemActor(), [&decision](const storage::Database&, UtcMs) { return decision; }).get();
    if (!committed) return std::unexpected(committed.error());
    if (auto written = writeFile(file, demoAccountsJson(accounts)); !written) return std::unexpected(written.error());
    return accounts;
}

} // namespace haneul::people
