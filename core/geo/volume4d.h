#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/geo/position.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Space and time that a flight, a zone or a notice takes up: an area on the ground, between two heights, for a while
// (ASTM F3548-21 Volume4D; ED-269 UASZoneVolume).
namespace haneul::geo {

// What a vertical limit is measured from. AGL needs terrain, AMSL and W84 beside each other need the geoid: without
// them two limits of different references cannot be compared, and the answer is Unknown, never "clear".
enum class VerticalReference {
    Agl,
    Amsl,
    W84,
};
[[nodiscard]] std::string_view toString(VerticalReference reference); // "AGL", "AMSL", "W84"
[[nodiscard]] std::optional<VerticalReference> verticalReferenceFromString(std::string_view name);

struct VerticalLimit {
    double metres = 0;
    VerticalReference reference = VerticalReference::Amsl;

    bool operator==(const VerticalLimit&) const = default;
};

// Rings without the closing repetition of the first point, at least three points, edges are geodesics; holes lie
// inside. Winding does not matter.
struct Polygon {
    std::vector<LatLon> outer;
    std::vector<std::vector<LatLon>> holes;

    bool operator==(const Polygon&) const = default;
};

// By geodesic distance, never as a polygon drawn around it.
struct Circle {
    LatLon centre;
    double radius_m = 0;

    bool operator==(const Circle&) const = default;
};

using Area = std::variant<Polygon, Circle>;

struct Volume4D {
    Area area;
    std::optional<VerticalLimit> lower, upper; // none: from the ground, without an upper limit
    std::optional<UtcMs> from, to;             // none: always; `to` itself does not belong to it

    bool operator==(const Volume4D&) const = default;
};

// Heights that only the surroundings know. Empty function or nullopt: not known there.
struct Surroundings {
    std::function<std::optional<double>(LatLon)> ground_amsl_m; // terrain
    std::function<std::optional<double>(LatLon)> geoid_m;       // W84 height of mean sea level
};

enum class Judgement {
    No,
    Yes,
    Unknown,
};

struct Judged {
    Judgement answer = Judgement::Unknown;
    std::string why; // of Unknown: what is lacking, in words ("no terrain at 37.5665 126.9780")

    bool operator==(const Judged&) const = default;
};

// Codes: BAD_AREA (fewer than three points, a point not valid, a ring that crosses itself, no extent, a radius not
// above 0, more than 100,000 points, wider than 2,500 km from its middle), BAD_LIMITS (not finite; upper not above
// lower where both have one reference), BAD_TIMES
// (`to` not after `from`). `where` names the member ("area", "area.outer[3]", "upper", "to").
[[nodiscard]] Result<void> check(const Area& area);
[[nodiscard]] Result<void> check(const Volume4D& volume);

struct Box {
    double south_deg = 0, west_deg = 0, north_deg = 0, east_deg = 0; // west > east: over the antimeridian

    bool operator==(const Box&) const = default;
};

[[nodiscard]] Box boxOf(const Area& area);

// Of sound areas. The edge belongs to the area; areas that only touch (share less than 2 cm of width) do not
// overlap. Within 0.1 m over areas of 100 km.
[[nodiscard]] bool contains(const Area& area, LatLon point);
[[nodiscard]] bool overlap(const Area& one, const Area& other);
[[nodiscard]] double distance_m(const Area& area, LatLon point); // 0: inside
[[nodiscard]] double distance_m(const Area& one, const Area& other);

// The least and the greatest height of a limit over an area, in metres AMSL. The terrain is looked at every 30 m and at
// each corner. Codes: NO_TERRAIN, NO_GEOID (`where` is the place), AREA_TOO_LARGE (AGL over more than about 36 km2).
struct HeightRange {
    double least_m = 0, greatest_m = 0;
};

[[nodiscard]] Result<HeightRange> amslOver(VerticalLimit limit, const Area& area, const Surroundings& surroundings);

// Half-open intervals [from, to): one that ends when the other begins does not overlap it.
[[nodiscard]] bool timesOverlap(const Volume4D& one, const Volume4D& other);

// Vertically: limits with one reference are compared as they are; others over the ground that both cover, looked at as
// in amslOver, or by bounds that hold anywhere on Earth. Yes only where it is certain at some place, No only where it
// is certain at all places (never over ground too large to look at). Limits that only touch do not overlap. A lower
// limit at or under 0 m AGL is none: nothing flies below the ground.
[[nodiscard]] Judged heightsOverlap(const Volume4D& one, const Volume4D& other, const Surroundings& surroundings);

// In time, on the ground and in height; the first certain No decides.
[[nodiscard]] Judged overlap(const Volume4D& one, const Volume4D& other, const Surroundings& surroundings);

} // namespace haneul::geo
