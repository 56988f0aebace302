#include "ui/map/label_layout.h"

#include <algorithm>
#include <cmath>

namespace haneul::map {

namespace {

constexpr double leader_px = 26.0; // how much farther a label with a leader stands, at scale 1
constexpr double lineStride_px = 3.0;

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

void Occupancy::takeLine(QPointF from, QPointF to) {
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    for (double along = 0.0; along <= length; along += lineStride_px)
        take(QRectF(from + (to - from) * (length > 0 ? along / length : 0.0), QSizeF(0.5, 0.5)));
}

bool Occupancy::freeLine(QPointF from, QPointF to) const {
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    for (double along = 0.0; along <= length; along += lineStride_px)
        if (!free(QRectF(from + (to - from) * (length > 0 ? along / length : 0.0), QSizeF(0.5, 0.5)))) return false;
    return true;
}

LabelSide labelSide(std::size_t place) {
    using enum LabelSide;
    constexpr std::array<LabelSide, nearPlaces> sides{Right, Right, Right, Left, Left, Left, Middle, Middle};
    return sides.at(place % nearPlaces);
}

QPointF labelTopLeft(std::size_t place, QPointF symbol, QSizeF label, double gap_px) {
    const double reach = gap_px + (hasLeader(place) ? leader_px * gap_px / labelGap_px : 0.0);
    const double right = symbol.x() + reach;
    const double left = symbol.x() - reach - label.width();
    const double middleX = symbol.x() - label.width() / 2;
    const double up = symbol.y() - reach / 2 - label.height();
    const double down = symbol.y() + reach / 2;
    const double middleY = symbol.y() - label.height() / 2;
    const std::array<QPointF, nearPlaces> places{QPointF(right, middleY),
                                                 QPointF(right, up),
                                                 QPointF(right, down),
                                                 QPointF(left, middleY),
                                                 QPointF(left, up),
                                                 QPointF(left, down),
                                                 QPointF(middleX, symbol.y() - reach - label.height()),
                                                 QPointF(middleX, symbol.y() + reach)};
    return places.at(place % nearPlaces);
}

std::optional<Leader> leaderBetween(QPointF symbol, const QRectF& label, double gap_px) {
    const QPointF end(std::clamp(symbol.x(), label.left(), label.right()),
                      std::clamp(symbol.y(), label.top(), label.bottom()));
    const QPointF along = end - symbol;
    const double length = std::hypot(along.x(), along.y());
    if (length <= gap_px * 1.5) return std::nullopt;
    return Leader{symbol + along * (gap_px / length), end - along * (2.0 / length)};
}

namespace {

bool placeFree(const Occupancy& occupancy, std::size_t place, QPointF symbol, QSizeF label, double gap_px) {
    const QRectF area(labelTopLeft(place, symbol, label, gap_px), label);
    if (!occupancy.free(area)) return false;
    const auto leader = leaderBetween(symbol, area, gap_px);
    return !leader || occupancy.freeLine(leader->from, leader->to);
}

} // namespace

bool anyPlaceFree(const Occupancy& occupancy, QPointF symbol, QSizeF label, double gap_px) {
    for (std::size_t place = 0; place < labelPlaces; ++place)
        if (placeFree(occupancy, place, symbol, label, gap_px)) return true;
    return false;
}

bool takeThatPlace(Occupancy& occupancy, std::size_t place, QPointF symbol, QSizeF label, double gap_px) {
    if (!placeFree(occupancy, place, symbol, label, gap_px)) return false;
    const QRectF area(labelTopLeft(place, symbol, label, gap_px), label);
    if (const auto leader = leaderBetween(symbol, area, gap_px)) occupancy.takeLine(leader->from, leader->to);
    occupancy.take(area);
    return true;
}

std::optional<std::size_t> takeLabelPlace(Occupancy& occupancy, QPointF symbol, QSizeF label,
                                          std::optional<std::size_t> preferred, double gap_px) {
    if (preferred && takeThatPlace(occupancy, *preferred, symbol, label, gap_px)) return preferred;
    for (std::size_t place = 0; place < labelPlaces; ++place)
        if (place != preferred && takeThatPlace(occupancy, place, symbol, label, gap_px)) return place;
    return std::nullopt;
}

} // namespace haneul::map
