#pragma once

#include "server/broker/broker.h"
#include "server/mqtt/mqtt_intake.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace haneul::mqtt {

struct PublisherSettings {
    milliseconds connectTimeout{3'000}; // at least 2 s, as for the intake
    milliseconds firstRetry{100};       // doubles with each try
    milliseconds lastRetry{2'000};
    milliseconds refusedRetry{10'000};
    int maxWaiting = 1'000; // messages not yet handed to the network, or not yet answered; more are refused
};

// One identity that publishes: a drone or a gateway, as its user name says.
// What was taken with QoS 1 and not answered by the broker when the connection broke is sent again, in order, over the
// next one, to whatever endpoint that is: it arrives once or more often, as long as this object lives.
// Not thread-safe; has no thread of its own: the owner calls poll() from time to time (10 Hz is plenty). Giving up a
// connection costs about 100 ms (Paho), so a fleet of hundreds should speak through a few gateways.
class MqttPublisher {
public:
    explicit MqttPublisher(broker::BrokerEndpoint endpoint, PublisherSettings settings = {});
    ~MqttPublisher();
    MqttPublisher(MqttPublisher&&) noexcept;
    MqttPublisher& operator=(MqttPublisher&&) noexcept;

    // Waits at most connectTimeout. Codes MQTT_REFUSED (wrong credentials), MQTT_UNREACHABLE.
    [[nodiscard]] Result<void> connect();

    // Never waits. Codes MQTT_NOT_CONNECTED, MQTT_BUSY (maxWaiting reached).
    [[nodiscard]] Result<void> publish(std::string_view topic, std::string_view payload, Qos qos = Qos::AtMostOnce);

    // Notices a lost connection and builds it anew, with back-off.
    void poll();
    void setEndpoint(broker::BrokerEndpoint endpoint); // the next poll() goes there

    [[nodiscard]] bool connected() const;
    [[nodiscard]] std::uint64_t published() const; // taken by publish()
    [[nodiscard]] std::size_t unanswered() const;  // of those with QoS 1
    [[nodiscard]] std::uint64_t refused() const;   // answered "not authorized" by the broker (QoS 1)
    [[nodiscard]] std::string lastError() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

// For an owner whose broker may move: the first time there is one (`now.port` is not 0) the publisher is made, and it
// goes to another one when that is not the `known` one any more.
void follow(std::optional<MqttPublisher>& publisher, broker::BrokerEndpoint& known, const broker::BrokerEndpoint& now);

// "haneul/v1/tele/{geohash5}/{client}".
[[nodiscard]] std::string telemetryTopic(std::string_view geohash5, std::string_view client);

} // namespace haneul::mqtt
