#include "server/mqtt/mqtt_publisher.h"

#include "server/mqtt/paho_support.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace haneul::mqtt {

namespace {

using std::chrono::steady_clock;

// A message that the broker has to answer (QoS 1), until it has.
struct Unanswered {
    std::uintptr_t number = 0; // from 1
    std::string topic;
    std::string payload;
};

// One connection's own; Paho's callbacks hold or outlive-check it through the client's life.
struct Line final : ::mqtt::iaction_listener {
    std::atomic<bool> lost = false;
    std::atomic<int> waiting = 0;
    std::atomic<std::uint64_t>* refused = nullptr;
    std::mutex mutex;
    std::vector<std::uintptr_t> answered; // numbers of messages that the broker has answered

    void on_success(const ::mqtt::token& token) override {
        settle(token);
        const auto number = reinterpret_cast<std::uintptr_t>(token.get_user_context());
        if (number == 0) return;
        const std::lock_guard lock(mutex);
        answered.push_back(number);
    }

    void on_failure(const ::mqtt::token& token) override { settle(token); }

    void settle(const ::mqtt::token& token) {
        waiting.fetch_sub(1, std::memory_order_relaxed);
        if (static_cast<int>(token.get_reason_code()) >= 0x80) refused->fetch_add(1, std::memory_order_relaxed);
    }
};

} // namespace

class MqttPublisher::Impl {
public:
    Impl(broker::BrokerEndpoint endpoint, PublisherSettings settings)
        : m_endpoint(std::move(endpoint))
        , m_settings(settings)
        , m_retry(settings.firstRetry) {
        m_settings.connectTimeout = std::max(m_settings.connectTimeout, paho::leastConnectTimeout);
    }

    ~Impl() { hangUp(); }

    Result<void> connect() {
        if (connected()) return {};
        dial();
        const auto deadline = steady_clock::now() + m_settings.connectTimeout;
        while (m_connecting && steady_clock::now() < deadline)
            look(milliseconds(50));
        if (connected()) return {};
        if (m_connecting) giveUp("no answer", m_settings.firstRetry);
        return fail(m_refusedForGood ? "MQTT_REFUSED" : "MQTT_UNREACHABLE",
                    "the MQTT broker cannot be reached: " + m_lastError, paho::shown(m_endpoint));
    }

    Result<void> publish(std::string_view topic, std::string_view payload, Qos qos) {
        if (!connected())
            return fail("MQTT_NOT_CONNECTED", "not connected to the MQTT broker", paho::shown(m_endpoint));
        takeAnswers();
        if (m_line->waiting >= m_settings.maxWaiting ||
            m_unanswered.size() >= static_cast<std::size_t>(m_settings.maxWaiting))
            return fail("MQTT_BUSY", "the MQTT broker does not take messages fast enough", paho::shown(m_endpoint));
        const bool answered = qos != Qos::AtMostOnce;
        const std::uintptr_t number = answered ? m_number + 1 : 0;
        if (auto sent = send(topic, payload, qos, number); !sent) return sent;
        ++m_published;
        if (answered) m_unanswered.push_back({++m_number, std::string(topic), std::string(payload)});
        return {};
    }

    void poll() {
        takeAnswers();
        if (m_connecting) {
            look(milliseconds(0));
            if (m_connecting && steady_clock::now() >= m_deadline) giveUp("no answer", m_retry);
        } else if (m_client && (m_line->lost || !m_client->is_connected())) {
            giveUp("the connection was lost", m_settings.firstRetry);
        } else if (!m_client && steady_clock::now() >= m_nextTry) {
            dial();
        }
    }

    void setEndpoint(broker::BrokerEndpoint endpoint) {
        if (endpoint == m_endpoint) return;
        hangUp();
        m_endpoint = std::move(endpoint);
        m_nextTry = {};
        m_retry = m_settings.firstRetry;
    }

    bool connected() const { return m_client && !m_connecting && !m_line->lost && m_client->is_connected(); }

    std::uint64_t published() const { return m_published; }

    std::uint64_t refused() const { return m_refused; }

    const std::string& lastError() const { return m_lastError; }

    std::size_t unanswered() {
        takeAnswers();
        return m_unanswered.size();
    }

private:
    Result<void> send(std::string_view topic, std::string_view payload, Qos qos, std::uintptr_t number) {
        try {
            m_line->waiting.fetch_add(1, std::memory_order_relaxed);
            m_client->publish(std::string(topic), payload.data(), payload.size(), static_cast<int>(qos), false,
                              reinterpret_cast<void*>(number), *m_line);
        } catch (const std::exception& error) {
            m_line->waiting.fetch_sub(1, std::memory_order_relaxed);
            return fail("MQTT_BUSY", error.what(), paho::shown(m_endpoint));
        }
        return {};
    }

    // Each message by its number: Paho may tell of them in any order.
    void takeAnswers() {
        if (!m_line) return;
        std::vector<std::uintptr_t> answered;
        {
            const std::lock_guard lock(m_line->mutex);
            answered.swap(m_line->answered);
        }
        for (const std::uintptr_t number : answered) {
            const auto found = std::ranges::find(m_unanswered, number, &Unanswered::number);
            if (found != m_unanswered.end()) m_unanswered.erase(found);
        }
    }

    // What an earlier connection took with it, before anything new. The broker may have had it: at least once.
    void sendAgain() {
        for (const Unanswered& message : m_unanswered)
            if (auto sent = send(message.topic, message.payload, Qos::AtLeastOnce, message.number); !sent)
                return giveUp(sent.error().message, m_settings.firstRetry); // all of them with the next connection
    }

    void dial() {
        hangUp();
        m_refusedForGood = false;
        m_deadline = steady_clock::now() + m_settings.connectTimeout;
        try {
            m_line = std::make_shared<Line>();
            m_line->refused = &m_refused;
            m_client = std::make_unique<::mqtt::async_client>(paho::serverUri(m_endpoint), std::string(),
                                                              ::mqtt::create_options_builder()
                                                                  .mqtt_version(MQTTVERSION_5)
                                                                  .max_buffered_messages(m_settings.maxWaiting)
                                                                  .finalize());
            m_client->set_connection_lost_handler([line = m_line](const std::string&) { line->lost = true; });
            m_client->set_disconnected_handler(
                [line = m_line](const ::mqtt::properties&, ::mqtt::ReasonCode) { line->lost = true; });
            m_connecting = m_client->connect(paho::connectOptions(m_endpoint, m_settings.connectTimeout, {}));
        } catch (const std::exception& error) {
            giveUp(error.what(), m_retry);
        }
    }

    void look(milliseconds time) {
        try {
            if (!paho::arrived(*m_connecting, time)) return;
            m_connecting.reset();
            m_retry = m_settings.firstRetry;
            m_lastError.clear();
            sendAgain();
        } catch (const ::mqtt::exception& error) {
            m_refusedForGood = paho::refusedForGood(error);
            giveUp(paho::describe(error), m_refusedForGood ? m_settings.refusedRetry : m_retry);
        } catch (const std::exception& error) {
            giveUp(error.what(), m_retry);
        }
    }

    void giveUp(std::string why, milliseconds wait) {
        hangUp();
        m_lastError = std::move(why);
        m_nextTry = steady_clock::now() + wait;
        m_retry = std::min(m_retry * 2, m_settings.lastRetry);
    }

    void hangUp() {
        if (m_client && !m_connecting && !m_line->lost) {
            try {
                (void)m_client->disconnect(); // a courtesy: the broker need not wait for the keep-alive to run out
            } catch (const std::exception&) {
                m_line->lost = true; // gone already
            }
        }
        m_client.reset();
        m_connecting.reset();
        takeAnswers();
        m_line.reset();
    }

    broker::BrokerEndpoint m_endpoint;
    PublisherSettings m_settings;
    milliseconds m_retry;
    std::atomic<std::uint64_t> m_refused = 0;
    std::shared_ptr<Line> m_line; // must outlive the client
    std::unique_ptr<::mqtt::async_client> m_client;
    ::mqtt::token_ptr m_connecting;
    steady_clock::time_point m_deadline;
    steady_clock::time_point m_nextTry;
    std::uint64_t m_published = 0;
    std::uintptr_t m_number = 0;         // of the last message that is to be answered
    std::deque<Unanswered> m_unanswered; // in the order in which they were published
    bool m_refusedForGood = false;
    std::string m_lastError;
};

MqttPublisher::MqttPublisher(broker::BrokerEndpoint endpoint, PublisherSettings settings)
    : m_impl(std::make_unique<Impl>(std::move(endpoint), settings)) {}

MqttPublisher::~MqttPublisher() = default;
MqttPublisher::MqttPublisher(MqttPublisher&&) noexcept = default;
MqttPublisher& MqttPublisher::operator=(MqttPublisher&&) noexcept = default;

Result<void> MqttPublisher::connect() {
    return m_impl->connect();
}

Result<void> MqttPublisher::publish(std::string_view topic, std::string_view payload, Qos qos) {
    return m_impl->publish(topic, payload, qos);
}

void MqttPublisher::poll() {
    m_impl->poll();
}

void MqttPublisher::setEndpoint(broker::BrokerEndpoint endpoint) {
    m_impl->setEndpoint(std::move(endpoint));
}

bool MqttPublisher::connected() const {
    return m_impl->connected();
}

std::uint64_t MqttPublisher::published() const {
    return m_impl->published();
}

std::size_t MqttPublisher::unanswered() const {
    return m_impl->unanswered();
}

std::uint64_t MqttPublisher::refused() const {
    return m_impl->refused();
}

std::string MqttPublisher::lastError() const {
    return m_impl->lastError();
}

void follow(std::optional<MqttPublisher>& publisher, broker::BrokerEndpoint& known, const broker::BrokerEndpoint& now) {
    if (now.port == 0 || (publisher && now == known)) return;
    known = now;
    if (publisher)
        publisher->setEndpoint(now);
    else
        publisher.emplace(now);
}

std::string telemetryTopic(std::string_view geohash5, std::string_view client) {
    std::string topic = "haneul/v1/tele/";
    topic += geohash5;
    topic += '/';
    topic += client;
    return topic;
}

} // namespace haneul::mqtt
