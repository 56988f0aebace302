#include "ui/theme/color_check.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace haneul::theme {

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr Matrix protanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritanopia{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
// IEC 61966-2-1: linear sRGB to CIE XYZ
constexpr Matrix toXyz{
    {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
constexpr Triple whiteD65{0.95047, 1.0, 1.08883};

constexpr int leastChroma = 56; // of 255, greatest less least channel: paler is grey to the eye
constexpr int firstHue = 345;   // degrees, through red
constexpr int lastHue = 75;     // where yellow becomes green

Triple times(const Matrix& matrix, const Triple& v) {
    Triple product{};
    for (std::size_t row = 0; row < 3; ++row)
        product.at(row) = matrix.at(row)[0] * v[0] + matrix.at(row)[1] * v[1] + matrix.at(row)[2] * v[2];
    return product;
}

double toLinear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double fromLinear(double channel) {
    const double clamped = std::clamp(channel, 0.0, 1.0);
    return clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * std::pow(clamped, 1.0 / 2.4) - 0.055;
}

Triple linearOf(const QColor& color) {
    return {toLinear(color.redF()), toLinear(color.greenF()), toLinear(color.blueF())};
}

// CIE 15:2004
Triple labOf(const QColor& color) {
    const Triple xyz = times(toXyz, linearOf(color));
    const auto f = [](double t) { return t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0; };
    const Triple scaled{f(xyz[0] / whiteD65[0]), f(xyz[1] / whiteD65[1]), f(xyz[2] / whiteD65[2])};
    return {116.0 * scaled[1] - 16.0, 500.0 * (scaled[0] - scaled[1]), 200.0 * (scaled[1] - scaled[2])};
}

} // namespace

QColor seenWith(ColorVision vision, const QColor& color) {
    const Matrix* matrix = nullptr;
    switch (vision) {
    case ColorVision::Normal:
        return color;
    case ColorVision::Protanopia:
        matrix = &protanopia;
        break;
    case ColorVision::Deuteranopia:
        matrix = &deuteranopia;
        break;
    case ColorVision::Tritanopia:
        matrix = &tritanopia;
        break;
    }
    const Triple seen = times(*matrix, linearOf(color));
    return QColor::fromRgbF(static_cast<float>(fromLinear(seen[0])), static_cast<float>(fromLinear(seen[1])),
                            static_cast<float>(fromLinear(seen[2])));
}

double colorDistance(const QColor& first, const QColor& second) {
    const Triple a = labOf(first);
    const Triple b = labOf(second);
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

double lightness(const QColor& color) {
    return labOf(color)[0];
}

bool isAbnormalHue(QRgb color) {
    const auto [least, most] = std::minmax({qRed(color), qGreen(color), qBlue(color)});
    if (most - least < leastChroma) return false;
    const int hue = QColor(color).hsvHue();
    return hue >= firstHue || hue <= lastHue;
}

int abnormalPixels(const QImage& image, const std::vector<QRect>& except) {
    const QImage picture = image.convertToFormat(QImage::Format_RGB32);
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x)
            if (isAbnormalHue(line[x]) &&
                std::ranges::none_of(except, [&](const QRect& area) { return area.contains(x, y); }))
                ++count;
    }
    return count;
}

} // namespace haneul::theme
