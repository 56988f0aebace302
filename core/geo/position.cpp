#include "core/geo/position.h"

#include <cmath>

namespace haneul::geo {

bool LatLon::valid() const {
    return std::isfinite(latitude_deg) && std::isfinite(longitude_deg) && std::abs(latitude_deg) <= 90.0 &&
           std::abs(longitude_deg) <= 180.0;
}

std::string_view toString(HeightDatum datum) {
    switch (datum) {
    case HeightDatum::Amsl:
        return "AMSL";
    case HeightDatum::W84:
        return "W84";
    case HeightDatum::Std:
        return "STD";
    }
    return "";
}

std::optional<HeightDatum> heightDatumFromString(std::string_view name) {
    for (const auto datum : {HeightDatum::Amsl, HeightDatum::W84, HeightDatum::Std})
        if (name == toString(datum)) return datum;
    return std::nullopt;
}

} // namespace haneul::geo
