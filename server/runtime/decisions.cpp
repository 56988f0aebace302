#include "server/runtime/decisions.h"

#include "server/demo/demo_deliveries.h"
#include "server/demo/demo_fleet.h"
#include "server/people/demo_accounts.h"
#include "server/runtime/log_commands.h"

#include <sodium.h>

#include <utility>

namespace haneul::runtime {

Result<std::unique_ptr<Decisions>> Decisions::open(const Settings& settings, const clock::Clock& clock,
                                                   situation::NoticeBoard* notices, Use use) {
    if (sodium_init() < 0) return fail("NO_RANDOMNESS", "the system gives no random numbers");
    std::unique_ptr<Decisions> decisions(new Decisions);
    auto opened = openEventLog(settings, clock, notices);
    if (!opened) return std::unexpected(opened.error());
    decisions->m_log = *std::move(opened);

    if (settings.demo)
        if (const auto seen = people::seeToDemoAccounts(settings.dataFolder, *decisions->m_log, decisions->m_hasher,
                                                        people::systemRandom);
            !seen)
            return std::unexpected(seen.error());
    auto people = people::PeopleService::open(*decisions->m_log, clock, decisions->m_hasher, people::systemRandom,
                                              {.demo = settings.demo}, notices);
    if (!people) return std::unexpected(people.error());
    decisions->m_people = *std::move(people);
    auto deliveries = delivery::EventDeliveryService::open(
        *decisions->m_log, clock,
        [service = decisions->m_people.get()](const people::Principal& who, std::string_view scope,
                                              std::string_view what) { service->noteRefusal(who, scope, what); },
        {.automaticDispatch = use == Use::Running && !settings.replayFile}, notices);
    if (!deliveries) return std::unexpected(deliveries.error());
    decisions->m_deliveries = *std::move(deliveries);
    if (settings.demo && use == Use::Running && !settings.replayFile)
        if (const auto seen = demo::seeToDemoDeliveries(*decisions->m_deliveries, clock.now()); !seen)
            return std::unexpected(seen.error());
    // Insurance and licence of operators are known of the demonstration's only.
    auto fleet = fleet::EventFleetService::open(
        *decisions->m_log,
        [service = decisions->m_people.get()](const people::Principal& who, std::string_view scope,
                                              std::string_view what) { service->noteRefusal(who, scope, what); },
        settings.demo ? fleet::OrganisationOf(
                            [opened = clock.now()](std::string_view id) { return demo::demoOrganisation(id, opened); })
                      : fleet::OrganisationOf());
    if (!fleet) return std::unexpected(fleet.error());
    decisions->m_fleet = *std::move(fleet);
    if (settings.demo && use == Use::Running && !settings.replayFile)
        if (const auto seen =
                demo::seeToDemoFleet(*decisions->m_fleet, fleet::EventFleetService::programItself(), clock.now());
            !seen)
            return std::unexpected(seen.error());
    return decisions;
}

} // namespace haneul::runtime
