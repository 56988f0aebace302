#include "server/mqtt/mqtt_intake.h"

#include "server/mqtt/message_ring.h"
#include "server/mqtt/paho_support.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <thread>
#include <utility>

namespace haneul::mqtt {

namespace {

using std::chrono::steady_clock;

constexpr milliseconds slice{100};     // no wait of ours is longer: stop() must be prompt
constexpr milliseconds settled{5'000}; // a connection that lived so long was a good one: the back-off begins anew

std::int64_t steady_ms() {
    return std::chrono::duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

// All that Paho's callbacks touch. They hold a share of it, so that a late one finds it alive.
struct Shared {
    Shared(const IntakeSettings& settings, const clock::Clock& ingestClock, std::function<void()> wakeConsumer)
        : ring(settings.ringMessages, settings.ringBytes)
        , clock(ingestClock)
        , wake(std::move(wakeConsumer))
        , maxPayload_bytes(settings.maxPayload_bytes) {}

    MessageRing ring;
    const clock::Clock& clock;
    const std::function<void()> wake;
    const std::size_t maxPayload_bytes;

    // Raised by any message (the canary too) and by data; the worker takes them down and notes the time. A clock read
    // per message would be dearer.
    std::atomic<bool> heard = false;
    std::atomic<bool> dataCame = false;
    std::atomic<std::int64_t> messageUtc_ms = 0;
    std::atomic<std::uint64_t> bytes = 0;
    std::atomic<std::uint64_t> messages = 0;
    std::atomic<std::uint64_t> tooLong = 0;
    std::atomic<std::uint64_t> retained = 0;

    void take(const ::mqtt::message& message) {
        const std::string& topic = message.get_topic();
        const std::string& payload = message.get_payload();
        if (message.is_retained()) {
            retained.fetch_add(1, std::memory_order_relaxed);
            return;
        }
        const UtcMs now = clock.now();
        messages.fetch_add(1, std::memory_order_relaxed);
        bytes.fetch_add(topic.size() + payload.size(), std::memory_order_relaxed);
        messageUtc_ms.store(sinceEpoch_ms(now), std::memory_order_relaxed);
        if (payload.size() > maxPayload_bytes) {
            tooLong.fetch_add(1, std::memory_order_relaxed);
            return;
        }
        if (ring.push(topic, payload, now) == MessageRing::Push::First && wake) wake();
    }
};

// One connection's own flags, so that a callback of an old client cannot speak for the new one.
struct Line {
    std::shared_ptr<Shared> shared;
    std::string canaryTopic;
    std::atomic<bool> lost = false;
    std::mutex mutex;
    std::string lostWhy;

    void lose(std::string why) {
        {
            const std::lock_guard lock(mutex);
            if (lostWhy.empty()) lostWhy = std::move(why);
        }
        lost = true;
    }

    void arrived(const ::mqtt::message& message) {
        shared->heard.store(true, std::memory_order_relaxed);
        if (message.get_topic() == canaryTopic) return;
        shared->dataCame.store(true, std::memory_order_relaxed);
        shared->take(message);
    }
};

enum class EndKind { Stopped, Moved, Lost, Silent, Unreachable, Unanswered, Refused };

struct End {
    EndKind kind;
    std::string why;
};

} // namespace

class MqttIntake::Worker {
public:
    Worker(broker::BrokerEndpoint endpoint, IntakeSettings settings, const clock::Clock& clock, Hooks hooks)
        : m_settings(checked(std::move(settings)))
        , m_silentHook(std::move(hooks.silent))
        , m_shared(std::make_shared<Shared>(m_settings, clock, std::move(hooks.wake)))
        , m_clientId(m_settings.clientId + "-" +
                     broker::randomPassword().value_or(std::to_string(steady_ms())).substr(0, 12))
        , m_endpoint(std::move(endpoint)) {}

    ~Worker() { stop(); }

    void start() {
        const std::lock_guard lock(m_lifeMutex);
        if (m_thread.joinable()) return;
        {
            const std::lock_guard state(m_mutex);
            m_stop = false;
            m_phase = situation::FeedState::Starting;
        }
        m_thread = std::thread([this] { run(); });
    }

    void stop() {
        const std::lock_guard lock(m_lifeMutex);
        {
            const std::lock_guard state(m_mutex);
            m_stop = true;
        }
        m_changed.notify_all();
        if (m_thread.joinable()) m_thread.join();
    }

    void setEndpoint(broker::BrokerEndpoint endpoint) {
        {
            const std::lock_guard lock(m_mutex);
            if (endpoint == m_endpoint) return;
            m_endpoint = std::move(endpoint);
            ++m_generation;
        }
        m_changed.notify_all();
    }

    std::size_t drain(const Consumer& consumer) { return m_shared->ring.drain(consumer); }

    IntakeStatus status() const {
        IntakeStatus status;
        {
            const std::lock_guard lock(m_mutex);
            status.state = m_phase;
            status.endpoint = paho::shown(m_endpoint);
            status.detail = m_detail;
            status.connects = m_connects;
            status.silences = m_silences;
        }
        status.connected = status.state == situation::FeedState::Connected;
        const bool quiet = !m_shared->dataCame && steady_ms() - m_data_ms > m_settings.dataPause.count();
        if (status.connected && quiet) status.state = situation::FeedState::Silent;
        status.reconnects = status.connects > 0 ? status.connects - 1 : 0;
        status.bytes = m_shared->bytes;
        status.messages = m_shared->messages;
        status.dropped = m_shared->ring.dropped() + m_shared->tooLong;
        status.retained = m_shared->retained;
        if (const std::int64_t last = m_shared->messageUtc_ms; last != 0) status.lastMessage = utcMs(last);
        return status;
    }

private:
    static IntakeSettings checked(IntakeSettings settings) {
        settings.connectTimeout = std::max(settings.connectTimeout, paho::leastConnectTimeout);
        return settings;
    }

    void run() {
        milliseconds retry = m_settings.firstRetry;
        m_answered_ms = steady_ms();
        while (true) {
            const std::int64_t began = steady_ms();
            const End end = connection();
            if (end.kind == EndKind::Stopped) return;
            if (end.kind == EndKind::Moved) {
                retry = m_settings.firstRetry;
                m_answered_ms = steady_ms();
                continue;
            }
            const bool refused = end.kind == EndKind::Refused;
            enter(refused ? situation::FeedState::Failed : situation::FeedState::Disconnected, end.why);
            judgeSilence(end);
            if (steady_ms() - began >= settled.count()) retry = m_settings.firstRetry;
            if (!pause(refused ? m_settings.refusedRetry : retry)) return;
            retry = std::min(retry * 2, m_settings.lastRetry);
        }
    }

    // A refused or reset connection is an answer; only a broker that takes us and says nothing is hung.
    void judgeSilence(const End& end) {
        if (end.kind == EndKind::Silent) {
            {
                const std::lock_guard lock(m_mutex);
                ++m_silences;
            }
        } else if (end.kind != EndKind::Unanswered) {
            m_answered_ms = steady_ms();
            return;
        } else if (steady_ms() - m_answered_ms < m_settings.silence.count()) {
            return;
        }
        m_answered_ms = steady_ms();
        if (m_silentHook) m_silentHook(end.why);
    }

    // One client, from its making to its end. Never throws.
    End connection() {
        broker::BrokerEndpoint endpoint;
        std::uint64_t generation = 0;
        {
            const std::lock_guard lock(m_mutex);
            endpoint = m_endpoint;
            generation = m_generation;
        }
        auto line = std::make_shared<Line>();
        line->shared = m_shared;
        line->canaryTopic = "haneul/v1/canary/" + m_clientId;
        try {
            ::mqtt::async_client client(paho::serverUri(endpoint), m_clientId,
                                        ::mqtt::create_options_builder().mqtt_version(MQTTVERSION_5).finalize());
            // An exception that leaves a callback ends the program; take() throws nothing but for want of memory.
            client.set_message_callback([line](::mqtt::const_message_ptr message) {
                if (message) line->arrived(*message);
            });
            client.set_connection_lost_handler([line](const std::string& cause) {
                line->lose(cause.empty() ? "the connection was lost" : "the connection was lost: " + cause);
            });
            client.set_disconnected_handler([line](const ::mqtt::properties&, ::mqtt::ReasonCode reason) {
                line->lose("the broker ended the connection (MQTT reason " + std::to_string(static_cast<int>(reason)) +
                           ")");
            });
            // No disable_callbacks() (it throws while a connect is in progress): the destructor waits for a running
            // one.
            return converse(client, *line, endpoint, generation);
        } catch (const ::mqtt::exception& error) {
            return {paho::refusedForGood(error) ? EndKind::Refused : EndKind::Unreachable,
                    paho::shown(endpoint) + ": " + paho::describe(error)};
        } catch (const std::exception& error) {
            return {EndKind::Unreachable, paho::shown(endpoint) + ": " + error.what()};
        }
    }

    End converse(::mqtt::async_client& client, Line& line, const broker::BrokerEndpoint& endpoint,
                 std::uint64_t generation) {
        const auto connecting =
            client.connect(paho::connectOptions(endpoint, m_settings.connectTimeout, m_settings.trustStore));
        if (auto end = await(*connecting, line, generation, "the broker does not answer the connect")) return *end;

        auto filters = ::mqtt::string_collection::create({m_settings.topicFilter, line.canaryTopic});
        // Stored messages are asked for, to be counted and thrown away: a ghost in the broker is worth knowing of.
        const std::vector<::mqtt::subscribe_options> options(2);
        const auto subscribing = client.subscribe(filters, {static_cast<int>(m_settings.qos), 0}, options);
        if (auto end = await(*subscribing, line, generation, "the broker does not answer the subscription"))
            return *end;
        if (const auto granted = subscribing->get_subscribe_response(); !granted.get_reason_codes().empty())
            for (const auto code : granted.get_reason_codes())
                if (static_cast<int>(code) >= 0x80)
                    return {EndKind::Refused, paho::shown(endpoint) +
                                                  ": the broker refuses the subscription (MQTT reason " +
                                                  std::to_string(static_cast<int>(code)) + ")"};

        m_answered_ms = steady_ms();
        {
            const std::lock_guard lock(m_mutex);
            ++m_connects;
            m_phase = situation::FeedState::Connected;
            m_detail.clear();
        }
        return listen(client, line, generation);
    }

    End listen(::mqtt::async_client& client, Line& line, std::uint64_t generation) {
        std::int64_t nextCanary = 0;
        std::int64_t heard_ms = steady_ms();
        m_shared->heard = false;
        while (true) {
            if (auto end = interrupted(generation)) return *end;
            if (line.lost) {
                const std::lock_guard lock(line.mutex);
                return {EndKind::Lost, line.lostWhy};
            }
            const std::int64_t now = steady_ms();
            if (m_shared->heard.exchange(false)) heard_ms = now;
            if (m_shared->dataCame.exchange(false)) m_data_ms = now;
            const std::int64_t quiet = now - heard_ms;
            if (quiet >= m_settings.silence.count())
                return {EndKind::Silent, "nothing heard from the broker for " + std::to_string(quiet) + " ms"};
            if (now >= nextCanary) {
                nextCanary = now + m_settings.canaryEvery.count();
                client.publish(line.canaryTopic, "canary", 6, 0, false); // throws when the line is gone: caught above
            }
            std::unique_lock lock(m_mutex);
            m_changed.wait_for(lock, std::min(slice, m_settings.canaryEvery),
                               [&] { return m_stop || m_generation != generation; });
        }
    }

    std::optional<End> await(::mqtt::token& token, Line& line, std::uint64_t generation, const char* overdue) {
        const auto deadline = steady_clock::now() + m_settings.connectTimeout;
        while (!paho::arrived(token, slice)) {
            if (auto end = interrupted(generation)) return end;
            if (line.lost) {
                const std::lock_guard lock(line.mutex);
                return End{EndKind::Lost, line.lostWhy};
            }
            if (steady_clock::now() >= deadline) return End{EndKind::Unanswered, overdue};
        }
        return std::nullopt;
    }

    std::optional<End> interrupted(std::uint64_t generation) const {
        const std::lock_guard lock(m_mutex);
        if (m_stop) return End{EndKind::Stopped, {}};
        if (m_generation != generation) return End{EndKind::Moved, {}};
        return std::nullopt;
    }

    void enter(situation::FeedState phase, std::string detail) {
        const std::lock_guard lock(m_mutex);
        m_phase = phase;
        m_detail = std::move(detail);
    }

    // False: stopped. A new endpoint ends the pause.
    bool pause(milliseconds time) {
        std::unique_lock lock(m_mutex);
        const std::uint64_t generation = m_generation;
        m_changed.wait_for(lock, time, [&] { return m_stop || m_generation != generation; });
        return !m_stop;
    }

    const IntakeSettings m_settings;
    const std::function<void(const std::string&)> m_silentHook;
    const std::shared_ptr<Shared> m_shared;
    const std::string m_clientId;

    std::mutex m_lifeMutex; // start and stop
    std::thread m_thread;
    std::int64_t m_answered_ms = 0; // worker thread only: the broker's last sign of life (steady)

    std::atomic<std::int64_t> m_data_ms = std::numeric_limits<std::int32_t>::min(); // steady: data last seen; long ago

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    broker::BrokerEndpoint m_endpoint;
    std::uint64_t m_generation = 0;
    bool m_stop = false;
    situation::FeedState m_phase = situation::FeedState::Starting;
    std::string m_detail;
    std::uint64_t m_connects = 0;
    std::uint64_t m_silences = 0;
};

MqttIntake::MqttIntake(broker::BrokerEndpoint endpoint, IntakeSettings settings, const clock::Clock& clock, Hooks hooks)
    : m_worker(std::make_unique<Worker>(std::move(endpoint), std::move(settings), clock, std::move(hooks))) {}

MqttIntake::~MqttIntake() = default;

void MqttIntake::start() {
    m_worker->start();
}

void MqttIntake::stop() {
    m_worker->stop();
}

void MqttIntake::setEndpoint(broker::BrokerEndpoint endpoint) {
    m_worker->setEndpoint(std::move(endpoint));
}

std::size_t MqttIntake::drain(const Consumer& consumer) {
    return m_worker->drain(consumer);
}

IntakeStatus MqttIntake::status() const {
    return m_worker->status();
}

} // namespace haneul::mqtt
