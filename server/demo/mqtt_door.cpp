#include "server/demo/mqtt_door.h"

#include "server/mqtt/mqtt_publisher.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace haneul::demo {

using namespace std::chrono_literals;

class MqttDoor::Lane {
public:
    Lane(MqttDoor& door, std::vector<MqttLogin> logins)
        : m_door(door)
        , m_logins(std::move(logins))
        , m_thread([this](const std::stop_token& stop) { run(stop); }) {}

    void requestStop() { m_thread.request_stop(); }

    void queue(std::string_view account, std::string_view topic, std::string_view payload) {
        {
            const std::lock_guard lock(m_mutex);
            if (m_queue.size() >= maxQueued) {
                m_queue.pop_front();
                ++m_door.m_dropped;
            }
            m_queue.push_back({std::string(account), std::string(topic), std::string(payload)});
        }
        m_arrived.notify_one();
    }

private:
    struct Message {
        std::string account;
        std::string topic;
        std::string payload;
    };

    using Clock = std::chrono::steady_clock;
    static constexpr auto pollEvery = 100ms;

    void run(const std::stop_token& stop) {
        std::unordered_map<std::string, std::optional<mqtt::MqttPublisher>> publishers;
        Clock::time_point nextPoll{};
        while (!stop.stop_requested()) {
            if (Clock::now() >= nextPoll) {
                pollAll(publishers, stop);
                nextPoll = Clock::now() + pollEvery;
            }
            const std::optional<Message> message = next(stop, nextPoll);
            if (message) publish(publishers, *message);
        }
    }

    std::optional<Message> next(const std::stop_token& stop, Clock::time_point until) {
        std::unique_lock lock(m_mutex);
        if (!m_arrived.wait_until(lock, stop, until, [this] { return !m_queue.empty(); })) return std::nullopt;
        Message message = std::move(m_queue.front());
        m_queue.pop_front();
        return message;
    }

    void pollAll(std::unordered_map<std::string, std::optional<mqtt::MqttPublisher>>& publishers,
                 const std::stop_token& stop) {
        broker::BrokerEndpoint endpoint = m_door.m_endpoint ? m_door.m_endpoint() : broker::BrokerEndpoint{};
        if (endpoint.host.empty()) return; // no broker yet
        for (const MqttLogin& login : m_logins) {
            if (stop.stop_requested()) return;
            if (login.account != ownUser) {
                endpoint.user = login.account;
                endpoint.password = login.password;
            }
            std::optional<mqtt::MqttPublisher>& publisher = publishers[login.account];
            if (!publisher) publisher.emplace(endpoint);
            publisher->setEndpoint(endpoint);
            publisher->poll();
        }
    }

    void publish(std::unordered_map<std::string, std::optional<mqtt::MqttPublisher>>& publishers,
                 const Message& message) {
        const auto found = publishers.find(message.account);
        const bool taken = found != publishers.end() && found->second &&
                           found->second->publish(message.topic, message.payload).has_value();
        ++(taken ? m_door.m_sent : m_door.m_dropped);
    }

    MqttDoor& m_door;
    std::vector<MqttLogin> m_logins;
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<Message> m_queue;
    std::jthread m_thread; // last: it uses all of the above
};

MqttDoor::MqttDoor(std::vector<MqttLogin> logins, EndpointGetter endpoint)
    : m_endpoint(std::move(endpoint)) {
    std::vector<std::vector<MqttLogin>> shares(std::min(lanes, logins.size()));
    for (std::size_t i = 0; i < logins.size(); ++i) {
        shares[i % shares.size()].push_back(std::move(logins[i]));
    }
    for (std::vector<MqttLogin>& share : shares) {
        std::vector<std::string> names;
        for (const MqttLogin& login : share) {
            names.push_back(login.account);
        }
        m_lanes.push_back(std::make_unique<Lane>(*this, std::move(share)));
        for (std::string& name : names) {
            m_laneOf.emplace(std::move(name), m_lanes.back().get());
        }
    }
}

MqttDoor::~MqttDoor() {
    close();
}

void MqttDoor::close() {
    for (const std::unique_ptr<Lane>& lane : m_lanes) {
        lane->requestStop();
    }
    m_laneOf.clear();
    m_lanes.clear();
}

void MqttDoor::send(std::string_view account, std::string_view topic, std::string_view payload) {
    const auto lane = m_laneOf.find(std::string(account));
    if (lane == m_laneOf.end()) {
        ++m_dropped;
        return;
    }
    lane->second->queue(account, topic, payload);
}

} // namespace haneul::demo
