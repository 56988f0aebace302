#include "server/log/event_log.h"
#include "server/study_store/event_study_service.h"
#include "tests/support/clipped_text.h"
#include "tests/support/delivery/fake_delivery_service.h"
#include "tests/support/eventually.h"
#include "tests/support/test_desk.h"
#include "tests/support/ui_main.h"
#include "ui/actions/action_registry.h"
#include "ui/map/map_view.h"
#include "ui/risk_ground/explain_view.h"
#include "ui/risk_ground/ground_panel.h"
#include "ui/risk_ground/heat_map_view.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>

using namespace haneul;
using namespace haneul::risk_ground;

namespace {

const UtcMs noon = *fromRfc3339("2026-11-26T03:00:00.000Z");
constexpr geo::LatLon seoul{37.5665, 126.978};

// The whole console with studies that are kept; the ground is the synthetic city.
struct Place {
    explicit Place(const QString& theme = QStringLiteral("dark")) {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<study_store::StudyProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        studies = std::make_unique<study_store::EventStudyService>(*log, study_store::TellRefusal{});
        situation::Situation empty;
        empty.time = noon;
        board.publish(empty);
        auto given = ::haneul::tests::deskOn(board, clock, deliveries, [] {
            people::Principal principal{.user = "ana", .desk = "here"};
            principal.scopes = {"study.run", "study.save", "delivery.read"};
            return std::optional(principal);
        });
        given.groundRisk = &service;
        given.studies = studies.get();
        desk = ::haneul::tests::openDesk(std::move(given), {}, theme);
        main().activateWindow(); // or its keys are nobody's
        if (!QTest::qWaitForWindowActive(&main())) qFatal("the window does not become active");
        main().map().centerOn(seoul, 13);
        QTest::qWait(200);
    }

    [[nodiscard]] window::MainWindow& main() const { return desk->mainWindow(); }

    [[nodiscard]] GroundPanel& panel() const {
        return static_cast<GroundPanel&>(main().panel(QLatin1StringView("ground_risk"))->widget());
    }

    [[nodiscard]] QAction& action(const char* id) const {
        return main().actionRegistry().action(QLatin1StringView(id));
    }

    // What the keyboard does, wherever it is.
    void press(const char* id) const {
        QVERIFY2(action(id).isEnabled(), id);
        QTest::keySequence(QApplication::focusWidget() ? QApplication::focusWidget() : &main(), action(id).shortcut());
    }

    template <class W>
    [[nodiscard]] W& child(const char* name) const {
        auto* found = main().findChild<W*>(QLatin1StringView(name));
        if (!found) qFatal("no %s", name);
        return *found;
    }

    void compute() const {
        const auto before = panel().mapOf(0);
        press("ground_risk.compute");
        EVENTUALLY(panel().mapOf(0) && panel().mapOf(0) != before);
    }

    QTemporaryDir folder;
    clock::ManualClock clock{noon};
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<study_store::StudyService> studies;
    ground_risk::GroundRiskService service{nullptr};
    ::haneul::tests::FakeDeliveryService deliveries{noon};
    situation::SituationBoard board;
    std::unique_ptr<window::Desk> desk;
};

void shot(QWidget& window, const char* name) {
    const QString folder = qEnvironmentVariable("HANEUL_SHOTS");
    if (!folder.isEmpty()) window.grab().save(folder + u'/' + QString::fromLatin1(name) + QStringLiteral(".png"));
}

} // namespace

class GroundWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fromTheKeyboard(); // R-UI-08 R-RSK-13 R-RSK-18
    void studiesAreKept();  // R-UI-10
};

void GroundWindowTest::initTestCase() {
    if (QGuiApplication::platformName() == QLatin1StringView("offscreen")) QSKIP("needs a display with OpenGL");
}

void GroundWindowTest::fromTheKeyboard() {
    const Place place;
    if (qEnvironmentVariableIsSet("HANEUL_SHOTS")) place.main().resize(1920, 1080);
    place.press("ground_risk.area_of_map");
    EVENTUALLY(place.panel().isVisible());
    QVERIFY(std::abs(place.child<QDoubleSpinBox>("riskLatitude").value() - seoul.latitude_deg) < 0.01);
    QVERIFY(place.child<QDoubleSpinBox>("riskWidth").value() > 1000);
    place.child<QDoubleSpinBox>("riskWidth").setValue(6000);
    place.child<QDoubleSpinBox>("riskHeight").setValue(6000);
    place.child<QDoubleSpinBox>("riskCell").setValue(50);
    place.child<QComboBox>("riskGround").setCurrentIndex(1);
    place.compute();
    auto& view = place.child<HeatMapView>("riskMapA");
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Return);
    EVENTUALLY(!place.child<ExplainView>("explainView").steps().empty());
    EVENTUALLY(::haneul::tests::clippedTexts(place.panel()).isEmpty()); // once it is laid out
    QCOMPARE(::haneul::tests::clippedTexts(place.panel()).join(u'|'), QString());
    shot(place.main(), "ground-risk-docked");
    place.press("ground_risk.b_on_map");
    EVENTUALLY(place.panel().onMap().answer);
    QVERIFY(place.action("map.ground_risk").isChecked());
    QVERIFY(place.main().map().heatShown());
    QTest::qWait(500);
    shot(place.main(), "ground-risk-on-map");
    place.press("map.ground_risk");
    QVERIFY(!place.main().map().heatShown());
}

void GroundWindowTest::studiesAreKept() {
    const Place place;
    place.press("view.ground_risk");
    EVENTUALLY(place.panel().isVisible());
    place.child<QComboBox>("riskGround").setCurrentIndex(1);
    place.child<QDoubleSpinBox>("riskWidth").setValue(1000);
    place.child<QDoubleSpinBox>("riskHeight").setValue(1000);
    place.child<QDoubleSpinBox>("riskCell").setValue(50);
    place.child<QDoubleSpinBox>("riskFlightHeight").setValue(77);
    place.compute();
    place.press("ground_risk.save");
    QWidget* form = nullptr;
    EVENTUALLY((form = QApplication::activeModalWidget()) != nullptr);
    auto* name = form->findChild<QLineEdit*>();
    QVERIFY(name);
    name->setText(QStringLiteral("Old town at noon"));
    QTest::keyClick(name, Qt::Key_Return);
    EVENTUALLY(place.child<QLabel>("riskMessage").text().contains(QStringLiteral("Old town at noon")));
    // Another question, then the kept one again.
    place.child<QDoubleSpinBox>("riskFlightHeight").setValue(30);
    place.action("ground_risk.open").trigger(); // without a window manager nobody gives the focus back
    EVENTUALLY((form = QApplication::activeModalWidget()) != nullptr);
    auto* list = form->findChild<QTableView*>();
    EVENTUALLY(list && list->model()->rowCount() == 1);
    shot(*form, "ground-risk-studies");
    list->selectRow(0);
    const auto before = place.panel().mapOf(0);
    QTest::keyClick(list, Qt::Key_Return);
    EVENTUALLY(place.panel().mapOf(0) != before);
    QCOMPARE(place.panel().mapOf(0)->question.settings.height_m, 77.0);
    QCOMPARE(place.child<QDoubleSpinBox>("riskFlightHeight").value(), 77.0);
}

HANEUL_UI_MAIN(GroundWindowTest)
#include "ground_window_test.moc"
