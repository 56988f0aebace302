#include "server/demo/demo_zones.h"

#include "server/demo/calls.h"

#include <chrono>

namespace haneul::demo {

namespace {

using namespace std::chrono_literals;
using airspace::Zone;
using airspace::ZoneType;

constexpr int korea_s = 9 * 3600; // ahead of UTC

Zone exercise(const char* identifier, const char* korean, const char* english, ZoneType type, geo::Circle where,
              double upper_m) {
    Zone zone;
    zone.identifier = identifier;
    zone.country = "KOR";
    zone.name = {{korean, "ko-KR"}, {english, "en-GB"}};
    zone.type = type;
    zone.authorities = {{.name = {{"하늘 훈련통제소", "ko-KR"}, {"Haneul exercise control", "en-GB"}},
                         .service = {},
                         .contactName = {},
                         .siteUrl = {},
                         .email = {},
                         .phone = {},
                         .purpose = airspace::Purpose::Authorization,
                         .intervalBefore = "P1D"}};
    zone.layers = {{.area = where, .lower = {}, .upper = geo::VerticalLimit{upper_m, geo::VerticalReference::Amsl}}};
    zone.source.format = "editor";
    zone.source.originator = "demonstration";
    return zone;
}

} // namespace

std::vector<Zone> demoZones(UtcMs now) {
    const auto hour = std::chrono::floor<std::chrono::hours>(now);
    std::vector<Zone> zones;
    Zone& centre = zones.emplace_back(exercise("EXP01", "도심 비행금지(훈련)", "City centre (exercise)",
                                               ZoneType::Prohibited, {{37.5866, 126.9748}, 1'500}, 1'000));
    centre.reasons = {airspace::Reason::Sensitive};

    Zone& airport = zones.emplace_back(exercise("EXR01", "공항 관제권(훈련)", "Airport control zone (exercise)",
                                                ZoneType::ReqAuthorization, {{37.5580, 126.7940}, 5'000}, 900));
    airport.reasons = {airspace::Reason::AirTraffic};
    airport.restrictionConditions = "Ask the tower one day ahead";

    Zone& fire = zones.emplace_back(exercise("EXT01", "남산 산불 진화 훈련", "Namsan fire-fighting exercise",
                                             ZoneType::Prohibited, {{37.5512, 126.9882}, 500}, 600));
    fire.reasons = {airspace::Reason::Emergency};
    fire.periods = {{.from = hour + 1h, .to = hour + 5h, .schedule = {}}};

    Zone& birds = zones.emplace_back(exercise("EXC01", "밤섬 철새 도래지(훈련)", "Bamseom birds (exercise)",
                                              ZoneType::Conditional, {{37.5385, 126.9265}, 450}, 150));
    birds.reasons = {airspace::Reason::Nature};
    birds.restrictionConditions = "From evening to morning above 120 m only";
    birds.periods = {{.from = {},
                      .to = {},
                      .schedule = {{.days = {},
                                    .start = airspace::ClockTime{18 * 3600, korea_s},
                                    .end = airspace::ClockTime{9 * 3600, korea_s}}}}};
    return zones;
}

Result<void> seeToDemoZones(airspace::AirspaceService& service, const people::Principal& by, UtcMs now) {
    if (!service.state()->records.empty()) return {};
    Calls calls;
    for (Zone& zone : demoZones(now))
        service.publishZone(by, std::move(zone), 0, calls.next<std::uint64_t>());
    return calls.wait();
}

} // namespace haneul::demo
