#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace haneul::broker {

// Who may connect to the embedded broker, and for which drones it may speak.
// `passwordHash` in mosquitto's own form: $7$iterations$salt$hash (PBKDF2-SHA512), as mosquitto_passwd writes it.
// `drones` empty: the account is a drone and speaks only for itself (topic, user name and payload id are the same);
// otherwise it is a gateway and speaks for the drones listed, under its own name in the topic.
struct MqttAccount {
    std::string name;
    std::string passwordHash;
    std::vector<std::string> drones;

    bool operator==(const MqttAccount&) const = default;
};

// How to reach a broker as a client. The console's own connection and the demo use it.
struct BrokerEndpoint {
    std::string host;
    std::uint16_t port = 0;
    bool tls = false;
    std::string user;
    std::string password;

    bool operator==(const BrokerEndpoint&) const = default;
};

// "mqtt://[user:password@]host[:1883]" or "mqtts://…[:8883]"; codes BAD_MQTT_URL.
[[nodiscard]] Result<BrokerEndpoint> endpointFromUrl(const std::string& url);

} // namespace haneul::broker
