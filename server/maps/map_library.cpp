#include "server/maps/map_library.h"

#include "core/geo/mercator.h"
#include "server/maps/conversion.h"
#include "server/maps/pmtiles.h"
#include "server/tiles/blank_tiles.h"
#include "server/tiles/canvas.h"
#include "server/tiles/style_stack.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <format>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

namespace haneul::maps {

namespace fs = std::filesystem;
using tiles::BaseGroup;
using tiles::Canvas;
using tiles::StyleStack;
using tiles::TileAddress;

namespace {

constexpr int deepestEnlargement = 6; // zooms beyond the last one of a file: 64 times
constexpr int deepestReduction = 2;   // zooms before the first one: 16 tiles for one
constexpr std::size_t mostFiles = 100;

std::uint64_t fnv(std::string_view bytes, std::uint64_t hash = 0xCBF29CE484222325U) {
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return hash;
}

enum class FileKind { Mbtiles, Pmtiles, Geotiff, Other };

FileKind kindOf(const fs::path& file) {
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    if (ending == ".mbtiles") return FileKind::Mbtiles;
    if (ending == ".pmtiles") return FileKind::Pmtiles;
    if (ending == ".tif" || ending == ".tiff") return FileKind::Geotiff;
    return FileKind::Other;
}

// What tells two states of a file apart without reading it.
struct Signature {
    std::uint64_t size_bytes = 0;
    std::int64_t changed = 0;

    bool operator==(const Signature&) const = default;

    [[nodiscard]] std::string version() const {
        return std::format("{:08x}", static_cast<std::uint32_t>(fnv(std::format("{} {}", size_bytes, changed))));
    }
};

std::optional<Signature> signatureOf(const fs::path& file) {
    std::error_code trouble;
    if (!fs::is_regular_file(file, trouble)) return std::nullopt;
    const auto size = fs::file_size(file, trouble);
    if (trouble) return std::nullopt;
    const auto time = fs::last_write_time(file, trouble);
    if (trouble) return std::nullopt;
    return Signature{size, time.time_since_epoch().count()};
}

std::optional<UtcMs> timeOf(const fs::path& file) {
    std::error_code trouble;
    const auto time = fs::last_write_time(file, trouble);
    if (trouble) return std::nullopt;
    return std::chrono::floor<milliseconds>(std::chrono::clock_cast<std::chrono::system_clock>(time));
}

// A database that has one of these beside it is being written.
bool isBeingWritten(const fs::path& file) {
    std::error_code ignored;
    return std::ranges::any_of(std::array{"-journal", "-wal"}, [&](const char* ending) {
        const auto size = fs::file_size(file.string() + ending, ignored);
        return !ignored && size > 0;
    });
}

bool settled(const fs::path& file) {
    constexpr std::chrono::seconds longEnough{3};
    std::error_code trouble;
    const auto time = fs::last_write_time(file, trouble);
    return !trouble && fs::file_time_type::clock::now() - time > longEnough;
}

std::string idFor(const std::string& file) {
    std::string id;
    for (const char c : fs::path(file).stem().string()) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        const bool plain = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '_';
        if (plain)
            id += lower;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (id.ends_with('-'))
        id.pop_back();
    id.resize(std::min<std::size_t>(id.size(), 20));
    const bool reserved = std::ranges::any_of(tiles::baseGroups, [&](BaseGroup g) { return id == nameOf(g); });
    if (id.empty() || reserved) id = std::format("map-{:08x}", static_cast<std::uint32_t>(fnv(file)));
    return id;
}

struct TileBox {
    double west, south, east, north;
};

TileBox boxOf(int zoom, int x, int y) {
    const double side = std::exp2(zoom);
    const auto northWest = geo::fromMercator({x / side, y / side});
    const auto southEast = geo::fromMercator({(x + 1) / side, (y + 1) / side});
    return {northWest.longitude_deg, southEast.latitude_deg, southEast.longitude_deg, northWest.latitude_deg};
}

bool touches(const GeoBounds& bounds, const TileBox& box) {
    return bounds.west_deg < box.east && box.west < bounds.east_deg && bounds.south_deg < box.north &&
           box.south < bounds.north_deg;
}

// One square of the canvas that is filled from one tile of a file.
struct Square {
    int left = 0, top = 0, side = 0;
};

Result<void> layTile(Canvas& canvas, const Square& square, const RasterSource& source, int zoom, int x, int y,
                     tiles::Window part, int opacity_pct) {
    const auto bytes = source.tile(zoom, x, y);
    if (!bytes) return std::unexpected(bytes.error());
    if (!*bytes) return {};
    const auto image = tiles::decodeImage(**bytes);
    if (!image) return std::unexpected(image.error());
    tiles::blend(canvas, square.left, square.top, square.side, *image, part, opacity_pct);
    return {};
}

// The tile's square from tiles of a deeper zoom.
Result<void> layChildren(Canvas& canvas, const TileAddress& tile, int deeper, const RasterSource& source,
                         int opacity_pct) {
    const int perSide = 1 << deeper;
    const int side = tile.side_px() / perSide;
    for (int row = 0; row < perSide; ++row)
        for (int column = 0; column < perSide; ++column) {
            const Square square{column * side, row * side, side};
            if (const auto laid = layTile(canvas, square, source, tile.zoom + deeper, tile.x * perSide + column,
                                          tile.y * perSide + row, {}, opacity_pct);
                !laid)
                return laid;
        }
    return {};
}

Result<void> layRaster(Canvas& canvas, const TileAddress& tile, const RasterSource& source, int opacity_pct) {
    const auto& facts = source.facts();
    if (!touches(facts.bounds, boxOf(tile.zoom, tile.x, tile.y))) return {};
    if (tile.zoom < facts.minZoom) {
        const int deeper = facts.minZoom - tile.zoom;
        return deeper > deepestReduction ? Result<void>() : layChildren(canvas, tile, deeper, source, opacity_pct);
    }
    if (tile.scale == 2 && tile.zoom < facts.maxZoom) return layChildren(canvas, tile, 1, source, opacity_pct);
    const int above = std::max(0, tile.zoom - facts.maxZoom);
    if (above > deepestEnlargement) return {};
    const int perSide = 1 << above;
    const tiles::Window part{.left = static_cast<double>(tile.x % perSide) / perSide,
                             .top = static_cast<double>(tile.y % perSide) / perSide,
                             .size = 1.0 / perSide};
    return layTile(canvas, {0, 0, tile.side_px()}, source, tile.zoom - above, tile.x / perSide, tile.y / perSide, part,
                   opacity_pct);
}

struct GroupFacts {
    BaseGroup group;
    const char* layer; // in the pack, the one that says where the data come from
    int minZoom, maxZoom;
};

constexpr std::array<GroupFacts, tiles::baseGroups.size()> groups{{
    {BaseGroup::Land, "sea", 0, tiles::maxZoom},
    {BaseGroup::Rivers, "river", 7, tiles::maxZoom},
    {BaseGroup::Borders, "border", 4, 10},
    {BaseGroup::Aerodromes, "aerodrome", 7, tiles::maxZoom},
    {BaseGroup::Heliports, "heliport", 11, tiles::maxZoom},
    {BaseGroup::Places, "place", 5, tiles::maxZoom},
}};

std::vector<MapLayerInfo> baseLayers(const tiles::MapPack& pack, const std::string& version) {
    std::vector<MapLayerInfo> layers;
    for (const auto& known : groups) {
        MapLayerInfo layer{.id = std::string(nameOf(known.group)), .kind = LayerKind::Base, .version = version};
        layer.facts.minZoom = known.minZoom;
        layer.facts.maxZoom = known.maxZoom;
        if (!pack.layers.contains(known.layer)) {
            layer.state = LayerState::Unusable;
            layer.reasonCode = "MAP_GROUP_MISSING";
            layer.reason = "the map pack does not hold this";
        }
        const auto source = std::ranges::find(pack.sources, known.layer, &tiles::MapSource::layer);
        if (source != pack.sources.end()) {
            layer.facts.attribution = source->source;
            layer.facts.licence = source->licence;
            layer.facts.date = source->date;
        }
        layers.push_back(std::move(layer));
    }
    return layers;
}

std::vector<std::string> lacksOf(const tiles::MapPack& pack) {
    constexpr std::array<std::pair<const char*, const char*>, 5> wanted{{{"road", "roads"},
                                                                         {"building", "buildings"},
                                                                         {"terrain", "terrain"},
                                                                         {"power_line", "power_lines"},
                                                                         {"river_bank", "river_banks"}}};
    std::vector<std::string> lacks;
    for (const auto& [layer, code] : wanted)
        if (!pack.layers.contains(layer)) lacks.emplace_back(code);
    return lacks;
}

std::string creditsOf(const tiles::MapPack& pack) {
    std::vector<std::string> names;
    for (const auto& source : pack.sources) {
        const auto name = source.source.substr(0, source.source.find_first_of(",("));
        const auto trimmed = name.substr(0, name.find_last_not_of(' ') + 1);
        if (!std::ranges::contains(names, trimmed)) names.push_back(trimmed);
    }
    std::string text;
    for (const auto& name : names)
        text += (text.empty() ? "© " : " · ") + name;
    return text;
}

} // namespace

std::string_view nameOf(LayerKind kind) {
    return kind == LayerKind::Base ? "base" : "raster";
}

std::string_view nameOf(LayerState state) {
    constexpr std::array<std::string_view, 4> names{"ready", "arriving", "converting", "unusable"};
    return names.at(static_cast<std::size_t>(state));
}

struct MapLibrary::Impl {
    // What tiles are drawn from; replaced as a whole, so that a tile under way keeps what it began with.
    struct State {
        std::map<std::string, std::pair<RasterPtr, std::string>, std::less<>> rasters; // id: source, version
        MapCatalogPtr catalog;
    };

    struct Watched {
        Signature seen;
        bool judged = false; // `info` is about `seen`
        MapLayerInfo info;
        RasterPtr source;
    };

    Impl(MapLibrarySettings given, Report reportTo)
        : settings(std::move(given))
        , report(std::move(reportTo)) {}

    void openBase();
    void watch(const std::stop_token& stop);
    bool look();
    void judge(const std::string& name, Watched& file);
    void takeGeotiff(const std::string& name, Watched& file);
    bool endConversion();
    void take(const std::string& name, Watched& file, Result<RasterPtr> opened);
    void refuse(const std::string& name, Watched& file, const Error& error);
    void publish();
    [[nodiscard]] std::string uniqueId(const std::string& name) const;

    [[nodiscard]] fs::path convertedFile(const Watched& file) const {
        return settings.converted / (file.info.id + '-' + file.seen.version() + ".mbtiles");
    }

    void forgetConverted(const std::string& id, const fs::path& keep) const;

    [[nodiscard]] std::shared_ptr<const State> state() const {
        const std::lock_guard lock(mutex);
        return current;
    }

    Result<Canvas> draw(const TileAddress& tile, const StyleStack& stack);
    void lay(Canvas& canvas, const TileAddress& tile, const StyleStack& stack, const State& held, bool overNames);
    void reportOnce(const std::string& id, const std::string& version, const Error& error);

    MapLibrarySettings settings;
    Report report;
    std::shared_ptr<tiles::MapnikTiles> base;
    std::optional<Error> trouble;
    PlaceIndex places;
    MapCatalog baseCatalog;

    mutable std::mutex mutex;
    std::shared_ptr<const State> current = std::make_shared<State>();
    std::set<std::string> reported; // layers with a tile that could not be drawn

    // Only on the library's thread:
    std::map<std::string, Watched> files;
    std::unique_ptr<Conversion> conversion;
    std::string converting; // the file
    std::uint64_t revision = 0;
    std::condition_variable_any wake;
    std::mutex wakeMutex;
    std::jthread thread; // last: ends before what it uses
};

void MapLibrary::Impl::openBase() {
    auto pack = tiles::readMapPacks(settings.base);
    if (pack) {
        places = PlaceIndex(*pack);
        baseCatalog.lacks = lacksOf(*pack);
        baseCatalog.credits = creditsOf(*pack);
        const auto signature = signatureOf(settings.base.pack);
        baseCatalog.layers = baseLayers(*pack, signature ? signature->version() : std::string());
        auto made = tiles::MapnikTiles::create(settings.base, std::move(*pack));
        if (made)
            base = std::move(*made);
        else
            trouble = made.error();
    } else {
        trouble = pack.error();
        baseCatalog.layers = baseLayers({}, {});
        baseCatalog.lacks = lacksOf({});
    }
    if (!trouble) return;
    for (auto& layer : baseCatalog.layers) {
        layer.state = LayerState::Unusable;
        layer.reasonCode = trouble->code;
        layer.reason = trouble->message;
    }
}

void MapLibrary::Impl::watch(const std::stop_token& stop) {
    std::error_code ignored;
    fs::create_directories(settings.folder, ignored);
    std::unique_lock lock(wakeMutex);
    while (!stop.stop_requested()) {
        if (look()) publish();
        wake.wait_for(lock, stop, std::chrono::milliseconds(settings.poll_ms), [] { return false; });
    }
    conversion.reset(); // ends the worker
}

// One look at the folder; true: something is different.
bool MapLibrary::Impl::look() {
    bool changed = endConversion();
    std::set<std::string> present;
    std::error_code unreadable;
    for (fs::directory_iterator entry(settings.folder, unreadable), end; !unreadable && entry != end;
         entry.increment(unreadable)) {
        const auto name = entry->path().filename().string();
        const auto signature = signatureOf(entry->path());
        if (name.starts_with('.') || kindOf(name) == FileKind::Other || !signature || present.size() >= mostFiles)
            continue;
        present.insert(name);
        auto [found, isNew] = files.try_emplace(name);
        Watched& file = found->second;
        const bool same = !isNew && file.seen == *signature;
        if (!same) {
            file.seen = *signature;
            file.judged = false;
            if (isNew) file.info.id = uniqueId(name);
            file.info.file = name;
            file.info.size_bytes = signature->size_bytes;
            file.info.fileTime = timeOf(entry->path());
            file.info.state = LayerState::Arriving; // what was taken before goes on being shown until then
            changed = true;
        }
        if (file.judged || isBeingWritten(entry->path()) || (!same && !settled(entry->path()))) continue;
        judge(name, file);
        changed = true;
    }
    const auto gone = std::erase_if(files, [&](const auto& file) {
        if (present.contains(file.first)) return false;
        forgetConverted(file.second.info.id, {});
        report({.file = file.first, .taken = false, .code = "MAP_LAYER_GONE", .text = "the file was taken away"});
        return true;
    });
    return changed || gone > 0;
}

void MapLibrary::Impl::judge(const std::string& name, Watched& file) {
    file.judged = true;
    const fs::path path = settings.folder / name;
    switch (kindOf(name)) {
    case FileKind::Mbtiles:
        return take(name, file, openMbtiles(path));
    case FileKind::Pmtiles:
        return take(name, file, openPmtiles(path));
    case FileKind::Geotiff:
        return takeGeotiff(name, file);
    case FileKind::Other:
        break;
    }
}

void MapLibrary::Impl::takeGeotiff(const std::string& name, Watched& file) {
    std::error_code ignored;
    const auto ready = convertedFile(file);
    if (fs::exists(ready, ignored)) return take(name, file, openMbtiles(ready));
    if (settings.worker.empty() || settings.converted.empty())
        return refuse(name, file, {"MAP_FILE_UNREADABLE", "GeoTIFF cannot be converted on this station", name});
    if (conversion) { // one at a time
        file.judged = false;
        return;
    }
    fs::create_directories(settings.converted, ignored);
    forgetConverted(file.info.id, {});
    file.info.state = LayerState::Converting;
    converting = name;
    conversion = std::make_unique<Conversion>(settings.worker, settings.folder / name, ready);
}

bool MapLibrary::Impl::endConversion() {
    if (!conversion) return false;
    const auto done = conversion->poll();
    if (!done) return false;
    conversion.reset();
    const auto file = files.find(converting);
    if (file == files.end()) return true; // taken away meanwhile
    if (!*done)
        refuse(file->first, file->second, done->error());
    else if (file->second.judged) // and not changed meanwhile
        takeGeotiff(file->first, file->second);
    return true;
}

void MapLibrary::Impl::forgetConverted(const std::string& id, const fs::path& keep) const {
    std::error_code unreadable;
    if (settings.converted.empty()) return;
    const std::string beginning = id + '-';
    constexpr std::size_t versionAndEnding = 8 + 8; // "0a1b2c3d.mbtiles"
    for (fs::directory_iterator entry(settings.converted, unreadable), end; !unreadable && entry != end;
         entry.increment(unreadable)) {
        const auto name = entry->path().filename().string();
        const bool ours = name.starts_with(beginning) && name.size() == beginning.size() + versionAndEnding;
        std::error_code ignored;
        if (ours && entry->path() != keep) fs::remove(entry->path(), ignored);
    }
}

void MapLibrary::Impl::take(const std::string& name, Watched& file, Result<RasterPtr> opened) {
    if (!opened) return refuse(name, file, opened.error());
    file.source = std::move(*opened);
    file.info.facts = file.source->facts();
    if (file.info.facts.title.empty()) file.info.facts.title = plainText(fs::path(name).stem().string());
    file.info.state = LayerState::Ready;
    file.info.version = file.seen.version();
    file.info.reasonCode.clear();
    file.info.reason.clear();
    report({.file = name,
            .taken = true,
            .code = "MAP_LAYER_TAKEN",
            .text = std::format("zoom {} to {}", file.info.facts.minZoom, file.info.facts.maxZoom)});
}

void MapLibrary::Impl::refuse(const std::string& name, Watched& file, const Error& error) {
    file.source.reset();
    file.info.state = LayerState::Unusable;
    file.info.reasonCode = error.code;
    file.info.reason = error.message;
    report({.file = name, .taken = false, .code = error.code, .text = error.message});
}

std::string MapLibrary::Impl::uniqueId(const std::string& name) const {
    const auto wanted = idFor(name);
    const bool taken = std::ranges::any_of(files, [&](const auto& file) { return file.second.info.id == wanted; });
    return taken ? std::format("{}-{:08x}", wanted, static_cast<std::uint32_t>(fnv(name))) : wanted;
}

void MapLibrary::Impl::publish() {
    auto next = std::make_shared<State>();
    auto catalog = std::make_shared<MapCatalog>(baseCatalog);
    catalog->revision = ++revision;
    for (const auto& [name, file] : files) {
        catalog->layers.push_back(file.info);
        if (file.source) next->rasters.emplace(file.info.id, std::pair(file.source, file.info.version));
    }
    next->catalog = std::move(catalog);
    const std::lock_guard lock(mutex);
    current = std::move(next);
}

Result<Canvas> MapLibrary::Impl::draw(const TileAddress& tile, const StyleStack& stack) {
    const auto held = state();
    for (const auto& layer : stack.layers)
        if (!held->rasters.contains(layer.id)) return fail("NO_SUCH_LAYER", "there is no such layer", layer.id);
    auto canvas = base ? base->ground(tile, stack) : tiles::hatching(tile);
    if (!canvas) return canvas;
    lay(*canvas, tile, stack, *held, false);
    if (base)
        if (const auto drawn = base->names(tile, stack, *canvas); !drawn) return std::unexpected(drawn.error());
    lay(*canvas, tile, stack, *held, true);
    return canvas;
}

// A tile that a file does not give is no reason to give none at all: the rest of the stack is drawn, and it is said.
void MapLibrary::Impl::lay(Canvas& canvas, const TileAddress& tile, const StyleStack& stack, const State& held,
                           bool overNames) {
    for (const auto& layer : stack.layers) {
        if (layer.overNames != overNames) continue;
        const auto& [source, version] = held.rasters.at(layer.id);
        if (const auto laid = layRaster(canvas, tile, *source, layer.opacity_pct); !laid)
            reportOnce(layer.id, version, laid.error());
    }
}

void MapLibrary::Impl::reportOnce(const std::string& id, const std::string& version, const Error& error) {
    {
        const std::lock_guard lock(mutex);
        if (!reported.insert(id + ' ' + version).second) return;
    }
    report({.file = id, .taken = false, .code = "MAP_TILE_BROKEN", .text = error.message});
}

MapLibrary::MapLibrary(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

MapLibrary::~MapLibrary() = default;

std::shared_ptr<MapLibrary> MapLibrary::open(MapLibrarySettings settings, Report report) {
    auto impl = std::make_unique<Impl>(std::move(settings), std::move(report));
    impl->openBase();
    impl->publish();
    auto* const self = impl.get();
    std::shared_ptr<MapLibrary> library(new MapLibrary(std::move(impl)));
    if (!self->settings.folder.empty())
        self->thread = std::jthread([self](const std::stop_token& stop) { self->watch(stop); });
    return library;
}

Result<std::string> MapLibrary::png(std::string_view style, int zoom, int x, int y, int scale) {
    const auto stack = tiles::styleStackFrom(style);
    if (!stack) return std::unexpected(stack.error());
    const auto tile = tiles::tileAddress(stack->palette, zoom, x, y, scale);
    if (!tile) return std::unexpected(tile.error());
    const auto canvas = m_impl->draw(*tile, *stack);
    if (!canvas) return std::unexpected(canvas.error());
    return tiles::encodePng(*canvas);
}

std::uint64_t MapLibrary::dataVersion(std::string_view style) const {
    const auto stack = tiles::styleStackFrom(style);
    if (!stack || stack->layers.empty()) return 0;
    const auto held = m_impl->state();
    std::uint64_t version = fnv({});
    for (const auto& layer : stack->layers)
        if (const auto found = held->rasters.find(layer.id); found != held->rasters.end())
            version = fnv(found->second.second, version);
    return version;
}

MapCatalogPtr MapLibrary::catalog() const {
    return m_impl->state()->catalog;
}

const PlaceIndex& MapLibrary::places() const {
    return m_impl->places;
}

const std::optional<Error>& MapLibrary::baseTrouble() const {
    return m_impl->trouble;
}

} // namespace haneul::maps
