#include "server/broker/broker.h"

#include <QString>
#include <QUrl>

#include <algorithm>

namespace haneul::broker {

Result<BrokerEndpoint> endpointFromUrl(const std::string& url) {
    // The address is quoted without what stands before '@': errors go to logs, passwords must not.
    const auto at = url.rfind('@');
    const std::string shown = at == std::string::npos ? url : "..." + url.substr(at);
    const auto refuse = [&](const char* why) {
        return fail("BAD_MQTT_URL", std::string(why) + "; expected mqtt://[user:password@]host[:port] or mqtts://...",
                    shown);
    };
    if (url.size() > 2048) return fail("BAD_MQTT_URL", "the broker's address is longer than 2048 characters");

    const QUrl parsed(QString::fromStdString(url), QUrl::StrictMode);
    if (!parsed.isValid()) return refuse("not a web address");
    const bool tls = parsed.scheme() == QStringLiteral("mqtts");
    if (!tls && parsed.scheme() != QStringLiteral("mqtt"))
        return refuse("the address must begin with mqtt:// or mqtts://");
    if (parsed.host().isEmpty()) return refuse("no host");
    if (!parsed.path().isEmpty() && parsed.path() != QStringLiteral("/"))
        return refuse("a path has no meaning for a broker");
    if (parsed.hasQuery() || parsed.hasFragment()) return refuse("a query or fragment has no meaning for a broker");
    const int port = parsed.port(tls ? 8883 : 1883);
    if (port < 1 || port > 65'535) return refuse("the port must be 1 to 65535");
    if (parsed.userName().isEmpty() && !parsed.password().isEmpty()) return refuse("a password without a user name");

    const std::string credentials =
        parsed.userName(QUrl::FullyDecoded).toStdString() + parsed.password(QUrl::FullyDecoded).toStdString();
    if (std::ranges::any_of(credentials, [](unsigned char c) { return c < 0x20 || c == 0x7f; }))
        return refuse("control characters in user or password");

    return BrokerEndpoint{.host = parsed.host().toStdString(),
                          .port = static_cast<std::uint16_t>(port),
                          .tls = tls,
                          .user = parsed.userName(QUrl::FullyDecoded).toStdString(),
                          .password = parsed.password(QUrl::FullyDecoded).toStdString()};
}

} // namespace haneul::broker
