#include "server/runtime/mission_announcer.h"

#include "server/delivery/events.h"
#include "server/delivery/mission_export.h"
#include "server/mqtt/mqtt_publisher.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>

namespace haneul::runtime {

namespace {

using delivery::DeliveryState;
using delivery::DeliveryStatePtr;
using delivery::MissionPtr;
using delivery::MissionStep;

constexpr auto pollEvery = std::chrono::milliseconds(100);

// What has happened to a mission between two states; empty: nothing that others are told.
std::string_view happened(const delivery::Mission* before, const delivery::Mission& now) {
    if (before == nullptr) return "booked";
    if (now.step() == MissionStep::Cancelled) return before->step() == MissionStep::Cancelled ? "" : "cancelled";
    if (before->start != now.start) return "moved";
    if (before->drone != now.drone) return "assigned";
    return "";
}

std::string messageOf(const DeliveryState& state, const delivery::Mission& mission, std::string_view event) {
    const auto* const saved = state.network(mission.network);
    return delivery::missionMessage(mission, saved != nullptr ? &saved->network : nullptr, event);
}

} // namespace

struct MissionAnnouncer::Impl {
    Impl(delivery::DeliveryService& serviceGiven, const clock::Clock& clockGiven, situation::NoticeBoard& noticesGiven,
         std::function<broker::BrokerEndpoint()> endpointGiven, std::size_t mostWaitingGiven)
        : service(serviceGiven)
        , clock(clockGiven)
        , notices(noticesGiven)
        , endpoint(std::move(endpointGiven))
        , mostWaiting(mostWaitingGiven) {}

    void follow(const DeliveryStatePtr& next);
    void follow(const log::Entry& entry);
    void add(std::string message);
    void run(const std::stop_token& stop);
    void send(std::optional<mqtt::MqttPublisher>& publisher, broker::BrokerEndpoint& known);

    delivery::DeliveryService& service;
    const clock::Clock& clock;
    situation::NoticeBoard& notices;
    std::function<broker::BrokerEndpoint()> endpoint;
    const std::size_t mostWaiting;

    std::mutex followMutex; // of the state that is followed
    DeliveryStatePtr told;

    mutable std::mutex mutex;           // of all below
    std::condition_variable_any ending; // nothing else wakes the thread
    std::deque<std::string> messages;
    std::size_t unanswered = 0; // sent, and perhaps to be sent again
    std::uint64_t dropped = 0;
    bool noticed = false; // that messages are dropped
    bool ended = false;

    delivery::DeliveryService::Subscription subscription;
    std::jthread thread; // last: it uses the rest
};

void MissionAnnouncer::Impl::follow(const DeliveryStatePtr& next) {
    const std::lock_guard lock(followMutex);
    if (told && next->number <= told->number) return;
    const auto before = std::exchange(told, next);
    if (!before) return;
    std::map<std::string_view, const delivery::Mission*> known;
    for (const MissionPtr& mission : before->missions)
        known.emplace(mission->id, mission.get());
    for (const MissionPtr& mission : next->missions) {
        const auto found = known.find(mission->id);
        const auto* const old = found == known.end() ? nullptr : found->second;
        if (old == mission.get()) continue;
        if (const auto event = happened(old, *mission); !event.empty()) add(messageOf(*next, *mission, event));
    }
}

// A hand-over changes nothing of the mission: only the log says it.
void MissionAnnouncer::Impl::follow(const log::Entry& entry) {
    if (entry.type != "delivery.mission_handed_over") return;
    const auto event = delivery::eventFrom(entry.type, entry.body);
    const auto* const handed = event ? std::get_if<delivery::MissionHandedOver>(&*event) : nullptr;
    if (handed == nullptr) return;
    {
        const std::lock_guard lock(mutex);
        if (ended) return;
    }
    const auto state = service.state();
    if (const MissionPtr mission = state->mission(handed->mission)) add(messageOf(*state, *mission, "handed_over"));
}

void MissionAnnouncer::Impl::add(std::string message) {
    bool tell = false;
    {
        const std::lock_guard lock(mutex);
        if (messages.size() >= mostWaiting) {
            messages.pop_front();
            ++dropped;
            tell = !std::exchange(noticed, true);
        }
        messages.push_back(std::move(message));
    }
    if (tell)
        notices.post(clock.now(), situation::NoticeSeverity::Warning, "MISSIONS_UNTOLD",
                     "the MQTT broker is away: messages about missions are dropped, the oldest first",
                     {std::to_string(mostWaiting)});
}

void MissionAnnouncer::Impl::send(std::optional<mqtt::MqttPublisher>& publisher, broker::BrokerEndpoint& known) {
    if (const auto now = endpoint(); now.port != 0 && (!publisher || now != known)) {
        known = now;
        if (publisher)
            publisher->setEndpoint(now);
        else
            publisher.emplace(now);
    }
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
        if (!publisher->publish(missionTopic, message, mqtt::Qos::AtLeastOnce)) return; // tried again later
        const std::lock_guard lock(mutex);
        ++unanswered;
        if (!messages.empty() && messages.front() == message) messages.pop_front();
        if (messages.empty()) noticed = false;
    }
}

void MissionAnnouncer::Impl::run(const std::stop_token& stop) {
    std::optional<mqtt::MqttPublisher> publisher;
    broker::BrokerEndpoint known;
    while (!stop.stop_requested()) {
        send(publisher, known);
        std::unique_lock lock(mutex);
        ending.wait_for(lock, stop, pollEvery, [] { return false; });
    }
}

MissionAnnouncer::MissionAnnouncer(delivery::DeliveryService& service, log::EventLog& log, const clock::Clock& clock,
                                   situation::NoticeBoard& notices, std::function<broker::BrokerEndpoint()> endpoint,
                                   std::size_t mostWaiting)
    : m_impl(std::make_shared<Impl>(service, clock, notices, std::move(endpoint), mostWaiting)) {
    m_impl->told = service.state();
    m_impl->subscription =
        service.subscribe([raw = m_impl.get()](const DeliveryStatePtr& state) { raw->follow(state); });
    m_impl->follow(service.state()); // what was published in between
    log.subscribe([weak = std::weak_ptr<Impl>(m_impl)](const log::Entry& entry) {
        if (const auto alive = weak.lock()) alive->follow(entry);
    });
    m_impl->thread = std::jthread([raw = m_impl.get()](const std::stop_token& stop) { raw->run(stop); });
}

MissionAnnouncer::~MissionAnnouncer() {
    m_impl->subscription.reset();
    m_impl->thread.request_stop();
    m_impl->thread.join();
    const std::lock_guard lock(m_impl->mutex);
    m_impl->ended = true;
}

std::size_t MissionAnnouncer::waiting() const {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->messages.size() + m_impl->unanswered;
}

std::uint64_t MissionAnnouncer::dropped() const {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->dropped;
}

} // namespace haneul::runtime
