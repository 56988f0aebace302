#pragma once

#include "core/base/error.h"
#include "server/airspace/event_airspace_service.h"
#include "server/city/city_service.h"
#include "server/clock/clock.h"
#include "server/delivery/event_delivery_service.h"
#include "server/documents/document_service.h"
#include "server/fleet/event_fleet_service.h"
#include "server/log/event_log.h"
#include "server/notify/notice_service.h"
#include "server/people/organisation_service.h"
#include "server/people/password_hasher.h"
#include "server/people/people_service.h"
#include "server/people/security_service.h"
#include "server/plan/event_plan_service.h"
#include "server/runtime/settings.h"
#include "server/situation/situation.h"
#include "server/study_store/event_study_service.h"

#include <memory>

namespace haneul::runtime {

// What is decided here and who may decide it: the event log with the projections of every room, and the services that
// write to it. The same for a running instance and for a command that works on the data folder of one that does not
// run.
class Decisions {
public:
    // The caller holds the folder's lock; clock and notices outlive this. A demonstration gets its accounts.
    // Codes: those of openEventLog, PeopleService::open, EventDeliveryService::open, EventAirspaceService::open,
    // EventFleetService::open, CityService::open, EventPlanService::open, NoticeService::open and
    // people::seeToDemoAccounts. `use`: only a running instance decides by itself what is due (dispatch of orders) and
    // sends notices.
    enum class Use { Running, Command };
    [[nodiscard]] static Result<std::unique_ptr<Decisions>> open(const Settings& settings, const clock::Clock& clock,
                                                                 situation::NoticeBoard* notices = nullptr,
                                                                 Use use = Use::Command);

    [[nodiscard]] log::EventLog& log() { return *m_log; }

    [[nodiscard]] people::PeopleService& people() { return *m_people; }

    [[nodiscard]] people::OrganisationService& organisations() { return *m_organisations; }

    [[nodiscard]] people::SecurityService& security() { return *m_security; }

    [[nodiscard]] notify::NoticeService& notices() { return *m_notices; }

    [[nodiscard]] delivery::EventDeliveryService& deliveries() { return *m_deliveries; }

    [[nodiscard]] airspace::EventAirspaceService& airspace() { return *m_airspace; }

    [[nodiscard]] documents::DocumentService& documents() { return *m_documents; }

    [[nodiscard]] study_store::StudyService& studies() { return *m_studies; }

    [[nodiscard]] city::CityService& city() { return *m_city; }

    [[nodiscard]] fleet::EventFleetService& fleet() { return *m_fleet; }

    [[nodiscard]] plan::EventPlanService& plans() { return *m_plans; }

private:
    Decisions() = default;
    people::Argon2id m_hasher;
    std::unique_ptr<log::EventLog> m_log;
    std::unique_ptr<people::SecurityService> m_security; // ends after those who tell it what they refused
    std::unique_ptr<people::OrganisationService> m_organisations;
    std::unique_ptr<people::PeopleService> m_people; // ends before the log it writes to
    std::unique_ptr<notify::NoticeService> m_notices;
    std::unique_ptr<city::CityService> m_city;
    std::unique_ptr<delivery::EventDeliveryService> m_deliveries;
    std::unique_ptr<documents::DocumentService> m_documents;
    std::unique_ptr<study_store::EventStudyService> m_studies;
    std::unique_ptr<fleet::EventFleetService> m_fleet;
    std::unique_ptr<plan::EventPlanService> m_plans;
    std::unique_ptr<airspace::EventAirspaceService> m_airspace; // ends before plans and deliveries: it asks them
};

} // namespace haneul::runtime
