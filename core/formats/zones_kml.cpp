#include "core/formats/zones_kml.h"

#include "core/formats/kml_lines.h"
#include "core/formats/notam_words.h"
#include "core/formats/xml_gate.h"
#include "core/formats/zone_fields.h"
#include "core/formats/zone_geometry.h"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <format>

namespace haneul::formats {

namespace {

using airspace::Zone;
using airspace::ZoneImport;

// The name without its namespace's prefix.
std::string_view nameOf(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    return name.substr(name.find(':') + 1); // npos + 1 is 0
}

pugi::xml_node childNamed(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node child : node.children())
        if (nameOf(child) == name) return child;
    return {};
}

// "127.1,37.5" or "127.1,37.5,30".
std::optional<geo::LatLon> placeIn(std::string_view word) {
    std::array<double, 3> numbers{};
    std::size_t count = 0;
    const char* at = word.data();
    const char* const end = word.data() + word.size();
    while (count < numbers.size()) {
        const auto [next, failed] = std::from_chars(at, end, numbers[count]);
        if (failed != std::errc{}) return std::nullopt;
        ++count;
        at = next;
        if (at == end) break;
        if (*at++ != ',') return std::nullopt;
    }
    const geo::LatLon place{numbers[1], numbers[0]};
    return at == end && count >= 2 && place.valid() ? std::optional(place) : std::nullopt;
}

class KmlZones {
public:
    KmlZones(std::string_view text, std::string_view fileName, const std::optional<ZoneDefaults>& defaults)
        : m_text(text)
        , m_file(fileName)
        , m_defaults(defaults) {}

    Result<void> container(const pugi::xml_node& node) {
        for (const pugi::xml_node child : node.children()) {
            const std::string_view name = nameOf(child);
            if (name == "Document" || name == "Folder") {
                if (auto read = container(child); !read) return read;
            } else if (name == "NetworkLink") {
                linked(child);
            } else if (name == "Placemark") {
                if (m_import.features.size() == maxZoneFeatures)
                    return fail("TOO_MANY_FEATURES", std::format("more than {} placemarks", maxZoneFeatures));
                placemark(child);
            }
        }
        return {};
    }

    ZoneImport take() {
        m_import.format = "KML";
        airspace::findDuplicates(m_import);
        return std::move(m_import);
    }

private:
    [[nodiscard]] std::string where(const pugi::xml_node& node) const {
        return lineOf(m_text, static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0)));
    }

    void linked(const pugi::xml_node& node) {
        if (m_import.findings.empty()) // said once
            m_import.findings.push_back(
                {airspace::Severity::Note, "NOT_READ", "links to other files are not followed", where(node)});
    }

    void placemark(const pugi::xml_node& node) {
        Findings findings;
        Zone zone;
        const std::string place = where(node);
        zone.source = {.format = "KML", .file = m_file, .where = place};
        if (std::string name = kmlName(childNamed(node, "name").child_value()); !name.empty())
            zone.name = {{std::move(name), {}}};
        if (std::string words = withoutMarkup(childNamed(node, "description").child_value()); !words.empty())
            zone.message = {{std::move(words), {}}};
        geometries(node, zone, findings);
        if (zone.layers.empty()) findings.refuse("NOT_AN_AREA", "the placemark has no area", place);
        m_import.features.push_back(
            reportByDefault(place, std::move(zone), findings.take(), m_import.features.size() + 1, m_defaults));
    }

    void geometries(const pugi::xml_node& node, Zone& zone, Findings& findings) {
        for (const pugi::xml_node child : node.children()) {
            const std::string_view name = nameOf(child);
            if (name == "MultiGeometry") geometries(child, zone, findings);
            if (name == "Polygon") polygon(child, zone, findings);
            if (name == "Point" || name == "LineString" || name == "Track" || name == "Model")
                findings.note("NOT_READ", std::format("a {} is not an area", name), where(child));
        }
    }

    void polygon(const pugi::xml_node& node, Zone& zone, Findings& findings) {
        geo::Polygon polygon;
        bool outer = false;
        for (const pugi::xml_node child : node.children()) {
            if (nameOf(child) == "outerBoundaryIs") {
                polygon.outer = ring(child, findings);
                outer = true;
            }
            if (nameOf(child) == "innerBoundaryIs") polygon.holes.push_back(ring(child, findings));
        }
        if (!outer) findings.refuse("BAD_AREA", "a polygon without an outer boundary", where(node));
        zone.layers.push_back({std::move(polygon), {}, {}});
    }

    std::vector<geo::LatLon> ring(const pugi::xml_node& boundary, Findings& findings) {
        const pugi::xml_node coordinates = childNamed(childNamed(boundary, "LinearRing"), "coordinates");
        std::vector<geo::LatLon> points;
        Words words(coordinates.child_value());
        for (auto word = words.next(); !word.empty(); word = words.next()) {
            const auto place = placeIn(word);
            if (!place) {
                findings.refuse(
                    "BAD_AREA",
                    std::format("\"{}\" is not longitude, latitude and perhaps height", kmlName(word.substr(0, 60))),
                    where(coordinates));
                return {};
            }
            points.push_back(*place);
        }
        if (!tidyRing(points) && points.size() >= 3)
            findings.quarantine("RING_NOT_CLOSED", "the ring does not end where it begins; it was closed",
                                where(coordinates));
        if (points.size() < 3)
            findings.refuse("BAD_AREA", std::format("a ring of {} different points is not an area", points.size()),
                            where(boundary));
        return points;
    }

    std::string_view m_text;
    std::string m_file;
    const std::optional<ZoneDefaults>& m_defaults;
    ZoneImport m_import;
};

} // namespace

Result<ZoneImport> readZonesKml(std::string_view text, std::string_view fileName,
                                const std::optional<ZoneDefaults>& defaults) {
    if (auto passed = xmlGate(text, {maxKmlBytes, maxKmlDepth, maxKmlElements}); !passed)
        return std::unexpected(passed.error());
    pugi::xml_document document;
    const auto parsed = document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed)
        return fail("NOT_WELL_FORMED", parsed.description(), lineOf(text, static_cast<std::size_t>(parsed.offset)));
    const pugi::xml_node root = document.document_element();
    if (nameOf(root) != "kml")
        return fail("NOT_KML", std::format("the file is \"{}\"; \"kml\" is wanted", kmlName(root.name())), "line 1");
    KmlZones reader(text, fileName, defaults);
    if (auto read = reader.container(root); !read) return std::unexpected(read.error());
    return reader.take();
}

} // namespace haneul::formats
