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

// Labels that do not cover each other or a symbol. The selected and the hovered track always keep theirs; then those
// that had one before, so that labels do not come and go while traffic moves.
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

    std::vector<LabelVertex> m_vertices;
    std::unordered_map<traffic::TrackId, std::size_t> m_placeOf;
    std::unordered_map<traffic::TrackId, std::size_t> m_placeBefore;
};

} // namespace haneul::map
