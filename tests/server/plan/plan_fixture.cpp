#include "plan_fixture.h"

#include "server/airspace/airspace_projection.h"
#include "server/delivery/delivery_projection.h"
#include "server/fleet/fleet_projection.h"
#include "server/notify/notify_projection.h"
#include "server/people/events.h"
#include "server/people/people_projection.h"
#include "server/plan/plan_projection.h"

#include <sodium.h>

#include <QtLogging>

namespace haneul::plan::tests {

namespace {

template <class T>
T need(Result<T> made) {
    if (!made) qFatal("%s %s", made.error().code.c_str(), made.error().message.c_str());
    return *std::move(made);
}

void addPeople(log::EventLog& log) {
    using enum people::Role;
    const std::vector<std::pair<std::string, people::Role>> all{
        {"kim", Pilot},      {"park", Planner},   {"lee", Approver},       {"cho", Approver},
        {"han", Supervisor}, {"seo", Supervisor}, {"root", Administrator}, {"choi", Controller}};
    need(log.submit(log::systemActor(),
                    [&](const storage::Database&, UtcMs) {
                        log::Decision decision;
                        for (const auto& [user, role] : all)
                            decision.events.push_back(
                                people::toEvent(people::UserAdded{user, user, user + "@example.org", role, "hash"}));
                        return decision;
                    })
             .get());
}

} // namespace

people::Principal person(const std::string& user, people::Role role) {
    return {.user = user, .displayName = user, .role = role, .scopes = people::scopesOf(role), .desk = "desk"};
}

House::House(PlanSettings wanted, Policy policy)
    : settings(std::move(wanted))
    , clock(haneul::tests::noon - std::chrono::hours(1)) {
    if (sodium_init() < 0) qFatal("no randomness");
    if (policy == Policy::ForTests) std::erase(settings.policy.mustBeJudgedToFly, CheckKind::Readiness);
    settings.sources.pilotUser = [](const storage::Database&, std::string_view pilot) {
        return pilot == "U1" ? std::string("kim") : std::string();
    };
    open();
    addPeople(*log);
}

void House::open() {
    std::vector<std::unique_ptr<log::Projection>> projections;
    projections.push_back(std::make_unique<people::PeopleProjection>());
    projections.push_back(std::make_unique<notify::NotifyProjection>());
    projections.push_back(std::make_unique<fleet::FleetProjection>());
    projections.push_back(std::make_unique<airspace::AirspaceProjection>());
    projections.push_back(std::make_unique<delivery::DeliveryProjection>());
    projections.push_back(std::make_unique<PlanProjection>());
    log = need(log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections)));
    const auto tell = [this](const people::Principal&, std::string_view scope, std::string_view) {
        refusals.emplace_back(scope);
    };
    notify::NotifySettings quiet;
    quiet.secretsFile = folder.filePath(QStringLiteral("channels.secret")).toStdString();
    quiet.sending = false;
    notices = need(notify::NoticeService::open(*log, clock, tell, [] { return 0.5; }, quiet));
    organisations = std::make_unique<people::OrganisationService>(*log, clock, tell);
    airspace = need(airspace::EventAirspaceService::open(*log, clock, tell));
    deliveries = need(delivery::EventDeliveryService::open(*log, clock, tell));
    service = need(EventPlanService::open(*log, clock, tell, settings));
}

void House::close() {
    service.reset();
    deliveries.reset();
    airspace.reset();
    organisations.reset();
    notices.reset();
    log.reset();
}

void House::restart() {
    close();
    open();
}

Result<SavedPlan> House::save(const FlightPlan& plan, std::uint64_t basedOn, const std::string& user) {
    return waitFor<SavedPlan>(
        [&](auto done) { service->createFlightPlan(person(user, people::Role::Planner), plan, basedOn, done); });
}

Result<Submission> House::submit(const std::string& plan, std::uint64_t revision, const std::string& user) {
    return waitFor<Submission>(
        [&](auto done) { service->submitFlightPlan(person(user, people::Role::Planner), plan, revision, done); });
}

Submission House::waiting(const FlightPlan& plan) {
    const auto saved = need(save(plan));
    auto submission = need(submit(saved.id, saved.revision));
    if (submission.state != State::PendingApproval)
        for (const CheckReport& report : submission.evidence.reports)
            for (const Finding& finding : report.findings)
                if (finding.verdict == Verdict::Fail) qFatal("%s %s", finding.code.c_str(), finding.words.c_str());
    return submission;
}

Result<ApprovalOutcome> House::approve(const std::string& plan, std::uint64_t revision, const std::string& evidence,
                                       const people::Principal& by, const std::string& conditions) {
    return waitFor<ApprovalOutcome>(
        [&](auto done) { service->approveFlightPlan(by, {plan, revision, evidence, conditions}, done); });
}

Result<ApprovalOutcome> House::approve(const Submission& seen, const std::string& conditions) {
    return approve(seen.id, seen.revision, seen.evidence.digest, person("lee", people::Role::Approver), conditions);
}

Result<void> House::reject(const std::string& plan, std::uint64_t revision, const std::string& reason,
                           const people::Principal& by) {
    return waitFor<void>([&](auto done) { service->rejectFlightPlan(by, {plan, revision, reason}, done); });
}

Result<void> House::giveBack(const std::string& plan, std::uint64_t revision, const std::string& reason,
                             const people::Principal& by) {
    return waitFor<void>([&](auto done) { service->returnFlightPlan(by, {plan, revision, reason}, done); });
}

Result<std::vector<PlanStep>> House::history(const std::string& plan) {
    return waitFor<std::vector<PlanStep>>(
        [&](auto done) { service->history(person("moon", people::Role::Auditor), plan, done); });
}

void House::publish(const airspace::Zone& zone) {
    need(waitFor<std::uint64_t>(
        [&](auto done) { airspace->publishZone(airspace::EventAirspaceService::programItself(), zone, 0, done); }));
}

State House::stateOf(const std::string& plan) const {
    const auto found = service->state()->plan(plan);
    return found ? found->plan.state : State::Withdrawn;
}

std::size_t House::count(const std::string& type) {
    std::promise<std::size_t> promise;
    log->page({.typePrefix = type, .limit = 1000},
              [&](const Result<log::EntryPage>& page) { promise.set_value(page ? page->entries.size() : 0); });
    return promise.get_future().get();
}

std::vector<notify::NoticeRecord> House::noticesOf(const std::string& user, people::Role role) {
    return need(waitFor<notify::OwnNotices>([&](auto done) { notices->own(person(user, role), {}, done); })).notices;
}

} // namespace haneul::plan::tests
