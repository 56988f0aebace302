#pragma once

#include "server/log/event_log.h"
#include "server/log/log_tables.h"
#include "server/log/write_guard.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace haneul::log {

// The projections of one log, each written under the guard.
class Projector {
public:
    Projector(storage::Database& database, std::vector<std::unique_ptr<Projection>> projections);

    // Makes missing tables. Projections that are new, of another version, or were not there when entries were written
    // are made again from the log, with all others (they may read each other). In one transaction of its own.
    [[nodiscard]] Result<void> prepare(LogTables& tables, const std::string& origin);
    // Inside the caller's transaction. Code LOG_GUARD when a projection writes another's table.
    [[nodiscard]] Result<void> apply(const Entry& entry);
    // Empties all tables, applies all entries, in one transaction, and compares.
    [[nodiscard]] Result<std::vector<TableComparison>> rebuild(LogTables& tables, const std::string& origin);

    [[nodiscard]] WriteGuard& guard() { return m_guard; }

private:
    [[nodiscard]] Result<void> dropTables();
    [[nodiscard]] Result<void> makeTables(bool dropFirst);
    [[nodiscard]] Result<void> applyAll(LogTables& tables, const std::string& origin);
    [[nodiscard]] std::map<std::string, int> versions() const;

    storage::Database& m_database;
    std::vector<std::unique_ptr<Projection>> m_projections;
    WriteGuard m_guard;
};

} // namespace haneul::log
