#include "ui/network/network_tool.h"

#include "core/geo/geodesic.h"

#include <QApplication>

#include <algorithm>
#include <cmath>

namespace haneul::network {

using map::MapCamera;
using map::MapPointer;

namespace {

constexpr int dragKey = 5;
constexpr double nudge_m = 1.0;
constexpr double fastFactor = 10.0; // with Shift

} // namespace

NetworkTool::NetworkTool(NetworkEditor& editor, QObject* parent)
    : QObject(parent)
    , m_editor(editor) {
    connect(&editor, &NetworkEditor::handChanged, this, &NetworkTool::endLine);
    connect(&editor, &NetworkEditor::networkChanged, this, [this] {
        if (!m_line.from.empty() && !m_editor.network().node(m_line.from)) endLine(); // undone
    });
}

Hit NetworkTool::hitAt(const MapCamera& camera, QPointF pixel) const {
    const Picked& picked = m_editor.picked();
    const bool link = picked.kind == Picked::Kind::Link || picked.kind == Picked::Kind::Waypoint;
    return network::hitAt(m_editor.network(), camera, pixel, hitRadius_px * m_scale,
                          link ? std::optional(picked.index) : std::nullopt);
}

std::optional<geo::LatLon> NetworkTool::lastPoint() const {
    if (!m_line.via.empty()) return m_line.via.back().place;
    const delivery::Node* from = m_editor.network().node(m_line.from);
    return from ? std::optional(from->place) : std::nullopt;
}

// The one before a waypoint on its link; for a node the other end of its first link.
std::optional<geo::LatLon> NetworkTool::pointBefore(const Picked& picked) const {
    const Network& network = m_editor.network();
    if (picked.kind == Picked::Kind::Waypoint) {
        const auto way = wayOf(network, network.links[picked.index]);
        return way.empty() ? std::nullopt : std::optional(way[picked.waypoint].place);
    }
    if (picked.kind != Picked::Kind::Node) return std::nullopt;
    const std::string& id = network.nodes[picked.index].id;
    for (const delivery::Link& link : network.links)
        if (link.a == id || link.b == id) {
            const auto way = wayOf(network, link);
            if (!way.empty()) return link.a == id ? way[1].place : way[way.size() - 2].place;
        }
    return std::nullopt;
}

geo::LatLon NetworkTool::placeFor(const MapCamera& camera, const MapPointer& pointer, std::optional<geo::LatLon> from,
                                  bool toNodes) {
    m_snap.reset();
    if (toNodes) {
        const Hit hit = hitAt(camera, pointer.pixel);
        if (hit.kind == Hit::Kind::Node || hit.kind == Hit::Kind::Waypoint) {
            m_snap = hit.place;
            return hit.place;
        }
    }
    const geo::LatLon there = geo::fromMercator(camera.placeAt(pointer.pixel));
    if (!from || !pointer.modifiers.testFlag(Qt::ControlModifier)) return there;
    const geo::GeodesicLine line = geo::inverse(*from, there);
    const double bearing_deg = std::round(line.initialBearing_deg / snapAngle_deg) * snapAngle_deg;
    m_snap = geo::direct(*from, bearing_deg, std::round(line.distance_m));
    return *m_snap;
}

bool NetworkTool::press(const MapCamera& camera, const MapPointer& pointer) {
    m_pressed = {};
    m_dragged = false;
    if (!m_editor.mayChange() || m_editor.hand() == Hand::DrawLink) return false;
    const Hit hit = hitAt(camera, pointer.pixel);
    // Only what can be moved is taken; a link that is not picked yet may lie under ground that people want to pan.
    const bool movable = hit.kind == Hit::Kind::Node || hit.kind == Hit::Kind::Waypoint ||
                         (hit.kind == Hit::Kind::Link && m_editor.picked().isLink(hit.index));
    if (!movable) return false;
    m_pressed = hit;
    m_pressedAt = pointer.pixel;
    m_editor.draft().seal();
    return true;
}

void NetworkTool::drag(const MapCamera& camera, const MapPointer& pointer) {
    if (m_pressed.kind == Hit::Kind::Nothing) return;
    if (!m_dragged) {
        if ((pointer.pixel - m_pressedAt).manhattanLength() < QApplication::startDragDistance()) return;
        m_dragged = true;
        switch (m_pressed.kind) {
        case Hit::Kind::Nothing:
            break;
        case Hit::Kind::Node:
            m_editor.pick({Picked::Kind::Node, m_pressed.index, 0});
            break;
        case Hit::Kind::Waypoint:
            m_editor.pick({Picked::Kind::Waypoint, m_pressed.index, m_pressed.waypoint});
            break;
        case Hit::Kind::Link:
            m_editor.insertWaypoint(m_pressed.index, m_pressed.waypoint, m_pressed.place, dragKey);
            m_pressed.kind = Hit::Kind::Waypoint;
            break;
        }
        m_editor.draft().seal();
    }
    const Picked picked = m_editor.picked();
    m_snap.reset();
    geo::LatLon place = geo::fromMercator(camera.placeAt(pointer.pixel));
    if (pointer.modifiers.testFlag(Qt::ControlModifier)) place = placeFor(camera, pointer, pointBefore(picked), false);
    if (picked.kind == Picked::Kind::Waypoint) {
        // A waypoint may stand in the column of a node.
        const Hit hit =
            network::hitAt({.nodes = m_editor.network().nodes}, camera, pointer.pixel, hitRadius_px * m_scale);
        if (hit.kind == Hit::Kind::Node) {
            place = hit.place;
            m_snap = hit.place;
        }
    }
    moveTo(place);
    Q_EMIT lineChanged();
}

void NetworkTool::moveTo(geo::LatLon place) {
    const Picked picked = m_editor.picked();
    if (picked.kind == Picked::Kind::Node)
        m_editor.moveNode(picked.index, place, dragKey);
    else if (picked.kind == Picked::Kind::Waypoint)
        m_editor.moveWaypoint(picked.index, picked.waypoint, place, dragKey);
}

void NetworkTool::release(const MapCamera& camera, const MapPointer& pointer) {
    const Hit pressed = m_pressed;
    m_pressed = {};
    m_editor.draft().seal();
    m_snap.reset();
    Q_EMIT lineChanged();
    if (!std::exchange(m_dragged, false) && pressed.kind != Hit::Kind::Nothing) (void)act(camera, pointer);
}

bool NetworkTool::click(const MapCamera& camera, const MapPointer& pointer) {
    return act(camera, pointer);
}

// What a click or Return does there.
bool NetworkTool::act(const MapCamera& camera, const MapPointer& pointer) {
    const Hit hit = hitAt(camera, pointer.pixel);
    switch (m_editor.hand()) {
    case Hand::DrawLink:
        drawTo(camera, pointer);
        return true;
    case Hand::AddBase:
    case Hand::AddDelivery:
        if (hit.kind == Hit::Kind::Node) { // two nodes in one place help nobody
            m_editor.pick({Picked::Kind::Node, hit.index, 0});
            return true;
        }
        m_editor.addNode(m_editor.hand() == Hand::AddBase ? delivery::NodeKind::Base : delivery::NodeKind::Delivery,
                         geo::fromMercator(camera.placeAt(pointer.pixel)));
        return true;
    case Hand::Select:
        break;
    }
    switch (hit.kind) {
    case Hit::Kind::Nothing:
        m_editor.pick({});
        return false; // there may be traffic
    case Hit::Kind::Node:
        m_editor.pick({Picked::Kind::Node, hit.index, 0});
        return true;
    case Hit::Kind::Waypoint:
        m_editor.pick({Picked::Kind::Waypoint, hit.index, hit.waypoint});
        return true;
    case Hit::Kind::Link:
        m_editor.pick({Picked::Kind::Link, hit.index, 0});
        return true;
    }
    return false;
}

void NetworkTool::drawTo(const MapCamera& camera, const MapPointer& pointer) {
    const Network& network = m_editor.network();
    const Hit hit = hitAt(camera, pointer.pixel);
    const bool node = hit.kind == Hit::Kind::Node;
    if (m_line.from.empty()) {
        if (!node) return;
        m_line.from = network.nodes[hit.index].id;
        m_editor.pick({Picked::Kind::Node, hit.index, 0});
        Q_EMIT lineChanged();
        return;
    }
    if (!node) {
        const geo::LatLon place = placeFor(camera, pointer, lastPoint(), true);
        const double height_m = m_line.via.empty() ? network.node(m_line.from)->top_m : m_line.via.back().height_m;
        m_line.via.push_back({settled(network, place), height_m});
        Q_EMIT lineChanged();
        return;
    }
    const std::string to = network.nodes[hit.index].id;
    if (to == m_line.from) return;
    const std::string from = m_line.from;
    if (const auto there = linkIndex(network, from, to)) {
        m_editor.pick({Picked::Kind::Link, *there, 0}); // one link is enough: this one
        endLine();
        return;
    }
    auto via = m_line.via;
    endLine();
    (void)m_editor.addLink(from, to, std::move(via));
    m_line.from = to; // on to the next
    Q_EMIT lineChanged();
}

bool NetworkTool::doubleClick(const MapCamera& camera, const MapPointer& pointer) {
    if (!m_editor.mayChange()) return false;
    if (m_editor.hand() == Hand::DrawLink) {
        endLine();
        return true;
    }
    if (m_editor.hand() != Hand::Select) return true; // its first click has put a node
    const Hit hit = hitAt(camera, pointer.pixel);
    if (hit.kind == Hit::Kind::Link) {
        m_editor.draft().seal();
        m_editor.insertWaypoint(hit.index, hit.waypoint, hit.place);
    }
    return hit.kind != Hit::Kind::Nothing;
}

void NetworkTool::hover(const MapCamera& camera, const std::optional<MapPointer>& pointer) {
    const auto before = m_snap;
    const auto pointed = m_line.to;
    m_hovering = false;
    m_snap.reset();
    m_line.to.reset();
    if (pointer) {
        const Hit hit = hitAt(camera, pointer->pixel);
        m_hovering = hit.kind != Hit::Kind::Nothing;
        if (m_editor.hand() == Hand::DrawLink) {
            const geo::LatLon place = placeFor(camera, *pointer, lastPoint(), true);
            if (!m_line.from.empty()) m_line.to = place;
        }
    }
    if (m_snap != before || m_line.to != pointed) Q_EMIT lineChanged();
}

bool NetworkTool::takeBack() {
    if (!m_line.via.empty())
        m_line.via.pop_back();
    else if (!m_line.from.empty())
        m_line = {};
    else
        return false;
    Q_EMIT lineChanged();
    return true;
}

void NetworkTool::endLine() {
    m_line = {};
    m_snap.reset();
    Q_EMIT lineChanged();
}

void NetworkTool::insertIntoPicked(const MapCamera& camera, QPointF at) {
    const Picked picked = m_editor.picked();
    if (picked.kind != Picked::Kind::Link && picked.kind != Picked::Kind::Waypoint) return;
    m_editor.draft().seal();
    const Hit hit = hitAt(camera, at);
    if (hit.kind == Hit::Kind::Link && hit.index == picked.index)
        return m_editor.insertWaypoint(picked.index, hit.waypoint, hit.place);
    m_editor.insertBehindPicked();
}

bool NetworkTool::key(const MapCamera& camera, QPointF at, const QKeyEvent& event) {
    if (!m_editor.editing()) return false;
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    const double step = nudge_m * (event.modifiers().testFlag(Qt::ShiftModifier) ? fastFactor : 1.0);
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        (void)act(camera, {at, event.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)});
        return true;
    case Qt::Key_Delete:
        m_editor.removePicked();
        return true;
    case Qt::Key_Backspace:
        return takeBack();
    case Qt::Key_Insert:
        insertIntoPicked(camera, at);
        return true;
    case Qt::Key_PageUp:
        m_editor.pickNext(-1);
        return true;
    case Qt::Key_PageDown:
        m_editor.pickNext(1);
        return true;
    case Qt::Key_Left:
        if (control) m_editor.nudgePicked(0, -step);
        return control;
    case Qt::Key_Right:
        if (control) m_editor.nudgePicked(0, step);
        return control;
    case Qt::Key_Up:
        if (control) m_editor.nudgePicked(step, 0);
        return control;
    case Qt::Key_Down:
        if (control) m_editor.nudgePicked(-step, 0);
        return control;
    case Qt::Key_Escape:
        if (takeBack()) return true;
        if (m_editor.hand() != Hand::Select) {
            m_editor.take(Hand::Select);
            return true;
        }
        if (m_editor.picked().kind == Picked::Kind::Nothing) return false;
        m_editor.pick({});
        return true;
    default:
        return false;
    }
}

QString NetworkTool::hint() const {
    if (!m_editor.mayChange()) return {};
    switch (m_editor.hand()) {
    case Hand::AddBase:
        return tr("Base points: click where one stands. Return: pointer or middle. Esc: end");
    case Hand::AddDelivery:
        return tr("Delivery points: click where one stands. Return: pointer or middle. Esc: end");
    case Hand::DrawLink:
        return m_line.from.empty()
                   ? tr("Link: click the node where it begins. Return: pointer or middle. Esc: end")
                   : tr("Link from %1: click waypoints, then the node where it ends. Ctrl: whole metres, 15°. "
                        "Backspace: one back")
                         .arg(QString::fromStdString(m_line.from));
    case Hand::Select:
        break;
    }
    return {};
}

Qt::CursorShape NetworkTool::cursor() const {
    if (m_editor.hand() != Hand::Select) return Qt::CrossCursor;
    return m_hovering ? Qt::PointingHandCursor : Qt::ArrowCursor;
}

} // namespace haneul::network
