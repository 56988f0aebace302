#pragma once

#include "server/broker/broker.h"
#include "server/clock/clock.h"
#include "server/situation/situation.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace haneul::runtime {

// Publishes messages over MQTT (QoS 1) in the order in which they were given, on a thread of its own. While the broker
// is away they wait, a bounded number of them: the oldest make room, with one notice. What was on its way when the
// connection broke is sent again.
class EventTeller {
public:
    // What is said when messages are dropped.
    struct Untold {
        std::string code, text;
    };

    // `endpoint` is asked from time to time, on this thread: a broker may move; port 0: there is none now. All
    // references outlive it.
    EventTeller(std::string topic, const clock::Clock& clock, situation::NoticeBoard& notices,
                std::function<broker::BrokerEndpoint()> endpoint, Untold untold, std::size_t mostWaiting);
    ~EventTeller(); // what waits is dropped
    EventTeller(const EventTeller&) = delete;
    EventTeller& operator=(const EventTeller&) = delete;

    void tell(std::string message); // from any thread; returns at once

    [[nodiscard]] std::size_t waiting() const; // to be sent, or to be answered by the broker
    [[nodiscard]] std::uint64_t dropped() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace haneul::runtime
