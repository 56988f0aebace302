#include "server/studies/studies.h"

#include "server/studies/reich_studies.h"
#include "server/studies/risk_studies.h"
#include "server/studies/route_studies.h"
#include "server/studies/schedule_studies.h"

#include <algorithm>
#include <array>

namespace haneul::studies {

std::span<const Study> all() {
    static constexpr std::array studies{
        Study{"split", split},
        Study{"trapezoid", trapezoid},
        Study{"position", position},
        Study{"leg_times", legTimes},
        Study{"distance3d", distance3d},
        Study{"times", times},
        Study{"update_actual", updateActual},
        Study{"occupancy", occupancy},
        Study{"slots", slots},
        Study{"fcfs", fcfs},
        Study{"batch", batch},
        Study{"tls", tls},
        Study{"risk", collisionRisk},
        Study{"overlap", overlap},
        Study{"sensitivity", sensitivity},
        Study{"grid_capacity", gridCapacity},
        Study{"min_separation", minSeparation},
        Study{"ey_occupancy", eyOccupancy},
        Study{"reich_table", reichTable},
        Study{"reich_ranking", reichRanking},
        Study{"reich_corridor", reichCorridor},
        Study{"impact", impact},
        Study{"fatality", fatality},
        Study{"people", people},
        Study{"vehicle_road", vehicleRoad},
        Study{"vehicle_amenity", vehicleAmenity},
        Study{"veh_density", vehDensity},
        Study{"building_area", buildingArea},
        Study{"building_height", buildingHeight},
        Study{"height_params", heightParams},
        Study{"density_at", densityAt},
        Study{"conserve", conserve},
        Study{"area_factor", areaFactor},
        Study{"building_combined", buildingCombined},
        Study{"building_cell", buildingCell},
        Study{"path_risk", pathRisk},
    };
    return studies;
}

Result<std::string> answer(std::string_view op, std::string_view body) {
    const auto found = std::ranges::find(all(), op, &Study::op);
    if (found == all().end()) return fail("UNKNOWN_STUDY", "there is no study of that name", std::string(op));
    return found->answer(body);
}

} // namespace haneul::studies
