#include "core/risk/ground/advice.h"

namespace haneul::risk::ground {

std::string_view toString(BuildingAdvice advice) {
    switch (advice) {
    case BuildingAdvice::AreaType:
        return "building_area";
    case BuildingAdvice::AreaAndHeight:
        return "building_combined";
    case BuildingAdvice::HeightType:
        return "building_height";
    case BuildingAdvice::HeightTypeOnly:
        return "building_height_only";
    }
    return "";
}

BuildingAdvice buildingAdvice(double longerSide_m, bool centresKnown, bool heightsKnown) {
    if (longerSide_m > largeArea_m) return BuildingAdvice::HeightType;
    if (!centresKnown) return BuildingAdvice::HeightTypeOnly;
    return heightsKnown ? BuildingAdvice::AreaAndHeight : BuildingAdvice::AreaType;
}

std::string_view words(BuildingAdvice advice) {
    switch (advice) {
    case BuildingAdvice::AreaType:
        return "A small area with known building centres: the area type fits. Heights are not known, so that flying "
               "over "
               "a building is judged as flying into it.";
    case BuildingAdvice::AreaAndHeight:
        return "A small area with known centres: the area type fits. Footprints and heights are known too, so that "
               "area and "
               "height together tell wide low buildings from narrow tall ones.";
    case BuildingAdvice::HeightType:
        return "A large area: the height type fits. It needs only the spread of building heights, and single buildings "
               "are "
               "smaller than what the map shows.";
    case BuildingAdvice::HeightTypeOnly:
        return "A small area, for which the area type would fit, but no building centres are known: the height type "
               "with "
               "the spread of heights of the surroundings is what can be said.";
    }
    return "";
}

} // namespace haneul::risk::ground
