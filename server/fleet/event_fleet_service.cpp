#include "server/fleet/event_fleet_service.h"

#include "server/fleet/decisions.h"
#include "server/fleet/tables.h"
#include "server/people/published.h"
#include "server/people/publishing_desk.h"

#include <algorithm>
#include <future>
#include <mutex>
#include <utility>

namespace haneul::fleet {

using people::Principal;

namespace {

constexpr std::size_t noSlowJobs = 1;

} // namespace

struct EventFleetService::Impl {
    Impl(log::EventLog& log, TellRefusal tellRefusal, OrganisationOf organisationGiven)
        : organisationOf(std::move(organisationGiven))
        , desk(log, std::move(tellRefusal), [this] { publishDue(); }) {}

    // `decide` gives Result<Decided<Outcome>>; `then` gets Result<Outcome> after the state with it is published.
    template <class Outcome, class Decide>
    void command(const Principal& by, Decide decide, Done<Outcome> then);
    void follow(const log::Entry& entry);
    void publishDue();

    OrganisationOf organisationOf;
    people::Published<FleetState> published;

    std::mutex mutex;
    std::vector<std::pair<FleetEvent, Authorship>> events; // to be shown by the next publication

    people::PublishingDesk desk; // last: it uses the rest
};

template <class Outcome, class Decide>
void EventFleetService::Impl::command(const Principal& by, Decide decide, Done<Outcome> then) {
    using Reply = people::PublishingDesk::Reply<Outcome>;
    desk.submit<Outcome>(
        by,
        [decide = std::move(decide)](const storage::Database& database, UtcMs now) -> Result<Reply> {
            return decide(database, now).transform([](Decided<Outcome>&& decided) {
                Reply reply{.decision = {}, .outcome = std::move(decided.outcome)};
                for (const FleetEvent& event : decided.events)
                    reply.decision.events.push_back(toEvent(event));
                return reply;
            });
        },
        std::move(then));
}

// On the log's thread, before whoever gave the command is answered.
void EventFleetService::Impl::follow(const log::Entry& entry) {
    if (!entry.type.starts_with(fleetPrefix)) return;
    auto event = eventFrom(entry.type, entry.body);
    if (!event) return; // the projection has refused it already
    {
        const std::lock_guard lock(mutex);
        events.emplace_back(*std::move(event), Authorship{entry.user, entry.role, utcMs(entry.time.wall_ms)});
    }
    desk.publishSoon();
}

void EventFleetService::Impl::publishDue() {
    std::vector<std::pair<FleetEvent, Authorship>> due;
    {
        const std::lock_guard lock(mutex);
        due.swap(events);
    }
    FleetState next = *published.latest();
    for (const auto& [event, author] : due)
        next.apply(event, author);
    ++next.number;
    published.publish(std::make_shared<const FleetState>(std::move(next)));
}

EventFleetService::EventFleetService(std::shared_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

Result<std::unique_ptr<EventFleetService>> EventFleetService::open(log::EventLog& log, TellRefusal tellRefusal,
                                                                   OrganisationOf organisationOf) {
    const auto impl = std::make_shared<Impl>(log, std::move(tellRefusal), std::move(organisationOf));
    log.subscribe([weak = std::weak_ptr<Impl>(impl)](const log::Entry& entry) {
        if (const auto alive = weak.lock()) alive->follow(entry);
    });
    auto stored =
        impl->desk.readNow<Result<FleetState>>([](const storage::Database& database) { return readState(database); });
    if (!stored) return std::unexpected(stored.error());
    impl->published.publish(std::make_shared<const FleetState>(*std::move(stored)));
    impl->desk.open(noSlowJobs, [] {});
    return std::unique_ptr<EventFleetService>(new EventFleetService(impl));
}

EventFleetService::~EventFleetService() {
    m_impl->desk.close();
}

Principal EventFleetService::programItself() {
    Principal principal{.user = log::systemActor().user, .displayName = "Haneul", .desk = "cli"};
    principal.scopes = {"fleet.read", "fleet.write"};
    return principal;
}

FleetStatePtr EventFleetService::state() const {
    return m_impl->published.latest();
}

FleetService::Subscription EventFleetService::subscribe(std::function<void(FleetStatePtr)> subscriber) {
    return m_impl->published.subscribe(std::move(subscriber));
}

Result<Assessment> EventFleetService::judge(const Ask& ask) const {
    return Assessor(m_impl->published.latest(), m_impl->organisationOf).judge(ask);
}

Result<std::vector<Assessment>> EventFleetService::overview(const Need& need) const {
    return Assessor(m_impl->published.latest(), m_impl->organisationOf).overview(need);
}

void EventFleetService::save(Principal by, Record record, std::uint64_t basedOn, std::string note,
                             Done<SavedRecord> done) {
    if (!m_impl->desk.allowed(by, "fleet.write", "save a record of the fleet", done)) return;
    m_impl->command<SavedRecord>(
        by,
        [record = std::move(record), basedOn, note = std::move(note)](const storage::Database& database, UtcMs now) {
            return decideSave(database, record, basedOn, note, now);
        },
        std::move(done));
}

void EventFleetService::countFlight(Principal by, FlownFlight flight, Done<bool> counted) {
    if (!m_impl->desk.allowed(by, "fleet.write", "count a flight", counted)) return;
    m_impl->command<bool>(
        by,
        [flight = std::move(flight)](const storage::Database& database, UtcMs) {
            return decideFlight(database, flight);
        },
        std::move(counted));
}

void EventFleetService::retire(Principal by, Kind kind, std::string id, std::uint64_t basedOn, bool retired,
                               std::string reason, Done<std::uint64_t> revision) {
    if (!m_impl->desk.allowed(by, "fleet.write", "retire a record of the fleet", revision)) return;
    m_impl->command<std::uint64_t>(
        by,
        [wanted = RecordRetired{kind, std::move(id), 0, retired, std::move(reason)},
         basedOn](const storage::Database& database, UtcMs) { return decideRetire(database, wanted, basedOn); },
        std::move(revision));
}

void EventFleetService::history(Principal by, Kind kind, std::string id, Done<std::vector<Change>> done) {
    if (!m_impl->desk.allowed(by, "fleet.read", "read the history of a record", done)) return;
    m_impl->desk.ask<std::vector<Change>>(
        std::move(done), [kind, id = std::move(id)](const storage::Database& database) -> Result<std::vector<Change>> {
            auto changes = readHistory(database, std::string(toString(kind)), id);
            if (changes && changes->empty()) return fail("NO_SUCH_RECORD", "there is no such record", id);
            return changes;
        });
}

void EventFleetService::changeRules(Principal by, ReadinessRules rules, int basedOn, std::string reason,
                                    Done<int> version) {
    if (!m_impl->desk.allowed(by, "fleet.rules", "change the rules of readiness", version)) return;
    m_impl->command<int>(
        by,
        [rules = std::move(rules), basedOn, reason = std::move(reason)](const storage::Database& database, UtcMs) {
            return decideRules(database, rules, basedOn, reason);
        },
        std::move(version));
}

void EventFleetService::rulesHistory(Principal by, Done<std::vector<Change>> done) {
    if (!m_impl->desk.allowed(by, "fleet.read", "read the history of the rules", done)) return;
    m_impl->desk.ask<std::vector<Change>>(std::move(done), [id = state()->rules.id](const storage::Database& database) {
        return readHistory(database, "rules", id);
    });
}

void EventFleetService::giveOverride(Principal by, NewOverride wanted, Done<std::string> id) {
    if (!m_impl->desk.allowed(by, "fleet.override", "override readiness", id)) return;
    m_impl->command<std::string>(
        by,
        [impl = m_impl.get(), by, wanted = std::move(wanted)](const storage::Database& database, UtcMs now) {
            return decideOverride(database, wanted, by, impl->organisationOf, now);
        },
        std::move(id));
}

void EventFleetService::withdrawOverride(Principal by, std::string id, std::string reason, Done<void> done) {
    if (!m_impl->desk.allowed(by, "fleet.override", "withdraw an override", done)) return;
    m_impl->command<Nothing>(
        by,
        [wanted = OverrideWithdrawn{std::move(id), std::move(reason)}](const storage::Database& database, UtcMs) {
            return decideWithdraw(database, wanted);
        },
        [done = std::move(done)](const Result<Nothing>& result) { done(result.transform([](const Nothing&) {})); });
}

} // namespace haneul::fleet
