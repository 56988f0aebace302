#include "ui/diagram/diagram_view.h"

#include "ui/diagram/diagram_rows.h"
#include "ui/diagram/diagram_words.h"
#include "ui/diagram/start_dialog.h"
#include "ui/models/words.h"

#include <QApplication>
#include <QHelpEvent>
#include <QJsonArray>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <utility>

namespace haneul::diagram {

using situation::TimeMode;
using theme::ColorRole;

namespace {

constexpr double wheelStep = 1.25;
constexpr double keyStep = 1.5;
constexpr double keyPan = 0.1; // of the width
constexpr milliseconds homeSpan{2 * 3'600'000};
constexpr double nowShare = 0.3;     // where Home puts now
constexpr double followUntil = 0.75; // from where on the picture moves along
constexpr milliseconds retimeReach{24 * 3'600'000};
constexpr std::size_t smoothCorners = 6'000; // with more in the picture, edges are hard

constexpr QLatin1StringView networkKey("network");
constexpr QLatin1StringView extentKey("extent");
constexpr QLatin1StringView chosenKey("chosen");
constexpr QLatin1StringView detailKey("detail");
constexpr QLatin1StringView basesKey("bases");
constexpr QLatin1StringView occupancyKey("occupancy");
constexpr QLatin1StringView ordersKey("rows");
constexpr QLatin1StringView spanKey("span_s");
constexpr const char* extentNames[] = {"network", "chosen", "one"};

// CPU time of this thread: what else runs on the machine does not count.
double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

QJsonArray toJson(const auto& names) {
    QJsonArray array;
    for (const std::string& name : names)
        array.append(QString::fromStdString(name));
    return array;
}

// A hand cannot mean more than a pixel: whole seconds, ten seconds, minutes.
milliseconds handStep(double msPerPx) {
    return milliseconds{msPerPx <= 5'000 ? 1'000 : msPerPx <= 30'000 ? 10'000 : 60'000};
}

UtcMs rounded(UtcMs time, milliseconds step) {
    const auto whole = step.count();
    return utcMs((sinceEpoch_ms(time) + whole / 2) / whole * whole);
}

} // namespace

DiagramView::DiagramView(const theme::Theme& theme, delivery::DeliveryDesk& desk, models::MissionSelection& selection,
                         QWidget* parent)
    : QWidget(parent)
    , m_theme(&theme)
    , m_desk(desk)
    , m_selection(selection)
    , m_retimer(desk, m_networks, nullptr)
    , m_contents(std::make_shared<const DiagramContents>()) {
    setObjectName(QStringLiteral("diagram"));
    setAccessibleName(tr("Drone-diagram"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&desk, &delivery::DeliveryDesk::stateChanged, this, &DiagramView::rebuild);
    connect(&selection, &models::MissionSelection::changed, this, &DiagramView::selectionChanged);
    connect(&m_retimer, &Retimer::changed, this, qOverload<>(&QWidget::update));
    connect(&m_retimer, &Retimer::refused, this, &DiagramView::said);
    connect(&m_retimer, &Retimer::asked, this, [this] { Q_EMIT said({}); }); // what was said before is over
    rebuild();
}

// -- what is shown

void DiagramView::rebuild() {
    const delivery::DeliveryState& state = *m_desk.state();
    if (!state.network(m_options.network)) {
        // The network with the first mission, else the first.
        std::string wanted = state.networks.empty() ? std::string() : state.networks.front().network.id;
        for (const delivery::MissionPtr& mission : state.missions)
            if (mission->standing() && state.network(mission->network)) {
                wanted = mission->network;
                break;
            }
        if (wanted != m_options.network) {
            m_options.network = wanted;
            Q_EMIT optionsChanged();
        }
    }
    m_options.order = m_orders[m_options.network];
    DiagramOptions options = m_options;
    const std::string selected = m_selection.mission().toStdString();
    if (options.extent == Extent::One) options.missions = {selected};
    const delivery::SavedNetwork* saved = state.network(options.network);
    const auto timed = saved ? m_networks.of(*saved) : Result<TimedNetworks::Timed>(TimedNetworks::Timed());
    m_contents = std::make_shared<const DiagramContents>(contentsOf(state, options, timed ? timed->get() : nullptr));
    m_under.clear();
    fit();
    if (!m_placed && m_contents->span && width() > 0 && isVisible()) {
        m_placed = true;
        showAll();
    }
    redraw();
    Q_EMIT readoutChanged(readout());
}

TimeRange DiagramView::bounds() const {
    TimeRange range = m_contents->span.value_or(TimeRange{m_now, m_now});
    if (m_now != UtcMs{}) range = {std::min(range.from, m_now), std::max(range.to, m_now + retimeReach)};
    return range;
}

void DiagramView::fit() {
    const QFontMetricsF metrics(font());
    m_scale.setPlot(plotIn(size(), *m_contents, metrics));
    m_scale.setRows(m_contents->rows.size(), leastRow_px(metrics));
    m_scale.setBounds(bounds());
}

void DiagramView::redraw() {
    m_stale = true;
    update();
}

void DiagramView::setTheme(const theme::Theme& theme) {
    m_theme = &theme;
    redraw();
}

double DiagramView::now_px() const {
    return std::floor(m_scale.x(m_now));
}

// Between two ticks nothing moves but the now-line, and that only when it has come to another pixel.
void DiagramView::setSituation(const situation::SituationPtr& situation, UtcMs time) {
    const bool first = m_now == UtcMs{};
    const double before = now_px();
    const bool sameMode = std::exchange(m_mode, situation->mode) == situation->mode;
    m_now = time;
    m_scale.setBounds(bounds());
    if (m_mode != TimeMode::Live) m_retimer.cancel();
    if (first && !m_placed) {
        m_placed = m_contents->span.has_value();
        m_placed ? showAll() : showNow();
        return;
    }
    if (m_following) follow();
    const double after = now_px();
    if (before == after && sameMode) return;
    const int wide = QFontMetrics(font()).horizontalAdvance(QStringLiteral("00:00:00Z REPLAY")) * 2;
    for (const double x : {before, after})
        update(QRect(static_cast<int>(std::clamp(x, -1e6, 1e6)) - wide / 2, 0, wide, height()));
}

void DiagramView::follow() {
    const PlotArea& plot = m_scale.plot();
    const double x = m_scale.x(m_now);
    if (x <= plot.left + plot.width * followUntil && x >= plot.left) return;
    m_scale.panTime(x - plot.left - plot.width * nowShare);
    redraw();
}

void DiagramView::showNow() {
    m_following = true;
    m_placed = true;
    if (m_scale.visible().length() > 4 * homeSpan || m_scale.visible().length() < homeSpan / 60)
        m_scale.show({m_now, m_now + homeSpan});
    m_scale.panTime(m_scale.x(m_now) - m_scale.plot().left - m_scale.plot().width * nowShare);
    redraw();
}

void DiagramView::showAll() {
    if (!m_contents->span) return;
    const milliseconds edge = m_contents->span->length() / 40 + milliseconds{1};
    show({m_contents->span->from - edge, m_contents->span->to + edge});
}

void DiagramView::show(const TimeRange& range) {
    m_following = false;
    m_placed = true;
    m_scale.show(range);
    redraw();
}

void DiagramView::zoomBy(double factor) {
    const PlotArea& plot = m_scale.plot();
    const double now = m_scale.x(m_now);
    const bool about = m_following && now >= plot.left && now <= plot.right();
    m_scale.zoomTime(factor, about ? now : plot.left + plot.width / 2);
    redraw();
}

void DiagramView::setNetwork(const std::string& id) {
    if (id == m_options.network) return;
    m_retimer.cancel();
    m_options.network = id;
    rebuild();
    showAll();
    Q_EMIT optionsChanged();
}

void DiagramView::setExtent(Extent extent) {
    if (extent == Extent::Chosen && m_options.missions.empty() && !m_selection.mission().isEmpty())
        m_options.missions.insert(m_selection.mission().toStdString());
    if (extent == m_options.extent) return;
    m_options.extent = extent;
    rebuild();
    if (extent != Extent::Network) showAll();
    Q_EMIT optionsChanged();
}

void DiagramView::setDetail(LineDetail detail) {
    if (detail == m_options.detail) return;
    m_options.detail = detail;
    rebuild();
    Q_EMIT optionsChanged();
}

void DiagramView::setBases(BaseRows bases) {
    if (bases == m_options.bases) return;
    m_options.bases = bases;
    rebuild();
    Q_EMIT optionsChanged();
}

void DiagramView::setOccupancy(Occupancy occupancy) {
    if (occupancy == m_occupancy) return;
    m_occupancy = occupancy;
    redraw();
    Q_EMIT optionsChanged();
}

void DiagramView::toggleChosen() {
    const std::string mission = m_selection.mission().toStdString();
    if (mission.empty()) return;
    if (m_options.missions.erase(mission) == 0) m_options.missions.insert(mission);
    if (m_options.extent == Extent::Chosen) rebuild();
    Q_EMIT optionsChanged();
}

void DiagramView::moveRow(int by) {
    const delivery::SavedNetwork* saved = m_desk.state()->network(m_options.network);
    const auto line = selectedLine();
    std::string node = m_row;
    if (node.empty() && line && m_visit < m_contents->lines[*line].rows.size())
        node = m_contents->rows[static_cast<std::size_t>(m_contents->lines[*line].rows[m_visit])].node;
    if (!saved || node.empty() || m_options.extent == Extent::One) return;
    m_orders[m_options.network] = withMovedRow(completedOrder(saved->network, m_orders[m_options.network]), node, by);
    rebuild();
    Q_EMIT optionsChanged();
}

// -- what is chosen

std::optional<std::size_t> DiagramView::selectedLine() const {
    const MissionLine* line = m_contents->line(m_selection.mission().toStdString());
    return line ? std::optional(static_cast<std::size_t>(line - m_contents->lines.data())) : std::nullopt;
}

void DiagramView::selectionChanged() {
    m_visit = 0;
    const delivery::MissionPtr mission = m_desk.state()->mission(m_selection.mission().toStdString());
    if (m_retimer.active() && m_retimer.check().mission() != m_selection.mission().toStdString()) m_retimer.cancel();
    if (mission && mission->network != m_options.network && mission->standing()) {
        m_options.network = mission->network;
        Q_EMIT optionsChanged();
        rebuild();
    } else if (m_options.extent == Extent::One) {
        rebuild();
        showAll();
    }
    update();
    Q_EMIT readoutChanged(readout());
}

void DiagramView::select(const std::string& mission, std::size_t visit) {
    m_row.clear();
    m_selection.select(QString::fromStdString(mission));
    m_visit = visit;
    update();
    Q_EMIT readoutChanged(readout());
}

QString DiagramView::readout() const {
    const auto line = selectedLine();
    if (!line) return {};
    const delivery::MissionPtr& mission = m_contents->lines[*line].mission;
    const std::size_t visit = std::min(m_visit, mission->route.nodes.size() - 1);
    QString text = tipText(mission, {visit, false}).split(u'\n').join(QStringLiteral(" · "));
    for (const ConflictMark& mark : m_contents->conflicts)
        if (mark.line == *line) text += QStringLiteral(" · ") + conflictText(mark.conflict);
    return text;
}

// By start; from the edge of the picture when none is selected.
void DiagramView::step(int by) {
    const auto& lines = m_contents->lines;
    if (lines.empty()) return;
    const auto now = selectedLine();
    auto next = static_cast<std::ptrdiff_t>(now.value_or(0)) + (now ? by : 0);
    if (!now) {
        const auto from = sinceEpoch_ms(m_scale.visible().from);
        const auto first = std::ranges::find_if(lines, [&](const MissionLine& line) { return line.end_ms >= from; });
        next = first == lines.end() ? std::ssize(lines) - 1 : first - lines.begin();
    }
    next = std::clamp<std::ptrdiff_t>(next, 0, std::ssize(lines) - 1);
    const MissionLine& line = lines[static_cast<std::size_t>(next)];
    const PlotArea& plot = m_scale.plot();
    const double middle = (m_scale.x(utcMs(line.begin_ms)) + m_scale.x(utcMs(line.end_ms))) / 2;
    if (middle < plot.left || middle > plot.right()) {
        m_following = false;
        m_scale.panTime(middle - plot.left - plot.width / 2);
        redraw();
    }
    select(line.mission->id, 0);
}

void DiagramView::stepVisit(int by) {
    const auto line = selectedLine();
    if (!line) {
        step(1);
        return;
    }
    const auto last = std::ssize(m_contents->lines[*line].rows) - 1;
    m_visit = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(m_visit) + by, 0, last));
    m_row.clear();
    update();
    Q_EMIT readoutChanged(readout());
}

std::optional<QPointF> DiagramView::pixelOf(const std::string& id, std::size_t visit) const {
    const MissionLine* line = m_contents->line(id);
    if (!line || visit >= line->rows.size()) return std::nullopt;
    const auto& node = line->mission->times.nodes[visit];
    return QPointF(m_scale.x(static_cast<double>(node.arrival + node.departure) / 2), m_scale.y(line->rows[visit]));
}

std::optional<std::size_t> DiagramView::rowLabelAt(QPointF pixel) const {
    if (pixel.x() >= m_scale.plot().left || m_contents->rows.empty()) return std::nullopt;
    const double row = std::round(m_scale.rowAt(pixel.y()));
    if (row < 0 || row >= static_cast<double>(m_contents->rows.size())) return std::nullopt;
    return static_cast<std::size_t>(row);
}

QString DiagramView::tipAt(QPointF pixel) const {
    const double radius = QFontMetricsF(font()).height() * 0.5;
    const auto near = [&](const Corner& corner) {
        return std::hypot(m_scale.x(utcMs(corner.time_ms)) - pixel.x(), m_scale.y(corner.row) - pixel.y()) <= radius;
    };
    if (const auto row = rowLabelAt(pixel)) return rowText(m_contents->rows[*row]);
    QStringList parts;
    for (const ConflictMark& mark : m_contents->conflicts)
        if (near(mark.at)) parts += conflictText(mark.conflict);
    if (!m_under.empty()) {
        parts += tipText(m_contents->lines[m_under.front().line].mission, m_under.front().place);
        if (m_under.size() > 1) parts += tr("and %n more here: Tab", nullptr, static_cast<int>(m_under.size()) - 1);
    }
    for (const CrossingMark& mark : m_contents->crossings)
        if (near(mark.at)) parts += crossingText(mark);
    return parts.join(QStringLiteral("\n"));
}

void DiagramView::pointAt(QPointF pixel, QPoint global) {
    const bool inside = pixel.x() >= m_scale.plot().left && pixel.y() >= m_scale.plot().top;
    auto under = inside ? picksAt(*m_contents, m_scale, pixel.x(), pixel.y(), QFontMetricsF(font()).height() * 0.4)
                        : std::vector<Pick>();
    const bool same =
        under.size() == m_under.size() && std::ranges::equal(under, m_under, {}, &Pick::line, &Pick::line);
    m_under = std::move(under);
    if (!same) update();
    const QString tip = tipAt(pixel);
    tip.isEmpty() ? QToolTip::hideText() : QToolTip::showText(global, tip, this);
}

// -- retiming

bool DiagramView::beginRetiming(const std::string& mission) {
    if (m_mode != TimeMode::Live) {
        Q_EMIT said({{}, tr("A replay shows what was: missions are moved in live operation."), {}});
        return false;
    }
    // As far as the picture reaches, and a day.
    return m_retimer.begin(mission, {m_now, std::max(m_scale.visible().to, m_now + retimeReach)});
}

void DiagramView::retimeSelected() {
    const auto line = selectedLine();
    if (!line) {
        Q_EMIT said({{}, tr("Select the mission that is to be moved."), {}});
        return;
    }
    setFocus();
    (void)beginRetiming(m_contents->lines[*line].mission->id);
}

void DiagramView::typeStart(const QString& typed) {
    if (!m_retimer.active()) retimeSelected();
    if (!m_retimer.active()) return;
    (new StartDialog(m_retimer, typed, this))->open();
}

void DiagramView::dragTo(QPointF pixel, Qt::KeyboardModifiers modifiers) {
    const milliseconds by = m_scale.timeAt(pixel.x()) - m_pressedAt;
    m_retimer.tryAt(rounded(m_retimer.booked() + by, handStep(m_scale.msPerPx())));
    if (modifiers.testFlag(Qt::ShiftModifier)) m_retimer.snap();
}

// -- mouse and keys

bool DiagramView::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::ShortcutOverride: // before the actions of the window, while the diagram has the keys
        if (takes(static_cast<QKeyEvent&>(*event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::ToolTip: {
        const auto& help = static_cast<QHelpEvent&>(*event);
        const QString tip = tipAt(help.pos());
        tip.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help.globalPos(), tip, this);
        return true;
    }
    default:
        break;
    }
    return QWidget::event(event);
}

void DiagramView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_pressed = m_last = event->position();
    m_pressedAt = m_scale.timeAt(event->position().x());
    m_drag = Drag::Pending;
    if (const auto row = rowLabelAt(event->position())) {
        m_row = m_contents->rows[*row].node;
        update();
    }
}

void DiagramView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (m_drag == Drag::None) {
        pointAt(at, event->globalPosition().toPoint());
        return;
    }
    if (m_drag == Drag::Pending) {
        if ((at - m_pressed).manhattanLength() < QApplication::startDragDistance()) return;
        // Only what was selected before can be moved, so that nobody moves a mission who wants to move the picture.
        const auto line = selectedLine();
        const auto under =
            picksAt(*m_contents, m_scale, m_pressed.x(), m_pressed.y(), QFontMetricsF(font()).height() * 0.5);
        const bool own = line && std::ranges::contains(under, *line, &Pick::line);
        if (own) {
            m_drag = beginRetiming(m_contents->lines[*line].mission->id) ? Drag::Retime : Drag::None;
            setCursor(m_drag == Drag::Retime ? Qt::SizeHorCursor : Qt::ForbiddenCursor);
        } else {
            m_drag = Drag::Pan;
            setCursor(Qt::ClosedHandCursor);
        }
        QToolTip::hideText();
    }
    if (m_drag == Drag::Retime) dragTo(at, event->modifiers());
    if (m_drag == Drag::Pan) {
        m_following = false;
        m_scale.panTime(m_last.x() - at.x());
        m_scale.panRows(m_last.y() - at.y());
        redraw();
    }
    m_last = at;
}

void DiagramView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    unsetCursor();
    const Drag drag = std::exchange(m_drag, Drag::None);
    if (drag == Drag::Retime && m_retimer.active()) m_retimer.set();
    if (drag != Drag::Pending || rowLabelAt(event->position())) return;
    pointAt(event->position(), event->globalPosition().toPoint());
    if (m_under.empty()) return;
    const Pick& pick = m_under.front();
    const std::string mission = m_contents->lines[pick.line].mission->id;
    select(mission, pick.place.visit);
    if (event->modifiers().testFlag(Qt::ControlModifier)) toggleChosen();
}

void DiagramView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_under.empty()) return;
    const MissionLine& line = m_contents->lines[m_under.front().line];
    const milliseconds edge{(line.end_ms - line.begin_ms) / 5};
    show({utcMs(line.begin_ms) - edge, utcMs(line.end_ms) + edge});
}

void DiagramView::leaveEvent(QEvent*) {
    if (m_under.empty()) return;
    m_under.clear();
    update();
}

void DiagramView::wheelEvent(QWheelEvent* event) {
    const QPoint turned = event->angleDelta();
    const double steps = (turned.y() != 0 ? turned.y() : turned.x()) / 120.0;
    const bool sideways = turned.y() == 0 || event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_scale.zoomRows(std::pow(wheelStep, steps), event->position().y());
    } else if (sideways) {
        m_following = false;
        m_scale.panTime(-steps * m_scale.plot().width * keyPan);
    } else {
        m_scale.zoomTime(std::pow(wheelStep, steps), event->position().x());
    }
    event->accept();
    redraw();
}

bool DiagramView::takes(const QKeyEvent& event) const {
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool plain = modifiers == Qt::NoModifier;
    const bool shift = modifiers == Qt::ShiftModifier;
    const bool control = modifiers == Qt::ControlModifier;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        return plain || shift || control;
    case Qt::Key_Up:
    case Qt::Key_Down:
        return plain || shift;
    case Qt::Key_Home:
        return plain || control;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Minus:
        return plain;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return plain || shift;
    case Qt::Key_Escape:
        return plain;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_S:
        return plain && m_retimer.active();
    default:
        return plain && m_retimer.active() && event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9;
    }
}

void DiagramView::keyPressEvent(QKeyEvent* event) {
    if (takes(*event) && ((m_retimer.active() && retimeKey(*event)) || viewKey(*event))) {
        event->accept();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool DiagramView::retimeKey(const QKeyEvent& event) {
    const Qt::KeyboardModifiers modifiers = event.modifiers();
    const milliseconds step{modifiers.testFlag(Qt::ControlModifier) ? 60'000
                            : modifiers.testFlag(Qt::ShiftModifier) ? 10'000
                                                                    : 1'000};
    switch (event.key()) {
    case Qt::Key_Left:
        m_retimer.tryAt(m_retimer.tried() - step);
        return true;
    case Qt::Key_Right:
        m_retimer.tryAt(m_retimer.tried() + step);
        return true;
    case Qt::Key_S:
        m_retimer.snap();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_retimer.set();
        return true;
    case Qt::Key_Escape:
        m_drag = Drag::None;
        unsetCursor();
        m_retimer.cancel();
        return true;
    default:
        break;
    }
    if (event.key() < Qt::Key_0 || event.key() > Qt::Key_9) return false;
    typeStart(event.text());
    return true;
}

bool DiagramView::viewKey(const QKeyEvent& event) {
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    const PlotArea& plot = m_scale.plot();
    const auto pan = [&](double part) {
        m_following = false;
        m_scale.panTime(plot.width * part);
        redraw();
    };
    switch (event.key()) {
    case Qt::Key_Left:
        control ? stepVisit(-1) : pan(shift ? -keyPan / 5 : -keyPan);
        return true;
    case Qt::Key_Right:
        control ? stepVisit(1) : pan(shift ? keyPan / 5 : keyPan);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int by = event.key() == Qt::Key_Up ? -1 : 1;
        if (!shift) {
            step(by);
            return true;
        }
        m_scale.panRows(by * m_scale.rowHeight_px());
        redraw();
        return true;
    }
    case Qt::Key_PageUp:
        pan(-0.9);
        return true;
    case Qt::Key_PageDown:
        pan(0.9);
        return true;
    case Qt::Key_Home:
        control ? showAll() : showNow();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(keyStep);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / keyStep);
        return true;
    case Qt::Key_Escape:
        m_row.clear();
        m_selection.select({});
        return true;
    default:
        return false;
    }
}

// Tab stays here while several missions lie under the pointer.
bool DiagramView::focusNextPrevChild(bool next) {
    if (m_under.size() < 2) return QWidget::focusNextPrevChild(next);
    const auto line = selectedLine();
    const auto count = std::ssize(m_under);
    auto at = line ? std::ranges::find(m_under, *line, &Pick::line) - m_under.begin() : count;
    at = at == count ? 0 : (at + (next ? 1 : count - 1)) % count;
    const Pick pick = m_under[static_cast<std::size_t>(at)];
    select(m_contents->lines[pick.line].mission->id, pick.place.visit);
    return true;
}

void DiagramView::resizeEvent(QResizeEvent*) {
    const bool first = !m_placed && m_contents->span;
    fit();
    if (first) showAll();
    redraw();
}

void DiagramView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Drone-diagram"));
        Q_EMIT readoutChanged(readout());
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        m_texts.clear();
        fit();
        redraw();
    }
}

// -- painting

DiagramLook DiagramView::look() const {
    std::size_t corners = 0;
    const auto from = sinceEpoch_ms(m_scale.visible().from), to = sinceEpoch_ms(m_scale.visible().to);
    for (const MissionLine& line : m_contents->lines)
        if (line.begin_ms <= to && line.end_ms >= from)
            corners += line.planned.size() + line.flown.size() + line.expected.size();
    return {.theme = *m_theme,
            .font = font(),
            .occupancy = m_occupancy,
            .edges = corners > smoothCorners ? Edges::Hard : Edges::Smooth};
}

void DiagramView::paintLayer() {
    const double begun = cpu_ms();
    const QSize wanted = size() * devicePixelRatio();
    if (m_layer.size() != wanted) m_layer = QPixmap(wanted);
    m_layer.setDevicePixelRatio(devicePixelRatio());
    QPainter painter(&m_layer);
    const DiagramLook now = look();
    DiagramPainter diagram(painter, *m_contents, m_scale, now, &m_texts);
    diagram.everything(size());
    if (m_contents->lines.empty()) {
        painter.setPen(m_theme->color(ColorRole::SecondaryText));
        const QString why = m_desk.state()->networks.empty()  ? tr("There is no delivery network yet")
                            : m_options.extent == Extent::One ? tr("Select a mission to see it alone")
                                                              : tr("No missions are booked on this network");
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, why);
    }
    m_stale = false;
    ++m_paintings;
    m_drawn = {diagram.drawnMissions(), diagram.drawnLabels(), cpu_ms() - begun};
}

void DiagramView::paintEvent(QPaintEvent* event) {
    if (m_stale || m_layer.devicePixelRatio() != devicePixelRatio()) paintLayer();
    QPainter painter(this);
    painter.setClipRegion(event->region());
    painter.drawPixmap(0, 0, m_layer);
    painter.setFont(font());
    const PlotArea& plot = m_scale.plot();
    painter.save();
    painter.setClipRect(QRectF(plot.left, plot.top, plot.width, plot.height), Qt::IntersectClip);
    paintChosen(painter);
    paintRetiming(painter);
    painter.restore();
    paintNow(painter);
    if (!hasFocus()) return;
    painter.setPen(QPen(m_theme->color(ColorRole::Focus), 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

void DiagramView::paintNow(QPainter& painter) const {
    const PlotArea& plot = m_scale.plot();
    const double x = now_px() + 0.5;
    if (m_now == UtcMs{} || x < plot.left || x > plot.right()) return;
    const QFontMetricsF metrics(font());
    const ColorRole role = m_mode == TimeMode::Live     ? ColorRole::Selection
                           : m_mode == TimeMode::Paused ? ColorRole::PausedFrame
                                                        : ColorRole::ReplayFrame;
    painter.setRenderHint(QPainter::Antialiasing, false);
    QPen pen(m_theme->color(role), 1);
    pen.setDashPattern({6, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(x, plot.top), QPointF(x, plot.bottom()));
    const QString text = (m_mode == TimeMode::Live ? tr("now %1") : tr("replay %1")).arg(models::utcTime(m_now));
    const double width = metrics.horizontalAdvance(text);
    const double left = std::clamp(x - width / 2, plot.left, std::max(plot.left, this->width() - width));
    const QRectF box(left - metrics.height() * 0.2, plot.top - metrics.height() * 2.4, width + metrics.height() * 0.4,
                     metrics.height() * 1.1);
    painter.fillRect(box, m_theme->color(ColorRole::Raised));
    painter.setPen(m_theme->color(role));
    painter.drawText(QPointF(left, box.top() + metrics.ascent()), text);
}

void DiagramView::paintChosen(QPainter& painter) {
    const DiagramLook now = look();
    DiagramPainter diagram(painter, *m_contents, m_scale, now, &m_texts);
    if (!m_under.empty() && m_drag == Drag::None) diagram.pointedAt(m_under.front().line);
    const auto line = selectedLine();
    if (!line) return;
    diagram.selected(*line);
    if (const auto pixel = pixelOf(m_contents->lines[*line].mission->id, m_visit); pixel && hasFocus()) {
        const double size = QFontMetricsF(font()).ascent() * 0.4;
        painter.setPen(QPen(m_theme->color(ColorRole::Focus), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(pixel->x() - size, pixel->y() - size, 2 * size, 2 * size));
    }
}

void DiagramView::paintBox(QPainter& painter, QPointF at, const QString& text) const {
    const QFontMetricsF metrics(font());
    const double gap = metrics.height() * 0.3;
    QRectF box = metrics.boundingRect(QRectF(0, 0, width() * 0.5, height()), Qt::TextWordWrap, text)
                     .adjusted(-gap, -gap, gap, gap);
    const PlotArea& plot = m_scale.plot();
    box.moveTopLeft({std::clamp(at.x(), plot.left, std::max(plot.left, plot.right() - box.width())),
                     std::clamp(at.y(), plot.top, std::max(plot.top, plot.bottom() - box.height()))});
    painter.setPen(QPen(m_theme->color(ColorRole::Line), 1));
    painter.setBrush(m_theme->color(ColorRole::Raised));
    painter.drawRect(box);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(m_theme->color(ColorRole::Text));
    painter.drawText(box.adjusted(gap, gap, -gap, -gap), Qt::TextWordWrap, text);
}

// Starts that are not free are shaded over the whole height; the mission stands where it would be.
void DiagramView::paintRetiming(QPainter& painter) {
    const DiagramLook now = look();
    DiagramPainter diagram(painter, *m_contents, m_scale, now, &m_texts);
    for (const Retimer::Pending& pending : m_retimer.pending())
        if (const MissionLine* line = m_contents->line(pending.mission))
            diagram.ghost(*line, pending.start - line->mission->start, DiagramPainter::Ghost::Pending);
    if (!m_retimer.active()) return;
    const RetimeCheck& check = m_retimer.check();
    const MissionLine* line = m_contents->line(check.mission());
    if (!line) return;
    const PlotArea& plot = m_scale.plot();
    QColor shade = m_theme->color(ColorRole::Stale);
    shade.setAlphaF(0.35F);
    double from = plot.left;
    const auto shadeTo = [&](double x) {
        if (x > from) {
            QColor veil = m_theme->color(ColorRole::Base);
            veil.setAlphaF(0.45F);
            painter.fillRect(QRectF(from, plot.top, x - from, plot.height), veil);
            painter.fillRect(QRectF(from, plot.top, x - from, plot.height), QBrush(shade, Qt::BDiagPattern));
        }
    };
    for (const RetimeCheck::Window& window : check.windows()) {
        shadeTo(std::min(m_scale.x(static_cast<double>(window.from)), plot.right()));
        from = std::max(from, m_scale.x(static_cast<double>(window.to)));
    }
    shadeTo(plot.right());
    const bool fits = m_retimer.fits();
    const milliseconds by = m_retimer.tried() - m_retimer.booked();
    diagram.ghost(*line, by, fits ? DiagramPainter::Ghost::Free : DiagramPainter::Ghost::Refused);
    if (!fits) diagram.warnings(*line, by, check.inTheWay(m_retimer.tried()));
    const double x = m_scale.x(m_retimer.tried());
    painter.setPen(QPen(m_theme->color(fits ? ColorRole::Selection : ColorRole::Warning), 1.5));
    painter.drawLine(QPointF(x, plot.top), QPointF(x, plot.bottom()));
    const QString sign = fits ? QString() : QStringLiteral("▲ ");
    paintBox(
        painter, {x + QFontMetricsF(font()).height() * 0.5, plot.top},
        QStringLiteral("%1%2 (%3): %4").arg(sign, exactTime(m_retimer.tried()), delayText(by), m_retimer.judgement()));
}

// -- kept with the workspace

QJsonObject DiagramView::state() const {
    QJsonObject orders;
    for (const auto& [network, order] : m_orders)
        if (!order.empty()) orders.insert(QString::fromStdString(network), toJson(order));
    return {{networkKey, QString::fromStdString(m_options.network)},
            {extentKey, QLatin1StringView(extentNames[static_cast<std::size_t>(m_options.extent)])},
            {chosenKey, toJson(m_options.missions)},
            {detailKey, m_options.detail == LineDetail::Detailed},
            {basesKey, m_options.bases == BaseRows::Twice},
            {occupancyKey, m_occupancy == Occupancy::Shown},
            {ordersKey, orders},
            {spanKey, static_cast<qint64>(m_scale.visible().length().count() / 1000)}};
}

void DiagramView::restore(const QJsonObject& state) {
    constexpr qsizetype mostNames = 1'000;
    const auto names = [](const QJsonValue& value) {
        std::vector<std::string> list;
        for (const QJsonValue& each : value.toArray())
            if (each.isString() && std::ssize(list) < mostNames) list.push_back(each.toString().toStdString());
        return list;
    };
    for (std::size_t i = 0; i < std::size(extentNames); ++i)
        if (state.value(extentKey).toString() == QLatin1StringView(extentNames[i]))
            m_options.extent = static_cast<Extent>(i);
    const std::vector<std::string> chosen = names(state.value(chosenKey));
    m_options.missions = {chosen.begin(), chosen.end()};
    m_options.detail = state.value(detailKey).toBool(true) ? LineDetail::Detailed : LineDetail::Coarse;
    m_options.bases = state.value(basesKey).toBool() ? BaseRows::Twice : BaseRows::Once;
    m_occupancy = state.value(occupancyKey).toBool(true) ? Occupancy::Shown : Occupancy::Hidden;
    const QJsonObject orders = state.value(ordersKey).toObject();
    m_orders.clear();
    for (auto each = orders.begin(); each != orders.end(); ++each)
        m_orders[each.key().toStdString()] = names(each.value());
    if (const QString network = state.value(networkKey).toString(); !network.isEmpty())
        m_options.network = network.toStdString();
    rebuild();
    if (const qint64 span = state.value(spanKey).toInteger(); span > 0 && m_now != UtcMs{}) {
        m_scale.show({m_now, m_now + milliseconds{span * 1000}});
        showNow();
    }
    Q_EMIT optionsChanged();
}

} // namespace haneul::diagram
