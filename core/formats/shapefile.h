#pragma once

#include "core/base/error.h"
#include "core/geo/position.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The bytes of a Shapefile (ESRI Shapefile Technical Description, July 1998) and of its dBASE table; inside this room
// only. What the shapes mean is zones_shapefile.h's business.
namespace haneul::formats {

inline constexpr std::size_t maxShapeRecords = 50'000;

enum class ShapeType : std::int32_t { Null = 0, Polygon = 5, PolygonZ = 15, PolygonM = 25 };

struct ShapeRecord {
    std::size_t number = 0;                      // from 1, as the file counts
    std::int32_t type = 0;                       // of ShapeType, or another one, which then has no rings
    std::vector<std::vector<geo::LatLon>> rings; // as written: x is longitude, y latitude
};

// In the order of the file. Codes, of the file as a whole, since behind a broken record nothing is sure:
// NOT_A_SHAPEFILE, BROKEN_SHAPEFILE (`where`: "record 3"), TOO_MANY_FEATURES.
[[nodiscard]] Result<void> readShapes(std::string_view shp, const std::function<void(ShapeRecord)>& take);

class DbfTable {
public:
    // Codes: BROKEN_DBF. The bytes must outlive the table.
    [[nodiscard]] static Result<DbfTable> open(std::string_view bytes);

    [[nodiscard]] std::size_t records() const { return m_records; }

    [[nodiscard]] bool deleted(std::size_t record) const; // marked so, but still there

    // Number of the first of these fields (without regard to case) that holds text.
    [[nodiscard]] std::optional<std::size_t> textField(const std::vector<std::string_view>& names) const;
    [[nodiscard]] std::string_view cell(std::size_t record, std::size_t field) const; // without blanks around it

    // What the byte of its header says, as an encoding: "CP949". Empty: it says nothing.
    [[nodiscard]] std::string_view encoding() const;

private:
    struct Field {
        std::string name;
        char type = 'C';
        std::size_t offset = 0, size = 0;
    };

    [[nodiscard]] std::string_view row(std::size_t record) const;

    std::string_view m_bytes;
    std::size_t m_records = 0, m_header_bytes = 0, m_row_bytes = 0;
    unsigned char m_language = 0;
    std::vector<Field> m_fields;
};

} // namespace haneul::formats
