#include "tests/core/delivery/random_network.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>
#include <functional>

using namespace haneul;
using namespace haneul::delivery;

namespace {

using Change = std::function<void(Network&)>;

std::string firstError(const Network& network) {
    const auto findings = check(network);
    return findings.empty() || findings.front().severity != Finding::Severity::Error
               ? std::string()
               : findings.front().code + " " + findings.front().where;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class DeliveryNetworkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theReferenceNetworkIsFitForUse(); // R-RTE-17
    void whatIsWrongIsFound_data();
    void whatIsWrongIsFound();
    void whatIsUnknownIsNotJudged(); // R-RTE-15
    void whatIsOddIsSaid_data();
    void whatIsOddIsSaid();
    void everyNetworkSurvivesItsJson();
    void fieldsThatAreNotThereHaveTheirDefaults();
    void anotherTextIsRefused_data();
    void anotherTextIsRefused();
};

void DeliveryNetworkTest::theReferenceNetworkIsFitForUse() {
    QCOMPARE(check(examples::reference()), std::vector<Finding>());
    QCOMPARE(check(examples::g1()), std::vector<Finding>());
}

void DeliveryNetworkTest::whatIsWrongIsFound_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, Change change, const char* expected) {
        QTest::newRow(name) << change << QString::fromUtf8(expected);
    };
    row("network without id", [](Network& n) { n.id.clear(); }, "BAD_ID id");
    row("id with a space", [](Network& n) { n.nodes[1].id = "DP 01"; }, "BAD_ID nodes[1]");
    row("id too long", [](Network& n) { n.droneTypes[0].id = std::string(33, 'x'); }, "BAD_ID drone_types[0]");
    row("node twice", [](Network& n) { n.nodes[2].id = "DP-01"; }, "SAME_ID nodes.DP-01");
    row(
        "moving base like a node", [](Network& n) { n.movingBases = {{"DP-01", {{"BP-01", utcMs(0), utcMs(1)}}}}; },
        "SAME_ID moving_bases.DP-01");
    row("long name", [](Network& n) { n.name = std::string(201, 'x'); }, "BAD_NAME name");
    row("latitude", [](Network& n) { n.nodes[0].place.latitude_deg = 90.5; }, "BAD_PLACE nodes.BP-01");
    row(
        "longitude of a waypoint", [](Network& n) { n.links[0].via = {{{37, 181}, 100}}; },
        "BAD_PLACE links.BP-01>DP-01");
    row("ground in the sky", [](Network& n) { n.nodes[0].ground_m = 9001; }, "BAD_NUMBER nodes.BP-01");
    row("no place to land", [](Network& n) { n.nodes[0].capacity = 0; }, "BAD_NUMBER nodes.BP-01");
    row("negative time", [](Network& n) { n.nodes[3].serve_ms = -1; }, "BAD_NUMBER nodes.DP-03");
    row("negative headway", [](Network& n) { n.headway_ms = -1; }, "BAD_NUMBER headway_ms");
    row("standing drone", [](Network& n) { n.droneTypes[0].flight_mps = 0; }, "BAD_NUMBER drone_types.multirotor");
    row("no drone", [](Network& n) { n.droneTypes.clear(); }, "BAD_NUMBER drone types");
    row("no turn", [](Network& n) { n.droneTypes[0].turnRate_dps = 0; }, "BAD_NUMBER drone_types.multirotor");
    row("empty fleet", [](Network& n) { n.fleet = Fleet{.size = 0}; }, "BAD_NUMBER fleet.size");
    row("batch of none", [](Network& n) { n.batchStops = 0; }, "BAD_NUMBER batch_stops");
    row("top at the ground", [](Network& n) { n.nodes[1].top_m = 20; }, "TOP_BELOW_GROUND nodes.DP-01");
    row("base unknown", [](Network& n) { n.base = "BP-02"; }, "NO_BASE base");
    row("base is a delivery point", [](Network& n) { n.base = "DP-01"; }, "NO_BASE base");
    row("link to nowhere", [](Network& n) { n.links[0].b = "DP-09"; }, "UNKNOWN_NODE links.BP-01>DP-09");
    row("link to itself", [](Network& n) { n.links[0].b = "BP-01"; }, "SAME_ENDS links.BP-01>BP-01");
    row(
        "both ends at one place", [](Network& n) { n.nodes[1].place = n.nodes[0].place; },
        "SAME_ENDS links.BP-01>DP-01");
    row(
        "link twice", [](Network& n) { n.links.push_back(examples::link("DP-02", "BP-01", {}, TrackKind::Single)); },
        "SAME_LINK links.DP-02>BP-01");
    row("link too slow", [](Network& n) { n.links[0].speed_mps = 0; }, "BAD_NUMBER links.BP-01>DP-01");
    row("verified by nobody", [](Network& n) { n.links[0].verification->by.clear(); }, "BAD_NAME links.BP-01>DP-01");
    row("stays at nothing", [](Network& n) { n.movingBases = {{"T", {}}}; }, "BAD_STAYS moving_bases.T");
    row(
        "stay at a delivery point", [](Network& n) { n.movingBases = {{"T", {{"DP-01", utcMs(0), utcMs(1)}}}}; },
        "BAD_STAYS moving_bases.T");
    row(
        "stay nowhere", [](Network& n) { n.movingBases = {{"T", {{"BP-09", utcMs(0), utcMs(1)}}}}; },
        "UNKNOWN_NODE moving_bases.T");
    row(
        "stay without end", [](Network& n) { n.movingBases = {{"T", {{"BP-01", utcMs(5), utcMs(5)}}}}; },
        "BAD_STAYS moving_bases.T");
    row(
        "stays overlap",
        [](Network& n) { n.movingBases = {{"T", {{"BP-01", utcMs(0), utcMs(9)}, {"BP-01", utcMs(8), utcMs(20)}}}}; },
        "BAD_STAYS moving_bases.T");
    row(
        "crossing of no link", [](Network& n) { n.crossings = {{"BP-01", "DP-01", "DP-01", "DP-03", 0.5, 0.5, 1}}; },
        "UNKNOWN_LINK crossings[0]");
    row(
        "crossing with itself", [](Network& n) { n.crossings = {{"BP-01", "DP-01", "DP-01", "BP-01", 0.5, 0.5, 1}}; },
        "SAME_LINK crossings[0]");
    row(
        "crossing outside", [](Network& n) { n.crossings = {{"BP-01", "DP-01", "BP-01", "DP-02", 0.5, 1.5, 1}}; },
        "BAD_NUMBER crossings[0]");
}

void DeliveryNetworkTest::whatIsWrongIsFound() {
    QFETCH(const Change, change);
    QFETCH(const QString, expected);
    Network network = examples::reference();
    change(network);
    const auto findings = check(network);
    QVERIFY(std::ranges::is_sorted(findings, {}, &Finding::severity));
    QVERIFY2(std::ranges::any_of(findings,
                                 [&](const Finding& finding) {
                                     return finding.severity == Finding::Severity::Error &&
                                            expected == QString::fromStdString(finding.code + " " + finding.where) &&
                                            !finding.message.empty();
                                 }),
             firstError(network).c_str());
    QVERIFY(!networkFromJson(toJson(network)));
}

void DeliveryNetworkTest::whatIsUnknownIsNotJudged() {
    Network network = examples::reference();
    network.nodes[1].ground_m.reset();
    network.links[2].verification.reset();
    const auto findings = check(network);
    QCOMPARE(findings.size(), std::size_t{2});
    for (const Finding& finding : findings)
        QCOMPARE(finding.severity, Finding::Severity::NotJudged);
    QCOMPARE(findings[0].code + findings[0].where, std::string("GROUND_UNKNOWNnodes.DP-01"));
    QCOMPARE(findings[1].code + findings[1].where, std::string("LINK_NOT_VERIFIEDlinks.BP-01>DP-03"));
    QVERIFY(networkFromJson(toJson(network))); // a draft with unknown parts can be saved
}

void DeliveryNetworkTest::whatIsOddIsSaid_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    QTest::newRow("alone") << Change([](Network& n) {
        n.nodes.push_back(examples::node("DP-06", NodeKind::Delivery, 3000, 0));
    }) << QStringLiteral("NODE_WITHOUT_LINK nodes.DP-06");
    QTest::newRow("island") << Change([](Network& n) {
        n.nodes.push_back(examples::node("DP-06", NodeKind::Delivery, 3000, 0));
        n.nodes.push_back(examples::node("DP-07", NodeKind::Delivery, 4000, 0));
        n.links.push_back(examples::link("DP-06", "DP-07", {}, TrackKind::Single));
    }) << QStringLiteral("NOT_REACHABLE nodes.DP-07");
    QTest::newRow("under the ground") << Change([](Network& n) { n.links[0].via = {{examples::placed(100, 0), 15}}; })
                                      << QStringLiteral("LINK_TOO_LOW links.BP-01>DP-01");
    QTest::newRow("beside") << Change([](Network& n) { n.nodes[1].place = examples::placed(15, 0); })
                            << QStringLiteral("NEAR_NODE nodes.DP-01");
}

void DeliveryNetworkTest::whatIsOddIsSaid() {
    QFETCH(const Change, change);
    QFETCH(const QString, expected);
    Network network = examples::reference();
    change(network);
    QCOMPARE(firstError(network), std::string());
    QVERIFY(std::ranges::any_of(check(network), [&](const Finding& finding) {
        return finding.severity == Finding::Severity::Hint &&
               expected == QString::fromStdString(finding.code + " " + finding.where);
    }));
    QVERIFY(networkFromJson(toJson(network)));
}

void DeliveryNetworkTest::everyNetworkSurvivesItsJson() {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const Network network = examples::RandomNetwork(seed).make();
        const auto again = networkFromJson(toJson(network));
        QVERIFY_RESULT(again);
        QVERIFY2(*again == network, toJson(network).c_str());
        QCOMPARE(toJson(*again), toJson(network));
    }
}

void DeliveryNetworkTest::fieldsThatAreNotThereHaveTheirDefaults() {
    const auto network = networkFromJson(
        R"({"id":"n","base":"B","nodes":[{"id":"B","kind":"base","latitude_deg":37,"longitude_deg":127}],"links":[]})");
    QVERIFY_RESULT(network);
    QCOMPARE(*network,
             (Network{.id = "n", .base = "B", .nodes = {{.id = "B", .kind = NodeKind::Base, .place = {37, 127}}}}));
}

void DeliveryNetworkTest::anotherTextIsRefused_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* from, const char* to, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to) << QString::fromUtf8(expected);
    };
    row("no JSON", "{\"id\"", "{id", "BAD_JSON ");
    row("unknown field", "\"top_m\"", "\"top_ft\"", "UNKNOWN_FIELD nodes[0].top_ft");
    row("unknown kind", "\"kind\":\"base\"", "\"kind\":\"depot\"", "BAD_FIELD nodes[0].kind");
    row("missing place", "\"latitude_deg\":37.52,", "", "MISSING_FIELD nodes[0].latitude_deg");
    row("text for a number", "\"capacity\":1", "\"capacity\":\"1\"", "BAD_FIELD nodes[0].capacity");
    row("too large to keep", "\"capacity\":1", "\"capacity\":5000000000", "BAD_FIELD nodes[0].capacity");
    row("negative count", "\"batch_stops\":1", "\"batch_stops\":-1", "BAD_FIELD batch_stops");
    row("fraction of a millisecond", "\"load_ms\":120000", "\"load_ms\":0.5", "BAD_FIELD nodes[0].load_ms");
    row("local time", "2026-09-21T14:13:20.000Z", "2026-09-21T14:13:20+09:00", "BAD_FIELD links[0].verification.at");
    row("same field twice", "\"top_m\":80,", "\"top_m\":80,\"top_m\":90,", "DUPLICATE_FIELD nodes[0].top_m");
    row("what check() finds", "\"base\":\"BP-01\"", "\"base\":\"DP-01\"", "NO_BASE base");
}

void DeliveryNetworkTest::anotherTextIsRefused() {
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, expected);
    QString text = QString::fromStdString(toJson(examples::reference()));
    const auto at = text.indexOf(from);
    QVERIFY(at >= 0);
    text.replace(at, from.size(), to);
    const auto network = networkFromJson(text.toStdString());
    QVERIFY(!network);
    QCOMPARE(QString::fromStdString(network.error().code + " " + network.error().where), expected);
    QVERIFY(!network.error().message.empty());
}

QTEST_GUILESS_MAIN(DeliveryNetworkTest)
#include "network_test.moc"
