#pragma once

#include "core/log/entry.h"
#include "server/storage/database.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace haneul::log {

// The log's own tables (log_entry, log_projection) and transactions on one connection, by statements prepared once.
// Codes: LOG_WRITE (disk full, input/output error), LOG_READ.
class LogTables {
public:
    // The connection must outlive this.
    explicit LogTables(const storage::Database& database);

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();
    void rollback();
    [[nodiscard]] Result<void> savepoint();
    [[nodiscard]] Result<void> release();
    void rollbackToSavepoint();
    // False when SQLite itself has ended the transaction, as it does when the disk is full.
    [[nodiscard]] bool inTransaction() const;

    [[nodiscard]] Result<void> append(const std::string& origin, std::uint64_t sequence, ByteView record);
    [[nodiscard]] Result<std::optional<Bytes>> record(const std::string& origin, std::uint64_t sequence);
    [[nodiscard]] Result<std::uint64_t> last(const std::string& origin); // sequence number; 0: none
    // From `from` upwards, or from below `before` downwards, until `take` says false.
    [[nodiscard]] Result<void> upwards(const std::string& origin, std::uint64_t from,
                                       const std::function<bool(std::uint64_t, ByteView)>& take);
    [[nodiscard]] Result<void> downwards(const std::string& origin, std::uint64_t before,
                                         const std::function<bool(std::uint64_t, ByteView)>& take);
    // Entries of origins other than this one: there are none yet, so they are not ours.
    [[nodiscard]] Result<bool> hasOthers(const std::string& origin);

    [[nodiscard]] Result<std::map<std::string, int>> projections(); // name and version
    [[nodiscard]] Result<void> setProjections(const std::map<std::string, int>& versions);

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };

    class Use;
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;
    [[nodiscard]] Result<sqlite3_stmt*> prepared(Statement& statement, const char* text);
    [[nodiscard]] Result<void> run(Statement& statement, const char* text, const char* code);
    [[nodiscard]] Result<void> walk(Statement& statement, const char* text, const std::string& origin,
                                    std::uint64_t sequence, const std::function<bool(std::uint64_t, ByteView)>& take);
    [[nodiscard]] std::unexpected<Error> failure(const char* code) const;

    sqlite3* m_handle;
    Statement m_begin, m_commit, m_rollback, m_savepoint, m_release, m_rollbackTo, m_append, m_record, m_last, m_up,
        m_down, m_others, m_projections, m_clearProjections, m_addProjection;
};

} // namespace haneul::log
