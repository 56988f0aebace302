#include "core/formats/geojson_lines.h"

#include "core/formats/json_value.h"
#include "core/formats/kml_lines.h"

#include <cmath>
#include <format>

namespace haneul::formats {

namespace {

constexpr std::size_t deepest = 64;
constexpr int mostCollections = 4; // within each other
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr double lowest_m = -1'000, highest_m = 100'000;

std::string_view typeOf(const JsonValue& value) {
    const auto type = value.find("type");
    return type ? type->string().value_or("") : std::string_view();
}

class LineReader {
public:
    Result<void> read(const JsonValue& root) {
        const auto type = typeOf(root);
        if (type == "FeatureCollection") {
            const auto features = root.find("features");
            if (!features || !features->isArray()) return fail("NOT_GEOJSON", "a list \"features\" is wanted");
            features->each([&](const JsonValue& item) { feature(item); });
        } else if (type == "Feature") {
            feature(JsonValue{root.element, "feature"});
        } else if (isGeometry(type)) {
            geometry(JsonValue{root.element, "geometry"}, {}, 0);
        } else {
            return fail("NOT_GEOJSON", "a FeatureCollection, a Feature or a geometry is wanted", "type");
        }
        if (m_points > maxGeoJsonLinePoints)
            return fail("TOO_MANY_POINTS", std::format("more than {} points", maxGeoJsonLinePoints));
        return {};
    }

    GeoJsonLines take() { return std::move(m_found); }

private:
    static bool isGeometry(std::string_view type) {
        for (const std::string_view known :
             {"LineString", "MultiLineString", "GeometryCollection", "Polygon", "MultiPolygon", "Point", "MultiPoint"})
            if (type == known) return true;
        return false;
    }

    void note(const char* code, std::string message, std::string where) {
        if (m_found.notes.size() < maxGeoJsonLineNotes)
            m_found.notes.push_back({code, std::move(message), std::move(where)});
    }

    void feature(const JsonValue& value) {
        if (!value.isObject()) return note("BAD_LINE", "an object is wanted", value.path);
        const auto shape = value.find("geometry");
        const auto properties = value.find("properties");
        const auto name = properties && properties->isObject() ? properties->find("name") : std::nullopt;
        if (shape && shape->isObject()) geometry(*shape, name ? kmlName(name->string().value_or("")) : "", 0);
    }

    void geometry(const JsonValue& value, const std::string& name, int depth) {
        const auto type = typeOf(value);
        if (type == "GeometryCollection" && depth < mostCollections) {
            if (const auto parts = value.find("geometries"))
                parts->each([&](const JsonValue& part) {
                    if (part.isObject()) geometry(part, name, depth + 1);
                });
            return;
        }
        if (type != "LineString" && type != "MultiLineString") return;
        const auto coordinates = value.find("coordinates");
        if (!coordinates || !coordinates->isArray()) return note("BAD_LINE", "coordinates are wanted", value.path);
        if (type == "LineString") return line(*coordinates, name);
        coordinates->each([&](const JsonValue& part) { line(part, name); });
    }

    void line(const JsonValue& coordinates, const std::string& name) {
        GeoJsonLine line{.name = name, .where = coordinates.path, .points = {}};
        std::string wrong;
        coordinates.each([&](const JsonValue& position) {
            if (!wrong.empty() || ++m_points > maxGeoJsonLinePoints) return;
            if (const auto point = pointOf(position))
                line.points.push_back(*point);
            else
                wrong = position.path;
        });
        if (!wrong.empty())
            return note("BAD_PLACE", "longitude, latitude and a height in metres or none are wanted", wrong);
        if (line.points.size() < 2) return note("BAD_LINE", "a line has two points or more", coordinates.path);
        m_found.lines.push_back(std::move(line));
    }

    static std::optional<GeoJsonPoint> pointOf(const JsonValue& position) {
        std::vector<double> numbers;
        bool sound = position.isArray();
        position.each([&](const JsonValue& item) {
            const auto number = item.number();
            sound = sound && number && numbers.size() < 4;
            if (sound) numbers.push_back(*number);
        });
        if (!sound || numbers.size() < 2) return std::nullopt;
        GeoJsonPoint point{.place = {numbers[1], numbers[0]}, .height_m = {}};
        if (!point.place.valid()) return std::nullopt;
        if (numbers.size() > 2) {
            if (!(numbers[2] >= lowest_m && numbers[2] <= highest_m)) return std::nullopt;
            point.height_m = numbers[2];
        }
        return point;
    }

    GeoJsonLines m_found;
    std::size_t m_points = 0;
};

Result<void> checkDatum(const JsonValue& root) {
    const auto system = root.find("crs");
    if (!system) return {};
    const auto properties = system->isObject() ? system->find("properties") : std::nullopt;
    const auto name = properties && properties->isObject() ? properties->find("name") : std::nullopt;
    const std::string_view written = name ? name->string().value_or("") : std::string_view();
    if (written.ends_with("CRS84") || written.ends_with(":4326")) return {};
    return fail("UNKNOWN_DATUM", "only WGS84 longitude and latitude (CRS84, EPSG:4326) are read", system->path);
}

} // namespace

Result<GeoJsonLines> readGeoJsonLines(std::string_view text) {
    if (text.size() > maxGeoJsonLineBytes)
        return fail("TOO_LARGE", std::format("the file has more than {} MiB", maxGeoJsonLineBytes >> 20));
    if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    const simdjson::padded_string padded(text);
    if (parser.allocate(text.size() + 1, deepest)) return fail("TOO_LARGE", "not enough memory for the file");
    if (const auto failed = parser.parse(padded).get(root); failed || !root.is_object())
        return fail("BAD_JSON", failed ? simdjson::error_message(failed) : "an object is wanted");
    const JsonValue value{root, {}};
    if (auto known = checkDatum(value); !known) return std::unexpected(known.error());
    LineReader reader;
    if (auto read = reader.read(value); !read) return std::unexpected(read.error());
    return reader.take();
}

} // namespace haneul::formats
