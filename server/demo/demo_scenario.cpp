#include "server/demo/demo_scenario.h"

#include "core/geo/geodesic.h"
#include "core/geo/local_frame.h"
#include "core/sim/random.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace haneul::demo {

namespace {

using namespace std::chrono_literals;
using geo::LatLon;
using sim::Place;
using sim::Random;
using sim::Route;
using sim::Service;
using sim::Waypoint;

constexpr milliseconds warmUp = 30min;
constexpr milliseconds lastDeparture = 25min;
constexpr double longestDelivery_m = 6000;
constexpr double shortestDelivery_m = 800;
constexpr double dropHeight_m = 15; // above ground, while the parcel is let down

constexpr DemoArea seoul{.south_deg = 37.44, .west_deg = 126.84, .north_deg = 37.70, .east_deg = 127.19};

std::vector<DemoPlace> basePoints() {
    return {
        {"BP-01", "Nanji Hangang Park", "난지한강공원", {37.5662, 126.8766}, 12},
        {"BP-02", "Yeouido Park", "여의도공원", {37.5250, 126.9230}, 14},
        {"BP-03", "Gasan Digital Complex Station", "가산디지털단지역", {37.4816, 126.8827}, 20},
        {"BP-04", "Express Bus Terminal", "고속터미널", {37.5049, 127.0049}, 20},
        {"BP-05", "Seoul Forest", "서울숲", {37.5444, 127.0374}, 18},
        {"BP-06", "Ttukseom Hangang Park", "뚝섬한강공원", {37.5294, 127.0700}, 13},
        {"BP-07", "Gwangnaru Hangang Park", "광나루한강공원", {37.5485, 127.1205}, 14},
        {"BP-08", "Chang-dong Station", "창동역", {37.6531, 127.0477}, 30},
    };
}

std::vector<DemoPlace> deliveryPoints() {
    return {
        {"DP-01", "Seoul World Cup Stadium", "서울월드컵경기장", {37.5683, 126.8972}, 25},
        {"DP-02", "Digital Media City Station", "디지털미디어시티역", {37.5770, 126.8998}, 18},
        {"DP-03", "Mangwon Hangang Park", "망원한강공원", {37.5552, 126.8953}, 11},
        {"DP-04", "Hapjeong Station", "합정역", {37.5496, 126.9139}, 20},
        {"DP-05", "Hongik University Station", "홍대입구역", {37.5572, 126.9245}, 20},
        {"DP-06", "Seonyudo Park", "선유도공원", {37.5434, 126.9000}, 13},
        {"DP-07", "Dangsan Station", "당산역", {37.5346, 126.9026}, 12},
        {"DP-08", "Yeouido Station", "여의도역", {37.5216, 126.9243}, 14},
        {"DP-09", "Yeongdeungpo Station", "영등포역", {37.5156, 126.9076}, 13},
        {"DP-10", "Mokdong Stadium", "목동종합운동장", {37.5307, 126.8814}, 12},
        {"DP-11", "Sindorim Station", "신도림역", {37.5088, 126.8912}, 14},
        {"DP-12", "Gocheok Sky Dome", "고척스카이돔", {37.4982, 126.8671}, 15},
        {"DP-13", "Guro Digital Complex Station", "구로디지털단지역", {37.4853, 126.9015}, 18},
        {"DP-14", "Boramae Park", "보라매공원", {37.4936, 126.9189}, 35},
        {"DP-15", "Sillim Station", "신림역", {37.4842, 126.9297}, 30},
        {"DP-16", "Doksan Station", "독산역", {37.4660, 126.8897}, 20},
        {"DP-17", "Dobong Station", "도봉역", {37.6795, 127.0455}, 45},
        {"DP-18", "Seoul National University of Education Station", "교대역", {37.4934, 127.0142}, 25},
        {"DP-19", "Gangnam Station", "강남역", {37.4980, 127.0276}, 18},
        {"DP-20", "Sinsa Station", "신사역", {37.5163, 127.0203}, 20},
        {"DP-21", "Apgujeong Rodeo Station", "압구정로데오역", {37.5274, 127.0405}, 18},
        {"DP-22", "COEX", "코엑스", {37.5118, 127.0592}, 20},
        {"DP-23", "Seolleung Station", "선릉역", {37.5045, 127.0490}, 22},
        {"DP-24", "Daechi Station", "대치역", {37.4945, 127.0633}, 20},
        {"DP-25", "Jamsil Sports Complex", "잠실종합운동장", {37.5150, 127.0730}, 15},
        {"DP-26", "Jamsillaru Station", "잠실나루역", {37.5207, 127.1038}, 15},
        {"DP-27", "Olympic Park", "올림픽공원", {37.5207, 127.1215}, 25},
        {"DP-28", "Cheonho Station", "천호역", {37.5386, 127.1236}, 16},
        {"DP-29", "Gangdong Station", "강동역", {37.5359, 127.1325}, 18},
        {"DP-30", "Amsa Station", "암사역", {37.5502, 127.1275}, 18},
        {"DP-31", "Godeok Station", "고덕역", {37.5550, 127.1541}, 35},
        {"DP-32", "Children's Grand Park", "어린이대공원", {37.5490, 127.0815}, 35},
        {"DP-33", "Konkuk University Station", "건대입구역", {37.5404, 127.0692}, 18},
        {"DP-34", "Seongsu Station", "성수역", {37.5446, 127.0560}, 16},
        {"DP-35", "Wangsimni Station", "왕십리역", {37.5613, 127.0370}, 20},
        {"DP-36", "Gunja Station", "군자역", {37.5571, 127.0794}, 20},
        {"DP-37", "Cheongnyangni Station", "청량리역", {37.5802, 127.0470}, 22},
        {"DP-38", "Nowon Station", "노원역", {37.6552, 127.0614}, 28},
        {"DP-39", "Seoul National University of Science and Technology", "서울과학기술대학교", {37.6318, 127.0775}, 35},
        {"DP-40", "Suyu Station", "수유역", {37.6380, 127.0257}, 45},
    };
}

std::vector<DemoKeepOut> keepOutAreas() {
    return {
        {"Gimpo airport", {37.5583, 126.7906}, 6000},
        {"Seoul air base", {37.4449, 127.1114}, 6000},
        {"Yongsan", {37.5349, 126.9770}, 3700},
        {"Blue House", {37.5866, 126.9748}, 3700},
        {"Lotte World Tower", {37.5125, 127.1025}, 300},
        {"Haneul Park", {37.5690, 126.8850}, 500},
        {"Gwanaksan", {37.4452, 126.9640}, 2500},
        {"Samseongsan", {37.4385, 126.9350}, 2000},
        {"Guksabong", {37.4960, 126.9530}, 700},
        {"Umyeonsan", {37.4716, 127.0106}, 1200},
        {"Seoripul hill", {37.4915, 127.0025}, 500},
        {"Maebongsan", {37.4885, 127.0450}, 400},
        {"Guryongsan", {37.4670, 127.0590}, 1200},
        {"Daemosan", {37.4746, 127.0783}, 1000},
        {"Ansan", {37.5770, 126.9455}, 700},
        {"Eungbongsan", {37.5480, 127.0295}, 250},
        {"Achasan", {37.5553, 127.1036}, 900},
        {"Yongmasan", {37.5706, 127.0960}, 1000},
        {"Baebongsan", {37.5800, 127.0650}, 500},
        {"Iljasan", {37.5320, 127.1560}, 600},
        {"Choansan", {37.6430, 127.0490}, 500},
        {"Bukhansan", {37.6587, 126.9778}, 4000},
        {"Dobongsan", {37.6987, 127.0156}, 2500},
        {"Suraksan", {37.6990, 127.0817}, 2000},
        {"Buramsan", {37.6640, 127.0958}, 1300},
    };
}

Waypoint airborne(LatLon position, double height_m) {
    return {.position = position, .height_m = height_m};
}

Waypoint onGround(LatLon position, double height_m) {
    return {.position = position, .height_m = height_m, .place = Place::Ground};
}

Waypoint slower(Waypoint waypoint, double maxSpeed_mps) {
    waypoint.maxSpeed_mps = maxSpeed_mps;
    return waypoint;
}

// Straight lines over the city against the keep-out areas, in a plane (its error over 20 km is below a metre).
class ClearWays {
public:
    explicit ClearWays(const std::vector<DemoKeepOut>& areas)
        : m_frame(seoul.centre()) {
        for (const DemoKeepOut& area : areas) {
            m_areas.push_back({m_frame.toEnu(area.centre, 0), area.radius_m});
        }
    }

    [[nodiscard]] bool clear(LatLon from, LatLon to) const {
        const geo::Enu_m a = m_frame.toEnu(from, 0);
        const geo::Enu_m b = m_frame.toEnu(to, 0);
        return std::ranges::none_of(m_areas,
                                    [&](const Area& area) { return distance_m(a, b, area.centre) < area.radius_m; });
    }

private:
    struct Area {
        geo::Enu_m centre;
        double radius_m = 0;
    };

    static double distance_m(const geo::Enu_m& a, const geo::Enu_m& b, const geo::Enu_m& point) {
        const double east = b.east - a.east;
        const double north = b.north - a.north;
        const double squared = east * east + north * north;
        const double product = (point.east - a.east) * east + (point.north - a.north) * north;
        const double share = squared > 0 ? std::clamp(product / squared, 0.0, 1.0) : 0.0;
        return std::hypot(point.east - a.east - share * east, point.north - a.north - share * north);
    }

    geo::LocalFrame m_frame;
    std::vector<Area> m_areas;
};

// A bend to the right of the straight way, so that way out and way back lie apart; none where it would not be clear.
std::vector<LatLon> bendToTheRight(const ClearWays& ways, LatLon from, LatLon to, double offset_m) {
    const geo::GeodesicLine straight = geo::inverse(from, to);
    const LatLon middle = geo::direct(from, straight.initialBearing_deg, straight.distance_m / 2);
    const LatLon bend = geo::direct(middle, straight.initialBearing_deg + 90, offset_m);
    if (ways.clear(from, bend) && ways.clear(bend, to)) return {bend};
    return {};
}

struct Delivery {
    LatLon drop;
    double dropGround_m = 0;
    double outHeight_m = 0;
    double backHeight_m = 0;
    double offset_m = 0;
    milliseconds hover{0};
};

// From above the pad to the drop and back to above the pad.
void addDelivery(std::vector<Waypoint>& waypoints, const ClearWays& ways, LatLon pad, const Delivery& delivery) {
    waypoints.push_back(airborne(pad, delivery.outHeight_m));
    for (const LatLon bend : bendToTheRight(ways, pad, delivery.drop, delivery.offset_m)) {
        waypoints.push_back(airborne(bend, delivery.outHeight_m));
    }
    waypoints.push_back(airborne(delivery.drop, delivery.outHeight_m));
    Waypoint drop = airborne(delivery.drop, delivery.dropGround_m + dropHeight_m);
    drop.stop = delivery.hover;
    waypoints.push_back(drop);
    waypoints.push_back(airborne(delivery.drop, delivery.backHeight_m));
    for (const LatLon bend : bendToTheRight(ways, delivery.drop, pad, delivery.offset_m)) {
        waypoints.push_back(airborne(bend, delivery.backHeight_m));
    }
    waypoints.push_back(airborne(pad, delivery.backHeight_m));
}

std::vector<std::size_t> reachable(const DemoScenario& scenario, const ClearWays& ways, const DemoPlace& base) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < scenario.deliveries.size(); ++i) {
        const LatLon target = scenario.deliveries[i].position;
        const double distance_m = geo::inverse(base.position, target).distance_m;
        const bool near = distance_m >= shortestDelivery_m && distance_m <= longestDelivery_m;
        if (near && ways.clear(base.position, target)) found.push_back(i);
    }
    return found;
}

milliseconds pause(Random& random, milliseconds shortest, milliseconds longest) {
    return milliseconds{random.between(shortest.count(), longest.count())};
}

Route deliveryRoute(const DemoScenario& scenario, const ClearWays& ways, const DemoPlace& base,
                    const std::vector<std::size_t>& targets, std::size_t padNumber, Random& random) {
    // Pads in rows of five, 15 m apart, east and north of the base point.
    const LatLon row = geo::direct(base.position, 0, 15.0 * static_cast<double>(padNumber / 5));
    const LatLon pad = geo::direct(row, 90, 15.0 * static_cast<double>(padNumber % 5));
    Waypoint parked = onGround(pad, base.groundHeight_m);
    parked.service = Service::ReplaceBattery;

    Route route;
    route.waypoints.push_back(parked);
    constexpr int sorties = 4;
    for (int sortie = 0; sortie < sorties; ++sortie) {
        const DemoPlace& target = scenario.deliveries[targets[random.below(targets.size())]];
        const double ground_m = std::max(base.groundHeight_m, target.groundHeight_m);
        addDelivery(route.waypoints, ways, pad,
                    {.drop = geo::direct(target.position, random.uniform(0, 360), random.uniform(0, 40)),
                     .dropGround_m = target.groundHeight_m,
                     .outHeight_m = ground_m + random.uniform(70, 92),
                     .backHeight_m = ground_m + random.uniform(98, 120),
                     .offset_m = random.uniform(60, 300),
                     .hover = pause(random, 20s, 45s)});
        route.waypoints.push_back(parked);
        const bool last = sortie + 1 == sorties;
        if (!last) route.waypoints.back().stop = pause(random, 45s, 150s);
    }
    route.atEnd = sim::AtEnd::Repeat;
    route.shortestTurnaround = 45s;
    route.longestTurnaround = 150s;
    return route;
}

void addDrones(DemoScenario& scenario) {
    const ClearWays ways(scenario.keepOuts);
    std::vector<std::vector<std::size_t>> targets;
    for (const DemoPlace& base : scenario.bases) {
        targets.push_back(reachable(scenario, ways, base));
    }
    const std::size_t bases = scenario.bases.size();
    const std::size_t dronesPerBase = demoDroneCount / bases;
    for (std::size_t i = 0; i < demoDroneCount; ++i) {
        Random random = Random::stream(scenario.seed, i);
        DemoDrone drone;
        drone.id = std::format("HN-{:03}", i + 1);
        drone.account = drone.id;
        drone.base = i % bases;
        const std::size_t padNumber = i / bases;
        drone.route = deliveryRoute(scenario, ways, scenario.bases[drone.base], targets[drone.base], padNumber, random);
        const milliseconds slot = lastDeparture / static_cast<std::int64_t>(dronesPerBase);
        drone.route.waypoints.front().notBefore =
            scenario.start + slot * static_cast<std::int64_t>(padNumber) + pause(random, 0s, slot / 2);
        drone.limits.maxGroundSpeed_mps = random.uniform(8, 15);
        drone.battery.hoverEndurance_s = random.uniform(2400, 3000);
        scenario.drones.push_back(std::move(drone));
    }
}

// The drones that fly from two neighbouring bases share a gateway; the first twenty speak for themselves.
void addGateways(DemoScenario& scenario) {
    const std::size_t basesPerGateway = scenario.bases.size() / demoGatewayCount;
    for (std::size_t i = 0; i < demoGatewayCount; ++i) {
        scenario.gateways.push_back({.id = std::format("GW-{:02}", i + 1),
                                     .position = scenario.bases[i * basesPerGateway].position,
                                     .form = i % 2 == 0 ? PayloadForm::Json : PayloadForm::Binary});
    }
    for (std::size_t i = 0; i < scenario.drones.size(); ++i) {
        DemoDrone& drone = scenario.drones[i];
        if (i < demoOwnAccountCount) {
            drone.pilotId = std::format("PILOT-{:02}", i % 5 + 1);
            continue;
        }
        DemoGateway& gateway = scenario.gateways[drone.base / basesPerGateway];
        drone.account = gateway.id;
        gateway.drones.push_back(drone.id);
    }
}

struct Runway {
    LatLon centre;
    double course_deg = 0; // of take-off and landing, true
    double length_m = 0;
    double height_m = 0;
    double taxiwaySide_deg = 90; // to the right of the course, or -90 to the left

    [[nodiscard]] LatLon at(double along_m, double right_m = 0) const {
        const LatLon onCentreLine = geo::direct(centre, course_deg, along_m);
        return right_m == 0 ? onCentreLine : geo::direct(onCentreLine, course_deg + 90, right_m);
    }
};

// Take-off to the north-west, left-hand circuit far out over the sea and the south, long final from the south-east,
// and back along the taxiway. `scale` stretches the circuit so that aircraft of one runway do not follow one line.
Route airlinerCircuit(const Runway& runway, double scale, double cruiseHeight_m, UtcMs departure) {
    const double half_m = runway.length_m / 2;
    const LatLon begin = runway.at(-half_m);
    const LatLon end = runway.at(half_m);
    const double side_m = std::copysign(250.0, runway.taxiwaySide_deg);

    const LatLon initialClimb = geo::direct(end, runway.course_deg, 9000);
    const LatLon crosswind = geo::direct(initialClimb, runway.course_deg - 65, 14'000 * scale);
    const LatLon downwind = geo::direct(crosswind, runway.course_deg - 130, 42'000 * scale);
    const double finalHeight_m = runway.height_m + 26'000 * std::tan(3.0 * M_PI / 180); // 3 degree glide path
    const LatLon final = geo::direct(begin, runway.course_deg + 180, 26'000);
    const LatLon intercept = geo::direct(final, runway.course_deg + 180 + 50, 20'000 * scale);
    const LatLon base = geo::direct(intercept, runway.course_deg + 180 + 115, 24'000 * scale);

    Route route;
    route.waypoints = {
        onGround(begin, runway.height_m),
        slower(onGround(end, runway.height_m), 80),
        slower(airborne(initialClimb, runway.height_m + 700), 95),
        slower(airborne(crosswind, cruiseHeight_m * 0.6), 120),
        airborne(downwind, cruiseHeight_m),
        slower(airborne(base, cruiseHeight_m), 130),
        slower(airborne(intercept, (cruiseHeight_m + finalHeight_m) / 2), 110),
        slower(airborne(final, finalHeight_m), 90),
        slower(onGround(begin, runway.height_m), 72),
        slower(onGround(end, runway.height_m), 72),
        slower(onGround(runway.at(half_m, side_m), runway.height_m), 8),
        slower(onGround(runway.at(-half_m, side_m), runway.height_m), 12),
        slower(onGround(begin, runway.height_m), 8),
    };
    route.waypoints.front().notBefore = departure;
    route.atEnd = sim::AtEnd::Repeat;
    route.shortestTurnaround = 60s;
    route.longestTurnaround = 240s;
    return route;
}

// Bridges of the Han, west to east, as points over the water.
Route riverPatrol(UtcMs departure) {
    const LatLon heliport{37.5205, 127.0800};
    constexpr double ground_m = 13;
    constexpr double height_m = 305; // 1,000 ft
    const std::vector<LatLon> west{{37.5262, 127.0640}, {37.5335, 127.0550}, {37.5385, 127.0350}, {37.5365, 127.0210},
                                   {37.5265, 127.0130}, {37.5155, 126.9960}, {37.5095, 126.9810}, {37.5170, 126.9590},
                                   {37.5290, 126.9440}, {37.5390, 126.9220}, {37.5440, 126.9030}, {37.5520, 126.8900}};
    const std::vector<LatLon> east{
        {37.5215, 127.0930}, {37.5345, 127.1040}, {37.5440, 127.1130}, {37.5590, 127.1350}, {37.5720, 127.1580}};
    Route route;
    route.waypoints.push_back(onGround(heliport, ground_m));
    route.waypoints.push_back(airborne(heliport, ground_m + 60));
    const auto fly = [&route](const auto& points) {
        for (const LatLon point : points) {
            route.waypoints.push_back(slower(airborne(point, height_m), 45));
        }
    };
    const auto backwards = [](std::vector<LatLon> points) {
        points.pop_back();
        std::ranges::reverse(points);
        return points;
    };
    fly(west);
    fly(backwards(west));
    fly(east);
    fly(backwards(east));
    route.waypoints.push_back(airborne(heliport, ground_m + 60));
    route.waypoints.push_back(onGround(heliport, ground_m));
    route.waypoints.front().notBefore = departure;
    route.atEnd = sim::AtEnd::Repeat;
    route.shortestTurnaround = 60s;
    route.longestTurnaround = 180s;
    return route;
}

void addAircraft(DemoScenario& scenario) {
    const Runway gimpo{
        .centre = {37.5583, 126.7930}, .course_deg = 315, .length_m = 3400, .height_m = 18, .taxiwaySide_deg = -90};
    const Runway incheon{
        .centre = {37.4690, 126.4510}, .course_deg = 325, .length_m = 3750, .height_m = 7, .taxiwaySide_deg = 90};

    struct Flight {
        std::uint32_t icao;
        const char* callsign;
        std::uint16_t squawk;
        const Runway* runway;
        double scale;
        double cruiseHeight_m;
        int departure_s;
    };

    const Flight flights[] = {
        {0x71bc05, "KAL1206", 03201, &gimpo, 1.00, 2400, 0},
        {0x71be31, "AAR8921", 03202, &gimpo, 1.10, 2700, 390},
        {0x71c054, "JJA115", 03203, &gimpo, 1.20, 2100, 780},
        {0x71c118, "TWB712", 03204, &gimpo, 0.90, 2400, 1170},
        {0x71ba62, "KAL902", 05301, &incheon, 1.00, 3000, 60},
        {0x71bd17, "AAR741", 05302, &incheon, 1.15, 2700, 420},
        {0x71bf08, "KAL018", 05303, &incheon, 1.30, 3300, 780},
        {0x71c22a, "ESR204", 05304, &incheon, 0.95, 2400, 1140},
        {0x71c30d, "APZ101", 05305, &incheon, 1.25, 3000, 1500},
    };
    for (const Flight& flight : flights) {
        scenario.aircraft.push_back(
            {.icao = flight.icao,
             .callsign = flight.callsign,
             .squawk = flight.squawk,
             .route = airlinerCircuit(*flight.runway, flight.scale, flight.cruiseHeight_m,
                                      scenario.start + std::chrono::seconds{flight.departure_s}),
             .limits = sim::VehicleLimits::airliner()});
    }
    scenario.aircraft.push_back({.icao = 0x71f4a6,
                                 .callsign = "HL9627",
                                 .squawk = 01200,
                                 .route = riverPatrol(scenario.start + 5min),
                                 .limits = sim::VehicleLimits::helicopter()});
}

// Parallel lines along the bank, to and fro.
void addSurvey(DemoScenario& scenario) {
    const LatLon home{37.5535, 127.1225};
    constexpr double ground_m = 12;
    constexpr double height_m = ground_m + 60;
    constexpr double bank_deg = 40;
    constexpr int lines = 8;
    DemoSurvey& survey = scenario.survey;
    survey.homeHeight_m = ground_m;
    Waypoint parked = onGround(home, ground_m);
    parked.service = Service::ReplaceBattery;
    std::vector<Waypoint>& waypoints = survey.route.waypoints;
    waypoints.push_back(parked);
    waypoints.push_back(airborne(home, height_m));
    for (int line = 0; line < lines; ++line) {
        const LatLon near = geo::direct(geo::direct(home, bank_deg, 60), bank_deg - 90, 40.0 * line);
        const LatLon far = geo::direct(near, bank_deg, 400);
        const bool outward = line % 2 == 0;
        waypoints.push_back(airborne(outward ? near : far, height_m));
        waypoints.push_back(airborne(outward ? far : near, height_m));
    }
    waypoints.push_back(airborne(home, height_m));
    waypoints.push_back(parked);
    waypoints.front().notBefore = scenario.start + 22min;
    survey.route.atEnd = sim::AtEnd::Repeat;
    survey.route.shortestTurnaround = 60s;
    survey.route.longestTurnaround = 120s;
}

} // namespace

bool DemoArea::contains(geo::LatLon point) const {
    return point.latitude_deg >= south_deg && point.latitude_deg <= north_deg && point.longitude_deg >= west_deg &&
           point.longitude_deg <= east_deg;
}

geo::LatLon DemoArea::centre() const {
    return {(south_deg + north_deg) / 2, (west_deg + east_deg) / 2};
}

DemoScenario DemoScenario::overSeoul(std::uint64_t seed, UtcMs ready) {
    DemoScenario scenario;
    scenario.seed = seed;
    scenario.start = ready - warmUp;
    scenario.ready = ready;
    scenario.area = seoul;
    scenario.bases = basePoints();
    scenario.deliveries = deliveryPoints();
    scenario.keepOuts = keepOutAreas();
    addDrones(scenario);
    addGateways(scenario);
    addAircraft(scenario);
    addSurvey(scenario);
    return scenario;
}

} // namespace haneul::demo
