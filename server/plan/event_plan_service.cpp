#include "server/plan/event_plan_service.h"

#include "server/delivery/tables.h"
#include "server/people/log_desk.h"
#include "server/people/worker.h"
#include "server/plan/capacity_limits.h"
#include "server/plan/checking.h"
#include "server/plan/decisions.h"
#include "server/plan/mission_plan.h"
#include "server/plan/tables.h"

#include <algorithm>
#include <condition_variable>
#include <future>
#include <mutex>
#include <set>
#include <tuple>
#include <utility>

namespace haneul::plan {

using people::Principal;

namespace {

// Somebody who wants to be told of states. Once it has ended, its function does not run any more.
struct Subscriber {
    std::recursive_mutex mutex; // a subscriber may end itself while it is told
    std::function<void(PlanStatePtr)> tell;
};

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

struct EventPlanService::Impl {
    Impl(log::EventLog& logGiven, const clock::Clock& clockGiven, TellRefusal tellGiven, PlanSettings settingsGiven,
         situation::NoticeBoard* noticesGiven)
        : log(logGiven)
        , clock(clockGiven)
        , tellRefusal(std::move(tellGiven))
        , settings(std::move(settingsGiven))
        , notices(noticesGiven) {}

    template <class T>
    void answer(Done<T> done, Result<T> result) {
        worker->postQuick([done = std::move(done), result = std::move(result)] { done(result); });
    }

    template <class T>
    bool allowed(const Principal& by, std::string_view scope, std::string_view what, const Done<T>& done);
    // `decide` gives Result<Decided<Outcome>>; `then` gets Result<Outcome> after the state with it is published.
    template <class Outcome, class Decide>
    void command(const Principal& by, Decide decide, Done<Outcome> then);
    template <class Decide>
    void plainCommand(const Principal& by, Decide decide, Done<void> done);
    // On the log's reader thread.
    template <class T>
    void read(Done<T> done, std::function<Result<T>(const storage::Database&)> take);

    void follow(const log::Entry& entry);
    void publishSoon();
    void publishDue();
    Result<std::vector<PlanPtr>> readNow(std::function<Result<std::vector<PlanPtr>>(const storage::Database&)> take);
    void publish(const std::vector<PlanPtr>& changed);
    void answered();

    [[nodiscard]] UtcMs since() const { return clock.now() - settings.history; }

    [[nodiscard]] PlanStatePtr latest() const {
        const std::lock_guard lock(mutex);
        return state;
    }

    log::EventLog& log;
    const clock::Clock& clock;
    TellRefusal tellRefusal;
    const PlanSettings settings;
    situation::NoticeBoard* notices;

    mutable std::mutex mutex; // of all below
    PlanStatePtr state = std::make_shared<const PlanState>();
    std::set<std::string> touched;
    std::vector<std::function<void()>> answers; // to be given after the next publication
    bool publishing = false;                    // a publication is queued
    std::vector<std::weak_ptr<Subscriber>> subscribers;
    std::size_t inLog = 0; // commands and reads that the log has not answered
    std::condition_variable logAnswered;

    std::unique_ptr<people::Worker> worker; // last: it uses the rest
};

// ---------------------------------------------------------------- to the log and back

template <class T>
bool EventPlanService::Impl::allowed(const Principal& by, std::string_view scope, std::string_view what,
                                     const Done<T>& done) {
    if (by.may(scope)) return true;
    if (tellRefusal) tellRefusal(by, scope, what);
    answer<T>(done, fail("FORBIDDEN", "this needs a scope that you do not have", std::string(scope)));
    return false;
}

void EventPlanService::Impl::answered() {
    const std::lock_guard lock(mutex);
    --inLog;
    logAnswered.notify_all();
}

template <class Outcome, class Decide>
void EventPlanService::Impl::command(const Principal& by, Decide decide, Done<Outcome> then) {
    {
        const std::lock_guard lock(mutex);
        ++inLog;
    }
    const auto outcome = std::make_shared<Outcome>();
    log.submit(
        people::actorOf(by),
        [this, by, decide = std::move(decide), outcome](const storage::Database& database, UtcMs now) -> log::Decision {
            Result<Decided<Outcome>> decided = decide(Deciding{database, settings, by, now});
            if (!decided) return {{}, decided.error()};
            *outcome = std::move(decided->outcome);
            return {std::move(decided->events), std::move(decided->refusal)};
        },
        [this, outcome, then = std::move(then)](const Result<log::Committed>& committed) {
            Result<Outcome> result =
                committed ? Result<Outcome>(std::move(*outcome)) : Result<Outcome>(std::unexpected(committed.error()));
            {
                const std::lock_guard lock(mutex);
                answers.push_back([then, result = std::move(result)] { then(result); });
                publishSoon();
            }
            answered();
        });
}

template <class Decide>
void EventPlanService::Impl::plainCommand(const Principal& by, Decide decide, Done<void> done) {
    command<Nothing>(by, std::move(decide), [done = std::move(done)](const Result<Nothing>& result) {
        done(result.transform([](const Nothing&) {}));
    });
}

template <class T>
void EventPlanService::Impl::read(Done<T> done, std::function<Result<T>(const storage::Database&)> take) {
    {
        const std::lock_guard lock(mutex);
        ++inLog;
    }
    log.read([this, done = std::move(done), take = std::move(take)](const storage::Database& database) {
        done(take(database));
        answered();
    });
}

// ---------------------------------------------------------------- publication

// On the log's thread, before whoever gave the command is answered.
void EventPlanService::Impl::follow(const log::Entry& entry) {
    if (!entry.type.starts_with(planPrefix)) return;
    const auto event = eventFrom(entry.type, entry.body);
    if (!event) return; // the projection has refused it already
    const std::lock_guard lock(mutex);
    touched.insert(plan::planOf(*event));
    publishSoon();
}

// With the mutex held.
void EventPlanService::Impl::publishSoon() {
    if (publishing || !worker) return;
    publishing = true;
    worker->postQuick([this] { publishDue(); });
}

Result<std::vector<PlanPtr>>
EventPlanService::Impl::readNow(std::function<Result<std::vector<PlanPtr>>(const storage::Database&)> take) {
    std::promise<Result<std::vector<PlanPtr>>> promise;
    log.read([&](const storage::Database& database) { promise.set_value(take(database)); });
    return promise.get_future().get();
}

void EventPlanService::Impl::publishDue() {
    std::set<std::string> wanted;
    std::vector<std::function<void()>> due;
    {
        const std::lock_guard lock(mutex);
        publishing = false;
        wanted.swap(touched);
        due.swap(answers);
    }
    if (!wanted.empty()) {
        const auto changed = readNow([&](const storage::Database& database) -> Result<std::vector<PlanPtr>> {
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
    for (const auto& give : due)
        give();
}

void EventPlanService::Impl::publish(const std::vector<PlanPtr>& changed) {
    const auto next = std::make_shared<const PlanState>(merged(*latest(), changed, since()));
    std::vector<std::shared_ptr<Subscriber>> listening;
    {
        const std::lock_guard lock(mutex);
        state = next;
        std::erase_if(subscribers, [](const auto& one) { return one.expired(); });
        for (const auto& one : subscribers)
            if (auto alive = one.lock()) listening.push_back(std::move(alive));
    }
    for (const auto& one : listening) {
        const std::lock_guard lock(one->mutex);
        if (one->tell) one->tell(next);
    }
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
    const auto stored = impl->readNow(
        [since = impl->since()](const storage::Database& database) { return readPlansSince(database, since); });
    if (!stored) return std::unexpected(stored.error());
    impl->publish(*stored);
    impl->worker = std::make_unique<people::Worker>(impl->settings.waiting, [] {});
    return std::unique_ptr<EventPlanService>(new EventPlanService(impl));
}

EventPlanService::~EventPlanService() {
    {
        std::unique_lock lock(m_impl->mutex);
        m_impl->logAnswered.wait(lock, [this] { return m_impl->inLog == 0; });
    }
    m_impl->worker.reset(); // gives the answers that are due
}

PlanStatePtr EventPlanService::state() const {
    return m_impl->latest();
}

PlanService::Subscription EventPlanService::subscribe(std::function<void(PlanStatePtr)> subscriber) {
    auto inner = std::make_shared<Subscriber>();
    inner->tell = std::move(subscriber);
    {
        const std::lock_guard lock(m_impl->mutex);
        m_impl->subscribers.push_back(inner);
    }
    // The last holder of the outer one ends it, after a call that is under way.
    return {nullptr, [inner](std::nullptr_t) {
                const std::lock_guard lock(inner->mutex);
                inner->tell = nullptr;
            }};
}

// ---------------------------------------------------------------- writing and submitting

void EventPlanService::createFlightPlan(Principal by, FlightPlan plan, std::uint64_t basedOn, Done<SavedPlan> done) {
    if (!m_impl->allowed(by, "plan.submit", "write a flight plan", done)) return;
    m_impl->command<SavedPlan>(
        by, [plan = std::move(plan), basedOn](const Deciding& deciding) { return decideSave(deciding, plan, basedOn); },
        std::move(done));
}

void EventPlanService::createFromMission(Principal by, MissionPlan wanted, Done<SavedPlan> done) {
    if (!m_impl->allowed(by, "plan.submit", "write the flight plan of a mission", done)) return;
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
    if (!m_impl->allowed(by, "plan.submit", "submit a flight plan", done)) return;
    m_impl->command<Submission>(
        by,
        [plan = std::move(plan), revision](const Deciding& deciding) { return decideSubmit(deciding, plan, revision); },
        std::move(done));
}

void EventPlanService::withdraw(Principal by, std::string plan, std::string reason, Done<void> done) {
    if (!m_impl->allowed(by, "plan.submit", "withdraw a flight plan", done)) return;
    m_impl->plainCommand(
        by,
        [plan = std::move(plan), reason = std::move(reason)](const Deciding& deciding) {
            return decideWithdraw(deciding, plan, reason);
        },
        std::move(done));
}

// ---------------------------------------------------------------- deciding

void EventPlanService::approveFlightPlan(Principal by, ApprovePlan wanted, Done<ApprovalOutcome> done) {
    if (!m_impl->allowed(by, "plan.approve", "approve a flight plan", done)) return;
    m_impl->command<ApprovalOutcome>(
        by, [wanted = std::move(wanted)](const Deciding& deciding) { return decideApprove(deciding, wanted); },
        std::move(done));
}

void EventPlanService::lookAgain(Principal by, std::string plan, Done<void> done) {
    if (!m_impl->allowed(by, "plan.approve", "check a flight plan again", done)) return;
    m_impl->plainCommand(
        by, [plan = std::move(plan)](const Deciding& deciding) { return decideLookAgain(deciding, plan); },
        std::move(done));
}

void EventPlanService::returnFlightPlan(Principal by, RefusePlan wanted, Done<void> done) {
    if (!m_impl->allowed(by, "plan.approve", "return a flight plan", done)) return;
    m_impl->plainCommand(
        by, [wanted = std::move(wanted)](const Deciding& deciding) { return decideReturn(deciding, wanted); },
        std::move(done));
}

void EventPlanService::rejectFlightPlan(Principal by, RefusePlan wanted, Done<void> done) {
    if (!m_impl->allowed(by, "plan.approve", "reject a flight plan", done)) return;
    m_impl->plainCommand(
        by, [wanted = std::move(wanted)](const Deciding& deciding) { return decideReject(deciding, wanted); },
        std::move(done));
}

void EventPlanService::revoke(Principal by, std::string plan, std::string reason, Done<void> done) {
    if (!m_impl->allowed(by, "plan.approve", "revoke an approval", done)) return;
    m_impl->plainCommand(
        by,
        [plan = std::move(plan), reason = std::move(reason)](const Deciding& deciding) {
            return decideRevoke(deciding, plan, reason);
        },
        std::move(done));
}

void EventPlanService::activate(Principal by, std::string plan, Done<void> done) {
    if (!m_impl->allowed(by, "plan.operate", "report the begin of a flight", done)) return;
    m_impl->plainCommand(
        by, [plan = std::move(plan)](const Deciding& deciding) { return decideActivate(deciding, plan); },
        std::move(done));
}

void EventPlanService::end(Principal by, std::string plan, std::string note, Done<void> done) {
    if (!m_impl->allowed(by, "plan.operate", "report the end of a flight", done)) return;
    m_impl->plainCommand(
        by,
        [plan = std::move(plan), note = std::move(note)](const Deciding& deciding) {
            return decideEnd(deciding, plan, note);
        },
        std::move(done));
}

// ---------------------------------------------------------------- reading and asking

void EventPlanService::history(Principal by, std::string plan, Done<std::vector<PlanStep>> done) {
    if (!m_impl->allowed(by, "plan.read", "see the history of a flight plan", done)) return;
    m_impl->read<std::vector<PlanStep>>(std::move(done), [plan = std::move(plan)](const storage::Database& database) {
        auto steps = readSteps(database, plan);
        if (steps && steps->empty()) steps = fail("NO_SUCH_PLAN", "there is no flight plan with this id", plan);
        return steps;
    });
}

void EventPlanService::plan(Principal by, std::string plan, Done<PlanPtr> done) {
    if (!m_impl->allowed(by, "plan.read", "see a flight plan", done)) return;
    m_impl->read<PlanPtr>(std::move(done), [plan = std::move(plan)](const storage::Database& database) {
        auto found = readPlan(database, plan);
        if (found && !*found) found = fail("NO_SUCH_PLAN", "there is no flight plan with this id", plan);
        return found;
    });
}

void EventPlanService::check(Principal by, FlightPlan plan, Done<Evidence> done) {
    if (!m_impl->allowed(by, "plan.read", "check a flight plan", done)) return;
    m_impl->read<Evidence>(
        std::move(done), [impl = m_impl.get(), plan = std::move(plan)](const storage::Database& database) {
            return evidenceOf(database, asIfWritten(plan, impl->settings), impl->settings, impl->clock.now());
        });
}

void EventPlanService::checkAirspaceRestrictions(Principal by, std::vector<geo::Volume4D> operationVolume,
                                                 Done<CheckReport> done) {
    if (!m_impl->allowed(by, "plan.read", "check the airspace of a volume", done)) return;
    m_impl->read<CheckReport>(std::move(done),
                              [impl = m_impl.get(), plan = planOf(std::move(operationVolume), 0)](
                                  const storage::Database& database) -> Result<CheckReport> {
                                  const auto gathered = gather(database, plan, impl->settings, impl->clock.now());
                                  return checkAirspace(plan, gathered->inputs);
                              });
}

void EventPlanService::checkStrategicConflicts(Principal by, std::vector<geo::Volume4D> operationVolume, int priority,
                                               Done<CheckReport> done) {
    if (!m_impl->allowed(by, "plan.read", "check the conflicts of a volume", done)) return;
    m_impl->read<CheckReport>(std::move(done),
                              [impl = m_impl.get(), plan = planOf(std::move(operationVolume), priority)](
                                  const storage::Database& database) -> Result<CheckReport> {
                                  const auto gathered = gather(database, plan, impl->settings, impl->clock.now());
                                  return checkConflicts(plan, gathered->inputs);
                              });
}

// What is looked at is read on the reader's thread; the search itself takes longer and has the worker's.
void EventPlanService::proposals(Principal by, FlightPlan plan, Done<ProposalSearch> done) {
    if (!m_impl->allowed(by, "plan.read", "look for what would pass", done)) return;
    Impl* const impl = m_impl.get();
    const auto search = [impl, plan = std::move(plan)](const Done<ProposalSearch>& then) {
        const FlightPlan whole = asIfWritten(plan, impl->settings);
        std::promise<std::unique_ptr<Gathered>> promise;
        impl->log.read([&](const storage::Database& database) {
            promise.set_value(gather(database, whole, impl->settings, impl->clock.now(), true));
        });
        const auto gathered = promise.get_future().get();
        auto found = propose(whole, gathered->inputs, impl->settings.proposals);
        if (found && plan.id.empty())
            for (Proposal& proposal : found->proposals)
                proposal.plan.id.clear();
        then(found);
    };
    const bool queued = impl->worker->postSlow([search, done] { search(done); },
                                               [done] { done(fail("STOPPING", "the program is ending")); });
    if (!queued) impl->answer<ProposalSearch>(done, fail("BUSY", "too many searches wait; try again in a moment"));
}

// ---------------------------------------------------------------- capacity

void EventPlanService::capacityLimits(Principal by, Done<std::vector<deconflict::CapacityLimit>> done) {
    if (!m_impl->allowed(by, "zone.read", "see limits of capacity", done)) return;
    m_impl->read<std::vector<deconflict::CapacityLimit>>(std::move(done), readCapacityLimits);
}

void EventPlanService::setCapacity(Principal by, deconflict::CapacityLimit limit, Done<void> done) {
    if (!m_impl->allowed(by, "zone.write", "set a limit of capacity", done)) return;
    m_impl->plainCommand(
        by,
        [limit = std::move(limit)](const Deciding& deciding) {
            return decideSetCapacity(deciding.database, limit).transform(onlyEvents);
        },
        std::move(done));
}

void EventPlanService::removeCapacity(Principal by, std::string id, Done<void> done) {
    if (!m_impl->allowed(by, "zone.write", "remove a limit of capacity", done)) return;
    m_impl->plainCommand(
        by,
        [id = std::move(id)](const Deciding& deciding) {
            return decideRemoveCapacity(deciding.database, id).transform(onlyEvents);
        },
        std::move(done));
}

std::vector<PlanPtr> EventPlanService::intentsIn(const geo::Volume4D& volume) const {
    auto standing = m_impl->latest()->intents();
    const auto& surroundings = m_impl->settings.sources.surroundings;
    std::erase_if(standing, [&](const PlanPtr& plan) {
        return std::ranges::none_of(plan->plan.volumes, [&](const geo::Volume4D& own) {
            return geo::overlap(own, volume, surroundings).answer != geo::Judgement::No;
        });
    });
    return standing;
}

} // namespace haneul::plan
