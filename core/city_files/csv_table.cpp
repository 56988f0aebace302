#include "core/city_files/csv_table.h"

#include "core/city_files/row_codes.h"
#include "core/city_files/wkt.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <format>
#include <initializer_list>
#include <set>

namespace haneul::city_files {

namespace {

using Fields = std::vector<std::string>;

bool isUtf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        std::size_t more = 0;
        if (lead >= 0xC2 && lead <= 0xDF)
            more = 1;
        else if (lead >= 0xE0 && lead <= 0xEF)
            more = 2;
        else if (lead >= 0xF0 && lead <= 0xF4)
            more = 3;
        else if (lead == 0 || lead > 0x7F)
            return false;
        for (std::size_t k = 1; k <= more; ++k)
            if (i + k >= bytes.size() || (static_cast<unsigned char>(bytes[i + k]) & 0xC0U) != 0x80U) return false;
        i += more + 1;
    }
    return true;
}

char separatorOf(std::string_view bytes) {
    constexpr std::array<char, 3> known{',', ';', '\t'};
    const std::string_view first = bytes.substr(0, bytes.find('\n'));
    return *std::ranges::max_element(known, {}, [&](char one) { return std::ranges::count(first, one); });
}

// One record after the other; fields in quotes may hold separators, line ends and doubled quotes.
class Records {
public:
    Records(std::string_view bytes, char separator)
        : m_rest(bytes)
        , m_separator(separator) {}

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

    [[nodiscard]] std::uint64_t line() const { return m_recordLine; }

    Result<Fields> next() {
        m_recordLine = m_line;
        Fields fields;
        while (true) {
            Result<std::string> read = field();
            if (!read) return std::unexpected(std::move(read).error());
            fields.push_back(*std::move(read));
            if (fields.size() > mostColumns)
                return fail("CSV_TOO_LARGE", std::format("more than {} columns", mostColumns), where());
            if (m_rest.empty()) return fields;
            const char ended = m_rest.front();
            m_rest.remove_prefix(1);
            if (ended == m_separator) continue;
            ++m_line;
            return fields;
        }
    }

private:
    [[nodiscard]] std::string where() const { return std::format("line {}", m_recordLine); }

    Result<std::string> field() {
        if (m_rest.starts_with('"')) return quoted();
        const std::size_t end = std::min(m_rest.find_first_of(std::string{m_separator, '\n'}), m_rest.size());
        std::string text(m_rest.substr(0, end));
        m_rest.remove_prefix(end);
        if (text.ends_with('\r')) text.pop_back();
        return trimmed(std::move(text));
    }

    Result<std::string> quoted() {
        std::string text;
        m_rest.remove_prefix(1);
        while (true) {
            const std::size_t end = m_rest.find('"');
            if (end == std::string_view::npos) return fail("BAD_CSV", "a quote does not end", where());
            const std::string_view part = m_rest.substr(0, end);
            m_line += static_cast<std::uint64_t>(std::ranges::count(part, '\n'));
            text += part;
            m_rest.remove_prefix(end + 1);
            if (!m_rest.starts_with('"')) break;
            text += '"';
            m_rest.remove_prefix(1);
        }
        if (m_rest.starts_with('\r')) m_rest.remove_prefix(1);
        if (!m_rest.empty() && m_rest.front() != m_separator && m_rest.front() != '\n')
            return fail("BAD_CSV", "there is text behind a closing quote", where());
        return text;
    }

    static std::string trimmed(std::string text) {
        const auto first = text.find_first_not_of(' ');
        if (first == std::string::npos) return {};
        return text.substr(first, text.find_last_not_of(' ') - first + 1);
    }

    std::string_view m_rest;
    char m_separator;
    std::uint64_t m_line = 1;
    std::uint64_t m_recordLine = 1;
};

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::optional<double> number(const std::string& text) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, value);
    return problem == std::errc() && stop == end && !text.empty() ? std::optional(value) : std::nullopt;
}

using Column = std::optional<std::size_t>;

// Which columns say where a row is.
struct PlaceColumns {
    Column longitude, latitude, toLongitude, toLatitude, wkt;
    bool line = false;

    [[nodiscard]] std::vector<std::size_t> all() const {
        std::vector<std::size_t> found;
        for (const Column& column : {longitude, latitude, toLongitude, toLatitude, wkt})
            if (column) found.push_back(*column);
        return found;
    }
};

Column named(const Fields& names, std::initializer_list<std::string_view> wanted) {
    for (const std::string_view name : wanted)
        if (const auto found = std::ranges::find(names, name, lower); found != names.end())
            return static_cast<std::size_t>(found - names.begin());
    return std::nullopt;
}

std::optional<PlaceColumns> placeColumns(const Fields& names) {
    PlaceColumns columns;
    if ((columns.wkt = named(names, {"wkt", "geometry", "geom"}))) return columns;
    columns.longitude = named(names, {"from_lon"});
    columns.latitude = named(names, {"from_lat"});
    columns.toLongitude = named(names, {"to_lon"});
    columns.toLatitude = named(names, {"to_lat"});
    if (columns.all().size() == 4) {
        columns.line = true;
        return columns;
    }
    columns = {};
    columns.longitude = named(names, {"lon", "longitude", "lng"});
    columns.latitude = named(names, {"lat", "latitude"});
    if (columns.all().size() == 2) return columns;
    return std::nullopt;
}

Shape trouble(std::string why) {
    Shape shape;
    shape.trouble = std::move(why);
    return shape;
}

Shape shapeOf(const Fields& fields, const PlaceColumns& columns) {
    if (columns.wkt) return shapeFromWkt(fields[*columns.wkt]);
    const auto at = [&](const Column& longitude, const Column& latitude) -> std::optional<geo::LatLon> {
        const auto x = number(fields[*longitude]);
        const auto y = number(fields[*latitude]);
        return x && y ? std::optional(geo::LatLon{*y, *x}) : std::nullopt;
    };
    const auto from = at(columns.longitude, columns.latitude);
    if (!from) return trouble(troubleOf("BAD_LON_LAT"));
    Shape shape;
    if (!columns.line) {
        shape.kind = Shape::Kind::Points;
        shape.points = {*from};
        return shape;
    }
    const auto to = at(columns.toLongitude, columns.toLatitude);
    if (!to) return trouble(troubleOf("BAD_LON_LAT"));
    shape.kind = Shape::Kind::Lines;
    shape.lines = {{*from, *to}};
    return shape;
}

bool isBlank(const Fields& fields) {
    return fields.size() == 1 && fields.front().empty();
}

} // namespace

Result<Table> readCsv(std::string_view bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
    if (!isUtf8(bytes)) return fail("BAD_CSV", "the file is not UTF-8 text; save it as UTF-8 (CP949 is not guessed)");
    Records records(bytes, separatorOf(bytes));
    if (records.atEnd()) return fail("BAD_CSV", "the file is empty; a line of column names is wanted");
    Result<Fields> names = records.next();
    if (!names) return std::unexpected(std::move(names).error());
    std::set<std::string> different;
    for (const std::string& name : *names)
        if (!different.insert(lower(name)).second)
            return fail("BAD_CSV", "two columns are named \"" + name + "\"", "line 1");
    const auto places = placeColumns(*names);
    if (!places)
        return fail("NO_PLACES",
                    "no column says where a row is: lon and lat, from_lon, from_lat, to_lon and to_lat, or "
                    "wkt are wanted",
                    "line 1");
    const std::vector<std::size_t> placed = places->all();
    Table table;
    for (std::size_t i = 0; i < names->size(); ++i)
        if (!std::ranges::contains(placed, i)) table.columns.push_back((*names)[i]);
    while (!records.atEnd()) {
        Result<Fields> fields = records.next();
        if (!fields) return std::unexpected(std::move(fields).error());
        if (isBlank(*fields)) continue;
        if (table.rows.size() == mostRows) return fail("CSV_TOO_LARGE", std::format("more than {} rows", mostRows));
        Row row{.number = records.line(), .shape = {}, .values = {}};
        const bool whole = fields->size() == names->size();
        row.shape =
            whole ? shapeOf(*fields, *places)
                  : trouble(troubleOf("FIELD_COUNT", {std::to_string(fields->size()), std::to_string(names->size())}));
        fields->resize(names->size());
        for (std::size_t i = 0; i < names->size(); ++i)
            if (!std::ranges::contains(placed, i)) row.values.push_back((*fields)[i].substr(0, longestValue));
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace haneul::city_files
