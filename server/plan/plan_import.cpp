#include "server/plan/plan_import.h"

#include "core/formats/geojson_lines.h"
#include "core/formats/kml_lines.h"
#include "core/formats/kmz.h"
#include "core/formats/qgc_plan.h"
#include "core/formats/waypoint_text.h"
#include "core/formats/zones_kml.h"

#include <algorithm>
#include <format>
#include <utility>

namespace haneul::plan {

namespace {

using formats::FileNote;
using geo::VerticalLimit;
using geo::VerticalReference;

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

// Areas are read as zones without a meaning.
const formats::ZoneDefaults& anyArea() {
    static const formats::ZoneDefaults defaults{.country = "ZZZ", .identifierPrefix = "AREA", .lower = {}, .upper = {}};
    return defaults;
}

// ---------------------------------------------------------------- missions of ground stations

class MissionRoute {
public:
    explicit MissionRoute(const formats::MissionFile& file)
        : m_home(file.home) {}

    void add(const formats::MissionItem& item) {
        using Kind = formats::MissionItemKind;
        if (item.speed_mps && !m_shape.cruise_mps) m_shape.cruise_mps = item.speed_mps;
        const milliseconds hold(item.hold_ms);
        switch (item.kind) {
        case Kind::TakeOff:
            if (m_home)
                fly(item.place, m_home->height_m, {});
            else
                note("GROUND_NOT_SAID", "the file does not say how high the ground at the take-off is");
            return fly(item.place, item.height_m, hold);
        case Kind::Land:
            if (!m_route.points.empty()) fly(item.place, m_route.points.back().height.metres, {});
            return fly(item.place, item.height_m, {}); // what it does on the ground is no flight
        case Kind::Drop:
            note("DROP_NOT_KEPT", "a flight plan does not say what is dropped");
            return fly(item.place, item.height_m, hold);
        case Kind::Waypoint:
            return fly(item.place, item.height_m, hold);
        }
    }

    PlanShape take() {
        m_shape.points = m_route.points.size();
        m_shape.operation = std::move(m_route);
        return std::move(m_shape);
    }

private:
    void fly(geo::LatLon place, double height_m, milliseconds hold) {
        const VerticalLimit height{height_m, VerticalReference::Amsl};
        auto& points = m_route.points;
        if (!points.empty() && points.back().place == place && points.back().height == height)
            points.back().hold += hold;
        else
            points.push_back({.place = place, .height = height, .hold = hold});
    }

    void note(const char* code, const char* message) {
        if (!std::ranges::contains(m_shape.findings, std::string_view(code), &FileNote::code))
            m_shape.findings.push_back({code, message, m_shape.where});
    }

    std::optional<formats::MissionHome> m_home;
    WaypointRoute m_route;
    PlanShape m_shape{.name = {}, .where = "mission", .operation = {}, .cruise_mps = {}, .findings = {}};
};

PlanImport ofMission(std::string format, formats::MissionFile file) {
    PlanImport import{.format = std::move(format), .shapes = {}, .notes = file.notes, .taken = {}, .plan = {}};
    const auto mission = formats::missionItems(file);
    if (mission) {
        MissionRoute route(file);
        for (const formats::MissionItem& item : mission->items)
            route.add(item);
        import.shapes.push_back(route.take());
        return import;
    }
    PlanShape shape{
        .name = {}, .where = "mission", .points = file.items.size(), .operation = {}, .cruise_mps = {}, .findings = {}};
    shape.findings.push_back({mission.error().code, mission.error().message, mission.error().where});
    import.shapes.push_back(std::move(shape));
    return import;
}

// ---------------------------------------------------------------- lines and areas of maps

FileNote noHeight(const std::string& where) {
    return {"HEIGHT_NOT_SAID", "the file does not say how high; give a height", where};
}

// Heights are those of the file where all points have one, else the one that is given.
template <class Points>
PlanShape ofLine(std::string name, std::string where, const Points& points,
                 const std::optional<VerticalReference>& reference, const PlanImportOptions& options) {
    PlanShape shape{.name = std::move(name),
                    .where = std::move(where),
                    .points = points.size(),
                    .operation = {},
                    .cruise_mps = {},
                    .findings = {}};
    const bool inFile = reference && std::ranges::all_of(points, [](const auto& p) { return p.height_m.has_value(); });
    if (!inFile && !options.height) {
        shape.findings.push_back(noHeight(shape.where));
        return shape;
    }
    shape.heightGiven = !inFile;
    WaypointRoute route;
    for (const auto& point : points) {
        const VerticalLimit height = inFile ? VerticalLimit{*point.height_m, *reference} : *options.height;
        if (!route.points.empty() && route.points.back().place == point.place && route.points.back().height == height)
            continue;
        route.points.push_back({.place = point.place, .height = height});
    }
    if (route.points.size() < 2)
        shape.findings.push_back({"TOO_SHORT", "all points are at one place", shape.where});
    else
        shape.operation = std::move(route);
    return shape;
}

// Each layer of each feature; what is no area was read as a line, or is none of both.
void addAreas(const airspace::ZoneImport& areas, const PlanImportOptions& options, PlanImport& import) {
    for (const airspace::FeatureReport& report : areas.features) {
        if (!report.zone) {
            const auto why = std::ranges::find_if(report.findings, [](const airspace::Finding& finding) {
                return finding.severity == airspace::Severity::Refuse && finding.code != "NOT_AN_AREA";
            });
            if (why != report.findings.end()) import.notes.push_back({why->code, why->message, why->where});
            continue;
        }
        const auto& names = report.zone->name;
        for (const airspace::Layer& layer : report.zone->layers) {
            PlanShape shape{.name = names.empty() ? report.identifier : names.front().text,
                            .where = report.where,
                            .operation = {},
                            .cruise_mps = {},
                            .findings = {}};
            const auto* const polygon = std::get_if<geo::Polygon>(&layer.area);
            shape.points = polygon != nullptr ? polygon->outer.size() : 1;
            const auto upper = layer.upper ? layer.upper : options.height;
            shape.heightGiven = !layer.upper;
            if (upper)
                shape.operation = AreaOperation{.area = layer.area, .lower = layer.lower, .upper = *upper};
            else
                shape.findings.push_back(noHeight(report.where));
            import.shapes.push_back(std::move(shape));
        }
    }
}

std::optional<VerticalReference> referenceOf(formats::KmlHeight heights) {
    switch (heights) {
    case formats::KmlHeight::Amsl:
        return VerticalReference::Amsl;
    case formats::KmlHeight::AboveGround:
        return VerticalReference::Agl;
    case formats::KmlHeight::OnGround:
    case formats::KmlHeight::NotJudged:
        break;
    }
    return std::nullopt;
}

Result<PlanImport> ofKml(std::string_view text, const PlanImportOptions& options) {
    const auto file = formats::readKml(text);
    if (!file) return std::unexpected(file.error());
    PlanImport import{.format = "KML", .shapes = {}, .notes = file->notes, .taken = {}, .plan = {}};
    std::erase_if(import.notes, [](const FileNote& note) { return note.code == "AREA"; }); // they are read below
    for (std::size_t i = 0; i < file->lines.size(); ++i) {
        const formats::KmlLine& line = file->lines[i];
        import.shapes.push_back(
            ofLine(line.name, std::format("line {}", i + 1), line.points, referenceOf(line.heights), options));
    }
    if (const auto areas = formats::readZonesKml(text, "", anyArea())) addAreas(*areas, options, import);
    return import;
}

Result<PlanImport> ofKmz(std::string_view bytes, const PlanImportOptions& options) {
    const auto file = formats::readKmz(bytes);
    if (!file) return std::unexpected(file.error());
    auto import = ofKml(file->kml, options);
    if (!import) return import;
    import->format = "KMZ";
    for (const std::string& other : file->notRead)
        import->notes.push_back({"NOT_READ", std::format("only {} is read of the archive", file->name), other});
    return import;
}

Result<PlanImport> ofGeoJson(std::string_view text, const PlanImportOptions& options) {
    const auto file = formats::readGeoJsonLines(text);
    if (!file) return std::unexpected(file.error());
    PlanImport import{.format = "GEOJSON", .shapes = {}, .notes = file->notes, .taken = {}, .plan = {}};
    for (const formats::GeoJsonLine& line : file->lines)
        import.shapes.push_back(ofLine(line.name, line.where, line.points, VerticalReference::W84, options));
    if (const auto areas = formats::readZonesJson(text, "", anyArea())) addAreas(*areas, options, import);
    return import;
}

Result<PlanImport> read(std::string_view text, const PlanImportOptions& options) {
    auto begin = text;
    if (begin.starts_with(byteOrderMark)) begin.remove_prefix(byteOrderMark.size());
    begin.remove_prefix(std::min(begin.find_first_not_of(" \t\r\n"), begin.size()));
    if (begin.starts_with("QGC WPL"))
        return formats::readWaypointText(text).transform(
            [](formats::MissionFile file) { return ofMission("WAYPOINT_TEXT", std::move(file)); });
    if (formats::isZip(text)) return ofKmz(text, options);
    if (begin.starts_with('<')) return ofKml(text, options);
    if (begin.starts_with('{') && begin.contains("\"fileType\""))
        return formats::readQgcPlan(text).transform(
            [](formats::MissionFile file) { return ofMission("QGC_PLAN", std::move(file)); });
    if (begin.starts_with('{')) return ofGeoJson(text, options);
    return fail("UNKNOWN_FORMAT",
                "a QGroundControl .plan, mission items as text (QGC WPL), KML, KMZ or GeoJSON is wanted");
}

} // namespace

Result<PlanImport> readPlanFile(std::string_view text, const PlanImportOptions& options) {
    if (text.size() > mostPlanFileBytes)
        return fail("TOO_LARGE", std::format("the file has more than {} MiB", mostPlanFileBytes >> 20));
    auto import = read(text, options);
    if (!import) return import;
    if (import->shapes.empty()) return fail("NOTHING_TO_FLY", "there is neither a line nor an area in the file");
    if (import->shapes.size() > mostPlanShapes)
        return fail("TOO_MANY_SHAPES", std::format("more than {} lines and areas", mostPlanShapes));
    const auto flyable = [](const PlanShape& shape) { return shape.operation.has_value(); };
    if (options.shape && *options.shape >= import->shapes.size())
        return fail("NO_SUCH_SHAPE", std::format("there are {}, counted from 0", import->shapes.size()), "shape");
    const auto found = options.shape ? import->shapes.begin() + static_cast<std::ptrdiff_t>(*options.shape)
                                     : std::ranges::find_if(import->shapes, flyable);
    if (found == import->shapes.end() || !flyable(*found)) return import;
    import->taken = static_cast<std::size_t>(found - import->shapes.begin());
    import->plan.operation = *found->operation;
    import->plan.parameters.cruise_mps = found->cruise_mps.value_or(0);
    return import;
}

} // namespace haneul::plan
