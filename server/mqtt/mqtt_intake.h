#pragma once

#include "server/broker/broker.h"
#include "server/clock/clock.h"
#include "server/situation/situation.h"

#include <functional>
#include <memory>
#include <string_view>

namespace haneul::mqtt {

enum class Qos { AtMostOnce = 0, AtLeastOnce = 1 };

struct IntakeSettings {
    std::string topicFilter = "haneul/v1/tele/+/+";
    // QoS 1 does not save telemetry (7 % of acknowledged messages lost at 50,000/s) and costs three times the CPU; the
    // sequence number in the record tells what is missing.
    Qos qos = Qos::AtMostOnce;
    std::string clientId = "haneul-console"; // a random end is added: two desks at one broker must not evict each other
    std::string trustStore;                  // PEM file for mqtts://; empty: the system's

    std::size_t ringMessages = 16'384;
    std::size_t ringBytes = 16 * 1024 * 1024;
    std::size_t maxPayload_bytes = 65'536; // longer ones are counted as dropped

    milliseconds canaryEvery{1'000};
    milliseconds silence{4'000}; // nothing heard, not even our own canary: the connection is dead
    // For CONNACK and SUBACK each. Not below 2 s (made so): with more than one client in the process Paho looks for a
    // completed connect only once a second.
    milliseconds connectTimeout{3'000};
    milliseconds firstRetry{100}; // doubles with each try
    milliseconds lastRetry{2'000};
    milliseconds refusedRetry{10'000}; // after a wrong password: another try will not help soon
    milliseconds dataPause{5'000};     // connected and nothing for so long: state Silent
};

struct IntakeStatus {
    situation::FeedState state = situation::FeedState::Starting;
    std::string endpoint; // "127.0.0.1:1883"
    std::string detail;   // last error, in words; empty while connected
    bool connected = false;
    std::uint64_t connects = 0;
    std::uint64_t reconnects = 0; // connects but the first
    std::uint64_t silences = 0;   // connections given up because nothing was heard
    std::uint64_t bytes = 0;      // topics and payloads taken into the ring or dropped
    std::uint64_t messages = 0;
    std::uint64_t dropped = 0;  // the ring was full, or the payload too long
    std::uint64_t retained = 0; // ghosts: messages stored in the broker from some earlier time; never passed on
    std::optional<UtcMs> lastMessage;

    bool operator==(const IntakeStatus&) const = default;
};

// Takes telemetry from a broker and hands it over to one consumer through a bounded ring; the newest survive an
// overrun. Owns a thread and the Paho client on it. Nothing here waits for the consumer, and the consumer never waits
// for the network. A connection that says nothing (not even our own canary) is thrown away and built anew. MQTT 5,
// clean start. Retained messages are refused: a position stored in the broker is history, not traffic.
class MqttIntake {
public:
    struct Hooks {
        // Messages are waiting. Called from Paho's thread, at most once until the next drain(); must not block.
        std::function<void()> wake;
        // The broker takes connections but has said nothing for `silence`; called from the intake's thread, once per
        // such time. The owner of an embedded broker restarts it.
        std::function<void(const std::string& reason)> silent;
    };

    // The views live until the callback returns. At least 64 bytes behind `payload` may be read (simdjson's padding).
    using Consumer = std::function<void(std::string_view topic, std::string_view payload, UtcMs received)>;

    MqttIntake(broker::BrokerEndpoint endpoint, IntakeSettings settings, const clock::Clock& clock, Hooks hooks = {});
    ~MqttIntake(); // stops
    MqttIntake(const MqttIntake&) = delete;
    MqttIntake& operator=(const MqttIntake&) = delete;

    void start();
    void stop(); // at most 1 s, whatever the broker does

    // The broker is elsewhere now, or the credentials changed: reconnects at once. Any thread.
    void setEndpoint(broker::BrokerEndpoint endpoint);

    // Hands over all that waits, oldest first; returns how many. One consumer thread.
    std::size_t drain(const Consumer& consumer);

    [[nodiscard]] IntakeStatus status() const; // any thread

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace haneul::mqtt
