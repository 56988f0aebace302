#pragma once

#include "server/broker/broker.h"
#include "server/log/event_log.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

namespace haneul::runtime {

// Publishes each step of a flight plan (plan::announcedAs) to haneul/v1/events/{event} (QoS 1, the message of
// plan::planMessage), in the order of the log, on a thread of its own. What was told and answered by the broker is
// written down in a file: after a crash or a restart it goes on from there, so that nothing is left out and nothing
// comes twice, except what the broker took in the moment before a crash; that has the same id again. While the broker
// is away the entries wait in the log.
class PlanAnnouncer {
public:
    // The log must have been opened with a PlanProjection and outlives this. `endpoint` is asked from time to time, on
    // this thread: a broker may move; port 0: there is none now.
    PlanAnnouncer(log::EventLog& log, std::filesystem::path told, std::function<broker::BrokerEndpoint()> endpoint);
    ~PlanAnnouncer();
    PlanAnnouncer(const PlanAnnouncer&) = delete;
    PlanAnnouncer& operator=(const PlanAnnouncer&) = delete;

    [[nodiscard]] std::uint64_t told() const; // sequence number of the last entry that the broker has answered

private:
    struct Impl;
    std::shared_ptr<Impl> m_impl; // shared with what the log still tells
};

} // namespace haneul::runtime
