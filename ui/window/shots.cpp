#include "ui/window/shots.h"

#include "ui/diagram/diagram_panel.h"
#include "ui/map/map_view.h"
#include "ui/plans/plan_picture.h"
#include "ui/scene3d/scene3d_view.h"
#include "ui/theme/color_check.h"
#include "ui/window/desk.h"
#include "ui/window/diagram_window.h"
#include "ui/window/factory_layouts.h"
#include "ui/window/main_window.h"
#include "ui/window/map_window.h"
#include "ui/window/scene_area.h"
#include "ui/window/scene_window.h"

#include <QAction>
#include <QApplication>
#include <QCoreApplication>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace haneul::window {

namespace {

constexpr QSize pictureSize(1920, 1080);
constexpr qint64 trafficTimeout_ms = 90'000;
constexpr qint64 trafficSettles_ms = 5'000; // no further track for so long
constexpr qint64 quiet_ms = 300;
constexpr qint64 tilesQuiet_ms = 1000; // one tile takes less, even on a busy machine
constexpr qint64 quietTimeout_ms = 20'000;

// What a view must show.
enum Holds { Nothing = 0, MapTracks = 1, SceneTracks = 2, Missions = 4 };

// A view is reached by an action; a dialog by the name of its widget. The list grows by one line a view.
struct ShotView {
    const char* view;
    const char* action;
    const char* dialog; // objectName of what the action opens over the main window; empty: nothing
    int holds;
};

constexpr ShotView views[] = {
    {"desk", "workspace.control_room", "", MapTracks | SceneTracks},
    {"workspace-planning", "workspace.planning", "", MapTracks},
    {"workspace-3d", "workspace.three_d", "", SceneTracks},
    {"workspace-approval", "workspace.approval", "", MapTracks},
    {"workspace-laptop", "workspace.laptop", "", MapTracks},
    {"orders", "view.orders", "", Nothing},
    {"fleet", "view.fleet", "", Nothing},
    {"fleet-rules", "fleet.rules", "rulesForm", Nothing},
    {"fleet-payloads", "fleet.payloads", "payloadsDialog", Nothing},
    {"notice-channels", "view.notice_channels", "", Nothing},
    {"airspace", "view.zones", "", Nothing},
    {"plans", "plans.queue", "", Nothing},
    {"plan-3d", "plans.in_3d", "", Nothing},
    {"plan-diagram", "plans.in_diagram", "", Nothing},
    {"diagram", "diagram.all", "", Missions},
    {"profile", "view.profile", "", Nothing},
    {"keys", "help.keys", "keyOverlay", Nothing},
    {"about", "help.about", "aboutDialog", Nothing},
    {"workspaces", "workspace.manage", "workspaceDialog", Nothing},
    {"settings", "view.settings", "settingsDialog", Nothing},
    {"shortcuts", "view.edit_keys", "keyEditor", Nothing},
    {"palette", "help.palette", "palette", Nothing},
    {"help", "help.page", "helpWindow", Nothing},
    {"administration", "session.administration", "adminDialog", Nothing},
    {"change-password", "session.change_password", "changePassword", Nothing},
    {"collision-risk", "view.risk_collision", "", Nothing},
    {"workspace-risk-studio", "workspace.risk_studio", "", Nothing},
};

bool waitFor(const std::function<bool()>& met, qint64 timeout_ms) {
    QElapsedTimer clock;
    clock.start();
    while (!met()) {
        if (clock.elapsed() > timeout_ms) return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

void pass(qint64 time_ms) {
    (void)waitFor([] { return false; }, time_ms);
}

qsizetype placedTracks(const situation::Situation& situation) {
    return std::ranges::count_if(situation.tracks, [](const auto& track) { return track->position.has_value(); });
}

class Photographer {
public:
    Photographer(Desk& desk, const ShotSettings& settings)
        : m_desk(desk)
        , m_main(desk.mainWindow())
        , m_settings(settings) {}

    Result<void> run() {
        if (!QDir().mkpath(m_settings.folder))
            return fail("SHOTS_UNWRITABLE", "the folder cannot be made", m_settings.folder.toStdString());
        sizeTo(m_main);
        m_main.show();
        if (auto come = traffic(); !come) return come;
        for (const ShotView& view : views)
            takeView(view);
        for (const PanelInfo& panel : panelInfos())
            takePanel(panel);
        takeMapWindow();
        takeSceneWindow();
        takeDiagramWindow();
        takeView({"locked", "session.lock", "gate", MapTracks | SceneTracks}); // the last: nothing opens behind it
        if (auto written = writeList(); !written) return written;
        if (m_trouble) return std::unexpected(*m_trouble);
        return {};
    }

private:
    void trigger(const char* action) { m_main.actionRegistry().action(QLatin1StringView(action)).trigger(); }

    static void sizeTo(QWidget& window) {
        window.setWindowState(Qt::WindowNoState);
        window.setGeometry(QRect(QPoint(0, 0), pictureSize));
    }

    // Until nothing new has come for a while, and all of it has a place.
    Result<void> traffic() {
        std::size_t known = 0;
        QElapsedTimer still;
        still.start();
        const bool come = waitFor(
            [&] {
                const auto& situation = m_desk.picture().situation;
                const std::size_t now = situation ? situation->tracks.size() : 0;
                const bool complete = now > 0 && static_cast<std::size_t>(placedTracks(*situation)) == now;
                if (now != known || !complete) still.restart();
                known = now;
                return complete && still.elapsed() >= trafficSettles_ms;
            },
            trafficTimeout_ms);
        if (!come) return fail("SHOTS_NO_TRAFFIC", "the picture did not become complete within 90 s");
        return {};
    }

    // Layout done, tiles there, tracks drawn.
    void settle() {
        pass(quiet_ms);
        quint64 answered = 0;
        QElapsedTimer still;
        still.start();
        (void)waitFor(
            [&] {
                const auto now = m_settings.tiles ? m_settings.tiles() : std::optional<ShotSettings::Tiles>();
                if (now && (now->answered != answered || now->waiting > 0)) {
                    answered = now->answered;
                    still.restart();
                }
                return still.elapsed() >= tilesQuiet_ms;
            },
            quietTimeout_ms);
        pass(quiet_ms);
    }

    // In the main window or a window of its own.
    QWidget* opened(QLatin1StringView name) const {
        if (auto* inside = m_main.findChild<QWidget*>(name)) return inside;
        for (QWidget* window : QApplication::topLevelWidgets())
            if (window->objectName() == name) return window;
        return nullptr;
    }

    // What is about one mission shows one: a mission that is under way, or the first.
    void chooseMission(std::string_view view) {
        constexpr std::array<std::string_view, 3> about{"orders", "diagram", "profile"};
        QString chosen;
        if (std::ranges::contains(about, view)) {
            const auto& missions = m_desk.deliveries().state()->missions;
            const auto now = sinceEpoch_ms(m_desk.picture().time);
            const auto found = std::ranges::find_if(missions, [&](const delivery::MissionPtr& mission) {
                return mission->standing() && mission->booking.begin <= now && now < mission->booking.end;
            });
            if (!missions.empty())
                chosen = QString::fromStdString((found == missions.end() ? missions.front() : *found)->id);
        }
        m_desk.missionSelection().select(chosen);
        if (chosen.isEmpty()) m_desk.selection().clear();
    }

    // What is about one zone shows one: the first.
    void chooseZone(std::string_view view) {
        const auto& records = m_desk.airspace().state()->records;
        const bool about = (view == "airspace" || view == "zone") && !records.empty();
        m_desk.zoneSelection().select(about ? QString::fromStdString(records.front().key) : QString());
    }

    // What is about flight plans shows one that waits, if there is one with another in its way.
    void choosePlan(std::string_view view) {
        plan::PlanPtr chosen;
        if (view.starts_with("plan") || view == "workspace-approval")
            for (const plan::PlanPtr& plan : m_desk.plans().state()->plans) {
                if (plan->plan.state != plan::State::PendingApproval) continue;
                if (!chosen || (plans::metBy(*chosen).empty() && !plans::metBy(*plan).empty())) chosen = plan;
            }
        m_desk.plans().choose(chosen ? chosen->plan.id : std::string());
    }

    void takeView(const ShotView& view) {
        chooseMission(view.view);
        chooseZone(view.view);
        choosePlan(view.view);
        trigger(view.action);
        if (view.holds != Nothing) {
            trigger("map.fit_all"); // while locked nothing moves
            settle();
        } else {
            pass(2 * quiet_ms); // what lies below it stays as it was
        }
        QWidget* over = view.dialog[0] ? opened(QLatin1StringView(view.dialog)) : nullptr;
        if (view.dialog[0] && (!over || !over->isVisible())) {
            trouble(view.view, QStringLiteral("it did not open"));
            return;
        }
        keep(view.view, m_main, over && over->isWindow() ? over : nullptr, map(view.holds), scene(view.holds));
        if ((view.holds & Missions) != 0) checkDiagram(view.view, diagramIn(m_main));
        if (view.view == std::string_view("plan-3d")) // the next picture is of all traffic again
            fitScene(m_main.scene(), m_desk.picture().situation->tracks);
        if (auto* dialog = qobject_cast<QDialog*>(over))
            dialog->reject();
        else if (over)
            over->hide();
    }

    void takePanel(const PanelInfo& panel) {
        trigger("workspace.control_room");
        chooseMission(panel.id);
        chooseZone(panel.id);
        choosePlan(panel.id);
        m_main.showPanel(QLatin1StringView(panel.id));
        settle();
        keep("panel-" + std::string(panel.id), m_main, nullptr, nullptr, nullptr);
    }

    void takeMapWindow() {
        trigger("workspace.control_room");
        MapWindow& window = m_desk.openMapWindow();
        sizeTo(window);
        pass(quiet_ms);
        window.actionRegistry().action(QLatin1StringView("map.fit_all")).trigger();
        settle();
        keep("map-window", window, nullptr, &window.map(), nullptr);
        window.close();
    }

    void takeSceneWindow() {
        SceneWindow& window = m_desk.openSceneWindow();
        sizeTo(window);
        pass(quiet_ms);
        window.actionRegistry().action(QLatin1StringView("map.fit_all")).trigger();
        settle();
        keep("scene-window", window, nullptr, nullptr, &window.scene());
        window.close();
    }

    void takeDiagramWindow() {
        trigger("workspace.control_room");
        DiagramWindow& window = m_desk.openDiagramWindow();
        sizeTo(window);
        pass(quiet_ms);
        window.actionRegistry().action(QLatin1StringView("diagram.all")).trigger();
        settle();
        keep("diagram-window", window, nullptr, nullptr, nullptr);
        checkDiagram("diagram-window", window.diagram().view());
        window.close();
    }

    static diagram::DiagramView& diagramIn(MainWindow& window) {
        return static_cast<diagram::DiagramPanel&>(window.panel(QLatin1StringView("diagram"))->widget()).view();
    }

    // Every mission that is booked on the network stands in the diagram.
    void checkDiagram(const char* name, const diagram::DiagramView& view) {
        const auto drawn = static_cast<qsizetype>(view.drawn().missions);
        const auto held = std::ssize(diagram::standingMissions(*m_desk.deliveries().state(), view.options().network));
        QJsonObject entry = m_list.last().toObject();
        entry.insert(QStringLiteral("missions"), static_cast<qint64>(drawn));
        m_list.replace(m_list.size() - 1, entry);
        if (drawn < held) trouble(name, QStringLiteral("%1 of %2 missions are in the diagram").arg(drawn).arg(held));
    }

    map::MapView* map(int holds) { return (holds & MapTracks) != 0 ? &m_main.map() : nullptr; }

    scene3d::Scene3DView* scene(int holds) { return (holds & SceneTracks) != 0 ? &m_main.scene() : nullptr; }

    void keep(const std::string& view, QWidget& window, QWidget* over, map::MapView* map, scene3d::Scene3DView* scene) {
        QImage picture = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
        if (over) {
            QPainter painter(&picture);
            painter.drawPixmap(window.mapFromGlobal(over->mapToGlobal(QPoint(0, 0))), over->grab());
        }
        const QString name = QString::fromStdString(view);
        const QString file = QStringLiteral("%1-%2-%3.png").arg(name, m_desk.language(), m_desk.theme().id());
        if (picture.deviceIndependentSize() != pictureSize.toSizeF())
            trouble(name, QStringLiteral("it is %1 x %2").arg(picture.width()).arg(picture.height()));
        if (!picture.save(QDir(m_settings.folder).filePath(file)))
            trouble(name, QStringLiteral("it cannot be written"));

        const situation::Situation& situation = *m_desk.picture().situation;
        const qsizetype held = placedTracks(situation);
        QJsonObject entry{{QStringLiteral("file"), file},
                          {QStringLiteral("view"), name},
                          {QStringLiteral("language"), m_desk.language()},
                          {QStringLiteral("theme"), m_desk.theme().id()},
                          {QStringLiteral("abnormal_pixels"), theme::abnormalPixels(picture)}};
        if (map) {
            const map::MapView::Drawn drawn = map->drawn();
            entry.insert(QStringLiteral("tracks"), static_cast<qint64>(drawn.tracks));
            entry.insert(QStringLiteral("labels"), static_cast<qint64>(drawn.labels));
            entry.insert(QStringLiteral("zones"), static_cast<qint64>(drawn.zones));
            if (static_cast<qsizetype>(drawn.tracks) < held)
                trouble(name, QStringLiteral("%1 of %2 tracks are on the map").arg(drawn.tracks).arg(held));
            if (drawn.labels == 0) trouble(name, QStringLiteral("no track has a label"));
        }
        if (scene) {
            const auto objects = std::ranges::count_if(
                situation.tracks, [&](const auto& track) { return scene->pixelOf(track->id).has_value(); });
            entry.insert(QStringLiteral("objects3d"), static_cast<qint64>(objects));
            if (!scene->available()) trouble(name, scene->unavailableReason());
            if (objects < held)
                trouble(name, QStringLiteral("%1 of %2 tracks are in the 3D view").arg(objects).arg(held));
        }
        m_list.append(entry);
    }

    void trouble(const QString& view, const QString& what) {
        if (!m_trouble) m_trouble = Error{"SHOTS_NOT_DRAWN", what.toStdString(), view.toStdString()};
    }

    void trouble(const char* view, const QString& what) { trouble(QString::fromUtf8(view), what); }

    Result<void> writeList() const {
        QSaveFile file(QDir(m_settings.folder).filePath(QStringLiteral("shots.json")));
        const QJsonObject list{{QStringLiteral("build"), m_settings.build}, {QStringLiteral("pictures"), m_list}};
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(list).toJson()) < 0 || !file.commit())
            return fail("SHOTS_UNWRITABLE", file.errorString().toStdString(), file.fileName().toStdString());
        return {};
    }

    Desk& m_desk;
    MainWindow& m_main;
    const ShotSettings& m_settings;
    QJsonArray m_list;
    std::optional<Error> m_trouble;
};

} // namespace

Result<void> takeShots(Desk& desk, const ShotSettings& settings) {
    return Photographer(desk, settings).run();
}

} // namespace haneul::window
