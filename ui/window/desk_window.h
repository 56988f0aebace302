#pragma once

#include "ui/actions/action_registry.h"
#include "ui/theme/theme.h"
#include "ui/window/layout.h"
#include "ui/window/picture.h"

#include <QJsonObject>
#include <QMainWindow>
#include <QPointer>
#include <QSet>

class QToolBar;

namespace haneul::access {
class DeskAccess;
}

namespace haneul::actions {
class KeyOverlay;
}

namespace haneul::window {

class ClockPanel;
class Desk;
class FactLine;
class Menus;

// What every window of a desk has: its own actions with their keys, the menus, the line of what is not known, the clock
// with the word LIVE, PAUSED or REPLAY, and the coloured frame of the latter two.
class DeskWindow : public QMainWindow {
    Q_OBJECT

public:
    DeskWindow(Desk& desk, WindowKind kind);
    ~DeskWindow() override;

    [[nodiscard]] Desk& desk() const { return m_desk; }

    [[nodiscard]] WindowKind kind() const { return m_kind; }

    [[nodiscard]] const actions::ActionRegistry& actionRegistry() const { return m_actions; }

    // One tick of the desk.
    virtual void setPicture(const Picture& picture);

    // What this window looks at (camera, link, panels): kept with the workspace. `restoreView` ignores what it does not
    // know.
    [[nodiscard]] virtual QJsonObject viewState() const { return {}; }

    virtual void restoreView(const QJsonObject&) {}

    [[nodiscard]] WindowLayout windowLayout() const;
    // On the screens that there are now; see placeOnScreens.
    void apply(const WindowLayout& layout);

    // Locked and opened with the desk; says who is there.
    void obey(access::DeskAccess& access);

    // What this window alone does not know (its base map, its OpenGL); empty: nothing.
    void setOwnFact(const QString& text);

protected:
    // `act` on this window's action of that id. Whatever a further window does not handle itself, its key and menu
    // entry do in the main window.
    template <class F>
    void on(const char* id, F act) {
        connect(&handled(id), &QAction::triggered, this, act);
    }

    [[nodiscard]] QAction& handled(const char* id);
    // After all on(): the rest goes to the main window.
    void finishActions();
    [[nodiscard]] QToolBar* fixedBar(const char* name);

    [[nodiscard]] QToolBar& topBar() { return *m_top; }

    [[nodiscard]] virtual QByteArray docks() const { return {}; }

    virtual void restoreDocks(const QByteArray&) {}

    virtual void setTheme(const theme::Theme& theme);
    virtual void word(); // all texts; on a change of language too

    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void checkChoices();
    void frame(situation::TimeMode mode);
    void showFacts();

    Desk& m_desk;
    WindowKind m_kind;
    actions::ActionRegistry m_actions;
    QSet<QByteArray> m_handled;
    QToolBar* m_top;
    FactLine* m_facts;
    ClockPanel* m_clock;
    Menus* m_menus = nullptr;
    actions::KeyOverlay* m_keys = nullptr;
    std::vector<models::Fact> m_shared;
    QString m_ownFact;
    std::optional<situation::TimeMode> m_mode;
    bool m_ready = false;
};

} // namespace haneul::window
