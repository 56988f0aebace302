#include "server/mqtt/paho_support.h"

namespace haneul::mqtt::paho {

std::string shown(const broker::BrokerEndpoint& endpoint) {
    const bool ipv6 = endpoint.host.contains(':');
    return (ipv6 ? "[" + endpoint.host + "]" : endpoint.host) + ":" + std::to_string(endpoint.port);
}

std::string serverUri(const broker::BrokerEndpoint& endpoint) {
    return (endpoint.tls ? "mqtts://" : "mqtt://") + shown(endpoint);
}

::mqtt::connect_options connectOptions(const broker::BrokerEndpoint& endpoint, milliseconds timeout,
                                       const std::string& trustStore) {
    auto options = ::mqtt::connect_options::v5();
    options.set_clean_start(true);
    options.set_automatic_reconnect(false);
    options.set_keep_alive_interval(20);
    // Ours is the shorter one; the library's took 6 s where 3 were asked.
    options.set_connect_timeout(std::chrono::duration_cast<std::chrono::seconds>(timeout) + std::chrono::seconds(1));
    if (!endpoint.user.empty()) options.set_user_name(endpoint.user);
    if (!endpoint.password.empty()) options.set_password(endpoint.password);
    if (endpoint.tls) {
        ::mqtt::ssl_options tls;
        if (!trustStore.empty()) tls.set_trust_store(trustStore);
        tls.set_enable_server_cert_auth(true);
        tls.set_verify(true);
        options.set_ssl(std::move(tls));
    }
    return options;
}

bool refusedForGood(const ::mqtt::exception& error) {
    switch (error.get_reason_code()) {
    case ::mqtt::ReasonCode::CLIENT_IDENTIFIER_NOT_VALID:
    case ::mqtt::ReasonCode::BAD_USER_NAME_OR_PASSWORD:
    case ::mqtt::ReasonCode::NOT_AUTHORIZED:
    case ::mqtt::ReasonCode::BANNED:
    case ::mqtt::ReasonCode::BAD_AUTHENTICATION_METHOD:
        return true;
    default:
        return false;
    }
}

std::string describe(const ::mqtt::exception& error) {
    if (error.get_reason_code() >= 0x80)
        return error.get_reason_code_str() + " (MQTT reason " + std::to_string(error.get_reason_code()) + ")";
    return error.what();
}

bool arrived(::mqtt::token& token, milliseconds slice) {
    return token.wait_for(slice);
}

} // namespace haneul::mqtt::paho
