#include "ui/actions/action_registry.h"
#include "ui/window/clock_panel.h"
#include "ui/window/fact_line.h"
#include "ui/window/language.h"
#include "ui/window/replay_bar.h"
#include "ui/window/shapes.h"
#include "ui/window/window_state.h"

#include <QAction>
#include <QCoreApplication>
#include <QFile>
#include <QLabel>
#include <QProcess>
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

    void stateComesBackAsItWas();
    void missingStateFileIsNoState();
    void brokenStateFileIsRefused_data();
    void brokenStateFileIsRefused();
    void unwritableStateIsAnError();

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
    window::Language language;
    language.set(QStringLiteral("ko"));
    QCOMPARE(text(), QStringLiteral("항적"));
    language.set(QStringLiteral("en"));
    QCOMPARE(text(), QStringLiteral("Tracks"));
    language.set(QStringLiteral("ko"));
    language.set(QStringLiteral("xx"));
    QCOMPARE(language.id(), QStringLiteral("en"));
    QCOMPARE(text(), QStringLiteral("Tracks"));
    QCOMPARE(QCoreApplication::translate("haneul::models::Facts", "Stale: %n track(s)", nullptr, 1),
             QStringLiteral("Stale: 1 track"));
}

void WindowPartsTest::stateComesBackAsItWas() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("window.json"));
    const window::WindowState state{.geometry = QByteArray("\0\1\2", 3),
                                    .layout = "layout",
                                    .trackHeader = "header",
                                    .theme = QStringLiteral("light"),
                                    .language = QStringLiteral("en"),
                                    .textScale = 1.25,
                                    .mapCentre = geo::LatLon{37.5, 127.0},
                                    .mapZoom = 11.5};
    QVERIFY(window::saveWindowState(path, state));
    const auto loaded = window::loadWindowState(path);
    QVERIFY(loaded);
    QCOMPARE(*loaded, state);
}

void WindowPartsTest::missingStateFileIsNoState() {
    const QTemporaryDir folder;
    const auto loaded = window::loadWindowState(folder.filePath(QStringLiteral("none.json")));
    QVERIFY(loaded);
    QCOMPARE(*loaded, window::WindowState{});
    QVERIFY(window::loadWindowState({}));
}

void WindowPartsTest::brokenStateFileIsRefused_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("\x7f"
                                            "ELF");
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("no schema") << QByteArray("{}");
    QTest::newRow("later schema") << QByteArray(R"({"schema": 2})");
    QTest::newRow("cut off") << QByteArray(R"({"schema": 1, "theme": "li)");
    QTest::newRow("huge") << QByteArray(300 * 1024, ' ');
}

void WindowPartsTest::brokenStateFileIsRefused() {
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("window.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const auto loaded = window::loadWindowState(path);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, std::string("WINDOW_STATE_UNREADABLE"));
}

void WindowPartsTest::unwritableStateIsAnError() {
    const auto saved = window::saveWindowState(QStringLiteral("/no such folder/window.json"), {});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, std::string("WINDOW_STATE_UNWRITABLE"));
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

QTEST_MAIN(WindowPartsTest)
#include "window_parts_test.moc"
