#include "server/clock/clock.h"
#include "tests/support/clipped_text.h"
#include "tests/support/delivery/fake_delivery_service.h"
#include "tests/support/eventually.h"
#include "tests/support/shared_data.h"
#include "tests/support/ui_main.h"
#include "ui/actions/action_registry.h"
#include "ui/orders/book_form.h"
#include "ui/orders/list_view.h"
#include "ui/orders/mission_forms.h"
#include "ui/profile/profile_panel.h"
#include "ui/window/desk.h"
#include "ui/window/fact_line.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QLineEdit>
#include <QPushButton>

using namespace haneul;
using namespace haneul::delivery;

namespace {

const UtcMs start = *fromRfc3339("2026-11-21T10:00:00Z");

// A desk whose service holds the reference network of DOMAIN.md 3 with its four missions and some orders.
struct Place {
    situation::SituationBoard board;
    clock::ManualClock clock{start};
    tests::FakeDeliveryService service{start};
    std::unique_ptr<window::Desk> desk;

    Place() {
        situation::Situation situation;
        situation.time = start;
        traffic::Track track;
        track.id = "uas:HN-002";
        track.label = "HN-002";
        track.sources = {{"mqtt", traffic::SourceKind::Telemetry, start}};
        track.position = geo::LatLon{37.5665, 126.978};
        track.received = start;
        track.placed = start;
        situation.tracks = {std::make_shared<const traffic::Track>(track)};
        board.publish(std::move(situation));
        service.setNetwork(tests::referenceNetwork());
        for (const char* node : {"DP-02", "DP-05", "DP-03"})
            service.placeOrder(tests::supervisor(),
                               {.network = "seoul",
                                .stop = {.node = node},
                                .payload_kg = 1.5,
                                .deadline = start + std::chrono::minutes{40}},
                               [](const auto&) {});
        mission({"DP-02", "DP-05"}, 0, "HN-001", {"O-000001", "O-000002"});
        mission({"DP-05", "DP-02"}, 60, "HN-002", {});
        mission({"DP-01"}, 120, "HN-003", {});
        mission({"DP-03", "DP-04"}, 120, {}, {});
    }

    void mission(const std::vector<std::string>& stops, int ready_s, std::string drone,
                 std::vector<std::string> orders) {
        NewMission wanted{.network = "seoul",
                          .orders = std::move(orders),
                          .drone = std::move(drone),
                          .ready = start + std::chrono::seconds{ready_s}};
        for (const std::string& stop : stops)
            wanted.request.stops.push_back({.node = stop});
        service.bookMission(tests::supervisor(), wanted, [](const auto&) {});
    }

    void late(milliseconds by) {
        const auto out = service.state()->mission("M-000001")->planned.legs.front().departures.front() + by.count();
        for (const MissionStep step : {MissionStep::Prepared, MissionStep::Flying})
            service.advanceMission(tests::supervisor(), "M-000001", step, {}, [](const auto&) {});
        service.recordActuals(tests::supervisor(), "M-000001", {{0, 0, timing::EventKind::Departure, out}},
                              [](const auto&) {});
    }

    window::MainWindow& open(const QString& theme = QStringLiteral("dark")) {
        desk = std::make_unique<window::Desk>(window::DeskDependencies{
            .board = board,
            .clock = clock,
            .replay = {.play = [] {}, .pause = [] {}, .seek = [](UtcMs) {}, .setSpeed = [](double) {}},
            .theme = theme,
            .language = QStringLiteral("en"),
            .deliveries = &service,
            .whoAsks = [] { return tests::supervisor(); }});
        window::MainWindow& window = desk->mainWindow();
        window.setWindowState(Qt::WindowNoState);
        window.setGeometry(0, 0, 1920, 1080);
        desk->show();
        QTest::qWait(200);
        return window;
    }
};

void trigger(const window::DeskWindow& window, const char* id) {
    window.actionRegistry().action(QLatin1StringView(id)).trigger();
    QTest::qWait(50);
}

template <class W>
W& child(const QWidget& in, const char* name) {
    auto* found = in.findChild<W*>(QLatin1StringView(name));
    if (!found) qFatal("no %s", name);
    return *found;
}

void keep(QWidget& widget, const QString& name) {
    const QDir folder(QStringLiteral(HANEUL_SCREENSHOTS));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QVERIFY(widget.grab().toImage().save(folder.filePath(name + QStringLiteral(".png"))));
}

template <class Form>
Form* opened() {
    for (QWidget* each : QApplication::topLevelWidgets())
        if (auto* form = qobject_cast<Form*>(each); form && form->isVisible()) return form;
    return nullptr;
}

} // namespace

class DeliveriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void cleanup() { theme::apply(*qApp, theme::themeById(u"dark"), 1.0); }

    void actionsReachTheirPanels();          // R-UI-05
    void lineAtTheTopSaysWhatNoLongerFits(); // R-SLT-13
    void missionAndDroneAreChosenTogether();
    void pictures_data();
    void pictures();
};

void DeliveriesTest::actionsReachTheirPanels() {
    Place place;
    window::MainWindow& window = place.open();
    trigger(window, "orders.new");
    QVERIFY(child<QDockWidget>(window, "ordersDock").isVisible());
    QVERIFY(child<QLineEdit>(window, "orderPoint").isVisible());
    trigger(window, "orders.dispatch");
    EVENTUALLY(place.service.calls.back().starts_with("dispatch seoul"));
    place.desk->missionSelection().select(QStringLiteral("M-000004"));
    trigger(window, "missions.retime");
    auto* form = opened<orders::RetimeForm>();
    QVERIFY(form);
    form->reject();
    trigger(window, "missions.advance");
    auto* step = opened<orders::AdvanceForm>();
    QVERIFY(step);
    step->reject();
    trigger(window, "missions.book");
    auto* book = opened<orders::BookForm>();
    QVERIFY(book);
    book->reject();
    trigger(window, "profile.datum");
    QVERIFY(child<QDockWidget>(window, "profileDock").isVisible());
    QVERIFY(!child<profile::ChartView>(window, "heightChart").data().isEmpty());
}

void DeliveriesTest::lineAtTheTopSaysWhatNoLongerFits() {
    Place place;
    window::MainWindow& window = place.open();
    auto* line = window.findChild<window::FactLine*>();
    QVERIFY(line);
    const auto says = [&] {
        return std::ranges::any_of(line->facts(), [](const models::Fact& fact) {
            return fact.text.contains(QStringLiteral("no longer fit"));
        });
    };
    QVERIFY(!says());
    place.late(std::chrono::seconds{140});
    place.clock.advance(milliseconds{1'000});
    EVENTUALLY(says());
    QVERIFY(child<QPushButton>(window, "takeProposed").isVisibleTo(&child<QWidget>(window, "ordersPanel")) ||
            !child<QDockWidget>(window, "ordersDock").isVisible());
    for (int i = 0; i < 5 && !place.service.state()->conflicts.empty(); ++i)
        trigger(window, "missions.take_proposed");
    QVERIFY(place.service.state()->conflicts.empty());
    place.clock.advance(milliseconds{1'000});
    EVENTUALLY(!says());
}

void DeliveriesTest::missionAndDroneAreChosenTogether() {
    Place place;
    window::MainWindow& window = place.open();
    trigger(window, "view.orders");
    auto& list = child<orders::ListView>(window, "missionTable");
    EVENTUALLY(list.model()->rowCount() == 4);
    place.desk->selection().select("uas:HN-002");
    EVENTUALLY(list.chosenId() == QStringLiteral("M-000002"));
    place.desk->selection().clear();
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_Up);
    QCOMPARE(place.desk->missionSelection().mission(), QStringLiteral("M-000001"));
    QTest::keyClick(&list, Qt::Key_Down);
    QCOMPARE(place.desk->selection().selected(), std::string("uas:HN-002"));
}

void DeliveriesTest::pictures_data() {
    QTest::addColumn<QString>("theme");
    for (const theme::Theme& each : theme::themes())
        QTest::newRow(qPrintable(each.id())) << each.id();
}

void DeliveriesTest::pictures() {
    QFETCH(QString, theme);
    Place place;
    place.late(std::chrono::seconds{140});
    window::MainWindow& window = place.open(theme);
    trigger(window, "view.orders");
    trigger(window, "view.profile");
    window.resizeDocks({&child<QDockWidget>(window, "ordersDock")}, {500}, Qt::Vertical);
    place.desk->missionSelection().select(QStringLiteral("M-000001"));
    child<QLineEdit>(window, "orderPoint").setText(QStringLiteral("DP-99"));
    child<QPushButton>(window, "placeOrder").click();
    if (const QString flight = tests::sharedPath(QStringLiteral("data/px4-ulog/sample_log_small.ulg"));
        !flight.isEmpty()) {
        child<profile::ProfilePanel>(window, "profilePanel").loadFlight(flight);
        EVENTUALLY(child<QComboBox>(window, "recordedVehicle").count() > 0);
        window.resizeDocks({&child<QDockWidget>(window, "profileDock")}, {820}, Qt::Vertical);
    }
    QTest::qWait(300);
    for (const char* panel : {"ordersPanel", "profilePanel"}) {
        const QStringList clipped = tests::clippedTexts(child<QWidget>(window, panel));
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
    }
    keep(window, QStringLiteral("deliveries-") + theme);
    trigger(window, "missions.book");
    auto* book = opened<orders::BookForm>();
    QVERIFY(book);
    auto& point = child<QComboBox>(*book, "bookPoint");
    for (const char* node : {"DP-05", "DP-02"}) {
        point.setCurrentIndex(point.findData(QString::fromLatin1(node)));
        child<QPushButton>(*book, "addStop").click();
    }
    QTest::qWait(400);
    keep(*book, QStringLiteral("book-") + theme);
    book->reject();
    place.desk->missionSelection().select(QStringLiteral("M-000003"));
    trigger(window, "missions.retime");
    auto* retime = opened<orders::RetimeForm>();
    QVERIFY(retime);
    child<QLineEdit>(*retime, "start").setText(QStringLiteral("10:01"));
    QTest::qWait(100);
    keep(*retime, QStringLiteral("retime-") + theme);
    retime->reject();
}

HANEUL_UI_MAIN(DeliveriesTest)
#include "deliveries_test.moc"
