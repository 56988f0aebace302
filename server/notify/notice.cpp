#include "server/notify/notice.h"

#include "core/geo/geodesic.h"
#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "server/notify/wording.h"
#include "server/people/user_rules.h"

#include <curl/curl.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace haneul::notify {

namespace {

template <class Value, std::size_t size>
using Names = std::array<std::pair<Value, std::string_view>, size>;

constexpr Names<NoticeKind, 4> kindNames{{{NoticeKind::PlanStep, "plan_step"},
                                          {NoticeKind::Airspace, "airspace"},
                                          {NoticeKind::Emergency, "emergency"},
                                          {NoticeKind::System, "system"}}};
constexpr Names<Severity, 3> severityNames{
    {{Severity::Info, "info"}, {Severity::Warning, "warning"}, {Severity::Emergency, "emergency"}}};
constexpr Names<Language, 2> languageNames{{{Language::Korean, "ko"}, {Language::English, "en"}}};
constexpr Names<Channel, 5> channelNames{{{Channel::Desk, "desk"},
                                          {Channel::Email, "email"},
                                          {Channel::Webhook, "webhook"},
                                          {Channel::Sms, "sms"},
                                          {Channel::Push, "push"}}};
constexpr Names<DeliveryState, 3> stateNames{
    {{DeliveryState::Waiting, "waiting"}, {DeliveryState::Delivered, "delivered"}, {DeliveryState::Dead, "dead"}}};
constexpr Names<Outcome, 3> outcomeNames{
    {{Outcome::Delivered, "delivered"}, {Outcome::Failed, "failed"}, {Outcome::Refused, "refused"}}};
constexpr Names<Security, 3> securityNames{
    {{Security::None, "none"}, {Security::StartTls, "starttls"}, {Security::Tls, "tls"}}};

template <class List, class Value>
std::string_view nameIn(const List& names, Value value) {
    return std::ranges::find(names, value, [](const auto& one) { return one.first; })->second;
}

template <class List>
auto valueIn(const List& names, std::string_view text) -> std::optional<decltype(names.front().first)> {
    const auto found = std::ranges::find(names, text, [](const auto& one) { return one.second; });
    if (found == names.end()) return std::nullopt;
    return found->first;
}

bool isPlausible(const Circle& circle) {
    return std::isfinite(circle.centre.latitude_deg) && std::isfinite(circle.centre.longitude_deg) &&
           std::abs(circle.centre.latitude_deg) <= 90 && std::abs(circle.centre.longitude_deg) <= 180 &&
           circle.radius_m > 0 && circle.radius_m <= largestRadius_m;
}

Error badArea(std::string where) {
    return {"BAD_AREA", "an area is a centre in degrees and a radius above 0 and at most 2,000,000 m",
            std::move(where)};
}

bool hasControls(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

struct UrlParts {
    std::string scheme, host;
    bool hasSecret = false; // user, password
};

std::optional<UrlParts> partsOf(const std::string& url) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> handle(curl_url(), &curl_url_cleanup);
    if (!handle || hasControls(url) || url.size() > 1024 ||
        curl_url_set(handle.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
        return std::nullopt;
    const auto part = [&](CURLUPart which) {
        char* text = nullptr;
        std::string found;
        if (curl_url_get(handle.get(), which, &text, 0) == CURLUE_OK && text != nullptr) found = text;
        curl_free(text);
        return found;
    };
    return UrlParts{part(CURLUPART_SCHEME), part(CURLUPART_HOST),
                    !part(CURLUPART_USER).empty() || !part(CURLUPART_PASSWORD).empty()};
}

// A number, not a name that anybody may point elsewhere.
bool isThisMachine(std::string_view host) {
    if (host == "localhost" || host == "[::1]") return true;
    return host.starts_with("127.") && std::ranges::count(host, '.') == 3 &&
           host.find_first_not_of("0123456789.") == std::string_view::npos;
}

Result<void> checkMail(const ChannelConfig& config, const UrlParts& url) {
    const bool smtps = url.scheme == "smtps";
    if (url.scheme != "smtp" && !smtps)
        return fail("BAD_URL", "expected smtp://host:port, or smtps://host:port with TLS from the start", "url");
    if (smtps != (config.security == Security::Tls))
        return fail("BAD_URL", "smtps:// goes with security tls, smtp:// with starttls or none", "url");
    if (config.security == Security::None && !isThisMachine(url.host))
        return fail("INSECURE_CHANNEL", "mail to another machine needs starttls or tls", "security");
    const auto sender = people::acceptedEmail(config.sender);
    if (!sender || sender->empty())
        return fail("BAD_EMAIL", "mails need a sender's address like haneul@example.org", "sender");
    return {};
}

Result<void> checkTemplate(const ChannelConfig& config) {
    if (config.contentType != "application/json" && config.contentType != "application/x-www-form-urlencoded")
        return fail("BAD_TEMPLATE", "application/json or application/x-www-form-urlencoded", "content_type");
    if (!config.bodyTemplate.contains("{to}") || !config.bodyTemplate.contains("{text}") ||
        config.bodyTemplate.size() > 4096)
        return fail("BAD_TEMPLATE", "the body must have {to} and {text} and at most 4096 characters", "template");
    if (config.contentType == "application/json" && !json::Object::parse(config.bodyTemplate))
        return fail("BAD_TEMPLATE", "the body is no JSON object", "template");
    return {};
}

} // namespace

std::string_view toString(NoticeKind kind) {
    return nameIn(kindNames, kind);
}

std::optional<NoticeKind> kindFrom(std::string_view text) {
    return valueIn(kindNames, text);
}

std::string_view toString(Severity severity) {
    return nameIn(severityNames, severity);
}

std::optional<Severity> severityFrom(std::string_view text) {
    return valueIn(severityNames, text);
}

std::string_view toString(Language language) {
    return nameIn(languageNames, language);
}

std::optional<Language> languageFrom(std::string_view text) {
    return valueIn(languageNames, text);
}

std::string_view toString(Channel channel) {
    return nameIn(channelNames, channel);
}

std::optional<Channel> channelFrom(std::string_view text) {
    return valueIn(channelNames, text);
}

std::string_view toString(DeliveryState state) {
    return nameIn(stateNames, state);
}

std::optional<DeliveryState> deliveryStateFrom(std::string_view text) {
    return valueIn(stateNames, text);
}

std::string_view toString(Outcome outcome) {
    return nameIn(outcomeNames, outcome);
}

std::optional<Outcome> outcomeFrom(std::string_view text) {
    return valueIn(outcomeNames, text);
}

std::string_view toString(Security security) {
    return nameIn(securityNames, security);
}

std::optional<Security> securityFrom(std::string_view text) {
    return valueIn(securityNames, text);
}

bool touch(const Circle& a, const Circle& b) {
    return geo::inverse(a.centre, b.centre).distance_m <= a.radius_m + b.radius_m;
}

std::optional<Circle> circleAround(std::span<const geo::LatLon> points) {
    if (points.empty()) return std::nullopt;
    // The middle on the sphere: right across the 180th meridian too.
    constexpr double radians = 3.14159265358979323846 / 180;
    double x = 0;
    double y = 0;
    double z = 0;
    for (const geo::LatLon& point : points) {
        x += std::cos(point.latitude_deg * radians) * std::cos(point.longitude_deg * radians);
        y += std::cos(point.latitude_deg * radians) * std::sin(point.longitude_deg * radians);
        z += std::sin(point.latitude_deg * radians);
    }
    Circle circle{{std::atan2(z, std::hypot(x, y)) / radians, std::atan2(y, x) / radians}, 1};
    for (const geo::LatLon& point : points)
        circle.radius_m = std::max(circle.radius_m, geo::inverse(circle.centre, point).distance_m);
    return circle;
}

std::set<Channel> defaultChannels(NoticeKind kind) {
    switch (kind) {
    case NoticeKind::Emergency:
        return {personalChannels.begin(), personalChannels.end()};
    case NoticeKind::System:
        return {};
    case NoticeKind::PlanStep:
    case NoticeKind::Airspace:
        break;
    }
    return {Channel::Email};
}

std::set<Channel> channelsFor(const Preferences& preferences, NoticeKind kind) {
    const auto chosen = preferences.channels.find(kind);
    return chosen == preferences.channels.end() ? defaultChannels(kind) : chosen->second;
}

Result<Preferences> accepted(Preferences preferences) {
    auto email = people::acceptedEmail(preferences.email);
    if (!email) return std::unexpected(email.error());
    preferences.email = *std::move(email);

    std::erase_if(preferences.phone, [](char c) { return c == ' ' || c == '-' || c == '(' || c == ')'; });
    const std::string_view digits = std::string_view(preferences.phone).substr(preferences.phone.empty() ? 0 : 1);
    if (!preferences.phone.empty() &&
        (preferences.phone.front() != '+' || digits.size() < 7 || digits.size() > 15 || digits.front() == '0' ||
         digits.find_first_not_of("0123456789") != std::string_view::npos))
        return fail("BAD_PHONE", "expected a number with its country like +82 10 1234 5678, or nothing", "phone");

    constexpr std::string_view topicLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    if (preferences.push.size() > 64 || preferences.push.find_first_not_of(topicLetters) != std::string::npos)
        return fail("BAD_PUSH_TOPIC", "a topic is 1 to 64 letters, digits, '_' or '-', or nothing", "push");

    for (const auto& [kind, channels] : preferences.channels)
        for (const Channel channel : channels)
            if (!std::ranges::contains(personalChannels, channel))
                return fail("BAD_CHANNEL", "people choose among email, sms and push; the desk always shows a notice",
                            std::string(toString(kind)));
    constexpr std::size_t mostAreas = 20;
    if (preferences.areas.size() > mostAreas) return fail("BAD_AREA", "at most 20 areas", "areas");
    if (!std::ranges::all_of(preferences.areas, isPlausible)) return std::unexpected(badArea("areas"));
    return preferences;
}

Result<void> check(const NewNotice& notice) {
    const Message* const message = messageOf(notice.message);
    if (message == nullptr) return fail("NO_SUCH_MESSAGE", "there is no such message", notice.message);
    if (message->arguments != notice.arguments.size())
        return fail("BAD_ARGUMENTS", "this message has " + std::to_string(message->arguments) + " arguments",
                    "arguments");
    constexpr std::size_t longestArgument = 4000; // bytes
    if (std::ranges::any_of(notice.arguments, [](const auto& text) { return text.size() > longestArgument; }))
        return fail("BAD_ARGUMENTS", "an argument has at most 4000 bytes", "arguments");
    const bool written = notice.message == "TEXT" || notice.message == "TEXT_KO_EN";
    if (written && std::ranges::any_of(notice.arguments, &std::string::empty))
        return fail("BAD_ARGUMENTS", "a notice needs a subject and a text", "arguments");
    for (const std::string* id : {&notice.about.plan, &notice.about.zone, &notice.about.mission})
        if (id->size() > 255 || hasControls(*id))
            return fail("BAD_NOTICE", "a reference has at most 255 bytes and no control characters", "about");
    if (notice.to.users.empty() && notice.to.roles.empty() && !notice.to.area)
        return fail("BAD_NOTICE", "a notice needs somebody it is for: users, roles or an area", "to");
    if (notice.to.area && !isPlausible(*notice.to.area)) return std::unexpected(badArea("to.area"));
    return {};
}

Result<void> check(const ChannelConfig& config) {
    if (config.channel == Channel::Desk) return fail("BAD_CHANNEL", "the desk needs no settings", "channel");
    constexpr std::int64_t shortest_ms = 500;
    constexpr std::int64_t longest_ms = 60'000;
    if (config.timeout_ms < shortest_ms || config.timeout_ms > longest_ms)
        return fail("BAD_TIMEOUT", "one attempt may take 500 to 60000 ms", "timeout_ms");
    if (config.url.empty() && !config.enabled) return {};
    const auto url = partsOf(config.url);
    if (!url || url->host.empty()) return fail("BAD_URL", "this is no address of a server", "url");
    if (url->hasSecret)
        return fail("BAD_URL", "name and password do not belong into the address: it can be read by many", "url");
    for (const std::string* text : {&config.account, &config.sender, &config.caFile})
        if (text->size() > 255 || hasControls(*text))
            return fail("BAD_CHANNEL", "at most 255 bytes, no control characters", "account");
    if (config.channel == Channel::Email) return checkMail(config, *url);
    if (url->scheme != "https" && url->scheme != "http")
        return fail("BAD_URL", "expected https://host/path, or http:// on this machine", "url");
    if (url->scheme == "http" && !isThisMachine(url->host))
        return fail("INSECURE_CHANNEL", "another machine is reached by https:// only", "url");
    return config.channel == Channel::Sms ? checkTemplate(config) : Result<void>{};
}

} // namespace haneul::notify
