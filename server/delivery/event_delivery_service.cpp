#include "server/delivery/event_delivery_service.h"

#include "server/delivery/conflicts.h"
#include "server/delivery/decisions.h"
#include "server/delivery/mission_export.h"
#include "server/delivery/state_builder.h"
#include "server/people/worker.h"

#include <algorithm>
#include <condition_variable>
#include <format>
#include <future>
#include <mutex>
#include <type_traits>
#include <utility>

namespace haneul::delivery {

using people::Principal;

namespace {

constexpr std::int64_t longestMission_ms = 24LL * 60 * 60 * 1000; // none goes on for longer

log::Actor actorOf(const Principal& principal) {
    return {principal.user, principal.role ? std::string(people::toString(*principal.role)) : "", principal.session,
            principal.desk};
}

Result<void> checked(const Network& network) {
    for (const Finding& finding : check(network))
        if (finding.severity == Finding::Severity::Error) return fail(finding.code, finding.message, finding.where);
    return {};
}

// Somebody who wants to be told of states. Once it has ended, its function does not run any more.
struct Subscriber {
    std::recursive_mutex mutex; // a subscriber may end itself while it is told
    std::function<void(DeliveryStatePtr)> tell;
};

} // namespace

struct EventDeliveryService::Impl {
    Impl(log::EventLog& logGiven, const clock::Clock& clockGiven, TellRefusal tellGiven, DeliverySettings settingsGiven,
         situation::NoticeBoard* noticesGiven)
        : log(logGiven)
        , clock(clockGiven)
        , tellRefusal(std::move(tellGiven))
        , settings(std::move(settingsGiven))
        , notices(noticesGiven) {}

    // -- who may
    template <class T>
    bool allowed(const Principal& by, std::string_view scope, std::string_view what, const Done<T>& done);
    template <class T>
    void answer(Done<T> done, Result<T> result);

    // -- to the log and back
    // `decide` gives Result<Decided<Outcome>>; `then` gets Result<Outcome> after the state with it is published.
    template <class Outcome, class Decide>
    void command(const Principal& by, Decide decide, std::function<void(Result<Outcome>)> then);
    template <class Decide>
    void plainCommand(const Principal& by, Decide decide, Done<void> done);
    template <class T>
    void slow(Done<T> done, std::function<void(Done<T>)> job);

    // -- publication
    void follow(const log::Entry& entry);
    void publishSoon();
    void publishDue();
    void publish(DeliveryStatePtr next);
    Result<Changes> read(std::function<Result<Changes>(const storage::Database&)> take);
    void takeChanges(Changes changes);
    void takeExpected(const std::string& mission, Times times);
    void tellSubscribers(const DeliveryStatePtr& published);

    [[nodiscard]] UtcMs since() const { return clock.now() - settings.history; }

    [[nodiscard]] DeliveryStatePtr latest() const {
        const std::lock_guard lock(mutex);
        return state;
    }

    // -- searches, on the worker's thread
    Result<std::shared_ptr<NetworkRules>> rulesOf(const DeliveryState& of, const std::string& network);
    void findConflicts(DeliveryState& next, const std::set<std::string>& networks,
                       const std::vector<MissionPtr>& changed);
    Result<SlotAnswer> slotsOfQuery(const SlotQuery& query);
    Result<std::string> exportOf(const std::string& mission, HandOverForm form);

    void everySecond();
    void dispatchDue();

    log::EventLog& log;
    const clock::Clock& clock;
    TellRefusal tellRefusal;
    DeliverySettings settings;
    situation::NoticeBoard* notices;
    RulesCache decideCache;                                          // on the log's thread only
    std::map<std::string, std::shared_ptr<NetworkRules>> knownRules; // on the worker's thread only

    struct Conflicts {
        std::unique_ptr<NetworkConflicts> network;
        std::vector<MissionConflict> found;
    };

    std::map<std::string, Conflicts> conflicts; // by network; on the worker's thread only

    mutable std::mutex mutex; // of all below
    DeliveryStatePtr state = std::make_shared<const DeliveryState>();
    Touched touched;
    std::vector<std::function<void()>> answers; // to be given after the next publication
    bool publishing = false;                    // a publication is queued
    std::vector<std::weak_ptr<Subscriber>> subscribers;
    std::set<std::string> dispatching; // networks whose orders are being made into missions
    std::size_t inLog = 0;             // commands that the log has not answered
    std::condition_variable logAnswered;

    std::unique_ptr<people::Worker> worker; // last: it uses the rest
};

// ---------------------------------------------------------------- who may

template <class T>
void EventDeliveryService::Impl::answer(Done<T> done, Result<T> result) {
    worker->postQuick([done = std::move(done), result = std::move(result)] { done(result); });
}

template <class T>
bool EventDeliveryService::Impl::allowed(const Principal& by, std::string_view scope, std::string_view what,
                                         const Done<T>& done) {
    if (by.may(scope)) return true;
    if (tellRefusal) tellRefusal(by, scope, what);
    answer<T>(done, fail("FORBIDDEN", "this needs a scope that you do not have", std::string(scope)));
    return false;
}

// ---------------------------------------------------------------- to the log and back

template <class Outcome, class Decide>
void EventDeliveryService::Impl::command(const Principal& by, Decide decide,
                                         std::function<void(Result<Outcome>)> then) {
    {
        const std::lock_guard lock(mutex);
        ++inLog;
    }
    const auto outcome = std::make_shared<Outcome>();
    const auto pending = std::make_shared<bool>(false); // something was decided that may not be written
    log.submit(
        actorOf(by),
        [this, decide = std::move(decide), outcome, pending](const storage::Database& database,
                                                             UtcMs now) -> log::Decision {
            Result<Decided<Outcome>> decided = decide(database, now);
            if (!decided) return {{}, decided.error()};
            *outcome = std::move(decided->outcome);
            log::Decision decision;
            for (const DeliveryEvent& event : decided->events) {
                decision.events.push_back(toEvent(event));
                decideCache.bookings.apply(event);
            }
            *pending = !decided->events.empty();
            return decision;
        },
        [this, outcome, pending, then = std::move(then)](const Result<log::Committed>& committed) {
            if (!committed && *pending) decideCache.bookings.forget();
            Result<Outcome> result =
                committed ? Result<Outcome>(std::move(*outcome)) : Result<Outcome>(std::unexpected(committed.error()));
            const std::lock_guard lock(mutex);
            answers.push_back([then, result = std::move(result)] { then(result); });
            publishSoon();
            --inLog;
            logAnswered.notify_all();
        });
}

template <class Decide>
void EventDeliveryService::Impl::plainCommand(const Principal& by, Decide decide, Done<void> done) {
    command<Nothing>(by, std::move(decide), [done = std::move(done)](const Result<Nothing>& result) {
        done(result.transform([](const Nothing&) {}));
    });
}

template <class T>
void EventDeliveryService::Impl::slow(Done<T> done, std::function<void(Done<T>)> job) {
    const bool queued = worker->postSlow([done, job = std::move(job)] { job(done); },
                                         [done] { done(fail("STOPPING", "the program is ending")); });
    if (!queued) answer<T>(done, fail("BUSY", "too many searches wait; try again in a moment"));
}

// ---------------------------------------------------------------- publication

// On the log's thread, before whoever gave the command is answered.
void EventDeliveryService::Impl::follow(const log::Entry& entry) {
    if (!entry.type.starts_with(deliveryPrefix)) return;
    const auto event = eventFrom(entry.type, entry.body);
    if (!event) return; // the projection has refused it already
    decideCache.bookings.apply(*event);
    const std::lock_guard lock(mutex);
    touched.add(*event);
    publishSoon();
}

// With the mutex held.
void EventDeliveryService::Impl::publishSoon() {
    if (publishing || !worker) return;
    publishing = true;
    worker->postQuick([this] { publishDue(); });
}

Result<Changes> EventDeliveryService::Impl::read(std::function<Result<Changes>(const storage::Database&)> take) {
    std::promise<Result<Changes>> promise;
    log.read([&](const storage::Database& database) { promise.set_value(take(database)); });
    return promise.get_future().get();
}

void EventDeliveryService::Impl::publishDue() {
    Touched wanted;
    std::vector<std::function<void()>> due;
    {
        const std::lock_guard lock(mutex);
        publishing = false;
        wanted = std::exchange(touched, {});
        due.swap(answers);
    }
    if (!wanted.empty()) {
        auto changes = read([&](const storage::Database& database) { return readChanges(database, wanted); });
        if (changes)
            takeChanges(*std::move(changes));
        else if (notices != nullptr)
            notices->post(clock.now(), situation::NoticeSeverity::Error, "DELIVERIES_UNREADABLE",
                          "what was decided about deliveries is in the log but cannot be shown: " +
                              changes.error().message,
                          {changes.error().message});
    }
    for (const auto& give : due)
        give();
}

void EventDeliveryService::Impl::takeChanges(Changes changes) {
    std::set<std::string> networks;
    for (const auto& [id, network] : changes.networks)
        networks.insert(id);
    for (const MissionPtr& mission : changes.missions)
        networks.insert(mission->network);
    const auto changed = changes.missions;
    auto next = merged(*latest(), std::move(changes), since());
    findConflicts(next, networks, changed);
    publish(std::make_shared<const DeliveryState>(std::move(next)));
}

void EventDeliveryService::Impl::takeExpected(const std::string& mission, Times times) {
    const MissionPtr known = latest()->mission(mission);
    if (!known || !known->standing() || known->step() == MissionStep::Completed) return;
    auto booking = bookingOf(known->route, times);
    if (!booking) return; // times of another route
    auto changed = std::make_shared<Mission>(*known);
    changed->times = std::move(times);
    changed->booking = *std::move(booking);
    Changes changes;
    changes.missions.push_back(std::move(changed));
    takeChanges(std::move(changes));
}

void EventDeliveryService::Impl::publish(DeliveryStatePtr next) {
    {
        const std::lock_guard lock(mutex);
        state = next;
    }
    tellSubscribers(next);
}

void EventDeliveryService::Impl::tellSubscribers(const DeliveryStatePtr& published) {
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

// ---------------------------------------------------------------- searches

Result<std::shared_ptr<NetworkRules>> EventDeliveryService::Impl::rulesOf(const DeliveryState& of,
                                                                          const std::string& network) {
    const SavedNetwork* const saved = of.network(network);
    if (saved == nullptr) {
        knownRules.erase(network);
        return fail("NO_SUCH_NETWORK", "there is no network of that name", network);
    }
    auto& rules = knownRules[network];
    if (!rules || rules->saved() != *saved) rules = std::make_shared<NetworkRules>(*saved);
    return rules;
}

Result<SlotAnswer> EventDeliveryService::Impl::slotsOfQuery(const SlotQuery& query) {
    const DeliveryStatePtr present = latest();
    const auto rules = rulesOf(*present, query.network);
    if (!rules) return std::unexpected(rules.error());
    // What ended before or begins behind by more than the rules reach is in nobody's way.
    const auto network = (*rules)->schedule(query.request.droneType);
    if (!network) return std::unexpected(network.error());
    const std::int64_t begin = sinceEpoch_ms(query.from) - reach_ms(**network);
    const std::int64_t end = sinceEpoch_ms(query.to) + longestMission_ms + reach_ms(**network);
    std::vector<Booking> booked;
    for (const MissionPtr& mission : present->missions)
        if (mission->network == query.network && mission->standing() && mission->id != query.ignoring &&
            mission->booking.end > begin && mission->booking.begin < end)
            booked.push_back(mission->booking);
    return slotsOf(**rules, query.request, sinceEpoch_ms(query.from), sinceEpoch_ms(query.to), booked);
}

Result<std::string> EventDeliveryService::Impl::exportOf(const std::string& mission, HandOverForm form) {
    const DeliveryStatePtr present = latest();
    const MissionPtr known = present->mission(mission);
    if (!known) return fail("NO_SUCH_MISSION", "the mission is over for too long to be handed over", mission);
    const SavedNetwork* const saved = present->network(known->network);
    return exported(*known, saved != nullptr ? &saved->network : nullptr, form);
}

// Of the networks on which something has changed.
void EventDeliveryService::Impl::findConflicts(DeliveryState& next, const std::set<std::string>& networks,
                                               const std::vector<MissionPtr>& changed) {
    for (const std::string& network : networks) {
        const auto rules = rulesOf(next, network);
        if (!rules) {
            conflicts.erase(network);
            continue;
        }
        Conflicts& known = conflicts[network];
        const bool anew = !known.network || known.network->rules() != *rules;
        if (anew) known.network = std::make_unique<NetworkConflicts>(*rules);
        for (const MissionPtr& mission : anew ? next.missions : changed)
            if (mission->network == network) known.network->take(*mission);
        known.found = known.network->found(clock.now());
    }
    next.conflicts.clear();
    for (const auto& [network, known] : conflicts)
        next.conflicts.insert(next.conflicts.end(), known.found.begin(), known.found.end());
}

// ---------------------------------------------------------------- automatic dispatch

void EventDeliveryService::Impl::everySecond() {
    if (settings.automaticDispatch) dispatchDue();
}

// Where the batching window of waiting orders is over, they become missions.
void EventDeliveryService::Impl::dispatchDue() {
    const UtcMs now = clock.now();
    std::set<std::string> due;
    {
        const std::lock_guard lock(mutex);
        for (const Order& order : state->orders) {
            if (order.state != OrderState::Waiting || dispatching.contains(order.network)) continue;
            const SavedNetwork* const saved = state->network(order.network);
            if (saved == nullptr || saved->network.batchWindow_ms <= 0) continue;
            if (order.placed + milliseconds(saved->network.batchWindow_ms) <= now) due.insert(order.network);
        }
        dispatching.insert(due.begin(), due.end());
    }
    for (const std::string& network : due)
        command<std::vector<std::string>>(
            programItself(),
            [this, network](const storage::Database& database, UtcMs at) {
                return decideDispatch(database, decideCache, network, Dispatch::Given, false, at,
                                      {.judges = settings.drones, .choose = true});
            },
            [this, network](const auto&) {
                const std::lock_guard lock(mutex);
                dispatching.erase(network);
            });
}

// ---------------------------------------------------------------- life

EventDeliveryService::EventDeliveryService(std::shared_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

Result<std::unique_ptr<EventDeliveryService>> EventDeliveryService::open(log::EventLog& log, const clock::Clock& clock,
                                                                         TellRefusal tellRefusal,
                                                                         DeliverySettings settings,
                                                                         situation::NoticeBoard* notices) {
    const auto impl = std::make_shared<Impl>(log, clock, std::move(tellRefusal), settings, notices);
    log.subscribe([weak = std::weak_ptr<Impl>(impl)](const log::Entry& entry) {
        if (const auto alive = weak.lock()) alive->follow(entry);
    });
    auto stored = impl->read(
        [since = impl->since()](const storage::Database& database) { return readAllSince(database, since); });
    if (!stored) return std::unexpected(stored.error());
    impl->takeChanges(*std::move(stored));
    impl->worker = std::make_unique<people::Worker>(settings.waiting, [raw = impl.get()] { raw->everySecond(); });
    return std::unique_ptr<EventDeliveryService>(new EventDeliveryService(impl));
}

EventDeliveryService::~EventDeliveryService() {
    {
        std::unique_lock lock(m_impl->mutex);
        m_impl->logAnswered.wait(lock, [this] { return m_impl->inLog == 0; });
    }
    m_impl->worker.reset(); // gives the answers that are due
}

Principal EventDeliveryService::programItself() {
    Principal principal{.user = log::systemActor().user, .displayName = "Haneul", .desk = "cli"};
    principal.scopes = {"delivery.read", "network.write", "network.verify",
                        "order.write",   "mission.write", "mission.report"};
    return principal;
}

UtcMs EventDeliveryService::keptSince() const {
    return m_impl->since();
}

DeliveryStatePtr EventDeliveryService::state() const {
    return m_impl->latest();
}

DeliveryService::Subscription EventDeliveryService::subscribe(std::function<void(DeliveryStatePtr)> subscriber) {
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

// ---------------------------------------------------------------- networks

void EventDeliveryService::saveNetwork(Principal by, Network network, std::uint64_t basedOn,
                                       Done<std::uint64_t> revision) {
    if (!m_impl->allowed(by, "network.write", "save a network", revision)) return;
    m_impl->slow<std::uint64_t>(std::move(revision), [impl = m_impl.get(), by = std::move(by),
                                                      network = std::move(network), basedOn](Done<std::uint64_t> then) {
        if (const auto fit = checked(network); !fit) return then(std::unexpected(fit.error()));
        Network plain = network;
        for (Link& link : plain.links)
            link.verification.reset();
        std::string body = toJson(plain);
        impl->command<std::uint64_t>(
            by,
            [plain = std::move(plain), body = std::move(body), basedOn](const storage::Database& database, UtcMs) {
                return decideSave(database, plain, body, basedOn);
            },
            std::move(then));
    });
}

void EventDeliveryService::verifyLink(Principal by, std::string network, std::string a, std::string b, std::string note,
                                      Done<void> done) {
    if (!m_impl->allowed(by, "network.verify", "verify a link", done)) return;
    m_impl->plainCommand(
        by,
        [impl = m_impl.get(), event = LinkVerified{std::move(network), std::move(a), std::move(b), std::move(note)}](
            const storage::Database& database, UtcMs) { return decideVerify(database, impl->decideCache, event); },
        std::move(done));
}

void EventDeliveryService::withdrawVerification(Principal by, std::string network, std::string a, std::string b,
                                                std::string reason, Done<void> done) {
    if (!m_impl->allowed(by, "network.verify", "withdraw a verification", done)) return;
    m_impl->plainCommand(
        by,
        [impl = m_impl.get(),
         event = VerificationWithdrawn{std::move(network), std::move(a), std::move(b), std::move(reason)}](
            const storage::Database& database, UtcMs) { return decideWithdraw(database, impl->decideCache, event); },
        std::move(done));
}

void EventDeliveryService::removeNetwork(Principal by, std::string network, Done<void> done) {
    if (!m_impl->allowed(by, "network.write", "remove a network", done)) return;
    m_impl->plainCommand(
        by,
        [network = std::move(network)](const storage::Database& database, UtcMs) {
            return decideRemove(database, network);
        },
        std::move(done));
}

// ---------------------------------------------------------------- orders

void EventDeliveryService::placeOrder(Principal by, NewOrder order, Done<std::string> id) {
    if (!m_impl->allowed(by, "order.write", "place an order", id)) return;
    m_impl->command<std::string>(
        by,
        [impl = m_impl.get(), order = std::move(order)](const storage::Database& database, UtcMs now) {
            return decideOrder(database, impl->decideCache, order, now);
        },
        std::move(id));
}

void EventDeliveryService::cancelOrder(Principal by, std::string order, std::string reason, Done<void> done) {
    if (!m_impl->allowed(by, "order.write", "cancel an order", done)) return;
    m_impl->plainCommand(
        by,
        [order = std::move(order), reason = std::move(reason)](const storage::Database& database, UtcMs) {
            return decideCancelOrder(database, order, reason);
        },
        std::move(done));
}

void EventDeliveryService::dispatch(Principal by, std::string network, Dispatch how, bool all,
                                    Done<std::vector<std::string>> missions) {
    if (!m_impl->allowed(by, "mission.write", "dispatch orders", missions)) return;
    m_impl->command<std::vector<std::string>>(
        by,
        [impl = m_impl.get(), network = std::move(network), how, all](const storage::Database& database, UtcMs now) {
            return decideDispatch(database, impl->decideCache, network, how, all, now);
        },
        std::move(missions));
}

// ---------------------------------------------------------------- missions

void EventDeliveryService::slots(Principal by, SlotQuery query, Done<SlotAnswer> done) {
    if (!m_impl->allowed(by, "delivery.read", "look for slots", done)) return;
    m_impl->slow<SlotAnswer>(std::move(done), [impl = m_impl.get(), query = std::move(query)](
                                                  const Done<SlotAnswer>& then) { then(impl->slotsOfQuery(query)); });
}

void EventDeliveryService::bookMission(Principal by, NewMission mission, Done<std::string> id) {
    if (!m_impl->allowed(by, "mission.write", "book a mission", id)) return;
    m_impl->command<std::string>(
        by,
        [impl = m_impl.get(), mission = std::move(mission)](const storage::Database& database, UtcMs now) {
            return decideBook(database, impl->decideCache, mission, now, impl->settings.drones);
        },
        std::move(id));
}

void EventDeliveryService::bookRoute(Principal by, std::string network, MissionRoute route, UtcMs start,
                                     Done<std::string> id) {
    if (!m_impl->allowed(by, "mission.write", "book a mission", id)) return;
    m_impl->command<std::string>(
        by,
        [impl = m_impl.get(), network = std::move(network), route = std::move(route),
         start](const storage::Database& database, UtcMs) {
            return decideBookRoute(database, impl->decideCache, network, route, start);
        },
        std::move(id));
}

void EventDeliveryService::retimeMission(Principal by, std::string mission, UtcMs start, Done<void> done) {
    if (!m_impl->allowed(by, "mission.write", "move a mission", done)) return;
    m_impl->plainCommand(
        by,
        [impl = m_impl.get(), mission = std::move(mission), start](const storage::Database& database, UtcMs) {
            return decideRetime(database, impl->decideCache, {{mission, start}}, impl->settings.drones);
        },
        std::move(done));
}

void EventDeliveryService::retimeMissions(Principal by, std::vector<std::pair<std::string, UtcMs>> starts,
                                          Done<void> done) {
    if (!m_impl->allowed(by, "mission.write", "move missions", done)) return;
    m_impl->plainCommand(
        by,
        [impl = m_impl.get(), starts = std::move(starts)](const storage::Database& database, UtcMs) {
            return decideRetime(database, impl->decideCache, starts, impl->settings.drones);
        },
        std::move(done));
}

void EventDeliveryService::assignDrone(Principal by, std::string mission, std::string drone, Done<void> done) {
    if (!m_impl->allowed(by, "mission.write", "assign a drone", done)) return;
    m_impl->plainCommand(
        by,
        [impl = m_impl.get(), mission = std::move(mission), drone = std::move(drone)](const storage::Database& database,
                                                                                      UtcMs) {
            return decideAssign(database, mission, drone, impl->settings.drones);
        },
        std::move(done));
}

void EventDeliveryService::cancelMission(Principal by, std::string mission, std::string reason, Done<void> done) {
    if (!m_impl->allowed(by, "mission.write", "cancel a mission", done)) return;
    m_impl->plainCommand(
        by,
        [mission = std::move(mission), reason = std::move(reason)](const storage::Database& database, UtcMs) {
            return decideCancel(database, mission, reason);
        },
        std::move(done));
}

void EventDeliveryService::advanceMission(Principal by, std::string mission, MissionStep step, std::string note,
                                          Done<void> done) {
    if (!m_impl->allowed(by, "mission.write", "advance a mission", done)) return;
    m_impl->plainCommand(
        by,
        [mission = std::move(mission), step, note = std::move(note)](const storage::Database& database, UtcMs) {
            return decideAdvance(database, mission, step, note);
        },
        std::move(done));
}

void EventDeliveryService::recordActuals(Principal by, std::string mission,
                                         std::vector<timing::ActualTime<std::int64_t>> actuals, Done<void> done) {
    if (!m_impl->allowed(by, "mission.report", "report actual times", done)) return;
    m_impl->plainCommand(
        by,
        [mission = std::move(mission), actuals = std::move(actuals)](const storage::Database& database, UtcMs) {
            return decideActuals(database, mission, actuals);
        },
        std::move(done));
}

void EventDeliveryService::expect(std::string mission, Times times) {
    m_impl->worker->postQuick([impl = m_impl.get(), mission = std::move(mission), times = std::move(times)] {
        impl->takeExpected(mission, times);
    });
}

void EventDeliveryService::handOver(Principal by, std::string mission, HandOverForm form, Done<std::string> done) {
    if (!m_impl->allowed(by, "mission.write", "hand a mission over", done)) return;
    Impl* const impl = m_impl.get();
    m_impl->plainCommand(
        by,
        [mission, form](const storage::Database& database, UtcMs) { return decideHandOver(database, mission, form); },
        [impl, mission, form, done = std::move(done)](const Result<void>& allowed) {
            done(allowed.and_then([&] { return impl->exportOf(mission, form); }));
        });
}

} // namespace haneul::delivery
