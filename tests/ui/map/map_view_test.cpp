#include "gui_test.h"
#include "tile_server.h"
#include "traffic.h"

#include "tests/support/eventually.h"
#include "ui/map/map_view.h"
#include "ui/map/track_layer.h"
#include "ui/theme/color_check.h"

#include <QClipboard>
#include <QGeoCoordinate>
#include <QPainter>
#include <QQuickItem>
#include <QQuickWidget>
#include <QSignalSpy>

#include <algorithm>
#include <ctime>

using namespace haneul;
using namespace haneul::test;
using map::LabelDetail;
using map::MapView;
using map::TileServerState;
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
    MapView view;

    explicit Shown(QSize size = {900, 600})
        : view(dark(), &selection) {
        view.resize(size);
        view.show();
        [[maybe_unused]] const bool exposed = QTest::qWaitForWindowExposed(&view);
    }

    QImage grab() {
        QCoreApplication::processEvents();
        return view.grab().toImage();
    }

    map::TrackLayer& layer() { return *view.findChild<map::TrackLayer*>(); }

    QQuickItem& mapItem() { return *layer().parentItem(); }
};

} // namespace

class MapViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void projectionIsTheMapsOwn_data();
    void projectionIsTheMapsOwn();
    void symbolsStandWhereTheProjectionSays();
    void firstFrameAfterAPanIsTheSettledOne();
    void stateIsToldWithoutColour();
    void labelsShowHangul();
    void clickSelectsAndSelectionIsDrawn();
    void wheelKeepsThePlaceUnderTheCursor();
    void keysPanAndZoom();
    void fitShowsEverybody();
    void tilesComeFromTheServerInTheAskedStyle();
    void onlyALoopbackTileServerIsTaken_data();
    void onlyALoopbackTileServerIsTaken();
    void withoutATileServerTheMapStaysUsable();
    void tilesReturnWithTheServer();
    void nothingIsRepaintedWhenNothingChanged();
    void openAndCloseTwentyTimes();
    void normalTrafficHasNoAlarmColors_data();
    void normalTrafficHasNoAlarmColors();
    void trailsAreDrawnAndCanBeOff();
    void labelIsDraggedAndStays();
    void tabGoesThroughWhatLiesUnderThePointer();
    void rulerMeasuresFromTheSelectionByKeyboard();
    void rulerMeasuresWithTwoClicks();
    void whoHasNoLabelIsCounted();
    void everythingGrowsWithTheText();
    void tenThousandTracks(); // P12
    void picturesForPeople();
};

void MapViewTest::projectionIsTheMapsOwn_data() {
    QTest::addColumn<double>("zoom");
    for (const double zoom : {4.0, 7.3, 11.0, 14.71, 17.0, 20.0})
        QTest::addRow("zoom %g", zoom) << zoom;
}

void MapViewTest::projectionIsTheMapsOwn() {
    HANEUL_NEEDS_DISPLAY();
    QFETCH(double, zoom);
    Shown shown;
    shown.view.centerOn({37.5512, 126.9882}, zoom);
    QCOMPARE(shown.view.zoom(), zoom);
    double worst = 0;
    for (const QPointF pixel :
         {QPointF(0, 0), QPointF(450, 300), QPointF(899, 10), QPointF(13, 580), QPointF(-200, 900)}) {
        const geo::LatLon place = shown.view.placeAt(pixel);
        QPointF theirs;
        QVERIFY(QMetaObject::invokeMethod(
            &shown.mapItem(), "fromCoordinate", Q_RETURN_ARG(QPointF, theirs),
            Q_ARG(QGeoCoordinate, QGeoCoordinate(place.latitude_deg, place.longitude_deg)), Q_ARG(bool, false)));
        const QPointF ours = shown.view.pixelOf(place);
        worst = std::max({worst, std::abs(theirs.x() - ours.x()), std::abs(theirs.y() - ours.y())});
        QVERIFY((ours - pixel).manhattanLength() < 0.01);
    }
    QVERIFY2(worst < 0.01, qPrintable(QString::number(worst)));
}

void MapViewTest::symbolsStandWhereTheProjectionSays() {
    HANEUL_NEEDS_DISPLAY();
    using traffic::SourceKind;
    Shown shown;
    shown.view.setLabelDetail(LabelDetail::None);
    const std::vector<traffic::Track> tracks{trackAt("uas:1", {37.56, 126.95}, SourceKind::Telemetry),
                                             trackAt("icao:2", {37.54, 126.97}, SourceKind::Sbs),
                                             trackAt("mav:3", {37.55, 127.02}, SourceKind::Mavlink)};
    for (const double zoom : {11.5, 13.0}) {
        shown.view.centerOn(seoul, zoom);
        shown.view.setSituation(situationOf(tracks));
        const QImage image = shown.grab();
        for (const traffic::Track& track : tracks) {
            const QPointF pixel = shown.view.pixelOf(*track.position);
            QVERIFY2(pixelsLike(image, around(pixel, 6), dark().sourceColor(track.kind())) > 25, track.id.c_str());
        }
        // Away from symbols and vectors there is only the base.
        QCOMPARE(pixelsLike(image, {400, 20, 60, 60}, dark().color(ColorRole::Base), 2), 60 * 60);
    }
}

void MapViewTest::firstFrameAfterAPanIsTheSettledOne() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    shown.view.setSituation(situationOf(mixedTraffic(200, 0.2)));
    shown.view.centerOn(seoul, 11);
    shown.grab();
    shown.view.centerOn({37.5, 126.9}, 11.6);
    QImage first = shown.grab();
    QTest::qWait(200);
    QImage settled = shown.grab();
    for (QImage* image : {&first, &settled}) // the count of tracks without label may follow
        QPainter(image).fillRect(QRect(0, 400, 300, 200), Qt::black);
    QVERIFY(first == settled);
}

void MapViewTest::stateIsToldWithoutColour() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    shown.view.setLabelDetail(LabelDetail::None);
    shown.view.centerOn(seoul, 12);
    traffic::Track track = trackAt("uas:1", seoul, traffic::SourceKind::Telemetry, std::nullopt);
    std::vector<QImage> grey;
    for (const auto state : {traffic::TrackState::Live, traffic::TrackState::Stale, traffic::TrackState::Lost}) {
        track.state = state;
        track.revision += 1;
        shown.view.setSituation(situationOf({track}));
        grey.push_back(
            shown.grab().copy(around(shown.view.pixelOf(seoul), 8)).convertToFormat(QImage::Format_Grayscale8));
    }
    const auto brightPixels = [](const QImage& image) { return pixelsLike(image, image.rect(), Qt::white, 130); };
    const int live = brightPixels(grey[0]);
    const int stale = brightPixels(grey[1]);
    QVERIFY(grey[1] != grey[2]);
    QVERIFY2(stale < live * 3 / 4, qPrintable(QStringLiteral("%1 %2").arg(stale).arg(live)));
    QVERIFY(pixelsLike(grey[1], {7, 7, 3, 3}, Qt::white, 130) == 0); // hollow: nothing in the middle
    QVERIFY(pixelsLike(grey[2], {7, 7, 3, 3}, Qt::white, 130) > 0);  // a cross meets there
}

void MapViewTest::labelsShowHangul() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    shown.view.centerOn(seoul, 12);
    traffic::Track track = trackAt("uas:1", seoul, traffic::SourceKind::Telemetry);
    QList<QImage> labels;
    for (const char* name : {"한강", "남산"}) {
        track.label = name;
        track.velocity.reset();
        track.revision += 1;
        shown.view.setSituation(situationOf({track}));
        const QPoint pixel = shown.view.pixelOf(seoul).toPoint();
        labels << shown.grab().copy(QRect(pixel.x() + 18, pixel.y() - 40, 160, 80)); // right of the symbol
        QVERIFY(pixelsLike(labels.last(), labels.last().rect(), dark().color(ColorRole::Text), 60) > 20);
    }
    QVERIFY(labels[0] != labels[1]); // not the same empty box for both
}

void MapViewTest::clickSelectsAndSelectionIsDrawn() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    shown.view.setLabelDetail(LabelDetail::None);
    shown.view.setSituation(situationOf(mixedTraffic(10'000, 0.5)));
    const auto wanted = trackAt("uas:wanted", {37.5501, 126.9901}, traffic::SourceKind::Telemetry);
    auto tracks = mixedTraffic(10'000, 0.5);
    tracks.push_back(wanted);
    shown.view.setSituation(situationOf(tracks));
    shown.view.centerOn(seoul, 14);
    const QPointF pixel = shown.view.pixelOf(*wanted.position);
    QTest::mouseMove(&shown.view, pixel.toPoint());
    QCOMPARE(shown.selection.hovered(), wanted.id);
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, (pixel + QPointF(4, -3)).toPoint());
    QCOMPARE(shown.selection.selected(), wanted.id);
    QVERIFY(shown.view.trackAt(pixel));
    QVERIFY(pixelsLike(shown.grab(), around(pixel, 17), dark().color(ColorRole::Selection)) > 60);

    shown.selection.select("uas:elsewhere"); // from the table: the halo goes
    QVERIFY(pixelsLike(shown.grab(), around(pixel, 17), dark().color(ColorRole::Selection)) < 30);
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    QVERIFY(shown.selection.selected().empty());
}

void MapViewTest::wheelKeepsThePlaceUnderTheCursor() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    shown.view.centerOn(seoul, 11);
    const QPointF pixel(700, 130);
    const geo::LatLon before = shown.view.placeAt(pixel);
    QWheelEvent event(pixel, shown.view.mapToGlobal(pixel), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&shown.view, &event);
    QCOMPARE(shown.view.zoom(), 12.0);
    QVERIFY((shown.view.pixelOf(before) - pixel).manhattanLength() < 0.01);
}

void MapViewTest::keysPanAndZoom() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    shown.view.centerOn(seoul, 11);
    QTest::keyClick(&shown.view, Qt::Key_Right);
    QVERIFY(shown.view.center().longitude_deg > seoul.longitude_deg);
    QTest::keyClick(&shown.view, Qt::Key_Up);
    QVERIFY(shown.view.center().latitude_deg > seoul.latitude_deg);
    QTest::keyClick(&shown.view, Qt::Key_Plus);
    QCOMPARE(shown.view.zoom(), 12.0);
    for (int i = 0; i < 15; ++i)
        QTest::keyClick(&shown.view, Qt::Key_Plus);
    QCOMPARE(shown.view.zoom(), MapView::maxZoom);
    for (int i = 0; i < 30; ++i)
        QTest::keyClick(&shown.view, Qt::Key_Minus);
    QVERIFY(shown.view.zoom() >= std::log2(900.0 / 256.0) - 1e-6);
}

void MapViewTest::fitShowsEverybody() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    const auto situation = situationOf(mixedTraffic(100, 0.8));
    shown.view.setSituation(situation);
    QTest::keyClick(&shown.view, Qt::Key_Home);
    for (const traffic::TrackPtr& track : situation->tracks)
        QVERIFY(QRectF(shown.view.rect()).contains(shown.view.pixelOf(*track->position)));
    const double zoom = shown.view.zoom();
    shown.view.fitTo({}); // nobody: stays
    QCOMPARE(shown.view.zoom(), zoom);
}

void MapViewTest::tilesComeFromTheServerInTheAskedStyle() {
    HANEUL_NEEDS_DISPLAY();
    TileServer server;
    Shown shown;
    shown.view.centerOn(seoul, 11);
    QVERIFY(shown.view.setTileServer(server.url()));
    const auto shows = [&](const char* style) {
        return pixelsLike(shown.grab(), {200, 100, 100, 100}, TileServer::colorOf(QString::fromLatin1(style)), 2) >
               9000;
    };
    SOON(shows("dark"));
    SOON(shown.view.tileServerState() == TileServerState::Answering);
    QVERIFY(std::ranges::all_of(server.asked,
                                [](const QString& path) { return path.startsWith(QLatin1String("/tiles/dark/")); }));
    // With the detail of a screen of two pixels a point; the test of the server's watch asks for others.
    QVERIFY(std::ranges::count_if(server.asked, [](const QString& path) { return path.endsWith(u"@2x"); }) > 6);
    shown.view.setTheme(theme::themeById(u"light"));
    SOON(shows("light")); // not the other style's tiles from some cache
    QVERIFY(std::abs(shown.view.zoom() - 11) < 1e-9);
    QVERIFY((shown.view.pixelOf(seoul) - QPointF(450, 300)).manhattanLength() < 0.01);
}

void MapViewTest::onlyALoopbackTileServerIsTaken_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("taken");
    QTest::newRow("ipv4") << QStringLiteral("http://127.0.0.1:9") << true;
    QTest::newRow("name") << QStringLiteral("http://localhost:9") << true;
    QTest::newRow("none") << QString() << true;
    QTest::newRow("internet") << QStringLiteral("http://192.0.2.1/") << false;
    QTest::newRow("named host") << QStringLiteral("http://tile.example.org/") << false;
    QTest::newRow("name that begins like one") << QStringLiteral("http://localhost.example.org/") << false;
    QTest::newRow("other scheme") << QStringLiteral("file:///etc/passwd") << false;
}

void MapViewTest::onlyALoopbackTileServerIsTaken() {
    HANEUL_NEEDS_DISPLAY();
    QFETCH(QString, url);
    QFETCH(bool, taken);
    Shown shown;
    const auto result = shown.view.setTileServer(QUrl(url));
    QCOMPARE(result.has_value(), taken);
    if (!taken) QCOMPARE(result.error().code, "TILE_SERVER_NOT_LOCAL");
}

void MapViewTest::withoutATileServerTheMapStaysUsable() {
    HANEUL_NEEDS_DISPLAY();
    quint16 closedPort = 0;
    {
        TileServer server;
        closedPort = server.serverPort();
    }
    Shown shown;
    shown.view.setLabelDetail(LabelDetail::None);
    const auto track = trackAt("uas:1", seoul, traffic::SourceKind::Telemetry);
    shown.view.setSituation(situationOf({track}));
    QVERIFY(shown.view.setTileServer(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(closedPort))));
    SOON(shown.view.tileServerState() == TileServerState::Unreachable);
    shown.view.centerOn(seoul, 12);
    const QImage image = shown.grab();
    QVERIFY(pixelsLike(image, around(shown.view.pixelOf(seoul), 6), dark().sourceColor(track.kind())) > 25);
    QVERIFY(pixelsLike(image, {100, 0, 700, 60}, dark().color(ColorRole::Caution), 40) > 100); // says so on the map
}

void MapViewTest::tilesReturnWithTheServer() {
    HANEUL_NEEDS_DISPLAY();
    TileServer server;
    const quint16 port = server.serverPort();
    const QUrl url = server.url();
    server.stop();
    Shown shown;
    QVERIFY(shown.view.setTileServer(url));
    SOON(shown.view.tileServerState() == TileServerState::Unreachable);
    QVERIFY(server.start(port));
    SOON(shown.view.tileServerState() == TileServerState::Answering);
    SOON(pixelsLike(shown.grab(), {200, 100, 100, 100}, TileServer::colorOf(QStringLiteral("dark")), 2) > 9000);
}

void MapViewTest::nothingIsRepaintedWhenNothingChanged() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    const auto situation = situationOf(mixedTraffic(50, 0.2));
    shown.view.setSituation(situation);
    shown.grab();
    QTest::qWait(100);
    const quint64 frames = shown.layer().costs().frames;
    for (int tick = 1; tick <= 10; ++tick) {
        auto next = std::make_shared<situation::Situation>(*situation);
        next->time += milliseconds(100 * tick);
        shown.view.setSituation(next);
        QTest::qWait(5);
    }
    QCOMPARE(shown.layer().costs().frames, frames);
    shown.view.setSituation(situationOf(moved(mixedTraffic(50, 0.2), 1.0)));
    SOON(shown.layer().costs().frames > frames);
}

void MapViewTest::openAndCloseTwentyTimes() {
    HANEUL_NEEDS_DISPLAY();
    models::Selection selection;
    TileServer server;
    const auto situation = situationOf(mixedTraffic(200, 0.2));
    for (int i = 0; i < 20; ++i) {
        auto* view = new MapView(dark(), &selection);
        view->setAttribute(Qt::WA_DeleteOnClose);
        view->resize(500, 400);
        QVERIFY(view->setTileServer(server.url()));
        view->setSituation(situation);
        view->show();
        QVERIFY(QTest::qWaitForWindowExposed(view));
        QVERIFY(colorsIn(view->grab().toImage(), view->rect()) > 20);
        view->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void MapViewTest::normalTrafficHasNoAlarmColors_data() {
    QTest::addColumn<QString>("id");
    for (const theme::Theme& theme : theme::themes())
        QTest::newRow(qPrintable(theme.id())) << theme.id();
}

void MapViewTest::normalTrafficHasNoAlarmColors() {
    HANEUL_NEEDS_DISPLAY();
    QFETCH(QString, id);
    Shown shown({1400, 900});
    shown.view.setTheme(theme::themeById(id));
    auto tracks = mixedTraffic(200, 0.2);
    tracks.push_back(flown("uas:trail", seoul, 200, 20.0));
    const auto situation = situationOf(tracks);
    shown.view.setSituation(situation);
    shown.view.centerOn(seoul, 12);
    shown.selection.select(situation->tracks[100]->id);
    shown.grab();
    QTest::qWait(100);
    const QImage image = shown.grab();
    saveShot(image, QStringLiteral("map-normal-") + id);
    QVERIFY(colorsIn(image, image.rect()) > 100); // there is something to judge
    QCOMPARE(theme::abnormalPixels(image), 0);
}

void MapViewTest::trailsAreDrawnAndCanBeOff() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    shown.view.setLabelDetail(LabelDetail::None);
    const auto track = flown("uas:1", seoul, 200, 20.0);
    shown.view.setSituation(situationOf({track}));
    shown.view.centerOn(seoul, 15);
    const auto dotsSeen = [&](const QImage& image) {
        int seen = 0;
        for (const traffic::TrailPoint& point : track.trail.points()) {
            const QPointF pixel = shown.view.pixelOf(point.position);
            const bool underTheSymbol = (pixel - shown.view.pixelOf(seoul)).manhattanLength() < 12;
            if (underTheSymbol || !image.rect().contains(pixel.toPoint())) continue;
            seen += distance(image.pixelColor(pixel.toPoint()), dark().color(ColorRole::Base)) > 20 ? 1 : 0;
        }
        return seen;
    };
    QCOMPARE(dotsSeen(shown.grab()), int(map::trailDots));
    shown.view.setTrailSeconds(0);
    QCOMPARE(dotsSeen(shown.grab()), 0);
}

void MapViewTest::labelIsDraggedAndStays() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    const auto tracks = std::vector{trackAt("uas:1", seoul, traffic::SourceKind::Telemetry)};
    shown.view.setSituation(situationOf(tracks));
    shown.view.centerOn(seoul, 12);
    shown.grab();
    QCOMPARE(shown.layer().labels().labels(), 1U);
    const QRectF before = shown.layer().labels().placed()[0].area;
    const QPoint grip = before.center().toPoint();
    const geo::LatLon center = shown.view.center();
    QTest::mouseMove(&shown.view, grip);
    QTest::mousePress(&shown.view, Qt::LeftButton, {}, grip);
    QTest::mouseMove(&shown.view, grip + QPoint(30, 20));
    QTest::mouseMove(&shown.view, grip + QPoint(90, 120));
    QTest::mouseRelease(&shown.view, Qt::LeftButton, {}, grip + QPoint(90, 120));
    shown.grab();
    QVERIFY(shown.view.center() == center); // the label was moved, not the map
    QCOMPARE(shown.view.pinnedLabels(), 1U);
    const QRectF after = shown.layer().labels().placed()[0].area;
    QVERIFY((after.topLeft() - before.topLeft() - QPointF(90, 120)).manhattanLength() < 2);
    shown.view.setSituation(situationOf(moved(tracks, 20.0)));
    shown.grab();
    const map::PlacedLabel label = shown.layer().labels().placed()[0];
    QVERIFY((label.area.topLeft() - label.symbol - (after.topLeft() - shown.view.pixelOf(seoul))).manhattanLength() <
            1);
    QTest::mouseDClick(&shown.view, Qt::LeftButton, {}, label.area.center().toPoint());
    QCOMPARE(shown.view.pinnedLabels(), 0U);
    QVERIFY(shown.view.zoom() == 12.0);
}

void MapViewTest::tabGoesThroughWhatLiesUnderThePointer() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    shown.view.setSituation(situationOf({trackAt("uas:a", seoul, traffic::SourceKind::Telemetry),
                                         trackAt("uas:b", {37.55001, 126.99}, traffic::SourceKind::Telemetry),
                                         trackAt("uas:c", {37.6, 126.9}, traffic::SourceKind::Telemetry)}));
    shown.view.centerOn(seoul, 13);
    QTest::mouseMove(&shown.view, shown.view.pixelOf(seoul).toPoint());
    QCOMPARE(shown.view.tracksAt(shown.view.pixelOf(seoul)).size(), 2U);
    const auto first = shown.selection.hovered();
    QTest::keyClick(&shown.view, Qt::Key_Tab);
    const auto second = shown.selection.hovered();
    QVERIFY(first != second && !second.empty());
    QTest::keyClick(&shown.view, Qt::Key_Tab);
    QCOMPARE(shown.selection.hovered(), first);
    QTest::keyClick(&shown.view, Qt::Key_Backtab);
    QCOMPARE(shown.selection.hovered(), second);
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, shown.view.pixelOf(seoul).toPoint());
    QCOMPARE(shown.selection.selected(), second); // the one that is meant
}

void MapViewTest::rulerMeasuresFromTheSelectionByKeyboard() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    auto tracks = std::vector{trackAt("uas:1", {37.57, 126.97}, traffic::SourceKind::Telemetry)};
    shown.view.setSituation(situationOf(tracks));
    shown.view.centerOn(seoul, 12);
    shown.selection.select("uas:1");
    shown.view.toggleMeasuring();
    QTest::keyClick(&shown.view, Qt::Key_Return); // to the middle: the pointer is elsewhere
    const QString text = shown.view.measurementsText();
    QVERIFY2(text.startsWith(QStringLiteral("1 → 37.55")), qPrintable(text));
    const QImage image = shown.grab();
    const QPointF half = (shown.view.pixelOf({37.57, 126.97}) + shown.view.pixelOf(seoul)) / 2;
    QVERIFY(pixelsLike(image, around(half, 4), dark().color(ColorRole::Text), 60) > 4);
    shown.view.setSituation(situationOf(moved(tracks, 30.0))); // the line follows
    QVERIFY(shown.view.measurementsText() != text);
    QGuiApplication::clipboard()->clear();
    QTest::keySequence(&shown.view, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), shown.view.measurementsText());
    QTest::keyClick(&shown.view, Qt::Key_Escape); // the tool
    QTest::keyClick(&shown.view, Qt::Key_Escape); // the measurement
    QVERIFY(shown.view.measurementsText().isEmpty());
    QCOMPARE(shown.selection.selected(), "uas:1");
    QTest::keyClick(&shown.view, Qt::Key_Escape); // and only then the selection
    QVERIFY(shown.selection.selected().empty());
}

void MapViewTest::rulerMeasuresWithTwoClicks() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    shown.view.setSituation(situationOf({trackAt("uas:1", seoul, traffic::SourceKind::Telemetry)}));
    shown.view.centerOn(seoul, 12);
    shown.view.toggleMeasuring();
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, (shown.view.pixelOf(seoul) + QPointF(4, 3)).toPoint());
    QTest::mouseMove(&shown.view, QPoint(600, 200));
    shown.grab();
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, QPoint(600, 200));
    QVERIFY(shown.view.measurementsText().startsWith(QStringLiteral("1 → "))); // caught by the track
    QVERIFY(shown.selection.selected().empty());                               // the click was the ruler's
    shown.view.clearMeasurements();
    QVERIFY(shown.view.measurementsText().isEmpty());
}

void MapViewTest::whoHasNoLabelIsCounted() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    shown.view.setSituation(situationOf(mixedTraffic(500, 0.1)));
    shown.view.centerOn(seoul, 11);
    shown.grab();
    QVERIFY(shown.layer().missing().labels > 100);
    const auto said = [&] {
        const QString text = shown.view.findChild<QQuickWidget*>()->rootObject()->property("missing").toString();
        return text == QStringLiteral("+%1 without label").arg(shown.layer().missing().labels);
    };
    SOON((shown.grab(), said()));
    shown.view.setLabelDetail(LabelDetail::None); // wanted so: nothing is missing
    SOON((shown.grab(), shown.layer().missing().labels == 0));
}

void MapViewTest::everythingGrowsWithTheText() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown;
    const double plain = shown.view.look().scale;
    for (const double scale : {0.8, 2.5, 1.0}) {
        theme::apply(*qApp, dark(), scale);
        SOON(std::abs(shown.view.look().scale - plain * scale) < 0.08);
        shown.view.setSituation(situationOf(mixedTraffic(60, 0.2)));
        shown.view.centerOn(seoul, 11);
        saveShot((shown.grab(), QTest::qWait(100), shown.grab()), QStringLiteral("map-text-%1").arg(scale));
    }
}

void MapViewTest::tenThousandTracks() {
    HANEUL_NEEDS_DISPLAY();
    Shown shown({1880, 1000});
    auto tracks = mixedTraffic(10'000, 0.35);
    shown.view.setSituation(situationOf(tracks));
    shown.view.centerOn(seoul, 11);
    for (int i = 0; i < 30; ++i) // the first frames shape the labels
        shown.grab();
    constexpr int rounds = 20;
    double update = 0;
    double dataFrame = 0;
    double panFrame = 0;
    for (int i = 0; i < rounds; ++i) {
        const auto situation = situationOf(moved(tracks, 0.1 * i));
        const double start = cpu_ms();
        shown.view.setSituation(situation);
        const double updated = cpu_ms();
        shown.grab();
        const double drawn = cpu_ms();
        QTest::keyClick(&shown.view, i % 2 ? Qt::Key_Left : Qt::Key_Right);
        const double panned = cpu_ms();
        shown.grab();
        panFrame += cpu_ms() - panned;
        update += updated - start;
        dataFrame += drawn - updated;
    }
    const auto& costs = shown.layer().costs();
    qInfo("10000 tracks, 1880x1000, %zu drawn, %zu labels: update %.2f ms, data frame %.1f ms, pan frame %.1f ms (GUI "
          "thread, "
          "grab included); last build %.2f ms, labels %.2f ms",
          costs.tracks, costs.labels, update / rounds, dataFrame / rounds, panFrame / rounds, costs.build_ms,
          costs.labels_ms);
    QVERIFY(costs.tracks > 5'000);
    QVERIFY(costs.labels > 5);
}

void MapViewTest::picturesForPeople() {
    HANEUL_NEEDS_DISPLAY();
    if (qEnvironmentVariableIsEmpty("HANEUL_SHOTS")) QSKIP("HANEUL_SHOTS is not set");
    TileServer server;
    const QString real = qEnvironmentVariable("HANEUL_TILES");
    Shown shown({1920, 1080});
    QVERIFY(shown.view.setTileServer(real.isEmpty() ? server.url() : QUrl(real)));
    shown.view.setAttribution(QStringLiteral("© OpenStreetMap contributors (ODbL) · Natural Earth"));
    const auto situation = situationOf(mixedTraffic(200, 0.25));
    shown.view.setSituation(situation);
    shown.view.centerOn(seoul, 12);
    shown.selection.select(situation->tracks[100]->id);
    QTest::mouseMove(&shown.view, shown.view.pixelOf(*situation->tracks[120]->position).toPoint());
    auto withTrails = mixedTraffic(200, 0.25);
    for (int i = 0; i < 20; ++i)
        withTrails.push_back(
            flown("uas:T-" + std::to_string(i), {37.52 + 0.004 * i, 126.93 + 0.007 * i}, 200, 8.0 + i));
    shown.view.setTrailSeconds(180);
    shown.view.setSituation(situationOf(withTrails));
    shown.view.toggleMeasuring();
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, shown.view.pixelOf(*situation->tracks[60]->position).toPoint());
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    for (const theme::Theme& theme : theme::themes()) {
        shown.view.setTheme(theme);
        QTest::qWait(real.isEmpty() ? 700 : 6000);
        saveShot(shown.grab(), QStringLiteral("map-") + theme.id());
    }
    shown.view.setTheme(dark());
    shown.view.setSituation(situationOf(mixedTraffic(2'000, 0.35)));
    shown.view.centerOn(seoul, 11);
    QTest::qWait(4000);
    saveShot(shown.grab(), QStringLiteral("map-2000"));
    server.stop();
    QVERIFY(shown.view.setTileServer(QUrl(QStringLiteral("http://127.0.0.1:1"))));
    QTest::qWait(700);
    saveShot(shown.grab(), QStringLiteral("map-no-tiles"));
}

HANEUL_GUI_TEST_MAIN(MapViewTest)
#include "map_view_test.moc"
