#pragma once

// What the two Paho clients of this room share. Internal: only this room's sources include it (it shows Paho's
// headers).

#include "server/broker/broker.h"

#include <mqtt/async_client.h>

#include <string>

namespace haneul::mqtt::paho {

using std::chrono::milliseconds;

// The library's receive thread polls with a second's time-out and sees a pending connect complete only between two
// polls.
inline constexpr milliseconds leastConnectTimeout{2'000};

[[nodiscard]] std::string serverUri(const broker::BrokerEndpoint& endpoint);
// "host:port", for people.
[[nodiscard]] std::string shown(const broker::BrokerEndpoint& endpoint);

// MQTT 5, clean start, no reconnects by the library.
[[nodiscard]] ::mqtt::connect_options connectOptions(const broker::BrokerEndpoint& endpoint, milliseconds timeout,
                                                     const std::string& trustStore);

// The broker has answered, and will answer the same next time: credentials, client id, banned.
[[nodiscard]] bool refusedForGood(const ::mqtt::exception& error);
[[nodiscard]] std::string describe(const ::mqtt::exception& error);

// Waits at most `slice` for `token`; true when it succeeded, false when it is not there yet. Throws what it failed
// with.
[[nodiscard]] bool arrived(::mqtt::token& token, milliseconds slice);

} // namespace haneul::mqtt::paho
