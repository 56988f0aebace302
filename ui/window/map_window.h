#pragma once

#include "ui/window/desk_window.h"

namespace haneul::map {
class MapView;
}

namespace haneul::window {

class MapControl;

// A further map, on any screen: its own place and label detail, the same picture, selection and clock. Linked, it keeps
// the place and zoom of the main map.
class MapWindow final : public DeskWindow {
    Q_OBJECT

public:
    explicit MapWindow(Desk& desk);

    [[nodiscard]] map::MapView& map() { return *m_map; }

    [[nodiscard]] bool isLinked() const { return m_linked; }

    void setLinked(bool linked);

    void setPicture(const Picture& picture) override;
    [[nodiscard]] QJsonObject viewState() const override;
    void restoreView(const QJsonObject& state) override;

protected:
    void setTheme(const theme::Theme& theme) override;
    void word() override;

private:
    void follow();

    map::MapView* m_map;
    MapControl* m_control;
    bool m_linked = false;
};

} // namespace haneul::window
