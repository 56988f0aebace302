#include "server/log/log_tables.h"

#include <algorithm>
#include <climits>

#include <sqlite3.h>

namespace haneul::log {

// A statement in use; reset when it is done with, so that no read stays open.
class LogTables::Use {
public:
    explicit Use(sqlite3_stmt* statement)
        : m_statement(statement) {}

    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

    ~Use() {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }

    void bind(int place, const std::string& text) {
        sqlite3_bind_text(m_statement, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    }

    void bind(int place, std::uint64_t number) {
        sqlite3_bind_int64(m_statement, place, static_cast<sqlite3_int64>(std::min<std::uint64_t>(number, LLONG_MAX)));
    }

    void bind(int place, ByteView bytes) {
        sqlite3_bind_blob(m_statement, place, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
    }

    [[nodiscard]] int step() { return sqlite3_step(m_statement); }

    [[nodiscard]] std::uint64_t number(int column) const {
        return static_cast<std::uint64_t>(sqlite3_column_int64(m_statement, column));
    }

    [[nodiscard]] ByteView bytes(int column) const {
        const auto* const data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement, column));
        return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
    }

private:
    sqlite3_stmt* m_statement;
};

void LogTables::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

LogTables::LogTables(const storage::Database& database)
    : m_handle(database.handle()) {}

std::unexpected<Error> LogTables::failure(const char* code) const {
    return fail(code, sqlite3_errmsg(m_handle));
}

Result<sqlite3_stmt*> LogTables::prepared(Statement& statement, const char* text) {
    if (!statement) {
        sqlite3_stmt* made = nullptr;
        if (sqlite3_prepare_v3(m_handle, text, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr) != SQLITE_OK)
            return failure("LOG_READ");
        statement.reset(made);
    }
    return statement.get();
}

Result<void> LogTables::run(Statement& statement, const char* text, const char* code) {
    const auto ready = prepared(statement, text);
    if (!ready) return std::unexpected(ready.error());
    Use use(*ready);
    if (use.step() != SQLITE_DONE) return failure(code);
    return {};
}

Result<void> LogTables::begin() {
    return run(m_begin, "BEGIN IMMEDIATE", "LOG_WRITE");
}

Result<void> LogTables::commit() {
    return run(m_commit, "COMMIT", "LOG_WRITE");
}

void LogTables::rollback() {
    if (inTransaction()) (void)run(m_rollback, "ROLLBACK", "LOG_WRITE");
}

Result<void> LogTables::savepoint() {
    return run(m_savepoint, "SAVEPOINT command", "LOG_WRITE");
}

Result<void> LogTables::release() {
    return run(m_release, "RELEASE command", "LOG_WRITE");
}

void LogTables::rollbackToSavepoint() {
    if (!inTransaction()) return;
    (void)run(m_rollbackTo, "ROLLBACK TO command", "LOG_WRITE");
    (void)release();
}

bool LogTables::inTransaction() const {
    return sqlite3_get_autocommit(m_handle) == 0;
}

Result<void> LogTables::append(const std::string& origin, std::uint64_t sequence, ByteView record) {
    const auto ready = prepared(m_append, "INSERT INTO log_entry (origin, sequence, record) VALUES (?, ?, ?)");
    if (!ready) return std::unexpected(ready.error());
    Use use(*ready);
    use.bind(1, origin);
    use.bind(2, sequence);
    use.bind(3, record);
    if (use.step() != SQLITE_DONE) return failure("LOG_WRITE");
    return {};
}

Result<std::optional<Bytes>> LogTables::record(const std::string& origin, std::uint64_t sequence) {
    const auto ready = prepared(m_record, "SELECT record FROM log_entry WHERE origin = ? AND sequence = ?");
    if (!ready) return std::unexpected(ready.error());
    Use use(*ready);
    use.bind(1, origin);
    use.bind(2, sequence);
    const int step = use.step();
    if (step == SQLITE_DONE) return std::optional<Bytes>{};
    if (step != SQLITE_ROW) return failure("LOG_READ");
    const ByteView bytes = use.bytes(0);
    return std::optional(Bytes(bytes.begin(), bytes.end()));
}

Result<std::uint64_t> LogTables::last(const std::string& origin) {
    const auto ready = prepared(m_last, "SELECT coalesce(max(sequence), 0) FROM log_entry WHERE origin = ?");
    if (!ready) return std::unexpected(ready.error());
    Use use(*ready);
    use.bind(1, origin);
    if (use.step() != SQLITE_ROW) return failure("LOG_READ");
    return use.number(0);
}

Result<void> LogTables::walk(Statement& statement, const char* text, const std::string& origin, std::uint64_t sequence,
                             const std::function<bool(std::uint64_t, ByteView)>& take) {
    const auto ready = prepared(statement, text);
    if (!ready) return std::unexpected(ready.error());
    Use use(*ready);
    use.bind(1, origin);
    use.bind(2, sequence);
    int step = use.step();
    while (step == SQLITE_ROW && take(use.number(0), use.bytes(1)))
        step = use.step();
    if (step != SQLITE_ROW && step != SQLITE_DONE) return failure("LOG_READ");
    return {};
}

Result<void> LogTables::upwards(const std::string& origin, std::uint64_t from,
                                const std::function<bool(std::uint64_t, ByteView)>& take) {
    return walk(m_up, "SELECT sequence, record FROM log_entry WHERE origin = ? AND sequence >= ? ORDER BY sequence",
                origin, from, take);
}

Result<void> LogTables::downwards(const std::string& origin, std::uint64_t before,
                                  const std::function<bool(std::uint64_t, ByteView)>& take) {
    return walk(m_down,
                "SELECT sequence, record FROM log_entry WHERE origin = ? AND sequence < ? ORDER BY sequence DESC",
                origin, before, take);
}

Result<bool> LogTables::hasOthers(const std::string& origin) {
    // Two looks into the index, not a scan.
    const auto ready = prepared(m_others, "SELECT EXISTS (SELECT 1 FROM log_entry WHERE origin < ?1) OR "
                                          "EXISTS (SELECT 1 FROM log_entry WHERE origin > ?1)");
    if (!ready) return std::unexpected(ready.error());
    Use use(*ready);
    use.bind(1, origin);
    if (use.step() != SQLITE_ROW) return failure("LOG_READ");
    return use.number(0) != 0;
}

Result<std::map<std::string, int>> LogTables::projections() {
    const auto ready = prepared(m_projections, "SELECT version, name FROM log_projection");
    if (!ready) return std::unexpected(ready.error());
    Use use(*ready);
    std::map<std::string, int> versions;
    int step = use.step();
    for (; step == SQLITE_ROW; step = use.step()) {
        const ByteView name = use.bytes(1);
        versions[std::string(name.begin(), name.end())] = static_cast<int>(use.number(0));
    }
    if (step != SQLITE_DONE) return failure("LOG_READ");
    return versions;
}

Result<void> LogTables::setProjections(const std::map<std::string, int>& versions) {
    if (auto cleared = run(m_clearProjections, "DELETE FROM log_projection", "LOG_WRITE"); !cleared) return cleared;
    const auto ready = prepared(m_addProjection, "INSERT INTO log_projection (name, version) VALUES (?, ?)");
    if (!ready) return std::unexpected(ready.error());
    for (const auto& [name, version] : versions) {
        Use use(*ready);
        use.bind(1, name);
        use.bind(2, static_cast<std::uint64_t>(version));
        if (use.step() != SQLITE_DONE) return failure("LOG_WRITE");
    }
    return {};
}

} // namespace haneul::log
