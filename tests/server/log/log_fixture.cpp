#include "tests/server/log/log_fixture.h"

#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "server/log/chain_check.h"
#include "server/log/instance_key.h"

#include <format>
#include <map>

namespace haneul::log {

Result<void> Accounts::create(storage::Database& database) {
    for (const QString& statement :
         {QStringLiteral("CREATE TABLE IF NOT EXISTS account (name TEXT PRIMARY KEY, balance INTEGER NOT NULL) STRICT"),
          QStringLiteral("CREATE TABLE IF NOT EXISTS account_move (sequence INTEGER PRIMARY KEY, name TEXT NOT NULL "
                         "REFERENCES account, "
                         "moved INTEGER NOT NULL) STRICT")})
        if (auto made = database.execute(statement); !made) return made;
    return {};
}

Result<void> Accounts::apply(storage::Database& database, const Entry& entry) {
    if (entry.type != "account.moved") return {};
    auto body = json::Object::parse(entry.body);
    if (!body) return std::unexpected(body.error());
    const auto name = body->string("name");
    const auto by = body->integer("by");
    if (!name) return std::unexpected(name.error());
    if (!by) return std::unexpected(by.error());
    const QVariantList values{QString::fromStdString(*name), QVariant::fromValue<qint64>(*by)};
    if (const auto changed =
            database.value(QStringLiteral("INSERT INTO account VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET "
                                          "balance = balance + excluded.balance"),
                           values);
        !changed)
        return std::unexpected(changed.error());
    const auto noted = database.value(QStringLiteral("INSERT INTO account_move VALUES (?, ?, ?)"),
                                      {QVariant::fromValue<quint64>(entry.sequence), values[0], values[1]});
    return noted ? Result<void>{} : std::unexpected(noted.error());
}

std::vector<std::unique_ptr<Projection>> accountsOnly() {
    std::vector<std::unique_ptr<Projection>> all;
    all.push_back(std::make_unique<Accounts>());
    return all;
}

Decide move(std::string name, int by) {
    return [name = std::move(name), by](const storage::Database& database, UtcMs) -> Decision {
        json::JsonWriter writer;
        writer.beginObject();
        writer.key("name").string(name);
        writer.key("by").integer(by);
        writer.endObject();
        const auto balance = database.value(QStringLiteral("SELECT balance FROM account WHERE name = ?"),
                                            {QString::fromStdString(name)});
        if (!balance) return {.events = {}, .refusal = balance.error()};
        if (balance->toLongLong() + by < 0)
            return {.events = {{"account.refused", writer.take()}},
                    .refusal = Error{"ACCOUNT_SHORT", "not enough in the account", name}};
        return {.events = {{"account.moved", writer.take()}}, .refusal = {}};
    };
}

EventLogSettings settingsFor(const std::filesystem::path& folder) {
    EventLogSettings settings;
    settings.dataFolder = folder;
    return settings;
}

std::string complaintAbout(const std::filesystem::path& folder) {
    auto database = storage::Database::open(folder / "haneul.sqlite", storage::Database::Role::Writer);
    if (!database) return database.error().message;
    const auto origin = database->value(QStringLiteral("SELECT instance_id FROM instance"));
    if (!origin) return "no instance: " + origin.error().message;
    const auto key = publicKeyOf(folder / "instance.key");
    const auto head = readHeadFile(headFileIn(folder));
    if (!key || !head) return !key ? key.error().message : head.error().message;
    LogTables tables(*database);
    const std::string id = origin->toString().toStdString();
    const auto chain = checkChain(tables, id, Signatures::Check, *key, *head);
    if (!chain) return chain.error().message;

    std::map<std::string, std::int64_t> balances;
    std::int64_t moves = 0;
    const auto walked = tables.upwards(id, 1, [&](std::uint64_t, ByteView bytes) {
        const auto record = decodeRecord(bytes);
        if (record->entry.type != "account.moved") return true;
        auto body = json::Object::parse(record->entry.body);
        balances[*body->string("name")] += *body->integer("by");
        ++moves;
        return true;
    });
    if (!walked) return walked.error().message;
    if (const auto rows = database->value(QStringLiteral("SELECT count(*) FROM account_move"));
        rows->toLongLong() != moves)
        return std::format("{} moves in the log, {} in the table", moves, rows->toLongLong());
    for (const auto& [name, balance] : balances) {
        const auto stored = database->value(QStringLiteral("SELECT balance FROM account WHERE name = ?"),
                                            {QString::fromStdString(name)});
        if (!stored || stored->toLongLong() != balance) return "the balance of " + name + " is not that of the log";
    }
    return {};
}

} // namespace haneul::log
