#include "ui/map/track_labels.h"

#include "ui/map/track_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace haneul::map {

namespace {

constexpr double symbolReach_px = 7.0; // half a symbol, kept free of labels
constexpr double wordGap_px = 7.0;
constexpr double vectorStride_px = 8.0;
constexpr double longestVector_px = 300.0;
constexpr double plateMargin_px = 10.0; // the plate stays off the selected track's halo
constexpr float plateOpacity = 0.9F;
constexpr double shortest_px = 40.0; // no label is narrower: where not even this fits, no text need be shaped

struct Word {
    QString text;
    theme::ColorRole role;
};

using Line = std::vector<Word>;

// Of a line that is shorter than its label by `spare_px`.
double indent(std::size_t place, double spare_px) {
    switch (labelSide(place)) {
    case LabelSide::Right:
        return 0.0;
    case LabelSide::Left:
        return spare_px;
    case LabelSide::Middle:
        return spare_px / 2.0;
    }
    return 0.0;
}

void takeVector(Occupancy& occupancy, const PlacedTrack& placed, const MapCamera& camera, QPointF pixel) {
    const geo::Mercator step = vectorStep(*placed.track, placed.place);
    const QPointF line(step.x * camera.world_px(), step.y * camera.world_px());
    const double length = std::hypot(line.x(), line.y());
    for (double along = vectorStride_px; along < std::min(length, longestVector_px); along += vectorStride_px) {
        const QPointF at = pixel + line * (along / length);
        occupancy.take(QRectF(at - QPointF(1, 1), QSizeF(2, 2)));
    }
}

// Words change one by one: a new height does not reshape the name.
std::array<Line, 2> linesOf(const traffic::Track& track, LabelDetail detail) {
    const bool live = track.state == traffic::TrackState::Live;
    std::array<Line, 2> lines;
    lines[0].push_back({nameOf(track), live ? theme::ColorRole::Text : theme::ColorRole::Stale});
    if (detail != LabelDetail::Full) return lines;
    const auto second = live ? theme::ColorRole::SecondaryText : theme::ColorRole::Stale;
    QString height = heightOf(track);
    if (const QString climb = climbOf(track); live && !climb.isEmpty()) height += u' ' % climb;
    lines[1].push_back({height, second});
    lines[1].push_back({live ? speedOf(track) : stateOf(track.state), second});
    return lines;
}

} // namespace

bool TrackLabels::build(const TrackCache& cache, const MapCamera& camera, const theme::Theme& theme,
                        const TrackMarks& marks, LabelDetail detail, GlyphAtlas& atlas) {
    m_vertices.clear();
    m_placeBefore.swap(m_placeOf);
    m_placeOf.clear();
    if (detail == LabelDetail::None) return true;
    atlas.beginRound();

    Occupancy occupancy(camera.size);
    std::vector<Candidate> first; // had a label in the last round
    std::vector<Candidate> rest;
    std::optional<Candidate> selected;
    std::optional<Candidate> hovered;
    const QRectF view({0, 0}, camera.size);
    for (const PlacedTrack& placed : cache.placed()) {
        const QPointF pixel = camera.pixelOf(placed.place);
        if (!view.contains(pixel)) continue;
        occupancy.take(
            QRectF(pixel.x() - symbolReach_px, pixel.y() - symbolReach_px, 2 * symbolReach_px, 2 * symbolReach_px));
        if (hasVector(*placed.track)) takeVector(occupancy, placed, camera, pixel);
        const auto before = m_placeBefore.find(placed.track->id);
        Candidate candidate{&placed, pixel, std::nullopt};
        if (before != m_placeBefore.end()) candidate.before = before->second;
        if (placed.track->id == marks.selected)
            selected = candidate;
        else if (placed.track->id == marks.hovered)
            hovered = candidate;
        else
            (candidate.before ? first : rest).push_back(candidate);
    }
    bool complete = true;
    if (selected) complete = addLabel(*selected, theme, detail, Fit::Always, atlas, occupancy) && complete;
    if (hovered) complete = addLabel(*hovered, theme, detail, Fit::IfFree, atlas, occupancy) && complete;
    for (const auto* candidates : {&first, &rest}) {
        for (const Candidate& candidate : *candidates) {
            if (m_placeOf.size() >= maxLabels) break;
            complete = addLabel(candidate, theme, detail, Fit::IfFree, atlas, occupancy) && complete;
        }
    }
    return complete;
}

bool TrackLabels::addLabel(const Candidate& candidate, const theme::Theme& theme, LabelDetail detail, Fit fit,
                           GlyphAtlas& atlas, Occupancy& occupancy) {
    struct Placed {
        const ShapedText* text;
        QPointF at;
        QRgb color;
        std::size_t line;
    };

    std::array<double, 2> widths{};
    const double lines = detail == LabelDetail::Full ? 2 : 1;
    if (fit == Fit::IfFree && !anyPlaceFree(occupancy, candidate.pixel, {shortest_px, lines * atlas.lineHeight_px()}))
        return true;
    std::vector<Placed> words;
    QSizeF size(0, 0);
    const std::array<Line, 2> content = linesOf(*candidate.placed->track, detail);
    for (std::size_t number = 0; number < content.size(); ++number) {
        const Line& line = content.at(number);
        double x = 0;
        for (const Word& word : line) {
            const ShapedText* shaped = atlas.shaped(word.text);
            if (!shaped) return false;
            words.push_back({shaped, {x, size.height()}, theme.color(word.role).rgba(), number});
            x += shaped->size_px.width() + wordGap_px;
        }
        if (line.empty()) continue;
        widths.at(number) = x - wordGap_px;
        size.setWidth(std::max(size.width(), x - wordGap_px));
        size.rheight() += atlas.lineHeight_px();
    }
    const double margin = fit == Fit::Always ? plateMargin_px : 0.0;
    const QSizeF text = size;
    size += QSizeF(2 * margin, 2 * margin);
    std::optional<std::size_t> place = takeLabelPlace(occupancy, candidate.pixel, size, candidate.before);
    if (!place && fit == Fit::Always) {
        place = candidate.before.value_or(0);
        occupancy.take(QRectF(labelTopLeft(*place, candidate.pixel, size), size));
    }
    if (!place) return true;
    m_placeOf[candidate.placed->track->id] = *place;
    const QPointF topLeft = labelTopLeft(*place, candidate.pixel, size) + QPointF(margin, margin);
    if (fit == Fit::Always) addPlate(QRectF(topLeft, text), theme.color(theme::ColorRole::Panel));
    for (const Placed& word : words)
        addText(*word.text, topLeft + word.at + QPointF(indent(*place, text.width() - widths.at(word.line)), 0),
                word.color, atlas.devicePixelRatio());
    return true;
}

void TrackLabels::addText(const ShapedText& text, QPointF topLeft, QRgb color, double ratio) {
    // On whole device pixels, or the glyphs are blurred.
    const double left = std::round(topLeft.x() * ratio) / ratio;
    const double top = std::round(topLeft.y() * ratio) / ratio;
    for (const GlyphQuad& glyph : text.glyphs)
        addQuad(glyph.place_px.translated(left, top), glyph.texels, color);
}

void TrackLabels::addPlate(const QRectF& area, QColor color) {
    color.setAlphaF(plateOpacity);
    addQuad(area.adjusted(-4, -2, 4, 2), GlyphAtlas::solidTexels(), qPremultiply(color.rgba()));
}

void TrackLabels::addQuad(const QRectF& place_px, const QRectF& texels, QRgb premultipliedColor) {
    const auto add = [&](QPointF at, QPointF texel) {
        m_vertices.push_back({static_cast<float>(at.x()), static_cast<float>(at.y()), static_cast<float>(texel.x()),
                              static_cast<float>(texel.y()), static_cast<std::uint8_t>(qRed(premultipliedColor)),
                              static_cast<std::uint8_t>(qGreen(premultipliedColor)),
                              static_cast<std::uint8_t>(qBlue(premultipliedColor)),
                              static_cast<std::uint8_t>(qAlpha(premultipliedColor))});
    };
    add(place_px.topLeft(), texels.topLeft());
    add(place_px.topRight(), texels.topRight());
    add(place_px.bottomRight(), texels.bottomRight());
    add(place_px.bottomLeft(), texels.bottomLeft());
}

} // namespace haneul::map
