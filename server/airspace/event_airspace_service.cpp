#include "server/airspace/event_airspace_service.h"

#include "core/formats/zone_json.h"
#include "server/airspace/decisions.h"
#include "server/airspace/tables.h"
#include "server/people/worker.h"

#include <algorithm>
#include <condition_variable>
#include <future>
#include <mutex>
#include <utility>

namespace haneul::airspace {

using people::Principal;

namespace {

constexpr std::size_t waitingJobs = 64; // imports and questions that wait; more are answered BUSY

log::Actor actorOf(const Principal& principal) {
    return {principal.user, principal.role ? std::string(people::toString(*principal.role)) : "", principal.session,
            principal.desk};
}

// Somebody who wants to be told of states. Once it has ended, its function does not run any more.
struct Subscriber {
    std::recursive_mutex mutex; // a subscriber may end itself while it is told
    std::function<void(AirspaceStatePtr)> tell;
};

// An entry of the log that has not been shown yet.
struct Followed {
    AirspaceEvent event;
    UtcMs at{};
    std::string by;
};

} // namespace

struct EventAirspaceService::Impl {
    Impl(log::EventLog& logGiven, const clock::Clock& clockGiven, TellRefusal tellGiven, AirspaceSettings settingsGiven,
         situation::NoticeBoard* noticesGiven)
        : log(logGiven)
        , clock(clockGiven)
        , tellRefusal(std::move(tellGiven))
        , settings(std::move(settingsGiven))
        , notices(noticesGiven) {}

    template <class T>
    bool allowed(const Principal& by, std::string_view scope, std::string_view what, const Done<T>& done);
    template <class T>
    void answer(Done<T> done, Result<T> result);
    // `decide` gives Result<Decided<Outcome>>; `then` gets Result<Outcome> after the state with it is published.
    template <class Outcome, class Decide>
    void command(const Principal& by, Decide decide, Done<Outcome> then);
    template <class T>
    void slow(Done<T> done, std::function<void(Done<T>)> job);

    void follow(const log::Entry& entry);
    void publishSoon();
    void publishDue();
    void take(const Followed& followed);
    void publish();
    Result<void> readAll();

    [[nodiscard]] std::vector<VolumesInUse> rooms() const {
        const std::lock_guard lock(mutex);
        return volumesInUse;
    }

    [[nodiscard]] AirspaceStatePtr latest() const {
        const std::lock_guard lock(mutex);
        return state;
    }

    log::EventLog& log;
    const clock::Clock& clock;
    TellRefusal tellRefusal;
    AirspaceSettings settings;
    situation::NoticeBoard* notices;
    StoredZones zones;                 // on the worker's thread only, once it runs
    std::vector<ImportRecord> imports; // likewise

    mutable std::mutex mutex; // of all below
    AirspaceStatePtr state = std::make_shared<const AirspaceState>();
    std::vector<Followed> followed;
    std::vector<std::function<void()>> answers; // to be given after the next publication
    bool publishing = false;                    // a publication is queued
    std::vector<std::weak_ptr<Subscriber>> subscribers;
    std::vector<VolumesInUse> volumesInUse;
    std::size_t inLog = 0; // commands that the log has not answered
    std::condition_variable logAnswered;

    std::unique_ptr<people::Worker> worker; // last: it uses the rest
};

// ---------------------------------------------------------------- who may

template <class T>
void EventAirspaceService::Impl::answer(Done<T> done, Result<T> result) {
    worker->postQuick([done = std::move(done), result = std::move(result)] { done(result); });
}

template <class T>
bool EventAirspaceService::Impl::allowed(const Principal& by, std::string_view scope, std::string_view what,
                                         const Done<T>& done) {
    if (by.may(scope)) return true;
    if (tellRefusal) tellRefusal(by, scope, what);
    answer<T>(done, fail("FORBIDDEN", "this needs a scope that you do not have", std::string(scope)));
    return false;
}

// ---------------------------------------------------------------- to the log and back

template <class Outcome, class Decide>
void EventAirspaceService::Impl::command(const Principal& by, Decide decide, Done<Outcome> then) {
    {
        const std::lock_guard lock(mutex);
        ++inLog;
    }
    const auto outcome = std::make_shared<Outcome>();
    log.submit(
        actorOf(by),
        [this, decide = std::move(decide), outcome](const storage::Database& database, UtcMs now) -> log::Decision {
            Result<Decided<Outcome>> decided = decide(database);
            if (!decided) return {{}, decided.error()};
            *outcome = std::move(decided->outcome);
            log::Decision decision;
            for (const AirspaceEvent& event : decided->events)
                decision.events.push_back(toEvent(event));
            if (!settings.alsoWritten) return decision;
            auto more = settings.alsoWritten(database, decided->events, now);
            if (!more) return {{}, more.error()};
            std::ranges::move(*more, std::back_inserter(decision.events));
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
void EventAirspaceService::Impl::slow(Done<T> done, std::function<void(Done<T>)> job) {
    const bool queued = worker->postSlow([done, job = std::move(job)] { job(done); },
                                         [done] { done(fail("STOPPING", "the program is ending")); });
    if (!queued) answer<T>(done, fail("BUSY", "too many questions wait; try again in a moment"));
}

// ---------------------------------------------------------------- publication

// On the log's thread, before whoever gave the command is answered.
void EventAirspaceService::Impl::follow(const log::Entry& entry) {
    if (!entry.type.starts_with(airspacePrefix)) return;
    auto event = eventFrom(entry.type, entry.body);
    if (!event) return; // the projection has refused it already
    const std::lock_guard lock(mutex);
    followed.push_back({*std::move(event), utcMs(entry.time.wall_ms), entry.user});
    publishSoon();
}

// With the mutex held.
void EventAirspaceService::Impl::publishSoon() {
    if (publishing || !worker) return;
    publishing = true;
    worker->postQuick([this] { publishDue(); });
}

void EventAirspaceService::Impl::publishDue() {
    std::vector<Followed> wanted;
    std::vector<std::function<void()>> due;
    {
        const std::lock_guard lock(mutex);
        publishing = false;
        wanted.swap(followed);
        due.swap(answers);
    }
    for (const Followed& one : wanted)
        take(one);
    if (!wanted.empty()) publish();
    for (const auto& give : due)
        give();
}

void EventAirspaceService::Impl::take(const Followed& one) {
    if (const auto* const published = std::get_if<ZonePublished>(&one.event)) {
        auto zone = formats::zoneFromJson(published->body);
        if (!zone) {
            if (notices != nullptr)
                notices->post(clock.now(), situation::NoticeSeverity::Error, "ZONE_UNREADABLE",
                              "a zone is in the log but cannot be shown: " + zone.error().message, {published->key});
            return;
        }
        zones.insert_or_assign(published->key,
                               std::make_shared<const StoredZone>(
                                   ZoneRecord{published->key, published->revision, one.at, one.by}, *std::move(zone)));
    } else if (const auto* const withdrawn = std::get_if<ZoneWithdrawn>(&one.event)) {
        zones.erase(withdrawn->key);
    } else {
        ImportRecord record = std::get<ZonesImported>(one.event).record;
        record.at = one.at;
        record.by = one.by;
        if (std::ranges::contains(imports, record)) return;
        imports.insert(imports.begin(), std::move(record));
        if (imports.size() > importsKept) imports.pop_back();
    }
}

void EventAirspaceService::Impl::publish() {
    auto next = std::make_shared<AirspaceState>();
    std::vector<Zone> list;
    list.reserve(zones.size());
    for (const auto& [key, stored] : zones) {
        list.push_back(stored->zone);
        next->records.push_back(stored->record);
    }
    next->index = ZoneIndex(std::move(list));
    next->imports = imports;
    std::vector<std::shared_ptr<Subscriber>> listening;
    {
        const std::lock_guard lock(mutex);
        next->number = state->number + 1;
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

Result<void> EventAirspaceService::Impl::readAll() {
    std::promise<Result<void>> promise;
    log.read([&](const storage::Database& database) {
        auto stored = readZones(database);
        auto known = readImports(database);
        if (!stored) return promise.set_value(std::unexpected(stored.error()));
        if (!known) return promise.set_value(std::unexpected(known.error()));
        zones = *std::move(stored);
        imports = *std::move(known);
        promise.set_value({});
    });
    return promise.get_future().get();
}

// ---------------------------------------------------------------- life

EventAirspaceService::EventAirspaceService(std::shared_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

Result<std::unique_ptr<EventAirspaceService>> EventAirspaceService::open(log::EventLog& log, const clock::Clock& clock,
                                                                         TellRefusal tellRefusal,
                                                                         AirspaceSettings settings,
                                                                         situation::NoticeBoard* notices) {
    const auto impl = std::make_shared<Impl>(log, clock, std::move(tellRefusal), std::move(settings), notices);
    // First: an entry that is written while the tables are read is taken twice rather than not at all.
    log.subscribe([weak = std::weak_ptr<Impl>(impl)](const log::Entry& entry) {
        if (const auto alive = weak.lock()) alive->follow(entry);
    });
    if (const auto read = impl->readAll(); !read) return std::unexpected(read.error());
    impl->publish();
    auto worker = std::make_unique<people::Worker>(waitingJobs, [] {});
    {
        const std::lock_guard lock(impl->mutex);
        impl->worker = std::move(worker);
        impl->publishSoon();
    }
    return std::unique_ptr<EventAirspaceService>(new EventAirspaceService(impl));
}

EventAirspaceService::~EventAirspaceService() {
    {
        std::unique_lock lock(m_impl->mutex);
        m_impl->logAnswered.wait(lock, [this] { return m_impl->inLog == 0; });
    }
    m_impl->worker.reset(); // gives the answers that are due
}

Principal EventAirspaceService::programItself() {
    Principal principal{.user = log::systemActor().user, .displayName = "Haneul", .desk = "cli"};
    principal.scopes = {"zone.read", "zone.write"};
    return principal;
}

void EventAirspaceService::addVolumesInUse(VolumesInUse volumes) {
    const std::lock_guard lock(m_impl->mutex);
    m_impl->volumesInUse.push_back(std::move(volumes));
}

AirspaceStatePtr EventAirspaceService::state() const {
    return m_impl->latest();
}

const geo::Surroundings& EventAirspaceService::surroundings() const {
    return m_impl->settings.surroundings;
}

AirspaceService::Subscription EventAirspaceService::subscribe(std::function<void(AirspaceStatePtr)> subscriber) {
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

// ---------------------------------------------------------------- zones

void EventAirspaceService::publishZone(Principal by, Zone zone, std::uint64_t basedOn, Done<std::uint64_t> revision) {
    if (!m_impl->allowed(by, "zone.write", "publish a zone", revision)) return;
    m_impl->slow<std::uint64_t>(std::move(revision), [impl = m_impl.get(), by = std::move(by), zone = std::move(zone),
                                                      basedOn](Done<std::uint64_t> then) {
        auto ready = prepared(zone);
        if (!ready) return then(std::unexpected(ready.error()));
        impl->command<std::uint64_t>(
            by,
            [ready = *std::move(ready), basedOn](const storage::Database& database) {
                return decidePublish(database, ready, basedOn);
            },
            std::move(then));
    });
}

void EventAirspaceService::withdrawZone(Principal by, std::string key, std::string reason, Done<void> done) {
    if (!m_impl->allowed(by, "zone.write", "withdraw a zone", done)) return;
    m_impl->command<Nothing>(
        by,
        [key = std::move(key), reason = std::move(reason)](const storage::Database& database) {
            return decideWithdraw(database, key, reason);
        },
        [done = std::move(done)](const Result<Nothing>& result) { done(result.transform([](Nothing) {})); });
}

void EventAirspaceService::importZones(Principal by, ZoneImport import, std::string file, ImportChoice choice,
                                       Done<ImportRecord> done) {
    if (!m_impl->allowed(by, "zone.write", "import zones", done)) return;
    m_impl->slow<ImportRecord>(std::move(done), [impl = m_impl.get(), by = std::move(by), import = std::move(import),
                                                 file = std::move(file), choice](Done<ImportRecord> then) {
        auto ready = prepared(import, file, choice);
        if (!ready) return then(std::unexpected(ready.error()));
        impl->command<ImportRecord>(
            by,
            [ready = *std::move(ready)](const storage::Database& database) { return decideImport(database, ready); },
            std::move(then));
    });
}

void EventAirspaceService::readFile(Principal by, ZoneFile file, Done<ZoneImport> done) {
    if (!m_impl->allowed(by, "zone.write", "read a file of zones", done)) return;
    m_impl->slow<ZoneImport>(std::move(done), [file = std::move(file)](const Done<ZoneImport>& then) {
        then(formats::readZoneFile(file.bytes, file.name, file.options));
    });
}

void EventAirspaceService::ask(Principal by, Question question, Done<Awareness> done) {
    if (!m_impl->allowed(by, "zone.read", "ask for zones", done)) return;
    m_impl->slow<Awareness>(std::move(done), [impl = m_impl.get(),
                                              question = std::move(question)](const Done<Awareness>& then) {
        const AirspaceStatePtr present = impl->latest();
        const geo::Surroundings& around = impl->settings.surroundings;
        if (const auto* const point = std::get_if<PointQuestion>(&question)) {
            if (!point->point.valid()) return then(fail("BAD_PLACE", "the point is not a place on Earth", "point"));
            return then(Awareness{present, present->index.zonesAt(point->point, point->height, point->time, around)});
        }
        const auto& volume = std::get<geo::Volume4D>(question);
        if (const auto sound = geo::check(volume); !sound) return then(std::unexpected(sound.error()));
        then(Awareness{present, present->index.zonesIn(volume, around)});
    });
}

void EventAirspaceService::impactOf(Principal by, Zone zone, Done<std::vector<Impact>> done) {
    if (!m_impl->allowed(by, "zone.read", "ask what a zone would hit", done)) return;
    m_impl->slow<std::vector<Impact>>(
        std::move(done), [impl = m_impl.get(), zone = std::move(zone)](const Done<std::vector<Impact>>& then) {
            for (const Finding& finding : findingsOf(zone))
                if (finding.severity == Severity::Refuse)
                    return then(fail(finding.code, finding.message, finding.where));
            std::vector<NamedVolume> volumes;
            for (const VolumesInUse& inUse : impl->rooms())
                std::ranges::move(inUse(impl->clock.now()), std::back_inserter(volumes));
            then(airspace::impactOf(zone, volumes, impl->settings.surroundings));
        });
}

} // namespace haneul::airspace
