#include "ui/map/track_labels.h"

#include "ui/map/track_text.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace haneul::map {

namespace {

constexpr double symbolReach_px = 7.0;  // half a symbol, kept free of labels
constexpr double selectedGap_px = 18.0; // stays off the selected track's halo
constexpr double longestVector_px = 300.0;
constexpr double padding_px = 3.0; // text to the rim of its plate
constexpr double plainPlate = 0.8; // opacity: calms the place names of the base map under a label
constexpr double selectedPlate = 0.92;
constexpr double shortest_px = 40.0; // no label is narrower: where not even this fits, no text need be shaped
constexpr double wordGap_lines = 0.4;

// Of a line that is shorter than its label by `spare_px`.
double indent(LabelSide side, double spare_px) {
    switch (side) {
    case LabelSide::Right:
        return 0.0;
    case LabelSide::Left:
        return spare_px;
    case LabelSide::Middle:
        return spare_px / 2.0;
    }
    return 0.0;
}

void takeVector(Occupancy& occupancy, const PlacedTrack& placed, const MapCamera& camera, QPointF pixel,
                double seconds) {
    const geo::Mercator step = vectorStep(*placed.track, placed.place, seconds);
    const QPointF line(step.x * camera.world_px(), step.y * camera.world_px());
    const double length = std::hypot(line.x(), line.y());
    if (length > symbolReach_px) occupancy.takeLine(pixel, pixel + line * std::min(1.0, longestVector_px / length));
}

std::size_t lineCount(LabelDetail detail) {
    switch (detail) {
    case LabelDetail::None:
    case LabelDetail::Full:
        return 3;
    case LabelDetail::TwoLines:
        return 2;
    case LabelDetail::Name:
        return 1;
    }
    return 1;
}

LabelSide sideOf(const QRectF& area, QPointF symbol) {
    if (area.left() > symbol.x()) return LabelSide::Right;
    return area.right() < symbol.x() ? LabelSide::Left : LabelSide::Middle;
}

} // namespace

// Words change one by one: a new height does not reshape the name.
TrackLabels::Lines TrackLabels::linesOf(const traffic::Track& track, LabelDetail detail) {
    using theme::ColorRole;
    const bool live = track.state == traffic::TrackState::Live;
    const ColorRole first = live ? ColorRole::Text : ColorRole::Stale;
    const ColorRole rest = live ? ColorRole::SecondaryText : ColorRole::Stale;
    const std::size_t count = lineCount(detail);
    Lines lines(count);
    lines[0].push_back({nameOf(track), first});
    if (count > 1) {
        lines[1].push_back({heightOf(track), rest});
        if (const QString climb = climbOf(track); live && !climb.isEmpty()) lines[1].push_back({climb, rest});
        if (!live) lines.back().push_back({stateOf(track.state), rest});
    }
    if (count > 2 && live) {
        lines[2].push_back({speedOf(track), rest});
        if (const QString course = courseOf(track); !course.isEmpty()) lines[2].push_back({course, rest});
    }
    return lines;
}

std::optional<TrackLabels::Block> TrackLabels::shape(const Lines& lines, GlyphAtlas& atlas) {
    Block block;
    bool whole = true; // all words are asked for, so that the next round has them all
    for (std::size_t number = 0; number < lines.size(); ++number) {
        double x = 0;
        for (const Word& word : lines[number]) {
            const ShapedText* shaped = atlas.shaped(word.text);
            if (!shaped) {
                whole = false;
                continue;
            }
            if (x > 0) x += wordGap_lines * atlas.lineHeight_px();
            block.pieces.push_back(
                {shaped, {x, static_cast<double>(number) * atlas.lineHeight_px()}, word.role, number});
            x += shaped->size_px.width();
        }
        block.widths_px.push_back(x);
        block.text_px.setWidth(std::max(block.text_px.width(), x));
    }
    block.text_px.setHeight(static_cast<double>(lines.size()) * atlas.lineHeight_px());
    return whole ? std::optional(std::move(block)) : std::nullopt;
}

bool TrackLabels::build(const TrackCache& cache, const View& view, GlyphAtlas& atlas) {
    m_texts.clear();
    m_leaders.clear();
    m_placed.clear();
    m_withoutLabel = 0;
    m_before.swap(m_shown);
    m_shown.clear();

    const TrackLook& look = view.look;
    Occupancy occupancy(view.camera.size);
    for (const QRectF& area : view.keepFree)
        occupancy.take(area);
    std::vector<Candidate> pinned;
    std::vector<Candidate> first; // had a label in the last round
    std::vector<Candidate> rest;
    std::optional<Candidate> selected;
    std::optional<Candidate> hovered;
    const QRectF all({0, 0}, view.camera.size);
    const double reach = symbolReach_px * look.scale;
    for (const PlacedTrack& placed : cache.placed()) {
        const QPointF pixel = view.camera.pixelOf(placed.place);
        if (!all.contains(pixel)) continue;
        occupancy.take(QRectF(pixel.x() - reach, pixel.y() - reach, 2 * reach, 2 * reach));
        if (look.vector_s > 0 && hasVector(*placed.track))
            takeVector(occupancy, placed, view.camera, pixel, look.vector_s);
        const traffic::TrackId& id = placed.track->id;
        const auto before = m_before.find(id);
        const Candidate candidate{&placed, pixel, before == m_before.end() ? nullptr : &before->second};
        if (id == view.marks.selected)
            selected = candidate;
        else if (view.pins.contains(id))
            pinned.push_back(candidate);
        else if (id == view.marks.hovered)
            hovered = candidate;
        else if (look.labels != LabelDetail::None)
            (candidate.before ? first : rest).push_back(candidate);
    }
    bool complete = true;
    const auto addAlways = [&](const Candidate& candidate) {
        complete = addLabel(candidate, view, look.labels, Fit::Always, atlas, occupancy).shaped && complete;
    };
    if (selected) addAlways(*selected);
    std::ranges::for_each(pinned, addAlways);
    if (hovered) complete = addHovered(*hovered, first, view, atlas, occupancy) && complete;
    std::vector<Candidate> homeless;
    complete = addAsBefore(first, view, atlas, occupancy, homeless) && complete;
    for (const auto* candidates : {&homeless, &rest})
        for (const Candidate& candidate : *candidates)
            complete = addWhereFree(candidate, view, atlas, occupancy) && complete;
    return complete;
}

// First all that can stay as they are, so that whoever has to move or grow takes nobody's place.
bool TrackLabels::addAsBefore(std::span<const Candidate> candidates, const View& view, GlyphAtlas& atlas,
                              Occupancy& occupancy, std::vector<Candidate>& homeless) {
    bool complete = true;
    const double gap = labelGap_px * view.look.scale;
    const LabelDetail wanted = view.look.labels;
    std::vector<Candidate> shortened;
    for (const Candidate& candidate : candidates) {
        if (candidate.before->lines.size() == 1 && wanted != LabelDetail::Name) {
            shortened.push_back(candidate);
            continue;
        }
        const Added added = addLabel(candidate, view, wanted, Fit::WhereItWas, atlas, occupancy);
        complete = complete && added.shaped;
        if (!added.placed) homeless.push_back(candidate);
    }
    std::vector<QRectF> names;
    for (const Candidate& each : shortened)
        names.emplace_back(labelTopLeft(each.before->place, each.pixel, each.before->size, gap), each.before->size);
    // A name becomes a whole label again only with room to spare, or it would come and go.
    const double spare = atlas.lineHeight_px();
    const double whole_px = static_cast<double>(lineCount(wanted)) * spare + 2 * padding_px * view.look.scale;
    for (std::size_t i = 0; i < shortened.size(); ++i) {
        const Candidate& candidate = shortened[i];
        const QSizeF size(names[i].width() + spare, whole_px + spare);
        const QRectF grown = QRectF(labelTopLeft(candidate.before->place, candidate.pixel, size, gap), size)
                                 .adjusted(-spare, 0, spare, 0);
        Added added;
        if (occupancy.free(grown) &&
            std::ranges::count_if(names, [&](const QRectF& name) { return name.intersects(grown); }) == 1)
            added = addLabel(candidate, view, wanted, Fit::WhereItWas, atlas, occupancy);
        if (!added.placed) added = addLabel(candidate, view, LabelDetail::Name, Fit::WhereItWas, atlas, occupancy);
        complete = complete && added.shaped;
        if (!added.placed) homeless.push_back(candidate);
    }
    return complete;
}

// Pointing at a symbol that had no label pushes others away only where there is no room beside them.
bool TrackLabels::addHovered(const Candidate& candidate, std::span<const Candidate> others, const View& view,
                             GlyphAtlas& atlas, Occupancy& occupancy) {
    if (candidate.before) return addLabel(candidate, view, view.look.labels, Fit::Always, atlas, occupancy).shaped;
    const auto block = shape(linesOf(*candidate.placed->track, view.look.labels), atlas);
    if (!block) return false;
    const double gap = labelGap_px * view.look.scale;
    const double padding = padding_px * view.look.scale;
    Occupancy asBefore = occupancy;
    for (const Candidate& other : others)
        asBefore.take(
            QRectF(labelTopLeft(other.before->place, other.pixel, other.before->size, gap), other.before->size));
    const QSizeF size = block->text_px + QSizeF(2 * padding, 2 * padding);
    Shown wanted{.place = 0, .size = size, .lines = {}};
    if (const auto place = takeLabelPlace(asBefore, candidate.pixel, size, std::nullopt, gap)) wanted.place = *place;
    const Candidate there{candidate.placed, candidate.pixel, &wanted};
    return addLabel(there, view, view.look.labels, Fit::Always, atlas, occupancy).shaped;
}

// Where a whole label has no room its name may have; where neither has, the track is counted.
bool TrackLabels::addWhereFree(const Candidate& candidate, const View& view, GlyphAtlas& atlas, Occupancy& occupancy) {
    bool shaped = true;
    const double line_px = atlas.lineHeight_px();
    const double padding = 2 * padding_px * view.look.scale;
    const double gap = labelGap_px * view.look.scale;
    for (const LabelDetail detail : {view.look.labels, LabelDetail::Name}) {
        const QSizeF least(shortest_px, static_cast<double>(lineCount(detail)) * line_px + padding);
        if (m_placed.size() >= maxLabels || !anyPlaceFree(occupancy, candidate.pixel, least, gap)) continue;
        const Added added = addLabel(candidate, view, detail, Fit::IfFree, atlas, occupancy);
        shaped = shaped && added.shaped;
        if (added.placed || !added.shaped) return added.shaped; // the words come with the next round
    }
    ++m_withoutLabel;
    return shaped;
}

TrackLabels::Added TrackLabels::addLabel(const Candidate& candidate, const View& view, LabelDetail detail, Fit fit,
                                         GlyphAtlas& atlas, Occupancy& occupancy) {
    const traffic::TrackId& id = candidate.placed->track->id;
    const double scale = view.look.scale;
    const double gap = (id == view.marks.selected ? selectedGap_px : labelGap_px) * scale;
    Shown shown{.place = candidate.before ? candidate.before->place : 0,
                .size = {},
                .lines = linesOf(*candidate.placed->track, detail)};
    auto block = shape(shown.lines, atlas);
    const bool fresh = block.has_value();
    if (!block && candidate.before && candidate.before->lines.size() == shown.lines.size()) {
        // A frame late rather than gone for a frame.
        shown.lines = candidate.before->lines;
        block = shape(shown.lines, atlas);
    }
    if (!block) return {.placed = false, .shaped = false};
    const double padding = padding_px * scale;
    shown.size = block->text_px + QSizeF(2 * padding, 2 * padding);
    const auto pin = view.pins.find(id);
    QRectF area;
    if (pin != view.pins.end()) {
        area = QRectF(candidate.pixel + pin->second, shown.size);
        occupancy.take(area);
    } else {
        const auto preferred = candidate.before ? std::optional(candidate.before->place) : std::nullopt;
        std::optional<std::size_t> place;
        if (fit != Fit::WhereItWas)
            place = takeLabelPlace(occupancy, candidate.pixel, shown.size, preferred, gap);
        else if (takeThatPlace(occupancy, shown.place, candidate.pixel, shown.size, gap))
            place = shown.place;
        if (!place && fit != Fit::Always) return {.placed = false, .shaped = fresh};
        shown.place = place.value_or(shown.place);
        area = QRectF(labelTopLeft(shown.place, candidate.pixel, shown.size, gap), shown.size);
        if (!place) occupancy.take(area);
    }
    draw(candidate, *block, shown.place, area, view, fit == Fit::Always, atlas);
    m_shown.emplace(id, std::move(shown));
    return {.placed = true, .shaped = fresh};
}

void TrackLabels::draw(const Candidate& candidate, const Block& block, std::size_t place, const QRectF& area,
                       const View& view, bool always, const GlyphAtlas& atlas) {
    const traffic::TrackId& id = candidate.placed->track->id;
    const bool pinned = view.pins.contains(id);
    const bool selected = id == view.marks.selected;
    const double scale = view.look.scale;
    m_placed.push_back({id, area, candidate.pixel, always});
    if (const auto leader = leaderBetween(candidate.pixel, area, labelGap_px * scale))
        m_leaders.addLine(leader->from, leader->to, scale, view.theme.color(theme::ColorRole::Line));
    m_texts.addPlate(area, view.theme.color(selected ? theme::ColorRole::Panel : theme::ColorRole::Base),
                     always ? selectedPlate : plainPlate);
    const LabelSide side = pinned ? sideOf(area, candidate.pixel) : labelSide(place);
    const QPointF topLeft = area.topLeft() + QPointF(padding_px, padding_px) * scale;
    for (const Block::Piece& piece : block.pieces)
        m_texts.addText(*piece.text,
                        topLeft + piece.at +
                            QPointF(indent(side, block.text_px.width() - block.widths_px[piece.line]), 0),
                        view.theme.color(piece.role), atlas.devicePixelRatio());
}

const PlacedLabel* TrackLabels::labelAt(QPointF pixel) const {
    for (const PlacedLabel& label : m_placed | std::views::reverse)
        if (label.area.contains(pixel)) return &label;
    return nullptr;
}

} // namespace haneul::map
