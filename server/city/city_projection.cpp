#include "server/city/city_projection.h"

#include "server/storage/sql.h"

namespace haneul::city {

namespace {

using storage::run;
using storage::sqlInteger;
using storage::sqlText;
using storage::text;

const QString columns = QStringLiteral("SELECT body, imported_by, imported_ms, retired_by, retired_reason, retired_ms "
                                       "FROM city_datasets ");

Result<Dataset> datasetOf(const QSqlQuery& row) {
    auto dataset = datasetFrom(text(row, 0));
    if (!dataset) return dataset;
    dataset->by = text(row, 1);
    dataset->at = storage::time(row, 2);
    if (!row.value(5).isNull()) dataset->retired = Retirement{text(row, 3), text(row, 4), storage::time(row, 5)};
    return dataset;
}

Result<std::vector<Dataset>> read(const storage::Database& database, const QString& where, const QVariantList& values) {
    auto rows = storage::readAll<Result<Dataset>>(database, columns + where, values, datasetOf);
    if (!rows) return std::unexpected(rows.error());
    std::vector<Dataset> datasets;
    for (auto& row : *rows) {
        if (!row) return std::unexpected(row.error());
        datasets.push_back(*std::move(row));
    }
    return datasets;
}

} // namespace

Result<void> CityProjection::create(storage::Database& database) {
    return database.execute(
        QStringLiteral("CREATE TABLE IF NOT EXISTS city_datasets (number INTEGER PRIMARY KEY, dataset_id TEXT NOT NULL "
                       "UNIQUE, body TEXT NOT NULL, imported_by TEXT NOT NULL, imported_ms INTEGER NOT NULL, "
                       "retired_by TEXT, retired_reason TEXT, retired_ms INTEGER) STRICT"));
}

Result<void> CityProjection::apply(storage::Database& database, const log::Entry& entry) {
    if (entry.type == datasetImported) {
        const auto dataset = datasetFrom(entry.body);
        if (!dataset) return std::unexpected(dataset.error());
        return run(database,
                   QStringLiteral("INSERT OR IGNORE INTO city_datasets (dataset_id, body, imported_by, imported_ms) "
                                  "VALUES (?, ?, ?, ?)"),
                   {sqlText(dataset->id), sqlText(entry.body), sqlText(entry.user), sqlInteger(entry.time.wall_ms)});
    }
    if (entry.type != datasetRetired) return {};
    const auto retired = retiredFrom(entry.body);
    if (!retired) return std::unexpected(retired.error());
    return run(database,
               QStringLiteral("UPDATE city_datasets SET retired_by = ?, retired_reason = ?, retired_ms = ? WHERE "
                              "dataset_id = ? AND retired_ms IS NULL"),
               {sqlText(entry.user), sqlText(retired->reason), sqlInteger(entry.time.wall_ms), sqlText(retired->id)});
}

Result<std::vector<Dataset>> readDatasets(const storage::Database& database) {
    return read(database, QStringLiteral("ORDER BY number"), {});
}

Result<Dataset> readDataset(const storage::Database& database, const std::string& id) {
    auto found = read(database, QStringLiteral("WHERE dataset_id = ?"), {sqlText(id)});
    if (!found) return std::unexpected(found.error());
    if (found->empty()) return fail("NO_SUCH_DATASET", "there is no such dataset", id);
    return std::move(found->front());
}

} // namespace haneul::city
