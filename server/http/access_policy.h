#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace haneul::http {

// "localhost", an address of 127.0.0.0/8 or [::1], with or without a port.
[[nodiscard]] bool isLoopbackHost(std::string_view host);

// Whether it is an origin as browsers write one: "https://name" or "https://name:port", in small letters, without path,
// user, wildcard, or the port that goes without saying. Code BAD_ORIGIN.
[[nodiscard]] Result<void> checkOrigin(std::string_view origin);

// Which names the server answers to, and which web pages may use it.
class AccessPolicy {
public:
    enum class Binding { Loopback, Network };
    AccessPolicy(Binding binding, std::vector<std::string> allowedHosts, std::vector<std::string> allowedOrigins);

    // A server on loopback answers to loopback names, and to those of the allowed origins: a proxy in front of it may
    // pass on the name that it was called by.
    [[nodiscard]] bool hostAllowed(std::string_view host) const;
    // `origin` empty: not a browser, nothing to judge. Else the page must come from this server or from the list.
    [[nodiscard]] bool originAllowed(std::string_view origin, std::string_view host) const;

private:
    [[nodiscard]] bool hasOriginOf(std::string_view host) const;

    Binding m_binding;
    std::vector<std::string> m_hosts;
    std::vector<std::string> m_origins;
};

} // namespace haneul::http
