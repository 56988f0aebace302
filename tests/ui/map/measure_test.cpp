#include "traffic.h"

#include "core/geo/geodesic.h"
#include "ui/map/measure.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace haneul;
using namespace haneul::map;
using namespace haneul::test;
using traffic::SourceKind;

class MeasureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void distanceAndBearingsAreGeodesic();
    void distancesAreReadable_data();
    void distancesAreReadable();
    void heightsOfOneDatumAreCompared();
    void heightsOfTwoDatumsAreNotJudged();
    void flightTimeIsAtTheSelectedTracksSpeed();
    void longLinesAreTheGeodesic();
    void twoClicksMeasure();
    void aSelectionIsTheStart();
    void escapeTakesBackOneThingAtATime();
    void endsFollowTracksAndStayWhenTheyAreGone();
    void textIsForTheClipboard();
};

void MeasureTest::distanceAndBearingsAreGeodesic() {
    // The example of GeographicLib's GeodSolve: New York to London, 5551759.400 m, 51.19888 and 107.82178 degrees.
    const Measurement measurement{MeasureEnd::at({40.6, -73.8}), MeasureEnd::at({51.6, -0.5})};
    const MeasureResult result = resultOf(measurement);
    QVERIFY2(std::abs(result.distance_m - 5'551'759.4) < 0.01, qPrintable(QString::number(result.distance_m, 'f', 3)));
    QVERIFY(std::abs(result.bearing_deg - 51.19888) < 1e-5);
    QVERIFY(std::abs(result.backBearing_deg - 287.82178) < 1e-5);
    const Measurement east{MeasureEnd::at({0, 10}), MeasureEnd::at({0, 11})};
    QCOMPARE(std::round(resultOf(east).distance_m), 111'319.0); // a degree of the equator, a * pi / 180
    QCOMPARE(resultOf(east).bearing_deg, 90.0);
    QCOMPARE(resultOf(east).backBearing_deg, 270.0);
}

void MeasureTest::distancesAreReadable_data() {
    QTest::addColumn<double>("distance_m");
    QTest::addColumn<QString>("text");
    QTest::newRow("metres") << 834.4 << QStringLiteral("834 m · 0.451 NM");
    QTest::newRow("mile") << 1'852.0 << QStringLiteral("1.85 km · 1.000 NM");
    QTest::newRow("far") << 185'200.0 << QStringLiteral("185.2 km · 100.0 NM");
    QTest::newRow("none") << 0.0 << QStringLiteral("0 m · 0.000 NM");
}

void MeasureTest::distancesAreReadable() {
    QFETCH(double, distance_m);
    QFETCH(QString, text);
    QCOMPARE(distanceText(distance_m), text);
}

void MeasureTest::heightsOfOneDatumAreCompared() {
    auto low = trackAt("uas:1", seoul, SourceKind::Telemetry);
    auto high = trackAt("uas:2", {37.56, 126.99}, SourceKind::Telemetry);
    high.height = geo::Height{155.2, geo::HeightDatum::Amsl};
    const Measurement up{MeasureEnd::of(low), MeasureEnd::of(high)};
    const Measurement down{MeasureEnd::of(high), MeasureEnd::of(low)};
    QVERIFY(linesOf(up, {}).contains(QStringLiteral("+35 m AMSL")));
    QVERIFY(linesOf(down, {}).contains(QStringLiteral("−35 m AMSL")));
}

void MeasureTest::heightsOfTwoDatumsAreNotJudged() {
    auto track = trackAt("uas:1", seoul, SourceKind::Telemetry);
    auto other = trackAt("icao:2", {37.56, 126.99}, SourceKind::Sbs);
    other.height = geo::Height{600.0, geo::HeightDatum::Std};
    const QStringList lines = linesOf({MeasureEnd::of(track), MeasureEnd::of(other)}, {});
    QVERIFY(lines.contains(QStringLiteral("height difference not judged: AMSL and STD")));
    const QStringList place = linesOf({MeasureEnd::of(track), MeasureEnd::at({37.56, 126.99})}, {});
    QVERIFY(place.contains(QStringLiteral("height difference not judged: a height is unknown")));
}

void MeasureTest::flightTimeIsAtTheSelectedTracksSpeed() {
    const geo::LatLon there = geo::direct(seoul, 30.0, 1'200.0);
    const Measurement measurement{MeasureEnd::of(trackAt("uas:1", seoul, SourceKind::Telemetry, 0.0, 10.0)),
                                  MeasureEnd::at(there)};
    QVERIFY(linesOf(measurement, {}).last().startsWith(QStringLiteral("2 min 00 s at 10 m/s (1)")));
    const auto fast = MeasureEnd::of(trackAt("uas:fast", seoul, SourceKind::Telemetry, 0.0, 20.0));
    QVERIFY(linesOf(measurement, fast).last().startsWith(QStringLiteral("1 min 00 s at 20 m/s (fast)")));
    const auto hovering = MeasureEnd::of(trackAt("uas:h", seoul, SourceKind::Telemetry, 0.0, 0.1));
    QVERIFY(linesOf(measurement, hovering).last().startsWith(QStringLiteral("2 min 00 s"))); // no speed to reckon with
    QCOMPARE(linesOf({MeasureEnd::at(seoul), MeasureEnd::at(there)}, {}).size(), 3);
}

void MeasureTest::longLinesAreTheGeodesic() {
    const Measurement across{MeasureEnd::at({37.5, 127.0}), MeasureEnd::at({37.6, -122.4})};
    const auto path = pathOf(across);
    QVERIFY(path.size() > 20);
    double northmost_deg = 0;
    for (const geo::Mercator& place : path)
        northmost_deg = std::max(northmost_deg, geo::fromMercator(place).latitude_deg);
    QVERIFY(northmost_deg > 47.0); // over the north Pacific, not along the parallel
    QCOMPARE(pathOf({MeasureEnd::at(seoul), MeasureEnd::at({37.56, 126.99})}).size(), 2U);
}

void MeasureTest::twoClicksMeasure() {
    MeasureTool tool;
    tool.set(MeasureEnd::at(seoul)); // not in hand
    QVERIFY(tool.finished().empty() && !tool.open());
    tool.toggle({});
    QVERIFY(tool.step() == MeasureTool::Step::First);
    tool.set(MeasureEnd::at(seoul));
    tool.point(MeasureEnd::at({37.6, 127.0}));
    QVERIFY(tool.open());
    QVERIFY(tool.open()->to.position == (geo::LatLon{37.6, 127.0}));
    tool.set(MeasureEnd::at({37.7, 127.0}));
    QVERIFY(!tool.open());
    QCOMPARE(tool.finished().size(), 1U);
    QVERIFY(tool.step() == MeasureTool::Step::First); // ready for the next one
    tool.set(MeasureEnd::at(seoul));
    tool.set(MeasureEnd::at({37.8, 127.0}));
    QCOMPARE(tool.finished().size(), 2U);
    tool.toggle({});
    QVERIFY(tool.step() == MeasureTool::Step::Off);
    QCOMPARE(tool.finished().size(), 2U); // results stay
}

void MeasureTest::aSelectionIsTheStart() {
    const auto selected = MeasureEnd::of(trackAt("uas:1", seoul, SourceKind::Telemetry));
    MeasureTool tool;
    tool.toggle(selected);
    QVERIFY(tool.step() == MeasureTool::Step::Second);
    tool.set(MeasureEnd::of(trackAt("uas:2", {37.56, 126.99}, SourceKind::Telemetry)));
    QCOMPARE(tool.finished().front().from.track, "uas:1");
    QCOMPARE(tool.finished().front().to.track, "uas:2");
    MeasureTool again;
    again.toggle(selected);
    again.toggle(selected); // once more: from somewhere else
    QVERIFY(again.step() == MeasureTool::Step::First);
    again.toggle(selected);
    QVERIFY(again.step() == MeasureTool::Step::Off);
}

void MeasureTest::escapeTakesBackOneThingAtATime() {
    MeasureTool tool;
    QVERIFY(!tool.escape());
    tool.toggle({});
    tool.set(MeasureEnd::at(seoul));
    tool.set(MeasureEnd::at({37.6, 127.0}));
    tool.set(MeasureEnd::at(seoul));
    QVERIFY(tool.escape() && tool.step() == MeasureTool::Step::First);
    QVERIFY(tool.escape() && tool.step() == MeasureTool::Step::Off);
    QCOMPARE(tool.finished().size(), 1U);
    QVERIFY(tool.escape() && tool.finished().empty());
    QVERIFY(!tool.escape());
}

void MeasureTest::endsFollowTracksAndStayWhenTheyAreGone() {
    auto track = trackAt("uas:1", seoul, SourceKind::Telemetry);
    MeasureTool tool;
    tool.toggle(MeasureEnd::of(track));
    tool.set(MeasureEnd::at({37.6, 127.0}));
    track.position = geo::LatLon{37.58, 126.99};
    TrackCache cache;
    cache.update(*situationOf({track}));
    tool.follow(cache);
    QVERIFY(tool.finished().front().from.position == *track.position);
    QVERIFY(tool.finished().front().to.position == (geo::LatLon{37.6, 127.0}));
    cache.update(*situationOf({}));
    tool.follow(cache);
    QVERIFY(tool.finished().front().from.position == *track.position); // where it was last
}

void MeasureTest::textIsForTheClipboard() {
    MeasureTool tool;
    QVERIFY(tool.textOf({}).isEmpty());
    tool.toggle({});
    tool.set(MeasureEnd::of(trackAt("uas:KR-1", seoul, SourceKind::Telemetry)));
    tool.set(MeasureEnd::at({37.56, 127.0}));
    tool.set(MeasureEnd::at(seoul));
    tool.set(MeasureEnd::at({37.56, 127.0}));
    const QStringList rows = tool.textOf({}).split(u'\n');
    QCOMPARE(rows.size(), 2);
    QVERIFY2(rows[0].startsWith(QStringLiteral("KR-1 → 37.56000, 127.00000: 1.42 km · 0.76")), qPrintable(rows[0]));
    QVERIFY(rows[1].startsWith(QStringLiteral("37.55000, 126.99000 → ")));
}

QTEST_GUILESS_MAIN(MeasureTest)
#include "measure_test.moc"
