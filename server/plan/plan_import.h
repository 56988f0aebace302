#pragma once

#include "core/base/error.h"
#include "core/formats/mission_file.h"
#include "core/plan/flight_plan.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Where to fly, read from a file of a ground station or a map (R-PLAN-01): QGroundControl's `.plan`, mission items as
// text, KML or KMZ, GeoJSON. Nothing is kept; a draft is made of one of the shapes for its author to complete.
namespace haneul::plan {

struct PlanShape {
    std::string name;
    std::string where; // in the file
    std::size_t points = 0;
    std::optional<Operation> operation; // none: the findings say why
    bool heightGiven = false;           // by the options: the file has none
    std::optional<double> cruise_mps;   // over the ground, where the file says it
    std::vector<formats::FileNote> findings;
};

struct PlanImport {
    std::string format; // "QGC_PLAN", "WAYPOINT_TEXT", "KML", "KMZ", "GEOJSON"
    std::vector<PlanShape> shapes;
    std::vector<formats::FileNote> notes; // about the file as a whole
    std::optional<std::size_t> taken;     // of the shapes; none: no plan can be made of the one asked for, or of any
    FlightPlan plan;                      // of the taken one: operation and speed, the rest is left empty
};

struct PlanImportOptions {
    std::optional<std::size_t> shape;         // none: the first that can be flown
    std::optional<geo::VerticalLimit> height; // of what has none in the file; of areas the upper limit
};

inline constexpr std::size_t mostPlanShapes = 200;
inline constexpr std::size_t mostPlanFileBytes = 4u << 20;

// Told apart by what is in it. A height that the file leaves open and nobody gives is never made up: HEIGHT_NOT_SAID.
// Codes: TOO_LARGE, UNKNOWN_FORMAT, NO_SUCH_SHAPE, NOTHING_TO_FLY, TOO_MANY_SHAPES, and those of the readers.
[[nodiscard]] Result<PlanImport> readPlanFile(std::string_view text, const PlanImportOptions& options);

} // namespace haneul::plan
