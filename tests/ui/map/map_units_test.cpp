#include "traffic.h"

#include "ui/map/camera.h"
#include "ui/map/glyph_atlas.h"
#include "ui/map/label_layout.h"
#include "ui/map/symbol_mesh.h"
#include "ui/map/track_cache.h"
#include "ui/map/track_geometry.h"
#include "ui/map/track_labels.h"
#include "ui/map/track_text.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QtTest/QtTest>

#include <algorithm>

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
    void geometryLeavesOutWhatIsOffTheScreen();
    void geometryDrawsTheSelectedLast();
    void geometryIsExactFarFromItsOrigin();
    void vectorsAreTimeNotDistance();
    void onlyLiveMovingTracksHaveAVector();
    void labelsNeverOverlap();
    void labelStaysInItsPlace();
    void selectedAlwaysHasItsLabel();
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

void MapUnitsTest::vectorsAreTimeNotDistance() {
    const auto track = trackAt("uas:1", seoul, SourceKind::Telemetry, 90.0, 20.0);
    const MapCamera camera = cameraAt(seoul, 14);
    const geo::Mercator step = vectorStep(track, geo::toMercator(seoul));
    const double length_m = step.x * camera.world_px() * camera.metresPerPixel();
    QVERIFY(std::abs(length_m - 20.0 * vectorSeconds) < 1.0);
    QVERIFY(std::abs(step.y) < 1e-9);
    QVERIFY(vectorStep(trackAt("n", seoul, SourceKind::Telemetry, 0.0), geo::toMercator(seoul)).y < 0); // north is up
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
    GlyphAtlas atlas(QGuiApplication::font(), 1.0);
    TrackLabels labels;
    const MapCamera camera = cameraAt(seoul, 12);
    const auto selected = cache.placed()[1500].track->id;
    for (int round = 0; round < 20; ++round)
        labels.build(cache, camera, dark(), {.selected = selected, .hovered = {}}, LabelDetail::Full, atlas);
    QVERIFY(labels.hasLabel(selected));
    QVERIFY(labels.labels() < 1'000); // the others only where there is room
    labels.build(cache, camera, dark(), {}, LabelDetail::None, atlas);
    QCOMPARE(labels.labels(), 0);
    QVERIFY(labels.vertices().empty());
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
