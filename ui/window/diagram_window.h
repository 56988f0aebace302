#pragma once

#include "ui/window/desk_window.h"

namespace haneul::diagram {
class DiagramPanel;
}

namespace haneul::window {

// A further drone-diagram, on any screen: its own network, rows and times, the same missions, selection and clock.
class DiagramWindow final : public DeskWindow {
    Q_OBJECT

public:
    explicit DiagramWindow(Desk& desk);

    [[nodiscard]] diagram::DiagramPanel& diagram() { return *m_diagram; }

    void setPicture(const Picture& picture) override;
    [[nodiscard]] QJsonObject viewState() const override;
    void restoreView(const QJsonObject& state) override;

protected:
    void setTheme(const theme::Theme& theme) override;
    void word() override;

private:
    diagram::DiagramPanel* m_diagram;
};

} // namespace haneul::window
