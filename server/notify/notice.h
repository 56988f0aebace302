#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/geo/position.h"
#include "server/people/scopes.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What people must be told about flying, and what becomes of it on its way to them. (What happened to the program
// itself is situation::Notice.)
namespace haneul::notify {

enum class NoticeKind { PlanStep, Airspace, Emergency, System };
inline constexpr std::array allKinds{NoticeKind::PlanStep, NoticeKind::Airspace, NoticeKind::Emergency,
                                     NoticeKind::System};
[[nodiscard]] std::string_view toString(NoticeKind kind); // "plan_step", "airspace", "emergency", "system"
[[nodiscard]] std::optional<NoticeKind> kindFrom(std::string_view text);

enum class Severity { Info, Warning, Emergency };
[[nodiscard]] std::string_view toString(Severity severity); // "info", "warning", "emergency"
[[nodiscard]] std::optional<Severity> severityFrom(std::string_view text);

enum class Language { Korean, English };
[[nodiscard]] std::string_view toString(Language language); // "ko", "en"
[[nodiscard]] std::optional<Language> languageFrom(std::string_view text);

// Ways to a person. Desk: his list of notices, always. Webhook: another program, once per notice.
enum class Channel { Desk, Email, Webhook, Sms, Push };
inline constexpr std::array outerChannels{Channel::Email, Channel::Webhook, Channel::Sms, Channel::Push};
inline constexpr std::array personalChannels{Channel::Email, Channel::Sms, Channel::Push};
[[nodiscard]] std::string_view toString(Channel channel); // "desk", "email", "webhook", "sms", "push"
[[nodiscard]] std::optional<Channel> channelFrom(std::string_view text);

// Where people fly, or where something is the matter: everything within the radius.
struct Circle {
    geo::LatLon centre;
    double radius_m = 0; // above 0, at most largestRadius_m

    bool operator==(const Circle&) const = default;
};

inline constexpr double largestRadius_m = 2'000'000;
[[nodiscard]] bool touch(const Circle& a, const Circle& b);
// One that holds all the points (of a zone's outline, a route); nullopt without points.
[[nodiscard]] std::optional<Circle> circleAround(std::span<const geo::LatLon> points);

// Whoever is named, holds one of the roles, or operates in the area. Operators: who may submit plans or book missions.
// One who has not said where he flies is told too.
struct Addressees {
    std::set<std::string> users;
    std::set<people::Role> roles;
    std::optional<Circle> area;

    bool operator==(const Addressees&) const = default;
};

struct Reference { // what it is about; empty: nothing of that sort
    std::string plan, zone, mission;

    bool operator==(const Reference&) const = default;
};

struct NewNotice {
    // The cause, "plan:P-17:approved:2": the same cause gives the same notice, once, whoever tells it how often.
    std::string key;
    NoticeKind kind = NoticeKind::System;
    Severity severity = Severity::Info;
    std::string message;                // code of wording.h: "PLAN_APPROVED"
    std::vector<std::string> arguments; // as many as the message has
    Addressees to;
    Reference about;

    bool operator==(const NewNotice&) const = default;
};

// One notice as its recipient reads it.
struct NoticeRecord {
    std::string id; // 32 hexadecimal characters
    NoticeKind kind = NoticeKind::System;
    Severity severity = Severity::Info;
    std::string message;
    std::vector<std::string> arguments;
    Reference about;
    UtcMs created{};
    std::string by; // user, or "system"
    std::optional<UtcMs> acknowledged;

    bool operator==(const NoticeRecord&) const = default;
};

// Waiting: the first try, or the next one, is due at `nextTry`. Dead: given up; a person may send it again.
enum class DeliveryState { Waiting, Delivered, Dead };
[[nodiscard]] std::string_view toString(DeliveryState state); // "waiting", "delivered", "dead"
[[nodiscard]] std::optional<DeliveryState> deliveryStateFrom(std::string_view text);

enum class Outcome {
    Delivered,
    Failed,  // no answer, a broken one, or "not now": tried again
    Refused, // the other side says that it will never take it: tried again a few times, for settings get mended
};
[[nodiscard]] std::string_view toString(Outcome outcome); // "delivered", "failed", "refused"
[[nodiscard]] std::optional<Outcome> outcomeFrom(std::string_view text);

struct Attempt {
    int number = 0; // from 1
    UtcMs at{};
    Outcome outcome = Outcome::Failed;
    std::string code;   // "HTTP_503", "TIMED_OUT", ...; empty when delivered
    std::string detail; // in words, from the other side or the system

    bool operator==(const Attempt&) const = default;
};

// One notice on one way to one recipient.
struct DeliveryRecord {
    std::string id; // "<notice>-<channel>-<user>"; also the idempotency key of every attempt
    std::string notice;
    std::string user; // empty: the webhook
    Channel channel = Channel::Desk;
    DeliveryState state = DeliveryState::Waiting;
    int attempts = 0;
    int attemptsBefore = 0; // of them before it was last sent again by hand
    int refusals = 0;       // since then
    std::optional<UtcMs> nextTry;
    std::optional<UtcMs> delivered;
    std::string lastCode, lastDetail;
    UtcMs created{};
    std::string message; // of the notice
    std::vector<std::string> arguments;
    Severity severity = Severity::Info;
    std::string origin; // the instance that sends it

    bool operator==(const DeliveryRecord&) const = default;
};

// How somebody wants to be told.
struct Preferences {
    Language language = Language::Korean;
    std::string email; // empty: the address his account has
    std::string phone; // "+82101234567"; empty: no messages there
    std::string push;  // topic at the push server; empty: none
    // Ways besides the desk, by kind. A kind that is not there: defaultChannels.
    std::map<NoticeKind, std::set<Channel>> channels;
    std::vector<Circle> areas; // where he operates; none: not said

    bool operator==(const Preferences&) const = default;
};

// Emergencies every way, system notices only at the desk, the rest by e-mail.
[[nodiscard]] std::set<Channel> defaultChannels(NoticeKind kind);
[[nodiscard]] std::set<Channel> channelsFor(const Preferences& preferences, NoticeKind kind);
// Tidied (numbers without blanks). Codes BAD_EMAIL, BAD_PHONE, BAD_PUSH_TOPIC, BAD_CHANNEL, BAD_AREA.
[[nodiscard]] Result<Preferences> accepted(Preferences preferences);
// Codes NO_SUCH_MESSAGE, BAD_ARGUMENTS, BAD_NOTICE, BAD_AREA.
[[nodiscard]] Result<void> check(const NewNotice& notice);

enum class Security { None, StartTls, Tls };                // None: on this machine only
[[nodiscard]] std::string_view toString(Security security); // "none", "starttls", "tls"
[[nodiscard]] std::optional<Security> securityFrom(std::string_view text);

// Where a channel's server is and how it is spoken to. Its secret (password, HMAC key, token) is kept apart
// (ChannelSecrets).
struct ChannelConfig {
    Channel channel = Channel::Email;
    bool enabled = false;
    std::string url;     // "smtp://mail.example.org:587", "https://hooks.example.org/haneul"
    std::string account; // of the mail server; empty: no log-in
    std::string sender;  // address of the mails
    Security security = Security::Tls;
    std::string caFile;                           // PEM; empty: the system's
    std::string contentType = "application/json"; // of an SMS gateway: or application/x-www-form-urlencoded
    std::string bodyTemplate = R"({"to":"{to}","text":"{text}","id":"{key}"})"; // of an SMS gateway
    std::set<NoticeKind> kinds{allKinds.begin(), allKinds.end()};               // that the webhook gets
    std::int64_t timeout_ms = 15'000;                                           // of one attempt, 500 to 60000

    bool operator==(const ChannelConfig&) const = default;
};

// Codes BAD_URL, INSECURE_CHANNEL (no TLS to another machine), BAD_EMAIL, BAD_TEMPLATE, BAD_TIMEOUT, BAD_CHANNEL.
[[nodiscard]] Result<void> check(const ChannelConfig& config);

} // namespace haneul::notify
