#pragma once

#include "ui/network/network_files.h"
#include "ui/network/network_overlay.h"
#include "ui/network/sketch_table.h"

#include <QJsonObject>
#include <QWidget>

#include <utility>

class QAction;
class QComboBox;
class QLabel;
class QStackedWidget;
class QTabBar;
class QTableView;
class QToolBar;
class QToolButton;

namespace haneul::clock {
class Clock;
}

namespace haneul::actions {
class ActionRegistry;
}

namespace haneul::network {

// The panel "Networks": which network, everything about it in tables, what is wrong with it, and the tools with which
// it is drawn on the map. Without the scope network.write it only shows.
class NetworkPanel final : public QWidget {
    Q_OBJECT

public:
    // Must all outlive it. The actions "network.*" of `registry` are this panel's.
    // `clock`: a new moving base begins to stand now.
    NetworkPanel(NetworkEditor& editor, const actions::ActionRegistry& registry, const clock::Clock& clock,
                 QWidget* parent);

    // Thread-safe; turns heights above the ellipsoid in files of paths. Without it they are asked about.
    void setGeoid(Geoid geoid_m) { m_geoid_m = std::move(geoid_m); }

    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state);

    // Shows what a file offers, to be taken path by path into the draft.
    void importFrom(const QString& file);
    // GeoJSON or KML of the network, or a QGroundControl plan of the chosen link, by the ending of the name.
    void exportTo(const QString& file);

Q_SIGNALS:
    void placeWanted(haneul::geo::LatLon place);                    // look there
    void allWanted(const std::vector<haneul::geo::LatLon>& places); // look at all of these
    void mapWanted();                                               // a tool for the map is in hand

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildBars();
    void buildTabs();
    [[nodiscard]] QTableView* tableOf(QAbstractItemModel& model, const char* name);
    void connectActions();
    void connectTables();
    void on(const char* id, const std::function<void()>& act);
    [[nodiscard]] QAction& action(const char* id) const;

    void showNetwork(); // everything but texts that never change
    void showChoice();
    void showActions();
    void showState();
    void showPicked();
    void word();
    void pickRow(QTableView* table, int row);
    void jumpToFinding(int row);
    void say(const QString& text); // until the next change; empty: nothing

    void save();
    void askStale();
    void discard();
    void removeNetwork();
    void newLink();
    void verify();
    void withdraw();
    void changeDrones(bool add);
    void addMovingBase();
    void addStay();
    void addCrossing();
    void removeItem(); // the chosen row of the table in sight, else what is picked
    [[nodiscard]] std::optional<std::size_t> rowIn(const QTableView* view) const; // chosen, while it is in sight
    [[nodiscard]] QWidget* pageWith(QTableView* table, std::initializer_list<const char*> actions);
    void importPaths();
    void exportNetwork();
    void offer(const QString& file, const Result<OfferedPaths>& read);
    [[nodiscard]] NetworkEditor::Answer answer(const QString& done);
    [[nodiscard]] std::optional<std::size_t> link() const;

    NetworkEditor& m_editor;
    Geoid m_geoid_m;
    const actions::ActionRegistry& m_registry;
    const clock::Clock& m_clock;
    SketchTable m_nodes;
    SketchTable m_links;
    SketchTable m_waypoints;
    SettingTable m_settings;
    SketchTable m_drones;
    SketchTable m_stays;
    SketchTable m_crossings;
    FindingTable m_findings;
    ChoiceDelegate m_delegate;

    QComboBox* m_choice = nullptr;
    QToolBar* m_fileBar = nullptr;
    QToolBar* m_drawBar = nullptr;
    QTabBar* m_tabs = nullptr;
    QStackedWidget* m_pages = nullptr;
    QTableView* m_nodeView = nullptr;
    QTableView* m_linkView = nullptr;
    QTableView* m_waypointView = nullptr;
    QTableView* m_settingView = nullptr;
    QTableView* m_droneView = nullptr;
    QTableView* m_stayView = nullptr;
    QTableView* m_crossingView = nullptr;
    QTableView* m_findingView = nullptr;
    QLabel* m_waypointsOf = nullptr;
    QToolButton* m_addDrone = nullptr;
    QToolButton* m_removeDrone = nullptr;
    QLabel* m_state = nullptr;
    QString m_message;
    bool m_following = false; // the tables are being set
};

} // namespace haneul::network
