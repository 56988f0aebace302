#include "core/geo/geodesic.h"
#include "core/sim/world.h"
#include "server/demo/demo_scenario.h"
#include "tests/support/result_macros.h"

#include <algorithm>
#include <map>
#include <set>

using namespace haneul;
using namespace haneul::demo;
using namespace std::chrono_literals;

namespace {

const UtcMs ready = utcMs(1'795'233'600'000);
constexpr std::uint64_t seed = 20251;

std::shared_ptr<const sim::FlightPath> pathOf(const sim::Route& route, const sim::VehicleLimits& limits) {
    Result<sim::FlightPath> path = sim::FlightPath::make(route, limits);
    if (!path)
        qFatal("%s: %s [%s]", path.error().code.c_str(), path.error().message.c_str(), path.error().where.c_str());
    return std::make_shared<const sim::FlightPath>(*std::move(path));
}

sim::World worldOfDrones(const DemoScenario& scenario) {
    sim::World world(scenario.start, scenario.seed);
    for (const DemoDrone& drone : scenario.drones) {
        world.add(pathOf(drone.route, drone.limits), drone.battery);
    }
    return world;
}

// Ground level of the nearest base or delivery point.
double groundNear_m(const DemoScenario& scenario, geo::LatLon point) {
    double nearest_m = INFINITY;
    double ground_m = 0;
    for (const std::vector<DemoPlace>* places : {&scenario.bases, &scenario.deliveries}) {
        for (const DemoPlace& place : *places) {
            const double distance_m = geo::inverse(point, place.position).distance_m;
            if (distance_m >= nearest_m) continue;
            nearest_m = distance_m;
            ground_m = place.groundHeight_m;
        }
    }
    return ground_m;
}

} // namespace

class ScenarioTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAndNames();
    void placesAreInTheArea();
    void everyAccountSpeaksForItsDrones();
    void everyRouteCanBeFlown();
    void dronesStayInTheAreaAndAboveTheGround();
    void nearlyAllDronesAreOutAtAnyTime();
    void aircraftStayNearSeoulAndFly();
    void surveyCoversItsGrid();
    void sameSeedSameScenario();
};

void ScenarioTest::numbersAndNames() {
    const DemoScenario scenario = DemoScenario::overSeoul(seed, ready);
    QCOMPARE(scenario.bases.size(), std::size_t{8});
    QCOMPARE(scenario.deliveries.size(), std::size_t{40});
    QCOMPARE(scenario.drones.size(), demoDroneCount);
    QCOMPARE(scenario.drones.front().id, std::string("HN-001"));
    QCOMPARE(scenario.drones.back().id, std::string("HN-200"));
    QCOMPARE(scenario.gateways.size(), demoGatewayCount);
    QCOMPARE(scenario.aircraft.size(), demoAircraftCount);
    std::set<std::uint32_t> addresses;
    std::set<std::string> callsigns;
    for (const DemoAircraft& aircraft : scenario.aircraft) {
        addresses.insert(aircraft.icao);
        callsigns.insert(aircraft.callsign);
        // ICAO Annex 10 Vol. III, table 9-1: block of the Republic of Korea.
        QVERIFY(aircraft.icao >= 0x718000 && aircraft.icao <= 0x71ffff);
        QVERIFY(aircraft.callsign.size() <= 8);
        QVERIFY(aircraft.squawk <= 07777);
    }
    QCOMPARE(addresses.size(), demoAircraftCount);
    QCOMPARE(callsigns.size(), demoAircraftCount);
}

void ScenarioTest::placesAreInTheArea() {
    const DemoScenario scenario = DemoScenario::overSeoul(seed, ready);
    std::set<std::string> names;
    for (const std::vector<DemoPlace>* places : {&scenario.bases, &scenario.deliveries}) {
        for (const DemoPlace& place : *places) {
            QVERIFY2(scenario.area.contains(place.position), place.nameEn.c_str());
            QVERIFY(names.insert(place.id).second);
            QVERIFY(names.insert(place.nameEn).second);
            QVERIFY(names.insert(place.nameKo).second);
            QVERIFY(place.groundHeight_m > 5 && place.groundHeight_m < 60);
            for (const DemoKeepOut& area : scenario.keepOuts) {
                QVERIFY2(geo::inverse(area.centre, place.position).distance_m > area.radius_m,
                         (place.nameEn + " in " + area.nameEn).c_str());
            }
        }
    }
    QVERIFY(scenario.area.contains(scenario.area.centre()));
    QVERIFY(!scenario.area.contains({37.75, 127.0}));
    QVERIFY(!scenario.area.contains({37.55, 126.79}));
}

void ScenarioTest::everyAccountSpeaksForItsDrones() {
    const DemoScenario scenario = DemoScenario::overSeoul(seed, ready);
    std::size_t own = 0;
    std::map<std::string, std::size_t> byGateway;
    for (const DemoDrone& drone : scenario.drones) {
        if (drone.account == drone.id)
            ++own;
        else
            ++byGateway[drone.account];
    }
    QCOMPARE(own, demoOwnAccountCount);
    QCOMPARE(byGateway.size(), demoGatewayCount);
    std::size_t binary = 0;
    for (const DemoGateway& gateway : scenario.gateways) {
        QCOMPARE(byGateway[gateway.id], gateway.drones.size());
        QVERIFY(gateway.drones.size() >= 40 && gateway.drones.size() <= 50);
        for (const std::string& id : gateway.drones) {
            const auto drone = std::ranges::find(scenario.drones, id, &DemoDrone::id);
            QVERIFY(drone != scenario.drones.end() && drone->account == gateway.id);
        }
        if (gateway.form == PayloadForm::Binary) ++binary;
    }
    QCOMPARE(binary, std::size_t{2});
}

void ScenarioTest::everyRouteCanBeFlown() {
    for (std::uint64_t other = 1; other <= 5; ++other) {
        const DemoScenario scenario = DemoScenario::overSeoul(other, ready);
        for (const DemoDrone& drone : scenario.drones) {
            QVERIFY_RESULT(sim::FlightPath::make(drone.route, drone.limits));
            QVERIFY(drone.limits.maxGroundSpeed_mps >= 8 && drone.limits.maxGroundSpeed_mps <= 15);
        }
        for (const DemoAircraft& aircraft : scenario.aircraft) {
            const Result<sim::FlightPath> path = sim::FlightPath::make(aircraft.route, aircraft.limits);
            if (!path) qWarning("%s", aircraft.callsign.c_str());
            QVERIFY_RESULT(path);
        }
        QVERIFY_RESULT(sim::FlightPath::make(scenario.survey.route, scenario.survey.limits));
    }
}

void ScenarioTest::dronesStayInTheAreaAndAboveTheGround() {
    const DemoScenario scenario = DemoScenario::overSeoul(seed, ready);
    sim::World world = worldOfDrones(scenario);
    double lowestBattery_pct = 100;
    double highest_m = 0;
    std::size_t inTheAir = 0;
    for (int minute = 0; minute < 120; ++minute) {
        world.advance(60s);
        for (std::size_t i = 0; i < world.vehicles().size(); ++i) {
            const sim::VehicleState state = world.state(i);
            const std::string& id = scenario.drones[i].id;
            QVERIFY2(scenario.area.contains(state.position), id.c_str());
            const double ground_m = groundNear_m(scenario, state.position);
            const bool still = state.phase == sim::Phase::Parked;
            QVERIFY2(state.height_m >= ground_m - (still ? 0.01 : 0.0), id.c_str());
            highest_m = std::max(highest_m, state.height_m);
            lowestBattery_pct = std::min(lowestBattery_pct, *state.battery_pct);
            if (state.phase != sim::Phase::Flight) continue;
            ++inTheAir;
            for (const DemoKeepOut& area : scenario.keepOuts) {
                // The way from a pad and to a drop lies up to 100 m beside the line between the two places.
                QVERIFY2(geo::inverse(area.centre, state.position).distance_m > area.radius_m - 100,
                         (id + " in " + area.nameEn).c_str());
            }
        }
    }
    qInfo("lowest battery %.0f %%, highest %.0f m AMSL, %zu samples in flight", lowestBattery_pct, highest_m, inTheAir);
    QVERIFY(lowestBattery_pct > 20);
    QVERIFY(lowestBattery_pct < 90);
    QVERIFY(highest_m < 45 + 121);
    QVERIFY(inTheAir > 5000);
}

void ScenarioTest::nearlyAllDronesAreOutAtAnyTime() {
    const DemoScenario scenario = DemoScenario::overSeoul(seed, ready);
    sim::World world = worldOfDrones(scenario);
    world.advanceTo(scenario.ready);
    for (int minute = 0; minute < 60; ++minute) {
        const auto parked = std::ranges::count_if(
            world.vehicles(), [](const sim::Vehicle& vehicle) { return vehicle.phase() == sim::Phase::Parked; });
        QVERIFY2(parked < 60, qPrintable(QString::number(parked)));
        for (std::size_t i = 0; i < world.vehicles().size(); ++i) {
            QVERIFY2(world.state(i).sortie >= 1, scenario.drones[i].id.c_str());
        }
        world.advance(60s);
    }
}

void ScenarioTest::aircraftStayNearSeoulAndFly() {
    const DemoScenario scenario = DemoScenario::overSeoul(seed, ready);
    sim::World world(scenario.start, scenario.seed);
    for (const DemoAircraft& aircraft : scenario.aircraft) {
        world.add(pathOf(aircraft.route, aircraft.limits));
    }
    world.advanceTo(scenario.ready);
    int flying = 0;
    int samples = 0;
    for (int minute = 0; minute < 120; ++minute) {
        for (std::size_t i = 0; i < world.vehicles().size(); ++i) {
            const sim::VehicleState state = world.state(i);
            QVERIFY(geo::inverse(state.position, scenario.area.centre()).distance_m < 200'000);
            QVERIFY(state.position.latitude_deg < 37.75); // south of the closed area along the border
            QVERIFY(state.height_m > 5 && state.height_m < 4000);
            ++samples;
            if (!state.onGround) ++flying;
        }
        world.advance(60s);
    }
    qInfo("crewed aircraft in the air: %d of %d samples", flying, samples);
    QVERIFY(flying * 10 > samples * 6);
    QVERIFY(flying < samples);
}

void ScenarioTest::surveyCoversItsGrid() {
    const DemoScenario scenario = DemoScenario::overSeoul(seed, ready);
    const auto path = pathOf(scenario.survey.route, scenario.survey.limits);
    sim::Vehicle vehicle(path, scenario.start, sim::Random(1), scenario.survey.battery);
    QVERIFY(path->length_m() > 8 * 390);
    while (vehicle.time() < scenario.ready) {
        vehicle.step();
    }
    QVERIFY(vehicle.phase() == sim::Phase::Flight); // in the middle of it when the demo begins
    while (vehicle.state().sortie < 3) {
        vehicle.step();
        QVERIFY(*vehicle.state().battery_pct > 40);
    }
}

void ScenarioTest::sameSeedSameScenario() {
    const auto fingerprint = [](std::uint64_t used) {
        const DemoScenario scenario = DemoScenario::overSeoul(used, ready);
        std::vector<double> numbers;
        for (const DemoDrone& drone : scenario.drones) {
            for (const sim::Waypoint& waypoint : drone.route.waypoints) {
                numbers.insert(numbers.end(), {waypoint.position.latitude_deg, waypoint.position.longitude_deg,
                                               waypoint.height_m, static_cast<double>(waypoint.stop.count())});
            }
        }
        return numbers;
    };
    QVERIFY(fingerprint(1) == fingerprint(1));
    QVERIFY(fingerprint(1) != fingerprint(2));
}

QTEST_GUILESS_MAIN(ScenarioTest)
#include "scenario_test.moc"
