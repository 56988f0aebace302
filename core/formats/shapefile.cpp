#include "core/formats/shapefile.h"

#include "core/formats/notam_words.h"
#include "core/formats/zip_archive.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <format>
#include <utility>

namespace haneul::formats {

namespace {

constexpr std::size_t shpHeader_bytes = 100;
constexpr std::int32_t fileCode = 9994;
constexpr std::size_t recordHeader_bytes = 8;
constexpr std::size_t dbfHeader_bytes = 32;
constexpr std::size_t mostFields = 255;

template <class T>
T littleAt(std::string_view bytes, std::size_t at) {
    static_assert(std::endian::native == std::endian::little);
    T value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

std::int32_t bigAt(std::string_view bytes, std::size_t at) {
    return std::byteswap(littleAt<std::int32_t>(bytes, at));
}

std::unexpected<Error> broken(std::string message, std::size_t record) {
    return fail("BROKEN_SHAPEFILE", std::move(message), std::format("record {}", record));
}

bool hasRings(std::int32_t type) {
    return type == std::to_underlying(ShapeType::Polygon) || type == std::to_underlying(ShapeType::PolygonZ) ||
           type == std::to_underlying(ShapeType::PolygonM);
}

// Polygon: box, number of parts, number of points, first points of the parts, points; Z and M behind them are not read.
Result<std::vector<std::vector<geo::LatLon>>> ringsOf(std::string_view content, std::size_t record) {
    constexpr std::size_t head_bytes = 4 + 32 + 4 + 4;
    if (content.size() < head_bytes) return broken("the polygon is cut off", record);
    const auto parts = littleAt<std::int32_t>(content, 36);
    const auto points = littleAt<std::int32_t>(content, 40);
    if (parts < 0 || points < 0) return broken("a number below zero", record);
    const auto partCount = static_cast<std::size_t>(parts);
    const auto pointCount = static_cast<std::size_t>(points);
    if (partCount * 4 + pointCount * 16 > content.size() - head_bytes)
        return broken(std::format("{} parts of {} points are more than the record holds", parts, points), record);
    const std::size_t firstPoint = head_bytes + partCount * 4;
    std::vector<std::vector<geo::LatLon>> rings;
    for (std::size_t part = 0; part < partCount; ++part) {
        const auto from = littleAt<std::int32_t>(content, head_bytes + part * 4);
        const auto to = part + 1 < partCount ? littleAt<std::int32_t>(content, head_bytes + part * 4 + 4) : points;
        if (from < 0 || to < from || to > points || (part == 0 && from != 0))
            return broken("the parts are not in order", record);
        auto& ring = rings.emplace_back();
        for (auto point = static_cast<std::size_t>(from); point < static_cast<std::size_t>(to); ++point)
            ring.push_back({littleAt<double>(content, firstPoint + point * 16 + 8),
                            littleAt<double>(content, firstPoint + point * 16)});
    }
    return rings;
}

} // namespace

Result<void> readShapes(std::string_view shp, const std::function<void(ShapeRecord)>& take) {
    if (shp.size() < shpHeader_bytes || bigAt(shp, 0) != fileCode)
        return fail("NOT_A_SHAPEFILE", "the file does not begin as a .shp does");
    const std::int64_t said_bytes = std::int64_t{bigAt(shp, 24)} * 2;
    if (said_bytes < static_cast<std::int64_t>(shpHeader_bytes) || said_bytes > static_cast<std::int64_t>(shp.size()))
        return fail("BROKEN_SHAPEFILE",
                    std::format("the file should have {} bytes and has {}: it is cut off", said_bytes, shp.size()));
    shp = shp.substr(0, static_cast<std::size_t>(said_bytes));
    std::size_t at = shpHeader_bytes;
    for (std::size_t number = 1; at < shp.size(); ++number) {
        if (number > maxShapeRecords)
            return fail("TOO_MANY_FEATURES", std::format("more than {} records", maxShapeRecords));
        if (shp.size() - at < recordHeader_bytes) return broken("the record is cut off", number);
        const std::int64_t content_bytes = std::int64_t{bigAt(shp, at + 4)} * 2;
        at += recordHeader_bytes;
        if (content_bytes < 4 || content_bytes > static_cast<std::int64_t>(shp.size() - at))
            return broken(std::format("a length of {} bytes goes beyond the file", content_bytes), number);
        const std::string_view content = shp.substr(at, static_cast<std::size_t>(content_bytes));
        ShapeRecord record{number, littleAt<std::int32_t>(content, 0), {}};
        if (hasRings(record.type)) {
            auto rings = ringsOf(content, number);
            if (!rings) return std::unexpected(rings.error());
            record.rings = *std::move(rings);
        }
        take(std::move(record));
        at += content.size();
    }
    return {};
}

Result<DbfTable> DbfTable::open(std::string_view bytes) {
    const auto damaged = [](const char* message) { return fail("BROKEN_DBF", message, ".dbf"); };
    if (bytes.size() < dbfHeader_bytes) return damaged("the table is cut off");
    DbfTable table;
    table.m_bytes = bytes;
    table.m_records = littleAt<std::uint32_t>(bytes, 4);
    table.m_header_bytes = littleAt<std::uint16_t>(bytes, 8);
    table.m_row_bytes = littleAt<std::uint16_t>(bytes, 10);
    table.m_language = littleAt<unsigned char>(bytes, 29);
    if (table.m_header_bytes < dbfHeader_bytes || table.m_header_bytes > bytes.size() || table.m_row_bytes == 0 ||
        table.m_records > (bytes.size() - table.m_header_bytes) / table.m_row_bytes)
        return damaged("the table has less records than it says");
    std::size_t offset = 1; // behind the mark of deletion
    for (std::size_t at = dbfHeader_bytes; at + 32 <= table.m_header_bytes && bytes[at] != '\r'; at += 32) {
        if (table.m_fields.size() == mostFields) return damaged("the table has more than 255 fields");
        const std::string_view name = bytes.substr(at, 11);
        const std::size_t size = littleAt<unsigned char>(bytes, at + 16);
        if (offset + size > table.m_row_bytes) return damaged("the fields are longer than a record");
        table.m_fields.push_back(
            {lowered(trimmedBlanks(name.substr(0, name.find('\0')))), bytes[at + 11], offset, size});
        offset += size;
    }
    return table;
}

std::string_view DbfTable::row(std::size_t record) const {
    return m_bytes.substr(m_header_bytes + record * m_row_bytes, m_row_bytes);
}

bool DbfTable::deleted(std::size_t record) const {
    return record < m_records && row(record).front() == '*';
}

std::optional<std::size_t> DbfTable::textField(const std::vector<std::string_view>& names) const {
    for (const std::string_view name : names)
        for (std::size_t i = 0; i < m_fields.size(); ++i)
            if (m_fields[i].type == 'C' && m_fields[i].name == lowered(name)) return i;
    return std::nullopt;
}

std::string_view DbfTable::cell(std::size_t record, std::size_t field) const {
    if (record >= m_records || field >= m_fields.size()) return {};
    const std::string_view text = row(record).substr(m_fields[field].offset, m_fields[field].size);
    return trimmedBlanks(text.substr(0, text.find('\0')));
}

std::string_view DbfTable::encoding() const {
    switch (m_language) { // as ESRI, dBASE and GDAL write it
    case 0x01:
        return "CP437";
    case 0x02:
        return "CP850";
    case 0x03:
    case 0x57:
        return "CP1252";
    case 0x13:
    case 0x7B:
        return "CP932";
    case 0x4D:
    case 0x7A:
        return "CP936";
    case 0x4E:
    case 0x79:
        return "CP949";
    case 0x4F:
    case 0x78:
        return "CP950";
    default:
        return {};
    }
}

} // namespace haneul::formats
