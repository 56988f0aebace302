#pragma once

#include "core/geo/position.h"
#include "ui/map/map_tool.h"

#include <QObject>

#include <optional>
#include <vector>

namespace haneul::plans {

// Places of a plan clicked on a map: a click puts one behind the last, Backspace takes the last back, Return or a
// double click ends, Escape ends without a change.
class RouteTool final : public QObject, public map::MapTool {
    Q_OBJECT

public:
    explicit RouteTool(QObject* parent = nullptr)
        : QObject(parent) {}

    void begin(std::vector<geo::LatLon> places);

    [[nodiscard]] const std::vector<geo::LatLon>& places() const { return m_places; }

    // With the pointer, while there is one: what the map draws.
    [[nodiscard]] std::vector<geo::LatLon> line() const;

    bool press(const map::MapCamera& camera, const map::MapPointer& pointer) override;
    void drag(const map::MapCamera& camera, const map::MapPointer& pointer) override;
    void release(const map::MapCamera& camera, const map::MapPointer& pointer) override;
    bool click(const map::MapCamera& camera, const map::MapPointer& pointer) override;
    bool doubleClick(const map::MapCamera& camera, const map::MapPointer& pointer) override;
    void hover(const map::MapCamera& camera, const std::optional<map::MapPointer>& pointer) override;
    bool key(const map::MapCamera& camera, QPointF at, const QKeyEvent& event) override;
    [[nodiscard]] QString hint() const override;
    [[nodiscard]] Qt::CursorShape cursor() const override;

Q_SIGNALS:
    void lineChanged();
    void ended(bool taken); // false: as before

private:
    void add(geo::LatLon place);

    std::vector<geo::LatLon> m_places;
    std::optional<geo::LatLon> m_pointer;
};

} // namespace haneul::plans
