#include "server/demo/demo_zones.h"

#include "server/demo/calls.h"

#include <format>
#include <string>

namespace haneul::demo {

namespace {

using airspace::ClockTime;
using airspace::Day;
using airspace::Reason;
using airspace::Zone;
using airspace::ZoneType;

constexpr int korea_s = 9 * 3600; // ahead of UTC

struct Place {
    const char *english, *korean;
    geo::LatLon centre;
    double radius_m;
    ZoneType type;
    Reason reason;
    double ceiling_m; // AMSL
};

constexpr Place places[] = {
    {"Gimpo airport", "김포공항", {37.5583, 126.7906}, 6000, ZoneType::ReqAuthorization, Reason::AirTraffic, 600},
    {"Seoul air base", "서울공항", {37.4449, 127.1114}, 6000, ZoneType::ReqAuthorization, Reason::AirTraffic, 600},
    {"Yongsan", "용산", {37.5349, 126.9770}, 3700, ZoneType::Prohibited, Reason::Sensitive, 1500},
    {"Blue House", "청와대", {37.5866, 126.9748}, 3700, ZoneType::Prohibited, Reason::Sensitive, 1500},
    {"Lotte World Tower", "롯데월드타워", {37.5125, 127.1025}, 300, ZoneType::Conditional, Reason::Population, 600},
    {"Haneul Park, night festival",
     "하늘공원 밤 축제",
     {37.5690, 126.8850},
     500,
     ZoneType::Conditional,
     Reason::Population,
     300},
    {"Iljasan, nesting birds",
     "일자산 새 둥지",
     {37.5320, 127.1560},
     600,
     ZoneType::NoRestriction,
     Reason::Nature,
     200},
};
constexpr std::size_t festival = 5;

Zone zoneOf(const Place& place, std::size_t number) {
    Zone zone;
    zone.identifier = std::format("DEMO{:02}", number);
    zone.country = "KOR";
    zone.name = {{place.english, "en"}, {place.korean, "ko"}};
    zone.type = place.type;
    zone.reasons = {place.reason};
    zone.message = {{"Made up for the demonstration: not the published airspace", "en"},
                    {"시연용으로 만든 공역이며 고시된 공역이 아닙니다", "ko"}};
    zone.authorities = {{.name = {{"Demonstration authority", "en"}, {"시연 기관", "ko"}},
                         .service = {},
                         .contactName = {},
                         .purpose = airspace::Purpose::Authorization}};
    zone.layers = {{geo::Circle{place.centre, place.radius_m},
                    {},
                    geo::VerticalLimit{place.ceiling_m, geo::VerticalReference::Amsl}}};
    zone.source.format = "editor";
    return zone;
}

} // namespace

std::vector<Zone> demoZones() {
    std::vector<Zone> zones;
    for (const Place& place : places)
        zones.push_back(zoneOf(place, zones.size() + 1));
    zones[festival].periods = {
        {{}, {}, {{{Day::Fri, Day::Sat}, ClockTime{22 * 3600, korea_s}, ClockTime{2 * 3600, korea_s}}}}};
    return zones;
}

Result<void> seeToDemoZones(airspace::AirspaceService& service, const people::Principal& by) {
    if (!service.state()->records.empty()) return {};
    Calls calls;
    for (Zone& zone : demoZones())
        service.publishZone(by, std::move(zone), 0, calls.next<std::uint64_t>());
    return calls.wait();
}

} // namespace haneul::demo
