#pragma once

#include "server/airspace/airspace_service.h"
#include "server/airspace/events.h"
#include "server/storage/database.h"

#include <string>
#include <vector>

// What a command on zones comes to, read from the tables as they are before it, inside its transaction. Runs on the
// log's thread.
namespace haneul::airspace {

template <class Outcome>
struct Decided {
    std::vector<AirspaceEvent> events;
    Outcome outcome{};
};

// A zone with its text as it goes into the log. Codes: those of findingsOf() with severity Refuse, TOO_LARGE.
struct PreparedZone {
    std::string key, body;
};

[[nodiscard]] Result<PreparedZone> prepared(const Zone& zone);

[[nodiscard]] Result<Decided<std::uint64_t>> decidePublish(const storage::Database& database, const PreparedZone& zone,
                                                           std::uint64_t basedOn);

struct Nothing {};

[[nodiscard]] Result<Decided<Nothing>> decideWithdraw(const storage::Database& database, const std::string& key,
                                                      const std::string& reason);

struct PreparedImport {
    std::vector<PreparedZone> zones;
    std::vector<std::string> withdrawn; // keys; those that are not known are passed over
    ImportRecord record;                // what is known of it before
};

// Codes: IMPORT_NOT_SOUND, NOTHING_TAKEN, TOO_MANY, TOO_LARGE.
[[nodiscard]] Result<PreparedImport> prepared(const ZoneImport& import, const std::string& file, ImportChoice choice);
[[nodiscard]] Result<Decided<ImportRecord>> decideImport(const storage::Database& database,
                                                         const PreparedImport& import);

} // namespace haneul::airspace
