#pragma once

#include "server/clock/clock.h"
#include "server/situation/situation.h"
#include "ui/actions/action_registry.h"
#include "ui/map/label_detail.h"
#include "ui/models/feed_health_model.h"
#include "ui/models/selection.h"
#include "ui/theme/theme.h"
#include "ui/window/language.h"
#include "ui/window/replay_control.h"
#include "ui/window/window_state.h"

#include <QMainWindow>
#include <QTimer>
#include <QUrl>

class QDockWidget;
class QLabel;
class QMenu;
class QToolBar;

namespace haneul::actions {
class KeyOverlay;
}

namespace haneul::map {
class MapView;
enum class TileServerState;
} // namespace haneul::map

namespace haneul::scene3d {
class Scene3DView;
}

namespace haneul::window {

class AboutDialog;
class ClockPanel;
class FactLine;
class FeedStrip;
class NoticePanel;
class ReplayBar;
class TrackPanel;

// Everything the window needs, passed in. `board` and `clock` must outlive it.
struct MainWindowDependencies {
    const situation::SituationBoard& board;
    const clock::Clock& clock; // the ingest clock: ages and the live time are counted with it
    ReplayControl replay;
    QUrl tileServer;    // "http://127.0.0.1:8080"; empty: no base map
    QString mapCredits; // whom the base map must credit
    QString theme = QStringLiteral("dark");
    QString language = QStringLiteral("ko");
    double textScale = 1.0;
    QString statePath; // where the layout is kept; what is kept there goes before theme, language and scale. Empty: not
                       // kept
};

// The desk of the console. Once every tick it looks at the board; when neither the picture nor the second has changed,
// nothing is touched and nothing repaints.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    static constexpr milliseconds tick{100}; // software OpenGL: one repaint costs more than all tracks

    explicit MainWindow(MainWindowDependencies dependencies, QWidget* parent = nullptr);
    ~MainWindow() override;

    void setTheme(const QString& id);
    void setLanguage(const QString& id);
    void setTextScale(double scale);

    [[nodiscard]] models::Selection& selection() { return m_selection; }

    [[nodiscard]] const actions::ActionRegistry& actionRegistry() const { return m_actions; }

    [[nodiscard]] map::MapView& map() { return *m_map; }

    [[nodiscard]] scene3d::Scene3DView& scene() { return *m_scene; }

    // How often the views have been given something new: stays as it is while nothing changes.
    [[nodiscard]] std::uint64_t refreshCount() const { return m_refreshes; }

    void refresh(); // one tick; the timer calls it

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildViews();
    void buildTop();
    void buildDocks();
    void buildMenus();
    void buildStatusBar();
    void connectActions();
    void connectPanel(const char* actionId, QDockWidget* dock);
    void defaultLayout();
    void restoreState();
    void keepState() const;
    void word();
    void checkChoices();
    void checkPanels(); // before the first show no dock tells by itself

    void showPicture(const situation::SituationPtr& situation, UtcMs now);
    void showFacts(const situation::Situation& situation, UtcMs now);
    void showCounts(const situation::Situation& situation);
    void showLatency();
    void showTileServer(map::TileServerState state, const QString& detail);
    void fitAll();
    void fitOnce(const situation::Situation& situation);
    void fitScene(const std::vector<traffic::TrackPtr>& tracks);
    void centreOn(const traffic::TrackId& id);
    void zoomBy(double steps);
    void nextLabelDetail();

    MainWindowDependencies m_given;
    const theme::Theme* m_theme; // one of theme::themes()
    double m_textScale;
    Language m_language;
    actions::ActionRegistry m_actions;
    models::Selection m_selection;
    models::FeedHealthModel m_feedModel;

    map::MapView* m_map = nullptr;
    scene3d::Scene3DView* m_scene = nullptr;
    TrackPanel* m_tracks = nullptr;
    NoticePanel* m_notices = nullptr;
    FeedStrip* m_feeds = nullptr;
    FactLine* m_facts = nullptr;
    ClockPanel* m_clock = nullptr;
    ReplayBar* m_replay = nullptr;
    QToolBar* m_replayTools = nullptr;
    QToolBar* m_top = nullptr;
    QDockWidget* m_trackDock = nullptr;
    QDockWidget* m_sceneDock = nullptr;
    QDockWidget* m_noticeDock = nullptr;
    QDockWidget* m_feedDock = nullptr;
    std::vector<std::pair<QAction*, QDockWidget*>> m_panels;
    QMenu* m_viewMenu = nullptr;
    QMenu* m_mapMenu = nullptr;
    QMenu* m_replayMenu = nullptr;
    QMenu* m_helpMenu = nullptr;
    QMenu* m_themeMenu = nullptr;
    QMenu* m_languageMenu = nullptr;
    QMenu* m_panelMenu = nullptr;
    QLabel* m_cursor = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_latency = nullptr;
    actions::KeyOverlay* m_keys = nullptr;
    AboutDialog* m_about = nullptr;

    QTimer m_timer;
    situation::SituationPtr m_shown;
    std::int64_t m_shownSecond = -1;
    std::uint64_t m_refreshes = 0;
    bool m_laidOut = false;
    bool m_layoutRestored = false;
    static constexpr milliseconds fitFor{4000};
    static constexpr double smallestScene_m = 1000;
    static constexpr double sceneWidthPerHeight = 6;
    std::optional<UtcMs> m_firstFit;
    std::size_t m_fittedTracks = 0;
    bool m_fitted = false; // the map has been given a place: kept from last time, or the first picture's
    map::LabelDetail m_labelDetail = map::LabelDetail::Full;
    QString m_tileDetail;
    QString m_mapFact;            // why there is no base map; empty: there is one
    milliseconds m_worstDelay{0}; // publication to view, within this second
    double m_worstWork_ms = 0;    // work of one tick, within this second
};

} // namespace haneul::window
