#include "ui/diagram/diagram_painter.h"

#include "ui/diagram/diagram_words.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::diagram {

using theme::ColorRole;

namespace {

constexpr double leastStep_px = 1.5; // a corner nearer to the one before is not seen
constexpr double planned_lines = 1.0;
constexpr double actual_lines = 2.6;
constexpr std::size_t manyMissions = 100;
constexpr double barShare = 0.5;         // of the height of a row
constexpr double leastHeadway_px = 1.5;  // narrower bands of links would be one grey
constexpr double leastForLabel_em = 1.7; // of the picture's width for each mission in it
constexpr double labelStretch = 1.25;    // how much longer than its label a line must be
constexpr double mostRowLabel_em = 15;

QColor mixed(const QColor& below, const QColor& above, double share) {
    const auto mix = [share](int low, int high) { return static_cast<int>(std::lround(low + share * (high - low))); };
    return QColor::fromRgb(mix(below.red(), above.red()), mix(below.green(), above.green()),
                           mix(below.blue(), above.blue()));
}

} // namespace

const QStaticText& TextCache::text(const QString& plain, const QFont& font) {
    auto found = m_texts.find(plain);
    if (found == m_texts.end()) {
        if (m_texts.size() >= most) m_texts.clear();
        QStaticText made(plain);
        made.setTextFormat(Qt::PlainText);
        made.setPerformanceHint(QStaticText::AggressiveCaching);
        made.prepare(QTransform(), font);
        found = m_texts.insert(plain, made);
    }
    return *found;
}

PlotArea plotIn(const QSizeF& size, const DiagramContents& contents, const QFontMetricsF& metrics) {
    const double line = metrics.height();
    double widest = metrics.horizontalAdvance(QStringLiteral("BP-01"));
    for (const DiagramRow& row : contents.rows)
        widest = std::max(widest, metrics.horizontalAdvance(rowText(row)));
    widest = std::min({widest, metrics.averageCharWidth() * mostRowLabel_em * 1.5, size.width() / 4});
    // On whole pixels: margins and plot are filled one beside the other.
    const double left = std::ceil(widest + line), top = std::ceil(line * 2.6);
    return {left, top, std::floor(size.width() - left - line * 0.5), std::floor(size.height() - top - line * 0.5)};
}

double leastRow_px(const QFontMetricsF& metrics) {
    return metrics.height() * 1.15;
}

double minutesLabel_px(const QFontMetricsF& metrics) {
    return metrics.horizontalAdvance(QStringLiteral("00:00Z")) + metrics.height();
}

double secondsLabel_px(const QFontMetricsF& metrics) {
    return metrics.horizontalAdvance(QStringLiteral("00:00:00Z")) + metrics.height();
}

DiagramPainter::DiagramPainter(QPainter& painter, const DiagramContents& contents, const DiagramScale& scale,
                               const DiagramLook& look, TextCache* cache)
    : m_painter(painter)
    , m_contents(contents)
    , m_scale(scale)
    , m_look(look)
    , m_cache(cache)
    , m_metrics(look.font)
    , m_from_ms(sinceEpoch_ms(scale.visible().from))
    , m_to_ms(sinceEpoch_ms(scale.visible().to)) {
    m_painter.setFont(look.font);
    m_painter.setRenderHint(QPainter::Antialiasing, look.edges == Edges::Smooth);
}

void DiagramPainter::everything(const QSizeF& size) {
    ground(size);
    const PlotArea& plot = m_scale.plot();
    m_painter.save();
    m_painter.setClipRect(QRectF(plot.left, plot.top, plot.width, plot.height));
    if (m_look.occupancy == Occupancy::Shown) occupancy();
    lines();
    plans();
    marks();
    labels();
    m_painter.restore();
    margins(size);
}

QPen DiagramPainter::pen(ColorRole role, double width, double alpha) const {
    QColor color = m_look.theme.color(role);
    color.setAlphaF(static_cast<float>(alpha));
    QPen pen(color, width * m_look.line_px);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

QPen DiagramPainter::dashed(ColorRole role, double width, double alpha) const {
    QPen dashes = pen(role, width, alpha);
    dashes.setDashPattern({2.2, 1.4});
    return dashes;
}

bool DiagramPainter::inPicture(std::int64_t begin_ms, std::int64_t end_ms) const {
    return begin_ms <= m_to_ms && end_ms >= m_from_ms;
}

void DiagramPainter::add(const std::vector<Corner>& corners, Lines& lines, std::int64_t by_ms) const {
    if (corners.size() < 2) return;
    QPointF last(m_scale.x(static_cast<double>(corners.front().time_ms + by_ms)), m_scale.y(corners.front().row));
    for (std::size_t i = 1; i < corners.size(); ++i) {
        const QPointF next(m_scale.x(static_cast<double>(corners[i].time_ms + by_ms)), m_scale.y(corners[i].row));
        const bool end = i + 1 == corners.size();
        if (!end && std::abs(next.x() - last.x()) + std::abs(next.y() - last.y()) < leastStep_px) continue;
        lines.emplace_back(last, next);
        last = next;
    }
}

void DiagramPainter::draw(const Lines& lines, const QPen& pen) {
    if (lines.empty()) return;
    m_painter.setPen(pen);
    m_painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

void DiagramPainter::ground(const QSizeF& size) {
    const PlotArea& plot = m_scale.plot();
    const QColor base = m_look.theme.color(ColorRole::Base);
    const QColor panel = m_look.theme.color(m_look.margin); // the other margins are filled with their texts
    m_painter.fillRect(QRectF(plot.right(), 0, size.width() - plot.right(), size.height()), panel);
    m_painter.fillRect(QRectF(0, plot.bottom(), size.width(), size.height() - plot.bottom()), panel);
    m_painter.fillRect(QRectF(plot.left, plot.top, plot.width, plot.height), base);
    // Opaque and upright: a fill costs a fraction of a line.
    const QColor line = m_look.theme.color(ColorRole::Line);
    const QColor minor = mixed(base, line, 0.2), major = mixed(base, line, 0.6);
    const QColor midnight = mixed(base, m_look.theme.color(ColorRole::SecondaryText), 0.7);
    const double thin = m_look.line_px;
    for (const Graduation& each : m_scale.graduations(minutesLabel_px(m_metrics), secondsLabel_px(m_metrics))) {
        const bool day = each.kind == GraduationKind::Day;
        const QColor& color = day ? midnight : each.kind == GraduationKind::Major ? major : minor;
        m_painter.fillRect(QRectF(std::floor(m_scale.x(each.time)), plot.top, day ? 2 * thin : thin, plot.height),
                           color);
    }
    for (std::size_t row = 0; row < m_contents.rows.size(); ++row) {
        const double y = std::floor(m_scale.y(static_cast<double>(row)));
        const bool own = m_contents.rows[row].planRow > 0; // a place for bars, no line to fly on
        if (!own && y >= plot.top && y <= plot.bottom())
            m_painter.fillRect(QRectF(plot.left, y, plot.width, thin), line);
        if (m_contents.rows[row].planRow != 1) continue;
        const double above = std::floor(m_scale.y(static_cast<double>(row) - 0.5));
        if (above >= plot.top && above <= plot.bottom())
            m_painter.fillRect(QRectF(plot.left, above, plot.width, 2 * thin), line);
    }
}

void DiagramPainter::occupancy() {
    bands();
    bars();
}

void DiagramPainter::bands() {
    if (m_contents.bands.empty()) return;
    const bool wide = static_cast<double>(m_contents.bands.front().headway_ms) / m_scale.msPerPx() >= leastHeadway_px;
    if (!wide) return;
    m_painter.setRenderHint(QPainter::Antialiasing, false); // of so faint a fill nobody sees the edge
    m_painter.setPen(Qt::NoPen);
    QColor fill = m_look.theme.color(ColorRole::SecondaryText);
    fill.setAlphaF(0.13F);
    m_painter.setBrush(fill);
    for (const LinkBand& band : m_contents.bands) {
        if (!inPicture(band.begin_ms, band.end_ms + band.headway_ms)) continue;
        const double head = static_cast<double>(band.headway_ms) / m_scale.msPerPx();
        const QPointF enter(m_scale.x(static_cast<double>(band.begin_ms)), m_scale.y(band.fromRow));
        const QPointF leave(m_scale.x(static_cast<double>(band.end_ms)), m_scale.y(band.toRow));
        const QPointF corners[] = {enter, {enter.x() + head, enter.y()}, {leave.x() + head, leave.y()}, leave};
        m_painter.drawConvexPolygon(corners, 4);
    }
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setRenderHint(QPainter::Antialiasing, m_look.edges == Edges::Smooth);
}

void DiagramPainter::bars() {
    const double height = m_scale.rowHeight_px() * barShare;
    QColor held = m_look.theme.color(ColorRole::SecondaryText);
    held.setAlphaF(0.32F);
    std::vector<QRectF> over;
    m_painter.setRenderHint(QPainter::Antialiasing, false); // upright edges need no smoothing
    for (const ColumnBar& bar : m_contents.bars) {
        if (!inPicture(bar.begin_ms, bar.end_ms)) continue;
        const double left = m_scale.x(static_cast<double>(bar.begin_ms));
        const double right = m_scale.x(static_cast<double>(bar.end_ms));
        const double each = height / bar.places;
        const double top = m_scale.y(static_cast<double>(bar.row)) - height / 2 + each * bar.place;
        const QRectF box(left, top, std::max(right - left, 1.0), std::max(each - 1, 1.0));
        bar.over ? over.push_back(box) : m_painter.fillRect(box, held);
    }
    if (!over.empty()) {
        m_painter.setBrush(QBrush(m_look.theme.color(ColorRole::Warning), Qt::BDiagPattern));
        m_painter.setPen(pen(ColorRole::Warning, 1));
        m_painter.drawRects(over.data(), static_cast<int>(over.size()));
        m_painter.setBrush(Qt::NoBrush);
    }
    m_painter.setRenderHint(QPainter::Antialiasing, m_look.edges == Edges::Smooth);
}

void DiagramPainter::lines() {
    Lines planned, replaced, flown, over, expected;
    m_drawn = 0;
    for (const MissionLine& line : m_contents.lines) {
        if (!inPicture(line.begin_ms, line.end_ms)) continue;
        ++m_drawn;
        const bool asPlanned = line.flown.empty() && line.expected.empty();
        add(line.planned, asPlanned ? planned : replaced);
        const bool done = line.mission->step() == delivery::MissionStep::Completed;
        add(line.flown, done ? over : flown);
        add(line.expected, expected);
    }
    // Where lines are close, thick ones would be one grey.
    const double room_px = m_scale.plot().width / std::max<double>(1.0, static_cast<double>(m_drawn));
    // Of many lines each is one pixel wide: Qt outlines and fills a wider pen, several times as slow.
    const bool many = m_drawn > manyMissions;
    const double least = many ? planned_lines : 1.3;
    const double actual = std::clamp(room_px / (8 * m_look.line_px), least, actual_lines);
    draw(replaced, pen(ColorRole::SecondaryText, planned_lines, 0.75));
    draw(over, pen(ColorRole::Trail, actual, 0.8));
    draw(planned, pen(ColorRole::Text, many ? planned_lines : planned_lines * 1.2));
    draw(expected, dashed(ColorRole::Text, std::max(actual * 0.75, 1.2), 0.8));
    draw(flown, pen(ColorRole::Text, std::max(actual, 2.0)));
}

void DiagramPainter::marks() {
    const double size = m_metrics.ascent() * 0.28;
    Lines crosses;
    for (const CrossingMark& mark : m_contents.crossings) {
        if (!inPicture(mark.at.time_ms, mark.at.time_ms)) continue;
        const QPointF at(m_scale.x(static_cast<double>(mark.at.time_ms)), m_scale.y(mark.at.row));
        crosses.emplace_back(at + QPointF(-size, -size), at + QPointF(size, size));
        crosses.emplace_back(at + QPointF(-size, size), at + QPointF(size, -size));
    }
    // Where marks would stand closer than they are wide, the picture is too far away for them.
    const double apart = m_scale.plot().width / std::max<double>(1.0, static_cast<double>(crosses.size()) / 2.0);
    if (apart > size * 2) draw(crosses, pen(ColorRole::SecondaryText, 1.4));
    conflicts();
}

void DiagramPainter::conflicts() {
    for (const ConflictMark& mark : m_contents.conflicts)
        if (inPicture(mark.at.time_ms, mark.at.time_ms))
            sign({m_scale.x(static_cast<double>(mark.at.time_ms)), m_scale.y(mark.at.row)});
}

void DiagramPainter::sign(QPointF middle) {
    const double size = m_metrics.ascent() * 0.75;
    const bool smooth = m_painter.testRenderHint(QPainter::Antialiasing);
    m_painter.setRenderHint(QPainter::Antialiasing);
    const QPolygonF triangle({{middle.x(), middle.y() - size},
                              {middle.x() + size, middle.y() + size * 0.75},
                              {middle.x() - size, middle.y() + size * 0.75}});
    m_painter.setPen(pen(ColorRole::Base, 1.5));
    m_painter.setBrush(m_look.theme.color(ColorRole::Warning));
    m_painter.drawPolygon(triangle);
    m_painter.setBrush(m_look.theme.color(ColorRole::Base));
    m_painter.setPen(Qt::NoPen);
    m_painter.drawRect(QRectF(middle.x() - size * 0.09, middle.y() - size * 0.42, size * 0.18, size * 0.62));
    m_painter.drawRect(QRectF(middle.x() - size * 0.09, middle.y() + size * 0.34, size * 0.18, size * 0.18));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setRenderHint(QPainter::Antialiasing, smooth);
}

void DiagramPainter::text(QPointF topLeft, const QString& plain) {
    if (m_cache)
        m_painter.drawStaticText(topLeft, m_cache->text(plain, m_look.font));
    else
        m_painter.drawText(QPointF(topLeft.x(), topLeft.y() + m_metrics.ascent()), plain);
}

// Where lines stand closer than labels are high, labels would only hide them: the pointer tells.
void DiagramPainter::labels() {
    m_taken.clear();
    m_labels = 0;
    const auto shown = std::ranges::count_if(
        m_contents.lines, [this](const MissionLine& line) { return inPicture(line.begin_ms, line.end_ms); });
    if (m_scale.plot().width < static_cast<double>(shown) * m_metrics.height() * leastForLabel_em) return;
    for (const MissionLine& line : m_contents.lines)
        if (inPicture(line.begin_ms, line.end_ms)) label(line, ColorRole::SecondaryText);
}

// Along the longest part of its line that is in the picture; not at all where there is no room.
void DiagramPainter::label(const MissionLine& line, ColorRole role) {
    Lines parts;
    add(line.expected.empty() ? (line.flown.empty() ? line.planned : line.flown) : line.expected, parts);
    const PlotArea& plot = m_scale.plot();
    const QLineF* longest = nullptr;
    for (const QLineF& part : parts)
        if (part.x1() >= plot.left && part.x2() <= plot.right() && std::abs(part.dy()) > 1 &&
            (!longest || part.length() > longest->length()))
            longest = &part;
    if (!longest) return;
    const QString plain = QString::fromStdString(line.mission->id);
    const double width = m_metrics.horizontalAdvance(plain);
    if (longest->length() < width * labelStretch) return;
    const QPointF middle = longest->center();
    const double angle = std::atan2(longest->dy(), longest->dx());
    const double along = std::abs(std::cos(angle)) * width + std::abs(std::sin(angle)) * m_metrics.height();
    const double across = std::abs(std::sin(angle)) * width + std::abs(std::cos(angle)) * m_metrics.height();
    const QPointF above(std::sin(angle) * m_metrics.height() * 0.6, -std::cos(angle) * m_metrics.height() * 0.6);
    const QRectF box(middle.x() + above.x() - along / 2, middle.y() + above.y() - across / 2, along, across);
    if (std::ranges::any_of(m_taken, [&](const QRectF& taken) { return taken.intersects(box); })) return;
    m_taken.push_back(box);
    ++m_labels;
    m_painter.save();
    m_painter.translate(middle);
    m_painter.rotate(angle * 180 / std::numbers::pi);
    QColor ground = m_look.theme.color(ColorRole::Base);
    ground.setAlphaF(0.7F);
    const double gap = m_metrics.height() * 0.1;
    m_painter.fillRect(QRectF(-width / 2 - gap, -m_metrics.height() * 1.05, width + 2 * gap, m_metrics.height() * 0.92),
                       ground);
    m_painter.setPen(m_look.theme.color(role));
    text({-width / 2, -m_metrics.height() * 1.05}, plain);
    m_painter.restore();
}

void DiagramPainter::margins(const QSizeF& size) {
    const PlotArea& plot = m_scale.plot();
    const QColor panel = m_look.theme.color(m_look.margin);
    m_painter.fillRect(QRectF(0, 0, size.width(), plot.top), panel);
    m_painter.fillRect(QRectF(0, 0, plot.left, size.height()), panel);
    const double line = m_metrics.height();
    const double minutes = minutesLabel_px(m_metrics), seconds = secondsLabel_px(m_metrics);
    const milliseconds step = m_scale.labelStep(minutes, seconds);
    const double timesTop = plot.top - line * 1.2, datesTop = plot.top - line * 2.3;
    m_painter.setPen(m_look.theme.color(ColorRole::SecondaryText));
    double dateFree = plot.left; // the first place where a date may stand
    bool dated = false;
    for (const Graduation& each : m_scale.graduations(minutes, seconds)) {
        const double x = m_scale.x(each.time);
        if (each.labelled) {
            const QString plain = axisTime(each.time, step);
            const double width = m_metrics.horizontalAdvance(plain);
            const double left = std::clamp(x - width / 2, plot.left - line, size.width() - width);
            text({left, timesTop}, plain);
        }
        if (each.kind != GraduationKind::Day) continue;
        const QString date = dateText(each.time);
        if (x < dateFree && dated) continue;
        text({x, datesTop}, date);
        dateFree = x + m_metrics.horizontalAdvance(date) + line;
        dated = true;
    }
    // The date of the left edge, unless the next midnight is close.
    const double midnight = dated ? m_scale.x(utcMs((m_from_ms / 86'400'000 + 1) * 86'400'000)) : plot.right();
    const QString date = dateText(utcMs(m_from_ms));
    if (midnight - plot.left > m_metrics.horizontalAdvance(date) + line) text({plot.left, datesTop}, date);
    std::size_t first = m_contents.rows.size();
    std::size_t last = 0; // behind it
    for (std::size_t row = 0; row < m_contents.rows.size(); ++row) {
        const double y = m_scale.y(static_cast<double>(row));
        if (y < plot.top || y > plot.bottom()) continue;
        first = std::min(first, row);
        last = row + 1;
        const QString plain =
            m_metrics.elidedText(rowText(m_contents.rows[row]), Qt::ElideRight, plot.left - line * 0.8);
        m_painter.setPen(m_look.theme.color(m_contents.rows[row].base ? ColorRole::Text : ColorRole::SecondaryText));
        text({line * 0.4, y - line / 2}, plain);
    }
    // Rows out of sight are not to be missed.
    if (last > first && last - first < m_contents.rows.size()) {
        m_painter.setPen(m_look.theme.color(ColorRole::SecondaryText));
        text({line * 0.4, timesTop}, m_metrics.elidedText(rowsInSight(first + 1, last, m_contents.rows.size()),
                                                          Qt::ElideRight, plot.left - line * 1.4));
    }
    m_painter.setPen(pen(ColorRole::Line, 1));
    m_painter.drawLine(QPointF(plot.left, plot.top), QPointF(plot.right(), plot.top));
    m_painter.drawLine(QPointF(plot.left, plot.top), QPointF(plot.left, plot.bottom()));
}

void DiagramPainter::selected(std::size_t index) {
    const MissionLine& line = m_contents.lines[index];
    QPolygonF whole;
    const auto append = [&](const std::vector<Corner>& corners) {
        for (const Corner& corner : corners)
            whole << QPointF(m_scale.x(static_cast<double>(corner.time_ms)), m_scale.y(corner.row));
    };
    append(line.flown);
    append(line.expected);
    if (whole.isEmpty()) append(line.planned);
    for (const auto& [role, width] : {std::pair{ColorRole::Selection, 7.0}, std::pair{ColorRole::Base, 4.0}}) {
        QPen halo = pen(role, width);
        halo.setJoinStyle(Qt::RoundJoin);
        halo.setCapStyle(Qt::SquareCap);
        m_painter.setPen(halo);
        m_painter.drawPolyline(whole);
    }
    pointedAt(index);
    m_taken.clear();
    label(line, ColorRole::Text);
    conflicts(); // never under a halo
}

void DiagramPainter::pointedAt(std::size_t index) {
    const MissionLine& line = m_contents.lines[index];
    Lines planned, flown, expected;
    add(line.planned, planned);
    add(line.flown, flown);
    add(line.expected, expected);
    const bool alone = flown.empty() && expected.empty();
    draw(planned, pen(ColorRole::Text, alone ? 2 : 1.2));
    draw(expected, dashed(ColorRole::Text, actual_lines));
    draw(flown, pen(ColorRole::Text, actual_lines * 1.15));
}

void DiagramPainter::ghost(const MissionLine& line, milliseconds by, Ghost kind) {
    Lines whole;
    add(line.planned, whole, by.count());
    const ColorRole role = kind == Ghost::Refused ? ColorRole::Warning : ColorRole::Selection;
    draw(whole, kind == Ghost::Pending ? dashed(role, 2) : pen(role, 2.4));
}

void DiagramPainter::warnings(const MissionLine& line, milliseconds by,
                              const std::vector<schedule::Forbidden<std::int64_t>>& reasons) {
    std::size_t leg = 0;
    for (const auto& usage : line.mission->booking.usages) {
        const bool node = usage.kind == timing::PlaceKind::Node;
        if (!node) ++leg;
        if (leg >= line.rows.size()) return;
        const std::string place = node ? usage.from : usage.from + ">" + usage.to;
        if (!std::ranges::contains(reasons, place, &schedule::Forbidden<std::int64_t>::place)) continue;
        const double middle = static_cast<double>(usage.begin + usage.end) / 2 + static_cast<double>(by.count());
        sign({m_scale.x(middle), m_scale.y(node ? line.rows[leg] : (line.rows[leg - 1] + line.rows[leg]) / 2)});
    }
}

} // namespace haneul::diagram
