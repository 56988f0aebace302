#include "server/airspace/airspace_projection.h"

#include "core/formats/zone_json.h"
#include "core/geo/area_frame.h"
#include "core/geo/geodesic.h"
#include "server/airspace/events.h"
#include "server/storage/sql.h"

#include <cmath>
#include <format>
#include <numbers>

namespace haneul::airspace {

namespace {

using storage::run;
using storage::sqlInteger;
using storage::sqlText;
using storage::sqlTime;

constexpr int circlePoints = 128;

// One ring of well-known text; longitudes go on over the antimeridian.
std::string ringText(const std::vector<geo::LatLon>& points) {
    std::string text = "(";
    double longitude_deg = points.front().longitude_deg;
    for (std::size_t i = 0; i <= points.size(); ++i) {
        const geo::LatLon point = points[i % points.size()];
        longitude_deg += std::remainder(point.longitude_deg - longitude_deg, 360.0);
        text += std::format("{}{} {}", i == 0 ? "" : ", ", longitude_deg, point.latitude_deg);
    }
    return text + ')';
}

std::vector<geo::LatLon> pointsAround(const geo::Circle& circle) {
    // The middle of each side touches the circle.
    const double corner_m = circle.radius_m / std::cos(std::numbers::pi / circlePoints) * 1.0001;
    std::vector<geo::LatLon> points;
    for (int i = 0; i < circlePoints; ++i)
        points.push_back(geo::direct(circle.centre, 360.0 * i / circlePoints, corner_m));
    return points;
}

std::string polygonText(const geo::Area& area) {
    if (const auto* const circle = std::get_if<geo::Circle>(&area))
        return std::format("POLYGON({})", ringText(pointsAround(*circle)));
    const auto& polygon = std::get<geo::Polygon>(area);
    std::string text = "POLYGON(" + ringText(geo::densified(polygon.outer));
    for (const auto& hole : polygon.holes)
        text += ", " + ringText(geo::densified(hole));
    return text + ')';
}

struct LimitValues {
    QVariant metres, reference;
};

LimitValues valuesOf(const std::optional<geo::VerticalLimit>& limit) {
    if (!limit) return {};
    return {limit->metres, sqlText(toString(limit->reference))};
}

Result<void> insertLayer(storage::Database& database, const std::string& key, std::size_t number, const Layer& layer) {
    QVariant latitude;
    QVariant longitude;
    QVariant radius;
    if (const auto* const circle = std::get_if<geo::Circle>(&layer.area)) {
        latitude = circle->centre.latitude_deg;
        longitude = circle->centre.longitude_deg;
        radius = circle->radius_m;
    }
    const LimitValues lower = valuesOf(layer.lower);
    const LimitValues upper = valuesOf(layer.upper);
    return run(database,
               QStringLiteral("INSERT INTO zone_layers (zone_id, layer, lower_m, lower_reference, upper_m, "
                              "upper_reference, centre_lat, centre_lon, radius_m, area) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, GeomFromText(?, 4326))"),
               {sqlText(key), sqlInteger(static_cast<std::int64_t>(number)), lower.metres, lower.reference,
                upper.metres, upper.reference, latitude, longitude, radius, sqlText(polygonText(layer.area))});
}

Result<void> dropLayers(storage::Database& database, const std::string& key) {
    return run(database, QStringLiteral("DELETE FROM zone_layers WHERE zone_id = ?"), {sqlText(key)});
}

struct Apply {
    storage::Database& database;
    const log::Entry& entry;

    [[nodiscard]] QVariant at() const { return sqlInteger(entry.time.wall_ms); }

    Result<void> operator()(const ZonePublished& event) {
        const auto zone = formats::zoneFromJson(event.body);
        if (!zone) return std::unexpected(zone.error());
        auto done = run(
            database,
            QStringLiteral("INSERT INTO zones (zone_id, country, identifier, type, revision, published_ms, "
                           "published_by, body, withdrawn, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, '') "
                           "ON CONFLICT (zone_id) DO UPDATE SET type = excluded.type, revision = excluded.revision, "
                           "published_ms = excluded.published_ms, published_by = excluded.published_by, "
                           "body = excluded.body, withdrawn = 0, reason = ''"),
            {sqlText(event.key), sqlText(zone->country), sqlText(zone->identifier), sqlText(toString(zone->type)),
             sqlInteger(static_cast<std::int64_t>(event.revision)), at(), sqlText(entry.user), sqlText(event.body)});
        if (done) done = dropLayers(database, event.key);
        for (std::size_t i = 0; done && i < zone->layers.size(); ++i)
            done = insertLayer(database, event.key, i, zone->layers[i]);
        return done;
    }

    Result<void> operator()(const ZoneWithdrawn& event) {
        auto done = run(database, QStringLiteral("UPDATE zones SET withdrawn = 1, reason = ? WHERE zone_id = ?"),
                        {sqlText(event.reason), sqlText(event.key)});
        if (done) done = dropLayers(database, event.key);
        return done;
    }

    Result<void> operator()(const ZonesImported& event) {
        const auto count = [](std::uint64_t value) { return sqlInteger(static_cast<std::int64_t>(value)); };
        const ImportRecord& record = event.record;
        return run(database,
                   QStringLiteral("INSERT INTO zone_imports (sequence, at_ms, by_user, file, format, choice, taken, "
                                  "quarantined, refused, published, changed, unchanged, withdrawn) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                   {count(entry.sequence), at(), sqlText(entry.user), sqlText(record.file), sqlText(record.format),
                    sqlText(record.choice), count(record.taken), count(record.quarantined), count(record.refused),
                    count(record.published), count(record.changed), count(record.unchanged), count(record.withdrawn)});
    }
};

} // namespace

Result<void> AirspaceProjection::create(storage::Database& database) {
    const QStringList statements{
        QStringLiteral("CREATE TABLE IF NOT EXISTS zones ("
                       "zone_id TEXT NOT NULL PRIMARY KEY, country TEXT NOT NULL, identifier TEXT NOT NULL, "
                       "type TEXT NOT NULL, revision INTEGER NOT NULL, published_ms INTEGER NOT NULL, "
                       "published_by TEXT NOT NULL, body TEXT NOT NULL, withdrawn INTEGER NOT NULL, "
                       "reason TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS zone_layers ("
                       "zone_id TEXT NOT NULL REFERENCES zones, layer INTEGER NOT NULL, lower_m REAL, "
                       "lower_reference TEXT, upper_m REAL, upper_reference TEXT, centre_lat REAL, centre_lon REAL, "
                       "radius_m REAL, PRIMARY KEY (zone_id, layer))"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS zone_imports ("
                       "sequence INTEGER NOT NULL PRIMARY KEY, at_ms INTEGER NOT NULL, by_user TEXT NOT NULL, "
                       "file TEXT NOT NULL, format TEXT NOT NULL, choice TEXT NOT NULL, taken INTEGER NOT NULL, "
                       "quarantined INTEGER NOT NULL, refused INTEGER NOT NULL, published INTEGER NOT NULL, "
                       "changed INTEGER NOT NULL, unchanged INTEGER NOT NULL, withdrawn INTEGER NOT NULL) STRICT")};
    for (const QString& statement : statements)
        if (auto done = database.execute(statement); !done) return done;
    const auto known =
        database.value(QStringLiteral("SELECT count(*) FROM geometry_columns WHERE f_table_name = 'zone_layers'"));
    if (!known) return std::unexpected(known.error());
    if (known->toInt() > 0) return {};
    for (const QString& statement :
         {QStringLiteral("SELECT AddGeometryColumn('zone_layers', 'area', 4326, 'POLYGON', 'XY')"),
          QStringLiteral("SELECT CreateSpatialIndex('zone_layers', 'area')")}) {
        const auto made = database.value(statement);
        if (!made) return std::unexpected(made.error());
        if (made->toInt() != 1)
            return fail("SPATIALITE", "the geometry column of the zones cannot be made", "zone_layers");
    }
    return {};
}

Result<void> AirspaceProjection::apply(storage::Database& database, const log::Entry& entry) {
    if (!entry.type.starts_with(airspacePrefix)) return {};
    const auto event = eventFrom(entry.type, entry.body);
    if (!event) return std::unexpected(event.error());
    return std::visit(Apply{database, entry}, *event);
}

} // namespace haneul::airspace
