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

// The form mosquitto keeps: "$7$<iterations>$<salt, base64>$<PBKDF2-HMAC-SHA512, 64 bytes, base64>", salt of 12 random
// bytes. The broker recomputes it on each connect and has one thread: 1000 iterations cost it about 0.5 ms, which a
// reconnecting fleet can bear; pass more for passwords that people choose. Codes BAD_PASSWORD (empty, longer than 1024
// bytes), NO_RANDOMNESS.
[[nodiscard]] Result<std::string> hashPassword(const std::string& password, int iterations = 1000);
// Whether `hash` has the form above (it is not checked against any password).
[[nodiscard]] bool validPasswordHash(const std::string& hash);
[[nodiscard]] bool passwordMatches(const std::string& password, const std::string& hash);
// 256 random bits as URL-safe text, for machine accounts and for the console's own.
[[nodiscard]] Result<std::string> randomPassword();

// "mqtt://[user:password@]host[:1883]" or "mqtts://…[:8883]"; codes BAD_MQTT_URL.
// User and password may be percent-encoded; IPv6 hosts stand in brackets. A path, query or fragment is refused.
[[nodiscard]] Result<BrokerEndpoint> endpointFromUrl(const std::string& url);

} // namespace haneul::broker
