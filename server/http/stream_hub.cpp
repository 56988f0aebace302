#include "server/http/stream_hub.h"

#include "server/http/api_json.h"
#include "server/http/delivery_json.h"
#include "server/http/plan_json.h"
#include "server/http/zone_answers.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <algorithm>
#include <utility>

namespace haneul::http {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using boost::system::error_code;
using situation::SituationPtr;
using SteadyClock = std::chrono::steady_clock;

namespace {

constexpr auto streamPeriod = std::chrono::milliseconds(200); // at most five deltas a second
constexpr auto feedsPeriod = std::chrono::seconds(1);
constexpr std::string_view streamScope = "telemetry.read";  // of the route, see routes.cpp
constexpr std::string_view zoneScope = "zone.read";         // likewise about zones
constexpr std::string_view deliveryScope = "delivery.read"; // of what the stream says about deliveries
constexpr std::string_view planScope = "plan.read";         // of what it says about flight plans

constexpr auto asTuple = net::as_tuple(net::use_awaitable);

} // namespace

StreamHub::StreamHub(const HttpLimits& limits, const Gatekeeper& gatekeeper, HttpMetrics& metrics, SituationPtr latest)
    : m_limits(limits)
    , m_gatekeeper(gatekeeper)
    , m_metrics(metrics)
    , m_latest(std::move(latest))
    , m_streamed(m_latest) {}

void StreamHub::open(net::io_context& io) {
    m_streamTimer.emplace(io);
    m_feedsTimer.emplace(io);
}

void StreamHub::stop() {
    m_stopping = true;
    m_streamTimer->cancel();
    m_feedsTimer->cancel();
    for (const auto& client : m_clients) {
        client->goodbye = websocket::close_code::going_away;
        client->wake.cancel();
    }
}

void StreamHub::close() {
    m_streamTimer.reset();
    m_feedsTimer.reset();
}

std::size_t StreamHub::longestQueue() const {
    std::size_t longest = 0;
    for (const auto& client : m_clients)
        longest = std::max(longest, client->queue.size());
    return longest;
}

// From the upgrade to the end.
net::awaitable<void> StreamHub::serve(StreamClientPtr client, UpgradeRequest request) {
    auto timeouts = websocket::stream_base::timeout::suggested(beast::role_type::server);
    timeouts.handshake_timeout = m_limits.headTime;
    timeouts.idle_timeout = m_limits.streamIdle;
    timeouts.keep_alive_pings = true;
    client->socket.set_option(timeouts);
    client->socket.read_message_max(m_limits.streamMessageBytes);
    client->socket.auto_fragment(false);
    client->socket.text(true);
    if (const auto [problem] = co_await client->socket.async_accept(request, asTuple); problem || m_stopping) co_return;

    struct Leave {
        StreamHub& hub;
        const StreamClientPtr& client;

        ~Leave() {
            client->ended = true;
            client->wake.cancel();
            hub.m_clients.erase(client);
        }
    } const leave{*this, client};

    if (m_clients.empty()) { // nobody kept it up to date
        m_streamed = m_latest;
        m_snapshot.reset();
        armFeedsTimer();
    }
    m_clients.insert(client);
    if (!m_snapshot) m_snapshot = std::make_shared<const std::string>(streamSnapshot(*m_streamed));
    send(*client, m_snapshot);
    net::co_spawn(client->socket.get_executor(), writeStream(client), net::detached);

    beast::flat_buffer buffer(m_limits.streamMessageBytes);
    while (true) {
        const auto [problem, size] = co_await client->socket.async_read(buffer, asTuple);
        m_metrics.received_bytes += size;
        client->received_bytes += size;
        if (problem) {
            if (problem == websocket::error::message_too_big || problem == websocket::error::buffer_overflow)
                m_metrics.countRefusal("STREAM_MESSAGE_TOO_BIG");
            co_return;
        }
        buffer.clear(); // a text message is well-formed UTF-8 by now, and there is nothing to ask for yet
        if (client->socket.got_binary() && !client->goodbye) {
            m_metrics.countRefusal("STREAM_BINARY");
            client->goodbye = websocket::close_code::unknown_data;
            client->wake.cancel();
        }
    }
}

net::awaitable<void> StreamHub::writeStream(StreamClientPtr client) {
    while (!client->ended) {
        if (client->goodbye) {
            co_await client->socket.async_close(websocket::close_reason(*client->goodbye), asTuple);
            co_return;
        }
        if (client->queue.empty()) {
            client->wake.expires_at(SteadyClock::time_point::max());
            co_await client->wake.async_wait(asTuple);
            continue;
        }
        const StreamMessage message = client->queue.front();
        const auto [problem, sent] = co_await client->socket.async_write(net::buffer(*message), asTuple);
        m_metrics.sent_bytes += sent;
        client->sent_bytes += sent;
        if (problem) {
            beast::get_lowest_layer(client->socket).close();
            co_return;
        }
        ++m_metrics.streamMessages;
        client->queue.pop_front();
    }
}

void StreamHub::send(StreamClient& client, const StreamMessage& message) {
    if (client.goodbye || client.ended) return;
    if (client.queue.size() >= m_limits.streamQueue) {
        // It would never catch up; a fresh snapshot after it comes back is the quickest way to the present.
        ++m_metrics.slowStreamsClosed;
        client.ended = true;
        client.wake.cancel();
        beast::get_lowest_layer(client.socket).close();
        return;
    }
    client.queue.push_back(message);
    client.wake.cancel();
}

void StreamHub::sendAll(std::string text, std::string_view scope) {
    if (text.empty()) return;
    const auto message = std::make_shared<const std::string>(std::move(text));
    for (const auto& client : m_clients)
        if (scope.empty() || m_gatekeeper.stillMay(client->token, client->address, scope)) send(*client, message);
}

void StreamHub::onSituation(SituationPtr situation) {
    m_latest = std::move(situation);
    if (m_clients.empty() || m_broadcastPending || m_stopping) return;
    const auto due = m_lastBroadcast + streamPeriod;
    if (SteadyClock::now() >= due) {
        broadcastChanges();
        return;
    }
    m_broadcastPending = true;
    m_streamTimer->expires_at(due);
    m_streamTimer->async_wait([this](const error_code& problem) {
        m_broadcastPending = false;
        if (!problem) broadcastChanges();
    });
}

void StreamHub::broadcastChanges() {
    m_lastBroadcast = SteadyClock::now();
    if (m_streamed == m_latest) return;
    const auto before = std::exchange(m_streamed, m_latest);
    m_snapshot.reset();
    sendAll(streamDelta(*before, *m_streamed));
    sendAll(streamNotices(*before, *m_streamed));
}

// Says which networks, orders and missions have changed; what they are now is to be asked for.
void StreamHub::onDeliveries(delivery::DeliveryStatePtr state) {
    const auto before = std::exchange(m_streamedDeliveries, std::move(state));
    if (m_clients.empty() || m_stopping || !before) return;
    sendAll(streamDeliveries(*before, *m_streamedDeliveries), deliveryScope);
}

// Says which flight plans have changed, and where they stand.
void StreamHub::onPlans(plan::PlanStatePtr state) {
    const auto before = std::exchange(m_streamedPlans, std::move(state));
    if (m_clients.empty() || m_stopping || !before) return;
    sendAll(streamPlans(*before, *m_streamedPlans), planScope);
}

// Says which zones were published, changed or withdrawn; what they are now is to be asked for.
void StreamHub::onZones(airspace::AirspaceStatePtr state) {
    const auto before = std::exchange(m_streamedZones, std::move(state));
    if (m_clients.empty() || m_stopping || !before) return;
    sendAll(streamZones(*before, *m_streamedZones), zoneScope);
}

void StreamHub::armFeedsTimer() {
    m_feedsTimer->expires_after(feedsPeriod);
    m_feedsTimer->async_wait([this](const error_code& problem) {
        if (!problem && !m_clients.empty()) broadcastFeeds();
    });
}

// A stream does not outlive the session or token with which it was opened.
void StreamHub::endStreamsWithoutRight() {
    for (const auto& client : m_clients)
        if (!client->goodbye && !m_gatekeeper.stillMay(client->token, client->address, streamScope)) {
            client->goodbye = websocket::close_code::policy_error;
            client->wake.cancel();
        }
}

void StreamHub::broadcastFeeds() {
    endStreamsWithoutRight();
    sendAll(streamFeeds(*m_streamed));
    armFeedsTimer();
}

} // namespace haneul::http
