#include "server/ground_risk/ground_risk_service.h"
#include "server/log/event_log.h"
#include "server/paths/path_study.h"
#include "server/study_store/event_study_service.h"
#include "server/study_store/study_projection.h"
#include "tests/support/clipped_text.h"
#include "tests/support/eventually.h"
#include "ui/profile/chart_view.h"
#include "ui/risk_path/path_charts.h"
#include "ui/risk_path/path_form.h"
#include "ui/risk_path/path_panel.h"
#include "ui/risk_path/words.h"
#include "ui/study_store/save_form.h"
#include "ui/study_store/study_picker.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTranslator>
#include <QtTest>

#include <atomic>
#include <chrono>

using namespace haneul;
using namespace haneul::risk_path;

namespace {

constexpr UtcMs noon = utcMs(1'795'694'400'000);

struct Page {
    explicit Page(bool may = true)
        : who([may]() -> std::optional<people::Principal> {
            people::Principal one{.user = "kim", .desk = "desk"};
            if (may) one.scopes = {"study.run", "study.save"};
            return one;
        })
        , desk(&service, who)
        , studies(kept(), who)
        , panel(desk, studies, clock, theme::themes().front(), nullptr) {
        panel.resize(1200, 700);
        panel.form().setSurroundings(paths::Surroundings::Synthetic);
        place(QStringLiteral("37.560 126.970 65\n37.572 126.985 65"));
        child<QDoubleSpinBox>("pathCell").setValue(20);
    }

    // Studies in a log of their own.
    study_store::StudyService* kept() {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<study_store::StudyProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        store = std::make_unique<study_store::EventStudyService>(*log, study_store::TellRefusal{});
        return store.get();
    }

    template <class D>
    D* opened() {
        D* dialog = nullptr;
        [&] { EVENTUALLY((dialog = panel.findChild<D*>()) != nullptr && dialog->isVisible()); }();
        return dialog;
    }

    void save(const char* name) {
        child<QPushButton>("saveStudy").click();
        auto* form = opened<study_store::SaveForm>();
        form->template findChild<QLineEdit*>(QStringLiteral("studyName"))->setText(QString::fromUtf8(name));
        form->template findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
        [&] {
            EVENTUALLY(message().contains(QString::fromUtf8(name)));
            EVENTUALLY(panel.findChild<study_store::SaveForm*>() == nullptr);
        }();
    }

    // The newest one, by the button of that name.
    void pickStudy(const char* button) {
        child<QPushButton>("openStudies").click();
        auto* picker = opened<study_store::StudyPicker>();
        auto* list = picker->template findChild<QTableView*>(QStringLiteral("savedStudies"));
        [&] {
            EVENTUALLY(list->model()->rowCount() > 0);
            picker->template findChild<QPushButton*>(QLatin1StringView(button))->click();
            EVENTUALLY(panel.findChild<study_store::StudyPicker*>() == nullptr);
        }();
    }

    [[nodiscard]] QString message() { return child<QLabel>("pathMessage").text(); }

    template <class W>
    W& child(const char* name) {
        auto* found = panel.findChild<W*>(QLatin1StringView(name));
        if (found == nullptr) qFatal("no %s", name);
        return *found;
    }

    void place(const QString& text) { child<QPlainTextEdit>("pathPlaces").setPlainText(text); }

    QString text(int row, int column) {
        const auto& model = *child<QTableView>("pathList").model();
        return model.index(row, column).data().toString();
    }

    bool find() {
        QSignalSpy found(&desk, &PathDesk::found), failed(&desk, &PathDesk::failed);
        child<QPushButton>("pathSearch").click();
        return QTest::qWaitFor([&] { return !found.isEmpty() || !failed.isEmpty(); }, 30'000) && !found.isEmpty();
    }

    ground_risk::GroundRiskService risk{nullptr};
    paths::PathService service{{.zones = {}, .ground = {}, .geoid_m = {}, .risk = &risk}};
    QTemporaryDir folder;
    clock::ManualClock clock{noon};
    PathDesk::WhoAsks who;
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<study_store::EventStudyService> store;
    PathDesk desk;
    study_store::StudyDesk studies;
    PathPanel panel;
};

} // namespace

class PathPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threePathsBesideEachOther();  // R-PATH-04 R-PATH-05 R-UI-10
    void thePathsStandInSpaceAndGo();  // R-UI-10
    void aCheckSaysWhy();              // R-PATH-01
    void theChosenPathBecomesARoute(); // R-PATH-06
    void withoutDataNothingIsClear();  // R-PATH-01
    void whatCannotBeReadIsSaid();
    void withoutTheRightNothingIsAsked();
    void aSearchIsStopped();
    void placesAreTyped_data();
    void placesAreTyped();
    void whatWasTypedComesBack();
    void aStudyOpensAsItWasFound(); // R-UI-10
    void twoStudiesAreCompared();   // R-UI-10
    void aStudyIsWrittenAsPdf();    // R-UI-10
    void whatTheFormDoesNotShowIsAskedAgain();
    void aStudyWithoutResultsIsSaidToBeSo();
    void clearedThereIsNothingToKeep();
    void everyFindingHasWords(); // R-PATH-01
    void everythingFitsItsPlace_data();
    void everythingFitsItsPlace(); // pictures for the eye too
};

void PathPanelTest::threePathsBesideEachOther() {
    Page page;
    QAbstractItemModelTester rows(page.child<QTableView>("pathList").model());
    QAbstractItemModelTester findings(page.child<QTableView>("pathFindings").model());
    QVERIFY(page.find());
    QCOMPARE(page.child<QTableView>("pathList").model()->rowCount(), 2); // no budget yet
    QSignalSpy shapes(&page.panel, &PathPanel::shapesChanged);
    page.child<QPushButton>("pathHalfWay").click();
    QVERIFY(!page.child<QLineEdit>("pathBudget").text().isEmpty());
    QVERIFY(page.find());
    QCOMPARE(page.child<QTableView>("pathList").model()->rowCount(), 3);
    const auto& found = page.panel.answer()->planned.paths;
    QCOMPARE(found.size(), std::size_t{3});
    QVERIFY(found[2].kind == path::PathKind::Budget);
    QVERIFY(page.text(2, 5).toDouble() <= page.child<QLineEdit>("pathBudget").text().toDouble() * 1.01);
    QVERIFY(page.text(0, 2).endsWith(QStringLiteral(" m")));
    QVERIFY(!shapes.isEmpty());
    const auto drawn = shapes.last().first().value<map::NetworkShapesPtr>();
    QCOMPARE(drawn->links.size(), std::size_t{3});
    QVERIFY(drawn->links.back().mission); // the chosen one, above the others
    const auto& heights = page.child<profile::ChartView>("pathHeights").data();
    QVERIFY(heights.series.size() >= 4); // three paths and the ground
    QVERIFY(!page.child<profile::ChartView>("pathFront").data().markers.empty());
    QVERIFY(page.child<QLabel>("pathFacts").text().contains(QStringLiteral("SYNTHETIC")));
    // Another choice, another picture.
    page.child<QTableView>("pathList").selectRow(0);
    QVERIFY(shapes.last().first().value<map::NetworkShapesPtr>()->links.back().tip != drawn->links.back().tip);
}

void PathPanelTest::thePathsStandInSpaceAndGo() {
    Page page;
    page.panel.setSurroundings({.ground_amsl_m = [](geo::LatLon) { return std::optional(20.0); }, .geoid_m = {}});
    QSignalSpy shapes(&page.panel, &PathPanel::shapesChanged);
    QVERIFY(page.find());
    const auto solids = [&] { return shapes.last().at(1).value<std::vector<map::PathShape>>(); };
    const auto& found = page.panel.answer()->planned.paths;
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(solids().size(), found.size());
    QVERIFY(!solids()[0].chosen && solids()[0].line == map::PathShape::Line::Dashed);
    QVERIFY(solids()[1].chosen && solids()[1].line == map::PathShape::Line::Dotted);
    QVERIFY(solids()[1].label.contains(QStringLiteral("SYNTHETIC")));
    for (const map::PathShape& solid : solids()) {
        const auto& path = solid.chosen ? found[1] : found[0];
        // Heights are above the ground, which lies at 20 m: at the ends 65 m above it.
        QVERIFY(std::abs(solid.way.front().height.metres - 85) < 0.01);
        QVERIFY(std::abs(solid.way.back().height.metres - 85) < 0.01);
        QVERIFY(!solid.way.front().height.assumed);
        QCOMPARE(solid.way.front().ground_m, std::optional(20.0));
        QCOMPARE(static_cast<std::size_t>(std::ranges::count(solid.way, true, &map::PathShape::Point::turn)),
                 path.points.size());
        QVERIFY(solid.way.size() >= path.smoothed.points.size());
    }
    // Another choice: the other one is the chosen one, and comes last.
    page.child<QTableView>("pathList").selectRow(0);
    QVERIFY(solids().back().chosen && solids().back().line == map::PathShape::Line::Dashed);
    // Where the ground is not known, heights above it are assumed.
    page.panel.setSurroundings({});
    page.child<QTableView>("pathList").selectRow(1);
    QVERIFY(solids().back().way.front().height.assumed && !solids().back().way.front().ground_m);
    QVERIFY(std::abs(solids().back().way.front().height.metres - 65) < 0.01);
    QSignalSpy scene(&page.panel, &PathPanel::sceneWanted);
    page.child<QPushButton>("pathIn3d").click();
    QCOMPARE(scene.size(), 1);
    QCOMPARE(scene.first().first().value<std::vector<geo::LatLon>>().size(), found[1].points.size());
    page.child<QPushButton>("pathClear").click();
    QVERIFY(solids().empty());
    QVERIFY(shapes.last().first().value<map::NetworkShapesPtr>()->links.empty());
    QVERIFY(page.panel.answer() == nullptr);
    QCOMPARE(page.child<QTableView>("pathList").model()->rowCount(), 0);
    QVERIFY(!page.child<QPushButton>("pathClear").isEnabled());
    QVERIFY(!page.panel.draft());
    page.panel.showIn3d(); // by its key: nothing is chosen
    QCOMPARE(scene.size(), 1);
    QVERIFY(!page.child<QLabel>("pathMessage").text().isEmpty());
}

void PathPanelTest::aCheckSaysWhy() {
    Page page;
    page.place(QStringLiteral("37.560 126.970 5\n37.570 126.982 5")); // low through the houses
    QSignalSpy checked(&page.desk, &PathDesk::checked);
    page.child<QPushButton>("pathCheck").click();
    QVERIFY(QTest::qWaitFor([&] { return !checked.isEmpty(); }, 30'000));
    auto& list = page.child<QTableView>("pathFindings");
    QVERIFY(list.model()->rowCount() > 0);
    QVERIFY(list.model()->index(0, 0).data().toString().startsWith(QStringLiteral("BUILDING")));
    QVERIFY(!page.child<QLabel>("pathMessage").text().isEmpty());
}

void PathPanelTest::theChosenPathBecomesARoute() {
    Page page;
    QVERIFY(!page.panel.draft());
    QVERIFY(page.find());
    QSignalSpy wanted(&page.panel, &PathPanel::planWanted);
    page.child<QPushButton>("pathUse").click();
    QCOMPARE(wanted.size(), 1);
    const auto plan = wanted.first().first().value<plan::FlightPlan>();
    const auto* route = std::get_if<plan::WaypointRoute>(&plan.operation);
    QVERIFY(route != nullptr);
    const auto& chosen = page.panel.answer()->planned.paths.back();
    QCOMPARE(route->points.size(), chosen.points.size());
    for (std::size_t i = 0; i < chosen.points.size(); ++i) {
        const auto place = page.panel.answer()->space.placeOf(chosen.points[i]);
        QVERIFY(route->points[i].place == place.place);
        QCOMPARE(route->points[i].height.metres, place.height_m);
    }
    QVERIFY(plan.start == noon);
    QVERIFY(plan.end > plan.start);
}

void PathPanelTest::withoutDataNothingIsClear() {
    Page page;
    page.panel.form().setSurroundings(paths::Surroundings::Imported);
    QVERIFY(page.find());
    QVERIFY(page.panel.answer()->planned.paths.empty());
    QVERIFY(!page.child<QPushButton>("pathUse").isEnabled());
    QVERIFY(page.child<QLabel>("pathMessage").text().contains(QStringLiteral("buildings")));
    page.child<QCheckBox>("pathUnknown").setChecked(true);
    QVERIFY(page.find());
    QCOMPARE(page.panel.answer()->planned.paths.size(), std::size_t{1});
    QCOMPARE(page.text(0, 5), QStringLiteral("not judged"));
    QVERIFY(page.text(0, 7).contains(QStringLiteral("nobody knows")));
    const auto& stretches = page.child<profile::ChartView>("pathHeights").data().stretches;
    QVERIFY(!stretches.empty() && stretches.front().hatched);
}

void PathPanelTest::whatCannotBeReadIsSaid() {
    Page page;
    QSignalSpy found(&page.desk, &PathDesk::found);
    page.place(QStringLiteral("here"));
    page.child<QPushButton>("pathSearch").click();
    const QString first = page.child<QLabel>("pathMessage").text();
    QVERIFY(!first.isEmpty());
    page.place(QStringLiteral("37.560 126.970\n37.570 126.982"));
    page.child<QLineEdit>("pathBudget").setText(QStringLiteral("little"));
    page.child<QPushButton>("pathSearch").click();
    QVERIFY(page.child<QLabel>("pathMessage").text() != first);
    page.child<QLineEdit>("pathBudget").clear();
    page.child<QLineEdit>("pathDeparture").setText(QStringLiteral("tomorrow"));
    page.child<QPushButton>("pathSearch").click();
    QVERIFY(page.child<QLabel>("pathMessage").text().contains(QStringLiteral("UTC")));
    QVERIFY(!page.desk.busy());
    QVERIFY(found.isEmpty());
}

void PathPanelTest::withoutTheRightNothingIsAsked() {
    Page page(false);
    QSignalSpy failed(&page.desk, &PathDesk::failed);
    page.child<QPushButton>("pathSearch").click();
    QCOMPARE(failed.size(), 1);
    QVERIFY(page.child<QLabel>("pathMessage").text().contains(QStringLiteral("role")));
}

void PathPanelTest::aSearchIsStopped() {
    Page page;
    page.child<QPushButton>("pathSearch").click();
    QVERIFY(page.desk.busy());
    page.child<QPushButton>("pathSearch").click();
    QVERIFY(!page.desk.busy());
    QVERIFY(!page.child<QLabel>("pathMessage").text().isEmpty());
}

void PathPanelTest::placesAreTyped_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("two") << QStringLiteral("37.5 127 60\n37.6, 127.1; 70\n\n") << 2;
    QTest::newRow("without heights") << QStringLiteral("37.5 127\n37.6 127.1") << 2;
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("words") << QStringLiteral("park 127 60") << -1;
    QTest::newRow("one number") << QStringLiteral("37.5") << -1;
    QTest::newRow("beyond the pole") << QStringLiteral("97.5 127") << -1;
    QTest::newRow("too many") << QStringLiteral("37.5 127 60 4") << -1;
}

void PathPanelTest::placesAreTyped() {
    QFETCH(QString, text);
    QFETCH(int, count);
    const auto places = typedPlaces(text, 50);
    QCOMPARE(places ? static_cast<int>(places->size()) : -1, count);
    if (!places || places->empty()) return;
    QVERIFY(typedPlaces(placesText(*places), 0) == places);
}

void PathPanelTest::whatWasTypedComesBack() {
    Page page;
    page.child<QLineEdit>("pathBudget").setText(QStringLiteral("2E-9"));
    page.child<QDoubleSpinBox>("pathSpeed").setValue(17.5);
    const auto state = page.panel.state();
    Page other;
    other.place(QString());
    other.panel.restore(state);
    QCOMPARE(other.child<QLineEdit>("pathBudget").text(), QStringLiteral("2E-9"));
    QCOMPARE(other.child<QDoubleSpinBox>("pathSpeed").value(), 17.5);
    QCOMPARE(other.panel.form().places().size(), std::size_t{2});
}

void PathPanelTest::aStudyOpensAsItWasFound() {
    Page page;
    QVERIFY(!page.child<QPushButton>("saveStudy").isEnabled());
    page.child<QDoubleSpinBox>("pathSpeed").setValue(14.5);
    page.child<QDoubleSpinBox>("pathWind").setValue(3);
    page.child<QLineEdit>("pathAllowed").setText(QStringLiteral("P73 R75"));
    QVERIFY(page.find());
    page.save("Han river");
    const auto length = page.text(0, 2), risk = page.text(1, 5), energy = page.text(0, 4);
    const auto input = paths::inputJson(page.panel.answer()->question);
    // Something else is asked and found, much later.
    page.clock.set(noon + std::chrono::hours(5));
    page.place(QStringLiteral("37.555 126.960 65\n37.558 126.965 65"));
    page.child<QDoubleSpinBox>("pathSpeed").setValue(20);
    page.child<QLineEdit>("pathAllowed").clear();
    QVERIFY(page.find());
    QVERIFY(page.text(0, 2) != length);
    QSignalSpy found(&page.desk, &PathDesk::found), progressed(&page.desk, &PathDesk::progressed);
    page.pickStudy("openStudy");
    EVENTUALLY(page.text(0, 2) == length);
    QCOMPARE(page.text(1, 5), risk);
    QCOMPARE(page.text(0, 4), energy);
    QVERIFY(found.isEmpty() && progressed.isEmpty() && !page.desk.busy()); // nothing was searched
    QCOMPARE(page.child<QDoubleSpinBox>("pathSpeed").value(), 14.5);
    QCOMPARE(page.child<QLineEdit>("pathAllowed").text(), QStringLiteral("P73 R75"));
    QVERIFY(page.message().contains(QStringLiteral("Han river")));
    const QString age = page.child<QLabel>("pathAge").text();
    QVERIFY2(age.contains(QStringLiteral("2026-11-26")) && age.contains(QStringLiteral("kept")), qPrintable(age));
    QVERIFY(!page.child<profile::ChartView>("pathHeights").data().series.empty());
    // Asked again it is the same question, of the same time; and the answer is of now.
    const auto asked = page.panel.form().asked(page.clock.now());
    QVERIFY(asked.has_value());
    QCOMPARE(paths::inputJson(*asked), input);
    QVERIFY(page.panel.draft().has_value()); // a kept path can be used
    QVERIFY(page.find());
    QVERIFY(!page.child<QLabel>("pathAge").text().contains(QStringLiteral("kept")));
    QCOMPARE(page.text(0, 2), length);
}

void PathPanelTest::twoStudiesAreCompared() {
    Page page;
    QVERIFY(page.find());
    page.save("slow");
    QAbstractItemModelTester rows(page.child<QTableView>("pathComparison").model());
    page.child<QDoubleSpinBox>("pathSpeed").setValue(24);
    page.child<QLineEdit>("pathBudget").setText(QStringLiteral("1"));
    QVERIFY(page.find());
    page.pickStudy("compareStudy");
    auto* model = page.child<QTableView>("pathComparison").model();
    EVENTUALLY(model->rowCount() > 20);
    QStringList same, other;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QString what = model->index(row, 0).data().toString();
        (what.startsWith(u'=') ? same : other) << what.mid(2);
        QCOMPARE(what.startsWith(u'='), model->index(row, 1).data() == model->index(row, 2).data());
    }
    QVERIFY(same.contains(QStringLiteral("Take-off mass")));
    QVERIFY(same.contains(QStringLiteral("Shortest: length")));
    QVERIFY(other.contains(QStringLiteral("Shortest: time")));
    QVERIFY(other.contains(QStringLiteral("Speed, climb, descent")));
    QVERIFY(other.contains(QStringLiteral("Within budget: use of the risk budget"))); // only here
    QVERIFY(page.panel.answer()->question.task.vehicle.speed_mps == 24);
}

void PathPanelTest::aStudyIsWrittenAsPdf() {
    Page page;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("paths.pdf"));
    const auto none = page.panel.write(path);
    QVERIFY(!none);
    QCOMPARE(none.error().code, std::string("EXPORT_FAILED"));
    QVERIFY(page.find());
    page.save("Paper");
    QVERIFY(page.panel.write(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.size() > 10'000);
    QVERIFY(bytes.count("/Type /Page\n") >= 2); // pictures, then numbers
    QVERIFY(!page.panel.write(folder.filePath(QStringLiteral("none/paths.pdf"))));
}

void PathPanelTest::whatTheFormDoesNotShowIsAskedAgain() {
    Page page;
    auto question = *page.panel.form().asked(noon);
    question.task.turns.bank_deg = 11;
    question.task.vehicle.steepest_deg = 33;
    question.margin_m = 712;
    question.task.front = 3;
    question.cell_m = 12.5; // of which the form shows whole metres
    question.task.budgets = {1.23456789e-9, 3600 * 12.345};
    question.places.front().place.latitude_deg = 37.560000123;
    page.panel.form().setAsked(question);
    QCOMPARE(paths::inputJson(*page.panel.form().asked(noon + std::chrono::hours(1))), paths::inputJson(question));
    page.child<QDoubleSpinBox>("pathCell").setValue(30);
    const auto changed = page.panel.form().asked(noon);
    QCOMPARE(changed->cell_m, 30.0);
    QCOMPARE(changed->task.turns.bank_deg, 11.0);
}

void PathPanelTest::aStudyWithoutResultsIsSaidToBeSo() {
    Page page;
    const auto question = *page.panel.form().asked(noon);
    std::atomic<bool> done = false;
    page.store->save(*page.who(),
                     {.kind = std::string(paths::studyKind), .name = "asked", .input = paths::inputJson(question)},
                     [&](const Result<study_store::StudyHead>& head) { done = head.has_value(); });
    EVENTUALLY(done);
    QVERIFY(page.find());
    page.pickStudy("openStudy");
    EVENTUALLY(page.message().contains(QStringLiteral("no results")));
    QCOMPARE(page.child<QTableView>("pathList").model()->rowCount(), 0);
    QVERIFY(!page.child<QPushButton>("saveStudy").isEnabled());
    QVERIFY(!page.child<QLabel>("pathAge").isVisible());
}

void PathPanelTest::clearedThereIsNothingToKeep() {
    Page page;
    QVERIFY(page.find());
    page.save("gone");
    page.panel.clear();
    QVERIFY(!page.child<QPushButton>("saveStudy").isEnabled() && !page.child<QPushButton>("exportStudy").isEnabled());
    QVERIFY(page.child<QLabel>("pathAge").isHidden());
    QVERIFY(!page.panel.write(page.folder.filePath(QStringLiteral("none.pdf"))));
}

void PathPanelTest::everyFindingHasWords() {
    paths::CheckAnswer answer;
    answer.question.path.resize(5);
    answer.question.question.task.legs = {.most = 3, .longest_m = 200};
    answer.question.budgets = {1e-9, 3600};
    answer.checked.totals = {.energy_j = 7200, .risk = 2e-9, .riskUnknown_m = 70};
    const auto said = [&](const char* code, bool there = true) {
        path::PathFinding finding{.code = code, .message = "in English", .name = "P%3", .leg = 40, .to = {300, 0, 300}};
        if (there) finding.when = path::TimeSpan{noon, noon + std::chrono::seconds(9)};
        return findingText(finding, answer);
    };
    for (const char* const code : {"BUILDING", "TERRAIN", "ZONE", "UNKNOWN_CELL", "RISK_UNKNOWN", "OUTSIDE_GRID",
                                   "LEG_TOO_LONG", "TOO_STEEP", "WIND_TOO_STRONG"})
        QVERIFY2(said(code).startsWith(QStringLiteral("Leg 41 ")), code);
    QCOMPARE(said("ZONE"), QStringLiteral("Leg 41 is in zone P%3 from 12:00:00Z to 12:00:09Z, when it is closed."));
    QCOMPARE(said("TOO_MANY_LEGS"), QStringLiteral("The path has 4 legs; 3 are allowed."));
    QCOMPARE(said("LEG_TOO_LONG"), QStringLiteral("Leg 41 is 424 m long; 200 m are allowed."));
    QVERIFY(said("TOO_STEEP").contains(QStringLiteral("45.0°")));
    QVERIFY(said("RISK_UNKNOWN", false).contains(QStringLiteral("70 m")));
    QVERIFY(said("RISK_BUDGET").contains(QStringLiteral("2.00E-09")));
    QCOMPARE(said("BATTERY_BUDGET"), QStringLiteral("The flight takes 2.0 Wh; the budget is 1.0 Wh."));
    QVERIFY(said("NO_PATH") != QStringLiteral("in English"));
}

void PathPanelTest::everythingFitsItsPlace_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << QStringLiteral("en");
    QTest::newRow("ko") << QStringLiteral("ko");
}

void PathPanelTest::everythingFitsItsPlace() {
    QFETCH(QString, language);
    QTranslator translator;
    if (language == QStringLiteral("ko")) {
        if (!translator.load(QStringLiteral(HANEUL_KOREAN))) QSKIP("the translation is not built");
        QCoreApplication::installTranslator(&translator);
    }
    Page page;
    page.panel.setPalette(theme::themes().front().palette());
    page.panel.setAutoFillBackground(true);
    page.panel.show();
    page.child<QLineEdit>("pathBudget").setText(QStringLiteral("1E-6"));
    QVERIFY(page.find());
    page.save("Han river crossing");
    page.pickStudy("openStudy");
    QCOMPARE(page.child<QLineEdit>("pathBudget").text(), QStringLiteral("1E-06"));
    page.pickStudy("compareStudy");
    auto& tabs = page.child<QTabWidget>("pathTabs");
    QDir folder(QStringLiteral(HANEUL_SCREENSHOTS));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    for (const QSize& size : {QSize(1400, 900), QSize(1100, 420)}) { // in the workspace of the studio, and as a dock
        page.panel.resize(size);
        QTest::qWait(20); // the splitter makes room
        for (int tab = 0; tab < tabs.count(); ++tab) {
            tabs.setCurrentIndex(tab);
            const QString name = QStringLiteral("path-%1-%2-%3.png").arg(language).arg(size.width()).arg(tab);
            QVERIFY(page.panel.grab().save(folder.filePath(name)));
        }
        const auto clipped = ::haneul::tests::clippedTexts(page.panel);
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
        const auto& form = page.panel.form();
        const int room = form.parentWidget()->width(); // nothing may lie beside its view
        QVERIFY2(form.width() <= room,
                 qPrintable(QStringLiteral("%1 > %2, least %3, asked %4")
                                .arg(form.width())
                                .arg(room)
                                .arg(form.minimumSizeHint().width())
                                .arg(form.parentWidget()->parentWidget()->minimumSizeHint().width())));
    }
    QVERIFY(page.panel.write(folder.filePath(QStringLiteral("paths-%1.pdf").arg(language))));
}

QTEST_MAIN(PathPanelTest)
#include "path_panel_test.moc"
