#pragma once

#include "server/broker/broker.h"
#include "server/clock/clock.h"
#include "server/delivery/event_delivery_service.h"
#include "server/log/event_log.h"
#include "server/situation/situation.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

namespace haneul::runtime {

inline constexpr std::string_view missionTopic = "haneul/v1/events/mission";

// Publishes each mission that is booked, moved, assigned, cancelled or handed over, as it is then, to
// haneul/v1/events/mission (QoS 1, the message of delivery::missionMessage), on a thread of its own. While the broker
// is away the messages wait, a bounded number of them: the oldest make room, with a notice (MISSIONS_UNTOLD). What was
// on its way when the connection broke is sent again.
class MissionAnnouncer {
public:
    // `endpoint` is asked from time to time, on this thread: a broker may move; port 0: there is none now. All
    // references outlive it.
    MissionAnnouncer(delivery::DeliveryService& service, log::EventLog& log, const clock::Clock& clock,
                     situation::NoticeBoard& notices, std::function<broker::BrokerEndpoint()> endpoint,
                     std::size_t mostWaiting = 1'000);
    ~MissionAnnouncer(); // what waits is dropped
    MissionAnnouncer(const MissionAnnouncer&) = delete;
    MissionAnnouncer& operator=(const MissionAnnouncer&) = delete;

    [[nodiscard]] std::size_t waiting() const; // to be sent, or to be answered by the broker
    [[nodiscard]] std::uint64_t dropped() const;

private:
    struct Impl;
    std::shared_ptr<Impl> m_impl; // shared with what the log still tells
};

} // namespace haneul::runtime
