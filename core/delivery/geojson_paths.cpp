#include "core/delivery/geojson.h"
#include "core/json/object.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace haneul::delivery {

namespace {

using json::Object;
using Positions = std::vector<std::vector<double>>;

constexpr std::array<std::string_view, 4> otherTypes{"Point", "MultiPoint", "Polygon", "MultiPolygon"};

class PathReader {
public:
    explicit PathReader(geo::HeightDatum datum)
        : m_datum(datum) {}

    Result<void> read(Object& object, const std::string& where, const std::string& name) {
        const auto type = object.string("type");
        if (!type) return std::unexpected(type.error());
        if (*type == "FeatureCollection") return readAll(object, "features", where, name);
        if (*type == "GeometryCollection") return readAll(object, "geometries", where, name);
        if (*type == "Feature") return readFeature(object, where);
        if (*type == "LineString") {
            const auto positions = object.numberRows("coordinates");
            if (!positions) return std::unexpected(positions.error());
            return add(*positions, where, name);
        }
        if (*type == "MultiLineString") {
            const auto lines = object.numberTables("coordinates");
            if (!lines) return std::unexpected(lines.error());
            for (const Positions& line : *lines)
                if (auto added = add(line, where, name); !added) return added;
            return {};
        }
        if (!std::ranges::contains(otherTypes, std::string_view(*type)))
            return fail("NOT_GEOJSON", std::format("\"{}\" is no type of GeoJSON", *type), where);
        ++m_found.otherGeometries;
        return {};
    }

    PathCandidates take() { return std::move(m_found); }

private:
    Result<void> readAll(Object& object, std::string_view key, const std::string& where, const std::string& name) {
        auto parts = object.objects(key);
        if (!parts) return std::unexpected(parts.error());
        for (std::size_t i = 0; i < parts->size(); ++i) {
            const std::string part = std::format("{}{}{}[{}]", where, where.empty() ? "" : ".", key, i);
            if (auto fine = read((*parts)[i], part, name); !fine) return fine;
        }
        return {};
    }

    Result<void> readFeature(Object& feature, const std::string& where) {
        if (!feature.has("geometry")) return {}; // a feature without a place is allowed
        auto geometry = feature.object("geometry");
        if (!geometry) return std::unexpected(geometry.error());
        std::string name;
        if (feature.has("properties")) {
            auto properties = feature.object("properties");
            if (!properties) return std::unexpected(properties.error());
            for (const char* key : {"title", "name"}) // whatever else they are, only a text is a name
                if (auto text = properties->optionalString(key); text && *text) name = **text;
        }
        return read(*geometry, where.empty() ? "geometry" : where + ".geometry", name);
    }

    Result<void> add(const Positions& positions, const std::string& where, const std::string& name) {
        if (positions.size() < 2) {
            ++m_found.tooShort;
            return {};
        }
        m_points += positions.size();
        if (m_points > maxGeoJsonPoints)
            return fail("TOO_MANY_POINTS", std::format("a file has at most {} points of lines", maxGeoJsonPoints),
                        where);
        PathCandidate path{.name = name, .points = {}, .datum = m_datum};
        for (const auto& position : positions) {
            if (position.size() < 2)
                return fail("BAD_FIELD", "a position is a longitude, a latitude and perhaps a height",
                            where + ".coordinates");
            PathPoint point{{position[1], position[0]}, {}};
            if (!point.place.valid())
                return fail("BAD_PLACE", "a longitude is from -180 to 180 and a latitude from -90 to 90 degrees",
                            where + ".coordinates");
            if (position.size() > 2) point.height_m = position[2]; // what may follow has no meaning (RFC 7946, 3.1.1)
            path.points.push_back(point);
        }
        m_found.paths.push_back(std::move(path));
        return {};
    }

    geo::HeightDatum m_datum;
    PathCandidates m_found;
    std::size_t m_points = 0;
};

// Whether the file is one of toGeoJson, which says what its heights are.
geo::HeightDatum datumOf(Object& root) {
    if (!root.has("haneul_network")) return geo::HeightDatum::W84;
    auto own = root.object("haneul_network");
    const auto datum = own ? own->string("height_datum") : Result<std::string>(std::string());
    return datum && *datum == "AMSL" ? geo::HeightDatum::Amsl : geo::HeightDatum::W84;
}

} // namespace

Result<PathCandidates> pathsFromGeoJson(std::string_view text) {
    if (text.size() > maxGeoJsonBytes) return fail("TOO_LARGE", "a GeoJSON file has at most 16 MiB");
    auto root = Object::parse(text);
    if (!root) return std::unexpected(root.error());
    PathReader reader(datumOf(*root));
    if (auto fine = reader.read(*root, {}, {}); !fine) return std::unexpected(fine.error());
    return reader.take();
}

} // namespace haneul::delivery
