#include "server/http/http_server.h"

#include "server/http/access_policy.h"
#include "server/http/api.h"
#include "server/http/field_page.h"
#include "server/http/gatekeeper.h"
#include "server/http/metrics.h"
#include "server/http/outbound_call.h"
#include "server/http/reading.h"
#include "server/http/routes.h"
#include "server/http/service_api.h"
#include "server/http/service_calls.h"
#include "server/http/service_registry.h"
#include "server/http/stream_hub.h"
#include "server/http/tile_service.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <algorithm>
#include <array>
#include <expected>
#include <format>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <thread>

namespace haneul::http {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using boost::system::error_code;
using tcp = net::ip::tcp;
using SteadyClock = std::chrono::steady_clock;

namespace {

constexpr std::size_t readBlock_bytes = 4096;
constexpr auto watchSlice =
    std::chrono::milliseconds(100); // the longest wait for the watching thread to notice the end
constexpr auto watchPause = std::chrono::milliseconds(20);
constexpr auto lingerTime = std::chrono::seconds(1);
constexpr std::size_t lingerLimit_bytes = 256 * 1024;
constexpr auto drainTime = std::chrono::milliseconds(400); // for answers under way when the server ends
constexpr auto hardStopTime = std::chrono::milliseconds(700);
constexpr auto acceptPause = std::chrono::milliseconds(50);
constexpr std::size_t replayQueue = 8;
constexpr unsigned studyThreads = 2; // calculations and files of plans at once
constexpr std::size_t studyQueue = 16;
constexpr std::size_t mostCallsOut = 32; // to instances of services at once; further ones are answered in here
constexpr std::string_view inHere = "built-in";

constexpr auto asTuple = net::as_tuple(net::use_awaitable);

using Parser = beast::http::request_parser<beast::http::string_body>;

struct Connection {
    enum class Phase {
        FirstHead, // has not asked for anything yet
        Idle,      // between two requests
        Head,      // in the middle of a further request's head
        Busy,      // a request is being answered
        Stream,    // WebSocket
        Lingering, // refused; the rest of what it sends is thrown away
    };

    Connection(tcp::socket socket, std::string from, std::string key, std::size_t maxBuffer)
        : stream(std::move(socket))
        , peer(std::move(from))
        , address(std::move(key))
        , buffer(maxBuffer) {}

    void enter(Phase next) {
        phase = next;
        since = SteadyClock::now();
    }

    void close() {
        if (client)
            beast::get_lowest_layer(client->socket).close();
        else
            stream.close();
    }

    beast::tcp_stream stream;
    std::string peer;    // address of the client
    std::string address; // under which it is counted: of an IPv6 client its /64
    beast::flat_buffer buffer;
    RequestRecord request;           // the one that is answered; without an id: none is
    SteadyClock::time_point begun{}; // with it
    Phase phase = Phase::FirstHead;
    SteadyClock::time_point since = SteadyClock::now();
    std::shared_ptr<StreamClient> client; // with Phase::Stream
};

using ConnectionPtr = std::shared_ptr<Connection>;

// What another thread will bring.
template <class Value>
struct Pending {
    explicit Pending(const net::any_io_executor& executor)
        : ready(executor, SteadyClock::time_point::max()) {}

    net::steady_timer ready;
    std::optional<Value> value;
};

// Through which others bring what may come after the server has gone.
class Mailbox {
public:
    explicit Mailbox(net::io_context& io)
        : m_io(&io) {}

    template <class Job>
    void post(Job job) {
        const std::lock_guard lock(m_mutex);
        if (m_io != nullptr) net::post(*m_io, std::move(job));
    }

    void close() {
        const std::lock_guard lock(m_mutex);
        m_io = nullptr;
    }

private:
    std::mutex m_mutex;
    net::io_context* m_io;
};

net::ip::address plainAddress(const net::ip::address& address) {
    if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address;
    return net::ip::make_address_v4(net::ip::v4_mapped, address.to_v6());
}

std::string addressKey(const net::ip::address& address) {
    if (!address.is_v6()) return address.to_string();
    auto bytes = address.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0)); // one household, one /64
    return net::ip::address_v6(bytes).to_string();
}

// RFC 9110 5.6.7
std::string httpDate(UtcMs time) {
    return std::format("{:%a, %d %b %Y %H:%M:%S} GMT", std::chrono::floor<std::chrono::seconds>(time));
}

bool isTimeout(const error_code& problem) {
    return problem == beast::error::timeout;
}

bool mayChange(Method method) {
    return method != Method::Get && method != Method::Head && method != Method::Options;
}

// What was asked for is not here, but the connection is in order: the next request may be better.
bool canGoOn(const RequestHead& head, const Error& error) {
    constexpr std::array<std::string_view, 5> harmless{"NOT_FOUND", "METHOD_NOT_ALLOWED", "NOT_LOGGED_IN", "FORBIDDEN",
                                                       "TOO_MANY_REQUESTS"};
    return head.contentLength.value_or(0) == 0 && std::ranges::contains(harmless, error.code);
}

bool isStreamUpgrade(const MatchedRoute& match, const RequestHead& head) {
    return match.route != nullptr && match.route->id == RouteId::Stream && head.method == Method::Get;
}

struct NotAdmitted {
    Error error;
    std::chrono::milliseconds retryAfter{0};
};

using Admission = std::expected<Admitted, NotAdmitted>;

NotAdmitted notAdmitted(std::string code, std::string message, std::string where) {
    return {{std::move(code), std::move(message), std::move(where)}};
}

Response refusalOf(const NotAdmitted& refused, const RequestHead* head) {
    const Error& error = refused.error;
    auto response = errorResponse(error);
    if (refused.retryAfter.count() > 0)
        response.fields.emplace_back(
            "Retry-After", std::to_string(std::chrono::ceil<std::chrono::seconds>(refused.retryAfter).count()));
    if (head != nullptr && error.code == "METHOD_NOT_ALLOWED")
        response.fields.emplace_back("Allow", allowedMethods(head->path));
    return response;
}

enum class InstanceTrouble { Busy, Broken };

// What the instance made of the request itself is the answer; of everything else it is not.
std::expected<Response, InstanceTrouble> answerOfInstance(Result<OutboundAnswer> answer) {
    constexpr std::array<unsigned, 5> answers{200, 400, 404, 415, 422};
    if (!answer) return std::unexpected(InstanceTrouble::Broken);
    if (answer->status == 429 || answer->status == 503) return std::unexpected(InstanceTrouble::Busy);
    if (!std::ranges::contains(answers, answer->status) || !answer->contentType.starts_with("application/json"))
        return std::unexpected(InstanceTrouble::Broken);
    return withStatus(answer->status, std::move(answer->body));
}

Error listenError(const error_code& problem, const std::string& where) {
    if (problem == net::error::address_in_use) return {"PORT_IN_USE", "another program listens there", where};
    if (problem == net::error::access_denied) return {"PORT_NOT_ALLOWED", "this user may not listen there", where};
    if (problem == boost::system::errc::address_not_available)
        return {"BAD_ADDRESS", "this machine does not have that address", where};
    return {"LISTEN_FAILED", problem.message(), where};
}

} // namespace

struct HttpServer::Impl {
    Impl(HttpSettings settingsGiven, HttpDependencies dependenciesGiven, bool loopback)
        : settings(std::move(settingsGiven))
        , limits(settings.limits)
        , dependencies(std::move(dependenciesGiven))
        , policy(loopback ? AccessPolicy::Binding::Loopback : AccessPolicy::Binding::Network, settings.allowedHosts,
                 settings.allowedOrigins)
        , gatekeeper(authoriser(), dependencies.tellRefusal, limits.rates, dependencies.tellTooMany)
        , api(dependencies)
        , hub(limits, gatekeeper, metrics, dependencies.board.latest())
        , acceptor(io)
        , work(io.get_executor())
        , drainTimer(io)
        , hardStopTimer(io) {
        if (dependencies.tiles)
            tiles = std::make_unique<TileService>(dependencies.tiles, settings.tileThreads, settings.tileQueue,
                                                  settings.tileCacheBytes);
        if (dependencies.replayControl) replayPool = std::make_unique<WorkerPool>(1U, replayQueue);
    }

    ~Impl() {
        plansSubscription.reset();
        deliveriesSubscription.reset();
        zonesSubscription.reset();
        stop();
        hub.close();
        mailbox->close();
    }

    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    Result<void> listen(const net::ip::address& address);
    void run();
    void stop();

    // -- connections
    net::awaitable<void> acceptLoop();
    void admit(tcp::socket socket);
    bool makeRoom();
    void forget(const ConnectionPtr& connection);
    net::awaitable<void> serve(ConnectionPtr connection);

    // -- one request; false: the connection is over
    net::awaitable<bool> serveRequest(const ConnectionPtr& connection);
    net::awaitable<std::optional<std::size_t>> readHead(Connection& connection);
    net::awaitable<bool> readBody(Connection& connection, Parser& parser);
    net::awaitable<Response> respond(const Admission& admission, const RequestHead& head, const std::string& body);
    net::awaitable<Response> answer(const Admitted& admitted, const RequestHead& head, const std::string& body);
    // What a service answers on a thread of its own: `arrival` takes it from there, `arrived` waits for it here.
    std::function<void(Response)> arrival(std::shared_ptr<Pending<Response>> pending) const;
    net::awaitable<Response> arrived(std::shared_ptr<Pending<Response>> pending);
    net::awaitable<Response> answerTile(const MatchedRoute& match, const RequestHead& head);
    // The answer of the service's instance; nullopt: there is none, or it failed.
    net::awaitable<std::optional<Response>> answerElsewhere(const Service& service, const RequestHead& head,
                                                            const std::string& body);
    net::awaitable<Response> answerHere(const Admitted& admitted, const RequestHead& head, const std::string& body);
    Authorise authoriser();
    net::awaitable<Response> answerReplay(const RequestHead& head, const std::string& body);
    Response answerMetrics();
    Admission admitRequest(const RequestHead& head, Connection& connection);
    void beginRequest(Connection& connection, std::size_t headBytes);
    void endRequest(Connection& connection);
    net::awaitable<bool> write(Connection& connection, const Response& response, Method method, bool keepAlive);
    net::awaitable<bool> refuse(Connection& connection, const NotAdmitted& refused, const RequestHead* head = nullptr);
    net::awaitable<void> linger(Connection& connection);

    void watch(const std::stop_token& stopToken);

    void beginStop();
    void finishStopWhenEmpty();

    HttpSettings settings;
    HttpLimits limits;
    HttpDependencies dependencies;
    ServiceRegistry services;
    std::size_t callsOut = 0; // under way
    AccessPolicy policy;
    Gatekeeper gatekeeper;
    Api api;
    HttpMetrics metrics;
    SteadyClock::time_point started = SteadyClock::now();
    std::uint32_t requestRun = std::random_device()(); // tells the requests of this run from those of another
    std::uint64_t requestNumber = 0;
    std::set<ConnectionPtr> connections;
    std::map<std::string, std::size_t> perAddress;
    StreamHub hub;
    delivery::DeliveryService::Subscription deliveriesSubscription;
    plan::PlanService::Subscription plansSubscription;
    airspace::AirspaceService::Subscription zonesSubscription;
    bool stopping = false;

    // Before it go all that its handlers may touch when they are thrown away unfinished; after it all that needs it.
    net::io_context io{1};
    std::shared_ptr<Mailbox> mailbox = std::make_shared<Mailbox>(io);
    tcp::acceptor acceptor;
    net::executor_work_guard<net::io_context::executor_type> work;
    net::steady_timer drainTimer;
    net::steady_timer hardStopTimer;
    std::unique_ptr<ServiceOffer> offer; // null: this instance offers nothing
    std::unique_ptr<TileService> tiles;
    std::unique_ptr<WorkerPool> replayPool;
    WorkerPool studyPool{studyThreads, studyQueue};
    std::jthread watcher;
    std::thread thread;
};

// ---------------------------------------------------------------- life

Result<void> HttpServer::Impl::listen(const net::ip::address& address) {
    const tcp::endpoint endpoint(address, settings.port);
    const auto where = std::format("{}:{}", settings.host, settings.port);
    error_code problem;
    acceptor.open(endpoint.protocol(), problem);
    if (!problem) acceptor.set_option(net::socket_base::reuse_address(true), problem);
    if (!problem) acceptor.bind(endpoint, problem);
    if (!problem) acceptor.listen(net::socket_base::max_listen_connections, problem);
    if (problem) return std::unexpected(listenError(problem, where));
    settings.port = acceptor.local_endpoint().port();
    return {};
}

// Besides the people's tokens, the credential that the gateway was given.
Authorise HttpServer::Impl::authoriser() {
    if (settings.offer.services.empty()) return dependencies.authorise;
    return [this](std::string_view token, std::string_view address, TokenUse use) -> Result<people::Principal> {
        if (auto gateway = offer->principalOf(token, address)) return *std::move(gateway);
        if (!dependencies.authorise) return fail("SESSION_ENDED", "nobody has a token here", "token");
        return dependencies.authorise(token, address, use);
    };
}

void HttpServer::Impl::run() {
    if (!settings.offer.services.empty()) {
        offer = std::make_unique<ServiceOffer>(io, settings.offer, dependencies.instance, settings.port,
                                               dependencies.tellOffer);
        net::post(io, [this] { offer->begin(); });
    }
    hub.open(io);
    if (dependencies.deliveries != nullptr) hub.onDeliveries(dependencies.deliveries->state());
    if (dependencies.plans != nullptr) hub.onPlans(dependencies.plans->state());
    if (dependencies.airspace != nullptr) hub.onZones(dependencies.airspace->state());
    net::co_spawn(io, acceptLoop(), net::detached);
    thread = std::thread([this] {
        while (true) {
            try {
                io.run();
                return;
            } catch (const std::exception&) { // out of memory in one handler must not end the others
                metrics.countRefusal("INTERNAL");
            }
        }
    });
    if (dependencies.deliveries != nullptr) {
        deliveriesSubscription =
            dependencies.deliveries->subscribe([this, box = mailbox](delivery::DeliveryStatePtr state) {
                box->post([this, state = std::move(state)]() mutable { hub.onDeliveries(std::move(state)); });
            });
    }
    if (dependencies.plans != nullptr) {
        plansSubscription = dependencies.plans->subscribe([this, box = mailbox](plan::PlanStatePtr state) {
            box->post([this, state = std::move(state)]() mutable { hub.onPlans(std::move(state)); });
        });
    }
    if (dependencies.airspace != nullptr) {
        zonesSubscription = dependencies.airspace->subscribe([this, box = mailbox](airspace::AirspaceStatePtr state) {
            box->post([this, state = std::move(state)]() mutable { hub.onZones(std::move(state)); });
        });
    }
    watcher = std::jthread([this](const std::stop_token& stopToken) { watch(stopToken); });
}

void HttpServer::Impl::stop() {
    watcher.request_stop();
    net::post(io, [this] { beginStop(); });
    if (!thread.joinable()) return;
    thread.join();
    stopping = false; // the timers need no cancelling when the handlers that are left are thrown away
}

void HttpServer::Impl::beginStop() {
    stopping = true;
    error_code ignored;
    acceptor.close(ignored);
    if (offer) offer->end();
    hub.stop();
    work.reset();
    for (const auto& connection : connections)
        if (connection->phase != Connection::Phase::Busy && connection->phase != Connection::Phase::Stream)
            connection->close();
    drainTimer.expires_after(drainTime);
    drainTimer.async_wait([this](const error_code& problem) {
        if (problem) return;
        for (const auto& connection : connections)
            connection->close();
    });
    hardStopTimer.expires_after(hardStopTime);
    hardStopTimer.async_wait([this](const error_code& problem) {
        if (!problem) io.stop();
    });
    finishStopWhenEmpty();
}

void HttpServer::Impl::finishStopWhenEmpty() {
    if (!stopping || !connections.empty()) return;
    drainTimer.cancel();
    hardStopTimer.cancel();
}

// ---------------------------------------------------------------- connections

net::awaitable<void> HttpServer::Impl::acceptLoop() {
    net::steady_timer pause(io);
    while (acceptor.is_open()) {
        auto [problem, socket] = co_await acceptor.async_accept(asTuple);
        if (problem == net::error::operation_aborted || !acceptor.is_open()) co_return;
        if (problem) { // no file descriptor left, or the client is gone again
            pause.expires_after(acceptPause);
            co_await pause.async_wait(asTuple);
            continue;
        }
        admit(std::move(socket));
    }
}

void HttpServer::Impl::admit(tcp::socket socket) {
    error_code problem;
    const auto remote = socket.remote_endpoint(problem);
    if (problem) return;
    ++metrics.accepted;
    const auto peer = plainAddress(remote.address());
    auto address = addressKey(peer);
    if (const auto known = perAddress.find(address);
        known != perAddress.end() && known->second >= limits.connectionsPerAddress) {
        metrics.countRefusal("ADDRESS_LIMIT");
        return; // closes
    }
    if (connections.size() >= limits.connections && !makeRoom()) {
        metrics.countRefusal("CONNECTION_LIMIT");
        return;
    }
    socket.set_option(tcp::no_delay(true), problem);
    socket.set_option(net::socket_base::send_buffer_size(limits.sendBufferBytes), problem);
    auto connection =
        std::make_shared<Connection>(std::move(socket), peer.to_string(), std::move(address), limits.head.maxBytes);
    connections.insert(connection);
    ++perAddress[connection->address];
    net::co_spawn(io, serve(std::move(connection)), net::detached);
}

// A full house must not lock out those who have something to ask: first goes who came first and has not asked yet, then
// who is idle longest.
bool HttpServer::Impl::makeRoom() {
    using Phase = Connection::Phase;
    const auto oldest = [&](auto&& matches) -> ConnectionPtr {
        ConnectionPtr found;
        for (const auto& connection : connections)
            if (matches(connection->phase) && (!found || connection->since < found->since)) found = connection;
        return found;
    };
    auto victim = oldest([](Phase phase) { return phase == Phase::FirstHead || phase == Phase::Head; });
    if (!victim) victim = oldest([](Phase phase) { return phase == Phase::Idle || phase == Phase::Lingering; });
    if (!victim) return false;
    metrics.countRefusal("MADE_ROOM");
    victim->close();
    forget(victim);
    return true;
}

void HttpServer::Impl::forget(const ConnectionPtr& connection) {
    if (connections.erase(connection) == 0) return;
    const auto known = perAddress.find(connection->address);
    if (--known->second == 0) perAddress.erase(known);
    finishStopWhenEmpty();
}

net::awaitable<void> HttpServer::Impl::serve(ConnectionPtr connection) {
    struct Leave {
        Impl& impl;
        const ConnectionPtr& connection;

        ~Leave() { impl.forget(connection); }
    } const leave{*this, connection};

    // Not set again by the bytes that come: who sends one byte a second is cut at the same instant.
    connection->stream.expires_after(limits.headTime);
    while (co_await serveRequest(connection)) {
    }
}

// ---------------------------------------------------------------- one request

net::awaitable<std::optional<std::size_t>> HttpServer::Impl::readHead(Connection& connection) {
    constexpr std::string_view end = "\r\n\r\n";
    auto& buffer = connection.buffer;
    const bool first = connection.phase == Connection::Phase::FirstHead;
    bool begun = buffer.size() > 0; // sent ahead of the last answer
    if (!first) {
        connection.enter(begun ? Connection::Phase::Head : Connection::Phase::Idle);
        connection.stream.expires_after(begun ? limits.headTime : limits.keepAliveTime);
    }
    std::size_t searched = 0;
    while (true) {
        const std::string_view bytes(static_cast<const char*>(buffer.cdata().data()), buffer.size());
        if (const auto found = bytes.find(end, searched); found != std::string_view::npos) co_return found + end.size();
        searched = bytes.size() - std::min(bytes.size(), end.size() - 1);
        if (bytes.size() >= limits.head.maxBytes) co_return 0;
        const auto room = buffer.prepare(std::min(readBlock_bytes, limits.head.maxBytes - bytes.size()));
        const auto [problem, size] = co_await connection.stream.async_read_some(room, asTuple);
        if (problem) {
            if (isTimeout(problem) && (begun || first)) metrics.countRefusal("HEAD_TIMEOUT");
            co_return std::nullopt;
        }
        buffer.commit(size);
        if (!begun && !first) {
            connection.enter(Connection::Phase::Head);
            connection.stream.expires_after(limits.headTime);
        }
        begun = true;
    }
}

// What its line of the request log will say is gathered while it is answered.
void HttpServer::Impl::beginRequest(Connection& connection, std::size_t headBytes) {
    connection.begun = SteadyClock::now();
    connection.request = {.time = dependencies.clock.now(),
                          .id = std::format("{:08x}-{}", requestRun, ++requestNumber),
                          .address = connection.peer,
                          .received_bytes = headBytes};
}

void HttpServer::Impl::endRequest(Connection& connection) {
    auto& request = connection.request;
    if (request.id.empty()) return;
    if (connection.client) {
        request.received_bytes += connection.client->received_bytes;
        request.sent_bytes += connection.client->sent_bytes;
    }
    request.duration = std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - connection.begun);
    if (dependencies.requestLog != nullptr) dependencies.requestLog->add(request);
    request.id.clear();
}

Admission HttpServer::Impl::admitRequest(const RequestHead& head, Connection& connection) {
    if (!policy.hostAllowed(head.host))
        return std::unexpected(notAdmitted("HOST_NOT_ALLOWED", "this server does not answer to that name", "host"));
    auto match = head.method == Method::Options && !allowedMethods(head.path).empty()
                     ? Result<MatchedRoute>(MatchedRoute{})
                     : matchRoute(head.method, head.path);
    if (!match) return std::unexpected(NotAdmitted{match.error()});
    if (match->route != nullptr) connection.request.route = match->route->pattern;
    const std::size_t cap = match->route != nullptr ? match->route->bodyCap : 0;
    if (head.contentLength.value_or(0) > cap)
        return std::unexpected(
            notAdmitted("CONTENT_TOO_LARGE", std::format("the body may have {} bytes here", cap), "content-length"));
    const bool guarded = mayChange(head.method) || (match->route != nullptr && match->route->id == RouteId::Stream);
    if (head.count("origin") > 1 || (guarded && !policy.originAllowed(head.field("origin"), head.host)))
        return std::unexpected(notAdmitted("ORIGIN_NOT_ALLOWED", "pages from there may not use this server", "origin"));
    if (match->route == nullptr) return Admitted{*std::move(match), {}, {}, connection.peer};
    auto who = gatekeeper.admit(*match->route, head, connection.address, SteadyClock::now());
    const auto& known = who ? *who : who.error().who;
    connection.request.user = known.user;
    connection.request.session = known.session;
    if (!who) return std::unexpected(NotAdmitted{who.error().error, who.error().retryAfter});
    auto token = bearerToken(*match->route, head, connection.address);
    return Admitted{*std::move(match), *std::move(who), std::move(token), connection.peer};
}

net::awaitable<bool> HttpServer::Impl::readBody(Connection& connection, Parser& parser) {
    if (parser.is_done()) co_return true;
    connection.stream.expires_after(limits.bodyTime);
    const auto [problem, size] =
        co_await beast::http::async_read(connection.stream, connection.buffer, parser, asTuple);
    metrics.received_bytes += size;
    connection.request.received_bytes += size;
    if (isTimeout(problem)) metrics.countRefusal("BODY_TIMEOUT");
    if (problem) connection.request.error = isTimeout(problem) ? "BODY_TIMEOUT" : "CLIENT_GONE";
    co_return !problem;
}

net::awaitable<bool> HttpServer::Impl::serveRequest(const ConnectionPtr& connection) {
    const auto headSize = co_await readHead(*connection);
    if (!headSize || stopping) co_return false;
    connection->enter(Connection::Phase::Busy);

    struct End {
        Impl& impl;
        Connection& connection;

        ~End() { impl.endRequest(connection); } // streams, and those whose client has gone
    } const end{*this, *connection};

    const std::string_view bytes(static_cast<const char*>(connection->buffer.cdata().data()),
                                 connection->buffer.size());
    beginRequest(*connection, *headSize == 0 ? bytes.size() : *headSize);
    if (*headSize == 0) co_return co_await refuse(*connection, {oversizedHead(bytes)});
    const auto raw = bytes.substr(0, *headSize);
    metrics.received_bytes += raw.size();
    const auto head = checkHead(raw, limits.head);
    if (!head) co_return co_await refuse(*connection, {head.error()});
    connection->request.method = toString(head->method);
    connection->request.path = head->path;
    const auto admission = admitRequest(*head, *connection);
    if (!admission && !canGoOn(*head, admission.error().error))
        co_return co_await refuse(*connection, admission.error(), &*head);
    const Route* const route = admission ? admission->match.route : nullptr;

    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(limits.head.maxBytes));
    parser.body_limit(route != nullptr ? route->bodyCap : 0);
    error_code problem;
    parser.put(net::buffer(raw), problem);
    if (problem || parser.chunked())
        co_return co_await refuse(*connection, notAdmitted("BAD_REQUEST", "the request is not understood", "header"));
    connection->buffer.consume(*headSize);
    if (!co_await readBody(*connection, parser)) co_return false;
    if (admission && isStreamUpgrade(admission->match, *head) && websocket::is_upgrade(parser.get())) {
        if (connection->buffer.size() > 0)
            co_return co_await refuse(*connection,
                                      notAdmitted("BAD_UPGRADE", "data came ahead of the upgrade", "body"));
        metrics.countRequest(route->pattern, 101, SteadyClock::now() - connection->begun);
        connection->request.status = 101;
        connection->stream.expires_never(); // from here the WebSocket's own timers rule
        connection->client =
            std::make_shared<StreamClient>(std::move(connection->stream), admission->token, connection->address);
        connection->enter(Connection::Phase::Stream);
        co_await hub.serve(connection->client, parser.release());
        co_return false;
    }
    const auto response = co_await respond(admission, *head, parser.get().body());
    const bool keepAlive = parser.get().keep_alive() && !stopping;
    const bool written = co_await write(*connection, response, head->method, keepAlive);
    if (!admission) metrics.countRefusal(admission.error().error.code);
    metrics.countRequest(route != nullptr ? route->pattern : "unmatched", response.status,
                         SteadyClock::now() - connection->begun);
    if (written && !keepAlive) co_await linger(*connection);
    co_return written&& keepAlive;
}

net::awaitable<Response> HttpServer::Impl::respond(const Admission& admission, const RequestHead& head,
                                                   const std::string& body) {
    if (!admission) co_return refusalOf(admission.error(), &head);
    if (admission->match.route != nullptr) co_return co_await answer(*admission, head, body);
    Response options;
    options.status = 204;
    options.fields.emplace_back("Allow", allowedMethods(head.path));
    co_return options;
}

net::awaitable<Response> HttpServer::Impl::answer(const Admitted& admitted, const RequestHead& head,
                                                  const std::string& body) {
    const MatchedRoute& match = admitted.match;
    if (isFieldRoute(match.route->id)) co_return answerField(match, head);
    if (isServiceRoute(match.route->id))
        co_return answerServices(services,
                                 {match, admitted.who, head.query, std::string(head.field("content-type")), body},
                                 admitted.address, dependencies.clock.now());
    switch (match.route->id) {
    case RouteId::Tile:
        co_return co_await answerTile(match, head);
    case RouteId::Replay:
        co_return co_await answerReplay(head, body);
    case RouteId::Metrics:
        co_return answerMetrics();
    case RouteId::Stream: {
        auto response = errorResponse({"UPGRADE_REQUIRED", "this path speaks WebSocket only", "upgrade"});
        response.fields.emplace_back("Upgrade", "websocket");
        co_return response;
    }
    default:
        break;
    }
    const Service* const service = serviceOf(match.route->id);
    if (service != nullptr && !wasPassedOn(head))
        if (auto response = co_await answerElsewhere(*service, head, body)) co_return *std::move(response);
    auto response = co_await answerHere(admitted, head, body);
    if (service != nullptr) response.instance = inHere;
    co_return response;
}

net::awaitable<std::optional<Response>>
HttpServer::Impl::answerElsewhere(const Service& service, const RequestHead& head, const std::string& body) {
    if (callsOut >= mostCallsOut) co_return std::nullopt;
    const auto instance = services.next(service.name, dependencies.clock.now());
    if (!instance) co_return std::nullopt;
    const auto pending = std::make_shared<Pending<Result<OutboundAnswer>>>(io.get_executor());
    OutboundCall call;
    call.address = instance->address;
    call.port = instance->port;
    call.method = toString(head.method);
    call.target = head.target;
    call.token = instance->credential;
    call.contentType = head.field("content-type");
    call.body = body;
    call.answerTime = settings.instanceTime;
    ++callsOut;
    callOut(io, std::move(call), [pending](Result<OutboundAnswer> answer) {
        pending->value = std::move(answer);
        pending->ready.cancel();
    });
    while (!pending->value)
        co_await pending->ready.async_wait(asTuple);
    --callsOut;
    auto response = answerOfInstance(*std::move(pending->value));
    if (response) {
        services.noteAnswer(service.name, *instance);
        response->instance = instance->id;
        co_return *std::move(response);
    }
    if (response.error() == InstanceTrouble::Broken)
        services.noteFailure(service.name, *instance, dependencies.clock.now());
    co_return std::nullopt;
}

net::awaitable<Response> HttpServer::Impl::answerHere(const Admitted& admitted, const RequestHead& head,
                                                      const std::string& body) {
    const auto pending = std::make_shared<Pending<Response>>(io.get_executor());
    if (askService(dependencies, admitted, head, body, arrival(pending))) co_return co_await arrived(pending);
    auto calculation = calculationFor(dependencies, admitted, head, body);
    if (!calculation) co_return errorResponse(calculation.error());
    if (!calculation->answer) co_return api.answer(admitted.match, head);
    const bool queued =
        studyPool.post([take = arrival(pending), answer = std::move(calculation->answer)] { take(answer()); });
    if (!queued)
        co_return errorResponse({"BUSY", "too many files and studies are waiting", std::string(calculation->what)});
    co_return co_await arrived(pending);
}

net::awaitable<Response> HttpServer::Impl::answerTile(const MatchedRoute& match, const RequestHead& head) {
    if (!head.query.empty()) co_return errorResponse({"BAD_QUERY", "this path takes no query", "query"});
    const auto& parameters = match.parameters;
    const auto key = tileKeyFrom(parameters[0], parameters[1], parameters[2], parameters[3]);
    if (!key) co_return errorResponse(key.error());
    if (!tiles) co_return errorResponse({"NO_TILES", "there is no base map", "tiles"});
    const auto pending = std::make_shared<Pending<Result<TileBytes>>>(io.get_executor());
    tiles->request(*key, [pending, executor = io.get_executor()](Result<TileBytes> tile) {
        net::post(executor, [pending, tile = std::move(tile)]() mutable {
            pending->value = std::move(tile);
            pending->ready.cancel();
        });
    });
    while (!pending->value)
        co_await pending->ready.async_wait(asTuple);
    if (!*pending->value) co_return errorResponse(pending->value->error());
    Response response;
    response.contentType = "image/png";
    // A stack with layers that says no version may show other data at any time.
    const bool mayChange = key->style.contains('~') && !key->style.contains('@');
    response.cacheControl = mayChange ? "public, max-age=5" : "public, max-age=3600";
    response.body = **pending->value;
    co_return response;
}

std::function<void(Response)> HttpServer::Impl::arrival(std::shared_ptr<Pending<Response>> pending) const {
    return [pending = std::move(pending), box = mailbox](Response response) {
        box->post([pending, response = std::move(response)]() mutable {
            pending->value = std::move(response);
            pending->ready.cancel();
        });
    };
}

net::awaitable<Response> HttpServer::Impl::arrived(std::shared_ptr<Pending<Response>> pending) {
    while (!pending->value)
        co_await pending->ready.async_wait(asTuple);
    co_return *std::move(pending->value);
}

net::awaitable<Response> HttpServer::Impl::answerReplay(const RequestHead& head, const std::string& body) {
    const auto type = head.field("content-type");
    const auto mediaType = type.substr(0, type.find_first_of("; "));
    if (mediaType != "application/json")
        co_return errorResponse({"UNSUPPORTED_MEDIA_TYPE", "send application/json", "content-type"});
    const auto command = replayCommandFromJson(body);
    if (!command) co_return errorResponse(command.error());
    if (!replayPool) co_return errorResponse({"NOT_REPLAYING", "there is no replay to steer", "replay"});
    const auto pending = std::make_shared<Pending<Result<void>>>(io.get_executor());
    const bool queued = replayPool->post([this, pending, command = *command, executor = io.get_executor()] {
        auto done = dependencies.replayControl(command);
        net::post(executor, [pending, done = std::move(done)]() mutable {
            pending->value = std::move(done);
            pending->ready.cancel();
        });
    });
    if (!queued) co_return errorResponse({"BUSY", "too many commands are waiting", "replay"});
    while (!pending->value)
        co_await pending->ready.async_wait(asTuple);
    if (*pending->value) co_return jsonResponse(R"({"status":"ok"})");
    auto response = errorResponse(pending->value->error());
    if (response.status == 500) response.status = 422; // the replay's own codes
    co_return response;
}

Response HttpServer::Impl::answerMetrics() {
    const auto situation = dependencies.board.latest();
    auto response = jsonResponse(metricsText(
        metrics, {.situation = *situation,
                  .now = dependencies.clock.now(),
                  .uptime = SteadyClock::now() - started,
                  .connections = connections.size(),
                  .streams = hub.clients(),
                  .longestStreamQueue = hub.longestQueue(),
                  .tiles = tiles ? tiles->counters() : TileCounters{},
                  .unloggedRequests = dependencies.requestLog != nullptr ? dependencies.requestLog->lost() : 0,
                  .version = dependencies.version}));
    response.contentType = "text/plain; version=0.0.4; charset=utf-8";
    return response;
}

net::awaitable<bool> HttpServer::Impl::write(Connection& connection, const Response& response, Method method,
                                             bool keepAlive) {
    namespace http = beast::http;
    const std::size_t size = response.body ? response.body->size() : 0;
    http::response<http::span_body<const char>> message{static_cast<http::status>(response.status), 11};
    message.set(http::field::date, httpDate(dependencies.clock.now()));
    if (response.body) message.set(http::field::content_type, response.contentType);
    message.set(http::field::cache_control, response.cacheControl);
    message.set("X-Request-Id", connection.request.id);
    if (!response.instance.empty()) message.set("Haneul-Instance", response.instance);
    message.set("X-Content-Type-Options", "nosniff");
    message.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    message.set("Cross-Origin-Resource-Policy", "same-origin");
    for (const auto& [name, value] : response.fields)
        message.set(name, value);
    if (response.status != 204 && response.status != 304) message.content_length(size);
    message.keep_alive(keepAlive);
    if (response.body && method != Method::Head)
        message.body() = beast::span<const char>(response.body->data(), response.body->size());
    connection.stream.expires_after(limits.responseTime);
    const auto [problem, sent] = co_await http::async_write(connection.stream, message, asTuple);
    metrics.sent_bytes += sent;
    if (isTimeout(problem)) metrics.countRefusal("RESPONSE_TIMEOUT");
    auto& request = connection.request;
    request.status = response.status;
    request.error = !problem ? response.error : isTimeout(problem) ? "RESPONSE_TIMEOUT" : "CLIENT_GONE";
    request.instance = response.instance;
    request.sent_bytes += sent;
    endRequest(connection);
    co_return !problem;
}

// After a refusal nothing that follows on the connection can be trusted to be a request.
net::awaitable<bool> HttpServer::Impl::refuse(Connection& connection, const NotAdmitted& refused,
                                              const RequestHead* head) {
    metrics.countRefusal(refused.error.code);
    const auto response = refusalOf(refused, head);
    metrics.countRequest("refused", response.status, {});
    if (co_await write(connection, response, head != nullptr ? head->method : Method::Get, false))
        co_await linger(connection);
    co_return false;
}

// Closing with unread bytes makes the kernel reset the connection, and the client might never see the answer.
net::awaitable<void> HttpServer::Impl::linger(Connection& connection) {
    connection.enter(Connection::Phase::Lingering);
    error_code problem;
    connection.stream.socket().shutdown(tcp::socket::shutdown_send, problem);
    if (problem) co_return;
    connection.stream.expires_after(lingerTime);
    std::array<char, readBlock_bytes> waste{};
    for (std::size_t total = 0; total < lingerLimit_bytes;) {
        const auto [readProblem, size] = co_await connection.stream.async_read_some(net::buffer(waste), asTuple);
        if (readProblem) co_return;
        total += size;
    }
}

void HttpServer::Impl::watch(const std::stop_token& stopToken) {
    std::uint64_t seen = 0;
    while (!stopToken.stop_requested()) {
        auto situation = dependencies.board.waitForNewer(seen, watchSlice);
        if (situation->number == seen) continue;
        seen = situation->number;
        net::post(io, [this, situation = std::move(situation)]() mutable { hub.onSituation(std::move(situation)); });
        std::this_thread::sleep_for(watchPause); // however fast somebody publishes
    }
}

// ---------------------------------------------------------------- the door itself

HttpServer::HttpServer(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

HttpServer::~HttpServer() = default;

Result<std::unique_ptr<HttpServer>> HttpServer::start(HttpSettings settings, HttpDependencies dependencies) {
    error_code problem;
    const auto address = net::ip::make_address(settings.host == "localhost" ? "127.0.0.1" : settings.host, problem);
    if (problem) return fail("BAD_ADDRESS", "not an IPv4 or IPv6 address", settings.host);
    try { // threads, sockets and memory may be refused
        auto impl = std::make_unique<Impl>(std::move(settings), std::move(dependencies), address.is_loopback());
        if (const auto listening = impl->listen(address); !listening) return std::unexpected(listening.error());
        impl->run();
        return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl)));
    } catch (const std::exception& refused) {
        return fail("LISTEN_FAILED", refused.what(), "http");
    }
}

std::uint16_t HttpServer::port() const {
    return m_impl->settings.port;
}

std::string HttpServer::url() const {
    const auto& host = m_impl->settings.host;
    return host.contains(':') ? std::format("http://[{}]:{}", host, port()) : std::format("http://{}:{}", host, port());
}

} // namespace haneul::http
