#pragma once

#include "ui/map/camera.h"
#include "ui/map/label_layout.h"
#include "ui/map/quads.h"
#include "ui/map/zone_shapes.h"
#include "ui/theme/theme.h"

#include <QHash>

#include <span>
#include <vector>

namespace haneul::map {

// Zones in pixels of the view, under networks and traffic. Told apart by border and hatching, colour only helps:
// prohibited solid and cross-hatched, authorisation solid and hatched, conditional dashed and hatched the other way,
// information dotted. Hatching is a band along the border, so that what flies inside stays readable.
class ZoneDrawing {
public:
    static constexpr std::size_t mostLabels = 200;

    void buildLines(const ZoneShapes& shapes, const MapCamera& camera, const theme::Theme& theme, double scale);
    // False: not everything was shaped yet; call again in the next frame. The atlas' round must have begun, and
    // buildLines() must have been called for the same shapes and camera.
    bool buildTexts(const ZoneShapes& shapes, const MapCamera& camera, const theme::Theme& theme, double scale,
                    GlyphAtlas& atlas, std::span<const QRectF> keepFree);

    [[nodiscard]] const LineQuads& lines() const { return m_lines; }

    [[nodiscard]] const TextQuads& texts() const { return m_texts; }

    [[nodiscard]] std::span<const QRectF> taken() const { return m_taken; } // other labels keep off them

    [[nodiscard]] std::size_t zones() const { return m_zones; } // in view

    [[nodiscard]] std::size_t labels() const { return m_labels; }

private:
    struct Pen;

    // Where the name of a zone can stand: its topmost corner in view.
    struct Anchor {
        std::size_t zone = 0;
        QPointF at;
        double width_px = 0; // of the zone
    };

    void addZone(std::size_t number, const ZoneShape& zone, const Pen& pen);
    void addRings(const std::vector<std::vector<QPointF>>& rings, const ZoneShape& zone, const Pen& pen);
    void addBorder(const std::vector<QPointF>& ring, double width_px, QColor color, double dash_px, const Pen& pen);
    void addHatch(const std::vector<std::vector<QPointF>>& rings, bool rising, double step_px, double band_px,
                  QColor color, const Pen& pen);
    void addHandles(const ZoneShapes& shapes, const Pen& pen);
    void addRubber(const ZoneShapes& shapes, const Pen& pen);

    LineQuads m_lines;
    TextQuads m_texts;
    std::vector<Anchor> m_anchors;
    std::vector<QRectF> m_symbols;
    std::vector<QRectF> m_taken;
    QHash<QString, std::size_t> m_places; // of the labels, by key: they stay where they were
    std::size_t m_zones = 0;
    std::size_t m_labels = 0;
};

[[nodiscard]] theme::ColorRole zoneRole(ZoneShape::Kind kind);

} // namespace haneul::map
