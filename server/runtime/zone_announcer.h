#pragma once

#include "server/log/event_log.h"
#include "server/runtime/event_teller.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace haneul::runtime {

inline constexpr std::string_view zoneTopic = "haneul/v1/events/zone";

// What others are told of one entry of the log; empty: it is not about a zone. Schema haneul.zone.1: `event` is
// "zone.published", "zone.changed" or "zone.withdrawn"; `country` and `identifier` as in /api/v1/zones/…; `time` and
// `by` of the entry; `reason` of a withdrawal, else null; `zone` as REST has it where it is not above mostZoneBytes,
// else null: then it is to be fetched.
inline constexpr std::size_t mostZoneBytes = 4096;
[[nodiscard]] std::string zoneMessage(const log::Entry& entry);

// Publishes each zone that is published, changed or withdrawn to haneul/v1/events/zone, as EventTeller does
// (ZONES_UNTOLD). A file of zones may be as large as the service takes.
class ZoneAnnouncer {
public:
    ZoneAnnouncer(log::EventLog& log, const clock::Clock& clock, situation::NoticeBoard& notices,
                  std::function<broker::BrokerEndpoint()> endpoint, std::size_t mostWaiting = 12'000);
    ~ZoneAnnouncer(); // what waits is dropped
    ZoneAnnouncer(const ZoneAnnouncer&) = delete;
    ZoneAnnouncer& operator=(const ZoneAnnouncer&) = delete;

    [[nodiscard]] std::size_t waiting() const; // to be sent, or to be answered by the broker
    [[nodiscard]] std::uint64_t dropped() const;

private:
    struct Impl;
    std::shared_ptr<Impl> m_impl; // shared with what the log still tells
};

} // namespace haneul::runtime
