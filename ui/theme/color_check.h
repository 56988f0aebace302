#pragma once

#include <QColor>
#include <QImage>
#include <QRect>

#include <cstdint>
#include <vector>

namespace haneul::theme {

// Full dichromacy: one kind of cone is missing.
enum class ColorVision : std::uint8_t { Normal, Protanopia, Deuteranopia, Tritanopia };

// How people with that vision see a colour. Matrices for severity 1.0 of Machado, Oliveira and Fernandes,
// "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009; on linear sRGB.
[[nodiscard]] QColor seenWith(ColorVision vision, const QColor& color);

// Distance of two colours in CIELAB (1976, D65): about 2.3 is just noticeable side by side.
[[nodiscard]] double colorDistance(const QColor& first, const QColor& second);

// CIELAB lightness, 0 .. 100: what is left in a grey picture.
[[nodiscard]] double lightness(const QColor& color);

// Red, orange, amber or yellow, and saturated: the hues that are for the abnormal only. Holds for all themes.
[[nodiscard]] bool isAbnormalHue(QRgb color);

// How many pixels of a picture are of such a hue; `except` are legends and whatever else may be. A picture of normal
// traffic has none.
[[nodiscard]] int abnormalPixels(const QImage& image, const std::vector<QRect>& except = {});

} // namespace haneul::theme
