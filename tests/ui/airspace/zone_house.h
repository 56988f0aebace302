#pragma once

#include "server/airspace/airspace_projection.h"
#include "server/airspace/event_airspace_service.h"
#include "server/clock/clock.h"

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include <future>
#include <memory>
#include <vector>

namespace haneul::airspace::tests {

inline const UtcMs noon = *fromRfc3339("2026-11-21T12:00:00Z"); // a Saturday
inline const geo::LatLon seoul{37.5665, 126.978};

inline Zone zoneNamed(const std::string& identifier, geo::Area area, ZoneType type = ZoneType::Prohibited) {
    Zone zone;
    zone.identifier = identifier;
    zone.country = "KOR";
    zone.name = {{"Example " + identifier, "en"}, {"예시 " + identifier, "ko"}};
    zone.type = type;
    zone.reasons = {Reason::Sensitive};
    zone.authorities = {{.name = {{"Seoul Regional Office", "en"}}, .purpose = Purpose::Authorization}};
    zone.layers = {{std::move(area), geo::VerticalLimit{0, geo::VerticalReference::Agl},
                    geo::VerticalLimit{150, geo::VerticalReference::Agl}}};
    return zone;
}

inline Zone circleZone(const std::string& identifier, geo::LatLon centre = seoul, double radius_m = 1000,
                       ZoneType type = ZoneType::Prohibited) {
    return zoneNamed(identifier, geo::Circle{centre, radius_m}, type);
}

inline Zone squareZone(const std::string& identifier, geo::LatLon middle, double half_deg,
                       ZoneType type = ZoneType::Prohibited) {
    const double n = middle.latitude_deg;
    const double e = middle.longitude_deg;
    return zoneNamed(identifier,
                     geo::Polygon{{{n - half_deg, e - half_deg},
                                   {n - half_deg, e + half_deg},
                                   {n + half_deg, e + half_deg},
                                   {n + half_deg, e - half_deg}},
                                  {}},
                     type);
}

// From 22:00 to 02:00 of Korea on Fridays and Saturdays.
inline Zone nightZone(const std::string& identifier, geo::LatLon centre = seoul) {
    Zone zone = circleZone(identifier, centre, 700, ZoneType::Conditional);
    zone.periods = {{{}, {}, {{{Day::Fri, Day::Sat}, ClockTime{22 * 3600, 9 * 3600}, ClockTime{2 * 3600, 9 * 3600}}}}};
    return zone;
}

// The real service on a log of its own.
struct House {
    House() {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<AirspaceProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        auto made = EventAirspaceService::open(*log, clock, {}, {});
        if (!made) qFatal("%s", made.error().message.c_str());
        service = *std::move(made);
        service->addVolumesInUse([this](UtcMs) { return inUse; });
    }

    std::uint64_t publish(const Zone& zone, std::uint64_t basedOn = 0) const {
        std::promise<Result<std::uint64_t>> promise;
        service->publishZone(EventAirspaceService::programItself(), zone, basedOn,
                             [&](Result<std::uint64_t> revision) { promise.set_value(std::move(revision)); });
        const auto revision = promise.get_future().get();
        if (!revision) qFatal("%s", revision.error().message.c_str());
        return *revision;
    }

    QTemporaryDir folder;
    clock::ManualClock clock{noon};
    std::vector<NamedVolume> inUse;
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<EventAirspaceService> service;
};

inline people::Principal someone(const std::vector<std::string>& scopes) {
    people::Principal person{.user = "kim", .displayName = "Kim", .desk = "desk-1"};
    for (const std::string& scope : scopes)
        person.scopes.insert(scope);
    return person;
}

} // namespace haneul::airspace::tests
