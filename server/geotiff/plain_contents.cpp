#include "server/geotiff/plain_contents.h"

#include "core/city_files/plain_data.h"
#include "core/city_files/row_codes.h"

#include <cpl_error.h>
#include <gdal.h>
#include <gdal_utils.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <format>
#include <fstream>
#include <limits>
#include <memory>
#include <utility>

namespace haneul::geotiff {

namespace {

using city_files::Raster;
using city_files::Row;
using city_files::Shape;
using city_files::Table;

struct CloseDataset {
    void operator()(void* dataset) const { GDALClose(dataset); }
};

using Dataset = std::unique_ptr<void, CloseDataset>;

struct ReleaseReference {
    void operator()(OGRSpatialReferenceH reference) const { OSRRelease(reference); }
};

using Reference = std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, ReleaseReference>;

struct EndTransformation {
    void operator()(OGRCoordinateTransformationH turn) const { OCTDestroyCoordinateTransformation(turn); }
};

using Transformation = std::unique_ptr<std::remove_pointer_t<OGRCoordinateTransformationH>, EndTransformation>;

std::unexpected<Error> refused(const char* code, std::string what) {
    const std::string detail = CPLGetLastErrorMsg();
    return fail(code, detail.empty() ? std::move(what) : what + ": " + detail);
}

Reference wgs84() {
    Reference reference(OSRNewSpatialReference(nullptr));
    OSRImportFromEPSG(reference.get(), 4326);
    OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

// "EPSG:5179", or the system's name; empty: none.
std::string nameOf(OGRSpatialReferenceH reference) {
    if (reference == nullptr) return {};
    const char* const authority = OSRGetAuthorityName(reference, nullptr);
    const char* const code = OSRGetAuthorityCode(reference, nullptr);
    if (authority != nullptr && code != nullptr) return std::string(authority) + ':' + code;
    const char* const name = OSRGetName(reference);
    return name == nullptr || !*name ? std::string("unnamed") : std::string(name);
}

// ---------------------------------------------------------------- features

std::vector<geo::LatLon> placesOf(OGRGeometryH geometry, std::size_t& room) {
    const int count = OGR_G_GetPointCount(geometry);
    std::vector<geo::LatLon> places;
    if (static_cast<std::size_t>(count) > room) {
        room = 0;
        return places;
    }
    room -= static_cast<std::size_t>(count);
    places.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        places.push_back({OGR_G_GetY(geometry, i), OGR_G_GetX(geometry, i)});
    return places;
}

std::vector<geo::LatLon> ringOf(OGRGeometryH geometry, std::size_t& room) {
    auto places = placesOf(geometry, room);
    if (places.size() > 1 && places.front() == places.back()) places.pop_back();
    return places;
}

geo::Polygon polygonOf(OGRGeometryH geometry, std::size_t& room) {
    geo::Polygon polygon;
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
        auto ring = ringOf(OGR_G_GetGeometryRef(geometry, i), room);
        if (i == 0)
            polygon.outer = std::move(ring);
        else
            polygon.holes.push_back(std::move(ring));
    }
    return polygon;
}

Shape none(std::string trouble) {
    Shape shape;
    shape.trouble = std::move(trouble);
    return shape;
}

template <class Part>
auto partsOf(OGRGeometryH geometry, bool many, std::size_t& room, Part part) {
    std::vector<decltype(part(geometry, room))> parts;
    if (!many)
        parts.push_back(part(geometry, room));
    else
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
            parts.push_back(part(OGR_G_GetGeometryRef(geometry, i), room));
    return parts;
}

// `room`: how many places may still be taken; 0 afterwards: there were more.
Shape shapeOf(OGRGeometryH geometry, std::size_t& room) {
    if (geometry == nullptr) return none({});
    if (OGR_G_IsEmpty(geometry)) return none("EMPTY_GEOMETRY");
    const OGRwkbGeometryType type = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry));
    Shape shape;
    switch (type) {
    case wkbPoint:
    case wkbMultiPoint:
        shape.kind = Shape::Kind::Points;
        for (auto& places : partsOf(geometry, type == wkbMultiPoint, room, placesOf))
            shape.points.insert(shape.points.end(), places.begin(), places.end());
        return shape;
    case wkbLineString:
    case wkbMultiLineString:
        shape.kind = Shape::Kind::Lines;
        shape.lines = partsOf(geometry, type == wkbMultiLineString, room, placesOf);
        return shape;
    case wkbPolygon:
    case wkbMultiPolygon:
        shape.kind = Shape::Kind::Polygons;
        shape.polygons = partsOf(geometry, type == wkbMultiPolygon, room, polygonOf);
        return shape;
    default:
        return none(city_files::troubleOf("OTHER_GEOMETRY", {OGRGeometryTypeToName(type)}));
    }
}

Shape shapeOf(OGRFeatureH feature, OGRCoordinateTransformationH turn, std::size_t& room) {
    OGRGeometryH const own = OGR_F_GetGeometryRef(feature);
    if (own == nullptr) return none({});
    const std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, decltype(&OGR_G_DestroyGeometry)> straight(
        OGR_G_GetLinearGeometry(own, 0, nullptr), OGR_G_DestroyGeometry);
    if (turn != nullptr && OGR_G_Transform(straight.get(), turn) != OGRERR_NONE) return none("NOT_TURNED");
    return shapeOf(straight.get(), room);
}

template <class Number>
std::string joined(const Number* numbers, int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += std::format("{}{}", i == 0 ? "" : ",", numbers[i]);
    return text;
}

// A text of a foreign file in the writer's limits; numbers of a list between commas (GDAL itself would cut them off);
// bytes that are not UTF-8 are left to GDAL's own recoding.
std::string valueOf(OGRFeatureH feature, int field) {
    if (!OGR_F_IsFieldSetAndNotNull(feature, field)) return {};
    int count = 0;
    switch (OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, field))) {
    case OFTRealList: {
        const double* const numbers = OGR_F_GetFieldAsDoubleList(feature, field, &count);
        return joined(numbers, count);
    }
    case OFTIntegerList: {
        const int* const numbers = OGR_F_GetFieldAsIntegerList(feature, field, &count);
        return joined(numbers, count);
    }
    case OFTInteger64List: {
        const auto* const numbers = OGR_F_GetFieldAsInteger64List(feature, field, &count);
        return joined(numbers, count);
    }
    default:
        return OGR_F_GetFieldAsString(feature, field);
    }
}

Result<Transformation> toWgs84(OGRSpatialReferenceH from) {
    if (from == nullptr) return Transformation();
    OSRSetAxisMappingStrategy(from, OAMS_TRADITIONAL_GIS_ORDER);
    const Reference target = wgs84();
    if (OSRIsSame(from, target.get())) return Transformation();
    Transformation turn(OCTNewCoordinateTransformation(from, target.get()));
    if (!turn) return refused("GIS_REFERENCE", "the reference system cannot be turned into WGS84");
    return turn;
}

OGRLayerH firstWithFeatures(GDALDatasetH file) {
    for (int i = 0; i < GDALDatasetGetLayerCount(file); ++i)
        if (OGRLayerH const layer = GDALDatasetGetLayer(file, i); OGR_L_GetFeatureCount(layer, 1) > 0) return layer;
    return nullptr;
}

Result<Table> tableOf(OGRLayerH layer) {
    Table table;
    OGRSpatialReferenceH const reference = OGR_L_GetSpatialRef(layer);
    table.reference = nameOf(reference);
    const auto turn = toWgs84(reference);
    if (!turn) return std::unexpected(turn.error());
    OGRFeatureDefnH const definition = OGR_L_GetLayerDefn(layer);
    const int fields = OGR_FD_GetFieldCount(definition);
    if (static_cast<std::size_t>(fields) > city_files::mostColumns)
        return fail("GIS_TOO_LARGE", std::format("more than {} columns", city_files::mostColumns));
    for (int i = 0; i < fields; ++i)
        table.columns.emplace_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
    std::size_t room = city_files::mostPlaces;
    OGR_L_ResetReading(layer);
    while (true) {
        const std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, decltype(&OGR_F_Destroy)> feature(
            OGR_L_GetNextFeature(layer), OGR_F_Destroy);
        if (!feature) break;
        Row row{.number = table.rows.size() + 1, .shape = shapeOf(feature.get(), turn->get(), room), .values = {}};
        for (int i = 0; i < fields; ++i)
            row.values.push_back(valueOf(feature.get(), i));
        table.rows.push_back(std::move(row));
        if (table.rows.size() > city_files::mostRows || room == 0)
            return fail("GIS_TOO_LARGE", std::format("more than {} features, or {} million corners; cut it to the area",
                                                     city_files::mostRows, city_files::mostPlaces / 1'000'000));
    }
    // A reader that gives up half way says so only here.
    if (CPLGetLastErrorType() == CE_Failure) return refused("GIS_BROKEN", "the file cannot be read to its end");
    return table;
}

Result<city_files::Contents> featuresOf(const std::filesystem::path& input) {
    constexpr std::array<const char*, 6> drivers{"GeoJSON",        "TopoJSON",   "GPKG",
                                                 "ESRI Shapefile", "FlatGeobuf", nullptr};
    const Dataset file(GDALOpenEx(input.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(), nullptr, nullptr));
    if (!file) return refused("GIS_BROKEN", "the file cannot be read as features");
    CPLErrorReset();
    OGRLayerH const layer = firstWithFeatures(file.get());
    if (layer == nullptr) return fail("GIS_EMPTY", "the file has no features");
    return tableOf(layer).transform([](Table&& table) { return city_files::Contents(std::move(table)); });
}

// ---------------------------------------------------------------- values

Dataset alongMeridians(GDALDatasetH file) {
    std::array<const char*, 8> words{"-of", "VRT", "-t_srs", "EPSG:4326", "-r", "bilinear", "-overwrite", nullptr};
    auto* const options = GDALWarpAppOptionsNew(const_cast<char**>(words.data()), nullptr);
    Dataset result(GDALWarp("", nullptr, 1, &file, options, nullptr));
    GDALWarpAppOptionsFree(options);
    return result;
}

std::optional<geo::HeightDatum> datumOf(GDALDatasetH file, OGRSpatialReferenceH reference) {
    if (const char* const dted = GDALGetMetadataItem(file, "DTED_VerticalDatum", nullptr)) {
        const std::string_view name = dted;
        if (name == "MSL" || name == "E96" || name == "E08") return geo::HeightDatum::Amsl;
        return std::nullopt;
    }
    if (const char* const code = OSRGetAuthorityCode(reference, "COMPD_CS|VERT_CS")) {
        const std::string_view name = code;
        for (const std::string_view meanSea : {"5714", "5773", "3855", "5193"}) // MSL, EGM96, EGM2008, Incheon
            if (name == meanSea) return geo::HeightDatum::Amsl;
        return std::nullopt;
    }
    // Three axes and no vertical system of its own: the third is the ellipsoid's.
    if (OSRIsGeographic(reference) && OSRGetAxesCount(reference) == 3) return geo::HeightDatum::W84;
    return std::nullopt;
}

bool isAlongMeridians(OGRSpatialReferenceH reference, const std::array<double, 6>& place) {
    if (!OSRIsGeographic(reference) || place[2] != 0 || place[4] != 0 || place[1] <= 0 || place[5] >= 0) return false;
    const Reference target = wgs84();
    const Reference flat(OSRClone(reference));
    OSRDemoteTo2D(flat.get(), nullptr);
    constexpr std::array<const char*, 3> coordinatesOnly{"CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS",
                                                         "IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", nullptr};
    return OSRIsSameEx(flat.get(), target.get(), coordinatesOnly.data());
}

Result<void> readValues(GDALDatasetH file, Raster& raster) {
    GDALRasterBandH const band = GDALGetRasterBand(file, 1);
    raster.unit = GDALGetRasterUnitType(band);
    raster.values.resize(static_cast<std::size_t>(raster.rows) * raster.columns);
    const auto columns = static_cast<int>(raster.columns);
    int hasNothing = 0;
    const double nothing = GDALGetRasterNoDataValue(band, &hasNothing);
    const double scale = GDALGetRasterScale(band, nullptr);
    const double offset = GDALGetRasterOffset(band, nullptr);
    std::vector<double> line(raster.columns);
    for (std::uint32_t row = 0; row < raster.rows; ++row) { // files go south
        if (GDALRasterIO(band, GF_Read, 0, static_cast<int>(row), columns, 1, line.data(), columns, 1, GDT_Float64, 0,
                         0) != CE_None)
            return refused("GIS_BROKEN", "the values cannot be read");
        float* const target = raster.values.data() + static_cast<std::size_t>(raster.rows - 1 - row) * raster.columns;
        for (std::uint32_t column = 0; column < raster.columns; ++column) {
            const double value = line[column];
            const bool isNothing = !std::isfinite(value) || (hasNothing != 0 && value == nothing);
            target[column] = isNothing ? std::numeric_limits<float>::quiet_NaN()
                                       : static_cast<float>(value * (scale == 0 ? 1 : scale) + offset);
        }
    }
    return {};
}

Result<city_files::Contents> valuesOf(const std::filesystem::path& input) {
    constexpr std::array<const char*, 4> drivers{"GTiff", "DTED", "SRTMHGT", nullptr};
    Dataset opened(GDALOpenEx(input.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers.data(), nullptr, nullptr));
    if (!opened) return refused("GIS_BROKEN", "the file cannot be read as a grid of values");
    OGRSpatialReferenceH reference = GDALGetSpatialRef(opened.get());
    std::array<double, 6> place{};
    if (reference == nullptr || GDALGetGeoTransform(opened.get(), place.data()) != CE_None)
        return fail("GIS_NOT_PLACED", "the file does not say where on the earth it lies");
    if (GDALGetRasterCount(opened.get()) < 1) return fail("GIS_EMPTY", "the file has no band");
    const GDALColorInterp meaning = GDALGetRasterColorInterpretation(GDALGetRasterBand(opened.get(), 1));
    if (GDALGetRasterCount(opened.get()) > 2 || meaning == GCI_RedBand || meaning == GCI_PaletteIndex)
        return fail("GIS_PICTURE", "the file is a picture in colours, not a grid of measured values");
    Raster raster{.reference = nameOf(reference), .resampled = false};
    raster.datum = datumOf(opened.get(), reference);
    const std::string unit = GDALGetRasterUnitType(GDALGetRasterBand(opened.get(), 1));
    Dataset turned; // reads from the opened one: goes before it
    if (!isAlongMeridians(reference, place)) {
        turned = alongMeridians(opened.get());
        if (!turned || GDALGetGeoTransform(turned.get(), place.data()) != CE_None)
            return refused("GIS_REFERENCE", "the reference system cannot be turned into WGS84");
        raster.resampled = true;
    }
    GDALDatasetH const file = turned ? turned.get() : opened.get();
    const int columns = GDALGetRasterXSize(file), rows = GDALGetRasterYSize(file);
    if (static_cast<std::int64_t>(columns) * rows > static_cast<std::int64_t>(city_files::mostValues))
        return fail("GIS_TOO_LARGE", std::format("{} x {} values; at most {} million can be taken, cut it to the area",
                                                 columns, rows, city_files::mostValues / 1'000'000));
    raster.rows = static_cast<std::uint32_t>(rows);
    raster.columns = static_cast<std::uint32_t>(columns);
    raster.columnStep_deg = place[1];
    raster.rowStep_deg = -place[5];
    raster.southWest = {place[3] + place[5] * (rows - 0.5), place[0] + place[1] * 0.5};
    if (Result<void> read = readValues(file, raster); !read) return std::unexpected(std::move(read).error());
    raster.unit = unit;
    return city_files::Contents(std::move(raster));
}

Result<void> writeAll(const std::string& bytes, const std::filesystem::path& output) {
    std::ofstream out(output, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) return fail("GIS_NOT_WRITTEN", "what the file holds cannot be written");
    return {};
}

} // namespace

Result<void> extractPlain(PlainKind kind, const std::filesystem::path& input, const std::filesystem::path& output) {
    GDALAllRegister();
    CPLSetErrorHandler(CPLQuietErrorHandler);
    const auto contents = kind == PlainKind::Features ? featuresOf(input) : valuesOf(input);
    if (!contents) return std::unexpected(contents.error());
    return writeAll(city_files::writePlain(*contents), output);
}

} // namespace haneul::geotiff
