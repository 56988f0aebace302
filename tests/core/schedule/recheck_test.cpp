#include "core/schedule/booking_index.h"
#include "core/schedule/dispatch.h"
#include "core/schedule/recheck.h"
#include "tests/core/schedule/brute_force.h"
#include "tests/core/schedule/random_plans.h"
#include "tests/core/schedule/reference_network.h"
#include "tests/support/result_macros.h"

#include <QtTest>

using namespace haneul;
using namespace haneul::schedule;
using namespace haneul::tests;

class RecheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDelayOfTheFirstMissionOfTheExample(); // R-SLT-13
    void missionsInTheAirAreReportedOnly();     // R-SLT-13
    void aFullNodeNamesAllThatHoldIt();         // R-SLT-13 R-SLT-03
    void aBaseThatHasLeftIsAConflict();         // R-SLT-13 R-RTE-23
    void withoutADelayNothingIsInConflict();    // R-SLT-13
    void proposalsTakenTogetherBreakNoRule();   // R-SLT-13
    void changesOneByOneGiveTheSame();          // R-SLT-13
    void onlyWhatIsNearIsJudgedAnew();          // R-SLT-13
    void anIdTwiceIsRefused();
};

namespace {

using Standings = std::vector<Standing<Time>>;

Recheck<Time> rechecked(const Network<Time>& network, const Standings& missions) {
    return *recheck(network, std::span<const Standing<Time>>(missions));
}

std::vector<PlannedMission<Time>> theFourMissions() {
    return *firstComeFirstServed<Time>(referenceNetwork(),
                                       {{"m1", 36000, {"DP-02", "DP-05"}},
                                        {"m2", 36060, {"DP-05", "DP-02"}},
                                        {"m3", 36120, {"DP-01"}},
                                        {"m4", 36120, {"DP-03", "DP-04"}}},
                                       VisitOrder::Given, 0);
}

// m1 leaves DP-02 later than planned; what it holds from there on follows.
Booking<Time> leavingLate(const PlannedMission<Time>& mission, Time late) {
    auto durations = *missionDurations(referenceNetwork(), mission.stops);
    durations.start = mission.start();
    const std::vector<timing::ActualTime<Time>> actuals{
        {0, 3, timing::EventKind::Departure, mission.times.nodes[1].departure + late}};
    const auto times = *timing::missionTimes(durations, std::span<const timing::ActualTime<Time>>(actuals));
    std::vector<std::string> names{"BP-01"};
    names.insert(names.end(), mission.stops.begin(), mission.stops.end());
    names.emplace_back("BP-01");
    const std::vector<route::SegmentSplit> splits(times.legs.size(), sortieSplit);
    return {mission.id, *timing::occupancy(times, std::span(splits), std::span<const std::string>(names)),
            times.nodes.front().arrival, times.nodes.back().departure};
}

Booking<Time> atNode(std::string id, const char* node, Time begin, Time end) {
    return {std::move(id), {{timing::PlaceKind::Node, node, {}, begin, end}}, begin, end};
}

// A schedule as it comes about: each mission at its earliest start, some already in the air at `now`.
Standings randomSchedule(RandomPlans& plan, std::size_t count, Time now, std::int64_t within = 60) {
    Standings missions;
    BookingIndex<Time> index;
    for (std::size_t n = 0; n < count; ++n) {
        const auto mission = plan.mission("m" + std::to_string(n));
        const Time ready = plan.time(0, within);
        const Time start = earliestStart(plan.network(), mission, index, ready);
        missions.push_back({brute::shifted(mission, start), start < now, std::max(ready, now)});
        index.insert(missions.back().booking);
    }
    return missions;
}

// It stays longer than planned somewhere, and all after that is later.
void delay(RandomPlans& plan, Booking<Time>& booking) {
    const Time late = plan.time(1, 30);
    const std::size_t where = plan.random().below(booking.usages.size());
    booking.usages[where].end += late;
    for (std::size_t k = where + 1; k < booking.usages.size(); ++k) {
        booking.usages[k].begin += late;
        booking.usages[k].end += late;
    }
    booking.end += late;
}

// In the order of booking it fits behind those before it, and whoever fits without it behind it fits with it too.
bool fitsAsBooked(const Network<Time>& network, const Standings& missions, const std::string& id) {
    std::vector<Booking<Time>> with, without;
    for (const auto& mission : missions) {
        const bool it = mission.booking.id == id;
        if (!brute::fits(network, mission.booking, with) && (it || brute::fits(network, mission.booking, without)))
            return false;
        with.push_back(mission.booking);
        if (!it) without.push_back(mission.booking);
    }
    return true;
}

} // namespace

void RecheckTest::aDelayOfTheFirstMissionOfTheExample() {
    const auto planned = theFourMissions();
    const auto standing = [&](Time late) {
        Standings missions{{leavingLate(planned[0], late), true}};
        for (std::size_t m = 1; m < planned.size(); ++m)
            missions.push_back({planned[m].booking, false, planned[m].start()});
        return missions;
    };
    QVERIFY(rechecked(referenceNetwork(), standing(0)).conflicts.empty());
    // m1 now holds DP-05 [36651,36762) and the base [37002,37093). m2 wanted DP-05 from 36642: 120 later it comes just
    // as m1 has left. m3 would land at 36973 while m1 does; behind m2, m4 and m1 the base is next free for both its
    // take-off and its landing at 37093. m4 is in nobody's way and stays.
    const auto after = rechecked(referenceNetwork(), standing(120));
    QVERIFY((after.conflicts == std::vector<Conflict>{{"m2", Rule::Column, "DP-05", {"m1"}, false},
                                                      {"m3", Rule::Column, "BP-01", {"m1"}, false}}));
    QVERIFY((after.proposals == std::vector<Proposal<Time>>{{"m2", 36262, 36382}, {"m3", 36482, 37093}}));
}

void RecheckTest::missionsInTheAirAreReportedOnly() {
    Network<Time> network{.base = "B"};
    network.nodes = {{"B", {}}, {"P", {}}};
    const auto result = rechecked(network, {{atNode("first", "P", 0, 50), true},
                                            {atNode("second", "P", 40, 60), true},
                                            {atNode("third", "P", 60, 70), false, 60}});
    QVERIFY((result.conflicts == std::vector<Conflict>{{"second", Rule::Column, "P", {"first"}, true}}));
    QVERIFY(result.proposals.empty());
}

void RecheckTest::aFullNodeNamesAllThatHoldIt() {
    Network<Time> network{.base = "B", .fleet = Fleet<Time>{2, 5}};
    network.nodes = {{"B", {}}, {"P", {.capacity = 2}}};
    const auto result = rechecked(network, {{atNode("a", "P", 0, 50), true},
                                            {atNode("b", "P", 10, 45), true},
                                            {atNode("c", "P", 49, 60), true}, // b's turnaround is not over
                                            {atNode("d", "P", 44, 48), false, 44}});
    QVERIFY((result.conflicts == std::vector<Conflict>{{"c", Rule::Fleet, "B", {"a", "b"}, true},
                                                       {"d", Rule::Column, "P", {"a", "b"}, false},
                                                       {"d", Rule::Fleet, "B", {"a", "b", "c"}, false}}));
    QVERIFY((result.proposals == std::vector<Proposal<Time>>{{"d", 44, 55}})); // a is back and turned round
}

void RecheckTest::aBaseThatHasLeftIsAConflict() {
    Network<Time> network{.base = "B"};
    network.nodes = {{"B", {}}};
    const auto late = atNode("late", "B", 20, 30);
    const auto stays = [](std::vector<Window<Time>> open) {
        return outsideWindows(timing::Usage<Time>{timing::PlaceKind::Node, "B", {}, 0, 10},
                              std::span<const Window<Time>>(open), "TRUCK-1");
    };
    const auto later = rechecked(network, {{late, false, 20, stays({{0, 25}, {100, 200}})}});
    QVERIFY((later.conflicts == std::vector<Conflict>{{"late", Rule::BaseAbsent, "TRUCK-1", {}, false}}));
    QVERIFY((later.proposals == std::vector<Proposal<Time>>{{"late", 20, 100}}));
    const auto gone = rechecked(network, {{late, false, 20, stays({{0, 25}})}});
    QVERIFY((gone.proposals == std::vector<Proposal<Time>>{{"late", 20, std::nullopt}}));
}

void RecheckTest::withoutADelayNothingIsInConflict() {
    for (std::uint64_t n = 0; n < 1000; ++n) {
        RandomPlans plan(60'000 + n, {.unit = 1});
        const auto result = rechecked(plan.network(), randomSchedule(plan, 8, plan.time(0, 60)));
        QVERIFY2(result.conflicts.empty() && result.proposals.empty(), sayWhere(n));
    }
}

void RecheckTest::proposalsTakenTogetherBreakNoRule() {
    std::size_t proposals = 0, kept = 0, inTheAir = 0;
    for (std::uint64_t n = 0; n < 1000; ++n) {
        RandomPlans plan(70'000 + n, {.unit = 1});
        const Time now = plan.time(0, 40);
        auto missions = randomSchedule(plan, 8, now);
        for (auto& mission : missions)
            if (mission.underWay && plan.once(2)) delay(plan, mission.booking);
        const auto result = rechecked(plan.network(), missions);
        const auto moved = [&](const std::string& id) {
            return std::ranges::find(result.proposals, id, &Proposal<Time>::mission) != result.proposals.end();
        };
        std::vector<Booking<Time>> flying, before; // in the order in which they were booked; those that are moved last
        for (const auto& mission : missions) {
            if (moved(mission.booking.id)) continue;
            const bool reported = std::ranges::contains(result.conflicts, mission.booking.id, &Conflict::mission);
            const bool fits = brute::fits(plan.network(), mission.booking, before);
            if (mission.underWay) { // may be in conflict, but with others in the air only
                const bool alone = brute::fits(plan.network(), mission.booking, flying);
                QVERIFY2(reported != alone && (fits || !alone), sayWhere(n));
                flying.push_back(mission.booking);
                inTheAir += reported;
            } else {
                QVERIFY2(fits && !reported, sayWhere(n));
                ++kept;
            }
            before.push_back(mission.booking);
        }
        const std::vector<Booking<Time>> staying = before;
        // With those one cannot tell by fitting or not whether a mission adds to what is broken already.
        const bool conflictsInTheAir = std::ranges::contains(result.conflicts, true, &Conflict::underWay);
        for (const auto& proposal : result.proposals) {
            auto withIt = missions; // it had to be moved
            std::erase_if(withIt,
                          [&](const auto& one) { return one.booking.id != proposal.mission && moved(one.booking.id); });
            const auto mission =
                std::ranges::find(missions, proposal.mission, [](const auto& m) { return m.booking.id; });
            QVERIFY2(!mission->underWay && proposal.planned == mission->booking.begin, sayWhere(n));
            QVERIFY2(std::ranges::contains(result.conflicts, proposal.mission, &Conflict::mission), sayWhere(n));
            QVERIFY2(conflictsInTheAir || !brute::fits(plan.network(), mission->booking, staying) ||
                         !fitsAsBooked(plan.network(), withIt, proposal.mission),
                     sayWhere(n));
            const auto at = [&](Time start) { return brute::shifted(mission->booking, start - proposal.planned); };
            for (Time start = mission->ready; start < *proposal.start; ++start)
                QVERIFY2(!brute::fits(plan.network(), at(start), before), sayWhere(n));
            QVERIFY2(brute::fits(plan.network(), at(*proposal.start), before), sayWhere(n));
            before.push_back(at(*proposal.start));
            ++proposals;
        }
    }
    QVERIFY(proposals > 200 && kept > 200 && inTheAir > 20);
}

// Missions come, go, are delayed, moved and take off: each time the answer is that to all of them asked anew.
void RecheckTest::changesOneByOneGiveTheSame() {
    std::size_t compared = 0, inConflict = 0, judged = 0, all = 0;
    for (std::uint64_t n = 0; n < 300; ++n) {
        RandomPlans plan(700'000 + n, n % 2 == 0 ? PlanKind{} : PlanKind{.unit = 100, .jitter = 60});
        const Time now = plan.time(0, 40);
        Standings missions = n % 3 == 0 ? randomSchedule(plan, 12, now) : randomSchedule(plan, 30, now, 1500);
        std::vector<Time> booked;
        Rechecker<Time> rechecker(plan.network());
        for (std::size_t m = 0; m < missions.size(); ++m) {
            booked.push_back(static_cast<Time>(m));
            rechecker.put(missions[m], booked.back());
        }
        for (int change = 0; change < 12; ++change) {
            const std::size_t which = plan.random().below(missions.size());
            auto& mission = missions[which];
            switch (plan.random().below(5)) {
            case 0:
                delay(plan, mission.booking);
                break;
            case 1:
                mission.underWay = !mission.underWay;
                break;
            case 2:
                mission.booking = brute::shifted(mission.booking, plan.time(0, 30));
                break;
            case 3: { // it goes, and comes back as the last
                rechecker.remove(mission.booking.id);
                missions.push_back(mission);
                booked.push_back(booked.back() + 1);
                missions.erase(missions.begin() + static_cast<std::ptrdiff_t>(which));
                booked.erase(booked.begin() + static_cast<std::ptrdiff_t>(which));
                rechecker.put(missions.back(), booked.back());
                break;
            }
            default: // two at once
                delay(plan, missions.front().booking);
                rechecker.put(missions.front(), booked.front());
                delay(plan, mission.booking);
            }
            if (which < missions.size()) rechecker.put(missions[which], booked[which]);
            const auto& step = rechecker.update();
            const auto whole = rechecked(plan.network(), missions);
            QVERIFY2(step.conflicts == whole.conflicts, sayWhere(n));
            QVERIFY2(step.proposals == whole.proposals, sayWhere(n));
            ++compared;
            inConflict += whole.conflicts.size();
            judged += rechecker.judged();
            all += missions.size();
        }
    }
    std::printf("%zu changes, %zu conflicts, %zu of %zu missions judged anew\n", compared, inConflict, judged, all);
    QVERIFY(inConflict > 1000 && judged < all / 2);
}

void RecheckTest::onlyWhatIsNearIsJudgedAnew() {
    Network<Time> network{.base = "B", .headway = 5};
    network.nodes["B"] = {};
    Rechecker<Time> rechecker(network);
    for (Time n = 0; n < 1000; ++n)
        rechecker.put({atNode("m" + std::to_string(n), "B", 100 * n, 100 * n + 90)}, n);
    QVERIFY(rechecker.update().conflicts.empty());
    QCOMPARE(rechecker.judged(), 1000U);
    rechecker.put({atNode("m500", "B", 50'000, 50'150)}, 500); // into the next one
    QCOMPARE(rechecker.update().conflicts.size(), 1U);
    QVERIFY2(rechecker.judged() <= 4, qPrintable(QString::number(rechecker.judged())));
    rechecker.put({atNode("m500", "B", 50'000, 50'080)}, 500);
    QVERIFY(rechecker.update().conflicts.empty());
    rechecker.update(); // nothing has changed
    QCOMPARE(rechecker.judged(), 0U);
}

void RecheckTest::anIdTwiceIsRefused() {
    const Standings twice{{atNode("m", "B", 0, 1)}, {atNode("m", "B", 5, 6)}};
    const auto result = recheck(Network<Time>{.base = "B"}, std::span<const Standing<Time>>(twice));
    QVERIFY(!result);
    QCOMPARE(result.error().code, std::string("INVALID_ARGUMENT"));
}

QTEST_GUILESS_MAIN(RecheckTest)
#include "recheck_test.moc"
