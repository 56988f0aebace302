#include "core/formats/zone_geometry.h"

#include <algorithm>
#include <format>

namespace haneul::formats {

namespace {

using airspace::Layer;

constexpr ZoneFields::LimitNames ed318Names{"lower", "lowerReference", "upper", "upperReference"};
constexpr ZoneFields::LimitNames ed269Names{"lowerLimit", "lowerVerticalReference", "upperLimit",
                                            "upperVerticalReference"};

std::optional<geo::LatLon> placeOf(const JsonValue& pair) {
    std::vector<double> numbers;
    bool sound = pair.isArray();
    pair.each([&](const JsonValue& item) {
        const auto number = item.number();
        sound = sound && number && numbers.size() < 4;
        if (sound) numbers.push_back(*number);
    });
    if (!sound || numbers.size() < 2) return std::nullopt;
    return geo::LatLon{numbers[1], numbers[0]};
}

class GeometryReader {
public:
    explicit GeometryReader(Findings& findings)
        : m_findings(findings) {}

    void read(const JsonValue& geometry, const std::optional<JsonValue>& outerLayer, int depth = 0) {
        const auto type = geometry.find("type");
        const std::string_view name = type ? type->string().value_or("") : std::string_view();
        const auto own = geometry.find("layer");
        const auto& layer = own ? own : outerLayer;
        if (name == "GeometryCollection" && depth < 4) {
            const auto parts = geometry.find("geometries");
            if (!parts || !parts->isArray()) return refuse("BAD_AREA", "a list of geometries is wanted", geometry);
            parts->each([&](const JsonValue& part) { read(part, layer, depth + 1); });
            return;
        }
        const auto coordinates = geometry.find("coordinates");
        if (!coordinates || !coordinates->isArray()) return refuse("BAD_AREA", "coordinates are wanted", geometry);
        if (name == "Polygon") return add(polygonOf(*coordinates, m_findings), layer);
        if (name == "MultiPolygon") {
            coordinates->each([&](const JsonValue& part) { add(polygonOf(part, m_findings), layer); });
            return;
        }
        if (name == "Point") return readPoint(geometry, *coordinates, layer);
        refuse("NOT_AN_AREA", std::format("a {} is not an area", name.substr(0, 40)), geometry);
    }

    std::vector<Layer> take() { return std::move(m_layers); }

private:
    void refuse(const char* code, std::string message, const JsonValue& value) {
        m_findings.refuse(code, std::move(message), value.path);
    }

    void readPoint(const JsonValue& geometry, const JsonValue& coordinates, const std::optional<JsonValue>& layer) {
        const auto extent = geometry.find("extent");
        if (!extent || !extent->isObject())
            return refuse("NO_EXTENT", "a point without an extent of subType Circle is not an area", geometry);
        const ZoneFields fields({*extent}, m_findings);
        const auto radius_m = fields.number("radius");
        if (fields.text("subType") != "Circle" || !radius_m)
            return refuse("NO_EXTENT", "an extent of subType Circle with a radius in metres is wanted", *extent);
        const auto centre = placeOf(coordinates);
        if (!centre) return refuse("BAD_AREA", "a centre of longitude and latitude is wanted", coordinates);
        add(geo::Circle{*centre, *radius_m}, layer);
    }

    template <class Shape>
    void add(const std::optional<Shape>& shape, const std::optional<JsonValue>& limits) {
        if (shape) add(*shape, limits);
    }

    void add(geo::Area area, const std::optional<JsonValue>& limits) {
        Layer layer{std::move(area), {}, {}};
        if (limits && limits->isObject())
            ZoneFields({*limits}, m_findings).readLimits(layer, ed318Names, "m"); // metres: the schema's default
        else
            m_findings.quarantine("NO_LIMITS", "no limits are given; from the ground without an upper limit is taken",
                                  "geometry.layer");
        m_layers.push_back(std::move(layer));
    }

    Findings& m_findings;
    std::vector<Layer> m_layers;
};

} // namespace

bool tidyRing(std::vector<geo::LatLon>& ring) {
    ring.erase(std::ranges::unique(ring).begin(), ring.end());
    if (ring.size() < 2) return true; // not a ring at all: said elsewhere
    const bool closed = ring.front() == ring.back();
    while (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    return closed;
}

std::vector<geo::LatLon> ringOf(const JsonValue& coordinates, Findings& findings) {
    std::vector<geo::LatLon> ring;
    bool sound = coordinates.isArray();
    coordinates.each([&](const JsonValue& item) {
        if (!sound) return;
        const auto place = placeOf(item);
        sound = place && place->valid();
        if (sound)
            ring.push_back(*place);
        else
            findings.refuse("BAD_AREA", "a place is [longitude, latitude] in degrees of WGS84", item.path);
    });
    if (!sound) return {};
    const std::size_t written = ring.size();
    if (!tidyRing(ring) && ring.size() >= 3)
        findings.quarantine("RING_NOT_CLOSED",
                            std::format("the ring of {} points does not end where it begins; it was closed", written),
                            coordinates.path);
    return ring;
}

std::optional<geo::Polygon> polygonOf(const JsonValue& coordinates, Findings& findings) {
    geo::Polygon polygon;
    bool first = true;
    bool sound = coordinates.isArray();
    coordinates.each([&](const JsonValue& item) {
        auto ring = ringOf(item, findings);
        if (ring.size() < 3) {
            findings.refuse("BAD_AREA", std::format("a ring of {} different points is not an area", ring.size()),
                            item.path);
            sound = false;
        }
        if (first)
            polygon.outer = std::move(ring);
        else
            polygon.holes.push_back(std::move(ring));
        first = false;
    });
    if (sound && first) findings.refuse("BAD_AREA", "a polygon without a ring", coordinates.path);
    if (!sound || first) return std::nullopt;
    return polygon;
}

std::vector<Layer> layersOfGeoJson(const JsonValue& geometry, const std::optional<JsonValue>& outerLayer,
                                   Findings& findings) {
    GeometryReader reader(findings);
    reader.read(geometry, outerLayer);
    return reader.take();
}

std::optional<Layer> layerOfEd269(const JsonValue& volume, Findings& findings) {
    const auto projection = volume.find("horizontalProjection");
    if (!volume.isObject() || !projection || !projection->isObject()) {
        findings.refuse("BAD_AREA", "a volume with a horizontalProjection is wanted", volume.path);
        return std::nullopt;
    }
    Layer layer;
    const ZoneFields shape({*projection}, findings);
    const std::string type = shape.text("type");
    if (type == "Polygon") {
        const auto coordinates = projection->find("coordinates");
        const auto polygon = coordinates ? polygonOf(*coordinates, findings) : std::nullopt;
        if (!polygon) {
            if (!coordinates) findings.refuse("BAD_AREA", "coordinates are wanted", projection->path);
            return std::nullopt;
        }
        layer.area = *polygon;
    } else if (type == "Circle") {
        const auto centre = projection->find("center");
        const auto place = centre ? placeOf(*centre) : std::nullopt;
        const auto radius_m = shape.number("radius");
        if (!place || !radius_m) {
            findings.refuse("BAD_AREA", "a circle has a center and a radius in metres", projection->path);
            return std::nullopt;
        }
        layer.area = geo::Circle{*place, *radius_m};
    } else {
        findings.refuse("NOT_AN_AREA", "a horizontalProjection is a Polygon or a Circle", projection->path + ".type");
        return std::nullopt;
    }
    ZoneFields({volume}, findings).readLimits(layer, ed269Names, std::nullopt);
    return layer;
}

} // namespace haneul::formats
