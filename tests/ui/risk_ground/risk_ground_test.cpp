#include "server/clock/clock.h"
#include "tests/support/eventually.h"
#include "tests/support/result_macros.h"
#include "ui/risk_ground/explain_view.h"
#include "ui/risk_ground/flow_chart.h"
#include "ui/risk_ground/ground_form.h"
#include "ui/risk_ground/ground_panel.h"
#include "ui/risk_ground/heat_map_view.h"
#include "ui/risk_ground/words.h"
#include "ui/theme/heat_ramp.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <set>

using namespace haneul;
using namespace haneul::risk_ground;
using risk::ground::Model;
using risk::ground::Step;

namespace {

std::optional<people::Principal> analyst() {
    people::Principal principal{.user = "ana"};
    principal.scopes = {"study.run", "study.save"};
    return principal;
}

double lightnessOf(const QColor& color) {
    return 0.2126 * color.redF() + 0.7152 * color.greenF() + 0.0722 * color.blueF();
}

// A page over the synthetic city, small enough for a test.
struct Page {
    explicit Page(GroundDesk::WhoAsks who = analyst)
        : desk(&service, who)
        , studies(nullptr, who)
        , panel(desk, studies, clock, theme::themes().front(), nullptr) {
        panel.resize(1600, 900);
        panel.show();
        child<QComboBox>("riskGround")->setCurrentIndex(1);
        child<QDoubleSpinBox>("riskWidth")->setValue(1200);
        child<QDoubleSpinBox>("riskHeight")->setValue(900);
        child<QDoubleSpinBox>("riskCell")->setValue(50);
    }

    template <class W>
    [[nodiscard]] W* child(const char* name) const {
        return panel.findChild<W*>(QLatin1StringView(name));
    }

    void chooseModels(Model a, Model b) const {
        for (const auto& [name, model] : {std::pair{"riskModelA", a}, {"riskModelB", b}})
            child<QComboBox>(name)->setCurrentIndex(child<QComboBox>(name)->findData(static_cast<int>(model)));
    }

    void compute() {
        const auto before = panel.mapOf(0);
        panel.compute();
        (void)QTest::qWaitFor([&] { return panel.mapOf(0) && panel.mapOf(0) != before && !desk.busy(); }, 20'000);
    }

    ground_risk::GroundRiskService service{nullptr};
    GroundDesk desk;
    study_store::StudyDesk studies;
    clock::ManualClock clock{utcMs(1'795'694'400'000)};
    GroundPanel panel;
};

} // namespace

class RiskGroundTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRampIsReadWithoutHue();
    void scalesAreDecades();
    void cellsThatAreNotJudgedAreClear();
    void chartsRunFromInputsToTheResult(); // R-RSK-18
    void twoModelsSideBySide();            // R-UI-08 R-RSK-13
    void aCellIsExplained();               // R-RSK-18 R-UI-10
    void keysGoFromCellToCell();
    void aSumSaysItsWeights();           // R-RSK-22
    void importedGroundThatIsNotThere(); // R-RSK-20
    void nobodyWithoutTheScope();
    void onTheMap(); // R-RSK-11
    void theReportIsWritten();
    void theQuestionIsKeptWithTheWorkspace();
    void dayAndNight(); // R-RSK-14
    void stoppedInTheMiddle();
    void allStepsHaveWords();
};

void RiskGroundTest::theRampIsReadWithoutHue() {
    for (const theme::Theme& theme : theme::themes()) {
        double before = lightnessOf(theme::heatColor(theme, 0));
        for (double share = 0.05; share <= 1.0001; share += 0.05) {
            const double now = lightnessOf(theme::heatColor(theme, share));
            QVERIFY2(theme.isDark() ? now > before : now < before, qPrintable(theme.id()));
            before = now;
        }
    }
}

void RiskGroundTest::scalesAreDecades() {
    const HeatScale scale{1e-10, 1e-7};
    QCOMPARE(scale.shareOf(0), 0.0);
    QCOMPARE(scale.shareOf(1e-12), 0.0);
    QCOMPARE(scale.shareOf(1e-5), 1.0);
    QVERIFY(std::abs(scale.shareOf(1e-9) - 1.0 / 3) < 1e-12);
    QCOMPARE(scale.marks().size(), std::size_t{4});
    QCOMPARE((HeatScale{2e-9, 3e-9}.marks().size()), std::size_t{2});
    QVERIFY(!HeatScale{}.any());
    QCOMPARE(together({1e-9, 1e-8}, {1e-10, 1e-9}), (HeatScale{1e-10, 1e-8}));
    QCOMPARE(together({}, {1e-10, 1e-9}), (HeatScale{1e-10, 1e-9}));
}

void RiskGroundTest::cellsThatAreNotJudgedAreClear() {
    risk::ground::RiskMap map({{0, 0}, 10, 3, 2}, risk::ground::Unit::FatalitiesPerFlightHour);
    for (std::size_t i = 0; i < 6; ++i)
        map.set(i % 3, i / 3, 1e-9, false);
    map.set(0, 0, std::nullopt, false); // south-west
    map.set(2, 1, 0.0, false);
    const QImage image = cellImage(map, scaleOf(map), theme::themes().front());
    QCOMPARE(image.size(), QSize(3, 2));
    QCOMPARE(image.pixelColor(0, 1).alpha(), 0);   // north is up
    QCOMPARE(image.pixelColor(2, 0).alpha(), 255); // nothing is a value
    QVERIFY(image.pixelColor(2, 0) != image.pixelColor(1, 0));
}

void RiskGroundTest::chartsRunFromInputsToTheResult() {
    const std::vector<Step> steps{{"a", "a", 1, "", "in", {}},        {"b", "b", 2, "", "in", {}},
                                  {"c", "c", 3, "", "c", {"a"}},      {"d", "d", 4, "", "in", {}},
                                  {"e", "e", 5, "", "e", {"c", "d"}}, {"f", "f", 6, "", "f", {"e", "b"}}};
    const auto places = flowPlaces(steps);
    std::set<std::pair<int, int>> taken;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        QVERIFY(taken.insert({places[i].column, places[i].row}).second);
        for (const std::string& from : steps[i].from)
            QVERIFY(places[static_cast<std::size_t>(from[0] - 'a')].column < places[i].column);
    }
    QCOMPARE(places[1].column, places[4].column); // beside the first that needs it
}

void RiskGroundTest::twoModelsSideBySide() {
    Page page;
    page.chooseModels(Model::PeopleUniform, Model::PeopleAmenity);
    page.compute();
    QVERIFY(page.panel.mapOf(0) && page.panel.mapOf(1));
    QVERIFY(page.panel.mapOf(0)->question.settings.model == Model::PeopleUniform);
    QVERIFY(page.panel.mapOf(1)->question.settings.model == Model::PeopleAmenity);
    const auto* a = page.child<HeatMapView>("riskMapA");
    const auto* b = page.child<HeatMapView>("riskMapB");
    QCOMPARE(a->scale(), b->scale()); // comparable
    page.child<QCheckBox>("oneScale")->setChecked(false);
    QVERIFY(a->scale() != b->scale());
    QVERIFY(page.child<QTableView>("riskSummary")->model()->rowCount() >= 7);
    const QString facts = page.child<QLabel>("riskFacts")->text();
    QVERIFY(facts.contains(QStringLiteral("SYNTHETIC")));
    QVERIFY(facts.contains(QStringLiteral("area type")) || facts.contains(QStringLiteral("area and height")));
    QVERIFY(facts.contains(QStringLiteral("DJI Phantom 4")));
    QVERIFY(page.child<QLabel>("riskVehicleSource")->text().contains(QStringLiteral("as printed")));
}

void RiskGroundTest::aCellIsExplained() {
    Page page;
    page.chooseModels(Model::PeopleAmenityArea, Model::BuildingCombined);
    page.compute();
    auto* view = page.child<HeatMapView>("riskMapA");
    auto* explain = page.child<ExplainView>("explainView");
    QVERIFY(explain->steps().empty());
    const QPoint middle = view->mapArea().center().toPoint();
    QTest::mouseClick(view, Qt::LeftButton, {}, middle);
    SOON(!explain->steps().empty());
    const auto& map = *page.panel.mapOf(0);
    const auto cell = view->cellAt(QPointF(middle));
    QVERIFY(cell);
    QCOMPARE(explain->steps().back().value, map.map.at(cell->first, cell->second));
    const QString head = page.child<QLabel>("explainHead")->text();
    QVERIFY(head.contains(QStringLiteral("SYNTHETIC")) && head.contains(QStringLiteral("per flight hour")));
    QCOMPARE(page.child<QTableView>("stepList")->model()->rowCount(), static_cast<int>(explain->steps().size()));
    QVERIFY(page.child<FlowChart>("flowChart")->width() > 300);
}

void RiskGroundTest::keysGoFromCellToCell() {
    Page page;
    page.compute();
    auto* view = page.child<HeatMapView>("riskMapB");
    QSignalSpy chosen(view, &HeatMapView::cellChosen);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);
    QTest::keyClick(view, Qt::Key_Right);
    QTest::keyClick(view, Qt::Key_Up);
    QCOMPARE(chosen.size(), 3);
    QCOMPARE(chosen[2][0].value<std::size_t>(), chosen[0][0].value<std::size_t>() + 1);
    QCOMPARE(chosen[2][1].value<std::size_t>(), chosen[0][1].value<std::size_t>() + 1);
    for (int i = 0; i < 9; ++i)
        QTest::keyClick(view, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(chosen.back()[0].value<std::size_t>(), std::size_t{0}); // not beyond the edge
    QVERIFY(view->accessibleDescription().contains(QStringLiteral("Column 0")));
}

void RiskGroundTest::aSumSaysItsWeights() {
    Page page;
    page.chooseModels(Model::PeopleUniform, Model::Sum);
    for (const char* name : {"sumPeople", "sumBuilding"})
        page.child<QComboBox>(name)->setCurrentIndex(1);
    page.child<QDoubleSpinBox>("weightPeople")->setValue(1);
    QSignalSpy failed(&page.desk, &GroundDesk::failed);
    page.panel.compute();
    SOON(failed.size() == 1);
    QVERIFY(page.child<QLabel>("riskMessage")->text().contains(QStringLiteral("stated weight")));
    QVERIFY(!page.panel.mapOf(0));
    page.child<QDoubleSpinBox>("weightBuildings")->setValue(1e-6);
    page.compute();
    QVERIFY(page.panel.mapOf(1));
    const QString said = settingsText(page.panel.mapOf(1)->question);
    QVERIFY2(said.contains(QStringLiteral("people 1, traffic not stated, buildings 1e-06")), qPrintable(said));
}

void RiskGroundTest::importedGroundThatIsNotThere() {
    Page page;
    page.child<QComboBox>("riskGround")->setCurrentIndex(0);
    QSignalSpy failed(&page.desk, &GroundDesk::failed);
    page.child<QPushButton>("computeRisk")->click();
    SOON(failed.size() == 1);
    QVERIFY(page.child<QLabel>("riskMessage")->text().contains(QStringLiteral("synthetic city")));
    QVERIFY(!page.child<QPushButton>("exportStudy")->isEnabled());
}

void RiskGroundTest::nobodyWithoutTheScope() {
    Page page([] { return std::optional(people::Principal{.user = "visitor"}); });
    QSignalSpy failed(&page.desk, &GroundDesk::failed);
    page.panel.compute();
    QCOMPARE(failed.size(), 1);
    QVERIFY(!page.desk.busy());
    QVERIFY(page.child<QLabel>("riskMessage")->text().contains(QStringLiteral("role")));
}

void RiskGroundTest::onTheMap() {
    Page page;
    page.compute();
    map::HeatOverlayPtr heat;
    QObject::connect(&page.panel, &GroundPanel::heatWanted, &page.panel,
                     [&](const map::HeatOverlayPtr& got) { heat = got; });
    page.child<QPushButton>("showB")->click();
    QVERIFY(heat);
    QVERIFY(heat->image.width() > 1000);
    QVERIFY(heat->northWest.latitude_deg > heat->southWest.latitude_deg);
    QVERIFY(heat->northEast.longitude_deg > heat->northWest.longitude_deg);
    page.child<QPushButton>("showA")->click();
    QVERIFY(heat && !page.child<QPushButton>("showB")->isChecked());
    page.child<QPushButton>("showA")->click();
    QVERIFY(!heat);
}

void RiskGroundTest::theReportIsWritten() {
    Page page;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("study.pdf"));
    QVERIFY(!page.panel.write(path)); // nothing to write yet
    page.compute();
    auto* view = page.child<HeatMapView>("riskMapA");
    QTest::keyClick(view, Qt::Key_Return);
    SOON(!page.child<ExplainView>("explainView")->steps().empty());
    QVERIFY(page.panel.write(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF") && bytes.size() > 10'000);
    QVERIFY(!page.panel.write(folder.filePath(QStringLiteral("none/study.pdf"))));
}

void RiskGroundTest::theQuestionIsKeptWithTheWorkspace() {
    Page page;
    page.chooseModels(Model::TrafficRoad, Model::BuildingHeight);
    page.child<QDoubleSpinBox>("riskHour")->setValue(3.5);
    page.child<QDoubleSpinBox>("riskFlightHeight")->setValue(77);
    page.child<QComboBox>("riskShelter")->setCurrentIndex(3);
    const QJsonObject state = page.panel.state();
    Page other;
    other.panel.restore(state);
    QCOMPARE(other.panel.state()[QStringLiteral("asked")], state[QStringLiteral("asked")]);
    QCOMPARE(other.child<QDoubleSpinBox>("riskHour")->value(), 3.5);
    other.panel.restore({}); // what it does not know changes nothing
    QCOMPARE(other.child<QDoubleSpinBox>("riskFlightHeight")->value(), 77.0);
}

void RiskGroundTest::dayAndNight() {
    Page page;
    page.child<QPushButton>("riskNight")->click();
    page.compute();
    const auto& a = page.panel.mapOf(0)->question.settings;
    const auto& b = page.panel.mapOf(1)->question.settings;
    QVERIFY(a.model == b.model);
    QCOMPARE(a.moment.timeOfDay_s, 14 * 3600.0);
    QCOMPARE(b.moment.timeOfDay_s, 3 * 3600.0);
    QVERIFY(page.panel.mapOf(0)->summary.mean != page.panel.mapOf(1)->summary.mean);
    QVERIFY(page.child<HeatMapView>("riskMapB")->accessibleName().contains(QStringLiteral("03:00")));
    page.child<QPushButton>("riskDay")->click();
    page.compute();
    QCOMPARE(page.panel.mapOf(1)->question.settings.moment.timeOfDay_s, 14 * 3600.0);
}

void RiskGroundTest::stoppedInTheMiddle() {
    Page page;
    page.child<QDoubleSpinBox>("riskCell")->setValue(1);
    page.panel.compute();
    QVERIFY(page.desk.busy());
    QCOMPARE(page.child<QPushButton>("computeRisk")->text(), QStringLiteral("Stop"));
    page.panel.compute();
    QVERIFY(!page.desk.busy());
    QTest::qWait(50);
    QVERIFY(!page.panel.mapOf(0));
    page.child<QDoubleSpinBox>("riskCell")->setValue(50);
    page.compute(); // and goes on as before
    QVERIFY(page.panel.mapOf(0));
}

void RiskGroundTest::allStepsHaveWords() {
    const std::vector<risk::ground::Building> buildings{{{0, 0}, 400, 60}};
    const risk::ground::CellInputs cell{.people_perKm2 = 1000,
                                        .shelter = 0.5,
                                        .amenity_m = 600,
                                        .amenityFactor = 1.4,
                                        .roads = risk::ground::CellInputs::Roads{8, 0.1, 700},
                                        .vehicles_perKm2 = 500,
                                        .building_m = 12,
                                        .buildings = buildings,
                                        .cover = 0.3};
    for (const Model model : risk::ground::allModels) {
        auto settings = risk::ground::printedSettings(model);
        settings.sum = {Model::PeopleAmenity, Model::TrafficRoad, Model::BuildingCover, {1.0, 1.0, 1.0}};
        settings.peopleScale = 1.1;
        risk::ground::Explanation explanation;
        QVERIFY(costOf(settings, cell, &explanation));
        for (const Step& step : explanation.steps())
            QVERIFY2(stepName(step) != QString::fromStdString(step.id), step.id.c_str());
        QVERIFY(!modelName(model).isEmpty());
    }
    QCOMPARE(numberText(std::nullopt), notJudgedText());
    QCOMPARE(numberText(3.314404e-9), QStringLiteral("3.31E-09"));
    QCOMPARE(numberText(0.0), QStringLiteral("0"));
}

QTEST_MAIN(RiskGroundTest)
#include "risk_ground_test.moc"
