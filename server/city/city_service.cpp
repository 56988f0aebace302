#include "server/city/city_service.h"

#include "server/people/published.h"
#include "server/people/publishing_desk.h"
#include "server/people/secrets.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

namespace haneul::city {

using people::Principal;

namespace {

constexpr std::size_t waitingJobs = 16;
constexpr std::size_t longestReason = 1000;

std::string sha256(std::string_view bytes) {
    return QCryptographicHash::hash(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())),
                                    QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

QString payloadFile(const CitySettings& settings, const std::string& sum) {
    return QString::fromStdString((settings.folder / (sum + ".plain")).string());
}

Result<void> keepPayload(const CitySettings& settings, const std::string& sum, const std::string& bytes) {
    const QString path = payloadFile(settings, sum);
    if (QFile::exists(path)) return {}; // the same bytes by its name
    const QString folder = QString::fromStdString(settings.folder.string());
    if (!QDir().mkpath(folder))
        return fail("FILE_UNWRITABLE", "the folder of datasets cannot be made", folder.toStdString());
    QSaveFile file(path);
    const auto size = static_cast<qint64>(bytes.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), size) != size || !file.commit())
        return fail("FILE_UNWRITABLE", "the data cannot be kept: " + file.errorString().toStdString(),
                    path.toStdString());
    return {};
}

Result<std::string> readPayload(const CitySettings& settings, const FileOrigin& origin) {
    QFile file(payloadFile(settings, origin.payloadSha256));
    if (!file.open(QIODevice::ReadOnly))
        return fail("PAYLOAD_MISSING", "the data of the set is not on this machine", origin.file);
    std::string bytes = file.readAll().toStdString();
    if (sha256(bytes) != origin.payloadSha256)
        return fail("PAYLOAD_CHANGED", "the data of the set is not what was imported", origin.file);
    return bytes;
}

// What a dataset gives.
struct Loaded {
    CityLayers layers;
    std::optional<terrain::ElevationGrid> elevation;
    std::shared_ptr<const city_files::ImportReport> report;
    std::optional<Error> trouble;
};

void put(Loaded& loaded, city_files::Layer&& layer) {
    struct {
        Loaded& to;

        void operator()(PopulationGrid&& one) { to.layers.populationGrids.push_back(std::move(one)); }

        void operator()(PopulationAreas&& one) { to.layers.populationAreas.push_back(std::move(one)); }

        void operator()(TrafficCounts&& one) { to.layers.traffic.push_back(std::move(one)); }

        void operator()(Buildings&& one) { to.layers.buildings.push_back(std::move(one)); }

        void operator()(Amenities&& one) { to.layers.amenities.push_back(std::move(one)); }

        void operator()(LandUseGrid&& one) { to.layers.landUse.push_back(std::move(one)); }

        void operator()(terrain::ElevationGrid&& one) { to.elevation = std::move(one); }
    } taker{loaded};

    std::visit(taker, std::move(layer));
}

Loaded load(const CitySettings& settings, const Dataset& dataset) {
    Loaded loaded;
    if (const auto* const made = std::get_if<SyntheticOrigin>(&dataset.origin)) {
        auto layers = syntheticCity(made->spec);
        if (layers)
            loaded.layers = *std::move(layers);
        else
            loaded.trouble = layers.error();
        return loaded;
    }
    const auto& origin = std::get<FileOrigin>(dataset.origin);
    auto imported = readPayload(settings, origin).and_then(city_files::readPlain).and_then([&](const auto& contents) {
        return city_files::importLayer(contents, origin.options);
    });
    if (!imported) {
        loaded.trouble = imported.error();
        return loaded;
    }
    loaded.report = std::make_shared<const city_files::ImportReport>(std::move(imported->report));
    put(loaded, std::move(imported->layer));
    return loaded;
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

void append(CityLayers& to, const CityLayers& from) {
    append(to.populationGrids, from.populationGrids);
    append(to.populationAreas, from.populationAreas);
    append(to.landUse, from.landUse);
    append(to.traffic, from.traffic);
    append(to.buildings, from.buildings);
    append(to.amenities, from.amenities);
}

// A file that has been read.
struct Prepared {
    ImportOutcome outcome;
    std::string payload;
    FileOrigin origin;
};

} // namespace

struct CityService::Impl {
    Impl(log::EventLog& log, const clock::Clock& clockGiven, TellRefusal tellRefusal, CitySettings settingsGiven,
         situation::NoticeBoard* noticesGiven)
        : clock(clockGiven)
        , settings(std::move(settingsGiven))
        , notices(noticesGiven)
        , desk(log, std::move(tellRefusal), [this] { publishDue(); }) {}

    template <class T>
    bool allowed(const Principal& by, std::string_view what, const Done<T>& done) {
        return desk.allowed(by, "city.write", what, done);
    }

    // `then` gets the outcome after the state with it is published.
    template <class T>
    void command(const Principal& by, log::Decide decide, T outcome, Done<T> then) {
        using Reply = people::PublishingDesk::Reply<T>;
        desk.submit<T>(
            by,
            [decide = std::move(decide), outcome = std::move(outcome)](const storage::Database& database, UtcMs now)
                -> Result<Reply> { return Reply{decide(database, now), outcome}; },
            std::move(then));
    }

    [[nodiscard]] Result<Prepared> prepare(const NewFile& file) const;
    void follow(const log::Entry& entry);
    void publishDue();
    void publish(bool loading);
    void loadOne(const Dataset& dataset);

    const clock::Clock& clock;
    CitySettings settings;
    situation::NoticeBoard* notices;
    std::atomic<bool> stop = false;
    std::map<std::string, Loaded> loaded; // on the desk's thread only
    std::vector<Dataset> datasets;        // likewise, once it is open
    people::Published<CityState> published;

    std::mutex mutex;
    std::vector<log::Entry> followed; // to be shown by the next publication

    people::PublishingDesk desk; // last: it uses the rest
};

// ---------------------------------------------------------------- publication

// On the log's thread, before whoever gave the command is answered.
void CityService::Impl::follow(const log::Entry& entry) {
    if (!entry.type.starts_with(cityPrefix)) return;
    {
        const std::lock_guard lock(mutex);
        followed.push_back(entry);
    }
    desk.publishSoon();
}

void CityService::Impl::publishDue() {
    std::vector<log::Entry> entries;
    {
        const std::lock_guard lock(mutex);
        entries.swap(followed);
    }
    for (const log::Entry& entry : entries) {
        if (entry.type == datasetImported) {
            auto dataset = datasetFrom(entry.body);
            if (!dataset || std::ranges::contains(datasets, dataset->id, &Dataset::id)) continue;
            dataset->by = entry.user;
            dataset->at = utcMs(entry.time.wall_ms);
            datasets.push_back(*std::move(dataset));
        } else if (const auto retired = retiredFrom(entry.body); retired && entry.type == datasetRetired) {
            const auto found = std::ranges::find(datasets, retired->id, &Dataset::id);
            if (found != datasets.end() && !found->retired)
                found->retired = Retirement{entry.user, retired->reason, utcMs(entry.time.wall_ms)};
        }
    }
    for (const Dataset& dataset : datasets)
        loadOne(dataset);
    publish(false);
}

void CityService::Impl::loadOne(const Dataset& dataset) {
    if (dataset.retired) {
        loaded.erase(dataset.id);
        return;
    }
    if (stop || loaded.contains(dataset.id)) return;
    const Loaded& one = loaded.emplace(dataset.id, load(settings, dataset)).first->second;
    if (one.trouble && notices != nullptr)
        notices->post(clock.now(), situation::NoticeSeverity::Error, "DATASET_UNREADABLE",
                      "a dataset of the ground cannot be used: " + dataset.provenance.name + ": " +
                          one.trouble->message,
                      {dataset.provenance.name, one.trouble->message});
}

void CityService::Impl::publish(bool loading) {
    auto next = std::make_shared<CityState>();
    next->loading = loading;
    CityLayers layers;
    std::vector<terrain::ElevationGrid> grids;
    // The made-up first: what was measured stands before it, whenever it came.
    for (const bool synthetic : {true, false})
        for (const Dataset& dataset : datasets) {
            const auto found = loaded.find(dataset.id);
            if (found == loaded.end() || dataset.provenance.synthetic != synthetic) continue;
            append(layers, found->second.layers);
            if (found->second.elevation) grids.push_back(*found->second.elevation);
        }
    for (const Dataset& dataset : datasets) {
        const auto found = loaded.find(dataset.id);
        KnownDataset known{dataset, {}, {}};
        if (found != loaded.end()) {
            known.trouble = found->second.trouble;
            known.report = found->second.report;
        }
        next->datasets.push_back(std::move(known));
    }
    next->city = CityData(std::move(layers));
    next->terrain = terrain::Terrain(std::move(grids));
    next->number = published.latest()->number + 1;
    published.publish(std::move(next));
}

// ---------------------------------------------------------------- life

CityService::CityService(std::shared_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

Result<std::unique_ptr<CityService>> CityService::open(log::EventLog& log, const clock::Clock& clock,
                                                       TellRefusal tellRefusal, CitySettings settings,
                                                       situation::NoticeBoard* notices) {
    const auto impl = std::make_shared<Impl>(log, clock, std::move(tellRefusal), std::move(settings), notices);
    // First: an entry that is written while the table is read is taken twice rather than not at all.
    log.subscribe([weak = std::weak_ptr<Impl>(impl)](const log::Entry& entry) {
        if (const auto alive = weak.lock()) alive->follow(entry);
    });
    auto known = impl->desk.readNow<Result<std::vector<Dataset>>>(
        [](const storage::Database& database) { return readDatasets(database); });
    if (!known) return std::unexpected(known.error());
    impl->datasets = *std::move(known);
    impl->publish(!impl->datasets.empty());
    impl->desk.open(waitingJobs, [] {});
    impl->desk.soon([raw = impl.get()] {
        if (raw->datasets.empty()) return;
        for (const Dataset& dataset : raw->datasets)
            raw->loadOne(dataset);
        raw->publish(false);
    });
    return std::unique_ptr<CityService>(new CityService(impl));
}

CityService::~CityService() {
    m_impl->stop = true;
    m_impl->desk.close();
}

Principal CityService::programItself() {
    Principal principal{.user = log::systemActor().user, .displayName = "Haneul", .desk = "cli"};
    principal.scopes = {"city.read", "city.write"};
    return principal;
}

CityStatePtr CityService::state() const {
    return m_impl->published.latest();
}

CityService::Subscription CityService::subscribe(std::function<void(CityStatePtr)> subscriber) {
    return m_impl->published.subscribe(std::move(subscriber));
}

std::function<std::optional<double>(geo::LatLon)> CityService::groundAmsl_m() const {
    return [weak = std::weak_ptr<Impl>(m_impl)](geo::LatLon place) -> std::optional<double> {
        const auto alive = weak.lock();
        return alive ? alive->published.latest()->terrain.amslAt_m(place, alive->settings.geoid_m) : std::nullopt;
    };
}

std::function<std::string()> CityService::terrainVersion() const {
    return [weak = std::weak_ptr<Impl>(m_impl)]() -> std::string {
        constexpr std::size_t shown = 12; // digits of a checksum
        const auto alive = weak.lock();
        std::string version;
        if (!alive) return version;
        const auto state = alive->published.latest();
        for (const KnownDataset& known : state->datasets) {
            const auto* const origin = std::get_if<FileOrigin>(&known.dataset.origin);
            if (origin == nullptr || !known.inUse() || origin->options.kind != city_files::LayerKind::Elevation)
                continue;
            version += (version.empty() ? "" : " ") + origin->payloadSha256.substr(0, shown);
        }
        return version;
    };
}

// ---------------------------------------------------------------- datasets

Result<Prepared> CityService::Impl::prepare(const NewFile& file) const {
    const PlainReader reader{.worker = settings.worker, .folder = settings.folder};
    Prepared prepared;
    auto plain = reader.plainOf(file.name, file.bytes, stop);
    if (!plain) return std::unexpected(plain.error());
    prepared.payload = *std::move(plain);
    const auto contents = city_files::readPlain(prepared.payload);
    if (!contents) return std::unexpected(contents.error());
    auto imported = city_files::importLayer(*contents, file.options);
    if (!imported) return std::unexpected(imported.error());
    if (const auto* const table = std::get_if<city_files::Table>(&*contents)) prepared.outcome.columns = table->columns;
    prepared.origin = {.file = file.name,
                       .fileSha256 = sha256(file.bytes),
                       .payloadSha256 = sha256(prepared.payload),
                       .fileBytes = file.bytes.size(),
                       .payloadBytes = prepared.payload.size(),
                       .options = file.options,
                       .taken = imported->report.taken,
                       .quarantined = imported->report.quarantined,
                       .refused = imported->report.refused};
    prepared.outcome.report = std::move(imported->report);
    return prepared;
}

void CityService::look(Principal by, NewFile file, Done<ImportOutcome> done) {
    if (!m_impl->allowed(by, "look into a dataset", done)) return;
    m_impl->desk.slow<ImportOutcome>(
        std::move(done), [impl = m_impl.get(), file = std::move(file)](const Done<ImportOutcome>& then) {
            then(impl->prepare(file).transform([](Prepared prepared) { return prepared.outcome; }));
        });
}

void CityService::import(Principal by, NewFile file, Done<ImportOutcome> done) {
    if (!m_impl->allowed(by, "import a dataset", done)) return;
    if (auto sound = check(file.options.provenance); !sound)
        return m_impl->desk.answer<ImportOutcome>(std::move(done), std::unexpected(sound.error()));
    m_impl->desk.slow<ImportOutcome>(std::move(done), [impl = m_impl.get(), by = std::move(by),
                                                       file = std::move(file)](const Done<ImportOutcome>& then) {
        auto prepared = impl->prepare(file);
        if (!prepared) return then(std::unexpected(prepared.error()));
        if (auto kept = keepPayload(impl->settings, prepared->origin.payloadSha256, prepared->payload); !kept)
            return then(std::unexpected(kept.error()));
        Dataset dataset{.id = people::newId(people::systemRandom),
                        .provenance = file.options.provenance,
                        .origin = std::move(prepared->origin),
                        .by = by.user,
                        .at = impl->clock.now(),
                        .retired = {}};
        prepared->outcome.dataset = dataset;
        impl->command<ImportOutcome>(
            by, [event = toEvent(dataset)](const storage::Database&, UtcMs) -> log::Decision { return {{event}, {}}; },
            std::move(prepared->outcome), then);
    });
}

void CityService::addSynthetic(Principal by, SyntheticCitySpec spec, Done<Dataset> done) {
    if (!m_impl->allowed(by, "make a synthetic city", done)) return;
    m_impl->desk.slow<Dataset>(std::move(done), [impl = m_impl.get(), by = std::move(by),
                                                 spec](const Done<Dataset>& then) {
        const auto layers = syntheticCity(spec);
        if (!layers) return then(std::unexpected(layers.error()));
        Dataset dataset{.id = people::newId(people::systemRandom),
                        .provenance = layers->buildings.front().provenance,
                        .origin = SyntheticOrigin{spec},
                        .by = by.user,
                        .at = impl->clock.now(),
                        .retired = {}};
        impl->command<Dataset>(
            by, [event = toEvent(dataset)](const storage::Database&, UtcMs) -> log::Decision { return {{event}, {}}; },
            dataset, then);
    });
}

void CityService::retire(Principal by, std::string id, std::string reason, Done<void> done) {
    if (!m_impl->allowed(by, "retire a dataset", done)) return;
    if (reason.empty() || reason.size() > longestReason)
        return m_impl->desk.answer<void>(std::move(done),
                                         fail("BAD_REASON", "a reason of 1 to 1000 bytes is wanted", "reason"));

    struct Nothing {};

    m_impl->command<Nothing>(
        by,
        [retired = RetiredDataset{std::move(id), std::move(reason)}](const storage::Database& database,
                                                                     UtcMs) -> log::Decision {
            const auto present = readDataset(database, retired.id);
            if (!present) return {{}, present.error()};
            if (present->retired) return {{}, Error{"RETIRED", "the dataset was retired before", retired.id}};
            return {{toEvent(retired)}, {}};
        },
        Nothing{}, [done = std::move(done)](const Result<Nothing>& result) { done(result.transform([](Nothing) {})); });
}

} // namespace haneul::city
