#include "traffic.h"

#include "core/geo/geodesic.h"
#include "ui/map/camera.h"
#include "ui/map/glyph_atlas.h"
#include "ui/map/label_layout.h"
#include "ui/map/load_guard.h"
#include "ui/map/measure.h"
#include "ui/map/symbol_mesh.h"
#include "ui/map/track_cache.h"
#include "ui/map/track_geometry.h"
#include "ui/map/track_labels.h"
#include "ui/map/track_text.h"
#include "ui/map/trail_geometry.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QtTest/QtTest>

#include <algorithm>
#include <array>
#include <map>

using namespace haneul;
using namespace haneul::map;
using namespace haneul::test;
using traffic::SourceKind;
using traffic::TrackState;

class MapUnitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cameraGoesThereAndBack();
    void cameraTakesTheNearestWorld();
    void scaleBarIsRoundAndFits_data();
    void scaleBarIsRoundAndFits();
    void fittingHoldsAGroupAcrossTheAntimeridian();
    void cacheTellsWhetherAnythingChanged();
    void cacheKnowsOnlyTracksWithAPosition();
    void pickFindsTheNearestAmongTenThousand();
    void pickFindsNothingBeyondTheRadius();
    void meshesAreWhole();
    void shapeTellsSourceAndState_data();
    void shapeTellsSourceAndState();
    void everySourceClassHasItsOwnShape();
    void geometryLeavesOutWhatIsOffTheScreen();
    void geometryDrawsTheSelectedLast();
    void geometryIsExactFarFromItsOrigin();
    void vectorsAreTimeNotDistance_data();
    void vectorsAreTimeNotDistance();
    void vectorsCanBeOff();
    void symbolsGrowWithTheText();
    void trailDotsAreReportedPlacesAndShrink();
    void trailsCanBeOffAndFollowTheView();
    void onlyLiveMovingTracksHaveAVector();
    void labelsNeverOverlap();
    void labelStaysInItsPlace();
    void selectedAlwaysHasItsLabel();
    void labelsCoverNeitherEachOtherNorSymbols_data();
    void labelsCoverNeitherEachOtherNorSymbols();
    void labelsAreTheSameForTheSamePicture();
    void labelsDoNotJump();
    void pinnedLabelsStayWhereTheyWerePut();
    void hoveredLabelPushesNobodyAwayWhereThereIsRoom();
    void labelsKeepOffTheWordsOnTheMap();
    void farLabelsHaveALeader();
    void overloadShedsLabelsThenTrails();
    void pickListsAllUnderThePointerNearestFirst();
    void newTextsComeInRounds();
    void atlasKnowsHangul();
    void textSaysUnknown();
    void textSaysDatumAndAge();
};

namespace {

MapCamera cameraAt(geo::LatLon place, double zoom) {
    return {.center = geo::toMercator(place), .zoom = zoom, .size = {1000, 700}};
}

const theme::Theme& dark() {
    return theme::themeById(u"dark");
}

// A view with labels, as the layer builds it frame by frame.
struct Labelled {
    MapCamera camera = cameraAt(seoul, 12);
    TrackMarks marks;
    TrackLook look;
    LabelPins pins;
    std::vector<QRectF> keepFree;
    GlyphAtlas atlas{theme::applicationFont(), 1.0};
    TrackLabels labels;

    void settle(const TrackCache& cache) {
        bool complete = false;
        for (int round = 0; round < 40 && !complete; ++round) {
            atlas.beginRound();
            complete = labels.build(
                cache,
                {.camera = camera, .theme = dark(), .marks = marks, .look = look, .pins = pins, .keepFree = keepFree},
                atlas);
        }
        QVERIFY(complete);
    }

    std::map<std::string, QPointF> offsets() const {
        std::map<std::string, QPointF> all;
        for (const PlacedLabel& label : labels.placed())
            all[label.id] = label.area.topLeft() - label.symbol;
        return all;
    }
};

TrackCache cacheOf(std::vector<traffic::Track> tracks) {
    TrackCache cache;
    cache.update(*situationOf(std::move(tracks)));
    return cache;
}

} // namespace

void MapUnitsTest::cameraGoesThereAndBack() {
    for (const double zoom : {2.0, 10.5, 20.0}) {
        const MapCamera camera = cameraAt(seoul, zoom);
        for (const QPointF pixel : {QPointF(500, 350), QPointF(0, 0), QPointF(999, 120)})
            QVERIFY((camera.pixelOf(camera.placeAt(pixel)) - pixel).manhattanLength() < 1e-4);
    }
}

void MapUnitsTest::cameraTakesTheNearestWorld() {
    const MapCamera camera = cameraAt({0, 179.9}, 8);
    const QPointF beyond = camera.pixelOf(geo::toMercator({0, -179.9}));
    QVERIFY(beyond.x() > 500 && beyond.x() < 700);
}

void MapUnitsTest::scaleBarIsRoundAndFits_data() {
    QTest::addColumn<double>("zoom");
    QTest::addColumn<double>("length_m");
    QTest::newRow("city") << 11.0 << 5'000.0;
    QTest::newRow("street") << 17.0 << 100.0;
    QTest::newRow("country") << 7.0 << 100'000.0;
}

void MapUnitsTest::scaleBarIsRoundAndFits() {
    QFETCH(double, zoom);
    QFETCH(double, length_m);
    const ScaleBar bar = scaleBar(cameraAt(seoul, zoom), 160);
    QCOMPARE(bar.length_m, length_m);
    QVERIFY(bar.length_px <= 160 && bar.length_px > 60);
}

void MapUnitsTest::fittingHoldsAGroupAcrossTheAntimeridian() {
    const std::vector<geo::Mercator> places{geo::toMercator({1, 179.5}), geo::toMercator({-1, -179.5})};
    const MapCamera camera = fitting(places, {1000, 700}, 60, 15);
    QVERIFY(camera.zoom > 7);
    for (const geo::Mercator& place : places)
        QVERIFY(QRectF(59, 59, 882, 582).contains(camera.pixelOf(place)));
    QCOMPARE(fitting(std::span(places).first(1), {1000, 700}, 60, 15).zoom, 15.0); // one place is no reason to dive
}

void MapUnitsTest::cacheTellsWhetherAnythingChanged() {
    const auto situation = situationOf(mixedTraffic(100, 0.2));
    TrackCache cache;
    QVERIFY(cache.update(*situation));
    QVERIFY(!cache.update(*situation));
    auto next = *situation;
    next.tracks.erase(next.tracks.begin() + 50); // one went
    QVERIFY(cache.update(next));
    QCOMPARE(cache.placed().size(), 99);
    QVERIFY(cache.update(*situation)); // and came back
    next = *situation;
    next.tracks[7] = std::make_shared<const traffic::Track>(*next.tracks[7]); // one changed
    QVERIFY(cache.update(next));
    next.tracks.pop_back(); // the last went
    QVERIFY(cache.update(next));
    QVERIFY(std::ranges::is_sorted(cache.placed(), {}, [](const PlacedTrack& placed) { return placed.track->id; }));
}

void MapUnitsTest::cacheKnowsOnlyTracksWithAPosition() {
    auto without = trackAt("uas:nowhere", {}, SourceKind::Telemetry);
    without.position.reset();
    const TrackCache cache = cacheOf({without, trackAt("uas:here", seoul, SourceKind::Telemetry)});
    QCOMPARE(cache.placed().size(), 1);
    QVERIFY(cache.find("uas:here"));
    QVERIFY(!cache.find("uas:nowhere"));
    QVERIFY(!cache.nearest(geo::toMercator({0, 0}), 0.01)); // not "at 0,0"
}

void MapUnitsTest::pickFindsTheNearestAmongTenThousand() {
    const TrackCache cache = cacheOf(mixedTraffic(10'000, 0.5));
    for (std::size_t i = 0; i < 10'000; i += 501) {
        const PlacedTrack& wanted = cache.placed()[i];
        const PlacedTrack* found = cache.nearest(wanted.place, 1e-6);
        QVERIFY(found);
        QCOMPARE(found->track->id, wanted.track->id);
    }
    QBENCHMARK {
        (void)cache.nearest(geo::toMercator(seoul), 1e-6);
    }
}

void MapUnitsTest::pickFindsNothingBeyondTheRadius() {
    const TrackCache cache = cacheOf({trackAt("uas:1", {37.55, 179.9999}, SourceKind::Telemetry)});
    const MapCamera camera = cameraAt({37.55, -179.9999}, 14); // across the antimeridian
    const QPointF pixel = camera.pixelOf(cache.placed()[0].place);
    const double radius = 12 / camera.world_px();
    QVERIFY(cache.nearest(camera.placeAt(pixel + QPointF(11, 0)), radius));
    QVERIFY(!cache.nearest(camera.placeAt(pixel + QPointF(13, 0)), radius));
}

void MapUnitsTest::meshesAreWhole() {
    const SymbolMeshes meshes;
    for (std::size_t i = 0; i < static_cast<std::size_t>(SymbolShape::Count); ++i) {
        for (const SymbolMesh* mesh :
             {&meshes.solid(static_cast<SymbolShape>(i)), &meshes.hollow(static_cast<SymbolShape>(i))}) {
            QVERIFY(!mesh->indices.empty() && mesh->indices.size() % 3 == 0);
            QVERIFY(std::ranges::max(mesh->indices) < mesh->vertices.size());
            for (const SymbolVertex& vertex : mesh->vertices)
                QVERIFY(std::hypot(vertex.x, vertex.y) < 20);
        }
    }
    // A filled polygon of n corners has n - 2 triangles; none was given up by the triangulation.
    const SymbolMesh& aircraft = meshes.solid(SymbolShape::Aircraft);
    const std::size_t corners = aircraft.vertices.size() / 3;
    QCOMPARE(aircraft.indices.size() / 3, corners - 2 + 2 * 2 * corners);
}

void MapUnitsTest::shapeTellsSourceAndState_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("moving");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("shape");
    const auto row = [](const char* name, SourceKind kind, bool moving, TrackState state, SymbolShape shape) {
        QTest::newRow(name) << int(kind) << moving << int(state) << int(shape);
    };
    row("uas", SourceKind::Telemetry, true, TrackState::Live, SymbolShape::Diamond);
    row("uas hovering", SourceKind::Telemetry, false, TrackState::Stale, SymbolShape::Diamond);
    row("ads-b", SourceKind::Sbs, true, TrackState::Live, SymbolShape::Aircraft);
    row("ads-b without a course points nowhere", SourceKind::Sbs, false, TrackState::Live, SymbolShape::Disc);
    row("mavlink", SourceKind::Mavlink, true, TrackState::Stale, SymbolShape::Chevron);
    row("mavlink without a course points nowhere", SourceKind::Mavlink, false, TrackState::Live, SymbolShape::Square);
    row("lost", SourceKind::Sbs, true, TrackState::Lost, SymbolShape::Cross);
}

void MapUnitsTest::shapeTellsSourceAndState() {
    QFETCH(int, kind);
    QFETCH(bool, moving);
    QFETCH(int, state);
    QFETCH(int, shape);
    auto track = trackAt("x", seoul, SourceKind(kind), moving ? std::optional(90.0) : std::nullopt);
    track.state = TrackState(state);
    QCOMPARE(int(shapeOf(track)), shape);
    track.velocity = traffic::Velocity_mps{0.1, 0.1}; // noise
    if (!moving) QCOMPARE(int(shapeOf(track)), shape);
}

void MapUnitsTest::everySourceClassHasItsOwnShape() {
    auto track = trackAt("rid:1581F5", seoul, SourceKind::Telemetry);
    QVERIFY(shapeOf(track) == SymbolShape::Hexagon); // Remote ID, whoever relays it
    track.id = "uas:1";
    track.sources.clear();
    QVERIFY(shapeOf(track) == SymbolShape::Triangle); // uncorrelated
    track.state = TrackState::Lost;
    QVERIFY(shapeOf(track) == SymbolShape::Cross);
}

void MapUnitsTest::geometryLeavesOutWhatIsOffTheScreen() {
    const TrackCache cache = cacheOf({trackAt("uas:here", seoul, SourceKind::Telemetry),
                                      trackAt("uas:busan", {35.18, 129.07}, SourceKind::Telemetry)});
    TrackGeometry geometry;
    geometry.build(cache, cameraAt(seoul, 12), dark(), {});
    QCOMPARE(geometry.drawn(), 1);
    QVERIFY(geometry.region().suits(cameraAt(seoul, 12)));
    QVERIFY(geometry.region().suits(cameraAt({37.56, 127.0}, 12)));  // a small pan needs no new vertices
    QVERIFY(!geometry.region().suits(cameraAt({37.9, 126.99}, 12))); // a large one does
    QVERIFY(!geometry.region().suits(cameraAt(seoul, 11)));
    QVERIFY(!geometry.region().suits(cameraAt(seoul, 15)));
    geometry.build(cache, cameraAt({36.4, 128}, 7), dark(), {});
    QCOMPARE(geometry.drawn(), 2);
}

void MapUnitsTest::geometryDrawsTheSelectedLast() {
    const TrackCache cache = cacheOf(
        {trackAt("uas:1", seoul, SourceKind::Telemetry), trackAt("uas:2", {37.551, 126.99}, SourceKind::Telemetry)});
    TrackGeometry geometry;
    const MapCamera camera = cameraAt(seoul, 14);
    const auto lastY = [&](const char* selected) {
        geometry.build(cache, camera, dark(), {.selected = selected, .hovered = {}});
        return geometry.vertices().back().y;
    };
    QVERIFY(lastY("uas:2") < lastY("uas:1")); // north is up
}

void MapUnitsTest::geometryIsExactFarFromItsOrigin() {
    const geo::LatLon far{37.55 + 0.9, 126.99}; // 100 km
    const TrackCache cache = cacheOf({trackAt("uas:1", far, SourceKind::Telemetry, std::nullopt)});
    TrackGeometry geometry;
    geometry.build(cache, cameraAt(seoul, 8), dark(), {});
    QCOMPARE(geometry.drawn(), 1);
    const MapCamera close = cameraAt(far, 19);
    const TrackVertex vertex = geometry.vertices().front();
    const QPointF origin = close.pixelOf(geometry.origin());
    const double scale = close.world_px() / mercatorUnit;
    const QPointF drawn(origin.x() + vertex.x * scale, origin.y() + vertex.y * scale);
    QVERIFY((drawn - close.pixelOf(geo::toMercator(far))).manhattanLength() < 0.2);
}

void MapUnitsTest::vectorsAreTimeNotDistance_data() {
    QTest::addColumn<double>("latitude_deg");
    QTest::addColumn<double>("course_deg");
    QTest::addColumn<double>("speed_mps");
    QTest::addColumn<int>("seconds");
    for (const double latitude : {-75.0, -33.0, 0.0, 37.55, 60.0, 80.0})
        for (const double course : {0.0, 45.0, 90.0, 200.0})
            for (const double speed : {3.0, 20.0, 250.0})
                for (const int seconds : {15, 30, 60})
                    QTest::addRow("%g deg, course %g, %g m/s, %d s", latitude, course, speed, seconds)
                        << latitude << course << speed << seconds;
}

void MapUnitsTest::vectorsAreTimeNotDistance() {
    QFETCH(double, latitude_deg);
    QFETCH(double, course_deg);
    QFETCH(double, speed_mps);
    QFETCH(int, seconds);
    const geo::LatLon here{latitude_deg, 126.99};
    const auto track = trackAt("uas:1", here, SourceKind::Telemetry, course_deg, speed_mps);
    const geo::Mercator from = geo::toMercator(here);
    const geo::Mercator step = vectorStep(track, from, seconds);
    const geo::GeodesicLine flown = geo::inverse(here, geo::fromMercator({from.x + step.x, from.y + step.y}));
    const double wanted_m = speed_mps * seconds;
    // At 80 degrees a quarter of an hour of a jet would bend; a minute is right to half a percent even there.
    QVERIFY2(std::abs(flown.distance_m / wanted_m - 1.0) < 0.005, qPrintable(QString::number(flown.distance_m)));
    const double turn = std::remainder(flown.initialBearing_deg - course_deg, 360.0);
    QVERIFY2(std::abs(turn) < 1.0, qPrintable(QString::number(flown.initialBearing_deg)));
}

void MapUnitsTest::vectorsCanBeOff() {
    const TrackCache cache = cacheOf({trackAt("uas:1", seoul, SourceKind::Telemetry)});
    TrackGeometry geometry;
    const auto vertices = [&](int seconds) {
        geometry.build(cache, cameraAt(seoul, 14), dark(), {}, {.vector_s = seconds});
        return geometry.vertices().size();
    };
    QCOMPARE(vertices(15), vertices(60));
    QCOMPARE(vertices(0) + 8, vertices(30)); // a line of two ends with soft rims
}

void MapUnitsTest::symbolsGrowWithTheText() {
    const TrackCache cache = cacheOf({trackAt("uas:1", seoul, SourceKind::Telemetry, std::nullopt)});
    TrackGeometry geometry;
    const auto reach = [&](double scale) {
        geometry.build(cache, cameraAt(seoul, 14), dark(), {}, {.scale = scale});
        float most = 0;
        for (const TrackVertex& vertex : geometry.vertices())
            most = std::max(most, std::hypot(vertex.offsetX_px, vertex.offsetY_px));
        return most;
    };
    QVERIFY(std::abs(reach(2.5F) / reach(1.0F) - 2.5F) < 1e-3F);
    QVERIFY(reach(0.8F) > 6.0F); // still to be seen
}

void MapUnitsTest::trailDotsAreReportedPlacesAndShrink() {
    const TrackCache cache = cacheOf({flown("uas:1", seoul, 200, 20.0)});
    TrailGeometry trails;
    const MapCamera camera = cameraAt(seoul, 13);
    trails.build(cache, camera, dark(), {.trail_s = 90});
    QCOMPARE(trails.dots(), trailDots);
    const auto points = cache.placed()[0].track->trail.points();
    double before_px = 99;
    for (std::size_t i = 0; i < trails.dots(); ++i) {
        const TrackVertex& vertex = trails.vertices()[4 * i + 2];
        QVERIFY(vertex.offsetX_px < before_px);
        before_px = vertex.offsetX_px;
        const bool reported = std::ranges::any_of(points, [&](const traffic::TrailPoint& point) {
            const geo::Mercator place = geo::toMercator(point.position);
            return std::abs((place.x - trails.origin().x) * mercatorUnit - vertex.x) < 1e-3 &&
                   std::abs((place.y - trails.origin().y) * mercatorUnit - vertex.y) < 1e-3;
        });
        QVERIFY(reported); // never a guessed place
    }
    for (const int seconds : {45, 180}) { // the same number of dots, the same time apart
        trails.build(cache, camera, dark(), {.trail_s = seconds});
        QCOMPARE(trails.dots(), trailDots);
        const double step = (trails.vertices()[4].y - trails.vertices()[0].y) / mercatorUnit * camera.world_px() *
                            camera.metresPerPixel();
        QVERIFY2(std::abs(step - 20.0 * seconds / static_cast<double>(trailDots)) < 3.0,
                 qPrintable(QString::number(step)));
    }
}

void MapUnitsTest::trailsCanBeOffAndFollowTheView() {
    TrackCache cache = cacheOf({flown("uas:1", seoul, 200, 20.0)});
    TrailGeometry trails;
    trails.build(cache, cameraAt(seoul, 13), dark(), {.trail_s = 0});
    QCOMPARE(trails.dots(), 0);
    trails.build(cache, cameraAt({35.2, 129.0}, 13), dark(), {.trail_s = 90});
    QCOMPARE(trails.dots(), 0); // elsewhere
    const auto revision = cache.trailRevision();
    auto same = *cache.placed()[0].track;
    same.height = geo::Height{1, geo::HeightDatum::W84};
    cache.update(*situationOf({same}));
    QCOMPARE(cache.trailRevision(), revision); // a new height is no new dot
    cache.update(*situationOf({flown("uas:1", seoul, 205, 20.0)}));
    QVERIFY(cache.trailRevision() != revision);
}

void MapUnitsTest::onlyLiveMovingTracksHaveAVector() {
    auto track = trackAt("uas:1", seoul, SourceKind::Telemetry);
    QVERIFY(hasVector(track));
    track.state = TrackState::Stale;
    QVERIFY(!hasVector(track));
    track.state = TrackState::Live;
    track.velocity.reset();
    QVERIFY(!hasVector(track));
}

void MapUnitsTest::labelsNeverOverlap() {
    Occupancy occupancy({1000, 700});
    std::mt19937 random(3);
    std::vector<QRectF> areas;
    for (int i = 0; i < 400; ++i) {
        const QPointF symbol(static_cast<double>(random() % 1000), static_cast<double>(random() % 700));
        const QSizeF size(60 + static_cast<double>(random() % 60), 32);
        if (const auto place = takeLabelPlace(occupancy, symbol, size, std::nullopt))
            areas.emplace_back(labelTopLeft(*place, symbol, size), size);
    }
    QVERIFY(areas.size() > 60);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        QVERIFY(QRectF(0, 0, 1000, 700).contains(areas[i]));
        for (std::size_t k = 0; k < i; ++k)
            QVERIFY(!areas[i].intersects(areas[k]));
    }
}

void MapUnitsTest::labelStaysInItsPlace() {
    Occupancy occupancy({1000, 700});
    QCOMPARE(takeLabelPlace(occupancy, {500, 350}, {80, 32}, 4U), std::optional<std::size_t>(4));
    QCOMPARE(takeLabelPlace(occupancy, {500, 350}, {80, 32}, 4U),
             std::optional<std::size_t>(0)); // taken: the best free one
    Occupancy edge({1000, 700});
    QCOMPARE(takeLabelPlace(edge, {995, 350}, {80, 32}, std::nullopt),
             std::optional<std::size_t>(3)); // not off the view
}

void MapUnitsTest::selectedAlwaysHasItsLabel() {
    const TrackCache cache = cacheOf(mixedTraffic(3'000, 0.05));
    Labelled map;
    map.camera = cameraAt(seoul, 12);
    map.marks.selected = cache.placed()[1500].track->id;
    map.settle(cache);
    QVERIFY(map.labels.hasLabel(map.marks.selected));
    QVERIFY(map.labels.labels() < 1'000); // the others only where there is room
    map.look.labels = LabelDetail::None;
    map.settle(cache);
    QCOMPARE(map.labels.labels(), 1); // and with labels off, too
    map.marks.selected.clear();
    map.settle(cache);
    QCOMPARE(map.labels.labels(), 0);
    QVERIFY(map.labels.texts().vertices().empty());
}

void MapUnitsTest::labelsCoverNeitherEachOtherNorSymbols_data() {
    QTest::addColumn<int>("detail");
    QTest::addColumn<double>("scale");
    for (const LabelDetail detail : {LabelDetail::Name, LabelDetail::TwoLines, LabelDetail::Full})
        for (const double scale : {0.8, 1.0, 2.5})
            QTest::addRow("detail %d, scale %g", int(detail), scale) << int(detail) << scale;
}

void MapUnitsTest::labelsCoverNeitherEachOtherNorSymbols() {
    QFETCH(int, detail);
    QFETCH(double, scale);
    const TrackCache cache = cacheOf(mixedTraffic(200, 0.2));
    Labelled map;
    map.look = {.labels = LabelDetail(detail), .scale = scale};
    map.settle(cache);
    const auto placed = map.labels.placed();
    QVERIFY2(placed.size() > 10, qPrintable(QString::number(placed.size())));
    std::size_t inView = 0;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        QVERIFY(QRectF(0, 0, 1000, 700).contains(placed[i].area));
        for (std::size_t k = 0; k < i; ++k)
            QVERIFY(!placed[i].area.intersects(placed[k].area));
    }
    for (const PlacedTrack& track : cache.placed()) {
        const QPointF pixel = map.camera.pixelOf(track.place);
        if (!QRectF(0, 0, 1000, 700).contains(pixel)) continue;
        ++inView;
        const QRectF symbol(pixel - QPointF(6, 6) * scale, QSizeF(12, 12) * scale);
        for (const PlacedLabel& label : placed)
            QVERIFY(!label.area.intersects(symbol));
    }
    QCOMPARE(placed.size() + map.labels.withoutLabel(), inView); // nobody is dropped silently
}

void MapUnitsTest::labelsAreTheSameForTheSamePicture() {
    const TrackCache cache = cacheOf(mixedTraffic(600, 0.2));
    std::array<Labelled, 2> maps;
    for (Labelled& map : maps)
        map.settle(cache);
    QVERIFY(maps[0].labels.labels() == maps[1].labels.labels());
    for (std::size_t i = 0; i < maps[0].labels.labels(); ++i)
        QCOMPARE(maps[0].labels.placed()[i].area, maps[1].labels.placed()[i].area);
}

void MapUnitsTest::labelsDoNotJump() {
    auto tracks = mixedTraffic(400, 0.2);
    TrackCache cache = cacheOf(tracks);
    Labelled map;
    map.settle(cache);
    const auto before = map.offsets();
    map.settle(cache);
    QCOMPARE(map.offsets(), before); // nothing changed: nothing moves
    cache.update(*situationOf(moved(tracks, 0.2)));
    map.settle(cache);
    const auto after = map.offsets();
    std::size_t kept = 0;
    for (const auto& [id, offset] : after)
        kept += before.contains(id) && (before.at(id) - offset).manhattanLength() < 2.0 ? 1 : 0;
    QVERIFY2(kept * 100 > before.size() * 95, qPrintable(QStringLiteral("%1 of %2").arg(kept).arg(before.size())));
}

void MapUnitsTest::pinnedLabelsStayWhereTheyWerePut() {
    auto tracks = mixedTraffic(400, 0.2);
    TrackCache cache = cacheOf(tracks);
    Labelled map;
    map.settle(cache);
    const PlacedLabel label = map.labels.placed()[5];
    map.pins[label.id] = QPointF(60, -90);
    map.look.labels = LabelDetail::None;
    for (const double later : {0.0, 1.0, 2.0}) {
        cache.update(*situationOf(moved(tracks, later)));
        map.settle(cache);
        QCOMPARE(map.labels.labels(), 1);
        const PlacedLabel& pinned = map.labels.placed()[0];
        QVERIFY((pinned.area.topLeft() - pinned.symbol - QPointF(60, -90)).manhattanLength() < 1e-6);
        QVERIFY(!map.labels.leaders().vertices().empty()); // a line tells whose it is
        QVERIFY(map.labels.labelAt(pinned.area.center()));
        QVERIFY(!map.labels.labelAt(pinned.area.topLeft() - QPointF(3, 3)));
    }
}

void MapUnitsTest::hoveredLabelPushesNobodyAwayWhereThereIsRoom() {
    std::vector<traffic::Track> tracks;
    for (int i = 0; i < 4; ++i)
        tracks.push_back(trackAt("uas:" + std::to_string(i), {37.55 + 0.01 * i, 126.99}, SourceKind::Telemetry));
    const TrackCache cache = cacheOf(tracks);
    Labelled map;
    map.camera = cameraAt({37.565, 126.99}, 13);
    map.settle(cache);
    QCOMPARE(map.labels.labels(), 4);
    const auto before = map.offsets();
    map.marks.hovered = "uas:2";
    map.settle(cache);
    QCOMPARE(map.offsets(), before);
}

void MapUnitsTest::labelsKeepOffTheWordsOnTheMap() {
    const TrackCache cache = cacheOf(mixedTraffic(400, 0.2));
    Labelled map;
    map.keepFree = {QRectF(0, 500, 300, 200)};
    map.settle(cache);
    for (const PlacedLabel& label : map.labels.placed())
        QVERIFY(!label.area.intersects(map.keepFree[0]));
}

void MapUnitsTest::farLabelsHaveALeader() {
    for (std::size_t place = 0; place < labelPlaces; ++place) {
        const QPointF symbol(500, 350);
        const QRectF area(labelTopLeft(place, symbol, {80, 32}), QSizeF(80, 32));
        QVERIFY(!area.contains(symbol));
        const auto leader = leaderBetween(symbol, area);
        QCOMPARE(leader.has_value(), hasLeader(place));
        if (leader)
            QVERIFY(!area.contains(leader->from) &&
                    std::hypot((leader->from - symbol).x(), (leader->from - symbol).y()) > 10);
    }
    Occupancy crowded({1000, 700});
    for (std::size_t place = 0; place < nearPlaces; ++place) // no room beside the symbol
        crowded.take(QRectF(labelTopLeft(place, {500, 350}, {8, 8}), QSizeF(8, 8)));
    QVERIFY(!takeLabelPlace(crowded, {500, 350}, {80, 32}, std::nullopt)); // a leader would run through something
}

void MapUnitsTest::overloadShedsLabelsThenTrails() {
    LoadGuard guard;
    double now_ms = 0;
    const auto frames = [&](int count, double work_ms, double apart_ms) {
        for (int i = 0; i < count; ++i)
            guard.judge(work_ms, now_ms += apart_ms);
        return guard.shed();
    };
    QVERIFY(frames(100, 20, 100) == Shed::Nothing);
    QVERIFY(frames(LoadGuard::slowFrames - 1, 200, 100) == Shed::Nothing); // one hiccup is no overload
    QVERIFY(frames(1, 20, 100) == Shed::Nothing);
    QVERIFY(frames(LoadGuard::slowFrames, 200, 100) == Shed::Labels);
    QVERIFY(frames(LoadGuard::slowFrames, 200, 100) == Shed::LabelsAndTrails);
    QVERIFY(frames(50, 200, 100) == Shed::LabelsAndTrails); // symbols never go
    QVERIFY(frames(100, 20, 100) == Shed::LabelsAndTrails); // not at once back
    QVERIFY(frames(150, 20, 100) == Shed::Labels);
    QVERIFY(frames(LoadGuard::slowFrames, 200, 100) == Shed::LabelsAndTrails); // too early
    QVERIFY(frames(250, 20, 100) == Shed::LabelsAndTrails); // the next try comes later than the first
    QVERIFY(frames(200, 20, 100) == Shed::Labels);
    QVERIFY(frames(500, 20, 100) == Shed::Nothing);
}

void MapUnitsTest::pickListsAllUnderThePointerNearestFirst() {
    const TrackCache cache = cacheOf(
        {trackAt("uas:far", {37.5504, 126.99}, SourceKind::Telemetry), trackAt("uas:b", seoul, SourceKind::Telemetry),
         trackAt("uas:a", seoul, SourceKind::Sbs), trackAt("uas:near", {37.5501, 126.99}, SourceKind::Telemetry)});
    const MapCamera camera = cameraAt(seoul, 14);
    const auto found = cache.within(geo::toMercator(seoul), 12 / camera.world_px());
    std::vector<std::string> ids;
    for (const PlacedTrack* placed : found)
        ids.push_back(placed->track->id);
    QCOMPARE(ids, (std::vector<std::string>{"uas:a", "uas:b", "uas:near", "uas:far"}));
    QCOMPARE(cache.nearest(geo::toMercator(seoul), 12 / camera.world_px())->track->id, "uas:a");
}

void MapUnitsTest::newTextsComeInRounds() {
    GlyphAtlas atlas(QGuiApplication::font(), 1.0);
    atlas.beginRound();
    int now = 0;
    for (int i = 0; i < GlyphAtlas::newTextsPerRound + 50; ++i)
        now += atlas.shaped(QString::number(i)) ? 1 : 0;
    QCOMPARE(now, GlyphAtlas::newTextsPerRound);
    QVERIFY(atlas.shaped(QStringLiteral("0"))); // known ones are not counted
    atlas.beginRound();
    QVERIFY(atlas.shaped(QString::number(GlyphAtlas::newTextsPerRound + 1)));
    for (int i = 0; i < 200; ++i) { // a flood of names does not eat the memory
        atlas.beginRound();
        for (int k = 0; k < GlyphAtlas::newTextsPerRound; ++k)
            (void)atlas.shaped(QString::number(i * 1'000 + k));
    }
    QVERIFY(atlas.texts() <= GlyphAtlas::maxTexts + GlyphAtlas::newTextsPerRound);
}

void MapUnitsTest::atlasKnowsHangul() {
    GlyphAtlas atlas(theme::applicationFont(), 1.0);
    atlas.beginRound();
    const ShapedText* one = atlas.shaped(QStringLiteral("한강"));
    QVERIFY(one);
    QCOMPARE(one->glyphs.size(), 2);
    QVERIFY(one->glyphs[0].texels != one->glyphs[1].texels); // two glyphs, not one box twice
    const ShapedText* other = atlas.shaped(QStringLiteral("강한"));
    QVERIFY(other);
    QCOMPARE(other->glyphs[0].texels, one->glyphs[1].texels); // drawn once, used twice
    QVERIFY(atlas.shaped(QString())->glyphs.empty());
}

void MapUnitsTest::textSaysUnknown() {
    traffic::Track track;
    track.id = "uas:KR-1";
    QCOMPARE(nameOf(track), QStringLiteral("KR-1"));
    QCOMPARE(heightOf(track), QStringLiteral("height unknown"));
    QCOMPARE(speedOf(track), QStringLiteral("speed unknown"));
    QCOMPARE(climbOf(track), QString());
    QVERIFY(!reliableCourse_deg(track));
}

void MapUnitsTest::textSaysDatumAndAge() {
    auto track = trackAt("icao:71be12", seoul, SourceKind::Sbs, 45.0, 70.0);
    track.label = "KAL123";
    track.height = geo::Height{1219.2, geo::HeightDatum::Std};
    track.verticalRate_mps = -4.0;
    QCOMPARE(nameOf(track), QStringLiteral("KAL123"));
    QCOMPARE(heightOf(track), QStringLiteral("1219 m STD"));
    QCOMPARE(climbOf(track), QStringLiteral("↓"));
    QCOMPARE(ageOf(milliseconds(3'900)), QStringLiteral("3 s"));
    QCOMPARE(ageOf(milliseconds(125'000)), QStringLiteral("2 min 05 s"));
    QCOMPARE(ageOf(milliseconds(-5)), QStringLiteral("0 s"));
    const QString all = summaryOf(track, track.received + milliseconds(7'000));
    for (const char* part :
         {"KAL123", "icao:71be12", "1219 m STD", "-4.0 m/s", "70 m/s", "045°", "live", "7 s", "ADS-B (test)"})
        QVERIFY2(all.contains(QString::fromUtf8(part)), qPrintable(all));
}

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    MapUnitsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "map_units_test.moc"
