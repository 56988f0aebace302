#pragma once

#include "server/notify/notice.h"
#include "server/notify/wording.h"

#include <string>
#include <string_view>
#include <vector>

namespace haneul::notify {

// One message on its way, with all that it says. The same at every attempt.
struct Outgoing {
    std::string key; // Message-ID, Idempotency-Key: the receiver may drop what it has seen already
    Channel channel = Channel::Email;
    std::string to; // address, number or topic; empty: the webhook
    Language language = Language::Korean;
    NoticeRecord notice;
    std::vector<std::string> recipients; // users; for the webhook
    std::string instance;

    bool operator==(const Outgoing&) const = default;
};

// RFC 5322, UTF-8 as base64, lines end in CRLF. `Auto-Submitted: auto-generated` (RFC 3834).
[[nodiscard]] std::string mailText(const Outgoing& message, const std::string& sender);
// {"id","kind","severity","message","arguments","about","created","recipients","ko":{"subject","text"},"en":{...}}
[[nodiscard]] std::string webhookBody(const Outgoing& message);
// The template with {to}, {text}, {subject}, {key} and {severity} filled in, escaped as its type wants.
[[nodiscard]] std::string smsBody(const Outgoing& message, const ChannelConfig& config);
// JSON as ntfy takes it at its root and Gotify at /message: topic, title, message, priority (1 to 5).
[[nodiscard]] std::string pushBody(const Outgoing& message);

// "t=1764131696,v1=<hex>": HMAC-SHA256 over "1764131696." and the body, for X-Haneul-Signature. The receiver makes it
// again with the shared key, compares in constant time and refuses what is older than a few minutes.
[[nodiscard]] std::string signatureOf(std::string_view key, UtcMs now, std::string_view body);

} // namespace haneul::notify
