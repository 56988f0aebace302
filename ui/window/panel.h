#pragma once

#include "ui/theme/theme.h"
#include "ui/window/picture.h"

#include <QJsonObject>
#include <QWidget>

#include <memory>
#include <span>

namespace haneul::window {

class MainWindow;

// What a dock of the main window holds. The widget belongs to its dock; the panel lives as long as the window.
class Panel {
public:
    virtual ~Panel() = default;
    Panel() = default;
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;

    [[nodiscard]] virtual QWidget& widget() = 0;

    virtual void setTheme(const theme::Theme&) {}

    virtual void setPicture(const Picture&) {}

    // Column widths, filters and the like, kept with the workspace. `restore` ignores what it does not know.
    [[nodiscard]] virtual QJsonObject state() const { return {}; }

    virtual void restore(const QJsonObject&) {}
};

// A widget as a panel: of these it is given what it has: setTheme(const theme::Theme&), setPicture(const Picture&),
// setSituation(SituationPtr[, UtcMs time]), QJsonObject state() const, restore(const QJsonObject&).
template <class W>
class WidgetPanel final : public Panel {
public:
    explicit WidgetPanel(W* widget)
        : m_widget(*widget) {}

    [[nodiscard]] QWidget& widget() override { return m_widget; }

    void setTheme(const theme::Theme& theme) override {
        if constexpr (requires { m_widget.setTheme(theme); }) m_widget.setTheme(theme);
    }

    void setPicture(const Picture& picture) override {
        if constexpr (requires { m_widget.setPicture(picture); })
            m_widget.setPicture(picture);
        else if constexpr (requires { m_widget.setSituation(picture.situation, picture.time); })
            m_widget.setSituation(picture.situation, picture.time);
        else if constexpr (requires { m_widget.setSituation(picture.situation); })
            m_widget.setSituation(picture.situation);
    }

    [[nodiscard]] QJsonObject state() const override {
        if constexpr (requires { QJsonObject(m_widget.state()); })
            return m_widget.state();
        else
            return {};
    }

    void restore(const QJsonObject& state) override {
        if constexpr (requires { m_widget.restore(state); }) m_widget.restore(state);
    }

private:
    W& m_widget;
};

template <class W>
[[nodiscard]] std::unique_ptr<Panel> panelOf(W* widget) {
    return std::make_unique<WidgetPanel<W>>(widget);
}

// One dock. The list in panels.cpp is the only place where docks are declared: the panel menu, the factory layouts and
// the pictures of `haneul --shots` read it.
struct PanelInfo {
    const char* id;     // stable: the dock is called id + "Dock"
    const char* title;  // English source text, context "haneul::window::Panels"
    const char* action; // shows and hides it
    Qt::DockWidgetArea area;
    bool shown;    // in the factory layout
    bool titleBar; // false: its content says what it is
    std::unique_ptr<Panel> (*make)(MainWindow& window);
};

[[nodiscard]] std::span<const PanelInfo> panelInfos();
[[nodiscard]] QString panelTitle(const PanelInfo& info); // translated

} // namespace haneul::window
