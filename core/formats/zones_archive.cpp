#include "core/formats/zones_archive.h"

#include "core/formats/kmz.h"
#include "core/formats/zip_archive.h"
#include "core/formats/zones_kml.h"

#include <algorithm>
#include <format>

namespace haneul::formats {

namespace {

using airspace::ZoneImport;
using Entries = std::vector<ArchiveEntry>;

Result<ZoneImport> kmz(std::string_view bytes, std::string_view fileName, const std::optional<ZoneDefaults>& defaults) {
    const auto file = readKmz(bytes);
    if (!file) return std::unexpected(file.error());
    auto import = readZonesKml(file->kml, fileName, defaults);
    if (!import) return import;
    import->format = "KMZ";
    for (const std::string& other : file->notRead)
        import->findings.push_back(
            {airspace::Severity::Note, "NOT_READ", std::format("only {} is read of the archive", file->name), other});
    return import;
}

// The bytes of the file beside it with another ending, empty without one.
Result<std::string> neighbour(ZipArchive& archive, const ArchiveEntry& shp, std::string_view end) {
    const std::string wanted = lowered(shp.name.substr(0, shp.name.size() - 4)) + std::string(end);
    const auto found =
        std::ranges::find_if(archive.entries(), [&](const ArchiveEntry& one) { return lowered(one.name) == wanted; });
    return found == archive.entries().end() ? Result<std::string>() : archive.read(*found);
}

Result<ZoneImport> layer(ZipArchive& archive, const ArchiveEntry& entry, std::string_view fileName,
                         const std::optional<ZoneDefaults>& defaults, const TextDecoder& decode) {
    const auto shp = archive.read(entry);
    if (!shp) return std::unexpected(shp.error());
    const auto dbf = neighbour(archive, entry, ".dbf");
    if (!dbf) return std::unexpected(dbf.error());
    const auto prj = neighbour(archive, entry, ".prj");
    if (!prj) return std::unexpected(prj.error());
    const auto cpg = neighbour(archive, entry, ".cpg");
    if (!cpg) return std::unexpected(cpg.error());
    return readZonesShapefile({*shp, *dbf, *prj, *cpg}, fileName, defaults, decode);
}

void nameLayer(std::string& where, const std::string& layer) {
    where = where.empty() ? layer : std::format("{}: {}", layer, where);
}

Result<ZoneImport> shapefiles(ZipArchive& archive, const Entries& files, std::string_view fileName,
                              std::optional<ZoneDefaults> defaults, const TextDecoder& decode) {
    ZoneImport all{.format = "Shapefile"};
    const std::string prefix = defaults ? defaults->identifierPrefix : std::string();
    for (std::size_t number = 0; number < files.size(); ++number) {
        // Records of each layer are counted from 1: the number of the layer keeps their identifiers apart.
        if (defaults && files.size() > 1) defaults->identifierPrefix = std::format("{}{}-", prefix, number + 1);
        const std::string& name = files[number].name;
        auto import = layer(archive, files[number], fileName, defaults, decode);
        if (!import) {
            nameLayer(import.error().where, name);
            return import;
        }
        if (all.features.size() + import->features.size() > maxZoneFeatures)
            return fail("TOO_MANY_FEATURES", std::format("more than {} shapes", maxZoneFeatures), name);
        for (airspace::FeatureReport& feature : import->features) {
            nameLayer(feature.where, name);
            for (airspace::Finding& finding : feature.findings)
                nameLayer(finding.where, name);
            if (feature.zone) nameLayer(feature.zone->source.where, name);
            all.features.push_back(std::move(feature));
        }
        for (airspace::Finding& finding : import->findings) {
            nameLayer(finding.where, name);
            all.findings.push_back(std::move(finding));
        }
    }
    return all;
}

} // namespace

Result<ZoneImport> readZonesArchive(std::string_view bytes, std::string_view fileName,
                                    const std::optional<ZoneDefaults>& defaults, const TextDecoder& decode) {
    auto archive = ZipArchive::open(bytes);
    if (!archive) return std::unexpected(archive.error());
    const Entries kml = filesEndingWith(*archive, ".kml");
    const Entries shp = filesEndingWith(*archive, ".shp");
    if (kml.empty() == shp.empty())
        return fail("UNKNOWN_FORMAT",
                    kml.empty() ? "the archive holds no .kml and no .shp; a KMZ or a zipped Shapefile is read"
                                : "the archive holds both .kml and .shp; send them one after the other",
                    std::string(fileName));
    return kml.empty() ? shapefiles(*archive, shp, fileName, defaults, decode) : kmz(bytes, fileName, defaults);
}

} // namespace haneul::formats
