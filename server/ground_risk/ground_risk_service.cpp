#include "server/ground_risk/ground_risk_service.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <utility>

namespace haneul::ground_risk {

using risk::ground::Grid;
using risk::ground::Place_m;
using risk::ground::RiskMap;

namespace {

Result<void> check(const Area& area) {
    const auto bad = [](std::string message, const char* where) { return fail("BAD_AREA", std::move(message), where); };
    if (!area.centre.valid()) return bad("the centre is [longitude, latitude] in degrees", "area.centre");
    for (const auto& [side_m, name] : {std::pair{area.width_m, "area.width_m"}, {area.height_m, "area.height_m"}})
        if (!(side_m > 0 && side_m <= greatestSide_m))
            return bad(std::format("a side is above 0 and up to {} m long", greatestSide_m), name);
    return {};
}

// On lines that all maps of one cell size share, so that the same ground gives the same cells.
Result<Grid> gridOf(const Area& area, Place_m centre) {
    Grid grid{.cell_m = area.cell_m};
    if (auto fine = risk::ground::check(Grid{{0, 0}, area.cell_m, 1, 1}); !fine) return std::unexpected(fine.error());
    const auto cells = [&](double side_m) {
        return static_cast<std::size_t>(std::max(1.0, std::round(side_m / area.cell_m)));
    };
    grid.columns = cells(area.width_m);
    grid.rows = cells(area.height_m);
    const auto corner = [&](double middle, std::size_t count) {
        return std::round(middle / area.cell_m - static_cast<double>(count) / 2) * area.cell_m;
    };
    grid.southWest = {corner(centre.east, grid.columns), corner(centre.north, grid.rows)};
    if (auto fine = risk::ground::check(grid); !fine) return std::unexpected(fine.error());
    return grid;
}

constexpr risk::ground::Moment noon{risk::ground::DayType::Weekday, 12 * 3600.0};

risk::ground::BuildingAdvice adviceFor(const Area& area, const risk::ground::Picture& picture) {
    const auto& buildings = picture.parts().buildings;
    const bool known = buildings && !buildings->empty();
    const bool heights =
        known && std::ranges::all_of(*buildings, [](const auto& one) { return one.height_m.has_value(); });
    return risk::ground::buildingAdvice(std::max(area.width_m, area.height_m), known, heights);
}

// Column and row of the cell that holds a place; nullopt: none.
std::optional<std::pair<std::size_t, std::size_t>> cellOf(const Grid& grid, const Place_m& place) {
    const double column = std::floor((place.east - grid.southWest.east) / grid.cell_m);
    const double row = std::floor((place.north - grid.southWest.north) / grid.cell_m);
    if (column < 0 || row < 0 || column >= static_cast<double>(grid.columns) || row >= static_cast<double>(grid.rows))
        return std::nullopt;
    return std::pair{static_cast<std::size_t>(column), static_cast<std::size_t>(row)};
}

} // namespace

geo::LatLon MapAnswer::cornerOf(std::size_t column, std::size_t row) const {
    const Grid& grid = map.grid();
    return frame.toLatLon({grid.southWest.east + static_cast<double>(column) * grid.cell_m,
                           grid.southWest.north + static_cast<double>(row) * grid.cell_m, 0});
}

std::optional<std::pair<std::size_t, std::size_t>> MapAnswer::cellAt(geo::LatLon point) const {
    const auto place = frame.toEnu(point, 0);
    return cellOf(map.grid(), {place.east, place.north});
}

struct GroundRiskService::Prepared {
    Question question;
    PicturePtr ground;
    Grid grid;
};

GroundRiskService::GroundRiskService(ImportedCity imported)
    : m_grounds(std::move(imported)) {}

Result<GroundRiskService::Prepared> GroundRiskService::prepare(Question question) {
    if (auto fine = check(question.area); !fine) return std::unexpected(fine.error());
    const double longer_m = std::max(question.area.width_m, question.area.height_m);
    auto ground = m_grounds.around(question.area.centre, longer_m, question.ground);
    if (!ground) return std::unexpected(ground.error());
    const auto& picture = (*ground)->picture;
    const auto grid = gridOf(question.area, (*ground)->toPlace(question.area.centre));
    if (!grid) return std::unexpected(grid.error());
    if (question.heightsOfData) {
        const auto spread = picture.heightSpread();
        if (!spread) return fail("NO_HEIGHTS", "the heights of fewer than two buildings are known", "heights");
        question.settings.heights = *spread;
        question.settings.heightsSource = "own_data: all buildings of the layers";
    }
    if (auto fine = risk::ground::check(question.settings); !fine) return std::unexpected(fine.error());
    if (question.conservePeople) {
        const double wanted = peopleIn(picture, *grid, noon).people;
        const double present = peopleIn(picture, *grid, question.settings.moment).people;
        if (present > 0) question.settings.peopleScale *= wanted / present;
    }
    return Prepared{std::move(question), *std::move(ground), *grid};
}

Result<MapAnswerPtr> GroundRiskService::map(Question question, const risk::ground::Progress& goOn) {
    auto prepared = prepare(std::move(question));
    if (!prepared) return std::unexpected(prepared.error());
    const auto& picture = prepared->ground->picture;
    auto map = riskMap(picture, prepared->question.settings, prepared->grid, &m_tiles, goOn);
    if (!map) return std::unexpected(map.error());
    const auto summary = map->summary();
    const auto advice = adviceFor(prepared->question.area, picture);
    return std::make_shared<const MapAnswer>(std::move(prepared->question), *std::move(map), summary, advice,
                                             picture.parts().provenance, picture.parts().synthetic,
                                             prepared->ground->frame);
}

Result<CellAnswer> GroundRiskService::cell(Question question, geo::LatLon place) {
    if (!place.valid()) return fail("BAD_AREA", "a place is [longitude, latitude] in degrees", "point");
    const auto prepared = prepare(std::move(question));
    if (!prepared) return std::unexpected(prepared.error());
    const auto& [asked, ground, grid] = *prepared;
    const auto cellThere = cellOf(grid, ground->toPlace(place));
    if (!cellThere) return fail("OUTSIDE_AREA", "the place is not in the area of the map", "point");
    CellAnswer answer{.column = cellThere->first,
                      .row = cellThere->second,
                      .unit = risk::ground::unitOf(asked.settings.model),
                      .provenance = ground->picture.parts().provenance,
                      .synthetic = ground->picture.parts().synthetic};
    answer.centre = ground->toLatLon(grid.centreOf(answer.column, answer.row));
    auto cell = explainCell(ground->picture, asked.settings, grid, answer.column, answer.row);
    if (!cell) return std::unexpected(cell.error());
    answer.cell = *std::move(cell);
    return answer;
}

Result<PathAnswer> GroundRiskService::path(Question question, const std::vector<PathPoint>& points,
                                           const std::vector<double>& speeds_mps) {
    if (points.size() < 2 || points.size() > mostPathPoints)
        return fail("BAD_PATH", std::format("a path has from 2 to {} points", mostPathPoints), "path");
    if (speeds_mps.size() + 1 != points.size())
        return fail("BAD_PATH", "there is one speed for each leg between two points", "speeds_mps");
    const auto prepared = prepare(std::move(question));
    if (!prepared) return std::unexpected(prepared.error());
    const auto& [asked, ground, grid] = *prepared;
    std::vector<Place_m> places;
    for (const PathPoint& point : points) {
        if (!point.place.valid()) return fail("BAD_PATH", "a point is [longitude, latitude, height]", "path");
        places.push_back(ground->toPlace(point.place));
        const Place_m off{places.back().east - grid.southWest.east, places.back().north - grid.southWest.north};
        if (std::hypot(off.east, off.north) > greatestSide_m)
            return fail("BAD_PATH", "a point is too far from the area", "path");
    }
    std::vector<risk::ground::Leg> legs;
    for (std::size_t i = 0; i < speeds_mps.size(); ++i)
        legs.push_back({places[i], places[i + 1], points[i].height_m, points[i + 1].height_m, speeds_mps[i]});
    auto risk = pathRisk(ground->picture, asked.settings, grid.southWest, grid.cell_m, legs);
    if (!risk) return std::unexpected(risk.error());
    return PathAnswer{*std::move(risk), ground->picture.parts().provenance, ground->picture.parts().synthetic};
}

GroundRiskService::Ticket GroundRiskService::startMap(Question question, std::function<void(double)> progress,
                                                      std::function<void(Result<MapAnswerPtr>)> done) {
    return m_maps.start([this, question = std::move(question), progress = std::move(progress),
                         done = std::move(done)](const std::atomic<bool>& cancelled) {
        if (cancelled) return done(fail("CANCELLED", "the map was not wanted any more"));
        done(map(question, [&](double share) {
            if (cancelled) return false;
            if (progress) progress(share);
            return true;
        }));
    });
}

void GroundRiskService::cancel(Ticket ticket) {
    m_maps.cancel(ticket);
}

risk::ground::TileStore::TilePtr GroundRiskService::SharedTiles::find(const std::string& key) {
    const std::scoped_lock lock(m_mutex);
    return m_cache.find(key);
}

void GroundRiskService::SharedTiles::put(const std::string& key, TilePtr tile) {
    const std::scoped_lock lock(m_mutex);
    m_cache.put(key, std::move(tile));
}

} // namespace haneul::ground_risk
