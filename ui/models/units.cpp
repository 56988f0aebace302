#include "ui/models/units.h"

#include <cmath>

namespace haneul::models {

namespace {

constexpr double metresPerNauticalMile = 1852.0;
constexpr double secondsPerMinute = 60.0;

QString fixed(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    const double rounded = std::round(value * scale) / scale;
    return QString::number(rounded == 0 ? 0.0 : rounded, 'f', decimals); // never "-0"
}

} // namespace

Units unitsFrom(QStringView height, QStringView speed, QStringView distance) {
    Units units;
    if (height == u"ft") units.height = HeightUnit::Foot;
    if (speed == u"km/h") units.speed = SpeedUnit::KilometrePerHour;
    if (speed == u"kt") units.speed = SpeedUnit::Knot;
    if (distance == u"NM") units.distance = DistanceUnit::NauticalMile;
    return units;
}

QString unitText(HeightUnit unit) {
    return unit == HeightUnit::Foot ? QStringLiteral("ft") : QStringLiteral("m");
}

QString climbUnitText(HeightUnit unit) {
    return unit == HeightUnit::Foot ? QStringLiteral("ft/min") : QStringLiteral("m/s");
}

QString unitText(SpeedUnit unit) {
    switch (unit) {
    case SpeedUnit::MetrePerSecond:
        break;
    case SpeedUnit::KilometrePerHour:
        return QStringLiteral("km/h");
    case SpeedUnit::Knot:
        return QStringLiteral("kt");
    }
    return QStringLiteral("m/s");
}

QString unitText(DistanceUnit unit) {
    return unit == DistanceUnit::NauticalMile ? QStringLiteral("NM") : QStringLiteral("km");
}

double heightIn(double metres, HeightUnit unit) {
    return unit == HeightUnit::Foot ? metres / geo::metresPerFoot : metres;
}

double climbIn(double metresPerSecond, HeightUnit unit) {
    return unit == HeightUnit::Foot ? metresPerSecond / geo::metresPerFoot * secondsPerMinute : metresPerSecond;
}

double speedIn(double metresPerSecond, SpeedUnit unit) {
    switch (unit) {
    case SpeedUnit::MetrePerSecond:
        break;
    case SpeedUnit::KilometrePerHour:
        return metresPerSecond * 3.6;
    case SpeedUnit::Knot:
        return metresPerSecond / geo::metresPerSecondPerKnot;
    }
    return metresPerSecond;
}

double distanceIn(double metres, DistanceUnit unit) {
    return unit == DistanceUnit::NauticalMile ? metres / metresPerNauticalMile : metres / 1000.0;
}

QString heightNumber(double metres, const Units& units) {
    return fixed(heightIn(metres, units.height), 0);
}

QString climbNumber(double metresPerSecond, const Units& units) {
    const QString number = fixed(climbIn(metresPerSecond, units.height), units.height == HeightUnit::Foot ? 0 : 1);
    const bool up = number.front() != u'-' && number.toDouble() > 0;
    return up ? QStringLiteral("+") + number : number;
}

QString speedNumber(double metresPerSecond, const Units& units) {
    return fixed(speedIn(metresPerSecond, units.speed), units.speed == SpeedUnit::MetrePerSecond ? 1 : 0);
}

QString heightText(const geo::Height& height, const Units& units) {
    return heightNumber(height.metres, units) + u' ' + unitText(units.height) + u' ' +
           QString::fromUtf8(geo::toString(height.datum));
}

QString climbText(double metresPerSecond, const Units& units) {
    return climbNumber(metresPerSecond, units) + u' ' + climbUnitText(units.height);
}

QString speedText(double metresPerSecond, const Units& units) {
    return speedNumber(metresPerSecond, units) + u' ' + unitText(units.speed);
}

QString distanceText(double metres, const Units& units) {
    if (units.distance == DistanceUnit::Kilometre && std::abs(std::round(metres)) < 1000)
        return fixed(metres, 0) + QStringLiteral(" m");
    const double value = distanceIn(metres, units.distance);
    return fixed(value, std::abs(value) < 10 ? 2 : 1) + u' ' + unitText(units.distance);
}

} // namespace haneul::models
