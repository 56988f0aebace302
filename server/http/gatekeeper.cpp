#include "server/http/gatekeeper.h"

#include <algorithm>
#include <format>

namespace haneul::http {

namespace {

constexpr std::size_t longestToken = 512;

bool equalsIgnoringCase(std::string_view left, std::string_view lower) {
    return std::ranges::equal(left, lower, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

std::string tokenOfField(const RequestHead& head) {
    constexpr std::string_view scheme = "bearer ";
    if (head.count("authorization") != 1) return {};
    auto value = head.field("authorization");
    if (value.size() < scheme.size() || !equalsIgnoringCase(value.substr(0, scheme.size()), scheme)) return {};
    value.remove_prefix(scheme.size());
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
    return isToken(value) ? std::string(value) : std::string();
}

std::string tokenOfQuery(const RequestHead& head) {
    const auto items = parseQuery(head.query);
    if (!items) return {};
    const auto found = std::ranges::find(*items, "access_token", &QueryItem::name);
    return found != items->end() && isToken(found->value) ? found->value : std::string();
}

} // namespace

bool isToken(std::string_view text) {
    const auto belongs = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               std::string_view("-._~+/=").contains(c);
    };
    return !text.empty() && text.size() <= longestToken && std::ranges::all_of(text, belongs);
}

bool isLoopbackAddress(std::string_view address) {
    return address == "::1" || address.starts_with("127.") || address.starts_with("::ffff:127.");
}

std::string bearerToken(const Route& route, const RequestHead& head, std::string_view address) {
    if (head.count("authorization") > 0) return tokenOfField(head);
    const bool fromQuery = route.id == RouteId::Stream && isLoopbackAddress(address);
    return fromQuery ? tokenOfQuery(head) : std::string();
}

Gatekeeper::Refusal Gatekeeper::tooMany(const people::Principal& who, std::chrono::milliseconds wait) const {
    if (m_tellTooMany) m_tellTooMany(who);
    return {{"TOO_MANY_REQUESTS", "asked too often; wait as long as Retry-After says", "rate"}, wait, who};
}

std::expected<people::Principal, Gatekeeper::Refusal>
Gatekeeper::admit(const Route& route, const RequestHead& head, const std::string& address, RateLimit::Instant now) {
    people::Principal who{.desk = address};
    if (route.pattern.starts_with("/api/"))
        if (const auto wait = m_addresses.take(address, now)) return std::unexpected(tooMany(who, *wait));
    if (route.scope.empty() || (route.openToLoopback && isLoopbackAddress(address))) return who;

    const auto what = std::format("{} {}", toString(head.method), route.pattern);
    const auto token = bearerToken(route, head, address);
    auto known = m_authorise && !token.empty()
                     ? m_authorise(token, address, TokenUse::Counts)
                     : fail("NOT_LOGGED_IN", "this needs a token: Authorization: Bearer TOKEN", "authorization");
    if (!known) {
        if (m_tellRefusal) m_tellRefusal(who, "", what);
        known.error().code = "NOT_LOGGED_IN";
        return std::unexpected(Refusal{known.error(), {}, {}});
    }
    if (route.pattern.starts_with("/api/"))
        if (const auto wait = m_users.take(known->user, now)) return std::unexpected(tooMany(*known, *wait));
    if (!known->may(route.scope)) {
        if (m_tellRefusal) m_tellRefusal(*known, route.scope, what);
        return std::unexpected(
            Refusal{{"FORBIDDEN", "this needs a scope that you do not have", std::string(route.scope)}, {}, *known});
    }
    return *std::move(known);
}

bool Gatekeeper::stillMay(const std::string& token, const std::string& address, std::string_view scope) const {
    if (!m_authorise) return false;
    const auto known = m_authorise(token, address, TokenUse::Peek);
    return known && known->may(scope);
}

} // namespace haneul::http
