#include "server/runtime/decisions.h"

#include "core/plan/checks.h"
#include "server/demo/demo_city.h"
#include "server/demo/demo_deliveries.h"
#include "server/demo/demo_fleet.h"
#include "server/demo/demo_plans.h"
#include "server/demo/demo_zones.h"
#include "server/fleet/operators.h"
#include "server/fleet/tables.h"
#include "server/geoid/geoid_model.h"
#include "server/paths/path_study.h"
#include "server/people/demo_accounts.h"
#include "server/plan_risk/risk_sources.h"
#include "server/runtime/drone_readiness.h"
#include "server/runtime/log_commands.h"
#include "server/runtime/volumes_in_use.h"
#include "server/runtime/volumes_of_nodes.h"
#include "server/runtime/zone_notices.h"
#include "server/studies/reich_json.h"

#include <sodium.h>

#include <format>
#include <utility>

namespace haneul::runtime {

namespace {

// What flight plans ask of the fleet, of the risk models, and of what is known of the ground.
plan::PlanSettings planSettings(geo::Surroundings surroundings, std::function<std::string()> surroundingsVersion,
                                const ground_risk::ImportedCity& ground) {
    plan::PlanSettings settings;
    settings.sources.collisions = plan_risk::collisionModel();
    settings.sources.groundRisk = [grounds = std::make_shared<ground_risk::Grounds>(ground),
                                   surroundings](const storage::Database&) {
        return plan_risk::groundRiskOf(grounds, surroundings);
    };
    settings.sources.surroundings = std::move(surroundings);
    settings.sources.surroundingsVersion = std::move(surroundingsVersion);
    settings.sources.assignment = [](const storage::Database& database, const plan::FlightPlan& plan) {
        return fleet::readAssignment(database, {.drone = plan.drone_id,
                                                .battery = plan.battery_id,
                                                .pilot = plan.pilot_id,
                                                .payloads = plan.payload_ids,
                                                .need = plan::needOf(plan)})
            .transform([](fleet::FlightAssignment found) {
                return plan::AssignmentThen{std::move(found.assignment), std::move(found.rules),
                                            std::move(found.overrides)};
            });
    };
    settings.sources.pilotUser = [](const storage::Database& database, std::string_view pilot) {
        return fleet::userOfPilot(database, std::string(pilot)).value_or("");
    };
    return settings;
}

// Without one the checks say "no geoid at …": heights of one reference are still compared with each other.
geoid::ModelPtr geoidOf(const Settings& settings, const clock::Clock& clock, situation::NoticeBoard* notices) {
    auto model =
        settings.geoid.empty()
            ? fail("NO_GEOID", "the data of PROJ (package proj-data) are not installed and no other file is named")
            : geoid::read(settings.geoid);
    if (model) return *model;
    if (notices != nullptr)
        notices->post(clock.now(), situation::NoticeSeverity::Warning, "NO_GEOID",
                      "heights above the ellipsoid are not compared with others: " + model.error().message,
                      {model.error().message});
    return nullptr;
}

// With what heights were compared: part of the evidence of checks.
std::function<std::string()> surroundingsVersion(std::function<std::string()> terrain, const geoid::ModelPtr& geoid) {
    return [terrain = std::move(terrain), geoid = geoid::versionOf(geoid)] {
        const std::string ground = terrain();
        return "terrain " + (ground.empty() ? "none" : ground) + ", geoid " + geoid;
    };
}

// What is saved to be used again must be readable again.
study_store::StudyChecks studyChecks() {
    using study_store::NewStudy;
    return {{std::string(studies::reichPresetKind),
             [](const NewStudy& study) { return studies::presetFrom(study.input).transform([](auto&&) {}); }},
            {std::string(studies::reichOverlapKind),
             [](const NewStudy& study) { return studies::overlapTableFrom(study.input).transform([](auto&&) {}); }},
            {std::string(paths::studyKind),
             [](const NewStudy& study) { return paths::checkStudy(study.input, study.result); }}};
}

} // namespace

ground_risk::ImportedCity Decisions::importedCity() const {
    return [city = m_city.get()] {
        const auto state = city->state();
        return ground_risk::CityState{state->city, std::format("layers {}", state->number)};
    };
}

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
    const auto tellRefusal = [raw = decisions.get()](const people::Principal& who, std::string_view scope,
                                                     std::string_view what) {
        if (raw->m_people) raw->m_people->noteRefusal(who, scope, what);
    };
    auto security = people::SecurityService::open(*decisions->m_log, clock, tellRefusal, notices);
    if (!security) return std::unexpected(security.error());
    decisions->m_security = *std::move(security);
    decisions->m_organisations = std::make_unique<people::OrganisationService>(*decisions->m_log, clock, tellRefusal,
                                                                               use == Use::Running ? notices : nullptr);
    auto people = people::PeopleService::open(
        *decisions->m_log, clock, decisions->m_hasher, people::systemRandom,
        {.demo = settings.demo,
         .observe = [watch = decisions->m_security.get()](
                        const people::Observation& observation) { watch->observe(observation); }},
        notices);
    if (!people) return std::unexpected(people.error());
    decisions->m_people = *std::move(people);
    auto words = keyPassphrase(settings);
    if (!words) return std::unexpected(words.error());
    auto centre = notify::NoticeService::open(*decisions->m_log, clock, tellRefusal, notify::systemChance,
                                              {.secretsFile = settings.dataFolder / "channels.secret",
                                               .passphrase = *std::move(words),
                                               .sending = use == Use::Running && !settings.replayFile});
    if (!centre) return std::unexpected(centre.error());
    decisions->m_notices = *std::move(centre);
    auto operators = fleet::operatorsOf(*decisions->m_log);
    if (!operators) return std::unexpected(operators.error());
    auto deliveries = delivery::EventDeliveryService::open(
        *decisions->m_log, clock, tellRefusal,
        {.automaticDispatch = use == Use::Running && !settings.replayFile, .drones = droneJudges(*operators)}, notices);
    if (!deliveries) return std::unexpected(deliveries.error());
    decisions->m_deliveries = *std::move(deliveries);
    const auto geoid = geoidOf(settings, clock, use == Use::Running ? notices : nullptr);
    auto city = city::CityService::open(
        *decisions->m_log, clock, tellRefusal,
        {.folder = settings.dataFolder / "city", .worker = settings.mapWorker, .geoid_m = geoid::undulationOf(geoid)},
        notices);
    if (!city) return std::unexpected(city.error());
    decisions->m_city = *std::move(city);
    const geo::Surroundings surroundings{.ground_amsl_m = decisions->m_city->groundAmsl_m(),
                                         .geoid_m = geoid::undulationOf(geoid)};
    auto plans = plan::EventPlanService::open(
        *decisions->m_log, clock, tellRefusal,
        planSettings(surroundings, surroundingsVersion(decisions->m_city->terrainVersion(), geoid),
                     decisions->importedCity()),
        notices);
    if (!plans) return std::unexpected(plans.error());
    decisions->m_plans = *std::move(plans);
    auto zones = airspace::EventAirspaceService::open(
        *decisions->m_log, clock, tellRefusal, {.surroundings = surroundings, .alsoWritten = noticesOfZones}, notices);
    if (!zones) return std::unexpected(zones.error());
    decisions->m_airspace = *std::move(zones);
    decisions->m_airspace->addVolumesInUse(
        [plans = decisions->m_plans.get()](UtcMs now) { return volumesOfPlans(*plans->state(), now); });
    decisions->m_airspace->addVolumesInUse([deliveries = decisions->m_deliveries.get()](UtcMs now) {
        return volumesOfMissions(*deliveries->state(), now);
    });
    decisions->m_airspace->addVolumesInUse(
        [deliveries = decisions->m_deliveries.get()](UtcMs) { return volumesOfNodes(*deliveries->state()); });
    decisions->m_documents = std::make_unique<documents::DocumentService>(*decisions->m_log, tellRefusal);
    decisions->m_studies =
        std::make_unique<study_store::EventStudyService>(*decisions->m_log, tellRefusal, studyChecks());
    auto fleet = fleet::EventFleetService::open(*decisions->m_log, tellRefusal, *std::move(operators));
    if (!fleet) return std::unexpected(fleet.error());
    decisions->m_fleet = *std::move(fleet);
    if (settings.demo && use == Use::Running && !settings.replayFile) {
        if (const auto seen = demo::seeToDemoOperator(*decisions->m_organisations, clock.now()); !seen)
            return std::unexpected(seen.error());
        if (const auto seen =
                demo::seeToDemoFleet(*decisions->m_fleet, fleet::EventFleetService::programItself(), clock.now());
            !seen)
            return std::unexpected(seen.error());
        if (const auto seen = demo::seeToDemoDeliveries(*decisions->m_deliveries, clock.now(),
                                                        demo::readyDrones(*decisions->m_fleet, clock.now()));
            !seen)
            return std::unexpected(seen.error());
        if (const auto seen = demo::seeToDemoZones(*decisions->m_airspace,
                                                   airspace::EventAirspaceService::programItself(), clock.now());
            !seen)
            return std::unexpected(seen.error());
        if (const auto seen = demo::seeToDemoCity(*decisions->m_city); !seen) return std::unexpected(seen.error());
        if (const auto seen = demo::seeToDemoPlans(*decisions->m_plans, clock.now()); !seen)
            return std::unexpected(seen.error());
    }
    return decisions;
}

} // namespace haneul::runtime
