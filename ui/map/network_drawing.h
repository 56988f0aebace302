#pragma once

#include "ui/map/camera.h"
#include "ui/map/label_layout.h"
#include "ui/map/network_shapes.h"
#include "ui/map/quads.h"
#include "ui/theme/theme.h"

#include <QHash>

#include <span>
#include <vector>

namespace haneul::map {

// Networks in pixels of the view, under all traffic. Grey, and told apart by style, not by hue: verified links solid,
// others dashed; double track as two lines; what is selected or flown by the chosen mission has a halo and more weight.
class NetworkDrawing {
public:
    void buildLines(const NetworkShapes& shapes, const MapCamera& camera, const theme::Theme& theme, double scale);
    // False: not everything was shaped yet; call again in the next frame. The atlas' round must have begun, and
    // buildLines() must have been called for the same shapes and camera.
    bool buildTexts(const NetworkShapes& shapes, const MapCamera& camera, const theme::Theme& theme, double scale,
                    GlyphAtlas& atlas, std::span<const QRectF> keepFree);

    [[nodiscard]] const LineQuads& lines() const { return m_lines; }

    [[nodiscard]] const TextQuads& texts() const { return m_texts; }

    // Nodes and their labels: other labels keep off them.
    [[nodiscard]] std::span<const QRectF> taken() const { return m_taken; }

    [[nodiscard]] std::size_t nodes() const { return m_nodes; } // in view

    [[nodiscard]] std::size_t links() const { return m_links; }

    [[nodiscard]] std::size_t labels() const { return m_labels; }

private:
    struct Ink;
    void addLink(const NetworkLinkShape& link, const MapCamera& camera, const Ink& ink);
    void addHandles(const NetworkLinkShape& link, const MapCamera& camera, const Ink& ink);
    void addCrossing(QPointF at, const Ink& ink);
    void addRubber(const NetworkShapes& shapes, const MapCamera& camera, const Ink& ink);
    void addNode(const NetworkNodeShape& node, QPointF at, const Ink& ink);
    void addColumns(const NetworkColumnShape& column, QPointF at, const Ink& ink);
    bool addSnapLines(const NetworkShapes& shapes, const MapCamera& camera, const theme::Theme& theme, double scale,
                      GlyphAtlas& atlas, Occupancy& occupancy);

    LineQuads m_lines;
    TextQuads m_texts;
    std::vector<QRectF> m_symbols;
    std::vector<QRectF> m_taken;
    QHash<QString, std::size_t> m_places; // of the labels, by text: they stay where they were
    std::size_t m_nodes = 0;
    std::size_t m_links = 0;
    std::size_t m_labels = 0;
};

} // namespace haneul::map
