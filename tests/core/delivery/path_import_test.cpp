#include "core/delivery/path_import.h"
#include "tests/core/delivery/delivery_examples.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <cmath>
#include <functional>

using namespace haneul;
using namespace haneul::delivery;

namespace {

PathPoint at(double east_m, double north_m, std::optional<double> height_m = 80) {
    return {examples::placed(east_m, north_m), height_m};
}

// Take-off at BP-01, a way round to DP-03, landing there.
std::vector<PathPoint> flown() {
    return {at(3, 2, 20),      at(3, 2, 80),      at(10, 0, 82),     at(-200, 300, 90),
            at(-600, 450, 95), at(-895, 505, 85), at(-899, 500, 80), at(-900, 500, 20)};
}

// Without the link that is there already.
Network network() {
    Network network = examples::reference();
    std::erase_if(network.links, [](const Link& link) { return link.b == "DP-03"; });
    return network;
}

} // namespace

using Change = std::function<void(Network&, std::vector<PathPoint>&, PathImport&)>;
Q_DECLARE_METATYPE(Change)

class PathImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsBecomeNodesAndColumnsGo(); // R-RTE-15 R-RTE-17
    void theOtherWayRound();
    void aStraightLineHasNoWaypoints();
    void passingANodeAgainIsKept();
    void pointsWithoutHeights();
    void simplifiedKeepsTheWay();
    void whatIsRefused_data();
    void whatIsRefused();
};

void PathImportTest::endsBecomeNodesAndColumnsGo() {
    const auto imported = linkFromPath(network(), flown());
    QVERIFY_RESULT(imported);
    QCOMPARE(imported->link.a, std::string("BP-01"));
    QCOMPARE(imported->link.b, std::string("DP-03"));
    QCOMPARE(imported->link.via,
             (std::vector<route::Waypoint>{{examples::placed(-200, 300), 90}, {examples::placed(-600, 450), 95}}));
    QCOMPARE(imported->takeOffPoints, std::size_t{3});
    QCOMPARE(imported->landingPoints, std::size_t{3});
    QVERIFY(std::abs(imported->startOff_m - std::hypot(3, 2)) < 0.05);
    QVERIFY(!imported->link.verification); // nobody has flown it as a link yet
    // It is a link of the network as any other.
    Network extended = network();
    extended.links.push_back(imported->link);
    QVERIFY(std::ranges::none_of(check(extended),
                                 [](const Finding& finding) { return finding.severity == Finding::Severity::Error; }));
}

void PathImportTest::theOtherWayRound() {
    auto points = flown();
    std::ranges::reverse(points);
    const auto imported = linkFromPath(network(), points);
    QVERIFY_RESULT(imported);
    QCOMPARE(imported->link.a, std::string("DP-03"));
    QCOMPARE(imported->link.via.front().height_m, 95.0);
}

void PathImportTest::aStraightLineHasNoWaypoints() {
    const auto imported = linkFromPath(network(), std::vector{at(0, 0), at(-900, 500)});
    QVERIFY_RESULT(imported);
    QVERIFY(imported->link.via.empty());
}

void PathImportTest::passingANodeAgainIsKept() {
    const auto imported = linkFromPath(network(), std::vector{at(0, 0), at(100, 100), at(0, 0), at(-900, 500)});
    QVERIFY_RESULT(imported);
    QCOMPARE(imported->link.via.size(), std::size_t{2});
}

void PathImportTest::pointsWithoutHeights() {
    const std::vector<PathPoint> flat{at(0, 0, {}), at(-400, 400, {}), at(-500, 400, 70), at(-900, 500, {})};
    const auto unknown = linkFromPath(network(), flat);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code + unknown.error().where, std::string("HEIGHT_UNKNOWNpoints[0]"));
    const auto imported = linkFromPath(network(), flat, {.level_m = 95});
    QVERIFY_RESULT(imported);
    QCOMPARE(imported->link.via[0].height_m, 95.0);
    QCOMPARE(imported->link.via[1].height_m, 70.0);
}

void PathImportTest::simplifiedKeepsTheWay() {
    // A recorded flight: a point every 2 m along two legs, a few centimetres beside them.
    std::vector<PathPoint> recorded;
    const auto leg = [&](double fromEast, double fromNorth, double toEast, double toNorth) {
        for (int i = 0; i <= 250; ++i) {
            const double share = i / 250.0;
            recorded.push_back(at(fromEast + share * (toEast - fromEast) + 0.05 * std::sin(i),
                                  fromNorth + share * (toNorth - fromNorth), 80 + 0.05 * std::cos(i)));
        }
    };
    leg(0, 0, -300, 600);
    leg(-300, 600, -900, 500);
    const auto whole = linkFromPath(network(), recorded);
    QVERIFY(!whole);
    QCOMPARE(whole.error().code, std::string("TOO_MANY_WAYPOINTS"));
    const auto imported = linkFromPath(network(), recorded, {.simplify_m = 1});
    QVERIFY_RESULT(imported);
    QVERIFY(imported->link.via.size() <= 3 && !imported->link.via.empty());
    QCOMPARE(imported->takeOffPoints + imported->landingPoints + imported->simplified + imported->link.via.size(),
             recorded.size());
    QVERIFY(std::ranges::any_of(imported->link.via, [](const route::Waypoint& waypoint) {
        return route::horizontalDistance_m(waypoint.place, examples::placed(-300, 600)) < 3;
    }));
}

void PathImportTest::whatIsRefused_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, Change change, const char* expected) {
        QTest::newRow(name) << change << QString::fromUtf8(expected);
    };
    row("one point", [](Network&, std::vector<PathPoint>& p, PathImport&) { p.resize(1); }, "PATH_TOO_SHORT points");
    row(
        "off the Earth", [](Network&, std::vector<PathPoint>& p, PathImport&) { p[3].place.latitude_deg = 95; },
        "BAD_PLACE points[3]");
    row(
        "no height at all", [](Network&, std::vector<PathPoint>& p, PathImport&) { p[4].height_m = std::nan(""); },
        "BAD_PLACE points[4]");
    row(
        "starts beside", [](Network&, std::vector<PathPoint>& p, PathImport&) { p[0] = at(40, 0); },
        "START_NOT_AT_NODE points[0]");
    row(
        "ends beside", [](Network&, std::vector<PathPoint>& p, PathImport&) { p.push_back(at(-850, 500)); },
        "END_NOT_AT_NODE points[8]");
    row(
        "a narrower limit", [](Network&, std::vector<PathPoint>&, PathImport& how) { how.snap_m = 3; },
        "START_NOT_AT_NODE points[0]");
    row(
        "there and back", [](Network&, std::vector<PathPoint>& p, PathImport&) { p.push_back(at(0, 0)); },
        "SAME_ENDS BP-01");
    row(
        "linked already",
        [](Network& n, std::vector<PathPoint>&, PathImport&) {
            n.links.push_back(examples::link("DP-03", "BP-01", {}, TrackKind::Single));
        },
        "SAME_LINK links.BP-01>DP-03");
    row(
        "no nodes", [](Network& n, std::vector<PathPoint>&, PathImport&) { n.nodes.clear(); },
        "START_NOT_AT_NODE points[0]");
    row(
        "no distance", [](Network&, std::vector<PathPoint>&, PathImport& how) { how.snap_m = -1; },
        "INVALID_ARGUMENT snap_m");
}

void PathImportTest::whatIsRefused() {
    QFETCH(const Change, change);
    QFETCH(const QString, expected);
    Network drawn = network();
    auto points = flown();
    PathImport how;
    change(drawn, points, how);
    const auto imported = linkFromPath(drawn, points, how);
    QVERIFY(!imported);
    QCOMPARE(QString::fromStdString(imported.error().code + " " + imported.error().where), expected);
    QVERIFY(!imported.error().message.empty());
    how.replacing = true; // only a link that is there can be replaced
    QCOMPARE(linkFromPath(drawn, points, how).has_value(), imported.error().code == "SAME_LINK");
}

QTEST_GUILESS_MAIN(PathImportTest)
#include "path_import_test.moc"
