#pragma once

#include "core/base/error.h"
#include "server/http/head_gate.h"
#include "server/http/rate_limit.h"
#include "server/http/routes.h"
#include "server/people/log_desk.h"
#include "server/people/principal.h"

#include <chrono>
#include <expected>
#include <functional>
#include <string>
#include <string_view>

namespace haneul::http {

enum class TokenUse { Counts, Peek }; // Peek: the session does not live longer by it

// Who holds this token there; an error when nobody does. Without I/O, thread-safe.
using Authorise = std::function<Result<people::Principal>(std::string_view token, std::string_view address, TokenUse)>;
// Told of each call that came too often, by whom: without a name while no token was looked at. Returns at once.
using TellTooMany = std::function<void(const people::Principal& who)>;
// Told of each call that was refused for want of a token (`scope` empty) or a scope. Returns at once.
using TellRefusal = people::TellRefusal;

struct RequestRates {
    RateRules user{.perSecond = 50, .burst = 200};
    RateRules address{.perSecond = 100, .burst = 400};
};

// Lets a request through to its route, or says why not: every route but the public ones needs a token that holds the
// route's scope, and nobody may ask too often. One thread only.
class Gatekeeper {
public:
    // Without `authorise` nobody gets in.
    Gatekeeper(Authorise authorise, TellRefusal tellRefusal, const RequestRates& rates, TellTooMany tellTooMany = {})
        : m_authorise(std::move(authorise))
        , m_tellRefusal(std::move(tellRefusal))
        , m_tellTooMany(std::move(tellTooMany))
        , m_users(rates.user)
        , m_addresses(rates.address) {}

    struct Refusal {
        Error error;                             // NOT_LOGGED_IN (401), FORBIDDEN (403), TOO_MANY_REQUESTS (429)
        std::chrono::milliseconds retryAfter{0}; // with TOO_MANY_REQUESTS
        people::Principal who;                   // without a name while no token was looked at
    };

    // For a public route the principal has no name and no scopes.
    [[nodiscard]] std::expected<people::Principal, Refusal> admit(const Route& route, const RequestHead& head,
                                                                  const std::string& address, RateLimit::Instant now);
    // A stream is looked at again and again while it is open.
    [[nodiscard]] bool stillMay(const std::string& token, const std::string& address, std::string_view scope) const;

private:
    [[nodiscard]] Refusal tooMany(const people::Principal& who, std::chrono::milliseconds wait) const;

    Authorise m_authorise;
    TellRefusal m_tellRefusal;
    TellTooMany m_tellTooMany;
    RateLimit m_users;
    RateLimit m_addresses;
};

// From "Authorization: Bearer TOKEN" (RFC 6750 2.1), or from ?access_token=TOKEN for the stream and on loopback only,
// because a page cannot set fields there. Empty when there is none, or more than one.
[[nodiscard]] std::string bearerToken(const Route& route, const RequestHead& head, std::string_view address);

// RFC 6750 2.1: b64token, at most 512 characters.
[[nodiscard]] bool isToken(std::string_view text);

// 127.0.0.0/8 and ::1, as the server writes addresses.
[[nodiscard]] bool isLoopbackAddress(std::string_view address);

} // namespace haneul::http
