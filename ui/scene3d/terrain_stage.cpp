#include "ui/scene3d/terrain_stage.h"

#include <algorithm>
#include <cmath>

namespace haneul::scene3d {

namespace {

struct Post {
    osg::Vec3 place;
    bool known = false;
};

osg::Vec3 onGround(const geo::LocalFrame& frame, geo::LatLon place, double height_m) {
    const geo::Enu_m at = frame.toEnu(place, 0.0); // the earth's curve is left out, as for the tracks
    return {static_cast<float>(at.east), static_cast<float>(at.north), static_cast<float>(height_m)};
}

// Cosine of the angle to a light at 45 degrees in the north-west, as on printed maps; 0.5 on level ground is made 0.7.
float lightOn(const osg::Vec3& a, const osg::Vec3& b, const osg::Vec3& c) {
    const osg::Vec3 light(-0.5F, 0.5F, 0.7071F);
    osg::Vec3 normal = (b - a) ^ (c - a);
    normal.normalize();
    if (normal.z() < 0) normal = -normal;
    return std::clamp(normal * light, 0.0F, 1.0F);
}

// Mean of the colours of a block of cells, weighted by their opacity.
QRgb meanColour(const ColourGrid& map, std::size_t row, std::size_t column, std::size_t step) {
    double red = 0, green = 0, blue = 0, opacity = 0;
    std::size_t cells = 0;
    for (std::size_t r = row; r < std::min(row + step, map.grid.rows); ++r)
        for (std::size_t c = column; c < std::min(column + step, map.grid.columns); ++c) {
            const QRgb colour = map.colours[map.grid.indexOf({r, c})];
            const double alpha = qAlpha(colour);
            red += alpha * qRed(colour);
            green += alpha * qGreen(colour);
            blue += alpha * qBlue(colour);
            opacity += alpha;
            ++cells;
        }
    if (opacity <= 0) return 0;
    const auto channel = [&](double sum) { return static_cast<int>(std::lround(sum / opacity)); };
    return qRgba(channel(red), channel(green), channel(blue),
                 static_cast<int>(std::lround(opacity / static_cast<double>(cells))));
}

} // namespace

StagedTerrain stageTerrain(const terrain::Terrain& terrain, const geo::LocalFrame& frame, double reach_m) {
    StagedTerrain staged;
    if (terrain.empty()) return staged;
    const double step_m = 2 * reach_m / static_cast<double>(terrainPosts - 1);
    std::vector<Post> posts(terrainPosts * terrainPosts);
    for (std::size_t row = 0; row < terrainPosts; ++row)
        for (std::size_t column = 0; column < terrainPosts; ++column) {
            const geo::Enu_m at{static_cast<double>(column) * step_m - reach_m,
                                static_cast<double>(row) * step_m - reach_m, 0};
            const terrain::Ground ground = terrain.groundAt(frame.toLatLon(at));
            if (!ground.metres) continue;
            posts[row * terrainPosts + column] = {
                {static_cast<float>(at.east), static_cast<float>(at.north), static_cast<float>(*ground.metres)}, true};
            staged.datumUnknown = staged.datumUnknown || !ground.datum;
            if (!std::ranges::contains(staged.from, *ground.from)) staged.from.push_back(*ground.from);
        }
    const auto add = [&](const Post& a, const Post& b, const Post& c) {
        if (!a.known || !b.known || !c.known) return;
        const float light = lightOn(a.place, b.place, c.place);
        for (const Post* post : {&a, &b, &c}) {
            staged.corners.push_back(post->place);
            staged.light.push_back(light);
        }
    };
    for (std::size_t row = 0; row + 1 < terrainPosts; ++row)
        for (std::size_t column = 0; column + 1 < terrainPosts; ++column) {
            const std::size_t at = row * terrainPosts + column;
            add(posts[at], posts[at + 1], posts[at + terrainPosts + 1]);
            add(posts[at], posts[at + terrainPosts + 1], posts[at + terrainPosts]);
        }
    return staged;
}

double standsAt_m(const terrain::Terrain& terrain, geo::LatLon place) {
    return terrain.groundAt(place).metres.value_or(0.0);
}

StagedDrape stageDrape(const ColourGrid& map, const terrain::Terrain& terrain, const geo::LocalFrame& frame,
                       double reach_m) {
    constexpr double above_m = 1.5; // so that it does not flicker with the terrain
    StagedDrape staged;
    staged.legend = map.legend;
    const city::CellGrid& grid = map.grid;
    if (grid.size() == 0 || map.colours.size() != grid.size()) return staged;
    std::size_t step = 1; // cells drawn as one
    while (grid.size() / (step * step) > drapeCells)
        ++step;
    const auto corner = [&](std::size_t row, std::size_t column) {
        const geo::LatLon place{grid.southWest.latitude_deg + static_cast<double>(row) * grid.rowStep_deg,
                                grid.southWest.longitude_deg + static_cast<double>(column) * grid.columnStep_deg};
        const terrain::Ground ground = terrain.groundAt(place);
        staged.onTerrain = staged.onTerrain || ground.metres.has_value();
        return onGround(frame, place, ground.metres ? *ground.metres + above_m : 0.0);
    };
    for (std::size_t row = 0; row < grid.rows; row += step)
        for (std::size_t column = 0; column < grid.columns; column += step) {
            const QRgb colour = meanColour(map, row, column, step);
            if (qAlpha(colour) == 0) continue;
            const std::size_t north = std::min(row + step, grid.rows);
            const std::size_t east = std::min(column + step, grid.columns);
            const osg::Vec3 a = corner(row, column);
            if (std::abs(a.x()) > reach_m || std::abs(a.y()) > reach_m) continue;
            const osg::Vec3 b = corner(row, east), c = corner(north, east), d = corner(north, column);
            for (const osg::Vec3& place : {a, b, c, a, c, d}) {
                staged.corners.push_back(place);
                staged.colours.push_back(colour);
            }
        }
    return staged;
}

} // namespace haneul::scene3d
