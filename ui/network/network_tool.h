#pragma once

#include "ui/map/map_tool.h"
#include "ui/network/network_editor.h"
#include "ui/network/network_hits.h"

#include <QObject>

namespace haneul::network {

// Pointer and keys of a map while a network is changed.
// Select: a click picks, dragging moves a node or waypoint; dragging the line of the picked link, or a double click on
// any, puts a waypoint in. Add: a click puts a node. Draw link: from node to node, with waypoints in between.
// Near a node or waypoint the pointer snaps to it; with Ctrl to whole metres and multiples of 15 degrees from the point
// before. Keys: Return acts at the pointer, Delete removes what is picked, Backspace and Escape take back, Ctrl and an
// arrow move by a metre (Shift: ten), Page Up and Page Down pick the next, Insert puts a waypoint into the picked link.
class NetworkTool final : public QObject, public map::MapTool {
    Q_OBJECT

public:
    static constexpr double snapAngle_deg = 15.0;

    // `editor` must outlive it.
    explicit NetworkTool(NetworkEditor& editor, QObject* parent = nullptr);

    bool press(const map::MapCamera& camera, const map::MapPointer& pointer) override;
    void drag(const map::MapCamera& camera, const map::MapPointer& pointer) override;
    void release(const map::MapCamera& camera, const map::MapPointer& pointer) override;
    bool click(const map::MapCamera& camera, const map::MapPointer& pointer) override;
    bool doubleClick(const map::MapCamera& camera, const map::MapPointer& pointer) override;
    void hover(const map::MapCamera& camera, const std::optional<map::MapPointer>& pointer) override;
    bool key(const map::MapCamera& camera, QPointF at, const QKeyEvent& event) override;
    [[nodiscard]] QString hint() const override;
    [[nodiscard]] Qt::CursorShape cursor() const override;

    // The link that is being drawn.
    struct Line {
        std::string from; // node; empty: none
        std::vector<route::Waypoint> via;
        std::optional<geo::LatLon> to; // where the pointer is
    };

    [[nodiscard]] const Line& line() const { return m_line; }

    // Where the next point goes because something is near; nullopt: where the pointer is.
    [[nodiscard]] const std::optional<geo::LatLon>& snap() const { return m_snap; }

    void setScale(double scale) { m_scale = scale; } // of what the map draws

Q_SIGNALS:
    void lineChanged(); // or snap()

private:
    [[nodiscard]] Hit hitAt(const map::MapCamera& camera, QPointF pixel) const;
    // `from`: the point before, for Ctrl.
    [[nodiscard]] geo::LatLon placeFor(const map::MapCamera& camera, const map::MapPointer& pointer,
                                       std::optional<geo::LatLon> from, bool toNodes);
    [[nodiscard]] std::optional<geo::LatLon> lastPoint() const; // of the line
    [[nodiscard]] std::optional<geo::LatLon> pointBefore(const Picked& picked) const;
    bool act(const map::MapCamera& camera, const map::MapPointer& pointer);
    void drawTo(const map::MapCamera& camera, const map::MapPointer& pointer);
    void moveTo(geo::LatLon place);
    bool takeBack();
    void endLine();
    void insertIntoPicked(const map::MapCamera& camera, QPointF at);

    NetworkEditor& m_editor;
    Line m_line;
    std::optional<geo::LatLon> m_snap;
    Hit m_pressed; // what is being dragged
    QPointF m_pressedAt;
    bool m_dragged = false;  // far enough to be one
    bool m_hovering = false; // over something that a click would pick
    double m_scale = 1.0;
};

} // namespace haneul::network
