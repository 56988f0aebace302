#include "notify_fixture.h"
#include "server/clock/clock.h"
#include "server/notify/wording.h"
#include "tests/support/eventually.h"
#include "tests/support/ui_main.h"
#include "ui/actions/action_registry.h"
#include "ui/notices/message_model.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"

#include <QAction>
#include <QDockWidget>
#include <QTableView>

using namespace haneul;
using haneul::notify::tests::approved;
using haneul::notify::tests::House;
using haneul::notify::tests::person;
using Column = notices::MessageModel::Column;

namespace {

// A desk at which kim, a pilot, sits.
struct Place {
    House house;
    situation::SituationBoard board;
    std::unique_ptr<window::Desk> desk;

    window::MainWindow& open() {
        board.publish(situation::Situation{.time = notify::tests::noon});
        desk = std::make_unique<window::Desk>(window::DeskDependencies{
            .board = board,
            .clock = house.manual,
            .replay = {.play = [] {}, .pause = [] {}, .seek = [](UtcMs) {}, .setSpeed = [](double) {}},
            .language = QStringLiteral("en"),
            .notices = house.service.get(),
            .whoAsks = [] { return std::optional(person("kim", people::Role::Pilot)); }});
        window::MainWindow& window = desk->mainWindow();
        window.setWindowState(Qt::WindowNoState);
        window.setGeometry(0, 0, 1920, 1080);
        desk->show();
        window.actionRegistry().action(QLatin1StringView("view.notice_centre")).trigger();
        return window;
    }
};

QTableView& table(const QWidget& in) {
    auto* const found = in.findChild<QTableView*>(QStringLiteral("ownNotices"));
    if (!found) qFatal("no table of notices");
    return *found;
}

QString subject(const QTableView& view, int row) {
    return view.model()->index(row, static_cast<int>(Column::Subject)).data().toString();
}

} // namespace

class NoticeCentreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void actionShowsOwnNoticesAsTheyCome(); // R-MS-16
    void noticesSpeakTheLanguageOfTheDesk();
    void enterGoesToWhatItIsAbout();
};

void NoticeCentreTest::actionShowsOwnNoticesAsTheyCome() {
    Place place;
    const window::MainWindow& window = place.open();
    auto* const dock = window.findChild<QDockWidget*>(QStringLiteral("notice_centreDock"));
    QVERIFY(dock && dock->isVisible());
    const QTableView& view = table(window);
    QCOMPARE(view.model()->rowCount(), 0);
    QVERIFY(place.house.create(approved("P-1", "kim")));
    QVERIFY(place.house.create(approved("P-2", "lee")));
    place.house.manual.advance(std::chrono::seconds{1});
    QVERIFY(place.house.create(approved("P-3", "kim")));
    EVENTUALLY(view.model()->rowCount() == 2);
    QVERIFY(view.model()->index(0, static_cast<int>(Column::Text)).data().toString().contains(QStringLiteral("P-3")));
}

void NoticeCentreTest::noticesSpeakTheLanguageOfTheDesk() {
    Place place;
    const window::MainWindow& window = place.open();
    QVERIFY(place.house.create(approved("P-1", "kim")));
    const QTableView& view = table(window);
    EVENTUALLY(view.model()->rowCount() == 1);
    const auto words = place.house.own("kim")->notices.front();
    const auto english = notify::worded(words.message, words.arguments, notify::Language::English).subject;
    const auto korean = notify::worded(words.message, words.arguments, notify::Language::Korean).subject;
    QVERIFY(english != korean);
    QCOMPARE(subject(view, 0), QString::fromStdString(english));
    place.desk->setLanguage(QStringLiteral("ko"));
    EVENTUALLY(subject(view, 0) == QString::fromStdString(korean));
    place.desk->setLanguage(QStringLiteral("en"));
    EVENTUALLY(subject(view, 0) == QString::fromStdString(english));
}

void NoticeCentreTest::enterGoesToWhatItIsAbout() {
    Place place;
    const window::MainWindow& window = place.open();
    auto notice = approved("P-1", "kim");
    notice.about = {.plan = "", .zone = "", .mission = "M-000007"};
    QVERIFY(place.house.create(notice));
    QTableView& view = table(window);
    EVENTUALLY(view.model()->rowCount() == 1);
    view.selectRow(0);
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(place.desk->missionSelection().mission(), QStringLiteral("M-000007"));
    QVERIFY(window.findChild<QDockWidget*>(QStringLiteral("ordersDock"))->isVisible());
    auto* const messages = window.findChild<window::MessageBar*>();
    QVERIFY(messages && !messages->hasMessages());
    // A flight plan stands at the approval desk.
    place.house.manual.advance(std::chrono::seconds{1});
    QVERIFY(place.house.create(approved("P-2", "kim")));
    EVENTUALLY(view.model()->rowCount() == 2);
    view.selectRow(0);
    QTest::keyClick(&view, Qt::Key_Return);
    QVERIFY(!messages->hasMessages());
    QCOMPARE(place.desk->plans().chosen(), std::string("P-2"));
    QVERIFY(window.findChild<QDockWidget*>(QStringLiteral("plansDock"))->isVisible());
    // A zone stands in the list of zones.
    place.house.manual.advance(std::chrono::seconds{1});
    auto zone = approved("P-3", "kim");
    zone.about = {.plan = "", .zone = "KOR RKP73", .mission = ""};
    QVERIFY(place.house.create(zone));
    EVENTUALLY(view.model()->rowCount() == 3);
    window.findChild<QDockWidget*>(QStringLiteral("notice_centreDock"))->raise();
    view.selectRow(0);
    QTest::keyClick(&view, Qt::Key_Return);
    QVERIFY(!messages->hasMessages());
    QCOMPARE(place.desk->zoneSelection().zone(), QStringLiteral("KOR RKP73"));
    QVERIFY(window.findChild<QDockWidget*>(QStringLiteral("zoneDock"))->isVisible());
    QCOMPARE(place.desk->missionSelection().mission(), QStringLiteral("M-000007"));
}

HANEUL_UI_MAIN(NoticeCentreTest)
#include "notice_centre_test.moc"
