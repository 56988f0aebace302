#include "ui/plans/route_tool.h"

#include "core/geo/mercator.h"

namespace haneul::plans {

void RouteTool::begin(std::vector<geo::LatLon> places) {
    m_places = std::move(places);
    m_pointer.reset();
    Q_EMIT lineChanged();
}

std::vector<geo::LatLon> RouteTool::line() const {
    auto line = m_places;
    if (m_pointer && !line.empty()) line.push_back(*m_pointer);
    return line;
}

void RouteTool::add(geo::LatLon place) {
    if (!m_places.empty() && m_places.back() == place) return;
    m_places.push_back(place);
    Q_EMIT lineChanged();
}

bool RouteTool::press(const map::MapCamera&, const map::MapPointer&) {
    return false; // dragging pans
}

void RouteTool::drag(const map::MapCamera&, const map::MapPointer&) {}

void RouteTool::release(const map::MapCamera&, const map::MapPointer&) {}

bool RouteTool::click(const map::MapCamera& camera, const map::MapPointer& pointer) {
    add(geo::fromMercator(camera.placeAt(pointer.pixel)));
    return true;
}

bool RouteTool::doubleClick(const map::MapCamera&, const map::MapPointer&) {
    Q_EMIT ended(true);
    return true;
}

void RouteTool::hover(const map::MapCamera& camera, const std::optional<map::MapPointer>& pointer) {
    m_pointer = pointer ? std::optional(geo::fromMercator(camera.placeAt(pointer->pixel))) : std::nullopt;
    Q_EMIT lineChanged();
}

bool RouteTool::key(const map::MapCamera& camera, QPointF at, const QKeyEvent& event) {
    switch (event.key()) {
    case Qt::Key_Insert: // a place by the keyboard: where the pointer or the middle is
        add(geo::fromMercator(camera.placeAt(at)));
        return true;
    case Qt::Key_Backspace:
        if (!m_places.empty()) m_places.pop_back();
        Q_EMIT lineChanged();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT ended(true);
        return true;
    case Qt::Key_Escape:
        Q_EMIT ended(false);
        return true;
    default:
        return false;
    }
}

QString RouteTool::hint() const {
    return tr("Flight plan: click or Insert puts a place, Backspace takes it back, Return ends, Escape forgets (%n so "
              "far)",
              nullptr, static_cast<int>(m_places.size()));
}

Qt::CursorShape RouteTool::cursor() const {
    return Qt::CrossCursor;
}

} // namespace haneul::plans
