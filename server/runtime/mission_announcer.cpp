#include "server/runtime/mission_announcer.h"

#include "server/delivery/events.h"
#include "server/delivery/mission_export.h"
#include "server/runtime/event_teller.h"

#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace haneul::runtime {

namespace {

using delivery::DeliveryState;
using delivery::DeliveryStatePtr;
using delivery::MissionPtr;
using delivery::MissionStep;

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
    Impl(delivery::DeliveryService& serviceGiven, const clock::Clock& clock, situation::NoticeBoard& notices,
         std::function<broker::BrokerEndpoint()> endpoint, std::size_t mostWaiting)
        : service(serviceGiven)
        , teller(std::string(missionTopic), clock, notices, std::move(endpoint),
                 {"MISSIONS_UNTOLD", "the MQTT broker is away: messages about missions are dropped, the oldest first"},
                 mostWaiting) {}

    void follow(const DeliveryStatePtr& next);
    void follow(const log::Entry& entry);

    delivery::DeliveryService& service;
    EventTeller teller;

    std::mutex followMutex; // of the state that is followed
    DeliveryStatePtr told;

    mutable std::mutex mutex; // of all below
    bool ended = false;

    delivery::DeliveryService::Subscription subscription; // last: it uses the rest
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
        if (const auto event = happened(old, *mission); !event.empty()) teller.tell(messageOf(*next, *mission, event));
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
    if (const MissionPtr mission = state->mission(handed->mission))
        teller.tell(messageOf(*state, *mission, "handed_over"));
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
}

MissionAnnouncer::~MissionAnnouncer() {
    m_impl->subscription.reset();
    const std::lock_guard lock(m_impl->mutex);
    m_impl->ended = true;
}

std::size_t MissionAnnouncer::waiting() const {
    return m_impl->teller.waiting();
}

std::uint64_t MissionAnnouncer::dropped() const {
    return m_impl->teller.dropped();
}

} // namespace haneul::runtime
