// The mouse and the keys of the drone-diagram.

#include "ui/diagram/diagram_view.h"
#include "ui/diagram/diagram_words.h"
#include "ui/diagram/start_dialog.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace haneul::diagram {

using situation::TimeMode;

namespace {

constexpr double wheelStep = 1.25;
constexpr double keyStep = 1.5;
constexpr double keyPan = 0.1; // of the width

// A hand cannot mean more than a pixel: whole seconds, ten seconds, minutes.
milliseconds handStep(double msPerPx) {
    return milliseconds{msPerPx <= 5'000 ? 1'000 : msPerPx <= 30'000 ? 10'000 : 60'000};
}

UtcMs rounded(UtcMs time, milliseconds step) {
    const auto whole = step.count();
    return utcMs((sinceEpoch_ms(time) + whole / 2) / whole * whole);
}

} // namespace

// -- retiming

bool DiagramView::beginRetiming(const std::string& mission) {
    if (m_mode != TimeMode::Live) {
        Q_EMIT said({{}, tr("A replay shows what was: missions are moved in live operation."), {}});
        return false;
    }
    // As far as the picture reaches, and a day.
    return m_retimer.begin(mission, {m_now, std::max(m_scale.visible().to, m_now + reach)});
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
        m_all = m_following = false;
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
    if (const auto bar = barAt(event->position())) {
        const std::string plan = m_contents->plans[*bar].plan->plan.id; // choosing it makes other contents
        m_plans->choose(plan);
        pointAt(event->position(), event->globalPosition().toPoint());
    }
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
    m_all = false;
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
        m_all = m_following = false;
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
    fit();
    if (m_all) showAll();
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

} // namespace haneul::diagram
