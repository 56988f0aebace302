#pragma once

#include <QImage>
#include <QRect>

#include <vector>

namespace haneul::window {

// Pixels of a picture in a strong red, orange or yellow: the colours that only the abnormal may have. Normal traffic
// shows none outside a legend (`except`).
[[nodiscard]] qsizetype abnormalPixels(const QImage& picture, const std::vector<QRect>& except = {});

} // namespace haneul::window
