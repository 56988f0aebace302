#include "ui/comfort/comfort.h"

#include "server/clock/clock.h"
#include "ui/help/help_window.h"
#include "ui/latency/latency_probe.h"
#include "ui/map/map_view.h"
#include "ui/settings/settings.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shortcuts/key_editor.h"
#include "ui/window/console.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"
#include "ui/window/map_window.h"
#include "ui/window/track_panel.h"
#include "ui/wizard/first_run.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QtTest>

#include <cstdio>

using namespace haneul;
using namespace Qt::Literals::StringLiterals;

namespace {

const UtcMs start = *fromRfc3339("2026-11-21T04:05:06Z");

situation::Situation someTraffic() {
    situation::Situation situation;
    situation.time = start;
    for (int i = 0; i < 40; ++i) {
        traffic::Track track;
        track.id = QStringLiteral("uas:HN-%1").arg(i, 3, 10, QChar(u'0')).toStdString();
        track.label = QStringLiteral("하늘%1").arg(i).toStdString();
        track.sources = {{"mqtt", traffic::SourceKind::Telemetry, start}};
        track.position = geo::LatLon{37.4 + 0.01 * i, 126.8 + 0.01 * (i % 7)};
        track.height = geo::Height{100.0 + i, geo::HeightDatum::Amsl};
        track.velocity = traffic::Velocity_mps{10, 5};
        track.received = start;
        situation.tracks.push_back(std::make_shared<const traffic::Track>(track));
    }
    return situation;
}

} // namespace

class ComfortTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsChosenGoesBeforeHowTheDeskWasLeft();
    void settingsAndDeskFollowEachOther();
    void unitsReachTheTable();
    void aChosenAreaIsWhereTheMapStarts();
    void keysWorkInEveryWindowAndAreKept();
    void paletteSelectsAndCentres();
    void paletteOpensWhereThePersonIs();
    void helpFitsWhatHasTheKeyboard();
    void supportNeedsAWriter();
    void pictures();

private:
    void make(comfort::ComfortDependencies given = {}) {
        m_desk.emplace(window::DeskDependencies{.board = m_board, .clock = m_clock, .language = u"en"_s});
        m_comfort.emplace(*m_desk, *m_settings, std::move(given));
        m_desk->show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_desk->mainWindow()));
        m_desk->refresh();
    }

    QWidget& tracks() { return *m_desk->mainWindow().findChild<window::TrackPanel*>(); }

    void trigger(const char* id) { m_desk->mainWindow().actionRegistry().action(QLatin1StringView(id)).trigger(); }

    situation::SituationBoard m_board;
    clock::ManualClock m_clock{start};
    std::optional<settings::Settings> m_settings;
    std::optional<window::Desk> m_desk;
    std::optional<comfort::Comfort> m_comfort;
};

void ComfortTest::init() {
    m_settings.emplace(QString());
    m_board.publish(someTraffic());
}

void ComfortTest::cleanup() {
    m_comfort.reset();
    m_desk.reset();
    m_settings.reset();
}

void ComfortTest::whatIsChosenGoesBeforeHowTheDeskWasLeft() {
    m_settings->setValue("appearance.theme"_L1, u"light"_s);
    m_settings->setValue("appearance.language"_L1, u"ko"_s);
    m_settings->setValue("appearance.text_scale"_L1, 120);
    make();
    QCOMPARE(m_desk->theme().id(), u"light"_s);
    QCOMPARE(m_desk->language(), u"ko"_s);
    QCOMPARE(m_desk->textScale(), 1.2);
}

void ComfortTest::settingsAndDeskFollowEachOther() {
    make();
    m_settings->setValue("appearance.theme"_L1, u"contrast"_s);
    QCOMPARE(m_desk->theme().id(), u"contrast"_s);
    trigger("view.theme_light");
    QCOMPARE(m_settings->text("appearance.theme"_L1), u"light"_s);
    trigger("view.language_ko");
    QCOMPARE(m_settings->text("appearance.language"_L1), u"ko"_s);
    m_settings->reset("appearance.language"_L1); // as the system, which is English here
    QCOMPARE(m_desk->language(), u"en"_s);
    QCOMPARE(m_settings->text("appearance.language"_L1), u"system"_s);
    trigger("view.text_larger");
    QCOMPARE(m_settings->number("appearance.text_scale"_L1), 110.0);
    m_settings->setValue("appearance.text_scale"_L1, 90);
    QCOMPARE(m_desk->textScale(), 0.9);
}

void ComfortTest::unitsReachTheTable() {
    make();
    const auto* table = tracks().findChild<QTableView*>();
    const auto headings = [&] {
        QString all;
        for (int i = 0; i < table->model()->columnCount(); ++i)
            all += table->model()->headerData(i, Qt::Horizontal).toString() + u'|';
        return all;
    };
    QVERIFY(headings().contains(u"m/s"_s));
    m_settings->setValue("units.speed"_L1, u"kt"_s);
    QVERIFY(headings().contains(u"kt"_s));
}

void ComfortTest::aChosenAreaIsWhereTheMapStarts() {
    m_settings->setValue("start.map"_L1, u"area"_s);
    m_settings->setValue("start.latitude"_L1, 33.38);
    m_settings->setValue("start.longitude"_L1, 126.55);
    m_settings->setValue("start.zoom"_L1, 10);
    make();
    QTest::qWait(200); // traffic far away does not draw the map there
    m_desk->refresh();
    const map::MapView& map = m_desk->mainWindow().map();
    QVERIFY(std::abs(map.center().latitude_deg - 33.38) < 0.01);
    QCOMPARE(map.zoom(), 10.0);
}

void ComfortTest::keysWorkInEveryWindowAndAreKept() {
    m_settings->setSection(u"keys"_s, {{u"map.fit_all"_s, u"Ctrl+9"_s}});
    make();
    window::MapWindow& further = m_desk->openMapWindow();
    const QKeySequence wanted(Qt::CTRL | Qt::Key_9);
    QCOMPARE(m_desk->mainWindow().actionRegistry().action("map.fit_all"_L1).shortcut(), wanted);
    QCOMPARE(further.actionRegistry().action("map.fit_all"_L1).shortcut(), wanted);
    m_comfort->openKeys();
    auto* editor = m_desk->mainWindow().findChild<shortcuts::KeyEditor*>();
    editor->showAction(u"map.fit_all"_s);
    editor->findChild<QPushButton*>(u"keyReset"_s)->click();
    QCOMPARE(further.actionRegistry().action("map.fit_all"_L1).shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Home));
    QVERIFY(m_settings->section(u"keys"_s).isEmpty());
}

void ComfortTest::paletteSelectsAndCentres() {
    make({.places = [](const QString&) { return std::vector<palette::Place>{{u"Jeju"_s, {}, {33.38, 126.55}, 10}}; }});
    trigger("help.palette");
    auto* field = m_desk->mainWindow().findChild<QLineEdit*>(u"paletteField"_s);
    QVERIFY(field && field->isVisible());
    field->setText(u"ㅎㄴ7"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_desk->selection().selected(), "uas:HN-007");
    QVERIFY(std::abs(m_desk->mainWindow().map().center().latitude_deg - 37.47) < 0.01);
    QCOMPARE(m_settings->section(u"palette"_s).value(u"recent"_s)[0].toString(), u"track:uas:HN-007"_s);
    trigger("help.palette");
    field->setText(u"jeju"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(std::abs(m_desk->mainWindow().map().center().latitude_deg - 33.38) < 0.01);
    trigger("help.palette");
    field->setText(u"vertical exagg"_s);
    QTest::keyClick(field, Qt::Key_Return);
    auto* dialog = m_desk->mainWindow().findChild<settings::SettingsDialog*>();
    QVERIFY(dialog && dialog->isVisible());
}

void ComfortTest::paletteOpensWhereThePersonIs() {
    make();
    window::MapWindow& further = m_desk->openMapWindow();
    further.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&further));
    further.actionRegistry().action("help.palette"_L1).trigger();
    auto* palette = further.findChild<palette::Palette*>();
    QVERIFY(palette && palette->isVisible());
    further.close(); // with its palette; nothing is left that could be called
    QVERIFY(QTest::qWaitFor([&] { return m_desk->windows().size() == 1; }));
    trigger("help.palette");
    QVERIFY(m_desk->mainWindow().findChild<palette::Palette*>()->isVisible());
}

void ComfortTest::helpFitsWhatHasTheKeyboard() {
    make();
    window::MainWindow& main = m_desk->mainWindow();
    QCOMPARE(m_comfort->topicOf(&main.map()), u"map"_s);
    QCOMPARE(m_comfort->topicOf(nullptr), u"start"_s);
    for (const window::PanelInfo& panel : window::panelInfos()) {
        const QString topic = m_comfort->topicOf(&main.panel(QLatin1StringView(panel.id))->widget());
        QVERIFY2(topic != u"start"_s && help::isTopic(topic), panel.id);
    }
    const auto* table = tracks().findChild<QTableView*>();
    QCOMPARE(m_comfort->topicOf(table), u"tracks"_s);
    m_comfort->openHelp(u"tracks"_s);
    help::HelpWindow* manual = nullptr;
    for (QWidget* each : QApplication::topLevelWidgets())
        if (auto* found = qobject_cast<help::HelpWindow*>(each)) manual = found;
    QVERIFY(manual && manual->isVisible());
    QCOMPARE(manual->page(), u"tracks"_s);
    m_desk->setLanguage(u"ko"_s);
    QCOMPARE(manual->pages().language(), u"ko"_s);
}

void ComfortTest::supportNeedsAWriter() {
    make();
    QVERIFY(!m_desk->mainWindow().actionRegistry().action("help.support_bundle"_L1).isEnabled());
    cleanup();
    m_settings.emplace(QString());
    make({.writeSupport = [](const QString&) -> Result<void> { return {}; }});
    QVERIFY(m_desk->mainWindow().actionRegistry().action("help.support_bundle"_L1).isEnabled());
}

// For the eye: every dialog in both languages and the three looks.
void ComfortTest::pictures() {
    const QDir folder(QStringLiteral(HANEUL_SCREENSHOTS));
    QVERIFY(folder.mkpath(u"."_s));
    make({.writeSupport = [](const QString&) -> Result<void> { return {}; }});
    window::MainWindow& main = m_desk->mainWindow();
    main.resize(1920, 1080);
    for (const QString& language : {u"ko"_s, u"en"_s})
        for (const QString& theme : {u"dark"_s, u"light"_s, u"contrast"_s}) {
            m_desk->setLanguage(language);
            m_desk->setTheme(theme);
            m_settings->setValue("units.height"_L1, u"ft"_s);
            const auto take = [&](QWidget& widget, const char* name) {
                QTest::qWait(50);
                const QString file = u"comfort-%1-%2-%3.png"_s.arg(QLatin1StringView(name), language, theme);
                QVERIFY(widget.grab().save(folder.filePath(file)));
            };
            m_comfort->openSettings(u"units.height"_s);
            take(*main.findChild<settings::SettingsDialog*>(), "settings");
            main.findChild<settings::SettingsDialog*>()->close();
            m_comfort->openKeys();
            auto* editor = main.findChild<shortcuts::KeyEditor*>();
            editor->showAction(u"map.fit_all"_s);
            take(*editor, "keys");
            editor->close();
            m_comfort->openHelp(u"settings"_s);
            for (QWidget* each : QApplication::topLevelWidgets())
                if (auto* manual = qobject_cast<help::HelpWindow*>(each)) {
                    take(*manual, "help");
                    manual->close();
                }
            main.activateWindow();
            QVERIFY(QTest::qWaitForWindowExposed(&main));
            trigger("help.palette");
            auto* palette = main.findChild<palette::Palette*>();
            palette->findChild<QLineEdit*>(u"paletteField"_s)->setText(language == u"ko"_s ? u"재생"_s : u"re"_s);
            take(*palette, "palette");
            QTest::keyClick(palette->findChild<QLineEdit*>(u"paletteField"_s), Qt::Key_Escape);
            wizard::FirstRun questions({.language = language});
            questions.show();
            for (int step = 1; step <= wizard::FirstRun::steps; ++step) {
                if (step == wizard::FirstRun::steps) questions.findChild<QRadioButton*>(u"source3"_s)->setChecked(true);
                take(questions, qPrintable(u"first%1"_s.arg(step)));
                questions.findChild<QPushButton*>(u"firstRunNext"_s)->click();
            }
        }
}

int main(int argc, char** argv) {
    window::applicationSetup();
    QApplication application(argc, argv);
    const latency::LatencyProbe probe;
    int failed = 0;
    {
        ComfortTest test;
        failed = QTest::qExec(&test, argc, argv);
    }
    std::printf("%s\n", qPrintable(probe.summary()));
    return failed;
}

#include "comfort_test.moc"
