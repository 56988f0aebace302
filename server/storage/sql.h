#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "server/storage/database.h"

#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Values of the program in statements, and back. Code DATABASE: the statement failed; `where` is the statement.
namespace haneul::storage {

[[nodiscard]] QVariant sqlText(std::string_view value);
[[nodiscard]] QVariant textOrNone(const std::string& value); // empty: NULL
[[nodiscard]] QVariant textOrNone(const std::optional<std::string>& value);
[[nodiscard]] QVariant sqlInteger(std::int64_t value);
[[nodiscard]] QVariant sqlTime(UtcMs value); // milliseconds since the epoch
[[nodiscard]] QVariant sqlTime(const std::optional<UtcMs>& value);

[[nodiscard]] Error sqlError(const QSqlQuery& query);
Result<void> run(Database& database, const QString& statement, const QVariantList& values);

// Statements one after the other, until one fails.
class Statements {
public:
    explicit Statements(Database& database)
        : m_database(database) {}

    Statements& then(const QString& statement, const QVariantList& values) {
        if (m_outcome) m_outcome = run(m_database, statement, values);
        return *this;
    }

    [[nodiscard]] Result<void> outcome() const { return m_outcome; }

private:
    Database& m_database;
    Result<void> m_outcome;
};

[[nodiscard]] std::string text(const QSqlQuery& row, int column);
[[nodiscard]] UtcMs time(const QSqlQuery& row, int column);
[[nodiscard]] std::optional<UtcMs> timeOrNone(const QSqlQuery& row, int column);

// `take` makes a record of each row.
template <class Record, class Take>
Result<std::vector<Record>> readAll(const Database& database, const QString& statement, const QVariantList& values,
                                    Take take) {
    QSqlQuery query(database.connection());
    query.setForwardOnly(true);
    if (!query.prepare(statement)) return std::unexpected(sqlError(query));
    for (const QVariant& value : values)
        query.addBindValue(value);
    if (!query.exec()) return std::unexpected(sqlError(query));
    std::vector<Record> records;
    while (query.next())
        records.push_back(take(query));
    return records;
}

} // namespace haneul::storage
