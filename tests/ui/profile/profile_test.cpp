#include "server/clock/clock.h"
#include "tests/support/clipped_text.h"
#include "tests/support/delivery/fake_delivery_service.h"
#include "tests/support/eventually.h"
#include "tests/support/latency_main.h"
#include "tests/support/result_macros.h"
#include "tests/support/shared_data.h"
#include "ui/profile/profile_panel.h"

#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace haneul;
using namespace haneul::delivery;
using namespace haneul::profile;

namespace {

const UtcMs start = *fromRfc3339("2026-11-21T10:00:00Z");

struct Place {
    clock::ManualClock clock{start};
    tests::FakeDeliveryService service{start};
    Network network = tests::referenceNetwork();

    Place() { service.setNetwork(network); }

    MissionPtr mission(std::vector<Stop> stops) {
        std::string id;
        service.bookMission(tests::supervisor(), {.network = "seoul", .request = {.stops = std::move(stops)}},
                            [&](Result<std::string> given) { id = *given; });
        return service.state()->mission(id);
    }
};

HeightSubject heightsOf(const Place& place, const Mission& mission) {
    HeightSubject subject;
    auto profile = heightProfile(place.network, mission.route);
    if (!profile) qFatal("%s", profile.error().message.c_str());
    subject.profile = *profile;
    for (const Leg& leg : mission.route.legs)
        subject.waypoints.push_back(leg.waypoints);
    return subject;
}

std::vector<SpeedStretch> speedsOf(const Place& place, const Mission& mission) {
    auto planned = speedProfile(place.network, mission.route, mission.planned);
    if (!planned) qFatal("%s", planned.error().message.c_str());
    return *planned;
}

// The planned motion as if it had been recorded ten times a second, later by `shift_ms`.
std::vector<SpeedSample> asRecorded(const std::vector<SpeedStretch>& planned, double shift_ms) {
    std::vector<SpeedSample> samples;
    for (const SpeedStretch& stretch : planned)
        for (std::size_t i = 1; i < stretch.samples.size(); ++i) {
            const SpeedSample& from = stretch.samples[i - 1];
            const SpeedSample& to = stretch.samples[i];
            for (double t = from.time_ms; t < to.time_ms; t += 100) {
                const double share = (t - from.time_ms) / (to.time_ms - from.time_ms);
                samples.push_back({.time_ms = t + shift_ms,
                                   .climb_mps = std::lerp(from.climb_mps, to.climb_mps, share),
                                   .ground_mps = std::lerp(from.ground_mps, to.ground_mps, share),
                                   .height_m = std::lerp(from.height_m, to.height_m, share)});
            }
        }
    return samples;
}

const Series* seriesOf(const ChartData& chart, const QString& name) {
    for (const Series& series : chart.series)
        if (series.name == name) return &series;
    return nullptr;
}

std::size_t drawn(const Series& series) {
    return static_cast<std::size_t>(
        std::ranges::count_if(series.points, [](const QPointF& point) { return std::isfinite(point.y()); }));
}

template <class W>
W& child(const QWidget& in, const char* name) {
    auto* found = in.findChild<W*>(QLatin1StringView(name));
    if (!found) qFatal("no %s", name);
    return *found;
}

} // namespace

class ProfileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)."))); }

    void partsAreToldApartByMoreThanColour(); // R-UI-05
    void axesAreInTheChosenUnits();           // R-UI-05
    void unknownGroundIsSaid();               // R-UI-05
    void waypointsStandWhereTheyAre();
    void linksHaveAProfile();
    void plannedSpeedsAreThoseOfThePaper(); // R-UI-06
    void flownPartsCompareWithPlanned();    // R-UI-06
    void noiseMakesNoSorties();
    void differencesAreOfTheParts();
    void bothStartAtTakeOffOrByUtc();
    void longRecordingsAreThinnedWithTheirPeaks();
    void panelFollowsTheSelection(); // R-UI-05 R-UI-06
    void panelShowsLinksAndSwitchesDatum();
    void panelSaysWhyThereIsNothing();
    void realRecordingsAreRead_data();
    void realRecordingsAreRead(); // R-UI-06
    void whatIsNoRecordingIsRefused();
    void exportsArePicturesAndNumbers();
};

void ProfileTest::axesAreInTheChosenUnits() {
    Place place;
    const MissionPtr mission = place.mission({{.node = "DP-02"}, {.node = "DP-05"}});
    const ChartData metric = heightChart(heightsOf(place, *mission), HeightDatum::AboveSea);
    const models::Units units{models::HeightUnit::Foot, models::SpeedUnit::Knot, models::DistanceUnit::NauticalMile};
    const ChartData feet = heightChart(heightsOf(place, *mission), HeightDatum::AboveSea, units);
    QCOMPARE(feet.y.title, QStringLiteral("ft above sea level (HASL)"));
    QCOMPARE(feet.x.title, QStringLiteral("NM over the ground"));
    QCOMPARE(feet.markers.size(), metric.markers.size());
    for (std::size_t i = 0; i < feet.markers.size(); ++i) {
        QVERIFY(std::abs(feet.markers[i].at.y() * 0.3048 - metric.markers[i].at.y()) < 1e-6);
        QVERIFY(std::abs(feet.markers[i].at.x() * 1852 - metric.markers[i].at.x()) < 1e-6);
    }
    QVERIFY(feet.columns.front().second.contains(QStringLiteral(" ft")));
    const SpeedCharts si = speedCharts(speedsOf(place, *mission), nullptr, Alignment::TakeOff, 0);
    const SpeedCharts knots = speedCharts(speedsOf(place, *mission), nullptr, Alignment::TakeOff, 0, units);
    QCOMPARE(knots.climb.y.title, QStringLiteral("ft/min, up positive"));
    QCOMPARE(knots.ground.y.title, QStringLiteral("kt"));
    const auto fastest = [](const ChartData& chart) {
        double most = 0;
        for (const QPointF& point : chart.series.front().points)
            most = std::max(most, point.y());
        return most;
    };
    QVERIFY(fastest(si.ground) > 1);
    QVERIFY(std::abs(fastest(knots.ground) * 1852 / 3600 - fastest(si.ground)) < 1e-6);
    QVERIFY(std::abs(fastest(knots.climb) * 0.3048 / 60 - fastest(si.climb)) < 1e-6);
}

void ProfileTest::partsAreToldApartByMoreThanColour() {
    Place place;
    const MissionPtr mission = place.mission({{.node = "DP-02"}, {.node = "DP-05"}});
    const ChartData chart = heightChart(heightsOf(place, *mission), HeightDatum::AboveSea);
    QSet<int> styles;
    for (const char* name : {"Take-off", "Flight", "Landing"}) {
        const Series* series = seriesOf(chart, QString::fromLatin1(name));
        QVERIFY2(series && drawn(*series) >= 6, name);
        styles += static_cast<int>(series->style);
    }
    QCOMPARE(styles.size(), 3);
    const Series& takeOff = *seriesOf(chart, QStringLiteral("Take-off"));
    QCOMPARE(takeOff.points[0], QPointF(0, 20));
    QCOMPARE(takeOff.points[1], QPointF(0, 80));
    QCOMPARE(chart.columns.size(), std::size_t{4}); // v_0 .. v_3
    QCOMPARE(chart.columns[1].second, QStringLiteral("DP-02, ground 20 m"));
}

void ProfileTest::unknownGroundIsSaid() {
    Place place;
    const MissionPtr mission = place.mission({{.node = "DP-02"}});
    const HeightSubject subject = heightsOf(place, *mission);
    const ChartData sea = heightChart(subject, HeightDatum::AboveSea);
    QCOMPARE(sea.stretches.size(), std::size_t{1}); // both legs, which touch
    QVERIFY(sea.stretches.front().hatched);
    QCOMPARE(sea.stretches.front().label, QStringLiteral("ground between not known"));
    QCOMPARE(sea.stretches.front().from, 0.0);
    QVERIFY(seriesOf(sea, QStringLiteral("Ground")));
    const ChartData ground = heightChart(subject, HeightDatum::AboveGround);
    QCOMPARE(seriesOf(ground, QStringLiteral("Take-off"))->points[1], QPointF(0, 60));
    QVERIFY(!seriesOf(ground, QStringLiteral("Ground")));
    QVERIFY(ground.y.title != sea.y.title);
}

void ProfileTest::waypointsStandWhereTheyAre() {
    Place place;
    place.network.links[1].via = {{{37.560, 126.974}, 95}}; // BP-01 to DP-02
    place.service.setNetwork(place.network);
    const MissionPtr mission = place.mission({{.node = "DP-02"}});
    const ChartData chart = heightChart(heightsOf(place, *mission), HeightDatum::AboveSea);
    const auto& waypoints = mission->route.legs.front().waypoints;
    const double along_m = route::horizontalDistance_m(waypoints[1].place, waypoints[2].place);
    const auto found = std::ranges::find(chart.markers, QStringLiteral("w3  95 m"), &Marker::label);
    QVERIFY(found != chart.markers.end());
    QVERIFY(std::abs(found->at.x() - along_m) < 0.5);
    QCOMPARE(found->at.y(), 95.0);
    // Above the ground it is not known there.
    const ChartData ground = heightChart(heightsOf(place, *mission), HeightDatum::AboveGround);
    QVERIFY(std::ranges::none_of(ground.markers, [](const Marker& marker) { return marker.label.startsWith(u"w3"); }));
    const Series& flight = *seriesOf(ground, QStringLiteral("Flight"));
    QVERIFY(std::ranges::any_of(flight.points, [](const QPointF& point) { return std::isnan(point.y()); }));
}

void ProfileTest::linksHaveAProfile() {
    Place place;
    Link& link = place.network.links[1];
    link.via = {{{37.560, 126.974}, 95}};
    link.verification.reset(); // it can be looked at before it is flown
    auto subject = linkSubject(place.network, link);
    QVERIFY_RESULT(subject);
    const ChartData chart = heightChart(*subject, HeightDatum::AboveSea);
    QCOMPARE(chart.columns.size(), std::size_t{2});
    QCOMPARE(drawn(*seriesOf(chart, QStringLiteral("Take-off"))), std::size_t{2});
    QCOMPARE(drawn(*seriesOf(chart, QStringLiteral("Landing"))), std::size_t{2});
    place.network.nodes.front().ground_m.reset();
    subject = linkSubject(place.network, place.network.links[1]);
    QVERIFY_RESULT(subject);
    const ChartData without = heightChart(*subject, HeightDatum::AboveSea);
    QCOMPARE(drawn(*seriesOf(without, QStringLiteral("Take-off"))), std::size_t{0});
    QCOMPARE(without.columns.front().second, QStringLiteral("BP-01, ground not known"));
}

// Table 1: 60 m at 4 m/s and 2 m/s²: 2 s, 13 s, 2 s; then 3 s hover at the top.
void ProfileTest::plannedSpeedsAreThoseOfThePaper() {
    Place place;
    const MissionPtr mission = place.mission({{.node = "DP-02"}});
    const SpeedCharts charts = speedCharts(speedsOf(place, *mission), nullptr, Alignment::TakeOff, 0);
    const Series& climb = *seriesOf(charts.climb, QStringLiteral("Planned"));
    const auto at = [&](double second) { return ChartData::valueAt(climb, second).value_or(-99); };
    const auto near = [](double value, double expected) { return std::abs(value - expected) < 0.01; };
    QVERIFY(near(at(0), 0) && near(at(1), 2) && near(at(2), 4) && near(at(10), 4) && near(at(15), 4));
    QVERIFY(near(at(16), 2) && near(at(17), 0) && near(at(19), 0));
    const Series& ground = *seriesOf(charts.ground, QStringLiteral("Planned"));
    QVERIFY(near(*ChartData::valueAt(ground, 10), 0));
    QVERIFY(*ChartData::valueAt(ground, 110) > 1);
    QVERIFY(at(20 + 180 + 5 + 13) < -2); // half way down
    QCOMPARE(charts.climb.x.kind, AxisKind::Duration);
}

void ProfileTest::flownPartsCompareWithPlanned() {
    Place place;
    const MissionPtr mission = place.mission({{.node = "DP-02"}, {.node = "DP-05"}});
    const std::vector<std::vector<SpeedSample>> runs{asRecorded(speedsOf(place, *mission), 3'000)};
    const auto sorties = flownSorties(runs);
    QCOMPARE(sorties.size(), std::size_t{3});
    for (std::size_t i = 0; i < sorties.size(); ++i) {
        const auto parts = timing::partTimes(mission->planned.legs[i], mission->route.legs[i].parts);
        // within what the thresholds of standing take away
        QVERIFY(std::abs(sorties[i].takeOffFor_ms() - static_cast<double>(parts.takeOff)) < 1'500);
        QVERIFY(std::abs(sorties[i].flightFor_ms() - static_cast<double>(parts.flight)) < 1'500);
        QVERIFY(std::abs(sorties[i].landingFor_ms() - static_cast<double>(parts.landing)) < 1'500);
    }
}

void ProfileTest::noiseMakesNoSorties() {
    std::vector<SpeedSample> still;
    for (int i = 0; i < 600; ++i)
        still.push_back(
            {.time_ms = i * 100.0, .climb_mps = i % 7 == 0 ? 0.6 : -0.1, .ground_mps = i % 11 == 0 ? 1.3 : 0.2});
    QVERIFY(flownSorties(std::vector<std::vector<SpeedSample>>{still}).empty());
    QVERIFY(flownSorties({}).empty());
    QVERIFY(flownSorties(std::vector<std::vector<SpeedSample>>{{}, {{.time_ms = 1}}}).empty());
    // Up and down on one place is no sortie: it went nowhere.
    std::vector<SpeedSample> hop;
    for (int i = 0; i < 300; ++i)
        hop.push_back({.time_ms = i * 100.0, .climb_mps = i < 50 || i > 250 ? 0.0 : i < 150 ? 2.0 : -2.0});
    QVERIFY(flownSorties(std::vector<std::vector<SpeedSample>>{hop}).empty());
}

void ProfileTest::differencesAreOfTheParts() {
    Place place;
    const MissionPtr mission = place.mission({{.node = "DP-02"}, {.node = "DP-05", .handOver = HandOver::Drop}});
    QCOMPARE(plannedSorties(mission->route), std::size_t{2}); // the drop joins two legs
    const std::vector<FlownSortie> flown{{0, 22'000, 200'000, 230'000}, {300'000, 320'000, 600'000, 626'000}};
    const auto rows = partRows(mission->route, mission->planned, flown);
    QCOMPARE(rows.size(), std::size_t{4});
    QCOMPARE(rows[0].flown_ms, 42'000.0);
    QCOMPARE(rows[0].planned_ms, 40'000.0);
    QCOMPARE(rows[0].difference_ms(), 2'000.0);
    QCOMPARE(rows[2].planned_ms, 52'000.0);
    QCOMPARE(rows[3].flown_ms, 230'000.0 + 326'000.0);
    QCOMPARE(rows[3].planned_ms, rows[0].planned_ms + rows[1].planned_ms + rows[2].planned_ms);
}

void ProfileTest::bothStartAtTakeOffOrByUtc() {
    Place place;
    const MissionPtr mission = place.mission({{.node = "DP-02"}});
    const auto planned = speedsOf(place, *mission);
    RecordedRuns recorded{.name = QStringLiteral("system 1"), .runs = {asRecorded(planned, 90'000)}, .sorties = {}};
    recorded.sorties = flownSorties(recorded.runs);
    const auto firstMove = [](const Series& series) {
        for (const QPointF& point : series.points)
            if (point.y() > 0.5) return point.x();
        return -1.0;
    };
    SpeedCharts charts = speedCharts(planned, &recorded, Alignment::TakeOff, 0);
    QVERIFY(std::abs(firstMove(*seriesOf(charts.climb, QStringLiteral("Flown"))) - 0.3) < 0.6);
    charts = speedCharts(planned, &recorded, Alignment::Utc, 0);
    QCOMPARE(charts.climb.x.kind, AxisKind::UtcTime);
    const double takeOff_s = static_cast<double>(mission->planned.nodes.front().departure) / 1000;
    QVERIFY(std::abs(firstMove(*seriesOf(charts.climb, QStringLiteral("Flown"))) - takeOff_s - 90.3) < 0.6);
    QVERIFY(std::abs(*takeOffOf_ms(planned) / 1000 - takeOff_s) < 1e-6);
    QVERIFY(seriesOf(charts.climb, QStringLiteral("Planned"))->style !=
            seriesOf(charts.climb, QStringLiteral("Flown"))->style);
}

void ProfileTest::longRecordingsAreThinnedWithTheirPeaks() {
    RecordedRuns recorded;
    recorded.runs.resize(2);
    for (int i = 0; i < 200'000; ++i)
        recorded.runs[i < 100'000 ? 0 : 1].push_back({.time_ms = i * 10.0,
                                                      .climb_mps = i == 77'777    ? 9.0
                                                                   : i == 123'456 ? -9.0
                                                                                  : 0.1 * (i % 3)});
    const SpeedCharts charts = speedCharts({}, &recorded, Alignment::TakeOff, 4'000);
    const Series& flown = charts.climb.series.front();
    QVERIFY(flown.points.size() <= 4'100);
    QVERIFY(std::ranges::any_of(flown.points, [](const QPointF& point) { return point.y() == 9.0; }));
    QVERIFY(std::ranges::any_of(flown.points, [](const QPointF& point) { return point.y() == -9.0; }));
    QVERIFY(std::ranges::any_of(flown.points, [](const QPointF& point) { return std::isnan(point.y()); }));
    QVERIFY(std::ranges::is_sorted(flown.points, {}, [](const QPointF& point) { return point.x(); }));
}

namespace {

struct Panel {
    Place place;
    DeliveryDesk desk{&place.service, [] { return tests::supervisor(); }};
    models::MissionSelection selection;
    ProfilePanel panel{desk, selection, place.clock, theme::themeById(u"dark"), nullptr};

    Panel() {
        panel.resize(900, 1000);
        panel.show();
    }

    [[nodiscard]] const ChartData& chart(const char* name) const { return child<ChartView>(panel, name).data(); }
};

} // namespace

void ProfileTest::panelFollowsTheSelection() {
    Panel at;
    (void)at.place.mission({{.node = "DP-02"}});
    EVENTUALLY(at.desk.state()->missions.size() == 1);
    QVERIFY(at.chart("heightChart").isEmpty() && at.chart("climbChart").isEmpty());
    at.selection.select(QStringLiteral("M-000001"));
    QVERIFY(!at.chart("heightChart").isEmpty() && !at.chart("climbChart").isEmpty() &&
            !at.chart("groundSpeedChart").isEmpty());
    QCOMPARE(at.chart("heightChart").columns.size(), std::size_t{3});
    auto& climb = child<ChartView>(at.panel, "climbChart");
    QTest::keyClick(&climb, Qt::Key_Home);
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(&climb, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(child<ChartView>(at.panel, "groundSpeedChart").reader(), climb.reader());
    QVERIFY(child<ChartView>(at.panel, "heightChart").reader().value_or(-1) > 0);
    const QStringList clipped = tests::clippedTexts(at.panel);
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
    at.selection.select({});
    QVERIFY(at.chart("heightChart").isEmpty());
}

void ProfileTest::panelShowsLinksAndSwitchesDatum() {
    Panel at;
    at.panel.showLink(QStringLiteral("seoul"), QStringLiteral("BP-01"), QStringLiteral("DP-02"));
    QCOMPARE(at.chart("heightChart").columns.size(), std::size_t{2});
    QVERIFY(at.chart("climbChart").isEmpty());
    QVERIFY(child<QComboBox>(at.panel, "profileOf").currentText().startsWith(QStringLiteral("Link BP-01 → DP-02")));
    const QString sea = at.chart("heightChart").y.title;
    child<QPushButton>(at.panel, "heightDatum").click();
    QVERIFY(at.chart("heightChart").y.title != sea);
    const QJsonObject kept = at.panel.state();
    Panel other;
    other.panel.restore(kept);
    other.panel.showLink(QStringLiteral("seoul"), QStringLiteral("BP-01"), QStringLiteral("DP-02"));
    QCOMPARE(other.chart("heightChart").y.title, at.chart("heightChart").y.title);
}

void ProfileTest::panelSaysWhyThereIsNothing() {
    Panel at;
    (void)at.place.mission({{.node = "DP-02"}});
    at.selection.select(QStringLiteral("M-000001"));
    at.place.network.links[1].via = {{{37.560, 126.974}, 95}}; // the way it was booked on is gone
    at.place.service.setNetwork(at.place.network);
    EVENTUALLY(at.desk.state()->networks.front().revision == 2);
    EVENTUALLY(at.chart("heightChart").isEmpty() && at.chart("climbChart").isEmpty());
    QVERIFY(!child<QPushButton>(at.panel, "exportProfile").isEnabled());
}

void ProfileTest::realRecordingsAreRead_data() {
    QTest::addColumn<QString>("file");
    QTest::newRow("tlog") << QStringLiteral("data/mavlink-tlog/flight.tlog");
    QTest::newRow("ulog") << QStringLiteral("data/px4-ulog/sample_log_small.ulg");
}

void ProfileTest::realRecordingsAreRead() {
    QFETCH(QString, file);
    const QString path = tests::sharedPath(file);
    if (path.isEmpty()) QSKIP("shared recordings are not beside this checkout");
    Panel at;
    (void)at.place.mission({{.node = "DP-02"}});
    EVENTUALLY(at.desk.state()->missions.size() == 1);
    at.selection.select(QStringLiteral("M-000001"));
    at.panel.loadFlight(path);
    auto& vehicles = child<QComboBox>(at.panel, "recordedVehicle");
    EVENTUALLY(vehicles.count() > 0);
    const Series* flown = seriesOf(at.chart("groundSpeedChart"), QStringLiteral("Flown"));
    QVERIFY(flown && drawn(*flown) > 20);
    const double fastest_mps = std::ranges::max(flown->points, {}, [](const QPointF& point) {
                                   return std::isnan(point.y()) ? 0 : point.y();
                               }).y();
    QVERIFY(fastest_mps > 0.01 && fastest_mps < 40);
    // Both recordings stand on the ground: there is nothing to compare, and that is said.
    QVERIFY(!child<QTableView>(at.panel, "flightStatistics").isVisible());
    QVERIFY(child<QLabel>(at.panel, "flightStatisticsText").text().contains(QStringLiteral("no flight from take-off")));
    child<QPushButton>(at.panel, "forgetFlight").click();
    QCOMPARE(seriesOf(at.chart("groundSpeedChart"), QStringLiteral("Flown")), nullptr);
}

void ProfileTest::whatIsNoRecordingIsRefused() {
    for (const char* code :
         {"SOURCE", "TIME_UNKNOWN", "TIME_OF_STATION", "NO_FIX", "OUT_OF_ORDER", "DAMAGED", "DROPOUTS", "UNREADABLE"})
        QVERIFY2(noteText({code, "details", {}}).size() > 20, code);
    QCOMPARE(noteText({"OF_TOMORROW", "details", {}}), QStringLiteral("details"));
    const QTemporaryDir folder;
    Panel at;
    auto& message = child<QLabel>(at.panel, "profileMessage");
    at.panel.loadFlight(folder.filePath(QStringLiteral("none.tlog")));
    EVENTUALLY(message.text().startsWith(u'▲'));
    QFile file(folder.filePath(QStringLiteral("noise.ulg")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is not a log");
    file.close();
    at.panel.loadFlight(file.fileName());
    EVENTUALLY(message.text().contains(QStringLiteral("ULog")));
    at.panel.loadFlight(folder.filePath(QStringLiteral("notes.txt")));
    EVENTUALLY(message.text().contains(QStringLiteral(".tlog or .ulg")));
}

void ProfileTest::exportsArePicturesAndNumbers() {
    const QTemporaryDir folder;
    Panel at;
    (void)at.place.mission({{.node = "DP-02"}});
    EVENTUALLY(at.desk.state()->missions.size() == 1);
    at.selection.select(QStringLiteral("M-000001"));
    QString problem;
    const QString png = folder.filePath(QStringLiteral("p.png"));
    QVERIFY2(at.panel.write(png, &problem), qPrintable(problem));
    const QImage picture(png);
    QVERIFY(picture.width() >= 1'600 && picture.colorCount() == 0);
    QVERIFY(picture.pixelColor(5, 5) == theme::themeById(u"dark").color(theme::ColorRole::Base));
    const QString svg = folder.filePath(QStringLiteral("p.svg"));
    QVERIFY2(at.panel.write(svg, &problem), qPrintable(problem));
    QFile drawing(svg);
    QVERIFY(drawing.open(QIODevice::ReadOnly));
    const QByteArray content = drawing.readAll();
    QVERIFY(content.contains("M-000001") && content.contains("polyline"));
    const QString csv = folder.filePath(QStringLiteral("p.csv"));
    QVERIFY2(at.panel.write(csv, &problem), qPrintable(problem));
    QFile numbers(csv);
    QVERIFY(numbers.open(QIODevice::ReadOnly));
    const QString table = QString::fromUtf8(numbers.readAll());
    QVERIFY(table.contains(QStringLiteral("Take-off")) && table.contains(QStringLiteral("Planned")));
    QVERIFY(table.count(u'\n') > 20);
    QVERIFY(!at.panel.write(folder.filePath(QStringLiteral("no/where.csv")), &problem));
    QVERIFY(!problem.isEmpty());
}

HANEUL_LATENCY_MAIN(ProfileTest)
#include "profile_test.moc"
