#include "ui/risk_collision/space_picture.h"

#include "ui/risk_collision/words.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <cmath>
#include <vector>

namespace haneul::risk::collision {

using theme::ColorRole;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::risk::collision::SpacePicture)
};

constexpr std::int64_t mostDrawn = 60; // tracks or layers; more of them are a number only

class Picture {
public:
    Picture(QPainter& painter, const QRectF& area, const ReichStudy& study, const ReichResults& results,
            const theme::Theme& theme)
        : m_painter(painter)
        , m_area(area)
        , m_study(study)
        , m_results(results)
        , m_theme(theme)
        , m_metrics(painter.fontMetrics())
        , m_line(m_metrics.height()) {
        const double left = std::max(m_metrics.horizontalAdvance(metresText(study.ceiling_m)), m_line * 3) + m_line;
        m_plot = area.adjusted(left, m_line * 2.2, -m_line * 1.5, -m_line * 2.8);
    }

    void run() {
        m_painter.fillRect(m_area, color(ColorRole::Base));
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        text({m_area.left() + m_line * 0.5, m_area.top() + m_line * 0.4, m_area.width() - m_line, m_line * 1.2},
             Qt::AlignLeft, headline(), ColorRole::Text);
        if (m_results.space && m_plot.width() > m_line * 4 && m_plot.height() > m_line * 3) {
            obstacles();
            layers();
            tracks();
        }
        m_painter.restore();
    }

private:
    [[nodiscard]] QColor color(ColorRole role) const { return m_theme.color(role); }

    [[nodiscard]] QString headline() const {
        if (!m_results.space)
            return Words::tr("No distance of this lookup meets the target: the strip carries no pair of routes.");
        const SpaceDivision& space = *m_results.space;
        return Words::tr("Strip of %1 below %2: %3 tracks × %4 layers = %5 routes")
            .arg(metresText(m_study.strip_m), metresText(m_study.ceiling_m))
            .arg(space.tracks)
            .arg(space.layers)
            .arg(space.routes());
    }

    void text(const QRectF& box, int flags, const QString& words, ColorRole role = ColorRole::SecondaryText) {
        m_painter.setPen(color(role));
        m_painter.drawText(box, flags | Qt::AlignVCenter | Qt::TextDontClip, words);
    }

    [[nodiscard]] double widest_m() const {
        return std::max(m_study.strip_m, separation_m()); // one track alone still shows its room
    }

    [[nodiscard]] double separation_m() const {
        return m_results.leastOfEach[m_study.scenario].wholeMetres().value_or(1);
    }

    [[nodiscard]] double x(double metres) const { return m_plot.left() + metres / widest_m() * m_plot.width(); }

    [[nodiscard]] double y(double metres) const {
        return m_plot.bottom() - std::min(1.0, metres / m_study.ceiling_m) * m_plot.height();
    }

    void layers() {
        const SpaceDivision& space = *m_results.space;
        const std::int64_t shown = std::min(space.layers, mostDrawn);
        const auto edge = [&](double metres, bool solid, const QString& label) {
            QPen pen(color(ColorRole::Line), m_line / 15);
            if (!solid) pen.setDashPattern({6, 4});
            m_painter.setPen(pen);
            m_painter.drawLine(QPointF(m_plot.left(), y(metres)), QPointF(m_plot.right(), y(metres)));
            text({m_area.left(), y(metres) - m_line / 2, m_plot.left() - m_area.left() - m_line * 0.4, m_line},
                 Qt::AlignRight, label);
        };
        const bool labelled = m_plot.height() / static_cast<double>(shown) > m_line * 1.2;
        for (std::int64_t i = 1; i < shown; ++i)
            edge(m_study.ceiling_m * static_cast<double>(i) / static_cast<double>(shown), false,
                 labelled ? metresText(std::round(m_study.ceiling_m * static_cast<double>(i) /
                                                  static_cast<double>(shown) * 10) /
                                       10)
                          : QString());
        edge(m_study.ceiling_m, true, metresText(m_study.ceiling_m));
        edge(0, true, Words::tr("ground"));
    }

    // A dot towards the eye, a cross away from it: neighbours fly in opposite directions.
    void drone(QPointF at, bool towards) {
        const double radius = std::min(m_line * 0.55, m_plot.height() / 8);
        m_painter.setPen(QPen(color(ColorRole::Text), m_line / 12));
        m_painter.setBrush(color(ColorRole::Base));
        m_painter.drawEllipse(at, radius, radius);
        if (towards) {
            m_painter.setBrush(color(ColorRole::Text));
            m_painter.drawEllipse(at, radius * 0.3, radius * 0.3);
            return;
        }
        const double arm = radius * 0.7;
        m_painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm));
        m_painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm));
    }

    void tracks() {
        const SpaceDivision& space = *m_results.space;
        const std::int64_t shown = std::min(space.tracks, mostDrawn), high = std::min(space.layers, mostDrawn);
        for (std::int64_t track = 0; track < shown; ++track)
            for (std::int64_t layer = 0; layer < high; ++layer)
                drone({x(static_cast<double>(track) * separation_m()),
                       y((static_cast<double>(layer) + 0.5) * m_study.ceiling_m / static_cast<double>(high))},
                      (track + layer) % 2 == 0);
        const double below = m_plot.bottom() + m_line * 0.7;
        m_painter.setPen(QPen(color(ColorRole::SecondaryText), m_line / 15));
        for (std::int64_t track = 0; track < shown; ++track) {
            const double at = x(static_cast<double>(track) * separation_m());
            m_painter.drawLine(QPointF(at, m_plot.bottom()), QPointF(at, below + m_line * 0.3));
        }
        if (shown > 1) {
            const double first = x(0), second = x(separation_m());
            m_painter.drawLine(QPointF(first, below), QPointF(second, below));
            text({first, below + m_line * 0.2, second - first, m_line}, Qt::AlignHCenter, metresText(separation_m()),
                 ColorRole::Text);
        }
        text({m_plot.left(), m_plot.bottom() + m_line * 1.6, m_plot.width(), m_line}, Qt::AlignRight,
             space.tracks > shown ? Words::tr("the first %1 tracks are drawn").arg(shown)
                                  : Words::tr("⊙ towards, ⊗ away: neighbours fly in opposite directions"));
    }

    [[nodiscard]] QRectF boxOf(const Obstacle& obstacle) const {
        const double top = y(obstacle.top_m.value_or(m_study.ceiling_m));
        return {x(obstacle.distance_m), top, m_line * 0.9, m_plot.bottom() - top};
    }

    [[nodiscard]] bool isInTheWay(std::size_t obstacle) const {
        return std::ranges::contains(m_results.corridor.inTheWay, obstacle) ||
               std::ranges::contains(m_results.corridor.unknown, obstacle);
    }

    // Beside the first track; one whose height nobody knows is hatched up to the ceiling.
    void obstacles() {
        const auto& all = m_study.obstacles;
        const auto drawn = [&](std::size_t i) { return all[i].distance_m <= widest_m(); };
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!drawn(i)) continue;
            m_painter.setPen(QPen(color(isInTheWay(i) ? ColorRole::Warning : ColorRole::SecondaryText), m_line / 10));
            m_painter.setBrush(QBrush(color(ColorRole::Line), all[i].top_m ? Qt::SolidPattern : Qt::BDiagPattern));
            m_painter.drawRect(boxOf(all[i]));
        }
        // Names last, on plates: nothing runs through them.
        std::vector<QRectF> taken;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!drawn(i)) continue;
            const QString label = QString((isInTheWay(i) ? QStringLiteral("▲ ") : QString()) % plain(all[i].name));
            const QRectF box = boxOf(all[i]);
            QRectF plate(box.right() + m_line * 0.2, box.top() + m_line * 0.1,
                         m_metrics.horizontalAdvance(label) + m_line * 0.4, m_line);
            if (plate.right() > m_plot.right()) plate.moveRight(box.left() - m_line * 0.2);
            if (std::ranges::any_of(taken, [&](const QRectF& one) { return one.intersects(plate); })) continue;
            m_painter.fillRect(plate, color(ColorRole::Base));
            text(plate, Qt::AlignHCenter, label, ColorRole::Text);
            taken.push_back(plate);
        }
    }

    QPainter& m_painter;
    QRectF m_area;
    const ReichStudy& m_study;
    const ReichResults& m_results;
    const theme::Theme& m_theme;
    QFontMetricsF m_metrics;
    double m_line;
    QRectF m_plot;
};

} // namespace

void paintSpace(QPainter& painter, const QRectF& area, const ReichStudy& study, const ReichResults& results,
                const theme::Theme& theme) {
    Picture(painter, area, study, results, theme).run();
}

SpacePicture::SpacePicture(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("spacePicture"));
}

void SpacePicture::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    update();
}

void SpacePicture::setStudy(const ReichStudy& study, const ReichResults& results) {
    m_study = study;
    m_results = results;
    m_filled = true;
    say();
    update();
}

void SpacePicture::say() {
    setAccessibleName(tr("Space division"));
    if (!m_results.space) return setAccessibleDescription(tr("The strip carries no pair of routes."));
    setAccessibleDescription(tr("%1 tracks in %2 layers").arg(m_results.space->tracks).arg(m_results.space->layers));
}

void SpacePicture::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        say();
        update();
    }
    QWidget::changeEvent(event);
}

void SpacePicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (m_filled)
        paintSpace(painter, QRectF(rect()), m_study, m_results, m_theme);
    else
        painter.fillRect(rect(), m_theme.color(ColorRole::Base));
}

QSize SpacePicture::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 70, fontMetrics().height() * 14};
}

QSize SpacePicture::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 8};
}

} // namespace haneul::risk::collision
