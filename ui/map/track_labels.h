#pragma once

#include "ui/map/camera.h"
#include "ui/map/glyph_atlas.h"
#include "ui/map/label_detail.h"
#include "ui/map/label_layout.h"
#include "ui/map/track_cache.h"
#include "ui/map/track_geometry.h"
#include "ui/theme/theme.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace haneul::map {

struct LabelVertex {
    float x_px, y_px;
    float u, v;
    std::uint8_t r, g, b, a; // premultiplied
};

static_assert(sizeof(LabelVertex) == 20);

// Labels that do not cover each other, a symbol or a speed vector. The selected track always has its label, on a plate;
// then come the hovered one and those that had a label before, so that labels do not come and go while traffic moves.
class TrackLabels {
public:
    static constexpr std::size_t maxLabels = 600;

    // False: not everything was shaped yet; call again in the next frame.
    bool build(const TrackCache& cache, const MapCamera& camera, const theme::Theme& theme, const TrackMarks& marks,
               LabelDetail detail, GlyphAtlas& atlas);

    [[nodiscard]] std::span<const LabelVertex> vertices() const { return m_vertices; } // four a glyph, clockwise

    [[nodiscard]] std::size_t labels() const { return m_placeOf.size(); }

    [[nodiscard]] bool hasLabel(const traffic::TrackId& id) const { return m_placeOf.contains(id); }

private:
    struct Candidate {
        const PlacedTrack* placed;
        QPointF pixel;
        std::optional<std::size_t> before; // its place in the last round
    };
    enum class Fit { IfFree, Always };
    bool addLabel(const Candidate& candidate, const theme::Theme& theme, LabelDetail detail, Fit fit, GlyphAtlas& atlas,
                  Occupancy& occupancy); // false: not shaped yet
    void addText(const ShapedText& text, QPointF topLeft, QRgb color, double ratio);
    void addPlate(const QRectF& area, QColor color);
    void addQuad(const QRectF& place_px, const QRectF& texels, QRgb premultipliedColor);

    std::vector<LabelVertex> m_vertices;
    std::unordered_map<traffic::TrackId, std::size_t> m_placeOf;
    std::unordered_map<traffic::TrackId, std::size_t> m_placeBefore;
};

} // namespace haneul::map
