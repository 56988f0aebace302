#pragma once

#include "core/base/error.h"
#include "server/airspace/airspace_service.h"
#include "server/city/city_service.h"
#include "server/clock/clock.h"
#include "server/delivery/event_delivery_service.h"
#include "server/documents/document_service.h"
#include "server/fleet/fleet_service.h"
#include "server/ground_risk/ground_risk_service.h"
#include "server/http/gatekeeper.h"
#include "server/http/head_gate.h"
#include "server/http/replay_command.h"
#include "server/http/request_log.h"
#include "server/http/service_offer.h"
#include "server/log/event_log.h"
#include "server/maps/map_library.h"
#include "server/notify/notice_centre.h"
#include "server/paths/path_service.h"
#include "server/people/organisation_service.h"
#include "server/people/people_service.h"
#include "server/people/security_service.h"
#include "server/plan/plan_service.h"
#include "server/planner/local_planner.h"
#include "server/situation/situation.h"
#include "server/study_store/study_service.h"
#include "server/tiles/tile_source.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace haneul::http {

struct HttpLimits {
    HeadLimits head;
    milliseconds headTime{5'000};       // from the first byte (of a new connection: from the accept) to the empty line
    milliseconds bodyTime{15'000};      // from the empty line to the last byte of the body
    milliseconds responseTime{30'000};  // for the client to take one answer
    milliseconds keepAliveTime{60'000}; // idle between two requests
    std::size_t connectionsPerAddress = 64; // an IPv6 client is known by its /64
    std::size_t connections = 512; // when full, the one that waits longest for a request makes room for a new one
    std::size_t streamMessageBytes = 64 * 1024; // of a message from a WebSocket client
    std::size_t streamQueue = 32;               // messages a WebSocket client may be behind before it is closed
    milliseconds streamIdle{20'000};            // a WebSocket client that answers no ping for so long is closed
    int sendBufferBytes = 256 * 1024;           // SO_SNDBUF: what the kernel may hold for a client that does not read
    RequestRates rates;                         // of the routes under /api
};

struct HttpSettings {
    std::string host = "127.0.0.1"; // an address, not a name ("localhost" is 127.0.0.1)
    std::uint16_t port = 0;         // 0: any free port, see HttpServer::port()
    HttpLimits limits;
    // Beside the server's own origin ("http://" + Host), for WebSocket and for requests that change something: what
    // pages are called from outside where a proxy with TLS stands in front. checkOrigin() accepts each.
    std::vector<std::string> allowedOrigins;
    // Host names that are served. A server bound to a loopback address serves loopback names besides, and nothing else,
    // so that no web page can reach it by re-pointing its own name (DNS rebinding). Bound to another address and left
    // empty: any name.
    std::vector<std::string> allowedHosts;
    unsigned tileThreads = 2;
    std::size_t tileQueue = 64; // tiles waiting to be drawn; beyond it 503 with Retry-After
    std::size_t tileCacheBytes = 64 * 1024 * 1024;
    OfferSettings offer;               // what is done for another instance; checkOffer() accepts it
    milliseconds instanceTime{15'000}; // for an instance to answer for a service; then it is answered in here
};

// What the server shows. The references must outlive it.
struct HttpDependencies {
    const situation::SituationBoard& board;
    const clock::Clock& clock;
    std::shared_ptr<tiles::TileSource> tiles;                        // null: tiles answer 503
    std::function<Result<void>(const ReplayCommand&)> replayControl; // empty: 409 NOT_REPLAYING. Called one at a time
                                                                     // on a thread of the server's own
    std::string version;
    std::string instance;
    Authorise authorise;                                  // empty: nobody gets past the public routes
    TellRefusal tellRefusal;                              // empty: refusals are only counted
    TellTooMany tellTooMany;                              // likewise
    ServiceOffer::TellTrouble tellOffer;                  // likewise
    RequestLog* requestLog = nullptr;                     // null: requests are not logged, its route answers 503
    log::EventLog* log = nullptr;                         // null: the routes about the log answer 503
    people::PeopleService* people = nullptr;              // null: the routes about people answer 503
    people::OrganisationService* organisations = nullptr; // null: the routes about organisations answer 503
    people::SecurityService* security = nullptr;          // null: the routes about security alarms answer 503
    delivery::EventDeliveryService* deliveries = nullptr; // null: the routes about deliveries answer 503
    airspace::AirspaceService* airspace = nullptr;        // null: the routes about zones answer 503
    notify::NoticeCentre* notices = nullptr;              // null: the routes about people's notices answer 503
    documents::DocumentService* documents = nullptr;      // null: the routes about documents answer 503
    study_store::StudyService* studies = nullptr;         // null: the routes about saved studies answer 503
    city::CityService* city = nullptr;                    // null: the routes about the ground answer 503
    fleet::FleetService* fleet = nullptr;                 // null: the routes about the fleet answer 503
    plan::PlanService* plans = nullptr;                   // null: the routes about flight plans answer 503
    ground_risk::GroundRiskService* groundRisk = nullptr; // null: the routes about ground risk answer 503
    const planner::LocalPlanner* planner = nullptr;       // null: the route about the local planner answers 503
    paths::PathService* paths = nullptr;                  // null: the routes about paths answer 503
    std::function<maps::MapCatalogPtr()> mapCatalog;      // empty: no layers
    // Empty: no places. Called on the network thread: a search takes less than a millisecond.
    std::function<std::vector<maps::Place>(std::string_view query, std::size_t limit)> findPlaces;
};

// The HTTP and WebSocket door: /healthz, /metrics, /api/v1/..., /tiles/... (resources/openapi.json says all of it).
// Runs on threads of its own; nothing it does can hold up the caller, and no client can hold up another.
class HttpServer {
public:
    // Listens when it returns. Codes: BAD_ADDRESS, PORT_IN_USE, PORT_NOT_ALLOWED, LISTEN_FAILED.
    [[nodiscard]] static Result<std::unique_ptr<HttpServer>> start(HttpSettings settings,
                                                                   HttpDependencies dependencies);
    // Finishes the answers under way, says good-bye to WebSocket clients; takes less than a second.
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::string url() const; // "http://127.0.0.1:8480"

private:
    struct Impl;
    explicit HttpServer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace haneul::http
