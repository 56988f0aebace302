#include "server/notify/message_text.h"

#include "core/json/json_writer.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <format>

namespace haneul::notify {

namespace {

constexpr std::string_view endOfLine = "\r\n";

std::string base64(std::string_view bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // its final zero
    return text;
}

// The end of the character that begins at `at` in UTF-8.
std::size_t nextCharacter(std::string_view text, std::size_t at) {
    do
        ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80);
    return at;
}

// RFC 2047: words of at most 75 characters, each of whole characters, folded.
std::string headerText(const std::string& text) {
    if (std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; }) && text.size() <= 60) return text;
    constexpr std::size_t mostBytes = 42; // 56 in base64 and 12 around them
    std::string folded;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && nextCharacter(text, end) - begin <= mostBytes)
            end = nextCharacter(text, end);
        end = std::max(end, begin + 1);
        if (!folded.empty()) folded += "\r\n ";
        folded += "=?UTF-8?B?" + base64(std::string_view(text).substr(begin, end - begin)) + "?=";
        begin = end;
    }
    return folded;
}

std::string bodyLines(std::string_view text) {
    constexpr std::size_t line = 76;
    const std::string encoded = base64(text);
    std::string body;
    for (std::size_t at = 0; at < encoded.size(); at += line) {
        body += encoded.substr(at, line);
        body += endOfLine;
    }
    return body;
}

// "Thu, 26 Nov 2026 04:41:54 +0000" (RFC 5322 3.3).
std::string mailDate(UtcMs time) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));
    return std::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000", days[std::chrono::weekday(day).c_encoding()],
                       static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count());
}

std::string referenceLines(const NoticeRecord& notice, Language language) {
    const bool korean = language == Language::Korean;
    std::string lines;
    const auto line = [&](const char* name, const std::string& value) {
        if (!value.empty()) lines += std::format("{}: {}\r\n", name, value);
    };
    line(korean ? "비행계획" : "Flight plan", notice.about.plan);
    line(korean ? "공역" : "Zone", notice.about.zone);
    line(korean ? "임무" : "Mission", notice.about.mission);
    return lines;
}

std::string severityWord(Severity severity, Language language) {
    const bool korean = language == Language::Korean;
    switch (severity) {
    case Severity::Emergency:
        return korean ? "비상" : "EMERGENCY";
    case Severity::Warning:
        return korean ? "경고" : "Warning";
    case Severity::Info:
        break;
    }
    return korean ? "알림" : "Notice";
}

std::string asJson(const std::string& text) {
    json::JsonWriter json;
    json.string(text);
    const std::string quoted = json.take();
    return quoted.substr(1, quoted.size() - 2);
}

std::string asForm(const std::string& text) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
    std::string encoded;
    for (const char c : text)
        if (plain.contains(c))
            encoded += c;
        else
            encoded += std::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    return encoded;
}

void writeWords(json::JsonWriter& json, const NoticeRecord& notice, Language language) {
    const Words words = worded(notice.message, notice.arguments, language);
    json.key(toString(language)).beginObject();
    json.key("subject").string(words.subject).key("text").string(words.text).endObject();
}

template <class Texts>
void writeTexts(json::JsonWriter& json, std::string_view key, const Texts& texts) {
    json.key(key).beginArray();
    for (const std::string& text : texts)
        json.string(text);
    json.endArray();
}

} // namespace

std::string mailText(const Outgoing& message, const std::string& sender) {
    const NoticeRecord& notice = message.notice;
    const Words words = worded(notice.message, notice.arguments, message.language);
    std::string text;
    const auto field = [&](std::string_view name, std::string_view value) {
        text += std::format("{}: {}{}", name, value, endOfLine);
    };
    const std::string domain = sender.substr(sender.find('@') + 1);
    field("From", "Haneul <" + sender + ">");
    field("To", "<" + message.to + ">");
    field("Subject", headerText("[" + severityWord(notice.severity, message.language) + "] " + words.subject));
    field("Date", mailDate(notice.created));
    field("Message-ID", "<" + message.key + "@" + domain + ">");
    field("Auto-Submitted", "auto-generated");
    if (notice.severity != Severity::Info) field("Importance", "high"); // RFC 2156
    field("MIME-Version", "1.0");
    field("Content-Type", "text/plain; charset=UTF-8");
    field("Content-Transfer-Encoding", "base64");
    text += endOfLine;
    text += bodyLines(words.text + "\r\n\r\n" + referenceLines(notice, message.language) + toRfc3339(notice.created) +
                      "\r\n");
    return text;
}

std::string webhookBody(const Outgoing& message) {
    const NoticeRecord& notice = message.notice;
    json::JsonWriter json;
    json.beginObject();
    json.key("id").string(message.key).key("notice").string(notice.id).key("instance").string(message.instance);
    json.key("kind").string(toString(notice.kind)).key("severity").string(toString(notice.severity));
    json.key("message").string(notice.message);
    writeTexts(json, "arguments", notice.arguments);
    json.key("about").beginObject().key("plan").string(notice.about.plan).key("zone").string(notice.about.zone);
    json.key("mission").string(notice.about.mission).endObject();
    json.key("created").time(notice.created);
    writeTexts(json, "recipients", message.recipients);
    writeWords(json, notice, Language::Korean);
    writeWords(json, notice, Language::English);
    json.endObject();
    return json.take();
}

std::string smsBody(const Outgoing& message, const ChannelConfig& config) {
    const Words words = worded(message.notice.message, message.notice.arguments, message.language);
    const std::array<std::pair<std::string_view, std::string>, 5> values{
        {{"{to}", message.to},
         {"{text}", "[" + severityWord(message.notice.severity, message.language) + "] " + words.text},
         {"{subject}", words.subject},
         {"{key}", message.key},
         {"{severity}", std::string(toString(message.notice.severity))}}};
    const bool form = config.contentType == "application/x-www-form-urlencoded";
    std::string body;
    std::string_view rest = config.bodyTemplate;
    while (!rest.empty()) {
        const auto hole =
            std::ranges::find_if(values, [&](const auto& value) { return rest.starts_with(value.first); });
        if (hole == values.end()) {
            body += rest.front();
            rest.remove_prefix(1);
            continue;
        }
        body += form ? asForm(hole->second) : asJson(hole->second);
        rest.remove_prefix(hole->first.size());
    }
    return body;
}

std::string pushBody(const Outgoing& message) {
    const Words words = worded(message.notice.message, message.notice.arguments, message.language);
    constexpr int lowest = 3; // of 5: shown at once, with the usual sound
    json::JsonWriter json;
    json.beginObject().key("topic").string(message.to).key("title").string(words.subject);
    json.key("message").string(words.text).key("priority").integer(lowest + static_cast<int>(message.notice.severity));
    json.endObject();
    return json.take();
}

std::string signatureOf(std::string_view key, UtcMs now, std::string_view body) {
    const std::string seconds =
        std::to_string(std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()).count());
    crypto_auth_hmacsha256_state state;
    const auto bytes = [](std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); };
    crypto_auth_hmacsha256_init(&state, bytes(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytes(seconds), seconds.size());
    crypto_auth_hmacsha256_update(&state, bytes("."), 1);
    crypto_auth_hmacsha256_update(&state, bytes(body), body.size());
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> code{};
    crypto_auth_hmacsha256_final(&state, code.data());
    std::string hex;
    for (const unsigned char byte : code)
        hex += std::format("{:02x}", byte);
    return "t=" + seconds + ",v1=" + hex;
}

} // namespace haneul::notify
