#pragma once

#include "server/ground_risk/ground_risk_service.h"
#include "ui/map/heat_overlay.h"
#include "ui/theme/theme.h"

#include <QImage>

#include <optional>
#include <vector>

class QPainter;
class QRectF;

namespace haneul::risk_ground {

// From the least to the most value that a ramp shows, in decades. Values of 0 and below `low` have the lowest colour.
struct HeatScale {
    double low = 0;
    double high = 0; // 0: nothing is above 0

    bool operator==(const HeatScale&) const = default;

    [[nodiscard]] bool any() const { return high > 0; }

    [[nodiscard]] double shareOf(double value) const; // 0 to 1, logarithmic
    [[nodiscard]] std::vector<double> marks() const;  // for a legend: decades, or both ends within one
};

inline constexpr double decadesShown = 6; // below the most

[[nodiscard]] HeatScale scaleOf(const risk::ground::RiskMap& map);
[[nodiscard]] HeatScale together(const HeatScale& a, const HeatScale& b); // for maps of one unit

// One pixel per cell, north up; a cell that is not judged is clear.
[[nodiscard]] QImage cellImage(const risk::ground::RiskMap& map, const HeatScale& scale, const theme::Theme& theme);

// Into a rectangle: hatched where nothing is judged, and SYNTHETIC across it where data is made up.
void paintHeat(QPainter& painter, const QRectF& area, const ground_risk::MapAnswer& answer, const HeatScale& scale,
               const theme::Theme& theme);
void paintLegend(QPainter& painter, const QRectF& area, const HeatScale& scale, risk::ground::Unit unit,
                 const theme::Theme& theme);

// Half clear, to lie on the map.
[[nodiscard]] map::HeatOverlayPtr overlayOf(const ground_risk::MapAnswer& answer, const HeatScale& scale,
                                            const theme::Theme& theme);

} // namespace haneul::risk_ground
