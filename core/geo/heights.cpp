#include "core/geo/area_frame.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <limits>

// Limits over the ground: amslOver and heightsOverlap of volume4d.h.
namespace haneul::geo {

namespace {

namespace bg = boost::geometry;

constexpr double terrainStep_m = 30; // posts of the terrain models that are to be had (SRTM 1", Copernicus GLO-30)
constexpr std::size_t mostPlaces = 40'000; // 6 km x 6 km at that step
constexpr double geoidSlope = 5e-4;        // metres a metre, steeper than the geoid anywhere (EGM96: 3.4e-4)
constexpr HeightRange groundOfEarth_m{-500, 9000};
constexpr HeightRange geoidOfEarth_m{-120, 100};
constexpr double endless_m = std::numeric_limits<double>::infinity();

// Places of an area: the corners and a grid.
struct Places {
    std::vector<LatLon> points;
    double step_m = terrainStep_m;
};

void addGrid(Places& places, const AreaFrame& frame, const PlanePolygon& plane) {
    double west_m = endless_m, east_m = -endless_m, south_m = endless_m, north_m = -endless_m;
    bg::for_each_point(plane, [&](const PlanePoint& point) {
        west_m = std::min(west_m, point.x());
        east_m = std::max(east_m, point.x());
        south_m = std::min(south_m, point.y());
        north_m = std::max(north_m, point.y());
    });
    const double wide_m = east_m - west_m;
    const double high_m = north_m - south_m;
    const double fitting_m = std::sqrt(wide_m * high_m / static_cast<double>(mostPlaces));
    const double step_m = std::max(terrainStep_m, fitting_m);
    places.step_m = std::max(places.step_m, step_m);
    for (double y = south_m + step_m / 2; y < north_m; y += step_m)
        for (double x = west_m + step_m / 2; x < east_m; x += step_m)
            if (const PlanePoint point(x, y); bg::within(point, plane)) places.points.push_back(frame.toLatLon(point));
}

void addCorners(Places& places, const AreaFrame& frame, const PlanePolygon& plane) {
    PlanePoint inside(0, 0);
    bg::point_on_surface(plane, inside);
    places.points.push_back(frame.toLatLon(inside));
    bg::for_each_point(plane, [&](const PlanePoint& point) { places.points.push_back(frame.toLatLon(point)); });
}

Places placesOf(const Area& area) {
    const AreaFrame frame(middleOf(area));
    Places places;
    addCorners(places, frame, frame.polygon(area));
    addGrid(places, frame, frame.polygon(area));
    return places;
}

Places placesOfBoth(const Area& one, const Area& other) {
    const Box a = boxOf(one);
    const Box b = boxOf(other);
    const AreaFrame frame(middleOf(a.north_deg - a.south_deg < b.north_deg - b.south_deg ? one : other));
    std::vector<PlanePolygon> common;
    bg::intersection(frame.polygon(one), frame.polygon(other), common);
    Places places;
    for (const PlanePolygon& piece : common) {
        addCorners(places, frame, piece);
        addGrid(places, frame, piece);
    }
    return places;
}

std::string at(LatLon place) {
    return std::format("{:.4f} {:.4f}", place.latitude_deg, place.longitude_deg);
}

// What is known of the heights at a place; what is not is as wide as the Earth allows.
class PlaceHeights {
public:
    PlaceHeights(const Surroundings& surroundings, LatLon place, double step_m)
        : m_surroundings(surroundings)
        , m_place(place)
        , m_step_m(step_m) {}

    HeightRange amsl(VerticalLimit limit) {
        switch (limit.reference) {
        case VerticalReference::Amsl:
            return {limit.metres, limit.metres};
        case VerticalReference::Agl: {
            const HeightRange ground_m = ground();
            return {ground_m.least_m + limit.metres, ground_m.greatest_m + limit.metres};
        }
        case VerticalReference::W84:
            break;
        }
        const HeightRange geoid_m = geoid();
        return {limit.metres - geoid_m.greatest_m, limit.metres - geoid_m.least_m};
    }

    // In words; made only when somebody asks: most places of an area without terrain are never told of.
    [[nodiscard]] std::string lacking() const {
        return m_lacking == nullptr ? std::string() : std::format("no {} at {}", m_lacking, at(m_place));
    }

    [[nodiscard]] bool lacksSomething() const { return m_lacking != nullptr; }

    [[nodiscard]] bool usesGround() const { return m_usesGround; }

private:
    HeightRange ground() {
        m_usesGround = true;
        const auto known = m_surroundings.ground_amsl_m ? m_surroundings.ground_amsl_m(m_place) : std::nullopt;
        if (known && std::isfinite(*known)) return {*known, *known};
        m_lacking = "terrain";
        return groundOfEarth_m;
    }

    HeightRange geoid() {
        const auto known = m_surroundings.geoid_m ? m_surroundings.geoid_m(m_place) : std::nullopt;
        if (known && std::isfinite(*known)) {
            const double between_m = m_step_m * geoidSlope;
            return {*known - between_m, *known + between_m};
        }
        m_lacking = "geoid";
        return geoidOfEarth_m;
    }

    const Surroundings& m_surroundings;
    LatLon m_place;
    double m_step_m = 0;
    const char* m_lacking = nullptr;
    bool m_usesGround = false;
};

// Nothing flies below the ground: a limit at or under it is no limit.
std::optional<VerticalLimit> lowerOf(const Volume4D& volume) {
    if (volume.lower && volume.lower->reference == VerticalReference::Agl && volume.lower->metres <= 0)
        return std::nullopt;
    return volume.lower;
}

using Answer = Judgement;

Answer both(Answer a, Answer b) {
    if (a == Answer::No || b == Answer::No) return Answer::No;
    return a == Answer::Yes && b == Answer::Yes ? Answer::Yes : Answer::Unknown;
}

// Is a lower limit under an upper one, at one place?
Answer under(const std::optional<VerticalLimit>& lower, const std::optional<VerticalLimit>& upper,
             PlaceHeights& heights) {
    if (!lower || !upper) return Answer::Yes;
    if (lower->reference == upper->reference) return lower->metres < upper->metres ? Answer::Yes : Answer::No;
    const HeightRange low = heights.amsl(*lower);
    const HeightRange high = heights.amsl(*upper);
    if (low.greatest_m < high.least_m) return Answer::Yes;
    return low.least_m >= high.greatest_m ? Answer::No : Answer::Unknown;
}

Answer meetAt(const Volume4D& one, const Volume4D& other, PlaceHeights& heights) {
    return both(under(lowerOf(one), other.upper, heights), under(lowerOf(other), one.upper, heights));
}

Judged overPlaces(const Volume4D& one, const Volume4D& other, const Surroundings& surroundings, Places places) {
    Judged judged{Judgement::No, {}};
    bool ground = false;
    for (const LatLon place : places.points) {
        PlaceHeights heights(surroundings, place, places.step_m);
        const Answer here = meetAt(one, other, heights);
        ground = ground || heights.usesGround();
        if (here == Answer::Yes) return {Judgement::Yes, {}};
        if (here == Answer::Unknown && judged.answer == Judgement::No)
            judged = {Judgement::Unknown, !heights.lacksSomething()
                                              ? std::format("heights too close to tell at {}", at(place))
                                              : heights.lacking()};
    }
    if (judged.answer == Judgement::No && ground && places.step_m > terrainStep_m)
        return {Judgement::Unknown,
                std::format("the common ground is too large to know all of its terrain (a look each {:.0f} m)",
                            places.step_m)};
    return judged;
}

} // namespace

Result<HeightRange> amslOver(VerticalLimit limit, const Area& area, const Surroundings& surroundings) {
    if (limit.reference == VerticalReference::Amsl) return HeightRange{limit.metres, limit.metres};
    const Places places = placesOf(area);
    if (limit.reference == VerticalReference::Agl && places.step_m > terrainStep_m)
        return fail("AREA_TOO_LARGE", "the area is too large to know all of its terrain", at(middleOf(area)));
    HeightRange range{endless_m, -endless_m};
    for (const LatLon place : places.points) {
        PlaceHeights heights(surroundings, place, places.step_m);
        const HeightRange here = heights.amsl(limit);
        if (heights.lacksSomething())
            return fail(limit.reference == VerticalReference::Agl ? "NO_TERRAIN" : "NO_GEOID", heights.lacking(),
                        at(place));
        range.least_m = std::min(range.least_m, here.least_m);
        range.greatest_m = std::max(range.greatest_m, here.greatest_m);
    }
    return range;
}

Judged heightsOverlap(const Volume4D& one, const Volume4D& other, const Surroundings& surroundings) {
    // What the Earth's own bounds decide needs no look at any place.
    const Surroundings nothing;
    PlaceHeights anywhere(nothing, middleOf(one.area), 0);
    if (const Answer sure = meetAt(one, other, anywhere); sure != Answer::Unknown) return {sure, {}};
    // Without terrain and geoid every place is like any other.
    if (!surroundings.ground_amsl_m && !surroundings.geoid_m) return {Judgement::Unknown, anywhere.lacking()};
    try {
        return overPlaces(one, other, surroundings, placesOfBoth(one.area, other.area));
    } catch (const bg::exception&) {
        return {Judgement::Unknown, "the common ground of the two areas cannot be drawn"};
    }
}

} // namespace haneul::geo
