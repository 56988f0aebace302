#include "server/tiles/map_extract.h"

#include "core/geo/mercator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace haneul::tiles {

namespace {

constexpr double metresPerDegree = 111'320.0; // of latitude; of longitude at the equator
constexpr double radPerDeg = std::numbers::pi / 180.0;
constexpr double metresPerFoot = geo::metresPerFoot;

// In metres of EPSG:3857, as the pack has it.
struct Box {
    double west, south, east, north;

    [[nodiscard]] bool holds(const MapPoint& point) const {
        return point.x_m >= west && point.x_m <= east && point.y_m >= south && point.y_m <= north;
    }

    [[nodiscard]] bool meets(const MapLine& line) const {
        Box around{HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
        for (const MapPoint& point : line)
            around = {std::min(around.west, point.x_m), std::min(around.south, point.y_m),
                      std::max(around.east, point.x_m), std::max(around.north, point.y_m)};
        return around.west <= east && around.east >= west && around.south <= north && around.north >= south;
    }
};

double halfWorld_m() {
    static const double half = geo::tileBounds_m(0, 0, 0).east;
    return half;
}

MapPoint projected(geo::LatLon place) {
    const geo::Mercator unit = geo::toMercator(place);
    return {.x_m = (unit.x - 0.5) * 2 * halfWorld_m(), .y_m = (0.5 - unit.y) * 2 * halfWorld_m()};
}

geo::LatLon placeOf(const MapPoint& point) {
    return geo::fromMercator({.x = point.x_m / (2 * halfWorld_m()) + 0.5, .y = 0.5 - point.y_m / (2 * halfWorld_m())});
}

Box boxOf(const MapArea& area) {
    const double dLatitude = area.halfWidth_m / metresPerDegree;
    const double dLongitude =
        dLatitude / std::max(0.05, std::cos(area.middle.latitude_deg * radPerDeg)); // the poles are no place for a desk
    const MapPoint low = projected({area.middle.latitude_deg - dLatitude, area.middle.longitude_deg - dLongitude});
    const MapPoint high = projected({area.middle.latitude_deg + dLatitude, area.middle.longitude_deg + dLongitude});
    return {low.x_m, low.y_m, high.x_m, high.y_m};
}

GeoLine geoLine(const MapLine& line) {
    GeoLine out;
    out.reserve(line.size());
    for (const MapPoint& point : line)
        out.push_back(placeOf(point));
    return out;
}

// One side of the box: how far inside a point is (negative: outside).
struct Side {
    double a, b, c;

    [[nodiscard]] double inside(const MapPoint& point) const { return a * point.x_m + b * point.y_m + c; }
};

std::array<Side, 4> sidesOf(const Box& box) {
    return {{{1, 0, -box.west}, {-1, 0, box.east}, {0, 1, -box.south}, {0, -1, box.north}}};
}

MapPoint between(const MapPoint& from, const MapPoint& to, double part) {
    return {from.x_m + (to.x_m - from.x_m) * part, from.y_m + (to.y_m - from.y_m) * part};
}

// Sutherland-Hodgman (1974): a ring cut at a convex window stays one ring, at worst with edges that run along the
// window there and back.
MapLine cutRing(MapLine ring, const Box& box) {
    if (ring.size() > 1) ring.pop_back(); // the closing point
    for (const Side& side : sidesOf(box)) {
        MapLine kept;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const MapPoint& from = ring[i];
            const MapPoint& to = ring[(i + 1) % ring.size()];
            const double before = side.inside(from);
            const double after = side.inside(to);
            if (before >= 0) kept.push_back(from);
            if ((before >= 0) != (after >= 0)) kept.push_back(between(from, to, before / (before - after)));
        }
        ring = std::move(kept);
    }
    if (ring.size() < 3) return {};
    ring.push_back(ring.front());
    return ring;
}

// Liang-Barsky (1984), segment by segment; pieces that touch stay together.
void cutLine(const MapLine& line, const Box& box, std::vector<GeoLine>& out) {
    MapLine piece;
    const auto finish = [&] {
        if (piece.size() > 1) out.push_back(geoLine(piece));
        piece.clear();
    };
    for (std::size_t i = 1; i < line.size(); ++i) {
        double enters = 0;
        double leaves = 1;
        for (const Side& side : sidesOf(box)) {
            const double before = side.inside(line[i - 1]);
            const double after = side.inside(line[i]);
            if (before < 0 && after < 0) leaves = -1;
            if (before < 0 && after >= 0) enters = std::max(enters, before / (before - after));
            if (before >= 0 && after < 0) leaves = std::min(leaves, before / (before - after));
        }
        if (enters > leaves) {
            finish();
            continue;
        }
        if (enters > 0) finish();
        if (piece.empty()) piece.push_back(between(line[i - 1], line[i], enters));
        piece.push_back(between(line[i - 1], line[i], leaves));
        if (leaves < 1) finish();
    }
    finish();
}

// One layer with its attributes by name.
class Layer {
public:
    Layer(const MapPack& pack, std::string_view name) {
        const auto found = pack.layers.find(name);
        if (found != pack.layers.end()) m_layer = &found->second;
    }

    template <class OnFeature>
    void each(OnFeature onFeature) const {
        if (!m_layer) return;
        for (const MapFeature& feature : m_layer->features)
            onFeature(feature);
    }

    [[nodiscard]] std::string text(const MapFeature& feature, std::string_view name) const {
        const Attribute* value = attribute(feature, name);
        const auto* text = value ? std::get_if<std::string>(value) : nullptr;
        return text ? *text : std::string();
    }

    [[nodiscard]] std::optional<double> number(const MapFeature& feature, std::string_view name) const {
        const Attribute* value = attribute(feature, name);
        if (!value) return std::nullopt;
        if (const auto* whole = std::get_if<std::int64_t>(value)) return static_cast<double>(*whole);
        if (const auto* real = std::get_if<double>(value)) return *real;
        return std::nullopt;
    }

private:
    [[nodiscard]] const Attribute* attribute(const MapFeature& feature, std::string_view name) const {
        const auto found = std::ranges::find(m_layer->attributeNames, name);
        if (found == m_layer->attributeNames.end()) return nullptr;
        const auto column = static_cast<std::size_t>(found - m_layer->attributeNames.begin());
        return column < feature.attributes.size() ? &feature.attributes[column] : nullptr;
    }

    const MapLayer* m_layer = nullptr;
};

// `part`: only features whose column of that name says so; empty: all.
void addPolygons(const Layer& layer, const Box& box, std::vector<GeoPolygon>& out, std::string_view part = {}) {
    layer.each([&](const MapFeature& feature) {
        const Shape& shape = feature.shape;
        if (shape.kind != ShapeKind::Polygons) return;
        if (!part.empty() && layer.text(feature, "part") != part) return;
        for (std::size_t i = 0; i < shape.polygonStarts.size(); ++i) {
            const std::size_t first = shape.polygonStarts[i];
            const std::size_t last =
                i + 1 < shape.polygonStarts.size() ? shape.polygonStarts[i + 1] : shape.lines.size();
            GeoPolygon polygon;
            for (std::size_t ring = first; ring < last; ++ring) {
                if (!box.meets(shape.lines[ring])) {
                    if (ring == first) break; // without its outer ring nothing of it is here
                    continue;
                }
                const MapLine cut = cutRing(shape.lines[ring], box);
                if (cut.empty() && ring == first) break;
                if (!cut.empty()) polygon.rings.push_back(geoLine(cut));
            }
            if (!polygon.rings.empty()) out.push_back(std::move(polygon));
        }
    });
}

void addLines(const Shape& shape, const Box& box, std::vector<GeoLine>& out) {
    if (shape.kind != ShapeKind::Lines) return;
    for (const MapLine& line : shape.lines)
        if (box.meets(line)) cutLine(line, box, out);
}

std::optional<geo::LatLon> pointIn(const MapFeature& feature, const Box& box) {
    const Shape& shape = feature.shape;
    if (shape.kind != ShapeKind::Points || shape.lines.empty() || shape.lines.front().empty()) return std::nullopt;
    const MapPoint& point = shape.lines.front().front();
    if (!box.holds(point)) return std::nullopt;
    return placeOf(point);
}

AirfieldKind airfieldKind(std::string_view type) {
    if (type == "large_airport") return AirfieldKind::LargeAirport;
    if (type == "medium_airport") return AirfieldKind::MediumAirport;
    if (type == "heliport") return AirfieldKind::Heliport;
    return AirfieldKind::SmallAirport;
}

void addAirfields(const Layer& layer, const Box& box, std::vector<Airfield>& out) {
    layer.each([&](const MapFeature& feature) {
        const auto place = pointIn(feature, box);
        if (!place) return;
        Airfield field{.place = *place,
                       .kind = airfieldKind(layer.text(feature, "type")),
                       .code = layer.text(feature, "icao"),
                       .name = layer.text(feature, "name_en"),
                       .elevation_m = std::nullopt};
        if (field.code.empty()) field.code = layer.text(feature, "ident");
        if (const auto feet = layer.number(feature, "elevation_ft")) field.elevation_m = *feet * metresPerFoot;
        out.push_back(std::move(field));
    });
}

void addRunways(const Layer& layer, const Box& box, std::vector<Runway>& out) {
    layer.each([&](const MapFeature& feature) {
        if (feature.shape.kind != ShapeKind::Lines) return;
        for (const MapLine& line : feature.shape.lines)
            if (line.size() > 1 && box.meets(line))
                out.push_back({.from = placeOf(line.front()),
                               .to = placeOf(line.back()),
                               .width_m = layer.number(feature, "width_m").value_or(0.0)});
    });
}

void addPlaces(const Layer& layer, const Box& box, std::vector<PlaceName>& out) {
    layer.each([&](const MapFeature& feature) {
        const auto place = pointIn(feature, box);
        if (!place) return;
        out.push_back({.place = *place,
                       .korean = layer.text(feature, "name_ko"),
                       .english = layer.text(feature, "name_en"),
                       .labelZoom = static_cast<int>(layer.number(feature, "label_zoom").value_or(99))});
    });
    std::ranges::stable_sort(out, {}, &PlaceName::labelZoom);
}

void addBorders(const Layer& layer, const Box& box, MapExtract& extract) {
    layer.each([&](const MapFeature& feature) {
        const std::string kind = layer.text(feature, "kind");
        addLines(feature.shape, box,
                 kind == "country"    ? extract.countryBorders
                 : kind == "province" ? extract.provinceBorders
                                      : extract.districtBorders);
    });
}

} // namespace

MapExtract extractOf(const MapPack& pack, const MapArea& area) {
    const Box box = boxOf(area);
    MapExtract extract;
    extract.area = area;
    extract.southWest = placeOf({box.west, box.south});
    extract.northEast = placeOf({box.east, box.north});
    addPolygons({pack, "sea"}, box, extract.water);
    addPolygons({pack, "sea_world"}, box, extract.water, "far"); // beyond the region of the detailed one
    addPolygons({pack, "estuary"}, box, extract.water);
    Layer(pack, "river").each([&](const MapFeature& feature) { addLines(feature.shape, box, extract.rivers); });
    addBorders({pack, "border"}, box, extract);
    addAirfields({pack, "aerodrome"}, box, extract.airfields);
    addAirfields({pack, "heliport"}, box, extract.airfields);
    addRunways({pack, "runway"}, box, extract.runways);
    addPlaces({pack, "place"}, box, extract.places);
    return extract;
}

MapReader::MapReader(std::filesystem::path pack)
    : m_pack(std::move(pack))
    , m_thread([this](const std::stop_token& stop) { work(stop); }) {}

void MapReader::request(const void* who, MapArea area, Done done) {
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_waiting, [&](const Request& request) { return request.who == who; });
    m_waiting.push_back({who, area, std::move(done)});
    m_wake.notify_all();
}

void MapReader::forget(const void* who) {
    std::unique_lock lock(m_mutex);
    std::erase_if(m_waiting, [&](const Request& request) { return request.who == who; });
    m_wake.wait(lock, [&] { return m_serving != who; });
}

void MapReader::work(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [&] { return !m_waiting.empty(); })) {
        const Request request = std::move(m_waiting.front());
        m_waiting.erase(m_waiting.begin());
        m_serving = request.who;
        lock.unlock();
        request.done(read(request.area));
        lock.lock();
        m_serving = nullptr;
        m_wake.notify_all();
    }
}

Result<MapExtract> MapReader::read(const MapArea& area) const {
    auto pack = readMapPack(m_pack);
    if (!pack) return std::unexpected(pack.error());
    for (const char* more : {"-rivers.gpkg", "-runways.gpkg"}) {
        std::filesystem::path beside = m_pack;
        beside.replace_filename(m_pack.stem().string() + more);
        std::error_code none;
        if (!std::filesystem::exists(beside, none)) continue;
        auto layers = readMapPack(beside);
        if (!layers) return std::unexpected(layers.error());
        pack->layers.merge(layers->layers);
    }
    return extractOf(*pack, area);
}

} // namespace haneul::tiles
