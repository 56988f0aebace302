#pragma once

#include "ui/window/desk_window.h"

namespace haneul::scene3d {
class Scene3DView;
}

namespace haneul::window {

// A further 3D view, on any screen: its own camera, the same picture, selection and clock. Linked, the middle of its
// area is the middle of the main map.
class SceneWindow final : public DeskWindow {
    Q_OBJECT

public:
    explicit SceneWindow(Desk& desk);

    [[nodiscard]] scene3d::Scene3DView& scene() { return *m_scene; }

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

    scene3d::Scene3DView* m_scene;
    bool m_linked = false;
    bool m_placed = false;
};

} // namespace haneul::window
