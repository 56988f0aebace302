#pragma once

#include "core/base/error.h"

#include <QSqlDatabase>
#include <QString>

#include <filesystem>
#include <memory>

struct sqlite3;

namespace haneul::storage {

// One connection to the instance's SQLite/SpatiaLite file, opened by the rules that keep it whole:
//   - exactly one writer per file; it alone checkpoints. Readers have wal_autocheckpoint=0 and query_only.
//   - WAL, synchronous=FULL (an acknowledged commit survives power loss), mmap_size=0, foreign keys on.
//   - SQLITE_DBCONFIG_DEFENSIVE on, cell_size_check on; no extension loading from SQL. trusted_schema stays on for our
//     own file because SpatiaLite refuses to work otherwise.
//   - the writer runs quick_check before anything else; a damaged file is refused, never silently used.
// A connection belongs to the thread that opened it.
class Database {
public:
    enum class Role { Writer, Reader };

    // Codes: DATABASE_OPEN, DATABASE_DAMAGED, DATABASE_NEWER (made by a newer program), SPATIALITE.
    [[nodiscard]] static Result<Database> open(const std::filesystem::path& file, Role role);

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    [[nodiscard]] QSqlDatabase connection() const;
    [[nodiscard]] sqlite3* handle() const; // for what QtSql cannot say
    [[nodiscard]] Result<void> execute(const QString& statement);
    // First column of the first row; an empty QVariant when there is no row.
    [[nodiscard]] Result<QVariant> value(const QString& query, const QVariantList& parameters = {}) const;
    [[nodiscard]] Result<QString> spatialiteVersion() const;

private:
    struct Connection;
    explicit Database(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

// What the file is for. A demonstration never mixes with real data.
enum class DataKind { Real, Demo };

struct InstanceRecord {
    std::string instanceId; // 32 hex characters, made once per data folder
    DataKind kind = DataKind::Real;

    bool operator==(const InstanceRecord&) const = default;
};

// Makes the tables of a new file or checks those of an old one, and returns who this instance is.
// `newInstanceId` is used only for a new file. Codes: DATA_KIND_MISMATCH (--demo on real data, or the reverse), and as
// above.
[[nodiscard]] Result<InstanceRecord> openInstance(Database& writer, DataKind wanted, const std::string& newInstanceId);

} // namespace haneul::storage
