#include "ui/scene3d/section_view.h"

#include "ui/map/symbol_mesh.h"
#include "ui/map/track_geometry.h"
#include "ui/map/track_text.h"
#include "ui/scene3d/height_scale.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace haneul::scene3d {

using theme::ColorRole;

namespace {

constexpr double radPerDeg = std::numbers::pi / 180.0;
constexpr double pickRadius_px = 12.0;
constexpr double symbol_px = 6.0;
constexpr double nearAxis = 0.25; // of half its length; what is farther away is drawn faint
constexpr double shortestAxis_m = 1'000.0;
constexpr double highestLinear_m = 600.0;
// How high a section may reach; also where it has its lines.
constexpr std::array tops_m{100.0, 150.0, 300.0, 600.0, 1'000.0, 2'000.0, 3'000.0, 5'000.0, 10'000.0, 20'000.0};

QPainterPath symbolPath(map::SymbolShape shape, bool toTheRight) {
    constexpr double s = symbol_px;
    const double ahead = toTheRight ? s : -s;
    QPainterPath path;
    switch (shape) {
    case map::SymbolShape::Aircraft:
        path.addPolygon(
            QPolygonF({{1.6 * ahead, 0}, {-1.2 * ahead, -0.9 * s}, {-0.7 * ahead, 0}, {-1.2 * ahead, 0.45 * s}}));
        break;
    case map::SymbolShape::Chevron:
        path.addPolygon(QPolygonF({{1.2 * ahead, 0}, {-ahead, -0.9 * s}, {-0.3 * ahead, 0}, {-ahead, 0.9 * s}}));
        break;
    case map::SymbolShape::Disc:
        path.addEllipse(QPointF(), s * 0.9, s * 0.9);
        break;
    case map::SymbolShape::Square:
        path.addRect(-0.8 * s, -0.8 * s, 1.6 * s, 1.6 * s);
        break;
    case map::SymbolShape::Cross:
        path.moveTo(-s * 0.8, -s * 0.8);
        path.lineTo(s * 0.8, s * 0.8);
        path.moveTo(-s * 0.8, s * 0.8);
        path.lineTo(s * 0.8, -s * 0.8);
        return path;
    default:
        path.addPolygon(QPolygonF({{0, -s}, {s, 0}, {0, s}, {-s, 0}}));
        break;
    }
    path.closeSubpath();
    return path;
}

} // namespace

double SectionAxis::along(geo::Enu_m place) const {
    return (place.east - middle.east) * std::sin(bearing_deg * radPerDeg) +
           (place.north - middle.north) * std::cos(bearing_deg * radPerDeg);
}

double SectionAxis::across(geo::Enu_m place) const {
    return -(place.east - middle.east) * std::cos(bearing_deg * radPerDeg) +
           (place.north - middle.north) * std::sin(bearing_deg * radPerDeg);
}

SectionAxis sectionAxis(const SceneContents& contents, bool alongSelected) {
    SectionAxis axis;
    axis.halfLength_m = std::max(contents.stage.area().halfWidth_m, shortestAxis_m);
    const StagedTrack* selected = contents.stage.find(contents.selection->selected());
    if (!alongSelected || !selected) return axis;
    axis.middle = selected->place;
    if (const auto course = map::reliableCourse_deg(*selected->track)) axis.bearing_deg = *course;
    axis.halfLength_m = std::max(axis.halfLength_m / 2, shortestAxis_m);
    return axis;
}

double SectionView::Frame::x(double along_m) const {
    return plot.center().x() + along_m / axis.halfLength_m * plot.width() / 2;
}

double SectionView::Frame::y(double height_m) const {
    const double part = std::clamp(height_m / top_m, 0.0, 1.0);
    return plot.bottom() - (compressed ? std::sqrt(part) : part) * plot.height();
}

SectionView::SectionView(const SceneContents& contents, QWidget* parent)
    : QWidget(parent)
    , m_contents(contents) {
    setObjectName(QStringLiteral("section"));
    setAccessibleName(tr("Section"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    const auto repaint = qOverload<>(&QWidget::update);
    connect(contents.selection, &models::Selection::selectedChanged, this, repaint);
    connect(contents.selection, &models::Selection::hoveredChanged, this, repaint);
}

void SectionView::setAlongSelected(bool along) {
    m_alongSelected = along;
    update();
}

void SectionView::setTop(double metres) {
    m_top_m = metres <= 0 ? 0 : std::clamp(metres, tops_m.front(), tops_m.back());
    update();
}

SectionView::Frame SectionView::frame() const {
    const QFontMetricsF metrics(font());
    const double line = metrics.height();
    Frame frame;
    frame.plot = QRectF(rect()).adjusted(metrics.horizontalAdvance(QStringLiteral("20000 m")) + line / 2, line * 1.9,
                                         -line, -line * 1.8);
    frame.plot.setSize(frame.plot.size().expandedTo(QSizeF(1, 1)));
    frame.axis = sectionAxis(m_contents, m_alongSelected);
    const auto above = std::ranges::lower_bound(tops_m, std::max(m_contents.stage.highest_m(), tops_m[1]));
    frame.top_m = m_top_m > 0 ? m_top_m : above == tops_m.end() ? tops_m.back() : *above;
    frame.compressed = frame.top_m > highestLinear_m;
    return frame;
}

std::optional<QPointF> SectionView::pixelOf(const StagedTrack& staged, const Frame& frame) const {
    const double along = frame.axis.along(staged.place);
    if (std::abs(along) > frame.axis.halfLength_m) return std::nullopt;
    return QPointF(frame.x(along), frame.y(staged.heightKnown ? staged.track->height->metres : 0.0));
}

std::optional<QPointF> SectionView::pixelOf(const traffic::TrackId& id) const {
    const StagedTrack* staged = m_contents.stage.find(id);
    return staged ? pixelOf(*staged, frame()) : std::nullopt;
}

const StagedTrack* SectionView::nearest(QPointF pixel) const {
    const Frame now = frame();
    const StagedTrack* best = nullptr;
    double bestDistance = pickRadius_px;
    for (const StagedTrack& staged : m_contents.stage.tracks()) {
        const auto at = pixelOf(staged, now);
        if (!at) continue;
        const double distance = std::hypot(at->x() - pixel.x(), at->y() - pixel.y());
        if (distance <= bestDistance) {
            bestDistance = distance;
            best = &staged;
        }
    }
    return best;
}

traffic::TrackPtr SectionView::trackAt(QPointF pixel) const {
    const StagedTrack* staged = nearest(pixel);
    return staged ? staged->track : nullptr;
}

void SectionView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(font());
    painter.fillRect(rect(), m_contents.theme.color(ColorRole::Base));
    const Frame now = frame();
    painter.setRenderHint(QPainter::Antialiasing);
    drawGrid(painter, now);
    m_drawnTracks = 0;
    painter.setClipRect(now.plot.adjusted(-2 * symbol_px, -3 * symbol_px, 2 * symbol_px, 2 * symbol_px));
    const StagedTrack* selected = nullptr;
    for (const StagedTrack& staged : m_contents.stage.tracks()) {
        const auto pixel = pixelOf(staged, now);
        if (!pixel) continue;
        ++m_drawnTracks;
        if (staged.track->id == m_contents.selection->selected()) {
            selected = &staged;
            continue;
        }
        drawTrack(painter, staged, *pixel, now);
    }
    if (selected) drawTrack(painter, *selected, *pixelOf(*selected, now), now);
    painter.setClipping(false);
    drawLabels(painter, now);
}

void SectionView::drawGrid(QPainter& painter, const Frame& now) const {
    const theme::Theme& theme = m_contents.theme;
    const QFontMetricsF metrics(font());
    const double line = metrics.height();
    painter.fillRect(now.plot, theme.color(ColorRole::Panel));
    painter.setPen(theme.color(ColorRole::SecondaryText));
    const QString title = m_alongSelected && m_contents.stage.find(m_contents.selection->selected())
                              ? tr("Along %1, course %2°")
                                    .arg(map::nameOf(*m_contents.stage.find(m_contents.selection->selected())->track))
                                    .arg(std::lround(now.axis.bearing_deg) % 360, 3, 10, QLatin1Char('0'))
                              : tr("West – east, seen from the south");
    const QString state = m_contents.stage.datums().size() > 1 ? tr("heights as reported, datums not reconciled")
                                                               : tr("heights as reported");
    const QString scale =
        now.compressed ? QString(QStringLiteral("  ·  ") % tr("scale closer towards the top")) : QString();
    painter.drawText(QPointF(now.plot.left(), metrics.ascent() + line * 0.4),
                     title % QStringLiteral("  ·  ") % state % scale);
    double lineAbove = now.plot.bottom() + line * 2;
    const auto level = [&](double height) {
        const double y = now.y(height);
        if (height > now.top_m || lineAbove - y < line * 1.15) return;
        lineAbove = y;
        painter.setPen(theme.color(ColorRole::Line));
        painter.drawLine(QPointF(now.plot.left(), y), QPointF(now.plot.right(), y));
        painter.setPen(theme.color(ColorRole::SecondaryText));
        painter.drawText(QRectF(0, y - line, now.plot.left() - line / 3, 2 * line), Qt::AlignRight | Qt::AlignVCenter,
                         QStringLiteral("%1 m").arg(height));
    };
    level(0);
    level(50);
    for (const double height : tops_m)
        level(height);
    const double step = roundStep(now.axis.halfLength_m / std::max(1.0, now.plot.width() / line / 16));
    for (double at = 0; at <= now.axis.halfLength_m; at += step)
        for (const double side : {-1.0, 1.0}) {
            if (at == 0 && side > 0) continue;
            const double x = now.x(at * side);
            QColor thin = theme.color(ColorRole::Line);
            thin.setAlphaF(0.5F);
            painter.setPen(thin);
            painter.drawLine(QPointF(x, now.plot.top()), QPointF(x, now.plot.bottom()));
            painter.setPen(theme.color(ColorRole::SecondaryText));
            const QString text = at == 0 ? QStringLiteral("0") : QStringLiteral("%1 km").arg(at * side / 1000.0);
            painter.drawText(QRectF(x - line * 3, now.plot.bottom() + line * 0.2, line * 6, line * 1.2),
                             Qt::AlignHCenter | Qt::AlignTop, text);
        }
    painter.setPen(QPen(theme.color(ColorRole::SecondaryText), 1.5));
    painter.drawLine(now.plot.bottomLeft(), now.plot.bottomRight());
}

void SectionView::drawTrail(QPainter& painter, const StagedTrack& staged, const Frame& now) const {
    if (staged.trail.empty()) return;
    QPolygonF trail;
    for (const geo::Enu_m& place : staged.trail)
        trail << QPointF(now.x(now.axis.along(place)), now.y(place.up));
    trail << *pixelOf(staged, now);
    QColor color = m_contents.theme.color(ColorRole::Trail);
    color.setAlphaF(0.7F);
    painter.setPen(color);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(trail);
}

void SectionView::drawTrack(QPainter& painter, const StagedTrack& staged, QPointF pixel, const Frame& now) const {
    const traffic::Track& track = *staged.track;
    const theme::Theme& theme = m_contents.theme;
    const bool live = track.state == traffic::TrackState::Live;
    const bool selected = track.id == m_contents.selection->selected();
    const bool solid = live && staged.heightKnown;
    const bool far = std::abs(now.axis.across(staged.place)) > now.axis.halfLength_m * nearAxis;
    painter.setOpacity(far && m_alongSelected && !selected ? 0.35 : 1.0);
    drawTrail(painter, staged, now);
    const QColor color = solid ? theme.sourceColor(track.kind()) : theme.color(ColorRole::Stale);
    QColor stem = selected ? theme.color(ColorRole::Selection) : color;
    stem.setAlphaF(selected ? 0.9F : 0.35F);
    painter.setPen(stem);
    painter.drawLine(pixel, QPointF(pixel.x(), now.plot.bottom()));
    double rightward = 1;
    if (track.velocity) {
        const geo::Enu_m ahead{staged.place.east + track.velocity->east * m_contents.vectorSeconds,
                               staged.place.north + track.velocity->north * m_contents.vectorSeconds, 0};
        rightward = now.axis.along(ahead) - now.axis.along(staged.place);
        if (staged.heightKnown && track.verticalRate_mps && map::hasVector(track)) {
            painter.setPen(QPen(color, 1.3));
            painter.drawLine(pixel,
                             QPointF(now.x(now.axis.along(ahead)),
                                     now.y(track.height->metres + *track.verticalRate_mps * m_contents.vectorSeconds)));
        }
    }
    painter.save();
    painter.translate(pixel);
    painter.setPen(QPen(solid ? theme.color(ColorRole::Base) : color, solid ? 1.0 : 1.6));
    painter.setBrush(solid ? QBrush(color) : QBrush(theme.color(ColorRole::Panel)));
    painter.drawPath(symbolPath(map::shapeOf(track), rightward >= 0));
    if (staged.heightKnown && track.height->metres > now.top_m) { // flies above what is shown
        painter.setPen(QPen(theme.color(ColorRole::Text), 1.6));
        painter.drawPolyline(QPolygonF({{-5, -9}, {0, -15}, {5, -9}}));
    }
    painter.setBrush(Qt::NoBrush);
    if (selected) {
        painter.setPen(QPen(theme.color(ColorRole::Selection), 2.2));
        painter.drawEllipse(QPointF(), 13.0, 13.0);
    } else if (track.id == m_contents.selection->hovered()) {
        painter.setPen(QPen(theme.color(ColorRole::SecondaryText), 1.2));
        painter.drawEllipse(QPointF(), 13.0, 13.0);
    }
    painter.restore();
    painter.setOpacity(1.0);
}

void SectionView::drawLabels(QPainter& painter, const Frame& now) {
    m_drawnLabels = 0;
    map::Occupancy taken(size());
    const double right = width();
    taken.take(QRectF(0, 0, right, now.plot.top())); // titles and figures
    taken.take(QRectF(0, now.plot.bottom() + symbol_px, right, height()));
    taken.take(QRectF(0, 0, now.plot.left() - symbol_px, height()));

    struct Wanted {
        const StagedTrack* staged;
        QPointF pixel;
        double rank;
    };

    std::vector<Wanted> wanted;
    const models::Selection& selection = *m_contents.selection;
    for (const StagedTrack& staged : m_contents.stage.tracks()) {
        const auto pixel = pixelOf(staged, now);
        if (!pixel) continue;
        taken.take(QRectF(*pixel - QPointF(symbol_px, symbol_px), QSizeF(2 * symbol_px, 2 * symbol_px)));
        const traffic::TrackId& id = staged.track->id;
        const double rank = id == selection.selected()  ? -2
                            : id == selection.hovered() ? -1
                                                        : std::abs(now.axis.across(staged.place));
        if (rank < 0 || m_contents.labels != map::LabelDetail::None) wanted.push_back({&staged, *pixel, rank});
    }
    std::ranges::sort(wanted, {}, &Wanted::rank);
    const QFontMetricsF metrics(font());
    constexpr std::size_t most = 40;
    for (const Wanted& each : wanted) {
        if (m_drawnLabels >= most) break;
        const traffic::Track& track = *each.staged->track;
        const bool live = track.state == traffic::TrackState::Live;
        QString text = map::nameOf(track);
        if (!live) text += QStringLiteral("  ") % map::stateOf(track.state);
        if (m_contents.labels == map::LabelDetail::Full || each.rank < 0)
            text += QStringLiteral("  ") % map::heightOf(track) % map::climbOf(track);
        const QSizeF size(metrics.horizontalAdvance(text) + 8, metrics.height());
        auto place = map::takeLabelPlace(taken, each.pixel, size, std::nullopt);
        if (!place && each.rank >= 0) continue;
        const QRectF area(map::labelTopLeft(place.value_or(0), each.pixel, size), size);
        QColor plate = m_contents.theme.color(ColorRole::Base);
        plate.setAlphaF(0.75F);
        painter.fillRect(area, plate);
        painter.setPen(m_contents.theme.color(live && each.staged->heightKnown ? ColorRole::Text : ColorRole::Stale));
        painter.drawText(area, Qt::AlignCenter, text);
        ++m_drawnLabels;
    }
}

void SectionView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    if (const StagedTrack* staged = nearest(event->position())) m_contents.selection->select(staged->track->id);
}

void SectionView::mouseMoveEvent(QMouseEvent* event) {
    const StagedTrack* under = nearest(event->position());
    m_contents.selection->hover(under ? under->track->id : traffic::TrackId());
}

void SectionView::leaveEvent(QEvent* event) {
    m_contents.selection->hover({});
    QWidget::leaveEvent(event);
}

void SectionView::stepTop(int steps) {
    const double now = frame().top_m;
    if (steps > 0) {
        const auto above = std::ranges::upper_bound(tops_m, now);
        setTop(above == tops_m.end() ? 0 : *above);
    } else {
        const auto from = std::ranges::lower_bound(tops_m, now);
        setTop(from == tops_m.begin() ? tops_m.front() : *(from - 1));
    }
}

void SectionView::wheelEvent(QWheelEvent* event) {
    if (event->angleDelta().y() != 0) stepTop(event->angleDelta().y() > 0 ? -1 : 1);
    event->accept();
}

void SectionView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: // + without Shift
        return stepTop(-1);
    case Qt::Key_Minus:
        return stepTop(1);
    case Qt::Key_Space:
        return setAlongSelected(!m_alongSelected);
    case Qt::Key_Escape:
        return m_contents.selection->clear();
    default:
        QWidget::keyPressEvent(event);
    }
}

void SectionView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    setAccessibleName(tr("Section"));
    update();
}

} // namespace haneul::scene3d
