#include "ui/window/references.h"

#include "ui/models/mission_selection.h"
#include "ui/theme/theme.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"

#include <QCoreApplication>

namespace haneul::window {

namespace {

void openMission(MainWindow& window, const QString& mission) {
    window.desk().missionSelection().select(mission);
    window.showPanel(QLatin1StringView("orders"));
}

void openPlan(MainWindow& window, const QString& plan) {
    window.desk().plans().choose(plan.toStdString());
    window.showPanel(QLatin1StringView("plans"));
}

void openZone(MainWindow& window, const QString& zone) {
    window.desk().zoneSelection().select(zone);
    window.showPanel(QLatin1StringView("zone"));
}

struct Opener {
    QString Reference::* what;
    void (*open)(MainWindow& window, const QString& id);
};

// One line for each kind of thing that has a view, in the order in which they are tried.
constexpr Opener openers[] = {
    {&Reference::plan, openPlan},
    {&Reference::zone, openZone},
    {&Reference::mission, openMission},
};

} // namespace

void showReference(MainWindow& window, const Reference& reference) {
    for (const Opener& opener : openers)
        if (const QString& id = reference.*opener.what; !id.isEmpty()) return opener.open(window, id);
    window.say({Shape::Disc, theme::ColorRole::Info}, [] {
        return QCoreApplication::translate("haneul::window::Panels", "What this notice is about has no view here.");
    });
}

} // namespace haneul::window
