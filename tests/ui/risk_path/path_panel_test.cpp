#include "server/ground_risk/ground_risk_service.h"
#include "ui/profile/chart_view.h"
#include "ui/risk_path/path_charts.h"
#include "ui/risk_path/path_form.h"
#include "ui/risk_path/path_panel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace haneul;
using namespace haneul::risk_path;

namespace {

constexpr UtcMs noon = utcMs(1'795'694'400'000);

struct Page {
    explicit Page(bool may = true)
        : desk(&service,
               [may]() -> std::optional<people::Principal> {
                   people::Principal who;
                   who.user = "kim";
                   if (may) who.scopes = {"study.run"};
                   return who;
               })
        , panel(desk, clock, theme::themes().front(), nullptr) {
        panel.resize(1200, 700);
        panel.form().setSurroundings(paths::Surroundings::Synthetic);
        place(QStringLiteral("37.560 126.970 65\n37.572 126.985 65"));
        child<QDoubleSpinBox>("pathCell").setValue(20);
    }

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
    clock::ManualClock clock{noon};
    PathDesk desk;
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

QTEST_MAIN(PathPanelTest)
#include "path_panel_test.moc"
