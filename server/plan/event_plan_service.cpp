#include "server/plan/event_plan_service.h"

#include "server/delivery/tables.h"
#include "server/people/published.h"
#include "server/people/publishing_desk.h"
#include "server/plan/capacity_limits.h"
#include "server/plan/checking.h"
#include "server/plan/decisions.h"
#include "server/plan/mission_plan.h"
#include "server/plan/tables.h"

#include <algorithm>
#include <future>
#include <mutex>
#include <set>
#include <tuple>
#include <utility>

namespace haneul::plan {

using people::Principal;

namespace {

// The state before with the changed plans in it; what was over before `since` is left out.
PlanState merged(const PlanState& before, const std::vector<PlanPtr>& changed, UtcMs since) {
    PlanState state = before;
    for (const PlanPtr& plan : changed) {
        std::erase_if(state.plans, [&](const PlanPtr& old) { return old->plan.id == plan->plan.id; });
        state.plans.push_back(plan);
    }
    std::erase_if(state.plans,
                  [&](const PlanPtr& plan) { return isFinal(plan->plan.state) && plan->plan.end < since; });
    std::ranges::sort(state.plans, [](const PlanPtr& l, const PlanPtr& r) {
        return std::tie(l->plan.start, l->plan.id) < std::tie(r->plan.start, r->plan.id);
    });
    ++state.number;
    return state;
}

Decided<Nothing> onlyEvents(std::vector<log::NewEvent> events) {
    return {.events = std::move(events), .outcome = {}, .refusal = {}};
}

// A plan of nothing but volumes, for the checks that look at nothing else.
FlightPlan planOf(std::vector<geo::Volume4D> volumes, int priority) {
    FlightPlan plan;
    plan.priority = priority;
    plan.volumes = std::move(volumes);
    return plan;
}

// A plan that is only asked about: it gets the volumes that it would have and, without an id, one that no plan has.
FlightPlan asIfWritten(FlightPlan plan, const PlanSettings& settings) {
    if (plan.id.empty()) plan.id = "(new)";
    if (plan.volumes.empty())
        if (auto volumes = volumesOf(plan, settings.containment)) plan.volumes = *std::move(volumes);
    return plan;
}

} // namespace

using Plans = Result<std::vector<PlanPtr>>;

struct EventPlanService::Impl {
    Impl(log::EventLog& log, const clock::Clock& clockGiven, TellRefusal tellRefusal, PlanSettings settingsGiven,
         situation::NoticeBoard* noticesGiven)
        : clock(clockGiven)
        , settings(std::move(settingsGiven))
        , notices(noticesGiven)
        , desk(log, std::move(tellRefusal), [this] { publishDue(); }) {}

    // `decide` gives Result<Decided<Outcome>>; `then` gets Result<Outcome> after the state with it is published.
    template <class Outcome, class Decide>
    void command(const Principal& by, Decide decide, Done<Outcome> then);
    template <class Decide>
    void plainCommand(const Principal& by, Decide decide, Done<void> done);

    void follow(const log::Entry& entry);
    void publishDue();
    void publish(const std::vector<PlanPtr>& changed);

    [[nodiscard]] UtcMs since() const { return clock.now() - settings.history; }

    const clock::Clock& clock;
    const PlanSettings settings;
    situation::NoticeBoard* notices;
    people::Published<PlanState> published;

    std::mutex mutex;
    std::set<std::string> touched; // plans to be shown by the next publication

    people::PublishingDesk desk; // last: it uses the rest
};

// ---------------------------------------------------------------- to the log and back

template <class Outcome, class Decide>
void EventPlanService::Impl::command(const Principal& by, Decide decide, Done<Outcome> then) {
    using Reply = people::PublishingDesk::Reply<Outcome>;
    desk.submit<Outcome>(
        by,
        [this, by, decide = std::move(decide)](const storage::Database& database, UtcMs now) -> Result<Reply> {
            return decide(Deciding{database, settings, by, now}).transform([](Decided<Outcome>&& decided) {
                return Reply{{std::move(decided.events), std::move(decided.refusal)}, std::move(decided.outcome)};
            });
        },
        std::move(then));
}

template <class Decide>
void EventPlanService::Impl::plainCommand(const Principal& by, Decide decide, Done<void> done) {
    command<Nothing>(by, std::move(decide), [done = std::move(done)](const Result<Nothing>& result) {
        done(result.transform([](const Nothing&) {}));
    });
}

// ---------------------------------------------------------------- publication

// On the log's thread, before whoever gave the command is answered.
void EventPlanService::Impl::follow(const log::Entry& entry) {
    if (!entry.type.starts_with(planPrefix)) return;
    const auto event = eventFrom(entry.type, entry.body);
    if (!event) return; // the projection has refused it already
    {
        const std::lock_guard lock(mutex);
        touched.insert(plan::planOf(*event));
    }
    desk.publishSoon();
}

void EventPlanService::Impl::publishDue() {
    std::set<std::string> wanted;
    {
        const std::lock_guard lock(mutex);
        wanted.swap(touched);
    }
    const auto changed = desk.readNow<Plans>([&](const storage::Database& database) -> Plans {
        std::vector<PlanPtr> plans;
        for (const std::string& id : wanted) {
            auto plan = readPlan(database, id);
            if (!plan) return std::unexpected(plan.error());
            if (*plan) plans.push_back(*std::move(plan));
        }
        return plans;
    });
    if (changed)
        publish(*changed);
    else if (notices != nullptr)
        notices->post(clock.now(), situation::NoticeSeverity::Error, "PLANS_UNREADABLE",
                      "what was decided about flight plans is in the log but cannot be shown: " +
                          changed.error().message,
                      {changed.error().message});
}

void EventPlanService::Impl::publish(const std::vector<PlanPtr>& changed) {
    published.publish(std::make_shared<const PlanState>(merged(*published.latest(), changed, since())));
}

// ---------------------------------------------------------------- life

EventPlanService::EventPlanService(std::shared_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

Result<std::unique_ptr<EventPlanService>> EventPlanService::open(log::EventLog& log, const clock::Clock& clock,
                                                                 TellRefusal tellRefusal, PlanSettings settings,
                                                                 situation::NoticeBoard* notices) {
    const auto impl = std::make_shared<Impl>(log, clock, std::move(tellRefusal), std::move(settings), notices);
    log.subscribe([weak = std::weak_ptr<Impl>(impl)](const log::Entry& entry) {
        if (const auto alive = weak.lock()) alive->follow(entry);
    });
    const auto stored = impl->desk.readNow<Plans>(
        [since = impl->since()](const storage::Database& database) { return readPlansSince(database, since); });
    if (!stored) return std::unexpected(stored.error());
    impl->publish(*stored);
    impl->desk.open(impl->settings.waiting, [] {});
    return std::unique_ptr<EventPlanService>(new EventPlanService(impl));
}

EventPlanService::~EventPlanService() {
    m_impl->desk.close();
}

PlanStatePtr EventPlanService::state() const {
    return m_impl->published.latest();
}

PlanService::Subscription EventPlanService::subscribe(std::function<void(PlanStatePtr)> subscriber) {
    return m_impl->published.subscribe(std::move(subscriber));
}

// ---------------------------------------------------------------- writing and submitting

void EventPlanService::createFlightPlan(Principal by, FlightPlan plan, std::uint64_t basedOn, Done<SavedPlan> done) {
    if (!m_impl->desk.allowed(by, "plan.submit", "write a flight plan", done)) return;
    m_impl->command<SavedPlan>(
        by, [plan = std::move(plan), basedOn](const Deciding& deciding) { return decideSave(deciding, plan, basedOn); },
        std::move(done));
}

void EventPlanService::createFromMission(Principal by, MissionPlan wanted, Done<SavedPlan> done) {
    if (!m_impl->desk.allowed(by, "plan.submit", "write the flight plan of a mission", done)) return;
    m_impl->command<SavedPlan>(
        by,
        [wanted = std::move(wanted)](const Deciding& deciding) -> Result<Decided<SavedPlan>> {
            const auto mission = delivery::readMission(deciding.database, wanted.mission);
            if (!mission) return std::unexpected(mission.error());
            if (!*mission) return fail("NO_SUCH_MISSION", "there is no mission with this id", wanted.mission);
            const auto plan = planOfMission(**mission, wanted, deciding.settings.containment);
            if (!plan) return std::unexpected(plan.error());
            return decideSave(deciding, *plan, 0);
        },
        std::move(done));
}

void EventPlanService::submitFlightPlan(Principal by, std::string plan, std::uint64_t revision, Done<Submission> done) {
    if (!m_impl->desk.allowed(by, "plan.submit", "submit a flight plan", done)) return;
    m_impl->command<Submission>(
        by,
        [plan = std::move(plan), revision](const Deciding& deciding) { return decideSubmit(deciding, plan, revision); },
        std::move(done));
}

void EventPlanService::withdraw(Principal by, std::string plan, std::string reason, Done<void> done) {
    if (!m_impl->desk.allowed(by, "plan.submit", "withdraw a flight plan", done)) return;
    m_impl->plainCommand(
        by,
        [plan = std::move(plan), reason = std::move(reason)](const Deciding& deciding) {
            return decideWithdraw(deciding, plan, reason);
        },
        std::move(done));
}

// ---------------------------------------------------------------- deciding

void EventPlanService::approveFlightPlan(Principal by, ApprovePlan wanted, Done<ApprovalOutcome> done) {
    if (!m_impl->desk.allowed(by, "plan.approve", "approve a flight plan", done)) return;
    m_impl->command<ApprovalOutcome>(
        by, [wanted = std::move(wanted)](const Deciding& deciding) { return decideApprove(deciding, wanted); },
        std::move(done));
}

void EventPlanService::lookAgain(Principal by, std::string plan, Done<void> done) {
    if (!m_impl->desk.allowed(by, "plan.approve", "check a flight plan again", done)) return;
    m_impl->plainCommand(
        by, [plan = std::move(plan)](const Deciding& deciding) { return decideLookAgain(deciding, plan); },
        std::move(done));
}

void EventPlanService::returnFlightPlan(Principal by, RefusePlan wanted, Done<void> done) {
    if (!m_impl->desk.allowed(by, "plan.approve", "return a flight plan", done)) return;
    m_impl->plainCommand(
        by, [wanted = std::move(wanted)](const Deciding& deciding) { return decideReturn(deciding, wanted); },
        std::move(done));
}

void EventPlanService::rejectFlightPlan(Principal by, RefusePlan wanted, Done<void> done) {
    if (!m_impl->desk.allowed(by, "plan.approve", "reject a flight plan", done)) return;
    m_impl->plainCommand(
        by, [wanted = std::move(wanted)](const Deciding& deciding) { return decideReject(deciding, wanted); },
        std::move(done));
}

void EventPlanService::revoke(Principal by, std::string plan, std::string reason, Done<void> done) {
    if (!m_impl->desk.allowed(by, "plan.approve", "revoke an approval", done)) return;
    m_impl->plainCommand(
        by,
        [plan = std::move(plan), reason = std::move(reason)](const Deciding& deciding) {
            return decideRevoke(deciding, plan, reason);
        },
        std::move(done));
}

void EventPlanService::activate(Principal by, std::string plan, Done<void> done) {
    if (!m_impl->desk.allowed(by, "plan.operate", "report the begin of a flight", done)) return;
    m_impl->plainCommand(
        by, [plan = std::move(plan)](const Deciding& deciding) { return decideActivate(deciding, plan); },
        std::move(done));
}

void EventPlanService::end(Principal by, std::string plan, std::string note, Done<void> done) {
    if (!m_impl->desk.allowed(by, "plan.operate", "report the end of a flight", done)) return;
    m_impl->plainCommand(
        by,
        [plan = std::move(plan), note = std::move(note)](const Deciding& deciding) {
            return decideEnd(deciding, plan, note);
        },
        std::move(done));
}

// ---------------------------------------------------------------- reading and asking

void EventPlanService::history(Principal by, std::string plan, Done<std::vector<PlanStep>> done) {
    if (!m_impl->desk.allowed(by, "plan.read", "see the history of a flight plan", done)) return;
    m_impl->desk.ask<std::vector<PlanStep>>(
        std::move(done), [plan = std::move(plan)](const storage::Database& database) {
            auto steps = readSteps(database, plan);
            if (steps && steps->empty()) steps = fail("NO_SUCH_PLAN", "there is no flight plan with this id", plan);
            return steps;
        });
}

void EventPlanService::plan(Principal by, std::string plan, Done<PlanPtr> done) {
    if (!m_impl->desk.allowed(by, "plan.read", "see a flight plan", done)) return;
    m_impl->desk.ask<PlanPtr>(std::move(done), [plan = std::move(plan)](const storage::Database& database) {
        auto found = readPlan(database, plan);
        if (found && !*found) found = fail("NO_SUCH_PLAN", "there is no flight plan with this id", plan);
        return found;
    });
}

void EventPlanService::check(Principal by, FlightPlan plan, Done<Evidence> done) {
    if (!m_impl->desk.allowed(by, "plan.read", "check a flight plan", done)) return;
    m_impl->desk.ask<Evidence>(
        std::move(done), [impl = m_impl.get(), plan = std::move(plan)](const storage::Database& database) {
            return evidenceOf(database, asIfWritten(plan, impl->settings), impl->settings, impl->clock.now());
        });
}

void EventPlanService::checkAirspaceRestrictions(Principal by, std::vector<geo::Volume4D> operationVolume,
                                                 Done<CheckReport> done) {
    if (!m_impl->desk.allowed(by, "plan.read", "check the airspace of a volume", done)) return;
    m_impl->desk.ask<CheckReport>(std::move(done),
                                  [impl = m_impl.get(), plan = planOf(std::move(operationVolume), 0)](
                                      const storage::Database& database) -> Result<CheckReport> {
                                      const auto gathered = gather(database, plan, impl->settings, impl->clock.now());
                                      return checkAirspace(plan, gathered->inputs);
                                  });
}

void EventPlanService::checkStrategicConflicts(Principal by, std::vector<geo::Volume4D> operationVolume, int priority,
                                               Done<CheckReport> done) {
    if (!m_impl->desk.allowed(by, "plan.read", "check the conflicts of a volume", done)) return;
    m_impl->desk.ask<CheckReport>(std::move(done),
                                  [impl = m_impl.get(), plan = planOf(std::move(operationVolume), priority)](
                                      const storage::Database& database) -> Result<CheckReport> {
                                      const auto gathered = gather(database, plan, impl->settings, impl->clock.now());
                                      return checkConflicts(plan, gathered->inputs);
                                  });
}

// What is looked at is read on the reader's thread; the search itself takes longer and has the desk's.
void EventPlanService::proposals(Principal by, FlightPlan plan, Done<ProposalSearch> done) {
    if (!m_impl->desk.allowed(by, "plan.read", "look for what would pass", done)) return;
    Impl* const impl = m_impl.get();
    const auto search = [impl, plan = std::move(plan)](const Done<ProposalSearch>& then) {
        const FlightPlan whole = asIfWritten(plan, impl->settings);
        const auto gathered = impl->desk.readNow<std::unique_ptr<Gathered>>([&](const storage::Database& database) {
            return gather(database, whole, impl->settings, impl->clock.now(), true);
        });
        auto found = propose(whole, gathered->inputs, impl->settings.proposals);
        if (found && plan.id.empty())
            for (Proposal& proposal : found->proposals)
                proposal.plan.id.clear();
        then(found);
    };
    m_impl->desk.slow<ProposalSearch>(std::move(done), search);
}

// ---------------------------------------------------------------- capacity

void EventPlanService::capacityLimits(Principal by, Done<std::vector<deconflict::CapacityLimit>> done) {
    if (!m_impl->desk.allowed(by, "zone.read", "see limits of capacity", done)) return;
    m_impl->desk.ask<std::vector<deconflict::CapacityLimit>>(std::move(done), readCapacityLimits);
}

void EventPlanService::setCapacity(Principal by, deconflict::CapacityLimit limit, Done<void> done) {
    if (!m_impl->desk.allowed(by, "zone.write", "set a limit of capacity", done)) return;
    m_impl->plainCommand(
        by,
        [limit = std::move(limit)](const Deciding& deciding) {
            return decideSetCapacity(deciding.database, limit).transform(onlyEvents);
        },
        std::move(done));
}

void EventPlanService::removeCapacity(Principal by, std::string id, Done<void> done) {
    if (!m_impl->desk.allowed(by, "zone.write", "remove a limit of capacity", done)) return;
    m_impl->plainCommand(
        by,
        [id = std::move(id)](const Deciding& deciding) {
            return decideRemoveCapacity(deciding.database, id).transform(onlyEvents);
        },
        std::move(done));
}

std::vector<PlanPtr> EventPlanService::intentsIn(const geo::Volume4D& volume) const {
    auto standing = m_impl->published.latest()->intents();
    const auto& surroundings = m_impl->settings.sources.surroundings;
    std::erase_if(standing, [&](const PlanPtr& plan) {
        return std::ranges::none_of(plan->plan.volumes, [&](const geo::Volume4D& own) {
            return geo::overlap(own, volume, surroundings).answer != geo::Judgement::No;
        });
    });
    return standing;
}

} // namespace haneul::plan
