#include "server/airspace/tables.h"

#include "core/formats/zone_json.h"
#include "server/storage/sql.h"

namespace haneul::airspace {

namespace {

using storage::readAll;
using storage::sqlInteger;
using storage::sqlText;
using storage::text;
using storage::time;

std::uint64_t count(const QSqlQuery& row, int column) {
    return static_cast<std::uint64_t>(row.value(column).toLongLong());
}

struct Row {
    ZoneRecord record;
    std::string body;
};

} // namespace

Result<StoredZones> readZones(const storage::Database& database) {
    const auto rows = readAll<Row>(
        database,
        QStringLiteral("SELECT zone_id, revision, published_ms, published_by, body FROM zones WHERE withdrawn = 0"), {},
        [](const QSqlQuery& row) {
            return Row{{text(row, 0), count(row, 1), time(row, 2), text(row, 3)}, text(row, 4)};
        });
    if (!rows) return std::unexpected(rows.error());
    StoredZones zones;
    for (const Row& row : *rows) {
        auto zone = formats::zoneFromJson(row.body);
        if (!zone) return std::unexpected(zone.error());
        zones.emplace(row.record.key, std::make_shared<const StoredZone>(row.record, *std::move(zone)));
    }
    return zones;
}

Result<std::vector<ImportRecord>> readImports(const storage::Database& database) {
    return readAll<ImportRecord>(
        database,
        QStringLiteral("SELECT at_ms, by_user, file, format, choice, taken, quarantined, refused, published, changed, "
                       "unchanged, withdrawn FROM zone_imports ORDER BY sequence DESC LIMIT ?"),
        {sqlInteger(static_cast<std::int64_t>(importsKept))}, [](const QSqlQuery& row) {
            ImportRecord record{time(row, 0), text(row, 1), text(row, 2), text(row, 3)};
            record.choice = text(row, 4);
            record.taken = count(row, 5);
            record.quarantined = count(row, 6);
            record.refused = count(row, 7);
            record.published = count(row, 8);
            record.changed = count(row, 9);
            record.unchanged = count(row, 10);
            record.withdrawn = count(row, 11);
            return record;
        });
}

Result<std::optional<ZoneRow>> readZoneRow(const storage::Database& database, const std::string& key) {
    auto rows = readAll<ZoneRow>(
        database, QStringLiteral("SELECT revision, body, withdrawn FROM zones WHERE zone_id = ?"), {sqlText(key)},
        [](const QSqlQuery& row) { return ZoneRow{count(row, 0), text(row, 1), row.value(2).toInt() != 0}; });
    if (!rows) return std::unexpected(rows.error());
    return rows->empty() ? std::nullopt : std::optional(std::move(rows->front()));
}

Result<std::vector<std::string>> readZonesMeeting(const storage::Database& database, const geo::Box& box) {
    const double east_deg = box.east_deg < box.west_deg ? box.east_deg + 360 : box.east_deg;
    QVariantList values;
    QString boxes;
    // A layer over the antimeridian has longitudes beyond 180 on one side.
    for (const double turn_deg : {-360.0, 0.0, 360.0}) {
        boxes += (boxes.isEmpty() ? QString() : QStringLiteral(" OR ")) +
                 QStringLiteral("Intersects(area, BuildMbr(?, ?, ?, ?, 4326))");
        values << box.west_deg + turn_deg << box.south_deg << east_deg + turn_deg << box.north_deg;
    }
    QString candidates;
    for (int i = 0; i < 3; ++i)
        candidates += (candidates.isEmpty() ? QString() : QStringLiteral(" UNION ")) +
                      QStringLiteral("SELECT pkid FROM idx_zone_layers_area WHERE xmin <= ? AND xmax >= ? AND "
                                     "ymin <= ? AND ymax >= ?");
    QVariantList all;
    for (const double turn_deg : {-360.0, 0.0, 360.0})
        all << east_deg + turn_deg << box.west_deg + turn_deg << box.north_deg << box.south_deg;
    all << values;
    return readAll<std::string>(database,
                                QStringLiteral("SELECT DISTINCT zone_id FROM zone_layers WHERE ROWID IN (") %
                                    candidates % QStringLiteral(") AND (") % boxes %
                                    QStringLiteral(") ORDER BY zone_id"),
                                all, [](const QSqlQuery& row) { return text(row, 0); });
}

} // namespace haneul::airspace
