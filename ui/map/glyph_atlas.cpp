#include "ui/map/glyph_atlas.h"

#include <QFontInfo>
#include <QGlyphRun>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <cmath>

namespace haneul::map {

namespace {
constexpr double strokeWidth_px = 3.0;
constexpr int solidSide_px = 4;
constexpr double lineHeight_em = 1.25; // fonts with Hangul ask for 1.45, which tears a two-line label apart
} // namespace

GlyphAtlas::GlyphAtlas(QFont font, double devicePixelRatio)
    : m_font(std::move(font))
    , m_deviceFont(m_font)
    , m_ratio(devicePixelRatio)
    , m_image(side_px, side_px, QImage::Format_RGBX8888) {
    const double pixelSize = QFontInfo(m_font).pixelSize();
    m_lineHeight_px = std::round(pixelSize * lineHeight_em);
    m_deviceFont.setPixelSize(static_cast<int>(std::lround(pixelSize * m_ratio)));
    m_deviceFont.setHintingPreference(QFont::PreferFullHinting); // whole-pixel advances
    clear();
}

void GlyphAtlas::clear() {
    m_image.fill(Qt::black);
    for (int y = 0; y < solidSide_px; ++y)
        for (int x = 0; x < solidSide_px; ++x)
            m_image.setPixel(x, y, qRgb(255, 255, 0));
    m_shelf = {solidSide_px, 0};
    m_shelfHeight = solidSide_px;
    m_full = false;
    m_slots.clear();
    m_texts.clear();
    ++m_revision;
}

void GlyphAtlas::beginRound() {
    m_newTexts = 0;
    if (m_full || m_texts.size() >= maxTexts) clear();
}

const ShapedText* GlyphAtlas::shaped(const QString& text) {
    if (const auto found = m_texts.find(text); found != m_texts.end()) return &found->second;
    if (m_newTexts >= newTextsPerRound || m_full) return nullptr;
    ++m_newTexts;
    return &m_texts.emplace(text, shape(text)).first->second;
}

ShapedText GlyphAtlas::shape(const QString& text) {
    QTextLayout layout(text, m_deviceFont);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (!line.isValid()) {
        layout.endLayout();
        return {};
    }
    line.setNumColumns(static_cast<int>(text.size()));
    line.setPosition({0, 0});
    layout.endLayout();

    ShapedText shapedText;
    shapedText.size_px = QSizeF(line.naturalTextWidth() / m_ratio, m_lineHeight_px);
    // The base line, where it stands in the middle of our line height.
    const double lead = (m_lineHeight_px * m_ratio - line.height()) / 2.0;
    for (const QGlyphRun& run : layout.glyphRuns()) {
        const QRawFont font = run.rawFont();
        const auto indexes = run.glyphIndexes();
        const auto positions = run.positions();
        for (qsizetype i = 0; i < indexes.size(); ++i) {
            const Slot slot = slotOf(font, indexes[i]);
            if (slot.pixels.isEmpty()) continue;
            const double x = std::round(positions[i].x()) + slot.topLeft.x();
            const double y = std::round(positions[i].y() + lead) + slot.topLeft.y();
            shapedText.glyphs.push_back(
                {.place_px =
                     QRectF(x / m_ratio, y / m_ratio, slot.pixels.width() / m_ratio, slot.pixels.height() / m_ratio),
                 .texels = QRectF(double(slot.pixels.x()) / side_px, double(slot.pixels.y()) / side_px,
                                  double(slot.pixels.width()) / side_px, double(slot.pixels.height()) / side_px)});
        }
    }
    return shapedText;
}

const GlyphAtlas::Slot& GlyphAtlas::slotOf(const QRawFont& font, quint32 glyph) {
    const GlyphKey key{font.familyName(), font.styleName(), glyph};
    const auto found = m_slots.find(key);
    return found != m_slots.end() ? *found : *m_slots.insert(key, raster(font, glyph));
}

GlyphAtlas::Slot GlyphAtlas::raster(const QRawFont& font, quint32 glyph) {
    const QPainterPath path = font.pathForGlyph(glyph);
    if (path.isEmpty()) return {};
    const double stroke = strokeWidth_px * m_ratio;
    const QRect box = path.boundingRect()
                          .adjusted(-stroke / 2, -stroke / 2, stroke / 2, stroke / 2)
                          .toAlignedRect()
                          .adjusted(-1, -1, 1, 1);
    if (m_shelf.x() + box.width() > side_px) {
        m_shelf = {0, m_shelf.y() + m_shelfHeight};
        m_shelfHeight = 0;
    }
    if (m_shelf.y() + box.height() > side_px || box.width() > side_px) {
        m_full = true;
        return {};
    }
    QImage fill(box.size(), QImage::Format_Grayscale8);
    QImage around(box.size(), QImage::Format_Grayscale8);
    fill.fill(Qt::black);
    around.fill(Qt::black);
    const auto draw = [&](QImage& image, const QPen& pen) {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(-box.topLeft());
        painter.setPen(pen);
        painter.setBrush(Qt::white);
        painter.drawPath(path);
    };
    draw(fill, Qt::NoPen);
    draw(around, QPen(Qt::white, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRect pixels(m_shelf, box.size());
    for (int y = 0; y < box.height(); ++y) {
        const uchar* fillLine = fill.constScanLine(y);
        const uchar* aroundLine = around.constScanLine(y);
        uchar* target = m_image.scanLine(pixels.y() + y) + pixels.x() * 4;
        for (int x = 0; x < box.width(); ++x, target += 4) {
            target[0] = fillLine[x];
            target[1] = aroundLine[x];
        }
    }
    m_shelf.rx() += box.width();
    m_shelfHeight = std::max(m_shelfHeight, box.height());
    ++m_revision;
    return {.pixels = pixels, .topLeft = box.topLeft()};
}

} // namespace haneul::map
