#include "core/formats/zones_shapefile.h"

#include "core/formats/notam_words.h"
#include "core/formats/shapefile.h"
#include "core/formats/wkt_datum.h"
#include "core/formats/zone_geometry.h"
#include "core/json/json_writer.h"

#include <algorithm>
#include <format>
#include <utility>

namespace haneul::formats {

namespace {

using airspace::Zone;
using airspace::ZoneImport;
using Ring = std::vector<geo::LatLon>;

// Fields that hold what an area is called, the surest first; the last is that of the Korean ministry's layers.
const std::vector<std::string_view> nameFields{"name_ko", "name", "nm", "title", "label", "prh_lbl_1"};

// Twice the area in square degrees; below 0: clockwise, seen with north up.
double turnOf(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const geo::LatLon a = ring[i];
        const geo::LatLon b = ring[(i + 1) % ring.size()];
        // From the first point on: small rings far from the meridian keep their digits.
        sum += (a.longitude_deg - ring[0].longitude_deg) * (b.latitude_deg - ring[0].latitude_deg) -
               (b.longitude_deg - ring[0].longitude_deg) * (a.latitude_deg - ring[0].latitude_deg);
    }
    return sum;
}

bool isInside(geo::LatLon point, const Ring& ring) {
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const geo::LatLon a = ring[i];
        const geo::LatLon b = ring[(i + 1) % ring.size()];
        if ((a.latitude_deg > point.latitude_deg) == (b.latitude_deg > point.latitude_deg)) continue;
        const double part = (point.latitude_deg - a.latitude_deg) / (b.latitude_deg - a.latitude_deg);
        if (point.longitude_deg < a.longitude_deg + part * (b.longitude_deg - a.longitude_deg)) inside = !inside;
    }
    return inside;
}

// A hole may touch its area, so most of its points decide; whether it then really lies inside geo::check says.
bool holds(const Ring& outer, const Ring& hole) {
    const auto inside = std::ranges::count_if(hole, [&](geo::LatLon point) { return isInside(point, outer); });
    return static_cast<std::size_t>(inside) * 2 > hole.size();
}

class ShapefileZones {
public:
    ShapefileZones(const ShapefileBytes& bytes, std::string_view fileName, const std::optional<ZoneDefaults>& defaults,
                   const TextDecoder& decode)
        : m_bytes(bytes)
        , m_file(fileName)
        , m_defaults(defaults)
        , m_decode(decode) {
        m_import.format = "Shapefile";
    }

    Result<ZoneImport> read() {
        const auto datum = datumOfWkt(m_bytes.prj);
        if (!datum) return std::unexpected(datum.error());
        if (!datum->empty())
            note("OTHER_DATUM", std::format("the datum is \"{}\", which lies within a metre of WGS84", *datum), ".prj");
        std::vector<ShapeRecord> records;
        if (auto read = readShapes(m_bytes.shp, [&](ShapeRecord record) { records.push_back(std::move(record)); });
            !read)
            return std::unexpected(read.error());
        openTable(records.size());
        for (ShapeRecord& record : records)
            feature(std::move(record));
        airspace::findDuplicates(m_import);
        return std::move(m_import);
    }

private:
    void note(const char* code, std::string message, std::string where) {
        m_import.findings.push_back({airspace::Severity::Note, code, std::move(message), std::move(where)});
    }

    void openTable(std::size_t shapes) {
        if (m_bytes.dbf.empty()) return note("NO_TABLE", "there is no .dbf: the areas have no names", ".dbf");
        auto table = DbfTable::open(m_bytes.dbf);
        if (!table) return note("NO_TABLE", table.error().message + ": it is not used", ".dbf");
        if (table->records() != shapes)
            return note("NO_TABLE",
                        std::format("the table has {} records for {} shapes: which belongs to which is not known, and "
                                    "it is not used",
                                    table->records(), shapes),
                        ".dbf");
        m_nameField = table->textField(nameFields);
        m_table = *std::move(table);
        // What a text is written in says the .cpg, else the table itself.
        m_encoding = trimmedBlanks(m_bytes.cpg.substr(0, 64));
        if (m_encoding.empty()) m_encoding = m_table->encoding();
    }

    // Plain letters are the same in every encoding that tables have.
    std::string nameOf(std::size_t row, Findings& findings, const std::string& where) const {
        if (!m_table || !m_nameField) return {};
        const std::string_view written = m_table->cell(row, *m_nameField);
        if (std::ranges::all_of(written, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
            return withoutMarkup(written);
        const bool utf8 = json::toValidUtf8(written) == written;
        if (utf8 && (m_encoding.empty() || m_encoding == "UTF-8" || m_encoding == "utf-8" || m_encoding == "UTF8"))
            return withoutMarkup(written);
        if (m_decode && !m_encoding.empty())
            if (const auto decoded = m_decode(written, m_encoding)) return withoutMarkup(*decoded);
        findings.note("NAME_NOT_READ",
                      m_encoding.empty()
                          ? std::string("in what encoding the name is written is not said: a .cpg file is wanted")
                          : std::format("the name cannot be read as \"{}\"", json::toValidUtf8(m_encoding)),
                      where);
        return {};
    }

    void feature(ShapeRecord record) {
        const std::string where = std::format("record {}", record.number);
        Findings findings;
        Zone zone;
        zone.source = {.format = "Shapefile", .file = m_file, .where = where};
        const std::size_t row = record.number - 1;
        if (std::string name = nameOf(row, findings, where); !name.empty()) zone.name = {{std::move(name), {}}};
        if (m_table && m_table->deleted(row))
            findings.refuse("DELETED", "the table marks the record as deleted", where);
        if (record.type == std::to_underlying(ShapeType::Null))
            findings.refuse("NO_GEOMETRY", "the record has no shape", where);
        else if (!isPolygon(record.type))
            findings.refuse("NOT_AN_AREA", std::format("a shape of type {} is not an area", record.type), where);
        else
            areas(std::move(record), zone, findings, where);
        m_import.features.push_back(
            reportByDefault(where, std::move(zone), findings.take(), m_import.features.size() + 1, m_defaults));
    }

    static bool isPolygon(std::int32_t type) {
        return type == std::to_underlying(ShapeType::Polygon) || type == std::to_underlying(ShapeType::PolygonM) ||
               type == std::to_underlying(ShapeType::PolygonZ);
    }

    static void areas(ShapeRecord record, Zone& zone, Findings& findings, const std::string& where) {
        std::vector<Ring> outers, holes;
        for (std::size_t i = 0; i < record.rings.size(); ++i) {
            Ring& ring = record.rings[i];
            const std::string place = std::format("{}: part {}", where, i + 1);
            if (!std::ranges::all_of(ring, &geo::LatLon::valid))
                return findings.refuse("BAD_AREA", "a point is not a place on Earth in degrees", place);
            if (!tidyRing(ring) && ring.size() >= 3)
                findings.quarantine("RING_NOT_CLOSED", "the ring does not end where it begins; it was closed", place);
            if (ring.size() < 3)
                return findings.refuse("BAD_AREA",
                                       std::format("a ring of {} different points is not an area", ring.size()), place);
            (turnOf(ring) > 0 ? holes : outers).push_back(std::move(ring));
        }
        if (outers.empty() && holes.size() == 1) {
            findings.quarantine("RING_DIRECTION",
                                "the only ring runs counterclockwise, as a hole does; it is taken for the area", where);
            outers.swap(holes);
        }
        std::vector<geo::Polygon> polygons;
        for (Ring& outer : outers)
            polygons.push_back({std::move(outer), {}});
        for (Ring& hole : holes)
            if (!give(std::move(hole), polygons))
                return findings.refuse("BAD_AREA", "a counterclockwise ring, which is a hole, lies in no area", where);
        if (polygons.empty()) findings.refuse("NO_GEOMETRY", "the shape has no rings", where);
        for (geo::Polygon& polygon : polygons)
            zone.layers.push_back({std::move(polygon), {}, {}});
    }

    // An island in a lake on an island: the innermost area that holds the hole has it.
    static bool give(Ring hole, std::vector<geo::Polygon>& polygons) {
        geo::Polygon* innermost = nullptr;
        for (geo::Polygon& polygon : polygons)
            if (holds(polygon.outer, hole) && (innermost == nullptr || holds(innermost->outer, polygon.outer)))
                innermost = &polygon;
        if (innermost == nullptr) return false;
        innermost->holes.push_back(std::move(hole));
        return true;
    }

    const ShapefileBytes& m_bytes;
    std::string m_file;
    const std::optional<ZoneDefaults>& m_defaults;
    const TextDecoder& m_decode;
    std::optional<DbfTable> m_table;
    std::optional<std::size_t> m_nameField;
    std::string_view m_encoding;
    ZoneImport m_import;
};

} // namespace

Result<ZoneImport> readZonesShapefile(const ShapefileBytes& bytes, std::string_view fileName,
                                      const std::optional<ZoneDefaults>& defaults, const TextDecoder& decode) {
    if (bytes.shp.size() > maxZoneFileBytes || bytes.dbf.size() > maxZoneFileBytes)
        return fail("TOO_LARGE", std::format("the file has more than {} MiB", maxZoneFileBytes >> 20));
    return ShapefileZones(bytes, fileName, defaults, decode).read();
}

} // namespace haneul::formats
