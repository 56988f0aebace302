#include "server/airspace/event_airspace_service.h"

#include "core/formats/zone_json.h"
#include "server/airspace/decisions.h"
#include "server/airspace/tables.h"
#include "server/people/published.h"
#include "server/people/publishing_desk.h"

#include <algorithm>
#include <future>
#include <mutex>
#include <utility>

namespace haneul::airspace {

using people::Principal;

namespace {

constexpr std::size_t waitingJobs = 64; // imports and questions that wait; more are answered BUSY

// An entry of the log that has not been shown yet.
struct Followed {
    AirspaceEvent event;
    UtcMs at{};
    std::string by;
};

} // namespace

struct EventAirspaceService::Impl {
    Impl(log::EventLog& log, const clock::Clock& clockGiven, TellRefusal tellRefusal, AirspaceSettings settingsGiven,
         situation::NoticeBoard* noticesGiven)
        : clock(clockGiven)
        , settings(std::move(settingsGiven))
        , notices(noticesGiven)
        , desk(log, std::move(tellRefusal), [this] { publishDue(); }) {}

    // `decide` gives Result<Decided<Outcome>>; `then` gets Result<Outcome> after the state with it is published.
    template <class Outcome, class Decide>
    void command(const Principal& by, Decide decide, Done<Outcome> then);

    void follow(const log::Entry& entry);
    void publishDue();
    void take(const Followed& followed);
    void publish();
    Result<void> readAll();

    [[nodiscard]] std::vector<VolumesInUse> rooms() const {
        const std::lock_guard lock(mutex);
        return volumesInUse;
    }

    const clock::Clock& clock;
    AirspaceSettings settings;
    situation::NoticeBoard* notices;
    StoredZones zones;                 // on the desk's thread only, once it is open
    std::vector<ImportRecord> imports; // likewise
    people::Published<AirspaceState> published;

    mutable std::mutex mutex; // of both below
    std::vector<Followed> followed;
    std::vector<VolumesInUse> volumesInUse;

    people::PublishingDesk desk; // last: it uses the rest
};

// ---------------------------------------------------------------- to the log and back

template <class Outcome, class Decide>
void EventAirspaceService::Impl::command(const Principal& by, Decide decide, Done<Outcome> then) {
    using Reply = people::PublishingDesk::Reply<Outcome>;
    desk.submit<Outcome>(
        by,
        [this, decide = std::move(decide)](const storage::Database& database, UtcMs now) -> Result<Reply> {
            Result<Decided<Outcome>> decided = decide(database);
            if (!decided) return std::unexpected(decided.error());
            Reply reply{.decision = {}, .outcome = std::move(decided->outcome)};
            for (const AirspaceEvent& event : decided->events)
                reply.decision.events.push_back(toEvent(event));
            if (!settings.alsoWritten) return reply;
            auto more = settings.alsoWritten(database, decided->events, now);
            if (!more) return std::unexpected(more.error());
            std::ranges::move(*more, std::back_inserter(reply.decision.events));
            return reply;
        },
        std::move(then));
}

// ---------------------------------------------------------------- publication

// On the log's thread, before whoever gave the command is answered.
void EventAirspaceService::Impl::follow(const log::Entry& entry) {
    if (!entry.type.starts_with(airspacePrefix)) return;
    auto event = eventFrom(entry.type, entry.body);
    if (!event) return; // the projection has refused it already
    {
        const std::lock_guard lock(mutex);
        followed.push_back({*std::move(event), utcMs(entry.time.wall_ms), entry.user});
    }
    desk.publishSoon();
}

void EventAirspaceService::Impl::publishDue() {
    std::vector<Followed> wanted;
    {
        const std::lock_guard lock(mutex);
        wanted.swap(followed);
    }
    for (const Followed& one : wanted)
        take(one);
    publish();
}

void EventAirspaceService::Impl::take(const Followed& one) {
    if (const auto* const put = std::get_if<ZonePublished>(&one.event)) {
        auto zone = formats::zoneFromJson(put->body);
        if (!zone) {
            if (notices != nullptr)
                notices->post(clock.now(), situation::NoticeSeverity::Error, "ZONE_UNREADABLE",
                              "a zone is in the log but cannot be shown: " + zone.error().message, {put->key});
            return;
        }
        zones.insert_or_assign(put->key, std::make_shared<const StoredZone>(
                                             ZoneRecord{put->key, put->revision, one.at, one.by}, *std::move(zone)));
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
    next->number = published.latest()->number + 1;
    published.publish(std::move(next));
}

Result<void> EventAirspaceService::Impl::readAll() {
    return desk.readNow<Result<void>>([this](const storage::Database& database) -> Result<void> {
        auto stored = readZones(database);
        auto known = readImports(database);
        if (!stored) return std::unexpected(stored.error());
        if (!known) return std::unexpected(known.error());
        zones = *std::move(stored);
        imports = *std::move(known);
        return {};
    });
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
    impl->desk.open(waitingJobs, [] {});
    return std::unique_ptr<EventAirspaceService>(new EventAirspaceService(impl));
}

EventAirspaceService::~EventAirspaceService() {
    m_impl->desk.close();
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
    return m_impl->published.latest();
}

const geo::Surroundings& EventAirspaceService::surroundings() const {
    return m_impl->settings.surroundings;
}

AirspaceService::Subscription EventAirspaceService::subscribe(std::function<void(AirspaceStatePtr)> subscriber) {
    return m_impl->published.subscribe(std::move(subscriber));
}

// ---------------------------------------------------------------- zones

void EventAirspaceService::publishZone(Principal by, Zone zone, std::uint64_t basedOn, Done<std::uint64_t> revision) {
    if (!m_impl->desk.allowed(by, "zone.write", "publish a zone", revision)) return;
    m_impl->desk.slow<std::uint64_t>(std::move(revision), [impl = m_impl.get(), by = std::move(by),
                                                           zone = std::move(zone), basedOn](Done<std::uint64_t> then) {
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
    if (!m_impl->desk.allowed(by, "zone.write", "withdraw a zone", done)) return;
    m_impl->command<Nothing>(
        by,
        [key = std::move(key), reason = std::move(reason)](const storage::Database& database) {
            return decideWithdraw(database, key, reason);
        },
        [done = std::move(done)](const Result<Nothing>& result) { done(result.transform([](Nothing) {})); });
}

void EventAirspaceService::importZones(Principal by, ZoneImport import, std::string file, ImportChoice choice,
                                       Done<ImportRecord> done) {
    if (!m_impl->desk.allowed(by, "zone.write", "import zones", done)) return;
    m_impl->desk.slow<ImportRecord>(std::move(done), [impl = m_impl.get(), by = std::move(by),
                                                      import = std::move(import), file = std::move(file),
                                                      choice](Done<ImportRecord> then) {
        auto ready = prepared(import, file, choice);
        if (!ready) return then(std::unexpected(ready.error()));
        impl->command<ImportRecord>(
            by,
            [ready = *std::move(ready)](const storage::Database& database) { return decideImport(database, ready); },
            std::move(then));
    });
}

void EventAirspaceService::readFile(Principal by, ZoneFile file, Done<ZoneImport> done) {
    if (!m_impl->desk.allowed(by, "zone.write", "read a file of zones", done)) return;
    m_impl->desk.slow<ZoneImport>(std::move(done), [file = std::move(file)](const Done<ZoneImport>& then) mutable {
        if (!file.options.decode) file.options.decode = decodeTableText;
        then(formats::readZoneFile(file.bytes, file.name, file.options, file.neighbours));
    });
}

void EventAirspaceService::ask(Principal by, Question question, Done<Awareness> done) {
    if (!m_impl->desk.allowed(by, "zone.read", "ask for zones", done)) return;
    m_impl->desk.slow<Awareness>(std::move(done), [impl = m_impl.get(),
                                                   question = std::move(question)](const Done<Awareness>& then) {
        const AirspaceStatePtr present = impl->published.latest();
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
    if (!m_impl->desk.allowed(by, "zone.read", "ask what a zone would hit", done)) return;
    m_impl->desk.slow<std::vector<Impact>>(
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
