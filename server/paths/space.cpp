#include "server/paths/space.h"

#include "core/city/synthetic_city.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>

namespace haneul::paths {

using path::Cause;
using path::CauseKind;
using path::Cell;
using path::Grid;
using path::Point_m;

namespace {

constexpr std::array cellSizes_m{5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0, 75.0, 100.0, 150.0, 200.0};
constexpr double leastMargin_m = 500;
constexpr double cityStep_deg = 0.02; // the synthetic city of the ground risk is laid out around such places
constexpr double smallCity_m = 10'000;
constexpr milliseconds longestFlight{std::int64_t{6} * 3600 * 1000};

struct Extent {
    geo::LocalFrame frame;
    double west_m, south_m, width_m, depth_m;
};

geo::LatLon middleOf(const std::vector<Place>& places) {
    double south = 90, north = -90, west = 180, east = -180;
    for (const auto& [at, height_m] : places) {
        south = std::min(south, at.latitude_deg);
        north = std::max(north, at.latitude_deg);
        west = std::min(west, at.longitude_deg);
        east = std::max(east, at.longitude_deg);
    }
    return {(south + north) / 2, (west + east) / 2};
}

Result<void> checkPlaces(const std::vector<Place>& places, std::size_t most) {
    if (places.size() < 2 || places.size() > most)
        return fail("BAD_PLACE", std::format("2 to {} places are needed: a start, those on the way, a goal", most),
                    "places");
    for (std::size_t i = 0; i < places.size(); ++i)
        if (!places[i].place.valid() || !std::isfinite(places[i].height_m))
            return fail("BAD_PLACE", "This is no place on Earth", std::format("places[{}]", i));
    return {};
}

Result<Extent> extentOf(const Question& question, const std::vector<Place>& places) {
    Extent extent{geo::LocalFrame(middleOf(places)), 1e18, 1e18, 0, 0};
    double east = -1e18, north = -1e18;
    for (const auto& place : places) {
        const auto at = extent.frame.toEnu(place.place, 0);
        extent.west_m = std::min(extent.west_m, at.east);
        extent.south_m = std::min(extent.south_m, at.north);
        east = std::max(east, at.east);
        north = std::max(north, at.north);
    }
    const double across = std::hypot(east - extent.west_m, north - extent.south_m);
    if (!(across <= greatestSide_m))
        return fail("BAD_AREA", std::format("The places lie more than {:.0f} km apart", greatestSide_m / 1000),
                    "places");
    const double margin = question.margin_m > 0 ? question.margin_m : std::max(leastMargin_m, across / 4);
    extent.west_m -= margin;
    extent.south_m -= margin;
    extent.width_m = east + margin - extent.west_m;
    extent.depth_m = north + margin - extent.south_m;
    if (extent.width_m > greatestSide_m || extent.depth_m > greatestSide_m)
        return fail("BAD_AREA", std::format("The area is more than {:.0f} km wide", greatestSide_m / 1000), "margin_m");
    return extent;
}

Result<path::GridSize> sizeOf(const Question& question, const Extent& extent) {
    const double high = question.upper_m - question.lower_m;
    if (!(question.layer_m >= 1 && question.layer_m <= 500) || !(high > 0))
        return fail("BAD_LAYERS", "Layers are 1 to 500 m thick, and the space ends above where it begins", "layer_m");
    const double count = std::ceil(high / question.layer_m - 1e-9);
    if (count > path::mostLayers)
        return fail("BAD_LAYERS",
                    std::format("{:.0f} layers of {} m; up to {} are searched: take thicker ones or a lower space",
                                count, question.layer_m, path::mostLayers),
                    "layer_m");
    path::GridSize size;
    for (int z = 0; z < static_cast<int>(count); ++z)
        size.heights_m.push_back(question.lower_m + (z + 0.5) * question.layer_m);
    const auto columnsAt = [&](double cell_m) {
        return std::pair(std::ceil(extent.width_m / cell_m), std::ceil(extent.depth_m / cell_m));
    };
    size.cell_m = question.cell_m;
    if (size.cell_m == 0) {
        size.cell_m = cellSizes_m.back();
        for (const double cell_m : cellSizes_m) {
            const auto [x, y] = columnsAt(cell_m);
            if (x * y * count > static_cast<double>(mostCells)) continue;
            size.cell_m = cell_m;
            break;
        }
    }
    if (!(size.cell_m >= 1 && size.cell_m <= 1000)) return fail("BAD_AREA", "Cells are 1 to 1,000 m wide", "cell_m");
    const auto [x, y] = columnsAt(size.cell_m);
    if (x * y * count > static_cast<double>(mostCells))
        return fail(
            "TOO_MANY_CELLS",
            std::format("{:.0f} cells; up to {} are searched here: take larger cells", x * y * count, mostCells),
            "cell_m");
    size.nx = static_cast<int>(x);
    size.ny = static_cast<int>(y);
    return size;
}

class SpaceMaker {
public:
    SpaceMaker(const Question& question, const Sources& sources, const path::Cancel& cancel, Space& space)
        : m_question(question)
        , m_sources(sources)
        , m_cancel(cancel)
        , m_space(space)
        , m_grid(space.grid) {}

    Result<void> make() {
        if (auto known = findGround(); !known) return known;
        if (auto done = addTerrain(); !done) return done;
        if (stopped()) return fail("CANCELLED", "The search was stopped");
        if (auto done = addBuildings(); !done) return done;
        if (stopped()) return fail("CANCELLED", "The search was stopped");
        if (auto done = addZones(); !done) return done;
        if (stopped()) return fail("CANCELLED", "The search was stopped");
        return addRisk();
    }

private:
    [[nodiscard]] bool stopped() const { return m_cancel && m_cancel(0); }

    [[nodiscard]] bool aboveGround() const { return m_question.reference == geo::VerticalReference::Agl; }

    [[nodiscard]] geo::LatLon placeAt(double x, double y) const { return m_space.placeOf({x, y, 0}).place; }

    [[nodiscard]] geo::LatLon centreOf(int x, int y) const {
        const double cell_m = m_grid.size().cell_m;
        return placeAt((x + 0.5) * cell_m, (y + 0.5) * cell_m);
    }

    // Of the ground at a column, in the reference of the space; nullopt: not known.
    [[nodiscard]] std::optional<double> ground_m(geo::LatLon at) const {
        if (aboveGround()) return 0.0;
        return m_ground.terrain.amslAt_m(at, m_sources.geoid_m);
    }

    Result<void> findGround() {
        if (m_question.surroundings == Surroundings::Imported) {
            if (m_sources.ground) m_ground = m_sources.ground();
        } else {
            // The same city as that of the ground risk.
            const auto middle = m_space.frame.origin();
            const auto rounded = [](double deg) { return std::round(deg / cityStep_deg) * cityStep_deg; };
            const auto longer = std::max(m_grid.nx(), m_grid.ny()) * m_grid.size().cell_m;
            const double side_m = longer > 0.7 * smallCity_m ? city::greatestSyntheticSide_m : smallCity_m;
            auto layers = city::syntheticCity({.centre = {rounded(middle.latitude_deg), rounded(middle.longitude_deg)},
                                               .width_m = side_m,
                                               .height_m = side_m});
            if (!layers) return std::unexpected(layers.error());
            m_ground.city = city::CityData(*std::move(layers));
        }
        for (const auto& p : m_ground.city.provenances())
            m_space.provenance.push_back(p.date.empty() ? std::format("{}: {}", p.name, p.source)
                                                        : std::format("{}: {}, {}", p.name, p.source, p.date));
        m_space.synthetic = m_ground.city.synthetic();
        return {};
    }

    Result<void> closeColumn(int x, int y, double from_m, double to_m, Grid::CauseNumber cause) {
        for (int z = 0; z < m_grid.nz(); ++z) {
            if (m_grid.floor_m(z) >= to_m || m_grid.floor_m(z + 1) <= from_m) continue;
            if (auto added = m_grid.add({x, y, z}, cause); !added) return added;
        }
        return {};
    }

    Result<void> addTerrain() {
        if (aboveGround()) {
            m_space.notes.emplace_back("heights are above the ground: its slopes are not seen");
            return {};
        }
        const auto terrain = m_grid.addCause({CauseKind::Terrain, "terrain", {}});
        const auto unknown = m_grid.addCause({CauseKind::Unknown, "terrain", {}});
        if (!terrain || !unknown) return std::unexpected((terrain ? unknown : terrain).error());
        const double cell_m = m_grid.size().cell_m;
        bool missing = false;
        for (int y = 0; y < m_grid.ny(); ++y)
            for (int x = 0; x < m_grid.nx(); ++x) {
                // The highest of the middle and the corners.
                std::optional<double> top = ground_m(centreOf(x, y));
                for (int corner = 0; corner < 4 && top; ++corner) {
                    const auto here = ground_m(placeAt((x + (corner & 1)) * cell_m, (y + corner / 2) * cell_m));
                    top = here ? std::optional(std::max(*top, *here)) : std::nullopt;
                }
                missing = missing || !top;
                const auto closed =
                    top ? closeColumn(x, y, -1e9, *top, *terrain) : closeColumn(x, y, -1e9, 1e9, *unknown);
                if (!closed) return closed;
            }
        if (missing) m_space.notes.emplace_back("the height of the ground is not known everywhere");
        return {};
    }

    Result<void> addBuildings() {
        const auto& layers = m_ground.city.layers().buildings;
        if (layers.empty()) {
            m_space.notes.emplace_back("no buildings are known: nobody knows what stands there");
            const auto unknown = m_grid.addCause({CauseKind::Unknown, "buildings", {}});
            if (!unknown) return std::unexpected(unknown.error());
            for (int y = 0; y < m_grid.ny(); ++y)
                for (int x = 0; x < m_grid.nx(); ++x) {
                    const auto ground = ground_m(centreOf(x, y));
                    if (auto closed = closeColumn(x, y, -1e9, ground ? *ground + obstacleCeiling_m : 1e9, *unknown);
                        !closed)
                        return closed;
                }
            return {};
        }
        const double cell_m = m_grid.size().cell_m;
        const double width = m_grid.nx() * cell_m, depth = m_grid.ny() * cell_m;
        const auto southWest = placeAt(0, 0), northEast = placeAt(width, depth);
        const geo::Box box{southWest.latitude_deg, southWest.longitude_deg, northEast.latitude_deg,
                           northEast.longitude_deg};
        std::size_t number = 0;
        for (const auto& here : m_ground.city.buildingsIn(box)) {
            if (++number % 256 == 0 && stopped()) return fail("CANCELLED", "The search was stopped");
            if (auto added = addBuilding(here); !added) return added;
        }
        return {};
    }

    Result<void> addBuilding(const city::BuildingHere& here) {
        const auto& building = *here.building;
        const double cell_m = m_grid.size().cell_m;
        const double reach_m = m_question.clearance_m + cell_m * std::numbers::sqrt2 / 2;
        double west = 1e18, south = 1e18, east = -1e18, north = -1e18;
        for (const auto& corner : building.outline.outer) {
            const auto at = m_space.pointOf({corner, 0});
            west = std::min(west, at.x);
            east = std::max(east, at.x);
            south = std::min(south, at.y);
            north = std::max(north, at.y);
        }
        const auto name = building.name.empty()
                              ? std::format("{:.5f} {:.5f}", here.centre.latitude_deg, here.centre.longitude_deg)
                              : building.name;
        const auto cause = m_grid.addCause({building.height_m ? CauseKind::Building : CauseKind::Unknown,
                                            building.height_m ? name : std::format("height of building {}", name),
                                            {}});
        if (!cause) return std::unexpected(cause.error());
        const auto cellOf = [&](double at, int count) {
            return std::clamp(static_cast<int>(std::floor(at / cell_m)), 0, count - 1);
        };
        if (east + reach_m < 0 || north + reach_m < 0 || west - reach_m > m_grid.nx() * cell_m ||
            south - reach_m > m_grid.ny() * cell_m)
            return {};
        for (int y = cellOf(south - reach_m, m_grid.ny()); y <= cellOf(north + reach_m, m_grid.ny()); ++y)
            for (int x = cellOf(west - reach_m, m_grid.nx()); x <= cellOf(east + reach_m, m_grid.nx()); ++x) {
                const auto centre = centreOf(x, y);
                if (city::distance_m(building.outline, centre) > reach_m) continue;
                const auto ground = ground_m(centre);
                const double top = building.height_m && ground ? *ground + *building.height_m : 1e9;
                if (auto closed = closeColumn(x, y, -1e9, top, *cause); !closed) return closed;
            }
        return {};
    }

    [[nodiscard]] bool isClosed(const airspace::Zone& zone) const {
        using airspace::ZoneType;
        const bool type = zone.type == ZoneType::Prohibited || zone.type == ZoneType::ReqAuthorization ||
                          zone.type == ZoneType::Conditional;
        return type && std::ranges::find(m_question.allowedZones, zone.identifier) == m_question.allowedZones.end();
    }

    Result<void> addZones() {
        if (!m_sources.zones) {
            m_space.notes.emplace_back("no zones of airspace are known here");
            return {};
        }
        const auto index = m_sources.zones();
        const double cell_m = m_grid.size().cell_m;
        const auto southWest = placeAt(0, 0), northEast = placeAt(m_grid.nx() * cell_m, m_grid.ny() * cell_m);
        const auto from = m_question.task.departure;
        for (const auto number : index.zonesNear(
                 {southWest.latitude_deg, southWest.longitude_deg, northEast.latitude_deg, northEast.longitude_deg})) {
            const auto& zone = index.zones()[number];
            if (stopped()) return fail("CANCELLED", "The search was stopped");
            if (!isClosed(zone)) continue;
            Cause cause{CauseKind::Zone, zone.identifier, {}};
            if (!zone.periods.empty()) {
                const auto activity = airspace::activityOf(zone, from, from + longestFlight);
                if (activity.judged.answer == geo::Judgement::No) continue;
                for (const auto& window : activity.windows)
                    cause.closed.push_back({window.from, window.to});
            }
            const auto added = m_grid.addCause(std::move(cause));
            if (!added) return std::unexpected(added.error());
            for (const auto& layer : zone.layers)
                if (auto done = addLayer(layer, *added); !done) return done;
        }
        return {};
    }

    // Where a limit of a zone lies at a place, in the reference of the space; nullopt: it cannot be told.
    [[nodiscard]] std::optional<double> limitAt(const geo::VerticalLimit& limit, geo::LatLon at) const {
        if (limit.reference == m_question.reference) return limit.metres;
        const auto ground = m_ground.terrain.amslAt_m(at, m_sources.geoid_m);
        const bool agl = limit.reference == geo::VerticalReference::Agl;
        if (agl && limit.metres <= 0) return -1e9; // from the ground
        if (limit.reference == geo::VerticalReference::W84 || !ground) return std::nullopt;
        return agl ? limit.metres + *ground : limit.metres - *ground;
    }

    Result<void> addLayer(const airspace::Layer& layer, Grid::CauseNumber cause) {
        const double cell_m = m_grid.size().cell_m;
        const auto box = geo::boxOf(layer.area);
        const auto low = m_space.pointOf({{box.south_deg, box.west_deg}, 0});
        const auto high = m_space.pointOf({{box.north_deg, box.east_deg}, 0});
        const double spare = 2 * cell_m; // a box in degrees is not one in metres
        const auto cellOf = [&](double at, int count) {
            return std::clamp(static_cast<int>(std::floor(std::clamp(at / cell_m, -1e6, 1e6))), 0, count - 1);
        };
        for (int y = cellOf(low.y - spare, m_grid.ny()); y <= cellOf(high.y + spare, m_grid.ny()); ++y) {
            if (stopped()) return fail("CANCELLED", "The search was stopped");
            for (int x = cellOf(low.x - spare, m_grid.nx()); x <= cellOf(high.x + spare, m_grid.nx()); ++x) {
                const auto centre = centreOf(x, y);
                // Every cell that the area may reach into.
                if (geo::distance_m(layer.area, centre) > cell_m * std::numbers::sqrt2 / 2) continue;
                const double from = layer.lower ? limitAt(*layer.lower, centre).value_or(-1e9) : -1e9;
                const double to = layer.upper ? limitAt(*layer.upper, centre).value_or(1e9) : 1e9;
                if (auto closed = closeColumn(x, y, from, to, cause); !closed) return closed;
            }
        }
        return {};
    }

    // The risk of a fall from the upper end of the space, where it hurts most, for people on the ground.
    Result<void> addRisk() {
        if (m_sources.risk == nullptr) {
            m_space.notes.emplace_back("the risk on the ground is not known here");
            return {};
        }
        const double cell_m = m_grid.size().cell_m;
        const double width = m_grid.nx() * cell_m, depth = m_grid.ny() * cell_m;
        ground_risk::Question asked;
        asked.area.centre = placeAt(width / 2, depth / 2);
        asked.area.cell_m = std::max(cell_m, std::max(width, depth) / 250);
        asked.area.width_m = width;
        asked.area.height_m = depth;
        asked.ground = m_question.surroundings == Surroundings::Synthetic ? ground_risk::Ground::Synthetic
                                                                          : ground_risk::Ground::Imported;
        asked.settings = risk::ground::printedSettings(riskModel);
        asked.settings.height_m = aboveGround() ? m_question.upper_m : std::max(obstacleCeiling_m, m_question.upper_m);
        asked.settings.vehicle.body.mass_kg = m_question.task.vehicle.mass_kg;
        const auto map = m_sources.risk->map(asked, [this](double) { return !stopped(); });
        if (!map) {
            if (map.error().code == "CANCELLED") return std::unexpected(map.error());
            m_space.notes.push_back("the risk on the ground is not known here: " + map.error().message);
            return {};
        }
        const auto& answer = **map;
        m_space.notes.push_back(
            std::format("risk: people on the ground ({}), a drone of {} kg that falls from {:.0f} m",
                        toString(asked.settings.model), m_question.task.vehicle.mass_kg, asked.settings.height_m));
        m_space.synthetic = m_space.synthetic || answer.synthetic;
        std::vector<float> perSecond;
        perSecond.reserve(static_cast<std::size_t>(m_grid.nx()) * static_cast<std::size_t>(m_grid.ny()) *
                          static_cast<std::size_t>(m_grid.nz()));
        for (int y = 0; y < m_grid.ny(); ++y)
            for (int x = 0; x < m_grid.nx(); ++x) {
                const auto cell = answer.cellAt(centreOf(x, y));
                const auto value = cell ? answer.map.at(cell->first, cell->second) : std::nullopt;
                perSecond.insert(perSecond.end(), static_cast<std::size_t>(m_grid.nz()),
                                 value ? static_cast<float>(*value / 3600) : std::nanf(""));
            }
        return m_grid.setRisk(perSecond);
    }

    const Question& m_question;
    const Sources& m_sources;
    const path::Cancel& m_cancel;
    Space& m_space;
    Grid& m_grid;
    Ground m_ground;
};

Result<Space> spaceIn(const Question& question, const Extent& extent, const Sources& sources,
                      const path::Cancel& cancel) {
    if (question.reference == geo::VerticalReference::W84)
        return fail("BAD_LAYERS", "Heights are above the ground (AGL) or above mean sea level (AMSL)", "reference");
    auto size = sizeOf(question, extent);
    if (!size) return std::unexpected(size.error());
    auto grid = Grid::make(*std::move(size));
    if (!grid) return std::unexpected(grid.error());
    Space space{{extent.frame, extent.west_m, extent.south_m}, *std::move(grid), {}, false, {}};
    if (auto made = SpaceMaker(question, sources, cancel, space).make(); !made) return std::unexpected(made.error());
    return space;
}

Result<Space> spaceAround(const Question& question, const std::vector<Place>& places, const Sources& sources,
                          const path::Cancel& cancel) {
    const auto extent = extentOf(question, places);
    if (!extent) return std::unexpected(extent.error());
    return spaceIn(question, *extent, sources, cancel);
}

std::vector<Point_m> pointsIn(const geo::LocalFrame& frame, const std::vector<Place>& path) {
    const Placing placing{frame};
    std::vector<Point_m> points;
    for (const auto& place : path)
        points.push_back(placing.pointOf(place));
    return points;
}

Result<void> checkLengths(const std::vector<Point_m>& points) {
    double length_m = 0;
    double west = 1e18, south = 1e18, east = -1e18, north = -1e18;
    for (std::size_t i = 0; i < points.size(); ++i) {
        west = std::min(west, points[i].x);
        east = std::max(east, points[i].x);
        south = std::min(south, points[i].y);
        north = std::max(north, points[i].y);
        if (i > 0) length_m += std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
    }
    if (!(std::hypot(east - west, north - south) <= greatestSide_m))
        return fail("BAD_AREA", std::format("The places lie more than {:.0f} km apart", greatestSide_m / 1000),
                    "places");
    if (length_m > longestPath_m)
        return fail("BAD_AREA",
                    std::format("The path is {:.0f} km long; up to {:.0f} km are checked at once", length_m / 1000,
                                longestPath_m / 1000),
                    "places");
    return {};
}

// A path in pieces, each as long as its space stays small.
class PieceMaker {
public:
    PieceMaker(const Question& question, const geo::LocalFrame& frame, const Sources& sources,
               const path::Cancel& cancel)
        : m_question(question)
        , m_frame(frame)
        , m_cancel(cancel) {
        if (m_question.cell_m == 0) m_question.cell_m = pieceCell_m;
        // Asked once: all pieces see the same.
        m_sources = sources;
        if (sources.zones) m_sources.zones = [index = sources.zones()] { return index; };
        if (sources.ground) m_sources.ground = [ground = sources.ground()] { return ground; };
    }

    Result<void> run(const std::vector<Point_m>& points, const VisitParts& visit) {
        const double side_m = m_question.cell_m * pieceCells;
        for (std::size_t leg = 0; leg + 1 < points.size(); ++leg) {
            const auto a = points[leg], b = points[leg + 1];
            const int parts = std::max(1, static_cast<int>(std::ceil(std::hypot(b.x - a.x, b.y - a.y) / side_m)));
            for (int i = 0; i < parts; ++i) {
                const path::LegPart part{leg, a, b, static_cast<double>(i) / parts, static_cast<double>(i + 1) / parts};
                auto box = m_box;
                box.take(part);
                if (!m_parts.empty() && std::max(box.east - box.west, box.north - box.south) > side_m) {
                    if (auto done = flush(visit); !done) return done;
                    box = {};
                    box.take(part);
                }
                m_box = box;
                m_parts.push_back(part);
            }
        }
        return flush(visit);
    }

private:
    static constexpr double pieceCell_m = 10;
    static constexpr double pieceCells = 150; // on a side

    struct Box {
        double west = 1e18, south = 1e18, east = -1e18, north = -1e18;

        void take(const path::LegPart& part) {
            for (const double share : {part.from, part.to}) {
                const double x = part.a.x + (part.b.x - part.a.x) * share;
                const double y = part.a.y + (part.b.y - part.a.y) * share;
                west = std::min(west, x);
                east = std::max(east, x);
                south = std::min(south, y);
                north = std::max(north, y);
            }
        }
    };

    Result<void> flush(const VisitParts& visit) {
        // Whatever is kept clear of must be met by the box.
        const double around_m = m_question.clearance_m + 2 * m_question.cell_m;
        const Extent extent{m_frame, m_box.west - around_m, m_box.south - around_m,
                            m_box.east - m_box.west + 2 * around_m, m_box.north - m_box.south + 2 * around_m};
        const auto space = spaceIn(m_question, extent, m_sources, m_cancel);
        if (!space) return std::unexpected(space.error());
        auto done = visit(*space, m_parts);
        m_parts.clear();
        m_box = {};
        return done;
    }

    Question m_question;
    const geo::LocalFrame& m_frame;
    Sources m_sources;
    const path::Cancel& m_cancel;
    Box m_box;
    std::vector<path::LegPart> m_parts;
};

} // namespace

std::string_view toString(Surroundings from) {
    return from == Surroundings::Imported ? "imported" : "synthetic";
}

std::optional<Surroundings> surroundingsFromString(std::string_view name) {
    if (name == "imported") return Surroundings::Imported;
    if (name == "synthetic") return Surroundings::Synthetic;
    return std::nullopt;
}

path::Point_m Placing::pointOf(const Place& place) const {
    const auto at = frame.toEnu(place.place, 0);
    return {at.east - west_m, at.north - south_m, place.height_m};
}

Place Placing::placeOf(path::Point_m point) const {
    // Down to the ellipsoid from the plane that touches it in the middle.
    const double east = point.x + west_m, north = point.y + south_m;
    constexpr double earth_m = 6'371'008.8;
    return {frame.toLatLon({east, north, -(east * east + north * north) / (2 * earth_m)}), point.z};
}

Result<Space> makeSpace(const Question& question, const Sources& sources, const path::Cancel& cancel) {
    if (auto fine = checkPlaces(question.places, mostPlaces); !fine) return std::unexpected(fine.error());
    return spaceAround(question, question.places, sources, cancel);
}

Result<void> alongPath(const Question& question, const std::vector<Place>& path, const Sources& sources,
                       const path::Cancel& cancel, const VisitParts& visit) {
    if (auto fine = checkPlaces(path, mostPathPlaces); !fine) return fine;
    if (question.places.empty() && question.surroundings == Surroundings::Imported) {
        const geo::LocalFrame frame(middleOf(path));
        const auto points = pointsIn(frame, path);
        if (auto fine = checkLengths(points); !fine) return fine;
        return PieceMaker(question, frame, sources, cancel).run(points, visit);
    }
    const auto space =
        question.places.empty() ? spaceAround(question, path, sources, cancel) : makeSpace(question, sources, cancel);
    if (!space) return std::unexpected(space.error());
    const auto points = pointsIn(space->frame, path);
    if (auto fine = checkLengths(points); !fine) return fine;
    std::vector<path::LegPart> legs;
    for (std::size_t leg = 0; leg + 1 < points.size(); ++leg)
        legs.push_back({.leg = leg, .a = points[leg], .b = points[leg + 1]});
    return visit(*space, legs);
}

} // namespace haneul::paths
