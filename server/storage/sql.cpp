#include "server/storage/sql.h"

#include <QSqlError>

namespace haneul::storage {

QVariant sqlText(std::string_view value) {
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

QVariant textOrNone(const std::string& value) {
    return value.empty() ? QVariant() : sqlText(value);
}

QVariant textOrNone(const std::optional<std::string>& value) {
    return value ? sqlText(*value) : QVariant();
}

QVariant sqlInteger(std::int64_t value) {
    return QVariant::fromValue<qlonglong>(value);
}

QVariant sqlTime(UtcMs value) {
    return sqlInteger(sinceEpoch_ms(value));
}

QVariant sqlTime(const std::optional<UtcMs>& value) {
    return value ? sqlTime(*value) : QVariant();
}

Error sqlError(const QSqlQuery& query) {
    return {"DATABASE", query.lastError().text().toStdString(), query.lastQuery().toStdString()};
}

Result<void> run(Database& database, const QString& statement, const QVariantList& values) {
    QSqlQuery query(database.connection());
    if (!query.prepare(statement)) return std::unexpected(sqlError(query));
    for (const QVariant& value : values)
        query.addBindValue(value);
    if (!query.exec()) return std::unexpected(sqlError(query));
    return {};
}

std::string text(const QSqlQuery& row, int column) {
    return row.value(column).toString().toStdString();
}

UtcMs time(const QSqlQuery& row, int column) {
    return utcMs(row.value(column).toLongLong());
}

std::optional<UtcMs> timeOrNone(const QSqlQuery& row, int column) {
    if (row.isNull(column)) return std::nullopt;
    return time(row, column);
}

} // namespace haneul::storage
