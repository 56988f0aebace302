#include "core/city_files/layer_import.h"

#include "core/city/city_data.h"
#include "core/city_files/hours.h"
#include "core/city_files/land_use.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <expected>
#include <format>
#include <limits>
#include <numeric>
#include <utility>

namespace haneul::city_files {

namespace {

constexpr std::array<std::pair<LayerKind, std::string_view>, 6> kinds{{{LayerKind::Population, "population"},
                                                                       {LayerKind::Traffic, "traffic"},
                                                                       {LayerKind::Buildings, "buildings"},
                                                                       {LayerKind::Amenities, "amenities"},
                                                                       {LayerKind::Elevation, "elevation"},
                                                                       {LayerKind::LandUse, "land_use"}}};
constexpr std::array<std::pair<HeightUnit, std::string_view>, 3> heightUnits{
    {{HeightUnit::Metres, "m"}, {HeightUnit::Feet, "ft"}, {HeightUnit::Floors, "floors"}}};

template <class T, std::size_t size>
std::optional<T> byName(const std::array<std::pair<T, std::string_view>, size>& all, std::string_view name) {
    const auto* const found = std::ranges::find(all, name, &std::pair<T, std::string_view>::second);
    return found == all.end() ? std::nullopt : std::optional(found->first);
}

std::string lower(std::string_view text) {
    std::string made(text);
    std::ranges::transform(made, made.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return made;
}

RowReport finding(std::string_view code, std::vector<std::string> values = {}, std::string_view column = {}) {
    const RowCode* const known = rowCode(code);
    RowReport report{.verdict = known == nullptr ? Verdict::Refused : known->verdict, .code = std::string(code)};
    report.message = englishOf(code, values);
    report.values = std::move(values);
    report.column = column;
    return report;
}

template <class T>
using OfRow = std::expected<T, RowReport>; // or why the row is not taken

std::unexpected<RowReport> notTaken(std::string_view code, std::vector<std::string> values = {},
                                    std::string_view column = {}) {
    return std::unexpected(finding(code, std::move(values), column));
}

std::string written(double number) {
    return std::format("{}", number);
}

// ---------------------------------------------------------------- columns

// Where the roles of a layer stand in a table.
class Columns {
public:
    static Result<Columns> of(const Table& table, const ImportOptions& options) {
        Columns columns;
        for (const auto& [role, name] : options.columns)
            if (!std::ranges::contains(rolesOf(options.kind), role, &Role::name))
                return fail("NO_SUCH_ROLE", "a layer of " + std::string(toString(options.kind)) + " has no such part",
                            role);
        for (const Role& role : rolesOf(options.kind))
            if (const auto found = columns.find(table, options, role); !found) return std::unexpected(found.error());
        return columns;
    }

    [[nodiscard]] bool has(std::string_view role) const { return m_at.contains(role); }

    // Empty: the row says nothing.
    [[nodiscard]] std::string_view text(const Row& row, std::string_view role) const {
        const auto found = m_at.find(role);
        return found == m_at.end() ? std::string_view() : std::string_view(row.values[found->second]);
    }

    [[nodiscard]] OfRow<std::optional<double>> number(const Row& row, std::string_view role) const {
        std::string_view word = text(row, role);
        if (word.empty()) return std::optional<double>();
        if (word.starts_with('+')) word.remove_prefix(1);
        double value = 0;
        const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (problem != std::errc() || end != word.data() + word.size() || !std::isfinite(value))
            return notTaken("BAD_NUMBER", {std::string(word)}, m_names.find(role)->second);
        return std::optional(value);
    }

    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& names() const { return m_names; }

private:
    Result<void> find(const Table& table, const ImportOptions& options, const Role& role) {
        const auto named = options.columns.find(std::string(role.name));
        std::vector<std::string_view> candidates = role.columns;
        if (named != options.columns.end()) candidates = {named->second};
        for (const std::string_view candidate : candidates) {
            const auto column = std::ranges::find_if(table.columns, [&](const std::string& name) {
                return name == candidate || (named == options.columns.end() && lower(name) == candidate);
            });
            if (column == table.columns.end()) continue;
            m_at.emplace(role.name, static_cast<std::size_t>(column - table.columns.begin()));
            m_names.emplace(role.name, *column);
            return {};
        }
        if (named != options.columns.end())
            return fail("NO_SUCH_COLUMN", "the file has no column \"" + named->second + "\"", std::string(role.name));
        if (!role.wanted) return {};
        return fail("COLUMN_WANTED", "no column for it; say which one has it", std::string(role.name));
    }

    std::map<std::string, std::size_t, std::less<>> m_at;
    std::map<std::string, std::string, std::less<>> m_names;
};

// ---------------------------------------------------------------- rows

class Reporter {
public:
    explicit Reporter(ImportReport& report)
        : m_report(report) {}

    void taken(std::uint64_t row, const std::vector<RowReport>& remarks) {
        ++m_report.taken;
        for (RowReport remark : remarks) {
            remark.row = row;
            list(std::move(remark));
        }
    }

    void notTaken(std::uint64_t row, RowReport why) {
        ++(why.verdict == Verdict::Quarantined ? m_report.quarantined : m_report.refused);
        why.row = row;
        list(std::move(why));
    }

private:
    void list(RowReport line) {
        ++m_report.codes[line.code];
        if (m_report.rows.size() < rowsReported) m_report.rows.push_back(std::move(line));
    }

    ImportReport& m_report;
};

OfRow<void> checkPlace(geo::LatLon place, const ImportOptions& options) {
    const auto both = [&] {
        return std::vector{std::format("{:.5f}", place.longitude_deg), std::format("{:.5f}", place.latitude_deg)};
    };
    if (!place.valid())
        return notTaken(
            geo::LatLon{place.longitude_deg, place.latitude_deg}.valid() ? "LON_LAT_SWAPPED" : "NOT_ON_EARTH", both());
    if (!options.area) return {};
    const geo::Box& area = *options.area;
    const auto inside = [&](double latitude_deg, double longitude_deg) {
        return latitude_deg >= area.south_deg && latitude_deg <= area.north_deg && longitude_deg >= area.west_deg &&
               longitude_deg <= area.east_deg;
    };
    if (inside(place.latitude_deg, place.longitude_deg)) return {};
    return notTaken(inside(place.longitude_deg, place.latitude_deg) ? "LON_LAT_SWAPPED" : "OUTSIDE_AREA", both());
}

// A trouble that an older version wrote is words, and no code.
std::unexpected<RowReport> withoutPlace(const std::string& trouble) {
    std::vector<std::string> values;
    for (std::string_view rest = trouble; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        values.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const RowCode* const known = values.empty() ? nullptr : rowCode(values.front());
    if (known == nullptr || known->values + 1 != values.size()) return notTaken("NO_GEOMETRY");
    values.erase(values.begin());
    return notTaken(known->code, std::move(values));
}

OfRow<void> checkShape(const Shape& shape, const ImportOptions& options) {
    const auto all = [&](const std::vector<geo::LatLon>& places) -> OfRow<void> {
        for (const geo::LatLon place : places)
            if (OfRow<void> good = checkPlace(place, options); !good) return good;
        return {};
    };
    if (shape.kind == Shape::Kind::None) return withoutPlace(shape.trouble);
    if (OfRow<void> good = all(shape.points); !good) return good;
    for (const auto& line : shape.lines)
        if (OfRow<void> good = all(line); !good) return good;
    for (const geo::Polygon& polygon : shape.polygons) {
        if (OfRow<void> good = all(polygon.outer); !good) return good;
        for (const auto& hole : polygon.holes)
            if (OfRow<void> good = all(hole); !good) return good;
    }
    return {};
}

double valueOf(const city::PopulationArea& area, std::string_view) {
    return area.people_per_km2.value_or(0);
}

double valueOf(const city::RoadPiece& piece, std::string_view member) {
    if (member == "width_m") return piece.width_m.value_or(0);
    if (member == "lanes") return piece.lanes.value_or(0);
    if (member == "speed_kmh") return piece.speed_kmh.value_or(0);
    return piece.vehicles_per_day.value_or(0);
}

double valueOf(const city::Building& building, std::string_view) {
    return building.height_m.value_or(0);
}

double valueOf(const city::Amenity& amenity, std::string_view member) {
    if (member == "range_km") return amenity.range_km;
    const auto* const constant = std::get_if<double>(&amenity.activity);
    if (constant != nullptr) return *constant;
    const auto& hours = std::get<city::DayWeights>(amenity.activity);
    return std::max(std::ranges::max(hours.weekday), std::ranges::max(hours.weekend));
}

double valueOf(const LandUsePiece& piece, std::string_view) {
    return piece.use.people_per_km2;
}

// A piece alone: its outline as a layer checks one, its density by the bounds of all.
Result<void> check(const LandUsePiece& piece) {
    return city::check(city::PopulationArea{piece.use.name, piece.outline, piece.use.people_per_km2});
}

// What a layer's own check refuses, as a finding about the row.
template <class T>
OfRow<void> checked(const T& item) {
    const Result<void> sound = check(item);
    if (sound) return {};
    const Error& error = sound.error();
    if (error.code == "BAD_AREA") return notTaken("BAD_OUTLINE");
    if (error.where == "line") return notTaken("SHORT_LINE");
    const std::string member = error.where.substr(0, error.where.find('.')); // "activity.weekday"
    const city::Bounds* const possible = city::boundsOf(member);
    if (possible == nullptr) return notTaken("NO_GEOMETRY");
    return notTaken("SUSPECT_VALUE",
                    {member, written(valueOf(item, member)), written(possible->least), written(possible->greatest)},
                    member);
}

struct Context {
    const ImportOptions& options;
    const Columns& columns;
};

template <class T>
struct Read {
    std::vector<T> items;
    std::vector<RowReport> remarks;
};

std::unexpected<RowReport> wrongGeometry(std::string_view wanted) {
    return notTaken("WRONG_GEOMETRY", {std::string(wanted)});
}

OfRow<Read<city::PopulationArea>> populationOf(const Row& row, const Context& in) {
    auto density = in.columns.number(row, "people_per_km2");
    const auto people = in.columns.number(row, "people");
    if (!density) return std::unexpected(density.error());
    if (!people) return std::unexpected(people.error());
    std::vector<geo::Polygon> outlines = row.shape.polygons;
    for (const geo::LatLon point : row.shape.points) {
        const geo::Box box = city::boxAround(point, *in.options.cell_m / 2 / 1.001);
        outlines.push_back({.outer = {{box.south_deg, box.west_deg},
                                      {box.south_deg, box.east_deg},
                                      {box.north_deg, box.east_deg},
                                      {box.north_deg, box.west_deg}},
                            .holes = {}});
    }
    if (outlines.empty()) return wrongGeometry("polygons, points");
    double area_km2 = 0;
    for (const geo::Polygon& outline : outlines)
        area_km2 += city::area_m2(outline) * 1e-6;
    if (!*density && *people && area_km2 > 0) density = std::optional(**people / area_km2);
    Read<city::PopulationArea> read;
    for (geo::Polygon& outline : outlines)
        read.items.push_back({std::string(in.columns.text(row, "name")), std::move(outline), *density});
    if (!*density) read.remarks.push_back(finding("DENSITY_UNKNOWN"));
    return read;
}

OfRow<Read<city::RoadPiece>> trafficOf(const Row& row, const Context& in) {
    if (row.shape.kind != Shape::Kind::Lines) return wrongGeometry("lines");
    const auto count = in.columns.number(row, "vehicles_per_day");
    const auto lanes = in.columns.number(row, "lanes");
    const auto width = in.columns.number(row, "width_m");
    const auto speed = in.columns.number(row, "speed_kmh");
    for (const auto* const number : {&count, &lanes, &width, &speed})
        if (!*number) return std::unexpected(number->error());
    if (*lanes && **lanes != std::floor(**lanes)) return notTaken("NOT_WHOLE", {"lanes", written(**lanes)}, "lanes");
    const city::Bounds& possible = *city::boundsOf("lanes");
    if (*lanes && (**lanes < possible.least || **lanes > possible.greatest))
        return notTaken("SUSPECT_VALUE",
                        {"lanes", written(**lanes), written(possible.least), written(possible.greatest)}, "lanes");
    Read<city::RoadPiece> read;
    for (const auto& line : row.shape.lines)
        read.items.push_back({.name = std::string(in.columns.text(row, "name")),
                              .line = line,
                              .width_m = *width,
                              .lanes = *lanes ? std::optional(static_cast<int>(**lanes)) : std::nullopt,
                              .vehicles_per_day = *count,
                              .speed_kmh = *speed});
    if (!*count) read.remarks.push_back(finding("COUNT_UNKNOWN"));
    return read;
}

std::optional<city::Sheltering> shelteringOf(const Row& row, const Context& in, std::vector<RowReport>& remarks) {
    const std::string_view word = in.columns.text(row, "sheltering");
    const auto sheltering = city::shelteringFromString(lower(word));
    if (!word.empty() && !sheltering) remarks.push_back(finding("SHELTERING_UNKNOWN", {std::string(word)}));
    return sheltering;
}

OfRow<Read<city::Building>> buildingOf(const Row& row, const Context& in) {
    if (row.shape.kind != Shape::Kind::Polygons) return wrongGeometry("polygons");
    auto height = in.columns.number(row, "height");
    if (!height) return std::unexpected(height.error());
    Read<city::Building> read;
    // Registers write 0 where nobody has measured.
    if (*height && **height == 0) *height = std::nullopt;
    if (!*height) read.remarks.push_back(finding("HEIGHT_UNKNOWN"));
    if (*height && in.options.heightUnit == HeightUnit::Feet) **height *= geo::metresPerFoot;
    if (*height && in.options.heightUnit == HeightUnit::Floors) **height *= metresPerFloor;
    const auto sheltering = shelteringOf(row, in, read.remarks);
    for (const geo::Polygon& outline : row.shape.polygons)
        read.items.push_back({.name = std::string(in.columns.text(row, "name")),
                              .outline = outline,
                              .height_m = *height,
                              .sheltering = sheltering});
    return read;
}

// When something is active: its profile, else its opening hours, else always.
OfRow<std::variant<double, city::DayWeights>> activityOf(const Row& row, const Context& in, double activity,
                                                         std::vector<RowReport>& remarks) {
    const std::string_view week = in.columns.text(row, "weekday"), weekend = in.columns.text(row, "weekend");
    if (!week.empty()) {
        const auto days = profileFrom(week), rest = profileFrom(weekend.empty() ? week : weekend);
        if (!days) return notTaken("BAD_HOURS", {std::string(week)});
        if (!rest) return notTaken("BAD_HOURS", {std::string(weekend)});
        if (weekend.empty()) remarks.push_back(finding("HOURS_ASSUMED"));
        return city::DayWeights{*days, *rest};
    }
    const std::string_view opening = in.columns.text(row, "opening_hours");
    if (opening.empty()) return activity;
    auto hours = openingHoursFrom(opening);
    if (!hours) {
        remarks.push_back(finding("HOURS_UNKNOWN", {std::string(opening)}));
        return activity;
    }
    for (auto* const day : {&hours->weekday, &hours->weekend})
        for (double& share : *day)
            share *= activity;
    return *hours;
}

OfRow<Read<city::Amenity>> amenityOf(const Row& row, const Context& in) {
    const auto range = in.columns.number(row, "range_km");
    const auto activity = in.columns.number(row, "activity");
    if (!range) return std::unexpected(range.error());
    if (!activity) return std::unexpected(activity.error());
    Read<city::Amenity> read;
    const auto when = activityOf(row, in, activity->value_or(1.0), read.remarks);
    if (!when) return std::unexpected(when.error());
    const auto add = [&](auto shape) {
        read.items.push_back({.name = std::string(in.columns.text(row, "name")),
                              .kind = std::string(in.columns.text(row, "kind")),
                              .shape = std::move(shape),
                              .activity = *when,
                              .range_km = range->value_or(in.options.range_km)});
    };
    for (const geo::LatLon point : row.shape.points)
        add(point);
    for (const geo::Polygon& polygon : row.shape.polygons)
        add(polygon);
    if (read.items.empty()) return wrongGeometry("polygons, points");
    if (!*range) read.remarks.push_back(finding("RANGE_ASSUMED", {written(in.options.range_km)}));
    return read;
}

// Weights of the hours whose mean is 1. nullopt: no 24 numbers, or all 0.
std::optional<std::array<double, 24>> weightsOf(std::string_view text) {
    auto profile = profileFrom(text);
    if (!profile) return std::nullopt;
    const double mean = std::accumulate(profile->begin(), profile->end(), 0.0) / 24;
    if (!(mean > 0) || !std::isfinite(mean)) return std::nullopt;
    for (double& weight : *profile)
        weight /= mean;
    return profile;
}

OfRow<Read<LandUsePiece>> landUseOf(const Row& row, const Context& in) {
    if (row.shape.kind != Shape::Kind::Polygons) return wrongGeometry("polygons");
    const std::string_view name = in.columns.text(row, "class");
    if (name.empty()) return notTaken("CLASS_WANTED");
    const auto density = in.columns.number(row, "people_per_km2");
    if (!density) return std::unexpected(density.error());
    if (!*density) return notTaken("DENSITY_WANTED");
    Read<LandUsePiece> read;
    city::LandUseClass use{.name = std::string(name), .people_per_km2 = **density, .weights = {}, .sheltering = {}};
    use.weights.weekday.fill(1);
    use.weights.weekend.fill(1);
    const std::string_view week = in.columns.text(row, "weekday"), weekend = in.columns.text(row, "weekend");
    for (const auto& [text, weights] :
         {std::pair{week, &use.weights.weekday}, std::pair{weekend.empty() ? week : weekend, &use.weights.weekend}}) {
        if (text.empty()) continue;
        const auto found = weightsOf(text);
        if (!found) return notTaken("BAD_HOURS", {std::string(text)});
        *weights = *found;
    }
    if (week.empty() || weekend.empty()) read.remarks.push_back(finding("HOURS_ASSUMED"));
    use.sheltering = shelteringOf(row, in, read.remarks);
    for (const geo::Polygon& outline : row.shape.polygons)
        read.items.push_back({outline, use});
    return read;
}

struct LandUsePieces {
    Provenance provenance;
    std::vector<LandUsePiece> pieces;
};

// All rows of a table as one layer.
template <class LayerType, class Item>
Result<std::pair<LayerType, ImportReport>> readRows(const Table& table, const ImportOptions& options,
                                                    std::vector<Item> LayerType::* items,
                                                    OfRow<Read<Item>> (*read)(const Row&, const Context&)) {
    const Result<Columns> columns = Columns::of(table, options);
    if (!columns) return std::unexpected(columns.error());
    LayerType layer;
    layer.provenance = options.provenance;
    ImportReport report;
    report.reference = table.reference;
    for (const auto& [role, name] : columns->names())
        report.columns.emplace(role, name);
    if (table.reference.empty()) report.remarks.emplace_back("REFERENCE_ASSUMED");
    Reporter reporter(report);
    const Context context{options, *columns};
    for (const Row& row : table.rows) {
        const OfRow<void> placed = checkShape(row.shape, options);
        OfRow<Read<Item>> made = placed ? read(row, context) : std::unexpected(placed.error());
        for (std::size_t i = 0; made && i < made->items.size(); ++i)
            if (OfRow<void> sound = checked(made->items[i]); !sound) made = std::unexpected(std::move(sound).error());
        if (!made) {
            reporter.notTaken(row.number, std::move(made).error());
            continue;
        }
        std::ranges::move(made->items, std::back_inserter(layer.*items));
        reporter.taken(row.number, made->remarks);
    }
    if (report.taken == 0)
        return fail("NOTHING_TAKEN",
                    report.rows.empty() ? std::string("the file has no row")
                                        : std::format("of {} rows none can be taken; the first: {}", table.rows.size(),
                                                      report.rows.front().message),
                    report.rows.empty() ? std::string()
                                        : std::format("row {}: {}", report.rows.front().row, report.rows.front().code));
    return std::pair(std::move(layer), std::move(report));
}

template <class LayerType, class Item>
Result<Imported> importRows(const Table& table, const ImportOptions& options, std::vector<Item> LayerType::* items,
                            OfRow<Read<Item>> (*read)(const Row&, const Context&)) {
    return readRows(table, options, items, read).transform([](std::pair<LayerType, ImportReport> made) {
        return Imported{std::move(made.first), std::move(made.second)};
    });
}

Result<Imported> importLandUse(const Table& table, const ImportOptions& options) {
    auto made = readRows<LandUsePieces, LandUsePiece>(table, options, &LandUsePieces::pieces, landUseOf);
    if (!made) return std::unexpected(made.error());
    auto grid = landUseGrid(made->first.pieces, options.provenance, options.cell_m);
    if (!grid) return std::unexpected(grid.error());
    made->second.remarks.emplace_back("DRAWN_INTO_CELLS");
    return Imported{*std::move(grid), std::move(made->second)};
}

// ---------------------------------------------------------------- rasters

ImportReport rasterReport(const Raster& raster) {
    ImportReport report;
    report.reference = raster.reference;
    if (raster.resampled) report.remarks.emplace_back("RESAMPLED");
    return report;
}

void countValues(ImportReport& report, const std::vector<float>& values) {
    report.taken =
        static_cast<std::size_t>(std::ranges::count_if(values, [](float value) { return !std::isnan(value); }));
    if (report.taken < values.size()) report.codes["VOID"] = values.size() - report.taken;
}

Result<double> metresPerUnit(const std::string& unit, ImportReport& report) {
    const std::string name = lower(unit);
    if (name.empty()) report.remarks.emplace_back("UNIT_ASSUMED");
    for (const std::string_view metres : {"", "m", "metre", "metres", "meter", "meters"})
        if (name == metres) return 1.0;
    for (const std::string_view feet : {"ft", "foot", "feet"})
        if (name == feet) return geo::metresPerFoot;
    return fail("BAD_UNIT", "heights in \"" + unit + "\" are not known; metres and feet are");
}

Result<Imported> importElevation(const Raster& raster, const ImportOptions& options) {
    ImportReport report = rasterReport(raster);
    if (options.datum && raster.datum && options.datum != raster.datum)
        return fail("DATUM_CONFLICT",
                    std::format("the file says that its heights are {}, and {} was given", geo::toString(*raster.datum),
                                geo::toString(*options.datum)),
                    "datum");
    terrain::ElevationGrid grid{.provenance = options.provenance,
                                .datum = raster.datum ? raster.datum : options.datum,
                                .southWest = raster.southWest,
                                .rowStep_deg = raster.rowStep_deg,
                                .columnStep_deg = raster.columnStep_deg,
                                .rows = raster.rows,
                                .columns = raster.columns,
                                .heights_m = raster.values};
    if (!grid.datum) report.remarks.emplace_back("DATUM_UNKNOWN");
    if (grid.datum && !raster.datum) report.remarks.emplace_back("DATUM_BY_HAND");
    const Result<double> unit_m = metresPerUnit(raster.unit, report);
    if (!unit_m) return std::unexpected(unit_m.error());
    if (*unit_m != 1.0)
        for (float& height : grid.heights_m)
            height = static_cast<float>(static_cast<double>(height) * *unit_m);
    if (Result<void> sound = terrain::check(grid); !sound) return std::unexpected(std::move(sound).error());
    countValues(report, grid.heights_m);
    if (report.taken == 0) return fail("NOTHING_TAKEN", "the file has no height but voids");
    return Imported{std::move(grid), std::move(report)};
}

Result<Imported> importPopulation(const Raster& raster, const ImportOptions& options) {
    ImportReport report = rasterReport(raster);
    city::PopulationGrid layer{.provenance = options.provenance,
                               .grid = {.southWest = {raster.southWest.latitude_deg - raster.rowStep_deg / 2,
                                                      raster.southWest.longitude_deg - raster.columnStep_deg / 2},
                                        .rowStep_deg = raster.rowStep_deg,
                                        .columnStep_deg = raster.columnStep_deg,
                                        .rows = raster.rows,
                                        .columns = raster.columns},
                               .people_per_km2 = raster.values};
    if (options.peoplePerCell && raster.resampled)
        return fail("WRONG_CONTENTS",
                    "people in cells of another reference system cannot be turned; make people per km2 "
                    "of them, or a grid of WGS84");
    if (Result<void> sound = city::check(layer.grid); !sound) return std::unexpected(std::move(sound).error());
    if (options.peoplePerCell)
        for (std::size_t i = 0; i < layer.people_per_km2.size(); ++i)
            layer.people_per_km2[i] /= static_cast<float>(layer.grid.area_km2(layer.grid.cellAt(i)));
    if (Result<void> sound = city::check(layer); !sound) return std::unexpected(std::move(sound).error());
    countValues(report, layer.people_per_km2);
    if (report.taken == 0) return fail("NOTHING_TAKEN", "the file has no value");
    return Imported{std::move(layer), std::move(report)};
}

Result<Imported> importRaster(const Raster& raster, const ImportOptions& options) {
    if (options.kind == LayerKind::Elevation) return importElevation(raster, options);
    if (options.kind == LayerKind::Population) return importPopulation(raster, options);
    return fail("WRONG_CONTENTS",
                "the file is a grid of values; features are wanted for " + std::string(toString(options.kind)));
}

Result<Imported> importTable(const Table& table, const ImportOptions& options) {
    const bool points =
        std::ranges::contains(table.rows, Shape::Kind::Points, [](const Row& row) { return row.shape.kind; });
    switch (options.kind) {
    case LayerKind::Population:
        if (points && !(options.cell_m && *options.cell_m >= 1 && *options.cell_m <= 100'000))
            return fail("CELL_WANTED",
                        "people at points need the side of the cell that a point stands for, 1 to 100,000 m", "cell_m");
        if (const auto columns = Columns::of(table, options);
            columns && !columns->has("people_per_km2") && !columns->has("people"))
            return fail("COLUMN_WANTED", "no column for it; say which one has it", "people_per_km2");
        return importRows<city::PopulationAreas, city::PopulationArea>(table, options, &city::PopulationAreas::areas,
                                                                       populationOf);
    case LayerKind::Traffic:
        return importRows<city::TrafficCounts, city::RoadPiece>(table, options, &city::TrafficCounts::pieces,
                                                                trafficOf);
    case LayerKind::Buildings: {
        auto imported =
            importRows<city::Buildings, city::Building>(table, options, &city::Buildings::buildings, buildingOf);
        if (imported && options.heightUnit == HeightUnit::Floors)
            imported->report.remarks.emplace_back("FLOORS_ASSUMED");
        return imported;
    }
    case LayerKind::Amenities:
        return importRows<city::Amenities, city::Amenity>(table, options, &city::Amenities::amenities, amenityOf);
    case LayerKind::LandUse:
        return importLandUse(table, options);
    case LayerKind::Elevation:
        break;
    }
    return fail("WRONG_CONTENTS", "the file has features; a grid of heights (GeoTIFF, DTED) is wanted");
}

} // namespace

std::string_view toString(LayerKind kind) {
    return kinds[std::to_underlying(kind)].second;
}

std::optional<LayerKind> layerKindFrom(std::string_view name) {
    return byName(kinds, name);
}

std::string_view toString(HeightUnit unit) {
    return heightUnits[std::to_underlying(unit)].second;
}

std::optional<HeightUnit> heightUnitFrom(std::string_view name) {
    return byName(heightUnits, name);
}

const std::vector<Role>& rolesOf(LayerKind kind) {
    static const std::vector<Role> population{{"name", {"name", "adm_nm", "nm"}},
                                              {"people_per_km2", {"people_per_km2", "density", "pop_density"}},
                                              {"people", {"people", "population", "pop"}}};
    static const std::vector<Role> traffic{{"name", {"name", "road", "road_name"}},
                                           {"vehicles_per_day", {"vehicles_per_day", "aadt", "adt", "count"}, true},
                                           {"lanes", {"lanes"}},
                                           {"width_m", {"width_m", "width"}},
                                           {"speed_kmh", {"speed_kmh", "mean_speed_kmh"}}};
    static const std::vector<Role> buildings{{"name", {"name", "bld_nm"}},
                                             {"height", {"height", "height_m", "building:height"}},
                                             {"sheltering", {"sheltering"}}};
    static const std::vector<Role> amenities{{"name", {"name"}},
                                             {"kind", {"kind", "amenity", "type"}},
                                             {"range_km", {"range_km"}},
                                             {"activity", {"activity"}},
                                             {"opening_hours", {"opening_hours", "hours"}},
                                             {"weekday", {"weekday", "hours_weekday"}},
                                             {"weekend", {"weekend", "hours_weekend"}}};
    static const std::vector<Role> landUse{{"class", {"class", "land_use", "landuse", "fclass"}, true},
                                           {"people_per_km2", {"people_per_km2", "density", "pop_density"}, true},
                                           {"weekday", {"weekday", "hours_weekday"}},
                                           {"weekend", {"weekend", "hours_weekend"}},
                                           {"sheltering", {"sheltering"}}};
    static const std::vector<Role> none;
    switch (kind) {
    case LayerKind::Population:
        return population;
    case LayerKind::Traffic:
        return traffic;
    case LayerKind::Buildings:
        return buildings;
    case LayerKind::Amenities:
        return amenities;
    case LayerKind::LandUse:
        return landUse;
    case LayerKind::Elevation:
        break;
    }
    return none;
}

Result<Imported> importLayer(const Contents& contents, const ImportOptions& options) {
    if (const auto* const raster = std::get_if<Raster>(&contents)) return importRaster(*raster, options);
    return importTable(std::get<Table>(contents), options);
}

} // namespace haneul::city_files
