#pragma once

#include "ui/airspace/zone_editor.h"
#include "ui/map/map_tool.h"

#include <QObject>

#include <optional>
#include <vector>

namespace haneul::airspace {

// Pointer and keys of a map while a zone is drawn or changed.
// Select: dragging moves a corner, the centre or the rim; dragging the middle of a side puts a corner in; a click into
// another volume of the zone takes it in hand. Polygon: a click per corner; a double click, a click on the first
// corner or Ctrl+Return closes it; a hole likewise, in the volume in hand. Circle: centre, then rim, by two clicks or
// one drag. With Ctrl: whole metres and multiples of 15 degrees, a radius in tens of metres. Keys: Return acts at the
// pointer, Delete removes the picked corner, Backspace and Escape take back, Ctrl and an arrow move by a metre (Shift:
// ten), Page Up and Page Down pick the next.
class ZoneTool final : public QObject, public map::MapTool {
    Q_OBJECT

public:
    // `editor` must outlive it.
    explicit ZoneTool(ZoneEditor& editor, QObject* parent = nullptr);

    bool press(const map::MapCamera& camera, const map::MapPointer& pointer) override;
    void drag(const map::MapCamera& camera, const map::MapPointer& pointer) override;
    void release(const map::MapCamera& camera, const map::MapPointer& pointer) override;
    bool click(const map::MapCamera& camera, const map::MapPointer& pointer) override;
    bool doubleClick(const map::MapCamera& camera, const map::MapPointer& pointer) override;
    void hover(const map::MapCamera& camera, const std::optional<map::MapPointer>& pointer) override;
    bool key(const map::MapCamera& camera, QPointF at, const QKeyEvent& event) override;
    [[nodiscard]] QString hint() const override;
    [[nodiscard]] Qt::CursorShape cursor() const override;

    // What is being drawn: corners of a polygon, or the centre of a circle, and where the pointer is.
    struct Line {
        std::vector<geo::LatLon> corners;
        std::optional<geo::LatLon> centre;
        std::optional<geo::LatLon> to;
    };

    [[nodiscard]] const Line& line() const { return m_line; }

    void setScale(double scale) { m_scale = scale; } // of what the map draws

Q_SIGNALS:
    void lineChanged();

private:
    // What of the layer in hand is under a pixel; a corner to be put in is an Insert before `part.corner`.
    struct Hit {
        PickedPart part;
        bool insert = false;
    };

    [[nodiscard]] Hit hitAt(const map::MapCamera& camera, QPointF pixel) const;
    [[nodiscard]] std::optional<geo::LatLon> before() const; // the point that the next one comes from
    [[nodiscard]] geo::LatLon placeFor(const map::MapCamera& camera, const map::MapPointer& pointer) const;
    bool act(const map::MapCamera& camera, const map::MapPointer& pointer);
    void addCorner(const map::MapCamera& camera, const map::MapPointer& pointer);
    void setCircleEnd(geo::LatLon rim, bool whole);
    void close();
    void moveTo(geo::LatLon place, bool whole);
    bool takeLayerAt(const map::MapCamera& camera, QPointF pixel);
    bool takeBack();
    void endLine();

    ZoneEditor& m_editor;
    Line m_line;
    Hit m_pressed; // what is being dragged
    bool m_pressing = false;
    bool m_dragged = false;  // far enough to be one
    bool m_hovering = false; // over something that a click would pick
    bool m_drawing = false;  // this press has set the centre of a circle
    QPointF m_pressedAt;
    double m_scale = 1.0;
};

} // namespace haneul::airspace
