#include "ui/comfort/comfort.h"

#include "ui/actions/action_registry.h"
#include "ui/help/help_window.h"
#include "ui/map/map_view.h"
#include "ui/models/units.h"
#include "ui/profile/profile_panel.h"
#include "ui/scene3d/scene3d_view.h"
#include "ui/settings/settings.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shortcuts/key_editor.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"
#include "ui/window/map_control.h"
#include "ui/window/track_panel.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QJsonArray>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QStatusBar>
#include <QThreadPool>

#include <algorithm>
#include <cmath>

namespace haneul::comfort {

namespace {

using L1 = QLatin1StringView;

constexpr auto topicProperty = "helpTopic";
constexpr L1 keysSection("keys");
constexpr L1 paletteSection("palette");
constexpr L1 recentKey("recent");
constexpr L1 deliverySection("deliveries");
constexpr L1 networkKey("network");
constexpr int messageTime_ms = 10'000;

map::LabelDetail labelDetail(const QString& text) {
    if (text == L1("none")) return map::LabelDetail::None;
    if (text == L1("name")) return map::LabelDetail::Name;
    if (text == L1("two_lines")) return map::LabelDetail::TwoLines;
    return map::LabelDetail::Full;
}

QString languageWanted(const QString& chosen, const QString& system) {
    return chosen == L1("system") ? system : chosen;
}

} // namespace

Comfort::Comfort(window::Desk& desk, settings::Settings& settings, ComfortDependencies given)
    : m_desk(desk)
    , m_settings(settings)
    , m_given(std::move(given)) {
    m_keys.setChosen(m_settings.section(keysSection));
    m_desk.deliveries().useNetwork(m_settings.section(deliverySection).value(networkKey).toString().toStdString());
    takeOver();
    meetWindows();
    nameTopics();

    connect(&m_desk, &window::Desk::windowsChanged, this, &Comfort::meetWindows);
    connect(&m_desk, &window::Desk::themeChanged, this, [this](const theme::Theme& theme) {
        for (const auto& palette : std::as_const(m_palettes))
            if (palette) palette->setTheme(theme);
        if (!m_following) m_settings.setValue(L1("appearance.theme"), theme.id());
    });
    connect(&m_desk, &window::Desk::languageChanged, this, [this](const QString& id) {
        if (m_help) m_help->setLanguage(id);
        if (!m_following) m_settings.setValue(L1("appearance.language"), id);
    });
    connect(&m_desk, &window::Desk::textScaleChanged, this, [this](double scale) {
        if (!m_following) m_settings.setValue(L1("appearance.text_scale"), std::round(scale * 100));
    });
    connect(&m_settings, &settings::Settings::changed, this, &Comfort::applySetting);
    connect(&m_desk.deliveries(), &delivery::DeliveryDesk::networkUsed, this,
            [this](const QString& id) { m_settings.setSection(deliverySection, {{networkKey, id}}); });
    connect(&m_settings, &settings::Settings::sectionChanged, this, [this](const QString& name) {
        if (name == keysSection) m_keys.setChosen(m_settings.section(keysSection));
    });
    connect(&m_keys, &shortcuts::KeyMap::changed, this, [this] {
        m_settings.setSection(keysSection, m_keys.chosen());
        if (m_help) m_help->refresh();
    });
    const actions::ActionRegistry& main = m_desk.mainWindow().actionRegistry();
    const auto on = [&](const char* id, auto act) { connect(&main.action(L1(id)), &QAction::triggered, this, act); };
    on("help.palette", [this] { openPalette(); });
    on("help.page", [this] { openHelp(topicOf(QApplication::focusWidget())); });
    on("help.support_bundle", [this] { saveSupport(); });
    on("view.settings", [this] { openSettings(); });
    on("view.edit_keys", [this] { openKeys(); });
    if (!m_given.writeSupport) main.action(L1("help.support_bundle")).setEnabled(false);
    if (const QString trouble = m_settings.trouble(); !trouble.isEmpty())
        m_desk.mainWindow().say({window::Shape::Diamond, theme::ColorRole::Caution}, [this, trouble] {
            return m_settings.trouble().isEmpty() ? trouble : m_settings.trouble();
        });
}

Comfort::~Comfort() {
    delete m_help;
    delete m_dialog;
    delete m_editor;
}

// What was chosen goes before how the desk was left; what was never chosen is as the desk was left.
void Comfort::takeOver() {
    const QScopedValueRollback<bool> following(m_following, true);
    if (m_settings.isChanged(L1("appearance.theme")))
        m_desk.setTheme(m_settings.text(L1("appearance.theme")));
    else
        m_settings.setValue(L1("appearance.theme"), m_desk.theme().id());
    if (m_settings.isChanged(L1("appearance.language"))) m_desk.setLanguage(m_settings.text(L1("appearance.language")));
    if (m_settings.isChanged(L1("appearance.text_scale")))
        m_desk.setTextScale(m_settings.number(L1("appearance.text_scale")) / 100);
    else
        m_settings.setValue(L1("appearance.text_scale"), std::round(m_desk.textScale() * 100));
    if (m_settings.text(L1("start.map")) != L1("area")) return;
    m_desk.mainWindow().map().centerOn(
        {m_settings.number(L1("start.latitude")), m_settings.number(L1("start.longitude"))},
        m_settings.number(L1("start.zoom")));
    if (auto* control = m_desk.mainWindow().findChild<window::MapControl*>()) control->setPlaced();
}

void Comfort::meetWindows() {
    m_met.removeIf([](const auto& each) { return each.isNull(); });
    for (window::DeskWindow* each : m_desk.windows()) {
        if (std::ranges::contains(m_met, static_cast<QObject*>(each), [](const auto& met) { return met.data(); }))
            continue;
        m_met << each;
        m_keys.follow(each->actionRegistry());
        // What was never chosen is as the window was left.
        for (const settings::SettingInfo& info : settings::allSettings())
            if (m_settings.isChanged(L1(info.id))) applyView(*each, L1(info.id));
    }
}

void Comfort::applyView(window::DeskWindow& window, QLatin1StringView id) {
    const double number = m_settings.value(id).toDouble();
    const auto maps = [&](auto act) {
        for (auto* view : window.findChildren<map::MapView*>())
            act(*view);
    };
    if (id == L1("map.vector_s")) maps([&](map::MapView& view) { view.setVectorSeconds(static_cast<int>(number)); });
    if (id == L1("map.trail_s")) maps([&](map::MapView& view) { view.setTrailSeconds(static_cast<int>(number)); });
    if (id == L1("map.label_detail"))
        maps([&](map::MapView& view) { view.setLabelDetail(labelDetail(m_settings.text(id))); });
    if (id == L1("scene3d.exaggeration"))
        for (auto* scene : window.findChildren<scene3d::Scene3DView*>())
            scene->setHeightExaggeration(number);
    if (id.startsWith(L1("units."))) {
        const models::Units units =
            models::unitsFrom(m_settings.text(L1("units.height")), m_settings.text(L1("units.speed")),
                              m_settings.text(L1("units.distance")));
        for (auto* tracks : window.findChildren<window::TrackPanel*>())
            tracks->setUnits(units);
        for (auto* profile : window.findChildren<profile::ProfilePanel*>())
            profile->setUnits(units);
    }
}

void Comfort::applySetting(const QString& id) {
    const QScopedValueRollback<bool> following(m_following, true);
    if (id == L1("appearance.theme"))
        m_desk.setTheme(m_settings.text(L1("appearance.theme")));
    else if (id == L1("appearance.language"))
        m_desk.setLanguage(languageWanted(m_settings.text(L1("appearance.language")), m_desk.given().language));
    else if (id == L1("appearance.text_scale"))
        m_desk.setTextScale(m_settings.number(L1("appearance.text_scale")) / 100);
    const QByteArray latin = id.toLatin1();
    for (window::DeskWindow* each : m_desk.windows())
        applyView(*each, L1(latin));
}

// Docks are explained on the page of the action that shows them.
void Comfort::nameTopics() {
    window::MainWindow& main = m_desk.mainWindow();
    for (const window::PanelInfo& panel : window::panelInfos())
        for (const actions::ActionInfo& action : actions::allActions())
            if (L1(action.id) == L1(panel.action))
                if (window::Panel* found = main.panel(L1(panel.id)))
                    found->widget().setProperty(topicProperty, QString::fromLatin1(action.helpPage));
}

QString Comfort::topicOf(const QWidget* widget) const {
    for (; widget; widget = widget->parentWidget()) {
        if (const QString topic = widget->property(topicProperty).toString(); !topic.isEmpty()) return topic;
        if (qobject_cast<const map::MapView*>(widget)) return QStringLiteral("map");
        if (qobject_cast<const scene3d::Scene3DView*>(widget)) return QStringLiteral("scene3d");
    }
    return QStringLiteral("start");
}

window::DeskWindow& Comfort::front() const {
    auto* active = qobject_cast<window::DeskWindow*>(QApplication::activeWindow());
    return active ? *active : m_desk.mainWindow();
}

palette::Sources Comfort::sources() {
    return {.situation = [this] { return m_desk.picture().situation; },
            .places = m_given.places,
            .pages =
                [this](const QString& typed) {
                    std::vector<palette::Page> pages;
                    for (const help::Hit& hit : help::HelpPages(m_desk.language()).search(typed)) {
                        if (!hit.excerpt.isEmpty()) break; // titles only: the window searches the text
                        pages.push_back({hit.page, hit.title});
                    }
                    return pages;
                }};
}

palette::Palette& Comfort::paletteOf(window::DeskWindow& window) {
    QPointer<palette::Palette>& made = m_palettes[&window];
    if (made) return *made;
    made = new palette::Palette(m_desk.theme(), window.actionRegistry(), sources(), &window);
    connect(made, &palette::Palette::trackChosen, this, [this](const QString& id) {
        m_desk.selection().select(id.toStdString());
        m_desk.mainWindow().centreOn(id.toStdString());
    });
    const QPointer<window::DeskWindow> where(&window);
    connect(made, &palette::Palette::placeChosen, this, [this, where](geo::LatLon position, double zoom) {
        auto* own = where ? where->findChild<map::MapView*>() : nullptr;
        (own ? *own : m_desk.mainWindow().map()).centerOn(position, zoom);
    });
    connect(made, &palette::Palette::settingChosen, this, &Comfort::openSettings);
    connect(made, &palette::Palette::pageChosen, this, &Comfort::openHelp);
    connect(made, &palette::Palette::recentChanged, this, [this](const QStringList& names) {
        m_settings.setSection(paletteSection, {{recentKey, QJsonArray::fromStringList(names)}});
    });
    return *made;
}

void Comfort::openPalette() {
    palette::Palette& palette = paletteOf(front());
    palette.index().setRecent(m_settings.section(paletteSection).value(recentKey).toVariant().toStringList());
    palette.open();
}

void Comfort::openHelp(const QString& topic) {
    if (!m_help)
        m_help = new help::HelpWindow(m_desk.language(), [this](QLatin1StringView id) { return m_keys.key(id); });
    m_help->showTopic(topic);
}

void Comfort::openSettings(const QString& id) {
    if (!m_dialog) {
        m_dialog = new settings::SettingsDialog(m_settings, &m_desk.mainWindow());
        m_dialog->setProperty(topicProperty, QStringLiteral("settings"));
        connect(new QShortcut(QKeySequence::HelpContents, m_dialog), &QShortcut::activated, this,
                [this] { openHelp(QStringLiteral("settings")); });
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    if (!id.isEmpty()) m_dialog->showSetting(id);
}

void Comfort::openKeys() {
    if (!m_editor) {
        m_editor = new shortcuts::KeyEditor(m_keys, &m_desk.mainWindow());
        m_editor->setProperty(topicProperty, QStringLiteral("keys"));
        connect(new QShortcut(QKeySequence::HelpContents, m_editor), &QShortcut::activated, this,
                [this] { openHelp(QStringLiteral("keys")); });
    }
    m_editor->show();
    m_editor->raise();
    m_editor->activateWindow();
}

void Comfort::saveSupport() {
    if (!m_given.writeSupport) return;
    auto* dialog = new QFileDialog(&front(), tr("Save the support bundle"), QStringLiteral("haneul-support.tar.gz"),
                                   QStringLiteral("tar.gz (*.tar.gz)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QThreadPool::globalInstance()->start([path, write = m_given.writeSupport, back = QPointer(this)] {
            const auto written = write(path);
            const QString said =
                written ? tr("Support bundle written, without passwords, names and positions: %1").arg(path)
                        : tr("The support bundle could not be written: %1")
                              .arg(QString::fromStdString(written.error().message));
            QMetaObject::invokeMethod(qApp, [back, said] {
                if (back) back->say(said);
            });
        });
    });
    dialog->open();
}

void Comfort::say(const QString& text) {
    m_desk.mainWindow().statusBar()->showMessage(text, messageTime_ms);
}

} // namespace haneul::comfort
