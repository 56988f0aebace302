#pragma once

#include "server/broker/broker.h"
#include "server/demo/demo_broadcast.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace haneul::demo {

struct MqttLogin {
    std::string account;
    std::string password;
};

// Publishes for many accounts, each over a connection of its own. The connections are shared out among a few threads,
// since giving one up takes about 100 ms; send() only queues and never waits. What cannot be sent within the short
// queue is dropped and counted: a position that is seconds old is of no use, and its sequence number will tell.
class MqttDoor final : public TelemetrySink {
public:
    using EndpointGetter = std::function<broker::BrokerEndpoint()>;

    // `endpoint` is called from the door's threads.
    MqttDoor(std::vector<MqttLogin> logins, EndpointGetter endpoint);
    ~MqttDoor() override; // closes
    void close();         // hangs up, all threads at once; what is sent afterwards is dropped

    void send(std::string_view account, std::string_view topic, std::string_view payload) override;

    [[nodiscard]] std::uint64_t sent() const { return m_sent; }

    [[nodiscard]] std::uint64_t dropped() const { return m_dropped; }

    // An account of this name speaks as the user of the endpoint itself.
    static constexpr std::string_view ownUser = "";
    static constexpr std::size_t lanes = 8;
    static constexpr std::size_t maxQueued = 16; // messages a lane; about five seconds of the demo

private:
    class Lane;

    EndpointGetter m_endpoint;
    std::atomic<std::uint64_t> m_sent = 0;
    std::atomic<std::uint64_t> m_dropped = 0;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    std::unordered_map<std::string, Lane*> m_laneOf;
};

} // namespace haneul::demo
