#include "core/plan/detour.h"
#include "core/plan/proposals.h"
#include "tests/core/plan/check_examples.h"
#include "tests/support/result_macros.h"

#include <QtTest>

using namespace haneul;
using namespace haneul::plan;
using namespace haneul::tests;

class ProposalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aroundAZone();            // R-PLAN-08
    void afterAZoneEnds();         // R-PLAN-08
    void aboveAnotherFlight();     // R-SVC-10
    void laterWhereThePadIsFull(); // R-SVC-13
    void aStartThatHasPassed();
    void areasAndLines();                  // R-GEN-07
    void noneExistsOnlyAfterAll();         // R-PLAN-08
    void timeIsTriedToTheEndOfTheWindow(); // R-PLAN-08
    void overAndUnderAPermanentZone();     // R-PLAN-08
    void straightFromEndToEnd();           // R-PLAN-08
    void anAreaDownToTheGround();          // R-PLAN-08
    void whereNoTimeOrHeightIsLeft();      // R-PLAN-08
    void whatNothingMovesComesFirst();     // R-FLT-05
    void notNeeded();
    void theShortestWay();
    void thousandRandomConflicts(); // R-PLAN-08 R-PLAN-09 R-SVC-10
};

namespace {

const Proposal* of(const ProposalSearch& search, ProposalKind kind) {
    const auto found = std::ranges::find(search.proposals, kind, &Proposal::kind);
    return found == search.proposals.end() ? nullptr : &*found;
}

bool passes(const FlightPlan& plan, const CheckInputs& inputs) {
    return acceptable(checkPlan(plan, inputs), *profile(plan.profile));
}

geo::Area onTheWay(double radius_m = 80) {
    return geo::Circle{placeAt(1400, 600), radius_m};
}

// By the exact geometry of each pair, without any index.
bool hitsNothing(const FlightPlan& plan, const std::vector<airspace::Zone>& zones,
                 const std::vector<deconflict::Intent>& intents) {
    for (const auto& volume : plan.volumes) {
        for (const auto& zone : zones)
            for (const auto& layer : zone.layers) {
                geo::Volume4D taken{layer.area, layer.lower, layer.upper, {}, {}};
                if (!zone.periods.empty()) {
                    taken.from = zone.periods[0].from;
                    taken.to = zone.periods[0].to;
                }
                if (geo::overlap(volume, taken, {}).answer != geo::Judgement::No) return false;
            }
        for (const auto& intent : intents)
            for (const auto& other : intent.volumes)
                if (intent.priority >= plan.priority && geo::overlap(volume, other, {}).answer != geo::Judgement::No)
                    return false;
    }
    return true;
}

} // namespace

void ProposalsTest::aroundAZone() {
    Desk desk;
    desk.zones = airspace::ZoneIndex({zoneOf("P73", onTheWay(150))});
    const auto inputs = desk.inputs();
    const auto plan = deliveryPlan();
    const auto search = propose(plan, inputs, {});
    QVERIFY_RESULT(search);
    // For ever and at any height: only a way around.
    QCOMPARE(search->proposals.size(), std::size_t{1});
    const auto* route = of(*search, ProposalKind::Route);
    QVERIFY(route != nullptr);
    QVERIFY(passes(route->plan, inputs));
    QVERIFY(acceptable(route->reports, *profile("logistics")));
    QVERIFY(route->change > 1 && route->change < 200);
    const auto& points = std::get<WaypointRoute>(route->plan.operation).points;
    const auto& before = std::get<WaypointRoute>(plan.operation).points;
    QVERIFY(points.size() > before.size());
    for (const auto& point : before) // all places of the plan are still visited
        QVERIFY(std::ranges::contains(points, point));
    QCOMPARE(route->plan.version, 2);
    QCOMPARE(search->attempts.size(), std::size_t{3});
    for (const auto& attempt : search->attempts)
        QVERIFY(!attempt.why.empty());
    QVERIFY(!search->noneExists());
}

void ProposalsTest::afterAZoneEnds() {
    Desk desk;
    auto zone = zoneOf("TMP", onTheWay(150));
    const UtcMs opens = noon + milliseconds(3'000'000);
    zone.periods = {{.from = noon - milliseconds(1'200'000), .to = opens, .schedule = {}}};
    desk.zones = airspace::ZoneIndex({zone});
    const auto inputs = desk.inputs();
    const auto search = propose(deliveryPlan(), inputs, {});
    QVERIFY_RESULT(search);
    const auto* later = of(*search, ProposalKind::Later);
    const auto* earlier = of(*search, ProposalKind::Earlier);
    QVERIFY(later != nullptr && earlier != nullptr);
    QVERIFY(passes(later->plan, inputs) && passes(earlier->plan, inputs));
    // The least: a second less is not enough.
    for (const auto& [proposal, back] :
         {std::pair(later, milliseconds(-1000)), std::pair(earlier, milliseconds(1000))}) {
        auto less = proposal->plan;
        less.start += back;
        less.end += back;
        for (auto& volume : less.volumes) {
            *volume.from += back;
            *volume.to += back;
        }
        QVERIFY(!passes(less, inputs));
    }
    QVERIFY(later->plan.start > noon && later->plan.start < opens);
    QCOMPARE(later->change, double((later->plan.start - noon).count()) / 1000);
    auto soon = inputs; // no time is left to be earlier
    soon.now = noon - milliseconds(60'000);
    QVERIFY(of(*propose(deliveryPlan(), soon, {}), ProposalKind::Earlier) == nullptr);
}

void ProposalsTest::aboveAnotherFlight() {
    Desk desk;
    QVERIFY_RESULT(
        desk.intents.insert({"OTHER", 0, {{onTheWay(300), amsl(100), amsl(131), noon, noon + milliseconds(900'000)}}}));
    const auto inputs = desk.inputs();
    auto search = propose(deliveryPlan(), inputs, {});
    QVERIFY_RESULT(search);
    QCOMPARE(search->proposals.size(), std::size_t{4}); // all ways work
    const auto* height = of(*search, ProposalKind::Height);
    QCOMPARE(height->change, 30.0); // 150 m - 15 m is above 131 m; 20 m are not enough
    for (const auto& proposal : search->proposals)
        QVERIFY(passes(proposal.plan, inputs));
    // Under a ceiling: the other way.
    search = propose(deliveryPlan(), inputs, {.ceiling = amsl(130)});
    QCOMPARE(of(*search, ProposalKind::Height)->change, -40.0);
    search = propose(deliveryPlan(), inputs, {.ceiling = agl(200)}); // nobody knows how high that is
    QVERIFY(of(*search, ProposalKind::Height) == nullptr);
}

void ProposalsTest::laterWhereThePadIsFull() {
    Desk desk;
    QVERIFY_RESULT(desk.intents.insert(
        {"A", 0, {{geo::Circle{placeAt(2100, 900), 20}, amsl(0), amsl(200), noon, noon + milliseconds(1'200'000)}}}));
    auto inputs = desk.inputs();
    inputs.capacity = {{"PAD", {geo::Circle{placeAt(2000, 900), 150}, {}, {}, {}, {}}, 1}};
    const auto search = propose(deliveryPlan(), inputs, {});
    QVERIFY_RESULT(search);
    const auto* later = of(*search, ProposalKind::Later);
    QVERIFY(later != nullptr);
    QVERIFY(passes(later->plan, inputs));
    QVERIFY(later->plan.start > noon + milliseconds(900'000) && later->plan.start < noon + milliseconds(1'200'000));
    QVERIFY(of(*search, ProposalKind::Route) == nullptr); // it lands there
}

void ProposalsTest::aStartThatHasPassed() {
    const Desk desk;
    auto inputs = desk.inputs();
    inputs.now = noon + milliseconds(90'500);
    const auto search = propose(deliveryPlan(), inputs, {});
    QVERIFY_RESULT(search);
    QVERIFY(search->blockedBy.empty());
    const auto* later = of(*search, ProposalKind::Later);
    QVERIFY(later != nullptr);
    QVERIFY(later->plan.start == noon + milliseconds(91'000));
    QVERIFY(passes(later->plan, inputs));
}

void ProposalsTest::areasAndLines() {
    Desk desk;
    desk.zones = airspace::ZoneIndex({zoneOf("P73", geo::Circle{placeAt(500, 100), 60})});
    const auto inputs = desk.inputs();
    auto plan = deliveryPlan();
    plan.profile = "monitoring";
    plan.missionType = "traffic";
    plan.objective = "counting";
    plan.payload_ids = {"BOX"};
    plan.end = plan.start + milliseconds(2'000'000);
    for (const Operation& operation :
         {Operation(AreaOperation{rectangle(0, 0, 500, 300), amsl(80), amsl(120)}),
          Operation(GridPattern{rectangle(0, 0, 450, 250), 60, 90, amsl(100)}),
          Operation(CorridorPattern{{placeAt(0, 100), placeAt(1000, 110)}, 20, 1, amsl(100)})}) {
        plan.operation = operation;
        makeVolumes(plan);
        const auto search = propose(plan, inputs, {});
        QVERIFY_RESULT(search);
        QCOMPARE(search->blockedBy, std::vector<CheckKind>{});
        const auto* route = of(*search, ProposalKind::Route);
        QVERIFY(route != nullptr);
        QVERIFY(route->plan.operation.index() == operation.index());
        QVERIFY(passes(route->plan, inputs));
    }
}

void ProposalsTest::noneExistsOnlyAfterAll() {
    Desk desk;
    desk.zones = airspace::ZoneIndex({zoneOf("P73", geo::Circle{cityHall, 300})}); // over the take-off, for ever
    const auto search = propose(deliveryPlan(), desk.inputs(), {});
    QVERIFY_RESULT(search);
    QVERIFY(search->noneExists());
    QCOMPARE(search->attempts.size(), std::size_t{4});
    for (const auto& attempt : search->attempts)
        QVERIFY(!attempt.why.empty());
    for (const auto& attempt : search->attempts) {
        QVERIFY2(attempt.tried > 0, qPrintable(QString::fromStdString(attempt.why)));
        QCOMPARE(attempt.always, std::vector<std::string>{"P73"});
        QVERIFY(attempt.why.contains(std::to_string(attempt.tried)));
    }
    ProposalSearch partly = *search;
    partly.attempts.pop_back();
    QVERIFY(!partly.noneExists());
    for (const auto kind : {ProposalKind::Height, ProposalKind::Route}) {
        partly = *search;
        std::ranges::find(partly.attempts, kind, &Attempt::kind)->tried = 0;
        QVERIFY(!partly.noneExists()); // not really tried
    }
    partly = *search;
    for (auto& attempt : partly.attempts)
        if (attempt.kind == ProposalKind::Earlier) attempt.tried = 0;
    QVERIFY(partly.noneExists()); // no time was left that way, the other was tried
    for (auto& attempt : partly.attempts)
        if (attempt.kind == ProposalKind::Later) attempt.tried = 0;
    QVERIFY(!partly.noneExists());
}

namespace {

const Attempt& attemptOf(const ProposalSearch& search, ProposalKind kind) {
    static const Attempt none{.tried = -1};
    const auto found = std::ranges::find(search.attempts, kind, &Attempt::kind);
    return found == search.attempts.end() ? none : *found;
}

} // namespace

void ProposalsTest::timeIsTriedToTheEndOfTheWindow() {
    Desk desk;
    // One that stands for ever lies over the whole way, one that opens later as well: neither time nor height helps.
    auto passing = zoneOf("TMP", onTheWay(150));
    passing.periods = {{.from = noon - milliseconds(1'200'000), .to = noon + milliseconds(3'000'000), .schedule = {}}};
    desk.zones = airspace::ZoneIndex({passing, zoneOf("P73", onTheWay(100))});
    const auto search = propose(deliveryPlan(), desk.inputs(), {});
    QVERIFY_RESULT(search);
    const auto& later = attemptOf(*search, ProposalKind::Later);
    QVERIFY2(later.tried >= 10 && later.tried <= 60, qPrintable(QString::number(later.tried)));
    QVERIFY(later.reason == NothingFound::Closed);
    QCOMPARE(later.always, std::vector<std::string>{"P73"}); // TMP is over by then
    QVERIFY2(later.why.contains("within 360 min") && later.why.contains("P73"), later.why.c_str());
    const auto& earlier = attemptOf(*search, ProposalKind::Earlier);
    QVERIFY2(earlier.why.contains("within 60 min"), earlier.why.c_str()); // now is an hour before noon
    // A zone that outlasts the window is tried at its end.
    passing.periods[0].to = noon + milliseconds(std::int64_t{9} * 3'600'000);
    desk.zones = airspace::ZoneIndex({passing});
    const auto closed = propose(deliveryPlan(), desk.inputs(), {});
    QCOMPARE(attemptOf(*closed, ProposalKind::Later).tried, 1);
    QVERIFY(attemptOf(*closed, ProposalKind::Later).why.contains("within 360 min"));
}

void ProposalsTest::overAndUnderAPermanentZone() {
    Desk desk;
    auto zone = zoneOf("P73", onTheWay(300));
    zone.layers[0].lower = amsl(90);
    zone.layers[0].upper = amsl(141);
    desk.zones = airspace::ZoneIndex({zone});
    auto search = propose(deliveryPlan(), desk.inputs(), {});
    QVERIFY_RESULT(search);
    const auto* height = of(*search, ProposalKind::Height);
    QVERIFY(height != nullptr);
    QCOMPARE(height->change, 40.0); // 160 m - 15 m is above 141 m
    QVERIFY(passes(height->plan, desk.inputs()));
    search = propose(deliveryPlan(), desk.inputs(), {.ceiling = amsl(150)});
    QCOMPARE(of(*search, ProposalKind::Height)->change, -50.0); // 70 m + 15 m is below 90 m
    zone.layers[0].lower.reset();
    desk.zones = airspace::ZoneIndex({zone});
    search = propose(deliveryPlan(), desk.inputs(), {.ceiling = amsl(150)});
    QVERIFY(of(*search, ProposalKind::Height) == nullptr);
    QVERIFY(attemptOf(*search, ProposalKind::Height).tried > 0);
    QVERIFY(attemptOf(*search, ProposalKind::Height).reason == NothingFound::Closed);
}

void ProposalsTest::straightFromEndToEnd() {
    Desk desk;
    auto zone = zoneOf("P73", onTheWay(300));
    zone.layers[0].upper = amsl(60);
    desk.zones = airspace::ZoneIndex({zone});
    auto plan = deliveryPlan();
    plan.operation = WaypointRoute{{{cityHall, amsl(40)}, {placeAt(2800, 1200), amsl(40)}}};
    makeVolumes(plan);
    const auto search = propose(plan, desk.inputs(), {});
    QVERIFY_RESULT(search);
    const auto* height = of(*search, ProposalKind::Height);
    QVERIFY(height != nullptr);
    QVERIFY(passes(height->plan, desk.inputs()));
    const auto& points = std::get<WaypointRoute>(height->plan.operation).points;
    QCOMPARE(points.size(), std::size_t{4});
    QCOMPARE(points.front(), std::get<WaypointRoute>(plan.operation).points.front());
    QCOMPARE(points[1], (RoutePoint{cityHall, amsl(40 + height->change), {}}));
    QCOMPARE(points.back(), std::get<WaypointRoute>(plan.operation).points.back());
}

void ProposalsTest::anAreaDownToTheGround() {
    Desk desk;
    auto zone = zoneOf("P73", geo::Circle{placeAt(250, 150), 2000});
    zone.layers[0].lower = amsl(95);
    desk.zones = airspace::ZoneIndex({zone});
    auto plan = deliveryPlan();
    plan.profile = "monitoring";
    plan.missionType = "traffic";
    plan.objective = "counting";
    plan.payload_ids = {"BOX"};
    plan.operation = AreaOperation{rectangle(0, 0, 500, 300), {}, amsl(120)};
    plan.end = plan.start + milliseconds(2'000'000);
    makeVolumes(plan);
    auto search = propose(plan, desk.inputs(), {});
    QVERIFY_RESULT(search);
    const auto* height = of(*search, ProposalKind::Height);
    QVERIFY(height != nullptr);
    QVERIFY(passes(height->plan, desk.inputs()));
    QVERIFY(height->change < 0 && !std::get<AreaOperation>(height->plan.operation).lower);
    // Nothing higher or lower is of use where the zone stands on the ground; it was tried all the same.
    zone.layers[0].lower.reset();
    desk.zones = airspace::ZoneIndex({zone});
    search = propose(plan, desk.inputs(), {});
    QVERIFY(search->noneExists());
    QVERIFY(attemptOf(*search, ProposalKind::Height).tried > 0);
}

void ProposalsTest::whereNoTimeOrHeightIsLeft() {
    Desk desk;
    desk.zones = airspace::ZoneIndex({zoneOf("P73", geo::Circle{cityHall, 300})});
    auto inputs = desk.inputs();
    inputs.now = noon;
    auto search = propose(deliveryPlan(), inputs, {});
    QVERIFY_RESULT(search);
    QVERIFY(attemptOf(*search, ProposalKind::Earlier).reason == NothingFound::NoTime);
    QCOMPARE(attemptOf(*search, ProposalKind::Earlier).tried, 0);
    QVERIFY(search->noneExists());                                   // later times were tried
    search = propose(deliveryPlan(), inputs, {.ceiling = agl(200)}); // nobody knows how high that is
    QVERIFY(attemptOf(*search, ProposalKind::Height).reason == NothingFound::NoHeight);
    QVERIFY(search->proposals.empty() && !search->noneExists());
    // The way is free later, but by then a licence has run out.
    desk.zones = airspace::ZoneIndex();
    auto zone = zoneOf("TMP", onTheWay(150));
    zone.periods = {{.from = noon - milliseconds(1'200'000), .to = noon + milliseconds(3'000'000), .schedule = {}}};
    desk.zones = airspace::ZoneIndex({zone});
    inputs.assignment->organisation->insured_until = noon + milliseconds(2'000'000);
    search = propose(deliveryPlan(), inputs, {});
    QVERIFY(of(*search, ProposalKind::Later) == nullptr);
    QVERIFY(attemptOf(*search, ProposalKind::Later).reason == NothingFound::OtherCheck);
}

void ProposalsTest::whatNothingMovesComesFirst() {
    Desk desk;
    desk.zones = airspace::ZoneIndex({zoneOf("P73", onTheWay())});
    auto inputs = desk.inputs();
    inputs.assignment->pilot->flown_h = 1;
    auto search = propose(deliveryPlan(), inputs, {});
    QVERIFY_RESULT(search);
    QCOMPARE(search->blockedBy, std::vector{CheckKind::Readiness});
    QVERIFY(search->proposals.empty() && !search->noneExists());
    inputs = desk.inputs();
    inputs.intents = nullptr;
    search = propose(deliveryPlan(), inputs, {});
    QCOMPARE(search->blockedBy, (std::vector{CheckKind::Conflicts, CheckKind::Capacity}));
}

void ProposalsTest::notNeeded() {
    const Desk desk;
    QCOMPARE(propose(deliveryPlan(), desk.inputs(), {}).error().code, std::string("NOT_NEEDED"));
    auto plan = deliveryPlan();
    plan.profile = "racing";
    QCOMPARE(propose(plan, desk.inputs(), {}).error().code, std::string("UNKNOWN_PROFILE"));
}

void ProposalsTest::theShortestWay() {
    const std::vector<geo::Area> square{rectangle(400, -100, 200, 300)};
    // Straight north of it and south of it: 100 m and 10 m beside the line are nearer in the south.
    const auto way = wayAround(cityHall, placeAt(1000, 0), square, 10);
    QVERIFY(way.has_value());
    double length_m = 0;
    geo::LatLon last = cityHall;
    std::vector<geo::LatLon> places = *way;
    places.push_back(placeAt(1000, 0));
    for (const auto& place : places) {
        length_m += geo::inverse(last, place).distance_m;
        last = place;
    }
    // Around two corners rounded by 10 m.
    const double bound_m = 2 * std::hypot(400.0, 100.0) + 200;
    QVERIFY2(length_m > bound_m && length_m < bound_m + 25, qPrintable(QString::number(length_m)));
    for (const auto& place : *way) {
        QVERIFY(geo::distance_m(square[0], place) > 9.9);
        QVERIFY(place.latitude_deg < cityHall.latitude_deg);
    }
    QVERIFY(wayAround(cityHall, placeAt(300, 0), square, 10)->empty());
    QVERIFY(!wayAround(cityHall, placeAt(500, 0), square, 10)); // inside
    QVERIFY(!wayAround(cityHall, placeAt(395, 0), square, 10)); // too near
    // Shut in by four walls.
    const std::vector<geo::Area> walls{rectangle(-300, 200, 600, 50), rectangle(-300, -250, 600, 50),
                                       rectangle(-300, -250, 50, 500), rectangle(250, -250, 50, 500)};
    QVERIFY(!wayAround(cityHall, placeAt(1000, 0), walls, 5));
}

void ProposalsTest::thousandRandomConflicts() {
    sim::Random random(2026);
    int refused = 0, without = 0;
    std::array<int, 4> byKind{};
    while (refused < 1000) {
        Desk desk;
        std::vector<airspace::Zone> zones;
        std::vector<deconflict::Intent> intents;
        for (std::size_t n = 0; n < random.below(4); ++n) {
            auto zone = zoneOf(
                "Z" + std::to_string(n),
                geo::Circle{placeAt(random.uniform(-500, 2500), random.uniform(-500, 1500)), random.uniform(50, 300)});
            if (random.below(2) == 0)
                zone.layers[0].area = rectangle(random.uniform(-500, 2500), random.uniform(-500, 1500),
                                                random.uniform(50, 500), random.uniform(50, 500));
            if (random.below(2) == 0) zone.layers[0].lower = amsl(random.uniform(20, 160));
            if (random.below(2) == 0) zone.layers[0].upper = amsl(random.uniform(161, 220));
            if (random.below(2) == 0)
                zone.periods = {{.from = noon - milliseconds(random.between(0, 3'600'000)),
                                 .to = noon + milliseconds(random.between(1'000, 9'000'000)),
                                 .schedule = {}}};
            zones.push_back(std::move(zone));
        }
        const auto flight = [&](std::string id) {
            auto plan = deliveryPlan(std::move(id));
            std::vector<geo::LatLon> places;
            for (std::size_t n = 0; n < 2 + random.below(3); ++n)
                places.push_back(placeAt(random.uniform(0, 2000), random.uniform(0, 1000)));
            plan.operation = routeOver(places, random.uniform(20, 60), random.uniform(100, 150));
            plan.start = noon + milliseconds(random.between(0, 1'200'000));
            plan.priority = int(random.below(2));
            plan.end = plan.start + milliseconds(1'800'000);
            makeVolumes(plan);
            return plan;
        };
        for (std::size_t n = 0; n < random.below(12); ++n) {
            const auto plan = flight("S" + std::to_string(n));
            intents.push_back({plan.id, plan.priority, plan.volumes});
            QVERIFY_RESULT(desk.intents.insert(intents.back()));
        }
        desk.zones = airspace::ZoneIndex(zones);
        const auto inputs = desk.inputs();
        const auto plan = flight("P1");
        const bool free = passes(plan, inputs);
        QCOMPARE(free, hitsNothing(plan, zones, intents));
        if (free) continue;
        ++refused;
        const auto search = propose(plan, inputs, {});
        QVERIFY_RESULT(search);
        QVERIFY(search->blockedBy.empty());
        QCOMPARE(search->proposals.size() + search->attempts.size(), std::size_t{4});
        for (const auto& proposal : search->proposals) {
            ++byKind[std::size_t(proposal.kind)];
            QVERIFY(passes(proposal.plan, inputs));
            QVERIFY(hitsNothing(proposal.plan, zones, intents));
            QCOMPARE(proposal.plan.id, plan.id);
            QCOMPARE(proposal.plan.priority, plan.priority);
        }
        // Nothing is only said where time, height and route were tried, and why not is told of each kind.
        QCOMPARE(search->noneExists(), search->proposals.empty());
        std::array<int, 4> tries{};
        for (const auto& attempt : search->attempts) {
            tries[std::size_t(attempt.kind)] += attempt.tried;
            QVERIFY(!attempt.why.empty());
            QVERIFY(attempt.tried > 0 || attempt.reason == NothingFound::NoTime);
        }
        if (search->noneExists()) {
            QVERIFY(tries[std::size_t(ProposalKind::Later)] + tries[std::size_t(ProposalKind::Earlier)] > 0);
            QVERIFY(tries[std::size_t(ProposalKind::Height)] > 0);
            QVERIFY(tries[std::size_t(ProposalKind::Route)] > 0);
        }
        without += search->proposals.empty();
    }
    qInfo("of 1000: %d later, %d earlier, %d higher or lower, %d around, %d nothing", byKind[0], byKind[1], byKind[2],
          byKind[3], without);
    for (const int count : byKind)
        QVERIFY(count > 50);
    QVERIFY(without > 20 && without < 500);
}

QTEST_GUILESS_MAIN(ProposalsTest)
#include "proposals_test.moc"
