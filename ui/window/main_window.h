#pragma once

#include "ui/window/desk_window.h"
#include "ui/window/factory_layouts.h"
#include "ui/window/panel.h"
#include "ui/window/shapes.h"

#include <functional>
#include <memory>
#include <vector>

class QDialog;
class QDockWidget;
class QLabel;

namespace haneul::map {
class MapView;
}

namespace haneul::scene3d {
class Scene3DView;
}

namespace haneul::window {

class MapControl;
class MessageBar;
class ReplayBar;

// The window that a desk always has: the map, the panels in docks around it, the replay and the status bar.
class MainWindow final : public DeskWindow {
    Q_OBJECT

public:
    static constexpr int layoutVersion = 1;

    explicit MainWindow(Desk& desk);
    ~MainWindow() override;

    [[nodiscard]] map::MapView& map() { return *m_map; }

    [[nodiscard]] scene3d::Scene3DView& scene() { return *m_scene; }

    // Null: no such panel.
    [[nodiscard]] Panel* panel(QLatin1StringView id) const;
    void showPanel(QLatin1StringView id); // shown and in front
    void centreOn(const traffic::TrackId& id);

    void setPicture(const Picture& picture) override;

    void arrange(const FactoryLayout& factory);
    // A sentence about the program itself, until it is put away. `text` is asked again when the language changes.
    void say(Sign sign, std::function<QString()> text);

    [[nodiscard]] QJsonObject viewState() const override;
    void restoreView(const QJsonObject& state) override;

protected:
    [[nodiscard]] QByteArray docks() const override;
    void restoreDocks(const QByteArray& docks) override;
    void setTheme(const theme::Theme& theme) override;
    void word() override;
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Dock {
        const PanelInfo* info;
        std::unique_ptr<Panel> panel;
        QDockWidget* dock;
    };

    struct Placed {
        QDockWidget* dock;
        PanelPlace place;
    };

    // Every panel with its place in that layout.
    [[nodiscard]] std::vector<Placed> placesOf(const FactoryLayout& factory) const;
    [[nodiscard]] static std::vector<Placed> shownIn(const std::vector<Placed>& all, Qt::DockWidgetArea area);
    bool takeDocks(const QByteArray& docks);
    void sizeDocks(const FactoryLayout& factory);

    void buildViews();
    void buildDocks();
    void buildReplay();
    void buildMessages();
    void buildStatusBar();
    void connectActions();
    void connectAccess();
    void checkPanels(); // before the first show no dock tells by itself
    void layOut();      // once it has its size
    void openDialog(QDialog*& dialog, const std::function<QDialog*()>& make);
    void showSteps();
    void showCounts(const situation::Situation& situation);
    void showWork(milliseconds delay, double work_ms);

    map::MapView* m_map = nullptr;
    scene3d::Scene3DView* m_scene = nullptr;
    MapControl* m_control = nullptr;
    std::vector<Dock> m_docks;
    ReplayBar* m_replay = nullptr;
    QToolBar* m_replayTools = nullptr;
    QLabel* m_cursor = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_latency = nullptr;
    MessageBar* m_messages = nullptr;
    QToolBar* m_messageTools = nullptr;
    QDialog* m_about = nullptr;
    QDialog* m_workspaces = nullptr;

    bool m_laidOut = false;
    QByteArray m_waitingDocks;                       // to be restored once the window has its size
    const FactoryLayout* m_waitingFactory = nullptr; // the same
    milliseconds m_delay{0};
    double m_work_ms = 0;
};

} // namespace haneul::window
