#pragma once

#include "core/base/error.h"
#include "server/airspace/airspace_service.h"
#include "server/city/city_service.h"
#include "server/clock/clock.h"
#include "server/delivery/delivery_service.h"
#include "server/fleet/fleet_service.h"
#include "server/ground_risk/ground_risk_service.h"
#include "server/http/replay_command.h"
#include "server/log/event_log.h"
#include "server/maps/map_library.h"
#include "server/notify/notice_centre.h"
#include "server/notify/notifier.h"
#include "server/paths/path_service.h"
#include "server/people/organisation_service.h"
#include "server/people/people_service.h"
#include "server/people/security_service.h"
#include "server/plan/plan_service.h"
#include "server/runtime/settings.h"
#include "server/situation/situation.h"
#include "server/study_store/study_service.h"
#include "server/tiles/map_pack.h"

#include <memory>
#include <string>

namespace haneul::runtime {

// The airspace as this instance runs it: storage, broker, feeds, picture, HTTP, each on threads of its own, started and
// stopped as one. Whoever looks reads the board; whoever asks for something calls a function here that returns at once.
class ServerCore {
public:
    // Locks the data folder, opens the event log and the users, starts the broker, the feeds (or the replay) and the
    // HTTP server.
    // Codes: those of InstanceLock, Decisions, Recording and HttpServer.
    [[nodiscard]] static Result<std::unique_ptr<ServerCore>> start(Settings settings, std::string version);
    // Stops everything cleanly, in at most a few seconds.
    ~ServerCore();
    ServerCore(const ServerCore&) = delete;
    ServerCore& operator=(const ServerCore&) = delete;

    [[nodiscard]] const situation::SituationBoard& board() const;
    [[nodiscard]] const clock::Clock& clock() const;
    [[nodiscard]] std::string httpUrl() const;
    // What the map is drawn from. Never null.
    [[nodiscard]] std::shared_ptr<const maps::MapLibrary> maps() const;
    [[nodiscard]] std::string instanceId() const;
    [[nodiscard]] people::PeopleService& people() const;
    [[nodiscard]] people::OrganisationService& organisations() const;
    [[nodiscard]] people::SecurityService& security() const;
    [[nodiscard]] delivery::DeliveryService& deliveries() const;
    [[nodiscard]] airspace::AirspaceService& airspace() const;
    [[nodiscard]] city::CityService& city() const;
    [[nodiscard]] notify::NoticeCentre& notices() const;
    // For other parts of the server that tell people something.
    [[nodiscard]] notify::Notifier& notifier() const;
    [[nodiscard]] study_store::StudyService& studies() const;
    [[nodiscard]] fleet::FleetService& fleet() const;
    [[nodiscard]] plan::PlanService& plans() const;
    [[nodiscard]] ground_risk::GroundRiskService& groundRisk() const;
    [[nodiscard]] paths::PathService& paths() const;
    // The one way to change this instance's state; thread-safe.
    [[nodiscard]] log::EventLog& eventLog() const;
    // Code NOT_REPLAYING when this instance shows live feeds. Thread-safe.
    Result<void> control(const http::ReplayCommand& command);

private:
    struct Impl;
    explicit ServerCore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace haneul::runtime
