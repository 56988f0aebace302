#include "core/timing/mission_times.h"
#include "tests/support/result_macros.h"

#include <QtTest>

using namespace haneul;
using namespace haneul::timing;

namespace {

using Minutes = std::int64_t;
using Rows = std::vector<std::vector<Minutes>>;

// G1 of DOMAIN.md 2.4, minutes from 10:00.
const Rows stays{{4, 1, 1, 1, 3}, {3, 0, 1, 1, 3}, {3, 0, 0, 4}};
const Rows flights{{2, 8, 1, 1}, {2, 4, 1, 1}, {2, 6, 2}};
const std::vector<route::SegmentSplit> splits{
    {{0, 1}, {1, 2}, {2, 4}}, {{0, 1}, {1, 2}, {2, 4}}, {{0, 1}, {1, 2}, {2, 3}}};

std::string codeOf(const Rows& p, const Rows& f) {
    const auto times = missionTimes<Minutes>({p, f, 0});
    return times ? std::string() : times.error().code;
}

} // namespace

class MissionTimesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void g1();                          // R-RTE-09 R-RTE-11 R-RTE-12
    void partsOfASegment();             // R-RTE-08 R-RTE-11
    void columnsAndLinks();             // R-SLT-02
    void theLinesOfTheDiagram();        // R-UI-07
    void actualTimesReplaceEstimates(); // R-RTE-13
    void rowsThatDoNotFitAreRefused();  // R-RTE-01 R-RTE-10
};

void MissionTimesTest::g1() {
    const auto times = missionTimes<Minutes>({stays, flights, 0});
    QVERIFY_RESULT(times);
    const Rows arrivals{{0, 6, 15, 17, 19}, {19, 24, 28, 30, 32}, {32, 37, 43, 45}};
    const Rows departures{{4, 7, 16, 18, 22}, {22, 24, 29, 31, 35}, {35, 37, 43, 49}};
    const std::vector<Minutes> etf{15, 10, 10};
    for (std::size_t k = 0; k < 3; ++k) {
        QCOMPARE(times->legs[k].arrivals, arrivals[k]);
        QCOMPARE(times->legs[k].departures, departures[k]);
        QCOMPARE(times->legs[k].stays, stays[k]);
        QCOMPARE(times->legs[k].flights, flights[k]);
        QCOMPARE(times->legs[k].flightTime(), etf[k]);
    }
    const std::vector<std::array<Minutes, 3>> nodes{{0, 4, 4}, {19, 3, 22}, {32, 3, 35}, {45, 4, 49}};
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        QCOMPARE(times->nodes[i].arrival, nodes[i][0]);
        QCOMPARE(times->nodes[i].stay, nodes[i][1]);
        QCOMPARE(times->nodes[i].departure, nodes[i][2]);
    }
    QCOMPARE(times->total(), 49);
}

void MissionTimesTest::partsOfASegment() {
    const auto times = missionTimes<Minutes>({stays, flights, 0});
    QCOMPARE(partTimes(times->legs[0], splits[0]), (PartTimes<Minutes>{3, 9, 3}));
    QCOMPARE(partTimes(times->legs[1], splits[1]), (PartTimes<Minutes>{2, 5, 3}));
    QCOMPARE(partTimes(times->legs[2], splits[2]), (PartTimes<Minutes>{2, 6, 2}));
}

void MissionTimesTest::columnsAndLinks() {
    const auto times = missionTimes<Minutes>({stays, flights, 0});
    const std::vector<std::string> names{"BP-01", "DP-02", "DP-05", "BP-01"};
    const auto usages = occupancy(*times, std::span(splits), std::span(names));
    QVERIFY_RESULT(usages);
    using enum PlaceKind;
    QCOMPARE(*usages, (std::vector<Usage<Minutes>>{{Node, "BP-01", "", 0, 7},
                                                   {Link, "BP-01", "DP-02", 7, 15},
                                                   {Node, "DP-02", "", 15, 24},
                                                   {Link, "DP-02", "DP-05", 24, 28},
                                                   {Node, "DP-05", "", 28, 37},
                                                   {Link, "DP-05", "BP-01", 37, 43},
                                                   {Node, "BP-01", "", 43, 49}}));
}

void MissionTimesTest::theLinesOfTheDiagram() {
    const auto times = missionTimes<Minutes>({stays, flights, 0});
    QCOMPARE(coarseDiagram(*times), (std::vector<DiagramPoint<Minutes>>{
                                        {0, 0}, {4, 0}, {19, 1}, {22, 1}, {32, 2}, {35, 2}, {45, 3}, {49, 3}}));
    QCOMPARE(
        detailedDiagram(*times, std::span(splits)),
        (std::vector<DiagramPoint<Minutes>>{{0, 0}, {7, 0}, {15, 1}, {24, 1}, {28, 2}, {37, 2}, {43, 3}, {49, 3}}));
}

void MissionTimesTest::actualTimesReplaceEstimates() {
    const MissionDurations<Minutes> durations{stays, flights, 0};
    // Two minutes late at the first delivery point, three of them made good by a quicker hand-over.
    const std::vector<ActualTime<Minutes>> actuals{{0, 4, EventKind::Arrival, 21}, {1, 0, EventKind::Departure, 21}};
    const auto times = missionTimes(durations, std::span(actuals));
    QVERIFY_RESULT(times);
    QCOMPARE(times->nodes[1].arrival, 21);
    QCOMPARE(times->nodes[1].departure, 21);
    QCOMPARE(times->legs[0].departures.back(), 21);
    QCOMPARE(times->nodes[3].departure, 48);
    const std::vector<ActualTime<Minutes>> nowhere{{3, 0, EventKind::Arrival, 1}};
    QCOMPARE(missionTimes(durations, std::span(nowhere)).error().code, std::string("INVALID_ARGUMENT"));
}

void MissionTimesTest::rowsThatDoNotFitAreRefused() {
    QCOMPARE(codeOf({{1, 1}}, {{1}}), std::string("NEED_AT_LEAST_ONE_DELIVERY"));
    QCOMPARE(codeOf(stays, {flights[0]}), std::string("ROW_COUNT_MISMATCH"));
    QCOMPARE(codeOf({stays[0], {3}}, {flights[0], {}}), std::string("ROW_LENGTH_MISMATCH"));
    QCOMPARE(codeOf({{4, -1, 1, 1, 3}, stays[2]}, {flights[0], flights[2]}), std::string("NEGATIVE_TIME"));
    QCOMPARE(codeOf({stays[0], {2, 0, 0, 4}}, {flights[0], flights[2]}), std::string("SHARED_NODE_ETP_MISMATCH"));
}

QTEST_GUILESS_MAIN(MissionTimesTest)
#include "mission_times_test.moc"
