#pragma once

#include "core/base/time.h"
#include "core/geo/volume4d.h"
#include "core/plan/state.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// A flight plan (R-PLAN-01..05): who flies what, where, when, how, and what happens when something goes wrong.
namespace haneul::plan {

// Heights of a route have one reference throughout: how two of them lie to each other is not known to a plan.
struct RoutePoint {
    geo::LatLon place;
    geo::VerticalLimit height;
    milliseconds hold{}; // stays there so long

    bool operator==(const RoutePoint&) const = default;
};

// From the take-off to the landing, straight from point to point.
struct WaypointRoute {
    std::vector<RoutePoint> points;

    bool operator==(const WaypointRoute&) const = default;
};

// To and fro over an area: mapping, spraying.
struct GridPattern {
    geo::Polygon area;
    double spacing_m = 0;   // from line to line
    double heading_deg = 0; // of the lines, 0..360 true
    geo::VerticalLimit height;

    bool operator==(const GridPattern&) const = default;
};

// Along a line, on `passes` parallel lines that lie evenly within the half width: inspection of power lines, rivers.
struct CorridorPattern {
    std::vector<geo::LatLon> line;
    double halfWidth_m = 0;
    int passes = 1;
    geo::VerticalLimit height;

    bool operator==(const CorridorPattern&) const = default;
};

// Anywhere within an area, all the time: monitoring, public safety.
struct AreaOperation {
    geo::Area area;
    std::optional<geo::VerticalLimit> lower;
    geo::VerticalLimit upper;

    bool operator==(const AreaOperation&) const = default;
};

using Operation = std::variant<WaypointRoute, GridPattern, CorridorPattern, AreaOperation>;

enum class Pattern {
    Waypoints,
    Grid,
    Corridor,
    Area,
};
[[nodiscard]] std::string_view toString(Pattern pattern); // "WAYPOINTS", "GRID", "CORRIDOR", "AREA"
[[nodiscard]] std::optional<Pattern> patternFromString(std::string_view name);
[[nodiscard]] Pattern patternOf(const Operation& operation);

enum class SightMode {
    Vlos,
    Bvlos,
};
[[nodiscard]] std::string_view toString(SightMode mode); // "VLOS", "BVLOS"
[[nodiscard]] std::optional<SightMode> sightModeFromString(std::string_view name);

struct OperatingParameters {
    double cruise_mps = 0;
    double climb_mps = 0;
    double descent_mps = 0;
    SightMode mode = SightMode::Vlos;

    bool operator==(const OperatingParameters&) const = default;
};

enum class LostLinkAction {
    ReturnHome,
    Hover,
    Land,
    ContinueRoute,
};
[[nodiscard]] std::string_view toString(LostLinkAction action); // "RTH", "HOVER", "LAND", "CONTINUE"
[[nodiscard]] std::optional<LostLinkAction> lostLinkActionFromString(std::string_view name);

struct LandingSite {
    std::string name;
    geo::LatLon place;

    bool operator==(const LandingSite&) const = default;
};

struct Contingency {
    std::optional<LostLinkAction> lostLink;
    std::vector<LandingSite> landingSites;

    bool operator==(const Contingency&) const = default;
};

enum class DocumentKind {
    Permit,
    Waiver,
};
[[nodiscard]] std::string_view toString(DocumentKind kind); // "PERMIT", "WAIVER"
[[nodiscard]] std::optional<DocumentKind> documentKindFromString(std::string_view name);

struct RegulatoryDocument {
    DocumentKind kind = DocumentKind::Permit;
    std::string number;
    std::string authority;
    std::vector<std::string> zone_ids; // that it is for; empty: all
    std::optional<UtcMs> valid_from, valid_until;

    bool operator==(const RegulatoryDocument&) const = default;
};

struct FlightPlan {
    std::string id;
    int version = 1; // of its contents
    State state = State::Draft;
    std::string operator_id, drone_id, pilot_id;
    std::string battery_id; // empty: decided later, readiness does not judge it until then
    std::vector<std::string> payload_ids;
    double parcels_kg = 0;
    std::string profile; // profile.h
    std::string missionType;
    std::string objective;
    std::string mission_id; // of the delivery that it flies; empty: none
    Operation operation;
    UtcMs start{}, end{}; // expected; a route starts at `start`
    OperatingParameters parameters;
    Contingency contingency;
    std::vector<RegulatoryDocument> documents;
    int priority = 0; // ASTM F3548: the greater goes before
    std::vector<geo::Volume4D> volumes;

    bool operator==(const FlightPlan&) const = default;
};

} // namespace haneul::plan
