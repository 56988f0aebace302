#include "fleet_fixture.h"
#include "server/demo/demo_fleet.h"
#include "tests/support/eventually.h"
#include "tests/support/latency_main.h"
#include "ui/fleet/fleet_panel.h"
#include "ui/fleet/history_dialog.h"
#include "ui/fleet/override_form.h"
#include "ui/fleet/payloads_dialog.h"
#include "ui/fleet/record_form.h"
#include "ui/fleet/retire_form.h"
#include "ui/fleet/rules_form.h"
#include "ui/fleet/words.h"
#include "ui/orders/list_view.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTreeWidget>
#include <QtTest>

#include <set>

using namespace haneul;
using namespace haneul::fleet;
using namespace haneul::fleet::tests;

namespace {

QString cell(const QAbstractItemModel& model, int row, int column) {
    return model.index(row, column).data().toString();
}

std::vector<Assessment> judged(const FleetState& state) {
    return *Assessor(std::make_shared<const FleetState>(state)).overview(usualNeed());
}

FleetState goodState() {
    FleetState state;
    for (const Record& record : {Record(goodModel()), Record(goodDrone()), Record(goodDrone("HN-002")),
                                 Record(goodBattery()), Record(goodPilot()), Record(goodInspection())})
        state.apply(RecordSaved{1, record, {}, {}}, {});
    return state;
}

// A desk at which somebody may do all about the fleet, on the real service.
struct Place {
    Place() {
        house.addGoodFleet();
        QVERIFY(house.save(goodDrone("HN-002"))); // without a battery
        desk = std::make_unique<FleetDesk>(house.service.get(), [this] { return who; });
        panel = std::make_unique<FleetPanel>(*desk, house.clock, theme::themes().front(), nullptr);
        panel->resize(1800, 500);
        panel->show();
        EVENTUALLY(list().model()->rowCount() == 2);
    }

    ~Place() {
        panel.reset();
        desk.reset();
    }

    template <class W>
    W& child(const char* name) const {
        auto* found = panel->findChild<W*>(QLatin1StringView(name));
        if (found == nullptr) qFatal("no %s", name);
        return *found;
    }

    [[nodiscard]] orders::ListView& list() const { return child<orders::ListView>("readinessTable"); }

    // The row of a drone in the table as it is shown; -1: none.
    [[nodiscard]] int rowOf(const char* drone) const {
        for (int row = 0; row < list().model()->rowCount(); ++row)
            if (cell(*list().model(), row, ReadinessModel::DroneId) == QLatin1StringView(drone)) return row;
        return -1;
    }

    [[nodiscard]] QString answer(const char* drone, int column) const {
        return cell(*list().model(), rowOf(drone), column);
    }

    void choose(const char* drone) const { list().selectRow(rowOf(drone)); }

    template <class D>
    D* opened() const {
        D* dialog = nullptr;
        [&] { EVENTUALLY((dialog = panel->findChild<D*>()) != nullptr && dialog->isVisible()); }();
        return dialog;
    }

    House house;
    std::optional<people::Principal> who = [] {
        auto person = someone({"fleet.read", "fleet.write", "fleet.override"}, people::Role::Supervisor);
        return person;
    }();
    std::unique_ptr<FleetDesk> desk;
    std::unique_ptr<FleetPanel> panel;
};

void press(QDialog* dialog, QDialogButtonBox::StandardButton which = QDialogButtonBox::Ok) {
    dialog->findChild<QDialogButtonBox*>()->button(which)->click();
}

} // namespace

class FleetPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void models();
    void everyCheckHasWords();
    void typedTimes_data();
    void typedTimes();
    void typedRatingsAreRead();
    void answersAtASight(); // R-MS-09
    void filters();
    void otherBatteriesAndPilots();
    void editsMakeReady(); // R-MS-08
    void staleEditsAreRefused();
    void answerByName();           // R-FLT-06
    void historySaysWhatChanged(); // R-DB-14
    void rights();                 // R-SEC-03
    void newRecords();
    void theFirstTypeFromTheFormOfTheDrone(); // R-FLT-01
    void rulesAreChangedWithAReason();        // R-FLT-06
    void rulesAreRead();
    void rulesThatWereChangedMeanwhile();
    void flownIsInTheHistory(); // R-FLT-03
    void payloads();            // R-MS-08
    void theChosenCheckInFull();
    void noScrollingSideways_data();
    void noScrollingSideways();
    void withoutAService();
    void theWholeDemo();
};

void FleetPanelTest::models() {
    ReadinessModel model;
    ItemModel items;
    orders::ListFilter filter(model, nullptr);
    QAbstractItemModelTester tester(&model), itemTester(&items), filterTester(&filter);
    auto state = goodState();
    model.setAssessments(judged(state), state);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, ReadinessModel::Type), QStringLiteral("Haneul M6"));
    QCOMPARE(cell(model, 0, ReadinessModel::Battery), QStringLiteral("✓ Ready"));
    QCOMPARE(cell(model, 1, ReadinessModel::Battery), QStringLiteral("Not judged"));
    QCOMPARE(cell(model, 0, ReadinessModel::Operator), QStringLiteral("Not judged"));

    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setAssessments(judged(state), state);
    QCOMPARE(changed.count(), 0); // the same again is no change
    auto battery = goodBattery();
    battery.cycle_count = 299;
    state.apply(RecordSaved{2, battery, {}, {}}, {});
    model.setAssessments(judged(state), state);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cell(model, 0, ReadinessModel::Battery), QStringLiteral("Not ready"));
    QCOMPARE(model.index(0, ReadinessModel::Battery).data(orders::SignRole).toInt(),
             static_cast<int>(orders::ListSign::Warning));
    QVERIFY(cell(model, 0, ReadinessModel::Why).contains(QStringLiteral("Cycles left")));
    state.apply(RecordRetired{Kind::Drone, "HN-001", 2, true, "x"}, {});
    model.setAssessments(judged(state), state);
    QCOMPARE(model.rowCount(), 1);
    items.setItems(judged(goodState()).front().readiness.items);
    QVERIFY(items.rowCount() > 20);
    items.setItems({});
}

void FleetPanelTest::everyCheckHasWords() {
    std::set<std::string> codes;
    auto state = goodState();
    for (const Assessment& each : judged(state))
        for (const Item& item : each.readiness.items)
            codes.insert(item.code);
    for (const char* retired : {"BATTERY_RETIRED", "PILOT_RETIRED", "PAYLOAD_RETIRED"})
        codes.insert(retired);
    QVERIFY(codes.size() >= 27);
    for (const std::string& code : codes) {
        QVERIFY2(hasWords(code), code.c_str());
        QVERIFY(itemText(code) != QString::fromStdString(code));
        for (const Verdict verdict : {Verdict::NotReady, Verdict::NotJudged})
            QVERIFY2(!reasonText({.code = code, .verdict = verdict, .words = "as the judgement says"}).isEmpty(),
                     code.c_str());
    }
    const Item defects{.code = "OPEN_DEFECTS", .verdict = Verdict::NotReady, .words = "open defects: W-000007"};
    QVERIFY(reasonText(defects).contains(QStringLiteral("W-000007")));
    QCOMPARE(limitText({.code = "PAYLOAD_MASS", .value = 5.5, .limit = 5, .unit = "kg"}), QStringLiteral("≤ 5 kg"));
    QCOMPARE(valueText({.code = "PAYLOAD_MASS", .value = 5.5, .limit = 5, .unit = "kg"}), QStringLiteral("5.5 kg"));
    QCOMPARE(limitText({.code = "BATTERY_CYCLES", .value = 3, .limit = 20, .unit = "1"}), QStringLiteral("≥ 20"));
    QCOMPARE(limitText({.code = "INSPECTION_HOURS", .value = 3, .limit = 100, .unit = "h"}), QStringLiteral("< 100 h"));
}

void FleetPanelTest::typedTimes_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("time"); // RFC 3339; "none": empty; empty: refused
    QTest::newRow("day") << QStringLiteral("2026-11-21") << QStringLiteral("2026-11-21T00:00:00.000Z");
    QTest::newRow("minute") << QStringLiteral(" 2026-11-21 10:05 ") << QStringLiteral("2026-11-21T10:05:00.000Z");
    QTest::newRow("second") << QStringLiteral("2026-11-21 10:05:30") << QStringLiteral("2026-11-21T10:05:30.000Z");
    QTest::newRow("empty") << QString() << QStringLiteral("none");
    QTest::newRow("no such day") << QStringLiteral("2026-02-30") << QString();
    QTest::newRow("words") << QStringLiteral("yesterday") << QString();
}

void FleetPanelTest::typedTimes() {
    QFETCH(QString, text);
    QFETCH(QString, time);
    const auto typed = typedInstant(text);
    const QString found = !typed    ? QString()
                          : !*typed ? QStringLiteral("none")
                                    : QString::fromStdString(toRfc3339(**typed));
    QCOMPARE(found, time);
    if (typed && *typed) QVERIFY(typedInstant(instantText(*typed)) == typed);
}

void FleetPanelTest::typedRatingsAreRead() {
    const QString text = QStringLiteral("haneul/M6 BVLOS 2027-05-01; haneul/M8");
    const auto ratings = typedRatings(text);
    QVERIFY(ratings && ratings->size() == 2);
    QVERIFY(ratings->front().bvlos && ratings->front().valid_until && !ratings->back().bvlos);
    QCOMPARE(ratingsText(*ratings), text);
    QVERIFY(!typedRatings(QStringLiteral("haneul/M6 soon")));
    QVERIFY(typedRatings(QString())->empty());
}

void FleetPanelTest::answersAtASight() {
    const Place place;
    QCOMPARE(place.answer("HN-001", ReadinessModel::MayFly), QStringLiteral("✓ Can go"));
    QCOMPARE(place.answer("HN-002", ReadinessModel::MayFly), QStringLiteral("Stays"));
    QVERIFY(place.child<QLabel>("fleetSummary").text().startsWith(QStringLiteral("1 of 2")));
    // What stays stands first and is chosen.
    QCOMPARE(place.rowOf("HN-002"), 0);
    QVERIFY(place.child<QLabel>("fleetHeading").text().startsWith(QStringLiteral("▲ HN-002")));
    place.choose("HN-001");
    QVERIFY(place.child<QLabel>("fleetHeading").text().startsWith(QStringLiteral("✓ HN-001")));
    QVERIFY(place.child<orders::ListView>("readinessItems").model()->rowCount() > 20);
    // A longer flight than the charge holds.
    place.child<QSpinBox>("flightMinutes").setValue(40);
    EVENTUALLY(place.answer("HN-001", ReadinessModel::Battery) == QStringLiteral("Not ready"));
}

void FleetPanelTest::filters() {
    const Place place;
    place.child<QLineEdit>("fleetFilter").setText(QStringLiteral("hn-001"));
    QCOMPARE(place.list().model()->rowCount(), 1);
    place.child<QLineEdit>("fleetFilter").clear();
    place.child<QCheckBox>("onlyStaying").setChecked(true);
    QCOMPARE(place.list().model()->rowCount(), 1);
    QCOMPARE(place.rowOf("HN-002"), 0);
    place.panel->focusFilter();
    QCOMPARE(place.panel->focusWidget(), &place.child<QLineEdit>("fleetFilter"));
}

void FleetPanelTest::otherBatteriesAndPilots() {
    const Place place;
    place.choose("HN-001");
    auto& pilot = place.child<QComboBox>("chosenPilot");
    QCOMPARE(pilot.currentText(), QStringLiteral("P-1"));
    pilot.setCurrentIndex(0); // nobody
    Q_EMIT pilot.activated(0);
    QVERIFY(place.child<QLabel>("fleetHeading").text().startsWith(QStringLiteral("▲ HN-001")));
    QVERIFY(!place.child<QPushButton>("editPilot").isEnabled());
}

void FleetPanelTest::editsMakeReady() {
    Place place;
    auto battery = goodBattery();
    battery.cycle_count = 299;
    QVERIFY(place.house.save(battery, 1));
    EVENTUALLY(place.answer("HN-001", ReadinessModel::Battery) == QStringLiteral("Not ready"));
    place.choose("HN-001");
    place.panel->editBattery();
    auto* form = place.opened<RecordForm>();
    auto* cycles = form->findChild<QLineEdit*>(QStringLiteral("cycle_count"));
    QCOMPARE(cycles->text(), QStringLiteral("299"));
    auto* save = form->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    cycles->setText(QStringLiteral("many"));
    QVERIFY(!save->isEnabled());
    cycles->setText(QStringLiteral("3"));
    form->findChild<QLineEdit*>(QStringLiteral("changeNote"))->setText(QStringLiteral("new cells"));
    press(form);
    EVENTUALLY(place.answer("HN-001", ReadinessModel::Battery) == QStringLiteral("✓ Ready"));
    const auto kept = place.house.state()->find<Battery>("B-1");
    QCOMPARE(*kept->value.cycle_count, 3);
    QVERIFY(kept->value.charge_read == goodBattery().charge_read); // all else is as it was
}

void FleetPanelTest::staleEditsAreRefused() {
    Place place;
    place.choose("HN-001");
    place.panel->editDrone();
    auto* form = place.opened<RecordForm>();
    auto other = goodDrone();
    other.flown_h = 500;
    QVERIFY(place.house.save(other, 1));
    form->findChild<QLineEdit*>(QStringLiteral("firmware_version"))->setText(QStringLiteral("9"));
    press(form);
    auto* message = form->findChild<QLabel*>(QStringLiteral("formMessage"));
    EVENTUALLY(message->isVisible() && message->text().contains(QStringLiteral("meanwhile")));
    QVERIFY(place.house.state()->find<Drone>("HN-001")->value == other);
    press(form, QDialogButtonBox::Cancel);
}

void FleetPanelTest::answerByName() {
    Place place;
    auto pilot = goodPilot();
    pilot.last_flight = noon - std::chrono::days(95);
    QVERIFY(place.house.save(pilot, 1));
    EVENTUALLY(place.answer("HN-001", ReadinessModel::Pilot) == QStringLiteral("Not ready"));
    place.choose("HN-001");
    place.panel->answerForIt();
    auto* form = place.opened<OverrideForm>();
    QVERIFY(form->findChild<QLabel*>(QStringLiteral("items"))->text().contains(QStringLiteral("Days since")));
    auto* reason = form->findChild<QLineEdit*>(QStringLiteral("reason"));
    auto* go = form->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    QVERIFY(!go->isEnabled());
    reason->setText(QStringLiteral("o  k"));
    QVERIFY(!go->isEnabled());
    reason->setText(QStringLiteral("instructor beside"));
    QVERIFY(go->isEnabled());
    press(form);
    EVENTUALLY(place.answer("HN-001", ReadinessModel::Pilot) == QStringLiteral("Answered for"));
    QCOMPARE(place.answer("HN-001", ReadinessModel::MayFly), QStringLiteral("✓ Can go"));
    EVENTUALLY(place.child<QLabel>("fleetOverrides").text().contains(QStringLiteral("instructor beside")));
    QCOMPARE(place.house.state()->overrides.begin()->second->role, std::string("supervisor"));
}

void FleetPanelTest::historySaysWhatChanged() {
    Place place;
    auto drone = goodDrone();
    drone.firmware_version = "1.15.0";
    QVERIFY(place.house.save(drone, 1, "update"));
    EVENTUALLY(place.desk->state()->find<Drone>("HN-001")->revision == 2);
    place.choose("HN-001");
    place.panel->showHistory();
    auto* dialog = place.opened<HistoryDialog>();
    auto* tree = dialog->findChild<QTreeWidget*>();
    EVENTUALLY(tree->topLevelItemCount() == 2);
    const QTreeWidgetItem* latest = tree->topLevelItem(0);
    QVERIFY(latest->text(1).contains(QStringLiteral("somebody")));
    QCOMPARE(latest->childCount(), 2); // why, and only what differs
    QCOMPARE(latest->child(0)->text(3), QStringLiteral("update"));
    QCOMPARE(latest->child(1)->text(0), QStringLiteral("Firmware"));
    QCOMPARE(latest->child(1)->text(2), QStringLiteral("1.14.3"));
    QCOMPARE(latest->child(1)->text(3), QStringLiteral("1.15.0"));
}

void FleetPanelTest::rights() {
    Place place;
    place.who = someone({"fleet.read"}, people::Role::Controller);
    place.choose("HN-002");
    place.panel->setSituation({}, noon); // the tick of the desk sees who sits there now
    for (const char* name : {"editDrone", "recordWork", "answerForIt"})
        QVERIFY2(!place.child<QPushButton>(name).isEnabled(), name);
    QVERIFY(place.child<QPushButton>("fleetHistory").isEnabled());
    place.panel->editDrone();
    place.panel->newDrone();
    place.panel->recordWork();
    place.panel->answerForIt();
    place.panel->retire();
    QVERIFY(place.panel->findChild<QDialog*>() == nullptr);
}

void FleetPanelTest::newRecords() {
    Place place;
    place.choose("HN-002");
    place.panel->newBattery();
    auto* form = place.opened<RecordForm>();
    QCOMPARE(form->findChild<QComboBox*>(QStringLiteral("drone_id"))->currentText(), QStringLiteral("HN-002"));
    form->findChild<QLineEdit*>(QStringLiteral("serial_number"))->setText(QStringLiteral("NEW-1"));
    press(form);
    EVENTUALLY(place.house.state()->batteries.size() == 2);
    place.panel->recordWork();
    form = nullptr;
    EVENTUALLY([&] {
        for (auto* each : place.panel->findChildren<RecordForm*>())
            if (each->findChild<QComboBox*>(QStringLiteral("kind"))) form = each;
        return form != nullptr;
    }());
    form->findChild<QLineEdit*>(QStringLiteral("by"))->setText(QStringLiteral("Park"));
    press(form);
    EVENTUALLY(place.house.state()->maintenance.size() == 2);
    EVENTUALLY(place.answer("HN-002", ReadinessModel::Maintenance) == QStringLiteral("✓ Ready"));
    place.choose("HN-002");
    place.panel->retire();
    auto* retire = place.opened<RetireForm>();
    retire->findChild<QLineEdit*>(QStringLiteral("reason"))->setText(QStringLiteral("sold"));
    press(retire);
    EVENTUALLY(place.rowOf("HN-002") < 0);
}

void FleetPanelTest::theFirstTypeFromTheFormOfTheDrone() {
    Place place;
    place.panel->newDrone();
    auto* form = place.opened<RecordForm>();
    auto* types = form->findChild<QComboBox*>(QStringLiteral("model_id"));
    types->clear(); // as on the first day
    form->findChild<QLineEdit*>(QStringLiteral("id"))->setText(QStringLiteral("HN-900"));
    form->findChild<QPushButton*>(QStringLiteral("newType"))->click();
    QPointer<RecordForm> type = form->findChild<RecordForm*>();
    QVERIFY(type != nullptr);
    type->findChild<QLineEdit*>(QStringLiteral("id"))->setText(QStringLiteral("haneul/M9"));
    type->findChild<QLineEdit*>(QStringLiteral("name"))->setText(QStringLiteral("M9"));
    press(type);
    EVENTUALLY(types->currentData().toString() == QStringLiteral("haneul/M9"));
    EVENTUALLY(type == nullptr || !type->isVisible());
    delete type;
    form->findChild<QLineEdit*>(QStringLiteral("serial_number"))->setText(QStringLiteral("SN-900"));
    press(form);
    EVENTUALLY(place.house.state()->find<Drone>("HN-900") != nullptr);
    QCOMPARE(place.house.state()->find<Drone>("HN-900")->value.model_id, std::string("haneul/M9"));
}

void FleetPanelTest::withoutAService() {
    const clock::ManualClock clock(noon);
    FleetDesk desk(nullptr, {});
    FleetPanel panel(desk, clock, theme::themes().front(), nullptr);
    panel.show();
    QVERIFY(panel.findChild<QLabel*>(QStringLiteral("fleetSummary"))->text().startsWith(QStringLiteral("▲")));
    QVERIFY(!panel.findChild<QPushButton*>(QStringLiteral("editDrone"))->isEnabled());
    panel.editDrone();
    panel.newDrone();
}

// The desk stays quick with a whole fleet.
void FleetPanelTest::theWholeDemo() {
    FleetState state;
    for (const Record& record : demo::demoFleet(noon))
        state.apply(RecordSaved{1, record, {}, {}}, {});
    const auto assessments = judged(state);
    ReadinessModel model;
    orders::ListFilter filter(model, nullptr);
    filter.sort(ReadinessModel::MayFly);
    QElapsedTimer timer;
    timer.start();
    model.setAssessments(assessments, state);
    filter.setWords(QStringLiteral("inspection"));
    qInfo("%d drones shown and filtered in %lld ms", model.rowCount(), timer.elapsed());
    QVERIFY(filter.rowCount() > 0 && filter.rowCount() < model.rowCount());
}

void FleetPanelTest::rulesAreChangedWithAReason() {
    Place place;
    place.who->scopes.insert("fleet.rules");
    place.panel->showRules();
    auto* form = place.opened<RulesForm>();
    auto* ok = form->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    const auto number = [&](const char* name) { return form->findChild<QDoubleSpinBox*>(QLatin1StringView(name)); };
    QVERIFY(!ok->isEnabled()); // nothing is changed
    QCOMPARE(number("battery_reserve_pct")->text(), QLocale().toString(25.0, 'f', 1) + QStringLiteral(" %"));
    QVERIFY(number("battery_reserve_pct")->minimum() > 0 && number("battery_reserve_pct")->maximum() < 100);
    number("battery_reserve_pct")->setValue(40);
    form->findChild<QSpinBox*>(QStringLiteral("battery_cycle_margin"))->setValue(30);
    QVERIFY(!ok->isEnabled()); // why
    form->findChild<QLineEdit*>(QStringLiteral("reason"))->setText(QStringLiteral("winter"));
    QVERIFY(ok->isEnabled());
    auto* role = form->findChild<QCheckBox*>(QStringLiteral("role_supervisor"));
    QVERIFY(role && role->isChecked());
    role->click(); // nobody could answer for anything
    QVERIFY(!ok->isEnabled());
    QVERIFY(form->findChild<QLabel*>(QStringLiteral("formMessage"))->isVisible());
    role->click();
    ok->click();
    EVENTUALLY(place.desk->state()->rules.version == 2);
    QCOMPARE(place.desk->state()->rules.batteryReserve_pct, 40.0);
    QCOMPARE(place.desk->state()->rules.batteryCycleMargin, 30);

    place.panel->showRules();
    EVENTUALLY(place.panel->findChildren<RulesForm*>().size() == 1);
    form = place.opened<RulesForm>();
    form->findChild<QPushButton*>(QStringLiteral("rulesHistory"))->click();
    HistoryDialog* dialog = nullptr;
    EVENTUALLY((dialog = form->findChild<HistoryDialog*>()) != nullptr);
    auto* tree = dialog->findChild<QTreeWidget*>();
    EVENTUALLY(tree->topLevelItemCount() == 1); // the first version is the program's own
    QStringList said;
    for (int i = 0; i < tree->topLevelItem(0)->childCount(); ++i)
        said << tree->topLevelItem(0)->child(i)->text(0) + u'=' + tree->topLevelItem(0)->child(i)->text(3);
    QVERIFY2(said.contains(QStringLiteral("Why=winter")), qPrintable(said.join(u'|')));
    QVERIFY2(said.contains(QStringLiteral("Charge left after the landing=40")), qPrintable(said.join(u'|')));
}

void FleetPanelTest::rulesAreRead() {
    Place place;
    place.panel->showRules(); // without fleet.rules
    auto* form = place.opened<RulesForm>();
    QVERIFY(!form->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled());
    for (QDoubleSpinBox* each : form->findChildren<QDoubleSpinBox*>())
        QVERIFY(!each->isEnabled());
    QVERIFY(!form->findChild<QLineEdit*>(QStringLiteral("reason"))->isEnabled());
    QVERIFY(form->findChild<QPushButton*>(QStringLiteral("rulesHistory"))->isEnabled());
}

void FleetPanelTest::rulesThatWereChangedMeanwhile() {
    Place place;
    place.who->scopes.insert("fleet.rules");
    place.panel->showRules();
    auto* form = place.opened<RulesForm>();
    ReadinessRules other;
    other.recency_d = 60;
    QVERIFY(place.house.changeRules(other, 1));
    form->findChild<QDoubleSpinBox*>(QStringLiteral("recency_d"))->setValue(45);
    form->findChild<QLineEdit*>(QStringLiteral("reason"))->setText(QStringLiteral("winter"));
    press(form);
    auto* message = form->findChild<QLabel*>(QStringLiteral("formMessage"));
    EVENTUALLY(message->isVisible() && message->text().contains(QStringLiteral("meanwhile")));
    QCOMPARE(place.house.state()->rules.recency_d, 60.0);
}

void FleetPanelTest::flownIsInTheHistory() {
    Place place;
    const FlownFlight flight{.mission = "M-000007",
                             .drone = "HN-001",
                             .battery = "B-1",
                             .pilot = {},
                             .departed = noon - std::chrono::minutes(40),
                             .landed = noon - std::chrono::minutes(10),
                             .flight_s = 1800};
    QVERIFY(waitFor<bool>([&](auto done) { place.house.service->countFlight(place.house.by, flight, done); }));
    EVENTUALLY(place.desk->state()->find<Drone>("HN-001")->revision == 2);
    place.choose("HN-001");
    place.panel->showHistory();
    auto* tree = place.opened<HistoryDialog>()->findChild<QTreeWidget*>();
    EVENTUALLY(tree->topLevelItemCount() == 2);
    const QTreeWidgetItem* latest = tree->topLevelItem(0);
    QVERIFY(latest->text(0).endsWith(QStringLiteral("Flown")));
    QVERIFY(latest->child(0)->text(3).startsWith(QStringLiteral("M-000007: ")));
    QCOMPARE(latest->child(1)->text(0), QStringLiteral("Flown (h)"));
    QCOMPARE(latest->child(1)->text(3), QStringLiteral("121"));
}

void FleetPanelTest::payloads() {
    Place place;
    place.panel->showPayloads();
    auto* dialog = place.opened<PayloadsDialog>();
    auto* list = dialog->findChild<QTreeWidget*>();
    QCOMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->text(2), QStringLiteral("0.8"));
    dialog->findChild<QPushButton*>(QStringLiteral("newPayload"))->click();
    auto* form = dialog->findChild<RecordForm*>();
    QVERIFY(form);
    form->findChild<QLineEdit*>(QStringLiteral("id"))->setText(QStringLiteral("CAM-1"));
    form->findChild<QLineEdit*>(QStringLiteral("name"))->setText(QStringLiteral("Camera"));
    form->findChild<QLineEdit*>(QStringLiteral("mass_kg"))->setText(QStringLiteral("0.6"));
    form->findChild<QLineEdit*>(QStringLiteral("capabilities"))->setText(QStringLiteral("camera.rgb, camera.thermal"));
    form->findChild<QLineEdit*>(QStringLiteral("model_ids"))->setText(QStringLiteral("no/such"));
    press(form);
    EVENTUALLY(form->findChild<QLabel*>(QStringLiteral("formMessage"))->text().contains(QStringLiteral("no/such")));
    form->findChild<QLineEdit*>(QStringLiteral("model_ids"))->setText(QStringLiteral("haneul/M6"));
    press(form);
    EVENTUALLY(list->topLevelItemCount() == 2);
    QCOMPARE(list->topLevelItem(1)->text(3), QStringLiteral("camera.rgb, camera.thermal"));

    list->setCurrentItem(list->topLevelItem(1));
    dialog->findChild<QPushButton*>(QStringLiteral("retirePayload"))->click();
    auto* retire = dialog->findChild<RetireForm*>();
    QVERIFY(retire);
    retire->findChild<QLineEdit*>(QStringLiteral("reason"))->setText(QStringLiteral("broken"));
    press(retire);
    EVENTUALLY(list->topLevelItem(1)->text(5) == QStringLiteral("Retired"));
    QCOMPARE(list->currentItem()->text(0), QStringLiteral("CAM-1")); // still the chosen one
    QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("changePayload"))->isEnabled());

    place.who = someone({"fleet.read"}, people::Role::Controller);
    list->setCurrentItem(list->topLevelItem(0));
    for (const char* name : {"newPayload", "changePayload", "retirePayload"})
        QVERIFY2(!dialog->findChild<QPushButton*>(QLatin1StringView(name))->isEnabled() ||
                     QLatin1StringView(name) == QLatin1StringView("newPayload"),
                 name);
}

void FleetPanelTest::theChosenCheckInFull() {
    Place place;
    place.choose("HN-002"); // without a battery: what is worst is said without a choice
    const auto& text = place.child<QLabel>("chosenItem");
    EVENTUALLY(!text.text().isEmpty());
    QVERIFY2(text.text().contains(QStringLiteral("Not judged")), qPrintable(text.text()));
    const int height = text.minimumHeight();
    QVERIFY(height >= text.fontMetrics().lineSpacing() * 2);
    auto& items = place.child<orders::ListView>("readinessItems");
    items.setFocus();
    const QString first = text.text();
    items.selectRow(0);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&items, Qt::Key_Down);
    EVENTUALLY(text.text() != first);
    const QString check = cell(*items.model(), items.currentIndex().row(), ItemModel::Check);
    QVERIFY2(text.text().startsWith(check), qPrintable(text.text()));
}

void FleetPanelTest::noScrollingSideways_data() {
    QTest::addColumn<QSize>("room");
    QTest::addColumn<bool>("everyColumn");
    QTest::newRow("the dock of the factory layout at 1920 x 1080") << QSize(1910, 265) << false;
    QTest::newRow("a window of its own on a wide screen") << QSize(3840, 1000) << true;
    QTest::newRow("a tall dock") << QSize(1000, 1100) << false;
}

void FleetPanelTest::noScrollingSideways() {
    QFETCH(QSize, room);
    QFETCH(bool, everyColumn);
    Place place;
    place.panel->resize(room);
    QTest::qWait(50);
    for (const char* name : {"readinessTable", "readinessItems"}) {
        const auto& list = place.child<orders::ListView>(name);
        QVERIFY2(list.horizontalScrollBar()->maximum() == 0, name);
    }
    const auto& list = place.list();
    QVERIFY(!list.isColumnHidden(ReadinessModel::Why));
    QVERIFY(list.columnWidth(ReadinessModel::Why) >= list.fontMetrics().averageCharWidth() * 20);
    QCOMPARE(!list.isColumnHidden(ReadinessModel::PilotId), everyColumn);
    QVERIFY(place.child<QPushButton>("editDrone").visibleRegion().boundingRect().height() > 0);
}

HANEUL_LATENCY_MAIN(FleetPanelTest)
#include "fleet_panel_test.moc"
