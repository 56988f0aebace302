#include "ui/window/abnormal_pixels.h"

#include <QColor>

#include <algorithm>

namespace haneul::window {

namespace {

constexpr int lastWarmHue_deg = 65;
constexpr int firstRedHue_deg = 345;
constexpr int strongSaturation = 140; // of 255; map tints and off-whites are far below
constexpr int brightValue = 110;

bool isWarm(QRgb pixel) {
    const QColor color = QColor::fromRgb(pixel);
    const int hue = color.hsvHue();
    return hue >= 0 && (hue <= lastWarmHue_deg || hue >= firstRedHue_deg) &&
           color.hsvSaturation() >= strongSaturation && color.value() >= brightValue;
}

} // namespace

qsizetype abnormalPixels(const QImage& picture, const std::vector<QRect>& except) {
    qsizetype count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (isWarm(picture.pixel(x, y)) &&
                std::ranges::none_of(except, [&](const QRect& area) { return area.contains(x, y); }))
                ++count;
    return count;
}

} // namespace haneul::window
