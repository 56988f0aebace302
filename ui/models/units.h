#pragma once

#include "core/geo/position.h"

#include <QString>

#include <cstdint>

namespace haneul::models {

enum class HeightUnit : std::uint8_t { Metre, Foot };
enum class SpeedUnit : std::uint8_t { MetrePerSecond, KilometrePerHour, Knot };
enum class DistanceUnit : std::uint8_t { Kilometre, NauticalMile };

// In which units values are shown. Inside the program everything stays in SI; only texts change.
struct Units {
    HeightUnit height = HeightUnit::Metre;
    SpeedUnit speed = SpeedUnit::MetrePerSecond;
    DistanceUnit distance = DistanceUnit::Kilometre;

    bool operator==(const Units&) const = default;
};

// "m" or "ft", "m/s", "km/h" or "kt", "km" or "NM"; anything else is the metric one.
[[nodiscard]] Units unitsFrom(QStringView height, QStringView speed, QStringView distance);

[[nodiscard]] QString unitText(HeightUnit unit);      // "m", "ft"
[[nodiscard]] QString climbUnitText(HeightUnit unit); // "m/s", "ft/min": climb is read in what heights are read in
[[nodiscard]] QString unitText(SpeedUnit unit);       // "m/s", "km/h", "kt"
[[nodiscard]] QString unitText(DistanceUnit unit);    // "km", "NM"

[[nodiscard]] double heightIn(double metres, HeightUnit unit);
[[nodiscard]] double climbIn(double metresPerSecond, HeightUnit unit);
[[nodiscard]] double speedIn(double metresPerSecond, SpeedUnit unit);
[[nodiscard]] double distanceIn(double metres, DistanceUnit unit);

// Number alone, rounded as it is useful: whole metres, feet and knots, tenths of m/s, whole ft/min.
[[nodiscard]] QString heightNumber(double metres, const Units& units);
[[nodiscard]] QString climbNumber(double metresPerSecond, const Units& units); // with its sign: "+1.5", "-300", "0"
[[nodiscard]] QString speedNumber(double metresPerSecond, const Units& units);

// With the unit, and a height never without its datum.
[[nodiscard]] QString heightText(const geo::Height& height, const Units& units); // "120 m AMSL", "394 ft AMSL"
[[nodiscard]] QString climbText(double metresPerSecond, const Units& units);     // "+1.5 m/s", "+295 ft/min"
[[nodiscard]] QString speedText(double metresPerSecond, const Units& units);     // "14.0 m/s", "27 kt"
// Below one kilometre in metres ("850 m"), below ten with two decimals, then one; NM: below ten two decimals.
[[nodiscard]] QString distanceText(double metres, const Units& units);

} // namespace haneul::models
