#include "server/tiles/map_pack.h"

#include "core/geo/mercator.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <optional>
#include <utility>

namespace haneul::tiles {

namespace {

constexpr std::uintmax_t maxFile_bytes = 256U << 20U;
constexpr std::size_t maxPoints = 8'000'000;
constexpr int maxLayers = 64;
constexpr int wgs84 = 4326; // srs_id

std::unexpected<Error> broken(std::string what, std::string where = {}) {
    return fail("MAP_PACK_BROKEN", std::move(what), std::move(where));
}

MapPoint project(double longitude_deg, double latitude_deg) {
    static const double halfWorld_m = geo::tileBounds_m(0, 0, 0).east;
    const auto unit = geo::toMercator({.latitude_deg = latitude_deg, .longitude_deg = longitude_deg});
    return {.x_m = (unit.x - 0.5) * 2 * halfWorld_m, .y_m = (0.5 - unit.y) * 2 * halfWorld_m};
}

// Well-known binary (OGC 06-103r4 clause 8) read forward; every count is checked against the bytes that are there.
class WkbReader {
public:
    WkbReader(std::string_view bytes, std::size_t& pointsLeft)
        : m_bytes(bytes)
        , m_pointsLeft(pointsLeft) {}

    Result<Shape> read() {
        Shape shape;
        if (const auto done = geometry(shape, std::nullopt); !done) return std::unexpected(done.error());
        if (!m_bytes.empty()) return broken("bytes are left over behind a geometry");
        return shape;
    }

private:
    enum Type : std::uint32_t { Point = 1, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon };

    static std::optional<ShapeKind> kindOf(std::uint32_t type) {
        switch (type) {
        case Point:
        case MultiPoint:
            return ShapeKind::Points;
        case LineString:
        case MultiLineString:
            return ShapeKind::Lines;
        case Polygon:
        case MultiPolygon:
            return ShapeKind::Polygons;
        default:
            return std::nullopt;
        }
    }

    Result<void> geometry(Shape& shape, std::optional<std::uint32_t> expected) {
        if (m_bytes.empty()) return broken("a geometry ends early");
        m_swap = (m_bytes.front() == 1) != (std::endian::native == std::endian::little);
        m_bytes.remove_prefix(1);
        const auto type = take<std::uint32_t>();
        if (!type) return std::unexpected(type.error());
        const auto kind = kindOf(*type);
        if (!kind) return broken("geometry type " + std::to_string(*type) + " is not a 2D point, line or polygon");
        if (expected && *type != *expected) return broken("a collection holds another type than it says");
        shape.kind = *kind;
        if (*type == Point) return points(shape, 1);
        const auto count = take<std::uint32_t>();
        if (!count) return std::unexpected(count.error());
        if (*type == LineString) return points(shape, *count);
        if (*type == Polygon) return rings(shape, *count);
        for (std::uint32_t i = 0; i < *count; ++i)
            if (const auto part = geometry(shape, *type - 3); !part) return part;
        return {};
    }

    Result<void> rings(Shape& shape, std::uint32_t count) {
        shape.polygonStarts.push_back(shape.lines.size());
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto length = take<std::uint32_t>();
            if (!length) return std::unexpected(length.error());
            if (const auto ring = points(shape, *length); !ring) return ring;
        }
        return {};
    }

    Result<void> points(Shape& shape, std::size_t count) {
        if (count > m_bytes.size() / (2 * sizeof(double))) return broken("a geometry ends early");
        if (count > m_pointsLeft) return fail("MAP_PACK_TOO_LARGE", "the map has too many points");
        m_pointsLeft -= count;
        auto& line = shape.lines.emplace_back();
        line.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            const double longitude_deg = *take<double>();
            const double latitude_deg = *take<double>();
            if (!geo::LatLon{.latitude_deg = latitude_deg, .longitude_deg = longitude_deg}.valid())
                return broken("a position is not on the earth");
            line.push_back(project(longitude_deg, latitude_deg));
        }
        return {};
    }

    template <class T>
    Result<T> take() {
        if (m_bytes.size() < sizeof(T)) return broken("a geometry ends early");
        std::array<char, sizeof(T)> raw{};
        std::copy_n(m_bytes.begin(), sizeof(T), raw.begin());
        m_bytes.remove_prefix(sizeof(T));
        if (m_swap) std::ranges::reverse(raw);
        return std::bit_cast<T>(raw);
    }

    std::string_view m_bytes;
    std::size_t& m_pointsLeft;
    bool m_swap = false;
};

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};

struct FinishStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinishStatement>;

std::string quotedIdentifier(std::string_view identifier) {
    std::string text = "\"";
    for (const char c : identifier)
        text.append(c == '"' ? 2 : 1, c);
    return text + '"';
}

// immutable: no lock and no journal is made beside the file, which may lie on a read-only disk.
std::string uri(const std::filesystem::path& file) {
    std::string text = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        if (c == '%' || c == '?' || c == '#')
            text += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
        else
            text += c;
    }
    return text + "?immutable=1";
}

std::string text(sqlite3_stmt* row, int column) {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(row, column))) : std::string();
}

Attribute attribute(sqlite3_stmt* row, int column) {
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER:
        return std::int64_t{sqlite3_column_int64(row, column)};
    case SQLITE_FLOAT:
        return sqlite3_column_double(row, column);
    case SQLITE_TEXT:
        return text(row, column);
    default:
        return std::monostate{};
    }
}

class PackReader {
public:
    explicit PackReader(const std::filesystem::path& file)
        : m_file(file.string()) {}

    Result<MapPack> read() {
        if (const auto opened = open(); !opened) return std::unexpected(opened.error());
        const auto tables = rows("SELECT g.table_name, g.column_name, g.srs_id FROM gpkg_geometry_columns g "
                                 "JOIN gpkg_contents c ON c.table_name = g.table_name WHERE c.data_type = 'features' "
                                 "ORDER BY 1",
                                 [this](sqlite3_stmt* row) { return readLayer(row); });
        if (!tables) return std::unexpected(tables.error());
        if (const auto read = readSources(); !read) return std::unexpected(read.error());
        return std::move(m_pack);
    }

private:
    Result<void> open() {
        std::error_code unreadable;
        const auto size_bytes = std::filesystem::file_size(m_file, unreadable);
        if (unreadable) return fail("MAP_PACK_MISSING", "there is no map pack: " + unreadable.message(), m_file);
        if (size_bytes > maxFile_bytes)
            return fail("MAP_PACK_TOO_LARGE", "the map pack is larger than 256 MiB", m_file);
        sqlite3* raw = nullptr;
        const int opened = sqlite3_open_v2(uri(m_file).c_str(), &raw,
                                           SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
        m_database.reset(raw);
        if (opened != SQLITE_OK)
            return fail("MAP_PACK_MISSING", std::string("the map pack cannot be opened: ") + sqlite3_errstr(opened),
                        m_file);
        sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        return checkFile();
    }

    Result<void> checkFile() {
        const auto healthy = rows("PRAGMA quick_check(1)", [this](sqlite3_stmt* row) -> Result<void> {
            if (text(row, 0) == "ok") return {};
            return broken("the map pack is damaged: " + text(row, 0), m_file);
        });
        if (!healthy) return healthy;
        return rows("PRAGMA application_id", [this](sqlite3_stmt* row) -> Result<void> {
            constexpr int gpkg = 0x47504B47; // "GPKG"
            if (sqlite3_column_int(row, 0) == gpkg) return {};
            return broken("the file is not a GeoPackage", m_file);
        });
    }

    Result<void> readLayer(sqlite3_stmt* table) {
        const std::string name = text(table, 0);
        const std::string geometry = text(table, 1);
        if (sqlite3_column_int(table, 2) != wgs84) return broken("the layer is not in EPSG:4326", m_file + ": " + name);
        if (m_pack.layers.size() >= maxLayers)
            return fail("MAP_PACK_TOO_LARGE", "the map pack has too many layers", m_file);

        MapLayer layer;
        int geometryColumn = -1;
        const auto read = rows("SELECT * FROM " + quotedIdentifier(name), [&](sqlite3_stmt* row) -> Result<void> {
            if (geometryColumn < 0) geometryColumn = nameColumns(row, geometry, layer);
            if (geometryColumn < 0) return broken("the layer has no column " + geometry);
            return readFeature(row, geometryColumn, layer);
        });
        if (!read) return fail(read.error().code, read.error().message, m_file + ": " + name);
        m_pack.layers.emplace(name, std::move(layer));
        return {};
    }

    static int nameColumns(sqlite3_stmt* row, std::string_view geometry, MapLayer& layer) {
        int geometryColumn = -1;
        for (int column = 0; column < sqlite3_column_count(row); ++column) {
            if (geometry == sqlite3_column_name(row, column))
                geometryColumn = column;
            else
                layer.attributeNames.emplace_back(sqlite3_column_name(row, column));
        }
        return geometryColumn;
    }

    Result<void> readFeature(sqlite3_stmt* row, int geometryColumn, MapLayer& layer) {
        if (sqlite3_column_type(row, geometryColumn) == SQLITE_NULL) return {};
        const std::string_view blob(static_cast<const char*>(sqlite3_column_blob(row, geometryColumn)),
                                    static_cast<std::size_t>(sqlite3_column_bytes(row, geometryColumn)));
        auto shape = readGeoPackageGeometry(blob, m_pointsLeft);
        if (!shape) return std::unexpected(shape.error());
        MapFeature feature{.shape = std::move(*shape), .attributes = {}};
        for (int column = 0; column < sqlite3_column_count(row); ++column)
            if (column != geometryColumn) feature.attributes.push_back(attribute(row, column));
        layer.features.push_back(std::move(feature));
        return {};
    }

    Result<void> readSources() {
        bool present = false;
        const auto looked = rows("SELECT 1 FROM gpkg_contents WHERE table_name = 'source' AND data_type = 'attributes'",
                                 [&present](sqlite3_stmt*) -> Result<void> {
                                     present = true;
                                     return {};
                                 });
        if (!looked || !present) return looked;
        return rows(
            "SELECT layer, source, licence, source_date FROM source ORDER BY rowid",
            [this](sqlite3_stmt* row) -> Result<void> {
                m_pack.sources.push_back(
                    {.layer = text(row, 0), .source = text(row, 1), .licence = text(row, 2), .date = text(row, 3)});
                return {};
            });
    }

    template <class OnRow>
    Result<void> rows(const std::string& sql, OnRow onRow) {
        sqlite3_stmt* raw = nullptr;
        const int prepared = sqlite3_prepare_v2(m_database.get(), sql.c_str(), -1, &raw, nullptr);
        const Statement statement(raw);
        if (prepared != SQLITE_OK) return unreadable();
        int step = SQLITE_ROW;
        while ((step = sqlite3_step(raw)) == SQLITE_ROW)
            if (const auto done = onRow(raw); !done) return done;
        if (step != SQLITE_DONE) return unreadable();
        return {};
    }

    [[nodiscard]] std::unexpected<Error> unreadable() const {
        return broken(std::string("the map pack cannot be read: ") + sqlite3_errmsg(m_database.get()), m_file);
    }

    std::string m_file;
    Database m_database;
    MapPack m_pack;
    std::size_t m_pointsLeft = maxPoints;
};

} // namespace

Result<Shape> readGeoPackageGeometry(std::string_view blob, std::size_t& pointsLeft) {
    constexpr std::size_t header_bytes = 8;
    constexpr std::array<std::size_t, 5> envelope_bytes{0, 32, 48, 48, 64};
    if (blob.size() < header_bytes || !blob.starts_with("GP")) return broken("a geometry has no GeoPackage header");
    const auto flags = static_cast<unsigned char>(blob[3]);
    const std::size_t envelope = (flags >> 1U) & 7U;
    const bool extended = (flags & 0x20U) != 0;
    if (blob[2] != 0 || extended || envelope >= envelope_bytes.size())
        return broken("a geometry has an unknown GeoPackage header");
    const std::size_t start = header_bytes + envelope_bytes.at(envelope);
    if (blob.size() < start) return broken("a geometry ends early");
    return WkbReader(blob.substr(start), pointsLeft).read();
}

Result<MapPack> readMapPack(const std::filesystem::path& file) {
    return PackReader(file).read();
}

} // namespace haneul::tiles
