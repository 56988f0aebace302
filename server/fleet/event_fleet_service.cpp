#include "server/fleet/event_fleet_service.h"

#include "server/fleet/decisions.h"
#include "server/fleet/tables.h"
#include "server/people/worker.h"

#include <algorithm>
#include <condition_variable>
#include <future>
#include <mutex>
#include <utility>

namespace haneul::fleet {

using people::Principal;

namespace {

constexpr std::size_t noSlowJobs = 1;

log::Actor actorOf(const Principal& principal) {
    return {principal.user, principal.role ? std::string(people::toString(*principal.role)) : "", principal.session,
            principal.desk};
}

// Somebody who wants to be told of states. Once it has ended, its function does not run any more.
struct Subscriber {
    std::recursive_mutex mutex; // a subscriber may end itself while it is told
    std::function<void(FleetStatePtr)> tell;
};

} // namespace

struct EventFleetService::Impl {
    Impl(log::EventLog& logGiven, TellRefusal tellGiven, OrganisationOf organisationGiven)
        : log(logGiven)
        , tellRefusal(std::move(tellGiven))
        , organisationOf(std::move(organisationGiven)) {}

    template <class T>
    bool allowed(const Principal& by, std::string_view scope, std::string_view what, const Done<T>& done);
    // `decide` gives Result<Decided<Outcome>>; `then` gets Result<Outcome> after the state with it is published.
    template <class Outcome, class Decide>
    void command(const Principal& by, Decide decide, std::function<void(Result<Outcome>)> then);
    template <class T>
    void ask(Done<T> done, std::function<Result<T>(const storage::Database&)> read);

    void follow(const log::Entry& entry);
    void publishSoon();
    void publishDue();
    void tellSubscribers(const FleetStatePtr& published);

    [[nodiscard]] FleetStatePtr latest() const {
        const std::lock_guard lock(mutex);
        return state;
    }

    log::EventLog& log;
    TellRefusal tellRefusal;
    OrganisationOf organisationOf;

    mutable std::mutex mutex; // of all below
    FleetStatePtr state = std::make_shared<const FleetState>();
    std::vector<std::pair<FleetEvent, Authorship>> events; // to be shown by the next publication
    std::vector<std::function<void()>> answers;            // to be given after it
    bool publishing = false;                               // a publication is queued
    std::vector<std::weak_ptr<Subscriber>> subscribers;
    std::size_t inLog = 0; // commands and questions that the log has not answered
    std::condition_variable logAnswered;

    std::unique_ptr<people::Worker> worker; // last: it uses the rest
};

template <class T>
bool EventFleetService::Impl::allowed(const Principal& by, std::string_view scope, std::string_view what,
                                      const Done<T>& done) {
    if (by.may(scope)) return true;
    if (tellRefusal) tellRefusal(by, scope, what);
    worker->postQuick([done, missing = std::string(scope)] {
        done(fail("FORBIDDEN", "this needs a scope that you do not have", missing));
    });
    return false;
}

template <class Outcome, class Decide>
void EventFleetService::Impl::command(const Principal& by, Decide decide, std::function<void(Result<Outcome>)> then) {
    {
        const std::lock_guard lock(mutex);
        ++inLog;
    }
    const auto outcome = std::make_shared<Outcome>();
    log.submit(
        actorOf(by),
        [decide = std::move(decide), outcome](const storage::Database& database, UtcMs now) -> log::Decision {
            Result<Decided<Outcome>> decided = decide(database, now);
            if (!decided) return {{}, decided.error()};
            *outcome = std::move(decided->outcome);
            log::Decision decision;
            for (const FleetEvent& event : decided->events)
                decision.events.push_back(toEvent(event));
            return decision;
        },
        [this, outcome, then = std::move(then)](const Result<log::Committed>& committed) {
            Result<Outcome> result =
                committed ? Result<Outcome>(std::move(*outcome)) : Result<Outcome>(std::unexpected(committed.error()));
            const std::lock_guard lock(mutex);
            answers.push_back([then, result = std::move(result)] { then(result); });
            publishSoon();
            --inLog;
            logAnswered.notify_all();
        });
}

template <class T>
void EventFleetService::Impl::ask(Done<T> done, std::function<Result<T>(const storage::Database&)> read) {
    {
        const std::lock_guard lock(mutex);
        ++inLog;
    }
    log.read([this, done = std::move(done), read = std::move(read)](const storage::Database& database) {
        auto result = read(database);
        const std::lock_guard lock(mutex);
        answers.push_back([done, result = std::move(result)] { done(result); });
        publishSoon();
        --inLog;
        logAnswered.notify_all();
    });
}

// On the log's thread, before whoever gave the command is answered.
void EventFleetService::Impl::follow(const log::Entry& entry) {
    if (!entry.type.starts_with(fleetPrefix)) return;
    auto event = eventFrom(entry.type, entry.body);
    if (!event) return; // the projection has refused it already
    const std::lock_guard lock(mutex);
    events.emplace_back(*std::move(event), Authorship{entry.user, entry.role, utcMs(entry.time.wall_ms)});
    publishSoon();
}

// With the mutex held.
void EventFleetService::Impl::publishSoon() {
    if (publishing || !worker) return;
    publishing = true;
    worker->postQuick([this] { publishDue(); });
}

void EventFleetService::Impl::publishDue() {
    std::vector<std::pair<FleetEvent, Authorship>> due;
    std::vector<std::function<void()>> answersDue;
    FleetStatePtr before;
    {
        const std::lock_guard lock(mutex);
        publishing = false;
        due.swap(events);
        answersDue.swap(answers);
        before = state;
    }
    if (!due.empty()) {
        FleetState next = *before;
        for (const auto& [event, author] : due)
            next.apply(event, author);
        ++next.number;
        const auto published = std::make_shared<const FleetState>(std::move(next));
        {
            const std::lock_guard lock(mutex);
            state = published;
        }
        tellSubscribers(published);
    }
    for (const auto& give : answersDue)
        give();
}

void EventFleetService::Impl::tellSubscribers(const FleetStatePtr& published) {
    std::vector<std::shared_ptr<Subscriber>> listening;
    {
        const std::lock_guard lock(mutex);
        std::erase_if(subscribers, [](const auto& one) { return one.expired(); });
        for (const auto& one : subscribers)
            if (auto alive = one.lock()) listening.push_back(std::move(alive));
    }
    for (const auto& one : listening) {
        const std::lock_guard lock(one->mutex);
        if (one->tell) one->tell(published);
    }
}

EventFleetService::EventFleetService(std::shared_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

Result<std::unique_ptr<EventFleetService>> EventFleetService::open(log::EventLog& log, TellRefusal tellRefusal,
                                                                   OrganisationOf organisationOf) {
    const auto impl = std::make_shared<Impl>(log, std::move(tellRefusal), std::move(organisationOf));
    log.subscribe([weak = std::weak_ptr<Impl>(impl)](const log::Entry& entry) {
        if (const auto alive = weak.lock()) alive->follow(entry);
    });
    std::promise<Result<FleetState>> promise;
    log.read([&promise](const storage::Database& database) { promise.set_value(readState(database)); });
    auto stored = promise.get_future().get();
    if (!stored) return std::unexpected(stored.error());
    const std::lock_guard lock(impl->mutex);
    impl->state = std::make_shared<const FleetState>(*std::move(stored));
    impl->worker = std::make_unique<people::Worker>(noSlowJobs, [] {});
    if (!impl->events.empty()) impl->publishSoon(); // written between the subscription and now
    return std::unique_ptr<EventFleetService>(new EventFleetService(impl));
}

EventFleetService::~EventFleetService() {
    {
        std::unique_lock lock(m_impl->mutex);
        m_impl->logAnswered.wait(lock, [this] { return m_impl->inLog == 0; });
    }
    m_impl->worker.reset(); // gives the answers that are due
}

Principal EventFleetService::programItself() {
    Principal principal{.user = log::systemActor().user, .displayName = "Haneul", .desk = "cli"};
    principal.scopes = {"fleet.read", "fleet.write"};
    return principal;
}

FleetStatePtr EventFleetService::state() const {
    return m_impl->latest();
}

FleetService::Subscription EventFleetService::subscribe(std::function<void(FleetStatePtr)> subscriber) {
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

Result<Assessment> EventFleetService::judge(const Ask& ask) const {
    return Assessor(m_impl->latest(), m_impl->organisationOf).judge(ask);
}

Result<std::vector<Assessment>> EventFleetService::overview(const Need& need) const {
    return Assessor(m_impl->latest(), m_impl->organisationOf).overview(need);
}

void EventFleetService::save(Principal by, Record record, std::uint64_t basedOn, std::string note,
                             Done<SavedRecord> done) {
    if (!m_impl->allowed(by, "fleet.write", "save a record of the fleet", done)) return;
    m_impl->command<SavedRecord>(
        by,
        [record = std::move(record), basedOn, note = std::move(note)](const storage::Database& database, UtcMs now) {
            return decideSave(database, record, basedOn, note, now);
        },
        std::move(done));
}

void EventFleetService::countFlight(Principal by, FlownFlight flight, Done<bool> counted) {
    if (!m_impl->allowed(by, "fleet.write", "count a flight", counted)) return;
    m_impl->command<bool>(
        by,
        [flight = std::move(flight)](const storage::Database& database, UtcMs) {
            return decideFlight(database, flight);
        },
        std::move(counted));
}

void EventFleetService::retire(Principal by, Kind kind, std::string id, std::uint64_t basedOn, bool retired,
                               std::string reason, Done<std::uint64_t> revision) {
    if (!m_impl->allowed(by, "fleet.write", "retire a record of the fleet", revision)) return;
    m_impl->command<std::uint64_t>(
        by,
        [wanted = RecordRetired{kind, std::move(id), 0, retired, std::move(reason)},
         basedOn](const storage::Database& database, UtcMs) { return decideRetire(database, wanted, basedOn); },
        std::move(revision));
}

void EventFleetService::history(Principal by, Kind kind, std::string id, Done<std::vector<Change>> done) {
    if (!m_impl->allowed(by, "fleet.read", "read the history of a record", done)) return;
    m_impl->ask<std::vector<Change>>(
        std::move(done), [kind, id = std::move(id)](const storage::Database& database) -> Result<std::vector<Change>> {
            auto changes = readHistory(database, std::string(toString(kind)), id);
            if (changes && changes->empty()) return fail("NO_SUCH_RECORD", "there is no such record", id);
            return changes;
        });
}

void EventFleetService::changeRules(Principal by, ReadinessRules rules, int basedOn, std::string reason,
                                    Done<int> version) {
    if (!m_impl->allowed(by, "fleet.rules", "change the rules of readiness", version)) return;
    m_impl->command<int>(
        by,
        [rules = std::move(rules), basedOn, reason = std::move(reason)](const storage::Database& database, UtcMs) {
            return decideRules(database, rules, basedOn, reason);
        },
        std::move(version));
}

void EventFleetService::rulesHistory(Principal by, Done<std::vector<Change>> done) {
    if (!m_impl->allowed(by, "fleet.read", "read the history of the rules", done)) return;
    m_impl->ask<std::vector<Change>>(std::move(done), [id = state()->rules.id](const storage::Database& database) {
        return readHistory(database, "rules", id);
    });
}

void EventFleetService::giveOverride(Principal by, NewOverride wanted, Done<std::string> id) {
    if (!m_impl->allowed(by, "fleet.override", "override readiness", id)) return;
    m_impl->command<std::string>(
        by,
        [impl = m_impl.get(), by, wanted = std::move(wanted)](const storage::Database& database, UtcMs now) {
            return decideOverride(database, wanted, by, impl->organisationOf, now);
        },
        std::move(id));
}

void EventFleetService::withdrawOverride(Principal by, std::string id, std::string reason, Done<void> done) {
    if (!m_impl->allowed(by, "fleet.override", "withdraw an override", done)) return;
    m_impl->command<Nothing>(
        by,
        [wanted = OverrideWithdrawn{std::move(id), std::move(reason)}](const storage::Database& database, UtcMs) {
            return decideWithdraw(database, wanted);
        },
        [done = std::move(done)](const Result<Nothing>& result) { done(result.transform([](const Nothing&) {})); });
}

} // namespace haneul::fleet
