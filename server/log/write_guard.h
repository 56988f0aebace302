#pragma once

#include "server/storage/database.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace haneul::log {

class Projection;

// Keeps the promise that nobody but a projection writes its tables, and nobody but the log its own, on one connection:
// statements are refused when they are prepared (sqlite3_set_authorizer), and a row changed by a statement prepared
// earlier is noticed when it changes (sqlite3_update_hook, and a count of changes where nothing may change).
// Exception: what SpatiaLite itself keeps about geometry columns.
class WriteGuard {
public:
    enum class Phase {
        Reading,    // a command decides: nothing may be written
        Log,        // log_* tables and transactions
        Schema,     // a projection makes its tables; all but log_*
        Projecting, // one projection's tables
    };

    WriteGuard(const storage::Database& database, std::vector<std::vector<std::string>> tablesOfProjections);
    ~WriteGuard();
    WriteGuard(const WriteGuard&) = delete;
    WriteGuard& operator=(const WriteGuard&) = delete;

    void enter(Phase phase, std::size_t projection = 0); // `projection`: its number, with Phase::Projecting
    // What was tried against the rules since the last call; nullopt: nothing.
    [[nodiscard]] std::optional<std::string> takeBreach();

private:
    static int authorize(void* self, int action, const char* first, const char* second, const char* database,
                         const char* trigger);
    static void rowChanged(void* self, int action, const char* database, const char* table, long long row);
    [[nodiscard]] bool mayPrepare(int action, std::string_view first) const;
    [[nodiscard]] bool mayWrite(std::string_view table) const;
    void noteBreach(std::string what);

    sqlite3* m_handle;
    std::vector<std::vector<std::string>> m_tables;
    Phase m_phase = Phase::Log;
    std::size_t m_projection = 0;
    long long m_changesBefore = 0;
    std::optional<std::string> m_breach;
};

} // namespace haneul::log
