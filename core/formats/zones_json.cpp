#include "core/formats/zones_json.h"

#include "core/formats/zone_geometry.h"
#include "core/formats/zones_eaip.h"

#include <algorithm>
#include <format>

namespace haneul::formats {

namespace {

using airspace::FeatureReport;
using airspace::Zone;
using airspace::ZoneImport;

constexpr std::size_t deepest = 64;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

class ZoneFileReader {
public:
    ZoneFileReader(std::string_view fileName, const std::optional<ZoneDefaults>& defaults)
        : m_file(fileName)
        , m_defaults(defaults) {}

    Result<ZoneImport> read(const JsonValue& root) {
        std::optional<JsonValue> list;
        for (const char* const name : {"features", "UASZoneList"})
            if (!list) list = root.find(name);
        if (root.find("type") && !list && root.find("geometry")) { // a single feature
            feature(JsonValue{root.element, "feature"});
            return finish();
        }
        if (!list || !list->isArray())
            return fail("NOT_ZONES", "a list \"features\" (ED-318, GeoJSON), \"UASZoneList\" (ED-269) or \"airspaces\" "
                                     "(extract of an eAIP) is "
                                     "wanted");
        if (auto known = checkDatum(root); !known) return std::unexpected(known.error());
        simdjson::dom::array items;
        if (list->element.get_array().get(items) || items.size() > maxZoneFeatures)
            return fail("TOO_MANY_FEATURES", std::format("more than {} features", maxZoneFeatures), list->path);
        list->each([&](const JsonValue& item) { feature(item); });
        return finish();
    }

private:
    Result<ZoneImport> finish() {
        airspace::findDuplicates(m_import);
        return std::move(m_import);
    }

    static Result<void> checkDatum(const JsonValue& root) {
        const auto system = root.find("crs");
        if (!system) return {};
        const auto properties = system->find("properties");
        const auto name = properties ? properties->find("name") : std::nullopt;
        const std::string_view written = name ? name->string().value_or("") : std::string_view();
        if (written.ends_with("CRS84") || written.ends_with(":4326")) return {};
        return fail("UNKNOWN_DATUM",
                    std::format("the file says its coordinates are \"{}\"; only WGS84 longitude and latitude (CRS84, "
                                "EPSG:4326) are read",
                                written.substr(0, 60)),
                    system->path);
    }

    void feature(const JsonValue& value) {
        if (!value.isObject()) {
            FeatureReport report{.where = value.path};
            report.findings.push_back({airspace::Severity::Refuse, "NOT_A_FEATURE", "an object is wanted", value.path});
            m_import.features.push_back(std::move(report));
            return;
        }
        Findings findings;
        findTwice(value, findings);
        const auto geometry = value.find("geometry");
        if (geometry && geometry->isArray())
            ed269(value, *geometry, findings);
        else
            geoJson(value, geometry, findings);
    }

    [[nodiscard]] Zone sourced(const JsonValue& value, const char* format) const {
        Zone zone;
        zone.source.format = format;
        zone.source.file = m_file;
        zone.source.where = value.path;
        return zone;
    }

    void ed269(const JsonValue& value, const JsonValue& geometry, Findings& findings) {
        m_import.format = "ED-269";
        Zone zone = sourced(value, "ED-269");
        const ZoneFields fields({value}, findings);
        fields.readMeaning(zone);
        fields.readPeriods(zone);
        geometry.each([&](const JsonValue& volume) {
            if (auto layer = layerOfEd269(volume, findings)) zone.layers.push_back(std::move(*layer));
        });
        m_import.features.push_back(airspace::reportOf(value.path, std::move(zone), findings.take()));
    }

    void geoJson(const JsonValue& value, const std::optional<JsonValue>& geometry, Findings& findings) {
        std::vector<JsonValue> places;
        std::optional<JsonValue> limits;
        if (const auto properties = value.find("properties"); properties && properties->isObject()) {
            places.push_back(*properties);
            if (const auto inner = properties->find("UASZone"); inner && inner->isObject())
                places.insert(places.begin(), *inner); // ENAIRE: the meaning lies one deeper
            limits = properties->find("verticalLayer");
            if (!limits && (properties->find("lowerReference") || properties->find("upperReference")))
                limits = properties; // ENAIRE, flat
        } else {
            places.push_back(value);
        }
        const ZoneFields fields(places, findings);
        const bool meant = fields.find("identifier") && (fields.find("type") || fields.find("restriction"));
        if (m_import.format.empty()) m_import.format = meant ? "ED-318" : "GeoJSON";
        Zone zone = sourced(value, meant ? "ED-318" : "GeoJSON");
        if (!geometry || !geometry->isObject()) {
            findings.refuse("NO_GEOMETRY", "the feature has no geometry", value.path);
            zone.identifier = fields.text("identifier");
            m_import.features.push_back(airspace::reportOf(value.path, std::move(zone), findings.take()));
            return;
        }
        if (!meant) return plain(value, *geometry, fields, std::move(zone), findings);
        zone.layers = layersOfGeoJson(*geometry, limits, findings);
        fields.readMeaning(zone);
        fields.readPeriods(zone);
        m_import.features.push_back(airspace::reportOf(value.path, std::move(zone), findings.take()));
    }

    void plain(const JsonValue& value, const JsonValue& geometry, const ZoneFields& fields, Zone zone,
               Findings& findings) {
        Findings silent; // that limits are missing is said once, by default
        zone.layers = layersOfGeoJson(geometry, std::nullopt, silent);
        auto found = silent.take();
        std::erase_if(found, [](const airspace::Finding& one) { return one.code == "NO_LIMITS"; });
        auto all = findings.take();
        all.insert(all.end(), found.begin(), found.end());
        for (const char* const name : {"name", "NAME", "Name", "title"})
            if (zone.name.empty() && fields.find(name) && fields.find(name)->string()) zone.name = fields.texts(name);
        m_import.features.push_back(
            reportByDefault(value.path, std::move(zone), std::move(all), m_import.features.size() + 1, m_defaults));
    }

    std::string m_file;
    const std::optional<ZoneDefaults>& m_defaults;
    ZoneImport m_import;
};

} // namespace

FeatureReport reportByDefault(std::string where, Zone zone, std::vector<airspace::Finding> findings, std::size_t number,
                              const std::optional<ZoneDefaults>& defaults) {
    if (!defaults) {
        findings.push_back({airspace::Severity::Refuse, "NO_MEANING",
                            "the file does not say what the area means: identifier, type and limits are wanted",
                            where});
        return airspace::reportOf(std::move(where), std::move(zone), std::move(findings));
    }
    findings.push_back({airspace::Severity::Quarantine, "MEANING_BY_DEFAULT",
                        "type and limits are those that were chosen for the whole file", where});
    zone.identifier = std::format("{}{}", defaults->identifierPrefix, number);
    zone.country = defaults->country;
    zone.type = defaults->type;
    for (airspace::Layer& layer : zone.layers) {
        layer.lower = defaults->lower;
        layer.upper = defaults->upper;
    }
    return airspace::reportOf(std::move(where), std::move(zone), std::move(findings));
}

Result<ZoneImport> readZonesJson(std::string_view text, std::string_view fileName,
                                 const std::optional<ZoneDefaults>& defaults, std::string_view country) {
    if (text.size() > maxZoneFileBytes)
        return fail("TOO_LARGE", std::format("the file has more than {} MiB", maxZoneFileBytes >> 20));
    const bool marked = text.starts_with(byteOrderMark);
    if (marked) text.remove_prefix(byteOrderMark.size());
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    const simdjson::padded_string padded(text);
    if (parser.allocate(text.size() + 1, deepest)) return fail("TOO_LARGE", "not enough memory for the file");
    if (const auto failed = parser.parse(padded).get(root); failed || !root.is_object())
        return fail("BAD_JSON", failed ? simdjson::error_message(failed) : "an object is wanted");
    const JsonValue value{root, {}};
    auto import =
        isEaip(value) ? readZonesEaip(value, fileName, country) : ZoneFileReader(fileName, defaults).read(value);
    if (import && marked)
        import->findings.push_back(
            {airspace::Severity::Note, "BYTE_ORDER_MARK", "the file begins with a byte order mark", {}});
    return import;
}

} // namespace haneul::formats
