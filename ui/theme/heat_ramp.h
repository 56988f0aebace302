#pragma once

#include "ui/theme/theme.h"

namespace haneul::theme {

// Colour of a share 0 (least) to 1 (most) of a heat map: from blue over grey to yellow with even steps of lightness, so
// that it reads the same to colour-blind eyes and in grey. On light themes the most is the darkest.
[[nodiscard]] QColor heatColor(const Theme& theme, double share);

} // namespace haneul::theme
