#include "tests/support/ui_main.h"
#include "ui/actions/action_registry.h"
#include "ui/window/clock_panel.h"
#include "ui/window/fact_line.h"
#include "ui/window/factory_layouts.h"
#include "ui/window/file_writer.h"
#include "ui/window/language.h"
#include "ui/window/layout.h"
#include "ui/window/panel.h"
#include "ui/window/replay_bar.h"
#include "ui/window/session.h"
#include "ui/window/shapes.h"
#include "ui/window/workspaces.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSet>
#include <QSlider>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace haneul;
using situation::TimeMode;

namespace {

const UtcMs start = *fromRfc3339("2026-11-21T04:05:06Z");

struct Message {
    QString context;
    QString source;
    QString comment;
    bool operator==(const Message&) const = default;
};

size_t qHash(const Message& message, size_t seed) {
    return qHashMulti(seed, message.context, message.source, message.comment);
}

struct TsFile {
    QSet<Message> messages;
    QStringList faults; // unfinished, vanished, empty, or with other placeholders than the source
};

QSet<QString> placeholders(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("%(\\d+|n)"));
    QSet<QString> found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found += match.next().captured();
    return found;
}

TsFile readTs(const QString& path) {
    TsFile ts;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return ts;
    QXmlStreamReader xml(&file);
    QString context;
    Message message;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"name") context = xml.readElementText();
        if (xml.name() == u"message") message = {context, {}, {}};
        if (xml.name() == u"source") message.source = xml.readElementText();
        if (xml.name() == u"comment") message.comment = xml.readElementText();
        if (xml.name() != u"translation") continue;
        const bool marked = !xml.attributes().value(QLatin1StringView("type")).isEmpty();
        const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        ts.messages += message;
        if (marked || text.isEmpty() || placeholders(text) != placeholders(message.source))
            ts.faults += message.context + QStringLiteral(": ") + message.source;
    }
    return ts;
}

QString tsPath(const QString& language) {
    return QStringLiteral(HANEUL_SOURCE_DIR "/resources/i18n/haneul_%1.ts").arg(language);
}

situation::Situation replaying(TimeMode mode) {
    situation::Situation situation;
    situation.number = 1;
    situation.mode = mode;
    situation.time = start + milliseconds{60'000};
    situation.replay =
        situation::ReplayPosition{"flights/morning.tlm", start, start + milliseconds{600'000}, 1.0, false};
    return situation;
}

} // namespace

class WindowPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void textsAreComplete_data();
    void textsAreComplete();            // R-GEN-10
    void noTextUsesUtmInAnotherSense(); // R-GEN-01
    void languageSwitchesAndFallsBackToEnglish();

    void sessionComesBackAsItWas();
    void missingSessionIsNone();
    void brokenSessionIsRefused_data();
    void brokenSessionIsRefused();
    void crashesDecideTheBeginning_data();
    void crashesDecideTheBeginning();
    void fileWriterWritesInOrderAndReportsTrouble();
    void brokenLayoutIsRefused_data();
    void brokenLayoutIsRefused();
    void windowsComeBackVisible_data();
    void windowsComeBackVisible();
    void workspacesAreKeptUnderAnyName();
    void foreignWorkspaceFilesArePutAside();
    void factoryLayoutsNamePanelsAndActions();

    void everyFeedStateHasItsOwnShape();
    void factLineSaysEverythingInItsTooltip();
    void clockShowsUtcLocalAndMode();

    void replayKeysWorkOnlyInAReplay();
    void replaySeeksInsideTheRecording();
    void replaySpeedStepsEndAtTheLimits();
};

void WindowPartsTest::textsAreComplete_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("ko") << QStringLiteral("ko");
    QTest::newRow("en") << QStringLiteral("en");
}

// What lupdate finds in the sources is what the file holds, every one of them finished.
void WindowPartsTest::textsAreComplete() {
    QFETCH(QString, language);
    const TsFile kept = readTs(tsPath(language));
    QVERIFY(!kept.messages.isEmpty());
    QVERIFY2(kept.faults.isEmpty(), qPrintable(kept.faults.join(u'\n')));

    const QTemporaryDir folder;
    const QString fresh = folder.filePath(QStringLiteral("fresh_%1.ts").arg(language));
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(HANEUL_SOURCE_DIR));
    lupdate.start(QStringLiteral(HANEUL_LUPDATE),
                  {QStringLiteral("-silent"), QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("ui"),
                   QStringLiteral("app"), QStringLiteral("-ts"), fresh});
    if (!lupdate.waitForFinished(60'000)) QSKIP("lupdate is not installed");
    QCOMPARE(lupdate.exitCode(), 0);
    const QSet<Message> wanted = readTs(fresh).messages;
    QVERIFY(wanted.size() > 100);
    for (const Message& message : wanted - kept.messages)
        QFAIL(qPrintable(QStringLiteral("not translated: ") + message.context + QStringLiteral(": ") + message.source));
    for (const Message& message : kept.messages - wanted)
        QFAIL(qPrintable(QStringLiteral("no longer used: ") + message.context + QStringLiteral(": ") + message.source));
}

void WindowPartsTest::noTextUsesUtmInAnotherSense() {
    for (const QString& language : window::Language::available())
        for (const Message& message : readTs(tsPath(language)).messages)
            QVERIFY2(!message.source.contains(QLatin1StringView("UTM")), qPrintable(message.source));
}

void WindowPartsTest::languageSwitchesAndFallsBackToEnglish() {
    const auto text = [] { return QCoreApplication::translate("haneul::actions", "Tracks"); };
    const auto buttonText = [] {
        return QDialogButtonBox(QDialogButtonBox::Cancel).button(QDialogButtonBox::Cancel)->text().remove(u'&');
    };
    window::Language language;
    language.set(QStringLiteral("ko"));
    QCOMPARE(text(), QStringLiteral("항적"));
    QCOMPARE(buttonText(), QStringLiteral("취소")); // Qt's own buttons and dialogs too
    language.set(QStringLiteral("en"));
    QCOMPARE(text(), QStringLiteral("Tracks"));
    QCOMPARE(buttonText(), QStringLiteral("Cancel"));
    language.set(QStringLiteral("ko"));
    language.set(QStringLiteral("xx"));
    QCOMPARE(language.id(), QStringLiteral("en"));
    QCOMPARE(text(), QStringLiteral("Tracks"));
    QCOMPARE(QCoreApplication::translate("haneul::models::Facts", "Stale: %n track(s)", nullptr, 1),
             QStringLiteral("Stale: 1 track"));
}

namespace {

window::Layout twoWindows() {
    return {.windows = {{.kind = window::WindowKind::Main,
                         .geometry = {10, 20, 1600, 900},
                         .maximised = true,
                         .screen = QStringLiteral("left"),
                         .screenArea = {0, 0, 1920, 1080},
                         .docks = QByteArray("\0\1\2", 3),
                         .view = {{QStringLiteral("map"), QJsonObject{{QStringLiteral("zoom"), 11.5}}}}},
                        {.kind = window::WindowKind::Map,
                         .geometry = {2000, 50, 800, 600},
                         .screen = QStringLiteral("right"),
                         .screenArea = {1920, 0, 1920, 1080}}}};
}

window::Session someSession() {
    return {.theme = QStringLiteral("light"),
            .language = QStringLiteral("en"),
            .textScale = 1.25,
            .workspace = QStringLiteral("야간"),
            .selection = QStringLiteral("uas:HN-000042"),
            .layout = twoWindows(),
            .drafts = {{QStringLiteral("notes"), QJsonObject{{QStringLiteral("value"), QStringLiteral("일지")}}}}};
}

void writeFile(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

void WindowPartsTest::sessionComesBackAsItWas() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("session.json"));
    writeFile(path, window::sessionToJson(someSession()));
    const auto loaded = window::loadSession(path);
    QVERIFY(loaded);
    QVERIFY(*loaded == someSession());
}

void WindowPartsTest::missingSessionIsNone() {
    const QTemporaryDir folder;
    const auto loaded = window::loadSession(folder.filePath(QStringLiteral("none.json")));
    QVERIFY(loaded);
    QVERIFY(!*loaded);
    QVERIFY(window::loadSession({}));
}

void WindowPartsTest::brokenSessionIsRefused_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("\x7f"
                                            "ELF");
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("no schema") << QByteArray("{}");
    QTest::newRow("later schema") << QByteArray(R"({"schema": 2})");
    QTest::newRow("cut off") << QByteArray(R"({"schema": 1, "theme": "li)");
    QTest::newRow("layout of another version") << QByteArray(R"({"schema": 1, "layout": {"schema": 9}})");
    QTest::newRow("huge") << QByteArray(5 * 1024 * 1024, ' ');
}

void WindowPartsTest::brokenSessionIsRefused() {
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("session.json"));
    writeFile(path, content);
    const auto loaded = window::loadSession(path);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, std::string("SESSION_UNREADABLE"));
    const QString aside = window::keepAside(path);
    QVERIFY(QFile::exists(aside));
    QVERIFY(!QFile::exists(path));
}

void WindowPartsTest::crashesDecideTheBeginning_data() {
    QTest::addColumn<bool>("clean");
    QTest::addColumn<bool>("afterCrash");
    QTest::addColumn<bool>("settled");
    QTest::addColumn<int>("beginning");
    using window::Beginning;
    QTest::newRow("ended as asked") << true << false << true << static_cast<int>(Beginning::Continued);
    QTest::newRow("ended as asked after a crash") << true << true << false << static_cast<int>(Beginning::Continued);
    QTest::newRow("crash") << false << false << true << static_cast<int>(Beginning::Recovered);
    QTest::newRow("crash at once") << false << false << false << static_cast<int>(Beginning::Recovered);
    QTest::newRow("second crash, later") << false << true << true << static_cast<int>(Beginning::Recovered);
    QTest::newRow("second crash at once") << false << true << false << static_cast<int>(Beginning::Safe);
}

void WindowPartsTest::crashesDecideTheBeginning() {
    QFETCH(bool, clean);
    QFETCH(bool, afterCrash);
    QFETCH(bool, settled);
    QFETCH(int, beginning);
    const window::Session last{.cleanEnd = clean, .afterCrash = afterCrash, .settled = settled};
    QCOMPARE(static_cast<int>(window::beginningAfter(last)), beginning);
    QVERIFY(window::beginningAfter({}) == window::Beginning::Fresh);
}

void WindowPartsTest::fileWriterWritesInOrderAndReportsTrouble() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("deep/er/file.txt"));
    QString trouble;
    {
        window::FileWriter writer;
        for (int i = 0; i < 50; ++i)
            writer.write(path, QByteArray::number(i));
        writer.write(QStringLiteral("/proc/no such folder/file"), "x", [&](const QString& why) { trouble = why; });
        writer.flush();
        QVERIFY(!trouble.isEmpty());
        writer.write(path, "last");
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("last"));
}

void WindowPartsTest::brokenLayoutIsRefused_data() {
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char* name, const QByteArray& windows) {
        QTest::newRow(name) << QByteArray(R"({"schema": 1, "windows": )" + windows + "}");
    };
    const QByteArray main = R"({"kind": "main", "geometry": [0,0,10,10], "screen_area": [0,0,100,100]})";
    row("none", "[]");
    row("kind", R"([{"kind": "radar", "geometry": [0,0,10,10], "screen_area": [0,0,100,100]}])");
    row("no size", R"([{"kind": "main", "geometry": [0,0,0,0], "screen_area": [0,0,100,100]}])");
    row("words", R"([{"kind": "main", "geometry": ["a",0,9,9], "screen_area": [0,0,100,100]}])");
    row("far away", R"([{"kind": "main", "geometry": [9000000,0,9,9], "screen_area": [0,0,100,100]}])");
    row("no screen", R"([{"kind": "main", "geometry": [0,0,10,10]}])");
    row("no main window", R"([{"kind": "map", "geometry": [0,0,10,10], "screen_area": [0,0,100,100]}])");
    row("two main windows", "[" + main + "," + main + "]");
    row("too many", "[" + QByteArrayList(17, main).join(",") + "]");
    QTest::newRow("version") << QByteArray(R"({"schema": 7, "windows": [)" + main + "]}");
}

void WindowPartsTest::brokenLayoutIsRefused() {
    QFETCH(QByteArray, content);
    QVERIFY(QJsonDocument::fromJson(content).isObject());
    QVERIFY(!window::layoutFromJson(QJsonDocument::fromJson(content).object()));
}

void WindowPartsTest::windowsComeBackVisible_data() {
    QTest::addColumn<QRect>("was");
    QTest::addColumn<QString>("screen");
    QTest::addColumn<QRect>("place");
    const QString left = QStringLiteral("left"), right = QStringLiteral("right"), gone = QStringLiteral("gone");
    // Screens: left 0..1919, right 1920..3199 with 1280 x 1024.
    QTest::newRow("as it was") << QRect(100, 100, 800, 600) << left << QRect(100, 100, 800, 600);
    QTest::newRow("second screen has moved") << QRect(2100, 100, 800, 600) << right << QRect(2280, 100, 800, 600);
    QTest::newRow("screen is gone") << QRect(5000, 100, 800, 600) << gone << QRect(1120, 100, 800, 600);
    QTest::newRow("gone and larger") << QRect(5000, 100, 4000, 3000) << gone << QRect(0, 0, 1920, 1080);
    QTest::newRow("out of sight") << QRect(-5000, -400, 800, 600) << left << QRect(0, 0, 800, 600);
    QTest::newRow("partly out, title in reach") << QRect(-100, 100, 800, 600) << left << QRect(-100, 100, 800, 600);
}

void WindowPartsTest::windowsComeBackVisible() {
    QFETCH(QRect, was);
    QFETCH(QString, screen);
    QFETCH(QRect, place);
    const std::vector<window::ScreenArea> screens{{QStringLiteral("left"), {0, 0, 1920, 1080}},
                                                  {QStringLiteral("right"), {1920, 0, 1280, 1024}}};
    const window::WindowLayout layout{.geometry = was,
                                      .screen = screen,
                                      .screenArea = screen == QStringLiteral("right") ? QRect(1740, 0, 1280, 1024)
                                                                                      : QRect(0, 0, 1920, 1080)};
    QCOMPARE(window::placeOnScreens(layout, screens), place);
    QCOMPARE(window::placeOnScreens(layout, {}), QRect());
}

void WindowPartsTest::workspacesAreKeptUnderAnyName() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("workspaces"));
    const QStringList names{QStringLiteral("../../etc"), QStringLiteral("Night shift"),
                            QStringLiteral("야간 근무 / 2")};
    {
        window::FileWriter writer;
        window::Workspaces workspaces(path, writer);
        for (const QString& name : names)
            QVERIFY(workspaces.save(u' ' + name + u' ', twoWindows()));
        QVERIFY(!workspaces.save(QStringLiteral("  "), twoWindows()));
        QVERIFY(!workspaces.save(QString(61, u'x'), twoWindows()));
        QVERIFY(!workspaces.save(QStringLiteral("a\nb"), twoWindows()));
        QVERIFY(workspaces.save(QStringLiteral("gone"), twoWindows()));
        workspaces.remove(QStringLiteral("gone"));
    }
    QCOMPARE(QDir(path).entryList(QDir::Files).size(), 3);
    window::FileWriter writer;
    const window::Workspaces workspaces(path, writer);
    QCOMPARE(workspaces.names(), names);
    QVERIFY(*workspaces.find(names[2]) == twoWindows());
    QVERIFY(!workspaces.find(QStringLiteral("gone")));
    QVERIFY(workspaces.troubles().empty());
}

void WindowPartsTest::foreignWorkspaceFilesArePutAside() {
    const QTemporaryDir folder;
    writeFile(folder.filePath(QStringLiteral("a.json")), "{\"coordinates\": []}");
    writeFile(folder.filePath(QStringLiteral("b.json")), QByteArray("\xff\xfe\0\0", 4));
    window::FileWriter writer;
    const window::Workspaces workspaces(folder.path(), writer);
    QVERIFY(workspaces.names().isEmpty());
    QCOMPARE(workspaces.troubles().size(), 2U);
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("a.json.unused-1"))));
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("a.json"))));
}

void WindowPartsTest::factoryLayoutsNamePanelsAndActions() {
    QCOMPARE(window::factoryLayouts().size(), 6U);
    for (const window::FactoryLayout& layout : window::factoryLayouts()) {
        QVERIFY2(std::ranges::contains(actions::allActions(), std::string_view(layout.action),
                                       [](const auto& info) { return std::string_view(info.id); }),
                 layout.action);
        for (const window::PanelPlace& place : layout.places)
            QVERIFY2(std::ranges::contains(window::panelInfos(), std::string_view(place.panel),
                                           [](const auto& info) { return std::string_view(info.id); }),
                     place.panel);
    }
}

// A stale or gone feed is told by its outline, not by colour alone.
void WindowPartsTest::everyFeedStateHasItsOwnShape() {
    using situation::FeedState;
    QSet<int> shapes;
    for (const FeedState state :
         {FeedState::Starting, FeedState::Connected, FeedState::Silent, FeedState::Disconnected, FeedState::Failed})
        shapes += static_cast<int>(window::signOf(state).shape);
    QCOMPARE(shapes.size(), 5);
    QCOMPARE(window::signOf(FeedState::Connected).role, theme::ColorRole::Stale); // no green lamp: normal is grey
    const auto image = [](window::Shape shape) {
        return window::signPixmap({shape, theme::ColorRole::Text}, theme::themeById(u"dark"), 24, 1.0).toImage();
    };
    QVERIFY(image(window::Shape::Triangle) != image(window::Shape::Octagon));
    QVERIFY(image(window::Shape::Disc) != image(window::Shape::Ring));
}

void WindowPartsTest::factLineSaysEverythingInItsTooltip() {
    window::FactLine line(theme::themeById(u"dark"), nullptr);
    line.resize(line.minimumSizeHint());
    line.setFacts({{models::FactGravity::Danger, QStringLiteral("first")},
                   {models::FactGravity::Caution, QStringLiteral("second")}});
    QCOMPARE(line.toolTip(), QStringLiteral("first\nsecond"));
    const QImage two = line.grab().toImage();
    line.setFacts({});
    QVERIFY(line.toolTip().isEmpty());
    QVERIFY(line.grab().toImage() != two);
}

void WindowPartsTest::clockShowsUtcLocalAndMode() {
    window::ClockPanel panel(theme::themeById(u"dark"), nullptr);
    const auto text = [&](const char* name) { return panel.findChild<QLabel*>(QLatin1StringView(name))->text(); };
    situation::Situation live;
    live.number = 1;
    live.time = start - milliseconds{500};
    panel.show(live, start);
    QCOMPARE(text("timeMode"), QStringLiteral("LIVE"));
    QCOMPARE(text("pictureTime"), QStringLiteral("04:05:06Z"));
    QVERIFY(text("timeBeside").contains(QStringLiteral("UTC+")) || text("timeBeside").contains(QStringLiteral("UTC-")));
    auto replay = replaying(TimeMode::Replay);
    replay.replay->speed = 4;
    panel.show(replay, start);
    QCOMPARE(text("timeMode"), QStringLiteral("REPLAY 4×"));
    QCOMPARE(text("pictureTime"), QStringLiteral("04:06:06Z"));
    QCOMPARE(text("timeBeside"), QStringLiteral("now 04:05:06Z"));
    panel.show(replaying(TimeMode::Paused), start);
    QCOMPARE(text("timeMode"), QStringLiteral("PAUSED"));
}

namespace {

struct Calls {
    int played = 0;
    int paused = 0;
    std::vector<UtcMs> sought;
    std::vector<double> speeds;

    window::ReplayControl control() {
        return {.play = [this] { ++played; },
                .pause = [this] { ++paused; },
                .seek = [this](UtcMs place) { sought.push_back(place); },
                .setSpeed = [this](double speed) { speeds.push_back(speed); }};
    }
};

} // namespace

void WindowPartsTest::replayKeysWorkOnlyInAReplay() {
    Calls calls;
    const actions::ActionRegistry registry;
    window::ReplayBar bar(calls.control(), registry, nullptr);
    QAction& play = registry.action(QLatin1StringView("replay.play_pause"));
    situation::Situation live;
    bar.show(live);
    QVERIFY(!play.isEnabled());
    play.trigger();
    QCOMPARE(calls.played + calls.paused, 0);
    bar.show(replaying(TimeMode::Paused));
    QVERIFY(play.isEnabled());
    play.trigger();
    QCOMPARE(calls.played, 1);
    bar.show(replaying(TimeMode::Replay));
    play.trigger();
    QCOMPARE(calls.paused, 1);

    window::ReplayBar uncontrolled({}, registry, nullptr);
    uncontrolled.show(replaying(TimeMode::Replay));
    QVERIFY(!play.isEnabled());
}

void WindowPartsTest::replaySeeksInsideTheRecording() {
    Calls calls;
    const actions::ActionRegistry registry;
    window::ReplayBar bar(calls.control(), registry, nullptr);
    bar.show(replaying(TimeMode::Replay));
    registry.action(QLatin1StringView("replay.forward")).trigger();
    QCOMPARE(calls.sought.back(), start + milliseconds{70'000});
    for (int i = 0; i < 10; ++i)
        registry.action(QLatin1StringView("replay.back")).trigger();
    QCOMPARE(calls.sought.back(), start);
    auto* slider = bar.findChild<QSlider*>(QStringLiteral("replaySlider"));
    QCOMPARE(slider->maximum(), 6000);
    slider->triggerAction(QAbstractSlider::SliderToMaximum);
    QCOMPARE(calls.sought.back(), start + milliseconds{600'000});
}

void WindowPartsTest::replaySpeedStepsEndAtTheLimits() {
    Calls calls;
    const actions::ActionRegistry registry;
    window::ReplayBar bar(calls.control(), registry, nullptr);
    bar.show(replaying(TimeMode::Replay));
    registry.action(QLatin1StringView("replay.faster")).trigger();
    QCOMPARE(calls.speeds.back(), 2.0);
    for (int i = 0; i < 20; ++i)
        registry.action(QLatin1StringView("replay.faster")).trigger();
    QCOMPARE(calls.speeds.back(), window::maxReplaySpeed);
    for (int i = 0; i < 20; ++i)
        registry.action(QLatin1StringView("replay.slower")).trigger();
    QCOMPARE(calls.speeds.back(), window::minReplaySpeed);
    QCOMPARE(calls.speeds.size(), 13U); // 1 -> 60 in 5 steps, 60 -> 0.1 in 8
}

HANEUL_UI_MAIN(WindowPartsTest)
#include "window_parts_test.moc"
