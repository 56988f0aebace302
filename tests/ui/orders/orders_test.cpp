#include "server/clock/clock.h"
#include "tests/support/clipped_text.h"
#include "tests/support/delivery/fake_delivery_service.h"
#include "tests/support/eventually.h"
#include "tests/support/latency_main.h"
#include "tests/support/text_fields.h"
#include "ui/orders/book_form.h"
#include "ui/orders/mission_forms.h"
#include "ui/orders/missions_side.h"
#include "ui/orders/orders_panel.h"
#include "ui/orders/orders_side.h"
#include "ui/orders/proposals_form.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QtTest>

using namespace haneul;
using namespace haneul::delivery;
using namespace haneul::orders;

namespace {

const UtcMs start = *fromRfc3339("2026-11-21T10:00:00Z");

template <class W>
W& child(const QWidget& in, const char* name) {
    auto* found = in.findChild<W*>(QLatin1StringView(name));
    if (!found) qFatal("no %s", name);
    return *found;
}

struct Place {
    clock::ManualClock clock{start};
    tests::FakeDeliveryService service{start};
    people::Principal who = tests::supervisor();
    DeliveryDesk desk;
    models::MissionSelection selection;
    OrdersPanel panel;

    explicit Place(Network network = tests::referenceNetwork())
        : desk(prepared(std::move(network)), [this] { return who; })
        , panel(desk, selection, clock, theme::themeById(u"dark"), nullptr) {
        panel.resize(1900, 800);
        panel.show();
        QApplication::processEvents();
    }

    DeliveryService* prepared(Network network) {
        service.setNetwork(std::move(network));
        return &service;
    }

    std::string mission(std::vector<Stop> stops, UtcMs ready = start) {
        std::string id;
        service.bookMission(who, {.network = "seoul", .request = {.stops = std::move(stops)}, .ready = ready},
                            [&](Result<std::string> given) { id = *given; });
        return id;
    }

    void late(const std::string& id, milliseconds by) {
        const auto out = service.state()->mission(id)->planned.legs.front().departures.front() + by.count();
        service.recordActuals(who, id, {{0, 0, timing::EventKind::Departure, out}}, [](const auto&) {});
    }

    [[nodiscard]] QString message() const { return child<QLabel>(panel, "orderMessage").text(); }

    template <class Form>
    Form* form() {
        Form* found = nullptr;
        (void)QTest::qWaitFor(
            [&] {
                for (QWidget* each : QApplication::topLevelWidgets())
                    if (auto* form = qobject_cast<Form*>(each); form && form->isVisible()) found = form;
                return found != nullptr;
            },
            5000);
        return found;
    }
};

void enter(QWidget& widget) {
    QTest::keyClick(&widget, Qt::Key_Return);
    QApplication::processEvents();
}

QPushButton& okOf(const QWidget& form) {
    return *form.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
}

} // namespace

class OrdersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)."))); }

    void enterPlacesAnOrderAndIsReadyForTheNext(); // R-SLT-07
    void severalOrdersAtOnce();
    void pointsAreFoundByIdAndName_data();
    void pointsAreFoundByIdAndName();
    void refusedEntriesSayWhy();
    void dispatchSaysWhatWasBookedAndRefused(); // R-SLT-07 R-SLT-09
    void selectionIsSharedBothWays();
    void anOrderIsCancelledWithItsReason();
    void processGoesStepByStepToComplete();        // R-RTE-19
    void freeWindowsAreShownBeforeBooking();       // R-SLT-08
    void whatCannotBeFlownIsNotBooked();           // R-RTE-18
    void takenStartIsAnsweredWithTheNextFreeOne(); // R-SLT-12
    void cancellingFreesTheStart();                // R-SLT-12
    void proposedStartIsTaken();                   // R-SLT-13
    void allProposedStartsAreTakenAtOnce();        // R-SLT-13
    void missionsWithoutAProposalAreNamed();       // R-SLT-13
    void wayOfDispatchIsPassedOn_data();
    void wayOfDispatchIsPassedOn();      // R-SLT-09
    void missionIsHandedOver();          // R-RTE-21
    void whatIsNotKnownOfADroneIsSaid(); // R-FLT-05
    void dronesAreAssigned();            // R-SLT-10
    void whoMayNotIsTold();
    void lineAtTheTopCountsConflicts(); // R-SLT-13
    void withoutNetworkItSaysSo();
    void formsAndFieldsAreComplete();
    void nothingIsCutInAnyDock_data();
    void nothingIsCutInAnyDock();
    void tabsSayWhatWaitsBehindThem();
    void networkWithWorkIsChosen();
};

void OrdersTest::enterPlacesAnOrderAndIsReadyForTheNext() {
    Place place;
    place.panel.orders().begin();
    auto& point = child<QLineEdit>(place.panel, "orderPoint");
    auto& deadline = child<QLineEdit>(place.panel, "orderDeadline");
    QTest::keyClicks(&point, QStringLiteral("dp-02"));
    QTest::keyClicks(&deadline, QStringLiteral("10:30"));
    child<QComboBox>(place.panel, "orderHandOver").setCurrentIndex(1);
    enter(deadline);
    SOON(place.desk.state()->orders.size() == 1);
    const Order& order = place.desk.state()->orders.front();
    QCOMPARE(order.stop.node, std::string("DP-02"));
    QVERIFY(order.stop.handOver == HandOver::Drop);
    QCOMPARE(*order.deadline, start + std::chrono::minutes{30});
    QCOMPARE(order.payload_kg, 1.0);
    SOON(place.message() == QStringLiteral("Order O-000001 is placed."));
    QVERIFY(point.text().isEmpty());
    QTest::keyClicks(&point, QStringLiteral("dp-05"));
    enter(point);
    SOON(place.desk.state()->orders.size() == 2);
    QCOMPARE(child<ListView>(place.panel, "orderTable").model()->rowCount(), 2);
}

void OrdersTest::severalOrdersAtOnce() {
    Place place;
    auto& point = child<QLineEdit>(place.panel, "orderPoint");
    point.setText(QStringLiteral("DP-03"));
    child<QSpinBox>(place.panel, "orderCount").setValue(10);
    enter(point);
    SOON(place.desk.state()->orders.size() == 10);
    SOON(place.message().contains(QStringLiteral("O-000001")) && place.message().contains(QStringLiteral("O-000010")));
    QCOMPARE(child<QSpinBox>(place.panel, "orderCount").value(), 1);
}

void OrdersTest::pointsAreFoundByIdAndName_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("point"); // empty: asked again
    QTest::newRow("id") << QStringLiteral("DP-04") << QStringLiteral("DP-04");
    QTest::newRow("small letters") << QStringLiteral(" dp-04 ") << QStringLiteral("DP-04");
    QTest::newRow("name") << QStringLiteral("Seoul station") << QStringLiteral("DP-02");
    QTest::newRow("part of a name") << QStringLiteral("yong") << QStringLiteral("DP-05");
    QTest::newRow("line of the list") << QStringLiteral("DP-01 · Namsan") << QStringLiteral("DP-01");
    QTest::newRow("of several") << QStringLiteral("DP-0") << QString();
    QTest::newRow("a base") << QStringLiteral("BP-01") << QString();
    QTest::newRow("nowhere") << QStringLiteral("DP-99") << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void OrdersTest::pointsAreFoundByIdAndName() {
    QFETCH(QString, typed);
    QFETCH(QString, point);
    Place place;
    child<QLineEdit>(place.panel, "orderPoint").setText(typed);
    child<QPushButton>(place.panel, "placeOrder").click();
    if (point.isEmpty()) {
        QVERIFY(place.message().startsWith(u'▲'));
        QVERIFY(place.service.calls.empty());
        return;
    }
    SOON(place.desk.state()->orders.size() == 1);
    QCOMPARE(QString::fromStdString(place.desk.state()->orders.front().stop.node), point);
}

void OrdersTest::refusedEntriesSayWhy() {
    Place place;
    auto& point = child<QLineEdit>(place.panel, "orderPoint");
    auto& deadline = child<QLineEdit>(place.panel, "orderDeadline");
    point.setText(QStringLiteral("DP-02"));
    deadline.setText(QStringLiteral("soon"));
    enter(point);
    QVERIFY(place.message().contains(QStringLiteral("10:05")));
    deadline.clear();
    place.service.refuseNext = Error{"PAYLOAD_TOO_HEAVY", "7 kg of 5 kg", "multirotor"};
    enter(point);
    SOON(place.message().contains(QStringLiteral("7 kg needed, 5 kg possible")));
    QCOMPARE(point.text(), QStringLiteral("DP-02")); // to be corrected, not to be typed again
    QVERIFY(place.desk.state()->orders.empty());
}

void OrdersTest::dispatchSaysWhatWasBookedAndRefused() {
    Network network = tests::referenceNetwork();
    std::erase_if(network.links, [](const Link& link) { return link.a == "BP-01" && link.b == "DP-04"; });
    Place place(std::move(network));
    auto& point = child<QLineEdit>(place.panel, "orderPoint");
    for (const char* node : {"DP-02", "DP-04"}) {
        const std::size_t before = place.desk.state()->orders.size();
        point.setText(QString::fromLatin1(node));
        enter(point);
        SOON(place.desk.state()->orders.size() == before + 1);
        SOON(point.text().isEmpty());
    }
    place.panel.orders().dispatch();
    SOON(place.message().contains(QStringLiteral("M-000001 to DP-02 at 10:00:00Z")));
    SOON(place.message().contains(QStringLiteral("▲ Refused: O-000002 (DP-04): There is no link")));
    QCOMPARE(place.service.calls.back(), std::string("dispatch seoul given after windows"));
    place.panel.orders().dispatch();
    QCOMPARE(place.message(), QStringLiteral("No order is waiting."));
}

void OrdersTest::selectionIsSharedBothWays() {
    Place place;
    (void)place.mission({{.node = "DP-01"}});
    (void)place.mission({{.node = "DP-03"}}, start + std::chrono::hours{1});
    auto& list = child<ListView>(place.panel, "missionTable");
    SOON(list.model()->rowCount() == 2);
    place.selection.select(QStringLiteral("M-000002"));
    QCOMPARE(list.chosenId(), QStringLiteral("M-000002"));
    QVERIFY(child<QLabel>(place.panel, "missionHeading").text().startsWith(QStringLiteral("M-000002: DP-03")));
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_Up);
    QCOMPARE(place.selection.mission(), QStringLiteral("M-000001"));
    child<QLineEdit>(place.panel, "missionFilter").setText(QStringLiteral("DP-03")); // hides the chosen row
    QCOMPARE(place.selection.mission(), QStringLiteral("M-000001"));
    QCOMPARE(list.chosenId(), QString());
    child<QLineEdit>(place.panel, "missionFilter").clear();
    QCOMPARE(list.chosenId(), QStringLiteral("M-000001"));
}

void OrdersTest::anOrderIsCancelledWithItsReason() {
    Place place;
    child<QLineEdit>(place.panel, "orderPoint").setText(QStringLiteral("DP-02"));
    child<QPushButton>(place.panel, "placeOrder").click();
    SOON(place.desk.state()->orders.size() == 1);
    place.panel.orders().cancelOrder();
    QVERIFY(place.message().startsWith(u'▲')); // none is chosen
    child<ListView>(place.panel, "orderTable").selectRow(0);
    place.panel.orders().cancelOrder();
    auto* form = place.form<CancelForm>();
    QVERIFY(form && !okOf(*form).isEnabled());
    child<QLineEdit>(*form, "reason").setText(QStringLiteral("주소 오류"));
    okOf(*form).click();
    SOON(place.desk.state()->orders.front().state == OrderState::Cancelled);
    QCOMPARE(place.desk.state()->orders.front().reason, std::string("주소 오류"));
}

void OrdersTest::processGoesStepByStepToComplete() {
    Place place;
    (void)place.mission({{.node = "DP-02"}, {.node = "DP-05"}});
    SOON(place.desk.state()->missions.size() == 1);
    place.panel.missions().advance();
    QVERIFY(place.message().startsWith(u'▲')); // none is chosen
    place.selection.select(QStringLiteral("M-000001"));
    using enum MissionStep;
    for (const MissionStep step : {Prepared, Flying, HandedOver, Flying, HandedOver, Returning, Completed}) {
        place.panel.missions().advance();
        auto* form = place.form<AdvanceForm>();
        QVERIFY(form);
        QCOMPARE(child<QComboBox>(*form, "step").currentData().toInt(), static_cast<int>(step));
        okOf(*form).click();
        SOON(place.desk.state()->missions.front()->step() == step);
        QTest::qWait(1); // the form goes
    }
    std::vector<std::string> places;
    for (const StepRecord& record : place.desk.state()->missions.front()->steps)
        if (record.step == HandedOver) places.push_back(record.note);
    QCOMPARE(places, (std::vector<std::string>{"DP-02", "DP-05"}));
    place.panel.missions().advance();
    QVERIFY(place.message().contains(QStringLiteral("no step follows")));
    QCOMPARE(child<ListView>(place.panel, "missionSteps").model()->rowCount(), 8);
}

void OrdersTest::freeWindowsAreShownBeforeBooking() {
    Place place;
    (void)place.mission({{.node = "DP-02"}, {.node = "DP-05"}});
    SOON(place.desk.state()->missions.size() == 1);
    place.clock.advance(milliseconds{60'000});
    place.panel.bookMission();
    auto* form = place.form<BookForm>();
    QVERIFY(form && !okOf(*form).isEnabled());
    auto& point = child<QComboBox>(*form, "bookPoint");
    for (const char* node : {"DP-05", "DP-02"}) {
        point.setCurrentIndex(point.findData(QString::fromLatin1(node)));
        enter(point);
    }
    QCOMPARE(child<QListWidget>(*form, "bookStops").count(), 2);
    SOON(okOf(*form).isEnabled());
    const QString verdict = child<QLabel>(*form, "verdict").text();
    QVERIFY2(verdict.startsWith(QStringLiteral("Earliest start (st1): 10:04:22Z. Not earlier, because ")),
             qPrintable(verdict)); // 36262 s: m2 of DOMAIN.md 3
    QVERIFY(child<QListWidget>(*form, "freeWindows").item(0)->text().startsWith(QStringLiteral("10:04:22Z")));
    okOf(*form).click();
    SOON(place.desk.state()->missions.size() == 2);
    QCOMPARE(place.desk.state()->missions.back()->start, start + milliseconds{262'000});
    SOON(place.selection.mission() == QStringLiteral("M-000002"));
}

void OrdersTest::whatCannotBeFlownIsNotBooked() {
    Place place;
    place.panel.bookMission();
    auto* form = place.form<BookForm>();
    QVERIFY(form);
    place.service.refuseNext = Error{"RANGE_EXCEEDED", "12.4 km of 10 km", "multirotor"};
    child<QPushButton>(*form, "addStop").click();
    SOON(child<QLabel>(*form, "verdict").text().contains(QStringLiteral("12.4 km needed, 10 km possible")));
    QVERIFY(!okOf(*form).isEnabled());
    child<QListWidget>(*form, "bookStops").setFocus();
    QTest::keyClick(&child<QListWidget>(*form, "bookStops"), Qt::Key_Delete);
    QCOMPARE(child<QLabel>(*form, "verdict").text(), QStringLiteral("Add the first stop."));
    form->reject();
}

void OrdersTest::takenStartIsAnsweredWithTheNextFreeOne() {
    Place place;
    (void)place.mission({{.node = "DP-02"}, {.node = "DP-05"}});
    (void)place.mission({{.node = "DP-05"}, {.node = "DP-02"}}, start + std::chrono::hours{1});
    SOON(place.desk.state()->missions.size() == 2);
    place.selection.select(QStringLiteral("M-000002"));
    place.panel.missions().retime();
    auto* form = place.form<RetimeForm>();
    QVERIFY(form);
    auto& time = child<QLineEdit>(*form, "start");
    QCOMPARE(time.text(), QStringLiteral("11:00:00Z"));
    SOON(okOf(*form).isEnabled());
    time.setText(QStringLiteral("10:01"));
    QVERIFY(!okOf(*form).isEnabled());
    QVERIFY(child<QLabel>(*form, "verdict").text().contains(QStringLiteral("10:01:00Z is not free: ")));
    auto& take = child<QPushButton>(*form, "takeFree");
    QVERIFY(take.isVisible() && take.text().contains(QStringLiteral("10:04:22Z")));
    take.click();
    QCOMPARE(time.text(), QStringLiteral("10:04:22Z"));
    QVERIFY(okOf(*form).isEnabled());

    // Somebody else is quicker.
    (void)place.mission({{.node = "DP-01"}}, start + milliseconds{262'000});
    okOf(*form).click();
    SOON(child<QLabel>(*form, "formMessage").text().contains(QStringLiteral("not free")));
    SOON(!okOf(*form).isEnabled() && take.isVisible());
    take.click();
    okOf(*form).click();
    SOON(place.desk.state()->mission("M-000002")->start < start + std::chrono::hours{1});
}

void OrdersTest::cancellingFreesTheStart() {
    Place place;
    (void)place.mission({{.node = "DP-02"}});
    SOON(place.desk.state()->missions.size() == 1);
    place.selection.select(QStringLiteral("M-000001"));
    place.panel.missions().cancelMission();
    auto* form = place.form<CancelForm>();
    QVERIFY(form);
    child<QLineEdit>(*form, "reason").setText(QStringLiteral("wind"));
    okOf(*form).click();
    SOON(!place.desk.state()->missions.front()->standing());
    QVERIFY(!child<QPushButton>(place.panel, "retimeMission").isEnabled());
    const std::string next = place.mission({{.node = "DP-02"}});
    QCOMPARE(place.service.state()->mission(next)->start, start);
}

void OrdersTest::proposedStartIsTaken() {
    Place place;
    (void)place.mission({{.node = "DP-02"}, {.node = "DP-05"}});
    (void)place.mission({{.node = "DP-05"}, {.node = "DP-02"}}, start + milliseconds{60'000});
    auto& conflicts = child<ListView>(place.panel, "conflictTable");
    QVERIFY(!conflicts.isVisible());
    place.late("M-000001", milliseconds{123'000});
    SOON(conflicts.isVisible() && conflicts.model()->rowCount() == 1);
    child<QPushButton>(place.panel, "takeProposed").click();
    SOON(place.desk.state()->conflicts.empty());
    SOON(!conflicts.isVisible());
    QCOMPARE(place.desk.state()->mission("M-000002")->start, start + milliseconds{385'000});
    QVERIFY(place.message().contains(QStringLiteral("M-000002 now starts at 10:06:25Z")));
    place.panel.missions().takeProposed();
    QCOMPARE(place.message(), QStringLiteral("All missions fit."));
}

void OrdersTest::allProposedStartsAreTakenAtOnce() {
    Place place;
    (void)place.mission({{.node = "DP-02"}, {.node = "DP-05"}});
    (void)place.mission({{.node = "DP-05"}, {.node = "DP-02"}}, start + milliseconds{60'000});
    place.late("M-000001", milliseconds{123'000});
    auto& all = child<QPushButton>(place.panel, "takeAllProposed");
    SOON(all.isVisible() && all.isEnabled());
    all.click();
    auto* form = place.form<orders::ProposalsForm>();
    QVERIFY(form);
    const auto& list = child<QListWidget>(*form, "proposals");
    QCOMPARE(list.count(), 1);
    QCOMPARE(list.item(0)->text(), QStringLiteral("M-000002   10:04:22Z → 10:06:25Z"));
    QVERIFY(!child<QLabel>(*form, "withoutProposal").isVisible());

    place.service.refuseNext = Error{"MISSION_UNDER_WAY", "it has left the ground", "M-000002"};
    okOf(*form).click();
    SOON(okOf(*form).isEnabled());
    QVERIFY(form->isVisible()); // refused in words, nothing has moved
    QVERIFY(std::ranges::any_of(form->findChildren<QLabel*>(), [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QStringLiteral("M-000002: "));
    }));
    QCOMPARE(place.desk.state()->mission("M-000002")->start, start + milliseconds{262'000});

    okOf(*form).click();
    SOON(place.desk.state()->conflicts.empty());
    QCOMPARE(place.service.calls.back(), std::string("retimeMissions M-000002 2026-11-21T10:06:25.000Z"));
    QCOMPARE(place.desk.state()->mission("M-000002")->start, start + milliseconds{385'000});
    SOON(place.message().contains(QStringLiteral("proposed start")));
    place.panel.missions().takeAllProposed();
    QCOMPARE(place.message(), QStringLiteral("All missions fit."));
}

void OrdersTest::missionsWithoutAProposalAreNamed() {
    Place place;
    (void)place.mission({{.node = "DP-02"}});
    (void)place.mission({{.node = "DP-05"}}, start + std::chrono::hours{1});
    (void)place.mission({{.node = "DP-01"}}, start + std::chrono::hours{2});
    place.service.change([](delivery::DeliveryState& state) {
        // Two conflicts of one mission are one proposal.
        const UtcMs later = start + std::chrono::hours{3};
        for (const char* column : {"BP-01", "DP-05"})
            state.conflicts.push_back({"M-000002", "M-000001", schedule::Rule::Column, column, later});
        state.conflicts.push_back({"M-000003", "M-000001", schedule::Rule::Column, "BP-01", std::nullopt});
    });
    SOON(place.desk.state()->conflicts.size() == 3);
    place.panel.missions().takeAllProposed();
    auto* form = place.form<orders::ProposalsForm>();
    QVERIFY(form);
    QCOMPARE(child<QListWidget>(*form, "proposals").count(), 1);
    const auto& without = child<QLabel>(*form, "withoutProposal");
    QVERIFY(without.isVisible() && without.text().contains(QStringLiteral("M-000003")));
    QVERIFY(!without.text().contains(QStringLiteral("M-000002")));
    const QStringList clipped = tests::clippedTexts(*form);
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));

    place.service.change([](delivery::DeliveryState& state) {
        std::erase_if(state.conflicts, [](const auto& each) { return each.proposedStart.has_value(); });
    });
    SOON(child<QListWidget>(*form, "proposals").count() == 0);
    QVERIFY(!okOf(*form).isEnabled()); // nothing to move
    QVERIFY(!child<QPushButton>(place.panel, "takeAllProposed").isEnabled());
}

void OrdersTest::wayOfDispatchIsPassedOn_data() {
    QTest::addColumn<int>("row");
    QTest::addColumn<std::string>("dispatched");
    QTest::addColumn<std::string>("booked");
    QTest::newRow("given") << 0 << std::string("given") << std::string();
    QTest::newRow("best") << 1 << std::string("best") << std::string(" best");
    QTest::newRow("optimised") << 2 << std::string("optimised") << std::string(" optimised");
}

void OrdersTest::wayOfDispatchIsPassedOn() {
    QFETCH(int, row);
    QFETCH(std::string, dispatched);
    QFETCH(std::string, booked);
    Place place;
    auto& how = child<QComboBox>(place.panel, "dispatchHow");
    how.setCurrentIndex(row);
    QVERIFY(!how.toolTip().isEmpty());
    QCOMPARE(how.toolTip(), how.itemData(row, Qt::ToolTipRole).toString());
    place.service.placeOrder(place.who, {.network = "seoul", .stop = {.node = "DP-02"}}, [](const auto&) {});
    SOON(place.desk.state()->orders.size() == 1);
    place.panel.orders().dispatch();
    SOON(place.desk.state()->missions.size() == 1);
    QCOMPARE(place.service.calls.back(), "dispatch seoul " + dispatched + " after windows");

    place.panel.bookMission();
    auto* form = place.form<BookForm>();
    QVERIFY(form);
    child<QComboBox>(*form, "bookHow").setCurrentIndex(row);
    enter(child<QComboBox>(*form, "bookPoint"));
    SOON(okOf(*form).isEnabled());
    okOf(*form).click();
    SOON(place.desk.state()->missions.size() == 2);
    QCOMPARE(place.service.calls.back(), "bookMission seoul 1" + booked);
}

void OrdersTest::missionIsHandedOver() {
    Place place;
    (void)place.mission({{.node = "DP-02"}});
    SOON(place.desk.state()->missions.size() == 1);
    place.selection.select(QStringLiteral("M-000001"));
    place.panel.missions().handOver();
    auto* form = place.form<orders::HandOverForm>();
    QVERIFY(form);
    auto& text = child<QPlainTextEdit>(*form, "handOverText");
    SOON(text.toPlainText().contains(QStringLiteral("Plan")));
    child<QComboBox>(*form, "handOverAs").setCurrentIndex(1);
    SOON(text.toPlainText().startsWith(QStringLiteral("QGC WPL 110")));
    child<QPushButton>(*form, "copyHandOver").click();
    QCOMPARE(QGuiApplication::clipboard()->text(), text.toPlainText());
    place.service.refuseNext = Error{"FORBIDDEN", "", "mission.write"};
    child<QComboBox>(*form, "handOverAs").setCurrentIndex(2);
    SOON(child<QLabel>(*form, "formMessage").text().contains(QStringLiteral("mission.write")));
    QVERIFY(!child<QPushButton>(*form, "saveHandOver").isEnabled());
    form->reject();
}

void OrdersTest::dronesAreAssigned() {
    Place place;
    (void)place.mission({{.node = "DP-02"}});
    SOON(place.desk.state()->missions.size() == 1);
    place.selection.select(QStringLiteral("M-000001"));
    place.panel.missions().assignDrone();
    auto* form = place.form<AssignForm>();
    QVERIFY(form);
    child<QLineEdit>(*form, "drone").setText(QStringLiteral("HN-007"));
    okOf(*form).click();
    SOON(place.desk.state()->missions.front()->drone == "HN-007");
    SOON(child<QLabel>(place.panel, "orderMessage").text() == QStringLiteral("Mission M-000001 is flown by HN-007."));
}

void OrdersTest::whatIsNotKnownOfADroneIsSaid() {
    Place place;
    (void)place.mission({{.node = "DP-02"}});
    place.service.change([](DeliveryState& state) {
        auto changed = std::make_shared<Mission>(*state.missions.front());
        changed->droneNotes = {
            {delivery::DroneNote::Kind::NotJudged, "HN-007", "PILOT", "the mission names no pilot"},
            {delivery::DroneNote::Kind::PassedOver, "HN-001", "AIRFRAME_STATUS", "the drone is grounded"}};
        state.missions.front() = changed;
    });
    SOON(place.desk.state()->missions.size() == 1);
    place.selection.select(QStringLiteral("M-000001"));
    const auto& notes = *child<QTableView>(place.panel, "missionDrone").model();
    SOON(notes.rowCount() == 2);
    QCOMPARE(notes.index(1, 1).data().toString(), QStringLiteral("Not taken"));
    QCOMPARE(notes.index(1, 3).data().toString(), QStringLiteral("the drone is grounded"));

    place.panel.missions().assignDrone();
    auto* form = place.form<AssignForm>();
    QVERIFY(form);
    place.service.refuseNext =
        Error{"DRONE_NOT_READY", "HN-013 is not ready: AIRFRAME_STATUS: the drone is grounded", "HN-013"};
    child<QLineEdit>(*form, "drone").setText(QStringLiteral("HN-013"));
    okOf(*form).click();
    SOON(child<QLabel>(*form, "formMessage").text().contains(QStringLiteral("the drone is grounded")));
    QVERIFY(child<QLabel>(*form, "formMessage").text().contains(QStringLiteral("HN-013")));
    child<QLineEdit>(*form, "drone").setText(QStringLiteral("HN-007"));
    okOf(*form).click();
    SOON(child<QLabel>(place.panel, "orderMessage").text() ==
         QStringLiteral("Mission M-000001 is flown by HN-007. Not judged: the mission names no pilot."));
}

void OrdersTest::whoMayNotIsTold() {
    Place place;
    place.who.scopes = {"delivery.read"};
    place.panel.orders().allow();
    place.panel.missions().allow();
    QVERIFY(!child<QLineEdit>(place.panel, "orderPoint").isEnabled());
    for (const char* name : {"dispatch", "bookMission", "retimeMission"}) {
        auto& button = child<QPushButton>(place.panel, name);
        QVERIFY2(!button.isEnabled(), name);
        QVERIFY2(button.toolTip().contains(QStringLiteral("mission.write")), name);
    }
}

void OrdersTest::lineAtTheTopCountsConflicts() {
    Place place;
    std::vector<models::Fact> facts;
    addDeliveryFacts(facts, *place.service.state());
    QVERIFY(facts.empty());
    place.service.change([](DeliveryState& state) {
        state.conflicts = {
            {.mission = "M-1", .place = "BP-01"}, {.mission = "M-2"}, {.mission = "M-1", .place = "DP-01"}};
    });
    addDeliveryFacts(facts, *place.service.state());
    QCOMPARE(facts.size(), std::size_t{1});
    QCOMPARE(facts.front().text, QStringLiteral("2 missions no longer fit"));
    QVERIFY(facts.front().gravity == models::FactGravity::Warning);
}

void OrdersTest::withoutNetworkItSaysSo() {
    const clock::ManualClock clock{start};
    DeliveryDesk desk(nullptr, {});
    models::MissionSelection selection;
    OrdersPanel panel(desk, selection, clock, theme::themeById(u"dark"), nullptr);
    panel.show();
    panel.orders().dispatch();
    QVERIFY(child<QLabel>(panel, "orderMessage").text().contains(QStringLiteral("no delivery network")));
    panel.bookMission();
    QVERIFY(child<QLabel>(panel, "orderMessage").text().contains(QStringLiteral("no delivery network")));
}

void OrdersTest::formsAndFieldsAreComplete() {
    Place place;
    (void)place.mission({{.node = "DP-02"}});
    SOON(place.desk.state()->missions.size() == 1);
    place.selection.select(QStringLiteral("M-000001"));
    std::vector<QWidget*> windows{&place.panel};
    place.panel.bookMission();
    windows.push_back(place.form<BookForm>());
    place.panel.missions().retime();
    windows.push_back(place.form<RetimeForm>());
    place.panel.missions().advance();
    windows.push_back(place.form<AdvanceForm>());
    place.panel.missions().handOver();
    windows.push_back(place.form<orders::HandOverForm>());
    QTest::qWait(50);
    for (QWidget* window : windows) {
        QVERIFY(window);
        const QStringList clipped = tests::clippedTexts(*window);
        QVERIFY2(clipped.isEmpty(), qPrintable(window->objectName() + u": " + clipped.join(u'\n')));
        for (QWidget* field : tests::textFields(*window)) {
            const QString problem = tests::composeHangulIn(*field);
            QVERIFY2(problem.isEmpty(), qPrintable(field->objectName() + u": " + problem));
        }
        for (const QWidget* each : window->findChildren<QWidget*>())
            if (each->focusPolicy() != Qt::NoFocus &&
                (qobject_cast<const QLineEdit*>(each) || qobject_cast<const QComboBox*>(each) ||
                 qobject_cast<const QTableView*>(each)) &&
                !qobject_cast<QAbstractSpinBox*>(each->parentWidget()) &&
                !qobject_cast<QComboBox*>(each->parentWidget()))
                QVERIFY2(!each->accessibleName().isEmpty(),
                         qPrintable(window->objectName() + u'/' + each->objectName()));
    }
}

void OrdersTest::nothingIsCutInAnyDock_data() {
    QTest::addColumn<QSize>("room"); // characters, lines: what a screen of 1920 x 1080 has
    QTest::addColumn<bool>("tabs");
    QTest::newRow("control room, below the map") << QSize(165, 14) << true;
    QTest::newRow("whole width, short") << QSize(245, 15) << true;
    QTest::newRow("planning") << QSize(185, 23) << true;
    QTest::newRow("at the side, tall") << QSize(85, 50) << false;
    QTest::newRow("whole screen") << QSize(245, 50) << false;
}

void OrdersTest::nothingIsCutInAnyDock() {
    QFETCH(QSize, room);
    QFETCH(bool, tabs);
    Place place;
    (void)place.mission({{.node = "DP-02"}, {.node = "DP-05"}});
    (void)place.mission({{.node = "DP-05"}, {.node = "DP-02"}}, start + milliseconds{60'000});
    place.late("M-000001", milliseconds{123'000});
    SOON(place.desk.state()->conflicts.size() == 1);
    const QFontMetrics metrics = place.panel.fontMetrics();
    place.panel.resize(room.width() * metrics.averageCharWidth(), room.height() * metrics.height());
    auto& bar = child<QTabBar>(place.panel, "ordersTabs");
    for (const auto side : {OrdersPanel::Side::Orders, OrdersPanel::Side::Missions}) {
        place.panel.bring(side);
        QTest::qWait(30);
        QCOMPARE(bar.isVisible(), tabs);
        QVERIFY(place.panel.orders().isVisible() || side == OrdersPanel::Side::Missions);
        QVERIFY(place.panel.missions().isVisible() || side == OrdersPanel::Side::Orders);
        if (tabs) QVERIFY(place.panel.orders().isVisible() != place.panel.missions().isVisible());
        const QStringList clipped = tests::clippedTexts(place.panel);
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
        const auto* page = place.panel.findChild<QScrollArea*>();
        QVERIFY(!page->horizontalScrollBar()->isVisible()); // everything is in sight
    }
    // Rows to work with, even with a conflict above them.
    const auto& list = child<ListView>(place.panel, "missionTable");
    if (room.height() >= 15) QVERIFY(list.viewport()->height() >= 2 * list.rowHeight(0));
}

void OrdersTest::tabsSayWhatWaitsBehindThem() {
    Place place;
    place.panel.resize(1280, 200);
    auto& bar = child<QTabBar>(place.panel, "ordersTabs");
    QCOMPARE(bar.tabText(0), QStringLiteral("Orders"));
    QCOMPARE(bar.tabText(1), QStringLiteral("Missions"));
    place.service.placeOrder(place.who, {.network = "seoul", .stop = {.node = "DP-02"}}, [](const auto&) {});
    SOON(bar.tabText(0).contains(u'1'));
    (void)place.mission({{.node = "DP-02"}, {.node = "DP-05"}});
    (void)place.mission({{.node = "DP-05"}, {.node = "DP-02"}}, start + milliseconds{60'000});
    place.late("M-000001", milliseconds{123'000});
    SOON(bar.tabText(1).contains(QStringLiteral("▲ 1")));

    // What is said is in sight on either side and moves nothing, and the side is kept.
    place.panel.bring(OrdersPanel::Side::Missions);
    QApplication::processEvents();
    const auto& halves = child<QSplitter>(place.panel, "ordersHalves"); // with the fields
    const int top = halves.mapTo(&place.panel, QPoint()).y();
    QVERIFY(place.message().isEmpty());
    place.panel.missions().takeProposed();
    SOON(place.message().contains(QStringLiteral("M-000002 now starts")));
    QApplication::processEvents();
    QCOMPARE(halves.mapTo(&place.panel, QPoint()).y(), top);
    QVERIFY(child<QLabel>(place.panel, "orderMessage").isVisible());
    OrdersPanel other(place.desk, place.selection, place.clock, theme::themeById(u"dark"), nullptr);
    other.resize(1280, 200);
    other.restore(place.panel.state());
    other.show();
    QApplication::processEvents();
    QVERIFY(other.missions().isVisible() && !other.orders().isVisible());
}

void OrdersTest::networkWithWorkIsChosen() {
    Network first = tests::referenceNetwork();
    first.id = "a-first"; // by name
    Place place;
    place.service.setNetwork(first);
    auto& networks = child<QComboBox>(place.panel, "orderNetwork");
    SOON(networks.count() == 2);
    (void)place.mission({{.node = "DP-02"}});
    SOON(place.panel.orders().network() == "seoul");
    // What a person has chosen stays, and is remembered.
    const int there = networks.findData(QStringLiteral("a-first"));
    networks.setCurrentIndex(there);
    Q_EMIT networks.activated(there);
    (void)place.mission({{.node = "DP-05"}}, start + std::chrono::hours{1});
    SOON(place.desk.state()->missions.size() == 2);
    QApplication::processEvents();
    QCOMPARE(place.panel.orders().network(), std::string("a-first"));
    QCOMPARE(place.desk.lastNetwork(), std::string("a-first"));
}

HANEUL_LATENCY_MAIN(OrdersTest)
#include "orders_test.moc"
