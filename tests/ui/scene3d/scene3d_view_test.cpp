#include "tests/ui/map/gui_test.h"
#include "tests/ui/map/traffic.h"

#include "core/city/synthetic_city.h"
#include "server/tiles/map_extract.h"
#include "tests/support/eventually.h"
#include "ui/scene3d/scene3d_view.h"

#include <QDir>
#include <QJsonObject>
#include <QLabel>
#include <QOpenGLWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QVBoxLayout>

#include <ctime>
#include <tuple>

using namespace haneul;
using namespace haneul::test;
using scene3d::Scene3DView;
using theme::ColorRole;

namespace {

const theme::Theme& dark() {
    return theme::themeById(u"dark");
}

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

QRect around(QPointF pixel, int reach) {
    return {pixel.toPoint() - QPoint(reach, reach), QSize(2 * reach + 1, 2 * reach + 1)};
}

struct Shown {
    models::Selection selection;
    Scene3DView view;

    explicit Shown(QSize size = {900, 600})
        : view(dark(), &selection) {
        view.setReducedMotion(true);
        view.resize(size);
        view.setArea(seoul, 10'000);
        view.show();
        [[maybe_unused]] const bool exposed = QTest::qWaitForWindowExposed(&view);
    }

    QImage grab() {
        QCoreApplication::processEvents();
        return view.grab().toImage();
    }

    QWidget& scene() { return *view.findChild<QOpenGLWidget*>(); }
};

// As if all had flown straight for three minutes.
std::vector<traffic::Track> withTrails(std::vector<traffic::Track> tracks) {
    for (traffic::Track& track : tracks)
        for (int i = 36; i > 0 && track.velocity && track.height; --i) {
            const double seconds = -5.0 * i;
            const traffic::Track then = moved({track}, seconds).front();
            const double climbed = track.verticalRate_mps.value_or(0) * seconds;
            track.trail.add({.position = *then.position,
                             .height = geo::Height{track.height->metres + climbed, track.height->datum},
                             .received = track.received + milliseconds(static_cast<int>(seconds * 1000))});
        }
    return tracks;
}

std::shared_ptr<tiles::MapReader> baseMap() {
    return std::make_shared<tiles::MapReader>(std::filesystem::path(HANEUL_SOURCE) / "maps" / "korea.gpkg");
}

} // namespace

class Scene3DViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tracksStandWhereTheyAreAndMove();
    void unknownHeightStandsHollowOnTheGround();
    void heightIsExaggeratedAndSaid();
    void clickSelectsAndSelectionIsDrawn();
    void keysAndMouseMoveTheEye();
    void overviewShowsTheWholeAreaNorthUp();
    void secondContextShowsTheSceneAgain();
    void nothingIsRepaintedWhenNothingChanged();
    void openAndCloseTwentyTimes();
    void withoutOpenGlTheSectionShowsTheSameTraffic();
    void behindATabItIsNotTakenForLost();
    void switchedOffAndOnAgain_data();
    void switchedOffAndOnAgain();
    void presetsLookFromTheirSide_data();
    void presetsLookFromTheirSide();
    void followKeepsTheSelectedTrackInTheMiddle();
    void chaseLooksWhereTheTrackFlies();
    void cameraIsSavedAndRestored();
    void brokenCameraIsRefused_data();
    void brokenCameraIsRefused();
    void theAreaFollowsTheEye();
    void plansAreDrawnByStateAndSwitched(); // R-PLAN-02
    void pathsAreToldApartAndSwitched();    // R-UI-10
    void conflictsAreDrawnAndSwitched();    // R-SVC-11
    void pathsAndConflictsForTheEye_data();
    void pathsAndConflictsForTheEye();
    void theEyeFliesToAPlan_data();
    void theEyeFliesToAPlan();
    void baseMapIsDrawnAndGoesWithTheArea();
    void trailsAreDrawnAsLongAsWanted();
    void labelDetailIsObeyed();
    void sliderSetsTheExaggeration();
    void twoViewsOfOneModel();
    void tenThousandTracks(); // P12
    void picturesForPeople();
};

void Scene3DViewTest::tracksStandWhereTheyAreAndMove() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    QVERIFY2(shown.view.available(), qPrintable(shown.view.unavailableReason()));
    auto track = trackAt("uas:1", seoul, traffic::SourceKind::Telemetry);
    shown.view.setSituation(situationOf({track}));
    const QImage before = shown.grab();
    const auto first = shown.view.pixelOf(track.id);
    QVERIFY(first);
    const QColor color = dark().sourceColor(track.kind());
    QVERIFY(pixelsLike(before, around(*first, 6), color, 90) > 25);
    track.position->longitude_deg += 0.03;
    track.revision += 1;
    shown.view.setSituation(situationOf({track}));
    const QImage after = shown.grab();
    const auto second = shown.view.pixelOf(track.id);
    QVERIFY(second && second->x() > first->x() + 50);
    QVERIFY(pixelsLike(after, around(*second, 6), color, 90) > 25);
    QVERIFY(pixelsLike(after, around(*first, 6), color, 60) < 10);
}

void Scene3DViewTest::unknownHeightStandsHollowOnTheGround() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    auto track = trackAt("uas:1", seoul, traffic::SourceKind::Telemetry);
    track.height->metres = 1'000;
    shown.view.setSituation(situationOf({track}));
    const auto up = shown.view.pixelOf(track.id);
    track.height = geo::Height{0, geo::HeightDatum::Amsl};
    shown.view.setSituation(situationOf({track}));
    const auto ground = shown.view.pixelOf(track.id);
    track.height.reset();
    shown.view.setSituation(situationOf({track}));
    const auto unknown = shown.view.pixelOf(track.id);
    QVERIFY(up && ground && unknown);
    QVERIFY(up->y() < ground->y() - 20);
    QCOMPARE(*unknown, *ground);
    const QImage image = shown.grab();
    QCOMPARE(pixelsLike(image, around(*unknown, 8), dark().sourceColor(track.kind()), 40),
             0); // grey, not a live colour
}

void Scene3DViewTest::heightIsExaggeratedAndSaid() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    const auto track = trackAt("uas:1", seoul, traffic::SourceKind::Telemetry);
    shown.view.setSituation(situationOf({track}));
    shown.view.setHeightExaggeration(1);
    const double low = shown.view.pixelOf(track.id)->y();
    const QImage legend1 = shown.grab().copy(0, 540, 900, 60);
    shown.view.setHeightExaggeration(10);
    const double high = shown.view.pixelOf(track.id)->y();
    const QImage legend10 = shown.grab().copy(0, 540, 900, 60);
    QVERIFY(high < low - 10);
    QVERIFY(legend1 != legend10);
    shown.view.setHeightExaggeration(-3); // out of range: nearest allowed
    QCOMPARE(shown.view.pixelOf(track.id)->y(), low);
}

void Scene3DViewTest::clickSelectsAndSelectionIsDrawn() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    const auto track = trackAt("uas:1", seoul, traffic::SourceKind::Telemetry);
    shown.view.setSituation(situationOf({track}));
    const QPointF pixel = *shown.view.pixelOf(track.id);
    const int without = pixelsLike(shown.grab(), around(pixel, 18), dark().color(ColorRole::Selection));
    QTest::mouseClick(&shown.scene(), Qt::LeftButton, {}, pixel.toPoint() + QPoint(3, 2));
    QCOMPARE(shown.selection.selected(), track.id);
    QCOMPARE(shown.view.trackAt(pixel)->id, track.id);
    QVERIFY(pixelsLike(shown.grab(), around(pixel, 18), dark().color(ColorRole::Selection)) > without + 60);
    QTest::mouseClick(&shown.scene(), Qt::LeftButton, {}, {30, 30});
    QCOMPARE(shown.selection.selected(), track.id); // a click beside keeps it
    QTest::keyClick(&shown.scene(), Qt::Key_Escape);
    QVERIFY(shown.selection.selected().empty());
}

void Scene3DViewTest::keysAndMouseMoveTheEye() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    const auto track = trackAt("uas:1", {37.6, 127.02}, traffic::SourceKind::Telemetry);
    shown.view.setSituation(situationOf({track}));
    const auto start = *shown.view.pixelOf(track.id);
    for (const auto& [key, modifier] : {std::pair{Qt::Key_Left, Qt::NoModifier},
                                        {Qt::Key_Up, Qt::NoModifier},
                                        {Qt::Key_Right, Qt::ShiftModifier},
                                        {Qt::Key_Plus, Qt::NoModifier}}) {
        QTest::keyClick(&shown.scene(), key, modifier);
        QVERIFY((*shown.view.pixelOf(track.id) - start).manhattanLength() > 5);
        QTest::keyClick(&shown.scene(), Qt::Key_Home);
        QVERIFY((*shown.view.pixelOf(track.id) - start).manhattanLength() < 0.01);
    }
    QTest::mousePress(&shown.scene(), Qt::LeftButton, {}, {400, 300});
    QTest::mouseMove(&shown.scene(), {480, 300});
    QTest::mouseRelease(&shown.scene(), Qt::LeftButton, {}, {480, 300});
    QVERIFY((*shown.view.pixelOf(track.id) - start).manhattanLength() > 5);
    QVERIFY(shown.selection.selected().empty());
}

void Scene3DViewTest::overviewShowsTheWholeAreaNorthUp() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    shown.view.setSituation(situationOf({trackAt("uas:north", {37.6, 126.99}, traffic::SourceKind::Telemetry),
                                         trackAt("uas:south", {37.5, 126.99}, traffic::SourceKind::Telemetry),
                                         trackAt("uas:east", {37.55, 127.07}, traffic::SourceKind::Telemetry)}));
    shown.view.showOverview();
    const auto north = *shown.view.pixelOf("uas:north");
    const auto south = *shown.view.pixelOf("uas:south");
    const auto east = *shown.view.pixelOf("uas:east");
    QVERIFY(north.y() < south.y());
    QVERIFY(east.x() > north.x());
    for (const QPointF pixel : {north, south, east})
        QVERIFY(QRectF(shown.view.rect()).contains(pixel));
}

// Moving to another window under shared contexts keeps the context; hiding the old window and a new parent is the
// nearest a user comes to it. The scene must be there afterwards, whichever way Qt chose.
void Scene3DViewTest::secondContextShowsTheSceneAgain() {
    HANEUL_NEEDS_DISPLAY();
    models::Selection selection;
    auto* view = new Scene3DView(dark(), &selection);
    QWidget first;
    QWidget second;
    const auto track = trackAt("uas:1", seoul, traffic::SourceKind::Telemetry);
    view->setArea(seoul, 10'000);
    view->setSituation(situationOf({track}));
    QWidget* const homes[] = {&first, &second, &first, &second};
    for (QWidget* home : homes) {
        if (!home->layout()) new QVBoxLayout(home);
        home->layout()->addWidget(view);
        home->resize(700, 500);
        home->show();
        QVERIFY(QTest::qWaitForWindowExposed(home));
        QCoreApplication::processEvents();
        const QImage image = view->grab().toImage();
        QVERIFY(colorsIn(image, image.rect()) > 20);
        QVERIFY(pixelsLike(image, around(*view->pixelOf(track.id), 6), dark().sourceColor(track.kind()), 90) > 25);
    }
}

void Scene3DViewTest::nothingIsRepaintedWhenNothingChanged() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    const auto situation = situationOf(mixedTraffic(50, 0.1));
    shown.view.setSituation(situation);
    shown.grab();
    QSignalSpy composed(static_cast<QOpenGLWidget*>(&shown.scene()), &QOpenGLWidget::frameSwapped);
    // What showing the window set off is over once nothing was drawn for a while; a busy machine takes its time.
    do {
        composed.clear();
        QTest::qWait(500);
    } while (!composed.isEmpty());
    for (int tick = 1; tick <= 9; ++tick) { // within one second: the clock on the view stands still
        auto next = std::make_shared<situation::Situation>(*situation);
        next->time += milliseconds(100 * tick);
        shown.view.setSituation(next);
        QTest::qWait(10);
    }
    QCOMPARE(composed.count(), 0);
    shown.view.setSituation(situationOf(moved(mixedTraffic(50, 0.1), 1.0)));
    SOON(composed.count() > 0);
}

void Scene3DViewTest::openAndCloseTwentyTimes() {
    HANEUL_NEEDS_DISPLAY();
    models::Selection selection;
    const auto situation = situationOf(mixedTraffic(200, 0.1));
    for (int i = 0; i < 20; ++i) {
        auto* view = new Scene3DView(dark(), &selection);
        view->setAttribute(Qt::WA_DeleteOnClose);
        view->resize(500, 400);
        view->setSituation(situation);
        view->show();
        QVERIFY(QTest::qWaitForWindowExposed(view));
        const QImage image = view->grab().toImage();
        QVERIFY(colorsIn(image, image.rect()) > 20);
        view->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void Scene3DViewTest::withoutOpenGlTheSectionShowsTheSameTraffic() {
    models::Selection selection;
    Scene3DView view(dark(), &selection, nullptr, scene3d::SceneStart::WithoutOpenGl);
    QVERIFY(view.state() == scene3d::SceneState::NoOpenGl);
    const auto* sentence = view.findChild<QWidget*>(QStringLiteral("scene3dOff"))->findChild<QLabel*>();
    QVERIFY(!view.unavailableReason().isEmpty());
    QCOMPARE(sentence->text(), view.unavailableReason());
    view.resize(900, 600);
    view.setArea(seoul, 10'000);
    auto low = trackAt("uas:1", {37.55, 126.95}, traffic::SourceKind::Telemetry);
    auto high = trackAt("uas:2", {37.56, 127.03}, traffic::SourceKind::Telemetry);
    high.height->metres = 400;
    view.setSituation(situationOf({low, high}));
    view.show();
    (void)view.grab();
    QCOMPARE(view.drawnTracks(), 2U);
    QCOMPARE(view.drawnLabels(), 2U);
    const auto west = view.pixelOf(low.id);
    const auto east = view.pixelOf(high.id);
    QVERIFY(west && east && west->x() < east->x() - 100 && east->y() < west->y() - 50);
    auto* section = view.findChild<QWidget*>(QStringLiteral("section"));
    QTest::mouseClick(section, Qt::LeftButton, {}, section->mapFrom(&view, east->toPoint()));
    QCOMPARE(selection.selected(), high.id);
    QCOMPARE(view.trackAt(*west)->id, low.id);
    QTest::keyClick(section, Qt::Key_Space); // along the selected track: it is in the middle
    QVERIFY(std::abs(view.pixelOf(high.id)->x() - section->width() / 2.0) < 60);
    QTest::keyClick(section, Qt::Key_Escape);
    QVERIFY(selection.selected().empty());
}

// A dock behind a tab counts as visible but lies outside the window, so that nothing is drawn and no context is made.
void Scene3DViewTest::behindATabItIsNotTakenForLost() {
    HANEUL_NEEDS_DISPLAY();
    QWidget window;
    window.resize(900, 600);
    models::Selection selection;
    Scene3DView view(dark(), &selection, &window);
    view.setGeometry(-1000, -1000, 900, 600);
    QSignalSpy told(&view, &Scene3DView::stateChanged);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    for (int look = 0; look < 5; ++look) { // longer than a context is waited for, twice
        view.setSituation(situationOf({trackAt("uas:1", seoul, traffic::SourceKind::Telemetry)}));
        QTest::qWait(500);
    }
    QVERIFY(view.available());
    QCOMPARE(told.count(), 0);
    view.setGeometry(0, 0, 900, 600);
    SOON(view.drawnTracks() == 1U);
}

void Scene3DViewTest::switchedOffAndOnAgain_data() {
    QTest::addColumn<int>("why");
    QTest::newRow("too slow") << static_cast<int>(scene3d::SceneState::TooSlow);
    QTest::newRow("context lost") << static_cast<int>(scene3d::SceneState::ContextLost);
    QTest::newRow("by a person") << static_cast<int>(scene3d::SceneState::SwitchedOff);
}

void Scene3DViewTest::switchedOffAndOnAgain() {
    HANEUL_NEEDS_DISPLAY();
    QFETCH(const int, why);
    Shown shown;
    QSignalSpy told(&shown.view, &Scene3DView::stateChanged);
    const auto track = trackAt("uas:1", seoul, traffic::SourceKind::Telemetry);
    shown.view.setSituation(situationOf({track}));
    QVERIFY(shown.view.unavailableReason().isEmpty());
    shown.view.switchOff(static_cast<scene3d::SceneState>(why));
    QVERIFY(static_cast<int>(shown.view.state()) == why);
    QVERIFY(!shown.view.unavailableReason().isEmpty());
    QCOMPARE(told.count(), 1);
    (void)shown.grab();
    QCOMPARE(shown.view.drawnTracks(), 1U);
    QTest::mouseClick(shown.view.findChild<QPushButton*>(QStringLiteral("scene3dTryAgain")), Qt::LeftButton);
    QVERIFY(shown.view.available());
    QCOMPARE(told.count(), 2);
    const QImage image = shown.grab();
    QVERIFY(pixelsLike(image, around(*shown.view.pixelOf(track.id), 6), dark().sourceColor(track.kind()), 90) > 25);
}

void Scene3DViewTest::presetsLookFromTheirSide_data() {
    QTest::addColumn<int>("preset");
    QTest::addColumn<QString>("leftToRight"); // of tracks in the four directions
    using enum scene3d::CameraPreset;
    QTest::newRow("overview") << static_cast<int>(Overview) << QStringLiteral("west east");
    QTest::newRow("top") << static_cast<int>(Top) << QStringLiteral("west east");
    QTest::newRow("from south") << static_cast<int>(FromSouth) << QStringLiteral("west east");
    QTest::newRow("from east") << static_cast<int>(FromEast) << QStringLiteral("south north");
    QTest::newRow("from west") << static_cast<int>(FromWest) << QStringLiteral("north south");
}

void Scene3DViewTest::presetsLookFromTheirSide() {
    HANEUL_NEEDS_DISPLAY();
    QFETCH(const int, preset);
    QFETCH(const QString, leftToRight);
    Shown shown;
    shown.view.setSituation(situationOf({trackAt("north", {37.6, 126.99}, traffic::SourceKind::Telemetry),
                                         trackAt("south", {37.5, 126.99}, traffic::SourceKind::Telemetry),
                                         trackAt("east", {37.55, 127.05}, traffic::SourceKind::Telemetry),
                                         trackAt("west", {37.55, 126.93}, traffic::SourceKind::Telemetry)}));
    shown.view.showPreset(static_cast<scene3d::CameraPreset>(preset));
    const QStringList order = leftToRight.split(u' ');
    const auto left = shown.view.pixelOf(order[0].toStdString());
    const auto right = shown.view.pixelOf(order[1].toStdString());
    QVERIFY(left && right && left->x() < right->x() - 100);
    for (const char* id : {"north", "south", "east", "west"})
        QVERIFY(QRectF(shown.view.rect()).contains(*shown.view.pixelOf(id)));
}

void Scene3DViewTest::followKeepsTheSelectedTrackInTheMiddle() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    QSignalSpy following(&shown.view, &Scene3DView::followingChanged);
    auto track = trackAt("uas:1", {37.57, 127.02}, traffic::SourceKind::Telemetry);
    shown.view.setSituation(situationOf({track}));
    shown.view.setFollowing(true); // nothing is selected yet
    shown.selection.select(track.id);
    const QPointF middle(shown.scene().width() / 2.0, shown.scene().height() / 2.0);
    QVERIFY((*shown.view.pixelOf(track.id) - middle).manhattanLength() < 2);
    track.position->longitude_deg += 0.01;
    track.revision += 1;
    shown.view.setSituation(situationOf({track}));
    QVERIFY((*shown.view.pixelOf(track.id) - middle).manhattanLength() < 2);
    QTest::keyClick(&shown.scene(), Qt::Key_Left); // turning keeps following
    QVERIFY(shown.view.following());
    QTest::keyClick(&shown.scene(), Qt::Key_Left, Qt::ShiftModifier); // panning ends it
    QVERIFY(!shown.view.following());
    QCOMPARE(following.count(), 2);
}

void Scene3DViewTest::chaseLooksWhereTheTrackFlies() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    const auto track = trackAt("uas:1", seoul, traffic::SourceKind::Telemetry, 90.0);
    const auto ahead = trackAt("uas:2", {37.55, 127.0}, traffic::SourceKind::Telemetry, 90.0);
    shown.view.setSituation(situationOf({track, ahead}));
    const QJsonObject before = shown.view.saveCamera();
    shown.view.showPreset(scene3d::CameraPreset::Chase); // nothing is selected: nothing happens
    QCOMPARE(shown.view.saveCamera(), before);
    shown.selection.select(track.id);
    shown.view.showPreset(scene3d::CameraPreset::Chase);
    QVERIFY(shown.view.following());
    QCOMPARE(shown.view.saveCamera().value(u"azimuth_deg").toDouble(), 90.0);
    QVERIFY(shown.view.pixelOf(ahead.id)->y() < shown.view.pixelOf(track.id)->y()); // beyond it
}

void Scene3DViewTest::cameraIsSavedAndRestored() {
    HANEUL_NEEDS_DISPLAY();
    Shown first;
    const auto track = trackAt("uas:1", {37.56, 127.0}, traffic::SourceKind::Telemetry);
    const auto situation = situationOf({track});
    first.view.setSituation(situation);
    first.view.setHeightExaggeration(7);
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Up, Qt::Key_Plus})
        QTest::keyClick(&first.scene(), key);
    QTest::keyClick(&first.scene(), Qt::Key_Right, Qt::ShiftModifier);
    Shown second;
    second.view.setSituation(situation);
    QVERIFY(second.view.restoreCamera(first.view.saveCamera()));
    QCOMPARE(second.view.heightExaggeration(), 7.0);
    QVERIFY((*second.view.pixelOf(track.id) - *first.view.pixelOf(track.id)).manhattanLength() < 1.5);
}

void Scene3DViewTest::brokenCameraIsRefused_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no distance") << QStringLiteral("distance_m") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("text") << QStringLiteral("azimuth_deg") << QJsonValue(QStringLiteral("north"));
    QTest::newRow("off the earth") << QStringLiteral("latitude_deg") << QJsonValue(91.0);
    QTest::newRow("no distance at all") << QStringLiteral("distance_m") << QJsonValue(0.0);
}

void Scene3DViewTest::brokenCameraIsRefused() {
    HANEUL_NEEDS_DISPLAY();
    QFETCH(const QString, key);
    QFETCH(const QJsonValue, value);
    Shown shown;
    const QJsonObject before = shown.view.saveCamera();
    QJsonObject broken = before;
    broken.insert(key, value);
    QVERIFY(!shown.view.restoreCamera(broken));
    QCOMPARE(shown.view.saveCamera(), before);
}

void Scene3DViewTest::theAreaFollowsTheEye() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    const auto track = trackAt("uas:1", {37.55, 127.3}, traffic::SourceKind::Telemetry); // 27 km east of the middle
    shown.view.setSituation(situationOf({track}));
    shown.selection.select(track.id);
    shown.view.setFollowing(true);
    const QPointF middle(shown.scene().width() / 2.0, shown.scene().height() / 2.0);
    QVERIFY((*shown.view.pixelOf(track.id) - middle).manhattanLength() < 2);
    QVERIFY(std::abs(shown.view.saveCamera().value(u"longitude_deg").toDouble() - 127.3) < 1e-4);
    const QImage image = shown.grab(); // it stands on ground, not beside it
    QVERIFY(pixelsLike(image, QRect(30, 400, 200, 60), dark().color(ColorRole::Panel), 4) > 6'000);
}

namespace {

map::PlanShape squarePlan(double east_deg, map::PlanShape::State state) {
    map::ZoneRing ring;
    for (const auto& [north, east] : {std::pair{-1, -1}, {-1, 1}, {1, 1}, {1, -1}})
        ring.push_back(
            geo::toMercator({seoul.latitude_deg + north * 0.004, seoul.longitude_deg + east_deg + east * 0.004}));
    map::PlanShape shape{.id = QStringLiteral("FP"), .label = QStringLiteral("FP"), .state = state};
    shape.volumes = std::make_shared<const std::vector<map::ZoneVolumeShape>>(
        std::vector{map::zoneVolume({std::move(ring)}, {30, 120, false})});
    return shape;
}

} // namespace

void Scene3DViewTest::plansAreDrawnByStateAndSwitched() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    shown.view.setArea(seoul, 3'000);
    const QImage empty = shown.grab();
    const std::size_t corners = shown.view.drawnObjects();
    // The same plan as it waits and as it is approved: dashes have more corners than lines, and it looks otherwise.
    const auto draw = [&](map::PlanShape::State state, bool selected) {
        auto shapes = std::make_shared<map::PlanShapes>();
        shapes->plans = {squarePlan(0, state)};
        shapes->plans[0].selected = selected;
        shown.view.setPlans(shapes);
        return shown.grab();
    };
    const QImage approved = draw(map::PlanShape::State::Approved, false);
    QCOMPARE(shown.view.drawnPlans(), 1U);
    const std::size_t solid = shown.view.drawnObjects();
    QVERIFY(solid > corners && approved != empty);
    const QImage waits = draw(map::PlanShape::State::Waiting, false);
    QVERIFY(shown.view.drawnObjects() > solid);
    QVERIFY(waits.convertToFormat(QImage::Format_Grayscale8) != approved.convertToFormat(QImage::Format_Grayscale8));
    const QImage flies = draw(map::PlanShape::State::Flying, false);
    QVERIFY(flies.convertToFormat(QImage::Format_Grayscale8) != approved.convertToFormat(QImage::Format_Grayscale8));
    QVERIFY(draw(map::PlanShape::State::Approved, true) != approved);
    shown.view.setPlansShown(false);
    (void)shown.grab();
    QCOMPARE(shown.view.drawnPlans(), 0U);
    shown.view.setPlansShown(true);
    (void)shown.grab();
    QCOMPARE(shown.view.drawnPlans(), 1U);
}

namespace {

map::PathShape pathAcross(double north_deg, map::PathShape::Line line, bool chosen) {
    map::PathShape path{.label = QStringLiteral("path"), .line = line, .chosen = chosen, .way = {}};
    for (const double east_deg : {-0.01, 0.0, 0.01})
        path.way.push_back({geo::toMercator({seoul.latitude_deg + north_deg, seoul.longitude_deg + east_deg}),
                            {90, false},
                            30.0,
                            true});
    return path;
}

} // namespace

void Scene3DViewTest::pathsAreToldApartAndSwitched() {
    HANEUL_NEEDS_DISPLAY();
    using Line = map::PathShape::Line;
    Shown shown;
    shown.view.setArea(seoul, 3'000);
    const QImage empty = shown.grab();
    const std::size_t corners = shown.view.drawnObjects();
    const auto draw = [&](Line line, bool chosen) {
        auto shapes = std::make_shared<map::PlanShapes>();
        shapes->paths = {pathAcross(0, line, chosen)};
        shown.view.setPlans(shapes);
        return shown.grab().convertToFormat(QImage::Format_Grayscale8);
    };
    const QImage solid = draw(Line::Solid, false);
    QCOMPARE(shown.view.drawnPaths(), 1U);
    QCOMPARE(shown.view.drawnPlans(), 0U);
    QCOMPARE(shown.view.drawnObjects() - corners, 2U * 5U); // two pieces and three plumb lines
    const QImage dashed = draw(Line::Dashed, false);
    const std::size_t dashes = shown.view.drawnObjects();
    QVERIFY(dashes - corners > 20U && dashed != solid);
    const QImage dotted = draw(Line::Dotted, false);
    QVERIFY(shown.view.drawnObjects() > dashes && dotted != solid && dotted != dashed);
    QVERIFY(draw(Line::Solid, true) != solid); // weight and a curtain
    QCOMPARE(shown.view.drawnObjects() - corners, 2U * 5U + 2U * 6U);
    // Three beside each other, switched off with the plans, and cleared.
    auto shapes = std::make_shared<map::PlanShapes>();
    shapes->paths = {pathAcross(0, Line::Dashed, false), pathAcross(0.005, Line::Dotted, false),
                     pathAcross(0.01, Line::Solid, true)};
    shown.view.setPlans(shapes);
    (void)shown.grab();
    QCOMPARE(shown.view.drawnPaths(), 3U);
    shown.view.setPlansShown(false);
    (void)shown.grab();
    QCOMPARE(shown.view.drawnPaths(), 0U);
    shown.view.setPlansShown(true);
    (void)shown.grab();
    QCOMPARE(shown.view.drawnPaths(), 3U);
    shown.view.setPlans(std::make_shared<const map::PlanShapes>());
    QVERIFY(shown.grab() == empty);
    QCOMPARE(shown.view.drawnPaths(), 0U);
    QCOMPARE(shown.view.drawnObjects(), corners);
}

void Scene3DViewTest::conflictsAreDrawnAndSwitched() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    shown.view.setArea(seoul, 600);
    const geo::LocalFrame frame(seoul);
    const auto draw = [&](double apart_m, geo::HeightDatum datum) {
        auto one = trackAt("uas:A", seoul, traffic::SourceKind::Telemetry, 0.0);
        auto other = trackAt("uas:B", frame.toLatLon({10, apart_m, 0}), traffic::SourceKind::Telemetry, 180.0);
        one.verticalRate_mps = other.verticalRate_mps = 0.0;
        other.height->datum = datum;
        shown.view.setSituation(situationOf({one, other}), trafficTime);
        return shown.grab();
    };
    (void)draw(300, geo::HeightDatum::Amsl);
    QCOMPARE(shown.view.drawnConflicts(), 0U); // not asked for yet
    shown.view.setConflictsShown(true);
    const QImage apart = draw(1'500, geo::HeightDatum::Amsl);
    QCOMPARE(shown.view.drawnConflicts(), 0U);
    const std::size_t corners = shown.view.drawnObjects();
    const QImage predicted = draw(300, geo::HeightDatum::Amsl);
    QCOMPARE(shown.view.drawnConflicts(), 1U);
    const std::size_t drawn = shown.view.drawnObjects() - corners;
    QVERIFY2(drawn > 2U * 36U * 6U, qPrintable(QString::number(drawn))); // two cylinders, and lines
    // Lost: another colour and another sign.
    const QImage lost = draw(40, geo::HeightDatum::Amsl);
    QCOMPARE(shown.view.drawnConflicts(), 1U);
    const auto share = [&](const QImage& image, ColorRole role) {
        return pixelsLike(image, image.rect(), dark().color(role), 60);
    };
    QVERIFY(share(lost, ColorRole::Danger) > share(predicted, ColorRole::Danger));
    QVERIFY(share(predicted, ColorRole::Warning) > share(apart, ColorRole::Warning));
    // Not judged: nothing of it is drawn.
    (void)draw(300, geo::HeightDatum::W84);
    QCOMPARE(shown.view.drawnConflicts(), 0U);
    QCOMPARE(shown.view.drawnObjects(), corners);
    (void)draw(300, geo::HeightDatum::Amsl);
    shown.view.setConflictsShown(false);
    (void)shown.grab();
    QCOMPARE(shown.view.drawnConflicts(), 0U);
    shown.view.setConflictsShown(true);
    (void)shown.grab();
    QCOMPARE(shown.view.drawnConflicts(), 1U);
}

void Scene3DViewTest::pathsAndConflictsForTheEye_data() {
    QTest::addColumn<QString>("theme");
    QTest::newRow("dark") << QStringLiteral("dark");
    QTest::newRow("light") << QStringLiteral("light");
}

// Pictures of three paths and two conflicts over a made-up city; that every label found its place.
void Scene3DViewTest::pathsAndConflictsForTheEye() {
    HANEUL_NEEDS_DISPLAY();
    QFETCH(const QString, theme);
    const theme::Theme& look = theme::themeById(theme);
    theme::apply(*qApp, look);
    Shown shown({1920, 1080});
    shown.view.setTheme(look);
    shown.view.setConflictsShown(true);
    shown.view.setArea(seoul, 1'200);
    auto layers = city::syntheticCity({.centre = seoul, .width_m = 3'000, .height_m = 3'000});
    QVERIFY(layers);
    shown.view.setCity(city::CityData(*std::move(layers)), {});
    const geo::LocalFrame frame(seoul);
    auto shapes = std::make_shared<map::PlanShapes>();
    using Line = map::PathShape::Line;
    for (const auto& [label, line, north_m] :
         {std::tuple{QStringLiteral("Shortest · 1,800 m · SYNTHETIC city"), Line::Dashed, -100.0},
          {QStringLiteral("Weighed by risk · 1,950 m · SYNTHETIC city"), Line::Dotted, -350.0},
          {QStringLiteral("Within the budget · 2,100 m · 2:55 · 1.2 × 10⁻⁹ · SYNTHETIC city"), Line::Solid, -600.0}}) {
        map::PathShape path{.label = label, .line = line, .chosen = line == Line::Solid, .way = {}};
        for (const geo::Enu_m& at : {geo::Enu_m{-800, 0, 60}, {-500, north_m, 110}, {400, north_m, 110}, {800, 0, 60}})
            path.way.push_back({geo::toMercator(frame.toLatLon({at.east, at.north, 0})), {at.up, false}, {}, true});
        shapes->paths.push_back(std::move(path));
    }
    shown.view.setPlans(shapes);
    const auto drone = [&](const char* id, const geo::Enu_m& at, double course_deg) {
        auto track = trackAt(id, frame.toLatLon({at.east, at.north, 0}), traffic::SourceKind::Telemetry, course_deg);
        track.height->metres = at.up;
        track.verticalRate_mps = 0;
        return track;
    };
    shown.view.setSituation(
        situationOf({drone("uas:XC-001", {0, 100, 160}, 0), drone("uas:XC-002", {15, 400, 168}, 180),
                     drone("uas:XC-003", {500, 300, 140}, 90), drone("uas:XC-004", {535, 300, 146}, 90)}),
        trafficTime);
    SOON(shown.view.drawnBuildings() > 0);
    const QImage picture = shown.grab();
    QCOMPARE(shown.view.drawnPaths(), 3U);
    QCOMPARE(shown.view.drawnConflicts(), 2U);
    QDir folder(QStringLiteral(HANEUL_SCREENSHOTS));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QVERIFY(picture.save(folder.filePath(QStringLiteral("scene-paths-conflicts-%1.png").arg(theme))));
    for (const ColorRole role : {ColorRole::Danger, ColorRole::Warning, ColorRole::Selection})
        QVERIFY(pixelsLike(picture, picture.rect(), look.color(role)) > 50);
}

void Scene3DViewTest::theEyeFliesToAPlan_data() {
    QTest::addColumn<double>("east_deg");
    QTest::newRow("near by") << 0.02;
    QTest::newRow("far away") << 1.7;
}

void Scene3DViewTest::theEyeFliesToAPlan() {
    HANEUL_NEEDS_DISPLAY();
    QFETCH(double, east_deg);
    Shown shown;
    shown.view.setReducedMotion(true);
    shown.view.setArea(seoul, 15'000);
    auto shapes = std::make_shared<map::PlanShapes>();
    shapes->plans = {squarePlan(east_deg, map::PlanShape::State::Waiting)};
    shown.view.setPlans(shapes);
    const geo::LatLon middle{seoul.latitude_deg, seoul.longitude_deg + east_deg};
    shown.view.flyTo({{middle.latitude_deg - 0.004, middle.longitude_deg - 0.004},
                      {middle.latitude_deg + 0.004, middle.longitude_deg + 0.004}});
    (void)shown.grab();
    QCOMPARE(shown.view.drawnPlans(), 1U);
    const QJsonObject eye = shown.view.saveCamera();
    QVERIFY(std::abs(eye.value(u"longitude_deg").toDouble() - middle.longitude_deg) < 1e-3);
    QVERIFY(std::abs(eye.value(u"latitude_deg").toDouble() - middle.latitude_deg) < 1e-3);
    QVERIFY(eye.value(u"half_width_m").toDouble() < 2'000);
    QVERIFY(!eye.value(u"following").toBool());
    shown.view.flyTo({}); // nothing to look at: the eye stays
    QCOMPARE(shown.view.saveCamera(), eye);
}

void Scene3DViewTest::baseMapIsDrawnAndGoesWithTheArea() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    (void)shown.grab();
    const std::size_t bare = shown.view.drawnObjects();
    shown.view.setMapReader(baseMap());
    QVERIFY(QTest::qWaitFor([&] { return shown.grab(), shown.view.drawnObjects() > bare + 500; }, 20'000));
    shown.view.setArea({35.0, 131.0}, 5'000); // open sea: no shore
    (void)shown.grab();
    const std::size_t sea = shown.view.drawnObjects();
    QVERIFY(QTest::qWaitFor([&] { return shown.grab(), shown.view.drawnObjects() != sea; }, 20'000));
    QVERIFY(shown.view.drawnObjects() < sea + 200);
    // A view may go while its ground is on its way.
    auto* brief = new Scene3DView(dark(), &shown.selection);
    brief->setMapReader(baseMap());
    delete brief;
}

void Scene3DViewTest::trailsAreDrawnAsLongAsWanted() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    auto track = trackAt("uas:1", seoul, traffic::SourceKind::Telemetry, std::nullopt);
    for (int i = 20; i > 0; --i)
        track.trail.add({.position = {37.55, 126.99 - 0.002 * i},
                         .height = track.height,
                         .received = trafficTime - milliseconds(5'000 * i)});
    shown.view.setTrailLength(milliseconds(0));
    shown.view.setSituation(situationOf({track}));
    (void)shown.grab();
    const std::size_t without = shown.view.drawnObjects();
    shown.view.setTrailLength(milliseconds(25'000));
    (void)shown.grab();
    QCOMPARE(shown.view.drawnObjects(), without + 2 * 5U);
    shown.view.setTrailLength(milliseconds(600'000));
    (void)shown.grab();
    QCOMPARE(shown.view.drawnObjects(), without + 2 * 20U);
}

void Scene3DViewTest::labelDetailIsObeyed() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    shown.view.setSituation(situationOf(mixedTraffic(10, 0.1)));
    (void)shown.grab();
    QCOMPARE(shown.view.drawnTracks(), 10U);
    QVERIFY(shown.view.drawnLabels() > 3);
    const QImage full = shown.grab();
    shown.view.setLabelDetail(map::LabelDetail::Name);
    QVERIFY(shown.grab() != full);
    QVERIFY(shown.view.drawnLabels() > 3);
    shown.view.setLabelDetail(map::LabelDetail::None);
    (void)shown.grab();
    QCOMPARE(shown.view.drawnLabels(), 0U);
    shown.selection.select("uas:KR-D10000"); // the selected one always says who it is
    (void)shown.grab();
    QCOMPARE(shown.view.drawnLabels(), 1U);
}

void Scene3DViewTest::sliderSetsTheExaggeration() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    QSignalSpy changed(&shown.view, &Scene3DView::exaggerationChanged);
    auto* slider = shown.view.findChild<QSlider*>();
    slider->setValue(12);
    QCOMPARE(shown.view.heightExaggeration(), 12.0);
    shown.view.setHeightExaggeration(99);
    QCOMPARE(slider->value(), 20);
    QCOMPARE(changed.count(), 2);
}

void Scene3DViewTest::twoViewsOfOneModel() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    const auto track = trackAt("uas:1", seoul, traffic::SourceKind::Telemetry);
    shown.view.setSituation(situationOf({track}));
    for (int i = 0; i < 5; ++i) {
        Scene3DView other(dark(), &shown.selection);
        other.resize(500, 400);
        other.setArea(seoul, 4'000);
        other.setSituation(situationOf({track}));
        other.show();
        QVERIFY(QTest::qWaitForWindowExposed(&other));
        const QImage image = other.grab().toImage();
        QVERIFY(pixelsLike(image, around(*other.pixelOf(track.id), 6), dark().sourceColor(track.kind()), 90) > 25);
    }
    const QImage image = shown.grab();
    QVERIFY(pixelsLike(image, around(*shown.view.pixelOf(track.id), 6), dark().sourceColor(track.kind()), 90) > 25);
}

void Scene3DViewTest::tenThousandTracks() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown({1200, 700});
    const auto tracks = mixedTraffic(10'000, 0.1);
    shown.view.setSituation(situationOf(tracks));
    shown.grab();
    constexpr int rounds = 10;
    double update = 0;
    double frame = 0;
    double orbit = 0;
    for (int i = 0; i < rounds; ++i) {
        const auto situation = situationOf(moved(tracks, 0.1 * i));
        const double start = cpu_ms();
        shown.view.setSituation(situation);
        const double updated = cpu_ms();
        shown.grab();
        const double drawn = cpu_ms();
        QTest::keyClick(&shown.scene(), Qt::Key_Left);
        shown.grab();
        orbit += cpu_ms() - drawn;
        update += updated - start;
        frame += drawn - updated;
    }
    qInfo("10000 tracks, 1200x700: update %.2f ms, data frame %.1f ms, orbit frame %.1f ms (GUI thread, grab included)",
          update / rounds, frame / rounds, orbit / rounds);
    const QImage image = shown.grab();
    QVERIFY(colorsIn(image, image.rect()) > 100);
}

void Scene3DViewTest::picturesForPeople() {
    HANEUL_NEEDS_DISPLAY();
    if (qEnvironmentVariableIsEmpty("HANEUL_SHOTS")) QSKIP("HANEUL_SHOTS is not set");
    Shown shown({960, 600});
    shown.view.setMapReader(baseMap());
    shown.view.setArea(seoul, 14'000);
    const auto situation = situationOf(withTrails(mixedTraffic(200, 0.12)));
    shown.view.setSituation(situation);
    const std::size_t bare = shown.view.drawnObjects();
    shown.selection.select(situation->tracks[100]->id);
    QVERIFY(QTest::qWaitFor([&] { return shown.grab(), shown.view.drawnObjects() > bare + 500; }, 20'000));
    for (const theme::Theme& theme : theme::themes()) {
        shown.view.setTheme(theme);
        saveShot(shown.grab(), QStringLiteral("scene-") + theme.id());
    }
    shown.view.setTheme(dark());
    using enum scene3d::CameraPreset;
    for (const auto& [preset, name] :
         {std::pair{Top, "top"}, {FromSouth, "south"}, {FromEast, "east"}, {Chase, "chase"}}) {
        shown.view.showPreset(preset);
        saveShot(shown.grab(), QStringLiteral("scene-") + QLatin1StringView(name));
    }
    shown.view.showOverview();
    shown.view.setSectionShown(true);
    saveShot(shown.grab(), QStringLiteral("scene-section"));
    shown.view.switchOff(scene3d::SceneState::TooSlow);
    for (const theme::Theme& theme : theme::themes()) {
        shown.view.setTheme(theme);
        saveShot(shown.grab(), QStringLiteral("scene-off-") + theme.id());
    }
    shown.view.switchOn();
    shown.view.setSectionShown(false);
    shown.view.setTheme(dark());
    shown.view.setArea({37.46, 126.6}, 40'000);
    QVERIFY(QTest::qWaitFor([&] { return shown.grab(), shown.view.drawnObjects() > 4'000; }, 20'000));
    QTest::qWait(1'500);
    saveShot(shown.grab(), QStringLiteral("scene-coast"));
}

HANEUL_GUI_TEST_MAIN(Scene3DViewTest)
#include "scene3d_view_test.moc"
