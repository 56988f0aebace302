#pragma once

#include <optional>
#include <string_view>

namespace haneul::geo {

// A point on the WGS84 ellipsoid. Latitude -90..90 north positive, longitude -180..180 east positive.
struct LatLon {
    double latitude_deg = 0;
    double longitude_deg = 0;

    bool operator==(const LatLon&) const = default;
    // Finite and inside the ranges above.
    [[nodiscard]] bool valid() const;
};

// What a height is measured from. A number without its datum is not a height.
enum class HeightDatum {
    Amsl, // mean sea level (geoid)
    W84,  // WGS84 ellipsoid (ASTM F3548 "W84")
    Std,  // pressure altitude, standard atmosphere 1013.25 hPa (ADS-B barometric altitude)
};

// Names as on the wire: "AMSL", "W84", "STD".
[[nodiscard]] std::string_view toString(HeightDatum datum);
[[nodiscard]] std::optional<HeightDatum> heightDatumFromString(std::string_view name);

struct Height {
    double metres = 0;
    HeightDatum datum = HeightDatum::Amsl;

    bool operator==(const Height&) const = default;
};

inline constexpr double metresPerFoot = 0.3048;                   // exact, international foot
inline constexpr double metresPerSecondPerKnot = 1852.0 / 3600.0; // exact

} // namespace haneul::geo
