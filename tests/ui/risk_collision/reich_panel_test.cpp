#include "server/studies/reich_json.h"
#include "server/study_store/event_study_service.h"
#include "tests/support/eventually.h"
#include "tests/support/latency_main.h"
#include "tests/support/result_macros.h"
#include "ui/risk_collision/reich_charts.h"
#include "ui/risk_collision/reich_panel.h"
#include "ui/risk_collision/reich_report.h"
#include "ui/risk_collision/traffic_form.h"
#include "ui/risk_collision/words.h"
#include "ui/study_store/save_form.h"
#include "ui/study_store/study_picker.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <format>

using namespace haneul;
using namespace haneul::risk::collision;
using study_store::StudyDesk;

namespace {
// Made by whoever writes first: what a run of the tests left there is removed before the next.
QDir picturesFolder() {
    QDir folder(QStringLiteral(HANEUL_SCREENSHOTS));
    folder.mkpath(QStringLiteral("."));
    return folder;
}

const UtcMs noon = *fromRfc3339("2026-11-26T12:00:00.000Z");

// A desk on the real service.
struct Place {
    Place() {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<study_store::StudyProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        service = std::make_unique<study_store::EventStudyService>(*log, study_store::TellRefusal{});
        desk = std::make_unique<StudyDesk>(service.get(), [this] { return who; });
        panel = std::make_unique<ReichPanel>(*desk, clock, theme::themes().front(), nullptr);
        panel->resize(1800, 700);
        panel->show();
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

    [[nodiscard]] QString cell(const char* list, int row, int column) const {
        return child<QTableView>(list).model()->index(row, column).data().toString();
    }

    template <class D>
    D* opened() const {
        D* dialog = nullptr;
        [&] { EVENTUALLY((dialog = panel->findChild<D*>()) != nullptr && dialog->isVisible()); }();
        return dialog;
    }

    [[nodiscard]] QString message() const { return child<QLabel>("reichMessage").text(); }

    QTemporaryDir folder;
    clock::ManualClock clock{noon};
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<study_store::EventStudyService> service;
    std::optional<people::Principal> who =
        people::Principal{.user = "kim", .scopes = {"study.run", "study.save"}, .desk = "desk"};
    std::unique_ptr<StudyDesk> desk;
    std::unique_ptr<ReichPanel> panel;
};

void press(QDialog* dialog) {
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
}

void type(QDialog* form, int row, int column, const char* text) {
    auto* table = form->findChild<QTableWidget*>(QStringLiteral("rows"));
    while (table->rowCount() <= row)
        form->findChild<QPushButton*>(QStringLiteral("addRow"))->click();
    table->item(row, column)->setText(QString::fromUtf8(text));
}

} // namespace

class ReichPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensWithTable4();                     // R-CRM-02 R-UI-09
    void everyNumberSaysWhereItComesFrom();     // R-CRM-14 R-UI-10
    void presetsChangeTheNumbersAndTheRemark(); // R-CRM-03
    void aTenthScenario();                      // R-CRM-06
    void targetAndLookup();                     // R-CRM-04 R-CRM-05
    void separationsSideBySide();               // R-CRM-09
    void sensitivityInWords();                  // R-CRM-07 R-CRM-08
    void spaceAndObstacles();                   // R-CRM-10 R-CRM-11
    void whatIsTypedWrongIsSaid();
    void ownPresetIsKept(); // R-CRM-03
    void ownTableIsKept();  // R-CRM-04
    void saveOpenCompare();
    void withoutRightNothingIsKept();
    void presetFromTraffic(); // R-CRM-13
    void studiesComeBackFromJson();
    void pdf(); // R-UI-10
    void chartsHoldTheTarget();
    void wordsFollowTheLanguage();
    void everyViewFits_data();
    void everyViewFits(); // R-UI-09
};

void ReichPanelTest::opensWithTable4() {
    Place place;
    auto& table = place.child<QTableView>("reichResults");
    const QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table.model()->columnCount(), 9);
    QCOMPARE(table.model()->rowCount(), 7);
    QCOMPARE(place.cell("reichResults", 0, 0), QStringLiteral("1.99E-02  ▲"));
    QCOMPARE(place.cell("reichResults", 4, 8), QStringLiteral("1.53E-02  ▲"));
    QCOMPARE(place.cell("reichResults", 5, 8), QStringLiteral("5.40E-18  ✓"));
    QCOMPARE(place.cell("reichResults", 6, 0), QStringLiteral("1,852 m"));
    QCOMPARE(table.model()->headerData(5, Qt::Vertical).toString(), QStringLiteral("1,852 m"));
    QCOMPARE(table.model()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("#1 · 25 kt\n1×2×2 m"));
    // Never by colour alone: sign and word.
    QVERIFY(table.model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Reject")));
}

void ReichPanelTest::everyNumberSaysWhereItComesFrom() {
    Place place;
    const auto& lines = *place.child<QTableView>("reichExplanation").model();
    bool fitted = false;
    for (int row = 0; row < lines.rowCount(); ++row) {
        QVERIFY(!place.cell("reichExplanation", row, 1).isEmpty());
        QVERIFY(!place.cell("reichExplanation", row, 2).isEmpty());
        fitted = fitted || (place.cell("reichExplanation", row, 0) == QStringLiteral("Ey(opp)") &&
                            place.cell("reichExplanation", row, 2).contains(QStringLiteral("fitted")));
    }
    QVERIFY(fitted);
    const QString remark = place.child<QLabel>("reichRemark").text();
    QVERIFY(remark.contains(QStringLiteral("manned aviation")) && remark.contains(QStringLiteral("fitted")));
    // The chosen cell is the one that is explained.
    auto& table = place.child<QTableView>("reichResults");
    table.setCurrentIndex(table.model()->index(0, 1));
    QCOMPARE(place.panel->study().scenario, 1U);
    QCOMPARE(place.panel->study().distance, 0U);
    QVERIFY(place.cell("reichExplanation", lines.rowCount() - 3, 1).startsWith(QStringLiteral("2.67E-02")));
}

void ReichPanelTest::presetsChangeTheNumbersAndTheRemark() {
    Place place;
    auto& preset = place.child<QComboBox>("reichPreset");
    QCOMPARE(preset.currentText(), QStringLiteral("table4_fit (Ey fitted)"));
    preset.setCurrentIndex(1);
    Q_EMIT preset.activated(1);
    QVERIFY(place.panel->study().preset == asPrinted());
    QCOMPARE(place.cell("reichResults", 0, 0), QStringLiteral("3.89E-03  ▲"));
    const QString remark = place.child<QLabel>("reichRemark").text();
    QVERIFY(remark.contains(QStringLiteral("manned aviation")) && !remark.contains(QStringLiteral("fitted")));
}

void ReichPanelTest::aTenthScenario() {
    Place place;
    place.panel->editScenarios();
    auto* form = place.opened<RowsForm>();
    const char* const cells[] = {"heavy lifter", "4", "4", "1.5", "30"};
    for (int i = 0; i < 5; ++i)
        type(form, 9, i, cells[i]);
    press(form);
    QCOMPARE(place.panel->study().scenarios.size(), 10U);
    QCOMPARE(place.child<QTableView>("reichResults").model()->columnCount(), 10);
    QCOMPARE(place.child<QComboBox>("reichScenario").count(), 10);
}

void ReichPanelTest::targetAndLookup() {
    Place place;
    auto& target = place.child<QLineEdit>("reichTarget");
    target.setText(QStringLiteral("1"));
    Q_EMIT target.editingFinished();
    QCOMPARE(place.cell("reichResults", 0, 0), QStringLiteral("1.99E-02  ✓"));
    target.setText(QStringLiteral("much"));
    Q_EMIT target.editingFinished();
    QVERIFY(place.message().contains(QStringLiteral("2.5E-09")));
    QCOMPARE(place.panel->study().targetPerHour, 1.0);
    auto& lookup = place.child<QComboBox>("reichLookup");
    lookup.setCurrentIndex(2);
    Q_EMIT lookup.activated(2);
    QVERIFY(place.panel->study().overlap.lookup == Lookup::LogLinear);
}

void ReichPanelTest::separationsSideBySide() {
    Place place;
    QCOMPARE(place.cell("reichSeparations", 0, 2), QStringLiteral("1,852 m"));
    QCOMPARE(place.cell("reichSeparations", 2, 1), QStringLiteral("1361.94 m"));
    QCOMPARE(place.cell("reichSeparations", 2, 2), QStringLiteral("1,362 m"));
    ReichStudy strict;
    strict.targetPerHour = 1e-25;
    place.panel->setStudy(strict);
    QCOMPARE(place.cell("reichSeparations", 0, 2), QStringLiteral("none"));
    QCOMPARE(place.cell("reichResults", 6, 0), QStringLiteral("none"));
    QVERIFY(!place.panel->results().space);
}

void ReichPanelTest::sensitivityInWords() {
    Place place;
    QCOMPARE(place.cell("reichSensitivity", 0, 0), QStringLiteral("Half window Sx"));
    QVERIFY(place.cell("reichSensitivity", 0, 2).contains(QStringLiteral("lowers")));
    QCOMPARE(place.cell("reichSensitivity", 0, 3), QStringLiteral("Raising Sx by 50 % lowers the risk by 33.3 %."));
    QCOMPARE(place.cell("reichSensitivity", 0, 4), QStringLiteral("Lowering Sx by 50 % raises the risk by 100.0 %."));
    place.child<QDoubleSpinBox>("sensitivityChange").setValue(10);
    QCOMPARE(place.cell("reichSensitivity", 0, 3), QStringLiteral("Raising Sx by 10 % lowers the risk by 9.1 %."));
}

void ReichPanelTest::spaceAndObstacles() {
    Place place;
    QCOMPARE(place.panel->results().space->tracks, 4);
    QCOMPARE(place.panel->results().space->routes(), 8);
    QVERIFY(place.child<QLabel>("corridorVerdict").text().contains(QStringLiteral("✓")));
    place.panel->editObstacles();
    auto* form = place.opened<RowsForm>();
    type(form, 0, 0, "tower");
    type(form, 0, 1, "300");
    type(form, 0, 2, "120");
    press(form);
    QVERIFY(place.panel->results().corridor.verdict == CorridorVerdict::Obstructed);
    QVERIFY(place.child<QLabel>("corridorVerdict").text().contains(QStringLiteral("▲")));
    ReichStudy unknown;
    unknown.obstacles = {{"mast", 300, std::nullopt}};
    place.panel->setStudy(unknown);
    QVERIFY(place.child<QLabel>("corridorVerdict").text().contains(QStringLiteral("◆")));
    QCOMPARE(place.cell("reichObstacles", 0, 2), QStringLiteral("not known"));
}

void ReichPanelTest::whatIsTypedWrongIsSaid() {
    Place place;
    place.panel->editScenarios();
    auto* form = place.opened<RowsForm>();
    type(form, 0, 1, "long");
    press(form);
    QVERIFY(form->isVisible());
    QVERIFY(form->findChild<QLabel*>(QStringLiteral("formMessage"))->text().contains(QStringLiteral("number")));
    type(form, 0, 1, "0");
    press(form);
    QVERIFY(form->isVisible());
    form->reject();
    QVERIFY(place.panel->study() == ReichStudy());
}

void ReichPanelTest::ownPresetIsKept() {
    Place place;
    place.panel->editPreset();
    auto* form = place.opened<RowsForm>();
    form->findChild<QLineEdit*>(QStringLiteral("rowsName"))->setText(QStringLiteral("Han river"));
    type(form, 1, 1, "0.5");
    type(form, 1, 3, "counted by hand");
    press(form);
    const Preset& preset = place.panel->study().preset;
    QCOMPARE(preset.oppositeOccupancy.value, 0.5);
    QVERIFY(preset.oppositeOccupancy.provenance == risk::collision::Provenance::Entered);
    QVERIFY(preset.halfWindow_nm.provenance ==
            risk::collision::Provenance::AsPrinted); // unchanged keeps where it comes from
    QVERIFY(preset.made == noon);
    auto& choice = place.child<QComboBox>("reichPreset");
    EVENTUALLY(choice.count() == 3 && choice.itemData(2).toString().size() == 32); // kept: it has an id
    choice.setCurrentIndex(0);
    Q_EMIT choice.activated(0);
    QVERIFY(place.panel->study().preset == table4Fit());
    choice.setCurrentIndex(2);
    Q_EMIT choice.activated(2);
    EVENTUALLY(place.panel->study().preset.oppositeOccupancy.value == 0.5);
}

void ReichPanelTest::ownTableIsKept() {
    Place place;
    place.panel->editOverlap();
    auto* form = place.opened<RowsForm>();
    type(form, 0, 1, "0.01"); // below the next row: it must fall
    press(form);
    QVERIFY(form->isVisible());
    type(form, 0, 1, "0.06");
    form->findChild<QLineEdit*>(QStringLiteral("rowsName"))->setText(QStringLiteral("Survey"));
    press(form);
    QCOMPARE(place.panel->study().tableName, std::string("Survey"));
    QVERIFY(place.panel->study().overlap.lookup == Lookup::LogLinear); // the ramp would not read it
    auto& choice = place.child<QComboBox>("reichTable");
    EVENTUALLY(choice.count() == 2 && choice.itemData(1).toString().size() == 32);
    Q_EMIT choice.activated(0);
    QVERIFY(place.panel->study().overlap.table == paperTable());
    Q_EMIT choice.activated(1);
    EVENTUALLY(place.panel->study().overlap.table.rows().front().probability == 0.06);
}

void ReichPanelTest::saveOpenCompare() {
    Place place;
    place.panel->save();
    auto* form = place.opened<study_store::SaveForm>();
    form->findChild<QLineEdit*>(QStringLiteral("studyName"))->setText(QStringLiteral("Corridor A"));
    press(form);
    EVENTUALLY(place.message().contains(QStringLiteral("Corridor A")));
    ReichStudy other;
    other.preset = asPrinted();
    other.scenario = 3;
    place.panel->setStudy(other);
    place.panel->openSaved();
    auto* picker = place.opened<study_store::StudyPicker>();
    auto* list = picker->findChild<QTableView*>(QStringLiteral("savedStudies"));
    EVENTUALLY(list->model()->rowCount() == 1);
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("Corridor A"));
    picker->findChild<QPushButton*>(QStringLiteral("compareStudy"))->click();
    EVENTUALLY(place.child<QTableView>("reichComparison").model()->rowCount() > 0);
    QCOMPARE(place.cell("reichComparison", 0, 0), QStringLiteral("≠ Preset"));
    QCOMPARE(place.cell("reichComparison", 0, 1), QStringLiteral("as_printed"));
    QCOMPARE(place.cell("reichComparison", 0, 2), QStringLiteral("table4_fit (Ey fitted)"));
    EVENTUALLY(place.panel->findChild<study_store::StudyPicker*>() == nullptr);
    place.panel->openSaved();
    picker = place.opened<study_store::StudyPicker>();
    list = picker->findChild<QTableView*>(QStringLiteral("savedStudies"));
    EVENTUALLY(list->model()->rowCount() == 1);
    picker->findChild<QPushButton*>(QStringLiteral("openStudy"))->click();
    EVENTUALLY(place.panel->study() == ReichStudy());
    // Saved again it is a further revision of the same study.
    EVENTUALLY(place.panel->findChild<study_store::SaveForm*>() == nullptr);
    place.panel->save();
    press(place.opened<study_store::SaveForm>());
    std::optional<std::uint64_t> revision;
    EVENTUALLY([&] {
        place.desk->ask<std::vector<study_store::StudyHead>>(
            place.panel.get(),
            [&](const Result<std::vector<study_store::StudyHead>>& heads) {
                if (heads && heads->size() == 1) revision = heads->front().revision;
            },
            [](study_store::StudyService& service, people::Principal by,
               study_store::Done<std::vector<study_store::StudyHead>> done) {
                service.find(std::move(by), {.kind = "reich"}, std::move(done));
            });
        return revision == 2U;
    }());
}

void ReichPanelTest::withoutRightNothingIsKept() {
    Place place;
    place.who->scopes = {"study.run"};
    place.panel->editPreset();
    press(place.opened<RowsForm>());
    QVERIFY(place.message().contains(QStringLiteral("not kept")));
    place.panel->save();
    auto* form = place.opened<study_store::SaveForm>();
    form->findChild<QLineEdit*>(QStringLiteral("studyName"))->setText(QStringLiteral("x"));
    press(form);
    EVENTUALLY(form->findChild<QLabel*>(QStringLiteral("formMessage"))->isVisible());
    form->reject();
}

void ReichPanelTest::presetFromTraffic() {
    Place place;
    QFile file(place.folder.filePath(QStringLiteral("may.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("id,t_ms,lat_deg,lon_deg,height_m\n");
    for (int i = 0; i <= 80; ++i) {
        const double degrees = i * 5 * 15.4333 / 111'195;
        file.write(std::format("north,{},{:.8f},127,100\nsouth,{},{:.8f},127.01,100\n", i * 5'000, 37.0 + degrees,
                               i * 5'000, 37.0 + 400 * 15.4333 / 111'195 - degrees)
                       .c_str());
    }
    file.close();
    place.panel->importTraffic();
    auto* form = place.opened<TrafficForm>();
    form->setFile(file.fileName());
    QCOMPARE(form->findChild<QLineEdit*>(QStringLiteral("presetName"))->text(), QStringLiteral("may"));
    form->findChild<QDoubleSpinBox*>(QStringLiteral("halfWindow"))->setValue(0.5);
    press(form);
    EVENTUALLY(place.panel->study().preset.name == "may");
    const Value& occupancy = place.panel->study().preset.oppositeOccupancy;
    QVERIFY(occupancy.provenance == risk::collision::Provenance::OwnData);
    QCOMPARE(occupancy.source, std::string("may.csv"));
    QCOMPARE_LT(std::abs(occupancy.value / (2 * (1 / 60.) / (800 / 3600.)) - 1), 0.01);
    EVENTUALLY(place.child<QComboBox>("reichPreset").count() == 3);
    QVERIFY(place.message().contains(QStringLiteral("is kept")));
    // A file that is none is said, in the form.
    EVENTUALLY(place.panel->findChild<TrafficForm*>() == nullptr);
    place.panel->importTraffic();
    form = place.opened<TrafficForm>();
    form->setFile(place.folder.filePath(QStringLiteral("none.csv")));
    press(form);
    EVENTUALLY(form->findChild<QLabel*>(QStringLiteral("formMessage"))->text().contains(QStringLiteral("none.csv")));
    form->reject();
}

void ReichPanelTest::studiesComeBackFromJson() {
    ReichStudy study;
    study.preset = table4Fit();
    study.overlap.lookup = Lookup::Step;
    study.overlap.table = *OverlapTable::of({{0, 0.5, "here"}, {100, 1e-12, ""}});
    study.tableName = "Survey";
    study.targetPerHour = 1e-7;
    study.scenarios = {{"one", {1, 2, 3}, 4}};
    study.distances_m = {5, 50};
    study.distance = 1;
    study.obstacles = {{"tower", 30, 120.0}, {"mast", 40, std::nullopt}};
    study.layers = 3;
    const auto back = studyFrom(inputJson(study));
    QVERIFY_RESULT(back);
    QVERIFY(*back == study);
    study.preset.name = "mine";
    study.preset.oppositeOccupancy = {0.25, risk::collision::Provenance::OwnData, "log", Interval{0.2, 0.3}};
    study.preset.made = noon;
    QVERIFY(studyFrom(inputJson(study)).value() == study);
    const QByteArray text = QByteArray::fromStdString(inputJson(study));
    for (const char* wrong : {"\"scenario\":0", "\"lookup\":\"step\"", "\"layers\":3"}) {
        const QByteArray field(wrong);
        QByteArray broken = text;
        broken.replace(field, QByteArray(field.left(field.indexOf(':') + 1) + "-7"));
        QVERIFY2(!studyFrom(broken.toStdString()), wrong);
    }
    QVERIFY(!studyFrom("{}"));
}

void ReichPanelTest::pdf() {
    Place place;
    ReichStudy other;
    other.preset = asPrinted();
    place.panel->compareWith(QStringLiteral("as printed"), other);
    const QString path = picturesFolder().filePath(QStringLiteral("collision-risk.pdf")); // for the eye too
    QVERIFY_RESULT(place.panel->writePdf(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.size() > 20'000);
    QVERIFY(bytes.count("/Type /Page\n") >= 2);
    QVERIFY(!place.panel->writePdf(QStringLiteral("/no/such/folder/study.pdf")));
}

void ReichPanelTest::chartsHoldTheTarget() {
    const ReichStudy study;
    const auto results = resultsOf(study);
    QVERIFY_RESULT(results);
    const auto chart = riskCurves(study, *results);
    QCOMPARE(chart.series.size(), 5U);
    QCOMPARE(chart.markers.size(), 4U);
    // The curve of a lookup crosses the target where its least distance is.
    for (std::size_t i = 0; i < 3; ++i) {
        const auto at = profile::ChartData::valueAt(chart.series[i], chart.markers[i].at.x());
        QVERIFY(at);
        if (i == 2) QCOMPARE_LT(std::abs(*at - std::log10(study.targetPerHour)), 0.01);
    }
    QCOMPARE(profile::markText(-9, 1, profile::AxisKind::Power10), QStringLiteral("1E-09"));
    const auto marks = profile::graduations(-18.2, -1.1, 6, profile::AxisKind::Power10);
    QVERIFY(!marks.empty());
    for (const double mark : marks)
        QCOMPARE(mark, std::round(mark));
    QCOMPARE(sensitivityCurves(study).series.size(), 5U);
}

void ReichPanelTest::wordsFollowTheLanguage() {
    Place place;
    QEvent event(QEvent::LanguageChange);
    QApplication::sendEvent(place.panel.get(), &event);
    QCOMPARE(place.child<QComboBox>("reichLookup").count(), 4);
    QCOMPARE(place.child<QTabWidget>("reichViews").count(), 5);
    QVERIFY(place.panel->study() == ReichStudy());
    const auto state = place.panel->state();
    place.panel->nextView();
    QCOMPARE(place.child<QTabWidget>("reichViews").currentIndex(), 1);
    place.panel->restore(state);
    QCOMPARE(place.child<QTabWidget>("reichViews").currentIndex(), 0);
}

void ReichPanelTest::everyViewFits_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("dock") << QSize(1900, 380);
    QTest::newRow("large") << QSize(1900, 760);
    QTest::newRow("tall") << QSize(900, 1000);
}

// Pictures of every view for the eye, and that the columns of the table show their numbers whole.
void ReichPanelTest::everyViewFits() {
    QFETCH(const QSize, size);
    theme::apply(*qApp, theme::themes().front());
    Place place;
    ReichStudy study;
    study.obstacles = {{"Tower of the broadcaster", 700, 130.0}, {"Mast", 1500, std::nullopt}, {"Shed", 2400, 8.0}};
    place.panel->setStudy(study);
    ReichStudy other;
    other.preset = asPrinted();
    place.panel->compareWith(QStringLiteral("as printed"), other);
    place.panel->resize(size);
    auto& views = place.child<QTabWidget>("reichViews");
    for (int view = 0; view < views.count(); ++view) {
        views.setCurrentIndex(view);
        QTest::qWait(20); // layouts ask one another
        QVERIFY(place.panel->grab().save(picturesFolder().filePath(
            QStringLiteral("collision-risk-%1-%2.png").arg(QString::fromLatin1(QTest::currentDataTag())).arg(view))));
    }
    views.setCurrentIndex(0);
    auto& table = place.child<QTableView>("reichResults");
    const int needed = table.fontMetrics().horizontalAdvance(QStringLiteral("0.00E-00  ▲")) +
                       2 * table.fontMetrics().averageCharWidth(); // with the margins of a cell
    for (int column = 0; column < table.model()->columnCount(); ++column)
        QVERIFY(table.columnWidth(column) > needed);
}

HANEUL_LATENCY_MAIN(ReichPanelTest)
#include "reich_panel_test.moc"
