#include "server/runtime/server_core.h"

#include "server/broker/embedded_broker.h"
#include "server/demo/demo_traffic.h"
#include "server/http/http_server.h"
#include "server/log/small_file.h"
#include "server/runtime/core_loop.h"
#include "server/runtime/decisions.h"
#include "server/runtime/flight_book.h"
#include "server/runtime/mission_announcer.h"
#include "server/runtime/mission_watch.h"
#include "server/runtime/plan_announcer.h"
#include "server/runtime/zone_announcer.h"
#include "server/storage/instance_lock.h"
#include "server/threads/event_loop_thread.h"

#include <sodium.h>

#include <format>
#include <utility>

namespace haneul::runtime {

namespace {

constexpr const char* demoFeedName = "demo";

std::string describe(const char* kind, const broker::BrokerEndpoint& endpoint) {
    return std::format("{} {}:{}", kind, endpoint.host, endpoint.port);
}

} // namespace

struct ServerCore::Impl {
    Impl(Settings wanted, std::string programVersion)
        : settings(std::move(wanted))
        , version(std::move(programVersion)) {}

    ~Impl() {
        // The reverse of the start: first nobody may ask, then nothing more comes in, then the core ends.
        http.reset();
        planAnnouncer.reset();
        announcer.reset();
        flightBook.reset();
        zoneAnnouncer.reset();
        missions.reset(); // it writes into the log
        mapLibrary.reset();
        if (demo) demo->stop();
        if (embedded) embedded->stop(); // before the loop: it calls back into it
        thread.call([this] { loop.reset(); });
    }

    Result<void> start();
    Result<void> startReplay(replay::Recording recording);
    Result<void> startLive();
    void startEmbeddedBroker();
    void openMaps();
    void openRequestLog();
    Result<void> readGatewayToken();

    // Runs on the core's thread and waits for it.
    template <class Function>
    auto onLoop(Function function) {
        return thread.call(std::move(function));
    }

    void post(std::function<void()> function) { thread.post(std::move(function)); }

    Settings settings;
    std::string version;
    clock::IngestClock clock;
    situation::SituationBoard board;
    situation::NoticeBoard notices;
    std::optional<storage::InstanceLock> lock;
    std::unique_ptr<Decisions> decisions; // before all that writes into its log
    std::unique_ptr<CoreLoop> loop;       // lives and dies on `thread`
    std::unique_ptr<broker::EmbeddedBroker> embedded;
    std::shared_ptr<planner::LocalPlanner> planner;
    std::unique_ptr<demo::DemoTraffic> demo;
    std::shared_ptr<maps::MapLibrary> mapLibrary;
    std::unique_ptr<MissionWatch> missions;       // while live
    std::unique_ptr<MissionAnnouncer> announcer;  // likewise
    std::unique_ptr<ZoneAnnouncer> zoneAnnouncer; // likewise
    std::unique_ptr<FlightBook> flightBook;       // likewise
    std::unique_ptr<FlightBook> planBook;         // likewise
    std::unique_ptr<PlanAnnouncer> planAnnouncer; // likewise
    std::unique_ptr<ground_risk::GroundRiskService> groundRisk;
    std::unique_ptr<paths::PathService> paths;    // stands on the ground risk
    std::unique_ptr<http::RequestLog> requestLog; // null: off
    std::unique_ptr<http::HttpServer> http;
    threads::EventLoopThread thread{"haneul-core"}; // last: it ends before what it uses
};

Result<void> ServerCore::Impl::start() {
    if (sodium_init() < 0) return fail("NO_RANDOMNESS", "the system gives no random numbers");
    auto locked = storage::InstanceLock::acquire(settings.dataFolder);
    if (!locked) return std::unexpected(locked.error());
    lock.emplace(std::move(*locked));
    planner = std::make_shared<planner::LocalPlanner>(settings.planner);
    if (const auto& refused = planner->status().refused; refused && !settings.planner.policy.empty())
        notices.post(clock.now(), situation::NoticeSeverity::Warning, "PLANNER_RULES",
                     "the local planner flies by its rule: " + refused->message + " (" + refused->where + ")",
                     {refused->message + " (" + refused->where + ")"});

    std::optional<replay::Recording> recording;
    if (settings.replayFile) {
        auto loaded = replay::Recording::load(*settings.replayFile);
        if (!loaded) return std::unexpected(loaded.error());
        recording = std::move(*loaded);
    }

    onLoop([&] {
        loop = std::make_unique<CoreLoop>(settings, clock, board, notices, [this] {
            post([this] {
                if (loop) loop->drainTelemetry();
            });
        });
    });
    auto opened = Decisions::open(settings, clock, &notices, Decisions::Use::Running);
    if (!opened) return std::unexpected(opened.error());
    decisions = *std::move(opened);

    if (auto started = recording ? startReplay(std::move(*recording)) : startLive(); !started) return started;

    openMaps();
    groundRisk = std::make_unique<ground_risk::GroundRiskService>(decisions->importedCity());
    paths = std::make_unique<paths::PathService>(
        paths::Sources{.zones = [airspace = &decisions->airspace()] { return airspace->state()->index; },
                       .ground =
                           [city = &decisions->city()] {
                               const auto state = city->state();
                               return paths::Ground{state->city, state->terrain};
                           },
                       .geoid_m = decisions->airspace().surroundings().geoid_m,
                       .risk = groundRisk.get()});
    if (settings.logRequests) openRequestLog();
    http::HttpSettings httpSettings;
    httpSettings.host = settings.httpHost;
    httpSettings.allowedOrigins = settings.httpOrigins;
    httpSettings.port = settings.httpPort;
    if (const auto read = readGatewayToken(); !read) return read;
    httpSettings.offer = settings.offer;
    auto server = http::HttpServer::start(
        std::move(httpSettings),
        {.board = board,
         .clock = clock,
         .tiles = mapLibrary,
         .replayControl = settings.replayFile
                              ? std::function([this](const http::ReplayCommand& command) -> Result<void> {
                                    post([this, command] { loop->control(command); });
                                    return {};
                                })
                              : nullptr,
         .version = version,
         .instance = decisions->log().instance().instanceId,
         .authorise =
             [people = &decisions->people()](std::string_view token, std::string_view address, http::TokenUse use) {
                 using Use = people::PeopleService::Use;
                 return people->principalOf(token, address, use == http::TokenUse::Counts ? Use::Counts : Use::Peek);
             },
         .tellRefusal = [people =
                             &decisions->people()](const people::Principal& who, std::string_view scope,
                                                   std::string_view what) { people->noteRefusal(who, scope, what); },
         .tellTooMany =
             [watch = &decisions->security()](const people::Principal& who) {
                 watch->observe({.what = people::Observation::What::TooMany, .user = who.user, .address = who.desk});
             },
         .tellOffer =
             [this](const Error& error) {
                 notices.post(clock.now(), situation::NoticeSeverity::Warning, error.code,
                              "the gateway does not take what is offered: " + error.message, {error.message});
             },
         .requestLog = requestLog.get(),
         .log = &decisions->log(),
         .people = &decisions->people(),
         .organisations = &decisions->organisations(),
         .security = &decisions->security(),
         .deliveries = &decisions->deliveries(),
         .airspace = &decisions->airspace(),
         .notices = &decisions->notices(),
         .documents = &decisions->documents(),
         .studies = &decisions->studies(),
         .city = &decisions->city(),
         .fleet = &decisions->fleet(),
         .plans = &decisions->plans(),
         .groundRisk = groundRisk.get(),
         .planner = planner.get(),
         .paths = paths.get(),
         .mapCatalog = [library = mapLibrary] { return library->catalog(); },
         .findPlaces = [library = mapLibrary](std::string_view query,
                                              std::size_t limit) { return library->places().find(query, limit); }});
    if (!server) return std::unexpected(server.error());
    http = std::move(*server);
    post([this] { loop->startPublishing(); });
    return {};
}

Result<void> ServerCore::Impl::startReplay(replay::Recording recording) {
    onLoop([&] { loop->play(std::move(recording)); });
    return {};
}

Result<void> ServerCore::Impl::startLive() {
    for (const auto& feed : settings.mavlink)
        onLoop([&] { return loop->addMavlink(feed); });

    if (settings.demo) {
        const std::uint16_t mavlinkPort = onLoop([&] { return loop->addMavlink({.name = demoFeedName, .port = 0}); });
        demo = std::make_unique<demo::DemoTraffic>(
            demo::DemoSettings{.broker = [this] { return embedded ? embedded->endpoint() : broker::BrokerEndpoint{}; },
                               .mavlinkPort = mavlinkPort,
                               .deliveries = [this] { return decisions->deliveries().state(); },
                               .planner = planner},
            clock);
        settings.mqttAccounts = demo->accounts();
    }

    if (settings.mqtt == MqttMode::Embedded)
        startEmbeddedBroker();
    else
        onLoop([&] {
            loop->takeTelemetry(*settings.externalBroker, settings.mqttAccounts,
                                mqtt::UnknownClients::SpeakForThemselves,
                                describe("external", *settings.externalBroker), {});
        });

    for (const auto& feed : settings.sbs)
        onLoop([&] { loop->addSbs(feed); });
    if (demo) {
        if (auto started = demo->start(); !started) return started;
        onLoop([&] { loop->addSbs({.name = demoFeedName, .host = "127.0.0.1", .port = demo->sbsPort()}); });
    }
    missions =
        std::make_unique<MissionWatch>(decisions->deliveries(), board, decisions->airspace().surroundings().geoid_m);
    flightBook = std::make_unique<FlightBook>(decisions->deliveries(), decisions->fleet(), crewsOf(decisions->plans()));
    planBook = std::make_unique<FlightBook>(decisions->plans(), decisions->fleet());
    const auto endpoint = [this] {
        if (settings.mqtt == MqttMode::External) return *settings.externalBroker;
        return embedded ? embedded->endpoint() : broker::BrokerEndpoint{};
    };
    announcer = std::make_unique<MissionAnnouncer>(decisions->deliveries(), decisions->log(), clock, notices, endpoint);
    planAnnouncer =
        std::make_unique<PlanAnnouncer>(decisions->log(), settings.dataFolder / "plan-events.told", endpoint);
    zoneAnnouncer = std::make_unique<ZoneAnnouncer>(decisions->log(), clock, notices, endpoint);
    return {};
}

void ServerCore::Impl::startEmbeddedBroker() {
    broker::EmbeddedBrokerSettings brokerSettings;
    brokerSettings.dataFolder = settings.dataFolder.string();
    brokerSettings.port = settings.embeddedMqttPort;
    embedded = std::make_unique<broker::EmbeddedBroker>(
        brokerSettings, clock, notices, [this](const broker::BrokerEndpoint& endpoint) {
            post([this, endpoint] { loop->brokerMoved(endpoint, describe("embedded", endpoint)); });
        });
    auto started = embedded->setAccounts(settings.mqttAccounts).and_then([&] { return embedded->start(); });
    if (!started) {
        // The desk still shows every other feed; what is missing stands in the feed list, and the broker has posted
        // why.
        onLoop([&] { loop->brokerUnusable(started.error()); });
        return;
    }
    onLoop([&] {
        loop->takeTelemetry(*started, settings.mqttAccounts, mqtt::UnknownClients::Refuse,
                            describe("embedded", *started),
                            [this](const std::string& reason) { embedded->restart(reason); });
    });
}

void ServerCore::Impl::openMaps() {
    maps::MapLibrarySettings wanted{.base = {.pack = settings.mapPack},
                                    .folder =
                                        settings.mapFolder.empty() ? settings.dataFolder / "maps" : settings.mapFolder,
                                    .converted = settings.dataFolder / "maps-converted",
                                    .worker = settings.mapWorker};
    mapLibrary = maps::MapLibrary::open(std::move(wanted), [this](const maps::FileReport& report) {
        const auto severity = report.taken ? situation::NoticeSeverity::Info : situation::NoticeSeverity::Warning;
        notices.post(clock.now(), severity, report.taken ? report.code : "MAP_FILE_REFUSED",
                     report.file + ": " + report.text, {report.file, report.text});
    });
    if (const auto& trouble = mapLibrary->baseTrouble())
        notices.post(clock.now(), situation::NoticeSeverity::Warning, "NO_BASE_MAP",
                     "there is no base map: " + trouble->message, {trouble->message});
}

void ServerCore::Impl::openRequestLog() {
    auto wanted = settings.requestLog;
    if (wanted.file.empty()) wanted.file = settings.dataFolder / "requests.log";
    requestLog = std::make_unique<http::RequestLog>(std::move(wanted), clock, [this](const Error& error) {
        notices.post(clock.now(), situation::NoticeSeverity::Warning, error.code,
                     "requests cannot be logged: " + error.message, {error.message});
    });
}

Result<void> ServerCore::Impl::readGatewayToken() {
    if (settings.offer.services.empty()) return {};
    constexpr std::size_t longest = 4096;
    const auto read = log::readSmallFile(settings.gatewayTokenFile, longest);
    if (!read) return std::unexpected(read.error());
    auto token = read->value_or("");
    token.erase(std::min(token.find_last_not_of(" \t\r\n") + 1, token.size()));
    if (!http::isToken(token))
        return fail("FILE_UNREADABLE", "a token of the gateway is wanted", settings.gatewayTokenFile.string());
    settings.offer.token = std::move(token);
    return {};
}

ServerCore::ServerCore(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

ServerCore::~ServerCore() = default;

Result<std::unique_ptr<ServerCore>> ServerCore::start(Settings settings, std::string version) {
    auto impl = std::make_unique<Impl>(std::move(settings), std::move(version));
    if (auto started = impl->start(); !started) return std::unexpected(started.error());
    return std::unique_ptr<ServerCore>(new ServerCore(std::move(impl)));
}

const situation::SituationBoard& ServerCore::board() const {
    return m_impl->board;
}

const clock::Clock& ServerCore::clock() const {
    return m_impl->clock;
}

std::string ServerCore::httpUrl() const {
    return m_impl->http->url();
}

people::PeopleService& ServerCore::people() const {
    return m_impl->decisions->people();
}

people::OrganisationService& ServerCore::organisations() const {
    return m_impl->decisions->organisations();
}

people::SecurityService& ServerCore::security() const {
    return m_impl->decisions->security();
}

airspace::AirspaceService& ServerCore::airspace() const {
    return m_impl->decisions->airspace();
}

city::CityService& ServerCore::city() const {
    return m_impl->decisions->city();
}

delivery::DeliveryService& ServerCore::deliveries() const {
    return m_impl->decisions->deliveries();
}

notify::NoticeCentre& ServerCore::notices() const {
    return m_impl->decisions->notices();
}

notify::Notifier& ServerCore::notifier() const {
    return m_impl->decisions->notices();
}

study_store::StudyService& ServerCore::studies() const {
    return m_impl->decisions->studies();
}

fleet::FleetService& ServerCore::fleet() const {
    return m_impl->decisions->fleet();
}

plan::PlanService& ServerCore::plans() const {
    return m_impl->decisions->plans();
}

paths::PathService& ServerCore::paths() const {
    return *m_impl->paths;
}

ground_risk::GroundRiskService& ServerCore::groundRisk() const {
    return *m_impl->groundRisk;
}

log::EventLog& ServerCore::eventLog() const {
    return m_impl->decisions->log();
}

std::shared_ptr<const maps::MapLibrary> ServerCore::maps() const {
    return m_impl->mapLibrary;
}

std::string ServerCore::instanceId() const {
    return m_impl->decisions->log().instance().instanceId;
}

Result<void> ServerCore::control(const http::ReplayCommand& command) {
    if (!m_impl->settings.replayFile)
        return fail("NOT_REPLAYING", "this instance shows live feeds; start it with --replay FILE");
    m_impl->post([impl = m_impl.get(), command] { impl->loop->control(command); });
    return {};
}

} // namespace haneul::runtime
