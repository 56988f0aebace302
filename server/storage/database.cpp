#include "server/storage/database.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>

#include <sqlite3.h>
// After sqlite3.h, whose types it uses.
#include <spatialite.h>

namespace haneul::storage {

namespace {

constexpr int schemaVersion = 2;

QString quoted(const std::filesystem::path& file) {
    return QString::fromStdString(file.string());
}

std::unexpected<Error> sqlFailure(const char* code, const QSqlError& error, const QString& where) {
    return fail(code, error.text().toStdString(), where.toStdString());
}

sqlite3* handleOf(const QSqlDatabase& database) {
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0) return nullptr;
    return *static_cast<sqlite3* const*>(handle.data());
}

} // namespace

struct Database::Connection {
    QString name;
    void* spatialite = nullptr;

    ~Connection() {
        QSqlDatabase::database(name, false).close();
        if (spatialite) spatialite_cleanup_ex(spatialite);
        QSqlDatabase::removeDatabase(name);
    }
};

Database::Database(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection)) {}

Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

QSqlDatabase Database::connection() const {
    return QSqlDatabase::database(m_connection->name, false);
}

sqlite3* Database::handle() const {
    return handleOf(connection());
}

Result<Database> Database::open(const std::filesystem::path& file, Role role) {
    static std::atomic<unsigned> counter; // QtSql wants a process-wide name per connection
    auto connection = std::make_unique<Connection>();
    connection->name = QStringLiteral("haneul-%1").arg(++counter);
    QSqlDatabase sql = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->name);
    sql.setDatabaseName(quoted(file));
    sql.setConnectOptions(role == Role::Writer ? QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000")
                                               : QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"));
    if (!sql.open()) {
        const QSqlError error = sql.lastError();
        sql = QSqlDatabase();
        return sqlFailure("DATABASE_OPEN", error, quoted(file));
    }

    sqlite3* const handle = handleOf(sql);
    if (!handle) return fail("DATABASE_OPEN", "the SQLite driver gives no handle", file.string());
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);

    connection->spatialite = spatialite_alloc_connection();
    spatialite_init_ex(handle, connection->spatialite, 0);

    Database database(std::move(connection));
    sql = QSqlDatabase(); // no second reference may outlive the connection
    QStringList rules{QStringLiteral("PRAGMA mmap_size=0"), QStringLiteral("PRAGMA cell_size_check=ON"),
                      QStringLiteral("PRAGMA foreign_keys=ON")};
    if (role == Role::Writer)
        rules << QStringLiteral("PRAGMA journal_mode=WAL") << QStringLiteral("PRAGMA synchronous=FULL");
    else
        rules << QStringLiteral("PRAGMA wal_autocheckpoint=0") << QStringLiteral("PRAGMA query_only=ON");
    for (const QString& rule : rules)
        if (auto done = database.execute(rule); !done) {
            // The first statement that reads the header is the one that finds a file which is no database.
            done.error().code = "DATABASE_DAMAGED";
            done.error().where = file.string();
            return std::unexpected(done.error());
        }
    if (role == Role::Writer) {
        const auto check = database.value(QStringLiteral("PRAGMA quick_check(1)"));
        if (!check || check->toString() != QStringLiteral("ok"))
            return fail("DATABASE_DAMAGED",
                        "the database fails its check (" +
                            (check ? check->toString().toStdString() : check.error().message) +
                            "); restore it from a backup",
                        file.string());
    }
    if (const auto version = database.spatialiteVersion(); !version) return std::unexpected(version.error());
    return database;
}

Result<void> Database::execute(const QString& statement) {
    QSqlQuery query(connection());
    if (!query.exec(statement)) return sqlFailure("DATABASE", query.lastError(), statement);
    return {};
}

Result<QVariant> Database::value(const QString& text, const QVariantList& parameters) const {
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    if (!query.prepare(text)) return sqlFailure("DATABASE", query.lastError(), text);
    for (const QVariant& parameter : parameters)
        query.addBindValue(parameter);
    if (!query.exec()) return sqlFailure("DATABASE", query.lastError(), text);
    return query.next() ? query.value(0) : QVariant();
}

Result<QString> Database::spatialiteVersion() const {
    const auto version = value(QStringLiteral("SELECT spatialite_version()"));
    if (!version) return fail("SPATIALITE", version.error().message);
    return version->toString();
}

namespace {

Result<void> makeInstance(Database& writer, DataKind kind, const std::string& id) {
    for (const QString& statement :
         {QStringLiteral("SELECT InitSpatialMetaData(0, 'WGS84')"), // 0: inside this transaction
          QStringLiteral("CREATE TABLE instance (only INTEGER PRIMARY KEY CHECK (only = 1), instance_id TEXT NOT "
                         "NULL, kind TEXT NOT NULL CHECK (kind IN ('real','demo'))) STRICT")})
        if (auto done = writer.execute(statement); !done) return done;
    const QString kindText = kind == DataKind::Demo ? QStringLiteral("demo") : QStringLiteral("real");
    const auto made =
        writer.value(QStringLiteral("INSERT INTO instance VALUES (1, ?, ?)"), {QString::fromStdString(id), kindText});
    if (!made) return std::unexpected(made.error());
    return {};
}

Result<void> makeLogTables(Database& writer) {
    // The records as they were signed; and which projections were made from all of them.
    for (const QString& statement :
         {QStringLiteral("CREATE TABLE log_entry (origin TEXT NOT NULL, sequence INTEGER NOT NULL, record BLOB NOT "
                         "NULL, PRIMARY KEY (origin, sequence)) STRICT, WITHOUT ROWID"),
          QStringLiteral("CREATE TABLE log_projection (name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT")})
        if (auto done = writer.execute(statement); !done) return done;
    return {};
}

// All steps from the file's version to ours in one transaction.
Result<void> migrate(Database& writer, int from, DataKind kind, const std::string& newInstanceId) {
    if (auto done = writer.execute(QStringLiteral("BEGIN IMMEDIATE")); !done) return done;
    if (from < 1)
        if (auto done = makeInstance(writer, kind, newInstanceId); !done) return done;
    if (from < 2)
        if (auto done = makeLogTables(writer); !done) return done;
    if (auto done = writer.execute(QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion)); !done) return done;
    return writer.execute(QStringLiteral("COMMIT"));
}

} // namespace

Result<InstanceRecord> openInstance(Database& writer, DataKind wanted, const std::string& newInstanceId) {
    const auto version = writer.value(QStringLiteral("PRAGMA user_version"));
    if (!version) return std::unexpected(version.error());
    if (version->toInt() > schemaVersion)
        return fail("DATABASE_NEWER", "the data folder was made by a newer version of this program; use that version");

    if (version->toInt() < schemaVersion)
        if (auto done = migrate(writer, version->toInt(), wanted, newInstanceId); !done)
            return std::unexpected(done.error());

    const auto id = writer.value(QStringLiteral("SELECT instance_id FROM instance"));
    const auto kind = writer.value(QStringLiteral("SELECT kind FROM instance"));
    if (!id) return std::unexpected(id.error());
    if (!kind) return std::unexpected(kind.error());
    const InstanceRecord record{id->toString().toStdString(),
                                kind->toString() == QStringLiteral("demo") ? DataKind::Demo : DataKind::Real};
    if (record.kind != wanted)
        return fail("DATA_KIND_MISMATCH",
                    wanted == DataKind::Demo
                        ? "this data folder holds real data; --demo wants a folder of its own"
                        : "this data folder holds a demonstration; choose another with --data, or start with --demo");
    return record;
}

} // namespace haneul::storage
