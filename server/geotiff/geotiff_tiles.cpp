#include "server/geotiff/geotiff_tiles.h"

#include "core/geo/mercator.h"
#include "server/tiles/canvas.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <gdal_utils.h>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <format>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace haneul::geotiff {

namespace {

constexpr int tileSide_px = 256;

struct CloseDataset {
    void operator()(void* dataset) const { GDALClose(dataset); }
};

using Dataset = std::unique_ptr<void, CloseDataset>;

// An argument list for GDAL's own programs as functions.
Dataset translated(GDALDatasetH source, std::vector<const char*> words) {
    words.push_back(nullptr);
    auto* const options = GDALTranslateOptionsNew(const_cast<char**>(words.data()), nullptr);
    Dataset result(GDALTranslate("", source, options, nullptr));
    GDALTranslateOptionsFree(options);
    return result;
}

Dataset warped(GDALDatasetH source, std::vector<const char*> words) {
    words.push_back(nullptr);
    auto* const options = GDALWarpAppOptionsNew(const_cast<char**>(words.data()), nullptr);
    Dataset result(GDALWarp("", nullptr, 1, &source, options, nullptr));
    GDALWarpAppOptionsFree(options);
    return result;
}

std::unexpected<Error> broken(const char* what) {
    const std::string detail = CPLGetLastErrorMsg();
    return fail("GEOTIFF_BROKEN", detail.empty() ? what : std::string(what) + ": " + detail);
}

Result<void> checkPicture(GDALDatasetH file, const ConversionLimits& limits) {
    const auto pixels = static_cast<std::int64_t>(GDALGetRasterXSize(file)) * GDALGetRasterYSize(file);
    if (pixels > limits.pixels)
        return fail("GEOTIFF_TOO_LARGE", std::format("the picture has {} million pixels; at most {} can be taken",
                                                     pixels / 1'000'000, limits.pixels / 1'000'000));
    std::array<double, 6> transform{};
    const char* const reference = GDALGetProjectionRef(file);
    if (GDALGetGeoTransform(file, transform.data()) != CE_None || !reference || !*reference)
        return fail("GEOTIFF_NOT_PLACED", "the picture does not say where on the earth it lies");
    const int bands = GDALGetRasterCount(file);
    if (bands < 1 || bands > 4) return fail("GEOTIFF_NOT_A_PICTURE", "the file has not one to four colour bands");
    for (int band = 1; band <= bands; ++band)
        if (GDALGetRasterDataType(GDALGetRasterBand(file, band)) != GDT_Byte)
            return fail("GEOTIFF_NOT_A_PICTURE",
                        "the file holds measurements such as heights, not a picture of 8 bits a colour");
    return {};
}

// Red, green, blue and alpha, whatever the file has.
Dataset asRgba(GDALDatasetH file) {
    const int bands = GDALGetRasterCount(file);
    const bool palette = bands == 1 && GDALGetRasterColorTable(GDALGetRasterBand(file, 1)) != nullptr;
    if (palette) return translated(file, {"-of", "VRT", "-expand", "rgba"});
    if (bands == 1) return translated(file, {"-of", "VRT", "-b", "1", "-b", "1", "-b", "1"});
    if (bands == 2)
        return translated(file, {"-of", "VRT", "-b", "1", "-b", "1", "-b", "1", "-b", "2", "-colorinterp_4", "alpha"});
    if (bands == 4) return translated(file, {"-of", "VRT", "-colorinterp_4", "alpha"});
    return translated(file, {"-of", "VRT"});
}

Dataset inMercator(GDALDatasetH picture) {
    std::vector<const char*> words{"-of", "VRT", "-t_srs", "EPSG:3857", "-r", "bilinear", "-wm", "128"};
    if (GDALGetRasterCount(picture) < 4) words.push_back("-dstalpha");
    return warped(picture, words);
}

// Pixels of the warped picture: metres of EPSG:3857 in, columns and rows out.
struct Grid {
    double west_m = 0, north_m = 0, pixel_m = 1;
    int width = 0, height = 0;
};

struct TileSpan {
    int firstX = 0, lastX = 0, firstY = 0, lastY = 0;

    [[nodiscard]] std::int64_t count() const {
        return static_cast<std::int64_t>(lastX - firstX + 1) * (lastY - firstY + 1);
    }
};

TileSpan spanOf(const Grid& grid, int zoom) {
    const double world_m = 2 * geo::tileBounds_m(0, 0, 0).east;
    const int last = (1 << zoom) - 1;
    const auto index = [&](double distance_m) {
        return std::clamp(static_cast<int>(std::floor(distance_m / world_m * (last + 1))), 0, last);
    };
    const double west_m = grid.west_m + world_m / 2;
    const double north_m = world_m / 2 - grid.north_m;
    return {index(west_m), index(west_m + grid.width * grid.pixel_m), index(north_m),
            index(north_m + grid.height * grid.pixel_m)};
}

class Output {
public:
    ~Output() { sqlite3_close(m_database); }

    bool open(const std::filesystem::path& file) {
        if (sqlite3_open_v2(file.c_str(), &m_database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) !=
            SQLITE_OK)
            return false;
        const bool made = run("PRAGMA journal_mode = OFF") && run("PRAGMA synchronous = OFF") &&
                          run("CREATE TABLE metadata (name TEXT, value TEXT)") &&
                          run("CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, "
                              "tile_data BLOB, PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID") &&
                          run("BEGIN");
        return made &&
               sqlite3_prepare_v2(m_database, "INSERT INTO tiles VALUES (?1, ?2, ?3, ?4)", -1, &m_tile, nullptr) ==
                   SQLITE_OK &&
               sqlite3_prepare_v2(m_database, "INSERT INTO metadata VALUES (?1, ?2)", -1, &m_fact, nullptr) ==
                   SQLITE_OK;
    }

    bool tile(int zoom, int x, int y, const std::string& png) {
        sqlite3_bind_int(m_tile, 1, zoom);
        sqlite3_bind_int(m_tile, 2, x);
        sqlite3_bind_int(m_tile, 3, (1 << zoom) - 1 - y);
        sqlite3_bind_blob64(m_tile, 4, png.data(), png.size(), SQLITE_TRANSIENT);
        return step(m_tile);
    }

    bool fact(const std::string& name, const std::string& value) {
        sqlite3_bind_text(m_fact, 1, name.c_str(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_text(m_fact, 2, value.c_str(), -1, SQLITE_TRANSIENT);
        return step(m_fact);
    }

    bool finish() {
        sqlite3_finalize(std::exchange(m_tile, nullptr));
        sqlite3_finalize(std::exchange(m_fact, nullptr));
        return run("COMMIT");
    }

private:
    static bool step(sqlite3_stmt* statement) {
        const bool done = sqlite3_step(statement) == SQLITE_DONE;
        sqlite3_reset(statement);
        return done;
    }

    bool run(const char* sql) { return sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) == SQLITE_OK; }

    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_tile = nullptr;
    sqlite3_stmt* m_fact = nullptr;
};

// One tile; an empty picture when nothing of the file falls into it.
Result<tiles::Canvas> drawTile(GDALDatasetH picture, const Grid& grid, int zoom, int x, int y) {
    const auto bounds = geo::tileBounds_m(zoom, x, y);
    const auto inPixels = [&](double distance_m) { return distance_m / grid.pixel_m; };
    const double left = std::max(0.0, inPixels(bounds.west - grid.west_m));
    const double right = std::min<double>(grid.width, inPixels(bounds.east - grid.west_m));
    const double top = std::max(0.0, inPixels(grid.north_m - bounds.north));
    const double bottom = std::min<double>(grid.height, inPixels(grid.north_m - bounds.south));
    const double tilePixel =
        inPixels(bounds.east - bounds.west) / tileSide_px; // pixels of the file for one of the tile
    const auto toTile = [&](double pixels) {
        return std::clamp(static_cast<int>(std::lround(pixels / tilePixel)), 0, tileSide_px);
    };
    const int tileLeft = toTile(left - inPixels(bounds.west - grid.west_m));
    const int tileTop = toTile(top - inPixels(grid.north_m - bounds.north));
    const int width = toTile(right - inPixels(bounds.west - grid.west_m)) - tileLeft;
    const int height = toTile(bottom - inPixels(grid.north_m - bounds.north)) - tileTop;
    tiles::Canvas canvas(tileSide_px, tileSide_px);
    if (width <= 0 || height <= 0 || right - left < 0.01 || bottom - top < 0.01) return canvas;

    GDALRasterIOExtraArg extra;
    INIT_RASTERIO_EXTRA_ARG(extra);
    extra.eResampleAlg = tilePixel > 1 ? GRIORA_Average : GRIORA_Bilinear;
    extra.bFloatingPointWindowValidity = 1;
    extra.dfXOff = left;
    extra.dfYOff = top;
    extra.dfXSize = right - left;
    extra.dfYSize = bottom - top;
    const int firstColumn = static_cast<int>(std::floor(left));
    const int firstRow = static_cast<int>(std::floor(top));
    const int columns = std::min(grid.width, static_cast<int>(std::ceil(right))) - firstColumn;
    const int rows = std::min(grid.height, static_cast<int>(std::ceil(bottom))) - firstRow;
    std::array<int, 4> bands{1, 2, 3, 4};
    auto* const start = reinterpret_cast<unsigned char*>(canvas.pixels.data() + tileTop * tileSide_px + tileLeft);
    const auto read = GDALDatasetRasterIOEx(picture, GF_Read, firstColumn, firstRow, columns, rows, start, width,
                                            height, GDT_Byte, 4, bands.data(), 4, 4LL * tileSide_px, 1, &extra);
    if (read != CE_None) return broken("the picture cannot be read");
    return canvas;
}

bool empty(const tiles::Canvas& canvas) {
    return std::ranges::all_of(canvas.pixels, [](std::uint32_t pixel) { return (pixel >> 24U) == 0; });
}

Result<Grid> gridOf(GDALDatasetH picture) {
    std::array<double, 6> transform{};
    if (GDALGetGeoTransform(picture, transform.data()) != CE_None || GDALGetRasterCount(picture) != 4)
        return broken("the picture cannot be placed on the map");
    const Grid grid{.west_m = transform[0],
                    .north_m = transform[3],
                    .pixel_m = transform[1],
                    .width = GDALGetRasterXSize(picture),
                    .height = GDALGetRasterYSize(picture)};
    const bool sane = std::isfinite(grid.west_m) && std::isfinite(grid.north_m) && grid.pixel_m > 0 &&
                      std::abs(grid.pixel_m + transform[5]) < 0.01 * grid.pixel_m;
    if (!sane) return broken("the picture cannot be placed on the map");
    return grid;
}

std::string boundsText(const Grid& grid) {
    const double halfWorld_m = geo::tileBounds_m(0, 0, 0).east;
    const auto place = [&](double x_m, double y_m) {
        return geo::fromMercator({x_m / halfWorld_m / 2 + 0.5, 0.5 - y_m / halfWorld_m / 2});
    };
    const auto northWest = place(grid.west_m, grid.north_m);
    const auto southEast = place(grid.west_m + grid.width * grid.pixel_m, grid.north_m - grid.height * grid.pixel_m);
    return std::format("{:.6f},{:.6f},{:.6f},{:.6f}", std::max(-180.0, northWest.longitude_deg), southEast.latitude_deg,
                       std::min(180.0, southEast.longitude_deg), northWest.latitude_deg);
}

// The zoom whose pixels are about as large as the file's.
int deepestZoomOf(const Grid& grid, int limit) {
    const double world_m = 2 * geo::tileBounds_m(0, 0, 0).east;
    return std::clamp(static_cast<int>(std::ceil(std::log2(world_m / tileSide_px / grid.pixel_m) - 0.3)), 0, limit);
}

Result<void> drawPyramid(GDALDatasetH picture, const Grid& grid, const ConversionLimits& limits, Output& output) {
    const int deepest = deepestZoomOf(grid, limits.deepestZoom);
    std::int64_t drawn = 0;
    for (int zoom = deepest; zoom >= 0; --zoom) {
        const auto span = spanOf(grid, zoom);
        drawn += span.count();
        if (drawn > limits.tiles)
            return fail("GEOTIFF_TOO_LARGE", std::format("the picture needs more than {} tiles", limits.tiles));
        for (int y = span.firstY; y <= span.lastY; ++y)
            for (int x = span.firstX; x <= span.lastX; ++x) {
                const auto canvas = drawTile(picture, grid, zoom, x, y);
                if (!canvas) return std::unexpected(canvas.error());
                if (empty(*canvas)) continue;
                const auto png = tiles::encodePng(*canvas, tiles::Alpha::Kept);
                if (!png) return std::unexpected(png.error());
                if (!output.tile(zoom, x, y, *png)) return fail("GEOTIFF_NOT_WRITTEN", "a tile cannot be written");
            }
        if (span.count() == 1) break; // the picture is one tile: that is small enough
    }
    return {};
}

void prepareGdal() {
    CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR"); // no side files
    CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
    CPLSetConfigOption("GDAL_CACHEMAX", "256");
    CPLSetConfigOption("GDAL_NUM_THREADS", "1");
    CPLSetConfigOption("PROJ_NETWORK", "OFF");
    CPLSetErrorHandler(CPLQuietErrorHandler);
    GDALAllRegister();
}

} // namespace

Result<void> convertGeotiff(const std::filesystem::path& input, const std::filesystem::path& output,
                            const ConversionLimits& limits) {
    prepareGdal();
    constexpr std::array<const char*, 2> drivers{"GTiff", nullptr};
    const Dataset file(GDALOpenEx(input.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers.data(), nullptr, nullptr));
    if (!file) return broken("the file is not a readable GeoTIFF");
    if (const auto picture = checkPicture(file.get(), limits); !picture) return picture;
    const Dataset rgba = asRgba(file.get());
    const Dataset picture = rgba ? inMercator(rgba.get()) : nullptr;
    if (!picture) return broken("the picture cannot be placed on the map");
    const auto grid = gridOf(picture.get());
    if (!grid) return std::unexpected(grid.error());

    Output tiles;
    if (!tiles.open(output)) return fail("GEOTIFF_NOT_WRITTEN", "the tiles cannot be written", output.string());
    if (const auto drawn = drawPyramid(picture.get(), *grid, limits, tiles); !drawn) return drawn;
    const char* const date = GDALGetMetadataItem(file.get(), "TIFFTAG_DATETIME", nullptr);
    const char* const copyright = GDALGetMetadataItem(file.get(), "TIFFTAG_COPYRIGHT", nullptr);
    const bool kept = tiles.fact("name", input.stem().string()) && tiles.fact("format", "png") &&
                      tiles.fact("bounds", boundsText(*grid)) && tiles.fact("date", date ? date : "") &&
                      tiles.fact("attribution", copyright ? copyright : "") && tiles.finish();
    if (!kept) return fail("GEOTIFF_NOT_WRITTEN", "the tiles cannot be written", output.string());
    return {};
}

} // namespace haneul::geotiff
