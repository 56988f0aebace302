#include "server/log/write_guard.h"

#include <algorithm>

#include <sqlite3.h>

namespace haneul::log {

namespace {

bool ofTheLog(std::string_view table) {
    return table == "log_entry" || table == "log_projection";
}

// Written by SpatiaLite's own triggers when a row with a geometry changes.
bool ofSpatialite(std::string_view table) {
    return table == "geometry_columns_time" || table == "geometry_columns_statistics" || table == "spatialite_history";
}

// Tables in which an R-tree or a full-text index of `table` keeps its nodes. SQLite prepares its own statements on them
// when the index is first read; SQL cannot write them (SQLITE_DBCONFIG_DEFENSIVE).
bool isShadowOf(std::string_view name, const std::string& table) {
    return name.starts_with("idx_" + table + "_") ||
           (name.starts_with(table + "_") &&
            std::ranges::any_of(std::initializer_list<std::string_view>{"_node", "_rowid", "_parent", "_data", "_idx",
                                                                        "_content", "_docsize", "_config"},
                                [&](std::string_view ending) { return name.ends_with(ending); }));
}

bool belongsTo(std::string_view name, const std::vector<std::string>& tables) {
    return std::ranges::any_of(tables,
                               [&](const std::string& table) { return name == table || isShadowOf(name, table); });
}

bool readingPragma(std::string_view name) {
    return std::ranges::contains(std::initializer_list<std::string_view>{"table_info", "table_xinfo", "index_list",
                                                                         "index_info", "foreign_key_list"},
                                 name);
}

} // namespace

WriteGuard::WriteGuard(const storage::Database& database, std::vector<std::vector<std::string>> tablesOfProjections)
    : m_handle(database.handle())
    , m_tables(std::move(tablesOfProjections)) {
    sqlite3_set_authorizer(m_handle, &WriteGuard::authorize, this);
    sqlite3_update_hook(m_handle, &WriteGuard::rowChanged, this);
}

WriteGuard::~WriteGuard() {
    sqlite3_update_hook(m_handle, nullptr, nullptr);
    sqlite3_set_authorizer(m_handle, nullptr, nullptr);
}

void WriteGuard::enter(Phase phase, std::size_t projection) {
    const long long changes = sqlite3_total_changes64(m_handle);
    if (m_phase == Phase::Reading && changes != m_changesBefore) noteBreach("rows were changed while deciding");
    m_changesBefore = changes;
    m_phase = phase;
    m_projection = projection;
}

std::optional<std::string> WriteGuard::takeBreach() {
    return std::exchange(m_breach, std::nullopt);
}

void WriteGuard::noteBreach(std::string what) {
    if (!m_breach) m_breach = std::move(what);
}

bool WriteGuard::mayWrite(std::string_view table) const {
    switch (m_phase) {
    case Phase::Reading:
        return false;
    case Phase::Log:
        return ofTheLog(table);
    case Phase::Schema:
        return !ofTheLog(table);
    case Phase::Projecting:
        return belongsTo(table, m_tables[m_projection]) || ofSpatialite(table);
    }
    return false;
}

bool WriteGuard::mayPrepare(int action, std::string_view first) const {
    switch (action) {
    case SQLITE_READ:
    case SQLITE_SELECT:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
        return true;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
        return mayWrite(first) || std::ranges::any_of(m_tables, [&](const std::vector<std::string>& tables) {
                   return !std::ranges::contains(tables, first) && belongsTo(first, tables);
               });
    case SQLITE_TRANSACTION:
        return m_phase == Phase::Log;
    case SQLITE_SAVEPOINT:
        return m_phase == Phase::Log || m_phase == Phase::Schema;
    case SQLITE_PRAGMA:
        return m_phase == Phase::Log || m_phase == Phase::Schema || readingPragma(first);
    case SQLITE_ATTACH:
    case SQLITE_DETACH:
        return false;
    default:
        return m_phase == Phase::Schema; // CREATE, DROP, ALTER, ANALYZE, REINDEX
    }
}

int WriteGuard::authorize(void* self, int action, const char* first, const char*, const char*, const char*) {
    auto& guard = *static_cast<WriteGuard*>(self);
    const std::string_view name = first ? first : "";
    if (guard.mayPrepare(action, name)) return SQLITE_OK;
    guard.noteBreach("a statement that is not allowed here, on \"" + std::string(name) + "\"");
    return SQLITE_DENY;
}

void WriteGuard::rowChanged(void* self, int, const char*, const char* table, long long) {
    auto& guard = *static_cast<WriteGuard*>(self);
    if (!guard.mayWrite(table)) guard.noteBreach("a row of \"" + std::string(table) + "\" was changed");
}

} // namespace haneul::log
