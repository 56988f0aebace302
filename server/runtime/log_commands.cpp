#include "server/runtime/log_commands.h"

#include "server/airspace/airspace_projection.h"
#include "server/city/city_projection.h"
#include "server/delivery/delivery_projection.h"
#include "server/documents/document_projection.h"
#include "server/fleet/fleet_projection.h"
#include "server/log/chain_check.h"
#include "server/log/instance_key.h"
#include "server/log/small_file.h"
#include "server/notify/notify_projection.h"
#include "server/people/people_projection.h"
#include "server/plan/plan_projection.h"
#include "server/storage/instance_lock.h"
#include "server/study_store/study_projection.h"

#include <chrono>
#include <format>

namespace haneul::runtime {

namespace {

constexpr std::size_t longestPassphrase = 1024;

std::string describe(const log::Head& head, const log::PublicKey& key) {
    return std::format("  entries      {}\n  last digest  {}\n  public key   {}\n  fingerprint  {}\n", head.sequence,
                       log::toHex(head.digest), log::toHex(key), log::fingerprint(key));
}

std::string describe(const log::TableComparison& table) {
    if (table.onlyBefore == 0 && table.onlyAfter == 0)
        return std::format("  equal    {} ({} rows)\n", table.table, table.rows);
    return std::format("  DIFFERS  {} ({} rows): {} were there and are not in the log's account, {} were missing\n",
                       table.table, table.rows, table.onlyBefore, table.onlyAfter);
}

Result<LogReport> verifyOpened(const storage::Database& database, const std::filesystem::path& folder) {
    const auto origin = database.value(QStringLiteral("SELECT instance_id FROM instance"));
    if (!origin) return fail("DATABASE_DAMAGED", "no instance: " + origin.error().message, folder.string());
    const auto key = log::publicKeyOf(folder / "instance.key");
    if (!key) return std::unexpected(key.error());
    const auto head = log::readHeadFile(log::headFileIn(folder));
    if (!head) return LogReport{head.error().message + " [" + head.error().where + "]\n", false};
    log::LogTables tables(database);
    const auto chain = log::checkChain(tables, origin->toString().toStdString(), log::Signatures::Check, *key, *head);
    if (!chain && chain.error().code == "LOG_READ")
        return fail("DATABASE_DAMAGED", chain.error().message, folder.string());
    if (!chain) return LogReport{std::format("BAD: {}: {}\n", chain.error().code, chain.error().message), false};
    if (chain->sequence() == 0) return LogReport{"the event log is empty\n"};
    std::string text = "the event log is good\n" + describe({.origin = chain->origin(),
                                                             .sequence = chain->sequence(),
                                                             .digest = chain->digest(),
                                                             .time = chain->time(),
                                                             .signature = {}},
                                                            *chain->key());
    if (!*key) text += "  instance.key is missing: the key in the log's first entry was believed\n";
    if (!*head) text += "  log.head is missing: whether the end was cut off cannot be told\n";
    return LogReport{std::move(text)};
}

} // namespace

Result<std::optional<std::string>> keyPassphrase(const Settings& settings) {
    if (settings.keyPassphraseFile.empty()) return std::optional<std::string>{};
    auto text = log::readSmallFile(settings.keyPassphraseFile, longestPassphrase);
    if (!text || !*text)
        return fail("KEY_PASSPHRASE",
                    "the passphrase of the instance's key cannot be read: " +
                        (text ? "there is no such file" : text.error().message),
                    settings.keyPassphraseFile.string());
    while (!(*text)->empty() && ((*text)->back() == '\n' || (*text)->back() == '\r'))
        (*text)->pop_back();
    if ((*text)->empty())
        return fail("KEY_PASSPHRASE", "the file with the passphrase of the instance's key is empty",
                    settings.keyPassphraseFile.string());
    return text;
}

std::vector<std::unique_ptr<log::Projection>> projections() {
    std::vector<std::unique_ptr<log::Projection>> all;
    all.push_back(std::make_unique<people::PeopleProjection>());
    all.push_back(std::make_unique<notify::NotifyProjection>());
    all.push_back(std::make_unique<delivery::DeliveryProjection>());
    all.push_back(std::make_unique<airspace::AirspaceProjection>());
    all.push_back(std::make_unique<fleet::FleetProjection>());
    all.push_back(std::make_unique<plan::PlanProjection>());
    all.push_back(std::make_unique<documents::DocumentProjection>());
    all.push_back(std::make_unique<study_store::StudyProjection>());
    all.push_back(std::make_unique<city::CityProjection>());
    return all;
}

Result<std::unique_ptr<log::EventLog>> openEventLog(const Settings& settings, const clock::Clock& clock,
                                                    situation::NoticeBoard* notices) {
    auto words = keyPassphrase(settings);
    if (!words) return std::unexpected(words.error());
    log::EventLogSettings wanted;
    wanted.dataFolder = settings.dataFolder;
    wanted.kind = settings.demo ? storage::DataKind::Demo : storage::DataKind::Real;
    wanted.keyPassphrase = *std::move(words);
    return log::EventLog::open(std::move(wanted), clock, projections(), notices);
}

Result<LogReport> verifyLog(const Settings& settings) {
    const auto lock = storage::InstanceLock::acquire(settings.dataFolder);
    if (!lock) return std::unexpected(lock.error());
    const auto database =
        storage::Database::open(settings.dataFolder / "haneul.sqlite", storage::Database::Role::Reader);
    if (!database) return std::unexpected(database.error());
    return verifyOpened(*database, settings.dataFolder);
}

Result<LogReport> rebuildProjections(const Settings& settings) {
    const auto lock = storage::InstanceLock::acquire(settings.dataFolder);
    if (!lock) return std::unexpected(lock.error());
    const clock::IngestClock clock;
    const auto log = openEventLog(settings, clock, nullptr);
    if (!log) return std::unexpected(log.error());
    const auto tables = (*log)->rebuild().get();
    if (!tables) return std::unexpected(tables.error());
    LogReport report;
    for (const log::TableComparison& table : *tables) {
        report.text += describe(table);
        report.good = report.good && table.onlyBefore == 0 && table.onlyAfter == 0;
    }
    report.text = std::format("{} tables made again from {} entries: {}\n", tables->size(), (*log)->head().sequence,
                              report.good ? "equal" : "they were not what the log says; now they are") +
                  report.text;
    return report;
}

Result<LogReport> exportLog(const Settings& settings, const std::filesystem::path& file) {
    const auto lock = storage::InstanceLock::acquire(settings.dataFolder);
    if (!lock) return std::unexpected(lock.error());
    const clock::IngestClock clock;
    const auto log = openEventLog(settings, clock, nullptr);
    if (!log) return std::unexpected(log.error());
    const auto head = (*log)->exportTo(file).get();
    if (!head) return std::unexpected(head.error());
    return LogReport{std::format("the event log was written to {}; check it with: haneul-verify {}\n", file.string(),
                                 file.string()) +
                     describe(*head, (*log)->publicKey())};
}

} // namespace haneul::runtime
