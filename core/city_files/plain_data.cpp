#include "core/city_files/plain_data.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace haneul::city_files {

namespace {

static_assert(std::endian::native == std::endian::little, "the stored form is little-endian");

constexpr std::string_view magic = "HNPLAIN1";
constexpr std::uint8_t tableMark = 1;
constexpr std::uint8_t rasterMark = 2;
constexpr std::size_t place_bytes = 2 * sizeof(double);

class Writer {
public:
    template <class T>
    void number(T value) {
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        m_bytes.append(bytes, sizeof value);
    }

    void count(std::size_t value) { number(static_cast<std::uint32_t>(value)); }

    void text(std::string_view text) {
        const std::string_view kept = text.substr(0, longestValue);
        count(kept.size());
        m_bytes += kept;
    }

    void places(const std::vector<geo::LatLon>& places) {
        count(places.size());
        for (const geo::LatLon place : places) {
            number(place.latitude_deg);
            number(place.longitude_deg);
        }
    }

    void raw(std::string_view bytes) { m_bytes += bytes; }

    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

// Everything after the first thing that does not fit is empty; `sound` says whether all did.
class Reader {
public:
    explicit Reader(std::string_view bytes)
        : m_rest(bytes) {}

    template <class T>
    T number() {
        T value{};
        if (m_rest.size() < sizeof value) {
            spoil();
            return value;
        }
        std::memcpy(&value, m_rest.data(), sizeof value);
        m_rest.remove_prefix(sizeof value);
        return value;
    }

    // How many things follow, each of at least `least_bytes`.
    std::size_t count(std::size_t most, std::size_t least_bytes) {
        const std::size_t value = number<std::uint32_t>();
        if (value <= most && value <= m_rest.size() / least_bytes) return value;
        spoil();
        return 0;
    }

    std::string text() {
        const std::size_t length = count(longestValue, 1);
        std::string value(m_rest.substr(0, length));
        m_rest.remove_prefix(length);
        return value;
    }

    std::vector<geo::LatLon> places() {
        std::vector<geo::LatLon> found(count(mostPlaces - m_places, place_bytes));
        m_places += found.size();
        for (geo::LatLon& place : found) {
            place.latitude_deg = number<double>();
            place.longitude_deg = number<double>();
        }
        return found;
    }

    std::string_view raw(std::size_t bytes) {
        if (bytes > m_rest.size()) {
            spoil();
            return {};
        }
        const std::string_view found = m_rest.substr(0, bytes);
        m_rest.remove_prefix(bytes);
        return found;
    }

    void spoil() {
        m_sound = false;
        m_rest = {};
    }

    [[nodiscard]] bool sound() const { return m_sound; }

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
    std::size_t m_places = 0;
    bool m_sound = true;
};

void write(Writer& out, const Shape& shape) {
    out.number(static_cast<std::uint8_t>(shape.kind));
    switch (shape.kind) {
    case Shape::Kind::None:
        return out.text(shape.trouble);
    case Shape::Kind::Points:
        return out.places(shape.points);
    case Shape::Kind::Lines:
        out.count(shape.lines.size());
        for (const auto& line : shape.lines)
            out.places(line);
        return;
    case Shape::Kind::Polygons:
        out.count(shape.polygons.size());
        for (const geo::Polygon& polygon : shape.polygons) {
            out.places(polygon.outer);
            out.count(polygon.holes.size());
            for (const auto& hole : polygon.holes)
                out.places(hole);
        }
    }
}

Shape readShape(Reader& in) {
    constexpr std::size_t list_bytes = sizeof(std::uint32_t);
    Shape shape;
    const auto kind = in.number<std::uint8_t>();
    if (kind > static_cast<std::uint8_t>(Shape::Kind::Polygons)) in.spoil();
    shape.kind = in.sound() ? static_cast<Shape::Kind>(kind) : Shape::Kind::None;
    switch (shape.kind) {
    case Shape::Kind::None:
        shape.trouble = in.text();
        break;
    case Shape::Kind::Points:
        shape.points = in.places();
        break;
    case Shape::Kind::Lines:
        shape.lines.resize(in.count(mostPlaces, list_bytes));
        for (auto& line : shape.lines)
            line = in.places();
        break;
    case Shape::Kind::Polygons:
        shape.polygons.resize(in.count(mostPlaces, 2 * list_bytes));
        for (geo::Polygon& polygon : shape.polygons) {
            polygon.outer = in.places();
            polygon.holes.resize(in.count(mostPlaces, list_bytes));
            for (auto& hole : polygon.holes)
                hole = in.places();
        }
    }
    return shape;
}

void write(Writer& out, const Table& table) {
    out.number(tableMark);
    out.text(table.reference);
    out.count(table.columns.size());
    for (const std::string& column : table.columns)
        out.text(column);
    out.count(table.rows.size());
    for (const Row& row : table.rows) {
        out.number(row.number);
        write(out, row.shape);
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            out.text(i < row.values.size() ? std::string_view(row.values[i]) : std::string_view());
    }
}

Table readTable(Reader& in) {
    Table table;
    table.reference = in.text();
    table.columns.resize(in.count(mostColumns, sizeof(std::uint32_t)));
    for (std::string& column : table.columns)
        column = in.text();
    const std::size_t row_bytes = sizeof(std::uint64_t) + 1 + sizeof(std::uint32_t) * (1 + table.columns.size());
    table.rows.resize(in.count(mostRows, row_bytes));
    for (Row& row : table.rows) {
        row.number = in.number<std::uint64_t>();
        row.shape = readShape(in);
        row.values.resize(table.columns.size());
        for (std::string& value : row.values)
            value = in.text();
        if (!in.sound()) break;
    }
    return table;
}

void write(Writer& out, const Raster& raster) {
    out.number(rasterMark);
    out.text(raster.reference);
    out.text(raster.unit);
    out.text(raster.datum ? geo::toString(*raster.datum) : std::string_view());
    out.number(static_cast<std::uint8_t>(raster.resampled));
    for (const double number :
         {raster.southWest.latitude_deg, raster.southWest.longitude_deg, raster.rowStep_deg, raster.columnStep_deg})
        out.number(number);
    out.number(raster.rows);
    out.number(raster.columns);
    out.raw({reinterpret_cast<const char*>(raster.values.data()), raster.values.size() * sizeof(float)});
}

Raster readRaster(Reader& in) {
    Raster raster;
    raster.reference = in.text();
    raster.unit = in.text();
    const std::string datum = in.text();
    raster.datum = geo::heightDatumFromString(datum);
    if (!datum.empty() && !raster.datum) in.spoil();
    raster.resampled = in.number<std::uint8_t>() != 0;
    for (double* const number :
         {&raster.southWest.latitude_deg, &raster.southWest.longitude_deg, &raster.rowStep_deg, &raster.columnStep_deg})
        *number = in.number<double>();
    raster.rows = in.number<std::uint32_t>();
    raster.columns = in.number<std::uint32_t>();
    const std::uint64_t values = std::uint64_t(raster.rows) * raster.columns;
    if (values > mostValues) in.spoil();
    const std::string_view bytes = in.raw(in.sound() ? static_cast<std::size_t>(values) * sizeof(float) : 0);
    raster.values.resize(bytes.size() / sizeof(float));
    if (!bytes.empty()) std::memcpy(raster.values.data(), bytes.data(), bytes.size());
    return raster;
}

} // namespace

bool Raster::operator==(const Raster& other) const {
    const auto same = [](float a, float b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    return southWest == other.southWest && rowStep_deg == other.rowStep_deg && columnStep_deg == other.columnStep_deg &&
           rows == other.rows && columns == other.columns && unit == other.unit && datum == other.datum &&
           reference == other.reference && resampled == other.resampled &&
           std::ranges::equal(values, other.values, same);
}

std::string writePlain(const Contents& contents) {
    Writer out;
    out.raw(magic);
    std::visit([&](const auto& what) { write(out, what); }, contents);
    return out.take();
}

Result<Contents> readPlain(std::string_view bytes) {
    const auto broken = [] {
        return fail("BAD_PLAIN_DATA", "the prepared data is cut off or was not written by this program");
    };
    if (!bytes.starts_with(magic)) return broken();
    Reader in(bytes.substr(magic.size()));
    const auto mark = in.number<std::uint8_t>();
    Contents contents;
    if (mark == tableMark)
        contents = readTable(in);
    else if (mark == rasterMark)
        contents = readRaster(in);
    else
        return broken();
    if (!in.sound() || !in.atEnd()) return broken();
    return contents;
}

} // namespace haneul::city_files
