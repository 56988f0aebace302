#pragma once

#include "core/log/entry.h"
#include "server/storage/database.h"

#include <string>
#include <vector>

namespace haneul::log {

// What a table holds, whatever the order of its rows: the digest of each row (its column names, types and values).
struct TableDigest {
    std::vector<Digest> rows; // sorted
};

[[nodiscard]] Result<TableDigest> digestTable(const storage::Database& database, const std::string& table);
[[nodiscard]] std::uint64_t rowsOnlyIn(const TableDigest& one, const TableDigest& other);
[[nodiscard]] Digest overall(const TableDigest& table);

// With what SpatiaLite knows about its geometries, if it has any.
[[nodiscard]] Result<void> dropTable(storage::Database& database, const std::string& table);

} // namespace haneul::log
