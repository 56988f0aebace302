#include "ui/theme/heat_ramp.h"

#include <algorithm>
#include <cmath>

namespace haneul::theme {

namespace {

double encoded(double linear) {
    linear = std::clamp(linear, 0.0, 1.0);
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
}

// Oklab (Ottosson 2020): lightness, green to red, blue to yellow.
QColor fromOklab(double lightness, double a, double b) {
    const double l = std::pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    const double m = std::pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    const double s = std::pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    return QColor::fromRgbF(static_cast<float>(encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)),
                            static_cast<float>(encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)),
                            static_cast<float>(encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)));
}

} // namespace

QColor heatColor(const Theme& theme, double share) {
    const double t = std::clamp(share, 0.0, 1.0);
    const double along = theme.isDark() ? t : 1 - t;
    return fromOklab(0.28 + 0.64 * along, -0.01 + 0.01 * along, -0.12 + 0.28 * along);
}

} // namespace haneul::theme
