#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace haneul::map {

// Which parts of the view are taken, in cells of 4 px: less than the gap between a symbol and
// its own label, so that no symbol keeps its own label away.
class Occupancy {
public:
    explicit Occupancy(QSizeF view);

    void take(const QRectF& area);
    void takeLine(QPointF from, QPointF to);
    [[nodiscard]] bool free(const QRectF& area) const; // inside the view and nothing there
    [[nodiscard]] bool freeLine(QPointF from, QPointF to) const;

private:
    struct Cells {
        int left, top, right, bottom; // last ones included
    };

    [[nodiscard]] Cells cellsOf(const QRectF& area) const;

    static constexpr int cell_px = 4;
    QSizeF m_view;
    int m_columns;
    int m_rows;
    std::size_t m_words; // 64 cells each, a row
    std::vector<std::uint64_t> m_taken;
};

// The places a label may have around its symbol, best first: eight beside it, then eight farther away with a leader.
inline constexpr std::size_t nearPlaces = 8;
inline constexpr std::size_t labelPlaces = 2 * nearPlaces;
inline constexpr double labelGap_px = 11.0; // symbol's middle to the label's edge, at scale 1
enum class LabelSide : std::uint8_t { Right, Left, Middle };

[[nodiscard]] constexpr bool hasLeader(std::size_t place) {
    return place >= nearPlaces;
}

[[nodiscard]] LabelSide labelSide(std::size_t place); // of the symbol; lines are flush with it
[[nodiscard]] QPointF labelTopLeft(std::size_t place, QPointF symbol, QSizeF label, double gap_px = labelGap_px);

// From the rim of the symbol to the nearest edge of its label; none when they touch.
struct Leader {
    QPointF from;
    QPointF to;
};

[[nodiscard]] std::optional<Leader> leaderBetween(QPointF symbol, const QRectF& label, double gap_px = labelGap_px);

[[nodiscard]] bool anyPlaceFree(const Occupancy& occupancy, QPointF symbol, QSizeF label, double gap_px = labelGap_px);

// That place, if it is free: it is then taken, and its leader with it.
[[nodiscard]] bool takeThatPlace(Occupancy& occupancy, std::size_t place, QPointF symbol, QSizeF label,
                                 double gap_px = labelGap_px);

// The first free place, `preferred` tried before all others so that a label stays where it was; it is then taken.
[[nodiscard]] std::optional<std::size_t> takeLabelPlace(Occupancy& occupancy, QPointF symbol, QSizeF label,
                                                        std::optional<std::size_t> preferred,
                                                        double gap_px = labelGap_px);

} // namespace haneul::map
