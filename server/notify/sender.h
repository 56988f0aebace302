#pragma once

#include "server/notify/message_text.h"
#include "server/notify/notice.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace haneul::notify {

// What came of one attempt.
struct Sent {
    Outcome outcome = Outcome::Failed;
    std::string code;                   // stable: "NOT_REACHED", "TIMED_OUT", "BROKEN_OFF", "HTTP_503", "SMTP_451", ...
    std::string detail;                 // at most 200 bytes of what the other side or the system said
    std::optional<milliseconds> notFor; // it asks not to be asked again sooner (Retry-After)

    bool operator==(const Sent&) const = default;
};

// One attempt at one message: blocks until it is answered, the time of `config` is over, or `stop` is asked for.
using SendMessage = std::function<Sent(const ChannelConfig& config, const std::string& secret, const Outgoing& message,
                                       UtcMs now, const std::stop_token& stop)>;

// By libcurl: SMTP (none on this machine only, STARTTLS, TLS) and HTTP POST. No redirects, no proxies, certificates
// always checked.
//   webhook  X-Haneul-Signature by the secret (signatureOf), Idempotency-Key
//   sms      "Authorization: " and the secret as it is, Idempotency-Key
//   push     "Authorization: Bearer " and the secret, Idempotency-Key
[[nodiscard]] Sent sendByNetwork(const ChannelConfig& config, const std::string& secret, const Outgoing& message,
                                 UtcMs now, const std::stop_token& stop);

} // namespace haneul::notify
