#include "ui/map/label_layout.h"

#include <algorithm>
#include <cmath>

namespace haneul::map {

namespace {

constexpr double gap_px = 11.0; // symbol's middle to the label's edge

// Bits first..last of a word.
std::uint64_t bits(int first, int last) {
    return (~std::uint64_t{0} << first) & (~std::uint64_t{0} >> (63 - last));
}

} // namespace

Occupancy::Occupancy(QSizeF view)
    : m_view(view)
    , m_columns(std::max(1, static_cast<int>(std::ceil(view.width() / cell_px))))
    , m_rows(std::max(1, static_cast<int>(std::ceil(view.height() / cell_px))))
    , m_words((static_cast<std::size_t>(m_columns) + 63) / 64)
    , m_taken(m_words * static_cast<std::size_t>(m_rows), 0) {}

Occupancy::Cells Occupancy::cellsOf(const QRectF& area) const {
    const auto column = [&](double x) {
        return std::clamp(static_cast<int>(std::floor(x / cell_px)), 0, m_columns - 1);
    };
    const auto row = [&](double y) { return std::clamp(static_cast<int>(std::floor(y / cell_px)), 0, m_rows - 1); };
    return {column(area.left()), row(area.top()), column(area.right()), row(area.bottom())};
}

void Occupancy::take(const QRectF& area) {
    if (!area.intersects(QRectF({0, 0}, m_view))) return;
    const Cells cells = cellsOf(area);
    for (int row = cells.top; row <= cells.bottom; ++row)
        for (int word = cells.left / 64; word <= cells.right / 64; ++word)
            m_taken[static_cast<std::size_t>(row) * m_words + static_cast<std::size_t>(word)] |=
                bits(std::max(cells.left - word * 64, 0), std::min(cells.right - word * 64, 63));
}

bool Occupancy::free(const QRectF& area) const {
    if (area.left() < 0 || area.top() < 0 || area.right() > m_view.width() || area.bottom() > m_view.height())
        return false;
    const Cells cells = cellsOf(area);
    for (int row = cells.top; row <= cells.bottom; ++row)
        for (int word = cells.left / 64; word <= cells.right / 64; ++word)
            if (m_taken[static_cast<std::size_t>(row) * m_words + static_cast<std::size_t>(word)] &
                bits(std::max(cells.left - word * 64, 0), std::min(cells.right - word * 64, 63)))
                return false;
    return true;
}

LabelSide labelSide(std::size_t place) {
    using enum LabelSide;
    constexpr std::array<LabelSide, labelPlaces> sides{Right, Right, Right, Left, Left, Left, Middle, Middle};
    return sides.at(place);
}

QPointF labelTopLeft(std::size_t place, QPointF symbol, QSizeF label) {
    const double right = symbol.x() + gap_px;
    const double left = symbol.x() - gap_px - label.width();
    const double middleX = symbol.x() - label.width() / 2;
    const double up = symbol.y() - gap_px / 2 - label.height();
    const double down = symbol.y() + gap_px / 2;
    const double middleY = symbol.y() - label.height() / 2;
    const std::array<QPointF, labelPlaces> places{QPointF(right, middleY),
                                                  QPointF(right, up),
                                                  QPointF(right, down),
                                                  QPointF(left, middleY),
                                                  QPointF(left, up),
                                                  QPointF(left, down),
                                                  QPointF(middleX, symbol.y() - gap_px - label.height()),
                                                  QPointF(middleX, symbol.y() + gap_px)};
    return places.at(place);
}

bool anyPlaceFree(const Occupancy& occupancy, QPointF symbol, QSizeF label) {
    for (std::size_t place = 0; place < labelPlaces; ++place)
        if (occupancy.free(QRectF(labelTopLeft(place, symbol, label), label))) return true;
    return false;
}

std::optional<std::size_t> takeLabelPlace(Occupancy& occupancy, QPointF symbol, QSizeF label,
                                          std::optional<std::size_t> preferred) {
    const auto tryPlace = [&](std::size_t place) {
        const QRectF area(labelTopLeft(place, symbol, label), label);
        if (!occupancy.free(area)) return false;
        occupancy.take(area);
        return true;
    };
    if (preferred && tryPlace(*preferred)) return preferred;
    for (std::size_t place = 0; place < labelPlaces; ++place)
        if (place != preferred && tryPlace(place)) return place;
    return std::nullopt;
}

} // namespace haneul::map
