#pragma once

#include "ui/map/camera.h"
#include "ui/map/glyph_atlas.h"
#include "ui/map/label_layout.h"
#include "ui/map/quads.h"
#include "ui/map/track_cache.h"
#include "ui/map/track_geometry.h"
#include "ui/map/track_look.h"
#include "ui/theme/theme.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace haneul::map {

// Labels that people have put somewhere: the label's top left from its symbol's middle, pixels.
using LabelPins = std::unordered_map<traffic::TrackId, QPointF>;

struct PlacedLabel {
    traffic::TrackId id;
    QRectF area;
    QPointF symbol;
    bool always = false; // selected, pointed at or pinned: has its label even where there is no room
};

// Labels that do not cover each other, a symbol or a speed vector. The selected track, the one under the pointer and
// pinned ones always have theirs; then come those that had a label before, in the place it had, so that labels do not
// come, go and jump while traffic moves. Who finds no room is counted.
class TrackLabels {
public:
    static constexpr std::size_t maxLabels = 600;

    struct View {
        const MapCamera& camera;
        const theme::Theme& theme;
        const TrackMarks& marks;
        const TrackLook& look;
        const LabelPins& pins;
        std::span<const QRectF> keepFree; // of labels: words that lie on the map
    };

    // False: not everything was shaped yet; call again in the next frame. The atlas' round must have begun.
    bool build(const TrackCache& cache, const View& view, GlyphAtlas& atlas);

    [[nodiscard]] const TextQuads& texts() const { return m_texts; }

    [[nodiscard]] const LineQuads& leaders() const { return m_leaders; }

    [[nodiscard]] std::span<const PlacedLabel> placed() const { return m_placed; }

    [[nodiscard]] std::size_t labels() const { return m_placed.size(); }

    [[nodiscard]] std::size_t withoutLabel() const { return m_withoutLabel; } // in view, wanted, no room

    [[nodiscard]] bool hasLabel(const traffic::TrackId& id) const { return m_shown.contains(id); }

    [[nodiscard]] const PlacedLabel* labelAt(QPointF pixel) const; // the topmost

private:
    struct Word {
        QString text;
        theme::ColorRole role;
    };

    using Lines = std::vector<std::vector<Word>>;

    struct Shown {
        std::size_t place = 0;
        QSizeF size;
        Lines lines;
    };

    struct Candidate {
        const PlacedTrack* placed;
        QPointF pixel;
        const Shown* before; // in the last round
    };

    // A label's words, shaped and arranged, its top left at 0,0.
    struct Block {
        struct Piece {
            const ShapedText* text;
            QPointF at;
            theme::ColorRole role;
            std::size_t line;
        };

        std::vector<Piece> pieces;
        std::vector<double> widths_px; // of the lines
        QSizeF text_px;
    };

    enum class Fit { WhereItWas, IfFree, Always };

    struct Added {
        bool placed = false; // false: no room, or not shaped yet
        bool shaped = false; // false: not all of the words it should show
    };

    static Lines linesOf(const traffic::Track& track, LabelDetail detail);
    static std::optional<Block> shape(const Lines& lines, GlyphAtlas& atlas);
    // These three: false when not all is shaped yet.
    bool addAsBefore(std::span<const Candidate> candidates, const View& view, GlyphAtlas& atlas, Occupancy& occupancy,
                     std::vector<Candidate>& homeless);
    bool addWhereFree(const Candidate& candidate, const View& view, GlyphAtlas& atlas, Occupancy& occupancy);
    Added addLabel(const Candidate& candidate, const View& view, LabelDetail detail, Fit fit, GlyphAtlas& atlas,
                   Occupancy& occupancy);
    bool addHovered(const Candidate& candidate, std::span<const Candidate> others, const View& view, GlyphAtlas& atlas,
                    Occupancy& occupancy);
    void draw(const Candidate& candidate, const Block& block, std::size_t place, const QRectF& area, const View& view,
              bool always, const GlyphAtlas& atlas);

    TextQuads m_texts;
    LineQuads m_leaders;
    std::vector<PlacedLabel> m_placed;
    std::size_t m_withoutLabel = 0;
    std::unordered_map<traffic::TrackId, Shown> m_shown;
    std::unordered_map<traffic::TrackId, Shown> m_before;
};

} // namespace haneul::map
