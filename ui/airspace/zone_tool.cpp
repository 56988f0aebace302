#include "ui/airspace/zone_tool.h"

#include "core/geo/geodesic.h"
#include "ui/airspace/zone_geometry.h"

#include <QApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace haneul::airspace {

using map::MapCamera;
using map::MapPointer;

namespace {

constexpr int dragKey = 22;
constexpr double hitRadius_px = 11.0; // at scale 1
constexpr double nudge_m = 1.0;
constexpr double fastFactor = 10.0; // with Shift
constexpr double snapAngle_deg = 15.0;
constexpr double wholeRadius_m = 10.0;

double pixelsBetween(const MapCamera& camera, geo::LatLon place, QPointF pixel) {
    const QPointF apart = camera.pixelOf(geo::toMercator(place)) - pixel;
    return std::hypot(apart.x(), apart.y());
}

// As it lies on the map: handles stand on the drawn line.
geo::LatLon halfWay(geo::LatLon from, geo::LatLon to) {
    const auto line = geo::inverse(from, to);
    return geo::direct(from, line.initialBearing_deg, line.distance_m / 2);
}

bool drawsCorners(ZoneHand hand) {
    return hand == ZoneHand::DrawPolygon || hand == ZoneHand::DrawHole;
}

double radiusTo(geo::LatLon centre, geo::LatLon rim, bool whole) {
    const double radius_m = geo::inverse(centre, rim).distance_m;
    return whole ? std::max(wholeRadius_m, std::round(radius_m / wholeRadius_m) * wholeRadius_m) : radius_m;
}

} // namespace

ZoneTool::ZoneTool(ZoneEditor& editor, QObject* parent)
    : QObject(parent)
    , m_editor(editor) {
    connect(&editor, &ZoneEditor::handChanged, this, &ZoneTool::endLine);
}

ZoneTool::Hit ZoneTool::hitAt(const MapCamera& camera, QPointF pixel) const {
    const Layer* const layer = m_editor.layerInHand();
    if (layer == nullptr) return {};
    double nearest = hitRadius_px * m_scale;
    Hit hit;
    const auto offer = [&](geo::LatLon place, const Hit& found) {
        const double here = pixelsBetween(camera, place, pixel);
        if (here > nearest) return;
        nearest = here;
        hit = found;
    };
    if (const auto* const circle = std::get_if<geo::Circle>(&layer->area)) {
        offer(geo::direct(circle->centre, 90, circle->radius_m), {{PickedPart::Kind::Rim, 0, 0}, false});
        offer(circle->centre, {{PickedPart::Kind::Centre, 0, 0}, false});
        return hit;
    }
    for (std::size_t r = 0; m_editor.ring(r) != nullptr; ++r)
        for (std::size_t i = 0; i < m_editor.ring(r)->size(); ++i)
            offer((*m_editor.ring(r))[i], {{PickedPart::Kind::Corner, r, i}, false});
    if (hit.part.kind != PickedPart::Kind::Nothing) return hit;
    for (std::size_t r = 0; m_editor.ring(r) != nullptr; ++r) {
        const auto& ring = *m_editor.ring(r);
        for (std::size_t i = 0; i < ring.size(); ++i)
            offer(halfWay(ring[i], ring[(i + 1) % ring.size()]), {{PickedPart::Kind::Corner, r, i + 1}, true});
    }
    return hit;
}

std::optional<geo::LatLon> ZoneTool::before() const {
    if (m_line.centre) return m_line.centre;
    if (!m_line.corners.empty()) return m_line.corners.back();
    return std::nullopt;
}

geo::LatLon ZoneTool::placeFor(const MapCamera& camera, const MapPointer& pointer) const {
    const geo::LatLon place = geo::fromMercator(camera.placeAt(pointer.pixel));
    const auto from = before();
    if (!from || !pointer.modifiers.testFlag(Qt::ControlModifier)) return settled(place);
    const auto line = geo::inverse(*from, place);
    return settled(geo::direct(*from, std::round(line.initialBearing_deg / snapAngle_deg) * snapAngle_deg,
                               std::round(line.distance_m)));
}

bool ZoneTool::press(const MapCamera& camera, const MapPointer& pointer) {
    m_dragged = false;
    m_drawing = false;
    m_pressing = false;
    m_pressedAt = pointer.pixel;
    if (!m_editor.mayChange()) return false;
    if (m_editor.hand() == ZoneHand::DrawCircle) {
        m_pressing = true;
        if (m_line.centre) return true;
        m_drawing = true;
        m_line.centre = placeFor(camera, pointer);
        Q_EMIT lineChanged();
        return true;
    }
    if (drawsCorners(m_editor.hand())) return false; // the map pans, a click draws
    m_pressed = hitAt(camera, pointer.pixel);
    m_pressing = m_pressed.part.kind != PickedPart::Kind::Nothing;
    return m_pressing;
}

void ZoneTool::drag(const MapCamera& camera, const MapPointer& pointer) {
    if (!m_pressing || !m_editor.mayChange()) return;
    if (!m_dragged && (pointer.pixel - m_pressedAt).manhattanLength() < QApplication::startDragDistance()) return;
    const bool whole = pointer.modifiers.testFlag(Qt::ControlModifier);
    if (m_editor.hand() == ZoneHand::DrawCircle) {
        m_dragged = true;
        m_line.to = geo::fromMercator(camera.placeAt(pointer.pixel));
        Q_EMIT lineChanged();
        return;
    }
    const geo::LatLon place = geo::fromMercator(camera.placeAt(pointer.pixel));
    if (!std::exchange(m_dragged, true)) {
        m_editor.draft().seal();
        if (m_pressed.insert) {
            m_editor.insertCorner(m_pressed.part.ring, m_pressed.part.corner, place);
            m_pressed.insert = false;
        }
        m_editor.pick(m_pressed.part);
        m_editor.draft().seal();
    }
    moveTo(place, whole);
}

void ZoneTool::moveTo(geo::LatLon place, bool whole) {
    const PickedPart picked = m_editor.picked();
    if (picked.kind == PickedPart::Kind::Corner) return m_editor.moveCorner(picked.ring, picked.corner, place, dragKey);
    const Layer* const layer = m_editor.layerInHand();
    const auto* const circle = layer ? std::get_if<geo::Circle>(&layer->area) : nullptr;
    if (circle == nullptr) return;
    const geo::Circle now = *circle;
    if (picked.kind == PickedPart::Kind::Centre) m_editor.setCircle(place, now.radius_m, dragKey);
    if (picked.kind == PickedPart::Kind::Rim)
        m_editor.setCircle(now.centre, radiusTo(now.centre, place, whole), dragKey);
}

void ZoneTool::release(const MapCamera& camera, const MapPointer& pointer) {
    const bool dragged = std::exchange(m_dragged, false);
    if (!std::exchange(m_pressing, false)) return;
    m_editor.draft().seal();
    const bool whole = pointer.modifiers.testFlag(Qt::ControlModifier);
    if (m_editor.hand() == ZoneHand::DrawCircle) {
        const bool first = std::exchange(m_drawing, false);
        if (dragged || !first) setCircleEnd(geo::fromMercator(camera.placeAt(pointer.pixel)), whole);
        return;
    }
    if (!dragged) m_editor.pick(m_pressed.insert ? PickedPart{} : m_pressed.part);
    m_pressed = {};
}

bool ZoneTool::click(const MapCamera& camera, const MapPointer& pointer) {
    return act(camera, pointer);
}

// What a click or Return does there.
bool ZoneTool::act(const MapCamera& camera, const MapPointer& pointer) {
    if (!m_editor.mayChange()) return false;
    switch (m_editor.hand()) {
    case ZoneHand::DrawPolygon:
    case ZoneHand::DrawHole:
        addCorner(camera, pointer);
        return true;
    case ZoneHand::DrawCircle:
        if (m_line.centre) {
            setCircleEnd(geo::fromMercator(camera.placeAt(pointer.pixel)),
                         pointer.modifiers.testFlag(Qt::ControlModifier));
            return true;
        }
        m_line.centre = placeFor(camera, pointer);
        Q_EMIT lineChanged();
        return true;
    case ZoneHand::Select:
        break;
    }
    const Hit hit = hitAt(camera, pointer.pixel);
    if (hit.part.kind != PickedPart::Kind::Nothing && !hit.insert) {
        m_editor.pick(hit.part);
        return true;
    }
    if (takeLayerAt(camera, pointer.pixel)) return true;
    m_editor.pick({});
    return false; // there may be traffic
}

bool ZoneTool::takeLayerAt(const MapCamera& camera, QPointF pixel) {
    const geo::LatLon place = geo::fromMercator(camera.placeAt(pixel));
    const auto& layers = m_editor.zone().layers;
    const auto inside = [&](const geo::Area& area) { return geo::check(area) && geo::contains(area, place); };
    if (m_editor.layerInHand() && inside(m_editor.layerInHand()->area)) return false;
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (inside(layers[i].area)) {
            m_editor.takeLayer(i);
            return true;
        }
    return false;
}

void ZoneTool::addCorner(const MapCamera& camera, const MapPointer& pointer) {
    auto& corners = m_line.corners;
    if (corners.size() >= 3 && pixelsBetween(camera, corners.front(), pointer.pixel) <= hitRadius_px * m_scale)
        return close();
    const geo::LatLon place = placeFor(camera, pointer);
    if (!corners.empty() && corners.back() == place) return; // the second half of a double click
    corners.push_back(place);
    Q_EMIT lineChanged();
}

void ZoneTool::setCircleEnd(geo::LatLon rim, bool whole) {
    if (!m_line.centre) return;
    const geo::LatLon centre = *m_line.centre;
    const double radius_m = radiusTo(centre, rim, whole);
    if (radius_m < 1) return; // two clicks in one place make no circle
    endLine();
    m_editor.addLayer(geo::Circle{settled(centre), std::round(radius_m * 10) / 10});
    m_editor.take(ZoneHand::Select);
}

void ZoneTool::close() {
    if (m_line.corners.size() < 3) return;
    std::vector<geo::LatLon> corners = m_line.corners;
    endLine();
    if (m_editor.hand() == ZoneHand::DrawHole)
        m_editor.addHole(std::move(corners));
    else
        m_editor.addLayer(geo::Polygon{std::move(corners), {}});
    m_editor.take(ZoneHand::Select);
}

bool ZoneTool::doubleClick(const MapCamera& camera, const MapPointer& pointer) {
    if (!m_editor.mayChange()) return false;
    if (drawsCorners(m_editor.hand())) {
        close();
        return true;
    }
    if (m_editor.hand() == ZoneHand::DrawCircle) return true;
    const Hit hit = hitAt(camera, pointer.pixel);
    if (hit.insert) {
        m_editor.draft().seal();
        m_editor.insertCorner(hit.part.ring, hit.part.corner, geo::fromMercator(camera.placeAt(pointer.pixel)));
    }
    return hit.part.kind != PickedPart::Kind::Nothing;
}

void ZoneTool::hover(const MapCamera& camera, const std::optional<MapPointer>& pointer) {
    m_hovering = false;
    const auto pointed = std::exchange(m_line.to, std::nullopt);
    if (pointer) {
        m_hovering = hitAt(camera, pointer->pixel).part.kind != PickedPart::Kind::Nothing;
        if (before()) m_line.to = placeFor(camera, *pointer);
    }
    if (m_line.to != pointed) Q_EMIT lineChanged();
}

bool ZoneTool::takeBack() {
    if (!m_line.corners.empty())
        m_line.corners.pop_back();
    else if (m_line.centre)
        m_line.centre.reset();
    else
        return false;
    Q_EMIT lineChanged();
    return true;
}

void ZoneTool::endLine() {
    m_line = {};
    Q_EMIT lineChanged();
}

bool ZoneTool::key(const MapCamera& camera, QPointF at, const QKeyEvent& event) {
    if (!m_editor.editing()) return false;
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    const double step = nudge_m * (event.modifiers().testFlag(Qt::ShiftModifier) ? fastFactor : 1.0);
    const auto nudge = [&](double north, double east) {
        if (control) m_editor.nudgePicked(north * step, east * step);
        return control;
    };
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (control && drawsCorners(m_editor.hand()))
            close();
        else
            (void)act(camera, {at, event.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)});
        return true;
    case Qt::Key_Delete:
        m_editor.removePicked();
        return true;
    case Qt::Key_Backspace:
        return takeBack();
    case Qt::Key_PageUp:
        m_editor.pickNext(-1);
        return true;
    case Qt::Key_PageDown:
        m_editor.pickNext(1);
        return true;
    case Qt::Key_Left:
        return nudge(0, -1);
    case Qt::Key_Right:
        return nudge(0, 1);
    case Qt::Key_Up:
        return nudge(1, 0);
    case Qt::Key_Down:
        return nudge(-1, 0);
    case Qt::Key_Escape:
        if (takeBack()) return true;
        if (m_editor.hand() != ZoneHand::Select) {
            m_editor.take(ZoneHand::Select);
            return true;
        }
        if (m_editor.picked().kind == PickedPart::Kind::Nothing) return false;
        m_editor.pick({});
        return true;
    default:
        return false;
    }
}

QString ZoneTool::hint() const {
    if (!m_editor.mayChange()) return {};
    switch (m_editor.hand()) {
    case ZoneHand::DrawPolygon:
        return m_line.corners.size() < 3
                   ? tr("Polygon: click its corners. Return: pointer or middle. Backspace: one back. Esc: end")
                   : tr("Polygon: a double click, the first corner or Ctrl+Return closes it. Ctrl: whole metres, 15°");
    case ZoneHand::DrawHole:
        if (!m_editor.mayHaveHole()) return tr("Hole: only a volume with corners has one. Esc: end");
        return m_line.corners.size() < 3
                   ? tr("Hole: click its corners inside the volume in hand. Backspace: one back. Esc: end")
                   : tr("Hole: a double click, the first corner or Ctrl+Return closes it. Ctrl: whole metres, 15°");
    case ZoneHand::DrawCircle:
        return m_line.centre ? tr("Circle: click its rim. Ctrl: tens of metres. Esc: back")
                             : tr("Circle: click its centre, or drag from centre to rim. Esc: end");
    case ZoneHand::Select:
        break;
    }
    return {};
}

Qt::CursorShape ZoneTool::cursor() const {
    if (m_editor.hand() != ZoneHand::Select) return Qt::CrossCursor;
    return m_hovering ? Qt::PointingHandCursor : Qt::ArrowCursor;
}

} // namespace haneul::airspace
