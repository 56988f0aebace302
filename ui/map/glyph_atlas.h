#pragma once

#include <QFont>
#include <QHash>
#include <QImage>
#include <QPointF>
#include <QRawFont>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <unordered_map>
#include <vector>

namespace haneul::map {

// One glyph of a shaped text: where it goes, relative to the text's top left, and where it is in the atlas.
struct GlyphQuad {
    QRectF place_px; // logical pixels
    QRectF texels;   // 0..1
};

struct ShapedText {
    std::vector<GlyphQuad> glyphs;
    QSizeF size_px;
};

// Glyphs of one font as an image: red is the glyph, green a stroke around it that keeps it readable on any ground.
// Texts are shaped once and kept (bounded); any script the application's fonts hold, Hangul included.
class GlyphAtlas {
public:
    static constexpr int side_px = 1024;
    static constexpr std::size_t maxTexts = 16384;
    static constexpr int newTextsPerRound = 400; // shaping costs about 20 us each; the rest comes with the next frame

    GlyphAtlas(QFont font, double devicePixelRatio);

    // A round is one pass over all labels of a view. An atlas that ran full is emptied here and nowhere else, so what
    // shaped() returns is good for the whole round.
    void beginRound();

    // Null: this round's share of new texts is used up, ask again in the next one.
    [[nodiscard]] const ShapedText* shaped(const QString& text);

    [[nodiscard]] double lineHeight_px() const { return m_lineHeight_px; }

    [[nodiscard]] const QImage& image() const { return m_image; }

    [[nodiscard]] std::size_t texts() const { return m_texts.size(); }

    [[nodiscard]] const QFont& font() const { return m_font; }

    [[nodiscard]] double devicePixelRatio() const { return m_ratio; }

    // Fully covered texels: a quad with these is a plain rectangle.
    [[nodiscard]] static QRectF solidTexels() { return {1.0 / side_px, 1.0 / side_px, 2.0 / side_px, 2.0 / side_px}; }

    // Grows when the image has changed.
    [[nodiscard]] quint64 revision() const { return m_revision; }

private:
    struct Slot {
        QRect pixels;   // in the atlas; empty: nothing to draw (space), or the atlas was full
        QPoint topLeft; // from the glyph's origin on the base line, device pixels
    };

    struct GlyphKey {
        QString family;
        QString style;
        quint32 glyph;

        bool operator==(const GlyphKey&) const = default;

        friend size_t qHash(const GlyphKey& key, size_t seed = 0) {
            return qHashMulti(seed, key.family, key.style, key.glyph);
        }
    };

    void clear();
    ShapedText shape(const QString& text);
    const Slot& slotOf(const QRawFont& font, quint32 glyph);
    [[nodiscard]] Slot raster(const QRawFont& font, quint32 glyph);

    QFont m_font;
    QFont m_deviceFont; // the same in device pixels
    double m_ratio;
    double m_lineHeight_px;
    QImage m_image;
    QPoint m_shelf; // next free place
    int m_shelfHeight = 0;
    bool m_full = false;
    int m_newTexts = 0;
    quint64 m_revision = 0;
    QHash<GlyphKey, Slot> m_slots;
    std::unordered_map<QString, ShapedText> m_texts; // its elements stay where they are
};

} // namespace haneul::map
