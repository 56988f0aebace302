#pragma once

#include "ui/map/camera.h"

#include <QKeyEvent>
#include <QString>

#include <optional>

namespace haneul::map {

// The pointer over a map, in pixels of that map.
struct MapPointer {
    QPointF pixel;
    Qt::KeyboardModifiers modifiers;
};

// What takes the pointer and the keys of a map before the map itself does: an editor. One tool may serve several maps;
// the camera says which one it is asked about. What a tool does not take stays the map's: dragging empty ground pans,
// the wheel zooms.
class MapTool {
public:
    virtual ~MapTool() = default;
    MapTool() = default;
    MapTool(const MapTool&) = delete;
    MapTool& operator=(const MapTool&) = delete;

    // Left button down. True: taken, drag() and release() follow and the map does not pan.
    virtual bool press(const MapCamera& camera, const MapPointer& pointer) = 0;
    virtual void drag(const MapCamera& camera, const MapPointer& pointer) = 0;
    virtual void release(const MapCamera& camera, const MapPointer& pointer) = 0;
    // Pressed and released in one place, and not taken by press(). False: the map selects there.
    virtual bool click(const MapCamera& camera, const MapPointer& pointer) = 0;
    virtual bool doubleClick(const MapCamera& camera, const MapPointer& pointer) = 0;
    // No button down; nullopt: it has left the map.
    virtual void hover(const MapCamera& camera, const std::optional<MapPointer>& pointer) = 0;
    // `at`: the pointer, or the middle of a map that the pointer is not over. False: the key is the map's.
    virtual bool key(const MapCamera& camera, QPointF at, const QKeyEvent& event) = 0;

    [[nodiscard]] virtual QString hint() const = 0; // what it waits for, for the top of the map
    [[nodiscard]] virtual Qt::CursorShape cursor() const = 0;
};

} // namespace haneul::map
