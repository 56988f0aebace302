#pragma once

#include "server/http/gatekeeper.h"
#include "server/http/http_server.h"
#include "server/http/metrics.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace haneul::http {

using StreamMessage = std::shared_ptr<const std::string>;

// A client of the stream. Its queue holds messages that all clients share.
struct StreamClient {
    // Without compression: memory per client stays small.
    using WebSocket = boost::beast::websocket::stream<boost::beast::tcp_stream, false>;

    StreamClient(boost::beast::tcp_stream stream, std::string openedWith, std::string from)
        : token(std::move(openedWith))
        , address(std::move(from))
        , socket(std::move(stream))
        , wake(socket.get_executor()) {}

    std::string token;   // with which it was opened
    std::string address; // from where
    WebSocket socket;
    std::deque<StreamMessage> queue; // the front one is being written
    boost::asio::steady_timer wake;
    std::uint64_t received_bytes = 0;
    std::uint64_t sent_bytes = 0;
    std::optional<boost::beast::websocket::close_code>
        goodbye; // set: say it when the message under way is written, then end
    bool ended = false;
};

using StreamClientPtr = std::shared_ptr<StreamClient>;
using UpgradeRequest = boost::beast::http::request<boost::beast::http::string_body>;

// The WebSocket stream: a snapshot for whoever comes, then what changes, the same message for all. For http_server.cpp
// only, and like it on the network thread.
class StreamHub {
public:
    // What is referred to must outlive it.
    StreamHub(const HttpLimits& limits, const Gatekeeper& gatekeeper, HttpMetrics& metrics,
              situation::SituationPtr latest);

    void open(boost::asio::io_context& io); // before anything else
    void stop();                            // good-bye to all
    void close();                           // before `io` goes

    // From the upgrade to the end.
    boost::asio::awaitable<void> serve(StreamClientPtr client, UpgradeRequest request);

    void onSituation(situation::SituationPtr situation);
    void onDeliveries(delivery::DeliveryStatePtr state);
    void onPlans(plan::PlanStatePtr state);
    void onZones(airspace::AirspaceStatePtr state);

    [[nodiscard]] std::size_t clients() const { return m_clients.size(); }

    [[nodiscard]] std::size_t longestQueue() const;

private:
    boost::asio::awaitable<void> writeStream(StreamClientPtr client);
    void broadcastChanges();
    void broadcastFeeds();
    void endStreamsWithoutRight();
    void armFeedsTimer();
    void sendAll(std::string text, std::string_view scope = {}); // with a scope: to those who hold it
    void send(StreamClient& client, const StreamMessage& message);

    const HttpLimits& m_limits;
    const Gatekeeper& m_gatekeeper;
    HttpMetrics& m_metrics;
    std::set<StreamClientPtr> m_clients;
    situation::SituationPtr m_latest;   // what the board had last
    situation::SituationPtr m_streamed; // what the clients know
    StreamMessage m_snapshot;           // of `m_streamed`; null until somebody needs it
    std::chrono::steady_clock::time_point m_lastBroadcast{};
    delivery::DeliveryStatePtr m_streamedDeliveries;
    plan::PlanStatePtr m_streamedPlans;
    airspace::AirspaceStatePtr m_streamedZones;
    bool m_broadcastPending = false;
    bool m_stopping = false;
    std::optional<boost::asio::steady_timer> m_streamTimer;
    std::optional<boost::asio::steady_timer> m_feedsTimer;
};

} // namespace haneul::http
