#pragma once

#include "ui/map/camera.h"
#include "ui/map/quads.h"
#include "ui/theme/theme.h"

#include <QStringList>

#include <vector>

namespace haneul::map {

// A measurement as it is drawn.
struct MeasureShape {
    std::vector<geo::Mercator> path;
    QStringList lines; // what stands at it
    bool open = false; // the rubber line: dashed
};

// Lines, end marks and result plates of all measurements, in pixels of the view.
class MeasureDrawing {
public:
    // False: not everything was shaped yet; call again in the next frame. The atlas' round must have begun.
    bool build(std::span<const MeasureShape> shapes, const MapCamera& camera, const theme::Theme& theme, double scale,
               GlyphAtlas& atlas);

    [[nodiscard]] const LineQuads& lines() const { return m_lines; }

    [[nodiscard]] const TextQuads& texts() const { return m_texts; }

    [[nodiscard]] std::span<const QRectF> plates() const { return m_plates; }

private:
    bool addPlate(const MeasureShape& shape, QPointF middle, const MapCamera& camera, const theme::Theme& theme,
                  double scale, GlyphAtlas& atlas);

    LineQuads m_lines;
    TextQuads m_texts;
    std::vector<QRectF> m_plates;
};

} // namespace haneul::map
