#include "server/runtime/event_teller.h"

#include "server/mqtt/mqtt_publisher.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace haneul::runtime {

namespace {

constexpr auto pollEvery = std::chrono::milliseconds(100);

} // namespace

struct EventTeller::Impl {
    Impl(std::string topicGiven, const clock::Clock& clockGiven, situation::NoticeBoard& noticesGiven,
         std::function<broker::BrokerEndpoint()> endpointGiven, Untold untoldGiven, std::size_t mostWaitingGiven)
        : topic(std::move(topicGiven))
        , clock(clockGiven)
        , notices(noticesGiven)
        , endpoint(std::move(endpointGiven))
        , untold(std::move(untoldGiven))
        , mostWaiting(mostWaitingGiven) {}

    void run(const std::stop_token& stop);
    void send(std::optional<mqtt::MqttPublisher>& publisher, broker::BrokerEndpoint& known);

    const std::string topic;
    const clock::Clock& clock;
    situation::NoticeBoard& notices;
    std::function<broker::BrokerEndpoint()> endpoint;
    const Untold untold;
    const std::size_t mostWaiting;

    mutable std::mutex mutex;           // of all below
    std::condition_variable_any ending; // nothing else wakes the thread
    std::deque<std::string> messages;
    std::size_t unanswered = 0; // sent, and perhaps to be sent again
    std::uint64_t dropped = 0;
    bool noticed = false; // that messages are dropped

    std::jthread thread; // last: it uses the rest
};

void EventTeller::Impl::send(std::optional<mqtt::MqttPublisher>& publisher, broker::BrokerEndpoint& known) {
    mqtt::follow(publisher, known, endpoint());
    if (!publisher) return;
    publisher->poll();
    {
        const std::lock_guard lock(mutex);
        unanswered = publisher->unanswered();
    }
    while (publisher->connected()) {
        std::string message;
        {
            const std::lock_guard lock(mutex);
            if (messages.empty()) return;
            message = messages.front();
        }
        if (!publisher->publish(topic, message, mqtt::Qos::AtLeastOnce)) return; // tried again later
        const std::lock_guard lock(mutex);
        ++unanswered;
        if (!messages.empty() && messages.front() == message) messages.pop_front();
        if (messages.empty()) noticed = false;
    }
}

void EventTeller::Impl::run(const std::stop_token& stop) {
    std::optional<mqtt::MqttPublisher> publisher;
    broker::BrokerEndpoint known;
    while (!stop.stop_requested()) {
        send(publisher, known);
        std::unique_lock lock(mutex);
        ending.wait_for(lock, stop, pollEvery, [] { return false; });
    }
}

EventTeller::EventTeller(std::string topic, const clock::Clock& clock, situation::NoticeBoard& notices,
                         std::function<broker::BrokerEndpoint()> endpoint, Untold untold, std::size_t mostWaiting)
    : m_impl(std::make_unique<Impl>(std::move(topic), clock, notices, std::move(endpoint), std::move(untold),
                                    mostWaiting)) {
    m_impl->thread = std::jthread([raw = m_impl.get()](const std::stop_token& stop) { raw->run(stop); });
}

EventTeller::~EventTeller() {
    m_impl->thread.request_stop();
    m_impl->thread.join();
}

void EventTeller::tell(std::string message) {
    bool notice = false;
    {
        const std::lock_guard lock(m_impl->mutex);
        if (m_impl->messages.size() >= m_impl->mostWaiting) {
            m_impl->messages.pop_front();
            ++m_impl->dropped;
            notice = !std::exchange(m_impl->noticed, true);
        }
        m_impl->messages.push_back(std::move(message));
    }
    if (notice)
        m_impl->notices.post(m_impl->clock.now(), situation::NoticeSeverity::Warning, m_impl->untold.code,
                             m_impl->untold.text, {std::to_string(m_impl->mostWaiting)});
}

std::size_t EventTeller::waiting() const {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->messages.size() + m_impl->unanswered;
}

std::uint64_t EventTeller::dropped() const {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->dropped;
}

} // namespace haneul::runtime
