#include "server/http/access_policy.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <optional>
#include <utility>

namespace haneul::http {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameText(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

bool isNumber(std::string_view text, unsigned max) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return !text.empty() && error == std::errc{} && end == text.data() + text.size() && value <= max;
}

// The name or address without its port; nullopt when what follows is no port.
std::optional<std::string_view> withoutPort(std::string_view host) {
    constexpr unsigned maxPort = 65535;
    const auto end = host.starts_with('[') ? host.find(']') : host.find(':');
    if (host.starts_with('[') && end == std::string_view::npos) return std::nullopt;
    const auto nameSize = host.starts_with('[') ? end + 1 : std::min(end, host.size());
    const auto rest = host.substr(nameSize);
    if (!rest.empty() && (!rest.starts_with(':') || !isNumber(rest.substr(1), maxPort))) return std::nullopt;
    return host.substr(0, nameSize);
}

// Four numbers, the first 127: "127.example.com" is a name that anybody may own.
bool isLoopbackV4(std::string_view name) {
    if (!name.starts_with("127.")) return false;
    for (int part = 0; part < 4; ++part) {
        const auto dot = name.find('.');
        if ((part == 3) != (dot == std::string_view::npos)) return false;
        if (!isNumber(name.substr(0, dot), 255)) return false;
        if (part < 3) name.remove_prefix(dot + 1);
    }
    return true;
}

} // namespace

bool isLoopbackHost(std::string_view host) {
    const auto name = withoutPort(host);
    return name && (sameText(*name, "localhost") || *name == "[::1]" || isLoopbackV4(*name));
}

Result<void> checkOrigin(std::string_view origin) {
    const auto bad = [&](const char* why) {
        return fail("BAD_ORIGIN",
                    std::format("expected https://NAME or https://NAME:PORT as a browser shows it, got \"{}\": {}",
                                origin, why),
                    "origin");
    };
    const bool secure = origin.starts_with("https://");
    if (!secure && !origin.starts_with("http://")) return bad("it begins with https:// or http://");
    const auto host = origin.substr(secure ? 8 : 7);
    const auto name = withoutPort(host);
    if (!name || name->empty())
        return bad("a name and, where it is not the usual one, a port from 0 to 65535 belong there");
    const bool address = name->starts_with('[');
    const auto fits = [&](char c) {
        const bool small = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        return small || c == '.' || c == '-' || (address && (c == '[' || c == ']' || c == ':'));
    };
    if (!std::ranges::all_of(*name, fits))
        return bad("a name has small letters, digits, '.' and '-': no path, no user, no wildcard");
    if (host.ends_with(secure ? ":443" : ":80")) return bad("browsers leave the usual port out");
    return {};
}

AccessPolicy::AccessPolicy(Binding binding, std::vector<std::string> allowedHosts,
                           std::vector<std::string> allowedOrigins)
    : m_binding(binding)
    , m_hosts(std::move(allowedHosts))
    , m_origins(std::move(allowedOrigins)) {}

bool AccessPolicy::hostAllowed(std::string_view host) const {
    const auto name = withoutPort(host);
    if (!name) return false;
    if (std::ranges::any_of(m_hosts, [&](const std::string& allowed) { return sameText(allowed, *name); })) return true;
    if (m_binding == Binding::Loopback) return isLoopbackHost(host) || hasOriginOf(host);
    return m_hosts.empty();
}

// What a proxy in front of this server is called from outside: it may pass that name on.
bool AccessPolicy::hasOriginOf(std::string_view host) const {
    return std::ranges::any_of(m_origins, [&](const std::string& origin) {
        const auto name = origin.find("://");
        return name != std::string::npos && sameText(std::string_view(origin).substr(name + 3), host);
    });
}

bool AccessPolicy::originAllowed(std::string_view origin, std::string_view host) const {
    if (origin.empty()) return true;
    if (sameText(origin, "http://" + std::string(host))) return true;
    return std::ranges::any_of(m_origins, [&](const std::string& allowed) { return sameText(allowed, origin); });
}

} // namespace haneul::http
