#include "core/geo/mercator.h"
#include "core/log/entry.h"
#include "plan_fixture.h"
#include "tests/core/formats/zone_samples.h"
#include "tests/support/eventually.h"
#include "tests/support/latency_main.h"
#include "ui/plans/decision_sheet.h"
#include "ui/plans/plan_editor.h"
#include "ui/plans/plan_overlay.h"
#include "ui/plans/plans_panel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTextStream>
#include <QtTest>

#include <set>

using namespace haneul;
using namespace haneul::plans;
using namespace haneul::plan::tests;
using haneul::tests::deliveryPlan;
using haneul::tests::noon;
using people::Role;

namespace {

QString cell(const QAbstractItemModel& model, int row, int column) {
    return model.index(row, column).data().toString();
}

plan::FlightPlan planFor(const std::string& drone, const std::string& id) {
    plan::FlightPlan plan = deliveryPlan(id);
    plan.drone_id = drone;
    return plan;
}

plan::FlightPlan later(plan::FlightPlan plan, milliseconds by) {
    plan.start += by;
    plan.end += by;
    plan.volumes.clear(); // the service makes them anew
    return plan;
}

QString hex(log::ByteView bytes) {
    return QString::fromStdString(log::toHex(bytes));
}

// The entries of the house's own log.
logbook::DecisionSource entriesOf(House& house) {
    logbook::DecisionSource source = logbook::noDecisions();
    source.read = [&house](const logbook::DecisionFilter& filter, std::optional<std::uint64_t> before,
                           std::size_t limit, std::function<void(Result<logbook::DecisionPage>)> done) {
        house.log->page({.typePrefix = filter.type.toStdString(), .before = before, .limit = limit},
                        [done = std::move(done)](const Result<log::EntryPage>& page) {
                            logbook::DecisionPage shown;
                            if (page)
                                for (const log::EntryRecord& record : page->entries)
                                    shown.entries.push_back({.sequence = record.entry.sequence,
                                                             .time = utcMs(record.entry.time.wall_ms),
                                                             .origin = QString::fromStdString(record.entry.origin),
                                                             .type = QString::fromStdString(record.entry.type),
                                                             .digest = hex(record.digest),
                                                             .previous = hex(record.entry.previous)});
                            QMetaObject::invokeMethod(qApp, [done, shown] { done(shown); }, Qt::QueuedConnection);
                        });
    };
    return source;
}

// A desk at which lee sits, who approves; on the real service.
struct Place {
    explicit Place(plan::PlanSettings settings = {})
        : house(std::move(settings)) {}

    ~Place() {
        panel.reset();
        desk.reset();
    }

    void sit(const std::string& user = "lee", Role role = Role::Approver) {
        who = person(user, role);
        if (panel) return;
        desk = std::make_unique<PlanDesk>(house.service.get(), [this] { return who; });
        panel = std::make_unique<PlansPanel>(*desk, house.clock, entriesOf(house), theme::themes().front(), nullptr);
        panel->resize(1800, 700);
        panel->show();
        panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(panel.get()));
    }

    template <class W>
    W& child(const char* name) const {
        auto* found = panel->findChild<W*>(QLatin1StringView(name));
        if (found == nullptr) qFatal("no %s", name);
        return *found;
    }

    [[nodiscard]] orders::ListView& list() const { return child<orders::ListView>("planQueue"); }

    [[nodiscard]] QString said() const { return child<QLabel>("planMessage").text(); }

    [[nodiscard]] QString causes() const { return child<QLabel>("planCauses").text(); }

    void choose(const std::string& plan) const {
        desk->choose(plan);
        QCOMPARE(list().chosenId(), QString::fromStdString(plan));
    }

    template <class D>
    D* opened() const {
        D* dialog = nullptr;
        [&] {
            EVENTUALLY([&] {
                for (D* each : panel->findChildren<D*>())
                    if (each->isVisible()) dialog = each;
                return dialog != nullptr;
            }());
        }();
        return dialog;
    }

    // The form of a new plan that has read this file.
    PlanEditor* editorWith(const QString& name, const QByteArray& content) {
        sit("park", Role::Planner);
        panel->newPlan();
        auto* editor = opened<PlanEditor>();
        const QString path = house.folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("no file");
        file.close();
        editor->importFile(path);
        return editor;
    }

    void waitFor(const std::string& plan, plan::State state) const {
        EVENTUALLY(desk->state()->plan(plan) && desk->state()->plan(plan)->plan.state == state);
    }

    House house;
    std::optional<people::Principal> who;
    std::unique_ptr<PlanDesk> desk;
    std::unique_ptr<PlansPanel> panel;
};

QPushButton* okOf(const QDialog* dialog) {
    return dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
}

QString messageOf(const QDialog* dialog) {
    const auto* label = dialog->findChild<QLabel*>(QStringLiteral("formMessage"));
    return label->isHidden() ? QString() : label->text();
}

QString textOf(const QDialog* dialog, const char* name) {
    return dialog->findChild<QLabel*>(QLatin1StringView(name))->text();
}

} // namespace

class PlansPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void models();
    void everyFindingHasWords();
    void everyPlaceOfAFindingHasWords(); // R-UI-05
    void everyKindOfMissionHasWords();   // R-UI-05 R-GEN-06
    void everyRefusalHasWords();
    void queueSaysWhatComesFirst();       // R-UI-04
    void evidenceHasItsNumbersAndRules(); // R-UI-04
    void anotherPersonIsToldWhatTheyMay();
    void approvedByKeyboard();             // R-UI-04 R-PLAN-12 R-PLAN-13
    void nobodyApprovesHisOwn();           // R-PLAN-12 R-SEC-03
    void aChangeWhileTheFormIsOpen();      // G6
    void whoChoosesAPlanSeesWhatIsSoNow(); // G6
    void whatChangedIsSaidInTheForm();     // G6
    void aRaceThatIsLost();                // R-PLAN-18
    void whatAnApprovalWouldCause();       // R-UI-04
    void twoMustApproveIsSaidBefore();     // R-SEC-03
    void returnedWithAReason();            // R-PLAN-21
    void conflictSolvedByAProposal();      // R-PLAN-09 R-SVC-08
    void differencesAreShown();            // R-PLAN-19
    void historyHasTheSteps();             // R-PLAN-20
    void theSheet();
    void onTheMap();
    void inThreeDimensions(); // R-UI-04 R-PLAN-02
    void allOfItIsSeenAtOnce_data();
    void allOfItIsSeenAtOnce(); // R-UI-04
    void aLowDeskHasTabs();
    void keptSentences();
    void withoutAService();
    void writtenAndSubmitted_data();
    void writtenAndSubmitted(); // R-GEN-06 R-PLAN-01 R-PLAN-02 R-PLAN-03 R-PLAN-04
    void lookingAtAPlanChangesNothing();
    void importedWays_data();
    void importedWays();               // R-GEN-07
    void importedWithoutHeights();     // R-PLAN-01
    void importedArea();               // R-PLAN-01
    void whatIsNotOnRecordIsOffered(); // R-UI-05
    void drawnOnTheMap();
    void typedLists();
    void flownAndEnded(); // R-PLAN-17
};

void PlansPanelTest::models() {
    House house;
    (void)house.waiting(planFor("D1", "A"));
    (void)house.waiting(later(planFor("D2", "B"), std::chrono::hours(2)));
    QueueModel queue;
    EvidenceModel evidence;
    ConflictModel conflicts;
    orders::ListFilter filter(queue, nullptr);
    QAbstractItemModelTester queueTester(&queue), evidenceTester(&evidence), conflictTester(&conflicts),
        filterTester(&filter);
    const auto state = house.service->state();
    queue.setPlans(state->plans, house.clock.now());
    QCOMPARE(queue.rowCount(), 2);
    QSignalSpy changed(&queue, &QAbstractItemModel::dataChanged);
    queue.setPlans(state->plans, house.clock.now() + std::chrono::seconds(20)); // the same minute: nothing to repaint
    QCOMPARE(changed.count(), 0);
    queue.setPlans(state->plans, house.clock.now() + std::chrono::minutes(1));
    QVERIFY(changed.count() > 0);
    filter.setWords(QStringLiteral("D2"));
    QCOMPARE(filter.rowCount(), 1);
    queue.setPlans({state->plans.front()}, house.clock.now());
    QCOMPARE(queue.rowCount(), 1);

    evidence.setEvidence(state->plan("A")->evidence);
    const int all = evidence.rowCount();
    QVERIFY(all >= static_cast<int>(plan::allCheckKinds.size()));
    evidence.setOnlyOpen(true);
    QVERIFY(evidence.rowCount() < all);
    evidence.setEvidence(nullptr);
    QCOMPARE(evidence.rowCount(), 0);
    conflicts.setConflicts({{.plan = "B", .what = QStringLiteral("x"), .lower = {}, .upper = {}, .place = {}}});
    conflicts.setConflicts({});
    queue.retranslate();
}

void PlansPanelTest::everyFindingHasWords() {
    // Codes that findings are made with, wherever the room of plans makes one.
    static const QRegularExpression code(QStringLiteral(
        "(?:add\\(|notJudged\\(|findingOf\\(touch, |push_back\\(\\{|\\? |: |compare\\(|fail\\()\"([A-Z][A-Z_]{4,})\""));
    const std::set<QString> noFindings{QStringLiteral("NO_ROUTE"), QStringLiteral("NOT_NEEDED"),
                                       QStringLiteral("ILLEGAL_STATE")};
    std::set<QString> seen;
    for (const char* name : {"form", "checks", "airspace_check", "risk_check", "containment", "pattern"}) {
        QFile file(QStringLiteral(HANEUL_SOURCE_DIR "/core/plan/%1.cpp").arg(QLatin1StringView(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (auto found = code.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext();)
            seen.insert(found.next().captured(1));
    }
    QVERIFY2(seen.size() > 25, qPrintable(QString::number(seen.size())));
    for (const QString& each : seen)
        if (!noFindings.contains(each)) QVERIFY2(hasWords(each.toStdString()), qPrintable(each));
}

// Paths into the plan that findings name, wherever one is made, and ids, which stay as people gave them.
void PlansPanelTest::everyPlaceOfAFindingHasWords() {
    static const QRegularExpression path(
        QStringLiteral("\"([a-z][A-Za-z]{2,}(?:_[a-z]+)?(?:\\[\\{\\}\\])?(?:\\.[A-Za-z_]+(?:\\[\\{\\}\\])?)*)\\.?\""));
    // Of a check itself, or what it was made with: no places.
    const std::set<QString> noPlaces{QStringLiteral("haneul.airspace"), QStringLiteral("haneul.documents"),
                                     QStringLiteral("surroundings")};
    // Paths from the plan on, and those that the check of the form puts behind "operation.".
    const std::pair<const char*, bool> files[] = {{"plan/form", false},
                                                  {"plan/airspace_check", false},
                                                  {"plan/containment", true},
                                                  {"plan/pattern", true},
                                                  {"geo/area_check", true}};
    QStringList raw;
    int seen = 0;
    for (const auto& [name, inner] : files) {
        QFile file(QStringLiteral(HANEUL_SOURCE_DIR "/core/%1.cpp").arg(QLatin1StringView(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (auto found = path.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext();) {
            QString where = found.next().captured(1).replace(QStringLiteral("{}"), QStringLiteral("2"));
            if (noPlaces.contains(where)) continue;
            ++seen;
            if (inner && where != u"operation") where.prepend(QStringLiteral("operation."));
            const QString text = whereText({.code = "BAD_ROUTE", .where = where.toStdString()}, plan::CheckKind::Form);
            if (text == where || text.contains(u'_') || text.contains(u'[')) raw << where;
        }
    }
    QVERIFY(seen > 25);
    QVERIFY2(raw.isEmpty(), qPrintable(raw.join(u' ')));
    const auto said = [](const char* code, const char* where, plan::CheckKind kind) {
        return whereText({.code = code, .where = where}, kind);
    };
    QCOMPARE(said("BAD_AREA", "operation.area.outer[2]", plan::CheckKind::Form),
             QStringLiteral("Route, area, corner 3"));
    QCOMPARE(said("BAD_LIMITS", "volumes[0].upper", plan::CheckKind::Form), QStringLiteral("Volume 1, upper limit"));
    QCOMPARE(said("NO_ROUTE_TO_COMPARE", "operation", plan::CheckKind::CollisionRisk), QStringLiteral("Route"));
    QCOMPARE(said("GROUND_RISK_UNKNOWN", "operation", plan::CheckKind::GroundRisk), QStringLiteral("Route"));
    QCOMPARE(said("INTENTS_UNKNOWN", "intents", plan::CheckKind::Conflicts), QStringLiteral("Standing plans"));
    QCOMPARE(said("ASSIGNMENT_UNKNOWN", "assignment", plan::CheckKind::Readiness),
             QStringLiteral("Drone, battery and pilot"));
    QCOMPARE(said("CAPACITY_UNKNOWN", "capacity", plan::CheckKind::Capacity), QStringLiteral("Capacity limits"));
    QCOMPARE(said("BAD_NEED", "flight_s", plan::CheckKind::Readiness), QStringLiteral("time in the air"));
    // What was hit keeps its name, also one that sounds like a member of the plan.
    QCOMPARE(said("ZONE_PROHIBITED", "operation", plan::CheckKind::Airspace), QStringLiteral("operation"));
    QCOMPARE(said("CAPACITY_UNKNOWN", "roof.east[1]", plan::CheckKind::Capacity), QStringLiteral("roof.east[1]"));
}

void PlansPanelTest::everyKindOfMissionHasWords() {
    for (const plan::Profile& profile : plan::profiles()) {
        QVERIFY(profileText(profile.id) != QString::fromStdString(profile.id));
        for (const std::string& type : profile.missionTypes)
            QVERIFY2(missionTypeText(type) != QString::fromStdString(type), type.c_str());
    }
}

void PlansPanelTest::everyRefusalHasWords() {
    static const QRegularExpression code(QStringLiteral("(?:fail\\(|Error\\{|return \\{)\"([A-Z][A-Z_]{3,})\""));
    std::set<QString> seen;
    for (const char* name : {"server/plan/decisions.cpp", "server/people/approval_rules.cpp"}) {
        QFile file(QStringLiteral(HANEUL_SOURCE_DIR "/%1").arg(QLatin1StringView(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (auto found = code.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext();)
            seen.insert(found.next().captured(1));
    }
    seen.erase(QStringLiteral("BAD_POLICY")); // of the policy, not of a plan
    QVERIFY(seen.contains(QStringLiteral("STALE_EVIDENCE")) && seen.contains(QStringLiteral("SAME_APPROVER")));
    for (const QString& each : seen)
        QVERIFY2(hasRefusal(each.toStdString()), qPrintable(each));
}

void PlansPanelTest::queueSaysWhatComesFirst() {
    Place place;
    (void)place.house.waiting(later(planFor("D2", "LATE"), std::chrono::hours(2)));
    plan::FlightPlan urgent = later(planFor("D3", "HIGH"), std::chrono::hours(4));
    urgent.priority = 40;
    (void)place.house.waiting(urgent);
    (void)place.house.waiting(planFor("D1", "SOON"));
    place.sit();
    const QAbstractItemModel& rows = *place.list().model();
    QCOMPARE(rows.rowCount(), 3);
    QCOMPARE(cell(rows, 0, QueueModel::Id), QStringLiteral("SOON"));
    QCOMPARE(cell(rows, 0, QueueModel::Deadline), QStringLiteral("in 1 h 00 min"));
    QCOMPARE(cell(rows, 2, QueueModel::Id), QStringLiteral("HIGH"));
    QVERIFY(cell(rows, 0, QueueModel::Risk).contains(QStringLiteral("not judged")));
    QVERIFY(!cell(rows, 0, QueueModel::Problem).isEmpty());
    place.list().sortByColumn(QueueModel::Priority, Qt::AscendingOrder);
    QCOMPARE(cell(rows, 0, QueueModel::Id), QStringLiteral("HIGH"));
    place.list().sortByColumn(QueueModel::Deadline, Qt::AscendingOrder);

    place.house.clock.advance(std::chrono::minutes(51));
    place.panel->setSituation(nullptr, place.house.clock.now());
    QCOMPARE(cell(rows, 0, QueueModel::Deadline), QStringLiteral("in 9 min"));
    QCOMPARE(rows.index(0, QueueModel::Deadline).data(orders::SignRole).toInt(),
             static_cast<int>(orders::ListSign::Warning));
    QCOMPARE(cell(rows, 0, QueueModel::Waiting), QStringLiteral("50 min"));

    place.list().setFocus();
    QTest::keyClick(&place.list(), Qt::Key_J);
    QCOMPARE(place.desk->chosen(), std::string("SOON"));
    QTest::keyClick(&place.list(), Qt::Key_J);
    QCOMPARE(place.desk->chosen(), std::string("LATE"));
    QTest::keyClick(&place.list(), Qt::Key_K);
    QCOMPARE(place.desk->chosen(), std::string("SOON"));
    place.child<QLineEdit>("planFilter").setText(QStringLiteral("d3"));
    QCOMPARE(rows.rowCount(), 1);
}

void PlansPanelTest::evidenceHasItsNumbersAndRules() {
    Place place;
    (void)place.house.waiting(planFor("D1", "A"));
    place.sit();
    place.choose("A");
    const QAbstractItemModel& rows = *place.child<orders::ListView>("planEvidence").model();
    std::set<QString> rules, verdicts;
    for (int row = 0; row < rows.rowCount(); ++row) {
        if (const QString rule = cell(rows, row, EvidenceModel::Rule); !rule.isEmpty()) {
            rules.insert(rule);
            verdicts.insert(cell(rows, row, EvidenceModel::Verdict));
            QVERIFY(rows.index(row, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("BLAKE2b-256")));
        }
    }
    QCOMPARE(rules.size(), plan::allCheckKinds.size());
    QVERIFY(verdicts.contains(QStringLiteral("✓ Passed")));
    QVERIFY(verdicts.contains(QStringLiteral("Not judged"))); // the delegate puts the sign before it
}

void PlansPanelTest::anotherPersonIsToldWhatTheyMay() {
    Place place;
    (void)place.house.waiting(planFor("D1", "A"));
    place.sit("park", Role::Planner);
    place.panel->focusQueue();
    QVERIFY(place.causes().contains(QStringLiteral("plan.approve"))); // may not
    place.sit("lee", Role::Approver);
    auto& which = place.child<QComboBox>("whichPlans");
    which.setCurrentIndex(3); // my own
    place.desk->personChanged();
    QCOMPARE(which.currentIndex(), 1); // of the person before would be nobody's here
    QVERIFY2(!place.causes().contains(QStringLiteral("plan.approve")), qPrintable(place.causes()));
}

void PlansPanelTest::approvedByKeyboard() {
    Place place;
    (void)place.house.waiting(planFor("D1", "A"));
    place.sit();
    QElapsedTimer watch;
    watch.start();
    place.panel->focusQueue();
    QCOMPARE(place.desk->chosen(), std::string("A"));
    QVERIFY(place.causes().contains(QStringLiteral("It would be approved")));
    QVERIFY(place.causes().contains(QStringLiteral("Told: kim, park")));
    QTest::keyClick(&place.list(), Qt::Key_Return);
    auto* form = place.opened<ApproveForm>();
    QVERIFY(QTest::qWaitForWindowActive(form));
    QVERIFY(textOf(form, "consequences").contains(QStringLiteral("It would be approved")));
    QCOMPARE(form->focusWidget(), static_cast<QWidget*>(form->findChild<TextField*>()));
    QTest::keyClicks(form->focusWidget(), QStringLiteral("Call before take-off."));
    for (int i = 0; i < 10 && form->focusWidget() != okOf(form); ++i)
        QTest::keyClick(form->focusWidget(), Qt::Key_Tab);
    QCOMPARE(form->focusWidget(), static_cast<QWidget*>(okOf(form)));
    QTest::keyClick(form->focusWidget(), Qt::Key_Space);
    place.waitFor("A", plan::State::Approved);
    EVENTUALLY(place.said().contains(QStringLiteral("approved")));
    QVERIFY(watch.elapsed() < 60'000);
    const auto approved = place.desk->state()->plan("A");
    QCOMPARE(approved->approvals.size(), std::size_t{1});
    QCOMPARE(approved->approvals.front().by, std::string("lee"));
    QCOMPARE(approved->approvals.front().conditions, std::string("Call before take-off."));
    QCOMPARE(approved->approvals.front().evidence, approved->evidence->digest);
    EVENTUALLY(place.list().model()->rowCount() == 0); // it waits no more
}

void PlansPanelTest::nobodyApprovesHisOwn() {
    Place place;
    (void)place.house.waiting(planFor("D1", "A"));
    place.sit("park", Role::Approver); // its author, in another role by now
    place.choose("A");
    QVERIFY(place.causes().contains(QStringLiteral("You wrote or submitted this plan yourself")));
    QVERIFY(!place.child<QPushButton>("approvePlan").isEnabled());
    QVERIFY(place.child<QPushButton>("approvePlan").toolTip().contains(QStringLiteral("yourself")));
    place.panel->approve();
    QVERIFY(place.said().contains(QStringLiteral("another person decides")));
    QVERIFY(place.panel->findChildren<ApproveForm*>().isEmpty());
    // The service says the same to whoever gets around the desk.
    const auto seen = place.desk->state()->plan("A");
    const auto refused = place.house.approve("A", 1, seen->evidence->digest, *place.who);
    QCOMPARE(codeOf(refused), std::string("OWN_PLAN"));
    QCOMPARE(place.house.count("plan.approved"), std::size_t{0});
}

void PlansPanelTest::aChangeWhileTheFormIsOpen() {
    Place place;
    (void)place.house.waiting(planFor("D1", "A"));
    place.sit();
    place.choose("A");
    place.panel->approve();
    auto* form = place.opened<ApproveForm>();
    QVERIFY(okOf(form)->isEnabled());
    plan::FlightPlan changed = planFor("D1", "A");
    changed.objective = "something else";
    QVERIFY(place.house.save(changed, 1));
    QVERIFY(place.house.submit("A", 2));
    EVENTUALLY(!okOf(form)->isEnabled());
    QVERIFY(messageOf(form).contains(QStringLiteral("has been changed since you looked")) ||
            messageOf(form).contains(QStringLiteral("somebody has decided meanwhile")));
    form->findChild<TextField*>()->setPlainText(QStringLiteral("typing on does not help"));
    QVERIFY(!okOf(form)->isEnabled());
    form->reject();
    place.waitFor("A", plan::State::PendingApproval);
    QCOMPARE(place.desk->state()->plan("A")->revision, std::uint64_t{2});

    // Evidence that has changed: the form opens on the old one, the service refuses, the new one is shown.
    place.panel->approve();
    form = place.opened<ApproveForm>();
    place.house.publish(haneul::tests::zoneOf("RKP73", haneul::tests::rectangle(700, 200, 300, 300)));
    okOf(form)->click();
    EVENTUALLY(!messageOf(form).isEmpty());
    QVERIFY(messageOf(form).contains(QStringLiteral("do not let it pass")));
    QVERIFY(!okOf(form)->isEnabled());
    form->reject();
    EVENTUALLY(!place.desk->state()->plan("A")->evidence->acceptable);
    EVENTUALLY(place.causes().contains(QStringLiteral("RKP73")));
    QVERIFY(!place.child<QPushButton>("approvePlan").isEnabled() || place.causes().contains(QStringLiteral("▲")));
    QCOMPARE(place.house.count("plan.approved"), std::size_t{0});
}

namespace {

// A house whose drone has flown so long; it goes on flying.
struct Hours {
    double flown_h = *haneul::tests::readyAssignment().drone->flown_h;

    [[nodiscard]] plan::PlanSettings settings() const {
        plan::PlanSettings settings;
        settings.sources.assignment = [this](const storage::Database&, const plan::FlightPlan&) {
            auto assignment = haneul::tests::readyAssignment();
            assignment.drone->flown_h = flown_h;
            return Result<plan::AssignmentThen>(plan::AssignmentThen{assignment, {}, {}});
        };
        return settings;
    }
};

} // namespace

void PlansPanelTest::whoChoosesAPlanSeesWhatIsSoNow() {
    Hours hours;
    Place place(hours.settings());
    const auto seen = place.house.waiting(planFor("D1", "A"));
    hours.flown_h += 0.7; // two flights while it waits
    place.sit();
    place.choose("A");
    EVENTUALLY(place.desk->state()->plan("A")->evidence->digest != seen.evidence.digest);
    place.panel->approve();
    okOf(place.opened<ApproveForm>())->click();
    place.waitFor("A", plan::State::Approved); // at the first attempt
}

void PlansPanelTest::whatChangedIsSaidInTheForm() {
    Hours hours;
    Place place(hours.settings());
    const auto seen = place.house.waiting(planFor("D1", "A"));
    place.sit();
    place.choose("A");
    place.panel->approve();
    auto* form = place.opened<ApproveForm>();
    hours.flown_h += 0.7; // it lands while the form is open
    okOf(form)->click();
    EVENTUALLY(!messageOf(form).isEmpty());
    QVERIFY2(messageOf(form).contains(QStringLiteral("→")), qPrintable(messageOf(form)));
    QVERIFY(!okOf(form)->isEnabled());
    const auto now = place.desk->state()->plan("A");
    QVERIFY(now->evidence->digest != seen.evidence.digest);
    form->reject();
    // Four seconds more change nothing that anybody is shown.
    hours.flown_h += 0.001;
    place.panel->approve();
    okOf(place.opened<ApproveForm>())->click();
    place.waitFor("A", plan::State::Approved);
}

void PlansPanelTest::aRaceThatIsLost() {
    Place place;
    const auto first = place.house.waiting(planFor("D1", "ONE"));
    (void)place.house.waiting(planFor("D2", "TWO"));
    place.sit();
    place.choose("TWO");
    QVERIFY2(place.causes().contains(QStringLiteral("ONE (Waits for approval) could not be approved any more")),
             qPrintable(place.causes()));
    place.panel->approve();
    auto* form = place.opened<ApproveForm>();
    QVERIFY(place.house.approve(first)); // at another desk
    okOf(form)->click();
    EVENTUALLY(!messageOf(form).isEmpty());
    QVERIFY2(messageOf(form).contains(QStringLiteral("ONE")), qPrintable(messageOf(form)));
    QVERIFY(!okOf(form)->isEnabled());
    form->reject();
    EVENTUALLY(!place.desk->state()->plan("TWO")->evidence->acceptable);
    const QAbstractItemModel& conflicts = *place.child<orders::ListView>("planConflicts").model();
    EVENTUALLY(conflicts.rowCount() == 1);
    QCOMPARE(cell(conflicts, 0, ConflictModel::Plan), QStringLiteral("ONE"));
    QCOMPARE(place.house.count("plan.approved"), std::size_t{1});
}

void PlansPanelTest::whatAnApprovalWouldCause() {
    House house;
    (void)house.waiting(planFor("D1", "A"));
    (void)house.waiting(planFor("D2", "B"));
    plan::FlightPlan high = planFor("D3", "C");
    high.priority = 60;
    (void)house.waiting(high);
    (void)house.waiting(later(planFor("D4", "D"), std::chrono::hours(3)));
    const auto state = house.service->state();
    const auto causes =
        consequencesOf(*state->plan("A"), *state, person("lee", Role::Approver), {}, geo::Surroundings{});
    QVERIFY(!causes.hindrance);
    QVERIFY(causes.after == plan::State::Approved);
    QCOMPARE(causes.toldUsers, (std::vector<std::string>{"kim", "park"}));
    QCOMPARE(causes.affected.size(), std::size_t{2});
    QCOMPARE(causes.affected[0].plan, std::string("B"));
    QVERIFY(causes.affected[0].standing == deconflict::Standing::Blocks);
    QCOMPARE(causes.affected[1].plan, std::string("C"));
    QVERIFY(causes.affected[1].standing == deconflict::Standing::GivesWay);
    // It comes so: B is refused, C still passes.
    const auto a = state->plan("A");
    QVERIFY(house.approve("A", 1, a->evidence->digest, person("lee", Role::Approver)));
    QCOMPARE(codeOf(house.approve("B", 1, state->plan("B")->evidence->digest, person("lee", Role::Approver))),
             std::string("CHECKS_FAILED"));
    const auto c = house.approve("C", 1, state->plan("C")->evidence->digest, person("lee", Role::Approver));
    QVERIFY(c || codeOf(c) == "STALE_EVIDENCE"); // who gives way is evidence: it is shown first
    if (!c)
        QVERIFY(
            house.approve("C", 1, house.service->state()->plan("C")->evidence->digest, person("lee", Role::Approver)));
    QVERIFY(consequencesOf(*state->plan("A"), *state, person("root", Role::Administrator), {}, {}).hindrance);
    QCOMPARE(consequencesOf(*state->plan("A"), *state, std::nullopt, {}, {}).hindrance->code, std::string("FORBIDDEN"));
}

void PlansPanelTest::twoMustApproveIsSaidBefore() {
    Place place;
    const auto policy = waitFor<bool>([&](auto done) {
        place.house.organisations->setPolicy(person("root", Role::Administrator), {.always = true}, done);
    });
    QVERIFY2(policy, policy ? "" : policy.error().message.c_str());
    (void)place.house.waiting(planFor("D1", "A"));
    place.sit();
    place.choose("A");
    QVERIFY2(place.causes().contains(QStringLiteral("1 of 2 approvals")), qPrintable(place.causes()));
    place.panel->approve();
    okOf(place.opened<ApproveForm>())->click();
    EVENTUALLY(place.desk->state()->plan("A")->approvals.size() == 1);
    EVENTUALLY(place.said().contains(QStringLiteral("waits for a supervisor")));
    EVENTUALLY(place.causes().contains(QStringLiteral("the second is another person's")));
    place.sit("han", Role::Supervisor);
    place.panel->setSituation(nullptr, place.house.clock.now());
    place.panel->approve();
    auto* form = place.opened<ApproveForm>();
    QVERIFY(textOf(form, "consequences").contains(QStringLiteral("2 of 2 approvals")));
    okOf(form)->click();
    place.waitFor("A", plan::State::Approved);
}

void PlansPanelTest::returnedWithAReason() {
    Place place;
    (void)place.house.waiting(planFor("D1", "A"));
    place.sit();
    place.choose("A");
    place.panel->giveBack();
    auto* form = place.opened<RefuseForm>();
    QVERIFY(!okOf(form)->isEnabled()); // without a reason
    auto* sentences = form->findChild<QComboBox*>(QStringLiteral("templates"));
    QVERIFY(sentences->count() > 3);
    sentences->setCurrentIndex(2);
    Q_EMIT sentences->activated(2);
    QVERIFY(okOf(form)->isEnabled());
    const QString reason = form->findChild<TextField*>()->toPlainText();
    okOf(form)->click();
    place.waitFor("A", plan::State::Returned);
    QCOMPARE(QString::fromStdString(place.desk->state()->plan("A")->reason), reason);
    const auto told = place.house.noticesOf("kim", Role::Pilot);
    QCOMPARE(told.back().message, std::string("PLAN_RETURNED"));
    QCOMPARE(told.back().arguments.at(1), reason.toStdString());
}

void PlansPanelTest::conflictSolvedByAProposal() {
    plan::PlanSettings ready; // what no time, height or route changes must pass
    ready.sources.assignment = [](const storage::Database&, const plan::FlightPlan&) {
        return Result<plan::AssignmentThen>(plan::AssignmentThen{haneul::tests::readyAssignment(), {}, {}});
    };
    Place place(ready);
    const auto first = place.house.waiting(planFor("D1", "ONE"));
    QVERIFY(place.house.approve(first));
    QVERIFY(place.house.save(planFor("D2", "TWO")));
    QVERIFY(place.house.submit("TWO", 1)); // returned: ONE is in the way
    place.sit("park", Role::Planner);
    place.child<QComboBox>("whichPlans").setCurrentIndex(4);
    place.choose("TWO");
    QVERIFY(place.desk->state()->plan("TWO")->plan.state == plan::State::Returned);
    place.panel->searchProposals();
    const QAbstractItemModel& offers = *place.child<orders::ListView>("proposals").model();
    EVENTUALLY(offers.rowCount() > 0);
    QVERIFY(cell(offers, 0, 2).startsWith(QStringLiteral("✓")));
    const QAbstractItemModel& beside = *place.child<orders::ListView>("sideBySide").model();
    QCOMPARE(cell(beside, 0, 1), QStringLiteral("TWO"));
    QCOMPARE(cell(beside, 0, 2), QStringLiteral("ONE"));
    place.panel->useProposal();
    place.waitFor("TWO", plan::State::PendingApproval); // as it was proposed, it passes
    QCOMPARE(place.desk->state()->plan("TWO")->revision, std::uint64_t{2});
    EVENTUALLY(place.said().contains(QStringLiteral("submitted as proposed")));
}

void PlansPanelTest::differencesAreShown() {
    Place place;
    QVERIFY(place.house.save(planFor("D1", "A")));
    plan::FlightPlan changed = planFor("D1", "A");
    changed.objective = "medicine";
    std::get<plan::WaypointRoute>(changed.operation).points[2].height.metres = 110;
    changed.volumes.clear();
    QVERIFY(place.house.save(changed, 1));
    QVERIFY(place.house.submit("A", 2));
    place.sit();
    place.choose("A");
    const QAbstractItemModel& rows = *place.child<orders::ListView>("planChanges").model();
    EVENTUALLY(rows.rowCount() > 0);
    bool objective = false, waypoint = false;
    for (int row = 0; row < rows.rowCount(); ++row) {
        if (cell(rows, row, 0) == QStringLiteral("Objective"))
            objective = cell(rows, row, 1) == QStringLiteral("—") && cell(rows, row, 2) == QStringLiteral("medicine");
        if (cell(rows, row, 0) == QStringLiteral("Waypoint 3"))
            waypoint = cell(rows, row, 1).contains(QStringLiteral("120 m")) &&
                       cell(rows, row, 2).contains(QStringLiteral("110 m"));
    }
    QVERIFY(objective);
    QVERIFY(waypoint);
    QVERIFY(place.child<QLabel>("changeText").text().contains(QStringLiteral("Revision 2 against revision 1")));
}

void PlansPanelTest::historyHasTheSteps() {
    Place place;
    QVERIFY(place.house.approve(place.house.waiting(planFor("D1", "A")), "stay low"));
    place.sit();
    place.child<QComboBox>("whichPlans").setCurrentIndex(4);
    place.choose("A");
    const QAbstractItemModel& rows = *place.child<orders::ListView>("planSteps").model();
    EVENTUALLY(rows.rowCount() == 6);
    QStringList steps;
    for (int row = 0; row < rows.rowCount(); ++row)
        steps << cell(rows, row, 1);
    QCOMPARE(steps,
             (QStringList{QStringLiteral("Written"), QStringLiteral("Submitted"), QStringLiteral("Checks passed"),
                          QStringLiteral("Approvers told"), QStringLiteral("Approved"), QStringLiteral("Pilot told")}));
    QCOMPARE(cell(rows, 4, 2), QStringLiteral("lee (approver)"));
    QCOMPARE(cell(rows, 4, 4), QStringLiteral("Waits for approval → Approved"));
    QVERIFY(cell(rows, 4, 5).contains(QStringLiteral("stay low")));
}

void PlansPanelTest::theSheet() {
    Place place;
    QVERIFY(place.house.approve(place.house.waiting(planFor("D1", "A")), "stay low"));
    place.sit();
    place.child<QComboBox>("whichPlans").setCurrentIndex(4);
    place.choose("A");
    const QString path = place.house.folder.filePath(QStringLiteral("sheet.pdf"));
    std::optional<Result<void>> written;
    place.panel->writeSheet(path, [&](Result<void> result) { written = std::move(result); });
    EVENTUALLY(written.has_value());
    QVERIFY2(*written, *written ? "" : written->error().message.c_str());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));

    // The code is the digest of the entry with the decision, as the log has it.
    log::EntryPage page;
    {
        std::promise<log::EntryPage> promise;
        place.house.log->page({.typePrefix = "plan.approved", .limit = 10},
                              [&](const Result<log::EntryPage>& found) { promise.set_value(*found); });
        page = promise.get_future().get();
    }
    QCOMPARE(page.entries.size(), std::size_t{1});
    const QString digest = hex(page.entries.front().digest);
    logbook::Decision entry{.digest = digest};
    QCOMPARE(verificationCode(entry).remove(u' ').toLower(), digest.left(16));
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (tool.isEmpty()) QSKIP("pdftotext is not here");
    QProcess reader;
    reader.start(tool, {QStringLiteral("-layout"), path, QStringLiteral("-")});
    QVERIFY(reader.waitForFinished(30'000));
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    for (const QString& wanted : {verificationCode(entry), QStringLiteral("stay low"), QStringLiteral("lee (approver)"),
                                  QStringLiteral("Not judged"), QStringLiteral("haneul-verify")})
        QVERIFY2(text.contains(wanted), qPrintable(wanted));
}

void PlansPanelTest::onTheMap() {
    Place place;
    (void)place.house.waiting(planFor("D1", "A"));
    QVERIFY(place.house.approve(place.house.waiting(later(planFor("D2", "B"), std::chrono::hours(1)))));
    place.sit();
    PlanOverlay overlay(*place.desk);
    QCOMPARE(overlay.shapes()->links.size(), std::size_t{2}); // a way each
    QSignalSpy changed(&overlay, &PlanOverlay::shapesChanged);
    place.choose("A");
    QVERIFY(changed.count() > 0);
    const auto& links = overlay.shapes()->links;
    const auto chosen = std::ranges::find_if(links, [](const auto& link) { return link.mission; });
    QVERIFY(chosen != links.end());
    QCOMPARE(chosen->name.plan, QStringLiteral("A"));
    QVERIFY(!chosen->verified); // it waits: dashed
    QCOMPARE(static_cast<std::size_t>(
                 std::ranges::count_if(links, [](const auto& link) { return link.name.plan == QStringLiteral("A"); })),
             place.desk->state()->plan("A")->plan.volumes.size() + 1);
    QVERIFY(std::ranges::any_of(
        links, [](const auto& link) { return link.name.plan == QStringLiteral("B") && link.verified; }));
    QCOMPARE(overlay.shapes()->columns.size(), std::size_t{1}); // its landing site
    QSignalSpy wanted(place.panel.get(), &PlansPanel::mapWanted);
    place.panel->showOnMap();
    QCOMPARE(wanted.count(), 1);
}

void PlansPanelTest::inThreeDimensions() {
    Place place;
    const auto first = place.house.waiting(planFor("D1", "ONE"));
    (void)place.house.waiting(planFor("D2", "TWO"));
    QVERIFY(place.house.approve(first));
    place.sit();
    PlanOverlay overlay(*place.desk);
    QSignalSpy changed(&overlay, &PlanOverlay::solidsChanged);
    const auto solid = [&](const char* id) -> const map::PlanShape& {
        const auto& plans = overlay.solids()->plans;
        return *std::ranges::find(plans, QLatin1StringView(id), &map::PlanShape::id);
    };
    QCOMPARE(overlay.solids()->plans.size(), std::size_t{2});
    QVERIFY(solid("ONE").state == map::PlanShape::State::Approved);
    QVERIFY(solid("TWO").state == map::PlanShape::State::Waiting);
    QVERIFY(!solid("ONE").selected && !solid("ONE").met);
    QCOMPARE(solid("ONE").volumes->size(), place.desk->state()->plan("ONE")->plan.volumes.size());
    const auto kept = solid("ONE").volumes;
    // The other one meets it by now: whoever looks is shown where.
    place.choose("TWO");
    EVENTUALLY(!overlay.solids()->hits.empty());
    QVERIFY(changed.count() > 0);
    QVERIFY(solid("TWO").selected && solid("ONE").met);
    QCOMPARE(overlay.solids()->plans.back().id, QStringLiteral("TWO")); // over the others
    QCOMPARE(solid("ONE").volumes, kept);                               // made once
    const map::PlanHitShape& hit = overlay.solids()->hits.front();
    QCOMPARE(hit.label, QStringLiteral("▲ ONE"));
    QVERIFY(hit.hinders && hit.heights.floor_m && hit.heights.ceiling_m);
    QVERIFY(solid("TWO").label.contains(QStringLiteral("Waits for approval"))); // in words too
    // Heights of the route are those of the plan, where its datum is known.
    const auto& way = solid("TWO").way;
    QVERIFY(way.size() >= 2);
    for (const map::PlanShape::WayPoint& point : way)
        QVERIFY(point.height.assumed || point.height.metres > 0);
    QSignalSpy scene(place.panel.get(), &PlansPanel::sceneWanted);
    QSignalSpy diagram(place.panel.get(), &PlansPanel::diagramWanted);
    place.child<QPushButton>("planIn3d").click();
    place.child<QPushButton>("planInDiagram").click();
    QCOMPARE(scene.count(), 1);
    QCOMPARE(diagram.count(), 1);
    place.desk->choose({});
    place.panel->showIn3d();
    QCOMPARE(scene.count(), 1);
    QVERIFY(place.said().contains(QStringLiteral("Choose a plan")));
    // A zone that is in the way is named.
    place.house.publish(haneul::tests::zoneOf("RKP73", haneul::tests::rectangle(700, 200, 300, 300)));
    place.choose("TWO");
    EVENTUALLY(overlay.solids()->zonesMet.contains(QStringLiteral("RKP73")));
    // Paths that are thought about stand beside them, whatever happens to the plans, until they are taken away.
    map::PathShape path;
    path.label = QStringLiteral("Shortest");
    overlay.setPaths(std::make_shared<const map::NetworkShapes>(), {path});
    place.desk->choose({});
    QCOMPARE(overlay.solids()->paths.size(), std::size_t{1});
    QCOMPARE(overlay.solids()->paths.front().label, path.label);
    overlay.setPaths(std::make_shared<const map::NetworkShapes>());
    QVERIFY(overlay.solids()->paths.empty() && !overlay.solids()->plans.empty());
}

void PlansPanelTest::allOfItIsSeenAtOnce_data() {
    QTest::addColumn<double>("scale");
    QTest::newRow("as it comes") << 1.0;
    QTest::newRow("smaller") << 0.85;
}

// As the workspace of approval has it on a screen of 1920 x 1080: nothing is scrolled, nothing hides behind a tab.
void PlansPanelTest::allOfItIsSeenAtOnce() {
    QFETCH(double, scale);
    theme::apply(*qApp, theme::themes().front(), scale);
    Place place;
    for (const char* id : {"A", "B", "C", "D"})
        (void)place.house.waiting(planFor(std::string("D") + id, id));
    place.sit();
    place.panel->resize(1228, 900);
    QCoreApplication::processEvents();
    place.choose("A");
    QCoreApplication::processEvents();
    for (const QScrollArea* area : place.panel->findChildren<QScrollArea*>())
        if (area->widget() && area->widget()->isAncestorOf(&place.list()))
            QVERIFY2(!area->verticalScrollBar()->isVisible() && !area->horizontalScrollBar()->isVisible(),
                     "the desk is scrolled");
    for (const char* name : {"planQueue", "planEvidence"}) {
        auto& list = place.child<orders::ListView>(name);
        QVERIFY2(list.isVisible() && !list.horizontalScrollBar()->isVisible(), name);
        QVERIFY2(list.viewport()->height() >= 4 * list.rowHeight(0), name);
    }
    for (const char* name : {"planHeights", "planTimes", "planCauses", "approvePlan", "rejectPlan"}) {
        auto* part = place.panel->findChild<QWidget*>(QLatin1StringView(name));
        QVERIFY2(part != nullptr && part->isVisible(), name);
        QVERIFY2(part->visibleRegion().boundingRect().height() >= std::min(part->height(), 60), name);
    }
    // What matters most is never left out.
    for (const int column : {QueueModel::Deadline, QueueModel::Id, QueueModel::Risk, QueueModel::Problem})
        QVERIFY(!place.list().isColumnHidden(column));
    theme::apply(*qApp, theme::themes().front(), 1.0);
}

void PlansPanelTest::aLowDeskHasTabs() {
    Place place;
    (void)place.house.waiting(planFor("D1", "A"));
    place.sit();
    place.panel->resize(1900, 340);
    QCoreApplication::processEvents();
    auto& views = place.child<QTabWidget>("planViews");
    QCOMPARE(views.count(), 6);
    QVERIFY(!place.panel->findChild<QWidget*>(QStringLiteral("planHeights"))->isVisible());
    place.panel->resize(1228, 900);
    QCoreApplication::processEvents();
    QCOMPARE(views.count(), 5);
    QVERIFY(place.panel->findChild<QWidget*>(QStringLiteral("planHeights"))->isVisible());
    place.panel->resize(1900, 340);
    QCoreApplication::processEvents();
    QCOMPARE(views.count(), 6);
    for (int i = 0; i < views.count(); ++i)
        QVERIFY(!views.tabText(i).isEmpty());
    for (int i = 0; i < 6; ++i)
        place.panel->nextView();
    QCOMPARE(views.currentIndex(), 0);
}

void PlansPanelTest::keptSentences() {
    Place place;
    (void)place.house.waiting(planFor("D1", "A"));
    (void)place.house.waiting(later(planFor("D2", "B"), std::chrono::hours(3)));
    place.sit();
    place.choose("A");
    place.panel->reject();
    auto* form = place.opened<RefuseForm>();
    form->findChild<TextField*>()->setPlainText(QStringLiteral("우리 규정에 맞지 않습니다."));
    form->findChild<QCheckBox*>(QStringLiteral("keepTemplate"))->setChecked(true);
    okOf(form)->click();
    place.waitFor("A", plan::State::Rejected);
    EVENTUALLY(place.panel->findChildren<RefuseForm*>().isEmpty());
    const QJsonObject kept = place.panel->state();
    place.panel->restore(kept);
    place.choose("B");
    place.panel->reject();
    form = place.opened<RefuseForm>();
    QCOMPARE(form->findChild<QComboBox*>(QStringLiteral("templates"))->itemText(1),
             QStringLiteral("우리 규정에 맞지 않습니다."));
}

void PlansPanelTest::withoutAService() {
    clock::ManualClock clock(noon);
    PlanDesk desk(nullptr, [] { return std::optional<people::Principal>(); });
    PlansPanel panel(desk, clock, logbook::noDecisions(), theme::themes().front(), nullptr);
    panel.resize(600, 900);
    panel.show();
    QVERIFY(panel.findChild<QLabel*>(QStringLiteral("planSummary"))
                ->text()
                .contains(QStringLiteral("keeps no flight plans")));
    panel.approve();
    panel.searchProposals();
    panel.nextPlan();
    QCOMPARE(panel.findChildren<QDialog*>().size(), 0);
}

void PlansPanelTest::writtenAndSubmitted_data() {
    QTest::addColumn<QString>("profile");
    QTest::addColumn<int>("pattern");
    for (const plan::Profile& profile : plan::profiles())
        for (const plan::Pattern pattern : profile.patterns)
            QTest::addRow("%s %s", profile.id.c_str(), std::string(toString(pattern)).c_str())
                << QString::fromStdString(profile.id) << static_cast<int>(pattern);
}

void PlansPanelTest::writtenAndSubmitted() {
    QFETCH(QString, profile);
    QFETCH(int, pattern);
    Place place;
    place.sit("park", Role::Planner);
    place.panel->newPlan();
    auto* editor = place.opened<PlanEditor>();
    const auto field = [&]<class W>(const char* name) -> W& { return *editor->findChild<W*>(QLatin1StringView(name)); };
    auto& profiles = field.operator()<QComboBox>("profile");
    profiles.setCurrentIndex(profiles.findData(profile));
    Q_EMIT profiles.activated(profiles.currentIndex());
    auto& patterns = field.operator()<QComboBox>("pattern");
    patterns.setCurrentIndex(patterns.findData(pattern));
    auto* verdict = editor->findChild<QLabel*>(QStringLiteral("editorVerdict"));
    EVENTUALLY(verdict->text().startsWith(QStringLiteral("▲"))); // nothing is filled in yet
    field.operator()<QComboBox>("operator").setEditText(QStringLiteral("O1"));
    field.operator()<QComboBox>("drone").setEditText(QStringLiteral("D1"));
    field.operator()<QComboBox>("battery").setEditText(QStringLiteral("B1"));
    field.operator()<QComboBox>("pilot").setEditText(QStringLiteral("U1"));
    field.operator()<QLineEdit>("payloads").setText(QStringLiteral("BOX"));
    field.operator()<QLineEdit>("objective").setText(QStringLiteral("to try it"));
    field.operator()<QLineEdit>("sites").setText(QStringLiteral("park 37.5680 126.9880"));
    auto& lost = field.operator()<QComboBox>("lostLink");
    lost.setCurrentIndex(1);
    field.operator()<QSpinBox>("minutes").setValue(60);
    editor->setPlaces({haneul::tests::cityHall, haneul::tests::placeAt(400, 0), haneul::tests::placeAt(400, 300),
                       haneul::tests::placeAt(0, 300)});
    const auto lines = [&] {
        const auto* checks = editor->findChild<orders::ListView*>(QStringLiteral("editorChecks"))->model();
        QString all = verdict->text();
        for (int row = 0; row < checks->rowCount(); ++row)
            all +=
                QStringLiteral("\n%1 %2 %3").arg(cell(*checks, row, 0), cell(*checks, row, 1), cell(*checks, row, 2));
        return all;
    };
    QVERIFY2(QTest::qWaitFor([&] { return verdict->text().startsWith(QStringLiteral("✓")); }, 10'000),
             qPrintable(lines()));
    editor->findChild<QPushButton*>(QStringLiteral("submitPlan"))->click();
    EVENTUALLY(!place.desk->state()->plans.empty());
    const std::string id = place.desk->state()->plans.front()->plan.id;
    place.waitFor(id, plan::State::PendingApproval);
    const plan::FlightPlan& kept = place.desk->state()->plan(id)->plan;
    QCOMPARE(static_cast<int>(plan::patternOf(kept.operation)), pattern);
    QVERIFY(!kept.volumes.empty());
    EVENTUALLY(place.desk->chosen() == id);
    EVENTUALLY(place.panel->findChildren<PlanEditor*>().isEmpty()); // done: it has closed
}

void PlansPanelTest::lookingAtAPlanChangesNothing() {
    Place place;
    plan::FlightPlan plan = planFor("D1", "A");
    plan.documents = {
        {.kind = plan::DocumentKind::Waiver, .number = "7", .authority = "X", .valid_from = noon, .valid_until = {}}};
    plan.start += std::chrono::milliseconds(123);
    plan.end += std::chrono::milliseconds(4567);
    haneul::tests::makeVolumes(plan);
    QVERIFY(place.house.save(plan));
    place.sit("park", Role::Planner);
    place.desk->choose("A");
    place.panel->editPlan();
    plan::FlightPlan typed = place.opened<PlanEditor>()->typed();
    plan::FlightPlan kept = place.desk->state()->plan("A")->plan;
    QVERIFY(typed == kept);
}

void PlansPanelTest::importedWays_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("points");
    QTest::newRow("kml") << QStringLiteral("way.kml")
                         << QByteArray("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Placemark><name>w</name>"
                                       "<LineString><altitudeMode>absolute</altitudeMode><coordinates>"
                                       "126.97,37.56,50 126.98,37.56,100 126.98,37.57,50</coordinates></LineString>"
                                       "</Placemark></kml>")
                         << 3;
    QTest::newRow("waypoints") << QStringLiteral("way.waypoints")
                               << QByteArray("QGC WPL 110\n0\t1\t0\t16\t0\t0\t0\t0\t37.56\t126.97\t30\t1\n"
                                             "1\t0\t3\t16\t5\t0\t0\t0\t37.57\t126.98\t60\t1\n"
                                             "2\t0\t3\t16\t5\t0\t0\t0\t37.58\t126.98\t60\t1\n")
                               << 2;
    QTest::newRow("geojson") << QStringLiteral("way.geojson")
                             << QByteArray(
                                    R"~({"type":"LineString","coordinates":[[126.97,37.56,60],[126.98,37.57,70]]})~")
                             << 2;
    QTest::newRow("kmz") << QStringLiteral("way.kmz")
                         << QByteArray::fromStdString(haneul::tests::zipOf(
                                {{"doc.kml", "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Placemark><LineString>"
                                             "<altitudeMode>absolute</altitudeMode><coordinates>126.97,37.56,50 "
                                             "126.98,37.56,90</coordinates></LineString></Placemark></kml>"}}))
                         << 2;
    QTest::newRow("hostile") << QStringLiteral("way.plan") << QByteArray("{\"fileType\":") << 0;
    QTest::newRow("broken archive") << QStringLiteral("way.kmz") << QByteArray("PK\x03\x04", 4) << 0;
    QTest::newRow("another") << QStringLiteral("way.exe") << QByteArray("MZ") << 0;
}

void PlansPanelTest::importedWays() {
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(int, points);
    const auto import = plan::readPlanFile(content.toStdString(), {});
    QCOMPARE(import.has_value(), points > 0);
    Place place;
    PlanEditor* const editor = place.editorWith(name, content);
    QCOMPARE(static_cast<int>(editor->places().size()), points);
    const QString said = editor->findChild<QLabel*>(QStringLiteral("editorMessage"))->text();
    QCOMPARE(said.startsWith(QStringLiteral("▲")), points == 0);
    if (points == 0) return;
    QVERIFY(editor->typed().operation == import->plan.operation);
}

// What a file leaves open is taken from the form: never from nowhere.
void PlansPanelTest::importedWithoutHeights() {
    Place place;
    auto* editor = place.editorWith(QStringLiteral("way.geojson"), R"~({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"low"},"geometry":{"type":"LineString","coordinates":[[127,37.5],[127.01,37.5]]}},
        {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[127,37.5]}},
        {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[127,37.6],[127.01,37.6]]}}]})~");
    const auto level = editor->findChild<QDoubleSpinBox*>(QStringLiteral("height"))->value();
    const auto points = std::get<plan::WaypointRoute>(editor->typed().operation).points;
    QCOMPARE(points.size(), std::size_t{4}); // up, along at the height of the form, down
    QCOMPARE(points[1].height.metres, level);
    QCOMPARE(points[2].height.metres, level);
    QVERIFY(editor->findChild<QLabel*>(QStringLiteral("editorMessage"))->text().contains(QStringLiteral("1 further")));
    QCOMPARE(editor->typed().objective, std::string("low"));
}

void PlansPanelTest::importedArea() {
    Place place;
    auto* editor = place.editorWith(
        QStringLiteral("field.geojson"),
        R"~({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[127,37.5],[127.01,37.5],[127.01,37.51],[127,37.5]]]}}]})~");
    const auto operation = editor->typed().operation;
    const auto* area = std::get_if<plan::AreaOperation>(&operation);
    QVERIFY(area != nullptr);
    QCOMPARE(std::get<geo::Polygon>(area->area).outer.size(), std::size_t{3});
    QCOMPARE(area->upper.metres, editor->findChild<QDoubleSpinBox*>(QStringLiteral("height"))->value());
}

void PlansPanelTest::whatIsNotOnRecordIsOffered() {
    const auto found = [](const char* code, plan::Verdict verdict) {
        return plan::Finding{.code = code, .where = "airframe", .verdict = verdict};
    };
    using enum plan::Verdict;
    plan::FlightPlan plan;
    plan.drone_id = "D-9";
    const auto actions = [&](std::vector<plan::Finding> findings) {
        const std::vector reports{
            plan::CheckReport{.kind = plan::CheckKind::Readiness, .findings = std::move(findings)}};
        QStringList ids;
        for (const Remedy& remedy : remediesOf(plan, reports))
            ids << remedy.action;
        return ids.join(u' ');
    };
    QCOMPARE(actions({found("PILOT_RATING", NotJudged), found("AIRFRAME_STATUS", NotJudged),
                      found("PILOT_STATUS", NotJudged)}),
             QStringLiteral("fleet.new_drone fleet.new_pilot view.fleet"));
    QCOMPARE(actions({found("AIRFRAME_STATUS", Fail)}), QStringLiteral("view.fleet")); // it is on record, and grounded
    QVERIFY(actions({found("AIRFRAME_STATUS", Pass)}).isEmpty());
    QVERIFY(remediesOf(plan, {}).empty());
    QFile registry(QStringLiteral(HANEUL_SOURCE_DIR "/ui/actions/action_registry.cpp"));
    QVERIFY(registry.open(QIODevice::ReadOnly));
    const QByteArray known = registry.readAll();
    for (const char* id : {"fleet.new_drone", "fleet.new_battery", "fleet.new_pilot", "view.fleet"})
        QVERIFY(known.contains(QStringLiteral("{\"%1\"").arg(QLatin1StringView(id)).toUtf8()));

    Place place;
    place.sit("park", Role::Planner);
    QSignalSpy wanted(place.panel.get(), &PlansPanel::actionWanted);
    place.panel->newPlan();
    const auto* editor = place.opened<PlanEditor>();
    const auto* bar = editor->findChild<RemedyBar*>();
    QVERIFY(bar->isHidden());
    const std::vector reports{
        plan::CheckReport{.kind = plan::CheckKind::Readiness, .findings = {found("AIRFRAME_STATUS", NotJudged)}}};
    editor->findChild<RemedyBar*>()->setRemedies(remediesOf(plan, reports));
    QVERIFY(bar->isVisible());
    auto* button = bar->findChild<QPushButton*>();
    QVERIFY(button->text().contains(QStringLiteral("D-9")));
    button->click();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.front().front().toString(), QStringLiteral("fleet.new_drone"));
}

void PlansPanelTest::drawnOnTheMap() {
    Place place;
    place.sit("park", Role::Planner);
    PlanOverlay overlay(*place.desk);
    RouteTool& tool = place.panel->tool();
    connect(&tool, &RouteTool::lineChanged, &overlay, [&] { overlay.setDrawn(tool.line()); });
    QSignalSpy drawing(place.panel.get(), &PlansPanel::drawingChanged);
    place.panel->newPlan();
    auto* editor = place.opened<PlanEditor>();
    editor->findChild<QPushButton*>(QStringLiteral("drawPlan"))->click();
    QVERIFY(!editor->isVisible());
    QCOMPARE(drawing.count(), 1);
    const map::MapCamera camera{geo::toMercator(haneul::tests::cityHall), 14, {800, 600}};
    QVERIFY(tool.click(camera, {{400, 300}, {}}));
    QVERIFY(tool.click(camera, {{500, 300}, {}}));
    QVERIFY(tool.click(camera, {{500, 200}, {}}));
    QCOMPARE(overlay.shapes()->rubber.size(), std::size_t{3});
    const QKeyEvent back(QEvent::KeyPress, Qt::Key_Backspace, Qt::NoModifier);
    QVERIFY(tool.key(camera, {0, 0}, back));
    const QKeyEvent insert(QEvent::KeyPress, Qt::Key_Insert, Qt::NoModifier);
    QVERIFY(tool.key(camera, {450, 250}, insert)); // by the keyboard too
    const QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QVERIFY(tool.key(camera, {0, 0}, enter));
    QVERIFY(editor->isVisible());
    const auto places = editor->places();
    QCOMPARE(places.size(), std::size_t{3});
    QVERIFY(geo::distance_m(geo::Circle{haneul::tests::cityHall, 1}, places.front()) < 1);
    QVERIFY(overlay.shapes()->rubber.empty());
    // Up at the first place and down at the last: five points.
    QCOMPARE(std::get<plan::WaypointRoute>(editor->typed().operation).points.size(), std::size_t{5});
    editor->findChild<QPushButton*>(QStringLiteral("drawPlan"))->click();
    QVERIFY(tool.click(camera, {{100, 100}, {}}));
    const QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QVERIFY(tool.key(camera, {0, 0}, escape));
    QCOMPARE(editor->places().size(), std::size_t{3}); // forgotten
}

void PlansPanelTest::typedLists() {
    const auto sites = typedSites(QStringLiteral("river park 37.5 126.9; 37.6, 127"));
    QVERIFY(sites);
    QCOMPARE(sites->size(), std::size_t{2});
    QCOMPARE(sites->at(0).name, std::string("river park"));
    QCOMPARE(sites->at(1).place.longitude_deg, 127.0);
    QVERIFY(typedSites({})->empty());
    QVERIFY(!typedSites(QStringLiteral("nowhere")));
    QVERIFY(!typedSites(QStringLiteral("far 97.5 126.9")));
    const auto documents = typedDocuments(QStringLiteral("permit 2026-17 / MOLIT; WAIVER 5"));
    QVERIFY(documents);
    QCOMPARE(documents->at(0).number, std::string("2026-17"));
    QCOMPARE(documents->at(0).authority, std::string("MOLIT"));
    QVERIFY(documents->at(1).kind == plan::DocumentKind::Waiver);
    QVERIFY(!typedDocuments(QStringLiteral("letter 5")));
    QCOMPARE(documentsText(*documents), QStringLiteral("PERMIT 2026-17 / MOLIT; WAIVER 5"));
}

void PlansPanelTest::flownAndEnded() {
    Place place;
    QVERIFY(place.house.approve(place.house.waiting(planFor("D1", "A"))));
    place.sit("park", Role::Planner);
    place.desk->choose("A");
    place.panel->activateFlight();
    EVENTUALLY(place.said().contains(QStringLiteral("too early")));
    place.house.clock.advance(std::chrono::minutes(55));
    place.panel->activateFlight();
    place.waitFor("A", plan::State::Activated);
    place.panel->endFlight();
    place.waitFor("A", plan::State::Ended);
}

HANEUL_LATENCY_MAIN(PlansPanelTest)
#include "plans_panel_test.moc"
