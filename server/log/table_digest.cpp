#include "server/log/table_digest.h"

#include <algorithm>
#include <memory>

#include <sqlite3.h>

namespace haneul::log {

namespace {

struct Free {
    void operator()(char* text) const { sqlite3_free(text); }

    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

using Text = std::unique_ptr<char, Free>;
using Statement = std::unique_ptr<sqlite3_stmt, Free>;

void add(Bytes& bytes, const void* data, std::size_t size) {
    const auto length = static_cast<std::uint64_t>(size);
    const auto* const lengthBytes = reinterpret_cast<const std::uint8_t*>(&length);
    bytes.insert(bytes.end(), lengthBytes, lengthBytes + sizeof length);
    const auto* const first = static_cast<const std::uint8_t*>(data);
    if (size > 0) bytes.insert(bytes.end(), first, first + size);
}

Digest digestRow(sqlite3_stmt* row) {
    Bytes bytes;
    for (int column = 0; column < sqlite3_column_count(row); ++column) {
        const std::string_view name = sqlite3_column_name(row, column);
        add(bytes, name.data(), name.size());
        const int type = sqlite3_column_type(row, column);
        bytes.push_back(static_cast<std::uint8_t>(type));
        if (type == SQLITE_FLOAT) {
            const double value = sqlite3_column_double(row, column); // all bits of it, not its text
            add(bytes, &value, sizeof value);
        } else if (type != SQLITE_NULL) {
            const void* const value = type == SQLITE_BLOB ? sqlite3_column_blob(row, column)
                                                          : static_cast<const void*>(sqlite3_column_text(row, column));
            add(bytes, value, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
        }
    }
    return digestOf(bytes);
}

} // namespace

Result<TableDigest> digestTable(const storage::Database& database, const std::string& table) {
    // A table's name cannot be bound; %w quotes it.
    const Text text(sqlite3_mprintf("SELECT * FROM \"%w\"", table.c_str()));
    sqlite3* const handle = database.handle();
    sqlite3_stmt* made = nullptr;
    sqlite3_prepare_v2(handle, text.get(), -1, &made, nullptr);
    const Statement statement(made);
    if (!statement) return fail("LOG_READ", sqlite3_errmsg(handle), table);
    TableDigest digest;
    int step = sqlite3_step(statement.get());
    for (; step == SQLITE_ROW; step = sqlite3_step(statement.get()))
        digest.rows.push_back(digestRow(statement.get()));
    if (step != SQLITE_DONE) return fail("LOG_READ", sqlite3_errmsg(handle), table);
    std::ranges::sort(digest.rows);
    return digest;
}

std::uint64_t rowsOnlyIn(const TableDigest& one, const TableDigest& other) {
    std::vector<Digest> only;
    std::ranges::set_difference(one.rows, other.rows, std::back_inserter(only));
    return only.size();
}

Digest overall(const TableDigest& table) {
    Bytes bytes;
    for (const Digest& row : table.rows)
        bytes.insert(bytes.end(), row.begin(), row.end());
    return digestOf(bytes);
}

Result<void> dropTable(storage::Database& database, const std::string& table) {
    const QString name = QString::fromStdString(table);
    const auto geometries =
        database.value(QStringLiteral("SELECT count(*) FROM geometry_columns WHERE f_table_name = lower(?)"), {name});
    if (!geometries) return std::unexpected(geometries.error());
    if (geometries->toInt() > 0) {
        const auto dropped = database.value(QStringLiteral("SELECT DropTable(NULL, ?)"), {name});
        if (!dropped) return std::unexpected(dropped.error());
        return {};
    }
    const Text text(sqlite3_mprintf("DROP TABLE IF EXISTS \"%w\"", table.c_str()));
    return database.execute(QString::fromUtf8(text.get()));
}

} // namespace haneul::log
