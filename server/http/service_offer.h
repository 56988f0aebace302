#pragma once

#include "core/base/error.h"
#include "server/people/principal.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace haneul::http {

// What this instance does for another one, the gateway.
struct OfferSettings {
    std::vector<std::string> services; // names of movableServices(); empty: nothing
    std::string gatewayHost;           // an address, not a name
    std::uint16_t gatewayPort = 0;
    std::string token; // of the gateway, with the scope service.offer
};

// Offers services to the gateway under a lease and renews it for as long as it lives; takes the offers back at its end.
// All on the thread of `io`.
class ServiceOffer {
public:
    // Told when an offer is not taken (once until one is taken again).
    using TellTrouble = std::function<void(const Error&)>;

    // `instance`: the name under which it offers, calls come to `port`.
    ServiceOffer(boost::asio::io_context& io, OfferSettings settings, std::string instance, std::uint16_t port,
                 TellTrouble tellTrouble);
    ~ServiceOffer();
    ServiceOffer(const ServiceOffer&) = delete;
    ServiceOffer& operator=(const ServiceOffer&) = delete;

    void begin();
    void end();

    // Who comes with the credential that the gateway was given: he may what the services need, and nothing else.
    [[nodiscard]] std::optional<people::Principal> principalOf(std::string_view token, std::string_view address) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// Codes: NO_SUCH_SERVICE, BAD_ADDRESS (not an address, or not a private one: there is no TLS on the way).
[[nodiscard]] Result<void> checkOffer(const std::vector<std::string>& services, std::string_view gatewayHost);

} // namespace haneul::http
