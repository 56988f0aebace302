#pragma once

#include "core/airspace/zone_index.h"
#include "core/city/city_data.h"
#include "core/geo/local_frame.h"
#include "core/path/planner.h"
#include "core/risk/ground/cell.h"
#include "core/terrain/terrain.h"
#include "server/ground_risk/ground_risk_service.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace haneul::paths {

struct Place {
    geo::LatLon place;
    double height_m = 0; // of the question's reference

    bool operator==(const Place&) const = default;
};

// What stands around, from where it is known. None: nothing is known of it, which is not "clear".
enum class Surroundings {
    Imported,  // datasets that were imported
    Synthetic, // a made-up city, marked so wherever it shows
};
[[nodiscard]] std::string_view toString(Surroundings from); // "imported", "synthetic"
[[nodiscard]] std::optional<Surroundings> surroundingsFromString(std::string_view name);

struct Question {
    std::vector<Place> places; // start, those on the way, goal
    geo::VerticalReference reference = geo::VerticalReference::Agl;
    Surroundings surroundings = Surroundings::Imported;
    double cell_m = 0; // 0: as fine as the area allows
    double layer_m = 10;
    double lower_m = 0, upper_m = 120;     // of the space
    double margin_m = 0;                   // around the places; 0: a quarter of their distance, at least 500 m
    double clearance_m = 10;               // from buildings, sideways
    std::vector<std::string> allowedZones; // identifiers of zones that may be flown
    path::PlanTask task;                   // all but its places; its departure and policy count for the space too
    double windFrom_deg = 0, wind_mps = 0;
};

struct Ground {
    city::CityData city;
    terrain::Terrain terrain;
};

// Where the space gets what stands in it. Empty functions, null: not known. Called on any thread.
struct Sources {
    std::function<airspace::ZoneIndex()> zones;
    std::function<Ground()> ground; // imported
    std::function<std::optional<double>(geo::LatLon)> geoid_m;
    ground_risk::GroundRiskService* risk = nullptr;
};

// Points in metres east and north of a corner.
struct Placing {
    geo::LocalFrame frame;
    double west_m = 0, south_m = 0; // of the corner in the frame

    [[nodiscard]] path::Point_m pointOf(const Place& place) const;
    [[nodiscard]] Place placeOf(path::Point_m point) const;
};

// The space of one question: cells in metres east and north of its south-west corner.
struct Space : Placing {
    path::Grid grid;
    std::vector<std::string> provenance;
    bool synthetic = false;
    std::vector<std::string> notes;
};

// The risk on the ground, as printed.
inline constexpr auto riskModel = risk::ground::Model::PeopleUniform;

inline constexpr double greatestSide_m = 60'000;
inline constexpr std::int64_t mostCells = 2'000'000;
inline constexpr std::size_t mostPlaces = 20;      // of a search
inline constexpr std::size_t mostPathPlaces = 501; // of a path that is checked: 500 legs
inline constexpr double longestPath_m = 200'000;   // that is checked

// Zones of type PROHIBITED, REQ_AUTHORIZATION and CONDITIONAL are closed while they may be active, unless allowed by
// name; where a limit cannot be compared with the heights of the space, it does not open the zone. Buildings are closed
// up to their height; without one the column is not known. Without any data on buildings nobody knows what stands in
// the cells below obstacleCeiling_m; over AMSL heights, without terrain likewise. Codes: BAD_PLACE, BAD_AREA,
// BAD_LAYERS, TOO_MANY_CELLS, CANCELLED, those of path::Grid and of the ground risk.
[[nodiscard]] Result<Space> makeSpace(const Question& question, const Sources& sources, const path::Cancel& cancel);

inline constexpr double obstacleCeiling_m = 150; // above the ground

// The parts of a path that lie in one space. Their points are metres east and north of the frame's origin; the grid's
// corner is (west_m, south_m) there.
using VisitParts = std::function<Result<void>(const Space& space, std::span<const path::LegPart> parts)>;

// The spaces that a path goes through, in its order. Where the question says between which places its space lies, and
// over a synthetic city (which is laid out around the middle of a space), it is one. Else the space is made piece by
// piece along the path, in cells of `cell_m` (10 m as usual), and only one piece is there at a time. Codes: those of
// makeSpace; BAD_PLACE, BAD_AREA (`where`: path) and what `visit` refuses.
[[nodiscard]] Result<void> alongPath(const Question& question, const std::vector<Place>& path, const Sources& sources,
                                     const path::Cancel& cancel, const VisitParts& visit);

} // namespace haneul::paths
