#include "server/tiles/mapnik_tiles.h"

#include "core/geo/mercator.h"
#include "server/tiles/blank_tiles.h"
#include "server/tiles/map_labels.h"
#include "server/tiles/style_texts.h"
#include "server/tiles/tile_address.h"

#include <mapnik/agg_renderer.hpp>
#include <mapnik/datasource.hpp>
#include <mapnik/debug.hpp>
#include <mapnik/feature.hpp>
#include <mapnik/feature_factory.hpp>
#include <mapnik/feature_layer_desc.hpp>
#include <mapnik/featureset.hpp>
#include <mapnik/font_engine_freetype.hpp>
#include <mapnik/image.hpp>
#include <mapnik/image_util.hpp>
#include <mapnik/layer.hpp>
#include <mapnik/load_map.hpp>
#include <mapnik/map.hpp>
#include <mapnik/projection.hpp>
#include <mapnik/query.hpp>
#include <mapnik/request.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <format>
#include <set>
#include <unicode/unistr.h>
#include <utility>

namespace haneul::tiles {

namespace {

constexpr std::array requiredLayers{"sea", "sea_overview", "sea_world"};
constexpr std::array palettes{Palette::Dark, Palette::Light, Palette::Contrast};
constexpr auto face = "Noto Sans CJK KR Regular";

mapnik::geometry::linear_ring<double> ring(const MapLine& line) {
    mapnik::geometry::linear_ring<double> points;
    points.reserve(line.size());
    for (const auto& p : line)
        points.emplace_back(p.x_m, p.y_m);
    return points;
}

mapnik::geometry::geometry<double> polygons(const Shape& shape) {
    mapnik::geometry::multi_polygon<double> parts;
    for (std::size_t i = 0; i < shape.polygonStarts.size(); ++i) {
        const bool last = i + 1 == shape.polygonStarts.size();
        const std::size_t end = last ? shape.lines.size() : shape.polygonStarts[i + 1];
        mapnik::geometry::polygon<double> part;
        for (std::size_t line = shape.polygonStarts[i]; line < end; ++line)
            part.push_back(ring(shape.lines[line]));
        parts.push_back(std::move(part));
    }
    return parts;
}

mapnik::geometry::geometry<double> lines(const Shape& shape) {
    mapnik::geometry::multi_line_string<double> parts;
    for (const auto& line : shape.lines) {
        mapnik::geometry::line_string<double> part;
        part.reserve(line.size());
        for (const auto& p : line)
            part.emplace_back(p.x_m, p.y_m);
        parts.push_back(std::move(part));
    }
    return parts;
}

mapnik::geometry::geometry<double> points(const Shape& shape) {
    mapnik::geometry::multi_point<double> parts;
    for (const auto& line : shape.lines)
        for (const auto& p : line)
            parts.emplace_back(p.x_m, p.y_m);
    return parts;
}

mapnik::geometry::geometry<double> toMapnik(const Shape& shape) {
    switch (shape.kind) {
    case ShapeKind::Points:
        return points(shape);
    case ShapeKind::Lines:
        return lines(shape);
    case ShapeKind::Polygons:
        return polygons(shape);
    }
    std::unreachable();
}

mapnik::value toMapnik(const Attribute& attribute) {
    struct Visitor {
        mapnik::value operator()(std::monostate) const { return mapnik::value_null(); }

        mapnik::value operator()(std::int64_t number) const { return mapnik::value_integer(number); }

        mapnik::value operator()(double number) const { return mapnik::value_double(number); }

        mapnik::value operator()(const std::string& text) const { return icu::UnicodeString::fromUTF8(text); }
    };

    return std::visit(Visitor{}, attribute);
}

// A layer of the pack, immutable after construction: maps of several styles and all threads read the same one.
class PackLayer : public mapnik::datasource {
public:
    explicit PackLayer(const MapLayer& layer)
        : mapnik::datasource(mapnik::parameters())
        , m_description("pack", "utf-8") {
        const auto names = std::make_shared<mapnik::context_type>();
        for (const auto& name : layer.attributeNames) {
            names->push(name);
            m_description.add_descriptor(mapnik::attribute_descriptor(name, mapnik::String));
        }
        for (const auto& row : layer.features)
            add(row, layer, names);
    }

    datasource_t type() const override { return Vector; }

    std::optional<mapnik::datasource_geometry_t> get_geometry_type() const override { return mapnik::Collection; }

    mapnik::box2d<double> envelope() const override { return m_envelope; }

    mapnik::layer_descriptor get_descriptor() const override { return m_description; }

    mapnik::featureset_ptr features(const mapnik::query& query) const override {
        return std::make_shared<Selection>(*this, query.get_bbox());
    }

    mapnik::featureset_ptr features_at_point(const mapnik::coord2d& point, double tolerance) const override {
        return std::make_shared<Selection>(*this, mapnik::box2d<double>(point.x - tolerance, point.y - tolerance,
                                                                        point.x + tolerance, point.y + tolerance));
    }

private:
    struct Entry {
        mapnik::box2d<double> box;
        mapnik::feature_ptr feature;
    };

    class Selection : public mapnik::Featureset {
    public:
        Selection(const PackLayer& layer, const mapnik::box2d<double>& box)
            : m_next(layer.m_entries.begin())
            , m_end(layer.m_entries.end())
            , m_box(box) {}

        mapnik::feature_ptr next() override {
            m_next = std::find_if(m_next, m_end, [this](const Entry& entry) { return entry.box.intersects(m_box); });
            return m_next == m_end ? nullptr : (m_next++)->feature;
        }

    private:
        std::vector<Entry>::const_iterator m_next;
        std::vector<Entry>::const_iterator m_end;
        mapnik::box2d<double> m_box;
    };

    void add(const MapFeature& row, const MapLayer& layer, const mapnik::context_ptr& names) {
        auto feature = mapnik::feature_factory::create(names, static_cast<mapnik::value_integer>(m_entries.size()) + 1);
        for (std::size_t i = 0; i < row.attributes.size(); ++i)
            feature->put(layer.attributeNames[i], toMapnik(row.attributes[i]));
        feature->set_geometry(toMapnik(row.shape));
        const auto box = feature->envelope();
        if (m_entries.empty())
            m_envelope = box;
        else
            m_envelope.expand_to_include(box);
        m_entries.push_back({.box = box, .feature = std::move(feature)});
    }

    mapnik::layer_descriptor m_description;
    mapnik::box2d<double> m_envelope;
    std::vector<Entry> m_entries;
};

using PackLayers = std::map<std::string, std::shared_ptr<PackLayer>, std::less<>>;

double scaleDenominator(int zoom) {
    constexpr double ofZoom0 = 559'082'264.03; // 256 px around the equator, pixels of 0.28 mm
    return ofZoom0 / (1 << zoom);
}

std::string entity(std::string_view name, std::string_view value) {
    return std::format("<!ENTITY {} \"{}\">\n", name, value);
}

std::string styleXml(Palette palette, LabelLanguage language, std::string_view body) {
    constexpr double halfAStep = 1.4142;
    std::string xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE Map [\n";
    xml += paletteEntities(palette);
    const bool english = language == LabelLanguage::English;
    xml += entity("name", english ? "[label_en]" : "[label_ko]");
    xml += entity("fromname", english ? "[from_en]" : "[from_ko]");
    for (int zoom = 0; zoom <= maxZoom; ++zoom)
        xml += entity(std::format("from{}", zoom), std::format("{:.0f}", halfAStep * scaleDenominator(zoom)));
    return xml + "]>\n" + std::string(body);
}

Result<mapnik::Map> makeMap(const std::string& xml, const PackLayers& layers) {
    try {
        mapnik::Map map(tileSide_px, tileSide_px, "epsg:3857");
        mapnik::load_map_string(map, xml, true);
        auto& drawn = map.layers();
        std::erase_if(drawn, [&layers](const mapnik::layer& layer) { return !layers.contains(layer.name()); });
        for (auto& layer : drawn)
            layer.set_datasource(layers.at(layer.name()));
        return map;
    } catch (const std::exception& problem) {
        return fail("MAP_STYLE_BROKEN", std::string("the map style cannot be used: ") + problem.what());
    }
}

BaseGroup groupOf(std::string_view layer) {
    if (layer.starts_with("sea")) return BaseGroup::Land;
    if (layer == "border") return BaseGroup::Borders;
    if (layer == "aerodrome" || layer == "runway") return BaseGroup::Aerodromes;
    if (layer == "heliport") return BaseGroup::Heliports;
    if (layer == "place") return BaseGroup::Places;
    return BaseGroup::Rivers;
}

// Pixels of a metre on the ground in the middle of Korea: one number for all tiles of a zoom, so that they join.
double pixelsPerMetre(int zoom) {
    constexpr double cosineOfLatitude37 = 0.79864;
    constexpr double equator_m = 40'075'016.7;
    return tileSide_px * std::exp2(zoom) / (equator_m * cosineOfLatitude37);
}

std::filesystem::path riversOf(const MapnikSettings& settings) {
    if (!settings.rivers.empty()) return settings.rivers;
    auto beside = settings.pack;
    beside.replace_filename(settings.pack.stem().string() + "-rivers.gpkg");
    std::error_code ignored;
    return std::filesystem::exists(beside, ignored) ? beside : std::filesystem::path();
}

Result<void> complete(const MapPack& pack, const std::filesystem::path& file) {
    for (const auto* name : requiredLayers) {
        const auto layer = pack.layers.find(name);
        if (layer == pack.layers.end() || layer->second.features.empty())
            return fail("MAP_PACK_INCOMPLETE", std::format("the map pack has no layer \"{}\"", name), file.string());
    }
    return {};
}

Result<void> registerFont(const std::filesystem::path& font) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(font, ignored))
        return fail("MAP_FONT_MISSING", "there is no such font file (Debian: fonts-noto-cjk)", font.string());
    mapnik::freetype_engine::register_font(font.string());
    const auto names = mapnik::freetype_engine::face_names();
    if (std::ranges::find(names, face) != names.end()) return {};
    return fail("MAP_FONT_MISSING", std::format("the font file does not hold the face \"{}\"", face), font.string());
}

// What agg_renderer::apply() does, but with the extent of the request: apply() takes that of the map, which all threads
// share.
template <class Renderer>
void drawLayers(const mapnik::Map& map, const mapnik::request& request, const TileAddress& tile,
                const StyleStack& stack, Renderer& renderer) {
    const mapnik::projection projection(map.srs(), true);
    const double denominator = scaleDenominator(tile.zoom);
    renderer.start_map_processing(map);
    for (const auto& layer : map.layers()) {
        if (!layer.visible(denominator) || stack.hides(groupOf(layer.name()))) continue;
        std::set<std::string> attributeNames;
        renderer.apply_to_layer(layer, renderer, projection, request.scale(), denominator, request.width(),
                                request.height(), request.extent(), request.buffer_size(), attributeNames);
    }
    renderer.end_map_processing(map);
}

} // namespace

struct MapnikTiles::Impl {
    // Never changed after create(): what a tile needs is in its request.
    std::map<Palette, mapnik::Map> grounds;
    std::map<std::pair<Palette, LabelLanguage>, mapnik::Map> names;
    std::vector<MapSource> sources;

    // A map with a background covers what the canvas held.
    static Result<void> draw(const mapnik::Map& map, const TileAddress& tile, const StyleStack& stack, Canvas& canvas) {
        try {
            const auto side = static_cast<unsigned>(tile.side_px());
            const auto bounds = geo::tileBounds_m(tile.zoom, tile.x, tile.y);
            mapnik::request request(side, side, {bounds.west, bounds.south, bounds.east, bounds.north});
            request.set_buffer_size(labelReach_px * tile.scale);
            const mapnik::attributes variables{
                {"zoom", mapnik::value_integer(tile.zoom)},
                {"px_m", mapnik::value_double(pixelsPerMetre(tile.zoom))},
            };
            // The picture lies in the canvas' own memory.
            mapnik::image_rgba8 image(canvas.width, canvas.height,
                                      reinterpret_cast<unsigned char*>(canvas.pixels.data()), true, true);
            mapnik::agg_renderer<mapnik::image_rgba8> renderer(map, request, variables, image, tile.scale);
            drawLayers(map, request, tile, stack, renderer);
            return {};
        } catch (const std::exception& problem) {
            return fail("TILE_FAILED", std::string("the tile cannot be drawn: ") + problem.what(),
                        std::format("{}/{}/{}", tile.zoom, tile.x, tile.y));
        }
    }
};

MapnikTiles::MapnikTiles(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

MapnikTiles::~MapnikTiles() = default;

Result<MapPack> readMapPacks(const MapnikSettings& settings) {
    auto pack = readMapPack(settings.pack);
    if (!pack) return pack;
    if (const auto rivers = riversOf(settings); !rivers.empty()) {
        auto more = readMapPack(rivers);
        if (!more) return more;
        pack->layers.merge(more->layers);
        std::ranges::move(more->sources, std::back_inserter(pack->sources));
    }
    return pack;
}

Result<std::shared_ptr<MapnikTiles>> MapnikTiles::create(const MapnikSettings& settings) {
    auto pack = readMapPacks(settings);
    if (!pack) return std::unexpected(pack.error());
    return create(settings, std::move(*pack));
}

Result<std::shared_ptr<MapnikTiles>> MapnikTiles::create(const MapnikSettings& settings, MapPack pack) {
    try {
        mapnik::logger::set_severity(mapnik::logger::none); // what matters comes as an exception, and as an Error to us
        if (const auto whole = complete(pack, settings.pack); !whole) return std::unexpected(whole.error());
        if (const auto font = registerFont(settings.font); !font) return std::unexpected(font.error());

        addLabels(pack);
        PackLayers layers;
        for (const auto& [name, layer] : pack.layers)
            layers.emplace(name, std::make_shared<PackLayer>(layer));
        auto impl = std::make_unique<Impl>();
        impl->sources = std::move(pack.sources);
        for (const auto palette : palettes) {
            auto ground = makeMap(styleXml(palette, LabelLanguage::Korean, groundXml()), layers);
            if (!ground) return std::unexpected(ground.error());
            impl->grounds.emplace(palette, std::move(*ground));
            for (const auto language : {LabelLanguage::Korean, LabelLanguage::English}) {
                auto names = makeMap(styleXml(palette, language, namesXml()), layers);
                if (!names) return std::unexpected(names.error());
                impl->names.emplace(std::pair(palette, language), std::move(*names));
            }
        }
        std::shared_ptr<MapnikTiles> tiles(new MapnikTiles(std::move(impl)));
        // Seoul at zoom 8 has labels: brings the font into Mapnik's memory before several threads ask for it.
        if (const auto first = tiles->png("dark", 8, 218, 99, 1); !first) return std::unexpected(first.error());
        return tiles;
    } catch (const std::exception& problem) {
        return fail("TILE_FAILED", std::string("the map renderer cannot be started: ") + problem.what());
    }
}

Result<Canvas> MapnikTiles::ground(const TileAddress& tile, const StyleStack& stack) const {
    if (stack.hides(BaseGroup::Land)) return hatching(tile); // rivers lie on it and go with it
    Canvas canvas(tile.side_px(), tile.side_px());
    if (const auto drawn = Impl::draw(m_impl->grounds.at(tile.palette), tile, stack, canvas); !drawn)
        return std::unexpected(drawn.error());
    return canvas;
}

Result<void> MapnikTiles::names(const TileAddress& tile, const StyleStack& stack, Canvas& canvas) const {
    return Impl::draw(m_impl->names.at({tile.palette, stack.language}), tile, stack, canvas);
}

Result<std::string> MapnikTiles::png(std::string_view style, int zoom, int x, int y, int scale) {
    const auto stack = styleStackFrom(style);
    if (!stack) return std::unexpected(stack.error());
    if (!stack->layers.empty()) return fail("NO_SUCH_LAYER", "there is no such layer", stack->layers.front().id);
    const auto tile = tileAddress(stack->palette, zoom, x, y, scale);
    if (!tile) return std::unexpected(tile.error());
    auto canvas = ground(*tile, *stack);
    if (!canvas) return std::unexpected(canvas.error());
    if (const auto drawn = names(*tile, *stack, *canvas); !drawn) return std::unexpected(drawn.error());
    return encodePng(*canvas);
}

const std::vector<MapSource>& MapnikTiles::sources() const {
    return m_impl->sources;
}

} // namespace haneul::tiles
