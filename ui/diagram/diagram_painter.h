#pragma once

#include "core/schedule/slots.h"
#include "ui/diagram/diagram_contents.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QLineF>
#include <QStaticText>

#include <cstdint>
#include <optional>
#include <vector>

class QPainter;

namespace haneul::diagram {

// Texts that have been laid out once; of one font.
class TextCache {
public:
    static constexpr qsizetype most = 4'000;

    [[nodiscard]] const QStaticText& text(const QString& plain, const QFont& font);

    void clear() { m_texts.clear(); }

private:
    QHash<QString, QStaticText> m_texts;
};

enum class Occupancy { Hidden, Shown };
enum class Edges {
    Smooth, // antialiased
    Hard,   // where there are so many lines that smoothing them costs more than it shows
};

struct DiagramLook {
    const theme::Theme& theme;
    QFont font;
    Occupancy occupancy = Occupancy::Shown;
    Edges edges = Edges::Smooth;
    double line_px = 1; // a thin line
    theme::ColorRole margin = theme::ColorRole::Panel;
};

// Where the rows and times of a picture of that size stand beside the plot.
[[nodiscard]] PlotArea plotIn(const QSizeF& size, const DiagramContents& contents, const QFontMetricsF& metrics);
[[nodiscard]] double leastRow_px(const QFontMetricsF& metrics);
// Room of the two kinds of time labels, gaps included: see DiagramScale::graduations.
[[nodiscard]] double minutesLabel_px(const QFontMetricsF& metrics);
[[nodiscard]] double secondsLabel_px(const QFontMetricsF& metrics);

// Paints contents at a scale: on the screen, on paper and into files alike. In this order, the last on top.
class DiagramPainter {
public:
    // `cache` may be null. All must outlive it.
    DiagramPainter(QPainter& painter, const DiagramContents& contents, const DiagramScale& scale,
                   const DiagramLook& look, TextCache* cache);

    void everything(const QSizeF& size); // all of the following
    void ground(const QSizeF& size);     // background, rows, lines of time
    void occupancy();
    void lines();
    void marks(); // crossings, conflicts
    void plans();
    void labels(); // of missions, along their lines
    void margins(const QSizeF& size);

    // The mission once more, with the halo of what is selected.
    void selected(std::size_t line);
    void pointedAt(std::size_t line); // a little stronger
    void chosenPlan(std::size_t bar);
    // The mission as it would be, moved by so much; `pending`: asked for, not yet confirmed.
    enum class Ghost { Free, Refused, Pending };
    void ghost(const MissionLine& line, milliseconds by, Ghost kind);
    // Where on the moved mission the rules are broken.
    void warnings(const MissionLine& line, milliseconds by,
                  const std::vector<schedule::Forbidden<std::int64_t>>& reasons);

    [[nodiscard]] std::size_t drawnMissions() const { return m_drawn; } // by lines()

    [[nodiscard]] std::size_t drawnLabels() const { return m_labels; }

private:
    using Lines = std::vector<QLineF>;

    void add(const std::vector<Corner>& corners, Lines& lines, std::int64_t by_ms = 0) const;
    void draw(const Lines& lines, const QPen& pen);
    [[nodiscard]] bool inPicture(std::int64_t begin_ms, std::int64_t end_ms) const;
    [[nodiscard]] QPen pen(theme::ColorRole role, double width, double alpha = 1.0) const;
    [[nodiscard]] QPen dashed(theme::ColorRole role, double width, double alpha = 1.0) const;
    void bars();
    void bands();
    void label(const MissionLine& line, theme::ColorRole role);
    void conflicts();
    void volumeTicks(const PlanBar& bar, const QRectF& box, Lines& ticks) const;
    void planConflicts();
    [[nodiscard]] QPointF placeOf(const PlanConflict& conflict, std::size_t bar) const;
    void planLabels();
    bool planLabel(const PlanBar& bar); // false: no room
    void planNotes(const QRectF& box, const std::vector<QString>& notes);
    void text(QPointF topLeft, const QString& plain);
    void sign(QPointF middle);

    QPainter& m_painter;
    const DiagramContents& m_contents;
    const DiagramScale& m_scale;
    const DiagramLook& m_look;
    TextCache* m_cache;
    QFontMetricsF m_metrics;
    std::int64_t m_from_ms;
    std::int64_t m_to_ms;
    std::vector<QRectF> m_taken; // by labels
    std::size_t m_drawn = 0;
    std::size_t m_labels = 0;
};

// A bar in a row of its own, from the start to the end; at a mission, a flag where it takes off.
[[nodiscard]] QRectF planBox(const PlanBar& bar, const DiagramScale& scale, const QFontMetricsF& metrics);

} // namespace haneul::diagram
